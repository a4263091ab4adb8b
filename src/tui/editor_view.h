/* The multi-line editor on the screen: draws it and knows its keys. Letters are always text.
 *
 *   arrows, Ctrl/Alt-arrows       by character and line, by word     with Shift: select
 *   Home/Ctrl-A  End/Ctrl-E       start, end of the line             PgUp, PgDn
 *   Ctrl-Home    Ctrl-End         start, end of the text             Alt-A: select all
 *   Ctrl-K  Ctrl-U  Ctrl-W        cut to the end, to the start of the paragraph, the word before
 *   Ctrl-C  Ctrl-X  Ctrl-V/Ctrl-Y copy, cut the selection, paste     Alt-D: cut the word after
 *   Ctrl-Z (or Ctrl-_)  Ctrl-R    undo, redo                         Esc: drop the selection
 *
 * All other keys (Tab, Esc without selection, Ctrl-S, Ctrl-O, F-keys …) are left to the screen. */
#ifndef TUI_EDITOR_VIEW_H
#define TUI_EDITOR_VIEW_H

#include "draw.h"
#include "editor.h"
#include "key.h"

struct editor_view {
	struct editor *editor; /* owned by the caller */
	size_t top;            /* first line shown */
};

enum editor_answer {
	EDITOR_IGNORED, /* not a key of the editor */
	EDITOR_USED,
	EDITOR_COPIED,  /* used, and what was selected is on the clipboard now */
	EDITOR_REFUSED  /* the text is full: tell the user */
};

/* A key, and text from outside, which replaces the selection. */
enum editor_answer editor_view_key(struct editor_view *view, const struct key *key);
enum editor_answer editor_view_paste(struct editor_view *view, const char *text, size_t length);
/* Draws the text (placeholder, dim, when it is empty; may be NULL); wraps to the area, scrolls to
 * the cursor. Returns where the cursor stands. */
struct spot editor_view_draw(struct editor_view *view, const struct area *area,
                             const char *placeholder);

/* Shared with field.c: the key on a model; EDITOR_IGNORED for Enter, up and down in one line. */
enum editor_answer editor_key(struct editor *editor, const struct key *key);

#endif
