/* Keys by name, for the file of keys, hints and help. Contracts in key.h. */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "i18n.h"
#include "key.h"

static const struct {
	const char *name;
	const char *label;
	struct key key;
} names[] = {
	{"enter", "Enter", {.code = K_ENTER}},
	{"tab", "Tab", {.code = K_TAB}},
	{"esc", "Esc", {.code = K_ESCAPE}},
	{"backspace", "Backspace", {.code = K_BACKSPACE}},
	{"delete", "Del", {.code = K_DELETE}},
	{"insert", "Ins", {.code = K_INSERT}},
	{"up", N_("Up"), {.code = K_UP}},
	{"down", N_("Down"), {.code = K_DOWN}},
	{"left", N_("Left"), {.code = K_LEFT}},
	{"right", N_("Right"), {.code = K_RIGHT}},
	{"home", "Home", {.code = K_HOME}},
	{"end", "End", {.code = K_END}},
	{"pgup", "PgUp", {.code = K_PAGE_UP}},
	{"pgdn", "PgDn", {.code = K_PAGE_DOWN}},
	{"space", N_("Space"), {.code = K_CHAR, .rune = ' '}},
	{"click", N_("Click"), {.code = K_CLICK}},
	{"wheelup", N_("Wheel up"), {.code = K_WHEEL_UP}},
	{"wheeldown", N_("Wheel down"), {.code = K_WHEEL_DOWN}},
};

static const struct {
	const char *name;
	const char *label;
	unsigned bit;
} held[] = {
	{"ctrl-", "Ctrl-", K_CTRL},
	{"alt-", "Alt-", K_ALT},
	{"shift-", "Shift-", K_SHIFT},
};

enum { NAMES = sizeof names / sizeof *names, HELD = sizeof held / sizeof *held };

/* A key without modifiers. */
static bool parse_bare(const char *name, struct key *key_out)
{
	enum decode_result result;
	struct key key;
	size_t used;
	unsigned number;
	char rest;

	for (size_t i = 0; i < NAMES; i++) {
		if ((name[0] | 0x20) == names[i].name[0] && strcasecmp(name, names[i].name) == 0) {
			*key_out = names[i].key;
			return true;
		}
	}
	if ((name[0] == 'f' || name[0] == 'F') && name[1] != '\0') {
		if (sscanf(name + 1, "%2u%c", &number, &rest) != 1 || number < 1 || number > 12) {
			return false;
		}
		*key_out = (struct key){.code = K_F1 + (number - 1)};
		return true;
	}
	if (name[0] == '\0') {
		return false;
	}
	result = key_decode((const unsigned char *)name, strlen(name), DECODE_CLOSED, NULL, &key,
	                    &used);
	if (result != DECODE_KEY || key.code != K_CHAR || key.modifiers != 0 ||
	    name[used] != '\0') {
		return false;
	}
	*key_out = key;
	return true;
}

bool key_parse(const char *name, struct key *key_out)
{
	unsigned bits = 0;
	struct key key;

	if (name[0] > ' ' && name[0] <= '~' && name[1] == '\0') { /* most are one character */
		*key_out = (struct key){.code = K_CHAR, .rune = (unsigned char)name[0]};
		return true;
	}
	for (size_t i = 0; i < HELD;) {
		size_t size = strlen(held[i].name);
		if ((name[0] | 0x20) == held[i].name[0] &&
		    strncasecmp(name, held[i].name, size) == 0 && name[size] != '\0') {
			bits |= held[i].bit;
			name += size;
			i = 0;
		} else {
			i++;
		}
	}
	if (!parse_bare(name, &key)) {
		return false;
	}
	if (key.code == K_CHAR && (bits & K_CTRL) != 0 && key.rune >= 'A' && key.rune <= 'Z') {
		key.rune += 'a' - 'A';
	}
	key.modifiers = bits;
	*key_out = key;
	return true;
}

void key_label(const struct key *key, char *label_out, size_t size)
{
	char bare[8] = "";
	const char *label = bare;
	char prefix[24] = "";

	for (size_t i = 0; i < HELD; i++) {
		if ((key->modifiers & held[i].bit) != 0) {
			strcat(prefix, held[i].label);
		}
	}
	for (size_t i = 0; i < NAMES; i++) {
		if (names[i].key.code == key->code && names[i].key.rune == key->rune) {
			label = _(names[i].label);
		}
	}
	if (label == bare && key->code >= K_F1 && key->code <= K_F12) {
		snprintf(bare, sizeof bare, "F%u", (unsigned)(key->code - K_F1) % 12 + 1);
	} else if (label == bare) {
		struct key plain = {.code = key->code, .rune = key->rune};
		(void)key_text(&plain, bare);
		if ((key->modifiers & K_CTRL) != 0 && bare[0] >= 'a' && bare[0] <= 'z') {
			bare[0] = (char)(bare[0] + 'A' - 'a');
		}
	}
	snprintf(label_out, size, "%s%s", prefix, label);
}
