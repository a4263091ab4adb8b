/* The terminal: taken at start, given back on every way out, lent to an editor in between.
 *
 * Curses is used for drawing only (draw.h); keys come through input.h. There is at most one
 * terminal open in a process. */
#ifndef TUI_TERMINAL_H
#define TUI_TERMINAL_H

#include <stdnoreturn.h>
#include <stddef.h>

#include <groei/arena.h>
#include <groei/buffer.h>

struct terminal;

enum terminal_status {
	TERMINAL_OK,
	TERMINAL_NONE, /* standard input or output is no terminal */
	TERMINAL_DUMB  /* TERM is unset or "dumb", or cannot place a cursor */
};

enum terminal_color { TERMINAL_COLOR_AUTO, TERMINAL_COLOR_ALWAYS, TERMINAL_COLOR_NEVER };
enum terminal_background { TERMINAL_ASK, TERMINAL_DARK, TERMINAL_LIGHT };

struct terminal_options {
	enum terminal_color color;           /* auto: as the terminal can, unless NO_COLOR is set */
	enum terminal_background background; /* ask: the terminal, then COLORFGBG, then dark */
};

/* Takes the terminal: curses, theme, bracketed paste, signals, crash handlers, no core dumps.
 * An unknown TERM works as xterm-256color. Unless the result is TERMINAL_OK nothing has been
 * written and nothing needs closing. */
enum terminal_status terminal_open(const struct terminal_options *options,
                                   struct terminal **terminal_out);
/* Gives the terminal back as it was; NULL is fine. */
void terminal_close(struct terminal *terminal);
/* After INPUT_TERMINATE, when drafts are saved: closes and ends the process by that signal. */
noreturn void terminal_die(struct terminal *terminal, int signal);

/* Stops the process as Ctrl-Z does in a shell; returns when it was continued. Draw anew after. */
void terminal_suspend(struct terminal *terminal);
/* The next frame repaints every cell (Ctrl-L). */
void terminal_repaint(struct terminal *terminal);

/* Wheel and click as keys. Off at start; switch off while text is edited. */
void terminal_mouse_on(struct terminal *terminal);
void terminal_mouse_off(struct terminal *terminal);

enum edit_result {
	EDIT_CHANGED,
	EDIT_SAME,   /* left without a change */
	EDIT_FAILED, /* text is untouched; *message_out says why, translated, for one line */
};

/* Lends the terminal to the user's editor for this text (groei/editor.h). Draw anew after. */
enum edit_result terminal_edit(struct terminal *terminal, struct groei_arena *arena,
                               struct groei_buffer *text, const char **message_out);

/* Puts text on the system's clipboard: wl-copy or xclip where there is a desktop, else by the
 * terminal (OSC 52). Returns the translated sentence that says which, for the status line. */
const char *terminal_copy(struct terminal *terminal, const char *text, size_t length);

/* For input.c only. */

enum terminal_signal {
	TERMINAL_SIGNAL_RESIZE = 1,
	TERMINAL_SIGNAL_STOP = 2,
	TERMINAL_SIGNAL_CONTINUE = 4,
	TERMINAL_SIGNAL_END = 8
};
/* Takes the signals that came in since the last call, as bits; *end_out is set with the END bit. */
unsigned terminal_signals(struct terminal *terminal, int *end_out);
/* Waits until a key or signal comes or the time (< 0: none) is over, with signals let in only here.
 * 1: bytes to read; 0: time over; -1: signal. */
int terminal_wait(struct terminal *terminal, int timeout_ms);
/* Bytes that came in; 0 when none wait now, -1 when the terminal is gone. */
long terminal_read(struct terminal *terminal, unsigned char *bytes, size_t size);
/* Follows a new size of the window. */
void terminal_resize(struct terminal *terminal);
/* Sets the terminal's modes again after another program may have changed them. */
void terminal_resume(struct terminal *terminal);
/* Tells a test harness (GROEI_TEST_SYNC=1) that the program is about to wait. */
void terminal_idle(struct terminal *terminal);
/* The same after a pause that only time ended: no input was answered, but what time drew is complete. */
void terminal_drawn(struct terminal *terminal);
struct key_sequence;
const struct key_sequence *terminal_sequences(const struct terminal *terminal);

#endif
