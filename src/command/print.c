/* Text for people: sanitised, styled, wrapped, in columns. Knows nothing about records' meaning. */
#include "command/call.h"

#include <errno.h>
#include <stdarg.h>
#include <string.h>

#include "base/i18n.h"
#include <groei/text.h>

enum { FLUSH_AT = 32 * 1024, DEFAULT_WIDTH = 80, COLUMN_LEAST = 8, FLEXIBLE_LEAST = 14 };

bool call_writes(const struct groei_command_call *call)
{
	return call->error == 0;
}

void call_flush(struct groei_command_call *call)
{
	if (call->error == 0 && call->out.length > 0)
		call->error = call->output->write(call->output->context, call->out.data,
		                                  call->out.length);
	groei_buffer_clear(&call->out);
}

static void flush_when_full(struct groei_command_call *call)
{
	if (call->out.length >= FLUSH_AT)
		call_flush(call);
}

void call_raw(struct groei_command_call *call, const char *text)
{
	groei_buffer_text(&call->out, text);
	flush_when_full(call);
}

void call_print(struct groei_command_call *call, const char *format, ...)
{
	va_list values;
	const char *text;

	va_start(values, format);
	text = groei_arena_vprint(call->arena, format, values);
	va_end(values);
	groei_text_clean(&call->out, text, strlen(text));
	flush_when_full(call);
}

void call_styled(struct groei_command_call *call, enum call_style style, const char *text)
{
	static const char *const starts[] = {"", "\033[1m", "\033[2m", "\033[31m", "\033[32m"};
	int coloured = call->output->colour && style != STYLE_PLAIN;

	if (coloured)
		groei_buffer_text(&call->out, starts[style]);
	groei_text_clean(&call->out, text, strlen(text));
	if (coloured)
		groei_buffer_text(&call->out, "\033[0m");
}

int call_width(const struct groei_command_call *call)
{
	return call->output->width > 0 ? call->output->width : DEFAULT_WIDTH;
}

void call_head(struct groei_command_call *call, const char *text)
{
	call_raw(call, "\n");
	call_styled(call, STYLE_BOLD, text);
	call_raw(call, "\n");
}

void call_wrapped(struct groei_command_call *call, const char *text, int indent)
{
	const char *safe = groei_text_safe(call->arena, text);
	size_t length = strlen(safe);
	int width = call_width(call) - indent;
	struct groei_line *lines = NULL;
	size_t count;

	while (length > 0 && safe[length - 1] == '\n')
		length--;
	count = groei_text_wrap(call->arena, safe, length, width < 20 ? 20 : width, &lines);
	for (size_t i = 0; i < count; i++) {
		if (lines[i].length > 0)
			groei_buffer_print(&call->out, "%*s", indent, "");
		groei_buffer_add(&call->out, safe + lines[i].start, lines[i].length);
		groei_buffer_char(&call->out, '\n');
	}
	flush_when_full(call);
}

/* Cells that the shown columns take; *widest_out is the widest of them, of the flexible ones only when
 * asked so. */
static int table_width(const struct call_table *table, int flexible_only, size_t *widest_out)
{
	int total = 2 * ((int)table->shown - 1);
	int most = 0;

	for (size_t i = 0; i < table->shown; i++) {
		total += table->widths[i];
		if (table->widths[i] > most && (table->flexible[i] || !flexible_only)) {
			most = table->widths[i];
			*widest_out = i;
		}
	}
	return total;
}

/* Makes the table fit: titles and the like are cut first, then the last columns left out, and at last
 * everything is cut. */
static void fit_columns(struct call_table *table, int width)
{
	size_t widest = 0;

	while (table_width(table, 1, &widest) > width && table->widths[widest] > FLEXIBLE_LEAST)
		table->widths[widest]--;
	while (table->shown > 3 && table_width(table, 1, &widest) > width)
		table->shown--;
	while (table_width(table, 0, &widest) > width && table->widths[widest] > COLUMN_LEAST)
		table->widths[widest]--;
}

static void print_row(struct groei_command_call *call, const struct call_table *table,
                      const char *const *cells, enum call_style style)
{
	struct groei_buffer line = {0};

	for (size_t i = 0; i < table->shown; i++) {
		const char *text = groei_text_safe_line(call->arena, cells[i]);
		int cells_wide = groei_text_cells(text, strlen(text));

		if (call->output->width > 0 && cells_wide > table->widths[i]) {
			text = groei_text_cut(call->arena, text, table->widths[i]);
			cells_wide = groei_text_cells(text, strlen(text));
		}
		groei_buffer_text(&line, text);
		if (i + 1 < table->shown) {
			int blanks = table->widths[i] - cells_wide;

			groei_buffer_print(&line, "%*s", (blanks > 0 ? blanks : 0) + 2, "");
		}
	}
	while (line.length > 0 && line.data[line.length - 1] == ' ')
		line.data[--line.length] = '\0';
	call_styled(call, style, line.length > 0 ? line.data : "");
	call_raw(call, "\n");
	groei_buffer_free(&line);
}

void call_rows(struct groei_command_call *call, struct call_table *table, const char *const *cells,
               size_t count)
{
	if (!table->started) {
		for (size_t i = 0; i < table->columns; i++) {
			table->widths[i] = groei_text_cells(table->titles[i], strlen(table->titles[i]));
			for (size_t row = 0; row < count; row++) {
				const char *text = groei_text_safe_line(call->arena,
				                                        cells[row * table->columns + i]);
				int wide = groei_text_cells(text, strlen(text));

				if (wide > table->widths[i])
					table->widths[i] = wide;
			}
		}
		table->shown = table->columns;
		if (call->output->width > 0)
			fit_columns(table, call->output->width);
		print_row(call, table, table->titles, STYLE_DIM);
		table->started = 1;
	}
	for (size_t row = 0; row < count && call_writes(call); row++)
		print_row(call, table, cells + row * table->columns, STYLE_PLAIN);
}

