/* The right-hand side of wide screens. Draws; reads a person's brief when it is first looked at. */
#include "detail.h"

#include <string.h>

enum { LABEL = 16, ENERGY_LOW = 1, ENERGY_HIGH = 10 };

int detail_line(const struct area *area, int row, const char *label, enum theme_role role,
                const char *value)
{
	struct area rest;

	if (!value || !*value || row >= area->height)
		return 0;
	draw_text(area, row, 0, LABEL - 1, theme_attr(THEME_DIM), label);
	rest = area_rows(area, row, -1);
	rest = area_columns(&rest, LABEL, -1);
	return draw_wrapped(&rest, 0, theme_attr(role), value);
}

static int heading(const struct area *area, int row, const char *text)
{
	if (row + 1 < area->height)
		draw_text(area, row + 1, 0, area->width, theme_attr(THEME_HEADING), text);
	return row + 2;
}

static int actions(struct tui *tui, const struct area *area, int row, const char *title,
                   const struct action *action, size_t count)
{
	if (count == 0)
		return row;
	row = heading(area, row, title);
	for (size_t i = 0; i < count && row < area->height; i++, row++) {
		const char *due = "";
		int room = area->width - 2;

		if (action[i].due != GROEI_NO_DAY) {
			char day[GROEI_DATE_SIZE];
			int32_t today = groei_today(tui->groei);

			groei_day_text(action[i].due, today, day);
			due = action[i].due < today ? groei_arena_print(tui->frame, _("overdue %s"), day)
			                            : groei_arena_text(tui->frame, day);
			room -= 1 + draw_right(area, row, 0, area->width,
			                       theme_attr(screen_due_role(tui, action[i].due)), due);
		}
		draw_text(area, row, 0, 1, theme_attr(THEME_DIM), area->style == DRAW_ASCII ? "-" : "○");
		draw_text(area, row, 2, room, theme_attr(THEME_TEXT), action[i].title);
	}
	return row;
}

static int goals(struct tui *tui, const struct area *area, int row, const struct goal *goal,
                 size_t count)
{
	const struct groei_field *stage = groei_field(groei_table(GROEI_GOAL), "stage");

	(void)tui;
	if (count == 0)
		return row;
	row = heading(area, row, _("Goals"));
	for (size_t i = 0; i < count && row < area->height; i++, row++) {
		int used = draw_right(area, row, 0, area->width,
		                      theme_attr(goal[i].stage == GOAL_STALLED ? THEME_WARN : THEME_DIM),
		                      screen_choice(stage, goal[i].stage));

		draw_bar(area, row, 0, 6, theme_attr(THEME_GOOD),
		         goal[i].stage <= GOAL_CONFIDENT ? goal[i].stage : 0, GOAL_CONFIDENT);
		draw_text(area, row, 7, area->width - used - 8, theme_attr(THEME_TEXT), goal[i].title);
	}
	return row;
}

static int energy(const struct area *area, int row, const struct standing *standing)
{
	long value[12];
	int used;

	if (standing->energy_count == 0 || row >= area->height)
		return row;
	for (int i = 0; i < standing->energy_count; i++)
		value[i] = standing->energy[i] == GROEI_NONE ? DRAW_GAP : standing->energy[i];
	draw_text(area, row, 0, LABEL - 1, theme_attr(THEME_DIM), _("Energy"));
	used = draw_spark(area, row, LABEL, 12, theme_attr(THEME_ACCENT), value,
	                  (size_t)standing->energy_count, ENERGY_LOW, ENERGY_HIGH);
	if (value[standing->energy_count - 1] != DRAW_GAP) {
		char number[8] = {0};
		long last = value[standing->energy_count - 1];

		number[0] = last >= 10 ? '1' : (char)('0' + last);
		number[1] = last >= 10 ? '0' : '\0';
		draw_text(area, row, LABEL + used + 1, -1, theme_attr(THEME_TEXT), number);
	}
	return row + 1;
}

