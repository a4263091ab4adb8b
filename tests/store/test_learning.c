/* Learning activities and their checkpoints: days over leap days and year ends, what moves, what stays, undo,
 * and what Today asks of it. */
#include "store/core.h"

#include <groei/learning.h>

static int32_t day(const char *iso)
{
	const char *why;
	int32_t found;

	assert_true(groei_day_parse(iso, TODAY, &found, &why));
	return found;
}

static int64_t add_learning(struct groei *groei, int64_t person, const char *title,
                            const char *starts, const char *ends)
{
	struct learning learning;

	groei_record_clear(groei_table(GROEI_LEARNING), &learning);
	learning.person = person;
	learning.title = title;
	learning.starts = starts == NULL ? GROEI_NO_DAY : day(starts);
	learning.ends = ends == NULL ? GROEI_NO_DAY : day(ends);
	assert_done(groei, groei_add(groei, GROEI_LEARNING, &learning));
	return learning.id;
}

static struct learning get_learning(struct groei *groei, struct groei_arena *arena, int64_t id)
{
	struct learning learning;

	assert_done(groei, groei_get(groei, arena, GROEI_LEARNING, id, &learning));
	return learning;
}

/* "before 2026-12-02 open, day-14 …" by kind. */
static const char *points(struct groei *groei, struct groei_arena *arena, int64_t learning)
{
	const struct groei_table *table = groei_table(GROEI_CHECKPOINT);
	const struct groei_query all = {
	    .scope = GROEI_ALL, .condition = {{"learning", learning}}, .limit = 100};
	const char *text = "";
	void *records = NULL;
	size_t count = 0;

	assert_done(groei, groei_list(groei, arena, GROEI_CHECKPOINT, &all, &records, &count));
	for (int32_t kind = 0; kind < CHECKPOINT_KINDS; kind++) {
		for (size_t i = 0; i < count; i++) {
			const struct checkpoint *point = (struct checkpoint *)records + i;
			char iso[GROEI_DATE_SIZE];

			if (point->kind == kind)
				text = groei_arena_print(arena, "%s%s%s %s", text, *text ? ", " : "",
				                         groei_day_iso(point->day, iso),
				                         groei_field(table, "state")->choices[point->state].code);
		}
	}
	return text;
}

static int64_t point_of(struct groei *groei, struct groei_arena *arena, int64_t learning,
                        enum checkpoint_kind kind)
{
	const struct groei_query all = {.scope = GROEI_ALL,
	                                .condition = {{"learning", learning}, {"kind", (int64_t)kind}},
	                                .limit = 100};
	void *records = NULL;
	size_t count = 0;

	assert_done(groei, groei_list(groei, arena, GROEI_CHECKPOINT, &all, &records, &count));
	assert_int_equal(count, 1);
	return ((struct checkpoint *)records)->id;
}

static void checkpoints_are_made_with_the_dates(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");
	struct rows before = rows_now(groei);
	int64_t id = add_learning(groei, amir, "no dates", NULL, NULL);

	assert_string_equal(points(groei, arena, id), "");
	/* 2027-12-01 and 90 days is a leap day; a year end lies between. */
	id = add_learning(groei, amir, "SQL", "2027-11-24", "2027-12-01");
	assert_string_equal(points(groei, arena, id),
	                    "2027-11-21 open, 2027-12-15 open, 2027-12-31 open, 2028-01-30 open, "
	                    "2028-02-29 open");
	/* One day stands for the other that is not known. */
	id = add_learning(groei, amir, "one evening", NULL, "2028-02-15");
	assert_string_equal(points(groei, arena, id),
	                    "2028-02-12 open, 2028-02-29 open, 2028-03-16 open, 2028-04-15 open, "
	                    "2028-05-15 open");
	id = add_learning(groei, amir, "coaching", "2027-01-04", NULL);
	assert_string_equal(points(groei, arena, id),
	                    "2027-01-01 open, 2027-01-18 open, 2027-02-03 open, 2027-03-05 open, "
	                    "2027-04-04 open");
	/* Tomorrow: the one before is for today. One that ended long ago asks nothing. */
	id = add_learning(groei, amir, "tomorrow", "2026-12-02", "2026-12-02");
	assert_string_equal(points(groei, arena, id),
	                    "2026-12-01 open, 2026-12-16 open, 2027-01-01 open, 2027-01-31 open, "
	                    "2027-03-02 open");
	id = add_learning(groei, amir, "last month", "2026-10-26", "2026-11-01");
	assert_string_equal(points(groei, arena, id),
	                    "2026-10-23 skipped, 2026-11-15 skipped, 2026-12-01 open, "
	                    "2026-12-31 open, 2027-01-30 open");
	/* One command each, so one undo takes the activity and its five along. */
	for (int i = 0; i < 6; i++) {
		struct change change;

		assert_done(groei, groei_undo(groei, arena, &change));
	}
	before.of[GROEI_ENTITIES] = rows_now(groei).of[GROEI_ENTITIES];
	before.of[GROEI_ENTITIES + 1] = rows_now(groei).of[GROEI_ENTITIES + 1];
	assert_rows(groei, before);
	groei_arena_close(arena);
	groei_close(groei);
}

