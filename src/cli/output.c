/* Standard output and standard error. */
#include "cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "i18n.h"
#include <groei/text.h>

static int write_all(int file, const char *bytes, size_t length)
{
	while (length > 0) {
		ssize_t wrote = write(file, bytes, length);

		if (wrote < 0 && errno == EINTR)
			continue;
		if (wrote < 0)
			return errno;
		bytes += wrote;
		length -= (size_t)wrote;
	}
	return 0;
}

int output_write(void *context, const char *bytes, size_t length)
{
	(void)context;
	return write_all(STDOUT_FILENO, bytes, length);
}

int output_width(void)
{
	struct winsize size;

	if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
		return 0;
	return size.ws_col;
}

int output_colour(enum cli_colour colour)
{
	const char *none = getenv("NO_COLOR");
	const char *terminal = getenv("TERM");

	if (colour != CLI_COLOUR_AUTO)
		return colour == CLI_COLOUR_ALWAYS;
	return isatty(STDOUT_FILENO) && (none == NULL || *none == '\0') && terminal != NULL &&
	       strcmp(terminal, "dumb") != 0;
}

/* The first line of a text, which is clean, so that quotes, backslashes and tabs are all there is to
 * escape. */
static void quote(struct groei_buffer *out, const char *text)
{
	groei_buffer_char(out, '"');
	for (const char *c = text; *c != '\0' && *c != '\n'; c++) {
		if (*c == '"' || *c == '\\')
			groei_buffer_char(out, '\\');
		if (*c == '\t')
			groei_buffer_text(out, "\\t");
		else
			groei_buffer_char(out, *c);
	}
	groei_buffer_char(out, '"');
}

void output_error(struct groei_arena *arena, const struct cli_settings *settings,
                  const struct cli_error *error)
{
	struct groei_buffer line = {0};
	const char *text = error->lines && !settings->json ?
	                       groei_text_safe(arena, error->text) :
	                       groei_text_safe_line(arena, error->text);

	if (settings->json && error->status == GROEI_OK) {
		groei_buffer_text(&line, "{\"warning\": {\"message\": ");
		quote(&line, text);
		groei_buffer_text(&line, "}}\n");
	} else if (settings->json) {
		groei_buffer_print(&line, "{\"error\": {\"status\": \"%s\", \"field\": ",
		                   groei_status_word(error->status));
		if (error->field != NULL)
			quote(&line, error->field);
		else
			groei_buffer_text(&line, "null");
		groei_buffer_text(&line, ", \"message\": ");
		quote(&line, text);
		if (error->kept != NULL) {
			groei_buffer_text(&line, ", \"kept\": ");
			quote(&line, groei_text_safe_line(arena, error->kept));
		}
		groei_buffer_text(&line, "}}\n");
	} else {
		groei_buffer_print(&line, "groei: %s\n", text);
		if (error->kept != NULL) {
			groei_buffer_text(&line, "groei: ");
			groei_buffer_print(&line, _("what you wrote is kept in %s"),
			                   groei_text_safe_line(arena, error->kept));
			groei_buffer_char(&line, '\n');
		}
	}
	write_all(STDERR_FILENO, line.data, line.length);
	groei_buffer_free(&line);
}
