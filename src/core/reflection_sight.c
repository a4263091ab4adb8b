/* Who may read which reflection, which answer in it, and which of its changes. Reads; writes nothing. */
#include "core/reflection.h"

#include <string.h>

/* Whether who is asking leads the person now, or has the conversation with them. */
static bool is_lead(struct groei *groei, const struct reflection *reflection)
{
	struct person person;
	struct conversation talk;

	if (record_get(groei->store, groei->store->scratch, groei_table(GROEI_PERSON),
	               reflection->person, &person) == GROEI_OK &&
	    person.lead == groei->who)
		return true;
	return reflection->conversation != 0 &&
	       record_get(groei->store, groei->store->scratch, groei_table(GROEI_CONVERSATION),
	                  reflection->conversation, &talk) == GROEI_OK &&
	       talk.lead == groei->who;
}

bool reflection_read(struct groei *groei, const struct reflection *reflection)
{
	if (reflection->author == groei->who)
		return true;
	if (reflection->state != REFLECTION_PUBLISHED)
		return false;
	if (reflection->person == groei->who)
		return true;
	return (reflection->side != SIDE_PEER || reflection->shared == CHOICE_YES) &&
	       is_lead(groei, reflection);
}

bool reflection_receives(struct groei *groei, const struct reflection *reflection)
{
	return reflection->person == groei->who || reflection->asked_by == groei->who ||
	       is_lead(groei, reflection);
}

bool reflection_known(struct groei *groei, const struct reflection *reflection)
{
	if (reflection->asked_by == groei->who ||
	    (reflection->side == SIDE_PEER && reflection->person == groei->who))
		return true;
	return reflection_read(groei, reflection);
}

/* Whether a preparation is still kept from the other side: they did not publish or skip theirs, and the
 * talk is not held. */
static bool is_kept(struct groei *groei, const struct reflection *reflection)
{
	struct reflection own;
	struct conversation talk;

	if (reflection->conversation == 0 || reflection->author == groei->who ||
	    record_get(groei->store, groei->store->scratch, groei_table(GROEI_CONVERSATION),
	               reflection->conversation, &talk) != GROEI_OK ||
	    (talk.state != CONVERSATION_PLANNED && talk.state != CONVERSATION_PREPARED))
		return false;
	return reflection_of(groei, talk.id, groei->who, &own) != GROEI_OK ||
	       (own.state != REFLECTION_PUBLISHED && own.state != REFLECTION_SKIPPED);
}

bool reflection_answer_seen(struct groei *groei, const struct answer *answer)
{
	struct reflection reflection;

	if (answer->reflection == 0 || answer->author == groei->who)
		return true;
	if (record_get(groei->store, groei->store->scratch, groei_table(GROEI_REFLECTION),
	               answer->reflection, &reflection) != GROEI_OK)
		return false;
	if (reflection.author == groei->who)
		return true;
	return answer->published == CHOICE_YES_FIRST && reflection_read(groei, &reflection) &&
	       !is_kept(groei, &reflection);
}

/* The journal ------------------------------------------------------------------------------------ */

/* What was typed before publishing stays the author's, also when the answer was published later;
 * so does what undoing brings back. */
static bool of_draft(const struct change *change)
{
	return change->undoes != 0 || strcmp(change->command, "reflection answer") == 0 ||
	       strcmp(change->command, "reflection remove") == 0 ||
	       strcmp(change->command, "reflection skip") == 0;
}

static bool field_seen(struct groei *groei, const struct change *change,
                       const struct change_field *field)
{
	struct groei_arena *scratch = groei->store->scratch;
	struct answer answer;
	struct reflection reflection;

	if (change->who == groei->who ||
	    (field->entity != GROEI_ANSWER && field->entity != GROEI_REFLECTION))
		return true;
	if (field->entity == GROEI_REFLECTION)
		return record_get(groei->store, scratch, groei_table(GROEI_REFLECTION), field->record,
		                  &reflection) == GROEI_OK &&
		       reflection_known(groei, &reflection);
	if (record_get(groei->store, scratch, groei_table(GROEI_ANSWER), field->record, &answer) !=
	    GROEI_OK)
		return !of_draft(change);
	return answer.reflection == 0 || answer.author == groei->who ||
	       (!of_draft(change) && reflection_answer_seen(groei, &answer));
}

void reflection_hide(struct groei *groei, struct change *changes, size_t *count)
{
	size_t kept = 0;

	for (size_t i = 0; i < *count; i++) {
		struct change change = changes[i];
		size_t fields = 0;

		for (size_t f = 0; f < change.field_count; f++) {
			if (field_seen(groei, &change, &change.fields[f]))
				change.fields[fields++] = change.fields[f];
		}
		if (fields == 0 && change.field_count > 0)
			continue;
		change.field_count = fields;
		changes[kept++] = change;
	}
	*count = kept;
}
