/* Whom Today is about: who has me for a lead, and myself, each with their agenda. Knows nothing of what is
 * listed under them. */
#include "core/today.h"

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
	int32_t horizon;
	struct db_statement *person, *agenda;
	struct today_people people;
	size_t room;
};

static struct today_person person_of(struct groei_arena *arena, struct db_statement *row, int64_t id)
{
	return (struct today_person){
	    .talk = {.person = id,
	             .handle = groei_arena_text(arena, db_text(row, 0)),
	             .name = groei_arena_text(arena, db_text(row, 1)),
	             .role = groei_arena_text(arena, db_text(row, 2)),
	             .last_day = query_optional(row, 9),
	             .due = query_optional(row, 10),
	             .planned = db_int(row, 11),
	             .planned_day = query_optional(row, 12),
	             .planned_away = (int)db_int(row, 13),
	             .postponed = (int)db_int(row, 14),
	             .away_until = GROEI_NO_DAY},
	    .came = query_optional(row, 3),
	    .folded = groei_arena_text(arena, query_word(row, 4)),
	    .cadence = groei_arena_text(arena, db_text(row, 5)),
	    .team = db_int(row, 6),
	    .talks_a_day = query_optional(row, 7),
	    .hr = strcmp(query_word(row, 8), "yes") == 0,
	    .lead = db_int(row, 15),
	    .attend = query_optional(row, 16),
	    .ends = query_optional(row, 17),
	    .formal_day = query_optional(row, 18),
	    .formal = query_optional(row, 19),
	};
}

static void find_absence(int32_t today, struct today_person *person)
{
	for (size_t i = 0; i < person->agenda_count; i++) {
		const struct agenda_row *row = &person->agenda[i];

		if (row->kind != AGENDA_AWAY || row->day > today)
			continue;
		person->talk.away = 1;
		person->talk.away_until = row->until == AGENDA_FOREVER ? GROEI_NO_DAY : row->until;
	}
}

/* GROEI_NO: nobody that I may see. */
static enum groei_status person_read(struct reading *r, int64_t id, struct today_person *person_out)
{
	struct today_person person;
	enum db_result result;
	enum groei_status status;

	db_bind_int(r->person, 1, id);
	result = db_step(r->person);
	if (result == DB_DONE)
		return GROEI_NO;
	if (result != DB_ROW)
		return store_result(r->groei->store, result);
	person = person_of(r->arena, r->person, id);
	db_reset(r->person);
	names_know(r->groei, id, person.talk.handle, person.talk.name);
	status = agenda_read(r->groei, r->arena, r->agenda, id, AGENDA_SHARED, r->horizon,
	                     &person.agenda, &person.agenda_count);
	if (status != GROEI_OK)
		return status;
	find_absence(groei_today(r->groei), &person);
	person.talk.silent = standing_silent(r->groei, &person.talk);
	*person_out = person;
	return GROEI_OK;
}

static void keep(struct reading *r, const struct today_person *person)
{
	struct today_people *people = &r->people;

	people->list = groei_arena_grow(r->arena, people->list, people->count, &r->room,
	                                sizeof *people->list);
	people->list[people->count++] = *person;
}

/* Those who left are not in the agenda. */
static enum groei_status led_read(struct reading *r)
{
	enum groei_status status = agenda_read(r->groei, r->arena, r->agenda, r->groei->who,
	                                       AGENDA_OWN, r->horizon, &r->people.own,
	                                       &r->people.own_count);

	for (size_t i = 0; status == GROEI_OK && i < r->people.own_count; i++) {
		const struct agenda_row *own = &r->people.own[i];
		struct today_person person;

		if (own->kind != AGENDA_LED || own->record == r->groei->who)
			continue;
		status = person_read(r, own->record, &person);
		if (status == GROEI_OK)
			keep(r, &person);
		if (status == GROEI_NO)
			status = GROEI_OK;
	}
	return status;
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

enum groei_status today_people_read(struct groei *groei, struct groei_arena *arena, int32_t horizon,
                                    struct today_people *people_out)
{
	struct reading r = {.groei = groei,
	                    .arena = arena,
	                    .horizon = horizon,
	                    .people = {.me = {.talks_a_day = GROEI_NONE}}};
	enum groei_status status = query(groei->store, QUERY_TODAY_PERSON, &r.person);

	if (status == GROEI_OK)
		status = query(groei->store, QUERY_AGENDA, &r.agenda);
	if (status == GROEI_OK)
		status = person_read(&r, groei->who, &r.people.me);
	if (status == GROEI_NO) {
		*people_out = r.people;
		return GROEI_OK;
	}
	if (status == GROEI_OK)
		status = led_read(&r);
	if (status != GROEI_OK)
		return status;
	if (r.people.me.ends == GROEI_NO_DAY || r.people.me.ends >= groei_today(groei))
		keep(&r, &r.people.me);
	if (r.people.count > 1)
		qsort(r.people.list, r.people.count, sizeof *r.people.list, by_talk);
	*people_out = r.people;
	return GROEI_OK;
}

/* Formal talks of this year. What is kept counts those under an earlier lead too, and those ahead of a
 * today that was put back. */
static enum groei_status count_formal(struct groei *groei, const struct today_person *person,
                                      int32_t *formal_out)
{
	struct db_statement *row;
	enum db_result result;
	int32_t today = groei_today(groei), first = today;
	enum groei_status status;

	groei_day_make(groei_day_civil(today).year, 1, 1, &first);
	if (person->formal != GROEI_NONE && person->formal_day <= today &&
	    store_sight(groei->store).of != SIGHT_OTHER) {
		*formal_out = person->formal_day < first ? 0 : person->formal;
		return GROEI_OK;
	}
	status = query(groei->store, QUERY_FORMAL, &row);
	if (status != GROEI_OK)
		return status;
	db_bind_int(row, 1, person->talk.person);
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
		status = count_formal(groei, led[i], &behind.formal);
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
