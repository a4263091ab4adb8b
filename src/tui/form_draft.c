/* The draft of a form: what is typed in it, as lines "field=text" with newlines as \n. Draws nothing and
 * knows no keys. */
#include <string.h>

#include <groei/guard.h>
#include <groei/overview.h>

#include "form.h"
#include "kept.h"

const char *form_draft_place(const struct form *form)
{
	const struct groei_table *table = groei_table(form->entity);
	const struct groei_record *record = form->record;
	int64_t person = form->entity == GROEI_PERSON ? 0 : groei_record_person(table, record);
	char code[GROEI_CODE_SIZE];

	if (record->id)
		return groei_arena_print(form->texts, "form/%s/%s", table->name,
		                         groei_code(record->id, code));
	if (person)
		return groei_arena_print(form->texts, "form/%s/new/%s", table->name,
		                         groei_code(person, code));
	return groei_arena_print(form->texts, "form/%s/new", table->name);
}

static void write_escaped(struct groei_buffer *out, const char *text)
{
	for (; *text; text++) {
		if (*text == '\n')
			groei_buffer_text(out, "\\n");
		else if (*text == '\\')
			groei_buffer_text(out, "\\\\");
		else
			groei_buffer_char(out, *text);
	}
}

/* Undoes write_escaped in place. */
static void read_escaped(char *text)
{
	char *to = text;

	for (; *text; text++) {
		if (*text == '\\' && text[1])
			*to++ = *++text == 'n' ? '\n' : *text;
		else
			*to++ = *text;
	}
	*to = '\0';
}

bool form_draft_keep(struct screen *screen)
{
	struct form *form = screen->state;
	struct groei_arena *arena;
	struct groei_buffer text = {0}, content = {0};
	bool kept;

	if (form->warned == 2 || !form_changed(form))
		return true;
	arena = groei_arena_open();
	for (size_t i = 0; i < form->count; i++) {
		const struct entry *entry = &form->entry[i];
		const char *value = entry->input.editor
		                        ? editor_text(entry->input.editor, NULL)
		                        : groei_value_code(screen->tui->groei, arena, entry->field,
		                                           form->record);

		groei_buffer_print(&text, "%s=", entry->field->name);
		write_escaped(&text, value ? value : "");
		groei_buffer_char(&text, '\n');
		if (entry->field->flags & FIELD_CONTENT && value)
			groei_buffer_print(&content, "%s\n", value);
	}
	groei_guard_typed(screen->tui->groei, content.data ? content.data : "");
	groei_buffer_free(&content);
	kept = groei_draft_save(screen->tui->groei, form->place,
	                        ((const struct groei_record *)form->record)->revision,
	                        text.data) == GROEI_OK;
	form->kept |= kept;
	groei_buffer_free(&text);
	groei_arena_close(arena);
	return kept;
}

void form_draft_drop(struct screen *screen)
{
	struct form *form = screen->state;

	if (!form->kept)
		return;
	groei_draft_drop(screen->tui->groei, form->place);
	form->kept = 0;
}

static void take_draft_line(struct screen *screen, char *line)
{
	struct form *form = screen->state;
	char *value = strchr(line, '=');

	if (!value)
		return;
	*value++ = '\0';
	read_escaped(value);
	for (size_t i = 0; i < form->count; i++) {
		struct entry *entry = &form->entry[i];

		if (strcmp(entry->field->name, line) != 0)
			continue;
		if (!entry->input.editor)
			groei_value_parse(screen->tui->groei, form->texts, entry->field, value, form->record);
		else if (strcmp(editor_text(entry->input.editor, NULL), value) != 0)
			editor_replace(entry->input.editor, value, strlen(value));
	}
}

void form_draft_offer(struct screen *screen)
{
	struct form *form = screen->state;
	struct groei_arena *arena = groei_arena_open();
	struct draft draft;

	if (kept_take(screen->tui, arena, form->place, &draft)) {
		size_t more = kept_left(screen->tui, form->place);
		char *line = groei_arena_text(arena, draft.text);

		while (line && *line) {
			char *next = strchr(line, '\n');

			if (next)
				*next++ = '\0';
			take_draft_line(screen, line);
			line = next;
		}
		form->kept = 1;
		if (more)
			tui_message(screen->tui,
			            P_("What you typed here before is back; %zu more is kept on Today",
			               "What you typed here before is back; %zu more are kept on Today", more),
			            more);
		else
			tui_message(screen->tui,
			            _("What you typed here before is back; Esc twice drops it"));
	}
	groei_arena_close(arena);
}
