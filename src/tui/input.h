/* What happens next: a key, a paste, a new size, a pause, the end. The one place that waits.
 *
 *     loop:  if (!input_pending(input)) draw and doupdate;   one frame per burst of input
 *            switch (input_wait(input, timeout, &key)) ...
 */
#ifndef TUI_INPUT_H
#define TUI_INPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "key.h"
#include "terminal.h"

struct input;

enum input_event {
	INPUT_KEY,
	INPUT_PASTE,    /* read it with input_paste */
	INPUT_RESIZE,   /* curses already knows the new size: draw anew */
	INPUT_TIMEOUT,  /* nothing happened for timeout_ms */
	INPUT_RESUMED,  /* was suspended and is back: draw anew */
	INPUT_TERMINATE /* save drafts, then terminal_die(terminal, input_signal(input)) */
};

/* Reads keys of this terminal, which must outlive it; its paste goes with it. */
struct input *input_open(struct terminal *terminal);
void input_close(struct input *input);

/* Waits for the next event, at most timeout_ms (< 0: for ever). *key_out is set for INPUT_KEY. */
enum input_event input_wait(struct input *input, int timeout_ms, struct key *key_out);
/* Whether input_wait would answer at once. */
bool input_pending(struct input *input);

/* The last paste: clean UTF-8 with newlines; valid until the next input_wait. NULL: it was larger than
 * any text may be. */
const char *input_paste(const struct input *input, size_t *length_out);
/* The signal to end by after INPUT_TERMINATE (SIGHUP when the terminal is gone). */
int input_signal(const struct input *input);

#endif
