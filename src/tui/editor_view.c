/* The editor's keys and how it is drawn. Contracts in editor_view.h. */
#include "editor_view.h"

#include <string.h>

#include "theme.h"

/* What a key does. The table is the whole truth about the editor's keys. */
enum deed { MOVE, DELETE, KILL, UNDO, REDO, COPY, CUT, PASTE, ALL };

struct binding {
	enum key_code code;
	uint32_t rune;
	unsigned modifiers;
	enum deed deed;
	enum editor_place place;
	enum editor_kind kind; /* EDITOR_LINES: not in one line */
};

static const struct binding bindings[] = {
	{K_LEFT, 0, 0, MOVE, EDITOR_LEFT, EDITOR_ONE_LINE},
	{K_RIGHT, 0, 0, MOVE, EDITOR_RIGHT, EDITOR_ONE_LINE},
	{K_LEFT, 0, K_CTRL, MOVE, EDITOR_WORD_LEFT, EDITOR_ONE_LINE},
	{K_RIGHT, 0, K_CTRL, MOVE, EDITOR_WORD_RIGHT, EDITOR_ONE_LINE},
	{K_LEFT, 0, K_ALT, MOVE, EDITOR_WORD_LEFT, EDITOR_ONE_LINE},
	{K_RIGHT, 0, K_ALT, MOVE, EDITOR_WORD_RIGHT, EDITOR_ONE_LINE},
	{K_CHAR, 'b', K_ALT, MOVE, EDITOR_WORD_LEFT, EDITOR_ONE_LINE},
	{K_CHAR, 'f', K_ALT, MOVE, EDITOR_WORD_RIGHT, EDITOR_ONE_LINE},
	{K_UP, 0, 0, MOVE, EDITOR_UP, EDITOR_LINES},
	{K_DOWN, 0, 0, MOVE, EDITOR_DOWN, EDITOR_LINES},
	{K_PAGE_UP, 0, 0, MOVE, EDITOR_PAGE_UP, EDITOR_LINES},
	{K_PAGE_DOWN, 0, 0, MOVE, EDITOR_PAGE_DOWN, EDITOR_LINES},
	{K_HOME, 0, 0, MOVE, EDITOR_LINE_START, EDITOR_ONE_LINE},
	{K_END, 0, 0, MOVE, EDITOR_LINE_END, EDITOR_ONE_LINE},
	{K_CHAR, 'a', K_CTRL, MOVE, EDITOR_LINE_START, EDITOR_ONE_LINE},
	{K_CHAR, 'e', K_CTRL, MOVE, EDITOR_LINE_END, EDITOR_ONE_LINE},
	{K_HOME, 0, K_CTRL, MOVE, EDITOR_TEXT_START, EDITOR_ONE_LINE},
	{K_END, 0, K_CTRL, MOVE, EDITOR_TEXT_END, EDITOR_ONE_LINE},
	{K_BACKSPACE, 0, 0, DELETE, EDITOR_LEFT, EDITOR_ONE_LINE},
	{K_BACKSPACE, 0, K_SHIFT, DELETE, EDITOR_LEFT, EDITOR_ONE_LINE},
	{K_DELETE, 0, 0, DELETE, EDITOR_RIGHT, EDITOR_ONE_LINE},
	{K_BACKSPACE, 0, K_ALT, KILL, EDITOR_WORD_LEFT, EDITOR_ONE_LINE},
	{K_BACKSPACE, 0, K_CTRL, KILL, EDITOR_WORD_LEFT, EDITOR_ONE_LINE},
	{K_DELETE, 0, K_CTRL, KILL, EDITOR_WORD_RIGHT, EDITOR_ONE_LINE},
	{K_CHAR, 'w', K_CTRL, KILL, EDITOR_WORD_LEFT, EDITOR_ONE_LINE},
	{K_CHAR, 'd', K_ALT, KILL, EDITOR_WORD_RIGHT, EDITOR_ONE_LINE},
	{K_CHAR, 'k', K_CTRL, KILL, EDITOR_PARAGRAPH_END, EDITOR_ONE_LINE},
	{K_CHAR, 'u', K_CTRL, KILL, EDITOR_PARAGRAPH_START, EDITOR_ONE_LINE},
	{K_CHAR, 'z', K_CTRL, UNDO, EDITOR_LEFT, EDITOR_ONE_LINE},
	{K_CHAR, '_', K_CTRL, UNDO, EDITOR_LEFT, EDITOR_ONE_LINE},
	{K_CHAR, 'r', K_CTRL, REDO, EDITOR_LEFT, EDITOR_ONE_LINE},
	{K_CHAR, 'c', K_CTRL, COPY, EDITOR_LEFT, EDITOR_ONE_LINE},
	{K_CHAR, 'x', K_CTRL, CUT, EDITOR_LEFT, EDITOR_ONE_LINE},
	{K_CHAR, 'v', K_CTRL, PASTE, EDITOR_LEFT, EDITOR_ONE_LINE},
	{K_CHAR, 'y', K_CTRL, PASTE, EDITOR_LEFT, EDITOR_ONE_LINE},
	{K_CHAR, 'a', K_ALT, ALL, EDITOR_LEFT, EDITOR_ONE_LINE},
};

static enum editor_answer answer(enum editor_result result)
{
	return result == EDITOR_FULL ? EDITOR_REFUSED : EDITOR_USED;
}

