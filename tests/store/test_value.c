/* Every field of every table: written, read back, typed, edited, undone, listed. The field table
 * drives the test, so that a new row is covered. And what people may type for each kind. */
#include "store/core.h"

/* --- every field --------------------------------------------------------------------------- */

/* Fields are the matter here, not who may see them (test_access.c). */
static struct groei *open_whole(void **state)
{
	struct groei *groei = open_fresh(state);

	groei->store->sight.of = SIGHT_WHOLE;
	return groei;
}

/* Something for any reference to lead to, by entity. */
struct targets {
	int64_t of[GROEI_ENTITIES];
};

/* Sets a field to one of two values that differ. */
static void set_sample(const struct groei_field *field, const struct targets *targets, int second,
                       void *record)
{
	static const char *const handles[] = {"noor", "joris.2"};
	static const char *const cadences[] = {"2w", "1m"};
	static const char *const lines[] = {"één regel; '\"%_\\", "andere regel \xf0\x9f\x8c\xb1"};
	static const char *const longs[] = {"eerste\nregel\t[ ] x", "één\n\nandere"};

	switch (field->kind) {
	case GROEI_TEXT:
		value_set_text(field, record,
		               strcmp(field->name, "template") == 0 ? second ? "checkin" : "growth"
		                                                    : lines[second]);
		break;
	case GROEI_LONG:
		value_set_text(field, record, longs[second]);
		break;
	case GROEI_HANDLE:
		value_set_text(field, record, handles[second]);
		break;
	case GROEI_CADENCE:
		value_set_text(field, record, cadences[second]);
		break;
	case GROEI_DAY:
		/* What is noted as it happens may not lie ahead; a later day would be postponing. */
		value_set_int(field, record,
		              (field->flags & FIELD_NOW ? TODAY - 10 : TODAY + 10) - second);
		break;
	case GROEI_NUMBER:
		value_set_int(field, record, second ? field->high : field->low);
		break;
	case GROEI_CHOICE:
		value_set_int(field, record, second);
		break;
	case GROEI_REF:
		value_set_ref(field, record, targets->of[field->target]);
		break;
	case GROEI_KINDS:
		break;
	}
}

/* A record of the table with only what it must have. */
static void least(const struct groei_table *table, const struct targets *targets, void *record)
{
	groei_record_clear(table, record);
	for (size_t i = 0; i < table->field_count; i++) {
		if (table->fields[i].flags & FIELD_REQUIRED)
			set_sample(&table->fields[i], targets, 0, record);
	}
	/* Rules of nouns: two people in a talk, something in an answer, a talk goes to a later day each time,
	 * and absences keep clear of the one that stays. */
	if (table->entity == GROEI_POSTPONEMENT)
		((struct postponement *)record)->until =
		    TODAY + 400 + (targets->of[GROEI_POSTPONEMENT] != 0);
	if (table->entity == GROEI_ABSENCE && targets->of[GROEI_ABSENCE] == 0) {
		((struct absence *)record)->starts = TODAY - 100;
		((struct absence *)record)->ends = TODAY - 90;
	}
	if (table->entity == GROEI_CONVERSATION)
		((struct conversation *)record)->lead = 0;
	if (table->entity == GROEI_ANSWER)
		((struct answer *)record)->text = "woorden";
	if (table->entity == GROEI_PROGRESS)
		((struct progress *)record)->note = "woorden";
}

/* What a noun's rules want beside a field before any value of it is legal: another field's value, and for
 * some that who asks is whom the record is about. A new rule of that kind is a row here. */
static const struct {
	enum groei_entity entity;
	const char *field, *beside;
	int32_t value;
	enum { BY_OWNER, BY_PERSON } by;
} wants[] = {
    {GROEI_MOMENT, "team", "kind", MOMENT_LESSON, BY_PERSON},
    {GROEI_MOMENT, "outcome", "kind", MOMENT_EXPERIMENT, BY_OWNER},
    {GROEI_MOMENT, "reply", "kind", MOMENT_WISH, BY_OWNER},
};

/* Makes room for samples of the field in a record that has the least; who is to ask for them. */
static int64_t make_legal(const struct groei *groei, const struct groei_table *table,
                          const struct groei_field *field, const struct targets *targets,
                          void *record)
{
	for (size_t i = 0; i < COUNT(wants); i++) {
		if (wants[i].entity != table->entity || strcmp(wants[i].field, field->name) != 0)
			continue;
		value_set_int(groei_field(table, wants[i].beside), record, wants[i].value);
		if (wants[i].by == BY_PERSON)
			return targets->of[GROEI_PERSON];
	}
	return groei->who;
}

