/* keys.conf is read with its mistakes named, and what is shipped fits the tables: every binding does
 * something that exists, everything a key can do has one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <groei/command.h>
#include <groei/data.h>

#include "tui/form.h"
#include "tui/frame.h"

static struct keymap *read_keys(const char *text, struct groei_buffer *errors)
{
	struct keymap *keymap = keymap_open();

	keymap_add(keymap, "own.conf", text, errors);
	return keymap;
}

static const char *command_of(const struct keymap *keymap, const char *screen, const char *name)
{
	const struct binding *binding;
	struct key key;

	assert_true(key_parse(name, &key));
	binding = keymap_find(keymap, screen, &key);
	return binding ? binding->command : NULL;
}

static void reads_lines(void **state)
{
	struct groei_buffer errors = {0};
	struct keymap *keymap = read_keys("# comment\n\n  goals\tm  goal move {id}   # Move\r\n"
	                                  "any : palette\nany # filter\n", &errors);
	size_t count;
	const struct binding *all = keymap_all(keymap, &count);

	(void)state;
	assert_int_equal(errors.length, 0);
	assert_int_equal(count, 3);
	assert_string_equal(all[0].command, "goal move {id}");
	assert_string_equal(all[0].label, "Move");
	assert_int_equal(all[0].line, 3);
	assert_null(all[1].label);
	assert_string_equal(command_of(keymap, "any", "#"), "filter");
	assert_null(command_of(keymap, "goals", ":"));
	keymap_close(keymap);
}

static void later_lines_win(void **state)
{
	struct groei_buffer errors = {0};
	struct keymap *keymap = read_keys("people a person add\npeople b prep {handle}\n", &errors);

	(void)state;
	keymap_add(keymap, "mine.conf", "people a team add\npeople b none\n", &errors);
	assert_string_equal(command_of(keymap, "people", "a"), "team add");
	assert_string_equal(command_of(keymap, "people", "b"), "");
	keymap_close(keymap);
}

static void names_file_and_line(void **state)
{
	static const struct {
		const char *text, *error;
	} wrong[] = {
		{"any", "own.conf:1: "},
		{"any x", "own.conf:1: "},
		{"any x  # Label", "own.conf:1: "},
		{"\nany ctrl-banana back\n", "own.conf:2: unknown key “ctrl-banana”"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		struct groei_buffer errors = {0};
		struct keymap *keymap = read_keys(wrong[i].text, &errors);
		size_t count;

		assert_true(errors.length > 0);
		assert_memory_equal(errors.data, wrong[i].error, strlen(wrong[i].error));
		keymap_all(keymap, &count);
		assert_int_equal(count, 0);
		groei_buffer_free(&errors);
		keymap_close(keymap);
	}
}

/* The shipped keys ---------------------------------------------------------------------------- */

static struct keymap *shipped(void)
{
	struct groei_buffer errors = {0};
	const char *text = groei_data("keys.conf", NULL);
	struct keymap *keymap = keymap_open();

	assert_non_null(text);
	keymap_add(keymap, "keys.conf", text, &errors);
	if (errors.length)
		fail_msg("%s", errors.data);
	return keymap;
}

static bool is_scope(const char *name)
{
	return strcmp(name, "list") == 0 || strcmp(name, "any") == 0 || strcmp(name, "dialog") == 0 ||
	       screen_kind_named(name);
}

static bool is_command(const char *line)
{
	struct groei_arena *arena = groei_arena_open();
	const struct groei_command *row = NULL;
	const char **argv, *why = NULL;
	int argc, words;
	bool found;

	if (strncmp(line, "form ", 5) == 0)
		line += 5;
	found = groei_command_split(arena, line, &argc, &argv) == GROEI_OK &&
	        groei_command_find(arena, argc, argv, &row, &words, &why) == GROEI_OK &&
	        strcmp(row->verb, argv[words - 1]) == 0;
	groei_arena_close(arena);
	return found;
}

