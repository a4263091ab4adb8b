/* Inside of the conversation screen, and of the one for reflecting: what their files share. The
 * closing and person screens take from it how marked lines, points and picked values are shown.
 *
 *     list of questions │ question, answer │ last time   (wide)
 *     with sections     │                  │ notes
 *
 * The list ends with two rows of its own: the notes, and closing the talk; for a reflection with one:
 * publishing it. */
#ifndef TUI_CONVERSATION_H
#define TUI_CONVERSATION_H

#include <groei/learning.h>
#include <groei/moments.h>
#include <groei/overview.h>
#include <groei/reflection.h>

#include "screen.h"

/* One answer of one side, or the notes, while the screen is open.
 *
 *     clean ──type──► changed ──field left──► saved: clean again, its draft dropped
 *                      │    └── a pause ────► draft in the store
 *                      └ saved by somebody else meanwhile ► clash: mine, theirs or both
 */
enum text_trouble {
	TEXT_FINE,
	TEXT_FAILED, /* could not be saved: stays here, tried again */
	TEXT_CLASH   /* the store has another text now (base): the user decides */
};

struct text {
	struct text *next;
	char *question;          /* owned; NULL: the notes */
	enum answer_side side;
	struct editor_view view; /* editor NULL: a scale or choice, whose value is picked */
	char *pick;              /* owned: number, choice id, "yes", "no"; "" none */
	unsigned long picks;     /* counts the changes of pick */
	char *base;              /* owned: as it stands in the store; "" nothing */
	int64_t id;              /* of the answer's record, 0 none */
	int32_t revision;        /* of the record */
	unsigned long clean;     /* changes when it was last the same as base */
	unsigned long drafted;   /* changes when its draft was saved */
	int kept;                /* 1: a draft of it lies in the store, of this session */
	enum text_trouble trouble;
	int64_t restored;        /* instant of the draft that was put back, 0: none */
};

enum talk_focus { FOCUS_LIST, FOCUS_PANE };

/* What is said while a talk is closed and goes into the store when it is held. */
struct closing_said {
	int32_t energy;      /* GROEI_NONE: as it was answered */
	int32_t day;         /* held on; GROEI_NO_DAY: nothing was said yet */
	int32_t minutes;     /* GROEI_NONE: as the conversation has it */
	int32_t next;        /* GROEI_NO_DAY: by cadence */
	int no_next;         /* 1: plan none */
	char *next_template; /* owned; NULL: the same */
	char *mirror;        /* owned; NULL: nothing */
};

/* What stands below the question, on request. */
enum talk_strip { STRIP_NONE, STRIP_AT_HAND, STRIP_CUES };

/* A row of the list of questions. */
struct talk_row {
	const char *heading; /* NULL: an item */
	size_t item;         /* of an item: index of the question, or beyond: notes, closing */
	size_t first, count; /* of a heading: its questions */
};

struct talk {
	int64_t id;
	char code[GROEI_CODE_SIZE];
	struct groei_arena *arena;       /* what was read last: stays when reading anew fails */
	int unread;                      /* 1: reading anew failed, try again */
	struct conversation conversation; /* this and the next ones in talk->arena */
	int reflects;                    /* 1: the answers are those of a reflection */
	struct reflection reflection;    /* then: this one; id 0 until something is answered */
	char place[128];                 /* what the places of all its texts begin with */
	enum screen_answer (*finish)(struct screen *screen); /* what its last row does */
	struct question_template *template;
	struct asked *asked;
	size_t count;
	struct talk_row *row;
	size_t rows;
	int airy;                        /* 1: a blank row before each section, as there is room */
	enum answer_side side;
	enum talk_focus focus;
	size_t at;                       /* item: a question, or count: notes, count + 1: closing */
	size_t question;                 /* the last question looked at */
	struct text *texts;
	struct text *notes;
	struct list list;
	struct list_rows view;
	struct groei_arena *noted_arena; /* what the notes hold, read anew when they change */
	struct noted_line *noted;
	size_t noted_count;
	unsigned long noted_changes;
	int64_t noted_revision;
	enum talk_strip strip;
	struct action *promise;          /* open ones of the pair; in talk->arena */
	size_t promise_count;
	struct agenda agenda;            /* in talk->arena */
	struct learning_on_way *learning; /* likewise */
	size_t learning_count;
	int64_t timer_from, timer_spent; /* ms of a steady clock: since when, 0 stopped; before that */
	int timed;                       /* 1: the timer ran */
	int64_t drafts_at;               /* when drafts were last saved, ms of a steady clock */
	int leaves;                      /* how often leave came since the last key */
	struct closing_said said;        /* on the closing screen, when it was left without holding */
};

