/* Readings over many records: Today, people, the brief, the timeline, answers over time. */
#include "store/core.h"

static void leave(struct groei *groei, struct groei_arena *arena, int64_t id, int32_t last)
{
	struct person before, after;

	assert_done(groei, groei_get(groei, arena, GROEI_PERSON, id, &before));
	after = before;
	after.ends = last;
	assert_done(groei, groei_edit(groei, GROEI_PERSON, &before, &after));
}

static void add_step(struct groei *groei, struct groei_arena *arena, int64_t person,
                     const char *title, int32_t by, enum goal_stage stage)
{
	struct goal before, after;

	assert_done(groei,
	            groei_get(groei, arena, GROEI_GOAL, add_goal(groei, person, title), &before));
	after = before;
	after.step_by = by;
	assert_done(groei, groei_edit(groei, GROEI_GOAL, &before, &after));
	if (stage != GOAL_NEED)
		close_goal(groei, before.id, stage);
}

static const char *item_text(struct groei_arena *arena, const struct today_item *item)
{
	switch (item->kind) {
	case TODAY_TALK:
		return groei_arena_print(arena, "talk %s %+d", item->talk.handle, item->day - TODAY);
	case TODAY_ACTION:
		return groei_arena_print(arena, "action %s %+d", item->action.title, item->day - TODAY);
	case TODAY_GOAL:
		return groei_arena_print(arena, "goal %s %+d", item->goal.title, item->day - TODAY);
	case TODAY_HEARD:
		return groei_arena_print(arena, "heard %s", item->heard.title);
	case TODAY_REFLECTION:
		return groei_arena_print(arena, "reflection %s", item->reflection.template);
	case TODAY_LEARNING:
		return groei_arena_print(arena, "learning %d %s %+d", (int)item->learning.need,
		                         item->learning.title, item->day - TODAY);
	case TODAY_STALLED:
		return groei_arena_print(arena, "still %s %+d", item->goal.title, item->since - TODAY);
	case TODAY_WATCH:
		return groei_arena_print(arena, "watch %s", item->talk.handle);
	case TODAY_DRAFT:
		return groei_arena_print(arena, "draft %s", item->draft->place);
	}
	return "";
}

static void assert_today(struct groei *groei, struct groei_arena *arena,
                         const char *const *expected, size_t due)
{
	struct today today;
	size_t i = 0;

	assert_done(groei, groei_today_read(groei, arena, &today));
	for (; i < today.count && expected[i] != NULL; i++)
		assert_string_equal(item_text(arena, &today.items[i]), expected[i]);
	if (i < today.count)
		fail_msg("%s is too many", item_text(arena, &today.items[i]));
	assert_null(expected[i]);
	assert_int_equal(today.due, due);
	assert_int_equal(today.horizon, TODAY + 7);
}

