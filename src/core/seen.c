/* Who may read a record, asked of the table of sight itself, so that what is said is what holds. Writes
 * nothing. */
#include "core/core.h"

#include <groei/access.h>

enum { MOST = 24, NOBODY = -1 };

struct readers {
	int64_t person[MOST];
	size_t count;
};

static void add(struct readers *readers, int64_t person)
{
	if (person == 0 || readers->count == MOST)
		return;
	for (size_t i = 0; i < readers->count; i++)
		if (readers->person[i] == person)
			return;
	readers->person[readers->count++] = person;
}

/* What somebody sees of it; who asks is put back by the caller. */
static enum groei_status seen_by(struct groei *groei, enum sight_of of, int64_t who,
                                 const struct groei_table *table, int64_t id, enum seen *seen_out)
{
	groei->store->sight = (struct sight){of, who};
	return record_seen(groei->store, table, id, seen_out);
}

/* Everybody the record names, the lead now of whom it is about, and the lead of its talk. */
static enum groei_status named(struct groei *groei, struct groei_arena *arena,
                               const struct groei_table *table, const void *record,
                               struct readers *readers)
{
	const struct groei_field *talk = groei_field(table, "conversation");
	struct conversation conversation;
	struct person person;
	enum groei_status status = GROEI_OK;

	add(readers, groei_record_person(table, record));
	if (readers->count > 0 &&
	    record_get(groei->store, arena, groei_table(GROEI_PERSON), readers->person[0], &person) ==
	        GROEI_OK)
		add(readers, person.lead);
	for (size_t i = 0; i < table->field_count; i++) {
		const struct groei_field *field = &table->fields[i];

		if (field->kind == GROEI_REF && field->target == GROEI_PERSON)
			add(readers, value_get_ref(field, record));
	}
	if (talk == NULL || value_get_ref(talk, record) == 0)
		return GROEI_OK;
	status = record_get(groei->store, arena, groei_table(GROEI_CONVERSATION),
	                    value_get_ref(talk, record), &conversation);
	if (status == GROEI_OK)
		add(readers, conversation.lead);
	return status == GROEI_NOT_FOUND || status == GROEI_NO ? GROEI_OK : status;
}

/* Somebody of HR who is not named already; *person_out stays where there is none. */
static enum groei_status one_of_hr(struct groei *groei, const struct readers *readers,
                                   int64_t *person_out)
{
	struct db_statement *row;
	enum db_result result = DB_DONE;
	int64_t found = 0;
	enum groei_status status = query(groei->store, QUERY_HR, &row);

	if (status != GROEI_OK)
		return status;
	db_bind_int(row, 1, groei_today(groei));
	while (found == 0 && (result = db_step(row)) == DB_ROW) {
		found = db_int(row, 0);
		for (size_t at = 0; at < readers->count; at++)
			if (readers->person[at] == db_int(row, 0))
				found = 0;
	}
	if (found != 0) {
		db_reset(row);
		*person_out = found;
		return GROEI_OK;
	}
	return store_result(groei->store, result);
}

static const char *joined(struct groei_arena *arena, const char *words, const char *more)
{
	return *words == '\0' ? more : groei_arena_print(arena, "%s, %s", words, more);
}

static const char *of_many(struct groei_arena *arena, const char *words, enum seen seen,
                           const char *whole, const char *outline)
{
	return seen == SEEN_WHOLE ? joined(arena, words, whole)
	       : seen == SEEN_OUTLINE ? joined(arena, words, outline)
	                              : words;
}

static enum groei_status words_of(struct groei *groei, struct groei_arena *arena,
                                  const struct groei_table *table, const void *record,
                                  const char **words_out)
{
	int64_t id = ((const struct groei_record *)record)->id, hr = 0;
	struct readers readers = {.count = 0};
	enum seen seen = SEEN_NOT, everybody = SEEN_NOT;
	const char *words = "";
	enum groei_status status = named(groei, arena, table, record, &readers);

	if (status == GROEI_OK)
		status = one_of_hr(groei, &readers, &hr);
	if (status == GROEI_OK)
		status = seen_by(groei, SIGHT_OTHER, NOBODY, table, id, &everybody);
	for (size_t i = 0; status == GROEI_OK && everybody != SEEN_WHOLE && i < readers.count; i++) {
		status = seen_by(groei, SIGHT_OTHER, readers.person[i], table, id, &seen);
		if (status == GROEI_OK && seen == SEEN_WHOLE)
			words = joined(arena, words,
			               groei_person_name(groei, arena, readers.person[i]));
	}
	if (status == GROEI_OK && groei->owner != 0 && everybody != SEEN_WHOLE) {
		enum seen other = SEEN_NOT;

		status = seen_by(groei, SIGHT_OWNER, groei->owner, table, id, &seen);
		if (status == GROEI_OK)
			status = seen_by(groei, SIGHT_OTHER, groei->owner, table, id, &other);
		if (status == GROEI_OK && seen == SEEN_WHOLE && other != SEEN_WHOLE)
			words = joined(arena, words,
			               groei_arena_print(arena, _("%s (whose store it is)"),
			                                 groei_person_name(groei, arena, groei->owner)));
	}
	seen = SEEN_NOT;
	if (status == GROEI_OK && hr != 0 && everybody == SEEN_NOT)
		status = seen_by(groei, SIGHT_OTHER, hr, table, id, &seen);
	if (status != GROEI_OK)
		return status;
	words = of_many(arena, words, seen, _("HR"), _("HR without the words"));
	*words_out = of_many(arena, words, everybody, _("everybody"), _("everybody in outline"));
	return GROEI_OK;
}

enum groei_status groei_seen_by(struct groei *groei, struct groei_arena *arena,
                                enum groei_entity entity, const void *record, const char **words_out)
{
	const struct sight own = groei->store == NULL ? (struct sight){SIGHT_WHOLE, 0}
	                                              : groei->store->sight;
	const char *words = "";
	enum seen seen = SEEN_NOT;
	enum groei_status status = access_read(groei);

	if (status == GROEI_OK)
		status = record_seen(groei->store, groei_table(entity),
		                     ((const struct groei_record *)record)->id, &seen);
	if (status == GROEI_OK && seen == SEEN_WHOLE) {
		groei->store->sight = (struct sight){SIGHT_WHOLE, 0};
		status = words_of(groei, arena, groei_table(entity), record, &words);
		groei->store->sight = own;
	}
	if (status == GROEI_OK)
		*words_out = words;
	return status;
}
