/* Starting a question template of one's own. */
#include <errno.h>
#include <string.h>

#include "base/i18n.h"
#include "command/call.h"

static enum groei_status write_file(struct groei_command_call *call, const char *id,
                                    const char *text, size_t length)
{
	const char *folder = call_folders(call)->folder[LAYER_USER], *path = NULL;
	int error;

	if (folder == NULL)
		return call_fail(call, GROEI_STORE,
		                 _("template new: there is no home folder, print it with --output -"));
	error = groei_template_put(call->arena, folder, id, text, length, &path);
	if (error == EEXIST)
		return call_fail(call, GROEI_CONFLICT,
		                 _("template new: %s/%s.yaml is there already, change that or choose "
		                   "another id"),
		                 folder, id);
	if (error != 0)
		return call_fail(call, GROEI_STORE,
		                 _("template new: %s/%s.yaml: %s, or print it with --output -"), folder, id,
		                 strerror(error));
	if (call->output->json) {
		json_begin(call, NULL, '{');
		json_string(call, "id", id);
		json_string(call, "path", path);
		json_end(call, '}');
	} else {
		call_print(call, _("Made %s. Change it in any editor, then: groei template check %s\n"),
		           path, id);
	}
	return GROEI_OK;
}

enum groei_status run_template_new(struct groei_command_call *call)
{
	const char *id = call_value(call, "template"), *from = call_value(call, "from");
	const char *output = call_value(call, "output"), *text = NULL;
	struct question_template *template = NULL;
	size_t length = 0;
	enum groei_status status;

	if (output != NULL && strcmp(output, "-") != 0)
		return call_fail(call, GROEI_USAGE,
		                 _("template new: --output takes only -, for standard output"));
	status = groei_template_draft(call->arena, call_folders(call), id, from, &text, &length);
	if (status == GROEI_INVALID)
		return call_fail(call, status,
		                 _("template new: “%s” cannot be an id, write at most 64 of a-z, 0-9, - "
		                   "and _"), id);
	if (status == GROEI_NOT_FOUND && from != NULL) {
		status = call_template(call, from, &template);
		return status != GROEI_OK ? status : GROEI_NOT_FOUND;
	}
	if (status != GROEI_OK)
		return status;
	if (output == NULL)
		return write_file(call, id, text, length);
	call_raw(call, text);
	return GROEI_OK;
}
