/* Conversations and answers: what may be planned, how each kind of question is answered, who is told
 * of a conflict, and what stands beside a question. */
#include "store/core.h"

/* --- planning ------------------------------------------------------------------------------ */

static void a_plan_is_filled_in(void **state)
{
	struct groei *groei = open_fresh(state);
	int64_t amir = add_person(groei, "amir", "Amir");
	struct conversation talk = add_talk(groei, amir, TODAY + 3, NULL);

	assert_true(talk.lead == groei_who(groei));
	assert_string_equal(talk.template, "growth");
	assert_int_equal(talk.format, FORMAT_GROWTH);
	assert_int_equal(talk.state, CONVERSATION_PLANNED);
	talk = add_talk(groei, amir, TODAY + 9, "checkin");
	assert_int_equal(talk.format, FORMAT_CHECK_IN);
	groei_close(groei);
}

static void a_chosen_format_stays(void **state)
{
	static const struct {
		int32_t format;
		const char *template;
		const char *expected;
	} rows[] = {{FORMAT_CHECK_IN, NULL, "checkin"}, {FORMAT_REVIEW, NULL, "review"},
	            {FORMAT_START, NULL, "start"},     {FORMAT_MOMENT, "checkin", "checkin"},
	            {FORMAT_REVIEW, "growth", "growth"}};
	struct groei *groei = open_fresh(state);
	int64_t amir = add_person(groei, "amir", "Amir");
	struct conversation talk, edited;

	for (size_t i = 0; i < COUNT(rows); i++) {
		groei_record_clear(groei_table(GROEI_CONVERSATION), &talk);
		talk.person = amir;
		talk.day = TODAY + (int)i;
		talk.format = rows[i].format;
		talk.template = rows[i].template;
		assert_done(groei, groei_add(groei, GROEI_CONVERSATION, &talk));
		assert_int_equal(talk.format, rows[i].format);
		assert_string_equal(talk.template, rows[i].expected);
	}
	/* Another template brings its format. */
	edited = talk;
	edited.template = "checkin";
	assert_done(groei, groei_edit(groei, GROEI_CONVERSATION, &talk, &edited));
	assert_int_equal(edited.format, FORMAT_CHECK_IN);
	groei_close(groei);
}

static void bad_plans_are_refused_with_their_field(void **state)
{
	struct groei *groei = open_fresh(state);
	int64_t amir = add_person(groei, "amir", "Amir");
	const struct {
		struct conversation talk;
		const char *field, *part;
	} rows[] = {
	    {{.person = 0, .day = TODAY, .energy = GROEI_NONE}, "person", "empty"},
	    {{.person = 4711, .day = TODAY, .energy = GROEI_NONE}, "person", "no such record"},
	    {{.person = amir, .day = GROEI_NO_DAY, .energy = GROEI_NONE}, "day", "empty"},
	    {{.person = amir, .lead = amir, .day = TODAY, .energy = GROEI_NONE}, "person", "two people"},
	    {{.person = amir, .day = TODAY, .energy = 11}, "energy", "1 to 10"},
	    {{.person = amir, .day = TODAY, .energy = GROEI_NONE, .template = "nope"}, "template",
	     "nope"},
	    {{.person = amir, .day = TODAY, .energy = GROEI_NONE, .template = "../x"}, "template", "../x"},
	};
	struct rows before = rows_now(groei);

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct conversation talk = rows[i].talk;

		assert_status(groei, groei_add(groei, GROEI_CONVERSATION, &talk), GROEI_INVALID);
		assert_reason(groei, rows[i].field, rows[i].part);
		assert_rows(groei, before);
	}
	groei_close(groei);
}

/* --- answers of every kind ----------------------------------------------------------------- */

