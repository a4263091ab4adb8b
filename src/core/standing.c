/* Where each pair stands: last talk, next one due by cadence, next one planned. Kept in person_state, in
 * the transaction of whatever changes it. */
#include <groei/framework.h>

#include "core/core.h"

#include <assert.h>

enum groei_status cadence_find(struct groei *groei, struct groei_arena *arena, int64_t person_id,
                               const char **cadence_out)
{
	struct person person;
	struct team team;
	int64_t next;
	enum groei_status status =
	    record_get(groei->store, arena, groei_table(GROEI_PERSON), person_id, &person);

	if (status != GROEI_OK)
		return status;
	if (person.cadence != NULL) {
		*cadence_out = person.cadence;
		return GROEI_OK;
	}
	next = person.team;
	for (int depth = 0; next != 0 && depth < TEAM_DEPTH; depth++) {
		status = record_get(groei->store, arena, groei_table(GROEI_TEAM), next, &team);
		if (status != GROEI_OK)
			return status;
		if (team.cadence != NULL) {
			*cadence_out = team.cadence;
			return GROEI_OK;
		}
		next = team.parent;
	}
	*cadence_out = groei_framework(groei)->cadence;
	return GROEI_OK;
}

const char *groei_cadence(struct groei *groei, struct groei_arena *arena, int64_t person)
{
	const char *cadence = groei_framework(groei)->cadence;

	if (access_read(groei) == GROEI_OK)
		cadence_find(groei, arena, person, &cadence);
	return cadence;
}

static enum groei_status state_drop(struct groei *groei, int64_t person)
{
	struct db_statement *statement;
	enum groei_status status = query(groei->store, QUERY_STATE_DROP, &statement);

	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 1, person);
	return query_finish(groei->store, statement);
}

enum groei_status standing_refresh(struct groei *groei, int64_t person_id)
{
	struct groei_arena *arena = groei->store->scratch;
	struct person person;
	struct conversation last = {.day = GROEI_NO_DAY}, open = {.day = GROEI_NO_DAY};
	struct db_statement *statement;
	const char *cadence;
	int32_t due;
	enum groei_status status = records_get(groei, GROEI_PERSON, person_id, &person);

	if (status == GROEI_NOT_FOUND)
		return state_drop(groei, person_id);
	if (status == GROEI_OK)
		status = cadence_find(groei, arena, person_id, &cadence);
	if (status == GROEI_OK)
		status = conversation_last_read(groei, arena, person_id, GROEI_NO_DAY, &last);
	if (status == GROEI_OK || status == GROEI_NO)
		status = conversation_open_read(groei, arena, person_id, &open);
	if (status == GROEI_OK || status == GROEI_NO)
		status = query(groei->store, QUERY_STATE_SAVE, &statement);
	if (status != GROEI_OK)
		return status;
	due = last.id != 0 ? groei_cadence_day(last.day, cadence, 1)
	      : person.starts != GROEI_NO_DAY && person.starts > person.made ? person.starts
	                                                                     : person.made;
	if (due == GROEI_NO_DAY) /* beyond the calendar */
		due = GROEI_DAY_MAX;
	db_bind_int(statement, 1, person_id);
	query_bind_ref(statement, 2, person.lead);
	query_bind_optional(statement, 3, last.day);
	query_bind_ref(statement, 4, last.id);
	db_bind_int(statement, 5, due);
	query_bind_ref(statement, 6, open.id);
	query_bind_optional(statement, 7, open.day);
	db_bind_int(statement, 8, open.id != 0 ? open.day : due);
	query_bind_optional(statement, 9, person.ends);
	return query_finish(groei->store, statement);
}

static enum groei_status energy_read(struct groei *groei, struct standing *standing)
{
	struct db_statement *statement;
	enum db_result result;
	int count = 0;
	enum groei_status status = query(groei->store, QUERY_ENERGY, &statement);

	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 1, standing->person);
	while ((result = db_step(statement)) == DB_ROW && count < 12)
		standing->energy[count++] = (int32_t)db_int(statement, 0);
	if (result == DB_ROW)
		db_reset(statement);
	standing->energy_count = count;
	for (int i = 0; i < count / 2; i++) {
		int32_t swap = standing->energy[i];

		standing->energy[i] = standing->energy[count - 1 - i];
		standing->energy[count - 1 - i] = swap;
	}
	return store_result(groei->store, result);
}

static enum groei_status standing_read(struct groei *groei, const struct person *person,
                                       struct standing *out)
{
	struct db_statement *statement;
	enum db_result result;
	struct standing standing = {
	    .person = person->id,
	    .handle = person->handle,
	    .name = person->name,
	    .role = person->role,
	    .last_day = GROEI_NO_DAY,
	    .due = GROEI_NO_DAY,
	    .planned_day = GROEI_NO_DAY,
	};
	enum groei_status status = query(groei->store, QUERY_STANDING, &statement);

	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 1, person->id);
	db_bind_int(statement, 2, groei_today(groei));
	result = db_step(statement);
	if (result == DB_ROW) {
		standing.last_day = query_optional(statement, 0);
		if (person->lead != 0) /* nobody owes a talk to who has no lead here */
			standing.due = query_optional(statement, 1);
		standing.planned = db_int(statement, 2);
		standing.planned_day = query_optional(statement, 3);
		standing.open_actions = (int)db_int(statement, 4);
		standing.overdue_actions = (int)db_int(statement, 5);
		standing.open_goals = (int)db_int(statement, 6);
		db_reset(statement);
	}
	status = store_result(groei->store, result);
	if (status == GROEI_OK)
		status = energy_read(groei, &standing);
	if (status == GROEI_OK)
		*out = standing;
	return status;
}

enum groei_status groei_standing(struct groei *groei, struct groei_arena *arena, int64_t person_id,
                                 struct standing *out)
{
	struct person person;
	enum groei_status status = groei_get(groei, arena, GROEI_PERSON, person_id, &person);

	return status == GROEI_OK ? standing_read(groei, &person, out) : status;
}

int32_t groei_next_due(struct groei *groei, int64_t person_id)
{
	struct groei_arena *arena = groei_arena_open();
	struct standing standing = {.due = GROEI_NO_DAY};

	groei_standing(groei, arena, person_id, &standing);
	groei_arena_close(arena);
	return standing.due;
}

enum groei_status groei_people(struct groei *groei, struct groei_arena *arena, int64_t lead,
                               const struct groei_query *wanted, struct standing **people_out,
                               size_t *count_out)
{
	struct groei_query by_lead = *wanted;
	struct standing *people;
	void *records;
	size_t count = 0;
	enum groei_status status;

	if (lead != 0) {
		size_t at = 0;

		while (by_lead.condition[at].field != NULL)
			at++;
		assert(at < sizeof by_lead.condition / sizeof *by_lead.condition);
		by_lead.condition[at] = (struct groei_condition){"lead", lead};
	}
	status = groei_list(groei, arena, GROEI_PERSON, &by_lead, &records, &count);
	if (status != GROEI_OK)
		return status;
	people = groei_arena_take(arena, count * sizeof *people);
	for (size_t i = 0; status == GROEI_OK && i < count; i++)
		status = standing_read(groei, (struct person *)records + i, &people[i]);
	if (status == GROEI_OK) {
		*people_out = people;
		*count_out = count;
	}
	return status;
}
