/* One person: how they stand, promises, goals, timeline, and their answers over time. */
#include <string.h>

#include "detail.h"
#include "person_answers.h"
#include "rows.h"
#include "screens.h"

enum person_part { PART_HEADING, PART_ACTION, PART_GOAL, PART_LEARNING };
enum { LEARNING_SHOWN = 20 };

/* A row of the fixed part of the list; the timeline follows behind. */
struct person_row {
	enum person_part part;
	const char *text;            /* of a heading */
	int faint;                   /* 1: a heading that says there is nothing */
	const struct action *action;
	const struct goal *goal;
	const struct learning *learning;
};

struct person_screen {
	int64_t id;
	struct brief brief; /* this and the next ones in screen->arena */
	struct learning *learning;  /* open ones */
	size_t learning_count;
	struct person_row *row;
	size_t rows;
	struct person_answers answers;
	int reading;        /* 1: narrow, and the answers are shown instead of the list */
	int narrow;         /* 1: the last frame had one column */
	struct rows *timeline;
	struct list list;
	struct list_rows view;
};

static struct person_screen *state_of(struct screen *screen)
{
	return screen->state;
}

/* Reading -------------------------------------------------------------------------------------- */

static const char *item_words(struct screen *screen, const struct timeline_item *item);

/* Whether a text has every word of the filter. */
static bool fits(struct screen *screen, const char *text)
{
	struct groei_arena *frame = screen->tui->frame;

	return screen->filter.length == 0 || groei_text_matches(groei_text_key(frame, text),
	                                                        groei_text_key(frame, screen->filter.data));
}

/* A window of what fits the filter: read on until it is full or the timeline ends. */
static enum groei_status read_timeline(void *context, struct groei_arena *arena, const void *after,
                                       int limit, void **records_out, size_t *count_out)
{
	struct screen *screen = context;
	struct timeline_item *kept = groei_arena_take(arena, (size_t)limit * sizeof *kept);
	const struct timeline_item *from = after;
	size_t count = 0, read = (size_t)limit;

	while (count < (size_t)limit && read == (size_t)limit) {
		struct timeline_item *items = NULL;
		enum groei_status status = groei_timeline(screen->tui->groei, arena, state_of(screen)->id,
		                                          from, limit, &items, &read);

		if (status != GROEI_OK)
			return status;
		for (size_t i = 0; i < read && count < (size_t)limit; i++) {
			char day[GROEI_DATE_SIZE];

			from = &items[i];
			groei_day_text(items[i].day, groei_today(screen->tui->groei), day);
			if (fits(screen, groei_arena_print(screen->tui->frame, "%s %s", day,
			                                   item_words(screen, &items[i]))))
				kept[count++] = items[i];
		}
	}
	*records_out = kept;
	*count_out = count;
	return GROEI_OK;
}

static const void *after_item(void *context, struct groei_arena *arena, const void *record)
{
	struct timeline_item *copy = groei_arena_take(arena, sizeof *copy);

	(void)context;
	memcpy(copy, record, sizeof *copy);
	copy->title = NULL;
	return copy;
}

static void add_heading(struct person_screen *state, const char *text)
{
	if (state->rows)
		state->row[state->rows++] = (struct person_row){.part = PART_HEADING, .text = ""};
	state->row[state->rows++] = (struct person_row){.part = PART_HEADING, .text = text};
}

static void add_more(struct screen *screen, size_t more)
{
	struct person_screen *state = state_of(screen);
	const char *command = groei_arena_print(screen->tui->frame, "prep %s --full",
	                                        state->brief.person.handle);

	if (more)
		state->row[state->rows++] = (struct person_row){
			.part = PART_HEADING, .faint = 1, .text = screen_more(screen->arena, more, command)};
}

