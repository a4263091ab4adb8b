/* What a screen is, and what the frame around it does for it.
 *
 * A screen is a row of the screen table (screens.c) with functions, in a stack of open ones:
 *
 *     ┌ groei  People                          Sanne · wed 3 dec ┐  title: frame
 *     │ body of the top screen (overlays draw over the one below)│  kind->draw
 *     │ Saved: goal “SQL”                                        │  message: tui_message
 *     └ a Add  Enter Open  / Filter  ? Help ─────────────────────┘  hints: keys.conf
 *
 * How a key travels: kind->key (raw; an input with the focus takes its letters here) → keys.conf
 * (kind->name, then "list" where kind->list is there, then "any", for overlays "dialog") → an
 * operation of the kind, a common operation, a screen, or a command of the command table. Wheel and
 * click go to the list.
 *
 * Only the loop in tui.c draws. There are no nested loops: questions are overlays that answer a
 * callback. Screens never call curses' refresh functions, never sleep, never read keys. */
#ifndef TUI_SCREEN_H
#define TUI_SCREEN_H

#include <groei/buffer.h>
#include <groei/command.h>
#include <groei/groei.h>

#include "draw.h"
#include "field.h"
#include "i18n.h"
#include "key.h"
#include "list.h"
#include "terminal.h"
#include "theme.h"
#include "tui.h"

struct screen;
struct keymap;

/* What all screens share. Read freely; written by tui.c and setup.c only. */
struct tui {
	struct groei *groei;                 /* NULL only while the setup screen is up */
	struct groei_options options;
	const struct tui_settings *settings;
	struct terminal *terminal;
	enum draw_style style;
	struct groei_buffer clipboard;       /* of all editors and fields */
	struct keymap *keymap;
	struct screen *top;                  /* open screens, each with the one below it */
	struct groei_arena *frame;           /* reset before every frame: for texts that are drawn */
	struct groei_buffer message;         /* "" none */
	int message_failed;                  /* 1: shown as an error */
	int mouse;                           /* 1: on */
	int quit;                            /* 1: the loop ends */
	int unkept;                          /* keys for which it stands that leaving drops text */
	char *as, *as_next;                  /* handle of options.as; of who goes on after this key */

	/* Of run.c: a command that waits for an answer. */
	struct groei_arena *pending;
	const char **pending_argv;
	int pending_argc;
	int64_t *pending_ids;                /* the records that are offered */
	int sure;                            /* 1: the user said yes */
};

/* What stands selected, for {id} and {handle} in keys.conf. */
struct selection {
	enum groei_entity entity;
	int64_t id;     /* 0: nothing */
	int64_t person; /* whom it is about, 0: nobody */
};

enum screen_answer {
	SCREEN_IGNORED, /* not for this screen: the frame goes on looking */
	SCREEN_USED
};

/* Something a key can do that is no command: a row of common_operations[] (operations.c) or of a
 * kind's own table. Bound in data/keys.conf by name. */
struct operation {
	const char *name; /* "move down", "next question"; NULL ends a table */
	const char *help; /* one short sentence, N_() */
	enum screen_answer (*run)(struct screen *screen);
};

enum screen_flag {
	SCREEN_OVERLAY = 1, /* drawn over the screen below, which stays visible */
	SCREEN_MAIN = 2,    /* a place that digits and Tab go to: opening one leaves the others */
	SCREEN_HIDDEN = 4,  /* needs an argument: not offered by the palette */
	SCREEN_OWN = 8,     /* opened by a function of its own only: dialogues */
	SCREEN_WORDS = 16   /* its argument may be several words */
};

struct screen_kind {
	const char *name;  /* "people": in keys.conf, tui_open and the palette */
	const char *title; /* N_("People"); on the title line */
	int flags;         /* enum screen_flag */
	size_t size;       /* bytes of screen->state, zeroed before open */
	const struct operation *operations; /* of this kind only; NULL: none */

	/* All may be NULL but draw. */

