/* Marked lines of notes: actions, talking points, moments, praise, what was heard. The marks are told
 * in conversation.h. */
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
                              struct noted_line *noted)
{
	size_t length;

	if (*text != '@')
		return text;
	length = strcspn(text + 1, " \t,:");
	if (length == 0)
		return text;
	noted->handle = groei_arena_copy(arena, text + 1, length);
	if (record_by_handle(groei->store, groei_table(GROEI_PERSON),
	                     groei_text_key(arena, noted->handle), &noted->owner) != GROEI_OK) {
		noted->unknown = 1;
		return text;
	}
	text += 1 + length;
	return text + strspn(text, " \t,:");
}

/* Reads "#share" at the start of the text, a kind of action by its code; returns what follows it. */
static const char *kind_read(const char *text, struct noted_line *noted)
{
	const struct groei_choice *kinds = groei_field(groei_table(GROEI_ACTION), "kind")->choices;
	size_t length = *text == '#' ? strcspn(text + 1, " \t,:") : 0;

	for (int32_t i = 0; length > 0 && kinds[i].code != NULL; i++) {
		if (strlen(kinds[i].code) != length || memcmp(kinds[i].code, text + 1, length) != 0)
			continue;
		noted->action = i;
		text += 1 + length;
		return text + strspn(text, " \t,:");
	}
	return text;
}

static const char *const marks[NOTED_KINDS] = {
    [NOTED_ACTION] = "[ ]", [NOTED_POINT] = "?",  [NOTED_MOMENT] = "!",
    [NOTED_PRAISE] = "!!",  [NOTED_HEARD] = ">",
};

const char *groei_noted_mark(enum noted_kind kind)
{
	return marks[kind];
}

/* The mark at `at` and where the words behind it start; false when there is none. A box may stand
 * close to its words, the other marks need a blank: "?!" is no point. */
static bool mark_read(const char *line, size_t length, size_t at, enum noted_kind *kind_out,
                      size_t *words_out)
{
	for (int kind = 0; kind < NOTED_KINDS; kind++) {
		size_t size = strlen(marks[kind]), words;

		if (length - at < size || memcmp(line + at, marks[kind], size) != 0)
			continue;
		words = skip(line, length, at + size, " \t");
		if (kind != NOTED_ACTION && words == at + size)
			continue;
		*kind_out = (enum noted_kind)kind;
		*words_out = words;
		return true;
	}
	return false;
}

/* As much of the text as fits a title: the notes keep the rest; no character is split. */
static const char *title_of(struct groei_arena *arena, const char *text)
{
	size_t used = strlen(text);

	if (used > GROEI_TEXT_MAX) {
		used = GROEI_TEXT_MAX;
		while (used > 0 && ((unsigned char)text[used] & 0xC0) == 0x80)
			used--;
	}
	return groei_arena_copy(arena, text, used);
}

bool notes_line(struct groei *groei, struct groei_arena *arena, const char *line, size_t length,
                struct noted_line *line_out)
{
	struct noted_line noted = {.owner = groei->who, .due = GROEI_NO_DAY};
	const char *text;
	size_t at = skip(line, length, 0, " \t"), used;
	int32_t due;

	if (at < length && (line[at] == '-' || line[at] == '*'))
		at = skip(line, length, at + 1, " \t");
	if (!mark_read(line, length, at, &noted.kind, &at))
		return false;
	while (length > at && strchr(" \t\r", line[length - 1]) != NULL)
		length--;
	text = groei_arena_copy(arena, line + at, length - at);
	if (noted.kind == NOTED_ACTION) {
		text = kind_read(owner_read(groei, arena, text, &noted), &noted);
		if (groei_day_find(text, groei_today(groei), &due, &used) && used > 0) {
			noted.due = due;
			text = groei_arena_copy(arena, text, used);
		}
	}
	if (*text == '\0')
		return false;
	noted.title = title_of(arena, text);
	*line_out = noted;
	return true;
}

enum groei_status groei_noted_check(struct groei *groei, const struct noted_line *lines,
                                    size_t count)
{
	struct groei_arena *arena = groei_arena_open();
	enum groei_status status = GROEI_OK;

	for (size_t i = 0; i < count && status == GROEI_OK; i++) {
		const char *near;

		if (!lines[i].unknown || lines[i].made)
			continue;
		near = groei_handles_near(groei, arena, lines[i].handle);
		status = fault_set(&groei->fault, GROEI_NOT_FOUND, "notes",
		                   *near == '\0'
		                       ? _("Notes, line %zu: nobody is called “%s”, name somebody else")
		                       : _("Notes, line %zu: nobody is called “%s”, did you mean %s?"),
		                   lines[i].line, lines[i].handle, near);
	}
	groei_arena_close(arena);
	return status;
}

