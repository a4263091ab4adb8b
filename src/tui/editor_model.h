/* Inside of the editor model, shared by editor.c, editor_lines.c and editor_undo.c only. */
#ifndef TUI_EDITOR_MODEL_H
#define TUI_EDITOR_MODEL_H

#include <groei/arena.h>

#include "editor.h"

/* Where the text was wrapped. `item` stays right through every splice once width is set. */
struct editor_layout {
	struct groei_line *item;
	size_t count;
	size_t capacity;
	int width;                   /* cells; INT_MAX never wraps but at newlines */
	struct groei_arena *scratch; /* for groei_text_wrap */
};

/* How a splice may grow: the next one of the same kind, at the same place, joins it. */
enum step_kind { STEP_CLOSED, STEP_TYPED, STEP_ERASED };

struct editor_step {
	size_t at;
	struct groei_buffer removed;
	struct groei_buffer added;
	size_t cursor; /* before the step */
	enum step_kind kind;
};

struct editor_history {
	struct editor_step *item;
	size_t count;    /* steps held; those from `done` on were undone */
	size_t done;     /* steps that are in the text */
	size_t capacity;
	size_t bytes;    /* of text held in all steps */
};

struct editor {
	enum editor_kind kind;
	size_t limit;
	struct groei_buffer text;
	struct groei_buffer *clipboard; /* the caller's */
	size_t cursor;
	size_t anchor; /* other end of the selection; EDITOR_NO_ANCHOR */
	int preferred; /* cells from the line's start that up and down aim for; -1: as it stands */
	int page;
	unsigned long changes;
	struct editor_layout layout;
	struct editor_history history;
};

#define EDITOR_NO_ANCHOR ((size_t)-1)

/* A longer array: `item` with room for at least `count` of `size` bytes each; aborts without
 * memory, as the arena does. */
void *editor_grow(void *item, size_t count, size_t size, size_t *capacity);

/* Wraps the whole text anew. */
void layout_all(struct editor *editor);
/* Follows a splice that has been made in the text: only lines that can differ are wrapped. */
void layout_splice(struct editor *editor, size_t at, size_t removed, size_t added);
/* The line on which the place stands. */
size_t layout_line(const struct editor *editor, size_t at);

/* Makes a splice in the text without remembering it. */
void editor_splice(struct editor *editor, size_t at, size_t removed, const char *text,
                   size_t length);
/* Remembers the splice that is about to be made. */
void history_add(struct editor *editor, enum step_kind kind, size_t at, size_t removed,
                 const char *text, size_t length);
/* The next splice does not join the last step. */
void history_close(struct editor *editor);
void history_clear(struct editor *editor);

#endif
