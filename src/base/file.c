/* Private folders, and where files of ours live. Errors are errno values. */
#include "base/file.h"

#include <errno.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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
