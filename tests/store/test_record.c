/* Generic records: what is refused, who wins when two edit, filters, windows, removal. */
#include "store/core.h"

#include <sys/wait.h>
#include <unistd.h>

/* --- refused, and nothing changed ---------------------------------------------------------- */

struct refused {
	const char *name;
	const char *handle;
	const char *cadence;
	int32_t starts, ends;
	int64_t team;
	const char *field;
	const char *part;
};

static void bad_people_are_refused_with_their_field(void **state)
{
	static char endless[GROEI_TEXT_MAX + 2];
	const struct refused wrong[] = {
	    {"", "noor", NULL, 0, 0, 0, "name", "empty"},
	    {"  \t ", "noor", NULL, 0, 0, 0, "name", "empty"},
	    {"Noor", NULL, NULL, 0, 0, 0, "handle", "empty"},
	    {"Noor", "Noor", NULL, 0, 0, 0, "handle", "small letter"},
	    {"Noor", "1noor", NULL, 0, 0, 0, "handle", "small letter"},
	    {"Noor", "noor el", NULL, 0, 0, 0, "handle", "small letter"},
	    {"Noor", "abcdefghijklmnopqrstuvwxyzabcdefg", NULL, 0, 0, 0, "handle", "32"},
	    {"Noor", "amir", NULL, 0, 0, 0, "handle", "amir"},
	    {"Noor\nX", "noor", NULL, 0, 0, 0, "name", "one line"},
	    {"No\xc3r", "noor", NULL, 0, 0, 0, "name", "UTF-8 at byte 3"},
	    {endless, "noor", NULL, 0, 0, 0, "name", "1001 bytes"},
	    {"Noor", "noor", "often", 0, 0, 0, "cadence", "2w"},
	    {"Noor", "noor", "2 weeks", 0, 0, 0, "cadence", "2w"},
	    {"Noor", "noor", NULL, GROEI_DAY_MAX + 1, 0, 0, "starts", "2200"},
	    {"Noor", "noor", NULL, 100, 99, 0, "ends", "before"},
	    {"Noor", "noor", NULL, 0, 0, 12345, "team", "no such record"},
	};
	struct groei *groei = open_fresh(state);

	memset(endless, 'x', sizeof endless - 1);
	add_person(groei, "amir", "Amir");
	struct rows before = rows_now(groei);
	for (size_t i = 0; i < COUNT(wrong); i++) {
		struct person person;

		groei_record_clear(groei_table(GROEI_PERSON), &person);
		person.name = wrong[i].name;
		person.handle = wrong[i].handle;
		person.cadence = wrong[i].cadence;
		if (wrong[i].starts != 0)
			person.starts = wrong[i].starts;
		if (wrong[i].ends != 0)
			person.ends = wrong[i].ends;
		person.team = wrong[i].team;
		assert_status(groei, groei_add(groei, GROEI_PERSON, &person), GROEI_INVALID);
		assert_reason(groei, wrong[i].field, wrong[i].part);
		assert_true(person.id == 0);
		assert_rows(groei, before);
	}
	groei_close(groei);
}

static void a_choice_that_is_none_is_refused(void **state)
{
	struct groei *groei = open_fresh(state);
	int64_t amir = add_person(groei, "amir", "Amir");
	struct goal goal;

	groei_record_clear(groei_table(GROEI_GOAL), &goal);
	goal.person = amir;
	goal.title = "SQL";
	goal.stage = GOAL_LESSON + 1;
	assert_status(groei, groei_add(groei, GROEI_GOAL, &goal), GROEI_INVALID);
	assert_reason(groei, "stage", "choices");
	goal.stage = -1;
	assert_status(groei, groei_add(groei, GROEI_GOAL, &goal), GROEI_INVALID);
	groei_close(groei);
}

