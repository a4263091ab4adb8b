/* What can be undone: a bounded list of splices, typing joined into words. Knows no keys. */
#include <stdlib.h>
#include <string.h>

#include "editor_model.h"

enum { MOST_STEPS = 1000 };
#define MOST_BYTES ((size_t)4 << 20)

static void step_free(struct editor_history *history, struct editor_step *step)
{
	history->bytes -= step->removed.length + step->added.length;
	groei_buffer_free(&step->removed);
	groei_buffer_free(&step->added);
}

/* Forgets the oldest steps until one of `room` bytes fits. */
static void make_room(struct editor_history *history, size_t room)
{
	size_t gone = 0;

	while (gone < history->count && (history->count - gone >= MOST_STEPS ||
	                                 history->bytes + room > MOST_BYTES)) {
		step_free(history, &history->item[gone]);
		gone++;
	}
	if (gone > 0) {
		history->count -= gone;
		history->done -= gone;
		memmove(history->item, history->item + gone,
		        history->count * sizeof *history->item);
	}
}

static void forget_undone(struct editor_history *history)
{
	while (history->count > history->done) {
		history->count--;
		step_free(history, &history->item[history->count]);
	}
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

/* Whether the splice goes on where the step stopped. A word starts a new step. */
static bool joins(const struct editor_step *step, enum step_kind kind, size_t at, size_t removed,
                  const char *text, size_t length)
{
	if (kind == STEP_CLOSED || step->kind != kind) {
		return false;
	}
	if (kind == STEP_TYPED) {
		return removed == 0 && length > 0 && step->added.length > 0 &&
		       at == step->at + step->added.length &&
		       (is_blank(text[0]) || !is_blank(step->added.data[step->added.length - 1])) &&
		       step->added.data[step->added.length - 1] != '\n';
	}
	return length == 0 && step->added.length == 0 &&
	       (at + removed == step->at || at == step->at);
}

void history_add(struct editor *editor, enum step_kind kind, size_t at, size_t removed,
                 const char *text, size_t length)
{
	struct editor_history *history = &editor->history;
	const char *old = removed > 0 ? editor->text.data + at : "";
	struct editor_step *step;

	forget_undone(history);
	if (history->done > 0 &&
	    joins(&history->item[history->done - 1], kind, at, removed, text, length)) {
		step = &history->item[history->done - 1];
		groei_buffer_splice(&step->removed, at < step->at ? 0 : step->removed.length, 0,
		                    old, removed);
		groei_buffer_add(&step->added, text, length);
		step->at = kind == STEP_ERASED ? at : step->at;
		history->bytes += removed + length;
		return;
	}
	make_room(history, removed + length);
	history->item = editor_grow(history->item, history->count + 1, sizeof *history->item,
	                            &history->capacity);
	step = &history->item[history->count];
	*step = (struct editor_step){.at = at, .cursor = editor->cursor, .kind = kind};
	groei_buffer_add(&step->removed, old, removed);
	groei_buffer_add(&step->added, text, length);
	history->bytes += removed + length;
	history->count++;
	history->done = history->count;
}

void history_close(struct editor *editor)
{
	if (editor->history.done > 0) {
		editor->history.item[editor->history.done - 1].kind = STEP_CLOSED;
	}
}

void history_clear(struct editor *editor)
{
	struct editor_history *history = &editor->history;

	history->done = 0;
	forget_undone(history);
	free(history->item);
	*history = (struct editor_history){0};
}

enum editor_result editor_undo(struct editor *editor)
{
	struct editor_history *history = &editor->history;
	if (history->done == 0) {
		return EDITOR_NOTHING;
	}
	history_close(editor);
	history->done--;
	const struct editor_step *step = &history->item[history->done];
	editor_splice(editor, step->at, step->added.length, step->removed.data,
	              step->removed.length);
	editor->cursor = step->cursor;
	return EDITOR_DONE;
}

enum editor_result editor_redo(struct editor *editor)
{
	struct editor_history *history = &editor->history;
	if (history->done == history->count) {
		return EDITOR_NOTHING;
	}
	const struct editor_step *step = &history->item[history->done];
	history->done++;
	editor_splice(editor, step->at, step->removed.length, step->added.data, step->added.length);
	return EDITOR_DONE;
}
