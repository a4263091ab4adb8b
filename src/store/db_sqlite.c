/* The SQLite driver: one file, rollback journal, synchronous=EXTRA, an own busy handler.
 *
 * Opening is as cheap as can be: the file's header is read through SQLite's own file handle (a
 * second descriptor, when closed, would give up the locks of this process), and what only
 * writing needs is set before the first write. */
#include "store/db_private.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <sqlite3.h>

#include "base/file.h"
#include "base/i18n.h"

#define APPLICATION_ID 0x67726f65 /* "groe" */
#define TEXT_OF(x) #x
#define PRAGMA_CLAIM(id) "PRAGMA application_id=" TEXT_OF(id)

struct engine {
	struct db *db;
	sqlite3 *handle;
	struct timespec waiting_since; /* the first busy of this call */
	uint64_t random;               /* xorshift state of the busy handler */
	bool durable;                  /* the settings for writing are made */
	bool empty;                    /* the file was, when it was opened */
	char *made;                    /* path of the file that this connection made, or NULL */
};

static struct engine *engine_of(const struct db *db)
{
	return db->engine;
}

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

static enum db_result fail_disk(struct db *db, int error)
{
	if (error == ENOSPC || error == EDQUOT)
		return db_fail(db, DB_FULL, _("the disk is full"));
	if (error == EFBIG)
		return db_fail(db, DB_FULL, _("the file may not grow any further"));
	return db_fail(db, DB_ERROR, _("reading or writing the file failed: %s"),
	               error ? strerror(error) : sqlite3_errmsg(engine_of(db)->handle));
}

/* Turns what SQLite answered into a result and a reason. */
static enum db_result fail(struct db *db, int code)
{
	sqlite3 *handle = engine_of(db)->handle;
	int error = sqlite3_system_errno(handle);
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
		return fail_disk(db, ENOSPC);
	case SQLITE_IOERR:
		if (!error) /* a failed COMMIT leaves it with the file only */
			(void)sqlite3_file_control(handle, "main", SQLITE_FCNTL_LAST_ERRNO, &error);
		return fail_disk(db, error);
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

static enum db_result execute(struct db *db, const char *sql)
{
	return fail(db, sqlite3_exec(engine_of(db)->handle, sql, NULL, NULL, NULL));
}

/* --- waiting for a lock -------------------------------------------------------------------- */

static int64_t passed_ms(const struct timespec *since)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)(now.tv_sec - since->tv_sec) * 1000 + (now.tv_nsec - since->tv_nsec) / 1000000;
}

/* Sleeps 0.2 to 2 ms, at random, so that waiters neither starve nor march in step. */
static int wait_for_lock(void *data, int count)
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

/* --- the file ------------------------------------------------------------------------------ */

static enum db_result fail_errno(struct db *db, const char *what, int error)
{
	if (error == ENOSPC || error == EDQUOT)
		return fail_disk(db, error);
	return db_fail(db, DB_ERROR, "%s: %s", what, strerror(error));
}

/* The absolute path, links in its folders resolved (a link as the file itself is refused later). */
static enum db_result locate(struct db *db, const char *name, int flags, char **path_out)
{
	enum db_result result = DB_OK;
	const char *slash = strrchr(name, '/');
	const char *base = slash ? slash + 1 : name;
	char *folder = db_copy(slash ? name : ".");
	char *real = NULL;
	if (!*base) {
		result = db_fail(db, DB_ERROR, _("it names a folder, not a file"));
		goto done;
	}
	if (slash)
		folder[slash == name ? 1 : slash - name] = 0;
	int unmade = flags & DB_CREATE ? file_make_private_folder(folder) : 0;
	if (unmade)
		result = fail_errno(db, _("its folder cannot be made"), unmade);
	if (result != DB_OK)
		goto done;
	real = realpath(folder, NULL);
	if (!real) {
		int error = errno;
		result = error == ENOENT || error == ENOTDIR
		             ? db_fail(db, DB_ABSENT, _("there is no such folder"))
		             : fail_errno(db, _("its folder cannot be opened"), error);
		goto done;
	}
	size_t size = strlen(real) + strlen(base) + 2;
	*path_out = db_take(NULL, size);
	snprintf(*path_out, size, "%s/%s", real, base);
done:
	free(folder);
	free(real);
	return result;
}