static void add_actions(struct screen *screen, const char *heading, const struct action *actions,
                        size_t count, size_t more)
{
	struct person_screen *state = state_of(screen);
	bool headed = false;

	for (size_t i = 0; i < count; i++) {
		if (!fits(screen, actions[i].title))
			continue;
		if (!headed)
			add_heading(state, heading);
		headed = true;
		state->row[state->rows++] =
		    (struct person_row){.part = PART_ACTION, .action = &actions[i]};
	}
	if (headed)
		add_more(screen, more);
}

static void add_goals(struct screen *screen, const struct goal *goals, size_t count)
{
	struct person_screen *state = state_of(screen);
	bool headed = false;

	for (size_t i = 0; i < count; i++) {
		const struct goal *goal = &goals[i];

		if (!fits(screen, groei_arena_print(screen->tui->frame, "%s %s", goal->title,
		                                    goal->step ? goal->step : "")))
			continue;
		if (!headed)
			add_heading(state, _("Goals"));
		headed = true;
		state->row[state->rows++] = (struct person_row){.part = PART_GOAL, .goal = goal};
	}
	if (headed)
		add_more(screen, state->brief.goal_more);
}

static void add_learning(struct screen *screen)
{
	struct person_screen *state = state_of(screen);
	bool headed = false;

	for (size_t i = 0; i < state->learning_count; i++) {
		if (!fits(screen, state->learning[i].title))
			continue;
		if (!headed)
			add_heading(state, _("Learning activities"));
		headed = true;
		state->row[state->rows++] =
		    (struct person_row){.part = PART_LEARNING, .learning = &state->learning[i]};
	}
}

/* The open activities; all of them are a key away. */
static enum groei_status read_learning(struct screen *screen)
{
	struct person_screen *state = state_of(screen);
	const struct groei_query wanted = {.scope = GROEI_OPEN,
	                                   .condition = {{"person", state->id}},
	                                   .limit = LEARNING_SHOWN};
	void *records = NULL;
	enum groei_status status;

	state->learning_count = 0;
	status = groei_list(screen->tui->groei, screen->arena, GROEI_LEARNING, &wanted, &records,
	                    &state->learning_count);
	state->learning = records;
	return status;
}

static void arrange(struct screen *screen)
{
	struct person_screen *state = state_of(screen);
	const struct brief *brief = &state->brief;

	state->row = groei_arena_take(screen->arena,
	                              (brief->mine_count + brief->theirs_count + brief->done_count +
	                               brief->goal_count + LEARNING_SHOWN + 24) *
	                                  sizeof *state->row);
	state->rows = 0;
	add_actions(screen, detail_promised(screen->tui, screen->arena, brief->person.lead),
	            brief->mine, brief->mine_count, brief->mine_more);
	add_actions(screen, detail_promised(screen->tui, screen->arena, brief->person.id),
	            brief->theirs, brief->theirs_count, brief->theirs_more);
	add_actions(screen, _("Done since the last talk"), brief->done, brief->done_count,
	            brief->done_more);
	add_goals(screen, brief->goals, brief->goal_count);
	add_learning(screen);
	if (state->rows == 0 && screen->filter.length == 0)
		state->row[state->rows++] = (struct person_row){
			.part = PART_HEADING,
			.faint = 1,
			.text = _("No promises or goals yet: t adds an action, g a goal")};
	add_heading(state, _("Timeline"));
	if (rows_count(state->timeline, 1) == 0)
		state->row[state->rows++] = (struct person_row){
			.part = PART_HEADING,
			.faint = 1,
			.text = screen->filter.length ? _("Nothing fits these words; Esc shows all")
			                              : _("Nothing yet: s starts the first talk")};
}

static enum groei_status reload(struct screen *screen)
{
	struct person_screen *state = state_of(screen);
	enum groei_status status;

