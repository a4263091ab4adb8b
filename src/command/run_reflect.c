/* Reflecting: my prompts and answers, publishing, skipping; the list of reflections. */
#include "command/reflect.h"

#include <string.h>

#include "base/i18n.h"

/* The person that an option names; 0 when it was not given. */
static enum groei_status option_person(struct groei_command_call *call, const char *option,
                                       int64_t *person_out)
{
	const char *text = call_value(call, option);

	return text == NULL ? GROEI_OK : groei_find(call->groei, GROEI_PERSON, text, person_out);
}

enum groei_status reflect_get(struct groei_command_call *call, const char *name,
                              struct reflection *out)
{
	int64_t id = 0;
	enum groei_status status =
	    groei_find(call->groei, GROEI_REFLECTION, call_value(call, name), &id);

	return status == GROEI_OK ? groei_get(call->groei, call->arena, GROEI_REFLECTION, id, out)
	                          : status;
}

/* Which reflection the words and options mean. */
static enum groei_status find(struct groei_command_call *call, struct reflection *out)
{
	struct reflection_wish wish = {.template = call_value(call, "template")};
	struct question_template *template;
	const char *talk = call_value(call, "conversation");
	const char *checkpoint = call_value(call, "checkpoint");
	enum groei_status status = GROEI_OK;

	if (call_value(call, "id") != NULL)
		return reflect_get(call, "id", out);
	if (talk != NULL && call_value(call, "about") != NULL)
		return call_fail(call, GROEI_USAGE,
		                 _("reflect: --conversation and --about are two ways to say it, give one"));
	if (checkpoint != NULL && (talk != NULL || call_value(call, "about") != NULL))
		return call_fail(call, GROEI_USAGE,
		                 _("reflect: --checkpoint says it all, leave --conversation and --about out"));
	if (wish.template != NULL)
		status = call_template(call, wish.template, &template);
	if (status == GROEI_OK && talk != NULL)
		status = call_find_talk(call, talk, &wish.conversation);
	if (status == GROEI_OK && checkpoint != NULL)
		status = groei_find(call->groei, GROEI_CHECKPOINT, checkpoint, &wish.checkpoint);
	if (status == GROEI_OK)
		status = option_person(call, "about", &wish.about);
	if (status == GROEI_OK)
		status = option_person(call, "for", &wish.author);
	return status == GROEI_OK ? groei_reflection_find(call->groei, call->arena, &wish, out)
	                          : status;
}

/* The values of --answer QUESTION=TEXT. */
static enum groei_status read_answers(struct groei_command_call *call, struct given_answer **out,
                                      size_t *count_out)
{
	struct given_answer *answers =
	    groei_arena_take(call->arena, (call->value_count + 1) * sizeof *answers);
	size_t count = 0;

	for (size_t i = 0; i < call->value_count; i++) {
		const char *text = call->values[i].text;
		size_t length = strcspn(text, "=");
		enum groei_status status;

		if (strcmp(call->values[i].name, "answer") != 0)
			continue;
		if (length == 0 || text[length] == '\0')
			return call_fail(call, GROEI_USAGE,
			                 _("--%s: “%s” names no question, write --%s QUESTION=TEXT"), "answer",
			                 text, "answer");
		answers[count].question = groei_arena_copy(call->arena, text, length);
		status = call_value_read(call, answers[count].question, text + length + 1,
		                         &answers[count].text);
		if (status != GROEI_OK)
			return status;
		count++;
	}
	*out = answers;
	*count_out = count;
	return GROEI_OK;
}

/* Saves, and publishes when that is asked too; both are told as one. */
static enum groei_status answer_and_publish(struct groei_command_call *call,
                                            struct reflection *reflection)
{
	struct given_answer *answers = NULL;
	struct reflection_published published = {.answers = 0};
	size_t count = 0;
	int publishes = call_value(call, "publish") != NULL;
	enum groei_status status = read_answers(call, &answers, &count);

	if (status == GROEI_OK && reflection->author != groei_who(call->groei))
		return call_fail(call, GROEI_DENIED, _("reflect: it is %s who answers here, not you"),
		                 groei_person_name(call->groei, call->arena, reflection->author));
	if (status == GROEI_OK)
		status = (publishes ? groei_reflection_finish : groei_reflection_fill)(
		    call->groei, call->arena, reflection, answers, count, &published);
	if (status != GROEI_OK)
		return status;
	call->made = reflection->id;
	if (publishes)
		reflect_tell_published(call, &published);
	else if (call->output->json)
		return reflect_show(call, reflection);
	else
		call_print(call,
		           reflection->state == REFLECTION_PUBLISHED
		               ? P_("Corrected %zu answer; the history shows it.\n",
		                    "Corrected %zu answers; the history shows it.\n", count)
		               : P_("Kept %zu answer for your eyes only; --publish shows it.\n",
		                    "Kept %zu answers for your eyes only; --publish shows them.\n", count),
		           count);
	return GROEI_OK;
}

