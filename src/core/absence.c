/* When somebody is away: a neutral pause in which the rhythm rests. No reason is ever stored. */
#include "core/core.h"

/* The first absence of a person that touches those days, but not this one. */
static enum groei_status touching(struct groei *groei, struct groei_arena *arena, int64_t person,
                                  int32_t from, int32_t until, int64_t but, struct absence *out)
{
	struct db_statement *statement;
	enum groei_status status = query(groei->store, QUERY_ABSENCE, &statement);

	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 1, person);
	db_bind_int(statement, 2, from);
	db_bind_int(statement, 3, until);
	db_bind_int(statement, 4, but);
	return row_read(groei, arena, statement, GROEI_ABSENCE, out);
}

enum groei_status absence_on(struct groei *groei, struct groei_arena *arena, int64_t person,
                             int32_t day, struct absence *out)
{
	return touching(groei, arena, person, day, day, 0, out);
}

/* "from 1 Mar to 15 Apr", "since 1 Mar". */
static const char *span(struct groei *groei, const struct absence *absence)
{
	char first[GROEI_DATE_SIZE], last[GROEI_DATE_SIZE];
	int32_t today = groei_today(groei);

	groei_day_text(absence->starts, today, first);
	if (absence->ends == GROEI_NO_DAY)
		return groei_arena_print(groei->store->scratch, _("from %s until further notice"), first);
	return groei_arena_print(groei->store->scratch, _("from %s to %s"), first,
	                         groei_day_text(absence->ends, today, last));
}

static enum groei_status absence_check(struct groei *groei, const void *before, void *after)
{
	const struct groei_table *table = groei_table(GROEI_ABSENCE);
	const struct absence *was = before, *absence = after;
	struct absence other;
	char code[GROEI_CODE_SIZE];
	enum groei_status status;

	if (absence->person == 0 || absence->starts == GROEI_NO_DAY)
		return GROEI_OK; /* the field table says so */
	if (absence->ends != GROEI_NO_DAY && absence->ends < absence->starts)
		return fault_field(groei, table, "ends", _("the last day lies before the first"));
	if (was == NULL || was->starts != absence->starts) {
		status = person_there(groei, table, "starts", absence->person, absence->starts);
		if (status != GROEI_OK)
			return status;
	}
	status = touching(groei, groei->store->scratch, absence->person, absence->starts,
	                  absence->ends == GROEI_NO_DAY ? GROEI_DAY_MAX : absence->ends, absence->id,
	                  &other);
	if (status == GROEI_OK)
		return fault_field(groei, table, "starts",
		                   _("they are away %s already; change that one with “groei absence edit "
		                     "%s”"),
		                   span(groei, &other),
		                   groei_short_code(groei, GROEI_ABSENCE, other.id, code));
	return status == GROEI_NO ? GROEI_OK : status;
}

static enum groei_status absence_settle(struct groei *groei, const void *before, const void *after)
{
	const struct absence *absence = after != NULL ? after : before;

	return standing_refresh(groei, absence->person);
}

const struct noun absence_noun = {.check = absence_check, .settle = absence_settle};

enum groei_status groei_absence_on(struct groei *groei, struct groei_arena *arena, int64_t person,
                                   int32_t day, struct absence *absence_out)
{
	enum groei_status status = access_read(groei);

	return status == GROEI_OK ? absence_on(groei, arena, person, day, absence_out) : status;
}

struct ending {
	struct groei *groei;
	struct groei_arena *arena; /* of the caller, for the result */
	int64_t person;
	int32_t last;
	struct absence result;
};

static enum groei_status end_body(void *context)
{
	struct ending *e = context;
	struct groei *groei = e->groei;
	struct absence before, after;
	struct person person;
	char code[GROEI_CODE_SIZE];
	/* Whether somebody is away is not told to everybody, by a refusal either. */
	enum groei_status status = access_person(groei, groei->store->scratch, e->person);

	if (status != GROEI_OK)
		return status;
	/* The one without an end reaches the end of the calendar, whenever it began. */
	status = touching(groei, groei->store->scratch, e->person, GROEI_DAY_MAX, GROEI_DAY_MAX, 0,
	                  &before);
	if (status == GROEI_NO || (status == GROEI_OK && before.ends != GROEI_NO_DAY))
		status = absence_on(groei, groei->store->scratch, e->person, groei_today(groei), &before);
	if (status == GROEI_NO) {
		status = records_get(groei, GROEI_PERSON, e->person, &person);
		return status == GROEI_OK
		           ? fault_set(&groei->fault, GROEI_NOT_FOUND, NULL,
		                       _("absence end: %s is not away; “groei absence list --person %s” "
		                         "shows when they were"),
		                       person.name, person.handle)
		           : status;
	}
	if (status != GROEI_OK)
		return status;
	after = before;
	after.ends = e->last == GROEI_NO_DAY ? groei_today(groei) - 1 : e->last;
	if (after.ends < before.starts)
		return fault_set(&groei->fault, GROEI_INVALID, "ends",
		                 _("absence end: they are away %s, so the last day cannot lie before; take "
		                   "it back with “groei absence remove %s”"),
		                 span(groei, &before),
		                 groei_short_code(groei, GROEI_ABSENCE, before.id, code));
	status = records_edit(groei, GROEI_ABSENCE, &before, &after);
	return status == GROEI_OK ? record_get(groei->store, e->arena, groei_table(GROEI_ABSENCE),
	                                       after.id, &e->result)
	                          : status;
}

enum groei_status groei_absence_end(struct groei *groei, struct groei_arena *arena, int64_t person,
                                    int32_t last, struct absence *absence_out)
{
	struct ending e = {.groei = groei, .arena = arena, .person = person, .last = last};
	enum groei_status status = store_transact(groei->store, "absence end", end_body, &e);

	if (status == GROEI_OK)
		*absence_out = e.result;
	return status;
}
