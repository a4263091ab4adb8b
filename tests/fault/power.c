/* power FOLDER extra|full|off|init|upgrade ROUNDS SHARE SEED: a script of commands runs on a disk that writes down
 * what happens to it (power_disk.h); then, for every moment of it, the files are built as a power cut there
 * could leave them, and plain groei opens what is left: each cut with the writes since the last sync all
 * lost, all there, torn, out of order, and ROUNDS more times with a fate by chance for each of them. Of
 * what can be left one in SHARE is looked at; of those that need repair a few have that cut, too, more
 * with more rounds.
 *
 *   extra, full, off   the script, with that `synchronous`; groei's own is extra
 *   init               making a store
 *   upgrade            opening one of an older version
 *
 * What is found must be exactly what the records were after a command: the last that was answered, or the
 * one under way. Every table counts, so what is derived fits what it is derived from. Prints "wrong: …"
 * for what is not so, and at the end "cuts N states N again N wrong N"; "again" are cuts of the repair
 * after another cut. With full and off the first wrong state is enough. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <sqlite3.h>

#include <groei/command.h>
#include <groei/overview.h>

#include "core/core.h"
#include "power_disk.h"

enum { TODAY = 20514 /* 2 March 2026 */, STEPS = 14, WORDS = 9, WRONG = 10, SEEN = 4096 };

struct test {
	char folder[256], store[300];   /* where the script runs */
	char left[256], left_store[300]; /* what a cut leaves */
	char mode[16];
	int rounds, share;
	int own; /* 1: with the settings of groei itself */
	uint64_t random;
	struct record record, repair, *recording;
	uint64_t digest[STEPS + 2]; /* of all records after so many commands */
	int64_t made[STEPS];        /* id that a command made */
	int cuts, states, again, wrong;
	uint64_t seen[SEEN]; /* states built since the last sync */
	int seen_count, seen_version;
};

/* "@3" is the record that step 3, counted from 0, made. */
static const char *const steps[STEPS][WORDS] = {
    {"person", "add", "amir", "--name", "Amir Haddad", "--cadence", "2w"},
    {"conversation", "plan", "amir", "2026-03-02"},
    {"goal", "add", "amir", "SQL for reports"},
    {"action", "add", "amir", "Ask Noor about mentoring", "--due", "2026-03-06"},
    {"draft"},
    {"conversation", "hold", "amir", "--notes", "Good talk\n[ ] @sanne book a room by fri\n[ ] read", "--energy",
     "7"},
    {"action", "done", "@3"},
    {"goal", "move", "@2", "learning"},
    {"undo"},
    {"learning", "add", "amir", "SQL course", "--starts", "2026-03-16", "--ends", "2026-03-20"},
    {"conversation", "log", "amir", "--day", "2026-02-20", "--notes", "long"},
    {"action", "remove", "@3"},
    {"person", "edit", "amir", "--name", "Amir H."},
    {"conversation", "log", "amir", "--day", "2026-03-01", "--notes", "[ ] one\n[ ] two\n[ ] three"},
};

/* --- groei ---------------------------------------------------------------------------------- */

static int write_nowhere(void *context, const char *bytes, size_t length)
{
	(void)context;
	(void)bytes;
	(void)length;
	return 0;
}

static enum groei_status run_words(struct groei *groei, int argc, const char *const *argv,
                                   int64_t *made_out)
{
	const struct groei_output output = {.write = write_nowhere};
	const struct groei_input input = {.sure = 1};
	struct groei_arena *arena = groei_arena_open();
	const char *why = NULL;
	enum groei_status status =
	    groei_command_run(groei, arena, argc, argv, &output, &input, made_out, &why);

	if (status != GROEI_OK && why != NULL)
		printf("said: %s\n", why);
	groei_arena_close(arena);
	return status;
}

static enum groei_status open_at(const char *store, int flags, struct groei **groei_out)
{
	const struct groei_options options = {.store = store, .today = TODAY, .flags = flags};

	return groei_open(&options, groei_out);
}

