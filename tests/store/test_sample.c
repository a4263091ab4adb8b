/* The sample team: it fills a store on both engines, shows every side of the screens, and says the
 * same in both languages. */
#include "store/support.h"

#include <string.h>

#include <groei/data.h>
#include <groei/guard.h>
#include <groei/moments.h>
#include <groei/overview.h>
#include <groei/reflection.h>
#include <groei/sample.h>

#include "core/sample.h"
#include "core/yaml.h"

static const char *const files[] = {"team", "els",   "yasmin", "amir", "noor",
                                    "jef",  "lotte", "bram",   "fien", "me"};
enum { FILES = sizeof files / sizeof *files };

static struct groei *opened(void **state, enum groei_language language, int32_t today)
{
	const struct groei_options options = {.store = support_store_name(state),
	                                      .today = today,
	                                      .language = language,
	                                      .flags = GROEI_OPEN_CREATE};
	struct groei *groei;

	assert_int_equal(groei_open(&options, &groei), GROEI_OK);
	return groei;
}

static int32_t wednesday(void)
{
	int32_t day;

	assert_true(groei_day_make(2026, 11, 18, &day));
	return day;
}

static struct groei *filled(void **state, enum groei_language language, int32_t today)
{
	struct groei *groei = opened(state, language, today);

	assert_int_equal(groei_init(groei, "sanne", "Sanne Bakker"), GROEI_OK);
	if (groei_sample_fill(groei) != GROEI_OK)
		fail_msg("%s", groei_why(groei).text);
	return groei;
}

static int counted(struct groei *groei, enum groei_entity entity)
{
	const struct groei_query all = {.limit = 1000};
	int count;

	assert_int_equal(groei_count(groei, entity, &all, 1000, &count), GROEI_OK);
	return count;
}

static void a_team_with_a_year_of_talks(void **state)
{
	struct groei *groei = filled(state, GROEI_DUTCH, wednesday());
	struct groei_arena *arena = groei_arena_open();
	const struct groei_query all = {.limit = 1000};
	struct conversation *talks;
	struct standing *people;
	void *records;
	size_t count, talking = 0;
	int32_t first = GROEI_DAY_MAX;

	assert_int_equal(counted(groei, GROEI_PERSON), 9);
	assert_int_equal(counted(groei, GROEI_TEAM), 2);
	assert_int_equal(groei_list(groei, arena, GROEI_CONVERSATION, &all, &records, &count),
	                 GROEI_OK);
	talks = records;
	assert_true(count > 30);
	for (size_t i = 0; i < count; i++) {
		if (talks[i].day < first)
			first = talks[i].day;
		if (talks[i].state == CONVERSATION_HELD) {
			assert_true(talks[i].day <= wednesday());
			assert_in_range(talks[i].energy, 1, 10);
		}
	}
	assert_in_range(wednesday() - first, 400, 460);
	assert_int_equal(groei_people(groei, arena, groei_owner(groei), &all, &people, &count),
	                 GROEI_OK);
	assert_int_equal(count, 6);
	for (size_t i = 0; i < count; i++)
		talking += people[i].energy_count >= 4;
	assert_int_equal(talking, 5);
	groei_arena_close(arena);
	groei_close(groei);
}

static void every_stage_and_state_is_there(void **state)
{
	struct groei *groei = filled(state, GROEI_ENGLISH, wednesday());
	struct groei_arena *arena = groei_arena_open();
	const struct groei_query all = {.limit = 1000};
	int stages[GOAL_LESSON + 1] = {0}, states[ACTION_DROPPED + 1] = {0};
	int carried = 0, overdue = 0, mine = 0;
	const struct action *actions;
	void *records;
	size_t count;

	assert_int_equal(groei_list(groei, arena, GROEI_GOAL, &all, &records, &count), GROEI_OK);
	for (size_t i = 0; i < count; i++)
		stages[((struct goal *)records)[i].stage]++;
	for (int stage = 0; stage <= GOAL_DROPPED; stage++)
		assert_true(stages[stage] > 0);
	assert_int_equal(groei_list(groei, arena, GROEI_ACTION, &all, &records, &count), GROEI_OK);
	actions = records;
	for (size_t i = 0; i < count; i++) {
		states[actions[i].state]++;
		carried += actions[i].carried > 0;
		overdue += actions[i].state == ACTION_OPEN && actions[i].due < wednesday();
		mine += actions[i].owner == groei_owner(groei);
		assert_int_not_equal(actions[i].due, GROEI_NO_DAY);
		if (actions[i].state == ACTION_DONE)
			assert_true(actions[i].done >= actions[i].made && actions[i].done <= wednesday());
	}
	for (int which = 0; which <= ACTION_DROPPED; which++)
		assert_true(states[which] > 0);
	assert_true(carried > 0 && overdue > 2 && mine > 10 && (size_t)mine < count - 10);
	groei_arena_close(arena);
	groei_close(groei);
}

