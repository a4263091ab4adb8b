/* The closed list of hand-written SQL. Every text runs on both engines (db.h has the writing rules) and
 * answers from an index range: what one person or lead asks costs the same at any size. */
#include "store/query.h"

#include <string.h>

/* One branch of the timeline; kind is a literal, so that each is an index range of its own. */
#define BRANCH(kind, day, id, state, format, energy, title, from)                                  \
	"SELECT * FROM (SELECT * FROM (SELECT " day " AS day, " kind " AS kind, " id " AS id, " state \
	" AS state, " format " AS format, " energy " AS energy, coalesce(" title                      \
	", '') AS title FROM " from ") AS row_" kind " WHERE {window}) AS branch_" kind

/* What the agenda holds of each record that asks for attention; own: of nobody but the person. */
#define FOREVER "2147483647"
#define NOTHING "CAST(NULL AS BIGINT)"
#define AGENDA(kind, own, id, person, day, until, other, from)                                     \
	"INSERT INTO agenda (record_id, kind, own, person_id, day, until, other) SELECT " id ", " kind  \
	", " own ", " person ", " day ", " until ", " other " FROM " from                                      \
	" ON CONFLICT (record_id, kind, person_id) DO UPDATE SET day = excluded.day,"                  \
	" until = excluded.until, other = excluded.other"
/* The days on which something that hangs on a goal happened, behind those of the goal itself. */
#define MOVEMENTS(goal, see_progress, see_evidence, see_action)                                    \
	" UNION ALL SELECT max(p.day) FROM progress p WHERE p.goal_id = " goal see_progress           \
	" UNION ALL SELECT max(e.day) FROM evidence e WHERE e.goal_id = " goal see_evidence           \
	" UNION ALL SELECT max(a.made) FROM action a WHERE a.goal_id = " goal see_action              \
	" UNION ALL SELECT max(a.done) FROM action a WHERE a.goal_id = " goal see_action
#define GOAL_IS_OPEN "g.stage NOT IN ('confident', 'dropped', 'lesson')"
/* What is both listed and, when there is more than fits a page, counted. */
#define ACTIONS_OPEN " FROM action a WHERE a.person_id = $1 AND a.state = 'open'{see action a}"
#define PROMISES ACTIONS_OPEN " AND CASE WHEN a.owner_id = $1 THEN 1 ELSE 0 END = $2"
#define ACTIONS_DONE                                                                               \
	" FROM action a WHERE a.person_id = $1 AND a.state = 'done' AND a.done >= $2{see action a}"
#define GOALS_OPEN                                                                                 \
	" FROM goal g WHERE g.person_id = $1 AND " GOAL_IS_OPEN "{see goal g}"

