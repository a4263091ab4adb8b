/* Takes in a talk that was held on paper: lines by code, from a terminal that asks for each or from
 * standard input; shows what it understood, then holds the talk in one change.
 *
 *     A1 text    answer; A1L the lead's own        E 7   energy          D day   held on
 *     P1         point discussed                   M 45  minutes         N day   next talk, or none
 *     [ ] ? ! !! > -   a line of the notes         I text insight        S text  my own part, private
 */
#include "command/paper.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include <groei/text.h>

enum { LINES_MOST = 10000 };

struct taking {
	struct groei_command_call *call;
	struct paper paper;
	struct closing closing;
	struct given_answer *answers;
	int *answer_line;
	int64_t *points;
	struct groei_buffer notes;
	const char **more; /* the answer that a line indented below goes on with; NULL: the notes */
	int line;
};

static enum groei_status refuse(struct taking *t, const char *why)
{
	if (t->line == 0) /* asked for: whoever typed it sees which line is meant */
		return call_fail(t->call, GROEI_INVALID, "%s", why);
	return call_fail(t->call, GROEI_INVALID, _("start: line %d: %s"), t->line, why);
}

static bool starts_note(const char *line)
{
	return strncmp(line, "[ ]", 3) == 0 ||
	       (strchr("?!>-", *line) != NULL && strchr(" \t!", line[1]) != NULL && line[1] != '\0');
}

static void add_note(struct taking *t, const char *line)
{
	if (t->notes.length > 0)
		groei_buffer_char(&t->notes, '\n');
	groei_buffer_text(&t->notes, *line == '-' ? line + 1 + strspn(line + 1, " \t") : line);
	t->more = NULL;
}

/* The number behind the letter of a code: "A12" is 12; 0 when there is none. */
static size_t code_number(const char *code, const char **rest_out)
{
	char *end;
	long number = code[1] >= '0' && code[1] <= '9' ? strtol(code + 1, &end, 10) : 0;

	*rest_out = number > 0 ? end : code + 1;
	return number > 0 && number < LINES_MOST ? (size_t)number : 0;
}

static enum groei_status check_answer(struct taking *t, const struct question *question,
                                      const char *text)
{
	char *end;
	long value;

	if (question->kind != QUESTION_SCALE)
		return GROEI_OK;
	value = strtol(text, &end, 10);
	if (end != text && *end == '\0' && value >= question->low && value <= question->high)
		return GROEI_OK;
	return refuse(t, groei_arena_print(t->call->arena, _("a number from %d to %d is expected"),
	                                   question->low, question->high));
}

static enum groei_status take_answer(struct taking *t, const char *code, const char *text)
{
	const char *rest;
	size_t number = code_number(code, &rest);
	const struct question *question;
	struct given_answer *answer;
	enum answer_side side;
	enum groei_status status;

	if (number == 0 || number > t->paper.count ||
	    (*rest != '\0' && strcmp(rest, "L") != 0 && strcmp(rest, "l") != 0))
		return refuse(t, groei_arena_print(
		                     t->call->arena,
		                     _("“%s” is no question of this talk, they are A1 to A%zu"), code,
		                     t->paper.count));
	question = &t->paper.template->questions[number - 1];
	side = *rest != '\0' || question->audience == FOR_LEAD ? SIDE_LEAD : SIDE_EMPLOYEE;
	for (size_t i = 0; i < t->closing.answer_count; i++)
		if (t->answers[i].side == side && strcmp(t->answers[i].question, question->id) == 0)
			return refuse(t, t->line == 0
			                     ? groei_arena_print(t->call->arena, _("%s has an answer already"), code)
			                     : groei_arena_print(t->call->arena,
			                                         _("%s stands in line %d already"), code,
			                                         t->answer_line[i]));
	status = check_answer(t, question, text);
	if (status != GROEI_OK)
		return status;
	answer = &t->answers[t->closing.answer_count];
	*answer = (struct given_answer){
	    .question = question->id, .text = groei_arena_text(t->call->arena, text), .side = side};
	t->answer_line[t->closing.answer_count++] = t->line;
	t->more = &answer->text;
	return GROEI_OK;
}

static enum groei_status take_point(struct taking *t, const char *code)
{
	const char *rest;
	size_t number = code_number(code, &rest);

	if (number == 0 || *rest != '\0' || number > t->paper.agenda.count)
		return refuse(t, groei_arena_print(t->call->arena, _("“%s” is no point of the agenda"),
		                                   code));
	for (size_t i = 0; i < t->closing.point_count; i++)
		if (t->points[i] == t->paper.agenda.points[number - 1].id)
			return GROEI_OK;
	t->points[t->closing.point_count++] = t->paper.agenda.points[number - 1].id;
	return GROEI_OK;
}

