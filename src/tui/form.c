/* Forms over the field table: one row per field that people fill in, checked when it is left. What
 * is typed is kept as a draft (form_draft.c); saving is one call into the core. Knows no single
 * record. */
#include "form.h"
#include "frame.h"
#include "room.h"
#include "screens.h"

#include <stdlib.h>
#include <string.h>

enum { WIDTH = 80 };

/* Fields -------------------------------------------------------------------------------------- */

static void add_fields(struct form *form, struct tui *tui, int required)
{
	const struct groei_table *table = groei_table(form->entity);
	int64_t id = ((const struct groei_record *)form->record)->id;

	for (size_t i = 0; i < table->field_count && form->count < FORM_FIELDS; i++) {
		const struct groei_field *field = &table->fields[i];

		if (form_shows(form->entity, field, id) &&
		    !(field->flags & FIELD_REQUIRED) == !required)
			entry_open(&form->entry[form->count++], tui, field, form->record);
	}
}

bool form_changed(const struct form *form)
{
	if (form->chosen)
		return true;
	for (size_t i = 0; i < form->count; i++) {
		if (entry_changed(&form->entry[i]))
			return true;
	}
	return false;
}

/* Focus --------------------------------------------------------------------------------------- */

/* A value that is typed anew rather than changed is selected, so that typing replaces it. */
static void focus_on(struct form *form, size_t index)
{
	const struct entry *entry = &form->entry[index];

	form->focus = index;
	if (entry->input.editor && entry->field->kind != GROEI_TEXT &&
	    entry->field->kind != GROEI_LONG && entry->field->kind != GROEI_HANDLE)
		editor_select_all(entry->input.editor);
}

/* The first field that is empty; when all are filled in, the one behind whom it is about. */
static size_t first_place(const struct form *form)
{
	if (((const struct groei_record *)form->record)->id)
		return 0;
	for (size_t i = 0; i < form->count; i++) {
		if (form->entry[i].input.editor && !*editor_text(form->entry[i].input.editor, NULL))
			return i;
	}
	return form->count > 1;
}

/* Open and close ------------------------------------------------------------------------------ */

static enum groei_status form_open(struct screen *screen, const char *argument)
{
	struct form *form = screen->state;
	const struct groei_table *table = groei_table(form->entity);

	(void)argument;
	form->texts = groei_arena_open();
	form->title = groei_arena_text(form->texts, form->title);
	form->before = groei_arena_take(form->texts, table->size);
	form->record = groei_arena_take(form->texts, table->size);
	memcpy(form->record, form->given, table->size);
	for (size_t i = 0; i < table->field_count; i++) {
		const struct groei_field *field = &table->fields[i];
		const char *text;

		if (field->storage != GROEI_STORED_TEXT)
			continue;
		memcpy(&text, (const char *)form->given + field->offset, sizeof text);
		text = groei_arena_text(form->texts, text);
		memcpy((char *)form->record + field->offset, &text, sizeof text);
	}
	form->given = NULL;
	memcpy(form->before, form->record, table->size);
	form->place = form_draft_place(form);
	add_fields(form, screen->tui, 1);
	add_fields(form, screen->tui, 0);
	focus_on(form, first_place(form));
	form_draft_offer(screen);
	return GROEI_OK;
}

static void form_close(struct screen *screen)
{
	struct form *form = screen->state;

	for (size_t i = 0; i < form->count; i++)
		entry_close(&form->entry[i]);
	groei_arena_close(form->texts);
}

static int form_idle(struct screen *screen)
{
	if (form_draft_keep(screen))
		return -1;
	tui_why(screen->tui);
	return KEEP_AGAIN;
}

/* Saving -------------------------------------------------------------------------------------- */

