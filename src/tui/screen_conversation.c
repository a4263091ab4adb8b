/* The conversation: a walk through the template's questions, each answered in an editor or with one key,
 * and the notes. Here: opening, moving, saving. How it looks is in conversation_draw.c. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "conversation.h"
#include "screens.h"

enum { RETRY = 2000, PAUSE = 1000 }; /* ms until a failed save is tried again; between drafts */

enum answer_side talk_side(const struct talk *talk, const struct question *question)
{
	if (question->audience == FOR_EMPLOYEE)
		return SIDE_EMPLOYEE;
	return question->audience == FOR_LEAD ? SIDE_LEAD : talk->side;
}

bool talk_answered(const struct talk *talk, size_t index)
{
	const struct question *question;
	const struct answer *answer;
	const struct text *text;

	if (index >= talk->count)
		return false;
	question = talk->asked[index].question;
	if (!question)
		return true;
	text = text_find(talk, question->id, talk_side(talk, question));
	if (text)
		return !text_is_empty(text_now(text));
	answer = &talk->asked[index].answer[talk_side(talk, question)];
	return answer->id && (!text_is_empty(answer->text) || answer->number != GROEI_NONE);
}

const struct question *talk_question(const struct talk *talk)
{
	return talk->at < talk->count ? talk->asked[talk->at].question : NULL;
}

struct text *talk_text(struct screen *screen)
{
	struct talk *talk = screen->state;
	const struct question *question = talk_question(talk);

	if (question)
		return text_of(screen, question, talk_side(talk, question));
	return talk->at == talk->count ? text_notes(screen) : NULL;
}

/* Whether letters belong to an answer or the notes: also where a digit answers, so that whoever
 * begins to type a sentence there starts no command. */
static bool is_writing(struct screen *screen)
{
	const struct talk *talk = screen->state;

	return talk->focus == FOCUS_PANE && talk_text(screen);
}

/* The list ------------------------------------------------------------------------------------- */

static size_t count(void *context, size_t until)
{
	const struct talk *talk = ((struct screen *)context)->state;

	(void)until;
	return talk->rows;
}

static bool is_heading(void *context, size_t index)
{
	const struct talk *talk = ((struct screen *)context)->state;

	return talk->row[index].heading != NULL;
}

static void add_heading(struct talk *talk, const char *heading, size_t first, size_t questions)
{
	talk->row[talk->rows++] =
	    (struct talk_row){.heading = heading, .first = first, .count = questions};
}

static void add_items(struct talk *talk, size_t from, size_t until)
{
	for (size_t i = from; i < until; i++)
		talk->row[talk->rows++] = (struct talk_row){.item = i};
}

static void arrange(struct screen *screen)
{
	struct talk *talk = screen->state;
	const struct question_template *template = talk->template;
	size_t sections = template ? template->section_count : 0, asked = 0;

	talk->row = groei_arena_take(talk->arena,
	                             (talk->count + 2 * sections + 8) * sizeof *talk->row);
	talk->rows = 0;
	for (size_t i = 0; i < sections; i++) {
		const struct template_section *section = &template->sections[i];

		add_heading(talk, groei_template_text(&section->title, groei_language(screen->tui->groei)),
		            section->first, section->count);
		add_items(talk, section->first, section->first + section->count);
		asked = section->first + section->count;
	}
	if (asked < talk->count) {
		add_heading(talk, _("Asked earlier"), 0, 0);
		add_items(talk, asked, talk->count);
	}
	add_heading(talk, "", 0, 0);
	add_items(talk, talk->count, talk->count + 2);
}

/* Puts the list's cursor on the item at hand. */
static void show_item(struct talk *talk)
{
	for (size_t i = 0; i < talk->rows; i++) {
		if (!talk->row[i].heading && talk->row[i].item == talk->at)
			list_go(&talk->list, &talk->view, i);
	}
}

/* The item under the list's cursor. */
static void take_item(struct talk *talk)
{
	if (talk->list.cursor < talk->rows && !talk->row[talk->list.cursor].heading)
		talk->at = talk->row[talk->list.cursor].item;
	if (talk->at < talk->count)
		talk->question = talk->at;
}

