/* The user's own editor for a long text: a private folder, no shell, nothing of the text in arguments or
 * environment, and nothing left behind. */
#include "cli.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "i18n.h"

/* Makes a folder and those above it, private. */
static void make_folders(struct groei_arena *arena, const char *folder)
{
	char *path = groei_arena_text(arena, folder);

	for (char *slash = strchr(path + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		mkdir(path, 0700);
		*slash = '/';
	}
	mkdir(folder, 0700);
}

/* Where the folders for the editor belong; NULL without a home. */
static const char *base_folder(struct groei_arena *arena)
{
	const char *runtime = getenv("XDG_RUNTIME_DIR");
	struct stat found;

	if (runtime != NULL && runtime[0] == '/' && lstat(runtime, &found) == 0 &&
	    S_ISDIR(found.st_mode) && found.st_uid == geteuid() && (found.st_mode & 077) == 0)
		return groei_arena_print(arena, "%s/groei", runtime);
	return config_folder(arena, "XDG_STATE_HOME", ".local/state", "groei/edit");
}

/* The same as a folder that only we can enter, made when it is missing. NULL when there is none. */
static const char *private_folder(struct groei_arena *arena)
{
	const char *folder = base_folder(arena);
	struct stat found;

	if (folder == NULL)
		return NULL;
	make_folders(arena, folder);
	if (lstat(folder, &found) != 0 || !S_ISDIR(found.st_mode) || found.st_uid != geteuid() ||
	    (found.st_mode & 077) != 0)
		return NULL;
	return folder;
}

/* Removes a folder with the files in it. */
static void remove_folder(struct groei_arena *arena, const char *path)
{
	DIR *folder = opendir(path);

	for (struct dirent *entry; folder != NULL && (entry = readdir(folder)) != NULL;)
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
			remove(groei_arena_print(arena, "%s/%s", path, entry->d_name));
	if (folder != NULL)
		closedir(folder);
	rmdir(path);
}

/* Removes what editors of processes that are gone left behind. */
static void sweep(struct groei_arena *arena, const char *path)
{
	DIR *folder = opendir(path);

	for (struct dirent *entry; folder != NULL && (entry = readdir(folder)) != NULL;) {
		int process;

		if (sscanf(entry->d_name, "shell-%d-", &process) == 1 && kill(process, 0) != 0 &&
		    errno == ESRCH)
			remove_folder(arena, groei_arena_print(arena, "%s/%s", path, entry->d_name));
	}
	if (folder != NULL)
		closedir(folder);
}

void editor_sweep(struct groei_arena *arena)
{
	const char *folder = base_folder(arena);

	if (folder != NULL)
		sweep(arena, folder);
}

static int write_file(const char *path, const char *text)
{
	int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	size_t length = strlen(text);
	int error = 0;

	if (file < 0)
		return errno;
	while (length > 0) {
		ssize_t wrote = write(file, text, length);

		if (wrote < 0) {
			error = errno;
			break;
		}
		text += wrote;
		length -= (size_t)wrote;
	}
	if (error == 0 && fsync(file) != 0)
		error = errno;
	close(file);
	return error;
}

static int read_file(struct groei_arena *arena, const char *path, const char **text_out)
{
	int file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
	size_t most = GROEI_LONG_MAX + 1;
	struct stat found;
	char *text;
	size_t length = 0;
	ssize_t got = 1;

	if (file < 0)
		return errno;
	if (fstat(file, &found) != 0 || !S_ISREG(found.st_mode)) {
		close(file);
		return EINVAL;
	}
	text = groei_arena_take(arena, most + 1);
	while (got > 0 && length < most) {
		got = read(file, text + length, most - length);
		if (got > 0)
			length += (size_t)got;
	}
	close(file);
	if (got < 0)
		return EIO;
	if (memchr(text, '\0', length) != NULL)
		return EILSEQ;
	while (length > 0 && text[length - 1] == '\n')
		length--;
	text[length] = '\0';
	*text_out = text;
	return 0;
}

/* Whether the program is a vim, also behind a name such as vi or editor. */
static int is_vim(struct groei_arena *arena, const char *program)
{
	const char *path = getenv("PATH");
	char real[PATH_MAX];

	if (strchr(program, '/') != NULL)
		return realpath(program, real) != NULL && strstr(strrchr(real, '/'), "vim") != NULL;
	while (path != NULL && *path != '\0') {
		size_t length = strcspn(path, ":");

		if (realpath(groei_arena_print(arena, "%.*s/%s", (int)length, path, program), real) != NULL)
			return strstr(strrchr(real, '/'), "vim") != NULL;
		path += length + (path[length] == ':');
	}
	return 0;
}

/* $VISUAL, $EDITOR or what is usual, split into words, with the path at the end. */
static int editor_words(struct groei_arena *arena, const char *path, const char ***argv_out)
{
	static const char *const quiet[] = {"-n", "-i", "NONE", "-c",
	                                    "set nobackup nowritebackup noundofile"};
	size_t quiet_count = sizeof quiet / sizeof *quiet;
	const char *line = getenv("VISUAL");
	const char **words = NULL;
	const char **argv;
	int count = 0;
	int at = 0;

	if (line == NULL || *line == '\0')
		line = getenv("EDITOR");
	if (line == NULL || *line == '\0')
		line = access("/usr/bin/editor", X_OK) == 0 ? "/usr/bin/editor" : "vi";
	if (groei_command_split(arena, line, &count, &words) != GROEI_OK || count == 0)
		return EINVAL;
	argv = groei_arena_take(arena, ((size_t)count + quiet_count + 2) * sizeof *argv);
	for (int i = 0; i < count; i++)
		argv[at++] = words[i];
	for (size_t i = 0; is_vim(arena, words[0]) && i < quiet_count; i++)
		argv[at++] = quiet[i];
	argv[at++] = path;
	*argv_out = argv;
	return 0;
}

static void run_child(const char **argv, const sigset_t *before)
{
	static const int defaults[] = {SIGINT, SIGQUIT, SIGPIPE, SIGTERM, SIGHUP};

	for (size_t i = 0; i < sizeof defaults / sizeof *defaults; i++)
		signal(defaults[i], SIG_DFL);
	sigprocmask(SIG_SETMASK, before, NULL);
	execvp(argv[0], (char *const *)(void *)argv);
	_exit(127);
}

/* Passes the signal on; an editor that does not follow it in time is killed. */
static void end_child(pid_t child, int number, const sigset_t *waited, int *status_out)
{
	const struct timespec grace = {.tv_sec = 1};

	kill(child, number);
	while (waitpid(child, status_out, WNOHANG) == 0)
		if (sigtimedwait(waited, NULL, &grace) < 0 && errno == EAGAIN)
			kill(child, SIGKILL);
}

/* Runs the editor to its end. A hang-up or termination meanwhile goes to the editor too and is returned
 * in *signal_out, so that the caller can clean up and then take it. */
static int run_editor(const char **argv, int *signal_out)
{
	sigset_t waited;
	sigset_t before;
	struct sigaction ignore = {.sa_handler = SIG_IGN};
	struct sigaction interrupt;
	struct sigaction quit;
	int status = 0;
	pid_t child;

	sigemptyset(&waited);
	sigaddset(&waited, SIGCHLD);
	sigaddset(&waited, SIGTERM);
	sigaddset(&waited, SIGHUP);
	sigprocmask(SIG_BLOCK, &waited, &before);
	sigaction(SIGINT, &ignore, &interrupt);
	sigaction(SIGQUIT, &ignore, &quit);
	child = fork();
	if (child == 0)
		run_child(argv, &before);
	while (child > 0 && waitpid(child, &status, WNOHANG) == 0) {
		int number = 0;

		if (sigwait(&waited, &number) == 0 && number != SIGCHLD) {
			*signal_out = number;
			end_child(child, number, &waited, &status);
			break;
		}
	}
	sigaction(SIGINT, &interrupt, NULL);
	sigaction(SIGQUIT, &quit, NULL);
	sigprocmask(SIG_SETMASK, &before, NULL);
	if (child < 0)
		return EAGAIN;
	if (WIFEXITED(status) && WEXITSTATUS(status) == 127)
		return ENOENT;
	return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? 0 : ECANCELED;
}

int editor_edit(void *context, struct groei_arena *arena, const char *before, const char **text_out)
{
	struct cli_input *input = context;
	const char *base = private_folder(arena);
	const char **argv = NULL;
	const char *path;
	const char *text = NULL;
	char *folder;
	int number = 0;
	int error;

	if (base == NULL)
		return EACCES;
	sweep(arena, base);
	folder = groei_arena_text(arena,
	                          groei_arena_print(arena, "%s/shell-%d-XXXXXX", base, (int)getpid()));
	if (mkdtemp(folder) == NULL)
		return errno;
	path = groei_arena_print(arena, "%s/text.md", folder);
	error = write_file(path, before == NULL ? "" : before);
	if (error == 0)
		error = editor_words(arena, path, &argv);
	if (error == 0)
		error = run_editor(argv, &number);
	if (error == 0)
		error = read_file(arena, path, &text);
	remove_folder(arena, folder);
	if (number != 0)
		raise(number);
	if (error != 0)
		return error;
	input->edited = text;
	*text_out = text;
	return 0;
}

const char *editor_keep(struct groei_arena *arena, const char *text)
{
	const char *folder = config_folder(arena, "XDG_STATE_HOME", ".local/state", "groei");
	const char *path;

	if (folder == NULL)
		return NULL;
	make_folders(arena, folder);
	path = groei_arena_print(arena, "%s/kept-%lld.md", folder, (long long)groei_instant_now());
	return write_file(path, text) == 0 ? path : NULL;
}
