/* The templates that groei ships: the sentences they must carry, both languages, hints, and one wording
 * for one question wherever it is asked. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <groei/template.h>

/* What the sources ask, word for word. */
static const struct {
	const char *template, *dutch, *english;
} asked[] = {
	{"growth",
	 "Wat geeft jou energie?",
	 "What gives you energy?"},
	{"growth",
	 "Waar ben je goed in?",
	 "What are you good at?"},
	{"growth",
	 "Weet je waar je goed in bent?",
	 "Do you know what you are good at?"},
	{"growth",
	 "Wat zeggen misschien andere mensen van jou?",
	 "What might other people say about you?"},
	{"growth",
	 "Waar wil je naartoe groeien?",
	 "Where do you want to grow towards?"},
	{"growth",
	 "Wat is nodig om van een 7 een 9 te maken?",
	 "What does it take to turn a 7 into a 9?"},
	{"growth",
	 "Welke passie verdient meer ruimte?",
	 "Which passion deserves more room?"},
	{"reflection",
	 "Ben ik goed in wat ik aan het doen ben?",
	 "Am I good at what I am doing?"},
	{"reflection",
	 "Waar wil ik naartoe evolueren?",
	 "Where do I want to evolve towards?"},
	{"reflection",
	 "Word ik voldoende uitgedaagd of zit ik misschien te veel in een comfortzone?",
	 "Am I challenged enough, or am I perhaps too much in a comfort zone?"},
	{"reflection",
	 "Welke vaardigheden (die ik nog niet bezit) moet ik gaan ontwikkelen?",
	 "Which skills (that I do not have yet) should I develop?"},
	{"reflection",
	 "Wat levert dit op voor jouw energie, werkplezier en toekomst?",
	 "What does this bring for your energy, joy in work and future?"},
	{"debrief",
	 "Wat heb je geleerd?",
	 "What have you learned?"},
	{"debrief",
	 "Hoe kun je de geleerde kennis en vaardigheden in de praktijk toepassen?",
	 "How can you apply the knowledge and skills you learned in practice?"},
	{"debrief",
	 "Hoe kan de medewerker de geleerde kennis en vaardigheden in de praktijk toepassen?",
	 "How can the employee apply the knowledge and skills learned in practice?"},
	{"debrief",
	 "Hoe kan de rest van het team profiteren van wat er geleerd is?",
	 "How can the rest of the team profit from what was learned?"},
	{"debrief",
	 "Welke casus of welk voorbeeld kunnen we samen bespreken?",
	 "Which case or which example can we discuss together?"},
	{"micro",
	 "Hoe gaat het?",
	 "How are you doing?"},
	{"micro",
	 "Hoe verloopt het leerproces?",
	 "How is the learning going?"},
	{"micro",
	 "Is er nog iets nodig?",
	 "Is there anything else you need?"},
	{"checkin",
	 "Heb je genoeg ruimte in de week om te oefenen en te onderzoeken?",
	 "Do you have enough room in the week to practise and explore?"},
	{"progress",
	 "Hoe verloopt het leerproces?",
	 "How is the learning going?"},
	{"progress",
	 "Wie met ervaring kan je helpen?",
	 "Who with experience can help you?"},
	{"progress",
	 "Wat kun je in het team delen?",
	 "What can you share in the team?"},
	{"progress",
	 "Ben jij je bewust van jouw aandeel?",
	 "Are you aware of your share?"},
	{"lead-mirror",
	 "Ben ik mij bewust van mijn aandeel?",
	 "Am I aware of my share?"},
	{"lead-mirror",
	 "Van de gevolgen van mijn handelen?",
	 "Of the consequences of my actions?"},
	{"lead-mirror",
	 "Heb ik zicht op de leerbehoefte van iedere medewerker, en van het team?",
	 "Do I have sight of the learning needs of every employee, and of the team?"},
	{"lead-mirror",
	 "Wat heb ik gehoord dat nog geen actie is?",
	 "What did I hear that is not an action yet?"},
	{"lead-mirror",
	 "Hoeveel energie krijg ik van het contact met mensen?",
	 "How much energy do I get from contact with people?"},
	{"stalled",
	 "Wat heeft diegene dan nodig?",
	 "What does that person need then?"},
	{"career",
	 "Wat zijn de mogelijkheden binnen en buiten de organisatie?",
	 "What are the options inside and outside the organisation?"},
	{"team-needs",
	 "Hoe verenig je de organisatiedoelstellingen met leerbehoeften van medewerkers?",
	 "How do you unite the objectives of the organisation with the learning needs of employees?"},
	{"team-retro",
	 "Waar wringt bij ons de schoen?",
	 "Where does the shoe pinch for us?"},
	{"team-retro",
	 "Waar werkt het al wél?",
	 "Where does it already work?"},
	{"lesson",
	 "De geleerde les van deze week",
	 "The lesson learned this week"},
	{"hr-framework",
	 "Hoe kunnen we medewerkers en verantwoordelijken in dialoog laten gaan?",
	 "How can we bring employees and those in charge into dialogue?"},
	{"hr-framework",
	 "Functioneringsgesprekken, check-ins of nog iets anders?",
	 "Appraisal talks, check-ins or something else?"},
	{"hr-framework",
	 "Kunnen we professionele groei een KPI maken in elk functioneringsgesprek?",
	 "Can we make professional growth a KPI in every appraisal talk?"},
	{"hr-framework",
	 "Waar wil het bedrijf naartoe?",
	 "Where does the company want to go?"},
	{"hr-framework",
	 "Wat is het groeitraject?",
	 "What is the path of growth?"},
	{"hr-framework",
	 "Hebben we nieuwe diensten nodig?",
	 "Do we need new services?"},
	{"hr-framework",
	 "Nieuwe medewerkers?",
	 "New employees?"},
	{"hr-framework",
	 "Welke talenten hebben we al binnen de organisatie én welke opleidingen moeten we hen "
	 "aanbieden?",
	 "Which talents do we already have within the organisation, and which training should we "
	 "offer them?"},
};