/* Whatever day it is: a talk today, one that is late, my own with my lead, actions of both sides. */
static void today_is_never_empty(void **state)
{
	struct groei *groei = filled(state, GROEI_DUTCH, wednesday() + (support_is_sqlite(state) ? 3 : 5));
	struct groei_arena *arena = groei_arena_open();
	int of_kind[TODAY_DRAFT + 1] = {0}, today = 0, late = 0, own = 0, own_action = 0, other = 0;
	struct today read;

	assert_int_equal(groei_today_read(groei, arena, &read), GROEI_OK);
	for (size_t i = 0; i < read.count; i++) {
		const struct today_item *item = &read.items[i];

		of_kind[item->kind]++;
		if (item->kind == TODAY_TALK) {
			today += item->day == groei_today(groei);
			late += item->day < groei_today(groei);
			own += item->talk.person == groei_owner(groei);
		} else if (item->kind == TODAY_ACTION) {
			own_action += item->action.owner == groei_owner(groei);
			other += item->action.owner != groei_owner(groei);
		}
	}
	assert_int_equal(today, 1);
	assert_true(late >= 2);
	assert_int_equal(own, 1);
	assert_true(own_action >= 3 && other >= 2);
	assert_true(of_kind[TODAY_GOAL] >= 3);
	assert_in_range(read.count, 12, 30);
	groei_arena_close(arena);
	groei_close(groei);
}

/* A week around the turn of the year and one around a leap day, each in a store of its own. */
static void it_fits_any_day(void **state)
{
	struct groei_arena *arena = groei_arena_open();
	int32_t starts[2];

	assert_true(groei_day_make(2026, 12, 28, &starts[0]));
	assert_true(groei_day_make(2028, 2, 26, &starts[1]));
	for (int i = 0; i < 14; i++) {
		const struct groei_options options = {
		    .store = groei_arena_print(arena, "%s/%d.db", support_folder(state), i),
		    .today = starts[i / 7] + i % 7,
		    .language = i % 2 ? GROEI_DUTCH : GROEI_ENGLISH,
		    .flags = GROEI_OPEN_CREATE};
		struct groei *groei;
		struct today today;

		assert_int_equal(groei_open(&options, &groei), GROEI_OK);
		assert_int_equal(groei_init(groei, "sanne", "Sanne Bakker"), GROEI_OK);
		if (groei_sample_fill(groei) != GROEI_OK)
			fail_msg("day %d: %s", i, groei_why(groei).text);
		assert_int_equal(groei_today_read(groei, arena, &today), GROEI_OK);
		assert_in_range(today.count, 12, 30);
		assert_in_range(today.due, 5, 20);
		groei_close(groei);
	}
	groei_arena_close(arena);
}

