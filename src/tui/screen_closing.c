/* Closing a conversation on one screen: what the notes hold becomes actions, goals move, the energy
 * of today, the next date; then it is held and the next one planned. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "conversation.h"
#include "screens.h"

enum row_kind {
	ROW_HEADING,
	ROW_ACTION,  /* found in the notes */
	ROW_STEP,    /* an answer that could become one */
	ROW_ADD_ACTION,
	ROW_GOAL,
	ROW_WISH,    /* an answer that could become a goal */
	ROW_ADD_GOAL,
	ROW_ENERGY,
	ROW_NEXT,
	ROW_TEMPLATE,
	ROW_HOLD
};

struct closing_row {
	enum row_kind kind;
	size_t index;      /* of the action or goal */
	const char *text;  /* of a heading, a step, a wish */
	int side;          /* of a step: enum answer_side */
};

struct closing_screen {
	int64_t id;
	char code[GROEI_CODE_SIZE];
	struct conversation conversation; /* this and the next ones in screen->arena */
	struct noted_action *noted;
	size_t noted_count;
	struct goal *goal;
	size_t goal_count;
	struct question_template *template;
	struct asked *asked;
	size_t asked_count;
	const char *cadence;
	struct closing_row *row;
	size_t rows;
	int32_t energy;      /* picked here; GROEI_NONE: as it was answered */
	int32_t answered;    /* energy as it stands in the conversation or its answers */
	int32_t next;        /* said here; GROEI_NO_DAY: by cadence */
	int no_next;         /* 1: plan none */
	char *next_template; /* owned; NULL: the same */
	struct list list;
	struct list_rows view;
	struct field field;  /* editor NULL: nothing is edited in place */
	enum row_kind editing;
	size_t line;         /* of the notes, when an action is edited; 0: a new one */
	int placed;          /* the cursor was put on the last row once */
};

static struct closing_screen *state_of(struct screen *screen)
{
	return screen->state;
}

/* Reading -------------------------------------------------------------------------------------- */

static const char *first_line(struct groei_arena *arena, const char *text)
{
	while (*text == '\n' || *text == ' ')
		text++;
	return groei_arena_copy(arena, text, strcspn(text, "\n"));
}

static void add_row(struct closing_screen *state, enum row_kind kind, size_t index,
                    const char *text)
{
	state->row[state->rows++] = (struct closing_row){.kind = kind, .index = index, .text = text};
}

/* Whether an answer to a goal question is a goal already. */
static bool is_goal(const struct closing_screen *state, const char *title)
{
	for (size_t i = 0; i < state->goal_count; i++) {
		if (strcmp(state->goal[i].title, title) == 0)
			return true;
	}
	return false;
}

/* Whether the notes hold the step as an action already. */
static bool is_noted(const struct closing_screen *state, const char *step)
{
	for (size_t i = 0; i < state->noted_count; i++) {
		if (strncmp(state->noted[i].title, step, strlen(state->noted[i].title)) == 0)
			return true;
	}
	return false;
}

/* Rows for answers to questions of a kind that became nothing yet. */
static void add_answers(struct screen *screen, enum question_kind kind)
{
	struct closing_screen *state = state_of(screen);

	for (size_t i = 0; i < state->asked_count; i++) {
		const struct question *question = state->asked[i].question;

		for (int side = 0; side < 2; side++) {
			const struct answer *answer = &state->asked[i].answer[side];
			const char *line;

			if (!question || question->kind != kind || answer->id == 0 || !answer->text)
				continue;
			line = first_line(screen->arena, answer->text);
			if (!*line || (kind == QUESTION_GOAL ? is_goal(state, line) : is_noted(state, line)))
				continue;
			add_row(state, kind == QUESTION_GOAL ? ROW_WISH : ROW_STEP, i, line);
			state->row[state->rows - 1].side = side;
		}
	}
}

