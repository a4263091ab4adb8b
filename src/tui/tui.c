/* The loop of the screens: the only place that waits, hands out keys and draws. */
#include "tui.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <groei/data.h>
#include <groei/editor.h>
#include <groei/guard.h>
#include <groei/overview.h>

#include "accessible.h"
#include "frame.h"
#include "input.h"
#include "room.h"
#include "setup.h"

enum { PAUSE = 1000, LOOK = 10000 }; /* ms until drafts are saved; until others' changes show */

/* Keys ---------------------------------------------------------------------------------------- */

static char *read_file(const char *path)
{
	FILE *file = fopen(path, "r");
	char *text = NULL;
	size_t length;

	if (!file)
		return NULL;
	text = room_take(1, 65536);
	length = fread(text, 1, 65535, file);
	text[length] = '\0';
	fclose(file);
	return text;
}

static void load_keys(struct tui *tui)
{
	struct groei_buffer errors = {0};
	const char *shipped = groei_data("keys.conf", NULL);
	const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
	char path[4096], *own;

	tui->keymap = keymap_open();
	if (shipped)
		keymap_add(tui->keymap, "keys.conf", shipped, &errors);
	if (config && config[0] == '/')
		snprintf(path, sizeof path, "%s/groei/keys.conf", config);
	else
		snprintf(path, sizeof path, "%s/.config/groei/keys.conf", home ? home : "");
	own = read_file(path);
	if (own)
		keymap_add(tui->keymap, path, own, &errors);
	free(own);
	if (errors.length) {
		errors.data[strcspn(errors.data, "\n")] = '\0';
		tui_failed(tui, "%s", errors.data);
	}
	groei_buffer_free(&errors);
}

static void give_key(struct tui *tui, const struct key *key)
{
	struct screen *screen = tui->top;
	const struct binding *binding;
	const struct list_rows *rows;
	struct list *list;

	groei_buffer_clear(&tui->message);
	if (tui->unkept)
		tui->unkept--;
	stack_ready(screen);
	if (screen->filtering) {
		filter_key(screen, key);
		return;
	}
	if (screen->kind->key && screen->kind->key(screen, key) == SCREEN_USED)
		return;
	binding = frame_binding(screen, key);
	if (binding) {
		tui_line(tui, binding->command);
		return;
	}
	if (key->code != K_CLICK && key->code != K_WHEEL_UP && key->code != K_WHEEL_DOWN)
		return;
	list = screen->kind->list ? screen->kind->list(screen, &rows) : NULL;
	if (list && list_key(list, rows, key) == LIST_CHOSEN && screen->kind->chosen)
		screen->kind->chosen(screen);
}

static void give_paste(struct tui *tui, const char *text, size_t length)
{
	struct screen *screen = tui->top;

	groei_buffer_clear(&tui->message);
	stack_ready(screen);
	if (screen->filtering) {
		filter_paste(screen, text, length);
		return;
	}
	if (!screen->kind->paste || screen->kind->paste(screen, text, length) != SCREEN_USED)
		tui_message(tui, _("Pasted text goes into an input only; nothing was pasted"));
}

/* What came of what was saved, and what the guard of words found in what was typed or saved. */
static void tell_guard(struct tui *tui)
{
	const char *followed = tui->groei ? groei_followed(tui->groei, tui->frame) : NULL;
	const char *said = tui->groei ? groei_guard_said(tui->groei, tui->frame) : NULL;

	if (followed && said)
		tui_message(tui, "%s; %s", followed, said);
	else if (followed || said)
		tui_message(tui, "%s", followed ? followed : said);
}

/* Opens the store in the name that was chosen and starts again with Today; the old handle stays when that
 * fails. Between keys, when no screen is busy. */
static void go_on_as(struct tui *tui)
{
	struct groei_options options = tui->options;
	struct groei *groei;
	char *handle = tui->as_next;

	tui->as_next = NULL;
	if (!stack_may_leave(tui)) {
		free(handle);
		return;
	}
	options.as = handle;
	if (groei_open(&options, &groei) != GROEI_OK) {
		tui_failed(tui, "%s", groei_why(groei).text);
		groei_close(groei);
		free(handle);
		return;
	}
	stack_close(tui); /* each screen keeps what is being typed */
	groei_close(tui->groei);
	tui->groei = groei;
	free(tui->as);
	tui->as = handle;
	tui->options.as = handle;
	tui_open(tui, "today", NULL);
	tui_message(tui, _("You are now %s."),
	            groei_person_name(groei, tui->frame, groei_who(groei)));
}

/* The loop ------------------------------------------------------------------------------------ */

/* Lets screens save drafts; how long until they want it again, -1: not. */
static int pause_screens(struct tui *tui)
{
	int again = -1;

	for (struct screen *screen = tui->top; screen; screen = screen->below) {
		int wish = screen->kind->idle ? screen->kind->idle(screen) : -1;

		if (wish >= 0 && (again < 0 || wish < again))
			again = wish;
	}
	return again;
}

