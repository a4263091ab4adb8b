/* A growing string. Doubles its memory, so that adding byte by byte stays linear. */
#include <groei/buffer.h>

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

static void reserve(struct groei_buffer *buffer, size_t more)
{
	size_t needed, capacity = buffer->capacity;

	if (more >= SIZE_MAX / 2 - buffer->length)
		groei_out_of_memory();
	needed = buffer->length + more + 1;
	if (needed <= capacity)
		return;
	capacity = capacity < 32 ? 64 : capacity * 2;
	if (capacity < needed)
		capacity = needed;
	buffer->data = memory_resize(buffer->data, capacity);
	buffer->capacity = capacity;
}

void groei_buffer_add(struct groei_buffer *buffer, const char *bytes, size_t length)
{
	reserve(buffer, length);
	if (length > 0)
		memcpy(buffer->data + buffer->length, bytes, length);
	buffer->length += length;
	buffer->data[buffer->length] = '\0';
}

void groei_buffer_text(struct groei_buffer *buffer, const char *text)
{
	if (text)
		groei_buffer_add(buffer, text, strlen(text));
}

void groei_buffer_char(struct groei_buffer *buffer, char c)
{
	groei_buffer_add(buffer, &c, 1);
}

void groei_buffer_print(struct groei_buffer *buffer, const char *format, ...)
{
	va_list values;
	int length;

	va_start(values, format);
	length = vsnprintf(NULL, 0, format, values);
	va_end(values);
	if (length < 0)
		return;
	reserve(buffer, (size_t)length);
	va_start(values, format);
	vsnprintf(buffer->data + buffer->length, (size_t)length + 1, format, values);
	va_end(values);
	buffer->length += (size_t)length;
}

void groei_buffer_splice(struct groei_buffer *buffer, size_t at, size_t removed, const char *bytes,
                         size_t length)
{
	size_t tail;

	assert(at <= buffer->length && removed <= buffer->length - at);
	if (length > removed)
		reserve(buffer, length - removed);
	if (!buffer->data)
		return;
	tail = buffer->length - at - removed;
	memmove(buffer->data + at + length, buffer->data + at + removed, tail);
	if (length > 0)
		memcpy(buffer->data + at, bytes, length);
	buffer->length = at + length + tail;
	buffer->data[buffer->length] = '\0';
}

void groei_buffer_clear(struct groei_buffer *buffer)
{
	buffer->length = 0;
	if (buffer->data)
		buffer->data[0] = '\0';
}

void groei_buffer_free(struct groei_buffer *buffer)
{
	free(buffer->data);
	*buffer = (struct groei_buffer){0};
}
