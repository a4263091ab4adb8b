/* Keys and ":" lines become commands: the same rows as in the shell. Asks for what is missing
 * before the core is called. Knows no single command. */
#include <stdlib.h>
#include <string.h>

#include "form.h"
#include "frame.h"
#include "room.h"

enum { MOST_WORDS = 64, FEW = 18 };

static int collect(void *context, const char *bytes, size_t length)
{
	groei_buffer_add(context, bytes, length);
	return 0;
}

static const char *line_of(struct groei_arena *arena, int argc, const char *const *argv)
{
	const char *line = "";

	for (int i = 0; i < argc; i++)
		line = groei_arena_print(arena, "%s%s%s", line, i ? " " : "", argv[i]);
	return line;
}

/* Asking for what is missing ------------------------------------------------------------------ */

static void remember(struct tui *tui, int argc, const char *const *argv)
{
	struct groei_arena *arena = groei_arena_open();
	const char **copy = groei_arena_take(arena, ((size_t)argc + 2) * sizeof *copy);

	for (int i = 0; i < argc; i++)
		copy[i] = groei_arena_text(arena, argv[i]);
	groei_arena_close(tui->pending);
	tui->pending = arena;
	tui->pending_argv = copy;
	tui->pending_argc = argc;
}

static void go_on(struct screen *asker, int64_t unused, const char *text)
{
	struct tui *tui = asker->tui;
	struct groei_arena *arena = tui->pending;

	(void)unused;
	tui->pending = NULL;
	tui->pending_argv[tui->pending_argc] = text;
	tui_command(tui, tui->pending_argc + 1, tui->pending_argv);
	groei_arena_close(arena);
}

static const struct groei_table *table_of(const struct groei_command *row)
{
	return row->noun ? groei_table_named(row->noun) : NULL;
}

static void chosen(struct screen *asker, int64_t field_at, size_t index)
{
	const struct groei_field *field = (const struct groei_field *)(intptr_t)field_at;

	go_on(asker, 0, field->choices[index].code);
}

/* The value that the record named by the first word has now, 0 when there is none. */
static size_t choice_now(struct tui *tui, struct groei_arena *arena,
                         const struct groei_table *table, const struct groei_field *field,
                         const char *id_text)
{
	char *record = groei_arena_take(arena, table->size);
	int32_t value;
	int64_t id;

	if (!id_text || groei_find(tui->groei, table->entity, id_text, &id) != GROEI_OK ||
	    groei_get(tui->groei, arena, table->entity, id, record) != GROEI_OK)
		return 0;
	memcpy(&value, record + field->offset, sizeof value);
	return value > 0 ? (size_t)value : 0;
}

static void ask_choice(struct tui *tui, const struct groei_field *field, size_t now)
{
	struct menu_item items[32] = {{0}};
	size_t count = 0;

	for (; field->choices[count].code && count < 32; count++)
		items[count].label = _(field->choices[count].label);
	if (now < count)
		items[now].note = _("now");
	tui_ask_menu(tui, _(field->label), items, count, now, chosen, (intptr_t)field);
}

/* An argument of a row: "person", "[day]", "title…". */
struct argument {
	char name[32];
	int optional, rest;
};

static bool next_argument(const char **at, struct argument *argument_out)
{
	const char *start = *at + strspn(*at, " ");
	size_t length = strcspn(start, " "), name;

	if (length == 0)
		return false;
	*at = start + length;
	argument_out->optional = *start == '[';
	start += argument_out->optional;
	name = strcspn(start, " ]\xE2");
	argument_out->rest = start[name] == '\xE2';
	if (name >= sizeof argument_out->name)
		name = sizeof argument_out->name - 1;
	memcpy(argument_out->name, start, name);
	argument_out->name[name] = '\0';
	return true;
}

/* The required argument at this place, NULL: there is none. */
static const char *required(struct groei_arena *arena, const struct groei_command *row, int place)
{
	const char *at = row->arguments;
	struct argument argument;

	while (next_argument(&at, &argument)) {
		if (place-- == 0)
			return argument.optional ? NULL : groei_arena_text(arena, argument.name);
	}
	return NULL;
}

static void record_chosen(struct screen *asker, int64_t records_at, size_t index)
{
	char code[GROEI_CODE_SIZE];

	(void)records_at;
	go_on(asker, 0, groei_code(asker->tui->pending_ids[index], code));
}

