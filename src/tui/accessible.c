/* groei line by line: questions with numbered choices, answers typed and closed with Enter. No
 * curses. Every answer is saved when its line ends. Output goes through the commands, which clean it. */
#include "accessible.h"
#include "form.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <groei/command.h>
#include <groei/conversation.h>
#include <groei/guard.h>
#include <groei/text.h>

#include "i18n.h"

struct talk {
	struct groei *groei;
	struct groei_arena *arena; /* reset before every choice of the menu */
	int ended;                 /* input is over */
};

/* Lines --------------------------------------------------------------------------------------- */

static void say(struct talk *talk, const char *text)
{
	fputs(groei_text_safe(talk->arena, text), stdout);
	fputc('\n', stdout);
}

/* One line without its newline, in the arena; NULL at the end of input. */
static char *read_line(struct talk *talk)
{
	char *line = NULL, *copy;
	size_t size = 0;
	ssize_t length;

	fflush(stdout);
	length = getline(&line, &size, stdin);
	if (length < 0) {
		free(line);
		talk->ended = 1;
		return NULL;
	}
	while (length && (line[length - 1] == '\n' || line[length - 1] == '\r'))
		line[--length] = '\0';
	copy = groei_text_valid(line, (size_t)length, NULL)
	           ? groei_arena_copy(talk->arena, line, (size_t)length)
	           : NULL;
	free(line);
	if (!copy)
		say(talk, _("That was not UTF-8 text; please type it again."));
	return copy ? copy : groei_arena_text(talk->arena, "");
}

static char *ask(struct talk *talk, const char *question)
{
	printf("%s ", groei_text_safe(talk->arena, question));
	return read_line(talk);
}

/* Lines until an empty one. */
static const char *ask_lines(struct talk *talk)
{
	const char *text = "";

	for (;;) {
		const char *line = read_line(talk);

		if (!line || !*line)
			return text;
		text = *text ? groei_arena_print(talk->arena, "%s\n%s", text, line) : line;
	}
}

/* A number from 1 to count; 0 at the end of input or for an empty line. */
static int choose(struct talk *talk, const char *question, int count)
{
	for (;;) {
		const char *line = ask(talk, question);
		char *end;
		long number;

		if (!line || !*line)
			return 0;
		number = strtol(line, &end, 10);
		if (*end == '\0' && number >= 1 && number <= count)
			return (int)number;
		say(talk, groei_arena_print(talk->arena, _("Type a number from 1 to %d."), count));
	}
}

/* Commands ------------------------------------------------------------------------------------ */

static int print(void *context, const char *bytes, size_t length)
{
	(void)context;
	return fwrite(bytes, 1, length, stdout) == length ? 0 : -1;
}

static enum groei_status run(struct talk *talk, int argc, const char *const *argv)
{
	const struct groei_output output = {.write = print};
	const struct groei_input input = {.sure = 0};
	const char *why = NULL;
	enum groei_status status =
	    groei_command_run(talk->groei, talk->arena, argc, argv, &output, &input, NULL, &why);

	if (why)
		say(talk, why);
	return status;
}

static void say_why(struct talk *talk)
{
	say(talk, groei_why(talk->groei).text);
}

static void show_today(struct talk *talk)
{
	static const char *const words[] = {"today"};

	run(talk, 1, words);
}

static void show_people(struct talk *talk)
{
	static const char *const words[] = {"person", "list"};

	run(talk, 2, words);
}

static void add_person(struct talk *talk)
{
	const char *handle = ask(talk, _("Short name (handle), such as amir:"));
	const char *name = handle && *handle ? ask(talk, _("Full name:")) : NULL;

	if (name && *name)
		run(talk, 4, (const char *const[]){"person", "add", handle, name});
}

static void add_action(struct talk *talk)
{
	const char *handle = ask(talk, _("About whom (handle):"));
	const char *title =
	    handle && *handle ? ask(talk, _("What, by when (“call Noor by fri”):")) : NULL;

	if (title && *title)
		run(talk, 4, (const char *const[]){"action", "add", handle, title});
}

static void any_command(struct talk *talk)
{
	const char *line = ask(talk, _("Command, such as “goal list” or “help”:"));
	const char **argv;
	int argc;

	if (!line || !*line)
		return;
	if (groei_command_split(talk->arena, line, &argc, &argv) != GROEI_OK)
		say(talk, _("A quote is open: close it"));
	else
		run(talk, argc, argv);
}

