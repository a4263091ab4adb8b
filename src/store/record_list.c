/* Lists of the records of any entity, a window at a time, and their number: the SQL is made from the field
 * table and the query; values are always bound. */
#include <assert.h>
#include <string.h>

#include "store/store.h"

enum { MOST_WORDS = 16 /* that a filter looks for */ };

/* "state = 'open'" for the table's open choices; nothing, and false, for a table without a state. */
static bool open_sql(struct groei_buffer *sql, const struct groei_table *table)
{
	for (size_t i = 0; i < table->field_count; i++) {
		const struct groei_field *field = &table->fields[i];
		int open = 0, left;

		if (!(field->flags & FIELD_STATE))
			continue;
		for (const struct groei_choice *c = field->choices; c->code != NULL; c++)
			open += c->open;
		left = open;
		groei_buffer_print(sql, open == 1 ? "%s = " : "%s IN (", field->name);
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

		if (open_sql(&open, table))
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
	status = record_prepare(store, &sql, &statement);
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
	status = record_prepare(store, &sql, &statement);
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
