/* What can be stored: one row per field of every record. Store, forms, options, validation, JSON and
 * help all read these tables; a new field is a struct member and a row in src/core/schema.c.
 *
 * Structs are plain. Text is NULL when absent, a day or number GROEI_NO_DAY, a reference or id 0,
 * an instant GROEI_NO_INSTANT. A choice holds the index of its row in the field's choices; one that may
 * be absent (FIELD_MAYBE) holds GROEI_NONE then. */
#ifndef GROEI_SCHEMA_H
#define GROEI_SCHEMA_H

#include <stddef.h>
#include <stdint.h>

#include <groei/api.h>
#include <groei/date.h>

#define GROEI_NONE GROEI_NO_DAY /* absent number */

enum groei_entity {
	GROEI_PERSON,
	GROEI_TEAM,
	GROEI_CONVERSATION,
	GROEI_ANSWER,
	GROEI_GOAL,
	GROEI_ACTION,
	GROEI_ASSIGNMENT,
	GROEI_ABSENCE,
	GROEI_SKILL,
	GROEI_DIRECTION,
	GROEI_OBJECTIVE,
	GROEI_REFLECTION,
	GROEI_POSTPONEMENT,
	GROEI_POINT,
	GROEI_MOMENT,
	GROEI_NOTE,
	GROEI_HEARD,
	GROEI_LEARNING,
	GROEI_CHECKPOINT,
	GROEI_PROGRESS,
	GROEI_EVIDENCE,
	GROEI_ENTITIES
};

/* Every record starts with these two members, in this order. */
#define GROEI_RECORD                                                                               \
	int64_t id;       /* 63-bit, random, made when added */                                        \
	int32_t revision; /* 1 when added, one more with every change */

struct groei_record {
	GROEI_RECORD
};

/* Choices of one yes or no: which comes first is what holds unless said otherwise. */
enum choice_no_yes { CHOICE_NO, CHOICE_YES };
enum choice_yes_no { CHOICE_YES_FIRST, CHOICE_NO_SECOND };

enum person_language { PERSON_NL, PERSON_EN };

struct person {
	GROEI_RECORD
	const char *handle;  /* short unique name: "amir" */
	const char *name;    /* "Amir Haddad" */
	const char *role;    /* what they do: "data engineer" */
	int64_t lead;        /* person who leads them */
	int64_t team;
	const char *cadence; /* "2w", "1m"; absent: the team's, else every four weeks */
	int32_t starts, ends;
	int32_t language;    /* enum person_language */
	int32_t made;        /* day they were added */
	int32_t hr;          /* enum choice_no_yes: works for HR */
	int32_t talks_a_day; /* most conversations a day that they want to have as a lead */
};

struct team {
	GROEI_RECORD
	const char *handle;
	const char *name;
	int64_t parent; /* team it is part of */
	int64_t lead;
	const char *cadence;
};

enum conversation_state {
	CONVERSATION_PLANNED,
	CONVERSATION_PREPARED,
	CONVERSATION_HELD,
	CONVERSATION_ACKNOWLEDGED,
	CONVERSATION_MISSED,
	CONVERSATION_CANCELLED
};

enum conversation_format {
	FORMAT_GROWTH, /* unless said otherwise */
	FORMAT_START,
	FORMAT_CHECK_IN,
	FORMAT_PROGRESS,
	FORMAT_REVIEW,
	FORMAT_DEBRIEF,
	FORMAT_STAY,
	FORMAT_MOMENT
};

enum conversation_hat { HAT_MANAGER, HAT_COACH, HAT_MENTOR };

struct conversation {
	GROEI_RECORD
	int64_t person;       /* the employee */
	int64_t lead;         /* their lead at that time */
	int32_t day;          /* planned for; once held, held on */
	int32_t format;       /* enum conversation_format */
	const char *template; /* id of its question template */
	int32_t state;        /* enum conversation_state */
	int32_t energy;       /* of the employee that day, 1–10 */
	const char *notes;    /* taken during the talk; its marked lines become records when it is held */
	int64_t previous;     /* the conversation that planned this one */
	int32_t formal;       /* enum choice_no_yes; absent until it is known: as the format has it */
	int32_t hat;          /* enum conversation_hat: what the lead was in it; may be absent */
	int32_t minutes;      /* planned for; once held, taken */
	const char *insight;  /* what both came to see */
	int32_t acknowledged; /* day the employee confirmed it */
	int32_t postponed;    /* how often */
};

