/* The timeline of the person screen: everything that happened, newest first. Reads it in windows. */
#include <string.h>

#include "person.h"

/* A title behind what happened, where who is asking may read it. */
static const char *with_title(struct groei_arena *frame, bool words, const char *what,
                              const char *title)
{
	return words && *title ? groei_arena_print(frame, "%s: %s", what, title) : what;
}

static const char *day_words(struct screen *screen, int32_t day)
{
	char text[GROEI_DATE_SIZE];

	return groei_arena_text(screen->tui->frame,
	                        groei_day_text(day, groei_today(screen->tui->groei), text));
}

static const char *item_words(struct screen *screen, const struct timeline_item *item)
{
	const struct groei_field *stage = groei_field(groei_table(GROEI_GOAL), "stage");
	const struct groei_table *talk = groei_table(GROEI_CONVERSATION);
	struct groei_arena *frame = screen->tui->frame;
	const char *title = item->title ? item->title : "";
	const struct groei_table *moment = groei_table(GROEI_MOMENT);
	bool words = !person_wordless(screen->state);

	switch (item->kind) {
	case TIMELINE_CONVERSATION:
		title += strncmp(title, "[ ]", 3) == 0 ? 3 + strspn(title + 3, " ") : 0;
		return groei_arena_print(frame, "%s, %s%s%s%s",
		                         screen_choice(groei_field(talk, "format"), item->format),
		                         screen_choice(groei_field(talk, "state"), item->state),
		                         item->energy != GROEI_NONE
		                             ? groei_arena_print(frame, _(", energy %d"), (int)item->energy)
		                             : "",
		                         *title ? ": " : "", title);
	case TIMELINE_GOAL_MADE:
		return with_title(frame, words, _("Goal made"), title);
	case TIMELINE_GOAL_MOVED:
		return with_title(frame, words,
		                  groei_arena_print(frame, _("Goal, now %s"),
		                                    screen_choice(stage, item->state)),
		                  title);
	case TIMELINE_ACTION_DONE:
		return groei_arena_print(frame, _("Done: %s"), title);
	case TIMELINE_LEARNING_BEGUN:
		return with_title(frame, words, _("Learning begun"), title);
	case TIMELINE_LEARNING_ENDED:
		return with_title(frame, words, _("Learning finished"), title);
	case TIMELINE_CHECKPOINT:
		return groei_arena_print(frame, _("%s “%s”: looked back"),
		                         screen_choice(groei_field(groei_table(GROEI_CHECKPOINT), "kind"),
		                                       item->state),
		                         title);
	case TIMELINE_EVIDENCE:
		return groei_arena_print(frame, _("Applied: %s"), title);
	case TIMELINE_MOMENT:
		return with_title(frame, words, screen_choice(groei_field(moment, "kind"), item->state),
		                  title);
	case TIMELINE_ABSENCE:
		return item->until == GROEI_NO_DAY
		           ? _("Away until further notice")
		           : groei_arena_print(frame, _("Away until %s"), day_words(screen, item->until));
	case TIMELINE_POSTPONED:
		return with_title(frame, *title != '\0',
		                  item->until == GROEI_NO_DAY
		                      ? _("Talk postponed")
		                      : groei_arena_print(frame, _("Talk postponed to %s"),
		                                          day_words(screen, item->until)),
		                  title);
	case TIMELINE_ASSIGNMENT:
		return groei_arena_print(frame, _("Lead and team: %s"), title);
	}
	return title;
}

static enum theme_role role_of(enum timeline_kind kind)
{
	switch (kind) {
	case TIMELINE_CONVERSATION:
		return THEME_ACCENT;
	case TIMELINE_ABSENCE:
	case TIMELINE_ASSIGNMENT:
		return THEME_DIM;
	case TIMELINE_POSTPONED:
		return THEME_WARN;
	default:
		return THEME_GOOD;
	}
}

