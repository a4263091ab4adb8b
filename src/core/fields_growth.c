/* Field table: goals, actions and learning. A new row names the schema version that brings it;
 * GROEI_SCHEMA_VERSION goes up with it. */
#include "core/fields.h"

static const struct groei_choice stages[] = {
    {"need", N_("need"), 1},
    {"planned", N_("planned"), 1},
    {"learning", N_("learning"), 1},
    {"practising", N_("practising"), 1},
    {"applying", N_("applying"), 1},
    {"confident", N_("confident"), 0},
    {"stalled", N_("stalled"), 1},
    {"dropped", N_("dropped"), 0},
    {"lesson", N_("failed and learned"), 0},
    {NULL, NULL, 0},
};

static const struct groei_choice goal_kinds[] = {
    {"development", N_("development"), 0},
    {"passion", N_("passion"), 0},
    {"improvement", N_("better work"), 0},
    {"experiment", N_("experiment"), 0},
    {NULL, NULL, 0},
};

static const struct groei_choice origins[] = {
    {"self", N_("the employee"), 0}, {"together", N_("together"), 0},
    {"lead", N_("the lead"), 0},     {"organisation", N_("the organisation"), 0},
    {"legal", N_("the law"), 0},     {NULL, NULL, 0},
};

static const struct groei_choice purposes[] = {
    {"energy", N_("energy"), 0},
    {"joy", N_("joy in work"), 0},
    {"future", N_("the future"), 0},
    {NULL, NULL, 0},
};

static const struct groei_choice learning_kinds[] = {
    {"training", N_("training"), 0},       {"course", N_("course"), 0},
    {"coaching", N_("coaching"), 0},       {"shadowing", N_("shadowing"), 0},
    {"intervision", N_("intervision"), 0}, {"job-crafting", N_("job crafting"), 0},
    {"self-study", N_("self-study"), 0},   {"assignment", N_("assignment"), 0},
    {"evc", N_("recognition of experience (EVC)"), 0},
    {"mentoring", N_("mentoring"), 0},     {NULL, NULL, 0},
};

static const struct groei_choice learning_forms[] = {
    {"home", N_("at home"), 0},   {"online", N_("online"), 0},
    {"classroom", N_("classroom"), 0}, {"mixed", N_("mixed"), 0},
    {"on-the-job", N_("on the job"), 0}, {NULL, NULL, 0},
};

static const struct groei_choice learning_states[] = {
    {"planned", N_("planned"), 1},   {"proposed", N_("proposed"), 1},
    {"running", N_("under way"), 1}, {"finished", N_("finished"), 0},
    {"stopped", N_("stopped"), 0},   {"declined", N_("declined"), 0},
    {NULL, NULL, 0},
};

static const struct groei_choice exams[] = {
    {"passed", N_("passed"), 0},
    {"failed", N_("not passed"), 0},
    {NULL, NULL, 0},
};

static const struct groei_choice checkpoint_kinds[] = {
    {"before", N_("before"), 0},       {"day-14", N_("14 days after"), 0},
    {"day-30", N_("30 days after"), 0}, {"day-60", N_("60 days after"), 0},
    {"day-90", N_("90 days after"), 0}, {NULL, NULL, 0},
};

static const struct groei_choice checkpoint_states[] = {
    {"open", N_("open"), 1},
    {"done", N_("done"), 0},
    {"skipped", N_("skipped"), 0},
    {NULL, NULL, 0},
};

static const struct groei_choice courses[] = {
    {"on-track", N_("on track"), 0},
    {"attention", N_("needs attention"), 0},
    {"stuck", N_("stuck"), 0},
    {NULL, NULL, 0},
};

