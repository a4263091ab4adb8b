/* Rules of reflections: what one asks, saving an answer in it. Which one is meant stands in
 * reflection_find.c, publishing in reflection_publish.c, feedback of colleagues in feedback.c. */
#include "core/reflection.h"

#include <string.h>

#include "core/answer.h"

static enum groei_status reflection_check(struct groei *groei, const void *before, void *after)
{
	struct reflection *reflection = after;
	struct question_template *template;

	if (before != NULL || reflection->template == NULL)
		return GROEI_OK;
	if (groei_template_find(groei->store->scratch, &groei->folders, reflection->template,
	                        &template, NULL, NULL) != GROEI_OK)
		return fault_field(groei, groei_table(GROEI_REFLECTION), "template",
		                   _("there is no template “%s”, see “groei template list”"),
		                   reflection->template);
	return GROEI_OK;
}

/* Publishing goes one way: the other side may have read it, and has shown their own for it. */
static enum groei_status reflection_lasting(struct groei *groei, const void *now, const void *wanted)
{
	const struct reflection *is = now, *was = wanted;

	if (is->state != REFLECTION_PUBLISHED ||
	    (was != NULL && was->state == REFLECTION_PUBLISHED))
		return GROEI_OK;
	return fault_set(&groei->fault, GROEI_CONFLICT, "state",
	                 _("undo: what was published stays, others may have read it; correct the "
	                   "answers instead"));
}

const struct noun reflection_noun = {.check = reflection_check, .lasting = reflection_lasting};

enum groei_status reflection_denied(struct groei *groei, const struct reflection *reflection)
{
	return fault_set(&groei->fault, GROEI_DENIED, NULL,
	                 _("Reflection: it is %s who answers here, not you"),
	                 groei_person_name(groei, groei->store->scratch, reflection->author));
}

enum groei_status reflection_of(struct groei *groei, int64_t conversation, int64_t author,
                                struct reflection *out)
{
	struct db_statement *statement;
	enum groei_status status = query(groei->store, QUERY_REFLECTION_OF, &statement);

	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 1, conversation);
	db_bind_int(statement, 2, author);
	return row_read(groei, groei->store->scratch, statement, GROEI_REFLECTION, out);
}

enum groei_status reflection_answers(struct groei *groei, struct groei_arena *arena,
                                     int64_t reflection, struct answer **answers_out,
                                     size_t *count_out)
{
	void *records = NULL;
	enum groei_status status =
	    rows_of(groei, arena, QUERY_REFLECTION_ANSWERS, reflection, GROEI_ANSWER, 1000,
	            &records, count_out);
	if (status == GROEI_OK)
		*answers_out = records;
	return status;
}

/* What it asks ----------------------------------------------------------------------------------- */

enum answer_side groei_reflection_slot(const struct reflection *reflection)
{
	return reflection->side == SIDE_LEAD ? SIDE_LEAD : SIDE_EMPLOYEE;
}

static const char *const side_codes[] = {"employee", "lead", "peer"};

static enum groei_status earlier_read(struct groei *groei, struct groei_arena *arena,
                                      const struct reflection *reflection, const char *question,
                                      struct earlier_answer *out)
{
	struct db_statement *row;
	enum groei_status status = query(groei->store, QUERY_REFLECTION_EARLIER, &row);

	if (status != GROEI_OK)
		return status;
	db_bind_int(row, 1, reflection->person);
	db_bind_text(row, 2, question);
	db_bind_text(row, 3, side_codes[reflection->side]);
	db_bind_int(row, 4, groei_today(groei));
	db_bind_int(row, 5, groei->who);
	db_bind_int(row, 6, reflection->id);
	db_bind_int(row, 7, reflection->conversation);
	return earlier_rows(groei, arena, row, out);
}

static bool asks(const struct reflection *reflection, const struct question *question)
{
	return question->audience != (reflection->side == SIDE_LEAD ? FOR_EMPLOYEE : FOR_LEAD);
}

/* Puts an answer with its question, or behind them all when none asks it any more. */
static void place(struct asked *asked, size_t *count, int slot, const struct answer *answer)
{
	size_t at = 0;

	while (at < *count && (asked[at].question == NULL ||
	                       strcmp(asked[at].question->id, answer->question) != 0))
		at++;
	if (at == *count)
		(*count)++;
	asked[at].answer[slot] = *answer;
}

