/* The one door for writes: every insert, update and delete of an entity passes here, is checked by the
 * access hook and journalled field by field. Also the reading of one record. SQL text is made from
 * the field table; values are always bound.
 *
 * Conflicts: an update names the revision that was read. When the stored one is newer, fields that
 * nobody else touched are merged; a field that both changed refuses the whole update. */
#include <string.h>

#include "base/i18n.h"
#include "base/random.h"
#include "store/store.h"

enum { FIXED_COLUMNS = 2 /* id, revision */ };

static bool takes(enum record_extent extent, const struct groei_field *field)
{
	return extent == RECORD_WHOLE || (field->flags & (FIELD_LISTED | FIELD_REQUIRED));
}

static void columns(struct groei_buffer *sql, const struct sight *sight,
                    const struct groei_table *table, enum record_extent extent, const char *prefix)
{
	groei_buffer_text(sql, prefix);
	groei_buffer_text(sql, "id, ");
	groei_buffer_text(sql, prefix);
	groei_buffer_text(sql, "revision");
	for (size_t i = 0; i < table->field_count; i++) {
		if (!takes(extent, &table->fields[i]))
			continue;
		groei_buffer_text(sql, ", ");
		sight_column(sql, sight, table, &table->fields[i], prefix);
	}
}

void record_columns(struct groei_buffer *sql, const struct sight *sight,
                    const struct groei_table *table, const char *prefix)
{
	columns(sql, sight, table, RECORD_WHOLE, prefix);
}

static void read_columns(struct db_statement *row, int column, struct groei_arena *arena,
                         const struct groei_table *table, enum record_extent extent,
                         void *record_out)
{
	struct groei_record *record = record_out;
	int at = column + FIXED_COLUMNS - 1;

	groei_record_clear(table, record_out);
	record->id = db_int(row, column);
	record->revision = (int32_t)db_int(row, column + 1);
	for (size_t i = 0; i < table->field_count; i++) {
		const struct groei_field *field = &table->fields[i];

		if (!takes(extent, field))
			continue;
		if (db_is_null(row, ++at)) {
			if (field->storage == GROEI_STORED_TEXT && (field->flags & FIELD_REQUIRED))
				value_set_text(field, record_out, ""); /* never NULL, whoever wrote the file */
			continue;
		}
		if (field->kind == GROEI_CHOICE)
			value_set_int(field, record_out, value_choice(field, db_text(row, at)));
		else if (field->storage == GROEI_STORED_TEXT)
			value_set_text(field, record_out, groei_arena_text(arena, db_text(row, at)));
		else if (field->storage == GROEI_STORED_INT64)
			value_set_ref(field, record_out, db_int(row, at));
		else
			value_set_int(field, record_out, (int32_t)db_int(row, at));
	}
}

void record_read(struct db_statement *row, int column, struct groei_arena *arena,
                 const struct groei_table *table, void *record_out)
{
	read_columns(row, column, arena, table, RECORD_WHOLE, record_out);
}

void record_read_by_id(struct db_statement *row, struct groei_arena *arena,
                       const struct groei_table *table, enum record_extent extent, void *record_out)
{
	read_columns(row, 0, arena, table, extent, record_out);
}

static void bind_value(struct db_statement *statement, int n, const struct groei_field *field,
                       const void *record)
{
	if (value_absent(field, record))
		db_bind_null(statement, n);
	else if (field->kind == GROEI_CHOICE)
		db_bind_text(statement, n, field->choices[value_get_int(field, record)].code);
	else if (field->storage == GROEI_STORED_TEXT)
		db_bind_text(statement, n, value_get_text(field, record));
	else if (field->storage == GROEI_STORED_INT64)
		db_bind_int(statement, n, value_get_ref(field, record));
	else
		db_bind_int(statement, n, value_get_int(field, record));
}

