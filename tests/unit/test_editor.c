/* The editor model: what a person sees when keys are pressed, and a long random session compared
 * with a model too simple to be wrong. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tui/editor.h"

struct desk {
	struct editor *editor;
	struct groei_buffer clipboard;
};

static int desk_open(void **state)
{
	struct desk *desk = calloc(1, sizeof *desk);
	if (desk == NULL) {
		return -1;
	}
	desk->editor = editor_open(EDITOR_LINES, EDITOR_LIMIT, &desk->clipboard);
	*state = desk;
	return 0;
}

static int desk_close(void **state)
{
	struct desk *desk = *state;

	editor_close(desk->editor);
	groei_buffer_free(&desk->clipboard);
	free(desk);
	return 0;
}

static struct editor *loaded(void **state, const char *text)
{
	struct desk *desk = *state;

	editor_load(desk->editor, text, strlen(text));
	return desk->editor;
}

static void type(struct editor *editor, const char *text)
{
	for (size_t at = 0, next; text[at] != '\0'; at = next) {
		next = groei_text_next(text, strlen(text), at);
		assert_int_equal(editor_type(editor, text + at, next - at), EDITOR_DONE);
	}
}

static void assert_text(const struct editor *editor, const char *expected)
{
	assert_string_equal(editor_text(editor, NULL), expected);
}

static void typing_is_undone_word_by_word(void **state)
{
	struct editor *editor = loaded(state, "");

	type(editor, "calm in outage");
	assert_int_equal(editor_undo(editor), EDITOR_DONE);
	assert_text(editor, "calm in ");
	assert_int_equal(editor_undo(editor), EDITOR_DONE);
	assert_text(editor, "calm ");
	assert_int_equal(editor_redo(editor), EDITOR_DONE);
	assert_text(editor, "calm in ");
	type(editor, "x");
	assert_int_equal(editor_redo(editor), EDITOR_NOTHING);
	assert_text(editor, "calm in x");
}

static void erased_letters_come_back_at_once(void **state)
{
	struct editor *editor = loaded(state, "one two");

	for (int i = 0; i < 3; i++) {
		assert_int_equal(editor_delete(editor, EDITOR_LEFT), EDITOR_DONE);
	}
	assert_text(editor, "one ");
	assert_int_equal(editor_undo(editor), EDITOR_DONE);
	assert_text(editor, "one two");
	assert_int_equal(editor_cursor(editor), 7);
	assert_int_equal(editor_undo(editor), EDITOR_NOTHING);
}

static void paste_is_one_step_and_clean(void **state)
{
	struct editor *editor = loaded(state, "");
	const char *paste = "a\r\nb\rc\x1b[31m";

	assert_int_equal(editor_paste(editor, paste, strlen(paste)), EDITOR_DONE);
	assert_text(editor, "a\nb\nc\xEF\xBF\xBD[31m");
	assert_int_equal(editor_undo(editor), EDITOR_DONE);
	assert_text(editor, "");
}

static void typing_replaces_the_selection_and_undo_brings_it_back(void **state)
{
	struct editor *editor = loaded(state, "good work");

	editor_select(editor, EDITOR_WORD_LEFT);
	type(editor, "day");
	assert_text(editor, "good day");
	assert_int_equal(editor_undo(editor), EDITOR_DONE);
	assert_text(editor, "good work");
}

static void cut_and_paste_move_text(void **state)
{
	struct desk *desk = *state;
	struct editor *editor = loaded(state, "one two");

	editor_move(editor, EDITOR_TEXT_START);
	editor_select(editor, EDITOR_WORD_RIGHT);
	assert_int_equal(editor_cut(editor), EDITOR_DONE);
	assert_text(editor, "two");
	assert_string_equal(desk->clipboard.data, "one ");
	editor_move(editor, EDITOR_TEXT_END);
	assert_int_equal(editor_paste(editor, desk->clipboard.data, desk->clipboard.length),
	                 EDITOR_DONE);
	assert_text(editor, "twoone ");
	assert_int_equal(editor_copy(editor), EDITOR_NOTHING);
}

static void kill_takes_the_rest_of_the_paragraph_only(void **state)
{
	struct desk *desk = *state;
	struct editor *editor = loaded(state, "first line\nsecond");

	editor_go(editor, 5);
	assert_int_equal(editor_kill(editor, EDITOR_PARAGRAPH_END), EDITOR_DONE);
	assert_text(editor, "first\nsecond");
	assert_string_equal(desk->clipboard.data, " line");
	assert_int_equal(editor_kill(editor, EDITOR_PARAGRAPH_END), EDITOR_NOTHING);
	assert_int_equal(editor_kill(editor, EDITOR_PARAGRAPH_START), EDITOR_DONE);
	assert_text(editor, "\nsecond");
}

static void cursor_passes_whole_clusters(void **state)
{
	/* family emoji, flag, e with acute as two code points */
	struct editor *editor = loaded(state, "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9"
	                                      "\xF0\x9F\x87\xB3\xF0\x9F\x87\xB1"
	                                      "e\xCC\x81");

	editor_move(editor, EDITOR_LEFT);
	assert_int_equal(editor_cursor(editor), 19);
	editor_move(editor, EDITOR_LEFT);
	assert_int_equal(editor_cursor(editor), 11);
	assert_int_equal(editor_delete(editor, EDITOR_LEFT), EDITOR_DONE);
	assert_text(editor, "\xF0\x9F\x87\xB3\xF0\x9F\x87\xB1"
	                    "e\xCC\x81");
	editor_go(editor, 3);
	assert_int_equal(editor_cursor(editor), 0);
}

