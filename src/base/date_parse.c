/* Reading days as people write them, in Dutch and English alike whatever the language in use. What
 * can be meant in two ways is refused with an example. Must not read the clock.
 *
 *   day      = iso | [weekday] monthday | weekday | word | turn (weekday | unit) | distance | end
 *   monthday = number month [year] | month number [year]
 *   word     = today morgen yesterday …          turn = next volgende last vorige this komende
 *   distance = [+ - in over] number unit [ago]   end  = "end" ["this"|"next"] (month | year) */
#include <groei/date.h>

#include <string.h>

#include "base/date_rules.h"
#include "base/i18n.h"

enum reading { READ, NOT_A_DAY, TWO_WAYS, NO_SUCH_DAY, TOO_FAR, OTHER_WEEKDAY };

static const char *const reasons[] = {
	[READ] = "",
	[NOT_A_DAY] = N_("not a date, write for instance 2026-12-01, 1 dec, fri or +3d"),
	[TWO_WAYS] = N_("which is the day and which the month? write 2026-12-01 or 1 dec"),
	[NO_SUCH_DAY] = N_("there is no such day, write for instance 2026-12-01"),
	[TOO_FAR] = N_("a date lies between 1900-01-01 and 2200-12-31"),
	[OTHER_WEEKDAY] = N_("that date falls on another weekday, write for instance 2026-12-01"),
};

struct word_value {
	const char *word;
	int value;
};

/* Looks a word up in a list that ends with NULL. */
static bool look_up(const struct word_value *list, const char *word, int *value_out)
{
	for (; list->word; list++) {
		if (strcmp(list->word, word) == 0) {
			*value_out = list->value;
			return true;
		}
	}
	return false;
}

static bool weekday_of(const char *word, int *weekday_out)
{
	static const struct word_value list[] = {
		{"mon", 1}, {"monday", 1}, {"ma", 1}, {"maandag", 1},
		{"tue", 2}, {"tues", 2}, {"tuesday", 2}, {"di", 2},
		{"dinsdag", 2}, {"wed", 3}, {"weds", 3}, {"wednesday", 3},
		{"wo", 3}, {"woe", 3}, {"woensdag", 3}, {"thu", 4},
		{"thur", 4}, {"thurs", 4}, {"thursday", 4}, {"do", 4},
		{"donderdag", 4}, {"fri", 5}, {"friday", 5}, {"vr", 5},
		{"vrij", 5}, {"vrijdag", 5}, {"sat", 6}, {"saturday", 6},
		{"za", 6}, {"zat", 6}, {"zaterdag", 6}, {"sun", 7},
		{"sunday", 7}, {"zo", 7}, {"zon", 7}, {"zondag", 7},
		{NULL, 0},
	};

	return look_up(list, word, weekday_out);
}

static bool month_of(const char *word, int *month_out)
{
	static const struct word_value list[] = {
		{"jan", 1}, {"january", 1}, {"januari", 1}, {"feb", 2},
		{"february", 2}, {"februari", 2}, {"mar", 3}, {"march", 3},
		{"mrt", 3}, {"maa", 3}, {"maart", 3}, {"apr", 4},
		{"april", 4}, {"may", 5}, {"mei", 5}, {"jun", 6},
		{"june", 6}, {"juni", 6}, {"jul", 7}, {"july", 7},
		{"juli", 7}, {"aug", 8}, {"august", 8}, {"augustus", 8},
		{"sep", 9}, {"sept", 9}, {"september", 9}, {"oct", 10},
		{"okt", 10}, {"october", 10}, {"oktober", 10}, {"nov", 11},
		{"november", 11}, {"dec", 12}, {"december", 12}, {NULL, 0},
	};

	return look_up(list, word, month_out);
}

/* 0 for "this", 1 for "next", -1 for "last". */
static bool turn_of(const char *word, int *turn_out)
{
	static const struct word_value list[] = {
		{"next", 1}, {"volgende", 1}, {"volgend", 1}, {"last", -1},
		{"previous", -1}, {"vorige", -1}, {"vorig", -1}, {"afgelopen", -1},
		{"this", 0}, {"coming", 0}, {"deze", 0}, {"dit", 0},
		{"komende", 0}, {"komend", 0}, {"aanstaande", 0}, {NULL, 0},
	};

	return look_up(list, word, turn_out);
}

static enum reading checked(int64_t day, int32_t *day_out)
{
	int32_t fine = date_checked(day);

	if (fine == GROEI_NO_DAY)
		return TOO_FAR;
	*day_out = fine;
	return READ;
}

static enum reading civil(int year, int month, int day, int32_t *day_out)
{
	if (year < 1900 || year > 2200)
		return TOO_FAR;
	return groei_day_make(year, month, day, day_out) ? READ : NO_SUCH_DAY;
}