/* Reading -------------------------------------------------------------------------------------- */

static void show_read(struct screen *screen)
{
	struct talk *talk = screen->state;

	if (talk->at > talk->count + 1)
		talk->at = 0;
	if (talk->question >= talk->count)
		talk->question = 0;
	arrange(screen);
	show_item(talk);
	text_meet_all(screen);
}

/* What was read before stays when this fails: nobody loses the page while the store is away. */
static enum groei_status reload(struct screen *screen)
{
	struct talk *talk = screen->state;
	struct groei *groei = screen->tui->groei;
	struct groei_arena *arena = groei_arena_open();
	struct question_template *template;
	struct conversation conversation;
	struct asked *asked;
	size_t asked_count;
	enum groei_status status =
	    groei_get(groei, arena, GROEI_CONVERSATION, talk->id, &conversation);

	if (status == GROEI_OK)
		status = groei_conversation_asked(groei, arena, &conversation, &template, &asked,
		                                  &asked_count);
	talk->unread = status != GROEI_OK;
	if (status != GROEI_OK) {
		groei_arena_close(arena);
		return status;
	}
	groei_arena_close(talk->arena);
	talk->arena = arena;
	talk->conversation = conversation;
	talk->template = template;
	talk->asked = asked;
	talk->count = asked_count;
	show_read(screen);
	return GROEI_OK;
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
		reload(screen);
	if (text->trouble == TEXT_CLASH)
		ask_clash(screen, text);
	return text->trouble != TEXT_CLASH;
}

