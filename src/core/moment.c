/* Rules and verbs of moments: who may read one, the team's lessons, experiments and wishes. */
#include <groei/framework.h>
#include <groei/moments.h>

#include "core/core.h"

#include <stdint.h>

static const struct groei_table *table(void)
{
	return groei_table(GROEI_MOMENT);
}

/* Only whose lesson it is puts it before the team, or takes it back. */
static enum groei_status team_check(struct groei *groei, const struct moment *was,
                                    const struct moment *moment)
{
	int32_t before = was == NULL ? CHOICE_NO : was->team;

	if (moment->team == CHOICE_YES && moment->kind != MOMENT_LESSON)
		return fault_field(groei, table(), "team", _("only a lesson goes on the team's list"));
	if (before == moment->team || groei->who == moment->person)
		return GROEI_OK;
	return fault_set(&groei->fault, GROEI_DENIED, "team",
	                 _("Moment, For the team: whose lesson it is decides, ask them"));
}

static enum groei_status moment_check(struct groei *groei, const void *before, void *after)
{
	const struct moment *was = before;
	struct moment *moment = after;

	if (moment->shared == GROEI_NONE)
		moment->shared = groei_framework(groei)->moments_shared;
	if (moment->kind == MOMENT_EXPERIMENT && moment->outcome == GROEI_NONE)
		moment->outcome = OUTCOME_RUNNING;
	if (moment->day != GROEI_NO_DAY && moment->day > groei_today(groei) &&
	    (was == NULL || was->day != moment->day))
		return fault_field(groei, table(), "day", _("a moment cannot lie ahead"));
	if (moment->day != GROEI_NO_DAY && (was == NULL || was->day != moment->day)) {
		enum groei_status status =
		    person_there(groei, table(), "day", moment->person, moment->day);

		if (status != GROEI_OK)
			return status;
	}
	if (moment->outcome != GROEI_NONE && moment->kind != MOMENT_EXPERIMENT)
		return fault_field(groei, table(), "outcome", _("only an experiment has one"));
	if (moment->reply != NULL && moment->reply[0] != '\0' && moment->kind != MOMENT_WISH)
		return fault_field(groei, table(), "reply", _("only a wish has one"));
	return team_check(groei, was, moment);
}

const struct noun moment_noun = {.check = moment_check};

enum act { ACT_SHARE, ACT_TEAM, ACT_OUTCOME, ACT_REPLY };

struct acting {
	struct groei *groei;
	int64_t moment;
	enum act act;
	enum moment_outcome outcome;
	const char *text;
};

static enum groei_status already(struct groei *groei, const char *field)
{
	return fault_field(groei, table(), field, _("it is so already"));
}

static const char *joined(struct groei *groei, const char *first, const char *second)
{
	return first == NULL || first[0] == '\0'
	           ? second
	           : groei_arena_print(groei->store->scratch, "%s\n\n%s", first, second);
}

static enum groei_status apply(const struct acting *a, const struct moment *before,
                               struct moment *after)
{
	struct groei *groei = a->groei;

	switch (a->act) {
	case ACT_SHARE:
		if (before->shared == CHOICE_YES_FIRST)
			return already(groei, "shared");
		after->shared = CHOICE_YES_FIRST;
		break;
	case ACT_TEAM:
		if (before->team == CHOICE_YES)
			return already(groei, "team");
		after->team = CHOICE_YES;
		break;
	case ACT_OUTCOME:
		if (before->kind != MOMENT_EXPERIMENT)
			return fault_field(groei, table(), "outcome", _("only an experiment has one"));
		if (before->outcome == (int32_t)a->outcome && a->text == NULL)
			return already(groei, "outcome");
		after->outcome = (int32_t)a->outcome;
		if (a->text != NULL && a->text[0] != '\0')
			after->note = joined(groei, before->note, a->text);
		break;
	case ACT_REPLY:
		if (a->text == NULL || a->text[0] == '\0')
			return fault_field(groei, table(), "reply", _("it may not be empty; %s"),
			                   _("What became of a wish"));
		after->reply = joined(groei, before->reply, a->text);
		break;
	}
	return GROEI_OK;
}

static enum groei_status act_body(void *context)
{
	const struct acting *a = context;
	struct moment before, after;
	enum groei_status status = records_get(a->groei, GROEI_MOMENT, a->moment, &before);

	after = before;
	if (status == GROEI_OK)
		status = apply(a, &before, &after);
	return status == GROEI_OK ? records_edit(a->groei, GROEI_MOMENT, &before, &after) : status;
}

enum groei_status groei_moment_share(struct groei *groei, int64_t moment)
{
	struct acting a = {.groei = groei, .moment = moment, .act = ACT_SHARE};

	return store_transact(groei->store, "moment share", act_body, &a);
}

enum groei_status groei_moment_team(struct groei *groei, int64_t moment)
{
	struct acting a = {.groei = groei, .moment = moment, .act = ACT_TEAM};

	return store_transact(groei->store, "moment team", act_body, &a);
}

enum groei_status groei_moment_outcome(struct groei *groei, int64_t moment,
                                       enum moment_outcome outcome, const char *note)
{
	struct acting a = {groei, moment, ACT_OUTCOME, outcome, note};

	return store_transact(groei->store, "moment outcome", act_body, &a);
}

enum groei_status groei_moment_reply(struct groei *groei, int64_t moment, const char *text)
{
	struct acting a = {.groei = groei, .moment = moment, .act = ACT_REPLY, .text = text};

	return store_transact(groei->store, "moment reply", act_body, &a);
}

enum groei_status groei_lessons(struct groei *groei, struct groei_arena *arena, int64_t team,
                                int32_t since, struct moment **lessons_out, size_t *count_out)
{
	struct db_statement *statement;
	void *records;
	enum groei_status status = access_read(groei);

	if (status == GROEI_OK)
		status = query(groei->store, QUERY_LESSONS, &statement);
	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 1, since);
	db_bind_int(statement, 2, team);
	status = rows_read(groei, arena, statement, GROEI_MOMENT, SIZE_MAX, &records, count_out);
	if (status == GROEI_OK)
		*lessons_out = records;
	return status;
}