static void today_holds_what_needs_me_in_order(void **state)
{
	static const char *const expected[] = {
	    "talk noor -3", "talk amir +0", "talk sanne +1", "talk joris +7",
	    "action mijn oude -9", "action mijn nieuwe +7", "action van amir -1",
	    "goal te laat -2", "goal komt +6", "draft x", NULL};
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t me = groei_who(groei), amir = add_person(groei, "amir", "Amir"),
	        noor = add_person(groei, "noor", "Noor"), joris = add_person(groei, "joris", "Joris"),
	        gone = add_person(groei, "gone", "Gone"), boss = add_person(groei, "boss", "Boss"),
	        strange = add_person(groei, "strange", "Strange");
	struct person before, after;

	/* Boss leads me and Strange, and is led by nobody here. */
	int64_t above[] = {boss, strange, me};
	for (size_t i = 0; i < COUNT(above); i++) {
		assert_done(groei, groei_get(groei, arena, GROEI_PERSON, above[i], &before));
		after = before;
		after.lead = above[i] == boss ? 0 : boss;
		assert_done(groei, groei_edit(groei, GROEI_PERSON, &before, &after));
	}
	add_talk(groei, noor, TODAY - 3, NULL);
	add_talk(groei, joris, TODAY + 7, NULL);
	add_talk(groei, me, TODAY + 1, NULL);
	add_talk(groei, strange, TODAY, NULL);
	/* Amir has none planned: never talked to, so due since his first day here. */
	add_action(groei, amir, me, "mijn nieuwe", TODAY + 7);
	add_action(groei, amir, me, "mijn oude", TODAY - 9);
	add_action(groei, amir, me, "mijn verre", TODAY + 8);
	add_action(groei, amir, me, "ooit", GROEI_NO_DAY);
	add_action(groei, amir, amir, "van amir", TODAY - 1);
	add_action(groei, amir, amir, "van amir, op tijd", TODAY);
	add_action(groei, strange, strange, "van een ander", TODAY - 1);
	assert_done(groei, groei_action_set(groei, add_action(groei, amir, me, "klaar", TODAY),
	                                    ACTION_DONE));
	add_step(groei, arena, noor, "komt", TODAY + 6, GOAL_LEARNING);
	add_step(groei, arena, amir, "te laat", TODAY - 2, GOAL_STALLED);
	add_step(groei, arena, amir, "gelukt", TODAY - 2, GOAL_CONFIDENT);
	add_step(groei, arena, strange, "van een ander", TODAY, GOAL_LEARNING);
	/* Who left needs nothing any more. */
	add_talk(groei, gone, TODAY - 1, NULL);
	add_action(groei, gone, gone, "van wie weg is", TODAY - 2);
	add_step(groei, arena, gone, "van wie weg is", TODAY - 2, GOAL_LEARNING);
	leave(groei, arena, gone, TODAY - 1);
	assert_done(groei, groei_draft_save(groei, "x", 0, "half"));
	assert_today(groei, arena, expected, 5);
	groei_arena_close(arena);
	groei_close(groei);
}

static void today_of_a_new_store_is_empty(void **state)
{
	static const char *const nothing[] = {NULL};
	struct groei *groei = open_at(state, TODAY);
	struct groei_arena *arena = groei_arena_open();

	assert_today(groei, arena, nothing, 0);
	assert_done(groei, groei_init(groei, "sanne", "Sanne"));
	assert_today(groei, arena, nothing, 0);
	groei_arena_close(arena);
	groei_close(groei);
}

static void a_talk_held_moves_to_its_next_day(void **state)
{
	static const char *const before[] = {"talk amir +0", NULL};
	static const char *const after[] = {NULL};
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	struct conversation talk = add_talk(groei, add_person(groei, "amir", "Amir"), TODAY, NULL);
	struct closing closing = closing_of(talk.id);
	struct closed closed;
	struct change change;

	assert_today(groei, arena, before, 1);
	assert_done(groei, groei_conversation_hold(groei, arena, &closing, &closed));
	assert_today(groei, arena, after, 0);
	assert_done(groei, groei_undo(groei, arena, &change));
	assert_today(groei, arena, before, 1);
	groei_arena_close(arena);
	groei_close(groei);
}

/* --- people -------------------------------------------------------------------------------- */