static void up_and_down_follow_the_lines_on_the_screen(void **state)
{
	struct editor *editor = loaded(state, "abcdef gh ijklmno\nx\nlonger line");
	int cells;

	editor_wrap(editor, 10);
	assert_int_equal(editor_lines(editor), 5);
	editor_go(editor, 6);
	editor_move(editor, EDITOR_DOWN);
	assert_int_equal(editor_cursor_line(editor, &cells), 1);
	assert_int_equal(cells, 6);
	editor_move(editor, EDITOR_DOWN);
	assert_int_equal(editor_cursor_line(editor, &cells), 2);
	assert_int_equal(cells, 1);
	editor_move(editor, EDITOR_DOWN);
	assert_int_equal(editor_cursor_line(editor, &cells), 3);
	assert_int_equal(cells, 6);
	editor_move(editor, EDITOR_UP);
	editor_move(editor, EDITOR_UP);
	editor_move(editor, EDITOR_UP);
	assert_int_equal(editor_cursor(editor), 6);
	editor_move(editor, EDITOR_UP);
	assert_int_equal(editor_cursor(editor), 0);
}

static void home_and_end_stay_on_the_line_on_the_screen(void **state)
{
	struct editor *editor = loaded(state, "abcdef ghijklmnopqrstu");
	int cells;

	editor_wrap(editor, 10);
	editor_go(editor, 2);
	editor_move(editor, EDITOR_LINE_END);
	assert_int_equal(editor_cursor(editor), 6);
	editor_go(editor, 9);
	editor_move(editor, EDITOR_LINE_END);
	assert_int_equal(editor_cursor_line(editor, &cells), 1);
	editor_move(editor, EDITOR_LINE_START);
	assert_int_equal(editor_cursor(editor), 7);
}

static void a_full_text_refuses_and_keeps_what_is_there(void **state)
{
	struct desk *desk = *state;
	struct editor *editor = editor_open(EDITOR_LINES, 5, &desk->clipboard);

	type(editor, "12345");
	unsigned long changes = editor_changes(editor);
	assert_int_equal(editor_type(editor, "6", 1), EDITOR_FULL);
	assert_text(editor, "12345");
	assert_int_equal(editor_changes(editor), changes);
	editor_select_all(editor);
	assert_int_equal(editor_paste(editor, "abc", 3), EDITOR_DONE);
	assert_text(editor, "abc");
	editor_load(editor, "caf\xC3\xA9s", 6);
	assert_text(editor, "caf\xC3\xA9");
	editor_close(editor);
}

static void one_line_holds_no_newline(void **state)
{
	struct desk *desk = *state;
	struct editor *editor = editor_open(EDITOR_ONE_LINE, 100, &desk->clipboard);

	assert_int_equal(editor_paste(editor, "a\r\nb\tc", 6), EDITOR_DONE);
	assert_text(editor, "a b c");
	editor_wrap(editor, 2);
	assert_int_equal(editor_lines(editor), 1);
	editor_close(editor);
}

