/* Verbs of people over time: move, leave, away; and the lists of people and teams that say more than the
 * field table does. */
#include "command/call.h"

#include "base/i18n.h"

enum groei_status run_person_move(struct groei_command_call *call)
{
	static const struct {
		const char *name;
		int field;
	} moves[] = {{"lead", MOVE_LEAD}, {"team", MOVE_TEAM}, {"cadence", MOVE_CADENCE}};
	struct person_move move = {.fields = 0};
	struct person given, person;
	enum groei_status status = call_find(call, "id", &move.person);

	groei_record_clear(call->table, &given);
	if (status == GROEI_OK)
		status = call_fill(call, &given, NULL);
	if (status == GROEI_OK)
		status = call_day(call, "from", GROEI_NO_DAY, &move.from);
	if (status != GROEI_OK)
		return status;
	for (size_t i = 0; i < sizeof moves / sizeof *moves; i++)
		move.fields |= call_value(call, moves[i].name) != NULL ? moves[i].field : 0;
	if (move.fields == 0)
		return call_fail(call, GROEI_USAGE,
		                 _("person move: nothing to change is given, add --lead, --team or "
		                   "--cadence"));
	move.lead = given.lead;
	move.team = given.team;
	move.cadence = given.cadence;
	status = groei_person_move(call->groei, call->arena, &move, &person);
	if (status == GROEI_OK)
		call_tell(call, _("Moved"), GROEI_PERSON, &person);
	return status;
}

enum groei_status run_person_leave(struct groei_command_call *call)
{
	struct person given, person;
	int64_t id = 0;
	enum groei_status status = call_find(call, "id", &id);

	groei_record_clear(call->table, &given);
	if (status == GROEI_OK)
		status = call_fill(call, &given, NULL);
	if (status == GROEI_OK)
		status = groei_person_leave(call->groei, call->arena, id, given.ends, &person);
	if (status != GROEI_OK)
		return status;
	call_tell(call,
	          groei_arena_print(call->arena, _("Last day %s:"), call_day_text(call, person.ends)),
	          GROEI_PERSON, &person);
	return GROEI_OK;
}

enum groei_status run_absence_end(struct groei_command_call *call)
{
	struct absence given, absence;
	int64_t person = 0;
	enum groei_status status = call_person(call, &person);

	groei_record_clear(call->table, &given);
	if (status == GROEI_OK)
		status = call_fill(call, &given, NULL);
	if (status == GROEI_OK)
		status = groei_absence_end(call->groei, call->arena, person, given.ends, &absence);
	if (status != GROEI_OK)
		return status;
	call->made = absence.id;
	if (call->output->json)
		json_record(call, NULL, GROEI_ABSENCE, &absence);
	else
		call_print(call, _("%s was away from %s to %s.\n"), call_name(call, person),
		           call_day_text(call, absence.starts), call_day_text(call, absence.ends));
	return GROEI_OK;
}

/* People ----------------------------------------------------------------------------------------- */

static void json_silences(struct groei_command_call *call, const struct silence *list,
                          size_t count)
{
	json_begin(call, NULL, '[');
	for (size_t i = 0; i < count; i++) {
		json_begin(call, NULL, '{');
		json_id(call, "id", list[i].person);
		json_string(call, "handle", list[i].handle);
		json_string(call, "name", list[i].name);
		json_day_value(call, "last", list[i].last_day);
		json_end(call, '}');
	}
	json_end(call, ']');
}

static enum groei_status list_silences(struct groei_command_call *call)
{
	enum { COLUMNS = 3 };
	struct call_table columns = {
	    .columns = COLUMNS,
	    .titles = {_("Name"), _("Handle"), _("Last talk")},
	    .flexible = {1},
	};
	struct silence *list = NULL;
	const char **cells;
	size_t count = 0;
	enum groei_status status = groei_silences(call->groei, call->arena, groei_who(call->groei),
	                                          &list, &count);

