/* Question templates: list and show. */
#include "command/call.h"

#include "base/file.h"
#include "base/i18n.h"
#include <groei/text.h>

static const char *layer_name(enum template_layer layer)
{
	static const char *const names[TEMPLATE_LAYERS] = {N_("built-in"), N_("system"),
	                                                   N_("organisation"), N_("yours")};

	return _(names[layer]);
}

static void list_json(struct groei_command_call *call, struct question_template *const *all,
                      size_t count)
{
	static const char *const layers[TEMPLATE_LAYERS] = {"built-in", "system", "organisation",
	                                                    "user"};

	json_begin(call, NULL, '[');
	for (size_t i = 0; i < count; i++) {
		json_begin(call, NULL, '{');
		json_string(call, "id", all[i]->id);
		json_int(call, "version", all[i]->version);
		json_string(call, "format", all[i]->format);
		json_string(call, "title", groei_template_text(&all[i]->title, GROEI_ENGLISH));
		json_int(call, "questions", (int64_t)all[i]->question_count);
		json_string(call, "layer", layers[all[i]->layer]);
		json_string(call, "path", all[i]->path);
		json_end(call, '}');
	}
	json_end(call, ']');
}

enum groei_status run_template_list(struct groei_command_call *call)
{
	struct question_template **all = NULL;
	struct template_error *errors = NULL;
	size_t count = 0;
	size_t error_count = 0;
	struct call_table columns = {.titles = {_("Template"), _("Title"), _("Format"), _("Version"),
	                                        _("Questions"), _("From")},
	                             .flexible = {0, 1},
	                             .columns = 6};
	const char **cells;
	const char **cell;
	enum groei_status status = groei_template_list(call->arena, call_folders(call), &all, &count,
	                                               &errors, &error_count);

	if (status != GROEI_OK)
		return status;
	if (call->output->json) {
		list_json(call, all, count);
		return GROEI_OK;
	}
	cells = cell = groei_arena_take(call->arena, (count * 6 + 1) * sizeof *cells);
	for (size_t i = 0; i < count; i++) {
		*cell++ = all[i]->id;
		*cell++ = groei_template_text(&all[i]->title, call_language(call));
		*cell++ = all[i]->format;
		*cell++ = groei_arena_print(call->arena, "%d", all[i]->version);
		*cell++ = groei_arena_print(call->arena, "%zu", all[i]->question_count);
		*cell++ = layer_name(all[i]->layer);
	}
	call_rows(call, &columns, cells, count);
	call_left_out(call, errors, error_count);
	return GROEI_OK;
}

static const char *kind_name(enum question_kind kind)
{
	static const char *const names[QUESTION_KINDS] = {"text",  "scale", "choice",
	                                                  "yesno", "goal",  "action"};

	return names[kind];
}

static const char *audience_name(enum question_audience audience)
{
	static const char *const names[QUESTION_AUDIENCES] = {"both", "employee", "lead"};

	return names[audience];
}

static void json_texts(struct groei_command_call *call, const char *key,
                       const struct template_text *text)
{
	json_begin(call, key, '{');
	for (int i = 0; i < GROEI_LANGUAGES; i++)
		if (text->in[i] != NULL)
			json_string(call, groei_language_code((enum groei_language)i), text->in[i]);
	json_end(call, '}');
}

static void show_json(struct groei_command_call *call, const struct question_template *template)
{
	json_begin(call, NULL, '{');
	json_string(call, "id", template->id);
	json_int(call, "version", template->version);
	json_string(call, "format", template->format);
	json_texts(call, "title", &template->title);
	json_begin(call, "questions", '[');
	for (size_t i = 0; i < template->question_count; i++) {
		const struct question *question = &template->questions[i];

		json_begin(call, NULL, '{');
		json_string(call, "id", question->id);
		json_string(call, "section", template->sections[question->section].id);
		json_string(call, "type", kind_name(question->kind));
		json_string(call, "for", audience_name(question->audience));
		json_flag(call, "skip", question->skippable);
		json_texts(call, "text", &question->text);
		if (question->kind == QUESTION_SCALE) {
			json_int(call, "low", question->low);
			json_int(call, "high", question->high);
		}
		if (question->kind == QUESTION_CHOICE) {
			json_begin(call, "choices", '[');
			for (size_t c = 0; c < question->choice_count; c++)
				json_string(call, NULL, question->choices[c].id);
			json_end(call, ']');
		}
		json_string(call, "hash", question->hash);
		json_end(call, '}');
	}
	json_end(call, ']');
	json_end(call, '}');
}

static void show_question(struct groei_command_call *call, const struct question *question)
{
	enum groei_language language = call_language(call);
	const char *range = "";

	call_wrapped(call, groei_template_text(&question->text, language), 2);
	if (question->kind == QUESTION_SCALE)
		range = groei_arena_print(call->arena, " %d–%d", question->low, question->high);
	call_styled(call, STYLE_DIM,
	            groei_arena_print(call->arena, "    %s · %s%s · %s\n", question->id,
	                              kind_name(question->kind), range,
	                              audience_name(question->audience)));
	for (size_t i = 0; i < question->choice_count; i++)
		call_print(call, "      %s: %s\n", question->choices[i].id,
		           groei_text_safe_line(
		               call->arena, groei_template_text(&question->choices[i].label, language)));
}

enum groei_status run_template_show(struct groei_command_call *call)
{
	struct question_template *template = NULL;
	enum groei_language language = call_language(call);
	enum groei_status status = call_template(call, call_value(call, "template"), &template);

	if (status != GROEI_OK)
		return status;
	if (call->output->json) {
		show_json(call, template);
		return GROEI_OK;
	}
	call_styled(call, STYLE_BOLD,
	            groei_text_safe_line(call->arena, groei_template_text(&template->title, language)));
	call_print(call, _(" (%s, version %d, %s)\n"), template->id, template->version,
	           layer_name(template->layer));
	for (size_t i = 0; i < template->section_count; i++) {
		const struct template_section *section = &template->sections[i];

		call_raw(call, "\n");
		call_styled(call, STYLE_BOLD,
		            groei_text_safe_line(call->arena, groei_template_text(&section->title, language)));
		call_raw(call, "\n");
		for (size_t q = section->first; q < section->first + section->count; q++)
			show_question(call, &template->questions[q]);
	}
	return GROEI_OK;
}
