/* Answers given alone: preparing a talk by both sides, publishing, and what nobody else may see. */
#include "store/core.h"

#include <groei/reflection.h>
#include <groei/search.h>

/* Speaks for somebody else. */
static void as(struct groei *groei, int64_t who)
{
	groei->who = who;
	access_begin(groei);
}

struct pair {
	struct groei *groei;
	struct groei_arena *arena;
	int64_t sanne, amir;
	struct conversation talk;
};

static struct pair open_pair(void **state)
{
	struct pair p = {.groei = open_fresh(state), .arena = groei_arena_open()};

	p.sanne = groei_who(p.groei);
	p.amir = add_person(p.groei, "amir", "Amir Haddad");
	p.talk = add_talk(p.groei, p.amir, TODAY + 3, "growth");
	return p;
}

static void close_pair(struct pair *p)
{
	groei_arena_close(p->arena);
	groei_close(p->groei);
}

static struct reflection find(struct pair *p, struct reflection_wish wish)
{
	struct reflection found;

	assert_done(p->groei, groei_reflection_find(p->groei, p->arena, &wish, &found));
	return found;
}

static struct reflection prepare(struct pair *p, int64_t who)
{
	as(p->groei, who);
	return find(p, (struct reflection_wish){.conversation = p->talk.id});
}

static void answer(struct pair *p, struct reflection *reflection, const char *question,
                   const char *text)
{
	assert_done(p->groei, groei_reflection_type(p->groei, reflection, question, NULL, text));
}

static struct reflection_published publish(struct pair *p, const struct reflection *reflection)
{
	struct reflection_published done;

	assert_done(p->groei, groei_reflection_publish(p->groei, p->arena, reflection->id, &done));
	return done;
}

static const struct asked *asked_in(struct pair *p, int64_t who, const char *question)
{
	struct question_template *template;
	struct conversation talk;
	struct asked *asked;
	size_t count;

	as(p->groei, who);
	assert_done(p->groei,
	            groei_get(p->groei, p->arena, GROEI_CONVERSATION, p->talk.id, &talk));
	assert_done(p->groei, groei_conversation_asked(p->groei, p->arena, &talk, &template, &asked,
	                                               &count));
	for (size_t i = 0; i < count; i++) {
		if (asked[i].question != NULL && strcmp(asked[i].question->id, question) == 0)
			return &asked[i];
	}
	fail_msg("%s is not asked", question);
	return NULL;
}

static int32_t state_of_talk(struct pair *p)
{
	struct conversation talk;

	assert_done(p->groei,
	            groei_get(p->groei, p->arena, GROEI_CONVERSATION, p->talk.id, &talk));
	return talk.state;
}

/* Whether any change of the journal that who is asking may read holds the text. */
static bool journal_holds(struct pair *p, const char *text)
{
	struct change *changes;
	size_t count;

	assert_done(p->groei, groei_history(p->groei, p->arena, GROEI_PERSON, 0, NULL, 500, &changes,
	                                    &count));
	for (size_t i = 0; i < count; i++) {
		for (size_t f = 0; f < changes[i].field_count; f++) {
			const struct change_field *field = &changes[i].fields[f];

			if ((field->before != NULL && strstr(field->before, text) != NULL) ||
			    (field->after != NULL && strstr(field->after, text) != NULL))
				return true;
		}
	}
	return false;
}

static bool search_finds(struct pair *p, const char *words)
{
	const struct search search = {.words = words, .limit = 50};
	struct search_hit *hits;
	size_t count;
	int more;

	assert_done(p->groei, groei_search(p->groei, p->arena, &search, &hits, &count, &more));
	return count > 0;
}

static int count_of(struct pair *p, enum groei_entity entity)
{
	const struct groei_query any = {.scope = GROEI_ALL, .limit = 100};
	void *records;
	size_t listed;
	int count;

	assert_done(p->groei, groei_count(p->groei, entity, &any, 100, &count));
	assert_done(p->groei, groei_list(p->groei, p->arena, entity, &any, &records, &listed));
	assert_int_equal(count, listed);
	return count;
}

