/* Rules of people and teams. */
#include <stdint.h>

#include "core/core.h"

static enum groei_status circle(struct groei *groei, const struct groei_table *table,
                                const char *field)
{
	return fault_field(groei, table, field, _("that would make a circle, choose another"));
}

/* Whether `person` leads `lead`, however many leads lie between. */
static enum groei_status leads_lead(struct groei *groei, int64_t person, int64_t lead,
                                    bool *answer_out)
{
	enum { DEEPEST = 64 };
	struct person found;

	for (int depth = 0; lead != 0 && lead != person && depth < DEEPEST; depth++) {
		enum groei_status status =
		    record_get(groei->store, groei->store->scratch, groei_table(GROEI_PERSON), lead, &found);
		if (status == GROEI_NOT_FOUND) /* said by whoever checks references */
			break;
		if (status != GROEI_OK)
			return status;
		lead = found.lead;
	}
	*answer_out = lead == person;
	return GROEI_OK;
}

enum groei_status person_there(struct groei *groei, const struct groei_table *table,
                               const char *field, int64_t person, int32_t day)
{
	char first[GROEI_DATE_SIZE];
	struct person found;
	enum groei_status status =
	    record_get(groei->store, groei->store->scratch, groei_table(GROEI_PERSON), person, &found);

	if (status != GROEI_OK) /* said by whoever checks references */
		return status == GROEI_NOT_FOUND ? GROEI_OK : status;
	if (found.starts != GROEI_NO_DAY && day < found.starts)
		return fault_field(groei, table, field,
		                   _("%s came on %s only; give a day from then on"), found.name,
		                   groei_day_text(found.starts, groei_today(groei), first));
	if (found.ends != GROEI_NO_DAY && day > found.ends)
		return fault_field(groei, table, field,
		                   _("the last day of %s here is %s; give a day until then"), found.name,
		                   groei_day_text(found.ends, groei_today(groei), first));
	return GROEI_OK;
}

enum groei_status person_left(struct groei *groei, const struct groei_table *table,
                              const char *field, int64_t person)
{
	char last[GROEI_DATE_SIZE];
	struct person found;
	enum groei_status status =
	    record_get(groei->store, groei->store->scratch, groei_table(GROEI_PERSON), person, &found);

	if (status != GROEI_OK)
		return status == GROEI_NOT_FOUND ? GROEI_OK : status;
	if (found.ends == GROEI_NO_DAY || found.ends >= groei_today(groei))
		return GROEI_OK;
	return fault_field(groei, table, field, _("the last day of %s here was %s, name somebody else"),
	                   found.name, groei_day_text(found.ends, groei_today(groei), last));
}

static enum groei_status person_check(struct groei *groei, const void *before, void *after)
{
	const struct person *was = before;
	struct person *person = after;
	bool round = false;
	enum groei_status status = GROEI_OK;

	if (before == NULL && person->lead == 0)
		person->lead = groei->who; /* whoever adds somebody leads them, unless said otherwise */
	if (person->lead != 0 && (was == NULL || person->lead != was->lead) &&
	    (person->ends == GROEI_NO_DAY || person->ends >= groei_today(groei)))
		status = person_left(groei, groei_table(GROEI_PERSON), "lead", person->lead);
	if (status == GROEI_OK && was != NULL && person->lead != was->lead && person->lead != 0)
		status = leads_lead(groei, person->id, person->lead, &round);
	if (status != GROEI_OK)
		return status;
	if (round || (person->lead != 0 && person->lead == person->id))
		return circle(groei, groei_table(GROEI_PERSON), "lead");
	if (person->starts != GROEI_NO_DAY && person->ends != GROEI_NO_DAY &&
	    person->ends < person->starts)
		return fault_field(groei, groei_table(GROEI_PERSON), "ends",
		                   _("the last day lies before the first"));
	return GROEI_OK;
}

static enum groei_status person_settle(struct groei *groei, const void *before, const void *after)
{
	const struct person *person = after != NULL ? after : before;

	if (after == NULL && person->id == groei->owner)
		return fault_set(&groei->fault, GROEI_CONFLICT, NULL,
		                 _("Person: %s owns this store and cannot be removed"), person->handle);
	return standing_refresh(groei, person->id);
}

/* Those that are still to come, in the scratch arena. */
static enum groei_status open_talks(struct groei *groei, int64_t person,
                                    struct conversation **talks_out, size_t *count_out)
{
	void *records = NULL;
	enum groei_status status =
	    rows_of(groei, groei->store->scratch, QUERY_CONVERSATIONS_OPEN, person,
	            GROEI_CONVERSATION, SIZE_MAX, &records, count_out);

	*talks_out = records;
	return status;
}

/* The open talks of somebody who gets another lead are that one's from now on. */
static enum groei_status talks_to(struct groei *groei, const struct person *person, int64_t was)
{
	struct conversation *talks;
	size_t count = 0;
	enum groei_status status = open_talks(groei, person->id, &talks, &count);

