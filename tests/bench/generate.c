/* Fills a new SQLite store with an organisation of N conversations; the same N, seed and day give
 * the same store.
 *
 *     generate STORE N [--today YYYY-MM-DD] [--seed NUMBER] [--journal]
 *
 * N/50 people under leads of nine each, 50 conversations a person four weeks apart, three answers
 * and two actions a conversation, two goals a person, and the smaller nouns of generate_growth.c. Who
 * somebody is and what they did depends on their number alone, not on N: "sanne", who owns the store,
 * has the same week in every size. Ids are spread over their whole range and belong to people in no
 * order, as random ones do, but rows are written by rising id and indexes made at the end, which keeps
 * a million within minutes.
 *
 * The tables are those of store_open and the columns those of the field table. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/generate.h"
#include "core/schema.h"
#include "store/query.h"

void generate_stop(struct generator *g, const char *what)
{
	fprintf(stderr, "generate: %s: %s\n", what,
	        g->store ? db_reason(g->store->db) : "no store");
	exit(1);
}

static void run(struct generator *g, const char *sql)
{
	if (db_run(g->store->db, sql) != DB_OK)
		generate_stop(g, sql);
}

/* Numbers and ids ------------------------------------------------------------------------------ */

uint64_t generate_mix(const struct generator *g, char kind, uint64_t number)
{
	uint64_t x = g->seed * 0x9e3779b97f4a7c15u + number * 0xbf58476d1ce4e5b9u + (uint64_t)kind;

	x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
	x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
	return x ^ (x >> 31);
}

static uint64_t times(uint64_t a, uint64_t b, uint64_t modulus)
{
	__extension__ typedef unsigned __int128 wide;

	return (uint64_t)((wide)a * b % modulus);
}

/* The inverse of a modulo n, 0 when they share a divisor. */
static uint64_t inverse_of(uint64_t a, uint64_t n)
{
	int64_t r = (int64_t)n, next_r = (int64_t)(a % n), t = 0, next_t = 1;

	while (next_r != 0) {
		int64_t quotient = r / next_r, hold = r - quotient * next_r;

		r = next_r;
		next_r = hold;
		hold = t - quotient * next_t;
		t = next_t;
		next_t = hold;
	}
	if (r != 1)
		return n == 1 ? 1 : 0;
	return (uint64_t)(t < 0 ? t + (int64_t)n : t);
}

static struct numbering numbering_of(uint64_t count)
{
	struct numbering numbering = {.count = count, .stride = (uint64_t)INT64_MAX / (count + 1)};

	numbering.factor = (uint64_t)((double)count * 0.618) | 1;
	while ((numbering.inverse = inverse_of(numbering.factor, count)) == 0)
		numbering.factor++;
	return numbering;
}

int64_t generate_row_id(const struct generator *g, enum groei_entity entity, uint64_t row)
{
	uint64_t stride = g->numbering[entity].stride;

	return (int64_t)(row * stride + 1 + generate_mix(g, 'i', row * GROEI_ENTITIES + entity) % stride);
}

int64_t generate_id_of(const struct generator *g, enum groei_entity entity, uint64_t number)
{
	const struct numbering *n = &g->numbering[entity];

	return generate_row_id(g, entity, times(number, n->inverse, n->count));
}

uint64_t generate_number_of(const struct generator *g, enum groei_entity entity, uint64_t row)
{
	const struct numbering *n = &g->numbering[entity];

	return times(row, n->factor, n->count);
}

/* Writing rows --------------------------------------------------------------------------------- */

static struct db_statement *prepared(struct generator *g, const char *sql)
{
	struct db_statement *statement;

	if (db_prepare(g->store->db, sql, &statement) != DB_OK)
		generate_stop(g, sql);
	return statement;
}

struct db_statement *generate_inserting(struct generator *g, const struct groei_table *table)
{
	struct groei_buffer sql = {0};
	struct db_statement *statement;
	char column[64];

	groei_buffer_print(&sql, "INSERT INTO %s (id, revision, folded", table->name);
	for (size_t i = 0; i < table->field_count; i++)
		groei_buffer_print(&sql, ", %s", value_column(&table->fields[i], column));
	groei_buffer_text(&sql, ") VALUES ($1, $2, $3");
	for (size_t i = 0; i < table->field_count; i++)
		groei_buffer_print(&sql, ", $%zu", i + 4);
	groei_buffer_text(&sql, ")");
	statement = prepared(g, groei_arena_text(g->arena, sql.data));
	groei_buffer_free(&sql);
	return statement;
}

