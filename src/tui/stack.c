/* The stack of open screens: opening, reading anew, closing. Draws nothing. */
#include <stdlib.h>
#include <string.h>

#include "frame.h"
#include "room.h"

struct screen *stack_main(struct tui *tui)
{
	struct screen *screen = tui->top;

	while (screen && screen->below && screen->kind->flags & SCREEN_OVERLAY)
		screen = screen->below;
	return screen;
}

static void read_screen(struct screen *screen)
{
	struct tui *tui = screen->tui;

	screen->stale = 0;
	if (!tui->groei)
		return;
	screen->revision = groei_revision(tui->groei);
	if (!screen->kind->reload)
		return;
	groei_arena_reset(screen->arena);
	if (screen->kind->reload(screen) != GROEI_OK)
		tui_why(tui);
}

void stack_ready(struct screen *screen)
{
	if (screen->stale)
		read_screen(screen);
}

void stack_refresh(struct tui *tui)
{
	int64_t revision = tui->groei ? groei_revision(tui->groei) : 0;

	for (struct screen *screen = tui->top; screen; screen = screen->below) {
		if (screen->stale || screen->revision != revision)
			read_screen(screen);
		if (!(screen->kind->flags & SCREEN_OVERLAY))
			break;
	}
}

static void release(struct screen *screen)
{
	if (screen->kind->close)
		screen->kind->close(screen);
	editor_close(screen->filtering);
	groei_buffer_free(&screen->filter);
	groei_arena_close(screen->arena);
	free((char *)screen->argument);
	free(screen->state);
	free(screen);
}

struct screen *tui_push(struct tui *tui, const struct screen_kind *kind, const char *argument,
                        const void *setup)
{
	struct screen *screen = room_take(1, sizeof *screen);

	screen->state = room_take(1, kind->size);
	if (setup)
		memcpy(screen->state, setup, kind->size);
	screen->kind = kind;
	screen->tui = tui;
	screen->arena = groei_arena_open();
	screen->argument = room_copy(argument);
	screen->below = tui->top;
	tui->top = screen;
	if (kind->open && kind->open(screen, screen->argument) != GROEI_OK) {
		tui->top = screen->below;
		release(screen);
		if (!tui->message.length)
			tui_why(tui);
		return NULL;
	}
	screen->stale = 1;
	stack_ready(screen);
	return screen;
}

static void pop(struct tui *tui)
{
	struct screen *screen = tui->top;

	if (screen->kind->leave)
		screen->kind->leave(screen);
	tui->top = screen->below;
	release(screen);
}

bool tui_open(struct tui *tui, const char *name, const char *argument)
{
	const struct screen_kind *kind = screen_kind_named(name);

	if (!kind) {
		tui_failed(tui, _("there is no screen “%s”"), name);
		return false;
	}
	if (kind->flags & SCREEN_MAIN) {
		if (!stack_may_leave(tui))
			return false;
		while (tui->top && tui->top->below)
			pop(tui);
		if (tui->top && tui->top->kind == kind)
			return true;
	}
	return tui_push(tui, kind, argument, NULL) != NULL;
}

bool tui_open_record(struct tui *tui, const char *name, int64_t id)
{
	char code[GROEI_CODE_SIZE];

	return tui_open(tui, name, groei_code(id, code));
}

void tui_back(struct tui *tui)
{
	if (tui->top)
		pop(tui);
	if (!tui->top)
		tui->quit = 1;
}

void tui_close(struct screen *screen)
{
	struct tui *tui = screen->tui;
	const struct screen *below = screen->below;

	while (tui->top && tui->top != below)
		tui_back(tui);
}

void stack_leave(struct tui *tui)
{
	for (struct screen *screen = tui->top; screen; screen = screen->below) {
		if (screen->kind->leave)
			screen->kind->leave(screen);
	}
}

bool stack_may_leave(struct tui *tui)
{
	bool kept = true;

	for (struct screen *screen = tui->top; screen; screen = screen->below)
		kept = (!screen->kind->keep || screen->kind->keep(screen)) && kept;
	if (kept || tui->unkept)
		return true;
	tui->unkept = 2;
	tui_failed(tui, _("What was typed cannot be kept, leaving again drops it: %s"),
	           groei_why(tui->groei).text);
	return false;
}

void stack_close(struct tui *tui)
{
	while (tui->top)
		pop(tui);
}
