/* Private files: who may read them, what is refused, and that nothing half-written stays. */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
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
		"note", "link", "pipe", "gone", "a/b/c", "a/b", "a", "deep/x", "deep", "big", "",
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

static void a_file_is_written_and_read_back(void **state)
{
	struct place *place = *state;
	const char *path = in(place, "note");
	char *bytes;
	size_t length;

	assert_int_equal(file_write_new(path, "a\0b\n", 4), 0);
	assert_int_equal(file_read(place->arena, path, 4, &bytes, &length), 0);
	assert_int_equal(length, 4);
	assert_memory_equal(bytes, "a\0b\n", 5);
	unlink(path);
	assert_int_equal(file_write_new(path, "", 0), 0);
	assert_int_equal(file_read(place->arena, path, 0, &bytes, &length), 0);
	assert_int_equal(length, 0);
	assert_string_equal(bytes, "");
}

static void what_is_no_plain_file_is_not_read(void **state)
{
	struct place *place = *state;
	char *bytes = NULL;
	size_t length = 77;

	assert_int_equal(file_write_new(in(place, "note"), "12345", 5), 0);
	assert_int_equal(symlink("note", in(place, "link")), 0);
	assert_int_equal(mkfifo(in(place, "pipe"), 0600), 0);
	assert_int_equal(file_read(place->arena, in(place, "gone"), 9, &bytes, &length), ENOENT);
	assert_int_equal(file_read(place->arena, in(place, "link"), 9, &bytes, &length), ELOOP);
	assert_int_equal(file_read(place->arena, in(place, "pipe"), 9, &bytes, &length), EINVAL);
	assert_int_equal(file_read(place->arena, place->folder, 9, &bytes, &length), EISDIR);
	assert_int_equal(file_read(place->arena, in(place, "note"), 4, &bytes, &length), EFBIG);
	assert_int_equal(file_read(place->arena, "/dev/zero", 9, &bytes, &length), EINVAL);
	assert_null(bytes);
	assert_int_equal(length, 77);
}

/* Files of /proc say they are empty, and are not: the limit holds all the same. */
static void the_limit_holds_for_files_that_lie_about_their_size(void **state)
{
	struct place *place = *state;
	char *bytes;
	size_t length;

	assert_int_equal(file_read(place->arena, "/proc/self/status", 10, &bytes, &length), EFBIG);
	assert_int_equal(file_read(place->arena, "/proc/self/status", 100000, &bytes, &length), 0);
	assert_int_equal(strlen(bytes), length);
	assert_memory_equal(bytes, "Name:", 5);
}

static void nothing_is_ever_overwritten(void **state)
{
	struct place *place = *state;

	assert_int_equal(file_write_new(in(place, "note"), "first", 5), 0);
	assert_int_equal(file_write_new(in(place, "note"), "second", 6), EEXIST);
	assert_int_equal(symlink("gone", in(place, "link")), 0);
	assert_int_equal(file_write_new(in(place, "link"), "third", 5), EEXIST);
	assert_int_equal(mode_of(in(place, "gone")), -1);
	assert_int_equal(file_write_new(in(place, "deep/x"), "x", 1), ENOENT);
}

static void modes_are_private_under_any_umask(void **state)
{
	static const mode_t masks[] = {0, 022, 0777};
	struct place *place = *state;

	for (size_t i = 0; i < sizeof masks / sizeof masks[0]; i++) {
		mode_t before = umask(masks[i]);
		int folder = file_make_private_folder(in(place, "a/b//c/"));
		int file = file_write_new(in(place, "note"), "x", 1);

		umask(before);
		assert_int_equal(folder, 0);
		assert_int_equal(file, 0);
		assert_int_equal(mode_of(in(place, "a")), 0700);
		assert_int_equal(mode_of(in(place, "a/b")), 0700);
		assert_int_equal(mode_of(in(place, "a/b/c")), 0700);
		assert_int_equal(mode_of(in(place, "note")), 0600);
		assert_int_equal(file_make_private_folder(in(place, "a/b/c")), 0);
		remove(in(place, "a/b/c"));
		remove(in(place, "a/b"));
		remove(in(place, "a"));
		remove(in(place, "note"));
	}
}

static void folders_that_are_there_stay_as_they_are(void **state)
{
	struct place *place = *state;

	assert_int_equal(mkdir(in(place, "a"), 0755), 0);
	assert_int_equal(chmod(in(place, "a"), 0755), 0);
	assert_int_equal(file_make_private_folder(in(place, "a/b")), 0);
	assert_int_equal(mode_of(in(place, "a")), 0755);
	assert_int_equal(file_write_new(in(place, "note"), "x", 1), 0);
	assert_int_equal(file_make_private_folder(in(place, "note")), ENOTDIR);
	assert_int_equal(file_make_private_folder(in(place, "note/x")), ENOTDIR);
	assert_int_equal(file_make_private_folder(""), ENOENT);
	assert_int_equal(file_make_private_folder("/"), 0);
}

static void a_file_that_cannot_be_finished_is_taken_away(void **state)
{
	struct place *place = *state;
	struct rlimit before, small;
	char *bytes = calloc(1, 100000);
	int error;

	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	small = before;
	small.rlim_cur = 5000;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	error = file_write_new(in(place, "big"), bytes, 100000);
	setrlimit(RLIMIT_FSIZE, &before);
	free(bytes);
	assert_int_equal(error, EFBIG);
	assert_int_equal(mode_of(in(place, "big")), -1);
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
		cmocka_unit_test_setup_teardown(a_file_is_written_and_read_back, place_open,
		                                place_close),
		cmocka_unit_test_setup_teardown(what_is_no_plain_file_is_not_read, place_open,
		                                place_close),
		cmocka_unit_test_setup_teardown(the_limit_holds_for_files_that_lie_about_their_size,
		                                place_open, place_close),
		cmocka_unit_test_setup_teardown(nothing_is_ever_overwritten, place_open,
		                                place_close),
		cmocka_unit_test_setup_teardown(modes_are_private_under_any_umask, place_open,
		                                place_close),
		cmocka_unit_test_setup_teardown(folders_that_are_there_stay_as_they_are, place_open,
		                                place_close),
		cmocka_unit_test_setup_teardown(a_file_that_cannot_be_finished_is_taken_away,
		                                place_open, place_close),
		cmocka_unit_test_setup_teardown(paths_follow_the_xdg_rules, place_open,
		                                place_close),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
