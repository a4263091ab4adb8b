/* The brief: one page to read before the next conversation. */
#include "command/call.h"

#include "base/i18n.h"
#include <groei/learning.h>

/* Who may not read the answers (HR) is not told that there are none. */
static void show_ambitions(struct groei_command_call *call, const struct brief *brief)
{
	int64_t who = groei_who(call->groei);

	if (who != brief->person.id && who != brief->person.lead && who != groei_owner(call->groei))
		return;
	if (brief->ambitions != GROEI_NO_DAY)
		call_print(call, _("Ambitions: last spoken of %s, %s\n"),
		           call_day_text(call, brief->ambitions), call_distance(call, brief->ambitions));
	else if (brief->last.id != 0)
		call_print(call, _("Ambitions: not spoken of yet\n"));
}

static void show_top(struct groei_command_call *call, const struct brief *brief)
{
	const struct groei_field *format = groei_field(groei_table(GROEI_CONVERSATION), "format");
	const char *name = call_safe(call, brief->person.name);

	if (brief->person.role != NULL)
		name = groei_arena_print(call->arena, "%s, %s", name,
		                         call_safe(call, brief->person.role));
	call_styled(call, STYLE_BOLD, name);
	call_raw(call, "\n");
	if (brief->next.id != 0)
		call_print(call, _("Next: %s, %s (%s)\n"), call_day_text(call, brief->next.day),
		           call_distance(call, brief->next.day), call_choice(format, brief->next.format));
	else if (brief->standing.due != GROEI_NO_DAY)
		call_print(call, _("Next: none planned; by the rhythm on %s, %s\n"),
		           call_day_text(call, brief->standing.due),
		           call_distance(call, brief->standing.due));
	if (brief->last.id != 0)
		call_print(call, _("Last: %s, %s (%s)\n"), call_day_text(call, brief->last.day),
		           call_distance(call, brief->last.day), call_choice(format, brief->last.format));
	else
		call_print(call, _("Last: no talk yet\n"));
	call_standing(call, &brief->standing);
	if (brief->cadence != NULL)
		call_print(call, _("Rhythm: %s\n"), groei_cadence_text(call->arena, brief->cadence));
	show_ambitions(call, brief);
	if (brief->standing.energy_count > 0)
		call_print(call, _("Energy: %s\n"),
		           call_sparkline(call, brief->standing.energy, brief->standing.energy_count, 1,
		                          10));
}

/* "You promised", or by name; of somebody without a lead the other side is who is asking. */
static const char *promised_by(struct groei_command_call *call, int64_t person)
{
	if (person == 0 || person == groei_who(call->groei))
		return _("You promised");
	return groei_arena_print(call->arena, _("%s promised"), call_name(call, person));
}

static void show_actions(struct groei_command_call *call, const char *title,
                         const struct action *actions, size_t count)
{
	char code[GROEI_CODE_SIZE];

	if (count == 0)
		return;
	call_head(call, title);
	for (size_t i = 0; i < count; i++) {
		const struct action *action = &actions[i];
		int overdue = action->state == ACTION_OPEN && action->due != GROEI_NO_DAY &&
		              action->due < groei_today(call->groei);

		call_print(call, "  %s %s  %s", overdue ? "!" : " ",
		           groei_short_code(call->groei, GROEI_ACTION, action->id, code),
		           call_safe(call, action->title));
		if (overdue)
			call_styled(call, STYLE_ALERT,
			            groei_arena_print(call->arena, _(", overdue, %s"),
			                              call_distance(call, action->due)));
		else if (action->state == ACTION_OPEN && action->due != GROEI_NO_DAY)
			call_print(call, _(", by %s"), call_day_text(call, action->due));
		if (action->carried > 0)
			call_print(call, P_(", carried over once", ", carried over %d times",
			                    action->carried),
			           (int)action->carried);
		if (action->reagreed > 0)
			call_print(call, P_(", agreed anew once", ", agreed anew %d times",
			                    action->reagreed),
			           (int)action->reagreed);
		call_raw(call, "\n");
	}
}

