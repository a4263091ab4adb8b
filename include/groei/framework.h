/* The framework of an organisation: its formats of conversation, rhythm and thresholds, as
 * framework.yaml says them. Everybody may read it. */
#ifndef GROEI_FRAMEWORK_H
#define GROEI_FRAMEWORK_H

#include <groei/groei.h>

enum { FRAMEWORK_FORMATS = 8 };

/* What holds for one format of conversation. */
struct framework_format {
	const char *template; /* id of its question template unless said otherwise; NULL: none */
	int32_t formal;       /* enum choice_no_yes: counts for the formal minimum */
	int32_t minutes;      /* planned for; GROEI_NONE: not said */
};

struct framework {
	const char *cadence;      /* rhythm of whoever has none of their own or their team's: "4w" */
	int32_t formal_a_year;    /* formal conversations a year at least */
	int32_t talks_a_day;      /* most conversations a day for a lead who did not say */
	int32_t stalled_days;     /* a goal without movement this long raises the safety net */
	int32_t silent_days;      /* a pair that did not talk this long is named first */
	int32_t confidence;       /* 0–10: with which a goal may close as confident */
	int32_t people_to_show;   /* fewest people behind a figure about what they answered, 3 at least */
	int32_t retention_months; /* after somebody left, until erasure is proposed */
	int32_t moments_shared;   /* enum choice_yes_no: whether a moment is shared unless said otherwise */
	struct framework_format format[FRAMEWORK_FORMATS]; /* by enum conversation_format */
};

/* Lives as long as the handle. */
GROEI_API const struct framework *groei_framework(const struct groei *groei);

#endif
