/* Commands about groei itself: init, paths. */
#include "command/call.h"

#include <errno.h>
#include <pwd.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include <groei/text.h>

/* A handle from a login name: small letters, digits, . _ - */
static const char *handle_from(struct groei_arena *arena, const char *login)
{
	char *handle = groei_arena_text(arena, login);
	char *to = handle;

	for (const char *c = login; *c != '\0' && to - handle < 32; c++) {
		char small = *c >= 'A' && *c <= 'Z' ? (char)(*c - 'A' + 'a') : *c;
		int letter = small >= 'a' && small <= 'z';

		if (letter || (to > handle && ((small >= '0' && small <= '9') || small == '.' ||
		                               small == '_' || small == '-')))
			*to++ = small;
	}
	*to = '\0';
	return to == handle ? "me" : handle;
}

enum groei_status run_init(struct groei_command_call *call)
{
	const char *handle = call_value(call, "me");
	const char *name = call_value(call, "name");
	const struct passwd *login = getpwuid(getuid());
	struct person person;
	enum groei_status status;

	if (handle == NULL)
		handle = handle_from(call->arena, login == NULL ? "me" : login->pw_name);
	if (name == NULL && login != NULL && call_value(call, "me") == NULL) {
		size_t length = strcspn(login->pw_gecos, ",");

		if (length > 0)
			name = groei_arena_copy(call->arena, login->pw_gecos, length);
	}
	if (name == NULL)
		name = handle;
	status = groei_init(call->groei, handle, name);
	if (status == GROEI_OK)
		status = groei_get(call->groei, call->arena, GROEI_PERSON, groei_who(call->groei), &person);
	if (status != GROEI_OK)
		return status;
	call_tell(call, _("Made the store of"), GROEI_PERSON, &person);
	if (!call->output->json)
		call_print(call, _("It is %s. Next: groei person add HANDLE NAME\n"),
		           groei_store_name(call->groei));
	return GROEI_OK;
}

static void path(struct groei_command_call *call, const char *key, const char *label,
                 const char *text)
{
	if (call->output->json)
		json_string(call, key, text);
	else if (text != NULL)
		call_print(call, "%s  %s\n", groei_text_pad(call->arena, label, 24), text);
}

enum groei_status run_views(struct groei_command_call *call)
{
	const char *sql = groei_views(call->groei, call->arena);

	if (!call->output->json) {
		call_raw(call, sql);
		return GROEI_OK;
	}
	json_begin(call, NULL, '{');
	json_string(call, "sql", sql);
	json_end(call, '}');
	return GROEI_OK;
}

enum groei_status run_paths(struct groei_command_call *call)
{
	const struct template_folders *folders = call_folders(call);

	if (call->output->json)
		json_begin(call, NULL, '{');
	path(call, "store", _("Store"),
	     call->groei != NULL          ? groei_store_name(call->groei)
	     : call->output->store != NULL ? call->output->store
	                                   : groei_default_store(call->arena));
	path(call, "config", _("Configuration"),
	     file_xdg(call->arena, "XDG_CONFIG_HOME", ".config", "groei/config"));
	path(call, "templates_user", _("Your templates"), folders->folder[LAYER_USER]);
	path(call, "templates_organisation", _("Organisation's templates"),
	     folders->folder[LAYER_ORGANISATION]);
	path(call, "templates_system", _("System's templates"), folders->folder[LAYER_SYSTEM]);
	path(call, "demo", _("Sample team"), groei_demo_store(call->arena, NULL));
	if (call->output->json)
		json_end(call, '}');
	return GROEI_OK;
}

const char *groei_demo_store(struct groei_arena *arena, const char *folder)
{
	if (folder != NULL)
		return groei_arena_print(arena, "%s/groei.db", folder);
	return file_xdg(arena, "XDG_DATA_HOME", ".local/share", "groei/demo/groei.db");
}
