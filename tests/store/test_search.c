/* Searching: what is found, where it is marked, in what order, and what is not looked at. */
#include "store/core.h"

#include <groei/search.h>

static struct search_hit *look(struct groei *groei, struct groei_arena *arena,
                               const struct search *search, size_t *count_out, int *more_out)
{
	struct search_hit *hits = NULL;

	*count_out = 0;
	*more_out = 0;
	assert_done(groei, groei_search(groei, arena, search, &hits, count_out, more_out));
	return hits;
}

/* Hits as "noun: snippet" lines with «» around the marks. */
static const char *lines(struct groei *groei, struct groei_arena *arena, const struct search *search)
{
	size_t count;
	int more;
	struct search_hit *hits = look(groei, arena, search, &count, &more);
	const char *text = "";

	for (size_t i = 0; i < count; i++) {
		const char *line = "";
		size_t at = 0;

		for (size_t j = 0; j < hits[i].mark_count; j++) {
			const struct search_mark *mark = &hits[i].marks[j];

			line = groei_arena_print(arena, "%s%.*s«%.*s»", line, (int)(mark->at - at),
			                         hits[i].snippet + at, (int)mark->length,
			                         hits[i].snippet + mark->at);
			at = mark->at + mark->length;
		}
		text = groei_arena_print(arena, "%s%s: %s%s\n", text, groei_table(hits[i].entity)->name,
		                         line, hits[i].snippet + at);
	}
	return text;
}

#define FIND(words_, ...) lines(groei, arena, &(struct search){.words = words_, .limit = 20, __VA_ARGS__})

static void every_text_is_found_and_marked(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amír Haddad");
	struct conversation talk = add_talk(groei, amir, TODAY, "growth"), after;

	add_goal(groei, amir, "Presenteren voor de directie");
	add_action(groei, amir, amir, "Vraag Noor om mentoring", TODAY + 3);
	after = talk;
	after.notes = "Hij vertelde lang over het vorige project en wat daar beter kon, en daarna kwam"
	              " het gesprek op présenteren.\nEn op Noor.";
	assert_done(groei, groei_edit(groei, GROEI_CONVERSATION, &talk, &after));
	assert_done(groei, groei_answer_type(groei, talk.id, "good-at", SIDE_EMPLOYEE, NULL,
	                                     "Uitleggen aan de directie"));
	assert_string_equal(FIND("presenter", .scope = SEARCH_MINE),
	                    "conversation: … kwam het gesprek op «présenter»en. En op Noor.\n"
	                    "goal: «Presenter»en voor de directie\n");
	assert_string_equal(FIND("AMIR", .scope = SEARCH_MINE), "person: «Amír» Haddad\n");
	assert_string_equal(FIND("directie voor", .scope = SEARCH_MINE),
	                    "goal: Presenteren «voor» de «directie»\n");
	assert_string_equal(FIND("\"de directie\"", .noun = "answer"),
	                    "answer: Uitleggen aan «de directie»\n");
	assert_string_equal(FIND("\"directie de\"", .scope = SEARCH_MINE), "");
	assert_string_equal(FIND("noor", .noun = "action"), "action: Vraag «Noor» om mentoring\n");
	assert_string_equal(FIND("oor", .noun = "action"), "action: Vraag N«oor» om mentoring\n");
	assert_string_equal(FIND("100%_", .scope = SEARCH_EVERY), "");
	assert_string_equal(FIND("", .scope = SEARCH_EVERY), "");
	assert_string_equal(FIND("  \"\" ", .scope = SEARCH_EVERY), "");
	groei_arena_close(arena);
	groei_close(groei);
}

static void the_start_of_a_word_comes_first_then_the_newest(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");

	add_action(groei, amir, amir, "leerdoel kiezen", TODAY + 9);
	add_action(groei, amir, amir, "doel oud", TODAY - 9);
	add_action(groei, amir, amir, "doel nieuw", TODAY);
	assert_string_equal(FIND("doel", .scope = SEARCH_MINE),
	                    "action: «doel» nieuw\naction: «doel» oud\naction: leer«doel» kiezen\n");
	groei_arena_close(arena);
	groei_close(groei);
}