static const struct groei_choice action_kinds[] = {
    {"do", N_("do"), 0},               {"time", N_("free time"), 0},
    {"arrange", N_("arrange"), 0},     {"introduce", N_("introduce"), 0},
    {"share", N_("share with the team"), 0}, {"practise", N_("practise"), 0},
    {"ask", N_("ask"), 0},             {"budget", N_("budget"), 0},
    {"buddy", N_("buddy"), 0},         {"task", N_("new task"), 0},
    {NULL, NULL, 0},
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
    FIELD(goal, made, GROEI_DAY, 1, N_("Made"), N_("Day it was made"),
          .flags = FIELD_DERIVED | FIELD_NOW),
    FIELD(goal, moved, GROEI_DAY, 1, N_("Moved"), N_("Day its stage changed last"),
          .flags = FIELD_DERIVED | FIELD_LISTED),
    FIELD(goal, owner, GROEI_REF, 2, N_("Owner"),
          N_("Handle of who holds the wheel; empty: the employee"), .flags = FIELD_LATER,
          .target = GROEI_PERSON),
    FIELD(goal, kind, GROEI_CHOICE, 2, N_("Kind"),
          N_("Development, more room for a passion, better work, or an experiment"),
          .flags = FIELD_LATER, .choices = goal_kinds),
    FIELD(goal, origin, GROEI_CHOICE, 2, N_("Origin"), N_("Where it comes from"),
          .flags = FIELD_LATER, .choices = origins),
    FIELD(goal, purpose, GROEI_CHOICE, 2, N_("For"), N_("Energy, joy in work, or the future"),
          .flags = FIELD_MAYBE | FIELD_LATER, .choices = purposes),
    FIELD(goal, direction, GROEI_CHOICE, 2, N_("Direction"),
          N_("Deeper, sideways, upward, another role, or outside"),
          .flags = FIELD_MAYBE | FIELD_LATER, .choices = growth_directions),
    FIELD(goal, way, GROEI_CHOICE, 2, N_("Way"), N_("How it is learned"),
          .flags = FIELD_MAYBE | FIELD_LATER, .choices = learning_kinds),
    FIELD(goal, sign, GROEI_LONG, 2, N_("Sign"), N_("How we will see that it worked"),
          .flags = FIELD_CONTENT | FIELD_FILTER | FIELD_LATER),
    FIELD(goal, buddy, GROEI_REF, 2, N_("Buddy"),
          N_("Handle of an experienced colleague who agreed to help"), .flags = FIELD_LATER,
          .target = GROEI_PERSON),
    FIELD(goal, supporters, GROEI_TEXT, 2, N_("Supporters"),
          N_("Others who help, and means: a coach, a colleague, a licence"),
          .flags = FIELD_CONTENT | FIELD_FILTER | FIELD_LATER),
    FIELD(goal, hours_agreed, GROEI_NUMBER, 2, N_("Hours agreed"), N_("Hours for learning"),
          .flags = FIELD_LATER, .low = 0, .high = 100000),
    FIELD(goal, hours_used, GROEI_NUMBER, 2, N_("Hours used"), N_("Hours taken so far"),
          .flags = FIELD_LATER, .low = 0, .high = 100000),
    FIELD(goal, budget_agreed, GROEI_NUMBER, 2, N_("Budget agreed"), N_("In whole euros"),
          .flags = FIELD_LATER, .low = 0, .high = 100000000),
    FIELD(goal, budget_used, GROEI_NUMBER, 2, N_("Budget used"), N_("In whole euros"),
          .flags = FIELD_LATER, .low = 0, .high = 100000000),
    FIELD(goal, success, GROEI_LONG, 2, N_("What helps"), N_("Factors for success"),
          .flags = FIELD_CONTENT | FIELD_LATER),
    FIELD(goal, conditions, GROEI_LONG, 2, N_("Conditions"),
          N_("What must be there, and the limits"), .flags = FIELD_CONTENT | FIELD_LATER),
    FIELD(goal, risks, GROEI_LONG, 2, N_("Risks"), N_("What may get in the way"),
          .flags = FIELD_CONTENT | FIELD_LATER),
    FIELD(goal, objective, GROEI_REF, 2, N_("Objective"),
          N_("Code of the objective that it serves"), .flags = FIELD_LATER,
          .target = GROEI_OBJECTIVE),
    FIELD(goal, theme, GROEI_TEXT, 2, N_("Theme"), N_("A word to group goals by"),
          .flags = FIELD_FILTER | FIELD_LATER),
    FIELD(goal, learned, GROEI_LONG, 2, N_("Learned"), N_("What it taught"),
          .flags = FIELD_CONTENT | FIELD_FILTER | FIELD_LATER),
    FIELD(goal, impact, GROEI_LONG, 2, N_("Impact"), N_("What others notice of it"),
          .flags = FIELD_CONTENT | FIELD_FILTER | FIELD_LATER),
    FIELD(goal, reason, GROEI_TEXT, 2, N_("Why it stopped"), N_("Of a goal that was dropped"),
          .flags = FIELD_CONTENT | FIELD_FILTER | FIELD_LATER),
    FIELD(goal, stepped, GROEI_DAY, 2, N_("Stepped"), N_("Day its next step changed last"),
          .flags = FIELD_DERIVED),
};