static enum groei_status take_number(struct taking *t, const char *text, int low, int high,
                                     int32_t *out)
{
	char *end;
	long value = strtol(text, &end, 10);

	if (end == text || *end != '\0' || value < low || value > high)
		return refuse(t, groei_arena_print(t->call->arena, _("a number from %d to %d is expected"),
		                                   low, high));
	*out = (int32_t)value;
	return GROEI_OK;
}

static enum groei_status take_day(struct taking *t, const char *text, int32_t *day_out)
{
	const char *why = "";

	return groei_day_parse(text, groei_today(t->call->groei), day_out, &why)
	           ? GROEI_OK
	           : refuse(t, why);
}

static enum groei_status take_next(struct taking *t, const char *text)
{
	const char *key = groei_text_key(t->call->arena, text);

	if (strcmp(key, "none") == 0 || strcmp(key, "geen") == 0) {
		t->closing.plan_next = 0;
		return GROEI_OK;
	}
	return take_day(t, text, &t->closing.next);
}

static enum groei_status take_code(struct taking *t, const char *code, const char *text)
{
	char letter = code[0] >= 'a' && code[0] <= 'z' ? (char)(code[0] - 'a' + 'A') : code[0];

	t->more = NULL;
	if (letter == 'A')
		return *text == '\0' ? GROEI_OK : take_answer(t, code, text);
	if (letter == 'P')
		return take_point(t, code);
	if (code[1] == '\0' && *text == '\0' && strchr("DEMNIS", letter) != NULL)
		return GROEI_OK;
	switch (code[1] == '\0' ? letter : '\0') {
	case 'E':
		return take_number(t, text, 1, 10, &t->closing.energy);
	case 'M':
		return take_number(t, text, 1, 600, &t->closing.minutes);
	case 'D':
		return take_day(t, text, &t->closing.day);
	case 'N':
		return take_next(t, text);
	case 'I':
		t->closing.insight = groei_arena_text(t->call->arena, text);
		t->more = &t->closing.insight;
		return GROEI_OK;
	case 'S':
		t->closing.mirror = groei_arena_text(t->call->arena, text);
		t->more = &t->closing.mirror;
		return GROEI_OK;
	default:
		return refuse(t, groei_arena_print(
		                     t->call->arena,
		                     _("“%s” is no code of the form; start a note with “-”"), code));
	}
}

/* One line as it was typed. Blank lines are passed over; one that is indented goes on with the
 * text before it. */
static enum groei_status take_line(struct taking *t, const char *line)
{
	size_t indent = strspn(line, " \t"), length, word;
	const char *text = line + indent;

	length = strlen(text);
	while (length > 0 && strchr(" \t\r", text[length - 1]) != NULL)
		length--;
	text = groei_arena_copy(t->call->arena, text, length);
	if (*text == '\0')
		return GROEI_OK;
	if (indent > 0 && t->more != NULL) {
		*t->more = groei_arena_print(t->call->arena, "%s\n%s", *t->more, text);
		return GROEI_OK;
	}
	if (starts_note(text)) {
		add_note(t, text);
		return GROEI_OK;
	}
	word = strcspn(text, " \t:");
	return take_code(t, groei_arena_copy(t->call->arena, text, word),
	                 text + word + strspn(text + word, " \t:"));
}

static enum groei_status take_text(struct taking *t, const char *text)
{
	enum groei_status status = GROEI_OK;

	while (*text != '\0' && status == GROEI_OK) {
		size_t length = strcspn(text, "\n");

		t->line++;
		if (t->line > LINES_MOST)
			return refuse(t, _("that is no form of one talk"));
		status = take_line(t, groei_arena_copy(t->call->arena, text, length));
		text += length + (text[length] == '\n');
	}
	return status;
}

/* Asks line by line ---------------------------------------------------------------------------- */

/* False at the end of the input. */
static bool ask(struct taking *t, const char *prompt, const char **line_out)
{
	const struct groei_input *input = t->call->input;

	return input->ask(input->context, t->call->arena, prompt, line_out) == 0 && *line_out != NULL;
}

/* Asks for one code until the answer fits or is left out; false at the end of the input. */
static bool ask_code(struct taking *t, const char *code)
{
	const struct groei_input *input = t->call->input;
	const char *prompt = groei_arena_print(t->call->arena, "%s> ", code), *line;

	while (ask(t, prompt, &line)) {
		if (line[strspn(line, " \t")] == '\0' ||
		    take_code(t, code, line + strspn(line, " \t")) == GROEI_OK)
			return true;
		input->ask(input->context, t->call->arena, NULL, &t->call->why);
		t->call->why = NULL;
	}
	return false;
}

