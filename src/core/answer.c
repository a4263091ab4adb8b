/* Saving answers: one per conversation, question and side. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "core/core.h"
#include "core/answer.h"

/* The question that a conversation's template asks, NULL when it does not. */
static const struct question *
question_find(struct groei *groei, const struct conversation *talk, const char *id,
              struct question_template **template_out)
{
	struct question_template *template;

	*template_out = NULL;
	if (talk->template == NULL ||
	    groei_template_find(groei->store->scratch, &groei->folders, talk->template, &template, NULL,
	                        NULL) != GROEI_OK)
		return NULL;
	*template_out = template;
	for (size_t i = 0; i < template->question_count; i++) {
		if (strcmp(template->questions[i].id, id) == 0)
			return &template->questions[i];
	}
	return NULL;
}

static enum groei_status
no_question(struct groei *groei, const struct question_template *template, const char *id)
{
	const char *ids = "";

	for (size_t i = 0; template != NULL && i < template->question_count; i++)
		ids = groei_arena_print(groei->store->scratch, "%s%s%s", ids, i == 0 ? "" : ", ",
		                        template->questions[i].id);
	return fault_set(&groei->fault, GROEI_NOT_FOUND, "question",
	                 _("Answer: the template does not ask “%s”; it asks %s"), id, ids);
}

static enum groei_status
answer_read(struct groei *groei, int64_t conversation, const char *question, int side,
            struct answer *out)
{
	struct db_statement *statement;
	enum groei_status status = query(groei->store, QUERY_ANSWER, &statement);

	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 1, conversation);
	db_bind_text(statement, 2, question);
	db_bind_text(statement, 3, side == SIDE_LEAD ? "lead" : "employee");
	return row_read(groei, groei->store->scratch, statement, GROEI_ANSWER, out);
}

static enum groei_status
scale_fault(struct groei *groei, const struct question *question, const char *text)
{
	return fault_field(groei, groei_table(GROEI_ANSWER), "number",
	                   _("“%.40s” does not fit “%s”, it is a whole number from %d to %d"), text,
	                   question->id, question->low, question->high);
}

/* What a person typed, as it is stored for this kind of question. */
static enum groei_status
read_typed(struct groei *groei, const struct question *question, const char *typed,
           const char **text_out, int32_t *number_out)
{
	const char *key = groei_text_key(groei->store->scratch, typed);
	int found = -1;
	char *end;
	long number;

	*text_out = NULL;
	*number_out = GROEI_NONE;
	if (*key == '\0')
		return GROEI_OK;
	switch (question->kind) {
	case QUESTION_SCALE:
		errno = 0;
		number = strtol(key, &end, 10);
		if (end == key || *end != '\0' || errno != 0 || number < question->low ||
		    number > question->high)
			return scale_fault(groei, question, typed);
		*number_out = (int32_t)number;
		return GROEI_OK;
	case QUESTION_YESNO:
		if (strchr("yj", *key) == NULL && *key != 'n')
			return fault_field(groei, groei_table(GROEI_ANSWER), "text",
			                   _("“%.40s” is neither yes nor no"), typed);
		*text_out = *key == 'n' ? "no" : "yes";
		return GROEI_OK;
	case QUESTION_CHOICE:
		for (size_t i = 0; i < question->choice_count; i++) {
			const char *label = groei_text_key(
			    groei->store->scratch,
			    groei_template_text(&question->choices[i].label, groei->language));

			if (strcmp(question->choices[i].id, key) == 0 || strcmp(label, key) == 0) {
				found = (int)i;
				break;
			}
			if (strncmp(label, key, strlen(key)) == 0)
				found = found == -1 ? (int)i : -2;
		}
		if (found < 0)
			return fault_field(groei, groei_table(GROEI_ANSWER), "text",
			                   _("“%.40s” is none of the choices of “%s”"), typed,
			                   question->id);
		*text_out = question->choices[found].id;
		return GROEI_OK;
	default:
		*text_out = typed;
		return GROEI_OK;
	}
}

struct saving {
	struct groei *groei;
	int64_t conversation;
	const char *question;
	enum answer_side side;
	const struct answer *before;
	const char *text;
	int32_t number;
	int typed; /* text is what a person typed, of whatever kind */
};

static enum groei_status
conflict(struct groei *groei)
{
	return fault_set(&groei->fault, GROEI_CONFLICT, "text",
	                 _("Answer: somebody else answered it meanwhile, look at both and save again"));
}

/* Writes the answer given what stands there now (id 0: nothing). */
static enum groei_status
put(const struct saving *s, const struct conversation *talk, const struct question *question,
    const struct question_template *template, const struct answer *now)
{
	struct groei *groei = s->groei;
	struct answer answer = *now;
	const char *text = s->text;
	int32_t number = s->number;
	enum groei_status status;

	if (s->typed) {
		status = read_typed(groei, question, s->text == NULL ? "" : s->text, &text, &number);
		if (status != GROEI_OK)
			return status;
	} else if (question->kind == QUESTION_SCALE && number != GROEI_NONE &&
	           (number < question->low || number > question->high)) {
		return scale_fault(groei, question,
		                   groei_arena_print(groei->store->scratch, "%d", number));
	}
	if (text != NULL && *text == '\0')
		text = NULL;
	if (text == NULL && number == GROEI_NONE)
		return now->id == 0 ? GROEI_OK : records_remove(groei, GROEI_ANSWER, now);
	answer.text = text;
	answer.number = number;
	answer.day = talk->day;
	answer.template = template->id;
	answer.version = template->version;
	answer.wording = question->hash;
	if (now->id != 0)
		return records_edit(groei, GROEI_ANSWER, now, &answer);
	answer.person = talk->person;
	answer.conversation = talk->id;
	answer.question = s->question;
	answer.side = s->side;
	return records_add(groei, GROEI_ANSWER, &answer);
}

static enum groei_status
save_body(void *context)
{
	const struct saving *s = context;
	struct groei *groei = s->groei;
	struct conversation talk;
	struct question_template *template;
	const struct question *question;
	struct answer now;
	enum groei_status status =
	    records_get(groei, GROEI_CONVERSATION, s->conversation, &talk);

	if (status != GROEI_OK)
		return status;
	question = question_find(groei, &talk, s->question, &template);
	if (question == NULL)
		return no_question(groei, template, s->question);
	groei_record_clear(groei_table(GROEI_ANSWER), &now);
	status = answer_read(groei, s->conversation, s->question, s->side, &now);
	if (status != GROEI_OK && status != GROEI_NO)
		return status;
	if (s->before != NULL &&
	    (now.id != s->before->id || (now.id != 0 && now.revision != s->before->revision)))
		return conflict(groei);
	return put(s, &talk, question, template, &now);
}

enum groei_status
groei_answer_save(struct groei *groei, int64_t conversation, const char *question,
                  enum answer_side side, const struct answer *before, const char *text,
                  int32_t number)
{
	struct saving s = {groei, conversation, question, side, before, text, number, 0};

	return store_transact(groei->store, "conversation answer", save_body, &s);
}

enum groei_status
groei_answer_type(struct groei *groei, int64_t conversation, const char *question,
                  enum answer_side side, const struct answer *before, const char *text)
{
	struct saving s = {groei, conversation, question, side, before, text, GROEI_NONE, 1};

	return store_transact(groei->store, "conversation answer", save_body, &s);
}

enum groei_status
answer_given(struct groei *groei, int64_t conversation, const struct given_answer *given)
{
	struct saving s = {groei,       conversation, given->question, given->side, NULL,
	                   given->text, GROEI_NONE,   1};

	return save_body(&s);
}
