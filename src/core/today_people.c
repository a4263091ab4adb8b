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

struct reading {
	struct groei *groei;
	struct groei_arena *arena;
	struct db_statement *person, *away;
	struct today_people people;
	size_t capacity;
};

static struct today_person state_of(struct db_statement *row)
{
	return (struct today_person){
	    .talk = {.person = db_int(row, 0),
	             .last_day = query_optional(row, 1),
	             .due = query_optional(row, 2),
	             .planned = db_int(row, 3),
	             .planned_day = query_optional(row, 4),
	             .away_until = GROEI_NO_DAY},
	    .lead = db_int(row, 5),
	    .attend = query_optional(row, 6),
	    .ends = query_optional(row, 7),
	    .talks_a_day = GROEI_NONE,
	};
}

static enum groei_status is_away(struct groei *groei, struct db_statement *away, int64_t person,
                                 int32_t day, int *away_out, int32_t *until_out)
{
	enum db_result result;

	db_bind_int(away, 1, person);
	db_bind_int(away, 2, day);
	result = db_step(away);
	*away_out = result == DB_ROW;
	if (result == DB_ROW) {
		*until_out = query_optional(away, 0);
		db_reset(away);
	}
	return store_result(groei->store, result);
}

/* What their own record and their absences add. GROEI_NOT_FOUND: nobody that I may see. */
static enum groei_status person_read(struct reading *r, struct today_person *person)
{
	struct db_statement *row = r->person;
	enum db_result result;
	enum groei_status status;

	db_bind_int(row, 1, person->talk.person);
	result = db_step(row);
	if (result == DB_DONE)
		return GROEI_NOT_FOUND;
	if (result != DB_ROW)
		return store_result(r->groei->store, result);
	person->talk.handle = groei_arena_text(r->arena, db_text(row, 0));
	person->talk.name = groei_arena_text(r->arena, db_text(row, 1));
	person->talk.role = groei_arena_text(r->arena, db_text(row, 2));
	person->came = query_optional(row, 3);
	person->folded = groei_arena_text(r->arena, query_word(row, 4));
	person->cadence = groei_arena_text(r->arena, db_text(row, 5));
	person->team = db_int(row, 6);
	person->talks_a_day = query_optional(row, 7);
	person->hr = strcmp(query_word(row, 8), "yes") == 0;
	db_reset(row);
	names_know(r->groei, person->talk.person, person->talk.handle, person->talk.name);
	status = is_away(r->groei, r->away, person->talk.person, groei_today(r->groei),
	                 &person->talk.away, &person->talk.away_until);
	person->talk.silent = standing_silent(r->groei, &person->talk);
	return status;
}

enum groei_status today_planned(struct groei *groei, struct standing *talk)
{
	struct db_statement *row;
	enum db_result result;
	int32_t until = GROEI_NO_DAY;
	enum groei_status status;

	if (talk->planned == 0)
		return GROEI_OK;
	status = query(groei->store, QUERY_TODAY_AWAY, &row);
	if (status == GROEI_OK)
		status = is_away(groei, row, talk->person, talk->planned_day, &talk->planned_away, &until);
	if (status == GROEI_OK)
		status = query(groei->store, QUERY_TODAY_POSTPONED, &row);
	if (status != GROEI_OK)
		return status;
	db_bind_int(row, 1, talk->planned);
	result = db_step(row);
	if (result == DB_ROW) {
		talk->postponed = (int)db_int(row, 0);
		db_reset(row);
	}
	return store_result(groei->store, result);
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

static enum groei_status read_states(struct reading *r, enum query which)
{
	struct db_statement *row;
	enum db_result result = DB_DONE;
	enum groei_status status = query(r->groei->store, which, &row);

	if (status != GROEI_OK)
		return status;
	db_bind_int(row, 1, r->groei->who);
	while (status == GROEI_OK && (result = db_step(row)) == DB_ROW) {
		struct today_person person = state_of(row);
		bool here = person.ends == GROEI_NO_DAY || person.ends >= groei_today(r->groei);
		bool me = person.talk.person == r->groei->who;

		if (me ? which != QUERY_TODAY_ME : !here)
			continue;
		status = person_read(r, &person);
		if (status == GROEI_OK && me)
			r->people.me = person;
		if (status == GROEI_OK && here)
			keep(r->arena, &r->people, &r->capacity, &person);
		if (status == GROEI_NOT_FOUND)
			status = GROEI_OK;
	}
	if (status != GROEI_OK) {
		db_reset(row);
		return status;
	}
	return store_result(r->groei->store, result);
}

static int by_talk(const void *a, const void *b)
{
	const struct today_person *x = a, *y = b;
	int order;

	if (x->attend != y->attend)
		return x->attend < y->attend ? -1 : 1;
	order = strcmp(x->folded, y->folded);
	if (order != 0)
		return order;
	return x->talk.person < y->talk.person ? -1 : x->talk.person > y->talk.person;
}

enum groei_status today_people_read(struct groei *groei, struct groei_arena *arena,
                                    struct today_people *people_out)
{
	struct reading r = {
	    .groei = groei, .arena = arena, .people = {.me = {.talks_a_day = GROEI_NONE}}};
	enum groei_status status = query(groei->store, QUERY_TODAY_PERSON, &r.person);

	if (status == GROEI_OK)
		status = query(groei->store, QUERY_TODAY_AWAY, &r.away);
	if (status == GROEI_OK)
		status = read_states(&r, QUERY_TODAY_LED);
	if (status == GROEI_OK)
		status = read_states(&r, QUERY_TODAY_ME);
	if (status != GROEI_OK)
		return status;
	if (r.people.count > 1)
		qsort(r.people.list, r.people.count, sizeof *r.people.list, by_talk);
	*people_out = r.people;
	return GROEI_OK;
}

static enum groei_status count_formal(struct groei *groei, struct db_statement *row,
                                      int64_t person, int32_t *formal_out)
{
	enum db_result result;
	int32_t today = groei_today(groei), first = today;

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
	struct db_statement *row;
	size_t count = 0;
	enum groei_status status;

	if (groei_day_civil(groei_today(groei)).month < OCTOBER || people->count == 0)
		return GROEI_OK;
	led = groei_arena_take(arena, people->count * sizeof *led);
	for (size_t i = 0; i < people->count; i++) {
		if (today_leads(groei, &people->list[i]))
			led[count++] = &people->list[i];
	}
	status = count == 0 ? GROEI_OK : query(groei->store, QUERY_FORMAL, &row);
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
		status = count_formal(groei, row, behind.person, &behind.formal);
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
