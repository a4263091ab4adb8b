/* Fills a store with the sample team of data/sample: replays its talks, goals and actions day by day
 * through the same functions that people's commands use. Knows how the files are laid out, nothing
 * of what they say. What stands under "records" is sample_records.c's. */
#include <groei/sample.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <groei/data.h>

#include "base/random.h"
#include "core/answer.h"
#include "core/sample.h"

enum { ANSWERS_MOST = 40 };

/* Reading the files --------------------------------------------------------------------------- */

enum groei_status sample_fault(struct sample *s, const char *name, int line, const char *why)
{
	return fault_set(&s->groei->fault, GROEI_INVALID, NULL, _("sample: %s, line %d: %s"), name, line,
	                 why);
}

static enum groei_status file_read(struct sample *s, const char *name,
                                   const struct yaml_node **root_out)
{
	const char *path = groei_arena_print(s->arena, "sample/%s.yaml", name);
	struct yaml_errors errors = {.arena = s->arena};
	size_t length = 0;
	const char *text;

	for (size_t i = 0; i < s->file_count; i++) {
		if (strcmp(s->files[i].name, name) == 0) {
			*root_out = s->files[i].root;
			return GROEI_OK;
		}
	}
	text = groei_data(path, &length);
	if (text == NULL)
		return sample_fault(s, path, 0, _("it is not there"));
	*root_out = yaml_read(s->arena, text, length, &errors);
	if (*root_out == NULL)
		return sample_fault(s, path, errors.item[0].line, errors.item[0].text);
	if (s->file_count < FILES_MOST)
		s->files[s->file_count++] = (struct sample_file){name, *root_out};
	return GROEI_OK;
}

const char *sample_words(const struct sample *s, const struct yaml_node *node)
{
	if (node != NULL && node->kind == YAML_MAP)
		node = yaml_find(node, s->language);
	return node == NULL || node->kind != YAML_TEXT ? NULL : node->text;
}

static const char *text_of(const struct sample *s, const struct yaml_node *node, const char *key)
{
	return sample_words(s, yaml_find(node, key));
}

int32_t sample_day(const struct sample *s, const char *text)
{
	int days = text == NULL ? 0 : (int)strtol(text, NULL, 10);
	int32_t day = s->today + days;
	int weekday = groei_day_civil(day).weekday;

	if (days == 0 || weekday < 6)
		return day;
	return days < 0 ? day - (weekday - 5) : day + (8 - weekday);
}

static int32_t day_of(const struct sample *s, const struct yaml_node *node, const char *key)
{
	const char *text = text_of(s, node, key);

	return text == NULL ? GROEI_NO_DAY : sample_day(s, text);
}

/* The index of a choice by its code, 0 when the text is none. */
static int32_t choice_of(enum groei_entity entity, const char *field, const char *code)
{
	const struct groei_choice *choices = groei_field(groei_table(entity), field)->choices;

	for (int32_t i = 0; choices[i].code != NULL; i++) {
		if (strcmp(choices[i].code, code) == 0)
			return i;
	}
	return 0;
}

static enum groei_status id_of(struct sample *s, enum groei_entity entity, const char *handle,
                               int64_t *id_out)
{
	*id_out = 0;
	return handle == NULL
	           ? GROEI_OK
	           : record_by_handle(s->groei->store, groei_table(entity), handle, id_out);
}

/* Replaying ------------------------------------------------------------------------------------ */

void sample_step(struct sample *s, int32_t day, const char *command)
{
	struct store *store = s->groei->store;

	groei_arena_reset(store->scratch);
	if (store->change != 0)
		store->planned_change = random_id();
	store->change = 0;
	store->sequence = 0;
	store->command = command;
	s->groei->today = day;
}

enum groei_status sample_later(struct sample *s, struct later later)
{
	if (s->later_count == LATER_MOST)
		return sample_fault(s, "later", LATER_MOST, _("too much is agreed at once"));
	s->later[s->later_count++] = later;
	return GROEI_OK;
}

static enum groei_status later_do(struct sample *s, const struct later *later)
{
	struct groei *groei = s->groei;
	struct goal before, after;
	enum groei_status status;

