/* A growing string. Starts as {0}; data is NULL or NUL-terminated. Out of memory: as in arena.h. */
#ifndef GROEI_BUFFER_H
#define GROEI_BUFFER_H

#include <stdarg.h>
#include <stddef.h>

#include <groei/api.h>

struct groei_buffer {
	char *data;      /* owned; NULL until the first byte */
	size_t length;   /* bytes, without the final NUL */
	size_t capacity; /* bytes held, with the final NUL */
};

/* Append: bytes, a text (NULL: nothing), one byte, what printf would write. */
GROEI_API void groei_buffer_add(struct groei_buffer *buffer, const char *bytes, size_t length);
GROEI_API void groei_buffer_text(struct groei_buffer *buffer, const char *text);
GROEI_API void groei_buffer_char(struct groei_buffer *buffer, char c);
GROEI_API void groei_buffer_print(struct groei_buffer *buffer, const char *format, ...)
    GROEI_PRINTF(2, 3);

/* Replaces `removed` bytes at `at` by `bytes`. at + removed must lie within the buffer. */
GROEI_API void groei_buffer_splice(struct groei_buffer *buffer, size_t at, size_t removed,
                                   const char *bytes, size_t length);

/* Empties the buffer and keeps its memory. */
GROEI_API void groei_buffer_clear(struct groei_buffer *buffer);
/* Gives the memory back; the buffer is {0} again. */
GROEI_API void groei_buffer_free(struct groei_buffer *buffer);

#endif
