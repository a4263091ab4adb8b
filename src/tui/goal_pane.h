/* A goal on the right of wide screens, and the question of the safety net. */
#ifndef TUI_GOAL_PANE_H
#define TUI_GOAL_PANE_H

#include <groei/followup.h>

#include "screen.h"

/* One goal, read again only when another is looked at or the store changed. */
struct goal_pane {
	struct groei_arena *arena; /* NULL: nothing read yet */
	int64_t goal, revision;
	enum groei_status status;
	struct goal_view view;
	const char *readers;       /* who may read it */
};

/* Draws a goal (0: nothing). */
void goal_pane_draw(struct goal_pane *pane, struct tui *tui, const struct area *area, int64_t goal);
void goal_pane_close(struct goal_pane *pane);

/* Asks what is needed for the selected goal; the answer becomes a promise of the lead. */
enum screen_answer goal_need_ask(struct screen *screen);

#endif