void generate_insert(struct generator *g, struct db_statement *statement,
                   const struct groei_table *table, const void *record, const char *folded)
{
	db_bind_int(statement, 1, ((const struct groei_record *)record)->id);
	db_bind_int(statement, 2, 1);
	db_bind_text(statement, 3, folded);
	for (size_t i = 0; i < table->field_count; i++) {
		const struct groei_field *field = &table->fields[i];
		int n = (int)i + 4;

		if (value_absent(field, record))
			db_bind_null(statement, n);
		else if (field->storage == GROEI_STORED_TEXT)
			db_bind_text(statement, n, value_get_text(field, record));
		else if (field->kind == GROEI_CHOICE)
			db_bind_text(statement, n, field->choices[value_get_int(field, record)].code);
		else if (field->storage == GROEI_STORED_INT32)
			db_bind_int(statement, n, value_get_int(field, record));
		else
			db_bind_int(statement, n, value_get_ref(field, record));
	}
	if (db_step(statement) != DB_DONE)
		generate_stop(g, table->name);
}

/* Who is who ----------------------------------------------------------------------------------- */

uint64_t generate_lead_of(uint64_t person)
{
	return person == 0 ? 2 : (person - 1) / REPORTS;
}

static int32_t last_talk(const struct generator *g, uint64_t person)
{
	return g->today - 1 - (int32_t)(generate_mix(g, 'g', person) % 32);
}

static bool has_planned(const struct generator *g, uint64_t person)
{
	return generate_mix(g, 'p', person) % 10 < 7;
}

const struct phrase *generate_pick(const struct generator *g, enum phrase_kind kind, uint64_t hash)
{
	return &g->phrases[kind][hash % phrase_count(kind)];
}

static void write_people(struct generator *g)
{
	const struct groei_table *table = groei_table(GROEI_PERSON);
	struct db_statement *statement = generate_inserting(g, table);

	for (uint64_t row = 0; row < g->people; row++) {
		uint64_t number = generate_number_of(g, GROEI_PERSON, row), hash = generate_mix(g, 'n', number);
		const struct phrase *first = generate_pick(g, PHRASE_FIRST, hash);
		const struct phrase *last = generate_pick(g, PHRASE_LAST, hash >> 16);
		struct groei_arena *arena = groei_arena_open();
		struct person person;

		groei_record_clear(table, &person);
		person.id = generate_row_id(g, GROEI_PERSON, row);
		person.handle = number == OWNER
		                    ? "sanne"
		                    : groei_arena_print(arena, "%s%llu", first->key,
		                                        (unsigned long long)number);
		person.name = groei_arena_print(arena, "%s %s", first->text, last->text);
		person.role = generate_pick(g, PHRASE_ROLE, hash >> 32)->text;
		if (number > 0) {
			person.lead = generate_id_of(g, GROEI_PERSON, generate_lead_of(number));
			person.team = generate_id_of(g, GROEI_TEAM, generate_lead_of(number));
		}
		person.starts = g->today - TALKS * CADENCE - (int32_t)(hash % 2000);
		person.language = hash & 1 ? PERSON_NL : PERSON_EN;
		person.made = g->today - TALKS * CADENCE;
		generate_insert(g, statement, table, &person,
		       groei_text_key(arena, groei_arena_print(arena, "%s %s %s", person.name,
		                                               person.handle, person.role)));
		groei_arena_close(arena);
	}
}

static void write_teams(struct generator *g)
{
	const struct groei_table *table = groei_table(GROEI_TEAM);
	struct db_statement *statement = generate_inserting(g, table);

	for (uint64_t row = 0; row < g->teams; row++) {
		uint64_t number = generate_number_of(g, GROEI_TEAM, row);
		char handle[32], name[32];
		struct team team;

		groei_record_clear(table, &team);
		snprintf(handle, sizeof handle, "team%llu", (unsigned long long)number);
		snprintf(name, sizeof name, "Team %llu", (unsigned long long)number);
		team.id = generate_row_id(g, GROEI_TEAM, row);
		team.handle = handle;
		team.name = name;
		team.lead = generate_id_of(g, GROEI_PERSON, number);
		team.parent = number == 0 ? 0 : generate_id_of(g, GROEI_TEAM, generate_lead_of(number));
		team.cadence = "4w";
		generate_insert(g, statement, table, &team,
		       groei_text_key(g->arena, groei_arena_print(g->arena, "%s %s", name, handle)));
	}
}

