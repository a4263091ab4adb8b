/* The keys of the configuration file: each row of their table is read, refused and explained. A new row is
 * covered as it stands; a new kind of value needs its samples here. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <groei/buffer.h>

#include "cli/cli.h"

struct fixture {
	char folder[32], path[64];
	struct groei_arena *arena;
};

static int make_folder(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);

	strcpy(f->folder, "/tmp/groei-config-XXXXXX");
	if (mkdtemp(f->folder) == NULL)
		return -1;
	snprintf(f->path, sizeof f->path, "%s/groei", f->folder);
	if (mkdir(f->path, 0700) != 0 || setenv("XDG_CONFIG_HOME", f->folder, 1) != 0)
		return -1;
	snprintf(f->path, sizeof f->path, "%s/groei/config", f->folder);
	f->arena = groei_arena_open();
	*state = f;
	return 0;
}

static int remove_folder(void **state)
{
	struct fixture *f = *state;

	unlink(f->path);
	*strrchr(f->path, '/') = '\0';
	rmdir(f->path);
	rmdir(f->folder);
	groei_arena_close(f->arena);
	free(f);
	return 0;
}

/* Reads a file whose third line is "name = value". */
static enum groei_status read_line(struct fixture *f, const char *name, const char *value,
                                   struct groei_config *config, struct cli_error *error)
{
	FILE *file = fopen(f->path, "w");

	assert_non_null(file);
	fprintf(file, "# mine\n\n  %s\t= %s \n", name, value);
	assert_int_equal(fclose(file), 0);
	return config_read(f->arena, config, error);
}

static const char *set_by(const struct groei_config *config, const struct groei_config_key *key)
{
	const char *text;

	memcpy(&text, (const char *)config + key->offset, sizeof text);
	return text;
}

/* Every value that `good` names, or else one sample for the kind. */
static const char *good(struct groei_arena *arena, const struct groei_config_key *key, int n)
{
	const char *at = key->values;

	switch (key->kind) {
	case GROEI_CONFIG_PATH:
		return n == 0 ? "/some where/groei.db" : NULL;
	case GROEI_CONFIG_WORD:
		return n == 0 ? "amir" : NULL;
	case GROEI_CONFIG_LANGUAGE:
	case GROEI_CONFIG_CHOICE:
		for (; at != NULL && n > 0; n--)
			at = strchr(at, '|') != NULL ? strchr(at, '|') + 1 : NULL;
		return at == NULL ? NULL : groei_arena_copy(arena, at, strcspn(at, "|"));
	}
	fail_msg("%s is of a kind without samples", key->name);
	return NULL;
}

static const char *bad(const struct groei_config_key *key)
{
	switch (key->kind) {
	case GROEI_CONFIG_PATH:
		return "";
	case GROEI_CONFIG_WORD:
		return "two words";
	case GROEI_CONFIG_LANGUAGE:
		return "klingon";
	case GROEI_CONFIG_CHOICE:
		return key->values; /* all at once */
	}
	return NULL;
}

static void every_key_has_a_name_of_its_own(void **state)
{
	int count = 0;

	(void)state;
	for (const struct groei_config_key *key = groei_config_keys(); key->name != NULL; key++) {
		assert_int_equal(strspn(key->name, "abcdefghijklmnopqrstuvwxyz-"), strlen(key->name));
		assert_true(strlen(key->name) > 1 && strlen(key->values) > 1 && strlen(key->help) > 5);
		for (const struct groei_config_key *other = groei_config_keys(); other != key; other++) {
			assert_string_not_equal(other->name, key->name);
			assert_int_not_equal(other->offset, key->offset);
		}
		count++;
	}
	assert_int_equal(count, sizeof(struct groei_config) / sizeof(char *));
}

static void every_key_sets_its_own(void **state)
{
	struct fixture *f = *state;

	for (const struct groei_config_key *key = groei_config_keys(); key->name != NULL; key++) {
		const char *value;
		int n = 0;

		for (; (value = good(f->arena, key, n)) != NULL; n++) {
			struct groei_config config = {0};
			struct cli_error error = {0};

			assert_int_equal(read_line(f, key->name, value, &config, &error), GROEI_OK);
			assert_null(error.text);
			for (const struct groei_config_key *any = groei_config_keys(); any->name != NULL; any++)
				if (any == key)
					assert_string_equal(set_by(&config, any), value);
				else
					assert_null(set_by(&config, any));
		}
		assert_true(n > 0);
	}
}

