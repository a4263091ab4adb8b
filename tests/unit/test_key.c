/* Keys from the bytes that terminals send: what is pressed is understood, what is not understood is
 * never typed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "tui/key.h"

static enum decode_result decode(const char *bytes, enum decode_end end, struct key *key_out,
                                 size_t *used_out)
{
	return key_decode((const unsigned char *)bytes, strlen(bytes), end, NULL, key_out,
	                  used_out);
}

static const struct {
	const char *bytes;
	const char *name;
} strokes[] = {
	{"a", "a"},
	{"A", "A"},
	{" ", "space"},
	{"\xC3\xA9", "\xC3\xA9"},
	{"\xE4\xB8\xAD", "\xE4\xB8\xAD"},
	{"\xF0\x9F\x8C\xB1", "\xF0\x9F\x8C\xB1"},
	{"\x01", "ctrl-a"},
	{"\x1A", "ctrl-z"},
	{"\x1F", "ctrl-_"},
	{"\r", "enter"},
	{"\n", "enter"},
	{"\t", "tab"},
	{"\x7F", "backspace"},
	{"\b", "backspace"},
	{"\x1B[A", "up"},
	{"\x1BOB", "down"},
	{"\x1B[1;5C", "ctrl-right"},
	{"\x1B[1;2D", "shift-left"},
	{"\x1B[1;6D", "ctrl-shift-left"},
	{"\x1B[1;3D", "alt-left"},
	{"\x1BOd", "ctrl-left"},
	{"\x1B[d", "shift-left"},
	{"\x1B[Z", "shift-tab"},
	{"\x1B[H", "home"},
	{"\x1B[7~", "home"},
	{"\x1B[7$", "shift-home"},
	{"\x1B[4~", "end"},
	{"\x1B[5~", "pgup"},
	{"\x1B[6;5~", "ctrl-pgdn"},
	{"\x1B[3~", "delete"},
	{"\x1BOP", "f1"},
	{"\x1B[11~", "f1"},
	{"\x1B[[A", "f1"},
	{"\x1B[1;2P", "shift-f1"},
	{"\x1B[24~", "f12"},
	{"\x1B[97;5u", "ctrl-a"},
	{"\x1B[27;5;13~", "ctrl-enter"},
	{"\x1B" "b", "alt-b"},
	{"\x1B\x7F", "alt-backspace"},
	{"\x1B\x1B[D", "alt-left"},
	{"\x1B[<64;3;4M", "wheelup"},
};

static void strokes_are_understood(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof strokes / sizeof *strokes; i++) {
		struct key key = {.code = K_NONE};
		struct key named = {.code = K_NONE};
		size_t used = 0;
		print_message("# %s\n", strokes[i].name);
		assert_true(key_parse(strokes[i].name, &named));
		assert_int_equal(decode(strokes[i].bytes, DECODE_OPEN, &key, &used), DECODE_KEY);
		assert_int_equal(used, strlen(strokes[i].bytes));
		assert_true(key_same(&key, &named));
	}
}

static void a_stroke_that_comes_in_pieces_waits_for_the_rest(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof strokes / sizeof *strokes; i++) {
		size_t length = strlen(strokes[i].bytes);
		for (size_t part = 1; part < length; part++) {
			struct key key;
			size_t used;
			assert_int_equal(key_decode((const unsigned char *)strokes[i].bytes, part,
			                            DECODE_OPEN, NULL, &key, &used),
			                 DECODE_MORE);
		}
	}
}

static void a_click_has_its_place(void **state)
{
	struct key key;
	size_t used;

	(void)state;
	assert_int_equal(decode("\x1B[<0;12;5M", DECODE_OPEN, &key, &used), DECODE_KEY);
	assert_int_equal(key.code, K_CLICK);
	assert_int_equal(key.row, 4);
	assert_int_equal(key.column, 11);
	assert_int_equal(decode("\x1B[<0;12;5m", DECODE_OPEN, &key, &used), DECODE_SKIP);
}

static void strange_sequences_are_swallowed_whole(void **state)
{
	static const char *const strange[] = {
		"\x1B[?1;2c",
		"\x1B]11;rgb:0000/0000/0000\x1B\\",
		"\x1B]0;title\x07",
		"\x1BP1$r0m\x1B\\",
		"\x1B_payload\x1B\\",
		"\x1B[?2026;1$y",
		"\x1B[I",
		"\x1B[24;80R",
		"\x1B[99~",
		"\x1B[201~",
	};

	(void)state;
	for (size_t i = 0; i < sizeof strange / sizeof *strange; i++) {
		struct key key;
		size_t used = 0;
		assert_int_equal(decode(strange[i], DECODE_OPEN, &key, &used), DECODE_SKIP);
		assert_int_equal(used, strlen(strange[i]));
	}
}

static void a_lone_escape_answers_when_nothing_follows(void **state)
{
	struct key key;
	size_t used;

	(void)state;
	assert_int_equal(decode("\x1B", DECODE_OPEN, &key, &used), DECODE_MORE);
	assert_int_equal(decode("\x1B", DECODE_CLOSED, &key, &used), DECODE_KEY);
	assert_int_equal(key.code, K_ESCAPE);
	assert_int_equal(decode("\x1B\x1B", DECODE_CLOSED, &key, &used), DECODE_KEY);
	assert_int_equal(key.code, K_ESCAPE);
	assert_int_equal(used, 1);
}

static void a_paste_begins(void **state)
{
	struct key key;
	size_t used;

	(void)state;
	assert_int_equal(decode("\x1B[200~text", DECODE_OPEN, &key, &used), DECODE_PASTE);
	assert_int_equal(used, 6);
}

static void the_terminals_own_sequences_come_first(void **state)
{
	const struct key_sequence own[] = {
		{"\x1B[x", {.code = K_F12}},
		{NULL, {.code = K_NONE}},
	};
	struct key key;
	size_t used;

	(void)state;
	assert_int_equal(key_decode((const unsigned char *)"\x1B[x", 3, DECODE_OPEN, own, &key,
	                            &used),
	                 DECODE_KEY);
	assert_int_equal(key.code, K_F12);
}

static void any_bytes_come_to_an_end(void **state)
{
	uint64_t seed = 1;
	unsigned char bytes[64];

	(void)state;
	for (int round = 0; round < 200000; round++) {
		size_t length = 1 + (size_t)round % sizeof bytes;
		for (size_t i = 0; i < length; i++) {
			seed = seed * 6364136223846793005u + 1442695040888963407u;
			unsigned dice = (unsigned)(seed >> 33);
			bytes[i] = (unsigned char)(dice / 3);
			if (dice % 3 == 0) {
				bytes[i] = (unsigned char)"\x1B[O];~M<$0"[dice / 3 % 10];
			}
		}
		for (size_t at = 0; at < length;) {
			struct key key = {.code = K_NONE};
			size_t used = 0;
			enum decode_result result = key_decode(bytes + at, length - at,
			                                       DECODE_CLOSED, NULL, &key, &used);
			assert_int_not_equal(result, DECODE_MORE);
			assert_in_range(used, 1, length - at);
			char text[5];
			size_t size = result == DECODE_KEY ? key_text(&key, text) : 0;
			assert_true(size == 0 || (unsigned char)text[0] >= ' ');
			at += used;
		}
	}
}

static void names_are_read_and_shown(void **state)
{
	static const char *const wrong[] = {"", "f13", "f0", "ctrl-", "enterr", "ab", "hyper-a"};
	struct key key = {.code = K_UP};
	char label[32];

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		assert_false(key_parse(wrong[i], &key));
		assert_int_equal(key.code, K_UP);
	}
	assert_true(key_parse("Ctrl-A", &key));
	assert_true(key_is(&key, 'a', K_CTRL));
	key_label(&key, label, sizeof label);
	assert_string_equal(label, "Ctrl-A");
	assert_true(key_parse("-", &key));
	key_label(&key, label, sizeof label);
	assert_string_equal(label, "-");
	assert_true(key_parse("shift-tab", &key));
	key_label(&key, label, sizeof label);
	assert_string_equal(label, "Shift-Tab");
	assert_true(key_parse("f10", &key));
	key_label(&key, label, sizeof label);
	assert_string_equal(label, "F10");
}

int main(void)
{
	cmocka_set_message_output(CM_OUTPUT_TAP);
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(strokes_are_understood),
		cmocka_unit_test(a_stroke_that_comes_in_pieces_waits_for_the_rest),
		cmocka_unit_test(a_click_has_its_place),
		cmocka_unit_test(strange_sequences_are_swallowed_whole),
		cmocka_unit_test(a_lone_escape_answers_when_nothing_follows),
		cmocka_unit_test(a_paste_begins),
		cmocka_unit_test(the_terminals_own_sequences_come_first),
		cmocka_unit_test(any_bytes_come_to_an_end),
		cmocka_unit_test(names_are_read_and_shown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
