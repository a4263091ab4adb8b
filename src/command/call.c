/* Runs one command: reads its words and options by the tables, calls its function, and turns a failure
 * into a sentence. Knows nothing about any single command. */
#include "command/call.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "command/help.h"
#include <groei/guard.h>
#include <groei/text.h>

enum groei_status call_fail(struct groei_command_call *call, enum groei_status status,
                            const char *format, ...)
{
	va_list values;

	va_start(values, format);
	call->why = groei_text_safe_line(call->arena, groei_arena_vprint(call->arena, format, values));
	va_end(values);
	return status;
}

void call_warn(struct groei_command_call *call, const char *warning)
{
	if (warning != NULL)
		call->warning = groei_text_safe_line(call->arena, warning);
}

static int is_global(const char *name)
{
	for (const struct groei_option *option = groei_global_options(); option->name != NULL; option++)
		if (strcmp(option->name, name) == 0)
			return 1;
	return 0;
}

/* Whether the field belongs to "*" (people set it) or "?" (lists are filtered by it). */
static int stands_for(const struct groei_command *command, char sign,
                      const struct groei_field *field)
{
	if (sign == '?')
		return (field->kind == GROEI_REF || field->kind == GROEI_CHOICE) &&
		       !is_global(field->name);
	if (field->flags & FIELD_DERIVED)
		return 0;
	return !((field->flags & FIELD_FIXED) && strcmp(command->verb, "edit") == 0);
}

bool command_option_next(const struct groei_command *command, struct command_option_walk *walk,
                         struct command_option *option_out)
{
	const struct groei_table *table =
	    command->noun != NULL ? groei_table_named(command->noun) : NULL;

	walk->at += strspn(walk->at, " ");
	while (*walk->at == '*' || *walk->at == '?') {
		while (table != NULL && walk->field < table->field_count) {
			const struct groei_field *field = &table->fields[walk->field++];

			if (!stands_for(command, *walk->at, field))
				continue;
			*option_out = (struct command_option){field->name, strlen(field->name), 1, field};
			return true;
		}
		walk->at++;
		walk->at += strspn(walk->at, " ");
	}
	if (*walk->at == '\0')
		return false;

	*option_out = (struct command_option){.name = walk->at, .length = strcspn(walk->at, " =")};
	walk->at += option_out->length;
	for (int i = 0; i < GROEI_ENTITIES; i++) {
		const struct groei_table *other = groei_table((enum groei_entity)i);
		size_t size = strlen(other->name);

		if (size < option_out->length && option_out->name[size] == '.' &&
		    memcmp(option_out->name, other->name, size) == 0) {
			table = other;
			option_out->name += size + 1;
			option_out->length -= size + 1;
			break;
		}
	}
	if (*walk->at == '=') {
		option_out->has_value = 1;
		walk->at++;
	}
	for (size_t i = 0; table != NULL && i < table->field_count; i++)
		if (strlen(table->fields[i].name) == option_out->length &&
		    memcmp(table->fields[i].name, option_out->name, option_out->length) == 0)
			option_out->field = &table->fields[i];
	return true;
}

bool command_argument_next(const char **at, struct command_argument *argument_out)
{
	static const char more[] = "…";
	struct command_argument argument = {0};
	const char *end;

	*at += strspn(*at, " ");
	if (**at == '\0')
		return false;
	end = *at + strcspn(*at, " ");
	argument.name = *at;
	argument.length = (size_t)(end - *at);
	*at = end;
	if (argument.name[0] == '[') {
		argument.optional = 1;
		argument.name++;
		argument.length -= 2;
	}
	if (argument.length > sizeof more - 1 &&
	    memcmp(argument.name + argument.length - (sizeof more - 1), more, sizeof more - 1) == 0) {
		argument.rest = 1;
		argument.length -= sizeof more - 1;
	}
	*argument_out = argument;
	return true;
}

/* Whether a name starts as typed; step_by may be typed step-by. */
static int starts_so(const char *name, const char *typed, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (name[i] != typed[i] && !(name[i] == '_' && typed[i] == '-'))
			return 0;
	return 1;
}

