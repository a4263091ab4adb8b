/* The first start: who am I, and where to begin. */
#ifndef TUI_SETUP_H
#define TUI_SETUP_H

#include "screen.h"

/* Opens the questions of the first start; makes tui->groei and goes on to Today. */
void setup_open(struct tui *tui);

#endif
