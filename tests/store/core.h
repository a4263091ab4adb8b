/* What the tests of the core share: a store with its owner, people in it, and calls that must answer
 * as expected. The owner is Sanne; today is Tuesday 1 December 2026. */
#ifndef TESTS_CORE_H
#define TESTS_CORE_H

#include "store/support.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <groei/conversation.h>
#include <groei/followup.h>
#include <groei/overview.h>

#include "core/core.h"

#define TODAY 20788 /* 2026-12-01 */
#define COUNT(array) (sizeof(array) / sizeof *(array))

#define assert_status(groei, call, expected) check_status(groei, call, expected, #call, __LINE__)
#define assert_done(groei, call) assert_status(groei, call, GROEI_OK)

static inline void
check_status(struct groei *groei, enum groei_status status, enum groei_status expected,
             const char *call, int line)
{
	if (status != expected)
		fail_msg("line %d: %s is %s, expected %s: %s", line, call, groei_status_word(status),
		         groei_status_word(expected), groei_why(groei).text);
}

/* The reason of the failure just seen: its field, and a part of its sentence. */
static inline void
assert_reason(struct groei *groei, const char *field, const char *part)
{
	struct groei_reason why = groei_why(groei);
	const char *text = why.text == NULL ? "" : why.text;

	if (field == NULL)
		assert_null(why.field);
	else
		assert_string_equal(why.field == NULL ? "(none)" : why.field, field);
	if (strstr(text, part) == NULL)
		fail_msg("“%s” does not hold “%s”", text, part);
	assert_null(strchr(text, '\n'));
}

static inline struct groei *
open_at(void **state, int32_t today)
{
	struct groei_options options = {
	    .store = support_store_name(state), .today = today, .flags = GROEI_OPEN_CREATE};
	struct groei *groei;

	/* Nobody's own templates may change what is asked. */
	setenv("XDG_CONFIG_HOME", support_folder(state), 1);
	unsetenv("LANGUAGE");
	setlocale(LC_CTYPE, "C.UTF-8");
	enum groei_status status = groei_open(&options, &groei);
	assert_done(groei, status);
	return groei;
}

/* A fresh store with its owner. */
static inline struct groei *
open_fresh(void **state)
{
	struct groei *groei = open_at(state, TODAY);

	assert_done(groei, groei_init(groei, "sanne", "Sanne de Vries"));
	return groei;
}

static inline int64_t
add_person(struct groei *groei, const char *handle, const char *name)
{
	struct person person;

	groei_record_clear(groei_table(GROEI_PERSON), &person);
	person.handle = handle;
	person.name = name;
	assert_done(groei, groei_add(groei, GROEI_PERSON, &person));
	return person.id;
}

static inline struct conversation
add_talk(struct groei *groei, int64_t person, int32_t day, const char *template)
{
	struct conversation talk;

	groei_record_clear(groei_table(GROEI_CONVERSATION), &talk);
	talk.person = person;
	talk.day = day;
	talk.template = template;
	assert_done(groei, groei_add(groei, GROEI_CONVERSATION, &talk));
	return talk;
}

static inline int64_t
add_action(struct groei *groei, int64_t person, int64_t owner, const char *title, int32_t due)
{
	struct action action;

	groei_record_clear(groei_table(GROEI_ACTION), &action);
	action.person = person;
	action.owner = owner;
	action.title = title;
	action.due = due;
	assert_done(groei, groei_add(groei, GROEI_ACTION, &action));
	return action.id;
}

static inline int64_t
add_goal(struct groei *groei, int64_t person, const char *title)
{
	struct goal goal;

	groei_record_clear(groei_table(GROEI_GOAL), &goal);
	goal.person = person;
	goal.title = title;
	assert_done(groei, groei_add(groei, GROEI_GOAL, &goal));
	return goal.id;
}

/* Moves a goal, with what closing it as confident asks for. */
static inline void
close_goal(struct groei *groei, int64_t goal, enum goal_stage stage)
{
	struct goal_closing with = {.confidence = GROEI_NONE};

	if (stage == GOAL_CONFIDENT)
		with = (struct goal_closing){.evidence = "toegepast", .confidence = 8};
	assert_done(groei, groei_goal_move_with(groei, goal, stage, &with));
}

/* How to close a talk as the screens do: today, and the next one by cadence. */
static inline struct closing
closing_of(int64_t conversation)
{
	return (struct closing){.conversation = conversation,
	                        .day = GROEI_NO_DAY,
	                        .energy = GROEI_NONE,
	                        .next = GROEI_NO_DAY,
	                        .plan_next = 1};
}

/* Rows of every table, to see that a failed call left nothing behind. */
struct rows {
	int64_t of[GROEI_ENTITIES + 5];
};

static inline struct rows
rows_now(struct groei *groei)
{
	static const char *const beside[] = {"change", "change_field", "person_state", "draft", "agenda"};
	struct rows rows = {{0}};

	for (size_t i = 0; i < COUNT(rows.of); i++) {
		struct db_statement *statement;
		char sql[64];

		snprintf(sql, sizeof sql, "SELECT count(*) FROM %s",
		         i < GROEI_ENTITIES ? groei_table((enum groei_entity)i)->name
		                            : beside[i - GROEI_ENTITIES]);
		assert_int_equal(db_prepare(groei->store->db, sql, &statement), DB_OK);
		assert_int_equal(db_step(statement), DB_ROW);
		rows.of[i] = db_int(statement, 0);
		db_reset(statement);
	}
	return rows;
}

static inline void
assert_rows(struct groei *groei, struct rows before)
{
	struct rows now = rows_now(groei);

	for (size_t i = 0; i < COUNT(now.of); i++) {
		if (now.of[i] != before.of[i])
			fail_msg("table %zu has %d rows, had %d", i, (int)now.of[i], (int)before.of[i]);
	}
}

static inline void
assert_text(const char *actual, const char *expected)
{
	if (actual == NULL || expected == NULL)
		assert_true(actual == expected);
	else
		assert_string_equal(actual, expected);
}

#endif
