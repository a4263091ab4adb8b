/* The editor model: text, cursor, selection and the operations on them. Contracts in editor.h;
 * lines are in editor_lines.c, undo in editor_undo.c. Knows no keys and no screen. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "editor_model.h"
#include "newlines.h"

enum { FIRST_WIDTH = 80, FIRST_PAGE = 10 };

struct editor *editor_open(enum editor_kind kind, size_t limit, struct groei_buffer *clipboard)
{
	size_t capacity = 0;
	struct editor *editor = editor_grow(NULL, 1, sizeof *editor, &capacity);

	*editor = (struct editor){
		.kind = kind,
		.limit = limit,
		.clipboard = clipboard,
		.anchor = EDITOR_NO_ANCHOR,
		.preferred = -1,
		.page = FIRST_PAGE,
		.layout = {.width = kind == EDITOR_LINES ? FIRST_WIDTH : INT_MAX,
		           .scratch = groei_arena_open()},
	};
	layout_all(editor);
	return editor;
}

void editor_close(struct editor *editor)
{
	if (editor == NULL) {
		return;
	}
	history_clear(editor);
	groei_arena_close(editor->layout.scratch);
	free(editor->layout.item);
	groei_buffer_free(&editor->text);
	free(editor);
}

enum editor_kind editor_kind(const struct editor *editor)
{
	return editor->kind;
}

/* Text as this editor keeps it. */
static void tidy(const struct editor *editor, const char *text, size_t length,
                 struct groei_buffer *tidy_out)
{
	struct groei_buffer lines = {0};

	newlines_fix(&lines, text, length);
	if (editor->kind == EDITOR_LINES) {
		groei_text_clean(tidy_out, lines.data, lines.length);
	} else {
		groei_text_clean_line(tidy_out, lines.data, lines.length);
	}
	groei_buffer_free(&lines);
}

/* The boundary at or behind `at`: what was put in may have joined its neighbours. */
static size_t boundary(const struct editor *editor, size_t at)
{
	const char *text = editor->text.data;
	size_t length = editor->text.length;
	if (at == 0 || at >= length ||
	    ((unsigned char)text[at - 1] < 0x80 && (unsigned char)text[at] < 0x80)) {
		return at < length ? at : length;
	}
	size_t place = groei_text_previous(text, length, at);
	while (place < at) {
		place = groei_text_next(text, length, place);
	}
	return place;
}

void editor_splice(struct editor *editor, size_t at, size_t removed, const char *text,
                   size_t length)
{
	groei_buffer_splice(&editor->text, at, removed, text, length);
	layout_splice(editor, at, removed, length);
	editor->cursor = boundary(editor, at + length);
	editor->anchor = EDITOR_NO_ANCHOR;
	editor->preferred = -1;
	editor->changes++;
}

/* The only way to a change that can be undone. The text must be tidy. */
static enum editor_result change(struct editor *editor, enum step_kind kind, size_t at,
                                 size_t removed, const char *text, size_t length)
{
	if (removed == 0 && length == 0) {
		return EDITOR_NOTHING;
	}
	if (length > removed && length - removed > editor->limit - editor->text.length) {
		return EDITOR_FULL;
	}
	history_add(editor, kind, at, removed, text, length);
	editor_splice(editor, at, removed, text, length);
	return EDITOR_DONE;
}

void editor_load(struct editor *editor, const char *text, size_t length)
{
	history_clear(editor);
	groei_buffer_clear(&editor->text);
	tidy(editor, text, length, &editor->text);
	if (editor->text.length > editor->limit) {
		size_t end = groei_text_previous(editor->text.data, editor->text.length,
		                                 editor->limit + 1);
		groei_buffer_splice(&editor->text, end, editor->text.length - end, "", 0);
	}
	layout_all(editor);
	editor->cursor = editor->text.length;
	editor->anchor = EDITOR_NO_ANCHOR;
	editor->preferred = -1;
}

const char *editor_text(const struct editor *editor, size_t *length_out)
{
	if (length_out != NULL) {
		*length_out = editor->text.length;
	}
	return editor->text.data == NULL ? "" : editor->text.data;
}

unsigned long editor_changes(const struct editor *editor)
{
	return editor->changes;
}

size_t editor_cursor(const struct editor *editor)
{
	return editor->cursor;
}

bool editor_selection(const struct editor *editor, size_t *from_out, size_t *to_out)
{
	if (editor->anchor == EDITOR_NO_ANCHOR || editor->anchor == editor->cursor) {
		return false;
	}
	bool forward = editor->anchor < editor->cursor;
	*from_out = forward ? editor->anchor : editor->cursor;
	*to_out = forward ? editor->cursor : editor->anchor;
	return true;
}

