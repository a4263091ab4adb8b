/* Text to read: what a command printed. Scrolls by lines, wrapped to the window. */
#include <stdlib.h>
#include <string.h>

#include "frame.h"
#include "room.h"
#include "screens.h"

struct text_screen {
	const char *title; /* given; then owned */
	const char *text;
	struct groei_arena *arena; /* of the lines */
	struct groei_line *line;   /* as wrapped to width */
	size_t count;
	int width;
	struct list list;
	struct list_rows rows;
};

static size_t count(void *context, size_t until)
{
	const struct text_screen *state = ((struct screen *)context)->state;

	(void)until;
	return state->count;
}

static void draw_row(void *context, size_t index, const struct area *area, attr_t attr)
{
	const struct text_screen *state = ((struct screen *)context)->state;
	const struct groei_line *line = &state->line[index];

	draw_bytes(area, 0, 1, area->width - 2, attr, state->text + line->start, line->length);
}

static void wrap(struct text_screen *state, int width)
{
	if (width == state->width)
		return;
	groei_arena_reset(state->arena);
	state->width = width;
	state->count = groei_text_wrap(state->arena, state->text, strlen(state->text),
	                               width > 1 ? width : 1, &state->line);
}

static enum groei_status begin(struct screen *screen, const char *argument)
{
	struct text_screen *state = screen->state;

	(void)argument;
	state->title = room_copy(state->title);
	state->text = room_copy(state->text);
	state->arena = groei_arena_open();
	wrap(state, COLS - 2);
	state->rows = (struct list_rows){.context = screen, .count = count, .draw = draw_row};
	return GROEI_OK;
}

static struct spot draw(struct screen *screen, const struct area *body)
{
	struct text_screen *state = screen->state;

	wrap(state, body->width - 2);
	return list_draw(&state->list, &state->rows, body, LIST_FOCUSED);
}

static struct list *list(struct screen *screen, const struct list_rows **rows_out)
{
	struct text_screen *state = screen->state;

	*rows_out = &state->rows;
	return &state->list;
}

static const char *subtitle(struct screen *screen)
{
	const struct text_screen *state = screen->state;

	return state->title;
}

static void end(struct screen *screen)
{
	struct text_screen *state = screen->state;

	groei_arena_close(state->arena);
	free((char *)state->title);
	free((char *)state->text);
}

const struct screen_kind text_screen = {
	.name = "text",
	.title = N_("Output"),
	.flags = SCREEN_OWN,
	.size = sizeof(struct text_screen),
	.open = begin,
	.draw = draw,
	.list = list,
	.subtitle = subtitle,
	.close = end,
};

void tui_show_text(struct tui *tui, const char *title, const char *text)
{
	const struct text_screen state = {.title = title, .text = text};

	tui_push(tui, &text_screen, NULL, &state);
}
