/* The SQLite driver: rollback journal, synchronous=EXTRA, an own busy handler. The file itself, how it is
 * found, made and checked, is db_sqlite_file.c's business.
 *
 * What only writing needs is set before the first write. */
#include "store/db_sqlite.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include <groei/arena.h>

#include "base/i18n.h"

/* --- errors -------------------------------------------------------------------------------- */

static enum db_result constraint(int code)
{
	switch (code) {
	case SQLITE_CONSTRAINT_UNIQUE:
	case SQLITE_CONSTRAINT_PRIMARYKEY:
	case SQLITE_CONSTRAINT_ROWID:
		return DB_UNIQUE;
	case SQLITE_CONSTRAINT_FOREIGNKEY:
		return DB_FOREIGN_KEY;
	case SQLITE_CONSTRAINT_NOTNULL:
		return DB_NOT_NULL;
	default:
		return DB_CHECK;
	}
}

enum db_result sqlite_fail_disk(struct db *db, int error)
{
	if (error == ENOSPC || error == EDQUOT)
		return db_fail(db, DB_FULL, _("the disk is full"));
	if (error == EFBIG)
		return db_fail(db, DB_FULL, _("the file may not grow any further"));
	return db_fail(db, DB_ERROR, _("reading or writing the file failed: %s"),
	               error ? strerror(error) : sqlite3_errmsg(engine_of(db)->handle));
}

enum db_result sqlite_fail(struct db *db, int code)
{
	sqlite3 *handle = engine_of(db)->handle;
	int error = sqlite3_system_errno(handle);
	if ((code & 0xff) == SQLITE_NOMEM || code == SQLITE_IOERR_NOMEM)
		groei_out_of_memory();
	switch (code & 0xff) {
	case SQLITE_OK:
		return DB_OK;
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
	case SQLITE_PROTOCOL:
		return db_fail(db, DB_BUSY, _("another program is writing to it"));
	case SQLITE_CONSTRAINT:
		return db_fail(db, constraint(code), "%s", sqlite3_errmsg(handle));
	case SQLITE_MISMATCH:
	case SQLITE_TOOBIG:
		return db_fail(db, DB_CHECK, "%s", sqlite3_errmsg(handle));
	case SQLITE_AUTH:
	case SQLITE_PERM:
		return db_fail(db, DB_DENIED, "%s", sqlite3_errmsg(handle));
	case SQLITE_READONLY:
		if (code == SQLITE_READONLY_DBMOVED)
			return db_fail(db, DB_ERROR, _("the file was removed or replaced meanwhile"));
		return db_fail(db, DB_READ_ONLY, _("it may be read but not written"));
	case SQLITE_FULL:
		return sqlite_fail_disk(db, ENOSPC);
	case SQLITE_IOERR:
		if (!error) /* a failed COMMIT leaves it with the file only */
			(void)sqlite3_file_control(handle, "main", SQLITE_FCNTL_LAST_ERRNO, &error);
		return sqlite_fail_disk(db, error);
	case SQLITE_CORRUPT:
		return db_fail(db, DB_CORRUPT, _("the file is damaged"));
	case SQLITE_NOTADB:
		return db_fail(db, DB_CORRUPT, _("the file is not a store of groei"));
	case SQLITE_CANTOPEN:
		return db_fail(db, DB_ERROR, _("the file or its folder cannot be opened: %s"),
		               error ? strerror(error) : sqlite3_errmsg(handle));
	default:
		if (!strncmp(sqlite3_errmsg(handle), "no such table", 13))
			return db_fail(db, DB_NO_TABLE, "%s", sqlite3_errmsg(handle));
		return db_fail(db, DB_ERROR, "%s", sqlite3_errmsg(handle));
	}
}

enum db_result sqlite_execute(struct db *db, const char *sql)
{
	return sqlite_fail(db, sqlite3_exec(engine_of(db)->handle, sql, NULL, NULL, NULL));
}

