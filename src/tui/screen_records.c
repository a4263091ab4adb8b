/* The records of any noun as a list with their fields beside it: columns, form and verbs come from the
 * tables. A noun gets its screen, and its place in the palette, by a row here. Knows no noun. */
#include "records.h"
#include "screens.h"

#include <string.h>

enum { COLUMNS = 8, LEAST_TITLE = 22, LEAST_OTHER = 14, VERBS = 16 };

/* Nouns without a screen of their own, in the order of the palette. */
static const enum groei_entity listed[] = {
	GROEI_TEAM,      GROEI_CONVERSATION, GROEI_POINT,      GROEI_MOMENT,     GROEI_NOTE,
	GROEI_HEARD,     GROEI_LEARNING,     GROEI_CHECKPOINT, GROEI_EVIDENCE,   GROEI_PROGRESS,
	GROEI_SKILL,     GROEI_DIRECTION,    GROEI_OBJECTIVE,  GROEI_REFLECTION, GROEI_POSTPONEMENT,
	GROEI_ABSENCE,   GROEI_ASSIGNMENT,
};

const struct groei_table *records_listed(size_t index)
{
	return index < sizeof listed / sizeof listed[0] ? groei_table(listed[index]) : NULL;
}

static const struct groei_table *table_of(struct screen *screen)
{
	return groei_table(((struct records *)screen->state)->entity);
}

/* Whether the noun has this verb. */
static const struct groei_command *verb_of(const struct groei_table *table, const char *verb)
{
	for (const struct groei_command *row = groei_commands(); row->verb; row++) {
		if (row->noun && strcmp(row->noun, table->name) == 0 && strcmp(row->verb, verb) == 0)
			return row;
	}
	return NULL;
}

/* Columns ------------------------------------------------------------------------------------- */

struct column {
	const struct groei_field *field;
	int width;
};

static int width_of(const struct groei_field *field, int wide)
{
	int label = groei_text_cells(_(field->label), strlen(_(field->label)));
	int width = field->kind == GROEI_DAY      ? 15
	            : field->kind == GROEI_NUMBER ? 3
	            : field->kind == GROEI_CHOICE ? 12
	                                          : 12 + 6 * wide;

	if (field->kind == GROEI_NUMBER && label > width)
		return label < 11 ? label : 11;
	return width;
}

/* Whether its title says what it is about; a day or a kind does not. */
static bool has_words(const struct groei_table *table)
{
	return groei_field(table, table->title)->storage == GROEI_STORED_TEXT;
}

/* What stays longest when there is little room: what it is about, the day of the order, the state, the
 * person. */
static int rank_of(const struct groei_table *table, const struct groei_field *field)
{
	if (!has_words(table) && field->kind == GROEI_REF && field->target != GROEI_PERSON)
		return 5;
	if (table->order && strcmp(field->name, table->order) == 0)
		return 4;
	if (field->flags & FIELD_STATE)
		return 3;
	if (strcmp(field->name, "person") == 0)
		return 2;
	return field->kind == GROEI_CHOICE || field->kind == GROEI_NUMBER;
}

static bool has_column(const struct records *records, const struct groei_table *table,
                       const struct groei_field *field)
{
	return field->flags & FIELD_LISTED && strcmp(field->name, table->title) != 0 &&
	       !(records->person && strcmp(field->name, "person") == 0);
}

/* The columns beside the title, as many as there is room for. */
static size_t columns_of(const struct records *records, int width, struct column *column)
{
	const struct groei_table *table = groei_table(records->entity);
	size_t count = 0;
	int used = 0;

	for (size_t i = 0; i < table->field_count && count < COLUMNS; i++) {
		const struct groei_field *field = &table->fields[i];

		if (!has_column(records, table, field))
			continue;
		column[count] = (struct column){field, width_of(field, width >= 80)};
		used += column[count++].width + 2;
	}
	while (count && width - used < (has_words(table) ? LEAST_TITLE : LEAST_OTHER)) {
		size_t out = 0;

		for (size_t i = 1; i < count; i++) {
			if (rank_of(table, column[i].field) <= rank_of(table, column[out].field))
				out = i;
		}
		used -= column[out].width + 2;
		count--;
		memmove(&column[out], &column[out + 1], (count - out) * sizeof *column);
	}
	return count;
}