static int sync_folder(const char *path)
{
	char *folder = db_copy(path);
	char *slash = strrchr(folder, '/');
	slash[slash == folder] = 0;
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	free(folder);
	if (fd < 0)
		return -1;
	int result = fsync(fd);
	if (result && errno == EINVAL)
		result = 0; /* a file system that has no such thing */
	int error = errno;
	close(fd);
	errno = error;
	return result;
}

/* A new empty file, 0600 whatever the umask; errno EEXIST when something is there. */
static int make_file(const char *path)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd < 0)
		return -1;
	int result = fchmod(fd, 0600);
	int error = errno;
	close(fd);
	errno = error;
	return result ? result : sync_folder(path);
}

static enum db_result check_kind(struct db *db, const struct stat *info)
{
	if (S_ISLNK(info->st_mode))
		return db_fail(db, DB_ERROR, _("it is a symbolic link, and links are not followed"));
	if (S_ISDIR(info->st_mode))
		return db_fail(db, DB_ERROR, _("it is a folder, not a file"));
	if (!S_ISREG(info->st_mode))
		return db_fail(db, DB_ERROR, _("it is not a regular file"));
	if (info->st_size == 1) /* which SQLite takes for an empty one */
		return fail(db, SQLITE_NOTADB);
	return DB_OK;
}

static enum db_result check_path(struct db *db, const char *path, int flags, bool *made_out)
{
	struct stat info;
	if (!lstat(path, &info))
		return check_kind(db, &info);
	if (errno != ENOENT)
		return fail_errno(db, _("it cannot be opened"), errno);
	if (!(flags & DB_CREATE))
		return db_fail(db, DB_ABSENT, _("there is no such file"));
	*made_out = !make_file(path);
	if (*made_out)
		return DB_OK;
	int error = errno;
	if (error == EEXIST && !lstat(path, &info)) /* another was quicker */
		return check_kind(db, &info);
	return fail_errno(db, _("it cannot be made"), error);
}

/* --- what kind of file it is --------------------------------------------------------------- */

struct header {
	int64_t size;  /* of the file */
	int64_t pages; /* bytes it should have */
	uint32_t application;
	bool sqlite; /* begins as an SQLite file does */
	bool wal;
};

static uint32_t number_at(const unsigned char *bytes)
{
	return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static int read_header(sqlite3 *handle, struct header *header_out)
{
	sqlite3_file *file = NULL;
	sqlite3_int64 size = 0;
	unsigned char bytes[100] = {0};
	int code = sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
	if (code == SQLITE_OK)
		code = file->pMethods->xFileSize(file, &size);
	if (code == SQLITE_OK)
		code = file->pMethods->xRead(file, bytes, sizeof bytes, 0);
	if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)
		return code;
	uint32_t page = (uint32_t)bytes[16] << 8 | bytes[17];
	bool counted = number_at(bytes + 24) == number_at(bytes + 92); /* the page count is valid */
	*header_out = (struct header){
	    .size = size,
	    .pages = counted ? (int64_t)number_at(bytes + 28) * (page == 1 ? 65536 : page) : 0,
	    .application = number_at(bytes + 68),
	    .sqlite = !memcmp(bytes, "SQLite format 3", 16),
	    .wal = bytes[18] == 2,
	};
	return SQLITE_OK;
}

static bool is_ours(const struct header *header)
{
	return header->sqlite && header->application == APPLICATION_ID && header->size >= header->pages;
}

static bool is_cut(const struct header *header)
{
	return header->sqlite && header->size < header->pages;
}

static enum db_result fail_foreign(struct db *db, const struct header *header)
{
	return db_fail(db, DB_CORRUPT,
	               _("the file belongs to another program (application id %u, expected %u)"),
	               header->application, (unsigned)APPLICATION_ID);
}

static enum db_result check_empty(struct db *db, int flags)
{
	if (flags & DB_CREATE)
		return DB_OK;
	return db_fail(db, DB_ABSENT, _("the file is empty"));
}

