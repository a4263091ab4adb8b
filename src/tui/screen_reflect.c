/* Reflecting: the questions before a talk, for oneself or about a colleague, answered alone. The same list and
 * editor as in the conversation; the last row publishes. */
#include <stdio.h>
#include <string.h>

#include "conversation.h"
#include "screens.h"

/* "CODE", "CODE-TEMPLATE" */
static enum groei_status talk_wish(struct tui *tui, struct groei_arena *arena, const char *words,
                                   struct reflection_wish *wish)
{
	size_t length = strcspn(words, "-");

	if (words[length])
		wish->template = groei_arena_text(arena, words + length + 1);
	return groei_find(tui->groei, GROEI_CONVERSATION, groei_arena_copy(arena, words, length),
	                  &wish->conversation);
}

/* The next talk of who asks, while their preparation of it is not handed in; 0: none. */
static int64_t own_talk(struct tui *tui, struct groei_arena *arena)
{
	struct reflection_wish wish = {0};
	struct reflection reflection;
	struct conversation talk;

	if (groei_conversation_open(tui->groei, arena, groei_who(tui->groei), &talk) != GROEI_OK)
		return 0;
	wish.conversation = talk.id;
	if (groei_reflection_find(tui->groei, arena, &wish, &reflection) != GROEI_OK ||
	    reflection.state != REFLECTION_DRAFT)
		return 0;
	return talk.id;
}

/* Which reflection an argument means: "talk-CODE", "talk-CODE-TEMPLATE", "alone-TEMPLATE", "checkpoint-CODE",
 * a reflection's code, a person's handle or code, nothing. Texts in the arena. */
static enum groei_status wish_of(struct tui *tui, struct groei_arena *arena, const char *argument,
                                 struct reflection_wish *wish_out)
{
	struct reflection_wish wish = {0};
	enum groei_status status = GROEI_OK;

	if (!argument || !*argument)
		status = GROEI_OK;
	else if (strncmp(argument, "talk-", 5) == 0)
		status = talk_wish(tui, arena, argument + 5, &wish);
	else if (strncmp(argument, "alone-", 6) == 0)
		wish.template = groei_arena_text(arena, argument + 6);
	else if (strncmp(argument, "checkpoint-", 11) == 0)
		status = groei_find(tui->groei, GROEI_CHECKPOINT, argument + 11, &wish.checkpoint);
	else if (groei_find(tui->groei, GROEI_REFLECTION, argument, &wish.reflection) != GROEI_OK)
		status = groei_find(tui->groei, GROEI_PERSON, argument, &wish.about);
	if (status == GROEI_OK && wish.about == groei_who(tui->groei))
		wish.conversation = own_talk(tui, arena);
	if (status == GROEI_OK)
		*wish_out = wish;
	return status;
}

/* What the drafts of its texts are kept under: the same before it is begun and after. */
static void name_place(struct talk *talk)
{
	const struct reflection *reflection = &talk->reflection;
	char code[GROEI_CODE_SIZE];

	if (reflection->conversation)
		snprintf(talk->place, sizeof talk->place, "reflecting/talk-%s/",
		         groei_code(reflection->conversation, code));
	else if (reflection->checkpoint)
		snprintf(talk->place, sizeof talk->place, "reflecting/checkpoint-%s/",
		         groei_code(reflection->checkpoint, code));
	else if (reflection->side == SIDE_PEER)
		snprintf(talk->place, sizeof talk->place, "reflecting/%s/",
		         groei_code(reflection->id, code));
	else
		snprintf(talk->place, sizeof talk->place, "reflecting/alone-%.64s/",
		         reflection->template);
}

enum groei_status reflection_load(struct screen *screen, struct groei_arena *arena,
                               struct conversation *conversation_out,
                               struct question_template **template_out, struct asked **asked_out,
                               size_t *count_out)
{
	struct talk *talk = screen->state;
	struct groei *groei = screen->tui->groei;
	struct reflection_wish wish = {.reflection = talk->reflection.id};
	struct reflection reflection;
	enum groei_status status = GROEI_OK;

	if (wish.reflection == 0)
		status = wish_of(screen->tui, arena, screen->argument, &wish);
	if (status == GROEI_OK)
		status = groei_reflection_find(groei, arena, &wish, &reflection);
	groei_record_clear(groei_table(GROEI_CONVERSATION), conversation_out);
	conversation_out->person = reflection.person;
	if (status == GROEI_OK && reflection.conversation)
		status = groei_get(groei, arena, GROEI_CONVERSATION, reflection.conversation,
		                   conversation_out);
	if (status == GROEI_OK)
		status = groei_reflection_asked(groei, arena, &reflection, template_out, asked_out,
		                                count_out);
	if (status == GROEI_OK) {
		talk->reflection = reflection;
		talk->side = groei_reflection_slot(&reflection);
	}
	return status;
}

