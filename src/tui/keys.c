/* Reads keys.conf and finds what a key does. Knows no screens and no terminal. */
#include "keys.h"

#include <stdlib.h>
#include <string.h>

#include <groei/arena.h>

#include "i18n.h"


struct keymap {
	struct groei_arena *arena;
	struct binding *binding;
	size_t count, room;
};

struct keymap *keymap_open(void)
{
	struct groei_arena *arena = groei_arena_open();
	struct keymap *keymap = groei_arena_take(arena, sizeof *keymap);

	keymap->arena = arena;
	return keymap;
}

void keymap_close(struct keymap *keymap)
{
	if (keymap)
		groei_arena_close(keymap->arena);
}

static void append(struct keymap *keymap, const struct binding *binding)
{
	keymap->binding = groei_arena_grow(keymap->arena, keymap->binding, keymap->count,
	                                   &keymap->room, sizeof *keymap->binding);
	keymap->binding[keymap->count++] = *binding;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

/* The next word of *at, or NULL. By hand: the file is read at every start, in short pieces. */
static char *word(char **at)
{
	char *start = *at, *end;

	while (is_blank(*start))
		start++;
	for (end = start; *end && !is_blank(*end); end++)
		;
	if (end == start)
		return NULL;
	*at = end;
	if (*end)
		*(*at)++ = '\0';
	return start;
}

/* The text from start to end without the blanks around it. */
static char *trimmed(char *start, char *end)
{
	while (end > start && is_blank(end[-1]))
		end--;
	*end = '\0';
	while (is_blank(*start))
		start++;
	return start;
}

static void read_line(struct keymap *keymap, const char *file, int number, char *line, char *end,
                      struct groei_buffer *errors)
{
	struct binding binding = {.file = file, .line = number};
	char *at = line;
	char *label, *key, *command;

	binding.screen = word(&at);
	if (!binding.screen || binding.screen[0] == '#')
		return;
	key = word(&at);
	if (!key) {
		groei_buffer_print(errors, _("%s:%d: expected: screen key command\n"), file, number);
		return;
	}
	if (!key_parse(key, &binding.key)) {
		groei_buffer_print(errors,
		                   _("%s:%d: unknown key “%s”, expected one such as a, ctrl-s, f1, enter\n"),
		                   file, number, key);
		return;
	}
	label = strstr(at, " #");
	if (label) {
		char *text = trimmed(label + 2, end);

		binding.label = *text ? text : NULL;
		end = label;
	}
	command = trimmed(at, end);
	if (!*command) {
		groei_buffer_print(errors, _("%s:%d: no command behind key “%s”\n"), file, number, key);
		return;
	}
	binding.command = strcmp(command, "none") == 0 ? "" : command;
	append(keymap, &binding);
}

void keymap_add(struct keymap *keymap, const char *file, const char *text,
                struct groei_buffer *errors)
{
	char *copy = groei_arena_text(keymap->arena, text);
	const char *name = groei_arena_text(keymap->arena, file);
	int number = 0;

	for (char *line = copy, *next; line; line = next) {
		char *end;

		next = strchr(line, '\n');
		end = next ? next++ : line + strlen(line);
		*end = '\0';
		read_line(keymap, name, ++number, line, end, errors);
	}
}

const struct binding *keymap_find(const struct keymap *keymap, const char *screen,
                                  const struct key *key)
{
	for (size_t i = keymap->count; i > 0; i--) {
		const struct binding *binding = &keymap->binding[i - 1];

		if (key_same(&binding->key, key) && strcmp(binding->screen, screen) == 0)
			return binding;
	}
	return NULL;
}

const struct binding *keymap_all(const struct keymap *keymap, size_t *count_out)
{
	*count_out = keymap->count;
	return keymap->binding;
}
