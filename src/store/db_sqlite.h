/* What the two halves of the SQLite driver share: db_sqlite.c runs statements and transactions on an open
 * file, db_sqlite_file.c finds, makes, checks, copies and removes the file. Nobody else includes this. */
#ifndef DB_SQLITE_H
#define DB_SQLITE_H

#include "store/db_private.h"

#include <time.h>

#include <sqlite3.h>

struct engine {
	struct db *db;
	sqlite3 *handle;
	struct timespec waiting_since; /* the first busy of this call */
	uint64_t random;               /* xorshift state of the busy handler */
	bool durable;                  /* the settings for writing are made */
	bool empty;                    /* the file was, when it was opened */
	char *made;                    /* path of the file that this connection made, or NULL */
};

static inline struct engine *engine_of(const struct db *db)
{
	return db->engine;
}

/* Turns what SQLite answered into a result and a reason. */
enum db_result sqlite_fail(struct db *db, int code);
/* The same for an errno of a file; 0: SQLite's own words. */
enum db_result sqlite_fail_disk(struct db *db, int error);
/* Runs SQL that answers nothing. */
enum db_result sqlite_execute(struct db *db, const char *sql);
/* A busy handler, data is struct engine: sleeps a little, 0 after the deadline. */
int sqlite_wait(void *data, int count);

/* Of struct db_driver. */
void sqlite_rollback(struct db *db);
enum db_result sqlite_open_file(const char *name, int flags, struct db *db);
void sqlite_close_file(struct db *db);
enum db_result sqlite_backup(struct db *db, const char *name);
void sqlite_discard(struct db *db, const char *found);
/* In a transaction: marks the file as groei's. */
enum db_result sqlite_mark(struct db *db);

/* Makes the names in the file's folder lasting; 0, or -1 with errno. */
int sqlite_sync_folder(const char *path);

/* Whether the file is no longer the one of that name. */
bool sqlite_has_moved(struct engine *engine);

#endif