static void open_checkpoints_move_with_the_dates(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");
	int64_t id = add_learning(groei, amir, "SQL", "2026-12-14", "2026-12-18");
	struct learning before, after;
	struct change change;
	struct rows rows;

	assert_done(groei, groei_checkpoint_done(groei, point_of(groei, arena, id, CHECKPOINT_BEFORE),
	                                         "why and what"));
	assert_done(groei, groei_checkpoint_skip(groei, point_of(groei, arena, id, CHECKPOINT_DAY_60),
	                                         "on holiday"));
	rows = rows_now(groei);
	assert_status(groei,
	              groei_checkpoint_skip(groei, point_of(groei, arena, id, CHECKPOINT_DAY_14), ""),
	              GROEI_INVALID);
	assert_reason(groei, "note", "--reason");
	assert_status(groei,
	              groei_checkpoint_done(groei, point_of(groei, arena, id, CHECKPOINT_DAY_60), NULL),
	              GROEI_INVALID);
	before = get_learning(groei, arena, id);
	after = before;
	after.ends = day("2026-12-13");
	assert_status(groei, groei_edit(groei, GROEI_LEARNING, &before, &after), GROEI_INVALID);
	assert_reason(groei, "ends", "before the first day");
	assert_rows(groei, rows);
	after.starts = day("2027-11-29");
	after.ends = day("2027-12-01");
	assert_done(groei, groei_edit(groei, GROEI_LEARNING, &before, &after));
	assert_string_equal(points(groei, arena, id),
	                    "2026-12-11 done, 2027-12-15 open, 2027-12-31 open, 2027-02-16 skipped, "
	                    "2028-02-29 open");
	/* Without days there is nothing to look back on; with days again it is. */
	before = get_learning(groei, arena, id);
	after = before;
	after.starts = after.ends = GROEI_NO_DAY;
	assert_done(groei, groei_edit(groei, GROEI_LEARNING, &before, &after));
	assert_string_equal(points(groei, arena, id),
	                    "2026-12-11 done, 2027-12-15 skipped, 2027-12-31 skipped, "
	                    "2027-02-16 skipped, 2028-02-29 skipped");
	before = get_learning(groei, arena, id);
	after = before;
	after.ends = day("2027-12-02");
	assert_done(groei, groei_edit(groei, GROEI_LEARNING, &before, &after));
	assert_string_equal(points(groei, arena, id),
	                    "2026-12-11 done, 2027-12-16 open, 2028-01-01 open, 2027-02-16 skipped, "
	                    "2028-03-01 open");
	assert_done(groei, groei_undo(groei, arena, &change));
	assert_done(groei, groei_undo(groei, arena, &change));
	assert_string_equal(points(groei, arena, id),
	                    "2026-12-11 done, 2027-12-15 open, 2027-12-31 open, 2027-02-16 skipped, "
	                    "2028-02-29 open");
	groei_arena_close(arena);
	groei_close(groei);
}

