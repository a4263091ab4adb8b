/* Builds the tree of core/yaml.h from libyaml's events. Must not know what the keys mean. */
#include "core/yaml.h"

#include <assert.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include <yaml.h>

#include <groei/text.h>

#include "base/i18n.h"

struct build {
	struct groei_arena *arena;
	struct yaml_errors *errors;
	struct yaml_node *root;
	struct {
		struct yaml_node *node; /* a map or list that is not closed yet */
		struct yaml_node *last; /* the youngest in it */
		struct yaml_node *key;  /* of a map: the key whose value comes next */
	} open[YAML_DEPTH];
	size_t depth;
	size_t nodes;
	size_t documents;
	yaml_mark_t quote_start, quote_end; /* of the last quoted text over several lines */
	bool quote_long;                    /* whether there was one just before */
};

void yaml_error_add(struct yaml_errors *errors, int line, int column, const char *format, ...)
{
	va_list values;
	const char *text;

	if (errors->count == YAML_ERRORS)
		return;
	va_start(values, format);
	text = groei_arena_vprint(errors->arena, format, values);
	va_end(values);
	errors->item[errors->count++] = (struct yaml_error){
		.line = line,
		.column = column,
		.text = groei_text_safe_line(errors->arena, text),
	};
}

const struct yaml_node *yaml_find(const struct yaml_node *node, const char *key)
{
	const struct yaml_node *child;

	if (node->kind != YAML_MAP)
		return NULL;
	for (child = node->first; child; child = child->next)
		if (strcmp(child->key->text, key) == 0)
			return child;
	return NULL;
}

const char *yaml_line(const char *text, size_t length, int line, size_t *length_out)
{
	const char *at = text, *end = text + length, *stop;

	while (line > 1 && at < end) {
		const char *feed = memchr(at, '\n', (size_t)(end - at));

		at = feed ? feed + 1 : end;
		line--;
	}
	stop = at < end ? memchr(at, '\n', (size_t)(end - at)) : NULL;
	if (!stop)
		stop = end;
	if (stop > at && stop[-1] == '\r')
		stop--;
	*length_out = (size_t)(stop - at);
	return at;
}

/* One character of valid UTF-8. */
static uint32_t character(const char *text, size_t *size_out)
{
	const unsigned char *at = (const unsigned char *)text;
	size_t size = *at < 0x80 ? 1 : *at < 0xe0 ? 2 : *at < 0xf0 ? 3 : 4;
	uint32_t c = size == 1 ? *at : *at & (0xffu >> (size + 1));

	for (size_t i = 1; i < size; i++)
		c = c << 6 | (at[i] & 0x3fu);
	*size_out = size;
	return c;
}

