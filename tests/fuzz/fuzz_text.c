/* libFuzzer target: any bytes are text that is fit for a terminal once it is clean; it wraps, fits and is
 * cut without losing or adding a byte or a cell. The first byte is the width. */
#include <limits.h>
#include <locale.h>
#include <string.h>
#include <wchar.h>

#include <groei/text.h>

#include "fuzz.h"

static void require_fit_to_show(const char *text, size_t length, int one_line)
{
	mbstate_t state = {0};

	require(groei_text_valid(text, length, NULL));
	for (size_t at = 0; at < length;) {
		wchar_t c;
		size_t used = mbrtowc(&c, text + at, length - at, &state);

		require(used > 0 && used <= length - at);
		require(c == L'\n' || c == L'\t' ? !one_line : c >= 0x20 && (c < 0x7F || c > 0x9F));
		require(!(c >= 0x202A && c <= 0x202E) && !(c >= 0x2066 && c <= 0x2069));
		require(c != 0x2028 && c != 0x2029);
		at += used;
	}
}

static void walk(const char *text, size_t length)
{
	size_t at = 0, back = length;

	while (at < length) {
		size_t next = groei_text_next(text, length, at);

		require(next > at && next <= length);
		at = next;
	}
	while (back > 0) {
		size_t previous = groei_text_previous(text, length, back);

		require(previous < back && groei_text_next(text, length, previous) == back);
		back = previous;
	}
	for (at = 0; at < length;) {
		size_t next = groei_text_next_word(text, length, at);

		require(next > at && next <= length);
		at = next;
	}
	for (back = length; back > 0;) {
		size_t previous = groei_text_previous_word(text, length, back);

		require(previous < back);
		back = previous;
	}
}

/* Whether a single cluster makes a line too wide; those around it take no cells. */
static int one_is_too_wide(const char *line, size_t length, int width)
{
	size_t fit = groei_text_fit(line, length, width);
	size_t next = groei_text_next(line, length, fit);

	return groei_text_cells(line, fit) == 0 && groei_text_cells(line + next, length - next) == 0;
}

static void wrap(struct groei_arena *arena, const char *text, size_t length, int width)
{
	struct groei_line *lines = NULL;
	size_t count = groei_text_wrap(arena, text, length, width, &lines), at = 0;

	require(count > 0);
	for (size_t i = 0; i < count; i++) {
		const struct groei_line *line = &lines[i];
		int cells = groei_text_cells(text + line->start, line->length);

		require(line->start == at && line->next >= line->start + line->length);
		require(line->next <= length && !memchr(text + line->start, '\n', line->length));
		for (size_t left_out = line->start + line->length; left_out < line->next; left_out++)
			require(strchr(" \t\n", text[left_out]) != NULL);
		require(cells <= width || one_is_too_wide(text + line->start, line->length, width));
		require(i + 1 < count || line->hard);
		at = line->next;
	}
	require(at == length);
}

static void cut(struct groei_arena *arena, const char *text, int width)
{
	size_t length = strlen(text), fit = groei_text_fit(text, length, width);
	const char *shorter = groei_text_cut(arena, text, width);
	const char *padded = groei_text_pad(arena, text, width);

	require(fit <= length && groei_text_cells(text, fit) <= width);
	require(groei_text_cells(shorter, strlen(shorter)) <= width);
	require(groei_text_cells(padded, strlen(padded)) == width);
	require_fit_to_show(shorter, strlen(shorter), 0);
}

static void key(struct groei_arena *arena, const char *text)
{
	const char *once = groei_text_key(arena, text);

	require(groei_text_valid(once, strlen(once), NULL));
	require(strcmp(groei_text_key(arena, once), once) == 0);
	require(groei_text_matches(once, once));
	if (strlen(once) < 64) {
		require(groei_text_distance(once, once) == 0);
		require(groei_text_distance(once, "amir") == groei_text_distance("amir", once));
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *bytes = size > 0 ? (const char *)data + 1 : "";
	struct groei_arena *arena;
	struct groei_buffer clean = {0}, line = {0}, again = {0}, reduced = {0};
	int width = size > 0 ? data[0] % 24 : 0;

	size -= size > 0;
	setlocale(LC_CTYPE, "C.UTF-8");
	arena = groei_arena_open();
	groei_buffer_text(&clean, "");
	groei_buffer_text(&line, "");
	groei_buffer_text(&again, "");
	groei_text_clean(&clean, bytes, size);
	require_fit_to_show(clean.data, clean.length, 0);
	groei_text_clean(&again, clean.data, clean.length);
	require(strcmp(clean.data, again.data) == 0);
	groei_text_clean_line(&line, bytes, size);
	require_fit_to_show(line.data, line.length, 1);
	require(strcmp(groei_text_safe(arena, clean.data), clean.data) == 0);
	groei_text_reduce(&reduced, line.data, line.length);
	require_fit_to_show(reduced.data ? reduced.data : "", reduced.length, 1);
	walk(bytes, size);
	walk(clean.data, clean.length);
	wrap(arena, clean.data, clean.length, width + 1);
	groei_text_cells(bytes, size);
	cut(arena, line.data, width);
	key(arena, clean.data);
	groei_text_key(arena, groei_arena_copy(arena, bytes, size));
	groei_buffer_free(&clean);
	groei_buffer_free(&line);
	groei_buffer_free(&again);
	groei_buffer_free(&reduced);
	groei_arena_close(arena);
	return 0;
}
