/* The first start: who am I, and start empty or look around in a sample team. The sample lives in a
 * store of its own. Knows no other screen but that Today comes next. */
#include "setup.h"

#include <stdlib.h>
#include <string.h>

#include "form.h"
#include "frame.h"
#include "screens.h"

enum focus { NAME, HANDLE, LANGUAGE, EMPTY, SAMPLE, PLACES };
enum { LABEL = 15, NOTE = 22 };

struct setup {
	struct field name, handle;
	int own_handle; /* 1: the handle was typed, not proposed */
	int toggled;    /* 1: the language was chosen, not found */
	enum focus focus;
};

/* Handle and language ------------------------------------------------------------------------- */

static void propose(struct setup *setup)
{
	char handle[HANDLE_SIZE];

	if (setup->own_handle)
		return;
	handle_from_name(editor_text(setup->name.editor, NULL), handle);
	editor_load(setup->handle.editor, handle, strlen(handle));
}

static void toggle_language(struct screen *screen)
{
	struct setup *setup = screen->state;
	struct tui *tui = screen->tui;

	if (!tui->settings->speak)
		return;
	tui->options.language = tui->options.language == GROEI_DUTCH ? GROEI_ENGLISH : GROEI_DUTCH;
	tui->settings->speak(tui->options.language);
	setup->toggled = 1;
}

/* Going on ------------------------------------------------------------------------------------ */

static void show_today(struct tui *tui, struct groei *groei)
{
	const struct setup *setup = tui->top->state;

	if (setup->toggled && tui->settings->keep_language)
		tui->settings->keep_language(tui->options.language);
	stack_close(tui);
	tui->groei = groei;
	tui_begin(tui);
	tui->quit = tui->top == NULL;
}

static void failed(struct tui *tui, struct groei *groei)
{
	tui_failed(tui, "%s", groei_why(groei).text);
	groei_close(groei);
}

static void remember_language(struct groei *groei, enum groei_language language)
{
	struct groei_arena *arena = groei_arena_open();
	struct person before, after;

	if (groei_get(groei, arena, GROEI_PERSON, groei_owner(groei), &before) == GROEI_OK) {
		after = before;
		after.language = language == GROEI_DUTCH ? PERSON_NL : PERSON_EN;
		if (after.language != before.language)
			groei_edit(groei, GROEI_PERSON, &before, &after);
	}
	groei_arena_close(arena);
}

static void start_empty(struct screen *screen)
{
	struct setup *setup = screen->state;
	struct tui *tui = screen->tui;
	const char *name = editor_text(setup->name.editor, NULL);
	const char *handle = editor_text(setup->handle.editor, NULL);
	struct groei_options options = tui->options;
	struct groei *groei;

	if (!*name || !*handle) {
		setup->focus = *name ? HANDLE : NAME;
		tui_failed(tui, *name ? _("A short name is needed: letters, such as sanne")
		                      : _("Your name first, please"));
		return;
	}
	options.flags |= GROEI_OPEN_CREATE;
	if (groei_open(&options, &groei) != GROEI_OK ||
	    groei_init(groei, handle, name) != GROEI_OK) {
		setup->focus = HANDLE;
		failed(tui, groei);
		return;
	}
	remember_language(groei, tui->options.language);
	show_today(tui, groei);
}

static int swallow(void *context, const char *bytes, size_t length)
{
	(void)context;
	(void)bytes;
	(void)length;
	return 0;
}

static void look_around(struct screen *screen)
{
	static const char *const words[] = {"demo"};
	struct tui *tui = screen->tui;
	struct groei_arena *arena = groei_arena_open();
	const struct groei_output output = {.write = swallow};
	const struct groei_input input = {.sure = 0};
	struct groei_options options = tui->options;
	const char *why = NULL;
	struct groei *groei;
	enum groei_status status =
	    groei_command_run(NULL, arena, 1, words, &output, &input, NULL, &why);

	options.store = groei_demo_store(arena, NULL);
	options.as = NULL;
	if (status != GROEI_OK) {
		tui_failed(tui, "%s", why ? why : _("The sample could not be made"));
	} else if (groei_open(&options, &groei) != GROEI_OK) {
		failed(tui, groei);
	} else {
		show_today(tui, groei);
		tui_message(tui, _("A sample team: change what you like; groei asks again at its next start"));
	}
	groei_arena_close(arena);
}

/* Keys ---------------------------------------------------------------------------------------- */

static struct field *field_of(struct setup *setup)
{
	return setup->focus == NAME ? &setup->name : setup->focus == HANDLE ? &setup->handle : NULL;
}

static enum screen_answer next_place(struct screen *screen)
{
	struct setup *setup = screen->state;

	setup->focus = (enum focus)(((int)setup->focus + 1) % PLACES);
	return SCREEN_USED;
}

static enum screen_answer previous_place(struct screen *screen)
{
	struct setup *setup = screen->state;

	setup->focus = (enum focus)(((int)setup->focus + PLACES - 1) % PLACES);
	return SCREEN_USED;
}

static enum screen_answer accept(struct screen *screen)
{
	struct setup *setup = screen->state;

	if (setup->focus == EMPTY)
		start_empty(screen);
	else if (setup->focus == SAMPLE)
		look_around(screen);
	else
		next_place(screen);
	return SCREEN_USED;
}

static enum screen_answer key(struct screen *screen, const struct key *pressed)
{
	struct setup *setup = screen->state;
	struct field *field = field_of(setup);

