/* Rules about words, read from YAML: those that a note had better not hold (guard.yaml), and those that
 * make a question a poor one (lint.yaml). Both are looked up as templates are, the narrowest file wins. */
#ifndef WORD_RULES_H
#define WORD_RULES_H

#include <groei/template.h>

#include "base/phrase.h"

enum word_rules_kind { RULES_GUARD, RULES_LINT };
enum word_rule_where { RULE_ANYWHERE, RULE_QUESTION };

struct word_rule {
	const char *id;
	struct template_text title, why, suggest;
	const struct phrase *words, *except; /* of all languages */
	size_t word_count, except_count;
	int where;                  /* enum word_rule_where: anywhere, or at the start of a question */
	unsigned not_for;           /* kinds of question it leaves alone, a bit each */
	int marks;                  /* so many question marks are found too; 0: they are not counted */
};

struct word_rules {
	const struct word_rule *rules;
	size_t count;
	const char *path; /* "built-in:guard.yaml" or the file */
	enum template_layer layer;
};

/* A place where a rule finds something, in bytes. */
struct word_hit {
	const struct word_rule *rule;
	size_t start, length;
};

/* Reads rules from text; as groei_template_parse. */
enum groei_status word_rules_read(struct groei_arena *arena, enum word_rules_kind kind,
                                  const char *file, const char *text, size_t length,
                                  struct word_rules *rules_out, struct template_error **errors_out,
                                  size_t *error_count_out);
/* The same from a file. GROEI_NOT_FOUND when there is none. */
enum groei_status word_rules_check(struct groei_arena *arena, enum word_rules_kind kind,
                                   const char *path, struct word_rules *rules_out,
                                   struct template_error **errors_out, size_t *error_count_out);
/* Those that hold. What is wrong with narrower files, which are passed over, is told in errors_out. */
void word_rules_find(struct groei_arena *arena, enum word_rules_kind kind,
                     const struct template_folders *folders, struct word_rules *rules_out,
                     struct template_error **errors_out, size_t *error_count_out);

/* Where the rules find something in a text, in text order, in the arena; their number. `kind` is the
 * kind of question, QUESTION_KINDS for other text. */
size_t word_rules_hits(const struct word_rules *rules, struct groei_arena *arena, const char *text,
                       size_t length, enum question_kind kind, struct word_hit **hits_out);

/* The n-th key of the file, NULL beyond the last; for the test that compares it with the manual. */
const char *word_rules_key(size_t n);

#endif
