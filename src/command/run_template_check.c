/* Checking question templates: what is wrong with a file, and how its questions read. */
#include <string.h>

#include <groei/data.h>
#include <groei/text.h>

#include "base/i18n.h"
#include "command/call.h"

/* The errors as a compiler shows them: place and text, the line of the file, a caret below it. */
const char *call_error_place(struct groei_command_call *call, const struct template_error *error)
{
	const char *file = groei_text_safe_line(call->arena, error->file);

	return error->line > 0 ? groei_arena_print(call->arena, "%s:%d:%d", file, error->line,
	                                           error->column)
	                       : file;
}

void call_left_out(struct groei_command_call *call, const struct template_error *errors,
                   size_t count)
{
	for (size_t i = 0; i < count; i++)
		call_print(call, _("! left out: %s: %s\n"), call_error_place(call, &errors[i]),
		           groei_text_safe_line(call->arena, errors[i].text));
}

const char *call_error_lines(struct groei_command_call *call, const struct template_error *errors,
                             size_t count)
{
	struct groei_buffer text = {0};
	const char *copy;

	for (size_t i = 0; i < count; i++) {
		const struct template_error *error = &errors[i];

		if (i > 0)
			groei_buffer_char(&text, '\n');
		groei_buffer_print(&text, "%s: %s", call_error_place(call, error),
		                   groei_text_safe_line(call->arena, error->text));
		if (error->source != NULL && error->column > 0 && error->column < 200)
			groei_buffer_print(&text, "\n    %s\n    %*s^",
			                   groei_text_safe_line(call->arena, error->source),
			                   error->column - 1, "");
	}
	copy = groei_arena_copy(call->arena, text.data == NULL ? "" : text.data, text.length);
	groei_buffer_free(&text);
	return copy;
}

/* What one word of the command names, looked at. */
struct checked {
	const char *name;
	struct question_template *template; /* NULL when it is wrong */
	struct template_error *errors;
	size_t error_count;
	struct template_finding *findings;
	size_t finding_count;
};

struct checking {
	struct groei_command_call *call;
	int lint, many;
	struct template_error *rules; /* what is wrong with a file of rules */
	size_t rule_count;
	struct checked *items;
	size_t count, found, wrong;
	enum groei_status status; /* of the first that is wrong */
};

static bool is_file(const char *word)
{
	return strpbrk(word, "/.") != NULL;
}

static enum groei_status look(struct checking *checking, struct checked *checked)
{
	struct groei_command_call *call = checking->call;

	if (checked->template == NULL || !checking->lint)
		return GROEI_OK;
	return groei_template_lint(call->arena, call_folders(call), checked->template,
	                           call_language(call), &checked->findings, &checked->finding_count,
	                           &checking->rules, &checking->rule_count);
}

/* One word: a file, or the id of a template of any layer. */
static enum groei_status check_word(struct checking *checking, const char *word)
{
	struct groei_command_call *call = checking->call;
	struct checked *checked = &checking->items[checking->count++];
	struct question_template *template = NULL;
	enum groei_status status;

	checked->name = word;
	if (is_file(word))
		status = groei_template_check(call->arena, word, &template, &checked->errors,
		                              &checked->error_count);
	else
		status = groei_template_find(call->arena, call_folders(call), word, &template,
		                             &checked->errors, &checked->error_count);
	if (status == GROEI_OK) {
		checked->template = template;
		checked->error_count = 0;
	} else if (checked->error_count == 0) {
		return is_file(word) ? call_fail(call, status, _("%s: cannot be read as a template"), word)
		                     : call_template(call, word, &template);
	} else if (checking->status == GROEI_OK) {
		checking->status = status;
	}
	checking->wrong += status != GROEI_OK;
	status = look(checking, checked);
	checking->found += checked->finding_count;
	return status;
}

/* Every template that is used, and every file that is left out because it is wrong. */
static enum groei_status check_all(struct checking *checking)
{
	struct groei_command_call *call = checking->call;
	struct question_template **all = NULL;
	struct template_error *errors = NULL;
	size_t count = 0, error_count = 0;
	enum groei_status status = groei_template_list(call->arena, call_folders(call), &all, &count,
	                                               &errors, &error_count);

	checking->items = groei_arena_take(call->arena, (count + error_count + 1) *
	                                                    sizeof *checking->items);
	for (size_t i = 0; status == GROEI_OK && i < error_count; i++) {
		checking->items[checking->count++] = (struct checked){
		    .name = errors[i].file, .errors = &errors[i], .error_count = 1};
		checking->wrong++;
		checking->status = GROEI_INVALID;
	}
	for (size_t i = 0; status == GROEI_OK && i < count; i++) {
		struct checked *checked = &checking->items[checking->count++];

		checked->name = all[i]->id;
		checked->template = all[i];
		status = look(checking, checked);
		checking->found += checked->finding_count;
	}
	return status;
}

