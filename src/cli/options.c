/* Global options, which may stand before or after a command's words, and what the environment and the
 * configuration say where they are silent. */
#include "cli.h"

#include <stdlib.h>
#include <string.h>

#include "i18n.h"

enum global { STORE, AS, JSON, LANGUAGE, COLOR, TODAY, YES, ASCII, ACCESSIBLE, HELP, VERSION, GLOBALS };

/* In the order of enum global; names as in groei_global_options. */
static const char *const names[GLOBALS] = {"store", "as",  "json",  "language",   "color", "today",
                                           "yes",   "ascii", "accessible", "help",  "version"};

struct scan {
	struct groei_arena *arena;
	const char *value[GLOBALS]; /* NULL: not given; "" for those without a value */
	const struct groei_command *command;
	const char **words; /* everything that is no global option */
	int count;
	int plain; /* how many of them name the command so far */
};

static enum groei_status fail(struct cli_error *error, enum groei_status status, const char *field,
                              const char *text)
{
	*error = (struct cli_error){status, field, text, NULL, 0};
	return status;
}

/* The global option of this name or unique start; GLOBALS when there is none. */
static int find_global(const char *name, size_t length)
{
	int found = GLOBALS;
	int several = 0;

	for (int i = 0; i < GLOBALS; i++) {
		if (length == 0 || strncmp(names[i], name, length) != 0)
			continue;
		if (names[i][length] == '\0')
			return i;
		several = found != GLOBALS;
		found = i;
	}
	return several ? GLOBALS : found;
}

static int has_value(int global)
{
	for (const struct groei_option *option = groei_global_options(); option->name != NULL; option++)
		if (strcmp(option->name, names[global]) == 0)
			return option->value != NULL;
	return 0;
}

static void take_word(struct scan *scan, const char *word)
{
	const char *why;
	int used;

	scan->words[scan->count++] = word;
	if (scan->command == NULL && scan->plain == scan->count - 1 && scan->plain < 2) {
		scan->plain++;
		if (groei_command_find(scan->arena, scan->count, scan->words, &scan->command, &used,
		                       &why) != GROEI_OK)
			scan->command = NULL;
	}
}

static enum groei_status take_option(struct scan *scan, int argc, char **argv, int *i,
                                     struct cli_error *error)
{
	const char *word = argv[*i];
	const char *name = word + 2;
	size_t length = strcspn(name, "=");
	int global = find_global(name, length);
	int takes = 0;

	if (scan->command != NULL)
		takes = groei_command_takes(scan->command, groei_arena_copy(scan->arena, name, length));
	if (takes > 0 || global == GLOBALS) {
		if (scan->count == 0)
			return fail(error, GROEI_USAGE, NULL,
			            groei_arena_print(scan->arena,
			                              _("%s: no such option, “groei help” lists them"), word));
		scan->words[scan->count++] = word;
		if (takes == 2 && name[length] == '\0' && *i + 1 < argc)
			scan->words[scan->count++] = argv[++*i];
		return GROEI_OK;
	}
	if (!has_value(global)) {
		if (name[length] == '=')
			return fail(error, GROEI_USAGE, NULL,
			            groei_arena_print(scan->arena, _("--%s: takes no value, leave it out"),
			                              names[global]));
		scan->value[global] = "";
		return GROEI_OK;
	}
	if (name[length] == '=')
		scan->value[global] = name + length + 1;
	else if (*i + 1 < argc)
		scan->value[global] = argv[++*i];
	if (scan->value[global] == NULL || *scan->value[global] == '\0') {
		return fail(error, GROEI_USAGE, NULL,
		            groei_arena_print(scan->arena,
		                              _("--%s: has no value, write it behind the option"),
		                              names[global]));
	}
	return GROEI_OK;
}

static enum groei_status scan_words(struct scan *scan, int argc, char **argv,
                                    struct cli_error *error)
{
	int i;

	for (i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
		enum groei_status status;

		if (strcmp(argv[i], "-h") == 0) {
			scan->value[HELP] = "";
			continue;
		}
		if (strncmp(argv[i], "--", 2) != 0) {
			take_word(scan, argv[i]);
			continue;
		}
		status = take_option(scan, argc, argv, &i, error);
		if (status != GROEI_OK)
			return status;
	}
	for (; i < argc; i++)
		scan->words[scan->count++] = argv[i];
	return GROEI_OK;
}

