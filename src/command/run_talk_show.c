/* Shows one conversation: questions by section, answers of both sides with last time's, notes, actions. */
#include "command/call.h"

#include <string.h>

#include "base/i18n.h"
#include <groei/access.h>
#include <groei/text.h>

static enum groei_status read_actions(struct groei_command_call *call, int64_t conversation,
                                      struct action **actions_out, size_t *count_out)
{
	struct groei_query query = {
	    .scope = GROEI_ALL, .condition = {{"conversation", conversation}}, .limit = 1000};
	void *records = NULL;
	enum groei_status status = groei_list(call->groei, call->arena, GROEI_ACTION, &query, &records,
	                                      count_out);

	if (status == GROEI_NO) {
		*count_out = 0;
		status = GROEI_OK;
	}
	*actions_out = records;
	return status;
}

static void show_json(struct groei_command_call *call, const struct conversation *talk,
                      const struct asked *asked, size_t asked_count, const struct action *actions,
                      size_t action_count)
{
	json_begin(call, NULL, '{');
	json_fields(call, call->table, talk);
	json_begin(call, "answers", '[');
	for (size_t i = 0; i < asked_count; i++)
		for (int side = SIDE_EMPLOYEE; side <= SIDE_LEAD; side++) {
			const struct answer *answer = &asked[i].answer[side];
			const struct earlier_answer *earlier = &asked[i].earlier[side];

			if (answer->id == 0)
				continue;
			json_begin(call, NULL, '{');
			json_fields(call, groei_table(GROEI_ANSWER), answer);
			if (earlier->text != NULL || earlier->number != GROEI_NONE) {
				json_begin(call, "earlier", '{');
				json_string(call, "text", earlier->text);
				json_int(call, "number", earlier->number);
				json_day_value(call, "day", earlier->day);
				json_end(call, '}');
			} else {
				json_string(call, "earlier", NULL);
			}
			json_end(call, '}');
		}
	json_end(call, ']');
	json_records(call, "actions", GROEI_ACTION, actions, action_count);
	json_end(call, '}');
}

static void show_words(struct groei_command_call *call, const char *who, enum call_style style,
                       const char *words)
{
	call_raw(call, "    ");
	call_styled(call, style, groei_text_safe_line(call->arena, who));
	if (strchr(words, '\n') == NULL &&
	    groei_text_cells(words, strlen(words)) + groei_text_cells(who, strlen(who)) + 6 <=
	        call_width(call)) {
		call_print(call, ": %s\n", words);
	} else {
		call_raw(call, ":\n");
		call_wrapped(call, words, 6);
	}
}

static int answered(const struct answer *answer)
{
	return answer->id != 0;
}

static int earlier_known(const struct earlier_answer *earlier)
{
	return earlier->text != NULL || earlier->number != GROEI_NONE;
}

static void show_question(struct groei_command_call *call, const struct conversation *talk,
                          const struct asked *asked)
{
	const struct question *question = asked->question;
	const int64_t who[2] = {talk->person, talk->lead};

	if (question != NULL)
		call_wrapped(call, groei_template_text(&question->text, groei_language(call->groei)), 2);
	else
		call_wrapped(call, asked->answer[0].id != 0 ? asked->answer[0].question
		                                            : asked->answer[1].question, 2);
	for (int side = SIDE_EMPLOYEE; side <= SIDE_LEAD; side++) {
		const struct answer *answer = &asked->answer[side];
		const struct earlier_answer *earlier = &asked->earlier[side];
		const char *name = groei_person_name(call->groei, call->arena, who[side]);

		if (answered(answer))
			show_words(call, name, STYLE_BOLD,
			           call_answer(call, question, answer->text, answer->number));
		if (earlier_known(earlier))
			show_words(call,
			           groei_arena_print(call->arena, _("%s, %s"), name,
			                             call_day_text(call, earlier->day)),
			           STYLE_DIM, call_answer(call, question, earlier->text, earlier->number));
	}
}

static void show_questions(struct groei_command_call *call, const struct conversation *talk,
                           const struct question_template *template, const struct asked *asked,
                           size_t count)
{
	int held = talk->state == CONVERSATION_HELD || talk->state == CONVERSATION_ACKNOWLEDGED;
	size_t section = (size_t)-1;

	for (size_t i = 0; i < count; i++) {
		const struct asked *one = &asked[i];

		if (held && !answered(&one->answer[0]) && !answered(&one->answer[1]))
			continue;
		if (one->question != NULL && one->question->section != section) {
			section = one->question->section;
			call_raw(call, "\n");
			call_styled(call, STYLE_BOLD,
			            groei_text_safe_line(
			                call->arena, groei_template_text(&template->sections[section].title,
			                                                 groei_language(call->groei))));
			call_raw(call, "\n");
		}
		show_question(call, talk, one);
	}
}

