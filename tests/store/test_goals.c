/* Goals from need to confident, what keeps them moving, promises of both sides, and who can help. */
#include "store/core.h"

#include <groei/skill.h>

static struct goal goal_now(struct groei *groei, struct groei_arena *arena, int64_t id)
{
	struct goal goal;

	assert_done(groei, groei_get(groei, arena, GROEI_GOAL, id, &goal));
	return goal;
}

static struct progress check_of(int64_t goal, int32_t side, int32_t level, int32_t confidence)
{
	struct progress progress;

	groei_record_clear(groei_table(GROEI_PROGRESS), &progress);
	progress.goal = goal;
	progress.side = side;
	progress.level = level;
	progress.confidence = confidence;
	return progress;
}

static void a_goal_belongs_to_the_employee_unless_said_otherwise(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir"), id = add_goal(groei, amir, "SQL");
	struct goal before = goal_now(groei, arena, id), after = before;

	assert_true(before.owner == amir);
	assert_int_equal(before.origin, ORIGIN_SELF);
	assert_int_equal(before.step_by, GROEI_NO_DAY); /* no deadline is forced */
	after.owner = groei_who(groei);
	assert_done(groei, groei_edit(groei, GROEI_GOAL, &before, &after));
	assert_true(goal_now(groei, arena, id).owner == groei_who(groei));
	groei_arena_close(arena);
	groei_close(groei);
}

static void confident_needs_evidence_and_the_employees_confidence(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t id = add_goal(groei, add_person(groei, "amir", "Amir"), "SQL");
	struct progress lead = check_of(id, SIDE_LEAD, 9, 10), own = check_of(id, SIDE_EMPLOYEE, 8, 6);
	struct goal_closing with = {.evidence = "rapport", .confidence = GROEI_NONE};
	struct goal before = goal_now(groei, arena, id), after = before;
	struct rows rows;
	struct change change;

	assert_status(groei, groei_goal_move(groei, id, GOAL_CONFIDENT), GROEI_INVALID);
	assert_reason(groei, "evidence", "evidence add");
	after.stage = GOAL_CONFIDENT;
	assert_status(groei, groei_edit(groei, GROEI_GOAL, &before, &after), GROEI_INVALID);
	assert_reason(groei, "evidence", "--evidence");
	/* The lead's confidence is not the employee's; what came with the move goes with it. */
	assert_done(groei, groei_goal_check(groei, &lead));
	rows = rows_now(groei);
	assert_status(groei, groei_goal_move_with(groei, id, GOAL_CONFIDENT, &with), GROEI_INVALID);
	assert_reason(groei, "confidence", "not asked yet");
	assert_rows(groei, rows);
	assert_done(groei, groei_goal_check(groei, &own));
	assert_status(groei, groei_goal_move_with(groei, id, GOAL_CONFIDENT, &with), GROEI_INVALID);
	assert_reason(groei, "confidence", "7 or more, now 6");
	/* The newest of a day counts, in either direction. */
	own = check_of(id, SIDE_EMPLOYEE, GROEI_NONE, 7);
	assert_done(groei, groei_goal_check(groei, &own));
	rows = rows_now(groei);
	assert_done(groei, groei_goal_move_with(groei, id, GOAL_CONFIDENT, &with));
	assert_int_equal(goal_now(groei, arena, id).stage, GOAL_CONFIDENT);
	assert_done(groei, groei_undo(groei, arena, &change));
	assert_string_equal(change.command, "goal move");
	assert_int_equal(goal_now(groei, arena, id).stage, GOAL_NEED);
	assert_int_equal(rows_now(groei).of[GROEI_EVIDENCE], rows.of[GROEI_EVIDENCE]);
	with.confidence = 9;
	assert_done(groei, groei_goal_move_with(groei, id, GOAL_CONFIDENT, &with));
	assert_int_equal(rows_now(groei).of[GROEI_PROGRESS], rows.of[GROEI_PROGRESS] + 1);
	assert_done(groei, groei_goal_move(groei, id, GOAL_APPLYING)); /* opened again */
	groei_arena_close(arena);
	groei_close(groei);
}