/* The talk of today: half prepared, with what was said before beside the questions. */
static void the_open_talk_has_both_sides_and_a_past(void **state)
{
	struct groei *groei = filled(state, GROEI_ENGLISH, wednesday());
	struct groei_arena *arena = groei_arena_open();
	struct question_template *template;
	struct conversation talk;
	struct asked *asked;
	size_t count, answered = 0, before = 0, lead = 0;
	struct brief brief;
	int64_t amir;

	assert_int_equal(groei_find(groei, GROEI_PERSON, "amir", &amir), GROEI_OK);
	assert_int_equal(groei_conversation_open(groei, arena, amir, &talk), GROEI_OK);
	assert_int_equal(talk.state, CONVERSATION_PREPARED);
	assert_int_equal(talk.day, wednesday());
	assert_int_equal(groei_conversation_asked(groei, arena, &talk, &template, &asked, &count),
	                 GROEI_OK);
	for (size_t i = 0; i < count; i++) {
		assert_non_null(asked[i].question);
		answered += asked[i].answer[SIDE_EMPLOYEE].id != 0;
		before += asked[i].earlier[SIDE_EMPLOYEE].day != GROEI_NO_DAY;
		lead += asked[i].earlier[SIDE_LEAD].day != GROEI_NO_DAY;
		if (asked[i].question->kind == QUESTION_SCALE)
			assert_true(asked[i].earlier[SIDE_EMPLOYEE].trend_count >= 8);
	}
	assert_true(answered >= 4 && answered < count && before >= 6 && lead >= 3);
	assert_int_equal(groei_brief(groei, arena, amir, &brief), GROEI_OK);
	assert_true(brief.mine_count > 0 && brief.theirs_count > 0 && brief.goal_count >= 2);
	groei_arena_close(arena);
	groei_close(groei);
}

static void only_a_store_with_nobody_else(void **state)
{
	struct groei *groei = opened(state, GROEI_DUTCH, wednesday());
	int before;

	assert_int_equal(groei_sample_fill(groei), GROEI_CONFLICT);
	assert_int_equal(counted(groei, GROEI_PERSON), 0);
	assert_int_equal(groei_init(groei, "sanne", "Sanne Bakker"), GROEI_OK);
	assert_int_equal(groei_sample_fill(groei), GROEI_OK);
	assert_int_equal(groei_today(groei), wednesday());
	before = counted(groei, GROEI_CONVERSATION);
	assert_int_equal(groei_sample_fill(groei), GROEI_CONFLICT);
	assert_int_equal(counted(groei, GROEI_CONVERSATION), before);
	groei_close(groei);
}

static void made_with_its_owner_or_not_at_all(void **state)
{
	struct groei *groei = opened(state, GROEI_ENGLISH, wednesday());

	assert_int_equal(groei_sample_make(groei, "amir", "Amir Haddad"), GROEI_INVALID);
	assert_true(groei_owner(groei) == 0 && groei_who(groei) == 0);
	assert_int_equal(counted(groei, GROEI_PERSON), 0);
	assert_int_equal(groei_sample_make(groei, "sanne", "Sanne Bakker"), GROEI_OK);
	assert_true(groei_owner(groei) != 0 && groei_who(groei) == groei_owner(groei));
	assert_int_equal(groei_today(groei), wednesday());
	assert_true(counted(groei, GROEI_CONVERSATION) > 20);
	assert_int_equal(groei_sample_make(groei, "jan", "Jan"), GROEI_CONFLICT);
	assert_true(groei_who(groei) == groei_owner(groei) && groei_owner(groei) != 0);
	groei_close(groei);
}

/* The steps stand in the journal one by one: what was moved last can be taken back alone. */
static void a_goal_tells_its_own_history(void **state)
{
	struct groei *groei = filled(state, GROEI_ENGLISH, wednesday());
	struct groei_arena *arena = groei_arena_open();
	const struct groei_query words = {.words = "understand sql", .limit = 5};
	bool closed = false;
	struct change *changes;
	void *records;
	size_t count;

	assert_int_equal(groei_list(groei, arena, GROEI_GOAL, &words, &records, &count), GROEI_OK);
	assert_int_equal(count, 1);
	assert_int_equal(groei_history(groei, arena, GROEI_GOAL, ((struct goal *)records)->id, NULL,
	                               100, &changes, &count),
	                 GROEI_OK);
	assert_int_equal(count, 6); /* made, moved four times, and a level that Amir gave */
	assert_string_equal(changes[0].command, "goal move");
	for (size_t i = 0; i < changes[0].field_count; i++)
		closed |= changes[0].fields[i].after != NULL &&
		          strcmp(changes[0].fields[i].after, "confident") == 0;
	assert_true(closed);
	assert_string_equal(changes[1].command, "progress add");
	assert_string_equal(changes[5].command, "goal add");
	groei_arena_close(arena);
	groei_close(groei);
}

