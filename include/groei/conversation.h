/* Conversations: planning, answering, closing. Plain records are added, edited and listed as in
 * groei.h; here is what needs more than one record.
 *
 *     planned ──► prepared ──► held ──► acknowledged
 *        └────────────┴──► missed, cancelled
 */
#ifndef GROEI_CONVERSATION_H
#define GROEI_CONVERSATION_H

#include <groei/groei.h>

/* The conversation that stands open with a person (planned or prepared, the earliest). GROEI_NO: none. */
GROEI_API enum groei_status groei_conversation_open(struct groei *groei, struct groei_arena *arena,
                                                    int64_t person, struct conversation *out);
/* The last one held before `day` (GROEI_NO_DAY: at all). GROEI_NO: none. */
GROEI_API enum groei_status groei_conversation_last(struct groei *groei, struct groei_arena *arena,
                                                    int64_t person, int32_t day,
                                                    struct conversation *out);

/* What stands beside a question: the newest answer to it from an earlier conversation, and for scales
 * up to 12 earlier values, oldest first. */
struct earlier_answer {
	const char *text; /* NULL: never answered */
	int32_t number;   /* GROEI_NONE: none */
	int32_t day;
	int32_t trend[12];
	int trend_count;
};

/* One question of a conversation with everything that is known of it. */
struct asked {
	const struct question *question; /* NULL: an answer whose question left the template */
	struct answer answer[2];         /* by enum answer_side; id 0: not answered */
	int hidden[2];                   /* 1: that side prepared an answer, kept until who asks
	                                    published or skipped theirs */
	struct earlier_answer earlier[2];
};

/* The questions of the conversation's template with their answers and the earlier ones, in order,
 * then answers to questions that the template no longer has. */
GROEI_API enum groei_status groei_conversation_asked(struct groei *groei, struct groei_arena *arena,
                                                     const struct conversation *conversation,
                                                     struct question_template **template_out,
                                                     struct asked **asked_out, size_t *count_out);

/* Saves one side's answer; text "" or NULL (or number GROEI_NONE for a scale) takes it back. For a
 * scale, choice or yes/no the value is checked. `before` is the answer as read, NULL or id 0 when there
 * was none. GROEI_CONFLICT: somebody answered it meanwhile (read again; both can be shown). */
GROEI_API enum groei_status groei_answer_save(struct groei *groei, int64_t conversation,
                                              const char *question, enum answer_side side,
                                              const struct answer *before, const char *text,
                                              int32_t number);
/* The same from what a person typed: a number for a scale, an id, label or unique start for a choice. */
GROEI_API enum groei_status groei_answer_type(struct groei *groei, int64_t conversation,
                                              const char *question, enum answer_side side,
                                              const struct answer *before, const char *text);

enum noted_kind { NOTED_ACTION, NOTED_POINT, NOTED_MOMENT, NOTED_PRAISE, NOTED_HEARD, NOTED_KINDS };

/* A line of notes that becomes a record when the talk is held. It starts, behind blanks and a list
 * dash, with a mark and a blank:
 *
 *     [ ] @amir #ask Noor about mentoring by fri   an action: owner, kind, title, due
 *     ? does the rota still work                   a talking point for next time
 *     ! kept calm in the outage review             a moment: observation
 *     !! explained it so that everybody got it     a moment: praise
 *     > would like to teach one day                heard, to be decided about
 */
struct noted_line {
	enum noted_kind kind;
	int64_t owner;     /* of an action: the handle's person; without one, who is asking */
	const char *handle; /* as typed, NULL without one */
	int unknown;       /* the handle is nobody's: `owner` is who is asking and the title keeps it */
	const char *title;
	int32_t due;       /* of an action; GROEI_NO_DAY: none found */
	int32_t action;    /* of an action: enum action_kind, "#share" before its title */
	size_t line;       /* of the notes, from 1 */
	int made;          /* this conversation has that record already */
};

/* The marked lines that a conversation's notes hold, in order. */
GROEI_API enum groei_status groei_conversation_noted(struct groei *groei, struct groei_arena *arena,
                                                     const struct conversation *conversation,
                                                     struct noted_line **lines_out,
                                                     size_t *count_out);
