/* Verbs of goals: moving, checking, what is needed, and one page about a goal. */
#include "command/call.h"

#include <string.h>

#include "base/i18n.h"
#include <groei/followup.h>
#include <groei/skill.h>
#include <groei/text.h>

/* An option's text read as a field of a record; not given: as it is. */
static enum groei_status read_field(struct groei_command_call *call, const char *option,
                                    enum groei_entity entity, const char *name, void *record)
{
	const struct groei_field *field = groei_field(groei_table(entity), name);
	const char *text = call_value(call, option);
	enum groei_status status;

	if (text == NULL)
		return GROEI_OK;
	status = call_value_read(call, option, text, &text);
	return status == GROEI_OK
	           ? groei_value_parse(call->groei, call->arena, field, text, record)
	           : status;
}

enum groei_status run_goal_move(struct groei_command_call *call)
{
	struct goal goal, wanted;
	struct progress progress;
	struct goal_closing with;
	enum groei_status status = call_get(call, GROEI_GOAL, "id", &goal);

	groei_record_clear(call->table, &wanted);
	groei_record_clear(groei_table(GROEI_PROGRESS), &progress);
	wanted.stage = -1; /* "" would leave it as it is */
	if (status == GROEI_OK)
		status = read_field(call, "stage", GROEI_GOAL, "stage", &wanted);
	if (status == GROEI_OK)
		status = read_field(call, "learned", GROEI_GOAL, "learned", &wanted);
	if (status == GROEI_OK)
		status = read_field(call, "reason", GROEI_GOAL, "reason", &wanted);
	if (status == GROEI_OK)
		status = read_field(call, "confidence", GROEI_PROGRESS, "confidence", &progress);
	with = (struct goal_closing){.evidence = call_value(call, "evidence"),
	                             .confidence = progress.confidence,
	                             .learned = wanted.learned,
	                             .reason = wanted.reason};
	if (status == GROEI_OK)
		status = groei_goal_move_with(call->groei, goal.id, (enum goal_stage)wanted.stage, &with);
	if (status == GROEI_OK)
		status = groei_get(call->groei, call->arena, GROEI_GOAL, goal.id, &goal);
	if (status == GROEI_OK)
		call_tell(call,
		          groei_arena_print(call->arena, _("Moved to %s:"),
		                            call_choice(groei_field(call->table, "stage"), goal.stage)),
		          GROEI_GOAL, &goal);
	return status;
}

enum groei_status run_goal_check(struct groei_command_call *call)
{
	static const char *const names[] = {"level", "motivation", "confidence", "commitment",
	                                    "wheel", "course",     "side",       "note"};
	struct goal goal;
	struct progress progress;
	enum groei_status status = call_get(call, GROEI_GOAL, "id", &goal);

	groei_record_clear(groei_table(GROEI_PROGRESS), &progress);
	for (size_t i = 0; status == GROEI_OK && i < sizeof names / sizeof *names; i++)
		status = read_field(call, names[i], GROEI_PROGRESS, names[i], &progress);
	if (status != GROEI_OK)
		return status;
	progress.goal = goal.id;
	status = groei_goal_check(call->groei, &progress);
	if (status != GROEI_OK)
		return status;
	call->made = goal.id;
	if (call->output->json)
		json_record(call, NULL, GROEI_PROGRESS, &progress);
	else
		call_print(call, _("Checked %s (%s).\n"), call_record_name(call, call->table, &goal),
		           call_choice(groei_field(groei_table(GROEI_PROGRESS), "side"), progress.side));
	return GROEI_OK;
}

enum groei_status run_goal_need(struct groei_command_call *call)
{
	const char *text = call_value(call, "support");
	struct goal goal;
	struct action action;
	enum groei_status status = call_get(call, GROEI_GOAL, "id", &goal);

	if (status == GROEI_OK)
		status = call_value_read(call, "support", text, &text);
	if (status == GROEI_OK)
		status = groei_action_read(call->groei, call->arena, text, &action);
	if (status == GROEI_OK)
		status = read_field(call, "kind", GROEI_ACTION, "kind", &action);
	if (status == GROEI_OK)
		status = read_field(call, "by", GROEI_ACTION, "due", &action);
	if (status == GROEI_OK)
		status = groei_goal_need(call->groei, goal.id, &action);
	if (status != GROEI_OK)
		return status;
	if (call->output->json) {
		call->made = action.id;
		json_record(call, NULL, GROEI_ACTION, &action);
		return GROEI_OK;
	}
	call_tell(call,
	          groei_arena_print(call->arena, _("Promised by @%s:"),
	                            call_handle(call, action.owner)),
	          GROEI_ACTION, &action);
	return GROEI_OK;
}

