/* Closing a talk: the actions noted, what is carried over, energy, the next one by cadence, and what is
 * refused. Recording a talk afterwards is the same. */
#include "store/core.h"

static struct closed hold(struct groei *groei, struct groei_arena *arena, int64_t conversation,
                          const char *notes)
{
	struct closing closing = closing_of(conversation);
	struct closed closed;

	closing.notes = notes;
	assert_done(groei, groei_conversation_hold(groei, arena, &closing, &closed));
	return closed;
}

static struct action *actions_of(struct groei *groei, struct groei_arena *arena, int64_t person,
                                 size_t *count_out)
{
	const struct groei_query query = {.condition = {{"person", person}}, .limit = 1000};
	void *records;

	assert_done(groei,
	            groei_list(groei, arena, GROEI_ACTION, &query, &records, count_out));
	return records;
}

static void closing_makes_actions_and_plans_the_next(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");
	struct conversation talk = add_talk(groei, amir, TODAY, "checkin");
	struct closed closed;
	struct action *actions;
	size_t count;

	assert_done(groei, groei_answer_type(groei, talk.id, "energy-today", SIDE_EMPLOYEE, NULL, "8"));
	closed = hold(groei, arena, talk.id,
	              "Goed gesprek\n[ ] @amir ask Noor about mentoring by fri\n"
	              "- [ ] ruimte maken in de agenda");
	assert_int_equal(closed.actions_made, 2);
	assert_int_equal(closed.actions_carried, 0);
	assert_int_equal(closed.held.state, CONVERSATION_HELD);
	assert_int_equal(closed.held.energy, 8);
	assert_int_equal(closed.held.day, TODAY);
	assert_non_null(strstr(closed.held.notes, "Goed gesprek"));
	assert_int_equal(closed.next.day, TODAY + 28); /* the store's own rhythm: four weeks */
	assert_int_equal(closed.next.state, CONVERSATION_PLANNED);
	assert_string_equal(closed.next.template, "checkin");
	assert_int_equal(closed.next.format, FORMAT_CHECK_IN);
	assert_true(closed.next.previous == talk.id);
	assert_true(closed.next.person == amir && closed.next.lead == groei_who(groei));

	actions = actions_of(groei, arena, amir, &count);
	assert_int_equal(count, 2);
	assert_string_equal(actions[0].title, "ask Noor about mentoring");
	assert_true(actions[0].owner == amir);
	assert_int_equal(actions[0].due, TODAY + 3);
	for (size_t i = 0; i < count; i++) {
		assert_true(actions[i].conversation == talk.id);
		assert_int_equal(actions[i].carried, 0);
		assert_int_equal(actions[i].made, TODAY);
		assert_true(i == 0 || actions[i].owner == groei_who(groei));
	}
	groei_arena_close(arena);
	groei_close(groei);
}

/* What nobody was asked to do is not silently somebody's. */
static void an_action_for_nobody_holds_the_talk_back(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");
	struct conversation talk = add_talk(groei, amir, TODAY, "checkin");
	struct closing closing = closing_of(talk.id);
	struct closed closed;
	struct action action;
	size_t count;

	closing.notes = "[ ] @amir ask Noor\n[ ] @amri zoekt iets uit";
	assert_status(groei, groei_conversation_hold(groei, arena, &closing, &closed),
	              GROEI_NOT_FOUND);
	assert_non_null(strstr(groei_why(groei).text, "amri"));
	assert_non_null(strstr(groei_why(groei).text, "amir"));
	assert_done(groei, groei_get(groei, arena, GROEI_CONVERSATION, talk.id, &talk));
	assert_int_equal(talk.state, CONVERSATION_PLANNED);
	assert_null(talk.notes);
	actions_of(groei, arena, amir, &count);
	assert_int_equal(count, 0);
	/* One that is there already, as it was made before names were asked for, is no reason. */
	groei_record_clear(groei_table(GROEI_ACTION), &action);
	action.person = amir;
	action.owner = groei_who(groei);
	action.title = "@amri zoekt iets uit";
	action.conversation = talk.id;
	assert_done(groei, groei_add(groei, GROEI_ACTION, &action));
	closed = hold(groei, arena, talk.id, closing.notes);
	assert_int_equal(closed.actions_made, 1);
	groei_arena_close(arena);
	groei_close(groei);
}

