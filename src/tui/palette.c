/* The command palette: finds commands, screens, operations and people by any letters of their name,
 * key or help, in both languages. A full command line runs as it is typed. */
#include "palette.h"

#include <stdlib.h>
#include <string.h>

#include <groei/overview.h>

#include "frame.h"
#include "records.h"
#include "room.h"
#include "screens.h"

enum { OFFERS = 400, NAMES = 8, ROWS = 12 };

struct offer {
	const char *line;  /* what it runs */
	const char *label;
	const char *help;  /* "" none */
	const char *key;   /* "" none */
	int score;
};

struct palette {
	struct field input;
	struct groei_arena *arena; /* of the offers; reset with every change */
	struct offer *offer;
	size_t count;
	struct list list;
	struct list_rows rows;
};

/* Matching ------------------------------------------------------------------------------------ */

/* How well a word fits: at the start of a word, inside one, or its letters in order; 0: not. */
static int word_score(const char *text, const char *word, size_t length)
{
	const char *at = text;
	size_t hit = 0;

	for (const char *found = text; *found; found++) {
		if (strncmp(found, word, length) != 0)
			continue;
		return found == text ? 40 : found[-1] == ' ' ? 30 : 15;
	}
	for (; *at && hit < length; at++)
		hit += *at == word[hit];
	return hit == length && length > 1 ? 3 : 0;
}

/* All words must fit; 0 when one does not. Both texts are keys. */
static int score(const char *name, const char *more, const char *words)
{
	int sum = 1;

	while (*words) {
		size_t length = strcspn(words, " ");
		int first = word_score(name, words, length) * 3;
		int second = strstr(more, " ") ? word_score(more, words, length) : 0;

		if (second == 3)
			second = 0; /* scattered letters in a whole sentence mean nothing */
		if (length && first == 0 && second == 0)
			return 0;
		sum += first > second ? first : second;
		words += length;
		words += strspn(words, " ");
	}
	return sum;
}

static void consider(struct palette *palette, const char *words, struct offer offer,
                     const char *english)
{
	struct groei_arena *arena = palette->arena;
	const char *name = groei_text_key(arena, groei_arena_print(arena, "%s %s", offer.label,
	                                                           offer.line));
	const char *more = groei_text_key(arena, groei_arena_print(arena, "%s %s %s", english,
	                                                           offer.help, offer.key));

	offer.score = *words ? score(name, more, words) : 1;
	if (*words && strcmp(groei_text_key(arena, offer.key), words) == 0)
		offer.score += 200;
	if (offer.score > 0 && palette->count < OFFERS)
		palette->offer[palette->count++] = offer;
}

static int by_score(const void *a, const void *b)
{
	const struct offer *x = a, *y = b;

	if (x->score != y->score)
		return x->score < y->score ? 1 : -1;
	return strcmp(x->label, y->label);
}

/* Gathering ----------------------------------------------------------------------------------- */

static const char *key_for(struct screen *screen, struct groei_arena *arena, const char *command)
{
	const struct binding *binding = frame_key_of(screen, command);
	char label[32];

	if (!binding)
		return "";
	key_label(&binding->key, label, sizeof label);
	return groei_arena_text(arena, label);
}

/* A command's line: with what is selected on the screen where it fits its first argument. */
static const char *line_for(struct groei_arena *arena, const struct groei_command *row,
                            const char *name, const struct selection *selection)
{
	const struct groei_table *table = row->noun ? groei_table_named(row->noun) : NULL;

	if (strncmp(row->arguments, "id", 2) == 0 && table && selection->id &&
	    (table->entity == selection->entity ||
	     (table->entity == GROEI_PERSON && selection->person)))
		return groei_arena_print(arena, "%s {%s}", name, row->noun);
	if (strncmp(row->arguments, "person", 6) == 0 && selection->person)
		return groei_arena_print(arena, "%s {handle}", name);
	return name;
}

static const char *key_of_command(struct screen *below, struct groei_arena *arena, const char *name)
{
	size_t count, length = strlen(name);
	const struct binding *all = keymap_all(below->tui->keymap, &count);

	for (size_t i = 0; i < count; i++) {
		const char *command = all[i].command;

		if (strncmp(command, "form ", 5) == 0)
			command += 5;
		if (strncmp(command, name, length) == 0 && (!command[length] || command[length] == ' ') &&
		    frame_binding(below, &all[i].key) == &all[i])
			return key_for(below, arena, all[i].command);
	}
	return "";
}

