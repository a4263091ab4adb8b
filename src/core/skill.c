/* Rules of skills: whose view is whose, and when it was last confirmed. */
#include "core/core.h"

#include <groei/skill.h>

static enum groei_status skill_check(struct groei *groei, const void *before, void *after)
{
	const struct groei_table *table = groei_table(GROEI_SKILL);
	const struct skill *was = before;
	struct skill *skill = after;
	int own = skill->own != (was == NULL ? GROEI_NONE : was->own);
	int view = skill->view != (was == NULL ? GROEI_NONE : was->view);
	int wanted = skill->wanted != (was == NULL ? GROEI_NONE : was->wanted);
	int self = groei->who == skill->person;

	if (groei->who != groei->owner && ((own && !self) || (view && self)))
		return fault_set(&groei->fault, GROEI_DENIED, own && !self ? "own" : "view",
		                 own && !self
		                     ? _("%s: only they say how they see it themselves, use --view")
		                     : _("%s: the lead's view is the lead's to say, use --own"),
		                 _(table->label));
	if (own || view || wanted)
		skill->confirmed = groei_today(groei);
	return GROEI_OK;
}

const struct noun skill_noun = {.check = skill_check};

struct confirming {
	struct groei *groei;
	int64_t skill;
	int32_t own, view;
};

static enum groei_status confirm_body(void *context)
{
	const struct confirming *c = context;
	struct skill before, after;
	enum groei_status status = records_get(c->groei, GROEI_SKILL, c->skill, &before);

	if (status != GROEI_OK)
		return status;
	after = before;
	if (c->own != GROEI_NONE)
		after.own = c->own;
	if (c->view != GROEI_NONE)
		after.view = c->view;
	after.confirmed = groei_today(c->groei);
	return records_edit(c->groei, GROEI_SKILL, &before, &after);
}

enum groei_status groei_skill_confirm(struct groei *groei, int64_t skill, int32_t own, int32_t view)
{
	struct confirming c = {groei, skill, own, view};

	return store_transact(groei->store, "skill confirm", confirm_body, &c);
}

enum groei_status groei_helps(struct groei *groei, int64_t person)
{
	const struct groei_query any = {
	    .scope = GROEI_ALL,
	    .condition = {{"person", person}, {"helps", CHOICE_YES}},
	    .limit = 1,
	};
	int count = 0;
	enum groei_status status = groei_count(groei, GROEI_SKILL, &any, 1, &count);

	return status == GROEI_OK && count == 0 ? GROEI_NO : status;
}

/* Whether somebody who helps can be asked: not the one it is for, and still here. */
static enum groei_status can_help(struct groei *groei, struct groei_arena *arena,
                                  const struct skill *skill, int64_t person)
{
	struct person helper;
	enum groei_status status;

	if (skill->person == person || skill->kind == SKILL_PITFALL)
		return GROEI_NO;
	status = groei_get(groei, arena, GROEI_PERSON, skill->person, &helper);
	if (status == GROEI_OK && helper.ends != GROEI_NO_DAY && helper.ends < groei_today(groei))
		return GROEI_NO;
	return status;
}

enum groei_status groei_buddies(struct groei *groei, struct groei_arena *arena, const char *words,
                                int64_t person, struct skill **skills_out, size_t *count_out)
{
	enum { MOST = 200 };
	const struct groei_query helping = {
	    .scope = GROEI_ALL,
	    .condition = {{"helps", CHOICE_YES}},
	    .words = words,
	    .limit = MOST,
	};
	struct skill *skills;
	void *records;
	size_t count = 0, kept = 0;
	enum groei_status status = groei_list(groei, arena, GROEI_SKILL, &helping, &records, &count);

	if (status != GROEI_OK)
		return status;
	skills = records;
	for (size_t i = 0; i < count; i++) {
		status = can_help(groei, arena, &skills[i], person);
		if (status == GROEI_OK)
			skills[kept++] = skills[i];
		else if (status != GROEI_NO)
			return status;
	}
	*skills_out = skills;
	*count_out = kept;
	return GROEI_OK;
}
