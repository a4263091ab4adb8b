/* starve STORE EVERY PART FOR COMMAND…: runs a command again and again on a fresh copy of a store, its n-th
 * call for memory failing (no_memory.c; FOR calls, 0: from then on), until none is left to fail. n is each
 * number up to EVERY, then grows by a PART-th of itself. $BEFORE is the store to begin with, $NO_MEMORY the library.
 *
 * Exit 0 means done: saved for what writes, the same output for what reads. Anything else is told in one
 * line, with the code of a store or file error. Saved is whole or not at all. Prints "wrong: …" for what is
 * not so, and "tried N done N told N saved N": of those that were told, so many had saved before. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SAID = 1 << 20, LONGEST = 20 /* seconds */ };

struct run {
	int status, failed; /* failed: 1 when the call was reached */
	char out[SAID], err[4096];
};

struct test {
	const char *store;
	char **command;
	int length, out, err; /* files for what is said */
	unsigned char *before; /* the store */
	size_t size;
	long long changes;
	struct run first, run;
};

static size_t read_back(int file, char *text, size_t size)
{
	ssize_t count = pread(file, text, size - 1, 0);

	text[count > 0 ? count : 0] = '\0';
	return count > 0 ? (size_t)count : 0;
}

static void start(const struct test *test, long at, int tell)
{
	char number[24];

	dup2(open("/dev/null", O_RDONLY), 0);
	dup2(test->out, 1);
	dup2(test->err, 2);
	alarm(LONGEST);
	snprintf(number, sizeof number, "%ld", at);
	setenv("NO_MEMORY_AT", number, 1);
	snprintf(number, sizeof number, "%d", test->length);
	setenv("NO_MEMORY_FOR", number, 1);
	snprintf(number, sizeof number, "%d", tell);
	setenv("NO_MEMORY_TELL", number, 1);
	setenv("LD_PRELOAD", getenv("NO_MEMORY"), 1);
	execv(test->command[0], test->command);
	_exit(127);
}

static void run(struct test *test, long at, struct run *run_out)
{
	struct pollfd told;
	int ends[2];
	pid_t child;

	if (pipe(ends) != 0 || ftruncate(test->out, 0) != 0 || ftruncate(test->err, 0) != 0)
		abort();
	fcntl(ends[0], F_SETFD, FD_CLOEXEC);
	lseek(test->out, 0, SEEK_SET);
	lseek(test->err, 0, SEEK_SET);
	child = fork();
	if (child == 0)
		start(test, at, ends[1]);
	close(ends[1]);
	waitpid(child, &run_out->status, 0);
	told = (struct pollfd){.fd = ends[0], .events = POLLIN};
	run_out->failed = poll(&told, 1, 0) == 1 && (told.revents & POLLIN);
	close(ends[0]);
	read_back(test->out, run_out->out, sizeof run_out->out);
	read_back(test->err, run_out->err, sizeof run_out->err);
}

