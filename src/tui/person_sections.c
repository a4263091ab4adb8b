/* What stands in the person screen, in sections: reads what the brief does not hold, and makes the rows.
 * A section without rows takes no room. */
#include "person.h"

#include <string.h>

#include "detail.h"

enum { LISTED = 100, VIEWED = 20, SPARE = 64 };

bool person_wordless(const struct person_screen *state)
{
	return state->viewer == VIEWER_HR;
}

bool person_fits(struct screen *screen, const char *text)
{
	struct groei_arena *frame = screen->tui->frame;

	return screen->filter.length == 0 || groei_text_matches(groei_text_key(frame, text),
	                                                        groei_text_key(frame, screen->filter.data));
}

/* Reading -------------------------------------------------------------------------------------- */

static enum groei_status read_views(struct screen *screen)
{
	struct person_screen *state = screen->state;
	size_t most = state->brief.goal_count < VIEWED ? state->brief.goal_count : VIEWED;
	enum groei_status status = GROEI_OK;

	state->views = groei_arena_take(screen->arena, (most + 1) * sizeof *state->views);
	state->view_count = 0;
	for (size_t i = 0; status == GROEI_OK && i < most; i++) {
		status = groei_goal_view(screen->tui->groei, screen->arena, state->brief.goals[i].id,
		                         &state->views[i]);
		state->view_count += status == GROEI_OK;
	}
	return status;
}

enum groei_status person_sections_read(struct screen *screen)
{
	static const struct {
		enum groei_entity entity;
		enum groei_scope scope;
	} lists[PERSON_LISTS] = {
		[LIST_LEARNING] = {GROEI_LEARNING, GROEI_ALL},
		[LIST_CHECKPOINTS] = {GROEI_CHECKPOINT, GROEI_OPEN},
		[LIST_SKILLS] = {GROEI_SKILL, GROEI_ALL},
		[LIST_DIRECTIONS] = {GROEI_DIRECTION, GROEI_ALL},
		[LIST_REFLECTIONS] = {GROEI_REFLECTION, GROEI_ALL},
		[LIST_EVIDENCE] = {GROEI_EVIDENCE, GROEI_ALL},
	};
	struct person_screen *state = screen->state;
	enum groei_status status = read_views(screen);

	memset(state->lists, 0, sizeof state->lists);
	for (int i = 0; status == GROEI_OK && i < PERSON_LISTS; i++) {
		const struct groei_query wanted = {.scope = lists[i].scope,
		                                   .condition = {{"person", state->id}},
		                                   .limit = LISTED};

		status = groei_list(screen->tui->groei, screen->arena, lists[i].entity, &wanted,
		                    &state->lists[i].records, &state->lists[i].count);
	}
	return status;
}

/* Rows ----------------------------------------------------------------------------------------- */

static struct person_row *add(struct person_screen *state, enum person_section section,
                              enum person_part part, const char *text)
{
	struct person_row *row = &state->row[state->rows++];

	*row = (struct person_row){.section = section, .part = part, .text = text};
	return row;
}

/* The section that rows are being added to: its heading comes with the first. */
struct adding {
	struct screen *screen;
	enum person_section section;
	const char *heading;
	struct person_row *head; /* NULL: none yet */
};

static struct person_row *head_of(struct adding *adding)
{
	struct person_screen *state = adding->screen->state;

	if (!adding->head) {
		if (state->rows)
			add(state, adding->section, PART_BLANK, "");
		adding->head = add(state, adding->section, PART_HEADING, adding->heading);
	}
	adding->head->count++;
	return adding->head;
}

static bool folded(const struct adding *adding)
{
	const struct person_screen *state = adding->screen->state;

	return (state->folded & 1u << adding->section) != 0;
}

/* True when the row shows: it fits the filter and the section is open. */
static bool add_record(struct adding *adding, enum groei_entity entity, const void *record)
{
	struct person_screen *state = adding->screen->state;
	struct person_row row = {.section = adding->section,
	                         .part = PART_RECORD,
	                         .entity = entity,
	                         .record = record};

	if (!person_fits(adding->screen, person_row_words(adding->screen, &row)))
		return false;
	head_of(adding);
	if (folded(adding))
		return false;
	state->row[state->rows++] = row;
	return true;
}

static void add_remark(struct adding *adding, const char *text)
{
	if (adding->head && !folded(adding))
		add(adding->screen->state, adding->section, PART_REMARK, text);
}

