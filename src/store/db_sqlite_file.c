/* The file of an SQLite store: found, made, checked, opened, copied and removed; what runs on it is
 * db_sqlite.c's business.
 *
 * Opening is as cheap as can be: the file's header is read through SQLite's own file handle (a
 * second descriptor, when closed, would give up the locks of this process). */
#include "store/db_sqlite.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"

#define APPLICATION_ID 0x67726f65 /* "groe" */
#define TEXT_OF(x) #x
#define PRAGMA_CLAIM(id) "PRAGMA application_id=" TEXT_OF(id)

/* --- the file ------------------------------------------------------------------------------ */

static enum db_result fail_errno(struct db *db, const char *what, int error)
{
	if (error == ENOSPC || error == EDQUOT)
		return sqlite_fail_disk(db, error);
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
	*path_out = memory_resize(NULL, size);
	snprintf(*path_out, size, "%s/%s", real, base);
done:
	free(folder);
	free(real);
	return result;
}

int sqlite_sync_folder(const char *path)
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

/* Makes an open file 0600 whatever the umask, and closes it. */
static int shut(int fd)
{
	int result = fchmod(fd, 0600);
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
	return shut(fd) ? -1 : sqlite_sync_folder(path);
}

/* An empty file that somebody made beforehand is a new one too. */
static int close_to_others(const char *path)
{
	int fd = open(path, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	return fd < 0 ? -1 : shut(fd);
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
		return sqlite_fail(db, SQLITE_NOTADB);
	return DB_OK;
}

static enum db_result check_path(struct db *db, const char *path, int flags, bool *made_out)
{
	struct stat info;
	if (!lstat(path, &info)) {
		enum db_result result = check_kind(db, &info);
		if (result == DB_OK && flags & DB_CREATE && info.st_size == 0 && close_to_others(path))
			return fail_errno(db, _("it cannot be made"), errno);
		return result;
	}
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
	enum db_result result = sqlite_fail(db, code);
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
		return sqlite_fail(db, code);
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
	return header.wal && !(flags & DB_READ) ? sqlite_execute(db, "PRAGMA journal_mode=DELETE") : DB_OK;
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
		code = sqlite3_busy_handler(engine->handle, sqlite_wait, engine);
	if (code == SQLITE_OK)
		code = sqlite3_exec(engine->handle, "PRAGMA temp_store=MEMORY",
		                    NULL, NULL, NULL);
	return sqlite_fail(db, code);
}

enum db_result sqlite_open_file(const char *name, int flags, struct db *db)
{
	struct engine *engine = memory_resize(NULL, sizeof *engine);
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
		result = sqlite_fail(db, sqlite3_open_v2(path, &engine->handle,
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

bool sqlite_has_moved(struct engine *engine)
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
	    !sqlite_has_moved(engine))
		(void)unlink(engine->made);
	(void)file->pMethods->xUnlock(file, SQLITE_LOCK_NONE);
}

void sqlite_close_file(struct db *db)
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

/* --- copying, marking, removing ------------------------------------------------------------- */

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
	while ((code == SQLITE_BUSY || code == SQLITE_LOCKED) && sqlite_wait(engine, waits++));
	(void)sqlite3_backup_finish(copy);
	if (code == SQLITE_DONE)
		return DB_OK;
	int error = sqlite3_system_errno(target);
	if ((code & 0xff) == SQLITE_IOERR && error)
		return sqlite_fail_disk(db, error);
	return sqlite_fail(db, code);
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

enum db_result sqlite_backup(struct db *db, const char *name)
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
	if (result == DB_OK && (sync_file(path) || sqlite_sync_folder(path)))
		result = fail_errno(db, _("the copy cannot be made"), errno);
done:
	if (made && result != DB_OK)
		(void)unlink(path);
	free(path);
	return result;
}

enum db_result sqlite_mark(struct db *db)
{
	return sqlite_execute(db, PRAGMA_CLAIM(APPLICATION_ID));
}

static int see_row(void *data, int columns, char **values, char **names)
{
	(void)columns;
	(void)values;
	(void)names;
	*(bool *)data = true;
	return 0;
}

void sqlite_discard(struct db *db, const char *found)
{
	struct engine *engine = engine_of(db);
	bool any = false;
	if (!engine->made)
		return;
	(void)sqlite3_busy_handler(engine->handle, NULL, NULL);
	if (sqlite3_exec(engine->handle, "BEGIN EXCLUSIVE", NULL, NULL, NULL) == SQLITE_OK &&
	    sqlite3_exec(engine->handle, found, see_row, &any, NULL) == SQLITE_OK && !any &&
	    !sqlite_has_moved(engine))
		(void)unlink(engine->made);
	sqlite_rollback(db);
	free(engine->made);
	engine->made = NULL;
}