static const char questions[] =
    "id: kinds\nversion: 3\nformat: progress\nlanguages: [en, nl]\n"
    "title:\n  en: Kinds\n  nl: Soorten\n"
    "sections:\n  - id: all\n    title:\n      en: All\n      nl: Alles\n    questions:\n"
    "      - id: words\n        kind: text\n        text:\n          en: Words?\n          nl: Woorden?\n"
    "      - id: sure\n        kind: yes-no\n        text:\n          en: Sure?\n          nl: Zeker?\n"
    "      - id: mood\n        kind: scale\n        text:\n          en: Mood?\n          nl: Stemming?\n"
    "        scale:\n          low: 0\n          high: 4\n"
    "          low-label:\n            en: down\n            nl: neer\n"
    "          high-label:\n            en: up\n            nl: op\n"
    "      - id: room\n        kind: choice\n        text:\n          en: Room?\n          nl: Ruimte?\n"
    "        choices:\n"
    "          - id: plenty\n            label:\n              en: Yes, plenty\n              nl: Ja, ruim\n"
    "          - id: just\n            label:\n              en: Just enough\n              nl: Net genoeg\n"
    "          - id: none\n            label:\n              en: Not at all\n              nl: Geen\n";

static void write_template(void **state, const char *text)
{
	char path[512];
	FILE *file;

	snprintf(path, sizeof path, "mkdir -p '%s/groei/templates'", support_folder(state));
	assert_int_equal(system(path), 0);
	snprintf(path, sizeof path, "%s/groei/templates/kinds.yaml", support_folder(state));
	file = fopen(path, "w");
	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	assert_int_equal(fclose(file), 0);
}

/* The answer that a talk has now, id 0 when there is none. */
static struct answer answer_now(struct groei *groei, struct groei_arena *arena,
                                const struct conversation *talk, const char *question,
                                enum answer_side side)
{
	struct question_template *template;
	struct asked *asked;
	size_t count;

	assert_done(groei, groei_conversation_asked(groei, arena, talk, &template, &asked, &count));
	for (size_t i = 0; i < count; i++) {
		const char *id = asked[i].question != NULL ? asked[i].question->id
		                                           : asked[i].answer[side].question;

		if (strcmp(id, question) == 0)
			return asked[i].answer[side];
	}
	fail_msg("%s is not asked", question);
	return (struct answer){0};
}

static void answers_are_typed_in_every_kind(void **state)
{
	static const struct {
		const char *question, *typed, *text;
		int32_t number;
	} right[] = {
	    {"words", "Gewoon\nwoorden ", "Gewoon\nwoorden ", GROEI_NONE},
	    {"sure", "y", "yes", GROEI_NONE},   {"sure", "Yes", "yes", GROEI_NONE},
	    {"sure", " JA ", "yes", GROEI_NONE}, {"sure", "j", "yes", GROEI_NONE},
	    {"sure", "n", "no", GROEI_NONE},    {"sure", "nee", "no", GROEI_NONE},
	    {"sure", "No", "no", GROEI_NONE},   {"mood", "4", NULL, 4},
	    {"mood", " 2 ", NULL, 2},           {"mood", "0", NULL, 0},
	    {"room", "plenty", "plenty", GROEI_NONE}, {"room", "yes, p", "plenty", GROEI_NONE},
	    {"room", "JA, RUIM", "plenty", GROEI_NONE}, {"room", "net", "just", GROEI_NONE},
	    {"room", "gee", "none", GROEI_NONE}, {"room", "non", "none", GROEI_NONE},
	};
	static const struct {
		const char *question, *typed, *field, *part;
	} wrong[] = {
	    {"sure", "maybe", "text", "neither"}, {"sure", "never", "text", "neither"},
	    {"sure", "yep", "text", "neither"},   {"mood", "5", "number", "0 to 4"},
	    {"mood", "1.5", "number", "whole"},   {"mood", "2x", "number", "whole"},
	    {"mood", "99999999999999999999", "number", "whole"},
	    {"room", "lots", "text", "plenty, just, none"}, {"room", "n", "text", "none"},
	    {"words", "ab\xff", "text", "UTF-8 at byte 3"},
	};
	struct groei_arena *arena = groei_arena_open();
	struct groei *groei;
	struct conversation talk;
	struct rows before;

	write_template(state, questions);
	groei = open_fresh(state);
	talk = add_talk(groei, add_person(groei, "amir", "Amir"), TODAY, "kinds");
	assert_int_equal(talk.format, FORMAT_PROGRESS);
	for (size_t i = 0; i < COUNT(right); i++) {
		struct answer was = answer_now(groei, arena, &talk, right[i].question, SIDE_LEAD), is;

		assert_done(groei, groei_answer_type(groei, talk.id, right[i].question, SIDE_LEAD, &was,
		                                     right[i].typed));
		is = answer_now(groei, arena, &talk, right[i].question, SIDE_LEAD);
		assert_text(is.text, right[i].text);
		assert_int_equal(is.number, right[i].number);
		assert_string_equal(is.template, "kinds");
		assert_int_equal(is.version, 3);
		assert_int_equal(strlen(is.wording), 16);
		assert_int_equal(is.day, TODAY);
		/* The other side answers for itself. */
		assert_true(answer_now(groei, arena, &talk, right[i].question, SIDE_EMPLOYEE).id == 0);
	}
	before = rows_now(groei);
	for (size_t i = 0; i < COUNT(wrong); i++) {
		struct answer was = answer_now(groei, arena, &talk, wrong[i].question, SIDE_LEAD);

		assert_status(groei, groei_answer_type(groei, talk.id, wrong[i].question, SIDE_LEAD, &was,
		                                       wrong[i].typed),
		              GROEI_INVALID);
		assert_reason(groei, wrong[i].field, wrong[i].part);
		assert_rows(groei, before);
	}
	groei_arena_close(arena);
	groei_close(groei);
}

