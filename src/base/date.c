/* The calendar: days, civil dates and instants, computed here and trusted to no library; only the
 * local time zone is asked of the system. Must not know how dates are written by people. */
#include <groei/date.h>

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/date_rules.h"

#define SECOND INT64_C(1000000)

const char *groei_language_code(enum groei_language language)
{
	return language == GROEI_DUTCH ? "nl" : "en";
}

bool groei_language_parse(const char *text, enum groei_language *language_out)
{
	for (int i = 0; i < GROEI_LANGUAGES; i++) {
		const char *code = groei_language_code((enum groei_language)i);

		if (text && (text[0] | 0x20) == code[0] && (text[1] | 0x20) == code[1] &&
		    (text[2] == '\0' || strchr("_-.@", text[2]))) {
			*language_out = (enum groei_language)i;
			return true;
		}
	}
	return false;
}

static int64_t floor_divide(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

/* Years are counted from 1 March, so that the leap day is the last of its year:
 *
 *   era = 400 years = 146097 days; 719468 days lie between 0000-03-01 and 1970-01-01. */
int64_t date_from_civil(int64_t year, int month, int day)
{
	int64_t march_year = year - (month <= 2);
	int64_t era = floor_divide(march_year, 400);
	int64_t of_era = march_year - era * 400;
	int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static bool is_leap(int64_t year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int date_month_days(int64_t year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	return days[month - 1] + (month == 2 && is_leap(year));
}

int date_weekday(int64_t day)
{
	return (int)(day + 3 - floor_divide(day + 3, 7) * 7) + 1;
}

int32_t date_checked(int64_t day)
{
	return day >= GROEI_DAY_MIN && day <= GROEI_DAY_MAX ? (int32_t)day : GROEI_NO_DAY;
}

struct groei_civil groei_day_civil(int32_t day)
{
	int64_t shifted = (int64_t)day + 719468;
	int64_t era = floor_divide(shifted, 146097);
	int64_t of_era = shifted - era * 146097;
	int64_t years = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int64_t of_year = of_era - (365 * years + years / 4 - years / 100);
	int64_t march_month = (5 * of_year + 2) / 153;
	struct groei_civil civil = {
		.month = (int)(march_month < 10 ? march_month + 3 : march_month - 9),
		.day = (int)(of_year - (153 * march_month + 2) / 5 + 1),
		.weekday = date_weekday(day),
	};
	int64_t year = years + era * 400 + (civil.month <= 2);
	/* The Thursday of a week decides which year the week belongs to. */
	int64_t thursday = (int64_t)day + 4 - civil.weekday;
	int64_t week_year = year;

	if (thursday < date_from_civil(year, 1, 1))
		week_year--;
	else if (thursday >= date_from_civil(year + 1, 1, 1))
		week_year++;
	civil.year = (int)year;
	civil.week_year = (int)week_year;
	civil.week = (int)((thursday - date_from_civil(week_year, 1, 1)) / 7) + 1;
	return civil;
}

bool groei_day_make(int year, int month, int day, int32_t *day_out)
{
	if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 ||
	    day > date_month_days(year, month))
		return false;
	*day_out = (int32_t)date_from_civil(year, month, day);
	return true;
}

int32_t groei_day_add_months(int32_t day, int months)
{
	struct groei_civil civil = groei_day_civil(day);
	int64_t count = (int64_t)civil.year * 12 + civil.month - 1 + months;
	int64_t year = floor_divide(count, 12);
	int month = (int)(count - year * 12) + 1;
	int last = date_month_days(year, month);

	if (day == GROEI_NO_DAY)
		return GROEI_NO_DAY;
	return date_checked(date_from_civil(year, month, civil.day < last ? civil.day : last));
}

const char *groei_day_iso(int32_t day, char text_out[GROEI_DATE_SIZE])
{
	struct groei_civil civil = groei_day_civil(day);

	if (day == GROEI_NO_DAY)
		text_out[0] = '\0';
	else
		snprintf(text_out, GROEI_DATE_SIZE, "%04d-%02d-%02d", civil.year, civil.month,
		         civil.day);
	return text_out;
}

int64_t groei_instant_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	return (int64_t)now.tv_sec * SECOND + now.tv_nsec / 1000;
}

const char *groei_instant_iso(int64_t instant, char text_out[GROEI_DATE_SIZE])
{
	int64_t seconds = floor_divide(instant, SECOND);
	int64_t day = floor_divide(seconds, 86400);
	int of_day = (int)(seconds - day * 86400);
	char date[GROEI_DATE_SIZE];

	if (instant == GROEI_NO_INSTANT) {
		text_out[0] = '\0';
		return text_out;
	}
	groei_day_iso((int32_t)day, date);
	snprintf(text_out, GROEI_DATE_SIZE, "%.24sT%02d:%02d:%02dZ", date, of_day / 3600,
	         of_day / 60 % 60, of_day % 60);
	return text_out;
}

/* Reads exactly `count` digits and moves on. */
static bool digits(const char **text, int count, int *value_out)
{
	int value = 0;

	for (int i = 0; i < count; i++) {
		if ((*text)[i] < '0' || (*text)[i] > '9')
			return false;
		value = value * 10 + ((*text)[i] - '0');
	}
	*text += count;
	*value_out = value;
	return true;
}

static bool sign(const char **text, const char *allowed)
{
	if (!**text || !strchr(allowed, **text))
		return false;
	(*text)++;
	return true;
}

/* "Z", "+01:00"; the offset in minutes. */
static bool zone(const char **text, int *minutes_out)
{
	int hours, minutes, direction = **text == '-' ? -1 : 1;

	if (sign(text, "Zz")) {
		*minutes_out = 0;
		return true;
	}
	if (!sign(text, "+-") || !digits(text, 2, &hours) || !sign(text, ":") ||
	    !digits(text, 2, &minutes) || hours > 23 || minutes > 59)
		return false;
	*minutes_out = direction * (hours * 60 + minutes);
	return true;
}

bool groei_instant_parse(const char *text, int64_t *instant_out)
{
	int year, month, day_of_month, hour, minute, second, offset;
	int64_t fraction = 0, unit = SECOND;
	int32_t day;

	if (!digits(&text, 4, &year) || !sign(&text, "-") || !digits(&text, 2, &month) ||
	    !sign(&text, "-") || !digits(&text, 2, &day_of_month) || !sign(&text, "Tt ") ||
	    !digits(&text, 2, &hour) || !sign(&text, ":") || !digits(&text, 2, &minute) ||
	    !sign(&text, ":") || !digits(&text, 2, &second))
		return false;
	if (sign(&text, ".")) {
		int digit;

		if (*text < '0' || *text > '9')
			return false;
		while (digits(&text, 1, &digit)) {
			unit /= 10;
			fraction += digit * unit;
		}
	}
	if (!zone(&text, &offset) || *text || hour > 23 || minute > 59 || second > 59 ||
	    !groei_day_make(year, month, day_of_month, &day))
		return false;
	*instant_out = (((int64_t)day * 24 + hour) * 60 + minute - offset) * 60 * SECOND +
	               second * SECOND + fraction;
	return true;
}

int32_t groei_instant_day(int64_t instant)
{
	time_t seconds = (time_t)floor_divide(instant, SECOND);
	struct tm local;

	if (instant == GROEI_NO_INSTANT || !localtime_r(&seconds, &local))
		return GROEI_NO_DAY;
	return date_checked(date_from_civil((int64_t)local.tm_year + 1900, local.tm_mon + 1,
	                                    local.tm_mday));
}