/* A conversation ------------------------------------------------------------------------------ */

static void show_question(struct talk *talk, const struct asked *asked, enum answer_side side,
                          size_t number, size_t count)
{
	enum groei_language language = groei_language(talk->groei);
	const struct question *question = asked->question;
	const struct earlier_answer *earlier = &asked->earlier[side];
	char day[GROEI_DATE_SIZE];

	printf("\n%zu/%zu ", number, count);
	say(talk, groei_template_text(&question->text, language));
	if (earlier->text || earlier->number != GROEI_NONE) {
		groei_day_text(earlier->day, groei_today(talk->groei), day);
		say(talk, earlier->text
		              ? groei_arena_print(talk->arena, _("Last time (%s): %s"), day, earlier->text)
		              : groei_arena_print(talk->arena, _("Last time (%s): %d"), day,
		                                  (int)earlier->number));
	}
	for (size_t i = 0; i < question->choice_count; i++)
		say(talk, groei_arena_print(talk->arena, "%zu. %s", i + 1,
		                            groei_template_text(&question->choices[i].label, language)));
	if (question->kind == QUESTION_SCALE)
		say(talk, groei_arena_print(talk->arena, _("A number from %d to %d:"), question->low,
		                            question->high));
	else if (question->kind == QUESTION_YESNO)
		say(talk, _("Yes or no; an empty line goes on:"));
	else
		say(talk, _("Your answer; an empty line goes on:"));
}

/* Said, and what the guard of words has to say with it. */
static void say_saved(struct talk *talk)
{
	const char *guard = groei_guard_said(talk->groei, talk->arena);

	say(talk, _("Saved."));
	if (guard)
		say(talk, guard);
}

static void answer_question(struct talk *talk, int64_t conversation, const struct asked *asked,
                            size_t number, size_t count)
{
	const struct question *question = asked->question;
	enum answer_side side = question->audience == FOR_LEAD ? SIDE_LEAD : SIDE_EMPLOYEE;

	show_question(talk, asked, side, number, count);
	while (!talk->ended) {
		const char *text = question->kind == QUESTION_TEXT ? ask_lines(talk) : read_line(talk);
		size_t choice;

		if (!text || !*text)
			return;
		choice = (size_t)strtoul(text, NULL, 10);
		if (question->choice_count && choice >= 1 && choice <= question->choice_count)
			text = question->choices[choice - 1].id;
		if (groei_answer_type(talk->groei, conversation, question->id, side,
		                      &asked->answer[side], text) == GROEI_OK) {
			say_saved(talk);
			return;
		}
		say_why(talk);
	}
}

static void take_notes(struct talk *talk, struct conversation *conversation)
{
	struct conversation after = *conversation;
	const char *text;

	say(talk, _("Notes; a line such as “[ ] @amir ask Noor by fri” becomes an action. An empty "
	            "line ends them:"));
	text = ask_lines(talk);
	if (!*text)
		return;
	after.notes = conversation->notes && *conversation->notes
	                  ? groei_arena_print(talk->arena, "%s\n%s", conversation->notes, text)
	                  : text;
	if (groei_edit(talk->groei, GROEI_CONVERSATION, conversation, &after) == GROEI_OK) {
		*conversation = after;
		say_saved(talk);
	} else {
		say_why(talk);
	}
}

static void close_talk(struct talk *talk, const struct conversation *conversation)
{
	char code[GROEI_CODE_SIZE];
	const char *energy;

	say(talk, _("1. This talk was held: close it and plan the next"));
	say(talk, _("2. Go on later"));
	if (choose(talk, _("Number:"), 2) != 1)
		return;
	energy = ask(talk, _("Energy today, 1 to 10 (empty: not asked):"));
	groei_code(conversation->id, code);
	if (energy && *energy)
		run(talk, 5, (const char *const[]){"conversation", "hold", code, "--energy", energy});
	else
		run(talk, 3, (const char *const[]){"conversation", "hold", code});
}

