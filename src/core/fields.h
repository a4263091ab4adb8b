/* How the field table is written: the rows of each table and the table itself stand in fields_people.c,
 * fields_talks.c and fields_growth.c; schema.c lists the tables. */
#ifndef FIELDS_H
#define FIELDS_H

#include "base/i18n.h"
#include "core/schema.h"

#define STORAGE(type, member)                                                                      \
	_Generic(((struct type *)0)->member, const char * : GROEI_STORED_TEXT,                      \
	         int32_t : GROEI_STORED_INT32, int64_t : GROEI_STORED_INT64)

#define FIELD(type, member, kind_, since_, label_, hint_, ...)                                     \
	{                                                                                           \
		.name = #member, .label = label_, .hint = hint_, .kind = kind_,                     \
		.storage = STORAGE(type, member), .offset = offsetof(struct type, member),          \
		.since = since_, __VA_ARGS__                                                        \
	}

/* The table of a noun, behind its rows. */
#define TABLE(entity_, type, since_, label_, plural_, title_, ...)                                 \
	const struct groei_table type##_table = {                                                   \
		.entity = entity_, .name = #type, .label = label_, .plural = plural_,               \
		.title = title_, .size = sizeof(struct type), .fields = type##_fields,              \
		.field_count = sizeof type##_fields / sizeof *type##_fields, .since = since_,       \
		__VA_ARGS__                                                                       \
	}

/* Choices that several tables offer. */
extern const struct groei_choice no_yes[], yes_no[], growth_directions[], sides[];

extern const struct groei_table person_table, team_table, conversation_table, answer_table,
    goal_table, action_table, assignment_table, absence_table, skill_table, direction_table,
    objective_table, reflection_table, postponement_table, point_table, moment_table,
    note_table, heard_table, learning_table, checkpoint_table, progress_table, evidence_table;

#endif
