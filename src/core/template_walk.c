/* The walk over a template's tree: maps by a table of keys, simple values, texts per language, and
 * the sentences for what is wrong. Must not know which keys a template has. */
#include "core/template_walk.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include <groei/buffer.h>
#include <groei/text.h>

#include "base/i18n.h"
#include "core/template_private.h"

/* ---- places and findings, in words ---- */

static void place_add(struct groei_buffer *out, const struct place *place)
{
	if (place->up)
		place_add(out, place->up);
	if (!place->key)
		groei_buffer_print(out, "[%zu]", place->index);
	else
		groei_buffer_print(out, "%s%s", out->length > 0 ? "." : "", place->key);
}

const char *reader_place(struct reader *reader, const struct place *place)
{
	struct groei_buffer out = {0};
	const char *text = reader->whole ? _(reader->whole) : _("the template");

	if (place) {
		place_add(&out, place);
		text = groei_arena_text(reader->scratch, out.data);
	}
	groei_buffer_free(&out);
	return text;
}

static size_t characters(const char *text, size_t length)
{
	size_t count = 0;

	for (size_t i = 0; i < length; i++)
		if (((unsigned char)text[i] & 0xc0) != 0x80)
			count++;
	return count;
}

/* A text of a file as it is shown in a message: in quotes, not longer than that is useful. */
const char *reader_quoted(struct reader *reader, const struct yaml_node *node)
{
	enum { SHOWN = 40 };
	size_t end = 0, count = 0;

	while (end < node->length) {
		if (((unsigned char)node->text[end] & 0xc0) != 0x80 && count++ == SHOWN)
			break;
		end++;
	}
	return groei_arena_print(reader->scratch, "\"%.*s%s\"", (int)end, node->text,
	                         end < node->length ? "…" : "");
}

static const char *found(struct reader *reader, const struct yaml_node *node)
{
	switch (node->kind) {
	case YAML_LIST:
		return _("a list");
	case YAML_MAP:
		return _("a map");
	case YAML_TEXT:
		break;
	}
	return node->length == 0 ? _("nothing") : reader_quoted(reader, node);
}

/* The nearest of the words, when it is near enough to be meant; else NULL. */
static const char *nearest(const struct yaml_node *node, const char *const words[], size_t count)
{
	const char *best = NULL;
	int least = 3;

	if (node->length == 0 || node->length > TEMPLATE_NAME)
		return NULL;
	for (size_t i = 0; i < count; i++) {
		int distance = groei_text_distance(node->text, words[i]);

		if (distance < least && distance * 2 <= (int)strlen(words[i])) {
			least = distance;
			best = words[i];
		}
	}
	return best;
}

static void say_wrong(struct reader *reader, const struct yaml_node *node,
                      const struct place *place, const char *expected)
{
	yaml_error_add(reader->errors, node->line, node->column, _("%s: found %s, expected %s"),
	               reader_place(reader, place), found(reader, node), expected);
}

void reader_wrong(struct reader *reader, const struct key *key, const struct yaml_node *node,
                  const struct place *place)
{
	say_wrong(reader, node, place, _(key->expected));
}

static const char *word_list(struct reader *reader, const char *const words[], size_t count)
{
	struct groei_buffer out = {0};
	const char *text;

	for (size_t i = 0; i < count; i++)
		groei_buffer_print(&out, "%s%s", i > 0 ? ", " : "", words[i]);
	text = groei_arena_text(reader->scratch, out.data ? out.data : "");
	groei_buffer_free(&out);
	return text;
}

/* ---- the walk ---- */

static size_t key_names(const struct key *keys, const char *names_out[], size_t room)
{
	size_t count = 0;

	for (; keys->name; keys++) {
		assert(count < room);
		names_out[count++] = keys->name;
	}
	return count;
}

static void say_unknown(struct reader *reader, const struct key *keys,
                        const struct yaml_node *name, const struct place *place)
{
	const char *names[16], *near;
	size_t count = key_names(keys, names, sizeof names / sizeof *names);

	if (reader->errors->count == YAML_ERRORS)
		return;
	near = nearest(name, names, count);
	if (near)
		yaml_error_add(reader->errors, name->line, name->column,
		               _("unknown key %s in %s; did you mean \"%s\"?"), reader_quoted(reader, name),
		               reader_place(reader, place), near);
	else
		yaml_error_add(reader->errors, name->line, name->column,
		               _("unknown key %s in %s; expected one of %s"), reader_quoted(reader, name),
		               reader_place(reader, place), word_list(reader, names, count));
}

/* Notes the key as a duplicate when an earlier one in the map has its name. */
static bool duplicate(struct reader *reader, const struct yaml_node *map,
                      const struct yaml_node *child, const struct place *place)
{
	for (const struct yaml_node *other = map->first; other != child; other = other->next) {
		if (other->key->length != child->key->length ||
		    memcmp(other->key->text, child->key->text, child->key->length) != 0)
			continue;
		yaml_error_add(reader->errors, child->key->line, child->key->column,
		               _("duplicate key %s in %s; it stands on line %d already"),
		               reader_quoted(reader, child->key), reader_place(reader, place), other->key->line);
		return true;
	}
	return false;
}

