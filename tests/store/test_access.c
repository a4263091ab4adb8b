/* Who may see and do what, cell by cell: the table of expectations stands here, in the words of docs/access.md,
 * and is held against what the public calls give to each person of a small organisation. */
#include "store/core.h"

#include "core/core.h"

#include <groei/access.h>

/* Sanne owns the store. Emp is the employee whom everything is about; Old led them before Lead does now. */
enum who { OWNER, EMP, LEAD, OLD, HR, PEER, OTHER, ROLES };

static const char *const handles[ROLES] = {"sanne", "emp", "lead", "old", "hr", "peer", "other"};

/* One record, and for each role of enum who how much of it is seen:
 * W whole, o in outline, – not. */
static const struct row {
	const char *name;
	enum groei_entity entity;
	const char *fields; /* NAME=VALUE …; $NAME is a record further up */
	const char *seen;   /*        OWNER … OTHER */
	const char *masked; /* a field that an outline leaves out; NULL: there is no outline */
	const char *kept;   /* one that it shows */
} rows[] = {
    {"team", GROEI_TEAM, "handle=data name=Data", "WWWWWWW", NULL, NULL},
    {"objective", GROEI_OBJECTIVE, "title=Growth", "WWWWWWW", NULL, NULL},

    {"held", GROEI_CONVERSATION,
     "person=emp lead=lead day=2026-11-02 state=held energy=3 notes=tired template=growth",
     "WWW-o--", "notes", "day"},
    {"earlier", GROEI_CONVERSATION,
     "person=emp lead=old day=2026-02-02 state=held energy=3 notes=secret template=growth",
     "WW-Wo--", "energy", "state"},
    {"planned", GROEI_CONVERSATION,
     "person=emp lead=old day=2026-12-09 state=planned notes=later template=growth", "WWWWo--",
     "notes", "format"},

    {"answer", GROEI_ANSWER,
     "person=emp conversation=$held question=a side=employee text=said author=lead", "WWW----",
     NULL, NULL},
    {"answer of then", GROEI_ANSWER,
     "person=emp conversation=$earlier question=a side=lead text=said author=old", "WW-W---", NULL,
     NULL},
    {"answer in draft", GROEI_ANSWER,
     "person=emp conversation=$held question=b side=employee text=draft author=emp published=no",
     "-W-----", NULL, NULL},
    {"the lead's draft", GROEI_ANSWER,
     "person=emp conversation=$held question=b side=lead text=draft author=lead published=no",
     "--W----", NULL, NULL},

    {"own reflection", GROEI_REFLECTION,
     "person=emp author=emp side=employee template=growth state=draft day=2026-11-01", "-W-----",
     NULL, NULL},
    {"own-published", GROEI_REFLECTION,
     "person=emp author=emp side=employee template=growth state=published day=2026-11-01", "WWW----",
     NULL, NULL},
    {"answer of it", GROEI_ANSWER,
     "person=emp reflection=$own-published question=c side=employee text=said author=emp",
     "WWW----", NULL, NULL},
    {"peer-asked", GROEI_REFLECTION,
     "person=emp author=peer side=peer template=peer state=draft day=2026-11-01 asked_by=lead",
     "-WW--W-", NULL, NULL},
    {"answer in it", GROEI_ANSWER,
     "person=emp reflection=$peer-asked question=d side=peer text=draft author=peer published=no",
     "-----W-", NULL, NULL},
    {"peer-sent", GROEI_REFLECTION,
     "person=emp author=peer side=peer template=peer state=published day=2026-11-01 asked_by=emp",
     "-W---W-", NULL, NULL},
    {"answer for self", GROEI_ANSWER,
     "person=emp reflection=$peer-sent question=e side=peer text=said author=peer", "-W---W-", NULL,
     NULL},
    {"peer-shared", GROEI_REFLECTION,
     "person=emp author=peer side=peer template=peer state=published day=2026-11-01 asked_by=emp"
     " shared=yes",
     "WWW--W-", NULL, NULL},
    {"answer for both", GROEI_ANSWER,
     "person=emp reflection=$peer-shared question=f side=peer text=said author=peer", "WWW--W-",
     NULL, NULL},

    {"goal", GROEI_GOAL, "person=emp title=SQL stage=need why=fun step=book hours_agreed=4",
     "WWW-o--", "title", "hours_agreed"},
    {"goal with buddy", GROEI_GOAL, "person=emp title=Python stage=need buddy=peer", "WWW-oW-",
     "title", "stage"},
    {"action", GROEI_ACTION, "person=emp owner=emp title=book", "WWW----", NULL, NULL},
    {"promise of then", GROEI_ACTION, "person=emp owner=old title=budget", "WWWW---", NULL, NULL},
    {"skill", GROEI_SKILL, "person=emp title=listening own=4", "WWW----", NULL, NULL},
    {"skill that helps", GROEI_SKILL, "person=emp title=queries own=8 helps=yes", "WWWoooo", "own",
     "title"},
    {"direction", GROEI_DIRECTION, "person=emp title=deeper", "WWW----", NULL, NULL},
    {"secret direction", GROEI_DIRECTION, "person=emp title=outside secret=yes", "-W-----", NULL,
     NULL},
    {"assignment", GROEI_ASSIGNMENT, "person=emp lead=old starts=2026-01-01 ends=2026-06-01",
     "WWW-W--", NULL, NULL},
    {"absence", GROEI_ABSENCE, "person=emp starts=2026-07-01", "WWW-W--", NULL, NULL},
    {"postponement", GROEI_POSTPONEMENT,
     "person=emp conversation=$planned author=old was=2026-12-01 until=2026-12-09 reason=ill",
     "WWWWo--", "reason", "until"},
    {"point", GROEI_POINT, "person=emp author=emp title=raise", "WWW----", NULL, NULL},

    {"moment", GROEI_MOMENT, "person=emp author=old title=calm day=2026-03-01 shared=yes", "WWWW---", NULL,
     NULL},
    {"moment for oneself", GROEI_MOMENT, "person=emp author=lead title=late day=2026-10-01 shared=no",
     "--W----", NULL, NULL},
    {"lesson for the team", GROEI_MOMENT,
     "person=emp author=emp title=tests day=2026-10-01 shared=yes kind=lesson team=yes", "WWWWWWW", NULL, NULL},
    {"note", GROEI_NOTE, "person=emp author=lead day=2026-10-01 text=worried", "--W----", NULL, NULL},
    {"note of then", GROEI_NOTE, "person=emp author=old day=2026-03-01 text=worried", "---W---", NULL,
     NULL},
    {"heard", GROEI_HEARD, "person=emp author=lead title=moving day=2026-10-01", "--W----", NULL,
     NULL},

    {"learning", GROEI_LEARNING, "person=emp title=Course kind=course cost=500", "WWW-o--", "title",
     "cost"},
    {"checkpoint", GROEI_CHECKPOINT, "person=emp learning=$learning day=2026-12-01 note=fine",
     "WWW----", NULL, NULL},
    {"progress", GROEI_PROGRESS, "person=emp goal=$goal day=2026-11-01 author=emp note=fine",
     "WWW----", NULL, NULL},
    {"evidence", GROEI_EVIDENCE, "person=emp goal=$goal title=used day=2026-11-01", "WWW----", NULL,
     NULL},
};

