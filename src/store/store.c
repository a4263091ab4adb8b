/* Opens a store, runs transactions with retry, and says in words what a database error means. */
#include "store/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/i18n.h"
#include "base/random.h"

/* A transaction that the database wants to have run again is tried so often; the pause before a try is
 * random, so that those who met do not meet again, and at most 2^7 ms: 20 seconds in all. */
enum { TRIES = 300, LONGEST_PAUSE = 7 };

const char *store_shown_name(struct groei_arena *arena, const char *name)
{
	const char *user = strncmp(name, "postgres", 8) == 0 ? strstr(name, "://") : NULL;
	size_t length = user == NULL ? strlen(name) : strcspn(name, "?"); /* "?password=…" */
	const char *host = user == NULL ? NULL : memchr(name, '@', length);
	const char *colon = host == NULL || user + 3 > host
	                        ? NULL
	                        : memchr(user + 3, ':', (size_t)(host - user - 3));

	if (colon == NULL)
		return groei_arena_copy(arena, name, length);
	return groei_arena_print(arena, "%.*s%.*s", (int)(colon - name), name,
	                         (int)(name + length - host), host);
}

/* Which store it is, behind the first word of the sentence in any language. */
static enum groei_status named(struct store *store, enum groei_status status)
{
	char text[sizeof store->fault->text];
	size_t what = strcspn(store->fault->text, ":");
	int wanted = snprintf(text, sizeof text, "%.*s %s%s", (int)what, store->fault->text,
	                      store->shown, store->fault->text + what);

	if (wanted > 0 && (size_t)wanted < sizeof text)
		memcpy(store->fault->text, text, (size_t)wanted + 1);
	return status;
}

enum groei_status store_newer(struct store *store, int version)
{
	return named(store, fault_set(store->fault, GROEI_STORE, NULL,
	                              _("store: its version %d is newer than the %d this groei "
	                                "knows, install a newer groei; it was left untouched"),
	                              version, store->schema->version));
}

static enum groei_status explain(struct store *store, enum db_result result)
{
	struct fault *fault = store->fault;

	switch (result) {
	case DB_OK:
	case DB_ROW:
	case DB_DONE:
		return GROEI_OK;
	case DB_BUSY:
		return fault_set(fault, GROEI_CONFLICT, NULL,
		                 _("store: another program keeps it locked, try again in a moment"));
	case DB_SERIALISATION:
		return fault_set(fault, GROEI_CONFLICT, NULL,
		                 _("store: others were writing at the same moment, try again"));
	case DB_CONNECTION:
	case DB_UNKNOWN:
		return fault_set(fault, GROEI_STORE, NULL,
		                 _("store: the database cannot be reached (%s), check the address and the "
		                   "server"),
		                 db_reason(store->db));
	case DB_UNIQUE:
		return fault_set(fault, GROEI_CONFLICT, NULL,
		                 _("store: there is one like it already, look at the list again"));
	case DB_FOREIGN_KEY:
		return fault_set(fault, GROEI_CONFLICT, NULL,
		                 _("store: other records hang on this one, remove or change those first"));
	case DB_CHECK:
	case DB_NOT_NULL:
		return fault_set(fault, GROEI_INVALID, NULL,
		                 _("store: the database refused a value (%s), nothing was saved"),
		                 db_reason(store->db));
	case DB_DENIED:
		return fault_set(fault, GROEI_DENIED, NULL,
		                 _("store: the database does not allow this, ask who manages it"));
	case DB_READ_ONLY:
		return fault_set(fault, GROEI_STORE, NULL,
		                 _("store: it can only be read, check the permissions of the file and its "
		                   "folder"));
	case DB_FULL:
		return fault_set(fault, GROEI_STORE, NULL,
		                 _("store: the disk is full, free some room and try again; nothing was "
		                   "changed"));
	case DB_CORRUPT:
		return fault_set(fault, GROEI_STORE, NULL,
		                 _("store: not a groei store, or damaged (%s), restore a backup or name "
		                   "another with --store"),
		                 db_reason(store->db));
	case DB_ABSENT:
		return fault_set(fault, GROEI_NOT_FOUND, NULL,
		                 _("store: there is none yet, run “groei init --me HANDLE --name NAME” or "
		                   "open the screens with “groei”"));
	case DB_NO_TABLE:
	case DB_ERROR:
		break;
	}
	return fault_set(fault, GROEI_STORE, NULL,
	                 _("store: %s; nothing was changed, check the file or name another with "
	                   "--store"),
	                 db_reason(store->db));
}

