/* The screens of groei, one file each. */
#ifndef TUI_SCREENS_H
#define TUI_SCREENS_H

#include "screen.h"

extern const struct screen_kind today_screen, people_screen, goals_screen, actions_screen;
extern const struct screen_kind person_screen, conversation_screen, closing_screen, search_screen;
extern const struct screen_kind jot_screen, reflecting_screen;
extern const struct screen_kind help_screen, records_screen, text_screen, form_screen, palette_screen;
extern const struct screen_kind line_screen, menu_screen, sure_screen, setup_screen;

#endif