static void show_goals(struct groei_command_call *call, const struct brief *brief)
{
	const struct groei_field *stage = groei_field(groei_table(GROEI_GOAL), "stage");
	bool mine = brief->person.lead == 0 || brief->person.lead == groei_who(call->groei);
	char code[GROEI_CODE_SIZE];

	if (brief->goal_count == 0)
		return;
	call_head(call, _("Goals"));
	for (size_t i = 0; i < brief->goal_count; i++) {
		const struct goal *goal = &brief->goals[i];

		call_print(call, "    %s  %s: %s",
		           groei_short_code(call->groei, GROEI_GOAL, goal->id, code),
		           call_safe(call, goal->title), call_choice(stage, goal->stage));
		if (goal->moved != GROEI_NO_DAY && brief->last.id != 0 && goal->moved >= brief->last.day)
			call_print(call, _(", moved %s"), call_distance(call, goal->moved));
		call_raw(call, "\n");
		if (goal->step != NULL) {
			call_print(call, _("          next step: %s"), call_safe(call, goal->step));
			if (goal->step_by != GROEI_NO_DAY)
				call_print(call, _(", by %s"), call_day_text(call, goal->step_by));
			call_raw(call, "\n");
		}
		if (goal->support != NULL)
			call_print(call, mine ? _("          you promised: %s\n")
			                      : _("          promised by the lead: %s\n"),
			           call_safe(call, goal->support));
	}
}

/* What is under way, or ended since the last talk. */
struct learnings {
	struct learning_on_way *list;
	size_t count;
};

static enum groei_status read_learnings(struct groei_command_call *call, const struct brief *brief,
                                        struct learnings *out)
{
	return groei_learning_on_way(call->groei, call->arena, brief->person.id,
	                             brief->last.id != 0 ? brief->last.day : GROEI_NO_DAY, &out->list,
	                             &out->count);
}

static void show_learnings(struct groei_command_call *call, const struct learnings *learnings)
{
	const struct groei_field *state = groei_field(groei_table(GROEI_LEARNING), "state");
	const struct groei_field *kind = groei_field(groei_table(GROEI_CHECKPOINT), "kind");
	char code[GROEI_CODE_SIZE];

	if (learnings->count == 0)
		return;
	call_head(call, _(groei_table(GROEI_LEARNING)->plural));
	for (size_t i = 0; i < learnings->count; i++) {
		const struct learning *learning = &learnings->list[i].learning;
		const struct checkpoint *next = &learnings->list[i].next;

		call_print(call, "    %s  %s: %s",
		           groei_short_code(call->groei, GROEI_LEARNING, learning->id, code),
		           call_safe(call, learning->title), call_choice(state, learning->state));
		if (learning->ends != GROEI_NO_DAY)
			call_print(call,
			           learning->state == LEARNING_FINISHED ? ", %s" : _(", until %s"),
			           call_day_text(call, learning->ends));
		call_raw(call, "\n");
		if (next->id != 0)
			call_print(call, "          %s: %s, %s\n", call_choice(kind, next->kind),
			           call_day_text(call, next->day), call_distance(call, next->day));
	}
}

/* Answers of both sides below their questions. */
static void show_asked(struct groei_command_call *call, const struct conversation *talk,
                       const struct asked *all, size_t count)
{
	enum groei_language language = groei_language(call->groei);

	for (size_t i = 0; i < count; i++) {
		const struct asked *asked = &all[i];

		call_wrapped(call,
		             asked->question != NULL
		                 ? groei_template_text(&asked->question->text, language)
		                 : asked->answer[asked->answer[0].id == 0].question,
		             2);
		for (int side = SIDE_EMPLOYEE; side <= SIDE_LEAD; side++) {
			const struct answer *answer = &asked->answer[side];
			int64_t who = side == SIDE_EMPLOYEE ? talk->person : talk->lead;

			if (answer->id == 0)
				continue;
			call_wrapped(call,
			             groei_arena_print(call->arena, "%s: %s",
			                               groei_person_name(call->groei, call->arena, who),
			                               call_answer(call, asked->question, answer->text,
			                                           answer->number)),
			             4);
		}
	}
}

static void show_answers(struct groei_command_call *call, const struct brief *brief)
{
	if (brief->last_count == 0 && (brief->last.id == 0 || brief->last.notes == NULL))
		return;
	call_head(call, _("Last time"));
	show_asked(call, &brief->last, brief->last_asked, brief->last_count);
	if (brief->last.notes != NULL && *brief->last.notes != '\0') {
		call_styled(call, STYLE_DIM, groei_arena_print(call->arena, "  %s\n", _("Notes")));
		call_wrapped(call, brief->last.notes, 4);
	}
}

static void show_published(struct groei_command_call *call, const struct brief *brief)
{
	if (brief->published_count == 0)
		return;
	call_head(call, _("Prepared for this talk"));
	show_asked(call, &brief->next, brief->published, brief->published_count);
}

