/* The field table: one row per field of every record, in fields_people.c, fields_talks.c and
 * fields_growth.c. Adding a field is a struct member (schema.h) and a row there; column, upgrade, form,
 * option, JSON, history and help follow. Adding a table is its struct, its rows and a line here. */
#include <string.h>

#include "core/fields.h"

static const struct groei_table *const tables[GROEI_ENTITIES] = {
    [GROEI_PERSON] = &person_table,
    [GROEI_TEAM] = &team_table,
    [GROEI_CONVERSATION] = &conversation_table,
    [GROEI_ANSWER] = &answer_table,
    [GROEI_GOAL] = &goal_table,
    [GROEI_ACTION] = &action_table,
    [GROEI_ASSIGNMENT] = &assignment_table,
    [GROEI_ABSENCE] = &absence_table,
    [GROEI_SKILL] = &skill_table,
    [GROEI_DIRECTION] = &direction_table,
    [GROEI_OBJECTIVE] = &objective_table,
    [GROEI_REFLECTION] = &reflection_table,
    [GROEI_POSTPONEMENT] = &postponement_table,
    [GROEI_POINT] = &point_table,
    [GROEI_MOMENT] = &moment_table,
    [GROEI_NOTE] = &note_table,
    [GROEI_HEARD] = &heard_table,
    [GROEI_LEARNING] = &learning_table,
    [GROEI_CHECKPOINT] = &checkpoint_table,
    [GROEI_PROGRESS] = &progress_table,
    [GROEI_EVIDENCE] = &evidence_table,
};

const struct store_schema schema = {tables, GROEI_ENTITIES, GROEI_SCHEMA_VERSION};

const struct groei_table *groei_table(enum groei_entity entity) { return tables[entity]; }

const struct groei_table *groei_table_named(const char *name)
{
	for (size_t i = 0; i < GROEI_ENTITIES; i++) {
		if (strcmp(tables[i]->name, name) == 0)
			return tables[i];
	}
	return NULL;
}
