/* A table of day by answer for one question. Reads answers; writes nothing. */
#include "person_answers.h"

#include <stdio.h>
#include <string.h>

#include "conversation.h"

/* Reading -------------------------------------------------------------------------------------- */

static bool ever_answered(const struct asked *asked)
{
	for (int side = 0; side < 2; side++) {
		if (asked->answer[side].id || asked->earlier[side].text ||
		    asked->earlier[side].number != GROEI_NONE)
			return true;
	}
	return false;
}

static void collect(struct person_answers *answers, const struct asked *asked, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		bool known = !asked[i].question || !ever_answered(&asked[i]);

		for (size_t j = 0; !known && j < answers->questions; j++)
			known = strcmp(answers->question[j]->id, asked[i].question->id) == 0;
		if (!known)
			answers->question[answers->questions++] = asked[i].question;
	}
}

static enum groei_status read_chosen(struct person_answers *answers, struct tui *tui,
                                     struct groei_arena *arena, int64_t person)
{
	enum groei_status status;

	answers->answer = NULL;
	answers->answers = 0;
	if (answers->at >= answers->questions)
		return GROEI_OK;
	snprintf(answers->chosen, sizeof answers->chosen, "%s", answers->question[answers->at]->id);
	status = groei_answers_over_time(tui->groei, arena, person, answers->chosen, &answers->answer,
	                                 &answers->answers);
	if (status != GROEI_OK)
		answers->answers = 0;
	return status;
}

enum groei_status person_answers_read(struct person_answers *answers, struct tui *tui,
                                      struct groei_arena *arena, const struct brief *brief)
{
	const struct conversation *talk[2] = {&brief->last, &brief->next};
	struct asked *asked[2] = {NULL, NULL};
	struct question_template *template;
	size_t count[2] = {0, 0};
	enum groei_status status = GROEI_OK;

	answers->questions = answers->answers = answers->at = 0;
	for (int i = 0; i < 2 && status == GROEI_OK; i++) {
		if (talk[i]->id)
			status = groei_conversation_asked(tui->groei, arena, talk[i], &template, &asked[i],
			                                  &count[i]);
	}
	if (status != GROEI_OK)
		return status;
	answers->question = groei_arena_take(arena,
	                                     (count[0] + count[1] + 1) * sizeof *answers->question);
	collect(answers, asked[0], count[0]);
	collect(answers, asked[1], count[1]);
	for (size_t i = answers->questions; i-- > 0;) {
		if (*answers->chosen ? strcmp(answers->question[i]->id, answers->chosen) == 0
		                     : !groei_question_is_picked(answers->question[i]))
			answers->at = i;
	}
	return read_chosen(answers, tui, arena, brief->person.id);
}

void person_answers_step(struct person_answers *answers, struct tui *tui,
                         struct groei_arena *arena, int64_t person, int by)
{
	if (answers->questions == 0)
		return;
	answers->at = by > 0 ? (answers->at + 1) % answers->questions
	                     : (answers->at + answers->questions - 1) % answers->questions;
	answers->top = 0;
	if (read_chosen(answers, tui, arena, person) != GROEI_OK)
		tui_why(tui);
}

void person_answers_scroll(struct person_answers *answers, int by)
{
	answers->top += by;
	if (answers->top > answers->rows - 1)
		answers->top = answers->rows - 1;
	if (answers->top < 0)
		answers->top = 0;
}

/* Drawing -------------------------------------------------------------------------------------- */

enum { DAY = 17, WIDE = 60 };

static int draw_trend(const struct person_answers *answers, struct tui *tui,
                      const struct question *question, const struct area *area, int row)
{
	long value[60];
	const char *numbers = "";
	size_t count = 0;
	int used;

	if (question->kind != QUESTION_SCALE)
		return 0;
	for (size_t i = answers->answers; i-- > 0 && count < 60;) {
		const struct answer *answer = &answers->answer[i].answer;

		if (answer->side != SIDE_EMPLOYEE || answer->number == GROEI_NONE)
			continue;
		value[count++] = answer->number;
		numbers = groei_arena_print(tui->frame, "%s%s%d", numbers, *numbers ? " " : "",
		                            (int)answer->number);
	}
	if (count == 0)
		return 0;
	used = draw_spark(area, row, 0, 30, theme_attr(THEME_ACCENT), value, count, question->low,
	                  question->high);
	draw_text(area, row, used + 2, area->width - used - 2, theme_attr(THEME_DIM), numbers);
	return 2;
}

