/* demo: a sample team in a store of its own. */
#include "command/call.h"

#include <stdlib.h>

#include "base/i18n.h"
#include <groei/sample.h>

enum groei_status run_demo(struct groei_command_call *call)
{
	const char *store = groei_demo_store(call->arena, call_value(call, "folder"));
	struct groei_options options = {
	    .store = store, .today = GROEI_NO_DAY, .flags = GROEI_OPEN_CREATE};
	struct groei *groei = NULL;
	const char *today = getenv("GROEI_TODAY");
	enum groei_status status;

	if (store == NULL)
		return call_fail(call, GROEI_STORE, _("demo: there is no home folder, name a folder"));
	if (today != NULL)
		groei_day_parse(today, groei_instant_day(groei_instant_now()), &options.today, NULL);
	options.language = call->output->language;
	status = groei_open(&options, &groei);
	if (status == GROEI_OK && groei_owner(groei) == 0)
		status = groei_sample_make(groei, "sanne", "Sanne de Wit");
	if (status != GROEI_OK)
		call_fail(call, status, "%s", groei_why(groei).text);
	groei_close(groei);
	if (status != GROEI_OK)
		return status;
	if (call->output->json) {
		json_begin(call, NULL, '{');
		json_string(call, "store", store);
		json_end(call, '}');
	} else {
		call_print(call, _("The sample team is in %s. Look around: groei --store %s today\n"),
		           store, store);
	}
	return GROEI_OK;
}
