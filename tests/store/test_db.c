/* The driver seam: the same behaviour on both engines, and what a server can do to it. */
#include "store/seam.h"

/* --- values and statements ----------------------------------------------------------------- */

static void values_come_back_as_bound(void **state)
{
	struct db *db = make_store(state);
	const char *word = "één 'quoted' \"word\"; \xf0\x9f\x8c\xb1\n\\x41";
	assert_result(db, insert(db, INT64_MAX, word, -7), DB_DONE);
	struct db_statement *statement =
	    prepare(db, "SELECT id, word, number, NULL, '$1 ?', number FROM t -- not $2\nWHERE id = $1");
	db_bind_int(statement, 1, INT64_MAX);
	assert_result(db, db_step(statement), DB_ROW);
	assert_true(db_int(statement, 0) == INT64_MAX);
	assert_string_equal(db_text(statement, 1), word);
	assert_int_equal(db_int(statement, 2), -7);
	assert_false(db_is_null(statement, 2));
	assert_true(db_is_null(statement, 3));
	assert_null(db_text(statement, 3));
	assert_int_equal(db_int(statement, 3), 0);
	assert_string_equal(db_text(statement, 4), "$1 ?");
	assert_string_equal(db_text(statement, 5), "-7");
	assert_result(db, db_step(statement), DB_DONE);
	db_close(db);
}

static void empty_and_long_text_survive(void **state)
{
	struct db *db = make_store(state);
	size_t length = 300000;
	char *word = malloc(length + 1);
	assert_non_null(word);
	memset(word, 'w', length);
	word[length] = 0;
	assert_result(db, insert(db, 1, "", 1), DB_DONE);
	struct db_statement *statement = prepare(db, "UPDATE t SET note = $2 WHERE word = $1");
	db_bind_text(statement, 1, "");
	db_bind_text_length(statement, 2, word, length);
	assert_result(db, db_step(statement), DB_DONE);
	statement = prepare(db, "SELECT note, word FROM t");
	assert_result(db, db_step(statement), DB_ROW);
	assert_string_equal(db_text(statement, 0), word);
	assert_false(db_is_null(statement, 1));
	assert_string_equal(db_text(statement, 1), "");
	free(word);
	db_close(db);
}

static void bindings_are_cleared_after_use(void **state)
{
	struct db *db = make_store(state);
	assert_result(db, insert(db, 1, "one", 1), DB_DONE);
	struct db_statement *statement = prepare(db, INSERT);
	db_bind_int(statement, 1, 2);
	db_bind_text(statement, 2, "two");
	assert_result(db, db_step(statement), DB_DONE);
	assert_int_equal(number_of(db, "SELECT count(*) FROM t WHERE number IS NULL"), 1);
	statement = prepare(db, INSERT);
	db_bind_int(statement, 1, 3);
	assert_result(db, db_step(statement), DB_NOT_NULL);
	db_close(db);
}

static void a_parameter_may_stand_twice_and_in_any_order(void **state)
{
	struct db *db = make_store(state);
	for (int i = 1; i <= 12; i++) {
		char word[16];
		snprintf(word, sizeof word, "w%d", i);
		assert_result(db, insert(db, i, word, i), DB_DONE);
	}
	struct db_statement *statement = prepare(
	    db, "SELECT count(*) FROM t WHERE (id = $2 AND number = $2) OR word = $1 OR id IN"
	        " ($12, $11, $10, $9, $8, $7, $6, $5, $4, $3)");
	for (int n = 2; n <= 12; n++)
		db_bind_int(statement, n, n < 4 ? n : 900 + n);
	db_bind_text(statement, 1, "w12");
	assert_result(db, db_step(statement), DB_ROW);
	assert_int_equal(db_int(statement, 0), 3);
	db_close(db);
}