static void people_stand_by_name_with_their_standing(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t me = groei_who(groei), zoe = add_person(groei, "zoe", "Zoë"),
	        abel = add_person(groei, "abel", "Ábel"), gone = add_person(groei, "gone", "Gone");
	struct groei_query query = {.scope = GROEI_OPEN, .limit = 100};
	struct standing *people, one;
	struct closing closing;
	struct closed closed;
	size_t count;

	leave(groei, arena, gone, TODAY - 1);
	for (int i = 0; i < 14; i++) {
		closing = closing_of(add_talk(groei, zoe, TODAY - 100 + i, NULL).id);
		closing.energy = 1 + i % 10;
		closing.plan_next = i == 13;
		closing.next = i == 13 ? TODAY + 4 : GROEI_NO_DAY;
		assert_done(groei, groei_conversation_hold(groei, arena, &closing, &closed));
	}
	add_action(groei, zoe, zoe, "een", TODAY - 1);
	add_action(groei, zoe, me, "twee", TODAY);
	add_goal(groei, zoe, "SQL");
	assert_done(groei, groei_people(groei, arena, me, &query, &people, &count));
	assert_int_equal(count, 2);
	assert_string_equal(people[0].name, "Ábel");
	assert_true(people[0].person == abel);
	assert_int_equal(people[0].last_day, GROEI_NO_DAY);
	assert_int_equal(people[0].due, TODAY);
	assert_int_equal(people[0].energy_count, 0);
	assert_string_equal(people[1].handle, "zoe");
	assert_int_equal(people[1].last_day, TODAY - 87);
	assert_int_equal(people[1].due, TODAY - 87 + 28);
	assert_true(people[1].planned == closed.next.id);
	assert_int_equal(people[1].planned_day, TODAY + 4);
	assert_int_equal(people[1].open_actions, 2);
	assert_int_equal(people[1].overdue_actions, 1);
	assert_int_equal(people[1].open_goals, 1);
	assert_int_equal(people[1].energy_count, 12);
	assert_int_equal(people[1].energy[0], 3);
	assert_int_equal(people[1].energy[11], 4);
	query.condition[0] = (struct groei_condition){"language", PERSON_EN};
	assert_done(groei, groei_people(groei, arena, me, &query, &people, &count));
	assert_int_equal(count, 0);
	query.condition[0].field = NULL;
	assert_done(groei, groei_standing(groei, arena, zoe, &one));
	assert_int_equal(one.open_actions, 2);
	/* Everybody, with me and those who left. */
	query.scope = GROEI_ALL;
	assert_done(groei, groei_people(groei, arena, 0, &query, &people, &count));
	assert_int_equal(count, 4);
	assert_status(groei, groei_standing(groei, arena, 4711, &one), GROEI_NOT_FOUND);
	groei_arena_close(arena);
	groei_close(groei);
}

static void a_first_day_ahead_is_when_the_first_talk_is_due(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");
	struct person before, after;

	assert_done(groei, groei_get(groei, arena, GROEI_PERSON, amir, &before));
	after = before;
	after.starts = TODAY + 30;
	assert_done(groei, groei_edit(groei, GROEI_PERSON, &before, &after));
	assert_int_equal(groei_next_due(groei, amir), TODAY + 30);
	before = after;
	after.starts = TODAY - 1000;
	assert_done(groei, groei_edit(groei, GROEI_PERSON, &before, &after));
	assert_int_equal(groei_next_due(groei, amir), TODAY);
	groei_arena_close(arena);
	groei_close(groei);
}

/* --- brief --------------------------------------------------------------------------------- */

static void the_brief_tells_what_was_and_what_is_promised(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t me = groei_who(groei), amir = add_person(groei, "amir", "Amir");
	struct conversation talk = add_talk(groei, amir, TODAY - 20, "growth");
	struct closing closing = closing_of(talk.id);
	struct closed closed;
	struct brief brief;

	assert_done(groei, groei_answer_type(groei, talk.id, "good-at", SIDE_EMPLOYEE, NULL, "x"));
	closing.next_template = "growth";
	assert_done(groei, groei_conversation_hold(groei, arena, &closing, &closed));
	add_action(groei, amir, me, "van mij, later", TODAY + 9);
	add_action(groei, amir, me, "van mij, eerst", TODAY);
	add_action(groei, amir, amir, "van Amir", GROEI_NO_DAY);
	assert_done(groei, groei_action_set(groei, add_action(groei, amir, amir, "klaar", TODAY),
	                                    ACTION_DONE));
	add_goal(groei, amir, "SQL");
	close_goal(groei, add_goal(groei, amir, "Spreken"), GOAL_CONFIDENT);

	assert_done(groei, groei_brief(groei, arena, amir, &brief));
	assert_string_equal(brief.person.name, "Amir");
	assert_string_equal(brief.cadence, "4w");
	assert_true(brief.last.id == talk.id && brief.next.id == closed.next.id);
	assert_int_equal(brief.standing.last_day, TODAY - 20);
	assert_int_equal(brief.last_count, 1);
	assert_string_equal(brief.last_asked[0].question->id, "good-at");
	assert_string_equal(brief.last_asked[0].answer[SIDE_EMPLOYEE].text, "x");
	assert_int_equal(brief.mine_count, 2);
	assert_string_equal(brief.mine[0].title, "van mij, eerst");
	assert_int_equal(brief.theirs_count, 1);
	assert_string_equal(brief.theirs[0].title, "van Amir");
	assert_int_equal(brief.done_count, 1);
	assert_string_equal(brief.done[0].title, "klaar");
	assert_int_equal(brief.goal_count, 1);
	assert_string_equal(brief.goals[0].title, "SQL");
	assert_int_equal(brief.unasked_count, 3);
	for (size_t i = 0; i < brief.unasked_count; i++) {
		assert_string_not_equal(brief.unasked[i]->id, "good-at");
		assert_int_equal(brief.unasked_day[i], GROEI_NO_DAY);
	}
	groei_arena_close(arena);
	groei_close(groei);
}

