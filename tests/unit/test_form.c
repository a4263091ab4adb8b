/* Forms as they come back: whatever mail programs and editors did to them, the answers are the same. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include <groei/form.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct template_folders nowhere = {{NULL}};

static size_t read_file(const char *name, char *bytes, size_t size)
{
	char path[128];
	FILE *file;
	size_t length;

	snprintf(path, sizeof path, "tests/data/forms/%s", name);
	file = fopen(path, "rb");
	if (file == NULL)
		fail_msg("%s cannot be opened", path);
	length = fread(bytes, 1, size, file);
	fclose(file);
	return length;
}

static const struct form_answer *answer_to(const struct form *form, const char *question)
{
	for (size_t i = 0; i < form->answer_count; i++) {
		if (strcmp(form->answers[i].question->id, question) == 0)
			return &form->answers[i];
	}
	return NULL;
}

static const struct {
	const char *question, *text;
} expected[] = {
	{"energy-today", "8"},
	{"how-are-you", "Goed, al is het druk — “lekker druk”, zeg maar."},
	{"learning-progress", "Ik heb twee rapporten met SQL gemaakt en daarbij veel geleerd over "
	                      "vensterfuncties; de rest komt volgende maand aan de beurt."},
	{"practice-room", "short"},
	{"anything-needed", "- een tweede scherm\n- een uur per week"},
};

static void mangled_forms_say_the_same(void **state)
{
	static const struct {
		const char *name;
		size_t lost;
	} files[] = {{"plain.md", 0},     {"crlf-bom.md", 0}, {"quoted.md", 0}, {"wrapped.md", 0},
	             {"reordered.md", 0}, {"escaped.md", 0},  {"word.md", 0},
	             {"remarks.md", 5}};
	static char bytes[20000];

	(void)state;
	for (size_t i = 0; i < COUNT(files); i++) {
		struct groei_arena *arena = groei_arena_open();
		struct form form;
		const char *why = NULL;
		size_t length = read_file(files[i].name, bytes, sizeof bytes);

		if (groei_form_parse(arena, &nowhere, bytes, length, &form, &why) != GROEI_OK)
			fail_msg("%s: %s", files[i].name, why);
		assert_string_equal(form.head.template, "checkin");
		assert_string_equal(form.head.person, "amir");
		assert_string_equal(form.head.conversation, "bcdfghjkmnpqrstv");
		assert_int_equal(form.head.side, SIDE_EMPLOYEE);
		for (size_t at = 0; at < COUNT(expected); at++) {
			const struct form_answer *answer = answer_to(&form, expected[at].question);

			if (answer == NULL || answer->text == NULL ||
			    strcmp(answer->text, expected[at].text) != 0)
				fail_msg("%s, %s: “%s”", files[i].name, expected[at].question,
				         answer == NULL ? "(none)" : answer->text == NULL ? answer->why
				                                                         : answer->text);
		}
		for (size_t at = 0; at < form.lost_count && form.lost_count != files[i].lost; at++)
			print_error("%s, line %zu: %s\n", files[i].name, form.lost[at].line,
			            form.lost[at].text);
		assert_int_equal(form.lost_count, files[i].lost);
		assert_int_equal(form.answer_count, COUNT(expected));
		groei_arena_close(arena);
	}
}

static void what_is_left_over_has_its_line(void **state)
{
	struct groei_arena *arena = groei_arena_open();
	struct form form;
	const char *why = NULL;
	static char bytes[20000];
	size_t length = read_file("remarks.md", bytes, sizeof bytes);

	(void)state;
	assert_int_equal(groei_form_parse(arena, &nowhere, bytes, length, &form, &why), GROEI_OK);
	assert_int_equal(form.lost_count, 5);
	assert_string_equal(form.lost[0].text, "Hoi Sanne, hierbij mijn formulier!");
	assert_int_equal(form.lost[0].line, 1);
	assert_string_equal(form.lost[1].text, "het gaat vooruit");
	assert_string_equal(form.lost[2].text, "Groeten, Amir");
	assert_string_equal(form.lost[3].text, "### Iets anders [of-course]");
	assert_string_equal(form.lost[4].text, "Blabla");
	groei_arena_close(arena);
}

/* One question of a form, with this below it. */
static struct form_answer read_one(struct groei_arena *arena, const char *question, const char *below)
{
	const char *text = groei_arena_print(
	    arena, "[groei checkin/1 person=amir author=amir side=employee]\n\n### 1. Vraag [%s]\n\n%s\n",
	    question, below);
	struct form form;
	const char *why = NULL;

