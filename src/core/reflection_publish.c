/* The end of a draft: published (into its conversation, where it prepares one), skipped, withdrawn. */
#include "core/reflection.h"

#include <string.h>

#include "core/answer.h"

enum groei_status reflection_is_so(struct groei *groei, const struct reflection *reflection)
{
	const struct groei_table *table = groei_table(GROEI_REFLECTION);

	return fault_field(groei, table, "state", _("it is “%s” already"),
	                   _(groei_field(table, "state")->choices[reflection->state].label));
}

/* Prepared ------------------------------------------------------------------------------------- */

static enum groei_status side_ready(struct groei *groei, int64_t conversation, int64_t author,
                                    bool *ready_out)
{
	struct reflection reflection;
	enum groei_status status = reflection_of(groei, conversation, author, &reflection);

	*ready_out = status == GROEI_OK && (reflection.state == REFLECTION_PUBLISHED ||
	                                    reflection.state == REFLECTION_SKIPPED);
	return status == GROEI_NO ? GROEI_OK : status;
}

/* Marks the conversation as prepared when both sides are ready; *prepared_out (may be NULL): it was
 * now. */
static enum groei_status ready(struct groei *groei, int64_t conversation, int *prepared_out)
{
	struct conversation talk, after;
	bool employee = false, lead = false;
	enum groei_status status;

	if (prepared_out != NULL)
		*prepared_out = 0;
	if (conversation == 0)
		return GROEI_OK;
	status = records_get(groei, GROEI_CONVERSATION, conversation, &talk);
	if (status != GROEI_OK || talk.state != CONVERSATION_PLANNED)
		return status;
	status = side_ready(groei, conversation, talk.person, &employee);
	if (status == GROEI_OK)
		status = side_ready(groei, conversation, talk.lead, &lead);
	if (status != GROEI_OK || !employee || !lead)
		return status;
	after = talk;
	after.state = CONVERSATION_PREPARED;
	status = records_edit(groei, GROEI_CONVERSATION, &talk, &after);
	if (status == GROEI_OK && prepared_out != NULL)
		*prepared_out = 1;
	return status;
}

/* Publishing ----------------------------------------------------------------------------------- */

struct publishing {
	struct groei *groei;
	struct groei_arena *arena; /* of the caller, for the result */
	int64_t id;
	int mailed;                /* 1: in the author's name */
	struct reflection_published result;
};

static bool same(const struct answer *a, const struct answer *b)
{
	return a->number == b->number &&
	       (a->text == NULL || b->text == NULL ? a->text == b->text
	                                           : strcmp(a->text, b->text) == 0);
}

/* The conversation has an answer there already: texts are joined, a value stays. */
static enum groei_status meet(struct publishing *p, const struct answer *there,
                              const struct answer *mine, const struct question *question)
{
	struct groei *groei = p->groei;
	struct answer after = *there;
	bool words = (question == NULL || question->kind == QUESTION_TEXT ||
	              question->kind == QUESTION_GOAL || question->kind == QUESTION_ACTION) &&
	             there->text != NULL && mine->text != NULL;

	if (same(there, mine))
		return GROEI_OK;
	p->result.met[p->result.met_count++] = (struct reflection_met){
	    .question = groei_arena_text(p->arena, mine->question), .joined = words};
	if (!words)
		return GROEI_OK;
	after.text = groei_arena_print(groei->store->scratch, "%s\n\n%s", there->text, mine->text);
	return records_edit(groei, GROEI_ANSWER, there, &after);
}

/* One answer becomes readable, and the conversation's when `talk` is given. */
static enum groei_status publish_answer(struct publishing *p, const struct reflection *reflection,
                                        const struct conversation *talk,
                                        const struct answer *answer)
{
	struct groei *groei = p->groei;
	struct question_template *template;
	const struct question *question =
	    answer_question(groei, reflection->template, answer->question, &template);
	struct answer after = *answer, there;
	enum groei_status status = GROEI_NO;

	if (question != NULL && question->visibility == VISIBLE_PRIVATE)
		return GROEI_OK;
	after.published = CHOICE_YES_FIRST;
	after.day = talk != NULL ? talk->day : groei_today(groei);
	if (talk != NULL)
		status = answer_read(groei, talk->id, answer->question, answer->side, &there);
	if (status == GROEI_OK)
		status = meet(p, &there, answer, question);
	else if (status == GROEI_NO && talk != NULL)
		after.conversation = talk->id;
	if (status != GROEI_OK && status != GROEI_NO)
		return status;
	p->result.answers++;
	return records_edit(groei, GROEI_ANSWER, answer, &after);
}

/* The conversation that the answers go to: none when it will not take place. */
static enum groei_status goes_to(struct groei *groei, const struct reflection *reflection,
                                 struct conversation *talk, bool *goes_out)
{
	enum groei_status status = GROEI_OK;

	*goes_out = false;
	if (reflection->conversation == 0 || reflection->side == SIDE_PEER)
		return GROEI_OK;
	status = records_get(groei, GROEI_CONVERSATION, reflection->conversation, talk);
	*goes_out = status == GROEI_OK && talk->state != CONVERSATION_MISSED &&
	            talk->state != CONVERSATION_CANCELLED;
	return status;
}

static enum groei_status nothing_answered(struct groei *groei)
{
	return fault_field(groei, groei_table(GROEI_REFLECTION), "state",
	                   _("nothing is answered yet; answer something, or skip it"));
}

