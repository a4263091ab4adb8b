/* Splits a line into words. Contract in words.h; knows nothing of what the words mean. */
#include "base/words.h"

#include <string.h>

#include <groei/buffer.h>

/* One word of a line: appended to `word`; returns what follows, NULL for an open quote. */
static const char *take_word(const char *at, struct groei_buffer *word)
{
	char quote = '\0';

	for (; *at != '\0' && (quote != '\0' || (*at != ' ' && *at != '\t' && *at != '\n')); at++) {
		if (quote == '\0' && (*at == '\'' || *at == '"')) {
			quote = *at;
		} else if (quote != '\0' && *at == quote) {
			quote = '\0';
		} else if (*at == '\\' && quote != '\'') {
			if (at[1] == '\0')
				return NULL;
			groei_buffer_char(word, *++at);
		} else {
			groei_buffer_char(word, *at);
		}
	}
	return quote == '\0' ? at : NULL;
}

bool words_split(struct groei_arena *arena, const char *line, int *count_out, const char ***words_out)
{
	struct groei_buffer word = {0};
	const char **words = groei_arena_take(arena, (strlen(line) / 2 + 2) * sizeof *words);
	int count = 0;

	for (line += strspn(line, " \t\n"); *line; line += strspn(line, " \t\n")) {
		groei_buffer_clear(&word);
		line = take_word(line, &word);
		if (!line)
			break;
		words[count++] = groei_arena_copy(arena, word.length == 0 ? "" : word.data, word.length);
	}
	groei_buffer_free(&word);
	if (!line)
		return false;
	words[count] = NULL;
	*count_out = count;
	*words_out = words;
	return true;
}
