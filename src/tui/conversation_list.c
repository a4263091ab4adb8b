/* The list of questions: which rows it has under a filter, which item its cursor is on, and how a row
 * looks. Saves nothing and knows no keys. */
#include <string.h>

#include "conversation.h"

enum answer_side talk_side(const struct talk *talk, const struct question *question)
{
	if (talk->reflects)
		return talk->side;
	if (question->audience == FOR_EMPLOYEE)
		return SIDE_EMPLOYEE;
	return question->audience == FOR_LEAD ? SIDE_LEAD : talk->side;
}

bool talk_answered(const struct talk *talk, size_t index)
{
	const struct question *question;
	const struct answer *answer;
	const struct text *text;

	if (index >= talk->count)
		return false;
	question = talk->asked[index].question;
	if (!question)
		return true;
	text = text_find(talk, question->id, talk_side(talk, question));
	if (text)
		return !text_is_empty(text_now(text));
	answer = &talk->asked[index].answer[talk_side(talk, question)];
	return answer->id && (!text_is_empty(answer->text) || answer->number != GROEI_NONE);
}

const struct question *talk_question(const struct talk *talk)
{
	return talk->at < talk->count ? talk->asked[talk->at].question : NULL;
}

const char *talk_words(const struct screen *screen, const struct template_text *text)
{
	return groei_template_text(text, groei_language(screen->tui->groei));
}

bool talk_hidden(const struct talk *talk)
{
	const struct question *question = talk_question(talk);

	return question && talk->asked[talk->at].hidden[talk_side(talk, question)];
}

/* A reflection that was skipped, or waits for consent, takes no answers. */
static bool talk_is_over(const struct talk *talk)
{
	return talk->reflects && (talk->reflection.state == REFLECTION_SKIPPED ||
	                          talk->reflection.state == REFLECTION_WAITING);
}

struct text *talk_text(struct screen *screen)
{
	struct talk *talk = screen->state;
	const struct question *question = talk_question(talk);

	if (question && (talk_hidden(talk) || talk_is_over(talk)))
		return NULL;
	if (question)
		return text_of(screen, question, talk_side(talk, question));
	return talk->at == talk->count ? text_notes(screen) : NULL;
}

/* What a row says ------------------------------------------------------------------------------ */

static const char *row_words(struct screen *screen, size_t item)
{
	const struct talk *talk = screen->state;

	if (item == talk->count) {
		noted_read(screen);
		return noted_counts(screen->tui, _("Notes"), talk->noted, talk->noted_count);
	}
	if (item > talk->count)
		return talk->reflects ? reflection_end_words(talk) : _("Close the talk");
	if (!talk->asked[item].question)
		return talk->asked[item].answer[0].id ? talk->asked[item].answer[0].question
		                                      : talk->asked[item].answer[1].question;
	return talk_words(screen, &talk->asked[item].question->text);
}

/* The filter ----------------------------------------------------------------------------------- */

/* What one side answered, as it is shown; "" nothing. */
static const char *answer_words(struct screen *screen, size_t index, enum answer_side side)
{
	const struct talk *talk = screen->state;
	const struct question *question = talk->asked[index].question;
	const struct answer *answer = &talk->asked[index].answer[side];
	const struct text *text = question ? text_find(talk, question->id, side) : NULL;

	if (text)
		return pick_words(screen->tui, question, text_now(text), GROEI_NONE);
	return answer->id ? pick_words(screen->tui, question, answer->text, answer->number) : "";
}

/* Whether the item has every word of the filter: in its question, an answer or the notes. */
static bool fits(struct screen *screen, size_t item)
{
	const struct talk *talk = screen->state;
	struct groei_arena *frame = screen->tui->frame;
	const char *more = "", *other = "";

	if (screen->filter.length == 0)
		return true;
	if (item < talk->count) {
		more = answer_words(screen, item, SIDE_EMPLOYEE);
		other = answer_words(screen, item, SIDE_LEAD);
	} else if (item == talk->count) {
		more = talk->notes ? text_now(talk->notes) : talk->conversation.notes;
	}
	return groei_text_matches(
	    groei_text_key(frame, groei_arena_print(frame, "%s %s %s", row_words(screen, item),
	                                            more ? more : "", other)),
	    groei_text_key(frame, screen->filter.data));
}

/* Rows ----------------------------------------------------------------------------------------- */

static size_t count(void *context, size_t until)
{
	const struct talk *talk = ((struct screen *)context)->state;

	(void)until;
	return talk->rows;
}

static bool is_heading(void *context, size_t index)
{
	const struct talk *talk = ((struct screen *)context)->state;

	return talk->row[index].heading != NULL;
}

/* The items that fit, under their heading; without one, no heading either. */
static void add_items(struct screen *screen, const struct talk_row *heading, size_t from,
                      size_t until)
{
	struct talk *talk = screen->state;
	bool headed = false;

	for (size_t i = from; i < until; i++) {
		if (!fits(screen, i))
			continue;
		if (!headed && talk->airy && talk->rows > 0 && *heading->heading)
			talk->row[talk->rows++] = (struct talk_row){.heading = ""};
		if (!headed && (talk->rows > 0 || *heading->heading))
			talk->row[talk->rows++] = *heading;
		headed = true;
		talk->row[talk->rows++] = (struct talk_row){.item = i};
	}
}

