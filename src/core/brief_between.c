/* What a brief says about the time since the last talk: moments, wishes, points, notes, what was heard, and
 * what was prepared for the next one. */
#include "core/core.h"

#include <stdint.h>

enum groei_status person_rows(struct groei *groei, struct groei_arena *arena, enum query which,
                              int64_t person, int32_t since, enum groei_entity entity,
                              void **records_out, size_t *count_out)
{
	struct db_statement *statement;
	enum groei_status status = query(groei->store, which, &statement);

	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 1, person);
	if (since != GROEI_NO_DAY)
		db_bind_int(statement, 2, since);
	return rows_read(groei, arena, statement, entity, SIZE_MAX, records_out, count_out);
}

/* Rows of a person that are only for who is asking. */
static enum groei_status own_rows(struct groei *groei, struct groei_arena *arena, enum query which,
                                  const struct brief *b, int32_t since, enum groei_entity entity,
                                  void **records_out, size_t *count_out)
{
	struct db_statement *statement;
	enum groei_status status = query(groei->store, which, &statement);

	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 1, b->person.id);
	if (since != GROEI_NO_DAY)
		db_bind_int(statement, 2, since);
	db_bind_int(statement, since != GROEI_NO_DAY ? 3 : 2, groei->who);
	return rows_read(groei, arena, statement, entity, SIZE_MAX, records_out, count_out);
}

static bool is_open_wish(const struct moment *moment)
{
	return moment->kind == MOMENT_WISH && (moment->reply == NULL || moment->reply[0] == '\0');
}

/* What was noticed since the last talk, open wishes, the agenda, and what was heard. */
enum groei_status brief_between(struct groei *groei, struct groei_arena *arena,
                                      struct brief *b)
{
	int32_t since = b->last.id != 0 ? b->last.day : GROEI_DAY_MIN;
	void *moments = NULL, *wishes = NULL, *notes = NULL, *heard = NULL;
	size_t count = 0;
	enum groei_status status = person_rows(groei, arena, QUERY_MOMENTS_SINCE, b->person.id, since,
	                                       GROEI_MOMENT, &moments, &count);

	b->moments = moments;
	for (size_t i = 0; i < count; i++) {
		if (!is_open_wish(&b->moments[i]))
			b->moments[b->moment_count++] = b->moments[i];
	}
	if (status == GROEI_OK)
		status = person_rows(groei, arena, QUERY_WISHES_OPEN, b->person.id, GROEI_NO_DAY,
		                     GROEI_MOMENT, &wishes, &b->wish_count);
	if (status == GROEI_OK)
		status = own_rows(groei, arena, QUERY_NOTES_SINCE, b, since, GROEI_NOTE, &notes,
		                  &b->note_count);
	if (status == GROEI_OK)
		status = own_rows(groei, arena, QUERY_HEARD_OPEN, b, GROEI_NO_DAY, GROEI_HEARD, &heard,
		                  &b->heard_count);
	if (status == GROEI_OK)
		status = groei_agenda(groei, arena, b->person.id, b->next.id, &b->agenda, &b->discussed);
	b->wishes = wishes;
	b->notes = notes;
	b->heard = heard;
	return status;
}

/* What each side prepared for the next talk and let the other see. */
enum groei_status brief_published(struct groei *groei, struct groei_arena *arena,
                                        struct brief *b)
{
	struct question_template *template;
	struct asked *asked;
	size_t count = 0;
	enum groei_status status;

	if (b->next.id == 0)
		return GROEI_OK;
	status = groei_conversation_asked(groei, arena, &b->next, &template, &asked, &count);
	if (status != GROEI_OK)
		return status;
	b->published = asked;
	for (size_t i = 0; i < count; i++) {
		for (int side = 0; side < 2; side++) {
			if (asked[i].answer[side].published != CHOICE_YES_FIRST)
				asked[i].answer[side] = (struct answer){.id = 0};
		}
		if (asked[i].answer[0].id != 0 || asked[i].answer[1].id != 0)
			b->published[b->published_count++] = asked[i];
	}
	return GROEI_OK;
}
