/* Ids, their codes, and fingerprints. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/code.h"
#include "base/hash.h"
#include "base/random.h"

static int by_value(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

static void ids_are_positive_and_differ(void **state)
{
	int64_t ids[2000];
	int high = 0;

	(void)state;
	for (int i = 0; i < 2000; i++) {
		ids[i] = random_id();
		assert_true(ids[i] > 0);
		high += ids[i] >> 62 & 1;
	}
	assert_in_range(high, 700, 1300);
	qsort(ids, 2000, sizeof ids[0], by_value);
	for (int i = 1; i < 2000; i++)
		assert_true(ids[i] > ids[i - 1]);
}

static void codes_are_fixed_for_ever(void **state)
{
	char code[CODE_LETTERS + 1];

	(void)state;
	assert_string_equal(code_from_id(0, code), "bbbbbbbbbbbbbbbb");
	assert_string_equal(code_from_id(1, code), "bbbbbbbbbbbbbbbd");
	assert_string_equal(code_from_id(INT64_MAX, code), "vvvvvvvvvvvvvvvt");
	assert_string_equal(code_from_id(INT64_C(0x123456789ABCDEF), code), "bdgjmprvcfhknqst");
}

static void every_start_of_a_code_covers_its_id(void **state)
{
	char code[CODE_LETTERS + 1], last[CODE_LETTERS + 1] = "";
	int64_t ids[300], low, high;

	(void)state;
	for (int i = 0; i < 300; i++)
		ids[i] = random_id();
	qsort(ids, 300, sizeof ids[0], by_value);
	for (int i = 0; i < 300; i++) {
		code_from_id(ids[i], code);
		assert_true(strcmp(last, code) < 0);
		memcpy(last, code, sizeof last);
		for (size_t length = CODE_LETTERS; length > 0; length--) {
			code[length] = '\0';
			assert_true(code_range(code, &low, &high));
			assert_true(low <= ids[i] && ids[i] <= high);
			if (length == CODE_LETTERS)
				assert_true(low == high);
		}
	}
}

static void ranges_stand_side_by_side(void **state)
{
	static const char letters[] = "bcdfghjkmnpqrstv";
	int64_t low, high, next = 0;

	(void)state;
	for (int i = 0; i < 256; i++) {
		char prefix[3] = {letters[i / 16], letters[i % 16], '\0'};

		assert_true(code_range(prefix, &low, &high));
		assert_true(low == next);
		next = high + (i < 255);
	}
	assert_true(next == INT64_MAX);
	assert_true(code_range("BcDf", &low, &high));
	assert_true(code_range("bcdf", &next, &high));
	assert_true(low == next);
}

static void what_is_no_code_is_refused(void **state)
{
	static const char *const refused[] = {
		"", "a", "bcda", "bcd1", "b c", "bcdl", "bbbbbbbbbbbbbbbbb",
		"bbbbbbbbbbbbbbbc", "b\xC3",
	};
	int64_t low = 3, high = 4;

	(void)state;
	for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++)
		assert_false(code_range(refused[i], &low, &high));
	assert_true(low == 3 && high == 4);
}

static void fingerprints_are_those_of_fnv_1a(void **state)
{
	char text[17];

	(void)state;
	assert_string_equal(hash_hex(hash_add(HASH_START, "", 0), text), "cbf29ce484222325");
	assert_string_equal(hash_hex(hash_add(HASH_START, "a", 1), text), "af63dc4c8601ec8c");
	assert_string_equal(hash_hex(hash_add(HASH_START, "foobar", 6), text), "85944171f73967e8");
	assert_true(hash_add(hash_add(HASH_START, "foo", 3), "bar", 3) ==
	            hash_add(HASH_START, "foobar", 6));
	assert_string_equal(hash_hex(10, text), "000000000000000a");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ids_are_positive_and_differ),
		cmocka_unit_test(codes_are_fixed_for_ever),
		cmocka_unit_test(every_start_of_a_code_covers_its_id),
		cmocka_unit_test(ranges_stand_side_by_side),
		cmocka_unit_test(what_is_no_code_is_refused),
		cmocka_unit_test(fingerprints_are_those_of_fnv_1a),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
