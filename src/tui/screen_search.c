/* Search: words on top, below them where they stand, beside that the record in wide terminals. Looks once
 * for all keys that came together, and in a store so large that it is felt only at a pause. Knows no noun but
 * those with a screen of their own. */
#include <string.h>

#include <groei/search.h>

#include "clock.h"
#include "detail.h"
#include "records.h"
#include "screens.h"

enum { HITS = 100, WORDS = 200, TALL = 16, FELT = 150 }; /* FELT: ms */

/* Each hit is two rows of the list: a heading with whose and what it is, and the snippet, which has the
 * focus. */
struct search_screen {
	struct field input;
	unsigned long looked;     /* changes of the input when it was last looked */
	enum search_scope scope;
	struct search_hit *hit;   /* in screen->arena */
	size_t count;
	int more;
	int slow;                 /* 1: the last look was felt, the next waits for a pause */
	const char *why;          /* the search was refused, in screen->arena; NULL: it was not */
	int64_t last;             /* the hit in focus, found again after a change */
	struct list list;
	struct list_rows rows;

	/* The record beside the list, as last read. */
	struct detail person;
	struct groei_arena *arena;
	enum groei_entity entity;
	int64_t id, revision;
	void *record;             /* NULL: it is gone */
};

static const char *words_of(const struct search_screen *state)
{
	return editor_text(state->input.editor, NULL);
}

static const struct search_hit *hit_in_focus(const struct search_screen *state)
{
	size_t index = state->list.cursor / 2;

	return index < state->count ? &state->hit[index] : NULL;
}

/* Looking -------------------------------------------------------------------------------------- */

static enum groei_status reload(struct screen *screen)
{
	struct search_screen *state = screen->state;
	const struct search search = {.words = words_of(state), .scope = state->scope, .limit = HITS};
	int64_t began = clock_ms();
	size_t focus = 0;

	state->looked = editor_changes(state->input.editor);
	state->hit = NULL;
	state->count = 0;
	state->more = 0;
	state->why = NULL;
	if (groei_search(screen->tui->groei, screen->arena, &search, &state->hit, &state->count,
	                 &state->more) != GROEI_OK)
		state->why = groei_arena_text(screen->arena, groei_why(screen->tui->groei).text);
	state->slow = clock_ms() - began > FELT;
	for (size_t i = 0; i < state->count; i++) {
		if (state->hit[i].id == state->last)
			focus = i;
	}
	state->list.cursor = focus * 2 + 1;
	list_keep(&state->list, &state->rows);
	return GROEI_OK;
}

static void look_again(struct screen *screen)
{
	struct search_screen *state = screen->state;

	state->last = 0;
	state->list.top = 0;
	groei_arena_reset(screen->arena);
	reload(screen);
}

static bool is_behind(const struct search_screen *state)
{
	return state->looked != editor_changes(state->input.editor);
}

/* Before hits are used: they are those of the words that stand there now. */
static void keep_up(struct screen *screen)
{
	if (is_behind(screen->state))
		look_again(screen);
}

static int at_pause(struct screen *screen)
{
	keep_up(screen);
	return -1;
}

/* The list ------------------------------------------------------------------------------------- */

static size_t count(void *context, size_t until)
{
	const struct search_screen *state = ((struct screen *)context)->state;

	(void)until;
	return state->count * 2;
}

static bool is_heading(void *context, size_t index)
{
	(void)context;
	return index % 2 == 0;
}

static void draw_source(struct screen *screen, const struct search_hit *hit,
                        const struct area *area, attr_t attr)
{
	const struct groei_table *table = groei_table(hit->entity);
	struct tui *tui = screen->tui;
	bool plain = attr == theme_attr(THEME_TEXT);
	const char *rest = _(table->label);
	int column = 1;

	if (hit->day != GROEI_NO_DAY) {
		char day[GROEI_DATE_SIZE];

		groei_day_text(hit->day, groei_today(tui->groei), day);
		rest = groei_arena_print(tui->frame, "%s · %s", rest, day);
	}
	if (strcmp(hit->field->name, table->title) != 0)
		rest = groei_arena_print(tui->frame, "%s · %s", rest, _(hit->field->label));
	if (hit->person) {
		column += draw_text(area, 0, column, -1, plain ? theme_attr(THEME_ACCENT) : attr,
		                    groei_person_name(tui->groei, tui->frame, hit->person));
		rest = groei_arena_print(tui->frame, " · %s", rest);
	}
	draw_text(area, 0, column, -1, plain ? theme_attr(THEME_DIM) : attr, rest);
}

