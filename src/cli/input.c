/* Standard input: a text for "-", an answer to a question; and the user's editor for a long text. */
#include "cli.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "i18n.h"
#include <groei/buffer.h>
#include <groei/editor.h>
#include <groei/text.h>

/* One byte more than a text may have is read, so that the core refuses what is too long. */
enum { TEXT_MOST = GROEI_LONG_MAX + 1 };

int input_read_all(void *context, struct groei_arena *arena, const char **text_out)
{
	char *text = groei_arena_take(arena, TEXT_MOST + 1);
	size_t length = 0;

	(void)context;
	while (length < TEXT_MOST) {
		ssize_t got = read(STDIN_FILENO, text + length, TEXT_MOST - length);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return errno;
		if (got == 0)
			break;
		length += (size_t)got;
	}
	text[length] = '\0';
	if (memchr(text, '\0', length) != NULL)
		return EILSEQ;
	*text_out = text;
	return 0;
}

int input_confirm(void *context, const char *question)
{
	char answer[16] = "";
	struct groei_buffer line = {0};
	ssize_t got;

	(void)context;
	groei_buffer_print(&line, "%s [y/n] ", question);
	got = write(STDERR_FILENO, line.data, line.length);
	groei_buffer_free(&line);
	if (got < 0)
		return 0;
	got = read(STDIN_FILENO, answer, sizeof answer - 1);
	return got > 0 && (answer[0] == 'y' || answer[0] == 'Y' || answer[0] == 'j' || answer[0] == 'J');
}

static int put(const char *text)
{
	return write(STDERR_FILENO, text, strlen(text)) < 0 ? errno : 0;
}

int input_ask(void *context, struct groei_arena *arena, const char *prompt, const char **line_out)
{
	struct groei_buffer line = {0};
	int error;
	char byte;
	ssize_t got;

	(void)context;
	if (prompt == NULL) {
		put(groei_text_safe_line(arena, *line_out));
		return put("\n");
	}
	error = put(prompt);
	if (error != 0)
		return error;
	while ((got = read(STDIN_FILENO, &byte, 1)) == 1 && byte != '\n' && line.length < TEXT_MOST)
		groei_buffer_char(&line, byte);
	if (got < 0 && errno != EINTR)
		error = errno;
	*line_out = got == 1 || line.length > 0
	                ? groei_arena_text(arena, line.data == NULL ? "" : line.data)
	                : NULL;
	groei_buffer_free(&line);
	return error;
}

void input_screen(void *context, const char *screen)
{
	((struct cli_input *)context)->screen = screen;
}

int input_edit(void *context, struct groei_arena *arena, const char *before, const char **text_out)
{
	struct cli_input *input = context;
	struct groei_edited edited =
	    groei_edit_text(arena, before == NULL ? "" : before, TEXT_MOST, NULL);

	switch (edited.end) {
	case GROEI_EDIT_DONE:
		input->edited = edited.text;
		*text_out = edited.text;
		return 0;
	case GROEI_EDIT_NO_COMMAND:
		return EINVAL;
	case GROEI_EDIT_GIVEN_UP:
		return ECANCELED;
	default:
		return edited.error;
	}
}
