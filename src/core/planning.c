/* Days for conversations: what a lead's day holds, the day that groei proposes, and whether the rhythms of
 * a lead's people can be kept at all. */
#include <groei/framework.h>

#include "core/core.h"

enum { SATURDAY = 6, WEEK = 7, WORKING = 5, WEEKS = 12, FARTHEST = 2 * 366 };

static enum groei_status most_talks(struct groei *groei, int64_t lead, int *most_out)
{
	struct person person;
	enum groei_status status = record_get(groei->store, groei->store->scratch,
	                                      groei_table(GROEI_PERSON), lead, &person);

	if (status == GROEI_OK)
		*most_out = person.talks_a_day != GROEI_NONE ? person.talks_a_day
		                                             : groei_framework(groei)->talks_a_day;
	return status;
}

static enum groei_status talks_on(struct groei *groei, int64_t lead, int32_t day, int *talks_out)
{
	struct db_statement *statement;
	enum db_result result;
	enum groei_status status = query(groei->store, QUERY_LEAD_DAY, &statement);

	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 1, lead);
	db_bind_int(statement, 2, day);
	result = db_step(statement);
	if (result == DB_ROW) {
		*talks_out = (int)db_int(statement, 0);
		db_reset(statement);
	}
	return store_result(groei->store, result);
}

enum groei_status groei_lead_day(struct groei *groei, int64_t lead, int32_t day,
                                 struct lead_day *day_out)
{
	struct lead_day found = {0};
	enum groei_status status = access_read(groei);

	if (status == GROEI_OK)
		status = most_talks(groei, lead, &found.most);
	if (status == GROEI_OK)
		status = talks_on(groei, lead, day, &found.talks);
	if (status == GROEI_OK)
		*day_out = found;
	return status;
}

const char *groei_lead_day_warning(struct groei *groei, struct groei_arena *arena, int64_t lead,
                                   int32_t day)
{
	struct lead_day found = {0};
	char text[GROEI_DATE_SIZE];

	if (groei_lead_day(groei, lead, day, &found) != GROEI_OK || found.talks <= found.most)
		return NULL;
	return groei_arena_print(arena,
	                         P_("%s: %s has %d talk that day and wants %d at most; choose another "
	                            "day, or set --talks-a-day",
	                            "%s: %s has %d talks that day and wants %d at most; choose another "
	                            "day, or set --talks-a-day",
	                            found.talks),
	                         groei_day_text(day, groei_today(groei), text),
	                         groei_person_name(groei, arena, lead), found.talks, found.most);
}

const char *groei_lead_rhythm_warning(struct groei_arena *arena, const struct lead_rhythm *rhythm)
{
	if (rhythm->needed <= rhythm->possible)
		return NULL;
	return groei_arena_print(arena,
	                         _("The rhythms ask %d talks in %d weeks, your days hold %d: talk less "
	                           "often, lead fewer people, or have more talks a day"),
	                         rhythm->needed, rhythm->weeks, rhythm->possible);
}

enum groei_status planning_day(struct groei *groei, int64_t person, int64_t lead, int32_t day,
                               int32_t *day_out)
{
	int most = 0, talks = 0;
	enum groei_status status = most_talks(groei, lead, &most);

	for (int tried = 0; status == GROEI_OK && tried < FARTHEST && day < GROEI_DAY_MAX; tried++) {
		int weekday = groei_day_civil(day).weekday;
		struct absence away;

		status = absence_on(groei, groei->store->scratch, person, day, &away);
		if (status == GROEI_OK && away.ends == GROEI_NO_DAY)
			return GROEI_NO;
		if (status == GROEI_OK) {
			day = away.ends + 1;
			continue;
		}
		if (status != GROEI_NO)
			return status;
		status = GROEI_OK;
		if (weekday >= SATURDAY) {
			day += WEEK + 1 - weekday;
			continue;
		}
		status = talks_on(groei, lead, day, &talks);
		if (status == GROEI_OK && talks < most)
			break;
		day++;
	}
	if (status == GROEI_OK)
		*day_out = day;
	return status;
}

enum groei_status planning_room(struct groei *groei, const struct conversation *talk)
{
	struct person lead;
	char full[GROEI_DATE_SIZE], room[GROEI_DATE_SIZE];
	int32_t day = talk->day;
	int talks = 0;
	enum groei_status status = record_get(groei->store, groei->store->scratch,
	                                      groei_table(GROEI_PERSON), talk->lead, &lead);

