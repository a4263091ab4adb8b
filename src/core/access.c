/* Who may do what: one row per noun, with the roles that add, change and remove it. Who may see it stands in
 * the store's table of sight; what somebody may not see is not there for them, so it is never "refused".
 *
 * A store on one machine belongs to the person who made it: the file is the boundary, and its owner does
 * everything but touch what others keep to themselves. */
#include "core/core.h"

#include <string.h>

enum role {
	ROLE_SELF = 1 << 0,   /* whom it is about */
	ROLE_LEAD = 1 << 1,   /* leads that person now */
	ROLE_AUTHOR = 1 << 2, /* wrote it */
	ROLE_DOER = 1 << 3,   /* does the action */
	ROLE_TALK = 1 << 4,   /* one of the two of its conversation (of an answer: while that goes on) */
	ROLE_ASKER = 1 << 5,  /* asked for the reflection */
	ROLE_HR = 1 << 6
};

enum { PAIR = ROLE_SELF | ROLE_LEAD, REFLECTS = ROLE_AUTHOR | ROLE_ASKER };

static const struct rule {
	int add, edit, remove; /* enum role */
} rules[GROEI_ENTITIES] = {
    [GROEI_PERSON] = {ROLE_HR, PAIR | ROLE_HR, ROLE_HR},
    [GROEI_TEAM] = {ROLE_HR, ROLE_HR, ROLE_HR},
    [GROEI_OBJECTIVE] = {ROLE_HR, ROLE_HR, ROLE_HR},
    [GROEI_ASSIGNMENT] = {ROLE_HR, ROLE_HR, ROLE_HR},
    [GROEI_ABSENCE] = {ROLE_HR | ROLE_LEAD, ROLE_HR | ROLE_LEAD, ROLE_HR | ROLE_LEAD},
    [GROEI_CONVERSATION] = {PAIR | ROLE_TALK, ROLE_TALK | ROLE_LEAD, ROLE_TALK | ROLE_LEAD},
    [GROEI_ANSWER] = {REFLECTS | ROLE_TALK, REFLECTS | ROLE_TALK, REFLECTS | ROLE_TALK},
    [GROEI_REFLECTION] = {REFLECTS | PAIR, REFLECTS | ROLE_SELF, REFLECTS},
    [GROEI_POSTPONEMENT] = {PAIR, ROLE_AUTHOR, ROLE_AUTHOR},
    [GROEI_POINT] = {PAIR, PAIR | ROLE_AUTHOR, ROLE_AUTHOR},
    [GROEI_MOMENT] = {ROLE_AUTHOR, PAIR | ROLE_AUTHOR, ROLE_AUTHOR},
    [GROEI_NOTE] = {ROLE_AUTHOR, ROLE_AUTHOR, ROLE_AUTHOR},
    [GROEI_HEARD] = {ROLE_AUTHOR, ROLE_AUTHOR, ROLE_AUTHOR},
    [GROEI_GOAL] = {PAIR, PAIR, PAIR},
    [GROEI_ACTION] = {PAIR, PAIR | ROLE_DOER, PAIR},
    [GROEI_SKILL] = {PAIR, PAIR, PAIR},
    [GROEI_DIRECTION] = {PAIR, PAIR, PAIR},
    [GROEI_LEARNING] = {PAIR, PAIR, PAIR},
    [GROEI_CHECKPOINT] = {PAIR, PAIR, PAIR},
    [GROEI_PROGRESS] = {PAIR, PAIR, PAIR},
    [GROEI_EVIDENCE] = {PAIR, PAIR, PAIR},
};

/* Fields that fewer may change than the record. */
static const struct field_rule {
	enum groei_entity entity;
	const char *field;
	int edit; /* enum role */
} field_rules[] = {
    {GROEI_PERSON, "handle", ROLE_SELF | ROLE_HR},
    {GROEI_PERSON, "name", ROLE_SELF | ROLE_HR},
    {GROEI_PERSON, "role", ROLE_SELF | ROLE_HR},
    {GROEI_PERSON, "language", ROLE_SELF | ROLE_HR},
    {GROEI_PERSON, "talks_a_day", ROLE_SELF | ROLE_HR},
    {GROEI_PERSON, "cadence", ROLE_LEAD | ROLE_HR},
    {GROEI_PERSON, "lead", ROLE_HR},
    {GROEI_PERSON, "team", ROLE_HR},
    {GROEI_PERSON, "starts", ROLE_HR},
    {GROEI_PERSON, "ends", ROLE_HR},
    {GROEI_PERSON, "hr", ROLE_HR},
    {GROEI_MOMENT, "title", ROLE_AUTHOR},
    {GROEI_MOMENT, "kind", ROLE_AUTHOR},
    {GROEI_MOMENT, "day", ROLE_AUTHOR},
    {GROEI_MOMENT, "note", ROLE_AUTHOR | ROLE_SELF},
    {GROEI_MOMENT, "shared", ROLE_AUTHOR},
    {GROEI_REFLECTION, "shared", ROLE_SELF},
};

