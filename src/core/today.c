/* What needs somebody today: their agenda and that of their people tells what, one index range a person; then
 * the records that are shown are read by their ids. */
#include "core/today.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <groei/framework.h>

enum { HORIZON = 7, MOST = 200, OCTOBER = 10 };
enum season { EARLIER, LAST_QUARTER }; /* formal talks are counted towards the end of the year */

struct collected {
	struct groei_arena *arena;
	struct today_item *items;
	size_t count, room;
	size_t most; /* of each list */
	size_t more[TODAY_LISTS];
};

static struct today_item *next_item(struct collected *c, enum today_kind kind, int32_t day)
{
	c->items = groei_arena_grow(c->arena, c->items, c->count, &c->room, sizeof *c->items);
	c->items[c->count] = (struct today_item){.kind = kind, .day = day};
	return &c->items[c->count++];
}

/* What the agenda names, to be put in order before the records themselves are read. */
struct found {
	int64_t id;
	int32_t day;
};
struct finds {
	struct found *list;
	size_t count, room;
};

static void find_add(struct groei_arena *arena, struct finds *finds, const struct agenda_row *row)
{
	finds->list = groei_arena_grow(arena, finds->list, finds->count, &finds->room,
	                               sizeof *finds->list);
	finds->list[finds->count++] = (struct found){row->record, row->day};
}

static int by_day(const void *a, const void *b)
{
	const struct found *x = a, *y = b;

	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	return x->id < y->id ? -1 : x->id > y->id;
}

static const struct source {
	enum groei_entity entity;
	enum today_kind kind;
	size_t offset; /* of the record in an item */
	enum record_extent extent;
} sources[TODAY_LISTS] = {
    [TODAY_LIST_MINE] = {GROEI_ACTION, TODAY_ACTION, offsetof(struct today_item, action),
                         RECORD_LISTED},
    [TODAY_LIST_OTHERS] = {GROEI_ACTION, TODAY_ACTION, offsetof(struct today_item, action),
                         RECORD_LISTED},
    [TODAY_LIST_GOALS] = {GROEI_GOAL, TODAY_GOAL, offsetof(struct today_item, goal),
                          RECORD_LISTED},
    [TODAY_LIST_STALLED] = {GROEI_GOAL, TODAY_STALLED, offsetof(struct today_item, goal),
                          RECORD_LISTED},
    [TODAY_LIST_HEARD] = {GROEI_HEARD, TODAY_HEARD, offsetof(struct today_item, heard),
                          RECORD_LISTED},
    [TODAY_LIST_REFLECTIONS] = {GROEI_REFLECTION, TODAY_REFLECTION,
                                offsetof(struct today_item, reflection), RECORD_WHOLE},
};

/* An item to be put in its place: by day, and by its words among those of one day. */
struct placed {
	struct today_item *item;
	const struct source *source;
	struct groei_arena *arena;
	const char *words; /* NULL until they were asked for */
};

static const void *record_of(const struct placed *placed)
{
	return (const char *)placed->item + placed->source->offset;
}

static int by_words(struct placed *x, struct placed *y)
{
	const struct groei_table *table = groei_table(x->source->entity);
	const struct groei_record *one = record_of(x), *other = record_of(y);
	int order;

	if (x->words == NULL)
		x->words = record_folded(x->arena, table, one);
	if (y->words == NULL)
		y->words = record_folded(y->arena, table, other);
	order = strcmp(x->words, y->words);
	return order != 0 ? order : one->id < other->id ? -1 : one->id > other->id;
}

/* What waits for my consent, the oldest first; then my own drafts by the day they are asked by; those without
 * one stand last, and of one day the newest first. */
static int by_asked(const struct reflection *x, const struct reflection *y)
{
	if ((x->state == REFLECTION_WAITING) != (y->state == REFLECTION_WAITING))
		return x->state == REFLECTION_WAITING ? -1 : 1;
	if (x->state == REFLECTION_WAITING)
		return x->day < y->day ? -1 : x->day > y->day;
	if (x->due == y->due)
		return x->day > y->day ? -1 : x->day < y->day;
	if (x->due == GROEI_NO_DAY || y->due == GROEI_NO_DAY)
		return x->due == GROEI_NO_DAY ? 1 : -1;
	return x->due < y->due ? -1 : 1;
}