	if (later->node != NULL)
		return sample_record(s, later);
	if (later->entity == GROEI_ACTION) {
		sample_step(s, later->day, later->state == ACTION_DONE ? "action done" : "action drop");
		return groei_action_set(groei, later->id, (enum action_state)later->state);
	}
	sample_step(s, later->day, "goal move");
	status = records_get(groei, GROEI_GOAL, later->id, &before);
	if (status != GROEI_OK)
		return status;
	after = before;
	after.stage = later->state;
	if (later->level != GROEI_NONE)
		after.level_now = later->level;
	return records_edit(groei, GROEI_GOAL, &before, &after);
}

/* Does everything that happens on a day up to `until`, the earliest first. */
static enum groei_status later_run(struct sample *s, int32_t until)
{
	enum groei_status status = GROEI_OK;

	while (status == GROEI_OK) {
		struct later *next = NULL;

		for (size_t i = 0; i < s->later_count; i++) {
			struct later *later = &s->later[i];

			if (!later->done && later->day <= until &&
			    (next == NULL || later->day < next->day))
				next = later;
		}
		if (next == NULL)
			break;
		next->done = true;
		status = later_do(s, next);
	}
	return status;
}

/* "[ ] @amir ask Noor by 14 Mar", as it would have been typed on the day of the talk. */
static void add_action_line(const struct sample *s, struct groei_buffer *notes,
                            const struct yaml_node *action)
{
	static const char months[GROEI_LANGUAGES][12][4] = {
	    [GROEI_ENGLISH] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct",
	                       "Nov", "Dec"},
	    [GROEI_DUTCH] = {"jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt",
	                     "nov", "dec"}};
	const char *owner = text_of(s, action, "owner");
	enum groei_language language = s->groei->language;
	int32_t due = day_of(s, action, "due");

	groei_buffer_text(notes, "[ ] ");
	if (owner != NULL)
		groei_buffer_print(notes, "@%s ", owner);
	groei_buffer_text(notes, text_of(s, action, s->language));
	if (due != GROEI_NO_DAY) {
		struct groei_civil civil = groei_day_civil(due);

		groei_buffer_print(notes, " %s %d %s", language == GROEI_DUTCH ? "uiterlijk" : "by",
		                   civil.day, months[language][civil.month - 1]);
	}
	groei_buffer_char(notes, '\n');
}

/* The notes of a talk: its words, then a line for each action. NULL when there is neither. */
static const char *notes_of(const struct sample *s, const struct yaml_node *talk)
{
	const struct yaml_node *actions = yaml_find(talk, "actions");
	const char *words = text_of(s, talk, "notes");
	struct groei_buffer notes = {0};
	const char *text = NULL;

	if (words != NULL)
		groei_buffer_text(&notes, words);
	if (words != NULL && actions != NULL)
		groei_buffer_char(&notes, '\n');
	for (const struct yaml_node *action = actions == NULL ? NULL : actions->first;
	     action != NULL; action = action->next)
		add_action_line(s, &notes, action);
	if (notes.length > 0)
		text = groei_arena_copy(s->arena, notes.data, notes.length - 1);
	groei_buffer_free(&notes);
	return text;
}

/* The answers of both sides; a value without languages is a scale's or a choice's. */
static size_t answers_of(const struct sample *s, const struct yaml_node *talk,
                         struct given_answer *given)
{
	const struct yaml_node *answers = yaml_find(talk, "answers");
	const char *energy = text_of(s, talk, "energy");
	size_t count = 0;

	if (energy != NULL)
		given[count++] = (struct given_answer){"energy-today", energy, SIDE_EMPLOYEE};
	for (const struct yaml_node *answer = answers == NULL ? NULL : answers->first;
	     answer != NULL && count + 2 <= ANSWERS_MOST; answer = answer->next) {
		const char *question = answer->key->text;
		const char *lead = text_of(s, answer, "lead");

		given[count++] = (struct given_answer){
		    question, text_of(s, answers, question), SIDE_EMPLOYEE};
		if (lead != NULL)
			given[count++] = (struct given_answer){question, lead, SIDE_LEAD};
	}
	return count;
}

/* What an action line cannot say: its kind and the goal it serves. */
static enum groei_status action_place(struct sample *s, const struct yaml_node *node,
                                      const struct action *made)
{
	struct action after = *made;
	enum groei_status status = sample_some(s, groei_table(GROEI_ACTION), node,
	                                       (const char *const[]){"kind", "goal", "hours", NULL},
	                                       &after);

	return status == GROEI_OK ? records_edit(s->groei, GROEI_ACTION, made, &after) : status;
}

