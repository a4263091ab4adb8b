/* Reflections from inside the library: who may read one, and its records inside a transaction. */
#ifndef REFLECTION_H
#define REFLECTION_H

#include <groei/overview.h>
#include <groei/reflection.h>

#include "core/core.h"

/* Whether who is asking may know of a reflection; whether they may read its published answers. A draft
 * is its author's; the person and who asked know that a colleague was asked. */
bool reflection_known(struct groei *groei, const struct reflection *reflection);
bool reflection_read(struct groei *groei, const struct reflection *reflection);
/* Whether who is asking may read an answer outside its conversation. */
bool reflection_answer_seen(struct groei *groei, const struct answer *answer);
/* Takes out of a window of the journal what was written in drafts of others. */
void reflection_hide(struct groei *groei, struct change *changes, size_t *count);

/* Inside a transaction: the author's reflection for a conversation. GROEI_NO: none. */
enum groei_status reflection_of(struct groei *groei, int64_t conversation, int64_t author,
                                struct reflection *out);
/* All answers of a reflection, whoever asks. */
enum groei_status reflection_answers(struct groei *groei, struct groei_arena *arena,
                                     int64_t reflection, struct answer **answers_out,
                                     size_t *count_out);
/* The sentence that it is not who is asking who answers there. */
enum groei_status reflection_denied(struct groei *groei, const struct reflection *reflection);
/* Whether what the author sent may be put in by who is asking: it is about them, they asked for it, or
 * they lead the person. */
bool reflection_receives(struct groei *groei, const struct reflection *reflection);
/* groei_reflection_publish inside a transaction, in whoever's name. */
enum groei_status reflection_publish(struct groei *groei, struct groei_arena *arena, int64_t id,
                                     struct reflection_published *out);
/* The template that a reflection has when nobody says otherwise. */
const char *reflection_template(struct groei *groei, const char *wanted);
/* Marks the conversation as prepared when both sides are ready; *prepared_out (may be NULL): it was
 * now. */
enum groei_status reflection_ready(struct groei *groei, int64_t conversation, int *prepared_out);

#endif
