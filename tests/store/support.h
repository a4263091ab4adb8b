/* Runs store tests on both engines, each test in a fresh empty store of its own.
 *
 * SQLite stores lie in a temporary folder; PostgreSQL stores are schemas on the server that the
 * environment variable GROEI_TEST_POSTGRESQL names (tests/server.sh starts one). Without it the
 * PostgreSQL half fails. */
#ifndef SUPPORT_H
#define SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { ON_SQLITE = 1, ON_POSTGRESQL = 2, ON_BOTH = 3 };

/* Runs the tests on these engines, one group per engine; returns the number that failed. A test's
 * own setup and teardown are run inside those of the store; initial_state is taken. */
int support_run(int engines, const struct CMUnitTest *tests, size_t count);

/* For a test, given its state: */

/* The name of its store, for db_open or groei_open. On SQLite the file does not exist yet. */
const char *support_store_name(void **state);
/* A temporary folder of its own, on both engines; removed with all in it after the test. */
const char *support_folder(void **state);
bool support_is_sqlite(void **state);
/* Ends every open session of this test's store at the server, and waits until they are gone. */
void support_end_sessions(void **state);

#endif