static void which_one_is_meant(void **state)
{
	struct pair p = open_pair(state);
	struct reflection mine, own;
	struct reflection_wish wish = {.conversation = p.talk.id};
	int64_t noor = add_person(p.groei, "noor", "Noor");

	mine = prepare(&p, p.sanne);
	assert_int_equal(mine.id, 0);
	assert_int_equal(mine.side, SIDE_LEAD);
	assert_true(mine.person == p.amir && mine.author == p.sanne);
	assert_string_equal(mine.template, "growth");
	mine = find(&p, (struct reflection_wish){.about = p.amir});
	assert_true(mine.conversation == p.talk.id);
	as(p.groei, p.amir);
	mine = find(&p, (struct reflection_wish){0}); /* the talk of mine */
	assert_true(mine.conversation == p.talk.id);
	assert_int_equal(mine.side, SIDE_EMPLOYEE);
	mine = find(&p, (struct reflection_wish){.about = p.sanne});
	assert_true(mine.conversation == p.talk.id);
	own = find(&p, (struct reflection_wish){.about = p.amir});
	assert_true(own.conversation == 0 && own.person == p.amir);
	/* Begun with the first answer, found again after it. */
	answer(&p, &mine, "good-at", "luisteren");
	assert_true(mine.id != 0);
	own = prepare(&p, p.amir);
	assert_true(own.id == mine.id);
	as(p.groei, noor);
	assert_status(p.groei, groei_reflection_find(p.groei, p.arena, &wish, &own), GROEI_NOT_FOUND);
	wish = (struct reflection_wish){.about = p.amir};
	assert_status(p.groei, groei_reflection_find(p.groei, p.arena, &wish, &own), GROEI_NOT_FOUND);
	close_pair(&p);
}

static void values_are_checked_as_in_a_talk(void **state)
{
	struct pair p = open_pair(state);
	struct reflection mine = prepare(&p, p.amir);
	const struct answer stale = {.id = 4711, .revision = 1};
	struct rows before = rows_now(p.groei);

	assert_status(p.groei,
	              groei_reflection_type(p.groei, &mine, "energy-today", NULL, "eleven"),
	              GROEI_INVALID);
	assert_reason(p.groei, "number", "energy-today");
	assert_status(p.groei, groei_reflection_type(p.groei, &mine, "nonsense", NULL, "x"),
	              GROEI_NOT_FOUND);
	assert_rows(p.groei, before);
	assert_true(mine.id == 0);
	answer(&p, &mine, "energy-today", "7");
	assert_status(p.groei,
	              groei_reflection_answer(p.groei, &mine, "energy-today", &stale, NULL, 8),
	              GROEI_CONFLICT);
	answer(&p, &mine, "energy-today", "");
	assert_int_equal(count_of(&p, GROEI_ANSWER), 0);
	as(p.groei, p.sanne);
	assert_status(p.groei, groei_reflection_type(p.groei, &mine, "good-at", NULL, "x"),
	              GROEI_NOT_FOUND);
	close_pair(&p);
}

static void a_draft_is_nobody_elses(void **state)
{
	struct pair p = open_pair(state);
	struct reflection mine = prepare(&p, p.amir), found;
	struct reflection_published done;
	struct answered *over_time;
	size_t count;

	answer(&p, &mine, "good-at", "geheim woord");
	answer(&p, &mine, "good-at", "nette woorden");
	as(p.groei, p.sanne);
	assert_int_equal(count_of(&p, GROEI_REFLECTION), 0);
	assert_int_equal(count_of(&p, GROEI_ANSWER), 0);
	assert_status(p.groei, groei_get(p.groei, p.arena, GROEI_REFLECTION, mine.id, &found),
	              GROEI_NOT_FOUND);
	assert_status(p.groei, groei_reflection_publish(p.groei, p.arena, mine.id, &done),
	              GROEI_NOT_FOUND);
	assert_status(p.groei, groei_reflection_withdraw(p.groei, mine.id), GROEI_NOT_FOUND);
	assert_false(journal_holds(&p, "woord"));
	assert_false(search_finds(&p, "woorden"));
	assert_int_equal(asked_in(&p, p.sanne, "good-at")->answer[0].id, 0);
	assert_int_equal(asked_in(&p, p.sanne, "good-at")->hidden[0], 0); /* not even that it is there */
	as(p.groei, p.amir);
	assert_true(journal_holds(&p, "geheim woord"));
	assert_true(search_finds(&p, "woorden"));
	publish(&p, &mine);
	/* What was typed before stays the author's, also now. */
	as(p.groei, p.sanne);
	assert_int_equal(count_of(&p, GROEI_REFLECTION), 1);
	assert_false(journal_holds(&p, "geheim"));
	/* Her own is neither published nor skipped. */
	assert_int_equal(count_of(&p, GROEI_ANSWER), 0);
	assert_done(p.groei, groei_answers_over_time(p.groei, p.arena, p.amir, "good-at", &over_time,
	                                             &count));
	assert_int_equal(count, 0);
	close_pair(&p);
}

