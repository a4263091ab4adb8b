/* The field table: one row per field of every record. Adding a field is a struct member (schema.h) and a
 * row here; column, upgrade, form, option, JSON, history and help follow.
 *
 * A new row names the schema version that brings it; GROEI_SCHEMA_VERSION goes up with it. */
#include <string.h>

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

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct groei_choice languages[] = {
    {"nl", N_("Dutch"), 0},
    {"en", N_("English"), 0},
    {NULL, NULL, 0},
};

static const struct groei_choice formats[] = {
    {"growth", N_("growth"), 0}, {"start", N_("start"), 0},       {"check-in", N_("check-in"), 0},
    {"progress", N_("progress"), 0}, {"review", N_("review"), 0},   {"debrief", N_("debrief"), 0},
    {"stay", N_("stay"), 0},     {"moment", N_("informal"), 0},   {NULL, NULL, 0},
};

static const struct groei_choice conversation_states[] = {
    {"planned", N_("planned"), 1},
    {"prepared", N_("prepared"), 1},
    {"held", N_("held"), 0},
    {"acknowledged", N_("acknowledged"), 0},
    {"missed", N_("missed"), 0},
    {"cancelled", N_("cancelled"), 0},
    {NULL, NULL, 0},
};

static const struct groei_choice sides[] = {
    {"employee", N_("employee"), 0},
    {"lead", N_("lead"), 0},
    {NULL, NULL, 0},
};

static const struct groei_choice stages[] = {
    {"need", N_("need"), 1},
    {"planned", N_("planned"), 1},
    {"learning", N_("learning"), 1},
    {"practising", N_("practising"), 1},
    {"applying", N_("applying"), 1},
    {"confident", N_("confident"), 0},
    {"stalled", N_("stalled"), 1},
    {"dropped", N_("dropped"), 0},
    {NULL, NULL, 0},
};

static const struct groei_choice action_states[] = {
    {"open", N_("open"), 1},
    {"done", N_("done"), 0},
    {"dropped", N_("dropped"), 0},
    {NULL, NULL, 0},
};

static const struct groei_field person_fields[] = {
    FIELD(person, name, GROEI_TEXT, 1, N_("Name"), N_("First and last name, as colleagues say it"),
          .flags = FIELD_REQUIRED | FIELD_FILTER | FIELD_LISTED),
    FIELD(person, handle, GROEI_HANDLE, 1, N_("Handle"),
          N_("Short unique name to type: small letters, digits, . _ -"),
          .flags = FIELD_REQUIRED | FIELD_FILTER | FIELD_LISTED),
    FIELD(person, role, GROEI_TEXT, 1, N_("Role"), N_("What they do: “data engineer”"),
          .flags = FIELD_FILTER | FIELD_LISTED),
    FIELD(person, lead, GROEI_REF, 1, N_("Lead"), N_("Handle of the person who leads them"),
          .flags = FIELD_LISTED, .target = GROEI_PERSON),
    FIELD(person, team, GROEI_REF, 1, N_("Team"), N_("Handle of their team"),
          .flags = FIELD_LISTED, .target = GROEI_TEAM),
    FIELD(person, cadence, GROEI_CADENCE, 1, N_("Rhythm"),
          N_("How often you talk: 2w, 1m, 10d; empty: as the team does"), .flags = FIELD_LISTED),
    FIELD(person, starts, GROEI_DAY, 1, N_("Starts"), N_("First day here"), .flags = 0),
    FIELD(person, ends, GROEI_DAY, 1, N_("Ends"), N_("Last day here"), .flags = 0),
    FIELD(person, language, GROEI_CHOICE, 1, N_("Language"), N_("Language they talk in"),
          .flags = 0, .choices = languages),
    FIELD(person, made, GROEI_DAY, 1, N_("Added on"), N_("Day they were added"),
          .flags = FIELD_DERIVED),
};

static const struct groei_field team_fields[] = {
    FIELD(team, name, GROEI_TEXT, 1, N_("Name"), N_("Name of the team"),
          .flags = FIELD_REQUIRED | FIELD_FILTER | FIELD_LISTED),
    FIELD(team, handle, GROEI_HANDLE, 1, N_("Handle"),
          N_("Short unique name to type: small letters, digits, . _ -"),
          .flags = FIELD_REQUIRED | FIELD_FILTER | FIELD_LISTED),
    FIELD(team, parent, GROEI_REF, 1, N_("Part of"), N_("Handle of the team it belongs to"),
          .flags = FIELD_LISTED, .target = GROEI_TEAM),
    FIELD(team, lead, GROEI_REF, 1, N_("Lead"), N_("Handle of the person who leads it"),
          .flags = FIELD_LISTED, .target = GROEI_PERSON),
    FIELD(team, cadence, GROEI_CADENCE, 1, N_("Rhythm"),
          N_("How often its people have a conversation: 2w, 1m, 10d"), .flags = FIELD_LISTED),
};

