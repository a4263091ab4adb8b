/* Rules and verbs of talking points, and the agenda of a pair. */
#include <groei/moments.h>

#include "core/core.h"

#include <stdint.h>

static enum groei_status point_check(struct groei *groei, const void *before, void *after)
{
	struct point *point = after;

	(void)groei;
	if (before == NULL && point->carried == GROEI_NONE)
		point->carried = 0;
	return GROEI_OK;
}

const struct noun point_noun = {.check = point_check};

struct setting {
	struct groei *groei;
	int64_t point;
	enum point_state state;
};

/* The talk that a point discussed today belongs to; 0 where the pair has none. */
static enum groei_status talk_of(struct groei *groei, int64_t person, int64_t *talk_out)
{
	struct conversation talk = {.id = 0};
	enum groei_status status =
	    conversation_open_read(groei, groei->store->scratch, person, &talk);

	if (status == GROEI_NO)
		status = conversation_last_read(groei, groei->store->scratch, person, GROEI_NO_DAY,
		                                &talk);
	if (status != GROEI_OK && status != GROEI_NO)
		return status;
	*talk_out = status == GROEI_OK ? talk.id : 0;
	return GROEI_OK;
}

static enum groei_status set_body(void *context)
{
	const struct setting *s = context;
	const struct groei_table *table = groei_table(GROEI_POINT);
	struct point before, after;
	enum groei_status status = records_get(s->groei, GROEI_POINT, s->point, &before);

	if (status != GROEI_OK)
		return status;
	if (before.state == (int32_t)s->state)
		return fault_field(s->groei, table, "state", _("it is “%s” already"),
		                   _(groei_field(table, "state")->choices[s->state].label));
	if (before.state == POINT_DROPPED && s->state == POINT_DISCUSSED)
		return fault_field(s->groei, table, "state",
		                   _("it is “%s” already; add it again to talk about it"),
		                   _(groei_field(table, "state")->choices[before.state].label));
	after = before;
	after.state = (int32_t)s->state;
	after.conversation = 0;
	if (s->state == POINT_DISCUSSED)
		status = talk_of(s->groei, before.person, &after.conversation);
	return status == GROEI_OK ? records_edit(s->groei, GROEI_POINT, &before, &after) : status;
}

enum groei_status groei_point_set(struct groei *groei, int64_t point, enum point_state state)
{
	static const char *const names[] = {"point reopen", "point done", "point drop"};
	struct setting s = {groei, point, state};

	return store_transact(groei->store, names[state], set_body, &s);
}

enum groei_status groei_agenda(struct groei *groei, struct groei_arena *arena, int64_t person,
                               int64_t conversation, struct agenda *agenda_out,
                               size_t *discussed_out)
{
	struct agenda agenda = {.count = 0};
	struct db_statement *statement;
	struct point *discussed;
	void *open = NULL, *done = NULL;
	size_t done_count = 0;
	enum groei_status status = access_read(groei);

	if (status == GROEI_OK)
		status = person_rows(groei, arena, QUERY_POINTS_OPEN, person, GROEI_NO_DAY, GROEI_POINT,
		                     &open, &agenda.count);
	if (status == GROEI_OK && conversation != 0) {
		status = query(groei->store, QUERY_POINTS_OF, &statement);
		if (status != GROEI_OK)
			return status;
		db_bind_int(statement, 1, conversation);
		status = rows_read(groei, arena, statement, GROEI_POINT, SIZE_MAX, &done, &done_count);
	}
	if (status != GROEI_OK)
		return status;
	agenda.points = open;
	discussed = done;
	for (size_t i = 0; i < agenda.count; i++)
		agenda.theirs += agenda.points[i].author == person;
	for (size_t i = 0; i < done_count; i++)
		agenda.theirs += discussed[i].author == person;
	*agenda_out = agenda;
	*discussed_out = done_count;
	return GROEI_OK;
}
