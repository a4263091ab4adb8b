/* The rules of words: what the guard finds in notes and leaves alone in both languages, what the lint says
 * about questions, what is refused in their files. Run from the top of the source tree. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/template_private.h"
#include "core/word_rules.h"

static void built_in(struct groei_arena *arena, enum word_rules_kind kind, struct word_rules *rules)
{
	struct template_error *errors = NULL;
	size_t count = 0;

	word_rules_find(arena, kind, NULL, rules, &errors, &count);
	assert_int_equal(count, 0);
	assert_true(rules->count > 0);
}

/* "rule:words" of all that is found, a blank between. */
static const char *found(struct groei_arena *arena, enum word_rules_kind kind, const char *text,
                         enum question_kind question)
{
	struct word_rules rules;
	struct word_hit *hits = NULL;
	const char *all = "";
	size_t count;

	built_in(arena, kind, &rules);
	count = word_rules_hits(&rules, arena, text, strlen(text), question, &hits);
	for (size_t i = 0; i < count; i++)
		all = groei_arena_print(arena, "%s%s%s:%.*s", all, i > 0 ? " " : "", hits[i].rule->id,
		                        (int)hits[i].length, text + hits[i].start);
	return all;
}

static const struct {
	const char *text, *found;
} notes[] = {
	/* Dutch */
	{"Amir was vorige week ziek.", "health:ziek"},
	{"Ze heeft ZIEKTEVERLOF aangevraagd", "health:ZIEKTEVERLOF"},
	{"terug na een burn-out", "health:burn-out"},
	{"terug na haar burnoutklachten", "health:burnoutklachten"},
	{"gaat in mei met zwangerschapsverlof", "pregnancy:zwangerschapsverlof"},
	{"is zwánger", "pregnancy:zwánger"},
	{"Bezoekt de moskee; is lid van de vakbond", "religion:moskee union:vakbond"},
	{"vakbondsafgevaardigde bij het FNV", "union:vakbondsafgevaardigde union:FNV"},
	{"heeft op een politieke partij gestemd", "politics:politieke partij"},
	{"vertelde dat hij homo is", "orientation:homo"},
	{"van Marokkaanse afkomst", "origin:afkomst"},
	{"moeder heeft borstkanker", "health:borstkanker"},
	{"bespreekt het met de bedrijfsarts", "health:bedrijfsarts"},
	/* English */
	{"He was ill, then on sick leave.", "health:ill health:sick leave"},
	{"She is pregnant", "pregnancy:pregnant"},
	{"expecting a baby in June", "pregnancy:expecting a baby"},
	{"goes to church on Sunday", "religion:church"},
	{"a shop steward of the trade union", "union:shop steward union:trade union"},
	{"came back after burnout", "health:burnout"},
	{"her psychologist’s advice", "health:psychologist’s"},
	{"told me she is a lesbian", "orientation:lesbian"},
	{"diagnosed with ADHD", "health:ADHD"},
	/* What only looks so */
	{"Met gezond verstand aangepakt", ""},
	{"Werkt op de Kerkstraat", ""},
	{"psychologische veiligheid in het team", ""},
	{"heeft het geloof in eigen kunnen terug", ""},
	{"ik geloof dat dit lukt", ""},
	{"in de overgang naar de nieuwe rol", ""},
	{"de cursus is goed bevallen", ""},
	{"plannen uit de kast gehaald", ""},
	{"Het project is gestaakt", ""},
	{"lastige klant, veel stress en een volle agenda", ""},
	{"bijbehorende documenten van Bondsma", ""},
	{"Common sense and a health check of the service", ""},
	{"The requirements are ill-defined, I am sick of it", ""},
	{"Churchill speech as an example", ""},
	{"I'll fill in the skill matrix", ""},
	{"disabled the feature flag; race condition fixed", ""},
	{"UNION of two SQL queries in the European Union", ""},
	{"works in the healthcare sector", ""},
	{"Add the tests, Christian agreed", ""},
	{"in good faith", ""},
	{"", ""},
};

