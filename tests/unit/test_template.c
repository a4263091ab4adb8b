/* Question templates: what is read, what is refused and where, layers, limits, hashes. Run from the
 * top of the source tree. */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include <groei/buffer.h>
#include <groei/template.h>

#include "core/template_private.h"
#include "core/yaml.h"

#define SAMPLES "tests/data/templates/"

struct result {
	struct groei_arena *arena;
	struct question_template *template;
	struct template_error *errors;
	size_t count;
	enum groei_status status;
};

static struct result check(const char *path)
{
	struct result result = {.arena = groei_arena_open()};

	result.status = groei_template_check(result.arena, path, &result.template, &result.errors,
	                                     &result.count);
	return result;
}

static struct result parse(const char *text, size_t length)
{
	struct result result = {.arena = groei_arena_open()};

	result.status = groei_template_parse(result.arena, "t.yaml", text, length, &result.template,
	                                     &result.errors, &result.count);
	return result;
}

/* ---- bad samples ---- */

static const struct {
	const char *name, *errors; /* "line:column: text" each, a newline after each */
} samples[] = {
	{"alias-use",
	 "2:10: found an alias (*), expected the text itself\n"},
	{"alias",
	 "5:8: found an anchor (&), expected a plain text, map or list\n"},
	{"colon",
	 "13:21: found a colon and a blank inside a text, expected such a text in quotes\n"},
	{"directive",
	 "1:1: found a directive (%), expected a document without directives\n"},
	{"duplicates",
	 "13:13: duplicate id \"first\" in sections[0].questions[1]; it is used on line 10 "
	 "already\n"
	 "15:9: duplicate key \"kind\" in sections[0].questions[1]; it stands on line 14 "
	 "already\n"
	 "22:18: duplicate id \"a\" in sections[0].questions[2].choices[1]; it is used on "
	 "line 21 already\n"
	 "23:9: duplicate id \"one\" in sections[1]; it is used on line 7 already\n"},
	{"empty",
	 "1:1: found nothing, expected \"key: value\" lines\n"},
	{"hidden-escape",
	 "3:7: found the hidden character U+001B, expected only text that can be seen\n"},
	{"hidden",
	 "3:9: found the hidden character U+202E, expected only text that can be seen\n"
	 "4:12: found the hidden character U+200B, expected only text that can be seen\n"},
	{"list",
	 "1:1: the template: found a list, expected \"key: value\" lines\n"},
	{"long-texts",
	 "5:8: title: found a text with a line break or tab, expected a single line\n"
	 "10:12: sections[0].title: found 81 characters, expected at most 80\n"},
	{"missing-keys",
	 "1:1: the template has no key \"format\", expected a format of conversation such as "
	 "growth or check-in\n"
	 "9:9: sections[0].questions[0] has no key \"kind\", expected text, scale, choice, "
	 "yes-no, goal or action\n"
	 "11:9: sections[0].questions[1] has no key \"scale\", expected it in a question of "
	 "kind \"scale\"\n"
	 "17:9: found the key \"choices\" in sections[0].questions[2], expected it only where "
	 "kind is \"choice\", not \"text\"\n"
	 "17:18: sections[0].questions[2].choices: found an empty list, expected a list of "
	 "choices\n"},
	{"not-utf-8",
	 "2:19: found the byte 0xEB, expected UTF-8 text\n"},
	{"other-name",
	 "1:5: id: found \"another-name\" in a file with another name, expected "
	 "\"other-name\"\n"},
	{"quote-closed-late",
	 "13:15: the quote opened here closes only on line 14, and what follows it there does "
	 "not fit; is a quote missing?\n"},
	{"tab",
	 "11:1: found a tab, expected blanks to indent\n"},
	{"tag",
	 "1:5: found a tag (!), expected a plain text, map or list\n"},
	{"translations",
	 "6:3: title has no text in \"en\", expected one in each of nl, en\n"
	 "7:8: intro: found \"just one text\", expected a text for each of nl, en\n"
	 "10:26: sections[0].title.en: found nothing, expected a text\n"
	 "17:11: unknown language \"de\" in sections[0].questions[0].text, expected nl, en\n"
	 "20:14: sections[0].questions[0].help.en: found nothing, expected a text\n"},
	{"two-documents",
	 "2:1: found a second document, expected one in a file\n"},
	{"unclosed-quote",
	 "14:15: the quote opened here is never closed\n"},
	{"unknown-key",
	 "14:9: unknown key \"knid\" in sections[0].questions[1]; did you mean \"kind\"?\n"
	 "17:9: unknown key \"colour-of-paper\" in sections[0].questions[1]; expected one of "
	 "id, kind, for, visibility, skip, lint, text, help, scale, choices\n"},
	{"values",
	 "11:15: sections[0].questions[0].kind: found \"txet\", expected one of text, scale, "
	 "choice, yes-no, goal, action; did you mean \"text\"?\n"
	 "12:14: sections[0].questions[0].for: found \"everybody\", expected one of both, "
	 "employee, lead\n"
	 "13:21: sections[0].questions[0].visibility: found a map, expected one of shared, "
	 "private\n"
	 "14:15: sections[0].questions[0].skip: found \"maybe\", expected one of no, yes\n"
	 "19:31: sections[0].questions[1].scale: found the range 5 to 5, expected high above "
	 "low\n"
	 "23:22: sections[0].questions[2].scale.low: found \"-1\", expected a whole number "
	 "from 0 to 99\n"
	 "23:32: sections[0].questions[2].scale.high: found \"101\", expected a whole number "
	 "from 1 to 100\n"},
	{"wrong-types",
	 "1:5: id: found a list, expected a name of at most 64 of a-z, 0-9, - and _\n"
	 "2:10: version: found \"one\", expected a whole number from 1 to 1000000\n"
	 "3:9: format: found \"grwoth\", expected one of start, check-in, growth, progress, "
	 "review, debrief, stay, moment; did you mean \"growth\"?\n"
	 "4:17: languages[1]: found \"de\", expected nl, en\n"
	 "4:21: languages[2]: found \"nl\" a second time, expected it once\n"
	 "7:9: sections[0].id: found \"One\", expected a name of at most 64 of a-z, 0-9, - "
	 "and _\n"
	 "9:16: sections[0].questions: found \"none\", expected a list of questions\n"
	 "10:5: sections[1]: found \"just words\", expected a map with id, title and "
	 "questions\n"},
};

