/* The strip below a question, on request: open promises, points and learning, or the five cues for the lead; and
 * the timer. Draws and reads the clock; writes nothing. */
#include <string.h>

#include "clock.h"
#include "conversation.h"

struct cue {
	const char *word, *help;
};

static const struct cue cues[] = {
	{N_("Listen"), N_("Let silence work; say it back.")},
	{N_("Be curious"), N_("There is a good reason; find it.")},
	{N_("Observe"), N_("What do you see, before judging?")},
	{N_("Ask"), N_("Open, short: what, how, what else?")},
	{N_("Check"), N_("“So you mean …?” Who does what?")},
};

enum { CUES = sizeof cues / sizeof *cues };

static size_t at_hand(const struct talk *talk)
{
	return talk->promise_count + talk->agenda.count + talk->learning_count;
}

int strip_rows(const struct talk *talk, int height)
{
	int rows = 0;

	if (talk->strip == STRIP_CUES)
		rows = CUES;
	else if (talk->strip == STRIP_AT_HAND)
		rows = at_hand(talk) == 0 ? 1 : at_hand(talk) > 20 ? 20 : (int)at_hand(talk);
	if (rows > height / 3)
		rows = height / 3;
	return rows > 0 ? rows + 1 : 0;
}

static void draw_cues(const struct area *area)
{
	int widest = 0;

	draw_rule(area, 0, _("Cues for the lead"));
	for (int i = 0; i < CUES; i++) {
		int cells = groei_text_cells(_(cues[i].word), strlen(_(cues[i].word)));

		widest = cells > widest ? cells : widest;
	}
	for (int i = 0; i < CUES && i + 1 < area->height; i++) {
		draw_text(area, i + 1, 0, widest, theme_attr(THEME_ACCENT), _(cues[i].word));
		draw_text(area, i + 1, widest + 2, area->width - widest - 2, theme_attr(THEME_DIM),
		          _(cues[i].help));
	}
}

void point_line(struct tui *tui, const struct area *area, int row, const struct point *point,
                attr_t attr)
{
	const char *name = groei_person_name(tui->groei, tui->frame, point->author);
	attr_t dim = attr == theme_attr(THEME_TEXT) ? theme_attr(THEME_DIM) : attr;
	int right = area->width;

	name = groei_arena_copy(tui->frame, name, strcspn(name, " "));
	if (point->carried > 0)
		name = groei_arena_print(tui->frame, _("%s · carried over %d×"), name,
		                         (int)point->carried);
	draw_text(area, row, 0, 1, dim, "?");
	right -= 2 + draw_right(area, row, 0, right, dim, name);
	draw_text(area, row, 2, right - 2, attr, point->title);
}

/* What is being learned; right of it the next checkpoint, else the last day. */
static void learning_line(struct tui *tui, const struct area *area, int row,
                          const struct learning_on_way *one)
{
	const struct groei_field *kind = groei_field(groei_table(GROEI_CHECKPOINT), "kind");
	int32_t until = one->next.id ? one->next.day : one->learning.ends;
	char day[GROEI_DATE_SIZE];
	const char *when = until == GROEI_NO_DAY ? ""
	                                         : groei_day_text(until, groei_today(tui->groei), day);
	int right = area->width;

	if (one->next.id)
		when = groei_arena_print(tui->frame, "%s: %s", screen_choice(kind, one->next.kind), when);
	else if (*when)
		when = groei_arena_print(tui->frame, _("until %s"), when);
	draw_text(area, row, 0, 1, theme_attr(THEME_DIM), "+");
	right -= 2 + draw_right(area, row, 0, right, theme_attr(THEME_DIM), when);
	draw_text(area, row, 2, right - 2, theme_attr(THEME_TEXT), one->learning.title);
}

/* Promises first, then points, then learning. */
static void at_hand_line(struct screen *screen, const struct area *area, int row, size_t index)
{
	const struct talk *talk = screen->state;

	if (index >= talk->promise_count + talk->agenda.count) {
		learning_line(screen->tui, area, row,
		              &talk->learning[index - talk->promise_count - talk->agenda.count]);
	} else if (index >= talk->promise_count) {
		point_line(screen->tui, area, row, &talk->agenda.points[index - talk->promise_count],
		           theme_attr(THEME_TEXT));
	} else {
		const struct action *action = &talk->promise[index];
		const struct noted_line line = {
			.owner = action->owner, .title = action->title, .due = action->due};

		noted_line(screen->tui, area, row, &line, theme_attr(THEME_TEXT));
	}
}

static void draw_at_hand(struct screen *screen, const struct area *area)
{
	const struct talk *talk = screen->state;
	size_t rows = (size_t)area->height - 1, all = at_hand(talk);

	draw_rule(area, 0, _("At hand: promises, points, learning"));
	if (all == 0) {
		draw_text(area, 1, 0, area->width, theme_attr(THEME_DIM), _("Nothing is open."));
		return;
	}
	if (all > rows)
		rows--; /* the last one says how many more */
	for (size_t i = 0; i < rows && i < all; i++)
		at_hand_line(screen, area, (int)i + 1, i);
	if (all > rows)
		draw_text(area, (int)rows + 1, 2, area->width - 2, theme_attr(THEME_DIM),
		          groei_arena_print(screen->tui->frame, P_("%zu more", "%zu more", all - rows),
		                            all - rows));
}

void strip_draw(struct screen *screen, const struct area *area)
{
	const struct talk *talk = screen->state;

	if (area->height < 2)
		return;
	if (talk->strip == STRIP_CUES)
		draw_cues(area);
	else
		draw_at_hand(screen, area);
}

enum groei_status strip_read(struct screen *screen, struct groei_arena *arena, int64_t person)
{
	struct talk *talk = screen->state;
	struct groei *groei = screen->tui->groei;
	const struct groei_query query = {
		.scope = GROEI_OPEN, .condition = {{.field = "person", .value = person}}, .limit = 50};
	void *actions = NULL;
	struct agenda agenda;
	struct learning_on_way *learning = NULL;
	size_t count = 0, learning_count = 0, discussed;
	enum groei_status status =
	    groei_list(groei, arena, GROEI_ACTION, &query, &actions, &count);

	if (status == GROEI_OK)
		status = groei_agenda(groei, arena, person, 0, &agenda, &discussed);
	if (status == GROEI_OK)
		status = groei_learning_on_way(groei, arena, person, GROEI_NO_DAY, &learning,
		                               &learning_count);
	if (status != GROEI_OK)
		return status;
	talk->promise = actions;
	talk->promise_count = count;
	talk->agenda = agenda;
	talk->learning = learning;
	talk->learning_count = learning_count;
	return GROEI_OK;
}

/* The timer ------------------------------------------------------------------------------------ */

bool timer_runs(const struct talk *talk)
{
	return talk->timer_from != 0;
}

int timer_minutes(const struct talk *talk)
{
	int64_t spent = talk->timer_spent + (timer_runs(talk) ? clock_ms() - talk->timer_from : 0);

	return (int)(spent / 60000);
}

void timer_toggle(struct talk *talk)
{
	if (timer_runs(talk)) {
		talk->timer_spent += clock_ms() - talk->timer_from;
		talk->timer_from = 0;
	} else {
		talk->timer_from = clock_ms();
		talk->timed = 1;
	}
}
