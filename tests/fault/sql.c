/* sql FILE TEXT: runs statements, prints rows with a bar between the columns.
 * sql FILE TEXT new: the same, in a new file.
 * sql -h FILE COMMAND…: runs a command while holding the file for itself alone. */
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static int show(void *unused, int count, char **values, char **names)
{
	(void)unused;
	(void)names;
	for (int i = 0; i < count; i++)
		printf("%s%s", i ? "|" : "", values[i] ? values[i] : "");
	putchar('\n');
	return 0;
}

static int hold(sqlite3 *db, char **command)
{
	int status = 0;

	if (sqlite3_exec(db, "BEGIN EXCLUSIVE", NULL, NULL, NULL))
		return 1;
	pid_t child = fork();
	if (child == 0) {
		execvp(command[0], command);
		_exit(127);
	}
	waitpid(child, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int main(int argc, char **argv)
{
	sqlite3 *db = NULL;
	int holds = argc > 3 && !strcmp(argv[1], "-h");
	int flags = SQLITE_OPEN_READWRITE | (argc > 3 && !holds ? SQLITE_OPEN_CREATE : 0);

	if (argc < 3)
		return 2;
	if (sqlite3_open_v2(argv[1 + holds], &db, flags, NULL) ||
	    sqlite3_busy_timeout(db, 10000)) {
		fprintf(stderr, "sql: %s\n", sqlite3_errmsg(db));
		return 1;
	}
	if (holds)
		return hold(db, argv + 3);
	if (sqlite3_exec(db, argv[2], show, NULL, NULL)) {
		printf("sql: %s\n", sqlite3_errmsg(db));
		return 1;
	}
	return sqlite3_close(db) != SQLITE_OK;
}
