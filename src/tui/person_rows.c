/* Rows of the person screen: one line each. Draws and words only; what there is stands in
 * person_sections.c. */
#include "person.h"

#include <string.h>

#include "conversation.h"

enum { LEVEL_HIGHEST = 10, LEVEL_ROOM = 70 };

static const struct groei_field *field_of(enum groei_entity entity, const char *name)
{
	return groei_field(groei_table(entity), name);
}

static const char *day_words(struct screen *screen, int32_t day)
{
	char text[GROEI_DATE_SIZE];

	return day == GROEI_NO_DAY
	           ? ""
	           : groei_arena_text(screen->tui->frame,
	                              groei_day_text(day, groei_today(screen->tui->groei), text));
}

/* Goals ---------------------------------------------------------------------------------------- */

static const char *joined(struct groei_arena *frame, const char *words, const char *more)
{
	return *words && *more ? groei_arena_print(frame, "%s · %s", words, more)
	       : *words        ? words
	                       : more;
}

static const char *level_words(struct groei_arena *frame, const struct goal *goal, bool ascii)
{
	if (goal->level_now == GROEI_NONE || goal->level_to == GROEI_NONE)
		return "";
	return groei_arena_print(frame, ascii ? _("level %d > %d") : _("level %d → %d"),
	                         (int)goal->level_now, (int)goal->level_to);
}

/* "Amir: on track 6": what a side said last. */
static const char *said(struct screen *screen, const struct goal_view *view, int side)
{
	const struct groei_field *course = field_of(GROEI_PROGRESS, "course");
	struct groei_arena *frame = screen->tui->frame;
	const struct progress *last;
	const char *words;

	if (view->progress_count[side] == 0)
		return "";
	last = &view->progress[side][view->progress_count[side] - 1];
	words = screen_choice(course, last->course);
	if (last->level != GROEI_NONE)
		words = groei_arena_print(frame, "%s%s%d", words, *words ? " " : "", (int)last->level);
	if (!*words)
		words = day_words(screen, last->day);
	return groei_arena_print(frame, "%s: %s",
	                         screen_choice(field_of(GROEI_PROGRESS, "side"), side), words);
}

const char *person_goal_words(struct screen *screen, const struct goal_view *view)
{
	struct groei_arena *frame = screen->tui->frame;
	bool ascii = screen->tui->style == DRAW_ASCII;
	const char *words = person_wordless(screen->state) ? ""
	                                                   : level_words(frame, &view->goal, ascii);

	for (int side = SIDE_EMPLOYEE; side <= SIDE_LEAD; side++)
		words = joined(frame, words, said(screen, view, side));
	if (view->support_count)
		words = joined(frame, words,
		               groei_arena_print(frame, _("support: %zu of %zu given"), view->given,
		                                 view->support_count));
	if (person_wordless(screen->state) && view->goal.hours_agreed != GROEI_NONE)
		words = joined(frame, words,
		               groei_arena_print(frame, _("%d of %d hours used"),
		                                 view->goal.hours_used == GROEI_NONE
		                                     ? 0
		                                     : (int)view->goal.hours_used,
		                                 (int)view->goal.hours_agreed));
	if (person_wordless(screen->state) && view->goal.budget_agreed != GROEI_NONE)
		words = joined(frame, words,
		               groei_arena_print(frame, _("%d of %d spent"),
		                                 view->goal.budget_used == GROEI_NONE
		                                     ? 0
		                                     : (int)view->goal.budget_used,
		                                 (int)view->goal.budget_agreed));
	return words;
}

static void draw_goal(struct screen *screen, const struct goal *goal, const struct area *area,
                      attr_t attr)
{
	const struct groei_field *stage = groei_field(groei_table(GROEI_GOAL), "stage");
	const struct groei_field *kind = groei_field(groei_table(GROEI_GOAL), "kind");
	bool plain = attr == theme_attr(THEME_TEXT);
	const char *title = person_wordless(screen->state) ? screen_choice(kind, goal->kind)
	                                                   : goal->title;
	int right = area->width - 1, used;

	draw_bar(area, 0, 2, 6, plain ? theme_attr(THEME_GOOD) : attr,
	         goal->stage <= GOAL_CONFIDENT ? goal->stage : 0, GOAL_CONFIDENT);
	right -= 2 + draw_right(area, 0, 9, right - 9,
	                        plain ? theme_attr(goal->stage == GOAL_STALLED ? THEME_WARN
	                                                                       : THEME_ACCENT)
	                              : attr,
	                        screen_choice(stage, goal->stage));
	used = draw_text(area, 0, 9, right - 9, attr, title);
	if (goal->step && right - 9 - used > 12)
		draw_text(area, 0, 9 + used + 1, right - 9 - used - 1,
		          plain ? theme_attr(THEME_DIM) : attr,
		          groei_arena_print(screen->tui->frame, area->style == DRAW_ASCII ? "> %s" : "→ %s",
		                            goal->step));
}

