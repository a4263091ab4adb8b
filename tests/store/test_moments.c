/* Moments, talking points and what was heard: what becomes of them, who decides, and that one undo
 * takes back one decision. Today is Tuesday 1 December 2026. */
#include "store/core.h"

#include <groei/framework.h>
#include <groei/moments.h>


static int64_t add_moment(struct groei *groei, int64_t person, enum moment_kind kind,
                          const char *title, int32_t day)
{
	struct moment moment;

	groei_record_clear(groei_table(GROEI_MOMENT), &moment);
	moment.person = person;
	moment.kind = (int32_t)kind;
	moment.title = title;
	moment.day = day;
	assert_done(groei, groei_add(groei, GROEI_MOMENT, &moment));
	return moment.id;
}

static int64_t add_point(struct groei *groei, int64_t person, const char *title)
{
	struct point point;

	groei_record_clear(groei_table(GROEI_POINT), &point);
	point.person = person;
	point.title = title;
	assert_done(groei, groei_add(groei, GROEI_POINT, &point));
	return point.id;
}

static int64_t add_heard(struct groei *groei, int64_t person, const char *title)
{
	struct heard heard;

	groei_record_clear(groei_table(GROEI_HEARD), &heard);
	heard.person = person;
	heard.title = title;
	assert_done(groei, groei_add(groei, GROEI_HEARD, &heard));
	return heard.id;
}

static struct moment moment_of(struct groei *groei, struct groei_arena *arena, int64_t id)
{
	struct moment moment;

	assert_done(groei, groei_get(groei, arena, GROEI_MOMENT, id, &moment));
	return moment;
}

static struct point point_of(struct groei *groei, struct groei_arena *arena, int64_t id)
{
	struct point point;

	assert_done(groei, groei_get(groei, arena, GROEI_POINT, id, &point));
	return point;
}

static void a_moment_is_shared_as_the_organisation_has_it(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");
	struct moment moment = moment_of(groei, arena, add_moment(groei, amir, MOMENT_PRAISE,
	                                                          "calm", GROEI_NO_DAY));
	struct moment after;

	assert_int_equal(moment.shared, groei_framework(groei)->moments_shared);
	assert_int_equal(moment.day, TODAY);
	assert_true(moment.author == groei_who(groei));
	assert_int_equal(moment.outcome, GROEI_NONE);
	assert_status(groei, groei_moment_share(groei, moment.id), GROEI_INVALID);
	after = moment;
	after.shared = CHOICE_NO_SECOND;
	assert_done(groei, groei_edit(groei, GROEI_MOMENT, &moment, &after));
	assert_done(groei, groei_moment_share(groei, moment.id));
	assert_int_equal(moment_of(groei, arena, moment.id).shared, CHOICE_YES_FIRST);
	groei_arena_close(arena);
	groei_close(groei);
}

static void a_moment_cannot_lie_ahead(void **state)
{
	struct groei *groei = open_fresh(state);
	struct rows rows;
	struct moment moment;

	groei_record_clear(groei_table(GROEI_MOMENT), &moment);
	moment.person = add_person(groei, "amir", "Amir");
	moment.title = "x";
	moment.day = TODAY + 1;
	rows = rows_now(groei);
	assert_status(groei, groei_add(groei, GROEI_MOMENT, &moment), GROEI_INVALID);
	assert_reason(groei, "day", "ahead");
	assert_rows(groei, rows);
	groei_close(groei);
}

