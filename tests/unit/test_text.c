/* Text as people see it: what reaches a terminal, where clusters end, how wide they are. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include <cmocka.h>

#include <groei/text.h>

#define FAMILY "\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466"
#define BELGIUM "\U0001F1E7\U0001F1EA"
#define DUTCH "\U0001F1F3\U0001F1F1"
#define THUMB "\U0001F44D\U0001F3FD"
#define HEART "\u2764\uFE0F"
#define KEYCAP "1\uFE0F\u20E3"
#define ENGLAND "\U0001F3F4\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F"
#define ACUTE "e\u0301"
#define BAD "\uFFFD"

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

static void broken_bytes_are_found(void **state)
{
	static const struct {
		const char *text;
		size_t length, bad;
	} cases[] = {
		{"a\xFFz", 3, 1},           {"ab\xC3", 3, 2},          {"\xC0\x80", 2, 0},
		{"\xED\xA0\x80", 3, 0},     {"a\0b", 3, 1},            {"\xE2\x82", 2, 0},
		{"x\xF4\x90\x80\x80", 5, 1}, {"\x80", 1, 0},           {"\xFF\0", 2, 0},
	};
	size_t bad = 99;

	(void)state;
	assert_true(groei_text_valid("", 0, &bad));
	assert_true(groei_text_valid("caf\u00E9 " FAMILY, strlen("caf\u00E9 " FAMILY), &bad));
	assert_int_equal(bad, 99);
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		assert_false(groei_text_valid(cases[i].text, cases[i].length, &bad));
		assert_int_equal(bad, cases[i].bad);
		assert_false(groei_text_valid(cases[i].text, cases[i].length, NULL));
	}
}

static void nothing_but_newline_and_tab_reaches_a_terminal(void **state)
{
	static const struct {
		const char *text, *clean;
	} cases[] = {
		{"plain", "plain"},
		{"two\nlines\tand tab", "two\nlines\tand tab"},
		{"\x1B]0;title\x07x", BAD "]0;title" BAD "x"},
		{"\x1B[31mred", BAD "[31mred"},
		{"back\b\rspace\x7F", "back" BAD BAD "space" BAD},
		{"c1 \xC2\x9B" "31m \xC2\x85", "c1 " BAD "31m " BAD},
		{"raw \x9B" "31m", "raw " BAD "31m"},
		{"evil\u202Etxt\u202C \u2066x\u2069", "evil" BAD "txt" BAD " " BAD "x" BAD},
		{"\u200Ea\u200F\u061C", BAD "a" BAD BAD},
		{"a\u2028b\u2029c", "a" BAD "b" BAD "c"},
		{"caf\u00E9 " FAMILY " \u6F22", "caf\u00E9 " FAMILY " \u6F22"},
		{"", ""},
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_string_equal(groei_text_safe(*state, cases[i].text), cases[i].clean);
	assert_string_equal(groei_text_safe(*state, NULL), "");
}

static void every_character_comes_out_clean_or_replaced(void **state)
{
	struct groei_buffer out = {0};

	(void)state;
	for (int first = 0; first < 256; first++) {
		for (int second = 0; second < 256; second++) {
			char text[3] = {(char)first, (char)second, 'x'};

			groei_buffer_clear(&out);
			groei_text_clean(&out, text, sizeof text);
			assert_true(groei_text_valid(out.data, out.length, NULL));
			assert_int_equal(out.data[out.length - 1], 'x');
			for (size_t i = 0; i < out.length; i++) {
				unsigned char c = (unsigned char)out.data[i];

				assert_true(c >= ' ' || c == '\n' || c == '\t');
				assert_false(c == 0x7F);
				assert_false(c == 0xC2 && (unsigned char)out.data[i + 1] < 0xA0);
			}
		}
	}
	groei_buffer_free(&out);
}

static void one_line_has_no_breaks(void **state)
{
	assert_string_equal(groei_text_safe_line(*state, "a\nb\t\n c\n"), "a b  c ");
	assert_string_equal(groei_text_safe_line(*state, "a\x1B\nb\u2028"), "a" BAD " b" BAD);
}

static void clusters_are_kept_whole_both_ways(void **state)
{
	static const char *const clusters[] = {
		"a", FAMILY, BELGIUM, DUTCH, THUMB, HEART, KEYCAP, ENGLAND, ACUTE, "\u6F22", " ",
		"\u1100\u1161\u11A8", "z", BELGIUM, "\r\n", "e\u0301\u0323", "\u00E9", "\n", FAMILY,
	};
	const size_t count = sizeof clusters / sizeof clusters[0];
	struct groei_buffer text = {0};
	size_t at = 0;

	(void)state;
	for (size_t i = 0; i < count; i++)
		groei_buffer_text(&text, clusters[i]);
	for (size_t i = 0; i < count; i++) {
		size_t next = groei_text_next(text.data, text.length, at);

		assert_int_equal(next - at, strlen(clusters[i]));
		at = next;
	}
	assert_int_equal(groei_text_next(text.data, text.length, at), text.length);
	for (size_t i = count; i-- > 0;) {
		size_t previous = groei_text_previous(text.data, text.length, at);

		assert_int_equal(at - previous, strlen(clusters[i]));
		at = previous;
	}
	assert_int_equal(groei_text_previous(text.data, text.length, 0), 0);
	groei_buffer_free(&text);
}

static void long_clusters_are_one_step(void **state)
{
	struct groei_buffer text = {0};

	(void)state;
	groei_buffer_char(&text, 'e');
	for (int i = 0; i < 5000; i++)
		groei_buffer_text(&text, "\u0301");
	groei_buffer_char(&text, 'x');
	assert_int_equal(groei_text_next(text.data, text.length, 0), 10001);
	assert_int_equal(groei_text_previous(text.data, text.length, 10001), 0);
	assert_int_equal(groei_text_cells(text.data, text.length), 2);
	groei_buffer_free(&text);
}

/* Every cut of hostile text, in memory of just its size: a sanitizer sees a byte too far. */
static void broken_text_is_walked_without_harm(void **state)
{
	static const char hostile[] = "a" FAMILY "\xF0\x9F\x98" BELGIUM "\xE2\x82" "\x80\x80\xFF"
				      "e\xCC" KEYCAP "\xC3(" "\xED\xA0\x80" "\r\n\u0301";
	const size_t whole = sizeof hostile - 1;

	for (size_t from = 0; from < whole; from++) {
		for (size_t length = 1; length <= whole - from; length++) {
			char *text = malloc(length);
			struct groei_line *lines;
			struct groei_buffer out = {0};
			size_t at = 0;

			memcpy(text, hostile + from, length);
			while (at < length) {
				size_t next = groei_text_next(text, length, at);

				assert_in_range(next, at + 1, length);
				at = next;
			}
			while (at > 0) {
				size_t previous = groei_text_previous(text, length, at);

				assert_in_range(previous, 0, at - 1);
				at = previous;
			}
			for (; at < length; at++) {
				groei_text_next_word(text, length, at);
				groei_text_previous_word(text, length, at);
			}
			groei_text_reduce(&out, text, length);
			assert_int_equal(groei_text_cells(out.data ? out.data : "", out.length),
			                 groei_text_cells(text, length));
			assert_true(groei_text_wrap(*state, text, length, 3, &lines) > 0);
			groei_buffer_free(&out);
			free(text);
		}
		groei_arena_reset(*state);
	}
}