static void run_step(struct test *test, int step)
{
	static char text[30000];
	const char *argv[WORDS];
	char id[24];
	int argc = 0;
	struct groei *groei;
	enum groei_status status = open_at(test->store, 0, &groei);

	memset(text, 'n', sizeof text - 1);
	for (; argc < WORDS && steps[step][argc] != NULL; argc++) {
		argv[argc] = steps[step][argc];
		if (argv[argc][0] == '@') {
			snprintf(id, sizeof id, "%lld", (long long)test->made[atoi(argv[argc] + 1)]);
			argv[argc] = id;
		} else if (strcmp(argv[argc], "long") == 0) {
			argv[argc] = text;
		}
	}
	if (status == GROEI_OK && !test->own)
		status = store_result(groei->store,
		                      db_run(groei->store->db, strcmp(test->mode, "off") == 0
		                                                   ? "PRAGMA synchronous=OFF"
		                                                   : "PRAGMA synchronous=FULL"));
	if (status == GROEI_OK && strcmp(argv[0], "draft") == 0)
		status = groei_draft_save(groei, "jotting/amir", 0, text);
	else if (status == GROEI_OK)
		status = run_words(groei, argc, argv, &test->made[step]);
	if (status != GROEI_OK) {
		printf("wrong: step %d, %s: %s\n", step, argv[0], groei_why(groei).text);
		exit(1);
	}
	groei_close(groei);
}

/* --- what is found --------------------------------------------------------------------------- */

static uint64_t mix(uint64_t hash, const void *bytes, size_t length)
{
	const unsigned char *at = bytes;

	for (size_t i = 0; i < length; i++)
		hash = (hash ^ at[i]) * 1099511628211u;
	return hash;
}

static uint64_t digest_rows(sqlite3 *handle, const char *sql, uint64_t hash)
{
	sqlite3_stmt *row;

	if (sqlite3_prepare_v2(handle, sql, -1, &row, NULL) != SQLITE_OK)
		return 0;
	while (sqlite3_step(row) == SQLITE_ROW)
		for (int i = 0; i < sqlite3_column_count(row); i++) {
			const void *bytes = sqlite3_column_blob(row, i);
			const int length = sqlite3_column_bytes(row, i);

			hash = mix(hash, &length, sizeof length);
			hash = mix(hash, bytes, (size_t)length);
		}
	return sqlite3_finalize(row) == SQLITE_OK ? hash : 0;
}

static int is_sound(sqlite3 *handle)
{
	sqlite3_stmt *row;
	int sound;

	if (sqlite3_prepare_v2(handle, "PRAGMA integrity_check", -1, &row, NULL) != SQLITE_OK)
		return 0;
	sound = sqlite3_step(row) == SQLITE_ROW &&
	        strcmp((const char *)sqlite3_column_text(row, 0), "ok") == 0;
	sqlite3_finalize(row);
	if (sqlite3_prepare_v2(handle, "PRAGMA foreign_key_check", -1, &row, NULL) != SQLITE_OK)
		return 0;
	sound = sound && sqlite3_step(row) == SQLITE_DONE;
	sqlite3_finalize(row);
	return sound;
}

/* Of everything in the file; 0 for one that is damaged. */
static uint64_t digest(const char *path)
{
	sqlite3 *handle;
	sqlite3_stmt *table;
	uint64_t hash = 14695981039346656037u;

	if (sqlite3_open_v2(path, &handle, SQLITE_OPEN_READWRITE, "unix") != SQLITE_OK || !is_sound(handle) ||
	    sqlite3_prepare_v2(handle, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1", -1,
	                       &table, NULL) != SQLITE_OK) {
		sqlite3_close(handle);
		return 0;
	}
	hash = digest_rows(handle, "SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2", hash);
	while (hash != 0 && sqlite3_step(table) == SQLITE_ROW) {
		char *sql = sqlite3_mprintf("SELECT * FROM \"%w\"", sqlite3_column_text(table, 0));

		hash = digest_rows(handle, sql, hash);
		sqlite3_free(sql);
	}
	sqlite3_finalize(table);
	sqlite3_close(handle);
	return hash;
}

static void wrong(struct test *test, const char *what, const char *why)
{
	test->wrong++;
	printf("wrong: state %d: %s%s%s\n", test->states + test->again, what, why != NULL ? ": " : "",
	       why != NULL ? why : "");
	if (!test->own || test->wrong == WRONG) {
		printf("cuts %d states %d again %d wrong %d\n", test->cuts, test->states, test->again,
		       test->wrong);
		exit(0);
	}
}

