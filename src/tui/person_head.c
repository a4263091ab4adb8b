/* The head of the person screen. Draws what was read; reads nothing. */
#include <string.h>

#include "person.h"

static int draw_energy(struct screen *screen, const struct area *area)
{
	const struct standing *standing = &((const struct person_screen *)screen->state)->brief.standing;
	long value[12];
	int last = -1, cells = standing->energy_count, column;

	for (int i = 0; i < standing->energy_count; i++) {
		value[i] = standing->energy[i] == GROEI_NONE ? DRAW_GAP : standing->energy[i];
		if (value[i] != DRAW_GAP)
			last = (int)value[i];
	}
	if (last < 0)
		return 0;
	column = area->width - cells - 4;
	draw_spark(area, 0, column, cells, theme_attr(THEME_ACCENT), value, (size_t)cells, 1, 10);
	draw_text(area, 0, area->width - 3, 2, theme_attr(THEME_TEXT),
	          groei_arena_print(screen->tui->frame, "%d", last));
	draw_right(area, 0, 0, column - 1, theme_attr(THEME_DIM), _("energy"));
	return cells + 13;
}

static int draw_fact(const struct area *area, int column, const char *label, enum theme_role role,
                     const char *value)
{
	if (!*value)
		return column;
	column += draw_text(area, 0, column, -1, theme_attr(THEME_DIM), label) + 1;
	return column + draw_text(area, 0, column, -1, theme_attr(role), value) + 3;
}

/* "data engineer · with Sanne Vermeer": the lead where it is not who looks. */
static const char *place_words(struct tui *tui, const struct person *person)
{
	const char *role = person->role ? person->role : "";

	if (person->lead == 0 || person->lead == groei_who(tui->groei))
		return role;
	return groei_arena_print(tui->frame, _("%s%swith %s"), role, *role ? " · " : "",
	                         groei_person_name(tui->groei, tui->frame, person->lead));
}

/* "every 2 weeks · 1 of 2 formal talks this year · 3× postponed" */
static const char *rhythm_words(struct tui *tui, const struct brief *brief)
{
	const char *formal = groei_formal_words(tui->frame, &brief->standing);
	const char *more = groei_standing_words(tui->groei, tui->frame, &brief->standing, " · ");

	return groei_arena_print(tui->frame, "%s%s%s%s%s",
	                         groei_cadence_text(tui->frame, brief->cadence), *formal ? " · " : "",
	                         formal, *more ? " · " : "", more);
}

/* Preparation ---------------------------------------------------------------------------------- */

enum { PREPARING = 7 };

static const struct reflection *preparation(const struct person_screen *state, int64_t author)
{
	const struct reflection *all = state->lists[LIST_REFLECTIONS].records;

	for (size_t i = 0; i < state->lists[LIST_REFLECTIONS].count; i++) {
		if (all[i].conversation == state->brief.next.id && all[i].author == author)
			return &all[i];
	}
	return NULL;
}

/* "you: a draft": how far a side is; the other one's drafts are not there to be seen. */
static const char *side_words(struct screen *screen, int64_t who)
{
	const struct person_screen *state = screen->state;
	const struct reflection *reflection = preparation(state, who);
	struct groei_arena *frame = screen->tui->frame;
	const char *name = groei_person_name(screen->tui->groei, frame, who), *words;
	bool own = who == groei_who(screen->tui->groei);

	if (!reflection)
		words = state->brief.next.state == CONVERSATION_PREPARED ? _("ready")
		        : own                                            ? _("not yet, r begins")
		                                                         : _("nothing published yet");
	else if (reflection->state == REFLECTION_DRAFT)
		words = _("a draft, r goes on");
	else
		words = reflection->state == REFLECTION_SKIPPED ? _("skipped") : _("published");
	name = own ? _("you") : groei_arena_copy(frame, name, strcspn(name, " "));
	return groei_arena_print(frame, "%s: %s", name, words);
}

/* How far both sides are with the next talk, when it is near or one began; "" else. */
static const char *preparation_words(struct screen *screen)
{
	const struct person_screen *state = screen->state;
	const struct conversation *next = &state->brief.next;
	bool self = state->viewer == VIEWER_SELF;
	int64_t first = self ? next->person : next->lead, second = self ? next->lead : next->person;

	if (next->id == 0 || next->lead == 0 || person_wordless(state) ||
	    (next->day > groei_today(screen->tui->groei) + PREPARING && !preparation(state, first) &&
	     !preparation(state, second)))
		return "";
	return groei_arena_print(screen->tui->frame, "%s · %s", side_words(screen, first),
	                         side_words(screen, second));
}

/* The head ------------------------------------------------------------------------------------- */

/* Who they are and how they stand. Returns the rows used. */
int person_head_draw(struct screen *screen, const struct area *area)
{
	const struct person_screen *state = screen->state;
	const struct brief *brief = &state->brief;
	const struct standing *standing = &brief->standing;
	struct tui *tui = screen->tui;
	struct area line = area_rows(area, 0, 1);
	enum theme_role due = screen_due_role(tui, standing->due);
	const char *rhythm;
	int column = 1, used = 2, energy = draw_energy(screen, &line);

	column += draw_text(&line, 0, column, line.width - energy - 2,
	                    theme_attr(THEME_ACCENT) | A_BOLD, brief->person.name) + 2;
	if (column < line.width - energy - 8)
		draw_text(&line, 0, column, line.width - energy - column - 1, theme_attr(THEME_DIM),
		          place_words(tui, &brief->person));
	line = area_rows(area, 1, 1);
	column = draw_fact(&line, 1, _("Last talk"), THEME_TEXT,
	                   standing->last_day == GROEI_NO_DAY ? _("none yet")
	                                                      : screen_day(tui, standing->last_day));
	if (standing->planned)
		column = draw_fact(&line, column,
		                   standing->planned_day < groei_today(tui->groei) ? _("was planned")
		                                                                   : _("next"),
		                   screen_due_role(tui, standing->planned_day),
		                   screen_day(tui, standing->planned_day));
	else
		column = draw_fact(&line, column, _("due"), due == THEME_DIM ? THEME_TEXT : due,
		                   screen_day(tui, standing->due));
	if (!brief->cadence)
		return used + 1;
	rhythm = rhythm_words(tui, brief);
	if (column + groei_text_cells(rhythm, strlen(rhythm)) >= line.width) {
		line = area_rows(area, used++, 1);
		column = 1;
	}
	draw_text(&line, 0, column, line.width - column - 1, theme_attr(THEME_DIM), rhythm);
	if (person_wordless(state)) {
		line = area_rows(area, used++, 1);
		draw_text(&line, 0, 1, line.width - 2, theme_attr(THEME_DIM),
		          _("For HR: days, formats, stages, hours, costs; no words"));
	}
	line = area_rows(area, used, 1);
	used += draw_fact(&line, 1, _("Preparation"), THEME_TEXT, preparation_words(screen)) > 1;
	return used + 1;
}
