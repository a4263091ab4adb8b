/* Reads one template out of a YAML tree. What may stand in a template is said by tables, one row
 * per key and one table per level. Must not know where files come from.
 *
 *   template ── sections[] ── questions[] ── scale
 *                                       └─── choices[] */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <groei/buffer.h>
#include <groei/text.h>

#include "base/hash.h"
#include "base/i18n.h"
#include "core/template_private.h"
#include "core/template_walk.h"
#include "core/yaml_file.h"

const char *const template_formats[] = {"start",  "check-in", "growth", "progress", "review",
                                        "debrief", "stay",    "moment", NULL};
static const char *const kinds[] = {"text", "scale", "choice", "yes-no", "goal", "action", NULL};
static const char *const audiences[] = {"both", "employee", "lead", NULL};
static const char *const visibilities[] = {"shared", "private", NULL};
static const char *const answers[] = {"no", "yes", NULL};
static const char *const lints[] = {"literal", NULL};

/* ---- words ---- */

static void read_template_id(struct reader *reader, const struct key *key,
                             const struct yaml_node *node, const struct place *place,
                             void *target)
{
	reader_id(reader, key, node, place, target);
	if (reader->wanted && reader->template->id &&
	    strcmp(reader->wanted, reader->template->id) != 0)
		yaml_error_add(reader->errors, node->line, node->column,
		               _("id: found %s in a file with another name, expected \"%s\""),
		               reader_quoted(reader, node), reader->wanted);
}

static void read_format(struct reader *reader, const struct key *key,
                        const struct yaml_node *node, const struct place *place, void *target)
{
	struct question_template *template = target;
	int word = reader_word(reader, key, node, place);

	if (word >= 0)
		template->format = key->words[word];
}

static void read_kind(struct reader *reader, const struct key *key, const struct yaml_node *node,
                      const struct place *place, void *target)
{
	struct question *question = target;
	int word = reader_word(reader, key, node, place);

	if (word >= 0)
		question->kind = (enum question_kind)word;
}

static void read_audience(struct reader *reader, const struct key *key,
                          const struct yaml_node *node, const struct place *place, void *target)
{
	struct question *question = target;
	int word = reader_word(reader, key, node, place);

	if (word >= 0)
		question->audience = (enum question_audience)word;
}

static void read_visibility(struct reader *reader, const struct key *key,
                            const struct yaml_node *node, const struct place *place, void *target)
{
	struct question *question = target;
	int word = reader_word(reader, key, node, place);

	if (word >= 0)
		question->visibility = (enum question_visibility)word;
}

static void read_skip(struct reader *reader, const struct key *key, const struct yaml_node *node,
                      const struct place *place, void *target)
{
	struct question *question = target;
	int word = reader_word(reader, key, node, place);

	if (word >= 0)
		question->skippable = word;
}

static void read_lint(struct reader *reader, const struct key *key, const struct yaml_node *node,
                      const struct place *place, void *target)
{
	struct question *question = target;

	if (reader_word(reader, key, node, place) >= 0)
		question->literal = 1;
}

/* ---- scale and choices ---- */

#define ID N_("a name of at most 64 of a-z, 0-9, - and _")
#define TEXT N_("a text in every language")

static const struct key scale_keys[] = {
	{.name = "low", .expected = N_("a whole number from 0 to 99"), .read = reader_number,
	 .offset = offsetof(struct question, low), .required = 1, .most = 99},
	{.name = "high", .expected = N_("a whole number from 1 to 100"), .read = reader_number,
	 .offset = offsetof(struct question, high), .required = 1, .least = 1, .most = 100},
	{.name = "low-label", .expected = TEXT, .read = reader_text,
	 .offset = offsetof(struct question, low_label), .required = 1, .most = 60},
	{.name = "high-label", .expected = TEXT, .read = reader_text,
	 .offset = offsetof(struct question, high_label), .required = 1, .most = 60},
	{0},
};
static const struct level scale_level = {
	N_("a map with low, high, low-label and high-label"), scale_keys};

