/* The form of a talk on paper: one page of A4 in plain text, every line with the code by which it is
 * taken in again (run_paper.c). */
#include "command/paper.h"

#include <string.h>

#include "base/i18n.h"
#include <groei/text.h>

enum { WIDTH = 80, ROWS = 60, CODE = 5, POINTS_MOST = 6, WRITING_MOST = 4 };

enum groei_status paper_read(struct groei_command_call *call, int64_t person,
                             struct paper *paper_out)
{
	struct paper paper = {.count = 0};
	size_t discussed = 0;
	enum groei_status status =
	    groei_conversation_open(call->groei, call->arena, person, &paper.talk);

	if (status == GROEI_NO) {
		groei_record_clear(groei_table(GROEI_CONVERSATION), &paper.talk);
		paper.talk.person = person;
		paper.talk.lead = groei_who(call->groei);
		status = call_choose_form(call, &paper.talk);
	}
	if (status == GROEI_OK)
		status = groei_conversation_asked(call->groei, call->arena, &paper.talk, &paper.template,
		                                  &paper.asked, &paper.count);
	if (status == GROEI_OK)
		status = groei_agenda(call->groei, call->arena, person, paper.talk.id, &paper.agenda,
		                      &discussed);
	if (status != GROEI_OK)
		return status;
	paper.count = paper.template == NULL ? 0 : paper.template->question_count;
	*paper_out = paper;
	return GROEI_OK;
}

/* A line of `cells` to write on. */
static const char *blank(struct groei_command_call *call, int cells)
{
	struct groei_buffer line = {0};
	const char *text;

	for (int i = 0; i < cells; i++)
		groei_buffer_char(&line, '_');
	text = groei_arena_text(call->arena, line.data == NULL ? "" : line.data);
	groei_buffer_free(&line);
	return text;
}

static const char *question_words(struct groei_command_call *call, const struct question *question)
{
	return groei_text_safe_line(call->arena,
	                            groei_template_text(&question->text, call_language(call)));
}

/* "[1] [2] [3]", "[yes] [no]"; cut to the line. */
static const char *boxes(struct groei_command_call *call, const struct question *question)
{
	const char *line = "";

	if (question->kind == QUESTION_YESNO)
		return groei_arena_print(call->arena, "[ ] %s  [ ] %s", _("yes"), _("no"));
	if (question->kind == QUESTION_SCALE) {
		for (int i = question->low; i <= question->high && i < question->low + 11; i++)
			line = groei_arena_print(call->arena, "%s%s[%d]", line, *line ? " " : "", i);
		return line;
	}
	for (size_t i = 0; i < question->choice_count; i++)
		line = groei_arena_print(call->arena, "%s%s[ ] %s", line, *line ? "  " : "",
		                         groei_template_text(&question->choices[i].label,
		                                             call_language(call)));
	return groei_text_cut(call->arena, groei_text_safe_line(call->arena, line), WIDTH - CODE);
}

static size_t text_rows(struct groei_command_call *call, const struct question *question)
{
	const char *words = question_words(call, question);
	struct groei_line *lines;

	return groei_text_wrap(call->arena, words, strlen(words), WIDTH - CODE, &lines);
}

/* How many rows there are to write an answer on, so that all fits on one page; 0: the questions
 * are cut to one row each too. */
static int writing_rows(struct groei_command_call *call, const struct paper *paper, int used)
{
	int texts = 0, rows = used, each;

	for (size_t i = 0; i < paper->count; i++) {
		const struct question *question = &paper->template->questions[i];

		rows += (int)text_rows(call, question) + groei_question_is_picked(question);
		texts += !groei_question_is_picked(question);
	}
	each = texts == 0 ? WRITING_MOST : (ROWS - rows) / texts;
	return each < 1 ? 0 : each > WRITING_MOST ? WRITING_MOST : each;
}

static void print_question(struct groei_command_call *call, const struct question *question,
                           size_t index, int rows)
{
	const char *words = question_words(call, question);
	const char *code = groei_arena_print(call->arena, "A%zu", index + 1);
	struct groei_line *lines;
	size_t count = groei_text_wrap(call->arena, words, strlen(words), WIDTH - CODE, &lines);

	if (rows == 0) {
		count = 1;
		lines[0].length = groei_text_fit(words, strlen(words), WIDTH - CODE);
	}
	for (size_t i = 0; i < count; i++)
		call_print(call, "%s%.*s\n", groei_text_pad(call->arena, i == 0 ? code : "", CODE),
		           (int)lines[i].length, words + lines[i].start);
	if (groei_question_is_picked(question))
		call_print(call, "%*s%s\n", CODE, "", boxes(call, question));
	for (int i = 0; !groei_question_is_picked(question) && i < (rows == 0 ? 1 : rows); i++)
		call_print(call, "%*s%s\n", CODE, "", blank(call, WIDTH - CODE));
}

