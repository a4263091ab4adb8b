/* A list that scrolls: cursor, window, keys and mouse. Knows nothing about its rows.
 *
 * Filter text is kept by the caller: when the rows change, it calls list_keep. */
#ifndef TUI_LIST_H
#define TUI_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "draw.h"
#include "key.h"

struct list_rows {
	void *context;
	/* How many rows there are, looking no further than the first `until` (SIZE_MAX: all). */
	size_t (*count)(void *context, size_t until);
	/* Makes these rows ready, just before they are drawn. NULL: always ready. */
	void (*window)(void *context, size_t first, size_t count);
	/* Draws one row in an area of height 1, already blank in attr. */
	void (*draw)(void *context, size_t index, const struct area *area, attr_t attr);
	/* Whether the row is a heading, over which the cursor passes. NULL: none is. */
	bool (*heading)(void *context, size_t index);
	const char *empty; /* shown when there are none: names the one key to press */
};

struct list {
	size_t cursor; /* row in focus */
	size_t top;    /* first row shown */
	int height;    /* rows shown in the last frame */
	int y, x;      /* where they were drawn, for the mouse */
	int width;
};

enum list_focus { LIST_FOCUSED, LIST_UNFOCUSED };

enum list_answer {
	LIST_IGNORED, /* not a key of lists */
	LIST_MOVED,   /* the cursor may stand elsewhere */
	LIST_CHOSEN   /* Enter, or a click on the row in focus */
};

/* Arrows, j k, PgUp PgDn, Home End, g G, Enter, wheel, click. */
enum list_answer list_key(struct list *list, const struct list_rows *rows, const struct key *key);
/* Moves by rows, headings not counted. */
void list_move(struct list *list, const struct list_rows *rows, long by);
/* Puts the cursor on a row, or the nearest below or above that is one. */
void list_go(struct list *list, const struct list_rows *rows, size_t index);
/* After the rows changed: the cursor stays within them and off the headings. */
void list_keep(struct list *list, const struct list_rows *rows);
/* Whether there is a row in focus (false: the list is empty or has only headings). */
bool list_has_cursor(const struct list *list, const struct list_rows *rows);
/* Draws the window around the cursor. Returns the spot of the row in focus. */
struct spot list_draw(struct list *list, const struct list_rows *rows, const struct area *area,
                      enum list_focus focus);

#endif
