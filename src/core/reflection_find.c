/* Which reflection is meant: that of a talk, about somebody, alone, or the first that waits; one that is not
 * there yet is made up, and kept with its first answer. Writes nothing. */
#include "core/reflection.h"

#include <string.h>

static bool template_there(struct groei *groei, const char *id, struct question_template **out)
{
	return id != NULL && groei_template_find(groei->store->scratch, &groei->folders, id, out, NULL,
	                                         NULL) == GROEI_OK;
}

const char *reflection_template(struct groei *groei, const char *wanted)
{
	struct question_template *template;

	return template_there(groei, wanted, &template) ? wanted : "growth";
}

/* Somebody alone answers as the employee, unless all questions are for the lead. */
static enum answer_side side_alone(struct groei *groei, const char *id)
{
	struct question_template *template;

	if (!template_there(groei, id, &template))
		return SIDE_EMPLOYEE;
	for (size_t i = 0; i < template->question_count; i++) {
		if (template->questions[i].audience != FOR_LEAD)
			return SIDE_EMPLOYEE;
	}
	return SIDE_LEAD;
}

static void clear(struct reflection *out, int64_t person, int64_t author, enum answer_side side,
                  const char *template)
{
	groei_record_clear(groei_table(GROEI_REFLECTION), out);
	out->person = person;
	out->author = author;
	out->side = (int32_t)side;
	out->template = template;
}

/* The author's in a conversation. */
static enum groei_status find_talk(struct groei *groei, struct groei_arena *arena,
                                   const struct reflection_wish *wish, int64_t id,
                                   struct reflection *out)
{
	const struct groei_table *table = groei_table(GROEI_CONVERSATION);
	struct conversation talk;
	enum groei_status status = groei_get(groei, arena, GROEI_CONVERSATION, id, &talk);

	if (status != GROEI_OK)
		return status;
	if (wish->author != talk.person && wish->author != talk.lead)
		return fault_set(&groei->fault, GROEI_DENIED, NULL,
		                 _("Reflection: only the two who talk prepare a conversation"));
	status = reflection_of(groei, id, wish->author, out);
	if (status != GROEI_NO)
		return status;
	if (talk.state != CONVERSATION_PLANNED && talk.state != CONVERSATION_PREPARED)
		return fault_field(groei, table, "state",
		                   _("it is “%s” already, there is nothing left to prepare"),
		                   _(groei_field(table, "state")->choices[talk.state].label));
	clear(out, talk.person, wish->author,
	      wish->author == talk.person ? SIDE_EMPLOYEE : SIDE_LEAD,
	      wish->template != NULL ? wish->template
	                             : reflection_template(groei, talk.template));
	out->conversation = id;
	return GROEI_OK;
}

static enum groei_status drafts(struct groei *groei, struct groei_arena *arena, int64_t author,
                                struct reflection **out, size_t *count_out)
{
	void *records = NULL;
	enum groei_status status =
	    rows_of(groei, arena, QUERY_REFLECTIONS_OPEN, author, GROEI_REFLECTION, 50,
	            &records, count_out);
	if (status == GROEI_OK)
		*out = records;
	return status;
}

static bool asks_so(const struct reflection *reflection, const char *template)
{
	return template == NULL || strcmp(reflection->template, template) == 0;
}

/* About somebody else: feedback that was asked, else the open talk of the two. */
static enum groei_status find_about(struct groei *groei, struct groei_arena *arena,
                                    const struct reflection_wish *wish, struct reflection *out)
{
	struct reflection *open;
	struct conversation talk;
	size_t count = 0;
	enum groei_status status = drafts(groei, arena, wish->author, &open, &count);

	for (size_t i = 0; status == GROEI_OK && i < count; i++) {
		if (open[i].person == wish->about && open[i].side == SIDE_PEER &&
		    asks_so(&open[i], wish->template)) {
			*out = open[i];
			return GROEI_OK;
		}
	}
	if (status == GROEI_OK)
		status = conversation_open_read(groei, arena, wish->about, &talk);
	if (status == GROEI_OK && talk.lead == wish->author)
		return find_talk(groei, arena, wish, talk.id, out);
	if (status == GROEI_OK || status == GROEI_NO)
		status = conversation_open_read(groei, arena, wish->author, &talk);
	if (status == GROEI_OK && talk.lead == wish->about)
		return find_talk(groei, arena, wish, talk.id, out);
	if (status != GROEI_OK && status != GROEI_NO)
		return status;
	return fault_set(&groei->fault, GROEI_NOT_FOUND, NULL,
	                 _("Reflection: no talk is planned with %s and no feedback about them was asked "
	                   "of you"),
	                 groei_person_name(groei, arena, wish->about));
}

/* A draft of the author's own with that template, else a fresh one. */
static enum groei_status find_alone(struct groei *groei, struct groei_arena *arena,
                                    const struct reflection_wish *wish, struct reflection *out)
{
	struct reflection *open;
	size_t count = 0;
	const char *template =
	    wish->template != NULL ? wish->template : reflection_template(groei, "reflection");
	enum groei_status status = drafts(groei, arena, wish->author, &open, &count);

	if (status != GROEI_OK)
		return status;
	for (size_t i = 0; i < count; i++) {
		if (open[i].person == wish->author && open[i].conversation == 0 &&
		    open[i].checkpoint == 0 && asks_so(&open[i], template)) {
			*out = open[i];
			return GROEI_OK;
		}
	}
	clear(out, wish->author, wish->author, side_alone(groei, template), template);
	return GROEI_OK;
}

