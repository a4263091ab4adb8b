/* The files of data/ that travel inside the library: templates, keys, the sample team. The table is
 * written by src/tools/embed.sh at build time. */
#ifndef EMBEDDED_H
#define EMBEDDED_H

#include <stddef.h>

struct embedded_file {
	const char *name; /* below data/, "templates/growth.yaml"; NULL ends the table */
	const char *text; /* NUL-terminated */
	size_t length;    /* bytes, without the NUL */
};

extern const struct embedded_file embedded_files[];

#endif
