/* Skills: confirming them, finding a buddy, and a person's profile. */
#include "command/call.h"

#include "base/i18n.h"
#include <groei/skill.h>
#include <groei/text.h>

enum groei_status run_skill_confirm(struct groei_command_call *call)
{
	struct skill skill;
	int own = GROEI_NONE, view = GROEI_NONE;
	enum groei_status status = call_get(call, GROEI_SKILL, "id", &skill);

	if (status == GROEI_OK && call_value(call, "own") != NULL)
		status = call_number(call, "own", 0, 10, &own);
	if (status == GROEI_OK && call_value(call, "view") != NULL)
		status = call_number(call, "view", 0, 10, &view);
	if (status == GROEI_OK)
		status = groei_skill_confirm(call->groei, skill.id, own, view);
	if (status == GROEI_OK)
		status = groei_get(call->groei, call->arena, GROEI_SKILL, skill.id, &skill);
	if (status == GROEI_OK)
		call_tell(call, _("Confirmed"), GROEI_SKILL, &skill);
	return status;
}

/* "▮▮▮▮▮▯▯▯▯▯  5": a level of 10, blank when there is none. */
static const char *bar(struct groei_command_call *call, int32_t level)
{
	struct groei_buffer text = {0};
	const char *made;

	if (level == GROEI_NONE)
		return groei_text_pad(call->arena, "", 14);
	for (int i = 1; i <= 10; i++)
		groei_buffer_text(&text, i <= level ? "▮" : "▯");
	groei_buffer_print(&text, " %2d ", (int)level);
	made = groei_arena_copy(call->arena, text.data, text.length);
	groei_buffer_free(&text);
	return made;
}

enum groei_status run_buddy(struct groei_command_call *call)
{
	struct skill *skills;
	size_t count = 0;
	int64_t person = 0;
	struct learning holder; /* any record with a person: the option is read as its field */
	enum groei_status status = GROEI_OK;

	groei_record_clear(groei_table(GROEI_LEARNING), &holder);
	if (call_value(call, "for") != NULL)
		status = groei_value_parse(call->groei, call->arena,
		                           groei_field(groei_table(GROEI_LEARNING), "person"),
		                           call_value(call, "for"), &holder);
	person = holder.person;
	if (status == GROEI_OK)
		status = groei_buddies(call->groei, call->arena, call_value(call, "skill"), person,
		                       &skills, &count);
	if (status != GROEI_OK)
		return status;
	if (call->output->json) {
		json_records(call, NULL, GROEI_SKILL, skills, count);
		return GROEI_OK;
	}
	for (size_t i = 0; i < count; i++)
		call_print(call, "%s  %s  %s: %s\n", bar(call, skills[i].own),
		           groei_text_pad(call->arena,
		                          call_handle(call, skills[i].person),
		                          12),
		           call_name(call, skills[i].person),
		           call_safe(call, skills[i].title));
	if (count > 0)
		return GROEI_OK;
	call_raw(call, _("Nobody said they help with that. Somebody who does says so with: groei skill "
	                 "edit ID --helps yes\n"));
	call->answered = 1;
	return GROEI_NO;
}

/* The profile ----------------------------------------------------------------------------------- */

struct profile {
	struct person person;
	struct standing standing; /* energy over time */
	struct skill *skills;
	size_t skill_count;
	struct direction *directions;
	size_t direction_count;
};

static enum groei_status of_person(struct groei_command_call *call, enum groei_entity entity,
                                   int64_t person, void **records_out, size_t *count_out)
{
	const struct groei_query query = {
	    .scope = GROEI_ALL, .condition = {{"person", person}}, .limit = 200};

	return groei_list(call->groei, call->arena, entity, &query, records_out, count_out);
}

static enum groei_status profile_read(struct groei_command_call *call, int64_t person,
                                      struct profile *profile_out)
{
	struct profile p = {.skill_count = 0};
	void *skills = NULL, *directions = NULL;
	enum groei_status status =
	    groei_get(call->groei, call->arena, GROEI_PERSON, person, &p.person);

	if (status == GROEI_OK)
		status = groei_standing(call->groei, call->arena, person, &p.standing);
	if (status == GROEI_OK)
		status = of_person(call, GROEI_SKILL, person, &skills, &p.skill_count);
	if (status == GROEI_OK)
		status = of_person(call, GROEI_DIRECTION, person, &directions, &p.direction_count);
	if (status != GROEI_OK)
		return status;
	p.skills = skills;
	p.directions = directions;
	*profile_out = p;
	return GROEI_OK;
}