static void arrange(struct screen *screen)
{
	struct closing_screen *state = state_of(screen);

	state->row = groei_arena_take(screen->arena, (state->noted_count + state->goal_count +
	                                              4 * state->asked_count + 16) *
	                                                 sizeof *state->row);
	state->rows = 0;
	add_row(state, ROW_HEADING, 0, _("Actions from the notes"));
	for (size_t i = 0; i < state->noted_count; i++)
		add_row(state, ROW_ACTION, i, NULL);
	add_answers(screen, QUESTION_ACTION);
	add_row(state, ROW_ADD_ACTION, 0, NULL);
	add_row(state, ROW_HEADING, 0, _("Goals"));
	for (size_t i = 0; i < state->goal_count; i++)
		add_row(state, ROW_GOAL, i, NULL);
	add_answers(screen, QUESTION_GOAL);
	add_row(state, ROW_ADD_GOAL, 0, NULL);
	add_row(state, ROW_HEADING, 0, _("Today and next"));
	add_row(state, ROW_ENERGY, 0, NULL);
	add_row(state, ROW_NEXT, 0, NULL);
	add_row(state, ROW_TEMPLATE, 0, NULL);
	add_row(state, ROW_HEADING, 0, "");
	add_row(state, ROW_HOLD, 0, NULL);
}

/* The energy as the conversation or the answer on that scale has it. */
static int32_t answered_energy(const struct closing_screen *state)
{
	if (state->conversation.energy != GROEI_NONE)
		return state->conversation.energy;
	for (size_t i = 0; i < state->asked_count; i++) {
		const struct question *question = state->asked[i].question;

		if (question && strcmp(question->id, "energy-today") == 0 &&
		    state->asked[i].answer[SIDE_EMPLOYEE].id)
			return state->asked[i].answer[SIDE_EMPLOYEE].number;
	}
	return GROEI_NONE;
}

static enum groei_status read_goals(struct screen *screen)
{
	struct closing_screen *state = state_of(screen);
	const struct groei_query query = {
		.scope = GROEI_OPEN,
		.condition = {{.field = "person", .value = state->conversation.person}},
		.limit = 50,
	};
	void *goals = NULL;
	enum groei_status status = groei_list(screen->tui->groei, screen->arena, GROEI_GOAL, &query,
	                                      &goals, &state->goal_count);

	state->goal = goals;
	if (status != GROEI_OK)
		state->goal_count = 0;
	return status;
}

static enum groei_status reload(struct screen *screen)
{
	struct closing_screen *state = state_of(screen);
	struct groei *groei = screen->tui->groei;
	enum groei_status status;

	state->noted_count = state->goal_count = state->asked_count = state->rows = 0;
	state->cadence = NULL;
	state->template = NULL;
	status = groei_get(groei, screen->arena, GROEI_CONVERSATION, state->id, &state->conversation);
	if (status == GROEI_OK)
		status = groei_conversation_noted(groei, screen->arena, &state->conversation,
		                                  &state->noted, &state->noted_count);
	if (status == GROEI_OK)
		status = groei_conversation_asked(groei, screen->arena, &state->conversation,
		                                  &state->template, &state->asked, &state->asked_count);
	if (status == GROEI_OK)
		status = read_goals(screen);
	if (status != GROEI_OK) {
		state->conversation = (struct conversation){.id = 0};
		state->noted_count = state->goal_count = state->asked_count = 0;
		return status;
	}
	state->cadence = groei_cadence(groei, screen->arena, state->conversation.person);
	state->answered = answered_energy(state);
	arrange(screen);
	list_keep(&state->list, &state->view);
	if (!state->placed) {
		list_go(&state->list, &state->view, state->rows - 1);
		state->placed = 1;
	}
	return GROEI_OK;
}

static int32_t held_day(const struct screen *screen)
{
	const struct closing_screen *state = screen->state;
	int32_t today = groei_today(screen->tui->groei);

	return state->conversation.day > today ? today : state->conversation.day;
}

/* The next date: as said, or the first one of the rhythm that lies ahead. */
static int32_t next_day(const struct screen *screen)
{
	const struct closing_screen *state = screen->state;
	int32_t day = GROEI_NO_DAY, today = groei_today(screen->tui->groei);

	if (state->next != GROEI_NO_DAY || !state->cadence)
		return state->next;
	for (int n = 1; n < 5000; n++) {
		day = groei_cadence_day(held_day(screen), state->cadence, n);
		if (day == GROEI_NO_DAY || day >= today)
			break;
	}
	return day;
}

/* Rows ----------------------------------------------------------------------------------------- */

static size_t count(void *context, size_t until)
{
	(void)until;
	return state_of(context)->rows;
}

static bool is_heading(void *context, size_t index)
{
	return state_of(context)->row[index].kind == ROW_HEADING;
}

enum { LABEL = 14 };

