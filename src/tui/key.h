/* One key, and how bytes from a terminal become keys. Knows no terminal and does no input. */
#ifndef TUI_KEY_H
#define TUI_KEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum key_code {
	K_NONE,
	K_CHAR, /* a character: in rune, lower case when Ctrl is held */
	K_ENTER,
	K_TAB,
	K_ESCAPE,
	K_BACKSPACE,
	K_DELETE,
	K_INSERT,
	K_UP,
	K_DOWN,
	K_LEFT,
	K_RIGHT,
	K_HOME,
	K_END,
	K_PAGE_UP,
	K_PAGE_DOWN,
	K_F1, /* K_F1 + 1 is F2 … up to K_F12 */
	K_F12 = K_F1 + 11,
	K_CLICK, /* left button pressed at row, column of the screen */
	K_WHEEL_UP,
	K_WHEEL_DOWN
};

enum key_modifier { K_SHIFT = 1, K_ALT = 2, K_CTRL = 4 };

struct key {
	enum key_code code;
	unsigned modifiers; /* of enum key_modifier; Shift-Tab is K_TAB with K_SHIFT */
	uint32_t rune;      /* of K_CHAR: the code point, else 0 */
	int row;            /* of mouse keys: from 0 */
	int column;         /* of mouse keys: from 0 */
};

/* Whether key is this character with exactly these modifiers: key_is(&key, 'a', K_CTRL). */
bool key_is(const struct key *key, uint32_t rune, unsigned modifiers);
/* Whether two keys are the same stroke (the place of a mouse key does not count). */
bool key_same(const struct key *a, const struct key *b);
/* The UTF-8 of a K_CHAR without Ctrl and Alt, which is text in any input; 0 for other keys. */
size_t key_text(const struct key *key, char text_out[5]);

/* Keys by name, as in keys.conf: "q", "?", "enter", "ctrl-a", "alt-b", "shift-tab", "pgup", "f1",
 * "space". False when there is no such key; *key_out is untouched then. */
bool key_parse(const char *name, struct key *key_out);
/* The label of a key for hints and help ("Ctrl-A", "Enter", "q"); cut to size. */
void key_label(const struct key *key, char *label_out, size_t size);

/* A sequence that this terminal sends for a key beyond the usual ones (from terminfo). */
struct key_sequence {
	const char *bytes; /* begins with ESC or a control character */
	struct key key;
};

enum decode_result {
	DECODE_KEY,   /* *key_out is set */
	DECODE_PASTE, /* bracketed paste begins after the bytes used */
	DECODE_SKIP,  /* the bytes used mean nothing to groei: never typed */
	DECODE_MORE   /* the start of something: nothing used, more bytes must come */
};

enum decode_end {
	DECODE_OPEN,  /* more bytes may follow at once */
	DECODE_CLOSED /* nothing followed in time: never answers DECODE_MORE */
};

/* Decodes the first key of `length` bytes (at least 1). `more` ends with an entry without bytes;
 * NULL is none. *used_out is how many bytes it took. */
enum decode_result key_decode(const unsigned char *bytes, size_t length, enum decode_end end,
                              const struct key_sequence *more, struct key *key_out,
                              size_t *used_out);

#endif
