/* History and undo: what a command did, taking it back, and what cannot be taken back. */
#include "store/core.h"

static struct goal goal_now(struct groei *groei, struct groei_arena *arena, int64_t id)
{
	struct goal goal;

	assert_done(groei, groei_get(groei, arena, GROEI_GOAL, id, &goal));
	return goal;
}

static void undo(struct groei *groei, struct groei_arena *arena, const char *command)
{
	struct change change;

	assert_done(groei, groei_undo(groei, arena, &change));
	assert_string_equal(change.command, command);
}

static void an_add_and_an_edit_are_taken_back_in_turn(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir"), id = add_goal(groei, amir, "SQL");
	struct change change;
	struct goal goal;

	assert_done(groei, groei_goal_move(groei, id, GOAL_LEARNING));
	assert_done(groei, groei_goal_move(groei, id, GOAL_APPLYING));
	undo(groei, arena, "goal move");
	assert_int_equal(goal_now(groei, arena, id).stage, GOAL_LEARNING);
	undo(groei, arena, "goal move");
	goal = goal_now(groei, arena, id);
	assert_int_equal(goal.stage, GOAL_NEED);
	assert_int_equal(goal.moved, TODAY);
	undo(groei, arena, "goal add");
	assert_status(groei, groei_get(groei, arena, GROEI_GOAL, id, &goal), GROEI_NOT_FOUND);
	undo(groei, arena, "person add");
	/* The owner stays: a store without one would be nobody's. */
	assert_status(groei, groei_undo(groei, arena, &change), GROEI_NO);
	assert_reason(groei, NULL, "nothing to undo");
	assert_status(groei, groei_undo(groei, arena, &change), GROEI_NO);
	groei_arena_close(arena);
	groei_close(groei);
}

static void a_removed_record_comes_back_whole(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");
	struct goal before, after;
	int64_t found = 0;

	groei_record_clear(groei_table(GROEI_GOAL), &before);
	before.person = amir;
	before.title = "SQL; 'joins'";
	before.why = "voor\n\"later\"";
	before.stage = GOAL_PRACTISING;
	before.level_from = 6;
	before.level_to = 9;
	before.step_by = TODAY + 9;
	assert_done(groei, groei_add(groei, GROEI_GOAL, &before));
	assert_done(groei, groei_remove(groei, GROEI_GOAL, before.id));
	undo(groei, arena, "goal remove");
	after = goal_now(groei, arena, before.id);
	for (size_t i = 0; i < groei_table(GROEI_GOAL)->field_count; i++)
		assert_true(value_same(&groei_table(GROEI_GOAL)->fields[i], &before, &after));
	/* A person who comes back is found and stands in the lists again. */
	assert_done(groei, groei_remove(groei, GROEI_GOAL, before.id));
	assert_done(groei, groei_remove(groei, GROEI_PERSON, amir));
	assert_status(groei, groei_find(groei, GROEI_PERSON, "amir", &found), GROEI_NOT_FOUND);
	undo(groei, arena, "person remove");
	assert_done(groei, groei_find(groei, GROEI_PERSON, "amir", &found));
	assert_int_equal(groei_next_due(groei, amir), TODAY);
	groei_arena_close(arena);
	groei_close(groei);
}

/* Everything that `hold` or `log` did, in every table, goes with one undo. */
static void a_held_talk_is_taken_back_with_all_it_brought(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");
	int64_t old = add_action(groei, amir, amir, "oud", TODAY - 1);
	struct conversation talk = add_talk(groei, amir, TODAY, "checkin"), now;
	struct closing closing = closing_of(talk.id);
	struct closed closed;
	struct action action;
	struct rows before = rows_now(groei), after;

	closing.notes = "[ ] @amir boek by fri\n[ ] bel Noor";
	closing.energy = 6;
	assert_done(groei, groei_conversation_hold(groei, arena, &closing, &closed));
	assert_int_equal(closed.actions_made, 2);
	undo(groei, arena, "conversation hold");
	after = rows_now(groei);
	for (int i = 0; i < GROEI_ENTITIES; i++)
		assert_int_equal(after.of[i], before.of[i]);
	assert_done(groei, groei_get(groei, arena, GROEI_CONVERSATION, talk.id, &now));
	assert_int_equal(now.state, CONVERSATION_PLANNED);
	assert_null(now.notes);
	assert_int_equal(now.energy, GROEI_NONE);
	assert_done(groei, groei_get(groei, arena, GROEI_ACTION, old, &action));
	assert_int_equal(action.carried, 0);
	assert_done(groei, groei_conversation_open(groei, arena, amir, &now));
	assert_true(now.id == talk.id);
	/* And it can be held again, with the same result. */
	assert_done(groei, groei_conversation_hold(groei, arena, &closing, &closed));
	assert_int_equal(closed.actions_made, 2);
	assert_int_equal(closed.actions_carried, 1);
	groei_arena_close(arena);
	groei_close(groei);
}

