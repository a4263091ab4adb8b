/* Finds templates: built in, in the system's, the organisation's and the user's folder, the
 * narrowest winning. Opens only regular files of its own kind of name. Must not know what stands in
 * a template; template_read.c does. */
#include <groei/template.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <groei/text.h>

#include "base/i18n.h"
#include "core/embedded.h"
#include "core/template_private.h"
#include "core/yaml.h"
#include "core/yaml_file.h"

#define SUFFIX ".yaml"
#define BUILTIN_FOLDER "templates/"

struct findings {
	struct groei_arena *arena;
	struct template_error *items;
	size_t count, room;
};

struct templates {
	struct question_template **items; /* in the arena of the findings */
	size_t count, room;
};

const char *groei_template_text(const struct template_text *text, enum groei_language language)
{
	if ((unsigned)language < GROEI_LANGUAGES && text->in[language])
		return text->in[language];
	for (int other = 0; other < GROEI_LANGUAGES; other++)
		if (text->in[other])
			return text->in[other];
	return "";
}

int groei_question_is_picked(const struct question *question)
{
	return question->kind == QUESTION_SCALE || question->kind == QUESTION_CHOICE ||
	       question->kind == QUESTION_YESNO;
}

size_t groei_question_choices(const struct question *question)
{
	return question->kind == QUESTION_YESNO ? 2 : question->choice_count;
}

const char *groei_question_choice(const struct question *question, size_t index)
{
	if (question->kind == QUESTION_YESNO)
		return index == 0 ? "yes" : "no";
	return question->choices[index].id;
}

static void findings_add(struct findings *findings, const struct template_error *errors,
                         size_t count)
{
	for (size_t i = 0; i < count; i++) {
		findings->items =
		    groei_arena_grow(findings->arena, findings->items, findings->count,
		                     &findings->room, sizeof *findings->items);
		findings->items[findings->count++] = errors[i];
	}
}

/* The id a file of this name must hold, in the arena; NULL when it cannot be a template's. */
static const char *id_of(struct groei_arena *arena, const char *name)
{
	size_t length = strlen(name), suffix = strlen(SUFFIX);
	const char *id;

	if (length <= suffix || strcmp(name + length - suffix, SUFFIX) != 0)
		return NULL;
	id = groei_arena_copy(arena, name, length - suffix);
	return template_name_valid(id) ? id : NULL;
}

/* ---- reading files ---- */

/* Reads the template of a file below a folder (or AT_FDCWD). GROEI_NOT_FOUND, without an error,
 * when there is no such file. */
static enum groei_status read_file(struct groei_arena *arena, int folder, const char *name,
                                   const char *path, const char *id,
                                   struct question_template **template_out,
                                   struct template_error **errors_out, size_t *error_count_out)
{
	struct groei_arena *scratch = groei_arena_open();
	const char *text = NULL;
	size_t length = 0;
	enum groei_status status;

	status = yaml_file_load(arena, scratch, folder, name, path, &text, &length, errors_out,
	                        error_count_out);
	if (status == GROEI_OK)
		status = template_read(arena, path, id, text, length, template_out, errors_out,
		                       error_count_out);
	groei_arena_close(scratch);
	return status;
}

enum groei_status groei_template_parse(struct groei_arena *arena, const char *file,
                                       const char *text, size_t length,
                                       struct question_template **template_out,
                                       struct template_error **errors_out,
                                       size_t *error_count_out)
{
	return template_read(arena, file, NULL, text, length, template_out, errors_out,
	                     error_count_out);
}

enum groei_status groei_template_check(struct groei_arena *arena, const char *path,
                                       struct question_template **template_out,
                                       struct template_error **errors_out,
                                       size_t *error_count_out)
{
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
	const char *id = id_of(arena, name);
	struct template_error *errors = NULL;
	size_t count = 0;
	enum groei_status status = GROEI_INVALID;

	if (id) {
		status = read_file(arena, AT_FDCWD, path, path, id, template_out, &errors, &count);
	} else {
		errors = yaml_file_error(arena, path, 0,
		               _("is not the name of a template, expected NAME.yaml with a NAME of at "
		                 "most 64 of a-z, 0-9, - and _"));
		count = 1;
	}
	if (status != GROEI_OK && errors_out)
		*errors_out = errors;
	if (status != GROEI_OK && error_count_out)
		*error_count_out = count;
	return status;
}

