/* Reads rules about words and finds what they look for. Must not know who asks.
 *
 *   rules[] ── words, except: language ── phrases[] */
#include "core/word_rules.h"

#include <fcntl.h>
#include <string.h>

#include <groei/data.h>

#include "base/i18n.h"
#include "core/template_walk.h"
#include "core/yaml_file.h"

enum { PHRASE_MOST = 80, HITS_MOST = 100 };

/* What may stand in the files ------------------------------------------------------------------- */

static const char *const places[] = {"anywhere", "question", NULL};
static const char *const kinds[] = {"text", "scale", "choice", "yes-no", "goal", "action", NULL};

struct phrases {
	struct phrase *items;
	size_t count;
};

static void read_phrase(struct reader *reader, const struct yaml_node *node,
                        const struct place *place, struct phrases *phrases)
{
	static const struct key row = {
	    .expected = N_("words without a * in their middle, at most 80 characters")};

	if (node->kind == YAML_TEXT && node->length <= PHRASE_MOST &&
	    phrase_read(reader->arena, node->text, &phrases->items[phrases->count]))
		phrases->count++;
	else
		reader_wrong(reader, &row, node, place);
}

/* A list of phrases for each language, all into one: notes mix languages. */
static void read_phrases(struct reader *reader, const struct key *key, const struct yaml_node *node,
                         const struct place *place, struct phrases *phrases)
{
	size_t room = 0;

	if (node->kind != YAML_MAP) {
		reader_wrong(reader, key, node, place);
		return;
	}
	for (const struct yaml_node *list = node->first; list; list = list->next)
		room += list->count;
	phrases->items = groei_arena_take(reader->arena, (room + 1) * sizeof *phrases->items);
	for (const struct yaml_node *list = node->first; list; list = list->next) {
		struct place language = {.up = place, .key = list->key->text};
		struct place inner = {.up = &language};
		enum groei_language known;

		if (list->kind != YAML_LIST || !groei_language_parse(list->key->text, &known)) {
			reader_wrong(reader, key, list, &language);
			continue;
		}
		for (const struct yaml_node *item = list->first; item; item = item->next, inner.index++)
			read_phrase(reader, item, &inner, phrases);
	}
}

static void read_words(struct reader *reader, const struct key *key, const struct yaml_node *node,
                       const struct place *place, void *target)
{
	struct word_rule *rule = target;
	struct phrases phrases = {0};

	read_phrases(reader, key, node, place, &phrases);
	rule->words = phrases.items;
	rule->word_count = phrases.count;
}

static void read_except(struct reader *reader, const struct key *key, const struct yaml_node *node,
                        const struct place *place, void *target)
{
	struct word_rule *rule = target;
	struct phrases phrases = {0};

	read_phrases(reader, key, node, place, &phrases);
	rule->except = phrases.items;
	rule->except_count = phrases.count;
}

static void read_where(struct reader *reader, const struct key *key, const struct yaml_node *node,
                       const struct place *place, void *target)
{
	struct word_rule *rule = target;
	int word = reader_word(reader, key, node, place);

	if (word >= 0)
		rule->where = word;
}

static void read_not_for(struct reader *reader, const struct key *key, const struct yaml_node *node,
                         const struct place *place, void *target)
{
	struct word_rule *rule = target;
	struct place inner = {.up = place};

	if (!reader_list(reader, key, node, place))
		return;
	for (const struct yaml_node *item = node->first; item; item = item->next, inner.index++) {
		int word = reader_word(reader, key, item, &inner);

		if (word >= 0)
			rule->not_for |= 1u << word;
	}
}

#define TEXT N_("a text in every language")
#define PHRASES N_("a list of words for each language, nl and en")

#define COMMON                                                                                     \
	{.name = "id", .expected = N_("a name of at most 64 of a-z, 0-9, - and _"),                \
	 .read = reader_id, .offset = offsetof(struct word_rule, id), .required = 1},              \
	{.name = "title", .expected = TEXT, .read = reader_text,                                   \
	 .offset = offsetof(struct word_rule, title), .required = 1, .most = 60},                  \
	{.name = "why", .expected = TEXT, .read = reader_text,                                     \
	 .offset = offsetof(struct word_rule, why), .required = 1, .most = 300},                   \
	{.name = "suggest", .expected = TEXT, .read = reader_text,                                 \
	 .offset = offsetof(struct word_rule, suggest), .required = 1, .most = 200},               \
	{.name = "words", .expected = PHRASES, .read = read_words, .required = 1},                 \
	{.name = "except", .expected = PHRASES, .read = read_except}

