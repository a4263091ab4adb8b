/* People over time: the stretches of who led whom, absences, postponements, a lead's days, formal talks. */
#include "core.h"

#include <groei/people.h>

static int32_t day(int year, int month, int of_month)
{
	int32_t made = 0;

	assert_true(groei_day_make(year, month, of_month, &made));
	return made;
}

static struct person person_of(struct groei *groei, struct groei_arena *arena, int64_t id)
{
	struct person person;

	assert_done(groei, groei_get(groei, arena, GROEI_PERSON, id, &person));
	return person;
}

/* The stretches of a person: their first and last days, and who led. */
static void assert_history(struct groei *groei, struct groei_arena *arena, int64_t person,
                           const struct assignment *expected, size_t count)
{
	struct assignment *list = NULL;
	size_t found = 0;

	assert_done(groei, groei_assignments(groei, arena, person, GROEI_DAY_MIN, GROEI_DAY_MAX, &list,
	                                     &found));
	assert_int_equal(found, count);
	for (size_t i = 0; i < count; i++) {
		assert_int_equal(list[i].starts, expected[i].starts);
		assert_int_equal(list[i].ends, expected[i].ends);
		assert_true(list[i].lead == expected[i].lead);
	}
}

static void move_lead(struct groei *groei, struct groei_arena *arena, int64_t person, int64_t lead,
                      int32_t from)
{
	struct person moved;

	assert_done(groei, groei_person_move(groei, arena,
	                                     &(struct person_move){.person = person,
	                                                           .fields = MOVE_LEAD,
	                                                           .lead = lead,
	                                                           .from = from},
	                                     &moved));
	assert_true(moved.lead == lead);
}

static void set_cadence(struct groei *groei, struct groei_arena *arena, int64_t id,
                        const char *cadence)
{
	struct person before = person_of(groei, arena, id), after = before;

	after.cadence = cadence;
	assert_done(groei, groei_edit(groei, GROEI_PERSON, &before, &after));
}

static void set_starts(struct groei *groei, struct groei_arena *arena, int64_t id, int32_t starts)
{
	struct person before = person_of(groei, arena, id), after = before;

	after.starts = starts;
	assert_done(groei, groei_edit(groei, GROEI_PERSON, &before, &after));
}

static void a_move_is_cut_into_history(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t sanne = groei_owner(groei), amir = add_person(groei, "amir", "Amir");
	int64_t noor = add_person(groei, "noor", "Noor"), piet = add_person(groei, "piet", "Piet");
	struct person_move ahead = {
	    .person = amir, .fields = MOVE_LEAD, .lead = noor, .from = TODAY + 1};
	struct assignment on;
	struct person moved;
	struct change change;

	set_starts(groei, arena, amir, TODAY - 100);
	move_lead(groei, arena, amir, noor, TODAY - 40);
	assert_history(groei, arena, amir,
	               (struct assignment[]){
	                   {.lead = sanne, .starts = TODAY - 100, .ends = TODAY - 41},
	                   {.lead = noor, .starts = TODAY - 40, .ends = GROEI_NO_DAY}},
	               2);
	move_lead(groei, arena, amir, piet, GROEI_NO_DAY);
	/* A second thought on the same day edits the stretch that opened, back closes the gap again. */
	move_lead(groei, arena, amir, sanne, GROEI_NO_DAY);
	assert_history(groei, arena, amir,
	               (struct assignment[]){
	                   {.lead = sanne, .starts = TODAY - 100, .ends = TODAY - 41},
	                   {.lead = noor, .starts = TODAY - 40, .ends = TODAY - 1},
	                   {.lead = sanne, .starts = TODAY, .ends = GROEI_NO_DAY}},
	               3);
	move_lead(groei, arena, amir, noor, GROEI_NO_DAY);
	assert_history(groei, arena, amir,
	               (struct assignment[]){
	                   {.lead = sanne, .starts = TODAY - 100, .ends = TODAY - 41},
	                   {.lead = noor, .starts = TODAY - 40, .ends = GROEI_NO_DAY}},
	               2);
	/* From an earlier day on: what came later is overwritten, without overlap. */
	move_lead(groei, arena, amir, piet, TODAY - 100);
	assert_history(groei, arena, amir,
	               (struct assignment[]){{.lead = piet, .starts = TODAY - 100, .ends = GROEI_NO_DAY}},
	               1);
	assert_done(groei, groei_undo(groei, arena, &change));
	assert_true(person_of(groei, arena, amir).lead == noor);
	assert_done(groei, groei_assignment_on(groei, arena, amir, TODAY - 41, &on));
	assert_true(on.lead == sanne);
	assert_done(groei, groei_assignment_on(groei, arena, amir, TODAY - 40, &on));
	assert_true(on.lead == noor);
	assert_status(groei, groei_assignment_on(groei, arena, amir, TODAY - 101, &on), GROEI_NO);
	assert_status(groei, groei_person_move(groei, arena, &ahead, &moved), GROEI_INVALID);
	assert_reason(groei, "from", "when it takes place");
	ahead.from = TODAY - 101;
	assert_status(groei, groei_person_move(groei, arena, &ahead, &moved), GROEI_INVALID);
	groei_arena_close(arena);
	groei_close(groei);
}

