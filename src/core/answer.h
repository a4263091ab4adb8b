/* Answers from inside another transaction. */
#ifndef ANSWER_H
#define ANSWER_H

#include <groei/conversation.h>

/* Saves an answer as typed over whatever is there; inside a transaction. */
enum groei_status answer_given(struct groei *groei, int64_t conversation,
                               const struct given_answer *given);

/* The question of a template, NULL when it does not ask it; in the transaction's scratch memory. */
const struct question *answer_question(struct groei *groei, const char *asked_by, const char *id,
                                       struct question_template **template_out);
enum groei_status answer_no_question(struct groei *groei,
                                     const struct question_template *template, const char *id);
/* One side's answer in a conversation. GROEI_NO: none. */
enum groei_status answer_read(struct groei *groei, int64_t conversation, const char *question,
                              int side, struct answer *out);
/* Turns what was given into what is stored for that kind of question, or says what does not fit. Both
 * absent (NULL, GROEI_NONE): nothing was answered. */
enum answer_given_as { ANSWER_STORED, ANSWER_TYPED };
enum groei_status answer_value(struct groei *groei, const struct question *question,
                               enum answer_given_as given_as, const char **text, int32_t *number);
/* "somebody else answered it meanwhile" */
enum groei_status answer_conflict(struct groei *groei);

#endif