static void it_is_looked_where_it_is_asked(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir"), noor = add_person(groei, "noor", "Noor");
	int64_t kim;
	struct person person, after;
	size_t count;
	int more;

	groei_record_clear(groei_table(GROEI_PERSON), &person);
	person.handle = "kim";
	person.name = "Kim";
	person.lead = noor;
	assert_done(groei, groei_add(groei, GROEI_PERSON, &person));
	kim = person.id;
	add_goal(groei, amir, "SQL van Amir");
	add_goal(groei, kim, "SQL van Kim");
	assert_string_equal(FIND("sql", .scope = SEARCH_MINE), "goal: «SQL» van Amir\n");
	assert_string_equal(FIND("sql", .person = kim), "goal: «SQL» van Kim\n");
	look(groei, arena, &(struct search){.words = "sql", .scope = SEARCH_EVERY, .limit = 20}, &count,
	     &more);
	assert_true(count == 2 && !more);
	look(groei, arena, &(struct search){.words = "sql", .scope = SEARCH_EVERY, .limit = 1}, &count,
	     &more);
	assert_true(count == 1 && more);
	/* Whoever goes to another lead goes out of what is mine. */
	assert_done(groei, groei_get(groei, arena, GROEI_PERSON, amir, &person));
	after = person;
	after.lead = noor;
	assert_done(groei, groei_edit(groei, GROEI_PERSON, &person, &after));
	assert_string_equal(FIND("sql", .scope = SEARCH_MINE), "");
	groei_arena_close(arena);
	groei_close(groei);
}

static void what_changed_or_went_is_not_found(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir"), id = add_goal(groei, amir, "SQL");
	struct goal goal, after;

	assert_done(groei, groei_get(groei, arena, GROEI_GOAL, id, &goal));
	after = goal;
	after.title = "Python";
	assert_done(groei, groei_edit(groei, GROEI_GOAL, &goal, &after));
	assert_string_equal(FIND("sql", .scope = SEARCH_EVERY), "");
	assert_string_equal(FIND("python", .scope = SEARCH_EVERY), "goal: «Python»\n");
	assert_done(groei, groei_remove(groei, GROEI_GOAL, id));
	assert_string_equal(FIND("python", .scope = SEARCH_EVERY), "");
	groei_arena_close(arena);
	groei_close(groei);
}

/* Whatever is text that filters look in is found: a new row of the field table is covered. */
static void every_field_that_filters_look_in_is_found(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");
	struct goal goal;
	const struct groei_table *table = groei_table(GROEI_GOAL);

	for (size_t i = 0; i < table->field_count; i++) {
		const struct groei_field *field = &table->fields[i];

		if (!(field->flags & FIELD_FILTER))
			continue;
		groei_record_clear(table, &goal);
		goal.person = amir;
		goal.title = "doel";
		value_set_text(field, &goal, groei_arena_print(arena, "zo%szo", field->name));
		assert_done(groei, groei_add(groei, GROEI_GOAL, &goal));
		assert_string_equal(FIND(groei_arena_print(arena, "zo%szo", field->name),
		                         .scope = SEARCH_MINE),
		                    groei_arena_print(arena, "goal: «zo%szo»\n", field->name));
	}
	groei_arena_close(arena);
	groei_close(groei);
}

static void wrong_questions_are_told(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	struct search_hit *hits = NULL;
	size_t count = 77;
	int more = 77;
	char longer[GROEI_TEXT_MAX + 10];

	assert_status(groei,
	              groei_search(groei, arena,
	                           &(struct search){.words = "x", .noun = "gaol", .limit = 5}, &hits,
	                           &count, &more),
	              GROEI_INVALID);
	assert_reason(groei, "noun", "gaol");
	memset(longer, 'a', sizeof longer - 1);
	longer[sizeof longer - 1] = '\0';
	assert_status(groei,
	              groei_search(groei, arena, &(struct search){.words = longer, .limit = 5}, &hits,
	                           &count, &more),
	              GROEI_INVALID);
	assert_true(hits == NULL && count == 77 && more == 77);
	groei_arena_close(arena);
	groei_close(groei);
}

int main(void)
{
	cmocka_set_message_output(CM_OUTPUT_TAP);
	const struct CMUnitTest both[] = {
	    cmocka_unit_test(every_text_is_found_and_marked),
	    cmocka_unit_test(the_start_of_a_word_comes_first_then_the_newest),
	    cmocka_unit_test(it_is_looked_where_it_is_asked),
	    cmocka_unit_test(what_changed_or_went_is_not_found),
	    cmocka_unit_test(every_field_that_filters_look_in_is_found),
	    cmocka_unit_test(wrong_questions_are_told),
	};
	return support_run(ON_BOTH, both, COUNT(both));
}
