/* Making and upgrading a store, with field tables of the test's own: a later version brings a field of
 * every kind to the old tables, and a new table; and every version that groei ever had is made and upgraded. */
#include "store/core.h"

#include <inttypes.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LATER = GROEI_SCHEMA_VERSION + 1 };

#define ROW(type, member, kind_, storage_, since_, ...)                                            \
	{                                                                                           \
		.name = #member, .label = #member, .hint = "hint", .kind = kind_,                   \
		.storage = storage_, .offset = offsetof(struct type, member), .since = since_,      \
		__VA_ARGS__                                                                         \
	}

static const struct groei_choice colours[] = {
    {"red", "red", 1}, {"blue", "blue", 0}, {NULL, NULL, 0}};

/* The real tables with rows added to goal, and a table "remark" behind them. */
struct goal2 {
	struct goal goal;
	const char *motto;
	int32_t until, effort, colour;
	int64_t mentor;
};

struct remark {
	GROEI_RECORD
	const char *title;
	int64_t about;
	int64_t before;
};

static const struct groei_field remark_fields[] = {
    ROW(remark, title, GROEI_TEXT, GROEI_STORED_TEXT, LATER, .flags = FIELD_REQUIRED | FIELD_FILTER),
    ROW(remark, about, GROEI_REF, GROEI_STORED_INT64, LATER, .target = GROEI_GOAL),
    ROW(remark, before, GROEI_REF, GROEI_STORED_INT64, LATER, .target = GROEI_ENTITIES),
};

static const struct groei_field more_goal_fields[] = {
    ROW(goal2, motto, GROEI_TEXT, GROEI_STORED_TEXT, LATER, .flags = FIELD_FILTER),
    ROW(goal2, until, GROEI_DAY, GROEI_STORED_INT32, LATER, .flags = 0),
    ROW(goal2, effort, GROEI_NUMBER, GROEI_STORED_INT32, LATER, .low = 0, .high = 9),
    ROW(goal2, colour, GROEI_CHOICE, GROEI_STORED_INT32, LATER, .choices = colours),
    ROW(goal2, mentor, GROEI_REF, GROEI_STORED_INT64, LATER, .target = GROEI_PERSON),
};

struct later {
	struct groei_field goal_fields[64];
	struct groei_table goal, remark;
	const struct groei_table *tables[GROEI_ENTITIES + 1];
	struct store_schema schema;
};

static void make_later(struct later *later)
{
	const struct groei_table *goal = groei_table(GROEI_GOAL);

	memset(later, 0, sizeof *later);
	memcpy(later->goal_fields, goal->fields, goal->field_count * sizeof *goal->fields);
	memcpy(later->goal_fields + goal->field_count, more_goal_fields, sizeof more_goal_fields);
	later->goal = *goal;
	later->goal.size = sizeof(struct goal2);
	later->goal.fields = later->goal_fields;
	later->goal.field_count += COUNT(more_goal_fields);
	later->remark = (struct groei_table){.entity = GROEI_ENTITIES,
	                                   .name = "remark",
	                                   .label = "Remark",
	                                   .plural = "Remarks",
	                                   .title = "title",
	                                   .size = sizeof(struct remark),
	                                   .fields = remark_fields,
	                                   .field_count = COUNT(remark_fields),
	                                   .since = LATER};
	for (int i = 0; i < GROEI_ENTITIES; i++)
		later->tables[i] = groei_table((enum groei_entity)i);
	later->tables[GROEI_GOAL] = &later->goal;
	later->tables[GROEI_ENTITIES] = &later->remark;
	later->schema = (struct store_schema){later->tables, GROEI_ENTITIES + 1, LATER};
}

static struct store *open_with(const struct store_schema *with, const char *name,
                               enum groei_status expected, struct fault *fault)
{
	struct store *store = NULL;
	enum groei_status status = store_open(with, name, DB_CREATE, fault, &store);

	if (status != expected)
		fail_msg("opening is %s, expected %s: %s", groei_status_word(status),
		         groei_status_word(expected), fault->text);
	return store;
}

