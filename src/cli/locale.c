/* Character type and language of messages. UTF-8 always, also in the C locale; English needs no
 * catalogue and so costs nothing. */
#include "cli.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "i18n.h"

void locale_begin(void)
{
	if (setlocale(LC_CTYPE, "C.UTF-8") != NULL)
		return;
	if (setlocale(LC_CTYPE, "") == NULL || strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
		setlocale(LC_CTYPE, "en_US.UTF-8");
}

/* The first language of a list such as "nl_BE:en" that groei speaks. */
static int first_spoken(const char *list, enum groei_language *language_out)
{
	char name[32];

	while (list != NULL && *list != '\0') {
		size_t length = strcspn(list, ":");

		if (length < sizeof name) {
			memcpy(name, list, length);
			name[length] = '\0';
			if (groei_language_parse(name, language_out))
				return 1;
		}
		list += length + (list[length] == ':');
	}
	return 0;
}

enum groei_language locale_language(void)
{
	static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
	enum groei_language language = GROEI_ENGLISH;

	if (first_spoken(getenv("LANGUAGE"), &language))
		return language;
	for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
		const char *value = getenv(variables[i]);

		if (value == NULL || *value == '\0')
			continue;
		groei_language_parse(value, &language);
		return language;
	}
	return GROEI_ENGLISH;
}

/* The catalogues of a program that runs where it was built lie beside it. */
static const char *catalogue_folder(struct groei_arena *arena, const char *code)
{
	char path[4096];
	ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
	const char *folder;
	char *slash;

	if (length <= 0)
		return GROEI_LOCALEDIR;
	path[length] = '\0';
	slash = strrchr(path, '/');
	if (slash == NULL)
		return GROEI_LOCALEDIR;
	*slash = '\0';
	folder = groei_arena_print(arena, "%s/locale", path);
	if (access(groei_arena_print(arena, "%s/%s/LC_MESSAGES/groei.mo", folder, code), R_OK) != 0)
		return GROEI_LOCALEDIR;
	return folder;
}

void locale_messages(struct groei_arena *arena, enum groei_language language)
{
	const char *code = groei_language_code(language);

	if (language == GROEI_ENGLISH)
		return;
	if (setlocale(LC_MESSAGES, "C.UTF-8") == NULL)
		setlocale(LC_MESSAGES, "");
	setenv("LANGUAGE", code, 1);
	bindtextdomain("groei", catalogue_folder(arena, code));
	bind_textdomain_codeset("groei", "UTF-8");
}