static void a_failed_experiment_is_completed_with_what_it_taught(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir"), id = add_goal(groei, amir, "Zonder planning");
	struct goal_closing with = {.confidence = GROEI_NONE, .learned = "planning geeft rust"};
	const struct groei_query open = {.scope = GROEI_OPEN, .limit = 1};
	struct goal before = goal_now(groei, arena, id), after = before;
	int count;

	assert_status(groei, groei_goal_move_with(groei, id, GOAL_LESSON, &with), GROEI_INVALID);
	assert_reason(groei, "stage", "experiment");
	after.kind = GOAL_EXPERIMENT;
	assert_done(groei, groei_edit(groei, GROEI_GOAL, &before, &after));
	assert_status(groei, groei_goal_move(groei, id, GOAL_LESSON), GROEI_INVALID);
	assert_reason(groei, "learned", "--learned");
	assert_done(groei, groei_goal_move_with(groei, id, GOAL_LESSON, &with));
	assert_text(goal_now(groei, arena, id).learned, "planning geeft rust");
	assert_done(groei, groei_count(groei, GROEI_GOAL, &open, 10, &count));
	assert_int_equal(count, 0);
	id = add_goal(groei, amir, "Frans");
	with = (struct goal_closing){.confidence = GROEI_NONE, .reason = "paste niet bij hem"};
	assert_done(groei, groei_goal_move_with(groei, id, GOAL_DROPPED, &with));
	assert_text(goal_now(groei, arena, id).reason, "paste niet bij hem");
	groei_arena_close(arena);
	groei_close(groei);
}

static void a_check_is_one_side_and_the_employees_level_counts(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t id = add_goal(groei, add_person(groei, "amir", "Amir"), "SQL");
	struct progress progress = check_of(id, GROEI_NONE, 4, GROEI_NONE);
	struct goal_view view;
	struct change change;

	assert_done(groei, groei_goal_check(groei, &progress)); /* Sanne asks: the lead's side */
	assert_int_equal(progress.side, SIDE_LEAD);
	assert_int_equal(progress.day, TODAY);
	assert_int_equal(goal_now(groei, arena, id).level_now, GROEI_NONE);
	progress = check_of(id, SIDE_EMPLOYEE, 5, GROEI_NONE);
	assert_done(groei, groei_goal_check(groei, &progress));
	progress = check_of(id, SIDE_EMPLOYEE, 6, 3);
	assert_done(groei, groei_goal_check(groei, &progress));
	assert_int_equal(goal_now(groei, arena, id).level_now, 6);
	assert_int_equal(goal_now(groei, arena, id).level_from, 5);
	assert_done(groei, groei_goal_view(groei, arena, id, &view));
	assert_int_equal(view.progress_count[SIDE_EMPLOYEE], 2);
	assert_int_equal(view.progress[SIDE_EMPLOYEE][0].level, 5);
	assert_int_equal(view.progress[SIDE_EMPLOYEE][1].level, 6);
	assert_int_equal(view.progress_count[SIDE_LEAD], 1);
	assert_done(groei, groei_undo(groei, arena, &change));
	assert_string_equal(change.command, "goal check");
	assert_int_equal(goal_now(groei, arena, id).level_now, 5);
	progress = check_of(id, SIDE_EMPLOYEE, GROEI_NONE, GROEI_NONE);
	assert_status(groei, groei_goal_check(groei, &progress), GROEI_INVALID);
	progress = check_of(id, SIDE_PEER, 5, GROEI_NONE);
	assert_status(groei, groei_goal_check(groei, &progress), GROEI_INVALID);
	progress = check_of(4711, SIDE_LEAD, 5, GROEI_NONE);
	assert_int_not_equal(groei_goal_check(groei, &progress), GROEI_OK);
	groei_arena_close(arena);
	groei_close(groei);
}