/* One side publishes; the other sees nothing of what is asked of both before it published or skipped
 * its own, except once the talk was held. */
static void one_side_waits_for_the_other(struct pair *p, int64_t first, int64_t second)
{
	struct reflection mine = prepare(p, first), theirs;
	int side = first == p->amir ? SIDE_EMPLOYEE : SIDE_LEAD;

	answer(p, &mine, "good-at", "van de een");
	if (side == SIDE_EMPLOYEE)
		answer(p, &mine, "energy-today", "7"); /* asked of the employee only */
	publish(p, &mine);
	assert_int_equal(asked_in(p, first, "good-at")->answer[side].id != 0, 1);
	assert_int_equal(asked_in(p, second, "good-at")->answer[side].id, 0);
	assert_int_equal(asked_in(p, second, "good-at")->hidden[side], 1);
	if (side == SIDE_EMPLOYEE)
		assert_int_equal(asked_in(p, second, "energy-today")->answer[side].number, 7);
	assert_int_equal(state_of_talk(p), CONVERSATION_PLANNED);
	/* A draft of one's own is not enough. */
	theirs = prepare(p, second);
	answer(p, &theirs, "good-at", "van de ander");
	assert_int_equal(asked_in(p, second, "good-at")->hidden[side], 1);
	publish(p, &theirs);
	assert_text(asked_in(p, second, "good-at")->answer[side].text, "van de een");
	assert_text(asked_in(p, first, "good-at")->answer[1 - side].text, "van de ander");
	assert_int_equal(state_of_talk(p), CONVERSATION_PREPARED);
}

static void the_lead_waits_for_their_own(void **state)
{
	struct pair p = open_pair(state);

	one_side_waits_for_the_other(&p, p.amir, p.sanne);
	close_pair(&p);
}

static void the_employee_waits_for_their_own(void **state)
{
	struct pair p = open_pair(state);

	one_side_waits_for_the_other(&p, p.sanne, p.amir);
	close_pair(&p);
}

static void skipping_shows_the_other_side(void **state)
{
	struct pair p = open_pair(state);
	struct reflection mine = prepare(&p, p.amir), theirs;
	struct change undone;

	answer(&p, &mine, "good-at", "luisteren");
	publish(&p, &mine);
	theirs = prepare(&p, p.sanne);
	assert_done(p.groei, groei_reflection_skip(p.groei, &theirs));
	assert_text(asked_in(&p, p.sanne, "good-at")->answer[0].text, "luisteren");
	assert_int_equal(state_of_talk(&p), CONVERSATION_PREPARED);
	assert_status(p.groei, groei_reflection_type(p.groei, &theirs, "good-at", NULL, "x"),
	              GROEI_INVALID);
	assert_done(p.groei, groei_undo(p.groei, p.arena, &undone));
	assert_int_equal(state_of_talk(&p), CONVERSATION_PLANNED);
	assert_int_equal(asked_in(&p, p.sanne, "good-at")->answer[0].id, 0);
	close_pair(&p);
}

