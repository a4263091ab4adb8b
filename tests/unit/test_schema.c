/* Guards of the field table: rules that every row keeps, so that a new row needs no test of its own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/schema.h"
#include "core/template_private.h"
#include "store/store.h"

#define EACH_TABLE(table)                                                                          \
	for (const struct groei_table *table = groei_table((enum groei_entity)0);                   \
	     table != NULL;                                                                         \
	     table = table->entity + 1 < GROEI_ENTITIES                                             \
	                 ? groei_table((enum groei_entity)(table->entity + 1))                      \
	                 : NULL)

#define wrong(table, field, why) fail_msg("%s.%s: %s", (table)->name, (field)->name, why)

/* Words that are one lower-case name: they become columns, options and JSON keys. */
static int plain(const char *name)
{
	return name[0] >= 'a' && name[0] <= 'z' &&
	       strspn(name, "abcdefghijklmnopqrstuvwxyz_") == strlen(name);
}

static int sentence(const char *text)
{
	return text != NULL && *text != '\0' && strchr(text, '\n') == NULL;
}

static void tables_stand_at_their_entity(void **state)
{
	(void)state;
	assert_int_equal(schema.count, GROEI_ENTITIES);
	assert_int_equal(schema.version, GROEI_SCHEMA_VERSION);
	for (int i = 0; i < GROEI_ENTITIES; i++) {
		const struct groei_table *table = groei_table((enum groei_entity)i);

		assert_int_equal(table->entity, i);
		assert_ptr_equal(schema.tables[i], table);
		assert_ptr_equal(groei_table_named(table->name), table);
		assert_true(plain(table->name));
		assert_true(sentence(table->label) && sentence(table->plural));
		assert_in_range(table->since, 1, GROEI_SCHEMA_VERSION);
		assert_true(table->field_count > 0);
	}
	assert_null(groei_table_named("change"));
}

static void names_are_unique_and_plain(void **state)
{
	(void)state;
	EACH_TABLE(table) {
		for (size_t i = 0; i < table->field_count; i++) {
			const struct groei_field *field = &table->fields[i];
			char column[64];

			assert_ptr_equal(groei_field(table, field->name), field);
			if (!plain(field->name))
				wrong(table, field, "its name is not lower case");
			value_column(field, column);
			for (size_t j = 0; j < table->field_count; j++) {
				char other[64];

				value_column(&table->fields[j], other);
				if (i != j && strcmp(column, other) == 0)
					wrong(table, field, "another field has its column");
			}
			if (strcmp(column, "id") == 0 || strcmp(column, "revision") == 0 ||
			    strcmp(column, "folded") == 0)
				wrong(table, field, "its column belongs to every table");
		}
	}
}

static void storage_fits_the_kind_and_the_struct(void **state)
{
	static const int storage[GROEI_KINDS] = {
	    [GROEI_TEXT] = GROEI_STORED_TEXT,     [GROEI_LONG] = GROEI_STORED_TEXT,
	    [GROEI_HANDLE] = GROEI_STORED_TEXT,   [GROEI_CADENCE] = GROEI_STORED_TEXT,
	    [GROEI_DAY] = GROEI_STORED_INT32,     [GROEI_NUMBER] = GROEI_STORED_INT32,
	    [GROEI_CHOICE] = GROEI_STORED_INT32,  [GROEI_REF] = GROEI_STORED_INT64,
	};
	static const size_t size[] = {[GROEI_STORED_TEXT] = sizeof(char *),
	                              [GROEI_STORED_INT32] = sizeof(int32_t),
	                              [GROEI_STORED_INT64] = sizeof(int64_t)};

	(void)state;
	EACH_TABLE(table) {
		for (size_t i = 0; i < table->field_count; i++) {
			const struct groei_field *field = &table->fields[i];
			size_t end = field->offset + size[field->storage];

			assert_in_range(field->kind, 0, GROEI_KINDS - 1);
			if (field->storage != storage[field->kind])
				wrong(table, field, "the member's type does not fit the kind");
			if (field->offset < sizeof(struct groei_record) - 4 || end > table->size)
				wrong(table, field, "it lies outside the struct");
			for (size_t j = 0; j < i; j++) {
				const struct groei_field *other = &table->fields[j];

				if (field->offset < other->offset + size[other->storage] &&
				    other->offset < end)
					wrong(table, field, "it shares its member with another");
			}
			if (field->since < table->since || field->since > GROEI_SCHEMA_VERSION)
				wrong(table, field, "no schema version brings it");
		}
	}
}