static size_t still(struct groei *groei, struct groei_arena *arena, int32_t *since_out)
{
	struct today today;
	size_t count = 0;

	assert_done(groei, groei_today_read(groei, arena, &today));
	for (size_t i = 0; i < today.count; i++) {
		if (today.items[i].kind != TODAY_STALLED)
			continue;
		*since_out = today.items[i].since;
		count++;
	}
	return count;
}

static void the_safety_net_asks_when_nothing_moved(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir"), id = add_goal(groei, amir, "SQL"), me;
	struct action need;
	struct absence away;
	struct goal_view view;
	int32_t since = 0, made = 0;

	me = groei_who(groei);
	groei_close(groei);
	groei = open_at(state, TODAY + 59);
	assert_int_equal(still(groei, arena, &since), 0);
	groei_close(groei);
	groei = open_at(state, TODAY + 60);
	assert_int_equal(still(groei, arena, &since), 1);
	assert_int_equal(since, TODAY);
	assert_text(groei_goal_question(groei, arena, &(struct goal){.person = amir, .title = "SQL"}),
	            "What does Amir need for “SQL”?");
	groei_record_clear(groei_table(GROEI_ABSENCE), &away);
	away.person = amir;
	away.starts = TODAY + 50;
	assert_done(groei, groei_add(groei, GROEI_ABSENCE, &away));
	assert_int_equal(still(groei, arena, &since), 0); /* away: nothing is asked */
	assert_done(groei, groei_remove(groei, GROEI_ABSENCE, away.id));
	groei_record_clear(groei_table(GROEI_ACTION), &need);
	need.title = "dinsdagmiddag vrij";
	need.kind = ACTION_TIME;
	assert_done(groei, groei_goal_need(groei, id, &need));
	assert_true(need.owner == me && need.person == amir && need.goal == id);
	assert_int_equal(still(groei, arena, &since), 0);
	assert_done(groei, groei_goal_view(groei, arena, id, &view));
	assert_int_equal(view.support_count, 1);
	assert_int_equal(view.given, 0);
	groei_close(groei);
	groei = open_at(state, TODAY + 100);
	assert_done(groei, groei_action_set(groei, need.id, ACTION_DONE));
	groei_close(groei);
	for (int32_t day = TODAY + 101; day <= TODAY + 160; day++) { /* support given moved it */
		groei = open_at(state, day);
		if (still(groei, arena, &since) > 0 && made == 0)
			made = day;
		groei_close(groei);
		if (day == TODAY + 101)
			day = TODAY + 157;
	}
	assert_int_equal(made, TODAY + 160);
	assert_int_equal(since, TODAY + 100);
	groei_arena_close(arena);
}

static void every_kind_of_movement_keeps_the_net_away(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir"), goals[4];
	struct goal before, after;
	struct progress progress;
	struct evidence evidence;
	int32_t since = 0;

	for (size_t i = 0; i < COUNT(goals); i++)
		goals[i] = add_goal(groei, amir, "doel");
	groei_close(groei);
	groei = open_at(state, TODAY + 70);
	assert_int_equal(still(groei, arena, &since), COUNT(goals));
	assert_done(groei, groei_goal_move(groei, goals[0], GOAL_LEARNING));
	assert_int_equal(still(groei, arena, &since), 3);
	progress = check_of(goals[1], SIDE_LEAD, 5, GROEI_NONE);
	assert_done(groei, groei_goal_check(groei, &progress));
	assert_int_equal(still(groei, arena, &since), 2);
	groei_record_clear(groei_table(GROEI_EVIDENCE), &evidence);
	evidence.goal = goals[2];
	evidence.title = "toegepast";
	assert_done(groei, groei_add(groei, GROEI_EVIDENCE, &evidence));
	assert_true(evidence.person == amir);
	assert_int_equal(still(groei, arena, &since), 1);
	before = after = goal_now(groei, arena, goals[3]);
	after.step = "één klein ding";
	assert_done(groei, groei_edit(groei, GROEI_GOAL, &before, &after));
	assert_int_equal(still(groei, arena, &since), 0);
	groei_arena_close(arena);
	groei_close(groei);
}

