/* Reflections: one person's own answers to a template, alone. They prepare a conversation, stand by
 * themselves, or are a colleague's feedback. A draft is its author's only until it is published. */
#ifndef GROEI_REFLECTION_H
#define GROEI_REFLECTION_H

#include <groei/conversation.h>

/* Which reflection is meant; all absent (0, NULL): the one of mine that is needed first, else one of
 * my own, without a conversation. */
struct reflection_wish {
	int64_t reflection;
	int64_t conversation;
	int64_t about;        /* a person: feedback asked about them, else the open talk with them */
	int64_t checkpoint;   /* of the author's own learning: the questions for it */
	const char *template; /* NULL: the conversation's, else “reflection” */
	int64_t author;       /* who answers; 0: who is asking */
};

/* The author's reflection: as it stands, or, id 0, as it will be when it is begun. The side follows from
 * who the author is in the conversation. Texts in the arena. GROEI_NOT_FOUND; GROEI_DENIED for a
 * conversation of two others or a checkpoint of somebody else; GROEI_INVALID when that was held or cancelled. */
GROEI_API enum groei_status groei_reflection_find(struct groei *groei, struct groei_arena *arena,
                                                  const struct reflection_wish *wish,
                                                  struct reflection *out);
/* Those that wait for who is asking: drafts of theirs, soonest due first, at most 50. */
GROEI_API enum groei_status groei_reflections_open(struct groei *groei, struct groei_arena *arena,
                                                   struct reflection **reflections_out,
                                                   size_t *count_out);

/* The questions that the reflection asks its author, in order, then answers whose question left the
 * template. The answer stands at the author's side, a colleague's at SIDE_EMPLOYEE; so does what was answered
 * before. Only what who is asking may read. */
GROEI_API enum groei_status groei_reflection_asked(struct groei *groei, struct groei_arena *arena,
                                                   const struct reflection *reflection,
                                                   struct question_template **template_out,
                                                   struct asked **asked_out, size_t *count_out);
/* Where `struct asked` holds the reflection's answers. */
GROEI_API enum answer_side groei_reflection_slot(const struct reflection *reflection);

/* Saves an answer as groei_answer_save and groei_answer_type do. A reflection with id 0 is begun with it and
 * becomes what was stored. What is published already is corrected, and the history says so.
 * GROEI_DENIED: not who answers; GROEI_INVALID: it was skipped. */
GROEI_API enum groei_status groei_reflection_answer(struct groei *groei,
                                                    struct reflection *reflection,
                                                    const char *question,
                                                    const struct answer *before, const char *text,
                                                    int32_t number);
GROEI_API enum groei_status groei_reflection_type(struct groei *groei,
                                                  struct reflection *reflection,
                                                  const char *question,
                                                  const struct answer *before, const char *text);

struct reflection_published;
/* Saves several as typed, in one go, over whatever stands there. For another author: what they sent, put
 * in by whom it is about, who asked for it or who leads the person; that publishes it, and
 * *published_out tells (its reflection.id is 0 otherwise). GROEI_DENIED: they have begun a draft here
 * themselves. */
GROEI_API enum groei_status groei_reflection_fill(struct groei *groei, struct groei_arena *arena,
                                                  struct reflection *reflection,
                                                  const struct given_answer *answers, size_t count,
                                                  struct reflection_published *published_out);

/* The author's answers and groei_reflection_publish in one go: all of it is saved, or nothing. */
GROEI_API enum groei_status groei_reflection_finish(struct groei *groei, struct groei_arena *arena,
                                                    struct reflection *reflection,
                                                    const struct given_answer *answers,
                                                    size_t count,
                                                    struct reflection_published *published_out);

/* An answer that met another one in the conversation. */
struct reflection_met {
	const char *question;
	int joined; /* 1: both texts were kept; 0: the conversation's value stays */
};

struct reflection_published {
	struct reflection reflection;
	size_t answers;             /* that others can read now */
	struct reflection_met *met;
	size_t met_count;
	int prepared;               /* 1: with it both sides are ready */
};

/* Makes the answers readable, for good; with them the checkpoint that they answer is done: those to private questions stay the author's. Those of a
 * preparation become the conversation's; one that stands there already is not written over.
 * GROEI_DENIED: not the author; GROEI_INVALID: nothing is answered (as with id 0), or it is no draft. */
GROEI_API enum groei_status groei_reflection_publish(struct groei *groei,
                                                     struct groei_arena *arena, int64_t reflection,
                                                     struct reflection_published *out);
/* Says that nothing will come; begins it when id is 0. A colleague declines so, or the person asked
 * for their consent. */
GROEI_API enum groei_status groei_reflection_skip(struct groei *groei,
                                                  struct reflection *reflection);
/* Throws a draft away with its answers. Only the author, or who asked for it while nothing is answered. */
GROEI_API enum groei_status groei_reflection_withdraw(struct groei *groei, int64_t reflection);

/* Feedback of colleagues --------------------------------------------------------------------- */

struct feedback_wish {
	int64_t person;        /* whom it is about */
	const int64_t *from;   /* colleagues */
	size_t from_count;
	int32_t due;           /* GROEI_NO_DAY: none */
	const char *context;   /* NULL: none */
	const char *template;  /* NULL: “peer-feedback” */
};

/* Asks for it: by the person a draft at once, by their lead waiting for consent. The reflections are put
 * into `made_out` (from_count of them). */
GROEI_API enum groei_status groei_feedback_ask(struct groei *groei,
                                               const struct feedback_wish *wish,
                                               struct reflection *made_out);
/* The person agrees that a colleague is asked; lets the lead read what came. */
GROEI_API enum groei_status groei_feedback_consent(struct groei *groei, int64_t reflection);
GROEI_API enum groei_status groei_feedback_share(struct groei *groei, int64_t reflection);

#endif