	for (size_t i = 0; status == GROEI_OK && i < count; i++) {
		struct conversation after = talks[i];

		if (was != 0 && talks[i].lead != was) /* somebody else's */
			continue;
		after.lead = person->lead;
		status = records_edit(groei, GROEI_CONVERSATION, &talks[i], &after);
	}
	return status;
}

/* Talks that stand planned for a day after the last one here do not take place. */
static enum groei_status talks_end(struct groei *groei, const struct person *person)
{
	char day[GROEI_DATE_SIZE] = "";
	struct conversation *talks;
	size_t count = 0, cancelled = 0;
	enum groei_status status = open_talks(groei, person->id, &talks, &count);

	for (size_t i = 0; status == GROEI_OK && i < count; i++) {
		struct conversation after = talks[i];

		if (talks[i].day <= person->ends)
			continue;
		after.state = CONVERSATION_CANCELLED;
		status = records_edit(groei, GROEI_CONVERSATION, &talks[i], &after);
		groei_day_text(talks[i].day, groei_today(groei), day);
		cancelled++;
	}
	if (status == GROEI_OK && cancelled > 0)
		groei->followed = groei_arena_print(
		    groei->arena,
		    cancelled == 1 ? _("the talk with %s on %s lies after their last day and was cancelled")
		                   : _("the talks with %s up to %s lie after their last day and were "
		                       "cancelled"),
		    person->name, day);
	return status;
}

static enum groei_status person_follow(struct groei *groei, const void *before, const void *after)
{
	const struct person *was = before, *is = after;
	enum groei_status status = assignment_follow(groei, was, is);

	if (status == GROEI_OK && was != NULL && was->lead != is->lead && is->lead != 0)
		status = talks_to(groei, is, was->lead);
	if (status == GROEI_OK && was != NULL && was->ends != is->ends && is->ends != GROEI_NO_DAY)
		status = talks_end(groei, is);
	return status;
}

static enum groei_status person_clear(struct groei *groei, const void *record)
{
	return assignment_clear(groei, ((const struct person *)record)->id);
}

const struct noun person_noun = {
    .check = person_check,
    .clear = person_clear,
    .settle = person_settle,
    .follow = person_follow,
};

/* Whether `team` is `below` or lies below it, or deeper than teams may nest. */
static enum groei_status team_is_below(struct groei *groei, int64_t team, int64_t below,
                                       bool *answer_out)
{
	struct team found;

	for (int depth = 0; team != 0 && team != below && depth < TEAM_DEPTH; depth++) {
		enum groei_status status = records_get(groei, GROEI_TEAM, team, &found);
		if (status != GROEI_OK)
			return status;
		team = found.parent;
	}
	*answer_out = team != 0;
	return GROEI_OK;
}

static enum groei_status team_check(struct groei *groei, const void *before, void *after)
{
	struct team *team = after;
	bool below = false;
	enum groei_status status;

	if (before == NULL && team->lead == 0)
		team->lead = groei->who;
	if (before == NULL || team->parent == 0)
		return GROEI_OK;
	status = team_is_below(groei, team->parent, team->id, &below);
	return status == GROEI_OK && below ? circle(groei, groei_table(GROEI_TEAM), "parent") : status;
}

/* The ids a query gives for $1, in the scratch arena. */
static enum groei_status ids_of(struct groei *groei, enum query which, int64_t of,
                                int64_t **ids_out, size_t *count_out)
{
	struct db_statement *statement;
	size_t count = 0, room = 0;
	int64_t *ids = NULL;
	enum db_result result;
	enum groei_status status = query(groei->store, which, &statement);

	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 1, of);
	while ((result = db_step(statement)) == DB_ROW) {
		ids = groei_arena_grow(groei->store->scratch, ids, count, &room, sizeof *ids);
		ids[count++] = db_int(statement, 0);
	}
	status = store_result(groei->store, result);
	if (status == GROEI_OK) {
		*ids_out = ids;
		*count_out = count;
	}
	return status;
}

/* A team's rhythm counts for its people and those of the teams below it. */
static enum groei_status refresh_team(struct groei *groei, int64_t team, int depth)
{
	int64_t *ids;
	size_t count = 0;
	enum groei_status status = ids_of(groei, QUERY_TEAM_PEOPLE, team, &ids, &count);

	for (size_t i = 0; status == GROEI_OK && i < count; i++)
		status = standing_refresh(groei, ids[i]);
	if (status != GROEI_OK || depth == 0)
		return status;
	status = ids_of(groei, QUERY_TEAM_TEAMS, team, &ids, &count);
	for (size_t i = 0; status == GROEI_OK && i < count; i++)
		status = refresh_team(groei, ids[i], depth - 1);
	return status;
}

static enum groei_status team_settle(struct groei *groei, const void *before, const void *after)
{
	const struct team *team = after;

	return before == NULL || after == NULL ? GROEI_OK : refresh_team(groei, team->id, TEAM_DEPTH);
}

const struct noun team_noun = {.check = team_check, .settle = team_settle};
