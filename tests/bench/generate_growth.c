/* What the generator writes beside talks: who led whom, and a few records of each smaller noun for each
 * person. A noun more is a function and a row. */
#include <string.h>

#include "bench/generate.h"

enum { LEARNINGS = 2, YEAR = 365 };

/* A phrase for a field that is searched in. */
static const char *words(struct generator *g, enum phrase_kind kind, uint64_t hash,
                         struct groei_buffer *folded)
{
	const struct phrase *phrase = generate_pick(g, kind, hash);

	groei_buffer_print(folded, "%s%s", folded->length ? " " : "", phrase->key);
	return phrase->text;
}

static int64_t lead_id(const struct generator *g, uint64_t who)
{
	return generate_id_of(g, GROEI_PERSON, generate_lead_of(who));
}

static int32_t ago(const struct generator *g, uint64_t hash, uint64_t most)
{
	return g->today - 1 - (int32_t)(hash % most);
}

static void fill_assignment(struct generator *g, uint64_t who, uint64_t n, uint64_t hash,
                            void *record, struct groei_buffer *folded)
{
	struct assignment *assignment = record;
	int32_t changed = g->today - YEAR - (int32_t)(hash % YEAR);

	(void)folded;
	if (who > 0) {
		assignment->lead = n == 0 ? lead_id(g, who) : generate_id_of(g, GROEI_PERSON, 0);
		assignment->team = generate_id_of(g, GROEI_TEAM, n == 0 ? generate_lead_of(who) : 0);
	}
	assignment->starts = n == 0 ? changed + 1 : changed - YEAR * 3;
	if (n == 1)
		assignment->ends = changed;
}

static void fill_absence(struct generator *g, uint64_t who, uint64_t n, uint64_t hash, void *record,
                         struct groei_buffer *folded)
{
	struct absence *absence = record;

	(void)who;
	(void)n;
	(void)folded;
	absence->starts = ago(g, hash, 3 * YEAR) - 60;
	absence->ends = absence->starts + 7 + (int32_t)((hash >> 20) % 40);
}

static void fill_skill(struct generator *g, uint64_t who, uint64_t n, uint64_t hash, void *record,
                       struct groei_buffer *folded)
{
	struct skill *skill = record;

	(void)who;
	skill->title = words(g, PHRASE_GOAL, hash + n, folded);
	skill->kind = (int32_t)(hash >> 8) % 3 == 1 ? SKILL_STRENGTH : SKILL_SKILL;
	skill->own = 3 + (int32_t)((hash >> 12) % 6);
	skill->view = 3 + (int32_t)((hash >> 16) % 6);
	skill->wanted = 8;
	skill->helps = (hash >> 20) % 3 == 0 ? CHOICE_YES : CHOICE_NO;
	skill->confirmed = ago(g, hash >> 24, YEAR);
}

static void fill_point(struct generator *g, uint64_t who, uint64_t n, uint64_t hash, void *record,
                       struct groei_buffer *folded)
{
	struct point *point = record;

	point->title = words(g, PHRASE_ACTION, hash, folded);
	point->author = hash & 1 ? lead_id(g, who) : generate_id_of(g, GROEI_PERSON, who);
	point->state = n == 0 ? POINT_OPEN : POINT_DISCUSSED;
	point->made = n == 0 ? ago(g, hash >> 8, 20) : ago(g, hash >> 8, 3 * YEAR) - 30;
	if (n > 0)
		point->conversation = generate_id_of(g, GROEI_CONVERSATION, who * TALKS + n);
}

static void fill_moment(struct generator *g, uint64_t who, uint64_t n, uint64_t hash, void *record,
                        struct groei_buffer *folded)
{
	struct moment *moment = record;

