/* Files of YAML that people write, and what is wrong with them. */
#ifndef YAML_FILE_H
#define YAML_FILE_H

#include <stdbool.h>

#include <groei/template.h>

#include "core/yaml.h"

/* Reads a whole regular file of at most YAML_BYTES into the scratch arena; no links. Returns NULL, or what
 * is wrong; *line_out is then the line that goes with it, *missing_out whether there is no file. */
const char *yaml_file_read(struct groei_arena *scratch, int folder, const char *name,
                           const char **text_out, size_t *length_out, int *line_out,
                           bool *missing_out);

/* The same for a caller that tells errors: GROEI_OK with the text in the scratch arena;
 * GROEI_NOT_FOUND when there is no file, else GROEI_INVALID, both with one error in the arena, in
 * which the file is called `path`. */
enum groei_status yaml_file_load(struct groei_arena *arena, struct groei_arena *scratch, int folder,
                                 const char *name, const char *path, const char **text_out,
                                 size_t *length_out, struct template_error **errors_out,
                                 size_t *error_count_out);

/* One error about a file as a whole, in the arena. */
struct template_error *yaml_file_error(struct groei_arena *arena, const char *file, int line,
                                       const char *text);

/* The file of this name beside a folder of templates, in the arena; NULL without a folder. */
const char *yaml_file_beside(struct groei_arena *arena, const char *folder, const char *name);

/* What was noted while reading the text, in file order, at most TEMPLATE_ERRORS, in the arena. */
void yaml_file_errors(struct groei_arena *arena, const char *file, const char *text, size_t length,
                      const struct yaml_errors *errors, struct template_error **errors_out,
                      size_t *error_count_out);

#endif