static void the_brief_of_somebody_new_is_empty(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	struct brief brief;

	assert_done(groei, groei_brief(groei, arena, add_person(groei, "amir", "Amir"), &brief));
	assert_true(brief.last.id == 0 && brief.next.id == 0);
	assert_int_equal(brief.last_count + brief.mine_count + brief.theirs_count +
	                     brief.done_count + brief.goal_count,
	                 0);
	assert_int_equal(brief.unasked_count, 3);
	assert_status(groei, groei_brief(groei, arena, 4711, &brief), GROEI_NOT_FOUND);
	groei_arena_close(arena);
	groei_close(groei);
}

/* Lists that do not fit a page say by how much, and in full they leave nothing out. */
static void what_does_not_fit_is_counted(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t me = groei_who(groei), amir = add_person(groei, "amir", "Amir");
	struct brief brief;
	struct today today;
	int64_t last = 0;

	for (int i = 0; i < 200; i++)
		last = add_action(groei, amir, me, "van mij", TODAY + 1);
	for (int i = 0; i < 12; i++)
		add_action(groei, amir, amir, "van Amir", TODAY + 2);
	for (int i = 0; i < 103; i++)
		add_goal(groei, amir, "SQL");
	assert_done(groei, groei_today_read(groei, arena, &today));
	for (int list = 0; list < TODAY_LISTS; list++)
		assert_int_equal(today.more[list], 0); /* just as many as fit */
	assert_done(groei, groei_brief(groei, arena, amir, &brief));
	assert_int_equal(brief.mine_count, 200);
	assert_int_equal(brief.mine_more, 0);
	assert_int_equal(brief.theirs_count, 12); /* the other side has a page of its own */
	assert_int_equal(brief.theirs_more, 0);
	assert_int_equal(brief.goal_count, 100);
	assert_int_equal(brief.goal_more, 3);
	assert_int_equal(brief.done_more, 0);

	add_action(groei, amir, me, "van mij", TODAY);
	for (int i = 0; i < 52; i++)
		assert_done(groei, groei_action_set(groei, add_action(groei, amir, me, "klaar", TODAY),
		                                    ACTION_DONE));
	assert_done(groei, groei_action_set(groei, last, ACTION_DONE));
	add_action(groei, amir, me, "van mij", TODAY);
	add_step(groei, arena, amir, "stap", TODAY, GOAL_LEARNING);
	assert_done(groei, groei_today_read(groei, arena, &today));
	assert_int_equal(today.more[TODAY_LIST_MINE], 1);
	assert_int_equal(today.more[TODAY_LIST_OTHERS] + today.more[TODAY_LIST_GOALS], 0);
	assert_done(groei, groei_brief(groei, arena, amir, &brief));
	assert_int_equal(brief.mine_more, 1);
	assert_int_equal(brief.done_count, 50);
	assert_int_equal(brief.done_more, 3);

	assert_done(groei, groei_today_full(groei, arena, &today));
	assert_int_equal(today.more[TODAY_LIST_MINE], 0);
	assert_true(today.count >= 202);
	assert_done(groei, groei_brief_full(groei, arena, amir, &brief));
	assert_int_equal(brief.mine_count + brief.theirs_count, 213);
	assert_int_equal(brief.done_count, 53);
	assert_int_equal(brief.goal_count, 104);
	assert_int_equal(brief.mine_more + brief.theirs_more + brief.done_more + brief.goal_more, 0);
	groei_arena_close(arena);
	groei_close(groei);
}