static void draw_goal(struct screen *screen, const struct goal *goal, const struct area *area,
                      attr_t attr)
{
	const struct groei_field *stage = groei_field(groei_table(GROEI_GOAL), "stage");
	const struct closing_screen *state = state_of(screen);
	bool plain = attr == theme_attr(THEME_TEXT);
	const char *news = "";
	int right = area->width;

	if (goal->conversation == state->id)
		news = _("made now");
	else if (goal->moved == groei_today(screen->tui->groei))
		news = _("moved today");
	right -= 2 + draw_right(area, 0, 0, right, plain ? theme_attr(THEME_ACCENT) : attr,
	                        groei_arena_print(screen->tui->frame, "%s%s%s",
	                                          screen_choice(stage, goal->stage), *news ? " · " : "",
	                                          news));
	draw_bar(area, 0, 0, 6, plain ? theme_attr(THEME_GOOD) : attr,
	         goal->stage <= GOAL_CONFIDENT ? goal->stage : 0, GOAL_CONFIDENT);
	draw_text(area, 0, 8, right - 8, attr, goal->title);
}

static void draw_energy(struct screen *screen, const struct area *area, attr_t attr)
{
	const struct closing_screen *state = state_of(screen);
	bool plain = attr == theme_attr(THEME_TEXT);
	int32_t energy = state->energy != GROEI_NONE ? state->energy : state->answered;
	int column = LABEL;

	draw_text(area, 0, 0, LABEL, plain ? theme_attr(THEME_DIM) : attr, _("Energy today"));
	for (int i = 1; i <= 10; i++) {
		attr_t look = i == energy ? theme_attr(THEME_ACCENT) | A_BOLD | A_REVERSE
		              : plain     ? theme_attr(THEME_DIM)
		                          : attr;

		if (!plain && i == energy)
			look = theme_attr(THEME_TEXT) | A_BOLD;
		column += draw_text(area, 0, column, -1, look,
		                    groei_arena_print(screen->tui->frame, " %d ", i));
	}
	draw_text(area, 0, column + 2, area->width - column - 2,
	          plain ? theme_attr(THEME_DIM) : attr,
	          energy == GROEI_NONE ? _("a digit, 0 for ten") : "");
}

static const char *next_words(struct screen *screen)
{
	const struct closing_screen *state = state_of(screen);
	int32_t day = next_day(screen);

	if (state->no_next)
		return _("none planned");
	if (day == GROEI_NO_DAY)
		return _("none: type a day");
	if (state->next == GROEI_NO_DAY)
		return groei_arena_print(screen->tui->frame, "%s · %s", screen_day(screen->tui, day),
		                         groei_cadence_text(screen->tui->frame, state->cadence));
	return screen_day(screen->tui, day);
}

static const char *template_words(struct screen *screen)
{
	const struct closing_screen *state = state_of(screen);
	const char *id = state->next_template ? state->next_template : state->conversation.template;
	struct question_template *template;

	if (!id)
		return "";
	if (state->template && strcmp(state->template->id, id) == 0)
		template = state->template;
	else if (groei_template_find(screen->tui->frame, groei_folders(screen->tui->groei), id,
	                             &template, NULL, NULL) != GROEI_OK)
		return id;
	return groei_template_text(&template->title, groei_language(screen->tui->groei));
}

static void draw_pair(const struct area *area, attr_t attr, const char *label, const char *value)
{
	draw_text(area, 0, 0, LABEL - 1,
	          attr == theme_attr(THEME_TEXT) ? theme_attr(THEME_DIM) : attr, label);
	draw_text(area, 0, LABEL, area->width - LABEL, attr, value);
}

static void draw_offer(struct screen *screen, const struct area *area, attr_t attr,
                       const char *text, const char *note)
{
	bool plain = attr == theme_attr(THEME_TEXT);
	int right = area->width;

	right -= 2 + draw_right(area, 0, 0, right, plain ? theme_attr(THEME_DIM) : attr, note);
	draw_text(area, 0, 0, 1, plain ? theme_attr(THEME_WARN) : attr, "?");
	draw_text(area, 0, 2, right - 2, attr,
	          groei_arena_print(screen->tui->frame, _("“%s”"), text));
}

