/* Prints the SQL that a command runs, for the sqlite3 shell to run the same on the same store.
 *
 *     sql today STORE YYYY-MM-DD     what “groei today” reads
 *     sql add STORE YYYY-MM-DD       the transaction of “groei action add”, taken back by the next
 *
 * The texts are those of src/store/query.c; parameters stand in them as numbers. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/today.h"
#include "core/schema.h"
#include "store/query.h"

static void print_query(enum query which, const int64_t values[4])
{
	struct groei_buffer sql = {0};

	query_text(&schema, &(struct sight){SIGHT_OWNER, 1}, which, &sql);
	for (const char *c = sql.data; *c; c++) {
		if (*c == '$' && c[1] >= '1' && c[1] <= '4')
			printf("%lld", (long long)values[*++c - '1']);
		else
			putchar(*c);
	}
	puts(";");
	groei_buffer_free(&sql);
}

/* A list of ids: "(1,2,3)". */
static void add_id(struct groei_buffer *ids, int64_t id)
{
	groei_buffer_print(ids, "%s%lld", ids->length == 0 ? "(" : ",", (long long)id);
}

/* What groei asks of one after the other, asked of all at once: "= $1" is "IN (…)". */
static void print_of_ids(const char *sql, const struct groei_buffer *ids, const int64_t values[4])
{
	for (const char *c = sql; *c; c++) {
		if (strncmp(c, "= $1", 4) == 0) {
			printf("IN %s)", ids->data);
			c += 3;
		} else if (*c == '$' && c[1] >= '1' && c[1] <= '4') {
			printf("%lld", (long long)values[*++c - '1']);
		} else {
			putchar(*c);
		}
	}
	puts(";");
}

static void print_of_all(enum query which, const struct groei_buffer *ids, const int64_t values[4])
{
	struct groei_buffer sql = {0};

	if (ids->length == 0)
		return;
	query_text(&schema, &(struct sight){SIGHT_OWNER, 1}, which, &sql);
	print_of_ids(sql.data, ids, values);
	groei_buffer_free(&sql);
}

static void print_records(enum groei_entity entity, const struct today *today, enum today_kind kind)
{
	struct groei_buffer ids = {0};

	for (size_t i = 0; i < today->count; i++) {
		const struct today_item *item = &today->items[i];

		if (item->kind == kind)
			add_id(&ids, entity == GROEI_ACTION  ? item->action.id
			             : entity == GROEI_GOAL  ? item->goal.id
			             : entity == GROEI_HEARD ? item->heard.id
			                                     : item->reflection.id);
	}
	if (ids.length > 0) {
		struct groei_buffer sql = {0};

		record_by_id_text(&sql, &(struct sight){SIGHT_OWNER, 1}, groei_table(entity),
		                  entity == GROEI_REFLECTION ? RECORD_WHOLE : RECORD_LISTED);
		print_of_ids(sql.data, &ids, NULL);
		groei_buffer_free(&sql);
	}
	groei_buffer_free(&ids);
}

static void print_learning(const struct today *today, const int64_t now[4])
{
	struct groei_buffer activities = {0};

	for (size_t i = 0; i < today->count; i++) {
		if (today->items[i].kind == TODAY_LEARNING)
			add_id(&activities, today->items[i].learning.learning);
	}
	print_of_all(QUERY_TODAY_LEARNING, &activities, now);
	groei_buffer_free(&activities);
}

static void print_today(struct groei *groei, struct groei_arena *arena)
{
	int64_t who = groei->who;
	int32_t today = groei_today(groei);
	const int64_t now[4] = {who, today, today + 7, 0}, own[4] = {who, today, today + 7, 1};
	struct groei_buffer all = {0};
	struct today_people people = {.count = 0};
	struct today shown = {.count = 0};

	if (today_people_read(groei, arena, today + 7, &people) != GROEI_OK ||
	    groei_today_read(groei, arena, &shown) != GROEI_OK)
		return;
	for (size_t i = 0; i < people.count; i++)
		add_id(&all, people.list[i].talk.person);
	puts("SELECT value FROM store_setting WHERE name = 'schema';");
	puts("SELECT value FROM store_setting WHERE name = 'owner';");
	print_of_all(QUERY_TODAY_PERSON, &all, now);
	print_of_all(QUERY_AGENDA, &all, now);
	print_query(QUERY_AGENDA, own);
	print_records(GROEI_ACTION, &shown, TODAY_ACTION);
	print_records(GROEI_GOAL, &shown, TODAY_GOAL);
	print_learning(&shown, now);
	print_records(GROEI_REFLECTION, &shown, TODAY_REFLECTION);
	print_records(GROEI_HEARD, &shown, TODAY_HEARD);
	print_query(QUERY_COUNT_DRAFTS, now);
	groei_buffer_free(&all);
}

static void print_add(int64_t who, int32_t today)
{
	static const char *const fields[] = {"person", "title", "owner", "due", "state", "carried",
	                                     "made"};

	puts("PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA; PRAGMA secure_delete=ON;");
	puts("BEGIN IMMEDIATE;");
	printf("INSERT INTO action (id, revision, folded, person_id, owner_id, title, due, state,"
	       " carried, made) VALUES (77, 1, 'book the course', %lld, %lld, 'book the course', %d,"
	       " 'open', 0, %d);\n",
	       (long long)who, (long long)who, today + 300, today);
	printf("INSERT INTO change (id, at, who_id, command) VALUES (77, 1, %lld, 'action add');\n",
	       (long long)who);
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		printf("INSERT INTO change_field (change_id, sequence, entity, record_id, person_id,"
		       " operation, field, after) VALUES (77, %zu, 'action', 77, %lld, 'add', '%s',"
		       " 'x');\n",
		       i, (long long)who, fields[i]);
	puts("COMMIT;");
}

int main(int argc, char **argv)
{
	struct groei_options options = {0};
	struct groei_arena *arena = groei_arena_open();
	struct groei *groei = NULL;

	if (argc != 4 || !groei_day_parse(argv[3], 0, &options.today, NULL)) {
		fprintf(stderr, "usage: sql today|add STORE DATE\n");
		return 2;
	}
	options.store = argv[2];
	if (groei_open(&options, &groei) != GROEI_OK) {
		fprintf(stderr, "sql: %s\n", groei_why(groei).text);
		return 1;
	}
	if (strcmp(argv[1], "today") == 0)
		print_today(groei, arena);
	else
		print_add(groei->who, options.today);
	groei_close(groei);
	groei_arena_close(arena);
	return 0;
}