static int64_t ids[COUNT(rows)];

static int64_t row_id(const char *name)
{
	for (size_t i = 0; i < COUNT(rows); i++) {
		if (strcmp(rows[i].name, name) == 0)
			return ids[i];
	}
	fail_msg("no row “%s”", name);
	return 0;
}

static void fill(struct groei *groei, const struct row *row, void *record)
{
	const struct groei_table *table = groei_table(row->entity);
	struct groei_arena *arena = groei->arena;

	groei_record_clear(table, record);
	for (const char *at = row->fields; *at != '\0'; at += strspn(at, " ")) {
		size_t name = strcspn(at, "="), value = strcspn(at + name + 1, " ");
		const char *text = groei_arena_copy(arena, at + name + 1, value);
		const struct groei_field *field =
		    groei_field(table, groei_arena_copy(arena, at, name));
		char code[GROEI_CODE_SIZE];

		assert_non_null(field);
		if (*text == '$')
			text = groei_arena_text(arena, groei_code(row_id(text + 1), code));
		assert_done(groei, groei_value_parse(groei, arena, field, text, record));
		at += name + 1 + value;
	}
}

static enum groei_status add_rows(void *context)
{
	struct groei *groei = context;
	enum groei_status status = GROEI_OK;

	for (size_t i = 0; i < COUNT(rows) && status == GROEI_OK; i++) {
		const struct groei_table *table = groei_table(rows[i].entity);
		struct groei_record *record = groei_arena_take(groei->arena, table->size);

		fill(groei, &rows[i], record);
		status = record_add(groei->store, table, record);
		ids[i] = record->id;
	}
	return status;
}