bool reader_map(struct reader *reader, const struct level *level,
                     const struct yaml_node *node, const struct place *place, void *target)
{
	const struct key *key;

	if (node->kind != YAML_MAP) {
		say_wrong(reader, node, place, _(level->expected));
		return false;
	}
	for (key = level->keys; key->name; key++)
		if (key->required && !yaml_find(node, key->name))
			yaml_error_add(reader->errors, node->line, node->column,
			               _("%s has no key \"%s\", expected %s"), reader_place(reader, place),
			               key->name, _(key->expected));
	for (const struct yaml_node *child = node->first; child; child = child->next) {
		struct place inner = {.up = place};

		if (duplicate(reader, node, child, place))
			continue;
		for (key = level->keys; key->name; key++)
			if (strcmp(key->name, child->key->text) == 0)
				break;
		if (!key->name) {
			say_unknown(reader, level->keys, child->key, place);
			continue;
		}
		inner.key = key->name;
		key->read(reader, key, child, &inner, target);
	}
	return true;
}

bool reader_list(struct reader *reader, const struct key *key, const struct yaml_node *node,
                    const struct place *place)
{
	if (node->kind == YAML_LIST && node->count > 0)
		return true;
	if (node->kind == YAML_LIST)
		yaml_error_add(reader->errors, node->line, node->column,
		               _("%s: found an empty list, expected %s"), reader_place(reader, place),
		               _(key->expected));
	else
		say_wrong(reader, node, place, _(key->expected));
	return false;
}

/* ---- values ---- */

bool template_name_valid(const char *name)
{
	size_t length = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_-");

	return length > 0 && length <= TEMPLATE_NAME && name[length] == '\0' && name[0] != '_' &&
	       name[0] != '-';
}

static void *member(const struct key *key, void *target)
{
	return (char *)target + key->offset;
}

void reader_id(struct reader *reader, const struct key *key, const struct yaml_node *node,
                    const struct place *place, void *target)
{
	const char **id = member(key, target);

	if (node->kind == YAML_TEXT && template_name_valid(node->text))
		*id = groei_arena_text(reader->arena, node->text);
	else
		say_wrong(reader, node, place, _(key->expected));
}

void reader_number(struct reader *reader, const struct key *key,
                        const struct yaml_node *node, const struct place *place, void *target)
{
	int *number = member(key, target);
	size_t digits = node->kind == YAML_TEXT ? strspn(node->text, "0123456789") : 0;
	long value = digits > 0 && digits < 9 ? strtol(node->text, NULL, 10) : -1;

	if (digits == 0 || digits != node->length || value < key->least || value > key->most)
		say_wrong(reader, node, place, _(key->expected));
	else
		*number = (int)value;
}

/* The index of a word; -1, with the error noted, when it is none of them. */
int reader_word(struct reader *reader, const struct key *key, const struct yaml_node *node,
                     const struct place *place)
{
	const char *near;
	size_t count = 0;

	for (; key->words[count]; count++)
		if (node->kind == YAML_TEXT && strcmp(node->text, key->words[count]) == 0)
			return (int)count;
	near = node->kind == YAML_TEXT && reader->errors->count < YAML_ERRORS ?
	           nearest(node, key->words, count) : NULL;
	if (near)
		yaml_error_add(reader->errors, node->line, node->column,
		               _("%s: found %s, expected one of %s; did you mean \"%s\"?"),
		               reader_place(reader, place), found(reader, node),
		               word_list(reader, key->words, count), near);
	else
		say_wrong(reader, node, place,
		          groei_arena_print(reader->scratch, _("one of %s"),
		                            word_list(reader, key->words, count)));
	return -1;
}

/* ---- languages and texts ---- */

/* The language with exactly this code; GROEI_LANGUAGES when there is none. */
static enum groei_language language_of(const struct yaml_node *node)
{
	for (int language = 0; language < GROEI_LANGUAGES; language++)
		if (node->kind == YAML_TEXT &&
		    strcmp(node->text, groei_language_code((enum groei_language)language)) == 0)
			return (enum groei_language)language;
	return GROEI_LANGUAGES;
}

/* The codes of some languages, for a message. */
static const char *language_list(struct reader *reader, unsigned languages)
{
	const char *codes[GROEI_LANGUAGES];
	size_t count = 0;

	for (int language = GROEI_LANGUAGES - 1; language >= 0; language--)
		if (languages & 1u << language)
			codes[count++] = groei_language_code((enum groei_language)language);
	return word_list(reader, codes, count);
}

