/* The guard of words: rules read once for a handle, texts compared with them, and what to say about the
 * words that were just written. Must not know which words; guard.yaml does. */
#include <groei/guard.h>

#include <string.h>

#include <groei/text.h>

#include "core/core.h"
#include "core/guard.h"

/* Read at the first use; kept by the handle. */
static const struct word_rules *rules_of(struct groei *groei)
{
	if (groei->guard == NULL) {
		struct word_rules *rules = groei_arena_take(groei->arena, sizeof *rules);

		word_rules_find(groei->arena, RULES_GUARD, &groei->folders, rules,
		                &groei->guard_errors, &groei->guard_error_count);
		groei->guard = rules;
	}
	return groei->guard;
}

static struct guard_hit hit_of(const struct groei *groei, struct groei_arena *arena,
                               const char *text, const struct word_hit *hit)
{
	return (struct guard_hit){
	    .rule = hit->rule->id,
	    .title = groei_template_text(&hit->rule->title, groei->language),
	    .why = groei_template_text(&hit->rule->why, groei->language),
	    .suggest = groei_template_text(&hit->rule->suggest, groei->language),
	    .found = groei_arena_copy(arena, text + hit->start, hit->length),
	    .start = hit->start,
	};
}

enum groei_status groei_guard_check(struct groei *groei, struct groei_arena *arena, const char *text,
                                    struct guard_hit **hits_out, size_t *count_out)
{
	struct groei_arena *scratch = groei_arena_open();
	struct word_hit *found = NULL;
	size_t count = word_rules_hits(rules_of(groei), scratch, text, strlen(text), QUESTION_KINDS,
	                               &found);
	struct guard_hit *hits = groei_arena_take(arena, count * sizeof *hits);

	for (size_t i = 0; i < count; i++)
		hits[i] = hit_of(groei, arena, text, &found[i]);
	groei_arena_close(scratch);
	*hits_out = hits;
	*count_out = count;
	return GROEI_OK;
}

static const char *sentence(struct groei_arena *arena, const struct guard_hit *hit)
{
	return groei_arena_print(arena, _("“%s” tells about %s. %s %s"),
	                         groei_text_safe_line(arena, hit->found), hit->title, hit->suggest,
	                         hit->why);
}

const char *groei_guard_sentence(struct groei *groei, struct groei_arena *arena, const char *text)
{
	struct guard_hit *hits = NULL;
	size_t count = 0;

	if (groei_guard_check(groei, arena, text, &hits, &count) != GROEI_OK || count == 0)
		return NULL;
	return sentence(arena, &hits[0]);
}

void guard_written(struct groei *groei, const struct groei_table *table, const void *before,
                   const void *after)
{
	for (size_t i = 0; i < table->field_count && groei->guard_said == NULL; i++) {
		const struct groei_field *field = &table->fields[i];
		const char *text;

		if (!(field->flags & FIELD_CONTENT) || field->storage != GROEI_STORED_TEXT ||
		    value_absent(field, after) ||
		    (before != NULL && value_same(field, before, after)))
			continue;
		text = groei_guard_sentence(groei, groei->store->scratch,
		                            value_get_text(field, after));
		if (text != NULL)
			groei->guard_said = groei_arena_text(groei->arena, text);
	}
}

void groei_guard_typed(struct groei *groei, const char *text)
{
	struct groei_arena *scratch = groei_arena_open();
	const char *said = groei_guard_sentence(groei, scratch, text);

	if (said == NULL)
		groei->guard_typed = NULL;
	else if (groei->guard_typed == NULL || strcmp(said, groei->guard_typed) != 0)
		groei->guard_said = groei->guard_typed = groei_arena_text(groei->arena, said);
	groei_arena_close(scratch);
}

const char *groei_guard_said(struct groei *groei, struct groei_arena *arena)
{
	const char *said = groei_arena_text(arena, groei->guard_said);

	groei->guard_said = NULL;
	return said;
}

enum groei_status groei_guard_rules(struct groei *groei, struct groei_arena *arena,
                                    struct guard_rule **rules_out, size_t *count_out,
                                    const char **path_out)
{
	const struct word_rules *held = rules_of(groei);
	struct guard_rule *rules = groei_arena_take(arena, held->count * sizeof *rules);

	for (size_t i = 0; i < held->count; i++)
		rules[i] = (struct guard_rule){
		    .id = held->rules[i].id,
		    .title = groei_template_text(&held->rules[i].title, groei->language),
		    .why = groei_template_text(&held->rules[i].why, groei->language),
		    .suggest = groei_template_text(&held->rules[i].suggest, groei->language),
		    .words = held->rules[i].word_count,
		};
	*rules_out = rules;
	*count_out = held->count;
	*path_out = held->path;
	return GROEI_OK;
}

const struct template_error *groei_guard_errors(struct groei *groei, size_t *count_out)
{
	*count_out = groei->guard_error_count;
	return groei->guard_errors;
}

enum groei_status groei_guard_file(struct groei_arena *arena, const char *path,
                                   struct template_error **errors_out, size_t *error_count_out)
{
	struct word_rules rules;

	return word_rules_check(arena, RULES_GUARD, path, &rules, errors_out, error_count_out);
}
