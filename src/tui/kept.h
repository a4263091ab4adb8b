/* Drafts that go back into the field in which they were typed. */
#ifndef TUI_KEPT_H
#define TUI_KEPT_H

#include <groei/overview.h>

#include "screen.h"

/* The draft of a place that goes back into its field: this session's own, else the newest, which
 * becomes its own. In the arena. False: there is none, or another session was faster. */
bool kept_take(struct tui *tui, struct groei_arena *arena, const char *place,
               struct draft *draft_out);
/* Opens the place of a draft with its text in the field, of several drafts there this one's; or, where that
 * place is gone, a form that keeps the text as a private note. */
void kept_open(struct tui *tui, const struct draft *draft);
/* How many drafts of other sessions lie in a place, or in all places below one that ends in "/". */
size_t kept_left(struct tui *tui, const char *place);

#endif
