/* Text in cells: measured, cut and filled to the width of a column. Must not know about screens. */
#include <groei/text.h>

#include <limits.h>
#include <string.h>

#include "base/text_walk.h"

/* Printable ASCII only: every byte is a cluster of one cell, and reduced already. */
static bool is_plain(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (text[i] < ' ' || text[i] > '~')
			return false;
	}
	return true;
}

void groei_text_reduce(struct groei_buffer *out, const char *text, size_t length)
{
	struct text_walk walk;
	size_t start;

	if (is_plain(text, length)) {
		groei_buffer_add(out, text, length);
		return;
	}
	text_walk_start(&walk, text, length, 0);
	while (text_walk_next(&walk, &start))
		text_cluster_reduce(out, text + start, walk.at - start);
}

int groei_text_cells(const char *text, size_t length)
{
	struct text_walk walk;
	size_t start;
	int cells = 0;

	if (is_plain(text, length))
		return length > INT_MAX ? INT_MAX : (int)length;
	text_walk_start(&walk, text, length, 0);
	while (text_walk_next(&walk, &start)) {
		int more = text_cluster_reduce(NULL, text + start, walk.at - start);

		cells = more > INT_MAX - cells ? INT_MAX : cells + more;
	}
	return cells;
}

/* As groei_text_fit, and the cells that are taken. */
static size_t fit(const char *text, size_t length, int cells, int *taken_out)
{
	struct text_walk walk;
	size_t start, end = 0;
	int taken = 0;

	if (is_plain(text, length)) {
		*taken_out = length < (size_t)cells ? (int)length : cells;
		return (size_t)*taken_out;
	}
	text_walk_start(&walk, text, length, 0);
	while (text_walk_next(&walk, &start)) {
		int more = text_cluster_reduce(NULL, text + start, walk.at - start);

		if (more > cells - taken)
			break;
		taken += more;
		end = walk.at;
	}
	*taken_out = taken;
	return end;
}

size_t groei_text_fit(const char *text, size_t length, int cells)
{
	int taken;

	return fit(text, length, cells > 0 ? cells : 0, &taken);
}

/* Appends the text cut to `cells` (at least 1); returns the cells it takes. */
static int cut(struct groei_buffer *out, const char *text, int cells)
{
	size_t length = strlen(text), end;
	int taken;

	end = fit(text, length, cells, &taken);
	if (end == length) {
		groei_text_reduce(out, text, length);
		return taken;
	}
	end = fit(text, length, cells - 1, &taken);
	groei_text_reduce(out, text, end);
	groei_buffer_text(out, "…");
	return taken + 1;
}

const char *groei_text_cut(struct groei_arena *arena, const char *text, int cells)
{
	struct groei_buffer out = {0};
	const char *copy = "";

	if (cells > 0 && text[0]) {
		cut(&out, text, cells);
		copy = groei_arena_copy(arena, out.data, out.length);
	}
	groei_buffer_free(&out);
	return copy;
}

const char *groei_text_pad(struct groei_arena *arena, const char *text, int cells)
{
	struct groei_buffer out = {0};
	const char *copy = "";
	int taken;

	if (cells > 0) {
		taken = cut(&out, text, cells);
		for (; taken < cells; taken++)
			groei_buffer_char(&out, ' ');
		copy = groei_arena_copy(arena, out.data, out.length);
	}
	groei_buffer_free(&out);
	return copy;
}