static void every_field_explains_itself(void **state)
{
	(void)state;
	EACH_TABLE(table) {
		for (size_t i = 0; i < table->field_count; i++) {
			const struct groei_field *field = &table->fields[i];

			if (!sentence(field->label) || !sentence(field->hint))
				wrong(table, field, "label or hint is missing");
			if (strlen(field->label) > 15)
				wrong(table, field, "label is cut in forms and beside lists");
		}
	}
}

static void choices_end_and_differ(void **state)
{
	(void)state;
	EACH_TABLE(table) {
		for (size_t i = 0; i < table->field_count; i++) {
			const struct groei_field *field = &table->fields[i];
			int count = 0, open = 0;

			if ((field->kind == GROEI_CHOICE) != (field->choices != NULL))
				wrong(table, field, "choices go with a choice, and only there");
			for (; field->choices != NULL && field->choices[count].code != NULL; count++) {
				const struct groei_choice *choice = &field->choices[count];

				if (count == 64)
					wrong(table, field, "its choices have no end");
				open += choice->open;
				if (!sentence(choice->label) ||
				    strspn(choice->code, "abcdefghijklmnopqrstuvwxyz0123456789-") !=
				        strlen(choice->code))
					wrong(table, field, "a choice lacks its code or label");
				for (int j = 0; j < count; j++) {
					if (strcmp(choice->code, field->choices[j].code) == 0)
						wrong(table, field, "two choices have one code");
				}
			}
			if (field->choices != NULL && count < 2)
				wrong(table, field, "there is nothing to choose");
			if ((field->flags & FIELD_STATE) ? open == 0 || open == count : open > 0)
				wrong(table, field, "open and closed go with a state");
		}
	}
}

static void numbers_and_references_have_their_bounds(void **state)
{
	(void)state;
	EACH_TABLE(table) {
		for (size_t i = 0; i < table->field_count; i++) {
			const struct groei_field *field = &table->fields[i];

			if (field->kind == GROEI_NUMBER && field->low >= field->high)
				wrong(table, field, "no number fits");
			if (field->kind == GROEI_REF && (int)field->target >= GROEI_ENTITIES)
				wrong(table, field, "it refers to nothing");
			if (field->kind == GROEI_REF &&
			    groei_table(field->target)->since > field->since)
				wrong(table, field, "it is older than what it refers to");
			if ((field->flags & FIELD_AWAITED) && field->kind != GROEI_DAY)
				wrong(table, field, "people wait for days only");
			if ((field->flags & FIELD_MAYBE) &&
			    (field->kind != GROEI_CHOICE || (field->flags & FIELD_STATE)))
				wrong(table, field, "only a plain choice may be absent");
			if ((field->flags & FIELD_NOW) && field->kind != GROEI_DAY)
				wrong(table, field, "only a day can be today's");
			if ((field->flags & FIELD_ASKER) && field->target != GROEI_PERSON)
				wrong(table, field, "only a person can ask");
			if ((field->flags & FIELD_FILTER) && field->storage != GROEI_STORED_TEXT)
				wrong(table, field, "filters look in text only");
		}
	}
}