/* "2026-12-01": with the year first there is one way to mean it. "13-12-2026" and "12/13/2026" have
 * one way too: no month is a thirteenth. */
static enum reading read_numeric(const char *word, int32_t *day_out)
{
	int part[3] = {0}, parts = 0;
	size_t width[3] = {0};
	char separator = '\0';

	for (;;) {
		size_t length = strspn(word, "0123456789");

		if (length == 0 || length > 4 || parts == 3)
			return NOT_A_DAY;
		for (size_t i = 0; i < length; i++)
			part[parts] = part[parts] * 10 + (word[i] - '0');
		width[parts++] = length;
		word += length;
		if (!*word)
			break;
		if (!strchr("-/.", *word) || (separator && *word != separator))
			return NOT_A_DAY;
		separator = *word++;
		if (!*word && parts == 2)
			break;
	}
	if (parts == 1 || width[1] > 2)
		return NOT_A_DAY;
	if (width[0] < 3 && parts == 3 && width[2] == 4 && (part[0] > 12 || part[0] == part[1]))
		return civil(part[2], part[1], part[0], day_out);
	if (width[0] < 3 && parts == 3 && width[2] == 4 && part[1] > 12)
		return civil(part[2], part[0], part[1], day_out);
	if (width[0] < 4)
		return width[0] < 3 ? TWO_WAYS : NOT_A_DAY;
	return parts == 3 && width[2] < 3 ? civil(part[0], part[1], part[2], day_out) : NOT_A_DAY;
}

static int32_t coming_weekday(int32_t today, int weekday)
{
	return today + (weekday - date_weekday(today) + 6) % 7 + 1;
}

static enum reading add_units(int32_t today, int64_t count, char unit, int32_t *day_out)
{
	int32_t day;

	if (unit == 'd' || unit == 'w')
		return checked(today + count * (unit == 'w' ? 7 : 1), day_out);
	day = groei_day_add_months(today, (int)(count * (unit == 'y' ? 12 : 1)));
	return checked(day, day_out);
}

/* The words from `from` on joined by blanks are this phrase. */
static bool is_phrase(const struct date_words *words, int from, const char *phrase)
{
	for (int i = from; i < words->count; i++) {
		size_t length = strlen(words->word[i]);

		if (strncmp(phrase, words->word[i], length) != 0)
			return false;
		phrase += length;
		if (i + 1 < words->count && *phrase++ != ' ')
			return false;
	}
	return from < words->count && !*phrase;
}

static enum reading read_word(const struct date_words *words, int32_t today, int32_t *day_out)
{
	static const struct word_value list[] = {
		{"today", 0}, {"vandaag", 0}, {"tomorrow", 1},
		{"morgen", 1}, {"overmorgen", 2}, {"day after tomorrow", 2},
		{"yesterday", -1}, {"gisteren", -1}, {"eergisteren", -2},
		{"day before yesterday", -2}, {NULL, 0},
	};

	for (int i = 0; list[i].word; i++) {
		if (is_phrase(words, 0, list[i].word))
			return checked((int64_t)today + list[i].value, day_out);
	}
	return NOT_A_DAY;
}

/* "next fri" is the Friday of the next ISO week, "this fri" the first one to come. */
static enum reading read_turn(const struct date_words *words, int32_t today, int32_t *day_out)
{
	int turn, weekday;
	char unit;

	if (words->count != 2 || !turn_of(words->word[0], &turn))
		return NOT_A_DAY;
	if (weekday_of(words->word[1], &weekday)) {
		if (turn == 0)
			return checked(coming_weekday(today, weekday), day_out);
		return checked((int64_t)today - date_weekday(today) + weekday + 7 * turn, day_out);
	}
	unit = date_unit(words->word[1]);
	if (unit == '\0' || unit == 'd' || strlen(words->word[1]) < 3)
		return NOT_A_DAY;
	if (turn == 0 && strncmp(words->word[0], "kom", 3) != 0)
		return NOT_A_DAY;
	return add_units(today, turn == 0 ? 1 : turn, unit, day_out);
}

/* "+3d", "in 2 weeks", "over een maand", "2w", "3 days ago", "-3d". */
static enum reading read_distance(const struct date_words *words, int32_t today, int32_t *day_out)
{
	const char *number = words->word[0];
	int at = 0, count, direction = 1;
	bool ahead = false;
	char unit;

	if (strcmp(number, "in") == 0 || strcmp(number, "over") == 0 ||
	    strcmp(number, "binnen") == 0 || strcmp(number, "+") == 0) {
		ahead = true;
		at++;
	} else if (number[0] == '+' || number[0] == '-') {
		ahead = true;
		direction = number[0] == '-' ? -1 : 1;
		number++;
	}
	if (at == 1)
		number = at < words->count ? words->word[at] : "";
	if (at + 1 >= words->count || !date_number(number, &count))
		return NOT_A_DAY;
	unit = date_unit(words->word[at + 1]);
	if (!unit)
		return NOT_A_DAY;
	if (!ahead && (is_phrase(words, at + 2, "ago") || is_phrase(words, at + 2, "geleden")))
		direction = -1;
	else if (words->count != at + 2)
		return NOT_A_DAY;
	return add_units(today, (int64_t)direction * count, unit, day_out);
}

