/* Today: what needs me, in sections. Enter opens it, x marks an action done. */
#include <stdio.h>
#include <string.h>

#include "detail.h"
#include "goal_pane.h"
#include "kept.h"
#include "screens.h"
#include "today_words.h"

enum section { DRAFTS, TALKS, MINE, OTHERS, STEPS, STALLED, LEARNING, REFLECTIONS, HEARD, WATCH, SECTIONS };

struct line {
	const struct today_item *item; /* NULL: a heading or a blank line */
	const char *heading;           /* NULL: not a heading */
	size_t count;
	int note;                      /* 1: the heading is a remark below the rows */
};

struct today_screen {
	struct today today;
	struct line *line; /* in screen->arena */
	size_t lines;
	int people;        /* 0: nobody but me yet */
	struct list list;
	struct list_rows view;
	struct detail detail;
	struct goal_pane goal;
};

/* Reading ------------------------------------------------------------------------------------- */

static enum section section_of(struct tui *tui, const struct today_item *item)
{
	switch (item->kind) {
	case TODAY_DRAFT:
		return DRAFTS;
	case TODAY_TALK:
		return TALKS;
	case TODAY_ACTION:
		return item->action.owner == groei_who(tui->groei) ? MINE : OTHERS;
	case TODAY_GOAL:
		return STEPS;
	case TODAY_STALLED:
		return STALLED;
	case TODAY_HEARD:
		return HEARD;
	case TODAY_REFLECTION:
		return REFLECTIONS;
	case TODAY_WATCH:
		return WATCH;
	case TODAY_LEARNING:
		return LEARNING;
	}
	return STEPS;
}

static const char *section_title(enum section section)
{
	switch (section) {
	case DRAFTS:
		return _("Kept from an earlier session");
	case TALKS:
		return _("Conversations");
	case MINE:
		return _("My actions");
	case OTHERS:
		return _("Overdue with others");
	case STALLED:
		return _("Goals that stand still: S says what is needed");
	case HEARD:
		return _("Heard: what does it become?");
	case WATCH:
		return _("Away, silent or behind, by lead");
	case LEARNING:
		return _("Learning activities");
	case REFLECTIONS:
		return _("Reflections");
	case STEPS:
	case SECTIONS:
		break;
	}
	return _("Next steps of goals");
}

static size_t left_out(const struct today *today, enum section section)
{
	static const enum today_list lists[SECTIONS] = {[DRAFTS] = TODAY_LIST_DRAFTS,
	                                                [TALKS] = TODAY_LIST_TALKS,
	                                                [MINE] = TODAY_LIST_MINE,
	                                                [OTHERS] = TODAY_LIST_OTHERS,
	                                                [STEPS] = TODAY_LIST_GOALS,
	                                                [REFLECTIONS] = TODAY_LIST_REFLECTIONS,
	                                                [HEARD] = TODAY_LIST_HEARD,
	                                                [STALLED] = TODAY_LIST_STALLED,
	                                                [WATCH] = TODAY_LIST_WATCH,
	                                                [LEARNING] = TODAY_LIST_LEARNING};

	return today->more[lists[section]];
}

/* Rows ---------------------------------------------------------------------------------------- */

static size_t count(void *context, size_t until)
{
	const struct today_screen *state = ((struct screen *)context)->state;

	(void)until;
	return state->lines;
}

static bool is_heading(void *context, size_t index)
{
	const struct today_screen *state = ((struct screen *)context)->state;

	return state->line[index].item == NULL;
}

/* Whether the item has every word of the filter. */
static bool fits(struct screen *screen, const struct today_item *item)
{
	struct groei_arena *arena = screen->tui->frame;
	struct today_words words;

	if (screen->filter.length == 0)
		return true;
	words = today_words_of(screen->tui, item);
	return groei_text_matches(
	    groei_text_key(arena, groei_arena_print(arena, "%s %s %s", words.who,
	                                            words.what ? words.what : "", words.when)),
	    groei_text_key(arena, screen->filter.data));
}

