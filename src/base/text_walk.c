/* Grapheme clusters: where they begin and how each is drawn.
 *
 * Only u8_grapheme_breaks() of libunistring decides on boundaries; its next/prev functions split
 * joined emoji and flags. Must not know about lines or screens. */
#include "base/text_walk.h"

#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <unigbrk.h>
#include <unistr.h>
#include <uniwidth.h>
#include <wchar.h>

#include <groei/text.h>

#include "base/memory.h"

enum {
	JOINER = 0x200D,
	REPLACEMENT = 0xFFFD,
	DOTTED_CIRCLE = 0x25CC,
	MARKS_DRAWN = 4, /* a curses cell holds one base and four marks */
};

static bool is_ascii(const char *text, size_t at)
{
	return ((unsigned char)text[at] & 0x80) == 0;
}

static bool is_continuation(const char *text, size_t at)
{
	return ((unsigned char)text[at] & 0xC0) == 0x80;
}

size_t text_char(const char *text, size_t length, size_t at, uint32_t *char_out)
{
	ucs4_t c = (unsigned char)text[at];
	int bytes = 1;

	if (c >= 0x80)
		bytes = u8_mbtouc(&c, (const uint8_t *)text + at, length - at);
	*char_out = c;
	return bytes > 0 ? (size_t)bytes : 1;
}

/* The end of a window that begins at `start`, at most `size` bytes long, not inside a character. */
static size_t window_end(const char *text, size_t length, size_t start, size_t size)
{
	size_t end = start + size;

	if (length - start <= size)
		return length;
	for (int i = 0; i < 3 && is_continuation(text, end); i++)
		end--;
	return end;
}

/* End of a cluster at `at` that is longer than a window: doubling keeps it linear. */
static size_t long_cluster_end(const char *text, size_t length, size_t at)
{
	size_t size = 2 * TEXT_WINDOW, found = length;
	char *breaks = NULL;

	for (;; size *= 2) {
		size_t end = window_end(text, length, at, size);

		breaks = memory_resize(breaks, end - at);
		u8_grapheme_breaks((const uint8_t *)text + at, end - at, breaks);
		for (size_t i = 1; i < end - at && found == length; i++) {
			if (breaks[i])
				found = at + i;
		}
		if (found < length || end == length)
			break;
	}
	free(breaks);
	return found;
}

void text_walk_start(struct text_walk *walk, const char *text, size_t length, size_t at)
{
	walk->text = text;
	walk->length = length;
	walk->at = at;
	walk->window_start = walk->window_end = at;
}

static bool window_find(struct text_walk *walk, size_t at, size_t *end_out)
{
	if (at < walk->window_start)
		return false;
	for (size_t i = at + 1; i < walk->window_end; i++) {
		if (walk->breaks[i - walk->window_start]) {
			*end_out = i;
			return true;
		}
	}
	if (at < walk->window_end && walk->window_end == walk->length) {
		*end_out = walk->length;
		return true;
	}
	return false;
}

static void window_fill(struct text_walk *walk, size_t at, size_t size)
{
	walk->window_start = at;
	walk->window_end = window_end(walk->text, walk->length, at, size);
	u8_grapheme_breaks((const uint8_t *)walk->text + at, walk->window_end - at, walk->breaks);
}

static size_t cluster_end(struct text_walk *walk, size_t at, size_t window)
{
	const char *text = walk->text;
	size_t end;

	if (is_ascii(text, at)) {
		if (at + 1 == walk->length)
			return at + 1;
		if (is_ascii(text, at + 1))
			return text[at] == '\r' && text[at + 1] == '\n' ? at + 2 : at + 1;
	}
	if (window_find(walk, at, &end))
		return end;
	window_fill(walk, at, window);
	if (window_find(walk, at, &end))
		return end;
	return long_cluster_end(text, walk->length, at);
}

bool text_walk_next(struct text_walk *walk, size_t *start_out)
{
	if (walk->at >= walk->length)
		return false;
	*start_out = walk->at;
	walk->at = cluster_end(walk, walk->at, TEXT_WINDOW);
	return true;
}

size_t groei_text_next(const char *text, size_t length, size_t at)
{
	struct text_walk walk;

	if (at >= length)
		return length;
	text_walk_start(&walk, text, length, at);
	return cluster_end(&walk, at, 48);
}

/* Start of the character that ends at `at` (at > 0). */
static size_t char_before(const char *text, size_t at)
{
	size_t start = at - 1;
	uint32_t c;

	while (start > 0 && at - start < 4 && is_continuation(text, start))
		start--;
	return start + text_char(text, at, start, &c) == at ? start : at - 1;
}

static bool is_regional(uint32_t c)
{
	return c >= 0x1F1E6 && c <= 0x1F1FF;
}