static const char *const shipped[] = {
	"career",      "checkin",     "debrief",         "evc",         "growth",
	"hr-framework", "informal",   "job-crafting",    "lead-mirror", "lesson",
	"micro",       "peer-feedback", "progress",      "reflection",  "review",
	"stalled",     "start",       "stay",            "team-needs",  "team-retro",
	"training-before", "transfer-14", "transfer-30", "transfer-60", "transfer-90",
	"workload",
};

static struct question_template **all(struct groei_arena *arena, size_t *count_out)
{
	struct question_template **templates;
	struct template_error *errors;
	size_t error_count;

	assert_int_equal(groei_template_list(arena, NULL, &templates, count_out, &errors,
	                                     &error_count), GROEI_OK);
	assert_int_equal(error_count, 0);
	return templates;
}

static const struct question_template *find(struct groei_arena *arena, const char *id)
{
	struct question_template *template = NULL;

	if (groei_template_find(arena, NULL, id, &template, NULL, NULL) != GROEI_OK)
		fail_msg("there is no template %s", id);
	return template;
}

static void every_kind_of_conversation_has_its_template(void **state)
{
	struct groei_arena *arena = groei_arena_open();
	size_t count;
	struct question_template **templates = all(arena, &count);

	(void)state;
	assert_int_equal(count, sizeof shipped / sizeof *shipped);
	for (size_t i = 0; i < count; i++)
		assert_string_equal(templates[i]->id, shipped[i]);
	groei_arena_close(arena);
}

static void the_questions_of_the_sources_stand_there_word_for_word(void **state)
{
	struct groei_arena *arena = groei_arena_open();

	(void)state;
	for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
		const struct question_template *template = find(arena, asked[i].template);
		int there = 0;

		for (size_t q = 0; q < template->question_count; q++) {
			const struct template_text *text = &template->questions[q].text;

			there += strcmp(text->in[GROEI_DUTCH], asked[i].dutch) == 0 &&
			         strcmp(text->in[GROEI_ENGLISH], asked[i].english) == 0;
		}
		if (there != 1)
			fail_msg("%s does not ask “%s”, “%s”", asked[i].template, asked[i].dutch,
			         asked[i].english);
	}
	groei_arena_close(arena);
}

static void complete(const struct question_template *template, const char *id,
                     const struct template_text *text)
{
	for (int language = 0; language < GROEI_LANGUAGES; language++)
		if (!text->in[language] || !*text->in[language])
			fail_msg("%s, %s lacks a text", template->id, id);
}