static void a_held_talk_hides_nothing(void **state)
{
	struct pair p = open_pair(state);
	struct reflection mine = prepare(&p, p.amir);
	struct closing closing = closing_of(p.talk.id);
	struct reflection_wish wish = {.conversation = p.talk.id};
	struct reflection late;
	struct closed closed;

	answer(&p, &mine, "good-at", "luisteren");
	publish(&p, &mine);
	as(p.groei, p.sanne);
	closing.plan_next = 0;
	assert_done(p.groei, groei_conversation_hold(p.groei, p.arena, &closing, &closed));
	assert_text(asked_in(&p, p.sanne, "good-at")->answer[0].text, "luisteren");
	assert_status(p.groei, groei_reflection_find(p.groei, p.arena, &wish, &late), GROEI_INVALID);
	close_pair(&p);
}

static void what_the_talk_has_is_not_written_over(void **state)
{
	struct pair p = open_pair(state);
	struct reflection mine;
	struct reflection_published done;

	assert_done(p.groei, groei_answer_type(p.groei, p.talk.id, "good-at", SIDE_EMPLOYEE, NULL,
	                                       "in het gesprek"));
	assert_done(p.groei, groei_answer_type(p.groei, p.talk.id, "energy-today", SIDE_EMPLOYEE, NULL,
	                                       "4"));
	assert_done(p.groei, groei_answer_type(p.groei, p.talk.id, "energy-sources", SIDE_EMPLOYEE,
	                                       NULL, "hetzelfde"));
	mine = prepare(&p, p.amir);
	answer(&p, &mine, "good-at", "vooraf");
	answer(&p, &mine, "energy-today", "8");
	answer(&p, &mine, "energy-sources", "hetzelfde");
	done = publish(&p, &mine);
	assert_int_equal(done.answers, 3);
	assert_int_equal(done.met_count, 2);
	assert_string_equal(done.met[0].question, "energy-today");
	assert_int_equal(done.met[0].joined, 0);
	assert_string_equal(done.met[1].question, "good-at");
	assert_int_equal(done.met[1].joined, 1);
	assert_text(asked_in(&p, p.amir, "good-at")->answer[0].text, "in het gesprek\n\nvooraf");
	assert_int_equal(asked_in(&p, p.amir, "energy-today")->answer[0].number, 4);
	assert_text(asked_in(&p, p.amir, "energy-sources")->answer[0].text, "hetzelfde");
	close_pair(&p);
}

static void only_the_author_corrects(void **state)
{
	struct pair p = open_pair(state);
	struct reflection mine = prepare(&p, p.amir), theirs;
	struct reflection_published again;

	answer(&p, &mine, "good-at", "luisteren");
	publish(&p, &mine);
	assert_status(p.groei, groei_reflection_publish(p.groei, p.arena, mine.id, &again),
	              GROEI_INVALID);
	theirs = prepare(&p, p.sanne);
	assert_done(p.groei, groei_reflection_skip(p.groei, &theirs));
	assert_status(p.groei,
	              groei_answer_type(p.groei, p.talk.id, "good-at", SIDE_EMPLOYEE,
	                                &asked_in(&p, p.sanne, "good-at")->answer[0], "praten"),
	              GROEI_DENIED);
	assert_reason(p.groei, "text", "Amir");
	mine = prepare(&p, p.amir);
	answer(&p, &mine, "good-at", "doorvragen");
	answer(&p, &mine, "energy-sources", "uitleggen"); /* at once for both to read */
	assert_text(asked_in(&p, p.sanne, "energy-sources")->answer[0].text, "uitleggen");
	assert_true(journal_holds(&p, "doorvragen"));
	assert_text(asked_in(&p, p.sanne, "good-at")->answer[0].text, "doorvragen");
	close_pair(&p);
}

static void nothing_is_nothing_to_publish(void **state)
{
	struct pair p = open_pair(state);
	struct reflection mine = prepare(&p, p.amir);
	struct reflection_published done;

	answer(&p, &mine, "good-at", "x");
	answer(&p, &mine, "good-at", "");
	assert_status(p.groei, groei_reflection_publish(p.groei, p.arena, mine.id, &done),
	              GROEI_INVALID);
	answer(&p, &mine, "good-at", "x");
	assert_done(p.groei, groei_reflection_withdraw(p.groei, mine.id));
	assert_int_equal(count_of(&p, GROEI_REFLECTION), 0);
	as(p.groei, p.sanne);
	assert_false(journal_holds(&p, "x"));
	close_pair(&p);
}

