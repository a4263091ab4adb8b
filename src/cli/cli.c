/* One run of the command line: settings, store, command, answer. */
#include "cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "i18n.h"
#include <groei/framework.h>
#include <groei/guard.h>
#include <groei/editor.h>

static int on_terminal(void)
{
	return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

/* Whether screens can open behind a command: those that are asked line by line have a menu of their own. */
static int has_screens(const struct cli_settings *settings)
{
	const char *terminal = getenv("TERM");

	return on_terminal() && !settings->accessible && terminal != NULL && *terminal != '\0' &&
	       strcmp(terminal, "dumb") != 0;
}

static void fill_screen(const struct cli_settings *settings, struct cli_screen *screen)
{
	static const int colours[] = {[CLI_COLOUR_AUTO] = 1, [CLI_COLOUR_ALWAYS] = 2,
	                              [CLI_COLOUR_NEVER] = 0};

	screen->options = (struct groei_options){.store = settings->store,
	                                         .as = settings->as,
	                                         .today = settings->today,
	                                         .language = settings->language};
	screen->colour = colours[settings->colour];
	screen->ascii = settings->ascii;
	screen->accessible = settings->accessible;
	screen->mouse = settings->mouse;
}

/* "groei goal add --help" is "groei help goal add". */
static void turn_to_help(struct groei_arena *arena, struct cli_settings *settings)
{
	const char **argv = groei_arena_take(arena, 4 * sizeof *argv);
	int count = 0;

	argv[count++] = "help";
	for (int i = 0; i < settings->argc && i < 2 && settings->argv[i][0] != '-'; i++) {
		const struct groei_command *command = NULL;
		const char *why = NULL;
		int words = 0;

		if (i == 1 && groei_command_find(arena, 2, settings->argv, &command, &words, &why) ==
		                  GROEI_OK && words == 1)
			break;
		argv[count++] = settings->argv[i];
	}
	settings->argv = argv;
	settings->argc = count;
}

/* Opens the store for a command; *groei_out stays NULL where it may run without one, *name_out is what
 * that one would be called. */
static enum groei_status open_store(struct groei_arena *arena, const struct cli_settings *settings,
                                    const struct groei_command *command, struct groei **groei_out,
                                    const char **name_out, struct cli_error *error)
{
	struct groei_options options = {.store = settings->store,
	                                .as = settings->as,
	                                .today = settings->today,
	                                .language = settings->language};
	struct groei *groei = NULL;
	enum groei_status status;

	if (command->flags & COMMAND_NO_STORE)
		return GROEI_OK;
	if (command->flags & COMMAND_CREATES)
		options.flags |= GROEI_OPEN_CREATE;
	status = groei_open(&options, &groei);
	if (status == GROEI_OK) {
		*groei_out = groei;
		return GROEI_OK;
	}
	if (!(command->flags & COMMAND_TRIES_STORE)) {
		struct groei_reason reason = groei_why(groei);

		*error = (struct cli_error){
		    status, NULL, groei_arena_text(arena, reason.text), NULL, 0};
	} else {
		*name_out = groei_arena_text(arena, groei_store_name(groei));
		status = GROEI_OK;
	}
	groei_close(groei);
	return status;
}

/* The field at fault, when the handle's last reason is what the command failed with. */
static const char *field_of(const struct groei *groei, enum groei_status status)
{
	struct groei_reason reason;

	if (groei == NULL)
		return NULL;
	reason = groei_why(groei);
	return reason.status == status ? reason.field : NULL;
}

static enum groei_status run_command(struct groei_arena *arena, const struct cli_settings *settings,
                                     struct groei *groei, const char *name,
                                     const char **screen_out, struct cli_error *error)
{
	struct cli_input kept = {0};
	struct groei_output output = {.write = output_write,
	                              .json = settings->json,
	                              .colour = !settings->json && output_colour(settings->colour),
	                              .width = output_width(),
	                              .language = settings->language,
	                              .store = name};
	struct groei_input input = {.read_all = input_read_all,
	                            .edit = on_terminal() ? input_edit : NULL,
	                            .confirm = on_terminal() ? input_confirm : NULL,
	                            .ask = on_terminal() ? input_ask : NULL,
	                            .open = has_screens(settings) ? input_screen : NULL,
	                            .context = &kept,
	                            .sure = settings->yes};
	const char *why = NULL;
	enum groei_status status = groei_command_run(groei, arena, settings->argc, settings->argv,
	                                             &output, &input, NULL, &why);

	if (why != NULL)
		*error = (struct cli_error){status, field_of(groei, status), why, NULL, 1};
	if (status != GROEI_OK && kept.edited != NULL && *kept.edited != '\0')
		error->kept = groei_edit_keep(arena, kept.edited);
	*screen_out = kept.screen;
	return status;
}

/* A framework or list of words that is wrong stops nobody, but it is told. */
static void warn(struct groei *groei,
                 const struct template_error *(*errors)(struct groei *, size_t *))
{
	size_t count = 0;
	const struct template_error *error = errors(groei, &count);

	if (count > 0)
		fprintf(stderr, _("groei: %s:%d:%d: %s (passed over until it is mended)\n"),
		        error->file, error->line, error->column, error->text);
}

static int run_row(struct groei_arena *arena, const struct cli_settings *settings,
                   const struct groei_command *command, struct cli_screen *screen,
                   struct cli_error *error)
{
	struct groei *groei = NULL;
	const char *name = NULL, *opened = NULL;
	enum groei_status status = open_store(arena, settings, command, &groei, &name, error);

	if (status == GROEI_OK)
		status = run_command(arena, settings, groei, name, &opened, error);
	if (groei != NULL && strcmp(command->verb, "framework") != 0)
		warn(groei, groei_framework_errors);
	if (groei != NULL && strcmp(command->verb, "words") != 0)
		warn(groei, groei_guard_errors);
	groei_close(groei);
	if (status == GROEI_OK && strcmp(command->verb, "demo") == 0 && !settings->json &&
	    on_terminal()) {
		fill_screen(settings, screen);
		screen->options.store =
		    groei_demo_store(arena, settings->argc > 1 ? settings->argv[1] : NULL);
		screen->options.as = NULL;
		return CLI_SCREENS;
	}
	if (status == GROEI_OK && opened != NULL) {
		fill_screen(settings, screen);
		screen->open = opened;
		return CLI_SCREENS;
	}
	return (int)status;
}

static int run_settings(struct groei_arena *arena, struct cli_settings *settings,
                        struct cli_screen *screen, struct cli_error *error)
{
	const struct groei_command *command = NULL;
	int words = 0;

	if (settings->version) {
		static const char version[] = "groei " GROEI_VERSION "\n";

		return output_write(NULL, version, sizeof version - 1) == 0 ? 0 : GROEI_STORE;
	}
	if (settings->help)
		turn_to_help(arena, settings);
	if (settings->argc == 0 && !settings->json && (on_terminal() || settings->accessible)) {
		fill_screen(settings, screen);
		return CLI_SCREENS;
	}
	error->status = GROEI_USAGE;
	if (settings->argc == 0) {
		error->text = _("screens: they need a terminal, “groei help” lists the commands");
		return GROEI_USAGE;
	}
	if (groei_command_find(arena, settings->argc, settings->argv, &command, &words,
	                       &error->text) != GROEI_OK)
		return GROEI_USAGE;
	error->text = NULL;
	return run_row(arena, settings, command, screen, error);
}

int cli_run(struct groei_arena *arena, int argc, char **argv, struct cli_screen *screen_out)
{
	struct cli_settings settings = {0};
	struct cli_error error = {0};
	int code;

	locale_begin();
	code = (int)settings_read(arena, argc, argv, &settings, &error);
	if (code == GROEI_OK)
		code = run_settings(arena, &settings, screen_out, &error);
	if (error.text != NULL)
		output_error(arena, &settings, &error);
	return code;
}
