/* The brief before a talk, and a person's answers and timeline. */
#include "core/core.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* A brief is to be read: so many of each. */
struct extent {
	size_t open, done, goals;
};

static enum groei_status person_query(struct groei *groei, enum query which, int64_t person,
                                      struct db_statement **statement_out)
{
	enum groei_status status = query(groei->store, which, statement_out);

	if (status == GROEI_OK)
		db_bind_int(*statement_out, 1, person);
	return status;
}

/* The open actions that the person itself has promised, or others have. */
enum promiser { PROMISED_BY_OTHERS, PROMISED_BY_PERSON };

static enum groei_status read_promises(struct groei *groei, struct groei_arena *arena,
                                       int64_t person, enum promiser who, size_t most,
                                       struct action **actions_out, size_t *count_out,
                                       size_t *more_out)
{
	struct db_statement *statement;
	void *records = NULL;
	enum groei_status status = person_query(groei, QUERY_PROMISES, person, &statement);

	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 2, who);
	db_bind_int(statement, 3, (int64_t)most);
	status = rows_read(groei, arena, statement, GROEI_ACTION, most, &records, count_out);
	*actions_out = records;
	if (status != GROEI_OK || *count_out < most)
		return status;
	status = person_query(groei, QUERY_COUNT_PROMISES, person, &statement);
	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 2, who);
	return rows_more(groei, statement, *count_out, more_out);
}

static enum groei_status read_open(struct groei *groei, struct groei_arena *arena,
                                   const struct extent *most, struct brief *b)
{
	enum groei_status status =
	    read_promises(groei, arena, b->person.id, PROMISED_BY_OTHERS, most->open, &b->mine,
	                  &b->mine_count, &b->mine_more);

	if (status != GROEI_OK)
		return status;
	return read_promises(groei, arena, b->person.id, PROMISED_BY_PERSON, most->open, &b->theirs,
	                     &b->theirs_count, &b->theirs_more);
}

static enum groei_status read_done(struct groei *groei, struct groei_arena *arena,
                                   const struct extent *most, struct brief *b)
{
	int32_t since = b->last.id != 0 ? b->last.day : GROEI_DAY_MIN;
	struct db_statement *statement;
	void *records = NULL;
	enum groei_status status =
	    person_query(groei, QUERY_ACTIONS_DONE, b->person.id, &statement);

	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 2, since);
	db_bind_int(statement, 3, (int64_t)most->done);
	status = rows_read(groei, arena, statement, GROEI_ACTION, most->done, &records, &b->done_count);
	b->done = records;
	if (status != GROEI_OK || b->done_count < most->done)
		return status;
	status = person_query(groei, QUERY_COUNT_DONE, b->person.id, &statement);
	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 2, since);
	return rows_more(groei, statement, b->done_count, &b->done_more);
}

static enum groei_status read_goals(struct groei *groei, struct groei_arena *arena,
                                    const struct extent *most, struct brief *b)
{
	struct db_statement *statement;
	void *records = NULL;
	enum groei_status status = person_query(groei, QUERY_GOALS_OPEN, b->person.id, &statement);

	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 2, (int64_t)most->goals);
	status = rows_read(groei, arena, statement, GROEI_GOAL, most->goals, &records, &b->goal_count);
	b->goals = records;
	if (status != GROEI_OK || b->goal_count < most->goals)
		return status;
	status = person_query(groei, QUERY_COUNT_GOALS_OPEN, b->person.id, &statement);
	return status == GROEI_OK ? rows_more(groei, statement, b->goal_count, &b->goal_more) : status;
}

/* Only the questions of the last talk that were answered. */
static enum groei_status read_last_answers(struct groei *groei, struct groei_arena *arena,
                                           struct brief *b)
{
	struct question_template *template;
	struct asked *asked;
	size_t count = 0;
	enum groei_status status;

	if (b->last.id == 0)
		return GROEI_OK;
	status = groei_conversation_asked(groei, arena, &b->last, &template, &asked, &count);
	if (status != GROEI_OK)
		return status;
	b->last_asked = asked;
	for (size_t i = 0; i < count; i++) {
		if (asked[i].answer[0].id != 0 || asked[i].answer[1].id != 0)
			b->last_asked[b->last_count++] = asked[i];
	}
	return GROEI_OK;
}

static enum groei_status last_asked(struct groei *groei, int64_t person, const char *question,
                                    int32_t *day_out)
{
	struct db_statement *statement;
	enum db_result result;
	enum groei_status status = query(groei->store, QUERY_LAST_ASKED, &statement);

	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 1, person);
	db_bind_text(statement, 2, question);
	*day_out = GROEI_NO_DAY;
	result = db_step(statement);
	if (result == DB_ROW) {
		*day_out = (int32_t)db_int(statement, 0);
		db_reset(statement);
	}
	return store_result(groei->store, result);
}