static void answers_from_screens_are_checked_too(void **state)
{
	static const struct {
		const char *question, *text;
		int32_t number;
		enum groei_status status;
	} rows[] = {
	    {"sure", "yes", GROEI_NONE, GROEI_OK}, {"sure", "ja", GROEI_NONE, GROEI_INVALID},
	    {"room", "just", GROEI_NONE, GROEI_OK}, {"room", "Just enough", GROEI_NONE, GROEI_INVALID},
	    {"mood", NULL, 2, GROEI_OK},           {"mood", NULL, 5, GROEI_INVALID},
	    {"mood", NULL, -1, GROEI_INVALID},     {"words", "woorden", GROEI_NONE, GROEI_OK},
	    {"absent", "x", GROEI_NONE, GROEI_NOT_FOUND},
	};
	struct groei_arena *arena = groei_arena_open();
	struct groei *groei;
	struct conversation talk;
	struct answer was;

	write_template(state, questions);
	groei = open_fresh(state);
	talk = add_talk(groei, add_person(groei, "amir", "Amir"), TODAY, "kinds");
	for (size_t i = 0; i < COUNT(rows); i++) {
		was = rows[i].status == GROEI_NOT_FOUND
		          ? (struct answer){0}
		          : answer_now(groei, arena, &talk, rows[i].question, SIDE_EMPLOYEE);
		assert_status(groei, groei_answer_save(groei, talk.id, rows[i].question, SIDE_EMPLOYEE,
		                                       &was, rows[i].text, rows[i].number),
		              rows[i].status);
	}
	assert_reason(groei, "question", "words, sure, mood, room");
	/* Taking back: nothing typed, and a scale without a number. */
	was = answer_now(groei, arena, &talk, "words", SIDE_EMPLOYEE);
	assert_done(groei,
	            groei_answer_save(groei, talk.id, "words", SIDE_EMPLOYEE, &was, "", GROEI_NONE));
	assert_true(answer_now(groei, arena, &talk, "words", SIDE_EMPLOYEE).id == 0);
	was = answer_now(groei, arena, &talk, "mood", SIDE_EMPLOYEE);
	assert_done(groei, groei_answer_save(groei, talk.id, "mood", SIDE_EMPLOYEE, &was, "woorden",
	                                     GROEI_NONE));
	assert_true(answer_now(groei, arena, &talk, "mood", SIDE_EMPLOYEE).id == 0);
	was = answer_now(groei, arena, &talk, "sure", SIDE_EMPLOYEE);
	assert_done(groei, groei_answer_type(groei, talk.id, "sure", SIDE_EMPLOYEE, &was, "  "));
	assert_true(answer_now(groei, arena, &talk, "sure", SIDE_EMPLOYEE).id == 0);
	/* Taking back what is not there is nothing. */
	assert_done(groei, groei_answer_save(groei, talk.id, "sure", SIDE_EMPLOYEE, NULL, NULL,
	                                     GROEI_NONE));
	assert_status(groei, groei_answer_type(groei, 4711, "sure", SIDE_LEAD, NULL, "y"),
	              GROEI_NOT_FOUND);
	groei_arena_close(arena);
	groei_close(groei);
}