static const char *const texts[QUERIES] = {
    [QUERY_TODAY_PERSON] =
        "SELECT p.handle, p.name, {only person p.role}, coalesce(p.starts, p.made), p.folded,"
        " p.cadence, p.team_id, p.talks_a_day, p.hr, s.last_day, s.due, s.planned_id, s.planned_day,"
        " s.planned_away, s.postponed, s.lead_id, s.attend, s.ends, s.formal_day, s.formal FROM person_state s"
        " JOIN person p ON p.id = s.person_id WHERE s.person_id = $1{see person p}",
    [QUERY_AGENDA] = "SELECT kind, day, until, record_id, other FROM agenda"
                     " WHERE person_id = $1 AND own = $4 AND until >= $2 AND day <= $3",
    [QUERY_TODAY_LEARNING] =
        "SELECT l.title, l.valid_until FROM learning l WHERE l.id = $1{see learning l}",
    [QUERY_LEARNING_IDS] = "SELECT l.id FROM learning l WHERE l.person_id = $1{see learning l}",
    [QUERY_DEBRIEFED] =
        "SELECT 1 FROM conversation c WHERE c.person_id = $1 AND c.day >= $2"
        " AND c.format = 'debrief' AND c.state NOT IN ('missed', 'cancelled'){see conversation c}"
        " LIMIT 1",
    [QUERY_LEARNING_SUM] =
        "SELECT count(*), coalesce(sum(l.hours), 0), coalesce(sum(l.hours_used), 0),"
        " coalesce(sum(CASE WHEN l.state IN ('running', 'finished') THEN l.cost END), 0)"
        " FROM learning l WHERE l.goal_id = $1 AND l.state IN ('planned', 'running', 'finished')"
        "{see learning l}",
    [QUERY_CHECKPOINTS] = "SELECT {checkpoint c} FROM checkpoint c WHERE c.learning_id = $1"
                          "{see checkpoint c} ORDER BY c.day, c.id",
    [QUERY_STANDING] =
        "SELECT s.last_day, s.due, s.planned_id, s.planned_day,"
        " (SELECT count(*) FROM action a WHERE a.person_id = s.person_id AND a.state = 'open'"
        "{see action a}),"
        " (SELECT count(*) FROM action a WHERE a.person_id = s.person_id AND a.state = 'open'"
        " AND a.due < $2{see action a}),"
        " (SELECT count(*) FROM goal g WHERE g.person_id = s.person_id"
        " AND g.stage NOT IN ('confident', 'dropped', 'lesson'){see goal g}),"
        " b.starts, b.ends, s.planned_away, s.postponed,"
        " (SELECT count(*) FROM conversation f WHERE f.person_id = s.person_id AND f.day >= $3"
        " AND f.day <= $2 AND f.formal = 'yes' AND f.state IN ('held', 'acknowledged')"
        "{see conversation f})"
        " FROM person_state s LEFT JOIN absence b ON b.person_id = s.person_id AND b.starts <= $2"
        " AND (b.ends IS NULL OR b.ends >= $2){see absence b} WHERE s.person_id = $1{standing s}",
    [QUERY_ENERGY] = "SELECT {only conversation c.energy}, c.day FROM conversation c"
                     " WHERE c.person_id = $1 AND {only conversation c.energy} IS NOT NULL"
                     "{see conversation c} ORDER BY c.day DESC, c.id DESC LIMIT 12",
    [QUERY_CONVERSATION_OPEN] =
        "SELECT {conversation c} FROM conversation c WHERE c.person_id = $1"
        " AND c.state IN ('planned', 'prepared'){see conversation c} ORDER BY c.day, c.id LIMIT 1",
    [QUERY_CONVERSATION_LAST] =
        "SELECT {conversation c} FROM conversation c WHERE c.person_id = $1 AND c.day < $2"
        " AND c.state IN ('held', 'acknowledged'){see conversation c}"
        " ORDER BY c.day DESC, c.id DESC LIMIT 1",
    [QUERY_ACTIONS_OPEN] =
        "SELECT {action a}" ACTIONS_OPEN " ORDER BY a.due NULLS LAST, a.folded, a.id",
    [QUERY_ACTIONS_DONE] =
        "SELECT {action a}" ACTIONS_DONE
        " ORDER BY a.done DESC, a.folded, a.id LIMIT CAST($3 AS BIGINT)",
    [QUERY_GOALS_OPEN] = "SELECT {goal g}" GOALS_OPEN
                         " ORDER BY g.moved DESC NULLS LAST, g.folded, g.id"
                         " LIMIT CAST($2 AS BIGINT)",
    [QUERY_PROMISES] = "SELECT {action a}" PROMISES
                       " ORDER BY a.due NULLS LAST, a.folded, a.id LIMIT CAST($3 AS BIGINT)",
    [QUERY_COUNT_PROMISES] = "SELECT count(*)" PROMISES,
    [QUERY_COUNT_DONE] = "SELECT count(*)" ACTIONS_DONE,
    [QUERY_COUNT_GOALS_OPEN] = "SELECT count(*)" GOALS_OPEN,
    [QUERY_TIMELINE] =
        "SELECT day, kind, id, state, format, energy, title FROM ("
        /* clang-format off */
        BRANCH("0", "c.day", "c.id", "c.state", "c.format", "{only conversation c.energy}",
               "substr({only conversation c.notes}, 1, 200)",
               "conversation c WHERE c.person_id = $1{see conversation c}")
        " UNION ALL "
        BRANCH("1", "g.made", "g.id", "g.stage", "NULL", "CAST(NULL AS BIGINT)",
               "{only goal g.title}", "goal g WHERE g.person_id = $1{see goal g}")
        " UNION ALL "
        BRANCH("2", "g.moved", "g.id", "g.stage", "NULL", "CAST(NULL AS BIGINT)",
               "{only goal g.title}",
               "goal g WHERE g.person_id = $1 AND g.moved > g.made{see goal g}")
        " UNION ALL "
        BRANCH("3", "a.done", "a.id", "a.state", "NULL", "CAST(NULL AS BIGINT)", "a.title",
               "action a WHERE a.person_id = $1 AND a.state = 'done'{see action a}")
        " UNION ALL "
        BRANCH("4", "l.starts", "l.id", "l.state", "NULL", "CAST(NULL AS BIGINT)",
               "{only learning l.title}",
               "learning l WHERE l.person_id = $1 AND l.state IN ('running', 'finished'){see learning l}")
        " UNION ALL "
        BRANCH("5", "l.ends", "l.id", "l.state", "NULL", "CAST(NULL AS BIGINT)",
               "{only learning l.title}",
               "learning l WHERE l.person_id = $1 AND l.state = 'finished'{see learning l}")
        " UNION ALL "
        BRANCH("6", "c.done", "c.id", "c.kind", "NULL", "CAST(NULL AS BIGINT)",
               "{only learning l.title}",
               "checkpoint c JOIN learning l ON l.id = c.learning_id"
               " WHERE c.person_id = $1 AND c.state = 'done'{see checkpoint c}{see learning l}")
        " UNION ALL "
        BRANCH("7", "e.day", "e.id", "NULL", "NULL", "CAST(NULL AS BIGINT)", "e.title",
               "evidence e WHERE e.person_id = $1{see evidence e}")
        " UNION ALL "
        BRANCH("8", "m.day", "m.id", "m.kind", "NULL", "CAST(NULL AS BIGINT)", "m.title",
               "moment m WHERE m.person_id = $1{see moment m}")
        " UNION ALL "
        BRANCH("9", "b.starts", "b.id", "NULL", "NULL", "b.ends", "NULL",
               "absence b WHERE b.person_id = $1{see absence b}")
        " UNION ALL "
        BRANCH("10", "p.made", "p.id", "NULL", "NULL", "p.until", "{only postponement p.reason}",
               "postponement p WHERE p.person_id = $1{see postponement p}")
        " UNION ALL "
        /* a stretch that differs only in rhythm is no move */
        BRANCH("11", "s.starts", "s.id", "NULL", "NULL", "CAST(NULL AS BIGINT)",
               "coalesce(l.name || ' · ' || t.name, l.name, t.name)",
               "assignment s LEFT JOIN person l ON l.id = s.lead_id LEFT JOIN team t ON"
               " t.id = s.team_id WHERE s.person_id = $1 AND coalesce(l.name, t.name) IS NOT NULL"
               " AND NOT EXISTS (SELECT 1 FROM assignment f WHERE f.person_id = $1"
               " AND f.ends = s.starts - 1 AND coalesce(f.lead_id, 0) = coalesce(s.lead_id, 0)"
               " AND coalesce(f.team_id, 0) = coalesce(s.team_id, 0){see assignment f})"
               "{see assignment s}")
        /* clang-format on */
        ") AS line ORDER BY day DESC, kind, title, id LIMIT CAST($5 AS BIGINT)",
    [QUERY_LEDGER] =
        "SELECT {action a} FROM action a WHERE a.person_id = $1 AND a.made >= $2 AND a.made <= $3"
        " AND CASE WHEN a.owner_id = a.person_id THEN 1 ELSE 0 END = CAST($4 AS BIGINT){see action a}"
        " ORDER BY CASE WHEN a.state = 'open' THEN 0 ELSE 1 END, a.due NULLS LAST, a.folded, a.id"
        " LIMIT 200",
    [QUERY_LEDGER_COUNTS] =
        "SELECT CASE WHEN owner_id = person_id THEN 1 ELSE 0 END AS side, count(*),"
        " sum(CASE WHEN state = 'done' AND (due IS NULL OR done <= due) THEN 1 ELSE 0 END),"
        " sum(CASE WHEN state = 'done' AND done > due THEN 1 ELSE 0 END),"
        " sum(CASE WHEN reagreed > 0 THEN 1 ELSE 0 END),"
        " sum(CASE WHEN state = 'open' THEN 1 ELSE 0 END),"
        " sum(CASE WHEN state = 'open' AND due < $4 THEN 1 ELSE 0 END),"
        " sum(CASE WHEN state = 'dropped' THEN 1 ELSE 0 END)"
        " FROM action a WHERE a.person_id = $1 AND a.made >= $2 AND a.made <= $3{see action a}"
        " GROUP BY side",
    [QUERY_GOAL_MOVEMENT] =
        "SELECT max(day) FROM (SELECT g.moved AS day FROM goal g WHERE g.id = $1{see goal g}"
        " UNION ALL SELECT g.stepped FROM goal g WHERE g.id = $1{see goal g}"
        MOVEMENTS("$1", "{see progress p}", "{see evidence e}", "{see action a}")
        ") AS movement",
    [QUERY_GOAL_CONFIDENCE] =
        "SELECT p.confidence FROM progress p WHERE p.goal_id = $1 AND p.side = 'employee'"
        " AND p.confidence IS NOT NULL{see progress p} ORDER BY p.day DESC, p.number DESC LIMIT 1",
    [QUERY_GOAL_LEVEL] =
        "SELECT p.level FROM progress p WHERE p.goal_id = $1 AND p.side = 'employee'"
        " AND p.level IS NOT NULL{see progress p} ORDER BY p.day DESC, p.number DESC LIMIT 1",
    [QUERY_GOAL_APPLIED] =
        "SELECT 1 FROM evidence e WHERE e.goal_id = $1{see evidence e} LIMIT 1",
    [QUERY_PROGRESS_LAST] =
        "SELECT max(p.number) FROM progress p WHERE p.goal_id = $1{see progress p}",
    [QUERY_GOALS_UNALIGNED] = "SELECT count(*) FROM goal g WHERE g.objective_id IS NULL"
                              " AND g.stage NOT IN ('confident', 'dropped', 'lesson'){see goal g}",
    [QUERY_ANSWERS_OVER_TIME] =
        "SELECT {answer a}, {conversation c} FROM answer a"
        " JOIN conversation c ON c.id = a.conversation_id"
        " WHERE a.person_id = $1 AND a.question = $2"
        " AND (a.reflection_id IS NULL OR a.author_id = $3"
        " OR c.state IN ('held', 'acknowledged')){see answer a}{see conversation c}"
        " ORDER BY a.day DESC, a.side, a.folded, a.id LIMIT 200",
    [QUERY_EARLIER] =
        "SELECT a.text, a.number, a.day FROM answer a WHERE a.person_id = $1 AND a.question = $2"
        " AND a.side = $3 AND a.day <= $4 AND a.conversation_id <> $5"
        " AND (a.reflection_id IS NULL OR EXISTS (SELECT 1 FROM conversation c"
        " WHERE c.id = a.conversation_id AND c.state IN ('held', 'acknowledged'){see conversation c}))"
        "{see answer a} ORDER BY a.day DESC, a.id LIMIT 12",
    [QUERY_LAST_ASKED] = "SELECT a.day FROM answer a WHERE a.person_id = $1 AND a.question = $2"
                         " AND a.published = 'yes'{see answer a} ORDER BY a.day DESC LIMIT 1",
    [QUERY_POINTS_OPEN] =
        "SELECT {point p} FROM point p WHERE p.person_id = $1 AND p.state = 'open'"
        "{see point p} ORDER BY p.carried DESC, p.made, p.folded, p.id",
    [QUERY_MOMENTS_SINCE] =
        "SELECT {moment m} FROM moment m WHERE m.person_id = $1 AND m.day >= $2"
        "{see moment m} ORDER BY m.day DESC, m.folded, m.id LIMIT 100",
    [QUERY_WISHES_OPEN] =
        "SELECT {moment m} FROM moment m WHERE m.person_id = $1 AND m.kind = 'wish'"
        " AND m.reply IS NULL{see moment m} ORDER BY m.day, m.folded, m.id LIMIT 100",
    [QUERY_NOTES_SINCE] =
        "SELECT {note n} FROM note n WHERE n.person_id = $1 AND n.day >= $2"
        " AND n.author_id = $3{see note n} ORDER BY n.day DESC, n.folded, n.id LIMIT 100",
    [QUERY_HEARD_OPEN] =
        "SELECT {heard h} FROM heard h WHERE h.person_id = $1 AND h.author_id = $2"
        " AND h.state = 'open'{see heard h} ORDER BY h.day, h.folded, h.id LIMIT 100",
    [QUERY_LESSONS] =
        "WITH RECURSIVE part (id) AS (SELECT id FROM team WHERE id = $2"
        " UNION SELECT t.id FROM team t JOIN part ON t.parent_id = part.id)"
        " SELECT {moment m} FROM moment m JOIN person p ON p.id = m.person_id"
        " WHERE m.team = 'yes' AND m.day >= $1"
        " AND (CAST($2 AS BIGINT) = 0 OR p.team_id IN (SELECT id FROM part))"
        "{see moment m} ORDER BY m.day DESC, m.folded, m.id LIMIT 200",
    [QUERY_ANSWERS] = "SELECT {answer a} FROM answer a WHERE a.conversation_id = $1"
                      "{wait answer a} ORDER BY a.question, a.side",
    [QUERY_ANSWER] = "SELECT {answer a} FROM answer a WHERE a.conversation_id = $1"
                     " AND a.question = $2 AND a.side = $3{see answer a}",
    [QUERY_REFLECTION_OF] =
        "SELECT {reflection r} FROM reflection r WHERE r.conversation_id = $1"
        " AND r.author_id = $2{see reflection r} ORDER BY r.day DESC, r.id LIMIT 1",
    [QUERY_REFLECTIONS_OPEN] =
        "SELECT {reflection r} FROM reflection r WHERE r.author_id = $1 AND r.state = 'draft'"
        "{see reflection r} ORDER BY r.due NULLS LAST, r.day DESC, r.folded, r.id LIMIT 50",
    [QUERY_REFLECTION_ANSWERS] = "SELECT {answer a} FROM answer a WHERE a.reflection_id = $1"
                                 "{see answer a} ORDER BY a.question",
    [QUERY_REFLECTION_EARLIER] =
        "SELECT a.text, a.number, a.day FROM answer a WHERE a.person_id = $1 AND a.question = $2"
        " AND a.side = $3 AND a.day <= $4 AND (a.published = 'yes' OR a.author_id = $5)"
        " AND (a.side <> 'peer' OR a.author_id = $5)"
        " AND (a.reflection_id IS NULL OR a.reflection_id <> $6)"
        " AND (a.conversation_id IS NULL OR a.conversation_id <> $7){see answer a}"
        " ORDER BY a.day DESC, a.id LIMIT 12",
    [QUERY_ACTIONS_OF] = "SELECT {action a} FROM action a WHERE a.conversation_id = $1"
                         "{see action a} ORDER BY a.due NULLS LAST, a.folded, a.id",
    [QUERY_MOMENTS_OF] = "SELECT {moment m} FROM moment m WHERE m.conversation_id = $1"
                         "{see moment m} ORDER BY m.day, m.folded, m.id",
    [QUERY_HEARD_OF] = "SELECT {heard h} FROM heard h WHERE h.conversation_id = $1"
                       "{see heard h} ORDER BY h.day, h.folded, h.id",
    [QUERY_POINTS_OF] = "SELECT {point p} FROM point p WHERE p.conversation_id = $1"
                        "{see point p} ORDER BY p.made, p.folded, p.id",
    [QUERY_PERSON_NAME] = "SELECT handle, name FROM person WHERE id = $1",
    [QUERY_HANDLES_PERSON] = "SELECT handle FROM person WHERE handle IS NOT NULL",
    [QUERY_HANDLES_TEAM] = "SELECT handle FROM team WHERE handle IS NOT NULL",
    [QUERY_ASSIGNMENTS] = "SELECT {assignment a} FROM assignment a WHERE a.person_id = $1"
                          "{see assignment a} ORDER BY a.starts, a.id",
    [QUERY_ASSIGNMENTS_LED] = "SELECT {assignment a} FROM assignment a WHERE a.lead_id = $1"
                              "{see assignment a} ORDER BY a.person_id, a.starts, a.id",
    [QUERY_ABSENCE] = "SELECT {absence b} FROM absence b WHERE b.person_id = $1"
                      " AND b.starts <= $3 AND (b.ends IS NULL OR b.ends >= $2) AND b.id <> $4"
                      "{see absence b} ORDER BY b.starts LIMIT 1",
    [QUERY_CONVERSATIONS_OPEN] =
        "SELECT {conversation c} FROM conversation c WHERE c.person_id = $1"
        " AND c.state IN ('planned', 'prepared'){see conversation c} ORDER BY c.day, c.id",
    [QUERY_POSTPONEMENTS] = "SELECT {postponement p} FROM postponement p"
                            " WHERE p.conversation_id = $1{see postponement p}"
                            " ORDER BY p.made, p.until, p.id",
    [QUERY_LEAD_DAY] = "SELECT count(*) FROM conversation c WHERE c.lead_id = $1 AND c.day = $2"
                       " AND c.state IN ('planned', 'prepared'){see conversation c}",
    [QUERY_RHYTHMS] =
        "SELECT p.cadence, p.team_id, count(*) FROM person_state s"
        " JOIN person p ON p.id = s.person_id WHERE s.lead_id = $1"
        " AND (s.ends IS NULL OR s.ends >= $2) GROUP BY p.cadence, p.team_id",
    [QUERY_SILENCES] =
        "SELECT s.person_id, p.handle, p.name, s.last_day FROM person_state s"
        " JOIN person p ON p.id = s.person_id WHERE s.lead_id = $1"
        " AND (s.ends IS NULL OR s.ends >= $2) AND NOT EXISTS (SELECT 1 FROM absence b"
        " WHERE b.person_id = s.person_id AND b.starts <= $2 AND (b.ends IS NULL OR b.ends >= $2)"
        "{see absence b})"
        " ORDER BY s.last_day NULLS FIRST, p.folded, s.person_id LIMIT 200",
    [QUERY_TEAM_CADENCE] = "SELECT t.cadence, t.parent_id FROM team t WHERE t.id = $1{see team t}",
    [QUERY_FORMAL] =
        "SELECT count(*) FROM conversation f WHERE f.person_id = $1 AND f.day >= $3"
        " AND f.day <= $2 AND f.formal = 'yes' AND f.state IN ('held', 'acknowledged')"
        "{see conversation f}",
    [QUERY_FORMAL_LAST] = "SELECT f.day FROM conversation f WHERE f.person_id = $1"
                          " AND f.formal = 'yes' AND f.state IN ('held', 'acknowledged')"
                          "{see conversation f} ORDER BY f.day DESC LIMIT 1",
    [QUERY_WATCH] =
        "SELECT s.person_id, p.handle, p.name, coalesce(p.starts, p.made),"
        " (SELECT count(*) FROM conversation f WHERE f.person_id = s.person_id AND f.day >= $3"
        " AND f.day <= $2 AND f.formal = 'yes' AND f.state IN ('held', 'acknowledged')"
        "{see conversation f}), s.last_day, b.starts, b.ends, s.lead_id"
        " FROM person_state s JOIN person p ON p.id = s.person_id JOIN person l ON l.id = s.lead_id"
        " LEFT JOIN absence b ON b.person_id = s.person_id AND b.starts <= $2"
        " AND (b.ends IS NULL OR b.ends >= $2){see absence b}"
        " WHERE s.lead_id > 0 AND s.lead_id <> $1 AND (s.ends IS NULL OR s.ends >= $2){standing s}"
        " ORDER BY l.folded, s.lead_id, p.folded, s.person_id",
    [QUERY_HR] = "SELECT id FROM person WHERE hr = 'yes' AND (ends IS NULL OR ends >= $1) ORDER BY id",
    [QUERY_TEAM_PEOPLE] = "SELECT id FROM person WHERE team_id = $1",
    [QUERY_TEAM_TEAMS] = "SELECT id FROM team WHERE parent_id = $1",
    [QUERY_ROLES] = "SELECT (SELECT s.lead_id FROM person_state s WHERE s.person_id = $1), h.hr"
                    " FROM person h WHERE h.id = $2",
    [QUERY_GOAL_STAGES] =
        "SELECT f.field, f.before, f.after, c.who_id, c.id"
        " FROM change_field f JOIN change c ON c.id = f.change_id"
        " WHERE f.record_id = $1 AND f.entity = 'goal' AND f.field IN ('stage', 'moved')"
        " AND c.undone = 0 AND c.undoes_id IS NULL"
        " ORDER BY c.at DESC, c.id DESC, f.sequence DESC LIMIT $2",
    [QUERY_SHUT] = "SELECT max(c.at) FROM change_field f JOIN change c ON c.id = f.change_id"
                   " WHERE f.record_id = $1 AND f.entity = $2 AND f.field = $3 AND f.before = $4",
    [QUERY_TOUCHED] = "SELECT 1 FROM change_field f"
                      " WHERE f.record_id = $1 AND f.entity = $2 AND f.field = $3 LIMIT 1",
    [QUERY_STATE_SAVE] =
        "INSERT INTO person_state (person_id, lead_id, last_day, last_id, due, planned_id,"
        " planned_day, attend, ends, planned_away, postponed,"
        " formal_day, formal) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"
        " ON CONFLICT (person_id) DO UPDATE SET lead_id = excluded.lead_id,"
        " last_day = excluded.last_day, last_id = excluded.last_id, due = excluded.due,"
        " planned_id = excluded.planned_id, planned_day = excluded.planned_day,"
        " attend = excluded.attend, ends = excluded.ends, planned_away = excluded.planned_away,"
        " postponed = excluded.postponed, formal_day = excluded.formal_day,"
        " formal = excluded.formal",
    [QUERY_STATE_DROP] = "DELETE FROM person_state WHERE person_id = $1",
    /* clang-format off */
    [QUERY_AGENDA_LED] =
        AGENDA("'led'", "1", "p.id", "p.lead_id", "0", "coalesce(p.ends, " FOREVER ")", NOTHING,
               "person p WHERE p.lead_id IS NOT NULL{one person p}"),
    [QUERY_AGENDA_AWAY] =
        AGENDA("'away'", "0", "b.id", "b.person_id", "b.starts", "coalesce(b.ends, " FOREVER ")", NOTHING,
               "absence b WHERE b.starts IS NOT NULL{one absence b}"),
    [QUERY_AGENDA_ACTION] =
        AGENDA("'action'", "0", "a.id", "a.owner_id", "a.due", FOREVER, "a.person_id",
               "action a WHERE a.state = 'open' AND a.due IS NOT NULL{one action a}"),
    [QUERY_AGENDA_PROMISED] =
        AGENDA("'promised'", "0", "a.id", "a.person_id", "a.due", FOREVER, "a.owner_id",
               "action a WHERE a.state = 'open' AND a.due IS NOT NULL"
               " AND a.owner_id <> a.person_id{one action a}"),
    [QUERY_AGENDA_STEP] =
        AGENDA("'step'", "0", "g.id", "g.person_id", "g.step_by", FOREVER, NOTHING,
               "goal g WHERE " GOAL_IS_OPEN " AND g.step_by IS NOT NULL{one goal g}"),
    [QUERY_AGENDA_STILL] =
        AGENDA("'still'", "0", "g.id", "g.person_id",
               "(SELECT coalesce(max(m.day), g.made, 0) FROM (SELECT g.moved AS day"
               " UNION ALL SELECT g.stepped" MOVEMENTS("g.id", "", "", "") ") AS m)",
               FOREVER, "g.step_by", "goal g WHERE " GOAL_IS_OPEN "{one goal g}"),
    /* Put off, a proposal asks again two weeks later. */
    [QUERY_AGENDA_ANSWER] =
        AGENDA("'answer'", "0", "l.id", "l.person_id", "coalesce(l.answered + 14, l.made, 0)", FOREVER,
               "l.proposed_by_id", "learning l WHERE l.state = 'proposed'{one learning l}"),
    /* As long as it is looked back on. */
    [QUERY_AGENDA_DEBRIEF] =
        AGENDA("'debrief'", "0", "l.id", "l.person_id", "l.ends", "l.ends + 89", NOTHING,
               "learning l WHERE l.state IN ('planned', 'running', 'finished')"
               " AND l.ends IS NOT NULL AND l.debriefed IS NULL AND NOT EXISTS (SELECT 1"
               " FROM conversation c WHERE c.person_id = l.person_id AND c.day >= l.ends"
               " AND c.format = 'debrief' AND c.state NOT IN ('missed', 'cancelled')){one learning l}"),
    /* Sixty days before its end, thirty after. */
    [QUERY_AGENDA_CERTIFICATE] =
        AGENDA("'certificate'", "0", "l.id", "l.person_id", "l.valid_until - 60", "l.valid_until + 29",
               NOTHING, "learning l WHERE l.valid_until IS NOT NULL{one learning l}"),
    /* Nobody looks ahead at what has begun. */
    [QUERY_AGENDA_CHECKPOINT] =
        AGENDA("'checkpoint-' || c.kind", "0", "c.id", "c.person_id", "c.day",
               "CASE WHEN c.kind = 'before' THEN coalesce(l.starts, l.ends, -1) ELSE " FOREVER " END",
               "c.learning_id", "checkpoint c JOIN learning l ON l.id = c.learning_id"
               " WHERE c.state = 'open' AND c.day IS NOT NULL{one checkpoint c}"),
    [QUERY_AGENDA_HEARD] =
        AGENDA("'heard'", "1", "h.id", "h.author_id", "coalesce(h.day, 0)", FOREVER, NOTHING,
               "heard h WHERE h.state = 'open'{one heard h}"),
    [QUERY_AGENDA_DRAFT] =
        AGENDA("'draft'", "1", "r.id", "r.author_id", "0", FOREVER, NOTHING,
               "reflection r WHERE r.state = 'draft'{one reflection r}"),
    [QUERY_AGENDA_CONSENT] =
        AGENDA("'consent'", "1", "r.id", "r.person_id", "0", FOREVER, NOTHING,
               "reflection r WHERE r.state = 'waiting'{one reflection r}"),
    /* clang-format on */
    [QUERY_AGENDA_DROP] = "DELETE FROM agenda WHERE record_id = $1",
    [QUERY_DRAFT_SAVE] =
        "INSERT INTO draft (author_id, place, session, at, revision, text)"
        " VALUES ($1, $2, $3, $4, $5, $6)"
        " ON CONFLICT (author_id, place, session) DO UPDATE SET at = excluded.at,"
        " revision = excluded.revision, text = excluded.text",
    [QUERY_DRAFT_GET] = "SELECT place, text, at, revision, session FROM draft"
                        " WHERE author_id = $1 AND place = $2"
                        " ORDER BY CASE WHEN session = $3 THEN 0 ELSE 1 END, at DESC, session"
                        " LIMIT 1",
    [QUERY_DRAFT_LIST] = "SELECT place, text, at, revision, session FROM draft"
                         " WHERE author_id = $1 ORDER BY at DESC, place, session LIMIT 200",
    [QUERY_COUNT_DRAFTS] = "SELECT count(*) FROM draft WHERE author_id = $1",
    [QUERY_DRAFT_THERE] = "SELECT 1 FROM draft WHERE author_id = $1 AND place = $2"
                          " AND session = $3",
    [QUERY_DRAFT_TAKE] = "UPDATE draft SET session = $4 WHERE author_id = $1 AND place = $2"
                         " AND session = $3",
    [QUERY_DRAFT_DROP] = "DELETE FROM draft WHERE author_id = $1 AND place = $2"
                         " AND session = $3",
};

