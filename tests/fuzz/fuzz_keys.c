/* libFuzzer target: any bytes are a file of keys, or lines of it are wrong by number, fit to be shown. */
#include <string.h>

#include <groei/arena.h>

#include "fuzz.h"
#include "tui/keys.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct groei_arena *arena = groei_arena_open();
	const char *text = groei_arena_copy(arena, (const char *)data, size);
	struct keymap *keymap = keymap_open();
	struct groei_buffer errors = {0};
	size_t lines = 1, wrong = 0;

	for (const char *c = text; *c != '\0'; c++)
		lines += *c == '\n';
	keymap_add(keymap, "keys.conf", text, &errors);
	for (const char *line = errors.data; line != NULL && *line != '\0';) {
		const char *end = strchr(line, '\n');

		require(strncmp(line, "keys.conf:", 10) == 0);
		require(strtoul(line + 10, NULL, 10) >= 1 && strtoul(line + 10, NULL, 10) <= lines);
		wrong++;
		line = end == NULL ? NULL : end + 1;
	}
	require(wrong <= lines);
	groei_buffer_free(&errors);
	keymap_close(keymap);
	groei_arena_close(arena);
	return 0;
}