static bool to_be_repeated(enum db_result result)
{
	return result == DB_SERIALISATION || result == DB_UNKNOWN;
}

enum groei_status store_result(struct store *store, enum db_result result)
{
	enum groei_status status = explain(store, result);

	if (!store->writing || !to_be_repeated(store->last)) /* what follows from it hides nothing */
		store->last = result;
	switch (result) {
	case DB_BUSY:
	case DB_CONNECTION:
	case DB_UNKNOWN:
	case DB_READ_ONLY:
	case DB_FULL:
	case DB_CORRUPT:
	case DB_ABSENT:
	case DB_NO_TABLE:
	case DB_ERROR:
		store->missed = true;
		return named(store, status);
	default:
		return status;
	}
}

enum groei_status store_open(const struct store_schema *schema, const char *name, int flags,
                             struct fault *fault, struct store **store_out)
{
	struct store *store = calloc(1, sizeof *store);
	enum groei_status status;

	if (store == NULL)
		return fault_set(fault, GROEI_STORE, NULL, _("memory: there is none left"));
	store->schema = schema;
	store->fault = fault;
	store->scratch = groei_arena_open();
	store->names = groei_arena_open();
	store->shown = store_shown_name(store->names, name);
	status = store_result(store, db_open(name, flags, &store->db));
	if (status == GROEI_OK)
		status = migrate(store, name, flags);
	if (status != GROEI_OK) {
		store_close(store);
		return status;
	}
	*store_out = store;
	return GROEI_OK;
}

void store_close(struct store *store)
{
	if (store == NULL)
		return;
	db_close(store->db);
	groei_arena_close(store->scratch);
	groei_arena_close(store->names);
	free(store);
}

/* After a connection lost during commit: whether the journal has the change after all. */
static bool committed(struct store *store)
{
	struct db_statement *statement;
	bool there = false;

	if (db_prepare(store->db, "SELECT id FROM change WHERE id = $1", &statement) != DB_OK)
		return false;
	db_bind_int(statement, 1, store->planned_change);
	there = db_step(statement) == DB_ROW;
	db_reset(statement);
	return there;
}

/* Where the engine does not tell that others have committed, every transaction that stands in the journal
 * moves a counter, and the sum of all counters is the store's revision. No clock is asked, and whoever
 * sees the records sees the sum. One counter would make all writers wait for each other; of many,
 * each handle takes one by chance. They are rows "pulse/N" of store_setting: written without being
 * read, which keeps writers serialisable side by side. */
enum { PULSES = 64 };

static enum groei_status move_pulse(struct store *store)
{
	struct db_statement *statement;
	enum groei_status status;

	if (db_tells_changes(store->db) || store->change == 0)
		return GROEI_OK;
	if (store->pulse == 0)
		store->pulse = 1 + (int)(random_id() % PULSES);
	status = store_result(
	    store, db_prepare(store->db,
	                      "INSERT INTO store_setting (name, value) VALUES ($1, '1')"
	                      " ON CONFLICT (name) DO UPDATE SET value ="
	                      " CAST(CAST(store_setting.value AS BIGINT) + 1 AS TEXT)",
	                      &statement));
	if (status != GROEI_OK)
		return status;
	db_bind_text(statement, 1, groei_arena_print(store->scratch, "pulse/%d", store->pulse));
	return store_result(store, db_step(statement));
}