static bool read_all(struct screen *screen)
{
	struct form *form = screen->state;
	size_t wrong = form->count;

	for (size_t i = form->count; i > 0; i--) {
		if (!entry_read(&form->entry[i - 1], screen->tui, form->texts, form->record))
			wrong = i - 1;
	}
	if (wrong == form->count)
		return true;
	form->focus = wrong;
	return false;
}

/* Somebody else changed the record: what they made of it stands beside what was typed here, and
 * saving again keeps what was typed. */
static void show_theirs(struct screen *screen)
{
	struct form *form = screen->state;
	struct tui *tui = screen->tui;
	const struct groei_table *table = groei_table(form->entity);
	void *now = groei_arena_take(form->texts, table->size);

	if (groei_get(tui->groei, form->texts, form->entity,
	              ((struct groei_record *)form->record)->id, now) != GROEI_OK) {
		tui_why(tui);
		return;
	}
	for (size_t i = 0; i < form->count; i++) {
		struct entry *entry = &form->entry[i];
		const char *was = groei_value_code(tui->groei, form->texts, entry->field, form->before);
		const char *is = groei_value_code(tui->groei, form->texts, entry->field, now);

		if (strcmp(was ? was : "", is ? is : "") == 0)
			continue;
		if (!entry_changed(entry) && entry->input.editor) {
			groei_value_parse(tui->groei, form->texts, entry->field, is ? is : "",
			                  form->record);
			entry_load(entry, tui, form->record);
			continue;
		}
		free(entry->theirs);
		entry->theirs = room_copy(groei_arena_print(
		    form->texts, _("Now stored: %s"),
		    groei_value_text(tui->groei, form->texts, entry->field, now)));
	}
	memcpy(form->before, now, table->size);
	((struct groei_record *)form->record)->revision = ((struct groei_record *)now)->revision;
	tui_failed(tui, _("Changed by somebody else meanwhile: both are shown; save again to keep yours"));
}

static void show_fault(struct screen *screen)
{
	struct form *form = screen->state;
	struct groei_reason why = groei_why(screen->tui->groei);
	struct groei_buffer text = {0};

	for (size_t i = 0; why.field && i < form->count; i++) {
		struct entry *entry = &form->entry[i];

		if (strcmp(entry->field->name, why.field) != 0)
			continue;
		form->focus = i;
		message_below(screen->tui, &text, why.text);
		entry_fault(entry, text.data);
		groei_buffer_free(&text);
		return;
	}
	tui_why(screen->tui);
}

static struct entry *entry_named(struct form *form, const char *name)
{
	for (size_t i = 0; i < form->count; i++) {
		if (strcmp(form->entry[i].field->name, name) == 0)
			return &form->entry[i];
	}
	return NULL;
}

/* A handle that is still empty gets a proposal from the name. */
static void propose_handle(struct form *form)
{
	struct entry *handle = entry_named(form, "handle"), *name = entry_named(form, "name");
	char text[HANDLE_SIZE];

	if (!handle || !name || *editor_text(handle->input.editor, NULL))
		return;
	handle_from_name(editor_text(name->input.editor, NULL), text);
	editor_replace(handle->input.editor, text, strlen(text));
}

/* What people call the record that the form is about. */
static const char *saved_name(struct tui *tui, const struct form *form)
{
	const struct groei_table *table = groei_table(form->entity);
	const struct groei_field *field = groei_field(table, "title"), *day = groei_field(table, "day");
	const char *name = NULL;

	if (!field)
		field = groei_field(table, "name");
	if (field)
		memcpy(&name, (const char *)form->record + field->offset, sizeof name);
	else
		name = groei_person_name(tui->groei, tui->frame,
		                         groei_record_person(table, form->record));
	if (!field && day && name && *name)
		name = groei_arena_print(tui->frame, "%s, %s", name,
		                         groei_value_text(tui->groei, tui->frame, day, form->record));
	return name && *name ? groei_text_safe_line(tui->frame, name) : _(table->label);
}

