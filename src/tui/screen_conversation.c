/* The conversation: a walk through the template's questions, each answered in an editor or with one key,
 * and the notes. Here: what keys do. Opening and keeping drafts is in conversation_open.c, the list in
 * conversation_list.c, how it all looks in conversation_draw.c. */
#include "conversation.h"
#include "frame.h"
#include "screens.h"

/* Whether letters belong to an answer or the notes: also where a digit answers, so that whoever
 * begins to type a sentence there starts no command. */
bool talk_is_writing(struct screen *screen)
{
	const struct talk *talk = screen->state;

	return talk->focus == FOCUS_PANE && talk_text(screen);
}

/* Moving --------------------------------------------------------------------------------------- */

static void clash_chosen(struct screen *screen, int64_t context, size_t index)
{
	struct talk *talk = screen->state;

	for (struct text *text = talk->texts; text; text = text->next) {
		if ((int64_t)(intptr_t)text == context)
			text_choose(screen, text, (enum text_choice)index);
	}
}

static void ask_clash(struct screen *screen, const struct text *text)
{
	const struct menu_item items[] = {
		{.label = _("Keep mine"), .note = text_now(text)},
		{.label = _("Take theirs"), .note = text->base},
		{.label = _("Keep both, mine first")},
	};

	tui_ask_menu(screen->tui, _("Somebody else saved this meanwhile"), items,
	             text->view.editor ? 3 : 2, text->view.editor ? 2 : 0, clash_chosen,
	             (intptr_t)text);
}

/* Saves the text at hand. False when that needs a decision first. */
static bool leave_field(struct screen *screen)
{
	struct text *text = talk_text(screen);

	if (!text || text_save(screen, text) != GROEI_CONFLICT)
		return true;
	if (text->trouble != TEXT_CLASH)
		talk_reload(screen);
	if (text->trouble == TEXT_CLASH)
		ask_clash(screen, text);
	return text->trouble != TEXT_CLASH;
}

/* Saves all texts. False when one could not be. */
bool talk_save_all(struct screen *screen)
{
	struct talk *talk = screen->state;
	bool saved = true;

	for (struct text *text = talk->texts; text; text = text->next) {
		enum groei_status status = text_save(screen, text);

		if (status == GROEI_CONFLICT && saved) {
			if (text->trouble != TEXT_CLASH)
				talk_reload(screen);
			if (text->trouble == TEXT_CLASH)
				ask_clash(screen, text);
		}
		saved = saved && status == GROEI_OK;
	}
	return saved;
}

static void go(struct screen *screen, size_t item)
{
	struct talk *talk = screen->state;

	if (!leave_field(screen))
		return;
	talk->at = item;
	if (item < talk->count)
		talk->question = item;
	talk_list_show(talk);
}

/* To the next item in the list, round its ends. */
static enum screen_answer step(struct screen *screen, size_t by)
{
	const struct talk *talk = screen->state;
	size_t items = talk->count + 2, item = talk->at;

	do {
		item = (item + by) % items;
	} while (item != talk->at && !talk_list_has(talk, item));
	go(screen, item);
	return SCREEN_USED;
}

enum screen_answer talk_next_question(struct screen *screen)
{
	return step(screen, 1);
}

enum screen_answer talk_previous_question(struct screen *screen)
{
	return step(screen, ((const struct talk *)screen->state)->count + 1);
}

/* The filter serves to find an item in the list: it ends where the item is worked on. */
static void enter_pane(struct screen *screen)
{
	((struct talk *)screen->state)->focus = FOCUS_PANE;
	filter_clear(screen);
}

/* To the notes, and back to the question. */
static enum screen_answer notes(struct screen *screen)
{
	struct talk *talk = screen->state;

	go(screen, talk->at == talk->count && talk->focus == FOCUS_PANE ? talk->question : talk->count);
	enter_pane(screen);
	return SCREEN_USED;
}

static enum screen_answer other_side(struct screen *screen)
{
	struct talk *talk = screen->state;
	const struct question *question = talk_question(talk);

	if (question && question->audience != FOR_BOTH) {
		tui_message(screen->tui, question->audience == FOR_LEAD
		                             ? _("This is asked of the lead only")
		                             : _("This is asked of the employee only"));
		return SCREEN_USED;
	}
	if (!leave_field(screen))
		return SCREEN_USED;
	talk->side = talk->side == SIDE_EMPLOYEE ? SIDE_LEAD : SIDE_EMPLOYEE;
	if (talk->side == SIDE_LEAD)
		tui_message(screen->tui, _("Now the lead's own answers; Ctrl-T goes back"));
	return SCREEN_USED;
}

enum screen_answer talk_editor(struct screen *screen)
{
	struct text *text = talk_text(screen);
	struct groei_buffer buffer = {0};
	struct groei_arena *arena;
	const char *why = NULL;

