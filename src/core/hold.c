/* Closing a conversation: what its notes hold, the state, the next one by cadence, and what is carried over, in one
 * transaction. Recording a talk that was not planned is the same behind an add. */
#include "core/answer.h"
#include "core/core.h"

#include <stdint.h>

struct holding {
	struct groei *groei;
	struct groei_arena *arena;          /* of the caller, for the result */
	const struct closing *closing;
	struct conversation *logged;        /* to be recorded first; NULL: closing->conversation */
	const struct given_answer *answers; /* with it */
	size_t answer_count;
	struct closed result;
};

static enum groei_status make_action(struct holding *h, const struct conversation *talk,
                                     const struct noted_line *noted)
{
	struct action action;
	enum groei_status status;

	groei_record_clear(groei_table(GROEI_ACTION), &action);
	action.person = talk->person;
	action.owner = noted->owner;
	action.title = noted->title;
	action.due = noted->due;
	action.kind = noted->action;
	action.conversation = talk->id;
	status = records_add(h->groei, GROEI_ACTION, &action);
	h->result.actions_made += status == GROEI_OK;
	return status;
}

static enum groei_status make_point(struct holding *h, const struct conversation *talk,
                                    const struct noted_line *noted)
{
	struct point point;
	enum groei_status status;

	groei_record_clear(groei_table(GROEI_POINT), &point);
	point.person = talk->person;
	point.title = noted->title;
	status = records_add(h->groei, GROEI_POINT, &point);
	h->result.points_made += status == GROEI_OK;
	return status;
}

static enum groei_status make_moment(struct holding *h, const struct conversation *talk,
                                     const struct noted_line *noted)
{
	struct moment moment;
	enum groei_status status;

	groei_record_clear(groei_table(GROEI_MOMENT), &moment);
	moment.person = talk->person;
	moment.title = noted->title;
	moment.kind = noted->kind == NOTED_PRAISE ? MOMENT_PRAISE : MOMENT_OBSERVATION;
	moment.day = talk->day;
	moment.source = SOURCE_TALK;
	moment.conversation = talk->id;
	status = records_add(h->groei, GROEI_MOMENT, &moment);
	h->result.moments_made += status == GROEI_OK;
	return status;
}

static enum groei_status make_heard(struct holding *h, const struct conversation *talk,
                                    const struct noted_line *noted)
{
	struct heard heard;
	enum groei_status status;

	groei_record_clear(groei_table(GROEI_HEARD), &heard);
	heard.person = talk->person;
	heard.title = noted->title;
	heard.day = talk->day;
	heard.conversation = talk->id;
	status = records_add(h->groei, GROEI_HEARD, &heard);
	h->result.heard_made += status == GROEI_OK;
	return status;
}

static enum groei_status make_noted(struct holding *h, const struct conversation *talk)
{
	static enum groei_status (*const make[NOTED_KINDS])(struct holding *,
	                                                    const struct conversation *,
	                                                    const struct noted_line *) = {
	    [NOTED_ACTION] = make_action, [NOTED_POINT] = make_point,  [NOTED_MOMENT] = make_moment,
	    [NOTED_PRAISE] = make_moment, [NOTED_HEARD] = make_heard,
	};
	struct groei *groei = h->groei;
	struct noted_line *noted;
	size_t count = 0;
	enum groei_status status =
	    groei_conversation_noted(groei, groei->store->scratch, talk, &noted, &count);

	if (status == GROEI_OK)
		status = groei_noted_check(groei, noted, count);
	for (size_t i = 0; status == GROEI_OK && i < count; i++) {
		if (!noted[i].made)
			status = make[noted[i].kind](h, talk, &noted[i]);
	}
	return status;
}

/* What was talked about, among the points on the agenda. */
static enum groei_status points_discuss(struct holding *h, const struct conversation *talk)
{
	enum groei_status status = GROEI_OK;

