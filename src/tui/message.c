/* The message line. What commands and the core say names shell commands (“groei undo”): here they become
 * the key that does the same on this screen, or the ":" line. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "frame.h"

/* Whether a line of keys.conf ("form person add {handle}") runs the command ("person add HANDLE"): the
 * words before the places and the arguments are the same. */
static bool does(const char *line, const char *command, size_t length)
{
	size_t fixed = 0;

	if (strncmp(line, "form ", 5) == 0)
		line += 5;
	while (fixed < length && !(command[fixed] >= 'A' && command[fixed] <= 'Z'))
		fixed++;
	while (fixed > 0 && command[fixed - 1] == ' ')
		fixed--;
	return fixed > 0 && strncmp(line, command, fixed) == 0 &&
	       (line[fixed] == '\0' || strncmp(line + fixed, " {", 2) == 0);
}

/* The key that runs a command on a screen (NULL: none); false: none does. */
static bool find_key(struct tui *tui, const struct screen *screen, const char *command,
                     size_t length, struct key *key_out)
{
	size_t count = 0;
	const struct binding *all = keymap_all(tui->keymap, &count);

	for (size_t i = 0; screen && i < count; i++) {
		const struct binding *here =
		    does(all[i].command, command, length) ? frame_key_of(screen, all[i].command) : NULL;

		if (here) {
			*key_out = here->key;
			return true;
		}
	}
	return false;
}

/* A shell command that a text names: “groei undo”, or "…: groei goal add HANDLE" up to its end. */
struct named {
	const char *start, *command, *end; /* end: where the text goes on */
	size_t length;                     /* of the command */
};

static bool find_named(const char *text, struct named *named_out)
{
	static const char open[] = "“groei ", close[] = "”", plain[] = ": groei ";
	const char *start = strstr(text, open), *end = start ? strstr(start, close) : NULL;

	if (end) {
		const char *command = start + strlen(open);

		*named_out = (struct named){start, command, end + strlen(close), (size_t)(end - command)};
		return true;
	}
	start = strstr(text, plain);
	if (!start || start[strlen(plain)] == '-')
		return false;
	start += 2;
	*named_out = (struct named){start, start + strlen("groei "), start + strlen(start), 0};
	named_out->length = strlen(named_out->command);
	return true;
}

static void add_with_keys(struct tui *tui, const struct screen *screen, struct groei_buffer *out,
                          const char *text)
{
	struct named named;

	for (; find_named(text, &named); text = named.end) {
		struct key key;
		char label[32];

		groei_buffer_add(out, text, (size_t)(named.start - text));
		if (find_key(tui, screen, named.command, named.length, &key)) {
			key_label(&key, label, sizeof label);
			if (screen == tui->top)
				groei_buffer_text(out, label);
			else
				groei_buffer_print(out, _("Esc, then %s"), label);
		} else {
			groei_buffer_text(out, "“:");
			groei_buffer_add(out, named.command, named.length);
			groei_buffer_text(out, "”");
		}
	}
	groei_buffer_text(out, text);
}

void message_below(struct tui *tui, struct groei_buffer *out, const char *text)
{
	const struct screen *screen = tui->top;

	while (screen && screen->kind->flags & SCREEN_OVERLAY)
		screen = screen->below;
	add_with_keys(tui, screen, out, text);
}

static void message(struct tui *tui, int failed, const char *format, va_list values)
{
	char text[1024];

	vsnprintf(text, sizeof text, format, values);
	groei_buffer_clear(&tui->message);
	add_with_keys(tui, tui->top, &tui->message, text);
	tui->message_failed = failed;
}

void tui_message(struct tui *tui, const char *format, ...)
{
	va_list values;

	va_start(values, format);
	message(tui, 0, format, values);
	va_end(values);
}

void tui_failed(struct tui *tui, const char *format, ...)
{
	va_list values;

	va_start(values, format);
	message(tui, 1, format, values);
	va_end(values);
}

void tui_why(struct tui *tui)
{
	struct groei_reason why;

	if (!tui->groei)
		return;
	why = groei_why(tui->groei);
	if (why.text && *why.text)
		tui_failed(tui, "%s", why.text);
}

enum editor_answer tui_typed(struct tui *tui, enum editor_answer answer)
{
	if (answer == EDITOR_REFUSED)
		tui_failed(tui, _("The text is full; nothing was added"));
	else if (answer == EDITOR_COPIED)
		tui_message(tui, "%s", terminal_copy(tui->terminal, tui->clipboard.data,
		                                     tui->clipboard.length));
	return answer;
}