	(void)n;
	moment->title = words(g, PHRASE_NOTE, hash, folded);
	moment->kind = (int32_t)((hash >> 8) % (MOMENT_LESSON + 1));
	moment->day = ago(g, hash >> 16, 3 * YEAR);
	moment->author = (hash >> 12) & 3 ? lead_id(g, who) : generate_id_of(g, GROEI_PERSON, who);
	moment->source = SOURCE_TEAM;
	moment->shared = (hash >> 40) & 1 ? CHOICE_YES_FIRST : CHOICE_NO_SECOND;
	moment->team = moment->kind == MOMENT_LESSON && (hash >> 44) & 1 ? CHOICE_YES : CHOICE_NO;
}

static void fill_note(struct generator *g, uint64_t who, uint64_t n, uint64_t hash, void *record,
                      struct groei_buffer *folded)
{
	struct note *note = record;

	(void)n;
	note->author = lead_id(g, who);
	note->day = ago(g, hash >> 8, 2 * YEAR);
	note->text = words(g, PHRASE_NOTE, hash, folded);
}

static void fill_heard(struct generator *g, uint64_t who, uint64_t n, uint64_t hash, void *record,
                       struct groei_buffer *folded)
{
	struct heard *heard = record;

	heard->author = lead_id(g, who);
	heard->title = words(g, PHRASE_NOTE, hash, folded);
	heard->day = ago(g, hash >> 8, n == 0 ? 40 : YEAR);
	heard->state = n == 0 && (hash >> 20) % 4 == 0 ? HEARD_OPEN : HEARD_ACTION;
}

/* The first is the newer one: under way, or finished with its checkpoints ahead. */
static void fill_learning(struct generator *g, uint64_t who, uint64_t n, uint64_t hash, void *record,
                          struct groei_buffer *folded)
{
	struct learning *learning = record;

	learning->title = words(g, PHRASE_GOAL, hash, folded);
	learning->kind = (int32_t)((hash >> 8) % (LEARNING_MENTORING + 1));
	learning->form = (int32_t)((hash >> 12) % (FORM_ON_THE_JOB + 1));
	learning->state = n == 0 && hash % 3 == 0 ? LEARNING_RUNNING : LEARNING_FINISHED;
	learning->ends = n == 0 ? g->today + 30 - (int32_t)((hash >> 20) % 120)
	                        : g->today - YEAR - (int32_t)((hash >> 20) % YEAR);
	if (learning->state == LEARNING_FINISHED && learning->ends > g->today)
		learning->ends = g->today - 10;
	learning->starts = learning->ends - 40;
	learning->goal = generate_id_of(g, GROEI_GOAL, who * GOALS + n % GOALS);
	learning->cost = 200 + (int32_t)((hash >> 24) % 1500);
	learning->hours = 16;
	learning->made = learning->starts - 30;
	if (learning->state == LEARNING_FINISHED)
		learning->debriefed = learning->ends + 7 > g->today ? GROEI_NO_DAY : learning->ends + 7;
}

static void fill_checkpoint(struct generator *g, uint64_t who, uint64_t n, uint64_t hash,
                            void *record, struct groei_buffer *folded)
{
	static const int after[] = {-47, 14, 30, 60, 90};
	enum { EACH = sizeof after / sizeof after[0] };
	uint64_t number = who * LEARNINGS + n / EACH;
	struct checkpoint *checkpoint = record;
	struct groei_buffer unused = {0};
	struct learning learning;

	groei_record_clear(groei_table(GROEI_LEARNING), &learning);
	fill_learning(g, who, n / EACH, generate_mix(g, (char)GROEI_LEARNING, number), &learning, &unused);
	groei_buffer_free(&unused);
	checkpoint->learning = generate_id_of(g, GROEI_LEARNING, number);
	checkpoint->kind = (int32_t)(n % EACH);
	checkpoint->day = learning.ends + after[n % EACH];
	checkpoint->state = checkpoint->day > g->today - 5 ? CHECKPOINT_OPEN : CHECKPOINT_DONE;
	if (checkpoint->state == CHECKPOINT_DONE) {
		checkpoint->done = checkpoint->day + 2;
		checkpoint->note = words(g, PHRASE_NOTE, hash, folded);
	}
}

