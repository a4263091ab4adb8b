/* How a conversation looks: list, question, last time, notes. Draws only. */
#include <string.h>
#include <time.h>

#include "conversation.h"
#include "frame.h"

enum {
	PAIR = 76,   /* columns from which the list stands beside the question */
	TRIPLE = 108, /* and last time and notes beside both */
	LEAST_WITH_EARLIER = 9 /* rows from which last time stands above the answer */
};

static int clamp(int value, int low, int high)
{
	return value < low ? low : value > high ? high : value;
}

/* The list ------------------------------------------------------------------------------------- */

static struct spot draw_list(struct screen *screen, const struct area *area)
{
	struct talk *talk = screen->state;
	struct area rest = area_rows(area, screen_filter_line(screen, area), -1);

	talk_list_fit(screen, rest.height);
	return list_draw(&talk->list, &talk->view, &rest,
	                 talk->focus == FOCUS_LIST ? LIST_FOCUSED : LIST_UNFOCUSED);
}

/* Last time ------------------------------------------------------------------------------------ */

/* Text wrapped into at most `rows` rows; when there is more, the last one ends in `more`. */
static int draw_some(const struct area *area, int row, int rows, attr_t attr, const char *text,
                     const char *more)
{
	struct area part = area_rows(area, row, rows);
	int all = draw_wrapped(&part, 0, attr, text), cells = groei_text_cells(more, strlen(more)) + 1;

	if (all <= rows)
		return all;
	draw_fill(&part, rows - 1, part.width - cells, cells, A_NORMAL);
	draw_right(&part, rows - 1, 0, part.width, theme_attr(THEME_KEY), more);
	return rows;
}

static const char *dots(const struct area *area)
{
	return area->style == DRAW_ASCII ? "~" : "…";
}

/* "… Ctrl-B", the key that shows all of it. */
static const char *dots_and_key(struct screen *screen, const struct area *area)
{
	const struct binding *binding = frame_key_of(screen->tui->top, "last time");
	char label[32];

	if (!binding)
		return dots(area);
	key_label(&binding->key, label, sizeof label);
	return groei_arena_print(screen->tui->frame, "%s %s", dots(area), label);
}

static int draw_trend(struct screen *screen, const struct area *area, int row,
                      const struct question *question, const struct earlier_answer *earlier)
{
	const char *numbers = "";
	long value[12];
	int used;

	if (earlier->trend_count == 0)
		return 0;
	for (int i = 0; i < earlier->trend_count; i++) {
		value[i] = earlier->trend[i];
		numbers = groei_arena_print(screen->tui->frame, "%s%s%d", numbers, i ? " " : "",
		                            (int)earlier->trend[i]);
	}
	used = draw_spark(area, row, 0, 12, theme_attr(THEME_ACCENT), value,
	                  (size_t)earlier->trend_count, question->low, question->high);
	draw_text(area, row, used + 2, area->width - used - 2, theme_attr(THEME_DIM), numbers);
	return 1;
}

static bool was_answered(const struct earlier_answer *earlier)
{
	return earlier->day != GROEI_NO_DAY && (earlier->text || earlier->number != GROEI_NONE);
}

enum screen_answer talk_last_time(struct screen *screen)
{
	const struct talk *talk = screen->state;
	const struct question *question =
	    talk->question < talk->count ? talk->asked[talk->question].question : NULL;
	const struct earlier_answer *earlier;
	struct tui *tui = screen->tui;

	if (!question)
		return SCREEN_USED;
	earlier = &talk->asked[talk->question].earlier[talk_side(talk, question)];
	if (!was_answered(earlier)) {
		tui_message(tui, _("Last time: not answered before"));
		return SCREEN_USED;
	}
	tui_show_text(tui,
	              groei_arena_print(tui->frame, "%s · %s", _("Last time"),
	                                screen_day(tui, earlier->day)),
	              groei_arena_print(tui->frame, "%s\n\n%s",
	                                talk_words(screen, &question->text),
	                                pick_words(tui, question, earlier->text, earlier->number)));
	return SCREEN_USED;
}

