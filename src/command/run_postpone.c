/* The verbs that a planned or held conversation goes on by: postpone, miss, acknowledge. */
#include "command/call.h"

#include <string.h>

#include "base/i18n.h"
#include <groei/text.h>

/* "later" is no day: an example says what is. */
static enum groei_status read_until(struct groei_command_call *call, int32_t *day_out)
{
	static const char *const words[] = {"later", "soon", "sometime", "ooit", "straks", "binnenkort"};
	const char *text = call_value(call, "day");
	const char *key = groei_text_key(call->arena, text);
	char day[GROEI_DATE_SIZE];

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(key, words[i]) == 0)
			return call_fail(call, GROEI_INVALID,
			                 _("conversation postpone: “%s” is no day, agree on one, such as %s"),
			                 text, groei_day_iso(groei_today(call->groei) + 7, day));
	return call_day(call, "day", GROEI_NO_DAY, day_out);
}

enum groei_status run_conversation_postpone(struct groei_command_call *call)
{
	struct conversation talk;
	const char *reason = NULL;
	int64_t id = 0;
	int32_t until = GROEI_NO_DAY;
	enum groei_status status = call_find(call, "id", &id);

	if (status == GROEI_OK)
		status = read_until(call, &until);
	if (status == GROEI_OK)
		status = call_value_read(call, "reason", call_value(call, "reason"), &reason);
	if (status == GROEI_OK)
		status = groei_conversation_postpone(call->groei, call->arena, id, until, reason, &talk);
	if (status != GROEI_OK)
		return status;
	call_tell(call,
	          groei_arena_print(call->arena, _("%d× postponed, now:"), (int)talk.postponed),
	          GROEI_CONVERSATION, &talk);
	call_warn(call, groei_lead_day_warning(call->groei, call->arena, talk.lead, talk.day));
	return GROEI_OK;
}

enum groei_status run_conversation_miss(struct groei_command_call *call)
{
	struct conversation talk;
	int64_t id = 0;
	enum groei_status status = call_find(call, "id", &id);

	if (status == GROEI_OK)
		status = groei_conversation_miss(call->groei, call->arena, id, &talk);
	if (status == GROEI_OK)
		call_tell(call, _("Missed:"), GROEI_CONVERSATION, &talk);
	return status;
}

enum groei_status run_conversation_acknowledge(struct groei_command_call *call)
{
	struct conversation talk;
	int64_t id = 0;
	enum groei_status status = call_find(call, "id", &id);

	if (status == GROEI_OK)
		status = groei_conversation_acknowledge(call->groei, call->arena, id, &talk);
	if (status == GROEI_OK)
		call_tell(call,
		          groei_who(call->groei) == talk.person
		              ? _("Acknowledged:")
		              : _("Acknowledged on your word, as this store is one person's:"),
		          GROEI_CONVERSATION, &talk);
	return status;
}
