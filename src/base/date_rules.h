/* Calendar rules shared by the date files of this folder. */
#ifndef DATE_RULES_H
#define DATE_RULES_H

#include <stdbool.h>
#include <stdint.h>

/* The day of a civil date; month 1–12, any year, not checked. */
int64_t date_from_civil(int64_t year, int month, int day);
int date_month_days(int64_t year, int month);
/* 1 = Monday … 7 = Sunday. */
int date_weekday(int64_t day);
/* The day, or GROEI_NO_DAY when it lies outside 1900–2200. */
int32_t date_checked(int64_t day);

enum { DATE_WORDS = 10, DATE_PHRASE = 96 };

/* A phrase of a date or cadence in single words, made comparable: lower case without marks, blanks,
 * commas, articles and full stops of abbreviations; "1dec" and "1-dec" are two words. */
struct date_words {
	char text[2 * DATE_PHRASE]; /* the words, each NUL-terminated */
	const char *word[DATE_WORDS];
	int count;
};

/* False when the text is empty, too long or has too many words to be a date. */
bool date_words_split(const char *text, struct date_words *words_out);

/* A whole number in digits (at most five) or as a word of either language ("a", "een", "twee"). */
bool date_number(const char *word, int *number_out);
/* 'd', 'w', 'm' or 'y' for "d", "days", "weken", "mnd" …; 0 for another word. */
char date_unit(const char *word);

#endif