/* Actions and learning ------------------------------------------------------------------------- */

static void draw_action(struct screen *screen, const struct action *action,
                        const struct area *area, attr_t attr)
{
	struct tui *tui = screen->tui;
	bool plain = attr == theme_attr(THEME_TEXT), done = action->state == ACTION_DONE;
	const char *sign = done ? "✓" : "○", *when = "", *carried;
	int right = area->width - 1;
	char day[GROEI_DATE_SIZE];

	if (area->style == DRAW_ASCII)
		sign = done ? "x" : "o";
	if (done)
		when = groei_arena_print(tui->frame, _("done %s"),
		                         groei_day_text(action->done, groei_today(tui->groei), day));
	else if (action->due != GROEI_NO_DAY)
		when = groei_arena_print(tui->frame,
		                         action->due < groei_today(tui->groei) ? _("overdue %s")
		                                                               : _("due %s"),
		                         groei_day_text(action->due, groei_today(tui->groei), day));
	if (!done && action->carried != GROEI_NONE && action->carried > 0) {
		carried = groei_arena_print(tui->frame, _("%d× carried over%s%s"), (int)action->carried,
		                            *when ? " · " : "", when);
		if (*when && 6 + groei_text_cells(action->title, strlen(action->title)) +
		        groei_text_cells(carried, strlen(carried)) > right)
			carried = groei_arena_print(tui->frame, "%d× · %s", (int)action->carried, when);
		when = carried;
	}
	draw_text(area, 0, 2, 1, plain ? theme_attr(done ? THEME_GOOD : THEME_DIM) : attr, sign);
	right -= 2 + draw_right(area, 0, 4, right - 4,
	                        plain ? theme_attr(done ? THEME_DIM : screen_due_role(tui, action->due))
	                              : attr,
	                        when);
	draw_text(area, 0, 4, right - 4, plain && done ? theme_attr(THEME_DIM) : attr, action->title);
}

int32_t person_next_checkpoint(const struct person_screen *state, int64_t learning,
                               int32_t *kind_out)
{
	const struct checkpoint *checkpoint = state->lists[LIST_CHECKPOINTS].records;
	int32_t day = GROEI_NO_DAY;

	for (size_t i = 0; i < state->lists[LIST_CHECKPOINTS].count; i++) {
		if (checkpoint[i].learning == learning && checkpoint[i].state == CHECKPOINT_OPEN &&
		    (day == GROEI_NO_DAY || checkpoint[i].day < day)) {
			day = checkpoint[i].day;
			*kind_out = checkpoint[i].kind;
		}
	}
	return day;
}

/* "running, until Fri 6 Mar", or its next checkpoint; for HR hours and cost too. */
static const char *learning_state(struct screen *screen, const struct learning *learning,
                                  enum theme_role *role_out)
{
	const struct person_screen *state = screen->state;
	struct groei_arena *frame = screen->tui->frame;
	const char *words = screen_choice(field_of(GROEI_LEARNING, "state"), learning->state);
	int32_t kind = 0, day = person_next_checkpoint(state, learning->id, &kind);

	*role_out = THEME_ACCENT;
	if (day != GROEI_NO_DAY) {
		*role_out = screen_due_role(screen->tui, day) == THEME_DIM
		                ? THEME_ACCENT
		                : screen_due_role(screen->tui, day);
		return groei_arena_print(frame, "%s · %s",
		                         screen_choice(field_of(GROEI_CHECKPOINT, "kind"), kind),
		                         day_words(screen, day));
	}
	if (learning->ends != GROEI_NO_DAY)
		words = groei_arena_print(frame, _("%s, until %s"), words,
		                          day_words(screen, learning->ends));
	if (person_wordless(state) && learning->hours != GROEI_NONE)
		words = groei_arena_print(frame, _("%s · %d hours"), words, (int)learning->hours);
	if (person_wordless(state) && learning->cost != GROEI_NONE)
		words = groei_arena_print(frame, _("%s · cost %d"), words, (int)learning->cost);
	return words;
}

/* Skills --------------------------------------------------------------------------------------- */

static void draw_level(const struct area *area, int column, int cells, attr_t attr, int32_t level)
{
	char number[16];

	if (level == GROEI_NONE) {
		draw_text(area, 0, column, cells, attr, area->style == DRAW_ASCII ? "-" : "–");
		return;
	}
	draw_bar(area, 0, column, cells, attr, level, LEVEL_HIGHEST);
	snprintf(number, sizeof number, "%d", (int)level);
	draw_text(area, 0, column + cells + 1, 3, attr, number);
}

