/* Rules and verbs of learning activities: proposed and answered, begun, finished or stopped. Finishing one
 * never moves its goal. */
#include "core/core.h"

static enum groei_status same_person(struct groei *groei, const struct groei_table *table,
                                     const char *field, enum groei_entity entity, int64_t id,
                                     int64_t person)
{
	const struct groei_table *target = groei_table(entity);
	void *record;
	enum groei_status status;

	if (id == 0)
		return GROEI_OK;
	record = groei_arena_take(groei->store->scratch, target->size);
	status = record_get(groei->store, groei->store->scratch, target, id, record);
	if (status == GROEI_NOT_FOUND) /* said in words by the reference's own check */
		return GROEI_OK;
	if (status == GROEI_OK && groei_record_person(target, record) != person)
		return fault_field(groei, table, field, _("it is somebody else's"));
	return status;
}

static enum groei_status learning_check(struct groei *groei, const void *before, void *after)
{
	const struct groei_table *table = groei_table(GROEI_LEARNING);
	const struct learning *was = before, *learning = after;

	if (learning->starts != GROEI_NO_DAY && learning->ends != GROEI_NO_DAY &&
	    learning->ends < learning->starts)
		return fault_field(groei, table, "ends", _("it lies before the first day"));
	if (learning->hours != GROEI_NONE && learning->hours_at_work != GROEI_NONE &&
	    learning->hours_at_work > learning->hours)
		return fault_field(groei, table, "hours_at_work", _("that is more than the hours in all"));
	if (was != NULL && was->goal == learning->goal)
		return GROEI_OK;
	return same_person(groei, table, "goal", GROEI_GOAL, learning->goal, learning->person);
}

static enum groei_status learning_clear(struct groei *groei, const void *record)
{
	return checkpoint_clear(groei, ((const struct learning *)record)->id);
}

static enum groei_status learning_follow(struct groei *groei, const void *before,
                                         const void *after)
{
	return checkpoint_follow(groei, before, after);
}

const struct noun learning_noun = {
    .check = learning_check, .clear = learning_clear, .follow = learning_follow};

static enum groei_status evidence_check(struct groei *groei, const void *before, void *after)
{
	const struct groei_table *table = groei_table(GROEI_EVIDENCE);
	const struct evidence *was = before, *evidence = after;
	enum groei_status status = GROEI_OK;

	if (was == NULL)
		status = same_person(groei, table, "goal", GROEI_GOAL, evidence->goal, evidence->person);
	if (status == GROEI_OK && (was == NULL || was->learning != evidence->learning))
		status = same_person(groei, table, "learning", GROEI_LEARNING, evidence->learning,
		                     evidence->person);
	return status;
}

const struct noun evidence_noun = {.check = evidence_check};

/* Verbs --------------------------------------------------------------------------------------- */

struct changing {
	struct groei *groei;
	int64_t learning;
	int states; /* bits of enum learning_state from which the verb goes */
	enum groei_status (*change)(const struct changing *c, struct learning *learning);
	int32_t day;
	const char *reason;
	enum learning_answer answer;
	const struct learning_end *end;
};

static enum groei_status change_body(void *context)
{
	const struct changing *c = context;
	const struct groei_table *table = groei_table(GROEI_LEARNING);
	struct learning before, after;
	enum groei_status status = records_get(c->groei, GROEI_LEARNING, c->learning, &before);

	if (status != GROEI_OK)
		return status;
	if (!(c->states >> before.state & 1))
		return fault_field(c->groei, table, "state", _("it is “%s”, so that cannot be"),
		                   _(groei_field(table, "state")->choices[before.state].label));
	after = before;
	status = c->change(c, &after);
	return status == GROEI_OK ? records_edit(c->groei, GROEI_LEARNING, &before, &after) : status;
}

static enum groei_status needs_reason(struct groei *groei, const char *reason)
{
	return reason != NULL && *reason != '\0'
	           ? GROEI_OK
	           : fault_field(groei, groei_table(GROEI_LEARNING), "reply",
	                         _("say why, with --reason"));
}

/* A lead owes the employee a reason; the employee's own "not now" needs none. */
static enum groei_status change_answer(const struct changing *c, struct learning *learning)
{
	struct groei *groei = c->groei;
	enum groei_status status = GROEI_OK;

	if (groei->who == learning->proposed_by && groei->who != groei->owner)
		return fault_set(&groei->fault, GROEI_DENIED, NULL,
		                 _("learning answer: the proposal is your own, the other side answers it"));
	if (c->answer != ANSWER_YES && learning->proposed_by == learning->person)
		status = needs_reason(groei, c->reason);
	learning->answered = groei_today(groei);
	learning->reply = c->reason;
	if (c->answer != ANSWER_LATER)
		learning->state = c->answer == ANSWER_YES ? LEARNING_PLANNED : LEARNING_DECLINED;
	return status;
}

static enum groei_status change_begin(const struct changing *c, struct learning *learning)
{
	int32_t today = groei_today(c->groei);

	if (c->day > today)
		return fault_field(c->groei, groei_table(GROEI_LEARNING), "starts",
		                   _("that day lies ahead"));
	if (c->day != GROEI_NO_DAY)
		learning->starts = c->day;
	else if (learning->starts == GROEI_NO_DAY || learning->starts > today)
		learning->starts = today;
	learning->state = LEARNING_RUNNING;
	return GROEI_OK;
}