static void open_actions_are_carried_over_and_counted(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir"), noor = add_person(groei, "noor", "Noor");
	struct conversation first = add_talk(groei, amir, TODAY, NULL);
	struct closed closed;
	struct action action;
	int64_t open = add_action(groei, amir, amir, "open", GROEI_NO_DAY);
	int64_t done = add_action(groei, amir, amir, "klaar", TODAY);
	int64_t others = add_action(groei, noor, noor, "van Noor", TODAY);

	assert_done(groei, groei_action_set(groei, done, ACTION_DONE));
	closed = hold(groei, arena, first.id, "[ ] nieuw");
	assert_int_equal(closed.actions_made, 1);
	assert_int_equal(closed.actions_carried, 1);
	closed = hold(groei, arena, closed.next.id, NULL);
	assert_int_equal(closed.actions_carried, 2);
	assert_done(groei, groei_get(groei, arena, GROEI_ACTION, open, &action));
	assert_int_equal(action.carried, 2);
	assert_done(groei, groei_get(groei, arena, GROEI_ACTION, done, &action));
	assert_int_equal(action.carried, 0);
	assert_done(groei, groei_get(groei, arena, GROEI_ACTION, others, &action));
	assert_int_equal(action.carried, 0);
	groei_arena_close(arena);
	groei_close(groei);
}

/* Actions that the talk made already, one by one, are not made twice. */
static void an_action_made_during_the_talk_is_not_made_again(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");
	struct conversation talk = add_talk(groei, amir, TODAY, NULL);
	struct noted_line *noted;
	struct action action;
	struct closed closed;
	size_t count;

	groei_record_clear(groei_table(GROEI_ACTION), &action);
	action.person = action.owner = amir;
	action.title = "bel Noor";
	action.conversation = talk.id;
	assert_done(groei, groei_add(groei, GROEI_ACTION, &action));
	talk.notes = "[ ] @amir bel Noor by fri\n[ ] bel Noor";
	assert_done(groei, groei_conversation_noted(groei, arena, &talk, &noted, &count));
	assert_int_equal(count, 2);
	assert_int_equal(noted[0].made, 1);
	assert_int_equal(noted[1].made, 0); /* the lead's own */
	closed = hold(groei, arena, talk.id, talk.notes);
	assert_int_equal(closed.actions_made, 1);
	assert_done(groei, groei_conversation_noted(groei, arena, &closed.held, &noted, &count));
	assert_int_equal(noted[1].made, 1);
	groei_arena_close(arena);
	groei_close(groei);
}

static void energy_that_is_given_wins_over_the_answer(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	struct conversation talk = add_talk(groei, add_person(groei, "amir", "Amir"), TODAY, "checkin");
	struct closing closing = closing_of(talk.id);
	struct closed closed;

	assert_done(groei, groei_answer_type(groei, talk.id, "energy-today", SIDE_EMPLOYEE, NULL, "8"));
	closing.energy = 11;
	assert_status(groei, groei_conversation_hold(groei, arena, &closing, &closed), GROEI_INVALID);
	assert_reason(groei, "energy", "1 to 10");
	closing.energy = 3;
	closing.plan_next = 0;
	assert_done(groei, groei_conversation_hold(groei, arena, &closing, &closed));
	assert_int_equal(closed.held.energy, 3);
	assert_true(closed.next.id == 0);
	groei_arena_close(arena);
	groei_close(groei);
}

