/* Objectives and the goals that serve them. */
#include "command/call.h"

#include "base/i18n.h"
#include <groei/followup.h>
#include <groei/text.h>

enum { GOALS_MOST = 1000 };

/* Open goals that serve it. */
static enum groei_status serving(struct groei_command_call *call, int64_t objective, int *count_out)
{
	const struct groei_query query = {
	    .scope = GROEI_OPEN, .condition = {{"objective", objective}}, .limit = 1};

	return groei_count(call->groei, GROEI_GOAL, &query, GOALS_MOST, count_out);
}

static enum groei_status show_one(struct groei_command_call *call,
                                  const struct objective *objective, struct call_table *columns)
{
	const struct groei_table *table = groei_table(GROEI_OBJECTIVE);
	char code[GROEI_CODE_SIZE];
	const char *cells[5];
	int goals = 0;
	enum groei_status status = serving(call, objective->id, &goals);

	if (status != GROEI_OK)
		return status;
	if (call->output->json) {
		json_begin(call, NULL, '{');
		json_fields(call, table, objective);
		json_int(call, "goals", goals);
		json_end(call, '}');
		return GROEI_OK;
	}
	cells[0] = groei_short_code(call->groei, GROEI_OBJECTIVE, objective->id, code);
	cells[1] = groei_arena_print(call->arena, "%d", goals);
	cells[2] = groei_value_text(call->groei, call->arena, groei_field(table, "title"), objective);
	cells[3] = groei_value_text(call->groei, call->arena, groei_field(table, "team"), objective);
	cells[4] = call_choice(groei_field(table, "state"), objective->state);
	call_rows(call, columns, cells, 1);
	return GROEI_OK;
}

enum groei_status run_objective_list(struct groei_command_call *call)
{
	const struct groei_table *table = groei_table(GROEI_OBJECTIVE);
	struct groei_query query = {.words = call_value(call, "match"), .limit = GOALS_MOST};
	int closed = call_value(call, "all") != NULL;
	struct call_table columns = {
	    .titles = {_("Code"), _("Goals"), _(groei_field(table, "title")->label),
	               _(groei_field(table, "team")->label), _(groei_field(table, "state")->label)},
	    .flexible = {0, 0, 1, 0, 0},
	    .columns = 5,
	};
	void *records = NULL;
	size_t count = 0;
	int free = 0;
	enum groei_status status = call_number(call, "limit", 1, GOALS_MOST, &query.limit);

	if (status == GROEI_OK)
		status = call_conditions(call, &query, &closed);
	query.scope = closed ? GROEI_ALL : GROEI_OPEN;
	if (status == GROEI_OK)
		status = groei_list(call->groei, call->arena, GROEI_OBJECTIVE, &query, &records, &count);
	if (status == GROEI_OK)
		status = groei_goals_unaligned(call->groei, &free);
	if (status == GROEI_OK && call->output->json)
		json_begin(call, NULL, '[');
	for (size_t i = 0; status == GROEI_OK && i < count; i++)
		status = show_one(call, (struct objective *)records + i, &columns);
	if (status != GROEI_OK)
		return status;
	if (call->output->json)
		json_end(call, ']');
	else if (count == 0)
		call_raw(call, _("None open. Add one: groei objective add TITLE\n"));
	else
		call_print(call, P_("%d open goal stands on its own.\n", "%d open goals stand on their own.\n",
		                    free),
		           free);
	return GROEI_OK;
}

enum groei_status run_objective_show(struct groei_command_call *call)
{
	struct objective objective;
	struct groei_query query = {.scope = GROEI_OPEN, .limit = GOALS_MOST};
	const struct goal *goals;
	void *records = NULL;
	size_t count = 0;
	char code[GROEI_CODE_SIZE];
	enum groei_status status = call_get(call, GROEI_OBJECTIVE, "id", &objective);

	query.condition[0] = (struct groei_condition){"objective", objective.id};
	if (status == GROEI_OK)
		status = groei_list(call->groei, call->arena, GROEI_GOAL, &query, &records, &count);
	if (status != GROEI_OK)
		return status;
	goals = records;
	if (call->output->json) {
		call->made = objective.id;
		json_begin(call, NULL, '{');
		json_fields(call, call->table, &objective);
		json_records(call, "goals", GROEI_GOAL, goals, count);
		json_end(call, '}');
		return GROEI_OK;
	}
	status = run_show(call);
	if (status != GROEI_OK || count == 0)
		return status;
	call_head(call, _("Goals that serve it"));
	for (size_t i = 0; i < count; i++)
		call_print(call, "  %s  %s (@%s): %s\n",
		           groei_short_code(call->groei, GROEI_GOAL, goals[i].id, code),
		           groei_text_safe_line(call->arena, goals[i].title),
		           call_handle(call, goals[i].person),
		           call_choice(groei_field(groei_table(GROEI_GOAL), "stage"), goals[i].stage));
	return GROEI_OK;
}