/* Conversations and what hangs on them --------------------------------------------------------- */

/* The conversation of that number without notes: n 0 is the next one, 1 the last, 2 the one before. */
static struct conversation talk_of(const struct generator *g, uint64_t number)
{
	uint64_t who = number / TALKS, n = number % TALKS, hash = generate_mix(g, 'c', number);
	int32_t last = last_talk(g, who);
	struct conversation talk;

	groei_record_clear(groei_table(GROEI_CONVERSATION), &talk);
	talk.id = generate_id_of(g, GROEI_CONVERSATION, number);
	talk.person = generate_id_of(g, GROEI_PERSON, who);
	talk.lead = generate_id_of(g, GROEI_PERSON, generate_lead_of(who));
	talk.template = n % 4 == 1 ? "growth" : "checkin";
	talk.format = n % 4 == 1 ? FORMAT_GROWTH : FORMAT_CHECK_IN;
	talk.formal = n % 4 == 1 ? CHOICE_YES : CHOICE_NO;
	if (n < TALKS - 1)
		talk.previous = generate_id_of(g, GROEI_CONVERSATION, number + 1);
	if (n == 0) {
		talk.day = last + (has_planned(g, who) ? CADENCE : 14);
		talk.state = has_planned(g, who) ? CONVERSATION_PLANNED : CONVERSATION_CANCELLED;
		return talk;
	}
	talk.day = last - (int32_t)(n - 1) * CADENCE - (n > 1 ? (int32_t)(hash % 5) : 0);
	talk.state = n > 1 && hash % 25 == 0   ? CONVERSATION_MISSED
	             : n > 1 && hash % 10 < 6 ? CONVERSATION_ACKNOWLEDGED
	                                       : CONVERSATION_HELD;
	if (talk.state != CONVERSATION_MISSED)
		talk.energy = 3 + (int32_t)(generate_mix(g, 'e', who) % 4 + (hash >> 8) % 4);
	return talk;
}

static bool is_held(const struct conversation *talk)
{
	return talk->state == CONVERSATION_HELD || talk->state == CONVERSATION_ACKNOWLEDGED;
}

static void write_talks(struct generator *g)
{
	const struct groei_table *table = groei_table(GROEI_CONVERSATION);
	struct db_statement *statement = generate_inserting(g, table);
	struct groei_buffer notes = {0}, folded = {0};

	for (uint64_t row = 0; row < g->talks; row++) {
		uint64_t number = generate_number_of(g, GROEI_CONVERSATION, row);
		struct conversation talk = talk_of(g, number);
		uint64_t lines = is_held(&talk) ? 2 + generate_mix(g, 'l', number) % 4 : 0;

		groei_buffer_clear(&notes);
		groei_buffer_clear(&folded);
		if (lines && generate_mix(g, 'r', number) % RARE == 0) {
			const struct phrase *rare = generate_pick(g, PHRASE_RARE, 0);

			groei_buffer_print(&notes, "%s\n", rare->text);
			groei_buffer_print(&folded, "%s ", rare->key);
		}
		for (uint64_t line = 0; line < lines; line++) {
			const struct phrase *phrase =
			    generate_pick(g, PHRASE_NOTE, generate_mix(g, 't', number * 8 + line));

			groei_buffer_print(&notes, "%s%s", line ? "\n" : "", phrase->text);
			groei_buffer_print(&folded, "%s%s", line ? " " : "", phrase->key);
		}
		talk.notes = lines ? notes.data : NULL;
		generate_insert(g, statement, table, &talk, lines ? folded.data : "");
	}
	groei_buffer_free(&notes);
	groei_buffer_free(&folded);
}

static const struct question *question_of(const struct question_template *template, size_t which)
{
	size_t text = 0;

	for (size_t i = 0; i < template->question_count; i++) {
		if (template->questions[i].kind == QUESTION_TEXT && text++ == which)
			return &template->questions[i];
	}
	return &template->questions[0];
}