/* A note of ten megabytes, and one that just fits. */
static void long_notes_have_an_end(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	struct conversation talk = add_talk(groei, add_person(groei, "amir", "Amir"), TODAY, NULL);
	struct conversation edited = talk, read;
	char *notes = groei_arena_take(arena, 10 * 1024 * 1024 + 1);
	struct rows before = rows_now(groei);

	memset(notes, 'n', 10 * 1024 * 1024);
	edited.notes = notes;
	assert_status(groei, groei_edit(groei, GROEI_CONVERSATION, &talk, &edited), GROEI_INVALID);
	assert_reason(groei, "notes", "10485760");
	assert_rows(groei, before);
	notes[GROEI_LONG_MAX] = '\0';
	assert_done(groei, groei_edit(groei, GROEI_CONVERSATION, &talk, &edited));
	assert_done(groei, groei_get(groei, arena, GROEI_CONVERSATION, talk.id, &read));
	assert_string_equal(read.notes, notes);
	groei_arena_close(arena);
	groei_close(groei);
}

static void what_is_fixed_stays(void **state)
{
	struct groei *groei = open_fresh(state);
	int64_t amir = add_person(groei, "amir", "Amir"), noor = add_person(groei, "noor", "Noor");
	struct groei_arena *arena = groei_arena_open();
	struct goal goal, moved;

	assert_done(groei,
	            groei_get(groei, arena, GROEI_GOAL, add_goal(groei, amir, "SQL"), &goal));
	moved = goal;
	moved.person = noor;
	assert_status(groei, groei_edit(groei, GROEI_GOAL, &goal, &moved), GROEI_INVALID);
	assert_reason(groei, "person", "cannot change");
	assert_status(groei, groei_get(groei, arena, GROEI_GOAL, 4711, &goal), GROEI_NOT_FOUND);
	groei_arena_close(arena);
	groei_close(groei);
}

static void circles_are_refused(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	struct person person, edited, third;
	struct team team, below, circled;
	int64_t noor;

	assert_done(groei, groei_get(groei, arena, GROEI_PERSON, add_person(groei, "amir", "Amir"),
	                             &person));
	assert_true(person.lead == groei_who(groei));
	edited = person;
	edited.lead = person.id;
	assert_status(groei, groei_edit(groei, GROEI_PERSON, &person, &edited), GROEI_INVALID);
	assert_reason(groei, "lead", "circle");

	/* Noor is led by Amir and leads Tess, who therefore cannot lead Amir. */
	noor = add_person(groei, "noor", "Noor");
	assert_done(groei, groei_get(groei, arena, GROEI_PERSON, noor, &edited));
	third = edited;
	third.lead = person.id;
	assert_done(groei, groei_edit(groei, GROEI_PERSON, &edited, &third));
	groei_record_clear(groei_table(GROEI_PERSON), &third);
	third.handle = "tess";
	third.name = "Tess";
	third.lead = noor;
	assert_done(groei, groei_add(groei, GROEI_PERSON, &third));
	edited = person;
	edited.lead = third.id;
	assert_status(groei, groei_edit(groei, GROEI_PERSON, &person, &edited), GROEI_INVALID);
	assert_reason(groei, "lead", "circle");

	groei_record_clear(groei_table(GROEI_TEAM), &team);
	team.handle = "data";
	team.name = "Data";
	below = team;
	assert_done(groei, groei_add(groei, GROEI_TEAM, &team));
	below.handle = "sql";
	below.parent = team.id;
	assert_done(groei, groei_add(groei, GROEI_TEAM, &below));
	circled = team;
	circled.parent = below.id;
	assert_status(groei, groei_edit(groei, GROEI_TEAM, &team, &circled), GROEI_INVALID);
	assert_reason(groei, "parent", "circle");
	groei_arena_close(arena);
	groei_close(groei);
}

/* --- two who edit one record (R8) ---------------------------------------------------------- */