static void a_new_day_is_counted_and_keeps_its_reason(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir"),
	        id = add_action(groei, amir, amir, "boek lezen", TODAY + 3),
	        open = add_action(groei, amir, amir, "ooit", GROEI_NO_DAY);
	struct action before, after;
	struct change *changes;
	size_t count;

	assert_status(groei, groei_action_reagree(groei, id, TODAY + 3, "x"), GROEI_INVALID);
	assert_status(groei, groei_action_reagree(groei, id, TODAY - 1, "x"), GROEI_INVALID);
	assert_status(groei, groei_action_reagree(groei, id, TODAY + 9, " "), GROEI_INVALID);
	assert_reason(groei, "reason", "--reason");
	assert_done(groei, groei_action_reagree(groei, id, TODAY + 9, "boek is later"));
	assert_done(groei, groei_get(groei, arena, GROEI_ACTION, id, &before));
	assert_int_equal(before.first_due, TODAY + 3);
	assert_int_equal(before.reagreed, 1);
	assert_text(before.reason, "boek is later");
	after = before;
	after.due = TODAY + 20;
	assert_done(groei, groei_edit(groei, GROEI_ACTION, &before, &after));
	assert_done(groei, groei_get(groei, arena, GROEI_ACTION, id, &before));
	assert_int_equal(before.first_due, TODAY + 3);
	assert_int_equal(before.reagreed, 2);
	assert_done(groei, groei_history(groei, arena, GROEI_ACTION, id, NULL, 10, &changes, &count));
	assert_int_equal(count, 3);
	assert_string_equal(changes[1].command, "action reagree");
	/* The first day of one that had none is no new agreement. */
	assert_done(groei, groei_get(groei, arena, GROEI_ACTION, open, &before));
	after = before;
	after.due = TODAY + 5;
	assert_done(groei, groei_edit(groei, GROEI_ACTION, &before, &after));
	assert_done(groei, groei_get(groei, arena, GROEI_ACTION, open, &before));
	assert_int_equal(before.first_due, TODAY + 5);
	assert_int_equal(before.reagreed, 0);
	assert_done(groei, groei_action_set(groei, id, ACTION_DONE));
	assert_status(groei, groei_action_reagree(groei, id, TODAY + 30, "x"), GROEI_INVALID);
	groei_arena_close(arena);
	groei_close(groei);
}

static void both_sides_are_counted_alike(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir"), of[2] = {groei_who(groei), amir};
	int64_t late[2], moved[2];
	struct promises sides[2];

	for (int i = 0; i < 2; i++) {
		late[i] = add_action(groei, amir, of[i], "laat", TODAY + 1);
		moved[i] = add_action(groei, amir, of[i], "verzet", TODAY + 1);
		add_action(groei, amir, of[i], "open", TODAY + 90);
		add_action(groei, amir, of[i], "over tijd", TODAY + 1);
		assert_done(groei, groei_action_set(groei,
		                                    add_action(groei, amir, of[i], "op tijd", TODAY),
		                                    ACTION_DONE));
		assert_done(groei, groei_action_set(
		                       groei, add_action(groei, amir, of[i], "zonder dag", GROEI_NO_DAY),
		                       ACTION_DONE));
		assert_done(groei, groei_action_set(groei,
		                                    add_action(groei, amir, of[i], "vervallen", TODAY),
		                                    ACTION_DROPPED));
		assert_done(groei, groei_action_reagree(groei, moved[i], TODAY + 2, "ziek"));
	}
	groei_close(groei);
	groei = open_at(state, TODAY + 2);
	for (int i = 0; i < 2; i++) {
		assert_done(groei, groei_action_set(groei, late[i], ACTION_DONE));
		assert_done(groei, groei_action_set(groei, moved[i], ACTION_DONE));
	}
	assert_done(groei, groei_promises(groei, arena, amir, GROEI_NO_DAY, GROEI_NO_DAY, sides));
	for (int i = 0; i < 2; i++) {
		assert_int_equal(sides[i].made, 7);
		assert_int_equal(sides[i].on_time, 3); /* on the day agreed last, too */
		assert_int_equal(sides[i].late, 1);
		assert_int_equal(sides[i].reagreed, 1);
		assert_int_equal(sides[i].open, 2);
		assert_int_equal(sides[i].overdue, 1);
		assert_int_equal(sides[i].dropped, 1);
		assert_int_equal(sides[i].count, 7);
		assert_true(sides[i].action[0].owner == of[i]);
	}
	assert_done(groei, groei_promises(groei, arena, amir, TODAY + 1, TODAY + 2, sides));
	assert_int_equal(sides[PROMISE_LEAD].made + sides[PROMISE_EMPLOYEE].made, 0);
	assert_status(groei, groei_promises(groei, arena, 4711, GROEI_NO_DAY, GROEI_NO_DAY, sides),
	              GROEI_NOT_FOUND);
	groei_arena_close(arena);
	groei_close(groei);
}

