/* One field of a form: its input, choices, offers for references, what is wrong with it. */
#include "form.h"
#include "room.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <groei/overview.h>

enum { LABEL = 18, LONG_ROWS = 3 };

static int32_t choice_of(const struct groei_field *field, const void *record)
{
	int32_t value;

	memcpy(&value, (const char *)record + field->offset, sizeof value);
	return value;
}

static void set_choice(const struct groei_field *field, void *record, int32_t value)
{
	memcpy((char *)record + field->offset, &value, sizeof value);
}

static bool is_long(const struct groei_field *field)
{
	return field->kind == GROEI_LONG;
}

static void forget(char **text)
{
	free(*text);
	*text = NULL;
}

/* What stands in the input for a value: the handle of a person, an ISO day; words otherwise. */
void entry_load(struct entry *entry, struct tui *tui, const void *record)
{
	struct groei_arena *arena = groei_arena_open();
	const char *text = groei_value_code(tui->groei, arena, entry->field, record);

	if (entry->input.editor)
		editor_load(entry->input.editor, text ? text : "", text ? strlen(text) : 0);
	if (entry->input.editor)
		entry->loaded = editor_changes(entry->input.editor);
	groei_arena_close(arena);
}

bool entry_changed(const struct entry *entry)
{
	return entry->input.editor && editor_changes(entry->input.editor) != entry->loaded;
}

void entry_open(struct entry *entry, struct tui *tui, const struct groei_field *field,
                const void *record)
{
	*entry = (struct entry){.field = field};
	if (field->kind == GROEI_CHOICE)
		return;
	if (is_long(field))
		entry->input.editor = editor_open(EDITOR_LINES, GROEI_LONG_MAX, &tui->clipboard);
	else
		entry->input.editor = editor_open(EDITOR_ONE_LINE, GROEI_TEXT_MAX, &tui->clipboard);
	entry->view.editor = entry->input.editor;
	entry_load(entry, tui, record);
}

static void drop_offers(struct entry *entry)
{
	for (size_t i = 0; i < entry->offers; i++) {
		forget(&entry->offer[i]);
		forget(&entry->offer_name[i]);
	}
	entry->offers = entry->offered = 0;
}

void entry_close(struct entry *entry)
{
	drop_offers(entry);
	editor_close(entry->input.editor);
	forget(&entry->wrong);
	forget(&entry->theirs);
}

/* References ---------------------------------------------------------------------------------- */

static void offer(struct entry *entry, const char *text, const char *name)
{
	if (entry->offers == ENTRY_OFFERS)
		return;
	entry->offer[entry->offers] = room_copy(text);
	entry->offer_name[entry->offers++] = room_copy(name ? name : "");
}

static const char *text_member(const struct groei_table *table, const char *name,
                               const void *record)
{
	const struct groei_field *field = groei_field(table, name);
	const char *text = NULL;

	if (field && field->storage == GROEI_STORED_TEXT)
		memcpy(&text, (const char *)record + field->offset, sizeof text);
	return text;
}

/* A conversation's template is a name that a file has, not a record. */
static bool names_template(const struct groei_field *field)
{
	return field->kind == GROEI_TEXT && strcmp(field->name, "template") == 0;
}

static void offer_templates(struct entry *entry, struct tui *tui, struct groei_arena *arena,
                            const char *words)
{
	struct question_template **templates;
	size_t count = 0;

	if (groei_template_list(arena, groei_folders(tui->groei), &templates, &count, NULL, NULL) !=
	    GROEI_OK)
		return;
	for (size_t i = 0; i < count; i++) {
		const char *title = groei_template_text(&templates[i]->title, groei_language(tui->groei));
		const char *both = groei_arena_print(arena, "%s %s", templates[i]->id, title);

		if (groei_text_matches(groei_text_key(arena, both), groei_text_key(arena, words)))
			offer(entry, templates[i]->id, title);
	}
}

static void offer_records(struct entry *entry, struct tui *tui, struct groei_arena *arena,
                          const char *words)
{
	const struct groei_table *table = groei_table(entry->field->target);
	const struct groei_query query = {.scope = GROEI_OPEN, .words = words, .limit = ENTRY_OFFERS};
	void *records;
	size_t count = 0;

	if (groei_list(tui->groei, arena, table->entity, &query, &records, &count) != GROEI_OK)
		count = 0;
	for (size_t i = 0; i < count; i++) {
		const char *record = (const char *)records + i * table->size;
		const char *handle = text_member(table, "handle", record);
		char code[GROEI_CODE_SIZE];

		if (!handle)
			handle = groei_code(((const struct groei_record *)(const void *)record)->id, code);
		offer(entry, handle, text_member(table, table->title, record));
	}
}

