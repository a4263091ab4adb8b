/* Rules and verbs of goals: need → planned → learning → practising → applying → confident. */
#include "core/core.h"

static enum groei_status goal_check(struct groei *groei, const void *before, void *after)
{
	const struct goal *was = before;
	struct goal *goal = after;

	if (was == NULL) {
		if (goal->moved == GROEI_NO_DAY)
			goal->moved = goal->made;
	} else if (was->stage != goal->stage && was->moved == goal->moved) {
		goal->moved = groei_today(groei);
	}
	return GROEI_OK;
}

const struct noun goal_noun = {.check = goal_check};

struct moving {
	struct groei *groei;
	int64_t goal;
	enum goal_stage stage;
};

static enum groei_status move_body(void *context)
{
	const struct moving *m = context;
	struct goal before, after;
	enum groei_status status = records_get(m->groei, GROEI_GOAL, m->goal, &before);

	if (status != GROEI_OK)
		return status;
	if (before.stage == (int32_t)m->stage)
		return fault_field(m->groei, groei_table(GROEI_GOAL), "stage",
		                   _("it is at “%s” already"),
		                   _(groei_field(groei_table(GROEI_GOAL), "stage")
		                         ->choices[m->stage]
		                         .label));
	after = before;
	after.stage = (int32_t)m->stage;
	return records_edit(m->groei, GROEI_GOAL, &before, &after);
}

enum groei_status groei_goal_move(struct groei *groei, int64_t goal, enum goal_stage stage)
{
	struct moving m = {groei, goal, stage};

	return store_transact(groei->store, "goal move", move_body, &m);
}
