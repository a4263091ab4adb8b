/* Lines of an editor's text: wraps what a change can have moved and keeps the rest.
 *
 * After a splice, wrapping starts at the last line before it that the change cannot have touched,
 * goes on in chunks, and stops where a new line starts exactly where an old one did; the lines
 * behind only move by the difference in length. The result is that of wrapping the whole text (but
 * for an accent typed on a tab, where a break may stand one letter off until the next whole wrap).
 * Knows no cursor and no curses. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "editor_model.h"
#include "room.h"

enum { CHUNK = 1024 };

void *editor_grow(void *item, size_t count, size_t size, size_t *capacity)
{
	if (count <= *capacity) {
		return item;
	}
	size_t wanted = *capacity == 0 ? 64 : *capacity * 2;
	if (wanted < count) {
		wanted = count;
	}
	*capacity = wanted;
	return room_resize(item, wanted, size);
}

/* Replaces lines [from, until) by `count` others. */
static void replace(struct editor_layout *layout, size_t from, size_t until,
                    const struct groei_line *lines, size_t count)
{
	size_t rest = layout->count - until;
	size_t total = from + count + rest;

	layout->item = editor_grow(layout->item, total, sizeof *layout->item, &layout->capacity);
	memmove(layout->item + from + count, layout->item + until, rest * sizeof *layout->item);
	if (count > 0) {
		memcpy(layout->item + from, lines, count * sizeof *lines);
	}
	layout->count = total;
}

/* The end of a chunk that starts at `start`, not inside a character. */
static size_t chunk_end(const struct groei_buffer *text, size_t start, size_t size)
{
	if (text->length - start <= size) {
		return text->length;
	}
	size_t end = start + size;
	while (end > start && ((unsigned char)text->data[end] & 0xC0) == 0x80) {
		end--;
	}
	return end > start ? end : text->length;
}

/* Wraps from `start` on. Gives at least one line whose end the text behind the chunk cannot
 * change; *ended_out tells whether they reach the end of the text. */
static size_t wrap_chunk(struct editor *editor, size_t start, size_t least,
                         struct groei_line **lines_out, bool *ended_out)
{
	struct editor_layout *layout = &editor->layout;
	const struct groei_buffer *text = &editor->text;

	for (size_t size = least;; size *= 4) {
		size_t end = chunk_end(text, start, size);
		groei_arena_reset(layout->scratch);
		size_t count = groei_text_wrap(layout->scratch, text->data + start, end - start,
		                               layout->width, lines_out);
		*ended_out = end == text->length;
		if (!*ended_out) {
			count = count > 2 ? count - 2 : 0;
		}
		if (count > 0) {
			for (size_t i = 0; i < count; i++) {
				(*lines_out)[i].start += start;
				(*lines_out)[i].next += start;
			}
			return count;
		}
	}
}

static size_t chunk_size(const struct editor_layout *layout)
{
	size_t width = layout->width < 4096 ? (size_t)layout->width : 4096;

	return width * 8 > CHUNK ? width * 8 : CHUNK;
}

void layout_all(struct editor *editor)
{
	struct groei_line *lines;

	groei_arena_reset(editor->layout.scratch);
	size_t count = groei_text_wrap(editor->layout.scratch,
	                               editor->text.data == NULL ? "" : editor->text.data,
	                               editor->text.length, editor->layout.width, &lines);
	replace(&editor->layout, 0, editor->layout.count, lines, count);
}

size_t layout_line(const struct editor *editor, size_t at)
{
	size_t low = 0;
	size_t high = editor->layout.count;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;
		if (editor->layout.item[middle].start <= at) {
			low = middle;
		} else {
			high = middle;
		}
	}
	return low;
}

/* A line before the splice that is sure to begin where it did. A word may move up a line, and one
 * that is longer than a line moves only while less than a line of it stands before the splice. */
static size_t first_line(const struct editor *editor, size_t at)
{
	const struct groei_line *item = editor->layout.item;
	size_t index = layout_line(editor, at);

	for (int back = 0; index > 0 && !item[index - 1].hard && back < 3; back++) {
		index--;
	}
	return index;
}

void layout_splice(struct editor *editor, size_t at, size_t removed, size_t added)
{
	struct editor_layout *layout = &editor->layout;
	if (layout->count == 0 || editor->text.length == 0) {
		layout_all(editor);
		return;
	}
	size_t from = first_line(editor, at);
	size_t start = layout->item[from].start;
	size_t until = from; /* first old line that is kept, if it starts at `start` again */
	bool ended = false;
	size_t place = from; /* where new lines go */
	size_t shifted = 0;

	/* Lines that start behind the splice move with the text. */
	for (size_t i = layout_line(editor, at + removed) + 1; i < layout->count; i++, shifted++) {
		layout->item[i].start = layout->item[i].start - removed + added;
		layout->item[i].next = layout->item[i].next - removed + added;
	}
	until = layout->count - shifted;
	while (!ended) {
		struct groei_line *lines;
		size_t count = wrap_chunk(editor, start, chunk_size(layout), &lines, &ended);
		size_t taken = 0;
		bool met = false;
		while (taken < count && !met) {
			start = lines[taken].next;
			taken++;
			while (until < layout->count && layout->item[until].start < start) {
				until++;
			}
			met = until < layout->count && layout->item[until].start == start &&
			      start > at + added;
		}
		if (ended && !met) {
			until = layout->count;
		}
		replace(layout, place, until, lines, taken);
		place += taken;
		until = place;
		if (met) {
			return;
		}
	}
}
