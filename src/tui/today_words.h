/* What a row of Today says. */
#ifndef TUI_TODAY_WORDS_H
#define TUI_TODAY_WORDS_H

#include <groei/overview.h>

#include "screen.h"

struct today_words {
	const char *sign, *ascii, *who, *what, *when;
	enum theme_role role; /* of when */
};

/* Texts in the frame arena. */
struct today_words today_words_of(struct tui *tui, const struct today_item *item);
/* Shorter, for the list beside a detail: handles, and a sign for what is overdue. */
void today_words_shorten(struct tui *tui, const struct today_item *item,
                         struct today_words *words);

#endif