enum answer_side { SIDE_EMPLOYEE, SIDE_LEAD, SIDE_PEER };

struct answer {
	GROEI_RECORD
	int64_t person;       /* whom the conversation is about */
	int64_t conversation;
	const char *question; /* stable id */
	int32_t side;         /* enum answer_side: whose answer it is */
	const char *text;     /* the words; for a choice its id; for yes/no "yes" or "no" */
	int32_t number;       /* of a scale */
	int32_t day;          /* of the conversation when answered, for trends */
	const char *template; /* that asked, its version and the hash of the wording */
	int32_t version;
	const char *wording;
	int64_t author;       /* who wrote it down */
	int64_t reflection;   /* it was written in, 0: in the conversation itself */
	int32_t published;    /* enum choice_yes_no: no while only its author sees it */
};

enum goal_stage {
	GOAL_NEED,
	GOAL_PLANNED,
	GOAL_LEARNING,
	GOAL_PRACTISING,
	GOAL_APPLYING,
	GOAL_CONFIDENT,
	GOAL_STALLED,
	GOAL_DROPPED,
	GOAL_LESSON /* an experiment that failed and taught something: completed */
};

enum goal_kind { GOAL_DEVELOPMENT, GOAL_PASSION, GOAL_IMPROVEMENT, GOAL_EXPERIMENT };
enum goal_origin { ORIGIN_SELF, ORIGIN_TOGETHER, ORIGIN_LEAD, ORIGIN_ORGANISATION, ORIGIN_LEGAL };
enum goal_purpose { PURPOSE_ENERGY, PURPOSE_JOY, PURPOSE_FUTURE };
enum growth_direction {
	DIRECTION_DEEPER,
	DIRECTION_SIDEWAYS,
	DIRECTION_UPWARD,
	DIRECTION_OTHER_ROLE,
	DIRECTION_OUTSIDE
};

struct goal {
	GROEI_RECORD
	int64_t person;
	const char *title;
	int32_t stage;       /* enum goal_stage */
	const char *why;
	const char *step;    /* the one small next step */
	int32_t step_by;     /* day by which */
	int32_t level_from, level_now, level_to; /* 0–10 */
	const char *support; /* what the lead promised */
	int64_t conversation; /* it was made in */
	int32_t made, moved;  /* day it was made, day its stage changed last */
	int64_t owner;        /* who holds the wheel: the employee unless said otherwise */
	int32_t kind;         /* enum goal_kind */
	int32_t origin;       /* enum goal_origin */
	int32_t purpose;      /* enum goal_purpose; may be absent */
	int32_t direction;    /* enum growth_direction; may be absent */
	int32_t way;          /* enum learning_kind: how it is learned; may be absent */
	const char *sign;     /* how we will see that it worked */
	int64_t buddy;        /* experienced colleague */
	const char *supporters; /* others who help, and means */
	int32_t hours_agreed, hours_used;   /* hours */
	int32_t budget_agreed, budget_used; /* whole units of the organisation's currency */
	const char *success, *conditions, *risks; /* what helps, what must be there, what may go wrong */
	int64_t objective;    /* it serves */
	const char *theme;    /* words to group goals by */
	const char *learned;  /* on closing: what was learned */
	const char *impact;   /* on closing: what others notice */
	const char *reason;   /* on dropping: why it stopped */
	int32_t stepped;      /* day its next step changed last */
};

enum action_state { ACTION_OPEN, ACTION_DONE, ACTION_DROPPED };

enum action_kind {
	ACTION_DO,
	ACTION_TIME,
	ACTION_ARRANGE,
	ACTION_INTRODUCE,
	ACTION_SHARE,
	ACTION_PRACTISE,
	ACTION_ASK,
	ACTION_BUDGET,
	ACTION_BUDDY,
	ACTION_TASK
};

struct action {
	GROEI_RECORD
	int64_t person;      /* the employee whose talks it belongs to */
	int64_t owner;       /* who does it: that person or their lead */
	const char *title;
	int32_t due;
	int32_t state;       /* enum action_state */
	int32_t done;        /* day it was done */
	int64_t conversation;
	int64_t goal;
	int32_t carried;     /* how often it went over to a next conversation */
	int32_t made;
	int32_t kind;        /* enum action_kind */
	int32_t hours;       /* of time that is freed or used */
	int32_t first_due;   /* the day agreed at first */
	int32_t reagreed;    /* how often a new day was agreed */
	const char *reason;  /* why a new day was agreed last */
};

