/* Adding, editing, removing, reading and listing any noun: the generic rules of the field table, the
 * noun's own rules around them, one transaction each. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "core/agenda.h"
#include "core/core.h"
#include "core/guard.h"

/* Nouns with rules of their own; the others live by the field table alone. */
static const struct noun *const nouns[GROEI_ENTITIES] = {
    [GROEI_PERSON] = &person_noun,
    [GROEI_TEAM] = &team_noun,
    [GROEI_CONVERSATION] = &conversation_noun,
    [GROEI_ANSWER] = &answer_noun,
    [GROEI_GOAL] = &goal_noun,
    [GROEI_ACTION] = &action_noun,
    [GROEI_REFLECTION] = &reflection_noun,
    [GROEI_POINT] = &point_noun,
    [GROEI_MOMENT] = &moment_noun,
    [GROEI_HEARD] = &heard_noun,
    [GROEI_ABSENCE] = &absence_noun,
    [GROEI_POSTPONEMENT] = &postponement_noun,
    [GROEI_LEARNING] = &learning_noun,
    [GROEI_OBJECTIVE] = &objective_noun,
    [GROEI_SKILL] = &skill_noun,
    [GROEI_PROGRESS] = &progress_noun,
    [GROEI_EVIDENCE] = &evidence_noun,
};

enum groei_status fault_field(struct groei *groei, const struct groei_table *table,
                              const char *field, const char *format, ...)
{
	char why[800];
	va_list values;

	va_start(values, format);
	vsnprintf(why, sizeof why, format, values);
	va_end(values);
	return fault_set(&groei->fault, GROEI_INVALID, field, "%s, %s: %s", _(table->label),
	                 _(groei_field(table, field)->label), why);
}

static bool handle_valid(const char *handle)
{
	size_t length = strlen(handle);

	return length >= 1 && length <= 32 && handle[0] >= 'a' && handle[0] <= 'z' &&
	       strspn(handle, "abcdefghijklmnopqrstuvwxyz0123456789._-") == length;
}

static enum groei_status text_check(struct groei *groei, const struct groei_table *table,
                                    const struct groei_field *field, const char *text)
{
	size_t length = strlen(text), bad;
	size_t most = field->kind == GROEI_LONG ? GROEI_LONG_MAX : GROEI_TEXT_MAX;

	if (!groei_text_valid(text, length, &bad))
		return fault_field(groei, table, field->name,
		                   _("not valid UTF-8 at byte %zu, save it as UTF-8 and try again"),
		                   bad + 1);
	if (length > most)
		return fault_field(groei, table, field->name,
		                   _("%zu bytes are too many, at most %zu fit"), length, most);
	if (field->kind != GROEI_LONG && strpbrk(text, "\n\r") != NULL)
		return fault_field(groei, table, field->name, _("only one line fits here"));
	return GROEI_OK;
}

static enum groei_status field_check(struct groei *groei, const struct groei_table *table,
                                     const struct groei_field *field, const void *record)
{
	char cadence[8];

	if (value_absent(field, record)) {
		if (!(field->flags & FIELD_REQUIRED))
			return GROEI_OK;
		return fault_field(groei, table, field->name, _("it may not be empty; %s"),
		                   _(field->hint));
	}
	switch (field->kind) {
	case GROEI_TEXT:
	case GROEI_LONG: {
		const char *text = value_get_text(field, record);

		if (text[strspn(text, " \t\n")] == '\0' && (field->flags & FIELD_REQUIRED))
			return fault_field(groei, table, field->name, _("it may not be empty; %s"),
			                   _(field->hint));
		return text_check(groei, table, field, text);
	}
	case GROEI_HANDLE:
		if (!handle_valid(value_get_text(field, record)))
			return fault_field(groei, table, field->name,
			                   _("a handle is a small letter, then letters, digits, . _ or -, "
			                     "32 at most"));
		return GROEI_OK;
	case GROEI_CADENCE:
		if (!groei_cadence_parse(value_get_text(field, record), cadence) ||
		    strcmp(value_get_text(field, record), cadence) != 0)
			return fault_field(groei, table, field->name,
			                   _("a rhythm is like 10d, 2w or 1m"));
		return GROEI_OK;
	case GROEI_DAY:
		if (value_get_int(field, record) < GROEI_DAY_MIN ||
		    value_get_int(field, record) > GROEI_DAY_MAX)
			return fault_field(groei, table, field->name,
			                   _("a day lies between 1900-01-01 and 2200-12-31"));
		return GROEI_OK;
	case GROEI_NUMBER:
		if (value_get_int(field, record) < field->low ||
		    value_get_int(field, record) > field->high)
			return fault_field(groei, table, field->name,
			                   _("%d does not fit, it goes from %d to %d"),
			                   value_get_int(field, record), field->low, field->high);
		return GROEI_OK;
	case GROEI_CHOICE:
		for (int32_t i = 0; field->choices[i].code != NULL; i++) {
			if (value_get_int(field, record) == i)
				return GROEI_OK;
		}
		return fault_field(groei, table, field->name, _("it is none of the choices"));
	default:
		return GROEI_OK;
	}
}

