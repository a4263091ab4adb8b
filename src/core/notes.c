/* Actions in notes. A line is one when it starts, behind blanks and a list dash, with "[ ]":
 *
 *     [ ] @amir ask Noor about mentoring by fri
 *         owner  title                    due
 */
#include "core/core.h"

#include <stdint.h>
#include <string.h>

static size_t skip(const char *line, size_t length, size_t at, const char *these)
{
	while (at < length && strchr(these, line[at]) != NULL)
		at++;
	return at;
}

/* Reads "@handle" at the start of the text; returns what follows it. */
static const char *owner_read(struct groei *groei, struct groei_arena *arena, const char *text,
                              struct noted_action *action)
{
	size_t length;

	if (*text != '@')
		return text;
	length = strcspn(text + 1, " \t,:");
	if (length == 0)
		return text;
	action->handle = groei_arena_copy(arena, text + 1, length);
	if (record_by_handle(groei->store, groei_table(GROEI_PERSON),
	                     groei_text_key(arena, action->handle), &action->owner) != GROEI_OK) {
		action->unknown = 1;
		return text;
	}
	text += 1 + length;
	return text + strspn(text, " \t,:");
}

bool notes_line(struct groei *groei, struct groei_arena *arena, const char *line, size_t length,
                struct noted_action *action_out)
{
	struct noted_action action = {.owner = groei->who, .due = GROEI_NO_DAY};
	const char *text;
	size_t at = skip(line, length, 0, " \t"), used;
	int32_t due;

	if (at < length && (line[at] == '-' || line[at] == '*'))
		at = skip(line, length, at + 1, " \t");
	if (length - at < 3 || memcmp(line + at, "[ ]", 3) != 0)
		return false;
	at = skip(line, length, at + 3, " \t");
	while (length > at && strchr(" \t\r", line[length - 1]) != NULL)
		length--;
	text = groei_arena_copy(arena, line + at, length - at);
	text = owner_read(groei, arena, text, &action);
	if (groei_day_find(text, groei_today(groei), &due, &used) && used > 0) {
		action.due = due;
		text = groei_arena_copy(arena, text, used);
	}
	if (*text == '\0')
		return false;
	used = strlen(text);
	if (used > GROEI_TEXT_MAX) { /* the notes keep the rest; no character is split */
		used = GROEI_TEXT_MAX;
		while (used > 0 && ((unsigned char)text[used] & 0xC0) == 0x80)
			used--;
	}
	action.title = groei_arena_copy(arena, text, used);
	*action_out = action;
	return true;
}

/* Whether the conversation made this action already. */
static bool made_already(const struct action *actions, size_t count,
                         const struct noted_action *noted)
{
	for (size_t i = 0; i < count; i++) {
		if (actions[i].owner == noted->owner && strcmp(actions[i].title, noted->title) == 0)
			return true;
	}
	return false;
}

static enum groei_status actions_of(struct groei *groei, struct groei_arena *arena,
                                    int64_t conversation, struct action **actions_out,
                                    size_t *count_out)
{
	struct db_statement *statement;
	void *records;
	enum groei_status status = query(groei->store, QUERY_ACTIONS_OF, &statement);

	if (status != GROEI_OK)
		return status;
	db_bind_int(statement, 1, conversation);
	status = rows_read(groei, arena, statement, GROEI_ACTION, SIZE_MAX, &records, count_out);
	if (status == GROEI_OK)
		*actions_out = records;
	return status;
}

enum groei_status groei_conversation_noted(struct groei *groei, struct groei_arena *arena,
                                           const struct conversation *conversation,
                                           struct noted_action **actions_out, size_t *count_out)
{
	const char *notes = conversation->notes == NULL ? "" : conversation->notes;
	const char *end = notes + strlen(notes);
	struct action *made = NULL;
	struct noted_action *actions;
	size_t made_count = 0, count = 0, lines = 1, line = 0;
	enum groei_status status = access_read(groei);

	if (status == GROEI_OK)
		status = actions_of(groei, arena, conversation->id, &made, &made_count);
	if (status != GROEI_OK)
		return status;
	for (const char *c = notes; (c = memchr(c, '[', (size_t)(end - c))) != NULL; c++)
		lines += end - c >= 3 && memcmp(c, "[ ]", 3) == 0;
	actions = groei_arena_take(arena, lines * sizeof *actions);
	for (;;) {
		const char *newline = memchr(notes, '\n', (size_t)(end - notes));
		size_t length = (size_t)((newline == NULL ? end : newline) - notes);

		line++;
		if (notes_line(groei, arena, notes, length, &actions[count])) {
			actions[count].line = line;
			actions[count].made = made_already(made, made_count, &actions[count]);
			count++;
		}
		if (newline == NULL)
			break;
		notes = newline + 1;
	}
	*actions_out = actions;
	*count_out = count;
	return GROEI_OK;
}