	if (!text || !text->view.editor)
		return SCREEN_IGNORED;
	text_keep(screen, text);
	arena = groei_arena_open();
	groei_buffer_text(&buffer, text_now(text));
	switch (terminal_edit(screen->tui->terminal, arena, &buffer, &why)) {
	case EDIT_CHANGED:
		if (editor_replace(text->view.editor, buffer.data ? buffer.data : "", buffer.length) ==
		    EDITOR_FULL)
			tui_failed(screen->tui, _("That text is too long; the one before is kept"));
		break;
	case EDIT_SAME:
		break;
	case EDIT_FAILED:
		tui_failed(screen->tui, "%s", why ? why : _("The editor did not work"));
		break;
	}
	groei_buffer_free(&buffer);
	groei_arena_close(arena);
	enter_pane(screen);
	return SCREEN_USED;
}

enum screen_answer talk_save(struct screen *screen)
{
	if (talk_save_all(screen))
		tui_message(screen->tui, _("Saved."));
	return SCREEN_USED;
}

static enum screen_answer show_strip(struct screen *screen, enum talk_strip strip)
{
	struct talk *talk = screen->state;

	talk->strip = talk->strip == strip ? STRIP_NONE : strip;
	return SCREEN_USED;
}

static enum screen_answer show_at_hand(struct screen *screen)
{
	return show_strip(screen, STRIP_AT_HAND);
}

static enum screen_answer show_cues(struct screen *screen)
{
	return show_strip(screen, STRIP_CUES);
}

static enum screen_answer toggle_timer(struct screen *screen)
{
	struct talk *talk = screen->state;

	timer_toggle(talk);
	if (timer_runs(talk))
		tui_message(screen->tui, _("The timer runs; the same key stops it"));
	else
		tui_message(screen->tui, _("The timer stands still at %d min"), timer_minutes(talk));
	return SCREEN_USED;
}

/* What the timer says goes into the conversation, where closing can still change it. */
static bool save_minutes(struct screen *screen)
{
	struct talk *talk = screen->state;
	struct conversation after = talk->conversation;

	if (!talk->timed)
		return true;
	after.minutes = timer_minutes(talk) < 1 ? 1 : timer_minutes(talk) > 600 ? 600
	                                                                         : timer_minutes(talk);
	if (after.minutes == talk->conversation.minutes ||
	    groei_edit(screen->tui->groei, GROEI_CONVERSATION, &talk->conversation, &after) == GROEI_OK)
		return true;
	tui_why(screen->tui);
	return false;
}

enum screen_answer talk_close(struct screen *screen)
{
	const struct talk *talk = screen->state;

	if (!talk_save_all(screen))
		return SCREEN_USED;
	if (!talk_is_open(talk)) {
		tui_message(screen->tui, _("This conversation is closed already"));
		return SCREEN_USED;
	}
	if (!save_minutes(screen))
		return SCREEN_USED;
	tui_open_record(screen->tui, "closing", talk->id);
	return SCREEN_USED;
}

enum screen_answer talk_chosen(struct screen *screen)
{
	struct talk *talk = screen->state;

	talk_list_take(talk);
	if (talk->at == talk->count + 1)
		return talk->finish(screen);
	enter_pane(screen);
	return SCREEN_USED;
}

/* Esc: from the pane to the list, from there out. */
enum screen_answer talk_back(struct screen *screen)
{
	struct talk *talk = screen->state;

	if (talk->focus == FOCUS_PANE) {
		if (leave_field(screen))
			talk->focus = FOCUS_LIST;
		return SCREEN_USED;
	}
	return talk_save_all(screen) ? SCREEN_IGNORED : SCREEN_USED;
}

/* Keys ----------------------------------------------------------------------------------------- */

static enum screen_answer editor_did(struct screen *screen, enum editor_answer answer)
{
	if (tui_typed(screen->tui, answer) == EDITOR_IGNORED)
		return SCREEN_IGNORED;
	talk_typed(screen);
	return SCREEN_USED;
}

static enum screen_answer give_pick(struct screen *screen, struct text *text,
                                    const struct question *question, const struct key *key)
{
	unsigned long before = text->picks;
	enum screen_answer answer = pick_key(screen->tui, text, question, key);

	if (text->picks != before)
		leave_field(screen);
	return answer;
}

static bool is_digit(const struct key *key)
{
	return key->code == K_CHAR && !(key->modifiers & (K_CTRL | K_ALT)) && key->rune >= '0' &&
	       key->rune <= '9';
}

static enum screen_answer list_key_of(struct screen *screen, const struct key *key)
{
	struct talk *talk = screen->state;
	const struct question *question;

	talk_list_take(talk);
	question = talk_question(talk);
	if (!is_digit(key))
		return SCREEN_IGNORED;
	if (question && groei_question_is_picked(question) && talk_text(screen))
		give_pick(screen, talk_text(screen), question, key);
	return SCREEN_USED;
}

static enum screen_answer pane_key(struct screen *screen, const struct key *key)
{
	struct talk *talk = screen->state;
	char letter[5];
	struct text *text = talk_text(screen);

