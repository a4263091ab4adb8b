/* Private folders, and where files live. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"

struct place {
	struct groei_arena *arena;
	char folder[64];
};

static const char *in(struct place *place, const char *name)
{
	return groei_arena_print(place->arena, "%s/%s", place->folder, name);
}

static int place_open(void **state)
{
	struct place *place = calloc(1, sizeof *place);

	if (!place)
		return -1;
	strcpy(place->folder, "/tmp/groei-test-file-XXXXXX");
	place->arena = groei_arena_open();
	*state = place;
	return mkdtemp(place->folder) ? 0 : -1;
}

static int place_close(void **state)
{
	static const char *const names[] = {
		"note", "a/b/c", "a/b", "a", "",
	};
	struct place *place = *state;
	int left;

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		remove(in(place, names[i]));
	left = access(place->folder, F_OK) == 0;
	groei_arena_close(place->arena);
	free(place);
	return left ? -1 : 0;
}

static int mode_of(const char *path)
{
	struct stat about;

	return lstat(path, &about) == 0 ? (int)(about.st_mode & 07777) : -1;
}

static void modes_are_private_under_any_umask(void **state)
{
	static const mode_t masks[] = {0, 022, 0777};
	struct place *place = *state;

	for (size_t i = 0; i < sizeof masks / sizeof masks[0]; i++) {
		mode_t before = umask(masks[i]);
		int folder = file_make_private_folder(in(place, "a/b//c/"));

		umask(before);
		assert_int_equal(folder, 0);
		assert_int_equal(mode_of(in(place, "a")), 0700);
		assert_int_equal(mode_of(in(place, "a/b")), 0700);
		assert_int_equal(mode_of(in(place, "a/b/c")), 0700);
		assert_int_equal(file_make_private_folder(in(place, "a/b/c")), 0);
		remove(in(place, "a/b/c"));
		remove(in(place, "a/b"));
		remove(in(place, "a"));
	}
}

static void folders_that_are_there_stay_as_they_are(void **state)
{
	struct place *place = *state;

	assert_int_equal(mkdir(in(place, "a"), 0755), 0);
	assert_int_equal(chmod(in(place, "a"), 0755), 0);
	assert_int_equal(file_make_private_folder(in(place, "a/b")), 0);
	assert_int_equal(mode_of(in(place, "a")), 0755);
	assert_int_equal(mknod(in(place, "note"), S_IFREG | 0600, 0), 0);
	assert_int_equal(file_make_private_folder(in(place, "note")), ENOTDIR);
	assert_int_equal(file_make_private_folder(in(place, "note/x")), ENOTDIR);
	assert_int_equal(file_make_private_folder(""), ENOENT);
	assert_int_equal(file_make_private_folder("/"), 0);
}

static void paths_follow_the_xdg_rules(void **state)
{
	struct place *place = *state;
	const char *name = "groei/groei.db";

	setenv("HOME", "/nowhere/sanne", 1);
	setenv("GROEI_TEST_DATA", "/data", 1);
	assert_string_equal(file_xdg(place->arena, "GROEI_TEST_DATA", ".local/share", name),
	                    "/data/groei/groei.db");
	setenv("GROEI_TEST_DATA", "relative", 1);
	assert_string_equal(file_xdg(place->arena, "GROEI_TEST_DATA", ".local/share", name),
	                    "/nowhere/sanne/.local/share/groei/groei.db");
	unsetenv("GROEI_TEST_DATA");
	assert_string_equal(file_xdg(place->arena, "GROEI_TEST_DATA", ".local/share", name),
	                    "/nowhere/sanne/.local/share/groei/groei.db");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(modes_are_private_under_any_umask, place_open,
		                                place_close),
		cmocka_unit_test_setup_teardown(folders_that_are_there_stay_as_they_are, place_open,
		                                place_close),
		cmocka_unit_test_setup_teardown(paths_follow_the_xdg_rules, place_open,
		                                place_close),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
