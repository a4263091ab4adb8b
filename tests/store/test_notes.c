/* Marked lines of notes: which they are; of actions whose, and by when. Today is Tuesday 1 December 2026. */
#include "store/core.h"

/* The actions of a conversation with these notes. */
static struct noted_line *noted(struct groei *groei, struct groei_arena *arena, const char *notes,
                                  size_t *count_out)
{
	struct conversation talk = {.id = 1, .notes = notes};
	struct noted_line *actions = NULL;

	assert_done(groei, groei_conversation_noted(groei, arena, &talk, &actions, count_out));
	return actions;
}

static void every_form_of_a_line_is_read(void **state)
{
	enum { SANNE, AMIR, NOBODY };
	static const struct {
		const char *line;
		const char *title; /* NULL: no action */
		int owner;
		int32_t due;
	} rows[] = {
	    {"[ ] @amir ask Noor about mentoring by fri", "ask Noor about mentoring", AMIR, TODAY + 3},
	    {"- [ ] @amir ask Noor", "ask Noor", AMIR, GROEI_NO_DAY},
	    {"  * [ ] plan the demo", "plan the demo", SANNE, GROEI_NO_DAY},
	    {"\t-\t[ ]\t@amir\tboek lezen voor vrijdag", "boek lezen", AMIR, TODAY + 3},
	    {"[ ] @Amir: bel Noor uiterlijk 1 jan", "bel Noor", AMIR, TODAY + 31},
	    {"[ ] @amir, bel Noor in 2w", "bel Noor", AMIR, TODAY + 14},
	    {"[ ] bel Noor tegen morgen", "bel Noor", SANNE, TODAY + 1},
	    {"[ ] praat over de dag van morgen", "praat over de dag van morgen", SANNE, GROEI_NO_DAY},
	    {"[ ] bel Noor 2026-12-24", "bel Noor", SANNE, TODAY + 23},
	    {"[ ]geen blanco", "geen blanco", SANNE, GROEI_NO_DAY},
	    {"[ ] @amir één dag óver de heg by fri\r", "één dag óver de heg", AMIR, TODAY + 3},
	    {"[ ] @nobody does it by fri", "@nobody does it", NOBODY, TODAY + 3},
	    {"[ ] mail amir@example.org", "mail amir@example.org", SANNE, GROEI_NO_DAY},
	    {"[ ] @ home", "@ home", SANNE, GROEI_NO_DAY},
	    {"[ ] by fri", "by fri", SANNE, GROEI_NO_DAY},
	    {"[ ]", NULL, 0, 0},
	    {"[ ]   \r", NULL, 0, 0},
	    {"- [ ] @amir", NULL, 0, 0},
	    {"[x] @amir done already", NULL, 0, 0},
	    {"[] @amir no box", NULL, 0, 0},
	    {"see [ ] below", NULL, 0, 0},
	    {"", NULL, 0, 0},
	    {"-", NULL, 0, 0},
	    {"@amir by fri", NULL, 0, 0},
	};
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");

	for (size_t i = 0; i < COUNT(rows); i++) {
		size_t count = 99;
		struct noted_line *action = noted(groei, arena, rows[i].line, &count);

		if (count != (rows[i].title != NULL))
			fail_msg("“%s” gives %zu actions", rows[i].line, count);
		if (count == 0)
			continue;
		if (strcmp(action->title, rows[i].title) != 0 || action->due != rows[i].due ||
		    action->owner != (rows[i].owner == AMIR ? amir : groei_who(groei)) ||
		    action->unknown != (rows[i].owner == NOBODY))
			fail_msg("“%s” reads “%s”, due %d, unknown %d", rows[i].line, action->title,
			         action->due, action->unknown);
		assert_int_equal(action->line, 1);
		assert_int_equal(action->made, 0);
	}
	groei_arena_close(arena);
	groei_close(groei);
}

/* Each kind has a mark of its own; but a box, all want a blank behind it. */
static void every_mark_is_read(void **state)
{
	static const struct {
		const char *line;
		int kind; /* -1: none */
		const char *title;
	} rows[] = {
	    {"? does the rota still work", NOTED_POINT, "does the rota still work"},
	    {"- ? rota, by fri", NOTED_POINT, "rota, by fri"},
	    {"  *\t?\trota\r", NOTED_POINT, "rota"},
	    {"! rustig gebleven", NOTED_MOMENT, "rustig gebleven"},
	    {"!! goed uitgelegd", NOTED_PRAISE, "goed uitgelegd"},
	    {"! ! twice", NOTED_MOMENT, "! twice"},
	    {"> ooit lesgeven", NOTED_HEARD, "ooit lesgeven"},
	    {"> @amir zei dit", NOTED_HEARD, "@amir zei dit"},
	    {"[ ] ? ask", NOTED_ACTION, "? ask"},
	    {"?", -1, NULL},
	    {"? ", -1, NULL},
	    {"?! really", -1, NULL},
	    {"!really", -1, NULL},
	    {"!!! no", -1, NULL},
	    {">> quoted twice", -1, NULL},
	    {"why? because", -1, NULL},
	    {"- - ? two dashes", -1, NULL},
	};
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();

	for (size_t i = 0; i < COUNT(rows); i++) {
		size_t count = 99;
		struct noted_line *line = noted(groei, arena, rows[i].line, &count);

		if (count != (rows[i].kind >= 0))
			fail_msg("“%s” gives %zu lines", rows[i].line, count);
		if (count == 0)
			continue;
		if ((int)line->kind != rows[i].kind || strcmp(line->title, rows[i].title) != 0)
			fail_msg("“%s” is a %d, “%s”", rows[i].line, (int)line->kind, line->title);
		assert_int_equal(line->due, GROEI_NO_DAY);
	}
	groei_arena_close(arena);
	groei_close(groei);
}

