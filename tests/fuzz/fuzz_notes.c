/* libFuzzer target: any notes hold records, each from a line of them whose mark says so. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <groei/conversation.h>
#include <groei/text.h>

#include "fuzz.h"

enum { TODAY = 20514 };

/* The store is only read; it lives as long as the process. */
static struct groei *store(void)
{
	static struct groei *groei;
	char folder[] = "/tmp/groei-fuzz-XXXXXX", path[64];
	struct groei_options options = {.store = path, .today = TODAY, .flags = GROEI_OPEN_CREATE};
	struct person person;

	if (groei != NULL)
		return groei;
	require(mkdtemp(folder) != NULL);
	snprintf(path, sizeof path, "%s/store.db", folder);
	require(groei_open(&options, &groei) == GROEI_OK);
	require(groei_init(groei, "sanne", "Sanne") == GROEI_OK);
	groei_record_clear(groei_table(GROEI_PERSON), &person);
	person.handle = "amir";
	person.name = "Amir";
	require(groei_add(groei, GROEI_PERSON, &person) == GROEI_OK);
	require(unlink(path) == 0 && rmdir(folder) == 0);
	return groei;
}

/* From the start of line `number`, from 1. */
static const char *line_of(const char *notes, size_t number)
{
	while (--number > 0)
		notes = strchr(notes, '\n') + 1;
	return notes;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct groei *groei = store();
	struct groei_arena *arena = groei_arena_open();
	const char *notes = groei_arena_copy(arena, (const char *)data, size);
	struct conversation conversation = {.id = 1, .notes = notes};
	struct noted_line *actions = NULL;
	size_t count = 0, lines = 1, last = 0;

	for (const char *c = notes; *c != '\0'; c++)
		lines += *c == '\n';
	require(groei_conversation_noted(groei, arena, &conversation, &actions, &count) == GROEI_OK);
	require(count <= lines);
	for (size_t i = 0; i < count; i++) {
		size_t length = strlen(actions[i].title);

		require(actions[i].line > last && actions[i].line <= lines);
		last = actions[i].line;
		require(length > 0 && length <= GROEI_TEXT_MAX && strchr(actions[i].title, '\n') == NULL);
		require(!groei_text_valid(notes, strlen(notes), NULL) ||
		        groei_text_valid(actions[i].title, length, NULL));
		require(strstr(line_of(notes, actions[i].line), groei_noted_mark(actions[i].kind)) != NULL);
		require((actions[i].kind != NOTED_ACTION || actions[i].owner != 0) && !actions[i].made);
		require(actions[i].due == GROEI_NO_DAY || actions[i].due >= GROEI_DAY_MIN);
	}
	groei_arena_close(arena);
	return 0;
}
