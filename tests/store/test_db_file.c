/* The driver seam: what the SQLite file must stand, and who may read it. */
#include "store/seam.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void path_in(void **state, const char *name, char path_out[512])
{
	snprintf(path_out, 512, "%s/%s", support_folder(state), name);
}

static void write_file(const char *path, const void *bytes, size_t length)
{
	FILE *file = fopen(path, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, length, file), length);
	assert_int_equal(fclose(file), 0);
}

static size_t read_bytes(const char *path, unsigned char *bytes, size_t size)
{
	FILE *file = fopen(path, "rb");
	assert_non_null(file);
	size_t length = fread(bytes, 1, size, file);
	fclose(file);
	return length;
}

enum { BIG = 1 << 16 };

/* Opens with and without DB_CREATE; both have to say so and change nothing. */
static void assert_refused(const char *path, const char *why)
{
	static const int flags[] = {0, DB_CREATE, DB_READ};
	unsigned char *before = calloc(2, BIG);
	assert_non_null(before);
	unsigned char *after = before + BIG;
	struct stat old, new;
	size_t length = read_bytes(path, before, BIG);
	assert_int_equal(stat(path, &old), 0);
	for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
		struct db *db;
		db = try_open(path, flags[i], DB_CORRUPT);
		if (!strstr(db_reason(db), why))
			fail_msg("%s: expected \"%s\" in: %s", path, why, db_reason(db));
		db_close(db);
		assert_int_equal(read_bytes(path, after, BIG), length);
		assert_memory_equal(after, before, length ? length : 1);
		assert_int_equal(stat(path, &new), 0);
		assert_true(new.st_mtim.tv_sec == old.st_mtim.tv_sec &&
		            new.st_mtim.tv_nsec == old.st_mtim.tv_nsec && new.st_mode == old.st_mode);
	}
	free(before);
}

static void strange_files_are_refused_untouched(void **state)
{
	char path[512];
	unsigned char bytes[BIG];
	db_close(make_store(state));
	size_t length = read_bytes(support_store_name(state), bytes, sizeof bytes);
	assert_true(length > 4096);

	path_in(state, "cut", path);
	write_file(path, bytes, length - 1500);
	assert_refused(path, "cut off");
	write_file(path, bytes, 700);
	assert_refused(path, "cut off");
	write_file(path, bytes, 60);
	assert_refused(path, "");

	path_in(state, "foreign", path);
	memcpy(bytes + 68, "\x12\x34\x56\x78", 4);
	write_file(path, bytes, length);
	assert_refused(path, "305419896");
	memset(bytes + 68, 0, 4);
	write_file(path, bytes, length);
	assert_refused(path, "another program");

	path_in(state, "random", path);
	unsigned number = 12345;
	for (size_t i = 0; i < length; i++)
		bytes[i] = (unsigned char)((number = number * 1103515245 + 12345) >> 16);
	write_file(path, bytes, length);
	assert_refused(path, "not a store");
	write_file(path, "x", 1);
	assert_refused(path, "not a store");
	write_file(path, "# notes\n", 8);
	assert_refused(path, "not a store");
	memset(bytes, 0, 8192);
	write_file(path, bytes, 8192);
	assert_refused(path, "not a store");
}

static void an_empty_file_is_no_store_until_made_one(void **state)
{
	struct db *db;
	unsigned char byte;
	const char *name = support_store_name(state);
	write_file(name, "", 0);
	db = try_open(name, 0, DB_ABSENT);
	assert_non_null(strstr(db_reason(db), "empty"));
	db_close(db);
	assert_int_equal(read_bytes(name, &byte, 1), 0);
	db_close(make_store(state));
	db = try_open(name, 0, DB_OK);
	db_close(db);
}

static void an_absent_store_is_not_created(void **state)
{
	struct db *db;
	char path[512];
	struct stat info;
	db = try_open(support_store_name(state), 0, DB_ABSENT);
	db_close(db);
	assert_int_not_equal(lstat(support_store_name(state), &info), 0);
	path_in(state, "no/such/folder.db", path);
	db = try_open(path, 0, DB_ABSENT);
	db_close(db);
	path_in(state, "no", path);
	assert_int_not_equal(lstat(path, &info), 0);
}

