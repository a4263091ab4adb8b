/* Files that nobody else may read, opened without following links. */
#ifndef FILE_H
#define FILE_H

#include <stddef.h>

#include <groei/arena.h>

/* Reads a whole regular file into the arena, NUL-terminated after *length_out bytes. 0 or an
 * errno: ENOENT, EACCES …, ELOOP for a symbolic link, EISDIR for a folder, EINVAL for any other
 * thing that is no regular file, EFBIG for more than `limit` bytes. */
int file_read(struct groei_arena *arena, const char *path, size_t limit, char **bytes_out,
              size_t *length_out);

/* Writes a new file, 0600 whatever the umask, synced to disk with its folder. Returns 0 or an
 * errno: EEXIST when anything (a link too) has that name. A file half written is taken away. */
int file_write_new(const char *path, const char *bytes, size_t length);

/* Makes the folder and the missing ones above it, each 0700 whatever the umask; folders that are
 * there stay as they are. Returns 0 or an errno. */
int file_make_private_folder(const char *path);

/* Where a file of ours lives by the XDG rules: $variable/name, or ~/home_folder/name when the
 * variable is unset, empty or relative. NULL when there is no home folder either. */
const char *file_xdg(struct groei_arena *arena, const char *variable, const char *home_folder,
                     const char *name);

#endif
