/* scan: whether standard input is fit for a terminal. Newline and tab are the only control
 * characters; no DEL, C1, bidirectional override or line separator; all of it UTF-8. Prints the
 * first offence with what stands before it and ends with 1.
 *
 * scan -t: the same for what a program drew on a terminal: escape sequences are allowed, but no
 * window titles or other strings (OSC, DCS, APC, PM, SOS) save groei's idle marker and its question
 * for the background colour, and no CSI sequence that ends with "z", by which the tests know theirs. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const unsigned char *text;
static size_t length;

static int offend(size_t at, const char *what)
{
	size_t from = at > 40 ? at - 40 : 0;

	printf("%s at %zu, after: ", what, at);
	for (; from < at; from++)
		putchar(text[from] >= ' ' && text[from] < 0x7f ? text[from] : '.');
	putchar('\n');
	return 1;
}

/* Length of the character at this place, 0 for what is no UTF-8. */
static size_t decode(size_t at, unsigned *out)
{
	unsigned char lead = text[at];
	size_t size = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;

	if (size == 0 || at + size > length)
		return 0;
	*out = size == 1 ? lead : lead & (0xffu >> (size + 1));
	for (size_t i = 1; i < size; i++) {
		if ((text[at + i] & 0xc0) != 0x80)
			return 0;
		*out = *out << 6 | (text[at + i] & 0x3f);
	}
	return size;
}

static int starts(size_t at, const char *with)
{
	return length - at >= strlen(with) && !memcmp(text + at, with, strlen(with));
}

/* Length of an allowed escape sequence at this place, 0 for one that is not. */
static size_t escape(size_t at)
{
	size_t end = at + 2;

	if (end > length)
		return 0;
	switch (text[at + 1]) {
	case '[':
		while (end < length && text[end] < 0x40)
			end++;
		return end < length && text[end] != 'z' ? end + 1 - at : 0;
	case ']':
		if (!starts(at, "\033]7770;idle=") && !starts(at, "\033]11;?"))
			return 0;
		while (end < length && text[end] != 033 && text[end] != 7)
			end++;
		return end < length ? end + (text[end] == 7 ? 1 : 2) - at : 0;
	case 'P':
	case 'X':
	case '^':
	case '_':
		return 0;
	case '(':
	case ')':
		return 3;
	default:
		return 2;
	}
}

static int scan(int terminal)
{
	for (size_t at = 0; at < length;) {
		unsigned c = 0;
		size_t size = decode(at, &c);

		if (size == 0)
			return offend(at, "no UTF-8");
		if (terminal && c == 033) {
			size = escape(at);
			if (size == 0)
				return offend(at, "a strange escape sequence");
		} else if (terminal && (c == '\r' || c == '\b' || c == 016 || c == 017)) {
			/* what curses sends to move about and draw lines */
		} else if ((c < ' ' && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0)) {
			return offend(at, "a control character");
		} else if ((c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069)) {
			return offend(at, "a bidirectional override");
		} else if (c == 0x2028 || c == 0x2029) {
			return offend(at, "a line separator");
		}
		at += size;
	}
	return 0;
}

int main(int argc, char **argv)
{
	size_t capacity = 1 << 20, got;
	unsigned char *bytes = malloc(capacity);

	while (bytes && (got = fread(bytes + length, 1, capacity - length, stdin)) > 0) {
		length += got;
		if (length == capacity)
			bytes = realloc(bytes, capacity *= 2);
	}
	if (!bytes)
		return 2;
	text = bytes;
	return scan(argc > 1 && !strcmp(argv[1], "-t"));
}