static void show_actions(struct groei_command_call *call, const struct action *actions,
                         size_t count)
{
	char code[GROEI_CODE_SIZE];

	call_head(call, _("Actions"));
	for (size_t i = 0; i < count; i++) {
		const struct action *action = &actions[i];

		call_print(call, "  [%s] %s  @%s %s", action->state == ACTION_OPEN ? " " : "x",
		           groei_short_code(call->groei, GROEI_ACTION, action->id, code),
		           groei_person_handle(call->groei, call->arena, action->owner),
		           groei_text_safe_line(call->arena, action->title));
		if (action->due != GROEI_NO_DAY)
			call_print(call, _(", by %s"), call_day_text(call, action->due));
		call_raw(call, "\n");
	}
}

static void show_head(struct groei_command_call *call, const struct conversation *talk)
{
	const char *head = groei_arena_print(
	    call->arena, _("%s: %s with %s"), call_day_text(call, talk->day),
	    call_choice(groei_field(call->table, "format"), talk->format),
	    call_name(call, talk->person));
	char code[GROEI_CODE_SIZE];

	call_styled(call, STYLE_BOLD, head);
	call_raw(call, "\n");
	call_print(call, "%s · %s",
	           groei_short_code(call->groei, GROEI_CONVERSATION, talk->id, code),
	           call_choice(groei_field(call->table, "state"), talk->state));
	if (talk->postponed != GROEI_NONE && talk->postponed > 0)
		call_print(call, " · %s",
		           groei_arena_print(call->arena, _("%d× postponed"), (int)talk->postponed));
	if (talk->lead != 0)
		call_print(call, _(" · lead %s"),
		           call_name(call, talk->lead));
	if (talk->energy != GROEI_NONE)
		call_print(call, _(" · energy %d"), (int)talk->energy);
	if (talk->hat != GROEI_NONE)
		call_print(call, _(" · as a %s"),
		           call_choice(groei_field(call->table, "hat"), talk->hat));
	if (talk->minutes != GROEI_NONE)
		call_print(call, P_(" · %d minute", " · %d minutes", talk->minutes), (int)talk->minutes);
	call_raw(call, "\n");
}

static enum groei_status show_readers(struct groei_command_call *call,
                                      const struct conversation *talk)
{
	const char *words = "";
	enum groei_status status = groei_seen_by(call->groei, call->arena, GROEI_CONVERSATION, talk,
	                                         &words);

	if (status == GROEI_OK && *words != '\0')
		call_print(call, _("Seen by %s\n"), groei_text_safe_line(call->arena, words));
	return status;
}

static void show_text(struct groei_command_call *call, const char *title, const char *text)
{
	if (text == NULL || *text == '\0')
		return;
	call_head(call, title);
	call_wrapped(call, text, 2);
}

enum groei_status run_conversation_show(struct groei_command_call *call)
{
	struct conversation talk = {0};
	struct question_template *template = NULL;
	struct asked *asked = NULL;
	struct action *actions = NULL;
	size_t asked_count = 0;
	size_t action_count = 0;
	enum groei_status status = call_get(call, GROEI_CONVERSATION, "id", &talk);

	if (status == GROEI_OK)
		status = groei_conversation_asked(call->groei, call->arena, &talk, &template, &asked,
		                                  &asked_count);
	if (status == GROEI_OK)
		status = read_actions(call, talk.id, &actions, &action_count);
	if (status != GROEI_OK)
		return status;
	call->made = talk.id;
	if (call->output->json) {
		show_json(call, &talk, asked, asked_count, actions, action_count);
		return GROEI_OK;
	}
	show_head(call, &talk);
	status = show_readers(call, &talk);
	if (status != GROEI_OK)
		return status;
	show_questions(call, &talk, template, asked, asked_count);
	show_text(call, _("Insight"), talk.insight);
	show_text(call, _("Notes"), talk.notes);
	if (action_count > 0)
		show_actions(call, actions, action_count);
	return GROEI_OK;
}