/* What was answered last time, in at most `rows` rows. Returns the rows used. */
static int draw_earlier(struct screen *screen, const struct area *area, int row, int rows)
{
	const struct talk *talk = screen->state;
	const struct asked *asked = &talk->asked[talk->question];
	const struct question *question = asked->question;
	const struct earlier_answer *earlier;
	int used = 0;

	if (!question || rows < 2)
		return 0;
	earlier = &asked->earlier[talk_side(talk, question)];
	if (!was_answered(earlier)) {
		draw_text(area, row, 0, area->width, theme_attr(THEME_DIM),
		          _("Last time: not answered before"));
		return 1;
	}
	used = draw_text(area, row, 0, area->width, theme_attr(THEME_HEADING), _("Last time"));
	draw_text(area, row, used + 1, area->width - used - 1, theme_attr(THEME_DIM),
	          groei_arena_print(screen->tui->frame, "· %s", screen_day(screen->tui, earlier->day)));
	if (question->kind == QUESTION_SCALE)
		return 1 + draw_trend(screen, area, row + 1, question, earlier);
	used = draw_some(area, row + 1, rows - 1, theme_attr(THEME_DIM),
	                 pick_words(screen->tui, question, earlier->text, earlier->number),
	                 dots_and_key(screen, area));
	return 1 + used;
}

/* The question --------------------------------------------------------------------------------- */

static const char *clock_words(struct screen *screen, int64_t instant)
{
	time_t seconds = (time_t)(instant / 1000000);
	struct tm local;
	char text[8] = "";

	if (localtime_r(&seconds, &local))
		strftime(text, sizeof text, "%H:%M", &local);
	return groei_arena_text(screen->tui->frame, text);
}

/* A line on what is up with the text: not saved, changed by another, put back. Rows used. */
static int draw_trouble(struct screen *screen, const struct area *area, int row,
                        const struct text *text)
{
	if (text->trouble == TEXT_CLASH) {
		int used = 2;

		draw_text(area, row, 0, area->width, theme_attr(THEME_WARN),
		          _("Somebody else saved this; Ctrl-S decides:"));
		used = draw_some(area, row + 1, clamp(area->height / 4, 1, 6), theme_attr(THEME_TEXT),
		                 *text->base ? text->base : _("(emptied)"), dots(area));
		draw_text(area, row + 1 + used, 0, area->width, theme_attr(THEME_WARN), _("Yours:"));
		return used + 2;
	}
	if (text->trouble == TEXT_FAILED) {
		draw_text(area, row, 0, area->width, theme_attr(THEME_BAD),
		          _("Not saved yet: it stays here and is tried again"));
		return 1;
	}
	if (text->restored && text_changed(text)) {
		draw_text(area, row, 0, area->width, theme_attr(THEME_WARN),
		          groei_arena_print(screen->tui->frame,
		                            text->view.editor
		                                ? _("Unsaved text from %s put back; Ctrl-Z drops it")
		                                : _("Unsaved answer from %s put back"),
		                            clock_words(screen, text->restored)));
		return 1;
	}
	return 0;
}

static const char *answer_title(struct screen *screen, const struct question *question)
{
	const struct talk *talk = screen->state;
	int64_t side;

	if (talk->reflects)
		return _("My own answer");
	side = talk_side(talk, question) == SIDE_LEAD ? talk->conversation.lead
	                                              : talk->conversation.person;
	if (side == groei_who(screen->tui->groei))
		return _("My own answer");
	return groei_arena_print(screen->tui->frame, _("Answer of %s"),
	                         screen_first_name(screen->tui, side));
}

/* The title of a text, which says when what was typed is safe. */
static const char *kept_title(struct screen *screen, const struct text *text, const char *title)
{
	return text_is_kept(text) ? groei_arena_print(screen->tui->frame, _("%s · kept"), title) : title;
}

static const char *hint_for(const struct talk *talk, const struct question *question)
{
	if (talk->focus == FOCUS_LIST)
		return _("Nothing yet. Enter brings you here.");
	if (talk->reflects)
		return _("In your own words, at your own pace; only you see it until you publish.");
	if (question->kind == QUESTION_GOAL)
		return _("In a few words; closing the talk offers to make it a goal.");
	if (question->kind == QUESTION_ACTION)
		return _("A step with a day: “call Noor by fri”; closing the talk offers to make it an action.");
	return _("Type what is said. Nothing is lost; skip it with Tab.");
}

/* Section, place in the whole, the question and its help. Returns the rows used. */
static int draw_asked(struct screen *screen, const struct area *area)
{
	const struct talk *talk = screen->state;
	const struct question *question = talk->asked[talk->question].question;
	const char *help = talk_words(screen, &question->help);
	int row = 0;

	draw_text(area, row, 0, area->width - 10, theme_attr(THEME_DIM),
	          talk_words(screen, &talk->template->sections[question->section].title));
	draw_right(area, row++, 0, area->width, theme_attr(THEME_DIM),
	           groei_arena_print(screen->tui->frame, _("%zu of %zu"), talk->question + 1,
	                             talk->reflects ? talk->count : talk->template->question_count));
	row += draw_wrapped(area, row, theme_attr(THEME_ACCENT) | A_BOLD,
	                    talk_words(screen, &question->text));
	if (*help && area->height >= 14)
		row += draw_some(area, row, area->height >= 24 ? 4 : 3, theme_attr(THEME_DIM), help,
		                 dots(area));
	return row + 1;
}

