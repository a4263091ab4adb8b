/* add, list, show, edit and remove for any record, from the field table alone. */
#include "command/call.h"

#include <assert.h>
#include <limits.h>
#include <string.h>

#include "base/i18n.h"
#include <groei/access.h>
#include <groei/text.h>

enum { LIST_WINDOW = 200 };

static void *record_new(struct groei_command_call *call)
{
	void *record = groei_arena_take(call->arena, call->table->size);

	groei_record_clear(call->table, record);
	return record;
}

/* Whoever is added talks the language of who adds them, unless said otherwise; as in the form. */
static void preset(const struct groei_command_call *call, void *record)
{
	struct person *person = record;

	if (call->table->entity == GROEI_PERSON)
		person->language = call_language(call) == GROEI_DUTCH ? PERSON_NL : PERSON_EN;
}

/* A long text that must be there and was not given: from the editor. */
static enum groei_status ask_long(struct groei_command_call *call, void *record)
{
	enum groei_status status = GROEI_OK;

	for (size_t i = 0; i < call->table->field_count && status == GROEI_OK; i++) {
		const struct groei_field *field = &call->table->fields[i];
		const char *text = NULL;

		if (field->kind != GROEI_LONG || !(field->flags & FIELD_REQUIRED) ||
		    call_value(call, field->name) != NULL)
			continue;
		status = call_long_text(call, field->name, "", &text);
		if (status == GROEI_OK && text != NULL)
			memcpy((char *)record + field->offset, &text, sizeof text);
	}
	return status;
}

enum groei_status run_add(struct groei_command_call *call)
{
	void *record = record_new(call);
	enum groei_status status;

	preset(call, record);
	status = call_fill(call, record, NULL);
	if (status == GROEI_OK)
		status = ask_long(call, record);
	if (status == GROEI_OK)
		status = groei_add(call->groei, call->table->entity, record);
	if (status == GROEI_OK)
		call_tell(call, _("Added"), call->table->entity, record);
	return status;
}

enum groei_status run_edit(struct groei_command_call *call)
{
	void *before = record_new(call);
	void *after = record_new(call);
	size_t changes = 0;
	enum groei_status status = call_get(call, call->table->entity, "id", before);

	if (status != GROEI_OK)
		return status;
	memcpy(after, before, call->table->size);
	status = call_fill(call, after, &changes);
	if (status != GROEI_OK)
		return status;
	if (changes == 0)
		return call_fail(call, GROEI_USAGE,
		                 _("%s: nothing to change is given, add options such as --%s"),
		                 command_name(call->arena, call->command), call->table->fields[0].name);
	status = groei_edit(call->groei, call->table->entity, before, after);
	if (status == GROEI_OK)
		call_tell(call, _("Changed"), call->table->entity, after);
	return status;
}

enum groei_status run_remove(struct groei_command_call *call)
{
	void *record = record_new(call);
	const char *name;
	enum groei_status status = call_get(call, call->table->entity, "id", record);

	if (status != GROEI_OK)
		return status;
	name = call_record_name(call, call->table, record);
	if (call->output->json)
		json_record(call, NULL, call->table->entity, record);
	status = groei_remove(call->groei, call->table->entity, ((struct groei_record *)record)->id);
	if (status == GROEI_OK && !call->output->json)
		call_print(call, _("Removed %s. “groei undo” brings it back.\n"), name);
	return status;
}

static int32_t number_of(const struct groei_field *field, const void *record)
{
	int32_t value;

	memcpy(&value, (const char *)record + field->offset, sizeof value);
	return value;
}

/* How far away a day is that people wait for, while the record is open. */
static const char *awaited(struct groei_command_call *call, const struct groei_field *field,
                           const void *record)
{
	if (!(field->flags & FIELD_AWAITED))
		return "";
	for (size_t i = 0; i < call->table->field_count; i++) {
		const struct groei_field *state = &call->table->fields[i];

		if ((state->flags & FIELD_STATE) &&
		    !state->choices[number_of(state, record)].open)
			return "";
	}
	return groei_arena_print(call->arena, " · %s",
	                         call_distance(call, number_of(field, record)));
}