/* A person by their handle where there is little room. */
static const char *value_of(struct screen *screen, const struct area *area,
                            const struct groei_field *field, const void *record)
{
	struct groei *groei = screen->tui->groei;
	const char *handle;

	if (area->width >= 80 || field->kind != GROEI_REF || field->target != GROEI_PERSON)
		return groei_value_text(groei, screen->tui->frame, field, record);
	handle = groei_value_code(groei, screen->tui->frame, field, record);
	return handle ? handle : "";
}

/* A heading (record NULL) or a row. */
static void draw_columns(struct screen *screen, const struct area *area, attr_t attr,
                         const void *record)
{
	const struct records *records = screen->state;
	const struct groei_table *table = table_of(screen);
	const struct groei_field *title = groei_field(table, table->title);
	struct groei *groei = screen->tui->groei;
	struct groei_arena *frame = screen->tui->frame;
	bool plain = attr == theme_attr(THEME_TEXT);
	struct column column[COLUMNS];
	size_t count = columns_of(records, area->width - 2, column);
	int right = area->width - 1;

	for (size_t i = count; i-- > 0;) {
		const struct groei_field *field = column[i].field;
		attr_t look = attr;

		right -= column[i].width + 2;
		if (plain && field->kind == GROEI_REF)
			look = theme_attr(THEME_ACCENT);
		else if (plain && field->kind == GROEI_DAY)
			look = theme_attr(THEME_DIM);
		draw_text(area, 0, right + 2, column[i].width, look,
		          record ? value_of(screen, area, field, record) : _(field->label));
	}
	draw_text(area, 0, 1, right - 1, attr,
	          record ? groei_text_safe_line(frame, groei_value_text(groei, frame, title, record))
	                 : _(title->label));
}

static void draw_row(void *context, size_t index, const struct area *area, attr_t attr)
{
	const void *record = records_at(context, index);

	if (record)
		draw_columns(context, area, attr, record);
}

/* The screen ---------------------------------------------------------------------------------- */

/* "learning", or "learning amir" for one person's. */
static enum groei_status begin(struct screen *screen, const char *argument)
{
	struct records *records = screen->state;
	size_t length = strcspn(argument, " ");
	const struct groei_table *table = NULL;
	enum groei_status status = GROEI_OK;

	for (size_t i = 0; !table && records_listed(i); i++) {
		table = records_listed(i);
		if (strlen(table->name) != length || strncmp(table->name, argument, length) != 0)
			table = NULL;
	}
	if (!table) {
		tui_failed(screen->tui, _("there is no screen “%s”"), argument);
		return GROEI_NOT_FOUND;
	}
	if (argument[length])
		status = groei_find(screen->tui->groei, GROEI_PERSON, argument + length + 1,
		                    &records->person);
	if (status != GROEI_OK)
		return status;
	records->none = verb_of(table, "add") ? _("Nothing here yet: press a to add the first")
	                                      : _("Nothing here yet");
	return records_open(screen, table->entity, draw_row);
}

static struct spot draw(struct screen *screen, const struct area *body)
{
	struct area rest = area_rows(body, 1, -1), left = *body, right;

	if (rows_count(((struct records *)screen->state)->rows, 1) == 0)
		return records_draw(screen, body);
	screen_split(body, &left, &right);
	draw_columns(screen, &left, theme_attr(THEME_HEADING), NULL);
	return records_draw(screen, &rest);
}

static const char *titled(struct screen *screen)
{
	return _(table_of(screen)->plural);
}

static const char *subtitle(struct screen *screen)
{
	const struct records *records = screen->state;

	return records->person
	           ? groei_person_name(screen->tui->groei, screen->tui->frame, records->person)
	           : NULL;
}

/* Also when nothing is: whom the list is about. */
static void selected(struct screen *screen, struct selection *selection_out)
{
	const struct records *records = screen->state;

	*selection_out = (struct selection){.entity = records->entity, .person = records->person};
	records_selected(screen, selection_out);
}