static const struct groei_table *table_called(const struct store_schema *schema, const char *name,
                                              size_t length)
{
	for (size_t i = 0; i < schema->count; i++) {
		if (strlen(schema->tables[i]->name) == length &&
		    memcmp(schema->tables[i]->name, name, length) == 0)
			return schema->tables[i];
	}
	return NULL;
}

/* "window": what follows after ($2, $3, $6, $4) in a branch of the timeline, $5 of them. */
static void window(struct groei_buffer *sql)
{
	groei_buffer_text(sql,
	                  "day < $2 OR (day = $2 AND (kind > CAST($3 AS BIGINT) OR (kind ="
	                  " CAST($3 AS BIGINT) AND (title > CAST($6 AS TEXT) OR (title ="
	                  " CAST($6 AS TEXT) AND id > $4))))) ORDER BY day DESC, title, id"
	                  " LIMIT CAST($5 AS BIGINT)");
}

enum reach { ONE_RECORD, ALL_RECORDS };

/* What a token's words stand for; its last word starts with the alias of one letter. */
static void token(const struct store_schema *schema, const struct sight *sight, enum reach reach,
                  const char *words, size_t length, struct groei_buffer *sql)
{
	size_t verb = strcspn(words, " }"), alias = length;
	bool rows = verb == 3 && memcmp(words, "see", 3) == 0;
	bool own = verb == 3 && memcmp(words, "own", 3) == 0;
	bool waiting = verb == 4 && memcmp(words, "wait", 4) == 0;
	bool column = verb == 4 && memcmp(words, "only", 4) == 0;
	bool one = verb == 3 && memcmp(words, "one", 3) == 0;
	const char *name = rows || own || waiting || column || one ? words + verb + 1 : words;
	const struct groei_table *table = table_called(schema, name, strcspn(name, " "));
	char prefix[3] = ".";

	if (verb == 6 && memcmp(words, "window", 6) == 0) {
		window(sql);
		return;
	}
	while (words[alias - 1] != ' ')
		alias--;
	prefix[0] = words[alias];
	prefix[1] = '.';
	if (verb == 8 && memcmp(words, "standing", 8) == 0)
		sight_standing(sql, sight, prefix);
	else if (table == NULL)
		return;
	else if (one && reach == ONE_RECORD)
		groei_buffer_print(sql, " AND %sid = $1", prefix);
	else if (rows)
		sight_rows(sql, sight, table, prefix);
	else if (own)
		sight_own(sql, sight, prefix);
	else if (waiting)
		sight_rows_waiting(sql, sight, table, prefix);
	else if (!column && !one)
		record_columns(sql, sight, table, prefix);
	for (size_t i = 0; column && i < table->field_count; i++) {
		const struct groei_field *field = &table->fields[i];

		if (strlen(field->name) == length - alias - 2 &&
		    memcmp(field->name, words + alias + 2, length - alias - 2) == 0)
			sight_column(sql, sight, table, field, prefix);
	}
}

