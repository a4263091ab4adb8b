/* What needs somebody today. Every query is an index range of one lead. */
#include "core/core.h"

#include <string.h>

#include <groei/framework.h>

enum { HORIZON = 7, MOST = 200, OCTOBER = 10 };
enum season { EARLIER, LAST_QUARTER }; /* formal talks are counted towards the end of the year */

struct collected {
	struct groei_arena *arena;
	struct today_item *items;
	size_t count, capacity;
	size_t most; /* of each list */
	size_t more[TODAY_LISTS];
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

static const struct source {
	enum query rows, count;
	enum groei_entity entity;
	enum today_kind kind;
	bool dated; /* $3 is today */
} sources[] = {
    [TODAY_LIST_TALKS] = {QUERY_TODAY_TALKS, QUERY_COUNT_TALKS, GROEI_PERSON, TODAY_TALK, true},
    [TODAY_LIST_MINE] = {QUERY_TODAY_ACTIONS, QUERY_COUNT_ACTIONS, GROEI_ACTION, TODAY_ACTION, false},
    [TODAY_LIST_OTHERS] = {QUERY_TODAY_OTHERS, QUERY_COUNT_OTHERS, GROEI_ACTION, TODAY_ACTION, false},
    [TODAY_LIST_GOALS] = {QUERY_TODAY_GOALS, QUERY_COUNT_GOALS, GROEI_GOAL, TODAY_GOAL, true},
    [TODAY_LIST_STALLED] = {QUERY_TODAY_STALLED, QUERY_COUNT_STALLED, GROEI_GOAL, TODAY_STALLED,
                            true},
};

static enum groei_status begin(struct groei *groei, const struct source *source, enum query which,
                               int32_t until, struct db_statement **row_out)
{
	enum groei_status status = query(groei->store, which, row_out);

	if (status != GROEI_OK)
		return status;
	db_bind_int(*row_out, 1, groei->who);
	db_bind_int(*row_out, 2, until);
	if (source->dated)
		db_bind_int(*row_out, 3, groei_today(groei));
	return GROEI_OK;
}

static enum groei_status talks(struct groei *groei, struct collected *c, struct db_statement *row)
{
	enum db_result result;

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
		    .away = !db_is_null(row, 8),
		    .away_until = query_optional(row, 9),
		    .planned_away = !db_is_null(row, 10),
		    .postponed = (int)db_int(row, 11),
		};
		int32_t day = talk.planned != 0 ? talk.planned_day : talk.due;

		talk.silent = standing_silent(groei, &talk);
		next_item(c, TODAY_TALK, day)->talk = talk;
	}
	return store_result(groei->store, result);
}

static enum groei_status records_due(struct groei *groei, struct collected *c,
                                     const struct source *source, struct db_statement *row)
{
	void *records;
	size_t count = 0;
	enum groei_status status =
	    rows_read(groei, c->arena, row, source->entity, c->most, &records, &count);

	for (size_t i = 0; status == GROEI_OK && i < count; i++) {
		if (source->kind == TODAY_GOAL) {
			const struct goal *goal = (struct goal *)records + i;

			next_item(c, TODAY_GOAL, goal->step_by)->goal = *goal;
		} else if (source->kind == TODAY_STALLED) {
			struct today_item *item = next_item(c, TODAY_STALLED, groei_today(groei));

			item->goal = ((struct goal *)records)[i];
			status = goal_movement(groei, &item->goal, &item->since);
		} else {
			const struct action *action = (struct action *)records + i;

			next_item(c, TODAY_ACTION, action->due)->action = *action;
		}
	}
	return status;
}

static enum groei_status learning_needs(struct groei *groei, struct collected *c, int32_t horizon)
{
	struct today_learning_day *needs = NULL;
	size_t count = 0;
	enum groei_status status = learning_today(groei, c->arena, horizon, &needs, &count);

	for (size_t i = 0; status == GROEI_OK && i < count && i < c->most; i++)
		next_item(c, TODAY_LEARNING, needs[i].day)->learning = needs[i].need;
	if (count > c->most)
		c->more[TODAY_LIST_LEARNING] = count - c->most;
	return status;
}

static enum groei_status heard_open(struct groei *groei, struct collected *c)
{
	struct db_statement *row;
	void *records;
	size_t count = 0;
	enum groei_status status = query(groei->store, QUERY_TODAY_HEARD, &row);

	if (status != GROEI_OK)
		return status;
	db_bind_int(row, 1, groei->who);
	db_bind_int(row, 2, (int64_t)c->most);
	status = rows_read(groei, c->arena, row, GROEI_HEARD, c->most, &records, &count);
	for (size_t i = 0; status == GROEI_OK && i < count; i++) {
		const struct heard *heard = (struct heard *)records + i;

		next_item(c, TODAY_HEARD, heard->day)->heard = *heard;
	}
	if (status != GROEI_OK || count < c->most)
		return status;
	status = query(groei->store, QUERY_COUNT_HEARD, &row);
	if (status != GROEI_OK)
		return status;
	db_bind_int(row, 1, groei->who);
	return rows_more(groei, row, count, &c->more[TODAY_LIST_HEARD]);
}