/* What one query gives, a line per row. */
static void lines_of(struct db *db, const char *sql, struct groei_buffer *out)
{
	struct db_statement *statement;

	assert_int_equal(db_prepare(db, sql, &statement), DB_OK);
	while (db_step(statement) == DB_ROW)
		groei_buffer_print(out, "%s|%s|%s|%s\n", db_text(statement, 0),
		                   db_text(statement, 1), db_text(statement, 2),
		                   db_text(statement, 3) == NULL ? "" : db_text(statement, 3));
}

static const char *shape(bool sqlite)
{
	return sqlite ? "SELECT m.name, c.name, c.type, c.dflt_value FROM sqlite_master m"
	                " JOIN pragma_table_info(m.name) c ORDER BY m.name, c.cid"
	              : "SELECT table_name, column_name, data_type, column_default"
	                " FROM information_schema.columns WHERE table_schema = current_schema()"
	                " ORDER BY table_name, ordinal_position";
}

static const char *indexes(bool sqlite)
{
	return sqlite ? "SELECT type, name, tbl_name, NULL FROM sqlite_master ORDER BY type, name"
	              : "SELECT 'index', indexname, tablename, NULL FROM pg_indexes"
	                " WHERE schemaname = current_schema() ORDER BY indexname";
}

/* A store of version 1 with a person and a goal in it; the goal's id. */
static int64_t make_old(void **state)
{
	struct groei *groei = open_fresh(state);
	int64_t goal = add_goal(groei, add_person(groei, "amir", "Amir"), "SQL");

	groei_close(groei);
	return goal;
}

/* The field table as it was at a version: its tables and rows, in memory that lives as long as the test. */
static struct store_schema schema_at(struct groei_arena *arena, int version)
{
	const struct groei_table **tables = groei_arena_take(arena, GROEI_ENTITIES * sizeof *tables);
	struct store_schema at = {tables, 0, version};

	for (int i = 0; i < GROEI_ENTITIES; i++) {
		const struct groei_table *now = groei_table((enum groei_entity)i);
		struct groei_table *then = groei_arena_take(arena, sizeof *then);
		struct groei_field *rows = groei_arena_take(arena, now->field_count * sizeof *rows);

		if (now->since > version)
			continue;
		*then = *now;
		then->fields = rows;
		then->field_count = 0;
		for (size_t j = 0; j < now->field_count; j++) {
			if (now->fields[j].since <= version)
				rows[then->field_count++] = now->fields[j];
		}
		tables[at.count++] = then;
	}
	return at;
}

static void every_version_is_upgraded_to_this_one(void **state)
{
	for (int version = 1; version < GROEI_SCHEMA_VERSION; version++) {
		struct groei_arena *arena = groei_arena_open();
		struct store_schema then = schema_at(arena, version);
		struct fault fault = {.text = ""};
		struct groei_options options = {.store = support_store_name(state), .today = TODAY};
		struct person person, found;
		struct groei_buffer kept = {0};
		struct groei *groei;
		struct store *store = open_with(&then, support_store_name(state), GROEI_OK, &fault);

		groei_record_clear(groei_table(GROEI_PERSON), &person);
		person.handle = "old";
		person.name = "Old Hand";
		assert_int_equal(db_begin(store->db), DB_OK);
				assert_int_equal(record_add(store, then.tables[GROEI_PERSON], &person), GROEI_OK);
		assert_int_equal(db_run(store->db, "INSERT INTO draft (author_id, place, at, revision,"
		                                   " text) VALUES (1, 'somewhere', 2, 3, 'half')"),
		                 DB_OK);
		assert_int_equal(db_commit(store->db), DB_OK);
		store_close(store);
		assert_int_equal(groei_open(&options, &groei), GROEI_OK);
		assert_int_equal(groei_get(groei, arena, GROEI_PERSON, person.id, &found), GROEI_OK);
		assert_string_equal(found.name, "Old Hand");
		lines_of(groei->store->db, "SELECT place, text, 'a', 'b' FROM draft", &kept);
		assert_string_equal(kept.data, "somewhere|half|a|b\n");
		groei_buffer_free(&kept);
		groei_close(groei);
		groei_arena_close(arena);
	}
}

struct adding {
	struct store *store;
	const struct groei_table *table;
	void *record;
};

static enum groei_status add_body(void *context)
{
	struct adding *a = context;