/* Of each talk: the employee's energy, and what both sides said to one question. */
static void write_answers(struct generator *g)
{
	const struct groei_table *table = groei_table(GROEI_ANSWER);
	struct db_statement *statement = generate_inserting(g, table);

	for (uint64_t row = 0; row < g->talks * ANSWERS; row++) {
		uint64_t number = generate_number_of(g, GROEI_ANSWER, row), hash = generate_mix(g, 'a', number);
		struct conversation talk = talk_of(g, number / ANSWERS);
		const struct question_template *template =
		    talk.format == FORMAT_GROWTH ? g->growth : g->checkin;
		const struct question *question =
		    number % ANSWERS == 0
		        ? &template->questions[0]
		        : question_of(template, number / ANSWERS / TALKS % 2 + number / ANSWERS % 2);
		const char *folded = "";
		struct answer answer;

		if (!is_held(&talk))
			continue;
		groei_record_clear(table, &answer);
		answer.id = generate_row_id(g, GROEI_ANSWER, row);
		answer.person = talk.person;
		answer.conversation = talk.id;
		answer.question = question->id;
		answer.side = number % ANSWERS == 2 ? SIDE_LEAD : SIDE_EMPLOYEE;
		if (number % ANSWERS == 0) {
			answer.number = talk.energy;
		} else {
			answer.text = generate_pick(g, PHRASE_NOTE, hash)->text;
			folded = generate_pick(g, PHRASE_NOTE, hash)->key;
		}
		answer.author = answer.side == SIDE_LEAD ? talk.lead : talk.person;
		answer.day = talk.day;
		answer.template = template->id;
		answer.version = template->version;
		answer.wording = question->hash;
		generate_insert(g, statement, table, &answer, folded);
	}
}

/* Most actions are done; of the last two talks a third is still open, some of it late. */
static void write_actions(struct generator *g)
{
	const struct groei_table *table = groei_table(GROEI_ACTION);
	struct db_statement *statement = generate_inserting(g, table);

	for (uint64_t row = 0; row < g->talks * ACTIONS; row++) {
		uint64_t number = generate_number_of(g, GROEI_ACTION, row), hash = generate_mix(g, 'x', number);
		uint64_t n = number / ACTIONS % TALKS;
		struct conversation talk = talk_of(g, number / ACTIONS);
		const struct phrase *title = generate_pick(g, PHRASE_ACTION, hash >> 8);
		struct action action;

		if (!is_held(&talk))
			continue;
		groei_record_clear(table, &action);
		action.id = generate_row_id(g, GROEI_ACTION, row);
		action.person = talk.person;
		action.owner = number % ACTIONS == 0 ? talk.person : talk.lead;
		action.title = title->text;
		action.due = talk.day + 7 + (int32_t)(hash % 35);
		action.conversation = talk.id;
		action.made = talk.day;
		action.carried = n == 2;
		if (n > 2 || hash % 3 != 0) {
			action.state = hash % 50 == 0 ? ACTION_DROPPED : ACTION_DONE;
			action.done = action.due - (int32_t)(hash % 6);
			if (action.done > g->today)
				action.done = g->today;
			if (action.state == ACTION_DROPPED)
				action.done = GROEI_NO_DAY;
		}
		generate_insert(g, statement, table, &action, title->key);
	}
}

static void write_goals(struct generator *g)
{
	const struct groei_table *table = groei_table(GROEI_GOAL);
	struct db_statement *statement = generate_inserting(g, table);

	for (uint64_t row = 0; row < g->people * GOALS; row++) {
		uint64_t number = generate_number_of(g, GROEI_GOAL, row), hash = generate_mix(g, 'o', number);
		const struct phrase *title = generate_pick(g, PHRASE_GOAL, hash >> 8);
		const struct phrase *step = generate_pick(g, PHRASE_ACTION, hash >> 16);
		struct groei_buffer folded = {0};
		struct goal goal;

		groei_record_clear(table, &goal);
		goal.id = generate_row_id(g, GROEI_GOAL, row);
		goal.person = generate_id_of(g, GROEI_PERSON, number / GOALS);
		goal.title = title->text;
		goal.stage = (int32_t)(hash % (GOAL_DROPPED + 1));
		goal.step = step->text;
		goal.step_by = g->today - 10 + (int32_t)((hash >> 24) % 60);
		goal.level_from = 3;
		goal.level_now = 3 + (int32_t)(hash % 4);
		goal.level_to = 8;
		goal.made = g->today - 100 - (int32_t)(hash % 500);
		goal.moved = goal.made + (int32_t)(hash % 100);
		groei_buffer_print(&folded, "%s %s", title->key, step->key);
		generate_insert(g, statement, table, &goal, folded.data);
		groei_buffer_free(&folded);
	}
}

/* What is kept beside the records --------------------------------------------------------------- */

