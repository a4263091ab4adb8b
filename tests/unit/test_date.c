/* The calendar: four centuries day by day, time zones, instants and rhythms. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include <groei/date.h>

#include "base/date_rules.h"

static int32_t day_of(int year, int month, int day)
{
	int32_t found = GROEI_NO_DAY;

	assert_true(groei_day_make(year, month, day, &found));
	return found;
}

static const char *iso(int32_t day)
{
	static char text[GROEI_DATE_SIZE];

	return groei_day_iso(day, text);
}

/* Counts through the calendar by hand, leap years by the rule in words. */
static void four_centuries_go_there_and_back(void **state)
{
	static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	int64_t expected = date_from_civil(1850, 1, 1);
	int weekday = 2; /* 1 January 1850 was a Tuesday */

	(void)state;
	assert_int_equal(date_from_civil(1970, 1, 1), 0);
	for (int year = 1850; year <= 2250; year++) {
		int leap = year % 400 == 0 ? 1 : year % 100 == 0 ? 0 : year % 4 == 0;

		for (int month = 1; month <= 12; month++) {
			int length = lengths[month - 1] + (month == 2 ? leap : 0);

			assert_int_equal(date_month_days(year, month), length);
			for (int day = 1; day <= length; day++) {
				struct groei_civil civil = groei_day_civil((int32_t)expected);

				assert_int_equal(date_from_civil(year, month, day), expected);
				assert_int_equal(civil.year, year);
				assert_int_equal(civil.month, month);
				assert_int_equal(civil.day, day);
				assert_int_equal(civil.weekday, weekday);
				assert_in_range(civil.week, 1, 53);
				weekday = weekday % 7 + 1;
				expected++;
			}
		}
	}
	assert_int_equal(expected - date_from_civil(1850, 1, 1), 146097 + 365);
}

static void weeks_are_those_of_iso_8601(void **state)
{
	static const struct {
		int year, month, day, week_year, week;
	} cases[] = {
		{2026, 1, 1, 2026, 1},   {2027, 1, 1, 2026, 53}, {2027, 1, 3, 2026, 53},
		{2027, 1, 4, 2027, 1},   {2024, 12, 30, 2025, 1}, {2005, 1, 1, 2004, 53},
		{2005, 1, 2, 2004, 53},  {2008, 12, 29, 2009, 1}, {2010, 1, 3, 2009, 53},
		{2026, 12, 1, 2026, 49}, {2000, 2, 29, 2000, 9},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct groei_civil civil =
			groei_day_civil(day_of(cases[i].year, cases[i].month, cases[i].day));

		assert_int_equal(civil.week_year, cases[i].week_year);
		assert_int_equal(civil.week, cases[i].week);
	}
}

static void impossible_dates_are_refused(void **state)
{
	static const int cases[][3] = {
		{2026, 2, 29}, {1900, 2, 29}, {2100, 2, 29}, {2026, 4, 31}, {2026, 0, 1},
		{2026, 13, 1}, {2026, 1, 0},  {2026, 1, 32}, {1899, 12, 31}, {2201, 1, 1},
		{-2026, 1, 1}, {2026, -1, 1},
	};
	int32_t day = 7;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_false(groei_day_make(cases[i][0], cases[i][1], cases[i][2], &day));
	assert_int_equal(day, 7);
	assert_int_equal(day_of(1900, 1, 1), GROEI_DAY_MIN);
	assert_int_equal(day_of(2200, 12, 31), GROEI_DAY_MAX);
	assert_string_equal(iso(day_of(2000, 2, 29)), "2000-02-29");
	assert_string_equal(iso(GROEI_NO_DAY), "");
}

static void months_are_added_within_the_month(void **state)
{
	int32_t start = day_of(2026, 1, 31);

	(void)state;
	assert_string_equal(iso(groei_day_add_months(start, 1)), "2026-02-28");
	assert_string_equal(iso(groei_day_add_months(start, 2)), "2026-03-31");
	assert_string_equal(iso(groei_day_add_months(start, -1)), "2025-12-31");
	assert_string_equal(iso(groei_day_add_months(start, -11)), "2025-02-28");
	assert_string_equal(iso(groei_day_add_months(start, 25)), "2028-02-29");
	assert_string_equal(iso(groei_day_add_months(start, 0)), "2026-01-31");
	assert_int_equal(groei_day_add_months(start, 12 * 200), GROEI_NO_DAY);
	assert_int_equal(groei_day_add_months(start, INT32_MAX), GROEI_NO_DAY);
	assert_int_equal(groei_day_add_months(GROEI_NO_DAY, 1), GROEI_NO_DAY);
}