static void every_bad_sample_is_told_in_place(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
		char path[128];
		struct groei_buffer told = {0};
		struct result result;

		snprintf(path, sizeof path, SAMPLES "%s.yaml", samples[i].name);
		result = check(path);
		for (size_t e = 0; e < result.count; e++) {
			groei_buffer_print(&told, "%d:%d: %s\n", result.errors[e].line,
			                   result.errors[e].column, result.errors[e].text);
			assert_string_equal(result.errors[e].file, path);
		}
		assert_string_equal(told.data ? told.data : "", samples[i].errors);
		assert_int_equal(result.status, GROEI_INVALID);
		assert_null(result.template);
		groei_buffer_free(&told);
		groei_arena_close(result.arena);
	}
}

static void an_error_brings_its_line_for_the_caret(void **state)
{
	struct result result = check(SAMPLES "unknown-key.yaml");

	(void)state;
	assert_string_equal(result.errors[0].source, "        knid: text");
	groei_arena_close(result.arena);
	result = check(SAMPLES "hidden.yaml");
	assert_string_equal(result.errors[0].source, "  nl: Ti\xef\xbf\xbdtel");
	groei_arena_close(result.arena);
}

static void at_most_twenty_errors_in_file_order(void **state)
{
	struct result result = check(SAMPLES "many.yaml");

	(void)state;
	assert_int_equal(result.count, 20);
	for (size_t i = 1; i < result.count; i++)
		assert_true(result.errors[i - 1].line <= result.errors[i].line);
	groei_arena_close(result.arena);
}

/* ---- good ones ---- */