/* Offers the open records of a table when they are few. False when they are many or none. */
static bool offer_records(struct tui *tui, struct groei_arena *arena,
                          const struct groei_table *table)
{
	const struct groei_query query = {.scope = GROEI_OPEN, .limit = FEW + 1};
	const struct groei_field *title = groei_field(table, table->title);
	struct menu_item items[FEW] = {{0}};
	void *records;
	size_t count;

	if (groei_list(tui->groei, arena, table->entity, &query, &records, &count) != GROEI_OK ||
	    count == 0 || count > FEW)
		return false;
	tui->pending_ids = groei_arena_take(tui->pending, count * sizeof *tui->pending_ids);
	for (size_t i = 0; i < count; i++) {
		const char *record = (const char *)records + i * table->size;
		int64_t person = groei_record_person(table, record);

		memcpy(&tui->pending_ids[i], record, sizeof tui->pending_ids[i]);
		items[i].label = groei_value_text(tui->groei, arena, title, record);
		if (table->entity != GROEI_PERSON && person)
			items[i].note = groei_person_name(tui->groei, arena, person);
	}
	tui_ask_menu(tui, _(table->label), items, count, 0, record_chosen, 0);
	return true;
}

/* What people call an argument: its field, or the record that it names. */
static const char *label_of(const struct groei_table *table, const struct groei_field *field,
                            const char *name)
{
	static const struct {
		const char *name, *label;
	} others[] = {
		{"reason", N_("Why?")},
		{"decision", N_("What do you say: yes, no or later?")},
		{"text", N_("In a line")},
		{"words", N_("In which words?")},
		{"question", N_("Which question, by its id?")},
		{"file", N_("Which file?")},
	};
	const struct groei_table *named = strcmp(name, "id") == 0 ? table : groei_table_named(name);

	if (field)
		return _(field->label);
	for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
		if (strcmp(others[i].name, name) == 0)
			return _(others[i].label);
	}
	return named ? _(named->label) : name;
}

/* True when something is being asked. */
static bool ask_missing(struct tui *tui, struct groei_arena *arena, const struct groei_command *row,
                        int words, int argc, const char *const *argv)
{
	const struct groei_table *table = table_of(row);
	const struct groei_field *field;
	const char *name;

	for (int i = words; i < argc; i++) {
		if (strncmp(argv[i], "--", 2) == 0)
			return false;
	}
	name = required(arena, row, argc - words);
	if (!name)
		return false;
	field = table ? groei_field(table, name) : NULL;
	remember(tui, argc, argv);
	if (field && field->choices)
		ask_choice(tui, field,
		           choice_now(tui, arena, table, field, argc > words ? argv[words] : NULL));
	else if (!(strcmp(name, "id") == 0 && table && offer_records(tui, arena, table)) &&
	         !(strcmp(name, "person") == 0 &&
	           offer_records(tui, arena, groei_table(GROEI_PERSON))))
		tui_ask_line(tui, label_of(table, field, name), NULL, go_on, 0);
	return true;
}

void tui_as(struct tui *tui, const char *person)
{
	const char *as[] = {"as"};
	struct groei_arena *arena = groei_arena_open();
	int64_t id;

	if (!person) {
		remember(tui, 1, as);
		if (!offer_records(tui, arena, groei_table(GROEI_PERSON)))
			tui_ask_line(tui, _("Go on as"), NULL, go_on, 0);
	} else if (groei_find(tui->groei, GROEI_PERSON, person, &id) != GROEI_OK) {
		tui_why(tui);
	} else {
		free(tui->as_next);
		tui->as_next = room_copy(groei_person_handle(tui->groei, arena, id));
	}
	groei_arena_close(arena);
}

/* Forms --------------------------------------------------------------------------------------- */

/* Puts the words that were given into the record. False when one is wrong; the reason is shown. */
static bool fill_in(struct tui *tui, struct groei_arena *arena, const struct groei_command *row,
                    const struct groei_table *table, int argc, const char *const *argv,
                    void *record)
{
	const char *at = row->arguments;
	struct argument argument;

	for (int i = 0; i < argc && next_argument(&at, &argument); i++) {
		const struct groei_field *field = groei_field(table, argument.name);
		const char *text = argument.rest ? line_of(arena, argc - i, argv + i) : argv[i];

		if (field &&
		    groei_value_parse(tui->groei, arena, field, text, record) != GROEI_OK) {
			tui_why(tui);
			return false;
		}
	}
	return true;
}