const char *command_option_name(struct groei_arena *arena, const struct command_option *option)
{
	char *name = groei_arena_copy(arena, option->name, option->length);

	for (char *c = name; *c != '\0'; c++)
		if (*c == '_')
			*c = '-';
	return name;
}

/* The option of this name or unique start; 0 none, 1 found, 2 several (names in *several_out). */
static int option_find(struct groei_arena *arena, const struct groei_command *command,
                       const char *name, size_t length, struct command_option *option_out,
                       const char **several_out)
{
	struct command_option_walk walk = {command->options, 0};
	struct command_option option;
	int found = 0;

	while (command_option_next(command, &walk, &option)) {
		if (option.length < length || !starts_so(option.name, name, length))
			continue;
		if (option.length == length) {
			*option_out = option;
			return 1;
		}
		if (found > 0 && arena != NULL)
			*several_out = groei_arena_print(arena, "%s, --%s", *several_out,
			                                 command_option_name(arena, &option));
		else if (arena != NULL)
			*several_out = groei_arena_print(arena, "--%s",
			                                 command_option_name(arena, &option));
		*option_out = option;
		found++;
	}
	return found > 1 ? 2 : found;
}

int groei_command_takes(const struct groei_command *command, const char *name)
{
	struct command_option option;
	const char *several;

	int found = *name == '\0'
	                ? 0
	                : option_find(NULL, command, name, strlen(name), &option, &several);

	if (found == 0)
		return 0;
	if (is_global(name) && option.length != strlen(name))
		return 0;
	return option.has_value ? 2 : 1;
}

static enum groei_status option_unknown(struct groei_command_call *call, const char *typed)
{
	struct nearest nearest = {.word = typed};
	struct command_option_walk walk = {call->command->options, 0};
	struct command_option option;
	const char *what = command_name(call->arena, call->command);

	while (command_option_next(call->command, &walk, &option))
		nearest_add(&nearest, command_option_name(call->arena, &option));
	for (const struct groei_option *global = groei_global_options(); global->name != NULL; global++)
		nearest_add(&nearest, global->name);
	if (nearest.name != NULL)
		return call_fail(call, GROEI_USAGE, _("%s: there is no --%s, did you mean --%s?"),
		                 what, typed, nearest.name);
	return call_fail(call, GROEI_USAGE,
	                 _("%s: there is no --%s, “groei help %s” shows the options"), what, typed,
	                 what);
}

static void value_add(struct groei_command_call *call, const char *name, size_t length,
                      const char *text, const struct groei_field *field)
{
	call->values[call->value_count++] = (struct call_value){
	    groei_arena_copy(call->arena, name, length), text, field};
}

/* Reads the option at argv[*i]; *i ends on the last word used. */
static enum groei_status read_option(struct groei_command_call *call, int argc,
                                     const char *const *argv, int *i)
{
	const char *name = argv[*i] + 2;
	size_t length = strcspn(name, "=");
	const char *value = name[length] == '=' ? name + length + 1 : NULL;
	const char *several = "";
	const char *what = command_name(call->arena, call->command);
	struct command_option option;
	int found = length == 0 ? 0
	                        : option_find(call->arena, call->command, name, length, &option,
	                                      &several);

	if (found == 2)
		return call_fail(call, GROEI_USAGE, _("%s: --%.*s could be %s, write more letters"),
		                 what, (int)length, name, several);
	if (found == 0)
		return option_unknown(call, groei_arena_copy(call->arena, name, length));
	if (!option.has_value && value != NULL)
		return call_fail(call, GROEI_USAGE, _("%s: --%s takes no value, leave “%s” out"), what,
		                 command_option_name(call->arena, &option), value);
	if (option.has_value && value == NULL) {
		if (*i + 1 >= argc)
			return call_fail(call, GROEI_USAGE,
			                 _("%s: --%s has no value, write it behind the option"), what,
			                 command_option_name(call->arena, &option));
		value = argv[++*i];
	}
	value_add(call, option.name, option.length, value == NULL ? "" : value, option.field);
	return GROEI_OK;
}

