/* Reading the field table: pure functions over whatever table they are given. */
#include <string.h>

#include "store/store.h"

const struct groei_field *groei_field(const struct groei_table *table, const char *name)
{
	for (size_t i = 0; i < table->field_count; i++) {
		if (strcmp(table->fields[i].name, name) == 0)
			return &table->fields[i];
	}
	return NULL;
}

int64_t groei_record_person(const struct groei_table *table, const void *record)
{
	const struct groei_field *field;

	if (table->entity == GROEI_PERSON)
		return ((const struct groei_record *)record)->id;
	field = groei_field(table, "person");
	return field != NULL && field->kind == GROEI_REF ? value_get_ref(field, record) : 0;
}

void groei_record_clear(const struct groei_table *table, void *record)
{
	memset(record, 0, table->size);
	for (size_t i = 0; i < table->field_count; i++) {
		const struct groei_field *field = &table->fields[i];

		if (field->storage == GROEI_STORED_INT32 &&
		    (field->kind != GROEI_CHOICE || (field->flags & FIELD_MAYBE)))
			value_set_int(field, record, GROEI_NONE);
	}
}