static enum groei_status ask_all(struct taking *t)
{
	static const char *const last[] = {"E", "M", "N", "I", "S"};
	const char *line;
	bool goes_on = true;

	for (size_t i = 0; goes_on && i < t->paper.count; i++)
		goes_on = ask_code(t, groei_arena_print(t->call->arena, "A%zu", i + 1));
	while (goes_on && (goes_on = ask(t, _("[ ] ? ! > - or P1> "), &line)) &&
	       line[strspn(line, " \t")] != '\0') {
		if (take_line(t, line) == GROEI_OK)
			continue;
		t->call->input->ask(t->call->input->context, t->call->arena, NULL, &t->call->why);
		t->call->why = NULL;
	}
	for (size_t i = 0; goes_on && i < sizeof last / sizeof *last; i++)
		goes_on = ask_code(t, last[i]);
	return goes_on ? GROEI_OK
	               : call_fail(t->call, GROEI_NO, _("start: the input ended, nothing was saved"));
}

/* What was understood -------------------------------------------------------------------------- */

static void show_answer(struct taking *t, const struct given_answer *given)
{
	struct groei_command_call *call = t->call;

	for (size_t i = 0; i < t->paper.count; i++) {
		const struct question *question = &t->paper.template->questions[i];
		const struct answer *before = &t->paper.asked[i].answer[given->side];

		if (strcmp(question->id, given->question) != 0)
			continue;
		call_print(call, "A%zu%s  %s\n", i + 1,
		           given->side == SIDE_LEAD && question->audience != FOR_LEAD ? "L" : "",
		           groei_text_safe_line(call->arena,
		                                groei_template_text(&question->text,
		                                                    call_language(call))));
		call_wrapped(call, given->text, 4);
		if (before->id != 0)
			call_wrapped(call,
			             groei_arena_print(call->arena, _("(in place of: %s)"),
			                               call_answer(call, question, before->text,
			                                           before->number)),
			             4);
	}
}

static enum groei_status show_notes(struct taking *t)
{
	struct conversation talk = t->paper.talk;
	struct noted_line *lines = NULL;
	size_t count = 0;
	enum groei_status status;

	if (t->notes.length == 0)
		return GROEI_OK;
	talk.notes = t->notes.data;
	status = groei_conversation_noted(t->call->groei, t->call->arena, &talk, &lines, &count);
	if (status != GROEI_OK)
		return status;
	call_print(t->call, "%s\n", _("Notes"));
	call_wrapped(t->call, t->notes.data, 4);
	for (size_t i = 0; i < count; i++) {
		if (lines[i].kind == NOTED_ACTION && lines[i].due != GROEI_NO_DAY)
			call_print(t->call, _("    → %s, by %s\n"),
			           groei_text_safe_line(t->call->arena, lines[i].title),
			           call_day_text(t->call, lines[i].due));
	}
	return groei_noted_check(t->call->groei, lines, count);
}

static enum groei_status show_all(struct taking *t)
{
	struct groei_command_call *call = t->call;

	for (size_t i = 0; i < t->closing.answer_count; i++)
		show_answer(t, &t->answers[i]);
	for (size_t i = 0; i < t->closing.point_count; i++)
		for (size_t j = 0; j < t->paper.agenda.count; j++)
			if (t->paper.agenda.points[j].id == t->points[i])
				call_print(call, _("Discussed: %s\n"),
				           groei_text_safe_line(call->arena, t->paper.agenda.points[j].title));
	if (t->closing.day != GROEI_NO_DAY)
		call_print(call, _("Held on: %s\n"), call_day_text(call, t->closing.day));
	if (t->closing.energy != GROEI_NONE)
		call_print(call, _("Energy: %d\n"), (int)t->closing.energy);
	if (t->closing.minutes > 0)
		call_print(call, _("Minutes: %d\n"), (int)t->closing.minutes);
	if (t->closing.next != GROEI_NO_DAY)
		call_print(call, _("Next: %s, %s.\n"), call_day_text(call, t->closing.next),
		           call_distance(call, t->closing.next));
	if (t->closing.insight != NULL)
		call_print(call, _("Insight: %s\n"),
		           groei_text_safe_line(call->arena, t->closing.insight));
	if (t->closing.mirror != NULL)
		call_print(call, _("My own part, private: %s\n"),
		           groei_text_safe_line(call->arena, t->closing.mirror));
	return show_notes(t);
}

