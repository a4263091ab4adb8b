/* Readings over many records: what needs me today, the brief before a talk, a person's timeline, the
 * journal, and drafts of what is being typed. */
#ifndef GROEI_OVERVIEW_H
#define GROEI_OVERVIEW_H

#include <groei/conversation.h>
#include <groei/groei.h>
#include <groei/moments.h>
#include <groei/people.h>

/* How a pair stands. */
struct standing {
	int64_t person;
	const char *handle, *name, *role;
	int32_t last_day;     /* of the last held conversation; GROEI_NO_DAY: none yet */
	int32_t due;          /* by cadence; for somebody never talked to: their first day here */
	int64_t planned;      /* the open conversation, 0: none */
	int32_t planned_day;
	int open_actions;     /* of both sides; only in people lists */
	int overdue_actions;
	int open_goals;
	int32_t energy[12];   /* oldest first; only in people lists and briefs */
	int energy_count;
	int away;             /* 1: today is in an absence of theirs, nobody owes a talk */
	int32_t away_until;   /* last day of that one; GROEI_NO_DAY: until further notice */
	int planned_away;     /* 1: the planned day is in an absence of theirs */
	int postponed;        /* how often the planned conversation was postponed */
	int silent;           /* days since the last one, when too many by the framework; else 0 */
	int32_t formal;       /* formal talks held this year; not in talks of today */
	int32_t formal_wanted; /* how many the year asks of them */
};

/* What else there is to say of a pair: away, how often postponed, days of silence; with `between` between
 * them, "" for nothing. And its formal talks: "1 of 2 formal talks this year", "" where none is asked.
 * Translated, in the arena. */
GROEI_API const char *groei_standing_words(struct groei *groei, struct groei_arena *arena,
                                           const struct standing *standing, const char *between);
GROEI_API const char *groei_formal_words(struct groei_arena *arena,
                                         const struct standing *standing);

/* The same for HR: "away until Fri 6 Mar · formal 0/2", "no talk yet". */
GROEI_API const char *groei_watch_words(struct groei *groei, struct groei_arena *arena,
                                        const struct standing *standing);

enum today_kind {
	TODAY_TALK,
	TODAY_ACTION,
	TODAY_GOAL,
	TODAY_STALLED,
	TODAY_LEARNING,
	TODAY_HEARD,
	TODAY_REFLECTION,
	TODAY_WATCH, /* for HR */
	TODAY_DRAFT
};

enum learning_need {
	NEED_CHECKPOINT,  /* a checkpoint is due */
	NEED_DEBRIEF,     /* it ended: to be talked over */
	NEED_CERTIFICATE, /* its certificate ends within 60 days, or ended within 30 */
	NEED_ANSWER       /* it was proposed: to be answered */
};

/* What learning asks of me. */
struct today_learning {
	enum learning_need need;
	int64_t checkpoint; /* of a checkpoint, with its kind */
	int32_t kind;       /* enum checkpoint_kind */
	int64_t learning, person;
	const char *title;  /* of the learning activity */
};

/* Of its action, goal or heard an item holds what lists show; groei_get has the rest. */
struct today_item {
	enum today_kind kind;
	int32_t day;          /* when: planned or due */
	struct standing talk; /* of a talk; of a pair that HR watches, with its lead */
	int64_t lead;
	struct action action; /* of an action: mine, or one of my people's that is overdue */
	struct goal goal;     /* of a goal whose next step is due, or that stands still */
	int32_t since;        /* of one that stands still: the day something last moved */
	struct heard heard;   /* of what I heard and did not decide about; day: when */
	struct today_learning learning;
	struct reflection reflection; /* my draft, or feedback about me that waits for my consent */
	struct draft *draft;  /* of a draft left by an earlier session, or being typed in another one */
};

enum today_list {
	TODAY_LIST_TALKS,
	TODAY_LIST_MINE,   /* my actions */
	TODAY_LIST_OTHERS, /* overdue ones of my people */
	TODAY_LIST_GOALS,
	TODAY_LIST_STALLED, /* open goals without movement for as long as the framework says */
	TODAY_LIST_LEARNING,
	TODAY_LIST_HEARD,
	TODAY_LIST_REFLECTIONS,
	TODAY_LIST_WATCH, /* for HR, by lead: who is away, silent or behind with formal talks */
	TODAY_LIST_DRAFTS,
	TODAY_LISTS
};