	return record_add(a->store, a->table, a->record);
}

static void add_old(struct store *store, const struct store_schema *then, enum groei_entity entity,
                    void *record)
{
	struct adding adding = {store, then->tables[entity], record};

	assert_int_equal(store_transact(store, "add", add_body, &adding), GROEI_OK);
}

/* What asks for attention, by kind. */
static void assert_agenda(struct groei *groei, const char *expected)
{
	struct groei_buffer found = {0};

	lines_of(groei->store->db,
	         "SELECT kind, count(*), '', '' FROM agenda GROUP BY kind ORDER BY kind", &found);
	assert_string_equal(found.data == NULL ? "" : found.data, expected);
	groei_buffer_free(&found);
}

/* An upgrade fills in what is known of the past; that is no change by somebody. */
static void what_was_done_before_an_upgrade_is_undone_after_it(void **state)
{
	for (int version = 1; version < GROEI_SCHEMA_VERSION; version++) {
		struct groei_arena *arena = groei_arena_open();
		struct store_schema then = schema_at(arena, version);
		struct fault fault = {.text = ""};
		struct groei_options options = {.store = support_store_name(state), .today = TODAY};
		struct person me = {0}, amir;
		struct goal goal;
		struct conversation talk;
		struct action action;
		struct change change;
		struct groei *groei;
		struct store *store = open_with(&then, support_store_name(state), GROEI_OK, &fault);
		char owner[24];
		int people = 0;

		groei_record_clear(groei_table(GROEI_PERSON), &me);
		me.handle = "sanne";
		me.name = "Sanne";
		add_old(store, &then, GROEI_PERSON, &me);
		snprintf(owner, sizeof owner, "%" PRId64, me.id);
		assert_int_equal(db_begin(store->db), DB_OK);
		assert_int_equal(store_set(store, "owner", owner), GROEI_OK);
		assert_int_equal(db_commit(store->db), DB_OK);
		store->who = me.id;
		groei_record_clear(groei_table(GROEI_PERSON), &amir);
		amir.handle = "amir";
		amir.name = "Amir";
		amir.lead = me.id;
		add_old(store, &then, GROEI_PERSON, &amir);
		groei_record_clear(groei_table(GROEI_GOAL), &goal);
		goal.person = amir.id;
		goal.title = "SQL";
		add_old(store, &then, GROEI_GOAL, &goal);
		groei_record_clear(groei_table(GROEI_CONVERSATION), &talk);
		talk.person = amir.id;
		talk.lead = me.id;
		talk.day = TODAY;
		add_old(store, &then, GROEI_CONVERSATION, &talk);
		groei_record_clear(groei_table(GROEI_ACTION), &action);
		action.person = action.owner = amir.id;
		action.title = "call Noor";
		action.due = TODAY;
		add_old(store, &then, GROEI_ACTION, &action);
		store_close(store);
		assert_int_equal(groei_open(&options, &groei), GROEI_OK);
		assert_agenda(groei, "action|1||\nled|1||\nstill|1||\n");
		for (int i = 0; i < 4; i++)
			assert_done(groei, groei_undo(groei, arena, &change));
		assert_agenda(groei, "");
		assert_done(groei, groei_count(groei, GROEI_PERSON, &(struct groei_query){.scope = GROEI_ALL},
		                               10, &people));
		assert_int_equal(people, 1);
		groei_close(groei);
		groei_arena_close(arena);
	}
}

