/* Lines, boxes, bars and sparklines. Contracts in draw.h. */
#include <string.h>

#include <groei/text.h>

#include "draw.h"
#include "theme.h"

enum shape {
	HORIZONTAL,
	VERTICAL,
	TOP_LEFT,
	TOP_RIGHT,
	BOTTOM_LEFT,
	BOTTOM_RIGHT
};

static void put_shape(const struct area *area, int row, int column, enum shape shape)
{
	static const char ascii[] = "-|++++";
	int y = area->y + row;
	int x = area->x + column;

	if (row < 0 || row >= area->height || column < 0 || column >= area->width || y < 0 ||
	    y >= LINES || x < 0 || x >= COLS) {
		return;
	}
	attrset((int)theme_attr(THEME_BORDER));
	if (area->style == DRAW_ASCII) {
		mvaddch(y, x, (chtype)ascii[shape] | theme_attr(THEME_BORDER));
	} else {
		const cchar_t *const drawn[] = {WACS_HLINE,    WACS_VLINE,    WACS_ULCORNER,
		                                WACS_URCORNER, WACS_LLCORNER, WACS_LRCORNER};
		mvadd_wch(y, x, drawn[shape]);
	}
	attrset(A_NORMAL);
}

static void put_title(const struct area *area, int row, const char *title)
{
	int most = area->width - 6;

	if (title != NULL && *title != '\0' && most > 0) {
		int used = draw_text(area, row, 3, most, theme_attr(THEME_HEADING), title);
		draw_fill(area, row, 2, 1, A_NORMAL);
		draw_fill(area, row, 3 + used, 1, A_NORMAL);
	}
}

void draw_rule(const struct area *area, int row, const char *title)
{
	for (int column = 0; column < area->width; column++) {
		put_shape(area, row, column, HORIZONTAL);
	}
	put_title(area, row, title);
}

void draw_divider(const struct area *area, int column)
{
	for (int row = 0; row < area->height; row++) {
		put_shape(area, row, column, VERTICAL);
	}
}

struct area draw_box(const struct area *area, const char *title)
{
	int bottom = area->height - 1;
	int right = area->width - 1;
	struct area rows = area_rows(area, 1, area->height > 2 ? area->height - 2 : 0);
	struct area inner = area_columns(&rows, 1, area->width > 2 ? area->width - 2 : 0);

	draw_clear(area);
	for (int column = 1; column < right; column++) {
		put_shape(area, 0, column, HORIZONTAL);
		put_shape(area, bottom, column, HORIZONTAL);
	}
	for (int row = 1; row < bottom; row++) {
		put_shape(area, row, 0, VERTICAL);
		put_shape(area, row, right, VERTICAL);
	}
	put_shape(area, 0, 0, TOP_LEFT);
	put_shape(area, 0, right, TOP_RIGHT);
	put_shape(area, bottom, 0, BOTTOM_LEFT);
	put_shape(area, bottom, right, BOTTOM_RIGHT);
	put_title(area, 0, title);
	return inner;
}

void draw_bar(const struct area *area, int row, int column, int cells, attr_t attr, long done,
              long total)
{
	const char *full = area->style == DRAW_ASCII ? "#" : "━";
	const char *rest = area->style == DRAW_ASCII ? "." : "─";
	attr_t empty = attr & A_REVERSE ? attr : theme_attr(THEME_DIM);
	int filled = 0;

	if (total > 0 && done > 0) {
		filled = done >= total ? cells : (int)((double)done * cells / (double)total);
	}
	for (int i = 0; i < cells; i++) {
		draw_text(area, row, column + i, 1, i < filled ? attr : empty,
		          i < filled ? full : rest);
	}
}

int draw_spark(const struct area *area, int row, int column, int cells, attr_t attr,
               const long *values, size_t count, long low, long high)
{
	static const char *const blocks[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇"};
	static const char *const signs[] = {"_", ".", "-", "~", "=", "+", "#"};
	enum { LEVELS = sizeof blocks / sizeof *blocks };
	size_t shown = cells > 0 && (size_t)cells < count ? (size_t)cells : count;

	if (cells <= 0) {
		return 0;
	}
	for (size_t i = 0; i < shown; i++) {
		long value = values[count - shown + i];
		if (value == DRAW_GAP) {
			continue;
		}
		double part = high > low ? (double)(value - low) / (double)(high - low) : 0;
		part = part < 0 ? 0 : part > 1 ? 1 : part;
		int level = (int)(part * (LEVELS - 1) + 0.5);
		draw_text(area, row, column + (int)i, 1, attr,
		          area->style == DRAW_ASCII ? signs[level] : blocks[level]);
	}
	return (int)shown;
}

void draw_more(const struct area *area, int column, attr_t attr, int more)
{
	bool plain = area->style == DRAW_ASCII;

	if (more & DRAW_MORE_ABOVE) {
		draw_text(area, 0, column, 1, attr, plain ? "^" : "↑");
	}
	if (more & DRAW_MORE_BELOW) {
		draw_text(area, area->height - 1, column, 1, attr, plain ? "v" : "↓");
	}
}
