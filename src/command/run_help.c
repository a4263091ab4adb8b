/* Help for people, made from the command table and the field table. */
#include "command/call.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "command/help.h"
#include <groei/text.h>

static const char *capitals(struct groei_arena *arena, const char *name, size_t length)
{
	char *word = groei_arena_copy(arena, name, length);

	for (char *c = word; *c != '\0'; c++)
		if (*c >= 'a' && *c <= 'z')
			*c = (char)(*c - 'a' + 'A');
	return word;
}

/* What stands for an argument: HANDLE, ID, STAGE … */
static const char *placeholder(struct groei_arena *arena, const struct groei_command *command,
                               const struct command_argument *argument)
{
	const struct groei_table *table =
	    command->noun != NULL ? groei_table_named(command->noun) : NULL;
	const struct groei_option *hint = command_hint(argument->name, argument->length);

	if (table != NULL && argument->length == 2 && memcmp(argument->name, "id", 2) == 0) {
		if (groei_field(table, "handle") != NULL)
			return "HANDLE";
		if (table->entity == GROEI_CONVERSATION)
			return "HANDLE|ID";
	}
	if (hint != NULL && hint->value != NULL)
		return hint->value;
	return capitals(arena, argument->name, argument->length);
}

const char *help_usage(struct groei_arena *arena, const struct groei_command *command)
{
	struct command_option_walk walk = {command->options, 0};
	struct command_option option;
	struct command_argument argument;
	const char *at = command->arguments;
	const char *line = groei_arena_print(arena, "groei %s", command_name(arena, command));

	while (command_argument_next(&at, &argument))
		line = groei_arena_print(arena, argument.optional ? "%s [%s%s]" : "%s %s%s", line,
		                         placeholder(arena, command, &argument),
		                         argument.rest ? "…" : "");
	if (command_option_next(command, &walk, &option))
		line = groei_arena_print(arena, "%s [--%s …]", line, _("option"));
	return line;
}

static const char *choices_of(struct groei_arena *arena, const struct groei_field *field)
{
	const char *text = field->choices[0].code;

	for (const struct groei_choice *choice = field->choices + 1; choice->code != NULL; choice++)
		text = groei_arena_print(arena, "%s|%s", text, choice->code);
	return text;
}

const char *help_value(struct groei_arena *arena, const struct command_option *option)
{
	const struct groei_option *hint;

	if (!option->has_value)
		return "";
	if (option->field != NULL) {
		switch (option->field->kind) {
		case GROEI_CHOICE:
			return choices_of(arena, option->field);
		case GROEI_DAY:
			return "DATE";
		case GROEI_NUMBER:
			return groei_arena_print(arena, "%d–%d", option->field->low, option->field->high);
		case GROEI_REF:
			return groei_field(groei_table(option->field->target), "handle") != NULL ? "HANDLE"
			                                                                         : "ID";
		case GROEI_HANDLE:
			return "HANDLE";
		case GROEI_CADENCE:
			return "2w|1m|…";
		default:
			return "TEXT";
		}
	}
	hint = command_hint(option->name, option->length);
	return hint != NULL && hint->value != NULL ? hint->value : "VALUE";
}

const char *help_hint(const struct command_option *option)
{
	const struct groei_option *hint;

	if (option->field != NULL)
		return _(option->field->hint);
	hint = command_hint(option->name, option->length);
	return hint != NULL ? _(hint->help) : "";
}

static void show_row(struct groei_command_call *call, const char *left, int width, const char *right)
{
	const char *text = groei_text_safe_line(call->arena, left);
	int cells = groei_text_cells(text, strlen(text));

	call_print(call, "  %s", text);
	if (cells <= width)
		call_print(call, "%*s  %s\n", width - cells, "", right);
	else
		call_print(call, "\n%*s%s\n", width + 4, "", right);
}