static void text_from_outside_is_one_step(void **state)
{
	struct editor *editor = loaded(state, "before");
	unsigned long changes = editor_changes(editor);

	assert_int_equal(editor_replace(editor, "before", 6), EDITOR_NOTHING);
	assert_int_equal(editor_changes(editor), changes);
	assert_int_equal(editor_replace(editor, "after\n", 6), EDITOR_DONE);
	assert_text(editor, "after\n");
	assert_true(editor_changes(editor) != changes);
	assert_int_equal(editor_undo(editor), EDITOR_DONE);
	assert_text(editor, "before");
}

static void old_steps_are_forgotten_but_never_wrong(void **state)
{
	struct editor *editor = loaded(state, "");
	int steps = 0;

	for (int i = 0; i < 3000; i++) {
		assert_int_equal(editor_paste(editor, "x", 1), EDITOR_DONE);
	}
	while (editor_undo(editor) == EDITOR_DONE) {
		steps++;
	}
	size_t left;
	(void)editor_text(editor, &left);
	assert_in_range(steps, 500, 1000);
	assert_int_equal(left, 3000 - steps);
}

/* A random session. The plain model: a string and a cursor, every boundary found from the start. */

struct plain {
	char text[1 << 16];
	size_t length;
	size_t cursor;
};

static unsigned roll(uint64_t *seed, unsigned sides)
{
	*seed = *seed * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(*seed >> 33) % sides;
}

static size_t plain_boundary(const struct plain *plain, size_t at, bool *exact_out)
{
	size_t place = 0;

	while (place < at) {
		place = groei_text_next(plain->text, plain->length, place);
	}
	*exact_out = place == at;
	return place;
}

static size_t plain_before(const struct plain *plain)
{
	size_t before = 0;

	for (size_t place = 0; place < plain->cursor;
	     place = groei_text_next(plain->text, plain->length, place)) {
		before = place;
	}
	return before;
}

static void plain_splice(struct plain *plain, size_t at, size_t removed, const char *text)
{
	size_t added = strlen(text);
	bool exact;

	memmove(plain->text + at + added, plain->text + at + removed,
	        plain->length - at - removed + 1);
	memcpy(plain->text + at, text, added);
	plain->length = plain->length - removed + added;
	plain->cursor = plain_boundary(plain, at + added, &exact);
}

static void assert_lines_as_if_wrapped_whole(const struct editor *editor, int width)
{
	struct groei_arena *arena = groei_arena_open();
	struct groei_line *lines;
	size_t length;
	const char *text = editor_text(editor, &length);
	size_t count = groei_text_wrap(arena, text, length, width, &lines);

	assert_int_equal(editor_lines(editor), count);
	for (size_t i = 0; i < count; i++) {
		struct groei_line line = editor_line(editor, i);
		assert_int_equal(line.start, lines[i].start);
		assert_int_equal(line.length, lines[i].length);
		assert_int_equal(line.next, lines[i].next);
		assert_int_equal(line.hard, lines[i].hard);
	}
	groei_arena_close(arena);
}

static const char *const pieces[] = {
	"a", "b", " ", "\n", "word ", "longer words here, and more; ", "-", "  ",
	"\xC3\xA9", "e\xCC\x81", "\xCC\x81", "\xE4\xB8\xAD\xE6\x96\x87", "(", ") ", "\"",
	"1,000.5 ",
	"\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9", "\n\n",
	"unbrokenunbrokenunbrokenunbrokenunbroken", "https://example.org/a/b?c=d ",
};