static void led_by(struct groei *groei, int64_t id, int64_t lead)
{
	struct person before, after;

	assert_done(groei, groei_get(groei, groei->arena, GROEI_PERSON, id, &before));
	after = before;
	after.lead = lead;
	assert_done(groei, groei_edit(groei, GROEI_PERSON, &before, &after));
}

/* The store with its people and rows; people_out as enum who. */
static struct groei *open_organisation(void **state, int64_t people_out[ROLES])
{
	struct groei *groei = open_fresh(state);
	struct person before, hr;

	people_out[OWNER] = groei_who(groei);
	for (int i = 1; i < ROLES; i++)
		people_out[i] = add_person(groei, handles[i], handles[i]);
	for (int i = 1; i < ROLES; i++)
		led_by(groei, people_out[i], i == EMP     ? people_out[OLD]
		                             : i == OTHER ? 0
		                                          : people_out[OTHER]);
	led_by(groei, people_out[EMP], people_out[LEAD]);
	assert_done(groei, groei_get(groei, groei->arena, GROEI_PERSON, people_out[HR], &before));
	hr = before;
	hr.hr = CHOICE_YES;
	assert_done(groei, groei_edit(groei, GROEI_PERSON, &before, &hr));
	assert_done(groei, store_transact(groei->store, "test", add_rows, groei));
	return groei;
}

static struct groei *open_as(void **state, const char *handle)
{
	struct groei_options options = {
	    .store = support_store_name(state), .today = TODAY, .as = handle};
	struct groei *groei;
	enum groei_status status = groei_open(&options, &groei);

	assert_done(groei, status);
	return groei;
}

static bool listed(struct groei *groei, struct groei_arena *arena, const struct row *row, int64_t id)
{
	const struct groei_query all = {.limit = 1000};
	size_t size = groei_table(row->entity)->size, count;
	void *records;

	assert_done(groei, groei_list(groei, arena, row->entity, &all, &records, &count));
	for (size_t i = 0; i < count; i++) {
		int64_t found;

		memcpy(&found, (const char *)records + i * size, sizeof found);
		if (found == id)
			return true;
	}
	return false;
}

static int count_seen(enum groei_entity entity, enum who who)
{
	int count = 0;

	for (size_t i = 0; i < COUNT(rows); i++)
		count += rows[i].entity == entity && rows[i].seen[who] != '-';
	return count;
}

/* What the record shows of a field, against what was saved. */
static bool shows(struct groei *groei, const struct row *row, const char *name, const void *record)
{
	const struct groei_table *table = groei_table(row->entity);
	const struct groei_field *field = groei_field(table, name);
	void *saved = groei_arena_take(groei->arena, table->size);

	fill(groei, row, saved);
	return value_same(field, saved, record);
}

static void cell(struct groei *groei, struct groei_arena *arena, const struct row *row, int64_t id,
                 enum who who)
{
	const struct groei_table *table = groei_table(row->entity);
	void *record = groei_arena_take(arena, table->size);
	char expected = row->seen[who], code[GROEI_CODE_SIZE];
	int64_t found = 0;
	enum groei_status wanted = expected == '-' ? GROEI_NOT_FOUND : GROEI_OK;
	enum groei_status got = groei_get(groei, arena, row->entity, id, record);

