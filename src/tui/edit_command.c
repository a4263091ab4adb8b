/* Contracts in edit_command.h. */
#include "edit_command.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { EXTRA = 8 }; /* words that edit_command may add */

/* Takes one word from *line; NULL when a quote is left open. */
static char *take_word(struct groei_arena *arena, const char **line)
{
	char *word = groei_arena_take(arena, strlen(*line) + 1);
	const char *at = *line;
	char quote = '\0';

	for (size_t length = 0; *at != '\0'; at++) {
		if (quote == '\0' && strchr(" \t\n", *at) != NULL) {
			break;
		}
		if (quote == '\0' && (*at == '\'' || *at == '"')) {
			quote = *at;
		} else if (*at == quote) {
			quote = '\0';
		} else if (*at == '\\' && at[1] != '\0' &&
		           (quote == '\0' || (quote == '"' && strchr("\\\"$`", at[1]) != NULL))) {
			word[length++] = *++at;
		} else {
			word[length++] = *at;
		}
	}
	*line = at;
	return quote == '\0' ? word : NULL;
}

char **edit_command_split(struct groei_arena *arena, const char *line, size_t *count_out)
{
	char **words = groei_arena_take(arena, (strlen(line) / 2 + 2 + EXTRA) * sizeof *words);
	size_t count = 0;

	for (;;) {
		line += strspn(line, " \t\n");
		if (*line == '\0') {
			break;
		}
		words[count] = take_word(arena, &line);
		if (words[count] == NULL) {
			return NULL;
		}
		count++;
	}
	if (count == 0) {
		return NULL;
	}
	*count_out = count;
	return words;
}

/* Where the program is, links followed: /usr/bin/vi may well be vim. */
static const char *resolve(struct groei_arena *arena, const char *program)
{
	const char *folders = getenv("PATH");
	char *found = NULL;

	if (strchr(program, '/') != NULL) {
		found = realpath(program, NULL);
	}
	while (found == NULL && strchr(program, '/') == NULL && folders != NULL &&
	       *folders != '\0') {
		size_t length = strcspn(folders, ":");
		const char *path =
		        groei_arena_print(arena, "%.*s/%s", (int)length, folders, program);
		if (length > 0 && access(path, X_OK) == 0) {
			found = realpath(path, NULL);
		}
		folders += length + (folders[length] == ':' ? 1 : 0);
	}
	const char *path = groei_arena_text(arena, found == NULL ? program : found);
	free(found);
	return path;
}

static bool is_vim(struct groei_arena *arena, const char *program)
{
	const char *path = resolve(arena, program);
	const char *slash = strrchr(path, '/');
	const char *name = slash == NULL ? path : slash + 1;

	return strncmp(name, "vim", 3) == 0 || strncmp(name, "nvim", 4) == 0 ||
	       strncmp(name, "gvim", 4) == 0;
}

char **edit_command(struct groei_arena *arena, const char *path)
{
	static const char *const discreet[] = {
		"-n", "-i", "NONE", "-c",
		"silent! set nobackup nowritebackup noswapfile noundofile",
	};
	const char *line = getenv("VISUAL");
	size_t count;

	if (line == NULL || *line == '\0') {
		line = getenv("EDITOR");
	}
	if (line == NULL || *line == '\0') {
		line = "vi";
	}
	char **words = edit_command_split(arena, line, &count);
	if (words == NULL) {
		return NULL;
	}
	if (is_vim(arena, words[0])) {
		for (size_t i = 0; i < sizeof discreet / sizeof *discreet; i++) {
			words[count++] = groei_arena_text(arena, discreet[i]);
		}
	}
	words[count++] = groei_arena_text(arena, path);
	words[count] = NULL;
	return words;
}
