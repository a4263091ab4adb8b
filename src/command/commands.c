/* The command table and the hints for its words and options. A new command is a function and a row
 * here. Knows nothing about how a command does its work. */
#include "command/call.h"

#include <string.h>

#include "base/i18n.h"

#define ROWS_OF(noun, make, add_arguments, add_help, list_help, show_help, edit_help, remove_help) \
	{noun, "add", add_arguments, "*", add_help, COMMAND_WRITES, make},                         \
	{noun, "list", "", "? all match= limit=", list_help, 0, run_list},                         \
	{noun, "show", "id", "", show_help, 0, run_show},                                          \
	{noun, "edit", "id", "*", edit_help, COMMAND_WRITES, run_edit},                            \
	{noun, "remove", "id", "", remove_help, COMMAND_WRITES, run_remove}

static const struct groei_command table[] = {
	{NULL, "today", "", "check full", N_("What needs me: talks, actions, goals and drafts."), 0,
	 run_today},
	{NULL, "prep", "person", "full", N_("One page to read before the next conversation."), 0,
	 run_prep},
	{NULL, "start", "person", "template=", N_("Opens the conversation screen."),
	 COMMAND_WRITES | COMMAND_SCREEN, run_start},
	{NULL, "jot", "person text…", "kind= source= said-by= day= private",
	 N_("Notes a moment in one line: what went well, what you saw, what was learned."),
	 COMMAND_WRITES, run_jot},
	{NULL, "lessons", "", "team= weeks=",
	 N_("The lessons that people put on the list of their team."), 0, run_lessons},

	ROWS_OF("person", run_add, "handle [name…]", N_("Adds somebody."), N_("Lists people."),
	        N_("Shows all about one person."), N_("Changes a person."),
	        N_("Removes a person nothing hangs on.")),
	ROWS_OF("team", run_add, "handle [name…]", N_("Adds a team."), N_("Lists teams."),
	        N_("Shows one team."), N_("Changes a team."),
	        N_("Removes a team nothing hangs on.")),

	{"conversation", "plan", "person [day…]", "*",
	 N_("Plans a conversation; without a day, by the rhythm of the pair."), COMMAND_WRITES,
	 run_conversation_plan},
	{"conversation", "log", "person",
	 "day= format= template= energy= minutes= insight= mirror= notes= answer= lead-answer= next= next-template=",
	 N_("Records a talk that took place: notes, answers, and the next date."), COMMAND_WRITES,
	 run_conversation_log},
	{"conversation", "hold", "id",
	 "day= energy= minutes= insight= mirror= notes= next= next-template=",
	 N_("Closes a conversation: makes what its notes hold and plans the next one."),
	 COMMAND_WRITES, run_conversation_hold},
	{"conversation", "answer", "id question [text…]", "side=",
	 N_("Answers one question of a conversation; an empty text takes the answer back."),
	 COMMAND_WRITES, run_conversation_answer},
	{"conversation", "cancel", "id", "", N_("Cancels a planned conversation."), COMMAND_WRITES,
	 run_conversation_cancel},
	{"conversation", "add", "person [day…]", "*", N_("The same as plan."), COMMAND_WRITES,
	 run_conversation_plan},
	{"conversation", "list", "", "? all open match= limit=", N_("Lists conversations, the newest first."),
	 0, run_list},
	{"conversation", "show", "id", "",
	 N_("Shows a conversation with its questions, answers, notes and actions."), 0,
	 run_conversation_show},
	{"conversation", "edit", "id", "*", N_("Changes a conversation."), COMMAND_WRITES, run_edit},
	{"conversation", "remove", "id", "", N_("Removes a conversation nothing hangs on."),
	 COMMAND_WRITES, run_remove},

	ROWS_OF("goal", run_add, "person [title…]", N_("Adds a learning goal."),
	        N_("Lists goals that are open."), N_("Shows one goal."), N_("Changes a goal."),
	        N_("Removes a goal nothing hangs on.")),
	{"goal", "move", "id stage", "", N_("Moves a goal to another stage."), COMMAND_WRITES,
	 run_goal_move},

	ROWS_OF("action", run_action_add, "person [title…]",
	        N_("Adds an action; its text may say who and by when: “@amir call Noor by fri”."),
	        N_("Lists actions that are open."), N_("Shows one action."),
	        N_("Changes an action."), N_("Removes an action.")),
	{"action", "done", "id", "", N_("Marks an action done."), COMMAND_WRITES, run_action_done},
	{"action", "reopen", "id", "", N_("Opens an action again."), COMMAND_WRITES,
	 run_action_reopen},

	ROWS_OF("absence", run_add, "person [starts] [ends]",
	        N_("Notes that somebody is away; the rhythm rests, no reason is kept."),
	        N_("Lists absences."), N_("Shows one absence."), N_("Changes an absence."),
	        N_("Removes an absence.")),
	ROWS_OF("assignment", run_add, "person", N_("Adds a stretch of who led somebody in which team."),
	        N_("Lists who led whom in which team, the newest first."),
	        N_("Shows one stretch."), N_("Corrects a stretch of the past."),
	        N_("Removes a stretch.")),
	ROWS_OF("skill", run_add, "person [title…]", N_("Adds a skill, strength or pitfall."),
	        N_("Lists skills."), N_("Shows one skill."), N_("Changes a skill."),
	        N_("Removes a skill.")),
	ROWS_OF("direction", run_add, "person [title…]", N_("Adds a direction to grow in."),
	        N_("Lists directions of growth."), N_("Shows one direction."),
	        N_("Changes a direction."), N_("Removes a direction.")),
	ROWS_OF("objective", run_add, "[title…]", N_("Adds an objective of the organisation or a team."),
	        N_("Lists objectives that are open."), N_("Shows one objective."),
	        N_("Changes an objective."), N_("Removes an objective nothing hangs on.")),
	ROWS_OF("point", run_add, "person [title…]", N_("Adds a talking point for the next conversation."),
	        N_("Lists talking points that are open."), N_("Shows one talking point."),
	        N_("Changes a talking point."), N_("Removes a talking point.")),
	{"point", "done", "id", "", N_("Marks a talking point discussed."), COMMAND_WRITES,
	 run_point_done},
	{"point", "drop", "id", "", N_("Takes a talking point off the agenda."), COMMAND_WRITES,
	 run_point_drop},
	ROWS_OF("moment", run_add, "person [title…]", N_("Adds a moment: praise, an observation, a lesson."),
	        N_("Lists moments, the newest first."), N_("Shows one moment."),
	        N_("Changes a moment."), N_("Removes a moment.")),
	{"moment", "share", "id", "", N_("Lets the employee read a moment."), COMMAND_WRITES,
	 run_moment_share},
	{"moment", "team", "id", "", N_("Puts your own lesson on the team's list."), COMMAND_WRITES,
	 run_moment_team},
	{"moment", "outcome", "id outcome", "note=", N_("Says how an experiment went."),
	 COMMAND_WRITES, run_moment_outcome},
	{"moment", "reply", "id text…", "", N_("Says what became of a wish."), COMMAND_WRITES,
	 run_moment_reply},
	ROWS_OF("note", run_add, "person [text…]", N_("Adds a private note, for your own eyes only."),
	        N_("Lists your private notes, the newest first."), N_("Shows one private note."),
	        N_("Changes a private note."), N_("Removes a private note.")),
	ROWS_OF("heard", run_add, "person [title…]", N_("Keeps what you heard until you decide what it becomes."),
	        N_("Lists what you heard and did not decide about yet."), N_("Shows one of them."),
	        N_("Changes one of them."), N_("Removes one of them.")),
	{"heard", "become", "id outcome", "title= owner= by=",
	 N_("Decides about what you heard: an action, a talking point, a private note or nothing."),
	 COMMAND_WRITES, run_heard_become},
	ROWS_OF("learning", run_add, "person [title…]", N_("Adds a learning activity."),
	        N_("Lists learning activities that are open."), N_("Shows one learning activity."),
	        N_("Changes a learning activity."), N_("Removes a learning activity nothing hangs on.")),
	ROWS_OF("evidence", run_add, "goal [title…]", N_("Adds how something learned was applied at work."),
	        N_("Lists evidence, the newest first."), N_("Shows one piece of evidence."),
	        N_("Changes a piece of evidence."), N_("Removes a piece of evidence.")),

	{"template", "list", "", "", N_("Lists the question templates."), COMMAND_TRIES_STORE,
	 run_template_list},
	{"template", "show", "template", "", N_("Shows the questions of a template."),
	 COMMAND_TRIES_STORE, run_template_show},
	{"template", "check", "file", "", N_("Checks a template file and says what is wrong where."),
	 COMMAND_NO_STORE, run_template_check},

	{NULL, "search", "words…", "in= person= everybody limit=",
	 N_("Searches all that you may see; “…” is a phrase, a part of a word is enough."), 0,
	 run_search},
	{NULL, "framework", "", "file= new",
	 N_("Shows the framework of the organisation: rhythm, formats, thresholds; --file checks one."),
	 COMMAND_TRIES_STORE, run_framework},

	{NULL, "undo", "", "", N_("Takes back the last command."), COMMAND_WRITES, run_undo},
	{NULL, "history", "[noun] [id]", "limit=",
	 N_("What was changed by whom, the newest first; of one record or of all."), 0,
	 run_history},
	{NULL, "init", "", "me= name=", N_("Makes the store and its first person: you."),
	 COMMAND_WRITES | COMMAND_CREATES, run_init},
	{NULL, "paths", "", "", N_("Where everything lives."), COMMAND_TRIES_STORE, run_paths},
	{NULL, "demo", "[folder]", "", N_("Makes a sample team in a store of its own and opens it."),
	 COMMAND_NO_STORE | COMMAND_WRITES, run_demo},
	{NULL, "completion", "shell", "", N_("Prints the completion script for a shell."),
	 COMMAND_NO_STORE, run_completion},
	{NULL, "help", "[command…]", "man", N_("Help for everything or for one command."),
	 COMMAND_NO_STORE, run_help},
	{NULL, "complete", "[word…]", "", N_("Candidates for the last word, for the completion scripts."),
	 COMMAND_TRIES_STORE | COMMAND_HIDDEN, run_complete},
	{NULL, NULL, NULL, NULL, NULL, 0, NULL},
};

