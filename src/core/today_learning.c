/* What learning asks of somebody today: checkpoints that are due, a debrief after the end, a certificate that
 * ends, a proposal to be answered. The agenda tells which activities; the rules are here. */
#include "core/today.h"

#include <stdlib.h>
#include <string.h>

struct asking {
	struct groei *groei;
	struct groei_arena *arena;
	struct today_learning_day *needs;
	size_t count, capacity;
};

static void add(struct asking *a, int32_t day, const struct today_learning *need)
{
	if (a->count == a->capacity) {
		size_t larger = a->capacity == 0 ? 16 : a->capacity * 2;
		struct today_learning_day *more = groei_arena_take(a->arena, larger * sizeof *more);

		if (a->count > 0)
			memcpy(more, a->needs, a->count * sizeof *more);
		a->needs = more;
		a->capacity = larger;
	}
	a->needs[a->count++] = (struct today_learning_day){.day = day, .need = *need};
}

/* The one row of a query about a record; GROEI_NO: I may not see it. */
static enum groei_status one(struct asking *a, enum query which, int64_t id,
                             struct db_statement **row_out)
{
	enum db_result result;
	enum groei_status status = query(a->groei->store, which, row_out);

	if (status != GROEI_OK)
		return status;
	db_bind_int(*row_out, 1, id);
	result = db_step(*row_out);
	return result == DB_DONE ? GROEI_NO : store_result(a->groei->store, result);
}

static enum groei_status ask_checkpoint(struct asking *a, const struct agenda_row *agenda,
                                        int64_t person)
{
	const struct groei_field *kind = groei_field(groei_table(GROEI_CHECKPOINT), "kind");
	struct today_learning need = {
	    .need = NEED_CHECKPOINT, .checkpoint = agenda->record, .person = person};
	struct db_statement *row;
	int32_t day;
	enum groei_status status = one(a, QUERY_TODAY_CHECKPOINT, agenda->record, &row);

	if (status != GROEI_OK)
		return status;
	need.kind = value_choice(kind, db_text(row, 0));
	day = query_optional(row, 1);
	need.learning = db_int(row, 2);
	need.title = groei_arena_text(a->arena, query_word(row, 3));
	db_reset(row);
	add(a, day, &need);
	return GROEI_OK;
}

/* A debrief is the lead's to propose; a proposal is the other side's to answer. */
static enum groei_status ask_activity(struct asking *a, const struct agenda_row *agenda,
                                      const struct today_person *person)
{
	struct today_learning need = {.need = agenda->kind == AGENDA_ANSWER    ? NEED_ANSWER
	                                      : agenda->kind == AGENDA_DEBRIEF ? NEED_DEBRIEF
	                                                                       : NEED_CERTIFICATE,
	                              .learning = agenda->record,
	                              .person = person->talk.person};
	struct db_statement *row;
	int32_t valid_until;
	enum groei_status status;

	if (agenda->day > groei_today(a->groei) ||
	    (agenda->kind == AGENDA_ANSWER && agenda->other == a->groei->who) ||
	    (agenda->kind == AGENDA_DEBRIEF && !today_leads(a->groei, person)))
		return GROEI_OK;
	status = one(a, QUERY_TODAY_LEARNING, agenda->record, &row);
	if (status != GROEI_OK)
		return status;
	need.title = groei_arena_text(a->arena, query_word(row, 0));
	valid_until = query_optional(row, 1);
	db_reset(row);
	add(a, agenda->kind == AGENDA_CERTIFICATE ? valid_until : agenda->day, &need);
	return GROEI_OK;
}

static int by_day(const void *a, const void *b)
{
	const struct today_learning_day *x = a, *y = b;
	int order;

	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	if (x->need.need != y->need.need)
		return x->need.need < y->need.need ? -1 : 1;
	order = strcmp(x->need.title, y->need.title);
	if (order != 0)
		return order;
	return x->need.learning < y->need.learning ? -1 : x->need.learning > y->need.learning;
}

enum groei_status learning_today(struct groei *groei, struct groei_arena *arena,
                                 const struct today_people *people,
                                 struct today_learning_day **needs_out, size_t *count_out)
{
	struct asking a = {groei, arena, NULL, 0, 0};

	for (size_t i = 0; i < people->count; i++) {
		const struct today_person *person = &people->list[i];

		for (size_t j = 0; j < person->agenda_count; j++) {
			const struct agenda_row *row = &person->agenda[j];
			enum groei_status status = GROEI_OK;

			if (row->kind == AGENDA_CHECKPOINT)
				status = ask_checkpoint(&a, row, person->talk.person);
			else if (row->kind == AGENDA_ANSWER || row->kind == AGENDA_DEBRIEF ||
			         row->kind == AGENDA_CERTIFICATE)
				status = ask_activity(&a, row, person);
			if (status != GROEI_OK && status != GROEI_NO)
				return status;
		}
	}
	if (a.count > 1)
		qsort(a.needs, a.count, sizeof *a.needs, by_day);
	*needs_out = a.needs;
	*count_out = a.count;
	return GROEI_OK;
}