	for (size_t i = 0; status == GROEI_OK && i < h->closing->point_count; i++) {
		struct point before, after;

		status = records_get(h->groei, GROEI_POINT, h->closing->points[i], &before);
		after = before;
		after.state = POINT_DISCUSSED;
		after.conversation = talk->id;
		if (status == GROEI_OK)
			status = records_edit(h->groei, GROEI_POINT, &before, &after);
	}
	return status;
}

/* Points that stayed on the agenda go over to the next talk. Those of this talk's notes come later. */
static enum groei_status points_carry(struct holding *h, const struct conversation *talk)
{
	struct groei *groei = h->groei;
	struct point *points;
	void *records = NULL;
	size_t count = 0;
	enum groei_status status = person_rows(groei, groei->store->scratch, QUERY_POINTS_OPEN,
	                                       talk->person, GROEI_NO_DAY, GROEI_POINT, &records,
	                                       &count);

	points = records;
	for (size_t i = 0; status == GROEI_OK && i < count; i++) {
		struct point after = points[i];

		if (points[i].made > talk->day) /* brought up after a talk that is recorded later */
			continue;
		after.carried = (points[i].carried == GROEI_NONE ? 0 : points[i].carried) + 1;
		status = records_edit(groei, GROEI_POINT, &points[i], &after);
		h->result.points_carried += status == GROEI_OK;
	}
	return status;
}

/* My own part in the talk: for nobody else. */
static enum groei_status mirror_keep(struct holding *h, const struct conversation *talk)
{
	struct note note;

	if (h->closing->mirror == NULL || h->closing->mirror[0] == '\0')
		return GROEI_OK;
	groei_record_clear(groei_table(GROEI_NOTE), &note);
	note.person = talk->person;
	note.day = talk->day;
	note.text = h->closing->mirror;
	return records_add(h->groei, GROEI_NOTE, &note);
}

/* Open actions from before this talk went over it once more. */
static enum groei_status carry_over(struct holding *h, const struct conversation *talk)
{
	struct groei *groei = h->groei;
	struct db_statement *statement;
	struct action *actions;
	void *records;
	size_t count = 0;
	enum groei_status status = query(groei->store, QUERY_ACTIONS_OPEN, &statement);

	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 1, talk->person);
	status = rows_read(groei, groei->store->scratch, statement, GROEI_ACTION, SIZE_MAX, &records,
	                   &count);
	actions = records;
	for (size_t i = 0; status == GROEI_OK && i < count; i++) {
		struct action after = actions[i];

		if (actions[i].conversation == talk->id)
			continue;
		after.carried = (actions[i].carried == GROEI_NONE ? 0 : actions[i].carried) + 1;
		status = records_edit(groei, GROEI_ACTION, &actions[i], &after);
		if (status == GROEI_OK)
			h->result.actions_carried++;
	}
	return status;
}

/* The energy that was answered on the scale question of that name, when none is given. */
static enum groei_status answered_energy(struct groei *groei, int64_t conversation, int32_t *energy)
{
	struct db_statement *statement;
	struct answer answer;
	enum groei_status status = query(groei->store, QUERY_ANSWER, &statement);

	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 1, conversation);
	db_bind_text(statement, 2, "energy-today");
	db_bind_text(statement, 3, "employee");
	status = row_read(groei, groei->store->scratch, statement, GROEI_ANSWER, &answer);
	if (status == GROEI_OK && answer.number >= 1 && answer.number <= 10)
		*energy = answer.number;
	return status == GROEI_NO ? GROEI_OK : status;
}

/* A conversation as it stands now, for the caller: read while the transaction can still fail as a whole. */
static enum groei_status keep(struct holding *h, int64_t conversation, struct conversation *out)
{
	return record_get(h->groei->store, h->arena, groei_table(GROEI_CONVERSATION), conversation,
	                  out);
}

