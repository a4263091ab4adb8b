/* What learning asks of somebody today: checkpoints that are due, a debrief after the end, a certificate that
 * ends, a proposal to be answered. One plain query reads the activities; the rules are here. */
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

/* Nobody looks ahead at what has begun. */
static enum groei_status ask_checkpoints(struct asking *a, const struct learning *learning)
{
	int32_t first = learning->starts != GROEI_NO_DAY ? learning->starts : learning->ends;
	struct checkpoint *points = NULL;
	size_t count = 0;
	enum groei_status status =
	    checkpoint_read(a->groei, a->arena, learning->id, &points, &count);

	for (size_t i = 0; status == GROEI_OK && i < count; i++) {
		if (points[i].state == CHECKPOINT_OPEN && points[i].day <= a->horizon &&
		    (points[i].kind != CHECKPOINT_BEFORE || first >= a->today))
			add(a, NEED_CHECKPOINT, points[i].day, learning, &points[i]);
	}
	return status;
}

/* A debrief is the lead's to propose; a proposal is the other side's to answer. */
static enum groei_status ask(struct asking *a, const struct learning *learning, int64_t lead,
                             int32_t point)
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
	if (point != GROEI_NO_DAY && point <= a->horizon)
		status = ask_checkpoints(a, learning);
	if (status != GROEI_OK || lead != who || learning->state == LEARNING_STOPPED ||
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
static struct learning read_learning(struct groei_arena *arena, struct db_statement *row)
{
	const struct groei_table *table = groei_table(GROEI_LEARNING);
	struct learning learning;

	groei_record_clear(table, &learning);
	learning.id = db_int(row, 2);
	learning.person = db_int(row, 3);
	learning.title = groei_arena_text(arena, query_word(row, 4));
	learning.state = value_choice(groei_field(table, "state"), db_text(row, 5));
	learning.starts = query_optional(row, 6);
	learning.ends = query_optional(row, 7);
	learning.proposed_by = db_int(row, 8);
	learning.answered = query_optional(row, 9);
	learning.made = query_optional(row, 10);
	learning.debriefed = query_optional(row, 11);
	learning.valid_until = query_optional(row, 12);
	return learning;
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

enum groei_status learning_today(struct groei *groei, struct groei_arena *arena, int32_t horizon,
                                 struct today_learning_day **needs_out, size_t *count_out)
{
	struct asking a = {groei, arena, groei_today(groei), horizon, NULL, 0, 0};
	struct db_statement *row;
	enum db_result result;
	enum groei_status status = query(groei->store, QUERY_TODAY_LEARNING, &row);

	if (status != GROEI_OK)
		return status;
	db_bind_int(row, 1, groei->who);
	db_bind_int(row, 2, a.today);
	while (status == GROEI_OK && (result = db_step(row)) == DB_ROW) {
		struct learning learning = read_learning(arena, row);

		status = ask(&a, &learning, db_int(row, 0), query_optional(row, 1));
	}
	if (status != GROEI_OK) {
		db_reset(row);
		return status;
	}
	status = store_result(groei->store, result);
	if (status != GROEI_OK)
		return status;
	if (a.count > 1)
		qsort(a.needs, a.count, sizeof *a.needs, by_day);
	*needs_out = a.needs;
	*count_out = a.count;
	return GROEI_OK;
}