static void draw_snippet(const struct search_hit *hit, const struct area *row, attr_t attr)
{
	struct area area = area_columns(row, 3, row->width - 4);
	size_t at = 0;
	int column = 0;

	for (size_t i = 0; i < hit->mark_count; i++) {
		const struct search_mark *mark = &hit->marks[i];

		column += draw_bytes(&area, 0, column, -1, attr, hit->snippet + at, mark->at - at);
		column += draw_bytes(&area, 0, column, -1, attr | A_BOLD | A_UNDERLINE,
		                     hit->snippet + mark->at, mark->length);
		at = mark->at + mark->length;
	}
	draw_text(&area, 0, column, -1, attr, hit->snippet + at);
}

static void draw_row(void *context, size_t index, const struct area *area, attr_t attr)
{
	struct screen *screen = context;
	const struct search_screen *state = screen->state;
	const struct search_hit *hit = &state->hit[index / 2];

	if (index % 2 == 1) {
		draw_snippet(hit, area, attr);
		return;
	}
	if (state->list.cursor == index + 1) {
		attr = theme_attr(THEME_SELECTED);
		draw_fill(area, 0, 0, -1, attr);
	}
	draw_source(screen, hit, area, attr);
}

/* The screen ----------------------------------------------------------------------------------- */

static enum groei_status begin(struct screen *screen, const char *argument)
{
	struct search_screen *state = screen->state;

	state->input.editor = editor_open(EDITOR_ONE_LINE, WORDS, &screen->tui->clipboard);
	if (argument)
		editor_load(state->input.editor, argument, strlen(argument));
	state->arena = groei_arena_open();
	state->rows = (struct list_rows){
		.context = screen, .count = count, .draw = draw_row, .heading = is_heading};
	return GROEI_OK;
}

static int draw_scope(struct screen *screen, const struct area *body)
{
	const struct search_screen *state = screen->state;
	const char *label[] = {[SEARCH_MINE] = _("Me and my people"), [SEARCH_EVERY] = _("Everybody")};
	const char *found = "";
	int column = 1;

	for (enum search_scope i = SEARCH_MINE; i <= SEARCH_EVERY; i++) {
		const char *text = groei_arena_print(screen->tui->frame, " %s ", label[i]);

		column += draw_text(body, 1, column, -1,
		                    theme_attr(i == state->scope ? THEME_SELECTED : THEME_TEXT), text);
	}
	if (is_behind(state))
		found = _("looking once you pause");
	else if (state->more)
		found = groei_arena_print(screen->tui->frame,
		                          _("the first %zu: one more word finds fewer"), state->count);
	else if (state->count)
		found = groei_arena_print(screen->tui->frame,
		                          P_("found once", "found %zu times", state->count),
		                          state->count);
	if (column + 2 + groei_text_cells(found, strlen(found)) < body->width)
		draw_right(body, 1, 0, body->width - 1, theme_attr(THEME_DIM), found);
	return body->height >= TALL ? 3 : 2;
}

static void draw_examples(const struct area *area)
{
	static const struct {
		const char *words, *what;
	} examples[] = {
		{N_("present"), N_("a word or a part of one; accents and capitals do not matter")},
		{N_("sql report"), N_("both, anywhere in the same record")},
		{N_("\"more time\""), N_("these words together")},
	};
	struct area inside = area_columns(area, 1, area->width - 2), what;
	int row;

	row = draw_wrapped(&inside, 0, theme_attr(THEME_TEXT),
	                   _("Type words: all that you may see is looked through. For example:"));
	for (size_t i = 0; i < sizeof examples / sizeof examples[0]; i++) {
		draw_text(&inside, ++row, 0, 16, theme_attr(THEME_KEY), _(examples[i].words));
		what = area_rows(&inside, row, -1);
		what = area_columns(&what, 18, -1);
		row += draw_wrapped(&what, 0, theme_attr(THEME_DIM), _(examples[i].what)) - 1;
	}
}

