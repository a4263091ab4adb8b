/* Prompts line by line with numbered choices, for screen readers and braille displays. */
#ifndef TUI_ACCESSIBLE_H
#define TUI_ACCESSIBLE_H

#include "tui.h"

/* Runs until the user quits or input ends; an exit code. */
int accessible_run(const struct groei_options *options, const struct tui_settings *settings);

#endif