/* Where the first of the three levels stands, and how wide a bar is. */
static int level_columns(const struct area *area, int *cells_out)
{
	*cells_out = area->width >= LEVEL_ROOM ? 8 : 5;
	return area->width - 1 - 3 * (*cells_out + 4);
}

static void draw_skill(const struct skill *skill, const struct area *area, attr_t attr)
{
	bool plain = attr == theme_attr(THEME_TEXT);
	int cells, at = level_columns(area, &cells);
	const int32_t level[] = {skill->own, skill->view, skill->wanted};
	static const enum theme_role roles[] = {THEME_GOOD, THEME_ACCENT, THEME_DIM};
	bool known = skill->own != GROEI_NONE || skill->view != GROEI_NONE ||
	             skill->wanted != GROEI_NONE;

	draw_text(area, 0, 2, 1, plain ? theme_attr(THEME_DIM) : attr,
	          skill->kind == SKILL_STRENGTH  ? "+"
	          : skill->kind == SKILL_PITFALL ? "!"
	          : area->style == DRAW_ASCII    ? "-"
	                                         : "·");
	draw_text(area, 0, 4, (known ? at : area->width) - 6, attr, skill->title);
	for (int i = 0; known && i < 3; i++)
		draw_level(area, at + i * (cells + 4), cells, plain ? theme_attr(roles[i]) : attr,
		           level[i]);
}

static void draw_skill_heading(const struct area *area)
{
	const char *label[] = {_("own view"), _("by lead"), _("wanted")};
	int cells, at = level_columns(area, &cells);

	for (int i = 0; i < 3; i++)
		draw_text(area, 0, at + i * (cells + 4), cells + 3, theme_attr(THEME_DIM), label[i]);
}

/* All others: a sign, words, and what stands right --------------------------------------------- */

struct line {
	const char *sign, *ascii, *words, *right;
	enum theme_role role; /* of the right */
};

static const char *first_line(struct groei_arena *frame, const char *text)
{
	return text ? groei_arena_copy(frame, text, strcspn(text, "\r\n")) : "";
}

static struct line learning_line(struct screen *screen, const struct learning *learning)
{
	struct line line = {"○", "o", learning->title, "", THEME_ACCENT};

	line.right = learning_state(screen, learning, &line.role);
	if (person_wordless(screen->state))
		line.words = screen_choice(field_of(GROEI_LEARNING, "kind"), learning->kind);
	return line;
}

static struct line moment_line(struct screen *screen, const struct moment *moment)
{
	struct line line = {"✦", "!", moment->title, "", THEME_DIM};
	const char *kind = screen_choice(field_of(GROEI_MOMENT, "kind"), moment->kind);

	line.right = groei_arena_print(screen->tui->frame, "%s · %s", kind,
	                               day_words(screen, moment->day));
	if (moment->shared == CHOICE_NO_SECOND) {
		line.right = groei_arena_print(screen->tui->frame, _("%s · not shared"), line.right);
		line.role = THEME_PRIVATE;
	}
	return line;
}

static const char *template_words(struct tui *tui, const char *id)
{
	struct question_template *template;

	if (!id || groei_template_find(tui->frame, groei_folders(tui->groei), id, &template, NULL,
	                               NULL) != GROEI_OK)
		return id ? id : "";
	return groei_template_text(&template->title, groei_language(tui->groei));
}

static struct line reflection_line(struct screen *screen, const struct reflection *reflection)
{
	struct line line = {"○", "o", "", "", THEME_DIM};
	const char *state = screen_choice(field_of(GROEI_REFLECTION, "state"), reflection->state);
	int32_t day = reflection->state == REFLECTION_PUBLISHED ? reflection->published
	                                                        : reflection->day;

	line.words = template_words(screen->tui, reflection->template);
	if (reflection->side == SIDE_PEER)
		line.words = groei_person_name(screen->tui->groei, screen->tui->frame, reflection->author);
	line.right = groei_arena_print(screen->tui->frame, "%s · %s", state, day_words(screen, day));
	if (reflection->state == REFLECTION_DRAFT && reflection->author == groei_who(screen->tui->groei))
		line.role = THEME_WARN;
	if (reflection->state == REFLECTION_PUBLISHED)
		line.sign = "●", line.ascii = "*";
	return line;
}

static struct line direction_line(const struct direction *direction)
{
	struct line line = {"→", ">", direction->title, "", THEME_DIM};

