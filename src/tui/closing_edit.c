/* Lines typed in place while a conversation is closed: actions go back into the notes, dates are read
 * as they are typed. */
#include <stdlib.h>
#include <string.h>

#include <groei/guard.h>

#include "closing.h"
#include "conversation.h"
#include "room.h"

static struct closing_screen *state_of(struct screen *screen)
{
	return screen->state;
}

/* Editing in place ----------------------------------------------------------------------------- */

static bool is_none(struct tui *tui, const char *text)
{
	const char *key = groei_text_key(tui->frame, text);

	return strcmp(key, "none") == 0 || strcmp(key, "geen") == 0;
}

/* The mark of a line of the notes; that of an action for a new one. */
static const char *mark_of(const struct closing_screen *state, size_t line)
{
	for (size_t i = 0; i < state->noted_count; i++) {
		if (state->noted[i].line == line)
			return groei_noted_mark(state->noted[i].kind);
	}
	return groei_noted_mark(NOTED_ACTION);
}

/* The preview below a line that is being typed: what it will be. */
static const char *preview(struct screen *screen)
{
	const struct closing_screen *state = state_of(screen);
	struct tui *tui = screen->tui;
	const char *text = editor_text(state->field.editor, NULL), *why = "";
	struct conversation one = state->conversation;
	struct noted_line *noted;
	char day[GROEI_DATE_SIZE];
	size_t found = 0;
	int32_t next;

	if (state->editing == ROW_MIRROR)
		return _("for your own eyes only");
	if (state->editing == ROW_MINUTES || state->editing == ROW_INSIGHT)
		return "";
	if (state->editing != ROW_ACTION) {
		if (!*text)
			return state->editing == ROW_DAY ? _("today")
			                                 : _("empty: by the rhythm; “none”: plan none");
		if (state->editing == ROW_NEXT && is_none(tui, text))
			return _("none planned");
		if (groei_day_parse(text, groei_today(tui->groei), &next, &why))
			return screen_day(tui, next);
		return why;
	}
	one.notes = groei_arena_print(tui->frame, "%s %s", mark_of(state, state->line), text);
	if (groei_conversation_noted(tui->groei, tui->frame, &one, &noted, &found) != GROEI_OK ||
	    found == 0)
		return _("@who, what, “by fri”");
	if (noted->kind != NOTED_ACTION)
		return noted_word(noted->kind);
	if (noted->unknown) {
		const char *near = groei_handles_near(tui->groei, tui->frame, noted->handle);

		return groei_arena_print(tui->frame,
		                         *near ? _("nobody is called @%s: %s?")
		                               : _("nobody is called @%s"),
		                         noted->handle, near);
	}
	return groei_arena_print(tui->frame, noted->due == GROEI_NO_DAY ? _("for %s, no date%s")
	                                                                : _("for %s, due %s"),
	                         groei_person_name(tui->groei, tui->frame, noted->owner),
	                         noted->due == GROEI_NO_DAY
	                             ? ""
	                             : groei_day_text(noted->due, groei_today(tui->groei), day));
}

void closing_edit(struct screen *screen, enum row_kind kind, size_t line, const char *text)
{
	struct closing_screen *state = state_of(screen);

	state->field = (struct field){
		.editor = editor_open(EDITOR_ONE_LINE, GROEI_TEXT_MAX, &screen->tui->clipboard)};
	editor_load(state->field.editor, text, strlen(text));
	if (kind == ROW_DAY || kind == ROW_NEXT || kind == ROW_MINUTES)
		editor_select_all(state->field.editor); /* is typed anew rather than changed */
	tui_message(screen->tui, _("Enter takes it, Esc leaves it as it was"));
	state->editing = kind;
	state->line = line;
}

void closing_edit_end(struct closing_screen *state)
{
	editor_close(state->field.editor);
	state->field = (struct field){.editor = NULL};
}

const char *closing_notes_with(struct screen *screen, size_t line, const char *text)
{
	const struct closing_screen *state = state_of(screen);
	const char *notes = state->conversation.notes ? state->conversation.notes : "";
	const char *at = notes, *box, *mark = mark_of(state, line);
	size_t length, size = strlen(mark);

	if (line == 0)
		return groei_arena_print(screen->tui->frame, "%s%s[ ] %s", notes,
		                         !*notes || notes[strlen(notes) - 1] == '\n' ? "" : "\n", text);
	for (size_t i = 1; i < line && *at; i++) {
		at += strcspn(at, "\n");
		at += *at == '\n';
	}
	length = strcspn(at, "\n");
	box = strstr(at, mark);
	if (!box || box >= at + length)
		return notes;
	if (!text)
		return groei_arena_print(screen->tui->frame, "%.*s%s", (int)(box - notes), notes,
		                         box + size + strspn(box + size, " "));
	return groei_arena_print(screen->tui->frame, "%.*s%s %s%s", (int)(box - notes), notes, mark,
	                         text, at + length);
}