enum groei_status groei_reflection_asked(struct groei *groei, struct groei_arena *arena,
                                         const struct reflection *reflection,
                                         struct question_template **template_out,
                                         struct asked **asked_out, size_t *count_out)
{
	struct question_template *template = NULL;
	struct answer *answers = NULL;
	struct asked *asked;
	size_t answer_count = 0, count = 0;
	int slot = (int)groei_reflection_slot(reflection);
	enum groei_status status = access_read(groei);

	if (status == GROEI_OK && reflection->id != 0)
		status = reflection_answers(groei, arena, reflection->id, &answers, &answer_count);
	if (status != GROEI_OK)
		return status;
	if (groei_template_find(arena, &groei->folders, reflection->template, &template, NULL, NULL) !=
	    GROEI_OK)
		template = NULL;
	asked = groei_arena_take(arena, ((template == NULL ? 0 : template->question_count) +
	                                 answer_count) * sizeof *asked);
	for (size_t i = 0; template != NULL && i < template->question_count; i++) {
		if (asks(reflection, &template->questions[i]))
			asked[count++].question = &template->questions[i];
	}
	for (size_t i = 0; i < answer_count; i++)
		place(asked, &count, slot, &answers[i]);
	for (size_t i = 0; i < count; i++) {
		for (int side = 0; side < 2; side++)
			asked[i].earlier[side] =
			    (struct earlier_answer){.number = GROEI_NONE, .day = GROEI_NO_DAY};
		if (status == GROEI_OK && asked[i].question != NULL)
			status = earlier_read(groei, arena, reflection, asked[i].question->id,
			                      &asked[i].earlier[slot]);
	}
	if (status == GROEI_OK) {
		*template_out = template;
		*asked_out = asked;
		*count_out = count;
	}
	return status;
}

/* Saving an answer ------------------------------------------------------------------------------- */

struct saving {
	struct groei *groei;
	const struct reflection *given;
	struct reflection reflection; /* as it is after the body */
	const char *question;
	const struct answer *before;
	const char *text;
	int32_t number;
	enum answer_given_as given_as;
	const struct given_answer *answers; /* of groei_reflection_fill */
	size_t answer_count;
	int mailed;                         /* 1: somebody else puts in what the author sent */
	int publishes;                      /* 1: the author publishes them in the same go */
	struct groei_arena *arena;          /* of the caller, for what publishing tells */
	struct reflection_published published;
};

/* Reads the reflection, or begins it. */
static enum groei_status begin(struct saving *s)
{
	struct groei *groei = s->groei;
	enum groei_status status;

	s->reflection = *s->given;
	if (s->given->id != 0)
		return records_get(groei, GROEI_REFLECTION, s->given->id, &s->reflection);
	/* Another session may have begun it meanwhile. */
	if (s->given->conversation != 0) {
		status = reflection_of(groei, s->given->conversation, s->given->author, &s->reflection);
		if (status != GROEI_NO)
			return status;
	}
	return records_add(groei, GROEI_REFLECTION, &s->reflection);
}

static enum groei_status read_now(const struct saving *s, struct answer *now)
{
	struct answer *answers = NULL;
	size_t count = 0;
	enum groei_status status = reflection_answers(s->groei, s->groei->store->scratch,
	                                              s->reflection.id, &answers, &count);

	groei_record_clear(groei_table(GROEI_ANSWER), now);
	for (size_t i = 0; status == GROEI_OK && i < count; i++) {
		if (strcmp(answers[i].question, s->question) == 0)
			*now = answers[i];
	}
	return status;
}

/* The day that an answer stands on: of the conversation, or today. */
static enum groei_status answer_day(const struct saving *s, int32_t *day_out)
{
	struct conversation talk = {.day = groei_today(s->groei)};
	enum groei_status status = GROEI_OK;

	if (s->reflection.conversation != 0)
		status = records_get(s->groei, GROEI_CONVERSATION, s->reflection.conversation, &talk);
	*day_out = talk.day;
	return status;
}

/* What is added after publishing is there for all to read at once. */
static enum groei_status add_published(const struct saving *s, struct answer *answer)
{
	struct answer there;
	enum groei_status status;

