/* Wrapping text to a width: UAX #14 says where a line may end, cells say where it must.
 *
 * One pass per paragraph, linear in its size. Blanks at a break hang beyond the margin and belong
 * to no line. Must not know about screens. */
#include <groei/text.h>

#include <stdlib.h>
#include <string.h>
#include <unilbrk.h>
#include <unistr.h>

#include "base/memory.h"
#include "base/text_walk.h"

struct wrap {
	const char *text;
	int width;
	struct groei_line *lines; /* grown by doubling, copied into the arena at the end */
	size_t count, capacity;
	char *breaks;             /* of the paragraph: whether a line may start at its byte */
	size_t breaks_capacity;
};

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static void line_add(struct wrap *wrap, struct groei_line line)
{
	if (wrap->count == wrap->capacity) {
		wrap->capacity = wrap->capacity ? wrap->capacity * 2 : 16;
		wrap->lines = memory_resize(wrap->lines, wrap->capacity * sizeof *wrap->lines);
	}
	wrap->lines[wrap->count++] = line;
}

static void soft_line(struct wrap *wrap, size_t start, size_t next)
{
	size_t end = next;

	while (end > start && is_blank(wrap->text[end - 1]))
		end--;
	line_add(wrap, (struct groei_line){start, end - start, next, false});
}

/* A copy in which '?' stands for each invalid byte; NULL when there are none. To be freed. */
static char *valid_copy(const char *text, size_t length)
{
	char *copy = NULL;
	size_t at, bytes;

	if (groei_text_valid(text, length, &at))
		return NULL;
	copy = memory_resize(NULL, length);
	memcpy(copy, text, length);
	for (; at < length; at += bytes) {
		uint32_t c;

		bytes = text_char(text, length, at, &c);
		if (c == 0xFFFD && !groei_text_valid(text + at, bytes, NULL))
			memset(copy + at, '?', bytes);
	}
	return copy;
}

static void find_breaks(struct wrap *wrap, const char *paragraph, size_t length)
{
	char *copy = valid_copy(paragraph, length);

	if (length > wrap->breaks_capacity) {
		wrap->breaks_capacity = length + length / 2;
		wrap->breaks = memory_resize(wrap->breaks, wrap->breaks_capacity);
	}
	u8_possible_linebreaks((const uint8_t *)(copy ? copy : paragraph), length, "UTF-8",
	                       wrap->breaks);
	free(copy);
}

/* One paragraph, [start, end) without its newline; the next one begins at `next`. */
static void wrap_paragraph(struct wrap *wrap, size_t start, size_t end, size_t next)
{
	const char *text = wrap->text;
	struct text_walk walk;
	size_t at, chance = start, margin = start; /* where a line may start; what fits ends */
	int cells = 0, chance_cells = 0;

	if (end - start > (size_t)wrap->width) /* no character takes less than a byte per cell */
		find_breaks(wrap, text + start, end - start);
	text_walk_start(&walk, text, end, start);
	for (size_t from = start; text_walk_next(&walk, &at);) {
		int more = text_cluster_reduce(NULL, text + at, walk.at - at);
		bool blank = walk.at - at == 1 && is_blank(text[at]); /* one with a mark is seen */

		if (cells > 0 && at > start && end - from > (size_t)wrap->width &&
		    (wrap->breaks[at - from] == UC_BREAK_POSSIBLE ||
		     wrap->breaks[at - from] == UC_BREAK_MANDATORY)) {
			chance = at;
			chance_cells = cells;
		}
		while (!blank && cells > 0 && cells + more > wrap->width) {
			size_t cut = chance > start ? chance : at;

			soft_line(wrap, start, cut);
			cells = chance > start ? cells - chance_cells : 0;
			start = chance = margin = cut;
		}
		cells += more;
		if (cells <= wrap->width || !blank)
			margin = walk.at;
	}
	line_add(wrap, (struct groei_line){start, margin - start, next, true});
}

size_t groei_text_wrap(struct groei_arena *arena, const char *text, size_t length, int width,
                       struct groei_line **lines_out)
{
	struct wrap wrap = {.text = text, .width = width > 0 ? width : 1};
	struct groei_line *lines;
	size_t start = 0;

	for (;;) {
		const char *newline = length > start ? memchr(text + start, '\n', length - start)
		                                     : NULL;
		size_t end = newline ? (size_t)(newline - text) : length;

		wrap_paragraph(&wrap, start, end, newline ? end + 1 : end);
		if (!newline)
			break;
		start = end + 1;
	}
	lines = groei_arena_take(arena, wrap.count * sizeof *lines);
	memcpy(lines, wrap.lines, wrap.count * sizeof *lines);
	free(wrap.lines);
	free(wrap.breaks);
	*lines_out = lines;
	return wrap.count;
}
