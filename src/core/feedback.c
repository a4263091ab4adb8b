/* Feedback of colleagues: asked by the person, or by their lead with the person's consent. What comes
 * is the person's; the lead reads it when the person shares it. */
#include "core/reflection.h"

struct asking {
	struct groei *groei;
	const struct feedback_wish *wish;
	struct reflection *made;
};

/* Nobody is asked twice for the same while the first waits; what the person asked is not for their lead to
 * know. */
static enum groei_status asked_already(struct groei *groei, int64_t person, int64_t author)
{
	const struct groei_query wanted = {
	    .scope = GROEI_OPEN, .condition = {{"author", author}, {"person", person}}, .limit = 100};
	struct reflection *open;
	void *records = NULL;
	size_t count = 0;
	enum groei_status status =
	    record_list(groei->store, groei->store->scratch, groei_table(GROEI_REFLECTION), &wanted,
	                groei_today(groei), &records, &count);

	open = records;
	for (size_t i = 0; status == GROEI_OK && i < count; i++) {
		if (open[i].side == SIDE_PEER && (open[i].asked_by == groei->who || person == groei->who))
			return fault_field(groei, groei_table(GROEI_REFLECTION), "author",
			                   _("%s was asked already and did not answer yet"),
			                   groei_person_name(groei, groei->store->scratch, author));
	}
	return status == GROEI_NO ? GROEI_OK : status;
}

static enum groei_status ask_one(struct asking *a, int64_t from, enum reflection_state state,
                                 struct reflection *made)
{
	struct groei *groei = a->groei;
	enum groei_status status;

	if (from == a->wish->person)
		return fault_field(groei, groei_table(GROEI_REFLECTION), "author",
		                   _("feedback comes from colleagues; name others than the person"));
	status = person_left(groei, groei_table(GROEI_REFLECTION), "author", from);
	if (status != GROEI_OK)
		return status;
	status = asked_already(groei, a->wish->person, from);
	if (status != GROEI_OK)
		return status;
	groei_record_clear(groei_table(GROEI_REFLECTION), made);
	made->person = a->wish->person;
	made->author = from;
	made->side = SIDE_PEER;
	made->template = a->wish->template != NULL ? a->wish->template
	                                           : reflection_template(groei, "peer-feedback");
	made->state = (int32_t)state;
	made->asked_by = groei->who;
	made->due = a->wish->due;
	made->context = a->wish->context;
	return records_add(groei, GROEI_REFLECTION, made);
}

static enum groei_status ask_body(void *context)
{
	struct asking *a = context;
	struct groei *groei = a->groei;
	struct person person;
	enum groei_status status = records_get(groei, GROEI_PERSON, a->wish->person, &person);

	if (status != GROEI_OK)
		return status;
	if (groei->who != person.id && groei->who != person.lead)
		return fault_set(&groei->fault, GROEI_DENIED, NULL,
		                 _("Feedback: only %s and their lead ask for it"), person.name);
	if (a->wish->due != GROEI_NO_DAY && a->wish->due < groei_today(groei))
		return fault_field(groei, groei_table(GROEI_REFLECTION), "due",
		                   _("that day lies behind us; give one ahead"));
	for (size_t i = 0; status == GROEI_OK && i < a->wish->from_count; i++)
		status = ask_one(a, a->wish->from[i],
		                 groei->who == person.id ? REFLECTION_DRAFT : REFLECTION_WAITING,
		                 &a->made[i]);
	return status;
}

enum groei_status groei_feedback_ask(struct groei *groei, const struct feedback_wish *wish,
                                     struct reflection *made_out)
{
	struct groei_arena *arena = groei_arena_open();
	struct asking a = {groei, wish, NULL};
	enum groei_status status;

	a.made = groei_arena_take(arena, wish->from_count * sizeof *a.made);
	status = store_transact(groei->store, "feedback ask", ask_body, &a);
	for (size_t i = 0; status == GROEI_OK && i < wish->from_count; i++)
		made_out[i] = a.made[i];
	groei_arena_close(arena);
	return status;
}

struct deciding {
	struct groei *groei;
	int64_t id;
};

/* The person's own feedback; nobody else decides about it. */
static enum groei_status own_feedback(struct groei *groei, int64_t id, struct reflection *out)
{
	enum groei_status status = records_get(groei, GROEI_REFLECTION, id, out);

	if (status != GROEI_OK)
		return status;
	if (out->side != SIDE_PEER)
		return fault_field(groei, groei_table(GROEI_REFLECTION), "side",
		                   _("it is no feedback of a colleague"));
	if (out->person != groei->who)
		return fault_set(&groei->fault, GROEI_DENIED, NULL,
		                 _("Feedback: only %s decides about it"),
		                 groei_person_name(groei, groei->store->scratch, out->person));
	return GROEI_OK;
}

static enum groei_status consent_body(void *context)
{
	const struct deciding *d = context;
	struct reflection before, after;
	enum groei_status status = own_feedback(d->groei, d->id, &before);

	if (status != GROEI_OK)
		return status;
	if (before.state != REFLECTION_WAITING)
		return reflection_is_so(d->groei, &before);
	after = before;
	after.state = REFLECTION_DRAFT;
	return records_edit(d->groei, GROEI_REFLECTION, &before, &after);
}

enum groei_status groei_feedback_consent(struct groei *groei, int64_t reflection)
{
	struct deciding d = {groei, reflection};

	return store_transact(groei->store, "feedback consent", consent_body, &d);
}

static enum groei_status share_body(void *context)
{
	const struct deciding *d = context;
	struct reflection before, after;
	enum groei_status status = own_feedback(d->groei, d->id, &before);

	if (status != GROEI_OK)
		return status;
	if (before.state != REFLECTION_PUBLISHED)
		return fault_field(d->groei, groei_table(GROEI_REFLECTION), "state",
		                   _("it was not sent yet, there is nothing to share"));
	if (before.shared == CHOICE_YES)
		return fault_field(d->groei, groei_table(GROEI_REFLECTION), "shared",
		                   _("your lead may read it already"));
	after = before;
	after.shared = CHOICE_YES;
	return records_edit(d->groei, GROEI_REFLECTION, &before, &after);
}

enum groei_status groei_feedback_share(struct groei *groei, int64_t reflection)
{
	struct deciding d = {groei, reflection};

	return store_transact(groei->store, "feedback share", share_body, &d);
}
