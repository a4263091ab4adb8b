/* The keys of the configuration file, one row each: the parser, its messages, the help and the manual
 * follow. A new key is a member of struct groei_config and a row here. Reads no file. */
#include "command/call.h"

#include <string.h>

#include "base/i18n.h"

#define KEY(member, kind, values, help)                                                            \
	{#member, kind, values, offsetof(struct groei_config, member), help}

static const struct groei_config_key table[] = {
	KEY(store, GROEI_CONFIG_PATH, "PATH|URI", N_("the store to use; ~/ is the home folder")),
	KEY(as, GROEI_CONFIG_WORD, "HANDLE", N_("who is asking")),
	KEY(language, GROEI_CONFIG_LANGUAGE, "nl|en", N_("language of messages")),
	KEY(color, GROEI_CONFIG_CHOICE, "auto|always|never", N_("colours in the output and the screens")),
	KEY(mouse, GROEI_CONFIG_CHOICE, "on|off", N_("whether the screens take the mouse")),
	{NULL, GROEI_CONFIG_WORD, NULL, 0, NULL},
};

const struct groei_config_key *groei_config_keys(void)
{
	return table;
}

static bool is_choice(const char *values, const char *text)
{
	size_t length = strlen(text);

	for (const char *at = values; at != NULL; at = strchr(at, '|')) {
		at += *at == '|';
		if (length > 0 && strcspn(at, "|") == length && memcmp(at, text, length) == 0)
			return true;
	}
	return false;
}

static bool may_be(const struct groei_config_key *key, const char *text)
{
	enum groei_language language;

	switch (key->kind) {
	case GROEI_CONFIG_WORD:
		return *text != '\0' && strpbrk(text, " \t") == NULL;
	case GROEI_CONFIG_LANGUAGE:
		return groei_language_parse(text, &language);
	case GROEI_CONFIG_CHOICE:
		return is_choice(key->values, text);
	case GROEI_CONFIG_PATH:
		break;
	}
	return *text != '\0';
}

static const char *known_names(struct groei_arena *arena)
{
	const char *names = table[0].name;

	for (const struct groei_config_key *key = table + 1; key->name != NULL; key++)
		names = groei_arena_print(arena, "%s, %s", names, key->name);
	return names;
}

const char *groei_config_set(struct groei_arena *arena, struct groei_config *configuration,
                          const char *name, const char *text)
{
	const struct groei_config_key *key = table;

	while (key->name != NULL && strcmp(key->name, name) != 0)
		key++;
	if (key->name == NULL)
		return groei_arena_print(arena, _("unknown key “%s”, known are %s"), name,
		                         known_names(arena));
	if (!may_be(key, text))
		return groei_arena_print(arena, _("%s = %s: expected %s"), name, text, key->values);
	memcpy((char *)configuration + key->offset, &text, sizeof text);
	return NULL;
}