/* The three questions of the next talk's template that were not answered for longest. */
static enum groei_status read_unasked(struct groei *groei, struct groei_arena *arena,
                                      struct brief *b)
{
	enum { MOST = 3 };
	const char *id = b->next.id != 0 && b->next.template != NULL ? b->next.template : "growth";
	struct question_template *template;
	enum groei_status status = GROEI_OK;

	b->unasked = groei_arena_take(arena, (MOST + 1) * sizeof *b->unasked);
	b->unasked_day = groei_arena_take(arena, (MOST + 1) * sizeof *b->unasked_day);
	if (groei_viewer(groei, b->person.id) == VIEWER_HR)
		return GROEI_OK; /* who reads no answers cannot tell */
	if (groei_template_find(arena, &groei->folders, id, &template, NULL, NULL) != GROEI_OK)
		return GROEI_OK;
	for (size_t i = 0; status == GROEI_OK && i < template->question_count; i++) {
		size_t at = b->unasked_count;
		int32_t day = GROEI_NO_DAY;

		if (template->questions[i].kind != QUESTION_TEXT)
			continue;
		status = last_asked(groei, b->person.id, template->questions[i].id, &day);
		if (day != GROEI_NO_DAY && b->last.id != 0 && day >= b->last.day)
			continue; /* answered last time: not unasked */
		while (at > 0 && day < b->unasked_day[at - 1]) {
			b->unasked[at] = b->unasked[at - 1];
			b->unasked_day[at] = b->unasked_day[at - 1];
			at--;
		}
		b->unasked[at] = &template->questions[i];
		b->unasked_day[at] = day;
		if (b->unasked_count < MOST)
			b->unasked_count++;
	}
	return status;
}

/* The questions on ambitions, whichever template asks them. */
static enum groei_status read_ambitions(struct groei *groei, struct brief *b)
{
	static const char *const questions[] = {"grow-towards", "evolve-towards", "career-upward",
	                                        "career-sideways", "career-other-role"};
	enum groei_status status = GROEI_OK;

	b->ambitions = GROEI_NO_DAY;
	for (size_t i = 0; status == GROEI_OK && i < sizeof questions / sizeof *questions; i++) {
		int32_t day = GROEI_NO_DAY;

		status = last_asked(groei, b->person.id, questions[i], &day);
		if (day != GROEI_NO_DAY && (b->ambitions == GROEI_NO_DAY || day > b->ambitions))
			b->ambitions = day;
	}
	return status;
}

static enum groei_status read_brief(struct groei *groei, struct groei_arena *arena, int64_t person,
                                    const struct extent *most, struct brief *brief_out)
{
	struct brief b = {.last_count = 0};
	enum groei_status status = groei_get(groei, arena, GROEI_PERSON, person, &b.person);

	if (status == GROEI_OK)
		status = access_person(groei, arena, person);
	if (status == GROEI_OK)
		status = groei_standing(groei, arena, person, &b.standing);
	if (status == GROEI_OK)
		status = cadence_find(groei, arena, person, &b.cadence);
	if (status == GROEI_OK)
		status = conversation_last_read(groei, arena, person, GROEI_NO_DAY, &b.last);
	if (status == GROEI_OK || status == GROEI_NO)
		status = conversation_open_read(groei, arena, person, &b.next);
	if (status == GROEI_OK || status == GROEI_NO)
		status = read_last_answers(groei, arena, &b);
	if (status == GROEI_OK)
		status = read_open(groei, arena, most, &b);
	if (status == GROEI_OK)
		status = read_done(groei, arena, most, &b);
	if (status == GROEI_OK)
		status = read_goals(groei, arena, most, &b);
	if (status == GROEI_OK)
		status = brief_between(groei, arena, &b);
	if (status == GROEI_OK)
		status = brief_published(groei, arena, &b);
	if (status == GROEI_OK)
		status = read_unasked(groei, arena, &b);
	if (status == GROEI_OK)
		status = read_ambitions(groei, &b);
	if (status == GROEI_OK)
		*brief_out = b;
	return status;
}

enum groei_status groei_brief(struct groei *groei, struct groei_arena *arena, int64_t person,
                              struct brief *brief_out)
{
	static const struct extent page = {.open = 200, .done = 50, .goals = 100};

	return read_brief(groei, arena, person, &page, brief_out);
}

enum groei_status groei_brief_full(struct groei *groei, struct groei_arena *arena, int64_t person,
                                   struct brief *brief_out)
{
	static const struct extent all = {.open = INT32_MAX, .done = INT32_MAX, .goals = INT32_MAX};

	return read_brief(groei, arena, person, &all, brief_out);
}

enum groei_status groei_answers_over_time(struct groei *groei, struct groei_arena *arena,
                                          int64_t person, const char *question,
                                          struct answered **answers_out, size_t *count_out)
{
	enum { MOST = 200 };
	const struct groei_table *answer = groei_table(GROEI_ANSWER);
	struct db_statement *statement;
	struct answered *answers;
	size_t count = 0;
	enum db_result result;
	enum groei_status status = access_person(groei, arena, person);

