/* Question templates: YAML files with the questions of a conversation, in sections.
 *
 * Looked up in four layers, the narrowest winning: built into the library, the system's folder,
 * the organisation's, the user's. The format is described in docs/template-format.md. */
#ifndef GROEI_TEMPLATE_H
#define GROEI_TEMPLATE_H

#include <stddef.h>

#include <groei/api.h>
#include <groei/arena.h>
#include <groei/date.h>
#include <groei/status.h>

enum question_kind {
	QUESTION_TEXT,
	QUESTION_SCALE,  /* a whole number from low to high */
	QUESTION_CHOICE, /* one of choices[] */
	QUESTION_YESNO,
	QUESTION_GOAL,   /* the answer can become a goal */
	QUESTION_ACTION, /* the answer can become an action */
	QUESTION_KINDS
};

enum question_audience { FOR_BOTH, FOR_EMPLOYEE, FOR_LEAD, QUESTION_AUDIENCES };
enum question_visibility { VISIBLE_SHARED, VISIBLE_PRIVATE, QUESTION_VISIBILITIES };
enum template_layer { LAYER_BUILTIN, LAYER_SYSTEM, LAYER_ORGANISATION, LAYER_USER, TEMPLATE_LAYERS };

/* Texts by language; every one that is required is there in every language of the template. */
struct template_text {
	const char *in[GROEI_LANGUAGES];
};

struct template_choice {
	const char *id; /* stable, what the answer stores */
	struct template_text label;
};

struct question {
	const char *id; /* stable: answers are followed by it over years, in every template that has it */
	enum question_kind kind;
	enum question_audience audience;
	enum question_visibility visibility;
	int skippable;             /* 1 unless the template says skip: no */
	int literal;               /* 1: its wording is meant so, the lint leaves it alone */
	struct template_text text; /* the question itself */
	struct template_text help; /* a hint; may be absent */
	int low, high;             /* of a scale; 0, 0 otherwise */
	struct template_text low_label, high_label; /* of a scale */
	const struct template_choice *choices;
	size_t choice_count;
	size_t section; /* index of its section */
	char hash[17];  /* 16 hex digits over the question's text in all languages, kind, scale, choices */
};

struct template_section {
	const char *id;
	struct template_text title;
	size_t first, count; /* its questions in template->questions */
};

struct question_template {
	const char *id;
	int version;
	const char *format; /* a format of conversation: "growth", "check-in" … */
	struct template_text title;
	struct template_text intro; /* may be absent */
	const struct template_section *sections;
	size_t section_count;
	const struct question *questions; /* of all sections, in order */
	size_t question_count;
	enum template_layer layer;
	const char *path; /* the file, or "built-in:growth.yaml" */
};

/* The text in the wanted language, else in another one that is there, else "". */
GROEI_API const char *groei_template_text(const struct template_text *text,
                                          enum groei_language language);

/* 1 when a value is picked (a scale, a choice, yes or no), 0 when the answer is written. */
GROEI_API int groei_question_is_picked(const struct question *question);
/* What a choice or a yes-no question offers: how many, and of each the id that an answer keeps
 * ("yes", "no"); index below the count. Other kinds offer none. */
GROEI_API size_t groei_question_choices(const struct question *question);
GROEI_API const char *groei_question_choice(const struct question *question, size_t index);

/* One thing wrong with a template, ready to be shown. */
struct template_error {
	const char *file;
	int line, column;   /* from 1, in characters; 0, 0 for a file that cannot be opened or read */
	const char *text;   /* translated: what was found, what was expected, "did you mean" */
	const char *source; /* the line of the file, cleaned, up to 240 characters, a character for a
	                       character; NULL where there is none or the column lies beyond */
};

/* Reads one template from text. GROEI_OK with *template_out, or GROEI_INVALID with all errors found
 * (at most 20, in file order). Everything lands in the arena. `file` names the place in errors.
 * Bytes and YAML come first: only a file that is sound YAML is compared with the schema. Here and
 * below errors_out and error_count_out may be NULL. */
GROEI_API enum groei_status groei_template_parse(struct groei_arena *arena, const char *file,
                                                 const char *text, size_t length,
                                                 struct question_template **template_out,
                                                 struct template_error **errors_out,
                                                 size_t *error_count_out);
/* The same from a file NAME.yaml, which must hold the id NAME: regular files up to 256 KiB only,
 * no links. A file that cannot be read is one error with line 0; GROEI_NOT_FOUND when there is
 * none. */
GROEI_API enum groei_status groei_template_check(struct groei_arena *arena, const char *path,
                                                 struct question_template **template_out,
                                                 struct template_error **errors_out,
                                                 size_t *error_count_out);

/* Where templates are looked for; NULL folders are left out. */
struct template_folders {
	const char *folder[TEMPLATE_LAYERS]; /* [LAYER_BUILTIN] is ignored */
};

/* All templates, one per id (the narrowest layer wins), sorted by id. A file that is wrong is left
 * out and its first error is added to errors_out, so that one bad file never hides
 * the rest; the next wider one of that id is used instead. */
GROEI_API enum groei_status groei_template_list(struct groei_arena *arena,
                                                const struct template_folders *folders,
                                                struct question_template ***templates_out,
                                                size_t *count_out,
                                                struct template_error **errors_out,
                                                size_t *error_count_out);
/* One template by id. GROEI_NOT_FOUND when no layer has it; GROEI_INVALID with its errors when
 * every layer's file of that name is wrong. Beside GROEI_OK the errors are those of narrower files
 * that were passed over. */
GROEI_API enum groei_status groei_template_find(struct groei_arena *arena,
                                                const struct template_folders *folders,
                                                const char *id,
                                                struct question_template **template_out,
                                                struct template_error **errors_out,
                                                size_t *error_count_out);

/* One thing about the wording of a question that could be better. */
struct template_finding {
	const char *file;
	int line, column;     /* as in template_error; of the words found */
	const char *question; /* id */
	const char *rule;     /* id: "closed", "double", "leading", "health" … */
	const char *title, *why, *suggest; /* of the rule, in the wanted language */
	const char *found;    /* the words, raw */
	const char *source;   /* as in template_error */
};

/* Looks at the wording of a template's questions by lint.yaml and guard.yaml, which are looked up beside
 * the folders of templates. GROEI_OK with the findings in file order, none when all is well;
 * GROEI_NOT_FOUND when the template's file is gone or spoilt meanwhile. errors_out: what is wrong with a
 * file of rules that was passed over. */
GROEI_API enum groei_status groei_template_lint(struct groei_arena *arena,
                                                const struct template_folders *folders,
                                                const struct question_template *template,
                                                enum groei_language language,
                                                struct template_finding **findings_out,
                                                size_t *count_out,
                                                struct template_error **errors_out,
                                                size_t *error_count_out);

/* A file to start a template of one's own from: another template (`from`, by id) under the new id, or,
 * where from is NULL, a short commented one. GROEI_INVALID for an id that cannot be one, GROEI_NOT_FOUND
 * for an unknown `from`. */
GROEI_API enum groei_status groei_template_draft(struct groei_arena *arena,
                                                 const struct template_folders *folders,
                                                 const char *id, const char *from,
                                                 const char **text_out, size_t *length_out);
/* Writes such a text as ID.yaml into a folder, which is made when it is missing. 0 with its path, or an
 * errno; EEXIST when there is one already. */
GROEI_API int groei_template_put(struct groei_arena *arena, const char *folder, const char *id,
                                 const char *text, size_t length, const char **path_out);

#endif