static void what_cannot_be_held_changes_nothing(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");
	struct conversation talk = add_talk(groei, amir, TODAY, NULL), cancelled = talk, now;
	struct closing closing = closing_of(talk.id);
	struct closed closed = {.actions_made = 77};
	struct rows before = rows_now(groei);

	closing.notes = "[ ] een\n[ ] twee";
	closing.day = TODAY + 1;
	assert_status(groei, groei_conversation_hold(groei, arena, &closing, &closed), GROEI_INVALID);
	assert_reason(groei, "day", "ahead");
	closing.day = TODAY;
	closing.next = TODAY - 1;
	assert_status(groei, groei_conversation_hold(groei, arena, &closing, &closed), GROEI_INVALID);
	assert_reason(groei, "day", "before");
	closing.next = GROEI_NO_DAY;
	closing.next_template = "nope";
	assert_status(groei, groei_conversation_hold(groei, arena, &closing, &closed), GROEI_INVALID);
	assert_reason(groei, "template", "nope");
	closing.next_template = NULL;
	closing.notes = "[ ] één\xff";
	assert_status(groei, groei_conversation_hold(groei, arena, &closing, &closed), GROEI_INVALID);
	assert_reason(groei, "notes", "UTF-8");
	closing.conversation = 4711;
	assert_status(groei, groei_conversation_hold(groei, arena, &closing, &closed), GROEI_NOT_FOUND);
	assert_rows(groei, before);
	assert_int_equal(closed.actions_made, 77);
	assert_done(groei, groei_get(groei, arena, GROEI_CONVERSATION, talk.id, &now));
	assert_int_equal(now.state, CONVERSATION_PLANNED);
	assert_int_equal(now.revision, talk.revision);

	hold(groei, arena, talk.id, NULL);
	before = rows_now(groei);
	closing = closing_of(talk.id);
	assert_status(groei, groei_conversation_hold(groei, arena, &closing, &closed), GROEI_INVALID);
	assert_reason(groei, "state", "held");
	assert_rows(groei, before);
	talk = add_talk(groei, amir, TODAY, NULL);
	cancelled = talk;
	cancelled.state = CONVERSATION_CANCELLED;
	assert_done(groei, groei_edit(groei, GROEI_CONVERSATION, &talk, &cancelled));
	closing = closing_of(talk.id);
	assert_status(groei, groei_conversation_hold(groei, arena, &closing, &closed), GROEI_INVALID);
	assert_reason(groei, "state", "cancelled");
	groei_arena_close(arena);
	groei_close(groei);
}

static void a_talk_planned_ahead_can_be_held_today(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	struct conversation talk =
	    add_talk(groei, add_person(groei, "amir", "Amir"), TODAY + 5, NULL);
	struct closed closed = hold(groei, arena, talk.id, NULL);

	assert_int_equal(closed.held.day, TODAY);
	groei_arena_close(arena);
	groei_close(groei);
}

static void a_next_talk_that_is_planned_already_is_kept_or_moved(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");
	struct conversation talk = add_talk(groei, amir, TODAY, "growth");
	struct conversation planned = add_talk(groei, amir, TODAY + 9, "growth");
	struct closing closing = closing_of(talk.id);
	struct closed closed = hold(groei, arena, talk.id, NULL);

	assert_true(closed.next.id == planned.id);
	assert_int_equal(closed.next.day, TODAY + 9);
	talk = add_talk(groei, amir, TODAY, "growth");
	closing = closing_of(talk.id);
	closing.next = TODAY + 12;
	closing.next_template = "checkin";
	assert_done(groei, groei_conversation_hold(groei, arena, &closing, &closed));
	assert_true(closed.next.id == planned.id);
	assert_int_equal(closed.next.day, TODAY + 12);
	assert_string_equal(closed.next.template, "checkin");
	assert_int_equal(closed.next.format, FORMAT_CHECK_IN);
	groei_arena_close(arena);
	groei_close(groei);
}

/* --- by cadence (R11) ---------------------------------------------------------------------- */

