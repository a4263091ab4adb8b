/* The end of the road when the system has no memory left. Must not allocate or translate. */
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <groei/status.h>

_Noreturn void groei_out_of_memory(void)
{
	memory_end("groei: out of memory: what was saved is safe, close other programs and try again\n");
}

_Noreturn void memory_end(const char *line)
{
	ssize_t written = write(STDERR_FILENO, line, strlen(line));

	(void)written;
	quick_exit(GROEI_STORE);
}

void *memory_resize(void *block, size_t size)
{
	void *grown = realloc(block, size > 0 ? size : 1);

	if (!grown)
		groei_out_of_memory();
	return grown;
}
