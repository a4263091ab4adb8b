/* Draws the frame: title line, body, message line, hints; and the pieces screens share. Only reads
 * what it shows; the loop in tui.c decides when. */
#include "frame.h"

#include <stdio.h>
#include <string.h>

static const char *one_line(struct tui *tui, const char *text)
{
	return groei_text_safe_line(tui->frame, text);
}

/* Title ------------------------------------------------------------------------------------- */

static int draw_tabs(const struct area *row, int column, const struct screen_kind *here)
{
	const struct screen_kind *const *kinds = screen_kinds();
	int number = 0;

	for (size_t i = 0; kinds[i]; i++) {
		char label[96];
		attr_t attr;

		if (!(kinds[i]->flags & SCREEN_MAIN))
			continue;
		number++;
		attr = theme_attr(kinds[i] == here ? THEME_SELECTED : THEME_TEXT);
		snprintf(label, sizeof label, " %d %s ", number, _(kinds[i]->title));
		column += draw_text(row, 0, column, -1, attr, label);
	}
	return column;
}

static const char *last_part(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash && slash[1] ? slash + 1 : path;
}

/* Whose store this is and the day, as much of it as there is room for; through whose eyes it is seen
 * goes before the day, where they are not the owner's. A screen about a conversation shows its own
 * day, beside which this one alone would mislead. */
static void draw_where(struct tui *tui, const struct area *row, int used, bool day_alone)
{
	const char *who = one_line(
	    tui, groei_person_name(tui->groei, tui->frame, groei_who(tui->groei)));
	bool owner = groei_who(tui->groei) == groei_owner(tui->groei);
	const char *way[4];
	char day[GROEI_DATE_SIZE];
	int32_t today = groei_today(tui->groei);

	groei_day_text(today, today, day);
	way[3] = day_alone ? day : "";
	way[2] = owner ? way[3] : who;
	way[1] = groei_arena_print(tui->frame, "%s · %s", who, day);
	way[0] = groei_arena_print(tui->frame, "%s · %s",
	                           one_line(tui, last_part(groei_store_name(tui->groei))), way[1]);
	for (int i = row->width < SCREEN_WIDE; i < 4; i++) {
		if (groei_text_cells(way[i], strlen(way[i])) + 2 < row->width - used) {
			draw_right(row, 0, used, row->width - used - 1, theme_attr(THEME_DIM), way[i]);
			return;
		}
	}
}

/* What stands right of the title. When it is too long, what stands before its first " · " (a name) gives way,
 * so that what follows is read too. Returns the cells used. */
static int draw_subtitle(const struct area *row, int column, const char *text)
{
	enum { NAME_LEAST = 8 };
	int room = row->width - column - 1, over = groei_text_cells(text, strlen(text)) - room;
	const char *rest = strstr(text, " · ");
	int name = rest ? groei_text_cells(text, (size_t)(rest - text)) : 0;
	int used = 0;

	if (over > 0 && name > NAME_LEAST) {
		name = name - over > NAME_LEAST ? name - over : NAME_LEAST;
		used = draw_bytes(row, 0, column, name, theme_attr(THEME_ACCENT), text,
		                  (size_t)(rest - text));
		text = rest;
	}
	return used + draw_text(row, 0, column + used, room - used, theme_attr(THEME_ACCENT), text);
}

static void draw_title(struct tui *tui, const struct area *row)
{
	const struct screen *screen = stack_main(tui);
	attr_t attr = theme_attr(THEME_TEXT);
	const char *subtitle = screen->kind->subtitle ? screen->kind->subtitle(stack_main(tui)) : NULL;
	int used;

	draw_fill(row, 0, 0, -1, attr);
	used = draw_text(row, 0, 1, -1, theme_attr(THEME_TITLE) | A_BOLD, "groei") + 2;
	if (screen->kind->flags & SCREEN_MAIN) {
		used = draw_tabs(row, used, screen->kind);
	} else {
		used += draw_text(row, 0, used, -1, theme_attr(THEME_SELECTED),
		                  groei_arena_print(tui->frame, " %s ",
		                                    screen->kind->titled
		                                        ? screen->kind->titled(stack_main(tui))
		                                        : _(screen->kind->title)));
	}
	if (subtitle && *subtitle)
		used += 1 + draw_subtitle(row, used + 1, one_line(tui, subtitle));
	if (tui->groei && groei_who(tui->groei))
		draw_where(tui, row, used, (screen->kind->flags & SCREEN_MAIN) != 0);
}

