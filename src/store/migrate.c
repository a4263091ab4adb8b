/* Makes and upgrades the tables. A fresh store takes the same path as an old one: every version
 * in turn, all in one transaction. A version is the tables and fields of the field table that name it
 * in `since`, plus the SQL of its step here. A store from a newer groei is refused, untouched. */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "store/query.h"
#include "store/store.h"

struct step {
	int version;
	const char *sql;    /* run after the version's tables and columns are there */
	const char *refold; /* table whose old fields became FIELD_FILTER, NULL: none */
};

static const struct step steps[] = {
    {1,
     "CREATE TABLE change (id @ID PRIMARY KEY, at @ID NOT NULL, who_id @ID NOT NULL,"
     " command TEXT NOT NULL, undoes_id @ID, undone INTEGER NOT NULL DEFAULT 0)@STRICT;"
     "CREATE INDEX change_at ON change (at);"
     "CREATE INDEX change_who ON change (who_id, at);"
     "CREATE TABLE change_field (change_id @ID NOT NULL REFERENCES change (id),"
     " sequence INTEGER NOT NULL, entity TEXT NOT NULL, record_id @ID NOT NULL,"
     " person_id @ID NOT NULL, operation TEXT NOT NULL, field TEXT NOT NULL,"
     " before TEXT, after TEXT, PRIMARY KEY (change_id, sequence))@WR;"
     "CREATE INDEX change_field_record ON change_field (record_id, change_id);"
     /* Where each pair stands, kept in the transaction of whatever moves it: attend is the
      * planned day, or else the day due by cadence; ends is the person's. */
     "CREATE TABLE person_state (person_id @ID PRIMARY KEY, lead_id @ID, last_day INTEGER,"
     " last_id @ID, due INTEGER NOT NULL, planned_id @ID, planned_day INTEGER,"
     " attend INTEGER NOT NULL, ends INTEGER)@STRICT;"
     "CREATE INDEX person_state_lead ON person_state (lead_id, attend, person_id);"
     "CREATE TABLE draft (author_id @ID NOT NULL, place TEXT NOT NULL, at @ID NOT NULL,"
     " revision INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (author_id, place))@WR;"
     "CREATE UNIQUE INDEX person_handle ON person (handle);"
     "CREATE INDEX person_folded ON person (folded, id);"
     "CREATE INDEX person_lead_folded ON person (lead_id, folded, id);"
     "CREATE UNIQUE INDEX team_handle ON team (handle);"
     "CREATE INDEX conversation_person ON conversation (person_id, day);"
     "CREATE INDEX conversation_day ON conversation (day, id);"
     "CREATE UNIQUE INDEX answer_once ON answer (conversation_id, question, side);"
     "CREATE INDEX answer_question ON answer (person_id, question, side, day);"
     "CREATE INDEX goal_person ON goal (person_id, stage);"
     "CREATE INDEX goal_moved ON goal (moved, id);"
     "CREATE INDEX action_owner ON action (owner_id, state, due);"
     "CREATE INDEX action_person ON action (person_id, state, due);"
     "CREATE INDEX action_due ON action (due, id) WHERE state = 'open';", NULL},
    {2,
     /* Views are made when they are wanted (views.c). */
     "DROP VIEW IF EXISTS read_person; DROP VIEW IF EXISTS read_team;"
     "DROP VIEW IF EXISTS read_conversation; DROP VIEW IF EXISTS read_answer;"
     "DROP VIEW IF EXISTS read_goal; DROP VIEW IF EXISTS read_action;"
     /* Two sessions of one person may type in the same place. */
     "ALTER TABLE draft RENAME TO draft_before;"
     "CREATE TABLE draft (author_id @ID NOT NULL, place TEXT NOT NULL, session @ID NOT NULL,"
     " at @ID NOT NULL, revision INTEGER NOT NULL, text TEXT NOT NULL,"
     " PRIMARY KEY (author_id, place, session))@WR;"
     "INSERT INTO draft (author_id, place, session, at, revision, text)"
     " SELECT author_id, place, 0, at, revision, text FROM draft_before;"
     "DROP TABLE draft_before;"
     "ALTER TABLE person_state ADD COLUMN planned_away INTEGER NOT NULL DEFAULT 0;"
     "ALTER TABLE person_state ADD COLUMN postponed INTEGER NOT NULL DEFAULT 0;"
     /* Of an old store the formal talks are counted when they are asked for. */
     "ALTER TABLE person_state ADD COLUMN formal_day INTEGER;"
     "ALTER TABLE person_state ADD COLUMN formal INTEGER;"
     /* What asks for attention from day until day, of whom, kept likewise. */
     "CREATE TABLE agenda (record_id @ID NOT NULL, kind TEXT NOT NULL, person_id @ID NOT NULL,"
     " own INTEGER NOT NULL, day INTEGER NOT NULL, until INTEGER NOT NULL, other @ID,"
     " PRIMARY KEY (record_id, kind, person_id))@WR;"
     "CREATE INDEX agenda_person ON agenda (person_id, own, until, day, kind, other);"
     "CREATE INDEX assignment_person ON assignment (person_id, starts);"
     "CREATE INDEX absence_person ON absence (person_id, starts);"
     /* One index for each way into the talks: SQLite reads the text of every index at every start. */
     "DROP INDEX IF EXISTS change_field_person;"
     "DROP INDEX IF EXISTS conversation_open;"
     "DROP INDEX conversation_person;"
     "CREATE INDEX conversation_person ON conversation (person_id, day, state, formal);"
     "DROP INDEX conversation_of_lead;"
     "CREATE INDEX person_hr ON person (id) WHERE hr = 'yes';"
     "CREATE INDEX conversation_lead ON conversation (lead_id, day);"
     /* What is known of the past: people are where they always were, promises were never moved, and a
      * talk was formal by its format. An id of its own: undo tells records apart by it. */
     "INSERT INTO assignment (id, revision, folded, person_id, lead_id, team_id, cadence, starts, ends)"
     " SELECT id + 1, 1, '', id, lead_id, team_id, cadence, coalesce(starts, made, 0), ends FROM person;"
     "UPDATE conversation SET formal = CASE WHEN format IN ('growth', 'start', 'progress', 'review')"
     " THEN 'yes' ELSE 'no' END;"
     "UPDATE action SET first_due = due;"
     "UPDATE goal SET owner_id = person_id;"
     "CREATE INDEX moment_person ON moment (person_id, day);"
     "CREATE INDEX moment_team ON moment (day, id) WHERE team = 'yes';"
     "CREATE INDEX heard_author ON heard (author_id, state, day);"
     "CREATE INDEX checkpoint_person ON checkpoint (person_id, state, day);",
     "answer"},
    {2,
     "CREATE UNIQUE INDEX answer_reflection ON answer (reflection_id, question);"
     "CREATE INDEX reflection_author ON reflection (author_id, state);",
     NULL},
};

