/* The driver seam: chooses the driver, keeps prepared statements and their bindings, turns the one
 * SQL text into the engine's, and holds the rules of transactions that both engines obey.
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
#include "base/memory.h"

enum {
	DEADLINE = 20000,       /* ms */
	HELD_STATEMENTS = 256,  /* that the engine keeps compiled */
	KEPT_BYTES = 64 * 1024, /* a larger binding gives its memory back */
	SEEN_WORDS = DB_PARAMETERS / 64 + 1
};

void *db_take(void *old, size_t size)
{
	return memory_resize(old, size);
}

char *db_copy(const char *text)
{
	size_t size = strlen(text) + 1;
	return memcpy(db_take(NULL, size), text, size);
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

/* --- the SQL text -------------------------------------------------------------------------- */

struct scan {
	struct db *db;
	const char *at;    /* next byte to read */
	char *out;         /* next byte to write */
	bool single;       /* one statement only */
	bool ended;        /* its semicolon was seen */
	bool any;          /* there is more than blanks and comments */
	bool word;         /* the byte before belongs to a word */
	int highest;       /* parameter */
	uint64_t seen[SEEN_WORDS];
};

static bool is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '_' || (unsigned char)c >= 0x80;
}

static bool copy_quoted(struct scan *scan)
{
	char quote = *scan->at;
	do
		*scan->out++ = *scan->at++;
	while (*scan->at && *scan->at != quote);
	if (!*scan->at)
		return false;
	*scan->out++ = *scan->at++;
	return true;
}

/* Comments become one blank. */
static bool skip_comment(struct scan *scan)
{
	*scan->out++ = ' ';
	if (*scan->at == '-') {
		while (*scan->at && *scan->at != '\n')
			scan->at++;
		return true;
	}
	const char *end = strstr(scan->at + 2, "*/");
	const char *nested = strstr(scan->at + 2, "/*");
	if (!end || (nested && nested < end))
		return false;
	scan->at = end + 2;
	return true;
}

static bool copy_parameter(struct scan *scan)
{
	int n = 0;
	const char *digit = scan->at + 1;
	while (*digit >= '0' && *digit <= '9' && n <= DB_PARAMETERS)
		n = n * 10 + (*digit++ - '0');
	if (scan->word || n < 1 || n > DB_PARAMETERS || scan->at[1] == '0' || is_word(*digit))
		return false;
	scan->seen[n / 64] |= UINT64_C(1) << (n % 64);
	if (n > scan->highest)
		scan->highest = n;
	*scan->out++ = scan->db->driver->parameter;
	while (++scan->at < digit)
		*scan->out++ = *scan->at;
	return true;
}

static bool copy_token(struct scan *scan)
{
	const struct db_driver *driver = scan->db->driver;
	const struct {
		const char *name, *text;
	} tokens[] = {{"@ID", driver->token_id},
	              {"@STRICT", driver->token_strict},
	              {"@WR", driver->token_wr}};
	for (size_t i = 0; i < sizeof tokens / sizeof *tokens; i++) {
		size_t length = strlen(tokens[i].name);
		if (strncmp(scan->at, tokens[i].name, length) || is_word(scan->at[length]))
			continue;
		size_t size = strlen(tokens[i].text);
		memcpy(scan->out, tokens[i].text, size);
		scan->out += size;
		scan->at += length;
		return true;
	}
	return false;
}

/* Copies what stands at scan->at. NULL, or what is wrong with it. */
static const char *copy_next(struct scan *scan)
{
	char c = *scan->at;
	if ((c == '-' && scan->at[1] == '-') || (c == '/' && scan->at[1] == '*'))
		return skip_comment(scan) ? NULL : "a comment that is not closed, or nested";
	if (strchr(" \t\r\n;", c)) {
		scan->ended = scan->ended || c == ';';
		*scan->out++ = *scan->at++;
		return NULL;
	}
	if (scan->single && scan->ended)
		return "more than one statement";
	scan->any = true;
	switch (c) {
	case '\'':
	case '"':
		if (scan->word)
			return "a letter right before a quote";
		return copy_quoted(scan) ? NULL : "a quote that is not closed";
	case '$':
		return copy_parameter(scan) ? NULL : "a parameter that is not $1 to $999";
	case '@':
		return copy_token(scan) ? NULL : "an @ that is not @ID, @STRICT or @WR";
	case '?':
	case ':':
	case '[':
	case '`':
		return "one of the signs ? : [ `";
	default:
		while (is_word(c) && is_word(scan->at[1]))
			*scan->out++ = *scan->at++;
		*scan->out++ = *scan->at++;
		return NULL;
	}
}

static size_t longest_token(const struct db_driver *driver)
{
	return strlen(driver->token_id) + strlen(driver->token_strict) + strlen(driver->token_wr) + 2;
}

/* Makes the engine's text of sql; the caller frees it. */
/* From a word on, as far as nothing needs a closer look. */
static size_t plain_run(const struct scan *scan)
{
	return !scan->ended && is_word(*scan->at) ? strcspn(scan->at, "\t\r\n;'\"$@?:[`-/") : 0;
}

static enum db_result translate(struct db *db, const char *sql, bool single, char **text_out,
                                int *count_out)
{
	struct scan scan = {.db = db, .at = sql, .single = single};
	size_t tokens = 0;
	for (const char *at = sql; *at; at++)
		tokens += *at == '@';
	char *text = db_take(NULL, strlen(sql) + tokens * longest_token(db->driver) + 1);
	scan.out = text;
	const char *wrong = NULL;
	while (*scan.at && !wrong) {
		size_t run = plain_run(&scan);
		char before = run > 0 ? scan.at[run - 1] : *scan.at;
		if (run > 0) {
			memcpy(scan.out, scan.at, run);
			scan.out += run;
			scan.at += run;
			scan.any = true;
		} else {
			wrong = copy_next(&scan);
		}
		scan.word = is_word(before);
	}
	*scan.out = 0;
	if (!wrong && !scan.any)
		wrong = "nothing to do";
	if (!wrong && !single && scan.highest)
		wrong = "a parameter where none can be bound";
	for (int n = 1; n < scan.highest && !wrong; n++)
		if (!(scan.seen[n / 64] >> (n % 64) & 1))
			wrong = "a gap in the parameter numbers";
	if (wrong) {
		free(text);
		return db_fail(db, DB_ERROR, "SQL text refused: %s", wrong);
	}
	*text_out = text;
	*count_out = scan.highest;
	return DB_OK;
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
	enum db_result result = translate(db, sql, true, &text, &count);
	if (result != DB_OK)
		return result;
	struct db_statement *statement = db_take(NULL, sizeof *statement);
	*statement = (struct db_statement){.db = db, .hash = hash, .sql = text, .count = count};
	statement->key = db_copy(sql);
	statement->values = db_take(NULL, (size_t)count * sizeof *statement->values);
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
		value->text = db_take(value->text, value->capacity);
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

int64_t db_changed(const struct db *db)
{
	return db->changed;
}

enum db_result db_run(struct db *db, const char *sql)
{
	char *text;
	int count;
	if (is_spoilt(db))
		return refuse_spoilt(db);
	enum db_result result = translate(db, sql, false, &text, &count);
	if (result != DB_OK)
		return result;
	result = spoil(db, db->driver->run(db, text));
	free(text);
	return result;
}

/* --- the handle ---------------------------------------------------------------------------- */

enum db_result db_open(const char *name, int flags, struct db **db_out)
{
	struct db *db = db_take(NULL, sizeof *db);
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