static void words_are_stepped_over(void **state)
{
	static const char text[] = "Een  idee\u00EBn-dag, " HEART " na\u0308chste";
	size_t stops[8], at = 0;
	int count = 0;

	(void)state;
	while (at < sizeof text - 1)
		stops[count++] = at = groei_text_next_word(text, sizeof text - 1, at);
	assert_int_equal(count, 4);
	assert_string_equal(text + stops[0], "idee\u00EBn-dag, " HEART " na\u0308chste");
	assert_string_equal(text + stops[1], "dag, " HEART " na\u0308chste");
	assert_string_equal(text + stops[2], "na\u0308chste");
	while (at > 0) {
		at = groei_text_previous_word(text, sizeof text - 1, at);
		count--;
		assert_int_equal(at, count > 0 ? stops[count - 1] : 0);
	}
	assert_int_equal(count, 0);
}

static void cells_are_those_of_the_drawn_form(void **state)
{
	static const struct {
		const char *text, *drawn;
		int cells;
	} cases[] = {
		{"", "", 0},
		{"groei", "groei", 5},
		{"\t", " ", 1},
		{ACUTE "x", ACUTE "x", 2},
		{"\u6F22\u5B57", "\u6F22\u5B57", 4},
		{FAMILY, "\U0001F468", 2},
		{THUMB, "\U0001F44D", 2},
		{HEART, "\u2764", 1},
		{KEYCAP, "1\u20E3", 1},
		{ENGLAND, "\U0001F3F4", 2},
		{"a\u200Bb", "ab", 2},
		{"\u0301x", "\u25CC\u0301x", 2},
		{"\x1B[", BAD "[", 2},
		{"e\u0301\u0302\u0303\u0304\u0305\u0306", "e\u0301\u0302\u0303\u0304", 1},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct groei_buffer out = {0};
		const char *text = cases[i].text;
		wchar_t wide[40];

		groei_text_reduce(&out, text, strlen(text));
		assert_string_equal(out.data ? out.data : "", cases[i].drawn);
		assert_int_equal(groei_text_cells(text, strlen(text)), cases[i].cells);
		assert_true(mbstowcs(wide, cases[i].drawn, 40) < 40);
		assert_int_equal(wcswidth(wide, 40), cases[i].cells);
		groei_buffer_free(&out);
	}
}