/* The real program, from time to time. */
static void run_program(struct test *test)
{
	const char *program = getenv("GROEI");
	const pid_t child = fork();
	int status = -1;

	if (child == 0) {
		if (freopen("/dev/null", "w", stdout) == NULL)
			_exit(126);
		execl(program, program, "--store", test->left_store, "today", (char *)NULL);
		_exit(127);
	}
	waitpid(child, &status, 0);
	if (status != 0)
		wrong(test, "the program cannot read it", NULL);
}

/* After a cut it goes on: somebody is added. */
static void go_on(struct test *test)
{
	static const char *const words[] = {"person", "add", "noor", "--name", "Noor"};
	struct groei *groei;

	if (open_at(test->left_store, 0, &groei) != GROEI_OK ||
	    run_words(groei, 5, words, NULL) != GROEI_OK)
		wrong(test, "nothing can be saved in it", groei_why(groei).text);
	groei_close(groei);
	if (digest(test->left_store) == 0)
		wrong(test, "it is damaged by the next command", NULL);
}

/* Opening repairs what a cut left, and upgrades. */
static void open_it(struct test *test, const char *store)
{
	struct groei *groei;

	if (open_at(store, 0, &groei) != GROEI_OK)
		wrong(test, "it cannot be opened", groei_why(groei).text);
	groei_close(groei);
}

static void judge_script(struct test *test, int done)
{
	const int number = test->states + test->again;
	uint64_t found;
	int k = done;

	open_it(test, test->left_store);
	found = digest(test->left_store);
	while (k <= STEPS && k <= done + 1 && test->digest[k] != found)
		k++;
	if (found == 0)
		wrong(test, "it is damaged", NULL);
	else if (k > STEPS || k > done + 1) {
		for (k = 0; k <= STEPS && test->digest[k] != found; k++)
			;
		char why[64];
		snprintf(why, sizeof why, "%d answered, %d found", done, k <= STEPS ? k : -1);
		wrong(test, k <= STEPS ? "lost" : "half saved", why);
	}
	if (number % 40 == 0)
		run_program(test);
	if (number % 15 == 0)
		go_on(test);
}

/* Made, or to be made once more. */
static void judge_init(struct test *test, int done)
{
	struct groei *groei;
	enum groei_status status = open_at(test->left_store, GROEI_OPEN_CREATE, &groei);

	if (status == GROEI_OK && groei_owner(groei) == 0) {
		if (done > 0)
			wrong(test, "the owner is lost", NULL);
		status = groei_init(groei, "sanne", "Sanne de Vries");
	}
	if (status != GROEI_OK)
		wrong(test, "it cannot be made", groei_why(groei).text);
	groei_close(groei);
	if (digest(test->left_store) == 0)
		wrong(test, "it is damaged", NULL);
	if ((test->states + test->again) % 10 == 0)
		go_on(test);
}

/* Whatever the cut left, the upgrade is done then, and the person of the old store is there. */
static void judge_upgrade(struct test *test, int done)
{
	struct groei_arena *arena = groei_arena_open();
	struct groei *groei;

	(void)done;
	if (open_at(test->left_store, 0, &groei) != GROEI_OK)
		wrong(test, "it cannot be upgraded", groei_why(groei).text);
	else if (strcmp(groei_person_name(groei, arena, groei_owner(groei)), "Sanne de Vries") != 0)
		wrong(test, "the owner is lost", NULL);
	groei_close(groei);
	groei_arena_close(arena);
	if (digest(test->left_store) == 0)
		wrong(test, "it is damaged", NULL);
	if ((test->states + test->again) % 10 == 0)
		go_on(test);
}

static void judge(struct test *test, int done)
{
	if (strcmp(test->mode, "init") == 0)
		judge_init(test, done);
	else if (strcmp(test->mode, "upgrade") == 0)
		judge_upgrade(test, done);
	else
		judge_script(test, done);
}

/* --- every cut ------------------------------------------------------------------------------- */

static int chance(struct test *test, int below)
{
	test->random ^= test->random << 13;
	test->random ^= test->random >> 7;
	test->random ^= test->random << 17;
	return (int)(test->random % (uint64_t)below);
}

