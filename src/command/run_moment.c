/* Verbs of moments, talking points and what was heard; jot, and the team's lessons. */
#include "command/call.h"

#include <string.h>

#include "base/i18n.h"
#include <groei/moments.h>
#include <groei/text.h>

/* Puts an option of a command without a noun into a record. */
static enum groei_status take(struct groei_command_call *call, enum groei_entity entity,
                              const char *option, const char *field, void *record)
{
	const char *text = call_value(call, option);

	if (text == NULL)
		return GROEI_OK;
	return groei_value_parse(call->groei, call->arena, groei_field(groei_table(entity), field),
	                         text, record);
}

/* The words of a jot: one line, also when they come from standard input. */
static enum groei_status read_words(struct groei_command_call *call, const char **words_out)
{
	const char *text = call_value(call, "text");
	enum groei_status status = call_value_read(call, "text", text, &text);
	size_t length;

	if (status != GROEI_OK)
		return status;
	length = strlen(text);
	while (length > 0 && strchr(" \t\r\n", text[length - 1]) != NULL)
		length--;
	*words_out = groei_arena_copy(call->arena, text, length);
	return GROEI_OK;
}

static enum groei_status jot_private(struct groei_command_call *call, int64_t person,
                                     const char *words)
{
	static const char *const shared[] = {"kind", "source", "said-by"};
	struct note note;
	enum groei_status status;

	for (size_t i = 0; i < sizeof shared / sizeof *shared; i++)
		if (call_value(call, shared[i]) != NULL)
			return call_fail(call, GROEI_USAGE,
			                 _("jot: --private is a note for yourself, leave --%s out"),
			                 shared[i]);
	groei_record_clear(groei_table(GROEI_NOTE), &note);
	note.person = person;
	note.text = words;
	status = take(call, GROEI_NOTE, "day", "day", &note);
	if (status == GROEI_OK)
		status = groei_add(call->groei, GROEI_NOTE, &note);
	if (status == GROEI_OK)
		call_tell(call, _("Kept for your eyes only:"), GROEI_NOTE, &note);
	return status;
}

enum groei_status run_jot(struct groei_command_call *call)
{
	struct moment moment;
	const char *words = NULL;
	int64_t person = 0;
	enum groei_status status = call_person(call, &person);

	if (status == GROEI_OK)
		status = read_words(call, &words);
	if (status != GROEI_OK)
		return status;
	if (call_value(call, "private") != NULL)
		return jot_private(call, person, words);
	groei_record_clear(groei_table(GROEI_MOMENT), &moment);
	moment.person = person;
	moment.title = words;
	status = take(call, GROEI_MOMENT, "kind", "kind", &moment);
	if (status == GROEI_OK)
		status = take(call, GROEI_MOMENT, "source", "source", &moment);
	if (status == GROEI_OK)
		status = take(call, GROEI_MOMENT, "said-by", "said_by", &moment);
	if (status == GROEI_OK)
		status = take(call, GROEI_MOMENT, "day", "day", &moment);
	if (status == GROEI_OK)
		status = groei_add(call->groei, GROEI_MOMENT, &moment);
	if (status == GROEI_OK)
		call_tell(call, _("Noted"), GROEI_MOMENT, &moment);
	return status;
}

/* Moments -------------------------------------------------------------------------------------- */

enum groei_status run_moment_share(struct groei_command_call *call)
{
	int64_t id = 0;
	enum groei_status status = call_find(call, "id", &id);

	if (status == GROEI_OK)
		status = groei_moment_share(call->groei, id);
	return call_tell_anew(call, status, _("Shared:"), call->table->entity, id);
}

enum groei_status run_moment_team(struct groei_command_call *call)
{
	int64_t id = 0;
	enum groei_status status = call_find(call, "id", &id);

	if (status == GROEI_OK)
		status = groei_moment_team(call->groei, id);
	return call_tell_anew(call, status, _("On the team's list:"), call->table->entity, id);
}