static void a_logged_talk_is_taken_back_with_all_it_brought(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");
	struct conversation talk;
	struct closing closing = closing_of(0);
	struct closed closed;
	const struct given_answer answers[] = {{"energy-today", "7", SIDE_EMPLOYEE},
	                                       {"how-are-you", "goed", SIDE_EMPLOYEE},
	                                       {"how-are-you", "moe", SIDE_LEAD}};
	struct rows before = rows_now(groei), after;

	groei_record_clear(groei_table(GROEI_CONVERSATION), &talk);
	talk.person = amir;
	talk.template = "checkin";
	talk.notes = "[ ] @amir boek by fri";
	assert_done(groei, groei_conversation_log(groei, arena, &talk, answers, 3, &closing, &closed));
	after = rows_now(groei);
	assert_int_equal(after.of[GROEI_CONVERSATION], 2);
	assert_int_equal(after.of[GROEI_ANSWER], 3);
	assert_int_equal(after.of[GROEI_ACTION], 1);
	undo(groei, arena, "conversation log");
	after = rows_now(groei);
	for (int i = 0; i < GROEI_ENTITIES; i++)
		assert_int_equal(after.of[i], before.of[i]);
	assert_int_equal(groei_next_due(groei, amir), TODAY);
	groei_arena_close(arena);
	groei_close(groei);
}

static void what_changed_since_is_not_undone(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir"), id = add_goal(groei, amir, "SQL");
	struct goal before, after;
	struct change change;
	struct rows rows;

	assert_done(groei, groei_goal_move(groei, id, GOAL_LEARNING));
	/* Somebody else changes the same field: written under another name. */
	before = goal_now(groei, arena, id);
	after = before;
	after.stage = GOAL_STALLED;
	groei->store->who = amir;
	assert_done(groei, groei_edit(groei, GROEI_GOAL, &before, &after));
	groei->store->who = groei->who;
	rows = rows_now(groei);
	assert_status(groei, groei_undo(groei, arena, &change), GROEI_CONFLICT);
	assert_reason(groei, "stage", "changed since");
	assert_rows(groei, rows);
	assert_int_equal(goal_now(groei, arena, id).stage, GOAL_STALLED);
	groei_arena_close(arena);
	groei_close(groei);
}

static void an_add_that_others_went_on_with_is_not_undone(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir"), id = add_goal(groei, amir, "SQL");
	struct goal before = goal_now(groei, arena, id), after = before;
	struct change change;

	after.why = "was leeg toen het doel werd gemaakt";
	groei->store->who = amir;
	assert_done(groei, groei_edit(groei, GROEI_GOAL, &before, &after));
	groei->store->who = groei->who;
	assert_status(groei, groei_undo(groei, arena, &change), GROEI_CONFLICT);
	assert_reason(groei, "why", "changed since");
	assert_string_equal(goal_now(groei, arena, id).why, after.why);
	groei_arena_close(arena);
	groei_close(groei);
}

static void an_add_that_others_hang_on_is_not_undone(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");
	struct change change;
	struct rows rows;

	groei->store->who = amir;
	add_goal(groei, amir, "SQL");
	groei->store->who = groei->who;
	rows = rows_now(groei);
	assert_status(groei, groei_undo(groei, arena, &change), GROEI_CONFLICT);
	assert_reason(groei, "person", "Goals");
	assert_rows(groei, rows);
	groei_arena_close(arena);
	groei_close(groei);
}

static void another_field_of_the_record_may_have_changed(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir"), id = add_goal(groei, amir, "SQL");
	struct goal before, after;

	assert_done(groei, groei_goal_move(groei, id, GOAL_LEARNING));
	before = goal_now(groei, arena, id);
	after = before;
	after.title = "Meer SQL";
	groei->store->who = amir;
	assert_done(groei, groei_edit(groei, GROEI_GOAL, &before, &after));
	groei->store->who = groei->who;
	undo(groei, arena, "goal move");
	after = goal_now(groei, arena, id);
	assert_int_equal(after.stage, GOAL_NEED);
	assert_string_equal(after.title, "Meer SQL");
	groei_arena_close(arena);
	groei_close(groei);
}