static void titles_orders_and_states_are_fields(void **state)
{
	(void)state;
	EACH_TABLE(table) {
		int states = 0, filters = 0, handles = 0;

		assert_non_null(groei_field(table, table->title));
		for (size_t i = 0; i < table->field_count; i++) {
			states += (table->fields[i].flags & FIELD_STATE) != 0;
			filters += (table->fields[i].flags & FIELD_FILTER) != 0;
			handles += table->fields[i].kind == GROEI_HANDLE;
		}
		assert_true(states <= 1 && handles <= 1);
		if (table->order != NULL) {
			const struct groei_field *order = groei_field(table, table->order);

			assert_non_null(order);
			assert_int_equal(order->storage, GROEI_STORED_INT32);
			assert_int_not_equal(order->kind, GROEI_CHOICE);
		} else { /* by the filter key, so by its first field */
			assert_true(filters > 0);
			for (size_t i = 0; i < table->field_count; i++) {
				if (table->fields[i].flags & FIELD_FILTER) {
					assert_string_equal(table->fields[i].name, table->title);
					break;
				}
			}
		}
		/* Codes and the tests find handles under this name. */
		assert_int_equal(handles, groei_field(table, "handle") != NULL);
	}
}

static void a_person_field_refers_to_a_person(void **state)
{
	(void)state;
	EACH_TABLE(table) {
		const struct groei_field *person = groei_field(table, "person");

		if (person == NULL)
			continue;
		assert_int_equal(person->kind, GROEI_REF);
		assert_int_equal(person->target, GROEI_PERSON);
		assert_true(person->flags & FIELD_REQUIRED);
		assert_true(person->flags & FIELD_FIXED);
	}
}

static void templates_know_the_formats_of_conversations(void **state)
{
	const struct groei_field *format =
	    groei_field(groei_table(GROEI_CONVERSATION), "format");
	size_t formats = 0, choices = 0;

	(void)state;
	while (template_formats[formats] != NULL)
		formats++;
	for (; format->choices[choices].code != NULL; choices++) {
		size_t at = 0;

		while (at < formats &&
		       strcmp(template_formats[at], format->choices[choices].code) != 0)
			at++;
		if (at == formats)
			fail_msg("templates do not know the format %s", format->choices[choices].code);
	}
	assert_int_equal(formats, choices);
}

