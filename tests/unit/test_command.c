/* The command table against the field table: every row has what help, parsing and completion need. And
 * the way from words to a row. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "command/call.h"
#include "command/help.h"

static int rows(const struct groei_command **first_out)
{
	int count = 0;

	*first_out = groei_commands();
	while ((*first_out)[count].verb != NULL)
		count++;
	return count;
}

static void every_row_is_whole(void **state)
{
	const struct groei_command *row;
	int count = rows(&row);

	(void)state;
	assert_true(count > 30);
	for (int i = 0; i < count; i++) {
		assert_non_null(row[i].run);
		assert_non_null(row[i].arguments);
		assert_non_null(row[i].options);
		assert_true(strlen(row[i].help) > 10);
		assert_int_equal(row[i].help[strlen(row[i].help) - 1], '.');
		for (int j = 0; j < i; j++)
			if (row[i].noun != NULL && row[j].noun != NULL &&
			    strcmp(row[i].noun, row[j].noun) == 0)
				assert_string_not_equal(row[i].verb, row[j].verb);
			else if (row[i].noun == NULL && row[j].noun == NULL)
				assert_string_not_equal(row[i].verb, row[j].verb);
	}
}

static void no_noun_is_a_verb_of_its_own(void **state)
{
	const struct groei_command *row;
	int count = rows(&row);

	(void)state;
	for (int i = 0; i < count; i++)
		for (int j = 0; j < count; j++)
			if (row[i].noun != NULL && row[j].noun == NULL)
				assert_string_not_equal(row[i].noun, row[j].verb);
}

/* Every word in its place is a field of the noun or has a hint, and optional ones come last. */
static void every_word_is_known(void **state)
{
	const struct groei_command *row;
	int count = rows(&row);

	(void)state;
	for (int i = 0; i < count; i++) {
		const struct groei_table *table =
		    row[i].noun != NULL ? groei_table_named(row[i].noun) : NULL;
		struct groei_arena *arena = groei_arena_open();
		struct command_argument argument;
		const char *at = row[i].arguments;
		int optional = 0;
		int rest = 0;

		while (command_argument_next(&at, &argument)) {
			const char *name = groei_arena_copy(arena, argument.name, argument.length);

			assert_true((table != NULL && groei_field(table, name) != NULL) ||
			            command_hint(name, strlen(name)) != NULL);
			assert_false(optional && !argument.optional);
			assert_false(rest);
			optional = argument.optional;
			rest = argument.rest;
		}
		groei_arena_close(arena);
	}
}

static void every_option_has_a_hint_and_a_clear_name(void **state)
{
	const struct groei_command *row;
	int count = rows(&row);

	(void)state;
	for (int i = 0; i < count; i++) {
		struct groei_arena *arena = groei_arena_open();
		struct command_option_walk walk = {row[i].options, 0};
		struct command_option option;

		while (command_option_next(&row[i], &walk, &option)) {
			assert_true(strlen(help_hint(&option)) > 2);
			assert_int_equal(groei_command_takes(&row[i], command_option_name(arena, &option)),
			                 option.has_value ? 2 : 1);
			if (option.has_value)
				assert_true(strlen(help_value(arena, &option)) > 0);
		}
		groei_arena_close(arena);
	}
}

static void every_global_option_has_help(void **state)
{
	int count = 0;

	(void)state;
	for (const struct groei_option *option = groei_global_options(); option->name != NULL; option++) {
		assert_true(strlen(option->help) > 5);
		count++;
	}
	assert_true(count > 8);
}

/* What people may set is an option of add; what they may change, of edit. */
static void every_editable_field_is_an_option(void **state)
{
	static const char *const nouns[] = {"person", "team", "conversation", "goal", "action"};
	static const char *const verbs[] = {"add", "edit"};

	(void)state;
	for (size_t n = 0; n < sizeof nouns / sizeof *nouns; n++)
		for (size_t v = 0; v < 2; v++) {
			struct groei_arena *arena = groei_arena_open();
			const struct groei_table *table = groei_table_named(nouns[n]);
			const char *const words[] = {nouns[n], verbs[v]};
			const struct groei_command *command = NULL;
			const char *why = NULL;
			int used = 0;

			assert_int_equal(groei_command_find(arena, 2, words, &command, &used, &why), GROEI_OK);
			for (size_t i = 0; i < table->field_count; i++) {
				const struct groei_field *field = &table->fields[i];
				int may = !(field->flags & FIELD_DERIVED) &&
				          !(v == 1 && field->flags & FIELD_FIXED);

				assert_int_equal(groei_command_takes(command, field->name), may ? 2 : 0);
			}
			groei_arena_close(arena);
		}
}

