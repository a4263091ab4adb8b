/* The guard of words: which rules hold, what they find in a text, checking a file of them. */

#include <groei/data.h>
#include <groei/guard.h>
#include <groei/text.h>

#include "base/i18n.h"
#include "command/call.h"

static enum groei_status show_rules(struct groei_command_call *call)
{
	struct guard_rule *rules = NULL;
	const struct template_error *errors;
	const char *path = NULL;
	size_t count = 0, error_count = 0;
	enum groei_status status = groei_guard_rules(call->groei, call->arena, &rules, &count, &path);

	if (status != GROEI_OK)
		return status;
	errors = groei_guard_errors(call->groei, &error_count);
	if (call->output->json) {
		json_begin(call, NULL, '{');
		json_string(call, "path", path);
		json_begin(call, "rules", '[');
	} else {
		call_print(call, _("Words that a note had better not hold (%s)\n"), path);
	}
	for (size_t i = 0; i < count; i++) {
		if (call->output->json) {
			json_begin(call, NULL, '{');
			json_string(call, "id", rules[i].id);
			json_string(call, "title", rules[i].title);
			json_string(call, "why", rules[i].why);
			json_string(call, "suggest", rules[i].suggest);
			json_int(call, "words", (int64_t)rules[i].words);
			json_end(call, '}');
			continue;
		}
		call_raw(call, "\n");
		call_styled(call, STYLE_BOLD, rules[i].title);
		call_print(call, P_(", %zu word\n", ", %zu words\n", rules[i].words), rules[i].words);
		call_wrapped(call, rules[i].why, 2);
		call_wrapped(call, rules[i].suggest, 2);
	}
	if (call->output->json) {
		json_end(call, ']');
		json_end(call, '}');
	}
	if (!call->output->json)
		call_left_out(call, errors, error_count);
	return GROEI_OK;
}

static enum groei_status look(struct groei_command_call *call, const char *text)
{
	struct guard_hit *hits = NULL;
	size_t count = 0;
	enum groei_status status = groei_guard_check(call->groei, call->arena, text, &hits, &count);

	if (status != GROEI_OK)
		return status;
	if (call->output->json)
		json_begin(call, NULL, '[');
	for (size_t i = 0; i < count; i++) {
		if (call->output->json) {
			json_begin(call, NULL, '{');
			json_string(call, "rule", hits[i].rule);
			json_string(call, "found", hits[i].found);
			json_string(call, "why", hits[i].why);
			json_string(call, "suggest", hits[i].suggest);
			json_end(call, '}');
			continue;
		}
		call_styled(call, STYLE_BOLD, groei_text_safe_line(call->arena, hits[i].found));
		call_print(call, ": %s\n", hits[i].title);
		call_wrapped(call, hits[i].why, 2);
		call_wrapped(call, hits[i].suggest, 2);
	}
	if (call->output->json)
		json_end(call, ']');
	else if (count == 0)
		call_print(call, "%s\n", _("Nothing found."));
	if (count == 0)
		return GROEI_OK;
	call->answered = 1;
	return GROEI_NO;
}

static enum groei_status check_file(struct groei_command_call *call, const char *file)
{
	struct template_error *errors = NULL;
	size_t count = 0;
	enum groei_status status = groei_guard_file(call->arena, file, &errors, &count);

	if (status == GROEI_OK && call->output->json) {
		json_begin(call, NULL, '{');
		json_string(call, "file", file);
		json_flag(call, "valid", 1);
		json_end(call, '}');
	} else if (status == GROEI_OK) {
		call_print(call, _("%s: good.\n"), file);
	} else {
		call->why = call_error_lines(call, errors, count);
	}
	return status;
}

enum groei_status run_words(struct groei_command_call *call)
{
	const char *text = call_value(call, "text"), *file = call_value(call, "file");
	enum groei_status status;

	if (call_value(call, "new") != NULL) {
		call_raw(call, groei_data("guard.yaml", NULL));
		return GROEI_OK;
	}
	if (file != NULL)
		return check_file(call, file);
	if (call->groei == NULL)
		return call_fail(call, GROEI_NOT_FOUND,
		                 _("words: there is no store yet, start with groei init, or name a file "
		                   "with --file"));
	if (text == NULL)
		return show_rules(call);
	status = call_value_read(call, "text", text, &text);
	return status == GROEI_OK ? look(call, text) : status;
}