/* ---- the layers ---- */

static const struct embedded_file *builtin(const char *id)
{
	for (const struct embedded_file *file = embedded_files; file->name; file++) {
		size_t folder = strlen(BUILTIN_FOLDER), length = strlen(id);

		if (strncmp(file->name, BUILTIN_FOLDER, folder) == 0 &&
		    strncmp(file->name + folder, id, length) == 0 &&
		    strcmp(file->name + folder + length, SUFFIX) == 0)
			return file;
	}
	return NULL;
}

bool template_source(struct groei_arena *arena, const struct question_template *template,
                     const char **text_out, size_t *length_out)
{
	static const char mark[] = "built-in:";
	const struct embedded_file *file;
	bool missing;
	int line;

	if (strncmp(template->path, mark, strlen(mark)) != 0)
		return yaml_file_read(arena, AT_FDCWD, template->path, text_out, length_out, &line,
		                      &missing) == NULL;
	file = builtin(template->id);
	if (file) {
		*text_out = file->text;
		*length_out = file->length;
	}
	return file != NULL;
}

/* The template of one layer; GROEI_NOT_FOUND when that layer has none of this id. */
static enum groei_status read_layer(struct groei_arena *arena,
                                    const struct template_folders *folders, int layer,
                                    const char *id, struct question_template **template_out,
                                    struct template_error **errors_out, size_t *error_count_out)
{
	enum groei_status status = GROEI_NOT_FOUND;