/* References must lead somewhere; said here in words, kept by the database as well. */
static enum groei_status reference_check(struct groei *groei, const struct groei_table *table,
                                         const struct groei_field *field, const void *record)
{
	const struct groei_table *target = groei_table(field->target);
	void *found = groei_arena_take(groei->store->scratch, target->size);
	enum groei_status status = record_get(groei->store, groei->store->scratch, target,
	                                      value_get_ref(field, record), found);

	if (status == GROEI_NOT_FOUND)
		return fault_field(groei, table, field->name, _("there is no such record any more"));
	return status;
}

/* Two records may not have the same handle. */
static enum groei_status unique_check(struct groei *groei, const struct groei_table *table,
                                      const struct groei_field *field, const void *record)
{
	const char *handle = value_get_text(field, record);
	int64_t id = 0;
	enum groei_status status = record_by_handle(groei->store, table, handle, &id);

	if (status == GROEI_OK && id != ((const struct groei_record *)record)->id)
		return fault_field(groei, table, field->name,
		                   _("“%s” is somebody's already, choose another"), handle);
	return status == GROEI_NO ? GROEI_OK : status;
}

/* The person of a record that hangs on another one is that one's. */
static enum groei_status inherit_person(struct groei *groei, const struct groei_table *table,
                                        void *record)
{
	const struct groei_field *person = groei_field(table, "person");
	enum groei_status status = GROEI_OK;

	if (person == NULL || !value_absent(person, record))
		return GROEI_OK;
	for (size_t i = 0; status == GROEI_OK && i < table->field_count; i++) {
		const struct groei_field *field = &table->fields[i];
		const struct groei_table *target = groei_table(field->target);
		void *found;

		if (field->kind != GROEI_REF || value_absent(field, record) ||
		    groei_field(target, "person") == NULL)
			continue;
		found = groei_arena_take(groei->store->scratch, target->size);
		status = record_get(groei->store, groei->store->scratch, target,
		                    value_get_ref(field, record), found);
		if (status == GROEI_OK)
			value_set_ref(person, record, groei_record_person(target, found));
		break;
	}
	return status;
}

/* What an added record gets when nobody says otherwise. */
static enum groei_status fill_in(struct groei *groei, const struct groei_table *table, void *record)
{
	for (size_t i = 0; i < table->field_count; i++) {
		const struct groei_field *field = &table->fields[i];

		if ((field->flags & FIELD_NOW) && value_absent(field, record))
			value_set_int(field, record, groei_today(groei));
		if ((field->flags & FIELD_ASKER) && value_absent(field, record))
			value_set_ref(field, record, groei->who);
	}
	return inherit_person(groei, table, record);
}

static enum groei_status check(struct groei *groei, enum groei_entity entity, const void *before,
                               void *after)
{
	const struct groei_table *table = groei_table(entity);
	enum groei_status status = GROEI_OK;

	if (before == NULL)
		status = fill_in(groei, table, after);
	if (status == GROEI_OK && nouns[entity] != NULL && nouns[entity]->check != NULL)
		status = nouns[entity]->check(groei, before, after);
	for (size_t i = 0; status == GROEI_OK && i < table->field_count; i++) {
		const struct groei_field *field = &table->fields[i];

		if (before != NULL && value_same(field, before, after))
			continue;
		if (before != NULL && (field->flags & FIELD_FIXED))
			return fault_field(groei, table, field->name, _("it cannot change afterwards"));
		status = field_check(groei, table, field, after);
		if (status == GROEI_OK && field->kind == GROEI_REF && !value_absent(field, after))
			status = reference_check(groei, table, field, after);
		if (status == GROEI_OK && field->kind == GROEI_HANDLE)
			status = unique_check(groei, table, field, after);
	}
	if (status == GROEI_OK)
		guard_written(groei, table, before, after);
	return status;
}

enum groei_status records_settle(struct groei *groei, enum groei_entity entity, const void *before,
                                 const void *after)
{
	enum groei_status status = GROEI_OK;

	groei->consequences++;
	if (nouns[entity] != NULL && nouns[entity]->settle != NULL)
		status = nouns[entity]->settle(groei, before, after);
	groei->consequences--;
	return status == GROEI_OK ? agenda_keep(groei, entity, before, after) : status;
}

static enum groei_status follow(struct groei *groei, enum groei_entity entity, const void *before,
                                const void *after)
{
	enum groei_status status = GROEI_OK;

	groei->consequences++;
	if (nouns[entity] != NULL && nouns[entity]->follow != NULL)
		status = nouns[entity]->follow(groei, before, after);
	groei->consequences--;
	return status;
}

