/* The growing string, compared with what the words of its contract promise. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <groei/buffer.h>

static void text_is_put_together(void **state)
{
	struct groei_buffer buffer = {0};

	(void)state;
	groei_buffer_text(&buffer, "Amir");
	groei_buffer_text(&buffer, NULL);
	groei_buffer_char(&buffer, ',');
	groei_buffer_add(&buffer, " 10 goals", 3);
	groei_buffer_print(&buffer, " %s %04d", "of", 12);
	assert_string_equal(buffer.data, "Amir, 10 of 0012");
	assert_int_equal(buffer.length, strlen(buffer.data));
	groei_buffer_clear(&buffer);
	assert_string_equal(buffer.data, "");
	assert_int_equal(buffer.length, 0);
	groei_buffer_free(&buffer);
	assert_null(buffer.data);
	groei_buffer_free(&buffer);
}

static void adding_nothing_still_ends_the_text(void **state)
{
	struct groei_buffer buffer = {0};

	(void)state;
	groei_buffer_add(&buffer, NULL, 0);
	assert_string_equal(buffer.data, "");
	groei_buffer_free(&buffer);
}

static void a_splice_replaces_in_the_middle_and_at_the_ends(void **state)
{
	static const struct {
		size_t at, removed;
		const char *bytes, *expected;
	} cases[] = {
		{0, 0, "ab", "ab"},         {1, 0, "xyz", "axyzb"},  {0, 1, "", "xyzb"},
		{3, 1, "longer", "xyzlonger"}, {3, 6, "s", "xyzs"},  {4, 0, "!", "xyzs!"},
		{0, 5, "", ""},
	};
	struct groei_buffer buffer = {0};

	(void)state;
	groei_buffer_splice(&buffer, 0, 0, NULL, 0);
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		groei_buffer_splice(&buffer, cases[i].at, cases[i].removed, cases[i].bytes,
		                    strlen(cases[i].bytes));
		assert_string_equal(buffer.data, cases[i].expected);
		assert_int_equal(buffer.length, strlen(cases[i].expected));
	}
	groei_buffer_free(&buffer);
}

static void a_million_bytes_one_by_one_take_few_allocations(void **state)
{
	struct groei_buffer buffer = {0};
	size_t grown = 0, last = 0;

	(void)state;
	for (int i = 0; i < 1000000; i++) {
		groei_buffer_char(&buffer, (char)('a' + i % 26));
		grown += buffer.capacity != last;
		last = buffer.capacity;
	}
	assert_int_equal(buffer.length, 1000000);
	assert_int_equal(buffer.data[999999], 'a' + 999999 % 26);
	assert_int_equal(buffer.data[1000000], '\0');
	assert_in_range(grown, 2, 40);
	groei_buffer_free(&buffer);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_put_together),
		cmocka_unit_test(adding_nothing_still_ends_the_text),
		cmocka_unit_test(a_splice_replaces_in_the_middle_and_at_the_ends),
		cmocka_unit_test(a_million_bytes_one_by_one_take_few_allocations),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
