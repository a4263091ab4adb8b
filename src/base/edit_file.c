/* Contracts in edit_file.h and groei/editor.h. Knows nothing of the editor. Folders are named
 * edit-PID-XXXXXX and live in
 *
 *   $XDG_RUNTIME_DIR/groei          when that folder is the user's alone, else
 *   $XDG_STATE_HOME/groei/edit      or the same below ~/.local/state */
#include "base/edit_file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include <groei/date.h>
#include <groei/editor.h>

static bool is_private(const char *folder)
{
	struct stat about;

	return lstat(folder, &about) == 0 && S_ISDIR(about.st_mode) && about.st_uid == geteuid() &&
	       (about.st_mode & 077) == 0;
}

/* NULL where there is no runtime folder that is the user's alone. */
static const char *runtime_folder(struct groei_arena *arena)
{
	const char *runtime = getenv("XDG_RUNTIME_DIR");

	if (!runtime || runtime[0] != '/' || !is_private(runtime))
		return NULL;
	return groei_arena_print(arena, "%s/groei", runtime);
}

static const char *state_folder(struct groei_arena *arena)
{
	return file_xdg(arena, "XDG_STATE_HOME", ".local/state", "groei/edit");
}

/* The folder for the folders of editors, made when it is missing. */
static int base_folder(struct groei_arena *arena, const char **folder_out)
{
	const char *folder = runtime_folder(arena);
	struct stat about;
	int error;

	if (!folder)
		folder = state_folder(arena);
	if (!folder)
		return ENOENT;
	error = file_make_private_folder(folder);
	if (error)
		return error;
	if (lstat(folder, &about) == 0 && S_ISDIR(about.st_mode) && about.st_uid == geteuid())
		(void)chmod(folder, 0700);
	if (!is_private(folder))
		return EACCES;
	*folder_out = folder;
	return 0;
}

static int write_all(int file, const char *text)
{
	size_t length = strlen(text);

	while (length > 0) {
		ssize_t count = write(file, text, length);

		if (count < 0 && errno != EINTR)
			return errno;
		if (count > 0) {
			text += count;
			length -= (size_t)count;
		}
	}
	return fsync(file) == 0 ? 0 : errno;
}

static int write_new(const char *path, const char *text)
{
	int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	int error;

	if (file < 0)
		return errno;
	error = fchmod(file, 0600) == 0 ? write_all(file, text) : errno;
	if (close(file) != 0 && !error)
		error = errno;
	return error;
}

int edit_file_make(struct groei_arena *arena, const char *text, struct edit_file *file_out)
{
	const char *base = NULL;
	char *folder;
	struct edit_file made;
	int error = base_folder(arena, &base);

	if (error)
		return error;
	folder = groei_arena_print(arena, "%s/edit-%ld-XXXXXX", base, (long)getpid());
	if (!mkdtemp(folder))
		return errno;
	made = (struct edit_file){folder, groei_arena_print(arena, "%s/text.md", folder)};
	error = write_new(made.path, text);
	if (error)
		edit_file_remove(&made);
	else
		*file_out = made;
	return error;
}

int edit_file_read(struct groei_arena *arena, const struct edit_file *file, size_t most,
                   char **text_out)
{
	int input = open(file->path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
	struct stat about;
	char *text;
	size_t length = 0;
	ssize_t count = 1;
	int error = 0;

	if (input < 0)
		return errno;
	if (fstat(input, &about) != 0 || !S_ISREG(about.st_mode)) {
		error = EINVAL;
		goto done;
	}
	text = groei_arena_take(arena, most + 1);
	while (count != 0 && length < most) {
		count = read(input, text + length, most - length);
		if (count < 0 && errno != EINTR) {
			error = errno;
			goto done;
		}
		if (count > 0)
			length += (size_t)count;
	}
	if (memchr(text, '\0', length))
		error = EILSEQ;
	else
		*text_out = text;
done:
	close(input);
	return error;
}

/* Removes the files of a folder, links as links, and the folder. Below it only empty ones are expected. */
static void remove_folder(int parent, const char *name)
{
	int folder = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	DIR *entries = folder < 0 ? NULL : fdopendir(folder);

	if (!entries) {
		if (folder >= 0)
			close(folder);
		return;
	}
	for (struct dirent *entry; (entry = readdir(entries));)
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0 &&
		    unlinkat(folder, entry->d_name, 0) != 0)
			(void)unlinkat(folder, entry->d_name, AT_REMOVEDIR);
	closedir(entries);
	(void)unlinkat(parent, name, AT_REMOVEDIR);
}

void edit_file_remove(const struct edit_file *file)
{
	remove_folder(AT_FDCWD, file->folder);
}

/* Whether it is a folder of ours whose process is gone. */
static bool is_stale(const char *name)
{
	long owner;
	int end = 0;

	return sscanf(name, "edit-%9ld-%n", &owner, &end) == 1 && end > 0 &&
	       strlen(name + end) == 6 && owner > 0 && kill((pid_t)owner, 0) != 0 && errno == ESRCH;
}

static void sweep(const char *base)
{
	DIR *entries = base && is_private(base) ? opendir(base) : NULL;

	if (!entries)
		return;
	for (struct dirent *entry; (entry = readdir(entries));)
		if (is_stale(entry->d_name))
			remove_folder(dirfd(entries), entry->d_name);
	closedir(entries);
}

void groei_edit_sweep(void)
{
	struct groei_arena *arena = groei_arena_open();

	sweep(runtime_folder(arena));
	sweep(state_folder(arena));
	groei_arena_close(arena);
}

const char *groei_edit_keep(struct groei_arena *arena, const char *text)
{
	const char *folder = file_xdg(arena, "XDG_STATE_HOME", ".local/state", "groei");
	const char *path;

	if (!folder || file_make_private_folder(folder) != 0)
		return NULL;
	path = groei_arena_print(arena, "%s/kept-%lld.md", folder, (long long)groei_instant_now());
	return write_new(path, text) == 0 ? path : NULL;
}
