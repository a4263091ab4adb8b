/* Finding records by what people type: handles and the short codes of ids; and how much of one record may be
 * seen. */
#include <string.h>

#include "store/store.h"

static enum groei_status first_int(struct store *store, struct db_statement *statement,
                                   int64_t *value_out)
{
	enum db_result result = db_step(statement);

	if (result == DB_ROW) {
		*value_out = db_int(statement, 0);
		db_reset(statement);
		return GROEI_OK;
	}
	return result == DB_DONE ? GROEI_NO : store_result(store, result);
}

static enum groei_status prepare(struct store *store, struct db_statement **statement_out,
                                 const char *format, const char *table)
{
	struct groei_buffer sql = {0};
	size_t before = strcspn(format, "#");

	groei_buffer_add(&sql, format, before);
	groei_buffer_text(&sql, table);
	groei_buffer_text(&sql, format + before + 1);
	return record_prepare(store, &sql, statement_out);
}

enum groei_status record_between(struct store *store, const struct groei_table *table, int64_t low,
                                 int64_t high, int64_t ids_out[2], int *count_out)
{
	struct groei_buffer sql = {0};
	struct sight sight = store_sight(store);
	struct db_statement *statement;
	enum db_result result;
	int count = 0;
	enum groei_status status;

	groei_buffer_print(&sql, "SELECT id FROM %s WHERE id >= $1 AND id <= $2", table->name);
	sight_rows(&sql, &sight, table, "");
	groei_buffer_text(&sql, " ORDER BY id LIMIT 2");
	status = record_prepare(store, &sql, &statement);
	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 1, low);
	db_bind_int(statement, 2, high);
	while ((result = db_step(statement)) == DB_ROW)
		ids_out[count++] = db_int(statement, 0);
	status = store_result(store, result);
	if (status == GROEI_OK)
		*count_out = count;
	return status;
}

enum groei_status record_neighbours(struct store *store, const struct groei_table *table,
                                    int64_t id, int64_t *below_out, int64_t *above_out)
{
	static const char *const sql[] = {
	    "SELECT id FROM # WHERE id < $1 ORDER BY id DESC LIMIT 1",
	    "SELECT id FROM # WHERE id > $1 ORDER BY id LIMIT 1",
	};
	int64_t found[2] = {0, 0};

	for (int i = 0; i < 2; i++) {
		struct db_statement *statement;
		enum groei_status status = prepare(store, &statement, sql[i], table->name);

		if (status != GROEI_OK)
			return status;
		db_bind_int(statement, 1, id);
		status = first_int(store, statement, &found[i]);
		if (status != GROEI_OK && status != GROEI_NO)
			return status;
	}
	*below_out = found[0];
	*above_out = found[1];
	return GROEI_OK;
}

enum groei_status record_by_handle(struct store *store, const struct groei_table *table,
                                   const char *handle, int64_t *id_out)
{
	struct db_statement *statement;
	enum groei_status status =
	    prepare(store, &statement, "SELECT id FROM # WHERE handle = $1", table->name);

	if (status != GROEI_OK)
		return status;
	db_bind_text(statement, 1, handle);
	return first_int(store, statement, id_out);
}

enum groei_status record_text(struct store *store, struct groei_arena *arena,
                              const struct groei_table *table, const struct groei_field *field,
                              int64_t id, const char **text_out)
{
	struct groei_buffer sql = {0};
	struct sight sight = store_sight(store);
	struct db_statement *statement;
	enum db_result result;
	enum groei_status status;

	groei_buffer_text(&sql, "SELECT ");
	sight_column(&sql, &sight, table, field, "");
	groei_buffer_print(&sql, " FROM %s WHERE id = $1", table->name);
	sight_rows(&sql, &sight, table, "");
	status = record_prepare(store, &sql, &statement);
	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 1, id);
	result = db_step(statement);
	if (result != DB_ROW)
		return result == DB_DONE ? GROEI_NO : store_result(store, result);
	*text_out = groei_arena_text(arena, db_text(statement, 0));
	db_reset(statement);
	return GROEI_OK;
}

enum groei_status record_seen(struct store *store, const struct groei_table *table, int64_t id,
                              enum seen *seen_out)
{
	struct groei_buffer sql = {0}, whole = {0};
	struct db_statement *statement;
	int64_t found = SEEN_GONE;
	enum groei_status status;

	groei_buffer_text(&sql, "SELECT CASE WHEN 1 = 1");
	sight_rows(&sql, &store->sight, table, "");
	groei_buffer_text(&sql, " THEN ");
	if (sight_whole(&whole, &store->sight, table, ""))
		groei_buffer_print(&sql, "CASE WHEN %s THEN %d ELSE %d END", whole.data, SEEN_WHOLE,
		                   SEEN_OUTLINE);
	else
		groei_buffer_print(&sql, "%d", SEEN_WHOLE);
	groei_buffer_print(&sql, " ELSE %d END FROM %s WHERE id = $1", SEEN_NOT, table->name);
	status = record_prepare(store, &sql, &statement);
	groei_buffer_free(&whole);
	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 1, id);
	status = first_int(store, statement, &found);
	if (status != GROEI_OK && status != GROEI_NO)
		return status;
	*seen_out = (enum seen)found;
	return GROEI_OK;
}