/* What filters look in: the keys of the FIELD_FILTER fields, joined. */
const char *record_folded(struct groei_arena *arena, const struct groei_table *table,
                          const void *record)
{
	struct groei_buffer joined = {0};
	const char *key;

	for (size_t i = 0; i < table->field_count; i++) {
		const struct groei_field *field = &table->fields[i];

		if (!(field->flags & FIELD_FILTER) || value_absent(field, record))
			continue;
		if (joined.length > 0)
			groei_buffer_char(&joined, ' ');
		groei_buffer_text(&joined, value_get_text(field, record));
	}
	key = groei_text_key(arena, joined.data == NULL ? "" : joined.data);
	groei_buffer_free(&joined);
	return key;
}

static enum groei_status allowed(struct store *store, enum store_act act,
                                 const struct groei_table *table, const void *record)
{
	return store->access == NULL ? GROEI_OK
	                             : store->access(store->access_context, act, table, record);
}

enum groei_status record_prepare(struct store *store, struct groei_buffer *sql,
                                 struct db_statement **statement_out)
{
	enum groei_status status =
	    store_result(store, db_prepare(store->db, sql->data, statement_out));

	groei_buffer_free(sql);
	return status;
}

/* Steps a statement that gives no rows. */
static enum groei_status finish(struct store *store, struct db_statement *statement)
{
	return store_result(store, db_step(statement));
}

/* A journal row for every field that is there (before NULL: an add; after NULL: a removal) or that
 * differs. */
static enum groei_status journal_fields(struct store *store, const struct groei_table *table,
                                        const char *operation, const void *before,
                                        const void *after)
{
	const struct groei_record *record = after != NULL ? after : before;
	int64_t person = groei_record_person(table, record);

	for (size_t i = 0; i < table->field_count; i++) {
		const struct groei_field *field = &table->fields[i];
		const char *was = before == NULL ? NULL : value_to_text(store->scratch, field, before);
		const char *is = after == NULL ? NULL : value_to_text(store->scratch, field, after);
		enum groei_status status;

		if (was == NULL ? is == NULL : is != NULL && strcmp(was, is) == 0)
			continue;
		status = journal_write(store, table, record->id, person, operation, field, was, is);
		if (status != GROEI_OK)
			return status;
	}
	return GROEI_OK;
}

enum groei_status record_add(struct store *store, const struct groei_table *table, void *record)
{
	struct groei_record *base = record;
	struct groei_buffer sql = {0};
	struct db_statement *statement;
	enum groei_status status;
	char column[64];

	if (base->id == 0)
		base->id = random_id();
	base->revision = 1;
	status = allowed(store, ACT_ADD, table, record);
	if (status != GROEI_OK)
		return status;
	groei_buffer_print(&sql, "INSERT INTO %s (id, revision, folded", table->name);
	for (size_t i = 0; i < table->field_count; i++)
		groei_buffer_print(&sql, ", %s", value_column(&table->fields[i], column));
	groei_buffer_text(&sql, ") VALUES ($1, $2, $3");
	for (size_t i = 0; i < table->field_count; i++)
		groei_buffer_print(&sql, ", $%zu", i + 4);
	groei_buffer_text(&sql, ")");
	status = record_prepare(store, &sql, &statement);
	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 1, base->id);
	db_bind_int(statement, 2, base->revision);
	db_bind_text(statement, 3, record_folded(store->scratch, table, record));
	for (size_t i = 0; i < table->field_count; i++)
		bind_value(statement, (int)i + 4, &table->fields[i], record);
	status = finish(store, statement);
	if (status != GROEI_OK)
		return status;
	return journal_fields(store, table, "add", NULL, record);
}

