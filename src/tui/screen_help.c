/* Help: the keys of the screen below and of all screens, made from keys.conf and the tables. */
#include <string.h>

#include "frame.h"
#include "screens.h"

struct help_line {
	const char *heading; /* NULL: a key */
	const char *key, *what, *help;
};

struct help {
	struct help_line *line;
	size_t count;
	struct list list;
	struct list_rows rows;
};

/* The help sentence of what a binding does, and its name. */
static void describe(struct screen *screen, const struct screen_kind *kind, const char *command,
                     struct help_line *line)
{
	const struct operation *operation = operation_find(kind, command);
	const struct screen_kind *opens = screen_kind_named(command);
	const struct groei_command *row;
	const char **argv, *why;
	int argc, words;

	line->what = command;
	line->help = "";
	if (operation) {
		line->help = _(operation->help);
		return;
	}
	if (opens) {
		line->help = groei_arena_print(screen->arena, _("The screen %s."), _(opens->title));
		return;
	}
	if (strncmp(command, "form ", 5) == 0)
		command += 5;
	if (groei_command_split(screen->arena, command, &argc, &argv) == GROEI_OK &&
	    groei_command_find(screen->arena, argc, argv, &row, &words, &why) == GROEI_OK) {
		line->what = row->noun ? groei_arena_print(screen->arena, "%s %s", row->noun, row->verb)
		                       : row->verb;
		line->help = _(row->help);
	}
}

static bool fits(struct screen *screen, const struct help_line *line, const char *key)
{
	struct groei_arena *arena = screen->arena;

	if (screen->filter.length == 0)
		return true;
	return groei_text_matches(
	    groei_text_key(arena, groei_arena_print(arena, "%s %s %s", key, line->what, line->help)),
	    groei_text_key(arena, screen->filter.data));
}

static void add_heading(struct help *help, const char *text)
{
	if (help->count)
		help->line[help->count++] = (struct help_line){.heading = ""};
	help->line[help->count++] = (struct help_line){.heading = text};
}

/* The keys of one scope; keys that do the same stand together. */
static void add_scope(struct screen *screen, const struct screen_kind *kind, const char *scope,
                      const char *title)
{
	struct help *help = screen->state;
	size_t count, first;
	const struct binding *all = keymap_all(screen->tui->keymap, &count);
	int begun = 0;

	first = help->count;
	for (size_t i = 0; i < count; i++) {
		struct help_line line = {.heading = NULL};
		char label[32];
		size_t same;

		if (strcmp(all[i].screen, scope) != 0 ||
		    !*all[i].command ||
		    keymap_find(screen->tui->keymap, scope, &all[i].key) != &all[i])
			continue;
		describe(screen, kind, all[i].command, &line);
		key_label(&all[i].key, label, sizeof label);
		if (!fits(screen, &line, label))
			continue;
		if (!begun++) {
			add_heading(help, title);
			first = help->count;
		}
		for (same = first; same < help->count; same++) {
			if (strcmp(help->line[same].what, line.what) == 0)
				break;
		}
		if (same < help->count) {
			help->line[same].key = groei_arena_print(screen->arena, "%s  %s",
			                                         help->line[same].key, label);
			continue;
		}
		line.key = groei_arena_text(screen->arena, label);
		help->line[help->count++] = line;
	}
}

static enum groei_status reload(struct screen *screen)
{
	struct help *help = screen->state;
	const struct screen_kind *kind = screen->argument ? screen_kind_named(screen->argument) : NULL;
	size_t count;

	keymap_all(screen->tui->keymap, &count);
	help->line = groei_arena_take(screen->arena, (count + 16) * sizeof *help->line);
	help->count = 0;
	if (!kind)
		kind = &today_screen;
	add_scope(screen, kind, kind->name, _(kind->title));
	if (kind->list)
		add_scope(screen, kind, "list", _("Lists"));
	add_scope(screen, kind, "any", _("Everywhere"));
	list_keep(&help->list, &help->rows);
	return GROEI_OK;
}

static size_t count_lines(void *context, size_t until)
{
	const struct help *help = ((struct screen *)context)->state;

	(void)until;
	return help->count;
}

static bool is_heading(void *context, size_t index)
{
	const struct help *help = ((struct screen *)context)->state;

	return help->line[index].heading != NULL;
}

static void draw_row(void *context, size_t index, const struct area *area, attr_t attr)
{
	const struct help *help = ((struct screen *)context)->state;
	const struct help_line *line = &help->line[index];
	bool plain = attr == theme_attr(THEME_TEXT), wide = area->width >= 100;
	int keys = wide ? 24 : 18, what = wide ? 26 : area->width >= 72 ? 18 : 0;

	if (line->heading) {
		draw_text(area, 0, 1, -1, theme_attr(THEME_HEADING), line->heading);
		return;
	}
	draw_text(area, 0, 2, keys, plain ? theme_attr(THEME_KEY) : attr, line->key);
	draw_text(area, 0, keys + 3, what, attr, line->what);
	draw_text(area, 0, keys + what + (what ? 4 : 3), -1, plain ? theme_attr(THEME_DIM) : attr,
	          line->help);
}

static enum groei_status begin(struct screen *screen, const char *argument)
{
	struct help *help = screen->state;

	(void)argument;
	help->rows = (struct list_rows){.context = screen,
	                                .count = count_lines,
	                                .draw = draw_row,
	                                .heading = is_heading,
	                                .empty = _("No key does that; Esc shows all")};
	return GROEI_OK;
}

static struct spot draw(struct screen *screen, const struct area *body)
{
	struct help *help = screen->state;
	struct area rows = area_rows(body, screen_filter_line(screen, body), -1);

	return list_draw(&help->list, &help->rows, &rows, LIST_FOCUSED);
}

static struct list *list(struct screen *screen, const struct list_rows **rows_out)
{
	struct help *help = screen->state;

	*rows_out = &help->rows;
	return &help->list;
}

static void filtered(struct screen *screen)
{
	struct help *help = screen->state;

	help->list.cursor = 0;
	screen->stale = 1;
}

const struct screen_kind help_screen = {
	.name = "help",
	.title = N_("Help"),
	.size = sizeof(struct help),
	.open = begin,
	.reload = reload,
	.draw = draw,
	.list = list,
	.filtered = filtered,
};
