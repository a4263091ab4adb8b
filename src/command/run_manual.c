/* The manual page groei(1), made from the tables: groei help --man. */
#include "command/call.h"

#include "base/i18n.h"
#include "command/help.h"

/* Text for roff: hyphens and backslashes stand for themselves, no line begins with a control. */
static void roff(struct groei_command_call *call, const char *text)
{
	for (const char *c = text; *c != '\0'; c++) {
		if (*c == '\\')
			groei_buffer_text(&call->out, "\\e");
		else if (*c == '-')
			groei_buffer_text(&call->out, "\\-");
		else if ((*c == '.' || *c == '\'') && (c == text || c[-1] == '\n'))
			groei_buffer_print(&call->out, "\\&%c", *c);
		else
			groei_buffer_char(&call->out, *c);
	}
}

static void section(struct groei_command_call *call, const char *title)
{
	groei_buffer_print(&call->out, ".SH %s\n", title);
}

/* A hanging paragraph: a bold head and a text. */
static void item(struct groei_command_call *call, const char *head, const char *text)
{
	groei_buffer_text(&call->out, ".TP\n\\fB");
	roff(call, head);
	groei_buffer_text(&call->out, "\\fR\n");
	roff(call, text);
	groei_buffer_text(&call->out, "\n");
}

static void command_items(struct groei_command_call *call, const struct groei_command *command)
{
	struct command_option_walk walk = {command->options, 0};
	struct command_option option;
	int options = 0;

	item(call, help_usage(call->arena, command), _(command->help));
	while (command_option_next(command, &walk, &option)) {
		if (!options++)
			groei_buffer_text(&call->out, ".RS\n");
		item(call,
		     groei_arena_print(call->arena, "--%s %s", command_option_name(call->arena, &option),
		                       help_value(call->arena, &option)),
		     help_hint(&option));
	}
	if (options)
		groei_buffer_text(&call->out, ".RE\n");
}

struct entry {
	const char *head, *text;
};

static void entries(struct groei_command_call *call, const char *title, const struct entry *list,
                    size_t count)
{
	section(call, title);
	for (size_t i = 0; i < count; i++)
		item(call, list[i].head, _(list[i].text));
}

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum groei_status run_manual(struct groei_command_call *call)
{
	static const struct entry exits[] = {
	    {"0", N_("Done; also when a change is saved but the report of it could not be written, which "
	          "standard error tells.")},
	    {"1", N_("Answered “no”: nothing to undo, or --check found something due.")},
	    {"2", N_("Wrong usage.")},
	    {"3", N_("Not found.")},
	    {"4", N_("Invalid input; the message names the field.")},
	    {"5", N_("Conflict with somebody else's change; try again.")},
	    {"6", N_("The store or a file failed; an answer of what only reads could not be written.")},
	    {"7", N_("Not allowed.")},
	};
	static const struct entry environment[] = {
	    {"GROEI_STORE", N_("The store, as with --store.")},
	    {"GROEI_AS", N_("Who is asking, as with --as.")},
	    {"GROEI_TODAY", N_("The day to take for today, as with --today.")},
	    {"VISUAL, EDITOR", N_("The editor for long texts.")},
	    {"NO_COLOR", N_("No colours when it is set.")},
	    {"LANGUAGE, LC_ALL, LC_MESSAGES, LANG", N_("Dutch or English messages.")},
	};
	static const struct entry files[] = {
	    {"$XDG_DATA_HOME/groei/groei.db", N_("The store: one SQLite file, for you alone.")},
	    {"$XDG_CONFIG_HOME/groei/config",
	     N_("Lines “key = value”; see CONFIGURATION.")},
	    {"$XDG_CONFIG_HOME/groei/templates", N_("Your own question templates.")},
	};

	groei_buffer_print(&call->out, ".TH GROEI 1 \"\" \"groei %s\"\n", GROEI_VERSION);
	section(call, _("NAME"));
	roff(call, _("groei - track 1-on-1 development conversations"));
	groei_buffer_char(&call->out, '\n');
	section(call, _("SYNOPSIS"));
	roff(call, _("groei [options] [noun] [verb] [words] [--field value …]"));
	groei_buffer_char(&call->out, '\n');
	section(call, _("DESCRIPTION"));
	roff(call, _("Without a command groei opens its screens. With one it does one thing and leaves. "
	             "Every noun, verb and option may be shortened as long as it is clear. Dates are "
	             "like 2026-12-01, tomorrow, fri, in 2w, morgen, vr. The word - reads a text from "
	             "standard input; a missing long text opens the editor."));
	groei_buffer_char(&call->out, '\n');
	section(call, _("COMMANDS"));
	for (const struct groei_command *row = groei_commands(); row->verb != NULL; row++)
		if (!(row->flags & COMMAND_HIDDEN))
			command_items(call, row);
	section(call, _("OPTIONS"));
	for (const struct groei_option *option = groei_global_options(); option->name != NULL; option++)
		item(call,
		     groei_arena_print(call->arena, "--%s %s", option->name,
		                       option->value == NULL ? "" : option->value),
		     _(option->help));
	section(call, _("CONFIGURATION"));
	for (const struct groei_config_key *key = groei_config_keys(); key->name != NULL; key++)
		item(call, groei_arena_print(call->arena, "%s = %s", key->name, key->values), _(key->help));
	entries(call, _("EXIT STATUS"), exits, COUNT(exits));
	entries(call, _("ENVIRONMENT"), environment, COUNT(environment));
	entries(call, _("FILES"), files, COUNT(files));
	return GROEI_OK;
}
