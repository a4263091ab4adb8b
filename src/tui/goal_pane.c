/* A goal with what hangs on it, compactly. Draws; reads the goal when it is first looked at. */
#include "goal_pane.h"

#include <string.h>

#include <groei/access.h>

#include "detail.h"

enum { LABEL = 16, SPARK = 8, HIGHEST = 10 };

/* "need" … as a bar, then its words. */
static int stage_line(const struct area *area, int row, const struct goal *goal)
{
	const struct groei_field *stage = groei_field(groei_table(GROEI_GOAL), "stage");

	draw_text(area, row, 0, LABEL - 1, theme_attr(THEME_DIM), _(stage->label));
	draw_bar(area, row, LABEL, 6, theme_attr(THEME_GOOD),
	         goal->stage <= GOAL_CONFIDENT ? goal->stage : 0, GOAL_CONFIDENT);
	draw_text(area, row, LABEL + 7, -1, theme_attr(THEME_TEXT), screen_choice(stage, goal->stage));
	return row + 1;
}

static const char *level_text(struct tui *tui, int32_t level)
{
	return level == GROEI_NONE ? "–" : groei_arena_print(tui->frame, "%d", (int)level);
}

/* "▮▮▮▯ 3 → 5 → 8" of ten. */
static int level_line(struct tui *tui, const struct area *area, int row, const struct goal *goal)
{
	if (goal->level_from == GROEI_NONE && goal->level_now == GROEI_NONE &&
	    goal->level_to == GROEI_NONE)
		return row;
	draw_text(area, row, 0, LABEL - 1, theme_attr(THEME_DIM), _("Level"));
	draw_bar(area, row, LABEL, HIGHEST, theme_attr(THEME_ACCENT),
	         goal->level_now == GROEI_NONE ? 0 : goal->level_now, HIGHEST);
	draw_text(area, row, LABEL + HIGHEST + 1, -1, theme_attr(THEME_TEXT),
	          groei_arena_print(tui->frame, area->style == DRAW_ASCII ? "%s > %s > %s"
	                                                                  : "%s → %s → %s",
	                            level_text(tui, goal->level_from),
	                            level_text(tui, goal->level_now),
	                            level_text(tui, goal->level_to)));
	return row + 1;
}

/* The last thing a side said: course, level and confidence, and the day. */
static const char *side_words(struct tui *tui, const struct goal_view *view, int side)
{
	const struct groei_field *course = groei_field(groei_table(GROEI_PROGRESS), "course");
	const struct progress *last;
	const char *words = "";

	if (view->progress_count[side] == 0)
		return "";
	last = &view->progress[side][view->progress_count[side] - 1];
	if (last->course != GROEI_NONE)
		words = groei_arena_print(tui->frame, "%s · ", screen_choice(course, last->course));
	if (last->level != GROEI_NONE)
		words = groei_arena_print(tui->frame, _("%slevel %d · "), words, (int)last->level);
	if (last->motivation != GROEI_NONE)
		words = groei_arena_print(tui->frame, _("%smotivation %d · "), words,
		                          (int)last->motivation);
	if (last->confidence != GROEI_NONE)
		words = groei_arena_print(tui->frame, _("%sconfidence %d · "), words,
		                          (int)last->confidence);
	return groei_arena_print(tui->frame, "%s%s", words, screen_day(tui, last->day));
}

/* The employee's levels over time, when there are two or more. */
static int spark_line(const struct area *area, int row, const struct goal_view *view)
{
	long value[SPARK];
	size_t count = 0, from = view->progress_count[SIDE_EMPLOYEE];

	while (from > 0 && count < SPARK) {
		int32_t level = view->progress[SIDE_EMPLOYEE][--from].level;

		if (level != GROEI_NONE)
			value[SPARK - ++count] = level;
	}
	if (count < 2 || row >= area->height)
		return row;
	draw_text(area, row, 0, LABEL - 1, theme_attr(THEME_DIM), _("Over time"));
	draw_spark(area, row, LABEL, SPARK, theme_attr(THEME_ACCENT), value + SPARK - count, count, 0,
	           HIGHEST);
	return row + 1;
}

static int support_lines(struct tui *tui, const struct area *area, int row,
                         const struct goal_view *view)
{
	if (view->support_count == 0)
		return row;
	row += detail_line(area, row, _("Support"), THEME_TEXT,
	                   groei_arena_print(tui->frame, _("%zu promised, %zu given"),
	                                     view->support_count, view->given));
	for (size_t i = 0; i < view->support_count && row < area->height; i++, row++) {
		bool done = view->support[i].state == ACTION_DONE;

		draw_text(area, row, LABEL, 1, theme_attr(done ? THEME_GOOD : THEME_DIM),
		          area->style == DRAW_ASCII ? (done ? "x" : "o") : done ? "✓" : "○");
		draw_text(area, row, LABEL + 2, area->width - LABEL - 2, theme_attr(THEME_TEXT),
		          view->support[i].title);
	}
	return row;
}

