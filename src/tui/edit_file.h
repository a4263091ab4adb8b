/* The private file that an editor gets: in a folder of its own that only the user can enter,
 * removed on every way out, and swept at the next start if the process was killed. */
#ifndef TUI_EDIT_FILE_H
#define TUI_EDIT_FILE_H

#include <groei/arena.h>
#include <groei/buffer.h>

struct edit_file {
	const char *folder; /* in the arena */
	const char *path;
};

/* Writes the text to a new file. 0, or -1 with errno set and nothing left behind. */
int edit_file_make(struct groei_arena *arena, const char *text, size_t length,
                   struct edit_file *file_out);
/* Appends what is in the file now. 0, or -1 with errno set (EFBIG: longer than the limit). */
int edit_file_read(const struct edit_file *file, size_t limit, struct groei_buffer *out);
/* Removes the folder and whatever the editor left in it. */
void edit_file_remove(const struct edit_file *file);

#endif