const char *call_safe(struct groei_command_call *call, const char *text)
{
	return groei_text_safe_line(call->arena, text);
}

const char *call_name(struct groei_command_call *call, int64_t person)
{
	return call_safe(call, groei_person_name(call->groei, call->arena, person));
}

const char *call_handle(struct groei_command_call *call, int64_t person)
{
	return call_safe(call, groei_person_handle(call->groei, call->arena, person));
}

/* The label with a small first letter. */
static const char *lower(struct groei_arena *arena, const char *label)
{
	char *text = groei_arena_text(arena, label);

	if (*text >= 'A' && *text <= 'Z')
		*text = (char)(*text - 'A' + 'a');
	return text;
}

void call_more(struct groei_command_call *call, size_t more, const char *command)
{
	if (more == 0)
		return;
	if (command == NULL)
		call_print(call, _("    and %zu more\n"), more);
	else
		call_print(call, _("    and %zu more: groei %s\n"), more,
		           groei_text_safe_line(call->arena, command));
}

const char *call_record_name(struct groei_command_call *call, const struct groei_table *table,
                             const void *record)
{
	const struct groei_record *base = record;
	const struct groei_field *title = groei_field(table, table->title);
	const struct groei_field *handle = groei_field(table, "handle");
	char code[GROEI_CODE_SIZE];
	const char *name = NULL;

	if (handle != NULL && handle->kind == GROEI_HANDLE)
		name = groei_value_text(call->groei, call->arena, handle, record);
	else
		name = groei_short_code(call->groei, table->entity, base->id, code);
	name = groei_arena_print(call->arena, "%s %s", lower(call->arena, _(table->label)), name);
	if (table->entity == GROEI_CONVERSATION) {
		const struct conversation *talk = record;

		return groei_arena_print(call->arena, _("%s: %s, %s"), name,
		                         groei_person_name(call->groei, call->arena, talk->person),
		                         call_day_text(call, talk->day));
	}
	if (title == NULL)
		return name;
	return groei_arena_print(call->arena, "%s: %s", name,
	                         groei_text_safe_line(call->arena,
	                                              groei_value_text(call->groei, call->arena, title,
	                                                               record)));
}

const char *call_day_text(struct groei_command_call *call, int32_t day)
{
	char text[GROEI_DATE_SIZE];

	return groei_arena_text(call->arena, groei_day_text(day, groei_today(call->groei), text));
}

const char *call_distance(struct groei_command_call *call, int32_t day)
{
	char text[GROEI_DATE_SIZE];

	return groei_arena_text(call->arena, groei_day_distance(day, groei_today(call->groei), text));
}

const char *call_sparkline(struct groei_command_call *call, const int32_t *values, int count,
                           int low, int high)
{
	static const char *const bars[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇"};
	struct groei_buffer line = {0};
	const char *text;

	for (int i = 0; i < count; i++) {
		int value = values[i] < low ? low : values[i] > high ? high : values[i];

		groei_buffer_text(&line, bars[(value - low) * 6 / (high > low ? high - low : 1)]);
	}
	for (int i = 0; i < count; i++)
		groei_buffer_print(&line, "%s%d", i == 0 ? "  " : " ", (int)values[i]);
	text = groei_arena_copy(call->arena, line.data == NULL ? "" : line.data, line.length);
	groei_buffer_free(&line);
	return text;
}

const char *call_choice(const struct groei_field *field, int32_t value)
{
	return _(field->choices[value].label);
}

const char *call_answer(struct groei_command_call *call, const struct question *question,
                        const char *text, int32_t number)
{
	enum groei_language language = groei_language(call->groei);

	if (number != GROEI_NONE) {
		if (question != NULL && question->high > 0)
			return groei_arena_print(call->arena, _("%d of %d"), (int)number, question->high);
		return groei_arena_print(call->arena, "%d", (int)number);
	}
	if (text == NULL)
		return "";
	if (question != NULL && question->kind == QUESTION_CHOICE)
		for (size_t i = 0; i < question->choice_count; i++)
			if (strcmp(question->choices[i].id, text) == 0)
				return groei_template_text(&question->choices[i].label, language);
	if (question != NULL && question->kind == QUESTION_YESNO)
		return strcmp(text, "yes") == 0 ? _("yes") : _("no");
	return text;
}

void call_tell(struct groei_command_call *call, const char *done, enum groei_entity entity,
               const void *record)
{
	const struct groei_record *base = record;

	call->made = base->id;
	if (call->output->json)
		json_record(call, NULL, entity, record);
	else
		call_print(call, "%s %s.\n", done, call_record_name(call, groei_table(entity), record));
}

enum groei_status call_tell_anew(struct groei_command_call *call, enum groei_status status,
                                 const char *done, enum groei_entity entity, int64_t id)
{
	void *record = groei_arena_take(call->arena, groei_table(entity)->size);

	if (status == GROEI_OK)
		status = groei_get(call->groei, call->arena, entity, id, record);
	if (status == GROEI_OK)
		call_tell(call, done, entity, record);
	return status;
}