static void what_is_no_regular_file_is_refused(void **state)
{
	struct db *db;
	char path[512];
	db_close(make_store(state));
	path_in(state, "link", path);
	assert_int_equal(symlink(support_store_name(state), path), 0);
	db = try_open(path, DB_CREATE, DB_ERROR);
	assert_non_null(strstr(db_reason(db), "symbolic link"));
	db_close(db);
	path_in(state, "dangling", path);
	assert_int_equal(symlink("nowhere", path), 0);
	db = try_open(path, DB_CREATE, DB_ERROR);
	db_close(db);
	path_in(state, "nowhere", path);
	assert_int_not_equal(access(path, F_OK), 0);
	db = try_open(support_folder(state), DB_CREATE, DB_ERROR);
	assert_non_null(strstr(db_reason(db), "folder"));
	db_close(db);
	path_in(state, "pipe", path);
	assert_int_equal(mkfifo(path, 0600), 0);
	db = try_open(path, DB_CREATE, DB_ERROR);
	db_close(db);
	path_in(state, "folder/", path);
	db = try_open(path, DB_CREATE, DB_ERROR);
	db_close(db);
	path_in(state, "groei.db/below/groei.db", path);
	db = try_open(path, DB_CREATE, DB_ERROR);
	db_close(db);
}

static void a_folder_may_be_reached_through_a_link(void **state)
{
	struct db *db;
	char path[512];
	db_close(make_store(state));
	path_in(state, "way", path);
	assert_int_equal(symlink(support_folder(state), path), 0);
	path_in(state, "way/groei.db", path);
	db = try_open(path, 0, DB_OK);
	assert_int_equal(count_rows(db), 0);
	db_close(db);
}

static mode_t mode_of(void **state, const char *name)
{
	char path[512];
	struct stat info;
	path_in(state, name, path);
	assert_int_equal(lstat(path, &info), 0);
	return info.st_mode & 07777;
}

static void everything_made_is_private(void **state)
{
	static const mode_t masks[] = {0, 077, 0277};
	for (size_t i = 0; i < sizeof masks / sizeof *masks; i++) {
		struct db *db;
		char path[512], name[64];
		snprintf(name, sizeof name, "m%zu/deep/groei.db", i);
		path_in(state, name, path);
		mode_t old = umask(masks[i]);
		enum db_result result = db_open(path, DB_CREATE, &db);
		if (result == DB_OK)
			result = db_begin(db);
		if (result == DB_OK)
			result = db_run(db, TABLE);
		mode_t journal = 0;
		if (result == DB_OK) {
			snprintf(name, sizeof name, "m%zu/deep/groei.db-journal", i);
			journal = mode_of(state, name);
			assert_result(db, db_claim(db), DB_OK);
			result = db_commit(db);
		}
		snprintf(name, sizeof name, "m%zu/copy.db", i);
		path_in(state, name, path);
		if (result == DB_OK)
			result = db_backup(db, path);
		umask(old);
		assert_result(db, result, DB_OK);
		db_close(db);
		assert_int_equal(journal, 0600);
		assert_int_equal(mode_of(state, name), 0600);
		snprintf(name, sizeof name, "m%zu", i);
		assert_int_equal(mode_of(state, name), 0700);
		snprintf(name, sizeof name, "m%zu/deep", i);
		assert_int_equal(mode_of(state, name), 0700);
		snprintf(name, sizeof name, "m%zu/deep/groei.db", i);
		assert_int_equal(mode_of(state, name), 0600);
	}
}

static void two_may_create_at_once(void **state)
{
	struct db *first = open_store(state);
	struct db *second = open_store(state);
	assert_result(first, db_begin(first), DB_OK);
	assert_result(first, db_run(first, TABLE), DB_OK);
	assert_result(first, db_claim(first), DB_OK);
	assert_result(first, db_commit(first), DB_OK);
	assert_result(second, insert(second, 1, "one", 1), DB_DONE);
	assert_int_equal(count_rows(first), 1);
	db_close(first);
	db_close(second);
}

