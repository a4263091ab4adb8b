/* The framework of the organisation, for everybody to read, and checking a file of it. */

#include <groei/data.h>
#include <groei/framework.h>
#include <groei/text.h>

#include "base/i18n.h"
#include "command/call.h"

static void line(struct groei_command_call *call, const char *label, const char *text)
{
	enum { LABEL = 34 };

	call_raw(call, "  ");
	call_styled(call, STYLE_DIM, groei_text_pad(call->arena, label, LABEL));
	call_print(call, "  %s\n", text);
}

static void number(struct groei_command_call *call, const char *label, int32_t value)
{
	line(call, label, groei_arena_print(call->arena, "%d", value));
}

static void show_formats(struct groei_command_call *call, const struct framework *framework)
{
	const struct groei_field *format = groei_field(groei_table(GROEI_CONVERSATION), "format");
	struct call_table table = {.columns = 0};
	const char *cells[FRAMEWORK_FORMATS * 4];
	size_t count = 0;

	table.titles[table.columns++] = _("Format");
	table.titles[table.columns++] = _("Template");
	table.titles[table.columns++] = _("Formal");
	table.titles[table.columns++] = _("Minutes");
	for (int i = 0; i < FRAMEWORK_FORMATS; i++) {
		const struct framework_format *row = &framework->format[i];

		cells[count++] = call_choice(format, i);
		cells[count++] = row->template;
		cells[count++] = row->formal == CHOICE_YES ? _("yes") : _("no");
		cells[count++] = groei_arena_print(call->arena, "%d", row->minutes);
	}
	call_raw(call, "\n");
	call_rows(call, &table, cells, FRAMEWORK_FORMATS);
}

static void show_text(struct groei_command_call *call, const struct framework *framework)
{
	const char *about = groei_template_text(&framework->about, call_language(call));

	call_styled(call, STYLE_BOLD, _("The framework of the organisation"));
	call_print(call, " (%s)\n",
	           framework->path == NULL ? _("as groei brings it") : framework->path);
	if (*about != '\0') {
		call_raw(call, "\n");
		call_wrapped(call, about, 2);
	}
	call_raw(call, "\n");
	line(call, _("Rhythm, unless said otherwise"),
	     groei_cadence_text(call->arena, framework->cadence));
	number(call, _("Formal conversations a year"), framework->formal_a_year);
	number(call, _("Conversations a day for a lead"), framework->talks_a_day);
	number(call, _("Days until a goal counts as still"), framework->stalled_days);
	number(call, _("Days until a silence is named"), framework->silent_days);
	number(call, _("Confidence to close a goal, of 10"), framework->confidence);
	number(call, _("Fewest people behind a figure"), framework->people_to_show);
	number(call, _("Months kept after somebody left"), framework->retention_months);
	line(call, _("Moments, unless said otherwise"),
	     framework->moments_shared == CHOICE_YES_FIRST ? _("shared with the employee")
	                                                   : _("only for who wrote them"));
	show_formats(call, framework);
}

static void show_json(struct groei_command_call *call, const struct framework *framework)
{
	const struct groei_field *format = groei_field(groei_table(GROEI_CONVERSATION), "format");

	json_begin(call, NULL, '{');
	json_string(call, "file", framework->path);
	json_string(call, "cadence", framework->cadence);
	json_int(call, "formal-a-year", framework->formal_a_year);
	json_int(call, "talks-a-day", framework->talks_a_day);
	json_int(call, "stalled-after-days", framework->stalled_days);
	json_int(call, "silent-after-days", framework->silent_days);
	json_int(call, "confidence-to-close", framework->confidence);
	json_int(call, "people-to-show", framework->people_to_show);
	json_int(call, "retention-months", framework->retention_months);
	json_string(call, "moments",
	            framework->moments_shared == CHOICE_YES_FIRST ? "shared" : "private");
	json_begin(call, "formats", '{');
	for (int i = 0; i < FRAMEWORK_FORMATS; i++) {
		json_begin(call, format->choices[i].code, '{');
		json_string(call, "template", framework->format[i].template);
		json_flag(call, "formal", framework->format[i].formal == CHOICE_YES);
		json_int(call, "minutes", framework->format[i].minutes);
		json_end(call, '}');
	}
	json_end(call, '}');
	json_end(call, '}');
}

static enum groei_status find(struct groei_command_call *call, struct framework *framework_out,
                              const struct template_error **errors_out, size_t *count_out)
{
	const char *file = call_value(call, "file");
	struct template_error *errors = NULL;
	enum groei_status status;

	if (file != NULL) {
		status = groei_framework_check(call->arena, file, framework_out, &errors, count_out);
		*errors_out = errors;
		return status;
	}
	if (call->groei == NULL)
		return call_fail(call, GROEI_NOT_FOUND,
		                 _("framework: there is no store yet, start with groei init, or name a "
		                   "file with --file"));
	*framework_out = *groei_framework(call->groei);
	*errors_out = groei_framework_errors(call->groei, count_out);
	return *count_out > 0 ? GROEI_INVALID : GROEI_OK;
}

enum groei_status run_framework(struct groei_command_call *call)
{
	const struct template_error *errors = NULL;
	struct framework framework;
	size_t count = 0;
	enum groei_status status;

	if (call_value(call, "new") != NULL) {
		call_raw(call, groei_data("framework.yaml", NULL));
		return GROEI_OK;
	}
	status = find(call, &framework, &errors, &count);
	if (count > 0)
		call->why = call_error_lines(call, errors, count);
	else if (status == GROEI_OK && call->output->json)
		show_json(call, &framework);
	else if (status == GROEI_OK)
		show_text(call, &framework);
	return status;
}