/* --- two who answer (R8) ------------------------------------------------------------------- */

static void the_second_to_answer_is_told_and_both_texts_stay(void **state)
{
	struct groei *groei = open_fresh(state), *other = open_at(state, TODAY);
	struct groei_arena *arena = groei_arena_open();
	struct conversation talk = add_talk(groei, add_person(groei, "amir", "Amir"), TODAY, NULL);
	struct answer none = {0}, theirs;

	assert_done(other, groei_answer_save(other, talk.id, "good-at", SIDE_EMPLOYEE, &none,
	                                     "luisteren", GROEI_NONE));
	assert_status(groei, groei_answer_save(groei, talk.id, "good-at", SIDE_EMPLOYEE, &none,
	                                       "rekenen", GROEI_NONE),
	              GROEI_CONFLICT);
	assert_reason(groei, "text", "somebody else");
	assert_status(groei, groei_answer_save(groei, talk.id, "good-at", SIDE_EMPLOYEE, NULL,
	                                       "rekenen", GROEI_NONE),
	              GROEI_CONFLICT);
	theirs = answer_now(groei, arena, &talk, "good-at", SIDE_EMPLOYEE);
	assert_string_equal(theirs.text, "luisteren");
	assert_done(groei, groei_answer_save(groei, talk.id, "good-at", SIDE_EMPLOYEE, &theirs,
	                                     "luisteren en rekenen", GROEI_NONE));
	/* An answer that was changed, or taken back, since it was read. */
	assert_status(other, groei_answer_save(other, talk.id, "good-at", SIDE_EMPLOYEE, &theirs,
	                                       "toch anders", GROEI_NONE),
	              GROEI_CONFLICT);
	theirs = answer_now(groei, arena, &talk, "good-at", SIDE_EMPLOYEE);
	assert_done(groei, groei_answer_save(groei, talk.id, "good-at", SIDE_EMPLOYEE, &theirs, NULL,
	                                     GROEI_NONE));
	assert_status(other, groei_answer_save(other, talk.id, "good-at", SIDE_EMPLOYEE, &theirs,
	                                       "toch anders", GROEI_NONE),
	              GROEI_CONFLICT);
	/* The sides do not hinder each other. */
	assert_done(groei, groei_answer_save(groei, talk.id, "good-at", SIDE_LEAD, NULL, "plannen",
	                                     GROEI_NONE));
	groei_arena_close(arena);
	groei_close(other);
	groei_close(groei);
}

/* --- what stands beside a question --------------------------------------------------------- */

static void answer(struct groei *groei, const struct conversation *talk, const char *question,
                   enum answer_side side, const char *typed)
{
	assert_done(groei, groei_answer_type(groei, talk->id, question, side, NULL, typed));
}

static const struct asked *asked_for(const struct asked *asked, size_t count, const char *question)
{
	for (size_t i = 0; i < count; i++) {
		if (asked[i].question != NULL && strcmp(asked[i].question->id, question) == 0)
			return &asked[i];
	}
	fail_msg("%s is not asked", question);
	return NULL;
}

