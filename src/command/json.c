/* JSON for scripts, written as it goes so that no list is held: one member a line at the top, one
 * object a line in arrays. Escapes what JSON lets through but a terminal acts on. */
#include "command/call.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

/* Bytes of the character at `at` that must be written as \u…, 0 when it may stand as it is. */
static size_t must_escape(const unsigned char *at, unsigned *code_out)
{
	if (at[0] < 0x20 || at[0] == 0x7f) {
		*code_out = at[0];
		return 1;
	}
	if (at[0] == 0xc2 && at[1] >= 0x80 && at[1] <= 0x9f) {
		*code_out = at[1];
		return 2;
	}
	if (at[0] == 0xd8 && at[1] == 0x9c) {
		*code_out = 0x061c;
		return 2;
	}
	if (at[0] == 0xe2 && (at[1] == 0x80 || at[1] == 0x81) && at[2] >= 0x80 && at[2] <= 0xbf) {
		unsigned code = 0x2000U | (unsigned)(at[1] & 0x3f) << 6 | (unsigned)(at[2] & 0x3f);

		*code_out = code;
		if ((code >= 0x2028 && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) ||
		    code == 0x200e || code == 0x200f)
			return 3;
	}
	return 0;
}

void json_quote(struct groei_buffer *out, const char *text)
{
	const unsigned char *at = (const unsigned char *)text;
	const unsigned char *from = at;

	groei_buffer_char(out, '"');
	while (*at != '\0') {
		unsigned code = 0;
		size_t length = *at == '"' || *at == '\\' ? 1 : must_escape(at, &code);

		if (length == 0) {
			at++;
			continue;
		}
		groei_buffer_add(out, (const char *)from, (size_t)(at - from));
		if (*at == '"' || *at == '\\')
			groei_buffer_print(out, "\\%c", *at);
		else if (*at == '\n')
			groei_buffer_text(out, "\\n");
		else if (*at == '\t')
			groei_buffer_text(out, "\\t");
		else
			groei_buffer_print(out, "\\u%04x", code);
		at += length;
		from = at;
	}
	groei_buffer_add(out, (const char *)from, (size_t)(at - from));
	groei_buffer_char(out, '"');
}

/* Comma, line or blank before a member, and its key. */
static void member(struct groei_command_call *call, const char *key)
{
	int depth = call->json_depth;

	if (depth > 0) {
		int count = call->json_count[depth - 1]++;

		if (count > 0)
			groei_buffer_char(&call->out, ',');
		if (call->json_lines[depth - 1])
			groei_buffer_print(&call->out, "\n%*s", 2 * depth, "");
		else if (count > 0)
			groei_buffer_char(&call->out, ' ');
	}
	if (key != NULL) {
		json_quote(&call->out, key);
		groei_buffer_text(&call->out, ": ");
	}
}

void json_begin(struct groei_command_call *call, const char *key, char bracket)
{
	member(call, key);
	assert(call->json_depth < CALL_JSON_DEPTH);
	groei_buffer_char(&call->out, bracket);
	call->json_count[call->json_depth] = 0;
	call->json_lines[call->json_depth] =
	    call->json_depth == 0 || (call->json_depth == 1 && bracket == '[');
	call->json_depth++;
}

void json_end(struct groei_command_call *call, char bracket)
{
	int depth = --call->json_depth;

	if (call->json_lines[depth] && call->json_count[depth] > 0)
		groei_buffer_print(&call->out, "\n%*s", 2 * depth, "");
	groei_buffer_char(&call->out, bracket);
	if (depth == 0)
		groei_buffer_char(&call->out, '\n');
	if (call->out.length > 32 * 1024)
		call_flush(call);
}

void json_string(struct groei_command_call *call, const char *key, const char *text)
{
	member(call, key);
	if (text == NULL)
		groei_buffer_text(&call->out, "null");
	else
		json_quote(&call->out, text);
}

void json_int(struct groei_command_call *call, const char *key, int64_t number)
{
	member(call, key);
	if (number == GROEI_NONE)
		groei_buffer_text(&call->out, "null");
	else
		groei_buffer_print(&call->out, "%" PRId64, number);
}

void json_flag(struct groei_command_call *call, const char *key, int on)
{
	member(call, key);
	groei_buffer_text(&call->out, on ? "true" : "false");
}

void json_day_value(struct groei_command_call *call, const char *key, int32_t day)
{
	char text[GROEI_DATE_SIZE];

	json_string(call, key, day == GROEI_NO_DAY ? NULL : groei_day_iso(day, text));
}

void json_instant(struct groei_command_call *call, const char *key, int64_t instant)
{
	char text[GROEI_DATE_SIZE];

	json_string(call, key, instant == GROEI_NO_INSTANT ? NULL : groei_instant_iso(instant, text));
}

void json_id(struct groei_command_call *call, const char *key, int64_t id)
{
	char code[GROEI_CODE_SIZE];

	json_string(call, key, id == 0 ? NULL : groei_code(id, code));
}

void json_person(struct groei_command_call *call, const char *key, int64_t person)
{
	json_string(call, key,
	            person == 0 ? NULL : groei_person_handle(call->groei, call->arena, person));
}

void json_fields(struct groei_command_call *call, const struct groei_table *table,
                 const void *record)
{
	const struct groei_record *base = record;

	json_id(call, "id", base->id);
	for (size_t i = 0; i < table->field_count; i++) {
		const struct groei_field *field = &table->fields[i];

		if (field->kind == GROEI_NUMBER) {
			int32_t number;

			memcpy(&number, (const char *)record + field->offset, sizeof number);
			json_int(call, field->name, number);
		} else {
			json_string(call, field->name,
			            groei_value_code(call->groei, call->arena, field, record));
		}
	}
}

void json_record(struct groei_command_call *call, const char *key, enum groei_entity entity,
                 const void *record)
{
	json_begin(call, key, '{');
	json_fields(call, groei_table(entity), record);
	json_end(call, '}');
}

void json_records(struct groei_command_call *call, const char *key, enum groei_entity entity,
                  const void *records, size_t count)
{
	json_begin(call, key, '[');
	for (size_t i = 0; i < count; i++)
		json_record(call, NULL, entity,
		            (const char *)records + i * groei_table(entity)->size);
	json_end(call, ']');
}