/* A second handle in the same process must not give up the locks of the first. */
static void opening_again_keeps_the_lock(void **state)
{
	struct db *holder = make_store(state);
	assert_result(holder, db_begin(holder), DB_OK);
	db_close(open_store(state));
	int fd = open(support_store_name(state), O_RDWR);
	assert_true(fd >= 0);
	pid_t child = fork();
	if (!child) { /* a lock is only seen by another process */
		struct flock lock = {.l_type = F_WRLCK, .l_start = 0x40000001, .l_len = 1};
		_exit(fcntl(fd, F_GETLK, &lock) || lock.l_type == F_UNLCK);
	}
	int status = -1;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	assert_result(holder, db_commit(holder), DB_OK);
	close(fd);
	db_close(holder);
}

static void a_crash_is_rolled_back_at_the_next_start(void **state)
{
	char journal[600], crashed[512], path[512];
	struct db *db = make_store(state);
	assert_result(db, insert(db, 1, "one", 1), DB_DONE);
	assert_result(db, db_begin(db), DB_OK);
	assert_result(db, insert(db, 2, "two", 2), DB_DONE);
	/* A small cache spills pages into the file: a copy of it and its journal is what a crash
	 * leaves. */
	assert_result(db, db_run(db, "PRAGMA cache_spill=1"), DB_OK);
	assert_result(db, db_run(db, "PRAGMA cache_size=1"), DB_OK);
	struct db_statement *statement =
	    prepare(db, "INSERT INTO t (id, word) VALUES ($1, $2)");
	char word[3000];
	memset(word, 'x', sizeof word);
	for (int i = 10; i < 40; i++) {
		snprintf(word, 8, "%07u", (unsigned)i % 10000000);
		word[7] = 'x';
		db_bind_int(statement, 1, i);
		db_bind_text_length(statement, 2, word, sizeof word);
		assert_result(db, db_step(statement), DB_DONE);
	}
	snprintf(journal, sizeof journal, "%s-journal", support_store_name(state));
	path_in(state, "crashed.db", path);
	path_in(state, "crashed.db-journal", crashed);
	unsigned char *bytes = malloc(1 << 20);
	assert_non_null(bytes);
	size_t length = read_bytes(journal, bytes, 1 << 20);
	assert_true(length > 512);
	write_file(crashed, bytes, length);
	length = read_bytes(support_store_name(state), bytes, 1 << 20);
	write_file(path, bytes, length);
	free(bytes);
	db_close(db);
	db = try_open(path, 0, DB_OK);
	assert_int_equal(count_rows(db), 1);
	assert_int_equal(number_of(db, "SELECT max(id) FROM t"), 1);
	db_close(db);
}

static void changes_elsewhere_are_noticed(void **state)
{
	struct db *db = make_store(state);
	struct db *other = open_store(state);
	int64_t before = db_changes_elsewhere(db);
	assert_result(db, insert(db, 1, "one", 1), DB_DONE);
	assert_true(db_changes_elsewhere(db) == before);
	assert_result(other, insert(other, 2, "two", 2), DB_DONE);
	assert_true(db_changes_elsewhere(db) != before);
	db_close(other);
	db_close(db);
}

static void a_backup_is_a_store_and_never_overwrites(void **state)
{
	char path[512];
	struct db *db = make_store(state);
	assert_result(db, insert(db, 1, "one", 1), DB_DONE);
	path_in(state, "copy.db", path);
	assert_result(db, db_backup(db, path), DB_OK);
	assert_result(db, insert(db, 2, "two", 2), DB_DONE);
	assert_result(db, db_backup(db, path), DB_ERROR);
	assert_result(db, db_begin(db), DB_OK);
	path_in(state, "inside.db", path);
	assert_result(db, db_backup(db, path), DB_ERROR);
	db_rollback(db);
	assert_int_not_equal(access(path, F_OK), 0);
	db_close(db);
	path_in(state, "copy.db", path);
	db = try_open(path, 0, DB_OK);
	assert_int_equal(count_rows(db), 1);
	db_close(db);
}

/* No file may grow beyond this; gives back the old limit. */
static struct rlimit limit_files(rlim_t size)
{
	struct rlimit old, new;
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
	new = (struct rlimit){.rlim_cur = size, .rlim_max = old.rlim_max};
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &new), 0);
	return old;
}