static void leaving_and_coming_back_leave_the_days_away_open(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t sanne = groei_owner(groei), amir = add_person(groei, "amir", "Amir");
	int32_t leap = day(2028, 2, 29);
	struct person before, after;
	struct assignment on;

	assert_done(groei, groei_person_leave(groei, arena, amir, TODAY + 10, &after));
	assert_history(groei, arena, amir,
	               (struct assignment[]){{.lead = sanne, .starts = TODAY, .ends = TODAY + 10}}, 1);
	groei_close(groei);
	groei = open_at(state, leap);
	before = after = person_of(groei, arena, amir);
	after.starts = leap;
	after.ends = GROEI_NO_DAY;
	assert_done(groei, groei_edit(groei, GROEI_PERSON, &before, &after));
	assert_history(groei, arena, amir,
	               (struct assignment[]){
	                   {.lead = sanne, .starts = TODAY, .ends = TODAY + 10},
	                   {.lead = sanne, .starts = leap, .ends = GROEI_NO_DAY}},
	               2);
	assert_status(groei, groei_assignment_on(groei, arena, amir, leap - 1, &on), GROEI_NO);
	assert_done(groei, groei_remove(groei, GROEI_PERSON, amir)); /* nothing hangs on them */
	groei_arena_close(arena);
	groei_close(groei);
}

static void the_team_and_its_rhythm_are_told(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");
	struct team team, below;
	struct person before, after;
	struct assignment on, *led;
	size_t count = 0;

	groei_record_clear(groei_table(GROEI_TEAM), &team);
	below = team;
	team.handle = "data";
	team.name = "Data";
	team.cadence = "10d";
	assert_done(groei, groei_add(groei, GROEI_TEAM, &team));
	below.handle = "sub";
	below.name = "Sub";
	below.parent = team.id;
	assert_done(groei, groei_add(groei, GROEI_TEAM, &below));
	before = after = person_of(groei, arena, amir);
	after.team = below.id;
	assert_done(groei, groei_edit(groei, GROEI_PERSON, &before, &after));
	assert_done(groei, groei_assignment_on(groei, arena, amir, TODAY, &on));
	assert_true(on.team == below.id);
	assert_string_equal(on.cadence, "10d");
	assert_done(groei, groei_assignments_led(groei, arena, groei_owner(groei), TODAY, TODAY, &led,
	                                         &count));
	assert_int_equal(count, 1);
	assert_true(led[0].person == amir);
	groei_arena_close(arena);
	groei_close(groei);
}

