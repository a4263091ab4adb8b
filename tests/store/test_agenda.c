/* The table of what the agenda holds: each kind has a text of its own, about its noun, that writes its word. */
#include "store/core.h"

#include <groei/sample.h>

#include "core/agenda.h"
#include "core/schema.h"

static void every_kind_has_a_text_that_makes_it(void **state)
{
	struct groei_arena *arena = groei_arena_open();

	(void)state;
	for (int i = 0; i < AGENDA_KINDS; i++) {
		const struct agenda_source *source = agenda_source((enum agenda_kind)i);
		const char *noun = groei_table(source->entity)->name;
		struct groei_buffer sql = {0};

		query_text(&schema, &(struct sight){SIGHT_WHOLE, 0}, source->query, &sql);
		assert_non_null(source->word);
		assert_non_null(strstr(sql.data, groei_arena_print(arena, "id, '%s", source->word)));
		assert_non_null(strstr(sql.data, groei_arena_print(arena, " FROM %s ", noun)));
		for (int j = 0; j < i; j++) {
			assert_string_not_equal(agenda_source((enum agenda_kind)j)->word, source->word);
			assert_int_not_equal(agenda_source((enum agenda_kind)j)->query, source->query);
		}
		groei_buffer_free(&sql);
	}
	assert_int_equal(AGENDA_KINDS, QUERY_AGENDA_DROP - QUERY_AGENDA_LED);
	groei_arena_close(arena);
}

/* Of the sample team, which has of almost everything: kept row by row, it is what all records make. */
static void the_agenda_of_the_sample_team_is_what_its_records_make(void **state)
{
	static const char text[] = "SELECT record_id, kind, person_id, own, day, until, other FROM agenda"
	                           " ORDER BY record_id, kind, person_id";
	struct groei *groei = open_fresh(state);
	struct groei_buffer kept = {0}, made = {0}, sql = {0};
	struct groei_buffer *both[] = {&kept, &made};

	assert_done(groei, groei_sample_fill(groei));
	groei_buffer_text(&sql, "DELETE FROM agenda;");
	query_agenda_all(&schema, &sql);
	for (int i = 0; i < 2; i++) {
		struct db_statement *row;

		if (i == 1)
			assert_int_equal(db_run(groei->store->db, sql.data), DB_OK);
		assert_int_equal(db_prepare(groei->store->db, text, &row), DB_OK);
		while (db_step(row) == DB_ROW) {
			for (int column = 0; column < 7; column++)
				groei_buffer_print(both[i], "%s|", db_text(row, column) == NULL
				                                       ? ""
				                                       : db_text(row, column));
			groei_buffer_text(both[i], "\n");
		}
	}
	assert_true(kept.length > 1000);
	assert_string_equal(kept.data, made.data);
	groei_buffer_free(&kept);
	groei_buffer_free(&made);
	groei_buffer_free(&sql);
	groei_close(groei);
}

int main(void)
{
	cmocka_set_message_output(CM_OUTPUT_TAP);
	const struct CMUnitTest sqlite[] = {cmocka_unit_test(every_kind_has_a_text_that_makes_it)};
	const struct CMUnitTest both[] = {
	    cmocka_unit_test(the_agenda_of_the_sample_team_is_what_its_records_make)};
	return support_run(ON_SQLITE, sqlite, COUNT(sqlite)) + support_run(ON_BOTH, both, COUNT(both));
}
