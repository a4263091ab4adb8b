/* The verbs that a planned conversation ends or moves by: postponed, missed, acknowledged. Postponing
 * is a record of its own: adding it moves the conversation.
 *
 *     planned, prepared ──postpone──► the same, later      held ──acknowledge──► acknowledged
 *              └────────miss────────► missed
 */
#include <stdint.h>
#include <string.h>

#include "core/core.h"

bool conversation_is_open(const struct conversation *conversation)
{
	return conversation->state == CONVERSATION_PLANNED ||
	       conversation->state == CONVERSATION_PREPARED;
}

/* "conversation kmpq: it is held, only …". */
static enum groei_status wrong_state(struct groei *groei, const struct conversation *talk,
                                     const char *sentence)
{
	const struct groei_field *state = groei_field(groei_table(GROEI_CONVERSATION), "state");
	char code[GROEI_CODE_SIZE];

	return fault_set(&groei->fault, GROEI_INVALID, "state", sentence,
	                 groei_short_code(groei, GROEI_CONVERSATION, talk->id, code),
	                 _(state->choices[talk->state].label));
}

/* The conversation that is postponed: the one named, else the person's next. */
static enum groei_status find_talk(struct groei *groei, const struct postponement *postponement,
                                   struct conversation *talk)
{
	enum groei_status status =
	    postponement->conversation != 0
	        ? records_get(groei, GROEI_CONVERSATION, postponement->conversation, talk)
	        : conversation_open_read(groei, groei->store->scratch, postponement->person, talk);

	if (status == GROEI_NO)
		return fault_field(groei, groei_table(GROEI_POSTPONEMENT), "person",
		                   _("no conversation is planned with them; plan one with “groei "
		                     "conversation plan HANDLE”"));
	if (status == GROEI_OK && !conversation_is_open(talk))
		return wrong_state(groei, talk,
		                   _("conversation %s: it is %s, only what is planned can be postponed"));
	return status;
}

static enum groei_status postponement_check(struct groei *groei, const void *before, void *after)
{
	struct postponement *postponement = after;
	struct conversation talk;
	int32_t today = groei_today(groei), least;
	char day[GROEI_DATE_SIZE], example[GROEI_DATE_SIZE];
	enum groei_status status;

	if (before != NULL || (postponement->person == 0 && postponement->conversation == 0))
		return GROEI_OK;
	status = find_talk(groei, postponement, &talk);
	if (status != GROEI_OK)
		return status;
	postponement->conversation = talk.id;
	postponement->person = talk.person;
	postponement->was = talk.day;
	least = talk.day > today ? talk.day : today;
	if (postponement->until != GROEI_NO_DAY && postponement->until <= least)
		return fault_field(groei, groei_table(GROEI_POSTPONEMENT), "until",
		                   _("it must lie after %s; for example %s"),
		                   groei_day_text(least, today, day),
		                   groei_day_iso(least + 7, example));
	return GROEI_OK;
}

static enum groei_status postponement_follow(struct groei *groei, const void *before,
                                             const void *after)
{
	const struct postponement *postponement = after;
	struct conversation talk, moved;
	enum groei_status status;

	if (before != NULL)
		return GROEI_OK;
	status = records_get(groei, GROEI_CONVERSATION, postponement->conversation, &talk);
	if (status != GROEI_OK)
		return status;
	moved = talk;
	moved.day = postponement->until;
	moved.postponed = (talk.postponed == GROEI_NONE ? 0 : talk.postponed) + 1;
	return records_edit(groei, GROEI_CONVERSATION, &talk, &moved);
}

const struct noun postponement_noun = {.check = postponement_check, .follow = postponement_follow};

enum groei_status postponement_clear(struct groei *groei, int64_t conversation)
{
	struct postponement *list;
	void *records = NULL;
	size_t count = 0;
	enum groei_status status =
	    rows_of(groei, groei->store->scratch, QUERY_POSTPONEMENTS, conversation,
	            GROEI_POSTPONEMENT, SIZE_MAX, &records, &count);
	list = records;
	for (size_t i = 0; status == GROEI_OK && i < count; i++)
		status = records_remove(groei, GROEI_POSTPONEMENT, &list[i]);
	return status;
}

/* Each in a transaction of its own -------------------------------------------------------------- */

struct changing {
	struct groei *groei;
	struct groei_arena *arena; /* of the caller, for the result */
	int64_t conversation;
	int32_t until;
	const char *reason;
	struct conversation result;
};

