/* The journal: one entry per command, one row per field that it changed. History, undo, the audit log and
 * the detection of conflicts are readings of it. */
#include <string.h>

#include "store/query.h"

enum groei_status journal_entry(struct store *store)
{
	struct db_statement *statement;
	int64_t at = groei_instant_now();
	enum db_result result;
	enum groei_status status;

	if (store->change != 0)
		return GROEI_OK;
	/* A clock that was put back may not change the order of somebody's own commands. */
	status = store_result(
	    store, db_prepare(store->db,
	                      "SELECT at FROM change WHERE who_id = $1 ORDER BY at DESC LIMIT 1",
	                      &statement));
	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 1, store->who);
	result = db_step(statement);
	if (result == DB_ROW) {
		if (db_int(statement, 0) >= at)
			at = db_int(statement, 0) + 1;
		db_reset(statement);
	}
	status = store_result(store, result);
	if (status != GROEI_OK)
		return status;
	status = store_result(store,
	                      db_prepare(store->db,
	                                 "INSERT INTO change (id, at, who_id, command, undoes_id) "
	                                 "VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO NOTHING",
	                                 &statement));
	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 1, store->planned_change);
	db_bind_int(statement, 2, at);
	db_bind_int(statement, 3, store->who);
	db_bind_text(statement, 4, store->command);
	if (store->undoes != 0)
		db_bind_int(statement, 5, store->undoes);
	status = store_result(store, db_step(statement));
	if (status == GROEI_OK)
		store->change = store->planned_change;
	return status;
}

enum groei_status journal_write(struct store *store, const struct groei_table *table,
                                int64_t record, int64_t person, const char *operation,
                                const struct groei_field *field, const char *before,
                                const char *after)
{
	struct db_statement *statement;
	enum groei_status status = journal_entry(store);

	if (status != GROEI_OK)
		return status;
	status = store_result(
	    store, db_prepare(store->db,
	                      "INSERT INTO change_field (change_id, sequence, entity, record_id,"
	                      " person_id, operation, field, before, after)"
	                      " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
	                      &statement));
	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 1, store->change);
	db_bind_int(statement, 2, store->sequence++);
	db_bind_text(statement, 3, table->name);
	db_bind_int(statement, 4, record);
	db_bind_int(statement, 5, person);
	db_bind_text(statement, 6, operation);
	db_bind_text(statement, 7, field->name);
	db_bind_text(statement, 8, before);
	db_bind_text(statement, 9, after);
	return store_result(store, db_step(statement));
}

static const char *operation_word(const char *text)
{
	return strcmp(text, "add") == 0 ? "add" : strcmp(text, "remove") == 0 ? "remove" : "edit";
}

/* Reads the rows of an entry; those of tables or fields that this groei does not know are left out. */
static enum groei_status fields_read(struct store *store, struct groei_arena *arena,
                                     struct change *change)
{
	struct db_statement *statement;
	enum db_result result;
	size_t room = 0;
	enum groei_status status = store_result(
	    store, db_prepare(store->db,
	                      "SELECT entity, record_id, operation, field, before, after"
	                      " FROM change_field WHERE change_id = $1 ORDER BY sequence",
	                      &statement));

	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 1, change->id);
	while ((result = db_step(statement)) == DB_ROW) {
		const struct groei_table *table = NULL;
		const struct groei_field *field;

		for (size_t i = 0; i < store->schema->count && table == NULL; i++) {
			if (strcmp(store->schema->tables[i]->name, query_word(statement, 0)) == 0)
				table = store->schema->tables[i];
		}
		field = table == NULL ? NULL : groei_field(table, query_word(statement, 3));
		if (field == NULL)
			continue;
		change->fields = groei_arena_grow(arena, change->fields, change->field_count, &room,
		                                  sizeof *change->fields);
		change->fields[change->field_count++] = (struct change_field){
		    .entity = table->entity,
		    .record = db_int(statement, 1),
		    .operation = operation_word(query_word(statement, 2)),
		    .field = field,
		    .before = groei_arena_text(arena, db_text(statement, 4)),
		    .after = groei_arena_text(arena, db_text(statement, 5)),
		};
	}
	return store_result(store, result);
}