/* --- history ------------------------------------------------------------------------------- */

static void history_tells_what_happened_newest_first(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir Haddad"), id = add_goal(groei, amir, "SQL");
	struct change *changes;
	struct change undone;
	size_t count = 0;

	add_goal(groei, amir, "Spreken");
	assert_done(groei, groei_goal_move(groei, id, GOAL_LEARNING));
	assert_done(groei, groei_undo(groei, arena, &undone));
	assert_done(groei, groei_history(groei, arena, GROEI_GOAL, id, NULL, 100, &changes, &count));
	assert_int_equal(count, 3);
	assert_string_equal(changes[0].command, "undo");
	assert_true(changes[0].undoes == changes[1].id);
	assert_true(changes[0].undoes == undone.id);
	assert_string_equal(changes[1].command, "goal move");
	assert_int_equal(changes[1].undone, 1);
	assert_int_equal(changes[0].undone, 0);
	assert_true(changes[1].who == groei_who(groei));
	assert_string_equal(groei_change_text(groei, arena, &changes[1]),
	                    "Goal “SQL · Amir Haddad”: Stage: need → learning");
	assert_string_equal(groei_change_text(groei, arena, &changes[2]), "Goal “SQL · Amir Haddad” added");
	assert_int_equal(changes[1].field_count, 1);
	assert_string_equal(changes[1].fields[0].before, "need");
	assert_string_equal(changes[1].fields[0].after, "learning");
	assert_string_equal(changes[1].fields[0].operation, "edit");

	assert_done(groei, groei_history(groei, arena, GROEI_GOAL, 0, NULL, 100, &changes, &count));
	assert_int_equal(count, 6); /* init, person, two goals, move, undo */
	assert_string_equal(changes[5].command, "init");
	assert_done(groei, groei_history(groei, arena, GROEI_PERSON, amir, NULL, 100, &changes,
	                                 &count));
	assert_int_equal(count, 1);
	groei_arena_close(arena);
	groei_close(groei);
}

static void history_comes_in_windows(void **state)
{
	enum { MOVES = 25 };
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir"), id = add_goal(groei, amir, "SQL");
	struct change *changes, *last = NULL;
	size_t count, total = 0;

	for (int i = 0; i < MOVES; i++)
		assert_done(groei, groei_goal_move(groei, id, (enum goal_stage)(1 + i % 2)));
	do {
		assert_done(groei, groei_history(groei, arena, GROEI_GOAL, id, last, 7, &changes,
		                                 &count));
		for (size_t i = 0; i < count; i++) {
			assert_true(last == NULL || last->at > changes[i].at);
			last = &changes[i];
		}
		total += count;
	} while (count == 7);
	assert_int_equal(total, MOVES + 1);
	groei_arena_close(arena);
	groei_close(groei);
}

/* The clock was put back by a year between two commands: their order stays, and so does undo. */
static void a_clock_put_back_keeps_the_order(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir"), id = add_goal(groei, amir, "SQL");
	struct change *changes;
	size_t count;

	/* What was done so far was done "next year". */
	assert_int_equal(db_run(groei->store->db, "UPDATE change SET at = at + 31536000000000"), DB_OK);
	assert_done(groei, groei_goal_move(groei, id, GOAL_LEARNING));
	assert_done(groei, groei_goal_move(groei, id, GOAL_APPLYING));
	assert_done(groei, groei_history(groei, arena, GROEI_GOAL, id, NULL, 10, &changes, &count));
	assert_int_equal(count, 3);
	assert_string_equal(changes[0].fields[0].after, "applying");
	assert_string_equal(changes[2].command, "goal add");
	undo(groei, arena, "goal move");
	assert_int_equal(goal_now(groei, arena, id).stage, GOAL_LEARNING);
	groei_arena_close(arena);
	groei_close(groei);
}

static void the_history_of_what_is_gone_can_be_read(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir"), id = add_goal(groei, amir, "SQL");
	struct change *changes;
	size_t count;

	assert_done(groei, groei_remove(groei, GROEI_GOAL, id));
	assert_done(groei, groei_history(groei, arena, GROEI_GOAL, id, NULL, 10, &changes, &count));
	assert_int_equal(count, 2);
	assert_string_equal(groei_change_text(groei, arena, &changes[0]), "Goal “SQL · Amir” removed");
	assert_string_equal(changes[0].fields[0].operation, "remove");
	assert_null(changes[0].fields[0].after);
	groei_arena_close(arena);
	groei_close(groei);
}