	if (status == GROEI_NOT_FOUND) /* refused by its field, with every other reference */
		return GROEI_OK;
	if (status != GROEI_OK || lead.talks_a_day == GROEI_NONE || day <= groei_today(groei))
		return status;
	status = talks_on(groei, lead.id, day, &talks);
	if (status != GROEI_OK || talks < lead.talks_a_day)
		return status;
	status = planning_day(groei, talk->person, lead.id, day, &day);
	if (status != GROEI_OK && status != GROEI_NO)
		return status;
	groei_day_text(talk->day, groei_today(groei), full);
	groei_day_text(day, groei_today(groei), room);
	return fault_field(groei, groei_table(GROEI_CONVERSATION), "day",
	                   P_("%s holds %d talk already, the most %s wants a day; %s has room",
	                      "%s holds %d talks already, the most %s wants a day; %s has room", talks),
	                   full, talks, lead.name, status == GROEI_OK ? room : "–");
}

enum groei_status groei_plan_day(struct groei *groei, int64_t person_id, int32_t from,
                                 int32_t *day_out)
{
	struct person person;
	int32_t today = groei_today(groei);
	enum groei_status status = access_read(groei);

	if (status == GROEI_OK)
		status = record_get(groei->store, groei->store->scratch, groei_table(GROEI_PERSON),
		                    person_id, &person);
	if (status != GROEI_OK)
		return status;
	if (from == GROEI_NO_DAY)
		from = groei_next_due(groei, person_id);
	return planning_day(groei, person_id, person.lead != 0 ? person.lead : groei->who,
	                    from == GROEI_NO_DAY || from < today ? today : from, day_out);
}

/* Talks that so many people with one rhythm come to, in thousandths. */
static int64_t talks_of(const char *cadence, int32_t today, int64_t people)
{
	int32_t later = groei_cadence_day(today, cadence, WEEKS);

	return later == GROEI_NO_DAY || later <= today
	           ? 0
	           : people * WEEKS * WEEK * WEEKS * 1000 / (later - today);
}

enum groei_status planning_rhythm(struct groei *groei, struct groei_arena *arena,
                                  struct rhythm_group *groups, size_t count, int32_t talks_a_day,
                                  struct lead_rhythm *rhythm_out)
{
	int32_t most =
	    talks_a_day != GROEI_NONE ? talks_a_day : groei_framework(groei)->talks_a_day;
	int64_t needed = 0;
	enum groei_status status = GROEI_OK;

	for (size_t i = 0; status == GROEI_OK && i < count; i++) {
		status = cadence_of(groei, arena, groups[i].cadence, groups[i].team, &groups[i].cadence);
		if (status == GROEI_OK)
			needed += talks_of(groups[i].cadence, groei_today(groei), groups[i].people);
	}
	if (status == GROEI_OK)
		*rhythm_out = (struct lead_rhythm){
		    .weeks = WEEKS, .needed = (int)(needed / 1000), .possible = WEEKS * WORKING * most};
	return status;
}

enum groei_status groei_lead_rhythm(struct groei *groei, struct groei_arena *arena, int64_t lead,
                                    struct lead_rhythm *rhythm_out)
{
	enum { MOST = 256 };
	struct rhythm_group *groups = groei_arena_take(arena, MOST * sizeof *groups);
	struct db_statement *statement;
	enum db_result result;
	size_t count = 0;
	int most = 0;
	enum groei_status status = access_read(groei);

	if (status == GROEI_OK)
		status = most_talks(groei, lead, &most);
	if (status == GROEI_OK)
		status = query(groei->store, QUERY_RHYTHMS, &statement);
	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 1, lead);
	db_bind_int(statement, 2, groei_today(groei));
	while ((result = db_step(statement)) == DB_ROW && count < MOST)
		groups[count++] = (struct rhythm_group){groei_arena_text(arena, db_text(statement, 0)),
		                                        db_int(statement, 1), db_int(statement, 2)};
	if (result == DB_ROW)
		db_reset(statement);
	status = store_result(groei->store, result);
	return status == GROEI_OK ? planning_rhythm(groei, arena, groups, count, most, rhythm_out)
	                          : status;
}

enum groei_status groei_silences(struct groei *groei, struct groei_arena *arena, int64_t lead,
                                 struct silence **silences_out, size_t *count_out)
{
	enum { MOST = 200 };
	struct silence *list = groei_arena_take(arena, MOST * sizeof *list);
	struct db_statement *row;
	enum db_result result;
	size_t count = 0;
	enum groei_status status = access_read(groei);

	if (status == GROEI_OK)
		status = query(groei->store, QUERY_SILENCES, &row);
	if (status != GROEI_OK)
		return status;
	db_bind_int(row, 1, lead);
	db_bind_int(row, 2, groei_today(groei));
	while ((result = db_step(row)) == DB_ROW && count < MOST)
		list[count++] = (struct silence){.person = db_int(row, 0),
		                                 .handle = groei_arena_text(arena, db_text(row, 1)),
		                                 .name = groei_arena_text(arena, db_text(row, 2)),
		                                 .last_day = query_optional(row, 3)};
	if (result == DB_ROW)
		db_reset(row);
	status = store_result(groei->store, result);
	if (status == GROEI_OK) {
		*silences_out = list;
		*count_out = count;
	}
	return status;
}