/* What can be done with a record -------------------------------------------------------------- */

static enum screen_answer run_verb(struct screen *screen, const char *before, const char *verb,
                                   const char *behind)
{
	const struct groei_table *table = table_of(screen);

	if (!verb_of(table, verb)) {
		tui_message(screen->tui, _("These come by themselves, not by hand"));
		return SCREEN_USED;
	}
	tui_line(screen->tui, groei_arena_print(screen->tui->frame, "%s%s %s%s", before, table->name,
	                                        verb, behind));
	return SCREEN_USED;
}

static enum screen_answer add(struct screen *screen)
{
	const struct records *records = screen->state;
	const struct groei_command *row = verb_of(table_of(screen), "add");
	bool whose = records->person && row && strncmp(row->arguments, "person", 6) == 0;
	struct groei_arena *frame = screen->tui->frame;

	return run_verb(screen, "form ", "add",
	                whose ? groei_arena_print(frame, " %s",
	                                          groei_person_handle(screen->tui->groei, frame,
	                                                              records->person))
	                      : "");
}

static enum screen_answer change(struct screen *screen)
{
	return run_verb(screen, "", "edit", " {id}");
}

static enum screen_answer take_away(struct screen *screen)
{
	return run_verb(screen, "", "remove", " {id}");
}

static enum screen_answer show_history(struct screen *screen)
{
	tui_line(screen->tui, groei_arena_print(screen->tui->frame, "history %s {id}",
	                                        table_of(screen)->name));
	return SCREEN_USED;
}

/* The verbs that start with a record of this noun. */
static size_t verbs_of(const struct groei_table *table, const struct groei_command **verb)
{
	size_t count = 0;

	for (const struct groei_command *row = groei_commands(); row->verb && count < VERBS; row++) {
		if (row->noun && strcmp(row->noun, table->name) == 0 &&
		    strncmp(row->arguments, "id", 2) == 0)
			verb[count++] = row;
	}
	return count;
}

static void verb_chosen(struct screen *screen, int64_t context, size_t index)
{
	const struct groei_command *verb[VERBS];

	(void)context;
	if (index < verbs_of(table_of(screen), verb))
		run_verb(screen, "", verb[index]->verb, " {id}");
}

static enum screen_answer more(struct screen *screen)
{
	const struct groei_command *verb[VERBS];
	struct menu_item items[VERBS] = {{0}};
	size_t count = verbs_of(table_of(screen), verb);
	struct selection selection = {.id = 0};

	records_selected(screen, &selection);
	if (count == 0 || selection.id == 0) {
		tui_message(screen->tui, _("Nothing is selected"));
		return SCREEN_USED;
	}
	for (size_t i = 0; i < count; i++)
		items[i] = (struct menu_item){.label = verb[i]->verb, .note = _(verb[i]->help)};
	tui_ask_menu(screen->tui, _(table_of(screen)->label), items, count, 0, verb_chosen, 0);
	return SCREEN_USED;
}

static enum screen_answer open_record(struct screen *screen)
{
	if (!verb_of(table_of(screen), "edit"))
		return more(screen);
	return records_chosen(screen);
}

static const struct operation operations[] = {
	{"add record", N_("A new one, in its form."), add},
	{"change record", N_("Change it in its form."), change},
	{"remove record", N_("Take it away; u brings it back."), take_away},
	{"record verbs", N_("All that can be done with it."), more},
	{"record history", N_("What was changed about it by whom."), show_history},
	{"show all", N_("Also what is closed, or not."), records_show_all},
	{NULL, NULL, NULL},
};

const struct screen_kind records_screen = {
	.name = "records",
	.title = N_("Records"),
	.flags = SCREEN_HIDDEN | SCREEN_WORDS,
	.size = sizeof(struct records),
	.operations = operations,
	.open = begin,
	.reload = records_reload,
	.draw = draw,
	.list = records_list,
	.chosen = open_record,
	.selected = selected,
	.filtered = records_filtered,
	.titled = titled,
	.subtitle = subtitle,
	.close = records_close,
};
