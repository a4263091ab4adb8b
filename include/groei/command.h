/* The command table: everything a person can do is one row. Keys, ":" lines, shell arguments and tests
 * all become the same command. */
#ifndef GROEI_COMMAND_H
#define GROEI_COMMAND_H

#include <groei/groei.h>

/* Where a command's output goes, and how it should look. */
struct groei_output {
	int (*write)(void *context, const char *bytes, size_t length); /* 0, or an errno */
	void *context;
	int json;   /* 1: JSON instead of text */
	int colour; /* 1: ANSI colours in text */
	int width;  /* cells; 0: do not cut */
	enum groei_language language; /* of templates, for commands that run without a store */
	const char *store; /* its name for those, as groei_store_name; NULL: groei_default_store */
};

/* Reads standard input (for "-") or opens an editor for a long text that is missing. Either may be
 * NULL: then those are refused. 0, or an errno; text lands in the arena. */
struct groei_input {
	int (*read_all)(void *context, struct groei_arena *arena, const char **text_out);
	int (*edit)(void *context, struct groei_arena *arena, const char *before,
	            const char **text_out);
	int (*confirm)(void *context, const char *question); /* 1 yes; NULL: refuse unless sure */
	/* A line that is asked for, NULL at the end of the input; a NULL prompt instead shows *line_out, a
	 * sentence on what was wrong. NULL: there is no terminal. */
	int (*ask)(void *context, struct groei_arena *arena, const char *prompt, const char **line_out);
	/* Takes the screen that is to open once the command has ended, "conversation CODE" (in the arena), in
	 * place of an answer. NULL: there are no screens. */
	void (*open)(void *context, const char *screen);
	void *context;
	int sure; /* --yes */
};

enum groei_command_flag {
	COMMAND_WRITES = 1,     /* changes the store */
	COMMAND_CONFIRMS = 2,   /* cannot be taken back: asks first */
	COMMAND_NO_STORE = 4,   /* runs without a store */
	COMMAND_CREATES = 8,    /* makes the store when it is missing */
	COMMAND_HIDDEN = 16,    /* not in help: for completion scripts */
	COMMAND_TRIES_STORE = 32 /* takes the store when there is one, runs without one too */
};

struct groei_command_call; /* private */

struct groei_command {
	const char *noun;      /* "goal"; NULL for a verb of its own ("today") */
	const char *verb;
	const char *arguments; /* fields in order: "person title", "id stage", "[id]", "text…" */
	const char *options;   /* by name, blank between, "=" behind one with a value: "match= all"; "*"
	                          stands for the editable fields of the noun,
	                          "progress.level=" for a field of another one, "?" for those that a
	                          list can be filtered by */
	const char *help;      /* one sentence, N_() */
	int flags;             /* enum groei_command_flag */
	enum groei_status (*run)(struct groei_command_call *call);
};

/* The table, in help order; verb NULL ends it. */
GROEI_API const struct groei_command *groei_commands(void);

/* An option that every command takes, before or after its words. */
struct groei_option {
	const char *name;  /* NULL ends the table */
	const char *value; /* what stands for its value in help; NULL: it has none */
	const char *help;  /* N_() */
};
GROEI_API const struct groei_option *groei_global_options(void);

/* What the configuration file says; NULL where it is silent. */
struct groei_config {
	const char *store, *as, *language, *color, *mouse;
};

enum groei_config_kind {
	GROEI_CONFIG_WORD,     /* anything without blanks */
	GROEI_CONFIG_PATH,     /* anything; "~/" is the home folder */
	GROEI_CONFIG_LANGUAGE, /* as groei_language_parse */
	GROEI_CONFIG_CHOICE    /* one of `values` */
};

/* A key of the configuration file. */
struct groei_config_key {
	const char *name;         /* NULL ends the table */
	enum groei_config_kind kind;
	const char *values;       /* what is expected: "on|off", "PATH|URI" */
	size_t offset;            /* of the member of struct groei_config that it sets */
	const char *help;         /* N_() */
};
GROEI_API const struct groei_config_key *groei_config_keys(void);
/* Sets what the key `name` sets to the text, which is not copied. NULL; or, with nothing set, a
 * translated sentence on what is wrong and what is expected, in the arena. */
GROEI_API const char *groei_config_set(struct groei_arena *arena,
                                    struct groei_config *configuration, const char *name,
                                    const char *text);

/* Whether the row takes this option (by name or unique start): 0 no, 1 without a value, 2 with one. */
GROEI_API int groei_command_takes(const struct groei_command *command, const char *name);

/* The store of `groei demo [DIR]`; folder may be NULL. In the arena; NULL for somebody without
 * a home folder. */
GROEI_API const char *groei_demo_store(struct groei_arena *arena, const char *folder);

/* The row that the first words name; nouns and verbs may be unique prefixes. GROEI_USAGE with a
 * translated sentence in *why_out (arena) for unknown or ambiguous words, with the nearest ones. */
GROEI_API enum groei_status groei_command_find(struct groei_arena *arena, int argc,
                                               const char *const *argv,
                                               const struct groei_command **command_out,
                                               int *words_out, const char **why_out);

/* Runs one command: argv without the program's name and global options. `groei` may be NULL for
 * COMMAND_NO_STORE. On failure *why_out is the sentence ("goal move: …"), in the arena; a
 * failed command wrote nothing to the store. On success it is NULL, or says that what a command
 * changed is saved but its report could not be written, or what speaks against it, or what the guard of
 * words (guard.h) found in it. `made_out` (may be NULL) is the id of the record that was made or changed. */
GROEI_API enum groei_status groei_command_run(struct groei *groei, struct groei_arena *arena,
                                              int argc, const char *const *argv,
                                              const struct groei_output *output,
                                              const struct groei_input *input, int64_t *made_out,
                                              const char **why_out);

/* Splits a ":" line into words: blanks, '…', "…", backslash. GROEI_USAGE for an open quote. */
GROEI_API enum groei_status groei_command_split(struct groei_arena *arena, const char *line,
                                                int *argc_out, const char ***argv_out);

#endif