/* "end of month", "eind van volgende maand", "einde van het jaar". */
static enum reading read_end(const struct date_words *words, int32_t today, int32_t *day_out)
{
	struct groei_civil now;
	int turn = 0, at = 1;
	int32_t day;
	char unit;

	if (strcmp(words->word[0], "end") != 0 && strcmp(words->word[0], "eind") != 0 &&
	    strcmp(words->word[0], "einde") != 0)
		return NOT_A_DAY;
	if (words->count == 3 && turn_of(words->word[1], &turn))
		at++;
	if (words->count != at + 1)
		return NOT_A_DAY;
	unit = date_unit(words->word[at]);
	if (unit != 'm' && unit != 'y')
		return NOT_A_DAY;
	day = groei_day_add_months(today, turn * (unit == 'y' ? 12 : 1));
	if (day == GROEI_NO_DAY)
		return TOO_FAR;
	now = groei_day_civil(day);
	if (unit == 'y')
		now.month = 12;
	return civil(now.year, now.month, date_month_days(now.year, now.month), day_out);
}

static bool is_ordinal(const char *word)
{
	static const char *const endings[] = {"st", "nd", "rd", "th", "e", "ste"};

	for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
		if (strcmp(word, endings[i]) == 0)
			return true;
	}
	return false;
}

/* The first such date from today on; 29 February may be eight years away. */
static enum reading next_date(int month, int day, int32_t today, int32_t *day_out)
{
	int year = groei_day_civil(today).year;

	for (int i = 0; i <= 8; i++) {
		int32_t found;

		if (groei_day_make(year + i, month, day, &found) && found >= today) {
			*day_out = found;
			return READ;
		}
	}
	return year + 8 > 2200 && day <= date_month_days(2000, month) ? TOO_FAR : NO_SUCH_DAY;
}

/* "1 dec", "dec 1", "1st of december 2027", from the word `at` on. */
static enum reading read_month_day(const struct date_words *words, int at, int32_t today,
                                   int32_t *day_out)
{
	const char *rest[4] = {NULL};
	int count = 0, month, day, year;

	for (int i = at; i < words->count; i++) {
		if (i > at && is_ordinal(words->word[i]) && words->word[i - 1][0] <= '9')
			continue;
		if (count == 3)
			return NOT_A_DAY;
		rest[count++] = words->word[i];
	}
	if (count < 2)
		return NOT_A_DAY;
	if (month_of(rest[0], &month)) {
		const char *number = rest[1];

		rest[1] = rest[0];
		rest[0] = number;
	}
	if (rest[0][0] > '9' || strlen(rest[0]) > 2 || !date_number(rest[0], &day) ||
	    !month_of(rest[1], &month))
		return NOT_A_DAY;
	if (count == 2)
		return next_date(month, day, today, day_out);
	if (strlen(rest[2]) != 4 || !date_number(rest[2], &year))
		return NOT_A_DAY;
	return civil(year, month, day, day_out);
}

/* A date with its weekday before it, or a date alone. */
static enum reading read_date(const struct date_words *words, int32_t today, int32_t *day_out)
{
	int weekday = 0, at = weekday_of(words->word[0], &weekday) ? 1 : 0;
	enum reading reading;
	int32_t day = 0;

	if (at == words->count)
		return checked(coming_weekday(today, weekday), day_out);
	if (at + 1 == words->count)
		reading = read_numeric(words->word[at], &day);
	else
		reading = read_month_day(words, at, today, &day);
	if (reading == READ && at == 1 && date_weekday(day) != weekday)
		return OTHER_WEEKDAY;
	if (reading == READ)
		*day_out = day;
	return reading;
}

static enum reading read_day(const struct date_words *words, int32_t today, int32_t *day_out)
{
	static enum reading (*const ways[])(const struct date_words *, int32_t, int32_t *) = {
		read_date, read_word, read_turn, read_distance, read_end,
	};
	enum reading reading = NOT_A_DAY;

	for (size_t i = 0; i < sizeof ways / sizeof ways[0] && reading == NOT_A_DAY; i++)
		reading = ways[i](words, today, day_out);
	return reading;
}

bool groei_day_parse(const char *text, int32_t today, int32_t *day_out, const char **why_out)
{
	struct date_words words;
	enum reading reading = NOT_A_DAY;

	if (date_words_split(text, &words))
		reading = read_day(&words, today, day_out);
	if (reading != READ && why_out)
		*why_out = _(reasons[reading]);
	return reading == READ;
}
