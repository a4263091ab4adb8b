/* Finds files that were embedded at build time. Knows nothing about what stands in them. */
#include <string.h>

#include <groei/data.h>

#include "core/embedded.h"

const char *groei_data(const char *name, size_t *length_out)
{
	for (const struct embedded_file *file = embedded_files; file->name; file++) {
		if (strcmp(file->name, name) == 0) {
			if (length_out)
				*length_out = file->length;
			return file->text;
		}
	}
	return NULL;
}
