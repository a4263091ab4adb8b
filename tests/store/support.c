/* See support.h. Knows the driver seam only, no table of groei. */
#include "store/support.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/db.h"

#define SERVER "GROEI_TEST_POSTGRESQL"

struct support {
	int engine;
	size_t number;                 /* of the test in its group */
	const struct CMUnitTest *test; /* as the caller wrote it */
	char folder[256];
	char schema[64];
	char name[1024]; /* of the store */
};

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *walk)
{
	(void)info;
	(void)kind;
	(void)walk;
	return remove(path);
}

static bool administer(const char *sql)
{
	struct db *db;
	enum db_result result = db_open(getenv(SERVER), 0, &db);
	if (result == DB_OK)
		result = db_run(db, sql);
	if (result != DB_OK)
		print_error("%s: %s\n", sql, db_reason(db));
	db_close(db);
	return result == DB_OK;
}

static int make_schema(struct support *support)
{
	const char *uri = getenv(SERVER);
	if (!uri || !*uri) {
		print_error("%s is not set: start a server with tests/server.sh and put its URI there\n",
		            SERVER);
		return -1;
	}
	snprintf(support->schema, sizeof support->schema, "test_%ld_%zu", (long)getpid(),
	         support->number);
	snprintf(support->name, sizeof support->name,
	         "%s%coptions=-csearch_path%%3D%s&application_name=%s", uri, strchr(uri, '?') ? '&' : '?',
	         support->schema, support->schema);
	char sql[128];
	snprintf(sql, sizeof sql, "CREATE SCHEMA %s", support->schema);
	return administer(sql) ? 0 : -1;
}

static int set_up(void **state)
{
	struct support *support = *state;
	const char *folder = getenv("TMPDIR");
	snprintf(support->folder, sizeof support->folder, "%s/groei-test-XXXXXX",
	         folder && *folder ? folder : "/tmp");
	if (!mkdtemp(support->folder)) {
		print_error("%s cannot be made\n", support->folder);
		return -1;
	}
	if (support->engine == ON_SQLITE) {
		snprintf(support->name, sizeof support->name, "%s/groei.db", support->folder);
	} else if (make_schema(support)) {
		rmdir(support->folder); /* no teardown follows */
		return -1;
	}
	return support->test->setup_func ? support->test->setup_func(state) : 0;
}

static int tear_down(void **state)
{
	struct support *support = *state;
	int failed = support->test->teardown_func ? support->test->teardown_func(state) : 0;
	if (support->engine == ON_POSTGRESQL) {
		char sql[128];
		support_end_sessions(state);
		snprintf(sql, sizeof sql, "DROP SCHEMA %s CASCADE", support->schema);
		failed |= !administer(sql);
	}
	return nftw(support->folder, remove_one, 16, FTW_DEPTH | FTW_PHYS) || failed ? -1 : 0;
}

static int run_group(int engine, const struct CMUnitTest *tests, size_t count)
{
	const char *label = engine == ON_SQLITE ? "sqlite" : "postgresql";
	struct CMUnitTest *wrapped = calloc(count, sizeof *wrapped);
	struct support *supports = calloc(count, sizeof *supports);
	char(*names)[128] = calloc(count, sizeof *names);
	if (!wrapped || !supports || !names)
		abort();
	for (size_t i = 0; i < count; i++) {
		snprintf(names[i], sizeof names[i], "%s: %s", label, tests[i].name);
		supports[i] = (struct support){.engine = engine, .number = i, .test = &tests[i]};
		wrapped[i] = (struct CMUnitTest){.name = names[i],
		                                 .test_func = tests[i].test_func,
		                                 .setup_func = set_up,
		                                 .teardown_func = tear_down,
		                                 .initial_state = &supports[i]};
	}
	int failed = _cmocka_run_group_tests(label, wrapped, count, NULL, NULL);
	free(wrapped);
	free(supports);
	free(names);
	return failed;
}

int support_run(int engines, const struct CMUnitTest *tests, size_t count)
{
	int failed = 0;
	if (engines & ON_SQLITE)
		failed += run_group(ON_SQLITE, tests, count);
	if (engines & ON_POSTGRESQL)
		failed += run_group(ON_POSTGRESQL, tests, count);
	return failed;
}

const char *support_store_name(void **state)
{
	return ((struct support *)*state)->name;
}

const char *support_folder(void **state)
{
	return ((struct support *)*state)->folder;
}

bool support_is_sqlite(void **state)
{
	return ((struct support *)*state)->engine == ON_SQLITE;
}

void support_end_sessions(void **state)
{
	const struct support *support = *state;
	struct db *db;
	struct db_statement *statement;
	bool any = db_open(getenv(SERVER), 0, &db) == DB_OK;
	while (any && db_prepare(db, "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity"
	                             " WHERE application_name = $1", &statement) == DB_OK) {
		db_bind_text(statement, 1, support->schema);
		any = db_step(statement) == DB_ROW;
		db_reset(statement);
	}
	db_close(db);
}
