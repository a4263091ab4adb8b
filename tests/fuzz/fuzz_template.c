/* libFuzzer target: any bytes are a template or a list of errors that is fit to be shown.
 *
 * Build: clang -fsanitize=fuzzer,address,undefined with the library; corpus: tests/data/templates. */
#include <string.h>

#include <groei/template.h>
#include <groei/text.h>

#include "fuzz.h"

static void look_at(const struct question_template *template)
{
	require(template->section_count > 0 && template->version > 0);
	for (size_t i = 0; i < template->question_count; i++) {
		const struct question *question = &template->questions[i];

		require(question->kind < QUESTION_KINDS && strlen(question->hash) == 16);
		require(question->section < template->section_count);
		require(*groei_template_text(&question->text, GROEI_DUTCH) != '\0');
		require((question->kind == QUESTION_CHOICE) == (question->choice_count > 0));
		require((question->kind == QUESTION_SCALE) == (question->low < question->high));
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct groei_arena *arena = groei_arena_open();
	struct question_template *template = NULL;
	struct template_error *errors = NULL;
	size_t count = 0;

	if (groei_template_parse(arena, "fuzz.yaml", (const char *)data, size, &template, &errors,
	                         &count) == GROEI_OK) {
		look_at(template);
	} else {
		require(count > 0 && count <= 20);
		for (size_t i = 0; i < count; i++) {
			require(errors[i].line >= 1 && errors[i].column >= 1);
			require(i == 0 || errors[i - 1].line <= errors[i].line);
			require(!strpbrk(errors[i].text, "\n\r\t\033"));
			require(groei_text_valid(errors[i].text, strlen(errors[i].text), NULL));
		}
	}
	groei_arena_close(arena);
	return 0;
}