/* The heading above a section's rows and, when it was cut, the remark below them. */
static void add_frame(struct screen *screen, enum section section, size_t heading, size_t count)
{
	struct today_screen *state = screen->state;
	size_t more = left_out(&state->today, section);

	state->line[heading] =
	    (struct line){.heading = section_title(section), .count = count + more};
	if (more)
		state->line[state->lines++] =
		    (struct line){.heading = screen_more(screen->arena, more,
			                                     section == DRAFTS ? NULL : "today --full"),
			              .note = 1};
}

/* Below the sections: who had fewer formal talks than agreed, and a rhythm that cannot be kept. */
static void add_foot(struct screen *screen)
{
	struct today_screen *state = screen->state;
	const struct today *today = &state->today;
	const char *warning = groei_lead_rhythm_warning(screen->arena, &today->rhythm);

	if (screen->filter.length || state->lines == 0)
		return;
	if (today->behind_count || warning)
		state->line[state->lines++] = (struct line){.heading = ""};
	if (today->behind_count)
		state->line[state->lines++] =
		    (struct line){.heading = _("Fewer formal talks this year than agreed")};
	for (size_t i = 0; i < today->behind_count; i++)
		state->line[state->lines++] = (struct line){
		    .heading = groei_arena_print(screen->arena, "   %s: %s", today->behind[i].name,
		                                 groei_formal_words(screen->arena, &today->behind[i]))};
	if (warning)
		state->line[state->lines++] = (struct line){.heading = warning};
}

static void arrange(struct screen *screen)
{
	struct today_screen *state = screen->state;

	state->line = groei_arena_take(screen->arena,
	                               (state->today.count + state->today.behind_count + 3 * SECTIONS + 4) *
	                                   sizeof *state->line);
	state->lines = 0;
	for (int section = 0; section < SECTIONS; section++) {
		size_t heading = 0, count = 0;

		for (size_t i = 0; i < state->today.count; i++) {
			const struct today_item *item = &state->today.items[i];

			if (section_of(screen->tui, item) != (enum section)section || !fits(screen, item))
				continue;
			if (count++ == 0) {
				if (state->lines)
					state->line[state->lines++] = (struct line){.heading = ""};
				heading = state->lines++;
			}
			state->line[state->lines++] = (struct line){.item = item};
		}
		if (count)
			add_frame(screen, (enum section)section, heading, count);
	}
	add_foot(screen);
}

static enum groei_status reload(struct screen *screen)
{
	struct today_screen *state = screen->state;
	struct groei *groei = screen->tui->groei;
	const struct groei_query any = {.scope = GROEI_OPEN, .limit = 2};
	enum groei_status status;

	state->lines = 0;
	state->line = NULL;
	state->today = (struct today){.items = NULL};
	status = groei_today_read(groei, screen->arena, &state->today);
	if (status == GROEI_OK)
		arrange(screen);
	else
		state->today.count = 0;
	state->people = 2;
	if (state->today.count == 0) /* which kind of empty it is */
		groei_count(groei, GROEI_PERSON, &any, 2, &state->people);
	list_keep(&state->list, &state->view);
	return status;
}

static void draw_row(void *context, size_t index, const struct area *area, attr_t attr)
{
	struct screen *screen = context;
	const struct today_screen *state = screen->state;
	const struct line *line = &state->line[index];
	bool plain = attr == theme_attr(THEME_TEXT);
	int narrow = area->width < SCREEN_LEAST_COLUMNS, right = area->width - 1;
	int who = area->width >= 70 ? 20 : narrow ? 9 : 14;
	struct today_words words;

	if (!line->item) {
		int used = draw_text(area, 0, line->note ? 4 : 1, area->width - 1,
		                     theme_attr(line->note ? THEME_DIM : THEME_HEADING), line->heading);

		if (line->count)
			draw_text(area, 0, used + 2, -1, theme_attr(THEME_DIM),
			          groei_arena_print(screen->tui->frame, "%zu", line->count));
		return;
	}
	words = today_words_of(screen->tui, line->item);
	if (narrow)
		today_words_shorten(screen->tui, line->item, &words);
	if (line->item->kind == TODAY_DRAFT)
		who = 30;
	draw_text(area, 0, 2, 1, plain && words.role != THEME_DIM ? theme_attr(words.role) : attr,
	          area->style == DRAW_ASCII ? words.ascii : words.sign);
	draw_text(area, 0, 4, who, plain ? theme_attr(THEME_ACCENT) : attr, words.who);
	right -= draw_right(area, 0, right - 28, 28, plain ? theme_attr(words.role) : attr, words.when) +
	         2;
	draw_text(area, 0, who + 6, right - who - 6, attr, words.what);
}

