/* The command line: global options, configuration, language, and running one command. It knows only the
 * public API; the screens are main's business. */
#ifndef CLI_H
#define CLI_H

#include <groei/command.h>

/* What the screens need, when it is they that should open. */
struct cli_screen {
	struct groei_options options;
	int colour;       /* 0 never, 1 as the terminal says, 2 always */
	int ascii, accessible, mouse;
	const char *open; /* "conversation CODE"; NULL: today */
};

enum { CLI_SCREENS = -1 };

/* Reads the command line and runs what it says; returns an exit code, or CLI_SCREENS with *screen_out
 * filled in (its texts live in the arena). */
int cli_run(struct groei_arena *arena, int argc, char **argv, struct cli_screen *screen_out);

/* A failure, or with GROEI_OK a warning: a line "groei: <text>" on standard error, or an object under
 * --json. */
struct cli_error {
	enum groei_status status;
	const char *field; /* NULL: none */
	const char *text;
	const char *kept;  /* where a text that was written in vain is kept; NULL: nowhere */
	int lines;         /* 1: the text may have several, as a list of what is wrong with a file */
};

enum cli_colour { CLI_COLOUR_AUTO, CLI_COLOUR_ALWAYS, CLI_COLOUR_NEVER };

/* All that the command line, the environment and the configuration say. */
struct cli_settings {
	const char *store, *as;
	int32_t today;
	enum groei_language language;
	enum cli_colour colour;
	int json, yes, ascii, accessible, mouse, help, version;
	int argc; /* what is left: the command, its words and options */
	const char **argv;
};

/* options.c: takes the global options out of the command line; then the environment and configuration
 * fill in what they left open. */
enum groei_status settings_read(struct groei_arena *arena, int argc, char **argv,
                                struct cli_settings *settings, struct cli_error *error_out);

/* config.c: the lines of the configuration file; a file that is missing has none. */
enum groei_status config_read(struct groei_arena *arena, struct groei_config *config_out,
                              struct cli_error *error_out);
/* $variable/name, else ~/home_folder/name; NULL without either. In the arena. */
const char *config_folder(struct groei_arena *arena, const char *variable, const char *home_folder,
                          const char *name);

/* locale.c: character type first (cheap), then messages in a language. */
void locale_begin(void);
enum groei_language locale_language(void);
void locale_messages(struct groei_arena *arena, enum groei_language language);

/* speak.c: switches messages while running; adds the language to the configuration file (1: done). */
void locale_speak(enum groei_language language);
int config_keep_language(enum groei_language language);

/* output.c */
int output_write(void *context, const char *bytes, size_t length); /* standard output; 0 or errno */
int output_width(void);                    /* of the terminal on standard output; 0: none */
int output_colour(enum cli_colour colour); /* 1: use colours */
void output_error(struct groei_arena *arena, const struct cli_settings *settings,
                  const struct cli_error *error);

/* input.c: for struct groei_input; context is struct cli_input. */
struct cli_input {
	const char *edited; /* what came back from the editor last; kept in a file if saving fails */
	const char *screen; /* that the command wants to open; NULL: none */
};
int input_read_all(void *context, struct groei_arena *arena, const char **text_out);
int input_ask(void *context, struct groei_arena *arena, const char *prompt, const char **line_out);
int input_confirm(void *context, const char *question);
void input_screen(void *context, const char *screen);
int input_edit(void *context, struct groei_arena *arena, const char *before, const char **text_out);

#endif
