/* Files of YAML that people write: reading one safely, and what is wrong with it in the form that callers
 * show. Must not know what stands in them. */
#include "core/yaml_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <groei/buffer.h>
#include <groei/text.h>

#include "base/i18n.h"
#include "core/template_private.h"

struct template_error *yaml_file_error(struct groei_arena *arena, const char *file, int line,
                                    const char *text)
{
	struct template_error *error = groei_arena_take(arena, sizeof *error);

	*error = (struct template_error){
		.file = groei_text_safe_line(arena, file),
		.line = line,
		.column = line,
		.text = groei_text_safe_line(arena, text),
	};
	return error;
}

const char *yaml_file_read(struct groei_arena *scratch, int folder, const char *name,
                            const char **text_out, size_t *length_out, int *line_out,
                            bool *missing_out)
{
	int file = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
	const char *why = NULL;
	struct stat facts;
	char *text;
	size_t length = 0;

	*line_out = 0;
	*missing_out = file < 0 && errno == ENOENT;
	if (file < 0)
		return errno == ELOOP ? _("found a link, expected a regular file") :
		                        groei_arena_print(scratch, _("cannot be read: %s"),
		                                          strerror(errno));
	if (fstat(file, &facts) != 0 || !S_ISREG(facts.st_mode)) {
		why = _("found a folder or device, expected a regular file");
		goto done;
	}
	if (facts.st_size > YAML_BYTES) {
		*line_out = 1;
		why = groei_arena_print(scratch, _("found %lld bytes, expected at most %d (256 KiB)"),
		                        (long long)facts.st_size, YAML_BYTES);
		goto done;
	}
	/* One byte more than allowed: a file that grows meanwhile is refused by its length. */
	text = groei_arena_take(scratch, YAML_BYTES + 1);
	while (length <= YAML_BYTES) {
		ssize_t got = read(file, text + length, YAML_BYTES + 1 - length);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			why = groei_arena_print(scratch, _("cannot be read: %s"), strerror(errno));
		if (got <= 0)
			break;
		length += (size_t)got;
	}
	if (!why) {
		*text_out = text;
		*length_out = length;
	}
done:
	close(file);
	return why;
}

enum groei_status yaml_file_load(struct groei_arena *arena, struct groei_arena *scratch, int folder,
                                 const char *name, const char *path, const char **text_out,
                                 size_t *length_out, struct template_error **errors_out,
                                 size_t *error_count_out)
{
	const char *why;
	bool missing;
	int line;

	why = yaml_file_read(scratch, folder, name, text_out, length_out, &line, &missing);
	if (why == NULL)
		return GROEI_OK;
	*errors_out = yaml_file_error(arena, path, line, why);
	*error_count_out = 1;
	return missing ? GROEI_NOT_FOUND : GROEI_INVALID;
}

const char *yaml_file_beside(struct groei_arena *arena, const char *folder, const char *name)
{
	const char *slash = folder ? strrchr(folder, '/') : NULL;

	if (!folder)
		return NULL;
	return slash ? groei_arena_print(arena, "%.*s/%s", (int)(slash - folder), folder, name) : name;
}

static int by_place(const void *a, const void *b)
{
	const struct yaml_error *one = *(const struct yaml_error *const *)a;
	const struct yaml_error *other = *(const struct yaml_error *const *)b;

	if (one->line != other->line)
		return one->line < other->line ? -1 : 1;
	if (one->column != other->column)
		return one->column < other->column ? -1 : 1;
	return one < other ? -1 : one > other;
}

static const char *source_line(struct groei_arena *arena, const char *text, size_t length,
                               const struct yaml_error *error)
{
	struct groei_buffer clean = {0};
	const char *line, *result;
	size_t size, shown = 0, count = 0;

	if (length > YAML_BYTES || error->column > TEMPLATE_SOURCE)
		return NULL;
	if (length >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0) {
		text += 3;
		length -= 3;
	}
	line = yaml_line(text, length, error->line, &size);
	while (shown < size && (((unsigned char)line[shown] & 0xc0) == 0x80 ||
	                        count++ < TEMPLATE_SOURCE))
		shown++;
	groei_text_clean_line(&clean, line, shown);
	result = groei_arena_text(arena, clean.data ? clean.data : "");
	groei_buffer_free(&clean);
	return result;
}

void yaml_file_errors(struct groei_arena *arena, const char *file, const char *text,
                      size_t length, const struct yaml_errors *errors,
                      struct template_error **errors_out, size_t *error_count_out)
{
	const struct yaml_error *sorted[YAML_ERRORS];
	size_t count = errors->count < TEMPLATE_ERRORS ? errors->count : TEMPLATE_ERRORS;
	struct template_error *result = groei_arena_take(arena, count * sizeof *result);
	const char *name = groei_text_safe_line(arena, file);

	for (size_t i = 0; i < errors->count; i++)
		sorted[i] = &errors->item[i];
	qsort(sorted, errors->count, sizeof *sorted, by_place);
	for (size_t i = 0; i < count; i++)
		result[i] = (struct template_error){
			.file = name,
			.line = sorted[i]->line,
			.column = sorted[i]->column,
			.text = groei_arena_text(arena, sorted[i]->text),
			.source = source_line(arena, text, length, sorted[i]),
		};
	if (errors_out)
		*errors_out = result;
	if (error_count_out)
		*error_count_out = count;
}
