/* Keys: the form in which names sort and text is searched, made once here so that every database
 * engine gives the same order bytewise. Must not know what the names are. */
#include <groei/text.h>

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#include "base/memory.h"
#include "base/text_walk.h"

enum { LONGEST_WORD = 200 }; /* characters compared one by one in a distance */

/* Letters that no decomposition takes apart, after case folding. */
static const struct {
	uint32_t letter;
	const char *key;
} folds[] = {
	{0x00E6, "ae"}, {0x00F0, "d"}, {0x00F8, "o"}, {0x00FE, "th"}, {0x0111, "d"},
	{0x0127, "h"},  {0x0131, "i"}, {0x0138, "k"}, {0x0142, "l"},  {0x014B, "ng"},
	{0x0153, "oe"}, {0x0167, "t"}, {0x2010, "-"}, {0x2011, "-"},  {0x2018, "'"},
	{0x2019, "'"},  {0x02BC, "'"},
};

static bool is_dropped(uint32_t c)
{
	return uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Mn | UC_CATEGORY_MASK_Me |
	                                               UC_CATEGORY_MASK_Cf);
}

/* Appends one folded character; runs of white space become one blank, none at the start. */
static void put(struct groei_buffer *key, uint32_t c, const char *bytes, size_t length)
{
	if (c <= ' ' || c == 0x7F || (c >= 0x80 && uc_is_property_white_space(c))) {
		if (key->length > 0 && key->data[key->length - 1] != ' ')
			groei_buffer_char(key, ' ');
		return;
	}
	if (c >= 0x80) {
		if (is_dropped(c))
			return;
		for (size_t i = 0; i < sizeof folds / sizeof folds[0]; i++) {
			if (folds[i].letter == c) {
				groei_buffer_text(key, folds[i].key);
				return;
			}
		}
	}
	groei_buffer_add(key, bytes, length);
}

static void put_ascii(struct groei_buffer *key, const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		char c = text[i];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		put(key, (unsigned char)c, &c, 1);
	}
}

static void put_unicode(struct groei_buffer *key, const char *text, size_t length)
{
	size_t folded_length = 0;
	uint8_t *folded = u8_casefold((const uint8_t *)text, length, NULL, UNINORM_NFKD, NULL,
	                              &folded_length);
	size_t bytes;

	if (!folded)
		groei_out_of_memory();
	for (size_t at = 0; at < folded_length; at += bytes) {
		uint32_t c;

		bytes = text_char((const char *)folded, folded_length, at, &c);
		put(key, c, (const char *)folded + at, bytes);
	}
	free(folded);
}

const char *groei_text_key(struct groei_arena *arena, const char *text)
{
	struct groei_buffer key = {0}, clean = {0};
	size_t length = strlen(text), ascii = 0;
	const char *copy = "";

	while (ascii < length && ((unsigned char)text[ascii] & 0x80) == 0)
		ascii++;
	if (ascii == length) {
		put_ascii(&key, text, length);
	} else {
		groei_text_clean(&clean, text, length);
		put_unicode(&key, clean.data, clean.length);
	}
	if (key.length > 0 && key.data[key.length - 1] == ' ')
		key.length--;
	if (key.length > 0)
		copy = groei_arena_copy(arena, key.data, key.length);
	groei_buffer_free(&clean);
	groei_buffer_free(&key);
	return copy;
}

const char *groei_text_word(const char **words, size_t *length_out)
{
	const char *word = *words + strspn(*words, " \"");
	bool quoted = word > *words && word[-1] == '"';

	*length_out = strcspn(word, quoted ? "\"" : " \"");
	while (quoted && *length_out > 0 && word[*length_out - 1] == ' ')
		(*length_out)--;
	*words = word + *length_out;
	return word;
}

/* The first place of some bytes among others, NULL when they are not there. */
static const char *find_bytes(const char *in, size_t in_length, const char *what, size_t length)
{
	const char *end = in + in_length;

	while ((size_t)(end - in) >= length && (in = memchr(in, what[0], (size_t)(end - in))) != NULL) {
		if ((size_t)(end - in) < length)
			return NULL;
		if (memcmp(in, what, length) == 0)
			return in;
		in++;
	}
	return NULL;
}

bool groei_text_matches(const char *text, const char *words)
{
	bool all = true;

	while (all) {
		size_t length;
		const char *word = groei_text_word(&words, &length);

		if (length == 0)
			break;
		all = find_bytes(text, strlen(text), word, length) != NULL;
	}
	return all;
}