static void earlier_answers_and_trends_stand_beside(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir"), noor = add_person(groei, "noor", "Noor");
	struct conversation talks[16], strange = add_talk(groei, noor, TODAY - 1, "growth");
	struct question_template *template;
	struct asked *asked;
	const struct asked *one;
	size_t count;

	answer(groei, &strange, "energy-today", SIDE_EMPLOYEE, "1");
	answer(groei, &strange, "good-at", SIDE_EMPLOYEE, "van Noor");
	for (int i = 0; i < 16; i++) {
		char number[8];

		talks[i] = add_talk(groei, amir, TODAY - 160 + 10 * i, i % 2 ? "growth" : "checkin");
		snprintf(number, sizeof number, "%d", 1 + i % 10);
		if (i != 14)
			answer(groei, &talks[i], "energy-today", SIDE_EMPLOYEE, number);
	}
	answer(groei, &talks[1], "good-at", SIDE_EMPLOYEE, "eerst");
	answer(groei, &talks[3], "good-at", SIDE_EMPLOYEE, "later");
	answer(groei, &talks[3], "good-at", SIDE_LEAD, "vindt de lead");
	answer(groei, &talks[15], "good-at", SIDE_EMPLOYEE, "nu");

	assert_done(groei, groei_conversation_asked(groei, arena, &talks[15], &template, &asked,
	                                            &count));
	assert_string_equal(template->id, "growth");
	assert_int_equal(count, template->question_count);
	for (size_t i = 0; i < count; i++)
		assert_ptr_equal(asked[i].question, &template->questions[i]);
	one = asked_for(asked, count, "good-at");
	assert_string_equal(one->answer[SIDE_EMPLOYEE].text, "nu");
	assert_true(one->answer[SIDE_LEAD].id == 0);
	assert_string_equal(one->earlier[SIDE_EMPLOYEE].text, "later");
	assert_int_equal(one->earlier[SIDE_EMPLOYEE].day, talks[3].day);
	assert_string_equal(one->earlier[SIDE_LEAD].text, "vindt de lead");
	one = asked_for(asked, count, "energy-today");
	assert_int_equal(one->answer[SIDE_EMPLOYEE].number, 6);
	assert_int_equal(one->earlier[SIDE_EMPLOYEE].number, 4); /* talk 13: 14 was not answered */
	assert_int_equal(one->earlier[SIDE_EMPLOYEE].trend_count, 12);
	assert_int_equal(one->earlier[SIDE_EMPLOYEE].trend[11], 4);
	assert_int_equal(one->earlier[SIDE_EMPLOYEE].trend[10], 3);
	assert_int_equal(one->earlier[SIDE_EMPLOYEE].trend[0], 3); /* talk 2 */
	one = asked_for(asked, count, "others-say");
	assert_null(one->earlier[SIDE_EMPLOYEE].text);
	assert_int_equal(one->earlier[SIDE_EMPLOYEE].number, GROEI_NONE);
	/* The first talk has nothing before it. */
	assert_done(groei, groei_conversation_asked(groei, arena, &talks[1], &template, &asked, &count));
	one = asked_for(asked, count, "good-at");
	assert_null(one->earlier[SIDE_EMPLOYEE].text);
	groei_arena_close(arena);
	groei_close(groei);
}

