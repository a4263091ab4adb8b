/* libgroei: a tracker for 1-on-1 development conversations. This header: the handle on a store, and
 * reading and writing any record. The nouns with verbs of their own have headers of their own.
 *
 * Every call is made in somebody's name (`as` of the options). One call that writes is one
 * transaction with one entry in the journal; a call that fails changes nothing, outputs included. Not
 * thread-safe: one handle, one thread. The library never prints, prompts or exits.
 *
 * Beside what stands at a call it can answer GROEI_DENIED (who is asking may not), GROEI_STORE (the file,
 * disk or server failed) and, when it writes, GROEI_CONFLICT (another held the store for too long). */
#ifndef GROEI_GROEI_H
#define GROEI_GROEI_H

#include <groei/api.h>
#include <groei/arena.h>
#include <groei/date.h>
#include <groei/schema.h>
#include <groei/status.h>
#include <groei/template.h>

struct groei;

enum groei_open_flag {
	GROEI_OPEN_CREATE = 1, /* make the store when it is missing; a file that this handle made and
	                          that has no owner when it is closed goes away again */
};

struct groei_options {
	const char *store;            /* path or postgresql:// URI; NULL: groei_default_store */
	const char *as;               /* handle of who is asking; NULL: the store's owner */
	int32_t today;                /* GROEI_NO_DAY: from the clock, anew at every call */
	enum groei_language language; /* of templates */
	int flags;                    /* enum groei_open_flag */
	int patience;                 /* milliseconds to wait for a locked store; 0: 20 seconds */
};

/* $XDG_DATA_HOME/groei/groei.db. In the arena; NULL for somebody without a home folder. */
GROEI_API const char *groei_default_store(struct groei_arena *arena);

/* Opens a store, upgrading one from an older version (a file is backed up beside it first). *groei_out
 * is always set, for groei_why; groei_close it always (NULL is fine).
 * GROEI_NOT_FOUND: no such store, or nobody called `as`. GROEI_CONFLICT: locked by another.
 * GROEI_STORE: not a store, damaged, from a newer version, unreachable. */
GROEI_API enum groei_status groei_open(const struct groei_options *options,
                                       struct groei **groei_out);
GROEI_API void groei_close(struct groei *groei);

struct groei_reason {
	enum groei_status status;
	const char *field; /* name of the field at fault, or NULL */
	const char *text;  /* translated, one line: "what: why, what to do"; not yet sanitised */
};

/* Why the last call on this handle failed. Good until the next call. */
GROEI_API struct groei_reason groei_why(const struct groei *groei);

/* Whether the store failed anywhere since this was last asked, also where a call did without (a code stands
 * for a name): what was answered may have gaps, groei_why tells. */
GROEI_API int groei_missed(struct groei *groei);
/* How often this handle has saved something. */
GROEI_API int64_t groei_saves(const struct groei *groei);

GROEI_API int64_t groei_who(const struct groei *groei);   /* person who is asking; 0 before groei_init */
GROEI_API int64_t groei_owner(const struct groei *groei); /* first person of the store; 0 before groei_init */
/* The day that counts as today: groei_options.today, else the clock's in the local zone. */
GROEI_API int32_t groei_today(const struct groei *groei);
/* What came of what was written since it was asked last ("the talk … was cancelled"), one line, translated, in the
 * arena; NULL: nothing to tell. Told once. */
GROEI_API const char *groei_followed(struct groei *groei, struct groei_arena *arena);
GROEI_API enum groei_language groei_language(const struct groei *groei);
GROEI_API const char *groei_store_name(const struct groei *groei); /* path or URI without a password;
                                                                     NULL when there is none */
/* SQL for sqlite3 or psql, whichever the store is of: a temporary view "read_goal" … for every noun, with days
 * as dates and people and teams by name. In the arena. */
GROEI_API const char *groei_views(struct groei *groei, struct groei_arena *arena);
/* Folders of templates for this store, the user's and the system's. */
GROEI_API const struct template_folders *groei_folders(const struct groei *groei);
/* A number that changes whenever anybody changes the store; screens compare it. Cheap. */
GROEI_API int64_t groei_revision(struct groei *groei);

/* Between these, everything that is read shows one state of the store, and costs less than apart.
 * They nest. A write in between ends that state early. */
GROEI_API enum groei_status groei_look_begin(struct groei *groei);
GROEI_API void groei_look_end(struct groei *groei);

/* Makes the first person, who owns the store. GROEI_CONFLICT when there is one already. */
GROEI_API enum groei_status groei_init(struct groei *groei, const char *handle, const char *name);

