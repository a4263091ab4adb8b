/* Verbs of goals and actions. */
#ifndef GROEI_FOLLOWUP_H
#define GROEI_FOLLOWUP_H

#include <groei/groei.h>

/* Moves a goal to another stage. GROEI_NOT_FOUND; GROEI_INVALID when it is there already. */
GROEI_API enum groei_status groei_goal_move(struct groei *groei, int64_t goal,
                                            enum goal_stage stage);

/* What is recorded together with a move to another stage. */
struct goal_closing {
	const char *evidence; /* what was applied at work, one line; NULL: nothing new */
	int32_t confidence;   /* the employee's own, 0–10; GROEI_NONE: as it was told last */
	const char *learned;  /* what it taught; NULL: as it is */
	const char *reason;   /* why it stopped; NULL: as it is */
};

/* The same with what belongs to closing a goal, all or nothing; NULL: nothing. “confident” needs at least
 * one piece of evidence and the employee's newest confidence at the framework's least; “failed and
 * learned” is for experiments and needs what was learned. Otherwise GROEI_INVALID, and the reason's
 * field is the member above that is missing. */
GROEI_API enum groei_status groei_goal_move_with(struct groei *groei, int64_t goal,
                                                 enum goal_stage stage,
                                                 const struct goal_closing *with);

/* Records how a goal stands for one side: progress->goal, its numbers and its side (GROEI_NONE: that of
 * who is asking). The employee's level becomes the goal's. GROEI_INVALID when nothing is said;
 * GROEI_DENIED for the other side's view. */
GROEI_API enum groei_status groei_goal_check(struct groei *groei, struct progress *progress);

/* Records what is needed for a goal as support: an action with that goal, of the lead when its owner is
 * 0. The action is otherwise as given (title, due, kind), and on success as stored. */
GROEI_API enum groei_status groei_goal_need(struct groei *groei, int64_t goal,
                                            struct action *action);

/* A goal with everything that hangs on it, each at most 100, the newest first unless said otherwise. */
struct goal_view {
	struct goal goal;
	int32_t movement;             /* day of the last movement of any kind */
	struct progress *progress[2]; /* by enum answer_side, the oldest first */
	size_t progress_count[2];
	struct evidence *evidence;
	size_t evidence_count;
	struct action *support;       /* promised by the lead */
	size_t support_count, given;  /* dropped ones left out; done ones */
	struct action *action;        /* the employee's own */
	size_t action_count;
	struct learning *learning;
	size_t learning_count;
	struct moment *moment;
	size_t moment_count;
};

/* In the arena. GROEI_NOT_FOUND. */
GROEI_API enum groei_status groei_goal_view(struct groei *groei, struct groei_arena *arena,
                                            int64_t goal, struct goal_view *view_out);

/* One change of a goal's stage, as the journal holds it. */
struct goal_change {
	int32_t day;
	int32_t before, after; /* enum goal_stage; before is GROEI_NONE of what it began with */
	int64_t who;           /* moved it */
};

/* All of a goal, the oldest first; of very many the newest 200 or more. What was taken back is not among them.
 * In the arena. GROEI_NOT_FOUND. */
GROEI_API enum groei_status groei_goal_changes(struct groei *groei, struct groei_arena *arena,
                                               int64_t goal, struct goal_change **changes_out,
                                               size_t *count_out);

/* How many open goals serve no objective. */
GROEI_API enum groei_status groei_goals_unaligned(struct groei *groei, int *count_out);

/* What the safety net asks: "What does Amir need for “SQL”?", or the employee themselves: "What do you
 * need …". In the arena; raw text. */
GROEI_API const char *groei_goal_question(struct groei *groei, struct groei_arena *arena,
                                          const struct goal *goal);

/* Marks an action done (today), open again, or dropped. GROEI_NOT_FOUND; GROEI_INVALID when it is so
 * already. */
GROEI_API enum groei_status groei_action_set(struct groei *groei, int64_t action,
                                             enum action_state state);

/* Agrees on a new day, before or after the old one: counted, the reason kept, every change in the
 * history. GROEI_INVALID without a reason, for the day it has, one that lies behind, or an action that
 * is closed. */
GROEI_API enum groei_status groei_action_reagree(struct groei *groei, int64_t action, int32_t due,
                                                 const char *reason);

/* The promises of one side of a pair. A side keeps one on time when it is done on the day agreed last or
 * before, or when no day was agreed. */
struct promises {
	int made, on_time, late, reagreed, open, overdue, dropped; /* overdue ones are open too */
	struct action *action; /* open first, by day; at most 200 */
	size_t count;
};

enum promise_side { PROMISE_LEAD, PROMISE_EMPLOYEE };

/* What both sides of a person's talks promised from a day to a day (GROEI_NO_DAY: from the beginning, to
 * today), by enum promise_side; both are measured alike. In the arena. GROEI_NOT_FOUND. */
GROEI_API enum groei_status groei_promises(struct groei *groei, struct groei_arena *arena,
                                           int64_t person, int32_t from, int32_t to,
                                           struct promises sides_out[2]);

/* "[ ] @amir ask Noor by fri" or the same without the box, as in notes: owner (0 without a handle), title
 * (in the arena), kind ("#share") and due day of a record that is clear otherwise. GROEI_INVALID without a title,
 * GROEI_NOT_FOUND for a handle that is nobody's. */
GROEI_API enum groei_status groei_action_read(struct groei *groei, struct groei_arena *arena,
                                              const char *line, struct action *action_out);

#endif