/* The record of a hit, read again only when it or the store changed. */
static void draw_record(struct screen *screen, const struct search_hit *hit,
                        const struct area *area)
{
	struct search_screen *state = screen->state;
	struct groei *groei = screen->tui->groei;
	const struct groei_table *table;

	if (!hit)
		return;
	if (hit->entity == GROEI_PERSON) {
		detail_person(&state->person, screen->tui, area, hit->id);
		return;
	}
	if (state->id != hit->id || state->revision != screen->revision) {
		groei_arena_reset(state->arena);
		table = groei_table(hit->entity);
		state->entity = hit->entity;
		state->id = hit->id;
		state->revision = screen->revision;
		state->record = groei_arena_take(state->arena, table->size);
		if (groei_get(groei, state->arena, hit->entity, hit->id, state->record) != GROEI_OK)
			state->record = NULL;
	}
	detail_record(screen->tui, area, state->entity, state->record);
}

static struct spot draw(struct screen *screen, const struct area *body)
{
	struct search_screen *state = screen->state;
	struct area rows, left, right = {.width = 0};
	const struct search_hit *hit;
	struct spot spot;
	bool wide;
	int used;

	if (!state->slow)
		keep_up(screen);
	used = 2 + draw_text(body, 0, 1, -1, theme_attr(THEME_KEY), _("Look for"));
	spot = field_draw(&state->input, body, 0, used, body->width - used - 1, _("words"));
	rows = area_rows(body, draw_scope(screen, body), -1);
	if (!words_of(state)[strspn(words_of(state), " ")]) {
		draw_examples(&rows);
		return spot;
	}
	if (state->why)
		state->rows.empty = state->why;
	else if (state->scope == SEARCH_MINE)
		state->rows.empty = _("Nothing like that about you and the people you lead; Tab looks at "
		                      "everybody");
	else
		state->rows.empty = _("Nothing like that about anybody; fewer or shorter words find more");
	left = rows;
	wide = state->count > 0 && screen_split(&rows, &left, &right);
	list_draw(&state->list, &state->rows, &left, LIST_FOCUSED);
	hit = hit_in_focus(state);
	state->last = hit ? hit->id : 0;
	if (wide)
		draw_record(screen, hit, &right);
	return spot;
}

static struct list *list(struct screen *screen, const struct list_rows **rows_out)
{
	struct search_screen *state = screen->state;

	*rows_out = &state->rows;
	return &state->list;
}

/* Opening --------------------------------------------------------------------------------------- */

static bool can_edit(const struct groei_table *table)
{
	for (const struct groei_command *row = groei_commands(); row->verb; row++) {
		if (row->noun && strcmp(row->noun, table->name) == 0 && strcmp(row->verb, "edit") == 0)
			return true;
	}
	return false;
}

static bool is_listed(const struct groei_table *table)
{
	for (size_t i = 0; records_listed(i); i++) {
		if (records_listed(i) == table)
			return true;
	}
	return false;
}

/* A conversation, at the notes or the question in which it was found. */
static void open_talk(struct screen *screen, const struct search_hit *hit)
{
	struct tui *tui = screen->tui;
	int64_t talk = hit->conversation ? hit->conversation : hit->id;
	char code[GROEI_CODE_SIZE];
	const char *place = strcmp(hit->field->name, "notes") == 0 ? "/notes" : "";
	struct answer answer;

	if (hit->entity == GROEI_ANSWER &&
	    groei_get(tui->groei, tui->frame, GROEI_ANSWER, hit->id, &answer) == GROEI_OK)
		place = groei_arena_print(tui->frame, "/%s", answer.question);
	tui_open(tui, "conversation",
	         groei_arena_print(tui->frame, "%s%s", groei_code(talk, code), place));
}

