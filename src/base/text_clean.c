/* The one sanitiser: what may reach a terminal. Must not know where text comes from or goes to. */
#include <groei/text.h>

#include <string.h>
#include <unistr.h>

#include "base/text_walk.h"

bool groei_text_valid(const char *text, size_t length, size_t *bad_out)
{
	const char *nul = length > 0 ? memchr(text, '\0', length) : NULL;
	size_t end = nul ? (size_t)(nul - text) : length;
	const uint8_t *bad = u8_check((const uint8_t *)text, end);

	if (!bad && !nul)
		return true;
	if (bad_out)
		*bad_out = bad ? (size_t)(bad - (const uint8_t *)text) : end;
	return false;
}

/* Controls, and everything that turns or hides the direction of text. */
static bool is_forbidden(uint32_t c)
{
	return c < 0x20 || (c >= 0x7F && c <= 0x9F) || (c >= 0x202A && c <= 0x202E) ||
	       (c >= 0x2066 && c <= 0x2069) || c == 0x2028 || c == 0x2029 || c == 0x061C ||
	       c == 0x200E || c == 0x200F || c == 0xFFFD;
}

static void clean(struct groei_buffer *out, const char *text, size_t length, bool one_line)
{
	size_t at = 0, kept = 0, bytes;

	while (at < length) {
		uint32_t c = (unsigned char)text[at];

		if (c >= ' ' && c < 0x7F) {
			at++;
			continue;
		}
		bytes = text_char(text, length, at, &c);
		if (c == '\n' || c == '\t') {
			if (!one_line) {
				at += bytes;
				continue;
			}
			while (at + bytes < length &&
			       (text[at + bytes] == '\n' || text[at + bytes] == '\t'))
				bytes++;
		} else if (!is_forbidden(c)) {
			at += bytes;
			continue;
		}
		groei_buffer_add(out, text + kept, at - kept);
		groei_buffer_text(out, c == '\n' || c == '\t' ? " " : "\xEF\xBF\xBD");
		at += bytes;
		kept = at;
	}
	if (at > kept)
		groei_buffer_add(out, text + kept, at - kept);
}

void groei_text_clean(struct groei_buffer *out, const char *text, size_t length)
{
	clean(out, text, length, false);
}

void groei_text_clean_line(struct groei_buffer *out, const char *text, size_t length)
{
	clean(out, text, length, true);
}

static const char *safe(struct groei_arena *arena, const char *text, bool one_line)
{
	struct groei_buffer out = {0};
	const char *copy = "";

	if (text && text[0]) {
		clean(&out, text, strlen(text), one_line);
		copy = groei_arena_copy(arena, out.data, out.length);
	}
	groei_buffer_free(&out);
	return copy;
}

const char *groei_text_safe(struct groei_arena *arena, const char *text)
{
	return safe(arena, text, false);
}

const char *groei_text_safe_line(struct groei_arena *arena, const char *text)
{
	return safe(arena, text, true);
}
