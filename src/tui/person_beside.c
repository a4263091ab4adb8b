/* The right-hand side of the person screen: the selected row in full. */
#include "person.h"

#include "detail.h"

/* Reads the record once, until another is looked at or the store changed. */
static void read_beside(struct screen *screen, const struct selection *selection)
{
	struct person_screen *state = screen->state;
	struct tui *tui = screen->tui;
	int64_t revision = groei_revision(tui->groei);

	if (state->beside && state->shown_at == revision && state->shown.id == selection->id &&
	    state->shown.entity == selection->entity)
		return;
	if (!state->beside)
		state->beside = groei_arena_open();
	groei_arena_reset(state->beside);
	state->shown = *selection;
	state->shown_at = revision;
	state->shown_record = groei_arena_take(state->beside, groei_table(selection->entity)->size);
	if (groei_get(tui->groei, state->beside, selection->entity, selection->id,
	              state->shown_record) != GROEI_OK)
		state->shown_record = NULL;
}

void person_beside_draw(struct screen *screen, const struct area *area,
                        const struct selection *selection)
{
	struct person_screen *state = screen->state;

	if (selection->entity == GROEI_GOAL) {
		goal_pane_draw(&state->pane, screen->tui, area, selection->id);
		return;
	}
	read_beside(screen, selection);
	detail_record(screen->tui, area, selection->entity, state->shown_record);
}

void person_beside_close(struct person_screen *state)
{
	goal_pane_close(&state->pane);
	groei_arena_close(state->beside);
	state->beside = NULL;
}