static void draw_row(void *context, size_t index, const struct area *area, attr_t attr)
{
	struct screen *screen = context;
	const struct closing_screen *state = state_of(screen);
	const struct closing_row *row = &state->row[index];
	struct area inner = area_columns(area, 3, area->width - 4);
	bool plain = attr == theme_attr(THEME_TEXT);

	switch (row->kind) {
	case ROW_HEADING:
		draw_text(area, 0, 1, area->width - 2, theme_attr(THEME_HEADING), row->text);
		break;
	case ROW_ACTION:
		noted_line(screen->tui, &inner, 0, &state->noted[row->index], attr);
		break;
	case ROW_STEP:
		draw_offer(screen, &inner, attr, row->text, _("Enter: make it an action"));
		break;
	case ROW_WISH:
		draw_offer(screen, &inner, attr, row->text, _("Enter: make it a goal"));
		break;
	case ROW_ADD_ACTION:
		draw_text(&inner, 0, 0, -1, plain ? theme_attr(THEME_DIM) : attr, _("+ add an action"));
		break;
	case ROW_GOAL:
		draw_goal(screen, &state->goal[row->index], &inner, attr);
		break;
	case ROW_ADD_GOAL:
		draw_text(&inner, 0, 0, -1, plain ? theme_attr(THEME_DIM) : attr, _("+ add a goal"));
		break;
	case ROW_ENERGY:
		draw_energy(screen, &inner, attr);
		break;
	case ROW_NEXT:
		draw_pair(&inner, attr, _("Next talk"), next_words(screen));
		break;
	case ROW_TEMPLATE:
		draw_pair(&inner, attr, _("With"), template_words(screen));
		break;
	case ROW_HOLD:
		draw_text(&inner, 0, 0, inner.width, plain ? theme_attr(THEME_GOOD) | A_BOLD : attr | A_BOLD,
		          _("Hold this conversation"));
		break;
	}
}

/* Editing in place ----------------------------------------------------------------------------- */

/* The preview below a line that is being typed: what it will be. */
static const char *preview(struct screen *screen)
{
	const struct closing_screen *state = state_of(screen);
	struct tui *tui = screen->tui;
	const char *text = editor_text(state->field.editor, NULL), *why = "";
	struct conversation one = state->conversation;
	struct noted_action *noted;
	char day[GROEI_DATE_SIZE];
	size_t found = 0;
	int32_t next;

	if (state->editing == ROW_NEXT) {
		if (!*text)
			return _("empty: by the rhythm; “none”: plan none");
		if (groei_day_parse(text, groei_today(tui->groei), &next, &why))
			return screen_day(tui, next);
		return why;
	}
	one.notes = groei_arena_print(tui->frame, "[ ] %s", text);
	if (groei_conversation_noted(tui->groei, tui->frame, &one, &noted, &found) != GROEI_OK ||
	    found == 0)
		return _("@who, what, “by fri”");
	if (noted->unknown)
		return groei_arena_print(tui->frame, _("nobody is called @%s: it stays with you"),
		                         noted->handle);
	return groei_arena_print(tui->frame, noted->due == GROEI_NO_DAY ? _("for %s, no date%s")
	                                                                : _("for %s, due %s"),
	                         groei_person_name(tui->groei, tui->frame, noted->owner),
	                         noted->due == GROEI_NO_DAY
	                             ? ""
	                             : groei_day_text(noted->due, groei_today(tui->groei), day));
}

static void edit(struct screen *screen, enum row_kind kind, size_t line, const char *text)
{
	struct closing_screen *state = state_of(screen);

	state->field = (struct field){
		.editor = editor_open(EDITOR_ONE_LINE, GROEI_TEXT_MAX, &screen->tui->clipboard)};
	editor_load(state->field.editor, text, strlen(text));
	state->editing = kind;
	state->line = line;
}

static void edit_end(struct closing_screen *state)
{
	editor_close(state->field.editor);
	state->field = (struct field){.editor = NULL};
}

/* The notes with line `line` (from 1) replaced, or a line added at the end (0). text NULL takes the
 * line's box away: it stays as a note. */
