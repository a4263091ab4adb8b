/* Days as people write them, and as they are written for people. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <groei/date.h>

static int32_t today; /* Wednesday 25 November 2026 */

static int set_today(void **state)
{
	(void)state;
	return groei_day_make(2026, 11, 25, &today) ? 0 : -1;
}

static const char *iso(int32_t day)
{
	static char text[GROEI_DATE_SIZE];

	return groei_day_iso(day, text);
}

static void days_are_read_in_both_languages(void **state)
{
	static const struct {
		const char *text, *day;
	} cases[] = {
		{"2026-12-01", "2026-12-01"},      {"2026/12/1", "2026-12-01"},
		{"13-12-2026", "2026-12-13"},      {"12/13/2026", "2026-12-13"},
		{"12-12-2026", "2026-12-12"},      {"29.2.2028", "2028-02-29"},
		{"today", "2026-11-25"},           {" Tomorrow\t", "2026-11-26"},
		{"vandaag", "2026-11-25"},         {"MORGEN", "2026-11-26"},
		{"overmorgen", "2026-11-27"},      {"day after tomorrow", "2026-11-27"},
		{"yesterday", "2026-11-24"},       {"eergisteren", "2026-11-23"},
		{"fri", "2026-11-27"},             {"friday", "2026-11-27"},
		{"vr", "2026-11-27"},              {"Vrijdag", "2026-11-27"},
		{"za", "2026-11-28"},              {"zat", "2026-11-28"},
		{"do", "2026-11-26"},              {"di", "2026-12-01"},
		{"wed", "2026-12-02"},             {"wo", "2026-12-02"},
		{"next mon", "2026-11-30"},        {"next fri", "2026-12-04"},
		{"volgende vrijdag", "2026-12-04"}, {"next sun", "2026-12-06"},
		{"last fri", "2026-11-20"},        {"vorige ma", "2026-11-16"},
		{"this fri", "2026-11-27"},        {"komende vrijdag", "2026-11-27"},
		{"next week", "2026-12-02"},       {"volgende week", "2026-12-02"},
		{"next month", "2026-12-25"},      {"volgend jaar", "2027-11-25"},
		{"+3d", "2026-11-28"},             {"+ 3 d", "2026-11-28"},
		{"-3d", "2026-11-22"},             {"in 2w", "2026-12-09"},
		{"in two weeks", "2026-12-09"},    {"2 weeks", "2026-12-09"},
		{"over 3 dagen", "2026-11-28"},    {"over \u00E9\u00E9n maand", "2026-12-25"},
		{"3 days ago", "2026-11-22"},      {"2 weken geleden", "2026-11-11"},
		{"1 dec", "2026-12-01"},           {"1dec", "2026-12-01"},
		{"dec 1", "2026-12-01"},           {"1 dec.", "2026-12-01"},
		{"1st of December", "2026-12-01"}, {"1-dec-2027", "2027-12-01"},
		{"1 december 2027", "2027-12-01"}, {"December 1, 2027", "2027-12-01"},
		{"15 mrt", "2027-03-15"},          {"3 mei", "2027-05-03"},
		{"31 okt", "2027-10-31"},          {"de 2de januari", "2027-01-02"},
		{"25 nov", "2026-11-25"},          {"24 nov", "2027-11-24"},
		{"29 feb", "2028-02-29"},          {"29 februari 2028", "2028-02-29"},
		{"end of month", "2026-11-30"},    {"eind van de maand", "2026-11-30"},
		{"end of next month", "2026-12-31"}, {"einde van het jaar", "2026-12-31"},
		{"Tue 1 Dec", "2026-12-01"},       {"di 1 dec", "2026-12-01"},
		{"wo 25 nov 2026", "2026-11-25"},  {"fri 2026-12-04", "2026-12-04"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		int32_t day = GROEI_NO_DAY;
		const char *why = "";

		if (!groei_day_parse(cases[i].text, today, &day, &why))
			fail_msg("\"%s\" was refused: %s", cases[i].text, why);
		if (strcmp(iso(day), cases[i].day) != 0)
			fail_msg("\"%s\" was read as %s", cases[i].text, iso(day));
	}
}

static void what_is_no_day_is_refused_with_a_reason(void **state)
{
	static const struct {
		const char *text, *why;
	} cases[] = {
		{"", "not a date"},             {"   ", "not a date"},
		{"foo", "not a date"},          {"december", "not a date"},
		{"2026", "not a date"},         {"2026-12", "not a date"},
		{"2026-12-", "not a date"},     {"2026-12/01", "not a date"},
		{"2026-12-01 x", "not a date"}, {"20261201", "not a date"},
		{"next", "not a date"},         {"in 2", "not a date"},
		{"12 dec 27", "not a date"},
		{"a very long day that never ends and goes on and on and on and on and on and on "
		 "and on and on and on and on and on", "not a date"},
		{"\xFF\xFE", "not a date"},     {"1 2 3 4 5 6 7 8 9 10 11 12", "not a date"},
		{"3/4", "which is the day"},    {"3-4-2026", "which is the day"},
		{"12.11.2026", "which is the day"}, {"13-4", "which is the day"},
		{"31-04-2026", "no such day"},  {"29/2/2027", "no such day"},
		{"13-13-2026", "no such day"},  {"13-4-26", "which is the day"},
		{"2026-02-29", "no such day"},  {"2026-13-01", "no such day"},
		{"30 feb", "no such day"},      {"29 feb 2027", "no such day"},
		{"0 dec", "no such day"},       {"31 nov", "no such day"},
		{"1899-12-31", "1900"},         {"2201-01-01", "1900"},
		{"+99999d", "1900"},            {"in 99999 years", "1900"},
		{"wo 1 dec", "another weekday"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		int32_t day = 123;
		const char *why = "none";

		if (groei_day_parse(cases[i].text, today, &day, &why))
			fail_msg("\"%s\" was read as %s", cases[i].text, iso(day));
		assert_int_equal(day, 123);
		if (!strstr(why, cases[i].why))
			fail_msg("\"%s\": %s", cases[i].text, why);
		assert_false(groei_day_parse(cases[i].text, today, &day, NULL));
	}
}

static void a_weekday_is_always_one_to_seven_days_ahead(void **state)
{
	static const char *const names[][2] = {
		{"mon", "ma"}, {"tue", "di"}, {"wed", "wo"}, {"thu", "do"},
		{"fri", "vr"}, {"sat", "za"}, {"sun", "zo"},
	};

	(void)state;
	for (int32_t from = today; from < today + 7; from++) {
		for (int i = 0; i < 7; i++) {
			int32_t english, dutch;

			assert_true(groei_day_parse(names[i][0], from, &english, NULL));
			assert_true(groei_day_parse(names[i][1], from, &dutch, NULL));
			assert_int_equal(english, dutch);
			assert_in_range(english - from, 1, 7);
			assert_int_equal(groei_day_civil(english).weekday, i + 1);
		}
	}
}

static void the_day_at_the_end_of_a_line_is_found(void **state)
{
	static const struct {
		const char *text, *before, *day;
	} cases[] = {
		{"ask Noor by fri", "ask Noor", "2026-11-27"},
		{"ask Noor BY Friday.", "ask Noor", "2026-11-27"},
		{"book the SQL course, by next fri!", "book the SQL course", "2026-12-04"},
		{"cursus boeken voor vrijdag", "cursus boeken", "2026-11-27"},
		{"rapport uiterlijk 1 dec", "rapport", "2026-12-01"},
		{"rapport uiterlijk op vrijdag  ", "rapport", "2026-11-27"},
		{"mail tegen morgen", "mail", "2026-11-26"},
		{"starten per 1 januari 2027", "starten", "2027-01-01"},
		{"bellen op za", "bellen", "2026-11-28"},
		{"send it before dec 1", "send it", "2026-12-01"},
		{"talk on 2026-12-01", "talk", "2026-12-01"},
		{"done by fri, 4 dec", "done", "2026-12-04"},
		{"plan by the end of the month", "plan", "2026-11-30"},
		{"klaar voor eind van de maand", "klaar", "2026-11-30"},
		{"sit by the door by fri", "sit by the door", "2026-11-27"},
		{"ship 2026-12-01", "ship", "2026-12-01"},
		{"try again in 2w", "try again", "2026-12-09"},
		{"bel over 3 dagen", "bel", "2026-11-28"},
		{"call +3d", "call", "2026-11-28"},
		{"by fri", "", "2026-11-27"},
		{"caf\u00E9 \U0001F600 op vr", "caf\u00E9 \U0001F600", "2026-11-27"},
	};
	static const char *const none[] = {
		"", "   ", "stand by me", "by", "ask Don", "stand by Don", "morgen", "goede morgen",
		"by fri we meet", "op vakantie voor 2 weken", "spread it over 2 weeks",
		"version 2026",
		"room 12-11-2026", "meet on 3/4", "by 30 feb", "chapter 3", "standby fri",
		"...", "a\xFF by \xFE", "on may", "een dag op het do-doel",
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		int32_t day = GROEI_NO_DAY;
		size_t length = 99;

		if (!groei_day_find(cases[i].text, today, &day, &length))
			fail_msg("nothing found in \"%s\"", cases[i].text);
		assert_string_equal(iso(day), cases[i].day);
		assert_int_equal(length, strlen(cases[i].before));
		assert_memory_equal(cases[i].text, cases[i].before, length);
	}
	for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) {
		int32_t day = 123;
		size_t length = 99;

		if (groei_day_find(none[i], today, &day, &length))
			fail_msg("%s found in \"%s\"", iso(day), none[i]);
		assert_int_equal(day, 123);
		assert_int_equal(length, 99);
	}
}

static void a_huge_line_is_searched_at_its_end_only(void **state)
{
	const size_t size = 10 << 20;
	char *text = malloc(size + 16);
	int32_t day;
	size_t length;

	(void)state;
	memset(text, 'x', size);
	strcpy(text + size, " by fri");
	assert_true(groei_day_find(text, today, &day, &length));
	assert_int_equal(length, size);
	memset(text, ' ', size);
	assert_true(groei_day_find(text, today, &day, &length));
	assert_int_equal(length, 0);
	free(text);
}

static void what_is_written_can_be_read_back(void **state)
{
	char text[GROEI_DATE_SIZE];

	(void)state;
	for (int32_t day = today; day < today + 800; day++) {
		int32_t again = GROEI_NO_DAY;

		assert_true(groei_day_parse(groei_day_text(day, today, text), today, &again, NULL));
		assert_int_equal(again, day);
		assert_true(groei_day_parse(groei_day_iso(day, text), today, &again, NULL));
		assert_int_equal(again, day);
	}
}

static void days_are_written_for_people(void **state)
{
	static const struct {
		int distance;
		const char *text, *distance_text;
	} cases[] = {
		{0, "Wed 25 Nov", "today"},           {1, "Thu 26 Nov", "tomorrow"},
		{-1, "Tue 24 Nov", "yesterday"},      {3, "Sat 28 Nov", "in 3 days"},
		{6, "Tue 1 Dec", "in 6 days"},        {-13, "Thu 12 Nov", "13 days ago"},
		{14, "Wed 9 Dec", "in 2 weeks"},      {-20, "Thu 5 Nov", "3 weeks ago"},
		{61, "Mon 25 Jan 2027", "in 2 months"}, {-365, "Tue 25 Nov 2025", "12 months ago"},
		{731, "Sat 25 Nov 2028", "in 2 years"}, {-3652, "Fri 25 Nov 2016", "10 years ago"},
	};
	char text[GROEI_DATE_SIZE];

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		int32_t day = today + cases[i].distance;

		assert_string_equal(groei_day_text(day, today, text), cases[i].text);
		assert_string_equal(groei_day_distance(day, today, text), cases[i].distance_text);
	}
	assert_string_equal(groei_day_text(GROEI_NO_DAY, today, text), "");
	assert_string_equal(groei_day_distance(GROEI_NO_DAY, today, text), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_are_read_in_both_languages),
		cmocka_unit_test(what_is_no_day_is_refused_with_a_reason),
		cmocka_unit_test(a_weekday_is_always_one_to_seven_days_ahead),
		cmocka_unit_test(the_day_at_the_end_of_a_line_is_found),
		cmocka_unit_test(a_huge_line_is_searched_at_its_end_only),
		cmocka_unit_test(what_is_written_can_be_read_back),
		cmocka_unit_test(days_are_written_for_people),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, set_today, NULL);
}
