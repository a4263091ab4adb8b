/* Finding by what people type, and who may use a store. */
#include "store/core.h"

static void handles_are_found_and_near_ones_named(void **state)
{
	struct groei *groei = open_fresh(state);
	int64_t amir = add_person(groei, "amir", "Amir"), id = 7;

	add_person(groei, "amina", "Amina");
	assert_done(groei, groei_find(groei, GROEI_PERSON, "amir", &id));
	assert_true(id == amir);
	assert_done(groei, groei_find(groei, GROEI_PERSON, "@Amír", &id));
	assert_true(id == amir);
	id = 7;
	assert_status(groei, groei_find(groei, GROEI_PERSON, "amri", &id), GROEI_NOT_FOUND);
	assert_reason(groei, "handle", "amir");
	assert_status(groei, groei_find(groei, GROEI_PERSON, "ami", &id), GROEI_NOT_FOUND);
	assert_reason(groei, "handle", "amina");
	assert_status(groei, groei_find(groei, GROEI_TEAM, "data", &id), GROEI_NOT_FOUND);
	assert_status(groei, groei_find(groei, GROEI_PERSON, "", &id), GROEI_NOT_FOUND);
	assert_status(groei, groei_find(groei, GROEI_PERSON, "\x1b[2J\xff", &id), GROEI_NOT_FOUND);
	assert_true(strchr(groei_why(groei).text, '\x1b') == NULL);
	assert_true(id == 7);
	groei_close(groei);
}

struct seeds {
	struct groei *groei;
	int64_t person;
	const int64_t *ids;
	size_t count;
};

static enum groei_status add_with_ids(void *context)
{
	const struct seeds *seeds = context;
	enum groei_status status = GROEI_OK;

	for (size_t i = 0; status == GROEI_OK && i < seeds->count; i++) {
		struct goal goal;

		groei_record_clear(groei_table(GROEI_GOAL), &goal);
		goal.id = seeds->ids[i];
		goal.person = seeds->person;
		goal.title = "doel";
		status = records_add(seeds->groei, GROEI_GOAL, &goal);
	}
	return status;
}

static void codes_are_found_by_their_start(void **state)
{
	/* The first two differ in their seventh letter, the others in the first. */
	static const int64_t ids[] = {0x123456789ABCDEF0, 0x1234567F00000000, 0x7000000000000001, 5};
	struct groei *groei = open_fresh(state);
	struct seeds seeds = {groei, add_person(groei, "amir", "Amir"), ids, COUNT(ids)};
	char code[GROEI_CODE_SIZE], decimal[32];
	int64_t id = 0;

	assert_done(groei, store_transact(groei->store, "goal add", add_with_ids, &seeds));
	for (size_t i = 0; i < COUNT(ids); i++) {
		size_t length;

		groei_code(ids[i], code);
		assert_int_equal(strlen(code), GROEI_CODE_SIZE - 1);
		assert_done(groei, groei_find(groei, GROEI_GOAL, code, &id));
		assert_true(id == ids[i]);
		groei_short_code(groei, GROEI_GOAL, ids[i], code);
		length = strlen(code);
		assert_true(length >= 4);
		assert_done(groei, groei_find(groei, GROEI_GOAL, code, &id));
		assert_true(id == ids[i]);
		if (length > 4) { /* no shorter one would do */
			id = 7;
			code[length - 1] = '\0';
			assert_status(groei, groei_find(groei, GROEI_GOAL, code, &id), GROEI_INVALID);
			assert_reason(groei, "id", "more letters");
			assert_true(id == 7);
		}
		snprintf(decimal, sizeof decimal, "%lld", (long long)ids[i]);
		assert_done(groei, groei_find(groei, GROEI_GOAL, decimal, &id));
		assert_true(id == ids[i]);
	}
	groei_short_code(groei, GROEI_GOAL, ids[0], code);
	assert_true(strlen(code) > 4);
	groei_short_code(groei, GROEI_GOAL, ids[2], code);
	assert_int_equal(strlen(code), 4);
	for (char *c = code; *c != '\0'; c++)
		*c = (char)(*c - 'a' + 'A');
	assert_done(groei, groei_find(groei, GROEI_GOAL, code, &id));
	assert_true(id == ids[2]);
	groei_close(groei);
}

static void what_is_no_code_is_told_so(void **state)
{
	static const char *const wrong[] = {"", "bcd", "aeio", "6", "0", "-5", "99999999999999999999",
	                                    "bbbbbbbbbbbbbbbbb", "bcdf ghjk", "%", "5x"};
	struct groei *groei = open_fresh(state);
	int64_t id = 7;

	add_goal(groei, add_person(groei, "amir", "Amir"), "SQL");
	for (size_t i = 0; i < COUNT(wrong); i++) {
		assert_status(groei, groei_find(groei, GROEI_GOAL, wrong[i], &id), GROEI_NOT_FOUND);
		assert_reason(groei, "id", "Goal");
		assert_true(id == 7);
	}
	groei_close(groei);
}

