/* Keys: Dutch names in the order people expect, and searching that forgives accents and case. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <groei/text.h>

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

static void keys_are_plain_lower_case(void **state)
{
	static const struct {
		const char *name, *key;
	} cases[] = {
		{"", ""},
		{"  Van den   Berg\t", "van den berg"},
		{"\u00D8sterg\u00E5rd", "ostergard"},
		{"Wei\u00DF", "weiss"},
		{"\u00C6sir", "aesir"},
		{"\u0152uvre", "oeuvre"},
		{"\u0132sbrand", "ijsbrand"},
		{"Ren\u00E9e", "renee"},
		{"Rene\u0301e", "renee"},
		{"\u0141\u00F3d\u017A", "lodz"},
		{"\u0130stanbul", "istanbul"},
		{"D\u2019Hondt", "d'hondt"},
		{"Anne\u2011Marie", "anne-marie"},
		{"\uFF26\uFF55\uFF4C\uFF4C", "full"},
		{"a\u00A0\u3000b", "a b"},
		{"Jo\u200Bris", "joris"},
		{"\u039F\u0394\u039F\u03A3", "\u03BF\u03B4\u03BF\u03C3"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_string_equal(groei_text_key(*state, cases[i].name), cases[i].key);
}

static void broken_names_have_valid_keys(void **state)
{
	const char *key = groei_text_key(*state, "Am\xFFir \xE2\x82");

	assert_true(groei_text_valid(key, strlen(key), NULL));
	assert_memory_equal(key, "am", 2);
}

static int by_key(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void dutch_names_sort_as_in_a_phone_book(void **state)
{
	static const char *const names[] = {
		"aaltje", "\u00C5se", "Bj\u00F6rn", "\u00C7elik", "Daan", "de Vries", "\u00C9lise",
		"Elisabeth", "IJsbrand", "\u0132smeester", "Jos\u00E9", "Josefien", "\u00D8ystein",
		"van 't Hof", "van den Berg", "van der Aa", "Zo\u00EB",
	};
	const char *keys[sizeof names / sizeof names[0]], *sorted[sizeof names / sizeof names[0]];
	const size_t count = sizeof names / sizeof names[0];

	for (size_t i = 0; i < count; i++)
		keys[i] = sorted[i] = groei_text_key(*state, names[i]);
	qsort(sorted, count, sizeof *sorted, by_key);
	assert_string_equal(sorted[6], "elisabeth");
	assert_string_equal(sorted[7], "elise");
	for (size_t i = 0; i < count; i++) {
		if (i != 6 && i != 7)
			assert_string_equal(sorted[i], keys[i]);
	}
}

static void all_words_must_occur_in_any_order(void **state)
{
	const char *text = groei_text_key(*state, "Leerdoel: pr\u00E9senteren voor de directie");

	assert_true(groei_text_matches(text, ""));
	assert_true(groei_text_matches(text, "  "));
	assert_true(groei_text_matches(text, "directie presenteren"));
	assert_true(groei_text_matches(text, "doel"));
	assert_false(groei_text_matches(text, "directie raad"));
	assert_false(groei_text_matches("", "x"));
	assert_true(groei_text_matches(text, "\"voor de\" presenteren"));
	assert_false(groei_text_matches(text, "\"de voor\""));
	assert_true(groei_text_matches(text, "\"voor d")); /* the second quote is still to come */
	assert_true(groei_text_matches(text, "\"\""));
}

static void a_word_is_found_where_it_stands(void **state)
{
	static const struct {
		const char *text, *word, *found;
		enum groei_text_place place;
	} rows[] = {
		{"Leerdoel: pr\u00E9senteren", "presenteren", "pr\u00E9senteren", GROEI_START_OF_WORD},
		{"Leerdoel: pre\u0301senteren", "pres", "pre\u0301s", GROEI_START_OF_WORD},
		{"Leerdoel", "doel", "doel", GROEI_INSIDE_WORD},
		{"leerdoel, doel", "doel", "doel", GROEI_START_OF_WORD},
		{"STRA\u00DFE", "strass", "STRA\u00DF", GROEI_START_OF_WORD},
		{"  b\u0133  zonder", "bij zon", "b\u0133  zon", GROEI_START_OF_WORD},
		{"x \U0001F469\u200D\U0001F4BB na", "na", "na", GROEI_START_OF_WORD},
		{"een\ntwee\tdrie", "een twee drie", "een\ntwee\tdrie", GROEI_START_OF_WORD},
	};
	size_t at = 77, length = 77;
	enum groei_text_place place = GROEI_START_OF_WORD;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		if (!groei_text_find(rows[i].text, rows[i].word, strlen(rows[i].word), &at, &length,
		                     &place))
			fail_msg("“%s” is not found in “%s”", rows[i].word, rows[i].text);
		assert_int_equal(length, strlen(rows[i].found));
		assert_memory_equal(rows[i].text + at, rows[i].found, length);
		assert_int_equal(place, rows[i].place);
	}
	at = length = 77;
	assert_false(groei_text_find("doel", "doelen", 6, &at, &length, &place));
	assert_false(groei_text_find("", "x", 1, &at, &length, &place));
	assert_true(at == 77 && length == 77);
}

static void near_words_are_near(void **state)
{
	char longer[1001];

	(void)state;
	assert_int_equal(groei_text_distance("amir", "amir"), 0);
	assert_int_equal(groei_text_distance("amir", "amri"), 1);
	assert_int_equal(groei_text_distance("amir", "mir"), 1);
	assert_int_equal(groei_text_distance("amir", "aamir"), 1);
	assert_int_equal(groei_text_distance("amir", "emir"), 1);
	assert_int_equal(groei_text_distance("\u00C9lise", "elise"), 0);
	assert_int_equal(groei_text_distance("kitten", "sitting"), 3);
	assert_int_equal(groei_text_distance("", "abc"), 3);
	memset(longer, 'a', 1000);
	longer[1000] = '\0';
	assert_true(groei_text_distance(longer, "a") > 100);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_are_plain_lower_case),
		cmocka_unit_test(broken_names_have_valid_keys),
		cmocka_unit_test(dutch_names_sort_as_in_a_phone_book),
		cmocka_unit_test(all_words_must_occur_in_any_order),
		cmocka_unit_test(a_word_is_found_where_it_stands),
		cmocka_unit_test(near_words_are_near),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
