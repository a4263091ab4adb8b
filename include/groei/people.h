/* People over time: who led whom, who is away, and what a lead's days can hold. The rows themselves are
 * records as in groei.h; an assignment is kept from the person's own fields and never written by hand. */
#ifndef GROEI_PEOPLE_H
#define GROEI_PEOPLE_H

#include <groei/groei.h>

/* As whom who is asking looks at somebody. */
enum groei_viewer {
	VIEWER_OTHER, /* handle and name are all there is to see */
	VIEWER_SELF,
	VIEWER_LEAD,  /* leads them, or owns the store: with every word that is not kept from them */
	VIEWER_HR     /* days, stages, hours and costs, without words */
};
GROEI_API enum groei_viewer groei_viewer(struct groei *groei, int64_t person);

enum person_move_field { MOVE_LEAD = 1, MOVE_TEAM = 2, MOVE_CADENCE = 4 };

/* Another lead, team or rhythm from a day on. */
struct person_move {
	int64_t person;
	int fields;          /* enum person_move_field: which of the next ones are given */
	int64_t lead, team;  /* 0: none */
	const char *cadence; /* NULL: as the team does */
	int32_t from;        /* first day it counts; GROEI_NO_DAY: today */
};

/* Records a move; what is given counts from that day on, through every later stretch, so that a day in the
 * past cuts the history anew. Open conversations with the old lead are the new one's. *person_out
 * (texts in the arena) is how they stand now. GROEI_INVALID: the day lies ahead, or before they came. */
GROEI_API enum groei_status groei_person_move(struct groei *groei, struct groei_arena *arena,
                                              const struct person_move *move,
                                              struct person *person_out);
/* Sets the last day here; GROEI_NO_DAY: today. It may lie ahead. */
GROEI_API enum groei_status groei_person_leave(struct groei *groei, struct groei_arena *arena,
                                               int64_t person, int32_t day,
                                               struct person *person_out);

/* Who led a person on a day, in which team; `cadence` is the rhythm that held: the pair's, else what the
 * team's is now, else the organisation's. Texts in the arena. GROEI_NO: they were not here. */
GROEI_API enum groei_status groei_assignment_on(struct groei *groei, struct groei_arena *arena,
                                                int64_t person, int32_t day,
                                                struct assignment *assignment_out);
/* The stretches of a person that touch the days from `from` to `until`, oldest first, whole (not cut to
 * those days), with `cadence` as above. */
GROEI_API enum groei_status groei_assignments(struct groei *groei, struct groei_arena *arena,
                                              int64_t person, int32_t from, int32_t until,
                                              struct assignment **assignments_out,
                                              size_t *count_out);
/* The same of everybody whom `lead` led in those days, by person. */
GROEI_API enum groei_status groei_assignments_led(struct groei *groei, struct groei_arena *arena,
                                                  int64_t lead, int32_t from, int32_t until,
                                                  struct assignment **assignments_out,
                                                  size_t *count_out);

/* The absence that holds a day. GROEI_NO: they are here. */
GROEI_API enum groei_status groei_absence_on(struct groei *groei, struct groei_arena *arena,
                                             int64_t person, int32_t day,
                                             struct absence *absence_out);
/* Ends the absence that has no end yet, else the one that holds today; `last` is the last day away,
 * GROEI_NO_DAY: yesterday. GROEI_NOT_FOUND: there is none. GROEI_INVALID: it began later. */
GROEI_API enum groei_status groei_absence_end(struct groei *groei, struct groei_arena *arena,
                                              int64_t person, int32_t last,
                                              struct absence *absence_out);

/* Conversations that stand open for a lead on a day, and the most they want to have. */
struct lead_day {
	int talks, most;
};
GROEI_API enum groei_status groei_lead_day(struct groei *groei, int64_t lead, int32_t day,
                                           struct lead_day *day_out);

/* What speaks against the talks that stand on a day ("Sanne has 5 talks …"), translated, in the arena; NULL
 * when they fit. Raw text. */
GROEI_API const char *groei_lead_day_warning(struct groei *groei, struct groei_arena *arena,
                                             int64_t lead, int32_t day);

/* What the rhythms of a lead's people ask for and what their days hold. */
struct lead_rhythm {
	int weeks;    /* over so many weeks */
	int needed;   /* talks that the rhythms come to */
	int possible; /* working days times talks a day; fewer than needed: it cannot be kept */
};
GROEI_API enum groei_status groei_lead_rhythm(struct groei *groei, struct groei_arena *arena,
                                              int64_t lead, struct lead_rhythm *rhythm_out);

/* One line when they cannot be kept, translated, in the arena; else NULL. */
GROEI_API const char *groei_lead_rhythm_warning(struct groei_arena *arena,
                                                const struct lead_rhythm *rhythm);

/* People of a lead by how long ago their last talk was: never first, then the longest silence; those who
 * are away or left are not among them. At most 200. */
struct silence {
	int64_t person;
	const char *handle, *name;
	int32_t last_day; /* GROEI_NO_DAY: no talk yet */
};
GROEI_API enum groei_status groei_silences(struct groei *groei, struct groei_arena *arena,
                                           int64_t lead, struct silence **silences_out,
                                           size_t *count_out);

/* The day that groei proposes for the next talk with a person: the first from `from` on (GROEI_NO_DAY: when
 * the next one is due, at least today) that is no Saturday or Sunday, on which they are here and their
 * lead has room. GROEI_NO: they are away until further notice. */
GROEI_API enum groei_status groei_plan_day(struct groei *groei, int64_t person, int32_t from,
                                           int32_t *day_out);

#endif
