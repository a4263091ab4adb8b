/* The sample team from inside the library: what the replay of talks and that of records share. */
#ifndef SAMPLE_H
#define SAMPLE_H

#include "core/core.h"
#include "core/yaml.h"

enum { LATER_MOST = 256, KNOWN_MOST = 256, FILES_MOST = 16 };

struct sample_verb;

/* What happens on a later day: what was agreed in a talk, or what stands under "records". */
struct later {
	int32_t day;
	bool done;
	enum groei_entity entity;
	int64_t id;    /* 0: a record that is added */
	int32_t state; /* the action's state, the goal's stage */
	int32_t level; /* of the goal, from then on; GROEI_NONE: as it is */
	const struct yaml_node *node; /* of a record: its item, or its verb's value; else NULL */
	const struct sample_verb *verb;
	const char *by; /* handle of who does it; NULL: the owner */
};

/* A record that others refer to by its English title. */
struct known_record {
	enum groei_entity entity;
	int64_t person, id;
	const char *title;
};

struct sample {
	struct groei *groei;
	struct groei_arena *arena;
	const char *language; /* key of the texts that are taken */
	const char *owner, *owner_name; /* of a store that is made; NULL: it has one */
	int32_t today;
	int64_t person;       /* whose talks are replayed */
	struct later later[LATER_MOST];
	size_t later_count;
	struct known_record known[KNOWN_MOST];
	size_t known_count;
	struct sample_file {
		const char *name;
		const struct yaml_node *root;
	} files[FILES_MOST];  /* that were read */
	size_t file_count;
};

/* sample.c */

/* The sentence that a file does not hold what it should. */
enum groei_status sample_fault(struct sample *s, const char *name, int line, const char *why);
/* A text as it stands, or in the store's language. NULL when it is none. */
const char *sample_words(const struct sample *s, const struct yaml_node *node);
/* A day of the file, counted from today; what falls at a weekend moves to the working day that is
 * farther from today. */
int32_t sample_day(const struct sample *s, const char *text);
/* What follows happens on that day, as a command of its own in the journal. Forgets the scratch memory
 * of the step before. */
void sample_step(struct sample *s, int32_t day, const char *command);
enum groei_status sample_later(struct sample *s, struct later later);

/* sample_records.c */

/* Sets all of a map but the keys in `but`, ended by NULL. */
enum groei_status sample_fields(struct sample *s, const struct groei_table *table,
                                const struct yaml_node *node, const char *const *but,
                                void *record);
/* Sets those of the keys, ended by NULL, that the map has. */
enum groei_status sample_some(struct sample *s, const struct groei_table *table,
                              const struct yaml_node *node, const char *const *keys,
                              void *record);
/* Others may refer to this record by its English title; person 0: everybody's. */
enum groei_status sample_know(struct sample *s, enum groei_entity entity, int64_t person,
                              int64_t id, const struct yaml_node *title);
/* Puts the records of a file on their days. */
enum groei_status sample_records(struct sample *s, const struct yaml_node *root);
/* Adds one of them, or does one of its verbs. */
enum groei_status sample_record(struct sample *s, const struct later *later);
/* The n-th verb that "then" knows, with its noun; NULL beyond the last. */
const char *sample_verb_name(size_t n, enum groei_entity *entity_out);

#endif