/* conversation_text.c ------------------------------------------------------------------------ */

/* The text for this question and side (NULL: the notes), opened when it was not yet. */
struct text *text_of(struct screen *screen, const struct question *question, enum answer_side side);
struct text *text_notes(struct screen *screen);
/* The same when it is open, else NULL. */
struct text *text_find(const struct talk *talk, const char *question, enum answer_side side);
void text_close_all(struct talk *talk);

/* What is typed or picked now; good until it changes. */
const char *text_now(const struct text *text);
/* Whether that differs from what stands in the store. */
bool text_changed(const struct text *text);
/* Whether there is nothing but blanks. */
bool text_is_empty(const char *text);
/* Picks a value, as an answer keeps it; "" takes it back. Copied. */
void text_pick(struct text *text, const char *value);

/* After the store was read anew: takes over what others saved, or finds that it clashes. */
void text_meet_all(struct screen *screen);
/* Saves what changed as answer or notes and drops its draft. GROEI_CONFLICT: a clash. */
enum groei_status text_save(struct screen *screen, struct text *text);
/* Saves what changed as draft. */
enum groei_status text_keep(struct screen *screen, struct text *text);
/* Whether all that was typed and is not saved yet lies in the store as a draft. */
bool text_is_kept(const struct text *text);
/* Whether the draft of a place was put back into its text. */
bool text_is_back(struct screen *screen, const char *place);
/* Puts a draft of this session back into its text; the stored one is one undo away. */
void text_restore(struct text *text, const struct draft *draft);
/* Ends a clash. */
enum text_choice { CHOOSE_MINE, CHOOSE_THEIRS, CHOOSE_BOTH };
enum groei_status text_choose(struct screen *screen, struct text *text, enum text_choice choice);

/* conversation_notes.c ----------------------------------------------------------------------- */

/* What a line becomes, in a word or two. */
const char *noted_word(enum noted_kind kind);
/* "Notes, 2 actions, 1 point". In the frame arena. */
const char *noted_counts(struct tui *tui, const char *title, const struct noted_line *noted,
                         size_t count);
/* Reads what the notes hold, when they changed. */
void noted_read(struct screen *screen);
/* The lines below the notes' editor: one per marked line. Returns the rows used. */
int noted_draw(struct screen *screen, const struct area *area);
/* One marked line of notes; of an action owner, title, due. Draws one row. */
void noted_line(struct tui *tui, const struct area *area, int row, const struct noted_line *noted,
                attr_t attr);

/* conversation_pick.c ------------------------------------------------------------------------ */

/* A key that picks. True when the value changed. */
enum screen_answer pick_key(struct tui *tui, struct text *text, const struct question *question,
                            const struct key *key);
/* Draws the values; returns the spot of the one picked, *rows_out the rows used. */
struct spot pick_draw(struct tui *tui, const struct area *area, const struct question *question,
                      const struct text *text, int *rows_out);
/* What stands in the store, for people: "7", "yes", a choice's label, or the text. */
const char *pick_words(struct tui *tui, const struct question *question, const char *text,
                       int32_t number);

/* conversation_draw.c ------------------------------------------------------------------------ */

/* The whole screen. Returns where the cursor stands. */
struct spot talk_draw(struct screen *screen, const struct area *body);
/* All that was answered last time to the question at hand, to read. */
enum screen_answer talk_last_time(struct screen *screen);

/* conversation_strip.c ----------------------------------------------------------------------- */