static void one_language_may_be_plain_text(void **state)
{
	struct result result = check(SAMPLES "one-language.yaml");
	const struct question *question;

	(void)state;
	assert_int_equal(result.status, GROEI_OK);
	question = &result.template->questions[0];
	assert_string_equal(groei_template_text(&result.template->title, GROEI_ENGLISH), "Titel");
	assert_null(result.template->title.in[GROEI_ENGLISH]);
	assert_string_equal(question->text.in[GROEI_DUTCH], "Is dit één regel?");
	assert_string_equal(question->help.in[GROEI_DUTCH], "Eén.\nTwee.");
	assert_int_equal(question->kind, QUESTION_YESNO);
	assert_int_equal(question->audience, FOR_LEAD);
	assert_int_equal(question->visibility, VISIBLE_PRIVATE);
	assert_int_equal(question->skippable, 0);
	assert_int_equal(result.template->version, 3);
	assert_string_equal(result.template->format, "moment");
	groei_arena_close(result.arena);
}

static void a_file_from_windows_is_read(void **state)
{
	struct result result = check(SAMPLES "windows.yaml");

	(void)state;
	assert_int_equal(result.status, GROEI_OK);
	assert_string_equal(result.template->questions[0].text.in[GROEI_DUTCH], "Wat?");
	groei_arena_close(result.arena);
}

static void every_key_is_documented(void **state)
{
	char text[64 * 1024];
	FILE *file = fopen("docs/template-format.md", "r");
	const char *key;

	(void)state;
	assert_non_null(file);
	text[fread(text, 1, sizeof text - 1, file)] = '\0';
	fclose(file);
	assert_non_null(template_schema_key(0));
	for (size_t i = 0; (key = template_schema_key(i)); i++) {
		char row[80];

		snprintf(row, sizeof row, "\n| `%s` |", key);
		if (!strstr(text, row))
			fail_msg("docs/template-format.md has no row for the key %s", key);
	}
	for (size_t i = 0; template_formats[i]; i++) {
		char word[80];

		snprintf(word, sizeof word, "`%s`", template_formats[i]);
		assert_non_null(strstr(text, word));
	}
}

/* ---- hashes ---- */

#define HEAD "id: t\nversion: %s\nformat: growth\nlanguages: [nl, en]\ntitle: {nl: T, en: T}\n" \
	"sections:\n  - id: s\n    title: {nl: S, en: S}\n    questions:\n"

static void hash_of(const char *version, const char *question, char hash_out[17])
{
	char text[2048];
	int length = snprintf(text, sizeof text, HEAD "      - {id: q, %s}\n", version, question);
	struct result result = parse(text, (size_t)length);

	if (result.status != GROEI_OK)
		fail_msg("%s: %s", question, result.errors[0].text);
	memcpy(hash_out, result.template->questions[0].hash, 17);
	groei_arena_close(result.arena);
}

#define SCALE "text: {nl: Hoe, en: How}, kind: scale, scale: {low: 1, high: 10, " \
	"low-label: {nl: a, en: b}, high-label: {nl: c, en: d}}"
#define CHOICE "text: {nl: Hoe, en: How}, kind: choice, choices: " \
	"[{id: x, label: {nl: a, en: b}}, {id: y, label: {nl: c, en: d}}]"