static void alone_without_a_talk(void **state)
{
	struct pair p = open_pair(state);
	struct reflection mine;
	struct question_template *template;
	struct asked *asked;
	size_t count;

	as(p.groei, p.amir);
	mine = find(&p, (struct reflection_wish){.template = "growth"});
	answer(&p, &mine, "energy-today", "6");
	publish(&p, &mine);
	/* Next time it stands beside the question. */
	mine = find(&p, (struct reflection_wish){.template = "growth"});
	assert_int_equal(mine.id, 0);
	assert_done(p.groei, groei_reflection_asked(p.groei, p.arena, &mine, &template, &asked,
	                                            &count));
	for (size_t i = 0; i < count; i++) {
		assert_int_not_equal(asked[i].question->audience, FOR_LEAD);
		if (strcmp(asked[i].question->id, "energy-today") == 0)
			assert_int_equal(asked[i].earlier[0].number, 6);
	}
	assert_int_equal(asked_in(&p, p.amir, "energy-today")->answer[0].id, 0);
	close_pair(&p);
}

/* Feedback of colleagues ------------------------------------------------------------------------- */

static struct reflection ask(struct pair *p, int64_t who, int64_t from)
{
	struct feedback_wish wish = {.person = p->amir, .from = &from, .from_count = 1,
	                             .due = TODAY + 7, .template = "growth"};
	struct reflection made;

	as(p->groei, who);
	assert_done(p->groei, groei_feedback_ask(p->groei, &wish, &made));
	return made;
}

static void feedback_is_the_persons_until_shared(void **state)
{
	struct pair p = open_pair(state);
	int64_t noor = add_person(p.groei, "noor", "Noor");
	struct reflection asked = ask(&p, p.amir, noor), mine;
	struct feedback_wish again = {.person = p.amir, .from = &noor, .from_count = 1,
	                              .due = GROEI_NO_DAY};

	assert_int_equal(asked.state, REFLECTION_DRAFT);
	assert_status(p.groei, groei_feedback_ask(p.groei, &again, &mine), GROEI_INVALID);
	as(p.groei, noor);
	mine = find(&p, (struct reflection_wish){0});
	assert_true(mine.id == asked.id && mine.side == SIDE_PEER);
	answer(&p, &mine, "good-at", "legt goed uit");
	as(p.groei, p.amir);
	assert_int_equal(count_of(&p, GROEI_ANSWER), 0);
	assert_status(p.groei, groei_feedback_share(p.groei, mine.id), GROEI_INVALID);
	as(p.groei, noor);
	publish(&p, &mine);
	as(p.groei, p.sanne);
	assert_int_equal(count_of(&p, GROEI_ANSWER), 0);
	assert_int_equal(count_of(&p, GROEI_REFLECTION), 0);
	assert_status(p.groei, groei_feedback_share(p.groei, mine.id), GROEI_NOT_FOUND);
	as(p.groei, p.amir);
	assert_int_equal(count_of(&p, GROEI_ANSWER), 1);
	assert_done(p.groei, groei_feedback_share(p.groei, mine.id));
	as(p.groei, p.sanne);
	assert_int_equal(count_of(&p, GROEI_ANSWER), 1);
	/* Never in a conversation. */
	assert_int_equal(asked_in(&p, p.amir, "good-at")->answer[0].id, 0);
	assert_int_equal(asked_in(&p, p.amir, "good-at")->answer[1].id, 0);
	close_pair(&p);
}

