/* The PostgreSQL driver. libpq is opened when the first such store is, so that nobody else pays
 * for it.
 *
 * One connection serves several statements in turns: the one whose rows are still arriving (the
 * stream) is read into memory as soon as another needs the connection.
 *
 * Reasons hold the server's primary message only where that names nothing but tables, columns and
 * SQL words; never its DETAIL, which quotes records. */
#include "store/db_private.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <libpq-fe.h>

#include "base/i18n.h"

#define LIBRARY "libpq.so.5"

#define FUNCTIONS(X) \
	X(PQclear) X(PQcmdStatus) X(PQconnectdbParams) X(PQconninfoFree) \
	X(PQconninfoParse) X(PQerrorMessage) X(PQexec) X(PQfinish) X(PQfreemem) X(PQftype) \
	X(PQgetResult) X(PQgetisnull) X(PQgetvalue) X(PQprepare) X(PQreset) \
	X(PQresultErrorField) X(PQresultStatus) X(PQsendQueryPrepared) \
	X(PQsetNoticeReceiver) X(PQsetSingleRowMode) X(PQstatus)

struct library {
#define MEMBER(name) __typeof__(&name) name;
	FUNCTIONS(MEMBER)
#undef MEMBER
};

struct engine {
	struct library pq;
	PGconn *link;
	int flags;
	struct db_statement *stream;  /* whose rows are arriving, or NULL */
	unsigned long connection;     /* counts connections: a new one knows no statements */
	unsigned long names;          /* given to statements so far */
};

/* A statement as the server has it. */
struct held {
	char name[24];
	unsigned long connection; /* on which it was prepared; 0: none */
	PGresult *row;
	PGresult **waiting; /* results read ahead, [first, count) still to be taken */
	size_t first, count, capacity;
};

static struct engine *engine_of(const struct db *db)
{
	return db->engine;
}

static struct held *held_of(const struct db_statement *statement)
{
	return statement->handle;
}

/* --- errors -------------------------------------------------------------------------------- */

static const struct state {
	const char *code; /* SQLSTATE, or the beginning of one; the first that fits counts */
	enum db_result result;
	int quotable; /* 1: the primary message holds no record text */
} states[] = {
	{"23505", DB_UNIQUE, 1},
	{"23503", DB_FOREIGN_KEY, 1},
	{"23001", DB_FOREIGN_KEY, 1},
	{"23514", DB_CHECK, 1},
	{"23502", DB_NOT_NULL, 1},
	{"23P01", DB_UNIQUE, 1},
	{"40001", DB_SERIALISATION, 1},
	{"40P01", DB_SERIALISATION, 1},
	{"53200", DB_SERIALISATION, 1}, /* its table of locks is full: others hold many just now */
	{"40003", DB_UNKNOWN, 1},
	{"42501", DB_DENIED, 1},
	{"25006", DB_READ_ONLY, 1},
	{"53100", DB_FULL, 1},
	{"55P03", DB_BUSY, 1},
	{"57014", DB_BUSY, 1},
	{"57P0", DB_CONNECTION, 1},
	{"08", DB_CONNECTION, 1},
	{"XX001", DB_CORRUPT, 0},
	{"XX002", DB_CORRUPT, 0},
	{"22", DB_CHECK, 0},
	{"25P03", DB_CONNECTION, 1},
	{"25", DB_ERROR, 1},
	{"42P01", DB_NO_TABLE, 1},
	{"42", DB_ERROR, 1},
	{"53", DB_ERROR, 1},
	{"54", DB_CHECK, 0},
	{"", DB_ERROR, 0},
};

static enum db_result fail_lost(struct db *db)
{
	return db_fail(db, DB_CONNECTION, _("the connection to the server was lost"));
}

static bool is_lost(const struct db *db)
{
	const struct engine *engine = engine_of(db);
	return engine->pq.PQstatus(engine->link) != CONNECTION_OK;
}

/* The result and reason for an answer that is an error, or for no answer at all. */
static enum db_result fail(struct db *db, const PGresult *answer)
{
	const struct library *pq = &engine_of(db)->pq;
	const char *code = answer ? pq->PQresultErrorField(answer, PG_DIAG_SQLSTATE) : NULL;
	if (is_lost(db))
		return fail_lost(db);
	if (!code)
		return db_fail(db, DB_ERROR, _("the server gave no answer"));
	const struct state *state = states;
	while (strncmp(code, state->code, strlen(state->code)))
		state++;
	const char *message = pq->PQresultErrorField(answer, PG_DIAG_MESSAGE_PRIMARY);
	if (state->quotable && message)
		return db_fail(db, state->result, "%s", message);
	return db_fail(db, state->result, _("the server refused (SQLSTATE %s)"), code);
}

