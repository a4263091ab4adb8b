/* Adding and editing through the public calls: what they give back, and the rules of teams. */
#include "store/core.h"

enum { NOTES = 5000, DEEP = 70 };

static struct team add_team(struct groei *groei, const char *handle, int64_t parent)
{
	struct team team;

	groei_record_clear(groei_table(GROEI_TEAM), &team);
	team.handle = handle;
	team.name = "A team";
	team.parent = parent;
	assert_done(groei, groei_add(groei, GROEI_TEAM, &team));
	return team;
}

/* Writes that use the memory of the transaction before them again. */
static void write_something_else(struct groei *groei, int64_t person, const char *title)
{
	for (int i = 0; i < 3; i++)
		add_goal(groei, person, title);
}

static void what_an_edit_gives_back_outlives_the_next_write(void **state)
{
	struct groei *groei = open_fresh(state), *other = open_at(state, TODAY);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");
	struct conversation talk = add_talk(groei, amir, TODAY, NULL), before, after, theirs;
	char notes[NOTES + 1], more[NOTES + 1];

	memset(notes, 'a', NOTES);
	memset(more, 'b', NOTES);
	notes[NOTES] = more[NOTES] = '\0';
	after = talk;
	after.notes = notes;
	assert_done(groei, groei_edit(groei, GROEI_CONVERSATION, &talk, &after));
	assert_done(groei, groei_get(groei, arena, GROEI_CONVERSATION, talk.id, &before));
	/* What nobody touched. */
	after = before;
	after.energy = 7;
	assert_done(groei, groei_edit(groei, GROEI_CONVERSATION, &before, &after));
	write_something_else(groei, amir, "Presenting");
	assert_string_equal(after.notes, notes);
	/* What somebody else changed in between. */
	before = theirs = after;
	theirs.notes = more;
	assert_done(other, groei_edit(other, GROEI_CONVERSATION, &before, &theirs));
	after.energy = 8;
	assert_done(groei, groei_edit(groei, GROEI_CONVERSATION, &before, &after));
	write_something_else(groei, amir, "Listening");
	assert_string_equal(after.notes, more);
	assert_int_equal(after.energy, 8);
	groei_arena_close(arena);
	groei_close(other);
	groei_close(groei);
}

struct chain {
	struct groei *groei;
	struct team teams[DEEP];
	char handles[DEEP][16];
};

static enum groei_status add_chain(void *context)
{
	struct chain *chain = context;

	for (int i = 0; i < DEEP; i++) {
		snprintf(chain->handles[i], sizeof chain->handles[i], "team%d", i);
		chain->teams[i] = add_team(chain->groei, chain->handles[i],
		                           i == 0 ? 0 : chain->teams[i - 1].id);
	}
	return GROEI_OK;
}

static void teams_never_make_a_circle_however_deep_they_nest(void **state)
{
	struct groei *groei = open_fresh(state);
	struct chain chain = {.groei = groei};
	struct team after;

	assert_done(groei, store_transact(groei->store, "test", add_chain, &chain));
	for (int i = 1; i < DEEP; i += DEEP - 2) {
		after = chain.teams[0];
		after.parent = chain.teams[i].id;
		assert_status(groei, groei_edit(groei, GROEI_TEAM, &chain.teams[0], &after),
		              GROEI_INVALID);
		assert_reason(groei, "parent", "circle");
	}
	groei_close(groei);
}

static void a_teams_rhythm_reaches_the_people_of_teams_far_below(void **state)
{
	struct groei *groei = open_fresh(state);
	int64_t amir = add_person(groei, "amir", "Amir");
	struct groei_arena *arena = groei_arena_open();
	struct chain chain = {.groei = groei};
	struct conversation talk = add_talk(groei, amir, TODAY, NULL);
	struct closing closing = closing_of(talk.id);
	struct closed closed;
	struct person person;
	struct team top;

	closing.plan_next = 0;
	assert_done(groei, groei_conversation_hold(groei, arena, &closing, &closed));
	assert_done(groei, store_transact(groei->store, "test", add_chain, &chain));
	assert_done(groei, groei_get(groei, arena, GROEI_PERSON, amir, &person));
	struct person moved = person;
	moved.team = chain.teams[40].id;
	assert_done(groei, groei_edit(groei, GROEI_PERSON, &person, &moved));
	assert_int_equal(groei_next_due(groei, amir), TODAY + 28);
	top = chain.teams[0];
	top.cadence = "1w";
	assert_done(groei, groei_edit(groei, GROEI_TEAM, &chain.teams[0], &top));
	assert_int_equal(groei_next_due(groei, amir), TODAY + 7);
	groei_arena_close(arena);
	groei_close(groei);
}

static enum groei_status rename_and_fail(void *context)
{
	struct groei *groei = context;
	struct groei_arena *arena = groei_arena_open();
	struct person before, after;
	int64_t amir;

	assert_done(groei, groei_find(groei, GROEI_PERSON, "amir", &amir));
	assert_done(groei, groei_get(groei, arena, GROEI_PERSON, amir, &before));
	after = before;
	after.name = "Somebody else";
	assert_done(groei, groei_edit(groei, GROEI_PERSON, &before, &after));
	assert_string_equal(groei_person_name(groei, arena, amir), "Somebody else");
	groei_arena_close(arena);
	return GROEI_NO;
}

static void a_name_that_was_not_saved_is_not_remembered(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");

	assert_status(groei, store_transact(groei->store, "test", rename_and_fail, groei), GROEI_NO);
	assert_string_equal(groei_person_name(groei, arena, amir), "Amir");
	groei_arena_close(arena);
	groei_close(groei);
}

int main(void)
{
	cmocka_set_message_output(CM_OUTPUT_TAP);
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_an_edit_gives_back_outlives_the_next_write),
	    cmocka_unit_test(teams_never_make_a_circle_however_deep_they_nest),
	    cmocka_unit_test(a_teams_rhythm_reaches_the_people_of_teams_far_below),
	    cmocka_unit_test(a_name_that_was_not_saved_is_not_remembered),
	};
	return support_run(ON_BOTH, tests, COUNT(tests));
}