/* Whether this state was built before; only what can still differ counts. */
static int is_known(struct test *test, const struct disk *disk, const enum fate *fates, int changes)
{
	uint64_t key = mix(14695981039346656037u, &changes, sizeof changes);

	for (int i = 0; i < disk->pending_count; i++) {
		const int what[] = {disk->pending[i], (int)fates[i]};

		if (fates[i] != FATE_LOST)
			key = mix(key, what, sizeof what);
	}
	key = mix(key, &disk->done, sizeof disk->done);
	if (test->seen_version != disk->version) {
		test->seen_version = disk->version;
		test->seen_count = 0;
	}
	for (int i = 0; i < test->seen_count; i++)
		if (test->seen[i] == key)
			return 1;
	if (test->seen_count < SEEN)
		test->seen[test->seen_count++] = key;
	return 0;
}

static void clear_left(const struct test *test)
{
	DIR *files = opendir(test->left);
	struct dirent *entry;

	while (files != NULL && (entry = readdir(files)) != NULL)
		if (entry->d_name[0] != '.')
			unlinkat(dirfd(files), entry->d_name, 0);
	closedir(files);
}

static void each_cut(struct test *test, const struct record *record, int rounds, int *states_out,
                     int done, void (*found)(struct test *test, int done));

/* The repair of what a cut left is cut in its turn. */
static void cut_repair(struct test *test, int done)
{
	struct groei *groei;

	record_begin(&test->repair, test->left);
	test->recording = &test->repair;
	(void)open_at(test->left_store, 0, &groei);
	groei_close(groei);
	test->recording = NULL;
	const int version = test->seen_version, count = test->seen_count;
	uint64_t *seen = memcpy(malloc(sizeof test->seen), test->seen, sizeof test->seen);
	test->seen_version = -1;
	each_cut(test, &test->repair, 1, &test->again, done, judge);
	memcpy(test->seen, seen, sizeof test->seen);
	test->seen_version = version;
	test->seen_count = count;
	free(seen);
}

static void judge_and_repair(struct test *test, int done)
{
	struct stat info;
	char journal[320];

	snprintf(journal, sizeof journal, "%s-journal", test->left_store);
	if (test->own && test->rounds > 0 && chance(test, 60 / test->rounds + 1) == 0 && stat(journal, &info) == 0 && info.st_size > 512)
		cut_repair(test, done);
	else
		judge(test, done);
}

/* The fates of a variant; whether there is one of that number. Returns how many names changed. */
static int choose(struct test *test, const struct disk *disk, int variant, enum fate *fates)
{
	const int count = disk->pending_count;

	for (int i = 0; i < count; i++) {
		const int dice = chance(test, 20);

		fates[i] = dice < 7 ? FATE_LOST : dice < 14 ? FATE_KEPT : dice < 16 ? FATE_HEAD
		         : dice < 18 ? FATE_TAIL : FATE_JUNK;
		if (variant == 0 || variant == 2)
			fates[i] = FATE_LOST;
		else if (variant == 1 || variant == 3)
			fates[i] = FATE_KEPT;
		else if (variant == 4) /* the last one torn */
			fates[i] = i + 1 < count ? FATE_KEPT : FATE_HEAD;
		else if (variant == 5) /* the last one before all others */
			fates[i] = i + 1 < count ? FATE_LOST : FATE_KEPT;
	}
	if (variant == 0 || variant == 3)
		return 0;
	return variant < 6 ? disk->change_count : chance(test, disk->change_count + 1);
}

static void each_cut(struct test *test, const struct record *record, int rounds, int *states_out,
                     int done, void (*found)(struct test *test, int done))
{
	static struct disk disks[2];
	struct disk *disk = &disks[record == &test->repair];
	enum fate *fates = malloc((size_t)(record->count + 1) * sizeof *fates);

	disk_begin(disk, record);
	for (int cut = 0; cut <= record->count; cut++) {
		for (int variant = 0; variant < 6 + rounds; variant++) {
			const int changes = choose(test, disk, variant, fates);

			if (is_known(test, disk, fates, changes) || chance(test, test->share) != 0)
				continue;
			clear_left(test);
			disk_cut(disk, fates, changes, test->left);
			++*states_out;
			found(test, done + disk->done);
		}
		test->cuts += record == &test->record;
		if (cut < record->count)
			disk_step(disk);
	}
	disk_end(disk);
	free(fates);
}

/* --- what is recorded ------------------------------------------------------------------------ */

