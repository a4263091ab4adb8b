/* The framework of an organisation: its formats of conversation, rhythm and thresholds, as
 * framework.yaml says them (docs/framework-format.md). Everybody may read it. */
#ifndef GROEI_FRAMEWORK_H
#define GROEI_FRAMEWORK_H

#include <groei/groei.h>

enum { FRAMEWORK_FORMATS = 8 };

/* What holds for one format of conversation. */
struct framework_format {
	const char *template; /* id of its question template unless said otherwise */
	int32_t formal;       /* enum choice_no_yes: counts for the formal minimum */
	int32_t minutes;      /* planned for */
};

struct framework {
	struct template_text about; /* in the organisation's own words; may be absent */
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
	const char *path;         /* of the file that it was read from; NULL: as groei brings it */
};

/* The framework that holds: the organisation's file (beside the store, or in /etc/groei for a database), else
 * the system's, else what groei brings. A file that is wrong is passed over (groei_framework_check tells
 * what is wrong with it). Lives as long as the handle. */
GROEI_API const struct framework *groei_framework(struct groei *groei);

/* What is wrong with the narrowest file that was passed over; NULL, count 0: nothing. Lives as long as the
 * handle. */
GROEI_API const struct template_error *groei_framework_errors(struct groei *groei,
                                                              size_t *count_out);

/* Reads a framework from a file, wherever it stands. GROEI_OK with *framework_out, GROEI_NOT_FOUND,
 * or GROEI_INVALID with all that is wrong. Everything lands in the arena. */
GROEI_API enum groei_status groei_framework_check(struct groei_arena *arena, const char *path,
                                                  struct framework *framework_out,
                                                  struct template_error **errors_out,
                                                  size_t *count_out);

#endif