enum { STEPS = sizeof steps / sizeof *steps, AGENDA_SINCE = 2 /* schema version */ };

static void column_sql(struct groei_buffer *sql, const struct groei_field *field,
                       const struct store_schema *schema, int fresh)
{
	char column[64];

	groei_buffer_text(sql, value_column(field, column));
	if (field->kind == GROEI_REF)
		groei_buffer_text(sql, " @ID");
	else if (field->kind == GROEI_CHOICE && !(field->flags & FIELD_MAYBE))
		/* records from before the field get its first */
		groei_buffer_print(sql, fresh ? " TEXT NOT NULL" : " TEXT NOT NULL DEFAULT '%s'",
		                   field->choices[0].code);
	else if (field->kind == GROEI_CHOICE || field->storage == GROEI_STORED_TEXT)
		groei_buffer_text(sql, " TEXT");
	else
		groei_buffer_text(sql, " INTEGER");
	if (fresh && (field->flags & FIELD_REQUIRED) && field->kind != GROEI_CHOICE)
		groei_buffer_text(sql, " NOT NULL");
	for (size_t i = 0; field->kind == GROEI_REF && i < schema->count; i++) {
		if (schema->tables[i]->entity == field->target)
			groei_buffer_print(sql, " REFERENCES %s", schema->tables[i]->name);
	}
}

