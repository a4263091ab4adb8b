/* The store: records of any entity in a database, written through one door.
 *
 *   db*.c      the seam to the engines, by the rules of db.h
 *   store.c    opening, transactions with retry, what a database error means
 *   migrate.c  making and upgrading the tables
 *   table.c    reading the field table; value.c: one field as text
 *   record.c   insert, update, delete, get for any entity: the only writes to entity tables
 *   record_list.c  windows over any entity; record_find.c: by what people type, handles and codes
 *   sight.c    who may see what, for all of these reads
 *   views.c    the same records for people with sqlite3 or psql
 *   journal.c  who changed what; query.c the hand-written SELECTs, a closed list
 *
 * Knows fields, not nouns: what a goal is stands in src/core. */
#ifndef STORE_H
#define STORE_H

#include <stdbool.h>

#include <groei/arena.h>
#include <groei/buffer.h>
#include <groei/text.h>
#include <groei/overview.h>

#include "base/fault.h"
#include "store/db.h"
#include "store/sight.h"

enum store_act { ACT_READ, ACT_ADD, ACT_EDIT, ACT_REMOVE };

/* Asked before every write, with the record as it is (for an add: as it will be). */
typedef enum groei_status store_access(void *context, enum store_act act,
                                       const struct groei_table *table, const void *record);

/* The field table that a store is made of; tests bring their own. */
struct store_schema {
	const struct groei_table *const *tables;
	size_t count;
	int version;
};

struct store {
	struct db *db;
	const struct store_schema *schema;
	struct fault *fault;       /* of the handle, or of the test */
	int64_t who;               /* 0: nobody yet */
	struct sight sight;        /* through whose eyes it is read outside a command */
	store_access *access;      /* NULL: everything is allowed */
	void *access_context;
	struct groei_arena *scratch; /* reset at the start of each transaction */
	struct groei_arena *names;   /* as long as the store is open */
	const char *shown;           /* its name in sentences */

	/* The command under way. */
	bool writing;              /* inside store_transact */
	int looking;               /* depth of store_look_begin */
	bool missed;               /* something could not be read or written since this was cleared */
	enum db_result last;       /* of the last failure, to tell what can be tried again */
	const char *command;       /* its name in the journal */
	int64_t change;            /* id of its journal entry; 0 while it has none */
	int64_t planned_change;    /* id that the entry will have */
	int64_t undoes;            /* the change that it takes back */
	int sequence;              /* of the next journal row */
	int64_t writes;            /* commits on this handle */
	int pulse;                 /* which of the counters this handle moves, from 1; 0: none yet */
};

/* Opens, makes or upgrades. *store_out is NULL on failure. Flags as db_open. */
enum groei_status store_open(const struct store_schema *schema, const char *name, int flags,
                             struct fault *fault, struct store **store_out);
void store_close(struct store *store);

/* The name of a store as it may be shown: of a URI without the password and what follows "?". In the
 * arena. */
const char *store_shown_name(struct groei_arena *arena, const char *name);

/* Runs body in a transaction and commits; again from the start when the database asks for it. body
 * must be repeatable: it may only write through this store. Nested: body joins the outer one. */
enum groei_status store_transact(struct store *store, const char *command,
                                 enum groei_status (*body)(void *context), void *context);

/* A read snapshot over what follows; nests. Inside store_transact, which is one already, and for a
 * write that comes in between (it ends the snapshot) nothing more is needed. */
enum groei_status store_look_begin(struct store *store);
void store_look_end(struct store *store);

/* Turns a database result into a status with its reason. DB_OK, DB_ROW, DB_DONE give GROEI_OK. */
enum groei_status store_result(struct store *store, enum db_result result);
/* Refuses a store of a version that this groei does not know. */
enum groei_status store_newer(struct store *store, int version);

/* Settings of the store itself, by name. GROEI_NO when there is none. */
enum groei_status store_setting(struct store *store, struct groei_arena *arena, const char *name,
                                const char **value_out);
enum groei_status store_set(struct store *store, const char *name, const char *value);

/* Through whose eyes the next read is: a command that is under way keeps rules over everything. */
struct sight store_sight(const struct store *store);

/* A number that changes with every commit, anybody's. */
int64_t store_revision(struct store *store);

/* migrate.c: brings the tables to schema->version; called by store_open inside no transaction, with
 * its flags: a database without tables is only made into a store with DB_CREATE. */
enum groei_status migrate(struct store *store, const char *name, int flags);
/* A file that this store_open made and that nobody owns goes away again; store_close must follow. */
void store_unmake(struct store *store);

/* views.c: the statements that make read-only views "read_goal" … for a session of the database's own tool. */
enum views_for { VIEWS_FOR_SQLITE, VIEWS_FOR_POSTGRESQL };
void store_views(const struct store_schema *schema, enum views_for tool, struct groei_buffer *sql);

/* value.c ------------------------------------------------------------------------------------- */

/* The column of a field: its name, "_id" behind a reference. */
const char *value_column(const struct groei_field *field, char column_out[64]);
/* The member as canonical text (ISO day, choice code, decimal id), NULL when absent; in the arena. */
const char *value_to_text(struct groei_arena *arena, const struct groei_field *field,
                          const void *record);
/* The inverse; false for text that it did not write. NULL makes the member absent. */
bool value_from_text(struct groei_arena *arena, const struct groei_field *field, const char *text,
                     void *record_out);
