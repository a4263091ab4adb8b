/* Inside of the closing screen, shared by closing_*.c and screen_closing.c only. */
#ifndef TUI_CLOSING_H
#define TUI_CLOSING_H

#include <groei/moments.h>
#include <groei/overview.h>

#include "conversation.h"

enum { CLOSING_LABEL = 15, CLOSING_INDENT = 3 };

enum row_kind {
	ROW_HEADING,
	ROW_ACTION,  /* found in the notes: an action or another marked line */
	ROW_STEP,    /* an answer that could become one */
	ROW_ADD_ACTION,
	ROW_PROMISE, /* an action that was open before this talk */
	ROW_POINT,   /* a talking point of the agenda */
	ROW_GOAL,
	ROW_WISH,    /* an answer that could become a goal */
	ROW_ADD_GOAL,
	ROW_DAY,     /* it was held on */
	ROW_ENERGY,
	ROW_MINUTES,
	ROW_INSIGHT, /* what both came to see */
	ROW_MIRROR,  /* the lead's own part, for nobody else */
	ROW_NEXT,
	ROW_TEMPLATE,
	ROW_HOLD
};

struct closing_row {
	enum row_kind kind;
	size_t index;      /* of the action, promise or goal */
	const char *text;  /* of a heading, a step, a wish */
	int side;          /* of a step: enum answer_side */
};

struct closing_screen {
	int64_t id;
	char code[GROEI_CODE_SIZE];
	struct conversation conversation; /* this and the next ones in screen->arena */
	struct noted_line *noted;
	size_t noted_count;
	struct action *promise;
	size_t promise_count;
	struct agenda agenda;
	size_t discussed;
	struct goal *goal;
	size_t goal_count;
	struct question_template *template;
	struct asked *asked;
	size_t asked_count;
	const char *cadence;
	struct conversation planned; /* another one that stands planned already; id 0: none */
	struct closing_row *row;
	size_t rows;
	struct closing_said said;
	int32_t answered;    /* energy as it stands in the conversation or its answers */
	struct list list;
	struct list_rows view;
	struct field field;  /* editor NULL: nothing is edited in place */
	enum row_kind editing;
	size_t line;         /* of the notes, when an action is edited; 0: a new one */
	int kept;            /* 1: what is typed lies in the store as a draft */
	enum row_kind focus; /* on which kind of row the cursor stands */
	int shown;           /* 1: it was drawn before */
};

/* closing_rows.c: reading, and how the rows look. ------------------------------------------- */

/* Reads all that the rows show; see screen.h. */
enum groei_status closing_reload(struct screen *screen);
/* The next date: as said, or the first one of the rhythm that lies ahead. */
int32_t closing_next_day(const struct screen *screen);
extern const struct list_rows closing_rows; /* without its context */

/* closing_edit.c: lines typed in place, and the notes they go into. ------------------------- */

/* Begins: a line of the notes (0: a new one) or a date. */
void closing_edit(struct screen *screen, enum row_kind kind, size_t line, const char *text);
/* Takes what was typed; still editing when it cannot be. */
void closing_edit_take(struct screen *screen);
void closing_edit_end(struct closing_screen *state);
/* Draws the input over the row in focus, with what it will be beside it. */
struct spot closing_edit_draw(struct screen *screen, const struct area *area);
/* Words that are typed are kept as a draft; false when that failed. */
bool closing_edit_keep(struct screen *screen);
/* They are saved or dropped: so is their draft. */
void closing_edit_forget(struct screen *screen);

/* The label of a row that is a value; "" for others. */
const char *closing_label(enum row_kind kind);
/* My own part in the talk is kept as a draft of a private note until it is held; NULL drops it.
 * False when that failed. */
bool closing_mirror_keep(struct screen *screen, const char *text);

/* The notes with line `line` (from 1) replaced, or a line added at the end (0). text NULL takes the
 * line's mark away: it stays as a note. In the frame arena. */
const char *closing_notes_with(struct screen *screen, size_t line, const char *text);
/* What stands behind the mark of a line of the notes. */
const char *closing_line(struct screen *screen, size_t line);
bool closing_notes_save(struct screen *screen, const char *notes);

#endif