/* A buddy who never said they help is taken all the same, and told of. */
static enum groei_status notice_buddy(struct groei_command_call *call)
{
	struct goal goal;
	enum groei_status status;

	if (call_value(call, "buddy") == NULL)
		return GROEI_OK;
	status = groei_get(call->groei, call->arena, GROEI_GOAL, call->made, &goal);
	if (status != GROEI_OK || goal.buddy == 0 ||
	    groei_helps(call->groei, goal.buddy) != GROEI_NO)
		return GROEI_OK;
	call_warn(call,
	          groei_arena_print(
	              call->arena, _("buddy: @%s did not say yet that they help others, ask them first"),
	              groei_person_handle(call->groei, call->arena, goal.buddy)));
	return GROEI_OK;
}

enum groei_status run_goal_add(struct groei_command_call *call)
{
	enum groei_status status = run_add(call);

	return status == GROEI_OK ? notice_buddy(call) : status;
}

enum groei_status run_goal_edit(struct groei_command_call *call)
{
	enum groei_status status = run_edit(call);

	return status == GROEI_OK ? notice_buddy(call) : status;
}

/* One page about a goal ------------------------------------------------------------------------- */

enum { MEASURES = 5, NEWEST = 12 };

static const struct measure {
	const char *name;
	size_t offset;
} measures[MEASURES] = {
    {"level", offsetof(struct progress, level)},
    {"motivation", offsetof(struct progress, motivation)},
    {"confidence", offsetof(struct progress, confidence)},
    {"commitment", offsetof(struct progress, commitment)},
    {"wheel", offsetof(struct progress, wheel)},
};

static int32_t measured(const struct progress *progress, const struct measure *measure)
{
	int32_t value;

	memcpy(&value, (const char *)progress + measure->offset, sizeof value);
	return value;
}

/* The newest values of one side, oldest first. */
static int values_of(const struct progress *progress, size_t count, const struct measure *measure,
                     int32_t values[NEWEST])
{
	int found = 0;

	for (size_t i = count; i > 0 && found < NEWEST; i--) {
		int32_t value = measured(&progress[i - 1], measure);

		if (value != GROEI_NONE)
			values[NEWEST - 1 - found++] = value;
	}
	memmove(values, values + NEWEST - found, (size_t)found * sizeof *values);
	return found;
}

/* The same measure of both sides, side by side. */
static void show_measure(struct groei_command_call *call, const struct goal_view *view,
                         const struct measure *measure, int label)
{
	const struct groei_field *field = groei_field(groei_table(GROEI_PROGRESS), measure->name);
	const char *text[2] = {"", ""};
	int32_t values[NEWEST];

	for (int side = SIDE_EMPLOYEE; side <= SIDE_LEAD; side++) {
		int count = values_of(view->progress[side], view->progress_count[side], measure, values);

		if (count > 0)
			text[side] = call_sparkline(call, values, count, field->low, field->high);
	}
	if (*text[0] == '\0' && *text[1] == '\0')
		return;
	call_raw(call, "  ");
	call_styled(call, STYLE_DIM, groei_text_pad(call->arena, _(field->label), label));
	call_print(call, "  %s%s%s\n",
	           *text[1] == '\0' ? text[0] : groei_text_pad(call->arena, text[0], 30),
	           *text[1] == '\0' ? "" : "  ", text[1]);
}

/* The newest course of a side with its day; "" when it never said one. */
static const char *course_of(struct groei_command_call *call, const struct goal_view *view, int side)
{
	const struct groei_field *field = groei_field(groei_table(GROEI_PROGRESS), "course");

	for (size_t i = view->progress_count[side]; i > 0; i--) {
		const struct progress *progress = &view->progress[side][i - 1];

		if (progress->course != GROEI_NONE)
			return groei_arena_print(call->arena, "%s, %s",
			                         call_choice(field, progress->course),
			                         call_day_text(call, progress->day));
	}
	return "";
}

static void show_progress(struct groei_command_call *call, const struct goal_view *view)
{
	const struct groei_table *table = groei_table(GROEI_PROGRESS);
	const struct groei_field *side = groei_field(table, "side");
	const char *own = course_of(call, view, SIDE_EMPLOYEE);
	const char *lead = course_of(call, view, SIDE_LEAD);
	int label = 12;

	if (view->progress_count[0] + view->progress_count[1] == 0)
		return;
	call_head(call, _(table->plural));
	call_raw(call, "  ");
	call_styled(call, STYLE_DIM,
	            groei_arena_print(call->arena, "%s  %s  %s", groei_text_pad(call->arena, "", label),
	                              groei_text_pad(call->arena, call_choice(side, SIDE_EMPLOYEE),
	                                             30),
	                              call_choice(side, SIDE_LEAD)));
	call_raw(call, "\n");
	for (size_t i = 0; i < MEASURES; i++)
		show_measure(call, view, &measures[i], label);
	if (*own == '\0' && *lead == '\0')
		return;
	call_raw(call, "  ");
	call_styled(call, STYLE_DIM,
	            groei_text_pad(call->arena, _(groei_field(table, "course")->label), label));
	call_print(call, "  %s%s%s\n", *lead == '\0' ? own : groei_text_pad(call->arena, own, 30),
	           *lead == '\0' ? "" : "  ", lead);
}