/* By the rhythm, on a day with room. GROEI_NO: the person is away until further notice, or gone by then. */
static enum groei_status next_day(struct groei *groei, const struct conversation *talk,
                                  int32_t *day_out)
{
	struct person person;
	const char *cadence;
	int32_t day;
	enum groei_status status =
	    cadence_find(groei, groei->store->scratch, talk->person, &cadence);

	if (status == GROEI_OK)
		status = records_get(groei, GROEI_PERSON, talk->person, &person);
	if (status != GROEI_OK)
		return status;
	day = groei_cadence_day(talk->day, cadence, 1);
	/* A talk that was recorded long after it was held: the next one lies ahead. */
	for (int n = 2; day != GROEI_NO_DAY && day < groei_today(groei); n++)
		day = groei_cadence_day(talk->day, cadence, n);
	if (day == GROEI_NO_DAY) {
		*day_out = day;
		return GROEI_OK;
	}
	status = planning_day(groei, talk->person, person.lead != 0 ? person.lead : groei->who, day,
	                      &day);
	if (status == GROEI_OK && person.ends != GROEI_NO_DAY && day > person.ends)
		return GROEI_NO;
	if (status == GROEI_OK)
		*day_out = day;
	return status;
}

/* The next one: the conversation that stands planned already, or a new one on the day that was said or
 * that the rhythm gives. */
static enum groei_status plan_next(struct holding *h, const struct conversation *talk)
{
	struct groei *groei = h->groei;
	const struct closing *closing = h->closing;
	struct conversation next, before;
	enum groei_status status =
	    conversation_open_read(groei, groei->store->scratch, talk->person, &before);

	if (status == GROEI_OK) {
		next = before;
		if (closing->next != GROEI_NO_DAY)
			next.day = closing->next;
		if (closing->next_template != NULL)
			next.template = closing->next_template;
		status = records_edit(groei, GROEI_CONVERSATION, &before, &next);
	} else if (status == GROEI_NO) {
		groei_record_clear(groei_table(GROEI_CONVERSATION), &next);
		next.person = talk->person;
		next.template =
		    closing->next_template != NULL ? closing->next_template : talk->template;
		if (closing->next_template == NULL) /* another template brings its own */
			next.format = talk->format;
		next.previous = talk->id;
		next.day = closing->next;
		if (next.day == GROEI_NO_DAY)
			status = next_day(groei, talk, &next.day);
		else
			status = GROEI_OK;
		if (status == GROEI_NO) /* there is no day to plan */
			return GROEI_OK;
		if (status == GROEI_OK)
			status = records_add(groei, GROEI_CONVERSATION, &next);
	}
	if (status == GROEI_OK)
		status = keep(h, next.id, &h->result.next);
	return status;
}

static enum groei_status lies_ahead(struct groei *groei)
{
	return fault_field(groei, groei_table(GROEI_CONVERSATION), "day",
	                   _("a talk that was held cannot lie ahead; give the day it was"));
}

static enum groei_status hold(struct holding *h, const struct conversation *before)
{
	struct groei *groei = h->groei;
	const struct closing *closing = h->closing;
	const struct groei_table *table = groei_table(GROEI_CONVERSATION);
	struct conversation after = *before;
	enum groei_status status = GROEI_OK;

	if (before->state != CONVERSATION_PLANNED && before->state != CONVERSATION_PREPARED)
		return fault_field(groei, table, "state", _("it is “%s” already"),
		                   _(groei_field(table, "state")->choices[before->state].label));
	if (closing->day != GROEI_NO_DAY)
		after.day = closing->day;
	else if (after.day > groei_today(groei))
		after.day = groei_today(groei);
	if (after.day > groei_today(groei))
		return lies_ahead(groei);
	if (closing->plan_next && closing->next != GROEI_NO_DAY && closing->next < after.day)
		return fault_field(groei, table, "day", _("the next talk cannot come before this one"));
	after.state = CONVERSATION_HELD;
	if (closing->notes != NULL)
		after.notes = closing->notes;
	if (closing->minutes != GROEI_NONE && closing->minutes != 0)
		after.minutes = closing->minutes;
	if (closing->insight != NULL)
		after.insight = closing->insight;
	for (size_t i = 0; status == GROEI_OK && i < closing->answer_count; i++)
		status = answer_given(groei, before->id, &closing->answers[i]);
	if (closing->energy != GROEI_NONE)
		after.energy = closing->energy;
	else if (status == GROEI_OK && after.energy == GROEI_NONE)
		status = answered_energy(groei, before->id, &after.energy);
	if (status == GROEI_OK)
		status = records_edit(groei, GROEI_CONVERSATION, before, &after);
	if (status == GROEI_OK)
		status = points_discuss(h, &after);
	if (status == GROEI_OK)
		status = points_carry(h, &after);
	if (status == GROEI_OK)
		status = make_noted(h, &after);
	if (status == GROEI_OK)
		status = mirror_keep(h, &after);
	if (status == GROEI_OK)
		status = carry_over(h, &after);
	if (status == GROEI_OK && closing->plan_next)
		status = plan_next(h, &after);
	return status == GROEI_OK ? keep(h, after.id, &h->result.held) : status;
}