static void every_template_is_complete_in_both_languages_with_hints(void **state)
{
	struct groei_arena *arena = groei_arena_open();
	size_t count;
	struct question_template **templates = all(arena, &count);

	(void)state;
	for (size_t t = 0; t < count; t++) {
		const struct question_template *template = templates[t];

		assert_int_equal(template->layer, LAYER_BUILTIN);
		assert_memory_equal(template->path, "built-in:", 9);
		complete(template, "title", &template->title);
		complete(template, "intro", &template->intro);
		for (size_t s = 0; s < template->section_count; s++)
			complete(template, template->sections[s].id, &template->sections[s].title);
		for (size_t q = 0; q < template->question_count; q++) {
			complete(template, template->questions[q].id, &template->questions[q].text);
			complete(template, template->questions[q].id, &template->questions[q].help);
			if (template->questions[q].kind == QUESTION_SCALE)
				complete(template, template->questions[q].id,
				         &template->questions[q].high_label);
		}
	}
	groei_arena_close(arena);
}

static void one_question_has_one_wording_wherever_it_is_asked(void **state)
{
	struct groei_arena *arena = groei_arena_open();
	size_t count, shared = 0;
	struct question_template **templates = all(arena, &count);

	(void)state;
	for (size_t a = 0; a < count; a++)
		for (size_t b = a + 1; b < count; b++)
			for (size_t i = 0; i < templates[a]->question_count; i++)
				for (size_t j = 0; j < templates[b]->question_count; j++) {
					const struct question *one = &templates[a]->questions[i];
					const struct question *other = &templates[b]->questions[j];
					const char *word = one->text.in[GROEI_DUTCH];

					if (strcmp(one->id, other->id) != 0) {
						assert_string_not_equal(word, other->text.in[GROEI_DUTCH]);
						continue;
					}
					shared++;
					if (strcmp(one->hash, other->hash) != 0)
						fail_msg("%s reads otherwise in %s than in %s", one->id,
						         templates[a]->id, templates[b]->id);
				}
	assert_true(shared > 20);
	groei_arena_close(arena);
}

static void scales_to_follow_are_asked_more_than_once(void **state)
{
	static const struct {
		const char *id;
		int low, high;
	} scales[] = {{"energy-today", 1, 10}, {"challenged", 1, 5}, {"appreciated", 1, 5},
	              {"workload", 1, 5},      {"confidence", 0, 10}, {"motivation", 1, 5}};
	struct groei_arena *arena = groei_arena_open();
	size_t count;
	struct question_template **templates = all(arena, &count);

	(void)state;
	for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
		int times = 0;

		for (size_t t = 0; t < count; t++)
			for (size_t q = 0; q < templates[t]->question_count; q++) {
				const struct question *question = &templates[t]->questions[q];

				if (strcmp(question->id, scales[i].id) != 0)
					continue;
				times++;
				assert_int_equal(question->low, scales[i].low);
				assert_int_equal(question->high, scales[i].high);
			}
		assert_true(times > 1);
	}
	groei_arena_close(arena);
}

/* Of the annual review the question on growth may not be left open; nothing else is forced. */
static void only_the_growth_of_the_annual_review_may_not_be_skipped(void **state)
{
	struct groei_arena *arena = groei_arena_open();
	size_t count;
	struct question_template **templates = all(arena, &count);

	(void)state;
	for (size_t t = 0; t < count; t++)
		for (size_t q = 0; q < templates[t]->question_count; q++) {
			const struct question *question = &templates[t]->questions[q];
			int required = strcmp(templates[t]->id, "review") == 0 &&
			               strcmp(question->id, "professional-growth") == 0;

			assert_int_equal(question->skippable, !required);
			if (required)
				assert_string_equal(templates[t]->sections[question->section].id,
				                    "professional-growth");
		}
	groei_arena_close(arena);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_kind_of_conversation_has_its_template),
		cmocka_unit_test(the_questions_of_the_sources_stand_there_word_for_word),
		cmocka_unit_test(every_template_is_complete_in_both_languages_with_hints),
		cmocka_unit_test(one_question_has_one_wording_wherever_it_is_asked),
		cmocka_unit_test(scales_to_follow_are_asked_more_than_once),
		cmocka_unit_test(only_the_growth_of_the_annual_review_may_not_be_skipped),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("shipped", tests, NULL, NULL);
}