static void the_hash_follows_the_wording_and_only_that(void **state)
{
	static const struct {
		const char *a, *b;
		int same;
	} pairs[] = {
		{"text: {nl: Hoe, en: How}, kind: text",
		 "kind: 'text', text: {en: \"How\", nl: 'Hoe'}, help: {nl: h, en: h}, skip: no, for: lead, "
		 "visibility: private", 1},
		{"text: {nl: Hoe, en: How}, kind: text", "text: {nl: Hoe?, en: How}, kind: text", 0},
		{"text: {nl: Hoe, en: How}, kind: text", "text: {nl: Hoe, en: How?}, kind: text", 0},
		{"text: {nl: Hoe, en: How}, kind: text", "text: {nl: How, en: Hoe}, kind: text", 0},
		{"text: {nl: Hoe, en: How}, kind: text", "text: {nl: Hoe, en: How}, kind: goal", 0},
		{SCALE, "text: {nl: Hoe, en: How}, kind: scale, scale: {low: 1, high: 9, "
		 "low-label: {nl: a, en: b}, high-label: {nl: c, en: d}}", 0},
		{SCALE, "text: {nl: Hoe, en: How}, kind: scale, scale: {low: 1, high: 10, "
		 "low-label: {nl: a, en: b}, high-label: {nl: c, en: e}}", 0},
		{CHOICE, "text: {nl: Hoe, en: How}, kind: choice, choices: "
		 "[{id: x, label: {nl: a, en: b}}, {id: y, label: {nl: c, en: e}}]", 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		char one[17], other[17];

		hash_of("1", pairs[i].a, one);
		hash_of("2", pairs[i].b, other);
		assert_int_equal(strlen(one), 16);
		assert_int_equal(strcmp(one, other) == 0, pairs[i].same);
	}
	/* Fixed for ever: stores hold such hashes. */
	{
		char hash[17];

		hash_of("1", "text: {nl: Hoe, en: How}, kind: text", hash);
		assert_string_equal(hash, "e934a8a2a6977fc2");
	}
}

/* ---- limits ---- */

static void refused(struct groei_buffer *text, int line, int column, const char *why)
{
	struct result result = parse(text->data, text->length);

	assert_int_equal(result.status, GROEI_INVALID);
	assert_int_equal(result.count, 1);
	assert_string_equal(result.errors[0].text, why);
	assert_int_equal(result.errors[0].line, line);
	assert_int_equal(result.errors[0].column, column);
	assert_true(groei_arena_size(result.arena) < 1024 * 1024);
	groei_arena_close(result.arena);
	groei_buffer_clear(text);
}

static void repeat(struct groei_buffer *text, const char *part, size_t times)
{
	while (times-- > 0)
		groei_buffer_text(text, part);
}

static void bombs_do_not_go_off(void **state)
{
	struct groei_buffer text = {0};

	(void)state;
	groei_buffer_text(&text, "a: &a [x, x, x, x, x, x, x, x, x]\n");
	for (char c = 'b'; c <= 'z'; c++) {
		groei_buffer_print(&text, "%c: &%c [*%c", c, c, c - 1);
		for (int i = 0; i < 8; i++)
			groei_buffer_print(&text, ", *%c", c - 1);
		groei_buffer_text(&text, "]\n");
	}
	refused(&text, 1, 4, "found an anchor (&), expected a plain text, map or list");

	repeat(&text, "x", 300 * 1024);
	refused(&text, 1, 1, "found 307200 bytes, expected at most 262144 (256 KiB)");

	repeat(&text, "[", 33);
	repeat(&text, "]", 33);
	refused(&text, 1, 33, "found maps and lists nested deeper than 32 levels");
	repeat(&text, "[", YAML_BYTES);
	refused(&text, 1, 33, "found maps and lists nested deeper than 32 levels");
	repeat(&text, "- ", YAML_BYTES / 2);
	refused(&text, 1, 65, "found maps and lists nested deeper than 32 levels");

	repeat(&text, "- x\n", 2000);
	refused(&text, 2000, 3, "found more than 2000 keys and values, expected a smaller file");
	repeat(&text, "- x\n", YAML_BYTES / 4);
	refused(&text, 2000, 3, "found more than 2000 keys and values, expected a smaller file");
	groei_buffer_free(&text);
}

static void within_the_limits_only_the_schema_speaks(void **state)
{
	struct groei_buffer text = {0};
	struct result result;

	(void)state;
	repeat(&text, "- x\n", 1999);
	refused(&text, 1, 1, "the template: found a list, expected \"key: value\" lines");
	repeat(&text, "[", 32);
	repeat(&text, "]", 32);
	refused(&text, 1, 1, "the template: found a list, expected \"key: value\" lines");
	groei_buffer_text(&text, "# ");
	repeat(&text, "x", YAML_BYTES - 2);
	refused(&text, 1, 1, "found nothing, expected \"key: value\" lines");
	groei_buffer_free(&text);
	result = parse("", 0);
	assert_int_equal(result.status, GROEI_INVALID);
	groei_arena_close(result.arena);
}

/* Libyaml would compare each of these directives with all others. */
static void many_directives_end_at_the_first_errors(void **state)
{
	struct groei_buffer text = {0};
	struct result result;

	(void)state;
	for (int i = 0; i < 9000; i++)
		groei_buffer_print(&text, "%%TAG !%d! tag:x,%d:\n", i, i);
	assert_true(text.length < YAML_BYTES);
	result = parse(text.data, text.length);
	assert_int_equal(result.count, 20);
	assert_string_equal(result.errors[0].text,
	                    "found a directive (%), expected a document without directives");
	groei_arena_close(result.arena);
	groei_buffer_free(&text);
}

/* ---- files and layers ---- */

struct tree {
	char top[64], user[96], organisation[96];
};

static int make_tree(void **state)
{
	struct tree *tree = calloc(1, sizeof *tree);

	assert_non_null(tree);
	strcpy(tree->top, "/tmp/groei-template-XXXXXX");
	assert_non_null(mkdtemp(tree->top));
	snprintf(tree->user, sizeof tree->user, "%s/user", tree->top);
	snprintf(tree->organisation, sizeof tree->organisation, "%s/organisation", tree->top);
	assert_int_equal(mkdir(tree->user, 0700), 0);
	assert_int_equal(mkdir(tree->organisation, 0700), 0);
	*state = tree;
	return 0;
}

static int drop_tree(void **state)
{
	static const char *const names[] = {"growth.yaml", "own.yaml", "big.yaml", "linked.yaml",
	                                    "pipe.yaml", "folder.yaml", "Bad Name.yaml", "old.yml",
	                                    ".hidden.yaml", "notes.txt"};
	struct tree *tree = *state;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		char path[160];

		snprintf(path, sizeof path, "%s/%s", tree->user, names[i]);
		if (unlink(path) != 0)
			rmdir(path);
		snprintf(path, sizeof path, "%s/%s", tree->organisation, names[i]);
		unlink(path);
	}
	rmdir(tree->user);
	rmdir(tree->organisation);
	rmdir(tree->top);
	free(tree);
	return 0;
}