static const char *notes_with(struct screen *screen, size_t line, const char *text)
{
	const struct closing_screen *state = state_of(screen);
	const char *notes = state->conversation.notes ? state->conversation.notes : "";
	const char *at = notes, *box;
	size_t length;

	if (line == 0)
		return groei_arena_print(screen->tui->frame, "%s%s[ ] %s", notes,
		                         !*notes || notes[strlen(notes) - 1] == '\n' ? "" : "\n", text);
	for (size_t i = 1; i < line && *at; i++) {
		at += strcspn(at, "\n");
		at += *at == '\n';
	}
	length = strcspn(at, "\n");
	box = strstr(at, "[ ]");
	if (!box || box >= at + length)
		return notes;
	if (!text)
		return groei_arena_print(screen->tui->frame, "%.*s%s", (int)(box - notes), notes,
		                         box + 3 + strspn(box + 3, " "));
	return groei_arena_print(screen->tui->frame, "%.*s[ ] %s%s", (int)(box - notes), notes, text,
	                         at + length);
}

/* What stands behind the box of a line of the notes. */
static const char *line_words(struct screen *screen, size_t line)
{
	const struct closing_screen *state = state_of(screen);
	const char *at = state->conversation.notes ? state->conversation.notes : "", *box;

	for (size_t i = 1; i < line && *at; i++) {
		at += strcspn(at, "\n");
		at += *at == '\n';
	}
	box = strstr(at, "[ ]");
	if (!box)
		return "";
	box += 3 + strspn(box + 3, " \t");
	return groei_arena_copy(screen->tui->frame, box, strcspn(box, "\r\n"));
}

static bool write_notes(struct screen *screen, const char *notes)
{
	const struct closing_screen *state = state_of(screen);
	struct conversation after = state->conversation;

	after.notes = *notes ? notes : NULL;
	screen->stale = 1;
	if (groei_edit(screen->tui->groei, GROEI_CONVERSATION, &state->conversation, &after) ==
	    GROEI_OK)
		return true;
	tui_why(screen->tui);
	return false;
}

static void drop_draft(struct screen *screen)
{
	groei_draft_drop(screen->tui->groei,
	                 groei_arena_print(screen->tui->frame, "conversation/%s/notes",
	                                   state_of(screen)->code));
}

static bool take_next(struct screen *screen, const char *text)
{
	struct closing_screen *state = state_of(screen);
	const char *why = "", *key = groei_text_key(screen->tui->frame, text);
	int32_t day;

	if (!*key) {
		state->next = GROEI_NO_DAY;
		state->no_next = 0;
		return true;
	}
	if (strcmp(key, "none") == 0 || strcmp(key, "geen") == 0) {
		state->no_next = 1;
		return true;
	}
	if (!groei_day_parse(text, groei_today(screen->tui->groei), &day, &why)) {
		tui_failed(screen->tui, "%s", why);
		return false;
	}
	if (day < held_day(screen)) {
		tui_failed(screen->tui, _("The next talk cannot come before this one"));
		return false;
	}
	state->next = day;
	state->no_next = 0;
	return true;
}

static void edit_take(struct screen *screen)
{
	struct closing_screen *state = state_of(screen);
	const char *text = editor_text(state->field.editor, NULL);
	bool taken;

	if (state->editing == ROW_NEXT)
		taken = take_next(screen, text);
	else if (text_is_empty(text))
		taken = state->line == 0 || write_notes(screen, notes_with(screen, state->line, NULL));
	else
		taken = write_notes(screen, notes_with(screen, state->line, text));
	if (!taken)
		return;
	if (state->editing != ROW_NEXT)
		drop_draft(screen);
	edit_end(state);
}

/* What keys do --------------------------------------------------------------------------------- */

static void set_energy(struct screen *screen, int energy)
{
	struct closing_screen *state = state_of(screen);

	state->energy = energy;
	tui_message(screen->tui, _("Energy today: %d"), energy);
}

static enum screen_answer hold(struct screen *screen)
{
	struct closing_screen *state = state_of(screen);
	struct tui *tui = screen->tui;
	const struct closing closing = {
		.conversation = state->id,
		.day = GROEI_NO_DAY,
		.energy = state->energy != GROEI_NONE ? state->energy : GROEI_NONE,
		.next = state->next,
		.plan_next = !state->no_next,
		.next_template = state->next_template,
	};
	struct screen *close = screen->below && screen->below->kind == &conversation_screen
	                           ? screen->below
	                           : screen;
	struct groei_buffer words = {0};
	char day[GROEI_DATE_SIZE];
	struct closed closed;

