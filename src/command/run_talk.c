/* The verbs of conversations: plan, log, hold, answer, cancel, start. What they show is in
 * run_talk_show.c. */
#include "command/call.h"

#include <string.h>

#include "base/i18n.h"

/* The first template for a format, NULL when there is none. */
static const char *template_for(struct groei_command_call *call, const char *format)
{
	struct question_template **all = NULL;
	size_t count = 0;

	if (groei_template_list(call->arena, groei_folders(call->groei), &all, &count, NULL, NULL) !=
	    GROEI_OK)
		return NULL;
	for (size_t i = 0; i < count; i++)
		if (strcmp(all[i]->format, format) == 0)
			return all[i]->id;
	return NULL;
}

static void take_format(struct conversation *talk, const char *format)
{
	const struct groei_field *field = groei_field(groei_table(GROEI_CONVERSATION), "format");

	for (int32_t i = 0; field->choices[i].code != NULL; i++)
		if (strcmp(field->choices[i].code, format) == 0)
			talk->format = i;
}

/* Settles template and format: what was asked for, else those of the last talk, else a growth
 * conversation. */
enum groei_status call_choose_form(struct groei_command_call *call, struct conversation *talk)
{
	const struct groei_field *format = groei_field(groei_table(GROEI_CONVERSATION), "format");
	const char *wanted = call_value(call, "template");
	struct question_template *chosen = NULL;
	enum groei_status status;

	if (wanted == NULL && call_value(call, "format") != NULL) {
		talk->template = template_for(call, format->choices[talk->format].code);
		return GROEI_OK;
	}
	if (wanted == NULL) {
		struct conversation last = {0};

		status = groei_conversation_last(call->groei, call->arena, talk->person, GROEI_NO_DAY,
		                                 &last);
		if (status != GROEI_OK && status != GROEI_NO)
			return status;
		wanted = status == GROEI_NO || last.template == NULL ? "growth" : last.template;
	}
	status = call_template(call, wanted, &chosen);
	if (status != GROEI_OK)
		return status;
	talk->template = chosen->id;
	if (call_value(call, "format") == NULL)
		take_format(talk, chosen->format);
	return GROEI_OK;
}

enum groei_status run_conversation_plan(struct groei_command_call *call)
{
	struct conversation talk;
	enum groei_status status;

	groei_record_clear(call->table, &talk);
	status = call_fill(call, &talk, NULL);
	if (status == GROEI_OK)
		status = call_choose_form(call, &talk);
	if (status != GROEI_OK)
		return status;
	if (talk.day == GROEI_NO_DAY)
		status = groei_plan_day(call->groei, talk.person, GROEI_NO_DAY, &talk.day);
	if (status == GROEI_NO)
		return call_fail(call, GROEI_INVALID,
		                 _("conversation plan: %s is away until further notice, give the day"),
		                 groei_person_name(call->groei, call->arena, talk.person));
	if (status == GROEI_OK)
		status = groei_add(call->groei, GROEI_CONVERSATION, &talk);
	if (status != GROEI_OK)
		return status;
	call_tell(call, _("Planned"), GROEI_CONVERSATION, &talk);
	call_warn(call, groei_lead_day_warning(call->groei, call->arena, talk.lead, talk.day));
	return GROEI_OK;
}

/* What --next, --next-template, --day and --energy say about closing. */
static enum groei_status read_closing(struct groei_command_call *call, struct closing *closing)
{
	const char *next = call_value(call, "next");
	const struct groei_field *energy = groei_field(call->table, "energy");
	struct question_template *template = NULL;
	struct conversation talk;
	enum groei_status status;

	closing->plan_next = next == NULL || strcmp(next, "none") != 0;
	closing->next = GROEI_NO_DAY;
	groei_record_clear(call->table, &talk);
	status = call_day(call, "day", GROEI_NO_DAY, &closing->day);
	if (status == GROEI_OK && next != NULL && closing->plan_next)
		status = call_day(call, "next", GROEI_NO_DAY, &closing->next);
	if (status == GROEI_OK && call_value(call, "energy") != NULL)
		status = groei_value_parse(call->groei, call->arena, energy, call_value(call, "energy"),
		                           &talk);
	closing->energy = talk.energy;
	if (status == GROEI_OK)
		status = call_value_read(call, "mirror", call_value(call, "mirror"), &closing->mirror);
	if (status == GROEI_OK && call_value(call, "next-template") != NULL) {
		status = call_template(call, call_value(call, "next-template"), &template);
		if (status == GROEI_OK)
			closing->next_template = template->id;
	}
	return status;
}