static void put(const char *folder, const char *name, const char *text)
{
	char path[160];
	FILE *file;

	snprintf(path, sizeof path, "%s/%s", folder, name);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

static const char *own(struct groei_arena *arena, const char *id, const char *title)
{
	return groei_arena_print(arena, "id: %s\nversion: 7\nformat: growth\nlanguages: [en]\n"
	                         "title: %s\nsections:\n  - id: s\n    title: S\n    questions:\n"
	                         "      - {id: q, kind: text, text: Why?}\n", id, title);
}

static void the_narrowest_layer_wins(void **state)
{
	struct tree *tree = *state;
	struct groei_arena *arena = groei_arena_open();
	struct template_folders folders = {.folder = {[LAYER_SYSTEM] = "/nonexistent",
	                                   [LAYER_ORGANISATION] = tree->organisation,
	                                   [LAYER_USER] = tree->user}};
	struct question_template *template, **templates;
	struct template_error *errors;
	size_t count, error_count, own_ones = 0;

	put(tree->organisation, "growth.yaml", own(arena, "growth", "Organisation"));
	put(tree->organisation, "own.yaml", own(arena, "own", "Own"));
	assert_int_equal(groei_template_find(arena, &folders, "growth", &template, &errors,
	                                     &error_count), GROEI_OK);
	assert_int_equal(template->layer, LAYER_ORGANISATION);
	put(tree->user, "growth.yaml", own(arena, "growth", "User"));
	assert_int_equal(groei_template_find(arena, &folders, "growth", &template, &errors,
	                                     &error_count), GROEI_OK);
	assert_int_equal(error_count, 0);
	assert_int_equal(template->layer, LAYER_USER);
	assert_string_equal(template->title.in[GROEI_ENGLISH], "User");

	assert_int_equal(groei_template_list(arena, &folders, &templates, &count, &errors,
	                                     &error_count), GROEI_OK);
	assert_int_equal(error_count, 0);
	for (size_t i = 1; i < count; i++)
		assert_true(strcmp(templates[i - 1]->id, templates[i]->id) < 0);
	for (size_t i = 0; i < count; i++) {
		own_ones += strcmp(templates[i]->id, "own") == 0;
		if (strcmp(templates[i]->id, "growth") == 0)
			assert_int_equal(templates[i]->layer, LAYER_USER);
		if (strcmp(templates[i]->id, "checkin") == 0)
			assert_int_equal(templates[i]->layer, LAYER_BUILTIN);
	}
	assert_int_equal(own_ones, 1);
	groei_arena_close(arena);
}

static void a_broken_file_gives_way_to_the_wider_one(void **state)
{
	struct tree *tree = *state;
	struct groei_arena *arena = groei_arena_open();
	struct template_folders folders = {.folder = {[LAYER_USER] = tree->user}};
	struct question_template *template = NULL, **templates;
	struct template_error *errors;
	size_t count, error_count, seen = 0;

	put(tree->user, "growth.yaml", "id: growth\nversion: [\n");
	put(tree->user, "own.yaml", "id: own\nversoin: 1\n");
	assert_int_equal(groei_template_find(arena, &folders, "growth", &template, &errors,
	                                     &error_count), GROEI_OK);
	assert_int_equal(template->layer, LAYER_BUILTIN);
	assert_int_equal(error_count, 1);
	assert_int_equal(errors[0].line, 2);
	assert_int_equal(errors[0].column, 10);
	assert_string_equal(errors[0].text,
	                    "the list or map opened here is not closed, or a comma is too many");
	assert_non_null(strstr(errors[0].file, "/user/growth.yaml"));

	template = NULL;
	assert_int_equal(groei_template_find(arena, &folders, "own", &template, &errors,
	                                     &error_count), GROEI_INVALID);
	assert_null(template);
	assert_true(error_count > 1);

	assert_int_equal(groei_template_list(arena, &folders, &templates, &count, &errors,
	                                     &error_count), GROEI_OK);
	assert_int_equal(error_count, 2);
	for (size_t i = 0; i < count; i++) {
		assert_string_not_equal(templates[i]->id, "own");
		seen += strcmp(templates[i]->id, "growth") == 0;
	}
	assert_int_equal(seen, 1);
	groei_arena_close(arena);
}

static void only_regular_files_of_good_names_are_opened(void **state)
{
	struct tree *tree = *state;
	struct groei_arena *arena = groei_arena_open();
	struct template_folders folders = {.folder = {[LAYER_USER] = tree->user}};
	static const struct {
		const char *name, *why;
		int line;
	} expected[] = {
		{"Bad Name.yaml", "is not the name of a template, expected NAME.yaml with a NAME of at most "
		                  "64 of a-z, 0-9, - and _", 0},
		{"big.yaml", "found 104857600 bytes, expected at most 262144 (256 KiB)", 1},
		{"folder.yaml", "found a folder or device, expected a regular file", 0},
		{"linked.yaml", "found a link, expected a regular file", 0},
		{"old.yml", "is not the name of a template, expected NAME.yaml with a NAME of at most "
		            "64 of a-z, 0-9, - and _", 0},
		{"pipe.yaml", "found a folder or device, expected a regular file", 0},
	};
	struct question_template *template = NULL, **templates;
	struct template_error *errors;
	size_t count, error_count;
	char path[160];

	put(tree->organisation, "own.yaml", own(arena, "linked", "Elsewhere"));
	snprintf(path, sizeof path, "%s/linked.yaml", tree->user);
	assert_int_equal(symlink("../organisation/own.yaml", path), 0);
	snprintf(path, sizeof path, "%s/pipe.yaml", tree->user);
	assert_int_equal(mkfifo(path, 0600), 0);
	snprintf(path, sizeof path, "%s/folder.yaml", tree->user);
	assert_int_equal(mkdir(path, 0700), 0);
	put(tree->user, "big.yaml", "");
	snprintf(path, sizeof path, "%s/big.yaml", tree->user);
	assert_int_equal(truncate(path, 100L * 1024 * 1024), 0);
	put(tree->user, "Bad Name.yaml", "");
	put(tree->user, "old.yml", "");
	put(tree->user, ".hidden.yaml", "");
	put(tree->user, "notes.txt", "");

	assert_int_equal(groei_template_list(arena, &folders, &templates, &count, &errors,
	                                     &error_count), GROEI_OK);
	assert_int_equal(error_count, sizeof expected / sizeof *expected);
	for (size_t i = 0; i < error_count; i++) {
		snprintf(path, sizeof path, "%s/%s", tree->user, expected[i].name);
		assert_string_equal(errors[i].file, path);
		assert_string_equal(errors[i].text, expected[i].why);
		assert_int_equal(errors[i].line, expected[i].line);
	}
	assert_true(groei_arena_size(arena) < 1024 * 1024);
	assert_int_equal(groei_template_find(arena, &folders, "linked", &template, NULL, NULL),
	                 GROEI_INVALID);
	groei_arena_close(arena);
}

static void an_id_is_never_a_path(void **state)
{
	struct tree *tree = *state;
	struct groei_arena *arena = groei_arena_open();
	struct template_folders folders = {.folder = {[LAYER_USER] = tree->user}};
	static const char *const tricks[] = {"../organisation/own", "/etc/passwd", "", ".", "-own",
	                                     "own.yaml", "Own", "own\n"};
	struct question_template *template = NULL;
	struct result result;
	char longest[66];

	put(tree->organisation, "own.yaml", own(arena, "own", "Own"));
	for (size_t i = 0; i < sizeof tricks / sizeof *tricks; i++)
		assert_int_equal(groei_template_find(arena, &folders, tricks[i], &template, NULL, NULL),
		                 GROEI_NOT_FOUND);
	memset(longest, 'a', 65);
	longest[65] = '\0';
	assert_false(template_name_valid(longest));
	longest[64] = '\0';
	assert_true(template_name_valid(longest));
	groei_arena_close(arena);

	result = check(SAMPLES "no-such-file.yaml");
	assert_int_equal(result.status, GROEI_NOT_FOUND);
	assert_int_equal(result.count, 1);
	assert_int_equal(result.errors[0].line, 0);
	assert_null(result.errors[0].source);
	groei_arena_close(result.arena);
}

int main(void)
{
	cmocka_set_message_output(CM_OUTPUT_TAP);
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_bad_sample_is_told_in_place),
		cmocka_unit_test(an_error_brings_its_line_for_the_caret),
		cmocka_unit_test(at_most_twenty_errors_in_file_order),
		cmocka_unit_test(one_language_may_be_plain_text),
		cmocka_unit_test(a_file_from_windows_is_read),
		cmocka_unit_test(every_key_is_documented),
		cmocka_unit_test(the_hash_follows_the_wording_and_only_that),
		cmocka_unit_test(bombs_do_not_go_off),
		cmocka_unit_test(within_the_limits_only_the_schema_speaks),
		cmocka_unit_test(many_directives_end_at_the_first_errors),
		cmocka_unit_test_setup_teardown(the_narrowest_layer_wins, make_tree, drop_tree),
		cmocka_unit_test_setup_teardown(a_broken_file_gives_way_to_the_wider_one, make_tree,
		                                drop_tree),
		cmocka_unit_test_setup_teardown(only_regular_files_of_good_names_are_opened, make_tree,
		                                drop_tree),
		cmocka_unit_test_setup_teardown(an_id_is_never_a_path, make_tree, drop_tree),
	};

	return cmocka_run_group_tests_name("template", tests, NULL, NULL);
}