static void add_more(struct adding *adding, size_t more)
{
	struct person_screen *state = adding->screen->state;

	if (more)
		add_remark(adding,
		           screen_more(adding->screen->arena, more,
		                       groei_arena_print(adding->screen->tui->frame, "prep %s --full",
		                                         state->brief.person.handle)));
}

/* Sections ------------------------------------------------------------------------------------- */

static bool is_self(const struct person_screen *state)
{
	return state->viewer == VIEWER_SELF;
}

static void add_actions(struct adding adding, const struct action *actions, size_t count,
                        size_t more)
{
	for (size_t i = 0; i < count; i++)
		add_record(&adding, GROEI_ACTION, &actions[i]);
	add_more(&adding, more);
}

/* Whoever looks comes first. */
static void add_promises(struct screen *screen)
{
	const struct person_screen *state = screen->state;
	const struct brief *brief = &state->brief;
	const struct adding of_lead = {screen, is_self(state) ? SECTION_THEIRS : SECTION_MINE,
	                               detail_promised(screen->tui, screen->arena, brief->person.lead),
	                               NULL};
	const struct adding of_person = {screen, is_self(state) ? SECTION_MINE : SECTION_THEIRS,
	                                 detail_promised(screen->tui, screen->arena, brief->person.id),
	                                 NULL};
	const struct adding done = {screen, SECTION_DONE, _("Done since the last talk"), NULL};

	if (is_self(state))
		add_actions(of_person, brief->theirs, brief->theirs_count, brief->theirs_more);
	add_actions(of_lead, brief->mine, brief->mine_count, brief->mine_more);
	if (!is_self(state))
		add_actions(of_person, brief->theirs, brief->theirs_count, brief->theirs_more);
	add_actions(done, brief->done, brief->done_count, brief->done_more);
}

static void add_goals(struct screen *screen)
{
	struct person_screen *state = screen->state;
	struct adding adding = {screen, SECTION_GOALS, is_self(state) ? _("My goals") : _("Goals"),
	                        NULL};

	for (size_t i = 0; i < state->brief.goal_count; i++) {
		const char *words;

		if (!add_record(&adding, GROEI_GOAL, &state->brief.goals[i]) || i >= state->view_count)
			continue;
		words = person_goal_words(screen, &state->views[i]);
		if (*words)
			add(state, adding.section, PART_REMARK, groei_arena_text(screen->arena, words))
			    ->record = &state->brief.goals[i];
	}
	add_more(&adding, state->brief.goal_more);
}

static void add_points(struct screen *screen)
{
	const struct person_screen *state = screen->state;
	struct adding adding = {screen, SECTION_POINTS, _("Talking points"), NULL};

	for (size_t i = 0; i < state->brief.agenda.count; i++)
		add_record(&adding, GROEI_POINT, &state->brief.agenda.points[i]);
}

static void add_skills(struct screen *screen)
{
	const struct person_screen *state = screen->state;
	const struct skill *skill = state->lists[LIST_SKILLS].records;
	struct adding strengths = {screen, SECTION_STRENGTHS,
	                           is_self(state) ? _("My strengths") : _("Strengths"), NULL};
	struct adding skills = {screen, SECTION_SKILLS, is_self(state) ? _("My skills") : _("Skills"),
	                        NULL};

	for (size_t i = 0; i < state->lists[LIST_SKILLS].count; i++) {
		if (skill[i].kind == SKILL_STRENGTH)
			add_record(&strengths, GROEI_SKILL, &skill[i]);
	}
	for (size_t i = 0; i < state->lists[LIST_SKILLS].count; i++) {
		if (skill[i].kind != SKILL_STRENGTH)
			add_record(&skills, GROEI_SKILL, &skill[i]);
	}
}

/* What is under way: open, or ended with a checkpoint still to come. */
static void add_learning(struct screen *screen)
{
	const struct person_screen *state = screen->state;
	const struct learning *all = state->lists[LIST_LEARNING].records;
	struct adding adding = {screen, SECTION_LEARNING,
	                        is_self(state) ? _("My learning") : _("Learning activities"), NULL};
	int32_t kind;

	for (size_t i = 0; i < state->lists[LIST_LEARNING].count; i++) {
		if (all[i].state <= LEARNING_RUNNING ||
		    person_next_checkpoint(state, all[i].id, &kind) != GROEI_NO_DAY)
			add_record(&adding, GROEI_LEARNING, &all[i]);
	}
}

static void add_list(struct screen *screen, enum person_section section, const char *heading,
                     enum groei_entity entity, enum person_list list)
{
	const struct person_screen *state = screen->state;
	struct adding adding = {screen, section, heading, NULL};
	const char *record = state->lists[list].records;

