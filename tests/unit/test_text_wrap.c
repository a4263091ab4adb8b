/* Wrapping: the lines a person sees, and that nothing is lost between them. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <groei/text.h>

#define FAMILY "\U0001F468\u200D\U0001F469\u200D\U0001F467"

/* The lines as one text: '|' after a soft line, '/' after a hard one. Checks on the way that the
 * lines follow each other, fit, and leave out nothing but blanks and newlines. */
static const char *wrapped(struct groei_arena *arena, const char *text, int width)
{
	struct groei_buffer out = {0};
	struct groei_line *lines;
	size_t length = strlen(text), next = 0;
	size_t count = groei_text_wrap(arena, text, length, width, &lines);
	const char *copy;

	for (size_t i = 0; i < count; i++) {
		const struct groei_line *line = &lines[i];

		assert_int_equal(line->start, next);
		for (size_t at = line->start + line->length; at < line->next; at++)
			assert_non_null(strchr(" \t\n", text[at]));
		assert_true(groei_text_cells(text + line->start, line->length) <= width ||
		            groei_text_next(text, length, line->start) ==
		                    line->start + line->length);
		groei_buffer_add(&out, text + line->start, line->length);
		groei_buffer_char(&out, line->hard ? '/' : '|');
		next = line->next;
	}
	assert_int_equal(next, length);
	copy = groei_arena_copy(arena, out.data, out.length);
	groei_buffer_free(&out);
	return copy;
}

static void lines_break_where_people_would(void **state)
{
	static const struct {
		const char *text;
		int width;
		const char *lines;
	} cases[] = {
		{"", 10, "/"},
		{"short", 10, "short/"},
		{"exactly te", 10, "exactly te/"},
		{"exactly ten", 10, "exactly|ten/"},
		{"one two three", 7, "one two|three/"},
		{"one\ntwo", 10, "one/two/"},
		{"one\n", 10, "one//"},
		{"\n\n", 10, "///"},
		{"a-well-known", 7, "a-well-|known/"},
		{"unbreakable", 4, "unbr|eaka|ble/"},
		{"ab unbreakable", 4, "ab|unbr|eaka|ble/"},
		{"word      next", 5, "word|next/"},
		{"end   ", 4, "end /"},
		{"      abc", 3, "|abc/"},
		{"\u6F22\u5B57\u6F22\u5B57\u6F22", 4, "\u6F22\u5B57|\u6F22\u5B57|\u6F22/"},
		{"\u6F22\u5B57", 5, "\u6F22\u5B57/"},
		{"\u6F22\u5B57", 1, "\u6F22|\u5B57/"},
		{"\u6F22\u3002\u6F22", 3, "\u6F22|\u3002|\u6F22/"},
		{"e\u0301e\u0301e\u0301", 2, "e\u0301e\u0301|e\u0301/"},
		{FAMILY FAMILY FAMILY, 4, FAMILY FAMILY "|" FAMILY "/"},
		{"10\u00A0km ver", 6, "10\u00A0km|ver/"},
		{"wat nodig? Ja", 6, "wat|nodig?|Ja/"},
		{"a b", 0, "a|b/"},
		{"ab \u0301", 2, "ab| \u0301/"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		int width = cases[i].width > 0 ? cases[i].width : 1;

		assert_string_equal(wrapped(*state, cases[i].text, width), cases[i].lines);
	}
}

static void a_width_below_one_counts_as_one(void **state)
{
	struct groei_line *lines;

	assert_int_equal(groei_text_wrap(*state, "abc", 3, -3, &lines), 3);
}

static void every_width_keeps_every_word(void **state)
{
	static const char text[] = "Waar wil je naartoe groeien?  Ideee\u0308n: (1) "
				   "\u6F22\u5B57 en " FAMILY "\n\n\tleer-\u00ADdoel "
				   "\u201Eciteren\u201D \u2014 https://voorbeeld.example/een/lang/pad?x=1&y=2   \neinde ";

	for (int width = 1; width < 120; width++)
		wrapped(*state, text, width);
}

/* Ten megabytes in one line: were the work quadratic, this would not end. */
static void huge_lines_are_wrapped_in_one_pass(void **state)
{
	static const char *const pieces[] = {"woord ", "x", "\u6F22", "e\u0301", "\xFF", " "};
	const size_t size = 10 << 20;
	char *text = malloc(size);

	for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; i++) {
		size_t length = strlen(pieces[i]), used = 0;
		struct groei_line *lines;
		size_t count;

		for (; used + length <= size; used += length)
			memcpy(text + used, pieces[i], length);
		count = groei_text_wrap(*state, text, used, 80, &lines);
		assert_int_equal(lines[count - 1].next, used);
		assert_true(lines[count - 1].hard);
		groei_arena_reset(*state);
	}
	free(text);
}

static int open_arena(void **state)
{
	*state = groei_arena_open();
	return 0;
}

static int close_arena(void **state)
{
	groei_arena_close(*state);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_break_where_people_would),
		cmocka_unit_test(a_width_below_one_counts_as_one),
		cmocka_unit_test(every_width_keeps_every_word),
		cmocka_unit_test(huge_lines_are_wrapped_in_one_pass),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	if (!setlocale(LC_CTYPE, "C.UTF-8"))
		return 1;
	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
