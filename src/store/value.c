/* One field of a record: reading, writing and comparing the member that the field table names. */
#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/store.h"

static const void *member(const struct groei_field *field, const void *record)
{
	return (const char *)record + field->offset;
}

const char *value_get_text(const struct groei_field *field, const void *record)
{
	const char *text;

	memcpy(&text, member(field, record), sizeof text);
	return text;
}

int32_t value_get_int(const struct groei_field *field, const void *record)
{
	int32_t value;

	memcpy(&value, member(field, record), sizeof value);
	return value;
}

int64_t value_get_ref(const struct groei_field *field, const void *record)
{
	int64_t value;

	memcpy(&value, member(field, record), sizeof value);
	return value;
}

void value_set_text(const struct groei_field *field, void *record, const char *text)
{
	memcpy((char *)record + field->offset, &text, sizeof text);
}

void value_set_int(const struct groei_field *field, void *record, int32_t value)
{
	memcpy((char *)record + field->offset, &value, sizeof value);
}

void value_set_ref(const struct groei_field *field, void *record, int64_t value)
{
	memcpy((char *)record + field->offset, &value, sizeof value);
}

const char *value_column(const struct groei_field *field, char column_out[64])
{
	size_t length = strlen(field->name);

	assert(length < 60);
	memcpy(column_out, field->name, length);
	strcpy(column_out + length, field->kind == GROEI_REF ? "_id" : "");
	return column_out;
}

bool value_absent(const struct groei_field *field, const void *record)
{
	switch (field->storage) {
	case GROEI_STORED_TEXT: {
		const char *text = value_get_text(field, record);
		return text == NULL || *text == '\0';
	}
	case GROEI_STORED_INT64:
		return value_get_ref(field, record) == 0;
	default:
		return value_get_int(field, record) == GROEI_NONE;
	}
}

bool value_same(const struct groei_field *field, const void *a, const void *b)
{
	if (value_absent(field, a) || value_absent(field, b))
		return value_absent(field, a) && value_absent(field, b);
	switch (field->storage) {
	case GROEI_STORED_TEXT:
		return strcmp(value_get_text(field, a), value_get_text(field, b)) == 0;
	case GROEI_STORED_INT64:
		return value_get_ref(field, a) == value_get_ref(field, b);
	default:
		return value_get_int(field, a) == value_get_int(field, b);
	}
}

void value_copy(const struct groei_field *field, const void *from, void *to_out)
{
	static const size_t size[] = {
	    [GROEI_STORED_TEXT] = sizeof(char *),
	    [GROEI_STORED_INT32] = sizeof(int32_t),
	    [GROEI_STORED_INT64] = sizeof(int64_t),
	};

	memcpy((char *)to_out + field->offset, member(field, from), size[field->storage]);
}

const char *value_to_text(struct groei_arena *arena, const struct groei_field *field,
                          const void *record)
{
	char date[GROEI_DATE_SIZE];

	if (value_absent(field, record))
		return NULL;
	switch (field->kind) {
	case GROEI_DAY:
		return groei_arena_text(arena, groei_day_iso(value_get_int(field, record), date));
	case GROEI_NUMBER:
		return groei_arena_print(arena, "%" PRId32, value_get_int(field, record));
	case GROEI_CHOICE:
		return field->choices[value_get_int(field, record)].code;
	case GROEI_REF:
		return groei_arena_print(arena, "%" PRId64, value_get_ref(field, record));
	default:
		return groei_arena_text(arena, value_get_text(field, record));
	}
}

int32_t value_choice(const struct groei_field *field, const char *code)
{
	for (int32_t i = 0; code != NULL && field->choices[i].code != NULL; i++) {
		if (strcmp(field->choices[i].code, code) == 0)
			return i;
	}
	return 0;
}

static bool day_from_iso(const char *text, int32_t *day_out)
{
	int year, month, day, used = 0;

	return sscanf(text, "%4d-%2d-%2d%n", &year, &month, &day, &used) == 3 &&
	       text[used] == '\0' && groei_day_make(year, month, day, day_out);
}

bool value_from_text(struct groei_arena *arena, const struct groei_field *field, const char *text,
                     void *record_out)
{
	int32_t number = GROEI_NONE;

	switch (field->kind) {
	case GROEI_DAY:
		if (text != NULL && !day_from_iso(text, &number))
			return false;
		value_set_int(field, record_out, number);
		return true;
	case GROEI_NUMBER:
		value_set_int(field, record_out,
		              text == NULL ? GROEI_NONE : (int32_t)strtol(text, NULL, 10));
		return true;
	case GROEI_CHOICE:
		if (text != NULL || !(field->flags & FIELD_MAYBE))
			number = value_choice(field, text);
		if (text != NULL && strcmp(field->choices[number].code, text) != 0)
			return false;
		value_set_int(field, record_out, number);
		return true;
	case GROEI_REF:
		value_set_ref(field, record_out, text == NULL ? 0 : strtoll(text, NULL, 10));
		return true;
	default:
		value_set_text(field, record_out, groei_arena_text(arena, text));
		return true;
	}
}
