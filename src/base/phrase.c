/* Words of a text in folded form, and phrases compared with them. Must not know what they are looked
 * for. */
#include "base/phrase.h"

#include <string.h>
#include <unictype.h>

#include <groei/text.h>

#include "base/text_walk.h"

static bool is_apostrophe(uint32_t c)
{
	return c == '\'' || c == 0x2019;
}

static bool is_letter(uint32_t c)
{
	if (c < 0x80)
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
	return uc_is_general_category_withtable(
	    c, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_M | UC_CATEGORY_MASK_N | UC_CATEGORY_MASK_Cf);
}

/* The end of the word that starts at `at`; *plain_out: only ASCII in it. */
static size_t word_end(const char *text, size_t length, size_t at, bool *plain_out)
{
	uint32_t c;

	*plain_out = true;
	while (at < length) {
		size_t size = text_char(text, length, at, &c), next = at + size;

		if (is_apostrophe(c)) {
			uint32_t after = 0;

			if (next < length)
				text_char(text, length, next, &after);
			if (!is_letter(after))
				break;
		} else if (!is_letter(c)) {
			break;
		}
		if (c >= 0x80)
			*plain_out = false;
		at = next;
	}
	return at;
}

static void fold(struct groei_arena *arena, const char *text, struct text_word *word, bool plain)
{
	char *key = groei_arena_copy(arena, text + word->start, word->length);

	word->key = key;
	word->key_length = word->length;
	if (plain) {
		for (; *key; key++)
			if (*key >= 'A' && *key <= 'Z')
				*key = (char)(*key - 'A' + 'a');
	} else {
		word->key = groei_text_key(arena, key);
		word->key_length = strlen(word->key);
	}
}

size_t phrase_words(struct groei_arena *arena, const char *text, size_t length,
                    struct text_word **words_out)
{
	struct text_word *words = NULL;
	size_t count = 0, room = 0, at = 0;
	uint32_t c;
	bool plain;

	while (at < length) {
		size_t size = text_char(text, length, at, &c);

		if (!is_letter(c)) {
			at += size;
			continue;
		}
		words = groei_arena_grow(arena, words, count, &room, sizeof *words);
		words[count] = (struct text_word){.start = at};
		at = word_end(text, length, at, &plain);
		words[count].length = at - words[count].start;
		fold(arena, text, &words[count], plain);
		if (words[count].key_length > 0)
			count++;
	}
	*words_out = words;
	return count;
}

/* Adds the words of one piece between blanks, "re-integr*"; false when it is none. */
static bool add_piece(struct groei_arena *arena, const char *piece, size_t length,
                      struct phrase_word *words, size_t *count)
{
	bool open_start = piece[0] == '*', open_end = length > 1 && piece[length - 1] == '*';
	struct text_word *found;
	size_t n;

	if (open_start && length == 1) {
		words[(*count)++] = (struct phrase_word){.key = "", .open_end = true};
		return true;
	}
	piece += open_start;
	length -= (size_t)open_start + (size_t)open_end;
	n = memchr(piece, '*', length) ? 0 : phrase_words(arena, piece, length, &found);
	for (size_t i = 0; i < n; i++)
		words[(*count)++] = (struct phrase_word){.key = found[i].key,
		                                         .length = found[i].key_length,
		                                         .open_start = open_start && i == 0,
		                                         .open_end = open_end && i == n - 1};
	return n > 0;
}

bool phrase_read(struct groei_arena *arena, const char *text, struct phrase *phrase_out)
{
	struct phrase_word *words = groei_arena_take(arena, (strlen(text) + 1) * sizeof *words);
	size_t count = 0;

	for (text += strspn(text, " \t\n"); *text; text += strspn(text, " \t\n")) {
		size_t length = strcspn(text, " \t\n");

		if (!add_piece(arena, text, length, words, &count))
			return false;
		text += length;
	}
	*phrase_out = (struct phrase){
	    words, count, count > 0 && !words[0].open_start ? words[0].key[0] : '\0'};
	return count > 0;
}

static bool word_matches(const struct phrase_word *wanted, const struct text_word *word)
{
	size_t more;

	if (word->key_length < wanted->length)
		return false;
	more = word->key_length - wanted->length;
	if (!wanted->open_start)
		return (more == 0 || wanted->open_end) &&
		       memcmp(word->key, wanted->key, wanted->length) == 0;
	if (wanted->open_end)
		return strstr(word->key, wanted->key) != NULL;
	return memcmp(word->key + more, wanted->key, wanted->length) == 0;
}

size_t phrase_at(const struct phrase *phrase, const struct text_word *words, size_t count, size_t at)
{
	if (phrase->count > count - at || (phrase->first && phrase->first != words[at].key[0]))
		return 0;
	for (size_t i = 0; i < phrase->count; i++)
		if (!word_matches(&phrase->words[i], &words[at + i]))
			return 0;
	return phrase->count;
}
