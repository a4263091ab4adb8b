/* Drafts: what is being typed, beside the records and outside the journal, seen by its author only. */
#include "core/core.h"

#include <string.h>

struct drafting {
	struct groei *groei;
	const char *place, *text;
	int64_t session;
	int32_t revision;
};

/* A query about one draft: author, place, session. */
static enum groei_status one(const struct drafting *d, enum query which, int64_t session,
                             struct db_statement **statement_out)
{
	enum groei_status status = query(d->groei->store, which, statement_out);

	if (status != GROEI_OK)
		return status;
	db_bind_int(*statement_out, 1, d->groei->who);
	db_bind_text(*statement_out, 2, d->place);
	db_bind_int(*statement_out, 3, session);
	return GROEI_OK;
}

static enum groei_status save_body(void *context)
{
	const struct drafting *d = context;
	struct db_statement *statement;
	enum groei_status status = one(d, QUERY_DRAFT_SAVE, d->session, &statement);

	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 4, groei_instant_now());
	db_bind_int(statement, 5, d->revision);
	db_bind_text(statement, 6, d->text);
	return query_finish(d->groei->store, statement);
}

static enum groei_status drop_body(void *context)
{
	const struct drafting *d = context;
	struct db_statement *statement;
	enum groei_status status = one(d, QUERY_DRAFT_DROP, d->session, &statement);

	return status == GROEI_OK ? query_finish(d->groei->store, statement) : status;
}

/* GROEI_NO: that session has no draft in the place. */
static enum groei_status there(const struct drafting *d, int64_t session)
{
	struct db_statement *statement;
	enum db_result result;
	enum groei_status status = one(d, QUERY_DRAFT_THERE, session, &statement);

	if (status != GROEI_OK)
		return status;
	result = db_step(statement);
	if (result == DB_DONE)
		return GROEI_NO;
	if (result != DB_ROW)
		return store_result(d->groei->store, result);
	db_reset(statement);
	return GROEI_OK;
}

static enum groei_status take_body(void *context)
{
	const struct drafting *d = context;
	struct db_statement *statement;
	enum groei_status status = there(d, d->session);

	if (status == GROEI_NO)
		return fault_set(&d->groei->fault, GROEI_NOT_FOUND, NULL,
		                 _("Draft: it is gone, saved or dropped elsewhere"));
	if (status != GROEI_OK || d->session == d->groei->session)
		return status;
	status = there(d, d->groei->session);
	if (status == GROEI_OK)
		return fault_set(&d->groei->fault, GROEI_NO, NULL,
		                 _("Draft: another text is kept there; save or drop that one first"));
	if (status == GROEI_NO)
		status = one(d, QUERY_DRAFT_TAKE, d->session, &statement);
	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 4, d->groei->session);
	return query_finish(d->groei->store, statement);
}

enum groei_status groei_draft_save(struct groei *groei, const char *place, int32_t revision,
                                   const char *text)
{
	struct drafting d = {groei, place, text, groei->session, revision};
	size_t bad;
	enum groei_status status = access_read(groei);

	if (status == GROEI_OK && strlen(text) > GROEI_LONG_MAX)
		status = fault_set(&groei->fault, GROEI_INVALID, "text",
		                   _("Draft: the text is longer than %d bytes"), GROEI_LONG_MAX);
	if (status == GROEI_OK && !groei_text_valid(text, strlen(text), &bad))
		status = fault_set(&groei->fault, GROEI_INVALID, "text",
		                   _("Draft: not valid UTF-8 at byte %zu"), bad + 1);
	return status == GROEI_OK ? store_transact(groei->store, "draft save", save_body, &d)
	                          : status;
}

enum groei_status groei_draft_take(struct groei *groei, const struct draft *draft)
{
	struct drafting d = {.groei = groei, .place = draft->place, .session = draft->session};
	enum groei_status status = access_read(groei);

	return status == GROEI_OK ? store_transact(groei->store, "draft take", take_body, &d)
	                          : status;
}

enum groei_status groei_draft_forget(struct groei *groei, const struct draft *draft)
{
	struct drafting d = {.groei = groei, .place = draft->place, .session = draft->session};
	enum groei_status status = access_read(groei);

	return status == GROEI_OK ? store_transact(groei->store, "draft drop", drop_body, &d)
	                          : status;
}

enum groei_status groei_draft_drop(struct groei *groei, const char *place)
{
	const struct draft own = {.place = place, .session = groei->session};

	return groei_draft_forget(groei, &own);
}

static void draft_read(const struct groei *groei, struct db_statement *row,
                       struct groei_arena *arena, struct draft *out)
{
	*out = (struct draft){
	    .place = groei_arena_text(arena, query_word(row, 0)),
	    .text = groei_arena_text(arena, query_word(row, 1)),
	    .at = db_int(row, 2),
	    .session = db_int(row, 4),
	    .own = db_int(row, 4) == groei->session,
	    .revision = (int32_t)db_int(row, 3),
	};
}

