/* Rules of conversations and their answers; what stands beside a question. */
#include <string.h>

#include "core/core.h"
#include "core/reflection.h"

enum groei_status conversation_open_read(struct groei *groei, struct groei_arena *arena,
                                         int64_t person, struct conversation *out)
{
	struct db_statement *statement;
	enum groei_status status = query(groei->store, QUERY_CONVERSATION_OPEN, &statement);

	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 1, person);
	return row_read(groei, arena, statement, GROEI_CONVERSATION, out);
}

enum groei_status conversation_last_read(struct groei *groei, struct groei_arena *arena,
                                         int64_t person, int32_t before, struct conversation *out)
{
	struct db_statement *statement;
	enum groei_status status = query(groei->store, QUERY_CONVERSATION_LAST, &statement);

	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 1, person);
	db_bind_int(statement, 2, before == GROEI_NO_DAY ? GROEI_DAY_MAX + 1 : before);
	return row_read(groei, arena, statement, GROEI_CONVERSATION, out);
}

enum groei_status groei_conversation_open(struct groei *groei, struct groei_arena *arena,
                                          int64_t person, struct conversation *out)
{
	enum groei_status status = access_read(groei);

	return status == GROEI_OK ? conversation_open_read(groei, arena, person, out) : status;
}

enum groei_status groei_conversation_last(struct groei *groei, struct groei_arena *arena,
                                          int64_t person, int32_t day, struct conversation *out)
{
	enum groei_status status = access_read(groei);

	return status == GROEI_OK ? conversation_last_read(groei, arena, person, day, out) : status;
}

/* The format that the conversation's template is for. */
static enum groei_status template_known(struct groei *groei, struct conversation *conversation,
                                        int *format_out)
{
	const struct groei_field *field =
	    groei_field(groei_table(GROEI_CONVERSATION), "format");
	struct question_template *template;
	enum groei_status status =
	    groei_template_find(groei->store->scratch, &groei->folders, conversation->template,
	                        &template, NULL, NULL);

	if (status != GROEI_OK)
		return fault_field(groei, groei_table(GROEI_CONVERSATION), "template",
		                   status == GROEI_NOT_FOUND
		                       ? _("there is no template “%s”, see “groei template list”")
		                       : _("the template “%s” has errors, see “groei template check”"),
		                   conversation->template);
	*format_out = value_choice(field, template->format);
	return GROEI_OK;
}

/* Whether it is a formal talk: as its format has it, unless that was said. */
static void settle_formal(struct groei *groei, const struct conversation *was,
                          struct conversation *is)
{
	const struct framework_format *format = groei_framework(groei)->format;

	if (is->format < 0 || is->format >= FRAMEWORK_FORMATS)
		return; /* the field table says so */
	if (is->formal == GROEI_NONE ||
	    (was != NULL && was->format != is->format && was->formal == is->formal &&
	     was->formal == format[was->format].formal))
		is->formal = format[is->format].formal;
}

/* A template of its own, else one for the format; another one brings its format, unless that was
 * chosen too. */
static enum groei_status settle_template(struct groei *groei, const struct conversation *was,
                                         struct conversation *conversation)
{
	int format = conversation->format;
	bool fresh = was == NULL && conversation->template == NULL;
	enum groei_status status = GROEI_OK;

	if (fresh) {
		const char *usual = format >= 0 && format < FRAMEWORK_FORMATS
		                        ? groei_framework(groei)->format[format].template
		                        : NULL;

		conversation->template = usual != NULL ? usual : "growth";
	}
	if (fresh || (conversation->template != NULL && conversation->template[0] != '\0' &&
	              (was == NULL || was->template == NULL ||
	               strcmp(was->template, conversation->template) != 0)))
		status = template_known(groei, conversation, &format);
	if (!fresh && conversation->format == (was == NULL ? FORMAT_GROWTH : was->format))
		conversation->format = format;
	if (status == GROEI_OK)
		settle_formal(groei, was, conversation);
	return status;
}

static enum groei_status conversation_check(struct groei *groei, const void *before, void *after)
{
	const struct conversation *was = before;
	struct conversation *conversation = after;
	struct person person;
	enum groei_status status = GROEI_OK;

	if (conversation->lead == 0 && conversation->person != 0) {
		status = records_get(groei, GROEI_PERSON, conversation->person, &person);
		if (status == GROEI_NOT_FOUND)
			return fault_field(groei, groei_table(GROEI_CONVERSATION), "person",
			                   _("there is no such record any more"));
		if (status != GROEI_OK)
			return status;
		conversation->lead = person.lead != 0 ? person.lead : groei->who;
	}
	if (conversation->person != 0 && conversation->person == conversation->lead)
		return fault_field(groei, groei_table(GROEI_CONVERSATION), "person",
		                   _("a talk needs two people; name the employee"));
	if (conversation->day != GROEI_NO_DAY && (was == NULL || was->day != conversation->day))
		status = person_there(groei, groei_table(GROEI_CONVERSATION), "day", conversation->person,
		                      conversation->day);
	if (status == GROEI_OK && conversation_is_open(conversation) &&
	    conversation->day != GROEI_NO_DAY &&
	    (was == NULL || was->day != conversation->day))
		status = planning_room(groei, conversation);
	return status == GROEI_OK ? settle_template(groei, before, conversation) : status;
}