static const struct groei_option globals[] = {
	{"store", "PATH|URI", N_("the store to use; also GROEI_STORE")},
	{"as", "HANDLE", N_("who is asking; also GROEI_AS")},
	{"json", NULL, N_("answer in JSON, for scripts")},
	{"language", "nl|en", N_("language of messages")},
	{"color", "auto|always|never", N_("colours in the output; NO_COLOR switches them off")},
	{"today", "DATE", N_("take this day for today; also GROEI_TODAY")},
	{"yes", NULL, N_("do not ask before what cannot be taken back")},
	{"ascii", NULL, N_("draw screens without line characters")},
	{"accessible", NULL, N_("ask line by line instead of drawing screens")},
	{"help", NULL, N_("help for the command")},
	{"version", NULL, N_("print the version")},
	{NULL, NULL, NULL},
};

static const struct groei_option hints[] = {
	{"check", NULL, N_("exit with 1 when something is due")},
	{"full", NULL, N_("all of it, however long the lists are")},
	{"all", NULL, N_("also what is closed")},
	{"open", NULL, N_("only what is open")},
	{"match", "WORDS", N_("only where every one of these words occurs")},
	{"limit", "N", N_("at most this many")},
	{"me", "HANDLE", N_("your short name, such as sanne; without it your login name")},
	{"name", "NAME", N_("your full name")},
	{"answer", "QUESTION=TEXT", N_("an answer of the employee; may be repeated")},
	{"lead-answer", "QUESTION=TEXT", N_("an answer of the lead; may be repeated")},
	{"next", "DATE|none", N_("day of the next conversation; without it by the rhythm of the pair")},
	{"next-template", "ID", N_("question template of the next conversation")},
	{"template", "ID", N_("question template; groei template list shows them")},
	{"side", "employee|lead", N_("whose answer it is; without it the employee's")},
	{"mirror", "TEXT", N_("your own part in the talk, kept as a private note")},
	{"man", NULL, N_("print the manual page")},
	{"new", NULL, N_("print one to start from")},
	{"in", "NOUN", N_("only records of this kind: goal, action, moment")},
	{"everybody", NULL, N_("also about people you do not lead, as far as you may see it")},
	{"words", "WORDS", N_("what to look for")},
	{"kind", "KIND", N_("praise, observation, feedback, lesson, experiment or wish; without it an "
	                    "observation")},
	{"source", "SOURCE", N_("where it was seen: one-on-one, team-meeting, colleague, elsewhere")},
	{"said-by", "HANDLE", N_("the colleague whose word it is")},
	{"private", NULL, N_("a note for your own eyes only")},
	{"team", "TEAM", N_("only of this team and the teams in it")},
	{"weeks", "N", N_("so many weeks, this one among them; without it 4")},
	{"outcome", "OUTCOME", N_("what it becomes: action, point, note or nothing")},
	{"owner", "HANDLE", N_("who does it; without it you")},
	{"by", "DATE", N_("the day by which it is done")},
	{"person", "HANDLE", N_("a person's handle")},
	{"id", "ID", N_("the code of a record, or its first four letters and more")},
	{"question", "QUESTION", N_("the id of a question, or its unique start")},
	{"text", "TEXT", N_("the words; - reads them from standard input")},
	{"file", "FILE", N_("a file")},
	{"noun", "NOUN", N_("the kind of record: person, conversation, goal, action")},
	{"folder", "DIR", N_("the folder for the sample store")},
	{"shell", "bash|zsh|fish", N_("the shell")},
	{"command", "COMMAND", N_("a noun or a command")},
	{"word", "WORD", N_("the words typed so far")},
	{NULL, NULL, NULL},
};

const struct groei_command *groei_commands(void)
{
	return table;
}

const struct groei_option *groei_global_options(void)
{
	return globals;
}

const struct groei_option *command_hint(const char *name, size_t length)
{
	for (const struct groei_option *hint = hints; hint->name != NULL; hint++)
		if (strlen(hint->name) == length && memcmp(hint->name, name, length) == 0)
			return hint;
	return NULL;
}
