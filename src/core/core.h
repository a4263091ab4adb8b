/* Inside of the library: the handle, and what one noun's file offers to another's.
 *
 *   for every noun
 *     handle.c  opening, who is asking           records.c  add, edit, remove, get, list
 *     schema.c fields_*.c  the field table       value.c    one value as people type and read it
 *     access.c  who may do what                  seen.c     who may read a record
 *     find.c    which record a word means        names.c    who is called what, for rows
 *     guard.c   words that had better not stand  draft.c    what is being typed
 *     history.c journal and undo
 *
 *   the rules and verbs of each
 *     person.c (teams too) assignment.c absence.c skill.c objective.c
 *     conversation.c answer.c point.c moment.c heard.c postponement.c
 *     goal.c progress.c action.c learning.c checkpoint.c
 *     reflection*.c feedback.c   answers given alone, and who may read them
 *
 *   between them
 *     notes.c     marked lines of notes          hold.c     closing a conversation
 *     planning.c  days of talks                  standing.c where each pair stands
 *     agenda.c    what asks for attention
 *     brief*.c today*.c goal_view.c portfolio.c promise.c search.c   readings of many nouns
 *
 *   files
 *     yaml*.c  YAML that people write            template*.c framework.c word_rules.c  made of it
 *     form_*.c the exchange form                 data.c sample*.c  what travels inside the library
 */
#ifndef CORE_H
#define CORE_H

#include <groei/conversation.h>
#include <groei/followup.h>
#include <groei/learning.h>
#include <groei/framework.h>
#include <groei/overview.h>
#include <groei/people.h>

#include "base/i18n.h"
#include "core/schema.h"
#include "store/query.h"
#include "store/store.h"

enum { NAMES_KNOWN = 64 };

/* names.c: who is called what. */
struct name_cache {
	struct groei_arena *arena; /* of the texts; NULL until the first */
	int64_t writes;            /* store->writes that they belong to; -1: none */
	struct known_name {
		int64_t id;        /* 0: free */
		const char *handle, *name;
	} known[NAMES_KNOWN];
};

struct groei {
	struct store *store; /* NULL when opening failed */
	struct fault fault;
	struct groei_arena *arena; /* lives as long as the handle */
	const char *store_name;    /* without a password */
	int64_t owner, who;
	int64_t session;           /* random: whose drafts are whose, of one person at two screens */
	int32_t today;             /* GROEI_NO_DAY: from the clock */
	enum groei_language language;
	struct template_folders folders;
	const struct framework *framework; /* NULL until it was asked for */
	const struct word_rules *guard;    /* likewise; guard.c */
	struct template_error *guard_errors;
	size_t guard_error_count;
	const char *guard_typed;           /* about the text being typed; NULL: nothing */
	const char *guard_said;            /* about the words written since; NULL: nothing */
	const char *followed;              /* what came of what was written since; NULL: nothing to tell */
	struct template_error *framework_errors;
	size_t framework_error_count;
	int64_t revision;          /* as groei_revision told it last */
	int32_t from;              /* day from which a move counts; GROEI_NO_DAY: today */
	int consequences;          /* depth: what is written follows from a rule, nobody asked for it */
	struct name_cache names;
};

/* What a noun adds to the generic writes. Any member may be NULL. */
struct noun {
	/* Fills in what is absent and refuses what cannot be; before is NULL for an add. */
	enum groei_status (*check)(struct groei *groei, const void *before, void *after);
	/* Keeps derived rows right, in the same transaction; before or after may be NULL. */
	enum groei_status (*settle)(struct groei *groei, const void *before, const void *after);
	/* Refuses a plain add, edit or removal where a verb of its own is the way; asked by groei_add,
	 * groei_edit and groei_remove only. Before or after may be NULL. */
	enum groei_status (*plain)(struct groei *groei, const void *before, const void *after);
	/* Removes the records that are kept for this one, before it goes. */
	enum groei_status (*clear)(struct groei *groei, const void *record);
	/* Other records that an add (before is NULL) or an edit brings with it; journalled, so undo does not
	 * call it. */
	enum groei_status (*follow)(struct groei *groei, const void *before, const void *after);
	/* Refuses that undo makes of `now` what it was (NULL: makes it go), where others may have acted on it. */
	enum groei_status (*lasting)(struct groei *groei, const void *now, const void *wanted);
};

extern const struct noun person_noun, team_noun, conversation_noun, answer_noun, goal_noun,
    action_noun, reflection_noun, point_noun, moment_noun, heard_noun, absence_noun, postponement_noun,
    learning_noun, evidence_noun, skill_noun, progress_noun, objective_noun;

