/* Roles of text on the screen and how they look. Meaning never hangs on colour alone: every role
 * that matters also differs without colours, by an attribute or by the word or sign it colours. */
#ifndef TUI_THEME_H
#define TUI_THEME_H

#include <curses.h>

#include "terminal.h"

enum theme_role {
	THEME_TEXT,
	THEME_TITLE,     /* name of the screen */
	THEME_HEADING,   /* of a section */
	THEME_DIM,       /* dates, hints, what was answered last time */
	THEME_ACCENT,    /* a person's name, what to look at */
	THEME_GOOD,      /* done, on track */
	THEME_WARN,      /* due soon, stalled */
	THEME_BAD,       /* overdue, failed */
	THEME_SELECTED,  /* row or choice in focus */
	THEME_MARKED,    /* row chosen in a list that has not the focus */
	THEME_KEY,       /* key in a hint */
	THEME_BORDER,
	THEME_INPUT,     /* one-line input */
	THEME_SELECTION, /* selected text in an editor */
	THEME_PRIVATE,   /* a private note */
	THEME_STATUS,    /* message line */
	THEME_ERROR,     /* message line, when something failed */
	THEME_ROLES
};

/* Starts colours, and sets up their pairs on the terminal's own background; called by terminal_open.
 * Without this call all roles are attributes only. */
void theme_start(enum terminal_background background);

/* Attributes (with colour pair) of a role. */
attr_t theme_attr(enum theme_role role);

#endif