static void set_cadence(struct groei *groei, struct groei_arena *arena, int64_t id,
                        const char *cadence, int64_t team)
{
	struct person before, after;

	assert_done(groei, groei_get(groei, arena, GROEI_PERSON, id, &before));
	after = before;
	after.cadence = cadence;
	after.team = team;
	assert_done(groei, groei_edit(groei, GROEI_PERSON, &before, &after));
}

static int32_t day(int year, int month, int of_month)
{
	int32_t made = 0;

	assert_true(groei_day_make(year, month, of_month, &made));
	return made;
}

/* The day itself, or the Monday behind a Saturday or Sunday. */
static int32_t working(int32_t of)
{
	int weekday = groei_day_civil(of).weekday;

	return weekday < 6 ? of : of + 8 - weekday;
}

static void a_month_from_the_31st_is_its_last_day(void **state)
{
	static const int years[][2] = {{2027, 28}, {2028, 29}};
	struct groei_arena *arena = groei_arena_open();
	struct groei *groei = open_fresh(state);
	int64_t amir = add_person(groei, "amir", "Amir");

	set_cadence(groei, arena, amir, "1m", 0);
	groei_close(groei);
	for (size_t i = 0; i < COUNT(years); i++) {
		int32_t january = day(years[i][0], 1, 31);
		struct closing closing;
		struct closed closed;

		/* Held on the day: the next is at the end of February. */
		groei = open_at(state, january);
		closing = closing_of(add_talk(groei, amir, january, NULL).id);
		assert_done(groei, groei_conversation_hold(groei, arena, &closing, &closed));
		assert_int_equal(groei_next_due(groei, amir), day(years[i][0], 2, years[i][1]));
		assert_int_equal(closed.next.day, working(day(years[i][0], 2, years[i][1])));
		assert_done(groei, groei_remove(groei, GROEI_CONVERSATION, closed.next.id));
		groei_close(groei);
		/* Recorded in March: counted from 31 January, so 31 March. */
		groei = open_at(state, day(years[i][0], 3, 2));
		closing = closing_of(add_talk(groei, amir, january, NULL).id);
		assert_done(groei, groei_conversation_hold(groei, arena, &closing, &closed));
		assert_int_equal(closed.held.day, january);
		assert_int_equal(closed.next.day, day(years[i][0], 3, 31));
		assert_done(groei, groei_remove(groei, GROEI_CONVERSATION, closed.next.id));
		groei_close(groei);
	}
	groei_arena_close(arena);
}

static void the_narrowest_rhythm_wins(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");
	struct team above, team, edited;

	groei_record_clear(groei_table(GROEI_TEAM), &above);
	above.handle = "it";
	above.name = "IT";
	team = above;
	above.cadence = "10d";
	assert_done(groei, groei_add(groei, GROEI_TEAM, &above));
	team.handle = "data";
	team.parent = above.id;
	assert_done(groei, groei_add(groei, GROEI_TEAM, &team));
	hold(groei, arena, add_talk(groei, amir, TODAY, NULL).id, NULL);

	assert_string_equal(groei_cadence(groei, arena, amir), "4w");
	assert_int_equal(groei_next_due(groei, amir), TODAY + 28);
	set_cadence(groei, arena, amir, NULL, team.id);
	assert_string_equal(groei_cadence(groei, arena, amir), "10d");
	assert_int_equal(groei_next_due(groei, amir), TODAY + 10);
	edited = team;
	edited.cadence = "3w";
	assert_done(groei, groei_edit(groei, GROEI_TEAM, &team, &edited));
	assert_int_equal(groei_next_due(groei, amir), TODAY + 21);
	set_cadence(groei, arena, amir, "1w", team.id);
	assert_int_equal(groei_next_due(groei, amir), TODAY + 7);
	/* The team above counts again when the one between has none. */
	set_cadence(groei, arena, amir, NULL, team.id);
	team = edited;
	edited.cadence = NULL;
	assert_done(groei, groei_edit(groei, GROEI_TEAM, &team, &edited));
	assert_int_equal(groei_next_due(groei, amir), TODAY + 10);
	groei_arena_close(arena);
	groei_close(groei);
}

