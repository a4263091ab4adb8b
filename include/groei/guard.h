/* The guard of words: points out what a note about a person had better not hold (health, religion,
 * pregnancy, union membership …), says why and suggests other words. It never stops anybody. Which
 * words, is said by guard.yaml; see docs/guard.md. */
#ifndef GROEI_GUARD_H
#define GROEI_GUARD_H

#include <groei/groei.h>

struct guard_hit {
	const char *rule;  /* id: "health" */
	const char *title; /* "health", in the handle's language, like the other two */
	const char *why, *suggest;
	const char *found; /* the words as they stand in the text */
	size_t start;      /* where, in bytes */
};

/* What the guard finds in a text, in text order, at most 100. Everything lands in the arena. */
GROEI_API enum groei_status groei_guard_check(struct groei *groei, struct groei_arena *arena,
                                              const char *text, struct guard_hit **hits_out,
                                              size_t *count_out);

/* The first thing found in a text, as a sentence in the arena: what it is about, what to write instead,
 * why. NULL when nothing is found. */
GROEI_API const char *groei_guard_sentence(struct groei *groei, struct groei_arena *arena,
                                           const char *text);

/* The same about the words that were written into records, or typed, since it was asked last, in the
 * arena; NULL when there is nothing to say. Told once. */
GROEI_API const char *groei_guard_said(struct groei *groei, struct groei_arena *arena);

/* Looks at a text while it is typed: something new in it is told by groei_guard_said, once. */
GROEI_API void groei_guard_typed(struct groei *groei, const char *text);

/* Rules of the guard ------------------------------------------------------------------------------ */

struct guard_rule {
	const char *id, *title, *why, *suggest; /* in the handle's language */
	size_t words;                           /* how many it looks for */
};

/* The rules that hold and the file they come from. Good as long as the handle. */
GROEI_API enum groei_status groei_guard_rules(struct groei *groei, struct groei_arena *arena,
                                              struct guard_rule **rules_out, size_t *count_out,
                                              const char **path_out);
/* What is wrong with a file that was passed over; nothing before the rules were needed. */
GROEI_API const struct template_error *groei_guard_errors(struct groei *groei, size_t *count_out);

/* Checks a file of rules: GROEI_OK, or GROEI_INVALID or GROEI_NOT_FOUND with what is wrong. */
GROEI_API enum groei_status groei_guard_file(struct groei_arena *arena, const char *path,
                                             struct template_error **errors_out,
                                             size_t *error_count_out);

#endif
