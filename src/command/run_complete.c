/* Completion: the scripts, and the candidates they ask for, "candidate TAB what it is" a line. */
#include "command/call.h"

#include <string.h>

#include "base/i18n.h"
#include <groei/text.h>

enum { CANDIDATES = 500 };

static void candidate(struct groei_command_call *call, const char *start, const char *name,
                      const char *meaning)
{
	if (strncmp(name, start, strlen(start)) != 0)
		return;
	call_print(call, "%s", groei_text_safe_line(call->arena, name));
	if (meaning != NULL && *meaning != '\0')
		call_print(call, "\t%s", groei_text_safe_line(call->arena, meaning));
	call_raw(call, "\n");
}

/* Handles of people and teams, short codes of the rest; open ones. */
static void records(struct groei_command_call *call, const char *start, enum groei_entity entity)
{
	const struct groei_table *table = groei_table(entity);
	const struct groei_field *handle = groei_field(table, "handle");
	const struct groei_field *title = groei_field(table, table->title);
	struct groei_query query = {.scope = GROEI_OPEN, .limit = CANDIDATES};
	void *found = NULL;
	size_t count = 0;

	if (call->groei == NULL ||
	    groei_list(call->groei, call->arena, entity, &query, &found, &count) != GROEI_OK)
		return;
	for (size_t i = 0; i < count; i++) {
		const void *record = (const char *)found + i * table->size;
		const struct groei_record *base = record;
		char code[GROEI_CODE_SIZE];
		const char *name =
		    handle != NULL ? groei_value_code(call->groei, call->arena, handle, record)
		                   : groei_short_code(call->groei, entity, base->id, code);

		candidate(call, start, name,
		          title == NULL ? NULL
		                        : groei_value_text(call->groei, call->arena, title, record));
	}
}

static void templates(struct groei_command_call *call, const char *start)
{
	struct question_template **all = NULL;
	size_t count = 0;

	if (groei_template_list(call->arena, call_folders(call), &all, &count, NULL, NULL) != GROEI_OK)
		return;
	for (size_t i = 0; i < count; i++)
		candidate(call, start, all[i]->id,
		          groei_template_text(&all[i]->title, call_language(call)));
}

/* What may stand for a word or as value of an option, by its name and field. */
static void values(struct groei_command_call *call, const char *start,
                   const struct groei_table *table, const char *name, size_t length,
                   const struct groei_field *field)
{
	const struct groei_option *hint = command_hint(name, length);
	const char *word = groei_arena_copy(call->arena, name, length);

	if (field != NULL && field->kind == GROEI_CHOICE) {
		for (const struct groei_choice *choice = field->choices; choice->code != NULL; choice++)
			candidate(call, start, choice->code, _(choice->label));
	} else if (field != NULL && field->kind == GROEI_REF) {
		records(call, start, field->target);
	} else if (strcmp(word, "person") == 0) {
		records(call, start, GROEI_PERSON);
	} else if (strcmp(word, "id") == 0 && table != NULL) {
		if (table->entity == GROEI_CONVERSATION)
			records(call, start, GROEI_PERSON);
		records(call, start, table->entity);
	} else if (strstr(word, "template") != NULL) {
		templates(call, start);
	} else if (strcmp(word, "noun") == 0 || strcmp(word, "command") == 0) {
		for (int i = 0; i < GROEI_ENTITIES; i++)
			if (i != GROEI_ANSWER)
				candidate(call, start, groei_table((enum groei_entity)i)->name, NULL);
	} else if (hint != NULL && hint->value != NULL && strchr(hint->value, '|') != NULL) {
		for (const char *at = hint->value; *at != '\0';) {
			size_t size = strcspn(at, "|");

			if (*at >= 'a' && *at <= 'z')
				candidate(call, start, groei_arena_copy(call->arena, at, size), NULL);
			at += size + (at[size] == '|');
		}
	}
}

static void options(struct groei_command_call *call, const char *start,
                    const struct groei_command *command)
{
	struct command_option_walk walk = {command == NULL ? "" : command->options, 0};
	struct command_option option;

	while (command != NULL && command_option_next(command, &walk, &option)) {
		const struct groei_option *hint = command_hint(option.name, option.length);

		candidate(call, start,
		          groei_arena_print(call->arena, "--%s", command_option_name(call->arena, &option)),
		          option.field != NULL ? _(option.field->hint)
		          : hint != NULL       ? _(hint->help)
		                               : NULL);
	}
	for (const struct groei_option *global = groei_global_options(); global->name != NULL; global++)
		candidate(call, start, groei_arena_print(call->arena, "--%s", global->name),
		          _(global->help));
}