static void gather_commands(struct screen *screen, const char *words)
{
	struct palette *palette = screen->state;
	struct selection selection;

	tui_selection(screen->tui, &selection);
	for (const struct groei_command *row = groei_commands(); row->verb; row++) {
		const char *name = row->noun ? groei_arena_print(palette->arena, "%s %s", row->noun,
		                                                 row->verb)
		                             : row->verb;

		if (row->flags & COMMAND_HIDDEN || screen_kind_named(name))
			continue;
		consider(palette, words,
		         (struct offer){.line = line_for(palette->arena, row, name, &selection),
		                        .label = name,
		                        .help = _(row->help),
		                        .key = key_of_command(screen->below, palette->arena, name)},
		         row->help);
	}
}

static void gather_operations(struct screen *screen, const struct operation *table,
                              const char *words)
{
	struct palette *palette = screen->state;

	for (; table && table->name; table++)
		consider(palette, words,
		         (struct offer){.line = table->name,
		                        .label = table->name,
		                        .help = _(table->help),
		                        .key = key_for(screen->below, palette->arena, table->name)},
		         table->help);
}

static void gather_screens(struct screen *screen, const char *words)
{
	struct palette *palette = screen->state;
	const struct screen_kind *const *kinds = screen_kinds();

	for (size_t i = 0; kinds[i]; i++) {
		if (kinds[i]->flags & (SCREEN_HIDDEN | SCREEN_OWN))
			continue;
		consider(palette, words,
		         (struct offer){.line = kinds[i]->name,
		                        .label = _(kinds[i]->title),
		                        .help = _("screen"),
		                        .key = key_for(screen->below, palette->arena, kinds[i]->name)},
		         kinds[i]->title);
	}
	for (size_t i = 0; records_listed(i); i++) {
		const struct groei_table *table = records_listed(i);

		consider(palette, words,
		         (struct offer){.line = groei_arena_print(palette->arena, "records %s",
		                                                  table->name),
		                        .label = _(table->plural),
		                        .help = _("screen"),
		                        .key = ""},
		         table->plural);
	}
}

static void gather_people(struct screen *screen, const char *words)
{
	struct palette *palette = screen->state;
	/* Behind "as": whoever goes on. */
	bool as = strncmp(words, "as ", 3) == 0;
	const struct groei_query query = {
	    .scope = GROEI_OPEN, .words = words + (as ? 3 : 0), .limit = NAMES};
	struct groei *groei = screen->tui->groei;
	void *records;
	size_t count = 0;

	if (!*words || !groei || groei_list(groei, palette->arena, GROEI_PERSON, &query, &records,
	                                    &count) != GROEI_OK)
		return;
	for (size_t i = 0; i < count; i++) {
		const struct person *person = (const struct person *)records + i;
		const char *line = groei_arena_print(palette->arena, as ? "as %s" : "person %s",
		                                     person->handle);

		consider(palette, words,
		         (struct offer){.line = line,
		                        .label = as ? groei_arena_print(palette->arena, "as %s",
		                                                        person->name)
		                                    : person->name,
		                        .help = person->role ? person->role : _("person"),
		                        .key = ""},
		         as ? line : person->handle);
	}
}

static void gather(struct screen *screen)
{
	struct palette *palette = screen->state;
	const char *words;

	groei_arena_reset(palette->arena);
	words = groei_text_key(palette->arena, editor_text(palette->input.editor, NULL));
	words += strspn(words, " ");
	palette->count = 0;
	palette->offer = groei_arena_take(palette->arena, OFFERS * sizeof *palette->offer);
	gather_people(screen, words);
	gather_screens(screen, words);
	gather_commands(screen, words);
	gather_operations(screen, screen->below->kind->operations, words);
	gather_operations(screen, common_operations, words);
	if (*words)
		qsort(palette->offer, palette->count, sizeof *palette->offer, by_score);
	palette->list = (struct list){.cursor = 0};
}

/* The overlay --------------------------------------------------------------------------------- */

static size_t count_offers(void *context, size_t until)
{
	const struct palette *palette = ((struct screen *)context)->state;

	(void)until;
	return palette->count;
}

static void draw_row(void *context, size_t index, const struct area *area, attr_t attr)
{
	const struct palette *palette = ((struct screen *)context)->state;
	const struct offer *offer = &palette->offer[index];
	bool plain = attr == theme_attr(THEME_TEXT);
	int key = draw_right(area, 0, area->width - 10, 9, plain ? theme_attr(THEME_KEY) : attr,
	                     offer->key);

	draw_text(area, 0, 1, 21, attr, offer->label);
	draw_text(area, 0, 23, area->width - 25 - key, plain ? theme_attr(THEME_DIM) : attr,
	          offer->help);
}