static void a_backup_that_fails_leaves_nothing(void **state)
{
	char path[512];
	struct db *db = make_store(state);
	path_in(state, "missing/copy.db", path);
	assert_result(db, db_backup(db, path), DB_ABSENT);
	path_in(state, "copy.db", path);
	struct rlimit old = limit_files(6000);
	enum db_result result = db_backup(db, path);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
	assert_result(db, result, DB_FULL);
	assert_int_not_equal(access(path, F_OK), 0);
	assert_result(db, db_backup(db, path), DB_OK);
	db_close(db);
}

static void a_write_that_does_not_fit_changes_nothing(void **state)
{
	struct stat info;
	char *note = calloc(1, 100001);
	assert_non_null(note);
	memset(note, 'n', 100000);
	struct db *db = make_store(state);
	assert_result(db, insert(db, 1, "one", 1), DB_DONE);
	assert_int_equal(stat(support_store_name(state), &info), 0);
	struct rlimit old = limit_files((rlim_t)info.st_size + 8192);
	enum db_result result = db_begin(db);
	if (result == DB_OK) {
		struct db_statement *statement = prepare(db, "UPDATE t SET note = $1");
		db_bind_text(statement, 1, note);
		result = db_step(statement);
	}
	result = result == DB_DONE ? db_commit(db) : result;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
	free(note);
	assert_result(db, result, DB_FULL);
	db_rollback(db);
	assert_int_equal(number_of(db, "SELECT count(*) FROM t WHERE note IS NULL"), 1);
	assert_result(db, insert(db, 2, "two", 2), DB_DONE);
	db_close(db);
}

static void a_file_that_may_not_be_opened_is_told(void **state)
{
	struct db *db;
	const char *name = support_store_name(state);
	db_close(make_store(state));
	assert_int_equal(chmod(support_folder(state), 0755), 0);
	assert_int_equal(chmod(name, 0), 0);
	bool root = !geteuid();
	assert_int_equal(root ? seteuid(65534) : 0, 0);
	enum db_result result = db_open(name, DB_CREATE, &db);
	assert_int_equal(root ? seteuid(0) : 0, 0);
	assert_result(db, result, DB_ERROR);
	assert_non_null(strstr(db_reason(db), "Permission denied"));
	db_close(db);
	assert_int_equal(chmod(name, 0444), 0);
	assert_int_equal(root ? seteuid(65534) : 0, 0);
	result = db_open(name, 0, &db);
	enum db_result begun = result == DB_OK ? db_begin(db) : result;
	int64_t rows = result == DB_OK ? count_rows(db) : -1;
	assert_int_equal(root ? seteuid(0) : 0, 0);
	assert_result(db, result, DB_OK);
	assert_result(db, begun, DB_READ_ONLY);
	assert_int_equal(rows, 0);
	db_close(db);
}

int main(void)
{
	cmocka_set_message_output(CM_OUTPUT_TAP);
	const struct CMUnitTest files[] = {
	    cmocka_unit_test(strange_files_are_refused_untouched),
	    cmocka_unit_test(an_empty_file_is_no_store_until_made_one),
	    cmocka_unit_test(an_absent_store_is_not_created),
	    cmocka_unit_test(what_is_no_regular_file_is_refused),
	    cmocka_unit_test(a_folder_may_be_reached_through_a_link),
	    cmocka_unit_test(everything_made_is_private),
	    cmocka_unit_test(two_may_create_at_once),
	    cmocka_unit_test(opening_again_keeps_the_lock),
	    cmocka_unit_test(a_crash_is_rolled_back_at_the_next_start),
	    cmocka_unit_test(changes_elsewhere_are_noticed),
	    cmocka_unit_test(a_backup_is_a_store_and_never_overwrites),
	    cmocka_unit_test(a_backup_that_fails_leaves_nothing),
	    cmocka_unit_test(a_write_that_does_not_fit_changes_nothing),
	    cmocka_unit_test(a_file_that_may_not_be_opened_is_told),
	};
	return support_run(ON_SQLITE, files, sizeof files / sizeof *files);
}
