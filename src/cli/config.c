/* The configuration file: lines "key = value", "#" begins a comment. Knows no key: groei_config_keys does. */
#include "cli.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "i18n.h"

enum { CONFIG_MAX = 64 * 1024 };

const char *config_folder(struct groei_arena *arena, const char *variable, const char *home_folder,
                          const char *name)
{
	const char *folder = getenv(variable);
	const char *home = getenv("HOME");

	if (folder != NULL && folder[0] == '/')
		return groei_arena_print(arena, "%s/%s", folder, name);
	if (home == NULL || home[0] == '\0')
		return NULL;
	return groei_arena_print(arena, "%s/%s/%s", home, home_folder, name);
}

/* The text of the file in the arena; 0 or an errno. */
static int read_text(struct groei_arena *arena, const char *path, char **text_out)
{
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	char *text = groei_arena_take(arena, CONFIG_MAX + 1);
	size_t length = 0;
	ssize_t got = 1;

	if (file < 0)
		return errno;
	while (length < CONFIG_MAX && got > 0) {
		got = read(file, text + length, CONFIG_MAX - length);
		if (got < 0) {
			int error = errno;

			close(file);
			return error;
		}
		length += (size_t)got;
	}
	close(file);
	text[length] = '\0';
	*text_out = text;
	return 0;
}

static char *trimmed(char *text)
{
	char *end;

	text += strspn(text, " \t\r");
	end = text + strlen(text);
	while (end > text && strchr(" \t\r", end[-1]) != NULL)
		*--end = '\0';
	return text;
}

static const char *home_path(struct groei_arena *arena, const char *value)
{
	const char *home = getenv("HOME");

	if (strncmp(value, "~/", 2) != 0 || home == NULL)
		return value;
	return groei_arena_print(arena, "%s%s", home, value + 1);
}

static enum groei_status fail_line(struct groei_arena *arena, struct cli_error *error,
                                   const char *path, int line, const char *what)
{
	*error = (struct cli_error){
	    GROEI_INVALID, NULL, groei_arena_print(arena, "%s:%d: %s", path, line, what), NULL,
	    0};
	return GROEI_INVALID;
}

enum groei_status config_read(struct groei_arena *arena, struct groei_config *config_out,
                              struct cli_error *error_out)
{
	const char *path = config_folder(arena, "XDG_CONFIG_HOME", ".config", "groei/config");
	struct groei_config config = {0};
	char *text = NULL;
	int error;
	int line = 1;

	if (path == NULL || access(path, F_OK) != 0)
		return GROEI_OK;
	error = read_text(arena, path, &text);
	if (error != 0) {
		*error_out = (struct cli_error){
		    GROEI_STORE, NULL,
		    groei_arena_print(arena, _("%s: %s, mend or remove it"), path, strerror(error)), NULL, 0};
		return GROEI_STORE;
	}
	for (char *next; text != NULL; text = next, line++) {
		char *equals;
		const char *key;
		const char *value;
		const char *why;

		next = strchr(text, '\n');
		if (next != NULL)
			*next++ = '\0';
		text = trimmed(text);
		if (*text == '\0' || *text == '#')
			continue;
		equals = strchr(text, '=');
		if (equals == NULL)
			return fail_line(arena, error_out, path, line,
			                 _("no “=” here, write lines such as: language = nl"));
		*equals = '\0';
		key = trimmed(text);
		value = trimmed(equals + 1);
		why = groei_config_set(arena, &config, key, value);
		if (why != NULL)
			return fail_line(arena, error_out, path, line, why);
	}
	if (config.store != NULL)
		config.store = home_path(arena, config.store);
	*config_out = config;
	return GROEI_OK;
}
