/* 64-bit FNV-1a. Must not know what is hashed. */
#include "base/hash.h"

#include <inttypes.h>
#include <stdio.h>

uint64_t hash_add(uint64_t hash, const void *bytes, size_t length)
{
	const unsigned char *byte = bytes;

	for (size_t i = 0; i < length; i++)
		hash = (hash ^ byte[i]) * UINT64_C(0x100000001b3);
	return hash;
}

const char *hash_hex(uint64_t hash, char text_out[17])
{
	snprintf(text_out, 17, "%016" PRIx64, hash);
	return text_out;
}