static void edits_of_different_fields_are_merged(void **state)
{
	struct groei *groei = open_fresh(state), *other = open_at(state, TODAY);
	struct groei_arena *arena = groei_arena_open();
	struct goal read, mine, theirs;

	assert_done(groei, groei_get(groei, arena, GROEI_GOAL,
	                             add_goal(groei, add_person(groei, "amir", "Amir"), "SQL"),
	                             &read));
	assert_int_equal(read.revision, 1);
	mine = theirs = read;
	theirs.why = "voor het plezier";
	assert_done(other, groei_edit(other, GROEI_GOAL, &read, &theirs));
	assert_int_equal(theirs.revision, 2);
	mine.step = "eerst joins";
	assert_done(groei, groei_edit(groei, GROEI_GOAL, &read, &mine));
	assert_int_equal(mine.revision, 3);
	assert_string_equal(mine.why, "voor het plezier");
	assert_done(groei, groei_get(groei, arena, GROEI_GOAL, read.id, &read));
	assert_string_equal(read.why, "voor het plezier");
	assert_string_equal(read.step, "eerst joins");
	groei_arena_close(arena);
	groei_close(other);
	groei_close(groei);
}

static void edits_of_the_same_field_tell_the_second(void **state)
{
	struct groei *groei = open_fresh(state), *other = open_at(state, TODAY);
	struct groei_arena *arena = groei_arena_open();
	struct conversation read =
	    add_talk(groei, add_person(groei, "amir", "Amir"), TODAY, NULL);
	struct conversation mine = read, theirs = read, now;

	theirs.notes = "van Noor";
	assert_done(other, groei_edit(other, GROEI_CONVERSATION, &read, &theirs));
	struct rows before = rows_now(groei);
	mine.notes = "van mij";
	mine.energy = 7;
	assert_status(groei, groei_edit(groei, GROEI_CONVERSATION, &read, &mine), GROEI_CONFLICT);
	assert_reason(groei, "notes", "somebody else");
	/* Nothing is lost: mine is still with the caller, theirs in the store, and nothing half. */
	assert_string_equal(mine.notes, "van mij");
	assert_rows(groei, before);
	assert_done(groei, groei_get(groei, arena, GROEI_CONVERSATION, read.id, &now));
	assert_string_equal(now.notes, "van Noor");
	assert_int_equal(now.energy, GROEI_NONE);
	/* The same words from both are no conflict; nor is going on from what was read anew. */
	mine = read;
	mine.notes = "van Noor";
	assert_done(groei, groei_edit(groei, GROEI_CONVERSATION, &read, &mine));
	mine = now;
	mine.notes = "van ons beiden";
	assert_done(groei, groei_edit(groei, GROEI_CONVERSATION, &now, &mine));
	groei_arena_close(arena);
	groei_close(other);
	groei_close(groei);
}

static void an_edit_of_what_was_removed_is_told(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	struct goal read, mine;

	assert_done(groei, groei_get(groei, arena, GROEI_GOAL,
	                             add_goal(groei, add_person(groei, "amir", "Amir"), "SQL"),
	                             &read));
	assert_done(groei, groei_remove(groei, GROEI_GOAL, read.id));
	mine = read;
	mine.title = "Meer SQL";
	assert_status(groei, groei_edit(groei, GROEI_GOAL, &read, &mine), GROEI_NOT_FOUND);
	assert_status(groei, groei_remove(groei, GROEI_GOAL, read.id), GROEI_NOT_FOUND);
	groei_arena_close(arena);
	groei_close(groei);
}

static void an_edit_without_changes_leaves_no_trace(void **state)
{
	struct groei *groei = open_fresh(state);
	struct conversation read = add_talk(groei, add_person(groei, "amir", "Amir"), TODAY, NULL);
	struct conversation same = read;
	struct rows before = rows_now(groei);

	same.notes = ""; /* absent too */
	assert_done(groei, groei_edit(groei, GROEI_CONVERSATION, &read, &same));
	assert_int_equal(same.revision, 1);
	assert_rows(groei, before);
	groei_close(groei);
}

