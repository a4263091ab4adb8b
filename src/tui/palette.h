/* The command palette, on ":". */
#ifndef TUI_PALETTE_H
#define TUI_PALETTE_H

#include "screen.h"

void palette_open(struct tui *tui);

#endif
