/* The command palette, on ":". */
#ifndef TUI_PALETTE_H
#define TUI_PALETTE_H

#include "screen.h"

/* Opens it over the top screen; what is chosen there runs when it has closed. */
void palette_open(struct tui *tui);

#endif