/* records.c: the steps of groei_add, groei_edit and groei_remove for use inside a transaction. */
enum groei_status records_add(struct groei *groei, enum groei_entity entity, void *record);
enum groei_status records_edit(struct groei *groei, enum groei_entity entity, const void *before,
                               void *after);
enum groei_status records_remove(struct groei *groei, enum groei_entity entity,
                                 const void *record);
/* Only the noun's settle and the agenda: for undo, which restores what once was right. */
enum groei_status records_settle(struct groei *groei, enum groei_entity entity, const void *before,
                                 const void *after);
/* The noun's `lasting`. */
enum groei_status records_lasting(struct groei *groei, enum groei_entity entity, const void *now,
                                  const void *wanted);
/* What who asks wants to do something with, whole; into the transaction's scratch arena. NOT_FOUND for what
 * they may not see. */
enum groei_status records_get(struct groei *groei, enum groei_entity entity, int64_t id,
                              void *record_out);

/* framework.c: the n-th key of the file, NULL beyond the last; what groei brings. */
const char *framework_key(size_t n);
const struct framework *framework_builtin(void);
/* A framework from text; as groei_framework_check. */
enum groei_status framework_read(struct groei_arena *arena, const char *file, const char *text,
                                 size_t length, struct framework *framework_out,
                                 struct template_error **errors_out, size_t *count_out);

/* names.c: names are read anew from here on. */
void names_forget(struct groei *groei);
/* What somebody is called, where it was read anyway. */
void names_know(struct groei *groei, int64_t id, const char *handle, const char *name);

/* access.c: the hook of the store; context is the handle. */
enum groei_status access_check(void *context, enum store_act act, const struct groei_table *table,
                               const void *record);
/* The same for an edit's single fields. */
enum groei_status access_change(struct groei *groei, const struct groei_table *table,
                                const void *before, const void *after);
/* NOT_FOUND when who asks may not see the record, also inside a transaction. */
enum groei_status access_get(struct groei *groei, const struct groei_table *table, int64_t id);
/* To be called when owner or who changed: how the store is read from now on. */
void access_begin(struct groei *groei);
/* GROEI_DENIED for a reading of somebody one is not near to. */
enum groei_status access_person(struct groei *groei, struct groei_arena *arena, int64_t person);
enum groei_status access_read(struct groei *groei);

/* The words of a fault about one field: "goal title: why". */
enum groei_status fault_field(struct groei *groei, const struct groei_table *table,
                              const char *field, const char *format, ...) GROEI_PRINTF(4, 5);

/* Teams are followed up and down so far: enough for any organisation, and an end to a circle in a file
 * that others wrote. */
enum { TEAM_DEPTH = 64 };

/* standing.c: recomputes a person's person_state row; drops it when the person is gone. */
enum groei_status standing_refresh(struct groei *groei, int64_t person);
enum groei_status cadence_find(struct groei *groei, struct groei_arena *arena, int64_t person,
                               const char **cadence_out);
/* The rhythm of who has `own` (may be NULL) and is in this team (0: none). */
enum groei_status cadence_of(struct groei *groei, struct groei_arena *arena, const char *own,
                             int64_t team, const char **cadence_out);
/* standing->silent from its last day. */
int standing_silent(struct groei *groei, const struct standing *standing);
/* The formal talks that the year of today asks of somebody who came on that day: the framework's
 * minimum for the part of the year that they are here, rounded to the nearest. */
int32_t standing_formal_wanted(struct groei *groei, int32_t came);

/* assignment.c: who led a person when, kept from the person's own fields. */
enum groei_status assignment_follow(struct groei *groei, const struct person *before,
                                    const struct person *after);
enum groei_status assignment_clear(struct groei *groei, int64_t person);

/* person.c: GROEI_INVALID, at the field, where the person is not employed yet or any more on that day. */
enum groei_status person_there(struct groei *groei, const struct groei_table *table,
                               const char *field, int64_t person, int32_t day);
/* The same for somebody who is asked something from today on: their last day lies behind. */
enum groei_status person_left(struct groei *groei, const struct groei_table *table,
                              const char *field, int64_t person);

/* absence.c: the absence that holds this day. GROEI_NO: none. */
enum groei_status absence_on(struct groei *groei, struct groei_arena *arena, int64_t person,
                             int32_t day, struct absence *out);