/* Who led a person, in which team and rhythm, from when to when. Kept by the door from the person's own
 * fields; a person has at most one without an end. */
struct assignment {
	GROEI_RECORD
	int64_t person;
	int64_t lead, team;
	const char *cadence;
	int32_t starts, ends; /* first and last day */
};

/* A neutral pause: the rhythm rests. No reason is stored. */
struct absence {
	GROEI_RECORD
	int64_t person;
	int32_t starts, ends; /* first and last day; no end: until further notice */
};

enum skill_kind { SKILL_SKILL, SKILL_STRENGTH, SKILL_PITFALL };

struct skill {
	GROEI_RECORD
	int64_t person;
	const char *title;
	int32_t kind;      /* enum skill_kind */
	int32_t own, view; /* level 0–10 as the person and as their lead see it */
	int32_t wanted;    /* level 0–10 */
	int32_t helps;     /* enum choice_no_yes: open to help others with it */
	int32_t confirmed; /* day a level was last set or confirmed */
};

struct direction {
	GROEI_RECORD
	int64_t person;
	const char *title;
	int32_t kind;   /* enum growth_direction */
	const char *note;
	int32_t secret; /* enum choice_no_yes: for the person's own eyes */
	int32_t made;
};

enum objective_state { OBJECTIVE_OPEN, OBJECTIVE_REACHED, OBJECTIVE_DROPPED };

struct objective {
	GROEI_RECORD
	const char *title;
	int64_t team;   /* whose; 0: the organisation's */
	const char *note;
	int32_t starts, ends;
	int32_t state;  /* enum objective_state */
	int32_t made;
};

/* One person's answers to one template, alone: before a conversation, without one, or about a
 * colleague.
 *
 *     waiting ──consent──► draft ──► published
 *        └──────────────────┴──► skipped
 */
enum reflection_state {
	REFLECTION_DRAFT,
	REFLECTION_WAITING, /* peer feedback that the person has not agreed to yet */
	REFLECTION_PUBLISHED,
	REFLECTION_SKIPPED
};

struct reflection {
	GROEI_RECORD
	int64_t person;        /* whom it is about */
	int64_t author;        /* who answers */
	int32_t side;          /* enum answer_side */
	const char *template;
	int64_t conversation;  /* it prepares, 0: none */
	int64_t checkpoint;    /* it answers, 0: none */
	int32_t state;         /* enum reflection_state */
	int32_t day;           /* it was begun or asked */
	int32_t published;     /* day */
	int64_t asked_by;      /* of peer feedback */
	int32_t due;           /* day by which it is asked */
	const char *context;   /* of peer feedback: where the author saw them work */
	int32_t shared;        /* enum choice_no_yes: peer feedback that the lead may read too */
};

struct postponement {
	GROEI_RECORD
	int64_t person;
	int64_t conversation;
	int64_t author;
	int32_t was, until; /* day it was planned for, new day */
	const char *reason;
	int32_t made;
};

enum point_state { POINT_OPEN, POINT_DISCUSSED, POINT_DROPPED };

struct point {
	GROEI_RECORD
	int64_t person;       /* the employee of the pair */
	int64_t author;
	const char *title;
	int32_t state;        /* enum point_state */
	int64_t conversation; /* in which it was discussed */
	int32_t carried;      /* how often it went over to a next conversation */
	int32_t made;
};

enum moment_kind {
	MOMENT_OBSERVATION,
	MOMENT_PRAISE,
	MOMENT_FEEDBACK,
	MOMENT_LESSON,
	MOMENT_EXPERIMENT,
	MOMENT_WISH
};
enum moment_source { SOURCE_TALK, SOURCE_TEAM, SOURCE_COLLEAGUE, SOURCE_ELSEWHERE };
enum moment_outcome { OUTCOME_RUNNING, OUTCOME_SUCCEEDED, OUTCOME_LEARNED, OUTCOME_STOPPED };

