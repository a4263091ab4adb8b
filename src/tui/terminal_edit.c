/* Lends the terminal to the user's editor and tells in a sentence how that went. Contract in terminal.h. */
#include <string.h>

#include <groei/editor.h>
#include <groei/text.h>

#include "editor.h"
#include "i18n.h"
#include "newlines.h"
#include "terminal_private.h"

static void lend(void *context)
{
	terminal_leave(context);
}

static void take_back(void *context)
{
	terminal_enter(context);
}

static const char *why_not(struct groei_arena *arena, const struct groei_edited *edited)
{
	const char *reason = strerror(edited->error);

	switch (edited->end) {
	case GROEI_EDIT_NO_FILE:
		return groei_arena_print(arena, _("No private file for the editor (%s)."), reason);
	case GROEI_EDIT_NO_COMMAND:
		return _("The command in $VISUAL or $EDITOR has an open quote or no word.");
	case GROEI_EDIT_NOT_STARTED:
		return groei_arena_print(
		        arena, _("The editor %s cannot be started (%s); set $VISUAL or $EDITOR."),
		        groei_text_safe_line(arena, edited->program), reason);
	case GROEI_EDIT_UNREADABLE:
		return groei_arena_print(
		        arena, _("The text cannot be read back (%s); nothing was changed."),
		        reason);
	default:
		return _("The editor ended with an error; nothing was changed.");
	}
}

enum edit_result terminal_edit(struct terminal *terminal, struct groei_arena *arena,
                               struct groei_buffer *text, const char **message_out)
{
	const struct groei_edit_terminal lender = {lend, take_back, terminal};
	const char *before = text->data == NULL ? "" : text->data;
	const struct groei_edited edited =
	        groei_edit_text(arena, before, EDITOR_LIMIT + 1, &lender);
	struct groei_buffer lines = {0};
	struct groei_buffer clean = {0};
	enum edit_result result = EDIT_FAILED;

	if (edited.end != GROEI_EDIT_DONE) {
		*message_out = why_not(arena, &edited);
		return result;
	}
	newlines_fix(&lines, edited.text, strlen(edited.text));
	groei_text_clean(&clean, lines.data, lines.length);
	if (strlen(edited.text) > EDITOR_LIMIT) {
		*message_out =
		        _("The editor's text is longer than 1 MiB; nothing was changed.");
	} else if (strcmp(clean.data == NULL ? "" : clean.data, before) == 0) {
		result = EDIT_SAME;
	} else {
		groei_buffer_clear(text);
		groei_buffer_add(text, clean.data, clean.length);
		result = EDIT_CHANGED;
	}
	groei_buffer_free(&lines);
	groei_buffer_free(&clean);
	return result;
}
