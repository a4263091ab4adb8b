/* The words in which people write days and rhythms, in both languages at once. Must not know what
 * a phrase means. */
#include <groei/date.h>

#include <string.h>

#include <groei/text.h>

#include "base/date_rules.h"

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return c >= 'a' && c <= 'z';
}

/* Whether the two stand for words of their own: "1dec", "1-dec", "dec-1", "dec/2027". */
static bool is_seam(const char *at)
{
	if ((*at == '-' || *at == '/') && at[1])
		return (is_letter(at[-1]) && is_digit(at[1])) ||
		       (is_digit(at[-1]) && is_letter(at[1]));
	return is_digit(at[-1]) && is_letter(*at);
}

static bool is_article(const char *word, int place)
{
	static const char *const articles[] = {"the", "de", "het", "of", "van"};

	for (int i = 0; i < 5; i++) {
		if (strcmp(word, articles[i]) == 0)
			return i < 3 || place > 0;
	}
	return false;
}

static bool words_add(struct date_words *words, const char *word, size_t length, size_t *used)
{
	char *copy = words->text + *used;

	if (length > 1 && word[length - 1] == '.' && is_letter(word[0]))
		length--;
	memcpy(copy, word, length);
	copy[length] = '\0';
	if (length == 0 || is_article(copy, words->count))
		return true;
	if (words->count == DATE_WORDS)
		return false;
	words->word[words->count++] = copy;
	*used += length + 1;
	return true;
}

bool date_words_split(const char *text, struct date_words *words_out)
{
	struct groei_arena *arena;
	const char *at;
	size_t used = 0;
	bool fine = true;

	words_out->count = 0;
	text += strspn(text, " \t\n");
	if (strnlen(text, DATE_PHRASE) == DATE_PHRASE)
		return false;
	arena = groei_arena_open();
	at = groei_text_key(arena, text);
	if (strlen(at) >= DATE_PHRASE)
		at = "";
	while (fine && *at) {
		size_t length = 1;

		if (*at == ' ' || *at == ',') {
			at++;
			continue;
		}
		while (at[length] && !strchr(" ,", at[length]) && !is_seam(at + length))
			length++;
		fine = words_add(words_out, at, length, &used);
		at += length;
		if ((*at == '-' || *at == '/') && at[1])
			at++;
	}
	groei_arena_close(arena);
	return fine && words_out->count > 0;
}

bool date_number(const char *word, int *number_out)
{
	static const struct {
		const char *word;
		int number;
	} numbers[] = {
		{"a", 1}, {"an", 1}, {"one", 1}, {"een", 1}, {"two", 2}, {"twee", 2},
		{"three", 3}, {"drie", 3}, {"four", 4}, {"vier", 4}, {"five", 5}, {"vijf", 5},
		{"six", 6}, {"zes", 6},
	};
	size_t length = strspn(word, "0123456789");
	int number = 0;

	for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
		if (strcmp(word, numbers[i].word) == 0) {
			*number_out = numbers[i].number;
			return true;
		}
	}
	if (length == 0 || length > 5 || word[length])
		return false;
	for (size_t i = 0; i < length; i++)
		number = number * 10 + (word[i] - '0');
	*number_out = number;
	return true;
}

char date_unit(const char *word)
{
	static const struct {
		const char *word;
		char unit;
	} units[] = {
		{"d", 'd'}, {"day", 'd'}, {"days", 'd'}, {"dag", 'd'},
		{"dagen", 'd'}, {"w", 'w'}, {"wk", 'w'}, {"week", 'w'},
		{"weeks", 'w'}, {"weken", 'w'}, {"m", 'm'}, {"mo", 'm'},
		{"month", 'm'}, {"months", 'm'}, {"mnd", 'm'}, {"maand", 'm'},
		{"y", 'y'}, {"maanden", 'm'}, {"year", 'y'}, {"years", 'y'},
		{"j", 'y'}, {"jaar", 'y'}, {"jaren", 'y'},
	};

	for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
		if (strcmp(word, units[i].word) == 0)
			return units[i].unit;
	}
	return '\0';
}
