/* libFuzzer target: any words in any text. The first line of the input is what is looked for, the rest a note
 * in which it may stand. A word is found where its key says that it is, and marks lie within what they mark. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <groei/search.h>
#include <groei/text.h>

#include "fuzz.h"

enum { TODAY = 20514 };

static void find_words(struct groei_arena *arena, const char *words, const char *text)
{
	const char *rest = groei_text_key(arena, words), *key = groei_text_key(arena, text), *word;
	size_t length;

	while ((word = groei_text_word(&rest, &length)), length > 0) {
		const char *copy = groei_arena_copy(arena, word, length);
		enum groei_text_place place;
		size_t at, found;

		if (!groei_text_find(text, word, length, &at, &found, &place)) {
			require(strstr(key, copy) == NULL);
			continue;
		}
		require(strstr(key, copy) != NULL);
		require(found > 0 && at + found <= strlen(text));
		require(groei_text_valid(text + at, found, NULL));
		require(strstr(groei_text_key(arena, groei_arena_copy(arena, text + at, found)), copy) != NULL ||
		        strchr(copy, ' ') != NULL);
	}
}

static void look_at(const struct search_hit *hit)
{
	size_t at = 0;

	require(groei_text_valid(hit->snippet, strlen(hit->snippet), NULL));
	require(!strchr(hit->snippet, '\n') && hit->mark_count <= SEARCH_MARKS);
	for (size_t i = 0; i < hit->mark_count; i++) {
		require(hit->marks[i].at >= at && hit->marks[i].length > 0);
		at = hit->marks[i].at + hit->marks[i].length;
		require(at <= strlen(hit->snippet));
	}
}

static struct groei *open_store(void)
{
	struct groei *groei;
	char folder[] = "/tmp/groei-fuzz-XXXXXX", path[64];
	struct groei_options options = {.store = path, .today = TODAY, .flags = GROEI_OPEN_CREATE};

	require(mkdtemp(folder) != NULL);
	snprintf(path, sizeof path, "%s/store.db", folder);
	require(groei_open(&options, &groei) == GROEI_OK);
	require(groei_init(groei, "sanne", "Sanne") == GROEI_OK);
	require(unlink(path) == 0 && rmdir(folder) == 0);
	return groei;
}

/* In a store with this one note. */
static void search(struct groei *groei, struct groei_arena *arena, const char *words,
                   const char *text)
{
	const struct search search = {.words = words, .scope = SEARCH_EVERY, .limit = SEARCH_MOST};
	struct search_hit *hits = NULL;
	struct note note;
	size_t count = 0;
	int more = 0;

	groei_record_clear(groei_table(GROEI_NOTE), &note);
	note.person = groei_who(groei);
	note.text = text;
	if (groei_add(groei, GROEI_NOTE, &note) != GROEI_OK)
		return;
	if (groei_search(groei, arena, &search, &hits, &count, &more) != GROEI_OK)
		count = 0;
	for (size_t i = 0; i < count; i++)
		look_at(&hits[i]);
	require(groei_remove(groei, GROEI_NOTE, note.id) == GROEI_OK);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct groei *groei;
	struct groei_arena *arena = groei_arena_open();
	struct groei_buffer clean = {0};
	char *words, *text;

	if (groei == NULL)
		groei = open_store();
	groei_text_clean(&clean, (const char *)data, size);
	words = groei_arena_copy(arena, clean.data ? clean.data : "", clean.length);
	text = strchr(words, '\n');
	if (text != NULL)
		*text++ = '\0';
	else
		text = words;
	find_words(arena, words, text);
	/* The store is slow: one input in sixteen. */
	if (size % 16 == 0)
		search(groei, arena, words, text);
	groei_buffer_free(&clean);
	groei_arena_close(arena);
	return 0;
}
