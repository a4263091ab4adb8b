/* Keeps the agenda beside the records, and reads one person's. Knows from which records rows come, not what
 * is made of them (today.c). */
#include "core/agenda.h"

#include <string.h>

static const struct agenda_source sources[AGENDA_KINDS] = {
    [AGENDA_LED] = {"led", GROEI_PERSON, QUERY_AGENDA_LED},
    [AGENDA_AWAY] = {"away", GROEI_ABSENCE, QUERY_AGENDA_AWAY},
    [AGENDA_ACTION] = {"action", GROEI_ACTION, QUERY_AGENDA_ACTION},
    [AGENDA_PROMISED] = {"promised", GROEI_ACTION, QUERY_AGENDA_PROMISED},
    [AGENDA_STEP] = {"step", GROEI_GOAL, QUERY_AGENDA_STEP},
    [AGENDA_STILL] = {"still", GROEI_GOAL, QUERY_AGENDA_STILL},
    [AGENDA_ANSWER] = {"answer", GROEI_LEARNING, QUERY_AGENDA_ANSWER},
    [AGENDA_DEBRIEF] = {"debrief", GROEI_LEARNING, QUERY_AGENDA_DEBRIEF},
    [AGENDA_CERTIFICATE] = {"certificate", GROEI_LEARNING, QUERY_AGENDA_CERTIFICATE},
    [AGENDA_CHECKPOINT] = {"checkpoint", GROEI_CHECKPOINT, QUERY_AGENDA_CHECKPOINT},
    [AGENDA_HEARD] = {"heard", GROEI_HEARD, QUERY_AGENDA_HEARD},
    [AGENDA_DRAFT] = {"draft", GROEI_REFLECTION, QUERY_AGENDA_DRAFT},
    [AGENDA_CONSENT] = {"consent", GROEI_REFLECTION, QUERY_AGENDA_CONSENT},
};

const struct agenda_source *agenda_source(enum agenda_kind kind)
{
	return &sources[kind];
}

static enum groei_status run(struct groei *groei, enum query which, int64_t id)
{
	struct db_statement *statement;
	enum groei_status status = query(groei->store, which, &statement);

	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 1, id);
	return query_finish(groei->store, statement);
}

static enum groei_status renew(struct groei *groei, enum groei_entity entity, int64_t id)
{
	enum groei_status status = GROEI_OK;
	bool dropped = false;

	for (size_t i = 0; status == GROEI_OK && i < AGENDA_KINDS; i++) {
		if (sources[i].entity != entity)
			continue;
		if (!dropped)
			status = run(groei, QUERY_AGENDA_DROP, id);
		dropped = true;
		if (status == GROEI_OK)
			status = run(groei, sources[i].query, id);
	}
	return status;
}

/* Something happened to the goal that it belongs to. */
static enum groei_status renew_goal(struct groei *groei, enum groei_entity entity,
                                    const void *record)
{
	int64_t goal = record == NULL ? 0
	               : value_get_ref(groei_field(groei_table(entity), "goal"), record);

	return goal == 0 ? GROEI_OK : renew(groei, GROEI_GOAL, goal);
}

/* Whether an activity was looked back on is told by a talk that debriefs it. */
static enum groei_status renew_debriefs(struct groei *groei, const struct conversation *talk)
{
	struct groei_arena *arena = groei->store->scratch;
	struct db_statement *row;
	int64_t *ids = NULL;
	size_t count = 0, room = 0;
	enum db_result result;
	enum groei_status status;

	if (talk == NULL || talk->format != FORMAT_DEBRIEF)
		return GROEI_OK;
	status = query(groei->store, QUERY_LEARNING_IDS, &row);
	if (status != GROEI_OK)
		return status;
	db_bind_int(row, 1, talk->person);
	while ((result = db_step(row)) == DB_ROW) {
		ids = groei_arena_grow(arena, ids, count, &room, sizeof *ids);
		ids[count++] = db_int(row, 0);
	}
	status = store_result(groei->store, result);
	for (size_t i = 0; status == GROEI_OK && i < count; i++)
		status = renew(groei, GROEI_LEARNING, ids[i]);
	return status;
}

/* Until when they look ahead is the activity's first day. */
static enum groei_status renew_checkpoints(struct groei *groei, const struct learning *learning)
{
	struct checkpoint *checkpoints = NULL;
	size_t count = 0;
	enum groei_status status =
	    learning == NULL ? GROEI_OK
	                     : checkpoint_read(groei, groei->store->scratch, learning->id, &checkpoints,
	                                       &count);

	for (size_t i = 0; status == GROEI_OK && i < count; i++)
		status = renew(groei, GROEI_CHECKPOINT, checkpoints[i].id);
	return status;
}

enum groei_status agenda_keep(struct groei *groei, enum groei_entity entity, const void *before,
                              const void *after)
{
	const struct groei_record *record = after != NULL ? after : before;
	enum groei_status status = renew(groei, entity, record->id);

	if (status != GROEI_OK)
		return status;
	switch (entity) {
	case GROEI_ACTION:
	case GROEI_PROGRESS:
	case GROEI_EVIDENCE:
		status = renew_goal(groei, entity, before);
		return status == GROEI_OK ? renew_goal(groei, entity, after) : status;
	case GROEI_CONVERSATION:
		status = renew_debriefs(groei, before);
		return status == GROEI_OK ? renew_debriefs(groei, after) : status;
	case GROEI_LEARNING:
		return before == NULL ? GROEI_OK : renew_checkpoints(groei, after);
	default:
		return GROEI_OK;
	}
}

/* AGENDA_KINDS for a word that this groei does not know. */
static enum agenda_kind kind_of(const char *word, size_t length)
{
	int kind = 0;

	while (kind < AGENDA_KINDS && (strncmp(sources[kind].word, word, length) != 0 ||
	                               sources[kind].word[length] != '\0'))
		kind++;
	return (enum agenda_kind)kind;
}

static struct agenda_row read_row(struct groei_arena *arena, struct db_statement *row)
{
	const char *word = query_word(row, 0);
	size_t length = strcspn(word, "-");

	return (struct agenda_row){
	    .kind = kind_of(word, length),
	    .rest = word[length] == '\0' ? "" : groei_arena_text(arena, word + length + 1),
	    .day = (int32_t)db_int(row, 1),
	    .until = (int32_t)db_int(row, 2),
	    .record = db_int(row, 3),
	    .other = db_is_null(row, 4) ? GROEI_NONE : db_int(row, 4)};
}

enum groei_status agenda_read(struct groei *groei, struct groei_arena *arena,
                              struct db_statement *row, int64_t person, enum agenda_side side,
                              int32_t horizon, struct agenda_row **rows_out, size_t *count_out)
{
	struct agenda_row *rows = NULL;
	size_t count = 0, room = 0;
	enum db_result result;
	enum groei_status status;

	db_bind_int(row, 1, person);
	db_bind_int(row, 2, groei_today(groei));
	db_bind_int(row, 3, horizon);
	db_bind_int(row, 4, side == AGENDA_OWN);
	while ((result = db_step(row)) == DB_ROW) {
		rows = groei_arena_grow(arena, rows, count, &room, sizeof *rows);
		rows[count++] = read_row(arena, row);
	}
	status = store_result(groei->store, result);
	if (status == GROEI_OK) {
		*rows_out = rows;
		*count_out = count;
	}
	return status;
}