void talk_list_arrange(struct screen *screen)
{
	struct talk *talk = screen->state;
	const struct question_template *template = talk->template;
	size_t sections = template ? template->section_count : 0, asked = 0, from;
	struct talk_row heading;

	talk->row = groei_arena_take(talk->arena,
	                             (talk->count + 2 * sections + 6) * sizeof *talk->row);
	talk->rows = 0;
	for (size_t i = 0; i < sections; i++) {
		const struct template_section *section = &template->sections[i];

		from = asked;
		while (asked < talk->count && talk->asked[asked].question &&
		       talk->asked[asked].question->section == i)
			asked++;
		heading = (struct talk_row){.heading = talk_words(screen, &section->title),
		                            .first = from,
		                            .count = asked - from};
		add_items(screen, &heading, from, asked);
	}
	heading = (struct talk_row){.heading = _("Asked earlier")};
	add_items(screen, &heading, asked, talk->count);
	heading = (struct talk_row){.heading = ""};
	add_items(screen, &heading, talk->count + (talk->reflects ? 1 : 0), talk->count + 2);
}

bool talk_list_has(const struct talk *talk, size_t item)
{
	for (size_t i = 0; i < talk->rows; i++) {
		if (!talk->row[i].heading && talk->row[i].item == item)
			return true;
	}
	return false;
}

void talk_list_show(struct talk *talk)
{
	for (size_t i = 0; i < talk->rows; i++) {
		if (!talk->row[i].heading && talk->row[i].item == talk->at)
			list_go(&talk->list, &talk->view, i);
	}
	list_keep(&talk->list, &talk->view);
}

void talk_list_take(struct talk *talk)
{
	if (talk->list.cursor < talk->rows && !talk->row[talk->list.cursor].heading)
		talk->at = talk->row[talk->list.cursor].item;
	if (talk->at < talk->count)
		talk->question = talk->at;
}

void talk_list_fit(struct screen *screen, int height)
{
	struct talk *talk = screen->state;
	size_t sections = talk->template ? talk->template->section_count : 0;
	int airy = height > 0 && talk->count + 2 * sections + 6 <= (size_t)height;

	if (airy == talk->airy)
		return;
	talk->airy = airy;
	talk_list_arrange(screen);
	talk_list_show(talk);
}

void talk_list_filtered(struct screen *screen)
{
	struct talk *talk = screen->state;

	talk_list_arrange(screen);
	talk->list.cursor = 0;
	talk_list_show(talk);
}

/* How a row looks ------------------------------------------------------------------------------ */

static size_t answered_in(const struct talk *talk, const struct talk_row *row)
{
	size_t answered = 0;

	for (size_t i = row->first; i < row->first + row->count; i++)
		answered += talk_answered(talk, i);
	return answered;
}

static void draw_heading(struct screen *screen, const struct talk_row *row, const struct area *area)
{
	const struct talk *talk = screen->state;
	int right = 0;

	if (row->count)
		right = draw_right(area, 0, 0, area->width - 1, theme_attr(THEME_DIM),
		                   groei_arena_print(screen->tui->frame, "%zu/%zu",
		                                     answered_in(talk, row), row->count));
	draw_text(area, 0, 1, area->width - right - 3, theme_attr(THEME_HEADING), row->heading);
}

static enum text_trouble trouble_of(const struct talk *talk, size_t item)
{
	const struct text *text;
	const struct question *question;

	if (item == talk->count)
		return talk->notes ? talk->notes->trouble : TEXT_FINE;
	if (item > talk->count)
		return TEXT_FINE;
	question = talk->asked[item].question;
	text = question ? text_find(talk, question->id, talk_side(talk, question)) : NULL;
	return text ? text->trouble : TEXT_FINE;
}

static void draw_row(void *context, size_t index, const struct area *area, attr_t attr)
{
	struct screen *screen = context;
	const struct talk *talk = screen->state;
	const struct talk_row *row = &talk->row[index];
	bool plain = attr == theme_attr(THEME_TEXT), done;
	const char *sign = " ";
	int right = area->width - 1;
	enum text_trouble trouble;

	if (row->heading) {
		draw_heading(screen, row, area);
		return;
	}
	trouble = trouble_of(talk, row->item);
	done = talk_answered(talk, row->item);
	if (row->item < talk->count)
		sign = done ? (area->style == DRAW_ASCII ? "x" : "✓")
		            : (area->style == DRAW_ASCII ? "o" : "○");
	if (trouble != TEXT_FINE)
		sign = "!";
	draw_text(area, 0, 1, 1,
	          !plain                   ? attr
	          : trouble != TEXT_FINE   ? theme_attr(THEME_BAD)
	          : done                   ? theme_attr(THEME_GOOD)
	                                   : theme_attr(THEME_DIM),
	          sign);
	if (row->item < talk->count && talk->asked[row->item].question && done &&
	    talk->asked[row->item].question->kind == QUESTION_SCALE) {
		const struct question *question = talk->asked[row->item].question;
		const struct text *text = text_find(talk, question->id, talk_side(talk, question));
		const struct answer *answer = &talk->asked[row->item].answer[talk_side(talk, question)];

		right -= 1 + draw_right(area, 0, right - 4, 4, attr | A_BOLD,
		                        text ? text_now(text)
		                             : pick_words(screen->tui, question, NULL, answer->number));
	}
	draw_text(area, 0, 3, right - 3, plain && done ? theme_attr(THEME_DIM) : attr,
	          row_words(screen, row->item));
}

void talk_list_open(struct screen *screen)
{
	struct talk *talk = screen->state;

	talk->view = (struct list_rows){.context = screen,
	                                .count = count,
	                                .draw = draw_row,
	                                .heading = is_heading,
	                                .empty = _("Nothing fits these words; Esc shows all")};
}
