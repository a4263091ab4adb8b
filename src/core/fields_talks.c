/* Field table: conversations and what is said around them. A new row names the schema version
 * that brings it; GROEI_SCHEMA_VERSION goes up with it. */
#include "core/fields.h"

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

static const struct groei_choice hats[] = {
    {"manager", N_("manager"), 0},
    {"coach", N_("coach"), 0},
    {"mentor", N_("mentor"), 0},
    {NULL, NULL, 0},
};

const struct groei_choice sides[] = {
    {"employee", N_("employee"), 0},
    {"lead", N_("lead"), 0},
    {"peer", N_("colleague"), 0},
    {NULL, NULL, 0},
};

static const struct groei_choice reflection_states[] = {
    {"draft", N_("draft"), 1},
    {"waiting", N_("waits for consent"), 1},
    {"published", N_("published"), 0},
    {"skipped", N_("skipped"), 0},
    {NULL, NULL, 0},
};

static const struct groei_choice point_states[] = {
    {"open", N_("open"), 1},
    {"discussed", N_("discussed"), 0},
    {"dropped", N_("dropped"), 0},
    {NULL, NULL, 0},
};

static const struct groei_choice moment_kinds[] = {
    {"observation", N_("observation"), 0}, {"praise", N_("praise"), 0},
    {"feedback", N_("feedback"), 0},       {"lesson", N_("lesson"), 0},
    {"experiment", N_("experiment"), 0},   {"wish", N_("wish"), 0},
    {NULL, NULL, 0},
};

static const struct groei_choice sources[] = {
    {"one-on-one", N_("one-on-one"), 0},
    {"team-meeting", N_("team meeting"), 0},
    {"colleague", N_("word of a colleague"), 0},
    {"elsewhere", N_("elsewhere"), 0},
    {NULL, NULL, 0},
};

static const struct groei_choice outcomes[] = {
    {"running", N_("running"), 0},
    {"succeeded", N_("succeeded"), 0},
    {"learned", N_("failed and learned"), 0},
    {"stopped", N_("stopped"), 0},
    {NULL, NULL, 0},
};

static const struct groei_choice heard_states[] = {
    {"open", N_("open"), 1},
    {"action", N_("became an action"), 0},
    {"point", N_("became a talking point"), 0},
    {"kept", N_("kept as a note"), 0},
    {"nothing", N_("nothing to do"), 0},
    {NULL, NULL, 0},
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
          N_("Notes of the talk; a line “[ ] @amir … by fri” is an action, “? …” a point for next "
             "time, “! …” a moment, “!! …” praise, “> …” something heard"),
          .flags = FIELD_CONTENT | FIELD_FILTER),
    FIELD(conversation, previous, GROEI_REF, 1, N_("Previous"),
          N_("The conversation that planned this one"), .flags = FIELD_DERIVED,
          .target = GROEI_CONVERSATION),
    FIELD(conversation, formal, GROEI_CHOICE, 2, N_("Formal"),
          N_("Counts for the formal minimum of a year; empty: as the format has it"),
          .flags = FIELD_MAYBE | FIELD_LATER, .choices = no_yes),
    FIELD(conversation, hat, GROEI_CHOICE, 2, N_("Hat"),
          N_("What the lead was in it: manager, coach or mentor"),
          .flags = FIELD_MAYBE | FIELD_LATER, .choices = hats),
    FIELD(conversation, minutes, GROEI_NUMBER, 2, N_("Minutes"),
          N_("How long it is planned for, or took"), .flags = FIELD_LATER, .low = 1, .high = 600),
    FIELD(conversation, insight, GROEI_LONG, 2, N_("Insight"), N_("What you both came to see"),
          .flags = FIELD_CONTENT | FIELD_FILTER | FIELD_LATER),
    FIELD(conversation, acknowledged, GROEI_DAY, 2, N_("Acknowledged"),
          N_("Day the employee confirmed it"), .flags = FIELD_DERIVED),
    FIELD(conversation, postponed, GROEI_NUMBER, 2, N_("Postponed"), N_("How often"),
          .flags = FIELD_DERIVED | FIELD_LISTED, .low = 0, .high = 10000),
};

TABLE(GROEI_CONVERSATION, conversation, 1, N_("Conversation"), N_("Conversations"), "day", .order
      = "day", .descending = 1);

