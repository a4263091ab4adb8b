/* A program in a terminal: a pseudo-terminal whose other side is libvterm's screen.
 *
 * The program runs in its own process group below a small guardian that is the session's leader,
 * as below a shell: it can be suspended, and a hang-up reaches it as it does in a real session.
 * Waiting is exact: the program writes an idle marker (ESC ] 7770;idle=N ESC \) when it has drawn
 * and no input waits. This file knows nothing about scripts or groei. */
#ifndef TERMINAL_H
#define TERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <vterm.h>

struct terminal;

enum terminal_state {
	TERMINAL_IDLE,    /* drew, and waits for input */
	TERMINAL_STOPPED, /* suspended itself */
	TERMINAL_ENDED,   /* the program is gone and all it wrote has been read */
	TERMINAL_LATE     /* none of these within the deadline */
};

/* What a cell shows. */
enum terminal_look {
	LOOK_BOLD = 1,
	LOOK_UNDERLINE = 2,
	LOOK_REVERSE = 4,
	LOOK_COLOR = 8, /* foreground or background is not the terminal's own */
	LOOK_ITALIC = 16
};

/* Starts argv (found through PATH, environment inherited). ignored is a signal the program starts
 * with ignored, or 0. NULL when no pseudo-terminal can be had. Always terminal_close it. */
struct terminal *terminal_open(char *const argv[], int rows, int cols, int ignored);
/* Kills what still runs and gives everything back. NULL is fine. */
void terminal_close(struct terminal *t);

/* Input. Each forgets the count of output bytes and the markers seen so far; nothing is awaited.
 * False when the terminal has no use for it (a mouse that is off, an unknown key). */
bool terminal_key(struct terminal *t, const char *name);
void terminal_text(struct terminal *t, const char *text);
void terminal_raw(struct terminal *t, const char *bytes, size_t length);
void terminal_paste(struct terminal *t, const char *text);
bool terminal_wants_mouse(const struct terminal *terminal);
bool terminal_mouse(struct terminal *t, const char *what, int row, int col);
/* False when the size was that already. */
bool terminal_resize(struct terminal *t, int rows, int cols);
/* After SIGCONT or another signal: as with input, a new marker will be awaited. */
void terminal_signal(struct terminal *t, int signal);
/* The line drops: the terminal's side is closed. */
void terminal_hangup(struct terminal *t);

/* Waits for the marker after the last input (or the program's stop or end). */
enum terminal_state terminal_settle(struct terminal *t, int milliseconds);
/* Waits for the next output, marker, stop or end, whatever it is; false at the deadline. */
bool terminal_step(struct terminal *t, int milliseconds);
/* Whether output came that no marker has followed yet (ESC ] 7770;drawn ESC \ after what time alone drew):
 * the screen may be half drawn. */
bool terminal_drawing(const struct terminal *t);
/* Waits for the end; false at the deadline. The wait status is as of waitpid. */
bool terminal_finish(struct terminal *t, int milliseconds, int *status_out);
bool terminal_stopped(const struct terminal *t);

/* Output bytes since the last input, without markers. */
size_t terminal_bytes(const struct terminal *t);
void terminal_cursor(const struct terminal *t, int *row_out, int *col_out, bool *visible_out);
/* The screen's rows, each ended by a newline, trailing blanks left out; malloc'd. */
char *terminal_screen(const struct terminal *t);
void terminal_size(const struct terminal *t, int *rows_out, int *cols_out);
unsigned terminal_look(const struct terminal *t, int row, int col);
/* The first cell at which the text stands within one row. */
bool terminal_find(const struct terminal *t, const char *text, int *row_out, int *col_out);
/* What the program left changed after its end ("cursor hidden, mouse on"), or NULL. Static text or
 * text of the terminal. */
const char *terminal_leftover(struct terminal *t);

#endif
