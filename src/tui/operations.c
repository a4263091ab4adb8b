/* What keys do that is no command: moving, opening, going back. A row each, bound in keys.conf. */
#include <string.h>

#include "frame.h"
#include "palette.h"

static struct list *list_of(struct screen *screen, const struct list_rows **rows_out)
{
	return screen->kind->list ? screen->kind->list(screen, rows_out) : NULL;
}

static enum screen_answer press(struct screen *screen, enum key_code code)
{
	const struct list_rows *rows;
	struct list *list = list_of(screen, &rows);
	struct key key = {.code = code};

	if (!list)
		return SCREEN_IGNORED;
	list_key(list, rows, &key);
	return SCREEN_USED;
}

static enum screen_answer move_down(struct screen *screen)
{
	return press(screen, K_DOWN);
}

static enum screen_answer move_up(struct screen *screen)
{
	return press(screen, K_UP);
}

static enum screen_answer page_down(struct screen *screen)
{
	return press(screen, K_PAGE_DOWN);
}

static enum screen_answer page_up(struct screen *screen)
{
	return press(screen, K_PAGE_UP);
}

static enum screen_answer move_first(struct screen *screen)
{
	return press(screen, K_HOME);
}

static enum screen_answer move_last(struct screen *screen)
{
	return press(screen, K_END);
}

static enum screen_answer open_row(struct screen *screen)
{
	const struct list_rows *rows;
	struct list *list = list_of(screen, &rows);

	if (!list || !screen->kind->chosen || !list_has_cursor(list, rows))
		return SCREEN_IGNORED;
	return screen->kind->chosen(screen);
}

static enum screen_answer start_filter(struct screen *screen)
{
	filter_start(screen);
	return SCREEN_USED;
}

/* True when something smaller than the screen was left. */
static bool step_back(struct screen *screen)
{
	if (screen->filter.length) {
		filter_clear(screen);
		return true;
	}
	return screen->kind->back && screen->kind->back(screen) == SCREEN_USED;
}

static enum screen_answer back(struct screen *screen)
{
	if (step_back(screen))
		return SCREEN_USED;
	if (screen->below)
		tui_back(screen->tui);
	else
		tui_message(screen->tui, _("Press q to leave groei"));
	return SCREEN_USED;
}

static enum screen_answer leave(struct screen *screen)
{
	if (!step_back(screen))
		tui_back(screen->tui);
	return SCREEN_USED;
}

static enum screen_answer quit(struct screen *screen)
{
	if (stack_may_leave(screen->tui))
		screen->tui->quit = 1;
	return SCREEN_USED;
}

static enum screen_answer open_palette(struct screen *screen)
{
	palette_open(screen->tui);
	return SCREEN_USED;
}

static enum screen_answer open_help(struct screen *screen)
{
	tui_open(screen->tui, "help", screen->kind->name);
	return SCREEN_USED;
}

/* The main screen `by` places further than this one. */
static enum screen_answer go_main(struct screen *screen, int by)
{
	const struct screen_kind *const *kinds = screen_kinds();
	const char *name[16];
	int count = 0, here = 0;

	for (size_t i = 0; kinds[i] && count < 16; i++) {
		if (!(kinds[i]->flags & SCREEN_MAIN))
			continue;
		if (kinds[i] == screen->kind)
			here = count;
		name[count++] = kinds[i]->name;
	}
	if (!(screen->kind->flags & SCREEN_MAIN) || count == 0)
		return SCREEN_IGNORED;
	tui_open(screen->tui, name[(here + by + count) % count], NULL);
	return SCREEN_USED;
}

static enum screen_answer next_screen(struct screen *screen)
{
	return go_main(screen, 1);
}

static enum screen_answer previous_screen(struct screen *screen)
{
	return go_main(screen, -1);
}

static enum screen_answer go_on_as(struct screen *screen)
{
	tui_as(screen->tui, NULL);
	return SCREEN_USED;
}

static enum screen_answer toggle_mouse(struct screen *screen)
{
	struct tui *tui = screen->tui;

	tui->mouse = !tui->mouse;
	if (tui->mouse) {
		terminal_mouse_on(tui->terminal);
		tui_message(tui, _("The mouse works in groei now; press the same key to switch it off"));
	} else {
		terminal_mouse_off(tui->terminal);
		tui_message(tui, _("The mouse is the terminal's again"));
	}
	return SCREEN_USED;
}

static enum screen_answer suspend(struct screen *screen)
{
	stack_leave(screen->tui);
	terminal_suspend(screen->tui->terminal);
	return SCREEN_USED;
}

static enum screen_answer repaint(struct screen *screen)
{
	for (struct screen *open = screen; open; open = open->below)
		open->stale = 1;
	terminal_repaint(screen->tui->terminal);
	return SCREEN_USED;
}

const struct operation common_operations[] = {
	{"move down", N_("To the next row."), move_down},
	{"move up", N_("To the row before."), move_up},
	{"page down", N_("A page further."), page_down},
	{"page up", N_("A page back."), page_up},
	{"move first", N_("To the first row."), move_first},
	{"move last", N_("To the last row."), move_last},
	{"open", N_("Open what is selected."), open_row},
	{"filter", N_("Show only rows with these words."), start_filter},
	{"back", N_("Cancel, or back to the screen before."), back},
	{"leave", N_("Back to the screen before; from the first one: leave groei."), leave},
	{"quit", N_("Leave groei."), quit},
	{"palette", N_("Find any command, screen or person by name."), open_palette},
	{"help", N_("The keys of this screen."), open_help},
	{"next screen", N_("To the next main screen."), next_screen},
	{"previous screen", N_("To the main screen before."), previous_screen},
	{"as", N_("Go on as somebody else; “:as HANDLE” says who."), go_on_as},
	{"mouse", N_("Let groei use the mouse, or not."), toggle_mouse},
	{"suspend", N_("Back to the shell until fg."), suspend},
	{"repaint", N_("Read and draw everything anew."), repaint},
	{NULL, NULL, NULL},
};

static const struct operation *find_in(const struct operation *table, const char *name)
{
	for (; table && table->name; table++) {
		if (strcmp(table->name, name) == 0)
			return table;
	}
	return NULL;
}

const struct operation *operation_find(const struct screen_kind *kind, const char *name)
{
	const struct operation *found = find_in(kind->operations, name);

	return found ? found : find_in(common_operations, name);
}