/* Hints ------------------------------------------------------------------------------------- */

static void key_words(struct tui *tui, const struct binding *binding, const char **key_out,
                      const char **label_out)
{
	char label[32];

	key_label(&binding->key, label, sizeof label);
	*key_out = groei_arena_text(tui->frame, label);
	*label_out = binding->label ? _(binding->label) : "";
}

static int draw_hint(const struct area *row, int column, const char *key, const char *label)
{
	column += draw_text(row, 0, column, -1, theme_attr(THEME_KEY), key);
	column += 1 + draw_text(row, 0, column + 1, -1, theme_attr(THEME_DIM), label);
	return column;
}

static int hint_width(const char *key, const char *label)
{
	return groei_text_cells(key, strlen(key)) + 1 + groei_text_cells(label, strlen(label));
}

/* Whether the key is a letter where letters are text now. */
static bool is_text(const struct screen *screen, const struct key *key)
{
	char text[5];

	return screen->kind->writing && key_text(key, text) > 0 &&
	       screen->kind->writing((struct screen *)screen);
}

/* Whether a row can be opened now. */
static bool has_list(const struct screen *screen)
{
	const struct list_rows *rows;

	return screen->kind->list && screen->kind->list((struct screen *)screen, &rows);
}

/* The names under which keys.conf speaks of a screen, in order; NULL ends them. */
static void scopes_of(const struct screen *screen, const char *scopes_out[4])
{
	size_t n = 0;

	scopes_out[n++] = screen->kind->name;
	if (has_list(screen))
		scopes_out[n++] = "list";
	scopes_out[n++] = screen->kind->flags & SCREEN_OVERLAY ? "dialog" : "any";
	scopes_out[n] = NULL;
}

/* Hints in the order of keys.conf, screen before list before any; "?" stands at the right and is
 * the last to go. */
static void draw_hints(struct tui *tui, const struct area *row)
{
	const struct screen *screen = tui->top;
	const struct binding *help = frame_key_of(screen, "help");
	const char *scopes[4], *key, *label;
	const struct binding *all;
	int column = 1, right = row->width - 1;
	size_t count;

	if (help && help->label) {
		key_words(tui, help, &key, &label);
		right -= hint_width(key, label);
		if (right >= 0)
			draw_hint(row, right, key, label);
	}
	scopes_of(screen, scopes);
	all = keymap_all(tui->keymap, &count);
	for (size_t s = 0; scopes[s]; s++) {
		for (size_t i = 0; i < count; i++) {
			const struct binding *binding = &all[i];

			if (!binding->label || strcmp(binding->screen, scopes[s]) != 0 ||
			    strcmp(binding->command, "help") == 0 || is_text(screen, &binding->key) ||
			    (strcmp(binding->command, "open") == 0 && !has_list(screen)) ||
			    frame_binding(screen, &binding->key) != binding ||
			    (!screen->kind->filtered && strcmp(binding->command, "filter") == 0))
				continue;
			key_words(tui, binding, &key, &label);
			if (column + hint_width(key, label) + 2 > right)
				return;
			column = draw_hint(row, column, key, label) + 2;
		}
	}
}

/* One row; a longer message also takes the one above it. */
static void draw_message(struct tui *tui, const struct area *rows)
{
	attr_t attr = theme_attr(tui->message_failed ? THEME_ERROR : THEME_STATUS);
	struct area area = area_columns(rows, 1, rows->width - 2);
	const char *text = tui->message.length ? one_line(tui, tui->message.data) : "";

	if (groei_text_cells(text, strlen(text)) <= area.width) {
		draw_text(&area, 1, 0, area.width, attr, text);
		return;
	}
	draw_clear(rows);
	draw_wrapped(&area, 0, attr, text);
}

/* The whole ---------------------------------------------------------------------------------- */

static struct spot draw_screens(struct screen *screen, const struct area *body)
{
	struct spot spot = draw_spot(body, 0, 0);

	if (screen->kind->flags & SCREEN_OVERLAY && screen->below)
		draw_screens(screen->below, body);
	spot = screen->kind->draw(screen, body);
	return screen->filtering ? screen->filter_spot : spot;
}

