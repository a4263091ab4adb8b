/* Random ids from the kernel. Must not know what is given an id. */
#include "base/random.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/random.h>
#include <unistd.h>

int64_t random_id(void)
{
	static const char line[] = "groei: no random numbers: the system refuses getrandom, "
				   "nothing was changed\n";
	uint64_t bits = 0;

	while (bits == 0) {
		ssize_t got = getrandom(&bits, sizeof bits, 0);

		if (got < 0 && errno != EINTR) {
			got = write(STDERR_FILENO, line, sizeof line - 1);
			(void)got;
			abort();
		}
		bits = got == (ssize_t)sizeof bits ? bits >> 1 : 0;
	}
	return (int64_t)bits;
}