static void lines_are_counted_through_the_notes(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	size_t count = 0;
	struct noted_line *actions = noted(groei, arena,
	                                     "Start\r\n\r\n[ ] een\r\ntekst\r\n- [ ] twee by fri\r\n"
	                                     "[ ] drie",
	                                     &count);

	assert_int_equal(count, 3);
	assert_string_equal(actions[0].title, "een");
	assert_int_equal(actions[0].line, 3);
	assert_string_equal(actions[1].title, "twee");
	assert_int_equal(actions[1].due, TODAY + 3);
	assert_int_equal(actions[1].line, 5);
	assert_int_equal(actions[2].line, 6);
	noted(groei, arena, NULL, &count);
	assert_int_equal(count, 0);
	groei_arena_close(arena);
	groei_close(groei);
}

static void a_title_too_long_is_cut_between_characters(void **state)
{
	char line[2 * GROEI_TEXT_MAX] = "[ ] x";
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	struct noted_line *actions;
	size_t count = 0;

	for (size_t at = 5; at + 2 < sizeof line; at += 2)
		memcpy(line + at, "é", 3);
	actions = noted(groei, arena, line, &count);
	assert_int_equal(count, 1);
	assert_int_equal(strlen(actions[0].title), GROEI_TEXT_MAX - 1);
	assert_true(groei_text_valid(actions[0].title, strlen(actions[0].title), NULL));
	groei_arena_close(arena);
	groei_close(groei);
}

/* Ten megabytes of notes: of words, of boxes, of brackets and of one endless line. */
static void huge_notes_are_read_through(void **state)
{
	enum { SIZE = 10 * 1024 * 1024 };
	static const char *const patterns[] = {"gewone tekst\n", "[ ] doe\n", "[ [ ] ", "[ ]\n", "?\n!\n", "? a\n"};
	static const size_t expected[] = {0, SIZE / 8, 0, 0, 0, SIZE / 4};
	struct groei *groei = open_fresh(state);
	char *notes = malloc(SIZE + 1);

	assert_non_null(notes);
	for (size_t i = 0; i < COUNT(patterns); i++) {
		struct groei_arena *arena = groei_arena_open();
		size_t length = strlen(patterns[i]), count = 1;

		for (size_t at = 0; at < SIZE; at++)
			notes[at] = patterns[i][at % length];
		notes[SIZE] = '\0';
		noted(groei, arena, notes, &count);
		assert_int_equal(count, expected[i]);
		groei_arena_close(arena);
	}
	free(notes);
	groei_close(groei);
}

static void a_line_of_its_own_becomes_an_action(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");
	struct action action = {.id = 5};

	assert_done(groei, groei_action_read(groei, arena, "@amir ask Noor by fri", &action));
	assert_true(action.id == 0 && action.owner == amir);
	assert_string_equal(action.title, "ask Noor");
	assert_int_equal(action.due, TODAY + 3);
	assert_done(groei, groei_action_read(groei, arena, "[ ] boek lezen", &action));
	assert_true(action.owner == 0);
	assert_int_equal(action.due, GROEI_NO_DAY);
	action.title = "als voorheen";
	assert_status(groei, groei_action_read(groei, arena, "@amri ask", &action), GROEI_NOT_FOUND);
	assert_reason(groei, "handle", "amir");
	assert_status(groei, groei_action_read(groei, arena, "  ", &action), GROEI_INVALID);
	assert_reason(groei, "title", "empty");
	assert_string_equal(action.title, "als voorheen");
	groei_arena_close(arena);
	groei_close(groei);
}

int main(void)
{
	cmocka_set_message_output(CM_OUTPUT_TAP);
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_form_of_a_line_is_read),
	    cmocka_unit_test(every_mark_is_read),
	    cmocka_unit_test(lines_are_counted_through_the_notes),
	    cmocka_unit_test(a_title_too_long_is_cut_between_characters),
	    cmocka_unit_test(huge_notes_are_read_through),
	    cmocka_unit_test(a_line_of_its_own_becomes_an_action),
	};
	return support_run(ON_BOTH, tests, COUNT(tests));
}
