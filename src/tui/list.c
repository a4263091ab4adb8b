/* The scrolling list. Contracts in list.h. Asks for rows only as far as it shows or jumps. */
#include "list.h"

#include <stdint.h>

#include "theme.h"

static size_t count_to(const struct list_rows *rows, size_t until)
{
	return rows->count(rows->context, until);
}

static bool is_heading(const struct list_rows *rows, size_t index)
{
	return rows->heading != NULL && rows->heading(rows->context, index);
}

/* The next row that can have the focus, from `from` (itself included), or SIZE_MAX. */
static size_t below(const struct list_rows *rows, size_t from)
{
	for (size_t at = from; at < count_to(rows, at + 1); at++) {
		if (!is_heading(rows, at)) {
			return at;
		}
	}
	return SIZE_MAX;
}

/* The same upwards. */
static size_t above(const struct list_rows *rows, size_t from)
{
	for (size_t at = from + 1; at > 0; at--) {
		if (!is_heading(rows, at - 1)) {
			return at - 1;
		}
	}
	return SIZE_MAX;
}

bool list_has_cursor(const struct list *list, const struct list_rows *rows)
{
	return list->cursor < count_to(rows, list->cursor + 1) && !is_heading(rows, list->cursor);
}

void list_go(struct list *list, const struct list_rows *rows, size_t index)
{
	size_t count = count_to(rows, index < SIZE_MAX ? index + 1 : index);
	if (count == 0) {
		list->cursor = 0;
		list->top = 0;
		return;
	}
	size_t wanted = index < count ? index : count - 1;
	size_t place = below(rows, wanted);
	if (place == SIZE_MAX) {
		place = above(rows, wanted);
	}
	list->cursor = place == SIZE_MAX ? 0 : place;
}

void list_keep(struct list *list, const struct list_rows *rows)
{
	list_go(list, rows, list->cursor);
}

void list_move(struct list *list, const struct list_rows *rows, long by)
{
	for (; by > 0; by--) {
		size_t next = below(rows, list->cursor + 1);
		if (next == SIZE_MAX) {
			return;
		}
		list->cursor = next;
	}
	for (; by < 0; by++) {
		size_t next = list->cursor > 0 ? above(rows, list->cursor - 1) : SIZE_MAX;
		if (next == SIZE_MAX) {
			list->top = 0; /* the heading over the first row is worth seeing */
			return;
		}
		list->cursor = next;
	}
}

static enum list_answer wheel(struct list *list, const struct list_rows *rows, long by)
{
	list_move(list, rows, by);
	return LIST_MOVED;
}

static enum list_answer click(struct list *list, const struct list_rows *rows,
                              const struct key *key)
{
	if (key->row < list->y || key->row >= list->y + list->height || key->column < list->x ||
	    key->column >= list->x + list->width) {
		return LIST_IGNORED;
	}
	size_t index = list->top + (size_t)(key->row - list->y);
	if (index >= count_to(rows, index + 1) || is_heading(rows, index)) {
		return LIST_MOVED;
	}
	bool again = index == list->cursor;
	list->cursor = index;
	return again ? LIST_CHOSEN : LIST_MOVED;
}

static enum list_answer letter(struct list *list, const struct list_rows *rows, uint32_t rune)
{
	switch (rune) {
	case 'j':
		list_move(list, rows, 1);
		return LIST_MOVED;
	case 'k':
		list_move(list, rows, -1);
		return LIST_MOVED;
	case 'g':
		list_go(list, rows, 0);
		list->top = 0;
		return LIST_MOVED;
	case 'G':
		list_go(list, rows, SIZE_MAX);
		return LIST_MOVED;
	default:
		return LIST_IGNORED;
	}
}

enum list_answer list_key(struct list *list, const struct list_rows *rows, const struct key *key)
{
	long page = list->height > 1 ? list->height - 1 : 1;

	if (key->modifiers != 0) {
		return LIST_IGNORED;
	}
	switch (key->code) {
	case K_UP:
		return letter(list, rows, 'k');
	case K_DOWN:
		return letter(list, rows, 'j');
	case K_HOME:
		return letter(list, rows, 'g');
	case K_END:
		return letter(list, rows, 'G');
	case K_PAGE_UP:
		list_move(list, rows, -page);
		return LIST_MOVED;
	case K_PAGE_DOWN:
		list_move(list, rows, page);
		return LIST_MOVED;
	case K_CHAR:
		return letter(list, rows, key->rune);
	case K_ENTER:
		return list_has_cursor(list, rows) ? LIST_CHOSEN : LIST_IGNORED;
	case K_WHEEL_UP:
		return wheel(list, rows, -3);
	case K_WHEEL_DOWN:
		return wheel(list, rows, 3);
	case K_CLICK:
		return click(list, rows, key);
	default:
		return LIST_IGNORED;
	}
}

/* Scrolls: the cursor is seen with a row around it where there is room, and the heading over the
 * first row too. Returns how many rows there are, as far as shown. */
static size_t scroll_to_cursor(struct list *list, const struct list_rows *rows, size_t height)
{
	size_t context = height >= 5 ? 1 : 0;

	if (list->cursor < list->top + context) {
		list->top = list->cursor > context ? list->cursor - context : 0;
	}
	if (list->cursor + context >= list->top + height) {
		list->top = list->cursor + context + 1 - height;
	}
	size_t count = count_to(rows, list->top + height);
	if (list->top + height > count) { /* the list became shorter, or this is its end */
		list->top = count > height ? count - height : 0;
	}
	if (list->top > 0 && list->cursor < height && above(rows, list->cursor - 1) == SIZE_MAX) {
		list->top = 0;
	}
	return count;
}

/* At the right edge: that there is more above, and below. */
static void draw_rest(const struct list *list, const struct list_rows *rows, const struct area *area)
{
	size_t end = list->top + (size_t)list->height;
	int more = (list->top > 0 ? DRAW_MORE_ABOVE : 0) |
	           (count_to(rows, end + 1) > end ? DRAW_MORE_BELOW : 0);

	if (area->height > 1) {
		draw_more(area, area->width - 1, theme_attr(THEME_DIM), more);
	}
}

struct spot list_draw(struct list *list, const struct list_rows *rows, const struct area *area,
                      enum list_focus focus)
{
	size_t height = area->height > 0 ? (size_t)area->height : 1;

	list_keep(list, rows);
	size_t count = scroll_to_cursor(list, rows, height);
	bool has_cursor = list_has_cursor(list, rows);
	size_t shown = count - list->top < height ? count - list->top : height;

	list->height = (int)height;
	list->width = area->width;
	list->y = area->y;
	list->x = area->x;
	if (count == 0) {
		struct area inside = area_columns(area, 1, area->width - 2);
		draw_wrapped(&inside, 0, theme_attr(THEME_DIM), rows->empty);
		return draw_spot(&inside, 0, 0);
	}
	if (rows->window != NULL) {
		rows->window(rows->context, list->top, shown);
	}
	for (size_t i = 0; i < shown; i++) {
		size_t index = list->top + i;
		bool chosen = has_cursor && index == list->cursor;
		attr_t attr = !chosen                 ? theme_attr(THEME_TEXT)
		              : focus == LIST_FOCUSED ? theme_attr(THEME_SELECTED)
		                                      : theme_attr(THEME_MARKED);
		struct area row = area_rows(area, (int)i, 1);
		draw_fill(&row, 0, 0, -1, attr);
		rows->draw(rows->context, index, &row, attr);
	}
	draw_rest(list, rows, area);
	return draw_spot(area, (int)(list->cursor - list->top), 0);
}
