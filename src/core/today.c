/* What needs somebody today: of each kind plain queries find which, an index range of one person each; then
 * the records that are shown are read by their ids. */
#include "core/core.h"

#include <stdlib.h>
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

/* What a query found, to be put in order before the records themselves are read. */
struct found {
	int64_t id;
	int32_t day;
	const char *folded; /* stands by it among those of one day */
	int32_t written;    /* of a reflection: when */
};
struct finds {
	struct found *list;
	size_t count, capacity;
};

static void find_add(struct groei_arena *arena, struct finds *finds, struct found found)
{
	if (finds->count == finds->capacity) {
		size_t larger = finds->capacity == 0 ? 32 : finds->capacity * 2;
		struct found *more = groei_arena_take(arena, larger * sizeof *more);

		if (finds->count > 0)
			memcpy(more, finds->list, finds->count * sizeof *more);
		finds->list = more;
		finds->capacity = larger;
	}
	finds->list[finds->count++] = found;
}

static int by_day(const void *a, const void *b)
{
	const struct found *x = a, *y = b;
	int order;

	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	order = strcmp(x->folded, y->folded);
	if (order != 0)
		return order;
	return x->id < y->id ? -1 : x->id > y->id;
}

/* Rows of id, day and folded. */
static enum groei_status find_rows(struct groei *groei, struct groei_arena *arena,
                                   struct db_statement *row, struct finds *finds)
{
	enum db_result result;

	while ((result = db_step(row)) == DB_ROW)
		find_add(arena, finds,
		         (struct found){.id = db_int(row, 0),
		                        .day = query_optional(row, 1),
		                        .folded = groei_arena_text(arena, query_word(row, 2))});
	return store_result(groei->store, result);
}

static const struct source {
	enum groei_entity entity;
	enum today_kind kind;
} sources[TODAY_LISTS] = {
    [TODAY_LIST_MINE] = {GROEI_ACTION, TODAY_ACTION},
    [TODAY_LIST_OTHERS] = {GROEI_ACTION, TODAY_ACTION},
    [TODAY_LIST_GOALS] = {GROEI_GOAL, TODAY_GOAL},
    [TODAY_LIST_STALLED] = {GROEI_GOAL, TODAY_STALLED},
    [TODAY_LIST_HEARD] = {GROEI_HEARD, TODAY_HEARD},
    [TODAY_LIST_REFLECTIONS] = {GROEI_REFLECTION, TODAY_REFLECTION},
};

static void read_item(struct collected *c, struct today_item *item, enum groei_entity entity,
                      struct db_statement *row)
{
	void *record = entity == GROEI_ACTION  ? (void *)&item->action
	               : entity == GROEI_GOAL  ? (void *)&item->goal
	               : entity == GROEI_HEARD ? (void *)&item->heard
	                                       : (void *)&item->reflection;

	record_read(row, 0, c->arena, groei_table(entity), record);
	if (entity == GROEI_REFLECTION)
		item->day = item->reflection.due;
}

/* The items of a list in the order that they were found in, as many as it shows. */
static enum groei_status fetch(struct groei *groei, struct collected *c, enum today_list list,
                               const struct finds *finds)
{
	const struct source *source = &sources[list];
	struct db_statement *row;
	enum groei_status status;

	if (finds->count == 0)
		return GROEI_OK;
	status = record_by_id(groei->store, groei_table(source->entity), &row);
	for (size_t i = 0; status == GROEI_OK && i < finds->count && i < c->most; i++) {
		enum db_result result;

		db_bind_int(row, 1, finds->list[i].id);
		result = db_step(row);
		if (result == DB_ROW) {
			read_item(c, next_item(c, source->kind, finds->list[i].day), source->entity, row);
			db_reset(row);
		}
		status = store_result(groei->store, result);
	}
	if (status == GROEI_OK && finds->count > c->most)
		c->more[list] = finds->count - c->most;
	return status;
}

static enum groei_status fetch_by_day(struct groei *groei, struct collected *c,
                                      enum today_list list, struct finds *finds)
{
	if (finds->count > 1)
		qsort(finds->list, finds->count, sizeof *finds->list, by_day);
	return fetch(groei, c, list, finds);
}

static enum groei_status talks(struct groei *groei, struct collected *c,
                               const struct today_people *people, int32_t horizon)
{
	size_t kept = 0;
	enum groei_status status = GROEI_OK;

	for (size_t i = 0; status == GROEI_OK && i < people->count; i++) {
		const struct today_person *person = &people->list[i];
		struct standing talk = person->talk;
		bool own = talk.person == groei->who && talk.planned_day != GROEI_NO_DAY &&
		           talk.planned_day <= horizon;

		if (!own && !(today_leads(groei, person) && person->attend <= horizon))
			continue;
		if (++kept > c->most) {
			c->more[TODAY_LIST_TALKS]++;
			continue;
		}
		status = today_planned(groei, &talk);
		next_item(c, TODAY_TALK, talk.planned != 0 ? talk.planned_day : talk.due)->talk = talk;
	}
	return status;
}

