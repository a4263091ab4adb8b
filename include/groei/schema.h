/* What can be stored: one row per field of every record. Store, forms, options, validation, JSON and
 * help all read these tables; a new field is a struct member and a row in src/core/schema.c.
 *
 * Structs are plain. Text is NULL when absent, a day or number GROEI_NO_DAY, a reference or id 0,
 * an instant GROEI_NO_INSTANT. A choice holds the index of its row in the field's choices. */
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
	GROEI_ENTITIES
};

/* Every record starts with these two members, in this order. */
#define GROEI_RECORD                                                                               \
	int64_t id;       /* 63-bit, random, made when added */                                        \
	int32_t revision; /* 1 when added, one more with every change */

struct groei_record {
	GROEI_RECORD
};

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

struct conversation {
	GROEI_RECORD
	int64_t person;       /* the employee */
	int64_t lead;         /* their lead at that time */
	int32_t day;          /* planned for; once held, held on */
	int32_t format;       /* enum conversation_format */
	const char *template; /* id of its question template */
	int32_t state;        /* enum conversation_state */
	int32_t energy;       /* of the employee that day, 1–10 */
	const char *notes;    /* taken during the talk; "[ ]" lines become actions when it is held */
	int64_t previous;     /* the conversation that planned this one */
};

enum answer_side { SIDE_EMPLOYEE, SIDE_LEAD };

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
};

enum goal_stage {
	GOAL_NEED,
	GOAL_PLANNED,
	GOAL_LEARNING,
	GOAL_PRACTISING,
	GOAL_APPLYING,
	GOAL_CONFIDENT,
	GOAL_STALLED,
	GOAL_DROPPED
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
};

enum action_state { ACTION_OPEN, ACTION_DONE, ACTION_DROPPED };

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
	FIELD_STATE = 1 << 7     /* the choice that says whether the record is open */
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

#define GROEI_SCHEMA_VERSION 1

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
