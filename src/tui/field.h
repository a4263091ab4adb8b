/* One-line input: the editor's model with one line that scrolls sideways. Keys as in
 * editor_view.h; Enter, Tab, Esc, up and down are left to the screen. */
#ifndef TUI_FIELD_H
#define TUI_FIELD_H

#include "draw.h"
#include "editor_view.h"

struct field {
	struct editor *editor; /* owned by the caller, opened with EDITOR_ONE_LINE */
	size_t left;           /* first byte shown */
};

/* A key, and text from outside: newlines in it become blanks. */
enum editor_answer field_key(struct field *field, const struct key *key);
enum editor_answer field_paste(struct field *field, const char *text, size_t length);
/* Draws `cells` cells; hint (may be NULL) shows dim while it is empty. Returns where the
 * cursor stands. */
struct spot field_draw(struct field *field, const struct area *area, int row, int column,
                       int cells, const char *hint);

#endif