	assert_int_equal(groei_form_parse(arena, &nowhere, text, strlen(text), &form, &why), GROEI_OK);
	return form.answer_count == 0 ? (struct form_answer){.text = NULL} : form.answers[0];
}

static void scales_are_read_as_people_write_them(void **state)
{
	static const struct {
		const char *below, *number; /* NULL: not understood */
	} cases[] = {{"1 … 10: 7", "7"},        {"7/10", "7"},       {"7 - toelichting", "7"},
	             {"**7**", "7"},            {"1 ... 10:\n7", "7"}, {"7 van de 10", "7"},
	             {"1 – 10: 10", "10"},      {"7 op 10", "7"},    {"Antwoord: 7", "7"},
	             {"5 of 6", NULL},          {"7,5", NULL},       {"11", NULL},
	             {"zeven", NULL},           {"-1", NULL}};
	struct groei_arena *arena = groei_arena_open();

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct form_answer answer = read_one(arena, "energy-today", cases[i].below);

		if (cases[i].number == NULL ? answer.text != NULL || answer.why == NULL
		                            : answer.text == NULL ||
		                                  strcmp(answer.text, cases[i].number) != 0)
			fail_msg("“%s” gives “%s”", cases[i].below, answer.text);
	}
	assert_null(read_one(arena, "energy-today", "1 … 10:").text);
	assert_null(read_one(arena, "energy-today", "1 … 10:").why);
	groei_arena_close(arena);
}

static void boxes_are_read_as_people_tick_them(void **state)
{
	static const struct {
		const char *below, *choice;
	} cases[] = {{"- [x] Net genoeg", "just"},
	             {"[X] Just enough", "just"},
	             {"- [ ] Ja, ruim voldoende\n- [ x ] Net genoeg", "just"},
	             {"☑ Net genoeg\n☐ Nee, te weinig", "just"},
	             {"Net genoeg.", "just"},
	             {"* \\[x\\] Ja, ruim\nvoldoende", "plenty"},
	             {"- [ ] Ja, ruim voldoende\n- [ ] Net genoeg", NULL},
	             {"- [x] Ja, ruim voldoende\n- [x] Net genoeg", NULL}};
	struct groei_arena *arena = groei_arena_open();

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct form_answer answer = read_one(arena, "practice-room", cases[i].below);

		if (cases[i].choice == NULL ? answer.text != NULL
		                            : answer.text == NULL ||
		                                  strcmp(answer.text, cases[i].choice) != 0)
			fail_msg("“%s” gives “%s”", cases[i].below, answer.text);
	}
	assert_non_null(read_one(arena, "practice-room", cases[7].below).why);
	groei_arena_close(arena);
}

static void what_is_no_form_is_refused(void **state)
{
	static char large[FORM_LONGEST + 2];
	static const struct {
		const char *bytes;
		size_t length;
		const char *part;
	} cases[] = {{"", 0, "[groei"},
	             {"just a letter\n", 14, "[groei"},
	             {"PK\3\4\0\0", 6, "no text"},
	             {"\xFF\xFE#\0", 4, "UTF-16"},
	             {"caf\xE9", 4, "UTF-8 at byte 4"},
	             {"[groei nonsense/1 person=a author=a side=lead]", 46, "nonsense"},
	             {"[groei growth/1 person=a author=a side=king]", 44, "[groei"},
	             {large, sizeof large - 1, "longer"}};
	struct groei_arena *arena = groei_arena_open();
	struct form form = {.answer_count = 4711};
	const char *why;

	(void)state;
	memset(large, 'a', sizeof large);
	for (size_t i = 0; i < COUNT(cases); i++) {
		assert_int_equal(groei_form_parse(arena, &nowhere, cases[i].bytes, cases[i].length, &form,
		                                  &why),
		                 GROEI_INVALID);
		if (strstr(why, cases[i].part) == NULL)
			fail_msg("“%s” does not hold “%s”", why, cases[i].part);
		assert_null(strchr(why, '\n'));
	}
	assert_int_equal(form.answer_count, 4711);
	groei_arena_close(arena);
}

int main(void)
{
	cmocka_set_message_output(CM_OUTPUT_TAP);
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(mangled_forms_say_the_same),
	    cmocka_unit_test(what_is_left_over_has_its_line),
	    cmocka_unit_test(scales_are_read_as_people_write_them),
	    cmocka_unit_test(boxes_are_read_as_people_tick_them),
	    cmocka_unit_test(what_is_no_form_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
