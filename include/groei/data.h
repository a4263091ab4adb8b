/* The files of data/ that travel inside the library: keys.conf, templates, the sample team. */
#ifndef GROEI_DATA_H
#define GROEI_DATA_H

#include <stddef.h>

#include <groei/api.h>

/* A file by its name below data/ ("keys.conf"), NUL-terminated and static; NULL when there is none.
 * length_out (may be NULL) is without the NUL. */
GROEI_API const char *groei_data(const char *name, size_t *length_out);

#endif