static int name_is(const char *name, size_t length, const char *other)
{
	return strlen(other) == length && memcmp(name, other, length) == 0;
}

static int given(const struct groei_command_call *call, const char *name, size_t length)
{
	for (size_t i = 0; i < call->value_count; i++)
		if (name_is(name, length, call->values[i].name))
			return 1;
	return 0;
}

/* Gives the words that are no options their places. */
static enum groei_status place_words(struct groei_command_call *call, int count,
                                     const char *const *words)
{
	const char *at = call->command->arguments;
	const char *what = command_name(call->arena, call->command);
	struct command_argument argument;
	int next = 0;

	while (command_argument_next(&at, &argument)) {
		const struct groei_field *field = NULL;
		const char *text;
		char *name = groei_arena_copy(call->arena, argument.name, argument.length);

		if (given(call, argument.name, argument.length))
			continue;
		if (next >= count) {
			if (argument.optional)
				continue;
			return call_fail(call, GROEI_USAGE, _("%s: %s is missing, write: %s"), what, name,
			                 help_usage(call->arena, call->command));
		}
		text = words[next++];
		while (argument.rest && next < count)
			text = groei_arena_print(call->arena, "%s %s", text, words[next++]);
		if (call->table != NULL)
			field = groei_field(call->table, name);
		value_add(call, argument.name, argument.length, text, field);
	}
	if (next < count)
		return call_fail(call, GROEI_USAGE, _("%s: “%s” is one word too many, write: %s"), what,
		                 words[next], help_usage(call->arena, call->command));
	return GROEI_OK;
}

/* Reads the words behind the command's own into call->values. */
static enum groei_status parse(struct groei_command_call *call, int argc, const char *const *argv)
{
	size_t most = (size_t)argc + 1;
	const char **words = groei_arena_take(call->arena, most * sizeof *words);
	enum groei_status status;
	int count = 0;
	int i;

	call->values = groei_arena_take(call->arena, most * sizeof *call->values);
	for (i = 0; i < argc && strcmp(argv[i], "--") != 0; i++) {
		if (strncmp(argv[i], "--", 2) == 0) {
			status = read_option(call, argc, argv, &i);
			if (status != GROEI_OK)
				return status;
		} else if (argv[i][0] == '-' && argv[i][1] != '\0') {
			return call_fail(call, GROEI_USAGE,
			                 _("%s: “%s” is no option, write -- before words that start so"),
			                 command_name(call->arena, call->command), argv[i]);
		} else {
			words[count++] = argv[i];
		}
	}
	for (i++; i < argc; i++)
		words[count++] = argv[i];
	call->words = words;
	call->word_count = count;
	return place_words(call, count, words);
}

static enum groei_status check_confirmed(struct groei_command_call *call)
{
	const struct groei_input *input = call->input;
	const char *what = command_name(call->arena, call->command);

	if (!(call->command->flags & COMMAND_CONFIRMS) || (input != NULL && input->sure))
		return GROEI_OK;
	if (input == NULL || input->confirm == NULL)
		return call_fail(call, GROEI_USAGE,
		                 _("%s: cannot be taken back, add --yes if you are sure"), what);
	if (input->confirm(input->context,
	                   groei_arena_print(call->arena, _("%s cannot be taken back. Go on?"), what)))
		return GROEI_OK;
	return call_fail(call, GROEI_NO, _("%s: nothing was changed"), what);
}

/* The sentence of a failure that the command itself gave no words for. */
static void explain(struct groei_command_call *call, enum groei_status status)
{
	struct groei_reason reason = {0};

	if (call->why != NULL || call->answered)
		return;
	if (call->groei != NULL)
		reason = groei_why(call->groei);
	call->why = reason.text != NULL && *reason.text != '\0'
	                ? groei_text_safe_line(call->arena, reason.text)
	                : groei_arena_print(call->arena, "%s: %s",
	                                    command_name(call->arena, call->command),
	                                    groei_status_word(status));
}

