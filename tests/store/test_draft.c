/* Drafts: what is being typed, kept for each session. */
#include "store/core.h"

static void drafts_are_kept_replaced_and_dropped(void **state)
{
	struct groei *groei = open_fresh(state), *later;
	struct groei_arena *arena = groei_arena_open();
	struct draft draft = {.place = "untouched"}, *drafts;
	size_t count = 9;

	assert_status(groei, groei_draft_get(groei, arena, "a", &draft), GROEI_NO);
	assert_string_equal(draft.place, "untouched");
	assert_done(groei, groei_drafts(groei, arena, &drafts, &count));
	assert_int_equal(count, 0);
	assert_done(groei, groei_draft_save(groei, "a", 3, "één\n'twee'"));
	assert_done(groei, groei_draft_save(groei, "b", 0, ""));
	assert_done(groei, groei_draft_save(groei, "a", 4, "één\n'twee' drie"));
	groei_close(groei);
	/* Offered at the next start, the newest first. */
	later = open_at(state, TODAY);
	assert_done(later, groei_draft_get(later, arena, "a", &draft));
	assert_string_equal(draft.text, "één\n'twee' drie");
	assert_int_equal(draft.revision, 4);
	assert_true(draft.at <= groei_instant_now());
	assert_done(later, groei_drafts(later, arena, &drafts, &count));
	assert_int_equal(count, 2);
	assert_string_equal(drafts[0].place, "a");
	assert_string_equal(drafts[1].text, "");
	assert_done(later, groei_draft_take(later, &draft));
	assert_done(later, groei_draft_drop(later, "a"));
	assert_done(later, groei_draft_drop(later, "a"));
	assert_status(later, groei_draft_get(later, arena, "a", &draft), GROEI_NO);
	groei_arena_close(arena);
	groei_close(later);
}

static void drafts_leave_no_trace_in_the_journal_and_are_the_authors_own(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir"), me = groei->who;
	struct draft draft;
	struct change change;
	struct rows before = rows_now(groei);

	assert_done(groei, groei_draft_save(groei, "a", 0, "geheim"));
	struct rows after = rows_now(groei);
	assert_int_equal(after.of[GROEI_ENTITIES], before.of[GROEI_ENTITIES]);
	groei->who = groei->owner = amir;
	assert_status(groei, groei_draft_get(groei, arena, "a", &draft), GROEI_NO);
	groei->who = groei->owner = me;
	assert_done(groei, groei_undo(groei, arena, &change));
	assert_string_equal(change.command, "person add");
	assert_done(groei, groei_draft_get(groei, arena, "a", &draft));
	groei_arena_close(arena);
	groei_close(groei);
}

static void a_draft_too_long_or_no_text_is_refused(void **state)
{
	struct groei *groei = open_fresh(state);
	char *text = malloc(GROEI_LONG_MAX + 2);
	struct rows before = rows_now(groei);

	assert_non_null(text);
	memset(text, 'x', GROEI_LONG_MAX + 1);
	text[GROEI_LONG_MAX + 1] = '\0';
	assert_status(groei, groei_draft_save(groei, "a", 0, text), GROEI_INVALID);
	assert_reason(groei, "text", "longer");
	assert_status(groei, groei_draft_save(groei, "a", 0, "ab\xff"), GROEI_INVALID);
	assert_reason(groei, "text", "UTF-8");
	assert_rows(groei, before);
	text[GROEI_LONG_MAX] = '\0';
	assert_done(groei, groei_draft_save(groei, "a", 0, text));
	free(text);
	groei_close(groei);
}

/* --- several sessions of one person ------------------------------------------------------- */

static void expect_draft(struct groei *groei, const char *place, const char *text, int own)
{
	struct groei_arena *arena = groei_arena_open();
	struct draft draft;

	assert_done(groei, groei_draft_get(groei, arena, place, &draft));
	assert_string_equal(draft.text, text);
	assert_int_equal(draft.own, own);
	groei_arena_close(arena);
}

/* The texts of all drafts, newest first: "b|a". */
static void expect_drafts(struct groei *groei, const char *texts)
{
	struct groei_arena *arena = groei_arena_open();
	struct groei_buffer found = {0};
	struct draft *drafts;
	size_t count = 0;

	assert_done(groei, groei_drafts(groei, arena, &drafts, &count));
	groei_buffer_text(&found, "");
	for (size_t i = 0; i < count; i++)
		groei_buffer_print(&found, "%s%s", i > 0 ? "|" : "", drafts[i].text);
	assert_string_equal(found.data == NULL ? "" : found.data, texts);
	groei_buffer_free(&found);
	groei_arena_close(arena);
}

static struct draft other_draft(struct groei *groei, struct groei_arena *arena, const char *text)
{
	struct draft *drafts;
	size_t count = 0;

	assert_done(groei, groei_drafts(groei, arena, &drafts, &count));
	for (size_t i = 0; i < count; i++) {
		if (strcmp(drafts[i].text, text) == 0)
			return drafts[i];
	}
	fail_msg("no draft “%s”", text);
	return (struct draft){0};
}