static int by_place(const void *a, const void *b)
{
	struct placed *x = *(struct placed *const *)a, *y = *(struct placed *const *)b;
	int order = x->source->entity == GROEI_REFLECTION
	                ? by_asked(&x->item->reflection, &y->item->reflection)
	            : x->item->day != y->item->day ? (x->item->day < y->item->day ? -1 : 1)
	                                           : 0;

	return order != 0 ? order : by_words(x, y);
}

/* The items of a list from `first` on, in order. */
static void arrange(struct collected *c, const struct source *source, size_t first)
{
	size_t count = c->count - first;
	struct placed *placed = groei_arena_take(c->arena, count * sizeof *placed);
	struct placed **order = groei_arena_take(c->arena, count * sizeof *order);
	struct today_item *items;

	for (size_t i = 0; i < count; i++) {
		placed[i] = (struct placed){&c->items[first + i], source, c->arena, NULL};
		order[i] = &placed[i];
	}
	qsort(order, count, sizeof *order, by_place);
	items = groei_arena_take(c->arena, count * sizeof *items);
	for (size_t i = 0; i < count; i++)
		items[i] = *order[i]->item;
	memcpy(c->items + first, items, count * sizeof *items);
}

/* The items of a list, as many as it shows; which the agenda names by mistake, or I may not see, are left
 * out. */
static enum groei_status fetch(struct groei *groei, struct collected *c, enum today_list list,
                               struct finds *finds)
{
	const struct source *source = &sources[list];
	size_t first = c->count;
	struct db_statement *row;
	enum groei_status status;

	if (finds->count == 0)
		return GROEI_OK;
	qsort(finds->list, finds->count, sizeof *finds->list, by_day);
	status = record_by_id(groei->store, groei_table(source->entity), source->extent, &row);
	for (size_t i = 0; status == GROEI_OK && i < finds->count && i < c->most; i++) {
		enum db_result result;

		db_bind_int(row, 1, finds->list[i].id);
		result = db_step(row);
		if (result == DB_ROW) {
			struct today_item *item = next_item(c, source->kind, finds->list[i].day);

			record_read_by_id(row, c->arena, groei_table(source->entity), source->extent,
			                  (char *)item + source->offset);
			if (source->entity == GROEI_REFLECTION)
				item->day = item->reflection.due;
			db_reset(row);
		}
		status = store_result(groei->store, result);
	}
	if (status == GROEI_OK && finds->count > c->most)
		c->more[list] = finds->count - c->most;
	if (status == GROEI_OK && c->count - first > 1)
		arrange(c, source, first);
	return status;
}

static void talks(struct groei *groei, struct collected *c, const struct today_people *people,
                  int32_t horizon)
{
	size_t kept = 0;

	for (size_t i = 0; i < people->count; i++) {
		const struct today_person *person = &people->list[i];
		const struct standing *talk = &person->talk;
		bool own = talk->person == groei->who && talk->planned_day != GROEI_NO_DAY &&
		           talk->planned_day <= horizon;

		if (!own && !(today_leads(groei, person) && person->attend <= horizon))
			continue;
		if (++kept > c->most)
			c->more[TODAY_LIST_TALKS]++;
		else
			next_item(c, TODAY_TALK, talk->planned != 0 ? talk->planned_day : talk->due)->talk =
			    *talk;
	}
}

/* Which list a row of my agenda belongs to; TODAY_LISTS: none. */
static enum today_list mine(const struct agenda_row *row)
{
	switch (row->kind) {
	case AGENDA_ACTION:
		return TODAY_LIST_MINE;
	case AGENDA_HEARD:
		return TODAY_LIST_HEARD;
	case AGENDA_DRAFT:
	case AGENDA_CONSENT:
		return TODAY_LIST_REFLECTIONS;
	default:
		return TODAY_LISTS;
	}
}

/* The same for a row of somebody that Today is about, myself too. What they or others promised asks when it
 * is overdue; a goal asks when nothing happened to it for long and no next step lies ahead. */
static enum today_list theirs(struct groei *groei, const struct today_person *person,
                              const struct agenda_row *row)
{
	int32_t today = groei_today(groei);
	int64_t of = person->talk.person;

	switch (row->kind) {
	case AGENDA_ACTION:
		return today_leads(groei, person) && of != groei->who && row->other == of &&
		               row->day < today
		           ? TODAY_LIST_OTHERS
		           : TODAY_LISTS;
	case AGENDA_PROMISED:
		return today_leads(groei, person) && row->other != groei->who && row->day < today
		           ? TODAY_LIST_OTHERS
		           : TODAY_LISTS;
	case AGENDA_STEP:
		return TODAY_LIST_GOALS;
	case AGENDA_STILL:
		return !person->talk.away && row->other < today &&
		               row->day <= today - groei_framework(groei)->stalled_days
		           ? TODAY_LIST_STALLED
		           : TODAY_LISTS;
	default:
		return TODAY_LISTS;
	}
}

