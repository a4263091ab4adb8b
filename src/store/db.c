/* The driver seam: chooses the driver, keeps prepared statements and their bindings, and holds the
 * rules of transactions that both engines obey. SQL texts are db_text.c's.
 *
 * Knows no engine and no table. */
#include "store/db_private.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <groei/text.h>

#include "base/hash.h"
#include "base/i18n.h"

enum {
	DEADLINE = 20000,       /* ms */
	HELD_STATEMENTS = 256,  /* that the engine keeps compiled */
	KEPT_BYTES = 64 * 1024  /* a larger binding gives its memory back */
};

char *db_copy(const char *text)
{
	size_t size = strlen(text) + 1;
	return memcpy(memory_resize(NULL, size), text, size);
}

enum db_result db_fail(struct db *db, enum db_result result, const char *format, ...)
{
	char text[DB_REASON_SIZE];
	va_list values;
	va_start(values, format);
	int wanted = vsnprintf(text, sizeof text, format, values);
	va_end(values);
	size_t length = strlen(text);
	if (wanted >= (int)sizeof text)
		while (length && (unsigned char)text[--length] >= 0x80 && (unsigned char)text[length] < 0xc0)
			;
	while (length && strchr(" \n", text[length - 1]))
		length--;
	text[length] = 0;
	for (size_t i = 0; i < length; i++)
		if ((unsigned char)text[i] < ' ' || text[i] == 0x7f)
			text[i] = ' ';
	memcpy(db->reason, text, length + 1);
	return result;
}

/* --- transactions -------------------------------------------------------------------------- */

/* Whatever goes wrong inside a transaction spoils it, on both engines. */
static enum db_result spoil(struct db *db, enum db_result result)
{
	if (result > DB_DONE && db->transaction != DB_NONE && db->failed == DB_OK)
		db->failed = result;
	return result;
}

static bool is_spoilt(const struct db *db)
{
	return db->transaction != DB_NONE && db->failed != DB_OK;
}

static enum db_result refuse_spoilt(struct db *db)
{
	return db_fail(db, DB_ERROR, "the transaction has failed already; it can only be rolled back");
}

static enum db_result begin(struct db *db, enum db_transaction kind)
{
	assert(db->transaction == DB_NONE);
	enum db_result result = db->driver->begin(db, kind);
	if (result == DB_OK) {
		db->transaction = kind;
		db->failed = DB_OK;
	}
	return result;
}

enum db_result db_begin(struct db *db)
{
	return begin(db, DB_WRITING);
}

enum db_result db_begin_read(struct db *db)
{
	return begin(db, DB_READING);
}

enum db_result db_commit(struct db *db)
{
	assert(db->transaction != DB_NONE);
	enum db_result result = db->failed;
	if (result == DB_OK)
		result = db->driver->commit(db);
	if (result != DB_OK)
		db->driver->rollback(db);
	db->transaction = DB_NONE;
	return result;
}

void db_rollback(struct db *db)
{
	if (db->transaction != DB_NONE)
		db->driver->rollback(db);
	db->transaction = DB_NONE;
}

bool db_in_transaction(const struct db *db)
{
	return db->transaction != DB_NONE;
}

/* --- statements ---------------------------------------------------------------------------- */

static void let_go(struct db_statement *statement)
{
	if (!statement->handle)
		return;
	statement->db->driver->finalise(statement);
	statement->db->prepared--;
}

static void let_oldest_go(struct db *db)
{
	struct db_statement *oldest = NULL;
	for (size_t i = 0; i < DB_BUCKETS; i++)
		for (struct db_statement *at = db->buckets[i]; at; at = at->next)
			if (at->handle && !at->running && (!oldest || at->used < oldest->used))
				oldest = at;
	if (oldest)
		let_go(oldest);
}

static enum db_result hold(struct db_statement *statement)
{
	struct db *db = statement->db;
	if (statement->handle)
		return DB_OK;
	if (db->prepared >= HELD_STATEMENTS)
		let_oldest_go(db);
	enum db_result result = spoil(db, db->driver->prepare(db, statement));
	if (result == DB_OK)
		db->prepared++;
	return result;
}

static void clear_values(struct db_statement *statement)
{
	statement->refused = 0;
	for (int i = 0; i < statement->count; i++) {
		struct db_value *value = &statement->values[i];
		value->kind = DB_NULL;
		if (value->capacity > KEPT_BYTES) {
			free(value->text);
			value->text = NULL;
			value->capacity = 0;
		}
	}
}

static void free_statement(struct db_statement *statement)
{
	let_go(statement);
	for (int i = 0; i < statement->count; i++)
		free(statement->values[i].text);
	free(statement->values);
	free(statement->key);
	free(statement->sql);
	free(statement);
}

static struct db_statement *find_statement(struct db *db, const char *sql, uint64_t hash)
{
	struct db_statement *at = db->buckets[hash % DB_BUCKETS];
	while (at && (at->hash != hash || strcmp(at->key, sql)))
		at = at->next;
	return at;
}

static enum db_result make_statement(struct db *db, const char *sql, uint64_t hash,
                                     struct db_statement **statement_out)
{
	char *text;
	int count;
	enum db_result result = db_translate(db, sql, DB_ONE, &text, &count);
	if (result != DB_OK)
		return result;
	struct db_statement *statement = memory_resize(NULL, sizeof *statement);
	*statement = (struct db_statement){.db = db, .hash = hash, .sql = text, .count = count};
	statement->key = db_copy(sql);
	statement->values = memory_resize(NULL, (size_t)count * sizeof *statement->values);
	for (int i = 0; i < count; i++)
		statement->values[i] = (struct db_value){.kind = DB_NULL};
	result = hold(statement);
	if (result != DB_OK) {
		free_statement(statement);
		return result;
	}
	statement->next = db->buckets[hash % DB_BUCKETS];
	db->buckets[hash % DB_BUCKETS] = statement;
	*statement_out = statement;
	return DB_OK;
}

