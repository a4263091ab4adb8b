/* libFuzzer target: any bytes are a form or none, and what is read from one fits its questions. */
#include <string.h>

#include <groei/form.h>
#include <groei/text.h>

#include "fuzz.h"

static void check_answer(const struct form *form, const struct form_answer *answer)
{
	const struct question *question = answer->question;
	int number;

	require(question >= form->template->questions &&
	        question < form->template->questions + form->template->question_count);
	require((answer->text == NULL) != (answer->why == NULL));
	require(answer->line > 0);
	if (answer->text == NULL)
		return;
	require(groei_text_valid(answer->text, strlen(answer->text), NULL) && *answer->text != '\0');
	if (question->kind == QUESTION_SCALE) {
		number = atoi(answer->text);
		require(number >= question->low && number <= question->high);
	} else if (question->kind == QUESTION_YESNO) {
		require(strcmp(answer->text, "yes") == 0 || strcmp(answer->text, "no") == 0);
	} else if (question->kind == QUESTION_CHOICE) {
		size_t i = 0;

		while (i < question->choice_count &&
		       strcmp(question->choices[i].id, answer->text) != 0)
			i++;
		require(i < question->choice_count);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct template_folders nowhere = {{NULL}};
	struct groei_arena *arena = groei_arena_open();
	struct form form;
	const char *why = NULL;

	if (groei_form_parse(arena, &nowhere, (const char *)data, size, &form, &why) != GROEI_OK) {
		require(why != NULL && strchr(why, '\n') == NULL);
	} else {
		size_t lines = 1;

		for (size_t i = 0; i < size; i++)
			lines += data[i] == '\n' || data[i] == '\r';
		require(form.answer_count <= form.template->question_count);
		for (size_t i = 0; i < form.answer_count; i++) {
			check_answer(&form, &form.answers[i]);
			require(i == 0 || form.answers[i].question > form.answers[i - 1].question);
		}
		for (size_t i = 0; i < form.lost_count; i++)
			require(form.lost[i].line > 0 && form.lost[i].line <= lines);
	}
	groei_arena_close(arena);
	return 0;
}
