/* Fingerprints: 64-bit FNV-1a. Tells wordings apart; no protection against a forger. */
#ifndef HASH_H
#define HASH_H

#include <stddef.h>
#include <stdint.h>

#define HASH_START UINT64_C(0xcbf29ce484222325)

/* The hash of what was hashed before, followed by these bytes; begin with HASH_START. */
uint64_t hash_add(uint64_t hash, const void *bytes, size_t length);
/* 16 lower-case hexadecimal digits; returns text_out. */
const char *hash_hex(uint64_t hash, char text_out[17]);

#endif
