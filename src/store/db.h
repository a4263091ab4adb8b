/* The driver seam: what groei needs of a database, and nothing more.
 *
 * SQL text is written once for all engines, by these rules: parameters $1, $2 … without gaps; three
 * schema tokens, @ID (a 63-bit whole number), @STRICT and @WR (table suffixes, STRICT and
 * WITHOUT ROWID where the engine has them), each replaced by the driver; booleans as INTEGER 0/1;
 * CAST($1 AS BIGINT) in arithmetic and in "$1 IS NULL"; NULLS FIRST/LAST spelled out; no date,
 * JSON or aggregate-to-text functions, no "::", no LATERAL, no DISTINCT ON.
 *
 * This file knows nothing about people or goals. Drivers: db_sqlite.c, db_postgres.c; db.c chooses
 * one by the store's name and holds what they share. */
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
	DB_ABSENT,        /* open without DB_CREATE: there is no such store */
	DB_ERROR          /* anything else; db_reason tells */
};

enum { DB_CREATE = 1, DB_READ = 2 /* read only */ };

/* Opens a store: "postgresql://…" or "postgres://…", or else the path of a SQLite file. With
 * DB_CREATE a missing file is made (0600, its folder 0700); a file whose application_id is neither
 * 0-and-empty nor groei's is DB_CORRUPT and untouched. *db_out is set even on failure, so that
 * db_reason can be read; db_close it always. */
enum db_result db_open(const char *name, int flags, struct db **db_out);
/* Finalises every statement and closes. NULL is fine. */
void db_close(struct db *db);
/* What the engine said last, one line, English, never the text of a record. Valid until the next
 * call. */
const char *db_reason(const struct db *db);
/* "sqlite" or "postgresql". */
const char *db_engine(const struct db *db);

/* Prepares, or takes from the cache, the statement for this text. The pointer stays good until
 * db_close. Parameter numbers with gaps, other parameter forms and "::" are refused. A statement
 * that is still being stepped may not be prepared again. */
enum db_result db_prepare(struct db *db, const char *sql, struct db_statement **statement_out);

/* Bind by the n of $n, from 1. Text is copied; text with NUL or invalid UTF-8 is refused at
 * step as DB_CHECK. Unbound parameters are NULL. */
void db_bind_int(struct db_statement *statement, int n, int64_t value);
void db_bind_text(struct db_statement *statement, int n, const char *text); /* NULL binds NULL */
void db_bind_text_length(struct db_statement *statement, int n, const char *text, size_t length);
void db_bind_null(struct db_statement *statement, int n);

/* DB_ROW, DB_DONE or an error. After DB_DONE or an error the statement is reset, its bindings
 * cleared, and ready for new ones. */
enum db_result db_step(struct db_statement *statement);
/* Ends a statement whose rows are not all wanted. */
void db_reset(struct db_statement *statement);
/* Columns of the row, from 0; text is good until the next step or reset. */
int64_t db_int(struct db_statement *statement, int column); /* 0 for NULL */
const char *db_text(struct db_statement *statement, int column); /* NULL for NULL */
bool db_is_null(struct db_statement *statement, int column);
/* Rows that the last finished INSERT, UPDATE or DELETE changed. */
int64_t db_changed(const struct db *db);

/* Runs text of one or more statements without parameters or results; schema tokens replaced. */
enum db_result db_run(struct db *db, const char *sql);

/* A transaction: BEGIN IMMEDIATE with an own busy handler on SQLite, SERIALIZABLE on PostgreSQL.
 * A commit that the server answered with ROLLBACK is a failure. After a failed commit nothing is
 * open. Nesting is a programming error. */
enum db_result db_begin(struct db *db);
enum db_result db_commit(struct db *db);
void db_rollback(struct db *db);
bool db_in_transaction(const struct db *db);

/* A read snapshot over several statements (deferred on SQLite). End it with db_rollback. */
enum db_result db_begin_read(struct db *db);

/* Between these, statements that return nothing may be sent together; errors surface at the end
 * of the batch (a pipeline on PostgreSQL, nothing on SQLite). Inside a transaction only. */
enum db_result db_batch_begin(struct db *db);
enum db_result db_batch_end(struct db *db);

/* A number that differs when another connection has committed since; cheap. -1 when the driver
 * cannot tell (then compare the journal). */
int64_t db_changes_elsewhere(struct db *db);

/* A consistent copy of the whole store into a new file (SQLite: backup API, 0600, O_EXCL, fsynced).
 * Elsewhere DB_ERROR with a reason. */
enum db_result db_backup(struct db *db, const char *path);

/* For open(): marks a fresh SQLite file as groei's. No-op elsewhere. */
enum db_result db_claim(struct db *db);

/* How a driver is built: one of these tables per engine, private to src/store. */
struct db_driver {
	const char *engine;
	const char *token_id;     /* what @ID becomes */
	const char *token_strict; /* what @STRICT becomes */
	const char *token_wr;     /* what @WR becomes */
	enum db_result (*open)(const char *name, int flags, struct db *db);
	void (*close)(struct db *db);
	enum db_result (*prepare)(struct db *db, struct db_statement *statement);
	void (*finalise)(struct db_statement *statement);
	enum db_result (*step)(struct db_statement *statement);
	void (*reset)(struct db_statement *statement);
	int64_t (*column_int)(struct db_statement *statement, int column);
	const char *(*column_text)(struct db_statement *statement, int column);
	bool (*column_null)(struct db_statement *statement, int column);
	enum db_result (*run)(struct db *db, const char *sql);
	enum db_result (*begin)(struct db *db, int read_only);
	enum db_result (*commit)(struct db *db);
	void (*rollback)(struct db *db);
	enum db_result (*batch_begin)(struct db *db);
	enum db_result (*batch_end)(struct db *db);
	int64_t (*changes_elsewhere)(struct db *db);
	enum db_result (*backup)(struct db *db, const char *path);
	enum db_result (*claim)(struct db *db);
};

#endif
