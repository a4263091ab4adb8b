/* Rules of objectives. */
#include "core/core.h"

static enum groei_status objective_check(struct groei *groei, const void *before, void *after)
{
	const struct objective *objective = after;

	(void)before;
	if (objective->starts != GROEI_NO_DAY && objective->ends != GROEI_NO_DAY &&
	    objective->ends < objective->starts)
		return fault_field(groei, groei_table(GROEI_OBJECTIVE), "ends",
		                   _("the last day lies before the first"));
	return GROEI_OK;
}

const struct noun objective_noun = {.check = objective_check};