static void the_guard_finds_in_any_inflection_and_leaves_the_rest_alone(void **state)
{
	struct groei_arena *arena = groei_arena_open();

	(void)state;
	for (size_t i = 0; i < sizeof notes / sizeof *notes; i++)
		if (strcmp(found(arena, RULES_GUARD, notes[i].text, QUESTION_KINDS), notes[i].found) != 0)
			fail_msg("“%s”: found “%s”, expected “%s”", notes[i].text,
			         found(arena, RULES_GUARD, notes[i].text, QUESTION_KINDS), notes[i].found);
	groei_arena_close(arena);
}

static void a_long_text_is_looked_through(void **state)
{
	struct groei_arena *arena = groei_arena_open();
	size_t length = 300000;
	char *text = groei_arena_take(arena, length + 16);

	(void)state;
	for (size_t i = 0; i < length; i++)
		text[i] = i % 6 == 5 ? ' ' : 'a';
	strcpy(text + length, " was ziek");
	assert_string_equal(found(arena, RULES_GUARD, text, QUESTION_KINDS), "health:ziek");
	groei_arena_close(arena);
}

static const struct {
	const char *text, *found;
} questions[] = {
	{"Ben je tevreden?", "closed:Ben je"},
	{"Kun je dat uitleggen?", "closed:Kun je"},
	{"Do you like it?", "closed:Do"},
	{"Haven't you tried?", "closed:Haven't leading:Haven't you"},
	{"Je zei het al. Lukt het?", "closed:Lukt"},
	{"Waar ben je goed in?", ""},
	{"Wat kun je in het team delen?", ""},
	{"Hoe je hier komt, vertel eens?", ""},
	{"Wie wil je spreken?", ""},
	{"Is dit geen vraag.", ""},
	{"Wat lukte, en wat lukte niet?", "double:en wat"},
	{"What worked and what did not?", "double:and what"},
	{"What worked? What did not?", "double:?"},
	{"Welke kennis en vaardigheden wil je delen?", ""},
	{"Which time, means and attention went into it?", ""},
	{"Vind je ook niet dat het beter kan?", "closed:Vind je leading:Vind je ook niet"},
	{"Hoe kan het beter, don’t you think?", "leading:don’t you think"},
	{"Wat gaat er zeker goed?", "leading:zeker"},
	{"What will surely work?", "leading:surely"},
	{"Hoe zeker ben je van je zaak?", ""},
};

static void the_lint_flags_closed_double_and_leading_questions(void **state)
{
	struct groei_arena *arena = groei_arena_open();

	(void)state;
	for (size_t i = 0; i < sizeof questions / sizeof *questions; i++)
		if (strcmp(found(arena, RULES_LINT, questions[i].text, QUESTION_TEXT),
		           questions[i].found) != 0)
			fail_msg("“%s”: found “%s”, expected “%s”", questions[i].text,
			         found(arena, RULES_LINT, questions[i].text, QUESTION_TEXT),
			         questions[i].found);
	assert_string_equal(found(arena, RULES_LINT, "Ben je er?", QUESTION_YESNO), "");
	assert_string_equal(found(arena, RULES_LINT, "Ben je er?", QUESTION_SCALE), "closed:Ben je");
	groei_arena_close(arena);
}

static size_t lint(struct groei_arena *arena, const struct question_template *template,
                   struct template_finding **findings_out)
{
	struct template_error *errors = NULL;
	size_t count = 0, error_count = 0;

	assert_int_equal(groei_template_lint(arena, NULL, template, GROEI_ENGLISH, findings_out,
	                                     &count, &errors, &error_count), GROEI_OK);
	assert_int_equal(error_count, 0);
	return count;
}