static void a_cadence_comes_back_to_its_day(void **state)
{
	static const struct {
		const char *first, *cadence;
		const char *next[5];
	} cases[] = {
		{"2026-01-31", "1m",
		 {"2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30"}},
		{"2028-01-31", "1m",
		 {"2028-02-29", "2028-03-31", "2028-04-30", "2028-05-31", "2028-06-30"}},
		{"2024-02-29", "12m",
		 {"2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29", "2029-02-28"}},
		{"2026-11-30", "3m",
		 {"2027-02-28", "2027-05-30", "2027-08-30", "2027-11-30", "2028-02-29"}},
		{"2026-12-24", "2w",
		 {"2027-01-07", "2027-01-21", "2027-02-04", "2027-02-18", "2027-03-04"}},
		{"2027-12-31", "10d",
		 {"2028-01-10", "2028-01-20", "2028-01-30", "2028-02-09", "2028-02-19"}},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		int32_t first;

		assert_true(groei_day_parse(cases[i].first, 0, &first, NULL));
		assert_int_equal(groei_cadence_day(first, cases[i].cadence, 0), first);
		for (int n = 1; n <= 5; n++)
			assert_string_equal(iso(groei_cadence_day(first, cases[i].cadence, n)),
			                    cases[i].next[n - 1]);
	}
}

/* Four centuries do not fit between 1900 and 2200; three do. */
static void a_monthly_cadence_never_skips_a_month(void **state)
{
	int32_t first = day_of(1900, 1, 31), last = first;

	(void)state;
	for (int n = 1; n < 301 * 12; n++) {
		int32_t day = groei_cadence_day(first, "1m", n);
		struct groei_civil civil = groei_day_civil(day);

		assert_int_equal(civil.year * 12 + civil.month - 1, 1900 * 12 + n);
		assert_int_equal(civil.day, date_month_days(civil.year, civil.month));
		assert_in_range(day - last, 28, 31);
		last = day;
	}
	assert_int_equal(groei_cadence_day(first, "1m", 301 * 12), GROEI_NO_DAY);
}

static void cadences_are_read_in_both_languages(void **state)
{
	static const struct {
		const char *text, *cadence;
	} cases[] = {
		{"2w", "2w"},           {"10D", "10d"},          {" 14 days ", "14d"},
		{"2 weken", "2w"},      {"every month", "1m"},   {"elke maand", "1m"},
		{"every 2 weeks", "2w"}, {"om de 2 weken", "2w"}, {"om de week", "2w"},
		{"every other week", "2w"}, {"weekly", "1w"},    {"Wekelijks", "1w"},
		{"per kwartaal", "3m"}, {"every quarter", "3m"}, {"every year", "12m"},
		{"elke drie maanden", "3m"}, {"999d", "999d"},   {"104w", "104w"},
		{"60m", "60m"},         {"5 jaar", "60m"},
	};
	static const char *const refused[] = {
		"", " ", "0d", "1000d", "105w", "61m", "6 years", "week", "2", "-2w", "2x", "every",
		"every fri", "2w 3d", "one day every week of every other month of the whole year",
		"2w\x1B[",
	};
	char cadence[8] = "kept";

	(void)state;
	for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++)
		assert_false(groei_cadence_parse(refused[i], cadence));
	assert_string_equal(cadence, "kept");
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		assert_true(groei_cadence_parse(cases[i].text, cadence));
		assert_string_equal(cadence, cases[i].cadence);
	}
}

static void malformed_cadences_have_no_days(void **state)
{
	static const char *const malformed[] = {"", "w", "0w", "2", "2ww", "12345d", "2W", NULL};
	struct groei_arena *arena = groei_arena_open();

	(void)state;
	for (size_t i = 0; i < sizeof malformed / sizeof malformed[0]; i++) {
		assert_int_equal(groei_cadence_day(100, malformed[i], 1), GROEI_NO_DAY);
		assert_string_equal(groei_cadence_text(arena, malformed[i]), "");
	}
	assert_int_equal(groei_cadence_day(100, "1d", -1), GROEI_NO_DAY);
	assert_int_equal(groei_cadence_day(100, "999d", INT32_MAX), GROEI_NO_DAY);
	assert_int_equal(groei_cadence_day(GROEI_NO_DAY, "1d", 1), GROEI_NO_DAY);
	assert_string_equal(groei_cadence_text(arena, "1m"), "every month");
	assert_string_equal(groei_cadence_text(arena, "2w"), "every 2 weeks");
	assert_string_equal(groei_cadence_text(arena, "10d"), "every 10 days");
	groei_arena_close(arena);
}

