/* Small dialogues: a line, a menu, "are you sure". Overlays that close themselves and then answer
 * the screen that asked; they read and write nothing. */
#include <stdlib.h>
#include <string.h>

#include "frame.h"
#include "room.h"
#include "screens.h"

/* One line ---------------------------------------------------------------------------------- */

struct ask_line {
	const char *question;
	const char *before;
	void (*done)(struct screen *asker, int64_t context, const char *text);
	int64_t context;
	struct field field;
};

static enum groei_status line_open(struct screen *screen, const char *argument)
{
	struct ask_line *ask = screen->state;
	const char *before = ask->before ? ask->before : "";

	(void)argument;
	ask->question = room_copy(ask->question);
	ask->field.editor = editor_open(EDITOR_ONE_LINE, GROEI_TEXT_MAX, &screen->tui->clipboard);
	editor_load(ask->field.editor, before, strlen(before));
	ask->before = NULL;
	return GROEI_OK;
}

static struct spot line_draw(struct screen *screen, const struct area *body)
{
	struct ask_line *ask = screen->state;
	struct area inner = screen_box(body, 1, 64, ask->question);

	return field_draw(&ask->field, &inner, 0, 1, inner.width - 2, NULL);
}

static enum screen_answer line_key(struct screen *screen, const struct key *key)
{
	struct ask_line *ask = screen->state;
	struct screen *asker = screen->below;
	void (*done)(struct screen *, int64_t, const char *) = ask->done;
	int64_t context = ask->context;
	char *text;

	if (key->code == K_ESCAPE)
		return SCREEN_IGNORED;
	if (key->code != K_ENTER)
		return tui_typed(screen->tui, field_key(&ask->field, key)) == EDITOR_IGNORED
		           ? SCREEN_IGNORED
		           : SCREEN_USED;
	text = room_copy(editor_text(ask->field.editor, NULL));
	tui_back(screen->tui);
	if (text && *text)
		done(asker, context, text);
	free(text);
	return SCREEN_USED;
}

static enum screen_answer line_paste(struct screen *screen, const char *text, size_t length)
{
	struct ask_line *ask = screen->state;

	tui_typed(screen->tui, field_paste(&ask->field, text, length));
	return SCREEN_USED;
}

static void line_close(struct screen *screen)
{
	struct ask_line *ask = screen->state;

	editor_close(ask->field.editor);
	free((char *)ask->question);
}

const struct screen_kind line_screen = {
	.name = "line",
	.title = N_("Question"),
	.flags = SCREEN_OVERLAY | SCREEN_OWN,
	.size = sizeof(struct ask_line),
	.open = line_open,
	.draw = line_draw,
	.key = line_key,
	.paste = line_paste,
	.close = line_close,
};

void tui_ask_line(struct tui *tui, const char *question, const char *before,
                  void (*done)(struct screen *asker, int64_t context, const char *text),
                  int64_t context)
{
	const struct ask_line ask = {
		.question = question, .before = before, .done = done, .context = context};

	tui_push(tui, &line_screen, NULL, &ask);
}

/* One of several ----------------------------------------------------------------------------- */

struct ask_menu {
	const char *question;
	const struct menu_item *given;
	struct menu_item *item; /* copies */
	size_t count;
	void (*done)(struct screen *asker, int64_t context, size_t index);
	int64_t context;
	struct list list;
	struct list_rows rows;
};

static size_t menu_count(void *context, size_t until)
{
	const struct ask_menu *ask = ((struct screen *)context)->state;

	(void)until;
	return ask->count;
}

static void menu_row(void *context, size_t index, const struct area *area, attr_t attr)
{
	struct screen *screen = context;
	const struct ask_menu *ask = screen->state;
	const struct menu_item *item = &ask->item[index];
	char key[8] = {0};
	int used;

	if (item->key && item->key < 128)
		key[0] = (char)item->key;
	else if (!item->key && index < 9)
		key[0] = (char)('1' + index);
	draw_text(area, 0, 1, 2, attr == theme_attr(THEME_TEXT) ? theme_attr(THEME_KEY) : attr, key);
	used = 4 + draw_text(area, 0, 4, area->width - 5, attr, item->label);
	if (item->note)
		draw_right(area, 0, used + 1, area->width - used - 2,
		           attr == theme_attr(THEME_TEXT) ? theme_attr(THEME_DIM) : attr, item->note);
}

static enum groei_status menu_open(struct screen *screen, const char *argument)
{
	struct ask_menu *ask = screen->state;

	(void)argument;
	ask->question = room_copy(ask->question);
	ask->item = room_take(ask->count + 1, sizeof *ask->item);
	for (size_t i = 0; i < ask->count; i++) {
		ask->item[i] = ask->given[i];
		ask->item[i].label = room_copy(ask->given[i].label);
		ask->item[i].note = room_copy(ask->given[i].note);
	}
	ask->given = NULL;
	ask->rows = (struct list_rows){.context = screen, .count = menu_count, .draw = menu_row};
	return GROEI_OK;
}