/* --- waiting for a lock -------------------------------------------------------------------- */

static int64_t passed_ms(const struct timespec *since)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)(now.tv_sec - since->tv_sec) * 1000 + (now.tv_nsec - since->tv_nsec) / 1000000;
}

/* Sleeps 0.2 to 2 ms, at random, so that waiters neither starve nor march in step. */
int sqlite_wait(void *data, int count)
{
	struct engine *engine = data;
	if (!count)
		clock_gettime(CLOCK_MONOTONIC, &engine->waiting_since);
	if (passed_ms(&engine->waiting_since) >= engine->db->deadline)
		return 0;
	if (!engine->random)
		engine->random = ((uint64_t)engine->waiting_since.tv_nsec << 32 ^ (uint64_t)getpid()) | 1;
	engine->random ^= engine->random << 13;
	engine->random ^= engine->random >> 7;
	engine->random ^= engine->random << 17;
	struct timespec nap = {.tv_nsec = 200000 + (long)(engine->random % 1800000)};
	nanosleep(&nap, NULL);
	return 1;
}

/* --- statements ---------------------------------------------------------------------------- */

/* Settings that only writing needs; they cost a look at the schema. */
static enum db_result make_durable(struct db *db)
{
	struct engine *engine = engine_of(db);
	if (engine->durable)
		return DB_OK;
	enum db_result result = sqlite_execute(db, "PRAGMA synchronous=EXTRA;PRAGMA secure_delete=ON");
	engine->durable = result == DB_OK;
	return result;
}

static enum db_result before_write(struct db *db)
{
	if (db->transaction == DB_READING)
		return db_fail(db, DB_READ_ONLY, "a write in a transaction for reading");
	return make_durable(db);
}

static enum db_result prepare(struct db *db, struct db_statement *statement)
{
	sqlite3_stmt *handle = NULL;
	int code = sqlite3_prepare_v3(engine_of(db)->handle, statement->sql, -1, 0, &handle, NULL);
	if (code != SQLITE_OK)
		return sqlite_fail(db, code);
	statement->handle = handle;
	return DB_OK;
}

static void finalise(struct db_statement *statement)
{
	(void)sqlite3_finalize(statement->handle);
	statement->handle = NULL;
}

static int bind(sqlite3_stmt *handle, int n, const struct db_value *value)
{
	switch (value->kind) {
	case DB_INT:
		return sqlite3_bind_int64(handle, n, value->number);
	case DB_TEXT:
		return sqlite3_bind_text64(handle, n, value->text, value->length, SQLITE_STATIC,
		                           SQLITE_UTF8);
	case DB_NULL:
		break;
	}
	return sqlite3_bind_null(handle, n);
}

static enum db_result step(struct db_statement *statement)
{
	struct db *db = statement->db;
	sqlite3_stmt *handle = statement->handle;
	int code = SQLITE_OK;
	if (!statement->running) {
		enum db_result result = sqlite3_stmt_readonly(handle) ? DB_OK : before_write(db);
		for (int n = 1; n <= statement->count && code == SQLITE_OK; n++)
			code = bind(handle, n, &statement->values[n - 1]);
		if (result != DB_OK || code != SQLITE_OK)
			return result != DB_OK ? result : sqlite_fail(db, code);
	}
	code = sqlite3_step(handle);
	if (code == SQLITE_ROW)
		return DB_ROW;
	return code == SQLITE_DONE ? DB_DONE : sqlite_fail(db, code);
}

static void reset(struct db_statement *statement)
{
	(void)sqlite3_reset(statement->handle);
	if (statement->count)
		(void)sqlite3_clear_bindings(statement->handle);
}

static int64_t column_int(struct db_statement *statement, int column)
{
	return sqlite3_column_int64(statement->handle, column);
}