static void letters_are_letters_without_any_utf8_locale(void **state)
{
	(void)state;
	assert_non_null(setlocale(LC_CTYPE, "C"));
	assert_int_equal(groei_text_cells("a \u00B7 \u6F22", strlen("a \u00B7 \u6F22")), 6);
	assert_int_equal(groei_text_cells("e\u0301", strlen("e\u0301")), 1);
	assert_non_null(setlocale(LC_CTYPE, "C.UTF-8"));
}

static void text_is_cut_and_filled_by_cells(void **state)
{
	assert_string_equal(groei_text_cut(*state, "Sanne", 5), "Sanne");
	assert_string_equal(groei_text_cut(*state, "Sanne de Vries", 8), "Sanne d\u2026");
	assert_string_equal(groei_text_cut(*state, "\u6F22\u5B57\u6F22", 4), "\u6F22\u2026");
	assert_string_equal(groei_text_cut(*state, ACUTE ACUTE ACUTE, 2), ACUTE "\u2026");
	assert_string_equal(groei_text_cut(*state, "Sanne", 1), "\u2026");
	assert_string_equal(groei_text_cut(*state, "Sanne", 0), "");
	assert_string_equal(groei_text_cut(*state, "", 3), "");
	assert_string_equal(groei_text_pad(*state, "Bo", 4), "Bo  ");
	assert_string_equal(groei_text_pad(*state, "\u6F22\u5B57\u6F22", 4), "\u6F22\u2026 ");
	assert_string_equal(groei_text_pad(*state, FAMILY, 4), "\U0001F468  ");
	assert_string_equal(groei_text_pad(*state, "", 2), "  ");
	assert_string_equal(groei_text_pad(*state, "Bo", -1), "");
	assert_int_equal(groei_text_fit("a\u6F22", 4, 2), 1);
	assert_int_equal(groei_text_fit("a\u6F22", 4, 3), 4);
	assert_int_equal(groei_text_fit("e\u0301x", 4, 1), 3);
	assert_int_equal(groei_text_fit("abc", 3, -5), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(broken_bytes_are_found),
		cmocka_unit_test(nothing_but_newline_and_tab_reaches_a_terminal),
		cmocka_unit_test(every_character_comes_out_clean_or_replaced),
		cmocka_unit_test(one_line_has_no_breaks),
		cmocka_unit_test(clusters_are_kept_whole_both_ways),
		cmocka_unit_test(long_clusters_are_one_step),
		cmocka_unit_test(broken_text_is_walked_without_harm),
		cmocka_unit_test(words_are_stepped_over),
		cmocka_unit_test(cells_are_those_of_the_drawn_form),
		cmocka_unit_test(letters_are_letters_without_any_utf8_locale),
		cmocka_unit_test(text_is_cut_and_filled_by_cells),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	if (!setlocale(LC_CTYPE, "C.UTF-8"))
		return 1;
	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
