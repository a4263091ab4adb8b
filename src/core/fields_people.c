/* Field table: people, teams, and what changes about them over time. A new row names the schema
 * version that brings it; GROEI_SCHEMA_VERSION goes up with it. */
#include "core/fields.h"

static const struct groei_choice languages[] = {
    {"nl", N_("Dutch"), 0},
    {"en", N_("English"), 0},
    {NULL, NULL, 0},
};

const struct groei_choice no_yes[] = {
    {"no", N_("no"), 0},
    {"yes", N_("yes"), 0},
    {NULL, NULL, 0},
};

const struct groei_choice yes_no[] = {
    {"yes", N_("yes"), 0},
    {"no", N_("no"), 0},
    {NULL, NULL, 0},
};

const struct groei_choice growth_directions[] = {
    {"deeper", N_("deeper"), 0},
    {"sideways", N_("sideways"), 0},
    {"upward", N_("upward"), 0},
    {"other-role", N_("another role"), 0},
    {"outside", N_("outside"), 0},
    {NULL, NULL, 0},
};

static const struct groei_choice skill_kinds[] = {
    {"skill", N_("skill"), 0},
    {"strength", N_("strength"), 0},
    {"pitfall", N_("pitfall"), 0},
    {NULL, NULL, 0},
};

static const struct groei_choice objective_states[] = {
    {"open", N_("open"), 1},
    {"reached", N_("reached"), 0},
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
          .flags = FIELD_DERIVED | FIELD_NOW),
    FIELD(person, hr, GROEI_CHOICE, 2, N_("HR"),
          N_("Works for HR: sees rhythm, stages and figures, never words"), .flags = FIELD_LATER,
          .choices = no_yes),
    FIELD(person, talks_a_day, GROEI_NUMBER, 2, N_("Talks a day"),
          N_("Most conversations a day that they want to have as a lead"), .flags = FIELD_LATER,
          .low = 1, .high = 20),
};

TABLE(GROEI_PERSON, person, 1, N_("Person"), N_("People"), "name", .order = NULL);

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

TABLE(GROEI_TEAM, team, 1, N_("Team"), N_("Teams"), "name", .order = NULL);

static const struct groei_field assignment_fields[] = {
    FIELD(assignment, person, GROEI_REF, 2, N_("Employee"), N_("Handle of the employee"),
          .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .target = GROEI_PERSON),
    FIELD(assignment, lead, GROEI_REF, 2, N_("Lead"), N_("Who led them"), .flags = FIELD_LISTED,
          .target = GROEI_PERSON),
    FIELD(assignment, team, GROEI_REF, 2, N_("Team"), N_("Team they were in"),
          .flags = FIELD_LISTED, .target = GROEI_TEAM),
    FIELD(assignment, cadence, GROEI_CADENCE, 2, N_("Rhythm"),
          N_("Rhythm of the pair; empty: as the team had it"), .flags = FIELD_LISTED),
    FIELD(assignment, starts, GROEI_DAY, 2, N_("From"), N_("First day"),
          .flags = FIELD_REQUIRED | FIELD_LISTED),
    FIELD(assignment, ends, GROEI_DAY, 2, N_("Until"), N_("Last day; empty: it still holds"),
          .flags = FIELD_LISTED),
};

TABLE(GROEI_ASSIGNMENT, assignment, 2, N_("Assignment"), N_("Assignments"), "starts", .order =
      "starts", .descending = 1);

static const struct groei_field absence_fields[] = {
    FIELD(absence, person, GROEI_REF, 2, N_("Employee"), N_("Handle of who is away"),
          .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .target = GROEI_PERSON),
    FIELD(absence, starts, GROEI_DAY, 2, N_("From"), N_("First day away"),
          .flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_NOW),
    FIELD(absence, ends, GROEI_DAY, 2, N_("Until"),
          N_("Last day away; empty: until further notice"), .flags = FIELD_LISTED),
};

TABLE(GROEI_ABSENCE, absence, 2, N_("Absence"), N_("Absences"), "starts", .order = "starts",
      .descending = 1);

