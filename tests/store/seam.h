/* What the tests of the driver seam share: three tables, and steps that must succeed. */
#ifndef SEAM_H
#define SEAM_H

#include "store/support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/db.h"

#define TABLE "CREATE TABLE t (id @ID PRIMARY KEY, word TEXT NOT NULL UNIQUE," \
              " number INTEGER CHECK (number < 100), note TEXT) @STRICT;"
#define CHILD "CREATE TABLE child (id @ID PRIMARY KEY, t @ID NOT NULL REFERENCES t (id)) @STRICT;"
#define PAIR "CREATE TABLE pair (a @ID, b @ID, PRIMARY KEY (a, b)) @WR"
#define INSERT "INSERT INTO t (number, word, id) VALUES ($3, $2, $1)"

#define assert_result(db, call, expected) check_result(db, call, expected, #call, __LINE__)

static inline void check_result(struct db *db, enum db_result result, enum db_result expected,
                         const char *call, int line)
{
	if (result != expected)
		fail_msg("line %d: %s is %d, expected %d: %s", line, call, result, expected, db_reason(db));
}

/* Opens with an expected result; the handle has the reason. */
static inline struct db *try_open(const char *name, int flags, enum db_result expected)
{
	struct db *db = NULL;
	enum db_result result = db_open(name, flags, &db);
	assert_result(db, result, expected);
	return db;
}

static inline struct db *open_store(void **state)
{
	return try_open(support_store_name(state), DB_CREATE, DB_OK);
}

/* A store with the tables, marked as groei's. */
static inline struct db *make_store(void **state)
{
	struct db *db = open_store(state);
	assert_result(db, db_begin(db), DB_OK);
	assert_result(db, db_run(db, TABLE CHILD PAIR), DB_OK);
	assert_result(db, db_claim(db), DB_OK);
	assert_result(db, db_commit(db), DB_OK);
	return db;
}

static inline struct db_statement *prepare(struct db *db, const char *sql)
{
	struct db_statement *statement = NULL;
	assert_result(db, db_prepare(db, sql, &statement), DB_OK);
	return statement;
}

static inline enum db_result insert(struct db *db, int64_t id, const char *word, int64_t number)
{
	struct db_statement *statement = prepare(db, INSERT);
	db_bind_int(statement, 1, id);
	db_bind_text(statement, 2, word);
	db_bind_int(statement, 3, number);
	return db_step(statement);
}

static inline int64_t number_of(struct db *db, const char *sql)
{
	struct db_statement *statement = prepare(db, sql);
	assert_result(db, db_step(statement), DB_ROW);
	int64_t number = db_int(statement, 0);
	assert_result(db, db_step(statement), DB_DONE);
	return number;
}

static inline int64_t count_rows(struct db *db)
{
	return number_of(db, "SELECT count(*) FROM t");
}

#endif