enum groei_status run_moment_outcome(struct groei_command_call *call)
{
	struct moment wanted;
	const char *note = NULL, *done;
	int64_t id = 0;
	enum groei_status status = call_find(call, "id", &id);

	groei_record_clear(call->table, &wanted);
	if (status == GROEI_OK)
		status = groei_value_parse(call->groei, call->arena, groei_field(call->table, "outcome"),
		                           call_value(call, "outcome"), &wanted);
	if (status == GROEI_OK && wanted.outcome == GROEI_NONE)
		return call_fail(call, GROEI_USAGE,
		                 _("moment outcome: say how it went: running, succeeded, learned or stopped"));
	if (status == GROEI_OK)
		status = call_value_read(call, "note", call_value(call, "note"), &note);
	if (status == GROEI_OK)
		status = groei_moment_outcome(call->groei, id, (enum moment_outcome)wanted.outcome, note);
	if (status != GROEI_OK)
		return status;
	done = wanted.outcome == OUTCOME_LEARNED
	           ? _("Completed, failed and learned:")
	           : groei_arena_print(call->arena, "%s:",
	                               call_choice(groei_field(call->table, "outcome"),
	                                           wanted.outcome));
	return call_tell_anew(call, status, done, GROEI_MOMENT, id);
}

enum groei_status run_moment_reply(struct groei_command_call *call)
{
	const char *text = NULL;
	int64_t id = 0;
	enum groei_status status = call_find(call, "id", &id);

	if (status == GROEI_OK)
		status = read_words(call, &text);
	if (status == GROEI_OK)
		status = groei_moment_reply(call->groei, id, text);
	return call_tell_anew(call, status, _("Answered:"), call->table->entity, id);
}

/* Lessons -------------------------------------------------------------------------------------- */

/* Monday of the week of a day; day 0 was a Thursday. */
static int32_t week_of(int32_t day)
{
	return day - (((day + 3) % 7) + 7) % 7;
}

static void show_lessons(struct groei_command_call *call, const struct moment *lessons,
                         size_t count)
{
	int32_t week = GROEI_NO_DAY, now = week_of(groei_today(call->groei));
	char code[GROEI_CODE_SIZE];

	for (size_t i = 0; i < count; i++) {
		int32_t monday = week_of(lessons[i].day);

		if (monday != week) {
			call_raw(call, week == GROEI_NO_DAY ? "" : "\n");
			call_styled(call, STYLE_BOLD,
			            monday == now ? _("The lesson of this week")
			                          : groei_arena_print(call->arena, _("Week of %s"),
			                                              call_day_text(call, monday)));
			call_raw(call, "\n");
			week = monday;
		}
		call_print(call, "  %s  %s (@%s)\n",
		           groei_short_code(call->groei, GROEI_MOMENT, lessons[i].id, code),
		           groei_text_safe_line(call->arena, lessons[i].title),
		           groei_person_handle(call->groei, call->arena, lessons[i].person));
		if (lessons[i].note != NULL && lessons[i].note[0] != '\0')
			call_wrapped(call, lessons[i].note, 8);
	}
	if (count == 0)
		call_raw(call, _("No lessons in these weeks; --weeks N looks further back. groei jot HANDLE "
		                 "TEXT --kind lesson notes one, “moment team” shares it.\n"));
}

enum groei_status run_lessons(struct groei_command_call *call)
{
	const char *team = call_value(call, "team");
	struct moment *lessons = NULL;
	int weeks = 4;
	int64_t id = 0;
	size_t count = 0;
	enum groei_status status = call_number(call, "weeks", 1, 520, &weeks);

	if (status == GROEI_OK && team != NULL)
		status = groei_find(call->groei, GROEI_TEAM, team, &id);
	if (status == GROEI_OK)
		status = groei_lessons(call->groei, call->arena, id,
		                       week_of(groei_today(call->groei)) - 7 * (weeks - 1), &lessons,
		                       &count);
	if (status != GROEI_OK)
		return status;
	if (!call->output->json) {
		show_lessons(call, lessons, count);
		return GROEI_OK;
	}
	json_records(call, NULL, GROEI_MOMENT, lessons, count);
	return GROEI_OK;
}