static void an_old_store_is_upgraded_with_its_records(void **state)
{
	struct later later;
	struct fault fault = {.text = ""};
	struct groei_arena *arena = groei_arena_open();
	int64_t id = make_old(state);
	struct store *store;
	struct goal2 goal;
	struct groei_query by_colour = {.scope = GROEI_ALL, .limit = 10};
	const char *version;
	char words[32];
	void *records;
	size_t count;

	make_later(&later);
	store = open_with(&later.schema, support_store_name(state), GROEI_OK, &fault);
	assert_int_equal(store_setting(store, arena, "schema", &version), GROEI_OK);
	assert_int_equal(atoi(version), LATER);
	assert_int_equal(record_get(store, arena, &later.goal, id, &goal), GROEI_OK);
	assert_string_equal(goal.goal.title, "SQL");
	assert_null(goal.motto);
	assert_int_equal(goal.until, GROEI_NONE);
	assert_int_equal(goal.colour, 0);
	/* A choice that came later counts for old records too. */
	by_colour.condition[0] = (struct groei_condition){"colour", 0};
	assert_int_equal(record_list(store, arena, &later.goal, &by_colour, TODAY, &records, &count),
	                 GROEI_OK);
	assert_int_equal(count, 1);
	store_close(store);
	/* Again: nothing to do. The old groei leaves it alone now. */
	store_close(open_with(&later.schema, support_store_name(state), GROEI_OK, &fault));
	open_with(&schema, support_store_name(state), GROEI_STORE, &fault);
	snprintf(words, sizeof words, "version %d", LATER);
	assert_non_null(strstr(fault.text, words));
	groei_arena_close(arena);
}

static void a_fresh_store_has_the_shape_of_an_upgraded_one(void **state)
{
	struct later later;
	struct fault fault = {.text = ""};
	bool sqlite = support_is_sqlite(state);
	struct groei_buffer shapes[2] = {{0}, {0}};
	char fresh[1200];
	struct store *store;

	make_later(&later);
	make_old(state);
	store = open_with(&later.schema, support_store_name(state), GROEI_OK, &fault);
	lines_of(store->db, shape(sqlite), &shapes[0]);
	lines_of(store->db, indexes(sqlite), &shapes[0]);
	if (sqlite) {
		snprintf(fresh, sizeof fresh, "%s/fresh.db", support_folder(state));
	} else { /* the same schema, made empty again */
		char name[64];
		struct db_statement *statement;

		assert_int_equal(db_prepare(store->db, "SELECT current_schema()", &statement), DB_OK);
		assert_int_equal(db_step(statement), DB_ROW);
		snprintf(name, sizeof name, "%s", db_text(statement, 0));
		db_reset(statement);
		snprintf(fresh, sizeof fresh, "DROP SCHEMA %s CASCADE; CREATE SCHEMA %s", name, name);
		assert_int_equal(db_begin(store->db), DB_OK);
		assert_int_equal(db_run(store->db, fresh), DB_OK);
		assert_int_equal(db_commit(store->db), DB_OK);
		snprintf(fresh, sizeof fresh, "%s", support_store_name(state));
	}
	store_close(store);
	store = open_with(&later.schema, fresh, GROEI_OK, &fault);
	lines_of(store->db, shape(sqlite), &shapes[1]);
	lines_of(store->db, indexes(sqlite), &shapes[1]);
	assert_string_equal(shapes[0].data, shapes[1].data);
	assert_non_null(strstr(shapes[0].data, "motto"));
	assert_non_null(strstr(shapes[0].data, "remark_of_about"));
	store_close(store);
	groei_buffer_free(&shapes[0]);
	groei_buffer_free(&shapes[1]);
}

/* A table that cannot be made: the upgrade goes back, the store is as it was, and works. */
static void an_upgrade_that_fails_leaves_the_store_as_it_was(void **state)
{
	struct later later;
	struct fault fault = {.text = ""};
	struct groei_buffer shapes[2] = {{0}, {0}};
	bool sqlite = support_is_sqlite(state);
	int64_t id = make_old(state);
	struct groei *groei = open_at(state, TODAY);
	struct goal goal;

	lines_of(groei->store->db, shape(sqlite), &shapes[0]);
	make_later(&later);
	later.remark.name = "change"; /* that table is there already */
	for (int i = 0; i < 2; i++) { /* also a second time, beside the first copy */
		open_with(&later.schema, support_store_name(state), GROEI_STORE, &fault);
		assert_true(fault.text[0] != '\0');
	}
	lines_of(groei->store->db, shape(sqlite), &shapes[1]);
	assert_string_equal(shapes[0].data, shapes[1].data);
	struct groei_arena *arena = groei_arena_open();
	assert_done(groei, groei_get(groei, arena, GROEI_GOAL, id, &goal));
	assert_done(groei, groei_goal_move(groei, id, GOAL_LEARNING));
	groei_arena_close(arena);
	groei_close(groei);
	/* And a right one succeeds afterwards. */
	make_later(&later);
	store_close(open_with(&later.schema, support_store_name(state), GROEI_OK, &fault));
	groei_buffer_free(&shapes[0]);
	groei_buffer_free(&shapes[1]);
}

