/* How a reflection reads: what it is, its questions with what is answered and what was before. */
#include "command/reflect.h"

#include <string.h>

#include "base/i18n.h"
#include <groei/text.h>

const char *reflect_title(struct groei_command_call *call, const struct reflection *reflection,
                          const struct question_template *template)
{
	const char *title = template == NULL
	                        ? reflection->template
	                        : groei_template_text(&template->title, groei_language(call->groei));
	struct conversation talk;

	if (reflection->side == SIDE_PEER)
		return groei_arena_print(call->arena, _("%s, about %s"), title,
		                         call_name(call, reflection->person));
	if (reflection->conversation != 0 &&
	    groei_get(call->groei, call->arena, GROEI_CONVERSATION, reflection->conversation, &talk) ==
	        GROEI_OK)
		return groei_arena_print(call->arena, _("%s, for %s with %s"), title,
		                         call_day_text(call, talk.day),
		                         call_name(call, reflection->side == SIDE_LEAD
		                                             ? talk.person
		                                             : talk.lead));
	return title;
}

/* Who reads it once it is published. */
static const char *readers(struct groei_command_call *call, const struct reflection *reflection)
{
	struct conversation talk;
	struct person person;
	int64_t other = 0;

	if (reflection->side == SIDE_PEER)
		return call_name(call, reflection->person);
	if (reflection->conversation != 0 &&
	    groei_get(call->groei, call->arena, GROEI_CONVERSATION, reflection->conversation, &talk) ==
	        GROEI_OK)
		other = reflection->side == SIDE_LEAD ? talk.person : talk.lead;
	else if (groei_get(call->groei, call->arena, GROEI_PERSON, reflection->person, &person) ==
	         GROEI_OK)
		other = person.lead;
	return other == 0 ? _("only you, as you have no lead here") : call_name(call, other);
}

static void show_state(struct groei_command_call *call, const struct reflection *reflection,
                       size_t answered, size_t count)
{
	const struct groei_field *state = groei_field(groei_table(GROEI_REFLECTION), "state");

	call_print(call, P_("%s · %zu of %zu question answered", "%s · %zu of %zu questions answered",
	                    count),
	           call_choice(state, reflection->state), answered, count);
	if (reflection->due != GROEI_NO_DAY)
		call_print(call, _(" · by %s"), call_day_text(call, reflection->due));
	call_raw(call, "\n");
	if (reflection->context != NULL)
		call_print(call, "%s\n", call_safe(call, reflection->context));
	if (reflection->state == REFLECTION_DRAFT && reflection->author == groei_who(call->groei))
		call_print(call, _("Only you see this. Once published: %s.\n"),
		           readers(call, reflection));
}

static void show_words(struct groei_command_call *call, const char *label, const char *words,
                       enum call_style style)
{
	if (strchr(words, '\n') == NULL &&
	    groei_text_cells(words, strlen(words)) + groei_text_cells(label, strlen(label)) + 6 <=
	        call_width(call)) {
		call_raw(call, "    ");
		if (*label != '\0')
			call_styled(call, style, groei_arena_print(call->arena, "%s: ", label));
		call_print(call, "%s\n", words);
		return;
	}
	if (*label != '\0') {
		call_raw(call, "    ");
		call_styled(call, style, groei_arena_print(call->arena, "%s:", label));
		call_raw(call, "\n");
	}
	call_wrapped(call, words, 4);
}

static void show_earlier(struct groei_command_call *call, const struct question *question,
                         const struct earlier_answer *earlier)
{
	if (earlier->text == NULL && earlier->number == GROEI_NONE)
		return;
	show_words(call,
	           groei_arena_print(call->arena, _("Last time, %s"), call_day_text(call, earlier->day)),
	           call_answer(call, question, earlier->text, earlier->number), STYLE_DIM);
	if (earlier->trend_count > 1) {
		call_raw(call, "    ");
		call_styled(call, STYLE_DIM,
		            call_sparkline(call, earlier->trend, earlier->trend_count, question->low,
		                           question->high));
		call_raw(call, "\n");
	}
}

