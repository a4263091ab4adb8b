/* Readings of the journal: what happened, in words, and taking back the last command. */
#include "core/core.h"

#include <stdlib.h>
#include <string.h>

/* Whether a change was made while the record was still a draft of somebody else. */
static enum groei_status was_draft(struct groei *groei, const struct change *change,
                                   const struct change_field *field, bool *draft_out)
{
	const struct sight_rule *rule = sight_rule(field->entity);
	struct db_statement *row;
	enum db_result result;
	enum groei_status status;

	if (rule->gate == NULL || change->who == groei->who)
		return GROEI_OK;
	status = query(groei->store, QUERY_SHUT, &row);
	if (status != GROEI_OK)
		return status;
	db_bind_int(row, 1, field->record);
	db_bind_text(row, 2, groei_table(field->entity)->name);
	db_bind_text(row, 3, rule->gate);
	db_bind_text(row, 4, rule->shut);
	result = db_step(row);
	if (result == DB_ROW) {
		*draft_out = !db_is_null(row, 0) && change->at < db_int(row, 0);
		db_reset(row);
	}
	return store_result(groei->store, result);
}

/* How much of what a change did to one record may be seen. What is gone tells nothing of who might have
 * seen it: then only who changed it does, and the owner of what has no drafts. */
static enum groei_status change_seen(struct groei *groei, const struct change *change,
                                     const struct change_field *field, enum seen *seen_out)
{
	enum seen seen = SEEN_WHOLE;
	bool draft = false;
	bool open = groei->store->sight.of == SIGHT_OWNER &&
	            sight_rule(field->entity)->always == NULL;
	enum groei_status status;

	if (groei->store->sight.of == SIGHT_WHOLE || open) {
		*seen_out = SEEN_WHOLE;
		return GROEI_OK;
	}
	status = record_seen(groei->store, groei_table(field->entity), field->record, &seen);
	if (status == GROEI_OK)
		status = was_draft(groei, change, field, &draft);
	if (status != GROEI_OK)
		return status;
	if (seen == SEEN_GONE && change->who == groei->who)
		seen = SEEN_WHOLE;
	*seen_out = draft ? SEEN_NOT : seen;
	return GROEI_OK;
}

/* Leaves out the rows that who asks may not see. */
static enum groei_status change_strip(struct groei *groei, struct change *change)
{
	size_t kept = 0;
	int64_t record = 0;
	enum seen seen = SEEN_NOT;
	enum groei_status status = GROEI_OK;

	for (size_t i = 0; i < change->field_count; i++) {
		const struct change_field *field = &change->fields[i];

		if (field->record != record)
			status = change_seen(groei, change, field, &seen);
		if (status != GROEI_OK)
			return status;
		record = field->record;
		if (seen == SEEN_WHOLE || (seen == SEEN_OUTLINE &&
		                           !sight_hides(groei_table(field->entity), field->field)))
			change->fields[kept++] = *field;
	}
	change->field_count = kept;
	return GROEI_OK;
}

enum groei_status groei_history(struct groei *groei, struct groei_arena *arena,
                                enum groei_entity entity, int64_t id, const struct change *after,
                                int limit, struct change **changes_out, size_t *count_out)
{
	struct change *changes, *kept;
	size_t count = 0, window = 1, wanted = limit < 1 || limit > 1000 ? 200 : (size_t)limit;
	enum groei_status status = GROEI_OK;

	kept = groei_arena_take(arena, wanted * sizeof *kept);
	while (status == GROEI_OK && window > 0 && count < wanted) {
		status = journal_list(groei->store, arena, groei_table(entity), id, after,
		                      (int)(wanted - count), &changes, &window);
		for (size_t i = 0; status == GROEI_OK && i < window; i++) {
			bool empty = changes[i].field_count == 0;

			status = change_strip(groei, &changes[i]);
			if (changes[i].field_count > 0 || (empty && (groei->store->sight.of != SIGHT_OTHER ||
			               changes[i].who == groei->who)))
				kept[count++] = changes[i];
		}
		after = status == GROEI_OK && window > 0 ? &changes[window - 1] : NULL;
	}
	if (status == GROEI_OK) {
		*changes_out = kept;
		*count_out = count;
	}
	return status;
}

