/* Whether the terminal is light or dark: told, asked by OSC 11, or from COLORFGBG. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "clock.h"
#include "terminal_private.h"

enum { PATIENCE_MS = 100, ANSWER = 1024 };

static void cut_out(char *text, size_t *length, size_t from, size_t to)
{
	memmove(text + from, text + to, *length - to + 1);
	*length -= to - from;
}

/* A colour channel of 1 to 4 hexadecimal digits, from 0 to 1000. */
static bool channel(const char **at, char after, unsigned *value_out)
{
	unsigned value = 0;
	unsigned most = 0;

	for (int digits = 0; digits < 4; digits++, (*at)++) {
		static const char hex[] = "0123456789abcdef";
		char c = (char)(**at >= 'A' && **at <= 'F' ? **at + 'a' - 'A' : **at);
		const char *digit = c == '\0' ? NULL : strchr(hex, c);
		if (digit == NULL) {
			break;
		}
		value = value * 16 + (unsigned)(digit - hex);
		most = most * 16 + 15;
	}
	if (most == 0 || (after != '\0' && **at != after)) {
		return false;
	}
	*at += after != '\0' ? 1 : 0;
	*value_out = value * 1000 / most;
	return true;
}

/* Takes the answer to OSC 11 out of what came in. */
static enum terminal_background take_color(char *text, size_t *length)
{
	const char *start = strstr(text, "\033]11;rgb");
	if (start == NULL) {
		return TERMINAL_ASK;
	}
	const char *at = strchr(start, ':');
	unsigned red;
	unsigned green;
	unsigned blue;
	enum terminal_background found = TERMINAL_ASK;
	if (at != NULL) {
		at++;
		if (channel(&at, '/', &red) && channel(&at, '/', &green) &&
		    channel(&at, '\0', &blue)) {
			found = red * 299 + green * 587 + blue * 114 > 500000 ? TERMINAL_LIGHT
			                                                      : TERMINAL_DARK;
		}
	}
	size_t from = (size_t)(start - text);
	size_t end = from + strcspn(start + 1, "\007\033") + 1;
	end += text[end] == '\007' ? 1 : text[end] == '\033' && text[end + 1] == '\\' ? 2 : 0;
	cut_out(text, length, from, end);
	return found;
}

/* Takes the answer to DA1, the last to come, out of what came in. */
static bool take_end(char *text, size_t *length)
{
	char *start = strstr(text, "\033[?");
	if (start == NULL) {
		return false;
	}
	size_t digits = strspn(start + 3, "0123456789;");
	if (start[3 + digits] != 'c') {
		return false;
	}
	size_t from = (size_t)(start - text);
	cut_out(text, length, from, from + digits + 4);
	return true;
}

static enum terminal_background ask(struct terminal *terminal)
{
	static const char question[] = "\033]11;?\033\\\033[c";
	char text[ANSWER + 1] = "";
	size_t length = 0;
	bool ended = false;
	int64_t deadline = clock_ms() + PATIENCE_MS;

	terminal_write(question, sizeof question - 1);
	while (!ended && length < ANSWER) {
		int64_t left = deadline - clock_ms();
		if (left <= 0 || terminal_wait(terminal, (int)left) <= 0) {
			break;
		}
		long count = terminal_read(terminal, (unsigned char *)text + length,
		                           ANSWER - length);
		if (count < 0) {
			break;
		}
		for (size_t end = length + (size_t)count; length < end; length++) {
			text[length] = (char)(text[length] == '\0' ? ' ' : text[length]);
		}
		text[length] = '\0';
		ended = take_end(text, &length);
	}
	enum terminal_background found = take_color(text, &length);
	size_t kept = length < TERMINAL_EARLY ? length : TERMINAL_EARLY;
	memcpy(terminal->early, text, kept);
	terminal->early_length = kept;
	return found;
}

static enum terminal_background from_environment(void)
{
	const char *colors = getenv("COLORFGBG");
	const char *last = colors == NULL ? NULL : strrchr(colors, ';');
	if (last == NULL || last[1] < '0' || last[1] > '9') {
		return TERMINAL_DARK;
	}
	long color = strtol(last + 1, NULL, 10);
	return color == 7 || (color >= 9 && color <= 15) ? TERMINAL_LIGHT : TERMINAL_DARK;
}

enum terminal_background terminal_find_background(struct terminal *terminal,
                                                  enum terminal_background told)
{
	const char *type = getenv("TERM");
	enum terminal_background found = told;

	if (found == TERMINAL_ASK && !terminal->sync && type != NULL &&
	    strncmp(type, "linux", 5) != 0) {
		found = ask(terminal);
	}
	return found == TERMINAL_ASK ? from_environment() : found;
}