	if (field) {
		unsigned long before = editor_changes(field->editor);

		if (tui_typed(screen->tui, field_key(field, pressed)) != EDITOR_IGNORED) {
			if (setup->focus == HANDLE && editor_changes(field->editor) != before)
				setup->own_handle = 1;
			propose(setup);
			return SCREEN_USED;
		}
	}
	if (setup->focus == LANGUAGE && (pressed->code == K_LEFT || pressed->code == K_RIGHT ||
	                                 key_is(pressed, ' ', 0))) {
		toggle_language(screen);
		return SCREEN_USED;
	}
	if (pressed->code == K_DOWN || key_is(pressed, 'j', 0))
		return next_place(screen);
	if (pressed->code == K_UP || key_is(pressed, 'k', 0))
		return previous_place(screen);
	return SCREEN_IGNORED;
}

static enum screen_answer paste(struct screen *screen, const char *text, size_t length)
{
	struct setup *setup = screen->state;
	struct field *field = field_of(setup);

	if (!field)
		return SCREEN_IGNORED;
	tui_typed(screen->tui, field_paste(field, text, length));
	propose(setup);
	return SCREEN_USED;
}

/* Drawing ------------------------------------------------------------------------------------- */

static enum groei_status begin(struct screen *screen, const char *argument)
{
	struct setup *setup = screen->state;

	(void)argument;
	setup->name.editor = editor_open(EDITOR_ONE_LINE, GROEI_TEXT_MAX, &screen->tui->clipboard);
	setup->handle.editor = editor_open(EDITOR_ONE_LINE, HANDLE_SIZE - 1, &screen->tui->clipboard);
	return GROEI_OK;
}

static struct spot draw_choice(const struct area *area, int row, int focused, const char *label,
                               const char *note)
{
	attr_t attr = theme_attr(focused ? THEME_SELECTED : THEME_TEXT);
	const char *arrow = area->style == DRAW_ASCII ? ">" : "→";
	int used = 2;

	draw_text(area, row, 0, 1, theme_attr(THEME_KEY), focused ? arrow : " ");
	used += draw_text(area, row, used, -1, attr, " ");
	used += draw_text(area, row, used, -1, attr, label);
	used += draw_text(area, row, used, -1, attr, " ");
	draw_text(area, row, used < NOTE ? NOTE : used + 1, -1, theme_attr(THEME_DIM), note);
	return draw_spot(area, row, 2);
}

static struct spot draw_input(const struct area *area, int row, int focused, const char *label,
                              struct field *field, const char *hint)
{
	draw_text(area, row, 2, LABEL - 3, theme_attr(focused ? THEME_ACCENT : THEME_TEXT), label);
	return field_draw(field, area, row, LABEL, 32, hint);
}

static struct spot draw(struct screen *screen, const struct area *body)
{
	struct setup *setup = screen->state;
	int width = body->width - 6 < 72 ? body->width - 6 : 72, row = 0, used;
	int gap = body->height >= 14; /* a small screen has no blank lines */
	struct area area = area_columns(body, 3, width);
	struct spot spot[PLACES];

	draw_text(&area, row++, 0, -1, theme_attr(THEME_TITLE) | A_BOLD, _("Welcome to groei"));
	row += draw_wrapped(&area, row, theme_attr(THEME_DIM),
	                    _("Growth conversations, one to one: prepared in a minute, noted while you "
	                      "talk, and every promise comes back next time."));
	row += gap;
	draw_text(&area, row++, 0, -1, theme_attr(THEME_HEADING), _("Who are you?"));
	spot[NAME] = draw_input(&area, row++, setup->focus == NAME, _("Name"), &setup->name,
	                        _("your first and last name"));
	spot[HANDLE] = draw_input(&area, row++, setup->focus == HANDLE, _("Short name"), &setup->handle,
	                          _("proposed from your name"));
	draw_text(&area, row, 2, LABEL - 3,
	          theme_attr(setup->focus == LANGUAGE ? THEME_ACCENT : THEME_TEXT), _("Language"));
	used = draw_text(&area, row, LABEL, -1,
	                 theme_attr(setup->focus == LANGUAGE ? THEME_SELECTED : THEME_INPUT),
	                 screen->tui->options.language == GROEI_DUTCH ? " Nederlands " : " English ");
	draw_text(&area, row, LABEL + used + 2, -1, theme_attr(THEME_DIM),
	          _("arrow right changes it"));
	spot[LANGUAGE] = draw_spot(&area, row, LABEL);
	row += 1 + gap;
	draw_text(&area, row++, 0, -1, theme_attr(THEME_HEADING), _("Where do you want to begin?"));
	spot[EMPTY] = draw_choice(&area, row++, setup->focus == EMPTY, _("Start empty"),
	                          _("with only you in it"));
	spot[SAMPLE] = draw_choice(&area, row++, setup->focus == SAMPLE, _("Look around"),
	                           _("in a sample team of its own"));
	return spot[setup->focus];
}

static enum screen_answer back(struct screen *screen)
{
	tui_message(screen->tui, _("Ctrl-C leaves groei; nothing was made yet"));
	return SCREEN_USED;
}

static void end(struct screen *screen)
{
	struct setup *setup = screen->state;

	editor_close(setup->name.editor);
	editor_close(setup->handle.editor);
}

static const struct operation operations[] = {
	{"accept", N_("To the next question; at the last one: begin."), accept},
	{"next field", N_("To the next question."), next_place},
	{"previous field", N_("To the question before."), previous_place},
	{NULL, NULL, NULL},
};

const struct screen_kind setup_screen = {
	.name = "setup",
	.title = N_("First start"),
	.flags = SCREEN_OVERLAY | SCREEN_OWN,
	.size = sizeof(struct setup),
	.operations = operations,
	.open = begin,
	.draw = draw,
	.key = key,
	.paste = paste,
	.back = back,
	.close = end,
};

void setup_open(struct tui *tui)
{
	tui_push(tui, &setup_screen, NULL, NULL);
}
