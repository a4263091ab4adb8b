/* From the values of a command line to records, days, numbers, people and texts. */
#include "command/call.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/code.h"
#include "base/file.h"
#include "base/i18n.h"
#include <groei/text.h>

const char *call_value(const struct groei_command_call *call, const char *name)
{
	for (size_t i = call->value_count; i > 0; i--)
		if (strcmp(call->values[i - 1].name, name) == 0)
			return call->values[i - 1].text;
	return NULL;
}

enum groei_status call_value_read(struct groei_command_call *call, const char *name,
                                  const char *text, const char **text_out)
{
	const char *read = text;
	int error;

	if (text == NULL || strcmp(text, "-") != 0) {
		*text_out = text;
		return GROEI_OK;
	}
	if (call->input_read)
		return call_fail(call, GROEI_USAGE,
		                 _("-: standard input can be read once only, use - for one text"));
	if (call->input == NULL || call->input->read_all == NULL)
		return call_fail(call, GROEI_USAGE,
		                 _("-: there is no standard input here, write the text itself"));
	call->input_read = 1;
	error = call->input->read_all(call->input->context, call->arena, &read);
	if (error == EILSEQ)
		return call_fail(call, GROEI_INVALID,
		                 _("%s: standard input is no text, it holds zero bytes"), name);
	if (error != 0)
		return call_fail(call, GROEI_STORE, _("%s: standard input: %s, try again"), name,
		                 strerror(error));
	*text_out = read;
	return GROEI_OK;
}

static enum groei_status fill_one(struct groei_command_call *call, const struct call_value *value,
                                  void *record)
{
	const struct groei_field *field = value->field;
	const char *text = value->text;
	enum groei_status status = GROEI_OK;

	if (field->kind == GROEI_TEXT || field->kind == GROEI_LONG) {
		status = call_value_read(call, value->name, text, &text);
		if (status == GROEI_OK && text != value->text) {
			size_t length = strlen(text);

			while (length > 0 && text[length - 1] == '\n')
				length--;
			text = groei_arena_copy(call->arena, text, length);
		}
	}
	if (status != GROEI_OK)
		return status;
	return groei_value_parse(call->groei, call->arena, field, text, record);
}

enum groei_status call_fill(struct groei_command_call *call, void *record, size_t *count_out)
{
	size_t count = 0;

	for (size_t i = 0; i < call->value_count; i++) {
		enum groei_status status;

		if (call->values[i].field == NULL)
			continue;
		status = fill_one(call, &call->values[i], record);
		if (status != GROEI_OK)
			return status;
		count++;
	}
	if (count_out != NULL)
		*count_out = count;
	return GROEI_OK;
}

/* Whether the word is the person's handle, and not the start of their code. */
static bool is_handle(struct groei_command_call *call, int64_t person, const char *text)
{
	return strcmp(groei_person_handle(call->groei, call->arena, person),
	              groei_text_key(call->arena, *text == '@' ? text + 1 : text)) == 0;
}

/* All letters of a code: no near handle was meant. */
static bool is_whole_code(const char *text)
{
	int64_t low = 0, high = 0;

	return strlen(text) == CODE_LETTERS && code_range(text, &low, &high);
}

/* A conversation by its code, or by the handle of the person: the open one, else the last. */
enum groei_status call_find_talk(struct groei_command_call *call, const char *text,
                                 int64_t *id_out)
{
	struct conversation conversation = {0};
	int64_t person = 0;
	enum groei_status status = groei_find(call->groei, GROEI_PERSON, text, &person);

	if (status != GROEI_OK || !is_handle(call, person, text)) {
		status = groei_find(call->groei, GROEI_CONVERSATION, text, id_out);
		if (status != GROEI_NOT_FOUND || is_whole_code(text))
			return status;
		status = groei_find(call->groei, GROEI_PERSON, text, &person);
	}
	if (status != GROEI_OK)
		return status;
	status = groei_conversation_open(call->groei, call->arena, person, &conversation);
	if (status == GROEI_NO)
		status = groei_conversation_last(call->groei, call->arena, person, GROEI_NO_DAY,
		                                 &conversation);
	if (status == GROEI_NO)
		return call_fail(call, GROEI_NOT_FOUND,
		                 _("%s: no conversation yet, plan one with “groei conversation plan %s”"),
		                 text, text);
	if (status == GROEI_OK)
		*id_out = conversation.id;
	return status;
}

enum groei_status call_find(struct groei_command_call *call, const char *name, int64_t *id_out)
{
	const char *text = call_value(call, name);

