/* Rules and verbs of actions. */
#include "core/core.h"

#include <string.h>

static enum groei_status action_check(struct groei *groei, const void *before, void *after)
{
	const struct action *was = before;
	struct action *action = after;

	(void)groei;
	if (was != NULL) {
		if (was->due == action->due || was->state != ACTION_OPEN)
			return GROEI_OK;
		if (action->first_due == GROEI_NO_DAY)
			action->first_due = action->due; /* no day was agreed so far */
		else
			action->reagreed = (was->reagreed == GROEI_NONE ? 0 : was->reagreed) + 1;
		return GROEI_OK;
	}
	if (action->first_due == GROEI_NO_DAY)
		action->first_due = action->due;
	if (action->reagreed == GROEI_NONE)
		action->reagreed = 0;
	if (action->carried == GROEI_NONE)
		action->carried = 0;
	if (action->owner == 0)
		action->owner = action->person;
	return GROEI_OK;
}

const struct noun action_noun = {.check = action_check};

struct setting {
	struct groei *groei;
	int64_t action;
	enum action_state state;
};

static enum groei_status set_body(void *context)
{
	const struct setting *s = context;
	struct action before, after;
	enum groei_status status = records_get(s->groei, GROEI_ACTION, s->action, &before);

	if (status != GROEI_OK)
		return status;
	if (before.state == (int32_t)s->state)
		return fault_field(s->groei, groei_table(GROEI_ACTION), "state",
		                   _("it is “%s” already"),
		                   _(groei_field(groei_table(GROEI_ACTION), "state")
		                         ->choices[s->state]
		                         .label));
	after = before;
	after.state = (int32_t)s->state;
	after.done = s->state == ACTION_DONE ? groei_today(s->groei) : GROEI_NO_DAY;
	return records_edit(s->groei, GROEI_ACTION, &before, &after);
}

enum groei_status groei_action_set(struct groei *groei, int64_t action, enum action_state state)
{
	static const char *const names[] = {"action reopen", "action done", "action drop"};
	struct setting s = {groei, action, state};

	return store_transact(groei->store, names[state], set_body, &s);
}

struct reagreeing {
	struct groei *groei;
	int64_t action;
	int32_t due;
	const char *reason;
};

static enum groei_status reagree_body(void *context)
{
	const struct reagreeing *r = context;
	const struct groei_table *table = groei_table(GROEI_ACTION);
	struct action before, after;
	enum groei_status status = records_get(r->groei, GROEI_ACTION, r->action, &before);

	if (status != GROEI_OK)
		return status;
	if (before.state != ACTION_OPEN)
		return fault_field(r->groei, table, "state", _("it is “%s” already"),
		                   _(groei_field(table, "state")->choices[before.state].label));
	if (before.due == r->due)
		return fault_field(r->groei, table, "due", _("that is the day it has, give another"));
	if (r->due < groei_today(r->groei))
		return fault_field(r->groei, table, "due", _("it lies behind us, give a day that comes"));
	if (r->reason == NULL || r->reason[strspn(r->reason, " \t")] == '\0')
		return fault_field(r->groei, table, "reason",
		                   _("a new day comes with a reason, add --reason TEXT"));
	after = before;
	after.due = r->due;
	after.reason = r->reason;
	return records_edit(r->groei, GROEI_ACTION, &before, &after);
}

enum groei_status groei_action_reagree(struct groei *groei, int64_t action, int32_t due,
                                       const char *reason)
{
	struct reagreeing r = {groei, action, due, reason};

	return store_transact(groei->store, "action reagree", reagree_body, &r);
}

enum groei_status groei_action_read(struct groei *groei, struct groei_arena *arena,
                                    const char *line, struct action *action_out)
{
	struct noted_line noted;
	const char *boxed = strncmp(line, "[ ]", 3) == 0 ? line
	                                                 : groei_arena_print(arena, "[ ] %s", line);
	enum groei_status status = access_read(groei);

	if (status != GROEI_OK)
		return status;
	if (!notes_line(groei, arena, boxed, strlen(boxed), &noted))
		return fault_field(groei, groei_table(GROEI_ACTION), "title",
		                   _("it may not be empty; %s"), _("What will be done"));
	if (noted.unknown) {
		int64_t nobody;

		return groei_find(groei, GROEI_PERSON, noted.handle, &nobody);
	}
	groei_record_clear(groei_table(GROEI_ACTION), action_out);
	action_out->title = noted.title;
	action_out->due = noted.due;
	action_out->kind = noted.action;
	action_out->owner = noted.handle == NULL ? 0 : noted.owner;
	return GROEI_OK;
}