/* And each "lint: literal" is there because the rules would speak. */
static void the_shipped_templates_pass(void **state)
{
	struct groei_arena *arena = groei_arena_open();
	struct question_template **templates;
	struct template_finding *findings;
	size_t count;

	(void)state;
	assert_int_equal(groei_template_list(arena, NULL, &templates, &count, NULL, NULL), GROEI_OK);
	for (size_t t = 0; t < count; t++) {
		if (lint(arena, templates[t], &findings) > 0)
			fail_msg("%s:%d: %s: %s", findings->file, findings->line, findings->rule,
			         findings->found);
		for (size_t q = 0; q < templates[t]->question_count; q++) {
			const struct question *question = &templates[t]->questions[q];

			if (question->literal && !*found(arena, RULES_LINT, question->text.in[GROEI_DUTCH],
			                                 question->kind))
				fail_msg("%s: %s needs no lint: literal", templates[t]->id, question->id);
		}
	}
	groei_arena_close(arena);
}

static void a_finding_has_its_place(void **state)
{
	static const struct {
		int line, column;
		const char *question, *rule, *found;
	} expected[] = {
		{12, 20, "closed", "closed", "Gaat"},
		{13, 15, "closed", "closed", "Is"},
		{18, 37, "double", "double", "en wat"},
		{28, 36, "health", "health", "ziek"},
		{31, 33, "health", "health", "burn-out"},
	};
	struct groei_arena *arena = groei_arena_open();
	struct question_template *template = NULL;
	struct template_finding *findings = NULL;

	(void)state;
	assert_int_equal(groei_template_check(arena, "tests/data/lint/poor.yaml", &template, NULL,
	                                      NULL), GROEI_OK);
	assert_int_equal(lint(arena, template, &findings), sizeof expected / sizeof *expected);
	for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
		assert_string_equal(findings[i].rule, expected[i].rule);
		assert_string_equal(findings[i].found, expected[i].found);
		assert_string_equal(findings[i].question, expected[i].question);
		assert_int_equal(findings[i].line, expected[i].line);
		assert_int_equal(findings[i].column, expected[i].column);
		assert_string_not_equal(findings[i].why, "");
		assert_string_not_equal(findings[i].suggest, "");
	}
	groei_arena_close(arena);
}

/* "line:column: text" of each error, a newline after each. */
static const char *wrong(struct groei_arena *arena, enum word_rules_kind kind, const char *text)
{
	struct word_rules rules;
	struct template_error *errors = NULL;
	size_t count = 0;
	const char *all = "";

	if (word_rules_read(arena, kind, "g.yaml", text, strlen(text), &rules, &errors, &count) ==
	    GROEI_OK)
		return "";
	for (size_t i = 0; i < count; i++)
		all = groei_arena_print(arena, "%s%d:%d: %s\n", all, errors[i].line, errors[i].column,
		                        errors[i].text);
	return all;
}

#define HEAD "version: 1\nlanguages: [en]\nrules:\n"

static void a_file_of_rules_is_validated_in_place(void **state)
{
	struct groei_arena *arena = groei_arena_open();

	(void)state;
	assert_string_equal(wrong(arena, RULES_GUARD,
	                          HEAD "  - {id: a, title: A, why: W, suggest: S, words: {en: [x]}}\n"),
	                    "");
	assert_string_equal(wrong(arena, RULES_GUARD,
	                          HEAD "  - {id: a, title: A, why: W, words: {en: [x]}}\n"),
	                    "4:5: rules[0] has no key \"suggest\", expected a text in every language\n");
	assert_string_equal(
	    wrong(arena, RULES_GUARD,
	          HEAD "  - {id: a, title: A, why: W, suggest: S, words: {en: [x*y, \"\"], xx: [a]}}\n"),
	    "4:56: rules[0].words.en[0]: found \"x*y\", expected words without a * in their middle, at "
	    "most 80 characters\n"
	    "4:61: rules[0].words.en[1]: found nothing, expected words without a * in their middle, at "
	    "most 80 characters\n"
	    "4:70: rules[0].words.xx: found a list, expected a list of words for each language, nl and "
	    "en\n");
	assert_string_equal(
	    wrong(arena, RULES_GUARD,
	          HEAD "  - {id: a, title: A, why: W, suggest: S, words: {en: [x]}, marks: 2}\n"),
	    "4:61: unknown key \"marks\" in rules[0]; expected one of id, title, why, suggest, "
	    "words, except\n");
	assert_string_equal(
	    wrong(arena, RULES_LINT,
	          HEAD "  - {id: a, title: A, why: W, suggest: S, words: {en: [x]}, where: begin}\n"),
	    "4:68: rules[0].where: found \"begin\", expected one of anywhere, question\n");
	assert_string_equal(wrong(arena, RULES_GUARD, "version: 1\nlanguages: [en]\nrules: []\n"),
	                    "3:8: rules: found an empty list, expected a list of rules\n");
	groei_arena_close(arena);
}

