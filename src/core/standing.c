/* Where each pair stands: last talk, next one due by cadence, next one planned. Kept in person_state, in
 * the transaction of whatever changes it. */
#include <groei/framework.h>

#include "core/core.h"

#include <assert.h>

enum groei_status cadence_find(struct groei *groei, struct groei_arena *arena, int64_t person_id,
                               const char **cadence_out)
{
	struct person person;
	enum groei_status status =
	    record_get(groei->store, arena, groei_table(GROEI_PERSON), person_id, &person);

	return status == GROEI_OK ? cadence_of(groei, arena, person.cadence, person.team, cadence_out)
	                          : status;
}

enum groei_status cadence_of(struct groei *groei, struct groei_arena *arena, const char *own,
                             int64_t next, const char **cadence_out)
{
	struct db_statement *row;
	enum db_result result;
	enum groei_status status;

	if (own != NULL) {
		*cadence_out = own;
		return GROEI_OK;
	}
	for (int depth = 0; next != 0 && depth < TEAM_DEPTH; depth++) {
		const char *cadence;

		status = query(groei->store, QUERY_TEAM_CADENCE, &row);
		if (status != GROEI_OK)
			return status;
		db_bind_int(row, 1, next);
		result = db_step(row);
		if (result != DB_ROW) {
			status = store_result(groei->store, result);
			if (status != GROEI_OK)
				return status;
			break;
		}
		cadence = groei_arena_text(arena, db_text(row, 0));
		next = db_int(row, 1);
		db_reset(row);
		if (cadence != NULL) {
			*cadence_out = cadence;
			return GROEI_OK;
		}
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

/* Nobody owes a talk to who is away: such a day goes to the first one back. Until further notice there
 * is none, which lies behind the end of the calendar. */
static enum groei_status due_after_absence(struct groei *groei, int64_t person, int32_t *due)
{
	struct absence away;
	enum groei_status status = GROEI_OK;

	while (*due <= GROEI_DAY_MAX &&
	       (status = absence_on(groei, groei->store->scratch, person, *due, &away)) == GROEI_OK)
		*due = away.ends == GROEI_NO_DAY ? GROEI_DAY_MAX + 1 : away.ends + 1;
	return status == GROEI_NO ? GROEI_OK : status;
}

/* The newest formal talk, and how many there were in its year until then. */
static enum groei_status formal_count(struct groei *groei, int64_t person, int32_t *day_out,
                                      int64_t *count_out)
{
	struct db_statement *row;
	enum db_result result;
	int32_t day, first;
	enum groei_status status = query(groei->store, QUERY_FORMAL_LAST, &row);

	if (status != GROEI_OK)
		return status;
	db_bind_int(row, 1, person);
	result = db_step(row);
	if (result != DB_ROW)
		return store_result(groei->store, result);
	day = (int32_t)db_int(row, 0);
	db_reset(row);
	status = query(groei->store, QUERY_FORMAL, &row);
	if (status != GROEI_OK || !groei_day_make(groei_day_civil(day).year, 1, 1, &first))
		return status;
	db_bind_int(row, 1, person);
	db_bind_int(row, 2, day);
	db_bind_int(row, 3, first);
	result = db_step(row);
	if (result == DB_ROW) {
		*day_out = day;
		*count_out = db_int(row, 0);
		db_reset(row);
	}
	return store_result(groei->store, result);
}

enum groei_status standing_refresh(struct groei *groei, int64_t person_id)
{
	struct groei_arena *arena = groei->store->scratch;
	struct person person;
	struct conversation last = {.day = GROEI_NO_DAY}, open = {.day = GROEI_NO_DAY};
	struct absence away;
	struct db_statement *statement;
	const char *cadence;
	int32_t due;
	int planned_away = 0;
	int32_t formal_day = GROEI_NO_DAY;
	int64_t formal = 0;
	enum groei_status status = records_get(groei, GROEI_PERSON, person_id, &person);

	if (status == GROEI_NOT_FOUND)
		return state_drop(groei, person_id);
	if (status == GROEI_OK)
		status = cadence_find(groei, arena, person_id, &cadence);
	if (status == GROEI_OK)
		status = conversation_last_read(groei, arena, person_id, GROEI_NO_DAY, &last);
	if (status == GROEI_OK || status == GROEI_NO)
		status = conversation_open_read(groei, arena, person_id, &open);
	if (status != GROEI_OK && status != GROEI_NO)
		return status;
	due = last.id != 0 ? groei_cadence_day(last.day, cadence, 1)
	      : person.starts != GROEI_NO_DAY && person.starts > person.made ? person.starts
	                                                                     : person.made;
	if (due == GROEI_NO_DAY) /* beyond the calendar */
		due = GROEI_DAY_MAX;
	status = due_after_absence(groei, person_id, &due);
	if (status == GROEI_OK && open.id != 0) {
		status = absence_on(groei, arena, person_id, open.day, &away);
		planned_away = status == GROEI_OK;
		status = status == GROEI_NO ? GROEI_OK : status;
	}
	if (status == GROEI_OK)
		status = formal_count(groei, person_id, &formal_day, &formal);
	if (status == GROEI_OK)
		status = query(groei->store, QUERY_STATE_SAVE, &statement);
	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 1, person_id);
	query_bind_ref(statement, 2, person.lead);
	query_bind_optional(statement, 3, last.day);
	query_bind_ref(statement, 4, last.id);
	db_bind_int(statement, 5, due);
	query_bind_ref(statement, 6, open.id);
	query_bind_optional(statement, 7, open.day);
	db_bind_int(statement, 8, open.id != 0 ? open.day : due);
	query_bind_optional(statement, 9, person.ends);
	db_bind_int(statement, 10, planned_away);
	db_bind_int(statement, 11, open.id != 0 && open.postponed > 0 ? open.postponed : 0);
	query_bind_optional(statement, 12, formal_day);
	db_bind_int(statement, 13, formal);
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

int32_t standing_formal_wanted(struct groei *groei, int32_t came)
{
	int year = groei_day_civil(groei_today(groei)).year;
	int32_t first = 0, last = 0, days;

	groei_day_make(year, 1, 1, &first);
	groei_day_make(year, 12, 31, &last);
	days = last - first + 1;
	if (came == GROEI_NO_DAY || came < first)
		came = first;
	return came > last ? 0
	                   : (groei_framework(groei)->formal_a_year * (last - came + 1) * 2 + days) /
	                         (2 * days);
}

int standing_silent(struct groei *groei, const struct standing *standing)
{
	int32_t days = standing->last_day == GROEI_NO_DAY
	                   ? 0
	                   : groei_today(groei) - standing->last_day;

	return !standing->away && days > groei_framework(groei)->silent_days ? (int)days : 0;
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
	    .away_until = GROEI_NO_DAY,
	    .formal_wanted = standing_formal_wanted(
	        groei, person->starts != GROEI_NO_DAY ? person->starts : person->made),
	};
	int32_t today = groei_today(groei), year = today;
	enum groei_status status = query(groei->store, QUERY_STANDING, &statement);

	if (status != GROEI_OK)
		return status;
	groei_day_make(groei_day_civil(today).year, 1, 1, &year);
	db_bind_int(statement, 1, person->id);
	db_bind_int(statement, 2, today);
	db_bind_int(statement, 3, year);
	result = db_step(statement);
	if (result == DB_ROW) {
		standing.last_day = query_optional(statement, 0);
		if (person->lead != 0) /* nobody owes a talk to who has no lead here */
			standing.due = query_optional(statement, 1);
		if (standing.due > GROEI_DAY_MAX)
			standing.due = GROEI_NO_DAY;
		standing.planned = db_int(statement, 2);
		standing.planned_day = query_optional(statement, 3);
		standing.open_actions = (int)db_int(statement, 4);
		standing.overdue_actions = (int)db_int(statement, 5);
		standing.open_goals = (int)db_int(statement, 6);
		standing.away = !db_is_null(statement, 7);
		standing.away_until = query_optional(statement, 8);
		standing.planned_away = (int)db_int(statement, 9);
		standing.postponed = (int)db_int(statement, 10);
		standing.formal = (int32_t)db_int(statement, 11);
		standing.silent = standing_silent(groei, &standing);
		db_reset(statement);
	}
	status = store_result(groei->store, result);
	if (status == GROEI_OK && result == DB_ROW) /* else it is none of who asks' business */
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

	if (status == GROEI_OK)
		status = access_person(groei, arena, person_id);
	return status == GROEI_OK ? standing_read(groei, &person, out) : status;
}

static const char *joined(struct groei_arena *arena, const char *words, const char *between,
                          const char *more)
{
	return *words == '\0' ? more : groei_arena_print(arena, "%s%s%s", words, between, more);
}

const char *groei_standing_words(struct groei *groei, struct groei_arena *arena,
                                 const struct standing *standing, const char *between)
{
	const char *words = "";
	char day[GROEI_DATE_SIZE];

	if (standing->away && standing->away_until == GROEI_NO_DAY)
		words = _("away");
	else if (standing->away)
		words = groei_arena_print(
		    arena, _("away until %s"),
		    groei_day_text(standing->away_until, groei_today(groei), day));
	else if (standing->planned != 0 && standing->planned_away)
		words = _("away that day");
	if (standing->planned != 0 && standing->postponed > 0)
		words = joined(arena, words, between,
		               groei_arena_print(arena, _("%d× postponed"), standing->postponed));
	if (standing->silent > 0)
		words = joined(arena, words, between,
		               groei_arena_print(arena, P_("%d day since a talk", "%d days since a talk",
		                                           standing->silent),
		                                 standing->silent));
	return words;
}

const char *groei_formal_words(struct groei_arena *arena, const struct standing *standing)
{
	if (standing->formal_wanted == 0)
		return "";
	return groei_arena_print(arena, P_("%d of %d formal talk this year",
	                                   "%d of %d formal talks this year", standing->formal_wanted),
	                         (int)standing->formal, (int)standing->formal_wanted);
}

const char *groei_watch_words(struct groei *groei, struct groei_arena *arena,
                              const struct standing *standing)
{
	const char *words = standing->last_day == GROEI_NO_DAY && standing->silent > 0
	                        ? _("no talk yet")
	                        : groei_standing_words(groei, arena, standing, " · ");
	const char *formal = standing->formal < standing->formal_wanted
	                         ? groei_arena_print(arena, _("formal %d/%d"), (int)standing->formal,
	                                             (int)standing->formal_wanted)
	                         : "";

	return *formal == '\0' ? words : joined(arena, words, " · ", formal);
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