	rows_reset(state->timeline);
	state->rows = 0;
	state->answers.questions = state->answers.answers = 0;
	state->brief = (struct brief){.person = {.id = 0}};
	status = groei_brief(screen->tui->groei, screen->arena, state->id, &state->brief);
	if (status != GROEI_OK) {
		state->brief.person.id = 0;
		return status;
	}
	status = read_learning(screen);
	arrange(screen);
	if (status == GROEI_OK)
		status = person_answers_read(&state->answers, screen->tui, screen->arena, &state->brief);
	list_keep(&state->list, &state->view);
	return status;
}

/* Rows ----------------------------------------------------------------------------------------- */

static size_t count(void *context, size_t until)
{
	const struct person_screen *state = state_of(context);
	size_t fixed = state->rows;

	if (state->brief.person.id == 0 || until <= fixed)
		return fixed;
	return fixed + rows_count(state->timeline, until == SIZE_MAX ? until : until - fixed);
}

static bool is_heading(void *context, size_t index)
{
	const struct person_screen *state = state_of(context);

	return index < state->rows && state->row[index].part == PART_HEADING;
}

static void draw_action(struct screen *screen, const struct action *action,
                        const struct area *area, attr_t attr)
{
	struct tui *tui = screen->tui;
	bool plain = attr == theme_attr(THEME_TEXT), done = action->state == ACTION_DONE;
	const char *sign = done ? "✓" : "○", *when = "";
	int right = area->width - 1;
	char day[GROEI_DATE_SIZE];

	if (area->style == DRAW_ASCII)
		sign = done ? "x" : "o";
	if (done)
		when = groei_arena_print(tui->frame, _("done %s"),
		                         groei_day_text(action->done, groei_today(tui->groei), day));
	else if (action->due != GROEI_NO_DAY)
		when = groei_arena_print(tui->frame,
		                         action->due < groei_today(tui->groei) ? _("overdue %s")
		                                                               : _("due %s"),
		                         groei_day_text(action->due, groei_today(tui->groei), day));
	if (!done && action->carried != GROEI_NONE && action->carried > 0)
		when = groei_arena_print(tui->frame, P_("carried %d time · %s", "carried %d times · %s",
		                                        action->carried),
		                         (int)action->carried, when);
	draw_text(area, 0, 2, 1, plain ? theme_attr(done ? THEME_GOOD : THEME_DIM) : attr, sign);
	right -= 2 + draw_right(area, 0, 4, right - 4,
	                        plain ? theme_attr(done ? THEME_DIM : screen_due_role(tui, action->due))
	                              : attr,
	                        when);
	draw_text(area, 0, 4, right - 4, plain && done ? theme_attr(THEME_DIM) : attr, action->title);
}

static void draw_goal(struct screen *screen, const struct goal *goal, const struct area *area,
                      attr_t attr)
{
	const struct groei_field *stage = groei_field(groei_table(GROEI_GOAL), "stage");
	bool plain = attr == theme_attr(THEME_TEXT);
	int right = area->width - 1, used;

	draw_bar(area, 0, 2, 6, plain ? theme_attr(THEME_GOOD) : attr,
	         goal->stage <= GOAL_CONFIDENT ? goal->stage : 0, GOAL_CONFIDENT);
	right -= 2 + draw_right(area, 0, 9, right - 9,
	                        plain ? theme_attr(goal->stage == GOAL_STALLED ? THEME_WARN
	                                                                       : THEME_ACCENT)
	                              : attr,
	                        screen_choice(stage, goal->stage));
	used = draw_text(area, 0, 9, right - 9, attr, goal->title);
	if (goal->step && right - 9 - used > 12)
		draw_text(area, 0, 9 + used + 1, right - 9 - used - 1,
		          plain ? theme_attr(THEME_DIM) : attr,
		          groei_arena_print(screen->tui->frame, area->style == DRAW_ASCII ? "> %s" : "→ %s",
		                            goal->step));
}

