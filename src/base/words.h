/* Words of a line, quoted as in a shell, without any expansion. */
#ifndef WORDS_H
#define WORDS_H

#include <stdbool.h>

#include <groei/arena.h>

/* Splits at blanks, tabs and newlines: '…', "…", backslash. NULL stands behind the last word. False for a
 * quote that is left open or a backslash at the end. */
bool words_split(struct groei_arena *arena, const char *line, int *count_out, const char ***words_out);

#endif