static const struct answer *answer_of(const struct person_answers *answers, size_t first,
                                      size_t until, enum answer_side side)
{
	for (size_t i = first; i < until; i++) {
		if (answers->answer[i].answer.side == (int32_t)side)
			return &answers->answer[i].answer;
	}
	return NULL;
}

static const char *words_of(struct tui *tui, const struct question *question,
                            const struct answer *answer)
{
	return answer ? pick_words(tui, question, answer->text, answer->number) : "";
}

static bool has_lead(const struct person_answers *answers)
{
	return answer_of(answers, 0, answers->answers, SIDE_LEAD) != NULL;
}

/* One conversation: its day, then both sides beside or below each other. Rows used. */
static int draw_day(struct tui *tui, const struct question *question, const struct area *area,
                    int row, int32_t day, const struct answer *employee, const struct answer *lead,
                    bool wide)
{
	struct area mine = area_columns(area, DAY, wide ? (area->width - DAY) / 2 - 1 : -1);
	struct area theirs = area_columns(area, DAY + (area->width - DAY) / 2 + 1, -1);
	char text[GROEI_DATE_SIZE];
	int used = 0, other;

	groei_day_text(day, groei_today(tui->groei), text);
	draw_text(area, row, 0, DAY - 1, theme_attr(THEME_DIM), text);
	if (employee)
		used = draw_wrapped(&mine, row, theme_attr(THEME_TEXT), words_of(tui, question, employee));
	if (!lead)
		return used;
	if (!wide)
		return used + draw_wrapped(&mine, row + used, theme_attr(THEME_DIM),
		                           groei_arena_print(tui->frame, _("lead: %s"),
		                                             words_of(tui, question, lead)));
	other = draw_wrapped(&theirs, row, theme_attr(THEME_DIM), words_of(tui, question, lead));
	return used > other ? used : other;
}

void person_answers_draw(struct person_answers *answers, struct tui *tui, const struct area *area)
{
	const struct question *question;
	struct area body;
	int row = 0, gap;
	bool wide;

	if (answers->questions == 0) {
		draw_wrapped(area, 0, theme_attr(THEME_DIM),
		             _("Answers stand here side by side once a talk has some."));
		return;
	}
	question = answers->question[answers->at];
	draw_text(area, 0, 0, area->width - 22, theme_attr(THEME_DIM), _("Answers over time"));
	draw_right(area, 0, 0, area->width, theme_attr(THEME_DIM),
	           groei_arena_print(tui->frame, _("%zu of %zu · v next"), answers->at + 1,
	                             answers->questions));
	row = 1 + draw_wrapped(area, 1, theme_attr(THEME_HEADING),
	                       groei_template_text(&question->text, groei_language(tui->groei)));
	body = area_rows(area, row + 1, -1);
	wide = body.width >= WIDE && has_lead(answers);
	if (wide) {
		draw_text(&body, 0, DAY, -1, theme_attr(THEME_DIM), _("Employee"));
		draw_text(&body, 0, DAY + (body.width - DAY) / 2 + 1, -1, theme_attr(THEME_DIM), _("Lead"));
		body = area_rows(&body, 1, -1);
	}
	row = -answers->top;
	row += draw_trend(answers, tui, question, &body, row);
	gap = groei_question_is_picked(question) ? 0 : 1;
	for (size_t i = 0, next; i < answers->answers; i = next) {
		int64_t talk = answers->answer[i].answer.conversation;

		for (next = i + 1; next < answers->answers &&
		                   answers->answer[next].answer.conversation == talk;)
			next++;
		row += gap + draw_day(tui, question, &body, row, answers->answer[i].conversation.day,
		                    answer_of(answers, i, next, SIDE_EMPLOYEE),
		                    answer_of(answers, i, next, SIDE_LEAD), wide);
	}
	answers->rows = row + answers->top;
	draw_more(&body, DAY - 2, theme_attr(THEME_DIM), /* in the column of the days */
	          (answers->top > 0 ? DRAW_MORE_ABOVE : 0) |
	              (row > body.height ? DRAW_MORE_BELOW : 0));
}