	if (state->field.editor)
		edit_take(screen);
	if (state->field.editor)
		return SCREEN_USED;
	if (groei_conversation_hold(tui->groei, tui->frame, &closing, &closed) != GROEI_OK) {
		tui_why(tui);
		return SCREEN_USED;
	}
	groei_buffer_text(&words, _("Held."));
	groei_buffer_print(&words, P_(" %zu action made,", " %zu actions made,", closed.actions_made),
	                   closed.actions_made);
	groei_buffer_print(&words, _(" %zu carried over,"), closed.actions_carried);
	if (closed.next.id)
		groei_buffer_print(&words, _(" next on %s."),
		                   groei_day_text(closed.next.day, groei_today(tui->groei), day));
	else
		groei_buffer_text(&words, _(" no next one planned."));
	groei_buffer_text(&words, _(" u takes it back"));
	tui_close(close);
	tui_message(tui, "%s", words.data);
	groei_buffer_free(&words);
	return SCREEN_USED;
}

static const struct closing_row *focus(struct screen *screen)
{
	struct closing_screen *state = state_of(screen);

	return state->list.cursor < state->rows ? &state->row[state->list.cursor] : NULL;
}

static void add_goal(struct screen *screen, const char *title)
{
	struct closing_screen *state = state_of(screen);
	struct goal goal;

	groei_record_clear(groei_table(GROEI_GOAL), &goal);
	goal.person = state->conversation.person;
	goal.conversation = state->id;
	goal.title = title;
	tui_form(screen->tui, GROEI_GOAL, &goal, _("Add a goal"), NULL, 0);
}

static void template_chosen(struct screen *screen, int64_t context, size_t index)
{
	struct closing_screen *state = state_of(screen);
	struct groei_arena *arena = groei_arena_open();
	struct question_template **templates;
	size_t found = 0;

	(void)context;
	if (groei_template_list(arena, groei_folders(screen->tui->groei), &templates, &found, NULL,
	                        NULL) == GROEI_OK &&
	    index < found) {
		free(state->next_template);
		state->next_template = strdup(templates[index]->id);
	}
	groei_arena_close(arena);
}

static enum screen_answer choose_template(struct screen *screen)
{
	enum { MOST = 40 };
	const struct closing_screen *state = state_of(screen);
	const char *now = state->next_template ? state->next_template : state->conversation.template;
	struct menu_item items[MOST] = {{0}};
	struct question_template **templates;
	size_t found = 0, at = 0;

	if (groei_template_list(screen->tui->frame, groei_folders(screen->tui->groei), &templates,
	                        &found, NULL, NULL) != GROEI_OK ||
	    found == 0)
		return SCREEN_USED;
	found = found > MOST ? MOST : found;
	for (size_t i = 0; i < found; i++) {
		items[i].label = groei_template_text(&templates[i]->title,
		                                     groei_language(screen->tui->groei));
		items[i].note = templates[i]->id;
		if (now && strcmp(now, templates[i]->id) == 0)
			at = i;
	}
	tui_ask_menu(screen->tui, _("Questions of the next talk"), items, found, at, template_chosen, 0);
	return SCREEN_USED;
}

static const char *step_line(struct screen *screen, const struct closing_row *row)
{
	const struct closing_screen *state = state_of(screen);
	int64_t owner = row->side == SIDE_LEAD ? state->conversation.lead : state->conversation.person;

	if (row->text[0] == '@')
		return row->text;
	return groei_arena_print(screen->tui->frame, "@%s %s",
	                         groei_person_handle(screen->tui->groei, screen->tui->frame, owner),
	                         row->text);
}

static const char *edit_next_words(struct screen *screen)
{
	char iso[GROEI_DATE_SIZE];

	return groei_arena_text(screen->tui->frame, groei_day_iso(next_day(screen), iso));
}

static enum screen_answer add_action(struct screen *screen)
{
	struct closing_screen *state = state_of(screen);

	for (size_t i = 0; i < state->rows; i++) {
		if (state->row[i].kind == ROW_ADD_ACTION)
			list_go(&state->list, &state->view, i);
	}
	edit(screen, ROW_ACTION, 0,
	     groei_arena_print(screen->tui->frame, "@%s ",
	                       groei_person_handle(screen->tui->groei, screen->tui->frame,
	                                           state->conversation.person)));
	return SCREEN_USED;
}

static enum screen_answer new_goal(struct screen *screen)
{
	add_goal(screen, NULL);
	return SCREEN_USED;
}

static enum screen_answer next_date(struct screen *screen)
{
	struct closing_screen *state = state_of(screen);