static enum groei_status open_form(struct tui *tui, struct groei_arena *arena,
                                   const struct groei_command *row, int argc,
                                   const char *const *argv)
{
	const struct groei_table *table = table_of(row);
	void *record = groei_arena_take(arena, table->size);
	enum groei_status status = GROEI_OK;
	const char *title;
	int64_t id;

	groei_record_clear(table, record);
	if (strcmp(row->verb, "edit") == 0) {
		status = argc > 0 ? groei_find(tui->groei, table->entity, argv[0], &id) : GROEI_USAGE;
		if (status == GROEI_OK)
			status = groei_get(tui->groei, arena, table->entity, id, record);
		if (status != GROEI_OK) {
			tui_why(tui);
			return status;
		}
		title = groei_arena_print(arena, _("Edit: %s"), _(table->label));
	} else {
		if (!fill_in(tui, arena, row, table, argc, argv, record))
			return GROEI_INVALID;
		form_presets(tui, arena, table->entity, record);
		title = groei_arena_print(arena, _("New: %s"), _(table->label));
	}
	tui_form(tui, table->entity, record, title, NULL, 0);
	return GROEI_OK;
}

/* Whether a form asks better than the shell would: adding with fewer words than it has places for,
 * editing with nothing to change given. */
static bool wants_form(const struct groei_command *row, int argc, const char *const *argv)
{
	const char *at = row->arguments;
	struct argument argument;
	int places = 0;

	if (!table_of(row) || !row->options || !strchr(row->options, '*'))
		return false;
	for (int i = 0; i < argc; i++) {
		if (strncmp(argv[i], "--", 2) == 0)
			return false;
	}
	if (strcmp(row->verb, "edit") == 0)
		return argc == 1;
	while (next_argument(&at, &argument))
		places++;
	return argc < places;
}

/* Running ------------------------------------------------------------------------------------- */

static void sure(struct screen *asker, int64_t context, size_t unused)
{
	struct tui *tui = asker->tui;
	struct groei_arena *arena = tui->pending;

	(void)context;
	(void)unused;
	tui->pending = NULL;
	tui->sure = 1;
	tui_command(tui, tui->pending_argc, tui->pending_argv);
	tui->sure = 0;
	groei_arena_close(arena);
}

static void show_output(struct tui *tui, const char *title, struct groei_buffer *out)
{
	while (out->length && out->data[out->length - 1] == '\n')
		out->data[--out->length] = '\0';
	if (out->length == 0)
		tui_message(tui, _("Done."));
	else if (strchr(out->data, '\n'))
		tui_show_text(tui, title, out->data);
	else
		tui_message(tui, "%s", out->data);
}

/* What is asked for an option: the label and hint of the field it sets, in the row's own table or in
 * any; of a noun, those of its title. */
static const char *option_question(struct groei_arena *arena, const struct groei_command *row,
                                   const char *name)
{
	const struct groei_table *named = groei_table_named(name), *table = table_of(row);
	const struct groei_field *field = named ? groei_field(named, named->title)
	                                  : table ? groei_field(table, name)
	                                          : NULL;

	for (int i = 0; !field && i < GROEI_ENTITIES; i++)
		field = groei_field(groei_table((enum groei_entity)i), name);
	if (!field)
		return name;
	return groei_arena_print(arena, "%s: %s", named ? _(named->label) : _(field->label),
	                         _(field->hint));
}

/* A command that was refused for an option it takes and that was not given asks for it and runs anew.
 * True when it asks. */
static bool ask_option(struct tui *tui, struct groei_arena *arena, const struct groei_command *row,
                       int argc, const char *const *argv)
{
	struct groei_reason why = groei_why(tui->groei);
	const char **more, *option;

	if (why.status != GROEI_INVALID || !why.field || argc + 2 > MOST_WORDS ||
	    groei_command_takes(row, why.field) != 2 || !row->options ||
	    !strstr(row->options, groei_arena_print(arena, "%s=", why.field)))
		return false;
	option = groei_arena_print(arena, "--%s", why.field);
	for (int i = 0; i < argc; i++) {
		if (strcmp(argv[i], option) == 0)
			return false;
	}
	more = groei_arena_take(arena, ((size_t)argc + 1) * sizeof *more);
	memcpy(more, argv, (size_t)argc * sizeof *more);
	more[argc] = option;
	remember(tui, argc + 1, more);
	tui_ask_line(tui, option_question(tui->pending, row, why.field), NULL, go_on, 0);
	return true;
}

/* The screen that a command wants to open. */
static void take_screen(void *context, const char *screen)
{
	*(const char **)context = screen;
}

/* "conversation CODE" */
static void open_taken(struct tui *tui, struct groei_arena *arena, const char *screen)
{
	size_t length = strcspn(screen, " ");

	tui_open(tui, groei_arena_copy(arena, screen, length),
	         screen[length] ? screen + length + 1 : NULL);
}