static void an_activity_begins_finishes_and_stops(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir"), goal = add_goal(groei, amir, "SQL");
	int64_t id = add_learning(groei, amir, "SQL", NULL, NULL), other;
	const struct learning_end end = {.day = GROEI_NO_DAY,
	                                 .exam = EXAM_PASSED,
	                                 .certificate = "SQL-1",
	                                 .valid_until = TODAY + 400,
	                                 .hours_used = 20};
	struct learning learning = get_learning(groei, arena, id), after = learning;
	struct learning_sum sum = {0};
	struct goal still;
	struct rows rows;

	after.goal = goal;
	after.cost = 1200;
	after.hours = 24;
	assert_done(groei, groei_edit(groei, GROEI_LEARNING, &learning, &after));
	rows = rows_now(groei);
	assert_status(groei, groei_learning_begin(groei, id, TODAY + 1), GROEI_INVALID);
	assert_reason(groei, "starts", "ahead");
	assert_status(groei, groei_learning_answer(groei, id, ANSWER_YES, NULL), GROEI_INVALID);
	assert_reason(groei, "state", "planned");
	assert_rows(groei, rows);
	assert_done(groei, groei_learning_begin(groei, id, TODAY - 10));
	assert_status(groei, groei_learning_begin(groei, id, TODAY), GROEI_INVALID);
	groei_close(groei);
	groei = open_at(state, TODAY + 30);
	assert_done(groei, groei_learning_finish(groei, id, &end));
	assert_string_equal(points(groei, arena, id),
	                    "2026-11-18 skipped, 2027-01-14 open, 2027-01-30 open, "
	                    "2027-03-01 open, 2027-03-31 open");
	learning = get_learning(groei, arena, id);
	assert_int_equal(learning.state, LEARNING_FINISHED);
	assert_int_equal(learning.starts, TODAY - 10);
	assert_int_equal(learning.ends, TODAY + 30);
	assert_int_equal(learning.valid_until, TODAY + 400);
	assert_string_equal(learning.certificate, "SQL-1");
	/* Learning is not yet applying. */
	assert_done(groei, groei_get(groei, arena, GROEI_GOAL, goal, &still));
	assert_int_equal(still.stage, GOAL_NEED);
	assert_int_equal(still.moved, TODAY);
	assert_status(groei, groei_learning_stop(groei, id, "too late"), GROEI_INVALID);

	other = add_learning(groei, amir, "Python", "2027-03-01", "2027-03-02");
	assert_status(groei, groei_learning_stop(groei, other, ""), GROEI_INVALID);
	assert_reason(groei, "reply", "--reason");
	assert_done(groei, groei_learning_stop(groei, other, "no time now"));
	assert_string_equal(points(groei, arena, other),
	                    "2027-02-26 skipped, 2027-03-16 skipped, 2027-04-01 skipped, "
	                    "2027-05-01 skipped, 2027-05-31 skipped");
	/* Sums are of what runs, ran or will. */
	learning = get_learning(groei, arena, other);
	after = learning;
	after.goal = goal;
	after.cost = 500;
	assert_done(groei, groei_edit(groei, GROEI_LEARNING, &learning, &after));
	assert_done(groei, groei_learning_sum(groei, goal, &sum));
	assert_int_equal(sum.count, 1);
	assert_int_equal(sum.hours, 24);
	assert_int_equal(sum.hours_used, 20);
	assert_int_equal(sum.cost, 1200);
	groei_arena_close(arena);
	groei_close(groei);
}

