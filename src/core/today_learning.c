/* What learning asks of somebody today: checkpoints that are due, a debrief after the end, a certificate that
 * ends, a proposal to be answered. Plain queries read one person's activities; the rules are here. */
#include "core/core.h"

#include <stdlib.h>
#include <string.h>

enum {
	DEBRIEF_DAYS = 90,     /* after the end, as long as it is looked back on */
	CERTIFICATE_AHEAD = 60, /* days before its end */
	CERTIFICATE_AFTER = 30,
	LATER_DAYS = 14,       /* a proposal put off asks again */
};

struct asking {
	struct groei *groei;
	struct groei_arena *arena;
	int32_t today, horizon;
	struct today_learning_day *needs;
	size_t count, capacity;
};

static void add(struct asking *a, enum learning_need need, int32_t day,
                const struct learning *learning, const struct checkpoint *checkpoint)
{
	if (a->count == a->capacity) {
		size_t larger = a->capacity == 0 ? 16 : a->capacity * 2;
		struct today_learning_day *more = groei_arena_take(a->arena, larger * sizeof *more);

		if (a->count > 0)
			memcpy(more, a->needs, a->count * sizeof *more);
		a->needs = more;
		a->capacity = larger;
	}
	a->needs[a->count++] = (struct today_learning_day){
	    .day = day,
	    .need = {.need = need,
	             .checkpoint = checkpoint == NULL ? 0 : checkpoint->id,
	             .kind = checkpoint == NULL ? 0 : checkpoint->kind,
	             .learning = learning->id,
	             .person = learning->person,
	             .title = learning->title}};
}

/* A debrief is the lead's to propose; a proposal is the other side's to answer. */
static enum groei_status ask(struct asking *a, const struct learning *learning, int64_t lead)
{
	int64_t who = a->groei->who;
	enum groei_status status = GROEI_OK;

	if (learning->state == LEARNING_PROPOSED && learning->proposed_by != who &&
	    (learning->answered == GROEI_NO_DAY || learning->answered <= a->today - LATER_DAYS))
		add(a, NEED_ANSWER,
		    learning->answered == GROEI_NO_DAY ? learning->made : learning->answered + LATER_DAYS,
		    learning, NULL);
	if (learning->valid_until != GROEI_NO_DAY &&
	    learning->valid_until <= a->today + CERTIFICATE_AHEAD &&
	    learning->valid_until > a->today - CERTIFICATE_AFTER)
		add(a, NEED_CERTIFICATE, learning->valid_until, learning, NULL);
	if (lead != who || learning->state == LEARNING_STOPPED ||
	    learning->state == LEARNING_DECLINED || learning->state == LEARNING_PROPOSED ||
	    learning->ends == GROEI_NO_DAY || learning->ends > a->today ||
	    learning->ends <= a->today - DEBRIEF_DAYS)
		return status;
	status = groei_learning_debrief_open(a->groei, learning);
	if (status == GROEI_OK)
		add(a, NEED_DEBRIEF, learning->ends, learning, NULL);
	return status == GROEI_NO ? GROEI_OK : status;
}

/* Only what the rules ask about. */
static struct learning learning_of(struct groei_arena *arena, struct db_statement *row,
                                   int64_t person)
{
	const struct groei_table *table = groei_table(GROEI_LEARNING);
	struct learning learning;

	groei_record_clear(table, &learning);
	learning.id = db_int(row, 0);
	learning.person = person;
	learning.title = groei_arena_text(arena, query_word(row, 1));
	learning.state = value_choice(groei_field(table, "state"), db_text(row, 2));
	learning.starts = query_optional(row, 3);
	learning.ends = query_optional(row, 4);
	learning.proposed_by = db_int(row, 5);
	learning.answered = query_optional(row, 6);
	learning.made = query_optional(row, 7);
	learning.debriefed = query_optional(row, 8);
	learning.valid_until = query_optional(row, 9);
	return learning;
}

struct activities {
	struct learning *list;
	size_t count, capacity;
};

static enum groei_status read_activities(struct asking *a, struct db_statement *row, int64_t person,
                                         struct activities *found)
{
	enum db_result result;

	found->count = 0;
	db_bind_int(row, 1, person);
	while ((result = db_step(row)) == DB_ROW) {
		if (found->count == found->capacity) {
			size_t larger = found->capacity == 0 ? 16 : found->capacity * 2;
			struct learning *more = groei_arena_take(a->arena, larger * sizeof *more);

			if (found->count > 0)
				memcpy(more, found->list, found->count * sizeof *more);
			found->list = more;
			found->capacity = larger;
		}
		found->list[found->count++] = learning_of(a->arena, row, person);
	}
	return store_result(a->groei->store, result);
}

/* Nobody looks ahead at what has begun. */
static enum groei_status ask_checkpoints(struct asking *a, struct db_statement *row, int64_t person,
                                         const struct activities *activities)
{
	const struct groei_field *kind = groei_field(groei_table(GROEI_CHECKPOINT), "kind");
	enum db_result result;

	db_bind_int(row, 1, person);
	db_bind_int(row, 2, a->horizon);
	while ((result = db_step(row)) == DB_ROW) {
		struct checkpoint point = {.id = db_int(row, 0),
		                           .kind = value_choice(kind, db_text(row, 1)),
		                           .day = query_optional(row, 2)};
		int64_t id = db_int(row, 3);

		for (size_t i = 0; i < activities->count; i++) {
			const struct learning *learning = &activities->list[i];
			int32_t first = learning->starts != GROEI_NO_DAY ? learning->starts : learning->ends;

			if (learning->id == id && (point.kind != CHECKPOINT_BEFORE || first >= a->today))
				add(a, NEED_CHECKPOINT, point.day, learning, &point);
		}
	}
	return store_result(a->groei->store, result);
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
                                 const struct today_people *people, int32_t horizon,
                                 struct today_learning_day **needs_out, size_t *count_out)
{
	struct asking a = {groei, arena, groei_today(groei), horizon, NULL, 0, 0};
	struct activities activities = {0};
	struct db_statement *activity, *point;
	enum groei_status status = query(groei->store, QUERY_TODAY_LEARNING, &activity);

	if (status == GROEI_OK)
		status = query(groei->store, QUERY_TODAY_CHECKPOINTS, &point);

	for (size_t i = 0; status == GROEI_OK && i < people->count; i++) {
		const struct today_person *person = &people->list[i];

		status = read_activities(&a, activity, person->talk.person, &activities);
		if (status == GROEI_OK && activities.count > 0)
			status = ask_checkpoints(&a, point, person->talk.person, &activities);
		for (size_t j = 0; status == GROEI_OK && j < activities.count; j++)
			status = ask(&a, &activities.list[j], person->lead);
	}
	if (status != GROEI_OK)
		return status;
	if (a.count > 1)
		qsort(a.needs, a.count, sizeof *a.needs, by_day);
	*needs_out = a.needs;
	*count_out = a.count;
	return GROEI_OK;
}