static enum groei_status change_finish(const struct changing *c, struct learning *learning)
{
	const struct learning_end *end = c->end;
	int32_t today = groei_today(c->groei);

	if (end->day > today)
		return fault_field(c->groei, groei_table(GROEI_LEARNING), "ends",
		                   _("that day lies ahead"));
	if (end->day != GROEI_NO_DAY)
		learning->ends = end->day;
	else if (learning->ends == GROEI_NO_DAY || learning->ends > today)
		learning->ends = today;
	/* It took place after all, so it began no later. */
	if (learning->starts > learning->ends)
		learning->starts = learning->ends;
	if (end->exam != GROEI_NONE)
		learning->exam = end->exam;
	if (end->certificate != NULL)
		learning->certificate = end->certificate;
	if (end->valid_until != GROEI_NO_DAY)
		learning->valid_until = end->valid_until;
	if (end->hours_used != GROEI_NONE)
		learning->hours_used = end->hours_used;
	learning->state = LEARNING_FINISHED;
	return GROEI_OK;
}

static enum groei_status change_stop(const struct changing *c, struct learning *learning)
{
	learning->state = LEARNING_STOPPED;
	learning->reply = c->reason;
	return needs_reason(c->groei, c->reason);
}

static enum groei_status change_debriefed(const struct changing *c, struct learning *learning)
{
	if (learning->debriefed != GROEI_NO_DAY)
		return fault_field(c->groei, groei_table(GROEI_LEARNING), "debriefed",
		                   _("that was said already"));
	learning->debriefed = groei_today(c->groei);
	return GROEI_OK;
}

enum {
	WAITS = 1 << LEARNING_PROPOSED,
	UNDER_WAY = 1 << LEARNING_PLANNED | 1 << LEARNING_RUNNING,
};

struct proposing {
	struct groei *groei;
	const struct learning *wanted;
	struct learning proposal; /* anew per attempt */
};

static enum groei_status propose_body(void *context)
{
	struct proposing *p = context;

	p->proposal = *p->wanted;
	p->proposal.state = LEARNING_PROPOSED;
	p->proposal.proposed_by = p->groei->who;
	return records_add(p->groei, GROEI_LEARNING, &p->proposal);
}

enum groei_status groei_learning_propose(struct groei *groei, struct learning *learning)
{
	struct proposing p = {.groei = groei, .wanted = learning};
	enum groei_status status = store_transact(groei->store, "learning propose", propose_body, &p);

	if (status == GROEI_OK)
		*learning = p.proposal;
	return status;
}

enum groei_status groei_learning_answer(struct groei *groei, int64_t learning,
                                        enum learning_answer answer, const char *reason)
{
	struct changing c = {.groei = groei, .learning = learning, .states = WAITS,
	                     .change = change_answer, .answer = answer, .reason = reason};

	return store_transact(groei->store, "learning answer", change_body, &c);
}

enum groei_status groei_learning_begin(struct groei *groei, int64_t learning, int32_t day)
{
	struct changing c = {.groei = groei, .learning = learning, .states = 1 << LEARNING_PLANNED,
	                     .change = change_begin, .day = day};

	return store_transact(groei->store, "learning begin", change_body, &c);
}

enum groei_status groei_learning_finish(struct groei *groei, int64_t learning,
                                        const struct learning_end *end)
{
	struct changing c = {.groei = groei, .learning = learning, .states = UNDER_WAY,
	                     .change = change_finish, .end = end};

	return store_transact(groei->store, "learning finish", change_body, &c);
}

enum groei_status groei_learning_stop(struct groei *groei, int64_t learning, const char *reason)
{
	struct changing c = {.groei = groei, .learning = learning, .states = UNDER_WAY | WAITS,
	                     .change = change_stop, .reason = reason};

	return store_transact(groei->store, "learning stop", change_body, &c);
}

enum groei_status groei_learning_debriefed(struct groei *groei, int64_t learning)
{
	struct changing c = {.groei = groei, .learning = learning,
	                     .states = UNDER_WAY | 1 << LEARNING_FINISHED | 1 << LEARNING_STOPPED,
	                     .change = change_debriefed};

	return store_transact(groei->store, "learning debrief", change_body, &c);
}

/* Evidence ------------------------------------------------------------------------------------ */

struct confirming {
	struct groei *groei;
	int64_t evidence;
};

static enum groei_status confirm_body(void *context)
{
	const struct confirming *c = context;
	struct groei *groei = c->groei;
	struct evidence before, after;
	enum groei_status status = records_get(groei, GROEI_EVIDENCE, c->evidence, &before);

	if (status != GROEI_OK)
		return status;
	if (groei->who != before.person && groei->who != groei->owner)
		return fault_set(&groei->fault, GROEI_DENIED, NULL,
		                 _("evidence confirm: only the employee can say that it went so"));
	if (before.confirmed != GROEI_NO_DAY)
		return fault_field(groei, groei_table(GROEI_EVIDENCE), "confirmed",
		                   _("that was said already"));
	after = before;
	after.confirmed = groei_today(groei);
	return records_edit(groei, GROEI_EVIDENCE, &before, &after);
}

enum groei_status groei_evidence_confirm(struct groei *groei, int64_t evidence)
{
	struct confirming c = {groei, evidence};

	return store_transact(groei->store, "evidence confirm", confirm_body, &c);
}