static void text_that_is_no_text_is_refused(void **state)
{
	struct db *db = make_store(state);
	const struct {
		const char *text;
		size_t length;
	} wrong[] = {{"a\0b", 3}, {"\xff", 1}, {"\xc3", 1}, {"\xed\xa0\x80", 3}, {"\xc0\x80", 2}};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct db_statement *statement = prepare(db, INSERT);
		db_bind_int(statement, 1, 1);
		db_bind_text_length(statement, 2, wrong[i].text, wrong[i].length);
		assert_result(db, db_step(statement), DB_CHECK);
		assert_non_null(strstr(db_reason(db), "UTF-8"));
	}
	assert_int_equal(count_rows(db), 0);
	assert_result(db, insert(db, 1, "fine", 1), DB_DONE);
	db_close(db);
}

static void statements_are_stepped_in_turns(void **state)
{
	struct db *db = make_store(state);
	assert_result(db, db_begin(db), DB_OK);
	for (int i = 1; i <= 90; i++) {
		char word[16];
		snprintf(word, sizeof word, "w%02d", i);
		assert_result(db, insert(db, i, word, i), DB_DONE);
	}
	assert_result(db, db_commit(db), DB_OK);
	struct db_statement *up = prepare(db, "SELECT id FROM t ORDER BY id");
	struct db_statement *down = prepare(db, "SELECT id, word FROM t WHERE id > $1 ORDER BY id DESC");
	db_bind_int(down, 1, 0);
	for (int i = 1; i <= 90; i++) {
		assert_result(db, db_step(up), DB_ROW);
		assert_result(db, db_step(down), DB_ROW);
		assert_int_equal(db_int(up, 0), i);
		assert_int_equal(db_int(down, 0), 91 - i);
		assert_int_equal(count_rows(db), 90);
	}
	assert_result(db, db_step(down), DB_DONE);
	assert_result(db, db_step(up), DB_DONE);
	db_close(db);
}

static void rows_outlive_a_commit(void **state)
{
	struct db *db = make_store(state);
	assert_result(db, insert(db, 1, "one", 1), DB_DONE);
	assert_result(db, insert(db, 2, "two", 2), DB_DONE);
	assert_result(db, db_begin(db), DB_OK);
	struct db_statement *statement = prepare(db, "SELECT word FROM t ORDER BY id");
	assert_result(db, db_step(statement), DB_ROW);
	assert_result(db, db_commit(db), DB_OK);
	assert_string_equal(db_text(statement, 0), "one");
	assert_result(db, db_step(statement), DB_ROW);
	assert_string_equal(db_text(statement, 0), "two");
	assert_result(db, db_step(statement), DB_DONE);
	db_close(db);
}

static void a_statement_ended_early_starts_anew(void **state)
{
	struct db *db = make_store(state);
	assert_result(db, insert(db, 1, "one", 1), DB_DONE);
	assert_result(db, insert(db, 2, "two", 2), DB_DONE);
	struct db_statement *again;
	struct db_statement *statement = prepare(db, "SELECT id FROM t ORDER BY id");
	assert_result(db, db_step(statement), DB_ROW);
	assert_result(db, db_prepare(db, "SELECT id FROM t ORDER BY id", &again), DB_ERROR);
	db_reset(statement);
	assert_ptr_equal(prepare(db, "SELECT id FROM t ORDER BY id"), statement);
	assert_result(db, db_step(statement), DB_ROW);
	assert_int_equal(db_int(statement, 0), 1);
	db_close(db);
}

static void more_statements_than_the_engine_holds(void **state)
{
	struct db *db = make_store(state);
	struct db_statement *statements[300];
	char sql[64];
	for (int i = 0; i < 300; i++) {
		snprintf(sql, sizeof sql, "SELECT %d, $1 + %d", i, i);
		statements[i] = prepare(db, sql);
	}
	for (int i = 0; i < 300; i++) {
		db_bind_int(statements[i], 1, 1000);
		assert_result(db, db_step(statements[i]), DB_ROW);
		assert_int_equal(db_int(statements[i], 0), i);
		assert_int_equal(db_int(statements[i], 1), 1000 + i);
		db_reset(statements[i]);
	}
	db_close(db);
}