static int64_t add_skill(struct groei *groei, int64_t person, const char *title, int32_t helps)
{
	struct skill skill;

	groei_record_clear(groei_table(GROEI_SKILL), &skill);
	skill.person = person;
	skill.title = title;
	skill.helps = helps;
	assert_done(groei, groei_add(groei, GROEI_SKILL, &skill));
	return skill.id;
}

static void a_buddy_is_somebody_who_said_they_help(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir"), noor = add_person(groei, "noor", "Noor"),
	        id = add_skill(groei, noor, "SQL voor rapporten", CHOICE_YES);
	struct skill *skills, skill;
	size_t count;

	add_skill(groei, amir, "SQL", CHOICE_YES);
	add_skill(groei, add_person(groei, "jef", "Jef"), "SQL", CHOICE_NO);
	assert_done(groei, groei_buddies(groei, arena, "sql", amir, &skills, &count));
	assert_int_equal(count, 1);
	assert_true(skills[0].person == noor);
	assert_done(groei, groei_buddies(groei, arena, "sql", 0, &skills, &count));
	assert_int_equal(count, 2);
	assert_done(groei, groei_helps(groei, noor));
	assert_status(groei, groei_helps(groei, groei_who(groei)), GROEI_NO);
	assert_done(groei, groei_get(groei, arena, GROEI_SKILL, id, &skill));
	assert_int_equal(skill.confirmed, GROEI_NO_DAY);
	groei_close(groei);
	groei = open_at(state, TODAY + 3);
	assert_done(groei, groei_skill_confirm(groei, id, 8, GROEI_NONE));
	assert_done(groei, groei_get(groei, arena, GROEI_SKILL, id, &skill));
	assert_int_equal(skill.own, 8);
	assert_int_equal(skill.confirmed, TODAY + 3);
	groei_arena_close(arena);
	groei_close(groei);
}

int main(void)
{
	cmocka_set_message_output(CM_OUTPUT_TAP);
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_goal_belongs_to_the_employee_unless_said_otherwise),
	    cmocka_unit_test(confident_needs_evidence_and_the_employees_confidence),
	    cmocka_unit_test(a_failed_experiment_is_completed_with_what_it_taught),
	    cmocka_unit_test(a_check_is_one_side_and_the_employees_level_counts),
	    cmocka_unit_test(the_safety_net_asks_when_nothing_moved),
	    cmocka_unit_test(every_kind_of_movement_keeps_the_net_away),
	    cmocka_unit_test(a_new_day_is_counted_and_keeps_its_reason),
	    cmocka_unit_test(both_sides_are_counted_alike),
	    cmocka_unit_test(a_buddy_is_somebody_who_said_they_help),
	};
	return support_run(ON_BOTH, tests, COUNT(tests));
}
