/* Verbs of goals and actions. */
#ifndef GROEI_FOLLOWUP_H
#define GROEI_FOLLOWUP_H

#include <groei/groei.h>

/* Moves a goal to another stage. GROEI_NOT_FOUND; GROEI_INVALID when it is there already. */
GROEI_API enum groei_status groei_goal_move(struct groei *groei, int64_t goal,
                                            enum goal_stage stage);
/* Marks an action done (today), open again, or dropped. GROEI_NOT_FOUND; GROEI_INVALID when it is so
 * already. */
GROEI_API enum groei_status groei_action_set(struct groei *groei, int64_t action,
                                             enum action_state state);

/* "[ ] @amir ask Noor by fri" or the same without the box, as in notes: owner (0 without a handle), title
 * (in the arena) and due day of a record that is clear otherwise. GROEI_INVALID without a title,
 * GROEI_NOT_FOUND for a handle that is nobody's. */
GROEI_API enum groei_status groei_action_read(struct groei *groei, struct groei_arena *arena,
                                              const char *line, struct action *action_out);

#endif