static void show_points(struct groei_command_call *call, const struct brief *brief)
{
	char code[GROEI_CODE_SIZE];

	if (brief->agenda.count == 0)
		return;
	call_head(call, _("Talking points"));
	for (size_t i = 0; i < brief->agenda.count; i++) {
		const struct point *point = &brief->agenda.points[i];

		call_print(call, "    %s  %s (%s)",
		           groei_short_code(call->groei, GROEI_POINT, point->id, code),
		           call_safe(call, point->title), call_name(call, point->author));
		if (point->carried > 0)
			call_print(call, _(", carried over %d×"), (int)point->carried);
		call_raw(call, "\n");
	}
	call_print(call, _("    agenda: %zu of %zu points from %s\n"), brief->agenda.theirs,
	           brief->agenda.count + brief->discussed, call_safe(call, brief->person.name));
}

static void show_moments(struct groei_command_call *call, const char *title,
                         const struct moment *moments, size_t count)
{
	const struct groei_field *kind = groei_field(groei_table(GROEI_MOMENT), "kind");
	const struct groei_field *outcome = groei_field(groei_table(GROEI_MOMENT), "outcome");
	char code[GROEI_CODE_SIZE];

	if (count == 0)
		return;
	call_head(call, title);
	for (size_t i = 0; i < count; i++) {
		const struct moment *moment = &moments[i];

		call_print(call, "    %s  %s  %s: %s",
		           groei_short_code(call->groei, GROEI_MOMENT, moment->id, code),
		           call_day_text(call, moment->day), call_choice(kind, moment->kind),
		           call_safe(call, moment->title));
		if (moment->outcome != GROEI_NONE)
			call_print(call, ", %s", call_choice(outcome, moment->outcome));
		if (moment->author != groei_who(call->groei) && moment->author != 0)
			call_print(call, " (%s)",
			           call_name(call, moment->author));
		if (moment->shared != CHOICE_YES_FIRST)
			call_print(call, _(", not shared"));
		call_raw(call, "\n");
	}
}

static void show_own(struct groei_command_call *call, const struct brief *brief)
{
	char code[GROEI_CODE_SIZE];

	if (brief->heard_count > 0)
		call_head(call, _("Heard, to decide about"));
	for (size_t i = 0; i < brief->heard_count; i++)
		call_print(call, "    %s  %s  %s\n",
		           groei_short_code(call->groei, GROEI_HEARD, brief->heard[i].id, code),
		           call_day_text(call, brief->heard[i].day),
		           call_safe(call, brief->heard[i].title));
	if (brief->note_count > 0)
		call_head(call, _("Your private notes since the last talk"));
	for (size_t i = 0; i < brief->note_count; i++)
		call_wrapped(call,
		             groei_arena_print(call->arena, "%s: %s",
		                               call_day_text(call, brief->notes[i].day),
		                               brief->notes[i].text),
		             4);
}

static void show_unasked(struct groei_command_call *call, const struct brief *brief)
{
	enum groei_language language = groei_language(call->groei);

	if (brief->unasked_count == 0)
		return;
	call_head(call, _("Longest not asked"));
	for (size_t i = 0; i < brief->unasked_count; i++)
		call_wrapped(call,
		             groei_arena_print(call->arena, "%s (%s)",
		                               groei_template_text(&brief->unasked[i]->text, language),
		                               brief->unasked_day[i] == GROEI_NO_DAY
		                                   ? _("never")
		                                   : call_distance(call, brief->unasked_day[i])),
		             2);
}

static void json_talk(struct groei_command_call *call, const char *key,
                      const struct conversation *talk)
{
	if (talk->id == 0)
		json_string(call, key, NULL);
	else
		json_record(call, key, GROEI_CONVERSATION, talk);
}

static void json_learnings(struct groei_command_call *call, const struct learnings *learnings)
{
	json_begin(call, "learning", '[');
	for (size_t i = 0; i < learnings->count; i++) {
		const struct learning_on_way *one = &learnings->list[i];

		json_begin(call, NULL, '{');
		json_fields(call, groei_table(GROEI_LEARNING), &one->learning);
		if (one->next.id == 0)
			json_string(call, "checkpoint", NULL);
		else
			json_record(call, "checkpoint", GROEI_CHECKPOINT, &one->next);
		json_end(call, '}');
	}
	json_end(call, ']');
}