static enum groei_status open_reflection(struct screen *screen, const char *argument)
{
	struct talk *talk = screen->state;
	enum groei_status status;

	(void)argument;
	talk->reflects = 1;
	talk_list_open(screen);
	status = talk_reload(screen);
	if (status != GROEI_OK)
		return status;
	name_place(talk);
	talk->focus = talk->reflection.state == REFLECTION_DRAFT ? FOCUS_PANE : FOCUS_LIST;
	while (talk->at < talk->count && talk->focus == FOCUS_PANE && talk_answered(talk, talk->at))
		talk->at++;
	if (talk->at == talk->count)
		talk->at++;
	talk->question = talk->at < talk->count ? talk->at : 0;
	talk_offer_drafts(screen);
	talk_list_show(talk);
	return GROEI_OK;
}

/* Publishing ----------------------------------------------------------------------------------- */

/* Who else will read it; "" nobody. */
static const char *reader(struct screen *screen)
{
	const struct talk *talk = screen->state;
	const struct reflection *reflection = &talk->reflection;
	struct tui *tui = screen->tui;
	struct person person;
	int64_t other = 0;

	if (reflection->side == SIDE_PEER)
		other = reflection->person;
	else if (reflection->conversation)
		other = reflection->side == SIDE_LEAD ? talk->conversation.person
		                                      : talk->conversation.lead;
	else if (groei_get(tui->groei, tui->frame, GROEI_PERSON, reflection->person, &person) ==
	         GROEI_OK)
		other = person.lead;
	return other ? groei_person_name(tui->groei, tui->frame, other) : "";
}

static size_t answered(const struct talk *talk)
{
	size_t count = 0;

	for (size_t i = 0; i < talk->count; i++)
		count += talk_answered(talk, i);
	return count;
}

static void published(struct screen *screen, int64_t unused, size_t index)
{
	struct talk *talk = screen->state;
	struct tui *tui = screen->tui;
	struct reflection_published done;
	enum groei_status status;

	(void)unused;
	if (index != 0)
		return;
	status = groei_reflection_publish(tui->groei, tui->frame, talk->reflection.id, &done);
	screen->stale = 1;
	if (status == GROEI_OK)
		talk->focus = FOCUS_LIST;
	if (status != GROEI_OK)
		tui_why(tui);
	else if (done.met_count)
		tui_message(tui, P_("Published; %zu answer met another one in the talk, look there",
		                    "Published; %zu answers met others in the talk, look there",
		                    done.met_count),
		            done.met_count);
	else
		tui_message(tui, done.prepared ? _("Published. Both sides are ready for the talk.")
		                               : _("Published; what is wrong you can still correct."));
}

/* Why it can be published or skipped no more, or not yet. */
static const char *over_words(const struct talk *talk)
{
	return talk->reflection.state == REFLECTION_PUBLISHED
	           ? _("It is published already; answers can still be corrected")
	       : talk->reflection.state == REFLECTION_WAITING
	           ? _("It waits until the person it is about agrees")
	           : _("It was skipped; u takes that back");
}

/* Whether it can still be published or skipped; says why not. */
static bool is_open(struct screen *screen)
{
	const struct talk *talk = screen->state;

	if (talk->reflection.state == REFLECTION_DRAFT)
		return true;
	tui_message(screen->tui, "%s", over_words(talk));
	return false;
}

static enum screen_answer publish(struct screen *screen)
{
	const struct talk *talk = screen->state;
	struct tui *tui = screen->tui;
	const char *who = reader(screen);
	const struct menu_item items[] = {
		{.label = *who ? groei_arena_print(tui->frame, _("Publish: %s reads it from now on"), who)
		               : _("Publish: only you read it, as you have no lead here")},
		{.label = _("Not yet")},
	};

	if (!is_open(screen) || !talk_save_all(screen))
		return SCREEN_USED;
	if (answered(talk) == 0) {
		tui_message(tui, _("Nothing is answered yet; answer something, or skip it"));
		return SCREEN_USED;
	}
	tui_ask_menu(tui,
	             groei_arena_print(tui->frame, P_("Publish %zu answer?", "Publish %zu answers?",
	                                              answered(talk)),
	                               answered(talk)),
	             items, 2, 0, published, 0);
	return SCREEN_USED;
}

static void skipped(struct screen *screen, int64_t unused, size_t index)
{
	struct talk *talk = screen->state;

	(void)unused;
	if (index != 0)
		return;
	screen->stale = 1;
	if (groei_reflection_skip(screen->tui->groei, &talk->reflection) == GROEI_OK) {
		talk->focus = FOCUS_LIST;
		tui_message(screen->tui, _("Skipped; u takes that back"));
	} else {
		tui_why(screen->tui);
	}
}

