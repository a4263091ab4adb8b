/* Preloaded: memory runs out at the call of malloc, calloc or realloc whose number is in NO_MEMORY_AT, for
 * NO_MEMORY_FOR calls (0: from then on). Says so with a byte to the descriptor NO_MEMORY_TELL. */
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *block, size_t size);
void *__libc_memalign(size_t unit, size_t size);

static long calls, at, length;
static int tell;

static long number(const char *name)
{
	const char *text = getenv(name);

	return text != NULL ? atol(text) : 0;
}

__attribute__((constructor)) static void begin(void)
{
	length = number("NO_MEMORY_FOR");
	tell = (int)number("NO_MEMORY_TELL");
	calls = 0;
	at = number("NO_MEMORY_AT");
}

static int fails(void)
{
	if (at == 0 || ++calls < at || (length > 0 && calls >= at + length))
		return 0;
	if (calls == at && tell > 0)
		(void)!write(tell, "x", 1);
	errno = ENOMEM;
	return 1;
}

void *malloc(size_t size)
{
	return fails() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
	return fails() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *block, size_t size)
{
	return fails() ? NULL : __libc_realloc(block, size);
}

void *aligned_alloc(size_t unit, size_t size)
{
	return fails() ? NULL : __libc_memalign(unit, size);
}

int posix_memalign(void **block_out, size_t unit, size_t size)
{
	void *block = fails() ? NULL : __libc_memalign(unit, size);

	if (block == NULL)
		return ENOMEM;
	*block_out = block;
	return 0;
}