static void show_json(struct groei_command_call *call, const struct brief *brief,
                      const struct learnings *learnings)
{
	json_begin(call, NULL, '{');
	json_record(call, "person", GROEI_PERSON, &brief->person);
	json_string(call, "cadence", brief->cadence);
	json_day_value(call, "due", brief->standing.due);
	json_flag(call, "away", brief->standing.away);
	json_day_value(call, "away_until", brief->standing.away_until);
	json_int(call, "formal", brief->standing.formal);
	json_int(call, "formal_wanted", brief->standing.formal_wanted);
	json_talk(call, "last", &brief->last);
	json_talk(call, "next", &brief->next);
	json_begin(call, "energy", '[');
	for (int i = 0; i < brief->standing.energy_count; i++)
		json_int(call, NULL, brief->standing.energy[i]);
	json_end(call, ']');
	json_records(call, "promised", GROEI_ACTION, brief->mine, brief->mine_count);
	json_records(call, "theirs", GROEI_ACTION, brief->theirs, brief->theirs_count);
	json_records(call, "done", GROEI_ACTION, brief->done, brief->done_count);
	json_records(call, "goals", GROEI_GOAL, brief->goals, brief->goal_count);
	json_learnings(call, learnings);
	json_begin(call, "answers", '[');
	for (size_t i = 0; i < brief->last_count; i++)
		for (int side = SIDE_EMPLOYEE; side <= SIDE_LEAD; side++)
			if (brief->last_asked[i].answer[side].id != 0)
				json_record(call, NULL, GROEI_ANSWER, &brief->last_asked[i].answer[side]);
	json_end(call, ']');
	json_records(call, "points", GROEI_POINT, brief->agenda.points, brief->agenda.count);
	json_begin(call, "agenda", '{');
	json_int(call, "points", (int64_t)(brief->agenda.count + brief->discussed));
	json_int(call, "theirs", (int64_t)brief->agenda.theirs);
	json_end(call, '}');
	json_records(call, "moments", GROEI_MOMENT, brief->moments, brief->moment_count);
	json_records(call, "wishes", GROEI_MOMENT, brief->wishes, brief->wish_count);
	json_records(call, "heard", GROEI_HEARD, brief->heard, brief->heard_count);
	json_records(call, "notes", GROEI_NOTE, brief->notes, brief->note_count);
	json_begin(call, "published", '[');
	for (size_t i = 0; i < brief->published_count; i++)
		for (int side = SIDE_EMPLOYEE; side <= SIDE_LEAD; side++)
			if (brief->published[i].answer[side].id != 0)
				json_record(call, NULL, GROEI_ANSWER, &brief->published[i].answer[side]);
	json_end(call, ']');
	json_begin(call, "unasked", '[');
	for (size_t i = 0; i < brief->unasked_count; i++) {
		json_begin(call, NULL, '{');
		json_string(call, "question", brief->unasked[i]->id);
		json_day_value(call, "day", brief->unasked_day[i]);
		json_end(call, '}');
	}
	json_end(call, ']');
	json_day_value(call, "ambitions", brief->ambitions);
	json_begin(call, "more", '{');
	json_int(call, "promised", (int64_t)brief->mine_more);
	json_int(call, "theirs", (int64_t)brief->theirs_more);
	json_int(call, "done", (int64_t)brief->done_more);
	json_int(call, "goals", (int64_t)brief->goal_more);
	json_end(call, '}');
	json_end(call, '}');
}

enum groei_status run_prep(struct groei_command_call *call)
{
	struct brief brief = {0};
	struct learnings learnings = {0};
	const char *full;
	int64_t person = 0;
	enum groei_status status = call_person(call, &person);

	if (status == GROEI_OK && call_value(call, "paper") != NULL)
		return run_prep_paper(call, person);
	if (status == GROEI_OK)
		status = call_value(call, "full") != NULL
		             ? groei_brief_full(call->groei, call->arena, person, &brief)
		             : groei_brief(call->groei, call->arena, person, &brief);
	if (status == GROEI_OK)
		status = read_learnings(call, &brief, &learnings);
	if (status != GROEI_OK)
		return status;
	call->made = person;
	if (call->output->json) {
		show_json(call, &brief, &learnings);
		return GROEI_OK;
	}
	show_top(call, &brief);
	full = groei_arena_print(call->arena, "prep %s --full", brief.person.handle);
	show_actions(call, promised_by(call, brief.person.lead), brief.mine, brief.mine_count);
	call_more(call, brief.mine_more, full);
	show_actions(call, promised_by(call, brief.person.id), brief.theirs, brief.theirs_count);
	call_more(call, brief.theirs_more, full);
	show_actions(call, _("Done since the last talk"), brief.done, brief.done_count);
	call_more(call, brief.done_more, full);
	show_points(call, &brief);
	show_published(call, &brief);
	show_goals(call, &brief);
	call_more(call, brief.goal_more, full);
	show_learnings(call, &learnings);
	show_moments(call, _("Moments since the last talk"), brief.moments, brief.moment_count);
	show_moments(call, _("Open wishes"), brief.wishes, brief.wish_count);
	show_own(call, &brief);
	show_answers(call, &brief);
	show_unasked(call, &brief);
	return GROEI_OK;
}
