/* The promise ledger of a pair: what either side promised and what became of it. The lead's promises
 * are measured exactly as the employee's. */
#include "core/core.h"

#include <stdint.h>

static enum groei_status counts_read(struct groei *groei, int64_t person, int32_t from, int32_t to,
                                     struct promises sides[2])
{
	struct db_statement *row;
	enum db_result result;
	enum groei_status status = query(groei->store, QUERY_LEDGER_COUNTS, &row);

	if (status != GROEI_OK)
		return status;
	db_bind_int(row, 1, person);
	db_bind_int(row, 2, from);
	db_bind_int(row, 3, to);
	db_bind_int(row, 4, groei_today(groei));
	while ((result = db_step(row)) == DB_ROW)
		sides[db_int(row, 0) == PROMISE_EMPLOYEE] = (struct promises){
		    .made = (int)db_int(row, 1),
		    .on_time = (int)db_int(row, 2),
		    .late = (int)db_int(row, 3),
		    .reagreed = (int)db_int(row, 4),
		    .open = (int)db_int(row, 5),
		    .overdue = (int)db_int(row, 6),
		    .dropped = (int)db_int(row, 7),
		};
	return store_result(groei->store, result);
}

static enum groei_status list_read(struct groei *groei, struct groei_arena *arena, int64_t person,
                                   int32_t from, int32_t to, int side, struct promises *promises)
{
	struct db_statement *row;
	void *records = NULL;
	enum groei_status status = query(groei->store, QUERY_LEDGER, &row);

	if (status != GROEI_OK)
		return status;
	db_bind_int(row, 1, person);
	db_bind_int(row, 2, from);
	db_bind_int(row, 3, to);
	db_bind_int(row, 4, side);
	status = rows_read(groei, arena, row, GROEI_ACTION, SIZE_MAX, &records, &promises->count);
	promises->action = records;
	return status;
}

enum groei_status groei_promises(struct groei *groei, struct groei_arena *arena, int64_t person,
                                 int32_t from, int32_t to, struct promises sides_out[2])
{
	struct promises sides[2] = {{0}, {0}};
	struct person found;
	enum groei_status status = groei_get(groei, arena, GROEI_PERSON, person, &found);

	if (status == GROEI_OK)
		status = access_person(groei, arena, person);
	if (status == GROEI_OK && groei_viewer(groei, person) == VIEWER_HR)
		status = fault_set(&groei->fault, GROEI_DENIED, NULL,
		                   _("%s: only they and their lead see what was promised, ask them"),
		                   found.name);
	if (from == GROEI_NO_DAY)
		from = GROEI_DAY_MIN;
	if (to == GROEI_NO_DAY)
		to = groei_today(groei);
	if (status == GROEI_OK)
		status = counts_read(groei, person, from, to, sides);
	for (int side = PROMISE_LEAD; status == GROEI_OK && side <= PROMISE_EMPLOYEE; side++)
		status = list_read(groei, arena, person, from, to, side, &sides[side]);
	if (status == GROEI_OK) {
		sides_out[PROMISE_LEAD] = sides[PROMISE_LEAD];
		sides_out[PROMISE_EMPLOYEE] = sides[PROMISE_EMPLOYEE];
	}
	return status;
}