/* On the calendar's last days there is no next one, and no endless search for it. */
static void the_end_of_the_calendar_is_no_trap(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");
	struct closing closing;
	struct closed closed;

	groei_close(groei);
	groei = open_at(state, GROEI_DAY_MAX - 1);
	closing = closing_of(add_talk(groei, amir, GROEI_DAY_MAX - 1, NULL).id);
	assert_status(groei, groei_conversation_hold(groei, arena, &closing, &closed), GROEI_INVALID);
	assert_reason(groei, "day", "empty");
	closing.plan_next = 0;
	assert_done(groei, groei_conversation_hold(groei, arena, &closing, &closed));
	assert_int_equal(groei_next_due(groei, amir), GROEI_DAY_MAX);
	groei_arena_close(arena);
	groei_close(groei);
}

/* --- recorded afterwards ------------------------------------------------------------------- */

static void a_talk_is_recorded_in_one_go(void **state)
{
	static const struct given_answer answers[] = {{"energy-today", "6", SIDE_EMPLOYEE},
	                                              {"practice-room", "net", SIDE_EMPLOYEE}};
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");
	struct conversation talk;
	struct closing closing = closing_of(0);
	struct closed closed;

	groei_record_clear(groei_table(GROEI_CONVERSATION), &talk);
	talk.person = amir;
	talk.day = TODAY - 3;
	talk.template = "checkin";
	talk.notes = "[ ] @amir boek by fri";
	assert_done(groei, groei_conversation_log(groei, arena, &talk, answers, 2, &closing, &closed));
	assert_true(talk.id != 0 && talk.id == closed.held.id);
	assert_int_equal(talk.state, CONVERSATION_HELD);
	assert_int_equal(talk.day, TODAY - 3);
	assert_int_equal(talk.energy, 6);
	assert_int_equal(closed.actions_made, 1);
	assert_int_equal(closed.next.day, working(TODAY - 3 + 28));
	groei_arena_close(arena);
	groei_close(groei);
}

static void a_recorded_talk_fulfils_the_open_one(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");
	struct conversation open = add_talk(groei, amir, TODAY - 1, "growth"), talk, after = open;
	struct closing closing = closing_of(0);
	struct closed closed;

	after.notes = "vooraf bedacht";
	assert_done(groei, groei_edit(groei, GROEI_CONVERSATION, &open, &after));
	groei_record_clear(groei_table(GROEI_CONVERSATION), &talk);
	talk.person = amir;
	talk.day = TODAY;
	talk.template = "checkin";
	talk.notes = "besproken";
	talk.energy = 5;
	assert_done(groei, groei_conversation_log(groei, arena, &talk, NULL, 0, &closing, &closed));
	assert_true(talk.id == open.id);
	assert_string_equal(talk.notes, "vooraf bedacht\n\nbesproken");
	assert_string_equal(talk.template, "checkin");
	assert_int_equal(talk.format, FORMAT_CHECK_IN);
	assert_int_equal(talk.day, TODAY);
	assert_int_equal(talk.energy, 5);
	/* One that lies ahead stays: the recorded talk comes beside it, and it is the next. */
	open = closed.next;
	groei_record_clear(groei_table(GROEI_CONVERSATION), &talk);
	talk.person = amir;
	talk.format = FORMAT_MOMENT;
	assert_done(groei, groei_conversation_log(groei, arena, &talk, NULL, 0, &closing, &closed));
	assert_true(talk.id != open.id);
	assert_int_equal(talk.format, FORMAT_MOMENT);
	assert_int_equal(talk.day, TODAY);
	assert_true(closed.next.id == open.id);
	assert_int_equal(closed.next.day, open.day);
	groei_arena_close(arena);
	groei_close(groei);
}