static enum groei_status attempt(struct store *store, enum groei_status (*body)(void *context),
                                 void *context)
{
	enum groei_status status;

	groei_arena_reset(store->scratch);
	store->change = 0;
	store->sequence = 0;
	store->last = DB_OK;
	status = store_result(store, db_begin(store->db));
	if (status != GROEI_OK)
		return status;
	status = body(context);
	if (status == GROEI_OK)
		status = move_pulse(store);
	if (status == GROEI_OK)
		return store_result(store, db_commit(store->db));
	if (db_in_transaction(store->db))
		db_rollback(store->db);
	return status;
}

static void pause_before(int attempt_number)
{
	int power = attempt_number < LONGEST_PAUSE ? attempt_number : LONGEST_PAUSE;
	struct timespec pause = {.tv_nsec = (long)(random_id() % (1000000LL << power))};

	nanosleep(&pause, NULL);
}

enum groei_status store_look_begin(struct store *store)
{
	enum groei_status status = GROEI_OK;

	if (store->looking == 0 && !store->writing)
		status = store_result(store, db_begin_read(store->db));
	if (status == GROEI_OK)
		store->looking++;
	return status;
}

void store_look_end(struct store *store)
{
	if (--store->looking == 0 && !store->writing && db_in_transaction(store->db))
		db_rollback(store->db);
}

enum groei_status store_transact(struct store *store, const char *command,
                                 enum groei_status (*body)(void *context), void *context)
{
	enum groei_status status = GROEI_CONFLICT;

	if (store->writing)
		return body(context);
	if (store->looking > 0 && db_in_transaction(store->db))
		db_rollback(store->db);
	store->writing = true;
	store->command = command;
	store->planned_change = random_id();
	for (int i = 0; i < TRIES; i++) {
		if (i > 0)
			pause_before(i);
		status = attempt(store, body, context);
		if (store->last == DB_UNKNOWN && committed(store))
			status = GROEI_OK;
		if (status == GROEI_OK || !to_be_repeated(store->last))
			break;
	}
	store->writing = false;
	store->undoes = 0;
	if (status == GROEI_OK)
		store->writes++;
	return status;
}

enum groei_status store_setting(struct store *store, struct groei_arena *arena, const char *name,
                                const char **value_out)
{
	struct db_statement *statement;
	enum db_result result;
	enum groei_status status = store_result(
	    store, db_prepare(store->db, "SELECT value FROM store_setting WHERE name = $1",
	                      &statement));

	if (status != GROEI_OK)
		return status;
	db_bind_text(statement, 1, name);
	result = db_step(statement);
	if (result == DB_DONE)
		return GROEI_NO;
	if (result != DB_ROW)
		return store_result(store, result);
	*value_out = groei_arena_text(arena, db_text(statement, 0));
	db_reset(statement);
	return GROEI_OK;
}

enum groei_status store_set(struct store *store, const char *name, const char *value)
{
	struct db_statement *statement;
	enum groei_status status = store_result(
	    store,
	    db_prepare(store->db,
	               "INSERT INTO store_setting (name, value) VALUES ($1, $2) "
	               "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
	               &statement));

	if (status != GROEI_OK)
		return status;
	db_bind_text(statement, 1, name);
	db_bind_text(statement, 2, value);
	return store_result(store, db_step(statement));
}

struct sight store_sight(const struct store *store)
{
	return store->writing ? (struct sight){SIGHT_WHOLE, 0} : store->sight;
}

int64_t store_revision(struct store *store)
{
	struct db_statement *statement;
	int64_t elsewhere = db_changes_elsewhere(store->db);

	if (elsewhere >= 0)
		return store->writes * 1000003 + elsewhere;
	if (db_prepare(store->db,
	               "SELECT sum(CAST(value AS BIGINT)) FROM store_setting"
	               " WHERE substr(name, 1, 6) = 'pulse/'",
	               &statement) != DB_OK)
		return store->writes;
	if (db_step(statement) == DB_ROW)
		elsewhere = db_int(statement, 0);
	db_reset(statement);
	return elsewhere;
}
