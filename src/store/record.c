/* The one door for writes: every insert, update and delete of an entity passes here, is checked by the
 * access hook and journalled field by field. Also the reads that any entity can answer from its
 * field table. SQL text is made from that table; values are always bound.
 *
 * Conflicts: an update names the revision that was read. When the stored one is newer, fields that
 * nobody else touched are merged; a field that both changed refuses the whole update. */
#include <assert.h>
#include <inttypes.h>
#include <string.h>

#include "base/i18n.h"
#include "base/random.h"
#include "store/store.h"

enum { FIXED_COLUMNS = 2 /* id, revision */, MOST_WORDS = 16 /* that a filter looks for */ };

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

static enum groei_status prepare(struct store *store, struct groei_buffer *sql,
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
	status = prepare(store, &sql, &statement);
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
	status = prepare(store, &sql, &statement);
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
	status = prepare(store, &sql, &statement);
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
	status = prepare(store, &sql, &statement);
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
		status = prepare(store, &sql, &statement);
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
	status = prepare(store, &sql, &statement);
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
	return prepare(store, &sql, statement_out);
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

bool record_open_sql(struct groei_buffer *sql, const struct groei_table *table, const char *prefix)
{
	for (size_t i = 0; i < table->field_count; i++) {
		const struct groei_field *field = &table->fields[i];
		int open = 0, left;

		if (!(field->flags & FIELD_STATE))
			continue;
		for (const struct groei_choice *c = field->choices; c->code != NULL; c++)
			open += c->open;
		left = open;
		groei_buffer_print(sql, open == 1 ? "%s%s = " : "%s%s IN (", prefix, field->name);
		for (const struct groei_choice *c = field->choices; c->code != NULL; c++) {
			if (c->open)
				groei_buffer_print(sql, "'%s'%s", c->code, --left > 0 ? ", " : "");
		}
		groei_buffer_text(sql, open == 1 ? "" : ")");
		return true;
	}
	return false;
}

/* Parameters that a list binds, in order. */
struct bound {
	const char *text[MOST_WORDS + 8];
	int64_t number[MOST_WORDS + 8];
	int count;
};

static int bound_number(struct bound *bound, int64_t value)
{
	bound->text[bound->count] = NULL;
	bound->number[bound->count] = value;
	return ++bound->count;
}

static int bound_text(struct bound *bound, const char *text)
{
	bound->text[bound->count] = text;
	return ++bound->count;
}

static const char *like_pattern(struct groei_arena *arena, const char *word, size_t length)
{
	struct groei_buffer pattern = {0};
	const char *copy;

	groei_buffer_char(&pattern, '%');
	for (size_t i = 0; i < length; i++) {
		if (word[i] == '%' || word[i] == '_' || word[i] == '\\')
			groei_buffer_char(&pattern, '\\');
		groei_buffer_char(&pattern, word[i]);
	}
	groei_buffer_char(&pattern, '%');
	copy = groei_arena_copy(arena, pattern.data, pattern.length);
	groei_buffer_free(&pattern);
	return copy;
}

/* Only what is about this person and those they lead now; teams: the one they are in and those they lead. */
static void among(struct groei_buffer *sql, struct bound *bound, const struct groei_table *table,
                  int64_t person)
{
	const char *column = table->entity == GROEI_PERSON          ? "id"
	                     : groei_field(table, "person") != NULL ? "person_id"
	                                                            : NULL;
	int n;

	if (column == NULL && table->entity != GROEI_TEAM)
		return;
	n = bound_number(bound, person);
	if (column == NULL) {
		groei_buffer_print(sql,
		                   " AND id IN (SELECT t.id FROM team t WHERE t.lead_id = $%d"
		                   " UNION ALL SELECT p.team_id FROM person p WHERE p.id = $%d)",
		                   n, n);
		return;
	}
	groei_buffer_print(sql,
	                   " AND %s IN (SELECT p.id FROM person p WHERE p.lead_id = $%d"
	                   " UNION ALL SELECT p.id FROM person p WHERE p.id = $%d)",
	                   column, n, n);
}

/* What words are looked for in. In a row that is seen in outline that is what the outline shows: hidden
 * words may not be guessed one by one. */
static void looked_in(struct groei_buffer *sql, const struct sight *sight,
                      const struct groei_table *table)
{
	struct groei_buffer whole = {0};

	if (!sight_whole(&whole, sight, table, "")) {
		groei_buffer_text(sql, "folded");
		return;
	}
	groei_buffer_print(sql, "CASE WHEN %s THEN folded ELSE ''", whole.data);
	for (size_t i = 0; i < table->field_count; i++) {
		const struct groei_field *field = &table->fields[i];

		if ((field->flags & FIELD_FILTER) && !sight_hides(table, field))
			groei_buffer_print(sql, " || ' ' || lower(coalesce(%s, ''))", field->name);
	}
	groei_buffer_text(sql, " END");
	groei_buffer_free(&whole);
}

/* The conditions of a query, without its window. */
static void where(struct groei_buffer *sql, struct bound *bound, struct groei_arena *arena,
                  const struct sight *sight, const struct groei_table *table,
                  const struct groei_query *query, int32_t today)
{
	char column[64];

	groei_buffer_text(sql, " WHERE 1 = 1");
	sight_rows(sql, sight, table, "");
	for (size_t i = 0; i < 3 && query->condition[i].field != NULL; i++) {
		const struct groei_field *field = groei_field(table, query->condition[i].field);

		assert(field != NULL);
		groei_buffer_print(sql, " AND %s", value_column(field, column));
		if (field->kind == GROEI_CHOICE)
			groei_buffer_print(
			    sql, " = $%d",
			    bound_text(bound, field->choices[query->condition[i].value].code));
		else if (query->condition[i].value != 0)
			groei_buffer_print(sql, " = $%d", bound_number(bound, query->condition[i].value));
		else
			groei_buffer_text(sql, " IS NULL");
		if (sight->of == SIGHT_OTHER && sight_hides(table, field)) {
			groei_buffer_text(sql, " AND ");
			sight_whole(sql, sight, table, "");
		}
	}
	if (query->among != 0)
		among(sql, bound, table, query->among);
	if (query->scope == GROEI_OPEN) {
		struct groei_buffer open = {0};

		if (record_open_sql(&open, table, ""))
			groei_buffer_print(sql, " AND %s", open.data);
		else if (groei_field(table, "ends") != NULL)
			groei_buffer_print(sql, " AND (ends IS NULL OR ends >= $%d)",
			                   bound_number(bound, today));
		groei_buffer_free(&open);
	}
	if (query->words != NULL) {
		const char *key = groei_text_key(arena, query->words);
		size_t length;

		for (int words = 0; words < MOST_WORDS; words++) {
			const char *word = groei_text_word(&key, &length);

			if (length == 0)
				break;
			groei_buffer_text(sql, " AND ");
			looked_in(sql, sight, table);
			groei_buffer_print(sql, " LIKE $%d ESCAPE '\\'",
			                   bound_text(bound, like_pattern(arena, word, length)));
		}
	}
}

/* The words by which records stand that share a day, and those that have none. What a row that is seen in
 * outline keeps to itself may not be guessed by its place: beside a day it then has no words; tables that
 * stand by their words alone show them in every row. */
static void sort_key(struct groei_buffer *sql, const struct sight *sight,
                     const struct groei_table *table, const char *prefix)
{
	struct groei_buffer whole = {0};

	if (table->order != NULL && sight_whole(&whole, sight, table, prefix))
		groei_buffer_print(sql, "CASE WHEN %s THEN %sfolded ELSE '' END", whole.data, prefix);
	else
		groei_buffer_print(sql, "%sfolded", prefix);
	groei_buffer_free(&whole);
}

/* Appends "(key, id) > (…)": behind a record by the words of its key. */
static void behind_words(struct groei_buffer *sql, struct bound *bound, struct groei_arena *arena,
                         const struct sight *sight, const struct groei_table *table,
                         const void *after)
{
	int at = bound_text(bound, record_folded(arena, table, after));
	int id = bound_number(bound, ((const struct groei_record *)after)->id);

	groei_buffer_text(sql, "(");
	sort_key(sql, sight, table, "");
	if (sight->of == SIGHT_OTHER && sight_rule(table->entity)->outline != NULL) {
		/* Its own key may be made of more than was read. */
		groei_buffer_text(sql, ", id) > (coalesce((SELECT ");
		sort_key(sql, sight, table, "seen_k.");
		groei_buffer_print(sql, " FROM %s seen_k WHERE seen_k.id = $%d), $%d), $%d)", table->name,
		                   id, at, id);
	} else {
		groei_buffer_print(sql, ", id) > ($%d, $%d)", at, id);
	}
}

/* The keyset condition: what comes behind the last record of the window before. */
static void behind(struct groei_buffer *sql, struct bound *bound, struct groei_arena *arena,
                   const struct sight *sight, const struct groei_table *table, const void *after)
{
	const struct groei_field *order = table->order == NULL ? NULL : groei_field(table, table->order);
	int at;

	groei_buffer_text(sql, " AND ");
	if (order == NULL) {
		behind_words(sql, bound, arena, sight, table, after);
		return;
	}
	if (value_absent(order, after)) {
		groei_buffer_print(sql, "%s IS NULL AND ", order->name);
		behind_words(sql, bound, arena, sight, table, after);
		return;
	}
	at = bound_number(bound, value_get_int(order, after));
	groei_buffer_print(sql, "(%s %s $%d OR %s IS NULL OR (%s = $%d AND ", order->name,
	                   table->descending ? "<" : ">", at, order->name, order->name, at);
	behind_words(sql, bound, arena, sight, table, after);
	groei_buffer_text(sql, "))");
}

static void bind_all(struct db_statement *statement, const struct bound *bound)
{
	for (int i = 0; i < bound->count; i++) {
		if (bound->text[i] != NULL)
			db_bind_text(statement, i + 1, bound->text[i]);
		else
			db_bind_int(statement, i + 1, bound->number[i]);
	}
}

enum groei_status record_list(struct store *store, struct groei_arena *arena,
                              const struct groei_table *table, const struct groei_query *query,
                              int32_t today, void **records_out, size_t *count_out)
{
	struct groei_buffer sql = {0};
	struct bound bound = {.count = 0};
	struct db_statement *statement;
	enum groei_status status;
	enum db_result result;
	struct sight sight = store_sight(store);
	int limit = query->limit < 1 ? 200 : query->limit > 1000 ? 1000 : query->limit;
	char *records;
	size_t count = 0;

	groei_buffer_text(&sql, "SELECT ");
	record_columns(&sql, &sight, table, "");
	groei_buffer_print(&sql, " FROM %s", table->name);
	where(&sql, &bound, arena, &sight, table, query, today);
	if (query->after != NULL)
		behind(&sql, &bound, arena, &sight, table, query->after);
	groei_buffer_text(&sql, " ORDER BY ");
	if (table->order != NULL)
		groei_buffer_print(&sql, "%s %s NULLS LAST, ", table->order,
		                   table->descending ? "DESC" : "ASC");
	sort_key(&sql, &sight, table, "");
	groei_buffer_text(&sql, ", id");
	groei_buffer_print(&sql, " LIMIT $%d", bound_number(&bound, limit));
	status = prepare(store, &sql, &statement);
	if (status != GROEI_OK)
		return status;
	bind_all(statement, &bound);
	records = groei_arena_take(arena, (size_t)limit * table->size);
	while ((result = db_step(statement)) == DB_ROW)
		record_read(statement, 0, arena, table, records + count++ * table->size);
	status = store_result(store, result);
	if (status == GROEI_OK) {
		*records_out = records;
		*count_out = count;
	}
	return status;
}

enum groei_status record_count(struct store *store, const struct groei_table *table,
                               const struct groei_query *query, int32_t today, int limit,
                               int *count_out)
{
	struct groei_buffer sql = {0};
	struct bound bound = {.count = 0};
	struct groei_arena *arena = groei_arena_open();
	struct sight sight = store_sight(store);
	struct db_statement *statement;
	enum groei_status status;
	enum db_result result;

	groei_buffer_print(&sql, "SELECT count(*) FROM (SELECT id FROM %s", table->name);
	where(&sql, &bound, arena, &sight, table, query, today);
	groei_buffer_print(&sql, " LIMIT $%d) AS found", bound_number(&bound, limit));
	status = prepare(store, &sql, &statement);
	if (status != GROEI_OK)
		goto done;
	bind_all(statement, &bound);
	result = db_step(statement);
	if (result == DB_ROW) {
		*count_out = (int)db_int(statement, 0);
		db_reset(statement);
	}
	status = store_result(store, result);
done:
	groei_arena_close(arena);
	return status;
}