/* Whether every action among the lines that is still to be made names somebody. GROEI_NOT_FOUND, with the
 * line and the nearest handles in the reason, when one does not. */
GROEI_API enum groei_status groei_noted_check(struct groei *groei, const struct noted_line *lines,
                                              size_t count);
/* Up to three handles of people that are near to a word, "amir, amira"; "" when none is. In the arena. */
GROEI_API const char *groei_handles_near(struct groei *groei, struct groei_arena *arena,
                                         const char *word);
/* The mark of a kind as it is typed: "[ ]", "?" … */
GROEI_API const char *groei_noted_mark(enum noted_kind kind);

/* An answer that is saved with the closing of a talk, or with one that is recorded in one go. */
struct given_answer {
	const char *question;
	const char *text; /* as typed */
	enum answer_side side;
};

/* How a conversation is closed. */
struct closing {
	int64_t conversation;
	int32_t day;          /* held on; GROEI_NO_DAY: its day, or today when that lies ahead */
	int32_t energy;       /* GROEI_NONE: leave as it is */
	const char *notes;    /* NULL: leave as they are */
	int32_t next;         /* day of the next one; GROEI_NO_DAY: by cadence */
	int plan_next;        /* 0: plan none */
	const char *next_template; /* NULL: the same as this one's */
	int32_t minutes;      /* it took; 0 or GROEI_NONE: leave as it is */
	const char *insight;  /* NULL: leave as it is */
	const char *mirror;   /* my own part in it, kept as a private note; NULL: none */
	const struct given_answer *answers; /* saved before it is held */
	size_t answer_count;
	const int64_t *points; /* talking points that were discussed */
	size_t point_count;
};

struct closed {
	struct conversation held;
	struct conversation next; /* id 0: none planned */
	size_t actions_made, actions_carried;
	size_t points_made, points_carried, moments_made, heard_made;
};

/* Closes a conversation in one go: saves the answers, makes what the notes hold, marks it held, plans
 * the next one by cadence (or moves the one that was planned already), carries the pair's open
 * actions and points over. GROEI_INVALID when it is held already or cancelled, or the day lies ahead. */
GROEI_API enum groei_status groei_conversation_hold(struct groei *groei, struct groei_arena *arena,
                                                    const struct closing *closing,
                                                    struct closed *closed_out);

/* Records a talk that was not planned here: adds it (with its notes and answers) and holds it; one
 * transaction. Uses the open conversation with that person when it is due on or before that day. */
GROEI_API enum groei_status groei_conversation_log(struct groei *groei, struct groei_arena *arena,
                                                   struct conversation *conversation,
                                                   const struct given_answer *answers,
                                                   size_t answer_count,
                                                   const struct closing *closing,
                                                   struct closed *closed_out);

/* Moves a planned conversation to a later day and keeps what it was and why. GROEI_INVALID: it is not
 * planned, the day does not lie after today and after its own, or the reason is missing. This and the
 * next two: *conversation_out is how it stands now, texts in the arena. */
GROEI_API enum groei_status groei_conversation_postpone(struct groei *groei,
                                                        struct groei_arena *arena,
                                                        int64_t conversation, int32_t until,
                                                        const char *reason,
                                                        struct conversation *conversation_out);
/* A planned conversation that did not take place. GROEI_INVALID: it is not planned or lies ahead. */
GROEI_API enum groei_status groei_conversation_miss(struct groei *groei, struct groei_arena *arena,
                                                    int64_t conversation,
                                                    struct conversation *conversation_out);
/* The employee confirms a talk that was held; in a store that is a file of one person, its owner may do
 * so too. GROEI_INVALID: it is not held. GROEI_DENIED: somebody else asks. */
GROEI_API enum groei_status groei_conversation_acknowledge(struct groei *groei,
                                                           struct groei_arena *arena,
                                                           int64_t conversation,
                                                           struct conversation *conversation_out);

/* The rhythm of a pair: the person's cadence, else the team's, else every four weeks. In the arena. */
GROEI_API const char *groei_cadence(struct groei *groei, struct groei_arena *arena, int64_t person);
/* The day by which the next conversation is due, counted from the last held one. */
GROEI_API int32_t groei_next_due(struct groei *groei, int64_t person);

#endif
