/* What the notes of a conversation hold: actions, points, moments, what was heard; shown while they are
 * typed. Reads; writes nothing. */
#include <string.h>

#include "conversation.h"

void noted_read(struct screen *screen)
{
	struct talk *talk = screen->state;
	struct conversation conversation = talk->conversation;
	struct text *notes = text_notes(screen);
	unsigned long changes = editor_changes(notes->view.editor);

	if (talk->noted_arena && talk->noted_changes == changes &&
	    talk->noted_revision == screen->revision)
		return;
	if (!talk->noted_arena)
		talk->noted_arena = groei_arena_open();
	groei_arena_reset(talk->noted_arena);
	talk->noted = NULL;
	talk->noted_count = 0;
	talk->noted_changes = changes;
	talk->noted_revision = screen->revision;
	conversation.notes = text_now(notes);
	if (groei_conversation_noted(screen->tui->groei, talk->noted_arena, &conversation,
	                             &talk->noted, &talk->noted_count) != GROEI_OK)
		talk->noted_count = 0;
}

static const char *due_words(struct tui *tui, const struct noted_line *noted)
{
	char day[GROEI_DATE_SIZE];

	if (noted->due == GROEI_NO_DAY)
		return _("no date");
	return groei_arena_print(tui->frame,
	                         noted->due < groei_today(tui->groei) ? _("overdue %s") : _("due %s"),
	                         groei_day_text(noted->due, groei_today(tui->groei), day));
}

const char *noted_word(enum noted_kind kind)
{
	switch (kind) {
	case NOTED_POINT:
		return _("point for next time");
	case NOTED_MOMENT:
		return _("observation");
	case NOTED_PRAISE:
		return _("praise");
	case NOTED_HEARD:
		return _("heard");
	case NOTED_ACTION:
	case NOTED_KINDS:
		break;
	}
	return _("action");
}

static const char *count_word(struct tui *tui, enum noted_kind kind, size_t count)
{
	switch (kind) {
	case NOTED_POINT:
		return groei_arena_print(tui->frame, P_("%zu point", "%zu points", count), count);
	case NOTED_MOMENT:
	case NOTED_PRAISE:
		return groei_arena_print(tui->frame, P_("%zu moment", "%zu moments", count), count);
	case NOTED_HEARD:
		return groei_arena_print(tui->frame, P_("%zu heard", "%zu heard", count), count);
	case NOTED_ACTION:
	case NOTED_KINDS:
		break;
	}
	return groei_arena_print(tui->frame, P_("%zu action", "%zu actions", count), count);
}

const char *noted_counts(struct tui *tui, const char *title, const struct noted_line *noted,
                         size_t count)
{
	size_t found[NOTED_KINDS] = {0};

	for (size_t i = 0; i < count; i++)
		found[noted[i].kind == NOTED_PRAISE ? NOTED_MOMENT : noted[i].kind]++;
	for (int kind = 0; kind < NOTED_KINDS; kind++) {
		if (found[kind])
			title = groei_arena_print(tui->frame, "%s, %s", title,
			                          count_word(tui, (enum noted_kind)kind, found[kind]));
	}
	return title;
}

/* Anything but an action: its mark, the words, what it becomes. */
static void draw_other(const struct area *area, int row, const struct noted_line *noted, attr_t attr)
{
	bool plain = (attr & ~A_BOLD) == theme_attr(THEME_TEXT);
	int right = area->width;

	draw_text(area, row, 0, 2, plain ? theme_attr(THEME_ACCENT) : attr,
	          groei_noted_mark(noted->kind));
	right -= 2 + draw_right(area, row, 0, right, plain ? theme_attr(THEME_DIM) : attr,
	                        noted_word(noted->kind));
	draw_text(area, row, 3, right - 3, attr, noted->title);
}

/* An action for somebody who is not there; its title keeps the "@name". */
static void draw_unknown(const struct area *area, int row, const struct noted_line *noted, attr_t attr)
{
	attr_t look = (attr & ~A_BOLD) == theme_attr(THEME_TEXT) ? theme_attr(THEME_WARN) : attr;
	int right = area->width;

	draw_text(area, row, 0, 1, look, "!");
	right -= 2 + draw_right(area, row, 0, right, look, _("nobody is called that"));
	draw_text(area, row, 2, right - 2, attr, noted->title);
}

void noted_line(struct tui *tui, const struct area *area, int row, const struct noted_line *noted,
                attr_t attr)
{
	bool plain = (attr & ~A_BOLD) == theme_attr(THEME_TEXT);
	int owner = area->width >= 60 ? 12 : 7, right = area->width;
	const char *name, *sign = noted->made ? "✓" : "○";

	if (noted->kind != NOTED_ACTION) {
		draw_other(area, row, noted, attr);
		return;
	}
	if (noted->unknown) {
		draw_unknown(area, row, noted, attr);
		return;
	}
	if (area->style == DRAW_ASCII)
		sign = noted->made ? "x" : "o";
	name = groei_person_name(tui->groei, tui->frame, noted->owner);
	name = groei_arena_copy(tui->frame, name, strcspn(name, " "));
	draw_text(area, row, 0, 1, plain ? theme_attr(THEME_DIM) : attr, sign);
	draw_text(area, row, 2, owner, plain ? theme_attr(THEME_ACCENT) : attr, name);
	right -= 2 + draw_right(area, row, 0, right,
	                        plain ? theme_attr(noted->due == GROEI_NO_DAY
	                                               ? THEME_DIM
	                                               : screen_due_role(tui, noted->due))
	                              : attr,
	                        due_words(tui, noted));
	draw_text(area, row, owner + 3, right - owner - 3, attr, noted->title);
}

/* The line of the text on which the cursor stands, from 1. */
static size_t cursor_line(const struct editor *editor)
{
	const char *text = editor_text(editor, NULL);
	size_t line = 1;

	for (size_t i = 0; i < editor_cursor(editor); i++)
		line += text[i] == '\n';
	return line;
}

int noted_draw(struct screen *screen, const struct area *area)
{
	struct talk *talk = screen->state;
	size_t first = 0, rows = area->height > 0 ? (size_t)area->height : 0, line;

	noted_read(screen);
	if (rows == 0 || talk->noted_count == 0)
		return 0;
	line = cursor_line(talk->notes->view.editor);
	while (first + rows < talk->noted_count && talk->noted[first + rows - 1].line < line)
		first++;
	if (rows > talk->noted_count)
		rows = talk->noted_count;
	for (size_t i = 0; i < rows; i++) {
		const struct noted_line *noted = &talk->noted[first + i];

		noted_line(screen->tui, area, (int)i, noted,
		           theme_attr(THEME_TEXT) | (noted->line == line ? A_BOLD : A_NORMAL));
	}
	return (int)rows;
}