	for (size_t i = 0; i < state->lists[list].count; i++)
		add_record(&adding, entity, record + i * groei_table(entity)->size);
}

static void add_noticed(struct screen *screen)
{
	const struct person_screen *state = screen->state;
	const struct brief *brief = &state->brief;
	struct adding moments = {screen, SECTION_MOMENTS, _("Moments since the last talk"), NULL};
	struct adding wishes = {screen, SECTION_WISHES,
	                        is_self(state) ? _("My wishes without an answer")
	                                       : _("Wishes without an answer"),
	                        NULL};

	for (size_t i = 0; i < brief->moment_count; i++)
		add_record(&moments, GROEI_MOMENT, &brief->moments[i]);
	for (size_t i = 0; i < brief->wish_count; i++)
		add_record(&wishes, GROEI_MOMENT, &brief->wishes[i]);
}

/* Those that prepare the next talk stand in the head. */
static void add_reflections(struct screen *screen)
{
	const struct person_screen *state = screen->state;
	const struct reflection *all = state->lists[LIST_REFLECTIONS].records;
	struct adding own = {screen, SECTION_REFLECTIONS,
	                     is_self(state) ? _("My reflections") : _("Reflections"), NULL};
	struct adding peer = {screen, SECTION_FEEDBACK,
	                      is_self(state) ? _("Feedback of colleagues for me")
	                                     : _("Feedback of colleagues"),
	                      NULL};

	for (size_t i = 0; i < state->lists[LIST_REFLECTIONS].count; i++) {
		if (all[i].side != SIDE_PEER && all[i].conversation == 0)
			add_record(&own, GROEI_REFLECTION, &all[i]);
	}
	for (size_t i = 0; i < state->lists[LIST_REFLECTIONS].count; i++) {
		if (all[i].side == SIDE_PEER)
			add_record(&peer, GROEI_REFLECTION, &all[i]);
	}
}

/* Only for who is asking. */
static void add_own(struct screen *screen)
{
	const struct person_screen *state = screen->state;
	const struct brief *brief = &state->brief;
	struct adding heard = {screen, SECTION_HEARD, _("Heard: what does it become?"), NULL};
	struct adding notes = {screen, SECTION_NOTES, _("Private notes, for your eyes only"), NULL};

	for (size_t i = 0; i < brief->heard_count; i++)
		add_record(&heard, GROEI_HEARD, &brief->heard[i]);
	for (size_t i = 0; i < brief->note_count; i++)
		add_record(&notes, GROEI_NOTE, &brief->notes[i]);
}

static void add_timeline(struct screen *screen)
{
	struct person_screen *state = screen->state;
	struct adding adding = {screen, SECTION_TIMELINE, _("Timeline"), NULL};

	head_of(&adding);
	if (!folded(&adding) && rows_count(state->timeline, 1) == 0)
		add_remark(&adding, screen->filter.length ? _("Nothing fits these words; Esc shows all")
		           : person_wordless(state)       ? _("Nothing yet")
		                                          : _("Nothing yet: s starts the first talk"));
}

static size_t most_rows(const struct person_screen *state)
{
	const struct brief *brief = &state->brief;
	size_t rows = brief->mine_count + brief->theirs_count + brief->done_count +
	              2 * brief->goal_count + brief->agenda.count + brief->moment_count +
	              brief->wish_count + brief->note_count + brief->heard_count;

	for (int i = 0; i < PERSON_LISTS; i++)
		rows += state->lists[i].count;
	return rows + 3 * SECTIONS + SPARE;
}

void person_sections_arrange(struct screen *screen)
{
	struct person_screen *state = screen->state;
	bool self = is_self(state);

	state->row = groei_arena_take(screen->arena, most_rows(state) * sizeof *state->row);
	state->rows = 0;
	add_promises(screen);
	add_points(screen);
	add_goals(screen);
	add_skills(screen);
	add_learning(screen);
	add_list(screen, SECTION_DIRECTIONS, self ? _("Where I want to grow") : _("Directions of growth"),
	         GROEI_DIRECTION, LIST_DIRECTIONS);
	add_noticed(screen);
	add_reflections(screen);
	add_list(screen, SECTION_EVIDENCE, self ? _("What I applied") : _("Evidence"), GROEI_EVIDENCE,
	         LIST_EVIDENCE);
	add_own(screen);
	if (state->rows == 0 && screen->filter.length == 0)
		add(state, SECTION_MINE, PART_REMARK,
		    person_wordless(state) ? _("No goals or learning open")
		                           : _("Nothing is open yet: s starts a talk, a adds something"));
	add_timeline(screen);
}