/* Saves all texts. False when one could not be. */
static bool save_all(struct screen *screen)
{
	struct talk *talk = screen->state;
	bool saved = true;

	for (struct text *text = talk->texts; text; text = text->next) {
		enum groei_status status = text_save(screen, text);

		if (status == GROEI_CONFLICT && saved) {
			if (text->trouble != TEXT_CLASH)
				reload(screen);
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
	show_item(talk);
}

static enum screen_answer next_question(struct screen *screen)
{
	const struct talk *talk = screen->state;

	go(screen, talk->at >= talk->count + 1 ? 0 : talk->at + 1);
	return SCREEN_USED;
}

static enum screen_answer previous_question(struct screen *screen)
{
	const struct talk *talk = screen->state;

	go(screen, talk->at == 0 ? talk->count + 1 : talk->at - 1);
	return SCREEN_USED;
}

/* To the notes, and back to the question. */
static enum screen_answer notes(struct screen *screen)
{
	struct talk *talk = screen->state;

	go(screen, talk->at == talk->count && talk->focus == FOCUS_PANE ? talk->question : talk->count);
	talk->focus = FOCUS_PANE;
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

static enum screen_answer external(struct screen *screen)
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
	((struct talk *)screen->state)->focus = FOCUS_PANE;
	return SCREEN_USED;
}

static enum screen_answer save(struct screen *screen)
{
	if (save_all(screen))
		tui_message(screen->tui, _("Saved."));
	return SCREEN_USED;
}

static enum screen_answer close_talk(struct screen *screen)
{
	const struct talk *talk = screen->state;

	if (!save_all(screen))
		return SCREEN_USED;
	if (talk->conversation.state != CONVERSATION_PLANNED &&
	    talk->conversation.state != CONVERSATION_PREPARED) {
		tui_message(screen->tui, _("This conversation is closed already"));
		return SCREEN_USED;
	}
	tui_open_record(screen->tui, "closing", talk->id);
	return SCREEN_USED;
}

static enum screen_answer chosen(struct screen *screen)
{
	struct talk *talk = screen->state;

	take_item(talk);
	if (talk->at == talk->count + 1)
		return close_talk(screen);
	talk->focus = FOCUS_PANE;
	return SCREEN_USED;
}

/* Esc: from the pane to the list, from there out. */
static enum screen_answer back(struct screen *screen)
{
	struct talk *talk = screen->state;

	if (talk->focus == FOCUS_PANE) {
		if (leave_field(screen))
			talk->focus = FOCUS_LIST;
		return SCREEN_USED;
	}
	return save_all(screen) ? SCREEN_IGNORED : SCREEN_USED;
}

/* Keys ----------------------------------------------------------------------------------------- */

static int64_t steady_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Saves drafts; false when one failed. */
static bool keep_all(struct screen *screen)
{
	struct talk *talk = screen->state;
	bool kept = true;

	for (struct text *text = talk->texts; text; text = text->next)
		kept = text_keep(screen, text) == GROEI_OK && kept;
	talk->drafts_at = steady_ms();
	return kept;
}

/* Whoever types without a pause gets a draft each second all the same. */
static void typed(struct screen *screen)
{
	struct talk *talk = screen->state;

	if (talk->drafts_at == 0)
		talk->drafts_at = steady_ms();
	else if (steady_ms() - talk->drafts_at >= PAUSE)
		keep_all(screen);
}

static enum screen_answer editor_did(struct screen *screen, enum editor_answer answer)
{
	struct tui *tui = screen->tui;

	switch (answer) {
	case EDITOR_IGNORED:
		return SCREEN_IGNORED;
	case EDITOR_REFUSED:
		tui_failed(tui, _("The text is full; nothing was added"));
		break;
	case EDITOR_COPIED:
	case EDITOR_USED:
		break;
	}
	typed(screen);
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

	take_item(talk);
	question = talk_question(talk);
	if (!is_digit(key))
		return SCREEN_IGNORED;
	if (question && question_is_pick(question))
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
		return talk->at == talk->count + 1 ? close_talk(screen) : next_question(screen);
	if (text && give_pick(screen, text, talk_question(talk), key) == SCREEN_USED)
		return SCREEN_USED;
	return text && key_text(key, letter) > 0 ? SCREEN_USED : SCREEN_IGNORED;
}

static enum screen_answer key(struct screen *screen, const struct key *key)
{
	struct talk *talk = screen->state;

	talk->leaves = 0;
	return talk->focus == FOCUS_LIST ? list_key_of(screen, key) : pane_key(screen, key);
}

static enum screen_answer paste(struct screen *screen, const char *text, size_t length)
{
	struct talk *talk = screen->state;
	struct text *into = is_writing(screen) ? talk_text(screen) : NULL;

	talk->leaves = 0;
	if (!into || !into->view.editor)
		return SCREEN_IGNORED;
	return editor_did(screen, editor_view_paste(&into->view, text, length));
}

/* Nothing typed is lost ------------------------------------------------------------------------ */

static int idle(struct screen *screen)
{
	struct talk *talk = screen->state;
	int again = -1;

	if (!keep_all(screen)) {
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

static void leave(struct screen *screen)
{
	struct talk *talk = screen->state;

	talk->leaves++;
	keep_all(screen);
}

/* Left by a person, and not by the end of the process (then leave came twice): saved for good. */
static void end(struct screen *screen)
{
	struct talk *talk = screen->state;

	if (talk->leaves == 1) {
		for (struct text *text = talk->texts; text; text = text->next)
			text_save(screen, text);
	}
	text_close_all(talk);
	groei_arena_close(talk->noted_arena);
	groei_arena_close(talk->arena);
}

/* Opening -------------------------------------------------------------------------------------- */

/* Puts a draft into its field: "conversation/CODE/notes", "conversation/CODE/answer/SIDE/QUESTION". */
static bool offer(struct screen *screen, const struct draft *draft)
{
	struct talk *talk = screen->state;
	const char *prefix = groei_arena_print(screen->tui->frame, "conversation/%s/", talk->code);
	const char *rest = draft->place + strlen(prefix), *id;
	enum answer_side side;

	if (strncmp(draft->place, prefix, strlen(prefix)) != 0)
		return false;
	if (strcmp(rest, "notes") == 0) {
		text_restore(text_notes(screen), draft);
		talk->at = talk->count;
		return true;
	}
	if (strncmp(rest, "answer/", 7) != 0 || !(id = strchr(rest + 7, '/')))
		return false;
	side = strncmp(rest + 7, "lead/", 5) == 0 ? SIDE_LEAD : SIDE_EMPLOYEE;
	for (size_t i = 0; i < talk->count; i++) {
		const struct question *question = talk->asked[i].question;

		if (!question || strcmp(question->id, id + 1) != 0)
			continue;
		text_restore(text_of(screen, question, side), draft);
		talk->at = talk->question = i;
		if (question->audience == FOR_BOTH)
			talk->side = side;
		return true;
	}
	return false;
}

/* The oldest first, so that the newest one is where the cursor goes. */
static size_t offer_drafts(struct screen *screen)
{
	struct groei_arena *arena = groei_arena_open();
	struct draft *drafts = NULL;
	size_t found = 0, all = 0;

	if (groei_drafts(screen->tui->groei, arena, &drafts, &all) != GROEI_OK)
		all = 0;
	for (size_t i = all; i-- > 0;)
		found += offer(screen, &drafts[i]);
	groei_arena_close(arena);
	return found;
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

static enum groei_status begin(struct screen *screen, const char *argument)
{
	struct talk *talk = screen->state;
	enum groei_status status = find(screen, argument ? argument : "", &talk->id);

	if (status != GROEI_OK)
		return status;
	groei_code(talk->id, talk->code);
	talk->view = (struct list_rows){
		.context = screen, .count = count, .draw = talk_draw_row, .heading = is_heading};
	status = reload(screen);
	if (status != GROEI_OK)
		return status;
	talk->focus = FOCUS_PANE;
	if (talk->conversation.state != CONVERSATION_PLANNED &&
	    talk->conversation.state != CONVERSATION_PREPARED)
		talk->focus = FOCUS_LIST;
	while (talk->at < talk->count && talk->focus == FOCUS_PANE && talk_answered(talk, talk->at))
		talk->at++;
	talk->question = talk->at < talk->count ? talk->at : 0;
	if (offer_drafts(screen)) {
		talk->focus = FOCUS_PANE;
		tui_message(screen->tui, _("Text that was not saved was put back"));
	}
	show_item(talk);
	return GROEI_OK;
}

static struct list *list(struct screen *screen, const struct list_rows **rows_out)
{
	struct talk *talk = screen->state;

	*rows_out = &talk->view;
	return talk->focus == FOCUS_LIST && talk->rows ? &talk->list : NULL;
}

static struct spot draw(struct screen *screen, const struct area *body)
{
	struct talk *talk = screen->state;

	if (talk->focus == FOCUS_LIST)
		take_item(talk);
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
	char day[GROEI_DATE_SIZE];

	if (talk->template)
		title = groei_template_text(&talk->template->title, groei_language(tui->groei));
	groei_day_text(talk->conversation.day, groei_today(tui->groei), day);
	return groei_arena_print(tui->frame, "%s · %s · %s%s%s",
	                         groei_person_name(tui->groei, tui->frame, talk->conversation.person),
	                         title, day,
	                         talk->conversation.state == CONVERSATION_PLANNED ? "" : " · ",
	                         talk->conversation.state == CONVERSATION_PLANNED
	                             ? ""
	                             : screen_choice(state, talk->conversation.state));
}

static const struct operation operations[] = {
	{"next question", N_("to the next question, then the notes, then closing"), next_question},
	{"previous question", N_("to the question before"), previous_question},
	{"notes", N_("to the notes, and back"), notes},
	{"other side", N_("the lead's own answers, or the employee's"), other_side},
	{"editor", N_("edit this text in your own editor"), external},
	{"save", N_("save everything now"), save},
	{"close the talk", N_("actions, goals, energy and the next date on one screen"), close_talk},
	{NULL, NULL, NULL},
};

const struct screen_kind conversation_screen = {
	.name = "conversation",
	.title = N_("Conversation"),
	.flags = SCREEN_HIDDEN,
	.size = sizeof(struct talk),
	.operations = operations,
	.open = begin,
	.reload = reload,
	.draw = draw,
	.key = key,
	.paste = paste,
	.list = list,
	.chosen = chosen,
	.selected = selected,
	.subtitle = subtitle,
	.writing = is_writing,
	.idle = idle,
	.leave = leave,
	.back = back,
	.close = end,
};