/* A stored value as people read it. */
static const char *shown(struct groei *groei, struct groei_arena *arena,
                         const struct change_field *field, const char *text)
{
	const struct groei_table *table = groei_table(field->entity);
	void *record = groei_arena_take(arena, table->size);

	if (text == NULL)
		return "–";
	groei_record_clear(table, record);
	if (!value_from_text(arena, field->field, text, record))
		return text;
	return groei_text_cut(arena,
	                      groei_text_safe_line(arena, groei_value_text(groei, arena,
	                                                                   field->field, record)),
	                      40);
}

/* The first field of the record that the command was about: the first of its noun, else of all. */
static const struct change_field *main_field(const struct change *change)
{
	size_t length = strcspn(change->command, " ");

	for (size_t i = 0; i < change->field_count; i++) {
		const char *name = groei_table(change->fields[i].entity)->name;

		if (strlen(name) == length && strncmp(name, change->command, length) == 0)
			return &change->fields[i];
	}
	return &change->fields[0];
}

/* What the record of a change is called now, or was called then. */
static const char *record_title(struct groei *groei, struct groei_arena *arena,
                                const struct change *change)
{
	const struct change_field *first = main_field(change);
	const struct groei_table *table = groei_table(first->entity);
	void *record;

	for (size_t i = 0; i < change->field_count; i++) {
		const struct change_field *field = &change->fields[i];

		if (field->record == first->record && strcmp(field->field->name, table->title) == 0)
			return shown(groei, arena, field,
			             field->after != NULL ? field->after : field->before);
	}
	record = groei_arena_take(arena, table->size);
	if (record_get(groei->store, arena, table, first->record, record) != GROEI_OK)
		return "";
	return groei_value_text(groei, arena, groei_field(table, table->title), record);
}

/* The same with the person behind it where the title alone ("Tue 1 Dec") would not tell. */
static const char *title_of(struct groei *groei, struct groei_arena *arena,
                            const struct change *change)
{
	const struct change_field *first = main_field(change);
	const struct groei_table *table = groei_table(first->entity);
	const struct groei_field *person = groei_field(table, "person");
	const char *title = record_title(groei, arena, change);
	void *record = groei_arena_take(arena, table->size);
	bool known;

	if (person == NULL)
		return title;
	known = record_get(groei->store, arena, table, first->record, record) == GROEI_OK;
	for (size_t i = 0; i < change->field_count && !known; i++) { /* gone: as it was then */
		const struct change_field *field = &change->fields[i];
		const char *text = field->after != NULL ? field->after : field->before;

		known = field->record == first->record && field->field == person && text != NULL &&
		        value_from_text(arena, person, text, record);
	}
	if (!known)
		return title;
	return groei_arena_print(arena, "%s · %s", title,
	                         groei_value_text(groei, arena, person, record));
}

/* Whether a field of a change is the employee's own word: that a talk was so, that it was applied. */
static bool is_own_word(const struct change_field *field)
{
	const char *word = field->entity == GROEI_CONVERSATION ? "acknowledged"
	                   : field->entity == GROEI_EVIDENCE   ? "confirmed"
	                                                       : "";

	return field->after != NULL && strcmp(field->field->name, word) == 0;
}

/* Whose word somebody else put down with a change; 0: nobody's. */
static int64_t spoken_for(struct groei *groei, struct groei_arena *arena,
                          const struct change *change)
{
	int64_t person = 0;

	for (size_t i = 0; i < change->field_count && person == 0; i++) {
		const struct change_field *field = &change->fields[i];
		const struct groei_table *table = groei_table(field->entity);
		void *record;

		if (!is_own_word(field))
			continue;
		record = groei_arena_take(arena, table->size);
		if (record_get(groei->store, arena, table, field->record, record) == GROEI_OK)
			person = groei_record_person(table, record);
	}
	return person == change->who ? 0 : person;
}

