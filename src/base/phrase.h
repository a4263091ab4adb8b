/* Phrases: a few words looked for in a text, in any case and with or without accents. "ziekte*" means
 * every word that starts so, "*kanker" every word that ends so, "*" alone any word. A hyphen parts words,
 * an apostrophe within one does not. */
#ifndef PHRASE_H
#define PHRASE_H

#include <stdbool.h>
#include <stddef.h>

#include <groei/arena.h>

struct phrase_word {
	const char *key;   /* folded; "" for any word */
	size_t length;     /* bytes of it */
	bool open_start, open_end;
};

struct phrase {
	const struct phrase_word *words;
	size_t count; /* at least 1 */
	char first;   /* byte with which the first word must begin; 0: any */
};

/* A word of a text and where it stands, in bytes. */
struct text_word {
	size_t start, length;
	const char *key; /* folded, as groei_text_key */
	size_t key_length;
};

/* Reads a phrase into the arena. False when there is no word in it, or a "*" inside a word. */
bool phrase_read(struct groei_arena *arena, const char *text, struct phrase *phrase_out);

/* The words of a text (any bytes), in order, in the arena; their number. */
size_t phrase_words(struct groei_arena *arena, const char *text, size_t length,
                    struct text_word **words_out);

/* How many words from `at` on the phrase covers; 0 when it does not stand there. */
size_t phrase_at(const struct phrase *phrase, const struct text_word *words, size_t count, size_t at);

#endif
