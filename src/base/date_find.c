/* Finding the day at the end of a line of notes: "call Noor by fri". Prefers missing a date to
 * inventing one, so a phrase counts only after a word that announces a date, or when it cannot be
 * anything else. */
#include <groei/date.h>

#include <string.h>
#include <strings.h>

#include "base/date_rules.h"

enum { LONGEST_PHRASE = 9 }; /* words, with the ones before the date */

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

static bool is_one_of(const char *word, size_t length, const char *const *list)
{
	for (; *list; list++) {
		if (strlen(*list) == length && strncasecmp(*list, word, length) == 0)
			return true;
	}
	return false;
}

/* Bytes of the announcing words at the start ("uiterlijk op "), with the blanks after them. */
static size_t announced(const char *phrase)
{
	static const char *const words[] = {
		"by", "before", "on", "voor", "uiterlijk", "tegen", "op", "per", NULL,
	};
	size_t at = 0;

	for (;;) {
		size_t length = strcspn(phrase + at, " \t\n");

		if (!is_one_of(phrase + at, length, words))
			return at;
		at += length;
		at += strspn(phrase + at, " \t\n");
	}
}

/* "in 2w", "over 3 dagen", "+3d", "2026-12-01": needs no announcement. "Over" with an English unit
 * is a duration, not a distance. */
static bool is_plain(const struct date_words *words)
{
	static const char *const ahead[] = {"in", "over", "binnen", NULL};
	static const char *const english[] = {"day", "days", "weeks", "month", "months", "year",
	                                      "years", NULL};
	const char *first = words->word[0], *last = words->word[words->count - 1];

	if (words->count == 1)
		return strspn(first, "0123456789") == 4;
	if (first[0] == '+')
		return true;
	return is_one_of(first, strlen(first), ahead) &&
	       !(strcmp(first, "over") == 0 && is_one_of(last, strlen(last), english));
}

/* "2 weeks" says how long, not when; "in 2 weeks" does. */
static bool is_duration(const struct date_words *words)
{
	int number;

	return words->count == 2 && date_number(words->word[0], &number) &&
	       date_unit(words->word[1]) != '\0';
}

static bool phrase_day(const char *phrase, size_t length, int32_t today, int32_t *day_out)
{
	char copy[DATE_PHRASE];
	struct date_words words;
	size_t skip;

	if (length >= sizeof copy)
		return false;
	memcpy(copy, phrase, length);
	copy[length] = '\0';
	skip = announced(copy);
	if (!date_words_split(copy + skip, &words) || is_duration(&words) ||
	    (skip == 0 && !is_plain(&words)))
		return false;
	return groei_day_parse(copy + skip, today, day_out, NULL);
}

bool groei_day_find(const char *text, int32_t today, int32_t *day_out, size_t *length_out)
{
	size_t starts[LONGEST_PHRASE], end = strlen(text), at;
	int count = 0;

	while (end > 0 && (is_blank(text[end - 1]) || strchr(".,;!", text[end - 1])))
		end--;
	at = end;
	while (at > 0 && count < LONGEST_PHRASE && end - at < DATE_PHRASE) {
		while (at > 0 && is_blank(text[at - 1]))
			at--;
		while (at > 0 && !is_blank(text[at - 1]))
			at--;
		if (at < end && !is_blank(text[at]))
			starts[count++] = at;
	}
	while (count-- > 0) {
		size_t before = starts[count];

		if (!phrase_day(text + before, end - before, today, day_out))
			continue;
		while (before > 0 && (is_blank(text[before - 1]) || text[before - 1] == ','))
			before--;
		*length_out = before;
		return true;
	}
	return false;
}