static void draw_learning(struct screen *screen, const struct learning *learning,
                          const struct area *area, attr_t attr)
{
	const struct groei_field *field = groei_field(groei_table(GROEI_LEARNING), "state");
	bool plain = attr == theme_attr(THEME_TEXT);
	const char *when = screen_choice(field, learning->state);
	int right = area->width - 1;
	char day[GROEI_DATE_SIZE];

	if (learning->ends != GROEI_NO_DAY)
		when = groei_arena_print(screen->tui->frame, _("%s, until %s"), when,
		                         groei_day_text(learning->ends, groei_today(screen->tui->groei),
		                                        day));
	draw_text(area, 0, 2, 1, plain ? theme_attr(THEME_DIM) : attr,
	          area->style == DRAW_ASCII ? "o" : "○");
	right -= 2 + draw_right(area, 0, 4, right - 4, plain ? theme_attr(THEME_ACCENT) : attr, when);
	draw_text(area, 0, 4, right - 4, attr, learning->title);
}

static const char *item_words(struct screen *screen, const struct timeline_item *item)
{
	const struct groei_field *stage = groei_field(groei_table(GROEI_GOAL), "stage");
	const struct groei_table *talk = groei_table(GROEI_CONVERSATION);
	struct groei_arena *frame = screen->tui->frame;
	const char *title = item->title ? item->title : "";

	switch (item->kind) {
	case TIMELINE_CONVERSATION:
		return groei_arena_print(frame, "%s, %s%s%s%s",
		                         screen_choice(groei_field(talk, "format"), item->format),
		                         screen_choice(groei_field(talk, "state"), item->state),
		                         item->energy != GROEI_NONE
		                             ? groei_arena_print(frame, _(", energy %d"), (int)item->energy)
		                             : "",
		                         *title ? ": " : "", title);
	case TIMELINE_GOAL_MADE:
		return groei_arena_print(frame, _("Goal made: %s"), title);
	case TIMELINE_GOAL_MOVED:
		return groei_arena_print(frame, _("Goal, now %s: %s"), screen_choice(stage, item->state),
		                         title);
	case TIMELINE_ACTION_DONE:
		return groei_arena_print(frame, _("Done: %s"), title);
	case TIMELINE_LEARNING_BEGUN:
		return groei_arena_print(frame, _("Learning begun: %s"), title);
	case TIMELINE_LEARNING_ENDED:
		return groei_arena_print(frame, _("Learning finished: %s"), title);
	case TIMELINE_CHECKPOINT:
		return groei_arena_print(frame, _("%s “%s”: looked back"),
		                         screen_choice(groei_field(groei_table(GROEI_CHECKPOINT), "kind"),
		                                       item->state),
		                         title);
	case TIMELINE_EVIDENCE:
		return groei_arena_print(frame, _("Applied: %s"), title);
	}
	return title;
}

static void draw_item(struct screen *screen, const struct timeline_item *item,
                      const struct area *area, attr_t attr)
{
	static const char *const signs[][2] = {
		[TIMELINE_CONVERSATION] = {"●", "*"},
		[TIMELINE_GOAL_MADE] = {"○", "o"},
		[TIMELINE_GOAL_MOVED] = {"↑", "^"},
		[TIMELINE_ACTION_DONE] = {"✓", "x"},
		[TIMELINE_LEARNING_BEGUN] = {"○", "o"},
		[TIMELINE_LEARNING_ENDED] = {"✓", "x"},
		[TIMELINE_CHECKPOINT] = {"·", "."},
		[TIMELINE_EVIDENCE] = {"★", "+"},
	};
	bool plain = attr == theme_attr(THEME_TEXT);
	char day[GROEI_DATE_SIZE];

	groei_day_text(item->day, groei_today(screen->tui->groei), day);
	draw_text(area, 0, 2, 15, plain ? theme_attr(THEME_DIM) : attr, day);
	draw_text(area, 0, 18, 1,
	          plain ? theme_attr(item->kind == TIMELINE_CONVERSATION ? THEME_ACCENT : THEME_GOOD)
	                : attr,
	          signs[item->kind][area->style == DRAW_ASCII]);
	draw_text(area, 0, 20, area->width - 21, attr, item_words(screen, item));
}

