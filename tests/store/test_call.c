/* Commands on a store: which record a word means. */
#include "store/core.h"

#include <groei/command.h>

static int collect(void *context, const char *bytes, size_t length)
{
	groei_buffer_add(context, bytes, length);
	return 0;
}

/* What the command prints; it must do well. In the arena. */
static const char *said(struct groei *groei, struct groei_arena *arena, const char *line)
{
	struct groei_buffer out = {0};
	struct groei_output output = {.write = collect, .context = &out, .json = 1};
	const char **argv, *why = NULL, *text;
	int argc;

	assert_done(groei, groei_command_split(arena, line, &argc, &argv));
	if (groei_command_run(groei, arena, argc, argv, &output, NULL, NULL, &why) != GROEI_OK)
		fail_msg("%s: %s", line, why);
	text = groei_arena_text(arena, out.data == NULL ? "" : out.data);
	groei_buffer_free(&out);
	return text;
}

/* The codes of a conversation and of a person may start alike; people only copy the start. */
static void the_code_of_a_conversation_is_never_taken_for_a_persons(void **state)
{
	struct groei *groei = open_fresh(state);
	struct groei_arena *arena = groei_arena_open();
	int64_t amir = add_person(groei, "amir", "Amir");
	struct conversation talk, noors;
	struct person noor;
	char code[GROEI_CODE_SIZE], start[5];

	groei_record_clear(groei_table(GROEI_PERSON), &noor);
	noor.id = 0x0123456789abcdef;
	noor.handle = "noor";
	noor.name = "Noor";
	assert_done(groei, groei_add(groei, GROEI_PERSON, &noor));
	noors = add_talk(groei, noor.id, TODAY, NULL);
	groei_record_clear(groei_table(GROEI_CONVERSATION), &talk);
	talk.id = 0x0123400000000001;
	talk.person = amir;
	talk.day = TODAY;
	assert_done(groei, groei_add(groei, GROEI_CONVERSATION, &talk));
	snprintf(start, sizeof start, "%s", groei_code(talk.id, code));
	assert_non_null(
	    strstr(said(groei, arena, groei_arena_print(arena, "conversation show %s", start)), code));
	groei_code(noors.id, code);
	assert_non_null(strstr(said(groei, arena, "conversation show noor"), code));
	assert_non_null(strstr(said(groei, arena, "conversation show @Noor"), code));
	groei_arena_close(arena);
	groei_close(groei);
}

int main(void)
{
	cmocka_set_message_output(CM_OUTPUT_TAP);
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_code_of_a_conversation_is_never_taken_for_a_persons),
	};
	return support_run(ON_BOTH, tests, COUNT(tests));
}
