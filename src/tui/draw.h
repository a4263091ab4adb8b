/* Drawing into the curses screen, clipped to an area. The loop does the only doupdate.
 *
 * All text is cleaned of control characters, reduced to what terminals agree on, and cut by cells
 * here; callers pass stored text as it is. Rows and columns count from the area's corner. Nothing
 * outside the area or the screen is ever written; areas of no size draw nothing. */
#ifndef TUI_DRAW_H
#define TUI_DRAW_H

#include <curses.h>
#include <stddef.h>

enum draw_style { DRAW_LINES, DRAW_ASCII };

struct area {
	int y, x;              /* of the first cell, on the screen */
	int height, width;     /* 0 or less: nothing */
	enum draw_style style; /* line drawing or plain ASCII (--ascii) */
};

/* A cell of the screen, for the cursor. */
struct spot {
	int y, x;
};

/* The whole screen now. */
struct area area_screen(enum draw_style style);
/* `height` rows from `row` on; a height < 0 is all that remain. Clipped to the area. */
struct area area_rows(const struct area *area, int row, int height);
/* `width` columns from `column` on; a width < 0 is all that remain. Clipped to the area. */
struct area area_columns(const struct area *area, int column, int width);
/* A centred area of at most this size, for a dialogue. */
struct area area_centre(const struct area *area, int height, int width);

/* Blanks in the whole area. */
void draw_clear(const struct area *area);
/* One line of text in at most `cells` cells (< 0: to the area's edge), ending in … when cut.
 * Returns the cells used. text NULL is "". */
int draw_text(const struct area *area, int row, int column, int cells, attr_t attr,
              const char *text);
int draw_bytes(const struct area *area, int row, int column, int cells, attr_t attr,
               const char *text, size_t length);
/* The same, ending at the right edge of `cells`. Returns the cells used. */
int draw_right(const struct area *area, int row, int column, int cells, attr_t attr,
               const char *text);
/* Blanks with attributes. */
void draw_fill(const struct area *area, int row, int column, int cells, attr_t attr);
/* Text wrapped to the area's width from `row` on. Returns the rows it takes, those cut off too. */
int draw_wrapped(const struct area *area, int row, attr_t attr, const char *text);

/* A horizontal line over the whole width, with a title in it unless NULL. */
void draw_rule(const struct area *area, int row, const char *title);
/* A vertical line over the whole height. */
void draw_divider(const struct area *area, int column);
/* A border with a title (may be NULL), blank inside. Returns the inner area. */
struct area draw_box(const struct area *area, const char *title);
/* Progress of `done` out of `total` (both >= 0) over exactly `cells`. */
void draw_bar(const struct area *area, int row, int column, int cells, attr_t attr, long done,
              long total);
/* Signs in a column that there is more above the area, below it, or both. */
enum draw_more { DRAW_ALL = 0, DRAW_MORE_ABOVE = 1, DRAW_MORE_BELOW = 2 };
void draw_more(const struct area *area, int column, attr_t attr, int more);
/* The newest `cells` of the values, each one cell between low and high; DRAW_GAP leaves a blank.
 * Returns the cells used. */
#define DRAW_GAP (-1L)
int draw_spark(const struct area *area, int row, int column, int cells, attr_t attr,
               const long *values, size_t count, long low, long high);

/* The spot of a cell, kept within the area and the screen. */
struct spot draw_spot(const struct area *area, int row, int column);
/* Places the cursor: the last call of a frame. */
void draw_cursor(struct spot spot);

#endif
