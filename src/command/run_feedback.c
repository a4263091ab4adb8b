/* Feedback of colleagues: asked, consented, answered, shared. */
#include "command/reflect.h"

#include <string.h>

#include "base/i18n.h"

/* "noor,lies" */
static enum groei_status read_from(struct groei_command_call *call, int64_t **from_out,
                                   size_t *count_out)
{
	const char *at = call_value(call, "from");
	int64_t *from;
	size_t count = 0;

	if (at == NULL)
		return call_fail(call, GROEI_USAGE,
		                 _("feedback ask: whom to ask is missing, write --from noor,lies"));
	from = groei_arena_take(call->arena, (strlen(at) + 1) * sizeof *from);
	while (*at != '\0') {
		size_t length;
		enum groei_status status;

		at += strspn(at, ", ");
		length = strcspn(at, ", ");
		if (length == 0)
			break;
		status = groei_find(call->groei, GROEI_PERSON, groei_arena_copy(call->arena, at, length),
		                    &from[count++]);
		if (status != GROEI_OK)
			return status;
		at += length;
	}
	if (count == 0)
		return call_fail(call, GROEI_USAGE,
		                 _("feedback ask: whom to ask is missing, write --from noor,lies"));
	*from_out = from;
	*count_out = count;
	return GROEI_OK;
}

static void tell_asked(struct groei_command_call *call, const struct reflection *made, size_t count)
{
	char code[GROEI_CODE_SIZE];

	if (call->output->json) {
		json_records(call, NULL, GROEI_REFLECTION, made, count);
		return;
	}
	for (size_t i = 0; i < count; i++)
		call_print(call,
		           made[i].state == REFLECTION_WAITING
		               ? _("%s  %s is asked once %s agrees.\n")
		               : _("%s  Asked %s for feedback about %s.\n"),
		           groei_short_code(call->groei, GROEI_REFLECTION, made[i].id, code),
		           call_name(call, made[i].author), call_name(call, made[i].person));
}

enum groei_status run_feedback_ask(struct groei_command_call *call)
{
	struct feedback_wish wish = {.context = call_value(call, "context"),
	                             .template = call_value(call, "template")};
	struct question_template *template;
	struct reflection *made = NULL;
	int64_t *from = NULL;
	enum groei_status status = call_person(call, &wish.person);

	if (status == GROEI_OK)
		status = read_from(call, &from, &wish.from_count);
	if (status == GROEI_OK)
		status = call_day(call, "due", GROEI_NO_DAY, &wish.due);
	if (status == GROEI_OK && wish.template != NULL)
		status = call_template(call, wish.template, &template);
	if (status != GROEI_OK)
		return status;
	wish.from = from;
	made = groei_arena_take(call->arena, wish.from_count * sizeof *made);
	status = groei_feedback_ask(call->groei, &wish, made);
	if (status == GROEI_OK)
		tell_asked(call, made, wish.from_count);
	return status;
}

/* Listing --------------------------------------------------------------------------------------- */

static int is_mine(const struct groei_command_call *call, const struct reflection *reflection)
{
	int64_t who = groei_who(call->groei);

	return reflection->author == who || reflection->person == who ||
	       reflection->asked_by == who || reflection->shared == CHOICE_YES;
}

static const char **row_of(struct groei_command_call *call, const char **cell,
                           const struct reflection *one)
{
	const struct groei_field *state = groei_field(groei_table(GROEI_REFLECTION), "state");
	char code[GROEI_CODE_SIZE];

	*cell++ = groei_arena_text(
	    call->arena, groei_short_code(call->groei, GROEI_REFLECTION, one->id, code));
	*cell++ = groei_person_name(call->groei, call->arena, one->person);
	*cell++ = groei_person_name(call->groei, call->arena, one->author);
	*cell++ = call_choice(state, one->state);
	*cell++ = one->due == GROEI_NO_DAY ? "" : call_day_text(call, one->due);
	*cell++ = one->shared == CHOICE_YES ? _("shared with the lead") : "";
	return cell;
}

