/* Questions that are answered with one key: scales, choices, yes or no. Knows no store. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "conversation.h"

static bool read_number(const char *text, int *number_out)
{
	char *end;
	long number;

	errno = 0;
	number = strtol(text, &end, 10);
	if (end == text || *end || errno || number < -1000 || number > 1000)
		return false;
	*number_out = (int)number;
	return true;
}

/* One digit a value: 1–9 and 0 for ten. */
static bool by_digit(const struct question *question)
{
	return question->high <= 9 || (question->high == 10 && question->low >= 1);
}

static void pick_number(struct tui *tui, struct text *text, int number)
{
	text_pick(text, groei_arena_print(tui->frame, "%d", number));
}

static bool scale_digit(struct tui *tui, struct text *text, const struct question *question,
                        int digit)
{
	int number = digit, before;

	if (by_digit(question)) {
		if (digit == 0 && question->high == 10)
			number = 10;
		if (number < question->low || number > question->high) {
			tui_message(tui, _("The scale goes from %d to %d"), question->low, question->high);
			return false;
		}
	} else if (read_number(text->pick, &before) && before * 10 + digit <= question->high) {
		number = before * 10 + digit;
	} else if (number > question->high) {
		return false;
	}
	pick_number(tui, text, number < question->low ? question->low : number);
	return true;
}

static void scale_step(struct tui *tui, struct text *text, const struct question *question, int by)
{
	int number;

	if (!read_number(text->pick, &number))
		number = by > 0 ? (question->low + question->high) / 2 - 1
		                : (question->low + question->high + 1) / 2 + 1;
	number += by;
	if (number >= question->low && number <= question->high)
		pick_number(tui, text, number);
}

static const char *choice_label(struct tui *tui, const struct question *question, size_t index)
{
	if (question->kind == QUESTION_YESNO)
		return index == 0 ? _("Yes") : _("No");
	return groei_template_text(&question->choices[index].label, groei_language(tui->groei));
}

static size_t picked(const struct question *question, const char *pick)
{
	size_t count = groei_question_choices(question);

	for (size_t i = 0; i < count; i++) {
		if (strcmp(groei_question_choice(question, i), pick) == 0)
			return i;
	}
	return count;
}

static enum screen_answer choice_key(struct text *text, const struct question *question,
                                     const struct key *key)
{
	size_t count = groei_question_choices(question), at = picked(question, text->pick);
	uint32_t rune = key->code == K_CHAR && !(key->modifiers & (K_CTRL | K_ALT)) ? key->rune : 0;

	if (question->kind == QUESTION_YESNO && (rune == 'y' || rune == 'j'))
		text_pick(text, "yes");
	else if (question->kind == QUESTION_YESNO && rune == 'n')
		text_pick(text, "no");
	else if (rune >= '1' && rune <= '9' && rune - '1' < count)
		text_pick(text, groei_question_choice(question, rune - '1'));
	else if (key->code == K_DOWN && key->modifiers == 0)
		text_pick(text, groei_question_choice(question, at >= count - 1 ? 0 : at + 1));
	else if (key->code == K_UP && key->modifiers == 0)
		text_pick(text, groei_question_choice(question,
		                                      at == 0 || at == count ? count - 1 : at - 1));
	else
		return rune >= '0' && rune <= '9' ? SCREEN_USED : SCREEN_IGNORED;
	return SCREEN_USED;
}

enum screen_answer pick_key(struct tui *tui, struct text *text, const struct question *question,
                            const struct key *key)
{
	uint32_t rune = key->code == K_CHAR && !(key->modifiers & (K_CTRL | K_ALT)) ? key->rune : 0;

	if ((key->code == K_BACKSPACE || key->code == K_DELETE) && key->modifiers == 0) {
		text_pick(text, "");
		return SCREEN_USED;
	}
	if (question->kind != QUESTION_SCALE)
		return choice_key(text, question, key);
	if (rune >= '0' && rune <= '9')
		scale_digit(tui, text, question, (int)(rune - '0'));
	else if (key->code == K_RIGHT && key->modifiers == 0)
		scale_step(tui, text, question, 1);
	else if (key->code == K_LEFT && key->modifiers == 0)
		scale_step(tui, text, question, -1);
	else
		return SCREEN_IGNORED;
	return SCREEN_USED;
}