static void the_revision_of_the_store_tells_of_others(void **state)
{
	struct groei *groei = open_fresh(state), *other = open_at(state, TODAY);
	int64_t mine = groei_revision(groei), theirs = groei_revision(other);

	assert_true(groei_revision(groei) == mine);
	add_person(groei, "amir", "Amir");
	assert_true(groei_revision(groei) != mine);
	assert_true(groei_revision(other) != theirs);
	/* Somebody's clock is fast: what others write after that is older than the newest change. */
	assert_int_equal(db_run(groei->store->db, "UPDATE change SET at = at + 86400000000"), DB_OK);
	mine = groei_revision(groei);
	theirs = groei_revision(other);
	add_person(other, "late", "Late");
	assert_true(groei_revision(groei) != mine);
	assert_true(groei_revision(other) != theirs);
	mine = groei_revision(groei);
	add_person(other, "noor", "Noor");
	assert_true(groei_revision(groei) != mine);
	groei_close(other);
	groei_close(groei);
}

/* --- removal ------------------------------------------------------------------------------- */

static void what_others_hang_on_stays(void **state)
{
	struct groei *groei = open_fresh(state);
	int64_t amir = add_person(groei, "amir", "Amir"), noor = add_person(groei, "noor", "Noor");
	int64_t goal = add_goal(groei, amir, "SQL");
	struct rows before = rows_now(groei);

	assert_status(groei, groei_remove(groei, GROEI_PERSON, amir), GROEI_CONFLICT);
	assert_reason(groei, "person", "Goals");
	assert_status(groei, groei_remove(groei, GROEI_PERSON, groei_who(groei)), GROEI_CONFLICT);
	assert_reason(groei, "lead", "People");
	assert_rows(groei, before);
	assert_done(groei, groei_remove(groei, GROEI_GOAL, goal));
	assert_done(groei, groei_remove(groei, GROEI_PERSON, amir));
	assert_done(groei, groei_remove(groei, GROEI_PERSON, noor));
	/* Nothing hangs on the owner now, but the store does. */
	assert_status(groei, groei_remove(groei, GROEI_PERSON, groei_who(groei)), GROEI_CONFLICT);
	assert_reason(groei, NULL, "owns");
	groei_close(groei);
}

/* --- filters ------------------------------------------------------------------------------- */

static size_t found(struct groei *groei, struct groei_arena *arena, enum groei_entity entity,
                    const char *words)
{
	struct groei_query query = {.words = words, .limit = 100};
	size_t count = 0;
	int counted = -1;
	void *records;

	assert_done(groei, groei_list(groei, arena, entity, &query, &records, &count));
	assert_done(groei, groei_count(groei, entity, &query, 100, &counted));
	assert_int_equal(counted, count);
	return count;
}

static void filters_fold_accents_and_take_every_word(void **state)
{
	static const struct {
		const char *words;
		size_t count;
	} rows[] = {
	    {"rene", 1},     {"RENÉ", 1},      {"d'or soren", 0}, {"soren", 1}, {"Søren", 1},
	    {"strasse", 1},  {"or rené", 1},   {"", 4},           {"  ", 4},    {"sanne", 1},
	    {"%", 1},        {"_", 1},         {"\\", 1},         {"100%", 1},  {"a_c", 1},
	    {"'; DROP", 0},  {"a b c d e", 0}, {"\xff", 0},
	};
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();

	add_person(groei, "rene", "René d'Ór");
	add_person(groei, "soren", "Søren Straße");
	add_person(groei, "odd", "100% a_c \\ x");
	for (size_t i = 0; i < COUNT(rows); i++) {
		size_t count = found(groei, arena, GROEI_PERSON, rows[i].words);

		if (count != rows[i].count)
			fail_msg("“%s” finds %zu, expected %zu", rows[i].words, count, rows[i].count);
	}
	groei_arena_close(arena);
	groei_close(groei);
}

