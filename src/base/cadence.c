/* Rhythms: "2w" is every two weeks. Dates are counted from the first one, so that the 31st comes
 * back after a short month. */
#include <groei/date.h>

#include <stdio.h>
#include <string.h>

#include "base/date_rules.h"
#include "base/i18n.h"

static int most_of(char unit)
{
	return unit == 'd' ? 999 : unit == 'w' ? 104 : unit == 'm' ? 60 : 0;
}

/* Reads the short form. */
static bool read_short(const char *cadence, int *count_out, char *unit_out)
{
	int count = 0;
	size_t at = 0;

	if (!cadence)
		return false;
	for (; cadence[at] >= '0' && cadence[at] <= '9' && at < 4; at++)
		count = count * 10 + (cadence[at] - '0');
	if (count < 1 || count > most_of(cadence[at]) || cadence[at + 1])
		return false;
	*count_out = count;
	*unit_out = cadence[at];
	return true;
}

/* "weekly", "maandelijks" … */
static bool read_word(const char *word, int *count_out, char *unit_out)
{
	static const struct {
		const char *word;
		int count;
		char unit;
	} list[] = {
		{"daily", 1, 'd'},         {"dagelijks", 1, 'd'},
		{"weekly", 1, 'w'},        {"wekelijks", 1, 'w'},
		{"fortnightly", 2, 'w'},   {"tweewekelijks", 2, 'w'},
		{"monthly", 1, 'm'},       {"maandelijks", 1, 'm'},
		{"tweemaandelijks", 2, 'm'}, {"quarterly", 3, 'm'},
		{"driemaandelijks", 3, 'm'}, {"quarter", 3, 'm'},
		{"kwartaal", 3, 'm'},      {"halfjaarlijks", 6, 'm'},
		{"yearly", 12, 'm'},       {"annually", 12, 'm'},
		{"jaarlijks", 12, 'm'},
	};

	for (size_t i = 0; i < sizeof list / sizeof list[0]; i++) {
		if (strcmp(list[i].word, word) == 0) {
			*count_out = list[i].count;
			*unit_out = list[i].unit;
			return true;
		}
	}
	return false;
}

static bool is_every(const char *word)
{
	static const char *const list[] = {
		"every", "each", "per", "elke", "elk", "iedere", "ieder",
	};

	for (size_t i = 0; i < sizeof list / sizeof list[0]; i++) {
		if (strcmp(word, list[i]) == 0)
			return true;
	}
	return false;
}

/* "[every] [other | number] unit"; Dutch "om de week" is every other week. */
static bool read_phrase(const struct date_words *words, int *count_out, char *unit_out)
{
	int at = 0, count = 1, left;
	bool om = strcmp(words->word[0], "om") == 0;
	bool every = is_every(words->word[0]);

	if (om || every)
		at = 1;
	left = words->count - at;
	if (left == 1 && every && read_word(words->word[at], count_out, unit_out))
		return true;
	if (left == 1 && om)
		count = 2;
	if (left == 2 && every && strcmp(words->word[at], "other") == 0)
		count = 2;
	else if (left == 2 && !date_number(words->word[at], &count))
		return false;
	if (left < 1 || left > 2 || (left == 1 && at == 0))
		return false;
	*count_out = count;
	*unit_out = date_unit(words->word[words->count - 1]);
	return *unit_out != '\0';
}

bool groei_cadence_parse(const char *text, char cadence_out[8])
{
	struct date_words words;
	int count;
	char unit;

	if (!date_words_split(text, &words))
		return false;
	if (!(words.count == 1 && read_word(words.word[0], &count, &unit)) &&
	    !read_phrase(&words, &count, &unit))
		return false;
	if (unit == 'y' && count <= 5) {
		count *= 12;
		unit = 'm';
	}
	if (count < 1 || count > most_of(unit))
		return false;
	snprintf(cadence_out, 8, "%hd%c", (short)count, unit);
	return true;
}

int32_t groei_cadence_day(int32_t day, const char *cadence, int n)
{
	int count;
	char unit;

	if (day == GROEI_NO_DAY || n < 0 || n > 200000 || !read_short(cadence, &count, &unit))
		return GROEI_NO_DAY;
	if (unit == 'm')
		return groei_day_add_months(day, n * count);
	return date_checked(day + (int64_t)n * count * (unit == 'w' ? 7 : 1));
}

const char *groei_cadence_text(struct groei_arena *arena, const char *cadence)
{
	const char *form;
	int count;
	char unit;

	if (!read_short(cadence, &count, &unit))
		return "";
	if (count == 1 && unit == 'd')
		return _("every day");
	if (count == 1)
		return unit == 'w' ? _("every week") : _("every month");
	if (unit == 'd')
		form = P_("every %d day", "every %d days", count);
	else if (unit == 'w')
		form = P_("every %d week", "every %d weeks", count);
	else
		form = P_("every %d month", "every %d months", count);
	return groei_arena_print(arena, form, count);
}
