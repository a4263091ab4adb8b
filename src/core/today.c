/* What needs somebody today. Every query is an index range of one lead. */
#include "core/core.h"

#include <string.h>

enum { HORIZON = 7, MOST = 200 };

struct collected {
	struct groei_arena *arena;
	struct today_item *items;
	size_t count, capacity;
};

static struct today_item *next_item(struct collected *c, enum today_kind kind, int32_t day)
{
	if (c->count == c->capacity) {
		size_t larger = c->capacity == 0 ? 32 : c->capacity * 2;
		struct today_item *items = groei_arena_take(c->arena, larger * sizeof *items);

		if (c->count > 0)
			memcpy(items, c->items, c->count * sizeof *items);
		c->items = items;
		c->capacity = larger;
	}
	c->items[c->count] = (struct today_item){.kind = kind, .day = day};
	return &c->items[c->count++];
}

static enum groei_status talks(struct groei *groei, struct collected *c, int32_t horizon)
{
	struct db_statement *row;
	enum db_result result;
	enum groei_status status = query(groei->store, QUERY_TODAY_TALKS, &row);

	if (status != GROEI_OK)
		return status;
	db_bind_int(row, 1, groei->who);
	db_bind_int(row, 2, horizon);
	db_bind_int(row, 3, groei_today(groei));
	while ((result = db_step(row)) == DB_ROW) {
		struct standing talk = {
		    .person = db_int(row, 0),
		    .handle = groei_arena_text(c->arena, db_text(row, 1)),
		    .name = groei_arena_text(c->arena, db_text(row, 2)),
		    .role = groei_arena_text(c->arena, db_text(row, 3)),
		    .last_day = query_optional(row, 4),
		    .due = query_optional(row, 5),
		    .planned = db_int(row, 6),
		    .planned_day = query_optional(row, 7),
		};
		int32_t day = talk.planned != 0 ? talk.planned_day : talk.due;

		next_item(c, TODAY_TALK, day)->talk = talk;
	}
	return store_result(groei->store, result);
}

static enum groei_status records_due(struct groei *groei, struct collected *c, enum query which,
                                     int32_t until)
{
	enum groei_entity entity = which == QUERY_TODAY_GOALS ? GROEI_GOAL : GROEI_ACTION;
	struct db_statement *row;
	void *records;
	size_t count = 0;
	enum groei_status status = query(groei->store, which, &row);

	if (status != GROEI_OK)
		return status;
	db_bind_int(row, 1, groei->who);
	db_bind_int(row, 2, until);
	if (which == QUERY_TODAY_GOALS)
		db_bind_int(row, 3, groei_today(groei));
	status = rows_read(groei, c->arena, row, entity, MOST, &records, &count);
	for (size_t i = 0; status == GROEI_OK && i < count; i++) {
		if (entity == GROEI_GOAL) {
			const struct goal *goal = (struct goal *)records + i;

			next_item(c, TODAY_GOAL, goal->step_by)->goal = *goal;
		} else {
			const struct action *action = (struct action *)records + i;

			next_item(c, TODAY_ACTION, action->due)->action = *action;
		}
	}
	return status;
}

enum groei_status groei_today_read(struct groei *groei, struct groei_arena *arena,
                                   struct today *today_out)
{
	struct collected c = {.arena = arena};
	struct draft *drafts;
	size_t draft_count = 0, due = 0;
	int32_t today = groei_today(groei), horizon = today + HORIZON;
	enum groei_status status = access_read(groei);

	if (status == GROEI_OK)
		status = groei_look_begin(groei);
	if (status != GROEI_OK)
		return status;
	status = talks(groei, &c, horizon);
	if (status == GROEI_OK)
		status = records_due(groei, &c, QUERY_TODAY_ACTIONS, horizon);
	if (status == GROEI_OK)
		status = records_due(groei, &c, QUERY_TODAY_OTHERS, today);
	if (status == GROEI_OK)
		status = records_due(groei, &c, QUERY_TODAY_GOALS, horizon);
	for (size_t i = 0; i < c.count; i++)
		due += c.items[i].day <= today;
	if (status == GROEI_OK)
		status = groei_drafts(groei, arena, &drafts, &draft_count);
	groei_look_end(groei);
	for (size_t i = 0; status == GROEI_OK && i < draft_count; i++)
		next_item(&c, TODAY_DRAFT, groei_instant_day(drafts[i].at))->draft = &drafts[i];
	if (status == GROEI_OK)
		*today_out = (struct today){c.items, c.count, due, horizon};
	return status;
}