static void a_wrong_record_leaves_nothing(void **state)
{
	static const struct given_answer wrong[] = {{"how-are-you", "goed", SIDE_EMPLOYEE},
	                                            {"energy-today", "11", SIDE_EMPLOYEE}};
	static const struct given_answer unknown[] = {{"how-are-you", "goed", SIDE_EMPLOYEE},
	                                              {"nope", "x", SIDE_EMPLOYEE}};
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");
	struct conversation talk;
	struct closing closing = closing_of(0);
	struct closed closed;
	struct rows before = rows_now(groei);

	groei_record_clear(groei_table(GROEI_CONVERSATION), &talk);
	talk.person = amir;
	talk.template = "checkin";
	assert_status(groei, groei_conversation_log(groei, arena, &talk, wrong, 2, &closing, &closed),
	              GROEI_INVALID);
	assert_reason(groei, "number", "1 to 10");
	assert_status(groei,
	              groei_conversation_log(groei, arena, &talk, unknown, 2, &closing, &closed),
	              GROEI_NOT_FOUND);
	assert_reason(groei, "question", "how-are-you");
	talk.day = TODAY + 1;
	assert_status(groei, groei_conversation_log(groei, arena, &talk, NULL, 0, &closing, &closed),
	              GROEI_INVALID);
	assert_reason(groei, "day", "ahead");
	assert_true(talk.id == 0);
	assert_rows(groei, before);
	groei_arena_close(arena);
	groei_close(groei);
}

enum { MANY = 260 };

static enum groei_status add_many(void *context)
{
	struct groei *groei = context;
	int64_t amir;

	assert_done(groei, groei_find(groei, GROEI_PERSON, "amir", &amir));
	for (int i = 0; i < MANY; i++)
		add_action(groei, amir, amir, "Practise", GROEI_NO_DAY);
	return GROEI_OK;
}

static void open_actions_are_carried_over_however_many(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");
	struct closing closing = closing_of(add_talk(groei, amir, TODAY, NULL).id);
	struct closed closed;
	struct rows before;
	struct change change;

	assert_done(groei, store_transact(groei->store, "test", add_many, groei));
	before = rows_now(groei);
	assert_done(groei, groei_conversation_hold(groei, arena, &closing, &closed));
	assert_int_equal(closed.actions_carried, MANY);
	assert_done(groei, groei_undo(groei, arena, &change));
	assert_int_equal(rows_now(groei).of[GROEI_ACTION], before.of[GROEI_ACTION]);
	assert_done(groei, groei_undo(groei, arena, &change));
	assert_int_equal(rows_now(groei).of[GROEI_ACTION], 0);
	groei_arena_close(arena);
	groei_close(groei);
}

int main(void)
{
	cmocka_set_message_output(CM_OUTPUT_TAP);
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(closing_makes_actions_and_plans_the_next),
	    cmocka_unit_test(an_action_for_nobody_holds_the_talk_back),
	    cmocka_unit_test(open_actions_are_carried_over_and_counted),
	    cmocka_unit_test(an_action_made_during_the_talk_is_not_made_again),
	    cmocka_unit_test(energy_that_is_given_wins_over_the_answer),
	    cmocka_unit_test(what_cannot_be_held_changes_nothing),
	    cmocka_unit_test(a_talk_planned_ahead_can_be_held_today),
	    cmocka_unit_test(a_next_talk_that_is_planned_already_is_kept_or_moved),
	    cmocka_unit_test(a_month_from_the_31st_is_its_last_day),
	    cmocka_unit_test(the_narrowest_rhythm_wins),
	    cmocka_unit_test(the_end_of_the_calendar_is_no_trap),
	    cmocka_unit_test(a_talk_is_recorded_in_one_go),
	    cmocka_unit_test(a_recorded_talk_fulfils_the_open_one),
	    cmocka_unit_test(a_wrong_record_leaves_nothing),
	    cmocka_unit_test(open_actions_are_carried_over_however_many),
	};
	return support_run(ON_BOTH, tests, COUNT(tests));
}