static void refused_texts(void **state)
{
	const char *wrong[] = {
	    "SELECT $2", "SELECT $1, $3", "SELECT $0", "SELECT $01", "SELECT $a", "SELECT $", "SELECT $1a",
	    "SELECT a$1", "SELECT $1000", "SELECT ?", "SELECT ?1", "SELECT :a", "SELECT @a", "SELECT @IDS",
	    "SELECT CAST(1 AS INTEGER)::text", "SELECT 'open", "SELECT \"open", "SELECT 1 /* open",
	    "SELECT 1 /* a /* b */ */", "SELECT [a] FROM t", "SELECT `a` FROM t", "SELECT 1; SELECT 2",
	    "", " ; ", "-- nothing", "SELECT E'a'", "SELECT $$a$$",
	    "SELECT nothing FROM t", "SELEC 1",
	};
	struct db *db = make_store(state);
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct db_statement *statement = NULL;
		if (db_prepare(db, wrong[i], &statement) != DB_ERROR || statement)
			fail_msg("accepted: %s", wrong[i]);
		assert_true(*db_reason(db));
	}
	struct db_statement *nowhere = NULL;
	assert_result(db, db_prepare(db, "SELECT id FROM nowhere", &nowhere), DB_NO_TABLE);
	assert_null(nowhere);
	assert_result(db, db_run(db, "DELETE FROM t WHERE id = $1"), DB_ERROR);
	struct db_statement *fine =
	    prepare(db, "SELECT '?:@[`$7' /* $9 ? */ AS \"a:b\", $1 + 1 ; -- end $4");
	db_bind_int(fine, 1, 41);
	assert_result(db, db_step(fine), DB_ROW);
	assert_string_equal(db_text(fine, 0), "?:@[`$7");
	assert_int_equal(db_int(fine, 1), 42);
	db_close(db);
}

/* --- errors and transactions --------------------------------------------------------------- */

static void constraints_have_their_own_results(void **state)
{
	struct db *db = make_store(state);
	assert_result(db, insert(db, 1, "secret", 1), DB_DONE);
	assert_result(db, insert(db, 1, "another", 1), DB_UNIQUE);
	assert_result(db, insert(db, 2, "secret", 1), DB_UNIQUE);
	assert_null(strstr(db_reason(db), "secret"));
	assert_result(db, insert(db, 2, "classified", 100), DB_CHECK);
	assert_null(strstr(db_reason(db), "classified"));
	assert_result(db, insert(db, 2, NULL, 1), DB_NOT_NULL);
	assert_result(db, db_run(db, "INSERT INTO child (id, t) VALUES (1, 77)"), DB_FOREIGN_KEY);
	assert_result(db, db_run(db, "INSERT INTO pair (a, b) VALUES (1, 2)"), DB_OK);
	assert_result(db, db_run(db, "INSERT INTO pair (a, b) VALUES (1, 2)"), DB_UNIQUE);
	struct db_statement *statement = prepare(db, INSERT);
	db_bind_int(statement, 1, 5);
	db_bind_text(statement, 2, "five");
	db_bind_text(statement, 3, "confidential");
	assert_result(db, db_step(statement), DB_CHECK);
	assert_null(strstr(db_reason(db), "confidential"));
	assert_int_equal(count_rows(db), 1);
	db_close(db);
}

static void a_rollback_leaves_no_trace(void **state)
{
	struct db *db = make_store(state);
	assert_false(db_in_transaction(db));
	assert_result(db, db_begin(db), DB_OK);
	assert_true(db_in_transaction(db));
	assert_result(db, insert(db, 1, "one", 1), DB_DONE);
	assert_int_equal(count_rows(db), 1);
	db_rollback(db);
	assert_false(db_in_transaction(db));
	assert_int_equal(count_rows(db), 0);
	db_close(db);
}

