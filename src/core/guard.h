/* The guard of words, for the door through which records are written. */
#ifndef GUARD_H
#define GUARD_H

#include "core/word_rules.h"

struct groei;
struct groei_table;

/* Keeps what there is to say about the words of a record that is about to be stored, until
 * groei_guard_said; before is NULL for an add. The first thing found since then counts. */
void guard_written(struct groei *groei, const struct groei_table *table, const void *before,
                   const void *after);

#endif