/* Lays what the caller changed over what is stored now. */
static enum groei_status merge(struct store *store, const struct groei_table *table,
                               const void *before, const void *stored, void *after)
{
	for (size_t i = 0; i < table->field_count; i++) {
		const struct groei_field *field = &table->fields[i];

		if (value_same(field, before, after)) {
			value_copy(field, stored, after);
		} else if (!value_same(field, before, stored) && !value_same(field, after, stored)) {
			return fault_set(store->fault, GROEI_CONFLICT, field->name,
			                 _("%s: somebody else changed it meanwhile, look at both and save again"),
			                 _(field->label));
		}
	}
	return GROEI_OK;
}

enum groei_status record_edit(struct store *store, const struct groei_table *table,
                              const void *before, void *after)
{
	const struct groei_record *read = before;
	struct groei_record *result = after;
	struct groei_buffer sql = {0};
	struct db_statement *statement;
	void *stored = groei_arena_take(store->scratch, table->size);
	enum groei_status status;
	char column[64];
	int n = 3;

	status = record_get(store, store->scratch, table, read->id, stored);
	if (status == GROEI_OK)
		status = allowed(store, ACT_EDIT, table, stored);
	if (status == GROEI_OK)
		status = merge(store, table, before, stored, after);
	if (status != GROEI_OK)
		return status;
	result->id = read->id;
	result->revision = ((struct groei_record *)stored)->revision;

	groei_buffer_print(&sql, "UPDATE %s SET revision = revision + 1, folded = $3", table->name);
	for (size_t i = 0; i < table->field_count; i++) {
		if (!value_same(&table->fields[i], stored, after))
			groei_buffer_print(&sql, ", %s = $%d", value_column(&table->fields[i], column),
			                   ++n);
	}
	groei_buffer_text(&sql, " WHERE id = $1 AND revision = $2");
	if (n == 3) {
		groei_buffer_free(&sql);
		return GROEI_OK;
	}
	status = record_prepare(store, &sql, &statement);
	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 1, result->id);
	db_bind_int(statement, 2, result->revision);
	db_bind_text(statement, 3, record_folded(store->scratch, table, after));
	n = 3;
	for (size_t i = 0; i < table->field_count; i++) {
		if (!value_same(&table->fields[i], stored, after))
			bind_value(statement, ++n, &table->fields[i], after);
	}
	status = finish(store, statement);
	if (status != GROEI_OK)
		return status;
	result->revision++;
	return journal_fields(store, table, "edit", stored, after);
}

/* Refuses when a record of another table, or another record of this one, refers to it by this field. */
static enum groei_status refuse_referred(struct store *store, const struct groei_table *table,
                                         int64_t id, const struct groei_table *other,
                                         const struct groei_field *field)
{
	struct groei_buffer sql = {0};
	struct db_statement *statement;
	enum db_result result;
	enum groei_status status;
	char column[64];

	groei_buffer_print(&sql, "SELECT id FROM %s WHERE %s = $1 AND id <> $2 LIMIT 1", other->name,
	                   value_column(field, column));
	status = record_prepare(store, &sql, &statement);
	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 1, id);
	db_bind_int(statement, 2, other == table ? id : 0);
	result = db_step(statement);
	if (result != DB_ROW)
		return store_result(store, result);
	db_reset(statement);
	return fault_set(store->fault, GROEI_CONFLICT, field->name,
	                 _("%s: it stands under “%s” in %s, remove or change those first"),
	                 _(table->label), _(field->label), _(other->plural));
}

static enum groei_status refuse_hanging(struct store *store, const struct groei_table *table,
                                        int64_t id)
{
	enum groei_status status = GROEI_OK;

	for (size_t i = 0; i < store->schema->count; i++) {
		const struct groei_table *other = store->schema->tables[i];

		for (size_t j = 0; status == GROEI_OK && j < other->field_count; j++) {
			if (other->fields[j].kind == GROEI_REF && other->fields[j].target == table->entity)
				status = refuse_referred(store, table, id, other, &other->fields[j]);
		}
	}
	return status;
}