static void draw_too_small(struct tui *tui, const struct area *all)
{
	const char *text = groei_arena_print(
	    tui->frame, _("groei needs %dx%d cells, here are %dx%d: make the window larger"),
	    SCREEN_LEAST_COLUMNS, SCREEN_LEAST_ROWS, all->width, all->height);

	draw_wrapped(all, 0, theme_attr(THEME_TEXT), text);
	draw_cursor(draw_spot(all, 0, 0));
}

void frame_draw(struct tui *tui)
{
	struct area all = area_screen(tui->style), row, body;
	struct spot spot;

	groei_arena_reset(tui->frame);
	erase();
	if (all.width < SCREEN_LEAST_COLUMNS || all.height < SCREEN_LEAST_ROWS) {
		draw_too_small(tui, &all);
		return;
	}
	stack_refresh(tui);
	row = area_rows(&all, 0, 1);
	draw_title(tui, &row);
	body = area_rows(&all, 2, all.height - 4);
	spot = draw_screens(tui->top, &body);
	row = area_rows(&all, all.height - 3, 2);
	draw_message(tui, &row);
	row = area_rows(&all, all.height - 1, 1);
	draw_hints(tui, &row);
	draw_cursor(spot);
}

/* What a key does ---------------------------------------------------------------------------- */

const struct binding *frame_binding(const struct screen *screen, const struct key *key)
{
	const char *scopes[4];

	scopes_of(screen, scopes);
	for (size_t i = 0; scopes[i]; i++) {
		const struct binding *found = keymap_find(screen->tui->keymap, scopes[i], key);

		if (found)
			return *found->command ? found : NULL;
	}
	return NULL;
}

const struct binding *frame_key_of(const struct screen *screen, const char *command)
{
	size_t count;
	const struct binding *all = keymap_all(screen->tui->keymap, &count);

	for (size_t i = 0; i < count; i++) {
		if (strcmp(all[i].command, command) == 0 && !is_text(screen, &all[i].key) &&
		    frame_binding(screen, &all[i].key) == &all[i])
			return &all[i];
	}
	return NULL;
}

/* Pieces for screens ------------------------------------------------------------------------- */

struct area screen_box(const struct area *body, int rows, int columns, const char *title)
{
	struct area box, band;

	if (columns > body->width - 4)
		columns = body->width - 4;
	if (rows > body->height - 2)
		rows = body->height - 2;
	box = area_centre(body, rows + 2, columns);
	band = area_rows(body, box.y - body->y, box.height);
	draw_clear(&band);
	return draw_box(&box, title);
}

bool screen_split(const struct area *body, struct area *left_out, struct area *right_out)
{
	int left = body->width * 9 / 20;

	if (body->width < SCREEN_WIDE)
		return false;
	draw_divider(body, left);
	*left_out = area_columns(body, 0, left);
	*right_out = area_columns(body, left + 2, body->width - left - 3);
	return true;
}

const char *screen_first_name(struct tui *tui, int64_t person)
{
	const char *name = groei_person_name(tui->groei, tui->frame, person);

	return groei_arena_copy(tui->frame, name, strcspn(name, " "));
}

const char *screen_day(struct tui *tui, int32_t day)
{
	char text[GROEI_DATE_SIZE], distance[GROEI_DATE_SIZE];
	int32_t today = groei_today(tui->groei);

	if (day == GROEI_NO_DAY)
		return "";
	groei_day_text(day, today, text);
	if (day - today > 21 || today - day > 21)
		return groei_arena_text(tui->frame, text);
	groei_day_distance(day, today, distance);
	return groei_arena_print(tui->frame, "%s · %s", text, distance);
}

enum theme_role screen_due_role(struct tui *tui, int32_t day)
{
	int32_t today = groei_today(tui->groei);

	if (day == GROEI_NO_DAY)
		return THEME_DIM;
	if (day < today)
		return THEME_BAD;
	return day <= today + 1 ? THEME_WARN : THEME_DIM;
}

const char *screen_more(struct groei_arena *arena, size_t more, const char *command)
{
	if (!command)
		return groei_arena_print(arena, _("and %zu more"), more);
	return groei_arena_print(arena, _("and %zu more: “:%s” shows all"), more, command);
}

const char *screen_choice(const struct groei_field *field, int32_t value)
{
	if (!field || !field->choices || value < 0)
		return "";
	for (int32_t i = 0; field->choices[i].code; i++) {
		if (i == value)
			return _(field->choices[i].label);
	}
	return "";
}