static void show_actions(struct groei_command_call *call, const char *title,
                         const struct action *actions, size_t count)
{
	char code[GROEI_CODE_SIZE];

	if (count == 0)
		return;
	call_head(call, title);
	for (size_t i = 0; i < count; i++) {
		call_print(call, "  %s  %s", groei_short_code(call->groei, GROEI_ACTION, actions[i].id,
		                                              code),
		           call_safe(call, actions[i].title));
		if (actions[i].state == ACTION_DONE)
			call_print(call, _(", done %s"), call_day_text(call, actions[i].done));
		else if (actions[i].due != GROEI_NO_DAY)
			call_print(call, _(", by %s"), call_day_text(call, actions[i].due));
		call_raw(call, "\n");
	}
}

static void show_records(struct groei_command_call *call, enum groei_entity entity,
                         const void *records, size_t count, const char *day)
{
	const struct groei_table *table = groei_table(entity);
	char code[GROEI_CODE_SIZE];

	if (count == 0)
		return;
	call_head(call, _(table->plural));
	for (size_t i = 0; i < count; i++) {
		const void *record = (const char *)records + i * table->size;
		const char *when = groei_value_text(call->groei, call->arena, groei_field(table, day),
		                                    record);

		call_print(call, "  %s  %s  %s\n",
		           groei_short_code(call->groei, entity,
		                            ((const struct groei_record *)record)->id, code),
		           groei_text_pad(call->arena, when, 15),
		           call_safe(call,
		                     groei_value_text(call->groei, call->arena,
		                                      groei_field(table, table->title), record)));
	}
}

/* The goal's days, the newest last: what happened to it when. */
struct event {
	int32_t day;
	const char *text;
};

static void event_add(struct event *events, size_t *count, int32_t day, const char *text)
{
	size_t at = *count;

	if (day == GROEI_NO_DAY)
		return;
	while (at > 0 && events[at - 1].day > day) {
		events[at] = events[at - 1];
		at--;
	}
	events[at] = (struct event){day, text};
	(*count)++;
}

static const char *event_text(struct groei_command_call *call, const char *what, const char *title)
{
	return groei_arena_print(call->arena, "%s: %s", what, call_safe(call, title));
}

/* The changes of its stage that the journal holds. */
struct moves {
	struct goal_change *list;
	size_t count;
};

static void add_moves(struct groei_command_call *call, const struct goal *goal,
                      const struct moves *moves, struct event *events, size_t *count)
{
	const struct groei_field *stage = groei_field(call->table, "stage");

	for (size_t i = 0; i < moves->count; i++) {
		const struct goal_change *move = &moves->list[i];

		if (move->before != GROEI_NONE)
			event_add(events, count, move->day,
			          groei_arena_print(call->arena, "%s → %s (%s)",
			                            call_choice(stage, move->before),
			                            call_choice(stage, move->after),
			                            call_handle(call, move->who)));
	}
	if (moves->count == 0 && goal->moved != goal->made) /* made elsewhere: no journal came with it */
		event_add(events, count, goal->moved, call_choice(stage, goal->stage));
}