static enum groei_status show_readers(struct groei_command_call *call, const void *record,
                                      int widest)
{
	const char *words = "";
	enum groei_status status = groei_seen_by(call->groei, call->arena, call->table->entity, record,
	                                         &words);

	if (status != GROEI_OK || *words == '\0')
		return status;
	call_raw(call, "  ");
	call_styled(call, STYLE_DIM, groei_text_pad(call->arena, _("Seen by"), widest));
	call_print(call, "  %s\n", groei_text_safe_line(call->arena, words));
	return GROEI_OK;
}

enum groei_status run_show(struct groei_command_call *call)
{
	void *record = record_new(call);
	enum groei_status status = call_get(call, call->table->entity, "id", record);
	int widest = groei_text_cells(_("Seen by"), strlen(_("Seen by")));

	if (status != GROEI_OK)
		return status;
	call->made = ((struct groei_record *)record)->id;
	if (call->output->json) {
		json_record(call, NULL, call->table->entity, record);
		return GROEI_OK;
	}
	call_styled(call, STYLE_BOLD, call_record_name(call, call->table, record));
	call_raw(call, "\n");
	for (size_t i = 0; i < call->table->field_count; i++) {
		const char *label = _(call->table->fields[i].label);
		int cells = groei_text_cells(label, strlen(label));

		widest = cells > widest ? cells : widest;
	}
	for (size_t i = 0; i < call->table->field_count; i++) {
		const struct groei_field *field = &call->table->fields[i];
		const char *text = groei_value_text(call->groei, call->arena, field, record);

		if (*text == '\0')
			continue;
		call_raw(call, "  ");
		call_styled(call, STYLE_DIM, groei_text_pad(call->arena, _(field->label), widest));
		if (field->kind == GROEI_LONG) {
			call_raw(call, "\n");
			call_wrapped(call, text, 4);
		} else {
			call_print(call, "  %s%s\n", groei_text_safe_line(call->arena, text),
			           awaited(call, field, record));
		}
	}
	return show_readers(call, record, widest);
}

/* "none" filters for records that name nobody and nothing there, unless somebody is called so. */
static bool is_none(struct groei_command_call *call, const char *text)
{
	const char *key = groei_text_key(call->arena, text);

	return strcmp(key, "none") == 0 || strcmp(key, "geen") == 0;
}

enum groei_status call_conditions(struct groei_command_call *call, struct groei_query *query,
                                  int *closed_out)
{
	size_t most = sizeof query->condition / sizeof *query->condition;
	size_t count = 0;

	for (size_t i = 0; i < call->value_count; i++) {
		const struct call_value *value = &call->values[i];
		void *record = record_new(call);
		enum groei_status status;

		if (value->field == NULL)
			continue;
		if (count == most)
			return call_fail(call, GROEI_USAGE, _("%s list: at most %d filters, drop --%s"),
			                 call->table->name, (int)most, value->name);
		if (*value->text == '\0')
			return call_fail(call, GROEI_USAGE,
			                 _("%s: --%s has no value, write it behind the option"),
			                 command_name(call->arena, call->command), value->name);
		query->condition[count].field = value->field->name;
		status = groei_value_parse(call->groei, call->arena, value->field, value->text, record);
		if (status != GROEI_OK && value->field->kind == GROEI_REF && is_none(call, value->text))
			status = GROEI_OK; /* the record was cleared: it names none */
		if (status != GROEI_OK)
			return status;
		if (value->field->kind == GROEI_REF) {
			memcpy(&query->condition[count].value, (char *)record + value->field->offset,
			       sizeof(int64_t));
		} else {
			int32_t choice;

			memcpy(&choice, (char *)record + value->field->offset, sizeof choice);
			query->condition[count].value = choice;
		}
		if (value->field->flags & FIELD_STATE)
			*closed_out = 1;
		count++;
	}
	return GROEI_OK;
}

/* Columns of the list: a code, unless the handle is one, and what the field table lists. */
static void list_columns(const struct groei_table *table, struct call_table *columns)
{
	if (groei_field(table, "handle") == NULL)
		columns->titles[columns->columns++] = _("Code");
	for (size_t i = 0; i < table->field_count; i++)
		if (table->fields[i].flags & FIELD_LISTED) {
			assert(columns->columns < CALL_COLUMNS);
			columns->flexible[columns->columns] = table->fields[i].kind == GROEI_TEXT;
			columns->titles[columns->columns++] = _(table->fields[i].label);
		}
}