	if (layer == LAYER_BUILTIN) {
		const struct embedded_file *file = builtin(id);

		if (file)
			status = template_read(arena, groei_arena_print(arena, "built-in:%s" SUFFIX, id), id,
			                       file->text, file->length, template_out, errors_out,
			                       error_count_out);
	} else if (folders && folders->folder[layer]) {
		const char *name = groei_arena_print(arena, "%s" SUFFIX, id);
		int folder = open(folders->folder[layer], O_RDONLY | O_DIRECTORY | O_CLOEXEC);

		if (folder >= 0) {
			const char *path = groei_arena_print(arena, "%s/%s", folders->folder[layer], name);

			status = read_file(arena, folder, name, path, id, template_out, errors_out,
			                   error_count_out);
			close(folder);
		}
	}
	if (status == GROEI_OK)
		(*template_out)->layer = (enum template_layer)layer;
	return status;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The names in a folder that are, or were meant to be, those of templates; sorted. A folder that
 * is not there has none; one that cannot be read is an error. */
static size_t folder_names(struct findings *findings, const char *folder,
                           const char ***names_out)
{
	const char **names = NULL;
	size_t count = 0, room = 0;
	DIR *stream = opendir(folder);
	struct dirent *entry;

	if (!stream && errno != ENOENT)
		findings_add(findings,
		             yaml_file_error(findings->arena, folder, 0,
		                   groei_arena_print(findings->arena, _("cannot be read: %s"),
		                                     strerror(errno))), 1);
	while (stream && (entry = readdir(stream))) {
		const char *dot = strrchr(entry->d_name, '.');

		if (entry->d_name[0] == '.' || !dot ||
		    (strcmp(dot, SUFFIX) != 0 && strcmp(dot, ".yml") != 0))
			continue;
		names = groei_arena_grow(findings->arena, names, count, &room, sizeof *names);
		names[count++] = groei_arena_text(findings->arena, entry->d_name);
	}
	if (stream)
		closedir(stream);
	if (count > 0)
		qsort(names, count, sizeof *names, by_name);
	*names_out = names;
	return count;
}

/* Reads what one layer has under this id; a wrong file leaves its first error. */
static void list_one(struct findings *findings, struct templates *templates,
                     const struct template_folders *folders, int layer, const char *id)
{
	struct question_template *template = NULL;
	struct template_error *errors = NULL;
	size_t count = 0;
	enum groei_status status = read_layer(findings->arena, folders, layer, id, &template, &errors,
	                                      &count);

	if (status == GROEI_INVALID)
		findings_add(findings, errors, 1);
	if (status != GROEI_OK)
		return;
	templates->items = groei_arena_grow(findings->arena, templates->items, templates->count,
	                                    &templates->room, sizeof *templates->items);
	templates->items[templates->count++] = template;
}

static void list_builtin(struct findings *findings, struct templates *templates)
{
	for (const struct embedded_file *file = embedded_files; file->name; file++) {
		size_t folder = strlen(BUILTIN_FOLDER);
		const char *id;

		if (strncmp(file->name, BUILTIN_FOLDER, folder) != 0)
			continue;
		id = id_of(findings->arena, file->name + folder);
		if (id)
			list_one(findings, templates, NULL, LAYER_BUILTIN, id);
	}
}

static void list_folder(struct findings *findings, struct templates *templates,
                        const struct template_folders *folders, int layer)
{
	const char **names;
	size_t count = folder_names(findings, folders->folder[layer], &names);

	for (size_t i = 0; i < count; i++) {
		const char *id = id_of(findings->arena, names[i]);

		if (id)
			list_one(findings, templates, folders, layer, id);
		else
			findings_add(findings,
			             yaml_file_error(findings->arena,
			                   groei_arena_print(findings->arena, "%s/%s",
			                                     folders->folder[layer], names[i]), 0,
			                   _("is not the name of a template, expected NAME.yaml with a NAME "
			                     "of at most 64 of a-z, 0-9, - and _")), 1);
	}
}

/* By id, and for one id the narrowest layer first. */
static int by_id(const void *a, const void *b)
{
	const struct question_template *one = *(struct question_template *const *)a;
	const struct question_template *other = *(struct question_template *const *)b;
	int order = strcmp(one->id, other->id);

	return order != 0 ? order : (int)other->layer - (int)one->layer;
}

enum groei_status groei_template_list(struct groei_arena *arena,
                                      const struct template_folders *folders,
                                      struct question_template ***templates_out,
                                      size_t *count_out, struct template_error **errors_out,
                                      size_t *error_count_out)
{
	struct findings findings = {.arena = arena};
	struct templates templates = {0};
	size_t kept = 0;

	list_builtin(&findings, &templates);
	for (int layer = LAYER_SYSTEM; folders && layer < TEMPLATE_LAYERS; layer++)
		if (folders->folder[layer])
			list_folder(&findings, &templates, folders, layer);
	if (templates.count > 0)
		qsort(templates.items, templates.count, sizeof *templates.items, by_id);
	for (size_t i = 0; i < templates.count; i++)
		if (kept == 0 || strcmp(templates.items[kept - 1]->id, templates.items[i]->id) != 0)
			templates.items[kept++] = templates.items[i];
	*templates_out = templates.items;
	*count_out = kept;
	if (errors_out)
		*errors_out = findings.items;
	if (error_count_out)
		*error_count_out = findings.count;
	return GROEI_OK;
}

enum groei_status groei_template_find(struct groei_arena *arena,
                                      const struct template_folders *folders, const char *id,
                                      struct question_template **template_out,
                                      struct template_error **errors_out,
                                      size_t *error_count_out)
{
	struct findings findings = {.arena = arena};
	enum groei_status status = GROEI_NOT_FOUND;

	for (int layer = LAYER_USER; template_name_valid(id) && layer >= LAYER_BUILTIN; layer--) {
		struct template_error *errors = NULL;
		size_t count = 0;
		enum groei_status here = read_layer(arena, folders, layer, id, template_out, &errors,
		                                    &count);

		if (here == GROEI_INVALID)
			findings_add(&findings, errors, count);
		if (here != GROEI_NOT_FOUND)
			status = here;
		if (here == GROEI_OK)
			break;
	}
	if (errors_out)
		*errors_out = findings.items;
	if (error_count_out)
		*error_count_out = findings.count;
	return status;
}