static void every_row_has_a_usage_line(void **state)
{
	const struct groei_command *row;
	int count = rows(&row);
	struct groei_arena *arena = groei_arena_open();

	(void)state;
	for (int i = 0; i < count; i++) {
		const char *line = help_usage(arena, &row[i]);
		const char *start = groei_arena_print(arena, "groei %s", command_name(arena, &row[i]));

		assert_memory_equal(line, start, strlen(start));
	}
	groei_arena_close(arena);
}

static enum groei_status find(struct groei_arena *arena, const char *line, char *name_out,
                              const char **why_out)
{
	const struct groei_command *command = NULL;
	const char **argv = NULL;
	int argc = 0;
	int used = 0;
	enum groei_status status;

	assert_int_equal(groei_command_split(arena, line, &argc, &argv), GROEI_OK);
	status = groei_command_find(arena, argc, argv, &command, &used, why_out);
	if (status == GROEI_OK)
		strcpy(name_out, command_name(arena, command));
	return status;
}

static void words_find_rows_by_unique_start(void **state)
{
	struct groei_arena *arena = groei_arena_open();
	char name[64];
	const char *why = NULL;

	(void)state;
	assert_int_equal(find(arena, "goal add amir x", name, &why), GROEI_OK);
	assert_string_equal(name, "goal add");
	assert_int_equal(find(arena, "g mo", name, &why), GROEI_OK);
	assert_string_equal(name, "goal move");
	assert_int_equal(find(arena, "tod", name, &why), GROEI_OK);
	assert_string_equal(name, "today");
	assert_int_equal(find(arena, "conv pl", name, &why), GROEI_OK);
	assert_string_equal(name, "conversation plan");
	assert_int_equal(find(arena, "t", name, &why), GROEI_USAGE);
	assert_non_null(strstr(why, "today"));
	assert_non_null(strstr(why, "template"));
	assert_int_equal(find(arena, "gaol add", name, &why), GROEI_USAGE);
	assert_non_null(strstr(why, "goal"));
	assert_int_equal(find(arena, "goal", name, &why), GROEI_USAGE);
	assert_non_null(strstr(why, "move"));
	assert_int_equal(find(arena, "", name, &why), GROEI_USAGE);
	assert_int_equal(find(arena, "compl", name, &why), GROEI_OK);
	assert_string_equal(name, "completion");
	groei_arena_close(arena);
}

static void lines_split_into_words(void **state)
{
	struct groei_arena *arena = groei_arena_open();
	const char **argv = NULL;
	int argc = 0;

	(void)state;
	assert_int_equal(groei_command_split(arena, " goal  add 'SQL for' \"re \\\" port\" a\\ b ''",
	                                     &argc, &argv),
	                 GROEI_OK);
	assert_int_equal(argc, 6);
	assert_string_equal(argv[0], "goal");
	assert_string_equal(argv[2], "SQL for");
	assert_string_equal(argv[3], "re \" port");
	assert_string_equal(argv[4], "a b");
	assert_string_equal(argv[5], "");
	assert_int_equal(groei_command_split(arena, "it's", &argc, &argv), GROEI_USAGE);
	assert_int_equal(groei_command_split(arena, "a\\", &argc, &argv), GROEI_USAGE);
	assert_int_equal(groei_command_split(arena, "   ", &argc, &argv), GROEI_OK);
	assert_int_equal(argc, 0);
	groei_arena_close(arena);
}

static void json_strings_cannot_reach_a_terminal(void **state)
{
	struct groei_buffer out = {0};

	(void)state;
	json_quote(&out, "a\"\\\n\t\033[31m\x7f\xc2\x9b é€ \xe2\x80\xae \xe2\x81\xa6 \xe2\x80\xa6");
	assert_string_equal(out.data, "\"a\\\"\\\\\\n\\t\\u001b[31m\\u007f\\u009b é€ \\u202e \\u2066 …\"");
	groei_buffer_free(&out);
}

