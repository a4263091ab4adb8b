/* Rules of progress: how a goal stands for either side on a day. The level that the employee gave last is
 * the level of the goal. */
#include "core/core.h"

/* Whose side who is asking speaks for about a person; *side GROEI_NONE becomes it. Nobody speaks
 * for the employee but they and the owner of the store. */
static enum groei_status settle_side(struct groei *groei, const struct groei_table *table,
                                     int64_t person, int32_t *side)
{
	const char *name = "";

	if (*side == GROEI_NONE)
		*side = groei->who == person ? SIDE_EMPLOYEE : SIDE_LEAD;
	if (*side == SIDE_PEER)
		return fault_field(groei, table, "side", _("it is the employee's or the lead's"));
	if (groei->who == groei->owner || (groei->who == person) == (*side == SIDE_EMPLOYEE))
		return GROEI_OK;
	record_text(groei->store, groei->store->scratch, groei_table(GROEI_PERSON),
	            groei_field(groei_table(GROEI_PERSON), "name"), person, &name);
	return fault_set(&groei->fault, GROEI_DENIED, "side",
	                 *side == SIDE_EMPLOYEE
	                     ? _("%s: only %s says how it stands for the employee, leave out --side")
	                     : _("%s: %s speaks for the employee, not for the lead; leave out --side"),
	                 _(table->label), name);
}

/* The one number that a query about a goal gives; GROEI_NONE when there is none. */
static enum groei_status number_of(struct groei *groei, enum query which, int64_t goal,
                                   int32_t *number_out)
{
	struct db_statement *row;
	enum db_result result;
	enum groei_status status = query(groei->store, which, &row);

	if (status != GROEI_OK)
		return status;
	db_bind_int(row, 1, goal);
	result = db_step(row);
	if (result == DB_ROW) {
		*number_out = query_optional(row, 0);
		db_reset(row);
	} else if (result == DB_DONE) {
		*number_out = GROEI_NONE;
	}
	return store_result(groei->store, result);
}

enum groei_status progress_confidence(struct groei *groei, int64_t goal, int32_t *confidence_out)
{
	return number_of(groei, QUERY_GOAL_CONFIDENCE, goal, confidence_out);
}

static bool says_something(const struct progress *progress)
{
	return progress->level != GROEI_NONE || progress->motivation != GROEI_NONE ||
	       progress->confidence != GROEI_NONE || progress->commitment != GROEI_NONE ||
	       progress->wheel != GROEI_NONE || progress->course != GROEI_NONE ||
	       (progress->note != NULL && progress->note[0] != '\0');
}

static enum groei_status progress_check(struct groei *groei, const void *before, void *after)
{
	const struct groei_table *table = groei_table(GROEI_PROGRESS);
	struct progress *progress = after;
	int32_t last = GROEI_NONE;
	enum groei_status status = GROEI_OK;

	if (!says_something(progress))
		return fault_field(groei, table, "level",
		                   _("say at least one thing: a level, motivation, confidence, "
		                     "commitment, wheel, course or note"));
	if (progress->day != GROEI_NO_DAY && progress->day > groei_today(groei))
		return fault_field(groei, table, "day", _("it lies ahead; give the day it was"));
	if (before != NULL) {
		int32_t side = progress->side;

		return settle_side(groei, table, progress->person, &side);
	}
	if (progress->goal == 0)
		return GROEI_OK; /* said by the field table */
	status = settle_side(groei, table, progress->person, &progress->side);
	if (status == GROEI_OK)
		status = number_of(groei, QUERY_PROGRESS_LAST, progress->goal, &last);
	progress->number = last == GROEI_NONE ? 1 : last + 1;
	return status;
}

/* The level that the employee gave last is the goal's. */
static enum groei_status progress_follow(struct groei *groei, const void *before, const void *after)
{
	const struct progress *was = before, *progress = after;
	struct goal goal, moved;
	int32_t level = GROEI_NONE;
	enum groei_status status;

	if (progress->side != SIDE_EMPLOYEE || progress->level == GROEI_NONE ||
	    (was != NULL && was->level == progress->level))
		return GROEI_OK;
	status = number_of(groei, QUERY_GOAL_LEVEL, progress->goal, &level);
	if (status == GROEI_OK)
		status = records_get(groei, GROEI_GOAL, progress->goal, &goal);
	if (status != GROEI_OK || goal.level_now == level)
		return status;
	moved = goal;
	moved.level_now = level;
	if (moved.level_from == GROEI_NONE)
		moved.level_from = level;
	return records_edit(groei, GROEI_GOAL, &goal, &moved);
}

const struct noun progress_noun = {.check = progress_check, .follow = progress_follow};

struct checking {
	struct groei *groei;
	const struct progress *given;
	struct progress made; /* of this attempt */
};

static enum groei_status check_body(void *context)
{
	struct checking *c = context;

	c->made = *c->given;
	return records_add(c->groei, GROEI_PROGRESS, &c->made);
}

enum groei_status groei_goal_check(struct groei *groei, struct progress *progress)
{
	struct checking c = {.groei = groei, .given = progress};
	enum groei_status status = store_transact(groei->store, "goal check", check_body, &c);

	if (status == GROEI_OK)
		*progress = c.made;
	return status;
}