static bool is_error(const struct library *pq, const PGresult *answer)
{
	switch (pq->PQresultStatus(answer)) {
	case PGRES_COMMAND_OK:
	case PGRES_TUPLES_OK:
	case PGRES_SINGLE_TUPLE:
		return false;
	default:
		return true;
	}
}

/* --- the library and the connection -------------------------------------------------------- */

static enum db_result load(struct db *db)
{
	static const struct {
		const char *name;
		size_t offset;
	} symbols[] = {
#define SYMBOL(name) {#name, offsetof(struct library, name)},
		FUNCTIONS(SYMBOL)
#undef SYMBOL
	};
	void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL); /* stays until the program ends */
	if (!library)
		return db_fail(db, DB_CONNECTION,
		               _("the PostgreSQL library %s is missing; install the package libpq5"),
		               LIBRARY);
	for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++) {
		void *symbol = dlsym(library, symbols[i].name);
		if (!symbol)
			return db_fail(db, DB_CONNECTION,
			               _("the PostgreSQL library %s is too old: version 14 or newer is needed"),
			               LIBRARY);
		memcpy((char *)&engine_of(db)->pq + symbols[i].offset, &symbol, sizeof symbol);
	}
	return DB_OK;
}

static void ignore_notice(void *data, const PGresult *notice)
{
	(void)data;
	(void)notice;
}

static enum db_result execute(struct db *db, const char *sql)
{
	struct engine *engine = engine_of(db);
	PGresult *answer = engine->pq.PQexec(engine->link, sql);
	enum db_result result = is_error(&engine->pq, answer) ? fail(db, answer) : DB_OK;
	engine->pq.PQclear(answer);
	return result;
}

/* What a fresh connection needs before it is used. */
static enum db_result greet(struct db *db)
{
	struct engine *engine = engine_of(db);
	if (is_lost(db)) {
		const char *text = engine->pq.PQerrorMessage(engine->link);
		return db_fail(db, DB_CONNECTION, "%s", text);
	}
	engine->connection++;
	engine->pq.PQsetNoticeReceiver(engine->link, ignore_notice, NULL);
	char sql[320];
	snprintf(sql, sizeof sql,
	         "SET standard_conforming_strings = on; SET timezone = 'UTC'; "
	         "SET client_min_messages = warning; SET statement_timeout = '60s'; "
	         "SET lock_timeout = %d; SET default_transaction_read_only = %s",
	         db->deadline, engine->flags & DB_READ ? "on" : "off");
	return execute(db, sql);
}

static enum db_result check_address(struct db *db, const char *name)
{
	const struct library *pq = &engine_of(db)->pq;
	char *why = NULL;
	PQconninfoOption *options = pq->PQconninfoParse(name, &why);
	bool good = options != NULL;
	pq->PQconninfoFree(options);
	pq->PQfreemem(why); /* it would quote the address, perhaps with a password */
	if (good)
		return DB_OK;
	return db_fail(db, DB_CONNECTION,
	               _("the address is malformed; expected postgresql://USER@HOST:PORT/DATABASE"));
}

static enum db_result open_link(const char *name, int flags, struct db *db)
{
	struct engine *engine = memory_resize(NULL, sizeof *engine);
	*engine = (struct engine){.flags = flags};
	db->engine = engine;
	enum db_result result = load(db);
	if (result != DB_OK)
		return result;
	result = check_address(db, name);
	if (result != DB_OK)
		return result;
	/* The address overrides what stands before it and is overridden by what stands after. */
	const char *const keys[] = {"connect_timeout", "tcp_user_timeout", "keepalives_idle",
	                            "fallback_application_name", "dbname", "client_encoding", NULL};
	const char *const values[] = {"10", "30000", "30", "groei", name, "UTF8", NULL};
	engine->link = engine->pq.PQconnectdbParams(keys, values, 1);
	return greet(db);
}

static void close_link(struct db *db)
{
	struct engine *engine = engine_of(db);
	if (!engine)
		return;
	if (engine->link)
		engine->pq.PQfinish(engine->link);
	free(engine);
	db->engine = NULL;
}

/* --- rows read ahead ----------------------------------------------------------------------- */

static void read_ahead(struct held *held, PGresult *answer)
{
	if (held->count == held->capacity) {
		held->capacity = held->capacity ? held->capacity * 2 : 16;
		held->waiting =
		    memory_resize(held->waiting, held->capacity * sizeof *held->waiting);
	}
	held->waiting[held->count++] = answer;
}