static enum screen_answer save(struct screen *screen)
{
	struct form *form = screen->state;
	struct tui *tui = screen->tui;
	struct screen *asker = screen->below;
	void (*done)(struct screen *, int64_t, int64_t) = form->done;
	int64_t context = form->context, id = ((struct groei_record *)form->record)->id;
	const char *warning;
	enum groei_status status;

	propose_handle(form);
	if (!read_all(screen))
		return SCREEN_USED;
	if (id && !form_changed(form)) {
		tui_back(tui);
		return SCREEN_USED;
	}
	status = id ? groei_edit(tui->groei, form->entity, form->before, form->record)
	            : groei_add(tui->groei, form->entity, form->record);
	if (status == GROEI_CONFLICT && id) {
		show_theirs(screen);
		return SCREEN_USED;
	}
	if (status != GROEI_OK) {
		show_fault(screen);
		return SCREEN_USED;
	}
	id = ((struct groei_record *)form->record)->id;
	form_draft_drop(screen);
	form->warned = 2;
	warning = form_warning(tui, form->entity, form->record);
	if (warning)
		tui_message(tui, "%s", warning);
	else
		tui_message(tui, _("Saved: %s. u takes it back."), saved_name(tui, form));
	tui_back(tui);
	if (done)
		done(asker, context, id);
	return SCREEN_USED;
}

/* Keys ---------------------------------------------------------------------------------------- */

static bool leave_entry(struct screen *screen)
{
	struct form *form = screen->state;
	struct entry *entry = &form->entry[form->focus];
	bool good = !entry_changed(entry) ||
	            entry_read(entry, screen->tui, form->texts, form->record);

	for (size_t i = 0; i < entry->offers; i++) {
		free(entry->offer[i]);
		free(entry->offer_name[i]);
		entry->offer[i] = entry->offer_name[i] = NULL;
	}
	entry->offers = 0;
	return good;
}

static enum screen_answer next_field(struct screen *screen)
{
	struct form *form = screen->state;

	entry_take_offer(&form->entry[form->focus]);
	leave_entry(screen);
	if (strcmp(form->entry[form->focus].field->name, "name") == 0)
		propose_handle(form);
	focus_on(form, (form->focus + 1) % form->count);
	return SCREEN_USED;
}

static enum screen_answer previous_field(struct screen *screen)
{
	struct form *form = screen->state;

	leave_entry(screen);
	focus_on(form, (form->focus + form->count - 1) % form->count);
	return SCREEN_USED;
}

/* Enter: takes an offer, goes on when the value is right, saves at the last field. */
static enum screen_answer accept(struct screen *screen)
{
	struct form *form = screen->state;

	if (entry_take_offer(&form->entry[form->focus]) || leave_entry(screen)) {
		if (form->focus + 1 == form->count)
			return save(screen);
		return next_field(screen);
	}
	return SCREEN_USED;
}

static enum screen_answer form_back(struct screen *screen)
{
	struct form *form = screen->state;

	if (form_changed(form) && form->warned == 0) {
		form->warned = 1;
		tui_message(screen->tui, _("Not saved yet: Ctrl-S saves, Esc again drops it"));
		return SCREEN_USED;
	}
	form_draft_drop(screen);
	form->warned = 2;
	return SCREEN_IGNORED;
}

/* The last chance of what was typed; what was saved or dropped needs none. */
static void form_leave(struct screen *screen)
{
	form_draft_keep(screen);
}

static enum screen_answer form_key(struct screen *screen, const struct key *key)
{
	struct form *form = screen->state;
	struct entry *entry = &form->entry[form->focus];
	size_t from, to;
	bool copies = entry->input.editor && editor_selection(entry->input.editor, &from, &to);
	bool used, stays;
	size_t at;

