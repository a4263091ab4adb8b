/* Actions: what was promised by whom, by when. */
#include "records.h"
#include "screens.h"

static void draw_row(void *context, size_t index, const struct area *area, attr_t attr)
{
	struct screen *screen = context;
	struct tui *tui = screen->tui;
	const struct action *action = records_at(screen, index);
	bool plain = attr == theme_attr(THEME_TEXT), ascii = area->style == DRAW_ASCII;
	int owner = area->width >= 60 ? 18 : 10, right = area->width - 1;
	enum theme_role role;
	const char *when;
	char day[GROEI_DATE_SIZE] = "";

	if (!action)
		return;
	role = action->state == ACTION_OPEN ? screen_due_role(tui, action->due) : THEME_DIM;
	if (action->state == ACTION_DONE) {
		when = groei_arena_print(tui->frame, _("done %s"),
		                         groei_day_text(action->done, groei_today(tui->groei), day));
	} else if (action->state == ACTION_DROPPED) {
		when = _("dropped");
	} else if (action->due == GROEI_NO_DAY) {
		when = "";
	} else {
		groei_day_text(action->due, groei_today(tui->groei), day);
		when = action->due < groei_today(tui->groei)
		           ? groei_arena_print(tui->frame, _("overdue %s"), day)
		           : day;
	}
	draw_text(area, 0, 1, 1, plain && action->state == ACTION_DONE ? theme_attr(THEME_GOOD) : attr,
	          action->state == ACTION_DONE      ? (ascii ? "x" : "✓")
	          : action->state == ACTION_DROPPED ? "-"
	                                            : (ascii ? "o" : "○"));
	right -= draw_right(area, 0, right - 20, 20, plain ? theme_attr(role) : attr, when) + 2;
	if (right > area->width - 17)
		right = area->width - 17;
	draw_text(area, 0, right - owner, owner, plain ? theme_attr(THEME_ACCENT) : attr,
	          groei_person_name(tui->groei, tui->frame, action->owner));
	draw_text(area, 0, 3, right - owner - 4, attr, action->title);
}

static enum groei_status begin(struct screen *screen, const char *argument)
{
	struct records *records = screen->state;

	(void)argument;
	records->none = _("No open actions: press a to add one, or write “[ ] @amir …” in notes");
	return records_open(screen, GROEI_ACTION, draw_row);
}

static const struct operation operations[] = {
	{"show all", N_("also what is done, or not"), records_show_all},
	{NULL, NULL, NULL},
};

const struct screen_kind actions_screen = {
	.name = "actions",
	.title = N_("Actions"),
	.flags = SCREEN_MAIN,
	.size = sizeof(struct records),
	.operations = operations,
	.open = begin,
	.reload = records_reload,
	.draw = records_draw,
	.list = records_list,
	.chosen = records_chosen,
	.selected = records_selected,
	.filtered = records_filtered,
	.close = records_close,
};