static enum groei_status keep(struct changing *c)
{
	return record_get(c->groei->store, c->arena, groei_table(GROEI_CONVERSATION), c->conversation,
	                  &c->result);
}

static enum groei_status postpone_body(void *context)
{
	struct changing *c = context;
	struct postponement postponement;
	enum groei_status status;

	groei_record_clear(groei_table(GROEI_POSTPONEMENT), &postponement);
	postponement.conversation = c->conversation;
	postponement.until = c->until;
	postponement.reason = c->reason;
	status = records_add(c->groei, GROEI_POSTPONEMENT, &postponement);
	return status == GROEI_OK ? keep(c) : status;
}

static enum groei_status miss_body(void *context)
{
	struct changing *c = context;
	struct groei *groei = c->groei;
	struct conversation before, after;
	enum groei_status status =
	    records_get(groei, GROEI_CONVERSATION, c->conversation, &before);

	if (status != GROEI_OK)
		return status;
	if (!conversation_is_open(&before))
		return wrong_state(groei, &before,
		                   _("conversation %s: it is %s, only what is planned can be missed"));
	if (before.day > groei_today(groei))
		return fault_field(groei, groei_table(GROEI_CONVERSATION), "day",
		                   _("it lies ahead and cannot be missed yet; postpone or cancel it"));
	after = before;
	after.state = CONVERSATION_MISSED;
	status = records_edit(groei, GROEI_CONVERSATION, &before, &after);
	return status == GROEI_OK ? keep(c) : status;
}

/* The employee confirms; in a store of one person on one machine the word of its owner counts. */
static enum groei_status may_acknowledge(struct groei *groei, const struct conversation *talk)
{
	struct person employee;
	enum groei_status status;

	if (groei->who == talk->person ||
	    (groei->who == groei->owner && strcmp(db_engine(groei->store->db), "sqlite") == 0))
		return GROEI_OK;
	status = records_get(groei, GROEI_PERSON, talk->person, &employee);
	return status == GROEI_OK
	           ? fault_set(&groei->fault, GROEI_DENIED, NULL,
	                       _("conversation acknowledge: only %s confirms this talk, with “--as %s”"),
	                       employee.name, employee.handle)
	           : status;
}

static enum groei_status acknowledge_body(void *context)
{
	struct changing *c = context;
	struct groei *groei = c->groei;
	struct conversation before, after;
	enum groei_status status =
	    records_get(groei, GROEI_CONVERSATION, c->conversation, &before);

	if (status == GROEI_OK && before.state != CONVERSATION_HELD)
		return wrong_state(groei, &before,
		                   _("conversation %s: it is %s, only a talk that was held can be "
		                     "acknowledged"));
	if (status == GROEI_OK)
		status = may_acknowledge(groei, &before);
	if (status != GROEI_OK)
		return status;
	after = before;
	after.state = CONVERSATION_ACKNOWLEDGED;
	after.acknowledged = groei_today(groei);
	status = records_edit(groei, GROEI_CONVERSATION, &before, &after);
	return status == GROEI_OK ? keep(c) : status;
}

static enum groei_status change(struct changing *c, const char *command,
                                enum groei_status (*body)(void *context),
                                struct conversation *conversation_out)
{
	enum groei_status status = store_transact(c->groei->store, command, body, c);

	if (status == GROEI_OK)
		*conversation_out = c->result;
	return status;
}

enum groei_status groei_conversation_postpone(struct groei *groei, struct groei_arena *arena,
                                              int64_t conversation, int32_t until,
                                              const char *reason,
                                              struct conversation *conversation_out)
{
	struct changing c = {.groei = groei,
	                     .arena = arena,
	                     .conversation = conversation,
	                     .until = until,
	                     .reason = reason};

	return change(&c, "conversation postpone", postpone_body, conversation_out);
}

enum groei_status groei_conversation_miss(struct groei *groei, struct groei_arena *arena,
                                          int64_t conversation,
                                          struct conversation *conversation_out)
{
	struct changing c = {.groei = groei, .arena = arena, .conversation = conversation};

	return change(&c, "conversation miss", miss_body, conversation_out);
}

enum groei_status groei_conversation_acknowledge(struct groei *groei, struct groei_arena *arena,
                                                 int64_t conversation,
                                                 struct conversation *conversation_out)
{
	struct changing c = {.groei = groei, .arena = arena, .conversation = conversation};

	return change(&c, "conversation acknowledge", acknowledge_body, conversation_out);
}
