/* Walking through text by grapheme cluster, for the text files of this folder. Any bytes. */
#ifndef TEXT_WALK_H
#define TEXT_WALK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <groei/buffer.h>

enum { TEXT_WINDOW = 192 }; /* bytes looked at once */

/* A place in a text, always on a cluster boundary. Breaks are found a window at a time, so a walk
 * over the whole text is linear. */
struct text_walk {
	const char *text;
	size_t length;
	size_t at;               /* start of the next cluster */
	size_t window_start;     /* breaks[i] tells about the byte at window_start + i */
	size_t window_end;
	char breaks[TEXT_WINDOW];
};

/* Starts at `at`, which must be a boundary (or is taken for one). */
void text_walk_start(struct text_walk *walk, const char *text, size_t length, size_t at);

/* Moves over one cluster; false at the end of the text. The cluster is [*start_out, walk->at). */
bool text_walk_next(struct text_walk *walk, size_t *start_out);

/* The character at `at` (at < length) and its bytes, at least 1; U+FFFD for invalid bytes. */
size_t text_char(const char *text, size_t length, size_t at, uint32_t *char_out);

/* Appends the drawn form of one cluster to out (may be NULL); returns its cells. */
int text_cluster_reduce(struct groei_buffer *out, const char *cluster, size_t length);

#endif
