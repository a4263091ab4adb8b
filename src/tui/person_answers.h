/* Answers of a person to one question side by side over time. */
#ifndef TUI_PERSON_ANSWERS_H
#define TUI_PERSON_ANSWERS_H

#include <groei/overview.h>

#include "screen.h"

struct person_answers {
	const struct question **question; /* that were ever answered; in the screen's arena */
	size_t questions;
	size_t at;                        /* the one shown */
	struct answered *answer;          /* to it, newest first */
	size_t answers;
	char chosen[64];                  /* id of the one shown: found again after a change */
	int top;                          /* rows scrolled away */
	int rows;                         /* rows of the last frame, for scrolling */
};

/* Reads the questions that the person answered, and the answers to the one at hand. */
enum groei_status person_answers_read(struct person_answers *answers, struct tui *tui,
                                      struct groei_arena *arena, const struct brief *brief);
/* To the next (1) or previous (-1) question. */
void person_answers_step(struct person_answers *answers, struct tui *tui,
                         struct groei_arena *arena, int64_t person, int by);
void person_answers_scroll(struct person_answers *answers, int by);
void person_answers_draw(struct person_answers *answers, struct tui *tui, const struct area *area);

#endif