static void every_key_refuses_what_it_cannot_be(void **state)
{
	struct fixture *f = *state;

	for (const struct groei_config_key *key = groei_config_keys(); key->name != NULL; key++) {
		const char *values[] = {bad(key), ""};

		for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
			struct groei_config config = {0};
			struct cli_error error = {0};
			const char *place = groei_arena_print(f->arena, "%s:3: %s = ", f->path, key->name);

			assert_int_equal(read_line(f, key->name, values[i], &config, &error), GROEI_INVALID);
			assert_int_equal(error.status, GROEI_INVALID);
			assert_memory_equal(error.text, place, strlen(place));
			assert_non_null(strstr(error.text + strlen(place), key->values));
			assert_null(set_by(&config, key));
		}
	}
}

static void an_unknown_key_is_told_all_that_are_known(void **state)
{
	struct fixture *f = *state;
	struct groei_config config = {0};
	struct cli_error error = {0};
	const char *place = groei_arena_print(f->arena, "%s:3: ", f->path);

	assert_int_equal(read_line(f, "stroe", "x", &config, &error), GROEI_INVALID);
	assert_memory_equal(error.text, place, strlen(place));
	assert_non_null(strstr(error.text, "“stroe”"));
	for (const struct groei_config_key *key = groei_config_keys(); key->name != NULL; key++)
		assert_non_null(strstr(strstr(error.text, "known are "), key->name));
}

static int keep(void *context, const char *bytes, size_t length)
{
	groei_buffer_add(context, bytes, length);
	return 0;
}

/* The words a command prints. */
static const char *printed(struct groei_arena *arena, int argc, const char *const *argv)
{
	struct groei_buffer out = {0};
	const struct groei_output output = {.write = keep, .context = &out};
	const char *why = NULL, *text;

	assert_int_equal(groei_command_run(NULL, arena, argc, argv, &output, NULL, NULL, &why), GROEI_OK);
	text = groei_arena_copy(arena, out.data, out.length);
	groei_buffer_free(&out);
	return text;
}

static void assert_every_key_in(const char *page, const char *form, struct groei_arena *arena)
{
	for (const struct groei_config_key *key = groei_config_keys(); key->name != NULL; key++) {
		assert_non_null(strstr(page, groei_arena_print(arena, form, key->name, key->values)));
		assert_non_null(strstr(page, dgettext("groei", key->help)));
	}
}

/* The catalogue of this build: build/tests/unit/test_config stands two folders below its own. */
static void speak_dutch(struct groei_arena *arena)
{
	char path[4096];
	ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);

	assert_true(length > 0);
	path[length] = '\0';
	*strrchr(path, '/') = '\0';
	assert_non_null(setlocale(LC_ALL, "C.UTF-8"));
	setenv("LANGUAGE", "nl", 1);
	bindtextdomain("groei", groei_arena_print(arena, "%s/../../locale", path));
	bind_textdomain_codeset("groei", "UTF-8");
}

static void every_key_is_explained_in_both_languages(void **state)
{
	static const char *const help[] = {"help", "configuration"};
	struct fixture *f = *state;

	assert_every_key_in(printed(f->arena, 2, help), "  %s = %s", f->arena);
	speak_dutch(f->arena);
	for (const struct groei_config_key *key = groei_config_keys(); key->name != NULL; key++)
		assert_string_not_equal(dgettext("groei", key->help), key->help);
	assert_every_key_in(printed(f->arena, 2, help), "  %s = %s", f->arena);
	setlocale(LC_ALL, "C");
}

static void every_key_is_in_the_manual(void **state)
{
	static const char *const manual[] = {"help", "--man"};
	struct fixture *f = *state;

	const char *page = printed(f->arena, 2, manual);
	char *plain = groei_arena_text(f->arena, page), *to = plain;

	for (const char *from = page; *from != '\0'; from++) /* "\\-" is a hyphen */
		if (from[0] != '\\' || from[1] != '-')
			*to++ = *from;
	*to = '\0';
	assert_every_key_in(plain, "\n\\fB%s = %s\\fR\n", f->arena);
}

int main(void)
{
	cmocka_set_message_output(CM_OUTPUT_TAP);
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_key_has_a_name_of_its_own),
	    cmocka_unit_test_setup_teardown(every_key_sets_its_own, make_folder, remove_folder),
	    cmocka_unit_test_setup_teardown(every_key_refuses_what_it_cannot_be, make_folder,
	                                    remove_folder),
	    cmocka_unit_test_setup_teardown(an_unknown_key_is_told_all_that_are_known, make_folder,
	                                    remove_folder),
	    cmocka_unit_test_setup_teardown(every_key_is_explained_in_both_languages, make_folder,
	                                    remove_folder),
	    cmocka_unit_test_setup_teardown(every_key_is_in_the_manual, make_folder, remove_folder),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