static int keep(void *context, const char *bytes, size_t length)
{
	groei_buffer_add(context, bytes, length);
	return 0;
}

static enum groei_status run(struct groei_arena *arena, struct groei_buffer *out, const char *line,
                             const char **why_out)
{
	const struct groei_output output = {.write = keep, .context = out};
	const struct groei_input input = {.sure = 0};
	const char **argv = NULL;
	int argc = 0;

	assert_int_equal(groei_command_split(arena, line, &argc, &argv), GROEI_OK);
	return groei_command_run(NULL, arena, argc, argv, &output, &input, NULL, why_out);
}

static void commands_without_a_store_run_without_one(void **state)
{
	struct groei_arena *arena = groei_arena_open();
	struct groei_buffer out = {0};
	const char *why = NULL;

	(void)state;
	assert_int_equal(run(arena, &out, "help goal add", &why), GROEI_OK);
	assert_non_null(strstr(out.data, "--step-by"));
	groei_buffer_clear(&out);
	assert_int_equal(run(arena, &out, "goal list", &why), GROEI_NOT_FOUND);
	assert_int_equal(out.length, 0);
	assert_int_equal(run(arena, &out, "goal add amir x --frob y", &why), GROEI_USAGE);
	assert_non_null(strstr(why, "--frob"));
	assert_int_equal(run(arena, &out, "goal add amir x --level 3", &why), GROEI_USAGE);
	assert_non_null(strstr(why, "--level-now"));
	assert_int_equal(run(arena, &out, "goal move abcd", &why), GROEI_USAGE);
	assert_non_null(strstr(why, "stage"));
	assert_int_equal(run(arena, &out, "goal move abcd need more", &why), GROEI_USAGE);
	assert_non_null(strstr(why, "more"));
	assert_int_equal(run(arena, &out, "goal move abcd -x", &why), GROEI_USAGE);
	assert_int_equal(run(arena, &out, "goal add amir x --why", &why), GROEI_USAGE);
	assert_int_equal(run(arena, &out, "goal list --all=yes", &why), GROEI_USAGE);
	groei_buffer_free(&out);
	groei_arena_close(arena);
}

/* The words of the shell's completion: nouns, verbs, options, choices. */
static void completion_knows_the_tables(void **state)
{
	struct groei_arena *arena = groei_arena_open();
	struct groei_buffer out = {0};
	const char *why = NULL;

	(void)state;
	assert_int_equal(run(arena, &out, "complete -- go", &why), GROEI_OK);
	assert_string_equal(out.data, "goal\n");
	groei_buffer_clear(&out);
	assert_int_equal(run(arena, &out, "complete -- goal mo", &why), GROEI_OK);
	assert_memory_equal(out.data, "move\t", 5);
	groei_buffer_clear(&out);
	assert_int_equal(run(arena, &out, "complete -- goal add --step-", &why), GROEI_OK);
	assert_memory_equal(out.data, "--step-by\t", 10);
	groei_buffer_clear(&out);
	assert_int_equal(run(arena, &out, "complete -- goal move abcd lear", &why), GROEI_OK);
	assert_memory_equal(out.data, "learning\t", 9);
	groei_buffer_clear(&out);
	assert_int_equal(run(arena, &out, "complete -- goal add amir x --stage app", &why), GROEI_OK);
	assert_memory_equal(out.data, "applying\t", 9);
	groei_buffer_clear(&out);
	assert_int_equal(run(arena, &out, "complete -- completion f", &why), GROEI_OK);
	assert_string_equal(out.data, "fish\n");
	groei_buffer_free(&out);
	groei_arena_close(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_row_is_whole),
	    cmocka_unit_test(no_noun_is_a_verb_of_its_own),
	    cmocka_unit_test(every_word_is_known),
	    cmocka_unit_test(every_option_has_a_hint_and_a_clear_name),
	    cmocka_unit_test(every_global_option_has_help),
	    cmocka_unit_test(every_editable_field_is_an_option),
	    cmocka_unit_test(every_row_has_a_usage_line),
	    cmocka_unit_test(words_find_rows_by_unique_start),
	    cmocka_unit_test(lines_split_into_words),
	    cmocka_unit_test(json_strings_cannot_reach_a_terminal),
	    cmocka_unit_test(commands_without_a_store_run_without_one),
	    cmocka_unit_test(completion_knows_the_tables),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