static void filters_take_more_words_than_people_type(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();

	add_person(groei, "long", "a b c d e f g h i j k l m n o p");
	assert_int_equal(found(groei, arena, GROEI_PERSON, "a b c d e f g h i j"), 1);
	assert_int_equal(found(groei, arena, GROEI_PERSON, "a b c d e f g h i j zz"), 0);
	assert_int_equal(
	    found(groei, arena, GROEI_PERSON, "a b c d e f g h i j k l m n o p q r s t u v w"), 1);
	groei_arena_close(arena);
	groei_close(groei);
}

static void sql_in_input_is_text(void **state)
{
	static const char hostile[] = "Robert'); DROP TABLE person;-- $1 ? :a \"x\" \\";
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	struct person read;
	int64_t id = add_person(groei, "bobby", hostile), found_id = 0;

	assert_done(groei, groei_get(groei, arena, GROEI_PERSON, id, &read));
	assert_string_equal(read.name, hostile);
	assert_int_equal(found(groei, arena, GROEI_PERSON, hostile), 1);
	assert_status(groei, groei_find(groei, GROEI_PERSON, "x' OR '1'='1", &found_id),
	              GROEI_NOT_FOUND);
	assert_true(found_id == 0);
	groei_arena_close(arena);
	groei_close(groei);
}

static void the_filter_follows_an_edit(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	struct person before, after;

	assert_done(groei, groei_get(groei, arena, GROEI_PERSON, add_person(groei, "amir", "Amir"),
	                             &before));
	after = before;
	after.name = "Émile";
	assert_done(groei, groei_edit(groei, GROEI_PERSON, &before, &after));
	assert_int_equal(found(groei, arena, GROEI_PERSON, "emile"), 1);
	assert_int_equal(found(groei, arena, GROEI_PERSON, "haddad"), 0);
	groei_arena_close(arena);
	groei_close(groei);
}

/* --- windows ------------------------------------------------------------------------------- */

enum { MANY = 1103, WINDOW = 97 };

struct many {
	struct groei *groei;
	int64_t person;
};

static enum groei_status add_many(void *context)
{
	struct many *many = context;
	enum groei_status status = GROEI_OK;

	for (int i = 0; status == GROEI_OK && i < MANY; i++) {
		struct action action;

		groei_record_clear(groei_table(GROEI_ACTION), &action);
		action.person = many->person;
		action.owner = i % 3 == 0 ? many->person : groei_who(many->groei);
		action.title = i % 2 == 0 ? "even" : "oneven";
		/* Many on one day, and some on none. */
		action.due = i % 5 == 0 ? GROEI_NO_DAY : TODAY + i % 7;
		status = records_add(many->groei, GROEI_ACTION, &action);
	}
	return status;
}

/* Walks a list in windows: every row once and in order; gives how many there were. */
static size_t walk(struct groei *groei, enum groei_entity entity, struct groei_query query,
                   int (*in_order)(const void *a, const void *b))
{
	const struct groei_table *table = groei_table(entity);
	struct groei_arena *arenas[2] = {groei_arena_open(), groei_arena_open()};
	const char *last = NULL;
	size_t total = 0, count;
	void *records;

	query.limit = WINDOW;
	do {
		struct groei_arena *arena = arenas[total / WINDOW % 2];

		groei_arena_reset(arena);
		query.after = last;
		assert_done(groei, groei_list(groei, arena, entity, &query, &records, &count));
		assert_true(count <= WINDOW);
		for (size_t i = 0; i < count; i++) {
			const char *record = (const char *)records + i * table->size;

			if (last != NULL && !in_order(last, record))
				fail_msg("row %zu of %s is out of order", total + i, table->name);
			last = record;
		}
		total += count;
	} while (count == WINDOW);
	groei_arena_close(arenas[0]);
	groei_arena_close(arenas[1]);
	return total;
}

/* What falls on one day stands by its words, and only then by its id. */
static int by_words(const char *a, int64_t id_a, const char *b, int64_t id_b)
{
	int order = strcmp(a, b);

	return order < 0 || (order == 0 && id_a < id_b);
}