static void a_lead_asks_with_consent(void **state)
{
	struct pair p = open_pair(state);
	int64_t noor = add_person(p.groei, "noor", "Noor"), lies = add_person(p.groei, "lies", "Lies");
	struct reflection asked = ask(&p, p.sanne, noor), other = ask(&p, p.sanne, lies);
	struct feedback_wish stranger = {.person = p.amir, .from = &lies, .from_count = 1,
	                                 .due = GROEI_NO_DAY};
	struct rows before;

	assert_int_equal(asked.state, REFLECTION_WAITING);
	assert_status(p.groei, groei_feedback_consent(p.groei, asked.id), GROEI_DENIED);
	as(p.groei, noor);
	assert_status(p.groei, groei_reflection_type(p.groei, &asked, "good-at", NULL, "x"),
	              GROEI_INVALID);
	before = rows_now(p.groei);
	assert_status(p.groei, groei_feedback_ask(p.groei, &stranger, &asked), GROEI_DENIED);
	assert_rows(p.groei, before);
	as(p.groei, p.amir);
	assert_done(p.groei, groei_feedback_consent(p.groei, asked.id));
	assert_status(p.groei, groei_feedback_consent(p.groei, asked.id), GROEI_INVALID);
	assert_done(p.groei, groei_reflection_skip(p.groei, &other)); /* no consent */
	as(p.groei, noor);
	answer(&p, &asked, "good-at", "x");
	close_pair(&p);
}

static void what_was_sent_is_put_in_for_the_author(void **state)
{
	struct pair p = open_pair(state);
	struct reflection theirs = find(&p, (struct reflection_wish){.conversation = p.talk.id,
	                                                             .author = p.amir});
	const struct given_answer good = {"good-at", "luisteren", SIDE_EMPLOYEE},
	                          other = {"good-at", "praten", SIDE_EMPLOYEE};
	struct reflection_published done;
	int64_t noor = add_person(p.groei, "noor", "Noor");

	as(p.groei, noor);
	assert_status(p.groei, groei_reflection_fill(p.groei, p.arena, &theirs, &good, 1, &done),
	              GROEI_DENIED);
	as(p.groei, p.sanne);
	assert_done(p.groei, groei_reflection_fill(p.groei, p.arena, &theirs, &good, 1, &done));
	assert_int_equal(done.answers, 1);
	assert_int_equal(theirs.state, REFLECTION_PUBLISHED);
	assert_text(asked_in(&p, p.amir, "good-at")->answer[0].text, "luisteren");
	/* A newer form corrects it. */
	as(p.groei, p.sanne);
	assert_done(p.groei, groei_reflection_fill(p.groei, p.arena, &theirs, &other, 1, &done));
	assert_text(asked_in(&p, p.amir, "good-at")->answer[0].text, "praten");
	close_pair(&p);
}

static void nothing_is_put_in_over_a_draft(void **state)
{
	struct pair p = open_pair(state);
	struct reflection mine = prepare(&p, p.amir), theirs;
	const struct given_answer good = {"good-at", "luisteren", SIDE_EMPLOYEE};
	struct reflection_published done;
	struct rows before;

	answer(&p, &mine, "good-at", "nog niet klaar");
	as(p.groei, p.sanne);
	theirs = find(&p, (struct reflection_wish){.conversation = p.talk.id, .author = p.amir});
	before = rows_now(p.groei);
	assert_status(p.groei, groei_reflection_fill(p.groei, p.arena, &theirs, &good, 1, &done),
	              GROEI_DENIED);
	assert_rows(p.groei, before);
	close_pair(&p);
}

int main(void)
{
	cmocka_set_message_output(CM_OUTPUT_TAP);
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(which_one_is_meant),
	    cmocka_unit_test(values_are_checked_as_in_a_talk),
	    cmocka_unit_test(a_draft_is_nobody_elses),
	    cmocka_unit_test(the_lead_waits_for_their_own),
	    cmocka_unit_test(the_employee_waits_for_their_own),
	    cmocka_unit_test(skipping_shows_the_other_side),
	    cmocka_unit_test(a_held_talk_hides_nothing),
	    cmocka_unit_test(what_the_talk_has_is_not_written_over),
	    cmocka_unit_test(only_the_author_corrects),
	    cmocka_unit_test(nothing_is_nothing_to_publish),
	    cmocka_unit_test(alone_without_a_talk),
	    cmocka_unit_test(feedback_is_the_persons_until_shared),
	    cmocka_unit_test(a_lead_asks_with_consent),
	    cmocka_unit_test(what_was_sent_is_put_in_for_the_author),
	    cmocka_unit_test(nothing_is_put_in_over_a_draft),
	};
	return support_run(ON_BOTH, tests, COUNT(tests));
}