/* Nothing that stands in a record can send an escape sequence by way of its history. */
static void history_lines_are_clean_and_short(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir"), id = add_goal(groei, amir, "a\x1b[2Jb");
	struct goal before = goal_now(groei, arena, id), after = before;
	struct change *changes;
	char why[5001];
	size_t count;

	memset(why, 'w', sizeof why - 1);
	why[sizeof why - 1] = '\0';
	memcpy(why, "x\ny\x07", 4);
	after.why = why;
	assert_done(groei, groei_edit(groei, GROEI_GOAL, &before, &after));
	assert_done(groei, groei_history(groei, arena, GROEI_GOAL, id, NULL, 10, &changes, &count));
	for (size_t i = 0; i < count; i++) {
		const char *line = groei_change_text(groei, arena, &changes[i]);

		for (const char *c = line; *c != '\0'; c++)
			assert_true((unsigned char)*c >= 0x20 && *c != 0x7f);
		assert_true(strlen(line) < 300);
	}
	groei_arena_close(arena);
	groei_close(groei);
}

/* A file from elsewhere need not hold to what our tables demand. */
static void what_a_foreign_hand_left_out_is_read_as_nothing(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	struct change *changes, change;
	struct today today;
	size_t count;
	char sql[512];

	add_person(groei, "amir", "Amir");
	snprintf(sql, sizeof sql,
	         "DROP TABLE draft; CREATE TABLE draft (author_id @ID, place TEXT,"
	         " session @ID, at @ID, revision INTEGER, text TEXT);"
	         "INSERT INTO draft VALUES (%lld, NULL, NULL, 1, 0, NULL);"
	         "DROP TABLE change_field; CREATE TABLE change_field (change_id @ID, sequence INTEGER,"
	         " entity TEXT, record_id @ID, person_id @ID, operation TEXT, field TEXT, before TEXT,"
	         " after TEXT);"
	         "INSERT INTO change_field (change_id, sequence, record_id) SELECT id, 0, 1 FROM change;",
	         (long long)groei->who);
	assert_int_equal(db_begin(groei->store->db), DB_OK);
	assert_int_equal(db_run(groei->store->db, sql), DB_OK);
	assert_int_equal(db_commit(groei->store->db), DB_OK);
	assert_done(groei, groei_today_read(groei, arena, &today));
	assert_int_equal(today.count, 2); /* the talk with Amir, and the draft */
	assert_string_equal(groei_draft_words(arena, today.items[1].draft), "");
	assert_non_null(groei_draft_name(groei, arena, today.items[1].draft));
	assert_done(groei, groei_history(groei, arena, GROEI_PERSON, 0, NULL, 10, &changes, &count));
	assert_int_equal(count, 2);
	assert_string_equal(groei_change_text(groei, arena, &changes[0]), "person add");
	assert_done(groei, groei_undo(groei, arena, &change));
	groei_arena_close(arena);
	groei_close(groei);
}

int main(void)
{
	cmocka_set_message_output(CM_OUTPUT_TAP);
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(an_add_and_an_edit_are_taken_back_in_turn),
	    cmocka_unit_test(a_removed_record_comes_back_whole),
	    cmocka_unit_test(a_held_talk_is_taken_back_with_all_it_brought),
	    cmocka_unit_test(a_logged_talk_is_taken_back_with_all_it_brought),
	    cmocka_unit_test(what_changed_since_is_not_undone),
	    cmocka_unit_test(an_add_that_others_went_on_with_is_not_undone),
	    cmocka_unit_test(an_add_that_others_hang_on_is_not_undone),
	    cmocka_unit_test(another_field_of_the_record_may_have_changed),
	    cmocka_unit_test(history_tells_what_happened_newest_first),
	    cmocka_unit_test(history_comes_in_windows),
	    cmocka_unit_test(a_clock_put_back_keeps_the_order),
	    cmocka_unit_test(the_history_of_what_is_gone_can_be_read),
	    cmocka_unit_test(history_lines_are_clean_and_short),
	    cmocka_unit_test(what_a_foreign_hand_left_out_is_read_as_nothing),
	};
	return support_run(ON_BOTH, tests, COUNT(tests));
}
