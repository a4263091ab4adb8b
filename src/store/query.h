/* The hand-written SELECTs of groei, a closed list. In a text
 *
 *     {goal g}             is all columns of goal with the prefix "g.", as record_read expects them
 *     {see goal g}         is " AND (…)": the goals that may be seen; every query that returns or counts
 *                          rows of a noun has it for each of them
 *     {own reflection r}   likewise, of those only what who asks wrote
 *     {wait answer a}      likewise, where the reading itself keeps back what must wait
 *     {only goal g.title}  is that column, empty in rows that are seen in outline
 *     {standing s}         is " AND (…)" for rows of person_state
 *     {one goal g}         is the condition that it is record $1, where not all are meant
 *
 * and nothing stands there when who asks sees everything (store_sight). */
#ifndef QUERY_H
#define QUERY_H

#include "store/store.h"

enum query {
	/* What needs somebody. */
	QUERY_TODAY_PERSON,     /* handle, name, role, came, folded, cadence, team, talks a day, hr, last,
	                           due, planned id, planned day, away that day, postponed, lead, attend,
	                           ends, day of the last formal talk, how many in its year; $1 person */
	QUERY_AGENDA,           /* kind, day, until, record, other; $1 person, $2 today, $3 horizon, $4 1:
	                           what is of nobody else */
	QUERY_TODAY_LEARNING,   /* title, valid until; $1 learning */
	QUERY_FORMAL,           /* count of formal talks of $1 from $3 to $2 */
	QUERY_FORMAL_LAST,      /* day of the last one of $1 */
	/* One person: $1. */
	QUERY_STANDING,         /* last, due, planned id, planned day, open, overdue, goals, away since and
	                           until, away on the planned day since, postponed, formal talks since
	                           $3; $2 today */
	QUERY_ENERGY,           /* energy, day; newest first, 12 */
	QUERY_CONVERSATION_OPEN,/* {conversation}: the earliest */
	QUERY_CONVERSATION_LAST,/* {conversation}: held before $2 */
	QUERY_ACTIONS_OPEN,     /* {action} by due */
	QUERY_ACTIONS_DONE,     /* {action} done on or after $2, at most $3 */
	QUERY_GOALS_OPEN,       /* {goal}, last moved first, at most $2 */
	QUERY_PROMISES,         /* {action} by due: open ones of the person itself ($2 1) or of others ($2
	                           0), at most $3 */
	QUERY_COUNT_PROMISES,   /* how many; $2 the same */
	QUERY_COUNT_DONE,       /* actions done on or after $2 */
	QUERY_COUNT_GOALS_OPEN,
	QUERY_TIMELINE,         /* day, kind, id, state, format, energy, title; after ($2, $3, title
	                           $6, $4), at most $5 */
	QUERY_LEDGER,           /* {action} made from $2 to $3; $4 0 the lead's, 1 the employee's */
	QUERY_LEDGER_COUNTS,    /* side as there, made, on time, late, agreed anew, open, overdue, dropped;
	                           $2 from, $3 to, $4 today */
	QUERY_ANSWERS_OVER_TIME,/* {answer}, {conversation}; $2 question, $3 who: prepared ones of theirs,
	                           of others once the talk was held */
	QUERY_EARLIER,          /* text, number, day; $2 question, $3 side, $4 before, $5 not this talk */
	QUERY_LAST_ASKED,       /* day; $2 question */
	QUERY_POINTS_OPEN,      /* {point}, most carried over first, then oldest */
	QUERY_MOMENTS_SINCE,    /* {moment} from $2 on, newest first */
	QUERY_WISHES_OPEN,      /* {moment}: wishes without a reply, oldest first */
	QUERY_NOTES_SINCE,      /* {note} of $3 from $2 on, newest first */
	QUERY_HEARD_OPEN,       /* {heard} by $2, not decided about, oldest first */
	QUERY_LESSONS,          /* {moment}: lessons for the team from $1 on; $2 team or 0, with its teams */
	QUERY_LEARNING_IDS,     /* id, of all their activities */
	QUERY_DEBRIEFED,        /* 1 when a debrief is planned for, or was held on, $2 or later */
	/* One goal, one learning activity: $1. */
	QUERY_LEARNING_SUM,     /* count, hours, hours used, cost */
	QUERY_CHECKPOINTS,      /* {checkpoint} */
	/* One goal: $1. */
	QUERY_GOAL_MOVEMENT,    /* day of the last one of any kind */
	QUERY_GOAL_CONFIDENCE,  /* the employee's newest */
	QUERY_GOAL_LEVEL,
	QUERY_GOAL_APPLIED,     /* 1 when there is evidence */
	QUERY_PROGRESS_LAST,    /* the highest number so far */
	QUERY_GOAL_STAGES,      /* field, before, after, who, change: of its stage and the day it moved,
	                           newest first, without what was taken back; at most $2 */
	QUERY_GOALS_UNALIGNED,  /* how many open ones serve no objective; no parameters */
	/* One conversation: $1. */
	QUERY_ANSWERS,          /* {answer} */
	QUERY_ANSWER,           /* {answer}; $2 question, $3 side */
	QUERY_REFLECTION_OF,    /* {reflection} that prepares it; $2 author */
	QUERY_ACTIONS_OF,       /* {action} made in it */
	QUERY_MOMENTS_OF,       /* {moment} noted in it */
	QUERY_HEARD_OF,         /* {heard} in it */
	QUERY_POINTS_OF,        /* {point} discussed in it */
	/* Reflections: $1. */
	QUERY_REFLECTIONS_OPEN, /* {reflection}: drafts of an author */
	QUERY_REFLECTION_ANSWERS,  /* {answer} of a reflection */
	QUERY_REFLECTION_EARLIER,  /* text, number, day, of a person; $2 question, $3 side, $4 before,
	                              $5 who, $6 not this reflection, $7 nor this talk */
	/* People and teams. */
	QUERY_PERSON_NAME,      /* handle, name; $1 person */
	QUERY_HANDLES_PERSON,   /* handle */
	QUERY_HANDLES_TEAM,
	QUERY_ASSIGNMENTS,      /* {assignment}, oldest first; $1 person */
	QUERY_ASSIGNMENTS_LED,  /* the same by person; $1 lead */
	QUERY_ABSENCE,          /* {absence}: the first that touches $2 to $3, but not $4; $1 person */
	QUERY_CONVERSATIONS_OPEN, /* {conversation}; $1 person */
	QUERY_POSTPONEMENTS,    /* {postponement}; $1 conversation */
	/* People of a lead: $1. */
	QUERY_LEAD_DAY,         /* count of open talks on $2 */
	QUERY_RHYTHMS,          /* cadence, team, count; $2 today */
	QUERY_SILENCES,         /* person, handle, name, last day; $2 today */
	QUERY_WATCH,            /* $1 HR, $2 today, $3 count formal talks from: person_id, handle, name,
	                           came, formal, last_day, absence, its end, lead_id */
	QUERY_HR,               /* id: who works for HR; $1 today */
	QUERY_TEAM_CADENCE,     /* cadence, parent; $1 team */
	QUERY_TEAM_PEOPLE,      /* id; $1 team */
	QUERY_TEAM_TEAMS,
	QUERY_ROLES,            /* lead of $1, hr of $2 */
	QUERY_SHUT,             /* instant at which $3 of record $1 of table $2 last changed from $4 */
	QUERY_TOUCHED,          /* one row when anybody ever wrote field $3 of record $1 of table $2 */
	/* Rows that are kept beside the records. */
	QUERY_STATE_SAVE,       /* person, lead, last day, last id, due, planned id, planned day, attend,
	                           ends, away on the planned day, postponed, day of the last formal
	                           talk, how many in its year */
	QUERY_STATE_DROP,       /* $1 person */
	QUERY_AGENDA_LED,       /* of record $1, as query_agenda_all of all; kinds as in core/agenda.h */
	QUERY_AGENDA_AWAY,
	QUERY_AGENDA_ACTION,
	QUERY_AGENDA_PROMISED,
	QUERY_AGENDA_STEP,
	QUERY_AGENDA_STILL,
	QUERY_AGENDA_ANSWER,
	QUERY_AGENDA_DEBRIEF,
	QUERY_AGENDA_CERTIFICATE,
	QUERY_AGENDA_CHECKPOINT,
	QUERY_AGENDA_HEARD,
	QUERY_AGENDA_DRAFT,
	QUERY_AGENDA_CONSENT,
	QUERY_AGENDA_DROP,      /* $1 record */
	QUERY_DRAFT_SAVE,       /* author, place, session, at, revision, text */
	QUERY_DRAFT_GET,        /* place, text, at, revision, session; $1 author, $2 place, $3 session
	                           that comes first */
	QUERY_DRAFT_LIST,       /* the same of all places; $1 author */
	QUERY_COUNT_DRAFTS,     /* $1 author */
	QUERY_DRAFT_THERE,      /* 1; $1 author, $2 place, $3 session */
	QUERY_DRAFT_TAKE,       /* the same; $4 session that gets it */
	QUERY_DRAFT_DROP,       /* $1 author, $2 place, $3 session */
	QUERIES
};

/* The statement for a query, ready to bind. */
enum groei_status query(struct store *store, enum query which, struct db_statement **statement_out);
/* Its text for this schema, for benchmarks and the tests that prepare every one on both engines. */
void query_text(const struct store_schema *schema, const struct sight *sight, enum query which,
                struct groei_buffer *sql);
/* The texts that make the agenda of every record there is, one after the other: for an upgrade, and for who
 * fills a store otherwise. */
void query_agenda_all(const struct store_schema *schema, struct groei_buffer *sql);
/* Text that is always there in a store of ours: "" where a foreign hand left it out. */
const char *query_word(struct db_statement *row, int column);
/* A day or number that may be absent. */
int32_t query_optional(struct db_statement *row, int column);
/* Binds a day, number or reference that may be absent. */
void query_bind_optional(struct db_statement *statement, int n, int32_t value);
void query_bind_ref(struct db_statement *statement, int n, int64_t id);
/* Steps a statement without rows. */
enum groei_status query_finish(struct store *store, struct db_statement *statement);

#endif
