/* Pieces of help that the help text, the manual page and error sentences share. */
#ifndef HELP_H
#define HELP_H

#include "command/call.h"

/* "groei goal add HANDLE [TITLE…] [--option …]". In the arena. */
const char *help_usage(struct groei_arena *arena, const struct groei_command *command);
/* What stands for the value of an option: "DATE", "need|planned|…"; "" when it has none. */
const char *help_value(struct groei_arena *arena, const struct command_option *option);
/* The hint of an option or word, translated; "" when there is none. */
const char *help_hint(const struct command_option *option);

#endif