	for (size_t i = 0; i < state->rows; i++) {
		if (state->row[i].kind == ROW_NEXT)
			list_go(&state->list, &state->view, i);
	}
	edit(screen, ROW_NEXT, 0, edit_next_words(screen));
	return SCREEN_USED;
}

/* An action of the notes becomes a note again. */
static enum screen_answer drop_action(struct screen *screen)
{
	const struct closing_row *row = focus(screen);

	if (!row || row->kind != ROW_ACTION) {
		tui_message(screen->tui, _("Select an action of the notes first"));
		return SCREEN_USED;
	}
	if (write_notes(screen,
	                notes_with(screen, state_of(screen)->noted[row->index].line, NULL)))
		tui_message(screen->tui, _("No action; it stays in the notes"));
	return SCREEN_USED;
}

static enum screen_answer chosen(struct screen *screen)
{
	struct closing_screen *state = state_of(screen);
	const struct closing_row *row = focus(screen);

	if (!row || state->conversation.id == 0)
		return SCREEN_IGNORED;
	switch (row->kind) {
	case ROW_HEADING:
		break;
	case ROW_ACTION:
		edit(screen, ROW_ACTION, state->noted[row->index].line,
		     line_words(screen, state->noted[row->index].line));
		break;
	case ROW_STEP:
		write_notes(screen, notes_with(screen, 0, step_line(screen, row)));
		break;
	case ROW_ADD_ACTION:
		return add_action(screen);
	case ROW_GOAL:
		tui_line(screen->tui, "goal move {goal}");
		break;
	case ROW_WISH:
		add_goal(screen, row->text);
		break;
	case ROW_ADD_GOAL:
		add_goal(screen, NULL);
		break;
	case ROW_ENERGY:
		tui_message(screen->tui, _("Press a digit: 1 to 9, 0 for ten"));
		break;
	case ROW_NEXT:
		return next_date(screen);
	case ROW_TEMPLATE:
		return choose_template(screen);
	case ROW_HOLD:
		return hold(screen);
	}
	return SCREEN_USED;
}

static enum screen_answer key(struct screen *screen, const struct key *key)
{
	struct closing_screen *state = state_of(screen);

	if (state->field.editor) {
		if (key_is(key, 's', K_CTRL))
			return SCREEN_IGNORED;
		if (key->code == K_ENTER || key->code == K_TAB)
			edit_take(screen);
		else if (key->code != K_ESCAPE && !key_is(key, 'c', K_CTRL))
			field_key(&state->field, key);
		else
			return SCREEN_IGNORED;
		return SCREEN_USED;
	}
	if (key->code == K_CHAR && !(key->modifiers & (K_CTRL | K_ALT)) && key->rune >= '0' &&
	    key->rune <= '9') {
		set_energy(screen, key->rune == '0' ? 10 : (int)(key->rune - '0'));
		return SCREEN_USED;
	}
	return SCREEN_IGNORED;
}

static enum screen_answer paste(struct screen *screen, const char *text, size_t length)
{
	struct closing_screen *state = state_of(screen);

	if (!state->field.editor)
		return SCREEN_IGNORED;
	field_paste(&state->field, text, length);
	return SCREEN_USED;
}

static bool is_writing(struct screen *screen)
{
	return state_of(screen)->field.editor != NULL;
}

static enum screen_answer back(struct screen *screen)
{
	struct closing_screen *state = state_of(screen);

	if (!state->field.editor)
		return SCREEN_IGNORED;
	if (state->editing != ROW_NEXT)
		drop_draft(screen);
	edit_end(state);
	return SCREEN_USED;
}

/* An action that is being typed is kept as a draft of the notes. */
static int idle(struct screen *screen)
{
	struct closing_screen *state = state_of(screen);
	const char *text = state->field.editor ? editor_text(state->field.editor, NULL) : "";

	if (!state->field.editor || state->editing == ROW_NEXT || text_is_empty(text))
		return -1;
	if (groei_draft_save(screen->tui->groei,
	                     groei_arena_print(screen->tui->frame, "conversation/%s/notes",
	                                       state->code),
	                     state->conversation.revision,
	                     notes_with(screen, state->line, text)) == GROEI_OK)
		return -1;
	tui_why(screen->tui);
	return 2000;
}

static void leave(struct screen *screen)
{
	idle(screen);
}

/* The screen ----------------------------------------------------------------------------------- */

