/* Goals: what people want to learn and how far they are. */
#include "goal_pane.h"
#include "records.h"
#include "screens.h"

enum { BAR = 6 };

struct goals_screen {
	struct records records; /* first, for the functions of records.c */
	struct goal_pane pane;
};

static void draw_row(void *context, size_t index, const struct area *area, attr_t attr)
{
	struct screen *screen = context;
	struct tui *tui = screen->tui;
	const struct goal *goal = records_at(screen, index);
	const struct groei_field *stage = groei_field(groei_table(GROEI_GOAL), "stage");
	bool plain = attr == theme_attr(THEME_TEXT);
	int wide = area->width >= 72, person = wide ? 18 : 9, right = area->width - 1;
	enum theme_role role;

	if (!goal)
		return;
	role = goal->stage == GOAL_STALLED     ? THEME_WARN
	       : goal->stage == GOAL_CONFIDENT ? THEME_GOOD
	                                       : THEME_TEXT;
	draw_bar(area, 0, 1, BAR, plain ? theme_attr(THEME_GOOD) : attr,
	         goal->stage <= GOAL_CONFIDENT ? goal->stage : 0, GOAL_CONFIDENT);
	draw_text(area, 0, right - 14, 14, plain ? theme_attr(role) : attr,
	          screen_choice(stage, goal->stage));
	right -= 16;
	draw_text(area, 0, right - person, person, plain ? theme_attr(THEME_ACCENT) : attr,
	          wide ? groei_person_name(tui->groei, tui->frame, goal->person)
	               : groei_person_handle(tui->groei, tui->frame, goal->person));
	draw_text(area, 0, BAR + 2, right - person - BAR - 3, attr, goal->title);
}

static void draw_beside(struct screen *screen, const struct area *area, const void *record)
{
	struct goals_screen *state = screen->state;

	if (record)
		goal_pane_draw(&state->pane, screen->tui, area, ((const struct goal *)record)->id);
}

static void end(struct screen *screen)
{
	struct goals_screen *state = screen->state;

	goal_pane_close(&state->pane);
	records_close(screen);
}

static enum groei_status begin(struct screen *screen, const char *argument)
{
	struct records *records = screen->state;

	(void)argument;
	records->none = _("No goals under way: press a to add one");
	records->beside = draw_beside;
	return records_open(screen, GROEI_GOAL, draw_row);
}

static const struct operation operations[] = {
	{"show all", N_("Also what is reached or dropped, or not."), records_show_all},
	{"ask need", N_("Say what the goal needs: it becomes a promise of the lead."), goal_need_ask},
	{NULL, NULL, NULL},
};

const struct screen_kind goals_screen = {
	.name = "goals",
	.title = N_("Goals"),
	.flags = SCREEN_MAIN,
	.size = sizeof(struct goals_screen),
	.operations = operations,
	.open = begin,
	.reload = records_reload,
	.draw = records_draw,
	.list = records_list,
	.chosen = records_chosen,
	.selected = records_selected,
	.filtered = records_filtered,
	.close = end,
};