	if (got != wanted)
		fail_msg("%s: get by %s is %s", row->name, handles[who], groei_status_word(got));
	got = groei_find(groei, row->entity, groei_code(id, code), &found);
	if (got != wanted)
		fail_msg("%s: find by %s is %s", row->name, handles[who], groei_status_word(got));
	if (listed(groei, arena, row, id) != (expected != '-'))
		fail_msg("%s: list by %s", row->name, handles[who]);
	if (expected == '-')
		return;
	for (size_t i = 0; i < table->field_count && expected == 'W'; i++) {
		if (strstr(row->fields, groei_arena_print(arena, "%s=", table->fields[i].name)) != NULL &&
		    !shows(groei, row, table->fields[i].name, record))
			fail_msg("%s: %s does not see its %s", row->name, handles[who],
			         table->fields[i].name);
	}
	if (expected == 'o' && shows(groei, row, row->masked, record) &&
	    strstr(row->fields, row->masked) != NULL)
		fail_msg("%s: %s sees its %s", row->name, handles[who], row->masked);
	if (expected == 'o' && !shows(groei, row, row->kept, record))
		fail_msg("%s: %s does not see its %s", row->name, handles[who], row->kept);
}

static void everybody_sees_their_own_part(void **state)
{
	int64_t people[ROLES];
	struct groei *owner = open_organisation(state, people);

	for (int who = 0; who < ROLES; who++) {
		struct groei *groei = open_as(state, handles[who]);
		struct groei_arena *arena = groei_arena_open();

		for (size_t i = 0; i < COUNT(rows); i++)
			cell(groei, arena, &rows[i], ids[i], (enum who)who);
		for (int e = 0; e < GROEI_ENTITIES; e++) {
			const struct groei_query all = {.limit = 1};
			int count = 0;

			/* People are there for all; the door may keep stretches of its own. */
			if (e == GROEI_PERSON || e == GROEI_ASSIGNMENT)
				continue;
			assert_done(groei, groei_count(groei, (enum groei_entity)e, &all, 1000, &count));
			if (count != count_seen((enum groei_entity)e, (enum who)who))
				fail_msg("%s counts %d of %s", handles[who], count,
				         groei_table((enum groei_entity)e)->name);
		}
		groei_arena_close(arena);
		groei_close(groei);
	}
	groei_close(owner);
}

/* Whether one of the words between commas is `word`, or ends in it when it begins with "(". */
static bool says(const char *words, const char *word)
{
	for (const char *at = words; *at != '\0'; at += strspn(at, ", ")) {
		size_t length = strcspn(at, ","), size = strlen(word);

		if (length >= size && memcmp(at + length - size, word, size) == 0 &&
		    (length == size || *word == '('))
			return true;
		at += length;
	}
	return false;
}

static void readers_of(struct groei *groei, struct groei_arena *arena, const struct row *row, int64_t id)
{
	static const enum who named[] = {EMP, LEAD, OLD, PEER, OTHER};
	bool everybody = strcmp(row->seen, "WWWWWWW") == 0, outline = row->seen[OTHER] == 'o';
	void *record = groei_arena_take(arena, groei_table(row->entity)->size);
	const char *words = NULL;

	assert_done(groei, groei_get(groei, arena, row->entity, id, record));
	assert_done(groei, groei_seen_by(groei, arena, row->entity, record, &words));
	for (size_t i = 0; i < COUNT(named); i++)
		if (says(words, handles[named[i]]) != (!everybody && row->seen[named[i]] == 'W'))
			fail_msg("%s: seen by %s", row->name, words);
	if (says(words, "everybody") != everybody || says(words, "everybody in outline") != outline ||
	    says(words, "(whose store it is)") != (!everybody && row->seen[OWNER] == 'W') ||
	    says(words, "HR") != (!everybody && row->seen[HR] == 'W') ||
	    says(words, "HR without the words") != (!outline && row->seen[HR] == 'o'))
		fail_msg("%s: seen by %s", row->name, words);
}

/* What is said below a record about its readers is what the cells hold. */
static void readers_are_told_as_they_are(void **state)
{
	int64_t people[ROLES];
	struct groei *owner = open_organisation(state, people);

	for (int who = 0; who < ROLES; who++) {
		struct groei *groei = open_as(state, handles[who]);
		struct groei_arena *arena = groei_arena_open();

		for (size_t i = 0; i < COUNT(rows); i++)
			if (rows[i].seen[who] == 'W')
				readers_of(groei, arena, &rows[i], ids[i]);
		groei_arena_close(arena);
		groei_close(groei);
	}
	groei_close(owner);
}