/* My own drafts, and what waits for my consent: by the day that was asked for. */
static enum groei_status reflections_open(struct groei *groei, struct collected *c, enum query which)
{
	struct db_statement *row;
	void *records;
	size_t count = 0;
	enum groei_status status = query(groei->store, which, &row);

	if (status != GROEI_OK)
		return status;
	db_bind_int(row, 1, groei->who);
	status = rows_read(groei, c->arena, row, GROEI_REFLECTION, MOST, &records, &count);
	for (size_t i = 0; status == GROEI_OK && i < count; i++) {
		const struct reflection *reflection = (struct reflection *)records + i;

		next_item(c, TODAY_REFLECTION, reflection->due)->reflection = *reflection;
	}
	return status;
}

/* A list of what is due until then, and how many more there are when it is full. */
static enum groei_status collect(struct groei *groei, struct collected *c, enum today_list list,
                                 int32_t until)
{
	const struct source *source = &sources[list];
	struct db_statement *row;
	size_t before = c->count;
	enum groei_status status = begin(groei, source, source->rows, until, &row);

	if (status != GROEI_OK)
		return status;
	db_bind_int(row, source->dated ? 4 : 3, (int64_t)c->most);
	status = source->kind == TODAY_TALK ? talks(groei, c, row)
	                                    : records_due(groei, c, source, row);
	if (status != GROEI_OK || c->count - before < c->most)
		return status;
	status = begin(groei, source, source->count, until, &row);
	return status == GROEI_OK ? rows_more(groei, row, c->count - before, &c->more[list]) : status;
}

static enum groei_status collect_drafts(struct groei *groei, struct collected *c)
{
	struct db_statement *row;
	struct draft *drafts;
	size_t count = 0;
	enum groei_status status = groei_drafts(groei, c->arena, &drafts, &count);

	for (size_t i = 0; status == GROEI_OK && i < count; i++)
		next_item(c, TODAY_DRAFT, groei_instant_day(drafts[i].at))->draft = &drafts[i];
	if (status != GROEI_OK || count < MOST)
		return status;
	status = query(groei->store, QUERY_COUNT_DRAFTS, &row);
	if (status != GROEI_OK)
		return status;
	db_bind_int(row, 1, groei->who);
	return rows_more(groei, row, count, &c->more[TODAY_LIST_DRAFTS]);
}

/* Towards the end of the year: who had fewer formal talks than it asks. */
static enum groei_status collect_behind(struct groei *groei, struct groei_arena *arena,
                                        struct today *today)
{
	struct groei_civil date = groei_day_civil(groei_today(groei));
	struct db_statement *row;
	enum db_result result;
	int32_t first = groei_today(groei);
	enum groei_status status;

	if (date.month < OCTOBER)
		return GROEI_OK;
	groei_day_make(date.year, 1, 1, &first);
	status = query(groei->store, QUERY_FORMAL, &row);
	if (status != GROEI_OK)
		return status;
	today->behind = groei_arena_take(arena, MOST * sizeof *today->behind);
	db_bind_int(row, 1, groei->who);
	db_bind_int(row, 2, groei_today(groei));
	db_bind_int(row, 3, first);
	while ((result = db_step(row)) == DB_ROW && today->behind_count < MOST) {
		struct standing *behind = &today->behind[today->behind_count];

		*behind = (struct standing){
		    .person = db_int(row, 0),
		    .handle = groei_arena_text(arena, db_text(row, 1)),
		    .name = groei_arena_text(arena, db_text(row, 2)),
		    .formal = (int32_t)db_int(row, 4),
		    .formal_wanted = standing_formal_wanted(groei, query_optional(row, 3)),
		};
		today->behind_count += behind->formal < behind->formal_wanted;
	}
	if (result == DB_ROW)
		db_reset(row);
	return store_result(groei->store, result);
}

/* A pair as HR sees it: towards the end of the year with its formal talks. */
static struct standing watched(struct groei *groei, struct groei_arena *arena,
                               struct db_statement *row, enum season season)
{
	int32_t came = query_optional(row, 3), today = groei_today(groei);
	struct standing pair = {
	    .person = db_int(row, 0),
	    .handle = groei_arena_text(arena, db_text(row, 1)),
	    .name = groei_arena_text(arena, db_text(row, 2)),
	    .formal = (int32_t)db_int(row, 4),
	    .formal_wanted = season == LAST_QUARTER ? standing_formal_wanted(groei, came) : 0,
	    .last_day = query_optional(row, 5),
	    .due = GROEI_NO_DAY,
	    .planned_day = GROEI_NO_DAY,
	    .away = !db_is_null(row, 6),
	    .away_until = query_optional(row, 7),
	};