TABLE(GROEI_GOAL, goal, 1, N_("Goal"), N_("Goals"), "title", .order = "moved", .descending = 1);

static const struct groei_choice action_states[] = {
    {"open", N_("open"), 1},
    {"done", N_("done"), 0},
    {"dropped", N_("dropped"), 0},
    {NULL, NULL, 0},
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
          .flags = FIELD_DERIVED | FIELD_NOW),
    FIELD(action, kind, GROEI_CHOICE, 2, N_("Kind"), N_("What kind of promise"),
          .flags = FIELD_LATER, .choices = action_kinds),
    FIELD(action, hours, GROEI_NUMBER, 2, N_("Hours"), N_("Hours that are freed or used"),
          .flags = FIELD_LATER, .low = 0, .high = 10000),
    FIELD(action, first_due, GROEI_DAY, 2, N_("First due"), N_("Day agreed at first"),
          .flags = FIELD_DERIVED),
    FIELD(action, reagreed, GROEI_NUMBER, 2, N_("Agreed anew"),
          N_("How often a new day was agreed"), .flags = FIELD_DERIVED, .low = 0, .high = 10000),
    FIELD(action, reason, GROEI_TEXT, 2, N_("Reason"), N_("Why a new day was agreed last"),
          .flags = FIELD_DERIVED | FIELD_CONTENT),
};

TABLE(GROEI_ACTION, action, 1, N_("Action"), N_("Actions"), "title", .order = "due");

static const struct groei_field learning_fields[] = {
    FIELD(learning, person, GROEI_REF, 2, N_("Employee"), N_("Handle of who learns"),
          .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .target = GROEI_PERSON),
    FIELD(learning, title, GROEI_TEXT, 2, N_("Title"), N_("Name of the training, course, …"),
          .flags = FIELD_REQUIRED | FIELD_FILTER | FIELD_LISTED | FIELD_CONTENT),
    FIELD(learning, kind, GROEI_CHOICE, 2, N_("Kind"), N_("What kind of learning"),
          .flags = FIELD_LISTED, .choices = learning_kinds),
    FIELD(learning, form, GROEI_CHOICE, 2, N_("Way it is given"),
          N_("At home, online, classroom, mixed, or on the job"), .flags = FIELD_MAYBE,
          .choices = learning_forms),
    FIELD(learning, state, GROEI_CHOICE, 2, N_("State"), N_("How far it is"),
          .flags = FIELD_DERIVED | FIELD_STATE | FIELD_LISTED, .choices = learning_states),
    FIELD(learning, starts, GROEI_DAY, 2, N_("Starts"), N_("First day"),
          .flags = FIELD_AWAITED | FIELD_LISTED),
    FIELD(learning, ends, GROEI_DAY, 2, N_("Ends"), N_("Last day"),
          .flags = FIELD_AWAITED | FIELD_LISTED),
    FIELD(learning, goal, GROEI_REF, 2, N_("Goal"), N_("Code of the goal it serves"), .flags = 0,
          .target = GROEI_GOAL),
    FIELD(learning, mandatory, GROEI_CHOICE, 2, N_("Mandatory"),
          N_("Required by the organisation or the law"), .flags = FIELD_LATER, .choices = no_yes),
    FIELD(learning, provider, GROEI_TEXT, 2, N_("Provider"), N_("Who gives it"),
          .flags = FIELD_FILTER),
    FIELD(learning, cost, GROEI_NUMBER, 2, N_("Cost"), N_("In whole euros"), .flags = 0, .low = 0,
          .high = 100000000),
    FIELD(learning, hours, GROEI_NUMBER, 2, N_("Hours"), N_("Hours in all"), .flags = 0, .low = 0,
          .high = 100000),
    FIELD(learning, hours_at_work, GROEI_NUMBER, 2, N_("Hours at work"),
          N_("Of those, hours in work time"), .flags = FIELD_LATER, .low = 0, .high = 100000),
    FIELD(learning, hours_used, GROEI_NUMBER, 2, N_("Hours used"), N_("Hours taken so far"),
          .flags = FIELD_LATER, .low = 0, .high = 100000),
    FIELD(learning, proposed_by, GROEI_REF, 2, N_("Proposed by"), N_("Whose proposal it was"),
          .flags = FIELD_DERIVED, .target = GROEI_PERSON),
    FIELD(learning, reply, GROEI_TEXT, 2, N_("Answer"), N_("Why it was agreed or declined"),
          .flags = FIELD_DERIVED | FIELD_CONTENT),
    FIELD(learning, answered, GROEI_DAY, 2, N_("Answered"), N_("Day the proposal was answered"),
          .flags = FIELD_DERIVED),
    FIELD(learning, exam, GROEI_CHOICE, 2, N_("Exam"), N_("Passed or not"),
          .flags = FIELD_MAYBE | FIELD_LATER, .choices = exams),
    FIELD(learning, certificate, GROEI_TEXT, 2, N_("Certificate"), N_("Its name or number"),
          .flags = FIELD_FILTER | FIELD_LATER),
    FIELD(learning, valid_until, GROEI_DAY, 2, N_("Valid until"), N_("Last day of the certificate"),
          .flags = FIELD_AWAITED | FIELD_LATER),
    FIELD(learning, made, GROEI_DAY, 2, N_("Made"), N_("Day it was noted or proposed"),
          .flags = FIELD_DERIVED | FIELD_NOW),
    FIELD(learning, debriefed, GROEI_DAY, 2, N_("Debriefed"),
          N_("Day it was talked over, or that was not needed"), .flags = FIELD_DERIVED),
};

