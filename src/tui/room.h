/* Memory for the screens that is there or ends the program (groei_out_of_memory; the terminal is given back).
 * What it gives goes back by free. */
#ifndef ROOM_H
#define ROOM_H

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <groei/arena.h>

/* `count` pieces of `size` bytes, zeroed; never NULL. */
static inline void *room_take(size_t count, size_t size)
{
	void *room = calloc(count > 0 ? count : 1, size > 0 ? size : 1);

	if (room == NULL)
		groei_out_of_memory();
	return room;
}

/* As realloc; never NULL. */
static inline void *room_resize(void *room, size_t count, size_t size)
{
	void *grown = size > 0 && count > SIZE_MAX / size ? NULL : realloc(room, count * size + 1);

	if (grown == NULL)
		groei_out_of_memory();
	return grown;
}

/* A copy; NULL of NULL only. */
static inline char *room_copy(const char *text)
{
	const size_t size = text != NULL ? strlen(text) + 1 : 0;

	return text != NULL ? memcpy(room_take(size, 1), text, size) : NULL;
}

#endif