static int by_due(const void *a, const void *b)
{
	const struct action *x = a, *y = b;
	int64_t due_x = x->due == GROEI_NO_DAY ? INT64_MAX : x->due;
	int64_t due_y = y->due == GROEI_NO_DAY ? INT64_MAX : y->due;

	return due_x < due_y || (due_x == due_y && by_words(x->title, x->id, y->title, y->id));
}

static int by_moved(const void *a, const void *b)
{
	const struct goal *x = a, *y = b;
	int64_t moved_x = x->moved == GROEI_NO_DAY ? INT64_MIN : x->moved;
	int64_t moved_y = y->moved == GROEI_NO_DAY ? INT64_MIN : y->moved;

	return moved_x > moved_y ||
	       (moved_x == moved_y && by_words(x->title, x->id, y->title, y->id));
}

static void windows_give_every_row_once_and_in_order(void **state)
{
	struct groei *groei = open_fresh(state);
	struct many many = {groei, add_person(groei, "amir", "Amir")};
	struct groei_query query = {.scope = GROEI_OPEN};
	int counted = 0;

	assert_done(groei, store_transact(groei->store, "many", add_many, &many));
	assert_int_equal(walk(groei, GROEI_ACTION, query, by_due), MANY);
	query.condition[0] = (struct groei_condition){"owner", many.person};
	assert_int_equal(walk(groei, GROEI_ACTION, query, by_due), (MANY + 2) / 3);
	query.condition[1] = (struct groei_condition){"state", ACTION_DONE};
	query.scope = GROEI_ALL;
	assert_int_equal(walk(groei, GROEI_ACTION, query, by_due), 0);
	query = (struct groei_query){.words = "onev"};
	assert_int_equal(walk(groei, GROEI_ACTION, query, by_due), MANY / 2);
	assert_done(groei, groei_count(groei, GROEI_ACTION, &query, 100, &counted));
	assert_int_equal(counted, 100);
	groei_close(groei);
}

static enum groei_status add_many_goals(void *context)
{
	struct many *many = context;
	enum groei_status status = GROEI_OK;

	for (int i = 0; status == GROEI_OK && i < 300; i++) {
		struct goal goal;

		groei_record_clear(groei_table(GROEI_GOAL), &goal);
		goal.person = many->person;
		goal.title = i % 2 == 0 ? "doel" : "ander doel";
		/* Straight to the store: the core would fill in the day. */
		goal.moved = i % 4 == 0 ? GROEI_NO_DAY : TODAY - i % 9;
		status = record_add(many->groei->store, groei_table(GROEI_GOAL), &goal);
	}
	return status;
}

static void windows_from_the_highest_down_end_with_those_without_a_day(void **state)
{
	struct groei *groei = open_fresh(state);
	struct many many = {groei, add_person(groei, "amir", "Amir")};

	assert_done(groei, store_transact(groei->store, "many", add_many_goals, &many));
	assert_int_equal(walk(groei, GROEI_GOAL, (struct groei_query){.scope = GROEI_ALL}, by_moved),
	                 300);
	groei_close(groei);
}

static int by_name(const void *a, const void *b)
{
	const struct person *x = a, *y = b;
	struct groei_arena *arena = groei_arena_open();
	int order = strcmp(groei_text_key(arena, x->name), groei_text_key(arena, y->name));

	groei_arena_close(arena);
	return order < 0 || (order == 0 && x->id != y->id);
}

static enum groei_status add_many_people(void *context)
{
	static const char *const first[] = {"Zoë", "zoe", "Ábel", "abel", "Øyvind", "IJsbrand", "Ida"};
	struct groei *groei = context;
	enum groei_status status = GROEI_OK;

	for (int i = 0; status == GROEI_OK && i < 210; i++) {
		char handle[16];
		struct person person;

		groei_record_clear(groei_table(GROEI_PERSON), &person);
		snprintf(handle, sizeof handle, "p%03d", i);
		person.handle = handle;
		person.name = first[i % 7];
		person.ends = i % 10 == 0 ? TODAY - 1 : i % 10 == 1 ? TODAY : GROEI_NO_DAY;
		status = records_add(groei, GROEI_PERSON, &person);
	}
	return status;
}

