/* Who led a person, in which team and rhythm, from when to when. The person's own fields are how it stands
 * now; the stretches are cut from every change of them, so that they never overlap and leave no gap
 * while somebody is here.
 *
 *     before   ├── lead A, team 1 ──────────────────────┤├── lead B, team 1 ──────►
 *     move --team 2 --from ▲
 *     after    ├── A, 1 ───┤├── lead A, team 2 ─────────┤├── lead B, team 2 ──────►
 */
#include <stdint.h>
#include <string.h>

#include "core/core.h"

enum { MOVE_ALL = MOVE_LEAD | MOVE_TEAM | MOVE_CADENCE, SPARE = 4 };

/* The stretches of a person while they are cut. */
struct history {
	struct assignment *list; /* by their first day */
	size_t count;
	size_t run;              /* the first without a gap up to the last: this time here */
};

static enum groei_status read_rows(struct groei *groei, struct groei_arena *arena, int64_t person,
                                   struct assignment **list_out, size_t *count_out)
{
	void *records = NULL;
	enum groei_status status =
	    rows_of(groei, arena, QUERY_ASSIGNMENTS, person, GROEI_ASSIGNMENT, SIZE_MAX,
	            &records, count_out);
	if (status == GROEI_OK)
		*list_out = records;
	return status;
}

static void drop(struct history *h, size_t at)
{
	memmove(h->list + at, h->list + at + 1, (h->count - at - 1) * sizeof *h->list);
	h->count--;
}

static void insert(struct history *h, size_t at, const struct assignment *stretch)
{
	memmove(h->list + at + 1, h->list + at, (h->count - at) * sizeof *h->list);
	h->list[at] = *stretch;
	h->count++;
}

static void apply(struct assignment *stretch, const struct person *person, int fields)
{
	if (fields & MOVE_LEAD)
		stretch->lead = person->lead;
	if (fields & MOVE_TEAM)
		stretch->team = person->team;
	if (fields & MOVE_CADENCE)
		stretch->cadence = person->cadence;
}