/* A screen that is opened with words, or with one word such as {handle}. */
static bool opens_screen(const char *line)
{
	const char *blank = strchr(line, ' ');
	const struct screen_kind *kind;
	char name[64];

	snprintf(name, sizeof name, "%.*s", (int)strcspn(line, " "), line);
	kind = screen_kind_named(name);
	if (!kind)
		return false;
	if (!blank || kind->flags & SCREEN_WORDS)
		return true;
	return kind->flags & SCREEN_HIDDEN && !(kind->flags & SCREEN_OWN) && !strchr(blank + 1, ' ');
}

static void bindings_do_something(void **state)
{
	struct keymap *keymap = shipped();
	size_t count;
	const struct binding *all = keymap_all(keymap, &count);

	(void)state;
	for (size_t i = 0; i < count; i++) {
		const struct screen_kind *kind = screen_kind_named(all[i].screen);

		if (!is_scope(all[i].screen))
			fail_msg("line %d: no screen “%s”", all[i].line, all[i].screen);
		if (!*all[i].command)
			continue;
		if (!operation_find(kind ? kind : screen_kind_named("today"), all[i].command) &&
		    !opens_screen(all[i].command) && !is_command(all[i].command))
			fail_msg("line %d: nothing is called “%s”", all[i].line, all[i].command);
	}
	keymap_close(keymap);
}

static void keys_are_bound_once(void **state)
{
	struct keymap *keymap = shipped();
	size_t count;
	const struct binding *all = keymap_all(keymap, &count);

	(void)state;
	for (size_t i = 0; i < count; i++) {
		if (keymap_find(keymap, all[i].screen, &all[i].key) != &all[i])
			fail_msg("line %d: a later line takes this key", all[i].line);
	}
	keymap_close(keymap);
}

static bool is_bound(const struct keymap *keymap, const char *screen, const char *name)
{
	size_t count;
	const struct binding *all = keymap_all(keymap, &count);

	for (size_t i = 0; i < count; i++) {
		if (strcmp(all[i].command, name) == 0 && (!screen || strcmp(all[i].screen, screen) == 0))
			return true;
	}
	return false;
}

static void operations_are_bound(void **state)
{
	struct keymap *keymap = shipped();
	const struct screen_kind *const *kinds = screen_kinds();

	(void)state;
	for (const struct operation *row = common_operations; row->name; row++) {
		if (!is_bound(keymap, NULL, row->name))
			fail_msg("no key for “%s”", row->name);
	}
	for (size_t i = 0; kinds[i]; i++) {
		for (const struct operation *row = kinds[i]->operations; row && row->name; row++) {
			if (!is_bound(keymap, kinds[i]->name, row->name))
				fail_msg("no key for “%s” on %s", row->name, kinds[i]->name);
			if (!row->help || !*row->help)
				fail_msg("no help for “%s”", row->name);
		}
	}
	keymap_close(keymap);
}

static void screens_are_whole(void **state)
{
	const struct screen_kind *const *kinds = screen_kinds();

	(void)state;
	for (size_t i = 0; kinds[i]; i++) {
		if (screen_kind_named(kinds[i]->name) != kinds[i])
			fail_msg("two screens are called “%s”", kinds[i]->name);
		if (!kinds[i]->draw || !kinds[i]->title)
			fail_msg("“%s” has no title or cannot be drawn", kinds[i]->name);
		if (kinds[i]->chosen && !kinds[i]->list)
			fail_msg("“%s” has no list to choose from", kinds[i]->name);
	}
}

static void handles_are_proposed(void **state)
{
	static const char *const pairs[][2] = {
		{"Sanne de Vries", "sanne"}, {"João", "joao"}, {"  Ömer Faruk", "omer"},
		{"Anne-Marie B.", "anne-marie"}, {"李", ""}, {"", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
		char handle[HANDLE_SIZE];

		handle_from_name(pairs[i][0], handle);
		assert_string_equal(handle, pairs[i][1]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_lines),
		cmocka_unit_test(later_lines_win),
		cmocka_unit_test(names_file_and_line),
		cmocka_unit_test(bindings_do_something),
		cmocka_unit_test(keys_are_bound_once),
		cmocka_unit_test(operations_are_bound),
		cmocka_unit_test(screens_are_whole),
		cmocka_unit_test(handles_are_proposed),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
