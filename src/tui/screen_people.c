/* People: who there is and how each pair stands. The list, and the brief beside it when wide. */
#include <stdio.h>
#include <string.h>

#include "detail.h"
#include "rows.h"
#include "screens.h"

enum { SPARK = 8, STATE = 22 };

struct people {
	struct rows *rows;
	struct list list;
	struct list_rows view;
	struct detail detail;
	int64_t last; /* person in focus, found again after a change */
	int64_t gone; /* the one in focus that a change took away */
	int all;      /* 1: also who left */
	int silent;   /* 1: who I lead, the longest without a talk first */
};

/* A window of who I lead, the longest silence first. */
static enum groei_status read_silent(struct screen *screen, struct groei_arena *arena,
                                     const struct person *after, int limit, void **records_out,
                                     size_t *count_out)
{
	struct groei *groei = screen->tui->groei;
	const char *words = screen->filter.length ? groei_text_key(arena, screen->filter.data) : "";
	struct standing *standing = groei_arena_take(arena, (size_t)limit * sizeof *standing);
	struct silence *silence;
	size_t count = 0, kept = 0;
	bool passed = !after;
	enum groei_status status = groei_silences(groei, arena, groei_who(groei), &silence, &count);

	for (size_t i = 0; status == GROEI_OK && i < count && kept < (size_t)limit; i++) {
		if (passed && groei_text_matches(groei_text_key(arena, silence[i].name), words))
			status = groei_standing(groei, arena, silence[i].person, &standing[kept++]);
		passed = passed || silence[i].person == after->id;
	}
	*records_out = standing;
	*count_out = status == GROEI_OK ? kept : 0;
	return status;
}

static enum groei_status read_rows(void *context, struct groei_arena *arena, const void *after,
                                   int limit, void **records_out, size_t *count_out)
{
	struct screen *screen = context;
	const struct people *people = screen->state;
	const struct groei_query query = {
		.scope = people->all ? GROEI_ALL : GROEI_OPEN,
		.words = screen->filter.length ? screen->filter.data : NULL,
		.after = after,
		.limit = limit,
	};
	struct standing *standing;
	enum groei_status status;

	if (people->silent)
		return read_silent(screen, arena, after, limit, records_out, count_out);
	status =
		groei_people(screen->tui->groei, arena, 0, &query, &standing, count_out);

	if (status == GROEI_OK)
		*records_out = standing;
	return status;
}

static const void *after(void *context, struct groei_arena *arena, const void *record)
{
	const struct standing *standing = record;
	struct person *person = groei_arena_take(arena, sizeof *person);

	(void)context;
	person->id = standing->person;
	person->name = groei_arena_text(arena, standing->name);
	person->handle = groei_arena_text(arena, standing->handle);
	return person;
}

static const struct standing *focus(struct screen *screen)
{
	const struct people *people = screen->state;

	return rows_at(people->rows, people->list.cursor);
}

static size_t count(void *context, size_t until)
{
	struct screen *screen = context;
	const struct people *people = screen->state;

	return rows_count(people->rows, until);
}

/* The word for how a pair stands, and its role. */
static const char *state_of(struct tui *tui, const struct people *people,
                            const struct standing *standing, enum theme_role *role_out)
{
	int32_t day = standing->planned ? standing->planned_day : standing->due;
	char text[GROEI_DATE_SIZE];

	*role_out = screen_due_role(tui, day);
	if (standing->person == groei_who(tui->groei)) {
		*role_out = THEME_DIM;
		return _("you");
	}
	if (standing->away) {
		struct standing alone = {.away = 1, .away_until = standing->away_until};

		*role_out = THEME_DIM;
		return groei_standing_words(tui->groei, tui->frame, &alone, "");
	}
	if (people->silent && standing->last_day == GROEI_NO_DAY)
		return _("no talk yet");
	if (people->silent) {
		groei_day_text(standing->last_day, groei_today(tui->groei), text);
		return groei_arena_print(tui->frame, _("last talk %s"), text);
	}
	if (standing->silent > 0 && !standing->planned)
		return groei_standing_words(tui->groei, tui->frame, standing, "");
	if (day == GROEI_NO_DAY)
		return "";
	groei_day_text(day, groei_today(tui->groei), text);
	if (day < groei_today(tui->groei))
		return groei_arena_print(tui->frame, _("overdue %s"), text);
	return groei_arena_print(tui->frame, standing->planned ? _("planned %s") : _("due %s"), text);
}

