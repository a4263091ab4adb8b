/* Codes of ids, both ways. Must not know which ids are in use. */
#include "base/code.h"

#include <string.h>

static const char letters[] = "bcdfghjkmnpqrstv";

const char *code_from_id(int64_t id, char code_out[CODE_LETTERS + 1])
{
	uint64_t bits = (uint64_t)id << 1;

	for (int i = 0; i < CODE_LETTERS; i++)
		code_out[i] = letters[bits >> (60 - 4 * i) & 15];
	code_out[CODE_LETTERS] = '\0';
	return code_out;
}

bool code_range(const char *prefix, int64_t *low_out, int64_t *high_out)
{
	uint64_t low = 0, rest;
	int count = 0;

	for (; prefix[count]; count++) {
		char c = prefix[count];
		const char *letter;

		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		letter = strchr(letters, c);
		if (count == CODE_LETTERS || !letter)
			return false;
		low |= (uint64_t)(letter - letters) << (60 - 4 * count);
	}
	if (count == 0 || (count == CODE_LETTERS && (low & 1)))
		return false;
	rest = count == CODE_LETTERS ? 0 : UINT64_MAX >> (4 * count);
	*low_out = (int64_t)(low >> 1);
	*high_out = (int64_t)((low | rest) >> 1);
	return true;
}