static void read_scale(struct reader *reader, const struct key *key, const struct yaml_node *node,
                       const struct place *place, void *target)
{
	struct question *question = target;
	size_t before = reader->errors->count;
	const struct yaml_node *high;

	(void)key;
	if (!reader_map(reader, &scale_level, node, place, target) || reader->errors->count > before)
		return;
	high = yaml_find(node, "high");
	if (question->high <= question->low)
		yaml_error_add(reader->errors, high->line, high->column,
		               _("%s: found the range %d to %d, expected high above low"),
		               reader_place(reader, place), question->low, question->high);
}

static const struct key choice_keys[] = {
	{.name = "id", .expected = ID, .read = reader_id,
	 .offset = offsetof(struct template_choice, id), .required = 1},
	{.name = "label", .expected = TEXT, .read = reader_text,
	 .offset = offsetof(struct template_choice, label), .required = 1, .most = 120},
	{0},
};
static const struct level choice_level = {N_("a map with id and label"), choice_keys};

/* Notes a second use of an id. */
static void say_twice(struct reader *reader, const struct yaml_node *holder,
                      const struct place *place, int line)
{
	const struct yaml_node *id = yaml_find(holder, "id");

	yaml_error_add(reader->errors, id->line, id->column,
	               _("duplicate id %s in %s; it is used on line %d already"),
	               reader_quoted(reader, id), reader_place(reader, place), line);
}

static void read_choices(struct reader *reader, const struct key *key,
                         const struct yaml_node *node, const struct place *place, void *target)
{
	enum { FEWEST = 2, MOST = 20 };
	struct question *question = target;
	struct place inner = {.up = place};
	struct template_choice *choices;
	int lines[MOST];
	size_t count = 0;

	if (!reader_list(reader, key, node, place))
		return;
	if (node->count < FEWEST || node->count > MOST) {
		yaml_error_add(reader->errors, node->line, node->column,
		               _("%s: found %zu choices, expected %d to %d"), reader_place(reader, place),
		               node->count, FEWEST, MOST);
		return;
	}
	choices = groei_arena_take(reader->arena, node->count * sizeof *choices);
	for (const struct yaml_node *item = node->first; item; item = item->next) {
		inner.index = count;
		reader_map(reader, &choice_level, item, &inner, &choices[count]);
		lines[count] = choices[count].id ? yaml_find(item, "id")->line : 0;
		for (size_t i = 0; i < count && choices[count].id; i++)
			if (choices[i].id && strcmp(choices[i].id, choices[count].id) == 0) {
				say_twice(reader, item, &inner, lines[i]);
				break;
			}
		count++;
	}
	question->choices = choices;
	question->choice_count = count;
}

/* ---- questions, sections, the template ---- */

static const struct key question_keys[] = {
	{.name = "id", .expected = ID, .read = reader_id, .offset = offsetof(struct question, id),
	 .required = 1},
	{.name = "kind", .expected = N_("text, scale, choice, yes-no, goal or action"),
	 .read = read_kind, .required = 1, .words = kinds},
	{.name = "for", .expected = N_("both, employee or lead"), .read = read_audience,
	 .words = audiences},
	{.name = "visibility", .expected = N_("shared or private"), .read = read_visibility,
	 .words = visibilities},
	{.name = "skip", .expected = N_("yes or no"), .read = read_skip, .words = answers},
	{.name = "lint", .expected = "literal", .read = read_lint, .words = lints},
	{.name = "text", .expected = TEXT, .read = reader_text,
	 .offset = offsetof(struct question, text), .required = 1, .most = 300},
	{.name = "help", .expected = TEXT, .read = reader_text,
	 .offset = offsetof(struct question, help), .most = 1000, .lines = 1},
	{.name = "scale", .expected = N_("a map with low, high, low-label and high-label"),
	 .read = read_scale},
	{.name = "choices", .expected = N_("a list of choices"), .read = read_choices},
	{0},
};
static const struct level question_level = {N_("a map with id, kind and text"), question_keys};

