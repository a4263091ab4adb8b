/* What the two template files share, and what their tests look at. */
#ifndef TEMPLATE_PRIVATE_H
#define TEMPLATE_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>

#include <groei/template.h>

enum { TEMPLATE_ERRORS = 20, TEMPLATE_NAME = 64, TEMPLATE_SOURCE = 240 };

/* Whether a template, section, question or choice may have this id: [a-z0-9][a-z0-9_-]{0,63}. */
bool template_name_valid(const char *name);

/* groei_template_parse for a file that must hold the template `wanted` (NULL: any). Result and
 * errors land in the arena; a failure touches errors_out and error_count_out only. */
enum groei_status template_read(struct groei_arena *arena, const char *file, const char *wanted,
                                const char *text, size_t length,
                                struct question_template **template_out,
                                struct template_error **errors_out, size_t *error_count_out);

/* The text of the file that a template was read from, in the arena; false when it is gone. */
bool template_source(struct groei_arena *arena, const struct question_template *template,
                     const char **text_out, size_t *length_out);

/* The schema, for the test that compares it with docs/template-format.md: the n-th key of all
 * levels, or NULL beyond the last. */
const char *template_schema_key(size_t n);

/* The formats of conversation a template may name, ending in NULL. */
extern const char *const template_formats[];

#endif