/* The enums of schema.h name the rows of the choices by their place. */
static void enums_and_choices_agree(void **state)
{
	static const struct {
		enum groei_entity entity;
		const char *field;
		int32_t value;
		const char *code;
	} rows[] = {
	    {GROEI_PERSON, "language", PERSON_NL, "nl"},
	    {GROEI_PERSON, "language", PERSON_EN, "en"},
	    {GROEI_CONVERSATION, "state", CONVERSATION_PLANNED, "planned"},
	    {GROEI_CONVERSATION, "state", CONVERSATION_PREPARED, "prepared"},
	    {GROEI_CONVERSATION, "state", CONVERSATION_HELD, "held"},
	    {GROEI_CONVERSATION, "state", CONVERSATION_ACKNOWLEDGED, "acknowledged"},
	    {GROEI_CONVERSATION, "state", CONVERSATION_MISSED, "missed"},
	    {GROEI_CONVERSATION, "state", CONVERSATION_CANCELLED, "cancelled"},
	    {GROEI_CONVERSATION, "format", FORMAT_START, "start"},
	    {GROEI_CONVERSATION, "format", FORMAT_CHECK_IN, "check-in"},
	    {GROEI_CONVERSATION, "format", FORMAT_GROWTH, "growth"},
	    {GROEI_CONVERSATION, "format", FORMAT_PROGRESS, "progress"},
	    {GROEI_CONVERSATION, "format", FORMAT_REVIEW, "review"},
	    {GROEI_CONVERSATION, "format", FORMAT_DEBRIEF, "debrief"},
	    {GROEI_CONVERSATION, "format", FORMAT_STAY, "stay"},
	    {GROEI_CONVERSATION, "format", FORMAT_MOMENT, "moment"},
	    {GROEI_ANSWER, "side", SIDE_EMPLOYEE, "employee"},
	    {GROEI_ANSWER, "side", SIDE_LEAD, "lead"},
	    {GROEI_GOAL, "stage", GOAL_NEED, "need"},
	    {GROEI_GOAL, "stage", GOAL_PLANNED, "planned"},
	    {GROEI_GOAL, "stage", GOAL_LEARNING, "learning"},
	    {GROEI_GOAL, "stage", GOAL_PRACTISING, "practising"},
	    {GROEI_GOAL, "stage", GOAL_APPLYING, "applying"},
	    {GROEI_GOAL, "stage", GOAL_CONFIDENT, "confident"},
	    {GROEI_GOAL, "stage", GOAL_STALLED, "stalled"},
	    {GROEI_GOAL, "stage", GOAL_DROPPED, "dropped"},
	    {GROEI_ACTION, "state", ACTION_OPEN, "open"},
	    {GROEI_ACTION, "state", ACTION_DONE, "done"},
	    {GROEI_ACTION, "state", ACTION_DROPPED, "dropped"},
	    {GROEI_ANSWER, "side", SIDE_PEER, "peer"},
	    {GROEI_GOAL, "stage", GOAL_LESSON, "lesson"},
	    {GROEI_PERSON, "hr", CHOICE_NO, "no"},
	    {GROEI_PERSON, "hr", CHOICE_YES, "yes"},
	    {GROEI_CONVERSATION, "formal", CHOICE_NO, "no"},
	    {GROEI_CONVERSATION, "formal", CHOICE_YES, "yes"},
	    {GROEI_CONVERSATION, "hat", HAT_MANAGER, "manager"},
	    {GROEI_CONVERSATION, "hat", HAT_COACH, "coach"},
	    {GROEI_CONVERSATION, "hat", HAT_MENTOR, "mentor"},
	    {GROEI_ANSWER, "published", CHOICE_YES_FIRST, "yes"},
	    {GROEI_ANSWER, "published", CHOICE_NO_SECOND, "no"},
	    {GROEI_GOAL, "kind", GOAL_DEVELOPMENT, "development"},
	    {GROEI_GOAL, "kind", GOAL_PASSION, "passion"},
	    {GROEI_GOAL, "kind", GOAL_IMPROVEMENT, "improvement"},
	    {GROEI_GOAL, "kind", GOAL_EXPERIMENT, "experiment"},
	    {GROEI_GOAL, "origin", ORIGIN_SELF, "self"},
	    {GROEI_GOAL, "origin", ORIGIN_TOGETHER, "together"},
	    {GROEI_GOAL, "origin", ORIGIN_LEAD, "lead"},
	    {GROEI_GOAL, "origin", ORIGIN_ORGANISATION, "organisation"},
	    {GROEI_GOAL, "origin", ORIGIN_LEGAL, "legal"},
	    {GROEI_GOAL, "purpose", PURPOSE_ENERGY, "energy"},
	    {GROEI_GOAL, "purpose", PURPOSE_JOY, "joy"},
	    {GROEI_GOAL, "purpose", PURPOSE_FUTURE, "future"},
	    {GROEI_GOAL, "direction", DIRECTION_DEEPER, "deeper"},
	    {GROEI_GOAL, "direction", DIRECTION_SIDEWAYS, "sideways"},
	    {GROEI_GOAL, "direction", DIRECTION_UPWARD, "upward"},
	    {GROEI_GOAL, "direction", DIRECTION_OTHER_ROLE, "other-role"},
	    {GROEI_GOAL, "direction", DIRECTION_OUTSIDE, "outside"},
	    {GROEI_GOAL, "way", LEARNING_TRAINING, "training"},
	    {GROEI_GOAL, "way", LEARNING_COURSE, "course"},
	    {GROEI_GOAL, "way", LEARNING_COACHING, "coaching"},
	    {GROEI_GOAL, "way", LEARNING_SHADOWING, "shadowing"},
	    {GROEI_GOAL, "way", LEARNING_INTERVISION, "intervision"},
	    {GROEI_GOAL, "way", LEARNING_JOB_CRAFTING, "job-crafting"},
	    {GROEI_GOAL, "way", LEARNING_SELF_STUDY, "self-study"},
	    {GROEI_GOAL, "way", LEARNING_ASSIGNMENT, "assignment"},
	    {GROEI_GOAL, "way", LEARNING_EVC, "evc"},
	    {GROEI_GOAL, "way", LEARNING_MENTORING, "mentoring"},
	    {GROEI_ACTION, "kind", ACTION_DO, "do"},
	    {GROEI_ACTION, "kind", ACTION_TIME, "time"},
	    {GROEI_ACTION, "kind", ACTION_ARRANGE, "arrange"},
	    {GROEI_ACTION, "kind", ACTION_INTRODUCE, "introduce"},
	    {GROEI_ACTION, "kind", ACTION_SHARE, "share"},
	    {GROEI_ACTION, "kind", ACTION_PRACTISE, "practise"},
	    {GROEI_ACTION, "kind", ACTION_ASK, "ask"},
	    {GROEI_ACTION, "kind", ACTION_BUDGET, "budget"},
	    {GROEI_ACTION, "kind", ACTION_BUDDY, "buddy"},
	    {GROEI_ACTION, "kind", ACTION_TASK, "task"},
	    {GROEI_SKILL, "kind", SKILL_SKILL, "skill"},
	    {GROEI_SKILL, "kind", SKILL_STRENGTH, "strength"},
	    {GROEI_SKILL, "kind", SKILL_PITFALL, "pitfall"},
	    {GROEI_SKILL, "helps", CHOICE_NO, "no"},
	    {GROEI_SKILL, "helps", CHOICE_YES, "yes"},
	    {GROEI_DIRECTION, "kind", DIRECTION_DEEPER, "deeper"},
	    {GROEI_DIRECTION, "kind", DIRECTION_SIDEWAYS, "sideways"},
	    {GROEI_DIRECTION, "kind", DIRECTION_UPWARD, "upward"},
	    {GROEI_DIRECTION, "kind", DIRECTION_OTHER_ROLE, "other-role"},
	    {GROEI_DIRECTION, "kind", DIRECTION_OUTSIDE, "outside"},
	    {GROEI_DIRECTION, "secret", CHOICE_NO, "no"},
	    {GROEI_DIRECTION, "secret", CHOICE_YES, "yes"},
	    {GROEI_OBJECTIVE, "state", OBJECTIVE_OPEN, "open"},
	    {GROEI_OBJECTIVE, "state", OBJECTIVE_REACHED, "reached"},
	    {GROEI_OBJECTIVE, "state", OBJECTIVE_DROPPED, "dropped"},
	    {GROEI_REFLECTION, "side", SIDE_EMPLOYEE, "employee"},
	    {GROEI_REFLECTION, "side", SIDE_LEAD, "lead"},
	    {GROEI_REFLECTION, "side", SIDE_PEER, "peer"},
	    {GROEI_REFLECTION, "state", REFLECTION_DRAFT, "draft"},
	    {GROEI_REFLECTION, "state", REFLECTION_WAITING, "waiting"},
	    {GROEI_REFLECTION, "state", REFLECTION_PUBLISHED, "published"},
	    {GROEI_REFLECTION, "state", REFLECTION_SKIPPED, "skipped"},
	    {GROEI_REFLECTION, "shared", CHOICE_NO, "no"},
	    {GROEI_REFLECTION, "shared", CHOICE_YES, "yes"},
	    {GROEI_POINT, "state", POINT_OPEN, "open"},
	    {GROEI_POINT, "state", POINT_DISCUSSED, "discussed"},
	    {GROEI_POINT, "state", POINT_DROPPED, "dropped"},
	    {GROEI_MOMENT, "kind", MOMENT_OBSERVATION, "observation"},
	    {GROEI_MOMENT, "kind", MOMENT_PRAISE, "praise"},
	    {GROEI_MOMENT, "kind", MOMENT_FEEDBACK, "feedback"},
	    {GROEI_MOMENT, "kind", MOMENT_LESSON, "lesson"},
	    {GROEI_MOMENT, "kind", MOMENT_EXPERIMENT, "experiment"},
	    {GROEI_MOMENT, "kind", MOMENT_WISH, "wish"},
	    {GROEI_MOMENT, "source", SOURCE_TALK, "one-on-one"},
	    {GROEI_MOMENT, "source", SOURCE_TEAM, "team-meeting"},
	    {GROEI_MOMENT, "source", SOURCE_COLLEAGUE, "colleague"},
	    {GROEI_MOMENT, "source", SOURCE_ELSEWHERE, "elsewhere"},
	    {GROEI_MOMENT, "shared", CHOICE_YES_FIRST, "yes"},
	    {GROEI_MOMENT, "shared", CHOICE_NO_SECOND, "no"},
	    {GROEI_MOMENT, "team", CHOICE_NO, "no"},
	    {GROEI_MOMENT, "team", CHOICE_YES, "yes"},
	    {GROEI_MOMENT, "outcome", OUTCOME_RUNNING, "running"},
	    {GROEI_MOMENT, "outcome", OUTCOME_SUCCEEDED, "succeeded"},
	    {GROEI_MOMENT, "outcome", OUTCOME_LEARNED, "learned"},
	    {GROEI_MOMENT, "outcome", OUTCOME_STOPPED, "stopped"},
	    {GROEI_HEARD, "state", HEARD_OPEN, "open"},
	    {GROEI_HEARD, "state", HEARD_ACTION, "action"},
	    {GROEI_HEARD, "state", HEARD_POINT, "point"},
	    {GROEI_HEARD, "state", HEARD_KEPT, "kept"},
	    {GROEI_HEARD, "state", HEARD_NOTHING, "nothing"},
	    {GROEI_LEARNING, "kind", LEARNING_TRAINING, "training"},
	    {GROEI_LEARNING, "kind", LEARNING_COURSE, "course"},
	    {GROEI_LEARNING, "kind", LEARNING_COACHING, "coaching"},
	    {GROEI_LEARNING, "kind", LEARNING_SHADOWING, "shadowing"},
	    {GROEI_LEARNING, "kind", LEARNING_INTERVISION, "intervision"},
	    {GROEI_LEARNING, "kind", LEARNING_JOB_CRAFTING, "job-crafting"},
	    {GROEI_LEARNING, "kind", LEARNING_SELF_STUDY, "self-study"},
	    {GROEI_LEARNING, "kind", LEARNING_ASSIGNMENT, "assignment"},
	    {GROEI_LEARNING, "kind", LEARNING_EVC, "evc"},
	    {GROEI_LEARNING, "kind", LEARNING_MENTORING, "mentoring"},
	    {GROEI_LEARNING, "form", FORM_HOME, "home"},
	    {GROEI_LEARNING, "form", FORM_ONLINE, "online"},
	    {GROEI_LEARNING, "form", FORM_CLASSROOM, "classroom"},
	    {GROEI_LEARNING, "form", FORM_MIXED, "mixed"},
	    {GROEI_LEARNING, "form", FORM_ON_THE_JOB, "on-the-job"},
	    {GROEI_LEARNING, "state", LEARNING_PLANNED, "planned"},
	    {GROEI_LEARNING, "state", LEARNING_PROPOSED, "proposed"},
	    {GROEI_LEARNING, "state", LEARNING_RUNNING, "running"},
	    {GROEI_LEARNING, "state", LEARNING_FINISHED, "finished"},
	    {GROEI_LEARNING, "state", LEARNING_STOPPED, "stopped"},
	    {GROEI_LEARNING, "state", LEARNING_DECLINED, "declined"},
	    {GROEI_LEARNING, "mandatory", CHOICE_NO, "no"},
	    {GROEI_LEARNING, "mandatory", CHOICE_YES, "yes"},
	    {GROEI_LEARNING, "exam", EXAM_PASSED, "passed"},
	    {GROEI_LEARNING, "exam", EXAM_FAILED, "failed"},
	    {GROEI_CHECKPOINT, "kind", CHECKPOINT_BEFORE, "before"},
	    {GROEI_CHECKPOINT, "kind", CHECKPOINT_DAY_14, "day-14"},
	    {GROEI_CHECKPOINT, "kind", CHECKPOINT_DAY_30, "day-30"},
	    {GROEI_CHECKPOINT, "kind", CHECKPOINT_DAY_60, "day-60"},
	    {GROEI_CHECKPOINT, "kind", CHECKPOINT_DAY_90, "day-90"},
	    {GROEI_CHECKPOINT, "state", CHECKPOINT_OPEN, "open"},
	    {GROEI_CHECKPOINT, "state", CHECKPOINT_DONE, "done"},
	    {GROEI_CHECKPOINT, "state", CHECKPOINT_SKIPPED, "skipped"},
	    {GROEI_PROGRESS, "side", SIDE_EMPLOYEE, "employee"},
	    {GROEI_PROGRESS, "side", SIDE_LEAD, "lead"},
	    {GROEI_PROGRESS, "side", SIDE_PEER, "peer"},
	    {GROEI_PROGRESS, "course", COURSE_ON_TRACK, "on-track"},
	    {GROEI_PROGRESS, "course", COURSE_ATTENTION, "attention"},
	    {GROEI_PROGRESS, "course", COURSE_STUCK, "stuck"},
	};
	size_t count = 0;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct groei_field *field =
		    groei_field(groei_table(rows[i].entity), rows[i].field);

		assert_string_equal(field->choices[rows[i].value].code, rows[i].code);
	}
	EACH_TABLE(table) {
		for (size_t i = 0; i < table->field_count; i++) {
			for (int j = 0; table->fields[i].choices != NULL &&
			                table->fields[i].choices[j].code != NULL;
			     j++)
				count++;
		}
	}
	assert_int_equal(count, sizeof rows / sizeof *rows);
}