static void two_sessions_in_one_place_keep_both(void **state)
{
	struct groei *one = open_fresh(state), *two = open_at(state, TODAY), *three;

	assert_done(one, groei_draft_save(one, "a", 1, "one"));
	expect_draft(two, "a", "one", 0);
	assert_done(two, groei_draft_save(two, "a", 1, "two"));
	assert_done(one, groei_draft_save(one, "a", 1, "one, more"));
	expect_draft(one, "a", "one, more", 1);
	expect_draft(two, "a", "two", 1);
	expect_drafts(two, "one, more|two");
	/* Saved in the one: the other's stays, through its end. */
	assert_done(one, groei_draft_drop(one, "a"));
	expect_drafts(one, "two");
	groei_close(two);
	three = open_at(state, TODAY);
	expect_draft(three, "a", "two", 0);
	/* Not this session's own: dropping its own drops nothing. */
	assert_done(three, groei_draft_drop(three, "a"));
	expect_drafts(three, "two");
	groei_close(three);
	groei_close(one);
}

static void the_newest_comes_first_but_for_ones_own(void **state)
{
	struct groei *one = open_fresh(state), *two = open_at(state, TODAY),
	             *three = open_at(state, TODAY);

	assert_done(one, groei_draft_save(one, "a", 0, "one"));
	assert_done(two, groei_draft_save(two, "a", 0, "two"));
	assert_done(two, groei_draft_save(two, "b", 0, "elsewhere"));
	expect_draft(one, "a", "one", 1);
	expect_draft(three, "a", "two", 0);
	expect_drafts(three, "elsewhere|two|one");
	groei_close(three);
	groei_close(two);
	groei_close(one);
}

static void a_draft_is_taken_over_once(void **state)
{
	struct groei *one = open_fresh(state), *two = open_at(state, TODAY),
	             *three = open_at(state, TODAY);
	struct groei_arena *arena = groei_arena_open();
	struct draft draft;

	assert_done(one, groei_draft_save(one, "a", 5, "one"));
	assert_done(two, groei_draft_get(two, arena, "a", &draft));
	assert_done(two, groei_draft_take(two, &draft));
	expect_draft(two, "a", "one", 1);
	expect_draft(one, "a", "one", 0);
	/* Of two that want it, the second one is told. */
	assert_status(three, groei_draft_take(three, &draft), GROEI_NOT_FOUND);
	assert_reason(three, NULL, "gone");
	/* One's own already: fine. */
	assert_done(two, groei_draft_get(two, arena, "a", &draft));
	assert_int_equal(draft.revision, 5);
	assert_done(two, groei_draft_take(two, &draft));
	/* Who wrote it goes on typing: kept beside. */
	assert_done(one, groei_draft_save(one, "a", 5, "one, more"));
	expect_drafts(one, "one, more|one");
	assert_done(two, groei_draft_drop(two, "a"));
	expect_drafts(one, "one, more");
	groei_arena_close(arena);
	groei_close(three);
	groei_close(two);
	groei_close(one);
}

static void taking_over_loses_nothing_of_ones_own(void **state)
{
	struct groei *one = open_fresh(state), *two = open_at(state, TODAY);
	struct groei_arena *arena = groei_arena_open();
	struct draft draft;

	assert_done(one, groei_draft_save(one, "a", 0, "one"));
	assert_done(two, groei_draft_save(two, "a", 0, "two"));
	draft = other_draft(two, arena, "one");
	assert_status(two, groei_draft_take(two, &draft), GROEI_NO);
	assert_reason(two, NULL, "save or drop");
	expect_drafts(two, "two|one");
	expect_draft(two, "a", "two", 1);
	expect_draft(one, "a", "one", 1);
	groei_arena_close(arena);
	groei_close(two);
	groei_close(one);
}

static void exactly_one_is_forgotten(void **state)
{
	struct groei *one = open_fresh(state), *two = open_at(state, TODAY);
	struct groei_arena *arena = groei_arena_open();
	struct draft draft;

	assert_done(one, groei_draft_save(one, "a", 0, "one"));
	assert_done(one, groei_draft_save(one, "b", 0, "one in b"));
	assert_done(two, groei_draft_save(two, "a", 0, "two"));
	draft = other_draft(two, arena, "one");
	assert_done(two, groei_draft_forget(two, &draft));
	assert_done(two, groei_draft_forget(two, &draft));
	expect_drafts(two, "two|one in b");
	groei_arena_close(arena);
	groei_close(two);
	groei_close(one);
}

static void a_new_records_form_names_whom_it_is_for(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir Haddad");
	char code[GROEI_CODE_SIZE];
	struct draft draft = {.place = "form/goal/new"};

	assert_string_equal(groei_draft_name(groei, arena, &draft), "Form · Goal");
	draft.place = groei_arena_print(arena, "form/goal/new/%s", groei_code(amir, code));
	assert_string_equal(groei_draft_name(groei, arena, &draft), "Form · Goal, Amir Haddad");
	draft.place = "form/goal/new/zzzz";
	assert_string_equal(groei_draft_name(groei, arena, &draft), "Form · Goal");
	groei_arena_close(arena);
	groei_close(groei);
}

int main(void)
{
	cmocka_set_message_output(CM_OUTPUT_TAP);
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(drafts_are_kept_replaced_and_dropped),
	    cmocka_unit_test(drafts_leave_no_trace_in_the_journal_and_are_the_authors_own),
	    cmocka_unit_test(a_draft_too_long_or_no_text_is_refused),
	    cmocka_unit_test(two_sessions_in_one_place_keep_both),
	    cmocka_unit_test(the_newest_comes_first_but_for_ones_own),
	    cmocka_unit_test(a_draft_is_taken_over_once),
	    cmocka_unit_test(taking_over_loses_nothing_of_ones_own),
	    cmocka_unit_test(exactly_one_is_forgotten),
	    cmocka_unit_test(a_new_records_form_names_whom_it_is_for),
	};
	return support_run(ON_BOTH, tests, COUNT(tests));
}