static void find_mine(struct groei_arena *arena, const struct agenda_row *rows, size_t count,
                      struct finds finds[TODAY_LISTS])
{
	for (size_t i = 0; i < count; i++) {
		enum today_list list = mine(&rows[i]);

		if (list != TODAY_LISTS)
			find_add(arena, &finds[list], &rows[i]);
	}
}

static void find_all(struct groei *groei, struct groei_arena *arena,
                     const struct today_people *people, struct finds finds[TODAY_LISTS])
{
	find_mine(arena, people->me.agenda, people->me.agenda_count, finds);
	find_mine(arena, people->own, people->own_count, finds);
	for (size_t i = 0; i < people->count; i++) {
		const struct today_person *person = &people->list[i];

		for (size_t j = 0; j < person->agenda_count; j++) {
			enum today_list list = theirs(groei, person, &person->agenda[j]);

			if (list != TODAY_LISTS)
				find_add(arena, &finds[list], &person->agenda[j]);
		}
	}
}

/* A goal that stands still stands by its last movement, and asks today. */
static enum groei_status fetch_still(struct groei *groei, struct collected *c, struct finds *still)
{
	size_t before = c->count;
	enum groei_status status = fetch(groei, c, TODAY_LIST_STALLED, still);

	for (size_t i = before; status == GROEI_OK && i < c->count; i++) {
		c->items[i].since = c->items[i].day;
		c->items[i].day = groei_today(groei);
	}
	return status;
}

static enum groei_status learning_needs(struct groei *groei, struct collected *c,
                                        const struct today_people *people)
{
	struct today_learning_day *needs = NULL;
	size_t count = 0;
	enum groei_status status = learning_today(groei, c->arena, people, &needs, &count);

	for (size_t i = 0; status == GROEI_OK && i < count && i < c->most; i++)
		next_item(c, TODAY_LEARNING, needs[i].day)->learning = needs[i].need;
	if (count > c->most)
		c->more[TODAY_LIST_LEARNING] = count - c->most;
	return status;
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

/* What the agenda names; heard waits, but nothing of it is due. */
static enum groei_status collect_agenda(struct groei *groei, struct collected *c,
                                        const struct today_people *people, size_t *due_out)
{
	struct finds finds[TODAY_LISTS] = {{0}};
	int32_t today = groei_today(groei);
	size_t due = 0;
	enum groei_status status;

	find_all(groei, c->arena, people, finds);
	status = fetch(groei, c, TODAY_LIST_MINE, &finds[TODAY_LIST_MINE]);
	if (status == GROEI_OK)
		status = fetch(groei, c, TODAY_LIST_OTHERS, &finds[TODAY_LIST_OTHERS]);
	if (status == GROEI_OK)
		status = fetch(groei, c, TODAY_LIST_GOALS, &finds[TODAY_LIST_GOALS]);
	if (status == GROEI_OK)
		status = fetch_still(groei, c, &finds[TODAY_LIST_STALLED]);
	if (status == GROEI_OK)
		status = fetch(groei, c, TODAY_LIST_REFLECTIONS, &finds[TODAY_LIST_REFLECTIONS]);
	if (status == GROEI_OK)
		status = learning_needs(groei, c, people);
	for (size_t i = 0; i < c->count; i++)
		due += is_due(&c->items[i], today);
	*due_out = due;
	return status == GROEI_OK ? fetch(groei, c, TODAY_LIST_HEARD, &finds[TODAY_LIST_HEARD])
	                          : status;
}

static enum groei_status read_today(struct groei *groei, struct groei_arena *arena, size_t most,
                                    struct today *today_out)
{
	struct collected c = {.arena = arena, .most = most};
	struct today found = {.horizon = groei_today(groei) + HORIZON};
	struct today_people people = {.count = 0};
	enum groei_status status = access_read(groei);

	if (status == GROEI_OK)
		status = groei_look_begin(groei);
	if (status != GROEI_OK)
		return status;
	status = today_people_read(groei, arena, found.horizon, &people);
	if (status == GROEI_OK) {
		talks(groei, &c, &people, found.horizon);
		status = collect_agenda(groei, &c, &people, &found.due);
	}
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
