/* What closing a conversation shows, row by row. Reads and draws; writes nothing. */
#include <string.h>

#include "closing.h"
#include "conversation.h"

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
		if (state->noted[i].kind == NOTED_ACTION &&
		    strncmp(state->noted[i].title, step, strlen(state->noted[i].title)) == 0)
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

static void add_heading(struct closing_screen *state, bool airy, const char *text)
{
	if (airy)
		add_row(state, ROW_HEADING, 0, "");
	add_row(state, ROW_HEADING, 0, text);
}

/* "Not talked about yet: Enter marks one discussed · 3 of 5 points from Amir" */
static const char *agenda_words(struct screen *screen)
{
	const struct closing_screen *state = state_of(screen);
	const char *name = groei_person_name(screen->tui->groei, screen->tui->frame,
	                                     state->conversation.person);

	return groei_arena_print(screen->arena,
	                         _("Points left: Enter marks one discussed · %zu of %zu from %.*s"),
	                         state->agenda.theirs, state->agenda.count + state->discussed,
	                         (int)strcspn(name, " "), name);
}

static void fill(struct screen *screen, bool airy)
{
	struct closing_screen *state = state_of(screen);

	state->rows = 0;
	add_row(state, ROW_HEADING, 0,
	        groei_arena_text(screen->arena, noted_counts(screen->tui, _("From the notes"),
	                                                     state->noted, state->noted_count)));
	for (size_t i = 0; i < state->noted_count; i++)
		add_row(state, ROW_ACTION, i, NULL);
	add_answers(screen, QUESTION_ACTION);
	add_row(state, ROW_ADD_ACTION, 0, NULL);
	if (state->promise_count > 0)
		add_heading(state, airy, _("Open from before: Enter marks one done"));
	for (size_t i = 0; i < state->promise_count; i++)
		add_row(state, ROW_PROMISE, i, NULL);
	if (state->agenda.count > 0)
		add_heading(state, airy, agenda_words(screen));
	for (size_t i = 0; i < state->agenda.count; i++)
		add_row(state, ROW_POINT, i, NULL);
	add_heading(state, airy,
	            state->goal_count == 0 ? _("Goals")
	                                   : _("Goals: Enter moves one, c says how it stands"));
	for (size_t i = 0; i < state->goal_count; i++)
		add_row(state, ROW_GOAL, i, NULL);
	add_answers(screen, QUESTION_GOAL);
	add_row(state, ROW_ADD_GOAL, 0, NULL);
	add_heading(state, airy, _("Today and next"));
	add_row(state, ROW_DAY, 0, NULL);
	add_row(state, ROW_ENERGY, 0, NULL);
	add_row(state, ROW_MINUTES, 0, NULL);
	add_row(state, ROW_INSIGHT, 0, NULL);
	if (state->conversation.lead == groei_who(screen->tui->groei))
		add_row(state, ROW_MIRROR, 0, NULL);
	add_row(state, ROW_NEXT, 0, NULL);
	add_row(state, ROW_TEMPLATE, 0, NULL);
	add_row(state, ROW_HEADING, 0, "");
	add_row(state, ROW_HOLD, 0, NULL);
}

