/* YAML as a small tree in which every value knows its line and column. Only the plain part of YAML
 * is read: maps, lists and texts in one document; no anchors, aliases, tags or directives. The
 * limits below are checked while libyaml's events arrive, because libyaml itself has none.
 *
 * This file knows nothing of templates. */
#ifndef YAML_TREE_H
#define YAML_TREE_H

#include <stddef.h>

#include <groei/api.h>
#include <groei/arena.h>

enum {
	YAML_BYTES = 256 * 1024, /* of text */
	YAML_DEPTH = 32,         /* maps and lists within each other */
	YAML_NODES = 2000,       /* values and keys together */
	YAML_ERRORS = 64         /* kept at most */
};

enum yaml_kind { YAML_TEXT, YAML_LIST, YAML_MAP };

struct yaml_node {
	enum yaml_kind kind;
	int line, column;            /* from 1; a column is one character (code point) */
	const char *text;            /* of a text: NUL-terminated, valid UTF-8, no hidden characters */
	size_t length;               /* bytes of text */
	const struct yaml_node *key; /* what it is called in its map; NULL elsewhere */
	struct yaml_node *first;     /* of a map or list: what is in it, in file order */
	struct yaml_node *next;      /* beside it in the same map or list */
	size_t count;                /* of a map or list */
};

struct yaml_error {
	int line, column;
	const char *text; /* translated, one line, safe for a terminal */
};

/* The errors of one file; starts as {.arena = where the texts go}. */
struct yaml_errors {
	struct groei_arena *arena;
	struct yaml_error item[YAML_ERRORS];
	size_t count;
};

/* Notes an error; nothing happens when YAML_ERRORS are there already. */
void yaml_error_add(struct yaml_errors *errors, int line, int column, const char *format, ...)
    GROEI_PRINTF(4, 5);

/* Reads a text into a tree in the arena. NULL with at least one error noted when it is not a
 * document of plain YAML within the limits. */
const struct yaml_node *yaml_read(struct groei_arena *arena, const char *text, size_t length,
                                  struct yaml_errors *errors);

/* The value of a key in a map; NULL when it is not there or node is not a map. */
const struct yaml_node *yaml_find(const struct yaml_node *node, const char *key);

/* The bytes of a line (from 1) of a text, without its line break; "" beyond the end. */
const char *yaml_line(const char *text, size_t length, int line, size_t *length_out);

#endif