static enum groei_status publish_body(void *context)
{
	struct publishing *p = context;
	struct groei *groei = p->groei;
	struct reflection before, after;
	struct conversation talk;
	struct answer *answers = NULL;
	size_t count = 0;
	bool goes = false;
	enum groei_status status =
	    p->id == 0 ? GROEI_OK : records_get(groei, GROEI_REFLECTION, p->id, &before);

	p->result = (struct reflection_published){.answers = 0};
	if (status != GROEI_OK)
		return status;
	if (p->id == 0)
		return nothing_answered(groei);
	if (before.author != groei->who && !p->mailed)
		return reflection_denied(groei, &before);
	if (before.state != REFLECTION_DRAFT)
		return reflection_is_so(groei, &before);
	status = reflection_answers(groei, groei->store->scratch, before.id, &answers, &count);
	if (status == GROEI_OK && count == 0)
		return nothing_answered(groei);
	if (status == GROEI_OK)
		status = goes_to(groei, &before, &talk, &goes);
	p->result.met = groei_arena_take(p->arena, count * sizeof *p->result.met);
	for (size_t i = 0; status == GROEI_OK && i < count; i++)
		status = publish_answer(p, &before, goes ? &talk : NULL, &answers[i]);
	if (status != GROEI_OK)
		return status;
	after = before;
	after.state = REFLECTION_PUBLISHED;
	after.published = groei_today(groei);
	status = records_edit(groei, GROEI_REFLECTION, &before, &after);
	if (status == GROEI_OK && before.checkpoint != 0)
		status = checkpoint_answered(groei, before.checkpoint);
	if (status == GROEI_OK)
		status = ready(groei, goes ? before.conversation : 0, &p->result.prepared);
	return status == GROEI_OK ? record_get(groei->store, p->arena, groei_table(GROEI_REFLECTION),
	                                       p->id, &p->result.reflection)
	                          : status;
}

enum groei_status reflection_publish(struct groei *groei, struct groei_arena *arena, int64_t id,
                                     struct reflection_published *out)
{
	struct publishing p = {.groei = groei, .arena = arena, .id = id, .mailed = 1};
	enum groei_status status = publish_body(&p);

	if (status == GROEI_OK)
		*out = p.result;
	return status;
}

enum groei_status groei_reflection_publish(struct groei *groei, struct groei_arena *arena,
                                           int64_t reflection, struct reflection_published *out)
{
	struct publishing p = {.groei = groei, .arena = arena, .id = reflection};
	enum groei_status status =
	    store_transact(groei->store, "reflection publish", publish_body, &p);

	if (status == GROEI_OK)
		*out = p.result;
	return status;
}

/* Skipping, withdrawing ------------------------------------------------------------------------ */

struct ending {
	struct groei *groei;
	struct reflection reflection;
};

static enum groei_status skip_body(void *context)
{
	struct ending *e = context;
	struct groei *groei = e->groei;
	struct reflection before = e->reflection, after;
	enum groei_status status =
	    before.id != 0 ? records_get(groei, GROEI_REFLECTION, before.id, &before) : GROEI_OK;

	if (status != GROEI_OK)
		return status;
	if (before.author != groei->who &&
	    (before.state != REFLECTION_WAITING || before.person != groei->who))
		return reflection_denied(groei, &before);
	if (before.state != REFLECTION_DRAFT && before.state != REFLECTION_WAITING)
		return reflection_is_so(groei, &before);
	if (before.id == 0)
		status = records_add(groei, GROEI_REFLECTION, &before);
	after = before;
	after.state = REFLECTION_SKIPPED;
	if (status == GROEI_OK)
		status = records_edit(groei, GROEI_REFLECTION, &before, &after);
	if (status == GROEI_OK && after.side != SIDE_PEER)
		status = ready(groei, after.conversation, NULL);
	e->reflection.id = after.id;
	e->reflection.revision = after.revision;
	e->reflection.day = after.day;
	e->reflection.state = after.state;
	return status;
}

enum groei_status groei_reflection_skip(struct groei *groei, struct reflection *reflection)
{
	struct ending e = {groei, *reflection};
	enum groei_status status = store_transact(groei->store, "reflection skip", skip_body, &e);

	if (status == GROEI_OK)
		*reflection = e.reflection;
	return status;
}

static enum groei_status withdraw_body(void *context)
{
	struct ending *e = context;
	struct groei *groei = e->groei;
	struct answer *answers = NULL;
	struct reflection now;
	size_t count = 0;
	enum groei_status status =
	    records_get(groei, GROEI_REFLECTION, e->reflection.id, &now);

	if (status == GROEI_OK)
		status = reflection_answers(groei, groei->store->scratch, now.id, &answers, &count);
	if (status != GROEI_OK)
		return status;
	if (now.author != groei->who && (now.asked_by != groei->who || count > 0))
		return reflection_denied(groei, &now);
	if (now.state == REFLECTION_PUBLISHED)
		return fault_field(groei, groei_table(GROEI_REFLECTION), "state",
		                   _("it is published and stays; correct an answer instead"));
	for (size_t i = 0; status == GROEI_OK && i < count; i++)
		status = records_remove(groei, GROEI_ANSWER, &answers[i]);
	return status == GROEI_OK ? records_remove(groei, GROEI_REFLECTION, &now) : status;
}

enum groei_status groei_reflection_withdraw(struct groei *groei, int64_t reflection)
{
	struct ending e = {groei, {.id = reflection}};

	return store_transact(groei->store, "reflection remove", withdraw_body, &e);
}
