/* Verbs of actions, and the ledger of promises. */
#include "command/call.h"

#include <string.h>

#include "base/i18n.h"
#include <groei/followup.h>
#include <groei/text.h>

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
	action->kind = read.kind;
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

enum groei_status run_action_drop(struct groei_command_call *call)
{
	return set_action(call, ACTION_DROPPED, _("Dropped:"));
}

enum groei_status run_action_reagree(struct groei_command_call *call)
{
	struct action action;
	int32_t due = GROEI_NO_DAY;
	enum groei_status status = call_get(call, GROEI_ACTION, "id", &action);

	if (status == GROEI_OK)
		status = call_day(call, "due", GROEI_NO_DAY, &due);
	if (status == GROEI_OK)
		status = groei_action_reagree(call->groei, action.id, due, call_value(call, "reason"));
	if (status == GROEI_OK)
		status = groei_get(call->groei, call->arena, GROEI_ACTION, action.id, &action);
	if (status == GROEI_OK)
		call_tell(call,
		          groei_arena_print(call->arena, _("Agreed anew, by %s:"),
		                            call_day_text(call, action.due)),
		          GROEI_ACTION, &action);
	return status;
}

/* Promises ------------------------------------------------------------------------------------- */

/* What became of a promise, in a word or two. */
static const char *became(struct groei_command_call *call, const struct action *action)
{
	int32_t today = groei_today(call->groei);

	if (action->state == ACTION_DROPPED)
		return _("dropped");
	if (action->state == ACTION_DONE && action->due != GROEI_NO_DAY && action->done > action->due)
		return groei_arena_print(call->arena, _("kept late, %s"),
		                         call_day_text(call, action->done));
	if (action->state == ACTION_DONE)
		return groei_arena_print(call->arena, _("kept, %s"), call_day_text(call, action->done));
	if (action->due == GROEI_NO_DAY)
		return _("open");
	return groei_arena_print(call->arena, action->due < today ? _("overdue, %s") : _("open, by %s"),
	                         action->due < today ? call_distance(call, action->due)
	                                             : call_day_text(call, action->due));
}

static void show_side(struct groei_command_call *call, int64_t person,
                      const struct promises *promises)
{
	char code[GROEI_CODE_SIZE];

	call_print(call, _("  made %d · kept on time %d · kept late %d · agreed anew %d · open %d · "
	                   "overdue %d · dropped %d\n"),
	           promises->made, promises->on_time, promises->late, promises->reagreed,
	           promises->open, promises->overdue, promises->dropped);
	for (size_t i = 0; i < promises->count; i++) {
		const struct action *action = &promises->action[i];

		call_print(call, "    %s  %s: %s",
		           groei_short_code(call->groei, GROEI_ACTION, action->id, code),
		           groei_text_safe_line(call->arena, action->title), became(call, action));
		if (action->reagreed > 0)
			call_print(call, P_(", agreed anew once", ", agreed anew %d times",
			                    action->reagreed),
			           (int)action->reagreed);
		if (action->owner != person && action->owner != groei_who(call->groei))
			call_print(call, " (@%s)", call_handle(call, action->owner));
		call_raw(call, "\n");
	}
}

static void json_side(struct groei_command_call *call, const char *key,
                      const struct promises *promises)
{
	json_begin(call, key, '{');
	json_int(call, "made", promises->made);
	json_int(call, "on_time", promises->on_time);
	json_int(call, "late", promises->late);
	json_int(call, "reagreed", promises->reagreed);
	json_int(call, "open", promises->open);
	json_int(call, "overdue", promises->overdue);
	json_int(call, "dropped", promises->dropped);
	json_records(call, "actions", GROEI_ACTION, promises->action, promises->count);
	json_end(call, '}');
}

enum groei_status run_promises(struct groei_command_call *call)
{
	struct promises sides[2];
	int64_t person = 0;
	int32_t from = GROEI_NO_DAY, to = GROEI_NO_DAY;
	const char *name;
	enum groei_status status = call_person(call, &person);

	if (status == GROEI_OK)
		status = call_day(call, "from", GROEI_NO_DAY, &from);
	if (status == GROEI_OK)
		status = call_day(call, "to", GROEI_NO_DAY, &to);
	if (status == GROEI_OK && from != GROEI_NO_DAY && to != GROEI_NO_DAY && to < from)
		return call_fail(call, GROEI_INVALID,
		                 _("promises: the last day lies before the first, swap --from and --to"));
	if (status == GROEI_OK)
		status = groei_promises(call->groei, call->arena, person, from, to, sides);
	if (status != GROEI_OK)
		return status;
	call->made = person;
	if (call->output->json) {
		json_begin(call, NULL, '{');
		json_person(call, "person", person);
		json_day_value(call, "from", from);
		json_day_value(call, "to", to == GROEI_NO_DAY ? groei_today(call->groei) : to);
		json_side(call, "lead", &sides[PROMISE_LEAD]);
		json_side(call, "employee", &sides[PROMISE_EMPLOYEE]);
		json_end(call, '}');
		return GROEI_OK;
	}
	name = call_name(call, person);
	call_styled(call, STYLE_BOLD,
	            person == groei_who(call->groei)
	                ? _("Promised to you")
	                : groei_arena_print(call->arena, _("Promised to %s"), name));
	call_raw(call, "\n");
	show_side(call, person, &sides[PROMISE_LEAD]);
	call_styled(call, STYLE_BOLD,
	            person == groei_who(call->groei)
	                ? _("You promised")
	                : groei_arena_print(call->arena, _("%s promised"), name));
	call_raw(call, "\n");
	show_side(call, person, &sides[PROMISE_EMPLOYEE]);
	return GROEI_OK;
}