/* --- who may use a store ------------------------------------------------------------------- */

static void only_the_owner_may_use_a_store(void **state)
{
	struct groei_options options = {.store = support_store_name(state), .today = TODAY};
	struct groei *groei = open_fresh(state), *other;
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir"), goal = add_goal(groei, amir, "SQL");
	struct conversation talk = add_talk(groei, amir, TODAY, NULL);
	struct closing closing = closing_of(talk.id);
	struct rows before;
	struct goal read;
	struct person person;
	struct closed closed;
	struct today today;
	struct brief brief;
	struct change change, *changes;
	struct timeline_item *items;
	struct standing *people;
	struct answered *answers;
	struct question_template *template;
	struct asked *asked;
	struct conversation found;
	struct draft draft, kept, *drafts;
	struct action action;
	int64_t id;
	void *records;
	size_t count;
	int counted;
	const struct groei_query query = {.limit = 10};

	groei_record_clear(groei_table(GROEI_PERSON), &person);
	person.handle = "x";
	person.name = "X";
	assert_done(groei, groei_draft_save(groei, "place", 0, "van de eigenaar"));
	assert_done(groei, groei_draft_get(groei, arena, "place", &kept));
	before = rows_now(groei);
	options.as = "amir";
	enum groei_status status = groei_open(&options, &other);
	assert_done(other, status);
	assert_true(groei_who(other) == amir && groei_owner(other) == groei_owner(groei));
	const enum groei_status answers_given[] = {
	    groei_get(other, arena, GROEI_GOAL, goal, &read),
	    groei_list(other, arena, GROEI_GOAL, &query, &records, &count),
	    groei_count(other, GROEI_GOAL, &query, 10, &counted),
	    groei_add(other, GROEI_PERSON, &person),
	    groei_remove(other, GROEI_GOAL, goal),
	    groei_edit(other, GROEI_CONVERSATION, &talk, &talk),
	    groei_goal_move(other, goal, GOAL_LEARNING),
	    groei_conversation_hold(other, arena, &closing, &closed),
	    groei_conversation_asked(other, arena, &talk, &template, &asked, &count),
	    groei_conversation_open(other, arena, amir, &found),
	    groei_conversation_last(other, arena, amir, GROEI_NO_DAY, &found),
	    groei_answer_type(other, talk.id, "good-at", SIDE_EMPLOYEE, NULL, "x"),
	    groei_today_read(other, arena, &today),
	    groei_people(other, arena, 0, &query, &people, &count),
	    groei_brief(other, arena, amir, &brief),
	    groei_timeline(other, arena, amir, NULL, 10, &items, &count),
	    groei_answers_over_time(other, arena, amir, "good-at", &answers, &count),
	    groei_history(other, arena, GROEI_GOAL, goal, NULL, 10, &changes, &count),
	    groei_undo(other, arena, &change),
	    groei_draft_save(other, "place", 0, "x"),
	    groei_draft_get(other, arena, "place", &draft),
	    groei_draft_drop(other, "place"),
	    groei_draft_take(other, &kept),
	    groei_draft_forget(other, &kept),
	    groei_drafts(other, arena, &drafts, &count),
	    groei_find(other, GROEI_PERSON, "sanne", &id),
	    groei_find(other, GROEI_PERSON, "sann", &id),
	    groei_action_read(other, arena, "[ ] @sanne call", &action),
	    /* Not even what stands there now is told. */
	    groei_goal_move(other, goal, GOAL_NEED),
	    groei_goal_move(other, goal + 1, GOAL_NEED),
	    groei_conversation_hold(other, arena, &closing, &closed),
	};
	for (size_t i = 0; i < COUNT(answers_given); i++) {
		if (answers_given[i] != GROEI_DENIED)
			fail_msg("call %zu is %s", i, groei_status_word(answers_given[i]));
	}
	assert_reason(other, NULL, "sanne");
	assert_rows(groei, before);
	groei_close(other);
	options.as = "amri";
	status = groei_open(&options, &other);
	assert_status(other, status, GROEI_NOT_FOUND);
	assert_reason(other, "handle", "amir");
	groei_close(other);
	options.as = "sanne";
	status = groei_open(&options, &other);
	assert_done(other, status);
	assert_done(other, groei_get(other, arena, GROEI_GOAL, goal, &read));
	groei_close(other);
	groei_arena_close(arena);
	groei_close(groei);
}

int main(void)
{
	cmocka_set_message_output(CM_OUTPUT_TAP);
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(handles_are_found_and_near_ones_named),
	    cmocka_unit_test(codes_are_found_by_their_start),
	    cmocka_unit_test(what_is_no_code_is_told_so),
	    cmocka_unit_test(only_the_owner_may_use_a_store),
	};
	return support_run(ON_BOTH, tests, COUNT(tests));
}