static void closing_rolls_back(void **state)
{
	struct db *db = make_store(state);
	assert_result(db, db_begin(db), DB_OK);
	assert_result(db, insert(db, 1, "one", 1), DB_DONE);
	db_close(db);
	db = open_store(state);
	assert_int_equal(count_rows(db), 0);
	db_close(db);
}

static void an_error_spoils_the_transaction(void **state)
{
	struct db *db = make_store(state);
	assert_result(db, db_begin(db), DB_OK);
	assert_result(db, insert(db, 1, "one", 1), DB_DONE);
	struct db_statement *statement = prepare(db, "SELECT count(*) FROM t");
	assert_result(db, insert(db, 1, "again", 1), DB_UNIQUE);
	assert_result(db, db_step(statement), DB_ERROR);
	assert_result(db, db_run(db, "DELETE FROM t"), DB_ERROR);
	assert_result(db, db_prepare(db, INSERT, &statement), DB_ERROR);
	assert_result(db, db_commit(db), DB_UNIQUE);
	assert_false(db_in_transaction(db));
	assert_int_equal(count_rows(db), 0);
	assert_result(db, insert(db, 1, "one", 1), DB_DONE);
	db_close(db);
}

static void a_read_transaction_sees_one_moment(void **state)
{
	struct db *db = make_store(state);
	assert_result(db, insert(db, 1, "one", 1), DB_DONE);
	assert_result(db, db_begin_read(db), DB_OK);
	assert_int_equal(count_rows(db), 1);
	if (!support_is_sqlite(state)) { /* SQLite lets nobody commit meanwhile */
		struct db *other = open_store(state);
		assert_result(other, insert(other, 2, "two", 2), DB_DONE);
		db_close(other);
	}
	assert_int_equal(count_rows(db), 1);
	assert_result(db, insert(db, 3, "three", 3), DB_READ_ONLY);
	db_rollback(db);
	assert_int_equal(count_rows(db), support_is_sqlite(state) ? 1 : 2);
	db_close(db);
}

static void a_store_opened_to_read_cannot_be_written(void **state)
{
	struct db *db = make_store(state);
	assert_result(db, insert(db, 1, "one", 1), DB_DONE);
	db_close(db);
	db = try_open(support_store_name(state), DB_READ, DB_OK);
	assert_int_equal(count_rows(db), 1);
	assert_result(db, insert(db, 2, "two", 2), DB_READ_ONLY);
	assert_int_equal(count_rows(db), 1);
	db_close(db);
}

static void a_lock_of_another_makes_busy_after_the_deadline(void **state)
{
	struct db *holder = make_store(state);
	struct db *waiter = open_store(state);
	assert_result(holder, insert(holder, 1, "one", 1), DB_DONE);
	db_set_deadline(waiter, 30);
	assert_result(holder, db_begin(holder), DB_OK);
	assert_result(holder, db_run(holder, "UPDATE t SET number = 2 WHERE id = 1"), DB_OK);
	enum db_result result = db_begin(waiter);
	if (result == DB_OK) {
		assert_false(support_is_sqlite(state));
		result = db_run(waiter, "UPDATE t SET number = 3 WHERE id = 1");
		db_rollback(waiter);
	}
	assert_int_equal(result, DB_BUSY);
	assert_result(holder, db_commit(holder), DB_OK);
	assert_result(waiter, db_begin(waiter), DB_OK);
	assert_result(waiter, db_run(waiter, "UPDATE t SET number = number + 1"), DB_OK);
	assert_result(waiter, db_commit(waiter), DB_OK);
	assert_int_equal(number_of(holder, "SELECT number FROM t"), 3);
	db_close(waiter);
	db_close(holder);
}

/* --- the PostgreSQL server ----------------------------------------------------------------- */