static void put_back(const struct test *test)
{
	char journal[600];
	int file = open(test->store, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	if (file < 0 || write(file, test->before, test->size) != (ssize_t)test->size)
		abort();
	close(file);
	snprintf(journal, sizeof journal, "%s-journal", test->store);
	unlink(journal);
}

static int is_same(const struct test *test)
{
	char journal[600];
	struct stat info;
	unsigned char *now;
	int file = open(test->store, O_RDONLY), same = 0;

	snprintf(journal, sizeof journal, "%s-journal", test->store);
	if (file < 0 || stat(journal, &info) == 0 || fstat(file, &info) != 0 ||
	    (size_t)info.st_size != test->size) {
		close(file);
		return 0;
	}
	now = mmap(NULL, test->size, PROT_READ, MAP_SHARED, file, 0);
	same = now != MAP_FAILED && memcmp(now, test->before, test->size) == 0;
	munmap(now, test->size);
	close(file);
	return same;
}

static long long ask(sqlite3 *handle, const char *sql, const char *wanted)
{
	sqlite3_stmt *row;
	long long answer = -1;

	if (sqlite3_prepare_v2(handle, sql, -1, &row, NULL) == SQLITE_OK && sqlite3_step(row) == SQLITE_ROW)
		answer = wanted != NULL ? !strcmp((const char *)sqlite3_column_text(row, 0), wanted)
		                        : sqlite3_column_int64(row, 0);
	sqlite3_finalize(row);
	return answer;
}

/* How many commands the journal of a whole store knows; -1: it is not whole. */
static long long count_changes(const char *store)
{
	sqlite3 *handle;
	long long changes = -1;

	if (sqlite3_open_v2(store, &handle, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
	    ask(handle, "PRAGMA integrity_check", "ok") == 1 &&
	    ask(handle, "SELECT count(*) FROM pragma_foreign_key_check", NULL) == 0)
		changes = ask(handle, "SELECT count(*) FROM change", NULL);
	sqlite3_close(handle);
	return changes;
}

static int told_well(const char *err)
{
	const char *end = strchr(err, '\n');

	return (strncmp(err, "groei: ", 7) == 0 || strncmp(err, "{\"error\": ", 10) == 0) && end != NULL &&
	       end[1] == '\0';
}

static const char *judge(struct test *test, int writes, int *saved_out)
{
	const struct run *run = &test->run;
	const int code = WIFEXITED(run->status) ? WEXITSTATUS(run->status) : -1;
	const long long changes = is_same(test) ? test->changes : count_changes(test->store);

	*saved_out = changes == test->changes + 1;
	if (WIFSIGNALED(run->status))
		return "ended by a signal";
	if (changes < test->changes || changes > test->changes + 1)
		return "damaged, or saved by halves";
	if (code == 0 && writes)
		return *saved_out ? NULL : "said done, but nothing was saved";
	if (code == 0 && strcmp(run->out, test->first.out) != 0)
		return "said done, but the output is another one";
	if (code == 0)
		return NULL;
	if (code != 6)
		return "the exit code";
	return told_well(run->err) ? NULL : "not told in one line";
}

static void take_before(struct test *test)
{
	int file = open(getenv("BEFORE"), O_RDONLY);
	struct stat info;

	if (file < 0 || fstat(file, &info) != 0)
		exit(2);
	test->size = (size_t)info.st_size;
	test->before = malloc(test->size + 1);
	if (read(file, test->before, test->size) != (ssize_t)test->size)
		exit(2);
	close(file);
	put_back(test);
	test->changes = count_changes(test->store);
}

int main(int argc, char **argv)
{
	static struct test test;
	int tried = 0, done = 0, told = 0, late = 0, writes, saved;
	const long every = argc > 5 ? atol(argv[2]) : 0, part = argc > 5 ? atol(argv[3]) : 1;

	if (argc < 6)
		return 2;
	test.store = argv[1];
	test.length = atoi(argv[4]);
	test.command = argv + 5;
	test.out = memfd_create("out", MFD_CLOEXEC);
	test.err = memfd_create("err", MFD_CLOEXEC);
	take_before(&test);
	run(&test, 0, &test.first);
	writes = !is_same(&test);
	if (test.first.status != 0)
		printf("wrong: undisturbed: %d %s\n", test.first.status, test.first.err);
	for (long at = 1;; at += at < every ? 1 : at / part + 1) {
		const char *why;

		put_back(&test);
		run(&test, at, &test.run);
		if (!test.run.failed)
			break;
		why = judge(&test, writes, &saved);
		tried++;
		done += test.run.status == 0;
		told += test.run.status != 0;
		late += test.run.status != 0 && saved;
		if (why != NULL)
			printf("wrong: %ld: %s: %x %.300s%s\n", at, why, (unsigned)test.run.status, test.run.err,
			       *test.run.err ? "" : "\n");
	}
	printf("tried %d done %d told %d saved %d\n", tried, done, told, late);
	return 0;
}
