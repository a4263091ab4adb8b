/* Which key does what: data/keys.conf, then the user's own file, later lines winning.
 *
 *     # a comment
 *     people  a       person add             # Add
 *     goals   m       goal move {id}         # Move
 *     any     ctrl-l  repaint
 *     people  x       none                   a key of an earlier line that does nothing now
 *
 * A line: screen (its name, "list" for all lists, "any"), key (as key.h names them), then an
 * operation, a screen to open or a command; behind " # " the label of its hint at the foot, without which
 * it is only in the help. Knows no screens and no terminal. */
#ifndef TUI_KEYS_H
#define TUI_KEYS_H

#include <stddef.h>

#include <groei/buffer.h>

#include "key.h"

struct binding {
	const char *screen;
	struct key key;
	const char *command; /* "": the key does nothing here ("none") */
	const char *label; /* English; NULL: no hint */
	const char *file;  /* it came from */
	int line;
};

struct keymap;

/* An empty map; all that it gives out goes with it. */
struct keymap *keymap_open(void);
void keymap_close(struct keymap *keymap);

/* Adds the lines of a file. Each line that is wrong is left out, and a translated sentence with
 * file and line is added to errors (a line each). */
void keymap_add(struct keymap *keymap, const char *file, const char *text,
                struct groei_buffer *errors);

/* What a key does on a screen: the last line for exactly this screen; command "" when that takes
 * the key away. NULL: there is no such line. */
const struct binding *keymap_find(const struct keymap *keymap, const char *screen,
                                  const struct key *key);
/* All bindings in the order of the files. */
const struct binding *keymap_all(const struct keymap *keymap, size_t *count_out);

#endif
