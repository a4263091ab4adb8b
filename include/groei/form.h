/* The exchange form: a reflection as Markdown text that somebody fills in with any editor and mails back.
 * docs/exchange-form.md describes it. */
#ifndef GROEI_FORM_H
#define GROEI_FORM_H

#include <groei/reflection.h>

enum { FORM_LONGEST = 1024 * 1024 }; /* bytes of a form that is read */

/* What the line “[groei …]” of a form says it is. */
struct form_head {
	const char *template;
	int version;
	const char *person, *author; /* handles */
	enum answer_side side;
	const char *conversation, *reflection; /* codes; NULL: none */
};

struct form_answer {
	const struct question *question;
	const char *text; /* canonical: words, a number, a choice's id, yes or no; NULL: not understood */
	const char *why;  /* when text is NULL: what is wrong, translated */
	size_t line;      /* of its question, from 1 */
};

/* A line that belongs to nothing. */
struct form_lost {
	size_t line;
	const char *text;
};

struct form {
	struct form_head head;
	struct question_template *template;
	struct form_answer *answers; /* in the template's order; questions left empty are not there */
	size_t answer_count;
	struct form_lost *lost;
	size_t lost_count;
};

/* The form for a reflection, in the language of who answers; what was answered already by who is asking
 * is filled in. In the arena. */
GROEI_API enum groei_status groei_form_write(struct groei *groei, struct groei_arena *arena,
                                             const struct reflection *reflection,
                                             const char **text_out);
/* Reads a form back, whatever editors and mail programs did to it. GROEI_INVALID with a translated
 * sentence in *why_out: no text, not UTF-8, too long, no form, a template that is not here. All in the
 * arena. */
GROEI_API enum groei_status groei_form_parse(struct groei_arena *arena,
                                             const struct template_folders *folders,
                                             const char *bytes, size_t length,
                                             struct form *form_out, const char **why_out);
/* The reflection that a form is for, as groei_reflection_find gives it. GROEI_INVALID: its people or its
 * conversation are not here, or it is not for who is asking. */
GROEI_API enum groei_status groei_form_find(struct groei *groei, struct groei_arena *arena,
                                            const struct form *form, struct reflection *out);

#endif