	/* Begins; argument is what stood behind the name ("amir", a code, NULL). Not GROEI_OK: it does
	 * not open, and groei_why is shown unless it said why itself. */
	enum groei_status (*open)(struct screen *screen, const char *argument);
	/* Reads from the store into screen->arena, which was just reset: every pointer into it must
	 * be set anew, also on failure. Called after open and whenever the revision changed. What is
	 * being typed must survive. A failure is shown on the message line. */
	enum groei_status (*reload)(struct screen *screen);
	/* Draws into the body (or, for an overlay, places its own box in it). Returns the cursor's
	 * place: on the focus. */
	struct spot (*draw)(struct screen *screen, const struct area *body);
	/* A raw key, before keys.conf. */
	enum screen_answer (*key)(struct screen *screen, const struct key *key);
	/* A paste. Without it (or when it answers IGNORED) the paste is refused. */
	enum screen_answer (*paste)(struct screen *screen, const char *text, size_t length);
	/* Its list, for the common operations, the list's keys and the mouse. NULL answer: none now. */
	struct list *(*list)(struct screen *screen, const struct list_rows **rows_out);
	/* Enter on the list's row. */
	enum screen_answer (*chosen)(struct screen *screen);
	void (*selected)(struct screen *screen, struct selection *selection_out);
	/* The filter changed: words are screen->filter ("" none). Without it "/" does nothing. */
	void (*filtered)(struct screen *screen);
	/* The title as it is now, translated. NULL: always `title`. */
	const char *(*titled)(struct screen *screen);
	/* Right of the title ("Amir Haddad"); NULL: nothing. */
	const char *(*subtitle)(struct screen *screen);
	/* Whether letters are text now, so that hints name other keys. NULL: they are not. */
	bool (*writing)(struct screen *screen);
	/* Called once, one second after the last key. Answers in how many ms it wants to be called
	 * again without a key (a save that failed), or -1. */
	int (*idle)(struct screen *screen);
	/* Saves what is being typed as drafts; false when one failed, and the handle knows why. NULL:
	 * nothing is typed there. */
	bool (*keep)(struct screen *screen);
	/* The terminal goes away or the process ends: save the draft, quickly. Also called before
	 * close. Must not ask, draw or open anything. */
	void (*leave)(struct screen *screen);
	/* Whether it may be closed by back; SCREEN_USED: it asks something itself first and closes with
	 * tui_back later. */
	enum screen_answer (*back)(struct screen *screen);
	/* Gives back what is not in screen->arena. */
	void (*close)(struct screen *screen);
};

enum { KEEP_AGAIN = 2000 }; /* ms until a draft that could not be saved is tried again */

struct screen {
	const struct screen_kind *kind;
	struct tui *tui;
	struct screen *below;        /* in the stack */
	void *state;                 /* kind->size bytes */
	struct groei_arena *arena;   /* what reload read */
	int64_t revision;            /* of the store when it was read */
	const char *argument;        /* as opened; owned by the screen */
	struct groei_buffer filter;  /* words of "/", NUL-terminated or data NULL */
	int stale;                   /* 1: reload before the next key or frame */
	struct editor *filtering;    /* for the frame: "/" is being typed */
	struct field filter_field;   /* for the frame */
	struct spot filter_spot;     /* for the frame */
};

/* The screen table, ended by NULL. */
const struct screen_kind *const *screen_kinds(void);
const struct screen_kind *screen_kind_named(const char *name);

/* The stack --------------------------------------------------------------------------------- */

/* Opens a screen on top. False when it did not open; the reason stands in the message line. A
 * SCREEN_MAIN kind first closes everything above the bottom. */
bool tui_open(struct tui *tui, const char *name, const char *argument);
/* The same with a record's id as argument. */
bool tui_open_record(struct tui *tui, const char *name, int64_t id);
/* The same for a kind that is not in the table (dialogues). `setup` points at kind->size bytes that
 * state starts as; NULL: zeroes. NULL when it did not open. */
struct screen *tui_push(struct tui *tui, const struct screen_kind *kind, const char *argument,
                        const void *setup);
/* Closes the top screen (leave, close). The last one closing ends the program. */
void tui_back(struct tui *tui);
/* Closes this screen wherever it stands in the stack, and those above it. */
void tui_close(struct screen *screen);

/* The message line -------------------------------------------------------------------------- */

/* One line, cleaned when drawn; stays until the next key. */
void tui_message(struct tui *tui, const char *format, ...) GROEI_PRINTF(2, 3);
void tui_failed(struct tui *tui, const char *format, ...) GROEI_PRINTF(2, 3);
/* What an editor or a field answered, passed on; a text that is full is told, and what was copied
 * goes to the system's clipboard too. */
