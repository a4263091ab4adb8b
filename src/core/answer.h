/* Answers from inside another transaction. */
#ifndef ANSWER_H
#define ANSWER_H

#include <groei/conversation.h>

/* Saves an answer as typed over whatever is there; inside a transaction. */
enum groei_status answer_given(struct groei *groei, int64_t conversation,
                               const struct given_answer *given);

#endif