/* What a change did, without for whom. */
static const char *deed(struct groei *groei, struct groei_arena *arena,
                        const struct change *change)
{
	const struct groei_table *table;
	const struct change_field *first;
	const char *title, *text;
	size_t shown_fields = 0;

	if (change->field_count == 0)
		return groei_arena_text(arena, change->command);
	first = main_field(change);
	table = groei_table(first->entity);
	title = groei_text_cut(
	    arena, groei_text_safe_line(arena, title_of(groei, arena, change)), 60);
	if (strcmp(first->operation, "add") == 0)
		return groei_arena_print(arena, _("%s “%s” added"), _(table->label), title);
	if (strcmp(first->operation, "remove") == 0)
		return groei_arena_print(arena, _("%s “%s” removed"), _(table->label), title);
	text = groei_arena_print(arena, "%s “%s”", _(table->label), title);
	for (size_t i = 0; i < change->field_count && shown_fields < 3; i++) {
		const struct change_field *field = &change->fields[i];

		if (field->record != first->record)
			continue;
		text = groei_arena_print(arena, "%s%s %s: %s → %s", text,
		                         shown_fields++ == 0 ? ":" : ";", _(field->field->label),
		                         shown(groei, arena, field, field->before),
		                         shown(groei, arena, field, field->after));
	}
	return text;
}

const char *groei_change_text(struct groei *groei, struct groei_arena *arena,
                              const struct change *change)
{
	const char *text = deed(groei, arena, change);
	int64_t person = spoken_for(groei, arena, change);

	return person == 0 ? text
	                   : groei_arena_print(arena, _("%s, on behalf of %s"), text,
	                                       groei_person_name(groei, arena, person));
}

/* Undo ------------------------------------------------------------------------------------------ */

struct undoing {
	struct groei *groei;
	struct groei_arena *arena;
	struct change change;
};

static enum groei_status changed_since(struct groei *groei, const struct groei_table *table,
                                       const char *field)
{
	return fault_set(&groei->fault, GROEI_CONFLICT, field,
	                 _("undo: the %s was changed since, look at “groei history” and change it by "
	                   "hand"),
	                 _(table->label));
}

/* What was removed comes back before anything refers to it again, and what was added goes when nothing
 * refers to it any more. */
enum undo_phase { UNDO_REMOVED, UNDO_EDITED, UNDO_ADDED };

/* What a change did to one record. */
struct undone {
	const struct change_field **rows; /* in their order */
	size_t count;
	enum undo_phase phase;
};

/* Whether a field is as a change left it, or was filled in by nobody but an upgrade. */
static enum groei_status field_stands(struct groei *groei, const struct groei_table *table,
                                      const struct groei_field *field, const void *now,
                                      const void *expected)
{
	struct db_statement *row;
	enum db_result result;
	enum groei_status status;

	if (value_same(field, now, expected))
		return GROEI_OK;
	if (field->since == 1)
		return changed_since(groei, table, field->name);
	status = query(groei->store, QUERY_TOUCHED, &row);
	if (status != GROEI_OK)
		return status;
	db_bind_int(row, 1, ((const struct groei_record *)now)->id);
	db_bind_text(row, 2, table->name);
	db_bind_text(row, 3, field->name);
	result = db_step(row);
	if (result == DB_ROW) {
		db_reset(row);
		return changed_since(groei, table, field->name);
	}
	return store_result(groei->store, result);
}

static enum groei_status undo_record(struct groei *groei, const struct undone *undone)
{
	const struct change_field *first = undone->rows[0], *last = undone->rows[undone->count - 1];
	struct groei_arena *arena = groei->store->scratch;
	const struct groei_table *table = groei_table(first->entity);
	void *now = groei_arena_take(arena, table->size);
	void *expected = groei_arena_take(arena, table->size);
	void *wanted = groei_arena_take(arena, table->size);
	bool was_there = strcmp(first->operation, "add") != 0;
	bool is_there = strcmp(last->operation, "remove") != 0;
	enum groei_status status = GROEI_OK;

