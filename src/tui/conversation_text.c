/* Texts of a conversation while they are edited: drafts, saving, meeting what others saved. Draws
 * nothing and knows no keys. */
#include <stdlib.h>
#include <string.h>

#include <groei/guard.h>

#include "conversation.h"
#include "room.h"

static char *copy(const char *text)
{
	return room_copy(text ? text : "");
}

static void set(char **place, const char *text)
{
	char *made = copy(text);

	free(*place);
	*place = made;
}

const char *text_now(const struct text *text)
{
	return text->view.editor ? editor_text(text->view.editor, NULL) : text->pick;
}

static unsigned long changes(const struct text *text)
{
	return text->view.editor ? editor_changes(text->view.editor) : text->picks;
}

/* Blanks at the end do not count. */
static size_t trimmed(const char *text)
{
	size_t length = strlen(text);

	while (length && strchr(" \t\r\n", text[length - 1]))
		length--;
	return length;
}

bool text_is_empty(const char *text)
{
	return !text || trimmed(text) == 0;
}

static bool same(const char *a, const char *b)
{
	size_t length = trimmed(a);

	return trimmed(b) == length && memcmp(a, b, length) == 0;
}

bool text_changed(const struct text *text)
{
	return changes(text) != text->clean && !same(text_now(text), text->base);
}

static const char *place_of(struct screen *screen, const struct text *text)
{
	const struct talk *talk = screen->state;

	if (!text->question)
		return groei_arena_print(screen->tui->frame, "%snotes", talk->place);
	return groei_arena_print(screen->tui->frame, "%sanswer/%s/%s", talk->place,
	                         text->side == SIDE_LEAD ? "lead" : "employee", text->question);
}

/* What the store holds for a text. */
struct stored {
	int known; /* 0: it was not read, or the template no longer asks it */
	int64_t id;
	int32_t revision;
	const char *text;
};

static struct stored stored_of(struct screen *screen, const struct text *text)
{
	const struct talk *talk = screen->state;
	struct stored stored = {.text = ""};

	if (!text->question) {
		stored.known = talk->conversation.id != 0;
		stored.id = talk->conversation.id;
		stored.revision = talk->conversation.revision;
		stored.text = talk->conversation.notes ? talk->conversation.notes : "";
		return stored;
	}
	for (size_t i = 0; i < talk->count; i++) {
		const struct answer *answer = &talk->asked[i].answer[text->side];

		if (!talk->asked[i].question ||
		    strcmp(talk->asked[i].question->id, text->question) != 0)
			continue;
		stored.known = 1;
		if (answer->id == 0)
			break;
		stored.id = answer->id;
		stored.revision = answer->revision;
		if (answer->text)
			stored.text = answer->text;
		else if (answer->number != GROEI_NONE)
			stored.text = groei_arena_print(talk->arena, "%d", answer->number);
	}
	return stored;
}

static void load(struct text *text, const char *value)
{
	if (!text->view.editor)
		set(&text->pick, value);
	else if (changes(text) == 0)
		editor_load(text->view.editor, value, strlen(value));
	else
		editor_replace(text->view.editor, value, strlen(value));
	text->clean = changes(text);
}

/* Opening and closing --------------------------------------------------------------------------- */

struct text *text_find(const struct talk *talk, const char *question, enum answer_side side)
{
	for (struct text *text = talk->texts; text; text = text->next) {
		if (!question ? !text->question
		              : text->question && text->side == side &&
		                    strcmp(text->question, question) == 0)
			return text;
	}
	return NULL;
}

static struct text *open_text(struct screen *screen, const struct question *question,
                              enum answer_side side)
{
	struct talk *talk = screen->state;
	struct text *text = room_take(1, sizeof *text);
	struct stored stored;

