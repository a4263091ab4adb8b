/* The walk over a template's tree by tables of keys; see template_read.c for the tables. Every
 * error met is noted in the reader and the walk goes on. */
#ifndef TEMPLATE_WALK_H
#define TEMPLATE_WALK_H

#include <stdbool.h>
#include <stddef.h>

#include <groei/template.h>

#include "core/yaml.h"

struct reader {
	struct groei_arena *arena;     /* of the result */
	struct groei_arena *scratch;   /* of the tree and the errors, gone after reading */
	struct yaml_errors *errors;
	const char *wanted;            /* the id that the file must hold, or NULL */
	const char *whole;             /* what it is called in errors, N_(); NULL: the template */
	unsigned languages;            /* declared ones, a bit each; 0 when that part is wrong */
	struct question_template *template;
	struct question *questions;    /* room for all */
	int *question_lines;           /* where each one's id stands */
};

/* A node's way from the top: "sections[0].questions[1].text". */
struct place {
	const struct place *up; /* NULL at the top */
	const char *key;        /* NULL in a list */
	size_t index;
};

struct level;

struct key {
	const char *name;
	const char *expected; /* in "found …, expected …" */
	void (*read)(struct reader *reader, const struct key *key, const struct yaml_node *node,
	             const struct place *place, void *target);
	size_t offset;        /* of the member in the target */
	int required;
	int least, most;      /* of a number: its range; of a text: most characters */
	int lines;            /* of a text: it may have several */
	const char *const *words; /* of a choice between words, ending in NULL */
};

struct level {
	const char *expected;
	const struct key *keys; /* ends with a row without name */
};

/* Reads a map into the target: required keys, duplicates, unknown keys, then each key by its row.
 * False, with the error noted, when the node is not a map. */
bool reader_map(struct reader *reader, const struct level *level, const struct yaml_node *node,
                const struct place *place, void *target);
/* Whether the node is a list with something in it; else the error is noted. */
bool reader_list(struct reader *reader, const struct key *key, const struct yaml_node *node,
                 const struct place *place);

/* Notes that the node is not what the row expects. */
void reader_wrong(struct reader *reader, const struct key *key, const struct yaml_node *node,
                  const struct place *place);

/* Functions for a row: an id, a number in the row's range, a text in every declared language, and
 * the list of languages. What is wrong is noted and the member stays as it was. */
void reader_id(struct reader *reader, const struct key *key, const struct yaml_node *node,
               const struct place *place, void *target);
void reader_number(struct reader *reader, const struct key *key, const struct yaml_node *node,
                   const struct place *place, void *target);
void reader_text(struct reader *reader, const struct key *key, const struct yaml_node *node,
                 const struct place *place, void *target);
void reader_languages(struct reader *reader, const struct key *key, const struct yaml_node *node,
                      const struct place *place, void *target);

/* The index of the node among the row's words; -1, with the error noted, when it is none. */
int reader_word(struct reader *reader, const struct key *key, const struct yaml_node *node,
                const struct place *place);

/* The languages that the template declares, a bit each; 0 when anything is wrong with them, which
 * reader_languages tells about. Known before the walk, for texts may stand above them. */
unsigned reader_declared(const struct yaml_node *root);

/* For messages, in the scratch arena: a place, "sections[0].title"; a text in quotes, cut. */
const char *reader_place(struct reader *reader, const struct place *place);
const char *reader_quoted(struct reader *reader, const struct yaml_node *node);

#endif
