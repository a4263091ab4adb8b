/* libFuzzer target: any words are a day, a cadence or neither; what is one says the same when it is
 * written down and read again. */
#include <limits.h>
#include <string.h>

#include <groei/arena.h>
#include <groei/date.h>

#include "fuzz.h"

enum { TODAY = 20514 }; /* Monday 2 March 2026 */

static void look_at_day(int32_t day)
{
	char text[GROEI_DATE_SIZE];
	struct groei_civil civil = groei_day_civil(day);
	int32_t again = GROEI_NO_DAY;

	require(day >= GROEI_DAY_MIN && day <= GROEI_DAY_MAX);
	require(groei_day_make(civil.year, civil.month, civil.day, &again) && again == day);
	require(groei_day_parse(groei_day_iso(day, text), TODAY, &again, NULL) && again == day);
	require(*groei_day_text(day, TODAY, text) != '\0');
	require(*groei_day_distance(day, TODAY, text) != '\0');
}

static void look_at_cadence(struct groei_arena *arena, const char *cadence, int n)
{
	char again[8];
	int32_t first = groei_cadence_day(TODAY, cadence, n);
	int32_t second = groei_cadence_day(TODAY, cadence, n + 1);

	require(groei_cadence_parse(cadence, again) && strcmp(cadence, again) == 0);
	require(first == GROEI_NO_DAY || (first >= TODAY && first <= GROEI_DAY_MAX));
	require(second == GROEI_NO_DAY || (first != GROEI_NO_DAY && second > first));
	require(*groei_cadence_text(arena, cadence) != '\0');
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct groei_arena *arena = groei_arena_open();
	const char *text = groei_arena_copy(arena, (const char *)data, size);
	const char *why = NULL;
	char cadence[8] = "";
	int32_t day = GROEI_NO_DAY;
	int64_t instant = GROEI_NO_INSTANT;
	size_t length = SIZE_MAX;

	if (groei_day_parse(text, TODAY, &day, &why))
		look_at_day(day);
	else
		require(day == GROEI_NO_DAY && why != NULL && *why != '\0');
	day = GROEI_NO_DAY;
	if (groei_day_find(text, TODAY, &day, &length)) {
		look_at_day(day);
		require(length <= strlen(text));
		require(length == 0 || !strchr(" \t", text[length - 1]));
	} else {
		require(day == GROEI_NO_DAY && length == SIZE_MAX);
	}
	if (groei_cadence_parse(text, cadence))
		look_at_cadence(arena, cadence, size > 0 ? data[size - 1] : 0);
	else
		require(*cadence == '\0');
	if (groei_instant_parse(text, &instant)) {
		char iso[GROEI_DATE_SIZE];
		int64_t again = GROEI_NO_INSTANT;

		require(groei_instant_parse(groei_instant_iso(instant, iso), &again));
		require(again == instant - ((instant % 1000000) + 1000000) % 1000000);
	} else {
		require(instant == GROEI_NO_INSTANT);
	}
	groei_arena_close(arena);
	return 0;
}