	pair.silent = standing_silent(groei, &pair);
	if (pair.last_day == GROEI_NO_DAY && !pair.away && came != GROEI_NO_DAY &&
	    today - came > groei_framework(groei)->silent_days)
		pair.silent = (int)(today - came);
	return pair;
}

static enum groei_status watch_begin(struct groei *groei, enum season season,
                                     struct db_statement **row_out)
{
	int32_t today = groei_today(groei), first = today + 1;
	enum groei_status status = query(groei->store, QUERY_WATCH, row_out);

	if (status != GROEI_OK)
		return status;
	if (season == LAST_QUARTER)
		groei_day_make(groei_day_civil(today).year, 1, 1, &first);
	db_bind_int(*row_out, 1, groei->who);
	db_bind_int(*row_out, 2, today);
	db_bind_int(*row_out, 3, first);
	return GROEI_OK;
}

/* For HR: everybody who is away, silent or behind, by lead; days and numbers, no words. */
static enum groei_status collect_watch(struct groei *groei, struct collected *c)
{
	enum season season =
	    groei_day_civil(groei_today(groei)).month < OCTOBER ? EARLIER : LAST_QUARTER;
	struct db_statement *row;
	struct person me;
	size_t kept = 0;
	enum db_result result;
	enum groei_status status =
	    record_get(groei->store, c->arena, groei_table(GROEI_PERSON), groei->who, &me);

	if (status != GROEI_OK || me.hr != CHOICE_YES)
		return status == GROEI_NOT_FOUND ? GROEI_OK : status;
	status = watch_begin(groei, season, &row);
	if (status != GROEI_OK)
		return status;
	while ((result = db_step(row)) == DB_ROW) {
		struct standing pair = watched(groei, c->arena, row, season);

		if (!pair.away && pair.silent == 0 && pair.formal >= pair.formal_wanted)
			continue;
		if (++kept > c->most) {
			c->more[TODAY_LIST_WATCH]++;
		} else {
			struct today_item *item = next_item(c, TODAY_WATCH, GROEI_NO_DAY);

			item->talk = pair;
			item->lead = db_int(row, 8);
		}
	}
	return store_result(groei->store, result);
}

/* Nobody owes a talk to who is away; a goal that stands still asks, and presses nobody. */
static bool is_due(const struct today_item *item, int32_t today)
{
	return item->day != GROEI_NO_DAY && item->day <= today && item->kind != TODAY_STALLED &&
	       !(item->kind == TODAY_TALK && item->talk.away);
}

static enum groei_status read_today(struct groei *groei, struct groei_arena *arena, size_t most,
                                    struct today *today_out)
{
	struct collected c = {.arena = arena, .most = most};
	struct today found = {.items = NULL};
	size_t due = 0;
	int32_t today = groei_today(groei), horizon = today + HORIZON;
	enum groei_status status = access_read(groei);

	if (status == GROEI_OK)
		status = groei_look_begin(groei);
	if (status != GROEI_OK)
		return status;
	for (int list = TODAY_LIST_TALKS; list < TODAY_LIST_LEARNING && status == GROEI_OK; list++)
		status = collect(groei, &c, (enum today_list)list,
		                 list == TODAY_LIST_OTHERS    ? today
		                 : list == TODAY_LIST_STALLED ? today - groei_framework(groei)->stalled_days
		                                              : horizon);
	if (status == GROEI_OK)
		status = reflections_open(groei, &c, QUERY_REFLECTIONS_WAITING);
	if (status == GROEI_OK)
		status = reflections_open(groei, &c, QUERY_REFLECTIONS_OPEN);
	if (status == GROEI_OK)
		status = learning_needs(groei, &c, horizon);
	for (size_t i = 0; i < c.count; i++)
		due += is_due(&c.items[i], today);
	if (status == GROEI_OK) /* it waits, but nothing is due */
		status = heard_open(groei, &c);
	if (status == GROEI_OK)
		status = collect_watch(groei, &c);
	if (status == GROEI_OK)
		status = collect_drafts(groei, &c);
	if (status == GROEI_OK)
		status = collect_behind(groei, arena, &found);
	if (status == GROEI_OK && groei->who != 0)
		status = groei_lead_rhythm(groei, arena, groei->who, &found.rhythm);
	groei_look_end(groei);
	if (status == GROEI_OK) {
		found.items = c.items;
		found.count = c.count;
		found.due = due;
		found.horizon = horizon;
		memcpy(found.more, c.more, sizeof c.more);
		*today_out = found;
	}
	return status;
}

enum groei_status groei_today_read(struct groei *groei, struct groei_arena *arena,
                                   struct today *today_out)
{
	return read_today(groei, arena, MOST, today_out);
}

enum groei_status groei_today_full(struct groei *groei, struct groei_arena *arena,
                                   struct today *today_out)
{
	return read_today(groei, arena, INT32_MAX, today_out);
}