/* With a blank row before each heading where all of it fits the screen so. */
static void arrange(struct screen *screen)
{
	enum { AROUND = 4 /* title, message, hints and what sets them apart */ };
	struct closing_screen *state = state_of(screen);
	size_t found = state->noted_count + state->promise_count + state->goal_count +
	               state->agenda.count;

	state->row = groei_arena_take(screen->arena,
	                              (found + 4 * state->asked_count + 24) * sizeof *state->row);
	fill(screen, true);
	if (state->rows + AROUND > (size_t)LINES)
		fill(screen, false);
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

/* What was promised before and is still open; what this talk made already is not carried over. */
static enum groei_status read_promises(struct screen *screen)
{
	struct closing_screen *state = state_of(screen);
	const struct groei_query query = {
		.scope = GROEI_OPEN,
		.condition = {{.field = "person", .value = state->conversation.person}},
		.limit = 50,
	};
	struct action *action;
	void *actions = NULL;
	size_t found = 0;
	enum groei_status status = groei_list(screen->tui->groei, screen->arena, GROEI_ACTION, &query,
	                                      &actions, &found);

	action = state->promise = actions;
	for (size_t i = 0; status == GROEI_OK && i < found; i++) {
		if (action[i].conversation != state->id)
			state->promise[state->promise_count++] = action[i];
	}
	return status;
}

/* The cursor stays on its row, also when others came in before it. */
static void place(struct closing_screen *state)
{
	size_t at = state->list.cursor;

	for (size_t i = 0; i < state->rows; i++) {
		if (state->row[i].kind == state->focus && state->focus != ROW_ACTION &&
		    state->focus != ROW_PROMISE && state->focus != ROW_POINT && state->focus != ROW_GOAL)
			at = i;
	}
	list_go(&state->list, &state->view, at);
}

/* The conversation that stands planned after this one: closing keeps it, or moves it to the day said. */
static enum groei_status read_planned(struct screen *screen)
{
	struct closing_screen *state = state_of(screen);
	const struct groei_query query = {
		.scope = GROEI_OPEN,
		.condition = {{.field = "person", .value = state->conversation.person}},
		.limit = 20,
	};
	const struct conversation *talk;
	void *talks = NULL;
	size_t found = 0;
	enum groei_status status = groei_list(screen->tui->groei, screen->arena, GROEI_CONVERSATION,
	                                      &query, &talks, &found);

	talk = talks;
	for (size_t i = 0; status == GROEI_OK && i < found; i++) {
		if (talk[i].id != state->id &&
		    (state->planned.id == 0 || talk[i].day < state->planned.day))
			state->planned = talk[i];
	}
	return status;
}

enum groei_status closing_reload(struct screen *screen)
{
	struct closing_screen *state = state_of(screen);
	struct groei *groei = screen->tui->groei;
	enum groei_status status;

	state->noted_count = state->promise_count = state->goal_count = 0;
	state->asked_count = state->rows = 0;
	state->cadence = NULL;
	state->planned = (struct conversation){.id = 0};
	state->template = NULL;
	status = groei_get(groei, screen->arena, GROEI_CONVERSATION, state->id, &state->conversation);
	if (status == GROEI_OK)
		status = groei_conversation_noted(groei, screen->arena, &state->conversation,
		                                  &state->noted, &state->noted_count);
	if (status == GROEI_OK)
		status = groei_conversation_asked(groei, screen->arena, &state->conversation,
		                                  &state->template, &state->asked, &state->asked_count);
	if (status == GROEI_OK)
		status = read_promises(screen);
	if (status == GROEI_OK)
		status = groei_agenda(groei, screen->arena, state->conversation.person, state->id,
		                      &state->agenda, &state->discussed);
	if (status == GROEI_OK)
		status = read_goals(screen);
	if (status == GROEI_OK)
		status = read_planned(screen);
	if (status != GROEI_OK) {
		state->conversation = (struct conversation){.id = 0};
		state->noted_count = state->promise_count = state->agenda.count = 0;
		state->goal_count = state->asked_count = 0;
		return status;
	}
	state->cadence = groei_cadence(groei, screen->arena, state->conversation.person);
	state->answered = answered_energy(state);
	arrange(screen);
	place(state);
	return GROEI_OK;
}

int32_t closing_next_day(const struct screen *screen)
{
	const struct closing_screen *state = screen->state;
	int32_t day = GROEI_NO_DAY, today = groei_today(screen->tui->groei);

	if (state->said.next == GROEI_NO_DAY && state->planned.id)
		return state->planned.day;
	if (state->said.next != GROEI_NO_DAY || !state->cadence)
		return state->said.next;
	for (int n = 1; n < 5000; n++) {
		day = groei_cadence_day(state->said.day, state->cadence, n);
		if (day == GROEI_NO_DAY || day >= today)
			break;
	}
	if (day != GROEI_NO_DAY &&
	    groei_plan_day(screen->tui->groei, state->conversation.person, day, &day) != GROEI_OK)
		return GROEI_NO_DAY;
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
	else if (goal->moved == groei_today(screen->tui->groei) && goal->made != goal->moved)
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
	int32_t energy = state->said.energy != GROEI_NONE ? state->said.energy : state->answered;
	int column = CLOSING_LABEL - 1;

	draw_text(area, 0, 0, CLOSING_LABEL, plain ? theme_attr(THEME_DIM) : attr, _("Energy today"));
	for (int i = 1; i <= 10; i++) {
		attr_t look = i == energy ? theme_attr(THEME_ACCENT) | A_BOLD | A_REVERSE
		              : plain     ? theme_attr(THEME_DIM)
		                          : attr;

		if (!plain && i == energy)
			look = theme_attr(THEME_TEXT) | A_BOLD;
		column += draw_text(area, 0, column, -1, look,
		                    groei_arena_print(screen->tui->frame, i == energy ? "[%d]" : " %d ", i));
	}
	draw_text(area, 0, column + 2, area->width - column - 2,
	          plain ? theme_attr(THEME_DIM) : attr,
	          energy == GROEI_NONE ? _("a digit, 0 for ten") : "");
}

static const char *next_words(struct screen *screen)
{
	const struct closing_screen *state = state_of(screen);
	int32_t day = closing_next_day(screen);

	if (state->said.no_next)
		return _("none planned");
	if (day == GROEI_NO_DAY)
		return _("none: type a day");
	if (state->said.next == GROEI_NO_DAY && state->planned.id)
		return groei_arena_print(screen->tui->frame, _("%s · planned already"),
		                         screen_day(screen->tui, day));
	if (state->said.next == GROEI_NO_DAY)
		return groei_arena_print(screen->tui->frame, "%s · %s", screen_day(screen->tui, day),
		                         groei_cadence_text(screen->tui->frame, state->cadence));
	return screen_day(screen->tui, day);
}

static const char *template_words(struct screen *screen)
{
	const struct closing_screen *state = state_of(screen);
	const char *id = state->said.next_template ? state->said.next_template
	                 : state->planned.id  ? state->planned.template
	                                      : state->conversation.template;
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
	draw_text(area, 0, 0, CLOSING_LABEL - 1,
	          attr == theme_attr(THEME_TEXT) ? theme_attr(THEME_DIM) : attr, label);
	draw_text(area, 0, CLOSING_LABEL, area->width - CLOSING_LABEL, attr, value);
}

/* The same, with what may stand there while nothing does. */
static void draw_said(const struct area *area, attr_t attr, const char *label, const char *value,
                      const char *hint)
{
	draw_pair(area, attr, label, value);
	if (!*value)
		draw_text(area, 0, CLOSING_LABEL, area->width - CLOSING_LABEL,
		          attr == theme_attr(THEME_TEXT) ? theme_attr(THEME_DIM) : attr, hint);
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

static void draw_promise(struct screen *screen, const struct action *action,
                         const struct area *area, attr_t attr)
{
	const struct noted_line line = {
		.owner = action->owner, .title = action->title, .due = action->due};

	noted_line(screen->tui, area, 0, &line, attr);
}

const char *closing_label(enum row_kind kind)
{
	switch (kind) {
	case ROW_DAY:
		return _("Held on");
	case ROW_MINUTES:
		return _("Minutes");
	case ROW_INSIGHT:
		return _("Insight");
	case ROW_MIRROR:
		return _("My own part");
	case ROW_NEXT:
		return _("Next talk");
	default:
		return "";
	}
}

static const char *minutes_words(struct screen *screen)
{
	const struct closing_screen *state = state_of(screen);
	int32_t minutes =
	    state->said.minutes != GROEI_NONE ? state->said.minutes : state->conversation.minutes;

	return minutes == GROEI_NONE ? ""
	                             : groei_arena_print(screen->tui->frame, "%d", (int)minutes);
}

static void draw_row(void *context, size_t index, const struct area *area, attr_t attr)
{
	struct screen *screen = context;
	const struct closing_screen *state = state_of(screen);
	const struct closing_row *row = &state->row[index];
	struct area inner = area_columns(area, CLOSING_INDENT, area->width - CLOSING_INDENT - 1);
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
	case ROW_PROMISE:
		draw_promise(screen, &state->promise[row->index], &inner, attr);
		break;
	case ROW_POINT:
		point_line(screen->tui, &inner, 0, &state->agenda.points[row->index], attr);
		break;
	case ROW_GOAL:
		draw_goal(screen, &state->goal[row->index], &inner, attr);
		break;
	case ROW_ADD_GOAL:
		draw_text(&inner, 0, 0, -1, plain ? theme_attr(THEME_DIM) : attr, _("+ add a goal"));
		break;
	case ROW_DAY:
		draw_pair(&inner, attr, closing_label(row->kind), screen_day(screen->tui, state->said.day));
		break;
	case ROW_MINUTES:
		draw_said(&inner, attr, closing_label(row->kind), minutes_words(screen),
		          _("how long it took"));
		break;
	case ROW_INSIGHT:
		draw_said(&inner, attr, closing_label(row->kind),
		          state->conversation.insight
		              ? first_line(screen->tui->frame, state->conversation.insight)
		              : "",
		          _("what you both came to see"));
		break;
	case ROW_MIRROR:
		draw_said(&inner, attr, closing_label(row->kind),
		          state->said.mirror ? state->said.mirror : "",
		          _("one line for your own eyes only"));
		break;
	case ROW_ENERGY:
		draw_energy(screen, &inner, attr);
		break;
	case ROW_NEXT:
		draw_pair(&inner, attr, closing_label(row->kind), next_words(screen));
		break;
	case ROW_TEMPLATE:
		draw_pair(&inner, attr, _("Template"), template_words(screen));
		break;
	case ROW_HOLD:
		draw_text(&inner, 0, 0, inner.width, plain ? theme_attr(THEME_GOOD) | A_BOLD : attr | A_BOLD,
		          _("Hold this conversation"));
		break;
	}
}

const struct list_rows closing_rows = {.count = count, .draw = draw_row, .heading = is_heading};
