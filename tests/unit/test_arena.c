/* Arenas: what is taken is zeroed, aligned and whole, and all of it can be given back at once. */
#include <setjmp.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include <groei/arena.h>
#include <groei/status.h>

static void pieces_are_zeroed_aligned_and_apart(void **state)
{
	struct groei_arena *arena = groei_arena_open();
	unsigned char *pieces[400];

	(void)state;
	for (int round = 0; round < 2; round++) {
		for (size_t i = 0; i < 400; i++) {
			size_t size = i * 7 % 300 + (i % 50 == 0 ? 5000 : 0);

			pieces[i] = groei_arena_take(arena, size + 1);
			assert_int_equal((uintptr_t)pieces[i] % alignof(max_align_t), 0);
			for (size_t k = 0; k <= size; k++)
				assert_int_equal(pieces[i][k], 0);
			memset(pieces[i], (int)(i % 251), size + 1);
		}
		for (size_t i = 0; i < 400; i++) {
			size_t size = i * 7 % 300 + (i % 50 == 0 ? 5000 : 0);

			assert_int_equal(pieces[i][0], i % 251);
			assert_int_equal(pieces[i][size], i % 251);
		}
		groei_arena_reset(arena);
	}
	groei_arena_close(arena);
}

static void a_reset_gives_back_all_but_the_first_block(void **state)
{
	struct groei_arena *arena = groei_arena_open();
	size_t first;

	(void)state;
	groei_arena_take(arena, 16);
	first = groei_arena_size(arena);
	groei_arena_take(arena, 10 * 1024 * 1024);
	for (int i = 0; i < 10000; i++)
		groei_arena_take(arena, 100);
	assert_true(groei_arena_size(arena) > 11 * 1000 * 1000);
	groei_arena_reset(arena);
	assert_int_equal(groei_arena_size(arena), first);
	groei_arena_take(arena, 16);
	assert_int_equal(groei_arena_size(arena), first);
	groei_arena_close(arena);
	groei_arena_close(NULL);
}

static void large_pieces_do_not_waste_the_block_being_filled(void **state)
{
	struct groei_arena *arena = groei_arena_open();
	size_t before;

	(void)state;
	groei_arena_take(arena, 16);
	before = groei_arena_size(arena);
	for (int i = 0; i < 10; i++) {
		groei_arena_take(arena, 100000);
		groei_arena_take(arena, 16);
	}
	assert_true(groei_arena_size(arena) - before < 10 * 100000 + 10 * 64);
	groei_arena_close(arena);
}

static void an_array_grows_and_keeps_its_items(void **state)
{
	struct groei_arena *arena = groei_arena_open();
	size_t room = 0, moved = 0;
	int *items = NULL;

	(void)state;
	for (int i = 0; i < 1000; i++) {
		int *before = items;

		items = groei_arena_grow(arena, items, (size_t)i, &room, sizeof *items);
		assert_true(room > (size_t)i);
		assert_int_equal(items[i], 0);
		items[i] = i + 1;
		moved += items != before;
	}
	for (int i = 0; i < 1000; i++)
		assert_int_equal(items[i], i + 1);
	assert_true(moved <= 10);
	groei_arena_close(arena);
}

static void text_is_copied_and_printed(void **state)
{
	struct groei_arena *arena = groei_arena_open();
	char *copy;

	(void)state;
	assert_null(groei_arena_text(arena, NULL));
	assert_string_equal(groei_arena_text(arena, ""), "");
	assert_string_equal(groei_arena_text(arena, "groei"), "groei");
	copy = groei_arena_copy(arena, "a\0bc", 3);
	assert_memory_equal(copy, "a\0b", 4);
	assert_string_equal(groei_arena_copy(arena, NULL, 0), "");
	assert_string_equal(groei_arena_print(arena, "%s has %d", "Amir", 3), "Amir has 3");
	assert_int_equal(strlen(groei_arena_print(arena, "%20000d", 1)), 20000);
	assert_non_null(groei_arena_take(arena, 0));
	groei_arena_close(arena);
}

static void without_memory_the_program_says_so_and_ends(void **state)
{
	char said[200] = "";
	int pipe_ends[2], status;
	pid_t child;

	(void)state;
	assert_int_equal(pipe(pipe_ends), 0);
	child = fork();
	if (child == 0) {
		dup2(pipe_ends[1], STDERR_FILENO);
		groei_arena_take(groei_arena_open(), SIZE_MAX - 100);
		_exit(0);
	}
	close(pipe_ends[1]);
	assert_true(read(pipe_ends[0], said, sizeof said - 1) > 0);
	close(pipe_ends[0]);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) == GROEI_STORE);
	assert_non_null(strstr(said, "groei: out of memory"));
}

static void every_status_has_its_own_word(void **state)
{
	(void)state;
	for (int i = 0; i < GROEI_STATUSES; i++) {
		for (int j = 0; j < i; j++)
			assert_string_not_equal(groei_status_word((enum groei_status)i),
			                        groei_status_word((enum groei_status)j));
	}
	assert_string_equal(groei_status_word(GROEI_NOT_FOUND), "not-found");
	assert_string_equal(groei_status_word((enum groei_status)99), "unknown");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pieces_are_zeroed_aligned_and_apart),
		cmocka_unit_test(a_reset_gives_back_all_but_the_first_block),
		cmocka_unit_test(large_pieces_do_not_waste_the_block_being_filled),
		cmocka_unit_test(an_array_grows_and_keeps_its_items),
		cmocka_unit_test(text_is_copied_and_printed),
		cmocka_unit_test(without_memory_the_program_says_so_and_ends),
		cmocka_unit_test(every_status_has_its_own_word),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