/* Whether all that such a record must refer to is there. */
static bool can_make(const struct groei_table *table, const struct targets *targets)
{
	for (size_t i = 0; i < table->field_count; i++) {
		const struct groei_field *field = &table->fields[i];

		if (field->kind == GROEI_REF && (field->flags & FIELD_REQUIRED) &&
		    targets->of[field->target] == 0)
			return false;
	}
	return true;
}

static struct targets make_targets(struct groei *groei)
{
	struct targets targets = {{0}};
	struct team team;
	int missing = GROEI_ENTITIES - 3;

	groei_record_clear(groei_table(GROEI_TEAM), &team);
	team.handle = "data";
	team.name = "Data";
	assert_done(groei, groei_add(groei, GROEI_TEAM, &team));
	targets.of[GROEI_TEAM] = team.id;
	targets.of[GROEI_PERSON] = add_person(groei, "amir", "Amir Haddad");
	targets.of[GROEI_GOAL] = add_goal(groei, targets.of[GROEI_PERSON], "SQL");
	for (int rounds = 0; missing > 0 && rounds < GROEI_ENTITIES; rounds++) {
		for (int i = 0; i < GROEI_ENTITIES; i++) {
			const struct groei_table *table = groei_table((enum groei_entity)i);
			long long room[64];

			if (targets.of[i] != 0 || !can_make(table, &targets))
				continue;
			least(table, &targets, room);
			assert_done(groei, groei_add(groei, table->entity, room));
			memcpy(&targets.of[i], room, sizeof targets.of[i]);
			missing--;
		}
	}
	assert_int_equal(missing, 0);
	return targets;
}

static int may_change(const struct groei_table *table, const struct groei_field *field)
{
	if (field->flags & FIELD_FIXED)
		return 0;
	/* groei itself counts the looks at a goal. */
	if (table->entity == GROEI_PROGRESS && strcmp(field->name, "number") == 0)
		return 0;
	/* The lead of a person and of a talk may not be the employee, who is the only target here. */
	return !(table->entity == GROEI_CONVERSATION && strcmp(field->name, "lead") == 0);
}

static void check_field(struct groei *groei, struct groei_arena *arena,
                        const struct groei_table *table, const struct groei_field *field,
                        const struct targets *targets)
{
	long long room[3][64];
	void *record = room[0], *before = room[1], *now = room[2];
	struct change change;
	void *records;
	size_t count = 0;
	int64_t id, owner = groei->who;

	least(table, targets, record);
	groei->who = make_legal(groei, table, field, targets, record);
	if (may_change(table, field))
		set_sample(field, targets, 0, record);
	memcpy(before, record, table->size);
	assert_done(groei, groei_add(groei, table->entity, record));
	memcpy(&id, record, sizeof id);
	assert_done(groei, groei_get(groei, arena, table->entity, id, now));
	if (!value_same(field, record, now))
		fail_msg("%s.%s is not read as it was added", table->name, field->name);
	if (may_change(table, field) && !value_same(field, before, now))
		fail_msg("%s.%s is not stored as given", table->name, field->name);

	if (may_change(table, field)) {
		memcpy(before, now, table->size);
		set_sample(field, targets, 1, now);
		assert_done(groei, groei_edit(groei, table->entity, before, now));
		assert_done(groei, groei_get(groei, arena, table->entity, id, record));
		if (!value_same(field, record, now))
			fail_msg("%s.%s is not read as it was edited", table->name, field->name);
		if (field->kind != GROEI_REF && value_same(field, record, before))
			fail_msg("%s.%s did not change", table->name, field->name);
		if (!value_same(field, record, before)) {
			assert_done(groei, groei_undo(groei, arena, &change));
			assert_done(groei, groei_get(groei, arena, table->entity, id, now));
			for (size_t i = 0; i < table->field_count; i++) {
				if (!value_same(&table->fields[i], now, before))
					fail_msg("%s.%s is not as before the edit of %s was undone",
					         table->name, table->fields[i].name, field->name);
			}
		}
	}
	assert_done(groei, groei_list(groei, arena, table->entity,
	                              &(struct groei_query){.limit = 1000}, &records, &count));
	for (size_t i = 0; i < count; i++) {
		const char *listed = (const char *)records + i * table->size;

		if (memcmp(listed, &id, sizeof id) != 0)
			continue;
		if (!value_same(field, listed, now))
			fail_msg("%s.%s is listed otherwise", table->name, field->name);
		count = SIZE_MAX - 1;
		break;
	}
	if (count != SIZE_MAX - 1)
		fail_msg("%s with %s is not listed", table->name, field->name);
	/* The add itself goes too, so that the next field finds the same store. */
	assert_done(groei, groei_undo(groei, arena, &change));
	assert_status(groei, groei_get(groei, arena, table->entity, id, now), GROEI_NOT_FOUND);
	groei->who = owner;
}

