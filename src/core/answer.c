/* Saving answers: one per conversation, question and side. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "core/core.h"
#include "core/answer.h"

const struct question *answer_question(struct groei *groei, const char *asked_by, const char *id,
                                       struct question_template **template_out)
{
	struct question_template *template;

	*template_out = NULL;
	if (asked_by == NULL ||
	    groei_template_find(groei->store->scratch, &groei->folders, asked_by, &template, NULL,
	                        NULL) != GROEI_OK)
		return NULL;
	*template_out = template;
	for (size_t i = 0; i < template->question_count; i++) {
		if (strcmp(template->questions[i].id, id) == 0)
			return &template->questions[i];
	}
	return NULL;
}

enum groei_status answer_no_question(struct groei *groei,
                                     const struct question_template *template, const char *id)
{
	const char *ids = "";

	for (size_t i = 0; template != NULL && i < template->question_count; i++)
		ids = groei_arena_print(groei->store->scratch, "%s%s%s", ids, i == 0 ? "" : ", ",
		                        template->questions[i].id);
	return fault_set(&groei->fault, GROEI_NOT_FOUND, "question",
	                 _("Answer: the template does not ask “%s”; it asks %s"), id, ids);
}

enum groei_status answer_read(struct groei *groei, int64_t conversation, const char *question,
                              int side, struct answer *out)
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

static enum groei_status scale_fault(struct groei *groei, const struct question *question,
                                     const char *text)
{
	return fault_field(groei, groei_table(GROEI_ANSWER), "number",
	                   _("“%.40s” does not fit “%s”, it is a whole number from %d to %d"), text,
	                   question->id, question->low, question->high);
}

static enum groei_status yesno_fault(struct groei *groei, const char *text)
{
	return fault_field(groei, groei_table(GROEI_ANSWER), "text", _("“%.40s” is neither yes nor no"),
	                   text);
}

/* "y", "yes", "j", "ja", "n", "no", "nee" as "yes" or "no"; NULL for anything else. */
static const char *yes_or_no(const char *key)
{
	static const char *const words[] = {"yes", "ja", "no", "nee"};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		if (strcmp(key, words[i]) == 0 || (key[0] == words[i][0] && key[1] == '\0'))
			return i < 2 ? "yes" : "no";
	}
	return NULL;
}

static enum groei_status choice_fault(struct groei *groei, const struct question *question,
                                      const char *text)
{
	const char *ids = "";

	for (size_t i = 0; i < question->choice_count; i++)
		ids = groei_arena_print(groei->store->scratch, "%s%s%s", ids, i == 0 ? "" : ", ",
		                        question->choices[i].id);
	return fault_field(groei, groei_table(GROEI_ANSWER), "text",
	                   _("“%.40s” is none of the choices of “%s”: %s"), text, question->id, ids);
}

enum likeness { UNLIKE, STARTS_SO, SAME };

/* How a key compares with a choice's id and its labels in all languages. */
static enum likeness compare_choice(struct groei *groei, const struct template_choice *choice,
                                    const char *key)
{
	enum likeness found = UNLIKE;

	for (int i = -1; i < GROEI_LANGUAGES; i++) {
		const char *text = i < 0 ? choice->id : choice->label.in[i];

		if (text == NULL)
			continue;
		text = groei_text_key(groei->store->scratch, text);
		if (strcmp(text, key) == 0)
			return SAME;
		if (strncmp(text, key, strlen(key)) == 0)
			found = STARTS_SO;
	}
	return found;
}

/* The id of the choice that a key names, in full or by a start that no other has; else NULL. */
static const char *choice_typed(struct groei *groei, const struct question *question,
                                const char *key)
{
	const char *found = NULL;
	int starting = 0;

	for (size_t i = 0; i < question->choice_count; i++) {
		enum likeness likeness = compare_choice(groei, &question->choices[i], key);

		if (likeness == SAME)
			return question->choices[i].id;
		if (likeness == STARTS_SO) {
			found = question->choices[i].id;
			starting++;
		}
	}
	return starting == 1 ? found : NULL;
}

/* A value as it is stored, whether it fits the question; what the kind has no use for is dropped. */
static enum groei_status check_stored(struct groei *groei, const struct question *question,
                                      const char **text, int32_t *number)
{
	if (question->kind == QUESTION_SCALE) {
		*text = NULL;
		if (*number == GROEI_NONE || (*number >= question->low && *number <= question->high))
			return GROEI_OK;
		return scale_fault(groei, question,
		                   groei_arena_print(groei->store->scratch, "%d", *number));
	}
	*number = GROEI_NONE;
	if (*text == NULL || **text == '\0')
		return GROEI_OK;
	if (question->kind == QUESTION_YESNO && strcmp(*text, "yes") != 0 && strcmp(*text, "no") != 0)
		return yesno_fault(groei, *text);
	for (size_t i = 0; question->kind == QUESTION_CHOICE && i < question->choice_count; i++) {
		if (strcmp(question->choices[i].id, *text) == 0)
			return GROEI_OK;
	}
	return question->kind == QUESTION_CHOICE ? choice_fault(groei, question, *text) : GROEI_OK;
}

