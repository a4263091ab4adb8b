/* Arenas: blocks of memory in chains, handed out from the front, given back together.
 *
 *   blocks ─► newest ─► older ─► … ─► first      filled piece by piece; first survives a reset
 *   large  ─► one block per piece that would fill more than a quarter of the next block
 *
 * Must not know what is stored in it. */
#include <groei/arena.h>

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum { FIRST_BLOCK = 4096, LARGEST_BLOCK = 256 * 1024, FIRST_ITEMS = 8 };

struct block {
	struct block *older;             /* taken before this one; NULL for the first */
	size_t size;                     /* bytes of data */
	size_t used;                     /* of these, handed out */
	alignas(max_align_t) char data[];
};

struct groei_arena {
	struct block *blocks; /* the newest is being filled; NULL until something is taken */
	struct block *large;  /* each holds one piece */
	size_t held;          /* bytes from the system, with headers */
};

static void block_push(struct groei_arena *arena, struct block **chain, size_t size)
{
	struct block *block = memory_resize(NULL, sizeof *block + size);

	block->older = *chain;
	block->size = size;
	block->used = 0;
	*chain = block;
	arena->held += sizeof *block + size;
}

static void block_pop(struct groei_arena *arena, struct block **chain)
{
	struct block *block = *chain;

	*chain = block->older;
	arena->held -= sizeof *block + block->size;
	free(block);
}

struct groei_arena *groei_arena_open(void)
{
	struct groei_arena *arena = memory_resize(NULL, sizeof *arena);

	*arena = (struct groei_arena){.held = sizeof *arena};
	return arena;
}

void groei_arena_reset(struct groei_arena *arena)
{
	while (arena->large)
		block_pop(arena, &arena->large);
	if (!arena->blocks)
		return;
	while (arena->blocks->older)
		block_pop(arena, &arena->blocks);
	arena->blocks->used = 0;
}

void groei_arena_close(struct groei_arena *arena)
{
	if (!arena)
		return;
	groei_arena_reset(arena);
	free(arena->blocks);
	free(arena);
}

/* Room of `size` bytes, a multiple of the alignment, not zeroed. */
static char *room(struct groei_arena *arena, size_t size)
{
	struct block *block = arena->blocks;

	if (!block || block->size - block->used < size) {
		size_t next = block ? block->size * 2 : FIRST_BLOCK;

		if (next > LARGEST_BLOCK)
			next = LARGEST_BLOCK;
		if (size > next / 4) {
			block_push(arena, &arena->large, size);
			return arena->large->data;
		}
		block_push(arena, &arena->blocks, next);
		block = arena->blocks;
	}
	block->used += size;
	return block->data + block->used - size;
}

static char *take(struct groei_arena *arena, size_t size)
{
	const size_t unit = alignof(max_align_t);

	if (size > SIZE_MAX / 2)
		groei_out_of_memory();
	return room(arena, size == 0 ? unit : (size + unit - 1) / unit * unit);
}

void *groei_arena_take(struct groei_arena *arena, size_t size)
{
	return memset(take(arena, size), 0, size);
}

void *groei_arena_grow(struct groei_arena *arena, void *items, size_t count, size_t *room,
                       size_t size)
{
	void *larger;

	if (count < *room)
		return items;
	if (*room > SIZE_MAX / 2 / size)
		groei_out_of_memory();
	*room = *room == 0 ? FIRST_ITEMS : *room * 2;
	larger = groei_arena_take(arena, *room * size);
	if (count > 0)
		memcpy(larger, items, count * size);
	return larger;
}

char *groei_arena_copy(struct groei_arena *arena, const char *bytes, size_t length)
{
	char *copy = take(arena, length < SIZE_MAX ? length + 1 : length);

	if (length > 0)
		memcpy(copy, bytes, length);
	copy[length] = '\0';
	return copy;
}

char *groei_arena_text(struct groei_arena *arena, const char *text)
{
	return text ? groei_arena_copy(arena, text, strlen(text)) : NULL;
}

char *groei_arena_vprint(struct groei_arena *arena, const char *format, va_list values)
{
	va_list again;
	char *text;
	int length;

	va_copy(again, values);
	length = vsnprintf(NULL, 0, format, values);
	if (length < 0) {
		text = groei_arena_copy(arena, "", 0);
	} else {
		text = take(arena, (size_t)length + 1);
		vsnprintf(text, (size_t)length + 1, format, again);
	}
	va_end(again);
	return text;
}

char *groei_arena_print(struct groei_arena *arena, const char *format, ...)
{
	va_list values;
	char *text;

	va_start(values, format);
	text = groei_arena_vprint(arena, format, values);
	va_end(values);
	return text;
}

size_t groei_arena_size(const struct groei_arena *arena)
{
	return arena->held;
}