void person_timeline_draw(struct screen *screen, const struct timeline_item *item,
                          const struct area *area, attr_t attr)
{
	static const char *const signs[][2] = {
		[TIMELINE_CONVERSATION] = {"●", "*"},
		[TIMELINE_GOAL_MADE] = {"○", "o"},
		[TIMELINE_GOAL_MOVED] = {"↑", "^"},
		[TIMELINE_ACTION_DONE] = {"✓", "x"},
		[TIMELINE_LEARNING_BEGUN] = {"○", "o"},
		[TIMELINE_LEARNING_ENDED] = {"✓", "x"},
		[TIMELINE_CHECKPOINT] = {"·", "."},
		[TIMELINE_EVIDENCE] = {"★", "+"},
		[TIMELINE_MOMENT] = {"✦", "!"},
		[TIMELINE_ABSENCE] = {"–", "-"},
		[TIMELINE_POSTPONED] = {"»", ">"},
		[TIMELINE_ASSIGNMENT] = {"→", ">"},
	};
	bool plain = attr == theme_attr(THEME_TEXT);
	char day[GROEI_DATE_SIZE];

	groei_day_text(item->day, groei_today(screen->tui->groei), day);
	draw_text(area, 0, 2, 15, plain ? theme_attr(THEME_DIM) : attr, day);
	draw_text(area, 0, 18, 1,
	          plain ? theme_attr(role_of(item->kind))
	                : attr,
	          signs[item->kind][area->style == DRAW_ASCII]);
	draw_text(area, 0, 20, area->width - 21, attr, item_words(screen, item));
}

/* A window of what fits the filter: read on until it is full or the timeline ends. */
static enum groei_status read_timeline(void *context, struct groei_arena *arena, const void *after,
                                       int limit, void **records_out, size_t *count_out)
{
	struct screen *screen = context;
	const struct person_screen *state = screen->state;
	struct timeline_item *kept = groei_arena_take(arena, (size_t)limit * sizeof *kept);
	const struct timeline_item *from = after;
	size_t count = 0, read = (size_t)limit;

	while (count < (size_t)limit && read == (size_t)limit) {
		struct timeline_item *items = NULL;
		enum groei_status status = groei_timeline(screen->tui->groei, arena, state->id, from,
		                                          limit, &items, &read);

		if (status != GROEI_OK)
			return status;
		for (size_t i = 0; i < read && count < (size_t)limit; i++) {
			char day[GROEI_DATE_SIZE];

			from = &items[i];
			groei_day_text(items[i].day, groei_today(screen->tui->groei), day);
			if (person_fits(screen, groei_arena_print(screen->tui->frame, "%s %s", day,
			                                          item_words(screen, &items[i]))))
				kept[count++] = items[i];
		}
	}
	*records_out = kept;
	*count_out = count;
	return GROEI_OK;
}

static const void *after_item(void *context, struct groei_arena *arena, const void *record)
{
	const struct timeline_item *item = record;
	struct timeline_item *copy = groei_arena_take(arena, sizeof *copy);

	(void)context;
	*copy = *item;
	copy->title = NULL;
	copy->words = groei_arena_copy(arena, item->words, strlen(item->words));
	return copy;
}

struct rows *person_timeline_open(struct screen *screen)
{
	const struct rows_source source = {.context = screen,
	                                   .size = sizeof(struct timeline_item),
	                                   .read = read_timeline,
	                                   .after = after_item};

	return rows_open(&source);
}

enum groei_entity person_timeline_entity(const struct timeline_item *item)
{
	static const enum groei_entity entities[] = {
		[TIMELINE_CONVERSATION] = GROEI_CONVERSATION,
		[TIMELINE_GOAL_MADE] = GROEI_GOAL,
		[TIMELINE_GOAL_MOVED] = GROEI_GOAL,
		[TIMELINE_ACTION_DONE] = GROEI_ACTION,
		[TIMELINE_LEARNING_BEGUN] = GROEI_LEARNING,
		[TIMELINE_LEARNING_ENDED] = GROEI_LEARNING,
		[TIMELINE_CHECKPOINT] = GROEI_CHECKPOINT,
		[TIMELINE_EVIDENCE] = GROEI_EVIDENCE,
		[TIMELINE_MOMENT] = GROEI_MOMENT,
		[TIMELINE_ABSENCE] = GROEI_ABSENCE,
		[TIMELINE_POSTPONED] = GROEI_POSTPONEMENT,
		[TIMELINE_ASSIGNMENT] = GROEI_ASSIGNMENT,
	};
	return entities[item->kind];
}