static void every_noun_has_its_cells(void **state)
{
	(void)state;
	for (int e = 0; e < GROEI_ENTITIES; e++) {
		int found = e == GROEI_PERSON; /* has a test of its own */

		for (size_t i = 0; i < COUNT(rows); i++)
			found += rows[i].entity == (enum groei_entity)e;
		if (found == 0)
			fail_msg("no row of %s", groei_table((enum groei_entity)e)->name);
	}
}

static void people_are_names_to_most(void **state)
{
	/* Of emp: W all, n only handle and name. */
	static const char seen[] = "WWWnWnn";
	int64_t people[ROLES];
	struct groei *owner = open_organisation(state, people);
	struct person before, after;

	assert_done(owner, groei_get(owner, owner->arena, GROEI_PERSON, people[EMP], &before));
	after = before;
	after.role = "plumber";
	after.starts = TODAY - 100;
	assert_done(owner, groei_edit(owner, GROEI_PERSON, &before, &after));
	for (int who = 0; who < ROLES; who++) {
		struct groei *groei = open_as(state, handles[who]);
		struct groei_arena *arena = groei_arena_open();
		const struct groei_query role = {.words = "plumb", .limit = 10};
		const struct groei_query name = {.words = "emp", .limit = 10};
		const struct groei_query lead = {
		    .condition = {{"lead", people[LEAD]}}, .limit = 10};
		bool whole = seen[who] == 'W';
		struct standing *standings;
		struct brief brief;
		struct standing standing;
		struct timeline_item *items;
		struct person person;
		size_t count;
		int found;
		enum groei_status near = whole ? GROEI_OK : GROEI_DENIED;

		assert_done(groei, groei_get(groei, arena, GROEI_PERSON, people[EMP], &person));
		assert_string_equal(person.name, "emp");
		assert_string_equal(person.handle, "emp");
		assert_text(person.role, whole ? "plumber" : NULL);
		assert_int_equal(person.starts, whole ? TODAY - 100 : GROEI_NO_DAY);
		assert_true(person.lead == (whole ? people[LEAD] : 0));
		/* What is hidden cannot be guessed by looking for it. */
		assert_done(groei, groei_count(groei, GROEI_PERSON, &role, 10, &found));
		assert_int_equal(found, whole);
		assert_done(groei, groei_count(groei, GROEI_PERSON, &lead, 10, &found));
		assert_int_equal(found, whole);
		assert_done(groei, groei_count(groei, GROEI_PERSON, &name, 10, &found));
		assert_int_equal(found, 1);
		assert_done(groei, groei_people(groei, arena, 0, &name, &standings, &count));
		assert_true((standings[0].open_goals > 0) == whole);
		assert_int_equal(standings[0].energy_count, who == EMP || who == OWNER ? 2
		                                            : who == LEAD              ? 1
		                                                                       : 0);
		assert_status(groei, groei_brief(groei, arena, people[EMP], &brief), near);
		if (!whole)
			assert_reason(groei, NULL, "emp");
		assert_status(groei, groei_standing(groei, arena, people[EMP], &standing), near);
		assert_status(groei, groei_timeline(groei, arena, people[EMP], NULL, 50, &items, &count),
		              near);
		groei_arena_close(arena);
		groei_close(groei);
	}
	groei_close(owner);
}

/* Lists of people go on behind the last window also for whom half of the order is hidden. */
static void windows_of_names_go_on(void **state)
{
	int64_t people[ROLES];
	struct groei *owner = open_organisation(state, people), *groei;
	struct groei_arena *arena = groei_arena_open();
	struct groei_query query = {.limit = 2};
	size_t count = 0, seen = 0;
	void *records;

	for (int i = 0; i < ROLES; i++) {
		struct person before, after;

		assert_done(owner, groei_get(owner, arena, GROEI_PERSON, people[i], &before));
		after = before;
		after.role = i % 2 ? "a" : "z";
		assert_done(owner, groei_edit(owner, GROEI_PERSON, &before, &after));
	}
	groei = open_as(state, "other");
	do {
		assert_done(groei, groei_list(groei, arena, GROEI_PERSON, &query, &records, &count));
		seen += count;
		query.after = count == 0 ? NULL : (struct person *)records + count - 1;
	} while (count > 0 && seen <= ROLES);
	assert_int_equal(seen, ROLES);
	groei_close(groei);
	groei_arena_close(arena);
	groei_close(owner);
}

