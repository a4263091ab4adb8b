/* Rules and verbs of goals.
 *
 *     need → planned → learning → practising → applying → confident
 *       └── stalled, dropped, lesson (an experiment that failed and taught) beside ──┘
 *
 * A goal closes as confident only with something applied at work and the employee's own confidence. */
#include "core/core.h"

#include <string.h>

#include <groei/framework.h>

static bool empty(const char *text)
{
	return text == NULL || text[0] == '\0';
}

static bool same_text(const char *a, const char *b)
{
	return empty(a) || empty(b) ? empty(a) == empty(b) : strcmp(a, b) == 0;
}

/* One refusal of closing: `missing` is the option of “goal move” that mends it. */
static enum groei_status refuse(struct groei *groei, const char *missing, const char *why)
{
	return fault_set(&groei->fault, GROEI_INVALID, missing, "%s, %s: %s",
	                 _(groei_table(GROEI_GOAL)->label),
	                 _(groei_field(groei_table(GROEI_GOAL), "stage")->label), why);
}

static enum groei_status applied(struct groei *groei, int64_t goal)
{
	struct db_statement *row;
	char code[GROEI_CODE_SIZE];
	enum db_result result;
	enum groei_status status = query(groei->store, QUERY_GOAL_APPLIED, &row);

	if (status != GROEI_OK)
		return status;
	db_bind_int(row, 1, goal);
	result = db_step(row);
	if (result == DB_ROW) {
		db_reset(row);
		return GROEI_OK;
	}
	if (result != DB_DONE)
		return store_result(groei->store, result);
	return refuse(groei, "evidence",
	              groei_arena_print(groei->store->scratch,
	                                _("“confident” needs something that was applied at work; add "
	                                  "--evidence TEXT, or first: groei evidence add %s TITLE"),
	                                groei_short_code(groei, GROEI_GOAL, goal, code)));
}

static enum groei_status sure_enough(struct groei *groei, int64_t goal)
{
	int32_t confidence = GROEI_NONE, least = groei_framework(groei)->confidence;
	const char *now;
	char code[GROEI_CODE_SIZE];
	enum groei_status status = progress_confidence(groei, goal, &confidence);

	if (status != GROEI_OK || (confidence != GROEI_NONE && confidence >= least))
		return status;
	now = confidence == GROEI_NONE
	          ? _("not asked yet")
	          : groei_arena_print(groei->store->scratch, _("now %d"), (int)confidence);
	return refuse(groei, "confidence",
	              groei_arena_print(groei->store->scratch,
	                                _("“confident” needs the employee's own confidence of %d or "
	                                  "more, %s; add --confidence N, or go on and later: groei "
	                                  "goal check %s --confidence N"),
	                                (int)least, now,
	                                groei_short_code(groei, GROEI_GOAL, goal, code)));
}

static enum groei_status stage_check(struct groei *groei, const struct goal *was,
                                     const struct goal *goal)
{
	enum groei_status status;

	if (was != NULL && was->stage == goal->stage)
		return GROEI_OK;
	if (goal->stage == GOAL_CONFIDENT) {
		if (was == NULL)
			return fault_field(groei, groei_table(GROEI_GOAL), "stage",
			                   _("a goal does not begin as “confident”; add it at an earlier "
			                     "stage, then move it"));
		status = applied(groei, goal->id);
		return status == GROEI_OK ? sure_enough(groei, goal->id) : status;
	}
	if (goal->stage != GOAL_LESSON)
		return GROEI_OK;
	if (goal->kind != GOAL_EXPERIMENT)
		return fault_field(groei, groei_table(GROEI_GOAL), "stage",
		                   _("only an experiment can fail and teach; set --kind experiment "
		                     "first, or choose “dropped”"));
	if (empty(goal->learned))
		return refuse(groei, "learned",
		              _("an experiment that failed is completed with what it taught; add "
		                "--learned TEXT"));
	return GROEI_OK;
}