/* Failed and learned is an outcome like another; what was noted before stays. */
static void an_experiment_says_how_it_went(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");
	int64_t experiment = add_moment(groei, amir, MOMENT_EXPERIMENT, "mob on friday", TODAY);
	int64_t praise = add_moment(groei, amir, MOMENT_PRAISE, "calm", TODAY);

	assert_int_equal(moment_of(groei, arena, experiment).outcome, OUTCOME_RUNNING);
	assert_done(groei, groei_moment_outcome(groei, experiment, OUTCOME_RUNNING, "week one"));
	assert_status(groei, groei_moment_outcome(groei, experiment, OUTCOME_RUNNING, NULL),
	              GROEI_INVALID);
	assert_done(groei, groei_moment_outcome(groei, experiment, OUTCOME_LEARNED, "too long"));
	assert_int_equal(moment_of(groei, arena, experiment).outcome, OUTCOME_LEARNED);
	assert_string_equal(moment_of(groei, arena, experiment).note, "week one\n\ntoo long");
	assert_status(groei, groei_moment_outcome(groei, praise, OUTCOME_LEARNED, NULL),
	              GROEI_INVALID);
	assert_reason(groei, "outcome", "experiment");
	groei_arena_close(arena);
	groei_close(groei);
}

static void a_wish_stays_open_until_it_is_answered(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");
	int64_t wish = add_moment(groei, amir, MOMENT_WISH, "teach", TODAY - 400);
	int64_t praise = add_moment(groei, amir, MOMENT_PRAISE, "calm", TODAY);
	struct brief brief;

	assert_done(groei, groei_brief(groei, arena, amir, &brief));
	assert_int_equal(brief.wish_count, 1);
	assert_int_equal(brief.moment_count, 1); /* not the wish once more */
	assert_status(groei, groei_moment_reply(groei, wish, ""), GROEI_INVALID);
	assert_status(groei, groei_moment_reply(groei, praise, "fine"), GROEI_INVALID);
	assert_done(groei, groei_moment_reply(groei, wish, "from January"));
	assert_done(groei, groei_brief(groei, arena, amir, &brief));
	assert_int_equal(brief.wish_count, 0);
	groei_arena_close(arena);
	groei_close(groei);
}

/* A talk that is held closes the list of moments: the next brief starts from its day. */
static void a_brief_has_the_moments_since_the_last_talk(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir"), noor = add_person(groei, "noor", "Noor");
	struct closing closing = closing_of(add_talk(groei, amir, TODAY - 10, "checkin").id);
	struct closed closed;
	struct brief brief;

	closing.day = TODAY - 10;
	closing.mirror = "talked too much";
	assert_done(groei, groei_conversation_hold(groei, arena, &closing, &closed));
	add_moment(groei, amir, MOMENT_PRAISE, "before", TODAY - 11);
	add_moment(groei, amir, MOMENT_PRAISE, "that day", TODAY - 10);
	add_moment(groei, amir, MOMENT_LESSON, "after", TODAY);
	add_moment(groei, noor, MOMENT_PRAISE, "another's", TODAY);
	assert_done(groei, groei_brief(groei, arena, amir, &brief));
	assert_int_equal(brief.moment_count, 2);
	assert_string_equal(brief.moments[0].title, "after");
	assert_string_equal(brief.moments[1].title, "that day");
	assert_int_equal(brief.note_count, 1);
	assert_string_equal(brief.notes[0].text, "talked too much");
	groei_arena_close(arena);
	groei_close(groei);
}

static struct agenda agenda_of(struct groei *groei, struct groei_arena *arena, int64_t person,
                               size_t expected)
{
	struct agenda agenda;
	size_t discussed;

	assert_done(groei, groei_agenda(groei, arena, person, 0, &agenda, &discussed));
	assert_int_equal(agenda.count, expected);
	return agenda;
}