/* Reads the rest of the stream into memory. */
static enum db_result end_stream(struct db *db)
{
	struct engine *engine = engine_of(db);
	enum db_result result = DB_OK;
	PGresult *answer;
	if (!engine->stream)
		return DB_OK;
	while ((answer = engine->pq.PQgetResult(engine->link))) {
		read_ahead(held_of(engine->stream), answer);
		if (is_error(&engine->pq, answer))
			result = fail(db, answer);
	}
	engine->stream = NULL;
	return db->transaction == DB_NONE ? DB_OK : result;
}

/* Makes the connection free for the next command; connects anew after a loss, but never within a
 * transaction, which was lost with it. */
static enum db_result settle(struct db *db)
{
	struct engine *engine = engine_of(db);
	enum db_result result = end_stream(db);
	if (!is_lost(db))
		return result;
	if (db->transaction != DB_NONE)
		return fail_lost(db);
	engine->pq.PQreset(engine->link);
	return greet(db);
}

/* --- statements ---------------------------------------------------------------------------- */

/* Prepares under a new name. */
static enum db_result name_statement(struct db_statement *statement)
{
	struct db *db = statement->db;
	struct engine *engine = engine_of(db);
	struct held *held = held_of(statement);
	enum db_result result = settle(db);
	if (result != DB_OK)
		return result;
	snprintf(held->name, sizeof held->name, "s%lu", ++engine->names);
	PGresult *answer = engine->pq.PQprepare(engine->link, held->name, statement->sql, 0, NULL);
	result = is_error(&engine->pq, answer) ? fail(db, answer) : DB_OK;
	engine->pq.PQclear(answer);
	if (result == DB_OK)
		held->connection = engine->connection;
	return result;
}

static enum db_result prepare(struct db *db, struct db_statement *statement)
{
	(void)db;
	struct held *held = memory_resize(NULL, sizeof *held);
	*held = (struct held){0};
	statement->handle = held;
	enum db_result result = name_statement(statement);
	if (result != DB_OK) {
		free(held);
		statement->handle = NULL;
	}
	return result;
}

static void forget_rows(struct db_statement *statement)
{
	struct engine *engine = engine_of(statement->db);
	struct held *held = held_of(statement);
	PGresult *answer;
	engine->pq.PQclear(held->row);
	held->row = NULL;
	while (held->first < held->count)
		engine->pq.PQclear(held->waiting[held->first++]);
	held->first = held->count = 0;
	if (engine->stream != statement)
		return;
	while ((answer = engine->pq.PQgetResult(engine->link)))
		engine->pq.PQclear(answer);
	engine->stream = NULL;
}

static void finalise(struct db_statement *statement)
{
	struct db *db = statement->db;
	struct engine *engine = engine_of(db);
	struct held *held = held_of(statement);
	forget_rows(statement);
	if (!db->closing && settle(db) == DB_OK && held->connection == engine->connection) {
		char sql[sizeof held->name + 16];
		snprintf(sql, sizeof sql, "DEALLOCATE %s", held->name);
		(void)execute(db, sql);
	}
	free(held->waiting);
	free(held);
	statement->handle = NULL;
}

/* Sends the statement with its bindings, as text. */
static enum db_result send(struct db_statement *statement)
{
	enum { DIGITS = 24 };
	struct engine *engine = engine_of(statement->db);
	size_t count = (size_t)statement->count;
	const char **values = memory_resize(NULL, count * (sizeof *values + DIGITS));
	char *digits = (char *)(values + count);
	for (size_t i = 0; i < count; i++, digits += DIGITS) {
		const struct db_value *value = &statement->values[i];
		values[i] = value->kind == DB_TEXT ? value->text : value->kind == DB_INT ? digits : NULL;
		if (value->kind == DB_INT)
			snprintf(digits, DIGITS, "%lld", (long long)value->number);
	}
	int sent = engine->pq.PQsendQueryPrepared(engine->link, held_of(statement)->name,
	                                          statement->count, values, NULL, NULL, 0);
	free(values);
	return sent ? DB_OK : fail(statement->db, NULL);
}

/* The next answer for this statement, read ahead or from the connection; NULL after the last. */
static PGresult *take_answer(struct db_statement *statement)
{
	struct engine *engine = engine_of(statement->db);
	struct held *held = held_of(statement);
	if (held->first < held->count)
		return held->waiting[held->first++];
	if (engine->stream != statement)
		return NULL;
	PGresult *answer = engine->pq.PQgetResult(engine->link);
	if (!answer)
		engine->stream = NULL;
	return answer;
}