static const char *column_text(struct db_statement *statement, int column)
{
	const char *text = (const char *)sqlite3_column_text(statement->handle, column);
	if (!text && sqlite3_errcode(engine_of(statement->db)->handle) == SQLITE_NOMEM)
		groei_out_of_memory();
	return text;
}

static bool column_null(struct db_statement *statement, int column)
{
	return sqlite3_column_type(statement->handle, column) == SQLITE_NULL;
}

static enum db_result run(struct db *db, const char *sql)
{
	enum db_result result = before_write(db);
	return result == DB_OK ? sqlite_execute(db, sql) : result;
}

/* --- transactions -------------------------------------------------------------------------- */

/* SQLite looks for this itself, but not in an empty file: whoever made that may have removed it again
 * (remove_empty) before we had the lock. */
static enum db_result check_still_there(struct db *db)
{
	if (!sqlite_has_moved(engine_of(db)))
		return DB_OK;
	(void)sqlite3_exec(engine_of(db)->handle, "ROLLBACK", NULL, NULL, NULL);
	return db_fail(db, DB_BUSY, _("another program is making or removing it"));
}

static enum db_result begin(struct db *db, enum db_transaction kind)
{
	if (kind == DB_READING)
		return sqlite_execute(db, "BEGIN");
	if (sqlite3_db_readonly(engine_of(db)->handle, "main") > 0) /* BEGIN would not tell */
		return sqlite_fail(db, SQLITE_READONLY);
	enum db_result result = make_durable(db);
	if (result == DB_OK)
		result = sqlite_execute(db, "BEGIN IMMEDIATE");
	if (result == DB_OK && engine_of(db)->empty)
		result = check_still_there(db);
	return result;
}

/* Once the rollback journal is removed everybody reads what was written: what fails behind that, the
 * removal made lasting and locks given back, must not be told as a commit that failed. */
static enum db_result commit(struct db *db)
{
	sqlite3 *handle = engine_of(db)->handle;
	int code = sqlite3_exec(handle, "COMMIT", NULL, NULL, NULL);
	if (code == SQLITE_IOERR_DIR_FSYNC)
		(void)sqlite_sync_folder(sqlite3_db_filename(handle, "main"));
	if (code == SQLITE_IOERR_DIR_FSYNC || code == SQLITE_IOERR_UNLOCK || code == SQLITE_IOERR_RDLOCK)
		return DB_OK;
	return sqlite_fail(db, code);
}

void sqlite_rollback(struct db *db)
{
	sqlite3 *handle = engine_of(db)->handle;
	if (!sqlite3_get_autocommit(handle)) /* an error may have rolled back already */
		(void)sqlite3_exec(handle, "ROLLBACK", NULL, NULL, NULL);
}

/* --- the rest ------------------------------------------------------------------------------ */

static int64_t changes_elsewhere(struct db *db)
{
	struct db_statement *statement;
	int64_t version = -1;
	if (db_prepare(db, "PRAGMA data_version", &statement) != DB_OK)
		return -1;
	if (db_step(statement) == DB_ROW)
		version = db_int(statement, 0);
	db_reset(statement);
	return version;
}

static enum db_result claim(struct db *db)
{
	enum db_result result = before_write(db);
	return result == DB_OK ? sqlite_mark(db) : result;
}

const struct db_driver sqlite_driver = {
	.engine = "sqlite",
	.token_id = "INTEGER",
	.token_strict = "STRICT",
	.token_wr = "STRICT, WITHOUT ROWID",
	.parameter = '?',
	.open = sqlite_open_file,
	.close = sqlite_close_file,
	.prepare = prepare,
	.finalise = finalise,
	.step = step,
	.reset = reset,
	.column_int = column_int,
	.column_text = column_text,
	.column_null = column_null,
	.run = run,
	.begin = begin,
	.commit = commit,
	.rollback = sqlite_rollback,
	.changes_elsewhere = changes_elsewhere,
	.backup = sqlite_backup,
	.claim = claim,
	.discard = sqlite_discard,
};
