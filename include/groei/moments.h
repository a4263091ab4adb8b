/* Between the talks and in them: moments, talking points, what was heard, and the team's lessons. Each
 * is added, edited and listed as in groei.h; here is what they can do besides. */
#ifndef GROEI_MOMENTS_H
#define GROEI_MOMENTS_H

#include <groei/groei.h>

/* Moments -------------------------------------------------------------------------------------- */

/* Lets the person read a moment. GROEI_NOT_FOUND; GROEI_INVALID when they may already. */
GROEI_API enum groei_status groei_moment_share(struct groei *groei, int64_t moment);
/* Puts a lesson on the team's list. GROEI_INVALID: it is no lesson, or there already; GROEI_DENIED: only
 * the person whose lesson it is may. */
GROEI_API enum groei_status groei_moment_team(struct groei *groei, int64_t moment);
/* How an experiment went; a note (NULL: none) goes behind the one there is. GROEI_INVALID: it is no
 * experiment. */
GROEI_API enum groei_status groei_moment_outcome(struct groei *groei, int64_t moment,
                                                 enum moment_outcome outcome, const char *note);
/* What became of a wish. GROEI_INVALID: it is no wish, or the text is empty. */
GROEI_API enum groei_status groei_moment_reply(struct groei *groei, int64_t moment,
                                               const char *text);

/* The lessons on the list of a team and its teams (0: all) from a day on, newest first, at most 200. */
GROEI_API enum groei_status groei_lessons(struct groei *groei, struct groei_arena *arena,
                                          int64_t team, int32_t since,
                                          struct moment **lessons_out, size_t *count_out);

/* Talking points ------------------------------------------------------------------------------- */

/* A point was discussed (in the pair's open conversation, else in the last one), is dropped, or is open
 * again. GROEI_INVALID when it is so already. */
GROEI_API enum groei_status groei_point_set(struct groei *groei, int64_t point,
                                            enum point_state state);

/* The agenda of a pair: its open points, those carried over most first, and who brought them. */
struct agenda {
	struct point *points;
	size_t count;
	size_t theirs; /* brought by the employee */
};

/* With those that were discussed in `conversation` already (0: none) counted, not listed. */
GROEI_API enum groei_status groei_agenda(struct groei *groei, struct groei_arena *arena,
                                         int64_t person, int64_t conversation,
                                         struct agenda *agenda_out, size_t *discussed_out);

/* Heard ---------------------------------------------------------------------------------------- */

/* What becomes of something heard. */
struct becoming {
	int64_t heard;
	enum heard_state state; /* not HEARD_OPEN */
	const char *title;      /* of what it becomes; NULL: as it was heard */
	int64_t owner;          /* of an action; 0: who is asking */
	int32_t by;             /* due day of an action; GROEI_NO_DAY: none */
};

/* Makes the action, talking point or private note, and closes what was heard; one change, so that undo
 * takes back both. *made_out is the id of what was made, 0 for nothing. GROEI_INVALID when it was
 * decided about already. */
GROEI_API enum groei_status groei_heard_become(struct groei *groei, const struct becoming *becoming,
                                               int64_t *made_out);

#endif