/* Whether there is a boundary between two neighbours whatever stands before them. */
static bool always_breaks(uint32_t before, uint32_t after)
{
	if (before < 0x80 && after < 0x80)
		return !(before == '\r' && after == '\n');
	if (before == JOINER || (is_regional(before) && is_regional(after)))
		return false;
	return uc_is_grapheme_break(before, after);
}

size_t groei_text_previous(const char *text, size_t length, size_t at)
{
	struct text_walk walk;
	size_t start, found = 0;
	uint32_t after, before;

	if (at > length)
		at = length;
	if (at == 0)
		return 0;
	start = char_before(text, at);
	text_char(text, at, start, &after);
	while (start > 0) {
		size_t sooner = char_before(text, start);

		text_char(text, start, sooner, &before);
		if (always_breaks(before, after))
			break;
		start = sooner;
		after = before;
	}
	text_walk_start(&walk, text, at, start);
	while (text_walk_next(&walk, &found))
		;
	return found;
}

static bool is_word(const char *text, size_t length, size_t at)
{
	uint32_t c;

	text_char(text, length, at, &c);
	return c == '_' || uc_is_property_alphabetic(c) || uc_is_property_numeric(c);
}

size_t groei_text_next_word(const char *text, size_t length, size_t at)
{
	struct text_walk walk;
	size_t start;

	if (at >= length)
		return length;
	text_walk_start(&walk, text, length, at);
	while (walk.at < length && is_word(text, length, walk.at))
		text_walk_next(&walk, &start);
	while (walk.at < length && !is_word(text, length, walk.at))
		text_walk_next(&walk, &start);
	return walk.at;
}

size_t groei_text_previous_word(const char *text, size_t length, size_t at)
{
	size_t before = groei_text_previous(text, length, at);

	while (before > 0 && !is_word(text, length, before))
		before = groei_text_previous(text, length, before);
	while (before > 0) {
		size_t sooner = groei_text_previous(text, length, before);

		if (!is_word(text, length, sooner))
			break;
		before = sooner;
	}
	return before;
}

static bool is_mark(uint32_t c)
{
	return uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Mn | UC_CATEGORY_MASK_Me |
	                                               UC_CATEGORY_MASK_Mc);
}

/* Characters that change how a cluster looks in ways on which terminals disagree. */
static bool is_selector(uint32_t c)
{
	return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) ||
	       (c >= 0x180B && c <= 0x180F) || (c >= 0x1F3FB && c <= 0x1F3FF) ||
	       (c >= 0xE0020 && c <= 0xE007F) || c == JOINER || c == 0x200C;
}

static void put(struct groei_buffer *out, uint32_t c)
{
	uint8_t bytes[6];
	int count = u8_uctomb(bytes, c, sizeof bytes);

	if (out && count > 0)
		groei_buffer_add(out, (const char *)bytes, (size_t)count);
}

/* As the terminal's library counts them, -1 for what it does not draw; a system without any UTF-8 locale
 * knows nothing of letters beyond ASCII. */
static int cells_of(uint32_t c)
{
	int cells = wcwidth((wchar_t)c);

	return cells < 0 && MB_CUR_MAX == 1 ? uc_width(c, "UTF-8") : cells;
}

/* Draws the first character of a cluster; a lone mark gets something to stand on. Returns its
 * cells, or -1 when it is not drawn at all. */
static int put_base(struct groei_buffer *out, uint32_t c)
{
	int cells = cells_of(c);

	if (c == '\n') {
		put(out, c);
		return 0;
	}
	if (c == '\t')
		c = ' ';
	if (c == ' ' || cells > 0) {
		put(out, c);
		return c == ' ' ? 1 : cells;
	}
	if (cells < 0) {
		put(out, REPLACEMENT);
		return 1;
	}
	if (is_selector(c) || !is_mark(c))
		return -1;
	put(out, DOTTED_CIRCLE);
	put(out, c);
	return 1;
}

int text_cluster_reduce(struct groei_buffer *out, const char *cluster, size_t length)
{
	uint32_t base = 0, c;
	size_t at = 0;
	int cells = -1, marks = 0;

	if (length == 1 && cluster[0] >= ' ' && cluster[0] < 0x7F) {
		if (out)
			groei_buffer_char(out, cluster[0]);
		return 1;
	}
	while (at < length) {
		int width;

		at += text_char(cluster, length, at, &c);
		if (cells < 0) {
			cells = put_base(out, c);
			base = c;
			continue;
		}
		if (c == JOINER && uc_is_property_extended_pictographic(base))
			break;
		if (is_selector(c))
			continue;
		width = cells_of(c);
		if (width < 0 || (width == 0 && marks++ >= MARKS_DRAWN))
			continue;
		put(out, c);
		cells += width;
	}
	return cells > 0 ? cells : 0;
}
