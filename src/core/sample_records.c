/* The "records" of the sample team: any noun of the field table, recorded on its day by whoever does so,
 * and what becomes of it later. One line of a table per verb; nouns need none. */
#include <stdlib.h>
#include <string.h>

#include <groei/moments.h>
#include <groei/skill.h>

#include "core/reflection.h"
#include "core/sample.h"

enum { ANSWERS_MOST = 40 };

/* Fields ---------------------------------------------------------------------------------------- */

static enum groei_status unknown(struct sample *s, const struct yaml_node *node, const char *why)
{
	const char *text = node->text != NULL ? node->text : node->key != NULL ? node->key->text : "";

	return sample_fault(s, text, node->line, why);
}

static enum groei_status find_known(struct sample *s, const struct groei_field *field,
                                    const struct yaml_node *value, int64_t *id_out)
{
	for (size_t i = s->known_count; i-- > 0;) {
		const struct known_record *known = &s->known[i];

		if (known->entity == field->target && strcmp(known->title, value->text) == 0 &&
		    (known->person == 0 || known->person == s->person)) {
			*id_out = known->id;
			return GROEI_OK;
		}
	}
	return unknown(s, value, _("no earlier record has this title"));
}

/* "me" is the owner. */
static enum groei_status by_handle(struct sample *s, enum groei_entity entity, const char *handle,
                                   int64_t *id_out)
{
	enum groei_status status = GROEI_OK;

	if (strcmp(handle, "me") == 0)
		*id_out = s->groei->owner;
	else
		status = record_by_handle(s->groei->store, groei_table(entity), handle, id_out);
	return status == GROEI_NO ? sample_fault(s, handle, 0, _("nobody has this handle")) : status;
}

/* A handle, the title of an earlier record, or the "next" conversation. */
static enum groei_status reference(struct sample *s, const struct groei_field *field,
                                   const struct yaml_node *value, int64_t *id_out)
{
	struct groei *groei = s->groei;
	struct conversation talk;
	enum groei_status status;

	if (value->kind != YAML_TEXT)
		return unknown(s, value, _("it is no text"));
	if (field->target == GROEI_PERSON || field->target == GROEI_TEAM)
		return by_handle(s, field->target, value->text, id_out);
	if (field->target != GROEI_CONVERSATION)
		return find_known(s, field, value, id_out);
	status = conversation_open_read(groei, groei->store->scratch, s->person, &talk);
	if (status == GROEI_OK)
		*id_out = talk.id;
	return status;
}

static enum groei_status choice(struct sample *s, const struct groei_field *field,
                                const struct yaml_node *value, void *record)
{
	for (int32_t i = 0; value->text != NULL && field->choices[i].code != NULL; i++) {
		if (strcmp(field->choices[i].code, value->text) == 0) {
			value_set_int(field, record, i);
			return GROEI_OK;
		}
	}
	return unknown(s, value, _("it is none of the choices"));
}

static enum groei_status set(struct sample *s, const struct groei_field *field,
                             const struct yaml_node *value, void *record)
{
	const char *words = sample_words(s, value);
	int64_t id = 0;
	enum groei_status status = GROEI_OK;

	if (words == NULL)
		return unknown(s, value, _("it is no text"));
	switch (field->kind) {
	case GROEI_DAY:
		value_set_int(field, record, sample_day(s, words));
		break;
	case GROEI_NUMBER:
		value_set_int(field, record, (int32_t)strtol(words, NULL, 10));
		break;
	case GROEI_CHOICE:
		return choice(s, field, value, record);
	case GROEI_REF:
		status = reference(s, field, value, &id);
		if (status == GROEI_OK)
			value_set_ref(field, record, id);
		break;
	default:
		value_set_text(field, record, words);
	}
	return status;
}