TABLE(GROEI_LEARNING, learning, 2, N_("Learning activity"), N_("Learning activities"), "title",
      .order = "ends", .descending = 1);

static const struct groei_field checkpoint_fields[] = {
    FIELD(checkpoint, person, GROEI_REF, 2, N_("Employee"), N_("Handle of who learns"),
          .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .target = GROEI_PERSON),
    FIELD(checkpoint, learning, GROEI_REF, 2, N_("Learning"), N_("Code of the learning activity"),
          .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .target = GROEI_LEARNING),
    FIELD(checkpoint, kind, GROEI_CHOICE, 2, N_("Moment"), N_("Before it, or how long after"),
          .flags = FIELD_FIXED | FIELD_LISTED, .choices = checkpoint_kinds),
    FIELD(checkpoint, day, GROEI_DAY, 2, N_("Day"), N_("Day it is for"),
          .flags = FIELD_REQUIRED | FIELD_AWAITED | FIELD_LISTED),
    FIELD(checkpoint, state, GROEI_CHOICE, 2, N_("State"), N_("Whether it took place"),
          .flags = FIELD_DERIVED | FIELD_STATE | FIELD_LISTED, .choices = checkpoint_states),
    FIELD(checkpoint, done, GROEI_DAY, 2, N_("Done on"), N_("Day it took place"),
          .flags = FIELD_DERIVED),
    FIELD(checkpoint, note, GROEI_LONG, 2, N_("Note"), N_("How it is going"),
          .flags = FIELD_CONTENT | FIELD_FILTER),
};

TABLE(GROEI_CHECKPOINT, checkpoint, 2, N_("Checkpoint"), N_("Checkpoints"), "kind", .order =
      "day");