/* The place `cells` from the start of a line, at most its end. The end of a line that was wrapped
 * within a word is the start of the next, so there the last cluster is the end. */
static size_t place_on_line(const struct editor *editor, size_t index, int cells)
{
	const struct groei_line *line = &editor->layout.item[index];
	const char *text = editor_text(editor, NULL);
	size_t fits = groei_text_fit(text + line->start, line->length, cells);

	if (fits == line->length && fits > 0 && !line->hard &&
	    line->start + line->length == line->next) {
		fits = groei_text_previous(text + line->start, line->length, fits);
	}
	return line->start + fits;
}

static size_t place_vertical(struct editor *editor, long by)
{
	int cells;
	size_t index = editor_cursor_line(editor, &cells);
	size_t last = editor->layout.count - 1;

	if (by < 0 && index == 0) {
		return 0;
	}
	if (by > 0 && index == last) {
		return editor->text.length;
	}
	if (editor->preferred < 0) {
		editor->preferred = cells;
	}
	size_t steps = (size_t)labs(by);
	size_t target = by < 0 ? (index > steps ? index - steps : 0)
	                       : (last - index > steps ? index + steps : last);
	return place_on_line(editor, target, editor->preferred);
}

static size_t paragraph_edge(const struct editor *editor, enum editor_place place)
{
	const char *text = editor_text(editor, NULL);
	size_t at = editor->cursor;

	if (place == EDITOR_PARAGRAPH_START) {
		while (at > 0 && text[at - 1] != '\n') {
			at--;
		}
		return at;
	}
	const char *end = memchr(text + at, '\n', editor->text.length - at);
	return end == NULL ? editor->text.length : (size_t)(end - text);
}

/* Where a place is. Remembers the column to aim for when it is a line away. */
static size_t find(struct editor *editor, enum editor_place place)
{
	const char *text = editor_text(editor, NULL);
	size_t length = editor->text.length;
	size_t at = editor->cursor;
	size_t line = layout_line(editor, at);

	switch (place) {
	case EDITOR_LEFT:
		return at > 0 ? groei_text_previous(text, length, at) : 0;
	case EDITOR_RIGHT:
		return at < length ? groei_text_next(text, length, at) : length;
	case EDITOR_WORD_LEFT:
		return at > 0 ? groei_text_previous_word(text, length, at) : 0;
	case EDITOR_WORD_RIGHT:
		return at < length ? groei_text_next_word(text, length, at) : length;
	case EDITOR_UP:
		return place_vertical(editor, -1);
	case EDITOR_DOWN:
		return place_vertical(editor, 1);
	case EDITOR_PAGE_UP:
		return place_vertical(editor, -(long)editor->page);
	case EDITOR_PAGE_DOWN:
		return place_vertical(editor, editor->page);
	case EDITOR_LINE_START:
		return editor->layout.item[line].start;
	case EDITOR_LINE_END:
		return editor->layout.item[line].hard
		               ? paragraph_edge(editor, EDITOR_PARAGRAPH_END)
		               : place_on_line(editor, line, INT_MAX);
	case EDITOR_PARAGRAPH_START:
	case EDITOR_PARAGRAPH_END:
		return paragraph_edge(editor, place);
	case EDITOR_TEXT_START:
		return 0;
	case EDITOR_TEXT_END:
		break;
	}
	return length;
}

static void go(struct editor *editor, enum editor_place place)
{
	bool vertical = place == EDITOR_UP || place == EDITOR_DOWN || place == EDITOR_PAGE_UP ||
	                place == EDITOR_PAGE_DOWN;

	if (!vertical) {
		editor->preferred = -1;
	}
	editor->cursor = find(editor, place);
	history_close(editor);
}

void editor_move(struct editor *editor, enum editor_place place)
{
	size_t from;
	size_t to;

	if (editor_selection(editor, &from, &to) &&
	    (place == EDITOR_LEFT || place == EDITOR_RIGHT)) {
		editor->cursor = place == EDITOR_LEFT ? from : to;
		editor->preferred = -1;
		history_close(editor);
	} else {
		go(editor, place);
	}
	editor->anchor = EDITOR_NO_ANCHOR;
}

void editor_select(struct editor *editor, enum editor_place place)
{
	if (editor->anchor == EDITOR_NO_ANCHOR) {
		editor->anchor = editor->cursor;
	}
	go(editor, place);
}

void editor_select_all(struct editor *editor)
{
	history_close(editor);
	editor->anchor = 0;
	editor->cursor = editor->text.length;
	editor->preferred = -1;
}

void editor_select_none(struct editor *editor)
{
	editor->anchor = EDITOR_NO_ANCHOR;
}