/* Keys are written as options are: "step-by". */
static const struct groei_field *field_of(const struct groei_table *table, const char *key)
{
	for (size_t i = 0; i < table->field_count; i++) {
		const char *name = table->fields[i].name;
		size_t at = 0;

		while (key[at] != '\0' && (key[at] == name[at] || (key[at] == '-' && name[at] == '_')))
			at++;
		if (key[at] == '\0' && name[at] == '\0')
			return &table->fields[i];
	}
	return NULL;
}

/* Sets the field of the value's key; days, choices, texts, references as the files write them. */
static enum groei_status set_field(struct sample *s, const struct groei_table *table,
                                   const struct yaml_node *value, void *record)
{
	const struct groei_field *field = field_of(table, value->key->text);

	return field != NULL ? set(s, field, value, record)
	                     : sample_fault(s, value->key->text, value->line,
	                                    _("it is no field of this noun"));
}

static bool is_one_of(const char *const *keys, const char *key)
{
	for (; *keys != NULL; keys++) {
		if (strcmp(*keys, key) == 0)
			return true;
	}
	return false;
}

enum groei_status sample_fields(struct sample *s, const struct groei_table *table,
                                const struct yaml_node *node, const char *const *but,
                                void *record)
{
	enum groei_status status = GROEI_OK;

	for (const struct yaml_node *value = node->first; value != NULL && status == GROEI_OK;
	     value = value->next) {
		if (!is_one_of(but, value->key->text))
			status = set_field(s, table, value, record);
	}
	return status;
}

enum groei_status sample_some(struct sample *s, const struct groei_table *table,
                              const struct yaml_node *node, const char *const *keys, void *record)
{
	enum groei_status status = GROEI_OK;

	for (; *keys != NULL && status == GROEI_OK; keys++) {
		const struct yaml_node *value = yaml_find(node, *keys);

		if (value != NULL)
			status = set_field(s, table, value, record);
	}
	return status;
}

enum groei_status sample_know(struct sample *s, enum groei_entity entity, int64_t person,
                              int64_t id, const struct yaml_node *title)
{
	if (title != NULL && title->kind == YAML_MAP)
		title = yaml_find(title, "en");
	if (title == NULL || title->kind != YAML_TEXT)
		return GROEI_OK;
	if (s->known_count == KNOWN_MOST)
		return unknown(s, title, _("too many records have a title"));
	s->known[s->known_count++] = (struct known_record){entity, person, id, title->text};
	return GROEI_OK;
}

/* Verbs ----------------------------------------------------------------------------------------- */

struct sample_verb {
	enum groei_entity entity;
	const char *name;
	const char *command; /* what the journal calls it */
	enum groei_status (*run)(struct sample *s, const struct later *later);
	int choice;          /* that the function is told */
};

static const char *note_of(const struct sample *s, const struct later *later)
{
	return sample_words(s, yaml_find(later->node, "note"));
}

static enum groei_status move_here(struct sample *s, const struct later *later)
{
	const struct person_move move = {.person = later->id, .fields = MOVE_LEAD,
	                                 .lead = s->groei->owner, .from = GROEI_NO_DAY};
	struct person person;

	return groei_person_move(s->groei, s->arena, &move, &person);
}

static enum groei_status end_absence(struct sample *s, const struct later *later)
{
	struct absence absence;

	(void)later;
	return groei_absence_end(s->groei, s->arena, s->person, GROEI_NO_DAY, &absence);
}

static enum groei_status answer_proposal(struct sample *s, const struct later *later)
{
	return groei_learning_answer(s->groei, later->id,
	                             (enum learning_answer)later->verb->choice, note_of(s, later));
}

static enum groei_status begin_learning(struct sample *s, const struct later *later)
{
	return groei_learning_begin(s->groei, later->id, GROEI_NO_DAY);
}

static enum groei_status finish_learning(struct sample *s, const struct later *later)
{
	static const char *const but[] = {"on", "by", NULL};
	struct learning read;
	struct learning_end end;
	enum groei_status status = GROEI_OK;