/* Records of every noun ------------------------------------------------------------------------- */

static void every_noun_has_a_record(void **state)
{
	struct groei *groei = filled(state, GROEI_DUTCH, wednesday());

	for (int entity = 0; entity < GROEI_ENTITIES; entity++) {
		if (counted(groei, (enum groei_entity)entity) == 0)
			fail_msg("the sample has no %s", groei_table((enum groei_entity)entity)->name);
	}
	groei_close(groei);
}

/* The same store through somebody else's eyes. */
static struct groei *seen_by(void **state, const char *handle)
{
	const struct groei_options options = {.store = support_store_name(state),
	                                      .as = handle,
	                                      .today = wednesday(),
	                                      .language = GROEI_ENGLISH};
	struct groei *groei;

	assert_int_equal(groei_open(&options, &groei), GROEI_OK);
	return groei;
}

/* Private notes, a draft and a secret direction are there, for whose they are. */
static void what_is_private_stays_so(void **state)
{
	struct groei *owner = filled(state, GROEI_ENGLISH, wednesday());
	struct groei *noor = seen_by(state, "noor");
	struct groei_arena *arena = groei_arena_open();
	const struct groei_query secret = {.words = "agency", .limit = 5};
	struct reflection *open;
	int count;
	size_t drafts;

	assert_true(counted(owner, GROEI_NOTE) >= 2);
	assert_int_equal(counted(noor, GROEI_NOTE), 0);
	assert_int_equal(groei_count(noor, GROEI_DIRECTION, &secret, 5, &count), GROEI_OK);
	assert_int_equal(count, 1);
	assert_int_equal(groei_count(owner, GROEI_DIRECTION, &secret, 5, &count), GROEI_OK);
	assert_int_equal(count, 0);
	assert_int_equal(groei_reflections_open(noor, arena, &open, &drafts), GROEI_OK);
	assert_int_equal(drafts, 1);
	assert_int_equal(groei_list(owner, arena, GROEI_REFLECTION,
	                            &(const struct groei_query){.limit = 100,
	                                                        .condition = {{"author", open[0].author},
	                                                                      {"person", open[0].person}}},
	                            &(void *){NULL}, &drafts),
	                 GROEI_OK);
	assert_int_equal(drafts, 0);
	groei_arena_close(arena);
	groei_close(noor);
	groei_close(owner);
}

/* What Today is for: each need of learning, a talk put off three times, a point carried over twice. */
static void the_cycle_shows(void **state)
{
	struct groei *groei = filled(state, GROEI_DUTCH, wednesday());
	struct groei_arena *arena = groei_arena_open();
	const struct groei_query open = {.scope = GROEI_OPEN, .limit = 100};
	int needs[NEED_ANSWER + 1] = {0}, postponed = 0, carried = 0, heard = 0, theirs = 0, mine = 0;
	struct point *points;
	struct today today;
	void *records;
	size_t count;

	assert_int_equal(groei_today_read(groei, arena, &today), GROEI_OK);
	for (size_t i = 0; i < today.count; i++) {
		const struct today_item *item = &today.items[i];

		if (item->kind == TODAY_LEARNING)
			needs[item->learning.need]++;
		postponed += item->kind == TODAY_TALK && item->talk.postponed == 3;
		heard += item->kind == TODAY_HEARD;
	}
	for (int need = 0; need <= NEED_ANSWER; need++)
		assert_int_equal(needs[need], 1);
	assert_int_equal(postponed, 1);
	assert_int_equal(heard, 2);
	assert_int_equal(groei_list(groei, arena, GROEI_POINT, &open, &records, &count), GROEI_OK);
	points = records;
	for (size_t i = 0; i < count; i++) {
		carried += points[i].carried == 2;
		theirs += points[i].author == points[i].person;
		mine += points[i].author == groei_owner(groei);
	}
	assert_int_equal(carried, 1);
	assert_true(theirs >= 2 && mine >= 2);
	groei_arena_close(arena);
	groei_close(groei);
}

/* The texts themselves ------------------------------------------------------------------------- */