/* Records in general. `record` is the entity's struct, as in schema.h. ------------------------- */

/* Adds a record: fills in what is absent and has a rule (id, state, dates, lead), checks it, saves it.
 * On success the struct is as stored (texts borrowed from the caller's). GROEI_INVALID names
 * the field. */
GROEI_API enum groei_status groei_add(struct groei *groei, enum groei_entity entity, void *record);

/* Saves what differs between `before` (as it was read) and `after`. Where somebody else changed
 * the same field since: GROEI_CONFLICT, nothing saved; changes to other fields are merged into
 * `after` (texts among them are good until the handle is closed). */
GROEI_API enum groei_status groei_edit(struct groei *groei, enum groei_entity entity,
                                       const void *before, void *after);

/* Removes a record. GROEI_NOT_FOUND; GROEI_CONFLICT when others hang on it (the reason says which). */
GROEI_API enum groei_status groei_remove(struct groei *groei, enum groei_entity entity, int64_t id);

/* Reads one; its texts land in the arena. GROEI_NOT_FOUND. */
GROEI_API enum groei_status groei_get(struct groei *groei, struct groei_arena *arena,
                                      enum groei_entity entity, int64_t id, void *record_out);

/* Finds the id of what a person typed: a code or the start of one (4 letters and up), a decimal id, a
 * handle (persons and teams). GROEI_NOT_FOUND suggests the nearest handles; GROEI_INVALID when
 * several codes start so. */
GROEI_API enum groei_status groei_find(struct groei *groei, enum groei_entity entity,
                                       const char *text, int64_t *id_out);

#define GROEI_CODE_SIZE 17

/* The full code of an id (16 letters), and the shortest that is unique in its table now (4 and up). */
GROEI_API const char *groei_code(int64_t id, char code_out[GROEI_CODE_SIZE]);
GROEI_API const char *groei_short_code(struct groei *groei, enum groei_entity entity, int64_t id,
                                       char code_out[GROEI_CODE_SIZE]);

enum groei_scope { GROEI_ALL, GROEI_OPEN };

struct groei_condition {
	const char *field; /* a GROEI_REF or GROEI_CHOICE field; NULL ends the list */
	int64_t value;     /* id (0: it names none), or index of the choice */
};

struct groei_query {
	enum groei_scope scope;              /* GROEI_OPEN: only what is open (ended people are not) */
	struct groei_condition condition[3]; /* all must hold */
	const char *words;                   /* every word occurs, accents and case ignored, "…" as a
	                                        phrase; NULL: any */
	int64_t among;                       /* only about this person and those they lead, of teams theirs; 0: anybody */
	const void *after;                   /* last record of the window before; NULL: from the start */
	int limit;                           /* at most this many, 1–1000 */
};

/* A window of records in the entity's order. *records_out is an array of the entity's struct. */
GROEI_API enum groei_status groei_list(struct groei *groei, struct groei_arena *arena,
                                       enum groei_entity entity, const struct groei_query *query,
                                       void **records_out, size_t *count_out);
/* How many there are; stops counting at `limit`. */
GROEI_API enum groei_status groei_count(struct groei *groei, enum groei_entity entity,
                                        const struct groei_query *query, int limit,
                                        int *count_out);

/* Values of single fields as text ------------------------------------------------------------- */

/* Reads what a person typed into the field's member: dates as in date.h, handles and codes for
 * references, a choice by code, label (either language) or unique start. "" makes it absent.
 * GROEI_INVALID with the field named and what is accepted; GROEI_NOT_FOUND for an unknown handle. */
GROEI_API enum groei_status groei_value_parse(struct groei *groei, struct groei_arena *arena,
                                              const struct groei_field *field, const char *text,
                                              void *record);
/* The stable form for JSON and scripts: ISO day, choice code, handle of a person or team, full code of
 * another reference; NULL when absent. */
GROEI_API const char *groei_value_code(struct groei *groei, struct groei_arena *arena,
                                       const struct groei_field *field, const void *record);
/* The form for people: "Tue 1 Dec", translated label, name of a person; "" when absent. Raw text,
 * not sanitised. */
GROEI_API const char *groei_value_text(struct groei *groei, struct groei_arena *arena,
                                       const struct groei_field *field, const void *record);

/* Name, handle of a person ("" when there is none); kept in the handle's cache until its revision
 * changes; copied into the arena. */
GROEI_API const char *groei_person_name(struct groei *groei, struct groei_arena *arena, int64_t id);
GROEI_API const char *groei_person_handle(struct groei *groei, struct groei_arena *arena,
                                          int64_t id);

#endif