/* What was agreed in the talk is done or dropped on its day. */
static enum groei_status actions_later(struct sample *s, const struct yaml_node *talk,
                                       int64_t conversation)
{
	const struct yaml_node *list = yaml_find(talk, "actions");
	const struct groei_query wanted = {.condition = {{"conversation", conversation}},
	                                   .limit = 100};
	struct action *made;
	void *records;
	size_t count = 0;
	enum groei_status status = list == NULL ? GROEI_OK
	                                        : groei_list(s->groei, s->arena, GROEI_ACTION,
	                                                     &wanted, &records, &count);

	if (list == NULL || status != GROEI_OK)
		return status;
	made = records;
	for (const struct yaml_node *action = list->first; action != NULL && status == GROEI_OK;
	     action = action->next) {
		const char *title = text_of(s, action, s->language);
		int32_t done = day_of(s, action, "done"), dropped = day_of(s, action, "dropped");
		size_t i = 0;

		while (i < count && strcmp(made[i].title, title) != 0)
			i++;
		if (i == count)
			return sample_fault(s, title, action->line, _("its line was not read as an action"));
		status = action_place(s, action, &made[i]);
		if (status != GROEI_OK)
			return status;
		if (done != GROEI_NO_DAY)
			status = sample_later(s, (struct later){.day = done, .entity = GROEI_ACTION,
			                                     .id = made[i].id, .state = ACTION_DONE});
		else if (dropped != GROEI_NO_DAY)
			status = sample_later(s, (struct later){.day = dropped, .entity = GROEI_ACTION,
			                                     .id = made[i].id, .state = ACTION_DROPPED});
	}
	return status;
}

/* A goal that was set in a talk: "stages: {need: -60, planned: -27}", "levels: 3 4 7". */
static enum groei_status goal_make(struct sample *s, const struct yaml_node *node,
                                   int64_t conversation)
{
	const struct yaml_node *stages = yaml_find(node, "stages");
	const char *levels = text_of(s, node, "levels");
	int32_t now = GROEI_NONE;
	struct goal goal;
	enum groei_status status;

	groei_record_clear(groei_table(GROEI_GOAL), &goal);
	if (levels == NULL || stages == NULL ||
	    sscanf(levels, "%d %d %d", &goal.level_from, &now, &goal.level_to) != 3)
		return sample_fault(s, text_of(s, node, "title"), node->line,
		                  _("it needs stages and three levels"));
	goal.person = s->person;
	goal.conversation = conversation;
	status = sample_fields(s, groei_table(GROEI_GOAL), node, (const char *const[]){
	                       "stages", "levels", NULL}, &goal);
	if (status != GROEI_OK)
		return status;
	goal.stage = choice_of(GROEI_GOAL, "stage", stages->first->key->text);
	goal.level_now = stages->count == 1 ? now : goal.level_from;
	sample_step(s, s->groei->today, "goal add");
	status = records_add(s->groei, GROEI_GOAL, &goal);
	if (status == GROEI_OK)
		status = sample_know(s, GROEI_GOAL, s->person, goal.id, yaml_find(node, "title"));
	for (const struct yaml_node *stage = stages->first->next;
	     stage != NULL && status == GROEI_OK; stage = stage->next)
		status = sample_later(
		    s, (struct later){.day = sample_day(s, stage->text), .entity = GROEI_GOAL,
		                      .id = goal.id,
		                      .state = choice_of(GROEI_GOAL, "stage", stage->key->text),
		                      .level = stage->next == NULL ? now : GROEI_NONE});
	return status;
}

static enum groei_status goals_make(struct sample *s, const struct yaml_node *talk,
                                    int64_t conversation)
{
	const struct yaml_node *goals = yaml_find(talk, "goals");
	enum groei_status status = GROEI_OK;

	for (const struct yaml_node *goal = goals == NULL ? NULL : goals->first;
	     goal != NULL && status == GROEI_OK; goal = goal->next)
		status = goal_make(s, goal, conversation);
	return status;
}

/* The open conversation of the person becomes something else: missed, prepared. */
static enum groei_status open_becomes(struct sample *s, const char *state)
{
	struct conversation before, after;
	enum groei_status status =
	    conversation_open_read(s->groei, s->arena, s->person, &before);

	if (status != GROEI_OK || state == NULL)
		return status;
	after = before;
	after.state = choice_of(GROEI_CONVERSATION, "state", state);
	return records_edit(s->groei, GROEI_CONVERSATION, &before, &after);
}