const char *closing_line(struct screen *screen, size_t line)
{
	const struct closing_screen *state = state_of(screen);
	const char *at = state->conversation.notes ? state->conversation.notes : "", *box;
	const char *mark = mark_of(state, line);

	for (size_t i = 1; i < line && *at; i++) {
		at += strcspn(at, "\n");
		at += *at == '\n';
	}
	box = strstr(at, mark);
	if (!box)
		return "";
	box += strlen(mark);
	box += strspn(box, " \t");
	return groei_arena_copy(screen->tui->frame, box, strcspn(box, "\r\n"));
}

bool closing_notes_save(struct screen *screen, const char *notes)
{
	const struct closing_screen *state = state_of(screen);
	struct conversation after = state->conversation;

	after.notes = *notes ? notes : NULL;
	screen->stale = 1;
	if (groei_edit(screen->tui->groei, GROEI_CONVERSATION, &state->conversation, &after) ==
	    GROEI_OK)
		return true;
	tui_why(screen->tui);
	return false;
}

static const char *notes_place(struct screen *screen)
{
	return groei_arena_print(screen->tui->frame, "conversation/%s/notes", state_of(screen)->code);
}

static bool take_next(struct screen *screen, const char *text)
{
	struct closing_screen *state = state_of(screen);
	const char *why = "", *key = groei_text_key(screen->tui->frame, text);
	int32_t day;

	if (!*key) {
		state->said.next = GROEI_NO_DAY;
		state->said.no_next = 0;
		return true;
	}
	if (is_none(screen->tui, text)) {
		state->said.no_next = 1;
		return true;
	}
	if (!groei_day_parse(text, groei_today(screen->tui->groei), &day, &why)) {
		tui_failed(screen->tui, "%s", why);
		return false;
	}
	if (day < state->said.day) {
		tui_failed(screen->tui, _("The next talk cannot come before this one"));
		return false;
	}
	state->said.next = day;
	state->said.no_next = 0;
	return true;
}

static bool take_day(struct screen *screen, const char *text)
{
	struct closing_screen *state = state_of(screen);
	int32_t day = groei_today(screen->tui->groei);
	const char *why = "";

	if (!text_is_empty(text) && !groei_day_parse(text, day, &day, &why)) {
		tui_failed(screen->tui, "%s", why);
		return false;
	}
	if (day > groei_today(screen->tui->groei)) {
		tui_failed(screen->tui, _("A talk that was held cannot lie ahead"));
		return false;
	}
	state->said.day = day;
	return true;
}

static bool take_minutes(struct screen *screen, const char *text)
{
	struct closing_screen *state = state_of(screen);
	char *end;
	long minutes = strtol(text, &end, 10);

	if (text_is_empty(text)) {
		state->said.minutes = GROEI_NONE;
		return true;
	}
	if (*end != '\0' || minutes < 1 || minutes > 600) {
		tui_failed(screen->tui, _("Minutes are a number from 1 to 600"));
		return false;
	}
	state->said.minutes = (int32_t)minutes;
	return true;
}

static bool take_insight(struct screen *screen, const char *text)
{
	const struct closing_screen *state = state_of(screen);
	struct conversation after = state->conversation;

	after.insight = text_is_empty(text) ? NULL : text;
	screen->stale = 1;
	if (groei_edit(screen->tui->groei, GROEI_CONVERSATION, &state->conversation, &after) ==
	    GROEI_OK)
		return true;
	tui_why(screen->tui);
	return false;
}

/* A draft of a form in which one field is filled in; NULL drops it. */
static bool form_keep(struct screen *screen, const char *place, const char *field, const char *text)
{
	struct groei_buffer draft = {0};
	enum groei_status status;

	if (!text) {
		groei_draft_drop(screen->tui->groei, place);
		return true;
	}
	groei_buffer_print(&draft, "%s=", field);
	for (; *text; text++) {
		if (*text == '\\')
			groei_buffer_char(&draft, '\\');
		groei_buffer_char(&draft, *text);
	}
	status = groei_draft_save(screen->tui->groei, place, 0, draft.data);
	groei_buffer_free(&draft);
	return status == GROEI_OK;
}