/* What a person typed, as it is stored for this kind of question. */
static enum groei_status read_typed(struct groei *groei, const struct question *question,
                                    const char *typed, const char **text_out, int32_t *number_out)
{
	const char *key = groei_text_key(groei->store->scratch, typed);
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
		*text_out = yes_or_no(key);
		return *text_out != NULL ? GROEI_OK : yesno_fault(groei, typed);
	case QUESTION_CHOICE:
		*text_out = choice_typed(groei, question, key);
		return *text_out != NULL ? GROEI_OK : choice_fault(groei, question, typed);
	default:
		*text_out = typed;
		return GROEI_OK;
	}
}

enum groei_status answer_value(struct groei *groei, const struct question *question,
                               enum answer_given_as given_as, const char **text, int32_t *number)
{
	const char *typed = *text == NULL ? "" : *text;
	enum groei_status status = given_as == ANSWER_TYPED
	                               ? read_typed(groei, question, typed, text, number)
	                               : check_stored(groei, question, text, number);

	if (status == GROEI_OK && *text != NULL && **text == '\0')
		*text = NULL;
	return status;
}

struct saving {
	struct groei *groei;
	int64_t conversation;
	const char *question;
	enum answer_side side;
	const struct answer *before;
	const char *text;
	int32_t number;
	int typed;     /* text is what a person typed, of whatever kind */
	int replacing; /* whatever stands there; else only what `before` says */
};

enum groei_status answer_conflict(struct groei *groei)
{
	return fault_set(&groei->fault, GROEI_CONFLICT, "text",
	                 _("Answer: somebody else answered it meanwhile, look at both and save again"));
}

/* Writes the answer given what stands there now (id 0: nothing). */
static enum groei_status put(const struct saving *s, const struct conversation *talk,
                             const struct question *question,
                             const struct question_template *template, const struct answer *now)
{
	struct groei *groei = s->groei;
	struct answer answer = *now;
	const char *text = s->text;
	int32_t number = s->number;
	enum groei_status status = answer_value(
	    groei, question, s->typed ? ANSWER_TYPED : ANSWER_STORED, &text, &number);

	if (status != GROEI_OK)
		return status;
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
	answer.side = (int32_t)s->side;
	return records_add(groei, GROEI_ANSWER, &answer);
}

/* Another answer stands there than the one that was read; whoever may not answer is told that instead. */
static enum groei_status met_another(const struct saving *s, const struct conversation *talk)
{
	struct answer own;
	enum groei_status status;

	groei_record_clear(groei_table(GROEI_ANSWER), &own);
	own.person = talk->person;
	own.conversation = talk->id;
	status = access_check(s->groei, ACT_ADD, groei_table(GROEI_ANSWER), &own);
	return status == GROEI_OK ? answer_conflict(s->groei) : status;
}

static enum groei_status save_body(void *context)
{
	const struct saving *s = context;
	struct groei *groei = s->groei;
	struct conversation talk;
	struct question_template *template;
	const struct question *question;
	struct answer now;
	int64_t before;
	enum groei_status status =
	    records_get(groei, GROEI_CONVERSATION, s->conversation, &talk);

	if (status != GROEI_OK)
		return status;
	question = answer_question(groei, talk.template, s->question, &template);
	if (question == NULL)
		return answer_no_question(groei, template, s->question);
	groei_record_clear(groei_table(GROEI_ANSWER), &now);
	status = answer_read(groei, s->conversation, s->question, (int)s->side, &now);
	if (status != GROEI_OK && status != GROEI_NO)
		return status;
	before = s->before == NULL ? 0 : s->before->id;
	if (!s->replacing &&
	    (now.id != before || (now.id != 0 && now.revision != s->before->revision)))
		return met_another(s, &talk);
	return put(s, &talk, question, template, &now);
}

enum groei_status groei_answer_save(struct groei *groei, int64_t conversation, const char *question,
                                    enum answer_side side, const struct answer *before,
                                    const char *text, int32_t number)
{
	struct saving s = {groei, conversation, question, side, before, text, number, 0, 0};

	return store_transact(groei->store, "conversation answer", save_body, &s);
}

enum groei_status groei_answer_type(struct groei *groei, int64_t conversation, const char *question,
                                    enum answer_side side, const struct answer *before,
                                    const char *text)
{
	struct saving s = {groei, conversation, question, side, before, text, GROEI_NONE, 1, 0};

	return store_transact(groei->store, "conversation answer", save_body, &s);
}

enum groei_status answer_given(struct groei *groei, int64_t conversation,
                               const struct given_answer *given)
{
	struct saving s = {groei,       conversation, given->question, given->side, NULL,
	                   given->text, GROEI_NONE,   1,               1};

	return save_body(&s);
}
