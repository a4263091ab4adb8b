/* The text being edited: cursor, selection, lines as wrapped, undo. No curses, no I/O.
 *
 * The text is always clean UTF-8 (groei_text_clean); the cursor stands on a boundary of grapheme
 * clusters. Every change is one splice { at, removed, inserted }; undo is a list of splices. */
#ifndef TUI_EDITOR_H
#define TUI_EDITOR_H

#include <stdbool.h>
#include <stddef.h>

#include <groei/buffer.h>
#include <groei/text.h>

struct editor;

enum editor_kind { EDITOR_LINES, EDITOR_ONE_LINE };

#define EDITOR_LIMIT ((size_t)1 << 20) /* the usual limit, in bytes */

/* An empty editor. Copied text goes into *clipboard, which editors may share and which must outlive
 * them. Text longer than `limit` bytes is refused. */
struct editor *editor_open(enum editor_kind kind, size_t limit, struct groei_buffer *clipboard);
void editor_close(struct editor *editor);
enum editor_kind editor_kind(const struct editor *editor);

/* Loads text: cleaned, cut to the limit, cursor at the end, nothing to undo, change count kept. */
void editor_load(struct editor *editor, const char *text, size_t length);
/* The text, NUL-terminated; valid until the next change. length_out may be NULL. */
const char *editor_text(const struct editor *editor, size_t *length_out);
/* Counts the changes (undo is one too): remember it to know whether a draft must be saved. */
unsigned long editor_changes(const struct editor *editor);
size_t editor_cursor(const struct editor *editor);
/* Whether text is selected, and its first byte and the byte behind it. */
bool editor_selection(const struct editor *editor, size_t *from_out, size_t *to_out);

enum editor_result {
	EDITOR_DONE,
	EDITOR_NOTHING, /* nothing to do: no change */
	EDITOR_FULL     /* refused: longer than the limit; no change */
};

/* Places in the text, seen from the cursor. A line is one as wrapped; a paragraph ends at a
 * newline. */
enum editor_place {
	EDITOR_LEFT,
	EDITOR_RIGHT,
	EDITOR_WORD_LEFT,
	EDITOR_WORD_RIGHT,
	EDITOR_UP,
	EDITOR_DOWN,
	EDITOR_PAGE_UP,
	EDITOR_PAGE_DOWN,
	EDITOR_LINE_START,
	EDITOR_LINE_END,
	EDITOR_PARAGRAPH_START,
	EDITOR_PARAGRAPH_END,
	EDITOR_TEXT_START,
	EDITOR_TEXT_END
};

/* Moves the cursor and drops the selection. */
void editor_move(struct editor *editor, enum editor_place place);
/* Moves the cursor and selects what it passes over. */
void editor_select(struct editor *editor, enum editor_place place);
void editor_select_all(struct editor *editor);
void editor_select_none(struct editor *editor);
/* Puts the cursor at the boundary at or before `at` and drops the selection. */
void editor_go(struct editor *editor, size_t at);

/* Puts typed text at the cursor, or in place of the selection; undone word by word. */
enum editor_result editor_type(struct editor *editor, const char *text, size_t length);
/* The same for a paste: one step of undo. */
enum editor_result editor_paste(struct editor *editor, const char *text, size_t length);
/* Replaces the whole text (after $EDITOR): one step of undo. */
enum editor_result editor_replace(struct editor *editor, const char *text, size_t length);
/* Removes the selection, or else what lies between cursor and place. */
enum editor_result editor_delete(struct editor *editor, enum editor_place place);
/* The same, and the removed text goes to the clipboard. */
enum editor_result editor_kill(struct editor *editor, enum editor_place place);
enum editor_result editor_copy(struct editor *editor);
enum editor_result editor_cut(struct editor *editor);
/* Puts what is on the clipboard, as a paste. */
enum editor_result editor_yank(struct editor *editor);
enum editor_result editor_undo(struct editor *editor);
enum editor_result editor_redo(struct editor *editor);

/* Wraps to a width in cells (at least 1). Cheap when it is the same. One line never wraps. */
void editor_wrap(struct editor *editor, int width);
/* Lines of a page, for EDITOR_PAGE_UP and _DOWN. */
void editor_page(struct editor *editor, int lines);
size_t editor_lines(const struct editor *editor);
/* Line `index` as wrapped; offsets are into the text. */
struct groei_line editor_line(const struct editor *editor, size_t index);
/* The line on which the cursor stands, and how many cells from its start. */
size_t editor_cursor_line(const struct editor *editor, int *cells_out);

#endif