static const struct groei_field progress_fields[] = {
    FIELD(progress, person, GROEI_REF, 2, N_("Employee"), N_("Handle of who learns"),
          .flags = FIELD_REQUIRED | FIELD_FIXED, .target = GROEI_PERSON),
    FIELD(progress, goal, GROEI_REF, 2, N_("Goal"), N_("Code of the goal"),
          .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .target = GROEI_GOAL),
    FIELD(progress, day, GROEI_DAY, 2, N_("Day"), N_("Day it is of"),
          .flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_NOW),
    FIELD(progress, number, GROEI_NUMBER, 2, N_("Number"), N_("Which one of the goal"),
          .flags = FIELD_DERIVED, .low = 1, .high = 100000),
    FIELD(progress, side, GROEI_CHOICE, 2, N_("Side"), N_("Whose view it is; empty: your own side's"),
          .flags = FIELD_MAYBE | FIELD_FIXED | FIELD_LISTED, .choices = sides),
    FIELD(progress, author, GROEI_REF, 2, N_("Author"), N_("Who wrote it down"),
          .flags = FIELD_DERIVED | FIELD_ASKER, .target = GROEI_PERSON),
    FIELD(progress, level, GROEI_NUMBER, 2, N_("Level"), N_("0 to 10"), .flags = FIELD_LISTED,
          .low = 0, .high = 10),
    FIELD(progress, motivation, GROEI_NUMBER, 2, N_("Motivation"), N_("1 to 5"),
          .flags = FIELD_LISTED, .low = 1, .high = 5),
    FIELD(progress, confidence, GROEI_NUMBER, 2, N_("Confidence"), N_("0 to 10"),
          .flags = FIELD_LISTED, .low = 0, .high = 10),
    FIELD(progress, commitment, GROEI_NUMBER, 2, N_("Commitment"), N_("1 to 5"), .flags = 0,
          .low = 1, .high = 5),
    FIELD(progress, wheel, GROEI_NUMBER, 2, N_("Wheel"),
          N_("Who steers: 1 the lead, 5 the employee"), .flags = 0, .low = 1, .high = 5),
    FIELD(progress, course, GROEI_CHOICE, 2, N_("Course"),
          N_("On track, needs attention, or stuck"), .flags = FIELD_MAYBE | FIELD_LISTED,
          .choices = courses),
    FIELD(progress, note, GROEI_LONG, 2, N_("Note"), N_("How it is going"),
          .flags = FIELD_CONTENT | FIELD_FILTER),
};

TABLE(GROEI_PROGRESS, progress, 2, N_("Progress"), N_("Progress"), "day", .order = "day",
      .descending = 1);

static const struct groei_field evidence_fields[] = {
    FIELD(evidence, person, GROEI_REF, 2, N_("Employee"), N_("Handle of who learned"),
          .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_LISTED, .target = GROEI_PERSON),
    FIELD(evidence, goal, GROEI_REF, 2, N_("Goal"), N_("Code of the goal"),
          .flags = FIELD_REQUIRED | FIELD_FIXED, .target = GROEI_GOAL),
    FIELD(evidence, title, GROEI_TEXT, 2, N_("Title"), N_("What was applied, in one line"),
          .flags = FIELD_REQUIRED | FIELD_FILTER | FIELD_LISTED | FIELD_CONTENT),
    FIELD(evidence, day, GROEI_DAY, 2, N_("Day"), N_("Day it was applied"),
          .flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_NOW),
    FIELD(evidence, situation, GROEI_LONG, 2, N_("Situation"), N_("What was going on"),
          .flags = FIELD_CONTENT | FIELD_FILTER),
    FIELD(evidence, task, GROEI_LONG, 2, N_("Task"), N_("What was asked of them"),
          .flags = FIELD_CONTENT | FIELD_FILTER),
    FIELD(evidence, did, GROEI_LONG, 2, N_("Action"), N_("What they did"),
          .flags = FIELD_CONTENT | FIELD_FILTER),
    FIELD(evidence, result, GROEI_LONG, 2, N_("Result"), N_("What came of it"),
          .flags = FIELD_CONTENT | FIELD_FILTER),
    FIELD(evidence, reflection, GROEI_LONG, 2, N_("Reflection"), N_("What they take from it"),
          .flags = FIELD_CONTENT | FIELD_FILTER),
    FIELD(evidence, learning, GROEI_REF, 2, N_("Learning"),
          N_("Code of the learning activity it came from"), .flags = FIELD_LATER,
          .target = GROEI_LEARNING),
    FIELD(evidence, confirmed, GROEI_DAY, 2, N_("Confirmed"), N_("Day the employee confirmed it"),
          .flags = FIELD_DERIVED | FIELD_LISTED),
};

TABLE(GROEI_EVIDENCE, evidence, 2, N_("Evidence"), N_("Evidence"), "title", .order = "day",
      .descending = 1);
