/* Inside of forms: what writing and reading share. */
#ifndef FORM_H
#define FORM_H

#include <groei/form.h>
#include <groei/text.h>

/* The labels before answers, in both languages: for writing one, for reading either. */
extern const struct template_text form_answer_label;

/* A line of a form without what mail programs put around it. */
struct form_line {
	const char *text; /* without quoting, escapes of Markdown and blanks at its ends */
	size_t number;    /* in the file, from 1 */
	int indented;     /* 1: it began with blanks */
};

/* Text for comparing: a key without the marks of Markdown. In the arena. */
const char *form_key(struct groei_arena *arena, const char *text);

/* Whether a line is only there to part others: "-----", "* * *". */
bool form_is_rule(const char *line);
/* Adds a line that nothing was made of to form->lost, which has room for all lines. */
void form_lose(struct form *form, const struct form_line *line);

/* form_answer.c: what the lines below a question say; form_lose for those that are none of it. */
void form_answer_read(struct groei_arena *arena, const struct question *question,
                      const struct form_line *lines, size_t count, struct form *form,
                      struct form_answer *answer_out);

#endif