static void points_go_over_until_they_are_discussed(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");
	int64_t salary = add_point(groei, amir, "salary"), office = add_point(groei, amir, "office");
	int64_t rota = add_point(groei, amir, "rota");
	struct conversation talk = add_talk(groei, amir, TODAY, "checkin");
	struct closing closing = closing_of(talk.id);
	struct closed closed;

	assert_done(groei, groei_point_set(groei, office, POINT_DISCUSSED));
	assert_true(point_of(groei, arena, office).conversation == talk.id);
	assert_status(groei, groei_point_set(groei, office, POINT_DISCUSSED), GROEI_INVALID);
	closing.points = &rota;
	closing.point_count = 1;
	closing.notes = "? salary\n? the rota again\n";
	assert_done(groei, groei_conversation_hold(groei, arena, &closing, &closed));
	assert_int_equal(closed.points_carried, 1);
	assert_int_equal(closed.points_made, 1); /* salary is on the agenda already */
	assert_int_equal(point_of(groei, arena, salary).carried, 1);
	assert_int_equal(point_of(groei, arena, rota).state, POINT_DISCUSSED);
	assert_string_equal(agenda_of(groei, arena, amir, 2).points[0].title, "salary");
	closing = closing_of(closed.next.id);
	closing.day = TODAY;
	assert_done(groei, groei_conversation_hold(groei, arena, &closing, &closed));
	assert_int_equal(point_of(groei, arena, salary).carried, 2);
	assert_done(groei, groei_point_set(groei, salary, POINT_DROPPED));
	agenda_of(groei, arena, amir, 1);
	groei_arena_close(arena);
	groei_close(groei);
}

static void a_point_after_a_talk_that_is_recorded_later_is_not_carried(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");
	int64_t point = add_point(groei, amir, "salary");
	struct conversation talk;
	struct closing closing = {.energy = GROEI_NONE, .next = GROEI_NO_DAY, .plan_next = 1};
	struct closed closed;

	groei_record_clear(groei_table(GROEI_CONVERSATION), &talk);
	talk.person = amir;
	talk.day = closing.day = TODAY - 3;
	assert_done(groei, groei_conversation_log(groei, arena, &talk, NULL, 0, &closing, &closed));
	assert_int_equal(closed.points_carried, 0);
	assert_int_equal(point_of(groei, arena, point).carried, 0);
	groei_arena_close(arena);
	groei_close(groei);
}

/* What notes hold is made once, together with the holding, and one undo takes all of it back. */
static void marked_lines_become_records_in_one_change(void **state)
{
	static const char notes[] = "[ ] @amir call Noor by fri\n"
	                            "? does the rota work\n"
	                            "! saw it coming\n"
	                            "!! explained it well\n"
	                            "!! explained it well\n"
	                            "> would like to teach\n"
	                            "plain\n";
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");
	struct conversation talk = add_talk(groei, amir, TODAY, "checkin");
	struct closing closing = closing_of(talk.id);
	struct rows before = rows_now(groei), after;
	struct noted_line *lines;
	struct closed closed;
	struct change change;
	size_t count;

	closing.notes = notes;
	assert_done(groei, groei_conversation_hold(groei, arena, &closing, &closed));
	assert_int_equal(closed.actions_made, 1);
	assert_int_equal(closed.points_made, 1);
	assert_int_equal(closed.moments_made, 3);
	assert_int_equal(closed.heard_made, 1);
	assert_done(groei, groei_conversation_noted(groei, arena, &closed.held, &lines, &count));
	assert_int_equal(count, 6);
	for (size_t i = 0; i < count; i++)
		assert_int_equal(lines[i].made, 1);
	assert_done(groei, groei_undo(groei, arena, &change));
	assert_string_equal(change.command, "conversation hold");
	after = rows_now(groei);
	for (size_t i = 0; i < GROEI_ENTITIES; i++)
		assert_int_equal(after.of[i], before.of[i]);
	assert_done(groei, groei_conversation_hold(groei, arena, &closing, &closed));
	assert_int_equal(closed.moments_made, 3);
	groei_arena_close(arena);
	groei_close(groei);
}

