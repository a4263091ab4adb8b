/* The end of the road when the system has no memory left. Must not allocate or translate. */
#include "base/memory.h"

#include <stdlib.h>
#include <unistd.h>

_Noreturn void memory_out(void)
{
	static const char line[] = "groei: out of memory: what was saved is safe, close other "
				   "programs and try again\n";
	ssize_t written = write(STDERR_FILENO, line, sizeof line - 1);

	(void)written;
	abort();
}

void *memory_resize(void *block, size_t size)
{
	void *grown = realloc(block, size > 0 ? size : 1);

	if (!grown)
		memory_out();
	return grown;
}