static void a_clear_record_is_absent_throughout(void **state)
{
	(void)state;
	EACH_TABLE(table) {
		struct groei_record head;
		long long room[64];

		assert_true(table->size <= sizeof room);
		memset(room, 0xA5, sizeof room);
		groei_record_clear(table, room);
		memcpy(&head, room, sizeof head);
		assert_true(head.id == 0 && head.revision == 0);
		for (size_t i = 0; i < table->field_count; i++) {
			const struct groei_field *field = &table->fields[i];

			if (field->kind == GROEI_CHOICE && !(field->flags & FIELD_MAYBE))
				assert_int_equal(value_get_int(field, room), 0);
			else if (!value_absent(field, room))
				wrong(table, field, "it is not absent");
		}
	}
}

int main(void)
{
	cmocka_set_message_output(CM_OUTPUT_TAP);
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(tables_stand_at_their_entity),
	    cmocka_unit_test(names_are_unique_and_plain),
	    cmocka_unit_test(storage_fits_the_kind_and_the_struct),
	    cmocka_unit_test(every_field_explains_itself),
	    cmocka_unit_test(choices_end_and_differ),
	    cmocka_unit_test(numbers_and_references_have_their_bounds),
	    cmocka_unit_test(titles_orders_and_states_are_fields),
	    cmocka_unit_test(a_person_field_refers_to_a_person),
	    cmocka_unit_test(templates_know_the_formats_of_conversations),
	    cmocka_unit_test(enums_and_choices_agree),
	    cmocka_unit_test(a_clear_record_is_absent_throughout),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