/* --- timeline and answers over time -------------------------------------------------------- */

static int in_order(const struct timeline_item *a, const struct timeline_item *b)
{
	int words = strcmp(a->words, b->words);

	if (a->day != b->day)
		return a->day > b->day;
	if (a->kind != b->kind)
		return a->kind < b->kind;
	return words < 0 || (words == 0 && a->id < b->id);
}

static void add_moment(struct groei *groei, int64_t person, const char *title, int32_t day)
{
	struct moment moment;

	groei_record_clear(groei_table(GROEI_MOMENT), &moment);
	moment.person = person;
	moment.title = title;
	moment.day = day;
	assert_done(groei, groei_add(groei, GROEI_MOMENT, &moment));
}

static const struct timeline_item *item_of(const struct timeline_item *items, size_t count,
                                           enum timeline_kind kind)
{
	for (size_t i = 0; i < count; i++) {
		if (items[i].kind == kind)
			return &items[i];
	}
	fail_msg("no item of kind %d", (int)kind);
	return NULL;
}

static void the_timeline_tells_of_pauses_postponing_and_moves(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir"), noor = add_person(groei, "noor", "Noor");
	struct conversation talk = add_talk(groei, amir, TODAY + 2, "checkin");
	struct postponement postponement;
	struct absence absence;
	struct person_move move = {.person = amir, .fields = MOVE_LEAD, .lead = noor,
	                           .from = GROEI_NO_DAY};
	const struct timeline_item *found;
	struct timeline_item *items;
	struct person person;
	size_t count;

	groei_record_clear(groei_table(GROEI_POSTPONEMENT), &postponement);
	postponement.conversation = talk.id;
	postponement.until = TODAY + 9;
	postponement.reason = "release";
	assert_done(groei, groei_add(groei, GROEI_POSTPONEMENT, &postponement));
	groei_record_clear(groei_table(GROEI_ABSENCE), &absence);
	absence.person = amir;
	absence.starts = TODAY - 20;
	absence.ends = TODAY - 11;
	assert_done(groei, groei_add(groei, GROEI_ABSENCE, &absence));
	groei_close(groei);

	groei = open_at(state, TODAY + 3);
	assert_done(groei, groei_person_move(groei, arena, &move, &person));
	move.fields = MOVE_CADENCE;
	move.cadence = "2w";
	groei_close(groei);
	groei = open_at(state, TODAY + 4);
	assert_done(groei, groei_person_move(groei, arena, &move, &person));
	assert_done(groei, groei_timeline(groei, arena, amir, NULL, 100, &items, &count));

	found = item_of(items, count, TIMELINE_POSTPONED);
	assert_int_equal(found->day, TODAY);
	assert_int_equal(found->until, TODAY + 9);
	assert_string_equal(found->title, "release");
	found = item_of(items, count, TIMELINE_ABSENCE);
	assert_int_equal(found->day, TODAY - 20);
	assert_int_equal(found->until, TODAY - 11);
	found = item_of(items, count, TIMELINE_ASSIGNMENT); /* the newest: a rhythm is no move */
	assert_int_equal(found->day, TODAY + 3);
	assert_string_equal(found->title, "Noor");
	assert_int_equal(item_of(items, count, TIMELINE_CONVERSATION)->until, GROEI_NO_DAY);
	groei_arena_close(arena);
	groei_close(groei);
}

