/* Today, in parts: whom it is about, and what of their agenda it lists. */
#ifndef CORE_TODAY_H
#define CORE_TODAY_H

#include "core/agenda.h"

/* today_people.c: whom Today is about: who has me for a lead, and myself; by the day of their talk. */
struct today_person {
	struct standing talk; /* without formal talks */
	int64_t lead, team;
	int32_t attend;       /* planned day, else due */
	int32_t ends;
	int32_t came;
	const char *folded;   /* stands by it among others */
	const char *cadence;  /* their own, NULL: the team's */
	int32_t talks_a_day;  /* that they want at most; GROEI_NONE: they did not say */
	int hr;               /* 1: works for HR */
	int32_t formal_day;   /* of their last formal talk, whoever led it */
	int32_t formal;       /* how many in the year of that day; GROEI_NONE: nobody counted them */
	struct agenda_row *agenda; /* shared with who leads them */
	size_t agenda_count;
};
struct today_people {
	struct today_person *list; /* those who are still here */
	size_t count;
	struct today_person me;    /* also when I left; talk.person 0: I am nobody here */
	struct agenda_row *own;    /* the rest of my agenda */
	size_t own_count;
};
enum groei_status today_people_read(struct groei *groei, struct groei_arena *arena, int32_t horizon,
                                    struct today_people *people_out);
/* Whether I lead them. */
bool today_leads(const struct groei *groei, const struct today_person *person);
/* In the last quarter: who had fewer formal talks than the year asks, by name; and my rhythm. */
enum groei_status today_behind(struct groei *groei, struct groei_arena *arena,
                               const struct today_people *people, struct today *today);
enum groei_status today_rhythm(struct groei *groei, struct groei_arena *arena,
                               const struct today_people *people, struct today *today);

/* today_learning.c: what learning asks of who is asking, by day. In the arena. */
struct today_learning_day {
	int32_t day;
	struct today_learning need;
};
enum groei_status learning_today(struct groei *groei, struct groei_arena *arena,
                                 const struct today_people *people,
                                 struct today_learning_day **needs_out, size_t *count_out);

#endif