static enum groei_status hold_body(void *context)
{
	struct holding *h = context;
	struct conversation talk;
	enum groei_status status =
	    records_get(h->groei, GROEI_CONVERSATION, h->closing->conversation, &talk);

	h->result = (struct closed){.actions_made = 0};
	return status == GROEI_OK ? hold(h, &talk) : status;
}

/* The conversation that a log writes into: the open one when its day has come, else a new one. */
static enum groei_status log_place(struct holding *h, struct conversation *talk)
{
	struct groei *groei = h->groei;
	struct conversation open;
	enum groei_status status =
	    conversation_open_read(groei, groei->store->scratch, h->logged->person, &open);

	*talk = *h->logged;
	if (talk->day == GROEI_NO_DAY)
		talk->day = groei_today(groei);
	if (talk->day > groei_today(groei))
		return lies_ahead(groei);
	if (status == GROEI_OK && open.day <= talk->day) {
		struct conversation after = open;

		after.day = talk->day;
		if (talk->template != NULL)
			after.template = talk->template;
		if (talk->notes != NULL)
			after.notes = open.notes == NULL
			                  ? talk->notes
			                  : groei_arena_print(groei->store->scratch, "%s\n\n%s",
			                                      open.notes, talk->notes);
		if (talk->energy != GROEI_NONE)
			after.energy = talk->energy;
		if (talk->lead != 0)
			after.lead = talk->lead;
		if (talk->format != FORMAT_GROWTH)
			after.format = talk->format;
		status = records_edit(groei, GROEI_CONVERSATION, &open, &after);
		*talk = after;
		return status;
	}
	if (status != GROEI_OK && status != GROEI_NO)
		return status;
	return records_add(groei, GROEI_CONVERSATION, talk);
}

static enum groei_status log_body(void *context)
{
	struct holding *h = context;
	struct conversation talk;
	enum groei_status status = log_place(h, &talk);

	h->result = (struct closed){.actions_made = 0};
	for (size_t i = 0; status == GROEI_OK && i < h->answer_count; i++)
		status = answer_given(h->groei, talk.id, &h->answers[i]);
	return status == GROEI_OK ? hold(h, &talk) : status;
}

enum groei_status groei_conversation_hold(struct groei *groei, struct groei_arena *arena,
                                          const struct closing *closing, struct closed *closed_out)
{
	struct holding h = {.groei = groei, .arena = arena, .closing = closing};
	enum groei_status status =
	    store_transact(groei->store, "conversation hold", hold_body, &h);

	if (status == GROEI_OK)
		*closed_out = h.result;
	return status;
}

enum groei_status groei_conversation_log(struct groei *groei, struct groei_arena *arena,
                                         struct conversation *conversation,
                                         const struct given_answer *answers, size_t answer_count,
                                         const struct closing *closing, struct closed *closed_out)
{
	struct holding h = {.groei = groei,
	                    .arena = arena,
	                    .closing = closing,
	                    .logged = conversation,
	                    .answers = answers,
	                    .answer_count = answer_count};
	enum groei_status status =
	    store_transact(groei->store, "conversation log", log_body, &h);

	if (status == GROEI_OK) {
		*closed_out = h.result;
		*conversation = h.result.held;
	}
	return status;
}
