/* What the commands of reflections, feedback and forms share. */
#ifndef REFLECT_H
#define REFLECT_H

#include "command/call.h"

#include <groei/reflection.h>

/* A reflection by the word `name`. */
enum groei_status reflect_get(struct groei_command_call *call, const char *name,
                              struct reflection *out);
/* "Growth talk, for Fri 6 Mar with Amir": what it is. In the arena. */
const char *reflect_title(struct groei_command_call *call, const struct reflection *reflection,
                          const struct question_template *template);
/* The reflection with its questions, answers and what was answered before. */
enum groei_status reflect_show(struct groei_command_call *call,
                               const struct reflection *reflection);
/* What publishing did. */
void reflect_tell_published(struct groei_command_call *call,
                            const struct reflection_published *published);
/* Writes a form for it, or reads one (run_form.c). */
enum groei_status reflect_form(struct groei_command_call *call, const char *file,
                               const struct reflection *reflection);
enum groei_status reflect_read(struct groei_command_call *call, const char *file);

#endif