static const struct groei_field conversation_fields[] = {
    FIELD(conversation, person, GROEI_REF, 1, N_("Employee"), N_("Handle of the employee"),
          .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .target = GROEI_PERSON),
    FIELD(conversation, lead, GROEI_REF, 1, N_("Lead"),
          N_("Handle of the lead who has the talk; empty: the person's lead"),
          .flags = FIELD_REQUIRED, .target = GROEI_PERSON),
    FIELD(conversation, day, GROEI_DAY, 1, N_("Day"), N_("Planned for, or held on"),
          .flags = FIELD_REQUIRED | FIELD_AWAITED | FIELD_LISTED),
    FIELD(conversation, format, GROEI_CHOICE, 1, N_("Format"), N_("Kind of conversation"),
          .flags = FIELD_LISTED, .choices = formats),
    FIELD(conversation, template, GROEI_TEXT, 1, N_("Template"),
          N_("Id of the question template; see “groei template list”"), .flags = 0),
    FIELD(conversation, state, GROEI_CHOICE, 1, N_("State"), N_("Where it stands"),
          .flags = FIELD_DERIVED | FIELD_STATE | FIELD_LISTED, .choices = conversation_states),
    FIELD(conversation, energy, GROEI_NUMBER, 1, N_("Energy"),
          N_("Energy of the employee that day, 1 to 10"), .flags = FIELD_LISTED, .low = 1,
          .high = 10),
    FIELD(conversation, notes, GROEI_LONG, 1, N_("Notes"),
          N_("Notes of the talk; “[ ] @amir … by fri” is an action"),
          .flags = FIELD_CONTENT | FIELD_FILTER),
    FIELD(conversation, previous, GROEI_REF, 1, N_("Previous"),
          N_("The conversation that planned this one"), .flags = FIELD_DERIVED,
          .target = GROEI_CONVERSATION),
};

static const struct groei_field answer_fields[] = {
    FIELD(answer, person, GROEI_REF, 1, N_("Employee"), N_("Whom the conversation is about"),
          .flags = FIELD_REQUIRED | FIELD_FIXED, .target = GROEI_PERSON),
    FIELD(answer, conversation, GROEI_REF, 1, N_("Conversation"), N_("Where it was asked"),
          .flags = FIELD_FIXED, .target = GROEI_CONVERSATION),
    FIELD(answer, question, GROEI_TEXT, 1, N_("Question"), N_("Stable id of the question"),
          .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED),
    FIELD(answer, side, GROEI_CHOICE, 1, N_("Side"), N_("Whose answer it is"),
          .flags = FIELD_FIXED | FIELD_LISTED, .choices = sides),
    FIELD(answer, text, GROEI_LONG, 1, N_("Answer"), N_("In their own words"),
          .flags = FIELD_CONTENT | FIELD_LISTED),
    FIELD(answer, number, GROEI_NUMBER, 1, N_("Value"), N_("On the question's scale"),
          .flags = FIELD_LISTED, .low = -1000, .high = 1000),
    FIELD(answer, day, GROEI_DAY, 1, N_("Day"), N_("Of the conversation"),
          .flags = FIELD_DERIVED),
    FIELD(answer, template, GROEI_TEXT, 1, N_("Template"), N_("That asked"),
          .flags = FIELD_DERIVED),
    FIELD(answer, version, GROEI_NUMBER, 1, N_("Version"), N_("Of that template"),
          .flags = FIELD_DERIVED, .low = 0, .high = 1000000),
    FIELD(answer, wording, GROEI_TEXT, 1, N_("Wording"), N_("Hash of the question's wording"),
          .flags = FIELD_DERIVED),
};

static const struct groei_field goal_fields[] = {
    FIELD(goal, person, GROEI_REF, 1, N_("Employee"), N_("Handle of who learns"),
          .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .target = GROEI_PERSON),
    FIELD(goal, title, GROEI_TEXT, 1, N_("Title"), N_("What they want to learn, in a few words"),
          .flags = FIELD_REQUIRED | FIELD_FILTER | FIELD_LISTED | FIELD_CONTENT),
    FIELD(goal, stage, GROEI_CHOICE, 1, N_("Stage"), N_("How far it is"),
          .flags = FIELD_STATE | FIELD_LISTED, .choices = stages),
    FIELD(goal, why, GROEI_LONG, 1, N_("Why"), N_("What it is for: energy, joy in work, future"),
          .flags = FIELD_CONTENT | FIELD_FILTER),
    FIELD(goal, step, GROEI_TEXT, 1, N_("Next step"), N_("One small step that comes next"),
          .flags = FIELD_CONTENT | FIELD_FILTER | FIELD_LISTED),
    FIELD(goal, step_by, GROEI_DAY, 1, N_("Step by"), N_("Day by which that step is taken"),
          .flags = FIELD_AWAITED | FIELD_LISTED),
    FIELD(goal, level_from, GROEI_NUMBER, 1, N_("Level at start"), N_("0 to 10"), .flags = 0,
          .low = 0, .high = 10),
    FIELD(goal, level_now, GROEI_NUMBER, 1, N_("Level now"), N_("0 to 10"), .flags = 0, .low = 0,
          .high = 10),
    FIELD(goal, level_to, GROEI_NUMBER, 1, N_("Level wanted"), N_("0 to 10"), .flags = 0, .low = 0,
          .high = 10),
    FIELD(goal, support, GROEI_LONG, 1, N_("Support"),
          N_("What the lead promised: time, budget, a buddy, room to practise"),
          .flags = FIELD_CONTENT),
    FIELD(goal, conversation, GROEI_REF, 1, N_("Conversation"), N_("In which it was made"),
          .flags = FIELD_FIXED, .target = GROEI_CONVERSATION),
    FIELD(goal, made, GROEI_DAY, 1, N_("Made"), N_("Day it was made"), .flags = FIELD_DERIVED),
    FIELD(goal, moved, GROEI_DAY, 1, N_("Moved"), N_("Day its stage changed last"),
          .flags = FIELD_DERIVED | FIELD_LISTED),
};

