/* One value as people type it and as they read it. */
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "core/core.h"

static const struct groei_table *table_of(const struct groei_field *field)
{
	for (int i = 0; i < GROEI_ENTITIES; i++) {
		const struct groei_table *table = groei_table((enum groei_entity)i);

		if (field >= table->fields && field < table->fields + table->field_count)
			return table;
	}
	return NULL;
}

static const char *trimmed(struct groei_arena *arena, const char *text)
{
	size_t length;

	text += strspn(text, " \t\n");
	length = strlen(text);
	while (length > 0 && strchr(" \t\n", text[length - 1]) != NULL)
		length--;
	return groei_arena_copy(arena, text, length);
}

static const char *choice_list(struct groei_arena *arena, const struct groei_field *field)
{
	const char *list = "";

	for (const struct groei_choice *c = field->choices; c->code != NULL; c++)
		list = groei_arena_print(arena, "%s%s%s", list, *list == '\0' ? "" : ", ", c->code);
	return list;
}

/* By code, by label in English or the language of messages, or by a start that fits one choice only. */
static int choice_find(struct groei_arena *arena, const struct groei_field *field, const char *text)
{
	const char *key = groei_text_key(arena, text);
	int found = -1, several = 0;

	for (int i = 0; field->choices[i].code != NULL; i++) {
		const char *const names[] = {
		    field->choices[i].code,
		    groei_text_key(arena, field->choices[i].label),
		    groei_text_key(arena, _(field->choices[i].label)),
		};
		bool starts = false;

		for (size_t j = 0; j < sizeof names / sizeof *names; j++) {
			if (strcmp(names[j], key) == 0)
				return i;
			starts = starts || strncmp(names[j], key, strlen(key)) == 0;
		}
		several += starts && found >= 0;
		found = starts ? i : found;
	}
	return several > 0 ? -1 : found;
}

static enum groei_status parse_number(struct groei *groei, const struct groei_field *field,
                                      const char *text, void *record)
{
	char *end;
	long value;

	errno = 0;
	value = strtol(text, &end, 10);
	if (*end != '\0' || end == text || errno != 0 || value < field->low || value > field->high)
		return fault_field(groei, table_of(field), field->name,
		                   _("“%.40s” does not fit, it is a whole number from %d to %d"), text,
		                   field->low, field->high);
	value_set_int(field, record, (int32_t)value);
	return GROEI_OK;
}

static enum groei_status parse_text(struct groei *groei, struct groei_arena *arena,
                                    const struct groei_field *field, const char *text, void *record)
{
	size_t length = strlen(text), bad;
	char cadence[8];

	if (!groei_text_valid(text, length, &bad))
		return fault_field(groei, table_of(field), field->name,
		                   _("not valid UTF-8 at byte %zu, save it as UTF-8 and try again"),
		                   bad + 1);
	if (field->kind == GROEI_CADENCE) {
		if (!groei_cadence_parse(text, cadence))
			return fault_field(groei, table_of(field), field->name,
			                   _("“%.40s” is no rhythm, say 10d, 2w or 1m"), text);
		text = groei_arena_text(arena, cadence);
	} else if (field->kind == GROEI_HANDLE) {
		text = groei_text_key(arena, text);
	}
	value_set_text(field, record, groei_arena_text(arena, text));
	return GROEI_OK;
}

enum groei_status groei_value_parse(struct groei *groei, struct groei_arena *arena,
                                    const struct groei_field *field, const char *text, void *record)
{
	const char *why = NULL;
	int32_t number = GROEI_NONE;
	int64_t id = 0;
	enum groei_status status;

	if (field->kind != GROEI_LONG)
		text = trimmed(arena, text);
	if (*text == '\0') {
		if (field->kind == GROEI_CHOICE && !(field->flags & FIELD_MAYBE))
			return GROEI_OK;
		value_from_text(arena, field, NULL, record);
		return GROEI_OK;
	}
	switch (field->kind) {
	case GROEI_DAY:
		if (!groei_day_parse(text, groei_today(groei), &number, &why))
			return fault_field(groei, table_of(field), field->name, "“%.40s”: %s", text, why);
		value_set_int(field, record, number);
		return GROEI_OK;
	case GROEI_NUMBER:
		return parse_number(groei, field, text, record);
	case GROEI_CHOICE:
		number = choice_find(arena, field, text);
		if (number < 0)
			return fault_field(groei, table_of(field), field->name,
			                   _("“%.40s” is none of %s"), text, choice_list(arena, field));
		value_set_int(field, record, number);
		return GROEI_OK;
	case GROEI_REF:
		status = groei_find(groei, field->target, text, &id);
		if (status == GROEI_OK)
			value_set_ref(field, record, id);
		else
			groei->fault.field = field->name;
		return status;
	default:
		return parse_text(groei, arena, field, text, record);
	}
}

/* A record whose title is not text: a conversation's day. */
static const char *other_title(struct groei *groei, struct groei_arena *arena,
                               const struct groei_table *table, const struct groei_field *field,
                               int64_t id)
{
	void *record = groei_arena_take(arena, table->size);

	if (record_get(groei->store, arena, table, id, record) != GROEI_OK)
		return NULL;
	return groei_value_text(groei, arena, field, record);
}

/* The value of one column of a record that is referred to. */
static const char *referred(struct groei *groei, struct groei_arena *arena,
                            enum groei_entity target, int64_t id, const char *name)
{
	const struct groei_table *table = groei_table(target);
	const struct groei_field *field = groei_field(table, name);
	const char *text = NULL;

	if (id == 0 || field == NULL)
		return NULL;
	if (field->storage == GROEI_STORED_TEXT) {
		if (record_text(groei->store, arena, table, field, id, &text) != GROEI_OK)
			return NULL;
		return text;
	}
	return other_title(groei, arena, table, field, id);
}

const char *groei_value_code(struct groei *groei, struct groei_arena *arena,
                             const struct groei_field *field, const void *record)
{
	char code[GROEI_CODE_SIZE];
	const char *handle;

	if (field->kind != GROEI_REF || value_absent(field, record))
		return value_to_text(arena, field, record);
	handle = field->target == GROEI_PERSON
	             ? groei_person_handle(groei, arena, value_get_ref(field, record))
	             : referred(groei, arena, field->target, value_get_ref(field, record), "handle");
	if (handle != NULL && *handle != '\0')
		return handle;
	return groei_arena_text(arena, groei_code(value_get_ref(field, record), code));
}

const char *groei_value_text(struct groei *groei, struct groei_arena *arena,
                             const struct groei_field *field, const void *record)
{
	char date[GROEI_DATE_SIZE], code[GROEI_CODE_SIZE];
	const char *name;

	if (value_absent(field, record))
		return "";
	switch (field->kind) {
	case GROEI_DAY:
		return groei_arena_text(
		    arena, groei_day_text(value_get_int(field, record), groei_today(groei), date));
	case GROEI_CHOICE:
		return _(field->choices[value_get_int(field, record)].label);
	case GROEI_CADENCE:
		return groei_cadence_text(arena, value_get_text(field, record));
	case GROEI_REF:
		name = field->target == GROEI_PERSON
		           ? groei_person_name(groei, arena, value_get_ref(field, record))
		           : referred(groei, arena, field->target, value_get_ref(field, record),
		                      groei_table(field->target)->title);
		if (name != NULL && *name != '\0')
			return name;
		return groei_arena_text(arena, groei_code(value_get_ref(field, record), code));
	default:
		return value_to_text(arena, field, record);
	}
}