/* Where it lives: its screen, the conversation of an answer, its form, the list of its noun, its person. */
static enum screen_answer chosen(struct screen *screen)
{
	const struct search_hit *hit = hit_in_focus(screen->state);
	const struct groei_table *table;
	struct tui *tui = screen->tui;

	if (!hit)
		return SCREEN_USED;
	table = groei_table(hit->entity);
	if (hit->entity == GROEI_PERSON)
		tui_open_record(tui, "person", hit->id);
	else if (hit->entity == GROEI_CONVERSATION || hit->conversation)
		open_talk(screen, hit);
	else if (can_edit(table))
		tui_line(tui, groei_arena_print(tui->frame, "%s edit {id}", table->name));
	else if (is_listed(table))
		tui_open(tui, "records",
		         hit->person ? groei_arena_print(tui->frame, "%s %s", table->name,
		                                         groei_person_handle(tui->groei, tui->frame,
		                                                             hit->person))
		                     : table->name);
	else if (hit->person)
		tui_open_record(tui, "person", hit->person);
	return SCREEN_USED;
}

static void selected(struct screen *screen, struct selection *selection_out)
{
	const struct search_hit *hit = hit_in_focus(screen->state);

	if (hit)
		*selection_out = (struct selection){
			.entity = hit->entity, .id = hit->id, .person = hit->person};
}

/* Keys ----------------------------------------------------------------------------------------- */

/* A click on the first row of a hit is one on the hit. */
static enum screen_answer click(struct screen *screen, struct key pressed)
{
	struct search_screen *state = screen->state;
	int row = pressed.row - state->list.y;

	if (row >= 0 && is_heading(screen, state->list.top + (size_t)row))
		pressed.row++;
	if (list_key(&state->list, &state->rows, &pressed) == LIST_CHOSEN)
		chosen(screen);
	return SCREEN_USED;
}

static enum screen_answer key(struct screen *screen, const struct key *pressed)
{
	struct search_screen *state = screen->state;
	long page = state->list.height > 4 ? state->list.height / 2 - 1 : 1;

	if (pressed->code == K_ESCAPE)
		return SCREEN_IGNORED;
	if (pressed->code == K_CLICK)
		return click(screen, *pressed);
	if (pressed->code == K_PAGE_UP || pressed->code == K_PAGE_DOWN) {
		keep_up(screen);
		list_move(&state->list, &state->rows, pressed->code == K_PAGE_UP ? -page : page);
		return SCREEN_USED;
	}
	if (field_key(&state->input, pressed) != EDITOR_IGNORED)
		return SCREEN_USED;
	keep_up(screen);
	return SCREEN_IGNORED;
}

static enum screen_answer paste(struct screen *screen, const char *text, size_t length)
{
	struct search_screen *state = screen->state;

	if (field_paste(&state->input, text, length) == EDITOR_REFUSED)
		tui_failed(screen->tui, _("That is too long to look for; paste a few words"));
	return SCREEN_USED;
}

static bool is_writing(struct screen *screen)
{
	(void)screen;
	return true;
}

static enum screen_answer change_scope(struct screen *screen)
{
	struct search_screen *state = screen->state;

	state->scope = state->scope == SEARCH_MINE ? SEARCH_EVERY : SEARCH_MINE;
	look_again(screen);
	return SCREEN_USED;
}

static void end(struct screen *screen)
{
	struct search_screen *state = screen->state;

	editor_close(state->input.editor);
	detail_close(&state->person);
	groei_arena_close(state->arena);
}

static const struct operation operations[] = {
	{"search scope", N_("About you and the people you lead, or about everybody."), change_scope},
	{NULL, NULL, NULL},
};

const struct screen_kind search_screen = {
	.name = "search",
	.title = N_("Search"),
	.flags = SCREEN_WORDS,
	.size = sizeof(struct search_screen),
	.operations = operations,
	.open = begin,
	.reload = reload,
	.draw = draw,
	.key = key,
	.paste = paste,
	.list = list,
	.chosen = chosen,
	.selected = selected,
	.writing = is_writing,
	.idle = at_pause,
	.close = end,
};