static enum groei_status begin(struct screen *screen, const char *argument)
{
	struct closing_screen *state = state_of(screen);
	enum groei_status status =
	    groei_find(screen->tui->groei, GROEI_CONVERSATION, argument ? argument : "", &state->id);

	if (status != GROEI_OK)
		return status;
	groei_code(state->id, state->code);
	state->energy = GROEI_NONE;
	state->next = GROEI_NO_DAY;
	state->view = (struct list_rows){
		.context = screen, .count = count, .draw = draw_row, .heading = is_heading};
	return GROEI_OK;
}

static struct spot draw_field(struct screen *screen, const struct area *area)
{
	struct closing_screen *state = state_of(screen);
	struct area row = area_rows(area, (int)(state->list.cursor - state->list.top), 1), inner;
	int label = state->editing == ROW_NEXT ? LABEL : 0, cells;
	const char *words = groei_text_safe_line(screen->tui->frame, preview(screen));

	draw_clear(&row);
	inner = area_columns(&row, 3, row.width - 4);
	if (label)
		draw_text(&inner, 0, 0, LABEL - 1, theme_attr(THEME_DIM), _("Next talk"));
	cells = groei_text_cells(words, strlen(words));
	if (cells > inner.width / 2)
		cells = inner.width / 2;
	draw_right(&inner, 0, inner.width - cells, cells, theme_attr(THEME_ACCENT), words);
	return field_draw(&state->field, &inner, 0, label, inner.width - label - cells - 2, NULL);
}

static struct spot draw(struct screen *screen, const struct area *body)
{
	struct closing_screen *state = state_of(screen);
	struct area area = *body;
	struct spot spot;

	if (body->width > 100)
		area = area_columns(body, (body->width - 100) / 2, 100);
	if (state->conversation.id == 0)
		return draw_spot(body, 0, 0);
	spot = list_draw(&state->list, &state->view, &area,
	                 state->field.editor ? LIST_UNFOCUSED : LIST_FOCUSED);
	return state->field.editor ? draw_field(screen, &area) : spot;
}

static struct list *list(struct screen *screen, const struct list_rows **rows_out)
{
	struct closing_screen *state = state_of(screen);

	*rows_out = &state->view;
	return state->field.editor ? NULL : &state->list;
}

static void selected(struct screen *screen, struct selection *selection_out)
{
	const struct closing_screen *state = state_of(screen);
	const struct closing_row *row = focus(screen);

	if (state->conversation.id == 0)
		return;
	*selection_out = (struct selection){.entity = GROEI_CONVERSATION,
	                                    .id = state->id,
	                                    .person = state->conversation.person};
	if (row && row->kind == ROW_GOAL) {
		selection_out->entity = GROEI_GOAL;
		selection_out->id = state->goal[row->index].id;
	}
}

static const char *subtitle(struct screen *screen)
{
	const struct closing_screen *state = state_of(screen);
	struct tui *tui = screen->tui;
	char day[GROEI_DATE_SIZE];

	if (state->conversation.id == 0)
		return "";
	groei_day_text(held_day(screen), groei_today(tui->groei), day);
	return groei_arena_print(tui->frame, "%s · %s",
	                         groei_person_name(tui->groei, tui->frame, state->conversation.person),
	                         day);
}

static void end(struct screen *screen)
{
	struct closing_screen *state = state_of(screen);

	edit_end(state);
	free(state->next_template);
}

static const struct operation operations[] = {
	{"hold", N_("the conversation was held: make the actions, plan the next one"), hold},
	{"add action", N_("another action, as a line of the notes"), add_action},
	{"drop action", N_("no action after all: it stays in the notes"), drop_action},
	{"add goal", N_("a goal that was made in this talk"), new_goal},
	{"next date", N_("another day for the next talk, or none"), next_date},
	{"next template", N_("other questions for the next talk"), choose_template},
	{NULL, NULL, NULL},
};

const struct screen_kind closing_screen = {
	.name = "closing",
	.title = N_("Close the talk"),
	.flags = SCREEN_HIDDEN,
	.size = sizeof(struct closing_screen),
	.operations = operations,
	.open = begin,
	.reload = reload,
	.draw = draw,
	.key = key,
	.paste = paste,
	.list = list,
	.chosen = chosen,
	.selected = selected,
	.subtitle = subtitle,
	.writing = is_writing,
	.idle = idle,
	.leave = leave,
	.back = back,
	.close = end,
};
