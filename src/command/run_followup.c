/* Verbs of goals and actions. */
#include "command/call.h"

#include <string.h>

#include "base/i18n.h"
#include <groei/followup.h>

enum groei_status run_goal_move(struct groei_command_call *call)
{
	struct goal goal;
	struct goal wanted;
	const char *stage;
	enum groei_status status = call_get(call, GROEI_GOAL, "id", &goal);

	groei_record_clear(call->table, &wanted);
	wanted.stage = -1; /* "" would leave it as it is */
	if (status == GROEI_OK)
		status = groei_value_parse(call->groei, call->arena, groei_field(call->table, "stage"),
		                           call_value(call, "stage"), &wanted);
	if (status == GROEI_OK)
		status = groei_goal_move(call->groei, goal.id, (enum goal_stage)wanted.stage);
	if (status == GROEI_OK)
		status = groei_get(call->groei, call->arena, GROEI_GOAL, goal.id, &goal);
	if (status != GROEI_OK)
		return status;
	stage = call_choice(groei_field(call->table, "stage"), goal.stage);
	call_tell(call, groei_arena_print(call->arena, _("Moved to %s:"), stage), GROEI_GOAL, &goal);
	return GROEI_OK;
}

/* A line as in notes, "[ ] @amir call Noor by fri", in place of the handle: the talks it belongs to are
 * those of its owner. */
static enum groei_status read_line(struct groei_command_call *call, struct action *action)
{
	const char *first = call_value(call, "person");
	const char *more = call_value(call, "title");
	const char *line = more == NULL ? first : groei_arena_print(call->arena, "%s %s", first, more);
	enum groei_status status = groei_action_read(call->groei, call->arena, line, action);

	if (status != GROEI_OK)
		return status;
	if (action->owner == 0 || action->owner == groei_who(call->groei))
		return call_fail(call, GROEI_USAGE,
		                 _("action add: whose talks it belongs to is missing, write: groei action "
		                   "add HANDLE TITLE…"));
	action->person = action->owner;
	return GROEI_OK;
}

static enum groei_status read_title(struct groei_command_call *call, struct action *action)
{
	const char *title = call_value(call, "title");
	const char *words;
	struct action read;
	enum groei_status status;

	if (title == NULL)
		return call_fail(call, GROEI_USAGE,
		                 _("action add: title is missing, write: groei action add HANDLE TITLE…"));
	status = groei_value_parse(call->groei, call->arena, groei_field(call->table, "person"),
	                           call_value(call, "person"), action);
	action->owner = action->person;
	if (status != GROEI_OK || strcmp(title, "-") == 0)
		return status;
	groei_record_clear(call->table, &read);
	status = groei_action_read(call->groei, call->arena, title, &read);
	if (status != GROEI_OK)
		return status;
	words = title + strspn(title, " \t");
	if (words[0] == '[')
		words += strcspn(words, "]") + 1;
	words += strspn(words, " \t");
	if (words[0] == '@')
		action->owner = read.owner;
	action->title = read.title;
	action->due = read.due;
	return GROEI_OK;
}

enum groei_status run_action_add(struct groei_command_call *call)
{
	const char *person = call_value(call, "person");
	int line = person[0] == '[' || person[0] == '@';
	struct action action;
	enum groei_status status;

	groei_record_clear(call->table, &action);
	status = line ? read_line(call, &action) : read_title(call, &action);
	for (size_t i = 0; status == GROEI_OK && i < call->value_count; i++) {
		const struct call_value *value = &call->values[i];
		int title = strcmp(value->name, "title") == 0 && strcmp(value->text, "-") != 0;
		const char *text = value->text;

		if (value->field == NULL || title || strcmp(value->name, "person") == 0)
			continue;
		if (value->field->kind == GROEI_TEXT || value->field->kind == GROEI_LONG)
			status = call_value_read(call, value->name, text, &text);
		if (status == GROEI_OK)
			status = groei_value_parse(call->groei, call->arena, value->field, text, &action);
	}
	if (status == GROEI_OK)
		status = groei_add(call->groei, GROEI_ACTION, &action);
	if (status == GROEI_OK)
		call_tell(call, _("Added"), GROEI_ACTION, &action);
	return status;
}

static enum groei_status set_action(struct groei_command_call *call, enum action_state state,
                                    const char *done)
{
	struct action action;
	int64_t id = 0;
	enum groei_status status = call_find(call, "id", &id);

	if (status == GROEI_OK)
		status = groei_action_set(call->groei, id, state);
	if (status == GROEI_OK)
		status = groei_get(call->groei, call->arena, GROEI_ACTION, id, &action);
	if (status == GROEI_OK)
		call_tell(call, done, GROEI_ACTION, &action);
	return status;
}

enum groei_status run_action_done(struct groei_command_call *call)
{
	return set_action(call, ACTION_DONE, _("Done:"));
}

enum groei_status run_action_reopen(struct groei_command_call *call)
{
	return set_action(call, ACTION_OPEN, _("Opened again:"));
}