/* planning.c: the first day from `day` on that groei itself may choose for a talk: a working day, nobody
 * away, room in the lead's day. GROEI_NO: the person is away until further notice. */
enum groei_status planning_day(struct groei *groei, int64_t person, int64_t lead, int32_t day,
                               int32_t *day_out);

/* Refuses a talk on a day ahead that holds as many as its lead said they want; without a wish of their own
 * groei only warns (groei_lead_day_warning). */
enum groei_status planning_room(struct groei *groei, const struct conversation *talk);

/* postponement.c */
enum groei_status postponement_clear(struct groei *groei, int64_t conversation);
/* Whether a conversation is planned or prepared. */
bool conversation_is_open(const struct conversation *conversation);

/* checkpoint.c: the five checkpoints of a learning activity follow its dates and state; before is NULL for a
 * new one. */
enum groei_status checkpoint_follow(struct groei *groei, const struct learning *before,
                                    const struct learning *after);
/* Removes those that are not done. */
enum groei_status checkpoint_clear(struct groei *groei, int64_t learning);
/* Its questions were answered: it is done, unless it was settled otherwise. Inside a transaction. */
enum groei_status checkpoint_answered(struct groei *groei, int64_t checkpoint);
/* Those of a learning activity, by day; in the arena. */
enum groei_status checkpoint_read(struct groei *groei, struct groei_arena *arena, int64_t learning,
                                  struct checkpoint **checkpoints_out, size_t *count_out);

/* What the rhythms of some people, grouped by where they come from, ask of a day that holds that many
 * talks (GROEI_NONE: as many as the framework says). */
struct rhythm_group {
	const char *cadence; /* their own, NULL: the team's */
	int64_t team, people;
};
enum groei_status planning_rhythm(struct groei *groei, struct groei_arena *arena,
                                  struct rhythm_group *groups, size_t count, int32_t talks_a_day,
                                  struct lead_rhythm *rhythm_out);

/* conversation.c; GROEI_NO: there is none */
enum groei_status conversation_open_read(struct groei *groei, struct groei_arena *arena,
                                         int64_t person, struct conversation *out);
enum groei_status conversation_last_read(struct groei *groei, struct groei_arena *arena,
                                         int64_t person, int32_t before, struct conversation *out);
/* What stands beside a question: rows of text, number and day of earlier answers, newest first. */
enum groei_status earlier_rows(struct groei *groei, struct groei_arena *arena,
                               struct db_statement *row, struct earlier_answer *out);

/* notes.c: one marked line; false when it is none. Title and handle land in the arena. */
bool notes_line(struct groei *groei, struct groei_arena *arena, const char *line, size_t length,
                struct noted_line *line_out);

/* brief_between.c: parts of a brief; its person, last and next talk are there. */
enum groei_status brief_between(struct groei *groei, struct groei_arena *arena, struct brief *b);
enum groei_status brief_published(struct groei *groei, struct groei_arena *arena, struct brief *b);
/* The rows of a query about one person and, where it is not GROEI_NO_DAY, from a day on. */
enum groei_status person_rows(struct groei *groei, struct groei_arena *arena, enum query which,
                              int64_t person, int32_t since, enum groei_entity entity,
                              void **records_out, size_t *count_out);

/* progress.c: the employee's newest confidence in a goal, GROEI_NONE when there is none. */
enum groei_status progress_confidence(struct groei *groei, int64_t goal, int32_t *confidence_out);

/* goal_view.c: the day of a goal's last movement of any kind. */
enum groei_status goal_movement(struct groei *groei, const struct goal *goal, int32_t *day_out);

/* Reads all rows of a bound statement as records; at most `limit`. */
enum groei_status rows_read(struct groei *groei, struct groei_arena *arena,
                            struct db_statement *statement, enum groei_entity entity, size_t limit,
                            void **records_out, size_t *count_out);
/* From a bound statement that counts: how many more there are than the `shown` ones. */
enum groei_status rows_more(struct groei *groei, struct db_statement *statement, size_t shown,
                            size_t *more_out);
/* The same for a query whose only parameter is an id. */
enum groei_status rows_of(struct groei *groei, struct groei_arena *arena, enum query which,
                          int64_t of, enum groei_entity entity, size_t limit, void **records_out,
                          size_t *count_out);
/* Reads the one row of a bound statement. GROEI_NO when there is none. */
enum groei_status row_read(struct groei *groei, struct groei_arena *arena,
                           struct db_statement *statement, enum groei_entity entity,
                           void *record_out);

#endif