static struct spot menu_draw(struct screen *screen, const struct area *body)
{
	struct ask_menu *ask = screen->state;
	int rows = (int)ask->count, width = 30;
	struct area inner;

	for (size_t i = 0; i < ask->count; i++) {
		const char *note = ask->item[i].note ? ask->item[i].note : "";
		int cells = groei_text_cells(ask->item[i].label, strlen(ask->item[i].label)) +
		            groei_text_cells(note, strlen(note)) + 12;

		width = cells > width ? cells : width;
	}
	if (groei_text_cells(ask->question, strlen(ask->question)) + 8 > width)
		width = groei_text_cells(ask->question, strlen(ask->question)) + 8;
	inner = screen_box(body, rows, width, ask->question);
	return list_draw(&ask->list, &ask->rows, &inner, LIST_FOCUSED);
}

static enum screen_answer menu_choose(struct screen *screen, size_t index)
{
	struct ask_menu *ask = screen->state;
	struct screen *asker = screen->below;
	void (*done)(struct screen *, int64_t, size_t) = ask->done;
	int64_t context = ask->context;

	tui_back(screen->tui);
	done(asker, context, index);
	return SCREEN_USED;
}

static enum screen_answer menu_key(struct screen *screen, const struct key *key)
{
	struct ask_menu *ask = screen->state;

	if (key->code != K_CHAR || key->modifiers & (K_CTRL | K_ALT))
		return SCREEN_IGNORED;
	for (size_t i = 0; i < ask->count; i++) {
		uint32_t own = ask->item[i].key ? ask->item[i].key : (uint32_t)('1' + i);

		if (key->rune == own)
			return menu_choose(screen, i);
	}
	return SCREEN_IGNORED;
}

static struct list *menu_list(struct screen *screen, const struct list_rows **rows_out)
{
	struct ask_menu *ask = screen->state;

	*rows_out = &ask->rows;
	return &ask->list;
}

static enum screen_answer menu_chosen(struct screen *screen)
{
	const struct ask_menu *ask = screen->state;

	return menu_choose(screen, ask->list.cursor);
}

static void menu_close(struct screen *screen)
{
	struct ask_menu *ask = screen->state;

	for (size_t i = 0; i < ask->count; i++) {
		free((char *)ask->item[i].label);
		free((char *)ask->item[i].note);
	}
	free(ask->item);
	free((char *)ask->question);
}

const struct screen_kind menu_screen = {
	.name = "menu",
	.title = N_("Choose"),
	.flags = SCREEN_OVERLAY | SCREEN_OWN,
	.size = sizeof(struct ask_menu),
	.open = menu_open,
	.draw = menu_draw,
	.key = menu_key,
	.list = menu_list,
	.chosen = menu_chosen,
	.close = menu_close,
};

void tui_ask_menu(struct tui *tui, const char *question, const struct menu_item *items,
                  size_t count, size_t at, void (*done)(struct screen *asker, int64_t context, size_t index),
                  int64_t context)
{
	const struct ask_menu ask = {.question = question,
	                             .given = items,
	                             .count = count,
	                             .done = done,
	                             .context = context,
	                             .list = {.cursor = at}};

	tui_push(tui, &menu_screen, NULL, &ask);
}

/* Sure --------------------------------------------------------------------------------------- */

static struct spot sure_draw(struct screen *screen, const struct area *body)
{
	struct ask_menu *ask = screen->state;
	struct area inner = screen_box(body, 2, 64, _("This cannot be undone"));
	int used;

	draw_text(&inner, 0, 1, inner.width - 2, theme_attr(THEME_TEXT), ask->question);
	used = draw_text(&inner, 1, 1, inner.width - 2, theme_attr(THEME_WARN),
	                 _("Press a capital Y for yes, Esc for no"));
	return draw_spot(&inner, 1, used + 1);
}

static enum screen_answer sure_key(struct screen *screen, const struct key *key)
{
	if (key_is(key, 'Y', 0) || key_is(key, 'Y', K_SHIFT) || key_is(key, 'J', 0) ||
	    key_is(key, 'J', K_SHIFT)) /* yes, ja */
		return menu_choose(screen, 0);
	return SCREEN_IGNORED;
}

const struct screen_kind sure_screen = {
	.name = "sure",
	.title = N_("Sure?"),
	.flags = SCREEN_OVERLAY | SCREEN_OWN,
	.size = sizeof(struct ask_menu),
	.open = menu_open,
	.draw = sure_draw,
	.key = sure_key,
	.close = menu_close,
};

void tui_ask_sure(struct tui *tui, const char *question,
                  void (*done)(struct screen *asker, int64_t context, size_t unused),
                  int64_t context)
{
	const struct ask_menu ask = {.question = question, .done = done, .context = context};

	tui_push(tui, &sure_screen, NULL, &ask);
}