unsigned reader_declared(const struct yaml_node *root)
{
	const struct yaml_node *list = yaml_find(root, "languages");
	unsigned languages = 0;

	if (!list || list->kind != YAML_LIST)
		return 0;
	for (const struct yaml_node *node = list->first; node; node = node->next) {
		enum groei_language language = language_of(node);

		if (language == GROEI_LANGUAGES)
			return 0;
		languages |= 1u << language;
	}
	return languages;
}

void reader_languages(struct reader *reader, const struct key *key,
                           const struct yaml_node *node, const struct place *place, void *target)
{
	struct place inner = {.up = place};
	unsigned seen = 0;

	(void)target;
	if (!reader_list(reader, key, node, place))
		return;
	for (const struct yaml_node *item = node->first; item; item = item->next, inner.index++) {
		enum groei_language language = language_of(item);

		if (language == GROEI_LANGUAGES)
			say_wrong(reader, item, &inner, language_list(reader, (1u << GROEI_LANGUAGES) - 1));
		else if (seen & 1u << language)
			yaml_error_add(reader->errors, item->line, item->column,
			               _("%s: found %s a second time, expected it once"),
			               reader_place(reader, &inner), found(reader, item));
		else
			seen |= 1u << language;
	}
}

/* One text in one language, without the blanks around it; NULL, with the error noted, when it is
 * not one. */
static const char *read_words(struct reader *reader, const struct key *key,
                              const struct yaml_node *node, const struct place *place)
{
	const char *start = node->text, *end;
	size_t count;

	if (node->kind != YAML_TEXT) {
		say_wrong(reader, node, place, _("a text"));
		return NULL;
	}
	end = start + node->length;
	start += strspn(start, " \t\n");
	while (end > start && strchr(" \t\n", end[-1]))
		end--;
	count = characters(start, (size_t)(end - start));
	if (count == 0) {
		yaml_error_add(reader->errors, node->line, node->column,
		               _("%s: found nothing, expected a text"), reader_place(reader, place));
		return NULL;
	}
	if (count > (size_t)key->most) {
		yaml_error_add(reader->errors, node->line, node->column,
		               _("%s: found %zu characters, expected at most %d"),
		               reader_place(reader, place), count, key->most);
		return NULL;
	}
	if (!key->lines && strcspn(start, "\t\n") < (size_t)(end - start)) {
		yaml_error_add(reader->errors, node->line, node->column,
		               _("%s: found a text with a line break or tab, expected a single line"),
		               reader_place(reader, place));
		return NULL;
	}
	return groei_arena_copy(reader->arena, start, (size_t)(end - start));
}

static void read_translation(struct reader *reader, const struct key *key,
                             const struct yaml_node *child, const struct place *place,
                             struct template_text *text)
{
	enum groei_language language = language_of(child->key);
	struct place inner = {.up = place};

	if (language == GROEI_LANGUAGES) {
		yaml_error_add(reader->errors, child->key->line, child->key->column,
		               _("unknown language %s in %s, expected %s"), reader_quoted(reader, child->key),
		               reader_place(reader, place),
		               language_list(reader, reader->languages ? reader->languages :
		                                     (1u << GROEI_LANGUAGES) - 1));
		return;
	}
	if (reader->languages && !(reader->languages & 1u << language)) {
		yaml_error_add(reader->errors, child->key->line, child->key->column,
		               _("found the language %s in %s, expected only those of \"languages\": %s"),
		               reader_quoted(reader, child->key), reader_place(reader, place),
		               language_list(reader, reader->languages));
		return;
	}
	inner.key = groei_language_code(language);
	text->in[language] = read_words(reader, key, child, &inner);
}

void reader_text(struct reader *reader, const struct key *key, const struct yaml_node *node,
                      const struct place *place, void *target)
{
	struct template_text *text = member(key, target);
	unsigned languages = reader->languages;

	if (node->kind == YAML_MAP) {
		for (const struct yaml_node *child = node->first; child; child = child->next)
			if (!duplicate(reader, node, child, place))
				read_translation(reader, key, child, place, text);
		for (int language = GROEI_LANGUAGES - 1; language >= 0; language--) {
			const char *code = groei_language_code((enum groei_language)language);

			if (languages & 1u << language && !yaml_find(node, code))
				yaml_error_add(reader->errors, node->line, node->column,
				               _("%s has no text in \"%s\", expected one in each of %s"),
				               reader_place(reader, place), code,
				               language_list(reader, languages));
		}
	} else if (node->kind == YAML_TEXT && languages && (languages & (languages - 1)) == 0) {
		const char *words = read_words(reader, key, node, place);

		for (int language = 0; language < GROEI_LANGUAGES; language++)
			if (languages & 1u << language)
				text->in[language] = words;
	} else if (node->kind == YAML_LIST || languages) {
		say_wrong(reader, node, place,
		          groei_arena_print(reader->scratch, _("a text for each of %s"),
		                            language_list(reader, languages ? languages :
		                                          (1u << GROEI_LANGUAGES) - 1)));
	}
}
