/* Looks at the wording of a template's questions by the rules of lint.yaml and guard.yaml, and says where
 * in the file it finds something. Must not know the rules. */
#include <groei/template.h>

#include <fcntl.h>
#include <string.h>

#include <groei/text.h>

#include "base/i18n.h"
#include "core/template_private.h"
#include "core/word_rules.h"
#include "core/yaml_file.h"

struct lint {
	struct groei_arena *arena, *scratch;
	const char *file, *text; /* the file's name and all of it */
	size_t length;
	struct word_rules wording, guard;
	enum groei_language language; /* of what is said */
	const char *question;         /* id of the one that is looked at */
	struct template_finding *items;
	size_t count, room;
};

/* Where byte `at` stands. */
static void position(const char *text, size_t at, int *line_out, int *column_out)
{
	*line_out = *column_out = 1;
	for (size_t i = 0; i < at; i++) {
		if (text[i] == '\n') {
			++*line_out;
			*column_out = 1;
		} else if (((unsigned char)text[i] & 0xc0) != 0x80) {
			++*column_out;
		}
	}
}

static size_t offset_of(const struct lint *lint, int line, int column)
{
	size_t length;
	const char *start = yaml_line(lint->text, lint->length, line, &length), *at = start;

	for (; column > 1 && at < start + length; column--)
		for (at++; at < start + length && ((unsigned char)*at & 0xc0) == 0x80; at++)
			;
	return (size_t)(at - lint->text);
}

/* The byte of the file at which the hit in a node's text begins. Blanks may be line breaks there, so the
 * first word is looked for, as often as it occurs. */
static size_t place_of(const struct lint *lint, const struct yaml_node *node,
                       const struct word_hit *hit)
{
	const char *word = groei_arena_copy(lint->scratch, node->text + hit->start, hit->length);
	size_t start = offset_of(lint, node->line, node->column), length;
	const char *at = node->text, *place = lint->text + start;

	length = strcspn(word, " \t\n");
	word = groei_arena_copy(lint->scratch, word, length);
	while ((at = strstr(at, word)) != NULL) {
		place = strstr(place, word);
		if (!place)
			return start;
		if (at >= node->text + hit->start)
			return (size_t)(place - lint->text);
		at += length;
		place += length;
	}
	return start;
}

static void add(struct lint *lint, const struct word_rules *rules, const struct yaml_node *node,
                const struct word_hit *hit)
{
	struct template_finding *finding;
	size_t length;
	const char *source;

	lint->items = groei_arena_grow(lint->arena, lint->items, lint->count, &lint->room,
	                               sizeof *lint->items);
	finding = &lint->items[lint->count++];
	*finding = (struct template_finding){
	    .file = lint->file,
	    .question = groei_arena_text(lint->arena, lint->question),
	    .rule = groei_arena_text(lint->arena, hit->rule->id),
	    .found = groei_arena_copy(lint->arena, node->text + hit->start, hit->length),
	};
	finding->title = groei_arena_text(lint->arena,
	                                  groei_template_text(&hit->rule->title, lint->language));
	finding->why = groei_arena_text(lint->arena,
	                                groei_template_text(&hit->rule->why, lint->language));
	/* What the guard suggests is for notes. */
	finding->suggest = rules == &lint->guard ?
	                       _("Ask about the work instead, or leave the question out.") :
	                       groei_arena_text(lint->arena, groei_template_text(&hit->rule->suggest,
	                                                                         lint->language));
	position(lint->text, place_of(lint, node, hit), &finding->line, &finding->column);
	source = yaml_line(lint->text, lint->length, finding->line, &length);
	if (finding->column <= TEMPLATE_SOURCE)
		finding->source = groei_text_safe_line(
		    lint->arena, groei_arena_copy(lint->scratch, source, length));
}

/* Runs rules over a text, which is one for all languages or one for each. */
static void look(struct lint *lint, const struct word_rules *rules, const struct yaml_node *node,
                 enum question_kind kind)
{
	struct word_hit *hits = NULL;
	size_t count;

	if (!node)
		return;
	if (node->kind == YAML_MAP) {
		for (const struct yaml_node *text = node->first; text; text = text->next)
			look(lint, rules, text, kind);
		return;
	}
	count = word_rules_hits(rules, lint->scratch, node->text, node->length, kind, &hits);
	for (size_t i = 0; i < count; i++)
		add(lint, rules, node, &hits[i]);
}

static void look_at_question(struct lint *lint, const struct yaml_node *node,
                             const struct question *question)
{
	const struct yaml_node *text = yaml_find(node, "text"), *scale = yaml_find(node, "scale");
	const struct yaml_node *choices = yaml_find(node, "choices");

	lint->question = question->id;
	if (!question->literal)
		look(lint, &lint->wording, text, question->kind);
	look(lint, &lint->guard, text, question->kind);
	if (scale) {
		look(lint, &lint->guard, yaml_find(scale, "low-label"), question->kind);
		look(lint, &lint->guard, yaml_find(scale, "high-label"), question->kind);
	}
	for (const struct yaml_node *choice = choices ? choices->first : NULL; choice;
	     choice = choice->next)
		look(lint, &lint->guard, yaml_find(choice, "label"), question->kind);
}

/* In the order of the questions, which is that of the file. */
static void look_at_all(struct lint *lint, const struct yaml_node *root,
                        const struct question_template *template)
{
	const struct question *question = template->questions;

	for (const struct yaml_node *section = yaml_find(root, "sections")->first; section;
	     section = section->next)
		for (const struct yaml_node *node = yaml_find(section, "questions")->first; node;
		     node = node->next)
			look_at_question(lint, node, question++);
}

enum groei_status groei_template_lint(struct groei_arena *arena,
                                      const struct template_folders *folders,
                                      const struct question_template *template,
                                      enum groei_language language,
                                      struct template_finding **findings_out, size_t *count_out,
                                      struct template_error **errors_out, size_t *error_count_out)
{
	struct groei_arena *scratch = groei_arena_open();
	struct lint lint = {.arena = arena, .scratch = scratch, .language = language,
	                    .file = groei_text_safe_line(arena, template->path)};
	struct yaml_errors yaml = {.arena = scratch};
	const struct yaml_node *root = NULL;
	const char *text = NULL;
	size_t count = 0;

	word_rules_find(arena, RULES_LINT, folders, &lint.wording, errors_out, error_count_out);
	if (*error_count_out == 0)
		word_rules_find(arena, RULES_GUARD, folders, &lint.guard, errors_out,
		                error_count_out);
	else
		word_rules_find(arena, RULES_GUARD, folders, &lint.guard, &(struct template_error *){0},
		                &count);
	if (template_source(scratch, template, &text, &lint.length)) {
		lint.text = groei_arena_copy(scratch, text, lint.length);
		root = yaml_read(scratch, lint.text, lint.length, &yaml);
	}
	/* The file may have changed since it was read as a template: then it is read again as one. */
	if (root) {
		struct question_template *again = NULL;

		if (template_read(scratch, template->path, NULL, lint.text, lint.length, &again, NULL,
		                  NULL) == GROEI_OK)
			look_at_all(&lint, root, again);
		else
			root = NULL;
	}
	groei_arena_close(scratch);
	if (!root)
		return GROEI_NOT_FOUND;
	*findings_out = lint.items;
	*count_out = lint.count;
	return GROEI_OK;
}
