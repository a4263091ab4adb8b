/* A person's plan and portfolio: goals with their next step, evidence, learning with certificates, skills.
 * One walk writes it as text for the terminal or as Markdown. */
#include "command/call.h"

#include <string.h>

#include "base/i18n.h"
#include <groei/learning.h>
#include <groei/text.h>

enum form { PLAIN, MARKDOWN };

struct walk {
	struct groei_command_call *call;
	const struct portfolio *portfolio;
	enum form form;
};

/* A text that Markdown takes as it stands. */
static const char *escaped(struct groei_arena *arena, const char *text)
{
	struct groei_buffer out = {0};
	const char *copy;

	for (; *text != '\0'; text++) {
		if (strchr("\\`*_{}[]<>#|", *text) != NULL)
			groei_buffer_char(&out, '\\');
		groei_buffer_char(&out, *text);
	}
	copy = groei_arena_copy(arena, out.data == NULL ? "" : out.data, out.length);
	groei_buffer_free(&out);
	return copy;
}

static const char *line_of(const struct walk *walk, const char *text)
{
	const char *line = groei_text_safe_line(walk->call->arena, text);

	return walk->form == MARKDOWN ? escaped(walk->call->arena, line) : line;
}

/* With its year: a portfolio is read years later. */
static const char *day_of(const struct walk *walk, int32_t day)
{
	char text[GROEI_DATE_SIZE];

	return groei_arena_text(walk->call->arena, groei_day_text(day, GROEI_DAY_MIN, text));
}

/* A heading of depth 1 (the whole) to 3 (one piece of evidence). */
static void heading(const struct walk *walk, int depth, const char *text)
{
	struct groei_command_call *call = walk->call;

	if (walk->form == MARKDOWN) {
		call_print(call, "%s%s %s\n\n", depth > 1 ? "\n" : "", &"###"[3 - depth], text);
		return;
	}
	if (depth < 3)
		call_raw(call, depth > 1 ? "\n" : "");
	call_raw(call, depth == 3 ? "  " : "");
	call_styled(call, depth < 3 ? STYLE_BOLD : STYLE_PLAIN, text);
	call_raw(call, "\n");
}

static void item(const struct walk *walk, const char *text)
{
	call_print(walk->call, walk->form == MARKDOWN ? "- %s\n" : "  %s\n", text);
}

/* One side of a piece of evidence; nothing where it is absent. */
static void part(const struct walk *walk, const char *label, const char *text)
{
	struct groei_command_call *call = walk->call;

	if (text == NULL || *text == '\0')
		return;
	if (walk->form == MARKDOWN) {
		call_print(call, "**%s.** %s\n\n", label,
		           escaped(call->arena, groei_text_safe(call->arena, text)));
		return;
	}
	call_raw(call, "    ");
	call_styled(call, STYLE_DIM, label);
	call_raw(call, "\n");
	call_wrapped(call, text, 6);
}

static void evidence(const struct walk *walk, const struct evidence *piece)
{
	struct groei_command_call *call = walk->call;
	const struct groei_table *table = groei_table(GROEI_EVIDENCE);
	const char *head = groei_arena_print(call->arena, "%s, %s", line_of(walk, piece->title),
	                                     day_of(walk, piece->day));

	if (piece->confirmed != GROEI_NO_DAY)
		head = groei_arena_print(call->arena, _("%s (confirmed %s)"), head,
		                         day_of(walk, piece->confirmed));
	heading(walk, 3, head);
	part(walk, _(groei_field(table, "situation")->label), piece->situation);
	part(walk, _(groei_field(table, "task")->label), piece->task);
	part(walk, _(groei_field(table, "did")->label), piece->did);
	part(walk, _(groei_field(table, "result")->label), piece->result);
	part(walk, _(groei_field(table, "reflection")->label), piece->reflection);
}

/* "SQL course, course, finished, 24 hours, passed, certificate “X” valid until 1 Mar 2027". */
static void learning(const struct walk *walk, const struct learning *activity)
{
	struct groei_command_call *call = walk->call;
	const struct groei_table *table = groei_table(GROEI_LEARNING);
	const char *text = groei_arena_print(
	    call->arena, "%s: %s, %s", line_of(walk, activity->title),
	    call_choice(groei_field(table, "kind"), activity->kind),
	    call_choice(groei_field(table, "state"), activity->state));
	int32_t hours = activity->hours_used != GROEI_NONE ? activity->hours_used : activity->hours;

	if (activity->ends != GROEI_NO_DAY)
		text = groei_arena_print(call->arena, "%s, %s", text, day_of(walk, activity->ends));
	if (hours != GROEI_NONE && hours > 0)
		text = groei_arena_print(call->arena, P_("%s, %d hour", "%s, %d hours", hours), text,
		                         (int)hours);
	if (activity->exam != GROEI_NONE)
		text = groei_arena_print(call->arena, "%s, %s", text,
		                         call_choice(groei_field(table, "exam"), activity->exam));
	if (activity->certificate != NULL)
		text = groei_arena_print(call->arena, _("%s, certificate “%s”"), text,
		                         line_of(walk, activity->certificate));
	if (activity->valid_until != GROEI_NO_DAY)
		text = groei_arena_print(call->arena, _("%s, valid until %s"), text,
		                         day_of(walk, activity->valid_until));
	item(walk, text);
}