static void people_are_listed_by_name_and_those_who_left_only_on_demand(void **state)
{
	struct groei *groei = open_fresh(state);

	assert_done(groei, store_transact(groei->store, "many", add_many_people, groei));
	assert_int_equal(
	    walk(groei, GROEI_PERSON, (struct groei_query){.scope = GROEI_ALL}, by_name), 211);
	assert_int_equal(
	    walk(groei, GROEI_PERSON, (struct groei_query){.scope = GROEI_OPEN}, by_name), 190);
	groei_close(groei);
}

/* --- many at once (R7) --------------------------------------------------------------------- */

enum { WRITERS = 8, ADDS = 50 };

static int write_many(const char *store, int writer)
{
	struct groei_options options = {.store = store, .today = TODAY};
	struct groei *groei;
	int failed = groei_open(&options, &groei) != GROEI_OK;

	for (int i = 0; !failed && i < ADDS; i++) {
		struct person person;
		char handle[32];

		groei_record_clear(groei_table(GROEI_PERSON), &person);
		snprintf(handle, sizeof handle, "w%d.%d", writer, i);
		person.handle = handle;
		person.name = "Veel tegelijk";
		failed = groei_add(groei, GROEI_PERSON, &person) != GROEI_OK;
	}
	if (failed)
		print_error("writer %d: %s\n", writer, groei_why(groei).text);
	groei_close(groei);
	return failed;
}

static void eight_writers_lose_nothing(void **state)
{
	struct groei *groei = open_fresh(state);
	struct rows rows;
	pid_t writers[WRITERS];
	int failed = 0;

	groei_close(groei);
	fflush(NULL);
	for (int i = 0; i < WRITERS; i++) {
		writers[i] = fork();
		assert_true(writers[i] >= 0);
		if (writers[i] == 0)
			_exit(write_many(support_store_name(state), i));
	}
	for (int i = 0; i < WRITERS; i++) {
		int status;

		assert_true(waitpid(writers[i], &status, 0) == writers[i]);
		failed += status != 0;
	}
	assert_int_equal(failed, 0);
	groei = open_at(state, TODAY);
	rows = rows_now(groei);
	assert_int_equal(rows.of[GROEI_PERSON], WRITERS * ADDS + 1);
	assert_int_equal(rows.of[GROEI_ENTITIES], WRITERS * ADDS + 1); /* changes */
	groei_close(groei);
}

int main(void)
{
	cmocka_set_message_output(CM_OUTPUT_TAP);
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(bad_people_are_refused_with_their_field),
	    cmocka_unit_test(a_choice_that_is_none_is_refused),
	    cmocka_unit_test(long_notes_have_an_end),
	    cmocka_unit_test(what_is_fixed_stays),
	    cmocka_unit_test(circles_are_refused),
	    cmocka_unit_test(edits_of_different_fields_are_merged),
	    cmocka_unit_test(edits_of_the_same_field_tell_the_second),
	    cmocka_unit_test(an_edit_of_what_was_removed_is_told),
	    cmocka_unit_test(an_edit_without_changes_leaves_no_trace),
	    cmocka_unit_test(the_revision_of_the_store_tells_of_others),
	    cmocka_unit_test(what_others_hang_on_stays),
	    cmocka_unit_test(filters_fold_accents_and_take_every_word),
	    cmocka_unit_test(filters_take_more_words_than_people_type),
	    cmocka_unit_test(sql_in_input_is_text),
	    cmocka_unit_test(the_filter_follows_an_edit),
	    cmocka_unit_test(windows_give_every_row_once_and_in_order),
	    cmocka_unit_test(windows_from_the_highest_down_end_with_those_without_a_day),
	    cmocka_unit_test(people_are_listed_by_name_and_those_who_left_only_on_demand),
	    cmocka_unit_test(eight_writers_lose_nothing),
	};
	return support_run(ON_BOTH, tests, COUNT(tests));
}
