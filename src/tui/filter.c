/* "/" in lists: one line above the list, every key filters at once. */
#include <string.h>

#include "frame.h"

static void set_words(struct screen *screen, const char *words)
{
	if (strcmp(words, screen->filter.data ? screen->filter.data : "") == 0)
		return;
	groei_buffer_clear(&screen->filter);
	groei_buffer_text(&screen->filter, words);
	if (screen->kind->filtered)
		screen->kind->filtered(screen);
}

void filter_start(struct screen *screen)
{
	const char *words = screen->filter.data ? screen->filter.data : "";

	if (!screen->kind->filtered || screen->filtering)
		return;
	screen->filtering = editor_open(EDITOR_ONE_LINE, 200, &screen->tui->clipboard);
	editor_load(screen->filtering, words, strlen(words));
	screen->filter_field = (struct field){.editor = screen->filtering};
}

static void stop(struct screen *screen)
{
	editor_close(screen->filtering);
	screen->filtering = NULL;
}

void filter_clear(struct screen *screen)
{
	if (screen->filtering)
		stop(screen);
	set_words(screen, "");
}

enum screen_answer filter_key(struct screen *screen, const struct key *key)
{
	const struct list_rows *rows;
	struct list *list;

	if (key->code == K_ESCAPE || key_is(key, 'c', K_CTRL)) {
		filter_clear(screen);
		return SCREEN_USED;
	}
	if (key->code == K_ENTER) {
		stop(screen);
		return SCREEN_USED;
	}
	if (tui_typed(screen->tui, field_key(&screen->filter_field, key)) != EDITOR_IGNORED) {
		set_words(screen, editor_text(screen->filtering, NULL));
		return SCREEN_USED;
	}
	list = screen->kind->list ? screen->kind->list(screen, &rows) : NULL;
	if (list)
		list_key(list, rows, key);
	return SCREEN_USED;
}

void filter_paste(struct screen *screen, const char *text, size_t length)
{
	tui_typed(screen->tui, field_paste(&screen->filter_field, text, length));
	set_words(screen, editor_text(screen->filtering, NULL));
}

int screen_filter_line(struct screen *screen, const struct area *area)
{
	const char *words = screen->filter.data ? screen->filter.data : "";
	int used;

	if (!screen->filtering && !*words)
		return 0;
	used = 1 + draw_text(area, 0, 1, -1, theme_attr(THEME_KEY), _("Filter")) + 1;
	if (screen->filtering) {
		screen->filter_spot = field_draw(&screen->filter_field, area, 0, used,
		                                 area->width - used - 1, _("words to look for"));
	} else {
		draw_text(area, 0, used, area->width - used - 1, theme_attr(THEME_ACCENT), words);
	}
	return 1;
}
