/* The closed list of queries: every text runs on both engines, and what one person or lead asks is
 * answered from an index, never by walking a table. */
#include "store/core.h"

/* The owner, and somebody who needs every predicate. */
static const struct sight eyes[] = {{SIGHT_OWNER, 1}, {SIGHT_OTHER, 7000000000000000001}};

/* The highest n of $n in a text. */
static int parameters(const char *sql)
{
	int most = 0;

	while ((sql = strchr(sql, '$')) != NULL) {
		int n = (int)strtol(++sql, NULL, 10);

		most = n > most ? n : most;
	}
	return most;
}

static void every_text_runs(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");
	struct conversation talk = add_talk(groei, amir, TODAY, "checkin");
	struct closing closing = closing_of(talk.id);
	struct closed closed;
	struct db *db = groei->store->db;

	assert_done(groei, groei_answer_type(groei, talk.id, "energy-today", SIDE_EMPLOYEE, NULL, "8"));
	closing.notes = "[ ] @amir boek";
	assert_done(groei, groei_conversation_hold(groei, arena, &closing, &closed));
	add_goal(groei, amir, "SQL");
	for (int q = 0; q < 2 * QUERIES; q++) {
		struct groei_buffer sql = {0};
		struct db_statement *statement;
		enum db_result result = DB_ROW;
		int i = q / 2, e = q % 2;

		query_text(&schema, &eyes[e], (enum query)i, &sql);
		assert_null(strchr(sql.data, '{'));
		assert_null(strchr(sql.data, '}'));
		assert_int_equal(db_begin(db), DB_OK);
		if (db_prepare(db, sql.data, &statement) != DB_OK)
			fail_msg("query %d: %s: %s", i, db_reason(db), sql.data);
		for (int n = 1; n <= parameters(sql.data); n++)
			db_bind_int(statement, n, n);
		for (int rows = 0; result == DB_ROW && rows < 1000; rows++)
			result = db_step(statement);
		if (result != DB_DONE)
			fail_msg("query %d: %s: %s", i, db_reason(db), sql.data);
		db_rollback(db);
		groei_buffer_free(&sql);
	}
	groei_arena_close(arena);
	groei_close(groei);
}

static bool may_walk(enum query which)
{
	switch (which) {
	case QUERY_HANDLES_PERSON: /* for "did you mean" */
	case QUERY_HANDLES_TEAM:
	case QUERY_HR: /* through an index that holds only them */
		return true;
	default:
		return false;
	}
}

/* A line of the plan that walks through a whole table, by its name or alias. */
static bool walks(const char *line)
{
	static const char *const names[] = {"a", "c", "g", "p", "s", "t", "person_state", "draft",
	                                    "change", "change_field"};
	size_t length;

	if (strncmp(line, "SCAN ", 5) != 0)
		return false;
	line += 5;
	length = strcspn(line, " ");
	for (size_t i = 0; i < COUNT(names); i++) {
		if (strlen(names[i]) == length && memcmp(names[i], line, length) == 0)
			return true;
	}
	for (int i = 0; i < GROEI_ENTITIES; i++) {
		const char *name = groei_table((enum groei_entity)i)->name;

		if (strlen(name) == length && memcmp(name, line, length) == 0)
			return true;
	}
	return false;
}

static void no_query_walks_a_table(void **state)
{
	struct groei *groei = open_fresh(state);
	int walking = 0;

	for (int q = 0; q < 2 * QUERIES; q++) {
		struct groei_buffer sql = {0};
		struct db_statement *plan;
		bool walked = false;
		int i = q / 2, e = q % 2;

		groei_buffer_text(&sql, "EXPLAIN QUERY PLAN ");
		query_text(&schema, &eyes[e], (enum query)i, &sql);
		assert_int_equal(db_prepare(groei->store->db, sql.data, &plan), DB_OK);
		while (db_step(plan) == DB_ROW) {
			const char *line = db_text(plan, 3);

			walked = walked || walks(line);
			if (walks(line) && !may_walk((enum query)i))
				fail_msg("query %d: %s: %s", i, line, sql.data);
		}
		walking += walked;
		groei_buffer_free(&sql);
	}
	assert_true(walking > 0); /* the test knows one when it sees one */
	groei_close(groei);
}

int main(void)
{
	cmocka_set_message_output(CM_OUTPUT_TAP);
	const struct CMUnitTest both[] = {cmocka_unit_test(every_text_runs)};
	const struct CMUnitTest sqlite[] = {cmocka_unit_test(no_query_walks_a_table)};
	return support_run(ON_BOTH, both, COUNT(both)) +
	       support_run(ON_SQLITE, sqlite, COUNT(sqlite));
}
