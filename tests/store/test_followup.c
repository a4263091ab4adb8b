/* The verbs of goals and actions. */
#include "store/core.h"

static void a_goal_moves_through_its_stages(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t id = add_goal(groei, add_person(groei, "amir", "Amir"), "SQL");
	struct goal goal;
	struct rows before;

	assert_done(groei, groei_get(groei, arena, GROEI_GOAL, id, &goal));
	assert_int_equal(goal.stage, GOAL_NEED);
	assert_int_equal(goal.made, TODAY);
	assert_int_equal(goal.moved, TODAY);
	groei_close(groei);
	groei = open_at(state, TODAY + 5);
	before = rows_now(groei);
	assert_status(groei, groei_goal_move(groei, id, GOAL_NEED), GROEI_INVALID);
	assert_reason(groei, "stage", "need");
	assert_status(groei, groei_goal_move(groei, 4711, GOAL_NEED), GROEI_NOT_FOUND);
	assert_status(groei, groei_goal_move(groei, id, (enum goal_stage)(GOAL_LESSON + 1)),
	              GROEI_INVALID);
	assert_rows(groei, before);
	assert_done(groei, groei_goal_move(groei, id, GOAL_STALLED));
	assert_done(groei, groei_get(groei, arena, GROEI_GOAL, id, &goal));
	assert_int_equal(goal.stage, GOAL_STALLED);
	assert_int_equal(goal.moved, TODAY + 5);
	assert_int_equal(goal.made, TODAY);
	groei_arena_close(arena);
	groei_close(groei);
}

static void an_action_is_done_reopened_and_dropped(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir"),
	        id = add_action(groei, amir, 0, "boek lezen", TODAY);
	struct action action;

	assert_done(groei, groei_get(groei, arena, GROEI_ACTION, id, &action));
	assert_true(action.owner == amir); /* whose talks it belongs to, unless said otherwise */
	assert_int_equal(action.done, GROEI_NO_DAY);
	assert_status(groei, groei_action_set(groei, id, ACTION_OPEN), GROEI_INVALID);
	assert_reason(groei, "state", "open");
	assert_done(groei, groei_action_set(groei, id, ACTION_DONE));
	assert_done(groei, groei_get(groei, arena, GROEI_ACTION, id, &action));
	assert_int_equal(action.done, TODAY);
	assert_status(groei, groei_action_set(groei, id, ACTION_DONE), GROEI_INVALID);
	assert_done(groei, groei_action_set(groei, id, ACTION_OPEN));
	assert_done(groei, groei_get(groei, arena, GROEI_ACTION, id, &action));
	assert_int_equal(action.state, ACTION_OPEN);
	assert_int_equal(action.done, GROEI_NO_DAY);
	assert_done(groei, groei_action_set(groei, id, ACTION_DROPPED));
	assert_status(groei, groei_action_set(groei, 4711, ACTION_DONE), GROEI_NOT_FOUND);
	groei_arena_close(arena);
	groei_close(groei);
}

int main(void)
{
	cmocka_set_message_output(CM_OUTPUT_TAP);
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_goal_moves_through_its_stages),
	    cmocka_unit_test(an_action_is_done_reopened_and_dropped),
	};
	return support_run(ON_BOTH, tests, COUNT(tests));
}
