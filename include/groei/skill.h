/* Skills: confirming them, and finding who can help. */
#ifndef GROEI_SKILL_H
#define GROEI_SKILL_H

#include <groei/groei.h>

/* Confirms a skill today, with a level as the person sees it or as the lead does (GROEI_NONE: as it
 * was). GROEI_NOT_FOUND; GROEI_DENIED for the other side's view. */
GROEI_API enum groei_status groei_skill_confirm(struct groei *groei, int64_t skill, int32_t own,
                                                int32_t view);

/* Whether somebody said of any skill that they help others with it. GROEI_NO: they did not. */
GROEI_API enum groei_status groei_helps(struct groei *groei, int64_t person);

/* Skills that hold all words, of people who are here and help others with it, `person` (0: nobody) left
 * out; by name, at most 200. In the arena. */
GROEI_API enum groei_status groei_buddies(struct groei *groei, struct groei_arena *arena,
                                          const char *words, int64_t person,
                                          struct skill **skills_out, size_t *count_out);

#endif