void access_begin(struct groei *groei)
{
	groei->store->who = groei->who;
	groei->store->sight = (struct sight){groei->owner == 0             ? SIGHT_WHOLE
	                                     : groei->who == groei->owner ? SIGHT_OWNER
	                                                                  : SIGHT_OTHER,
	                                     groei->who};
}

/* Whether somebody is kept to what they may see and do now: nobody is before there is an owner, nor are the
 * consequences that a rule brings with it. */
static bool bound(const struct groei *groei)
{
	return groei->store->sight.of != SIGHT_WHOLE && groei->consequences == 0;
}

/* Roles ------------------------------------------------------------------------------------------ */

static int64_t ref_of(const struct groei_table *table, const char *name, const void *record)
{
	const struct groei_field *field = groei_field(table, name);

	return field == NULL ? 0 : value_get_ref(field, record);
}

/* Lead and HR of somebody, seen from who asks. */
static enum groei_status standing_roles(struct groei *groei, int64_t person, int *roles)
{
	struct db_statement *row;
	enum db_result result;
	enum groei_status status = query(groei->store, QUERY_ROLES, &row);

	if (status != GROEI_OK)
		return status;
	db_bind_int(row, 1, person);
	db_bind_int(row, 2, groei->who);
	result = db_step(row);
	if (result == DB_ROW) {
		if (db_int(row, 0) == groei->who)
			*roles |= ROLE_LEAD;
		if (strcmp(query_word(row, 1), "yes") == 0)
			*roles |= ROLE_HR;
		db_reset(row);
	}
	return store_result(groei->store, result);
}

/* An answer's come from where it was given: the reflection, or the talk while it is open or held. */
static enum groei_status answer_roles(struct groei *groei, const struct answer *answer, int *roles)
{
	struct groei_arena *arena = groei->store->scratch;
	struct conversation talk;
	struct reflection reflection;
	enum groei_status status = GROEI_OK;

	if (answer->reflection != 0) {
		status = record_get(groei->store, arena, groei_table(GROEI_REFLECTION),
		                    answer->reflection, &reflection);
		if (status != GROEI_OK)
			return status;
		*roles &= ~ROLE_AUTHOR;
		*roles |= reflection.author == groei->who ? ROLE_AUTHOR : 0;
		*roles |= reflection.asked_by == groei->who ? ROLE_ASKER : 0;
		return GROEI_OK;
	}
	if (answer->conversation == 0)
		return GROEI_OK;
	status = record_get(groei->store, arena, groei_table(GROEI_CONVERSATION),
	                    answer->conversation, &talk);
	if (status == GROEI_OK && talk.state <= CONVERSATION_HELD &&
	    (talk.person == groei->who || talk.lead == groei->who))
		*roles |= ROLE_TALK;
	return status;
}

static enum groei_status roles_of(struct groei *groei, enum store_act act,
                                  const struct groei_table *table, const void *record,
                                  int *roles_out)
{
	int64_t person = groei_record_person(table, record), who = groei->who;
	int roles = 0;
	enum groei_status status = standing_roles(groei, person, &roles);

	if (person == who)
		roles |= ROLE_SELF;
	if (ref_of(table, "author", record) == who)
		roles |= ROLE_AUTHOR;
	if (ref_of(table, "asked_by", record) == who)
		roles |= ROLE_ASKER;
	if (table->entity == GROEI_ACTION && ref_of(table, "owner", record) == who)
		roles |= ROLE_DOER;
	if (table->entity == GROEI_CONVERSATION &&
	    (person == who || (act != ACT_ADD && ref_of(table, "lead", record) == who)))
		roles |= ROLE_TALK;
	if (status == GROEI_OK && table->entity == GROEI_ANSWER) {
		if (act == ACT_ADD) /* to have written it is not enough to put it somewhere */
			roles &= ~ROLE_AUTHOR;
		status = answer_roles(groei, record, &roles);
	}
	if (status == GROEI_OK)
		*roles_out = roles;
	return status;
}

/* Refusals --------------------------------------------------------------------------------------- */

static enum groei_status not_there(struct groei *groei, const struct groei_table *table)
{
	return fault_set(&groei->fault, GROEI_NOT_FOUND, NULL,
	                 _("%s: no such record any more, look at the list again"), _(table->label));
}