/* The index of a choice's code; the first for one that is absent or unknown. */
int32_t value_choice(const struct groei_field *field, const char *code);
bool value_same(const struct groei_field *field, const void *a, const void *b);
bool value_absent(const struct groei_field *field, const void *record);
void value_copy(const struct groei_field *field, const void *from, void *to_out);
/* Members by type. */
const char *value_get_text(const struct groei_field *field, const void *record);
int32_t value_get_int(const struct groei_field *field, const void *record);
int64_t value_get_ref(const struct groei_field *field, const void *record);
void value_set_text(const struct groei_field *field, void *record, const char *text);
void value_set_int(const struct groei_field *field, void *record, int32_t value);
void value_set_ref(const struct groei_field *field, void *record, int64_t value);

/* record.c ------------------------------------------------------------------------------------ */

/* Inside store_transact. record_add takes the record's id when it has one, else makes one. */
enum groei_status record_add(struct store *store, const struct groei_table *table, void *record);
/* Writes the fields in which after differs from before; merges or refuses as groei_edit says.
 * after gets the values as stored. Nothing to write is fine. */
enum groei_status record_edit(struct store *store, const struct groei_table *table,
                              const void *before, void *after);
enum groei_status record_remove(struct store *store, const struct groei_table *table,
                                const void *record);

/* Reads show what store_sight lets through: NOT_FOUND, an absence, or an outline of the rest. */
enum groei_status record_get(struct store *store, struct groei_arena *arena,
                             const struct groei_table *table, int64_t id, void *record_out);
/* How much of a record is read: all of it, or what every record has and lists show. */
enum record_extent { RECORD_WHOLE, RECORD_LISTED };
/* Its statement, for whoever reads several: $1 id, a row for record_read_by_id; and its text. */
enum groei_status record_by_id(struct store *store, const struct groei_table *table,
                               enum record_extent extent, struct db_statement **statement_out);
void record_by_id_text(struct groei_buffer *sql, const struct sight *sight,
                       const struct groei_table *table, enum record_extent extent);
/* The fields that were not read are absent. */
void record_read_by_id(struct db_statement *row, struct groei_arena *arena,
                       const struct groei_table *table, enum record_extent extent,
                       void *record_out);
/* record_list.c: the window that the query asks for, in the arena; and how many there are, counted up
 * to `limit`. By `today` it is known which records without a state are over. */
enum groei_status record_list(struct store *store, struct groei_arena *arena,
                              const struct groei_table *table, const struct groei_query *query,
                              int32_t today, void **records_out, size_t *count_out);
enum groei_status record_count(struct store *store, const struct groei_table *table,
                               const struct groei_query *query, int32_t today, int limit,
                               int *count_out);
/* Ids from low to high, at most 2: for codes. */
enum groei_status record_between(struct store *store, const struct groei_table *table, int64_t low,
                                 int64_t high, int64_t ids_out[2], int *count_out);
/* The ids just below and above, 0 where there is none. */
enum groei_status record_neighbours(struct store *store, const struct groei_table *table,
                                    int64_t id, int64_t *below_out, int64_t *above_out);
/* One text column of a record, in the arena. GROEI_NO when there is no such record. */
enum groei_status record_text(struct store *store, struct groei_arena *arena,
                              const struct groei_table *table, const struct groei_field *field,
                              int64_t id, const char **text_out);
/* The id of the record whose GROEI_HANDLE is this; GROEI_NO when there is none. */
enum groei_status record_by_handle(struct store *store, const struct groei_table *table,
                                   const char *handle, int64_t *id_out);

/* What filters look in, and by what records of one day stand: the keys of its FIELD_FILTER fields. In the
 * arena. */
const char *record_folded(struct groei_arena *arena, const struct groei_table *table,
                          const void *record);
/* Makes anew what filters look in, for every record of a table: after an upgrade that lets them look in more
 * of its fields. */
enum groei_status record_refold(struct store *store, const struct groei_table *table);
/* How much of a record who asks may see, also in the middle of a command. */
enum seen { SEEN_GONE, SEEN_NOT, SEEN_OUTLINE, SEEN_WHOLE };
enum groei_status record_seen(struct store *store, const struct groei_table *table, int64_t id,
                              enum seen *seen_out);

/* The columns of a table with the given prefix ("g."), in the order that record_read expects. */
void record_columns(struct groei_buffer *sql, const struct sight *sight,
                    const struct groei_table *table, const char *prefix);
/* Reads a record from the columns of the row, from `column` on. */
void record_read(struct db_statement *row, int column, struct groei_arena *arena,
                 const struct groei_table *table, void *record_out);
/* Prepares the text, whose memory is given back in any case. */
enum groei_status record_prepare(struct store *store, struct groei_buffer *sql,
                                 struct db_statement **statement_out);

/* journal.c ----------------------------------------------------------------------------------- */

/* One row: field changed from before to after (texts as value_to_text). Makes the entry of the
 * command when it is the first. */
enum groei_status journal_write(struct store *store, const struct groei_table *table, int64_t record,
                                int64_t person, const char *operation,
                                const struct groei_field *field, const char *before,
                                const char *after);
/* The entry of a command that wrote only rows. */
enum groei_status journal_entry(struct store *store);
enum groei_status journal_list(struct store *store, struct groei_arena *arena,
                               const struct groei_table *table, int64_t record,
                               const struct change *after, int limit,
                               struct change **changes_out, size_t *count_out);
/* The newest change of this person that is neither undone nor an undo. GROEI_NO: none. */
enum groei_status journal_last(struct store *store, struct groei_arena *arena, int64_t who,
                               struct change *change_out);
enum groei_status journal_mark_undone(struct store *store, int64_t change);

#endif
