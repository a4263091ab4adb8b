/* The framework of the organisation: what holds where nobody says otherwise. Must not know what it is
 * used for. */
#include <groei/framework.h>

#include <fcntl.h>
#include <string.h>

#include "core/core.h"
#include "core/template_private.h"
#include "core/template_walk.h"
#include "core/yaml_file.h"

#define FILE_NAME "framework.yaml"

/* data/framework.yaml says the same, for people to start from; a test compares the two. */
static const struct framework builtin = {
    .cadence = "4w",
    .formal_a_year = 2,
    .talks_a_day = 4,
    .stalled_days = 60,
    .silent_days = 60,
    .confidence = 7,
    .people_to_show = 5,
    .retention_months = 24,
    .moments_shared = CHOICE_YES_FIRST,
    .format =
        {
            [FORMAT_GROWTH] = {"growth", CHOICE_YES, 60},
            [FORMAT_START] = {"start", CHOICE_YES, 60},
            [FORMAT_CHECK_IN] = {"checkin", CHOICE_NO, 30},
            [FORMAT_PROGRESS] = {"progress", CHOICE_YES, 45},
            [FORMAT_REVIEW] = {"review", CHOICE_YES, 60},
            [FORMAT_DEBRIEF] = {"debrief", CHOICE_NO, 30},
            [FORMAT_STAY] = {"stay", CHOICE_NO, 45},
            [FORMAT_MOMENT] = {"informal", CHOICE_NO, 15},
        },
};

/* What may stand in the file -------------------------------------------------------------------- */

static const char *const answers[] = {"no", "yes", NULL};
static const char *const visibilities[] = {"shared", "private", NULL};

static void read_word(struct reader *reader, const struct key *key, const struct yaml_node *node,
                      const struct place *place, void *target)
{
	int word = reader_word(reader, key, node, place);

	if (word >= 0)
		*(int32_t *)(void *)((char *)target + key->offset) = word;
}

static void read_cadence(struct reader *reader, const struct key *key,
                         const struct yaml_node *node, const struct place *place, void *target)
{
	struct framework *framework = target;
	char cadence[8];

	if (node->kind == YAML_TEXT && groei_cadence_parse(node->text, cadence))
		framework->cadence = groei_arena_text(reader->arena, cadence);
	else
		reader_wrong(reader, key, node, place);
}

static const struct key format_keys[] = {
    {.name = "template", .expected = N_("the id of a template"), .read = reader_id,
     .offset = offsetof(struct framework_format, template)},
    {.name = "formal", .expected = N_("yes or no"), .read = read_word,
     .offset = offsetof(struct framework_format, formal), .words = answers},
    {.name = "minutes", .expected = N_("a whole number from 5 to 600"), .read = reader_number,
     .offset = offsetof(struct framework_format, minutes), .least = 5, .most = 600},
    {0},
};
static const struct level format_level = {N_("a map with template, formal and minutes"),
                                          format_keys};

static void read_format(struct reader *reader, const struct key *key, const struct yaml_node *node,
                        const struct place *place, void *target)
{
	reader_map(reader, &format_level, node, place, (char *)target + key->offset);
}

#define FORMAT(name_, format_)                                                                     \
	{                                                                                           \
		.name = name_, .expected = N_("a map with template, formal and minutes"),           \
		.read = read_format,                                                                \
		.offset = sizeof(struct framework_format) * (size_t)(format_)                       \
	}

static const struct key formats_keys[] = {
    FORMAT("growth", FORMAT_GROWTH),     FORMAT("start", FORMAT_START),
    FORMAT("check-in", FORMAT_CHECK_IN), FORMAT("progress", FORMAT_PROGRESS),
    FORMAT("review", FORMAT_REVIEW),     FORMAT("debrief", FORMAT_DEBRIEF),
    FORMAT("stay", FORMAT_STAY),         FORMAT("moment", FORMAT_MOMENT),
    {0},
};
static const struct level formats_level = {N_("a map of formats of conversation"), formats_keys};

static void read_formats(struct reader *reader, const struct key *key,
                         const struct yaml_node *node, const struct place *place, void *target)
{
	reader_map(reader, &formats_level, node, place, (char *)target + key->offset);
}

#define NUMBER(name_, member, low, high, expected_)                                                \
	{                                                                                           \
		.name = name_, .expected = expected_, .read = reader_number,                        \
		.offset = offsetof(struct framework, member), .least = low, .most = high            \
	}