static void show_command(struct groei_command_call *call, const struct groei_command *command)
{
	struct command_option_walk walk = {command->options, 0};
	struct command_option option;
	struct command_argument argument;
	const char *at = command->arguments;
	int any = 0;

	call_styled(call, STYLE_BOLD, help_usage(call->arena, command));
	call_print(call, "\n  %s\n", _(command->help));
	while (command_argument_next(&at, &argument)) {
		const struct groei_table *table =
		    command->noun != NULL ? groei_table_named(command->noun) : NULL;
		const char *name = groei_arena_copy(call->arena, argument.name, argument.length);
		struct command_option word = {.name = argument.name,
		                              .length = argument.length,
		                              .has_value = 1,
		                              .field = table != NULL ? groei_field(table, name) : NULL};

		if (!any++)
			call_head(call, _("Words"));
		show_row(call, placeholder(call->arena, command, &argument), 14,
		         word.field != NULL && word.field->kind == GROEI_CHOICE
		             ? choices_of(call->arena, word.field)
		             : help_hint(&word));
	}
	any = 0;
	while (command_option_next(command, &walk, &option)) {
		if (!any++)
			call_head(call, _("Options"));
		show_row(call,
		         groei_arena_print(call->arena, "--%s %s",
		                           command_option_name(call->arena, &option),
		                           help_value(call->arena, &option)),
		         26, help_hint(&option));
	}
}

static void show_globals(struct groei_command_call *call)
{
	call_head(call, _("Options of every command"));
	for (const struct groei_option *option = groei_global_options(); option->name != NULL; option++)
		show_row(call,
		         groei_arena_print(call->arena, "--%s %s", option->name,
		                           option->value == NULL ? "" : option->value),
		         26, _(option->help));
}

/* The commands of one noun. */
static void show_all(struct groei_command_call *call, const char *noun)
{
	for (const struct groei_command *row = groei_commands(); row->verb != NULL; row++) {
		if (!(row->flags & COMMAND_HIDDEN) && row->noun != NULL && strcmp(row->noun, noun) == 0)
			show_row(call, help_usage(call->arena, row), 50, _(row->help));
	}
}

/* The commands that are a verb of their own. */
static void show_verbs(struct groei_command_call *call)
{
	for (const struct groei_command *row = groei_commands(); row->verb != NULL; row++) {
		if (!(row->flags & COMMAND_HIDDEN) && row->noun == NULL)
			show_row(call, help_usage(call->arena, row), 38, _(row->help));
	}
}

/* A line for each noun with its verbs. */
static void show_nouns(struct groei_command_call *call)
{
	for (const struct groei_command *row = groei_commands(); row->verb != NULL; row++) {
		const struct groei_command *first = groei_commands();
		const char *verbs = "";

		if (row->noun == NULL)
			continue;
		while (first->noun == NULL || strcmp(first->noun, row->noun) != 0)
			first++;
		if (first != row)
			continue;
		for (; first->verb != NULL; first++) {
			if (first->noun != NULL && strcmp(first->noun, row->noun) == 0 &&
			    !(first->flags & COMMAND_HIDDEN))
				verbs = groei_arena_print(call->arena, "%s%s%s", verbs,
				                          *verbs == '\0' ? "" : ", ", first->verb);
		}
		show_row(call, row->noun, 14, verbs);
	}
}

static void json_command(struct groei_command_call *call, const struct groei_command *command)
{
	struct command_option_walk walk = {command->options, 0};
	struct command_option option;

	json_begin(call, NULL, '{');
	json_string(call, "command", command_name(call->arena, command));
	json_string(call, "usage", help_usage(call->arena, command));
	json_string(call, "help", command->help);
	json_begin(call, "options", '[');
	while (command_option_next(command, &walk, &option))
		json_string(call, NULL, command_option_name(call->arena, &option));
	json_end(call, ']');
	json_end(call, '}');
}

static void show_everything(struct groei_command_call *call)
{
	call_styled(call, STYLE_BOLD, _("groei keeps track of 1-on-1 development conversations."));
	call_raw(call, "\n");
	call_print(call, _("Without a command it opens the screens. Every command and option may be "
	                   "shortened as long as it is clear.\n"));
	call_head(call, _("Commands"));
	show_verbs(call);
	call_head(call, _("Records: groei NOUN VERB"));
	show_nouns(call);
	show_globals(call);
	call_raw(call, "\n");
	call_print(call, _("“groei help COMMAND” or NOUN tells more, “groei help configuration” lists the keys "
	                   "of the configuration file.\n"));
	call_print(call, _("Dates are like 2026-12-01, tomorrow, fri, in 2w, morgen, vr.\n"));
	call_print(call, _("Exit codes: 0 done, 1 answered no, 2 wrong usage, 3 not found, 4 invalid, "
	                   "5 conflict, 6 store or file, 7 not allowed.\n"));
}