struct today {
	struct today_item *items; /* sorted: talks, own actions, others' actions, goals, learning, heard; each by day */
	size_t count;
	size_t more[TODAY_LISTS]; /* of each list: how many more there are than the items */
	size_t due;               /* how many of them are due today or before */
	int32_t horizon;          /* last day that is shown */
	struct standing *behind;  /* in the last quarter: my people with fewer formal talks than asked */
	size_t behind_count;
	struct lead_rhythm rhythm; /* mine */
};

/* What needs me: everything due up to a week ahead. At most 200 of each list. */
GROEI_API enum groei_status groei_today_read(struct groei *groei, struct groei_arena *arena,
                                             struct today *today_out);
/* The same, but all of it; of drafts still the newest 200. */
GROEI_API enum groei_status groei_today_full(struct groei *groei, struct groei_arena *arena,
                                             struct today *today_out);

/* The people I lead (or everybody, lead 0) with their standing, by name; windows as groei_list. A lead
 * takes the place of one condition. */
GROEI_API enum groei_status groei_people(struct groei *groei, struct groei_arena *arena,
                                         int64_t lead, const struct groei_query *query,
                                         struct standing **people_out, size_t *count_out);
/* Of one person; texts in the arena. GROEI_NOT_FOUND. */
GROEI_API enum groei_status groei_standing(struct groei *groei, struct groei_arena *arena,
                                           int64_t person, struct standing *out);

/* The brief for the next conversation: at most 200 open actions of each side, 50 done
 * ones and 100 goals. */
struct brief {
	struct person person;
	struct standing standing;
	const char *cadence;
	struct conversation last, next; /* id 0: none */
	struct asked *last_asked;       /* answered questions of the last one */
	size_t last_count;
	struct action *mine, *theirs;   /* open actions: the lead's own promises, the employee's */
	size_t mine_count, theirs_count;
	struct action *done;            /* done since the last conversation */
	size_t done_count;
	struct goal *goals;             /* open, the most recently moved first */
	size_t goal_count;
	size_t mine_more, theirs_more, done_more, goal_more; /* how many more there are of each */
	struct agenda agenda;           /* talking points, and who brought them */
	size_t discussed;               /* of them in the next conversation already */
	struct moment *moments;         /* since the last talk, newest first; open wishes apart */
	size_t moment_count;
	struct moment *wishes;          /* without a reply, oldest first */
	size_t wish_count;
	struct note *notes;             /* who is asking's own private ones since the last talk */
	size_t note_count;
	struct heard *heard;            /* what who is asking heard and did not decide about */
	size_t heard_count;
	struct asked *published;        /* questions of the next talk with published answers only */
	size_t published_count;
	const struct question **unasked; /* of the next one's template: longest not answered, at most 3 */
	int32_t *unasked_day;            /* last answered; GROEI_NO_DAY: never */
	size_t unasked_count;
	int32_t ambitions; /* day on which they last said where they want to grow; GROEI_NO_DAY: never */
};

/* In the arena. GROEI_NOT_FOUND when there is no such person. */
GROEI_API enum groei_status groei_brief(struct groei *groei, struct groei_arena *arena,
                                        int64_t person, struct brief *brief_out);
/* The same with every action and goal, however many. */
GROEI_API enum groei_status groei_brief_full(struct groei *groei, struct groei_arena *arena,
                                             int64_t person, struct brief *brief_out);

/* All answers of a person to one question over time, newest first, at most 200. */
struct answered {
	struct answer answer;
	struct conversation conversation; /* without notes */
};
GROEI_API enum groei_status groei_answers_over_time(struct groei *groei, struct groei_arena *arena,
                                                    int64_t person, const char *question,
                                                    struct answered **answers_out,
                                                    size_t *count_out);

enum timeline_kind {
	TIMELINE_CONVERSATION,
	TIMELINE_GOAL_MADE,
	TIMELINE_GOAL_MOVED,
	TIMELINE_ACTION_DONE,
	TIMELINE_LEARNING_BEGUN,
	TIMELINE_LEARNING_ENDED,
	TIMELINE_CHECKPOINT,
	TIMELINE_EVIDENCE,
	TIMELINE_MOMENT,
	TIMELINE_ABSENCE,
	TIMELINE_POSTPONED,
	TIMELINE_ASSIGNMENT /* came to another lead or team */
};

struct timeline_item {
	int32_t day;
	enum timeline_kind kind;
	int64_t id;        /* of the conversation, goal, action, … */
	int32_t state;     /* conversation state, goal stage, action or learning state, checkpoint or
	                      moment kind */
	int32_t format;    /* of a conversation */
	int32_t energy;    /* of a conversation */
	int32_t until;     /* last day of an absence, new day of a postponed talk; else GROEI_NO_DAY */
	const char *title; /* of a goal or action; first line of a conversation's notes; reason of a
	                      postponement; names of lead and team */
	const char *words; /* by which it stands among those of its day and kind; never NULL */
};