static enum groei_status plain(struct groei *groei, enum groei_entity entity, const void *before,
                               const void *after)
{
	return nouns[entity] == NULL || nouns[entity]->plain == NULL
	           ? GROEI_OK
	           : nouns[entity]->plain(groei, before, after);
}

enum groei_status records_lasting(struct groei *groei, enum groei_entity entity, const void *now,
                                  const void *wanted)
{
	return nouns[entity] == NULL || nouns[entity]->lasting == NULL
	           ? GROEI_OK
	           : nouns[entity]->lasting(groei, now, wanted);
}

enum groei_status records_add(struct groei *groei, enum groei_entity entity, void *record)
{
	enum groei_status status = check(groei, entity, NULL, record);

	if (status == GROEI_OK)
		status = record_add(groei->store, groei_table(entity), record);
	if (status == GROEI_OK)
		status = records_settle(groei, entity, NULL, record);
	return status == GROEI_OK ? follow(groei, entity, NULL, record) : status;
}

enum groei_status records_edit(struct groei *groei, enum groei_entity entity, const void *before,
                               void *after)
{
	enum groei_status status = check(groei, entity, before, after);

	if (status == GROEI_OK)
		status = access_change(groei, groei_table(entity), before, after);
	if (status == GROEI_OK)
		status = record_edit(groei->store, groei_table(entity), before, after);
	if (status == GROEI_OK)
		status = records_settle(groei, entity, before, after);
	return status == GROEI_OK ? follow(groei, entity, before, after) : status;
}

enum groei_status records_remove(struct groei *groei, enum groei_entity entity, const void *record)
{
	enum groei_status status = GROEI_OK;

	groei->consequences++;
	if (nouns[entity] != NULL && nouns[entity]->clear != NULL)
		status = nouns[entity]->clear(groei, record);
	groei->consequences--;
	if (status == GROEI_OK)
		status = record_remove(groei->store, groei_table(entity), record);
	return status == GROEI_OK ? records_settle(groei, entity, record, NULL) : status;
}

enum groei_status records_get(struct groei *groei, enum groei_entity entity, int64_t id,
                              void *record_out)
{
	enum groei_status status = access_get(groei, groei_table(entity), id);

	return status == GROEI_OK ? record_get(groei->store, groei->store->scratch,
	                                       groei_table(entity), id, record_out)
	                          : status;
}

/* The public calls: the same steps, each in a transaction of its own --------------------------- */

struct writing {
	struct groei *groei;
	enum groei_entity entity;
	const void *before;
	void *record;
	void *result; /* copy per attempt, so that a repeated one starts from the same */
	int64_t id;
};

static enum groei_status add_body(void *context)
{
	struct writing *w = context;

	enum groei_status status = plain(w->groei, w->entity, NULL, w->record);

	memcpy(w->result, w->record, groei_table(w->entity)->size);
	return status == GROEI_OK ? records_add(w->groei, w->entity, w->result) : status;
}

static enum groei_status edit_body(void *context)
{
	struct writing *w = context;

	enum groei_status status = plain(w->groei, w->entity, w->before, w->record);

	memcpy(w->result, w->record, groei_table(w->entity)->size);
	return status == GROEI_OK ? records_edit(w->groei, w->entity, w->before, w->result) : status;
}

static enum groei_status remove_body(void *context)
{
	struct writing *w = context;
	void *record =
	    groei_arena_take(w->groei->store->scratch, groei_table(w->entity)->size);
	enum groei_status status = records_get(w->groei, w->entity, w->id, record);

	if (status == GROEI_OK)
		status = plain(w->groei, w->entity, record, NULL);
	return status == GROEI_OK ? records_remove(w->groei, w->entity, record) : status;
}

/* "goal add": what the journal calls it. The names are few and live as long as the handle. */
static const char *command_name(struct groei *groei, enum groei_entity entity, const char *verb)
{
	return groei_arena_print(groei->arena, "%s %s", groei_table(entity)->name, verb);
}

enum groei_status groei_add(struct groei *groei, enum groei_entity entity, void *record)
{
	const struct groei_table *table = groei_table(entity);
	struct groei_arena *arena = groei_arena_open();
	struct writing w = {.groei = groei, .entity = entity, .record = record};
	enum groei_status status;

	w.result = groei_arena_take(arena, table->size);
	status = store_transact(groei->store, command_name(groei, entity, "add"), add_body, &w);
	if (status == GROEI_OK)
		memcpy(record, w.result, table->size);
	groei_arena_close(arena);
	return status;
}

/* The texts of a result are the caller's own; what somebody else changed meanwhile, which lies in the
 * transaction's scratch memory, is kept with the handle. */