static void fill_progress(struct generator *g, uint64_t who, uint64_t n, uint64_t hash, void *record,
                          struct groei_buffer *folded)
{
	struct progress *progress = record;

	progress->goal = generate_id_of(g, GROEI_GOAL, who * GOALS + n % GOALS);
	progress->day = ago(g, hash >> 8, 300);
	progress->side = hash & 1 ? SIDE_LEAD : SIDE_EMPLOYEE;
	progress->author = hash & 1 ? lead_id(g, who) : generate_id_of(g, GROEI_PERSON, who);
	progress->level = 3 + (int32_t)((hash >> 20) % 5);
	progress->motivation = 2 + (int32_t)((hash >> 24) % 4);
	progress->confidence = 3 + (int32_t)((hash >> 28) % 6);
	progress->note = words(g, PHRASE_NOTE, hash >> 32, folded);
}

static void fill_evidence(struct generator *g, uint64_t who, uint64_t n, uint64_t hash, void *record,
                          struct groei_buffer *folded)
{
	struct evidence *evidence = record;

	evidence->goal = generate_id_of(g, GROEI_GOAL, who * GOALS + n % GOALS);
	evidence->title = words(g, PHRASE_ACTION, hash, folded);
	evidence->situation = words(g, PHRASE_NOTE, hash >> 8, folded);
	evidence->did = words(g, PHRASE_NOTE, hash >> 16, folded);
	evidence->result = words(g, PHRASE_NOTE, hash >> 24, folded);
	evidence->day = ago(g, hash >> 32, 300);
	evidence->learning = generate_id_of(g, GROEI_LEARNING, who * LEARNINGS + n % LEARNINGS);
}

const struct growth_noun generate_growth_nouns[] = {
	{GROEI_ASSIGNMENT, 2, fill_assignment},
	{GROEI_ABSENCE, 1, fill_absence},
	{GROEI_SKILL, 4, fill_skill},
	{GROEI_POINT, 6, fill_point},
	{GROEI_MOMENT, 8, fill_moment},
	{GROEI_NOTE, 3, fill_note},
	{GROEI_HEARD, 2, fill_heard},
	{GROEI_LEARNING, LEARNINGS, fill_learning},
	{GROEI_CHECKPOINT, 5 * LEARNINGS, fill_checkpoint},
	{GROEI_PROGRESS, 4 * GOALS, fill_progress},
	{GROEI_EVIDENCE, 1, fill_evidence},
	{GROEI_PERSON, 0, NULL},
};

static void write_noun(struct generator *g, const struct growth_noun *noun)
{
	const struct groei_table *table = groei_table(noun->entity);
	const struct groei_field *person = groei_field(table, "person");
	struct db_statement *statement = generate_inserting(g, table);
	char *record = groei_arena_take(g->arena, table->size);
	struct groei_buffer folded = {0};

	for (uint64_t row = 0; row < g->people * noun->each; row++) {
		uint64_t number = generate_number_of(g, noun->entity, row), who = number / noun->each;
		int64_t id = generate_id_of(g, GROEI_PERSON, who);

		groei_record_clear(table, record);
		((struct groei_record *)(void *)record)->id = generate_row_id(g, noun->entity, row);
		memcpy(record + person->offset, &id, sizeof id);
		groei_buffer_clear(&folded);
		noun->fill(g, who, number % noun->each, generate_mix(g, (char)noun->entity, number), record,
		           &folded);
		generate_insert(g, statement, table, record, folded.length ? folded.data : "");
	}
	groei_buffer_free(&folded);
}

void generate_growth(struct generator *g)
{
	for (size_t i = 0; generate_growth_nouns[i].each; i++)
		write_noun(g, &generate_growth_nouns[i]);
}
