/* Prints the SQL that a command runs, for the sqlite3 shell to run the same on the same store.
 *
 *     sql today STORE YYYY-MM-DD     what “groei today” reads
 *     sql add STORE YYYY-MM-DD       the transaction of “groei action add”, taken back by the next
 *
 * The texts are those of src/store/query.c; parameters stand in them as numbers. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/core.h"
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

static void print_today(int64_t who, int32_t today)
{
	const int64_t ahead[4] = {who, today + 7, today, 200}, mine[4] = {who, today + 7, 200},
	              late[4] = {who, today, 200}, heard[4] = {who, 200};
	int32_t first = today;

	puts("SELECT value FROM store_setting WHERE name = 'schema';");
	puts("SELECT value FROM store_setting WHERE name = 'owner';");
	print_query(QUERY_TODAY_TALKS, ahead);
	print_query(QUERY_TODAY_ACTIONS, mine);
	print_query(QUERY_TODAY_OTHERS, late);
	print_query(QUERY_TODAY_GOALS, ahead);
	print_query(QUERY_TODAY_STALLED,
	            (const int64_t[4]){who, today - framework_builtin()->stalled_days, today, 200});
	print_query(QUERY_REFLECTIONS_WAITING, mine);
	print_query(QUERY_REFLECTIONS_OPEN, mine);
	print_query(QUERY_TODAY_LEARNING, (const int64_t[4]){who, today});
	print_query(QUERY_TODAY_HEARD, heard);
	print_query(QUERY_DRAFT_LIST, ahead);
	groei_day_make(groei_day_civil(today).year, 1, 1, &first);
	print_query(QUERY_RHYTHMS, (const int64_t[4]){who, today});
	print_query(QUERY_FORMAL, (const int64_t[4]){who, today, first});
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
	struct fault fault = {GROEI_OK, NULL, ""};
	struct groei_arena *arena = groei_arena_open();
	struct store *store = NULL;
	const char *owner = NULL;
	int32_t today;

	if (argc != 4 || !groei_day_parse(argv[3], 0, &today, NULL)) {
		fprintf(stderr, "usage: sql today|add STORE DATE\n");
		return 2;
	}
	if (store_open(&schema, argv[2], 0, &fault, &store) != GROEI_OK ||
	    store_setting(store, arena, "owner", &owner) != GROEI_OK) {
		fprintf(stderr, "sql: %s: %s\n", argv[2], fault.text);
		return 1;
	}
	if (strcmp(argv[1], "today") == 0)
		print_today(strtoll(owner, NULL, 10), today);
	else
		print_add(strtoll(owner, NULL, 10), today);
	store_close(store);
	groei_arena_close(arena);
	return 0;
}