struct moment {
	GROEI_RECORD
	int64_t person;
	const char *title;
	int32_t kind;         /* enum moment_kind */
	int32_t day;
	const char *note;
	int64_t author;
	int32_t source;       /* enum moment_source; may be absent */
	int64_t said_by;      /* whose word it was */
	int32_t shared;       /* enum choice_yes_no: the person may read it; absent only until it is added */
	int32_t team;         /* enum choice_no_yes: a lesson on the team's list */
	int32_t outcome;      /* enum moment_outcome of an experiment; may be absent */
	const char *reply;    /* what became of a wish */
	int64_t conversation; /* it was noted in */
	int64_t goal;
};

/* A private note: nobody but its author ever reads it. */
struct note {
	GROEI_RECORD
	int64_t author;
	int64_t person;
	int32_t day;
	const char *text;
};

enum heard_state { HEARD_OPEN, HEARD_ACTION, HEARD_POINT, HEARD_KEPT, HEARD_NOTHING };

/* What was heard and is not yet an action, a point, a note or nothing. */
struct heard {
	GROEI_RECORD
	int64_t person;
	int64_t author;
	const char *title;
	int32_t day;
	int32_t state;        /* enum heard_state: what became of it */
	int64_t conversation;
};

enum learning_kind {
	LEARNING_TRAINING,
	LEARNING_COURSE,
	LEARNING_COACHING,
	LEARNING_SHADOWING,
	LEARNING_INTERVISION,
	LEARNING_JOB_CRAFTING,
	LEARNING_SELF_STUDY,
	LEARNING_ASSIGNMENT,
	LEARNING_EVC,
	LEARNING_MENTORING
};
enum learning_form { FORM_HOME, FORM_ONLINE, FORM_CLASSROOM, FORM_MIXED, FORM_ON_THE_JOB };
enum learning_state {
	LEARNING_PLANNED,
	LEARNING_PROPOSED,
	LEARNING_RUNNING,
	LEARNING_FINISHED,
	LEARNING_STOPPED,
	LEARNING_DECLINED
};
enum learning_exam { EXAM_PASSED, EXAM_FAILED };

struct learning {
	GROEI_RECORD
	int64_t person;
	const char *title;
	int32_t kind;           /* enum learning_kind */
	int32_t form;           /* enum learning_form; may be absent */
	int32_t state;          /* enum learning_state */
	int32_t starts, ends;   /* first and last day */
	int64_t goal;           /* it serves */
	int32_t mandatory;      /* enum choice_no_yes */
	const char *provider;
	int32_t cost;           /* whole units of the organisation's currency */
	int32_t hours, hours_at_work, hours_used; /* in all, of them in work time, used so far */
	int64_t proposed_by;
	const char *reply;      /* reason of the answer to a proposal */
	int32_t answered;       /* day of that answer */
	int32_t exam;           /* enum learning_exam; may be absent */
	const char *certificate;
	int32_t valid_until;    /* of the certificate */
	int32_t made;           /* day it was noted or proposed */
	int32_t debriefed;      /* day its debrief was held, or said not to be needed */
};

enum checkpoint_kind {
	CHECKPOINT_BEFORE,
	CHECKPOINT_DAY_14,
	CHECKPOINT_DAY_30,
	CHECKPOINT_DAY_60,
	CHECKPOINT_DAY_90
};
enum checkpoint_state { CHECKPOINT_OPEN, CHECKPOINT_DONE, CHECKPOINT_SKIPPED };

struct checkpoint {
	GROEI_RECORD
	int64_t person;
	int64_t learning;
	int32_t kind;  /* enum checkpoint_kind */
	int32_t day;   /* it is for */
	int32_t state; /* enum checkpoint_state */
	int32_t done;  /* day */
	const char *note;
};

enum progress_course { COURSE_ON_TRACK, COURSE_ATTENTION, COURSE_STUCK };

/* How a goal stands for one side on one day. */
struct progress {
	GROEI_RECORD
	int64_t person;
	int64_t goal;
	int32_t day;
	int32_t number;     /* which one of the goal, from 1: orders those of one day */
	int32_t side;       /* enum answer_side: who says so; absent: the side of who adds it */
	int64_t author;
	int32_t level;      /* 0–10 */
	int32_t motivation; /* 1–5 */
	int32_t confidence; /* 0–10 */
	int32_t commitment; /* 1–5 */
	int32_t wheel;      /* 1: the lead steers … 5: the employee does */
	int32_t course;     /* enum progress_course; may be absent */
	const char *note;
};