/* The author's draft for a checkpoint of their own, else a fresh one. */
static enum groei_status find_checkpoint(struct groei *groei, struct groei_arena *arena,
                                         const struct reflection_wish *wish,
                                         struct reflection *out)
{
	static const char *const templates[CHECKPOINT_KINDS] = {
	    [CHECKPOINT_BEFORE] = "training-before", [CHECKPOINT_DAY_14] = "transfer-14",
	    [CHECKPOINT_DAY_30] = "transfer-30",     [CHECKPOINT_DAY_60] = "transfer-60",
	    [CHECKPOINT_DAY_90] = "transfer-90",
	};
	struct reflection *open;
	struct checkpoint point;
	size_t count = 0;
	enum groei_status status = groei_get(groei, arena, GROEI_CHECKPOINT, wish->checkpoint, &point);

	if (status == GROEI_OK && point.person != wish->author)
		return fault_set(&groei->fault, GROEI_DENIED, NULL,
		                 _("Reflection: %s answers the questions of this checkpoint"),
		                 groei_person_name(groei, arena, point.person));
	if (status == GROEI_OK)
		status = drafts(groei, arena, wish->author, &open, &count);
	if (status != GROEI_OK)
		return status;
	for (size_t i = 0; i < count; i++) {
		if (open[i].checkpoint == point.id) {
			*out = open[i];
			return GROEI_OK;
		}
	}
	clear(out, point.person, wish->author, SIDE_EMPLOYEE,
	      wish->template != NULL ? wish->template : templates[point.kind]);
	out->checkpoint = point.id;
	return GROEI_OK;
}

/* The day that a draft is needed: asked for, or that of its conversation; GROEI_DAY_MAX without one. */
static int32_t needed(struct groei *groei, struct groei_arena *arena,
                      const struct reflection *reflection)
{
	struct conversation talk;

	if (reflection->due != GROEI_NO_DAY)
		return reflection->due;
	if (reflection->conversation != 0 &&
	    groei_get(groei, arena, GROEI_CONVERSATION, reflection->conversation, &talk) == GROEI_OK)
		return talk.day;
	return GROEI_DAY_MAX;
}

/* What is needed first: a draft, or the preparation of the author's own open talk. */
static enum groei_status find_first(struct groei *groei, struct groei_arena *arena,
                                    const struct reflection_wish *wish, struct reflection *out)
{
	struct reflection *open, own, *first = NULL;
	struct conversation talk;
	size_t count = 0;
	int32_t day = GROEI_DAY_MAX;
	enum groei_status status = drafts(groei, arena, wish->author, &open, &count);

	for (size_t i = 0; status == GROEI_OK && i < count; i++) {
		int32_t at = needed(groei, arena, &open[i]);

		if (first == NULL || at < day) {
			first = &open[i];
			day = at;
		}
	}
	if (status == GROEI_OK)
		status = conversation_open_read(groei, arena, wish->author, &talk);
	if (status == GROEI_OK && (first == NULL || talk.day < day)) {
		status = find_talk(groei, arena, wish, talk.id, &own);
		if (status == GROEI_OK && (own.id == 0 || own.state == REFLECTION_DRAFT))
			first = &own;
	}
	if (status != GROEI_OK && status != GROEI_NO)
		return status;
	if (first == NULL)
		return find_alone(groei, arena, wish, out);
	*out = *first;
	return GROEI_OK;
}

/* Texts outlive the transaction's scratch memory. */
static void keep_texts(struct groei_arena *arena, struct reflection *reflection)
{
	reflection->template = groei_arena_text(arena, reflection->template);
	reflection->context = groei_arena_text(arena, reflection->context);
}

enum groei_status groei_reflection_find(struct groei *groei, struct groei_arena *arena,
                                        const struct reflection_wish *wanted,
                                        struct reflection *out)
{
	struct reflection_wish wish = *wanted;
	struct reflection found;
	enum groei_status status = access_read(groei);

	if (status != GROEI_OK)
		return status;
	if (wish.author == 0)
		wish.author = groei->who;
	if (wish.reflection != 0)
		status = groei_get(groei, arena, GROEI_REFLECTION, wish.reflection, &found);
	else if (wish.conversation != 0)
		status = find_talk(groei, arena, &wish, wish.conversation, &found);
	else if (wish.checkpoint != 0)
		status = find_checkpoint(groei, arena, &wish, &found);
	else if (wish.about != 0 && wish.about != wish.author)
		status = find_about(groei, arena, &wish, &found);
	else if (wish.template != NULL || wish.about != 0)
		status = find_alone(groei, arena, &wish, &found);
	else
		status = find_first(groei, arena, &wish, &found);
	if (status != GROEI_OK)
		return status;
	keep_texts(arena, &found);
	*out = found;
	return GROEI_OK;
}

enum groei_status groei_reflections_open(struct groei *groei, struct groei_arena *arena,
                                         struct reflection **reflections_out, size_t *count_out)
{
	enum groei_status status = access_read(groei);

	return status == GROEI_OK ? drafts(groei, arena, groei->who, reflections_out, count_out)
	                          : status;
}
