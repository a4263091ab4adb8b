/* Readings of learning: what it took for a goal, whether a debrief is due, all that a person showed. */
#include "core/core.h"

#include <string.h>

enum groei_status groei_learning_debrief_open(struct groei *groei, const struct learning *learning)
{
	struct db_statement *row;
	enum db_result result;
	enum groei_status status = access_read(groei);

	if (status != GROEI_OK)
		return status;
	if (learning->debriefed != GROEI_NO_DAY || learning->ends == GROEI_NO_DAY)
		return GROEI_NO;
	status = query(groei->store, QUERY_DEBRIEFED, &row);
	if (status != GROEI_OK)
		return status;
	db_bind_int(row, 1, learning->person);
	db_bind_int(row, 2, learning->ends);
	result = db_step(row);
	if (result == DB_ROW) {
		db_reset(row);
		return GROEI_NO;
	}
	return store_result(groei->store, result);
}

enum groei_status groei_learning_sum(struct groei *groei, int64_t goal,
                                     struct learning_sum *sum_out)
{
	struct db_statement *row;
	enum db_result result;
	enum groei_status status = access_read(groei);

	if (status == GROEI_OK)
		status = query(groei->store, QUERY_LEARNING_SUM, &row);
	if (status != GROEI_OK)
		return status;
	db_bind_int(row, 1, goal);
	result = db_step(row);
	if (result == DB_ROW) {
		*sum_out = (struct learning_sum){(int)db_int(row, 0), db_int(row, 1), db_int(row, 2),
		                                 db_int(row, 3)};
		db_reset(row);
	}
	return store_result(groei->store, result);
}

/* The first open one of an activity; by day, as the list is. */
static struct checkpoint next_of(int64_t learning, const struct checkpoint *open, size_t count)
{
	struct checkpoint none = {.id = 0};

	for (size_t i = 0; i < count; i++) {
		if (open[i].learning == learning)
			return open[i];
	}
	return none;
}

enum groei_status groei_learning_on_way(struct groei *groei, struct groei_arena *arena,
                                        int64_t person, int32_t since,
                                        struct learning_on_way **list_out, size_t *count_out)
{
	enum { OPEN = 100, ENDED = 50, CHECKPOINTS = 5 * (OPEN + ENDED) };
	struct groei_query wanted = {
	    .scope = GROEI_OPEN, .condition = {{"person", person}}, .limit = OPEN};
	struct learning_on_way *list = groei_arena_take(arena, (OPEN + ENDED) * sizeof *list);
	void *open = NULL, *ended = NULL, *checkpoints = NULL;
	const struct learning *learning;
	size_t open_count = 0, ended_count = 0, checkpoint_count = 0, count = 0;
	enum groei_status status =
	    groei_list(groei, arena, GROEI_LEARNING, &wanted, &open, &open_count);

	wanted.limit = CHECKPOINTS;
	if (status == GROEI_OK)
		status = groei_list(groei, arena, GROEI_CHECKPOINT, &wanted, &checkpoints,
		                    &checkpoint_count);
	wanted = (struct groei_query){.scope = GROEI_ALL,
	                              .condition = {{"person", person}, {"state", LEARNING_FINISHED}},
	                              .limit = ENDED};
	if (status == GROEI_OK)
		status = groei_list(groei, arena, GROEI_LEARNING, &wanted, &ended, &ended_count);
	if (status != GROEI_OK)
		return status;
	learning = open;
	for (size_t i = 0; i < open_count; i++)
		list[count++] = (struct learning_on_way){
		    learning[i], next_of(learning[i].id, checkpoints, checkpoint_count)};
	learning = ended;
	for (size_t i = 0; i < ended_count; i++) {
		struct checkpoint next = next_of(learning[i].id, checkpoints, checkpoint_count);

		if (next.id != 0 || (since != GROEI_NO_DAY && learning[i].ends >= since))
			list[count++] = (struct learning_on_way){learning[i], next};
	}
	*list_out = list;
	*count_out = count;
	return GROEI_OK;
}

/* All records of a person, window by window. */
static enum groei_status all_of(struct groei *groei, struct groei_arena *arena,
                                enum groei_entity entity, int64_t person, void **records_out,
                                size_t *count_out)
{
	enum { WINDOW = 500 };
	const size_t size = groei_table(entity)->size;
	struct groei_query wanted = {
	    .scope = GROEI_ALL, .condition = {{"person", person}}, .limit = WINDOW};
	enum groei_status status = GROEI_OK;
	char *records = NULL;
	size_t count = 0, read = WINDOW;

	while (status == GROEI_OK && read == WINDOW) {
		void *more = NULL;
		char *joined;

		read = 0;
		wanted.after = count == 0 ? NULL : records + (count - 1) * size;
		status = groei_list(groei, arena, entity, &wanted, &more, &read);
		if (status != GROEI_OK || read == 0)
			break;
		joined = groei_arena_take(arena, (count + read) * size);
		if (count > 0)
			memcpy(joined, records, count * size);
		memcpy(joined + count * size, more, read * size);
		records = joined;
		count += read;
	}
	if (status == GROEI_NO)
		status = GROEI_OK;
	*records_out = records;
	*count_out = count;
	return status;
}

enum groei_status groei_portfolio(struct groei *groei, struct groei_arena *arena, int64_t person,
                                  struct portfolio *portfolio_out)
{
	struct portfolio p = {.goal_count = 0};
	void *goals = NULL, *evidence = NULL, *learning = NULL, *skills = NULL;
	size_t all = 0;
	enum groei_status status = groei_get(groei, arena, GROEI_PERSON, person, &p.person);

	if (status == GROEI_OK)
		status = access_person(groei, arena, person);
	if (status == GROEI_OK)
		status = all_of(groei, arena, GROEI_GOAL, person, &goals, &p.goal_count);
	if (status == GROEI_OK)
		status = all_of(groei, arena, GROEI_EVIDENCE, person, &evidence, &p.evidence_count);
	if (status == GROEI_OK)
		status = all_of(groei, arena, GROEI_LEARNING, person, &learning, &all);
	if (status == GROEI_OK)
		status = all_of(groei, arena, GROEI_SKILL, person, &skills, &p.skill_count);
	if (status != GROEI_OK)
		return status;
	p.goals = goals;
	p.evidence = evidence;
	p.learning = learning;
	p.skills = skills;
	for (size_t i = 0; i < all; i++) {
		if (p.learning[i].state == LEARNING_FINISHED || p.learning[i].state == LEARNING_RUNNING ||
		    p.learning[i].state == LEARNING_PLANNED)
			p.learning[p.learning_count++] = p.learning[i];
	}
	*portfolio_out = p;
	return GROEI_OK;
}