/* What was learned, applied at work. */
struct evidence {
	GROEI_RECORD
	int64_t person;
	int64_t goal;
	const char *title;
	int32_t day;
	const char *situation, *task, *did, *result, *reflection;
	int64_t learning;  /* it came from */
	int32_t confirmed; /* day the employee confirmed it */
};

enum groei_kind {
	GROEI_TEXT,    /* const char *: one line, at most GROEI_TEXT_MAX bytes */
	GROEI_LONG,    /* const char *: lines, at most GROEI_LONG_MAX bytes */
	GROEI_HANDLE,  /* const char *: [a-z][a-z0-9._-]{0,31}, unique in its table */
	GROEI_CADENCE, /* const char * */
	GROEI_DAY,     /* int32_t */
	GROEI_NUMBER,  /* int32_t from low to high */
	GROEI_CHOICE,  /* int32_t, index into choices */
	GROEI_REF,     /* int64_t, id of a record of `target` */
	GROEI_KINDS
};

#define GROEI_TEXT_MAX 1000
#define GROEI_LONG_MAX (1024 * 1024)

enum groei_field_flag {
	FIELD_REQUIRED = 1 << 0, /* must be there */
	FIELD_DERIVED = 1 << 1,  /* set by groei, not by people: no option, not in forms */
	FIELD_FILTER = 1 << 2,   /* what "/" and --match look in */
	FIELD_LISTED = 1 << 3,   /* a column of lists */
	FIELD_AWAITED = 1 << 4,  /* a date that people wait for */
	FIELD_CONTENT = 1 << 5,  /* words of a talk: sealed where a store seals */
	FIELD_FIXED = 1 << 6,    /* cannot change after the record was made */
	FIELD_STATE = 1 << 7,    /* the choice that says whether the record is open */
	FIELD_MAYBE = 1 << 8,    /* a choice that may be absent */
	FIELD_NOW = 1 << 9,      /* a day: the day it is added unless said otherwise */
	FIELD_ASKER = 1 << 10,   /* a person: who is asking, unless said otherwise */
	FIELD_LATER = 1 << 11    /* known later, if at all: not in the form of a new record */
};

struct groei_choice {
	const char *code;  /* stored, in JSON and typed */
	const char *label; /* English, N_() */
	int open;          /* in a FIELD_STATE: counts as open */
};

struct groei_field {
	const char *name;  /* of member, option and JSON key; its column is that, plus "_id" for a reference */
	const char *label; /* English, N_() */
	const char *hint;  /* one line of help, N_(); never NULL */
	enum groei_kind kind;
	int storage;       /* GROEI_STORED_…, from the member's type */
	size_t offset;     /* of the member */
	int since;         /* schema version that brought it */
	int flags;         /* enum groei_field_flag */
	const struct groei_choice *choices; /* of a GROEI_CHOICE, ended by code NULL */
	enum groei_entity target;           /* of a GROEI_REF */
	int low, high;                      /* of a GROEI_NUMBER */
};

enum { GROEI_STORED_TEXT, GROEI_STORED_INT32, GROEI_STORED_INT64 };

struct groei_table {
	enum groei_entity entity;
	const char *name;   /* noun in commands, and table in the store: "goal" */
	const char *label;  /* "Goal", N_() */
	const char *plural; /* "Goals", N_() */
	const char *title;  /* field that names one record in sentences: "title", "name" */
	size_t size;        /* of the struct */
	const struct groei_field *fields;
	size_t field_count;
	const char *order;  /* field that lists are sorted by; NULL: by name (the filter key) */
	int descending;     /* lists show the highest first */
	int since;          /* schema version that brought the table */
};

#define GROEI_SCHEMA_VERSION 2

/* The table of an entity; the entity of a name ("goal"), NULL when there is none. */
GROEI_API const struct groei_table *groei_table(enum groei_entity entity);
GROEI_API const struct groei_table *groei_table_named(const char *name);
/* A field by name, NULL when there is none. */
GROEI_API const struct groei_field *groei_field(const struct groei_table *table, const char *name);
/* The record's person (the person itself for a person), 0 when it has none. */
GROEI_API int64_t groei_record_person(const struct groei_table *table, const void *record);

/* A record of this entity with every field absent, and choices at their first. size bytes. */
GROEI_API void groei_record_clear(const struct groei_table *table, void *record);

#endif
