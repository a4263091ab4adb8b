/* Random ids from the kernel. Must not know what is given an id. */
#include "base/random.h"

#include <errno.h>
#include <sys/random.h>

#include "base/memory.h"

int64_t random_id(void)
{
	static const char line[] = "groei: no random numbers: the system refuses getrandom, "
				   "nothing was changed\n";
	uint64_t bits = 0;

	while (bits == 0) {
		ssize_t got = getrandom(&bits, sizeof bits, 0);

		if (got < 0 && errno != EINTR)
			memory_end(line);
		bits = got == (ssize_t)sizeof bits ? bits >> 1 : 0;
	}
	return (int64_t)bits;
}
