/* For people who open the store with a tool of its database: views with dates as dates and references as names.
 * They are temporary, for a session of that tool, and not in the file: SQLite reads every view of a file at
 * every start. */
#include <string.h>

#include "store/store.h"

static void column(struct groei_buffer *sql, const struct store_schema *schema, enum views_for tool,
                   const struct groei_field *field)
{
	char name[64];
	const struct groei_table *target =
	    field->kind == GROEI_REF && (size_t)field->target < schema->count
	        ? schema->tables[field->target]
	        : NULL;

	value_column(field, name);
	if (target != NULL && groei_field(target, "name") != NULL)
		groei_buffer_print(sql, "(SELECT t.name FROM %s t WHERE t.id = r.%s)", target->name, name);
	else if (field->kind != GROEI_DAY)
		groei_buffer_print(sql, "r.%s", name);
	else if (tool == VIEWS_FOR_POSTGRESQL)
		groei_buffer_print(sql, "DATE '1970-01-01' + CAST(r.%s AS INTEGER)", name);
	else /* day 0 is Julian day 2440587.5 */
		groei_buffer_print(sql, "date(r.%s + 2440587.5)", name);
	groei_buffer_print(sql, " AS \"%s\"", field->name);
}

void store_views(const struct store_schema *schema, enum views_for tool, struct groei_buffer *sql)
{
	for (size_t i = 0; i < schema->count; i++) {
		const struct groei_table *table = schema->tables[i];

		groei_buffer_print(sql, "CREATE TEMPORARY VIEW read_%s AS SELECT r.id", table->name);
		for (size_t j = 0; j < table->field_count; j++) {
			groei_buffer_text(sql, ",\n  ");
			column(sql, schema, tool, &table->fields[j]);
		}
		groei_buffer_print(sql, "\nFROM %s r;\n", table->name);
	}
}