static const struct groei_field skill_fields[] = {
    FIELD(skill, person, GROEI_REF, 2, N_("Employee"), N_("Handle of whose it is"),
          .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .target = GROEI_PERSON),
    FIELD(skill, title, GROEI_TEXT, 2, N_("Title"), N_("The skill or strength, in a few words"),
          .flags = FIELD_REQUIRED | FIELD_FILTER | FIELD_LISTED | FIELD_CONTENT),
    FIELD(skill, kind, GROEI_CHOICE, 2, N_("Kind"), N_("A skill, a strength or a pitfall"),
          .flags = FIELD_LISTED, .choices = skill_kinds),
    FIELD(skill, own, GROEI_NUMBER, 2, N_("Own view"), N_("Level as they see it, 0 to 10"),
          .flags = FIELD_LISTED, .low = 0, .high = 10),
    FIELD(skill, view, GROEI_NUMBER, 2, N_("Lead's view"),
          N_("Level as the lead sees it, 0 to 10"), .flags = FIELD_LISTED, .low = 0, .high = 10),
    FIELD(skill, wanted, GROEI_NUMBER, 2, N_("Wanted"), N_("Level they want, 0 to 10"),
          .flags = FIELD_LISTED, .low = 0, .high = 10),
    FIELD(skill, helps, GROEI_CHOICE, 2, N_("Helps others"),
          N_("Open to help colleagues with it"), .flags = FIELD_LISTED, .choices = no_yes),
    FIELD(skill, confirmed, GROEI_DAY, 2, N_("Confirmed"),
          N_("Day a level was last set or confirmed"), .flags = FIELD_DERIVED | FIELD_LISTED),
};

TABLE(GROEI_SKILL, skill, 2, N_("Skill"), N_("Skills"), "title", .order = NULL);

static const struct groei_field direction_fields[] = {
    FIELD(direction, person, GROEI_REF, 2, N_("Employee"), N_("Handle of whose it is"),
          .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .target = GROEI_PERSON),
    FIELD(direction, title, GROEI_TEXT, 2, N_("Title"), N_("Where to, in a few words"),
          .flags = FIELD_REQUIRED | FIELD_FILTER | FIELD_LISTED | FIELD_CONTENT),
    FIELD(direction, kind, GROEI_CHOICE, 2, N_("Direction"),
          N_("Deeper, sideways, upward, another role, or outside"), .flags = FIELD_LISTED,
          .choices = growth_directions),
    FIELD(direction, note, GROEI_LONG, 2, N_("Note"), N_("What it takes, what draws"),
          .flags = FIELD_CONTENT | FIELD_FILTER),
    FIELD(direction, secret, GROEI_CHOICE, 2, N_("Only for me"),
          N_("Nobody but the employee sees it"), .flags = FIELD_LISTED, .choices = no_yes),
    FIELD(direction, made, GROEI_DAY, 2, N_("Made"), N_("Day it was written down"),
          .flags = FIELD_DERIVED | FIELD_NOW),
};

TABLE(GROEI_DIRECTION, direction, 2, N_("Direction"), N_("Directions"), "title", .order = "made",
      .descending = 1);

static const struct groei_field objective_fields[] = {
    FIELD(objective, title, GROEI_TEXT, 2, N_("Title"), N_("Where the organisation is heading"),
          .flags = FIELD_REQUIRED | FIELD_FILTER | FIELD_LISTED),
    FIELD(objective, team, GROEI_REF, 2, N_("Team"),
          N_("Handle of the team whose it is; empty: the whole organisation's"),
          .flags = FIELD_LISTED, .target = GROEI_TEAM),
    FIELD(objective, note, GROEI_LONG, 2, N_("Note"), N_("The bigger picture, for everybody"),
          .flags = FIELD_FILTER),
    FIELD(objective, starts, GROEI_DAY, 2, N_("From"), N_("First day"), .flags = 0),
    FIELD(objective, ends, GROEI_DAY, 2, N_("Until"), N_("Day by which"), .flags = FIELD_LISTED),
    FIELD(objective, state, GROEI_CHOICE, 2, N_("State"), N_("Open, reached or dropped"),
          .flags = FIELD_STATE | FIELD_LISTED | FIELD_LATER, .choices = objective_states),
    FIELD(objective, made, GROEI_DAY, 2, N_("Made"), N_("Day it was written down"),
          .flags = FIELD_DERIVED | FIELD_NOW),
};

TABLE(GROEI_OBJECTIVE, objective, 2, N_("Objective"), N_("Objectives"), "title", .order = "made",
      .descending = 1);