static void draw_row(void *context, size_t index, const struct area *area, attr_t attr)
{
	struct screen *screen = context;
	const struct person_screen *state = state_of(screen);
	const struct person_row *row;

	if (index >= state->rows) {
		const struct timeline_item *item = rows_at(state->timeline, index - state->rows);

		if (item)
			draw_item(screen, item, area, attr);
		return;
	}
	row = &state->row[index];
	if (row->part == PART_ACTION)
		draw_action(screen, row->action, area, attr);
	else if (row->part == PART_GOAL)
		draw_goal(screen, row->goal, area, attr);
	else if (row->part == PART_LEARNING)
		draw_learning(screen, row->learning, area, attr);
	else
		draw_text(area, 0, row->faint ? 2 : 1, area->width - 3,
		          theme_attr(row->faint ? THEME_DIM : THEME_HEADING), row->text);
}

/* Drawing -------------------------------------------------------------------------------------- */

static int draw_energy(struct screen *screen, const struct area *area)
{
	const struct standing *standing = &state_of(screen)->brief.standing;
	long value[12];
	int last = -1, cells = standing->energy_count, column;

	for (int i = 0; i < standing->energy_count; i++) {
		value[i] = standing->energy[i] == GROEI_NONE ? DRAW_GAP : standing->energy[i];
		if (value[i] != DRAW_GAP)
			last = (int)value[i];
	}
	if (last < 0)
		return 0;
	column = area->width - cells - 4;
	draw_spark(area, 0, column, cells, theme_attr(THEME_ACCENT), value, (size_t)cells, 1, 10);
	draw_text(area, 0, area->width - 3, 2, theme_attr(THEME_TEXT),
	          groei_arena_print(screen->tui->frame, "%d", last));
	draw_right(area, 0, 0, column - 1, theme_attr(THEME_DIM), _("energy"));
	return cells + 13;
}

static int draw_fact(const struct area *area, int column, const char *label, enum theme_role role,
                     const char *value)
{
	if (!*value)
		return column;
	column += draw_text(area, 0, column, -1, theme_attr(THEME_DIM), label) + 1;
	return column + draw_text(area, 0, column, -1, theme_attr(role), value) + 3;
}

/* "every 2 weeks · 1 of 2 formal talks this year · 3× postponed" */
static const char *rhythm_words(struct tui *tui, const struct brief *brief)
{
	const char *formal = groei_formal_words(tui->frame, &brief->standing);
	const char *more = groei_standing_words(tui->groei, tui->frame, &brief->standing, " · ");

	return groei_arena_print(tui->frame, "%s%s%s%s%s",
	                         groei_cadence_text(tui->frame, brief->cadence), *formal ? " · " : "",
	                         formal, *more ? " · " : "", more);
}

/* Who they are and how they stand. Returns the rows used. */
static int draw_header(struct screen *screen, const struct area *area)
{
	const struct brief *brief = &state_of(screen)->brief;
	const struct standing *standing = &brief->standing;
	struct tui *tui = screen->tui;
	struct area line = area_rows(area, 0, 1);
	enum theme_role due = screen_due_role(tui, standing->due);
	const char *rhythm;
	int column = 1, energy = draw_energy(screen, &line);

	column += draw_text(&line, 0, column, line.width - energy - 2,
	                    theme_attr(THEME_ACCENT) | A_BOLD, brief->person.name) + 2;
	if (brief->person.role && column < line.width - energy - 8)
		draw_text(&line, 0, column, line.width - energy - column - 1, theme_attr(THEME_DIM),
		          brief->person.role);
	line = area_rows(area, 1, 1);
	column = draw_fact(&line, 1, _("Last talk"), THEME_TEXT,
	                   standing->last_day == GROEI_NO_DAY ? _("none yet")
	                                                      : screen_day(tui, standing->last_day));
	if (standing->planned)
		column = draw_fact(&line, column, _("next"), screen_due_role(tui, standing->planned_day),
		                   screen_day(tui, standing->planned_day));
	else
		column = draw_fact(&line, column, _("due"), due == THEME_DIM ? THEME_TEXT : due,
		                   screen_day(tui, standing->due));
	if (!brief->cadence)
		return 3;
	rhythm = rhythm_words(tui, brief);
	if (column + groei_text_cells(rhythm, strlen(rhythm)) >= line.width) {
		line = area_rows(area, 2, 1);
		column = 1;
	}
	draw_text(&line, 0, column, line.width - column - 1, theme_attr(THEME_DIM), rhythm);
	return column == 1 ? 4 : 3;
}