static void print_points(struct groei_command_call *call, const struct paper *paper)
{
	size_t most = paper->agenda.count < POINTS_MOST ? paper->agenda.count : POINTS_MOST;

	for (size_t i = 0; i < most; i++) {
		const struct point *point = &paper->agenda.points[i];
		const char *line = groei_arena_print(call->arena, "[ ] %s (%s)",
		                                     call_safe(call, point->title),
		                                     call_name(call, point->author));

		call_print(call, "%s%s\n",
		           groei_text_pad(call->arena, groei_arena_print(call->arena, "P%zu", i + 1),
		                          CODE),
		           groei_text_cut(call->arena, line, WIDTH - CODE));
	}
}

/* The question of that name is the energy of the talk. */
static bool asks_energy(const struct paper *paper)
{
	for (size_t i = 0; i < paper->count; i++)
		if (strcmp(paper->template->questions[i].id, "energy-today") == 0)
			return true;
	return false;
}

static void print_head(struct groei_command_call *call, const struct paper *paper)
{
	const char *title = paper->template == NULL
	                        ? ""
	                        : groei_template_text(&paper->template->title, call_language(call));
	const char *people = groei_arena_print(
	    call->arena, "%s · %s", groei_person_name(call->groei, call->arena, paper->talk.person),
	    groei_person_name(call->groei, call->arena, paper->talk.lead));
	const char *line = groei_arena_print(
	    call->arena, "%s · %s%s%s", people, title,
	    paper->talk.day == GROEI_NO_DAY ? "" : " · ",
	    paper->talk.day == GROEI_NO_DAY ? "" : call_day_text(call, paper->talk.day));

	call_print(call, "%s\n",
	           groei_text_cut(call->arena, groei_text_safe_line(call->arena, line), WIDTH));
	call_print(call, "D %s %s   M %s %s\n", blank(call, 12), _("day"), blank(call, 5),
	           _("minutes"));
	if (!asks_energy(paper))
		call_print(call, "E [1] [2] [3] [4] [5] [6] [7] [8] [9] [10] %s\n", _("energy today"));
	call_raw(call, "\n");
}

static void print_foot(struct groei_command_call *call, const struct paper *paper)
{
	const char *by = _("by");
	const char *handle = groei_person_handle(call->groei, call->arena, paper->talk.person);
	int title = WIDTH - 15 - groei_text_cells(by, strlen(by)) - 13;

	call_raw(call, "\n");
	print_points(call, paper);
	for (int i = 0; i < 3; i++)
		call_print(call, "[ ] @%s %s %s %s\n", blank(call, 8), blank(call, title), by,
		           blank(call, 12));
	call_print(call, "?    %s\n!    %s\n>    %s\n", blank(call, WIDTH - CODE),
	           blank(call, WIDTH - CODE), blank(call, WIDTH - CODE));
	call_print(call, "N    %s %s\n\n", blank(call, 16), _("next talk"));
	call_print(call, _("[ ] action  ? point for next time  ! moment  !! praise  > heard  - note\n"));
	call_print(call, _("A1L: the lead's own answer. Take it in: groei start %s --from-paper\n"),
	           groei_text_safe_line(call->arena, handle));
}

enum groei_status run_prep_paper(struct groei_command_call *call, int64_t person)
{
	struct paper paper = {.count = 0};
	size_t points;
	int rows;
	enum groei_status status = paper_read(call, person, &paper);

	if (status != GROEI_OK)
		return status;
	points = paper.agenda.count < POINTS_MOST ? paper.agenda.count : POINTS_MOST;
	rows = writing_rows(call, &paper, 4 + 1 + (int)points + 3 + 3 + 2 + 2);
	print_head(call, &paper);
	for (size_t i = 0; i < paper.count; i++)
		print_question(call, &paper.template->questions[i], i, rows);
	print_foot(call, &paper);
	call->made = person;
	return GROEI_OK;
}