/* Writing ---------------------------------------------------------------------------------------- */

/* For each role: y may, d is refused and told who may, - it is not there for them. */
static const struct act {
	const char *row;
	enum store_act act;
	const char *expected; /*   OWNER … OTHER */
} acts[] = {
    {"team", ACT_EDIT, "yddd" "ydd"},
    {"objective", ACT_REMOVE, "yddd" "ydd"},
    {"held", ACT_EDIT, "yyy-d--"},
    {"earlier", ACT_EDIT, "yy-yd--"},
    {"planned", ACT_REMOVE, "yyyyd--"},
    {"held", ACT_ADD, "yyyd" "ddd"},
    {"answer", ACT_EDIT, "yyy----"},
    {"answer", ACT_ADD, "yyyd" "ddd"},
    {"answer of then", ACT_EDIT, "yy-y---"},
    {"answer in draft", ACT_EDIT, "-y-----"},
    {"answer in it", ACT_EDIT, "--y--y-"},
    {"answer for self", ACT_EDIT, "-y---y-"},
    {"answer for both", ACT_EDIT, "yyd--y-"},
    {"own reflection", ACT_REMOVE, "-y-----"},
    {"peer-asked", ACT_EDIT, "-yy--y-"},
    {"goal", ACT_EDIT, "yyy-d--"},
    {"goal with buddy", ACT_EDIT, "yyy-dd-"},
    {"goal", ACT_ADD, "yyyd" "ddd"},
    {"action", ACT_EDIT, "yyy----"},
    {"promise of then", ACT_EDIT, "yyyy---"},
    {"promise of then", ACT_REMOVE, "yyyd---"},
    {"skill that helps", ACT_EDIT, "yyydddd"},
    {"secret direction", ACT_EDIT, "-y-----"},
    {"direction", ACT_EDIT, "yyy----"},
    {"assignment", ACT_EDIT, "ydd-y--"},
    {"absence", ACT_ADD, "ydyd" "ydd"},
    {"postponement", ACT_EDIT, "yddyd--"},
    {"point", ACT_EDIT, "yyy----"},
    {"point", ACT_REMOVE, "yyd----"},
    {"moment", ACT_EDIT, "yyyy---"},
    {"moment", ACT_REMOVE, "yddy---"},
    {"moment for oneself", ACT_EDIT, "--y----"},
    {"moment", ACT_ADD, "yddy" "ddd"},
    {"note", ACT_REMOVE, "--y----"},
    {"heard", ACT_EDIT, "--y----"},
    {"learning", ACT_EDIT, "yyy-d--"},
    {"checkpoint", ACT_EDIT, "yyy----"},
    {"progress", ACT_ADD, "yyyd" "ddd"},
    {"evidence", ACT_EDIT, "yyy----"},
};

struct trial {
	struct groei *groei;
	const struct groei_table *table;
	int64_t id;
	enum store_act act;
	enum groei_status answer;
};

static enum groei_status try_act(void *context)
{
	struct trial *t = context;
	struct store *store = t->groei->store;
	void *record = groei_arena_take(store->scratch, t->table->size);
	enum groei_status status = record_get(store, store->scratch, t->table, t->id, record);

	if (status == GROEI_OK)
		t->answer = store->access(store->access_context, t->act, t->table, record);
	return GROEI_NO; /* nothing is kept */
}