	groei_record_clear(groei_table(GROEI_LEARNING), &read);
	if (later->node->kind == YAML_MAP)
		status = sample_fields(s, groei_table(GROEI_LEARNING), later->node, but, &read);
	end = (struct learning_end){GROEI_NO_DAY, read.exam, read.certificate, read.valid_until,
	                            read.hours_used};
	return status == GROEI_OK ? groei_learning_finish(s->groei, later->id, &end) : status;
}

static enum groei_status debrief(struct sample *s, const struct later *later)
{
	return groei_learning_debriefed(s->groei, later->id);
}

/* The checkpoint of that kind takes place, or is skipped for a reason. */
static enum groei_status check_learning(struct sample *s, const struct later *later)
{
	const struct groei_query wanted = {.condition = {{"learning", later->id}}, .limit = 10};
	const char *reason = sample_words(s, yaml_find(later->node, "skip"));
	struct checkpoint *list;
	void *records = NULL;
	size_t count = 0;
	enum groei_status status =
	    groei_list(s->groei, s->arena, GROEI_CHECKPOINT, &wanted, &records, &count);

	list = records;
	for (size_t i = 0; status == GROEI_OK && i < count; i++) {
		if (list[i].kind == later->verb->choice)
			return reason != NULL
			           ? groei_checkpoint_skip(s->groei, list[i].id, reason)
			           : groei_checkpoint_done(s->groei, list[i].id, note_of(s, later));
	}
	return status == GROEI_OK ? unknown(s, later->node, _("it has no such checkpoint")) : status;
}

static enum groei_status moment_ends(struct sample *s, const struct later *later)
{
	return groei_moment_outcome(s->groei, later->id, (enum moment_outcome)later->verb->choice,
	                            note_of(s, later));
}

static enum groei_status reply(struct sample *s, const struct later *later)
{
	return groei_moment_reply(s->groei, later->id, note_of(s, later));
}

static enum groei_status set_point(struct sample *s, const struct later *later)
{
	return groei_point_set(s->groei, later->id, (enum point_state)later->verb->choice);
}

static enum groei_status set_action(struct sample *s, const struct later *later)
{
	return groei_action_set(s->groei, later->id, (enum action_state)later->verb->choice);
}

static enum groei_status hear(struct sample *s, const struct later *later)
{
	struct becoming becoming = {.heard = later->id,
	                            .state = (enum heard_state)later->verb->choice,
	                            .title = note_of(s, later),
	                            .by = GROEI_NO_DAY};
	int64_t made;

	return groei_heard_become(s->groei, &becoming, &made);
}

static enum groei_status confirm(struct sample *s, const struct later *later)
{
	return groei_evidence_confirm(s->groei, later->id);
}

static enum groei_status confirm_skill(struct sample *s, const struct later *later)
{
	static const char *const levels[] = {"own", "view", NULL};
	struct skill read;
	enum groei_status status = GROEI_OK;

	groei_record_clear(groei_table(GROEI_SKILL), &read);
	if (later->node->kind == YAML_MAP)
		status = sample_some(s, groei_table(GROEI_SKILL), later->node, levels, &read);
	return status == GROEI_OK ? groei_skill_confirm(s->groei, later->id, read.own, read.view)
	                          : status;
}

/* Answers under "answers", as their author types them. */
static enum groei_status answer_all(struct sample *s, int64_t id, const struct yaml_node *node)
{
	const struct yaml_node *answers = yaml_find(node, "answers");
	struct given_answer given[ANSWERS_MOST];
	struct reflection reflection;
	struct reflection_published published;
	size_t count = 0;
	enum groei_status status = GROEI_OK;

	for (const struct yaml_node *answer = answers == NULL ? NULL : answers->first;
	     answer != NULL && count < ANSWERS_MOST; answer = answer->next)
		given[count++] = (struct given_answer){answer->key->text, sample_words(s, answer),
		                                       SIDE_EMPLOYEE};
	if (count > 0)
		status = records_get(s->groei, GROEI_REFLECTION, id, &reflection);
	return status == GROEI_OK && count > 0
	           ? groei_reflection_fill(s->groei, s->arena, &reflection, given, count, &published)
	           : status;
}

