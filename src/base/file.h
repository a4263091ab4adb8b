/* Folders that nobody else may enter, and where files of ours live. */
#ifndef FILE_H
#define FILE_H

#include <groei/arena.h>

/* Makes the folder and the missing ones above it, each 0700 whatever the umask; folders that are
 * there stay as they are. Returns 0 or an errno. */
int file_make_private_folder(const char *path);

/* Where a file of ours lives by the XDG rules: $variable/name, or ~/home_folder/name when the
 * variable is unset, empty or relative. NULL when there is no home folder either. */
const char *file_xdg(struct groei_arena *arena, const char *variable, const char *home_folder,
                     const char *name);

#endif
