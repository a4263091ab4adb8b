/* Drawing text into the curses screen, clipped. Contracts in draw.h; lines and bars are in
 * draw_shape.c. The only files that put cells on the screen. */
#include "draw.h"

#include <string.h>

#include <groei/arena.h>
#include <groei/buffer.h>
#include <groei/text.h>

static int smaller(int a, int b)
{
	return a < b ? a : b;
}

static int larger(int a, int b)
{
	return a > b ? a : b;
}

struct area area_screen(enum draw_style style)
{
	return (struct area){.height = LINES, .width = COLS, .style = style};
}

struct area area_rows(const struct area *area, int row, int height)
{
	struct area rows = *area;
	int from = larger(row, 0);
	int until = height < 0 ? area->height : smaller(row + height, area->height);

	rows.y += from;
	rows.height = larger(until - from, 0);
	return rows;
}

struct area area_columns(const struct area *area, int column, int width)
{
	struct area columns = *area;
	int from = larger(column, 0);
	int until = width < 0 ? area->width : smaller(column + width, area->width);

	columns.x += from;
	columns.width = larger(until - from, 0);
	return columns;
}

struct area area_centre(const struct area *area, int height, int width)
{
	int rows = smaller(height, area->height);
	int columns = smaller(width, area->width);
	struct area part = area_rows(area, (area->height - rows) / 2, larger(rows, 0));

	return area_columns(&part, (area->width - columns) / 2, larger(columns, 0));
}

/* Cells of a row that may be written from a column on: within the area and the screen, and not the
 * last cell of the screen, which would scroll it. */
static int room(const struct area *area, int row, int column, int cells)
{
	int y = area->y + row;
	int x = area->x + column;
	int fits = area->width - column;

	if (row < 0 || row >= area->height || column < 0 || y < 0 || y >= LINES || x < 0) {
		return 0;
	}
	fits = smaller(fits, COLS - x - (y == LINES - 1 ? 1 : 0));
	return larger(cells < 0 ? fits : smaller(cells, fits), 0);
}

static void put(const struct area *area, int row, int column, attr_t attr, const char *text,
                size_t length)
{
	attrset((int)attr);
	mvaddnstr(area->y + row, area->x + column, text, (int)length);
	attrset(A_NORMAL);
}

/* The same for printable ASCII, whose cells need no thought. */
static void put_plain(const struct area *area, int row, int column, attr_t attr, const char *text,
                      size_t length)
{
	enum { COUNT = 128 };
	chtype cells[COUNT];

	for (size_t at = 0; at < length; at += COUNT) {
		size_t count = length - at < COUNT ? length - at : COUNT;

		for (size_t i = 0; i < count; i++) {
			cells[i] = (unsigned char)text[at + i] | attr;
		}
		mvaddchnstr(area->y + row, area->x + column + (int)at, cells, (int)count);
	}
}

/* Printable ASCII needs no cleaning and takes a cell a byte. */
static bool is_plain(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (text[i] < ' ' || text[i] > '~') {
			return false;
		}
	}
	return true;
}

/* Draws text of any kind in `fits` cells. */
static int put_cut(const struct area *area, int row, int column, int fits, attr_t attr,
                   const char *text, size_t length)
{
	const char *dots = area->style == DRAW_ASCII ? "~" : "…";
	struct groei_buffer clean = {0};
	struct groei_buffer drawn = {0};
	/* A cell takes at most a few dozen bytes: what lies far behind the edge stays unread. */
	size_t most = (size_t)(fits + 2) * 64;
	size_t looked = length > most ? most : length;

	groei_text_clean_line(&clean, text, looked);
	size_t end = groei_text_fit(clean.data == NULL ? "" : clean.data, clean.length, fits);
	int used;
	if (end == clean.length && looked == length) {
		groei_text_reduce(&drawn, clean.data == NULL ? "" : clean.data, end);
		used = groei_text_cells(clean.data == NULL ? "" : clean.data, end);
	} else {
		end = groei_text_fit(clean.data, clean.length, fits - 1);
		groei_text_reduce(&drawn, clean.data, end);
		used = groei_text_cells(clean.data, end) + 1;
		groei_buffer_text(&drawn, dots);
	}
	if (drawn.length > 0) {
		put(area, row, column, attr, drawn.data, drawn.length);
	}
	groei_buffer_free(&drawn);
	groei_buffer_free(&clean);
	return used;
}

int draw_bytes(const struct area *area, int row, int column, int cells, attr_t attr,
               const char *text, size_t length)
{
	int fits = room(area, row, column, cells);
	if (fits == 0 || length == 0) {
		return 0;
	}
	if (length <= (size_t)fits && is_plain(text, length)) {
		put_plain(area, row, column, attr, text, length);
		return (int)length;
	}
	return put_cut(area, row, column, fits, attr, text, length);
}

int draw_text(const struct area *area, int row, int column, int cells, attr_t attr,
              const char *text)
{
	return text == NULL ? 0 : draw_bytes(area, row, column, cells, attr, text, strlen(text));
}

void draw_fill(const struct area *area, int row, int column, int cells, attr_t attr)
{
	int fits = room(area, row, column, cells);
	if (fits > 0) {
		mvhline(area->y + row, area->x + column, ' ' | attr, fits);
	}
}

int draw_right(const struct area *area, int row, int column, int cells, attr_t attr,
               const char *text)
{
	int fits = room(area, row, column, cells);
	int wide = 0;

	if (text != NULL && fits > 0) {
		struct groei_buffer clean = {0};
		groei_text_clean_line(&clean, text, strlen(text));
		wide = clean.length > 0 ? groei_text_cells(clean.data, clean.length) : 0;
		groei_buffer_free(&clean);
	}
	return draw_text(area, row, column + larger(fits - wide, 0), smaller(wide, fits), attr,
	                 text);
}

void draw_clear(const struct area *area)
{
	for (int row = 0; row < area->height; row++) {
		draw_fill(area, row, 0, area->width, A_NORMAL);
	}
}

int draw_wrapped(const struct area *area, int row, attr_t attr, const char *text)
{
	struct groei_buffer clean = {0};
	struct groei_arena *arena = groei_arena_open();
	struct groei_line *lines;

	groei_text_clean(&clean, text == NULL ? "" : text, text == NULL ? 0 : strlen(text));
	size_t count = groei_text_wrap(arena, clean.data == NULL ? "" : clean.data, clean.length,
	                               larger(area->width, 1), &lines);
	for (size_t i = 0; i < count && row + (int)i < area->height; i++) {
		if (lines[i].length > 0) {
			draw_bytes(area, row + (int)i, 0, -1, attr, clean.data + lines[i].start,
			           lines[i].length);
		}
	}
	groei_arena_close(arena);
	groei_buffer_free(&clean);
	return (int)count;
}

struct spot draw_spot(const struct area *area, int row, int column)
{
	int y = area->y + larger(smaller(row, area->height - 1), 0);
	int x = area->x + larger(smaller(column, area->width - 1), 0);

	return (struct spot){.y = larger(smaller(y, LINES - 1), 0),
	                     .x = larger(smaller(x, COLS - 1), 0)};
}

void draw_cursor(struct spot spot)
{
	move(larger(smaller(spot.y, LINES - 1), 0), larger(smaller(spot.x, COLS - 1), 0));
}