static enum screen_answer skip(struct screen *screen)
{
	const struct talk *talk = screen->state;
	const struct menu_item items[] = {
		{.label = talk->reflection.side == SIDE_PEER ? _("Decline: no feedback from me this time")
		                                             : _("Skip: nothing of it is shown to anybody")},
		{.label = _("Not yet")},
	};

	if (is_open(screen) && talk_save_all(screen))
		tui_ask_menu(screen->tui, _("Skip these questions?"), items, 2, 0, skipped, 0);
	return SCREEN_USED;
}

/* The screen ------------------------------------------------------------------------------------- */

const char *reflection_end_words(const struct talk *talk)
{
	switch (talk->reflection.state) {
	case REFLECTION_PUBLISHED:
		return _("It is published");
	case REFLECTION_SKIPPED:
		return _("It was skipped");
	default:
		return _("Publish, or skip");
	}
}

struct spot reflection_draw_end(struct screen *screen, const struct area *area)
{
	const struct talk *talk = screen->state;
	struct groei_arena *frame = screen->tui->frame;
	const char *who = reader(screen);
	int row = draw_wrapped(area, 0, theme_attr(THEME_ACCENT) | A_BOLD, reflection_end_words(talk));

	row += 1 + draw_wrapped(area, row + 1, theme_attr(THEME_TEXT),
	                        groei_arena_print(frame, _("%zu of %zu questions answered."),
	                                          answered(talk), talk->count));
	if (talk->reflection.state == REFLECTION_DRAFT)
		draw_wrapped(area, row + 1, theme_attr(THEME_DIM),
		             *who ? groei_arena_print(frame,
		                                      _("Until then only you see it. Enter publishes: %s reads "
		                                        "it then. S skips it."), who)
		                  : _("Only you see it. Enter publishes, S skips it."));
	else
		draw_wrapped(area, row + 1, theme_attr(THEME_DIM), over_words(talk));
	return draw_spot(area, 0, 0);
}

static void selected(struct screen *screen, struct selection *selection_out)
{
	const struct talk *talk = screen->state;

	*selection_out = (struct selection){.entity = GROEI_REFLECTION,
	                                    .id = talk->reflection.id,
	                                    .person = talk->reflection.person};
}

static const char *subtitle(struct screen *screen)
{
	const struct talk *talk = screen->state;
	struct tui *tui = screen->tui;
	const char *title = talk->template ? groei_template_text(&talk->template->title,
	                                                         groei_language(tui->groei))
	                                   : talk->reflection.template;
	const char *state = talk->reflection.state == REFLECTION_DRAFT
	                        ? _("only for you")
	                        : screen_choice(groei_field(groei_table(GROEI_REFLECTION), "state"),
	                                        talk->reflection.state);
	int64_t other = talk->reflection.side == SIDE_EMPLOYEE ? talk->conversation.lead
	                                                       : talk->reflection.person;
	char day[GROEI_DATE_SIZE] = "";

	if (talk->reflection.conversation)
		groei_day_text(talk->conversation.day, groei_today(tui->groei), day);
	if (!other)
		return groei_arena_print(tui->frame, "%s · %s", title, state);
	return groei_arena_print(tui->frame, "%s · %s · %s%s%s",
	                         groei_person_name(tui->groei, tui->frame, other), state, title,
	                         *day ? " · " : "", day);
}

static const struct operation operations[] = {
	{"next question", N_("To the next question, then publishing."), talk_next_question},
	{"previous question", N_("To the question before."), talk_previous_question},
	{"editor", N_("Edit this text in your own editor."), talk_editor},
	{"save", N_("Save everything now."), talk_save},
	{"last time", N_("All that was answered last time, to read."), talk_last_time},
	{"publish", N_("Let the other side read it, for good."), publish},
	{"skip questions", N_("Say that you will not answer."), skip},
	{NULL, NULL, NULL},
};

static enum groei_status open_screen(struct screen *screen, const char *argument)
{
	((struct talk *)screen->state)->finish = publish;
	return open_reflection(screen, argument);
}

const struct screen_kind reflecting_screen = {
	.name = "reflecting",
	.title = N_("Reflection"),
	.flags = SCREEN_WORDS,
	.size = sizeof(struct talk),
	.operations = operations,
	.open = open_screen,
	.reload = talk_reload,
	.draw = talk_show,
	.key = talk_key,
	.paste = talk_paste,
	.list = talk_list,
	.chosen = talk_chosen,
	.selected = selected,
	.subtitle = subtitle,
	.filtered = talk_list_filtered,
	.writing = talk_is_writing,
	.idle = talk_idle,
	.keep = talk_keep,
	.leave = talk_leave,
	.back = talk_back,
	.close = talk_end,
};