enum groei_status groei_draft_get(struct groei *groei, struct groei_arena *arena, const char *place,
                                  struct draft *draft_out)
{
	struct db_statement *statement;
	enum db_result result;
	enum groei_status status = access_read(groei);

	if (status == GROEI_OK)
		status = query(groei->store, QUERY_DRAFT_GET, &statement);
	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 1, groei->who);
	db_bind_text(statement, 2, place);
	db_bind_int(statement, 3, groei->session);
	result = db_step(statement);
	if (result == DB_DONE)
		return GROEI_NO;
	if (result != DB_ROW)
		return store_result(groei->store, result);
	draft_read(groei, statement, arena, draft_out);
	db_reset(statement);
	return GROEI_OK;
}

enum groei_status groei_drafts(struct groei *groei, struct groei_arena *arena,
                               struct draft **drafts_out, size_t *count_out)
{
	struct db_statement *statement;
	struct draft *drafts = NULL;
	size_t count = 0;
	size_t there = 0;
	enum db_result result;
	enum groei_status status = access_read(groei);

	/* Mostly there is none, and a start asks: to count is half the price of the list. */
	if (status == GROEI_OK)
		status = query(groei->store, QUERY_COUNT_DRAFTS, &statement);
	if (status == GROEI_OK) {
		db_bind_int(statement, 1, groei->who);
		status = rows_more(groei, statement, 0, &there);
	}
	if (status == GROEI_OK && there > 0)
		status = query(groei->store, QUERY_DRAFT_LIST, &statement);
	if (status != GROEI_OK || there == 0) {
		if (status == GROEI_OK)
			*count_out = 0;
		return status;
	}
	db_bind_int(statement, 1, groei->who);
	while ((result = db_step(statement)) == DB_ROW) {
		if (drafts == NULL)
			drafts = groei_arena_take(arena, 200 * sizeof *drafts);
		draft_read(groei, statement, arena, &drafts[count++]);
	}
	status = store_result(groei->store, result);
	if (status == GROEI_OK) {
		*drafts_out = drafts;
		*count_out = count;
	}
	return status;
}

/* The conversation in whose place a draft was typed. */
static bool conversation_of(struct groei *groei, struct groei_arena *arena, const char *place,
                            struct conversation *out)
{
	static const char start[] = "conversation/";
	const char *code = place + sizeof start - 1;
	int64_t id;

	return strncmp(place, start, sizeof start - 1) == 0 &&
	       groei_find(groei, GROEI_CONVERSATION,
	                  groei_arena_copy(arena, code, strcspn(code, "/")), &id) == GROEI_OK &&
	       groei_get(groei, arena, GROEI_CONVERSATION, id, out) == GROEI_OK;
}

const char *groei_draft_name(struct groei *groei, struct groei_arena *arena,
                             const struct draft *draft)
{
	const char *place = draft->place;
	struct conversation talk;
	char day[GROEI_DATE_SIZE];

	if (conversation_of(groei, arena, place, &talk))
		return groei_arena_print(arena, "%s · %s, %s",
		                         strstr(place, "/answer/") != NULL ? _("Answer") : _("Notes"),
		                         groei_person_name(groei, arena, talk.person),
		                         groei_day_text(talk.day, groei_today(groei), day));
	if (strncmp(place, "form/", 5) == 0) {
		const char *noun = groei_arena_copy(arena, place + 5, strcspn(place + 5, "/"));
		const struct groei_table *table = groei_table_named(noun);
		const char *whom = strstr(place, "/new/");
		int64_t person;

		if (table != NULL && whom != NULL &&
		    groei_find(groei, GROEI_PERSON, whom + 5, &person) == GROEI_OK)
			return groei_arena_print(arena, _("Form · %s, %s"), _(table->label),
			                         groei_person_name(groei, arena, person));
		if (table != NULL)
			return groei_arena_print(arena, _("Form · %s"), _(table->label));
	}
	if (strncmp(place, "reflecting/", 11) == 0)
		return _("Reflection · answer");
	if (strncmp(place, "jotting/", 8) == 0) {
		int64_t person;

		if (groei_find(groei, GROEI_PERSON, place + 8, &person) == GROEI_OK)
			return groei_arena_print(arena, _("Moment · %s"),
			                         groei_person_name(groei, arena, person));
	}
	return _("Text that was not saved");
}

const char *groei_draft_words(struct groei_arena *arena, const struct draft *draft)
{
	const char *at = draft->text, *text = "";

	if (strncmp(draft->place, "form/", 5) != 0)
		return groei_text_safe_line(arena, draft->text);
	while (*at != '\0') {
		size_t length = strcspn(at, "\n"), name = strcspn(at, "=\n");

		if (name + 1 < length)
			text = groei_arena_print(arena, "%s%s%.*s", text, *text == '\0' ? "" : " · ",
			                         (int)(length - name - 1), at + name + 1);
		at += length + (at[length] == '\n');
	}
	return text;
}
