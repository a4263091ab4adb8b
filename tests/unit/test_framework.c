/* The framework file: what it says, what is refused and where, and that the shipped one says what groei
 * brings. Run from the top folder. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <groei/data.h>

#include "core/core.h"

static enum groei_status read_text(struct groei_arena *arena, const char *text,
                                   struct framework *framework_out, struct template_error **errors,
                                   size_t *count)
{
	*errors = NULL;
	*count = 0;
	return framework_read(arena, "framework.yaml", text, strlen(text), framework_out, errors,
	                      count);
}

static void the_shipped_file_says_what_groei_brings(void **state)
{
	struct groei_arena *arena = groei_arena_open();
	const struct framework *brings = framework_builtin();
	struct framework shipped;
	struct template_error *errors;
	size_t count;

	(void)state;
	assert_int_equal(read_text(arena, groei_data("framework.yaml", NULL), &shipped, &errors, &count),
	                 GROEI_OK);
	assert_non_null(shipped.about.in[GROEI_DUTCH]);
	assert_non_null(shipped.about.in[GROEI_ENGLISH]);
	assert_string_equal(shipped.cadence, brings->cadence);
	assert_int_equal(shipped.formal_a_year, brings->formal_a_year);
	assert_int_equal(shipped.talks_a_day, brings->talks_a_day);
	assert_int_equal(shipped.stalled_days, brings->stalled_days);
	assert_int_equal(shipped.silent_days, brings->silent_days);
	assert_int_equal(shipped.confidence, brings->confidence);
	assert_int_equal(shipped.people_to_show, brings->people_to_show);
	assert_int_equal(shipped.retention_months, brings->retention_months);
	assert_int_equal(shipped.moments_shared, brings->moments_shared);
	for (int i = 0; i < FRAMEWORK_FORMATS; i++) {
		assert_string_equal(shipped.format[i].template, brings->format[i].template);
		assert_int_equal(shipped.format[i].formal, brings->format[i].formal);
		assert_int_equal(shipped.format[i].minutes, brings->format[i].minutes);
	}
	groei_arena_close(arena);
}

/* The formats are those of conversations, in their order. */
static void every_format_of_conversation_is_there(void **state)
{
	const struct groei_field *format = groei_field(groei_table(GROEI_CONVERSATION), "format");
	struct groei_arena *arena = groei_arena_open();
	struct template_error *errors;
	size_t count;

	(void)state;
	for (int i = 0; format->choices[i].code != NULL; i++) {
		struct framework framework;
		const char *text = groei_arena_print(arena, "formats:\n  %s: {minutes: 55}\n",
		                                     format->choices[i].code);

		assert_in_range(i, 0, FRAMEWORK_FORMATS - 1);
		assert_non_null(framework_builtin()->format[i].template);
		assert_int_equal(read_text(arena, text, &framework, &errors, &count), GROEI_OK);
		for (int j = 0; j < FRAMEWORK_FORMATS; j++)
			assert_int_equal(framework.format[j].minutes,
			                 i == j ? 55 : framework_builtin()->format[j].minutes);
	}
	groei_arena_close(arena);
}

static void what_is_left_out_stays_as_groei_brings_it(void **state)
{
	struct groei_arena *arena = groei_arena_open();
	struct framework framework;
	struct template_error *errors;
	size_t count;

	(void)state;
	assert_int_equal(read_text(arena, "cadence: 3 weken\nmoments: private\n", &framework, &errors,
	                           &count), GROEI_OK);
	assert_string_equal(framework.cadence, "3w");
	assert_int_equal(framework.moments_shared, CHOICE_NO_SECOND);
	assert_int_equal(framework.talks_a_day, framework_builtin()->talks_a_day);
	groei_arena_close(arena);
}

static void what_is_wrong_is_told_with_its_place(void **state)
{
	static const struct {
		const char *text;
		int line, column;
		const char *says;
	} rows[] = {
	    {"cadence: often\n", 1, 10, "a rhythm such as"},
	    {"cadense: 4w\n", 1, 1, "did you mean \"cadence\""},
	    {"talks-a-day: 0\n", 1, 14, "from 1 to 20"},
	    {"talks-a-day: 3\ntalks-a-day: 4\n", 2, 1, "duplicate key"},
	    {"people-to-show: 2\n", 1, 17, "from 3 to 100"},
	    {"moments: open\n", 1, 10, "shared, private"},
	    {"formats: [growth]\n", 1, 10, "a map of formats"},
	    {"formats:\n  growth: {formal: perhaps}\n", 2, 20, "no, yes"},
	    {"formats:\n  groth: {formal: yes}\n", 2, 3, "did you mean \"growth\""},
	    {"about: {nl: Hallo}\nlanguages: [nl, en]\n", 1, 8, "no text in \"en\""},
	    {"- a\n", 1, 1, "in the framework"},
	    {"cadence: *x\n", 1, 10, "alias"},
	};
	struct groei_arena *arena = groei_arena_open();

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct framework framework = {.talks_a_day = -7};
		struct template_error *errors;
		size_t count;

		if (read_text(arena, rows[i].text, &framework, &errors, &count) != GROEI_INVALID)
			fail_msg("accepted: %s", rows[i].text);
		assert_int_equal(framework.talks_a_day, -7);
		assert_true(count > 0);
		if (strcmp(rows[i].text, "- a\n") != 0 && strstr(errors[0].text, rows[i].says) == NULL)
			fail_msg("“%s” does not say “%s”", errors[0].text, rows[i].says);
		assert_int_equal(errors[0].line, rows[i].line);
		assert_int_equal(errors[0].column, rows[i].column);
	}
	groei_arena_close(arena);
}

static void every_key_is_shipped_and_documented(void **state)
{
	const char *shipped = groei_data("framework.yaml", NULL), *key;
	char text[64 * 1024];
	FILE *file = fopen("docs/framework-format.md", "r");

	(void)state;
	assert_non_null(file);
	text[fread(text, 1, sizeof text - 1, file)] = '\0';
	fclose(file);
	assert_non_null(framework_key(0));
	for (size_t i = 0; (key = framework_key(i)) != NULL; i++) {
		char row[80], start[80];

		snprintf(row, sizeof row, "\n| `%s` |", key);
		snprintf(start, sizeof start, "\n%s:", key);
		if (strstr(text, row) == NULL)
			fail_msg("docs/framework-format.md has no row for %s", key);
		if (strstr(shipped, start) == NULL)
			fail_msg("data/framework.yaml does not show %s", key);
	}
}

int main(void)
{
	cmocka_set_message_output(CM_OUTPUT_TAP);
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_shipped_file_says_what_groei_brings),
	    cmocka_unit_test(every_format_of_conversation_is_there),
	    cmocka_unit_test(what_is_left_out_stays_as_groei_brings_it),
	    cmocka_unit_test(what_is_wrong_is_told_with_its_place),
	    cmocka_unit_test(every_key_is_shipped_and_documented),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