static struct spot draw(struct screen *screen, const struct area *body)
{
	struct person_screen *state = state_of(screen);
	struct area left = *body, right, rest;
	int used;

	if (state->brief.person.id == 0)
		return draw_spot(body, 0, 0);
	state->narrow = body->width < SCREEN_WIDE;
	if (!state->narrow) {
		int width = body->width * 11 / 20;

		left = area_columns(body, 0, width);
		right = area_columns(body, width + 2, body->width - width - 3);
		draw_divider(body, width);
		person_answers_draw(&state->answers, screen->tui, &right);
	}
	used = draw_header(screen, &left);
	rest = area_rows(&left, used, -1);
	if (state->narrow && state->reading) {
		rest = area_columns(&rest, 1, rest.width - 2);
		person_answers_draw(&state->answers, screen->tui, &rest);
		return draw_spot(&rest, 1, 0);
	}
	rest = area_rows(&rest, screen_filter_line(screen, &rest), -1);
	return list_draw(&state->list, &state->view, &rest, LIST_FOCUSED);
}

/* What keys do --------------------------------------------------------------------------------- */

static enum screen_answer step(struct screen *screen, int by)
{
	struct person_screen *state = state_of(screen);

	if (state->narrow && !state->reading)
		state->reading = 1;
	else
		person_answers_step(&state->answers, screen->tui, screen->arena, state->id, by);
	return SCREEN_USED;
}

static enum screen_answer next_answers(struct screen *screen)
{
	return step(screen, 1);
}

static enum screen_answer previous_answers(struct screen *screen)
{
	return step(screen, -1);
}

static enum screen_answer key(struct screen *screen, const struct key *key)
{
	struct person_screen *state = state_of(screen);

	if (!state->reading || !state->narrow)
		return SCREEN_IGNORED;
	if (key->code == K_DOWN || key_is(key, 'j', 0) || key->code == K_WHEEL_DOWN)
		person_answers_scroll(&state->answers, 1);
	else if (key->code == K_UP || key_is(key, 'k', 0) || key->code == K_WHEEL_UP)
		person_answers_scroll(&state->answers, -1);
	else if (key->code == K_PAGE_DOWN)
		person_answers_scroll(&state->answers, 10);
	else if (key->code == K_PAGE_UP)
		person_answers_scroll(&state->answers, -10);
	else
		return SCREEN_IGNORED;
	return SCREEN_USED;
}

static enum screen_answer back(struct screen *screen)
{
	struct person_screen *state = state_of(screen);

	if (!state->reading || !state->narrow)
		return SCREEN_IGNORED;
	state->reading = 0;
	return SCREEN_USED;
}