static void everybody_does_their_own_part(void **state)
{
	int64_t people[ROLES];
	struct groei *owner = open_organisation(state, people);

	for (int who = 0; who < ROLES; who++) {
		struct groei *groei = open_as(state, handles[who]);

		for (size_t i = 0; i < COUNT(acts); i++) {
			struct trial trial = {groei, NULL, row_id(acts[i].row),
			                      acts[i].act, GROEI_STORE};
			char expected = acts[i].expected[who];
			enum groei_status wanted = expected == 'y'   ? GROEI_OK
			                           : expected == 'd' ? GROEI_DENIED
			                                             : GROEI_NOT_FOUND;

			for (size_t row = 0; row < COUNT(rows); row++) {
				if (ids[row] == trial.id)
					trial.table = groei_table(rows[row].entity);
			}
			assert_status(groei, store_transact(groei->store, "test", try_act, &trial),
			              GROEI_NO);
			if (trial.answer != wanted)
				fail_msg("%s, act %d by %s: %s", acts[i].row, (int)acts[i].act, handles[who],
				         groei_status_word(trial.answer));
		}
		groei_close(groei);
	}
	groei_close(owner);
}

static void nobody_gives_themselves_more(void **state)
{
	int64_t people[ROLES];
	struct groei *owner = open_organisation(state, people), *groei = open_as(state, "emp");
	struct person before, after;
	struct rows rows_before = rows_now(owner);

	assert_done(groei, groei_get(groei, groei->arena, GROEI_PERSON, people[EMP], &before));
	after = before;
	after.hr = CHOICE_YES;
	assert_status(groei, groei_edit(groei, GROEI_PERSON, &before, &after), GROEI_DENIED);
	assert_reason(groei, "hr", "HR");
	after = before;
	after.lead = people[OTHER];
	assert_status(groei, groei_edit(groei, GROEI_PERSON, &before, &after), GROEI_DENIED);
	assert_rows(owner, rows_before);
	after = before;
	after.role = "welder";
	assert_done(groei, groei_edit(groei, GROEI_PERSON, &before, &after));
	groei_close(groei);
	groei_close(owner);
}

/* Verbs tell nothing of what is not there for who calls them. */
static void verbs_betray_nothing(void **state)
{
	int64_t people[ROLES];
	struct groei *owner = open_organisation(state, people), *groei = open_as(state, "other");
	struct groei_arena *arena = groei_arena_open();
	struct closing closing = closing_of(row_id("planned"));
	struct closed closed;
	struct rows before = rows_now(owner);
	int64_t goal = row_id("goal");
	const enum groei_status answers[] = {
	    groei_goal_move(groei, goal, GOAL_LEARNING),
	    groei_goal_move(groei, goal, GOAL_NEED),
	    groei_goal_move(groei, goal + 1, GOAL_NEED),
	    groei_action_set(groei, row_id("action"), ACTION_DONE),
	    groei_remove(groei, GROEI_NOTE, row_id("note")),
	    groei_conversation_hold(groei, arena, &closing, &closed),
	};

	for (size_t i = 0; i < COUNT(answers); i++) {
		if (answers[i] != GROEI_NOT_FOUND)
			fail_msg("call %zu is %s", i, groei_status_word(answers[i]));
	}
	assert_rows(owner, before);
	groei_arena_close(arena);
	groei_close(groei);
	groei_close(owner);
}

/* History, leaving ------------------------------------------------------------------------------- */

static bool told(const struct change *changes, size_t count, const char *part)
{
	for (size_t i = 0; i < count; i++) {
		for (size_t j = 0; j < changes[i].field_count; j++) {
			const struct change_field *field = &changes[i].fields[j];

			if ((field->after != NULL && strstr(field->after, part) != NULL) ||
			    (field->before != NULL && strstr(field->before, part) != NULL))
				return true;
		}
	}
	return false;
}