static const struct yaml_node *read_file(struct groei_arena *arena, const char *name)
{
	struct yaml_errors errors = {.arena = arena};
	const struct yaml_node *root;
	size_t length;
	const char *text = groei_data(groei_arena_print(arena, "sample/%s.yaml", name), &length);

	assert_non_null(text);
	root = yaml_read(arena, text, length, &errors);
	if (root == NULL)
		fail_msg("%s:%d: %s", name, errors.item[0].line, errors.item[0].text);
	return root;
}

/* Nouns whose first value is no text but a day or a template's id. */
static int is_text_noun(const struct groei_table *table)
{
	return table->entity == GROEI_NOTE ||
	       (groei_field(table, table->title)->kind == GROEI_TEXT &&
	        table->entity != GROEI_REFLECTION);
}

/* Below these keys stands text that people read: always in both languages. */
static int is_text_key(const char *key)
{
	static const char *const keys[] = {"title",   "why",      "step",     "support",    "role",
	                                   "notes",   "lead",     "sign",     "success",    "risks",
	                                   "note",    "learned",  "impact",   "conditions", "reason",
	                                   "context", "provider", "situation", "task",      "did",
	                                   "result",  "insight",  "certificate"};

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		if (strcmp(keys[i], key) == 0)
			return 1;
	}
	return 0;
}

/* Every record's first value: what it is called. */
static void check_records(const char *file, const struct yaml_node *root)
{
	const struct yaml_node *list = yaml_find(root, "records");

	for (const struct yaml_node *item = list == NULL ? NULL : list->first; item != NULL;
	     item = item->next) {
		const struct groei_table *table = groei_table_named(item->first->key->text);

		assert_non_null(table);
		if (is_text_noun(table) && yaml_find(item->first, "nl") == NULL)
			fail_msg("%s:%d: “%s” needs nl and en", file, item->line, table->name);
	}
}

static int check_texts(const char *file, const struct yaml_node *node)
{
	const struct yaml_node *dutch = yaml_find(node, "nl"), *english = yaml_find(node, "en");
	int texts = dutch != NULL;

	if ((dutch == NULL) != (english == NULL))
		fail_msg("%s:%d: one language only", file, node->line);
	if (dutch != NULL && (dutch->length == 0 || english->length == 0))
		fail_msg("%s:%d: an empty text", file, node->line);
	for (const struct yaml_node *child = node->kind == YAML_TEXT ? NULL : node->first;
	     child != NULL; child = child->next) {
		if (child->key != NULL && is_text_key(child->key->text) &&
		    strcmp(child->text != NULL ? child->text : "", "els") != 0 &&
		    yaml_find(child, "nl") == NULL && yaml_find(child, "on") == NULL)
			fail_msg("%s:%d: “%s” needs nl and en", file, child->line, child->key->text);
		texts += check_texts(file, child);
	}
	return texts;
}

static void every_text_is_in_both_languages(void **state)
{
	struct groei_arena *arena = groei_arena_open();
	int texts = 0;

	(void)state;
	for (size_t i = 0; i < FILES; i++) {
		const struct yaml_node *root = read_file(arena, files[i]);

		texts += check_texts(files[i], root);
		check_records(files[i], root);
	}
	assert_true(texts > 350);
	groei_arena_close(arena);
}

static void check_guard(struct groei *groei, const char *file, const struct yaml_node *node)
{
	struct groei_arena *arena = groei_arena_open();
	const char *said = node->kind == YAML_TEXT ? groei_guard_sentence(groei, arena, node->text)
	                                           : NULL;

	if (said != NULL)
		fail_msg("%s:%d: %s", file, node->line, said);
	groei_arena_close(arena);
	for (const struct yaml_node *child = node->kind == YAML_TEXT ? NULL : node->first;
	     child != NULL; child = child->next)
		check_guard(groei, file, child);
}

/* What the guard of words points out has no place in an example. */
static void no_text_troubles_the_guard(void **state)
{
	struct groei *groei = opened(state, GROEI_DUTCH, wednesday());
	struct groei_arena *arena = groei_arena_open();

	for (size_t i = 0; i < FILES; i++)
		check_guard(groei, files[i], read_file(arena, files[i]));
	groei_arena_close(arena);
	groei_close(groei);
}