void call_tell_closed(struct groei_command_call *call, const struct closed *closed)
{
	call->made = closed->held.id;
	if (closed->next.id != 0)
		call_warn(call, groei_lead_day_warning(call->groei, call->arena, closed->next.lead,
		                                       closed->next.day));
	if (call->output->json) {
		json_begin(call, NULL, '{');
		json_fields(call, groei_table(GROEI_CONVERSATION), &closed->held);
		json_int(call, "actions_made", (int64_t)closed->actions_made);
		json_int(call, "actions_carried", (int64_t)closed->actions_carried);
		json_int(call, "points_made", (int64_t)closed->points_made);
		json_int(call, "points_carried", (int64_t)closed->points_carried);
		json_int(call, "moments_made", (int64_t)closed->moments_made);
		json_int(call, "heard_made", (int64_t)closed->heard_made);
		if (closed->next.id != 0)
			json_record(call, "next", GROEI_CONVERSATION, &closed->next);
		else
			json_string(call, "next", NULL);
		json_end(call, '}');
		return;
	}
	call_tell(call, _("Held"), GROEI_CONVERSATION, &closed->held);
	if (closed->actions_made > 0)
		call_print(call, P_("%zu action made.\n", "%zu actions made.\n", closed->actions_made),
		           closed->actions_made);
	if (closed->points_made > 0)
		call_print(call, P_("%zu point for next time.\n", "%zu points for next time.\n",
		                    closed->points_made),
		           closed->points_made);
	if (closed->moments_made > 0)
		call_print(call, P_("%zu moment kept.\n", "%zu moments kept.\n", closed->moments_made),
		           closed->moments_made);
	if (closed->heard_made > 0)
		call_print(call, P_("%zu thing heard, to decide about: groei heard list\n",
		                    "%zu things heard, to decide about: groei heard list\n",
		                    closed->heard_made),
		           closed->heard_made);
	if (closed->actions_carried > 0)
		call_print(call, P_("%zu open action carried over.\n", "%zu open actions carried over.\n",
		                    closed->actions_carried),
		           closed->actions_carried);
	if (closed->points_carried > 0)
		call_print(call, P_("%zu talking point carried over.\n",
		                    "%zu talking points carried over.\n", closed->points_carried),
		           closed->points_carried);
	if (closed->next.id != 0)
		call_print(call, _("Next: %s, %s.\n"), call_day_text(call, closed->next.day),
		           call_distance(call, closed->next.day));
	else
		call_print(call, _("No next one planned.\n"));
}

/* The answers of --answer and --lead-answer. */
static enum groei_status read_answers(struct groei_command_call *call,
                                      struct given_answer **answers_out, size_t *count_out)
{
	struct given_answer *answers =
	    groei_arena_take(call->arena, (call->value_count + 1) * sizeof *answers);
	size_t count = 0;

	for (size_t i = 0; i < call->value_count; i++) {
		const struct call_value *value = &call->values[i];
		int lead = strcmp(value->name, "lead-answer") == 0;
		const char *equals;
		enum groei_status status;

		if (!lead && strcmp(value->name, "answer") != 0)
			continue;
		equals = strchr(value->text, '=');
		if (equals == NULL || equals == value->text)
			return call_fail(call, GROEI_USAGE,
			                 _("--%s: “%s” names no question, write --%s QUESTION=TEXT"),
			                 value->name, value->text, value->name);
		answers[count].question =
		    groei_arena_copy(call->arena, value->text, (size_t)(equals - value->text));
		answers[count].side = lead ? SIDE_LEAD : SIDE_EMPLOYEE;
		status = call_value_read(call, answers[count].question, equals + 1,
		                         &answers[count].text);
		if (status != GROEI_OK)
			return status;
		count++;
	}
	*answers_out = answers;
	*count_out = count;
	return GROEI_OK;
}

/* Template and format of a talk that is logged: those of the open one that it fulfils, if any. */
static enum groei_status choose_logged_form(struct groei_command_call *call,
                                            struct conversation *talk)
{
	struct conversation open = {0};
	enum groei_status status;

