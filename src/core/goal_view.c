/* A goal with everything that hangs on it, for one page or one pane. Reads through the same lists as
 * everybody, so it shows what who is asking may see and no more. */
#include "core/core.h"

#include <stdlib.h>
#include <string.h>

static enum groei_status hanging(struct groei *groei, struct groei_arena *arena,
                                 enum groei_entity entity, int64_t goal, void **records_out,
                                 size_t *count_out)
{
	const struct groei_query query = {
	    .scope = GROEI_ALL, .condition = {{"goal", goal}}, .limit = 100};

	return groei_list(groei, arena, entity, &query, records_out, count_out);
}

static int by_time(const void *a, const void *b)
{
	const struct progress *one = a, *other = b;

	if (one->day != other->day)
		return one->day < other->day ? -1 : 1;
	return one->number < other->number ? -1 : one->number > other->number;
}

static enum groei_status read_progress(struct groei *groei, struct groei_arena *arena,
                                       struct goal_view *view)
{
	struct progress *progress;
	void *records = NULL;
	size_t count = 0;
	enum groei_status status =
	    hanging(groei, arena, GROEI_PROGRESS, view->goal.id, &records, &count);

	if (status != GROEI_OK)
		return status;
	progress = records;
	if (count > 1)
		qsort(progress, count, sizeof *progress, by_time);
	for (int side = SIDE_EMPLOYEE; side <= SIDE_LEAD; side++) {
		view->progress[side] =
		    groei_arena_take(arena, (count + 1) * sizeof *view->progress[side]);
		for (size_t i = 0; i < count; i++) {
			if (progress[i].side == side)
				view->progress[side][view->progress_count[side]++] = progress[i];
		}
	}
	return GROEI_OK;
}

/* Actions: those of the employee are theirs, all others are support. */
static enum groei_status read_actions(struct groei *groei, struct groei_arena *arena,
                                      struct goal_view *view)
{
	struct action *actions;
	void *records = NULL;
	size_t count = 0;
	enum groei_status status =
	    hanging(groei, arena, GROEI_ACTION, view->goal.id, &records, &count);

	if (status != GROEI_OK)
		return status;
	actions = records;
	view->support = groei_arena_take(arena, (count + 1) * sizeof *view->support);
	view->action = groei_arena_take(arena, (count + 1) * sizeof *view->action);
	for (size_t i = 0; i < count; i++) {
		if (actions[i].state == ACTION_DROPPED)
			continue;
		if (actions[i].owner == view->goal.person) {
			view->action[view->action_count++] = actions[i];
		} else {
			view->support[view->support_count++] = actions[i];
			view->given += actions[i].state == ACTION_DONE;
		}
	}
	return GROEI_OK;
}

enum groei_status goal_movement(struct groei *groei, const struct goal *goal, int32_t *day_out)
{
	struct db_statement *row;
	enum db_result result;
	enum groei_status status = query(groei->store, QUERY_GOAL_MOVEMENT, &row);

	if (status != GROEI_OK)
		return status;
	db_bind_int(row, 1, goal->id);
	result = db_step(row);
	if (result == DB_ROW) {
		*day_out = query_optional(row, 0);
		db_reset(row);
	} else if (result == DB_DONE) {
		*day_out = goal->moved;
	}
	return store_result(groei->store, result);
}

enum groei_status groei_goal_view(struct groei *groei, struct groei_arena *arena, int64_t goal,
                                  struct goal_view *view_out)
{
	struct goal_view view = {.movement = GROEI_NO_DAY};
	void *evidence = NULL, *learning = NULL, *moments = NULL;
	enum groei_status status = groei_get(groei, arena, GROEI_GOAL, goal, &view.goal);

	if (status == GROEI_OK)
		status = goal_movement(groei, &view.goal, &view.movement);
	if (status == GROEI_OK)
		status = read_progress(groei, arena, &view);
	if (status == GROEI_OK)
		status = read_actions(groei, arena, &view);
	if (status == GROEI_OK)
		status = hanging(groei, arena, GROEI_EVIDENCE, goal, &evidence, &view.evidence_count);
	if (status == GROEI_OK)
		status = hanging(groei, arena, GROEI_LEARNING, goal, &learning, &view.learning_count);
	if (status == GROEI_OK)
		status = hanging(groei, arena, GROEI_MOMENT, goal, &moments, &view.moment_count);
	if (status != GROEI_OK)
		return status;
	view.evidence = evidence;
	view.learning = learning;
	view.moment = moments;
	*view_out = view;
	return GROEI_OK;
}