static const struct key framework_keys[] = {
    {.name = "languages", .expected = N_("a list of language codes such as [nl, en]"),
     .read = reader_languages},
    {.name = "about", .expected = N_("a text in every language"), .read = reader_text,
     .offset = offsetof(struct framework, about), .most = 4000, .lines = 1},
    {.name = "cadence", .expected = N_("a rhythm such as 10d, 2w or 1m"), .read = read_cadence},
    NUMBER("formal-a-year", formal_a_year, 0, 12, N_("a whole number from 0 to 12")),
    NUMBER("talks-a-day", talks_a_day, 1, 20, N_("a whole number from 1 to 20")),
    NUMBER("stalled-after-days", stalled_days, 7, 1000, N_("a whole number from 7 to 1000")),
    NUMBER("silent-after-days", silent_days, 7, 1000, N_("a whole number from 7 to 1000")),
    NUMBER("confidence-to-close", confidence, 0, 10, N_("a whole number from 0 to 10")),
    NUMBER("people-to-show", people_to_show, 3, 100, N_("a whole number from 3 to 100")),
    NUMBER("retention-months", retention_months, 1, 240, N_("a whole number from 1 to 240")),
    {.name = "moments", .expected = N_("shared or private"), .read = read_word,
     .offset = offsetof(struct framework, moments_shared), .words = visibilities},
    {.name = "formats", .expected = N_("a map of formats of conversation"), .read = read_formats,
     .offset = offsetof(struct framework, format)},
    {0},
};
static const struct level framework_level = {N_("\"key: value\" lines"), framework_keys};

const struct framework *framework_builtin(void) { return &builtin; }

const char *framework_key(size_t n)
{
	return n < sizeof framework_keys / sizeof *framework_keys ? framework_keys[n].name : NULL;
}

enum groei_status framework_read(struct groei_arena *arena, const char *file, const char *text,
                                 size_t length, struct framework *framework_out,
                                 struct template_error **errors_out, size_t *count_out)
{
	struct groei_arena *scratch = groei_arena_open();
	struct yaml_errors errors = {.arena = scratch};
	struct framework framework = builtin;
	struct reader reader = {.arena = arena, .scratch = scratch, .errors = &errors,
	                        .whole = N_("the framework")};
	const struct yaml_node *root = yaml_read(scratch, text, length, &errors);

	if (root != NULL) {
		reader.languages = reader_declared(root);
		reader_map(&reader, &framework_level, root, NULL, &framework);
	}
	if (errors.count > 0) {
		yaml_file_errors(arena, file, text, length, &errors, errors_out, count_out);
	} else {
		*framework_out = framework;
		framework_out->path = groei_arena_text(arena, file);
	}
	groei_arena_close(scratch);
	return errors.count > 0 ? GROEI_INVALID : GROEI_OK;
}

enum groei_status groei_framework_check(struct groei_arena *arena, const char *path,
                                        struct framework *framework_out,
                                        struct template_error **errors_out, size_t *count_out)
{
	struct groei_arena *scratch = groei_arena_open();
	const char *text = NULL;
	size_t length = 0;
	enum groei_status status;

	status = yaml_file_load(arena, scratch, AT_FDCWD, path, path, &text, &length, errors_out,
	                        count_out);
	if (status == GROEI_OK)
		status = framework_read(arena, path, text, length, framework_out, errors_out, count_out);
	groei_arena_close(scratch);
	return status;
}

/* Finding the one that holds -------------------------------------------------------------------- */

static void find(struct groei *groei)
{
	static const enum template_layer layers[] = {LAYER_ORGANISATION, LAYER_SYSTEM};
	struct framework *framework = groei_arena_take(groei->arena, sizeof *framework);

	*framework = builtin;
	groei->framework = framework;
	for (size_t i = 0; i < sizeof layers / sizeof *layers; i++) {
		const char *path =
		    yaml_file_beside(groei->arena, groei->folders.folder[layers[i]], FILE_NAME);
		struct template_error *errors = NULL;
		size_t count = 0;
		enum groei_status status =
		    path == NULL ? GROEI_NOT_FOUND
		                 : groei_framework_check(groei->arena, path, framework, &errors, &count);

		if (status == GROEI_OK)
			return;
		if (status == GROEI_INVALID && groei->framework_error_count == 0) {
			groei->framework_errors = errors;
			groei->framework_error_count = count;
		}
	}
}

const struct framework *groei_framework(struct groei *groei)
{
	if (groei->framework == NULL)
		find(groei);
	return groei->framework;
}

const struct template_error *groei_framework_errors(struct groei *groei, size_t *count_out)
{
	groei_framework(groei);
	*count_out = groei->framework_error_count;
	return groei->framework_errors;
}
