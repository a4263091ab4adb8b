/* Text to read: what a command printed. Scrolls by lines, which are cut at the edge. */
#include <stdlib.h>
#include <string.h>

#include "frame.h"
#include "screens.h"

struct text_screen {
	const char *title; /* given; then owned */
	const char *text;
	struct list list;
	struct list_rows rows;
};

static size_t count(void *context, size_t until)
{
	struct screen *screen = context;
	struct text_screen *state = screen->state;
	size_t lines = 0;

	(void)until;
	for (const char *at = state->text; *at; lines++) {
		at += strcspn(at, "\n");
		at += *at == '\n';
	}
	return lines;
}

static void draw_row(void *context, size_t index, const struct area *area, attr_t attr)
{
	struct screen *screen = context;
	const struct text_screen *state = screen->state;
	const char *at = state->text;

	for (size_t i = 0; i < index; i++) {
		at += strcspn(at, "\n");
		at += *at == '\n';
	}
	draw_bytes(area, 0, 1, area->width - 2, attr, at, strcspn(at, "\n"));
}

static enum groei_status begin(struct screen *screen, const char *argument)
{
	struct text_screen *state = screen->state;

	(void)argument;
	state->title = strdup(state->title);
	state->text = strdup(state->text);
	if (!state->title || !state->text)
		abort();
	state->rows = (struct list_rows){.context = screen, .count = count, .draw = draw_row};
	return GROEI_OK;
}

static struct spot draw(struct screen *screen, const struct area *body)
{
	struct text_screen *state = screen->state;

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