/* Looks for records that match what was typed in a reference. */
static void search(struct entry *entry, struct tui *tui)
{
	const char *words = editor_text(entry->input.editor, NULL);
	struct groei_arena *arena;

	drop_offers(entry);
	if (!*words)
		return;
	arena = groei_arena_open();
	if (names_template(entry->field))
		offer_templates(entry, tui, arena, words);
	else if (entry->field->kind == GROEI_REF)
		offer_records(entry, tui, arena, words);
	if (entry->offers == 1 && strcmp(entry->offer[0], words) == 0)
		drop_offers(entry);
	groei_arena_close(arena);
}

bool entry_take_offer(struct entry *entry)
{
	const char *text;

	if (entry->offers == 0)
		return false;
	text = entry->offer[entry->offered];
	editor_load(entry->input.editor, text, strlen(text));
	drop_offers(entry);
	return true;
}

/* Keys ---------------------------------------------------------------------------------------- */

static int32_t count_choices(const struct groei_field *field)
{
	int32_t count = 0;

	while (field->choices[count].code)
		count++;
	return count;
}

/* Going around, a choice that may be absent has a place for that behind the others. */
static void turn_choice(const struct groei_field *field, void *record, int32_t step)
{
	int32_t choices = count_choices(field), at = choice_of(field, record);
	int32_t places = choices + ((field->flags & FIELD_MAYBE) != 0);

	at = ((at == GROEI_NONE ? choices : at) + step + places) % places;
	set_choice(field, record, at == choices ? GROEI_NONE : at);
}

/* Left and right go around; a letter goes to the next choice that starts with it. */
static enum screen_answer choice_key(struct entry *entry, const struct key *key, void *record)
{
	const struct groei_field *field = entry->field;
	int32_t count = count_choices(field), at = choice_of(field, record);
	char typed[5];

	if (key->code == K_RIGHT || key_is(key, ' ', 0)) {
		turn_choice(field, record, 1);
		return SCREEN_USED;
	}
	if (key->code == K_LEFT) {
		turn_choice(field, record, -1);
		return SCREEN_USED;
	}
	if (key_text(key, typed) != 1)
		return SCREEN_IGNORED;
	for (int32_t i = 1; i <= count; i++) {
		int32_t next = ((at == GROEI_NONE ? -1 : at) + i) % count;

		if (strncasecmp(_(field->choices[next].label), typed, 1) == 0) {
			set_choice(field, record, next);
			break;
		}
	}
	return SCREEN_USED;
}

enum screen_answer entry_key(struct entry *entry, struct tui *tui, const struct key *key,
                             void *record)
{
	unsigned long before;

	if (!entry->input.editor)
		return choice_key(entry, key, record);
	if (entry->offers && (key->code == K_DOWN || key->code == K_UP)) {
		entry->offered = (entry->offered + (key->code == K_DOWN ? 1 : entry->offers - 1)) %
		                 entry->offers;
		return SCREEN_USED;
	}
	before = editor_changes(entry->input.editor);
	if (tui_typed(tui, is_long(entry->field) ? editor_view_key(&entry->view, key)
	                                         : field_key(&entry->input, key)) == EDITOR_IGNORED)
		return SCREEN_IGNORED;
	if (editor_changes(entry->input.editor) != before) {
		forget(&entry->wrong);
		search(entry, tui);
	}
	return SCREEN_USED;
}

/* "Action, Due: “31 feb”: not a date, …": what names the field is left out, it stands beside it. */
void entry_fault(struct entry *entry, const char *text)
{
	const char *label = _(entry->field->label), *found = strstr(text, label);

	if (found && strncmp(found + strlen(label), ": ", 2) == 0)
		text = found + strlen(label) + 2;
	forget(&entry->wrong);
	entry->wrong = room_copy(text);
}

bool entry_read(struct entry *entry, struct tui *tui, struct groei_arena *arena, void *record)
{
	const char *text;

	if (!entry->input.editor)
		return true;
	text = editor_text(entry->input.editor, NULL);
	forget(&entry->wrong);
	if (!entry_changed(entry) && *text)
		return true;
	if (groei_value_parse(tui->groei, arena, entry->field, text, record) != GROEI_OK) {
		entry_fault(entry, groei_why(tui->groei).text);
		return false;
	}
	return true;
}

/* Drawing ------------------------------------------------------------------------------------- */

/* Where text below the input stands, and how wide it is. */
static struct area below(const struct area *area, int row)
{
	struct area rest = area_rows(area, row, -1);

	return area_columns(&rest, LABEL, area->width - LABEL - 1);
}

static int wrapped_rows(const char *text, int width)
{
	struct groei_arena *arena = groei_arena_open();
	struct groei_line *lines;
	size_t count = groei_text_wrap(arena, text, strlen(text), width > 1 ? width : 1, &lines);

	groei_arena_close(arena);
	return (int)count;
}

