/* Ids that say nothing about what they name. */
#ifndef RANDOM_H
#define RANDOM_H

#include <stdint.h>

/* 63 random bits, never 0. Ends the program with a message when the system has none to give. */
int64_t random_id(void);

#endif
