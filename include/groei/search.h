/* Searching everything that who is asking may see. */
#ifndef GROEI_SEARCH_H
#define GROEI_SEARCH_H

#include <groei/groei.h>

enum { SEARCH_MARKS = 16, SEARCH_MOST = 200 };

/* Where it is looked. */
enum search_scope {
	SEARCH_MINE,  /* about who is asking and the people they lead now */
	SEARCH_EVERY  /* everything in the store that they may see */
};

struct search {
	const char *words;          /* each must occur somewhere in a record, "…" as a phrase; accents and case
	                               do not count, and a part of a word is enough */
	enum search_scope scope;
	int64_t person;             /* only about this person; 0: anybody */
	const char *noun;           /* only these records: "goal"; NULL: all */
	size_t limit;               /* at most this many, 1 to SEARCH_MOST */
};

/* A piece of the snippet that was looked for, in bytes of it. */
struct search_mark {
	size_t at, length;
};

struct search_hit {
	enum groei_entity entity;
	int64_t id;
	int64_t person;                   /* whom it is about; 0: nobody */
	int32_t day;                      /* that it sorts by; GROEI_NO_DAY: none */
	int64_t conversation;             /* of an answer; 0: none */
	const struct groei_field *field;  /* in which it was found */
	const char *snippet;              /* one line around it, of raw text; "…" where it was cut */
	struct search_mark marks[SEARCH_MARKS];
	size_t mark_count;
};

/* Hits in the arena, those at the start of a word first, of these people by their name, then the newest.
 * *more_out is 1 when there are more than the limit. No words give no hits. GROEI_INVALID: an unknown noun, or words that are too long. */
GROEI_API enum groei_status groei_search(struct groei *groei, struct groei_arena *arena,
                                         const struct search *search, struct search_hit **hits_out,
                                         size_t *count_out, int *more_out);

#endif