/* What belongs to one kind of question is there for that kind, and for no other. */
static void belongs(struct reader *reader, const struct yaml_node *node, const char *name,
                    const struct place *place, enum question_kind owner,
                    const struct question *question)
{
	const struct yaml_node *child = yaml_find(node, name);

	if (question->kind == QUESTION_KINDS)
		return;
	if (!child && question->kind == owner)
		yaml_error_add(reader->errors, node->line, node->column,
		               _("%s has no key \"%s\", expected it in a question of kind \"%s\""),
		               reader_place(reader, place), name, kinds[owner]);
	else if (child && question->kind != owner)
		yaml_error_add(reader->errors, child->key->line, child->key->column,
		               _("found the key \"%s\" in %s, expected it only where kind is \"%s\", "
		                 "not \"%s\""),
		               name, reader_place(reader, place), kinds[owner], kinds[question->kind]);
}

/* With the NUL, so that no two wordings run into each other. */
static uint64_t hash_word(uint64_t hash, const char *text)
{
	return hash_add(hash, text, strlen(text) + 1);
}

static uint64_t hash_text(uint64_t hash, const struct template_text *text)
{
	for (int language = 0; language < GROEI_LANGUAGES; language++) {
		hash = hash_word(hash, groei_language_code((enum groei_language)language));
		hash = hash_word(hash, text->in[language] ? text->in[language] : "");
	}
	return hash;
}

static void hash_question(struct question *question)
{
	char range[48];
	uint64_t hash = hash_word(HASH_START, kinds[question->kind]);

	snprintf(range, sizeof range, "%d-%d", question->low, question->high);
	hash = hash_word(hash_text(hash, &question->text), range);
	hash = hash_text(hash_text(hash, &question->low_label), &question->high_label);
	for (size_t i = 0; i < question->choice_count; i++)
		hash = hash_text(hash_word(hash, question->choices[i].id), &question->choices[i].label);
	hash_hex(hash, question->hash);
}

static void read_question(struct reader *reader, const struct yaml_node *node,
                          const struct place *place, size_t section)
{
	size_t count = reader->template->question_count++;
	struct question *question = &reader->questions[count];

	*question = (struct question){.kind = QUESTION_KINDS, .skippable = 1, .section = section};
	if (!reader_map(reader, &question_level, node, place, question))
		return;
	belongs(reader, node, "scale", place, QUESTION_SCALE, question);
	belongs(reader, node, "choices", place, QUESTION_CHOICE, question);
	if (question->id) {
		reader->question_lines[count] = yaml_find(node, "id")->line;
		for (size_t i = 0; i < count; i++)
			if (reader->questions[i].id && strcmp(reader->questions[i].id, question->id) == 0) {
				say_twice(reader, node, place, reader->question_lines[i]);
				break;
			}
	}
	if (reader->errors->count == 0)
		hash_question(question);
}

static void read_questions(struct reader *reader, const struct key *key,
                           const struct yaml_node *node, const struct place *place, void *target)
{
	struct template_section *section = target;
	struct place inner = {.up = place};

	if (!reader_list(reader, key, node, place))
		return;
	section->first = reader->template->question_count;
	section->count = node->count;
	for (const struct yaml_node *item = node->first; item; item = item->next, inner.index++)
		read_question(reader, item, &inner, (size_t)(section - reader->template->sections));
}

static const struct key section_keys[] = {
	{.name = "id", .expected = ID, .read = reader_id,
	 .offset = offsetof(struct template_section, id), .required = 1},
	{.name = "title", .expected = TEXT, .read = reader_text,
	 .offset = offsetof(struct template_section, title), .required = 1, .most = 80},
	{.name = "questions", .expected = N_("a list of questions"), .read = read_questions,
	 .required = 1},
	{0},
};
static const struct level section_level = {N_("a map with id, title and questions"),
                                           section_keys};