static void the_file_is_copied_before_an_upgrade(void **state)
{
	struct later later;
	struct fault fault = {.text = ""};
	char copy[1200];
	struct stat info;
	struct groei_options options = {.store = copy, .today = TODAY};
	struct groei_arena *arena = groei_arena_open();
	int64_t id = make_old(state);
	struct groei *groei;
	struct goal goal;

	snprintf(copy, sizeof copy, "%s.before-version-%d", support_store_name(state), LATER);
	assert_true(stat(copy, &info) != 0);
	make_later(&later);
	store_close(open_with(&later.schema, support_store_name(state), GROEI_OK, &fault));
	assert_int_equal(stat(copy, &info), 0);
	assert_int_equal(info.st_mode & 0777, 0600);
	/* The copy is a whole store that this groei opens. */
	enum groei_status status = groei_open(&options, &groei);
	assert_done(groei, status);
	assert_done(groei, groei_get(groei, arena, GROEI_GOAL, id, &goal));
	assert_string_equal(goal.title, "SQL");
	groei_close(groei);
	groei_arena_close(arena);
}

/* --- stores of others (R10) ---------------------------------------------------------------- */

static void a_newer_store_is_refused_untouched(void **state)
{
	struct groei_options options = {
	    .store = support_store_name(state), .today = TODAY, .flags = GROEI_OPEN_CREATE};
	struct groei *groei = open_fresh(state), *refused;
	struct groei_buffer settings[2] = {{0}, {0}};
	char version[16];

	assert_int_equal(db_run(groei->store->db,
	                        "UPDATE store_setting SET value = '999' WHERE name = 'schema'"),
	                 DB_OK);
	lines_of(groei->store->db, "SELECT name, value, NULL, NULL FROM store_setting ORDER BY name",
	         &settings[0]);
	enum groei_status status = groei_open(&options, &refused);
	assert_status(refused, status, GROEI_STORE);
	snprintf(version, sizeof version, " %d ", GROEI_SCHEMA_VERSION);
	assert_reason(refused, NULL, "999");
	assert_reason(refused, NULL, version);
	groei_close(refused);
	lines_of(groei->store->db, "SELECT name, value, NULL, NULL FROM store_setting ORDER BY name",
	         &settings[1]);
	assert_string_equal(settings[0].data, settings[1].data);
	groei_close(groei);
	groei_buffer_free(&settings[0]);
	groei_buffer_free(&settings[1]);
}

static void what_is_no_version_is_refused(void **state)
{
	static const char *const values[] = {"2147483648", "99999999999999999999", "-1", "one", ""};

	for (size_t i = 0; i < COUNT(values); i++) {
		struct groei_options options = {.store = support_store_name(state), .today = TODAY};
		struct groei *groei = i == 0 ? open_fresh(state) : NULL;
		struct db *db;
		char sql[128];

		groei_close(groei);
		assert_int_equal(db_open(options.store, 0, &db), DB_OK);
		snprintf(sql, sizeof sql, "UPDATE store_setting SET value = '%s' WHERE name = 'schema'",
		         values[i]);
		assert_int_equal(db_run(db, sql), DB_OK);
		db_close(db);
		enum groei_status status = groei_open(&options, &groei);
		assert_status(groei, status, GROEI_STORE);
		assert_reason(groei, NULL, "newer");
		groei_close(groei);
	}
}

static void no_store_is_made_unasked(void **state)
{
	struct groei_options options = {.store = support_store_name(state), .today = TODAY};
	struct groei *groei;
	enum groei_status status = groei_open(&options, &groei);

	assert_status(groei, status, GROEI_NOT_FOUND);
	assert_reason(groei, NULL, "init");
	groei_close(groei);
	status = groei_open(&options, &groei); /* still none */
	assert_status(groei, status, GROEI_NOT_FOUND);
	groei_close(groei);
	assert_true(!support_is_sqlite(state) || access(support_store_name(state), F_OK) != 0);
}