static void every_field_is_kept_edited_undone_and_listed(void **state)
{
	struct groei *groei = open_whole(state);
	struct groei_arena *arena = groei_arena_open();
	struct targets targets = make_targets(groei);
	struct rows before = rows_now(groei), after;

	for (int i = 0; i < GROEI_ENTITIES; i++) {
		const struct groei_table *table = groei_table((enum groei_entity)i);

		for (size_t j = 0; j < table->field_count; j++)
			check_field(groei, arena, table, &table->fields[j], &targets);
	}
	after = rows_now(groei);
	for (int i = 0; i < GROEI_ENTITIES; i++)
		assert_int_equal(after.of[i], before.of[i]);
	groei_arena_close(arena);
	groei_close(groei);
}

/* What groei_value_code writes, groei_value_parse reads: scripts depend on it. */
static void every_field_reads_its_own_code(void **state)
{
	struct groei *groei = open_whole(state);
	struct groei_arena *arena = groei_arena_open();
	struct targets targets = make_targets(groei);

	for (int i = 0; i < GROEI_ENTITIES; i++) {
		const struct groei_table *table = groei_table((enum groei_entity)i);

		for (size_t j = 0; j < table->field_count; j++) {
			const struct groei_field *field = &table->fields[j];
			long long room[2][64];
			const char *code;

			groei_record_clear(table, room[0]);
			assert_null(field->kind == GROEI_CHOICE
			                ? NULL
			                : groei_value_code(groei, arena, field, room[0]));
			for (int second = 0; second < 2; second++) {
				set_sample(field, &targets, second, room[0]);
				code = groei_value_code(groei, arena, field, room[0]);
				groei_record_clear(table, room[1]);
				assert_done(groei,
				            groei_value_parse(groei, arena, field, code, room[1]));
				if (!value_same(field, room[0], room[1]))
					fail_msg("%s.%s does not read “%s”", table->name, field->name,
					         code);
				assert_string_not_equal(
				    groei_value_text(groei, arena, field, room[0]), "");
			}
			if (field->kind == GROEI_CHOICE)
				continue;
			assert_done(groei, groei_value_parse(groei, arena, field, "", room[1]));
			assert_true(value_absent(field, room[1]));
			assert_string_equal(groei_value_text(groei, arena, field, room[1]), "");
		}
	}
	groei_arena_close(arena);
	groei_close(groei);
}

/* --- what people type ---------------------------------------------------------------------- */

static const struct groei_field *field_of(enum groei_entity entity, const char *name)
{
	return groei_field(groei_table(entity), name);
}

static void choices_are_read_by_code_label_and_start(void **state)
{
	static const struct {
		const char *text;
		int32_t stage;
	} right[] = {{"learning", GOAL_LEARNING}, {"LEARN", GOAL_LEARNING}, {" prac ", GOAL_PRACTISING},
	             {"pl", GOAL_PLANNED},        {"n", GOAL_NEED},         {"Stalled", GOAL_STALLED}};
	static const char *const wrong[] = {"p", "learnings", "x", "0"};
	const struct groei_field *stage = field_of(GROEI_GOAL, "stage");
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	struct goal goal;

	for (size_t i = 0; i < COUNT(right); i++) {
		goal.stage = GOAL_DROPPED;
		assert_done(groei, groei_value_parse(groei, arena, stage, right[i].text, &goal));
		assert_int_equal(goal.stage, right[i].stage);
	}
	for (size_t i = 0; i < COUNT(wrong); i++) {
		goal.stage = GOAL_DROPPED;
		assert_status(groei, groei_value_parse(groei, arena, stage, wrong[i], &goal),
		              GROEI_INVALID);
		assert_reason(groei, "stage", "practising");
		assert_int_equal(goal.stage, GOAL_DROPPED);
	}
	groei_arena_close(arena);
	groei_close(groei);
}

static void dates_are_read_in_both_languages_and_checked(void **state)
{
	static const struct {
		const char *text;
		int32_t day;
	} right[] = {{"2026-12-01", TODAY},   {"today", TODAY},      {" morgen ", TODAY + 1},
	             {"fri", TODAY + 3},      {"vrijdag", TODAY + 3}, {"in 2w", TODAY + 14},
	             {"2028-02-29", 21243}};
	static const char *const wrong[] = {"2026-02-30", "2027-02-29", "3/4", "soon", "2026-13-01",
	                                    "1899-12-31", "2201-01-01", "0000-00-00"};
	const struct groei_field *due = field_of(GROEI_ACTION, "due");
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	struct action action = {.due = 7};

	for (size_t i = 0; i < COUNT(right); i++) {
		assert_done(groei, groei_value_parse(groei, arena, due, right[i].text, &action));
		assert_int_equal(action.due, right[i].day);
	}
	action.due = 7;
	for (size_t i = 0; i < COUNT(wrong); i++) {
		assert_status(groei, groei_value_parse(groei, arena, due, wrong[i], &action),
		              GROEI_INVALID);
		assert_reason(groei, "due", wrong[i]);
		assert_int_equal(action.due, 7);
	}
	groei_arena_close(arena);
	groei_close(groei);
}