static void what_was_heard_becomes_something_once(void **state)
{
	static const struct {
		enum heard_state state;
		enum groei_entity entity;
	} rows[] = {{HEARD_ACTION, GROEI_ACTION},
	            {HEARD_POINT, GROEI_POINT},
	            {HEARD_KEPT, GROEI_NOTE},
	            {HEARD_NOTHING, GROEI_ENTITIES}};
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct becoming becoming = {.heard = add_heard(groei, amir, "would like to teach"),
		                            .state = rows[i].state,
		                            .by = rows[i].state == HEARD_ACTION ? TODAY + 3
		                                                                : GROEI_NO_DAY};
		struct rows before = rows_now(groei), after;
		struct change change;
		struct heard heard;
		int64_t made = 7;

		assert_done(groei, groei_heard_become(groei, &becoming, &made));
		assert_true((made != 0) == (rows[i].entity != GROEI_ENTITIES));
		assert_done(groei, groei_get(groei, arena, GROEI_HEARD, becoming.heard, &heard));
		assert_int_equal(heard.state, rows[i].state);
		after = rows_now(groei);
		if (made != 0)
			assert_int_equal(after.of[rows[i].entity], before.of[rows[i].entity] + 1);
		assert_status(groei, groei_heard_become(groei, &becoming, &made), GROEI_INVALID);
		assert_done(groei, groei_undo(groei, arena, &change));
		assert_string_equal(change.command, "heard become");
		assert_done(groei, groei_get(groei, arena, GROEI_HEARD, becoming.heard, &heard));
		assert_int_equal(heard.state, HEARD_OPEN);
		after = rows_now(groei);
		for (size_t entity = 0; entity < GROEI_ENTITIES; entity++)
			assert_int_equal(after.of[entity], before.of[entity]);
	}
	groei_arena_close(arena);
	groei_close(groei);
}

static void an_action_from_what_was_heard_has_an_owner_and_a_day(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir"), made;
	struct becoming becoming = {.heard = add_heard(groei, amir, "teach"),
	                            .state = HEARD_ACTION,
	                            .title = "ask the academy",
	                            .by = TODAY + 3};
	struct action action;

	assert_done(groei, groei_heard_become(groei, &becoming, &made));
	assert_done(groei, groei_get(groei, arena, GROEI_ACTION, made, &action));
	assert_true(action.person == amir && action.owner == groei_who(groei));
	assert_string_equal(action.title, "ask the academy");
	assert_int_equal(action.due, TODAY + 3);
	groei_arena_close(arena);
	groei_close(groei);
}

/* It waits on Today, the oldest first, and is never overdue. */
static void today_counts_what_was_heard(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");
	struct becoming nothing = {.heard = add_heard(groei, amir, "noise"), .state = HEARD_NOTHING};
	struct today before, today;
	size_t found = 0;
	int64_t made;
	struct heard old;

	assert_done(groei, groei_heard_become(groei, &nothing, &made));
	assert_done(groei, groei_today_read(groei, arena, &before));
	add_heard(groei, amir, "new");
	groei_record_clear(groei_table(GROEI_HEARD), &old);
	old.person = amir;
	old.title = "old";
	old.day = TODAY - 30;
	assert_done(groei, groei_add(groei, GROEI_HEARD, &old));
	assert_done(groei, groei_today_read(groei, arena, &today));
	assert_int_equal(today.due, before.due);
	for (size_t i = 0; i < today.count; i++) {
		if (today.items[i].kind == TODAY_HEARD)
			assert_string_equal(today.items[i].heard.title, found++ == 0 ? "old" : "new");
	}
	assert_int_equal(found, 2);
	groei_arena_close(arena);
	groei_close(groei);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_moment_is_shared_as_the_organisation_has_it),
    cmocka_unit_test(a_moment_cannot_lie_ahead),
    cmocka_unit_test(an_experiment_says_how_it_went),
    cmocka_unit_test(a_wish_stays_open_until_it_is_answered),
    cmocka_unit_test(a_brief_has_the_moments_since_the_last_talk),
    cmocka_unit_test(points_go_over_until_they_are_discussed),
    cmocka_unit_test(a_point_after_a_talk_that_is_recorded_later_is_not_carried),
    cmocka_unit_test(marked_lines_become_records_in_one_change),
    cmocka_unit_test(what_was_heard_becomes_something_once),
    cmocka_unit_test(an_action_from_what_was_heard_has_an_owner_and_a_day),
    cmocka_unit_test(today_counts_what_was_heard),
};

int main(void)
{
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return support_run(ON_BOTH, tests, COUNT(tests));
}