/* Returns the signal to end by, 0 when the user left. */
static int loop(struct tui *tui, struct input *input)
{
	int timeout = LOOK;

	while (!tui->quit && tui->top) {
		struct key key;
		const char *text;
		size_t length;

		if (!input_pending(input)) {
			frame_draw(tui);
			wnoutrefresh(stdscr);
			doupdate();
		}
		switch (input_wait(input, timeout, &key)) {
		case INPUT_KEY:
			give_key(tui, &key);
			tell_guard(tui);
			if (tui->as_next)
				go_on_as(tui);
			timeout = PAUSE;
			break;
		case INPUT_PASTE:
			text = input_paste(input, &length);
			if (text)
				give_paste(tui, text, length);
			else
				tui_failed(tui, _("More was pasted than a text can hold; nothing was added"));
			timeout = PAUSE;
			break;
		case INPUT_TIMEOUT:
			timeout = pause_screens(tui);
			tell_guard(tui);
			if (timeout < 0)
				timeout = LOOK;
			break;
		case INPUT_TERMINATE:
			stack_leave(tui);
			return input_signal(input);
		case INPUT_RESIZE:
		case INPUT_RESUMED:
			break;
		}
	}
	return 0;
}

/* Start and end ------------------------------------------------------------------------------- */

enum { PATIENCE = 2000 }; /* ms for a locked store: the text waits on the screen and is tried again */

static enum groei_status open_store(struct tui *tui)
{
	struct groei *groei;
	enum groei_status status = groei_open(&tui->options, &groei);

	if (status == GROEI_OK && groei_owner(groei) != 0) {
		tui->groei = groei;
		return GROEI_OK;
	}
	if (status == GROEI_OK || (status == GROEI_NOT_FOUND && !tui->options.as)) {
		groei_close(groei);
		return GROEI_OK;
	}
	fprintf(stderr, "groei: %s\n", groei_text_safe_line(tui->frame, groei_why(groei).text));
	groei_close(groei);
	return status;
}

static enum groei_status open_terminal(struct tui *tui)
{
	const struct terminal_options options = {
		.color = tui->settings->colour == 0   ? TERMINAL_COLOR_NEVER
		         : tui->settings->colour == 1 ? TERMINAL_COLOR_AUTO
		                                      : TERMINAL_COLOR_ALWAYS,
		.background = TERMINAL_ASK,
	};

	switch (terminal_open(&options, &tui->terminal)) {
	case TERMINAL_OK:
		return GROEI_OK;
	case TERMINAL_NONE:
		fprintf(stderr, "%s\n",
		        _("groei: the screens need a terminal; for commands see “groei help”"));
		return GROEI_USAGE;
	case TERMINAL_DUMB:
		fprintf(stderr, "%s\n",
		        _("groei: this terminal cannot draw screens; try “groei --accessible”, or "
		          "commands: “groei help”"));
		return GROEI_USAGE;
	}
	return GROEI_USAGE;
}

void tui_begin(struct tui *tui)
{
	struct groei_arena *arena;
	struct draft *drafts;
	size_t count = 0;

	tui_open(tui, "today", NULL);
	if (!tui->top)
		return;
	arena = groei_arena_open();
	if (groei_drafts(tui->groei, arena, &drafts, &count) == GROEI_OK && count > 0)
		tui_message(tui, P_("One text from an earlier session was kept: it is offered below",
		                    "%zu texts from earlier sessions were kept: they are offered below",
		                    count), count);
	groei_arena_close(arena);
	if (tui->settings->open && strcmp(tui->settings->open, "today") != 0)
		tui_line(tui, tui->settings->open);
}

static void finish(struct tui *tui)
{
	stack_close(tui);
	groei_close(tui->groei);
	keymap_close(tui->keymap);
	groei_arena_close(tui->frame);
	groei_arena_close(tui->pending);
	groei_buffer_free(&tui->message);
	groei_buffer_free(&tui->clipboard);
	free(tui->as);
	free(tui->as_next);
}

/* ACCESSIBLE=1 in the environment, as other programs understand it. */
static bool asks_accessible(void)
{
	const char *value = getenv("ACCESSIBLE");

	return value && *value && strcmp(value, "0") != 0;
}

int tui_run(const struct groei_options *options, const struct tui_settings *settings)
{
	struct tui tui = {.options = *options, .settings = settings};
	enum groei_status status;
	struct input *input;
	int signal;

	groei_edit_sweep();
	tui.options.patience = PATIENCE;
	if (settings->accessible || asks_accessible())
		return accessible_run(options, settings);
	tui.style = settings->ascii ? DRAW_ASCII : DRAW_LINES;
	tui.frame = groei_arena_open();
	status = open_store(&tui);
	if (status == GROEI_OK)
		status = open_terminal(&tui);
	if (status != GROEI_OK) {
		finish(&tui);
		return (int)status;
	}
	input = input_open(tui.terminal);
	load_keys(&tui);
	if (settings->mouse) {
		tui.mouse = 1;
		terminal_mouse_on(tui.terminal);
	}
	if (tui.groei)
		tui_begin(&tui);
	else
		setup_open(&tui);
	signal = loop(&tui, input);
	finish(&tui);
	input_close(input);
	if (signal)
		terminal_die(tui.terminal, signal);
	terminal_close(tui.terminal);
	return GROEI_OK;
}