	text->question = question ? copy(question->id) : NULL;
	text->side = side;
	text->pick = copy("");
	if (!question || !groei_question_is_picked(question))
		text->view.editor = editor_open(EDITOR_LINES, EDITOR_LIMIT, &screen->tui->clipboard);
	stored = stored_of(screen, text);
	text->id = stored.id;
	text->revision = stored.revision;
	text->base = copy(stored.text);
	load(text, stored.text);
	text->next = talk->texts;
	talk->texts = text;
	return text;
}

struct text *text_of(struct screen *screen, const struct question *question, enum answer_side side)
{
	struct text *text = text_find(screen->state, question->id, side);

	return text ? text : open_text(screen, question, side);
}

struct text *text_notes(struct screen *screen)
{
	struct talk *talk = screen->state;

	if (!talk->notes)
		talk->notes = open_text(screen, NULL, SIDE_EMPLOYEE);
	return talk->notes;
}

void text_close_all(struct talk *talk)
{
	for (struct text *text = talk->texts, *next; text; text = next) {
		next = text->next;
		editor_close(text->view.editor);
		free(text->question);
		free(text->pick);
		free(text->base);
		free(text);
	}
	talk->texts = talk->notes = NULL;
}

void text_pick(struct text *text, const char *value)
{
	set(&text->pick, value);
	text->picks++;
}

/* Meeting others ------------------------------------------------------------------------------- */

static void meet(struct screen *screen, struct text *text)
{
	struct stored now = stored_of(screen, text);
	bool changed = text_changed(text);

	if (!now.known)
		return;
	text->id = now.id;
	text->revision = now.revision;
	if (same(now.text, text->base)) {
		set(&text->base, now.text);
		return;
	}
	if (changed && !same(text_now(text), now.text)) {
		text->trouble = TEXT_CLASH;
		text->drafted = 0;
		tui_failed(screen->tui, _("Somebody else changed this text too; Ctrl-S decides"));
	} else if (!changed) {
		load(text, now.text);
	}
	set(&text->base, now.text);
	if (text->trouble != TEXT_CLASH) {
		text->trouble = TEXT_FINE;
		text->clean = changes(text);
	}
}

void text_meet_all(struct screen *screen)
{
	const struct talk *talk = screen->state;

	for (struct text *text = talk->texts; text; text = text->next)
		meet(screen, text);
}

/* Saving --------------------------------------------------------------------------------------- */

static enum groei_status drop(struct screen *screen, struct text *text)
{
	enum groei_status status = GROEI_OK;

	if (text->kept)
		status = groei_draft_drop(screen->tui->groei, place_of(screen, text));
	if (status == GROEI_OK)
		text->kept = 0;
	return status;
}

static enum groei_status write_notes(struct screen *screen, const struct text *text,
                                     const char *value)
{
	const struct talk *talk = screen->state;
	struct conversation before = talk->conversation, after = talk->conversation;

	before.notes = *text->base ? text->base : NULL;
	after.notes = *value ? value : NULL;
	return groei_edit(screen->tui->groei, GROEI_CONVERSATION, &before, &after);
}

static enum groei_status write_answer(struct screen *screen, const struct text *text,
                                      const char *value)
{
	struct talk *talk = screen->state;
	const struct answer before = {.id = text->id, .revision = text->revision};

	if (talk->reflects && text->view.editor)
		return groei_reflection_answer(screen->tui->groei, &talk->reflection, text->question,
		                               &before, value, GROEI_NONE);
	if (talk->reflects)
		return groei_reflection_type(screen->tui->groei, &talk->reflection, text->question,
		                             &before, value);
	if (text->view.editor)
		return groei_answer_save(screen->tui->groei, talk->id, text->question, text->side,
		                         &before, value, GROEI_NONE);
	return groei_answer_type(screen->tui->groei, talk->id, text->question, text->side, &before,
	                         value);
}

enum groei_status text_save(struct screen *screen, struct text *text)
{
	const char *now = text_now(text);
	enum groei_status status;
	char *value;