static enum groei_status publish(struct sample *s, const struct later *later)
{
	struct reflection_published published;
	enum groei_status status = answer_all(s, later->id, later->node);

	return status == GROEI_OK
	           ? groei_reflection_publish(s->groei, s->arena, later->id, &published)
	           : status;
}

static enum groei_status share_feedback(struct sample *s, const struct later *later)
{
	return groei_feedback_share(s->groei, later->id);
}

static const struct sample_verb verbs[] = {
    {GROEI_PERSON, "moved", "person move", move_here, 0},
    {GROEI_ABSENCE, "ended", "absence end", end_absence, 0},
    {GROEI_LEARNING, "agreed", "learning answer", answer_proposal, ANSWER_YES},
    {GROEI_LEARNING, "begun", "learning begin", begin_learning, 0},
    {GROEI_LEARNING, "finished", "learning finish", finish_learning, 0},
    {GROEI_LEARNING, "debriefed", "learning debrief", debrief, 0},
    {GROEI_LEARNING, "before", "checkpoint done", check_learning, CHECKPOINT_BEFORE},
    {GROEI_LEARNING, "day-14", "checkpoint done", check_learning, CHECKPOINT_DAY_14},
    {GROEI_LEARNING, "day-30", "checkpoint done", check_learning, CHECKPOINT_DAY_30},
    {GROEI_LEARNING, "day-60", "checkpoint done", check_learning, CHECKPOINT_DAY_60},
    {GROEI_LEARNING, "day-90", "checkpoint done", check_learning, CHECKPOINT_DAY_90},
    {GROEI_MOMENT, "succeeded", "moment outcome", moment_ends, OUTCOME_SUCCEEDED},
    {GROEI_MOMENT, "learned", "moment outcome", moment_ends, OUTCOME_LEARNED},
    {GROEI_MOMENT, "replied", "moment reply", reply, 0},
    {GROEI_POINT, "discussed", "point done", set_point, POINT_DISCUSSED},
    {GROEI_ACTION, "done", "action done", set_action, ACTION_DONE},
    {GROEI_HEARD, "kept", "heard become", hear, HEARD_KEPT},
    {GROEI_SKILL, "confirmed", "skill confirm", confirm_skill, 0},
    {GROEI_EVIDENCE, "confirmed", "evidence confirm", confirm, 0},
    {GROEI_REFLECTION, "published", "reflection publish", publish, 0},
    {GROEI_REFLECTION, "shared", "feedback share", share_feedback, 0},
};

const char *sample_verb_name(size_t n, enum groei_entity *entity_out)
{
	if (n >= sizeof verbs / sizeof *verbs)
		return NULL;
	*entity_out = verbs[n].entity;
	return verbs[n].name;
}

/* Days ------------------------------------------------------------------------------------------- */

/* Every verb under "then", for the record with this id: "ended: -20", "ended: {on: -20, by: jef}". */
static enum groei_status verbs_later(struct sample *s, enum groei_entity entity, int64_t id,
                                     const struct yaml_node *item)
{
	const struct yaml_node *then = yaml_find(item, "then"), *by = yaml_find(item, "by");
	enum groei_status status = GROEI_OK;

	for (const struct yaml_node *verb = then == NULL ? NULL : then->first;
	     verb != NULL && status == GROEI_OK; verb = verb->next) {
		const struct yaml_node *on = verb->kind == YAML_MAP ? yaml_find(verb, "on") : verb;
		const struct yaml_node *other = yaml_find(verb, "by");
		size_t i = 0;

		while (i < sizeof verbs / sizeof *verbs &&
		       (verbs[i].entity != entity || strcmp(verbs[i].name, verb->key->text) != 0))
			i++;
		if (i == sizeof verbs / sizeof *verbs || on == NULL || on->kind != YAML_TEXT)
			return sample_fault(s, verb->key->text, verb->line,
			                    _("it is no verb with a day"));
		status = sample_later(s, (struct later){
		                             .day = sample_day(s, on->text), .entity = entity, .id = id,
		                             .node = verb, .verb = &verbs[i],
		                             .by = other != NULL ? other->text
		                                   : by != NULL  ? by->text
		                                                 : NULL});
	}
	return status;
}

