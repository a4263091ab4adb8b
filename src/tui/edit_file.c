/* Contracts in edit_file.h. Folders are named groei-PID-XXXXXX. */
#include "edit_file.h"

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

#include "terminal.h"

static bool is_private(const char *folder)
{
	struct stat info;

	return lstat(folder, &info) == 0 && S_ISDIR(info.st_mode) && info.st_uid == geteuid() &&
	       (info.st_mode & 07777) == 0700;
}

/* The folder for session files: the runtime folder, or one in the home folder, made when missing.
 * NULL with errno set when there is none that is private. */
static const char *base_folder(struct groei_arena *arena)
{
	const char *runtime = getenv("XDG_RUNTIME_DIR");
	const char *home = getenv("HOME");

	if (runtime != NULL && runtime[0] == '/' && is_private(runtime)) {
		return groei_arena_text(arena, runtime);
	}
	if (home == NULL || home[0] != '/') {
		errno = ENOENT;
		return NULL;
	}
	const char *cache = groei_arena_print(arena, "%s/.cache", home);
	const char *own = groei_arena_print(arena, "%s/groei", cache);
	struct stat info;
	(void)mkdir(cache, 0700);
	if (mkdir(own, 0700) != 0 && errno != EEXIST) {
		return NULL;
	}
	if (lstat(own, &info) == 0 && S_ISDIR(info.st_mode) && info.st_uid == geteuid()) {
		(void)chmod(own, 0700);
	}
	if (!is_private(own)) {
		errno = EACCES;
		return NULL;
	}
	return own;
}

static int write_all(int file, const char *text, size_t length)
{
	while (length > 0) {
		ssize_t count = write(file, text, length);
		if (count < 0 && errno != EINTR) {
			return -1;
		}
		if (count > 0) {
			text += count;
			length -= (size_t)count;
		}
	}
	return 0;
}

int edit_file_make(struct groei_arena *arena, const char *text, size_t length,
                   struct edit_file *file_out)
{
	const char *base = base_folder(arena);
	if (base == NULL) {
		return -1;
	}
	char *folder = groei_arena_print(arena, "%s/groei-%ld-XXXXXX", base, (long)getpid());
	if (mkdtemp(folder) == NULL) {
		return -1;
	}
	struct edit_file made = {folder, groei_arena_print(arena, "%s/groei.md", folder)};
	int result = -1;
	int file = open(made.path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (file >= 0 && fchmod(file, 0600) == 0) {
		result = write_all(file, text, length);
	}
	int reason = errno;
	if (file >= 0 && close(file) != 0 && result == 0) {
		reason = errno;
		result = -1;
	}
	if (result != 0) {
		edit_file_remove(&made);
		errno = reason;
		return -1;
	}
	*file_out = made;
	return 0;
}

int edit_file_read(const struct edit_file *file, size_t limit, struct groei_buffer *out)
{
	struct stat info;
	char bytes[8192];
	size_t before = out->length;
	int result = -1;
	int input = open(file->path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
	if (input < 0) {
		return -1;
	}
	if (fstat(input, &info) != 0 || !S_ISREG(info.st_mode)) {
		errno = EINVAL;
		goto done;
	}
	for (;;) {
		ssize_t count = read(input, bytes, sizeof bytes);
		if (count == 0) {
			break;
		}
		if (count < 0) {
			goto done;
		}
		groei_buffer_add(out, bytes, (size_t)count);
		if (out->length - before > limit) {
			errno = EFBIG;
			goto done;
		}
	}
	result = 0;
done:;
	int reason = errno;
	close(input);
	errno = reason;
	return result;
}

/* Removes the files of a folder, links as links, and the folder. No deeper folders are expected. */
static void remove_folder(int parent, const char *name)
{
	int folder = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	DIR *entries = folder < 0 ? NULL : fdopendir(folder);
	if (entries == NULL) {
		if (folder >= 0) {
			close(folder);
		}
		return;
	}
	for (struct dirent *entry; (entry = readdir(entries)) != NULL;) {
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0) {
			if (unlinkat(folder, entry->d_name, 0) != 0) {
				(void)unlinkat(folder, entry->d_name, AT_REMOVEDIR);
			}
		}
	}
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

	return sscanf(name, "groei-%9ld-%n", &owner, &end) == 1 && end > 0 &&
	       strlen(name + end) == 6 && owner > 0 && owner != (long)getpid() &&
	       kill((pid_t)owner, 0) != 0 && errno == ESRCH;
}

static void sweep(const char *base)
{
	DIR *entries = is_private(base) ? opendir(base) : NULL;
	if (entries == NULL) {
		return;
	}
	for (struct dirent *entry; (entry = readdir(entries)) != NULL;) {
		if (is_stale(entry->d_name)) {
			remove_folder(dirfd(entries), entry->d_name);
		}
	}
	closedir(entries);
}

void terminal_edit_sweep(void)
{
	struct groei_arena *arena = groei_arena_open();
	const char *runtime = getenv("XDG_RUNTIME_DIR");
	const char *home = getenv("HOME");

	if (runtime != NULL && runtime[0] == '/') {
		sweep(runtime);
	}
	if (home != NULL && home[0] == '/') {
		sweep(groei_arena_print(arena, "%s/.cache/groei", home));
	}
	groei_arena_close(arena);
}
