/* Newlines of text from outside. Contract in newlines.h. */
#include "newlines.h"

#include <string.h>

void newlines_fix(struct groei_buffer *out, const char *text, size_t length)
{
	for (size_t at = 0; at < length;) {
		const char *stop = memchr(text + at, '\r', length - at);
		size_t end = stop == NULL ? length : (size_t)(stop - text);
		groei_buffer_add(out, text + at, end - at);
		if (stop != NULL) {
			groei_buffer_char(out, '\n');
			end += end + 1 < length && text[end + 1] == '\n' ? 2 : 1;
		}
		at = end;
	}
}
