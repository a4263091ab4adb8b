/* A list of the records of one entity, for screens to build on. Knows no entity by name. */
#include "records.h"

#include <string.h>

#include <groei/access.h>

#include "detail.h"

static enum groei_status read_rows(void *context, struct groei_arena *arena, const void *after,
                                   int limit, void **records_out, size_t *count_out)
{
	struct screen *screen = context;
	const struct records *records = screen->state;
	const struct groei_query query = {
		.scope = records->all ? GROEI_ALL : GROEI_OPEN,
		.condition = {{records->person ? "person" : NULL, records->person}},
		.words = screen->filter.length ? screen->filter.data : NULL,
		.after = after,
		.limit = limit,
	};

	return groei_list(screen->tui->groei, arena, records->entity, &query, records_out, count_out);
}

static const void *after(void *context, struct groei_arena *arena, const void *record)
{
	const struct records *records = ((struct screen *)context)->state;

	return rows_copy(arena, groei_table(records->entity), record);
}

static size_t count(void *context, size_t until)
{
	const struct records *records = ((struct screen *)context)->state;

	return rows_count(records->rows, until);
}

enum groei_status records_open(struct screen *screen, enum groei_entity entity,
                               void (*draw)(void *context, size_t index, const struct area *area,
                                            attr_t attr))
{
	struct records *records = screen->state;
	const struct rows_source source = {.context = screen,
	                                   .size = groei_table(entity)->size,
	                                   .read = read_rows,
	                                   .after = after};

	records->entity = entity;
	records->rows = rows_open(&source);
	records->view = (struct list_rows){.context = screen, .count = count, .draw = draw};
	return GROEI_OK;
}

const void *records_at(struct screen *screen, size_t index)
{
	const struct records *records = screen->state;

	return rows_at(records->rows, index);
}

enum groei_status records_reload(struct screen *screen)
{
	struct records *records = screen->state;
	size_t found;

	rows_reset(records->rows);
	found = rows_refind(records->rows, records->last, &records->gone, records->list.cursor + 64);
	if (found != SIZE_MAX)
		records->list.cursor = found;
	list_keep(&records->list, &records->view);
	return GROEI_OK;
}

/* The fields of a record and who may read it, asked again only of another record or a changed store. */
static void draw_beside(struct screen *screen, const struct area *area,
                        const struct groei_record *record)
{
	struct records *records = screen->state;
	struct groei *groei = screen->tui->groei;
	int row = detail_record(screen->tui, area, records->entity, record);

	if (!record)
		return;
	if (!records->readers_of || records->looked_at != record->id ||
	    records->looked_revision != groei_revision(groei)) {
		if (!records->readers_of)
			records->readers_of = groei_arena_open();
		groei_arena_reset(records->readers_of);
		records->looked_at = record->id;
		records->looked_revision = groei_revision(groei);
		records->readers = "";
		groei_seen_by(groei, records->readers_of, records->entity, record, &records->readers);
	}
	detail_line(area, row, _("Seen by"), THEME_DIM, records->readers);
}

struct spot records_draw(struct screen *screen, const struct area *body)
{
	struct records *records = screen->state;
	struct area left = *body, right = {.width = 0}, rows;
	bool wide = screen_split(body, &left, &right);
	const struct groei_record *focus;
	struct spot spot;

	rows = area_rows(&left, screen_filter_line(screen, &left), -1);
	records->view.empty = screen->filter.length ? _("Nothing fits these words; Esc shows all")
	                                            : records->none;
	spot = list_draw(&records->list, &records->view, &rows, LIST_FOCUSED);
	focus = records_at(screen, records->list.cursor);
	records->last = focus ? focus->id : 0;
	if (wide && records->beside)
		records->beside(screen, &right, focus);
	else if (wide)
		draw_beside(screen, &right, focus);
	return spot;
}

struct list *records_list(struct screen *screen, const struct list_rows **rows_out)
{
	struct records *records = screen->state;

	*rows_out = &records->view;
	return &records->list;
}

void records_selected(struct screen *screen, struct selection *selection_out)
{
	const struct records *records = screen->state;
	const struct groei_record *record = records_at(screen, records->list.cursor);

	if (record)
		*selection_out = (struct selection){
			.entity = records->entity,
			.id = record->id,
			.person = groei_record_person(groei_table(records->entity), record)};
}

void records_filtered(struct screen *screen)
{
	struct records *records = screen->state;

	records->last = records->gone = 0;
	records->list.cursor = 0;
	records_reload(screen);
}

void records_close(struct screen *screen)
{
	struct records *records = screen->state;

	rows_close(records->rows);
	groei_arena_close(records->readers_of);
}

enum screen_answer records_show_all(struct screen *screen)
{
	struct records *records = screen->state;

	records->all = !records->all;
	records_reload(screen);
	tui_message(screen->tui, records->all ? _("All of them, also what is closed")
	                                      : _("Only what is open"));
	return SCREEN_USED;
}

enum screen_answer records_chosen(struct screen *screen)
{
	const struct records *records = screen->state;
	struct groei_arena *arena = groei_arena_open();

	tui_line(screen->tui,
	         groei_arena_print(arena, "%s edit {id}", groei_table(records->entity)->name));
	groei_arena_close(arena);
	return SCREEN_USED;
}