static enum groei_status fold_window(struct store *store, const struct groei_table *table,
                                     struct groei_arena *arena, int64_t *after, size_t *count_out)
{
	enum { WINDOW = 200 };
	struct groei_buffer sql = {0};
	struct db_statement *statement;
	char *records = groei_arena_take(arena, WINDOW * table->size);
	enum db_result result;
	enum groei_status status;
	size_t count = 0;

	groei_buffer_text(&sql, "SELECT ");
	record_columns(&sql, &(struct sight){SIGHT_WHOLE, 0}, table, "");
	groei_buffer_print(&sql, " FROM %s WHERE id > $1 ORDER BY id LIMIT %d", table->name, WINDOW);
	status = record_prepare(store, &sql, &statement);
	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 1, *after);
	while ((result = db_step(statement)) == DB_ROW)
		record_read(statement, 0, arena, table, records + count++ * table->size);
	status = store_result(store, result);
	for (size_t i = 0; status == GROEI_OK && i < count; i++) {
		const struct groei_record *record = (const void *)(records + i * table->size);

		*after = record->id;
		groei_buffer_print(&sql, "UPDATE %s SET folded = $2 WHERE id = $1", table->name);
		status = record_prepare(store, &sql, &statement);
		if (status != GROEI_OK)
			break;
		db_bind_int(statement, 1, record->id);
		db_bind_text(statement, 2, record_folded(arena, table, record));
		status = finish(store, statement);
	}
	*count_out = count;
	return status;
}

enum groei_status record_refold(struct store *store, const struct groei_table *table)
{
	struct groei_arena *arena = groei_arena_open();
	int64_t after = INT64_MIN;
	size_t count = 1;
	enum groei_status status = GROEI_OK;

	while (status == GROEI_OK && count > 0) {
		groei_arena_reset(arena);
		status = fold_window(store, table, arena, &after, &count);
	}
	groei_arena_close(arena);
	return status;
}

enum groei_status record_remove(struct store *store, const struct groei_table *table,
                                const void *record)
{
	const struct groei_record *base = record;
	struct groei_buffer sql = {0};
	struct db_statement *statement;
	enum groei_status status = allowed(store, ACT_REMOVE, table, record);

	if (status == GROEI_OK)
		status = refuse_hanging(store, table, base->id);
	if (status != GROEI_OK)
		return status;
	groei_buffer_print(&sql, "DELETE FROM %s WHERE id = $1", table->name);
	status = record_prepare(store, &sql, &statement);
	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 1, base->id);
	status = finish(store, statement);
	return status == GROEI_OK ? journal_fields(store, table, "remove", record, NULL) : status;
}

void record_by_id_text(struct groei_buffer *sql, const struct sight *sight,
                       const struct groei_table *table, enum record_extent extent)
{
	groei_buffer_text(sql, "SELECT ");
	columns(sql, sight, table, extent, "");
	groei_buffer_print(sql, " FROM %s WHERE id = $1", table->name);
	sight_rows(sql, sight, table, "");
}

enum groei_status record_by_id(struct store *store, const struct groei_table *table,
                               enum record_extent extent, struct db_statement **statement_out)
{
	struct groei_buffer sql = {0};
	struct sight sight = store_sight(store);

	record_by_id_text(&sql, &sight, table, extent);
	return record_prepare(store, &sql, statement_out);
}

enum groei_status record_get(struct store *store, struct groei_arena *arena,
                             const struct groei_table *table, int64_t id, void *record_out)
{
	struct db_statement *statement;
	enum db_result result;
	enum groei_status status = record_by_id(store, table, RECORD_WHOLE, &statement);

	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 1, id);
	result = db_step(statement);
	if (result == DB_DONE)
		return fault_set(store->fault, GROEI_NOT_FOUND, NULL,
		                 _("%s: no such record any more, look at the list again"),
		                 _(table->label));
	if (result != DB_ROW)
		return store_result(store, result);
	record_read(statement, 0, arena, table, record_out);
	db_reset(statement);
	return GROEI_OK;
}
