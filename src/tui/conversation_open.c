/* A conversation from opening to closing: it is read, drafts are put back into their fields, and what is
 * typed is kept. Draws nothing and knows no keys. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <groei/access.h>

#include "clock.h"
#include "conversation.h"
#include "kept.h"

enum {
	RETRY = 2000, /* ms until a failed save is tried again */
	PAUSE = 1000, /* between drafts */
	TICK = 15000  /* until the minutes of the timer are drawn anew */
};

/* Reading -------------------------------------------------------------------------------------- */

bool talk_is_open(const struct talk *talk)
{
	return talk->conversation.state == CONVERSATION_PLANNED ||
	       talk->conversation.state == CONVERSATION_PREPARED;
}

static void show_read(struct screen *screen)
{
	struct talk *talk = screen->state;

	if (talk->at > talk->count + 1)
		talk->at = 0;
	if (talk->question >= talk->count)
		talk->question = 0;
	talk_list_arrange(screen);
	talk_list_show(talk);
	text_meet_all(screen);
}

/* What was read before stays when this fails: nobody loses the page while the store is away. */
enum groei_status talk_reload(struct screen *screen)
{
	struct talk *talk = screen->state;
	struct groei *groei = screen->tui->groei;
	struct groei_arena *arena = groei_arena_open();
	struct question_template *template;
	struct conversation conversation;
	struct asked *asked;
	size_t asked_count;
	enum groei_status status =
	    talk->reflects
	        ? reflection_load(screen, arena, &conversation, &template, &asked, &asked_count)
	        : groei_get(groei, arena, GROEI_CONVERSATION, talk->id, &conversation);

	if (status == GROEI_OK && !talk->reflects)
		status = groei_conversation_asked(groei, arena, &conversation, &template, &asked,
		                                  &asked_count);
	if (status == GROEI_OK && !talk->reflects)
		status = strip_read(screen, arena, conversation.person);
	talk->unread = status != GROEI_OK;
	if (status != GROEI_OK) {
		groei_arena_close(arena);
		return status;
	}
	if (talk->focus == FOCUS_LIST)
		talk_list_take(talk);
	groei_arena_close(talk->arena);
	talk->arena = arena;
	talk->conversation = conversation;
	talk->template = template;
	talk->asked = asked;
	talk->count = asked_count;
	show_read(screen);
	return GROEI_OK;
}

/* Opening -------------------------------------------------------------------------------------- */

/* The text of a draft's place: talk->place and "notes" or "answer/SIDE/QUESTION".
 * Moves there. NULL: of another conversation, or no longer asked. */
static struct text *go_to_place(struct screen *screen, const char *place)
{
	struct talk *talk = screen->state;
	const char *prefix = talk->place, *rest = place + strlen(prefix), *id;
	enum answer_side side;

	if (strncmp(place, prefix, strlen(prefix)) != 0)
		return NULL;
	if (strcmp(rest, "notes") == 0) {
		talk->at = talk->count;
		return text_notes(screen);
	}
	if (strncmp(rest, "answer/", 7) != 0 || !(id = strchr(rest + 7, '/')))
		return NULL;
	side = strncmp(rest + 7, "lead/", 5) == 0 ? SIDE_LEAD : SIDE_EMPLOYEE;
	for (size_t i = 0; i < talk->count; i++) {
		const struct question *question = talk->asked[i].question;

		if (!question || strcmp(question->id, id + 1) != 0)
			continue;
		talk->at = talk->question = i;
		if (question->audience == FOR_BOTH)
			talk->side = side;
		return text_of(screen, question, side);
	}
	return NULL;
}

/* Of each place one draft: this session's own, else the newest. The place of the oldest first, so that the
 * newest is where the cursor goes. */
static size_t offer_drafts(struct screen *screen)
{
	struct groei_arena *arena = groei_arena_open();
	struct draft *drafts = NULL, draft;
	size_t found = 0, all = 0;

	if (groei_drafts(screen->tui->groei, arena, &drafts, &all) != GROEI_OK)
		all = 0;
	for (size_t i = all; i-- > 0;) {
		struct text *text = go_to_place(screen, drafts[i].place);

		if (!text || text->kept || !kept_take(screen->tui, arena, drafts[i].place, &draft))
			continue;
		text_restore(text, &draft);
		found++;
	}
	groei_arena_close(arena);
	return found;
}

static void tell_offered(struct screen *screen)
{
	size_t more = kept_left(screen->tui, ((struct talk *)screen->state)->place);

	if (more)
		tui_message(screen->tui,
		            P_("Text that was not saved was put back; %zu more is kept on Today",
		               "Text that was not saved was put back; %zu more are kept on Today", more),
		            more);
	else
		tui_message(screen->tui, _("Text that was not saved was put back"));
}

void talk_offer_drafts(struct screen *screen)
{
	struct talk *talk = screen->state;

	if (!offer_drafts(screen))
		return;
	talk->focus = FOCUS_PANE;
	tell_offered(screen);
}