static void put(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static void the_narrowest_good_file_holds(void **state)
{
	char folder[] = "/tmp/groei-guard-XXXXXX";
	struct groei_arena *arena = groei_arena_open();
	struct template_folders folders = {0};
	struct template_error *errors = NULL;
	struct word_rules rules;
	size_t count = 0;
	const char *mine;

	(void)state;
	assert_non_null(mkdtemp(folder));
	mine = groei_arena_print(arena, "%s/guard.yaml", folder);
	folders.folder[LAYER_USER] = groei_arena_print(arena, "%s/templates", folder);
	put(mine, HEAD "  - {id: own, title: A, why: W, suggest: S, words: {en: [secret]}}\n");
	word_rules_find(arena, RULES_GUARD, &folders, &rules, &errors, &count);
	assert_int_equal(count, 0);
	assert_int_equal(rules.count, 1);
	assert_string_equal(rules.rules[0].id, "own");
	assert_string_equal(rules.path, mine);
	put(mine, "version: x\n");
	word_rules_find(arena, RULES_GUARD, &folders, &rules, &errors, &count);
	assert_true(count > 0);
	assert_string_equal(errors[0].file, mine);
	assert_int_equal(rules.layer, LAYER_BUILTIN);
	assert_true(rules.count > 5);
	unlink(mine);
	rmdir(folder);
	groei_arena_close(arena);
}

static void every_key_is_documented(void **state)
{
	char text[64 * 1024];
	FILE *file = fopen("docs/guard.md", "r");
	const char *key;

	(void)state;
	assert_non_null(file);
	text[fread(text, 1, sizeof text - 1, file)] = '\0';
	fclose(file);
	for (size_t i = 0; (key = word_rules_key(i)); i++) {
		char row[80];

		snprintf(row, sizeof row, "\n| `%s` |", key);
		if (!strstr(text, row))
			fail_msg("docs/guard.md has no row for the key %s", key);
	}
}

static void a_starting_file_is_a_template_that_passes(void **state)
{
	static const char *const from[] = {NULL, "growth", "stalled"};
	struct groei_arena *arena = groei_arena_open();

	(void)state;
	for (size_t i = 0; i < sizeof from / sizeof *from; i++) {
		struct question_template *template = NULL;
		struct template_error *errors = NULL;
		const char *text = NULL;
		size_t length = 0, count = 0;

		assert_int_equal(groei_template_draft(arena, NULL, "mine", from[i], &text, &length),
		                 GROEI_OK);
		assert_int_equal(groei_template_parse(arena, "mine.yaml", text, length, &template,
		                                      &errors, &count), GROEI_OK);
		assert_string_equal(template->id, "mine");
	}
	groei_arena_close(arena);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_guard_finds_in_any_inflection_and_leaves_the_rest_alone),
		cmocka_unit_test(a_long_text_is_looked_through),
		cmocka_unit_test(the_lint_flags_closed_double_and_leading_questions),
		cmocka_unit_test(the_shipped_templates_pass),
		cmocka_unit_test(a_finding_has_its_place),
		cmocka_unit_test(a_file_of_rules_is_validated_in_place),
		cmocka_unit_test(the_narrowest_good_file_holds),
		cmocka_unit_test(every_key_is_documented),
		cmocka_unit_test(a_starting_file_is_a_template_that_passes),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("guard", tests, NULL, NULL);
}