static enum groei_status begin(struct screen *screen, const char *argument)
{
	struct palette *palette = screen->state;

	(void)argument;
	palette->arena = groei_arena_open();
	palette->input.editor = editor_open(EDITOR_ONE_LINE, GROEI_TEXT_MAX, &screen->tui->clipboard);
	palette->rows = (struct list_rows){.context = screen,
	                                   .count = count_offers,
	                                   .draw = draw_row,
	                                   .empty = _("Nothing is called so; Enter runs it as typed")};
	gather(screen);
	return GROEI_OK;
}

static struct spot draw(struct screen *screen, const struct area *body)
{
	struct palette *palette = screen->state;
	struct area inner = screen_box(body, ROWS + 2, 84, _("Commands, screens, people")), rows;
	struct spot spot;

	draw_text(&inner, 0, 1, 1, theme_attr(THEME_KEY), ":");
	rows = area_rows(&inner, 2, -1);
	if (palette->count == 0)
		rows = area_columns(&rows, 1, -1);
	list_draw(&palette->list, &palette->rows, &rows, LIST_FOCUSED);
	draw_rule(&inner, 1, NULL);
	spot = field_draw(&palette->input, &inner, 0, 3, inner.width - 4,
	                  _("a few letters, or a whole command"));
	return spot;
}

/* Whether the typed words begin with a whole command and go on behind it, or are one. */
static bool is_command_line(const char *text)
{
	for (const struct groei_command *row = groei_commands(); row->verb; row++) {
		const char *at = text + strspn(text, " ");
		size_t length;

		if (row->noun) {
			length = strlen(row->noun);
			if (strncmp(at, row->noun, length) != 0 || at[length] != ' ')
				continue;
			at += length;
			at += strspn(at, " ");
		}
		length = strlen(row->verb);
		if (strncmp(at, row->verb, length) == 0 && (at[length] == ' ') &&
		    at[length + strspn(at + length, " ")])
			return true;
	}
	return false;
}

static enum screen_answer run_it(struct screen *screen)
{
	struct palette *palette = screen->state;
	struct tui *tui = screen->tui;
	const char *text = editor_text(palette->input.editor, NULL);
	char *line;

	if (palette->count == 0 || is_command_line(text))
		line = room_copy(text);
	else
		line = room_copy(palette->offer[palette->list.cursor].line);
	tui_back(tui);
	if (line && *line)
		tui_line(tui, line);
	free(line);
	return SCREEN_USED;
}

static enum screen_answer key(struct screen *screen, const struct key *pressed)
{
	struct palette *palette = screen->state;
	unsigned long before = editor_changes(palette->input.editor);

	if (pressed->code == K_ESCAPE)
		return SCREEN_IGNORED;
	if (pressed->code == K_ENTER)
		return run_it(screen);
	if (pressed->code == K_UP || pressed->code == K_DOWN || pressed->code == K_PAGE_UP ||
	    pressed->code == K_PAGE_DOWN) {
		list_key(&palette->list, &palette->rows, pressed);
		return SCREEN_USED;
	}
	if (pressed->code == K_TAB && palette->count) {
		const char *label = palette->offer[palette->list.cursor].line;

		editor_replace(palette->input.editor, label, strlen(label));
		editor_type(palette->input.editor, " ", 1);
		gather(screen);
		return SCREEN_USED;
	}
	if (tui_typed(screen->tui, field_key(&palette->input, pressed)) == EDITOR_IGNORED)
		return SCREEN_IGNORED;
	if (editor_changes(palette->input.editor) != before)
		gather(screen);
	return SCREEN_USED;
}

static enum screen_answer paste(struct screen *screen, const char *text, size_t length)
{
	struct palette *palette = screen->state;

	tui_typed(screen->tui, field_paste(&palette->input, text, length));
	gather(screen);
	return SCREEN_USED;
}

static void end(struct screen *screen)
{
	struct palette *palette = screen->state;

	editor_close(palette->input.editor);
	groei_arena_close(palette->arena);
}

static const struct operation operations[] = {
	{"run", N_("Run what is selected, or the whole line as typed."), run_it},
	{NULL, NULL, NULL},
};

const struct screen_kind palette_screen = {
	.name = "palette",
	.title = N_("Palette"),
	.flags = SCREEN_OVERLAY | SCREEN_OWN,
	.size = sizeof(struct palette),
	.operations = operations,
	.open = begin,
	.draw = draw,
	.key = key,
	.paste = paste,
	.close = end,
};

void palette_open(struct tui *tui)
{
	tui_push(tui, &palette_screen, NULL, NULL);
}