/* The first of these that says something. */
static const char *first_of(const char *a, const char *b, const char *c)
{
	if (a != NULL)
		return a;
	return b != NULL && *b != '\0' ? b : c;
}

static enum groei_status read_language(struct scan *scan, const struct groei_config *config,
                                       struct cli_settings *settings, struct cli_error *error)
{
	const char *text = first_of(scan->value[LANGUAGE], config->language, NULL);

	if (text == NULL) {
		settings->language = locale_language();
		return GROEI_OK;
	}
	if (groei_language_parse(text, &settings->language))
		return GROEI_OK;
	return fail(error, GROEI_USAGE, NULL,
	            groei_arena_print(scan->arena, _("--language: “%s” is not spoken here, write nl or en"),
	                              text));
}

static enum groei_status read_colour(struct scan *scan, const struct groei_config *config,
                                     struct cli_settings *settings, struct cli_error *error)
{
	static const char *const words[] = {"auto", "always", "never"};
	const char *text = first_of(scan->value[COLOR], config->color, "auto");

	for (int i = CLI_COLOUR_AUTO; i <= CLI_COLOUR_NEVER; i++)
		if (strcmp(text, words[i]) == 0) {
			settings->colour = (enum cli_colour)i;
			return GROEI_OK;
		}
	return fail(error, GROEI_USAGE, NULL,
	            groei_arena_print(scan->arena, _("--color: “%s”, write auto, always or never"), text));
}

static enum groei_status read_today(struct scan *scan, struct cli_settings *settings,
                                    struct cli_error *error)
{
	const char *text = first_of(scan->value[TODAY], getenv("GROEI_TODAY"), NULL);
	const char *why = NULL;

	settings->today = GROEI_NO_DAY;
	if (text == NULL || *text == '\0' ||
	    groei_day_parse(text, groei_instant_day(groei_instant_now()), &settings->today, &why))
		return GROEI_OK;
	return fail(error, GROEI_INVALID, "today",
	            groei_arena_print(scan->arena, "--today: “%s”: %s", text, why));
}

enum groei_status settings_read(struct groei_arena *arena, int argc, char **argv,
                                struct cli_settings *settings, struct cli_error *error_out)
{
	struct scan scan = {.arena = arena};
	struct groei_config config = {0};
	struct cli_error unheard;
	enum groei_status status;

	scan.words = groei_arena_take(arena, ((size_t)argc + 1) * sizeof *scan.words);
	status = scan_words(&scan, argc, argv, error_out);
	settings->json = scan.value[JSON] != NULL;
	if (status != GROEI_OK)
		return status;
	settings->yes = scan.value[YES] != NULL;
	settings->ascii = scan.value[ASCII] != NULL;
	settings->accessible = scan.value[ACCESSIBLE] != NULL;
	settings->help = scan.value[HELP] != NULL;
	settings->version = scan.value[VERSION] != NULL;
	settings->argc = scan.count;
	settings->argv = scan.words;
	if (settings->version)
		return GROEI_OK;
	status = config_read(arena, &config, error_out);
	if (status != GROEI_OK && read_language(&scan, &config, settings, &unheard) == GROEI_OK) {
		locale_messages(arena, settings->language);
		status = config_read(arena, &config, error_out); /* again, to be told in that language */
	}
	if (status == GROEI_OK)
		status = read_language(&scan, &config, settings, error_out);
	if (status == GROEI_OK)
		locale_messages(arena, settings->language);
	if (status == GROEI_OK)
		status = read_colour(&scan, &config, settings, error_out);
	if (status == GROEI_OK)
		status = read_today(&scan, settings, error_out);
	settings->store = first_of(scan.value[STORE], getenv("GROEI_STORE"), config.store);
	settings->as = first_of(scan.value[AS], getenv("GROEI_AS"), config.as);
	settings->mouse = config.mouse != NULL && strcmp(config.mouse, "on") == 0;
	return status;
}