static void answers_outlive_their_question_and_template(void **state)
{
	struct groei_arena *arena = groei_arena_open();
	struct groei *groei;
	struct conversation talk;
	struct question_template *template;
	struct asked *asked;
	size_t count;

	write_template(state, questions);
	groei = open_fresh(state);
	talk = add_talk(groei, add_person(groei, "amir", "Amir"), TODAY, "kinds");
	answer(groei, &talk, "words", SIDE_EMPLOYEE, "blijft");
	answer(groei, &talk, "words", SIDE_LEAD, "ook");
	answer(groei, &talk, "sure", SIDE_LEAD, "ja");
	write_template(state, "id: kinds\nbroken: yes\n");
	assert_done(groei, groei_conversation_asked(groei, arena, &talk, &template, &asked, &count));
	assert_null(template);
	assert_int_equal(count, 2);
	for (size_t i = 0; i < count; i++)
		assert_null(asked[i].question);
	assert_string_equal(asked[0].answer[SIDE_LEAD].text, "yes");
	assert_string_equal(asked[1].answer[SIDE_EMPLOYEE].text, "blijft");
	assert_string_equal(asked[1].answer[SIDE_LEAD].text, "ook");
	groei_arena_close(arena);
	groei_close(groei);
}

/* An answer given ahead counts on the day of the talk, also when that moves; undo moves it back. */
static void answers_follow_the_day_of_their_talk(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	struct conversation talk =
	    add_talk(groei, add_person(groei, "amir", "Amir"), TODAY + 20, "checkin");
	struct conversation moved = talk;
	struct change change;

	answer(groei, &talk, "energy-today", SIDE_EMPLOYEE, "7");
	moved.day = TODAY - 2;
	assert_done(groei, groei_edit(groei, GROEI_CONVERSATION, &talk, &moved));
	assert_int_equal(answer_now(groei, arena, &talk, "energy-today", SIDE_EMPLOYEE).day, TODAY - 2);
	assert_done(groei, groei_undo(groei, arena, &change));
	assert_int_equal(answer_now(groei, arena, &talk, "energy-today", SIDE_EMPLOYEE).day,
	                 TODAY + 20);
	groei_arena_close(arena);
	groei_close(groei);
}

static void the_open_and_the_last_talk_are_found(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");
	struct conversation late, early, found, cancelled;
	struct closing closing;
	struct closed closed;

	assert_status(groei, groei_conversation_open(groei, arena, amir, &found), GROEI_NO);
	assert_status(groei, groei_conversation_last(groei, arena, amir, GROEI_NO_DAY, &found), GROEI_NO);
	late = add_talk(groei, amir, TODAY + 30, NULL);
	early = add_talk(groei, amir, TODAY, NULL);
	assert_done(groei, groei_conversation_open(groei, arena, amir, &found));
	assert_true(found.id == early.id);
	closing = closing_of(early.id);
	assert_done(groei, groei_conversation_hold(groei, arena, &closing, &closed));
	assert_done(groei, groei_conversation_open(groei, arena, amir, &found));
	assert_true(found.id == late.id);
	assert_done(groei, groei_conversation_last(groei, arena, amir, GROEI_NO_DAY, &found));
	assert_true(found.id == early.id);
	assert_status(groei, groei_conversation_last(groei, arena, amir, TODAY, &found), GROEI_NO);
	cancelled = late;
	cancelled.state = CONVERSATION_CANCELLED;
	assert_done(groei, groei_edit(groei, GROEI_CONVERSATION, &late, &cancelled));
	assert_status(groei, groei_conversation_open(groei, arena, amir, &found), GROEI_NO);
	groei_arena_close(arena);
	groei_close(groei);
}

int main(void)
{
	cmocka_set_message_output(CM_OUTPUT_TAP);
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_plan_is_filled_in),
	    cmocka_unit_test(a_chosen_format_stays),
	    cmocka_unit_test(bad_plans_are_refused_with_their_field),
	    cmocka_unit_test(answers_are_typed_in_every_kind),
	    cmocka_unit_test(answers_from_screens_are_checked_too),
	    cmocka_unit_test(the_second_to_answer_is_told_and_both_texts_stay),
	    cmocka_unit_test(earlier_answers_and_trends_stand_beside),
	    cmocka_unit_test(answers_outlive_their_question_and_template),
	    cmocka_unit_test(answers_follow_the_day_of_their_talk),
	    cmocka_unit_test(the_open_and_the_last_talk_are_found),
	};
	return support_run(ON_BOTH, tests, COUNT(tests));
}