static int take_count(void *data, int columns, char **values, char **names)
{
	(void)columns;
	(void)names;
	*(int64_t *)data = strtoll(values[0], NULL, 10);
	return 0;
}

/* The second look, under a lock and after SQLite has rolled back what a crash left: the first one
 * may have seen another process in the middle of a commit. */
static enum db_result look_again(struct db *db, int flags)
{
	sqlite3 *handle = engine_of(db)->handle;
	struct header header = {0};
	int64_t objects = 0;
	int code = sqlite3_exec(handle, "BEGIN; SELECT count(*) FROM sqlite_master", take_count, &objects,
	                        NULL);
	int read = read_header(handle, &header);
	if (code == SQLITE_OK)
		code = read;
	enum db_result result = fail(db, code);
	(void)sqlite3_exec(handle, "ROLLBACK", NULL, NULL, NULL);
	if (result == DB_OK && is_ours(&header))
		return DB_OK;
	if ((result == DB_OK || result == DB_CORRUPT) && is_cut(&header))
		return db_fail(db, DB_CORRUPT, _("the file is cut off: %lld bytes of %lld are left"),
		               (long long)header.size, (long long)header.pages);
	if (result != DB_OK)
		return result;
	if (!header.size || (!header.application && !objects))
		return check_empty(db, flags);
	return fail_foreign(db, &header);
}

static enum db_result check_file(struct db *db, int flags)
{
	struct header header;
	int code = read_header(engine_of(db)->handle, &header);
	if (code != SQLITE_OK)
		return fail(db, code);
	engine_of(db)->empty = !header.size;
	if (!header.size)
		return check_empty(db, flags);
	if (header.sqlite && header.application && header.application != APPLICATION_ID)
		return fail_foreign(db, &header);
	if (!is_ours(&header)) {
		enum db_result result = look_again(db, flags);
		if (result != DB_OK)
			return result;
	}
	/* Somebody switched the file to WAL: back, see quality.md on why. */
	return header.wal && !(flags & DB_READ) ? execute(db, "PRAGMA journal_mode=DELETE") : DB_OK;
}

/* --- opening ------------------------------------------------------------------------------- */

