/* The views that groei prints for sqlite3 and psql: one for every noun, with dates and names. */
#include "store/core.h"

static const char *one(struct groei *groei, struct groei_arena *arena, const char *sql)
{
	struct db_statement *row;
	const char *text;

	if (db_prepare(groei->store->db, sql, &row) != DB_OK)
		fail_msg("%s: %s", sql, db_reason(groei->store->db));
	assert_int_equal(db_step(row), DB_ROW);
	text = groei_arena_text(arena, db_text(row, 0));
	db_reset(row);
	return text;
}

static void every_noun_has_a_view_with_dates_and_names(void **state)
{
	struct groei_arena *arena = groei_arena_open();
	struct groei *groei = open_fresh(state);
	int64_t amir = add_person(groei, "amir", "Amir Haddad");
	struct action action;

	groei_record_clear(groei_table(GROEI_ACTION), &action);
	action.person = amir;
	action.owner = groei_who(groei);
	action.title = "ask Noor";
	action.due = TODAY;
	assert_done(groei, groei_add(groei, GROEI_ACTION, &action));
	assert_int_equal(db_run(groei->store->db, groei_views(groei, arena)), DB_OK);
	for (int i = 0; i < GROEI_ENTITIES; i++)
		assert_non_null(one(groei, arena,
		                    groei_arena_print(arena, "SELECT count(*) FROM read_%s",
		                                      groei_table((enum groei_entity)i)->name)));
	assert_text(one(groei, arena, "SELECT person FROM read_action"), "Amir Haddad");
	assert_text(one(groei, arena, "SELECT CAST(due AS TEXT) FROM read_action"),
	            groei_arena_print(arena, "%04d-%02d-%02d", groei_day_civil(TODAY).year,
	                              groei_day_civil(TODAY).month, groei_day_civil(TODAY).day));
	groei_close(groei);
	groei_arena_close(arena);
}

int main(void)
{
	cmocka_set_message_output(CM_OUTPUT_TAP);
	const struct CMUnitTest both[] = {cmocka_unit_test(every_noun_has_a_view_with_dates_and_names)};
	return support_run(ON_BOTH, both, COUNT(both));
}