static const struct groei_field action_fields[] = {
    FIELD(action, person, GROEI_REF, 1, N_("Employee"),
          N_("Handle of the employee whose talks it belongs to"),
          .flags = FIELD_REQUIRED | FIELD_FIXED, .target = GROEI_PERSON),
    FIELD(action, title, GROEI_TEXT, 1, N_("Title"), N_("What will be done"),
          .flags = FIELD_REQUIRED | FIELD_FILTER | FIELD_LISTED | FIELD_CONTENT),
    FIELD(action, owner, GROEI_REF, 1, N_("Owner"),
          N_("Handle of who does it: the employee or the lead"),
          .flags = FIELD_REQUIRED | FIELD_LISTED, .target = GROEI_PERSON),
    FIELD(action, due, GROEI_DAY, 1, N_("Due"), N_("Day by which it is done: fri, in 2w, 1 dec"),
          .flags = FIELD_AWAITED | FIELD_LISTED),
    FIELD(action, state, GROEI_CHOICE, 1, N_("State"), N_("Whether it is done"),
          .flags = FIELD_DERIVED | FIELD_STATE | FIELD_LISTED, .choices = action_states),
    FIELD(action, done, GROEI_DAY, 1, N_("Done on"), N_("Day it was done"),
          .flags = FIELD_DERIVED),
    FIELD(action, conversation, GROEI_REF, 1, N_("Conversation"), N_("In which it was agreed"),
          .flags = FIELD_FIXED, .target = GROEI_CONVERSATION),
    FIELD(action, goal, GROEI_REF, 1, N_("Goal"), N_("Code of the goal it serves"),
          .target = GROEI_GOAL),
    FIELD(action, carried, GROEI_NUMBER, 1, N_("Carried over"),
          N_("How often it went over to a next conversation"), .flags = FIELD_DERIVED, .low = 0,
          .high = 10000),
    FIELD(action, made, GROEI_DAY, 1, N_("Made"), N_("Day it was agreed"),
          .flags = FIELD_DERIVED),
};

#define TABLE(entity_, type, label_, plural_, title_, ...)                                         \
	{                                                                                           \
		.entity = entity_, .name = #type, .label = label_, .plural = plural_,               \
		.title = title_, .size = sizeof(struct type), .fields = type##_fields,              \
		.field_count = COUNT(type##_fields), .since = 1, __VA_ARGS__                        \
	}

static const struct groei_table tables[GROEI_ENTITIES] = {
    TABLE(GROEI_PERSON, person, N_("Person"), N_("People"), "name", .order = NULL),
    TABLE(GROEI_TEAM, team, N_("Team"), N_("Teams"), "name", .order = NULL),
    TABLE(GROEI_CONVERSATION, conversation, N_("Conversation"), N_("Conversations"), "day",
          .order = "day", .descending = 1),
    TABLE(GROEI_ANSWER, answer, N_("Answer"), N_("Answers"), "question", .order = "day",
          .descending = 1),
    TABLE(GROEI_GOAL, goal, N_("Goal"), N_("Goals"), "title", .order = "moved", .descending = 1),
    TABLE(GROEI_ACTION, action, N_("Action"), N_("Actions"), "title", .order = "due"),
};

static const struct groei_table *const table_list[GROEI_ENTITIES] = {
    &tables[GROEI_PERSON], &tables[GROEI_TEAM], &tables[GROEI_CONVERSATION],
    &tables[GROEI_ANSWER], &tables[GROEI_GOAL], &tables[GROEI_ACTION],
};

const struct store_schema schema = {table_list, GROEI_ENTITIES, GROEI_SCHEMA_VERSION};

const struct groei_table *groei_table(enum groei_entity entity) { return &tables[entity]; }

const struct groei_table *groei_table_named(const char *name)
{
	for (size_t i = 0; i < GROEI_ENTITIES; i++) {
		if (strcmp(tables[i].name, name) == 0)
			return &tables[i];
	}
	return NULL;
}