	if (call_value(call, "template") == NULL && call_value(call, "format") == NULL) {
		status = groei_conversation_open(call->groei, call->arena, talk->person, &open);
		if (status != GROEI_OK && status != GROEI_NO)
			return status;
		if (status == GROEI_OK && open.day <= talk->day && open.template != NULL) {
			talk->template = open.template;
			talk->format = open.format;
			return GROEI_OK;
		}
	}
	return call_choose_form(call, talk);
}

enum groei_status run_conversation_log(struct groei_command_call *call)
{
	struct conversation talk;
	struct closing closing = {0};
	struct closed closed = {0};
	struct given_answer *answers = NULL;
	size_t count = 0;
	enum groei_status status;

	groei_record_clear(call->table, &talk);
	status = call_fill(call, &talk, NULL);
	if (status == GROEI_OK && talk.day == GROEI_NO_DAY)
		talk.day = groei_today(call->groei);
	if (status == GROEI_OK)
		status = read_closing(call, &closing);
	if (status == GROEI_OK)
		status = read_answers(call, &answers, &count);
	if (status == GROEI_OK)
		status = choose_logged_form(call, &talk);
	if (status == GROEI_OK && count == 0 && call_value(call, "notes") == NULL)
		status = call_long_text(call, "notes", "", &talk.notes);
	if (status != GROEI_OK)
		return status;
	closing.day = talk.day;
	status = groei_conversation_log(call->groei, call->arena, &talk, answers, count, &closing,
	                                &closed);
	if (status == GROEI_OK)
		call_tell_closed(call, &closed);
	return status;
}

enum groei_status run_conversation_hold(struct groei_command_call *call)
{
	struct closing closing = {0};
	struct closed closed = {0};
	struct conversation talk;
	enum groei_status status = call_find(call, "id", &closing.conversation);

	groei_record_clear(call->table, &talk);
	if (status == GROEI_OK)
		status = call_fill(call, &talk, NULL);
	if (status == GROEI_OK)
		status = read_closing(call, &closing);
	closing.notes = talk.notes;
	closing.minutes = talk.minutes;
	closing.insight = talk.insight;
	if (status == GROEI_OK)
		status = groei_conversation_hold(call->groei, call->arena, &closing, &closed);
	if (status == GROEI_OK)
		call_tell_closed(call, &closed);
	return status;
}

enum groei_status run_conversation_cancel(struct groei_command_call *call)
{
	struct conversation before;
	struct conversation after;
	enum groei_status status = call_get(call, GROEI_CONVERSATION, "id", &before);

	if (status != GROEI_OK)
		return status;
	if (before.state != CONVERSATION_PLANNED && before.state != CONVERSATION_PREPARED)
		return call_fail(call, GROEI_INVALID,
		                 _("%s: it is %s, only what is planned can be cancelled"),
		                 call_record_name(call, call->table, &before),
		                 call_choice(groei_field(call->table, "state"), before.state));
	after = before;
	after.state = CONVERSATION_CANCELLED;
	status = groei_edit(call->groei, GROEI_CONVERSATION, &before, &after);
	if (status == GROEI_OK)
		call_tell(call, _("Cancelled"), GROEI_CONVERSATION, &after);
	return status;
}

/* The question by its id or unique start. */
static enum groei_status find_question(struct groei_command_call *call, const struct asked *asked,
                                       size_t count, const char *typed, size_t *found_out)
{
	struct nearest nearest = {.word = typed};
	size_t found = count;
	const char *several = NULL;

	for (size_t i = 0; i < count; i++) {
		if (asked[i].question == NULL)
			continue;
		nearest_add(&nearest, asked[i].question->id);
		if (strcmp(asked[i].question->id, typed) == 0) {
			*found_out = i;
			return GROEI_OK;
		}
		if (*typed != '\0' && strncmp(asked[i].question->id, typed, strlen(typed)) == 0) {
			if (found != count)
				several = groei_arena_print(call->arena, "%s, %s",
				                            several ? several : asked[found].question->id,
				                            asked[i].question->id);
			found = i;
		}
	}
	if (several)
		return call_fail(call, GROEI_INVALID, _("%s: several questions start so, write one of: %s"),
		                 typed, several);
	if (found == count && nearest.name != NULL)
		return call_fail(call, GROEI_NOT_FOUND, _("%s: no such question, did you mean “%s”?"),
		                 typed, nearest.name);
	if (found == count)
		return call_fail(call, GROEI_NOT_FOUND,
		                 _("%s: no such question, “groei template show” lists them"), typed);
	*found_out = found;
	return GROEI_OK;
}