static void selected(struct screen *screen, struct selection *selection_out)
{
	static const enum groei_entity entities[] = {
		[TIMELINE_CONVERSATION] = GROEI_CONVERSATION,
		[TIMELINE_GOAL_MADE] = GROEI_GOAL,
		[TIMELINE_GOAL_MOVED] = GROEI_GOAL,
		[TIMELINE_ACTION_DONE] = GROEI_ACTION,
		[TIMELINE_LEARNING_BEGUN] = GROEI_LEARNING,
		[TIMELINE_LEARNING_ENDED] = GROEI_LEARNING,
		[TIMELINE_CHECKPOINT] = GROEI_CHECKPOINT,
		[TIMELINE_EVIDENCE] = GROEI_EVIDENCE,
	};
	const struct person_screen *state = state_of(screen);
	struct selection selection = {
		.entity = GROEI_PERSON, .id = state->brief.person.id, .person = state->brief.person.id};
	size_t at = state->list.cursor;

	if (at < state->rows && state->row[at].part == PART_ACTION) {
		selection.entity = GROEI_ACTION;
		selection.id = state->row[at].action->id;
	} else if (at < state->rows && state->row[at].part == PART_GOAL) {
		selection.entity = GROEI_GOAL;
		selection.id = state->row[at].goal->id;
	} else if (at < state->rows && state->row[at].part == PART_LEARNING) {
		selection.entity = GROEI_LEARNING;
		selection.id = state->row[at].learning->id;
	} else if (at >= state->rows && state->brief.person.id) {
		const struct timeline_item *item = rows_at(state->timeline, at - state->rows);

		if (item) {
			selection.entity = entities[item->kind];
			selection.id = item->id;
		}
	}
	*selection_out = selection;
}

static enum screen_answer chosen(struct screen *screen)
{
	struct selection selection = {.id = 0};

	selected(screen, &selection);
	switch (selection.entity) {
	case GROEI_PERSON:
		return SCREEN_IGNORED;
	case GROEI_CONVERSATION:
		tui_open_record(screen->tui, "conversation", selection.id);
		return SCREEN_USED;
	default:
		tui_line(screen->tui, groei_arena_print(screen->tui->frame, "%s edit {id}",
		                                        groei_table(selection.entity)->name));
		return SCREEN_USED;
	}
}

static struct list *list(struct screen *screen, const struct list_rows **rows_out)
{
	struct person_screen *state = state_of(screen);

	*rows_out = &state->view;
	return state->reading && state->narrow ? NULL : &state->list;
}

static const char *subtitle(struct screen *screen)
{
	return groei_arena_print(screen->tui->frame, "%s",
	                         state_of(screen)->brief.person.id
	                             ? state_of(screen)->brief.person.name
	                             : "");
}

static enum groei_status begin(struct screen *screen, const char *argument)
{
	struct person_screen *state = state_of(screen);
	const struct rows_source source = {.context = screen,
	                                   .size = sizeof(struct timeline_item),
	                                   .read = read_timeline,
	                                   .after = after_item};
	enum groei_status status =
	    groei_find(screen->tui->groei, GROEI_PERSON, argument ? argument : "", &state->id);

	if (status != GROEI_OK)
		return status;
	state->timeline = rows_open(&source);
	state->view = (struct list_rows){
		.context = screen, .count = count, .draw = draw_row, .heading = is_heading};
	return GROEI_OK;
}

static void filtered(struct screen *screen)
{
	struct person_screen *state = state_of(screen);

	if (state->brief.person.id == 0)
		return;
	rows_reset(state->timeline);
	arrange(screen);
	state->list.cursor = 0;
	list_keep(&state->list, &state->view);
}

static void end(struct screen *screen)
{
	rows_close(state_of(screen)->timeline);
}

static const struct operation operations[] = {
	{"next answers", N_("Answers to the next question over time."), next_answers},
	{"previous answers", N_("Answers to the question before over time."), previous_answers},
	{NULL, NULL, NULL},
};

const struct screen_kind person_screen = {
	.name = "person",
	.title = N_("Person"),
	.flags = SCREEN_HIDDEN,
	.size = sizeof(struct person_screen),
	.operations = operations,
	.open = begin,
	.reload = reload,
	.draw = draw,
	.key = key,
	.list = list,
	.chosen = chosen,
	.selected = selected,
	.subtitle = subtitle,
	.back = back,
	.filtered = filtered,
	.close = end,
};