static void a_proposal_is_answered(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");
	struct learning wish, mine;

	groei_record_clear(groei_table(GROEI_LEARNING), &mine);
	mine.person = amir;
	mine.title = "Facilitation";
	mine.ends = TODAY + 20;
	assert_done(groei, groei_learning_propose(groei, &mine));
	assert_true(mine.proposed_by == groei_who(groei));
	assert_string_equal(points(groei, arena, mine.id), "");
	/* The employee's own "not now" needs no reason; it stays proposed. */
	assert_done(groei, groei_learning_answer(groei, mine.id, ANSWER_LATER, NULL));
	mine = get_learning(groei, arena, mine.id);
	assert_int_equal(mine.state, LEARNING_PROPOSED);
	assert_int_equal(mine.answered, TODAY);
	assert_done(groei, groei_learning_answer(groei, mine.id, ANSWER_YES, "after all"));
	mine = get_learning(groei, arena, mine.id);
	assert_int_equal(mine.state, LEARNING_PLANNED);
	assert_string_equal(mine.reply, "after all");
	assert_string_not_equal(points(groei, arena, mine.id), "");

	/* A lead owes the employee a reason. */
	wish = mine;
	wish.id = 0;
	wish.state = LEARNING_PROPOSED;
	wish.proposed_by = amir;
	wish.reply = NULL;
	assert_done(groei, groei_add(groei, GROEI_LEARNING, &wish));
	assert_status(groei, groei_learning_answer(groei, wish.id, ANSWER_NO, NULL), GROEI_INVALID);
	assert_reason(groei, "reply", "--reason");
	assert_done(groei, groei_learning_answer(groei, wish.id, ANSWER_NO, "next year's budget"));
	wish = get_learning(groei, arena, wish.id);
	assert_int_equal(wish.state, LEARNING_DECLINED);
	assert_status(groei, groei_learning_answer(groei, wish.id, ANSWER_YES, NULL), GROEI_INVALID);
	groei_arena_close(arena);
	groei_close(groei);
}

static void removing_takes_the_open_checkpoints(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");
	int64_t id = add_learning(groei, amir, "SQL", "2027-02-01", "2027-02-05");
	struct rows rows = rows_now(groei);
	struct change change;

	assert_done(groei, groei_remove(groei, GROEI_LEARNING, id));
	assert_string_equal(points(groei, arena, id), "");
	assert_done(groei, groei_undo(groei, arena, &change));
	assert_int_equal(rows_now(groei).of[GROEI_CHECKPOINT], rows.of[GROEI_CHECKPOINT]);
	assert_string_equal(points(groei, arena, id),
	                    "2027-01-29 open, 2027-02-19 open, 2027-03-07 open, 2027-04-06 open, "
	                    "2027-05-06 open");
	/* What took place is no draft: it keeps the activity. */
	assert_done(groei, groei_checkpoint_done(groei, point_of(groei, arena, id, CHECKPOINT_DAY_14),
	                                         NULL));
	rows = rows_now(groei);
	assert_status(groei, groei_remove(groei, GROEI_LEARNING, id), GROEI_CONFLICT);
	assert_rows(groei, rows);
	groei_arena_close(arena);
	groei_close(groei);
}

/* "need day-from-now" of all that Today asks about learning. */
static const char *asked(struct groei *groei, struct groei_arena *arena)
{
	const char *text = "";
	struct today today;

	assert_done(groei, groei_today_read(groei, arena, &today));
	for (size_t i = 0; i < today.count; i++) {
		if (today.items[i].kind == TODAY_LEARNING)
			text = groei_arena_print(arena, "%s%s%d %d", text, *text ? ", " : "",
			                         (int)today.items[i].learning.need,
			                         (int)(today.items[i].day - TODAY));
	}
	return text;
}

