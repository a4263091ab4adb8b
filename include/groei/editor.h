/* Letting the user edit a text in an editor of their own: $VISUAL, $EDITOR or what is usual.
 *
 * The text goes to a private file (0600, in a folder 0700 of its own below $XDG_RUNTIME_DIR, or
 * $XDG_STATE_HOME/groei/edit where that is not the user's alone) that is removed on every way out. No
 * shell runs; nothing of the text is in arguments or environment; a vim is told to leave no copies. */
#ifndef GROEI_EDITOR_H
#define GROEI_EDITOR_H

#include <stddef.h>

#include <groei/api.h>
#include <groei/arena.h>

enum groei_edit_end {
	GROEI_EDIT_DONE,
	GROEI_EDIT_NO_FILE,     /* no private file could be made */
	GROEI_EDIT_NO_COMMAND,  /* $VISUAL or $EDITOR has an open quote or no word */
	GROEI_EDIT_NOT_STARTED, /* the program could not be started */
	GROEI_EDIT_GIVEN_UP,    /* the editor ended with an error, or was ended */
	GROEI_EDIT_UNREADABLE   /* what it left is no text: EILSEQ for zero bytes, EINVAL for no file */
};

struct groei_edited {
	enum groei_edit_end end;
	int error;           /* errno that says why; 0 when done, given up or no command */
	const char *program; /* as it was called, unclean; NULL before it was known */
	const char *text;    /* as the editor left it, not cleaned; NULL unless done */
};

/* Who holds the terminal meanwhile: `lend` is called before the editor starts, `take_back` after it has
 * ended, whichever way. */
struct groei_edit_terminal {
	void (*lend)(void *context);
	void (*take_back)(void *context);
	void *context;
};

/* Runs the editor on the text and waits for it; `terminal` may be NULL. Newlines at the end, which editors
 * add, are left out unless the text had one there before. Reads no more than `most` bytes: one more than
 * may be kept shows what is too long. Results land in the arena. While it waits, keys that interrupt are
 * the editor's; SIGTERM and SIGHUP end the editor first (SIGKILL after a second), and are raised again as
 * the last thing that this call does. */
GROEI_API struct groei_edited groei_edit_text(struct groei_arena *arena, const char *text, size_t most,
                                              const struct groei_edit_terminal *terminal);

/* Removes what is left of processes that were killed while their editor was open. */
GROEI_API void groei_edit_sweep(void);

/* Saves a text that could not be stored to a new private file; its path (arena), or NULL when that failed
 * too. */
GROEI_API const char *groei_edit_keep(struct groei_arena *arena, const char *text);

#endif