static void instants_are_written_and_read(void **state)
{
	static const struct {
		const char *text, *same;
	} cases[] = {
		{"1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z"},
		{"2026-12-01T09:30:00Z", "2026-12-01T09:30:00Z"},
		{"2026-12-01T09:30:00.987654321Z", "2026-12-01T09:30:00Z"},
		{"2026-12-01t09:30:00+01:00", "2026-12-01T08:30:00Z"},
		{"2026-12-31 23:30:00-01:30", "2027-01-01T01:00:00Z"},
		{"1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59Z"},
		{"1900-01-01T00:00:00Z", "1900-01-01T00:00:00Z"},
	};
	static const char *const refused[] = {
		"", "2026-12-01", "2026-12-01T09:30Z", "2026-12-01T24:00:00Z",
		"2026-02-30T00:00:00Z",
		"2026-12-01T09:60:00Z", "2026-12-01T09:30:60Z", "2026-12-01T09:30:00",
		"2026-12-01T09:30:00.Z", "2026-12-01T09:30:00Zx", "2026-12-01T09:30:00+1:00",
		"2026-12-01T09:30:00+24:00", "1899-12-31T23:59:59Z",
	};
	char text[GROEI_DATE_SIZE];
	int64_t instant = 5;

	(void)state;
	for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++)
		assert_false(groei_instant_parse(refused[i], &instant));
	assert_int_equal(instant, 5);
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		assert_true(groei_instant_parse(cases[i].text, &instant));
		assert_string_equal(groei_instant_iso(instant, text), cases[i].same);
	}
	assert_true(groei_instant_parse("1970-01-01T00:00:00.25Z", &instant));
	assert_int_equal(instant, 250000);
	assert_string_equal(groei_instant_iso(GROEI_NO_INSTANT, text), "");
	groei_instant_iso(INT64_MAX, text);
	assert_in_range(strlen(text), 20, GROEI_DATE_SIZE - 1);
	assert_true(groei_instant_parse("2020-01-01T00:00:00Z", &instant));
	assert_true(groei_instant_now() > instant);
}

/* Zones are given by rule, so that the test needs no zone files. */
static void the_day_of_an_instant_is_the_local_one(void **state)
{
	static const struct {
		const char *zone, *instant, *day;
	} cases[] = {
		{"UTC0", "2026-12-01T23:59:59Z", "2026-12-01"},
		{"UTC0", "1969-12-31T23:59:59.9Z", "1969-12-31"},
		{"CET-1CEST,M3.5.0,M10.5.0/3", "2026-11-30T22:59:59Z", "2026-11-30"},
		{"CET-1CEST,M3.5.0,M10.5.0/3", "2026-11-30T23:00:00Z", "2026-12-01"},
		{"CET-1CEST,M3.5.0,M10.5.0/3", "2026-06-30T22:00:00Z", "2026-07-01"},
		{"CET-1CEST,M3.5.0,M10.5.0/3", "2026-03-29T01:00:00Z", "2026-03-29"},
		{"EST5EDT,M3.2.0,M11.1.0", "2027-01-01T04:59:59Z", "2026-12-31"},
		{"EST5EDT,M3.2.0,M11.1.0", "2027-01-01T05:00:00Z", "2027-01-01"},
		{"IST-5:30", "2028-02-28T18:30:00Z", "2028-02-29"},
		{"LINT-14", "2026-12-31T10:00:00Z", "2027-01-01"},
		{"AoE12", "2027-01-01T11:59:59Z", "2026-12-31"},
	};
	char *before = getenv("TZ") ? strdup(getenv("TZ")) : NULL;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		int64_t instant;

		setenv("TZ", cases[i].zone, 1);
		tzset();
		assert_true(groei_instant_parse(cases[i].instant, &instant));
		assert_string_equal(iso(groei_instant_day(instant)), cases[i].day);
	}
	assert_int_equal(groei_instant_day(GROEI_NO_INSTANT), GROEI_NO_DAY);
	assert_int_equal(groei_instant_day(INT64_MAX), GROEI_NO_DAY);
	if (before)
		setenv("TZ", before, 1);
	else
		unsetenv("TZ");
	tzset();
	free(before);
}

static void languages_have_codes(void **state)
{
	enum groei_language language = GROEI_ENGLISH;

	(void)state;
	assert_true(groei_language_parse("nl_BE.UTF-8", &language));
	assert_string_equal(groei_language_code(language), "nl");
	assert_true(groei_language_parse("en", &language));
	assert_string_equal(groei_language_code(language), "en");
	assert_true(groei_language_parse("NL", &language));
	assert_int_equal(language, GROEI_DUTCH);
	assert_false(groei_language_parse("nld", &language));
	assert_false(groei_language_parse("C", &language));
	assert_false(groei_language_parse("", &language));
	assert_false(groei_language_parse(NULL, &language));
	assert_int_equal(language, GROEI_DUTCH);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(four_centuries_go_there_and_back),
		cmocka_unit_test(weeks_are_those_of_iso_8601),
		cmocka_unit_test(impossible_dates_are_refused),
		cmocka_unit_test(months_are_added_within_the_month),
		cmocka_unit_test(a_cadence_comes_back_to_its_day),
		cmocka_unit_test(a_monthly_cadence_never_skips_a_month),
		cmocka_unit_test(cadences_are_read_in_both_languages),
		cmocka_unit_test(malformed_cadences_have_no_days),
		cmocka_unit_test(instants_are_written_and_read),
		cmocka_unit_test(the_day_of_an_instant_is_the_local_one),
		cmocka_unit_test(languages_have_codes),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