/* The key of a text with the place in the text of each of its bytes. */
struct mapped {
	struct groei_buffer key;
	size_t *from;  /* where the cluster of that byte starts; one more at the end */
	size_t room;
};

static void map_to(struct mapped *mapped, size_t before, size_t start)
{
	if (mapped->key.length + 1 > mapped->room) {
		mapped->room = (mapped->key.length + 1) * 2;
		mapped->from = memory_resize(mapped->from, mapped->room * sizeof *mapped->from);
	}
	for (size_t i = before; i <= mapped->key.length; i++)
		mapped->from[i] = start;
}

static void map_text(struct mapped *mapped, const char *text)
{
	struct text_walk walk;
	size_t start, length = strlen(text);

	text_walk_start(&walk, text, length, 0);
	while (text_walk_next(&walk, &start)) {
		size_t before = mapped->key.length;

		if (walk.at - start == 1)
			put_ascii(&mapped->key, text + start, 1);
		else
			put_unicode(&mapped->key, text + start, walk.at - start);
		map_to(mapped, before, start);
	}
	map_to(mapped, mapped->key.length, length);
}

static bool starts_word(const char *key, size_t at)
{
	unsigned char before = at == 0 ? ' ' : (unsigned char)key[at - 1];

	return before < 0x80 && !((before >= 'a' && before <= 'z') || (before >= '0' && before <= '9'));
}

bool groei_text_find(const char *text, const char *word, size_t length, size_t *at_out,
                     size_t *length_out, enum groei_text_place *place_out)
{
	struct mapped mapped = {.room = 0};
	const char *found = NULL, *at;
	size_t left;

	map_text(&mapped, text);
	at = mapped.key.data;
	left = mapped.key.length;
	while (length > 0 && left >= length && (at = find_bytes(at, left, word, length)) != NULL) {
		if (found == NULL)
			found = at;
		if (starts_word(mapped.key.data, (size_t)(at - mapped.key.data))) {
			found = at;
			break;
		}
		left = mapped.key.length - (size_t)(++at - mapped.key.data);
	}
	if (found != NULL) {
		size_t first = (size_t)(found - mapped.key.data), last = first + length - 1;
		size_t end = last + 1;

		while (end < mapped.key.length && mapped.from[end] == mapped.from[last])
			end++;
		*at_out = mapped.from[first];
		*length_out = mapped.from[end] - *at_out;
		*place_out = starts_word(mapped.key.data, first) ? GROEI_START_OF_WORD : GROEI_INSIDE_WORD;
	}
	groei_buffer_free(&mapped.key);
	free(mapped.from);
	return found != NULL;
}

/* The characters of a key, at most LONGEST_WORD of them; returns how many the key has. */
static int characters(const char *key, uint32_t out[LONGEST_WORD])
{
	size_t length = strlen(key), at = 0;
	int count = 0;

	while (at < length && count < INT_MAX) {
		uint32_t c;

		at += text_char(key, length, at, &c);
		if (count < LONGEST_WORD)
			out[count] = c;
		count++;
	}
	return count;
}

static int least(int a, int b)
{
	return a < b ? a : b;
}

/* Optimal string alignment over three rows: the one before last, the last, this one. */
static int distance(const uint32_t *a, int a_count, const uint32_t *b, int b_count)
{
	int rows[3][LONGEST_WORD + 1];
	int *earlier = rows[0], *last = rows[1], *row = rows[2];

	for (int j = 0; j <= b_count; j++)
		last[j] = j;
	for (int i = 1; i <= a_count; i++) {
		int *spare = earlier;

		row[0] = i;
		for (int j = 1; j <= b_count; j++) {
			int replaced = last[j - 1] + (a[i - 1] != b[j - 1]);

			row[j] = least(least(last[j], row[j - 1]) + 1, replaced);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				row[j] = least(row[j], earlier[j - 2] + 1);
		}
		earlier = last;
		last = row;
		row = spare;
	}
	return last[b_count];
}

int groei_text_distance(const char *a, const char *b)
{
	struct groei_arena *arena = groei_arena_open();
	uint32_t a_word[LONGEST_WORD], b_word[LONGEST_WORD];
	int a_count = characters(groei_text_key(arena, a), a_word);
	int b_count = characters(groei_text_key(arena, b), b_word);
	int apart = a_count > b_count ? a_count : b_count;

	if (apart <= LONGEST_WORD)
		apart = distance(a_word, a_count, b_word, b_count);
	groei_arena_close(arena);
	return apart;
}