/* The screen ---------------------------------------------------------------------------------- */

static enum groei_status begin(struct screen *screen, const char *argument)
{
	struct today_screen *state = screen->state;

	(void)argument;
	state->view = (struct list_rows){
		.context = screen,
		.count = count,
		.draw = draw_row,
		.heading = is_heading,
		.empty = _("Nothing fits these words; Esc shows all")};
	return GROEI_OK;
}

static const struct today_item *focus(struct screen *screen)
{
	const struct today_screen *state = screen->state;

	return state->list.cursor < state->lines ? state->line[state->list.cursor].item : NULL;
}

static struct spot draw_empty(struct screen *screen, const struct area *body)
{
	const struct today_screen *state = screen->state;
	struct area area = area_rows(body, 1, -1);
	const char *name = groei_person_name(screen->tui->groei, screen->tui->frame,
	                                     groei_who(screen->tui->groei));
	int row = 0;

	area = area_columns(&area, 2, body->width - 4);
	if (state->people > 1) {
		row += draw_wrapped(&area, row, theme_attr(THEME_HEADING), _("Nothing needs you today."));
		row += 1 + draw_wrapped(&area, row + 1, theme_attr(THEME_TEXT),
		                        _("No talk, action or next step is due in the week ahead."));
		row += 1 + draw_wrapped(&area, row + 1, theme_attr(THEME_DIM),
		                        _("2 shows your people; p there plans a conversation."));
		return draw_spot(&area, 0, 0);
	}
	row += draw_wrapped(&area, row, theme_attr(THEME_HEADING),
	                    groei_arena_print(screen->tui->frame, _("Welcome, %s."), name));
	row += 1 + draw_wrapped(&area, row + 1, theme_attr(THEME_TEXT),
	                        _("No people yet: press a to add the first."));
	draw_wrapped(&area, row + 1, theme_attr(THEME_DIM),
	             _("Then p plans a conversation and s starts it. Whatever you type is kept at once; "
	               "u takes back, ? shows the keys, : finds everything."));
	return draw_spot(&area, 2, 0);
}

/* The whole record: an item holds only what lists show. */
static void draw_record(struct screen *screen, const struct area *area, enum groei_entity entity,
                        int64_t id)
{
	void *record = groei_arena_take(screen->tui->frame, groei_table(entity)->size);

	if (groei_get(screen->tui->groei, screen->tui->frame, entity, id, record) == GROEI_OK)
		detail_record(screen->tui, area, entity, record);
}

static void draw_beside(struct screen *screen, const struct area *area)
{
	struct today_screen *state = screen->state;
	const struct today_item *item = focus(screen);

	if (!item)
		return;
	switch (item->kind) {
	case TODAY_TALK:
	case TODAY_WATCH:
		detail_person(&state->detail, screen->tui, area, item->talk.person);
		break;
	case TODAY_ACTION:
		draw_record(screen, area, GROEI_ACTION, item->action.id);
		break;
	case TODAY_GOAL:
	case TODAY_STALLED:
		goal_pane_draw(&state->goal, screen->tui, area, item->goal.id);
		break;
	case TODAY_REFLECTION:
		draw_record(screen, area, GROEI_REFLECTION, item->reflection.id);
		break;
	case TODAY_HEARD:
		draw_record(screen, area, GROEI_HEARD, item->heard.id);
		break;
	case TODAY_LEARNING:
		draw_record(screen, area, GROEI_LEARNING, item->learning.learning);
		break;
	case TODAY_DRAFT:
		draw_wrapped(area, 0, theme_attr(THEME_TEXT),
		             groei_draft_words(screen->tui->frame, item->draft));
		break;
	}
}

static struct spot draw(struct screen *screen, const struct area *body)
{
	struct today_screen *state = screen->state;
	struct area left = *body, right;