static bool same_text(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static bool same(const struct assignment *a, const struct assignment *b)
{
	return a->lead == b->lead && a->team == b->team && same_text(a->cadence, b->cadence);
}

static void find_run(struct history *h)
{
	h->run = h->count == 0 ? 0 : h->count - 1;
	while (h->run > 0 && h->list[h->run - 1].ends != GROEI_NO_DAY &&
	       h->list[h->run - 1].ends + 1 == h->list[h->run].starts)
		h->run--;
}

static void append(struct history *h, const struct person *person, int32_t first)
{
	struct assignment stretch;

	groei_record_clear(groei_table(GROEI_ASSIGNMENT), &stretch);
	stretch.person = person->id;
	stretch.starts = first;
	apply(&stretch, person, MOVE_ALL);
	h->list[h->count] = stretch;
	h->run = h->count++;
}

/* Brings this time's stretches to the person's first and last day; somebody who comes back gets a new one. */
static void bound(struct history *h, const struct person *person)
{
	int32_t first = person->starts != GROEI_NO_DAY ? person->starts : person->made;
	int32_t last = person->ends;
	struct assignment *newest;

	if (last != GROEI_NO_DAY && first > last)
		first = last;
	find_run(h);
	newest = h->count == 0 ? NULL : &h->list[h->count - 1];
	if (newest == NULL || (newest->ends != GROEI_NO_DAY && first > newest->ends &&
	                       first != newest->starts))
		append(h, person, first);
	if (h->run > 0 && first <= h->list[h->run - 1].ends)
		first = h->list[h->run - 1].ends + 1;
	while (h->run + 1 < h->count && h->list[h->run].ends < first)
		drop(h, h->run);
	h->list[h->run].starts = first;
	while (last != GROEI_NO_DAY && h->run + 1 < h->count && h->list[h->count - 1].starts > last)
		drop(h, h->count - 1);
	h->list[h->count - 1].ends = last;
}

/* What is given counts from that day on. */
static void cut(struct history *h, const struct person *person, int fields, int32_t from)
{
	size_t count = h->count;

	for (size_t i = h->run; i < h->count; i++) {
		struct assignment *stretch = &h->list[i];

		if (stretch->ends != GROEI_NO_DAY && stretch->ends < from)
			continue;
		if (stretch->starts < from && h->count == count) {
			struct assignment rest = *stretch;

			rest.id = 0;
			rest.starts = from;
			stretch->ends = from - 1;
			insert(h, ++i, &rest);
		}
		apply(&h->list[i], person, fields);
	}
}

static void merge(struct history *h)
{
	for (size_t i = h->run; i + 1 < h->count;) {
		if (same(&h->list[i], &h->list[i + 1])) {
			h->list[i].ends = h->list[i + 1].ends;
			drop(h, i + 1);
		} else {
			i++;
		}
	}
}

static enum groei_status save(struct groei *groei, const struct assignment *old, size_t old_count,
                              struct history *h)
{
	enum groei_status status = GROEI_OK;

	for (size_t i = 0; status == GROEI_OK && i < old_count; i++) {
		size_t at = 0;

		while (at < h->count && h->list[at].id != old[i].id)
			at++;
		status = at == h->count
		             ? records_remove(groei, GROEI_ASSIGNMENT, &old[i])
		             : records_edit(groei, GROEI_ASSIGNMENT, &old[i], &h->list[at]);
	}
	for (size_t i = 0; status == GROEI_OK && i < h->count; i++) {
		if (h->list[i].id == 0)
			status = records_add(groei, GROEI_ASSIGNMENT, &h->list[i]);
	}
	return status;
}

/* Cuts the history of a person for the fields that change from that day on. */
static enum groei_status recut(struct groei *groei, const struct person *person, int fields,
                               int32_t from)
{
	struct assignment *old = NULL, now;
	struct history h = {.count = 0};
	int32_t today = groei_today(groei), last;
	enum groei_status status =
	    read_rows(groei, groei->store->scratch, person->id, &old, &h.count);
	size_t old_count = h.count;

	if (status != GROEI_OK)
		return status;
	h.list = groei_arena_take(groei->store->scratch, (h.count + SPARE) * sizeof *h.list);
	if (h.count > 0)
		memcpy(h.list, old, h.count * sizeof *h.list);
	bound(&h, person);
	cut(&h, person, fields, from);
	merge(&h);
	/* However it came about: today's stretch says what the person's fields say. */
	now = h.list[h.count - 1];
	last = now.ends;
	apply(&now, person, MOVE_ALL);
	if ((last == GROEI_NO_DAY || last >= today) && !same(&now, &h.list[h.count - 1]))
		cut(&h, person, MOVE_ALL, today);
	merge(&h);
	return save(groei, old, old_count, &h);
}

enum groei_status assignment_follow(struct groei *groei, const struct person *before,
                                    const struct person *after)
{
	int fields = 0;

	if (before != NULL) {
		fields = (before->lead != after->lead ? MOVE_LEAD : 0) |
		         (before->team != after->team ? MOVE_TEAM : 0) |
		         (same_text(before->cadence, after->cadence) ? 0 : MOVE_CADENCE);
		if (fields == 0 && before->starts == after->starts && before->ends == after->ends)
			return GROEI_OK;
	}
	return recut(groei, after, fields,
	             groei->from != GROEI_NO_DAY ? groei->from : groei_today(groei));
}

enum groei_status assignment_clear(struct groei *groei, int64_t person)
{
	struct assignment *list = NULL;
	size_t count = 0;
	enum groei_status status = read_rows(groei, groei->store->scratch, person, &list, &count);

	for (size_t i = 0; status == GROEI_OK && i < count; i++)
		status = records_remove(groei, GROEI_ASSIGNMENT, &list[i]);
	return status;
}

/* Moves ---------------------------------------------------------------------------------------- */

struct moving {
	struct groei *groei;
	struct groei_arena *arena; /* of the caller, for the result */
	const struct person_move *move;
	struct person result;
};

/* The day a move may count from: not ahead, and not before they came. */
static enum groei_status day_of(struct groei *groei, const struct person_move *move,
                                int32_t *from_out)
{
	int32_t today = groei_today(groei), from = move->from == GROEI_NO_DAY ? today : move->from;
	char day[GROEI_DATE_SIZE];
	struct history h = {.count = 0};
	enum groei_status status =
	    read_rows(groei, groei->store->scratch, move->person, &h.list, &h.count);

	if (status != GROEI_OK)
		return status;
	find_run(&h);
	if (from > today)
		return fault_set(&groei->fault, GROEI_INVALID, "from",
		                 _("person move: %s lies ahead, and a move is recorded when it takes "
		                   "place; come back on that day"),
		                 groei_day_text(from, today, day));
	if (move->from != GROEI_NO_DAY && h.count > 0 && from < h.list[h.run].starts)
		return fault_set(&groei->fault, GROEI_INVALID, "from",
		                 _("person move: they came on %s only, give a day from then on"),
		                 groei_day_text(h.list[h.run].starts, today, day));
	*from_out = from;
	return GROEI_OK;
}

static enum groei_status move_body(void *context)
{
	struct moving *m = context;
	struct groei *groei = m->groei;
	const struct person_move *move = m->move;
	struct person before, after;
	int32_t from = GROEI_NO_DAY;
	enum groei_status status = records_get(groei, GROEI_PERSON, move->person, &before);

	if (status == GROEI_OK)
		status = day_of(groei, move, &from);
	if (status != GROEI_OK)
		return status;
	after = before;
	if (move->fields & MOVE_LEAD)
		after.lead = move->lead;
	if (move->fields & MOVE_TEAM)
		after.team = move->team;
	if (move->fields & MOVE_CADENCE)
		after.cadence = move->cadence;
	groei->from = from;
	status = records_edit(groei, GROEI_PERSON, &before, &after);
	groei->from = GROEI_NO_DAY;
	/* Also what the person's fields say already may count from earlier. */
	if (status == GROEI_OK)
		status = recut(groei, &after, move->fields, from);
	return status == GROEI_OK ? record_get(groei->store, m->arena, groei_table(GROEI_PERSON),
	                                       move->person, &m->result)
	                          : status;
}

enum groei_status groei_person_move(struct groei *groei, struct groei_arena *arena,
                                    const struct person_move *move, struct person *person_out)
{
	struct moving m = {.groei = groei, .arena = arena, .move = move};
	enum groei_status status = store_transact(groei->store, "person move", move_body, &m);

	if (status == GROEI_OK)
		*person_out = m.result;
	return status;
}

static enum groei_status leave_body(void *context)
{
	struct moving *m = context;
	struct person before, after;
	enum groei_status status =
	    records_get(m->groei, GROEI_PERSON, m->move->person, &before);

	if (status != GROEI_OK)
		return status;
	after = before;
	after.ends = m->move->from;
	status = records_edit(m->groei, GROEI_PERSON, &before, &after);
	return status == GROEI_OK ? record_get(m->groei->store, m->arena, groei_table(GROEI_PERSON),
	                                       m->move->person, &m->result)
	                          : status;
}

enum groei_status groei_person_leave(struct groei *groei, struct groei_arena *arena,
                                     int64_t person, int32_t day, struct person *person_out)
{
	const struct person_move leaving = {
	    .person = person, .from = day == GROEI_NO_DAY ? groei_today(groei) : day};
	struct moving m = {.groei = groei, .arena = arena, .move = &leaving};
	enum groei_status status = store_transact(groei->store, "person leave", leave_body, &m);

	if (status == GROEI_OK)
		*person_out = m.result;
	else
		groei->followed = NULL;
	return status;
}

/* Readings ------------------------------------------------------------------------------------- */

/* The stretches that a query gives for $1 and touch those days, with the rhythm that held. */
static enum groei_status touching(struct groei *groei, struct groei_arena *arena, enum query which,
                                  int64_t of, int32_t from, int32_t until,
                                  struct assignment **list_out, size_t *count_out)
{
	struct db_statement *statement;
	struct assignment *list;
	void *records = NULL;
	size_t read = 0, count = 0;
	enum groei_status status = access_read(groei);

	if (status == GROEI_OK)
		status = query(groei->store, which, &statement);
	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 1, of);
	status = rows_read(groei, arena, statement, GROEI_ASSIGNMENT, SIZE_MAX, &records, &read);
	list = records;
	for (size_t i = 0; status == GROEI_OK && i < read; i++) {
		if (list[i].starts > until ||
		    (list[i].ends != GROEI_NO_DAY && list[i].ends < from))
			continue;
		list[count] = list[i];
		status = cadence_of(groei, arena, list[count].cadence, list[count].team,
		                    &list[count].cadence);
		count++;
	}
	if (status == GROEI_OK) {
		*list_out = list;
		*count_out = count;
	}
	return status;
}

enum groei_status groei_assignments(struct groei *groei, struct groei_arena *arena, int64_t person,
                                    int32_t from, int32_t until,
                                    struct assignment **assignments_out, size_t *count_out)
{
	return touching(groei, arena, QUERY_ASSIGNMENTS, person, from, until, assignments_out,
	                count_out);
}

enum groei_status groei_assignments_led(struct groei *groei, struct groei_arena *arena,
                                        int64_t lead, int32_t from, int32_t until,
                                        struct assignment **assignments_out, size_t *count_out)
{
	return touching(groei, arena, QUERY_ASSIGNMENTS_LED, lead, from, until, assignments_out,
	                count_out);
}

enum groei_status groei_assignment_on(struct groei *groei, struct groei_arena *arena,
                                      int64_t person, int32_t day,
                                      struct assignment *assignment_out)
{
	struct assignment *list;
	size_t count = 0;
	enum groei_status status =
	    groei_assignments(groei, arena, person, day, day, &list, &count);

	if (status != GROEI_OK)
		return status;
	if (count == 0)
		return GROEI_NO;
	*assignment_out = list[0];
	return GROEI_OK;
}
