/* Forms: writing one, and reading one back with a look before anything is saved. */
#include "command/reflect.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include <groei/form.h>
#include <groei/text.h>

/* Writing ---------------------------------------------------------------------------------------- */

enum groei_status reflect_form(struct groei_command_call *call, const char *file,
                               const struct reflection *reflection)
{
	const char *text = NULL;
	FILE *out;
	enum groei_status status = groei_form_write(call->groei, call->arena, reflection, &text);
	int failed;

	if (status != GROEI_OK)
		return status;
	if (strcmp(file, "-") == 0) {
		call_raw(call, text);
		return GROEI_OK;
	}
	out = fopen(file, "wx");
	if (out == NULL && errno == EEXIST)
		return call_fail(call, GROEI_CONFLICT,
		                 _("%s: it is there already, remove it or choose another name"), file);
	if (out == NULL)
		return call_fail(call, GROEI_STORE, _("%s: %s, choose another place"), file,
		                 strerror(errno));
	failed = fputs(text, out) == EOF;
	if (fclose(out) != 0 || failed) {
		remove(file);
		return call_fail(call, GROEI_STORE, _("%s: it could not be written, make room"), file);
	}
	if (call->output->json) {
		json_begin(call, NULL, '{');
		json_string(call, "file", file);
		json_string(call, "template", reflection->template);
		json_person(call, "author", reflection->author);
		json_end(call, '}');
	} else {
		call_print(call, _("Wrote %s. Mail it to %s; “groei reflect --read FILE” reads the answer.\n"),
		           file, call_name(call, reflection->author));
	}
	return GROEI_OK;
}

/* Reading ---------------------------------------------------------------------------------------- */

enum fate { FATE_NEW, FATE_SAME, FATE_CLASH, FATE_WRONG };

struct understood {
	const struct form_answer *answer;
	const struct answer *stored; /* NULL: none, or not to be seen */
	enum fate fate;
};

static enum groei_status read_bytes(struct groei_command_call *call, const char *file,
                                    const char **bytes_out, size_t *length_out)
{
	char *bytes;
	FILE *in;
	enum groei_status status;

	if (strcmp(file, "-") == 0) {
		status = call_value_read(call, "form", file, bytes_out);
		if (status == GROEI_OK)
			*length_out = strlen(*bytes_out);
		return status;
	}
	in = fopen(file, "rb");
	if (in == NULL)
		return call_fail(call, errno == ENOENT ? GROEI_NOT_FOUND : GROEI_STORE,
		                 _("%s: %s, name the form that came back"), file, strerror(errno));
	bytes = groei_arena_take(call->arena, FORM_LONGEST + 2);
	*length_out = fread(bytes, 1, FORM_LONGEST + 1, in);
	*bytes_out = bytes;
	status = ferror(in) ? call_fail(call, GROEI_STORE, _("%s: %s, name the form that came back"),
	                                file, strerror(errno))
	                    : GROEI_OK;
	fclose(in);
	return status;
}

static const char *stored_text(struct groei_command_call *call, const struct answer *stored)
{
	return stored->number != GROEI_NONE ? groei_arena_print(call->arena, "%d", (int)stored->number)
	       : stored->text != NULL       ? stored->text
	                                    : "";
}

/* Compares with what stands there: text wrapped by a mail program is the same text. */
static enum fate compare(struct groei_command_call *call, const struct form_answer *answer,
                         const struct answer *stored)
{
	if (answer->text == NULL)
		return FATE_WRONG;
	if (stored == NULL)
		return FATE_NEW;
	return strcmp(groei_text_key(call->arena, stored_text(call, stored)),
	              groei_text_key(call->arena, answer->text)) == 0
	           ? FATE_SAME
	           : FATE_CLASH;
}