static void show_timeline(struct groei_command_call *call, const struct goal_view *view,
                          const struct moves *moves)
{
	const struct goal *goal = &view->goal;
	const struct groei_field *side = groei_field(groei_table(GROEI_PROGRESS), "side");
	size_t most = 2 + moves->count + view->progress_count[0] + view->progress_count[1] + view->evidence_count +
	              view->support_count + view->action_count + 2 * view->learning_count +
	              view->moment_count;
	struct event *events = groei_arena_take(call->arena, most * sizeof *events);
	size_t count = 0;

	event_add(events, &count, goal->made, _("made"));
	add_moves(call, goal, moves, events, &count);
	for (int s = SIDE_EMPLOYEE; s <= SIDE_LEAD; s++)
		for (size_t i = 0; i < view->progress_count[s]; i++) {
			const struct progress *one = &view->progress[s][i];

			event_add(events, &count, one->day,
			          one->note == NULL
			              ? groei_arena_print(call->arena, _("checked (%s)"), call_choice(side, s))
			              : groei_arena_print(call->arena, _("checked (%s): %s"),
			                                  call_choice(side, s),
			                                  call_safe(call, one->note)));
		}
	for (size_t i = 0; i < view->evidence_count; i++)
		event_add(events, &count, view->evidence[i].day,
		          event_text(call, _("applied"), view->evidence[i].title));
	for (size_t i = 0; i < view->support_count; i++)
		event_add(events, &count, view->support[i].done,
		          event_text(call, _("given"), view->support[i].title));
	for (size_t i = 0; i < view->action_count; i++)
		event_add(events, &count, view->action[i].done,
		          event_text(call, _("done"), view->action[i].title));
	for (size_t i = 0; i < view->learning_count; i++) {
		event_add(events, &count, view->learning[i].starts,
		          event_text(call, _("begins"), view->learning[i].title));
		event_add(events, &count, view->learning[i].ends,
		          event_text(call, _("ends"), view->learning[i].title));
	}
	for (size_t i = 0; i < view->moment_count; i++)
		event_add(events, &count, view->moment[i].day,
		          event_text(call, _("moment"), view->moment[i].title));
	call_head(call, _("Timeline"));
	for (size_t i = 0; i < count; i++)
		call_print(call, "  %s  %s\n",
		           groei_text_pad(call->arena, call_day_text(call, events[i].day), 15),
		           events[i].text);
}

static void json_moves(struct groei_command_call *call, const struct moves *moves)
{
	const struct groei_choice *stages = groei_field(call->table, "stage")->choices;

	json_begin(call, "stages", '[');
	for (size_t i = 0; i < moves->count; i++) {
		const struct goal_change *move = &moves->list[i];

		json_begin(call, NULL, '{');
		json_day_value(call, "day", move->day);
		json_string(call, "before",
		            move->before == GROEI_NONE ? NULL : stages[move->before].code);
		json_string(call, "after", move->after == GROEI_NONE ? NULL : stages[move->after].code);
		json_person(call, "who", move->who);
		json_end(call, '}');
	}
	json_end(call, ']');
}

static void show_json(struct groei_command_call *call, const struct goal_view *view,
                      const struct moves *moves)
{
	json_begin(call, NULL, '{');
	json_fields(call, call->table, &view->goal);
	json_day_value(call, "movement", view->movement);
	json_moves(call, moves);
	json_begin(call, "progress", '{');
	json_records(call, "employee", GROEI_PROGRESS, view->progress[SIDE_EMPLOYEE],
	             view->progress_count[SIDE_EMPLOYEE]);
	json_records(call, "lead", GROEI_PROGRESS, view->progress[SIDE_LEAD],
	             view->progress_count[SIDE_LEAD]);
	json_end(call, '}');
	json_records(call, "evidence", GROEI_EVIDENCE, view->evidence, view->evidence_count);
	json_begin(call, "promised", '{');
	json_int(call, "made", (int64_t)view->support_count);
	json_int(call, "given", (int64_t)view->given);
	json_records(call, "actions", GROEI_ACTION, view->support, view->support_count);
	json_end(call, '}');
	json_records(call, "actions", GROEI_ACTION, view->action, view->action_count);
	json_records(call, "learning", GROEI_LEARNING, view->learning, view->learning_count);
	json_records(call, "moments", GROEI_MOMENT, view->moment, view->moment_count);
	json_end(call, '}');
}

enum groei_status run_goal_show(struct groei_command_call *call)
{
	struct goal_view view;
	struct moves moves;
	int64_t id = 0;
	enum groei_status status = call_find(call, "id", &id);

	if (status == GROEI_OK)
		status = groei_goal_view(call->groei, call->arena, id, &view);
	if (status == GROEI_OK)
		status = groei_goal_changes(call->groei, call->arena, id, &moves.list, &moves.count);
	if (status != GROEI_OK)
		return status;
	if (call->output->json) {
		call->made = id;
		show_json(call, &view, &moves);
		return GROEI_OK;
	}
	status = run_show(call);
	if (status != GROEI_OK)
		return status;
	show_progress(call, &view);
	show_actions(call,
	             groei_arena_print(call->arena, _("Support: %zu promised, %zu given"),
	                               view.support_count, view.given),
	             view.support, view.support_count);
	show_actions(call, _("Actions"), view.action, view.action_count);
	show_records(call, GROEI_EVIDENCE, view.evidence, view.evidence_count, "day");
	show_records(call, GROEI_LEARNING, view.learning, view.learning_count, "ends");
	status = call_learning_sum(call, id);
	if (status == GROEI_OK)
		show_timeline(call, &view, &moves);
	return status;
}
