/* A long list is read in windows: every row is found at its place however one jumps, few windows are
 * held, and a list that cannot be read ends instead of looping. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tui/rows.h"

struct number {
	int64_t id;
	const char *text;
};

struct numbers {
	int64_t total;
	int reads, open;     /* windows read so far; rows asked for at most */
	int fails_after;     /* reads that work; -1: all */
};

static enum groei_status read_numbers(void *context, struct groei_arena *arena, const void *after,
                                      int limit, void **records_out, size_t *count_out)
{
	struct numbers *numbers = context;
	int64_t first = after ? ((const struct number *)after)->id + 1 : 0;
	size_t count = 0;
	struct number *number;

	if (numbers->fails_after >= 0 && numbers->reads >= numbers->fails_after)
		return GROEI_STORE;
	numbers->reads++;
	if (limit > numbers->open)
		numbers->open = limit;
	number = groei_arena_take(arena, (size_t)limit * sizeof *number);
	for (; count < (size_t)limit && first + (int64_t)count < numbers->total; count++)
		number[count] = (struct number){first + (int64_t)count,
		                                groei_arena_print(arena, "n%zu", count)};
	*records_out = number;
	*count_out = count;
	return GROEI_OK;
}

static const void *after_number(void *context, struct groei_arena *arena, const void *record)
{
	struct number *copy = groei_arena_take(arena, sizeof *copy);

	(void)context;
	*copy = *(const struct number *)record;
	copy->text = groei_arena_text(arena, copy->text);
	return copy;
}

static struct rows *open_numbers(struct numbers *numbers)
{
	const struct rows_source source = {.context = numbers,
	                                   .size = sizeof(struct number),
	                                   .read = read_numbers,
	                                   .after = after_number};

	return rows_open(&source);
}

static int64_t id_at(struct rows *rows, size_t index)
{
	const struct number *number = rows_at(rows, index);

	return number ? number->id : -1;
}

static void reads_no_more_than_is_looked_at(void **state)
{
	struct numbers numbers = {.total = 1000000, .fails_after = -1};
	struct rows *rows = open_numbers(&numbers);

	(void)state;
	assert_true(rows_count(rows, 20) >= 20);
	assert_int_equal(id_at(rows, 0), 0);
	assert_int_equal(id_at(rows, 19), 19);
	assert_int_equal(numbers.reads, 1);
	assert_true(numbers.open <= 100);
	rows_close(rows);
}

static void finds_every_row_however_one_jumps(void **state)
{
	static const size_t sizes[] = {0, 1, 63, 64, 65, 128, 5000};

	(void)state;
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		struct numbers numbers = {.total = (int64_t)sizes[i], .fails_after = -1};
		struct rows *rows = open_numbers(&numbers);

		assert_int_equal(rows_count(rows, SIZE_MAX), sizes[i]);
		assert_null(rows_at(rows, sizes[i]));
		for (size_t jump = 0; jump < sizes[i]; jump++) {
			size_t index = jump * 2503 % sizes[i];

			assert_int_equal(id_at(rows, index), index);
		}
		rows_close(rows);
	}
}

static void finds_a_record_again(void **state)
{
	struct numbers numbers = {.total = 500, .fails_after = -1};
	struct rows *rows = open_numbers(&numbers);

	(void)state;
	assert_int_equal(rows_find(rows, 130, 200), 130);
	assert_int_equal(rows_find(rows, 130, 100), SIZE_MAX);
	assert_int_equal(rows_find(rows, 9999, 1000), SIZE_MAX);
	numbers.total = 3;
	rows_reset(rows);
	assert_int_equal(rows_count(rows, 100), 3);
	assert_int_equal(rows_find(rows, 130, 200), SIZE_MAX);
	rows_close(rows);
}

static void ends_where_reading_fails(void **state)
{
	struct numbers numbers = {.total = 100000, .fails_after = 3};
	struct rows *rows = open_numbers(&numbers);
	size_t count = rows_count(rows, SIZE_MAX);

	(void)state;
	assert_true(count > 0 && count < 100000);
	assert_int_equal(id_at(rows, count - 1), count - 1);
	assert_null(rows_at(rows, count));
	rows_close(rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_no_more_than_is_looked_at),
		cmocka_unit_test(finds_every_row_however_one_jumps),
		cmocka_unit_test(finds_a_record_again),
		cmocka_unit_test(ends_where_reading_fails),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