static enum db_result start(struct db_statement *statement)
{
	struct db *db = statement->db;
	struct engine *engine = engine_of(db);
	struct held *held = held_of(statement);
	enum db_result result = settle(db);
	if (result == DB_OK && held->connection != engine->connection)
		result = name_statement(statement);
	if (result == DB_OK)
		result = send(statement);
	if (result != DB_OK)
		return result;
	engine->stream = statement;
	(void)engine->pq.PQsetSingleRowMode(engine->link);
	return DB_ROW;
}

static enum db_result step(struct db_statement *statement)
{
	struct db *db = statement->db;
	const struct library *pq = &engine_of(db)->pq;
	struct held *held = held_of(statement);
	if (!statement->running) {
		enum db_result result = start(statement);
		if (result != DB_ROW)
			return result;
	}
	pq->PQclear(held->row);
	held->row = NULL;
	PGresult *answer = take_answer(statement);
	if (!answer)
		return fail(db, NULL);
	if (pq->PQresultStatus(answer) == PGRES_SINGLE_TUPLE) {
		held->row = answer;
		return DB_ROW;
	}
	enum db_result result = DB_DONE;
	if (is_error(pq, answer))
		result = fail(db, answer);
	pq->PQclear(answer);
	return result;
}

/* A boolean is 1 or 0, as on SQLite. */
static int64_t column_int(struct db_statement *statement, int column)
{
	const struct library *pq = &engine_of(statement->db)->pq;
	const char *text = pq->PQgetvalue(held_of(statement)->row, 0, column);
	if (pq->PQftype(held_of(statement)->row, column) == 16) /* BOOLOID */
		return *text == 't';
	return strtoll(text, NULL, 10);
}

static bool column_null(struct db_statement *statement, int column)
{
	return engine_of(statement->db)->pq.PQgetisnull(held_of(statement)->row, 0, column);
}

static const char *column_text(struct db_statement *statement, int column)
{
	if (column_null(statement, column))
		return NULL;
	return engine_of(statement->db)->pq.PQgetvalue(held_of(statement)->row, 0, column);
}

static enum db_result run(struct db *db, const char *sql)
{
	enum db_result result = settle(db);
	return result == DB_OK ? execute(db, sql) : result;
}

/* --- transactions -------------------------------------------------------------------------- */

static enum db_result begin(struct db *db, enum db_transaction kind)
{
	char sql[128];
	enum db_result result = settle(db);
	if (result != DB_OK)
		return result;
	snprintf(sql, sizeof sql, "BEGIN ISOLATION LEVEL %s; SET LOCAL lock_timeout = %d",
	         kind == DB_READING ? "REPEATABLE READ READ ONLY" : "SERIALIZABLE",
	         db->deadline > 0 ? db->deadline : 1);
	return execute(db, sql);
}

static enum db_result commit(struct db *db)
{
	struct engine *engine = engine_of(db);
	enum db_result result = settle(db);
	if (result != DB_OK)
		return result;
	PGresult *answer = engine->pq.PQexec(engine->link, "COMMIT");
	if (is_error(&engine->pq, answer))
		result = fail(db, answer);
	else if (strcmp(engine->pq.PQcmdStatus(answer), "COMMIT"))
		result = db_fail(db, DB_ERROR, _("the server took the transaction back"));
	if (result == DB_CONNECTION || is_lost(db))
		result = db_fail(db, DB_UNKNOWN, _("the connection was lost while saving"));
	engine->pq.PQclear(answer);
	return result;
}

/* Keeps the reason of what went wrong before. */
static void rollback(struct db *db)
{
	char reason[DB_REASON_SIZE];
	memcpy(reason, db->reason, sizeof reason);
	(void)settle(db);
	if (!is_lost(db))
		(void)execute(db, "ROLLBACK");
	memcpy(db->reason, reason, sizeof reason);
}

/* --- the rest ------------------------------------------------------------------------------ */

static enum db_result backup(struct db *db, const char *path)
{
	(void)path;
	return db_fail(db, DB_ERROR, _("a store on a PostgreSQL server is copied with pg_dump"));
}

static enum db_result claim(struct db *db)
{
	(void)db;
	return DB_OK;
}

static void discard(struct db *db, const char *found)
{
	(void)db;
	(void)found;
}

const struct db_driver postgres_driver = {
	.engine = "postgresql",
	.token_id = "BIGINT",
	.token_strict = "",
	.token_wr = "",
	.parameter = '$',
	.open = open_link,
	.close = close_link,
	.prepare = prepare,
	.finalise = finalise,
	.step = step,
	.reset = forget_rows,
	.column_int = column_int,
	.column_text = column_text,
	.column_null = column_null,
	.run = run,
	.begin = begin,
	.commit = commit,
	.rollback = rollback,
	.backup = backup,
	.claim = claim,
	.discard = discard,
};
