/* Codes: how an id looks to people. Sixteen consonants, so that no word can arise and nothing is
 * mistaken for a number; four bits a letter, the most significant first, over id << 1:
 *
 *   id bit   62 61 60 59 | 58 57 56 55 | … |  2  1  0  -
 *   letter        1             2        …       16
 *
 * The order of codes is the order of ids, so the start of a code is a range of ids. */
#ifndef CODE_H
#define CODE_H

#include <stdbool.h>
#include <stdint.h>

enum { CODE_LETTERS = 16 };

/* The whole code of an id (id ≥ 0); returns code_out. */
const char *code_from_id(int64_t id, char code_out[CODE_LETTERS + 1]);

/* The ids whose code starts with these 1 to 16 letters, upper or lower case: *low_out ≤ id ≤
 * *high_out. False for anything that cannot be the start of a code. */
bool code_range(const char *prefix, int64_t *low_out, int64_t *high_out);

#endif
