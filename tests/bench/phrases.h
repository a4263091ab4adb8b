/* Words of which the generator makes people, notes, actions and goals. */
#ifndef PHRASES_H
#define PHRASES_H

#include <stddef.h>

#include <groei/arena.h>

enum phrase_kind {
	PHRASE_FIRST,  /* first names; also the start of handles */
	PHRASE_LAST,
	PHRASE_ROLE,
	PHRASE_NOTE,   /* one sentence of notes or of an answer */
	PHRASE_ACTION,
	PHRASE_GOAL,
	PHRASE_RARE,   /* a line of one talk in RARE */
	PHRASE_KINDS
};

struct phrase {
	const char *text, *key; /* key: as groei_text_key */
};

size_t phrase_count(enum phrase_kind kind);
/* The phrases of a kind with their keys, in the arena. */
struct phrase *phrases_fold(struct groei_arena *arena, enum phrase_kind kind);

#endif
