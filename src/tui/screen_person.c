/* One person: how they stand, the whole cycle in sections, the timeline, and their answers over time.
 * Everybody sees here what is theirs to see; the sections stand in person_sections.c. */
#include <string.h>

#include "person.h"
#include "screens.h"

static struct person_screen *state_of(struct screen *screen)
{
	return screen->state;
}

static enum groei_status reload(struct screen *screen)
{
	struct person_screen *state = state_of(screen);
	enum groei_status status;

	rows_reset(state->timeline);
	state->rows = 0;
	state->answers.questions = state->answers.answers = 0;
	state->brief = (struct brief){.person = {.id = 0}};
	state->viewer = groei_viewer(screen->tui->groei, state->id);
	status = groei_brief(screen->tui->groei, screen->arena, state->id, &state->brief);
	if (status == GROEI_OK)
		status = person_sections_read(screen);
	if (status != GROEI_OK) {
		state->brief.person.id = 0;
		return status;
	}
	person_sections_arrange(screen);
	status = person_answers_read(&state->answers, screen->tui, screen->arena, &state->brief);
	list_keep(&state->list, &state->view);
	return status;
}

/* The list ------------------------------------------------------------------------------------- */

static bool timeline_folded(const struct person_screen *state)
{
	return (state->folded & 1u << SECTION_TIMELINE) != 0;
}

static size_t count(void *context, size_t until)
{
	const struct person_screen *state = state_of(context);
	size_t fixed = state->rows;

	if (state->brief.person.id == 0 || until <= fixed || timeline_folded(state))
		return fixed;
	return fixed + rows_count(state->timeline, until == SIZE_MAX ? until : until - fixed);
}

/* A folded section is its heading, which the cursor can stand on. */
static bool is_heading(void *context, size_t index)
{
	const struct person_screen *state = state_of(context);
	const struct person_row *row = &state->row[index];

	if (index >= state->rows || row->part == PART_RECORD)
		return false;
	return row->part != PART_HEADING || !(state->folded & 1u << row->section);
}

static void draw_row(void *context, size_t index, const struct area *area, attr_t attr)
{
	struct screen *screen = context;
	const struct person_screen *state = state_of(screen);
	const struct timeline_item *item;

	if (index < state->rows) {
		person_row_draw(screen, &state->row[index], area, attr);
		return;
	}
	item = rows_at(state->timeline, index - state->rows);
	if (item)
		person_timeline_draw(screen, item, area, attr);
}

static void selected(struct screen *screen, struct selection *selection_out)
{
	const struct person_screen *state = state_of(screen);
	struct selection selection = {
		.entity = GROEI_PERSON, .id = state->brief.person.id, .person = state->brief.person.id};
	size_t at = state->list.cursor;

	if (at < state->rows && state->row[at].part == PART_RECORD) {
		selection.entity = state->row[at].entity;
		selection.id = ((const struct groei_record *)state->row[at].record)->id;
	} else if (at >= state->rows && state->brief.person.id) {
		const struct timeline_item *item = rows_at(state->timeline, at - state->rows);

		if (item) {
			selection.entity = person_timeline_entity(item);
			selection.id = item->id;
		}
	}
	*selection_out = selection;
}

static struct spot draw(struct screen *screen, const struct area *body)
{
	struct person_screen *state = state_of(screen);
	struct area left = *body, right, rest;
	struct selection selection;
	int used;

	if (state->brief.person.id == 0)
		return draw_spot(body, 0, 0);
	state->narrow = body->width < SCREEN_WIDE;
	if (!state->narrow) {
		int width = body->width * 11 / 20;

		left = area_columns(body, 0, width);
		right = area_columns(body, width + 2, body->width - width - 3);
		draw_divider(body, width);
		selected(screen, &selection);
		if (state->reading || selection.entity == GROEI_PERSON)
			person_answers_draw(&state->answers, screen->tui, &right);
		else
			person_beside_draw(screen, &right, &selection);
	}
	used = person_head_draw(screen, &left);
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

	if (!state->reading)
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

	if (!state->reading)
		return SCREEN_IGNORED;
	state->reading = 0;
	return SCREEN_USED;
}