/* A day further on is postponing, which asks why. */
static enum groei_status conversation_plain(struct groei *groei, const void *before,
                                            const void *after)
{
	const struct conversation *was = before, *is = after;
	char day[GROEI_DATE_SIZE];

	if (was == NULL || is == NULL || !conversation_is_open(was) || !conversation_is_open(is) ||
	    is->day == GROEI_NO_DAY || is->day <= was->day)
		return GROEI_OK;
	return fault_field(groei, groei_table(GROEI_CONVERSATION), "day",
	                   _("a later day is postponing, which asks a reason: “groei postponement add "
	                     "HANDLE %s WHY”"),
	                   groei_day_iso(is->day, day));
}

static enum groei_status conversation_clear(struct groei *groei, const void *record)
{
	return postponement_clear(groei, ((const struct conversation *)record)->id);
}

static enum groei_status conversation_settle(struct groei *groei, const void *before,
                                             const void *after)
{
	const struct conversation *conversation = after != NULL ? after : before;

	return standing_refresh(groei, conversation->person);
}

static enum groei_status answers_read(struct groei *groei, struct groei_arena *arena,
                                      int64_t conversation, struct answer **answers_out,
                                      size_t *count_out)
{
	void *records;
	enum groei_status status =
	    rows_of(groei, arena, QUERY_ANSWERS, conversation, GROEI_ANSWER, 1000, &records,
	            count_out);
	if (status == GROEI_OK)
		*answers_out = records;
	return status;
}

/* Answers stand on the day of their talk, also when that moves. */
static enum groei_status conversation_follow(struct groei *groei, const void *before,
                                             const void *after)
{
	const struct conversation *was = before, *is = after;
	struct answer *answers;
	size_t count = 0;
	enum groei_status status = GROEI_OK;

	if (was != NULL && was->day != is->day)
		status = answers_read(groei, groei->store->scratch, is->id, &answers, &count);
	for (size_t i = 0; status == GROEI_OK && i < count; i++) {
		struct answer moved = answers[i];

		moved.day = is->day;
		status = records_edit(groei, GROEI_ANSWER, &answers[i], &moved);
	}
	return status;
}

const struct noun conversation_noun = {
    .check = conversation_check,
    .plain = conversation_plain,
    .clear = conversation_clear,
    .settle = conversation_settle,
    .follow = conversation_follow,
};

/* Whether the words of a reflection are changed by somebody else than who answered in it. */
static bool author_only(struct groei *groei, const struct answer *was, const struct answer *is)
{
	struct reflection reflection;
	bool same = was->number == is->number &&
	            (was->text == NULL || is->text == NULL ? was->text == is->text
	                                                   : strcmp(was->text, is->text) == 0);

	if (same || was->author == groei->who)
		return false;
	return records_get(groei, GROEI_REFLECTION, was->reflection, &reflection) != GROEI_OK ||
	       reflection.author != groei->who;
}

static enum groei_status answer_check(struct groei *groei, const void *before, void *after)
{
	const struct answer *was = before, *answer = after;

	if (was != NULL && was->reflection != 0 && author_only(groei, was, answer))
		return fault_set(&groei->fault, GROEI_DENIED, "text",
		                 _("Answer: %s wrote it before the talk, only they change it"),
		                 groei_person_name(groei, groei->store->scratch, was->author));
	if ((answer->text == NULL || answer->text[0] == '\0') && answer->number == GROEI_NONE)
		return fault_field(groei, groei_table(GROEI_ANSWER), "text",
		                   _("it may not be empty; give words or a number"));
	return GROEI_OK;
}

const struct noun answer_noun = {.check = answer_check};

/* What stands beside the questions --------------------------------------------------------------- */

enum groei_status earlier_rows(struct groei *groei, struct groei_arena *arena,
                               struct db_statement *row, struct earlier_answer *out)
{
	struct earlier_answer earlier = {.number = GROEI_NONE, .day = GROEI_NO_DAY};
	int32_t newest[sizeof earlier.trend / sizeof *earlier.trend];
	enum db_result result;
	int rows = 0, count = 0;

	while ((result = db_step(row)) == DB_ROW) {
		if (rows++ == 0) {
			earlier.text = groei_arena_text(arena, db_text(row, 0));
			earlier.number = query_optional(row, 1);
			earlier.day = (int32_t)db_int(row, 2);
		}
		if (!db_is_null(row, 1) && count < (int)(sizeof newest / sizeof *newest))
			newest[count++] = (int32_t)db_int(row, 1);
	}
	while (count > 0)
		earlier.trend[earlier.trend_count++] = newest[--count];
	if (result == DB_DONE)
		*out = earlier;
	return store_result(groei->store, result);
}