static void today_asks_what_learning_needs(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t sanne = groei_who(groei), amir = add_person(groei, "amir", "Amir");
	int64_t id = add_learning(groei, amir, "SQL", "2026-12-08", "2026-12-10");
	int64_t own = add_learning(groei, sanne, "Coaching", "2027-06-01", "2027-06-02");
	struct conversation talk, debrief;
	struct learning before, after;

	assert_string_equal(asked(groei, arena), "0 4"); /* three days before */
	groei_close(groei);
	/* The end has come, though nobody said so; nobody looks ahead at it any more. */
	groei = open_at(state, TODAY + 9);
	assert_string_equal(asked(groei, arena), "1 9");
	talk = add_talk(groei, amir, TODAY + 12, "growth");
	assert_string_equal(asked(groei, arena), "1 9");
	debrief = talk;
	debrief.format = FORMAT_DEBRIEF;
	assert_done(groei, groei_edit(groei, GROEI_CONVERSATION, &talk, &debrief));
	assert_string_equal(asked(groei, arena), "");
	talk = debrief;
	talk.state = CONVERSATION_CANCELLED;
	assert_done(groei, groei_edit(groei, GROEI_CONVERSATION, &debrief, &talk));
	assert_string_equal(asked(groei, arena), "1 9");
	assert_done(groei, groei_learning_debriefed(groei, id));
	assert_status(groei, groei_learning_debriefed(groei, id), GROEI_INVALID);
	assert_string_equal(asked(groei, arena), "");
	/* A certificate of my own that ends. */
	before = get_learning(groei, arena, own);
	after = before;
	after.valid_until = TODAY + 9 + 61;
	assert_done(groei, groei_edit(groei, GROEI_LEARNING, &before, &after));
	assert_string_equal(asked(groei, arena), "");
	groei_close(groei);
	groei = open_at(state, TODAY + 10);
	assert_string_equal(asked(groei, arena), "2 70");
	groei_arena_close(arena);
	groei_close(groei);
}

static void evidence_is_confirmed_and_collected(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir"), noor = add_person(groei, "noor", "Noor");
	int64_t goal = add_goal(groei, amir, "SQL"), others = add_goal(groei, noor, "Python");
	int64_t id = add_learning(groei, amir, "SQL", "2026-12-08", "2026-12-10");
	struct evidence evidence;
	struct portfolio portfolio;

	groei_record_clear(groei_table(GROEI_EVIDENCE), &evidence);
	evidence.goal = goal;
	evidence.title = "Query review";
	evidence.learning = add_learning(groei, noor, "Python", NULL, NULL);
	assert_status(groei, groei_add(groei, GROEI_EVIDENCE, &evidence), GROEI_INVALID);
	assert_reason(groei, "learning", "somebody else's");
	evidence.learning = id;
	assert_done(groei, groei_add(groei, GROEI_EVIDENCE, &evidence));
	assert_true(evidence.person == amir);
	assert_done(groei, groei_evidence_confirm(groei, evidence.id));
	assert_status(groei, groei_evidence_confirm(groei, evidence.id), GROEI_INVALID);
	assert_done(groei, groei_portfolio(groei, arena, amir, &portfolio));
	assert_int_equal(portfolio.goal_count, 1);
	assert_int_equal(portfolio.evidence_count, 1);
	assert_int_equal(portfolio.evidence[0].confirmed, TODAY);
	assert_int_equal(portfolio.learning_count, 1); /* the plan of a person is on the page too */
	assert_int_equal(portfolio.learning[0].state, LEARNING_PLANNED);
	assert_done(groei, groei_learning_begin(groei, id, GROEI_NO_DAY));
	assert_done(groei, groei_portfolio(groei, arena, amir, &portfolio));
	assert_int_equal(portfolio.learning_count, 1);
	assert_int_equal(portfolio.learning[0].state, LEARNING_RUNNING);
	assert_done(groei, groei_learning_stop(groei, id, "other work came first"));
	assert_done(groei, groei_portfolio(groei, arena, amir, &portfolio));
	assert_int_equal(portfolio.learning_count, 0);
	assert_status(groei, groei_portfolio(groei, arena, others, &portfolio), GROEI_NOT_FOUND);
	groei_arena_close(arena);
	groei_close(groei);
}

int main(void)
{
	cmocka_set_message_output(CM_OUTPUT_TAP);
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(checkpoints_are_made_with_the_dates),
	    cmocka_unit_test(open_checkpoints_move_with_the_dates),
	    cmocka_unit_test(an_activity_begins_finishes_and_stops),
	    cmocka_unit_test(a_proposal_is_answered),
	    cmocka_unit_test(removing_takes_the_open_checkpoints),
	    cmocka_unit_test(today_asks_what_learning_needs),
	    cmocka_unit_test(evidence_is_confirmed_and_collected),
	};
	return support_run(ON_BOTH, tests, COUNT(tests));
}