/* Points --------------------------------------------------------------------------------------- */

static enum groei_status set_point(struct groei_command_call *call, enum point_state state,
                                   const char *done)
{
	int64_t id = 0;
	enum groei_status status = call_find(call, "id", &id);

	if (status == GROEI_OK)
		status = groei_point_set(call->groei, id, state);
	return call_tell_anew(call, status, done, call->table->entity, id);
}

enum groei_status run_point_done(struct groei_command_call *call)
{
	return set_point(call, POINT_DISCUSSED, _("Discussed:"));
}

enum groei_status run_point_drop(struct groei_command_call *call)
{
	return set_point(call, POINT_DROPPED, _("Dropped:"));
}

/* Heard ---------------------------------------------------------------------------------------- */

static enum groei_status read_state(struct groei_command_call *call, enum heard_state *state_out)
{
	static const struct {
		const char *word;
		enum heard_state state;
	} words[] = {{"action", HEARD_ACTION},
	             {"point", HEARD_POINT},
	             {"note", HEARD_KEPT},
	             {"nothing", HEARD_NOTHING}};
	const char *typed = call_value(call, "outcome");
	size_t length = strlen(typed), found = 0, count = 0;

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strncmp(words[i].word, typed, length) == 0) {
			found = i;
			count += strlen(words[i].word) == length ? 100 : 1;
		}
	if (length == 0 || (count != 1 && count < 100))
		return call_fail(call, GROEI_INVALID,
		                 _("heard become: “%s” is no outcome, write action, point, note or nothing"),
		                 typed);
	*state_out = words[found].state;
	return GROEI_OK;
}

static void tell_became(struct groei_command_call *call, enum heard_state state, int64_t made)
{
	static const enum groei_entity entities[] = {[HEARD_ACTION] = GROEI_ACTION,
	                                             [HEARD_POINT] = GROEI_POINT,
	                                             [HEARD_KEPT] = GROEI_NOTE};
	const struct groei_table *table = groei_table(entities[state]);
	void *record = groei_arena_take(call->arena, table->size);

	if (groei_get(call->groei, call->arena, entities[state], made, record) != GROEI_OK)
		return;
	if (call->output->json)
		json_record(call, "made", entities[state], record);
	else
		call_print(call, _("Became %s.\n"), call_record_name(call, table, record));
}

enum groei_status run_heard_become(struct groei_command_call *call)
{
	struct becoming becoming = {.by = GROEI_NO_DAY, .title = call_value(call, "title")};
	const char *owner = call_value(call, "owner");
	struct heard heard;
	int64_t made = 0;
	enum groei_status status = call_find(call, "id", &becoming.heard);

	if (status == GROEI_OK)
		status = read_state(call, &becoming.state);
	if (status == GROEI_OK && becoming.state != HEARD_ACTION &&
	    (owner != NULL || call_value(call, "by") != NULL))
		return call_fail(call, GROEI_USAGE,
		                 _("heard become: only an action has an owner and a date, leave them out"));
	if (status == GROEI_OK)
		status = call_day(call, "by", GROEI_NO_DAY, &becoming.by);
	if (status == GROEI_OK && owner != NULL)
		status = groei_find(call->groei, GROEI_PERSON, owner, &becoming.owner);
	if (status == GROEI_OK)
		status = groei_heard_become(call->groei, &becoming, &made);
	if (status == GROEI_OK)
		status = groei_get(call->groei, call->arena, GROEI_HEARD, becoming.heard, &heard);
	if (status != GROEI_OK)
		return status;
	call->made = heard.id;
	if (call->output->json) {
		json_begin(call, NULL, '{');
		json_fields(call, call->table, &heard);
		if (made != 0)
			tell_became(call, becoming.state, made);
		else
			json_string(call, "made", NULL);
		json_end(call, '}');
	} else if (made != 0) {
		tell_became(call, becoming.state, made);
	} else {
		call_tell(call, _("Nothing to do:"), GROEI_HEARD, &heard);
	}
	return GROEI_OK;
}