static enum groei_status my_actions(struct groei *groei, struct collected *c, int32_t horizon)
{
	struct finds finds = {0};
	struct db_statement *row;
	enum groei_status status = query(groei->store, QUERY_TODAY_ACTIONS, &row);

	if (status != GROEI_OK)
		return status;
	db_bind_int(row, 1, groei->who);
	db_bind_int(row, 2, horizon);
	status = find_rows(groei, c->arena, row, &finds);
	return status == GROEI_OK ? fetch_by_day(groei, c, TODAY_LIST_MINE, &finds) : status;
}

static enum groei_status others_actions(struct groei *groei, struct collected *c,
                                        const struct today_people *people)
{
	struct finds finds = {0};
	struct db_statement *row;
	enum groei_status status =
	    people->count == 0 ? GROEI_OK : query(groei->store, QUERY_TODAY_OTHERS, &row);

	for (size_t i = 0; status == GROEI_OK && i < people->count; i++) {
		if (!today_leads(groei, &people->list[i]))
			continue;
		db_bind_int(row, 1, people->list[i].talk.person);
		db_bind_int(row, 2, groei_today(groei));
		db_bind_int(row, 3, groei->who);
		status = find_rows(groei, c->arena, row, &finds);
	}
	return status == GROEI_OK ? fetch_by_day(groei, c, TODAY_LIST_OTHERS, &finds) : status;
}

/* The open goals of one person: those with a next step until the horizon, and those that may stand still:
 * no next step ahead, and by their own days nothing happened to them since `quiet`. */
static enum groei_status find_goals(struct groei *groei, struct groei_arena *arena,
                                    struct db_statement *row, const struct today_person *person,
                                    int32_t horizon, int32_t quiet, struct finds *steps,
                                    struct finds *still)
{
	enum db_result result;

	db_bind_int(row, 1, person->talk.person);
	while ((result = db_step(row)) == DB_ROW) {
		int32_t step = query_optional(row, 1), moved = query_optional(row, 3);
		bool due = step != GROEI_NO_DAY && step <= horizon;
		bool quiet_now = step < groei_today(groei) && moved <= quiet &&
		                 query_optional(row, 4) <= quiet && !person->talk.away;
		struct found found = {.id = db_int(row, 0), .day = step};

		if (!due && !quiet_now)
			continue;
		found.folded = groei_arena_text(arena, query_word(row, 2));
		if (due)
			find_add(arena, steps, found);
		found.day = moved;
		if (quiet_now)
			find_add(arena, still, found);
	}
	return store_result(groei->store, result);
}

/* Leaves out those that something hangs on since. */
static enum groei_status drop_moved(struct groei *groei, int32_t quiet, struct finds *still)
{
	struct db_statement *row;
	size_t kept = 0;
	enum groei_status status =
	    still->count == 0 ? GROEI_OK : query(groei->store, QUERY_TODAY_MOVED, &row);

	for (size_t i = 0; status == GROEI_OK && i < still->count; i++) {
		enum db_result result;

		db_bind_int(row, 1, still->list[i].id);
		db_bind_int(row, 2, quiet);
		result = db_step(row);
		if (result == DB_ROW)
			db_reset(row);
		else
			still->list[kept++] = still->list[i];
		status = store_result(groei->store, result);
	}
	still->count = kept;
	return status;
}

/* A goal that stands still stands by its last movement, and asks today. */
static enum groei_status fetch_still(struct groei *groei, struct collected *c, struct finds *still)
{
	size_t before = c->count;
	enum groei_status status = fetch_by_day(groei, c, TODAY_LIST_STALLED, still);

	for (size_t i = before; status == GROEI_OK && i < c->count; i++) {
		c->items[i].day = groei_today(groei);
		status = goal_movement(groei, &c->items[i].goal, &c->items[i].since);
	}
	return status;
}

static enum groei_status goals(struct groei *groei, struct collected *c,
                               const struct today_people *people, int32_t horizon)
{
	struct finds steps = {0}, still = {0};
	struct db_statement *row;
	int32_t quiet = groei_today(groei) - groei_framework(groei)->stalled_days;
	enum groei_status status =
	    people->count == 0 ? GROEI_OK : query(groei->store, QUERY_TODAY_GOALS, &row);

	for (size_t i = 0; status == GROEI_OK && i < people->count; i++)
		status = find_goals(groei, c->arena, row, &people->list[i], horizon, quiet, &steps,
		                    &still);
	if (status == GROEI_OK)
		status = drop_moved(groei, quiet, &still);
	if (status == GROEI_OK)
		status = fetch_by_day(groei, c, TODAY_LIST_GOALS, &steps);
	return status == GROEI_OK ? fetch_still(groei, c, &still) : status;
}