static void open_talks_go_to_the_new_lead(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t sanne = groei_owner(groei), amir = add_person(groei, "amir", "Amir");
	int64_t noor = add_person(groei, "noor", "Noor");
	int64_t mine = add_action(groei, amir, sanne, "vraag budget", TODAY + 3);
	struct closing closing = closing_of(add_talk(groei, amir, TODAY, NULL).id);
	struct conversation held, next;
	struct closed closed;
	struct action action;
	struct today today;

	assert_done(groei, groei_conversation_hold(groei, arena, &closing, &closed));
	move_lead(groei, arena, amir, noor, GROEI_NO_DAY);
	assert_done(groei, groei_get(groei, arena, GROEI_CONVERSATION, closed.held.id, &held));
	assert_done(groei, groei_get(groei, arena, GROEI_CONVERSATION, closed.next.id, &next));
	assert_true(held.lead == sanne);
	assert_true(next.lead == noor);
	assert_done(groei, groei_get(groei, arena, GROEI_ACTION, mine, &action));
	assert_true(action.owner == sanne);
	groei_close(groei);
	/* The former lead is not asked for that talk any more; the new one's own still is. */
	groei = open_at(state, closed.next.day);
	assert_done(groei, groei_today_read(groei, arena, &today));
	for (size_t i = 0; i < today.count; i++)
		assert_false(today.items[i].kind == TODAY_TALK && today.items[i].talk.person == amir);
	groei_arena_close(arena);
	groei_close(groei);
}

static struct absence away(struct groei *groei, int64_t person, int32_t from, int32_t until)
{
	struct absence absence;

	groei_record_clear(groei_table(GROEI_ABSENCE), &absence);
	absence.person = person;
	absence.starts = from;
	absence.ends = until;
	assert_done(groei, groei_add(groei, GROEI_ABSENCE, &absence));
	return absence;
}

static void the_rhythm_rests_during_an_absence(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");
	/* From before the clocks go forward until after: days are days. */
	int32_t first = day(2027, 3, 20), last = day(2027, 4, 11);
	struct closing closing;
	struct absence second, ended, holds;
	struct standing standing;
	struct closed closed;
	int32_t planned = 0;

	groei_close(groei);
	groei = open_at(state, first - 20);
	closing = closing_of(add_talk(groei, amir, first - 20, NULL).id);
	away(groei, amir, first, last);
	assert_done(groei, groei_conversation_hold(groei, arena, &closing, &closed));
	assert_int_equal(groei_next_due(groei, amir), last + 1);
	assert_int_equal(closed.next.day, last + 1); /* a Monday */
	groei_record_clear(groei_table(GROEI_ABSENCE), &second);
	second.person = amir;
	second.starts = last;
	assert_status(groei, groei_add(groei, GROEI_ABSENCE, &second), GROEI_INVALID);
	assert_reason(groei, "starts", "already");
	/* Right behind it, until further notice: then there is no day. */
	second.starts = last + 1;
	assert_done(groei, groei_add(groei, GROEI_ABSENCE, &second));
	assert_int_equal(groei_next_due(groei, amir), GROEI_NO_DAY);
	assert_status(groei, groei_absence_on(groei, arena, amir, first - 1, &holds), GROEI_NO);
	assert_done(groei, groei_absence_on(groei, arena, amir, last, &holds));
	assert_int_equal(holds.ends, last);
	assert_done(groei, groei_absence_on(groei, arena, amir, last + 300, &holds));
	assert_int_equal(holds.id, second.id);
	assert_status(groei, groei_plan_day(groei, amir, GROEI_NO_DAY, &planned), GROEI_OK);
	assert_true(planned < first); /* before they go there is still room */
	assert_status(groei, groei_plan_day(groei, amir, first, &planned), GROEI_NO);
	groei_close(groei);
	groei = open_at(state, last + 30);
	assert_done(groei, groei_standing(groei, arena, amir, &standing));
	assert_true(standing.away && standing.away_until == GROEI_NO_DAY && standing.planned_away);
	assert_done(groei, groei_absence_end(groei, arena, amir, GROEI_NO_DAY, &ended));
	assert_int_equal(ended.ends, last + 29);
	assert_int_equal(groei_next_due(groei, amir), last + 30);
	assert_status(groei, groei_absence_end(groei, arena, amir, GROEI_NO_DAY, &ended),
	              GROEI_NOT_FOUND);
	groei_arena_close(arena);
	groei_close(groei);
}

static void a_day_away_owes_no_talk(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");
	struct today today;

	add_talk(groei, amir, TODAY - 2, NULL);
	assert_done(groei, groei_today_read(groei, arena, &today));
	assert_int_equal(today.due, 1);
	away(groei, amir, TODAY - 1, TODAY + 30);
	assert_done(groei, groei_today_read(groei, arena, &today));
	assert_int_equal(today.count, 1);
	assert_int_equal(today.due, 0);
	assert_true(today.items[0].talk.away);
	assert_int_equal(today.items[0].talk.away_until, TODAY + 30);
	groei_arena_close(arena);
	groei_close(groei);
}

