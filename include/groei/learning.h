/* Learning activities, their checkpoints, and evidence of what was learned at work.
 *
 *     proposed ──yes──► planned ──► running ──► finished
 *         └──no──► declined   └───────┴──► stopped
 *
 * As soon as a planned activity has a first or last day it has five checkpoints: 3 days before the first
 * day, and 14, 30, 60 and 90 days after the last; where one of both days is not known, the other
 * stands for it. They move with these days while they are open. One whose day has passed when it is made
 * is skipped at once; the one before it starts is then for today, if it did not start yet, and skipped once it begins. */
#ifndef GROEI_LEARNING_H
#define GROEI_LEARNING_H

#include <groei/groei.h>

enum { CHECKPOINT_KINDS = 5, CHECKPOINT_LEAD_DAYS = 3 };

/* Adds a proposal of who is asking to the record's person: theirs to answer; an employee's own is their
 * lead's. As groei_add. */
GROEI_API enum groei_status groei_learning_propose(struct groei *groei, struct learning *learning);

enum learning_answer { ANSWER_YES, ANSWER_NO, ANSWER_LATER };

/* Answers a proposal: yes plans it, no declines it, later leaves it as proposed with today as the day of the
 * answer. The reason may be NULL but for a no or later to the employee's own proposal. GROEI_DENIED for
 * who made the proposal, unless the store is theirs alone; GROEI_INVALID when it is no proposal. */
GROEI_API enum groei_status groei_learning_answer(struct groei *groei, int64_t learning,
                                                  enum learning_answer answer,
                                                  const char *reason);

/* It is under way since that day (GROEI_NO_DAY: its first day, or today when that lies ahead). */
GROEI_API enum groei_status groei_learning_begin(struct groei *groei, int64_t learning,
                                                 int32_t day);

/* How it ended; a member that is absent (NULL, GROEI_NO_DAY, GROEI_NONE) leaves the field. */
struct learning_end {
	int32_t day;             /* last day; absent: as it is, or today when that lies ahead */
	int32_t exam;            /* enum learning_exam */
	const char *certificate;
	int32_t valid_until;
	int32_t hours_used;
};
/* Its goal stays where it is: learning is not yet applying. */
GROEI_API enum groei_status groei_learning_finish(struct groei *groei, int64_t learning,
                                                  const struct learning_end *end);
/* Stops it; its open checkpoints are skipped. The reason must be there. */
GROEI_API enum groei_status groei_learning_stop(struct groei *groei, int64_t learning,
                                                const char *reason);
/* The debrief was held, or is not needed. GROEI_INVALID when that was said already. */
GROEI_API enum groei_status groei_learning_debriefed(struct groei *groei, int64_t learning);
/* Whether a debrief is still to be proposed: GROEI_OK, or GROEI_NO when one is planned, held since it
 * ended, or not needed. */
GROEI_API enum groei_status groei_learning_debrief_open(struct groei *groei,
                                                        const struct learning *learning);

/* What learning for a goal takes, added up from its activities that were not declined or stopped. */
struct learning_sum {
	int count;
	int64_t hours, hours_used; /* agreed in all, used so far */
	int64_t cost;              /* of those that began */
};
GROEI_API enum groei_status groei_learning_sum(struct groei *groei, int64_t goal,
                                               struct learning_sum *sum_out);

/* A learning activity with the next of its checkpoints that is open; id 0: none. */
struct learning_on_way {
	struct learning learning;
	struct checkpoint next;
};
/* What a person is learning: open activities, at most 100, then those that ended on `since` (GROEI_NO_DAY:
 * none for that alone) or later or have an open checkpoint, at most 50. Each in the order of its table;
 * in the arena. */
GROEI_API enum groei_status groei_learning_on_way(struct groei *groei, struct groei_arena *arena,
                                                  int64_t person, int32_t since,
                                                  struct learning_on_way **list_out,
                                                  size_t *count_out);

/* It took place today; the note (may be NULL) is kept. GROEI_INVALID when it is not open. */
GROEI_API enum groei_status groei_checkpoint_done(struct groei *groei, int64_t checkpoint,
                                                  const char *note);
/* It will not take place; the reason must be there. */
GROEI_API enum groei_status groei_checkpoint_skip(struct groei *groei, int64_t checkpoint,
                                                  const char *reason);

/* The employee says that it went so. GROEI_DENIED for others, but for the owner of a store that is theirs
 * alone. GROEI_INVALID when it is confirmed already. */
GROEI_API enum groei_status groei_evidence_confirm(struct groei *groei, int64_t evidence);

/* All that somebody learned and showed at work. Each of the lists in the order of its table; in the
 * arena. */
struct portfolio {
	struct person person;
	struct goal *goals;
	size_t goal_count;
	struct evidence *evidence;
	size_t evidence_count;
	struct learning *learning; /* planned, under way or finished */
	size_t learning_count;
	struct skill *skills;
	size_t skill_count;
};
GROEI_API enum groei_status groei_portfolio(struct groei *groei, struct groei_arena *arena,
                                            int64_t person, struct portfolio *portfolio_out);

#endif
