/* Files to start templates of one's own from. Must not know what stands in them, but for the id. */
#include <groei/template.h>

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <groei/buffer.h>
#include <groei/data.h>

#include "base/file.h"
#include "core/template_private.h"

/* The line that says the id, "id: …" in the first column; false when another layout is used. */
static bool id_line(const char *text, size_t length, size_t *start_out, size_t *end_out)
{
	for (size_t at = 0; at < length;) {
		const char *feed = memchr(text + at, '\n', length - at);
		size_t end = feed ? (size_t)(feed - text) : length;

		if (end - at > 3 && memcmp(text + at, "id:", 3) == 0) {
			*start_out = at;
			*end_out = end;
			return true;
		}
		at = end + 1;
	}
	return false;
}

enum groei_status groei_template_draft(struct groei_arena *arena,
                                       const struct template_folders *folders, const char *id,
                                       const char *from, const char **text_out,
                                       size_t *length_out)
{
	struct question_template *template = NULL;
	struct groei_buffer out = {0};
	const char *text = NULL;
	size_t length = 0, start = 0, end = 0;

	if (!template_name_valid(id))
		return GROEI_INVALID;
	if (!from) {
		text = groei_data("template.yaml", &length);
	} else if (groei_template_find(arena, folders, from, &template, NULL, NULL) != GROEI_OK ||
	           !template_source(arena, template, &text, &length)) {
		return GROEI_NOT_FOUND;
	} else {
		groei_buffer_print(&out,
		                   "# Made from the template %s, version %d. Keep the ids of questions whose "
		                   "meaning stays:\n# their answers are followed by them.\n",
		                   template->id, template->version);
	}
	if (!text || !id_line(text, length, &start, &end)) {
		groei_buffer_free(&out);
		return GROEI_NOT_FOUND;
	}
	groei_buffer_add(&out, text, start);
	groei_buffer_print(&out, "id: %s", id);
	groei_buffer_add(&out, text + end, length - end);
	*text_out = groei_arena_copy(arena, out.data, out.length);
	*length_out = out.length;
	groei_buffer_free(&out);
	return GROEI_OK;
}

int groei_template_put(struct groei_arena *arena, const char *folder, const char *id,
                       const char *text, size_t length, const char **path_out)
{
	const char *path = groei_arena_print(arena, "%s/%s.yaml", folder, id);
	int error = file_make_private_folder(folder), file;
	size_t done = 0;

	if (error != 0)
		return error;
	file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
	if (file < 0)
		return errno;
	while (done < length && error == 0) {
		ssize_t wrote = write(file, text + done, length - done);

		if (wrote >= 0)
			done += (size_t)wrote;
		else if (errno != EINTR)
			error = errno;
	}
	if (close(file) != 0 && error == 0)
		error = errno;
	if (error != 0)
		unlink(path);
	else
		*path_out = path;
	return error;
}