/* A row of the journal: a stage; or the day on which it changed, which stands behind the stage in the same
 * change, unless that day had changed the goal before. */
struct stage_row {
	int moved; /* 1: a day */
	int32_t before, after;
	int64_t who, change;
};

static int32_t stored(struct groei_arena *arena, struct db_statement *row, int column)
{
	const struct groei_table *table = groei_table(GROEI_GOAL);
	const struct groei_field *field = groei_field(table, query_word(row, 0));
	struct goal goal;

	groei_record_clear(table, &goal);
	if (db_is_null(row, column) ||
	    !value_from_text(arena, field, query_word(row, column), &goal))
		return GROEI_NONE;
	return value_get_int(field, &goal);
}

static enum groei_status read_stages(struct groei *groei, struct groei_arena *arena, int64_t goal,
                                     size_t most, struct stage_row *rows, size_t *count_out)
{
	struct db_statement *row;
	enum db_result result;
	enum groei_status status = query(groei->store, QUERY_GOAL_STAGES, &row);

	if (status != GROEI_OK)
		return status;
	db_bind_int(row, 1, goal);
	db_bind_int(row, 2, (int64_t)most);
	while ((result = db_step(row)) == DB_ROW)
		rows[(*count_out)++] = (struct stage_row){strcmp(query_word(row, 0), "moved") == 0,
		                                          stored(arena, row, 1), stored(arena, row, 2),
		                                          db_int(row, 3), db_int(row, 4)};
	return store_result(groei->store, result);
}

enum groei_status groei_goal_changes(struct groei *groei, struct groei_arena *arena, int64_t goal,
                                     struct goal_change **changes_out, size_t *count_out)
{
	enum { CHANGES = 200 };
	struct stage_row *rows = groei_arena_take(arena, 2 * CHANGES * sizeof *rows);
	struct goal_change *changes = groei_arena_take(arena, 2 * CHANGES * sizeof *changes);
	struct goal found;
	int32_t day = GROEI_NO_DAY;
	int64_t change = 0;
	size_t row_count = 0, count = 0;
	enum groei_status status = groei_get(groei, arena, GROEI_GOAL, goal, &found);

	if (status == GROEI_OK)
		status = read_stages(groei, arena, goal, 2 * CHANGES, rows, &row_count);
	if (status != GROEI_OK)
		return status;
	for (size_t i = row_count; i-- > 0;) {
		if (rows[i].moved) {
			day = rows[i].after;
			if (count > 0 && rows[i].change == change)
				changes[count - 1].day = day;
			continue;
		}
		change = rows[i].change;
		changes[count++] =
		    (struct goal_change){day, rows[i].before, rows[i].after, rows[i].who};
	}
	*changes_out = changes;
	*count_out = count;
	return GROEI_OK;
}

const char *groei_goal_question(struct groei *groei, struct groei_arena *arena,
                                const struct goal *goal)
{
	const char *name;

	if (goal->person == groei->who)
		return groei_arena_print(arena, _("What do you need for “%s”?"), goal->title);
	name = groei_person_name(groei, arena, goal->person);
	return groei_arena_print(arena, _("What does %.*s need for “%s”?"), (int)strcspn(name, " "),
	                         name, goal->title);
}

enum groei_status groei_goals_unaligned(struct groei *groei, int *count_out)
{
	struct db_statement *row;
	enum db_result result;
	enum groei_status status = access_read(groei);

	if (status == GROEI_OK)
		status = query(groei->store, QUERY_GOALS_UNALIGNED, &row);
	if (status != GROEI_OK)
		return status;
	result = db_step(row);
	if (result == DB_ROW) {
		*count_out = (int)db_int(row, 0);
		db_reset(row);
	}
	return store_result(groei->store, result);
}