#define CHANGE_COLUMNS "c.id, c.at, c.who_id, c.command, c.undoes_id, c.undone"

static void change_read(struct db_statement *row, struct groei_arena *arena,
                        struct change *change_out)
{
	*change_out = (struct change){
	    .id = db_int(row, 0),
	    .at = db_int(row, 1),
	    .who = db_int(row, 2),
	    .command = groei_arena_text(arena, db_text(row, 3)),
	    .undoes = db_int(row, 4),
	    .undone = (int)db_int(row, 5),
	};
}

enum groei_status journal_list(struct store *store, struct groei_arena *arena,
                               const struct groei_table *table, int64_t record,
                               const struct change *after, int limit, struct change **changes_out,
                               size_t *count_out)
{
	static const char all[] =
	    "SELECT " CHANGE_COLUMNS " FROM change c WHERE (c.at, c.id) < ($1, $2)"
	    " ORDER BY c.at DESC, c.id DESC LIMIT $3";
	static const char one[] =
	    "SELECT " CHANGE_COLUMNS " FROM change c WHERE (c.at, c.id) < ($1, $2) AND c.id IN"
	    " (SELECT f.change_id FROM change_field f WHERE f.record_id = $4 AND f.entity = $5)"
	    " ORDER BY c.at DESC, c.id DESC LIMIT $3";
	struct db_statement *statement;
	struct change *changes;
	enum db_result result;
	size_t count = 0;
	enum groei_status status =
	    store_result(store, db_prepare(store->db, record == 0 ? all : one, &statement));

	if (status != GROEI_OK)
		return status;
	limit = limit < 1 || limit > 1000 ? 200 : limit;
	changes = groei_arena_take(arena, (size_t)limit * sizeof *changes);
	db_bind_int(statement, 1, after == NULL ? INT64_MAX : after->at);
	db_bind_int(statement, 2, after == NULL ? INT64_MAX : after->id);
	db_bind_int(statement, 3, limit);
	if (record != 0) {
		db_bind_int(statement, 4, record);
		db_bind_text(statement, 5, table->name);
	}
	while ((result = db_step(statement)) == DB_ROW)
		change_read(statement, arena, &changes[count++]);
	status = store_result(store, result);
	for (size_t i = 0; status == GROEI_OK && i < count; i++)
		status = fields_read(store, arena, &changes[i]);
	if (status == GROEI_OK) {
		*changes_out = changes;
		*count_out = count;
	}
	return status;
}

enum groei_status journal_last(struct store *store, struct groei_arena *arena, int64_t who,
                               struct change *change_out)
{
	struct db_statement *statement;
	struct change change;
	enum db_result result;
	enum groei_status status = store_result(
	    store, db_prepare(store->db,
	                      "SELECT " CHANGE_COLUMNS " FROM change c WHERE c.who_id = $1"
	                      " AND c.undone = 0 AND c.undoes_id IS NULL"
	                      " ORDER BY c.at DESC LIMIT 1",
	                      &statement));

	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 1, who);
	result = db_step(statement);
	if (result == DB_DONE)
		return GROEI_NO;
	if (result != DB_ROW)
		return store_result(store, result);
	change_read(statement, arena, &change);
	db_reset(statement);
	status = fields_read(store, arena, &change);
	if (status == GROEI_OK)
		*change_out = change;
	return status;
}

enum groei_status journal_mark_undone(struct store *store, int64_t change)
{
	struct db_statement *statement;
	enum groei_status status = store_result(
	    store,
	    db_prepare(store->db, "UPDATE change SET undone = 1 WHERE id = $1", &statement));

	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 1, change);
	return store_result(store, db_step(statement));
}