/* Holds one talk; `next` is the one that is planned at its end, NULL for none. */
static enum groei_status talk_hold(struct sample *s, const struct yaml_node *talk,
                                   const struct yaml_node *next)
{
	struct given_answer given[ANSWERS_MOST];
	size_t count = answers_of(s, talk, given);
	struct conversation record;
	struct closing closing = {.day = day_of(s, talk, "day"), .energy = GROEI_NONE,
	                          .next = GROEI_NO_DAY};
	struct closed closed;
	enum groei_status status;

	sample_step(s, closing.day, "conversation log");
	groei_record_clear(groei_table(GROEI_CONVERSATION), &record);
	record.person = s->person;
	record.day = closing.day;
	record.template = text_of(s, talk, "template");
	record.notes = notes_of(s, talk);
	status = sample_some(s, groei_table(GROEI_CONVERSATION), talk,
	                     (const char *const[]){"hat", "minutes", "insight", NULL}, &record);
	if (status != GROEI_OK)
		return status;
	if (next != NULL) {
		closing.plan_next = 1;
		closing.next = day_of(s, next, "day");
		closing.next_template = text_of(s, next, "template");
	}
	status = groei_conversation_log(s->groei, s->arena, &record, given, count, &closing, &closed);
	if (status == GROEI_OK)
		status = goals_make(s, talk, record.id);
	return status == GROEI_OK ? actions_later(s, talk, record.id) : status;
}

/* The talk that stands planned, with what was answered for it already. */
static enum groei_status talk_prepare(struct sample *s, const struct yaml_node *planned)
{
	struct given_answer given[ANSWERS_MOST];
	size_t count = answers_of(s, planned, given);
	struct conversation open;
	enum groei_status status;

	sample_step(s, s->today, "conversation edit");
	status = conversation_open_read(s->groei, s->arena, s->person, &open);
	for (size_t i = 0; status == GROEI_OK && i < count; i++)
		status = answer_given(s->groei, open.id, &given[i]);
	return status == GROEI_OK ? open_becomes(s, text_of(s, planned, "state")) : status;
}

static enum groei_status talks_replay(struct sample *s, const struct yaml_node *root)
{
	const struct yaml_node *talks = yaml_find(root, "talks");
	const struct yaml_node *planned = yaml_find(root, "planned");
	enum groei_status status;

	s->later_count = 0;
	status = sample_records(s, root);
	for (const struct yaml_node *talk = talks == NULL ? NULL : talks->first;
	     talk != NULL && status == GROEI_OK; talk = talk->next) {
		const char *state = text_of(s, talk, "state");

		status = later_run(s, day_of(s, talk, "day"));
		if (status != GROEI_OK)
			return status;
		if (state != NULL) {
			sample_step(s, day_of(s, talk, "day"), "conversation edit");
			status = open_becomes(s, state);
		} else {
			status = talk_hold(s, talk, talk->next != NULL ? talk->next : planned);
		}
	}
	if (status == GROEI_OK)
		status = later_run(s, s->today);
	return status == GROEI_OK && planned != NULL ? talk_prepare(s, planned) : status;
}

/* People and teams ----------------------------------------------------------------------------- */

static enum groei_status team_add(struct sample *s, const struct yaml_node *node)
{
	struct team team;

	sample_step(s, s->groei->today, "team add");
	groei_record_clear(groei_table(GROEI_TEAM), &team);
	team.handle = text_of(s, node, "handle");
	team.name = text_of(s, node, "name");
	team.cadence = text_of(s, node, "cadence");
	return records_add(s->groei, GROEI_TEAM, &team);
}

static enum groei_status person_add(struct sample *s, const struct yaml_node *node)
{
	struct person person;
	enum groei_status status;

	groei_record_clear(groei_table(GROEI_PERSON), &person);
	person.language = s->groei->language == GROEI_DUTCH ? PERSON_NL : PERSON_EN;
	sample_step(s, s->groei->today, "person add");
	status = sample_fields(s, groei_table(GROEI_PERSON), node, (const char *const[]){"then", NULL},
	                       &person);
	return status == GROEI_OK ? records_add(s->groei, GROEI_PERSON, &person) : status;
}

/* Who owns the store gets a lead, and a role where they gave none. */
static enum groei_status owner_place(struct sample *s, const struct yaml_node *node)
{
	struct person before, after, lead, above;
	enum groei_status status;