static enum groei_status find(struct screen *screen, const char *argument, int64_t *id_out)
{
	struct groei *groei = screen->tui->groei;
	struct groei_arena *arena;
	struct conversation open;
	int64_t person;
	enum groei_status status = groei_find(groei, GROEI_CONVERSATION, argument, id_out);

	if (status == GROEI_OK || groei_find(groei, GROEI_PERSON, argument, &person) != GROEI_OK)
		return status;
	arena = groei_arena_open();
	status = groei_conversation_open(groei, arena, person, &open);
	if (status == GROEI_OK)
		*id_out = open.id;
	else if (status == GROEI_NO)
		tui_failed(screen->tui, _("No conversation is planned with %s; s on a person starts one"),
		           argument);
	groei_arena_close(arena);
	return status;
}

/* Puts the list on the row that stands behind the code: "notes", a question. */
static void go_to(struct talk *talk, const char *place)
{
	size_t at = 0;

	while (at < talk->count && strcmp(talk->asked[at].question->id, place) != 0)
		at++;
	if (at == talk->count && strcmp(place, "notes") != 0)
		return;
	talk->focus = FOCUS_LIST;
	talk->at = at;
	talk->question = at < talk->count ? at : 0;
}

/* Whether who asks sees the words of this talk; says why not. */
static bool sees_words(struct screen *screen)
{
	const struct talk *talk = screen->state;
	struct tui *tui = screen->tui;
	const char *readers = "";

	if (groei_seen_by(tui->groei, tui->frame, GROEI_CONVERSATION, &talk->conversation, &readers) !=
	    GROEI_OK) {
		tui_why(tui);
		return false;
	}
	if (!*readers)
		tui_failed(tui, _("The words of this talk belong to %s and %s: ask them"),
		           groei_person_name(tui->groei, tui->frame, talk->conversation.person),
		           groei_person_name(tui->groei, tui->frame, talk->conversation.lead));
	return *readers;
}

/* "CODE", a handle, or "CODE/PLACE". */
enum groei_status talk_open(struct screen *screen, const char *argument)
{
	struct talk *talk = screen->state;
	const char *place = argument ? strchr(argument, '/') : NULL;
	struct groei_arena *arena = groei_arena_open();
	const char *which = place   ? groei_arena_copy(arena, argument, (size_t)(place - argument))
	                    : argument ? argument
	                               : "";
	enum groei_status status = find(screen, which, &talk->id);

	groei_arena_close(arena);
	if (status != GROEI_OK)
		return status;
	groei_code(talk->id, talk->code);
	snprintf(talk->place, sizeof talk->place, "conversation/%s/", talk->code);
	talk->said.day = GROEI_NO_DAY;
	talk->finish = talk_close;
	talk_list_open(screen);
	status = talk_reload(screen);
	if (status == GROEI_OK && !sees_words(screen))
		status = GROEI_DENIED;
	if (status != GROEI_OK)
		return status;
	talk->focus = FOCUS_PANE;
	if (!talk_is_open(talk))
		talk->focus = FOCUS_LIST;
	while (talk->at < talk->count && talk->focus == FOCUS_PANE && talk_answered(talk, talk->at))
		talk->at++;
	talk->question = talk->at < talk->count ? talk->at : 0;
	if (place)
		go_to(talk, place + 1);
	talk_offer_drafts(screen);
	talk_list_show(talk);
	return GROEI_OK;
}

/* Nothing typed is lost ------------------------------------------------------------------------ */

bool talk_keep(struct screen *screen)
{
	struct talk *talk = screen->state;
	bool kept = true;

	for (struct text *text = talk->texts; text; text = text->next)
		kept = text_keep(screen, text) == GROEI_OK && kept;
	talk->drafts_at = clock_ms();
	return kept;
}

/* Whoever types without a pause gets a draft each second all the same. */
void talk_typed(struct screen *screen)
{
	struct talk *talk = screen->state;

	if (talk->drafts_at == 0)
		talk->drafts_at = clock_ms();
	else if (clock_ms() - talk->drafts_at >= PAUSE)
		talk_keep(screen);
}

int talk_idle(struct screen *screen)
{
	struct talk *talk = screen->state;
	int again = timer_runs(talk) ? TICK : -1;

	if (!talk_keep(screen)) {
		tui_why(screen->tui);
		again = RETRY;
	}
	if (talk->unread) {
		screen->stale = 1;
		again = RETRY;
	}
	for (struct text *text = talk->texts; text; text = text->next) {
		if (text->trouble == TEXT_FAILED && text_save(screen, text) != GROEI_OK)
			again = RETRY;
	}
	return again;
}

void talk_leave(struct screen *screen)
{
	struct talk *talk = screen->state;

	talk->leaves++;
	talk_keep(screen);
}

/* Left by a person, and not by the end of the process (then leave came twice): saved for good. */
void talk_end(struct screen *screen)
{
	struct talk *talk = screen->state;

	if (talk->leaves == 1) {
		for (struct text *text = talk->texts; text; text = text->next)
			text_save(screen, text);
	}
	free(talk->said.next_template);
	free(talk->said.mirror);
	text_close_all(talk);
	groei_arena_close(talk->noted_arena);
	groei_arena_close(talk->arena);
}
