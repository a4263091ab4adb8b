/* The driver seam: what groei needs of a database, and nothing more.
 *
 * SQL text is written once for all engines, by these rules: parameters $1, $2 … without gaps; three
 * schema tokens, each replaced by the driver: @ID (the type of a 63-bit whole number: ids,
 * instants) and, after the bracket that ends a table, either @STRICT or @WR (strict, and stored in
 * the order of its primary key; both are nothing where the engine has no such thing); booleans as INTEGER 0/1;
 * CAST($1 AS BIGINT) in arithmetic and in "$1 IS NULL"; NULLS FIRST/LAST spelled out; no date,
 * JSON or aggregate-to-text functions, no "::", no LATERAL, no DISTINCT ON.
 *
 * Both engines keep the stricter of their two rules: "?", ":", "[" and "`" are refused outside
 * quotes, and after an error inside a transaction only db_rollback (or a db_commit, which fails)
 * is of use.
 *
 * This file knows nothing about people or goals. Drivers: db_sqlite.c with db_sqlite_file.c, and
 * db_postgres.c; db.c chooses one by the store's name and holds what they share (db_private.h). */
#ifndef DB_H
#define DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct db;
struct db_statement;

enum db_result {
	DB_OK,
	DB_ROW,           /* step: a row is there */
	DB_DONE,          /* step: no more rows */
	DB_BUSY,          /* locked by another until the deadline */
	DB_SERIALISATION, /* the transaction must run again */
	DB_CONNECTION,    /* no connection, or lost; nothing was committed */
	DB_UNKNOWN,       /* connection lost during commit: run again, inserts are repeatable */
	DB_UNIQUE,
	DB_FOREIGN_KEY,
	DB_CHECK,
	DB_NOT_NULL,
	DB_DENIED,
	DB_READ_ONLY,
	DB_FULL,
	DB_CORRUPT,       /* not a store, or damaged */
	DB_ABSENT,        /* open without DB_CREATE: there is no such store, or an empty file */
	DB_NO_TABLE,      /* the SQL names a table that is not there */
	DB_ERROR          /* anything else; db_reason tells */
};

enum { DB_CREATE = 1, DB_READ = 2 /* read only */ };

/* Opens a store: "postgresql://…" or "postgres://…", or else the path of a SQLite file. With
 * DB_CREATE a missing file is made (0600, its folder 0700) and an empty one is taken; without it
 * both are DB_ABSENT and nothing is created. A file that holds something but not groei's
 * application_id is DB_CORRUPT and untouched; a symbolic link is refused. *db_out is set even on
 * failure, so that db_reason can be read; db_close it always, and use it for nothing else then.
 * A PostgreSQL database must exist. A lost connection is made anew by the next call outside a
 * transaction. */
enum db_result db_open(const char *name, int flags, struct db **db_out);
/* Finalises every statement and closes. NULL is fine. */
void db_close(struct db *db);
/* Why the last call failed: one line, never the text of a record. groei's own sentences are
 * translated, the engine's are English. Valid until the next call. */
const char *db_reason(const struct db *db);
/* "sqlite" or "postgresql". */
const char *db_engine(const struct db *db);
/* How long a call waits for a lock that another holds before it is DB_BUSY; 20 s at first. */
void db_set_deadline(struct db *db, int milliseconds);

/* Prepares, or takes from the cache, the statement for this text, with no bindings. The pointer
 * stays good until db_close (so texts are a closed list, never made from input). Parameter numbers
 * with gaps, other parameter forms, "::" and a second statement are refused. A statement that is
 * still being stepped may not be prepared again. */
enum db_result db_prepare(struct db *db, const char *sql, struct db_statement **statement_out);

/* Bind by the n of $n, from 1. Text is copied; text with NUL or invalid UTF-8 is refused at
 * step as DB_CHECK. Unbound parameters are NULL. */
void db_bind_int(struct db_statement *statement, int n, int64_t value);
void db_bind_text(struct db_statement *statement, int n, const char *text); /* NULL binds NULL */
void db_bind_text_length(struct db_statement *statement, int n, const char *text, size_t length);
void db_bind_null(struct db_statement *statement, int n);

/* DB_ROW, DB_DONE or an error. After DB_DONE or an error the statement is reset, its bindings
 * cleared, and ready for new ones. Several statements may be stepped in turns; rows not yet read
 * outlive a db_commit, not a db_rollback. */
enum db_result db_step(struct db_statement *statement);
/* Ends a statement whose rows are not all wanted. */
void db_reset(struct db_statement *statement);
/* Columns of the row, from 0; text is good until the next step or reset. */
int64_t db_int(struct db_statement *statement, int column); /* 0 for NULL */
const char *db_text(struct db_statement *statement, int column); /* NULL for NULL */
bool db_is_null(struct db_statement *statement, int column);

/* Runs text of one or more statements without parameters or results; schema tokens replaced. More
 * than one belongs in a transaction: what an error leaves behind differs between the engines. */
enum db_result db_run(struct db *db, const char *sql);

/* A transaction: BEGIN IMMEDIATE with an own busy handler on SQLite, SERIALIZABLE on PostgreSQL.
 * In a store that may only be read it is DB_READ_ONLY here or at the first write.
 * A commit that the server answered with ROLLBACK is a failure. After a failed commit nothing is
 * open. Nesting is a programming error. */
enum db_result db_begin(struct db *db);
enum db_result db_commit(struct db *db);
void db_rollback(struct db *db);
bool db_in_transaction(const struct db *db);

/* A read snapshot over several statements (deferred on SQLite). Writes in it are DB_READ_ONLY. End
 * it with db_rollback. */
enum db_result db_begin_read(struct db *db);

/* A number that differs when another connection has committed since; cheap. -1 when the engine cannot
 * tell: always, or just now. */
int64_t db_changes_elsewhere(struct db *db);
/* Whether the engine can tell at all. */
bool db_tells_changes(const struct db *db);

/* A consistent copy of the whole store into a new file (SQLite: backup API, 0600, O_EXCL, fsynced;
 * removed again when it fails). Not inside a transaction. Elsewhere DB_ERROR with a reason. */
enum db_result db_backup(struct db *db, const char *path);

/* Marks a fresh SQLite file as groei's; belongs in the transaction that makes its first tables.
 * No-op elsewhere. */
enum db_result db_claim(struct db *db);

/* Takes back that db_open made the file: it is removed, unless `found`, a SELECT, has a row by now or
 * others are using it. Only db_close may follow. Nothing happens to a file that was there before,
 * and elsewhere. Not inside a transaction. (A file that is still empty goes by itself.) */
void db_discard(struct db *db, const char *found);

#endif