static enum groei_status understand(struct groei_command_call *call, const struct form *form,
                                    const struct reflection *reflection, struct understood *all)
{
	struct question_template *template = NULL;
	struct asked *asked = NULL;
	size_t count = 0;
	int slot = (int)groei_reflection_slot(reflection);
	enum groei_status status = groei_reflection_asked(call->groei, call->arena, reflection,
	                                                  &template, &asked, &count);

	for (size_t i = 0; status == GROEI_OK && i < form->answer_count; i++) {
		all[i].answer = &form->answers[i];
		for (size_t at = 0; at < count; at++) {
			if (asked[at].question != NULL && asked[at].answer[slot].id != 0 &&
			    strcmp(asked[at].question->id, form->answers[i].question->id) == 0)
				all[i].stored = &asked[at].answer[slot];
		}
		all[i].fate = compare(call, all[i].answer, all[i].stored);
	}
	return status;
}

/* Showing ---------------------------------------------------------------------------------------- */

static const char *words(struct groei_command_call *call, const struct question *question,
                         const char *text)
{
	return question->kind == QUESTION_SCALE
	           ? groei_arena_print(call->arena, _("%s of %d"), text, question->high)
	           : call_answer(call, question, text, GROEI_NONE);
}

static void show_one(struct groei_command_call *call, const struct understood *one, int replaces)
{
	const struct question *question = one->answer->question;

	call_print(call, "  ");
	call_styled(call, STYLE_BOLD, question->id);
	call_print(call, "  %s\n",
	           groei_text_cut(call->arena,
	                          call_safe(call, groei_template_text(&question->text,
	                                                              groei_language(call->groei))),
	                          60));
	if (one->fate == FATE_WRONG) {
		call_styled(call, STYLE_ALERT, groei_arena_print(call->arena, _("    ! line %zu: %s"),
		                                                 one->answer->line, one->answer->why));
		call_raw(call, "\n");
		return;
	}
	call_wrapped(call, words(call, question, one->answer->text), 4);
	if (one->fate == FATE_SAME) {
		call_styled(call, STYLE_DIM, _("    = stands there already"));
		call_raw(call, "\n");
	} else if (one->fate == FATE_CLASH) {
		call_styled(call, STYLE_ALERT,
		            replaces ? _("    ! goes over what stands there:")
		                     : _("    ! another answer stands there and stays; --replace takes this "
		                         "one:"));
		call_raw(call, "\n");
		call_wrapped(call, words(call, question, stored_text(call, one->stored)), 6);
	}
}

static void show(struct groei_command_call *call, const struct form *form,
                 const struct reflection *reflection, const struct understood *all, int replaces)
{
	call_styled(call, STYLE_BOLD, reflect_title(call, reflection, form->template));
	call_print(call, _(" · from %s\n"), call_name(call, reflection->author));
	if (form->head.version != form->template->version)
		call_print(call, _("The form has version %d of the questions, here is version %d.\n"),
		           form->head.version, form->template->version);
	for (size_t i = 0; i < form->answer_count; i++)
		show_one(call, &all[i], replaces);
	if (form->lost_count == 0)
		return;
	call_raw(call, _("Not understood, and not saved:\n"));
	for (size_t i = 0; i < form->lost_count; i++)
		call_print(call, _("  line %zu: %s\n"), form->lost[i].line,
		           groei_text_cut(call->arena, call_safe(call, form->lost[i].text), 70));
}

static void show_json(struct groei_command_call *call, const struct form *form,
                      const struct reflection *reflection, const struct understood *all, int saved)
{
	static const char *const fates[] = {"new", "same", "clash", "wrong"};

	json_begin(call, NULL, '{');
	json_fields(call, groei_table(GROEI_REFLECTION), reflection);
	json_flag(call, "saved", saved);
	json_begin(call, "answers", '[');
	for (size_t i = 0; i < form->answer_count; i++) {
		json_begin(call, NULL, '{');
		json_string(call, "question", all[i].answer->question->id);
		json_string(call, "text", all[i].answer->text);
		json_string(call, "fate", fates[all[i].fate]);
		json_string(call, "stored",
		            all[i].stored == NULL ? NULL : stored_text(call, all[i].stored));
		json_int(call, "line", (int64_t)all[i].answer->line);
		json_end(call, '}');
	}
	json_end(call, ']');
	json_begin(call, "lost", '[');
	for (size_t i = 0; i < form->lost_count; i++) {
		json_begin(call, NULL, '{');
		json_int(call, "line", (int64_t)form->lost[i].line);
		json_string(call, "text", form->lost[i].text);
		json_end(call, '}');
	}
	json_end(call, ']');
	json_end(call, '}');
}

