/* The framework of the organisation: what holds where nobody says otherwise. */
#include <groei/framework.h>

#include "core/core.h"

static const struct framework builtin = {
    .cadence = "4w",
    .formal_a_year = 2,
    .talks_a_day = 4,
    .stalled_days = 60,
    .silent_days = 60,
    .confidence = 7,
    .people_to_show = 5,
    .retention_months = 24,
    .moments_shared = CHOICE_YES_FIRST,
    .format =
        {
            [FORMAT_GROWTH] = {"growth", CHOICE_YES, 60},
            [FORMAT_START] = {"start", CHOICE_YES, 60},
            [FORMAT_CHECK_IN] = {"checkin", CHOICE_NO, 30},
            [FORMAT_PROGRESS] = {"progress", CHOICE_YES, 45},
            [FORMAT_REVIEW] = {"review", CHOICE_YES, 60},
            [FORMAT_DEBRIEF] = {"debrief", CHOICE_NO, 30},
            [FORMAT_STAY] = {"stay", CHOICE_NO, 45},
            [FORMAT_MOMENT] = {"informal", CHOICE_NO, 15},
        },
};

const struct framework *groei_framework(const struct groei *groei)
{
	(void)groei;
	return &builtin;
}