static const struct key guard_keys[] = {COMMON, {0}};
static const struct key lint_keys[] = {
    COMMON,
    {.name = "where", .expected = "anywhere, question", .read = read_where, .words = places},
    {.name = "not-for", .expected = N_("a list of kinds of question"), .read = read_not_for,
     .words = kinds},
    {.name = "marks", .expected = N_("a whole number from 1 to 9"), .read = reader_number,
     .offset = offsetof(struct word_rule, marks), .least = 1, .most = 9},
    {0},
};
static const struct level rule_levels[] = {
    [RULES_GUARD] = {N_("a map with id, title, why, suggest and words"), guard_keys},
    [RULES_LINT] = {N_("a map with id, title, why, suggest and words"), lint_keys},
};

struct target {
	struct word_rules rules;
	enum word_rules_kind kind;
	int version;
};

static void read_rules(struct reader *reader, const struct key *key, const struct yaml_node *node,
                       const struct place *place, void *context)
{
	struct target *target = context;
	struct place inner = {.up = place};
	struct word_rule *rules;

	if (!reader_list(reader, key, node, place))
		return;
	rules = groei_arena_take(reader->arena, node->count * sizeof *rules);
	for (const struct yaml_node *item = node->first; item; item = item->next, inner.index++) {
		reader_map(reader, &rule_levels[target->kind], item, &inner, &rules[inner.index]);
		for (size_t i = 0; i < inner.index && rules[inner.index].id; i++)
			if (rules[i].id && strcmp(rules[i].id, rules[inner.index].id) == 0)
				yaml_error_add(reader->errors, item->line, item->column,
				               _("duplicate id \"%s\" in %s"), rules[i].id,
				               reader_place(reader, &inner));
	}
	target->rules.rules = rules;
	target->rules.count = node->count;
}

static const struct key file_keys[] = {
    {.name = "version", .expected = N_("a whole number from 1 to 1000000"), .read = reader_number,
     .offset = offsetof(struct target, version), .required = 1, .least = 1, .most = 1000000},
    {.name = "languages", .expected = N_("a list of language codes such as [nl, en]"),
     .read = reader_languages, .required = 1},
    {.name = "rules", .expected = N_("a list of rules"), .read = read_rules, .required = 1},
    {0},
};
static const struct level file_level = {N_("\"key: value\" lines"), file_keys};

const char *word_rules_key(size_t n)
{
	static const struct key *const levels[] = {file_keys, lint_keys};

	for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
		for (const struct key *key = levels[i]; key->name; key++)
			if (n-- == 0)
				return key->name;
	return NULL;
}

enum groei_status word_rules_read(struct groei_arena *arena, enum word_rules_kind kind,
                                  const char *file, const char *text, size_t length,
                                  struct word_rules *rules_out, struct template_error **errors_out,
                                  size_t *error_count_out)
{
	struct groei_arena *scratch = groei_arena_open();
	struct yaml_errors errors = {.arena = scratch};
	struct target target = {.kind = kind};
	struct reader reader = {.arena = arena, .scratch = scratch, .errors = &errors,
	                        .whole = N_("the file")};
	const struct yaml_node *root = yaml_read(scratch, text, length, &errors);

	if (root) {
		reader.languages = reader_declared(root);
		reader_map(&reader, &file_level, root, NULL, &target);
	}
	if (errors.count > 0) {
		yaml_file_errors(arena, file, text, length, &errors, errors_out, error_count_out);
	} else {
		*rules_out = target.rules;
		rules_out->path = groei_arena_text(arena, file);
	}
	groei_arena_close(scratch);
	return errors.count > 0 ? GROEI_INVALID : GROEI_OK;
}

enum groei_status word_rules_check(struct groei_arena *arena, enum word_rules_kind kind,
                                   const char *path, struct word_rules *rules_out,
                                   struct template_error **errors_out, size_t *error_count_out)
{
	struct groei_arena *scratch = groei_arena_open();
	const char *text = NULL;
	size_t length = 0;
	enum groei_status status;

	status = yaml_file_load(arena, scratch, AT_FDCWD, path, path, &text, &length, errors_out,
	                        error_count_out);
	if (status == GROEI_OK)
		status = word_rules_read(arena, kind, path, text, length, rules_out, errors_out,
		                         error_count_out);
	groei_arena_close(scratch);
	return status;
}

void word_rules_find(struct groei_arena *arena, enum word_rules_kind kind,
                     const struct template_folders *folders, struct word_rules *rules_out,
                     struct template_error **errors_out, size_t *error_count_out)
{
	const char *name = kind == RULES_GUARD ? "guard.yaml" : "lint.yaml", *text;
	size_t length = 0;