/* The section of a row of the whole list. */
static enum person_section section_at(const struct person_screen *state, size_t index)
{
	return index < state->rows ? state->row[index].section : SECTION_TIMELINE;
}

/* To the first row of the section after, or of this one and then the one before. */
static enum screen_answer go_section(struct screen *screen, int by)
{
	struct person_screen *state = state_of(screen);
	size_t at = state->list.cursor, all;
	enum person_section here = section_at(state, at);

	if (by > 0) {
		all = count(screen, state->rows + 1);
		while (at < all && section_at(state, at) == here)
			at++;
		if (at < all)
			list_go(&state->list, &state->view, at);
		return SCREEN_USED;
	}
	while (at > 0 && section_at(state, at - 1) == here)
		at--;
	list_go(&state->list, &state->view, at);
	if (at > 0 && section_at(state, state->list.cursor) == here) {
		here = section_at(state, at - 1);
		while (at > 0 && section_at(state, at - 1) == here)
			at--;
		list_go(&state->list, &state->view, at);
	}
	return SCREEN_USED;
}

static enum screen_answer next_section(struct screen *screen)
{
	return go_section(screen, 1);
}

static enum screen_answer previous_section(struct screen *screen)
{
	return go_section(screen, -1);
}

static void rearrange(struct screen *screen, size_t cursor)
{
	struct person_screen *state = state_of(screen);

	person_sections_arrange(screen);
	state->list.cursor = cursor;
	list_keep(&state->list, &state->view);
}

static enum screen_answer fold_section(struct screen *screen)
{
	struct person_screen *state = state_of(screen);
	enum person_section here = section_at(state, state->list.cursor);
	size_t at = 0;

	if (state->brief.person.id == 0)
		return SCREEN_USED;
	state->folded ^= 1u << here;
	rearrange(screen, 0);
	while (at < state->rows && (state->row[at].section != here || state->row[at].part == PART_BLANK))
		at++;
	list_go(&state->list, &state->view, at);
	return SCREEN_USED;
}

static enum screen_answer chosen(struct screen *screen)
{
	const struct person_screen *state = state_of(screen);
	struct selection selection = {.id = 0};
	const char *verb = "edit";

	selected(screen, &selection);
	switch (selection.entity) {
	case GROEI_PERSON:
		return state->folded ? fold_section(screen) : SCREEN_IGNORED;
	case GROEI_CONVERSATION:
		tui_open_record(screen->tui, "conversation", selection.id);
		return SCREEN_USED;
	case GROEI_REFLECTION:
	case GROEI_ASSIGNMENT:
	case GROEI_POSTPONEMENT:
		verb = "show";
		break;
	default:
		break;
	}
	if (person_wordless(state) && selection.entity != GROEI_ABSENCE)
		verb = "show";
	tui_line(screen->tui, groei_arena_print(screen->tui->frame, "%s %s {id}",
	                                        groei_table(selection.entity)->name, verb));
	return SCREEN_USED;
}

static struct list *list(struct screen *screen, const struct list_rows **rows_out)
{
	struct person_screen *state = state_of(screen);

	*rows_out = &state->view;
	return state->reading && state->narrow ? NULL : &state->list;
}

static const char *titled(struct screen *screen)
{
	return state_of(screen)->viewer == VIEWER_SELF ? _("My own page") : _("Person");
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
	enum groei_status status =
	    groei_find(screen->tui->groei, GROEI_PERSON, argument ? argument : "", &state->id);

	if (status != GROEI_OK)
		return status;
	state->timeline = person_timeline_open(screen);
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
	rearrange(screen, 0);
}

static void end(struct screen *screen)
{
	rows_close(state_of(screen)->timeline);
	person_beside_close(state_of(screen));
}

static const struct operation operations[] = {
	{"next answers", N_("Answers to the next question over time."), next_answers},
	{"previous answers", N_("Answers to the question before over time."), previous_answers},
	{"next section", N_("To the next section."), next_section},
	{"previous section", N_("To the section before."), previous_section},
	{"fold section", N_("Fold or unfold this section."), fold_section},
	{"add about", N_("Add a point, moment, goal, action, skill …"), person_add},
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
	.titled = titled,
	.subtitle = subtitle,
	.back = back,
	.filtered = filtered,
	.close = end,
};
