/* undo and history: readings of the journal. */
#include "command/call.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include <groei/text.h>

enum { HISTORY_WINDOW = 200 };

/* References as everywhere in JSON: a handle or a code. */
static void json_journalled(struct groei_command_call *call, const char *key,
                            const struct change_field *field, const char *text)
{
	int64_t id;

	if (text != NULL && field->field != NULL && field->field->kind == GROEI_REF) {
		const struct groei_table *table = groei_table(field->entity);
		char *record = groei_arena_take(call->arena, table->size);

		id = strtoll(text, NULL, 10);
		groei_record_clear(table, record);
		memcpy(record + field->field->offset, &id, sizeof id);
		text = groei_value_code(call->groei, call->arena, field->field, record);
	}
	json_string(call, key, text);
}

static void json_change(struct groei_command_call *call, const struct change *change)
{
	json_begin(call, NULL, '{');
	json_id(call, "id", change->id);
	json_instant(call, "at", change->at);
	json_person(call, "who", change->who);
	json_string(call, "command", change->command);
	json_id(call, "undoes", change->undoes);
	json_flag(call, "undone", change->undone);
	json_begin(call, "fields", '[');
	for (size_t i = 0; i < change->field_count; i++) {
		const struct change_field *field = &change->fields[i];

		json_begin(call, NULL, '{');
		json_string(call, "noun", groei_table(field->entity)->name);
		json_id(call, "record", field->record);
		json_string(call, "operation", field->operation);
		json_string(call, "field", field->field == NULL ? NULL : field->field->name);
		json_journalled(call, "before", field, field->before);
		json_journalled(call, "after", field, field->after);
		json_end(call, '}');
	}
	json_end(call, ']');
	json_end(call, '}');
}

enum groei_status run_undo(struct groei_command_call *call)
{
	struct change change = {0};
	enum groei_status status = groei_undo(call->groei, call->arena, &change);

	if (status != GROEI_OK)
		return status;
	if (call->output->json)
		json_change(call, &change);
	else
		call_print(call, _("Took back: %s\n"),
		           groei_text_safe_line(call->arena,
		                                groei_change_text(call->groei, call->arena, &change)));
	return GROEI_OK;
}

/* One line for people: day, who, what. */
static void text_change(struct groei_command_call *call, const struct change *change)
{
	const char *who = change->who == 0 ? "" : groei_person_handle(call->groei, call->arena,
	                                                              change->who);

	call_styled(call, STYLE_DIM,
	            groei_arena_print(call->arena, "%s  %s  ",
	                              groei_text_pad(call->arena,
	                                             call_day_text(call, groei_instant_day(change->at)),
	                                             11),
	                              groei_text_pad(call->arena, groei_text_safe_line(call->arena, who),
	                                             8)));
	call_print(call, "%s%s\n",
	           groei_text_safe_line(call->arena,
	                                groei_change_text(call->groei, call->arena, change)),
	           change->undone ? _(" (taken back)") : "");
}

/* The record that "NOUN ID" names, for the history of one. */
static enum groei_status find_record(struct groei_command_call *call, enum groei_entity *entity_out,
                                     int64_t *id_out)
{
	const char *noun = call_value(call, "noun");
	const char *id = call_value(call, "id");
	const struct groei_table *table = NULL;
	struct nearest nearest = {.word = noun};

	*id_out = 0;
	if (noun == NULL)
		return GROEI_OK;
	for (int i = 0; i < GROEI_ENTITIES && *noun != '\0'; i++) {
		const struct groei_table *one = groei_table((enum groei_entity)i);

		nearest_add(&nearest, one->name);
		if (table == NULL && strncmp(one->name, noun, strlen(noun)) == 0)
			table = one;
	}
	if (table == NULL)
		return call_fail(call, GROEI_USAGE, _("history: there is no noun “%s”, write %s"), noun,
		                 nearest.name != NULL ? nearest.name
		                                      : "person, team, conversation, goal, action");
	if (id == NULL)
		return call_fail(call, GROEI_USAGE,
		                 _("history: which %s is missing, write: groei history %s ID"),
		                 table->name, table->name);
	*entity_out = table->entity;
	call->table = table;
	return call_find(call, "id", id_out);
}

enum groei_status run_history(struct groei_command_call *call)
{
	struct groei_arena *outer = call->arena;
	struct groei_arena *arenas[2] = {groei_arena_open(), groei_arena_open()};
	const struct change *after = NULL;
	enum groei_entity entity = GROEI_PERSON;
	int64_t id = 0;
	int limit = INT_MAX;
	int turn = 0;
	enum groei_status status = find_record(call, &entity, &id);

	if (status == GROEI_OK)
		status = call_number(call, "limit", 1, INT_MAX, &limit);
	if (status != GROEI_OK)
		goto done;
	if (call->output->json)
		json_begin(call, NULL, '[');
	while (limit > 0 && call_writes(call)) {
		int window = limit < HISTORY_WINDOW ? limit : HISTORY_WINDOW;
		struct change *changes = NULL;
		size_t count = 0;

		groei_arena_reset(arenas[turn]);
		call->arena = arenas[turn];
		status = groei_history(call->groei, call->arena, entity, id, after, window, &changes,
		                       &count);
		if (status != GROEI_OK)
			break;
		for (size_t i = 0; i < count; i++) {
			if (call->output->json)
				json_change(call, &changes[i]);
			else
				text_change(call, &changes[i]);
		}
		limit -= (int)count;
		if (count < (size_t)window)
			break;
		after = &changes[count - 1];
		turn = 1 - turn;
	}
	call->arena = outer;
	if (status == GROEI_NO)
		status = GROEI_OK;
	if (status == GROEI_OK && call->output->json)
		json_end(call, ']');
	else if (status == GROEI_OK && limit == INT_MAX)
		call_raw(call, _("Nothing has been changed yet.\n"));
done:
	groei_arena_close(arenas[0]);
	groei_arena_close(arenas[1]);
	return status;
}
