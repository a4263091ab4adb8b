/* Whom Today is about: who has me for a lead, and myself, read in one go with what their days need. Knows
 * nothing of what is listed under them. */
#include "core/core.h"

#include <stdlib.h>
#include <string.h>

enum { OCTOBER = 10 };

bool today_leads(const struct groei *groei, const struct today_person *person)
{
	return person->lead != 0 && person->lead == groei->who;
}

static struct today_person person_of(struct groei *groei, struct groei_arena *arena,
                                     struct db_statement *row)
{
	struct today_person person = {
	    .talk =
	        {
	            .person = db_int(row, 0),
	            .handle = groei_arena_text(arena, db_text(row, 1)),
	            .name = groei_arena_text(arena, db_text(row, 2)),
	            .role = groei_arena_text(arena, db_text(row, 3)),
	            .last_day = query_optional(row, 4),
	            .due = query_optional(row, 5),
	            .planned = db_int(row, 6),
	            .planned_day = query_optional(row, 7),
	            .away = !db_is_null(row, 8),
	            .away_until = query_optional(row, 9),
	            .planned_away = !db_is_null(row, 10),
	            .postponed = (int)db_int(row, 11),
	        },
	    .lead = db_int(row, 12),
	    .attend = query_optional(row, 13),
	    .came = query_optional(row, 15),
	    .folded = groei_arena_text(arena, query_word(row, 16)),
	    .cadence = groei_arena_text(arena, db_text(row, 17)),
	    .team = db_int(row, 18),
	    .talks_a_day = query_optional(row, 19),
	    .hr = strcmp(query_word(row, 20), "yes") == 0,
	};

	person.talk.silent = standing_silent(groei, &person.talk);
	return person;
}

static void keep(struct groei_arena *arena, struct today_people *people, size_t *capacity,
                 const struct today_person *person)
{
	if (people->count == *capacity) {
		size_t larger = *capacity == 0 ? 16 : *capacity * 2;
		struct today_person *more = groei_arena_take(arena, larger * sizeof *more);

		if (people->count > 0)
			memcpy(more, people->list, people->count * sizeof *more);
		people->list = more;
		*capacity = larger;
	}
	people->list[people->count++] = *person;
}

enum groei_status today_people_read(struct groei *groei, struct groei_arena *arena,
                                    struct today_people *people_out)
{
	struct today_people people = {.me = {.talks_a_day = GROEI_NONE}};
	struct db_statement *row;
	enum db_result result;
	size_t capacity = 0;
	int32_t today = groei_today(groei);
	enum groei_status status = query(groei->store, QUERY_TODAY_PEOPLE, &row);

	if (status != GROEI_OK)
		return status;
	db_bind_int(row, 1, groei->who);
	db_bind_int(row, 2, today);
	while ((result = db_step(row)) == DB_ROW) {
		struct today_person person = person_of(groei, arena, row);
		int32_t ends = query_optional(row, 14);

		if (person.talk.person == groei->who)
			people.me = person;
		if (people.count > 0 &&
		    people.list[people.count - 1].talk.person == person.talk.person)
			continue; /* absences that overlap */
		if (ends == GROEI_NO_DAY || ends >= today)
			keep(arena, &people, &capacity, &person);
	}
	status = store_result(groei->store, result);
	if (status == GROEI_OK)
		*people_out = people;
	return status;
}

static enum groei_status count_formal(struct groei *groei, int64_t person, int32_t *formal_out)
{
	struct db_statement *row;
	enum db_result result;
	int32_t today = groei_today(groei), first = today;
	enum groei_status status = query(groei->store, QUERY_FORMAL, &row);

	if (status != GROEI_OK)
		return status;
	groei_day_make(groei_day_civil(today).year, 1, 1, &first);
	db_bind_int(row, 1, person);
	db_bind_int(row, 2, today);
	db_bind_int(row, 3, first);
	result = db_step(row);
	if (result == DB_ROW) {
		*formal_out = (int32_t)db_int(row, 0);
		db_reset(row);
	}
	return store_result(groei->store, result);
}

static int by_name(const void *a, const void *b)
{
	const struct today_person *const *x = a, *const *y = b;
	int order = strcmp((*x)->folded, (*y)->folded);

	if (order != 0)
		return order;
	return (*x)->talk.person < (*y)->talk.person ? -1 : (*x)->talk.person > (*y)->talk.person;
}

enum groei_status today_behind(struct groei *groei, struct groei_arena *arena,
                               const struct today_people *people, struct today *today)
{
	const struct today_person **led;
	size_t count = 0;
	enum groei_status status = GROEI_OK;

	if (groei_day_civil(groei_today(groei)).month < OCTOBER || people->count == 0)
		return GROEI_OK;
	led = groei_arena_take(arena, people->count * sizeof *led);
	for (size_t i = 0; i < people->count; i++) {
		if (today_leads(groei, &people->list[i]))
			led[count++] = &people->list[i];
	}
	qsort(led, count, sizeof *led, by_name);
	today->behind = groei_arena_take(arena, count * sizeof *today->behind);
	for (size_t i = 0; status == GROEI_OK && i < count; i++) {
		struct standing behind = {
		    .person = led[i]->talk.person,
		    .handle = led[i]->talk.handle,
		    .name = led[i]->talk.name,
		    .formal_wanted = standing_formal_wanted(groei, led[i]->came),
		};

		if (behind.formal_wanted == 0)
			continue;
		status = count_formal(groei, behind.person, &behind.formal);
		if (status == GROEI_OK && behind.formal < behind.formal_wanted)
			today->behind[today->behind_count++] = behind;
	}
	return status;
}

static bool same_rhythm(const struct rhythm_group *group, const struct today_person *person)
{
	return group->team == person->team &&
	       (group->cadence == NULL || person->cadence == NULL
	            ? group->cadence == person->cadence
	            : strcmp(group->cadence, person->cadence) == 0);
}

enum groei_status today_rhythm(struct groei *groei, struct groei_arena *arena,
                               const struct today_people *people, struct today *today)
{
	struct rhythm_group *groups = groei_arena_take(arena, (people->count + 1) * sizeof *groups);
	size_t count = 0;

	for (size_t i = 0; i < people->count; i++) {
		const struct today_person *person = &people->list[i];
		size_t at = 0;

		if (!today_leads(groei, person))
			continue;
		while (at < count && !same_rhythm(&groups[at], person))
			at++;
		if (at == count)
			groups[count++] = (struct rhythm_group){person->cadence, person->team, 0};
		groups[at].people++;
	}
	return planning_rhythm(groei, arena, groups, count, people->me.talks_a_day, &today->rhythm);
}
