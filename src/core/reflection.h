/* Reflections from inside the library: their records inside a transaction. */
#ifndef REFLECTION_H
#define REFLECTION_H

#include <groei/overview.h>
#include <groei/reflection.h>

#include "core/core.h"

/* Inside a transaction: the author's reflection for a conversation. GROEI_NO: none. */
enum groei_status reflection_of(struct groei *groei, int64_t conversation, int64_t author,
                                struct reflection *out);
/* Its answers that who is asking may read; inside a transaction all. */
enum groei_status reflection_answers(struct groei *groei, struct groei_arena *arena,
                                     int64_t reflection, struct answer **answers_out,
                                     size_t *count_out);
/* The sentence that it is not who is asking who answers there. */
enum groei_status reflection_denied(struct groei *groei, const struct reflection *reflection);
/* The sentence that its state is in the way: it is “published”, “skipped” … already. */
enum groei_status reflection_is_so(struct groei *groei, const struct reflection *reflection);
/* Whether what the author sent may be put in by who is asking: it is about them, they asked for it, or
 * they lead the person. */
bool reflection_receives(struct groei *groei, const struct reflection *reflection);
/* groei_reflection_publish inside a transaction, in whoever's name. */
enum groei_status reflection_publish(struct groei *groei, struct groei_arena *arena, int64_t id,
                                     struct reflection_published *out);
/* The template that a reflection has when nobody says otherwise. */
const char *reflection_template(struct groei *groei, const char *wanted);

#endif