static void postponing_keeps_the_day_and_the_reason(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");
	struct conversation talk = add_talk(groei, amir, TODAY + 2, NULL), moved, later;
	const struct groei_query all = {.scope = GROEI_ALL, .limit = 10};
	struct postponement *kept;
	struct change change;
	void *records;
	size_t count = 0;

	assert_status(groei, groei_conversation_postpone(groei, arena, talk.id, TODAY + 2, "druk", &moved),
	              GROEI_INVALID);
	assert_reason(groei, "until", "after");
	assert_status(groei, groei_conversation_postpone(groei, arena, talk.id, TODAY + 9, NULL, &moved),
	              GROEI_INVALID);
	assert_reason(groei, "reason", "empty");
	later = talk;
	later.day = TODAY + 9;
	assert_status(groei, groei_edit(groei, GROEI_CONVERSATION, &talk, &later), GROEI_INVALID);
	assert_reason(groei, "day", "postpone");
	assert_done(groei, groei_conversation_postpone(groei, arena, talk.id, TODAY + 9, "druk", &moved));
	assert_done(groei, groei_conversation_postpone(groei, arena, talk.id, TODAY + 16, "ziek", &moved));
	assert_int_equal(moved.day, TODAY + 16);
	assert_int_equal(moved.postponed, 2);
	assert_done(groei, groei_list(groei, arena, GROEI_POSTPONEMENT, &all, &records, &count));
	kept = records;
	assert_int_equal(count, 2);
	assert_int_equal(kept[0].was + kept[1].was, TODAY + 2 + TODAY + 9);
	assert_true(kept[0].author == groei_who(groei) && kept[0].made == TODAY);
	assert_done(groei, groei_undo(groei, arena, &change));
	assert_done(groei, groei_get(groei, arena, GROEI_CONVERSATION, talk.id, &moved));
	assert_int_equal(moved.day, TODAY + 9);
	assert_int_equal(moved.postponed, 1);
	assert_done(groei, groei_remove(groei, GROEI_CONVERSATION, talk.id)); /* what was kept goes too */
	groei_arena_close(arena);
	groei_close(groei);
}

static void a_talk_is_missed_or_acknowledged_in_its_turn(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");
	struct conversation talk = add_talk(groei, amir, TODAY, NULL), done;
	struct closing closing = closing_of(talk.id);
	struct closed closed;

	assert_status(groei, groei_conversation_acknowledge(groei, arena, talk.id, &done), GROEI_INVALID);
	assert_done(groei, groei_conversation_hold(groei, arena, &closing, &closed));
	assert_status(groei, groei_conversation_miss(groei, arena, talk.id, &done), GROEI_INVALID);
	assert_status(groei, groei_conversation_miss(groei, arena, closed.next.id, &done),
	              GROEI_INVALID);
	assert_reason(groei, "day", "ahead");
	groei->who = groei->owner = groei->store->who = amir; /* as --as does */
	assert_done(groei, groei_conversation_acknowledge(groei, arena, talk.id, &done));
	assert_int_equal(done.state, CONVERSATION_ACKNOWLEDGED);
	assert_int_equal(done.acknowledged, TODAY);
	groei_arena_close(arena);
	groei_close(groei);
}