static enum groei_status earlier_read(struct groei *groei, struct groei_arena *arena,
                                      const struct conversation *talk, const char *question,
                                      int side, struct earlier_answer *out)
{
	struct db_statement *statement;
	enum groei_status status = query(groei->store, QUERY_EARLIER, &statement);

	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 1, talk->person);
	db_bind_text(statement, 2, question);
	db_bind_text(statement, 3, side == SIDE_LEAD ? "lead" : "employee");
	db_bind_int(statement, 4, talk->day);
	db_bind_int(statement, 5, talk->id);
	return earlier_rows(groei, arena, statement, out);
}

/* Whether an answer that the other side prepared is kept from who is asking: while both were asked, theirs is
 * not there, and the talk is not held. */
static bool is_hidden(const struct asked *asked, int side, const struct conversation *talk,
                      enum answer_side mine, bool ready)
{
	const struct answer *answer = &asked->answer[side];

	if (ready || answer->id == 0 || answer->reflection == 0 || side == (int)mine)
		return false;
	if (talk->state != CONVERSATION_PLANNED && talk->state != CONVERSATION_PREPARED)
		return false;
	return (asked->question == NULL || asked->question->audience == FOR_BOTH) &&
	       asked->answer[mine].id == 0;
}

/* Nobody sees what the other prepared before having published or skipped their own. */
static enum groei_status hide_prepared(struct groei *groei, const struct conversation *talk,
                                       struct asked *asked, size_t *count)
{
	size_t kept = 0;
	enum answer_side mine = talk->person == groei->who ? SIDE_EMPLOYEE : SIDE_LEAD;
	struct reflection own;
	enum groei_status status;
	bool ready;

	if (groei->who != talk->person && groei->who != talk->lead)
		return GROEI_OK;
	status = reflection_of(groei, talk->id, groei->who, &own);
	ready = status == GROEI_OK &&
	        (own.state == REFLECTION_PUBLISHED || own.state == REFLECTION_SKIPPED);
	for (size_t i = 0; i < *count; i++) {
		for (int side = 0; side < 2; side++) {
			if (!is_hidden(&asked[i], side, talk, mine, ready))
				continue;
			asked[i].hidden[side] = 1;
			groei_record_clear(groei_table(GROEI_ANSWER), &asked[i].answer[side]);
		}
		/* Without its question nothing is left of a hidden answer. */
		if (asked[i].question != NULL || asked[i].answer[0].id != 0 || asked[i].answer[1].id != 0)
			asked[kept++] = asked[i];
	}
	*count = kept;
	return status == GROEI_NO ? GROEI_OK : status;
}

/* Puts each answer with its question; those that no question asks any more come behind. */
static void place_answers(struct asked *asked, size_t *count, const struct answer *answers,
                          size_t answer_count)
{
	for (size_t i = 0; i < answer_count; i++) {
		const struct answer *answer = &answers[i];
		size_t at = 0;

		if (answer->side > SIDE_LEAD) /* a colleague answers beside the talk, never in it */
			continue;
		while (at < *count &&
		       strcmp(asked[at].question != NULL ? asked[at].question->id
		                                         : asked[at].answer[0].id != 0
		                                               ? asked[at].answer[0].question
		                                               : asked[at].answer[1].question,
		              answer->question) != 0)
			at++;
		if (at == *count)
			(*count)++;
		asked[at].answer[answer->side] = *answer;
	}
}

enum groei_status groei_conversation_asked(struct groei *groei, struct groei_arena *arena,
                                           const struct conversation *conversation,
                                           struct question_template **template_out,
                                           struct asked **asked_out, size_t *count_out)
{
	struct question_template *template = NULL;
	struct answer *answers = NULL;
	struct asked *asked;
	size_t answer_count = 0, count = 0;
	enum groei_status status = access_read(groei);

	if (status == GROEI_OK)
		status = answers_read(groei, arena, conversation->id, &answers, &answer_count);
	if (status != GROEI_OK)
		return status;
	/* A template that went away leaves the answers readable. */
	if (conversation->template != NULL &&
	    groei_template_find(arena, &groei->folders, conversation->template, &template, NULL,
	                        NULL) != GROEI_OK)
		template = NULL;
	count = template == NULL ? 0 : template->question_count;
	asked = groei_arena_take(arena, (count + answer_count) * sizeof *asked);
	for (size_t i = 0; i < count; i++)
		asked[i].question = &template->questions[i];
	place_answers(asked, &count, answers, answer_count);
	for (size_t i = 0; status == GROEI_OK && i < count; i++) {
		const char *id = asked[i].question != NULL        ? asked[i].question->id
		                 : asked[i].answer[0].id != 0     ? asked[i].answer[0].question
		                                                  : asked[i].answer[1].question;

		for (int side = 0; status == GROEI_OK && side < 2; side++)
			status = earlier_read(groei, arena, conversation, id, side,
			                      &asked[i].earlier[side]);
	}
	if (status == GROEI_OK)
		status = hide_prepared(groei, conversation, asked, &count);
	if (status == GROEI_OK) {
		*template_out = template;
		*asked_out = asked;
		*count_out = count;
	}
	return status;
}
