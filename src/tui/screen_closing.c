/* Closing a conversation on one screen: what the notes hold becomes actions, goals move, the energy
 * of today, the next date; then it is held and the next one planned. */
#include <stdlib.h>
#include <string.h>

#include "closing.h"
#include "room.h"
#include "screens.h"

static struct closing_screen *state_of(struct screen *screen)
{
	return screen->state;
}

/* What keys do --------------------------------------------------------------------------------- */

static void set_energy(struct screen *screen, int energy)
{
	struct closing_screen *state = state_of(screen);

	state->said.energy = energy;
	tui_message(screen->tui, _("Energy today: %d"), energy);
}

/* Puts the cursor on the first line of the notes that names nobody, to be mended. */
static void go_to_unknown(struct closing_screen *state)
{
	for (size_t i = 0; i < state->rows; i++) {
		const struct closing_row *row = &state->row[i];

		if (row->kind == ROW_ACTION && state->noted[row->index].unknown &&
		    !state->noted[row->index].made) {
			list_go(&state->list, &state->view, i);
			return;
		}
	}
}

static enum screen_answer hold_now(struct screen *screen)
{
	struct closing_screen *state = state_of(screen);
	struct tui *tui = screen->tui;
	const struct closing closing = {
		.conversation = state->id,
		.day = state->said.day,
		.energy = state->said.energy,
		.next = state->said.next,
		.plan_next = !state->said.no_next,
		.next_template = state->said.next_template,
		.minutes = state->said.minutes,
		.mirror = state->said.mirror,
	};
	struct screen *close = screen->below && screen->below->kind == &conversation_screen
	                           ? screen->below
	                           : screen;
	const char *made;
	char day[GROEI_DATE_SIZE];
	struct closed closed;

	if (groei_conversation_hold(tui->groei, tui->frame, &closing, &closed) != GROEI_OK) {
		tui_why(tui);
		go_to_unknown(state);
		return SCREEN_USED;
	}
	if (state->said.mirror)
		closing_mirror_keep(screen, NULL);
	made = groei_arena_print(tui->frame,
	                         P_("%zu action made", "%zu actions made", closed.actions_made),
	                         closed.actions_made);
	if (closed.actions_carried)
		made = groei_arena_print(tui->frame, _("%s, %zu carried over"), made,
		                         closed.actions_carried);
	if (closed.next.id)
		groei_day_text(closed.next.day, groei_today(tui->groei), day);
	tui_close(close);
	if (closed.next.id)
		tui_message(tui, _("Held. %s, next on %s. u takes it back"), made, day);
	else
		tui_message(tui, _("Held. %s, no next one planned. u takes it back"), made);
	return SCREEN_USED;
}

static enum screen_answer hold(struct screen *screen)
{
	struct closing_screen *state = state_of(screen);

	if (state->field.editor)
		closing_edit_take(screen);
	return state->field.editor ? SCREEN_USED : hold_now(screen);
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
		free(state->said.next_template);
		state->said.next_template = room_copy(templates[index]->id);
	}
	groei_arena_close(arena);
}

static enum screen_answer choose_template(struct screen *screen)
{
	enum { MOST = 40 };
	const struct closing_screen *state = state_of(screen);
	const char *now = state->said.next_template ? state->said.next_template
	                  : state->planned.id  ? state->planned.template
	                                       : state->conversation.template;
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

static const char *iso_words(struct screen *screen, int32_t day)
{
	char iso[GROEI_DATE_SIZE];

	return groei_arena_text(screen->tui->frame, groei_day_iso(day, iso));
}

static enum screen_answer add_action(struct screen *screen)
{
	struct closing_screen *state = state_of(screen);

	for (size_t i = 0; i < state->rows; i++) {
		if (state->row[i].kind == ROW_ADD_ACTION)
			list_go(&state->list, &state->view, i);
	}
	closing_edit(screen, ROW_ACTION, 0,
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
	closing_edit(screen, ROW_NEXT, 0, iso_words(screen, closing_next_day(screen)));
	return SCREEN_USED;
}

/* An action or another marked line of the notes becomes a note again. */
static enum screen_answer drop_action(struct screen *screen)
{
	const struct closing_row *row = focus(screen);

