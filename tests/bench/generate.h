/* What the two files of the generator share. */
#ifndef GENERATE_H
#define GENERATE_H

#include "bench/phrases.h"
#include "store/store.h"

enum { TALKS = 50, ANSWERS = 3, ACTIONS = 2, GOALS = 2, REPORTS = 9, OWNER = 1, CADENCE = 28, RARE = 500 };

/* Who is what: numbers from 0, each with an id of its own. Rows are written in the order of ids;
 * row k belongs to number (k * factor) % count. */
struct numbering {
	uint64_t count, factor, inverse, stride;
};

struct generator {
	struct store *store;
	struct groei_arena *arena;
	uint64_t seed;
	int32_t today;
	uint64_t people, teams, talks;
	struct numbering numbering[GROEI_ENTITIES];
	struct phrase *phrases[PHRASE_KINDS];
	struct question_template *growth, *checkin;
};

/* Ends the program with the database's reason. */
void generate_stop(struct generator *g, const char *what);

/* The same number for the same seed, kind and number. */
uint64_t generate_mix(const struct generator *g, char kind, uint64_t number);
int64_t generate_row_id(const struct generator *g, enum groei_entity entity, uint64_t row);
int64_t generate_id_of(const struct generator *g, enum groei_entity entity, uint64_t number);
uint64_t generate_number_of(const struct generator *g, enum groei_entity entity, uint64_t row);

struct db_statement *generate_inserting(struct generator *g, const struct groei_table *table);
void generate_insert(struct generator *g, struct db_statement *statement,
                     const struct groei_table *table, const void *record, const char *folded);
/* The number of a person's lead. */
uint64_t generate_lead_of(uint64_t person);
const struct phrase *generate_pick(const struct generator *g, enum phrase_kind kind, uint64_t hash);

/* generate_growth.c: how many records of these nouns each person has, ended by each 0. */
struct growth_noun {
	enum groei_entity entity;
	uint64_t each;
	/* Fills in what the record of that number of a person has beside id and person. Appends what is
	 * searched in to folded. */
	void (*fill)(struct generator *g, uint64_t who, uint64_t n, uint64_t hash, void *record,
	             struct groei_buffer *folded);
};
extern const struct growth_noun generate_growth_nouns[];
void generate_growth(struct generator *g);

#endif