static const struct groei_field answer_fields[] = {
    FIELD(answer, person, GROEI_REF, 1, N_("Employee"), N_("Whom the conversation is about"),
          .flags = FIELD_REQUIRED | FIELD_FIXED, .target = GROEI_PERSON),
    FIELD(answer, conversation, GROEI_REF, 1, N_("Conversation"), N_("Where it was asked"),
          .flags = 0, .target = GROEI_CONVERSATION),
    FIELD(answer, question, GROEI_TEXT, 1, N_("Question"), N_("Stable id of the question"),
          .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED),
    FIELD(answer, side, GROEI_CHOICE, 1, N_("Side"), N_("Whose answer it is"),
          .flags = FIELD_FIXED | FIELD_LISTED, .choices = sides),
    FIELD(answer, text, GROEI_LONG, 1, N_("Answer"), N_("In their own words"),
          .flags = FIELD_CONTENT | FIELD_FILTER | FIELD_LISTED),
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
    FIELD(answer, author, GROEI_REF, 2, N_("Author"), N_("Who wrote it down"),
          .flags = FIELD_DERIVED | FIELD_ASKER, .target = GROEI_PERSON),
    FIELD(answer, reflection, GROEI_REF, 2, N_("Reflection"), N_("In which it was written"),
          .flags = FIELD_DERIVED | FIELD_FIXED, .target = GROEI_REFLECTION),
    FIELD(answer, published, GROEI_CHOICE, 2, N_("Published"),
          N_("Whether others than its author may read it"), .flags = FIELD_DERIVED,
          .choices = yes_no),
};

TABLE(GROEI_ANSWER, answer, 1, N_("Answer"), N_("Answers"), "question", .order = "day",
      .descending = 1);

static const struct groei_field reflection_fields[] = {
    FIELD(reflection, person, GROEI_REF, 2, N_("Person"), N_("Whom it is about"),
          .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .target = GROEI_PERSON),
    FIELD(reflection, author, GROEI_REF, 2, N_("Author"), N_("Who answers"),
          .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED | FIELD_ASKER,
          .target = GROEI_PERSON),
    FIELD(reflection, side, GROEI_CHOICE, 2, N_("Side"), N_("As whom they answer"),
          .flags = FIELD_DERIVED | FIELD_FIXED | FIELD_LISTED, .choices = sides),
    FIELD(reflection, template, GROEI_TEXT, 2, N_("Template"),
          N_("Id of the question template; see “groei template list”"),
          .flags = FIELD_REQUIRED | FIELD_FILTER | FIELD_LISTED),
    FIELD(reflection, conversation, GROEI_REF, 2, N_("Conversation"), N_("It prepares"),
          .flags = FIELD_FIXED, .target = GROEI_CONVERSATION),
    FIELD(reflection, checkpoint, GROEI_REF, 2, N_("Checkpoint"), N_("It answers"),
          .flags = FIELD_FIXED, .target = GROEI_CHECKPOINT),
    FIELD(reflection, state, GROEI_CHOICE, 2, N_("State"), N_("Where it stands"),
          .flags = FIELD_DERIVED | FIELD_STATE | FIELD_LISTED, .choices = reflection_states),
    FIELD(reflection, day, GROEI_DAY, 2, N_("Begun"), N_("Day it was begun or asked"),
          .flags = FIELD_DERIVED | FIELD_LISTED | FIELD_NOW),
    FIELD(reflection, published, GROEI_DAY, 2, N_("Published"), N_("Day it was published"),
          .flags = FIELD_DERIVED | FIELD_LISTED),
    FIELD(reflection, asked_by, GROEI_REF, 2, N_("Asked by"), N_("Who asked for it"),
          .flags = FIELD_DERIVED, .target = GROEI_PERSON),
    FIELD(reflection, due, GROEI_DAY, 2, N_("Due"), N_("Day by which it is asked"),
          .flags = FIELD_AWAITED | FIELD_LISTED),
    FIELD(reflection, context, GROEI_TEXT, 2, N_("Context"),
          N_("Where and when the colleague saw them work"), .flags = FIELD_CONTENT),
    FIELD(reflection, shared, GROEI_CHOICE, 2, N_("Lead may read"),
          N_("The lead may read this feedback too"), .flags = FIELD_DERIVED, .choices = no_yes),
};

