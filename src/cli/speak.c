/* The language chosen at the first start: spoken at once, and kept for the next time. */
#include "cli.h"

#include <fcntl.h>
#include <locale.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void locale_speak(enum groei_language language)
{
	struct groei_arena *arena = groei_arena_open();

	setlocale(LC_MESSAGES, "C");
	locale_messages(arena, language);
	groei_arena_close(arena);
}

/* The folders of a path below an existing one, as far as they are missing. */
static void make_folders(char *path)
{
	for (char *slash = strchr(path + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		mkdir(path, 0700);
		*slash = '/';
	}
}

int config_keep_language(enum groei_language language)
{
	struct groei_arena *arena = groei_arena_open();
	const char *path = config_folder(arena, "XDG_CONFIG_HOME", ".config", "groei/config");
	const char *line = groei_arena_print(arena, "language = %s\n", groei_language_code(language));
	int file, kept = 0;

	if (path != NULL) {
		make_folders(groei_arena_text(arena, path));
		file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
		if (file >= 0) {
			kept = write(file, line, strlen(line)) == (ssize_t)strlen(line);
			kept = close(file) == 0 && kept;
		}
	}
	groei_arena_close(arena);
	return kept;
}