/* Room for the questions of all sections, so that their places never change. */
static void make_room(struct reader *reader, const struct yaml_node *sections)
{
	size_t count = 0;

	for (const struct yaml_node *node = sections->first; node; node = node->next) {
		const struct yaml_node *questions = yaml_find(node, "questions");

		if (questions && questions->kind == YAML_LIST)
			count += questions->count;
	}
	reader->questions = groei_arena_take(reader->arena, count * sizeof *reader->questions);
	reader->question_lines =
	    groei_arena_take(reader->scratch, count * sizeof *reader->question_lines);
	reader->template->questions = reader->questions;
}

static void read_sections(struct reader *reader, const struct key *key,
                          const struct yaml_node *node, const struct place *place, void *target)
{
	struct question_template *template = target;
	struct place inner = {.up = place};
	struct template_section *sections;
	int *lines;

	if (!reader_list(reader, key, node, place))
		return;
	make_room(reader, node);
	sections = groei_arena_take(reader->arena, node->count * sizeof *sections);
	lines = groei_arena_take(reader->scratch, node->count * sizeof *lines);
	template->sections = sections;
	for (const struct yaml_node *item = node->first; item; item = item->next, inner.index++) {
		struct template_section *section = &sections[template->section_count++];

		reader_map(reader, &section_level, item, &inner, section);
		lines[inner.index] = section->id ? yaml_find(item, "id")->line : 0;
		for (size_t i = 0; i < inner.index && section->id; i++)
			if (sections[i].id && strcmp(sections[i].id, section->id) == 0) {
				say_twice(reader, item, &inner, lines[i]);
				break;
			}
	}
}

static const struct key template_keys[] = {
	{.name = "id", .expected = ID, .read = read_template_id,
	 .offset = offsetof(struct question_template, id), .required = 1},
	{.name = "version", .expected = N_("a whole number from 1 to 1000000"), .read = reader_number,
	 .offset = offsetof(struct question_template, version), .required = 1, .least = 1,
	 .most = 1000000},
	{.name = "format", .expected = N_("a format of conversation such as growth or check-in"),
	 .read = read_format, .required = 1, .words = template_formats},
	{.name = "languages", .expected = N_("a list of language codes such as [nl, en]"),
	 .read = reader_languages, .required = 1},
	{.name = "title", .expected = TEXT, .read = reader_text,
	 .offset = offsetof(struct question_template, title), .required = 1, .most = 80},
	{.name = "intro", .expected = TEXT, .read = reader_text,
	 .offset = offsetof(struct question_template, intro), .most = 1000, .lines = 1},
	{.name = "sections", .expected = N_("a list of sections"), .read = read_sections,
	 .required = 1},
	{0},
};
static const struct level template_level = {N_("\"key: value\" lines"), template_keys};

const char *template_schema_key(size_t n)
{
	static const struct key *const levels[] = {template_keys, section_keys, question_keys,
	                                           scale_keys, choice_keys};

	for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
		for (const struct key *key = levels[i]; key->name; key++)
			if (n-- == 0)
				return key->name;
	return NULL;
}

enum groei_status template_read(struct groei_arena *arena, const char *file, const char *wanted,
                                const char *text, size_t length,
                                struct question_template **template_out,
                                struct template_error **errors_out, size_t *error_count_out)
{
	struct groei_arena *scratch = groei_arena_open();
	struct yaml_errors errors = {.arena = scratch};
	struct question_template template = {.path = groei_arena_text(arena, file)};
	struct reader reader = {.arena = arena, .scratch = scratch, .errors = &errors,
	                        .wanted = wanted, .template = &template};
	const struct yaml_node *root = yaml_read(scratch, text, length, &errors);

	if (root) {
		reader.languages = reader_declared(root);
		reader_map(&reader, &template_level, root, NULL, &template);
	}
	if (errors.count > 0) {
		yaml_file_errors(arena, file, text, length, &errors, errors_out, error_count_out);
	} else {
		struct question_template *result = groei_arena_take(arena, sizeof *result);

		*result = template;
		*template_out = result;
	}
	groei_arena_close(scratch);
	return errors.count > 0 ? GROEI_INVALID : GROEI_OK;
}