static void make_store(struct test *test)
{
	struct groei *groei;

	if (open_at(test->store, GROEI_OPEN_CREATE, &groei) != GROEI_OK ||
	    groei_init(groei, "sanne", "Sanne de Vries") != GROEI_OK) {
		printf("wrong: %s\n", groei_why(groei).text);
		exit(1);
	}
	groei_close(groei);
}

static void begin(struct test *test)
{
	record_begin(&test->record, test->folder);
	test->recording = &test->record;
}

static void record_script(struct test *test)
{
	make_store(test);
	test->digest[0] = digest(test->store);
	begin(test);
	for (int step = 0; step < STEPS; step++) {
		run_step(test, step);
		record_done(&test->record);
		test->recording = NULL;
		test->digest[step + 1] = digest(test->store);
		test->recording = &test->record;
	}
}

struct owner {
	struct store *store;
	const struct groei_table *table;
};

static enum groei_status add_owner(void *context)
{
	const struct owner *owner = context;
	struct person person;
	char id[24];
	enum groei_status status;

	groei_record_clear(owner->table, &person);
	person.handle = "sanne";
	person.name = "Sanne de Vries";
	status = record_add(owner->store, owner->table, &person);
	snprintf(id, sizeof id, "%lld", (long long)person.id);
	return status == GROEI_OK ? store_set(owner->store, "owner", id) : status;
}

/* A store of the first version, with its owner: what the field table says was there then. */
static void make_old_store(struct test *test)
{
	static struct groei_table then[GROEI_ENTITIES];
	const struct groei_table *tables[GROEI_ENTITIES];
	struct store_schema schema_then = {tables, 0, 1};
	struct fault fault = {.text = ""};
	struct owner owner = {.table = &then[GROEI_PERSON]};

	for (int i = 0; i < GROEI_ENTITIES; i++) {
		const struct groei_table *now = groei_table((enum groei_entity)i);
		struct groei_field *fields = calloc(now->field_count, sizeof *fields);

		then[i] = *now;
		then[i].fields = fields;
		then[i].field_count = 0;
		for (size_t j = 0; j < now->field_count; j++)
			if (now->fields[j].since == 1)
				fields[then[i].field_count++] = now->fields[j];
		if (now->since == 1)
			tables[schema_then.count++] = &then[i];
	}
	if (store_open(&schema_then, test->store, DB_CREATE, &fault, &owner.store) != GROEI_OK ||
	    store_transact(owner.store, "init", add_owner, &owner) != GROEI_OK) {
		printf("wrong: %s\n", fault.text);
		exit(1);
	}
	store_close(owner.store);
}

static void make_folder(char *path, size_t size, const char *under, const char *name)
{
	snprintf(path, size, "%s/%s", under, name);
	if (mkdir(path, 0700) != 0) {
		perror(path);
		exit(2);
	}
}

int main(int argc, char **argv)
{
	static struct test test;

	if (argc < 6)
		return 2;
	setvbuf(stdout, NULL, _IOLBF, 0);
	make_folder(test.folder, sizeof test.folder, argv[1], "script");
	make_folder(test.left, sizeof test.left, argv[1], "left");
	snprintf(test.store, sizeof test.store, "%s/store.db", test.folder);
	snprintf(test.left_store, sizeof test.left_store, "%s/store.db", test.left);
	snprintf(test.mode, sizeof test.mode, "%s", argv[2]);
	test.own = strcmp(test.mode, "full") != 0 && strcmp(test.mode, "off") != 0;
	test.rounds = atoi(argv[3]);
	test.share = atoi(argv[4]);
	test.random = strtoull(argv[5], NULL, 10) * 2654435761u + 88172645463325252u;
	test.seen_version = -1;
	disk_register(&test.recording);
	if (strcmp(test.mode, "init") == 0) {
		begin(&test);
		make_store(&test);
		record_done(&test.record);
	} else if (strcmp(test.mode, "upgrade") == 0) {
		make_old_store(&test);
		begin(&test);
		open_it(&test, test.store);
		record_done(&test.record);
	} else {
		record_script(&test);
	}
	test.recording = NULL;
	each_cut(&test, &test.record, test.rounds, &test.states, 0, judge_and_repair);
	printf("cuts %d states %d again %d wrong %d\n", test.cuts, test.states, test.again, test.wrong);
	record_end(&test.record);
	record_end(&test.repair);
	return 0;
}