static void a_lost_connection_is_told_and_made_anew(void **state)
{
	struct db *db = make_store(state);
	assert_result(db, insert(db, 1, "one", 1), DB_DONE);
	support_end_sessions(state);
	assert_result(db, db_begin(db), DB_CONNECTION);
	assert_false(db_in_transaction(db));
	assert_result(db, db_begin(db), DB_OK);
	assert_result(db, insert(db, 2, "two", 2), DB_DONE);
	support_end_sessions(state);
	assert_result(db, insert(db, 3, "three", 3), DB_CONNECTION);
	assert_result(db, db_commit(db), DB_CONNECTION);
	assert_int_equal(count_rows(db), 1);
	db_close(db);
}

static void a_connection_lost_while_saving_leaves_the_outcome_open(void **state)
{
	struct db *db = make_store(state);
	assert_result(db, db_begin(db), DB_OK);
	assert_result(db, insert(db, 1, "one", 1), DB_DONE);
	support_end_sessions(state);
	assert_result(db, db_commit(db), DB_UNKNOWN);
	assert_false(db_in_transaction(db));
	assert_int_equal(count_rows(db), 0);
	db_close(db);
}

static void writers_in_each_others_way_have_to_run_again(void **state)
{
	struct db *one = make_store(state);
	struct db *two = open_store(state);
	assert_result(one, db_begin(one), DB_OK);
	assert_result(two, db_begin(two), DB_OK);
	assert_int_equal(count_rows(one), 0);
	assert_int_equal(count_rows(two), 0);
	assert_result(one, insert(one, 1, "one", 1), DB_DONE);
	assert_result(two, insert(two, 2, "two", 2), DB_DONE);
	assert_result(one, db_commit(one), DB_OK);
	assert_result(two, db_commit(two), DB_SERIALISATION);
	assert_int_equal(count_rows(two), 1);
	db_close(two);
	db_close(one);
}

static void a_store_out_of_reach_is_no_connection(void **state)
{
	struct db *db;
	char name[600];
	snprintf(name, sizeof name, "postgresql:///groei?host=%s", support_folder(state));
	db = try_open(name, DB_CREATE, DB_CONNECTION);
	assert_null(strchr(db_reason(db), '\n'));
	db_close(db);
	db = try_open("postgresql://me:s3cret@host/groei?nonsense", 0, DB_CONNECTION);
	assert_null(strstr(db_reason(db), "s3cret"));
	db_close(db);
}

int main(void)
{
	cmocka_set_message_output(CM_OUTPUT_TAP);
	const struct CMUnitTest both[] = {
	    cmocka_unit_test(values_come_back_as_bound),
	    cmocka_unit_test(empty_and_long_text_survive),
	    cmocka_unit_test(bindings_are_cleared_after_use),
	    cmocka_unit_test(a_parameter_may_stand_twice_and_in_any_order),
	    cmocka_unit_test(text_that_is_no_text_is_refused),
	    cmocka_unit_test(statements_are_stepped_in_turns),
	    cmocka_unit_test(rows_outlive_a_commit),
	    cmocka_unit_test(a_statement_ended_early_starts_anew),
	    cmocka_unit_test(more_statements_than_the_engine_holds),
	    cmocka_unit_test(refused_texts),
	    cmocka_unit_test(constraints_have_their_own_results),
	    cmocka_unit_test(a_rollback_leaves_no_trace),
	    cmocka_unit_test(closing_rolls_back),
	    cmocka_unit_test(an_error_spoils_the_transaction),
	    cmocka_unit_test(a_read_transaction_sees_one_moment),
	    cmocka_unit_test(a_store_opened_to_read_cannot_be_written),
	    cmocka_unit_test(a_lock_of_another_makes_busy_after_the_deadline),
	};
	const struct CMUnitTest servers[] = {
	    cmocka_unit_test(a_lost_connection_is_told_and_made_anew),
	    cmocka_unit_test(a_connection_lost_while_saving_leaves_the_outcome_open),
	    cmocka_unit_test(writers_in_each_others_way_have_to_run_again),
	    cmocka_unit_test(a_store_out_of_reach_is_no_connection),
	};
	return support_run(ON_BOTH, both, sizeof both / sizeof *both) +
	       support_run(ON_POSTGRESQL, servers, sizeof servers / sizeof *servers);
}