static void history_tells_what_may_be_seen(void **state)
{
	int64_t people[ROLES];
	struct groei *owner = open_organisation(state, people);
	struct moment moment, shared;
	struct groei *lead = open_as(state, "lead");
	int64_t id = row_id("moment for oneself");

	/* The words of a draft stay its author's, also after it came out. */
	assert_done(lead, groei_get(lead, lead->arena, GROEI_MOMENT, id, &moment));
	shared = moment;
	shared.title = "punctual";
	assert_done(lead, groei_edit(lead, GROEI_MOMENT, &moment, &shared));
	moment = shared;
	shared.shared = CHOICE_YES_FIRST;
	assert_done(lead, groei_edit(lead, GROEI_MOMENT, &moment, &shared));
	groei_close(lead);
	for (int who = 0; who < ROLES; who++) {
		struct groei *groei = open_as(state, handles[who]);
		struct groei_arena *arena = groei_arena_open();
		struct change *changes;
		size_t count;

		assert_done(groei, groei_history(groei, arena, GROEI_PERSON, 0, NULL, 1000, &changes,
		                                 &count));
		assert_int_equal(told(changes, count, "punctual"), who == LEAD);
		assert_int_equal(told(changes, count, "outside"), who == EMP);
		assert_int_equal(told(changes, count, "tired"), who <= LEAD);
		assert_int_equal(told(changes, count, "Python"), who <= LEAD || who == PEER);
		assert_int_equal(told(changes, count, "queries"), 1);
		groei_arena_close(arena);
		groei_close(groei);
	}
	groei_close(owner);
}

static void who_has_left_does_not_ask(void **state)
{
	struct groei_options options = {
	    .store = support_store_name(state), .today = TODAY, .as = "amir"};
	struct groei *groei = open_fresh(state), *other;
	int64_t amir = add_person(groei, "amir", "Amir");
	struct person before, after;
	enum groei_status status;

	assert_done(groei, groei_get(groei, groei->arena, GROEI_PERSON, amir, &before));
	after = before;
	after.ends = TODAY;
	assert_done(groei, groei_edit(groei, GROEI_PERSON, &before, &after));
	status = groei_open(&options, &other); /* the last day is theirs */
	assert_done(other, status);
	assert_true(groei_who(other) == amir && groei_owner(other) == groei_owner(groei));
	groei_close(other);
	options.today = TODAY + 1;
	status = groei_open(&options, &other);
	assert_status(other, status, GROEI_DENIED);
	assert_reason(other, NULL, "2026-12-01");
	groei_close(other);
	options.as = "amri";
	status = groei_open(&options, &other);
	assert_status(other, status, GROEI_NOT_FOUND);
	assert_reason(other, "handle", "amir");
	groei_close(other);
	groei_close(groei);
}

static void undo_is_everybodys_own(void **state)
{
	int64_t people[ROLES];
	struct groei *owner = open_organisation(state, people), *emp = open_as(state, "emp");
	struct groei *lead = open_as(state, "lead");
	struct groei_arena *arena = groei_arena_open();
	int64_t goal = row_id("goal");
	struct goal read;
	struct change change;

	assert_done(emp, groei_goal_move(emp, goal, GOAL_PLANNED));
	assert_status(lead, groei_undo(lead, arena, &change), GROEI_NO);
	assert_done(emp, groei_undo(emp, arena, &change));
	assert_done(lead, groei_get(lead, arena, GROEI_GOAL, goal, &read));
	assert_int_equal(read.stage, GOAL_NEED);
	/* Who does not see it any more does not take it back either. */
	assert_done(lead, groei_goal_move(lead, goal, GOAL_PLANNED));
	led_by(owner, people[EMP], people[OLD]);
	assert_status(lead, groei_undo(lead, arena, &change), GROEI_CONFLICT);
	groei_arena_close(arena);
	groei_close(lead);
	groei_close(emp);
	groei_close(owner);
}

int main(void)
{
	cmocka_set_message_output(CM_OUTPUT_TAP);
	const struct CMUnitTest both[] = {
	    cmocka_unit_test(everybody_sees_their_own_part),
	    cmocka_unit_test(readers_are_told_as_they_are),
	    cmocka_unit_test(people_are_names_to_most),
	    cmocka_unit_test(windows_of_names_go_on),
	    cmocka_unit_test(everybody_does_their_own_part),
	    cmocka_unit_test(nobody_gives_themselves_more),
	    cmocka_unit_test(verbs_betray_nothing),
	    cmocka_unit_test(history_tells_what_may_be_seen),
	    cmocka_unit_test(who_has_left_does_not_ask),
	    cmocka_unit_test(undo_is_everybodys_own),
	};
	const struct CMUnitTest sqlite[] = {cmocka_unit_test(every_noun_has_its_cells)};

	return support_run(ON_BOTH, both, COUNT(both)) + support_run(ON_SQLITE, sqlite, COUNT(sqlite));
}