TABLE(GROEI_REFLECTION, reflection, 2, N_("Reflection"), N_("Reflections"), "template", .order =
      "day", .descending = 1);

static const struct groei_field postponement_fields[] = {
    FIELD(postponement, person, GROEI_REF, 2, N_("Employee"), N_("Whose conversation"),
          .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .target = GROEI_PERSON),
    FIELD(postponement, conversation, GROEI_REF, 2, N_("Conversation"),
          N_("That was postponed"), .flags = FIELD_REQUIRED | FIELD_FIXED,
          .target = GROEI_CONVERSATION),
    FIELD(postponement, author, GROEI_REF, 2, N_("By"), N_("Who postponed it"),
          .flags = FIELD_DERIVED | FIELD_LISTED | FIELD_ASKER, .target = GROEI_PERSON),
    FIELD(postponement, was, GROEI_DAY, 2, N_("Was"), N_("Day it was planned for"),
          .flags = FIELD_DERIVED | FIELD_FIXED | FIELD_LISTED),
    FIELD(postponement, until, GROEI_DAY, 2, N_("New day"), N_("The day you agree on now"),
          .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED),
    FIELD(postponement, reason, GROEI_TEXT, 2, N_("Reason"), N_("Why, in a few words"),
          .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_FILTER | FIELD_LISTED | FIELD_CONTENT),
    FIELD(postponement, made, GROEI_DAY, 2, N_("Made"), N_("Day it was postponed"),
          .flags = FIELD_DERIVED | FIELD_NOW),
};

TABLE(GROEI_POSTPONEMENT, postponement, 2, N_("Postponement"), N_("Postponements"), "until",
      .order = "made", .descending = 1);

static const struct groei_field point_fields[] = {
    FIELD(point, person, GROEI_REF, 2, N_("Employee"), N_("Handle of the employee of the pair"),
          .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .target = GROEI_PERSON),
    FIELD(point, title, GROEI_TEXT, 2, N_("Title"), N_("What to talk about"),
          .flags = FIELD_REQUIRED | FIELD_FILTER | FIELD_LISTED | FIELD_CONTENT),
    FIELD(point, author, GROEI_REF, 2, N_("Brought by"), N_("Whose point it is"),
          .flags = FIELD_DERIVED | FIELD_LISTED | FIELD_ASKER, .target = GROEI_PERSON),
    FIELD(point, state, GROEI_CHOICE, 2, N_("State"), N_("Whether it was discussed"),
          .flags = FIELD_DERIVED | FIELD_STATE | FIELD_LISTED, .choices = point_states),
    FIELD(point, conversation, GROEI_REF, 2, N_("Conversation"), N_("In which it was discussed"),
          .flags = FIELD_DERIVED, .target = GROEI_CONVERSATION),
    FIELD(point, carried, GROEI_NUMBER, 2, N_("Carried over"),
          N_("How often it went over to a next conversation"),
          .flags = FIELD_DERIVED | FIELD_LISTED, .low = 0, .high = 10000),
    FIELD(point, made, GROEI_DAY, 2, N_("Made"), N_("Day it was brought up"),
          .flags = FIELD_DERIVED | FIELD_NOW),
};

TABLE(GROEI_POINT, point, 2, N_("Talking point"), N_("Talking points"), "title", .order = "made",
      .descending = 1);