static enum groei_status learning_needs(struct groei *groei, struct collected *c,
                                        const struct today_people *people, int32_t horizon)
{
	struct today_learning_day *needs = NULL;
	size_t count = 0;
	enum groei_status status = learning_today(groei, c->arena, people, horizon, &needs, &count);

	for (size_t i = 0; status == GROEI_OK && i < count && i < c->most; i++)
		next_item(c, TODAY_LEARNING, needs[i].day)->learning = needs[i].need;
	if (count > c->most)
		c->more[TODAY_LIST_LEARNING] = count - c->most;
	return status;
}

static enum groei_status heard_open(struct groei *groei, struct collected *c)
{
	struct finds finds = {0};
	struct db_statement *row;
	enum groei_status status = query(groei->store, QUERY_TODAY_HEARD, &row);

	if (status != GROEI_OK)
		return status;
	db_bind_int(row, 1, groei->who);
	status = find_rows(groei, c->arena, row, &finds);
	return status == GROEI_OK ? fetch_by_day(groei, c, TODAY_LIST_HEARD, &finds) : status;
}

/* A reflection without a day that was asked for stands last, then the newest first. */
static int by_asked(const void *a, const void *b)
{
	const struct found *x = a, *y = b;

	if (x->day == y->day && x->written != y->written)
		return x->written > y->written ? -1 : 1;
	if (x->day != y->day && (x->day == GROEI_NO_DAY || y->day == GROEI_NO_DAY))
		return x->day == GROEI_NO_DAY ? 1 : -1;
	return by_day(a, b);
}

static int by_written(const void *a, const void *b)
{
	const struct found *x = a, *y = b;

	if (x->written != y->written)
		return x->written < y->written ? -1 : 1;
	return strcmp(x->folded, y->folded) != 0 ? strcmp(x->folded, y->folded)
	       : x->id < y->id                   ? -1
	                                         : x->id > y->id;
}

static enum groei_status find_reflections(struct groei *groei, struct groei_arena *arena,
                                          enum query which, struct finds *finds)
{
	size_t before = finds->count;
	struct db_statement *row;
	enum db_result result;
	enum groei_status status = query(groei->store, which, &row);

	if (status != GROEI_OK)
		return status;
	db_bind_int(row, 1, groei->who);
	while ((result = db_step(row)) == DB_ROW)
		find_add(arena, finds,
		         (struct found){db_int(row, 0), query_optional(row, 1),
		                        groei_arena_text(arena, query_word(row, 2)),
		                        query_optional(row, 3)});
	if (finds->count - before > 1)
		qsort(finds->list + before, finds->count - before, sizeof *finds->list,
		      which == QUERY_TODAY_WAITING ? by_written : by_asked);
	return store_result(groei->store, result);
}

/* What waits for my consent, then my own drafts. */
static enum groei_status reflections_open(struct groei *groei, struct collected *c)
{
	struct finds finds = {0};
	enum groei_status status =
	    find_reflections(groei, c->arena, QUERY_TODAY_WAITING, &finds);

	if (status == GROEI_OK)
		status = find_reflections(groei, c->arena, QUERY_TODAY_REFLECTIONS, &finds);
	return status == GROEI_OK ? fetch(groei, c, TODAY_LIST_REFLECTIONS, &finds) : status;
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
static enum groei_status collect_watch(struct groei *groei, struct collected *c,
                                       const struct today_people *people)
{
	enum season season =
	    groei_day_civil(groei_today(groei)).month < OCTOBER ? EARLIER : LAST_QUARTER;
	struct db_statement *row;
	size_t kept = 0;
	enum db_result result;
	enum groei_status status;

	if (!people->me.hr)
		return GROEI_OK;
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
	struct today_people people = {.count = 0};
	size_t due = 0;
	int32_t today = groei_today(groei), horizon = today + HORIZON;
	enum groei_status status = access_read(groei);

	if (status == GROEI_OK)
		status = groei_look_begin(groei);
	if (status != GROEI_OK)
		return status;
	status = today_people_read(groei, arena, &people);
	if (status == GROEI_OK)
		status = talks(groei, &c, &people, horizon);
	if (status == GROEI_OK)
		status = my_actions(groei, &c, horizon);
	if (status == GROEI_OK)
		status = others_actions(groei, &c, &people);
	if (status == GROEI_OK)
		status = goals(groei, &c, &people, horizon);
	if (status == GROEI_OK)
		status = reflections_open(groei, &c);
	if (status == GROEI_OK)
		status = learning_needs(groei, &c, &people, horizon);
	for (size_t i = 0; i < c.count; i++)
		due += is_due(&c.items[i], today);
	if (status == GROEI_OK) /* it waits, but nothing is due */
		status = heard_open(groei, &c);
	if (status == GROEI_OK)
		status = collect_watch(groei, &c, &people);
	if (status == GROEI_OK)
		status = collect_drafts(groei, &c);
	if (status == GROEI_OK)
		status = today_behind(groei, arena, &people, &found);
	if (status == GROEI_OK && groei->who != 0)
		status = today_rhythm(groei, arena, &people, &found);
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