/* Characters that a reader cannot see, or that make him see something else than is there. */
static bool hidden(uint32_t c)
{
	if (c == '\n' || c == '\t')
		return false;
	return c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0x200b || c == 0x2028 || c == 0x2029 ||
	       (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff ||
	       c == 0xfffe || c == 0xffff;
}

static void say_hidden(struct yaml_errors *errors, int line, int column, uint32_t c)
{
	yaml_error_add(errors, line, column,
	               _("found the hidden character U+%04X, expected only text that can be seen"), c);
}

/* Where the byte at `offset` stands; the text before it is valid UTF-8. */
static void position(const char *text, size_t offset, int *line_out, int *column_out)
{
	int line = 1, column = 1;

	for (size_t at = 0; at < offset; at++) {
		if (text[at] == '\n') {
			line++;
			column = 1;
		} else if (((unsigned char)text[at] & 0xc0) != 0x80) {
			column++;
		}
	}
	*line_out = line;
	*column_out = column;
}

/* What is wrong with the bytes themselves. Directives are refused here, because libyaml compares
 * each with all others before it says anything. */
static bool bytes_fine(const char *text, size_t length, struct yaml_errors *errors)
{
	size_t before = errors->count, bad = 0, size;
	int line = 1, column = 1;

	if (length > YAML_BYTES) {
		yaml_error_add(errors, 1, 1, _("found %zu bytes, expected at most %d (256 KiB)"), length,
		               YAML_BYTES);
		return false;
	}
	if (!groei_text_valid(text, length, &bad)) {
		position(text, bad, &line, &column);
		yaml_error_add(errors, line, column, _("found the byte 0x%02X, expected UTF-8 text"),
		               (unsigned)(unsigned char)text[bad]);
		return false;
	}
	for (size_t at = 0; at < length && errors->count < YAML_ERRORS; at += size) {
		uint32_t c = character(text + at, &size);

		if (c == '\r' && at + 1 < length && text[at + 1] == '\n')
			continue;
		if (hidden(c))
			say_hidden(errors, line, column, c);
		if (c == '%' && column == 1)
			yaml_error_add(errors, line, column,
			               _("found a directive (%%), expected a document without directives"));
		column++;
		if (c == '\n') {
			line++;
			column = 1;
		}
	}
	return errors->count == before;
}

/* What libyaml says, and what it means for somebody who writes a template. */
static const struct {
	const char *problem;
	const char *context; /* NULL: any */
	const char *text;
	bool at_context; /* the context's place helps more than the problem's */
} problems[] = {
	{"found unexpected end of stream", "while scanning a quoted scalar",
	 N_("the quote opened here is never closed"), true},
	{"found unexpected document indicator", "while scanning a quoted scalar",
	 N_("the quote opened here is not closed before the end of the document"), true},
	{"mapping values are not allowed in this context", NULL,
	 N_("found a colon and a blank inside a text, expected such a text in quotes"), false},
	{"could not find expected ':'", NULL,
	 N_("found a line without a colon, expected \"key: value\""), true},
	{"found character that cannot start any token", NULL,
	 N_("found a character that cannot begin a text (a tab, @, ` or %), expected blanks to indent "
	    "and such a text in quotes"), false},
	{"found a tab character that violates indentation", NULL,
	 N_("found a tab, expected blanks to indent"), false},
	{"found a tab character where an indentation space is expected", NULL,
	 N_("found a tab, expected blanks to indent"), false},
	{"did not find expected key", NULL,
	 N_("this does not fit what stands above it: expected the same indentation, and quotes around "
	    "a text that holds quotes"), false},
	{"did not find expected '-' indicator", NULL,
	 N_("this does not fit the list above it: expected \"- \" at the same indentation"), false},
	{"did not find expected ',' or ']'", NULL,
	 N_("the list opened here with [ is not closed, or a comma is missing"), true},
	{"did not find expected ',' or '}'", NULL,
	 N_("the map opened here with { is not closed, or a comma is missing"), true},
	{"found unknown escape character", NULL,
	 N_("found a backslash that means nothing in double quotes, expected \\\\ or single quotes"),
	 false},
	{"block sequence entries are not allowed in this context", NULL,
	 N_("a list cannot begin here: expected it on a line of its own"), false},
	{"block mapping entries are not allowed in this context", NULL,
	 N_("a key cannot stand here: expected it on a line of its own"), false},
	{"found undefined tag handle", NULL, N_("found a tag (!), expected a plain text"), true},
	{"did not find expected <document start>", NULL,
	 N_("found text after the end of the document, expected \"key: value\" lines only"), false},
};

static void say_problem(struct build *build, const yaml_parser_t *parser, const char *text)
{
	const char *problem = parser->problem ? parser->problem : "?";
	const char *context = parser->context ? parser->context : "";
	yaml_mark_t mark = parser->problem_mark;

	if (parser->error == YAML_MEMORY_ERROR)
		groei_out_of_memory();
	if (parser->error == YAML_READER_ERROR) {
		int line, column;

		position(text, parser->problem_offset, &line, &column);
		yaml_error_add(build->errors, line, column, _("not YAML: %s"), problem);
		return;
	}
	if (build->quote_long && mark.line == build->quote_end.line) {
		yaml_error_add(build->errors, (int)build->quote_start.line + 1,
		               (int)build->quote_start.column + 1,
		               _("the quote opened here closes only on line %d, and what follows it there "
		                 "does not fit; is a quote missing?"), (int)build->quote_end.line + 1);
		return;
	}
	if (build->depth > 0 && strcmp(problem, "did not find expected node content") == 0) {
		const struct yaml_node *open = build->open[build->depth - 1].node;

		yaml_error_add(build->errors, open->line, open->column,
		               _("the list or map opened here is not closed, or a comma is too many"));
		return;
	}
	for (size_t i = 0; i < sizeof problems / sizeof *problems; i++) {
		if (strcmp(problem, problems[i].problem) != 0 ||
		    (problems[i].context && strcmp(context, problems[i].context) != 0))
			continue;
		if (problems[i].at_context && parser->context)
			mark = parser->context_mark;
		yaml_error_add(build->errors, (int)mark.line + 1, (int)mark.column + 1, "%s",
		               _(problems[i].text));
		return;
	}
	yaml_error_add(build->errors, (int)mark.line + 1, (int)mark.column + 1, _("not YAML: %s"),
	               problem);
}

/* A new node in its place in the tree; NULL, with the error noted, when a limit is reached. */
static struct yaml_node *attach(struct build *build, enum yaml_kind kind, yaml_mark_t mark)
{
	struct yaml_node *node;
	int line = (int)mark.line + 1, column = (int)mark.column + 1;

	if (++build->nodes > YAML_NODES) {
		yaml_error_add(build->errors, line, column,
		               _("found more than %d keys and values, expected a smaller file"), YAML_NODES);
		return NULL;
	}
	node = groei_arena_take(build->arena, sizeof *node);
	*node = (struct yaml_node){.kind = kind, .line = line, .column = column};
	if (build->depth == 0) {
		build->root = node;
	} else if (build->open[build->depth - 1].node->kind == YAML_MAP &&
	           !build->open[build->depth - 1].key) {
		if (kind != YAML_TEXT) {
			yaml_error_add(build->errors, line, column,
			               _("found a map or list as a key, expected a word"));
			return NULL;
		}
		build->open[build->depth - 1].key = node;
		return node;
	} else {
		struct yaml_node *parent = build->open[build->depth - 1].node;

		node->key = build->open[build->depth - 1].key;
		build->open[build->depth - 1].key = NULL;
		if (parent->first)
			build->open[build->depth - 1].last->next = node;
		else
			parent->first = node;
		build->open[build->depth - 1].last = node;
		parent->count++;
	}
	if (kind != YAML_TEXT) {
		if (build->depth == YAML_DEPTH) {
			yaml_error_add(build->errors, line, column,
			               _("found maps and lists nested deeper than %d levels"), YAML_DEPTH);
			return NULL;
		}
		build->open[build->depth].node = node;
		build->open[build->depth].last = NULL;
		build->open[build->depth].key = NULL;
		build->depth++;
	}
	return node;
}

static bool add_text(struct build *build, const yaml_event_t *event)
{
	struct yaml_node *node = attach(build, YAML_TEXT, event->start_mark);
	size_t size;

	if (!node)
		return false;
	node->text = groei_arena_copy(build->arena, (const char *)event->data.scalar.value,
	                              event->data.scalar.length);
	node->length = event->data.scalar.length;
	for (size_t at = 0; at < node->length; at += size) {
		uint32_t c = character(node->text + at, &size);

		if (hidden(c)) {
			say_hidden(build->errors, node->line, node->column, c);
			break;
		}
	}
	build->quote_long = (event->data.scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE ||
	                     event->data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE) &&
	                    event->start_mark.line != event->end_mark.line;
	build->quote_start = event->start_mark;
	build->quote_end = event->end_mark;
	return true;
}

static bool refuse(struct build *build, const yaml_event_t *event, const char *text)
{
	yaml_error_add(build->errors, (int)event->start_mark.line + 1,
	               (int)event->start_mark.column + 1, "%s", text);
	return false;
}

/* Takes one event in; false, with the error noted, when it ends the reading. */
static bool take(struct build *build, const yaml_event_t *event)
{
	const yaml_char_t *anchor = NULL, *tag = NULL;

	switch (event->type) {
	case YAML_DOCUMENT_START_EVENT:
		if (++build->documents > 1)
			return refuse(build, event, _("found a second document, expected one in a file"));
		return true;
	case YAML_ALIAS_EVENT:
		return refuse(build, event, _("found an alias (*), expected the text itself"));
	case YAML_SCALAR_EVENT:
		anchor = event->data.scalar.anchor;
		tag = event->data.scalar.tag;
		break;
	case YAML_SEQUENCE_START_EVENT:
		anchor = event->data.sequence_start.anchor;
		tag = event->data.sequence_start.tag;
		break;
	case YAML_MAPPING_START_EVENT:
		anchor = event->data.mapping_start.anchor;
		tag = event->data.mapping_start.tag;
		break;
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		assert(build->depth > 0);
		build->depth--;
		return true;
	default:
		return true;
	}
	if (anchor)
		return refuse(build, event, _("found an anchor (&), expected a plain text, map or list"));
	if (tag)
		return refuse(build, event, _("found a tag (!), expected a plain text, map or list"));
	if (event->type == YAML_SCALAR_EVENT)
		return add_text(build, event);
	return attach(build, event->type == YAML_SEQUENCE_START_EVENT ? YAML_LIST : YAML_MAP,
	              event->start_mark) != NULL;
}

const struct yaml_node *yaml_read(struct groei_arena *arena, const char *text, size_t length,
                                  struct yaml_errors *errors)
{
	struct build build = {.arena = arena, .errors = errors};
	size_t before = errors->count;
	yaml_parser_t parser;
	bool more = true;

	if (length >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0) {
		text += 3;
		length -= 3;
	}
	if (!bytes_fine(text, length, errors))
		return NULL;
	if (!yaml_parser_initialize(&parser))
		groei_out_of_memory();
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&parser, (const unsigned char *)text, length);
	while (more) {
		yaml_event_t event;

		if (!yaml_parser_parse(&parser, &event)) {
			say_problem(&build, &parser, text);
			break;
		}
		more = take(&build, &event) && event.type != YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
	if (!build.root && errors->count == before)
		yaml_error_add(errors, 1, 1, _("found nothing, expected \"key: value\" lines"));
	return errors->count == before ? build.root : NULL;
}