static struct spot draw_pick(struct screen *screen, const struct area *area,
                             const struct question *question, const struct text *text)
{
	const char *keys = _("Its digit answers; Tab goes on, Backspace takes it back");
	struct spot spot;
	int rows = 0;

	spot = pick_draw(screen->tui, area, question, text, &rows);
	if (question->kind == QUESTION_SCALE && question->high == 10 && question->low >= 1)
		keys = _("1 to 9, 0 for ten; Tab goes on, Backspace takes it back");
	else if (question->kind == QUESTION_YESNO)
		keys = _("y or n; Tab goes on, Backspace takes it back");
	draw_wrapped(area, rows + 1, theme_attr(THEME_DIM), keys);
	return spot;
}

/* What an answer says whose question left the template. */
static struct spot draw_orphan(struct screen *screen, const struct area *area)
{
	const struct talk *talk = screen->state;
	const struct asked *asked = &talk->asked[talk->question];
	int row = 0;

	row += draw_wrapped(area, row, theme_attr(THEME_HEADING),
	                    _("The template no longer asks this; the answer is kept."));
	for (int side = 0; side < 2; side++) {
		const struct answer *answer = &asked->answer[side];

		if (answer->id)
			row += 1 + draw_wrapped(area, row + 1, theme_attr(THEME_TEXT),
			                        pick_words(screen->tui, NULL, answer->text, answer->number));
	}
	return draw_spot(area, 0, 0);
}

/* The other side prepared it, and this one did not yet. */
static struct spot draw_hidden(struct screen *screen, const struct area *area,
                               const struct question *question)
{
	draw_rule(area, 0, answer_title(screen, question));
	draw_wrapped(area, 1, theme_attr(THEME_DIM),
	             _("It is there already. You read it once you published or skipped your own: R prepares "
	               "this talk."));
	return draw_spot(area, 0, 0);
}

static struct spot draw_question(struct screen *screen, const struct area *area, int with_earlier)
{
	struct talk *talk = screen->state;
	const struct question *question;
	struct area rest;
	struct text *text;
	int row;

	if (talk->question >= talk->count)
		return draw_spot(area, 0, 0);
	question = talk->asked[talk->question].question;
	if (!question)
		return draw_orphan(screen, area);
	row = draw_asked(screen, area);
	if (with_earlier && area->height >= LEAST_WITH_EARLIER)
		row += 1 + draw_earlier(screen, area, row, clamp(area->height / 4, 2, 8));
	rest = area_rows(area, row, -1);
	if (talk_hidden(talk))
		return draw_hidden(screen, &rest, question);
	text = text_of(screen, question, talk_side(talk, question));
	draw_rule(&rest, 0, kept_title(screen, text, answer_title(screen, question)));
	row = 1 + draw_trouble(screen, &rest, 1, text);
	rest = area_rows(&rest, row, -1);
	if (groei_question_is_picked(question)) {
		rest = area_rows(&rest, 1, -1);
		return draw_pick(screen, &rest, question, text);
	}
	if (text_is_empty(text_now(text)) && strlen(text_now(text)) == 0)
		draw_wrapped(&rest, 0, theme_attr(THEME_DIM), hint_for(talk, question));
	return editor_view_draw(&text->view, &rest, NULL);
}

/* Notes ---------------------------------------------------------------------------------------- */

static struct spot draw_notes(struct screen *screen, const struct area *area)
{
	const struct talk *talk = screen->state;
	struct text *notes = text_notes(screen);
	struct area rest, below;
	struct spot spot;
	int row, actions;

	noted_read(screen);
	draw_rule(area, 0,
	          kept_title(screen, notes,
	                     noted_counts(screen->tui, _("Notes"), talk->noted, talk->noted_count)));
	row = 1 + draw_trouble(screen, area, 1, notes);
	actions = talk_is_open(talk) ? (int)talk->noted_count : 0; /* of a held one it became long ago */
	actions = clamp(actions, 0, area->height / 3);
	rest = area_rows(area, row, area->height - row - (actions ? actions + 1 : 0));
	if (strlen(text_now(notes)) == 0)
		draw_wrapped(&rest, 0, theme_attr(THEME_DIM),
		             groei_arena_print(screen->tui->frame,
		                               _("A line “[ ] @%s ask Noor by fri” becomes an action, "
		                                 "“? …” a point for next time, “! …” a moment, “!! …” "
		                                 "praise, “> …” something heard, to decide about later."),
		                               groei_person_handle(screen->tui->groei, screen->tui->frame,
		                                                   talk->conversation.person)));
	spot = editor_view_draw(&notes->view, &rest, NULL);
	if (actions) {
		below = area_rows(area, area->height - actions - 1, -1);
		draw_rule(&below, 0, _("Becomes"));
		below = area_rows(&below, 1, -1);
		noted_draw(screen, &below);
	}
	return spot;
}