static void a_full_day_sends_the_next_talk_on(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t sanne = groei_owner(groei), amir = add_person(groei, "amir", "Amir");
	int64_t noor = add_person(groei, "noor", "Noor");
	struct person before = person_of(groei, arena, sanne), after = before;
	struct lead_rhythm rhythm;
	int32_t friday = TODAY + 3, planned = 0;
	struct conversation talk;
	struct lead_day found;

	after.talks_a_day = 1;
	assert_done(groei, groei_edit(groei, GROEI_PERSON, &before, &after));
	add_talk(groei, amir, friday, NULL);
	assert_done(groei, groei_plan_day(groei, noor, friday, &planned));
	assert_int_equal(planned, friday + 3); /* Monday: never on a Saturday or Sunday */
	assert_null(groei_lead_day_warning(groei, arena, sanne, friday));
	/* What the lead said themself is never exceeded, the day with room is named. */
	groei_record_clear(groei_table(GROEI_CONVERSATION), &talk);
	talk.person = noor;
	talk.day = friday;
	assert_status(groei, groei_add(groei, GROEI_CONVERSATION, &talk), GROEI_INVALID);
	assert_reason(groei, "day", "Mon 7 Dec");
	/* What only the framework says is spoken of. */
	before = after;
	after.talks_a_day = GROEI_NONE;
	assert_done(groei, groei_edit(groei, GROEI_PERSON, &before, &after));
	for (int i = 0; i < groei_framework(groei)->talks_a_day; i++) {
		char handle[] = {(char)('a' + i), 'x', '\0'};

		add_talk(groei, add_person(groei, handle, handle), friday, NULL);
	}
	assert_done(groei, groei_lead_day(groei, sanne, friday, &found));
	assert_int_equal(found.talks, found.most + 1);
	assert_non_null(groei_lead_day_warning(groei, arena, sanne, friday));
	before = after;
	after.talks_a_day = 1;
	assert_done(groei, groei_edit(groei, GROEI_PERSON, &before, &after));
	assert_done(groei, groei_lead_rhythm(groei, arena, sanne, &rhythm));
	assert_null(groei_lead_rhythm_warning(arena, &rhythm));
	set_cadence(groei, arena, amir, "1d");
	assert_done(groei, groei_lead_rhythm(groei, arena, sanne, &rhythm));
	assert_int_equal(rhythm.possible, 60);
	assert_int_equal(rhythm.needed, 84 + 3 + 3 * groei_framework(groei)->talks_a_day);
	assert_non_null(groei_lead_rhythm_warning(arena, &rhythm));
	groei_arena_close(arena);
	groei_close(groei);
}

static const struct today_item *watched(const struct today *today, int64_t person)
{
	for (size_t i = 0; i < today->count; i++) {
		if (today->items[i].kind == TODAY_WATCH && today->items[i].talk.person == person)
			return &today->items[i];
	}
	return NULL;
}

static void hr_watches_rhythm_and_absence_by_lead(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	struct groei_options options = {
	    .store = support_store_name(state), .today = TODAY + 200, .as = "helga"};
	int64_t amir = add_person(groei, "amir", "Amir"), noor = add_person(groei, "noor", "Noor"),
	        sanne = groei_who(groei);
	struct closing closing = closing_of(add_talk(groei, amir, TODAY, "checkin").id);
	struct absence absence;
	struct person helga;
	const struct today_item *item;
	struct closed closed;
	struct today today;

	groei_record_clear(groei_table(GROEI_PERSON), &helga);
	helga.handle = "helga";
	helga.name = "Helga";
	helga.hr = CHOICE_YES;
	assert_done(groei, groei_add(groei, GROEI_PERSON, &helga));
	assert_done(groei, groei_conversation_hold(groei, arena, &closing, &closed));
	groei_record_clear(groei_table(GROEI_ABSENCE), &absence);
	absence.person = noor;
	absence.starts = TODAY;
	assert_done(groei, groei_add(groei, GROEI_ABSENCE, &absence));
	assert_done(groei, groei_today_read(groei, arena, &today)); /* no business of the lead's */
	assert_null(watched(&today, noor));
	groei_close(groei);

	assert_int_equal(groei_open(&options, &groei), GROEI_OK);
	assert_done(groei, groei_today_read(groei, arena, &today));
	item = watched(&today, amir);
	assert_non_null(item);
	assert_true(item->lead == sanne);
	assert_int_equal(item->talk.silent, 200);
	assert_string_equal(groei_watch_words(groei, arena, &item->talk), "200 days since a talk");
	item = watched(&today, noor);
	assert_non_null(item);
	assert_string_equal(groei_watch_words(groei, arena, &item->talk), "away");
	assert_int_equal(today.due, 0);
	groei_close(groei);

	/* Soon after the talk nothing is to be said of Amir. */
	options.today = TODAY + 5;
	assert_int_equal(groei_open(&options, &groei), GROEI_OK);
	assert_done(groei, groei_today_read(groei, arena, &today));
	assert_non_null(watched(&today, noor));
	assert_null(watched(&today, amir));
	groei_arena_close(arena);
	groei_close(groei);
}

