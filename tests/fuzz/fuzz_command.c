/* libFuzzer target: any lines are commands, each of which runs or is refused with a sentence and without
 * a trace; what they print is fit for a terminal. The first byte says whether they answer in JSON.
 *
 * Each input starts from the same store. Commands that take files or screens are left out. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <groei/command.h>
#include <groei/text.h>

#include "fuzz.h"

enum { TODAY = 20514, LINES = 6 };

static int collect(void *context, const char *bytes, size_t length)
{
	groei_buffer_add(context, bytes, length);
	return 0;
}

static int sure(void *context, const char *question)
{
	(void)context;
	return *question != '\0';
}

static void line_run(struct groei *groei, struct groei_arena *arena, const char *line, int json)
{
	struct groei_buffer printed = {0}, clean = {0};
	struct groei_output output = {.write = collect, .context = &printed, .json = json};
	const struct groei_input input = {.confirm = sure};
	const struct groei_command *command = NULL;
	const char **argv = NULL, *why = NULL;
	int argc = 0, words = 0;
	int64_t before;
	enum groei_status status = groei_command_split(arena, line, &argc, &argv);

	if (status != GROEI_OK)
		return;
	if (groei_command_find(arena, argc, argv, &command, &words, &why) != GROEI_OK) {
		require(why != NULL && *why != '\0');
		return;
	}
	require(words == 1 || words == 2);
	if (command->flags & (COMMAND_CREATES | COMMAND_NO_STORE | COMMAND_TRIES_STORE))
		return;
	before = groei_revision(groei);
	why = NULL;
	status = groei_command_run(groei, arena, argc, argv, &output, &input, NULL, &why);
	if (status != GROEI_OK) {
		require(groei_revision(groei) == before);
		require(status == GROEI_NO || (why != NULL && *why != '\0'));
	}
	groei_text_clean(&clean, printed.data ? printed.data : "", printed.length);
	require(clean.length == printed.length &&
	        (clean.length == 0 || memcmp(clean.data, printed.data, clean.length) == 0));
	groei_buffer_free(&printed);
	groei_buffer_free(&clean);
}

/* A store with a lead, somebody to talk with, a goal and an action. */
static void fill(const char *path)
{
	static const char *const lines[] = {
	    "person add amir 'Amir Haddad'", "goal add amir 'SQL for reports'",
	    "action add amir 'ask Noor' --due fri", "conversation plan amir fri",
	};
	struct groei_options options = {.store = path, .today = TODAY, .flags = GROEI_OPEN_CREATE};
	struct groei_arena *arena = groei_arena_open();
	struct groei *groei = NULL;

	require(groei_open(&options, &groei) == GROEI_OK);
	require(groei_init(groei, "sanne", "Sanne") == GROEI_OK);
	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
		line_run(groei, arena, lines[i], 0);
	require(groei_revision(groei) > 3);
	groei_close(groei);
	groei_arena_close(arena);
}

/* Writes the filled store, which is made once per process. */
static void put_store(const char *path)
{
	static unsigned char bytes[1 << 20];
	static size_t size;
	FILE *file;

	if (size == 0) {
		fill(path);
		file = fopen(path, "rb");
		require(file != NULL);
		size = fread(bytes, 1, sizeof bytes, file);
		require(size > 0 && size < sizeof bytes);
	} else {
		file = fopen(path, "wb");
		require(file != NULL && fwrite(bytes, 1, size, file) == size);
	}
	require(fclose(file) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char folder[40] = "/dev/shm/groei-fuzz-XXXXXX", path[64];
	struct groei_options options = {.store = path, .today = TODAY};
	struct groei_arena *arena = groei_arena_open();
	const char *text = (const char *)data;
	char *line = groei_arena_copy(arena, size > 0 ? text + 1 : text, size > 0 ? size - 1 : 0);
	struct groei *groei = NULL;

	if (mkdtemp(folder) == NULL)
		require(mkdtemp(strcpy(folder, "/tmp/groei-fuzz-XXXXXX")) != NULL);
	snprintf(path, sizeof path, "%s/store.db", folder);
	put_store(path);
	require(groei_open(&options, &groei) == GROEI_OK);
	for (int i = 0; i < LINES && line != NULL; i++) {
		char *end = strchr(line, '\n');

		if (end != NULL)
			*end++ = '\0';
		line_run(groei, arena, line, size > 0 && data[0] % 2);
		line = end;
	}
	groei_close(groei);
	groei_arena_close(arena);
	require(unlink(path) == 0 && rmdir(folder) == 0);
	return 0;
}