static enum groei_status run(struct tui *tui, struct groei_arena *arena,
                             const struct groei_command *row, int argc, const char *const *argv)
{
	struct groei_buffer out = {0};
	const struct groei_output output = {.write = collect, .context = &out, .width = COLS - 2};
	const char *why = NULL, *screen = NULL;
	const struct groei_input input = {.sure = tui->sure, .open = take_screen, .context = &screen};
	enum groei_status status = groei_command_run(tui->groei, arena, argc, argv, &output, &input,
	                                             NULL, &why);

	if (status == GROEI_INVALID && ask_option(tui, arena, row, argc, argv))
		status = GROEI_OK;
	else if (status != GROEI_OK && (status != GROEI_NO || out.length == 0))
		tui_failed(tui, "%s", why ? why : _("That did not work"));
	else if (status == GROEI_OK && screen)
		open_taken(tui, arena, screen);
	else if (status == GROEI_OK && why)
		tui_message(tui, "%s", why);
	else
		show_output(tui, line_of(arena, argc, argv), &out);
	if (status == GROEI_OK && why)
		tui_message(tui, "%s", why);
	groei_buffer_free(&out);
	return status;
}

/* Words as an argument: one with blanks was quoted, and is a phrase. */
static const char *words_of(struct groei_arena *arena, int argc, const char *const *argv)
{
	const char *words = "";

	for (int i = 0; i < argc; i++)
		words = groei_arena_print(
		    arena, strchr(argv[i], ' ') && !strchr(argv[i], '"') ? "%s%s\"%s\"" : "%s%s%s", words,
		    i ? " " : "", argv[i]);
	return words;
}

/* A screen by its name; those that need an argument only with it. */
static bool open_screen(struct tui *tui, struct groei_arena *arena, int argc,
                        const char *const *argv)
{
	const struct screen_kind *kind = screen_kind_named(argv[0]);

	if (!kind || kind->flags & SCREEN_OWN || (argc > 2 && !(kind->flags & SCREEN_WORDS)))
		return false;
	if (kind->flags & SCREEN_HIDDEN ? argc < 2 : argc != 1 && !(kind->flags & SCREEN_WORDS))
		return false;
	tui_open(tui, argv[0], argc > 1 ? words_of(arena, argc - 1, argv + 1) : NULL);
	return true;
}

/* Whether a screen goes before a command of the same name: alone, or with words and no options. */
static bool is_for_screen(int argc, const char *const *argv)
{
	const struct screen_kind *kind = screen_kind_named(argv[0]);

	for (int i = 1; kind && i < argc; i++) {
		if (!(kind->flags & SCREEN_WORDS) || strncmp(argv[i], "--", 2) == 0)
			return false;
	}
	return kind != NULL;
}

static enum groei_status command(struct tui *tui, struct groei_arena *arena, int argc,
                                 const char *const *argv)
{
	const struct groei_command *row;
	const struct operation *operation;
	const char *why = NULL;
	int words = 0;
	enum groei_status status;

	if (argc == 2 && strcmp(argv[0], "as") == 0) {
		tui_as(tui, argv[1]);
		return GROEI_OK;
	}
	operation = operation_find(tui->top->kind, line_of(arena, argc, argv));
	if (operation) {
		operation->run(tui->top);
		return GROEI_OK;
	}
	if (is_for_screen(argc, argv) && open_screen(tui, arena, argc, argv))
		return GROEI_OK;
	status = groei_command_find(arena, argc, argv, &row, &words, &why);
	if (status != GROEI_OK) {
		if (open_screen(tui, arena, argc, argv))
			return GROEI_OK;
		tui_failed(tui, "%s", why ? why : _("There is no such command"));
		return status;
	}
	if (wants_form(row, argc - words, argv + words))
		return open_form(tui, arena, row, argc - words, argv + words);
	if (ask_missing(tui, arena, row, words, argc, argv))
		return GROEI_OK;
	if (row->flags & COMMAND_CONFIRMS && !tui->sure) {
		remember(tui, argc, argv);
		tui_ask_sure(tui, _(row->help), sure, 0);
		return GROEI_OK;
	}
	return run(tui, arena, row, argc, argv);
}

enum groei_status tui_command(struct tui *tui, int argc, const char *const *argv)
{
	struct groei_arena *arena = groei_arena_open();
	enum groei_status status = argc < 1 || argc > MOST_WORDS ? GROEI_USAGE
	                                                         : command(tui, arena, argc, argv);

