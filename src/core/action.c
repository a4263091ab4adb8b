/* Rules and verbs of actions. */
#include "core/core.h"

#include <string.h>

static enum groei_status action_check(struct groei *groei, const void *before, void *after)
{
	struct action *action = after;

	(void)groei;
	if (before != NULL)
		return GROEI_OK;
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
	action_out->owner = noted.handle == NULL ? 0 : noted.owner;
	return GROEI_OK;
}