/* A reference to a table that comes later in the schema needs both tables first on PostgreSQL:
 * so tables are made with their plain columns, and every reference is added as a column behind. */
static void table_sql(struct groei_buffer *sql, const struct groei_table *table,
                      const struct store_schema *schema)
{
	groei_buffer_print(sql,
	                   "CREATE TABLE %s (id @ID PRIMARY KEY, revision INTEGER NOT NULL,"
	                   " folded TEXT NOT NULL",
	                   table->name);
	for (size_t i = 0; i < table->field_count; i++) {
		const struct groei_field *field = &table->fields[i];

		if (field->since > table->since || field->kind == GROEI_REF)
			continue;
		groei_buffer_text(sql, ", ");
		column_sql(sql, field, schema, 1);
	}
	groei_buffer_text(sql, ")@STRICT;");
}

/* Whether an index of the version's step starts with the field's column: it serves references too. */
static bool leads_an_index(const struct groei_table *table, const struct groei_field *field,
                           int version)
{
	char column[64], start[160];

	snprintf(start, sizeof start, " ON %s (%s", table->name, value_column(field, column));
	for (size_t i = 0; i < STEPS; i++) {
		const char *at = steps[i].version == version ? strstr(steps[i].sql, start) : NULL;

		for (; at != NULL; at = strstr(at + 1, start)) {
			const char *end = strchr(at, ')');

			/* A partial index does not serve every row. */
			if (strncmp(end + 1, " WHERE", 6) != 0 && strchr(",)", at[strlen(start)]) != NULL)
				return true;
		}
	}
	return false;
}

static void fields_sql(struct groei_buffer *sql, const struct groei_table *table,
                       const struct store_schema *schema, int version)
{
	char column[64];

	for (size_t i = 0; i < table->field_count; i++) {
		const struct groei_field *field = &table->fields[i];
		int since = field->since > table->since ? field->since : table->since;

		if (since != version)
			continue;
		if (field->since > table->since || field->kind == GROEI_REF) {
			groei_buffer_print(sql, "ALTER TABLE %s ADD COLUMN ", table->name);
			column_sql(sql, field, schema, 0);
			groei_buffer_text(sql, ";");
		}
		if (field->kind == GROEI_REF && !leads_an_index(table, field, version))
			groei_buffer_print(sql, "CREATE INDEX %s_of_%s ON %s (%s);", table->name,
			                   field->name, table->name, value_column(field, column));
	}
}

/* What is no version is taken for one from the future. */
static int version_from(const char *text)
{
	char *end;
	long version;

	if (text == NULL || *text < '0' || *text > '9')
		return INT_MAX;
	version = strtol(text, &end, 10);
	return *end != '\0' || version > INT_MAX ? INT_MAX : (int)version;
}

/* The version of the store: 0 for one without tables. */
static enum groei_status version_read(struct store *store, int *version_out)
{
	struct db_statement *statement;
	/* The text of store_setting, so that one statement serves both. */
	enum db_result result =
	    db_prepare(store->db, "SELECT value FROM store_setting WHERE name = $1", &statement);

	if (result == DB_NO_TABLE) {
		*version_out = 0;
		return GROEI_OK;
	}
	if (result != DB_OK)
		return store_result(store, result);
	db_bind_text(statement, 1, "schema");
	result = db_step(statement);
	if (result == DB_ROW) {
		*version_out = version_from(db_text(statement, 0));
		db_reset(statement);
		return GROEI_OK;
	}
	*version_out = 0;
	return store_result(store, result);
}

static enum groei_status run(struct store *store, struct groei_buffer *sql)
{
	enum groei_status status =
	    sql->length == 0 ? GROEI_OK : store_result(store, db_run(store->db, sql->data));

	groei_buffer_clear(sql);
	return status;
}

static enum groei_status upgrade_to(struct store *store, struct groei_buffer *sql, int version)
{
	const struct store_schema *schema = store->schema;
	enum groei_status status;