static enum groei_status read_side(struct groei_command_call *call, enum answer_side *side_out)
{
	const char *text = call_value(call, "side");
	size_t length = text == NULL ? 0 : strlen(text);

	if (text == NULL || (length > 0 && strncmp("employee", text, length) == 0))
		*side_out = SIDE_EMPLOYEE;
	else if (length > 0 && strncmp("lead", text, length) == 0)
		*side_out = SIDE_LEAD;
	else
		return call_fail(call, GROEI_INVALID, _("side: “%s” is no side, write employee or lead"),
		                 text);
	return GROEI_OK;
}

static void tell_answer(struct groei_command_call *call, const struct asked *asked,
                        enum answer_side side)
{
	const struct answer *answer = &asked->answer[side];

	if (call->output->json)
		json_record(call, NULL, GROEI_ANSWER, answer);
	else if (answer->id == 0)
		call_print(call, _("Took back the answer to %s.\n"), asked->question->id);
	else
		call_print(call, _("Answered %s.\n"), asked->question->id);
}

enum groei_status run_conversation_answer(struct groei_command_call *call)
{
	struct conversation talk = {0};
	struct question_template *template = NULL;
	struct asked *asked = NULL;
	size_t count = 0;
	size_t at = 0;
	enum answer_side side = SIDE_EMPLOYEE;
	const char *text = NULL;
	enum groei_status status = call_get(call, GROEI_CONVERSATION, "id", &talk);

	if (status == GROEI_OK)
		status = read_side(call, &side);
	if (status == GROEI_OK)
		status = groei_conversation_asked(call->groei, call->arena, &talk, &template, &asked,
		                                  &count);
	if (status == GROEI_OK)
		status = find_question(call, asked, count, call_value(call, "question"), &at);
	if (status == GROEI_OK)
		status = call_long_text(call, "text", asked[at].answer[side].text, &text);
	if (status == GROEI_OK && text == NULL)
		return call_fail(call, GROEI_USAGE,
		                 _("conversation answer: the text is missing, write it behind the question"));
	if (status == GROEI_OK)
		status = groei_answer_type(call->groei, talk.id, asked[at].question->id, side,
		                           &asked[at].answer[side], text);
	if (status == GROEI_OK)
		status = groei_conversation_asked(call->groei, call->arena, &talk, &template, &asked,
		                                  &count);
	if (status != GROEI_OK)
		return status;
	call->made = talk.id;
	tell_answer(call, &asked[at], side);
	return GROEI_OK;
}

/* The open conversation with the person, or a new one for today; the front end shows it. */
enum groei_status run_start(struct groei_command_call *call)
{
	struct conversation talk;
	char code[GROEI_CODE_SIZE];
	int64_t person = 0;
	enum groei_status status = call_person(call, &person);

	if (status == GROEI_OK && call_value(call, "from-paper") != NULL)
		return run_from_paper(call, person);
	if (status == GROEI_OK && !call_has_screens(call))
		return call_fail(call, GROEI_USAGE,
		                 _("%s: needs a terminal, elsewhere use groei conversation log"), "start");
	if (status == GROEI_OK)
		status = groei_conversation_open(call->groei, call->arena, person, &talk);
	if (status == GROEI_OK && call_value(call, "template") != NULL) {
		struct conversation changed = talk;

		status = call_choose_form(call, &changed);
		if (status == GROEI_OK)
			status = groei_edit(call->groei, GROEI_CONVERSATION, &talk, &changed);
	} else if (status == GROEI_NO) {
		groei_record_clear(groei_table(GROEI_CONVERSATION), &talk);
		talk.person = person;
		talk.day = groei_today(call->groei);
		status = call_choose_form(call, &talk);
		if (status == GROEI_OK)
			status = groei_add(call->groei, GROEI_CONVERSATION, &talk);
	}
	if (status == GROEI_OK) {
		call->made = talk.id;
		call_open(call, groei_arena_print(call->arena, "conversation %s",
		                                  groei_code(talk.id, code)));
	}
	return status;
}