/* Saving ----------------------------------------------------------------------------------------- */

static enum groei_status confirm(struct groei_command_call *call, size_t count)
{
	const struct groei_input *input = call->input;

	if (input != NULL && input->sure)
		return GROEI_OK;
	if (input == NULL || input->confirm == NULL)
		return call_fail(call, GROEI_USAGE,
		                 _("form: add --yes to save what it says, or --dry-run to only look"));
	call_flush(call);
	if (input->confirm(input->context,
	                   groei_arena_print(call->arena,
	                                     P_("Save this answer?", "Save these %zu answers?", count),
	                                     count)))
		return GROEI_OK;
	return call_fail(call, GROEI_NO, _("form: nothing was saved"));
}

static enum groei_status save(struct groei_command_call *call, struct reflection *reflection,
                              const struct given_answer *given, size_t count)
{
	struct reflection_published published = {.answers = 0};
	enum groei_status status = confirm(call, count);

	if (status == GROEI_OK)
		status = groei_reflection_fill(call->groei, call->arena, reflection, given, count,
		                               &published);
	if (status != GROEI_OK)
		return status;
	call->made = reflection->id;
	if (call->output->json)
		return GROEI_OK;
	if (published.reflection.id != 0)
		reflect_tell_published(call, &published);
	else
		call_print(call, P_("Saved %zu answer.\n", "Saved %zu answers.\n", count), count);
	return GROEI_OK;
}

enum groei_status reflect_read(struct groei_command_call *call, const char *file)
{
	struct form form;
	struct reflection reflection;
	struct understood *all;
	struct given_answer *given;
	const char *bytes = NULL, *why = NULL;
	size_t length = 0, count = 0;
	int replaces = call_value(call, "replace") != NULL, saves;
	enum groei_status status = read_bytes(call, file, &bytes, &length);

	if (status != GROEI_OK)
		return status;
	status = groei_form_parse(call->arena, groei_folders(call->groei), bytes, length, &form, &why);
	if (status != GROEI_OK)
		return call_fail(call, status, "%s", why);
	status = groei_form_find(call->groei, call->arena, &form, &reflection);
	if (status != GROEI_OK)
		return status;
	all = groei_arena_take(call->arena, (form.answer_count + 1) * sizeof *all);
	given = groei_arena_take(call->arena, (form.answer_count + 1) * sizeof *given);
	status = understand(call, &form, &reflection, all);
	if (status != GROEI_OK)
		return status;
	for (size_t i = 0; i < form.answer_count; i++) {
		if (all[i].fate == FATE_NEW || (all[i].fate == FATE_CLASH && replaces))
			given[count++] = (struct given_answer){all[i].answer->question->id,
			                                       all[i].answer->text, SIDE_EMPLOYEE};
	}
	saves = count > 0 && call_value(call, "dry-run") == NULL;
	call->looked = !saves;
	if (!call->output->json)
		show(call, &form, &reflection, all, replaces);
	if (saves)
		status = save(call, &reflection, given, count);
	else if (!call->output->json)
		call_raw(call, count == 0 ? _("Nothing to save.\n") : _("Nothing was saved (--dry-run).\n"));
	if (status == GROEI_OK && call->output->json)
		show_json(call, &form, &reflection, all, saves);
	return status;
}