	if (key->code == K_ESCAPE || (key_is(key, 'c', K_CTRL) && !copies))
		return SCREEN_IGNORED;
	form->warned = 0;
	at = entry->input.editor ? editor_cursor(entry->input.editor) : 0;
	used = entry_key(entry, screen->tui, key, form->record) == SCREEN_USED;
	form->chosen |= used && !entry->input.editor;
	/* Up and down leave a long text at its ends. */
	stays = used && (entry->field->kind != GROEI_LONG || key->modifiers ||
	                 editor_cursor(entry->input.editor) != at);
	if (!stays && (key->code == K_DOWN || key->code == K_UP))
		return key->code == K_DOWN ? next_field(screen) : previous_field(screen);
	return used ? SCREEN_USED : SCREEN_IGNORED;
}

static enum screen_answer form_paste(struct screen *screen, const char *text, size_t length)
{
	struct form *form = screen->state;
	struct entry *entry = &form->entry[form->focus];

	if (!entry->input.editor)
		return SCREEN_IGNORED;
	tui_typed(screen->tui, entry->field->kind == GROEI_LONG
	                           ? editor_view_paste(&entry->view, text, length)
	                           : field_paste(&entry->input, text, length));
	return SCREEN_USED;
}

/* Drawing ------------------------------------------------------------------------------------- */

static int rows_between(const struct form *form, size_t from, size_t to, int width)
{
	int rows = 0;

	for (size_t i = from; i < to; i++)
		rows += entry_rows(&form->entry[i], i == form->focus, width);
	return rows;
}

static struct spot form_draw(struct screen *screen, const struct area *body)
{
	struct form *form = screen->state;
	int width = body->width - 4 < WIDTH ? body->width - 4 : WIDTH, row = 0;
	int rows = rows_between(form, 0, form->count, width - 2);
	struct area inner = screen_box(body, rows, width, form->title);
	struct spot focus = draw_spot(&inner, 0, 0);

	if (form->top > form->focus)
		form->top = form->focus;
	while (form->top < form->focus &&
	       rows_between(form, form->top, form->focus + 1, inner.width) > inner.height)
		form->top++;
	if (rows <= inner.height)
		form->top = 0;
	for (size_t i = form->top; i < form->count && row < inner.height; i++) {
		struct area area = area_rows(&inner, row, -1);
		struct spot spot = entry_draw(&form->entry[i], screen->tui, &area, i == form->focus,
		                              form->record);

		if (i == form->focus)
			focus = spot;
		row += entry_rows(&form->entry[i], i == form->focus, inner.width);
	}
	draw_more(&inner, inner.width - 1, theme_attr(THEME_DIM),
	          (form->top > 0 ? DRAW_MORE_ABOVE : 0) |
	              (rows_between(form, form->top, form->count, inner.width) > inner.height
	                   ? DRAW_MORE_BELOW
	                   : 0));
	return focus;
}

static const struct operation operations[] = {
	{"save", N_("Save the form."), save},
	{"accept", N_("To the next field; at the last one: save."), accept},
	{"next field", N_("To the next field."), next_field},
	{"previous field", N_("To the field before."), previous_field},
	{NULL, NULL, NULL},
};

const struct screen_kind form_screen = {
	.name = "form",
	.title = N_("Form"),
	.flags = SCREEN_OVERLAY | SCREEN_OWN,
	.size = sizeof(struct form),
	.operations = operations,
	.open = form_open,
	.draw = form_draw,
	.key = form_key,
	.paste = form_paste,
	.idle = form_idle,
	.keep = form_draft_keep,
	.leave = form_leave,
	.back = form_back,
	.close = form_close,
};

void tui_form(struct tui *tui, enum groei_entity entity, const void *record, const char *title,
              void (*done)(struct screen *asker, int64_t context, int64_t id), int64_t context)
{
	struct form *form = room_take(1, sizeof *form);

	form->entity = entity;
	form->given = record;
	form->title = title;
	form->done = done;
	form->context = context;
	tui_push(tui, &form_screen, NULL, form);
	free(form);
}