static void show_json(struct taking *t)
{
	struct groei_command_call *call = t->call;

	json_begin(call, NULL, '{');
	json_begin(call, "answers", '[');
	for (size_t i = 0; i < t->closing.answer_count; i++) {
		json_begin(call, NULL, '{');
		json_string(call, "question", t->answers[i].question);
		json_string(call, "side", t->answers[i].side == SIDE_LEAD ? "lead" : "employee");
		json_string(call, "text", t->answers[i].text);
		json_end(call, '}');
	}
	json_end(call, ']');
	json_begin(call, "discussed", '[');
	for (size_t i = 0; i < t->closing.point_count; i++)
		json_id(call, NULL, t->points[i]);
	json_end(call, ']');
	json_int(call, "energy", t->closing.energy);
	json_string(call, "notes", t->notes.length == 0 ? NULL : t->notes.data);
	json_end(call, '}');
}

/* Holding -------------------------------------------------------------------------------------- */

static enum groei_status hold(struct taking *t)
{
	struct groei_command_call *call = t->call;
	const char *notes = t->notes.length == 0 ? NULL : t->notes.data;
	struct conversation *talk = &t->paper.talk;
	struct closed closed = {.actions_made = 0};
	enum groei_status status;

	if (talk->id == 0) {
		talk->lead = 0;
		talk->notes = notes;
		talk->day = t->closing.day != GROEI_NO_DAY ? t->closing.day : groei_today(call->groei);
		t->closing.day = talk->day;
		status = groei_conversation_log(call->groei, call->arena, talk, NULL, 0, &t->closing,
		                                &closed);
	} else {
		t->closing.conversation = talk->id;
		t->closing.notes = notes != NULL && talk->notes != NULL && talk->notes[0] != '\0'
		                       ? groei_arena_print(call->arena, "%s\n\n%s", talk->notes, notes)
		                       : notes;
		status = groei_conversation_hold(call->groei, call->arena, &t->closing, &closed);
	}
	if (status == GROEI_OK)
		call_tell_closed(call, &closed);
	call->made = 0; /* no screen follows */
	return status;
}

static bool is_sure(struct taking *t)
{
	const struct groei_input *input = t->call->input;

	if (input->ask == NULL || input->sure || input->confirm == NULL)
		return true;
	call_flush(t->call);
	return input->confirm(input->context, _("Hold this conversation?"));
}

static enum groei_status take_in(struct taking *t)
{
	struct groei_command_call *call = t->call;
	const char *text = "-";
	enum groei_status status;

	if (call->input != NULL && call->input->ask != NULL)
		status = ask_all(t);
	else
		status = call_value_read(call, "from-paper", text, &text);
	if (status == GROEI_OK && (call->input == NULL || call->input->ask == NULL))
		status = take_text(t, text);
	if (status != GROEI_OK)
		return status;
	t->closing.answers = t->answers;
	t->closing.points = t->points;
	if (t->closing.answer_count + t->closing.point_count + t->notes.length == 0 &&
	    t->closing.energy == GROEI_NONE)
		return call_fail(call, GROEI_INVALID, _("start: the form is empty, nothing was saved"));
	if (call->output->json && call_value(call, "dry-run") != NULL) {
		show_json(t);
		return GROEI_OK;
	}
	if (!call->output->json)
		status = show_all(t);
	if (status != GROEI_OK)
		return status;
	if (call_value(call, "dry-run") != NULL) {
		call_print(call, _("Nothing was saved: that is what it would be.\n"));
		return GROEI_OK;
	}
	return is_sure(t) ? hold(t)
	                  : call_fail(call, GROEI_NO, _("%s: nothing was changed"), "start");
}

enum groei_status run_from_paper(struct groei_command_call *call, int64_t person)
{
	struct taking t = {.call = call,
	                   .closing = {.day = GROEI_NO_DAY,
	                               .energy = GROEI_NONE,
	                               .next = GROEI_NO_DAY,
	                               .plan_next = 1}};
	enum groei_status status = paper_read(call, person, &t.paper);

	if (status != GROEI_OK)
		return status;
	t.answers = groei_arena_take(call->arena, (2 * t.paper.count + 1) * sizeof *t.answers);
	t.answer_line = groei_arena_take(call->arena, (2 * t.paper.count + 1) * sizeof(int));
	t.points = groei_arena_take(call->arena, (t.paper.agenda.count + 1) * sizeof *t.points);
	status = take_in(&t);
	groei_buffer_free(&t.notes);
	return status;
}