	groei_arena_close(arena);
	return status;
}

/* Lines with places for what is selected ------------------------------------------------------ */

void tui_selection(struct tui *tui, struct selection *selection_out)
{
	struct screen *screen = stack_main(tui);
	struct selection selection = {.id = 0};

	if (screen && screen->kind->selected)
		screen->kind->selected(screen, &selection);
	*selection_out = selection;
}

/* What "{goal}" stands for; NULL when that is not selected. */
static const char *place(struct tui *tui, struct groei_arena *arena, const char *word)
{
	struct selection selection;
	char name[32] = {0}, code[GROEI_CODE_SIZE];
	const struct groei_table *table;
	size_t length = strlen(word);

	if (length < 3 || length > 30)
		return NULL;
	memcpy(name, word + 1, length - 2);
	tui_selection(tui, &selection);
	if (strcmp(name, "handle") == 0)
		return selection.person ? groei_person_handle(tui->groei, arena, selection.person) : NULL;
	if (selection.id == 0)
		return NULL;
	table = groei_table_named(name);
	if (table && table->entity == GROEI_PERSON && selection.person)
		return groei_arena_text(arena, groei_code(selection.person, code));
	if (strcmp(name, "id") != 0 && (!table || table->entity != selection.entity))
		return NULL;
	return groei_arena_text(arena, groei_code(selection.id, code));
}

/* The key of a line of keys.conf on this screen, for messages; its words when it has none. */
static const char *key_words(struct tui *tui, const char *command)
{
	const struct binding *binding = frame_key_of(tui->top, command);
	char label[32];

	if (!binding)
		return groei_arena_print(tui->frame, "“:%s”", command);
	key_label(&binding->key, label, sizeof label);
	return groei_arena_text(tui->frame, label);
}

/* Whether there is anybody but me. */
static bool is_alone(struct tui *tui)
{
	const struct groei_query any = {.scope = GROEI_OPEN, .limit = 2};
	int people = 2;

	groei_count(tui->groei, GROEI_PERSON, &any, 2, &people);
	return people < 2;
}

/* On a main screen also which key shows the rows to select from; elsewhere that would leave it. */
static void nothing_selected(struct tui *tui, const char *word)
{
	bool main = stack_main(tui)->kind->flags & SCREEN_MAIN;

	if (is_alone(tui))
		tui_failed(tui, _("There is nobody yet: %s adds the first"),
		           key_words(tui, "form person add"));
	else if (strcmp(word, "{action}") == 0)
		tui_failed(tui, main ? _("Select an action first; %s shows them all")
		                     : _("Select an action first"), key_words(tui, "actions"));
	else if (strcmp(word, "{goal}") == 0)
		tui_failed(tui, main ? _("Select a goal first; %s shows them all")
		                     : _("Select a goal first"), key_words(tui, "goals"));
	else if (strcmp(word, "{handle}") == 0 || strcmp(word, "{person}") == 0)
		tui_failed(tui, main ? _("Select a person first; %s shows them all")
		                     : _("Select a person first"), key_words(tui, "people"));
	else
		tui_failed(tui, _("Nothing is selected"));
}

static enum groei_status run_line(struct tui *tui, struct groei_arena *arena, const char *line)
{
	const char **argv;
	int argc, form;

	if (groei_command_split(arena, line, &argc, &argv) != GROEI_OK) {
		tui_failed(tui, _("A quote is open: close it"));
		return GROEI_USAGE;
	}
	for (int i = 0; i < argc; i++) {
		size_t length = strlen(argv[i]);
		const char *word = argv[i];

		if (word[0] != '{' || word[length - 1] != '}')
			continue;
		argv[i] = place(tui, arena, word);
		if (!argv[i]) {
			nothing_selected(tui, word);
			return GROEI_NOT_FOUND;
		}
	}
	form = argc > 1 && strcmp(argv[0], "form") == 0;
	if (form) {
		const struct groei_command *row;
		const char *why = NULL;
		int words;

		if (groei_command_find(arena, argc - 1, argv + 1, &row, &words, &why) == GROEI_OK &&
		    table_of(row))
			return open_form(tui, arena, row, argc - 1 - words, argv + 1 + words);
	}
	return tui_command(tui, argc - form, argv + form);
}

enum groei_status tui_line(struct tui *tui, const char *line)
{
	struct groei_arena *arena = groei_arena_open();
	enum groei_status status = run_line(tui, arena, line);

	groei_arena_close(arena);
	return status;
}