/* A skill in one line; bars only where there is a level. */
static void show_skill(struct groei_command_call *call, const struct skill *skill)
{
	const char *title = call_safe(call, skill->title);

	if (skill->own == GROEI_NONE && skill->view == GROEI_NONE && skill->wanted == GROEI_NONE)
		call_print(call, "  %s", title);
	else
		call_print(call, "  %s  %s  %s  %s", groei_text_pad(call->arena, title, 24),
		           bar(call, skill->own), bar(call, skill->view), bar(call, skill->wanted));
	call_print(call, "%s\n", skill->helps == CHOICE_YES ? _("  helps others") : "");
}

static void show_skills(struct groei_command_call *call, const struct profile *profile,
                        const char *title, enum skill_kind kind)
{
	const struct groei_table *table = groei_table(GROEI_SKILL);
	size_t shown = 0;

	for (size_t i = 0; i < profile->skill_count; i++) {
		const struct skill *skill = &profile->skills[i];

		if (skill->kind != (int32_t)kind)
			continue;
		if (shown++ == 0) {
			call_head(call, title);
			call_styled(call, STYLE_DIM,
			            groei_arena_print(
			                call->arena, "  %s  %s  %s  %s",
			                groei_text_pad(call->arena, "", 24),
			                groei_text_pad(call->arena, _(groei_field(table, "own")->label), 14),
			                groei_text_pad(call->arena, _(groei_field(table, "view")->label), 14),
			                _(groei_field(table, "wanted")->label)));
			call_raw(call, "\n");
		}
		show_skill(call, skill);
	}
}

static void show_profile(struct groei_command_call *call, const struct profile *profile)
{
	const struct groei_field *kind = groei_field(groei_table(GROEI_DIRECTION), "kind");

	call_styled(call, STYLE_BOLD, call_safe(call, profile->person.name));
	call_raw(call, "\n");
	if (profile->standing.energy_count > 0)
		call_print(call, _("Energy: %s\n"),
		           call_sparkline(call, profile->standing.energy,
		                          profile->standing.energy_count, 1, 10));
	show_skills(call, profile, _("Strengths"), SKILL_STRENGTH);
	show_skills(call, profile, _("Skills"), SKILL_SKILL);
	show_skills(call, profile, _("Pitfalls"), SKILL_PITFALL);
	if (profile->direction_count > 0) {
		call_head(call, _(groei_table(GROEI_DIRECTION)->plural));
	}
	for (size_t i = 0; i < profile->direction_count; i++)
		call_print(call, "  %s (%s)\n", call_safe(call, profile->directions[i].title),
		           call_choice(kind, profile->directions[i].kind));
	if (profile->skill_count + profile->direction_count == 0)
		call_print(call, _("Nothing yet. Begin with a strength: groei skill add %s TITLE --kind "
		                   "strength\n"),
		           call_safe(call, profile->person.handle));
}

static void json_skills(struct groei_command_call *call, const struct profile *profile,
                        const char *key, enum skill_kind kind)
{
	json_begin(call, key, '[');
	for (size_t i = 0; i < profile->skill_count; i++)
		if (profile->skills[i].kind == (int32_t)kind)
			json_record(call, NULL, GROEI_SKILL, &profile->skills[i]);
	json_end(call, ']');
}

enum groei_status run_profile(struct groei_command_call *call)
{
	struct profile profile;
	int64_t person = 0;
	enum groei_status status = call_person(call, &person);

	if (status == GROEI_OK)
		status = profile_read(call, person, &profile);
	if (status != GROEI_OK)
		return status;
	call->made = person;
	if (!call->output->json) {
		show_profile(call, &profile);
		return GROEI_OK;
	}
	json_begin(call, NULL, '{');
	json_string(call, "person", profile.person.handle);
	json_string(call, "name", profile.person.name);
	json_skills(call, &profile, "strengths", SKILL_STRENGTH);
	json_skills(call, &profile, "skills", SKILL_SKILL);
	json_skills(call, &profile, "pitfalls", SKILL_PITFALL);
	json_records(call, "directions", GROEI_DIRECTION, profile.directions,
	             profile.direction_count);
	json_begin(call, "energy", '[');
	for (int i = 0; i < profile.standing.energy_count; i++)
		json_int(call, NULL, profile.standing.energy[i]);
	json_end(call, ']');
	json_end(call, '}');
	return GROEI_OK;
}