/* Output ------------------------------------------------------------------------------------------ */

static void json_errors(struct groei_command_call *call, const struct checked *checked)
{
	json_begin(call, "errors", '[');
	for (size_t i = 0; i < checked->error_count; i++) {
		json_begin(call, NULL, '{');
		json_string(call, "file", checked->errors[i].file);
		json_int(call, "line", checked->errors[i].line);
		json_int(call, "column", checked->errors[i].column);
		json_string(call, "text", checked->errors[i].text);
		json_end(call, '}');
	}
	json_end(call, ']');
}

static void json_findings(struct groei_command_call *call, const struct checked *checked)
{
	json_begin(call, "findings", '[');
	for (size_t i = 0; i < checked->finding_count; i++) {
		const struct template_finding *finding = &checked->findings[i];

		json_begin(call, NULL, '{');
		json_string(call, "file", finding->file);
		json_int(call, "line", finding->line);
		json_int(call, "column", finding->column);
		json_string(call, "question", finding->question);
		json_string(call, "rule", finding->rule);
		json_string(call, "found", finding->found);
		json_string(call, "why", finding->why);
		json_string(call, "suggest", finding->suggest);
		json_end(call, '}');
	}
	json_end(call, ']');
}

static void show_json(const struct checking *checking)
{
	struct groei_command_call *call = checking->call;

	if (checking->many)
		json_begin(call, NULL, '[');
	for (size_t i = 0; i < checking->count; i++) {
		const struct checked *checked = &checking->items[i];

		json_begin(call, NULL, '{');
		json_string(call, "file", checked->name);
		json_flag(call, "valid", checked->template != NULL);
		json_errors(call, checked);
		if (checking->lint)
			json_findings(call, checked);
		json_end(call, '}');
	}
	if (checking->many)
		json_end(call, ']');
}

static void show_finding(struct groei_command_call *call, const struct template_finding *finding)
{
	call_print(call, "%s:%d:%d: ", finding->file, finding->line, finding->column);
	call_styled(call, STYLE_BOLD, finding->title);
	call_print(call, _(": “%s” in %s\n"), finding->found, finding->question);
	if (finding->source != NULL && finding->column < 200) {
		call_print(call, "    %s\n    %*s", finding->source, finding->column - 1, "");
		call_styled(call, STYLE_ALERT, "^\n");
	}
	call_wrapped(call, finding->why, 4);
	call_wrapped(call, finding->suggest, 4);
}

static void show_text(const struct checking *checking)
{
	struct groei_command_call *call = checking->call;

	for (size_t i = 0; i < checking->count; i++) {
		const struct checked *checked = &checking->items[i];

		for (size_t f = 0; f < checked->finding_count; f++)
			show_finding(call, &checked->findings[f]);
		if (checked->template != NULL && !checking->lint)
			call_print(call,
			           _("%s: good. Template %s, version %d, %zu sections, %zu questions.\n"),
			           checked->name, checked->template->id, checked->template->version,
			           checked->template->section_count, checked->template->question_count);
	}
	if (checking->lint)
		call_print(call,
		           P_("%zu template looked at, %zu found.\n",
		              "%zu templates looked at, %zu found.\n", checking->count),
		           checking->count, checking->found);
	call_left_out(call, checking->rules, checking->rule_count);
}

/* The lines of all that is wrong, for standard error. */
static const char *wrong_lines(const struct checking *checking)
{
	const char *lines = NULL;

	for (size_t i = 0; i < checking->count; i++) {
		const struct checked *checked = &checking->items[i];
		const char *more;

		if (checked->error_count == 0)
			continue;
		more = call_error_lines(checking->call, checked->errors, checked->error_count);
		lines = lines == NULL ? more : groei_arena_print(checking->call->arena, "%s\n%s", lines, more);
	}
	return lines;
}

enum groei_status run_template_check(struct groei_command_call *call)
{
	struct checking checking = {.call = call, .lint = call_value(call, "lint") != NULL};
	enum groei_status status = GROEI_OK;

	if (call_value(call, "rules") != NULL) {
		call_raw(call, groei_data("lint.yaml", NULL));
		return GROEI_OK;
	}
	checking.many = checking.lint || call->word_count != 1;
	if (call->word_count == 0) {
		status = check_all(&checking);
	} else {
		checking.items =
		    groei_arena_take(call->arena, (size_t)call->word_count * sizeof *checking.items);
		for (int i = 0; status == GROEI_OK && i < call->word_count; i++)
			status = check_word(&checking, call->words[i]);
	}
	if (status != GROEI_OK)
		return status;
	if (call->output->json)
		show_json(&checking);
	else
		show_text(&checking);
	if (checking.wrong > 0) {
		call_flush(call);
		call->why = wrong_lines(&checking);
		return checking.status;
	}
	if (checking.found > 0) {
		call->answered = 1;
		return GROEI_NO;
	}
	return GROEI_OK;
}