/* The answer was lost on its way: a failure, unless the command has changed something; then *note_out
 * says so, and it has done its work. */
static enum groei_status answer_lost(struct groei_command_call *call, enum groei_status status,
                                     const char **note_out)
{
	if (status == GROEI_OK && call->command->flags & COMMAND_WRITES && !call->looked) {
		*note_out = groei_arena_print(call->arena,
		                              _("%s: saved, but the report of it could not be written: %s"),
		                              command_name(call->arena, call->command),
		                              strerror(call->error));
		return GROEI_OK;
	}
	call->answered = 0;
	return call_fail(call, GROEI_STORE, _("output: %s, make room or choose another place"),
	                 strerror(call->error));
}

/* The store failed behind the commit, when the report was put together: the command has done its work. */
static enum groei_status report_failed(struct groei_command_call *call, const char **note_out)
{
	*note_out = groei_arena_print(call->arena,
	                              _("%s: saved, but the store failed when it was read for the report, "
	                                "check the file and see “groei history”"),
	                              command_name(call->arena, call->command));
	return GROEI_OK;
}

static void add_warning(struct groei_command_call *call, const char *text)
{
	if (text != NULL)
		call->warning = call->warning == NULL
		                    ? text
		                    : groei_arena_print(call->arena, "%s; %s", call->warning, text);
}

enum groei_status groei_command_run(struct groei *groei, struct groei_arena *arena, int argc,
                                    const char *const *argv, const struct groei_output *output,
                                    const struct groei_input *input, int64_t *made_out,
                                    const char **why_out)
{
	struct groei_command_call call = {
	    .groei = groei, .arena = arena, .output = output, .input = input};
	const char *why = NULL, *note = NULL;
	int64_t saves = groei != NULL ? groei_saves(groei) : 0;
	int words = 0, looks;
	enum groei_status status;

	status = groei_command_find(arena, argc, argv, &call.command, &words, &why);
	if (status != GROEI_OK) {
		*why_out = groei_text_safe_line(arena, why);
		return status;
	}
	if (call.command->noun != NULL)
		call.table = groei_table_named(call.command->noun);
	status = parse(&call, argc - words, argv + words);
	if (status == GROEI_OK && groei == NULL &&
	    !(call.command->flags & (COMMAND_NO_STORE | COMMAND_TRIES_STORE)))
		status = call_fail(&call, GROEI_NOT_FOUND, _("%s: no store is open, run groei init"),
		                   command_name(arena, call.command));
	if (status == GROEI_OK)
		status = check_confirmed(&call);
	if (groei != NULL) { /* what was written before is no concern of this one */
		groei_followed(groei, arena);
		groei_guard_said(groei, arena);
		(void)groei_missed(groei);
	}
	looks = status == GROEI_OK && groei != NULL && !(call.command->flags & COMMAND_WRITES);
	if (looks)
		status = groei_look_begin(groei);
	looks = looks && status == GROEI_OK;
	if (status == GROEI_OK)
		status = call.command->run(&call);
	if (looks)
		groei_look_end(groei);
	if (groei != NULL && groei_saves(groei) == saves && (status == GROEI_OK || call.answered) &&
	    groei_missed(groei)) {
		status = GROEI_STORE; /* an answer with gaps is none */
		call.answered = 0;
	}
	if (status == GROEI_STORE && groei != NULL && groei_saves(groei) != saves)
		status = report_failed(&call, &note);
	if (status == GROEI_OK || call.answered)
		call_flush(&call);
	if ((status == GROEI_OK || call.answered) && call.error != 0 && call.error != EPIPE)
		status = answer_lost(&call, status, &note);
	if (status == GROEI_OK && groei != NULL) {
		add_warning(&call, groei_followed(groei, arena));
		add_warning(&call, groei_guard_said(groei, arena));
	}
	if (status != GROEI_OK)
		explain(&call, status);
	else if (made_out != NULL)
		*made_out = call.made;
	*why_out = status != GROEI_OK ? call.why : note != NULL ? note : call.warning;
	groei_buffer_free(&call.out);
	return status;
}