enum groei_status sample_records(struct sample *s, const struct yaml_node *root)
{
	const struct yaml_node *list = yaml_find(root, "records"), *person = yaml_find(root, "person");
	enum groei_status status = GROEI_OK;

	if (person != NULL)
		status = verbs_later(s, GROEI_PERSON, s->person, person);
	for (const struct yaml_node *item = list == NULL ? NULL : list->first;
	     item != NULL && status == GROEI_OK; item = item->next) {
		const struct groei_table *table =
		    item->kind == YAML_MAP ? groei_table_named(item->first->key->text) : NULL;
		const struct yaml_node *on = yaml_find(item, "on"), *by = yaml_find(item, "by");

		if (table == NULL || on == NULL || on->kind != YAML_TEXT)
			return sample_fault(s, "records", item->line, _("it is no noun with a day"));
		status = sample_later(s, (struct later){.day = sample_day(s, on->text),
		                                        .entity = table->entity, .node = item,
		                                        .by = by == NULL ? NULL : by->text});
	}
	return status;
}

/* What an item says first: a note's text, an absence's first day, any other's title. */
static const struct groei_field *first_field(const struct groei_table *table)
{
	return groei_field(table, table->entity == GROEI_NOTE ? "text" : table->title);
}

static enum groei_status add(struct sample *s, const struct later *later)
{
	static const char *const but[] = {"on", "by", "then", "answers", NULL};
	const struct groei_table *table = groei_table(later->entity);
	const struct groei_field *person = groei_field(table, "person");
	const char *keys[sizeof but / sizeof *but + 1] = {table->name};
	void *record = groei_arena_take(s->arena, table->size);
	int64_t id;
	enum groei_status status;

	memcpy(keys + 1, but, sizeof but);
	groei_record_clear(table, record);
	if (person != NULL)
		value_set_ref(person, record, s->person);
	status = set(s, first_field(table), later->node->first, record);
	if (status == GROEI_OK)
		status = sample_fields(s, table, later->node, keys, record);
	if (status == GROEI_OK)
		status = records_add(s->groei, later->entity, record);
	if (status != GROEI_OK)
		return status;
	id = ((struct groei_record *)record)->id;
	if (later->entity == GROEI_REFLECTION)
		status = answer_all(s, id, later->node);
	if (status == GROEI_OK)
		status = sample_know(s, later->entity, s->person, id, later->node->first);
	return status == GROEI_OK ? verbs_later(s, later->entity, id, later->node) : status;
}

/* Says where in the file it went wrong. */
static enum groei_status where(struct sample *s, const struct later *later,
                               enum groei_status status)
{
	const char *why = groei_arena_text(s->arena, groei_why(s->groei).text);

	if (status == GROEI_STORE)
		return status;
	return fault_set(&s->groei->fault, status, NULL, _("sample: %s, line %d: %s"),
	                 later->verb != NULL ? later->verb->name : groei_table(later->entity)->name,
	                 later->node->line, why);
}

enum groei_status sample_record(struct sample *s, const struct later *later)
{
	struct groei *groei = s->groei;
	const struct later now = *later; /* more may be put on the list */
	enum groei_status status = GROEI_OK;

	if (now.verb != NULL)
		sample_step(s, now.day, now.verb->command);
	else
		sample_step(s, now.day, groei_arena_print(s->arena, "%s add",
		                                          groei_table(now.entity)->name));
	if (now.by != NULL)
		status = by_handle(s, GROEI_PERSON, now.by, &groei->who);
	access_begin(groei);
	if (status == GROEI_OK)
		status = now.verb != NULL ? now.verb->run(s, &now) : add(s, &now);
	groei->who = groei->owner;
	access_begin(groei);
	return status == GROEI_OK ? status : where(s, &now, status);
}