static void list_text(struct groei_command_call *call, struct call_table *columns,
                      const char *records, size_t count)
{
	const struct groei_table *table = call->table;
	const char **cells = groei_arena_take(call->arena, count * columns->columns * sizeof *cells);
	const char **cell = cells;

	for (size_t row = 0; row < count; row++) {
		const void *record = records + row * table->size;

		if (groei_field(table, "handle") == NULL) {
			char code[GROEI_CODE_SIZE];
			const struct groei_record *base = record;

			*cell++ = groei_arena_text(call->arena, groei_short_code(call->groei, table->entity,
			                                                         base->id, code));
		}
		for (size_t i = 0; i < table->field_count; i++)
			if (table->fields[i].flags & FIELD_LISTED)
				*cell++ = groei_value_text(call->groei, call->arena, &table->fields[i], record);
	}
	call_rows(call, columns, cells, count);
}

/* One window after another, each in an arena of its own; the last record of a window is kept while the
 * next one is read. */
static enum groei_status list_windows(struct groei_command_call *call, struct groei_query *query,
                                      int limit, struct call_table *columns)
{
	struct groei_arena *outer = call->arena;
	struct groei_arena *arenas[2] = {groei_arena_open(), groei_arena_open()};
	enum groei_status status = GROEI_OK;
	int turn = 0;

	while (limit > 0 && call_writes(call)) {
		void *records = NULL;
		size_t count = 0;

		groei_arena_reset(arenas[turn]);
		call->arena = arenas[turn];
		query->limit = limit < LIST_WINDOW ? limit : LIST_WINDOW;
		status = groei_list(call->groei, call->arena, call->table->entity, query, &records, &count);
		if (status != GROEI_OK || count == 0)
			break;
		if (call->output->json)
			for (size_t i = 0; i < count; i++)
				json_record(call, NULL, call->table->entity,
				            (const char *)records + i * call->table->size);
		else
			list_text(call, columns, records, count);
		limit -= (int)count;
		if (count < (size_t)query->limit)
			break;
		query->after = (const char *)records + (count - 1) * call->table->size;
		turn = 1 - turn;
	}
	if (status == GROEI_NO)
		status = GROEI_OK;
	call->arena = outer;
	groei_arena_close(arenas[0]);
	groei_arena_close(arenas[1]);
	return status;
}

static const char *list_none(struct groei_command_call *call, int narrowed)
{
	const char *noun = call->table->name;

	if (narrowed)
		return groei_arena_print(call->arena, _("Nothing like that. “groei %s list%s” shows all.\n"),
		                         noun, groei_command_takes(call->command, "all") ? " --all" : "");
	if (groei_field(call->table, "handle") != NULL)
		return groei_arena_print(call->arena, _("None yet. Add one: groei %s add HANDLE NAME\n"),
		                         noun);
	if (call->table->entity == GROEI_CONVERSATION)
		return _("None yet. Plan one: groei conversation plan HANDLE\n");
	if (call->table->entity == GROEI_REFLECTION)
		return _("None open. Begin one: groei reflect\n");
	if (groei_field(call->table, "title") == NULL)
		return groei_arena_print(call->arena, _("None open. Add one: groei %s add HANDLE TEXT\n"),
		                         noun);
	return groei_arena_print(call->arena, _("None open. Add one: groei %s add HANDLE TITLE\n"),
	                         noun);
}

enum groei_status run_list(struct groei_command_call *call)
{
	struct groei_query query = {.scope = GROEI_ALL, .words = call_value(call, "match")};
	struct call_table columns = {.columns = 0};
	int limit = INT_MAX;
	int closed = call_value(call, "all") != NULL;
	enum groei_status status = call_number(call, "limit", 1, INT_MAX, &limit);

	if (status == GROEI_OK)
		status = call_conditions(call, &query, &closed);
	if (status != GROEI_OK)
		return status;
	if (call_value(call, "open") != NULL || (!groei_command_takes(call->command, "open") && !closed))
		query.scope = GROEI_OPEN;
	list_columns(call->table, &columns);
	if (call->output->json)
		json_begin(call, NULL, '[');
	status = list_windows(call, &query, limit, &columns);
	if (status != GROEI_OK)
		return status;
	if (call->output->json)
		json_end(call, ']');
	else if (!columns.started)
		call_raw(call, list_none(call, query.words != NULL || query.condition[0].field != NULL));
	return GROEI_OK;
}