static void draw_row(void *context, size_t index, const struct area *area, attr_t attr)
{
	struct screen *screen = context;
	struct tui *tui = screen->tui;
	const struct people *people = screen->state;
	const struct standing *standing = rows_at(people->rows, index);
	attr_t plain = theme_attr(THEME_TEXT);
	enum theme_role role;
	const char *state;
	int name, right = area->width - 1, spark = area->width >= 70 ? SPARK : 0;
	char number[32];

	if (!standing)
		return;
	state = state_of(tui, people, standing, &role);
	name = area->width >= 70 ? 22 : area->width * 2 / 5;
	draw_text(area, 0, 1, name, attr, standing->name);
	draw_right(area, 0, right - STATE, STATE,
	           attr == plain && role != THEME_DIM ? theme_attr(role) : attr, state);
	right -= STATE + 1;
	if (spark) {
		long value[12];
		size_t known = (size_t)standing->energy_count;

		for (int i = 0; i < standing->energy_count; i++)
			value[i] = standing->energy[i] == GROEI_NONE ? DRAW_GAP : standing->energy[i];
		draw_spark(area, 0, right - SPARK, SPARK, attr == plain ? theme_attr(THEME_ACCENT) : attr,
		           value, known, 1, 10);
		right -= SPARK + 2;
	}
	if (standing->open_actions > 0) {
		snprintf(number, sizeof number, "%s %d",
		         standing->overdue_actions         ? "!"
		         : area->style == DRAW_ASCII       ? "o"
		                                           : "○",
		         standing->open_actions);
		draw_right(area, 0, right - 5, 5,
		           attr == plain && standing->overdue_actions ? theme_attr(THEME_BAD) : attr, number);
	}
	right -= 6;
	if (right - name - 3 > 4 && standing->role)
		draw_text(area, 0, name + 2, right - name - 3, attr, standing->role);
}

static enum groei_status open_people(struct screen *screen, const char *argument)
{
	struct people *people = screen->state;
	const struct rows_source source = {
		.context = screen, .size = sizeof(struct standing), .read = read_rows, .after = after};

	(void)argument;
	people->rows = rows_open(&source);
	people->view = (struct list_rows){.context = screen, .count = count, .draw = draw_row};
	return GROEI_OK;
}

static enum groei_status reload(struct screen *screen)
{
	struct people *people = screen->state;
	size_t found;

	rows_reset(people->rows);
	found = rows_refind(people->rows, people->last, &people->gone, people->list.cursor + 64);
	if (found != SIZE_MAX)
		people->list.cursor = found;
	list_keep(&people->list, &people->view);
	return GROEI_OK;
}

static struct spot draw(struct screen *screen, const struct area *body)
{
	struct people *people = screen->state;
	struct area left = *body, right = {.width = 0}, rows;
	bool wide = screen_split(body, &left, &right);
	const struct standing *standing;
	struct spot spot;

	rows = area_rows(&left, screen_filter_line(screen, &left), -1);
	people->view.empty = screen->filter.length ? _("Nobody fits these words; Esc shows all")
	                                           : _("No people yet: press a to add the first");
	spot = list_draw(&people->list, &people->view, &rows, LIST_FOCUSED);
	standing = focus(screen);
	people->last = standing ? standing->person : 0;
	if (wide)
		detail_person(&people->detail, screen->tui, &right, people->last);
	return spot;
}

static struct list *list(struct screen *screen, const struct list_rows **rows_out)
{
	struct people *people = screen->state;

	*rows_out = &people->view;
	return &people->list;
}

static enum screen_answer chosen(struct screen *screen)
{
	const struct standing *standing = focus(screen);

	if (standing)
		tui_open(screen->tui, "person", standing->handle);
	return SCREEN_USED;
}

static void selected(struct screen *screen, struct selection *selection_out)
{
	const struct standing *standing = focus(screen);

	if (standing)
		*selection_out = (struct selection){
			.entity = GROEI_PERSON, .id = standing->person, .person = standing->person};
}

static void filtered(struct screen *screen)
{
	struct people *people = screen->state;

	people->last = people->gone = 0;
	people->list.cursor = 0;
	reload(screen);
}

static void close_people(struct screen *screen)
{
	struct people *people = screen->state;

	rows_close(people->rows);
	detail_close(&people->detail);
}

static enum screen_answer show_all(struct screen *screen)
{
	struct people *people = screen->state;

	people->all = !people->all;
	reload(screen);
	tui_message(screen->tui, people->all ? _("Everybody, also who left") : _("Who is here now"));
	return SCREEN_USED;
}

static enum screen_answer by_silence(struct screen *screen)
{
	struct people *people = screen->state;

	people->silent = !people->silent;
	people->list.cursor = 0;
	people->last = people->gone = 0;
	reload(screen);
	tui_message(screen->tui, people->silent ? _("Who you lead, the longest without a talk first")
	                                        : _("By name"));
	return SCREEN_USED;
}

static const struct operation operations[] = {
	{"by silence", N_("The longest without a talk first, or by name."), by_silence},
	{"show all", N_("Also who left, or not."), show_all},
	{NULL, NULL, NULL},
};

const struct screen_kind people_screen = {
	.name = "people",
	.title = N_("People"),
	.flags = SCREEN_MAIN,
	.size = sizeof(struct people),
	.operations = operations,
	.open = open_people,
	.reload = reload,
	.draw = draw,
	.list = list,
	.chosen = chosen,
	.selected = selected,
	.filtered = filtered,
	.close = close_people,
};