enum groei_status run_feedback_list(struct groei_command_call *call)
{
	const struct groei_field *side = groei_field(groei_table(GROEI_REFLECTION), "side");
	struct groei_query query = {
	    .scope = call_value(call, "all") != NULL ? GROEI_ALL : GROEI_OPEN,
	    .condition = {{side->name, SIDE_PEER}}, .limit = 1000};
	struct call_table columns = {.titles = {_("Code"), _("About"), _("From"), _("State"), _("Due"),
	                                        _("Shared")},
	                             .flexible = {0, 1, 1},
	                             .columns = 6};
	const struct reflection *all;
	const char **cells, **cell;
	void *records = NULL;
	size_t count = 0, rows = 0;
	enum groei_status status = groei_list(call->groei, call->arena, GROEI_REFLECTION, &query,
	                                      &records, &count);

	if (status != GROEI_OK && status != GROEI_NO)
		return status;
	all = records;
	if (call->output->json)
		json_begin(call, NULL, '[');
	cells = cell = groei_arena_take(call->arena, (count * 6 + 1) * sizeof *cells);
	for (size_t i = 0; i < count; i++) {
		if (!is_mine(call, &all[i]))
			continue;
		rows++;
		if (call->output->json)
			json_record(call, NULL, GROEI_REFLECTION, &all[i]);
		else
			cell = row_of(call, cell, &all[i]);
	}
	if (call->output->json)
		json_end(call, ']');
	else if (rows > 0)
		call_rows(call, &columns, cells, rows);
	else
		call_raw(call, call_value(call, "all") != NULL
		                   ? _("No feedback yet. Ask for some: groei feedback ask HANDLE --from …\n")
		                   : _("No feedback waits; --all shows what came. Ask for some: groei feedback "
		                       "ask HANDLE --from …\n"));
	return GROEI_OK;
}

/* Verbs of one ---------------------------------------------------------------------------------- */

static enum groei_status get(struct groei_command_call *call, struct reflection *out)
{
	enum groei_status status = reflect_get(call, "id", out);

	if (status == GROEI_OK && out->side != SIDE_PEER)
		return call_fail(call, GROEI_INVALID,
		                 _("%s: it is no feedback of a colleague, see “groei feedback list --all”"),
		                 call_value(call, "id"));
	return status;
}

enum groei_status run_feedback_consent(struct groei_command_call *call)
{
	struct reflection reflection = {.id = 0};
	enum groei_status status = get(call, &reflection);

	if (status == GROEI_OK)
		status = groei_feedback_consent(call->groei, reflection.id);
	return call_tell_anew(call, status, _("Agreed; they are asked now:"), GROEI_REFLECTION,
	                      reflection.id);
}

enum groei_status run_feedback_share(struct groei_command_call *call)
{
	struct reflection reflection = {.id = 0};
	enum groei_status status = get(call, &reflection);

	if (status == GROEI_OK)
		status = groei_feedback_share(call->groei, reflection.id);
	return call_tell_anew(call, status, _("Your lead may read it now:"), GROEI_REFLECTION,
	                      reflection.id);
}

enum groei_status run_feedback_decline(struct groei_command_call *call)
{
	struct reflection reflection;
	enum groei_status status = get(call, &reflection);

	if (status == GROEI_OK)
		status = groei_reflection_skip(call->groei, &reflection);
	if (status == GROEI_OK)
		call_tell(call, _("Declined"), GROEI_REFLECTION, &reflection);
	return status;
}

enum groei_status run_feedback_send(struct groei_command_call *call)
{
	struct reflection reflection;
	struct reflection_published published = {.answers = 0};
	enum groei_status status = get(call, &reflection);

	if (status == GROEI_OK)
		status = groei_reflection_publish(call->groei, call->arena, reflection.id, &published);
	if (status == GROEI_OK)
		reflect_tell_published(call, &published);
	return status;
}

enum groei_status run_feedback_show(struct groei_command_call *call)
{
	struct reflection reflection;
	enum groei_status status = get(call, &reflection);

	return status == GROEI_OK ? reflect_show(call, &reflection) : status;
}

enum groei_status run_feedback_form(struct groei_command_call *call)
{
	struct reflection reflection;
	enum groei_status status = get(call, &reflection);

	return status == GROEI_OK ? reflect_form(call, call_value(call, "file"), &reflection) : status;
}

enum groei_status run_feedback_read(struct groei_command_call *call)
{
	return reflect_read(call, call_value(call, "file"));
}
