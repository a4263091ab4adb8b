/* What learning asks of somebody today: checkpoints that are due, a debrief after the end, a certificate that
 * ends, a proposal to be answered. The agenda tells of which activities. */
#include "core/today.h"

#include <stdlib.h>
#include <string.h>

struct asking {
	struct groei *groei;
	struct groei_arena *arena;
	struct today_learning_day *needs;
	size_t count, room;
};

static void add(struct asking *a, int32_t day, const struct today_learning *need)
{
	a->needs = groei_arena_grow(a->arena, a->needs, a->count, &a->room, sizeof *a->needs);
	a->needs[a->count++] = (struct today_learning_day){.day = day, .need = *need};
}

static bool asks(const struct groei *groei, const struct agenda_row *agenda,
                 const struct today_person *person)
{
	switch (agenda->kind) {
	case AGENDA_CHECKPOINT:
		return true;
	case AGENDA_ANSWER: /* a proposal is the other side's to answer */
		return agenda->day <= groei_today(groei) && agenda->other != groei->who;
	case AGENDA_DEBRIEF: /* the lead's to propose */
		return agenda->day <= groei_today(groei) && today_leads(groei, person);
	case AGENDA_CERTIFICATE:
		return agenda->day <= groei_today(groei);
	default:
		return false;
	}
}

static enum learning_need need_of(enum agenda_kind kind)
{
	return kind == AGENDA_CHECKPOINT ? NEED_CHECKPOINT
	       : kind == AGENDA_ANSWER   ? NEED_ANSWER
	       : kind == AGENDA_DEBRIEF  ? NEED_DEBRIEF
	                                 : NEED_CERTIFICATE;
}

/* GROEI_NO: I may not see it. */
static enum groei_status ask(struct asking *a, const struct agenda_row *agenda, int64_t person)
{
	const struct groei_field *kind = groei_field(groei_table(GROEI_CHECKPOINT), "kind");
	bool checkpoint = agenda->kind == AGENDA_CHECKPOINT;
	struct today_learning need = {.need = need_of(agenda->kind),
	                              .checkpoint = checkpoint ? agenda->record : 0,
	                              .kind = checkpoint ? value_choice(kind, agenda->rest) : 0,
	                              .learning = checkpoint ? agenda->other : agenda->record,
	                              .person = person};
	struct db_statement *row;
	int32_t valid_until;
	enum db_result result;
	enum groei_status status = query(a->groei->store, QUERY_TODAY_LEARNING, &row);

	if (status != GROEI_OK)
		return status;
	db_bind_int(row, 1, need.learning);
	result = db_step(row);
	if (result != DB_ROW)
		return result == DB_DONE ? GROEI_NO : store_result(a->groei->store, result);
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
			enum groei_status status =
			    asks(groei, row, person) ? ask(&a, row, person->talk.person) : GROEI_NO;

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
