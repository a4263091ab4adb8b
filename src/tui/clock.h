/* The steady clock: how much time went by. Not the time of day, which is the core's. */
#ifndef TUI_CLOCK_H
#define TUI_CLOCK_H

#include <stdint.h>

/* Milliseconds since some moment in the past, which stays the same while the machine runs; setting the
 * time does not change them. */
int64_t clock_ms(void);

#endif
