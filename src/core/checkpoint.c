/* Checkpoints of learning activities: made and moved with the activity, done or skipped by people. */
#include "core/core.h"

static const int32_t days_after[CHECKPOINT_KINDS] = {
    [CHECKPOINT_DAY_14] = 14, [CHECKPOINT_DAY_30] = 30, [CHECKPOINT_DAY_60] = 60,
    [CHECKPOINT_DAY_90] = 90,
};

/* The day that a checkpoint is counted from; GROEI_NO_DAY: neither day is known, or it will not be. */
static int32_t base_day(const struct learning *learning, enum checkpoint_kind kind)
{
	int32_t first = kind == CHECKPOINT_BEFORE ? learning->starts : learning->ends;

	if (learning->state == LEARNING_PROPOSED || learning->state == LEARNING_STOPPED ||
	    learning->state == LEARNING_DECLINED)
		return GROEI_NO_DAY;
	return first != GROEI_NO_DAY                ? first
	       : kind == CHECKPOINT_BEFORE          ? learning->ends
	                                            : learning->starts;
}

static int32_t day_of(int32_t base, enum checkpoint_kind kind, int32_t today)
{
	int32_t day = kind == CHECKPOINT_BEFORE ? base - CHECKPOINT_LEAD_DAYS
	                                        : base + days_after[kind];

	return kind == CHECKPOINT_BEFORE && day < today && base >= today ? today : day;
}

enum groei_status checkpoint_read(struct groei *groei, struct groei_arena *arena, int64_t learning,
                                  struct checkpoint **checkpoints_out, size_t *count_out)
{
	void *records = NULL;
	enum groei_status status =
	    rows_of(groei, arena, QUERY_CHECKPOINTS, learning, GROEI_CHECKPOINT, 100, &records,
	            count_out);
	if (status == GROEI_OK)
		*checkpoints_out = records;
	return status;
}

/* Nobody looks ahead at what has begun. */
static bool is_over(const struct learning *learning, enum checkpoint_kind kind)
{
	return kind == CHECKPOINT_BEFORE &&
	       (learning->state == LEARNING_RUNNING || learning->state == LEARNING_FINISHED);
}

static enum groei_status make(struct groei *groei, const struct learning *learning,
                              enum checkpoint_kind kind, int32_t base)
{
	struct checkpoint checkpoint;
	int32_t today = groei_today(groei);

	groei_record_clear(groei_table(GROEI_CHECKPOINT), &checkpoint);
	checkpoint.person = learning->person;
	checkpoint.learning = learning->id;
	checkpoint.kind = (int32_t)kind;
	checkpoint.day = day_of(base, kind, today);
	checkpoint.state = checkpoint.day < today || is_over(learning, kind) ? CHECKPOINT_SKIPPED
	                                                                     : CHECKPOINT_OPEN;
	return records_add(groei, GROEI_CHECKPOINT, &checkpoint);
}

/* One that people did not settle goes along: skipped by itself it has no day on which it was. */
static enum groei_status move(struct groei *groei, const struct learning *learning,
                              const struct checkpoint *before, int32_t base)
{
	enum checkpoint_kind kind = (enum checkpoint_kind)before->kind;
	struct checkpoint after = *before;
	int32_t today = groei_today(groei);

	if (before->state == CHECKPOINT_DONE || before->done != GROEI_NO_DAY)
		return GROEI_OK;
	if (base == GROEI_NO_DAY || is_over(learning, kind)) {
		after.state = CHECKPOINT_SKIPPED;
	} else {
		after.day = day_of(base, kind, today);
		if (after.day >= today)
			after.state = CHECKPOINT_OPEN;
	}
	if (after.state == before->state && after.day == before->day)
		return GROEI_OK;
	return records_edit(groei, GROEI_CHECKPOINT, before, &after);
}

enum groei_status checkpoint_follow(struct groei *groei, const struct learning *before,
                                    const struct learning *after)
{
	struct checkpoint *checkpoints = NULL;
	size_t count = 0;
	enum groei_status status = GROEI_OK;

	if (before != NULL && before->starts == after->starts && before->ends == after->ends &&
	    before->state == after->state)
		return GROEI_OK;
	if (before != NULL)
		status = checkpoint_read(groei, groei->store->scratch, after->id, &checkpoints, &count);
	for (int kind = 0; status == GROEI_OK && kind < CHECKPOINT_KINDS; kind++) {
		int32_t base = base_day(after, (enum checkpoint_kind)kind);
		const struct checkpoint *found = NULL;

		for (size_t i = 0; i < count; i++) {
			if (checkpoints[i].kind == kind)
				found = &checkpoints[i];
		}
		if (found == NULL && base != GROEI_NO_DAY)
			status = make(groei, after, (enum checkpoint_kind)kind, base);
		else if (found != NULL && (base_day(before, (enum checkpoint_kind)kind) != base ||
		                           is_over(after, (enum checkpoint_kind)kind)))
			status = move(groei, after, found, base);
	}
	return status;
}

enum groei_status checkpoint_clear(struct groei *groei, int64_t learning)
{
	struct checkpoint *checkpoints = NULL;
	size_t count = 0;
	enum groei_status status = checkpoint_read(groei, groei->store->scratch, learning, &checkpoints, &count);

	for (size_t i = 0; status == GROEI_OK && i < count; i++) {
		if (checkpoints[i].state != CHECKPOINT_DONE)
			status = records_remove(groei, GROEI_CHECKPOINT, &checkpoints[i]);
	}
	return status;
}

/* Verbs --------------------------------------------------------------------------------------- */

struct settling {
	struct groei *groei;
	int64_t checkpoint;
	enum checkpoint_state state;
	const char *note;
};

static enum groei_status settle_body(void *context)
{
	const struct settling *s = context;
	const struct groei_table *table = groei_table(GROEI_CHECKPOINT);
	struct checkpoint before, after;
	enum groei_status status = records_get(s->groei, GROEI_CHECKPOINT, s->checkpoint, &before);

	if (status != GROEI_OK)
		return status;
	if (before.state != CHECKPOINT_OPEN)
		return fault_field(s->groei, table, "state", _("it is “%s” already"),
		                   _(groei_field(table, "state")->choices[before.state].label));
	if (s->state == CHECKPOINT_SKIPPED && (s->note == NULL || *s->note == '\0'))
		return fault_field(s->groei, table, "note", _("say why, with --reason"));
	after = before;
	after.state = (int32_t)s->state;
	after.done = groei_today(s->groei);
	if (s->note != NULL)
		after.note = s->note;
	return records_edit(s->groei, GROEI_CHECKPOINT, &before, &after);
}

enum groei_status checkpoint_answered(struct groei *groei, int64_t checkpoint)
{
	struct settling s = {groei, checkpoint, CHECKPOINT_DONE, NULL};
	struct checkpoint before;
	enum groei_status status = records_get(groei, GROEI_CHECKPOINT, checkpoint, &before);

	return status == GROEI_OK && before.state == CHECKPOINT_OPEN ? settle_body(&s) : status;
}

enum groei_status groei_checkpoint_done(struct groei *groei, int64_t checkpoint, const char *note)
{
	struct settling s = {groei, checkpoint, CHECKPOINT_DONE, note};

	return store_transact(groei->store, "checkpoint done", settle_body, &s);
}

enum groei_status groei_checkpoint_skip(struct groei *groei, int64_t checkpoint, const char *reason)
{
	struct settling s = {groei, checkpoint, CHECKPOINT_SKIPPED, reason};

	return store_transact(groei->store, "checkpoint skip", settle_body, &s);
}