	if (key->code == K_CHAR && key->modifiers == K_ALT && key->rune >= '1' && key->rune <= '9') {
		if (key->rune - '1' < talk->count)
			go(screen, key->rune - '1');
		return SCREEN_USED;
	}
	if (key->code == K_CLICK && key->column < talk->list.x + talk->list.width) {
		if (leave_field(screen))
			talk->focus = FOCUS_LIST;
		return SCREEN_IGNORED;
	}
	if (text && text->view.editor)
		return editor_did(screen, editor_view_key(&text->view, key));
	if (key->code == K_ENTER)
		return talk->at == talk->count + 1 ? talk->finish(screen) : talk_next_question(screen);
	if (text && give_pick(screen, text, talk_question(talk), key) == SCREEN_USED)
		return SCREEN_USED;
	return text && key_text(key, letter) > 0 ? SCREEN_USED : SCREEN_IGNORED;
}

enum screen_answer talk_key(struct screen *screen, const struct key *key)
{
	struct talk *talk = screen->state;

	talk->leaves = 0;
	return talk->focus == FOCUS_LIST ? list_key_of(screen, key) : pane_key(screen, key);
}

enum screen_answer talk_paste(struct screen *screen, const char *text, size_t length)
{
	struct talk *talk = screen->state;
	struct text *into = talk_is_writing(screen) ? talk_text(screen) : NULL;

	talk->leaves = 0;
	if (!into || !into->view.editor)
		return SCREEN_IGNORED;
	return editor_did(screen, editor_view_paste(&into->view, text, length));
}

struct list *talk_list(struct screen *screen, const struct list_rows **rows_out)
{
	struct talk *talk = screen->state;

	*rows_out = &talk->view;
	return talk->focus == FOCUS_LIST ? &talk->list : NULL;
}

struct spot talk_show(struct screen *screen, const struct area *body)
{
	struct talk *talk = screen->state;

	if (talk->focus == FOCUS_LIST)
		talk_list_take(talk);
	return talk_draw(screen, body);
}

static void selected(struct screen *screen, struct selection *selection_out)
{
	const struct talk *talk = screen->state;

	*selection_out = (struct selection){.entity = GROEI_CONVERSATION,
	                                    .id = talk->conversation.id,
	                                    .person = talk->conversation.person};
}

static const char *subtitle(struct screen *screen)
{
	const struct talk *talk = screen->state;
	struct tui *tui = screen->tui;
	const struct groei_field *state = groei_field(groei_table(GROEI_CONVERSATION), "state");
	const struct groei_field *format = groei_field(groei_table(GROEI_CONVERSATION), "format");
	const char *title = screen_choice(format, talk->conversation.format);
	const char *after = talk->conversation.state == CONVERSATION_PLANNED
	                        ? ""
	                        : screen_choice(state, talk->conversation.state);
	int64_t other = talk->conversation.person == groei_who(tui->groei) && talk->conversation.lead
	                    ? talk->conversation.lead
	                    : talk->conversation.person;
	char day[GROEI_DATE_SIZE];

	if (talk->template)
		title = groei_template_text(&talk->template->title, groei_language(tui->groei));
	groei_day_text(talk->conversation.day, groei_today(tui->groei), day);
	if (talk->conversation.postponed > 0)
		after = groei_arena_print(tui->frame, _("%d× postponed%s%s"),
		                          (int)talk->conversation.postponed, *after ? " · " : "", after);
	if (talk->timed)
		after = groei_arena_print(tui->frame, _("%s%s%d min"), after, *after ? " · " : "",
		                          timer_minutes(talk));
	return groei_arena_print(tui->frame, "%s · %s · %s%s%s",
	                         groei_person_name(tui->groei, tui->frame, other), title, day,
	                         *after ? " · " : "", after);
}

static enum screen_answer prepare(struct screen *screen)
{
	const struct talk *talk = screen->state;

	if (talk_save_all(screen))
		tui_open(screen->tui, "reflecting",
		         groei_arena_print(screen->tui->frame, "talk-%s", talk->code));
	return SCREEN_USED;
}

static const struct operation operations[] = {
	{"next question", N_("To the next question, then the notes, then closing."), talk_next_question},
	{"previous question", N_("To the question before."), talk_previous_question},
	{"notes", N_("To the notes, and back."), notes},
	{"other side", N_("The lead's own answers, or the employee's."), other_side},
	{"editor", N_("Edit this text in your own editor."), talk_editor},
	{"last time", N_("All that was answered last time, to read."), talk_last_time},
	{"at hand", N_("Open promises and points below the question, or not."), show_at_hand},
	{"cues", N_("Five cues for the lead below the question, or not."), show_cues},
	{"timer", N_("Starts the timer, or stops it; its minutes are kept with the talk."), toggle_timer},
	{"prepare", N_("Your own preparation of this talk, seen by you only."), prepare},
	{"save", N_("Save everything now."), talk_save},
	{"close the talk", N_("Actions, goals, energy and the next date on one screen."), talk_close},
	{NULL, NULL, NULL},
};

const struct screen_kind conversation_screen = {
	.name = "conversation",
	.title = N_("Conversation"),
	.flags = SCREEN_HIDDEN,
	.size = sizeof(struct talk),
	.operations = operations,
	.open = talk_open,
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
