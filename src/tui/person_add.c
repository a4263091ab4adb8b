/* "Add …" in the person screen: a small menu of what can be added about somebody. */
#include "person.h"

enum { BY_SELF = 1 << VIEWER_SELF, BY_LEAD = 1 << VIEWER_LEAD, BY_HR = 1 << VIEWER_HR };

static const struct choice {
	const char *label, *line;
	uint32_t key;
	int who; /* as whom one may */
} choices[] = {
	{N_("Talking point"), "form point add {handle}", 'p', BY_SELF | BY_LEAD},
	{N_("Moment: praise, observation, lesson, wish"), "jotting {handle}", 'm', BY_SELF | BY_LEAD},
	{N_("Goal"), "form goal add {handle}", 'g', BY_SELF | BY_LEAD},
	{N_("Action"), "form action add {handle}", 't', BY_SELF | BY_LEAD},
	{N_("Learning activity"), "form learning add {handle}", 'l', BY_SELF | BY_LEAD},
	{N_("Skill or strength"), "form skill add {handle}", 's', BY_SELF | BY_LEAD},
	{N_("Direction of growth"), "form direction add {handle}", 'd', BY_SELF | BY_LEAD},
	{N_("Absence"), "form absence add {handle}", 'a', BY_LEAD | BY_HR},
	{N_("Private note"), "form note add {handle}", 'n', BY_SELF | BY_LEAD},
	{N_("Heard, to decide later"), "form heard add {handle}", 'h', BY_LEAD},
};

enum { CHOICES = sizeof choices / sizeof *choices };

static bool may(const struct person_screen *state, const struct choice *choice)
{
	return (choice->who & 1 << state->viewer) != 0;
}

static void chosen(struct screen *screen, int64_t context, size_t index)
{
	(void)context;
	for (size_t i = 0; i < CHOICES; i++) {
		if (may(screen->state, &choices[i]) && index-- == 0) {
			tui_line(screen->tui, choices[i].line);
			return;
		}
	}
}

enum screen_answer person_add(struct screen *screen)
{
	struct menu_item items[CHOICES];
	size_t count = 0;

	for (size_t i = 0; i < CHOICES; i++) {
		if (may(screen->state, &choices[i]))
			items[count++] = (struct menu_item){.label = _(choices[i].label), .key = choices[i].key};
	}
	tui_ask_menu(screen->tui, _("Add …"), items, count, 0, chosen, 0);
	return SCREEN_USED;
}
