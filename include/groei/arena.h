/* Memory that is given back all at once. Results of the library live in an arena of the caller.
 *
 * Out of memory: groei_out_of_memory. Nothing half-saved can remain, because every write to a store is a
 * transaction. */
#ifndef GROEI_ARENA_H
#define GROEI_ARENA_H

#include <stdarg.h>
#include <stddef.h>

#include <groei/api.h>

/* Writes one line to standard error and ends the process by quick_exit, with GROEI_STORE as its code. */
GROEI_API _Noreturn void groei_out_of_memory(void);

struct groei_arena;

/* Makes an empty arena; groei_arena_close gives back all that was taken from it (NULL is fine). */
GROEI_API struct groei_arena *groei_arena_open(void);
GROEI_API void groei_arena_close(struct groei_arena *arena);

/* Forgets all that was taken, but keeps the first block for what comes next. */
GROEI_API void groei_arena_reset(struct groei_arena *arena);

/* Takes size zeroed bytes, aligned for any type. Size 0 gives a valid pointer. */
GROEI_API void *groei_arena_take(struct groei_arena *arena, size_t size);

/* The array `items`, of `size` bytes each, with room for at least one more behind the first
 * `count`, zeroed. Starts as NULL, with count and *room (in items) 0. A full one moves to
 * twice the room: pointers into the old one show old items, and it stays behind until the reset. */
GROEI_API void *groei_arena_grow(struct groei_arena *arena, void *items, size_t count, size_t *room,
                                 size_t size);

/* Copies of text, always NUL-terminated. groei_arena_text(a, NULL) is NULL. */
GROEI_API char *groei_arena_text(struct groei_arena *arena, const char *text);
GROEI_API char *groei_arena_copy(struct groei_arena *arena, const char *bytes, size_t length);
GROEI_API char *groei_arena_print(struct groei_arena *arena, const char *format, ...)
    GROEI_PRINTF(2, 3);
GROEI_API char *groei_arena_vprint(struct groei_arena *arena, const char *format, va_list values)
    GROEI_PRINTF(2, 0);

/* Bytes the arena holds from the system now. */
GROEI_API size_t groei_arena_size(const struct groei_arena *arena);

#endif