/* The learning for one goal (0: for none). Returns how many there are. */
static size_t learning_for(const struct walk *walk, int64_t goal)
{
	size_t count = 0;

	for (size_t i = 0; i < walk->portfolio->learning_count; i++) {
		if (walk->portfolio->learning[i].goal != goal)
			continue;
		if (goal == 0 && count == 0)
			heading(walk, 2, _("Other learning"));
		count++;
		learning(walk, &walk->portfolio->learning[i]);
	}
	return count;
}

/* What is open is the plan; what is closed is there for what was learned for it and shown of it. */
static bool is_shown(const struct portfolio *portfolio, const struct goal *goal)
{
	if (groei_field(groei_table(GROEI_GOAL), "stage")->choices[goal->stage].open)
		return true;
	for (size_t i = 0; i < portfolio->evidence_count; i++) {
		if (portfolio->evidence[i].goal == goal->id)
			return true;
	}
	for (size_t i = 0; i < portfolio->learning_count; i++) {
		if (portfolio->learning[i].goal == goal->id)
			return true;
	}
	return false;
}

/* "Next step: ask Noor, by Fri 6 Mar 2026"; "Way: training". */
static void plan(const struct walk *walk, const struct goal *goal)
{
	const struct groei_table *table = groei_table(GROEI_GOAL);
	struct groei_command_call *call = walk->call;
	const char *step;

	if (!groei_field(table, "stage")->choices[goal->stage].open)
		return;
	if (goal->step != NULL) {
		step = groei_arena_print(call->arena, _("Next step: %s"), line_of(walk, goal->step));
		if (goal->step_by != GROEI_NO_DAY)
			step = groei_arena_print(call->arena, _("%s, by %s"), step,
			                         day_of(walk, goal->step_by));
		item(walk, step);
	}
	if (goal->way != GROEI_NONE)
		item(walk, groei_arena_print(call->arena, _("Way: %s"),
		                             call_choice(groei_field(table, "way"), goal->way)));
}

static void goals(const struct walk *walk)
{
	const struct portfolio *portfolio = walk->portfolio;
	struct groei_command_call *call = walk->call;

	for (size_t i = 0; i < portfolio->goal_count; i++) {
		const struct goal *goal = &portfolio->goals[i];

		if (!is_shown(portfolio, goal))
			continue;
		heading(walk, 2,
		        groei_arena_print(call->arena, "%s · %s", line_of(walk, goal->title),
		                          call_choice(groei_field(groei_table(GROEI_GOAL), "stage"),
		                                      goal->stage)));
		plan(walk, goal);
		learning_for(walk, goal->id);
		for (size_t at = 0; at < portfolio->evidence_count; at++) {
			if (portfolio->evidence[at].goal == goal->id)
				evidence(walk, &portfolio->evidence[at]);
		}
	}
}

static void skills(const struct walk *walk)
{
	const struct portfolio *portfolio = walk->portfolio;
	struct groei_command_call *call = walk->call;

	if (portfolio->skill_count > 0)
		heading(walk, 2, _("Skills"));
	for (size_t i = 0; i < portfolio->skill_count; i++) {
		const struct skill *skill = &portfolio->skills[i];
		const char *text = line_of(walk, skill->title);

		if (skill->own != GROEI_NONE)
			text = groei_arena_print(call->arena, _("%s, own view %d"), text, (int)skill->own);
		if (skill->view != GROEI_NONE)
			text = groei_arena_print(call->arena, _("%s, lead's view %d"), text, (int)skill->view);
		item(walk, text);
	}
}

static void show_json(struct groei_command_call *call, const struct portfolio *portfolio)
{
	json_begin(call, NULL, '{');
	json_string(call, "person", portfolio->person.handle);
	json_string(call, "name", portfolio->person.name);
	json_records(call, "goals", GROEI_GOAL, portfolio->goals, portfolio->goal_count);
	json_records(call, "evidence", GROEI_EVIDENCE, portfolio->evidence,
	             portfolio->evidence_count);
	json_records(call, "learning", GROEI_LEARNING, portfolio->learning,
	             portfolio->learning_count);
	json_records(call, "skills", GROEI_SKILL, portfolio->skills, portfolio->skill_count);
	json_end(call, '}');
}

enum groei_status run_portfolio(struct groei_command_call *call)
{
	struct portfolio portfolio;
	struct walk walk = {call, &portfolio, call_value(call, "markdown") ? MARKDOWN : PLAIN};
	int64_t person = 0;
	enum groei_status status = call_person(call, &person);

	if (status == GROEI_OK)
		status = groei_portfolio(call->groei, call->arena, person, &portfolio);
	if (status != GROEI_OK)
		return status;
	if (call->output->json) {
		show_json(call, &portfolio);
		return GROEI_OK;
	}
	heading(&walk, 1,
	        groei_arena_print(call->arena, _("Portfolio of %s"),
	                          line_of(&walk, portfolio.person.name)));
	if (portfolio.goal_count + portfolio.evidence_count + portfolio.learning_count +
	        portfolio.skill_count ==
	    0)
		call_print(call, _("Nothing here yet. “groei goal add HANDLE TITLE” begins a plan, “groei "
		                   "evidence add GOAL TITLE” notes how something learned was applied.\n"));
	goals(&walk);
	learning_for(&walk, 0);
	skills(&walk);
	return GROEI_OK;
}
