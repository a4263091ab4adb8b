/* The screens, seen from main: one call that returns when the user leaves. */
#ifndef TUI_H
#define TUI_H

#include <groei/groei.h>

struct tui_settings {
	int colour;       /* 0: never; 1: as the terminal and NO_COLOR say; 2: always */
	int ascii;        /* 1: plain characters for lines */
	int accessible;   /* 1: prompts line by line instead of screens */
	int mouse;        /* 1: wheel and click from the start */
	const char *open; /* first screen, as on the ":" line: "today", "conversation amir"; NULL: today */

	/* For the language choice of the first start; NULL: not offered. */
	void (*speak)(enum groei_language language);        /* switches messages at once */
	int (*keep_language)(enum groei_language language); /* for the next start; 1: done */
};

/* Runs the screens (or the accessible prompts) on the terminal until the user quits. A store that
 * does not exist yet begins with the questions of the first start. Returns an exit code
 * (enum groei_status); messages before and after the screens go to standard error. */
int tui_run(const struct groei_options *options, const struct tui_settings *settings);

#endif