	line.right = screen_choice(field_of(GROEI_DIRECTION, "kind"), direction->kind);
	if (direction->secret == CHOICE_YES)
		line.right = _("for your own eyes"), line.role = THEME_PRIVATE;
	return line;
}

static struct line evidence_line(struct screen *screen, const struct evidence *evidence)
{
	struct line line = {"★", "+", evidence->title, "", THEME_DIM};

	line.right = day_words(screen, evidence->day);
	if (evidence->confirmed != GROEI_NO_DAY)
		line.right = groei_arena_print(screen->tui->frame, _("confirmed · %s"), line.right);
	return line;
}

static struct line line_of(struct screen *screen, const struct person_row *row)
{
	const void *record = row->record;
	const struct heard *heard = record;
	const struct note *note = record;
	const struct point *point = record;

	switch (row->entity) {
	case GROEI_LEARNING:
		return learning_line(screen, record);
	case GROEI_MOMENT:
		return moment_line(screen, record);
	case GROEI_REFLECTION:
		return reflection_line(screen, record);
	case GROEI_DIRECTION:
		return direction_line(record);
	case GROEI_EVIDENCE:
		return evidence_line(screen, record);
	case GROEI_HEARD:
		return (struct line){"»", ">", heard->title, day_words(screen, heard->day), THEME_DIM};
	case GROEI_NOTE:
		return (struct line){"·", "-", first_line(screen->tui->frame, note->text),
		                     day_words(screen, note->day), THEME_PRIVATE};
	case GROEI_POINT:
		return (struct line){"?", "?", point->title,
		                     screen_first_name(screen->tui, point->author), THEME_DIM};
	default:
		return (struct line){"", "", "", "", THEME_DIM};
	}
}

static void draw_line(const struct line *line, const struct area *area, attr_t attr)
{
	bool plain = attr == theme_attr(THEME_TEXT);
	int right = area->width - 1;

	draw_text(area, 0, 2, 1, plain ? theme_attr(THEME_DIM) : attr,
	          area->style == DRAW_ASCII ? line->ascii : line->sign);
	right -= 2 + draw_right(area, 0, 4, right - 4, plain ? theme_attr(line->role) : attr,
	                        line->right);
	draw_text(area, 0, 4, right - 4, attr, line->words);
}

const char *person_row_words(struct screen *screen, const struct person_row *row)
{
	struct groei_arena *frame = screen->tui->frame;
	const struct action *action = row->record;
	const struct goal *goal = row->record;
	const struct skill *skill = row->record;
	struct line line;

	switch (row->entity) {
	case GROEI_ACTION:
		return action->title;
	case GROEI_GOAL:
		return groei_arena_print(frame, "%s %s", goal->title, goal->step ? goal->step : "");
	case GROEI_SKILL:
		return skill->title;
	default:
		line = line_of(screen, row);
		return groei_arena_print(frame, "%s %s", line.words, line.right);
	}
}

static void draw_record(struct screen *screen, const struct person_row *row,
                        const struct area *area, attr_t attr)
{
	struct area inner = area_columns(area, 2, area->width - 3);
	struct line line;

	switch (row->entity) {
	case GROEI_ACTION:
		draw_action(screen, row->record, area, attr);
		break;
	case GROEI_GOAL:
		draw_goal(screen, row->record, area, attr);
		break;
	case GROEI_SKILL:
		draw_skill(row->record, area, attr);
		break;
	case GROEI_POINT:
		point_line(screen->tui, &inner, 0, row->record, attr);
		break;
	default:
		line = line_of(screen, row);
		draw_line(&line, area, attr);
	}
}

void person_row_draw(struct screen *screen, const struct person_row *row, const struct area *area,
                     attr_t attr)
{
	const struct person_screen *state = screen->state;
	int used;

	switch (row->part) {
	case PART_BLANK:
		break;
	case PART_HEADING:
		used = draw_text(area, 0, 1, area->width - 3,
		                 attr == theme_attr(THEME_TEXT) ? theme_attr(THEME_HEADING) : attr,
		                 row->text);
		if (state->folded & 1u << row->section)
			draw_text(area, 0, used + 3, -1,
			          attr == theme_attr(THEME_TEXT) ? theme_attr(THEME_DIM) : attr,
			          groei_arena_print(screen->tui->frame, "%zu …", row->count));
		else if (!person_wordless(state) &&
		         (row->section == SECTION_STRENGTHS || row->section == SECTION_SKILLS))
			draw_skill_heading(area);
		break;
	case PART_REMARK:
		draw_text(area, 0, row->record ? 9 : 2, area->width - (row->record ? 10 : 3),
		          theme_attr(THEME_DIM), row->text);
		break;
	case PART_RECORD:
		draw_record(screen, row, area, attr);
		break;
	}
}