enum db_result db_prepare(struct db *db, const char *sql, struct db_statement **statement_out)
{
	uint64_t hash = hash_add(HASH_START, sql, strlen(sql));
	struct db_statement *statement = find_statement(db, sql, hash);
	enum db_result result = DB_OK;
	if (statement && statement->running)
		return db_fail(db, DB_ERROR, "the statement is still being stepped");
	if (is_spoilt(db))
		return refuse_spoilt(db);
	if (statement)
		clear_values(statement);
	else
		result = make_statement(db, sql, hash, &statement);
	if (result != DB_OK)
		return result;
	statement->used = ++db->clock;
	*statement_out = statement;
	return DB_OK;
}

static struct db_value *value_of(struct db_statement *statement, int n)
{
	assert(n >= 1 && n <= statement->count && !statement->running);
	return &statement->values[n - 1];
}

void db_bind_int(struct db_statement *statement, int n, int64_t number)
{
	struct db_value *value = value_of(statement, n);
	value->kind = DB_INT;
	value->number = number;
}

void db_bind_null(struct db_statement *statement, int n)
{
	value_of(statement, n)->kind = DB_NULL;
}

void db_bind_text(struct db_statement *statement, int n, const char *text)
{
	if (text)
		db_bind_text_length(statement, n, text, strlen(text));
	else
		db_bind_null(statement, n);
}

void db_bind_text_length(struct db_statement *statement, int n, const char *text, size_t length)
{
	struct db_value *value = value_of(statement, n);
	if (!groei_text_valid(text, length, NULL)) {
		if (!statement->refused)
			statement->refused = n;
		return;
	}
	if (length >= value->capacity) {
		value->capacity = length + 1 < 32 ? 32 : length + 1;
		value->text = memory_resize(value->text, value->capacity);
	}
	if (length)
		memcpy(value->text, text, length);
	value->text[length] = 0;
	value->length = length;
	value->kind = DB_TEXT;
}

/* The first step of an execution: what has to be right before the engine sees it. */
static enum db_result check_start(struct db_statement *statement)
{
	struct db *db = statement->db;
	if (is_spoilt(db))
		return refuse_spoilt(db);
	if (statement->refused)
		return spoil(db, db_fail(db, DB_CHECK,
		                         _("text that is not valid UTF-8, or holds a NUL byte")));
	return hold(statement);
}

enum db_result db_step(struct db_statement *statement)
{
	enum db_result result = DB_OK;
	if (!statement->running)
		result = check_start(statement);
	if (result == DB_OK)
		result = spoil(statement->db, statement->db->driver->step(statement));
	if (result == DB_ROW)
		statement->running = true;
	else
		db_reset(statement);
	return result;
}

void db_reset(struct db_statement *statement)
{
	if (statement->handle)
		statement->db->driver->reset(statement);
	statement->running = false;
	clear_values(statement);
}

int64_t db_int(struct db_statement *statement, int column)
{
	assert(statement->running);
	return statement->db->driver->column_int(statement, column);
}

const char *db_text(struct db_statement *statement, int column)
{
	assert(statement->running);
	return statement->db->driver->column_text(statement, column);
}

bool db_is_null(struct db_statement *statement, int column)
{
	assert(statement->running);
	return statement->db->driver->column_null(statement, column);
}

enum db_result db_run(struct db *db, const char *sql)
{
	char *text;
	int count;
	if (is_spoilt(db))
		return refuse_spoilt(db);
	enum db_result result = db_translate(db, sql, DB_SEVERAL, &text, &count);
	if (result != DB_OK)
		return result;
	result = spoil(db, db->driver->run(db, text));
	free(text);
	return result;
}

/* --- the handle ---------------------------------------------------------------------------- */

enum db_result db_open(const char *name, int flags, struct db **db_out)
{
	struct db *db = memory_resize(NULL, sizeof *db);
	*db = (struct db){.deadline = DEADLINE};
	bool uri = !strncmp(name, "postgresql://", 13) || !strncmp(name, "postgres://", 11);
	db->driver = uri ? &postgres_driver : &sqlite_driver;
	*db_out = db;
	return db->driver->open(name, flags, db);
}

void db_close(struct db *db)
{
	if (!db)
		return;
	if (db->engine)
		db_rollback(db);
	db->closing = true;
	for (size_t i = 0; i < DB_BUCKETS; i++) {
		struct db_statement *next;
		for (struct db_statement *at = db->buckets[i]; at; at = next) {
			next = at->next;
			free_statement(at);
		}
	}
	db->driver->close(db);
	free(db);
}

const char *db_reason(const struct db *db)
{
	return db->reason;
}

const char *db_engine(const struct db *db)
{
	return db->driver->engine;
}

void db_set_deadline(struct db *db, int milliseconds)
{
	db->deadline = milliseconds;
}

int64_t db_changes_elsewhere(struct db *db)
{
	return db_tells_changes(db) ? db->driver->changes_elsewhere(db) : -1;
}

bool db_tells_changes(const struct db *db)
{
	return db->driver->changes_elsewhere != NULL;
}

enum db_result db_backup(struct db *db, const char *path)
{
	if (db->transaction != DB_NONE)
		return db_fail(db, DB_ERROR, "no copy can be made inside a transaction");
	return db->driver->backup(db, path);
}

enum db_result db_claim(struct db *db)
{
	return db->driver->claim(db);
}

void db_discard(struct db *db, const char *found)
{
	assert(!db_in_transaction(db));
	db->driver->discard(db, found);
}