static void first_words(struct groei_command_call *call, const char *start, const char *noun)
{
	const char *last = "";

	for (const struct groei_command *row = groei_commands(); row->verb != NULL; row++) {
		if (row->flags & COMMAND_HIDDEN)
			continue;
		if (noun != NULL) {
			if (row->noun != NULL && strcmp(row->noun, noun) == 0)
				candidate(call, start, row->verb, _(row->help));
		} else if (row->noun == NULL) {
			candidate(call, start, row->verb, _(row->help));
		} else if (strcmp(row->noun, last) != 0) {
			candidate(call, start, row->noun, NULL);
			last = row->noun;
		}
	}
}

static void after_command(struct groei_command_call *call, const struct groei_command *command,
                          int argc, const char *const *argv, const char *start)
{
	const struct groei_table *table =
	    command->noun != NULL ? groei_table_named(command->noun) : NULL;
	struct command_argument argument;
	const char *at = command->arguments;
	int words = 0;

	for (int i = 0; i < argc; i++) {
		struct command_option_walk walk = {command->options, 0};
		struct command_option option;

		if (strncmp(argv[i], "--", 2) != 0) {
			words++;
			continue;
		}
		while (command_option_next(command, &walk, &option)) {
			if (strcmp(argv[i] + 2, command_option_name(call->arena, &option)) != 0 ||
			    !option.has_value)
				continue;
			if (++i == argc) {
				values(call, start, table, option.name, option.length, option.field);
				return;
			}
			break;
		}
	}
	while (words >= 0 && command_argument_next(&at, &argument)) {
		const char *name = groei_arena_copy(call->arena, argument.name, argument.length);

		if (words-- == 0)
			values(call, start, table, argument.name, argument.length,
			       table == NULL ? NULL : groei_field(table, name));
	}
}

/* Words typed so far, the last one unfinished. */
enum groei_status run_complete(struct groei_command_call *call)
{
	const struct groei_command *command = NULL;
	const char *const *argv = call->words;
	int argc = call->word_count;
	const char *start;
	const char *why = NULL;
	const char *noun = NULL;
	int used = 0;

	if (argc == 0)
		return GROEI_OK;
	start = argv[--argc];
	while (argc > 0 && strncmp(argv[0], "--", 2) == 0) {
		int valued = 0;

		for (const struct groei_option *global = groei_global_options(); global->name != NULL;
		     global++)
			if (strcmp(global->name, argv[0] + 2) == 0 && global->value != NULL)
				valued = 1;
		argv += 1 + (valued && argc > 1);
		argc -= 1 + (valued && argc > 1);
	}
	if (groei_command_find(call->arena, argc, argv, &command, &used, &why) != GROEI_OK)
		command = NULL;
	for (const struct groei_command *row = groei_commands(); argc == 1 && row->verb != NULL; row++)
		if (row->noun != NULL && strcmp(row->noun, argv[0]) == 0)
			noun = row->noun;
	if (strncmp(start, "--", 2) == 0)
		options(call, start, command);
	else if (command != NULL)
		after_command(call, command, argc - used, argv + used, start);
	else if (argc == 0 || noun != NULL)
		first_words(call, start, noun);
	return GROEI_OK;
}

static const char bash_script[] =
    "_groei() {\n"
    "\tlocal line\n"
    "\tCOMPREPLY=()\n"
    "\twhile IFS= read -r line; do\n"
    "\t\tCOMPREPLY+=(\"${line%%$'\\t'*}\")\n"
    "\tdone < <(groei complete -- \"${COMP_WORDS[@]:1:COMP_CWORD}\" 2>/dev/null)\n"
    "}\n"
    "complete -o default -F _groei groei\n";

static const char zsh_script[] =
    "#compdef groei\n"
    "_groei() {\n"
    "\tlocal -a found\n"
    "\tlocal line\n"
    "\twhile IFS= read -r line; do\n"
    "\t\tfound+=(\"${${line%%$'\\t'*}//:/\\\\:}:${line#*$'\\t'}\")\n"
    "\tdone < <(groei complete -- \"${(@)words[2,CURRENT]}\" 2>/dev/null)\n"
    "\t_describe groei found\n"
    "}\n"
    "if [ \"$funcstack[1]\" = _groei ]; then _groei \"$@\"; else compdef _groei groei; fi\n";

static const char fish_script[] =
    "complete -c groei -f -a '(groei complete -- (commandline -opc)[2..] (commandline -ct) "
    "2>/dev/null)'\n";

enum groei_status run_completion(struct groei_command_call *call)
{
	const char *shell = call_value(call, "shell");

	if (strcmp(shell, "bash") == 0)
		call_raw(call, bash_script);
	else if (strcmp(shell, "zsh") == 0)
		call_raw(call, zsh_script);
	else if (strcmp(shell, "fish") == 0)
		call_raw(call, fish_script);
	else
		return call_fail(call, GROEI_USAGE,
		                 _("completion: no script for “%s”, there are bash, zsh and fish"), shell);
	return GROEI_OK;
}