	if (!row || row->kind != ROW_ACTION) {
		tui_message(screen->tui, _("Select a line of the notes first"));
		return SCREEN_USED;
	}
	if (closing_notes_save(screen,
	                closing_notes_with(screen, state_of(screen)->noted[row->index].line, NULL)))
		tui_message(screen->tui, _("It stays in the notes and becomes nothing"));
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
		closing_edit(screen, ROW_ACTION, state->noted[row->index].line,
		     closing_line(screen, state->noted[row->index].line));
		break;
	case ROW_STEP:
		closing_notes_save(screen, closing_notes_with(screen, 0, step_line(screen, row)));
		break;
	case ROW_ADD_ACTION:
		return add_action(screen);
	case ROW_PROMISE:
		tui_line(screen->tui, "action done {action}");
		break;
	case ROW_GOAL:
		tui_line(screen->tui, "goal move {goal}");
		break;
	case ROW_POINT:
		tui_line(screen->tui, "point done {id}");
		break;
	case ROW_MINUTES:
		closing_edit(screen, ROW_MINUTES, 0,
		             state->said.minutes == GROEI_NONE
		                 ? ""
		                 : groei_arena_print(screen->tui->frame, "%d", (int)state->said.minutes));
		break;
	case ROW_INSIGHT:
		closing_edit(screen, ROW_INSIGHT, 0,
		             state->conversation.insight ? state->conversation.insight : "");
		break;
	case ROW_MIRROR:
		closing_edit(screen, ROW_MIRROR, 0, state->said.mirror ? state->said.mirror : "");
		break;
	case ROW_WISH:
		add_goal(screen, row->text);
		break;
	case ROW_ADD_GOAL:
		add_goal(screen, NULL);
		break;
	case ROW_DAY:
		closing_edit(screen, ROW_DAY, 0, iso_words(screen, state->said.day));
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
			closing_edit_take(screen);
		else if (key->code == K_ESCAPE ||
		         tui_typed(screen->tui, field_key(&state->field, key)) == EDITOR_IGNORED)
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
	tui_typed(screen->tui, field_paste(&state->field, text, length));
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
	closing_edit_forget(screen);
	closing_edit_end(state);
	return SCREEN_USED;
}

static int at_pause(struct screen *screen)
{
	if (closing_edit_keep(screen))
		return -1;
	tui_why(screen->tui);
	return KEEP_AGAIN;
}

static void leave(struct screen *screen)
{
	closing_edit_keep(screen);
}

/* The screen ----------------------------------------------------------------------------------- */

/* Where the talk that is being closed keeps what was said, for when one goes back to it; NULL: not below. */
static struct closing_said *said_below(const struct screen *screen)
{
	struct talk *talk = screen->below && screen->below->kind == &conversation_screen
	                        ? screen->below->state
	                        : NULL;

	return talk && talk->id == ((const struct closing_screen *)screen->state)->id ? &talk->said
	                                                                              : NULL;
}

static enum groei_status begin(struct screen *screen, const char *argument)
{
	struct closing_screen *state = state_of(screen);
	struct closing_said *said;
	enum groei_status status =
	    groei_find(screen->tui->groei, GROEI_CONVERSATION, argument ? argument : "", &state->id);

	if (status != GROEI_OK)
		return status;
	groei_code(state->id, state->code);
	said = said_below(screen);
	state->said = (struct closing_said){.energy = GROEI_NONE,
	                                    .next = GROEI_NO_DAY,
	                                    .minutes = GROEI_NONE,
	                                    .day = groei_today(screen->tui->groei)};
	if (said && said->day != GROEI_NO_DAY) {
		state->said = *said;
		*said = (struct closing_said){.day = GROEI_NO_DAY};
	}
	state->focus = ROW_HOLD;
	state->view = closing_rows;
	state->view.context = screen;
	return GROEI_OK;
}

static struct spot draw(struct screen *screen, const struct area *body)
{
	enum { WIDEST = 140 };
	struct closing_screen *state = state_of(screen);
	struct area area = *body;
	struct spot spot;

	if (body->width > WIDEST)
		area = area_columns(body, (body->width - WIDEST) / 2, WIDEST);
	if (state->conversation.id == 0)
		return draw_spot(body, 0, 0);
	if (!state->shown && state->rows > (size_t)area.height)
		list_go(&state->list, &state->view, 0); /* what would be out of sight is read first */
	state->shown = 1;
	if (focus(screen))
		state->focus = focus(screen)->kind;
	spot = list_draw(&state->list, &state->view, &area,
	                 state->field.editor ? LIST_UNFOCUSED : LIST_FOCUSED);
	return state->field.editor ? closing_edit_draw(screen, &area) : spot;
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
	if (row && row->kind == ROW_PROMISE) {
		selection_out->entity = GROEI_ACTION;
		selection_out->id = state->promise[row->index].id;
	}
	if (row && row->kind == ROW_POINT) {
		selection_out->entity = GROEI_POINT;
		selection_out->id = state->agenda.points[row->index].id;
	}
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
	groei_day_text(state->said.day, groei_today(tui->groei), day);
	return groei_arena_print(tui->frame, "%s · %s",
	                         groei_person_name(tui->groei, tui->frame, state->conversation.person),
	                         day);
}

static void end(struct screen *screen)
{
	struct closing_screen *state = state_of(screen);
	struct closing_said *said = said_below(screen);

	closing_edit_end(state);
	if (said) {
		*said = state->said;
		return;
	}
	free(state->said.next_template);
	free(state->said.mirror);
}

static const struct operation operations[] = {
	{"hold", N_("The conversation was held: make the actions, plan the next one."), hold},
	{"add action", N_("Another action, as a line of the notes."), add_action},
	{"drop action", N_("Nothing after all: it stays in the notes."), drop_action},
	{"add goal", N_("A goal that was made in this talk."), new_goal},
	{"next date", N_("Another day for the next talk, or none."), next_date},
	{"next template", N_("Other questions for the next talk."), choose_template},
	{NULL, NULL, NULL},
};

const struct screen_kind closing_screen = {
	.name = "closing",
	.title = N_("Close the talk"),
	.flags = SCREEN_HIDDEN,
	.size = sizeof(struct closing_screen),
	.operations = operations,
	.open = begin,
	.reload = closing_reload,
	.draw = draw,
	.key = key,
	.paste = paste,
	.list = list,
	.chosen = chosen,
	.selected = selected,
	.subtitle = subtitle,
	.writing = is_writing,
	.idle = at_pause,
	.keep = closing_edit_keep,
	.leave = leave,
	.back = back,
	.close = end,
};