const char *pick_words(struct tui *tui, const struct question *question, const char *text,
                       int32_t number)
{
	size_t at;

	if (number != GROEI_NONE)
		return groei_arena_print(tui->frame, "%d", (int)number);
	if (!text || !question || !groei_question_is_picked(question) ||
	    question->kind == QUESTION_SCALE)
		return text ? text : "";
	at = picked(question, text);
	return at < groei_question_choices(question) ? choice_label(tui, question, at) : text;
}

/* Drawing -------------------------------------------------------------------------------------- */

static struct spot draw_scale(struct tui *tui, const struct area *area,
                              const struct question *question, const struct text *text,
                              int *rows_out)
{
	enum groei_language language = groei_language(tui->groei);
	const char *low = groei_template_text(&question->low_label, language);
	const char *high = groei_template_text(&question->high_label, language);
	int count = question->high - question->low + 1, number = 0, width, end;
	bool given = read_number(text->pick, &number);
	struct spot spot = draw_spot(area, 0, 0);

	width = count > 0 ? (area->width - 1) / count : 1;
	width = width > 5 ? 5 : width;
	if (width < 3 || !by_digit(question)) {
		int used = draw_text(area, 0, 0, area->width, theme_attr(given ? THEME_SELECTED : THEME_DIM),
		                     given ? groei_arena_print(tui->frame, " %d ", number) : " … ");

		draw_text(area, 0, used + 2, area->width - used - 2, theme_attr(THEME_DIM),
		          groei_arena_print(tui->frame, _("from %d, %s, to %d, %s"), question->low, low,
		                            question->high, high));
		*rows_out = 1;
		return spot;
	}
	for (int i = 0; i < count; i++) {
		int value = question->low + i, digits = value >= 10 ? 2 : 1;
		bool here = given && value == number;
		attr_t attr = theme_attr(here ? THEME_SELECTED : THEME_TEXT);
		int column = i * width + (width - digits) / 2;

		if (here) {
			draw_fill(area, 0, i * width, width, attr | A_BOLD);
			spot = draw_spot(area, 0, column);
		}
		draw_text(area, 0, column, digits, here ? attr | A_BOLD : attr,
		          groei_arena_print(tui->frame, "%d", value));
	}
	end = count * width;
	draw_text(area, 1, 1, end / 2 - 1, theme_attr(THEME_DIM), low);
	draw_right(area, 1, end / 2, end - end / 2 - 1, theme_attr(THEME_DIM), high);
	*rows_out = 2;
	return spot;
}

struct spot pick_draw(struct tui *tui, const struct area *area, const struct question *question,
                      const struct text *text, int *rows_out)
{
	struct spot spot = draw_spot(area, 0, 0);
	size_t at = picked(question, text->pick), count = groei_question_choices(question);

	if (question->kind == QUESTION_SCALE)
		return draw_scale(tui, area, question, text, rows_out);
	for (size_t i = 0; i < count; i++) {
		attr_t attr = theme_attr(i == at ? THEME_SELECTED : THEME_TEXT);
		const char *sign = i == at ? "●" : "○";

		if (area->style == DRAW_ASCII)
			sign = i == at ? "(x)" : "( )";
		if (i == at)
			spot = draw_spot(area, (int)i, 0);
		draw_text(area, (int)i, 0, -1, attr,
		          groei_arena_print(tui->frame, " %zu %s %s ", i + 1, sign,
		                            groei_text_safe_line(tui->frame,
		                                                 choice_label(tui, question, i))));
	}
	*rows_out = (int)count;
	return spot;
}