static void numbers_rhythms_and_people_are_checked(void **state)
{
	static const struct {
		enum groei_entity entity;
		const char *field, *text, *part;
		enum groei_status status;
	} wrong[] = {
	    {GROEI_CONVERSATION, "energy", "11", "1 to 10", GROEI_INVALID},
	    {GROEI_CONVERSATION, "energy", "0", "1 to 10", GROEI_INVALID},
	    {GROEI_CONVERSATION, "energy", "7.5", "whole number", GROEI_INVALID},
	    {GROEI_CONVERSATION, "energy", "99999999999999999999", "1 to 10", GROEI_INVALID},
	    {GROEI_GOAL, "level_now", "ten", "0 to 10", GROEI_INVALID},
	    {GROEI_PERSON, "cadence", "often", "2w", GROEI_INVALID},
	    {GROEI_PERSON, "name", "ab\xff", "UTF-8 at byte 3", GROEI_INVALID},
	    {GROEI_ACTION, "owner", "amri", "amir", GROEI_NOT_FOUND},
	    {GROEI_PERSON, "team", "date", "data", GROEI_NOT_FOUND},
	};
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	struct targets targets = make_targets(groei);
	struct person person;
	struct action action;

	for (size_t i = 0; i < COUNT(wrong); i++) {
		long long room[64];

		groei_record_clear(groei_table(wrong[i].entity), room);
		assert_status(groei,
		              groei_value_parse(groei, arena, field_of(wrong[i].entity, wrong[i].field),
		                                wrong[i].text, room),
		              wrong[i].status);
		assert_reason(groei, wrong[i].field, wrong[i].part);
		assert_true(value_absent(field_of(wrong[i].entity, wrong[i].field), room));
	}
	assert_done(groei, groei_value_parse(groei, arena, field_of(GROEI_PERSON, "cadence"),
	                                     "every 2 weeks", &person));
	assert_string_equal(person.cadence, "2w");
	assert_done(groei, groei_value_parse(groei, arena, field_of(GROEI_PERSON, "handle"), "Amir",
	                                     &person));
	assert_string_equal(person.handle, "amir");
	assert_done(groei, groei_value_parse(groei, arena, field_of(GROEI_ACTION, "owner"), "@Amir",
	                                     &action));
	assert_true(action.owner == targets.of[GROEI_PERSON]);
	groei_arena_close(arena);
	groei_close(groei);
}

static void values_are_shown_for_people(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	struct targets targets = make_targets(groei);
	struct action action = {.due = TODAY, .owner = targets.of[GROEI_PERSON], .state = ACTION_DONE,
	                        .goal = targets.of[GROEI_GOAL], .conversation = 5};
	char code[GROEI_CODE_SIZE];

	assert_string_equal(groei_value_text(groei, arena, field_of(GROEI_ACTION, "due"), &action),
	                    "Tue 1 Dec");
	assert_string_equal(groei_value_text(groei, arena, field_of(GROEI_ACTION, "owner"), &action),
	                    "Amir Haddad");
	assert_string_equal(groei_value_code(groei, arena, field_of(GROEI_ACTION, "owner"), &action),
	                    "amir");
	assert_string_equal(groei_value_text(groei, arena, field_of(GROEI_ACTION, "state"), &action),
	                    "done");
	assert_string_equal(groei_value_text(groei, arena, field_of(GROEI_ACTION, "goal"), &action),
	                    "SQL");
	assert_string_equal(groei_value_code(groei, arena, field_of(GROEI_ACTION, "goal"), &action),
	                    groei_code(targets.of[GROEI_GOAL], code));
	/* What is gone shows its code. */
	assert_string_equal(
	    groei_value_text(groei, arena, field_of(GROEI_ACTION, "conversation"), &action),
	    groei_code(5, code));
	assert_string_equal(groei_person_name(groei, arena, 5), "");
	groei_arena_close(arena);
	groei_close(groei);
}

int main(void)
{
	cmocka_set_message_output(CM_OUTPUT_TAP);
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_field_is_kept_edited_undone_and_listed),
	    cmocka_unit_test(every_field_reads_its_own_code),
	    cmocka_unit_test(choices_are_read_by_code_label_and_start),
	    cmocka_unit_test(dates_are_read_in_both_languages_and_checked),
	    cmocka_unit_test(numbers_rhythms_and_people_are_checked),
	    cmocka_unit_test(values_are_shown_for_people),
	};
	return support_run(ON_BOTH, tests, COUNT(tests));
}
