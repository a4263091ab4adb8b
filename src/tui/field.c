/* One-line input. Contracts in field.h. */
#include "field.h"

#include <groei/text.h>

#include "theme.h"

enum editor_answer field_key(struct field *field, const struct key *key)
{
	return editor_key(field->editor, key);
}

enum editor_answer field_paste(struct field *field, const char *text, size_t length)
{
	return editor_paste(field->editor, text, length) == EDITOR_FULL ? EDITOR_REFUSED
	                                                                : EDITOR_USED;
}

/* Scrolls sideways so that the cursor has a cell. */
static void show(struct field *field, const char *text, size_t length, int cells)
{
	size_t cursor = editor_cursor(field->editor);

	if (field->left > cursor) {
		field->left = cursor;
	}
	/* Room on the right is used before text is hidden on the left. */
	for (size_t before; field->left > 0; field->left = before) {
		before = groei_text_previous(text, length, field->left);
		if (groei_text_cells(text + before, length - before) >= cells) {
			break;
		}
	}
	while (field->left < cursor &&
	       groei_text_cells(text + field->left, cursor - field->left) >= cells) {
		field->left = groei_text_next(text, length, field->left);
	}
}

struct spot field_draw(struct field *field, const struct area *area, int row, int column,
                       int cells, const char *hint)
{
	size_t length;
	const char *text = editor_text(field->editor, &length);
	attr_t attr = theme_attr(THEME_INPUT);
	int most = area->width - column;
	int wide = cells < 0 || cells > most ? most : cells;

	if (field->left > length) {
		field->left = length;
	}
	show(field, text, length, wide > 0 ? wide : 1);
	draw_fill(area, row, column, wide, attr);
	if (length == 0) {
		draw_text(area, row, column, wide, theme_attr(THEME_DIM) | A_UNDERLINE, hint);
	}
	size_t from;
	size_t to;
	size_t end = field->left + groei_text_fit(text + field->left, length - field->left, wide);
	bool selected = editor_selection(field->editor, &from, &to);
	int place = column;
	for (size_t at = field->left; at < end;) {
		bool chosen = selected && at >= from && at < to;
		size_t stop = end;
		if (selected && at < from && from < end) {
			stop = from;
		} else if (chosen && to < end) {
			stop = to;
		}
		place += draw_bytes(area, row, place, -1,
		                    chosen ? theme_attr(THEME_SELECTION) : attr, text + at,
		                    stop - at);
		at = stop;
	}
	size_t cursor = editor_cursor(field->editor);
	return draw_spot(area, row,
	                 column + groei_text_cells(text + field->left, cursor - field->left));
}