/* Closing -------------------------------------------------------------------------------------- */

static struct spot draw_closing(struct screen *screen, const struct area *area)
{
	const struct talk *talk = screen->state;
	size_t answered = 0;
	int row = 0;

	for (size_t i = 0; i < talk->count; i++)
		answered += talk_answered(talk, i);
	row += draw_wrapped(area, row, theme_attr(THEME_ACCENT) | A_BOLD, _("Close the talk"));
	row += 1 + draw_wrapped(area, row + 1, theme_attr(THEME_TEXT),
	                        groei_arena_print(screen->tui->frame,
	                                          _("%zu of %zu questions answered."), answered,
	                                          talk->count));
	if (talk->noted_count)
		row += draw_wrapped(area, row, theme_attr(THEME_TEXT),
		                    noted_counts(screen->tui, _("Notes"), talk->noted,
		                                 talk->noted_count));
	draw_wrapped(area, row + 1, theme_attr(THEME_DIM),
	             _("Enter shows on one screen what it becomes: actions, goals, the energy of today "
	               "and the next date."));
	return draw_spot(area, 0, 0);
}

/* The whole ------------------------------------------------------------------------------------ */

static struct spot draw_above(struct screen *screen, const struct area *area, int with_earlier)
{
	const struct talk *talk = screen->state;

	if (talk->at == talk->count + 1)
		return talk->reflects ? reflection_draw_end(screen, area) : draw_closing(screen, area);
	if (talk->at == talk->count && with_earlier) {
		struct area rest = *area;

		if (talk->question < talk->count && talk->asked[talk->question].question &&
		    area->height >= 10) {
			draw_text(area, 0, 0, area->width, theme_attr(THEME_DIM),
			          talk_words(screen, &talk->asked[talk->question].question->text));
			rest = area_rows(area, 2, -1);
		}
		return draw_notes(screen, &rest);
	}
	return draw_question(screen, area, with_earlier);
}

static struct spot draw_pane(struct screen *screen, const struct area *area, int with_earlier)
{
	int rows = strip_rows(screen->state, area->height);
	struct area above = area_rows(area, 0, area->height - rows);
	struct area strip = area_rows(area, area->height - rows, rows);

	if (rows > 0)
		strip_draw(screen, &strip);
	return draw_above(screen, &above, with_earlier);
}

/* Last time above, notes below: always in the same place, whatever was said. */
static struct spot draw_beside(struct screen *screen, const struct area *area)
{
	const struct talk *talk = screen->state;
	int rows = area->height * 2 / 5;
	struct area part;

	if (talk->question < talk->count && talk->at <= talk->count)
		draw_earlier(screen, area, 0, talk->reflects ? area->height : rows - 1);
	if (talk->reflects)
		return draw_spot(area, 0, 0);
	part = area_rows(area, rows, -1);
	return draw_notes(screen, &part);
}

struct spot talk_draw(struct screen *screen, const struct area *body)
{
	const struct talk *talk = screen->state;
	struct area left, middle, right;
	struct spot list, pane, notes = {0, 0};
	int width;

	if (body->width < PAIR) {
		middle = area_columns(body, 1, body->width - 2);
		return talk->focus == FOCUS_LIST ? draw_list(screen, body) : draw_pane(screen, &middle, 1);
	}
	width = clamp(body->width * 3 / 11, 28, 46);
	left = area_columns(body, 0, width);
	list = draw_list(screen, &left);
	draw_divider(body, width);
	middle = area_columns(body, width + 2, body->width - width - 3);
	if (body->width >= TRIPLE) {
		int beside = clamp(body->width / 3, 36, 70);

		right = area_columns(&middle, middle.width - beside, beside);
		middle = area_columns(&middle, 0, middle.width - beside - 3);
		draw_divider(body, width + 2 + middle.width + 1);
		notes = draw_beside(screen, &right);
	}
	pane = draw_pane(screen, &middle, body->width < TRIPLE);
	if (talk->focus == FOCUS_LIST)
		return list;
	return talk->at == talk->count && body->width >= TRIPLE ? notes : pane;
}