/* The form of a private note about the person. */
bool closing_mirror_keep(struct screen *screen, const char *text)
{
	char code[GROEI_CODE_SIZE];

	return form_keep(screen,
	                 groei_arena_print(screen->tui->frame, "form/note/new/%s",
	                                   groei_code(state_of(screen)->conversation.person, code)),
	                 "text", text);
}

/* The form of the conversation itself. */
static bool insight_keep(struct screen *screen, const char *text)
{
	return form_keep(screen,
	                 groei_arena_print(screen->tui->frame, "form/conversation/%s",
	                                   state_of(screen)->code),
	                 "insight", text);
}

void closing_edit_forget(struct screen *screen)
{
	struct closing_screen *state = state_of(screen);

	if (state->editing == ROW_MIRROR)
		closing_mirror_keep(screen, state->said.mirror);
	if (state->editing == ROW_INSIGHT && state->kept)
		insight_keep(screen, NULL);
	if (state->editing == ROW_ACTION && state->kept)
		groei_draft_drop(screen->tui->groei, notes_place(screen));
	state->kept = 0;
}

static bool take_mirror(struct screen *screen, const char *text)
{
	struct closing_screen *state = state_of(screen);

	free(state->said.mirror);
	state->said.mirror = text_is_empty(text) ? NULL : room_copy(text);
	return true;
}

void closing_edit_take(struct screen *screen)
{
	struct closing_screen *state = state_of(screen);
	const char *text = editor_text(state->field.editor, NULL);
	bool taken;

	if (state->editing == ROW_NEXT)
		taken = take_next(screen, text);
	else if (state->editing == ROW_DAY)
		taken = take_day(screen, text);
	else if (state->editing == ROW_MINUTES)
		taken = take_minutes(screen, text);
	else if (state->editing == ROW_INSIGHT)
		taken = take_insight(screen, text);
	else if (state->editing == ROW_MIRROR)
		taken = take_mirror(screen, text);
	else if (text_is_empty(text))
		taken = state->line == 0 || closing_notes_save(screen, closing_notes_with(screen, state->line, NULL));
	else
		taken = closing_notes_save(screen, closing_notes_with(screen, state->line, text));
	if (!taken)
		return;
	closing_edit_forget(screen);
	closing_edit_end(state);
}

struct spot closing_edit_draw(struct screen *screen, const struct area *area)
{
	struct closing_screen *state = state_of(screen);
	struct area row = area_rows(area, (int)(state->list.cursor - state->list.top), 1), inner;
	int label = state->editing != ROW_ACTION ? CLOSING_LABEL : 0, cells;
	const char *words = groei_text_safe_line(screen->tui->frame, preview(screen));

	draw_clear(&row);
	inner = area_columns(&row, CLOSING_INDENT, row.width - CLOSING_INDENT - 1);
	if (label)
		draw_text(&inner, 0, 0, CLOSING_LABEL - 1, theme_attr(THEME_DIM),
		          closing_label(state->editing));
	cells = groei_text_cells(words, strlen(words));
	if (cells > inner.width / 2)
		cells = inner.width / 2;
	draw_right(&inner, 0, inner.width - cells, cells, theme_attr(THEME_ACCENT), words);
	return field_draw(&state->field, &inner, 0, label, inner.width - label - cells - 2, NULL);
}

/* An action that is being typed is kept as a draft of the notes, unless the conversation still has one of
 * its own there. */
static bool action_keep(struct screen *screen, const char *text)
{
	struct closing_screen *state = state_of(screen);
	struct tui *tui = screen->tui;
	struct draft draft;

	if (!state->kept &&
	    groei_draft_get(tui->groei, tui->frame, notes_place(screen), &draft) == GROEI_OK &&
	    draft.own)
		return true;
	if (groei_draft_save(tui->groei, notes_place(screen), state->conversation.revision,
	                     closing_notes_with(screen, state->line, text)) != GROEI_OK)
		return false;
	state->kept = 1;
	groei_guard_typed(tui->groei, text);
	return true;
}

bool closing_edit_keep(struct screen *screen)
{
	struct closing_screen *state = state_of(screen);
	const char *text = state->field.editor ? editor_text(state->field.editor, NULL) : "";

	if (text_is_empty(text))
		return true;
	if (state->editing == ROW_MIRROR)
		return closing_mirror_keep(screen, text);
	if (state->editing == ROW_ACTION)
		return action_keep(screen, text);
	if (state->editing != ROW_INSIGHT)
		return true;
	if (!insight_keep(screen, text))
		return false;
	state->kept = 1;
	return true;
}