	answer->published = CHOICE_YES_FIRST;
	if (s->reflection.conversation == 0 || s->reflection.side == SIDE_PEER)
		return GROEI_OK;
	status = answer_read(s->groei, s->reflection.conversation, s->question, s->reflection.side,
	                     &there);
	if (status == GROEI_OK)
		return fault_field(s->groei, groei_table(GROEI_ANSWER), "text",
		                   _("the conversation has an answer to “%s” already, change that one"),
		                   s->question);
	answer->conversation = s->reflection.conversation;
	return status == GROEI_NO ? GROEI_OK : status;
}

static enum groei_status put(const struct saving *s, const struct question *question,
                             const struct question_template *template, const struct answer *now)
{
	struct groei *groei = s->groei;
	struct answer answer = *now;
	enum groei_status status;

	answer.text = s->text;
	answer.number = s->number;
	status = answer_value(groei, question, s->given_as, &answer.text, &answer.number);
	if (status != GROEI_OK)
		return status;
	if (answer.text == NULL && answer.number == GROEI_NONE)
		return now->id == 0 ? GROEI_OK : records_remove(groei, GROEI_ANSWER, now);
	answer.template = template->id;
	answer.version = template->version;
	answer.wording = question->hash;
	if (now->id != 0)
		return records_edit(groei, GROEI_ANSWER, now, &answer);
	answer.person = s->reflection.person;
	answer.question = s->question;
	answer.side = s->reflection.side;
	answer.reflection = s->reflection.id;
	answer.published = CHOICE_NO_SECOND;
	status = answer_day(s, &answer.day);
	if (status == GROEI_OK && s->reflection.state == REFLECTION_PUBLISHED)
		status = add_published(s, &answer);
	return status == GROEI_OK ? records_add(groei, GROEI_ANSWER, &answer) : status;
}

static enum groei_status save_body(void *context)
{
	struct saving *s = context;
	struct groei *groei = s->groei;
	struct question_template *template;
	const struct question *question;
	struct answer now;
	enum groei_status status = begin(s);

	if (status != GROEI_OK)
		return status;
	if (s->reflection.author != groei->who && !s->mailed)
		return reflection_denied(groei, &s->reflection);
	if (s->reflection.state == REFLECTION_SKIPPED || s->reflection.state == REFLECTION_WAITING)
		return fault_field(groei, groei_table(GROEI_REFLECTION), "state",
		                   s->reflection.state == REFLECTION_SKIPPED
		                       ? _("it was skipped; “groei undo” takes that back")
		                       : _("it waits until the person it is about agrees"));
	question = answer_question(groei, s->reflection.template, s->question, &template);
	if (question == NULL || !asks(&s->reflection, question))
		return answer_no_question(groei, template, s->question);
	status = read_now(s, &now);
	if (status != GROEI_OK)
		return status;
	if (s->before != NULL &&
	    (now.id != s->before->id || (now.id != 0 && now.revision != s->before->revision)))
		return answer_conflict(groei);
	return put(s, question, template, &now);
}

static void take_begun(const struct saving *s, struct reflection *reflection)
{
	reflection->id = s->reflection.id;
	reflection->revision = s->reflection.revision;
	reflection->state = s->reflection.state;
	reflection->day = s->reflection.day;
}

static enum groei_status save(struct saving *s, struct reflection *reflection)
{
	enum groei_status status = store_transact(
	    s->groei->store,
	    s->given->state == REFLECTION_PUBLISHED ? "reflection correct" : "reflection answer",
	    save_body, s);

	if (status == GROEI_OK)
		take_begun(s, reflection);
	return status;
}

enum groei_status groei_reflection_answer(struct groei *groei, struct reflection *reflection,
                                          const char *question, const struct answer *before,
                                          const char *text, int32_t number)
{
	struct saving s = {.groei = groei, .given = reflection, .question = question,
	                   .before = before, .text = text, .number = number,
	                   .given_as = ANSWER_STORED};

	return save(&s, reflection);
}

enum groei_status groei_reflection_type(struct groei *groei, struct reflection *reflection,
                                        const char *question, const struct answer *before,
                                        const char *text)
{
	struct saving s = {.groei = groei, .given = reflection, .question = question,
	                   .before = before, .text = text, .number = GROEI_NONE,
	                   .given_as = ANSWER_TYPED};

	return save(&s, reflection);
}

/* Many at once ----------------------------------------------------------------------------------- */