static void formal_talks_count_beside_the_rhythm(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir"), noor = add_person(groei, "noor", "Noor");
	struct closing closing = closing_of(add_talk(groei, amir, TODAY, "growth").id);
	struct standing standing;
	struct closed closed;
	struct today today;

	set_starts(groei, arena, amir, TODAY - 400);
	assert_done(groei, groei_conversation_hold(groei, arena, &closing, &closed));
	assert_int_equal(closed.held.formal, CHOICE_YES);
	closing = closing_of(add_talk(groei, amir, TODAY, "checkin").id);
	assert_done(groei, groei_conversation_hold(groei, arena, &closing, &closed));
	assert_int_equal(closed.held.formal, CHOICE_NO);
	assert_done(groei, groei_standing(groei, arena, amir, &standing));
	assert_int_equal(standing.formal, 1);
	assert_int_equal(standing.formal_wanted, 2);
	assert_string_equal(groei_formal_words(arena, &standing), "1 of 2 formal talks this year");
	/* Who came in December is not behind in December. */
	assert_done(groei, groei_standing(groei, arena, noor, &standing));
	assert_int_equal(standing.formal_wanted, 0);
	assert_done(groei, groei_today_read(groei, arena, &today));
	assert_int_equal(today.behind_count, 1);
	assert_true(today.behind[0].person == amir);
	groei_close(groei);
	/* A new year starts at nothing, and nobody is behind in January. */
	groei = open_at(state, day(2027, 1, 1));
	assert_done(groei, groei_standing(groei, arena, amir, &standing));
	assert_int_equal(standing.formal, 0);
	assert_int_equal(standing.formal_wanted, 2);
	assert_done(groei, groei_today_read(groei, arena, &today));
	assert_int_equal(today.behind_count, 0);
	groei_arena_close(arena);
	groei_close(groei);
}

static void the_longest_silence_comes_first(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir"), noor = add_person(groei, "noor", "Noor");
	int64_t piet = add_person(groei, "piet", "Piet");
	int64_t talked[] = {amir, noor};
	struct silence *list;
	struct standing standing;
	struct closed closed;
	size_t count = 0;

	for (size_t i = 0; i < COUNT(talked); i++) {
		struct closing closing =
		    closing_of(add_talk(groei, talked[i], TODAY - 61 - (int32_t)i, NULL).id);

		closing.plan_next = 0;
		assert_done(groei, groei_conversation_hold(groei, arena, &closing, &closed));
	}
	assert_done(groei, groei_silences(groei, arena, groei_owner(groei), &list, &count));
	assert_int_equal(count, 3);
	assert_true(list[0].person == piet && list[1].person == noor && list[2].person == amir);
	assert_done(groei, groei_standing(groei, arena, amir, &standing));
	assert_int_equal(standing.silent, 61);
	away(groei, amir, TODAY, GROEI_NO_DAY);
	assert_done(groei, groei_standing(groei, arena, amir, &standing));
	assert_int_equal(standing.silent, 0);
	assert_done(groei, groei_silences(groei, arena, groei_owner(groei), &list, &count));
	assert_int_equal(count, 2);
	groei_arena_close(arena);
	groei_close(groei);
}

int main(void)
{
	cmocka_set_message_output(CM_OUTPUT_TAP);
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_move_is_cut_into_history),
	    cmocka_unit_test(leaving_and_coming_back_leave_the_days_away_open),
	    cmocka_unit_test(the_team_and_its_rhythm_are_told),
	    cmocka_unit_test(open_talks_go_to_the_new_lead),
	    cmocka_unit_test(the_rhythm_rests_during_an_absence),
	    cmocka_unit_test(a_day_away_owes_no_talk),
	    cmocka_unit_test(postponing_keeps_the_day_and_the_reason),
	    cmocka_unit_test(a_talk_is_missed_or_acknowledged_in_its_turn),
	    cmocka_unit_test(a_full_day_sends_the_next_talk_on),
	    cmocka_unit_test(hr_watches_rhythm_and_absence_by_lead),
	    cmocka_unit_test(formal_talks_count_beside_the_rhythm),
	    cmocka_unit_test(the_longest_silence_comes_first),
	};
	return support_run(ON_BOTH, tests, COUNT(tests));
}
