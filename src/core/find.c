/* Finding the record that a person means: a handle, a code or the start of one. */
#include <stdlib.h>
#include <string.h>

#include "base/code.h"
#include "core/core.h"

/* The three nearest handles, as a sentence part; "" when none is near. */
static const char *nearest_handles(struct groei *groei, struct groei_arena *arena,
                                   enum groei_entity entity, const char *text)
{
	struct db_statement *statement;
	const char *best[3] = {NULL, NULL, NULL};
	int distance[3] = {99, 99, 99};

	if (query(groei->store, entity == GROEI_PERSON ? QUERY_HANDLES_PERSON : QUERY_HANDLES_TEAM,
	          &statement) != GROEI_OK)
		return "";
	while (db_step(statement) == DB_ROW) {
		const char *handle = db_text(statement, 0);
		int away = strncmp(handle, text, strlen(text)) == 0 ? 1
		                                                   : groei_text_distance(handle, text);
		int at = 3;

		while (at > 0 && (away < distance[at - 1] ||
		                  (away == distance[at - 1] && strcmp(handle, best[at - 1]) < 0)))
			at--;
		if (at == 3)
			continue;
		memmove(&best[at + 1], &best[at], (size_t)(2 - at) * sizeof *best);
		memmove(&distance[at + 1], &distance[at], (size_t)(2 - at) * sizeof *distance);
		best[at] = groei_arena_text(arena, handle);
		distance[at] = away;
	}
	for (int i = 1; i < 3; i++) {
		if (distance[i] > distance[0] + 2)
			best[i] = NULL; /* far from what was meant */
	}
	if (best[0] == NULL)
		return "";
	if (best[1] == NULL)
		return best[0];
	return best[2] == NULL
	           ? groei_arena_print(arena, "%s, %s", best[0], best[1])
	           : groei_arena_print(arena, "%s, %s, %s", best[0], best[1], best[2]);
}

const char *groei_handles_near(struct groei *groei, struct groei_arena *arena, const char *word)
{
	return access_read(groei) == GROEI_OK
	           ? nearest_handles(groei, arena, GROEI_PERSON, groei_text_key(arena, word))
	           : "";
}

static enum groei_status no_handle(struct groei *groei, struct groei_arena *arena,
                                   enum groei_entity entity, const char *text)
{
	const char *near = nearest_handles(groei, arena, entity, text);
	const char *label = _(groei_table(entity)->label);

	if (*near == '\0')
		return fault_set(&groei->fault, GROEI_NOT_FOUND, "handle",
		                 _("%s: nobody is called “%s”, add them first"), label, text);
	return fault_set(&groei->fault, GROEI_NOT_FOUND, "handle",
	                 _("%s: nobody is called “%s”, did you mean %s?"), label, text, near);
}

static enum groei_status find_code(struct groei *groei, enum groei_entity entity, const char *text,
                                   int64_t *id_out)
{
	const struct groei_table *table = groei_table(entity);
	int64_t low, high, ids[2];
	int count = 0;
	char *end;
	enum groei_status status;

	if (strlen(text) >= 4 && code_range(text, &low, &high)) {
		status = record_between(groei->store, table, low, high, ids, &count);
	} else {
		low = strtoll(text, &end, 10);
		if (*text < '1' || *text > '9' || *end != '\0')
			return fault_set(&groei->fault, GROEI_NOT_FOUND, "id",
			                 _("%s: “%s” is no code, copy four letters or more from a list"),
			                 _(table->label), text);
		status = record_between(groei->store, table, low, low, ids, &count);
	}
	if (status != GROEI_OK)
		return status;
	if (count == 0)
		return fault_set(&groei->fault, GROEI_NOT_FOUND, "id",
		                 _("%s: there is none with the code “%s”, look at the list"),
		                 _(table->label), text);
	if (count > 1)
		return fault_set(&groei->fault, GROEI_INVALID, "id",
		                 _("%s: several codes start with “%s”, type more letters"),
		                 _(table->label), text);
	*id_out = ids[0];
	return GROEI_OK;
}

enum groei_status groei_find(struct groei *groei, enum groei_entity entity, const char *text,
                             int64_t *id_out)
{
	struct groei_arena *arena = groei_arena_open();
	const struct groei_table *table = groei_table(entity);
	enum groei_status status = access_read(groei);
	int64_t id = 0;

	if (status != GROEI_OK)
		goto done;
	if (*text == '@')
		text++;
	text = groei_text_safe_line(arena, text);
	if (groei_field(table, "handle") != NULL) {
		status = record_by_handle(groei->store, table, groei_text_key(arena, text), &id);
		if (status == GROEI_NO)
			status = find_code(groei, entity, text, &id);
		if (status == GROEI_NOT_FOUND)
			status = no_handle(groei, arena, entity, text);
	} else {
		status = find_code(groei, entity, text, &id);
	}
	if (status == GROEI_OK)
		*id_out = id;
done:
	groei_arena_close(arena);
	return status;
}

const char *groei_code(int64_t id, char code_out[GROEI_CODE_SIZE])
{
	code_from_id(id, code_out);
	return code_out;
}

static size_t shared_letters(int64_t a, int64_t b)
{
	char x[GROEI_CODE_SIZE], y[GROEI_CODE_SIZE];
	size_t n = 0;

	if (b == 0)
		return 0;
	code_from_id(a, x);
	code_from_id(b, y);
	while (x[n] != '\0' && x[n] == y[n])
		n++;
	return n;
}

const char *groei_short_code(struct groei *groei, enum groei_entity entity, int64_t id,
                             char code_out[GROEI_CODE_SIZE])
{
	int64_t below = 0, above = 0;
	size_t length = 4, n;

	code_from_id(id, code_out);
	if (record_neighbours(groei->store, groei_table(entity), id, &below, &above) != GROEI_OK)
		return code_out;
	n = shared_letters(id, below) + 1;
	length = n > length ? n : length;
	n = shared_letters(id, above) + 1;
	length = n > length ? n : length;
	if (length < GROEI_CODE_SIZE)
		code_out[length] = '\0';
	return code_out;
}