static enum db_result set_up(struct db *db)
{
	struct engine *engine = engine_of(db);
	const struct {
		int option, value;
	} options[] = {{SQLITE_DBCONFIG_DEFENSIVE, 1},
	               {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
	               {SQLITE_DBCONFIG_ENABLE_FKEY, 1},
	               {SQLITE_DBCONFIG_DQS_DDL, 0},
	               {SQLITE_DBCONFIG_DQS_DML, 0}};
	int code = sqlite3_extended_result_codes(engine->handle, 1);
	for (size_t i = 0; i < sizeof options / sizeof *options && code == SQLITE_OK; i++)
		code = sqlite3_db_config(engine->handle, options[i].option, options[i].value, NULL);
	if (code == SQLITE_OK)
		code = sqlite3_busy_handler(engine->handle, wait_for_lock, engine);
	if (code == SQLITE_OK)
		code = sqlite3_exec(engine->handle, "PRAGMA temp_store=MEMORY",
		                    NULL, NULL, NULL);
	return fail(db, code);
}

static enum db_result open_file(const char *name, int flags, struct db *db)
{
	struct engine *engine = db_take(NULL, sizeof *engine);
	*engine = (struct engine){.db = db};
	db->engine = engine;
	char *path = NULL;
	bool made = false;
	enum db_result result = locate(db, name, flags, &path);
	if (result == DB_OK)
		result = check_path(db, path, flags, &made);
	/* Nobody here asks how much memory SQLite holds; counting it costs a lock for every piece. Where
	 * SQLite is in use already this is refused, which is as well. */
	(void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	if (result == DB_OK) {
		int mode = flags & DB_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
		result = fail(db, sqlite3_open_v2(path, &engine->handle,
		                                  mode | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX, NULL));
	}
	if (result == DB_OK)
		result = set_up(db);
	if (result == DB_OK)
		result = check_file(db, flags);
	if (made)
		engine->made = path;
	else
		free(path);
	return result;
}

/* Whether the file is no longer the one of that name. */
static bool has_moved(struct engine *engine)
{
	int moved = 0;
	return sqlite3_file_control(engine->handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved) !=
	           SQLITE_OK ||
	       moved;
}

/* A file that we made and nothing came into goes away again, so that a store that could not be made
 * leaves nothing behind. The lock keeps out those who are writing already; whoever else opened the
 * file finds out before a write that it has gone (check_still_there). The lock is taken by hand: a
 * transaction would want a journal, and the disk may be full. */
static void remove_empty(struct engine *engine)
{
	sqlite3_file *file = NULL;
	sqlite3_int64 size = 0;
	if (sqlite3_file_control(engine->handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK)
		return;
	if (file->pMethods->xLock(file, SQLITE_LOCK_SHARED) == SQLITE_OK &&
	    file->pMethods->xLock(file, SQLITE_LOCK_EXCLUSIVE) == SQLITE_OK &&
	    file->pMethods->xFileSize(file, &size) == SQLITE_OK && !size &&
	    !has_moved(engine))
		(void)unlink(engine->made);
	(void)file->pMethods->xUnlock(file, SQLITE_LOCK_NONE);
}

static void close_file(struct db *db)
{
	if (!db->engine)
		return;
	if (engine_of(db)->made && engine_of(db)->handle)
		remove_empty(engine_of(db));
	free(engine_of(db)->made);
	int code = sqlite3_close(engine_of(db)->handle);
	assert(code == SQLITE_OK); /* every statement is finalised */
	(void)code;
	free(db->engine);
	db->engine = NULL;
}

/* --- statements ---------------------------------------------------------------------------- */

/* Settings that only writing needs; they cost a look at the schema. */
static enum db_result make_durable(struct db *db)
{
	struct engine *engine = engine_of(db);
	if (engine->durable)
		return DB_OK;
	enum db_result result = execute(db, "PRAGMA synchronous=EXTRA;PRAGMA secure_delete=ON");
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
		return fail(db, code);
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
	bool writes = !sqlite3_stmt_readonly(handle);
	int code = SQLITE_OK;
	if (!statement->running) {
		enum db_result result = writes ? before_write(db) : DB_OK;
		for (int n = 1; n <= statement->count && code == SQLITE_OK; n++)
			code = bind(handle, n, &statement->values[n - 1]);
		if (result != DB_OK || code != SQLITE_OK)
			return result != DB_OK ? result : fail(db, code);
	}
	code = sqlite3_step(handle);
	if (code == SQLITE_ROW)
		return DB_ROW;
	if (code != SQLITE_DONE)
		return fail(db, code);
	if (writes)
		db->changed = sqlite3_changes64(engine_of(db)->handle);
	return DB_DONE;
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
	return (const char *)sqlite3_column_text(statement->handle, column);
}

static bool column_null(struct db_statement *statement, int column)
{
	return sqlite3_column_type(statement->handle, column) == SQLITE_NULL;
}

static enum db_result run(struct db *db, const char *sql)
{
	enum db_result result = before_write(db);
	return result == DB_OK ? execute(db, sql) : result;
}

/* --- transactions -------------------------------------------------------------------------- */

/* SQLite looks for this itself, but not in an empty file: whoever made that may have removed it again
 * (remove_empty) before we had the lock. */
static enum db_result check_still_there(struct db *db)
{
	if (!has_moved(engine_of(db)))
		return DB_OK;
	(void)sqlite3_exec(engine_of(db)->handle, "ROLLBACK", NULL, NULL, NULL);
	return db_fail(db, DB_BUSY, _("another program is making or removing it"));
}

static enum db_result begin(struct db *db, enum db_transaction kind)
{
	if (kind == DB_READING)
		return execute(db, "BEGIN");
	if (sqlite3_db_readonly(engine_of(db)->handle, "main") > 0) /* BEGIN would not tell */
		return fail(db, SQLITE_READONLY);
	enum db_result result = make_durable(db);
	if (result == DB_OK)
		result = execute(db, "BEGIN IMMEDIATE");
	if (result == DB_OK && engine_of(db)->empty)
		result = check_still_there(db);
	return result;
}

static enum db_result commit(struct db *db)
{
	return execute(db, "COMMIT");
}

static void rollback(struct db *db)
{
	sqlite3 *handle = engine_of(db)->handle;
	if (!sqlite3_get_autocommit(handle)) /* an error may have rolled back already */
		(void)sqlite3_exec(handle, "ROLLBACK", NULL, NULL, NULL);
}

static enum db_result batch(struct db *db)
{
	(void)db;
	return DB_OK;
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

/* Copies into an open empty file, waiting for locks as everywhere. */
static enum db_result copy_into(struct db *db, sqlite3 *target)
{
	struct engine *engine = engine_of(db);
	sqlite3_backup *copy = sqlite3_backup_init(target, "main", engine->handle, "main");
	if (!copy)
		return db_fail(db, DB_ERROR, _("the copy cannot be made: %s"), sqlite3_errmsg(target));
	int waits = 0;
	int code;
	do
		code = sqlite3_backup_step(copy, -1);
	while ((code == SQLITE_BUSY || code == SQLITE_LOCKED) && wait_for_lock(engine, waits++));
	(void)sqlite3_backup_finish(copy);
	if (code == SQLITE_DONE)
		return DB_OK;
	int error = sqlite3_system_errno(target);
	if ((code & 0xff) == SQLITE_IOERR && error)
		return fail_disk(db, error);
	return fail(db, code);
}

static int sync_file(const char *path)
{
	int fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	if (fd < 0)
		return -1;
	int result = fsync(fd);
	int error = errno;
	close(fd);
	errno = error;
	return result;
}

static enum db_result backup(struct db *db, const char *name)
{
	char *path = NULL;
	sqlite3 *target = NULL;
	bool made = false;
	enum db_result result = locate(db, name, 0, &path);
	if (result != DB_OK)
		goto done;
	if (make_file(path)) {
		result = fail_errno(db, _("the copy cannot be made"), errno);
		goto done;
	}
	made = true;
	if (sqlite3_open_v2(path, &target,
	                    SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX, NULL))
		result = db_fail(db, DB_ERROR, _("the copy cannot be made: %s"), sqlite3_errmsg(target));
	else
		result = copy_into(db, target);
	if (sqlite3_close(target) != SQLITE_OK && result == DB_OK)
		result = db_fail(db, DB_ERROR, _("the copy cannot be made: %s"), sqlite3_errmsg(target));
	if (result == DB_OK && (sync_file(path) || sync_folder(path)))
		result = fail_errno(db, _("the copy cannot be made"), errno);
done:
	if (made && result != DB_OK)
		(void)unlink(path);
	free(path);
	return result;
}

static enum db_result claim(struct db *db)
{
	enum db_result result = before_write(db);
	return result == DB_OK ? execute(db, PRAGMA_CLAIM(APPLICATION_ID)) : result;
}

static int see_row(void *data, int columns, char **values, char **names)
{
	(void)columns;
	(void)values;
	(void)names;
	*(bool *)data = true;
	return 0;
}

static void discard(struct db *db, const char *found)
{
	struct engine *engine = engine_of(db);
	bool any = false;
	if (!engine->made)
		return;
	(void)sqlite3_busy_handler(engine->handle, NULL, NULL);
	if (sqlite3_exec(engine->handle, "BEGIN EXCLUSIVE", NULL, NULL, NULL) == SQLITE_OK &&
	    sqlite3_exec(engine->handle, found, see_row, &any, NULL) == SQLITE_OK && !any &&
	    !has_moved(engine))
		(void)unlink(engine->made);
	rollback(db);
	free(engine->made);
	engine->made = NULL;
}

const struct db_driver sqlite_driver = {
	.engine = "sqlite",
	.token_id = "INTEGER",
	.token_strict = "STRICT",
	.token_wr = "STRICT, WITHOUT ROWID",
	.parameter = '?',
	.open = open_file,
	.close = close_file,
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
	.rollback = rollback,
	.batch_begin = batch,
	.batch_end = batch,
	.changes_elsewhere = changes_elsewhere,
	.backup = backup,
	.claim = claim,
	.discard = discard,
};