static void an_owner_is_made_once(void **state)
{
	struct groei *groei = open_at(state, TODAY), *other = open_at(state, TODAY);
	struct groei_arena *arena = groei_arena_open();
	struct rows before;
	struct person person;

	assert_true(groei_owner(groei) == 0 && groei_who(groei) == 0);
	before = rows_now(groei);
	assert_status(groei, groei_init(groei, "", "Sanne"), GROEI_INVALID);
	assert_reason(groei, "handle", "empty");
	assert_status(groei, groei_init(groei, "sanne", " "), GROEI_INVALID);
	assert_reason(groei, "name", "empty");
	assert_rows(groei, before);
	assert_done(groei, groei_init(groei, "sanne", "Sanne"));
	assert_true(groei_owner(groei) != 0 && groei_who(groei) == groei_owner(groei));
	assert_done(groei, groei_get(groei, arena, GROEI_PERSON, groei_owner(groei), &person));
	assert_true(person.lead == 0);
	before = rows_now(groei);
	assert_status(groei, groei_init(groei, "amir", "Amir"), GROEI_CONFLICT);
	assert_status(other, groei_init(other, "noor", "Noor"), GROEI_CONFLICT);
	assert_rows(groei, before);
	groei_close(other);
	other = open_at(state, TODAY);
	assert_true(groei_owner(other) == groei_owner(groei));
	groei_arena_close(arena);
	groei_close(other);
	groei_close(groei);
}

/* --- several at once ----------------------------------------------------------------------- */

static int create_one(const char *name)
{
	struct groei_options options = {.store = name, .today = TODAY, .flags = GROEI_OPEN_CREATE};
	struct groei *groei;
	enum groei_status status = groei_open(&options, &groei);
	int answer;

	if (status == GROEI_OK)
		status = groei_init(groei, "sanne", "Sanne");
	answer = status == GROEI_OK ? 0 : status == GROEI_CONFLICT ? 1 : 2;
	if (answer == 2)
		print_error("%s: %s\n", groei_status_word(status), groei_why(groei).text);
	groei_close(groei);
	return answer;
}

static void many_who_create_at_once_make_one_store(void **state)
{
	enum { CREATORS = 6 };
	pid_t creators[CREATORS];
	int answers[3] = {0};
	struct groei *groei;

	fflush(NULL);
	for (int i = 0; i < CREATORS; i++) {
		creators[i] = fork();
		assert_true(creators[i] >= 0);
		if (creators[i] == 0)
			_exit(create_one(support_store_name(state)));
	}
	for (int i = 0; i < CREATORS; i++) {
		int status = 0;

		assert_true(waitpid(creators[i], &status, 0) == creators[i]);
		answers[WIFEXITED(status) && WEXITSTATUS(status) < 2 ? WEXITSTATUS(status) : 2]++;
	}
	assert_int_equal(answers[2], 0);
	assert_int_equal(answers[0], 1);
	groei = open_at(state, TODAY);
	assert_int_equal(rows_now(groei).of[GROEI_PERSON], 1);
	groei_close(groei);
}

int main(void)
{
	cmocka_set_message_output(CM_OUTPUT_TAP);
	const struct CMUnitTest both[] = {
	    cmocka_unit_test(every_version_is_upgraded_to_this_one),
	    cmocka_unit_test(what_was_done_before_an_upgrade_is_undone_after_it),
	    cmocka_unit_test(an_old_store_is_upgraded_with_its_records),
	    cmocka_unit_test(a_fresh_store_has_the_shape_of_an_upgraded_one),
	    cmocka_unit_test(an_upgrade_that_fails_leaves_the_store_as_it_was),
	    cmocka_unit_test(a_newer_store_is_refused_untouched),
	    cmocka_unit_test(what_is_no_version_is_refused),
	    cmocka_unit_test(no_store_is_made_unasked),
	    cmocka_unit_test(an_owner_is_made_once),
	    cmocka_unit_test(many_who_create_at_once_make_one_store),
	};
	const struct CMUnitTest sqlite[] = {cmocka_unit_test(the_file_is_copied_before_an_upgrade)};
	return support_run(ON_BOTH, both, COUNT(both)) +
	       support_run(ON_SQLITE, sqlite, COUNT(sqlite));
}