static void the_timeline_gives_each_item_once_in_windows_of_any_size(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir"), noor = add_person(groei, "noor", "Noor");
	struct closing closing;
	struct closed closed;
	size_t expected = 1; /* came to their lead */

	groei_close(groei);
	/* Several of each kind on the same days. */
	for (int i = 0; i < 6; i++) {
		groei = open_at(state, TODAY + i / 2);
		closing = closing_of(add_talk(groei, amir, TODAY + i / 2, "checkin").id);
		closing.plan_next = 0;
		closing.notes = i == 5 ? "[ ] later\r\n\xc3\xa9\xc3\xa9n\r\ntwee" : NULL;
		assert_done(groei, groei_conversation_hold(groei, arena, &closing, &closed));
		assert_done(groei, groei_action_set(
		                       groei, add_action(groei, amir, amir, "doen", TODAY), ACTION_DONE));
		add_goal(groei, amir, i % 2 ? "SQL" : "Bellen");
		add_goal(groei, noor, "van Noor");
		add_moment(groei, amir, "rustig in de storing", TODAY + i / 2);
		expected += 4;
		groei_close(groei);
	}
	groei = open_at(state, TODAY + 3);
	int64_t moved = add_goal(groei, amir, "beweegt");
	groei_close(groei);
	groei = open_at(state, TODAY + 4);
	assert_done(groei, groei_goal_move(groei, moved, GOAL_LEARNING));
	expected += 2;
	for (int limit = 1; limit < 25; limit++) {
		struct timeline_item *items, *last = NULL;
		size_t count, total = 0;

		do {
			assert_done(groei, groei_timeline(groei, arena, amir, last, limit, &items, &count));
			for (size_t i = 0; i < count; i++) {
				if (last != NULL && !in_order(last, &items[i]))
					fail_msg("in windows of %d, item %zu is out of order", limit, total + i);
				last = &items[i];
			}
			total += count;
		} while (count == (size_t)limit);
		assert_int_equal(total, expected);
	}
	struct timeline_item *items;
	size_t count;

	assert_done(groei, groei_timeline(groei, arena, amir, NULL, 100, &items, &count));
	assert_int_equal(items[0].kind, TIMELINE_GOAL_MOVED);
	assert_int_equal(items[0].state, GOAL_LEARNING);
	assert_string_equal(items[0].title, "beweegt");
	assert_int_equal(items[1].kind, TIMELINE_GOAL_MADE);
	assert_int_equal(items[2].kind, TIMELINE_CONVERSATION);
	assert_int_equal(items[2].state, CONVERSATION_HELD);
	assert_int_equal(items[2].format, FORMAT_CHECK_IN);
	for (size_t i = 2; i < 4; i++)
		assert_text(items[i].title, items[i].id == closed.held.id ? "één" : NULL);
	groei_arena_close(arena);
	groei_close(groei);
}

static void answers_to_one_question_are_read_over_time(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");
	struct answered *answers;
	size_t count;

	for (int i = 0; i < 3; i++) {
		struct conversation talk = add_talk(groei, amir, TODAY - 10 * i, "growth");
		char text[16];

		snprintf(text, sizeof text, "nr %d", i);
		assert_done(groei,
		            groei_answer_type(groei, talk.id, "good-at", SIDE_EMPLOYEE, NULL, text));
	}
	assert_done(groei, groei_answers_over_time(groei, arena, amir, "good-at", &answers, &count));
	assert_int_equal(count, 3);
	assert_string_equal(answers[0].answer.text, "nr 0");
	assert_string_equal(answers[2].answer.text, "nr 2");
	assert_int_equal(answers[2].conversation.day, TODAY - 20);
	assert_true(answers[2].conversation.id == answers[2].answer.conversation);
	assert_done(groei, groei_answers_over_time(groei, arena, amir, "nope", &answers, &count));
	assert_int_equal(count, 0);
	groei_arena_close(arena);
	groei_close(groei);
}

int main(void)
{
	cmocka_set_message_output(CM_OUTPUT_TAP);
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(today_holds_what_needs_me_in_order),
	    cmocka_unit_test(today_of_a_new_store_is_empty),
	    cmocka_unit_test(a_talk_held_moves_to_its_next_day),
	    cmocka_unit_test(people_stand_by_name_with_their_standing),
	    cmocka_unit_test(a_first_day_ahead_is_when_the_first_talk_is_due),
	    cmocka_unit_test(the_brief_tells_what_was_and_what_is_promised),
	    cmocka_unit_test(the_brief_of_somebody_new_is_empty),
	    cmocka_unit_test(what_does_not_fit_is_counted),
	    cmocka_unit_test(the_timeline_tells_of_pauses_postponing_and_moves),
	    cmocka_unit_test(the_timeline_gives_each_item_once_in_windows_of_any_size),
	    cmocka_unit_test(answers_to_one_question_are_read_over_time),
	};
	return support_run(ON_BOTH, tests, COUNT(tests));
}