	if (status != GROEI_OK)
		return status;
	if (call->output->json) {
		json_silences(call, list, count);
		return GROEI_OK;
	}
	if (count == 0) {
		call_raw(call, _("None yet. Add one: groei person add HANDLE NAME\n"));
		return GROEI_OK;
	}
	cells = groei_arena_take(call->arena, count * COLUMNS * sizeof *cells);
	for (size_t i = 0; i < count; i++) {
		int days = (int)(groei_today(call->groei) - list[i].last_day);

		cells[i * COLUMNS] = list[i].name;
		cells[i * COLUMNS + 1] = list[i].handle;
		cells[i * COLUMNS + 2] =
		    list[i].last_day == GROEI_NO_DAY
		        ? _("no talk yet")
		        : groei_arena_print(call->arena, P_("%s, %d day since", "%s, %d days since", days),
		                            call_day_text(call, list[i].last_day), days);
	}
	call_rows(call, &columns, cells, count);
	return GROEI_OK;
}

enum groei_status run_person_list(struct groei_command_call *call)
{
	struct lead_rhythm rhythm = {0};
	const char *warning;
	enum groei_status status =
	    call_value(call, "silent") != NULL ? list_silences(call) : run_list(call);

	if (status != GROEI_OK || call->output->json)
		return status;
	status = groei_lead_rhythm(call->groei, call->arena, groei_who(call->groei), &rhythm);
	warning = groei_lead_rhythm_warning(call->arena, &rhythm);
	if (status == GROEI_OK && warning != NULL)
		call_print(call, "%s\n", warning);
	return status;
}

void call_standing(struct groei_command_call *call, const struct standing *standing)
{
	const char *words = groei_standing_words(call->groei, call->arena, standing, ", ");
	const char *formal = groei_formal_words(call->arena, standing);

	if (*words != '\0' || *formal != '\0')
		call_print(call, _("Talks: %s%s%s\n"), words, *words && *formal ? ", " : "", formal);
}

/* "1 Mar 2025 – 3 Jun: lead Noor, team Data, every 2 weeks" */
static void show_stretch(struct groei_command_call *call, const struct assignment *stretch)
{
	struct team team;

	call_print(call, "  %s – %s", call_day_text(call, stretch->starts),
	           stretch->ends == GROEI_NO_DAY ? _("now") : call_day_text(call, stretch->ends));
	if (stretch->lead != 0)
		call_print(call, _(", lead %s"), call_name(call, stretch->lead));
	if (stretch->team != 0 &&
	    groei_get(call->groei, call->arena, GROEI_TEAM, stretch->team, &team) == GROEI_OK)
		call_print(call, _(", team %s"), call_safe(call, team.name));
	call_print(call, ", %s\n", groei_cadence_text(call->arena, stretch->cadence));
}

enum groei_status run_person_show(struct groei_command_call *call)
{
	struct assignment *stretches = NULL;
	struct standing standing;
	size_t count = 0;
	enum groei_status status = run_show(call);

	if (status != GROEI_OK || call->output->json)
		return status;
	status = groei_standing(call->groei, call->arena, call->made, &standing);
	if (status == GROEI_OK)
		status = groei_assignments(call->groei, call->arena, call->made, GROEI_DAY_MIN,
		                           GROEI_DAY_MAX, &stretches, &count);
	if (status != GROEI_OK)
		return status;
	call_standing(call, &standing);
	for (size_t i = 0; i < count; i++)
		show_stretch(call, &stretches[i]);
	return GROEI_OK;
}

/* Teams ------------------------------------------------------------------------------------------ */

enum { TEAMS = 1000, DEPTH = 16 };

struct tree {
	const struct team *teams;
	size_t count;
	size_t *order; /* of what is shown, each below its parent */
	int *depth;
	size_t shown;
};

static void add_below(struct tree *tree, int64_t parent, int depth)
{
	for (size_t i = 0; depth < DEPTH && i < tree->count; i++) {
		if (tree->teams[i].parent != parent || tree->shown == tree->count)
			continue;
		tree->order[tree->shown] = i;
		tree->depth[tree->shown++] = depth;
		add_below(tree, tree->teams[i].id, depth + 1);
	}
}