	groei_record_clear(table, now);
	if (is_there)
		status = records_get(groei, first->entity, first->record, now);
	if (status == GROEI_NOT_FOUND)
		return changed_since(groei, table, NULL);
	if (status != GROEI_OK)
		return status;
	memcpy(expected, now, table->size);
	if (!was_there) /* what an add did not name was absent */
		groei_record_clear(table, expected);
	memcpy(wanted, now, table->size);
	for (size_t i = 0; i < undone->count; i++)
		value_from_text(arena, undone->rows[i]->field, undone->rows[i]->after, expected);
	for (size_t i = undone->count; i-- > 0;)
		value_from_text(arena, undone->rows[i]->field, undone->rows[i]->before, wanted);
	for (size_t i = 0; status == GROEI_OK && is_there && i < table->field_count; i++)
		status = field_stands(groei, table, &table->fields[i], now, expected);
	if (status != GROEI_OK || (!was_there && !is_there))
		return status;
	if (is_there)
		status = records_lasting(groei, first->entity, now, was_there ? wanted : NULL);
	if (status != GROEI_OK)
		return status;
	if (!was_there) {
		/* Stretches that an upgrade made stand in no change of their own. */
		if (first->entity == GROEI_PERSON)
			status = assignment_clear(groei, first->record);
		if (status == GROEI_OK)
			status = record_remove(groei->store, table, now);
		return status == GROEI_OK ? records_settle(groei, first->entity, now, NULL) : status;
	}
	if (!is_there) {
		((struct groei_record *)wanted)->id = first->record;
		status = record_add(groei->store, table, wanted);
		return status == GROEI_OK ? records_settle(groei, first->entity, NULL, wanted)
		                          : status;
	}
	status = record_edit(groei->store, table, now, wanted);
	return status == GROEI_OK ? records_settle(groei, first->entity, now, wanted) : status;
}

/* Rows of one record together, in their order. */
static int by_record(const void *a, const void *b)
{
	const struct change_field *one = *(const struct change_field *const *)a;
	const struct change_field *other = *(const struct change_field *const *)b;

	if (one->record != other->record)
		return one->record < other->record ? -1 : 1;
	return one < other ? -1 : one > other;
}

/* By phase, and within one in the opposite order: of what was added by its first row, else by its
 * last. */
static int by_turn(const void *a, const void *b)
{
	const struct undone *one = a, *other = b;
	size_t at = one->phase == UNDO_ADDED ? 0 : one->count - 1;
	size_t other_at = other->phase == UNDO_ADDED ? 0 : other->count - 1;

	if (one->phase != other->phase)
		return one->phase < other->phase ? -1 : 1;
	return one->rows[at] > other->rows[other_at] ? -1 : one->rows[at] < other->rows[other_at];
}

static enum undo_phase phase_of(const struct change_field *first, const struct change_field *last)
{
	return strcmp(last->operation, "remove") == 0 ? UNDO_REMOVED
	       : strcmp(first->operation, "add") == 0 ? UNDO_ADDED
	                                              : UNDO_EDITED;
}

static enum groei_status undo_all(struct undoing *u)
{
	size_t rows_count = u->change.field_count, count = 0;
	struct groei_arena *arena = u->groei->store->scratch;
	const struct change_field **rows = groei_arena_take(arena, rows_count * sizeof *rows);
	struct undone *all = groei_arena_take(arena, rows_count * sizeof *all);
	enum groei_status status = GROEI_OK;

	for (size_t i = 0; i < rows_count; i++)
		rows[i] = &u->change.fields[i];
	qsort(rows, rows_count, sizeof *rows, by_record);
	for (size_t i = 0, next; i < rows_count; i = next) {
		next = i + 1;
		while (next < rows_count && rows[next]->record == rows[i]->record)
			next++;
		all[count++] = (struct undone){rows + i, next - i, phase_of(rows[i], rows[next - 1])};
	}
	qsort(all, count, sizeof *all, by_turn);
	for (size_t i = 0; status == GROEI_OK && i < count; i++) {
		/* What a command was about is written first; the rest came with it, and goes with it. */
		bool asked = all[i].rows[0]->record == u->change.fields[0].record;

		u->groei->consequences += !asked;
		status = undo_record(u->groei, &all[i]);
		u->groei->consequences -= !asked;
	}
	return status;
}

static enum groei_status undo_body(void *context)
{
	struct undoing *u = context;
	struct store *store = u->groei->store;
	enum groei_status status = journal_last(store, u->arena, store->who, &u->change);

	if (status == GROEI_NO)
		return fault_set(&u->groei->fault, GROEI_NO, NULL, _("undo: there is nothing to undo"));
	if (status != GROEI_OK)
		return status;
	store->undoes = u->change.id;
	status = journal_entry(store);
	if (status == GROEI_OK)
		status = undo_all(u);
	return status == GROEI_OK ? journal_mark_undone(store, u->change.id) : status;
}

enum groei_status groei_undo(struct groei *groei, struct groei_arena *arena,
                             struct change *change_out)
{
	struct undoing u = {.groei = groei, .arena = arena};
	enum groei_status status = store_transact(groei->store, "undo", undo_body, &u);

	if (status == GROEI_OK)
		*change_out = u.change;
	return status;
}
