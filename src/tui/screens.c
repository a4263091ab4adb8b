/* The screen table. A new screen is a file and a row here. */
#include "screens.h"

#include <string.h>

static const struct screen_kind *const kinds[] = {
	&today_screen,
	&people_screen,
	&goals_screen,
	&actions_screen,
	&person_screen,
	&conversation_screen,
	&closing_screen,
	&reflecting_screen,
	&records_screen,
	&search_screen,
	&help_screen,

	&form_screen,
	&jot_screen,
	&palette_screen,
	&line_screen,
	&menu_screen,
	&sure_screen,
	&text_screen,
	&setup_screen,
	NULL,
};

const struct screen_kind *const *screen_kinds(void)
{
	return kinds;
}

const struct screen_kind *screen_kind_named(const char *name)
{
	for (size_t i = 0; kinds[i]; i++) {
		if (strcmp(kinds[i]->name, name) == 0)
			return kinds[i];
	}
	return NULL;
}