static void write_states(struct generator *g)
{
	struct groei_buffer sql = {0};
	struct db_statement *statement;

	query_text(g->store->schema, &(struct sight){SIGHT_OWNER, 1}, QUERY_STATE_SAVE, &sql);
	statement = prepared(g, groei_arena_text(g->arena, sql.data));
	groei_buffer_free(&sql);
	for (uint64_t row = 0; row < g->people; row++) {
		uint64_t number = generate_number_of(g, GROEI_PERSON, row);
		int32_t last = last_talk(g, number);

		db_bind_int(statement, 1, generate_row_id(g, GROEI_PERSON, row));
		query_bind_ref(statement, 2,
		               number == 0 ? 0 : generate_id_of(g, GROEI_PERSON, generate_lead_of(number)));
		db_bind_int(statement, 3, last);
		db_bind_int(statement, 4, generate_id_of(g, GROEI_CONVERSATION, number * TALKS + 1));
		db_bind_int(statement, 5, last + CADENCE);
		if (has_planned(g, number)) {
			db_bind_int(statement, 6, generate_id_of(g, GROEI_CONVERSATION, number * TALKS));
			db_bind_int(statement, 7, last + CADENCE);
		}
		db_bind_int(statement, 8, last + CADENCE);
		db_bind_int(statement, 10, 0);
		db_bind_int(statement, 11, 0);
		if (db_step(statement) != DB_DONE)
			generate_stop(g, "person_state");
	}
}

/* Of the year of today; of who had their last one before that, none. */
static void write_formal(struct generator *g)
{
	int32_t first = g->today;

	groei_day_make(groei_day_civil(first).year, 1, 1, &first);
	run(g, groei_arena_print(
	           g->arena,
	           "UPDATE person_state SET formal_day = (SELECT max(f.day) FROM conversation f"
	           " WHERE f.person_id = person_state.person_id AND f.formal = 'yes'"
	           " AND f.state IN ('held', 'acknowledged')), formal = (SELECT count(*)"
	           " FROM conversation f WHERE f.person_id = person_state.person_id AND f.day >= %d"
	           " AND f.formal = 'yes' AND f.state IN ('held', 'acknowledged'))",
	           (int)first));
}

static void write_agenda(struct generator *g)
{
	struct groei_buffer sql = {0};

	query_agenda_all(g->store->schema, &sql);
	if (db_run(g->store->db, sql.data) != DB_OK)
		generate_stop(g, "agenda");
	groei_buffer_free(&sql);
}

/* "conversation hold" of the newest talks, by the owner: an entry with two fields each. */
static void write_journal(struct generator *g, uint64_t count)
{
	struct db_statement *change = prepared(
	    g, "INSERT INTO change (id, at, who_id, command) VALUES ($1, $2, $3, 'conversation hold')");
	struct db_statement *field = prepared(
	    g, "INSERT INTO change_field (change_id, sequence, entity, record_id, person_id, operation,"
	       " field, before, after) VALUES ($1, $2, 'conversation', $3, $4, 'edit', $5, $6, $7)");
	int64_t now = (int64_t)g->today * 86400 * 1000000;

	for (uint64_t i = 0; i < count; i++) {
		struct conversation talk = talk_of(g, i);
		char energy[16];

		if (!is_held(&talk))
			continue;
		snprintf(energy, sizeof energy, "%d", talk.energy);
		db_bind_int(change, 1, talk.id);
		db_bind_int(change, 2, now - (int64_t)i * 60 * 1000000);
		db_bind_int(change, 3, generate_id_of(g, GROEI_PERSON, OWNER));
		if (db_step(change) != DB_DONE)
			generate_stop(g, "change");
		for (int sequence = 0; sequence < 2; sequence++) {
			db_bind_int(field, 1, talk.id);
			db_bind_int(field, 2, sequence);
			db_bind_int(field, 3, talk.id);
			db_bind_int(field, 4, talk.person);
			db_bind_text(field, 5, sequence ? "energy" : "state");
			db_bind_text(field, 6, sequence ? NULL : "planned");
			db_bind_text(field, 7, sequence ? energy : "held");
			if (db_step(field) != DB_DONE)
				generate_stop(g, "change_field");
		}
	}
}

/* The whole ------------------------------------------------------------------------------------- */

