/* Days, instants and cadences. Own civil calendar (proleptic Gregorian): no library is trusted.
 *
 * A day is an int32_t: days since 1970-01-01. An instant is an int64_t: UTC microseconds since then. */
#ifndef GROEI_DATE_H
#define GROEI_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <groei/api.h>
#include <groei/arena.h>

#define GROEI_NO_DAY INT32_MIN      /* absent day, and absent number in general */
#define GROEI_NO_INSTANT INT64_MIN  /* absent instant */
#define GROEI_DAY_MIN (-25567)      /* 1900-01-01 */
#define GROEI_DAY_MAX 84370         /* 2200-12-31 */

enum groei_language { GROEI_ENGLISH, GROEI_DUTCH, GROEI_LANGUAGES };

/* "en", "nl". groei_language_parse takes such a code or a locale name ("nl_BE.UTF-8"); false when
 * it is neither Dutch nor English. */
GROEI_API const char *groei_language_code(enum groei_language language);
GROEI_API bool groei_language_parse(const char *text, enum groei_language *language_out);

struct groei_civil {
	int year;
	int month;   /* 1–12 */
	int day;     /* 1–31 */
	int weekday; /* 1 = Monday … 7 = Sunday (ISO 8601) */
	int week;    /* ISO week 1–53 */
	int week_year;
};

/* The civil date of a day. */
GROEI_API struct groei_civil groei_day_civil(int32_t day);
/* False, and *day_out untouched, for a date that does not exist or lies outside 1900–2200. */
GROEI_API bool groei_day_make(int year, int month, int day, int32_t *day_out);
/* n months later (or earlier), clamped to the last day of the month: 31 January + 1 = 28 February,
 * 31 January + 2 = 31 March. GROEI_NO_DAY when that is outside 1900–2200. */
GROEI_API int32_t groei_day_add_months(int32_t day, int months);

/* Reads a day as people write it, in Dutch and English alike: 2026-12-01, today, tomorrow, fri, next mon,
 * next week, +3d, in 2w, 1 dec, 1 december 2027, vandaag, morgen, overmorgen, vr, volgende week, over 2 weken …
 * A weekday name is the next such day after today; day and month without a year the next such
 * date from today on. Leading and trailing blanks are ignored. Returns false for what is not a day
 * or is ambiguous (3/4, 12-11-2026); then *why_out (may be NULL) is a translated reason with an
 * example, static text. */
GROEI_API bool groei_day_parse(const char *text, int32_t today, int32_t *day_out,
                               const char **why_out);

/* Finds a day phrase at the end of a line: "… by fri", "… voor vrijdag", "… uiterlijk 1 dec",
 * "… tegen morgen", "… on/before/op DATE". True with *day_out and *length_out = bytes of the text
 * that stand before the phrase, trimmed. */
GROEI_API bool groei_day_find(const char *text, int32_t today, int32_t *day_out, size_t *length_out);

#define GROEI_DATE_SIZE 48

/* "2026-12-01"; "" for an absent day. */
GROEI_API const char *groei_day_iso(int32_t day, char text_out[GROEI_DATE_SIZE]);
/* For people, in the current message language: "Tue 1 Dec" / "di 1 dec", with the year when it is
 * not that of today. */
GROEI_API const char *groei_day_text(int32_t day, int32_t today, char text_out[GROEI_DATE_SIZE]);
/* Distance for people: "today", "tomorrow", "in 3 days", "2 weeks ago" (translated). */
GROEI_API const char *groei_day_distance(int32_t day, int32_t today,
                                         char text_out[GROEI_DATE_SIZE]);

/* The instant now; RFC 3339 in UTC with seconds ("2026-12-01T09:30:00Z"); the day of an instant in
 * the local time zone. */
GROEI_API int64_t groei_instant_now(void);
GROEI_API const char *groei_instant_iso(int64_t instant, char text_out[GROEI_DATE_SIZE]);
GROEI_API bool groei_instant_parse(const char *text, int64_t *instant_out);
GROEI_API int32_t groei_instant_day(int64_t instant);

/* A cadence as text: "10d", "2w", "1m" (1–999 days, 1–104 weeks, 1–60 months); also "2 weken",
 * "14 days", "every month" and the like. groei_cadence_parse writes the short form. */
GROEI_API bool groei_cadence_parse(const char *text, char cadence_out[8]);
/* The n-th date (n ≥ 0) of a cadence counted from `day`; absent for a malformed cadence. */
GROEI_API int32_t groei_cadence_day(int32_t day, const char *cadence, int n);
/* "every 2 weeks", translated, in the arena. */
GROEI_API const char *groei_cadence_text(struct groei_arena *arena, const char *cadence);

#endif
