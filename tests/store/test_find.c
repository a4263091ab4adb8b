/* Finding by what people type. */
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

int main(void)
{
	cmocka_set_message_output(CM_OUTPUT_TAP);
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(handles_are_found_and_near_ones_named),
	    cmocka_unit_test(codes_are_found_by_their_start),
	    cmocka_unit_test(what_is_no_code_is_told_so),
	};
	return support_run(ON_BOTH, tests, COUNT(tests));
}