static const struct groei_field moment_fields[] = {
    FIELD(moment, person, GROEI_REF, 2, N_("Employee"), N_("Handle of whom it is about"),
          .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .target = GROEI_PERSON),
    FIELD(moment, title, GROEI_TEXT, 2, N_("Title"), N_("What happened, in one line"),
          .flags = FIELD_REQUIRED | FIELD_FILTER | FIELD_LISTED | FIELD_CONTENT),
    FIELD(moment, kind, GROEI_CHOICE, 2, N_("Kind"), N_("What kind of moment"),
          .flags = FIELD_LISTED, .choices = moment_kinds),
    FIELD(moment, day, GROEI_DAY, 2, N_("Day"), N_("Day it happened"),
          .flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_NOW),
    FIELD(moment, note, GROEI_LONG, 2, N_("Note"), N_("More about it"),
          .flags = FIELD_CONTENT | FIELD_FILTER),
    FIELD(moment, author, GROEI_REF, 2, N_("Author"), N_("Who noticed it"),
          .flags = FIELD_DERIVED | FIELD_ASKER, .target = GROEI_PERSON),
    FIELD(moment, source, GROEI_CHOICE, 2, N_("Seen in"),
          N_("One-on-one, team meeting, word of a colleague, or elsewhere"),
          .flags = FIELD_MAYBE, .choices = sources),
    FIELD(moment, said_by, GROEI_REF, 2, N_("Said by"),
          N_("Handle of the colleague whose word it is"), .flags = FIELD_LATER,
          .target = GROEI_PERSON),
    FIELD(moment, shared, GROEI_CHOICE, 2, N_("Shared"),
          N_("The employee may read it; empty: as the organisation has it"),
          .flags = FIELD_LISTED | FIELD_MAYBE, .choices = yes_no),
    FIELD(moment, team, GROEI_CHOICE, 2, N_("For the team"),
          N_("A lesson on the team's list, when its owner agrees"), .flags = FIELD_LATER,
          .choices = no_yes),
    FIELD(moment, outcome, GROEI_CHOICE, 2, N_("Outcome"), N_("How an experiment went"),
          .flags = FIELD_MAYBE | FIELD_LATER, .choices = outcomes),
    FIELD(moment, reply, GROEI_LONG, 2, N_("Reply"), N_("What became of a wish"),
          .flags = FIELD_CONTENT | FIELD_FILTER | FIELD_LATER),
    FIELD(moment, conversation, GROEI_REF, 2, N_("Conversation"), N_("In which it was noted"),
          .flags = FIELD_FIXED, .target = GROEI_CONVERSATION),
    FIELD(moment, goal, GROEI_REF, 2, N_("Goal"), N_("Code of the goal it belongs to"),
          .flags = FIELD_LATER, .target = GROEI_GOAL),
};

TABLE(GROEI_MOMENT, moment, 2, N_("Moment"), N_("Moments"), "title", .order = "day",
      .descending = 1);

static const struct groei_field note_fields[] = {
    FIELD(note, author, GROEI_REF, 2, N_("Author"), N_("Whose note it is"),
          .flags = FIELD_DERIVED | FIELD_REQUIRED | FIELD_FIXED | FIELD_ASKER,
          .target = GROEI_PERSON),
    FIELD(note, person, GROEI_REF, 2, N_("About"), N_("Handle of whom it is about"),
          .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .target = GROEI_PERSON),
    FIELD(note, day, GROEI_DAY, 2, N_("Day"), N_("Day it is of"),
          .flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_NOW),
    FIELD(note, text, GROEI_LONG, 2, N_("Text"), N_("For your own eyes only"),
          .flags = FIELD_REQUIRED | FIELD_FILTER | FIELD_LISTED | FIELD_CONTENT),
};

TABLE(GROEI_NOTE, note, 2, N_("Private note"), N_("Private notes"), "day", .order = "day",
      .descending = 1);

static const struct groei_field heard_fields[] = {
    FIELD(heard, person, GROEI_REF, 2, N_("Employee"), N_("Handle of the employee"),
          .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .target = GROEI_PERSON),
    FIELD(heard, title, GROEI_TEXT, 2, N_("Title"), N_("What you heard"),
          .flags = FIELD_REQUIRED | FIELD_FILTER | FIELD_LISTED | FIELD_CONTENT),
    FIELD(heard, author, GROEI_REF, 2, N_("Author"), N_("Who heard it"),
          .flags = FIELD_DERIVED | FIELD_ASKER, .target = GROEI_PERSON),
    FIELD(heard, day, GROEI_DAY, 2, N_("Day"), N_("Day it was heard"),
          .flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_NOW),
    FIELD(heard, state, GROEI_CHOICE, 2, N_("State"), N_("What became of it"),
          .flags = FIELD_DERIVED | FIELD_STATE | FIELD_LISTED, .choices = heard_states),
    FIELD(heard, conversation, GROEI_REF, 2, N_("Conversation"), N_("In which it was heard"),
          .flags = FIELD_FIXED, .target = GROEI_CONVERSATION),
};

TABLE(GROEI_HEARD, heard, 2, N_("Heard"), N_("Heard"), "title", .order = "day", .descending = 1);