/* A key with Shift is the same key, selecting; only keys that move have such a twin. */
static const struct binding *find(const struct editor *editor, const struct key *key,
                                  unsigned without)
{
	for (size_t i = 0; i < sizeof bindings / sizeof *bindings; i++) {
		const struct binding *binding = &bindings[i];
		if (binding->code == key->code && binding->rune == key->rune &&
		    binding->modifiers == (key->modifiers & ~without) &&
		    (binding->kind == EDITOR_ONE_LINE ||
		     editor_kind(editor) == EDITOR_LINES)) {
			return binding;
		}
	}
	return NULL;
}

static enum editor_answer perform(struct editor *editor, const struct binding *binding)
{
	switch (binding->deed) {
	case MOVE:
		editor_move(editor, binding->place);
		return EDITOR_USED;
	case DELETE:
		return answer(editor_delete(editor, binding->place));
	case KILL:
		editor_kill(editor, binding->place);
		return EDITOR_USED;
	case UNDO:
		return answer(editor_undo(editor));
	case REDO:
		return answer(editor_redo(editor));
	case COPY:
		return editor_copy(editor) == EDITOR_DONE ? EDITOR_COPIED : EDITOR_IGNORED;
	case CUT:
		return editor_cut(editor) == EDITOR_DONE ? EDITOR_COPIED : EDITOR_IGNORED;
	case PASTE:
		return answer(editor_yank(editor));
	case ALL:
		editor_select_all(editor);
		break;
	}
	return EDITOR_USED;
}

enum editor_answer editor_key(struct editor *editor, const struct key *key)
{
	char text[5];
	size_t length = key_text(key, text);
	if (length > 0) {
		return answer(editor_type(editor, text, length));
	}
	if (key->code == K_ENTER && key->modifiers == 0 && editor_kind(editor) == EDITOR_LINES) {
		return answer(editor_type(editor, "\n", 1));
	}
	size_t from;
	size_t to;
	if (key->code == K_ESCAPE && editor_selection(editor, &from, &to)) {
		editor_select_none(editor);
		return EDITOR_USED;
	}
	const struct binding *binding = find(editor, key, 0);
	if (binding != NULL) {
		return perform(editor, binding);
	}
	binding = find(editor, key, K_SHIFT);
	if (binding != NULL && binding->deed == MOVE && key->code != K_CHAR) {
		editor_select(editor, binding->place);
		return EDITOR_USED;
	}
	return EDITOR_IGNORED;
}

enum editor_answer editor_view_key(struct editor_view *view, const struct key *key)
{
	return editor_key(view->editor, key);
}

enum editor_answer editor_view_paste(struct editor_view *view, const char *text, size_t length)
{
	return answer(editor_paste(view->editor, text, length));
}

/* A line, its selected part in the other colour. */
static void draw_line(const struct editor *editor, const struct area *area, int row,
                      const struct groei_line *line)
{
	const char *text = editor_text(editor, NULL);
	attr_t plain = theme_attr(THEME_TEXT);
	size_t from;
	size_t to;
	size_t end = line->start + line->length;

	if (!editor_selection(editor, &from, &to) || to <= line->start || from >= line->next) {
		draw_bytes(area, row, 0, -1, plain, text + line->start, line->length);
		return;
	}
	attr_t chosen = theme_attr(THEME_SELECTION);
	size_t first = from < line->start ? line->start : from > end ? end : from;
	size_t last = to > end ? end : to;
	int column = draw_bytes(area, row, 0, -1, plain, text + line->start, first - line->start);
	column += draw_bytes(area, row, column, -1, chosen, text + first, last - first);
	if (to > end && line->next > end) { /* the newline, too, is selected */
		draw_fill(area, row, column, 1, chosen);
	}
	draw_bytes(area, row, column, -1, plain, text + last, end - last);
}

static int wrap_width(int width)
{
	return width > 1 ? width - 1 : 1; /* the last column is the cursor's */
}

/* Scrolls so that the line is seen, and no further than the text goes. */
static void show(struct editor_view *view, size_t line, size_t height)
{
	size_t lines = editor_lines(view->editor);

	if (view->top + height > lines) {
		view->top = lines > height ? lines - height : 0;
	}
	if (line < view->top) {
		view->top = line;
	} else if (line >= view->top + height) {
		view->top = line - height + 1;
	}
}

struct spot editor_view_draw(struct editor_view *view, const struct area *area,
                             const char *placeholder)
{
	int height = area->height > 0 ? area->height : 1;
	size_t length;
	int cells;

	editor_wrap(view->editor, wrap_width(area->width));
	editor_page(view->editor, height > 1 ? height - 1 : 1);
	size_t line = editor_cursor_line(view->editor, &cells);
	show(view, line, (size_t)height);
	(void)editor_text(view->editor, &length);
	if (length == 0) {
		draw_text(area, 0, 0, -1, theme_attr(THEME_DIM), placeholder);
	}
	for (int row = 0; row < height && view->top + (size_t)row < editor_lines(view->editor);
	     row++) {
		struct groei_line shown = editor_line(view->editor, view->top + (size_t)row);
		draw_line(view->editor, area, row, &shown);
	}
	return draw_spot(area, (int)(line - view->top), cells);
}