	sample_step(s, s->groei->today, "person edit");
	status = records_get(s->groei, GROEI_PERSON, s->groei->owner, &before);
	if (status != GROEI_OK)
		return status;
	after = before;
	status = id_of(s, GROEI_PERSON, text_of(s, node, "lead"), &after.lead);
	if (after.role == NULL)
		after.role = text_of(s, node, "role");
	if (status == GROEI_OK)
		status = records_get(s->groei, GROEI_PERSON, after.lead, &lead);
	if (status != GROEI_OK)
		return status;
	above = lead;
	above.lead = 0;
	status = records_edit(s->groei, GROEI_PERSON, &lead, &above);
	return status == GROEI_OK ? records_edit(s->groei, GROEI_PERSON, &before, &after) : status;
}

static enum groei_status people_add(struct sample *s, const struct yaml_node *team)
{
	const struct yaml_node *teams = yaml_find(team, "teams"), *people = yaml_find(team, "people");
	const struct yaml_node *root;
	enum groei_status status = GROEI_OK;

	for (const struct yaml_node *node = teams->first; node != NULL && status == GROEI_OK;
	     node = node->next)
		status = team_add(s, node);
	for (const struct yaml_node *name = people->first; name != NULL && status == GROEI_OK;
	     name = name->next) {
		status = file_read(s, name->text, &root);
		if (status == GROEI_OK && yaml_find(root, "person") != NULL)
			status = person_add(s, yaml_find(root, "person"));
	}
	return status == GROEI_OK ? owner_place(s, yaml_find(team, "owner")) : status;
}

static enum groei_status store_is_empty(struct groei *groei)
{
	const struct groei_query all = {.limit = 2};
	int count = 0;
	enum groei_status status = groei_count(groei, GROEI_PERSON, &all, 2, &count);

	if (status == GROEI_OK && (groei->owner == 0 || count > 1))
		return fault_set(&groei->fault, GROEI_CONFLICT, NULL,
		                 _("sample: it belongs in a store with nobody but its owner, name "
		                   "another with --store"));
	return status;
}

static enum groei_status fill_body(void *context)
{
	struct sample *s = context;
	const struct yaml_node *team, *root;
	enum groei_status status = store_is_empty(s->groei);

	groei_arena_reset(s->arena);
	s->later_count = s->known_count = s->file_count = 0;
	if (status == GROEI_OK)
		status = file_read(s, "team", &team);
	if (status != GROEI_OK)
		return status;
	s->groei->today = s->today - 450;
	status = people_add(s, team);
	s->person = 0;
	if (status == GROEI_OK)
		status = sample_records(s, team);
	if (status == GROEI_OK)
		status = later_run(s, s->today);
	for (const struct yaml_node *name = yaml_find(team, "people")->first;
	     name != NULL && status == GROEI_OK; name = name->next) {
		const struct yaml_node *person;

		status = file_read(s, name->text, &root);
		if (status != GROEI_OK)
			break;
		person = yaml_find(root, "person");
		s->person = s->groei->owner;
		if (person != NULL)
			status = id_of(s, GROEI_PERSON, text_of(s, person, "handle"), &s->person);
		if (status == GROEI_OK)
			status = talks_replay(s, root);
	}
	return status;
}

static enum groei_status make_body(void *context)
{
	struct sample *s = context;
	enum groei_status status;

	s->groei->owner = s->groei->who = 0; /* as before an earlier try */
	access_begin(s->groei);
	status = groei_init(s->groei, s->owner, s->owner_name);
	return status == GROEI_OK ? fill_body(s) : status;
}

static enum groei_status run_sample(struct sample *s, const char *command,
                                    enum groei_status (*body)(void *context))
{
	struct groei *groei = s->groei;
	int32_t before = groei->today;
	enum groei_status status;

	s->arena = groei_arena_open();
	s->today = groei_today(groei);
	s->language = groei_language_code(groei->language);
	status = store_transact(groei->store, command, body, s);
	groei->today = before;
	groei_arena_close(s->arena);
	return status;
}

enum groei_status groei_sample_fill(struct groei *groei)
{
	struct sample s = {.groei = groei};

	return run_sample(&s, "demo", fill_body);
}

enum groei_status groei_sample_make(struct groei *groei, const char *handle, const char *name)
{
	struct sample s = {.groei = groei, .owner = handle, .owner_name = name};
	int64_t owner = groei->owner, who = groei->who;
	enum groei_status status = run_sample(&s, "init", make_body);

	if (status != GROEI_OK) {
		groei->owner = owner;
		groei->who = who;
		access_begin(groei);
	}
	return status;
}