	if (call->table->entity == GROEI_CONVERSATION)
		return call_find_talk(call, text, id_out);
	return groei_find(call->groei, call->table->entity, text, id_out);
}

enum groei_status call_get(struct groei_command_call *call, enum groei_entity entity,
                           const char *name, void *record_out)
{
	int64_t id = 0;
	enum groei_status status = call_find(call, name, &id);

	if (status != GROEI_OK)
		return status;
	return groei_get(call->groei, call->arena, entity, id, record_out);
}

bool call_has_screens(const struct groei_command_call *call)
{
	return call->input != NULL && call->input->open != NULL;
}

void call_open(struct groei_command_call *call, const char *screen)
{
	call->input->open(call->input->context, screen);
}

enum groei_status call_person(struct groei_command_call *call, int64_t *person_out)
{
	return groei_find(call->groei, GROEI_PERSON, call_value(call, "person"), person_out);
}

enum groei_status call_day(struct groei_command_call *call, const char *name, int32_t absent,
                           int32_t *day_out)
{
	const char *text = call_value(call, name);
	const char *why = NULL;

	if (text == NULL) {
		*day_out = absent;
		return GROEI_OK;
	}
	if (!groei_day_parse(text, groei_today(call->groei), day_out, &why))
		return call_fail(call, GROEI_INVALID, "%s: “%s”: %s", name, text, why);
	return GROEI_OK;
}

enum groei_status call_number(struct groei_command_call *call, const char *name, int low, int high,
                              int *number_out)
{
	const char *text = call_value(call, name);
	char *end = NULL;
	long number;

	if (text == NULL)
		return GROEI_OK;
	errno = 0;
	number = strtol(text, &end, 10);
	if (errno != 0 || *text == '\0' || *end != '\0' || number < low || number > high)
		return call_fail(call, GROEI_INVALID,
		                 _("%s: “%s” is no number from %d to %d, write such a number"), name,
		                 text, low, high);
	*number_out = (int)number;
	return GROEI_OK;
}

enum groei_language call_language(const struct groei_command_call *call)
{
	return call->groei != NULL ? groei_language(call->groei) : call->output->language;
}

const struct template_folders *call_folders(struct groei_command_call *call)
{
	struct template_folders *folders;

	if (call->groei != NULL)
		return groei_folders(call->groei);
	folders = groei_arena_take(call->arena, sizeof *folders);
	folders->folder[LAYER_SYSTEM] = GROEI_DATADIR "/templates";
	folders->folder[LAYER_USER] =
	    file_xdg(call->arena, "XDG_CONFIG_HOME", ".config", "groei/templates");
	return folders;
}

enum groei_status call_template(struct groei_command_call *call, const char *id,
                                struct question_template **template_out)
{
	const struct template_folders *folders = call_folders(call);
	struct question_template **all = NULL;
	struct template_error *errors = NULL;
	size_t count = 0;
	size_t errors_count = 0;
	struct nearest nearest = {.word = id};
	enum groei_status status = groei_template_find(call->arena, folders, id, template_out, &errors,
	                                               &errors_count);

	if (status == GROEI_INVALID && errors_count > 0)
		return call_fail(call, status, "%s: %s", call_error_place(call, errors), errors[0].text);
	if (status != GROEI_NOT_FOUND)
		return status;
	if (groei_template_list(call->arena, folders, &all, &count, NULL, NULL) == GROEI_OK)
		for (size_t i = 0; i < count; i++)
			nearest_add(&nearest, all[i]->id);
	if (nearest.name != NULL)
		return call_fail(call, GROEI_NOT_FOUND, _("%s: no such template, did you mean “%s”?"),
		                 id, nearest.name);
	return call_fail(call, GROEI_NOT_FOUND,
	                 _("%s: no such template, “groei template list” shows them"), id);
}

enum groei_status call_long_text(struct groei_command_call *call, const char *name,
                                 const char *before, const char **text_out)
{
	const char *text = call_value(call, name);
	int error;

	if (text != NULL)
		return call_value_read(call, name, text, text_out);
	if (call->input == NULL || call->input->edit == NULL) {
		*text_out = NULL;
		return GROEI_OK;
	}
	error = call->input->edit(call->input->context, call->arena, before, &text);
	if (error == EILSEQ)
		return call_fail(call, GROEI_INVALID, _("%s: no text, it holds zero bytes"), name);
	if (error == ECANCELED)
		return call_fail(call, GROEI_NO, _("%s: the editor failed, nothing was changed"), name);
	if (error != 0)
		return call_fail(call, GROEI_STORE, _("editor: %s, set EDITOR to one that works"),
		                 strerror(error));
	*text_out = text;
	return GROEI_OK;
}