/* A person's timeline, newest first; a window after `after` (NULL: from the newest). */
GROEI_API enum groei_status groei_timeline(struct groei *groei, struct groei_arena *arena,
                                           int64_t person, const struct timeline_item *after,
                                           int limit, struct timeline_item **items_out,
                                           size_t *count_out);

/* The journal ---------------------------------------------------------------------------------- */

struct change_field {
	enum groei_entity entity;
	int64_t record;
	const char *operation; /* "add", "edit", "remove" */
	const struct groei_field *field;
	const char *before, *after; /* as groei_value_code, references as ids; NULL absent */
};

struct change {
	int64_t id;
	int64_t at;          /* instant */
	int64_t who;
	const char *command; /* "goal move" */
	int64_t undoes;      /* the change that this one took back, 0: none */
	int undone;          /* has been taken back */
	struct change_field *fields;
	size_t field_count;
};

/* Changes, newest first; of one record (entity and id), or of all (id 0). */
GROEI_API enum groei_status groei_history(struct groei *groei, struct groei_arena *arena,
                                          enum groei_entity entity, int64_t id,
                                          const struct change *after, int limit,
                                          struct change **changes_out, size_t *count_out);
/* One line for people: what a change did ("Goal “SQL”: stage need → learning"). In the arena. */
GROEI_API const char *groei_change_text(struct groei *groei, struct groei_arena *arena,
                                        const struct change *change);

/* Takes back the last change of who is asking that is not taken back yet; *change_out is what it was.
 * GROEI_NO: nothing to undo. GROEI_CONFLICT: somebody changed the same since. */
GROEI_API enum groei_status groei_undo(struct groei *groei, struct groei_arena *arena,
                                       struct change *change_out);

/* Drafts: what is being typed, saved beside the records, seen by its author only -----------------
 *
 * A session is a handle from groei_open to groei_close. Each has a draft of its own in a place, so
 * two that type in the same field keep both texts, and a place can hold several drafts. What an
 * ended session left stays until a later one takes it over or throws it away. */

struct draft {
	const char *place; /* "conversation/CODE/notes", "conversation/CODE/answer/SIDE/QUESTION",
	                      "reflecting/WHICH/answer/SIDE/QUESTION", "form/NOUN/CODE", "form/NOUN/new", "form/NOUN/new/PERSON", "jotting/PERSON" */
	const char *text;
	int64_t at;        /* instant it was saved */
	int64_t session;   /* random number of the session whose draft it is */
	int own;           /* 1: that is this session */
	int32_t revision;  /* of the record it started from; 0: none */
};

/* Keeps the text (valid UTF-8, at most GROEI_LONG_MAX bytes, else GROEI_INVALID) in place of what
 * this session kept there before. */
GROEI_API enum groei_status groei_draft_save(struct groei *groei, const char *place,
                                             int32_t revision, const char *text);
/* This session's draft of the place, else the newest of another one. In the arena. GROEI_NO when there is
 * none. */
GROEI_API enum groei_status groei_draft_get(struct groei *groei, struct groei_arena *arena,
                                            const char *place, struct draft *draft_out);
/* Makes a draft (place and session count) this session's own: from now on save and drop are about it. The
 * session that wrote it, when it still runs, has none until it saves again. GROEI_NO, and nothing
 * changes: this session has another one in that place. GROEI_NOT_FOUND: it is gone. */
GROEI_API enum groei_status groei_draft_take(struct groei *groei, const struct draft *draft);
/* Drops this session's draft of the place. One that is not there is fine. */
GROEI_API enum groei_status groei_draft_drop(struct groei *groei, const char *place);
/* Throws away exactly this draft, whoever wrote it. One that is not there is fine. */
GROEI_API enum groei_status groei_draft_forget(struct groei *groei, const struct draft *draft);
/* Where a draft belongs, for people: "Answer · Amir Haddad, Mon 2 Mar". In the arena; raw text. */
GROEI_API const char *groei_draft_name(struct groei *groei, struct groei_arena *arena,
                                       const struct draft *draft);
/* What was typed, on one line: of a form the values only. In the arena; raw text. */
GROEI_API const char *groei_draft_words(struct groei_arena *arena, const struct draft *draft);
/* Of all sessions, newest first, at most 200; there may be several of one place. In the arena. */
GROEI_API enum groei_status groei_drafts(struct groei *groei, struct groei_arena *arena,
                                         struct draft **drafts_out, size_t *count_out);

#endif