/* Rows that the strip takes of a pane of this height, 0 when there is none. */
int strip_rows(const struct talk *talk, int height);
void strip_draw(struct screen *screen, const struct area *area);
/* A talking point: its words, who brought it, how often it went over. Draws one row. */
void point_line(struct tui *tui, const struct area *area, int row, const struct point *point,
                attr_t attr);
/* Reads what is at hand, into the arena that becomes talk->arena. */
enum groei_status strip_read(struct screen *screen, struct groei_arena *arena, int64_t person);
/* The timer starts, or stops for a while. */
void timer_toggle(struct talk *talk);
bool timer_runs(const struct talk *talk);
int timer_minutes(const struct talk *talk);

/* conversation_list.c ------------------------------------------------------------------------ */

/* Makes talk->view. */
void talk_list_open(struct screen *screen);
/* Makes the rows anew, of what fits the filter; they live in talk->arena. */
void talk_list_arrange(struct screen *screen);
/* Chooses between close and airy rows for a list of this height. */
void talk_list_fit(struct screen *screen, int height);
/* The filter changed: the item at hand stays when it fits, else the first one that does comes. */
void talk_list_filtered(struct screen *screen);
/* Whether the list shows the item. */
bool talk_list_has(const struct talk *talk, size_t item);
/* Puts the list's cursor on the item at hand, when the list has it. */
void talk_list_show(struct talk *talk);
/* Makes the item under the list's cursor the one at hand. */
void talk_list_take(struct talk *talk);
/* A text of the template in the language of who asks. */
const char *talk_words(const struct screen *screen, const struct template_text *text);
/* Whose answer counts for a question now: the template may ask only one of the two. */
enum answer_side talk_side(const struct talk *talk, const struct question *question);
/* Whether the answer to the question at hand was prepared by the other side and is kept from this one. */
bool talk_hidden(const struct talk *talk);
/* Whether that side answered question `index`. */
bool talk_answered(const struct talk *talk, size_t index);
/* The text at hand: the notes, a question's answer, or NULL. */
struct text *talk_text(struct screen *screen);
const struct question *talk_question(const struct talk *talk);

/* conversation_open.c ------------------------------------------------------------------------ */

/* The hooks of the screen's row; see screen.h. */
enum screen_answer talk_close(struct screen *screen);
enum groei_status talk_open(struct screen *screen, const char *argument);
enum groei_status talk_reload(struct screen *screen);
int talk_idle(struct screen *screen);
bool talk_keep(struct screen *screen);
void talk_leave(struct screen *screen);
void talk_end(struct screen *screen);
/* Whether it is still to be held. */
bool talk_is_open(const struct talk *talk);
/* Something was typed: whoever types without a pause gets a draft each second all the same. */
void talk_typed(struct screen *screen);

/* Puts drafts of its texts back and says so. */
void talk_offer_drafts(struct screen *screen);

/* screen_conversation.c: what keys do in both screens; see screen.h. */
bool talk_is_writing(struct screen *screen);
enum screen_answer talk_next_question(struct screen *screen);
enum screen_answer talk_previous_question(struct screen *screen);
enum screen_answer talk_editor(struct screen *screen);
enum screen_answer talk_save(struct screen *screen);
enum screen_answer talk_chosen(struct screen *screen);
enum screen_answer talk_back(struct screen *screen);
enum screen_answer talk_key(struct screen *screen, const struct key *key);
enum screen_answer talk_paste(struct screen *screen, const char *text, size_t length);
struct list *talk_list(struct screen *screen, const struct list_rows **rows_out);
struct spot talk_show(struct screen *screen, const struct area *body);
/* Saves all texts. False when one could not be. */
bool talk_save_all(struct screen *screen);

/* screen_reflect.c ----------------------------------------------------------------------------- */

/* Reads the reflection that the screen is about into talk and the arena. */
enum groei_status reflection_load(struct screen *screen, struct groei_arena *arena,
                               struct conversation *conversation_out,
                               struct question_template **template_out, struct asked **asked_out,
                               size_t *count_out);
/* What the last row says: what can be done with it, or what was. */
const char *reflection_end_words(const struct talk *talk);
/* The last row: who will read it, once published. */
struct spot reflection_draw_end(struct screen *screen, const struct area *area);

#endif