static void show_question(struct groei_command_call *call, const struct reflection *reflection,
                          const struct asked *asked)
{
	enum answer_side slot = groei_reflection_slot(reflection);
	const struct question *question = asked->question;
	const struct answer *answer = &asked->answer[slot];

	call_raw(call, "  ");
	call_styled(call, STYLE_BOLD,
	            question != NULL ? question->id : call_safe(call, answer->question));
	call_raw(call, "\n");
	if (question != NULL)
		call_wrapped(call, groei_template_text(&question->text, groei_language(call->groei)), 4);
	if (answer->id != 0)
		show_words(call, _("Answer"), call_answer(call, question, answer->text, answer->number),
		           STYLE_GOOD);
	if (question != NULL)
		show_earlier(call, question, &asked->earlier[slot]);
}

static void json_earlier(struct groei_command_call *call, const struct earlier_answer *earlier)
{
	if (earlier->text == NULL && earlier->number == GROEI_NONE) {
		json_string(call, "earlier", NULL);
		return;
	}
	json_begin(call, "earlier", '{');
	json_string(call, "text", earlier->text);
	json_day_value(call, "day", earlier->day);
	json_begin(call, "trend", '[');
	for (int i = 0; i < earlier->trend_count; i++)
		json_int(call, NULL, earlier->trend[i]);
	json_end(call, ']');
	json_end(call, '}');
}

static void show_json(struct groei_command_call *call, const struct reflection *reflection,
                      const struct asked *asked, size_t count)
{
	enum answer_side slot = groei_reflection_slot(reflection);

	json_begin(call, NULL, '{');
	json_fields(call, groei_table(GROEI_REFLECTION), reflection);
	json_begin(call, "questions", '[');
	for (size_t i = 0; i < count; i++) {
		const struct answer *answer = &asked[i].answer[slot];

		json_begin(call, NULL, '{');
		json_string(call, "question",
		            asked[i].question != NULL ? asked[i].question->id : answer->question);
		json_string(call, "text", answer->text);
		if (answer->id != 0 && answer->number != GROEI_NONE)
			json_int(call, "number", answer->number);
		else
			json_string(call, "number", NULL);
		json_earlier(call, &asked[i].earlier[slot]);
		json_end(call, '}');
	}
	json_end(call, ']');
	json_end(call, '}');
}

/* The heading of the section where one begins. */
static void show_section(struct groei_command_call *call, const struct question_template *template,
                         const struct asked *asked, size_t *section)
{
	if (asked->question == NULL || asked->question->section == *section)
		return;
	*section = asked->question->section;
	call_raw(call, "\n");
	call_styled(call, STYLE_BOLD,
	            call_safe(call, groei_template_text(&template->sections[*section].title,
	                                                groei_language(call->groei))));
	call_raw(call, "\n");
}

enum groei_status reflect_show(struct groei_command_call *call, const struct reflection *reflection)
{
	struct question_template *template = NULL;
	struct asked *asked = NULL;
	size_t count = 0, answered = 0, section = (size_t)-1;
	enum groei_status status = groei_reflection_asked(call->groei, call->arena, reflection,
	                                                  &template, &asked, &count);

	if (status != GROEI_OK)
		return status;
	call->made = reflection->id;
	if (call->output->json) {
		show_json(call, reflection, asked, count);
		return GROEI_OK;
	}
	for (size_t i = 0; i < count; i++)
		answered += asked[i].answer[groei_reflection_slot(reflection)].id != 0;
	call_styled(call, STYLE_BOLD, reflect_title(call, reflection, template));
	call_raw(call, "\n");
	show_state(call, reflection, answered, count);
	for (size_t i = 0; i < count; i++) {
		show_section(call, template, &asked[i], &section);
		show_question(call, reflection, &asked[i]);
	}
	return GROEI_OK;
}

void reflect_tell_published(struct groei_command_call *call,
                            const struct reflection_published *published)
{
	const struct reflection *reflection = &published->reflection;

	call->made = reflection->id;
	if (call->output->json) {
		json_record(call, NULL, GROEI_REFLECTION, reflection);
		return;
	}
	call_print(call,
	           P_("Published %zu answer, readable for %s.\n", "Published %zu answers, readable for %s.\n",
	              published->answers),
	           published->answers, readers(call, reflection));
	for (size_t i = 0; i < published->met_count; i++)
		call_print(call,
		           published->met[i].joined
		               ? _("  %s: the conversation had a text already; both are kept.\n")
		               : _("  %s: the conversation has another value already; that one stays.\n"),
		           call_safe(call, published->met[i].question));
	if (published->prepared)
		call_raw(call, _("Both sides are ready for the conversation.\n"));
}