static void keep_texts(struct groei *groei, const struct groei_table *table, const void *given,
                       void *result)
{
	for (size_t i = 0; i < table->field_count; i++) {
		const struct groei_field *field = &table->fields[i];

		if (field->storage != GROEI_STORED_TEXT)
			continue;
		if (value_same(field, given, result))
			value_copy(field, given, result);
		else
			value_set_text(field, result,
			               groei_arena_text(groei->arena, value_get_text(field, result)));
	}
}

enum groei_status groei_edit(struct groei *groei, enum groei_entity entity, const void *before,
                             void *after)
{
	const struct groei_table *table = groei_table(entity);
	struct groei_arena *arena = groei_arena_open();
	struct writing w = {.groei = groei, .entity = entity, .before = before, .record = after};
	enum groei_status status;

	w.result = groei_arena_take(arena, table->size);
	status = store_transact(groei->store, command_name(groei, entity, "edit"), edit_body, &w);
	if (status == GROEI_OK) {
		keep_texts(groei, table, after, w.result);
		memcpy(after, w.result, table->size);
	} else {
		groei->followed = NULL;
	}
	groei_arena_close(arena);
	return status;
}

enum groei_status groei_remove(struct groei *groei, enum groei_entity entity, int64_t id)
{
	struct writing w = {.groei = groei, .entity = entity, .id = id};

	return store_transact(groei->store, command_name(groei, entity, "remove"), remove_body, &w);
}

enum groei_status groei_get(struct groei *groei, struct groei_arena *arena,
                            enum groei_entity entity, int64_t id, void *record_out)
{
	return record_get(groei->store, arena, groei_table(entity), id, record_out);
}

/* Engines refuse patterns that are far too long. */
static enum groei_status check_words(struct groei *groei, const struct groei_query *wanted)
{
	if (wanted->words == NULL || strlen(wanted->words) <= GROEI_TEXT_MAX)
		return GROEI_OK;
	return fault_set(&groei->fault, GROEI_INVALID, NULL,
	                 _("match: the words are longer than %d bytes, write fewer"), GROEI_TEXT_MAX);
}

enum groei_status groei_list(struct groei *groei, struct groei_arena *arena,
                             enum groei_entity entity, const struct groei_query *wanted,
                             void **records_out, size_t *count_out)
{
	enum groei_status status = check_words(groei, wanted);

	return status == GROEI_OK ? record_list(groei->store, arena, groei_table(entity), wanted,
	                                        groei_today(groei), records_out, count_out)
	                          : status;
}

enum groei_status groei_count(struct groei *groei, enum groei_entity entity,
                              const struct groei_query *wanted, int limit, int *count_out)
{
	enum groei_status status = check_words(groei, wanted);

	return status == GROEI_OK ? record_count(groei->store, groei_table(entity), wanted,
	                                         groei_today(groei), limit, count_out)
	                          : status;
}

enum groei_status rows_read(struct groei *groei, struct groei_arena *arena,
                            struct db_statement *statement, enum groei_entity entity, size_t limit,
                            void **records_out, size_t *count_out)
{
	const struct groei_table *table = groei_table(entity);
	size_t count = 0, room = 0;
	char *records = NULL;
	enum db_result result;
	enum groei_status status;

	while ((result = db_step(statement)) == DB_ROW && count < limit) {
		records = groei_arena_grow(arena, records, count, &room, table->size);
		record_read(statement, 0, arena, table, records + count++ * table->size);
	}
	if (result == DB_ROW)
		db_reset(statement);
	status = store_result(groei->store, result);
	if (status == GROEI_OK) {
		*records_out = records;
		*count_out = count;
	}
	return status;
}

enum groei_status rows_more(struct groei *groei, struct db_statement *statement, size_t shown,
                            size_t *more_out)
{
	enum db_result result = db_step(statement);

	if (result == DB_ROW) {
		int64_t all = db_int(statement, 0);

		*more_out = all > (int64_t)shown ? (size_t)all - shown : 0;
		db_reset(statement);
	}
	return store_result(groei->store, result);
}

enum groei_status rows_of(struct groei *groei, struct groei_arena *arena, enum query which,
                          int64_t of, enum groei_entity entity, size_t limit, void **records_out,
                          size_t *count_out)
{
	struct db_statement *statement;
	enum groei_status status = query(groei->store, which, &statement);

	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 1, of);
	return rows_read(groei, arena, statement, entity, limit, records_out, count_out);
}

enum groei_status row_read(struct groei *groei, struct groei_arena *arena,
                           struct db_statement *statement, enum groei_entity entity,
                           void *record_out)
{
	enum db_result result = db_step(statement);

	if (result == DB_DONE)
		return GROEI_NO;
	if (result != DB_ROW)
		return store_result(groei->store, result);
	record_read(statement, 0, arena, groei_table(entity), record_out);
	db_reset(statement);
	return GROEI_OK;
}
