/* Reading and writing private files. Errors are errno values; the caller puts them into words. */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <groei/buffer.h>

static int read_all(int file, size_t limit, struct groei_buffer *out)
{
	char chunk[16384];

	for (;;) {
		ssize_t got = read(file, chunk, sizeof chunk);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return errno;
		if (got == 0)
			return 0;
		if ((size_t)got > limit - out->length)
			return EFBIG;
		groei_buffer_add(out, chunk, (size_t)got);
	}
}

int file_read(struct groei_arena *arena, const char *path, size_t limit, char **bytes_out,
              size_t *length_out)
{
	struct groei_buffer all = {0};
	struct stat about;
	int error = 0;
	/* Without O_NONBLOCK a named pipe would wait for a writer. */
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);

	if (file < 0)
		return errno;
	if (fstat(file, &about) < 0)
		error = errno;
	else if (!S_ISREG(about.st_mode))
		error = S_ISDIR(about.st_mode) ? EISDIR : EINVAL;
	else if (about.st_size > 0 && (uintmax_t)about.st_size > limit)
		error = EFBIG;
	else
		error = read_all(file, limit, &all);
	if (!error) {
		*bytes_out = groei_arena_copy(arena, all.data, all.length);
		*length_out = all.length;
	}
	close(file);
	groei_buffer_free(&all);
	return error;
}

static int write_all(int file, const char *bytes, size_t length)
{
	while (length > 0) {
		ssize_t put = write(file, bytes, length);

		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return errno;
		bytes += put;
		length -= (size_t)put;
	}
	return 0;
}

/* So that the name, too, survives a power cut. Some file systems cannot; that is no failure. */
static int sync_folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *folder = NULL;
	int file, error = 0;

	if (slash)
		folder = slash == path ? strdup("/") : strndup(path, (size_t)(slash - path));
	if (slash && !folder)
		return ENOMEM;
	file = open(folder ? folder : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (file >= 0) {
		if (fsync(file) < 0 && errno != EINVAL && errno != ENOTSUP)
			error = errno;
		close(file);
	}
	free(folder);
	return error;
}

int file_write_new(const char *path, const char *bytes, size_t length)
{
	int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	int error;

	if (file < 0)
		return errno;
	error = fchmod(file, 0600) < 0 ? errno : write_all(file, bytes, length);
	if (!error && fsync(file) < 0)
		error = errno;
	if (close(file) < 0 && !error)
		error = errno;
	if (!error)
		error = sync_folder_of(path);
	if (error)
		unlink(path);
	return error;
}

static int make_folder(const char *path)
{
	struct stat about;

	if (mkdir(path, 0700) == 0) {
		if (stat(path, &about) < 0 ||
		    ((about.st_mode & 0777) != 0700 && chmod(path, 0700) < 0))
			return errno;
		return 0;
	}
	/* EACCES, EROFS: what is there may still be a folder, such as / or /home. */
	if (errno == EEXIST || errno == EACCES || errno == EROFS) {
		int refused = errno;

		if (stat(path, &about) < 0)
			return refused == EEXIST ? errno : refused;
		return S_ISDIR(about.st_mode) ? 0 : ENOTDIR;
	}
	return errno;
}

int file_make_private_folder(const char *path)
{
	char *copy = strdup(path);
	int error = copy ? 0 : ENOMEM;

	if (!error && !path[0])
		error = ENOENT;
	for (char *slash = copy; !error && slash;) {
		slash += strspn(slash, "/");
		slash = strchr(slash, '/');
		if (slash)
			*slash = '\0';
		error = make_folder(copy);
		if (slash)
			*slash = '/';
	}
	free(copy);
	return error;
}

const char *file_xdg(struct groei_arena *arena, const char *variable, const char *home_folder,
                     const char *name)
{
	const char *folder = getenv(variable);
	const char *home = getenv("HOME");

	if (folder && folder[0] == '/')
		return groei_arena_print(arena, "%s/%s", folder, name);
	if (!home || home[0] != '/') {
		const struct passwd *who = getpwuid(getuid());

		home = who ? who->pw_dir : NULL;
	}
	if (!home || home[0] != '/')
		return NULL;
	return groei_arena_print(arena, "%s/%s/%s", home, home_folder, name);
}
