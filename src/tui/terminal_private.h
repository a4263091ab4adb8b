/* Inside of the terminal, shared by the terminal_*.c files only. */
#ifndef TUI_TERMINAL_PRIVATE_H
#define TUI_TERMINAL_PRIVATE_H

#include <signal.h>
#include <stdbool.h>
#include <termios.h>

#include <curses.h>

#include "key.h"
#include "terminal.h"

enum {
	TERMINAL_SEQUENCES = 40,
	TERMINAL_EARLY = 512, /* bytes typed while the terminal was asked for its background */
	TERMINAL_STRING = 160,
	TERMINAL_HANDLED = 13
};

struct terminal {
	SCREEN *screen;
	struct termios modes;        /* as they were */
	sigset_t mask;               /* as it was: for children */
	sigset_t open_mask;          /* let in while waiting */
	struct sigaction old[TERMINAL_HANDLED];
	void *crash_stack;
	stack_t old_stack;
	char enter[TERMINAL_STRING]; /* what curses does not send: keypad, bracketed paste */
	char leave[TERMINAL_STRING];
	char clear[TERMINAL_STRING]; /* on exit, where there is no alternate screen */
	bool mouse;
	bool sync;                   /* GROEI_TEST_SYNC=1 */
	unsigned long idle;          /* markers sent */
	unsigned char early[TERMINAL_EARLY];
	size_t early_length;
	struct key_sequence sequence[TERMINAL_SEQUENCES];
};

/* Writes all bytes to the terminal, now, without curses. */
void terminal_write(const char *bytes, size_t length);
/* Gives the terminal to another program, and takes it back with the last frame on it. */
void terminal_leave(struct terminal *terminal);
void terminal_enter(struct terminal *terminal);

/* Light or dark: as told, asked (at most 100 ms), from COLORFGBG, or dark. Keys typed meanwhile go
 * to terminal->early. */
enum terminal_background terminal_find_background(struct terminal *terminal,
                                                  enum terminal_background told);

#endif