/* "groei help configuration"; the word may be shortened, but not to the start of a noun. */
static bool is_configuration(const char *word)
{
	return strlen(word) >= 4 && strncmp("configuration", word, strlen(word)) == 0;
}

static enum groei_status show_configuration(struct groei_command_call *call)
{
	const struct groei_config_key *key = groei_config_keys();

	if (call->output->json) {
		json_begin(call, NULL, '[');
		for (; key->name != NULL; key++) {
			json_begin(call, NULL, '{');
			json_string(call, "key", key->name);
			json_string(call, "values", key->values);
			json_string(call, "help", key->help);
			json_end(call, '}');
		}
		json_end(call, ']');
		return GROEI_OK;
	}
	call_wrapped(call,
	             _("The file $XDG_CONFIG_HOME/groei/config, else ~/.config/groei/config, holds lines "
	               "such as “language = nl”; # begins a comment. Options and the environment go "
	               "before it."),
	             0);
	call_head(call, _("Keys"));
	for (; key->name != NULL; key++)
		show_row(call, groei_arena_print(call->arena, "%s = %s", key->name, key->values), 26,
		         _(key->help));
	return GROEI_OK;
}

static int is_noun(const char *word)
{
	for (const struct groei_command *row = groei_commands(); row->verb != NULL; row++)
		if (row->noun != NULL && strcmp(row->noun, word) == 0)
			return 1;
	return 0;
}

/* The noun that starts so, when no verb of its own does. */
static const char *noun_starting(const char *word)
{
	const char *found = NULL;

	for (const struct groei_command *row = groei_commands(); row->verb != NULL; row++) {
		const char *name = row->noun != NULL ? row->noun : row->verb;

		if (*word == '\0' || (row->flags & COMMAND_HIDDEN) ||
		    strncmp(name, word, strlen(word)) != 0)
			continue;
		if (row->noun == NULL || (found != NULL && strcmp(found, name) != 0))
			return NULL;
		found = name;
	}
	return found;
}

enum groei_status run_help(struct groei_command_call *call)
{
	const char *words = call_value(call, "command");
	const struct groei_command *command = NULL;
	const char *noun;
	const char **argv = NULL;
	int argc = 0;
	int used = 0;

	if (call_value(call, "man") != NULL)
		return run_manual(call);
	if (words != NULL && groei_command_split(call->arena, words, &argc, &argv) != GROEI_OK)
		return call_fail(call, GROEI_USAGE, _("help: a quote is left open, close it"));
	if (argc == 0 && call->output->json) {
		json_begin(call, NULL, '[');
		for (const struct groei_command *row = groei_commands(); row->verb != NULL; row++)
			if (!(row->flags & COMMAND_HIDDEN))
				json_command(call, row);
		json_end(call, ']');
		return GROEI_OK;
	}
	if (argc == 0) {
		show_everything(call);
		return GROEI_OK;
	}
	noun = is_noun(argv[0]) ? argv[0] : noun_starting(argv[0]);
	if (argc == 1 && noun != NULL) {
		if (call->output->json)
			json_begin(call, NULL, '[');
		for (const struct groei_command *row = groei_commands();
		     call->output->json && row->verb != NULL; row++)
			if (row->noun != NULL && strcmp(row->noun, noun) == 0)
				json_command(call, row);
		if (call->output->json)
			json_end(call, ']');
		else
			show_all(call, noun);
		return GROEI_OK;
	}
	if (argc == 1 && is_configuration(argv[0]))
		return show_configuration(call);
	if (groei_command_find(call->arena, argc, argv, &command, &used, &call->why) != GROEI_OK)
		return GROEI_USAGE;
	call->why = NULL;
	if (call->output->json) {
		json_command(call, command);
		return GROEI_OK;
	}
	show_command(call, command);
	show_globals(call);
	return GROEI_OK;
}