	for (size_t i = 0; i < schema->count; i++) {
		if (schema->tables[i]->since == version)
			table_sql(sql, schema->tables[i], schema);
	}
	for (size_t i = 0; i < schema->count; i++)
		fields_sql(sql, schema->tables[i], schema, version);
	status = run(store, sql);
	for (size_t i = 0; status == GROEI_OK && i < STEPS; i++) {
		if (steps[i].version == version)
			status = store_result(store, db_run(store->db, steps[i].sql));
	}
	return status;
}

/* When all columns are there: what filters look in, where they look in more since. */
static enum groei_status refold(struct store *store, int before)
{
	enum groei_status status = GROEI_OK;

	for (size_t i = 0; i < STEPS; i++) {
		if (before == 0 || steps[i].version <= before || steps[i].refold == NULL)
			continue;
		for (size_t j = 0; status == GROEI_OK && j < store->schema->count; j++) {
			if (strcmp(store->schema->tables[j]->name, steps[i].refold) == 0)
				status = record_refold(store, store->schema->tables[j]);
		}
	}
	return status;
}

static enum groei_status upgrade(void *context)
{
	struct store *store = context;
	struct groei_buffer sql = {0};
	char text[16];
	int version = 0, before;
	enum groei_status status = store_result(
	    store, db_run(store->db, "CREATE TABLE IF NOT EXISTS store_setting"
	                             " (name TEXT PRIMARY KEY, value TEXT NOT NULL)@WR;"));

	if (status == GROEI_OK)
		status = version_read(store, &version);
	/* Somebody else may have upgraded it while we waited for the lock. */
	if (status == GROEI_OK && version > store->schema->version)
		status = store_newer(store, version);
	if (status != GROEI_OK || version == store->schema->version)
		return status;
	before = version;
	if (version == 0)
		status = store_result(store, db_claim(store->db));
	while (status == GROEI_OK && version < store->schema->version)
		status = upgrade_to(store, &sql, ++version);
	if (status == GROEI_OK)
		status = refold(store, before);
	if (status == GROEI_OK && before > 0 && before < AGENDA_SINCE) {
		query_agenda_all(store->schema, &sql);
		status = run(store, &sql);
	}
	snprintf(text, sizeof text, "%d", version);
	if (status == GROEI_OK)
		status = store_set(store, "schema", text);
	groei_buffer_free(&sql);
	return status;
}

/* A copy beside the file: "groei.db.before-version-2", or with ".1" … when an upgrade was tried before. */
static enum groei_status copy_before(struct store *store, const char *name)
{
	struct groei_buffer copy = {0};
	enum groei_status status;

	groei_buffer_print(&copy, "%s.before-version-%d", name, store->schema->version);
	for (int i = 1; access(copy.data, F_OK) == 0; i++) {
		groei_buffer_clear(&copy);
		groei_buffer_print(&copy, "%s.before-version-%d.%d", name, store->schema->version, i);
	}
	status = store_result(store, db_backup(store->db, copy.data));
	groei_buffer_free(&copy);
	return status;
}

enum groei_status migrate(struct store *store, const char *name, int flags)
{
	int version;
	enum groei_status status = version_read(store, &version);

	if (status != GROEI_OK || version == store->schema->version)
		return status;
	if (version > store->schema->version)
		return store_newer(store, version);
	if (version == 0 && !(flags & DB_CREATE))
		return store_result(store, DB_ABSENT);
	if (version > 0 && strcmp(db_engine(store->db), "sqlite") == 0) {
		status = copy_before(store, name);
		if (status != GROEI_OK)
			return status;
	}
	status = store_transact(store, "upgrade", upgrade, store);
	/* PostgreSQL: somebody else made the same tables in the same moment; now they are there. */
	if (status != GROEI_OK && store->last == DB_UNIQUE)
		status = store_transact(store, "upgrade", upgrade, store);
	return status;
}

void store_unmake(struct store *store)
{
	if (db_in_transaction(store->db))
		db_rollback(store->db);
	db_discard(store->db, "SELECT name FROM store_setting WHERE name = 'owner'");
}
