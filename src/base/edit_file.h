/* The private file that an editor gets: in a folder of its own that only the user can enter, removed on
 * every way out, and swept later if the process was killed. Errors are errno values. */
#ifndef EDIT_FILE_H
#define EDIT_FILE_H

#include <groei/arena.h>

struct edit_file {
	const char *folder; /* in the arena */
	const char *path;
};

/* Writes the text to a new file in a new folder. On an error nothing is left behind. */
int edit_file_make(struct groei_arena *arena, const char *text, struct edit_file *file_out);
/* What is in the file now, at most `most` bytes of it, in the arena. EINVAL for what is no file any more,
 * EILSEQ for zero bytes. */
int edit_file_read(struct groei_arena *arena, const struct edit_file *file, size_t most,
                   char **text_out);
/* Removes the folder and whatever the editor left in it. */
void edit_file_remove(const struct edit_file *file);

#endif
