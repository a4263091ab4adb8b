/* The sample team: what “groei demo” and the first start fill a store with. */
#ifndef GROEI_SAMPLE_H
#define GROEI_SAMPLE_H

#include <groei/groei.h>

/* Fills a store that holds its owner only with a sample team around them: eight people, two teams, more than
 * a year of talks with answers of both sides, goals, promises, and records of every noun there is, each
 * by whom it would be; every day counted from groei_today, every text in the handle's language. One
 * transaction; the journal has each step as if it had been typed.
 * GROEI_CONFLICT: the store has no owner yet, or more people than that. */
GROEI_API enum groei_status groei_sample_fill(struct groei *groei);
/* groei_init and groei_sample_fill in one transaction: on failure the store has no owner either, and
 * groei_close takes back a file that groei_open made. */
GROEI_API enum groei_status groei_sample_make(struct groei *groei, const char *handle,
                                              const char *name);

#endif
