/* The user's editor as a command. No shell is involved, and no text of a record. */
#ifndef TUI_EDIT_COMMAND_H
#define TUI_EDIT_COMMAND_H

#include <groei/arena.h>

/* Splits a command line into words as a shell does with quotes and backslashes, without any
 * expansion; NULL ends them. NULL when it is blank or a quote is left open. */
char **edit_command_split(struct groei_arena *arena, const char *line, size_t *count_out);

/* The command ($VISUAL, $EDITOR or vi) that edits `path`, with the options that keep vim from
 * leaving copies. NULL when the variable cannot be understood. */
char **edit_command(struct groei_arena *arena, const char *path);

#endif