	if (text->trouble == TEXT_CLASH)
		return GROEI_CONFLICT;
	if (!text_changed(text)) {
		text->trouble = TEXT_FINE;
		return drop(screen, text);
	}
	value = room_copy(now);
	value[trimmed(now)] = '\0';
	status = text->question ? write_answer(screen, text, value) : write_notes(screen, text, value);
	screen->stale = 1;
	if (status == GROEI_OK) {
		free(text->base);
		text->base = value;
		text->clean = changes(text);
		text->trouble = TEXT_FINE;
		text->restored = 0;
		return drop(screen, text);
	}
	free(value);
	text->trouble = TEXT_FAILED;
	tui_why(screen->tui);
	/* A lock names no field: nobody changed the text, the store is only away. */
	if (status == GROEI_CONFLICT && !groei_why(screen->tui->groei).field)
		status = GROEI_STORE;
	return status;
}

/* Another session of the same person can have taken the draft over, and dropped it. */
static bool is_gone(struct screen *screen, const struct text *text)
{
	struct tui *tui = screen->tui;
	struct draft draft;
	enum groei_status status =
	    groei_draft_get(tui->groei, tui->frame, place_of(screen, text), &draft);

	return status == GROEI_NO || (status == GROEI_OK && !draft.own);
}

enum groei_status text_keep(struct screen *screen, struct text *text)
{
	enum groei_status status;

	if (!text_changed(text) && text->trouble != TEXT_CLASH)
		return drop(screen, text);
	if (text->kept && text->drafted == changes(text) && !is_gone(screen, text))
		return GROEI_OK;
	status = groei_draft_save(screen->tui->groei, place_of(screen, text), text->revision,
	                          text_now(text));
	if (status != GROEI_OK)
		return status;
	text->kept = 1;
	text->drafted = changes(text);
	groei_guard_typed(screen->tui->groei, text_now(text));
	return GROEI_OK;
}

bool text_is_kept(const struct text *text)
{
	return text_changed(text) && text->kept && text->drafted == changes(text);
}

/* A draft that began with another text than the store's, and does not carry it on. */
static bool strayed(const struct text *text, const struct draft *draft)
{
	size_t length = trimmed(text->base);

	return draft->revision != text->revision && length > 0 &&
	       strncmp(draft->text, text->base, length) != 0;
}

bool text_is_back(struct screen *screen, const char *place)
{
	const struct talk *talk = screen->state;

	for (const struct text *text = talk->texts; text; text = text->next) {
		if (text->kept && strcmp(place_of(screen, text), place) == 0)
			return true;
	}
	return false;
}

void text_restore(struct text *text, const struct draft *draft)
{
	text->kept = 1;
	if (same(draft->text, text->base))
		return;
	if (text->view.editor)
		editor_replace(text->view.editor, draft->text, strlen(draft->text));
	else
		text_pick(text, draft->text);
	text->restored = draft->at;
	text->drafted = changes(text);
	if (strayed(text, draft))
		text->trouble = TEXT_CLASH;
}

enum groei_status text_choose(struct screen *screen, struct text *text, enum text_choice choice)
{
	struct groei_buffer both = {0};

	text->trouble = TEXT_FINE;
	if (choice == CHOOSE_THEIRS) {
		load(text, text->base);
		text->restored = 0;
	} else if (choice == CHOOSE_BOTH && text->view.editor) {
		const char *mine = text_now(text);

		groei_buffer_add(&both, mine, trimmed(mine));
		groei_buffer_print(&both, "\n\n%s", text->base);
		if (editor_replace(text->view.editor, both.data, both.length) == EDITOR_FULL) {
			text->trouble = TEXT_CLASH;
			tui_failed(screen->tui, _("Both together are too long; shorten yours first"));
		}
		groei_buffer_free(&both);
	}
	return text->trouble == TEXT_CLASH ? GROEI_CONFLICT : text_save(screen, text);
}