static void random_round(struct editor *editor, struct plain *plain, uint64_t *seed)
{
	size_t count = sizeof pieces / sizeof *pieces;
	const char *piece = pieces[roll(seed, (unsigned)count)];

	switch (roll(seed, 10)) {
	case 0:
	case 1:
	case 2:
	case 3:
		assert_int_equal(editor_type(editor, piece, strlen(piece)), EDITOR_DONE);
		plain_splice(plain, plain->cursor, 0, piece);
		break;
	case 4:
	case 5:
		if (plain->cursor > 0) {
			size_t before = plain_before(plain);
			assert_int_equal(editor_delete(editor, EDITOR_LEFT), EDITOR_DONE);
			plain_splice(plain, before, plain->cursor - before, "");
		}
		break;
	case 6:
		if (plain->cursor < plain->length) {
			size_t next = groei_text_next(plain->text, plain->length, plain->cursor);
			assert_int_equal(editor_delete(editor, EDITOR_RIGHT), EDITOR_DONE);
			plain_splice(plain, plain->cursor, next - plain->cursor, "");
		}
		break;
	case 7: {
		size_t at = roll(seed, (unsigned)plain->length + 1);
		bool exact;
		size_t place = plain_boundary(plain, at, &exact);
		editor_go(editor, place);
		plain->cursor = place;
		break;
	}
	case 8: {
		size_t from = plain->cursor;
		enum editor_place places[] = {EDITOR_UP, EDITOR_DOWN, EDITOR_WORD_LEFT,
		                              EDITOR_LINE_END, EDITOR_PAGE_DOWN};
		editor_select(editor, places[roll(seed, 5)]);
		size_t to = editor_cursor(editor);
		size_t low = from < to ? from : to;
		if (from != to) {
			assert_int_equal(editor_paste(editor, piece, strlen(piece)), EDITOR_DONE);
			plain_splice(plain, low, from + to - 2 * low, piece);
		}
		editor_select_none(editor);
		break;
	}
	default:
		if (plain->length > 3000) {
			size_t length;
			editor_go(editor, 1000);
			editor_select(editor, EDITOR_TEXT_END);
			size_t at;
			if (editor_selection(editor, &at, &length)) {
				assert_int_equal(editor_delete(editor, EDITOR_LEFT), EDITOR_DONE);
				plain_splice(plain, at, plain->length - at, "");
			}
		}
	}
}

static void random_session_equals_the_plain_model(void **state)
{
	uint64_t seed = 20260101;
	struct plain *plain = calloc(1, sizeof *plain);
	assert_non_null(plain);

	for (int session = 0; session < 20; session++) {
		struct editor *editor = loaded(state, "start");
		int width = 1 + (int)roll(&seed, 60);
		int steps = 0;

		editor_wrap(editor, width);
		*plain = (struct plain){.text = "start", .length = 5, .cursor = 5};
		for (int round = 0; round < 400; round++) {
			random_round(editor, plain, &seed);
			bool exact;
			plain_boundary(plain, editor_cursor(editor), &exact);
			assert_true(exact);
			assert_text(editor, plain->text);
			assert_int_equal(editor_cursor(editor), plain->cursor);
			assert_lines_as_if_wrapped_whole(editor, width);
		}
		for (; editor_undo(editor) == EDITOR_DONE; steps++) {
			assert_lines_as_if_wrapped_whole(editor, width);
		}
		assert_text(editor, "start");
		for (; editor_redo(editor) == EDITOR_DONE; steps--) {
			assert_lines_as_if_wrapped_whole(editor, width);
		}
		assert_int_equal(steps, 0);
		assert_text(editor, plain->text);
	}
	free(plain);
}

int main(void)
{
	cmocka_set_message_output(CM_OUTPUT_TAP);
	if (setlocale(LC_CTYPE, "C.UTF-8") == NULL) {
		return 1;
	}
#define TEST(function) cmocka_unit_test_setup_teardown(function, desk_open, desk_close)
	const struct CMUnitTest tests[] = {
		TEST(typing_is_undone_word_by_word),
		TEST(erased_letters_come_back_at_once),
		TEST(paste_is_one_step_and_clean),
		TEST(typing_replaces_the_selection_and_undo_brings_it_back),
		TEST(cut_and_paste_move_text),
		TEST(kill_takes_the_rest_of_the_paragraph_only),
		TEST(cursor_passes_whole_clusters),
		TEST(up_and_down_follow_the_lines_on_the_screen),
		TEST(home_and_end_stay_on_the_line_on_the_screen),
		TEST(a_full_text_refuses_and_keeps_what_is_there),
		TEST(one_line_holds_no_newline),
		TEST(text_from_outside_is_one_step),
		TEST(old_steps_are_forgotten_but_never_wrong),
		TEST(random_session_equals_the_plain_model),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
