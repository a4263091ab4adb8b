/* How each role looks: on dark, on light, and without colours. Contracts in theme.h. */
#include "theme.h"

enum { OWN = -1 }; /* the terminal's own foreground or background */

/* Colours are numbers of the terminal's 16; on terminals with 8, bold makes the bright ones. */
struct look {
	attr_t plain;     /* without colours */
	attr_t colored;
	short dark;       /* foreground on a dark background */
	short light;      /* foreground on a light one */
	short light_wide; /* the same where there are 256 colours */
};

static const struct look looks[THEME_ROLES] = {
	[THEME_TEXT] = {A_NORMAL, A_NORMAL, OWN, OWN, OWN},
	[THEME_TITLE] = {A_BOLD, A_BOLD, COLOR_GREEN, COLOR_GREEN, 22},
	[THEME_HEADING] = {A_BOLD, A_BOLD, OWN, OWN, OWN},
	[THEME_DIM] = {A_DIM, A_DIM, OWN, OWN, OWN},
	[THEME_ACCENT] = {A_BOLD, A_NORMAL, COLOR_CYAN, COLOR_BLUE, COLOR_BLUE},
	[THEME_GOOD] = {A_NORMAL, A_NORMAL, COLOR_GREEN, COLOR_GREEN, 28},
	[THEME_WARN] = {A_BOLD, A_NORMAL, COLOR_YELLOW, COLOR_MAGENTA, 130},
	[THEME_BAD] = {A_BOLD, A_BOLD, COLOR_RED, COLOR_RED, COLOR_RED},
	[THEME_SELECTED] = {A_REVERSE, A_REVERSE, OWN, OWN, OWN},
	[THEME_MARKED] = {A_BOLD | A_UNDERLINE, A_BOLD, COLOR_CYAN, COLOR_BLUE, COLOR_BLUE},
	[THEME_KEY] = {A_BOLD, A_BOLD, COLOR_GREEN, COLOR_GREEN, 22},
	[THEME_BORDER] = {A_NORMAL, A_DIM, OWN, OWN, OWN},
	[THEME_INPUT] = {A_UNDERLINE, A_UNDERLINE, OWN, OWN, OWN},
	[THEME_SELECTION] = {A_REVERSE, A_REVERSE, OWN, OWN, OWN},
	[THEME_PRIVATE] = {A_UNDERLINE, A_NORMAL, COLOR_MAGENTA, COLOR_MAGENTA, 90},
	[THEME_STATUS] = {A_NORMAL, A_NORMAL, COLOR_GREEN, COLOR_GREEN, 28},
	[THEME_ERROR] = {A_REVERSE, A_BOLD, COLOR_RED, COLOR_RED, COLOR_RED},
};

static short pair_of(enum theme_role role)
{
	return (short)(role + 1);
}

void theme_start(enum terminal_background background)
{
	/* Before start_color: afterwards curses looks for the pair in every cell. */
	short back = use_default_colors() == OK ? OWN : COLOR_BLACK;
	short front = back == OWN ? OWN : COLOR_WHITE;

	if (start_color() != OK)
		return;
	for (enum theme_role role = 0; role < THEME_ROLES; role++) {
		const struct look *look = &looks[role];
		short color = background != TERMINAL_LIGHT ? look->dark
		              : COLORS >= 256              ? look->light_wide
		                                           : look->light;
		init_pair(pair_of(role), color == OWN ? front : color, back);
	}
}

attr_t theme_attr(enum theme_role role)
{
	short front;
	short back;
	bool colored = pair_content(pair_of(role), &front, &back) == OK;

	return colored ? looks[role].colored | (attr_t)COLOR_PAIR(pair_of(role))
	               : looks[role].plain;
}