/* "Goal: only the employee or their lead may do this". */
static enum groei_status denied(struct groei *groei, const struct groei_table *table,
                                const struct groei_field *field, int wanted)
{
	static const struct {
		int role;
		const char *label;
	} labels[] = {
	    {ROLE_AUTHOR, N_("who wrote it")},      {ROLE_TALK, N_("the two who talk")},
	    {ROLE_SELF, N_("the employee")},        {ROLE_LEAD, N_("their lead")},
	    {ROLE_DOER, N_("who does it")},         {ROLE_ASKER, N_("who asked for it")},
	    {ROLE_HR, N_("HR")},
	};
	const char *who = "";
	int left = 0;

	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
		left += (wanted & labels[i].role) != 0;
	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
		if (wanted & labels[i].role)
			who = groei_arena_print(groei->store->scratch, "%s%s%s", who,
			                        *who == '\0' ? ""
			                        : left == 1  ? _(" or ")
			                                     : ", ",
			                        _(labels[i].label));
		left -= (wanted & labels[i].role) != 0;
	}
	if (field != NULL)
		return fault_set(&groei->fault, GROEI_DENIED, field->name,
		                 _("%s, %s: only %s may change it, ask them"), _(table->label),
		                 _(field->label), who);
	return fault_set(&groei->fault, GROEI_DENIED, NULL, _("%s: only %s may do this, ask them"),
	                 _(table->label), who);
}

/* Checks ----------------------------------------------------------------------------------------- */

enum groei_status access_check(void *context, enum store_act act, const struct groei_table *table,
                               const void *record)
{
	struct groei *groei = context;
	const struct rule *rule = &rules[table->entity];
	int wanted = act == ACT_ADD ? rule->add : act == ACT_EDIT ? rule->edit : rule->remove;
	bool owner = groei->store->sight.of == SIGHT_OWNER;
	int64_t id = ((const struct groei_record *)record)->id;
	enum seen seen = SEEN_WHOLE;
	int roles = 0;
	enum groei_status status = GROEI_OK;

	if (!bound(groei) || (owner && (act == ACT_ADD || sight_rule(table->entity)->always == NULL)))
		return GROEI_OK;
	if (act != ACT_ADD)
		status = record_seen(groei->store, table, id, &seen);
	if (status != GROEI_OK || (owner && seen == SEEN_WHOLE))
		return status;
	status = roles_of(groei, act, table, record, &roles);
	if (status != GROEI_OK || roles & wanted & REFLECTS) /* who asked hands in what they do not see */
		return status;
	if (seen == SEEN_NOT || seen == SEEN_GONE)
		return not_there(groei, table);
	return roles & wanted ? GROEI_OK : denied(groei, table, NULL, wanted);
}

enum groei_status access_change(struct groei *groei, const struct groei_table *table,
                                const void *before, const void *after)
{
	int roles = -1;
	enum groei_status status = GROEI_OK;

	if (!bound(groei) || groei->store->sight.of == SIGHT_OWNER)
		return GROEI_OK;
	for (size_t i = 0; i < sizeof field_rules / sizeof *field_rules; i++) {
		const struct field_rule *rule = &field_rules[i];
		const struct groei_field *field;

		if (rule->entity != table->entity)
			continue;
		field = groei_field(table, rule->field);
		if (value_same(field, before, after))
			continue;
		if (roles == -1)
			status = roles_of(groei, ACT_EDIT, table, before, &roles);
		if (status != GROEI_OK)
			return status;
		if (!(roles & rule->edit))
			return denied(groei, table, field, rule->edit);
	}
	return GROEI_OK;
}

enum groei_status access_get(struct groei *groei, const struct groei_table *table, int64_t id)
{
	enum seen seen = SEEN_WHOLE;
	enum groei_status status = GROEI_OK;

	if (bound(groei))
		status = record_seen(groei->store, table, id, &seen);
	return status == GROEI_OK && (seen == SEEN_NOT || seen == SEEN_GONE)
	           ? not_there(groei, table)
	           : status;
}

/* Whether who asks is this person, leads them, works for HR or owns the store. */
static bool near(struct groei *groei, int64_t person)
{
	int roles = 0;

	if (!bound(groei) || groei->store->sight.of == SIGHT_OWNER || person == groei->who)
		return true;
	return standing_roles(groei, person, &roles) == GROEI_OK && roles != 0;
}

enum groei_viewer groei_viewer(struct groei *groei, int64_t person)
{
	int roles = 0;

	if (person == groei->who)
		return VIEWER_SELF;
	if (access_read(groei) != GROEI_OK || standing_roles(groei, person, &roles) != GROEI_OK)
		return VIEWER_OTHER;
	if (roles & ROLE_LEAD || groei->who == groei->owner)
		return VIEWER_LEAD;
	return roles & ROLE_HR ? VIEWER_HR : VIEWER_OTHER;
}

enum groei_status access_person(struct groei *groei, struct groei_arena *arena, int64_t person)
{
	const char *name;

	if (near(groei, person))
		return GROEI_OK;
	name = groei_person_name(groei, arena, person);
	return *name == '\0' ? not_there(groei, groei_table(GROEI_PERSON))
	                     : fault_set(&groei->fault, GROEI_DENIED, NULL,
	                                 _("%s: only they, their lead and HR see how they develop, "
	                                   "ask them"),
	                                 name);
}

enum groei_status access_read(struct groei *groei)
{
	return groei->store == NULL ? GROEI_STORE : GROEI_OK;
}