bool reflection_receives(struct groei *groei, const struct reflection *reflection)
{
	const struct groei_table *table = groei_table(GROEI_CONVERSATION);
	struct person person;
	struct conversation talk;

	if (reflection->person == groei->who || reflection->asked_by == groei->who)
		return true;
	if (record_get(groei->store, groei->store->scratch, groei_table(GROEI_PERSON),
	               reflection->person, &person) == GROEI_OK &&
	    person.lead == groei->who)
		return true;
	return reflection->conversation != 0 &&
	       record_get(groei->store, groei->store->scratch, table, reflection->conversation,
	                  &talk) == GROEI_OK &&
	       talk.lead == groei->who;
}

/* Whether what is put in for the author may be: they have begun nothing of their own here, also where
 * who is asking does not see it. */
static enum groei_status check_mailed(const struct saving *s)
{
	struct groei *groei = s->groei;
	struct reflection there = *s->given;
	struct answer *answers = NULL;
	size_t count = 0;
	enum groei_status status = GROEI_NO;

	if (!reflection_receives(groei, s->given))
		return reflection_denied(groei, s->given);
	if (there.id == 0 && there.conversation != 0)
		status = reflection_of(groei, there.conversation, there.author, &there);
	if (status != GROEI_OK && status != GROEI_NO)
		return status;
	if (there.id == 0 || there.state != REFLECTION_DRAFT)
		return GROEI_OK;
	status = reflection_answers(groei, groei->store->scratch, there.id, &answers, &count);
	if (status != GROEI_OK || count == 0)
		return status;
	return fault_set(&groei->fault, GROEI_DENIED, NULL,
	                 _("Reflection: %s has begun a draft here; let them read the form in"),
	                 groei_person_name(groei, groei->store->scratch, s->given->author));
}

static enum groei_status fill_body(void *context)
{
	struct saving *s = context;
	const struct reflection *given = s->given;
	enum groei_status status = s->mailed ? check_mailed(s) : GROEI_OK;

	s->published = (struct reflection_published){.answers = 0};
	s->groei->consequences += s->mailed; /* what follows is the author's own hand */
	for (size_t i = 0; status == GROEI_OK && i < s->answer_count; i++) {
		s->question = s->answers[i].question;
		s->text = s->answers[i].text;
		status = save_body(s);
		s->given = &s->reflection;
	}
	s->given = given;
	if (status == GROEI_OK &&
	    (s->publishes || (s->mailed && s->reflection.state == REFLECTION_DRAFT)))
		status = reflection_publish(s->groei, s->arena, s->reflection.id, &s->published);
	s->groei->consequences -= s->mailed;
	return status;
}

static enum groei_status fill(struct saving *s, const char *command,
                              struct reflection *reflection,
                              struct reflection_published *published_out)
{
	enum groei_status status = store_transact(s->groei->store, command, fill_body, s);

	if (status == GROEI_OK) {
		take_begun(s, reflection);
		*published_out = s->published;
		if (s->published.reflection.id != 0)
			reflection->state = REFLECTION_PUBLISHED;
	}
	return status;
}

enum groei_status groei_reflection_fill(struct groei *groei, struct groei_arena *arena,
                                        struct reflection *reflection,
                                        const struct given_answer *answers, size_t count,
                                        struct reflection_published *published_out)
{
	struct saving s = {.groei = groei, .given = reflection, .number = GROEI_NONE,
	                   .given_as = ANSWER_TYPED, .answers = answers, .answer_count = count,
	                   .mailed = reflection->author != groei->who, .arena = arena};

	if (count == 0)
		return GROEI_OK;
	return fill(&s,
	            s.mailed                                    ? "reflection read"
	            : reflection->state == REFLECTION_PUBLISHED ? "reflection correct"
	                                                        : "reflection answer",
	            reflection, published_out);
}

enum groei_status groei_reflection_finish(struct groei *groei, struct groei_arena *arena,
                                          struct reflection *reflection,
                                          const struct given_answer *answers, size_t count,
                                          struct reflection_published *published_out)
{
	struct saving s = {.groei = groei, .given = reflection, .number = GROEI_NONE,
	                   .given_as = ANSWER_TYPED, .answers = answers, .answer_count = count,
	                   .publishes = 1, .arena = arena};

	if (count == 0)
		return groei_reflection_publish(groei, arena, reflection->id, published_out);
	return fill(&s, "reflection publish", reflection, published_out);
}
