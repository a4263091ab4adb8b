/* Actions: what was promised by whom, by when. */
#include "records.h"
#include "screens.h"

/* What is said of its day; a narrow list has only a sign for what is overdue. */
static const char *when_words(struct tui *tui, const struct action *action, int wide)
{
	int32_t today = groei_today(tui->groei);
	char day[GROEI_DATE_SIZE];

	if (action->state == ACTION_DROPPED)
		return _("dropped");
	if (action->state == ACTION_DONE) {
		groei_day_text(action->done, today, day);
		return wide ? groei_arena_print(tui->frame, _("done %s"), day)
		            : groei_arena_text(tui->frame, day);
	}
	if (action->due == GROEI_NO_DAY)
		return "";
	groei_day_text(action->due, today, day);
	if (action->due >= today)
		return groei_arena_text(tui->frame, day);
	return groei_arena_print(tui->frame, wide ? _("overdue %s") : "! %s", day);
}

static void draw_row(void *context, size_t index, const struct area *area, attr_t attr)
{
	struct screen *screen = context;
	struct tui *tui = screen->tui;
	const struct action *action = records_at(screen, index);
	bool plain = attr == theme_attr(THEME_TEXT), ascii = area->style == DRAW_ASCII;
	int wide = area->width >= 72, owner = wide ? 16 : 9, when = wide ? 20 : 13;
	int right = area->width - 1;
	enum theme_role role;
	const char *sign, *name;

	if (!action)
		return;
	role = action->state == ACTION_OPEN ? screen_due_role(tui, action->due) : THEME_DIM;
	sign = action->state == ACTION_DONE      ? (ascii ? "x" : "✓")
	       : action->state == ACTION_DROPPED ? "-"
	                                         : (ascii ? "o" : "○");
	name = wide ? groei_person_name(tui->groei, tui->frame, action->owner)
	            : groei_person_handle(tui->groei, tui->frame, action->owner);
	draw_text(area, 0, 1, 1, plain && action->state == ACTION_DONE ? theme_attr(THEME_GOOD) : attr,
	          sign);
	draw_right(area, 0, right - when, when, plain ? theme_attr(role) : attr,
	           when_words(tui, action, wide));
	right -= when + 1;
	draw_text(area, 0, right - owner, owner, plain ? theme_attr(THEME_ACCENT) : attr, name);
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
	{"show all", N_("Also what is done, or not."), records_show_all},
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