static const char *pair_words(struct tui *tui, int32_t agreed, int32_t used)
{
	if (agreed == GROEI_NONE && used == GROEI_NONE)
		return "";
	return groei_arena_print(tui->frame, _("%d used of %d"), used == GROEI_NONE ? 0 : (int)used,
	                         agreed == GROEI_NONE ? 0 : (int)agreed);
}

static void draw_view(struct tui *tui, const struct area *area, const struct goal_view *view,
                      const char *readers)
{
	const struct groei_table *table = groei_table(GROEI_GOAL);
	const struct groei_field *side = groei_field(groei_table(GROEI_PROGRESS), "side");
	const struct goal *goal = &view->goal;
	char code[GROEI_CODE_SIZE];
	const char *title = *readers ? goal->title
	                             : screen_choice(groei_field(table, "kind"), goal->kind);
	int row = draw_wrapped(area, 0, theme_attr(THEME_ACCENT) | A_BOLD, title);

	row++;
	row += detail_line(area, row, _("Employee"), THEME_TEXT,
	                   groei_person_name(tui->groei, tui->frame, goal->person));
	row = stage_line(area, row, goal);
	row += detail_line(area, row, _("Since"), THEME_TEXT, screen_day(tui, goal->made));
	row += detail_line(area, row, _("Why"), THEME_TEXT, goal->why);
	row += detail_line(area, row, _("Next step"), THEME_TEXT, goal->step);
	if (goal->step_by != GROEI_NO_DAY)
		row += detail_line(area, row, _("Step by"), screen_due_role(tui, goal->step_by),
		                   screen_day(tui, goal->step_by));
	row = level_line(tui, area, row, goal);
	row = spark_line(area, row, view);
	for (int s = SIDE_EMPLOYEE; s <= SIDE_LEAD; s++)
		row += detail_line(area, row, screen_choice(side, s), THEME_TEXT,
		                   side_words(tui, view, s));
	row = support_lines(tui, area, row, view);
	row += detail_line(area, row, _("Hours"), THEME_TEXT,
	                   pair_words(tui, goal->hours_agreed, goal->hours_used));
	row += detail_line(area, row, _("Budget"), THEME_TEXT,
	                   pair_words(tui, goal->budget_agreed, goal->budget_used));
	for (size_t i = 0; i < view->evidence_count && i < 3; i++)
		row += detail_line(area, row, i == 0 ? _("Evidence") : "", THEME_GOOD,
		                   view->evidence[i].title);
	row += detail_line(area, row, _("Learned"), THEME_TEXT, goal->learned);
	row += detail_line(area, row, _("Buddy"), THEME_TEXT,
	                   groei_value_text(tui->groei, tui->frame, groei_field(table, "buddy"), goal));
	groei_short_code(tui->groei, GROEI_GOAL, goal->id, code);
	row += 1 + detail_line(area, row + 1, _("Code"), THEME_DIM, code);
	detail_line(area, row, _("Seen by"), THEME_DIM, readers);
}

void goal_pane_draw(struct goal_pane *pane, struct tui *tui, const struct area *area, int64_t goal)
{
	int64_t revision;

	if (goal == 0)
		return;
	revision = groei_revision(tui->groei);
	if (!pane->arena || pane->goal != goal || pane->revision != revision) {
		if (!pane->arena)
			pane->arena = groei_arena_open();
		groei_arena_reset(pane->arena);
		pane->goal = goal;
		pane->revision = revision;
		pane->status = groei_goal_view(tui->groei, pane->arena, goal, &pane->view);
		pane->readers = "";
		if (pane->status == GROEI_OK)
			pane->status = groei_seen_by(tui->groei, pane->arena, GROEI_GOAL,
			                             &pane->view.goal, &pane->readers);
	}
	if (pane->status == GROEI_OK)
		draw_view(tui, area, &pane->view, pane->readers);
	else
		draw_wrapped(area, 0, theme_attr(THEME_DIM), groei_why(tui->groei).text);
}

void goal_pane_close(struct goal_pane *pane)
{
	groei_arena_close(pane->arena);
	pane->arena = NULL;
}

static void needed(struct screen *asker, int64_t goal, const char *text)
{
	char code[GROEI_CODE_SIZE];
	const char *argv[] = {"goal", "need", groei_code(goal, code), "--", text};

	if (text[strspn(text, " ")] != '\0')
		tui_command(asker->tui, 5, argv);
}

enum screen_answer goal_need_ask(struct screen *screen)
{
	struct tui *tui = screen->tui;
	struct selection selection;
	struct goal goal;

	tui_selection(tui, &selection);
	if (selection.id == 0 || selection.entity != GROEI_GOAL) {
		tui_failed(tui, _("Select a goal first"));
		return SCREEN_USED;
	}
	if (groei_get(tui->groei, tui->frame, GROEI_GOAL, selection.id, &goal) != GROEI_OK)
		tui_why(tui);
	else
		tui_ask_line(tui, groei_goal_question(tui->groei, tui->frame, &goal), NULL, needed,
		             goal.id);
	return SCREEN_USED;
}