static enum groei_status goal_check(struct groei *groei, const void *before, void *after)
{
	const struct goal *was = before;
	struct goal *goal = after;

	if (goal->owner == 0)
		goal->owner = goal->person;
	if (was == NULL) {
		if (goal->moved == GROEI_NO_DAY)
			goal->moved = goal->made;
		return stage_check(groei, NULL, goal);
	}
	if (was->stage != goal->stage && was->moved == goal->moved)
		goal->moved = groei_today(groei);
	if (!same_text(was->step, goal->step) || was->step_by != goal->step_by)
		goal->stepped = groei_today(groei);
	return stage_check(groei, was, goal);
}

const struct noun goal_noun = {.check = goal_check};

/* Moving ---------------------------------------------------------------------------------------- */

struct moving {
	struct groei *groei;
	int64_t goal;
	enum goal_stage stage;
	const struct goal_closing *with;
};

/* What is recorded together with the move, before it is judged. */
static enum groei_status record_with(const struct moving *m)
{
	const struct goal_closing *with = m->with;
	enum groei_status status = GROEI_OK;

	if (!empty(with->evidence)) {
		struct evidence evidence;

		groei_record_clear(groei_table(GROEI_EVIDENCE), &evidence);
		evidence.goal = m->goal;
		evidence.title = with->evidence;
		status = records_add(m->groei, GROEI_EVIDENCE, &evidence);
	}
	if (status == GROEI_OK && with->confidence != GROEI_NONE) {
		struct progress progress;

		groei_record_clear(groei_table(GROEI_PROGRESS), &progress);
		progress.goal = m->goal;
		progress.side = SIDE_EMPLOYEE;
		progress.confidence = with->confidence;
		status = records_add(m->groei, GROEI_PROGRESS, &progress);
	}
	return status;
}

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
	if (m->with != NULL)
		status = record_with(m);
	if (status == GROEI_OK)
		status = records_get(m->groei, GROEI_GOAL, m->goal, &before);
	if (status != GROEI_OK)
		return status;
	after = before;
	after.stage = (int32_t)m->stage;
	if (m->with != NULL && !empty(m->with->learned))
		after.learned = m->with->learned;
	if (m->with != NULL && !empty(m->with->reason))
		after.reason = m->with->reason;
	return records_edit(m->groei, GROEI_GOAL, &before, &after);
}

enum groei_status groei_goal_move_with(struct groei *groei, int64_t goal, enum goal_stage stage,
                                       const struct goal_closing *with)
{
	struct moving m = {groei, goal, stage, with};

	return store_transact(groei->store, "goal move", move_body, &m);
}

enum groei_status groei_goal_move(struct groei *groei, int64_t goal, enum goal_stage stage)
{
	return groei_goal_move_with(groei, goal, stage, NULL);
}

/* The safety net -------------------------------------------------------------------------------- */

struct needing {
	struct groei *groei;
	int64_t goal;
	struct action *action;
	struct action made; /* of this attempt */
};

static enum groei_status need_body(void *context)
{
	struct needing *n = context;
	struct goal goal;
	struct person person;
	enum groei_status status = records_get(n->groei, GROEI_GOAL, n->goal, &goal);

	if (status == GROEI_OK)
		status = records_get(n->groei, GROEI_PERSON, goal.person, &person);
	if (status != GROEI_OK)
		return status;
	n->made = *n->action;
	n->made.person = goal.person;
	n->made.goal = goal.id;
	if (n->made.owner == 0)
		n->made.owner = person.lead != 0 ? person.lead : n->groei->who;
	return records_add(n->groei, GROEI_ACTION, &n->made);
}

enum groei_status groei_goal_need(struct groei *groei, int64_t goal, struct action *action)
{
	struct needing n = {.groei = groei, .goal = goal, .action = action};
	enum groei_status status = store_transact(groei->store, "goal need", need_body, &n);

	if (status == GROEI_OK)
		*action = n.made;
	return status;
}