static void expand(const struct store_schema *schema, const struct sight *sight, enum reach reach,
                   enum query which, struct groei_buffer *sql)
{
	const char *text = texts[which];
	const char *open;

	while ((open = strchr(text, '{')) != NULL) {
		size_t length = strcspn(open + 1, "}");

		groei_buffer_add(sql, text, (size_t)(open - text));
		token(schema, sight, reach, open + 1, length, sql);
		text = open + length + 2;
	}
	groei_buffer_text(sql, text);
}

void query_text(const struct store_schema *schema, const struct sight *sight, enum query which,
                struct groei_buffer *sql)
{
	expand(schema, sight, ONE_RECORD, which, sql);
}

void query_agenda_all(const struct store_schema *schema, struct groei_buffer *sql)
{
	const struct sight whole = {SIGHT_WHOLE, 0};

	for (enum query which = QUERY_AGENDA_LED; which < QUERY_AGENDA_DROP; which++) {
		expand(schema, &whole, ALL_RECORDS, which, sql);
		groei_buffer_text(sql, ";");
	}
}

enum groei_status query(struct store *store, enum query which, struct db_statement **statement_out)
{
	struct groei_buffer sql = {0};
	struct sight sight = store_sight(store);
	enum groei_status status;

	query_text(store->schema, &sight, which, &sql);
	status = store_result(store, db_prepare(store->db, sql.data, statement_out));
	groei_buffer_free(&sql);
	return status;
}

const char *query_word(struct db_statement *row, int column)
{
	const char *text = db_text(row, column);

	return text == NULL ? "" : text;
}

int32_t query_optional(struct db_statement *row, int column)
{
	return db_is_null(row, column) ? GROEI_NONE : (int32_t)db_int(row, column);
}

void query_bind_optional(struct db_statement *statement, int n, int32_t value)
{
	if (value == GROEI_NONE)
		db_bind_null(statement, n);
	else
		db_bind_int(statement, n, value);
}

void query_bind_ref(struct db_statement *statement, int n, int64_t id)
{
	if (id == 0)
		db_bind_null(statement, n);
	else
		db_bind_int(statement, n, id);
}

enum groei_status query_finish(struct store *store, struct db_statement *statement)
{
	return store_result(store, db_step(statement));
}