static void hold_talk(struct talk *talk)
{
	const char *handle = ask(talk, _("With whom (handle):"));
	struct conversation conversation;
	struct question_template *template;
	struct asked *asked;
	size_t count;
	int64_t person;

	if (!handle || !*handle)
		return;
	if (groei_find(talk->groei, GROEI_PERSON, handle, &person) != GROEI_OK) {
		say_why(talk);
		return;
	}
	if (groei_conversation_open(talk->groei, talk->arena, person, &conversation) != GROEI_OK) {
		if (run(talk, 4, (const char *const[]){"conversation", "plan", handle, "today"}) !=
		        GROEI_OK ||
		    groei_conversation_open(talk->groei, talk->arena, person, &conversation) != GROEI_OK)
			return;
	}
	if (groei_conversation_asked(talk->groei, talk->arena, &conversation, &template, &asked,
	                             &count) != GROEI_OK) {
		say_why(talk);
		return;
	}
	for (size_t i = 0; i < count && !talk->ended; i++) {
		if (asked[i].question)
			answer_question(talk, conversation.id, &asked[i], i + 1, count);
	}
	take_notes(talk, &conversation);
	if (!talk->ended)
		close_talk(talk, &conversation);
}

/* The menu ------------------------------------------------------------------------------------ */

static const struct {
	const char *label;
	void (*run)(struct talk *talk);
} menu[] = {
	{N_("Today: what needs you"), show_today},
	{N_("People"), show_people},
	{N_("Add a person"), add_person},
	{N_("Start or continue a conversation"), hold_talk},
	{N_("Add an action"), add_action},
	{N_("Any command"), any_command},
	{N_("Quit"), NULL},
};

static void offer_menu(struct talk *talk)
{
	const int count = (int)(sizeof menu / sizeof menu[0]);

	while (!talk->ended) {
		int chosen;

		groei_arena_reset(talk->arena);
		fputc('\n', stdout);
		for (int i = 0; i < count; i++)
			say(talk, groei_arena_print(talk->arena, "%d. %s", i + 1, _(menu[i].label)));
		chosen = choose(talk, _("Number:"), count);
		if (chosen == 0)
			continue;
		if (!menu[chosen - 1].run)
			return;
		menu[chosen - 1].run(talk);
	}
}

/* The short name, as typed or as proposed; asked again until it is one. */
static enum groei_status name_owner(struct talk *talk, const char *name)
{
	char proposal[HANDLE_SIZE];

	handle_from_name(name, proposal);
	for (;;) {
		const char *question =
		    groei_arena_print(talk->arena, _("Short name (Enter for “%s”):"), proposal);
		const char *handle = ask(talk, question);
		enum groei_status status;

		if (!handle)
			return GROEI_NO;
		status = groei_init(talk->groei, *handle ? handle : proposal, name);
		if (status == GROEI_OK)
			return status;
		say_why(talk);
		if (status != GROEI_INVALID)
			return status;
	}
}

static enum groei_status first_start(struct talk *talk, const struct groei_options *options)
{
	struct groei_options create = *options;
	const char *name = "";
	enum groei_status status;

	create.flags |= GROEI_OPEN_CREATE;
	say(talk, _("Welcome to groei. Who are you?"));
	while (name && !*name)
		name = ask(talk, _("Full name:"));
	if (!name)
		return GROEI_NO;
	groei_close(talk->groei);
	talk->groei = NULL;
	status = groei_open(&create, &talk->groei);
	if (status != GROEI_OK) {
		say_why(talk);
		return status;
	}
	return name_owner(talk, name);
}

int accessible_run(const struct groei_options *options, const struct tui_settings *settings)
{
	struct talk talk = {.arena = groei_arena_open()};
	enum groei_status status = groei_open(options, &talk.groei);

	(void)settings;
	if (status == GROEI_OK && groei_owner(talk.groei) == 0)
		status = first_start(&talk, options);
	else if (status == GROEI_NOT_FOUND && !options->as)
		status = first_start(&talk, options);
	else if (status != GROEI_OK)
		fprintf(stderr, "groei: %s\n",
		        groei_text_safe_line(talk.arena, groei_why(talk.groei).text));
	if (status == GROEI_OK) {
		show_today(&talk);
		offer_menu(&talk);
	}
	groei_close(talk.groei);
	groei_arena_close(talk.arena);
	return (int)status;
}