	if (state->today.count == 0)
		return draw_empty(screen, body);
	if (screen_split(body, &left, &right))
		draw_beside(screen, &right);
	left = area_rows(&left, screen_filter_line(screen, &left), -1);
	return list_draw(&state->list, &state->view, &left, LIST_FOCUSED);
}

static struct list *list(struct screen *screen, const struct list_rows **rows_out)
{
	struct today_screen *state = screen->state;

	*rows_out = &state->view;
	return &state->list;
}

static void heard_decided(struct screen *screen, int64_t context, size_t index)
{
	static const char *const becomes[] = {"action", "point", "note", "nothing"};
	char code[GROEI_CODE_SIZE];

	groei_code(context, code);
	tui_line(screen->tui, groei_arena_print(screen->tui->frame, "heard become %s %s", code,
	                                        becomes[index]));
}

static void decide_heard(struct screen *screen, const struct heard *heard)
{
	const struct menu_item items[] = {
		{.label = _("An action of mine")},
		{.label = _("A talking point for next time")},
		{.label = _("A private note")},
		{.label = _("Nothing")},
	};

	tui_ask_menu(screen->tui, _("What does it become?"), items, 4, 0, heard_decided, heard->id);
}

/* What it asks: the questions for a checkpoint of my own, a note on somebody else's, the talk planned, the
 * certificate changed, an answer. */
static void open_learning(struct tui *tui, const struct today_learning *need)
{
	static const char *const lines[] = {
		[NEED_CHECKPOINT] = "checkpoint edit {checkpoint}",
		[NEED_DEBRIEF] = "learning edit {learning}",
		[NEED_CERTIFICATE] = "learning edit {learning}",
		[NEED_ANSWER] = "learning answer {learning}",
	};
	char code[GROEI_CODE_SIZE];

	if (need->need == NEED_CHECKPOINT && need->person == groei_who(tui->groei))
		tui_open(tui, "reflecting",
		         groei_arena_print(tui->frame, "checkpoint-%s",
		                           groei_code(need->checkpoint, code)));
	else
		tui_line(tui, lines[need->need]);
}

static void consented(struct screen *screen, int64_t context, size_t index)
{
	char code[GROEI_CODE_SIZE];

	tui_line(screen->tui, groei_arena_print(screen->tui->frame, "feedback %s %s",
	                                        index == 0 ? "consent" : "decline",
	                                        groei_code(context, code)));
}

static void open_reflection(struct screen *screen, const struct reflection *reflection)
{
	struct tui *tui = screen->tui;
	const struct menu_item items[] = {{.label = _("Yes, ask them")}, {.label = _("No")}};

	if (reflection->state == REFLECTION_WAITING)
		tui_ask_menu(tui,
		             groei_arena_print(tui->frame, _("May %s be asked for feedback about you?"),
		                               groei_person_name(tui->groei, tui->frame,
		                                                 reflection->author)),
		             items, 2, 0, consented, reflection->id);
	else
		tui_open_record(tui, "reflecting", reflection->id);
}

/* Of a talk that is planned, of a reflection that was begun, else for oneself. */
static enum screen_answer prepare(struct screen *screen)
{
	const struct today_item *item = focus(screen);
	struct tui *tui = screen->tui;
	char code[GROEI_CODE_SIZE];

	if (item && item->kind == TODAY_REFLECTION)
		open_reflection(screen, &item->reflection);
	else if (item && item->kind == TODAY_TALK && item->talk.planned)
		tui_open(tui, "reflecting",
		         groei_arena_print(tui->frame, "talk-%s", groei_code(item->talk.planned, code)));
	else
		tui_open(tui, "reflecting", NULL);
	return SCREEN_USED;
}

static enum screen_answer chosen(struct screen *screen)
{
	struct tui *tui = screen->tui;
	const struct today_item *item = focus(screen);