/* Takes every index away; the SQL that makes them again comes back. */
static const char *drop_indexes(struct generator *g)
{
	struct groei_buffer drop = {0}, make = {0};
	struct db_statement *row = prepared(
	    g, "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL");
	const char *sql;

	while (db_step(row) == DB_ROW) {
		groei_buffer_print(&drop, "DROP INDEX %s;", db_text(row, 0));
		groei_buffer_print(&make, "%s;", db_text(row, 1));
	}
	run(g, drop.data);
	sql = groei_arena_text(g->arena, make.data);
	groei_buffer_free(&drop);
	groei_buffer_free(&make);
	return sql;
}

static void write_all(struct generator *g, bool journal)
{
	const char *indexes;

	run(g, "PRAGMA foreign_keys=OFF");
	run(g, "PRAGMA synchronous=OFF");
	run(g, "PRAGMA cache_size=-400000");
	if (db_begin(g->store->db) != DB_OK)
		generate_stop(g, "begin");
	indexes = drop_indexes(g);
	write_people(g);
	write_teams(g);
	write_talks(g);
	write_answers(g);
	write_goals(g);
	write_actions(g);
	write_states(g);
	generate_growth(g);
	write_journal(g, journal || g->talks < 1000 ? g->talks : 1000);
	run(g, indexes);
	write_formal(g); /* both read by index */
	write_agenda(g);
	if (store_set(g->store, "owner",
	              groei_arena_print(g->arena, "%lld",
	                                (long long)generate_id_of(g, GROEI_PERSON, OWNER))) != GROEI_OK ||
	    db_commit(g->store->db) != DB_OK)
		generate_stop(g, "commit");
}

static void prepare(struct generator *g, uint64_t conversations)
{
	const struct template_folders none = {{NULL}};

	g->people = (conversations + TALKS - 1) / TALKS;
	g->teams = (g->people - 1 + REPORTS - 1) / REPORTS;
	g->talks = g->people * TALKS;
	g->numbering[GROEI_PERSON] = numbering_of(g->people);
	g->numbering[GROEI_TEAM] = numbering_of(g->teams);
	g->numbering[GROEI_CONVERSATION] = numbering_of(g->talks);
	g->numbering[GROEI_ANSWER] = numbering_of(g->talks * ANSWERS);
	g->numbering[GROEI_GOAL] = numbering_of(g->people * GOALS);
	g->numbering[GROEI_ACTION] = numbering_of(g->talks * ACTIONS);
	for (size_t i = 0; generate_growth_nouns[i].each; i++)
		g->numbering[generate_growth_nouns[i].entity] =
		    numbering_of(g->people * generate_growth_nouns[i].each);
	for (int kind = 0; kind < PHRASE_KINDS; kind++)
		g->phrases[kind] = phrases_fold(g->arena, (enum phrase_kind)kind);
	if (groei_template_find(g->arena, &none, "growth", &g->growth, NULL, NULL) != GROEI_OK ||
	    groei_template_find(g->arena, &none, "checkin", &g->checkin, NULL, NULL) != GROEI_OK)
		generate_stop(g, "templates");
}

int main(int argc, char **argv)
{
	struct generator g = {.seed = 1};
	struct fault fault = {GROEI_OK, NULL, ""};
	const char *today = getenv("GROEI_TODAY");
	bool journal = false;
	uint64_t conversations = argc > 2 ? strtoull(argv[2], NULL, 10) : 0;

	for (int i = 3; i < argc; i++) {
		if (strcmp(argv[i], "--journal") == 0)
			journal = true;
		else if (strcmp(argv[i], "--today") == 0 && i + 1 < argc)
			today = argv[++i];
		else if (strcmp(argv[i], "--seed") == 0 && i + 1 < argc)
			g.seed = strtoull(argv[++i], NULL, 10);
		else
			conversations = 0;
	}
	if (conversations < 1000 || conversations > 20000000 ||
	    !groei_day_parse(today ? today : "2026-11-18", 0, &g.today, NULL)) {
		fprintf(stderr, "usage: generate STORE N [--today DATE] [--seed N] [--journal]\n"
		                "N is a number of conversations from 1000 on\n");
		return 2;
	}
	g.arena = groei_arena_open();
	if (store_open(&schema, argv[1], DB_CREATE, &fault, &g.store) != GROEI_OK) {
		fprintf(stderr, "generate: %s\n", fault.text);
		groei_arena_close(g.arena);
		return 1;
	}
	prepare(&g, conversations);
	write_all(&g, journal);
	store_close(g.store);
	groei_arena_close(g.arena);
	return 0;
}