	if (status == GROEI_OK)
		status = query(groei->store, QUERY_ANSWERS_OVER_TIME, &statement);
	if (status != GROEI_OK)
		return status;
	answers = groei_arena_take(arena, MOST * sizeof *answers);
	db_bind_int(statement, 1, person);
	db_bind_text(statement, 2, question);
	db_bind_int(statement, 3, groei->who);
	while ((result = db_step(statement)) == DB_ROW) {
		record_read(statement, 0, arena, answer, &answers[count].answer);
		record_read(statement, 2 + (int)answer->field_count, arena,
		            groei_table(GROEI_CONVERSATION), &answers[count].conversation);
		answers[count++].conversation.notes = NULL;
	}
	status = store_result(groei->store, result);
	if (status == GROEI_OK) {
		*answers_out = answers;
		*count_out = count;
	}
	return status;
}

static int32_t state_of(enum timeline_kind kind, const char *code)
{
	static const struct {
		enum groei_entity entity;
		const char *field;
	} states[] = {
	    [TIMELINE_CONVERSATION] = {GROEI_CONVERSATION, "state"},
	    [TIMELINE_GOAL_MADE] = {GROEI_GOAL, "stage"},
	    [TIMELINE_GOAL_MOVED] = {GROEI_GOAL, "stage"},
	    [TIMELINE_ACTION_DONE] = {GROEI_ACTION, "state"},
	    [TIMELINE_LEARNING_BEGUN] = {GROEI_LEARNING, "state"},
	    [TIMELINE_LEARNING_ENDED] = {GROEI_LEARNING, "state"},
	    [TIMELINE_CHECKPOINT] = {GROEI_CHECKPOINT, "kind"},
	    [TIMELINE_EVIDENCE] = {GROEI_EVIDENCE, NULL},
	    [TIMELINE_MOMENT] = {GROEI_MOMENT, "kind"},
	    [TIMELINE_ABSENCE] = {GROEI_ABSENCE, NULL},
	    [TIMELINE_POSTPONED] = {GROEI_POSTPONEMENT, NULL},
	    [TIMELINE_ASSIGNMENT] = {GROEI_ASSIGNMENT, NULL},
	};
	if (states[kind].field == NULL)
		return GROEI_NONE;
	return value_choice(groei_field(groei_table(states[kind].entity), states[kind].field), code);
}

/* What a text is about: its first line that is more than an action, or the first one. */
static const char *gist(struct groei_arena *arena, const char *text)
{
	const char *line = text;

	while (*line != '\0') {
		size_t length = strcspn(line, "\r\n"), at = strspn(line, " \t-*");

		if (at < length && line[at] != '[')
			return groei_arena_copy(arena, line, length);
		line += length + (line[length] != '\0');
	}
	return groei_arena_copy(arena, text, strcspn(text, "\r\n"));
}

enum groei_status groei_timeline(struct groei *groei, struct groei_arena *arena, int64_t person,
                                 const struct timeline_item *after, int limit,
                                 struct timeline_item **items_out, size_t *count_out)
{
	const struct groei_field *format = groei_field(groei_table(GROEI_CONVERSATION), "format");
	struct db_statement *row;
	struct timeline_item *items;
	size_t count = 0;
	enum db_result result;
	enum groei_status status = access_person(groei, arena, person);

	if (status == GROEI_OK)
		status = query(groei->store, QUERY_TIMELINE, &row);
	if (status != GROEI_OK)
		return status;
	limit = limit < 1 || limit > 1000 ? 200 : limit;
	items = groei_arena_take(arena, (size_t)limit * sizeof *items);
	db_bind_int(row, 1, person);
	db_bind_int(row, 2, after == NULL ? GROEI_DAY_MAX + 1 : after->day);
	db_bind_int(row, 3, after == NULL ? -1 : (int)after->kind);
	db_bind_int(row, 4, after == NULL ? 0 : after->id);
	db_bind_int(row, 5, limit);
	db_bind_text(row, 6, after == NULL ? "" : after->words);
	while ((result = db_step(row)) == DB_ROW) {
		struct timeline_item *item = &items[count++];
		const char *title = query_word(row, 6);
		const char *code = db_text(row, 4);

		item->day = (int32_t)db_int(row, 0);
		item->kind = (enum timeline_kind)db_int(row, 1);
		item->id = db_int(row, 2);
		item->state = state_of(item->kind, db_text(row, 3));
		item->format = value_choice(format, code);
		item->energy = item->kind == TIMELINE_CONVERSATION ? query_optional(row, 5) : GROEI_NONE;
		item->until = item->kind == TIMELINE_CONVERSATION ? GROEI_NO_DAY : query_optional(row, 5);
		item->words = groei_arena_copy(arena, title, strlen(title));
		item->title = *title ? gist(arena, title) : NULL;
	}
	status = store_result(groei->store, result);
	if (status == GROEI_OK) {
		*items_out = items;
		*count_out = count;
	}
	return status;
}