enum editor_answer tui_typed(struct tui *tui, enum editor_answer answer);
/* The reason of the last call on tui->groei, as an error. */
void tui_why(struct tui *tui);

/* Commands ---------------------------------------------------------------------------------- */

/* Runs a row of the command table, or an operation, or opens a screen, as a ":" line does. What a
 * command prints becomes a message (one line) or a text view (more). Arguments that are missing
 * are asked: a form for add, plan and edit, a menu for choices, a line otherwise. */
enum groei_status tui_command(struct tui *tui, int argc, const char *const *argv);
/* The same from a line; "form" before it always opens its form. {id} stands for what is selected on
 * the screen, {action}, {goal}, {conversation}, {person} for it when it is one (a person also for
 * what is about one), {handle} for that person. */
enum groei_status tui_line(struct tui *tui, const char *line);
/* What is selected on the top screen that is no overlay; id 0 when nothing is. */
void tui_selection(struct tui *tui, struct selection *selection_out);

/* Dialogues ---------------------------------------------------------------------------------
 *
 * Overlays that answer the asker, which is the screen on top when they are asked. `context` is
 * passed back as it is. The callback runs after the dialogue has closed. */

/* Asks who goes on; then, or at once with a handle or code, the loop opens the store in their name. What is
 * being typed is kept as drafts of whoever typed it. */
void tui_as(struct tui *tui, const char *person);

/* One line of text; not called when cancelled. */
void tui_ask_line(struct tui *tui, const char *question, const char *before,
                  void (*done)(struct screen *asker, int64_t context, const char *text),
                  int64_t context);
struct menu_item {
	const char *label; /* translated */
	const char *note;  /* dim, behind it; NULL: none */
	uint32_t key;      /* letter that chooses it at once; 0: its number */
};
/* One of several; starts on `at`. Items are copied. Not called when cancelled. */
void tui_ask_menu(struct tui *tui, const char *question, const struct menu_item *items,
                  size_t count, size_t at, void (*done)(struct screen *asker, int64_t context, size_t index),
                  int64_t context);
/* Something that cannot be taken back: needs a capital Y. Called only for yes. */
void tui_ask_sure(struct tui *tui, const char *question,
                  void (*done)(struct screen *asker, int64_t context, size_t unused),
                  int64_t context);
/* Text to read: scrolls, "/" is not offered. `title` is shown on the title line. */
void tui_show_text(struct tui *tui, const char *title, const char *text);

/* A form over the fields of an entity. `record` is what it starts as (copied): id 0 adds, otherwise
 * edits. `done` (may be NULL) gets the id of what was saved; not called when cancelled. */
void tui_form(struct tui *tui, enum groei_entity entity, const void *record, const char *title,
              void (*done)(struct screen *asker, int64_t context, int64_t id), int64_t context);

/* Layout ------------------------------------------------------------------------------------ */

#define SCREEN_WIDE 100 /* columns from which list and detail stand side by side */
#define SCREEN_LEAST_ROWS 16
#define SCREEN_LEAST_COLUMNS 60

/* A box for an overlay in the middle of the body, at most so large; the rows it covers are blanked
 * over the whole width. Returns the area inside. */
struct area screen_box(const struct area *body, int rows, int columns, const char *title);
/* Splits a body: true when it is wide enough for both; then a divider is drawn between them. */
bool screen_split(const struct area *body, struct area *left_out, struct area *right_out);
/* The name up to its first blank; frame arena. */
const char *screen_first_name(struct tui *tui, int64_t person);
/* The day for people, with its distance when that is near ("wed 3 dec · tomorrow"); frame arena. */
const char *screen_day(struct tui *tui, int32_t day);
/* The role a due day has: THEME_BAD when past, THEME_WARN today and tomorrow, else THEME_DIM. */
enum theme_role screen_due_role(struct tui *tui, int32_t day);
/* Label of a choice field's value, translated; "" when absent. */
const char *screen_choice(const struct groei_field *field, int32_t value);
/* Below a list that was cut: "and 12 more: “:today --full” shows all". command may be NULL. In the arena. */
const char *screen_more(struct groei_arena *arena, size_t more, const char *command);
/* The line "Filter: words" above a list, when there is a filter. Returns the rows it took (0, 1). */
int screen_filter_line(struct screen *screen, const struct area *area);

#endif