static int verb_is_used(const struct yaml_node *item, const char *verb)
{
	const struct yaml_node *then = yaml_find(item, "then");

	return then != NULL && yaml_find(then, verb) != NULL;
}

/* A verb that no file uses is not needed. */
static void every_verb_is_used(void **state)
{
	struct groei_arena *arena = groei_arena_open();
	const char *verb;
	enum groei_entity entity;

	(void)state;
	for (size_t n = 0; (verb = sample_verb_name(n, &entity)) != NULL; n++) {
		const char *noun = groei_table(entity)->name;
		int used = 0;

		for (size_t i = 0; i < FILES; i++) {
			const struct yaml_node *root = read_file(arena, files[i]);
			const struct yaml_node *list = yaml_find(root, "records");
			const struct yaml_node *person = yaml_find(root, "person");

			used += entity == GROEI_PERSON && person != NULL && verb_is_used(person, verb);
			for (const struct yaml_node *item = list == NULL ? NULL : list->first; item != NULL;
			     item = item->next)
				used += strcmp(item->first->key->text, noun) == 0 &&
				        verb_is_used(item, verb);
		}
		if (used == 0)
			fail_msg("no %s is ever “%s”", noun, verb);
	}
	groei_arena_close(arena);
}

static void both_languages_give_the_same_team(void **state)
{
	struct groei *groei = filled(state, GROEI_DUTCH, wednesday());
	struct groei_arena *arena = groei_arena_open();
	const struct groei_query words = {.words = "uiterlijk", .limit = 100};
	int counts[GROEI_ENTITIES];
	size_t count, dutch_notes;
	void *records;

	for (int entity = 0; entity < GROEI_ENTITIES; entity++)
		counts[entity] = counted(groei, (enum groei_entity)entity);
	assert_int_equal(groei_list(groei, arena, GROEI_CONVERSATION, &words, &records, &dutch_notes),
	                 GROEI_OK);
	assert_true(dutch_notes > 20);
	groei_close(groei);
	if (support_is_sqlite(state)) {
		const struct groei_options options = {
		    .store = groei_arena_print(arena, "%s/english.db", support_folder(state)),
		    .today = wednesday(),
		    .language = GROEI_ENGLISH,
		    .flags = GROEI_OPEN_CREATE};

		assert_int_equal(groei_open(&options, &groei), GROEI_OK);
		assert_int_equal(groei_init(groei, "sanne", "Sanne Bakker"), GROEI_OK);
		assert_int_equal(groei_sample_fill(groei), GROEI_OK);
		for (int entity = 0; entity < GROEI_ENTITIES; entity++)
			assert_int_equal(counts[entity], counted(groei, (enum groei_entity)entity));
		assert_int_equal(
		    groei_list(groei, arena, GROEI_CONVERSATION, &words, &records, &count), GROEI_OK);
		assert_int_equal(count, 0);
		groei_close(groei);
	}
	groei_arena_close(arena);
}

int main(void)
{
	cmocka_set_message_output(CM_OUTPUT_TAP);
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_team_with_a_year_of_talks),
		cmocka_unit_test(every_stage_and_state_is_there),
		cmocka_unit_test(today_is_never_empty),
		cmocka_unit_test(the_open_talk_has_both_sides_and_a_past),
		cmocka_unit_test(only_a_store_with_nobody_else),
		cmocka_unit_test(made_with_its_owner_or_not_at_all),
		cmocka_unit_test(a_goal_tells_its_own_history),
		cmocka_unit_test(every_noun_has_a_record),
		cmocka_unit_test(what_is_private_stays_so),
		cmocka_unit_test(the_cycle_shows),
		cmocka_unit_test(every_text_is_in_both_languages),
		cmocka_unit_test(no_text_troubles_the_guard),
		cmocka_unit_test(every_verb_is_used),
		cmocka_unit_test(both_languages_give_the_same_team),
	};
	const struct CMUnitTest days[] = {cmocka_unit_test(it_fits_any_day)};

	return support_run(ON_BOTH, tests, sizeof tests / sizeof *tests) + support_run(ON_SQLITE, days, 1);
}