	*error_count_out = 0;
	for (int layer = LAYER_USER; folders && layer > LAYER_BUILTIN; layer--) {
		struct template_error *errors = NULL;
		size_t count = 0;
		const char *path = yaml_file_beside(arena, folders->folder[layer], name);
		enum groei_status status =
		    path ? word_rules_check(arena, kind, path, rules_out, &errors, &count) :
		           GROEI_NOT_FOUND;

		rules_out->layer = (enum template_layer)layer;
		if (status == GROEI_OK)
			return;
		if (status == GROEI_INVALID && *error_count_out == 0) {
			*errors_out = errors;
			*error_count_out = count;
		}
	}
	*rules_out = (struct word_rules){0};
	text = groei_data(name, &length);
	if (text) {
		struct template_error *none;
		size_t count;

		word_rules_read(arena, kind, groei_arena_print(arena, "built-in:%s", name), text,
		                length, rules_out, &none, &count);
	}
}

/* Finding ---------------------------------------------------------------------------------------- */

struct search {
	const char *text;
	size_t length;
	const struct text_word *words;
	size_t count;
};

/* Whether an exception of the rule covers all of the words [at, at + taken). */
static bool excepted(const struct word_rule *rule, const struct search *search, size_t at,
                     size_t taken)
{
	for (size_t i = 0; i < rule->except_count; i++) {
		size_t reach = rule->except[i].count, from = at + 1 > reach ? at + 1 - reach : 0;

		for (; from <= at; from++) {
			size_t found = phrase_at(&rule->except[i], search->words, search->count, from);

			if (found > 0 && from + found >= at + taken)
				return true;
		}
	}
	return false;
}

/* Whether a sentence starts with this word and ends in a question mark. */
static bool begins_question(const struct search *search, size_t at)
{
	size_t from = at > 0 ? search->words[at - 1].start + search->words[at - 1].length : 0;
	size_t to = search->words[at].start;
	size_t ends;

	for (; at > 0 && from < to && !strchr(".?!:;\n", search->text[from]); from++)
		;
	if (at > 0 && from == to)
		return false;
	for (ends = to; ends < search->length && !strchr("?.!;\n", search->text[ends]); ends++)
		;
	return ends < search->length && search->text[ends] == '?';
}

/* The words from `at` on that the rule finds: the most that one of its phrases covers. */
static size_t rule_at(const struct word_rule *rule, const struct search *search, size_t at)
{
	size_t most = 0;
	char first = search->words[at].key[0];

	if (rule->where == RULE_QUESTION && !begins_question(search, at))
		return 0;
	for (size_t i = 0; i < rule->word_count; i++) {
		size_t found;

		if (rule->words[i].first && rule->words[i].first != first)
			continue;
		found = phrase_at(&rule->words[i], search->words, search->count, at);
		if (found > most && !excepted(rule, search, at, found))
			most = found;
	}
	return most;
}

/* Where the question mark stands that is one too many; `length` of the text when none is. */
static size_t mark_at(const struct word_rule *rule, const struct search *search)
{
	int marks = 0;

	for (size_t at = 0; rule->marks > 0 && at < search->length; at++)
		if (search->text[at] == '?' && ++marks == rule->marks)
			return at;
	return search->length;
}

size_t word_rules_hits(const struct word_rules *rules, struct groei_arena *arena, const char *text,
                       size_t length, enum question_kind kind, struct word_hit **hits_out)
{
	struct word_hit *hits = groei_arena_take(arena, HITS_MOST * sizeof *hits);
	struct text_word *words = NULL;
	struct search search = {.text = text, .length = length};
	size_t count = 0;

	search.count = phrase_words(arena, text, length, &words);
	search.words = words;
	for (size_t r = 0; r < rules->count; r++) {
		const struct word_rule *rule = &rules->rules[r];
		size_t mark = mark_at(rule, &search), before = count;

		if (kind < QUESTION_KINDS && rule->not_for & 1u << kind)
			continue;
		for (size_t at = 0; at < search.count && count < HITS_MOST; at++) {
			size_t taken = rule_at(rule, &search, at);
			const struct text_word *last = &words[at + (taken > 0 ? taken - 1 : 0)];

			if (taken == 0)
				continue;
			hits[count++] = (struct word_hit){rule, words[at].start,
			                                  last->start + last->length - words[at].start};
			at += taken - 1;
		}
		if (mark < length && count == before && count < HITS_MOST)
			hits[count++] = (struct word_hit){rule, mark, 1};
	}
	for (size_t i = 1; i < count; i++)
		for (size_t j = i; j > 0 && hits[j - 1].start > hits[j].start; j--) {
			struct word_hit swap = hits[j];

			hits[j] = hits[j - 1];
			hits[j - 1] = swap;
		}
	*hits_out = hits;
	return count;
}