int entry_rows(const struct entry *entry, int focused, int width)
{
	int rows = (is_long(entry->field) ? LONG_ROWS : 1) + (entry->theirs ? 1 : 0);

	width -= LABEL + 1;
	if (focused)
		rows += (int)entry->offers;
	if (entry->wrong)
		rows += wrapped_rows(entry->wrong, width);
	else if (focused)
		rows += wrapped_rows(_(entry->field->hint), width);
	return rows;
}

/* What the record behind a code is called. */
static const char *title_of(struct tui *tui, enum groei_entity entity, int64_t id)
{
	const struct groei_table *table = groei_table(entity);
	void *record;

	if (entity == GROEI_PERSON)
		return groei_person_name(tui->groei, tui->frame, id);
	record = groei_arena_take(tui->frame, table->size);
	if (groei_get(tui->groei, tui->frame, entity, id, record) != GROEI_OK)
		return "";
	return groei_text_safe_line(tui->frame,
	                            groei_value_text(tui->groei, tui->frame,
	                                             groei_field(table, table->title), record));
}

/* What a typed day, reference or rhythm means, in words; "" when it means nothing yet. */
static const char *preview(struct entry *entry, struct tui *tui)
{
	const struct groei_field *field = entry->field;
	const char *text = entry->input.editor ? editor_text(entry->input.editor, NULL) : "";
	struct question_template *template;
	int32_t day;
	int64_t id;
	char cadence[8];

	if (!*text)
		return "";
	if (field->kind == GROEI_DAY && groei_day_parse(text, groei_today(tui->groei), &day, NULL))
		return screen_day(tui, day);
	if (field->kind == GROEI_CADENCE && groei_cadence_parse(text, cadence))
		return groei_cadence_text(tui->frame, cadence);
	if (field->kind == GROEI_REF && groei_find(tui->groei, field->target, text, &id) == GROEI_OK)
		return title_of(tui, field->target, id);
	if (strcmp(field->name, "template") == 0 &&
	    groei_template_find(tui->frame, groei_folders(tui->groei), text, &template, NULL, NULL) ==
	        GROEI_OK)
		return groei_template_text(&template->title, groei_language(tui->groei));
	return "";
}

static void draw_below(struct entry *entry, struct tui *tui, const struct area *area, int focused)
{
	int row = is_long(entry->field) ? LONG_ROWS : 1;
	struct area rest;

	for (size_t i = 0; focused && i < entry->offers; i++, row++) {
		attr_t attr = theme_attr(i == entry->offered ? THEME_SELECTED : THEME_TEXT);
		const char *line = entry->offer_name[i][0]
		                       ? groei_arena_print(tui->frame, " %s  %s ", entry->offer[i],
		                                           entry->offer_name[i])
		                       : entry->offer[i];

		draw_text(area, row, LABEL, area->width - LABEL - 1, attr, line);
	}
	rest = below(area, row);
	if (entry->wrong)
		row += draw_wrapped(&rest, 0, theme_attr(THEME_BAD), entry->wrong);
	else if (focused)
		row += draw_wrapped(&rest, 0, theme_attr(THEME_DIM), _(entry->field->hint));
	if (entry->theirs)
		draw_text(area, row, LABEL, area->width - LABEL - 1, theme_attr(THEME_WARN),
		          entry->theirs);
}

struct spot entry_draw(struct entry *entry, struct tui *tui, const struct area *area, int focused,
                       const void *record)
{
	const struct groei_field *field = entry->field;
	const char *meaning = preview(entry, tui);
	int width = area->width - LABEL - 1, aside = 0;
	struct spot spot;

	draw_text(area, 0, 1, LABEL - 3, theme_attr(focused ? THEME_ACCENT : THEME_TEXT),
	          _(field->label));
	if (field->flags & FIELD_REQUIRED)
		draw_text(area, 0, LABEL - 2, 1, theme_attr(THEME_DIM), "*");
	if (!entry->input.editor) {
		int32_t choice = choice_of(field, record);
		const char *label = choice == GROEI_NONE ? "–" : screen_choice(field, choice);

		draw_text(area, 0, LABEL, width, theme_attr(focused ? THEME_SELECTED : THEME_INPUT),
		          groei_arena_print(tui->frame, area->style == DRAW_ASCII ? " < %s > " : " ‹ %s › ",
		                            label));
		spot = draw_spot(area, 0, LABEL + 1);
	} else if (is_long(field)) {
		struct area box = area_rows(area, 0, LONG_ROWS);

		box = area_columns(&box, LABEL, width);
		spot = editor_view_draw(&entry->view, &box, focused ? NULL : "…");
	} else {
		if (*meaning)
			aside = groei_text_cells(meaning, strlen(meaning)) + 2;
		if (aside > width / 2)
			aside = width / 2;
		spot = field_draw(&entry->input, area, 0, LABEL, width - aside, NULL);
		if (aside)
			draw_right(area, 0, area->width - 1 - aside, aside, theme_attr(THEME_DIM), meaning);
	}
	draw_below(entry, tui, area, focused);
	return spot;
}