void editor_go(struct editor *editor, size_t at)
{
	size_t place = at < editor->text.length ? boundary(editor, at) : editor->text.length;

	if (place > at) {
		place = groei_text_previous(editor->text.data, editor->text.length, place);
	}
	history_close(editor);
	editor->cursor = place;
	editor->anchor = EDITOR_NO_ANCHOR;
	editor->preferred = -1;
}

static enum editor_result put(struct editor *editor, enum step_kind kind, const char *text,
                              size_t length)
{
	struct groei_buffer clean = {0};
	size_t from = editor->cursor;
	size_t to = editor->cursor;

	tidy(editor, text, length, &clean);
	(void)editor_selection(editor, &from, &to);
	enum editor_result result = clean.length == 0 ? EDITOR_NOTHING
	                                              : change(editor, kind, from, to - from,
	                                                       clean.data, clean.length);
	groei_buffer_free(&clean);
	return result;
}

enum editor_result editor_type(struct editor *editor, const char *text, size_t length)
{
	return put(editor, STEP_TYPED, text, length);
}

enum editor_result editor_paste(struct editor *editor, const char *text, size_t length)
{
	return put(editor, STEP_CLOSED, text, length);
}

enum editor_result editor_replace(struct editor *editor, const char *text, size_t length)
{
	struct groei_buffer clean = {0};
	enum editor_result result = EDITOR_NOTHING;

	tidy(editor, text, length, &clean);
	if (clean.length != editor->text.length ||
	    (clean.length > 0 && memcmp(clean.data, editor->text.data, clean.length) != 0)) {
		result = change(editor, STEP_CLOSED, 0, editor->text.length, clean.data,
		                clean.length);
	}
	groei_buffer_free(&clean);
	return result;
}

/* What a deletion up to the place removes. */
static bool extent(struct editor *editor, enum editor_place place, size_t *from_out,
                   size_t *to_out)
{
	if (editor_selection(editor, from_out, to_out)) {
		return true;
	}
	size_t there = find(editor, place);
	*from_out = there < editor->cursor ? there : editor->cursor;
	*to_out = there < editor->cursor ? editor->cursor : there;
	return false;
}

enum editor_result editor_delete(struct editor *editor, enum editor_place place)
{
	size_t from;
	size_t to;
	bool selected = extent(editor, place, &from, &to);
	enum step_kind kind = !selected && (place == EDITOR_LEFT || place == EDITOR_RIGHT)
	                              ? STEP_ERASED
	                              : STEP_CLOSED;

	return change(editor, kind, from, to - from, "", 0);
}

static void keep(struct editor *editor, size_t from, size_t to)
{
	groei_buffer_clear(editor->clipboard);
	groei_buffer_add(editor->clipboard, editor->text.data + from, to - from);
}

enum editor_result editor_kill(struct editor *editor, enum editor_place place)
{
	size_t from;
	size_t to;

	(void)extent(editor, place, &from, &to);
	if (from == to) {
		return EDITOR_NOTHING;
	}
	keep(editor, from, to);
	return change(editor, STEP_CLOSED, from, to - from, "", 0);
}

enum editor_result editor_copy(struct editor *editor)
{
	size_t from;
	size_t to;
	if (!editor_selection(editor, &from, &to)) {
		return EDITOR_NOTHING;
	}
	keep(editor, from, to);
	return EDITOR_DONE;
}

enum editor_result editor_cut(struct editor *editor)
{
	size_t from;
	size_t to;
	if (!editor_selection(editor, &from, &to)) {
		return EDITOR_NOTHING;
	}
	return editor_kill(editor, EDITOR_LEFT);
}

enum editor_result editor_yank(struct editor *editor)
{
	return editor->clipboard->length == 0
	               ? EDITOR_NOTHING
	               : editor_paste(editor, editor->clipboard->data, editor->clipboard->length);
}

void editor_wrap(struct editor *editor, int width)
{
	int wanted = width > 0 ? width : 1;

	if (editor->kind == EDITOR_LINES && wanted != editor->layout.width) {
		editor->layout.width = wanted;
		editor->preferred = -1;
		layout_all(editor);
	}
}

void editor_page(struct editor *editor, int lines)
{
	editor->page = lines > 0 ? lines : 1;
}

size_t editor_lines(const struct editor *editor)
{
	return editor->layout.count;
}

struct groei_line editor_line(const struct editor *editor, size_t index)
{
	return editor->layout.item[index];
}

size_t editor_cursor_line(const struct editor *editor, int *cells_out)
{
	size_t index = layout_line(editor, editor->cursor);
	size_t start = editor->layout.item[index].start;

	*cells_out = groei_text_cells(editor_text(editor, NULL) + start, editor->cursor - start);
	return index;
}