	if (!item)
		return SCREEN_IGNORED;
	switch (item->kind) {
	case TODAY_TALK:
	case TODAY_WATCH:
		tui_open(tui, "person", item->talk.handle);
		break;
	case TODAY_ACTION:
		tui_line(tui, "action edit {action}");
		break;
	case TODAY_GOAL:
		tui_line(tui, "goal edit {goal}");
		break;
	case TODAY_STALLED:
		goal_need_ask(screen);
		break;
	case TODAY_REFLECTION:
		open_reflection(screen, &item->reflection);
		break;
	case TODAY_HEARD:
		decide_heard(screen, &item->heard);
		break;
	case TODAY_LEARNING:
		open_learning(tui, &item->learning);
		break;
	case TODAY_DRAFT:
		screen->stale = 1;
		kept_open(tui, item->draft);
		break;
	}
	return SCREEN_USED;
}

static void selected(struct screen *screen, struct selection *selection_out)
{
	const struct today_item *item = focus(screen);

	if (!item)
		return;
	switch (item->kind) {
	case TODAY_TALK:
	case TODAY_WATCH:
		*selection_out = (struct selection){
			.entity = GROEI_PERSON, .id = item->talk.person, .person = item->talk.person};
		break;
	case TODAY_ACTION:
		*selection_out = (struct selection){
			.entity = GROEI_ACTION, .id = item->action.id, .person = item->action.person};
		break;
	case TODAY_GOAL:
	case TODAY_STALLED:
		*selection_out = (struct selection){
			.entity = GROEI_GOAL, .id = item->goal.id, .person = item->goal.person};
		break;
	case TODAY_REFLECTION:
		*selection_out = (struct selection){.entity = GROEI_REFLECTION,
		                                    .id = item->reflection.id,
		                                    .person = item->reflection.person};
		break;
	case TODAY_HEARD:
		*selection_out = (struct selection){
			.entity = GROEI_HEARD, .id = item->heard.id, .person = item->heard.person};
		break;
	case TODAY_LEARNING:
		*selection_out = (struct selection){
			.entity = item->learning.checkpoint ? GROEI_CHECKPOINT : GROEI_LEARNING,
			.id = item->learning.checkpoint ? item->learning.checkpoint : item->learning.learning,
			.person = item->learning.person};
		break;
	case TODAY_DRAFT:
		break;
	}
}

static enum screen_answer settle(struct screen *screen)
{
	const struct today_item *item = focus(screen);

	if (!item || item->kind != TODAY_LEARNING)
		tui_line(screen->tui, "action done {action}");
	else if (item->learning.need == NEED_CHECKPOINT)
		tui_line(screen->tui, "checkpoint done {checkpoint}");
	else if (item->learning.need == NEED_DEBRIEF)
		tui_line(screen->tui, "learning debrief {learning}");
	else
		open_learning(screen->tui, &item->learning);
	return SCREEN_USED;
}

static enum screen_answer drop_draft(struct screen *screen)
{
	const struct today_item *item = focus(screen);

	if (!item || item->kind != TODAY_DRAFT) {
		tui_message(screen->tui, _("Select a text that was kept first"));
		return SCREEN_USED;
	}
	if (groei_draft_forget(screen->tui->groei, item->draft) == GROEI_OK) {
		tui_message(screen->tui, _("Dropped."));
		screen->stale = 1;
	} else {
		tui_why(screen->tui);
	}
	return SCREEN_USED;
}

static void filtered(struct screen *screen)
{
	struct today_screen *state = screen->state;

	arrange(screen);
	state->list.cursor = 0;
	list_keep(&state->list, &state->view);
}

static void close_today(struct screen *screen)
{
	struct today_screen *state = screen->state;

	detail_close(&state->detail);
	goal_pane_close(&state->goal);
}

static const struct operation operations[] = {
	{"settle", N_("Mark what is selected done."), settle},
	{"ask need", N_("Say what the goal needs: it becomes a promise of the lead."), goal_need_ask},
	{"prepare", N_("Your own questions before the selected talk, or for yourself."), prepare},
	{"drop draft", N_("Throw away a text that was kept."), drop_draft},
	{NULL, NULL, NULL},
};

const struct screen_kind today_screen = {
	.name = "today",
	.title = N_("Today"),
	.flags = SCREEN_MAIN,
	.size = sizeof(struct today_screen),
	.operations = operations,
	.open = begin,
	.reload = reload,
	.draw = draw,
	.list = list,
	.chosen = chosen,
	.selected = selected,
	.filtered = filtered,
	.close = close_today,
};
