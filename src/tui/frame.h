/* Inside of the frame, shared by tui.c, frame.c, stack.c, operations.c, run.c and the dialogues. */
#ifndef TUI_FRAME_H
#define TUI_FRAME_H

#include "keys.h"
#include "screen.h"

/* Draws the whole screen into curses; the loop does the doupdate. */
void frame_draw(struct tui *tui);

/* Opens Today (and the screen of the settings): the store is there. In tui.c. */
void tui_begin(struct tui *tui);

/* Reads anew what is on the screen and older than the store. */
void stack_refresh(struct tui *tui);
/* Gives a screen what waits to be read, before it sees a key. */
void stack_ready(struct screen *screen);
/* Tells all screens to save their drafts. */
void stack_leave(struct tui *tui);
/* Whether all that is being typed was kept as drafts. When not it is said, once: who leaves with the
 * next key all the same drops it. */
bool stack_may_leave(struct tui *tui);
/* Closes all. */
void stack_close(struct tui *tui);
/* The top screen that is no overlay. */
struct screen *stack_main(struct tui *tui);

/* What a key does on this screen, by keys.conf. NULL: nothing. */
const struct binding *frame_binding(const struct screen *screen, const struct key *key);
/* A key that does this on the screen, NULL: none. */
const struct binding *frame_key_of(const struct screen *screen, const char *command);

/* Operations of all screens; name NULL ends them. */
extern const struct operation common_operations[];
/* The operation of that name for this screen; NULL: there is none. */
const struct operation *operation_find(const struct screen_kind *kind, const char *name);

/* Keys of "/" while it is typed. */
void filter_start(struct screen *screen);
enum screen_answer filter_key(struct screen *screen, const struct key *key);
/* A paste while it is typed. */
void filter_paste(struct screen *screen, const char *text, size_t length);
/* Drops the filter. */
void filter_clear(struct screen *screen);

/* Adds a text with the shell commands that it names as keys of the screen below the overlays (message.c). */
void message_below(struct tui *tui, struct groei_buffer *out, const char *text);

#endif