/* What a conversation made of its notes before. */
struct made {
	struct action *actions;
	struct point *points; /* the pair's open ones: the same point is not brought up twice */
	struct moment *moments;
	struct heard *heard;
	size_t action_count, point_count, moment_count, heard_count;
};

static bool made_already(const struct made *made, const struct noted_line *noted)
{
	bool found = false;

	switch (noted->kind) {
	case NOTED_ACTION:
		for (size_t i = 0; i < made->action_count && !found; i++)
			found = made->actions[i].owner == noted->owner &&
			        strcmp(made->actions[i].title, noted->title) == 0;
		break;
	case NOTED_POINT:
		for (size_t i = 0; i < made->point_count && !found; i++)
			found = strcmp(made->points[i].title, noted->title) == 0;
		break;
	case NOTED_HEARD:
		for (size_t i = 0; i < made->heard_count && !found; i++)
			found = strcmp(made->heard[i].title, noted->title) == 0;
		break;
	default:
		for (size_t i = 0; i < made->moment_count && !found; i++)
			found = strcmp(made->moments[i].title, noted->title) == 0;
		break;
	}
	return found;
}

static enum groei_status made_read(struct groei *groei, struct groei_arena *arena,
                                   const struct conversation *talk, struct made *made_out)
{
	struct made made = {.action_count = 0};
	void *actions = NULL, *points = NULL, *moments = NULL, *heard = NULL;
	enum groei_status status = rows_of(groei, arena, QUERY_ACTIONS_OF, talk->id, GROEI_ACTION,
	                                   SIZE_MAX, &actions, &made.action_count);

	if (status == GROEI_OK)
		status = rows_of(groei, arena, QUERY_POINTS_OPEN, talk->person, GROEI_POINT, SIZE_MAX, &points,
		                 &made.point_count);
	if (status == GROEI_OK)
		status = rows_of(groei, arena, QUERY_MOMENTS_OF, talk->id, GROEI_MOMENT, SIZE_MAX, &moments,
		                 &made.moment_count);
	if (status == GROEI_OK)
		status = rows_of(groei, arena, QUERY_HEARD_OF, talk->id, GROEI_HEARD, SIZE_MAX, &heard,
		                 &made.heard_count);
	if (status != GROEI_OK)
		return status;
	made.actions = actions;
	made.points = points;
	made.moments = moments;
	made.heard = heard;
	*made_out = made;
	return GROEI_OK;
}

/* At most so many lines can be marked ones. */
static size_t lines_at_most(const char *notes, const char *end)
{
	size_t lines = 1;

	for (const char *line = notes; line != NULL && line < end;) {
		while (line < end && (*line == ' ' || *line == '\t' || *line == '-' || *line == '*'))
			line++;
		lines += line < end && strchr("[?!>", *line) != NULL;
		line = memchr(line, '\n', (size_t)(end - line));
		line = line == NULL ? NULL : line + 1;
	}
	return lines;
}

enum groei_status groei_conversation_noted(struct groei *groei, struct groei_arena *arena,
                                           const struct conversation *conversation,
                                           struct noted_line **lines_out, size_t *count_out)
{
	const char *notes = conversation->notes == NULL ? "" : conversation->notes;
	const char *end = notes + strlen(notes);
	struct made made = {.action_count = 0};
	struct noted_line *lines;
	size_t count = 0, line = 0;
	enum groei_status status = access_read(groei);

	if (status == GROEI_OK)
		status = made_read(groei, arena, conversation, &made);
	if (status != GROEI_OK)
		return status;
	lines = groei_arena_take(arena, lines_at_most(notes, end) * sizeof *lines);
	for (;;) {
		const char *newline = memchr(notes, '\n', (size_t)(end - notes));
		size_t length = (size_t)((newline == NULL ? end : newline) - notes);

		line++;
		if (notes_line(groei, arena, notes, length, &lines[count])) {
			lines[count].line = line;
			lines[count].made = made_already(&made, &lines[count]);
			count++;
		}
		if (newline == NULL)
			break;
		notes = newline + 1;
	}
	*lines_out = lines;
	*count_out = count;
	return GROEI_OK;
}