static void draw_brief(struct tui *tui, const struct area *area, const struct brief *brief)
{
	const struct standing *standing = &brief->standing;
	const char *formal = groei_formal_words(tui->frame, standing);
	const char *more = groei_standing_words(tui->groei, tui->frame, standing, " · ");
	int row = 0;

	draw_text(area, row++, 0, area->width, theme_attr(THEME_ACCENT) | A_BOLD, brief->person.name);
	if (brief->person.role)
		draw_text(area, row++, 0, area->width, theme_attr(THEME_DIM), brief->person.role);
	row++;
	row += detail_line(area, row, _("Last talk"), THEME_TEXT,
	                   standing->last_day == GROEI_NO_DAY ? _("none yet")
	                                                      : screen_day(tui, standing->last_day));
	if (standing->planned)
		row += detail_line(area, row, _("Planned"), THEME_TEXT,
		                   screen_day(tui, standing->planned_day));
	row += detail_line(area, row, _("Due"), screen_due_role(tui, standing->due) == THEME_DIM
	                                           ? THEME_TEXT
	                                           : screen_due_role(tui, standing->due),
	                   screen_day(tui, standing->due));
	if (brief->cadence)
		row += detail_line(area, row, _("Rhythm"), THEME_TEXT,
		                   groei_cadence_text(tui->frame, brief->cadence));
	if (*formal)
		row += detail_line(area, row, _("Formal"), THEME_TEXT, formal);
	if (*more)
		row += detail_line(area, row, "", THEME_TEXT, more);
	row = energy(area, row, standing);
	row = actions(tui, area, row, detail_promised(tui, tui->frame, brief->person.lead),
	              brief->mine, brief->mine_count);
	row = actions(tui, area, row, detail_promised(tui, tui->frame, brief->person.id),
	              brief->theirs, brief->theirs_count);
	goals(tui, area, row, brief->goals, brief->goal_count);
}

const char *detail_promised(struct tui *tui, struct groei_arena *arena, int64_t person)
{
	const char *name;

	if (person == 0 || person == groei_who(tui->groei))
		return _("I promised");
	name = groei_person_name(tui->groei, arena, person);
	return groei_arena_print(arena, _("%s promised"),
	                         groei_arena_copy(arena, name, strcspn(name, " ")));
}

void detail_person(struct detail *detail, struct tui *tui, const struct area *area, int64_t person)
{
	int64_t revision;

	if (person == 0)
		return;
	revision = groei_revision(tui->groei);
	if (!detail->arena || detail->person != person || detail->revision != revision) {
		if (!detail->arena)
			detail->arena = groei_arena_open();
		groei_arena_reset(detail->arena);
		detail->person = person;
		detail->revision = revision;
		detail->status = groei_brief(tui->groei, detail->arena, person, &detail->brief);
	}
	if (detail->status == GROEI_OK)
		draw_brief(tui, area, &detail->brief);
	else
		draw_wrapped(area, 0, theme_attr(THEME_DIM), groei_why(tui->groei).text);
}

void detail_close(struct detail *detail)
{
	groei_arena_close(detail->arena);
	detail->arena = NULL;
}

/* Something that groei counts and that did not happen yet. */
static bool is_nought(const struct groei_field *field, const void *record)
{
	return field->kind == GROEI_NUMBER && field->flags & FIELD_DERIVED &&
	       *(const int32_t *)((const char *)record + field->offset) == 0;
}

int detail_record(struct tui *tui, const struct area *area, enum groei_entity entity,
                   const void *record)
{
	const struct groei_table *table = groei_table(entity);
	char code[GROEI_CODE_SIZE];
	int row = 0;

	if (!record)
		return 0;
	row += draw_wrapped(area, row, theme_attr(THEME_ACCENT) | A_BOLD,
	                    groei_value_text(tui->groei, tui->frame, groei_field(table, table->title),
	                                     record));
	row++;
	for (size_t i = 0; i < table->field_count && row < area->height; i++) {
		const struct groei_field *field = &table->fields[i];

		if (strcmp(field->name, table->title) == 0 || is_nought(field, record))
			continue;
		row += detail_line(area, row, _(field->label), THEME_TEXT,
		                   groei_value_text(tui->groei, tui->frame, field, record));
	}
	groei_short_code(tui->groei, entity, ((const struct groei_record *)record)->id, code);
	return row + 1 + detail_line(area, row + 1, _("Code"), THEME_DIM, code);
}