static enum groei_status read_teams(struct groei_command_call *call, int64_t parent,
                                    struct team **teams_out, size_t *count_out)
{
	struct groei_query query = {.scope = GROEI_ALL, .limit = TEAMS};
	void *records = NULL;
	enum groei_status status;

	if (parent != 0)
		query.condition[0] = (struct groei_condition){"parent", parent};
	status = groei_list(call->groei, call->arena, GROEI_TEAM, &query, &records, count_out);
	*teams_out = records;
	return status == GROEI_NO ? GROEI_OK : status;
}

/* One row a team, those below it set in. */
static void show_tree(struct groei_command_call *call, const struct tree *tree)
{
	enum { COLUMNS = 4 };
	struct call_table columns = {
	    .columns = COLUMNS,
	    .titles = {_("Name"), _("Handle"), _("Lead"), _("Rhythm")},
	    .flexible = {1},
	};
	const struct groei_field *cadence = groei_field(call->table, "cadence");
	const char **cells = groei_arena_take(call->arena, tree->shown * COLUMNS * sizeof *cells);

	for (size_t i = 0; i < tree->shown; i++) {
		const struct team *team = &tree->teams[tree->order[i]];
		const char **cell = cells + i * COLUMNS;

		cell[0] = groei_arena_print(call->arena, "%*s%s", 2 * tree->depth[i], "", team->name);
		cell[1] = team->handle;
		cell[2] = groei_person_name(call->groei, call->arena, team->lead);
		cell[3] = groei_value_text(call->groei, call->arena, cadence, team);
	}
	call_rows(call, &columns, cells, tree->shown);
}

enum groei_status run_team_list(struct groei_command_call *call)
{
	struct team *teams = NULL;
	struct tree tree = {0};
	enum groei_status status = GROEI_OK;

	if (call->value_count == 0 && !call->output->json)
		status = read_teams(call, 0, &teams, &tree.count);
	if (status != GROEI_OK)
		return status;
	tree.teams = teams;
	tree.order = groei_arena_take(call->arena, (tree.count + 1) * sizeof *tree.order);
	tree.depth = groei_arena_take(call->arena, (tree.count + 1) * sizeof *tree.depth);
	add_below(&tree, 0, 0);
	/* Filtered, very many, or in a circle that others wrote: the plain list leaves nothing out. */
	if (tree.shown == 0 || tree.shown < tree.count || tree.count == TEAMS)
		return run_list(call);
	show_tree(call, &tree);
	return GROEI_OK;
}

static void show_people(struct groei_command_call *call, const struct person *people, size_t count)
{
	if (count == 0)
		return;
	call_styled(call, STYLE_BOLD, groei_arena_print(call->arena, "%s\n", _("People")));
	for (size_t i = 0; i < count; i++)
		call_print(call, "  %s  %s\n", call_safe(call, people[i].handle),
		           call_safe(call, people[i].name));
}

enum groei_status run_team_show(struct groei_command_call *call)
{
	struct groei_query query = {.scope = GROEI_OPEN, .limit = TEAMS};
	struct team *teams = NULL;
	void *people = NULL;
	size_t count = 0, below = 0;
	enum groei_status status = run_show(call);

	if (status != GROEI_OK || call->output->json)
		return status;
	query.condition[0] = (struct groei_condition){"team", call->made};
	status = groei_list(call->groei, call->arena, GROEI_PERSON, &query, &people, &count);
	if (status == GROEI_OK || status == GROEI_NO)
		status = read_teams(call, call->made, &teams, &below);
	if (status != GROEI_OK)
		return status;
	show_people(call, people, count);
	if (below > 0)
		call_styled(call, STYLE_BOLD, groei_arena_print(call->arena, "%s\n", _("Teams below")));
	for (size_t i = 0; i < below; i++)
		call_print(call, "  %s  %s\n", call_safe(call, teams[i].handle),
		           call_safe(call, teams[i].name));
	return GROEI_OK;
}