static enum groei_status skip(struct groei_command_call *call, struct reflection *reflection)
{
	enum groei_status status = groei_reflection_skip(call->groei, reflection);

	if (status == GROEI_OK)
		call_tell(call, _("Skipped"), GROEI_REFLECTION, reflection);
	return status;
}

/* What else waits, below the one shown. */
static enum groei_status show_others(struct groei_command_call *call,
                                     const struct reflection *shown)
{
	struct reflection *open = NULL;
	size_t count = 0;
	char code[GROEI_CODE_SIZE];
	enum groei_status status =
	    groei_reflections_open(call->groei, call->arena, &open, &count);

	for (size_t i = 0, told = 0; status == GROEI_OK && i < count; i++) {
		struct question_template *template = NULL;

		if (open[i].id == shown->id)
			continue;
		if (told++ == 0)
			call_raw(call, _("\nAlso begun:\n"));
		if (groei_template_find(call->arena, groei_folders(call->groei), open[i].template,
		                        &template, NULL, NULL) != GROEI_OK)
			template = NULL;
		call_print(call, "  groei reflect %s  %s\n",
		           groei_short_code(call->groei, GROEI_REFLECTION, open[i].id, code),
		           reflect_title(call, &open[i], template));
	}
	return status;
}

/* The screen of a reflection, also of one that is not begun yet. */
static const char *screen_of(struct groei_command_call *call, const struct reflection *reflection)
{
	char code[GROEI_CODE_SIZE];

	if (reflection->id != 0)
		return groei_arena_print(call->arena, "reflecting %s", groei_code(reflection->id, code));
	if (reflection->conversation != 0)
		return groei_arena_print(call->arena, "reflecting talk-%s-%s",
		                         groei_code(reflection->conversation, code),
		                         reflection->template);
	if (reflection->checkpoint != 0)
		return groei_arena_print(call->arena, "reflecting checkpoint-%s",
		                         groei_code(reflection->checkpoint, code));
	return groei_arena_print(call->arena, "reflecting alone-%s", reflection->template);
}

/* On a screen where there are some, unless somebody else answers. */
static enum groei_status show(struct groei_command_call *call, const struct reflection *reflection)
{
	enum groei_status status;

	call->looked = 1;
	if (call_has_screens(call) && !call->output->json &&
	    reflection->author == groei_who(call->groei)) {
		call_open(call, screen_of(call, reflection));
		return GROEI_OK;
	}
	status = reflect_show(call, reflection);
	return status == GROEI_OK && !call->output->json ? show_others(call, reflection) : status;
}

enum groei_status run_reflect(struct groei_command_call *call)
{
	struct reflection reflection;
	const char *file = call_value(call, "read");
	int answers = call_value(call, "answer") != NULL || call_value(call, "publish") != NULL;
	int acts = answers + (call_value(call, "skip") != NULL) + (call_value(call, "form") != NULL) +
	           (file != NULL);
	enum groei_status status;

	if (acts > 1)
		return call_fail(call, GROEI_USAGE,
		                 _("reflect: answering, --skip, --form and --read do not go together, give "
		                   "one"));
	if (file != NULL)
		return reflect_read(call, file);
	status = find(call, &reflection);
	if (status != GROEI_OK)
		return status;
	if (answers)
		return answer_and_publish(call, &reflection);
	if (call_value(call, "skip") != NULL)
		return skip(call, &reflection);
	if (call_value(call, "form") != NULL)
		return reflect_form(call, call_value(call, "form"), &reflection);
	return show(call, &reflection);
}

enum groei_status run_reflection_show(struct groei_command_call *call)
{
	struct reflection reflection;
	enum groei_status status = reflect_get(call, "id", &reflection);

	return status == GROEI_OK ? reflect_show(call, &reflection) : status;
}

enum groei_status run_reflection_remove(struct groei_command_call *call)
{
	struct reflection reflection;
	const char *name;
	enum groei_status status = reflect_get(call, "id", &reflection);

	if (status != GROEI_OK)
		return status;
	name = call_record_name(call, call->table, &reflection);
	if (call->output->json)
		json_record(call, NULL, GROEI_REFLECTION, &reflection);
	status = groei_reflection_withdraw(call->groei, reflection.id);
	if (status == GROEI_OK && !call->output->json)
		call_print(call, _("Removed %s. “groei undo” brings it back.\n"), name);
	return status;
}
