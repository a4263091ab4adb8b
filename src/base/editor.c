/* Runs the user's editor on a text: which command, as which child. Contract in groei/editor.h; the file is
 * edit_file.c's. Knows nothing of screens. */
#include <groei/editor.h>

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <stdnoreturn.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/edit_file.h"
#include "base/words.h"

/* How the editor went. */
struct outcome {
	int status;  /* as waitpid gives it */
	int failure; /* errno when it could not be started, or 0 */
	int signal;  /* that asked us to end meanwhile, or 0 */
};

/* Where the program is, links followed: /usr/bin/vi may well be vim. */
static bool resolve(struct groei_arena *arena, const char *program, char real_out[PATH_MAX])
{
	const char *folders = getenv("PATH");

	if (strchr(program, '/'))
		return realpath(program, real_out) != NULL;
	while (folders && *folders) {
		size_t length = strcspn(folders, ":");
		const char *path = groei_arena_print(arena, "%.*s/%s", (int)length, folders, program);

		if (length > 0 && access(path, X_OK) == 0)
			return realpath(path, real_out) != NULL;
		folders += length + (folders[length] == ':');
	}
	return false;
}

static bool is_vim(struct groei_arena *arena, const char *program)
{
	static const char *const names[] = {"vim", "nvim", "gvim"};
	char real[PATH_MAX];

	if (!resolve(arena, program, real))
		return false;
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (strncmp(strrchr(real, '/') + 1, names[i], strlen(names[i])) == 0)
			return true;
	return false;
}

/* The command that edits `path`; NULL when the variable cannot be understood. */
static const char **editor_command(struct groei_arena *arena, const char *path)
{
	static const char *const discreet[] = {
	    "-n", "-i", "NONE", "-c", "silent! set nobackup nowritebackup noswapfile noundofile",
	};
	size_t discreet_count = sizeof discreet / sizeof discreet[0];
	const char *line = getenv("VISUAL");
	const char **words = NULL;
	const char **argv;
	int count = 0;

	if (!line || !*line)
		line = getenv("EDITOR");
	if (!line || !*line)
		line = access("/usr/bin/editor", X_OK) == 0 ? "/usr/bin/editor" : "vi";
	if (!words_split(arena, line, &count, &words) || count == 0)
		return NULL;
	argv = groei_arena_take(arena, ((size_t)count + discreet_count + 2) * sizeof *argv);
	memcpy(argv, words, (size_t)count * sizeof *argv);
	if (is_vim(arena, words[0])) {
		memcpy(argv + count, discreet, sizeof discreet);
		count += (int)discreet_count;
	}
	argv[count] = path;
	return argv;
}

static void on_child(int number)
{
	(void)number; /* only there so that the signal is not thrown away while it is blocked */
}

static noreturn void become(const char **argv, int report)
{
	static const int standard[] = {SIGINT, SIGQUIT, SIGPIPE, SIGTSTP, SIGCONT, SIGCHLD};
	const struct sigaction action = {.sa_handler = SIG_DFL};
	sigset_t none;
	int failure;

	for (size_t i = 0; i < sizeof standard / sizeof standard[0]; i++)
		sigaction(standard[i], &action, NULL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	execvp(argv[0], (char *const *)(void *)argv);
	failure = errno;
	(void)!write(report, &failure, sizeof failure);
	_exit(127);
}

/* Waits for the editor with the signals of `set` blocked. A request to end is passed on; an editor that
 * does not follow it in time is killed. */
static void wait_for(pid_t child, const sigset_t *set, struct outcome *outcome)
{
	const struct timespec grace = {.tv_sec = 1};

	while (waitpid(child, &outcome->status, WNOHANG) == 0) {
		int number = outcome->signal ? sigtimedwait(set, NULL, &grace) : sigwaitinfo(set, NULL);

		if (number == SIGTERM || number == SIGHUP) {
			outcome->signal = number;
			kill(child, number);
		} else if (number < 0 && errno == EAGAIN) {
			kill(child, SIGKILL);
		}
	}
}

static void start(const char **argv, const sigset_t *set, struct outcome *outcome)
{
	int ends[2];
	pid_t child;

	if (pipe(ends) != 0) {
		outcome->failure = errno;
		return;
	}
	(void)fcntl(ends[0], F_SETFD, FD_CLOEXEC);
	(void)fcntl(ends[1], F_SETFD, FD_CLOEXEC);
	child = fork();
	if (child == 0)
		become(argv, ends[1]);
	if (child < 0)
		outcome->failure = errno;
	close(ends[1]);
	if (child > 0) {
		while (read(ends[0], &outcome->failure, sizeof outcome->failure) < 0 && errno == EINTR)
			continue;
		wait_for(child, set, outcome);
	}
	close(ends[0]);
}

/* Runs the command in the foreground, as a shell would: keys that interrupt or stop are for the editor. */
static void run(const char **argv, struct outcome *outcome)
{
	const struct sigaction standard = {.sa_handler = SIG_DFL};
	const struct sigaction ignore = {.sa_handler = SIG_IGN};
	const struct sigaction noted = {.sa_handler = on_child};
	const struct {
		int number;
		const struct sigaction *action;
	} meant[] = {
	    {SIGCHLD, &noted},    {SIGINT, &ignore},    {SIGQUIT, &ignore},
	    {SIGTSTP, &standard}, {SIGCONT, &standard},
	};
	enum { MEANT = sizeof meant / sizeof meant[0] };
	struct sigaction before[MEANT];
	sigset_t waited, job, mask;

	sigemptyset(&waited);
	sigaddset(&waited, SIGCHLD);
	sigaddset(&waited, SIGTERM);
	sigaddset(&waited, SIGHUP);
	sigemptyset(&job);
	sigaddset(&job, SIGTSTP);
	sigaddset(&job, SIGCONT);
	sigprocmask(SIG_BLOCK, &waited, &mask);
	for (int i = 0; i < MEANT; i++)
		sigaction(meant[i].number, meant[i].action, &before[i]);
	sigprocmask(SIG_UNBLOCK, &job, NULL);
	start(argv, &waited, outcome);
	for (int i = 0; i < MEANT; i++)
		sigaction(meant[i].number, &before[i], NULL);
	sigprocmask(SIG_SETMASK, &mask, NULL);
}

static void take_text(struct groei_arena *arena, const struct edit_file *file, const char *before,
                      size_t most, struct groei_edited *edited)
{
	size_t length = strlen(before);
	bool had_newline = length > 0 && before[length - 1] == '\n';
	char *text = NULL;

	edited->error = edit_file_read(arena, file, most, &text);
	if (edited->error) {
		edited->end = GROEI_EDIT_UNREADABLE;
		return;
	}
	length = strlen(text);
	while (length > 0 && text[length - 1] == '\n' && !had_newline)
		text[--length] = '\0';
	edited->end = GROEI_EDIT_DONE;
	edited->text = text;
}

struct groei_edited groei_edit_text(struct groei_arena *arena, const char *text, size_t most,
                                    const struct groei_edit_terminal *terminal)
{
	struct groei_edited edited = {.end = GROEI_EDIT_NO_FILE};
	struct outcome outcome = {0};
	struct edit_file file;
	const char **argv;

	groei_edit_sweep();
	edited.error = edit_file_make(arena, text, &file);
	if (edited.error)
		return edited;
	argv = editor_command(arena, file.path);
	if (!argv) {
		edited.end = GROEI_EDIT_NO_COMMAND;
		goto done;
	}
	edited.program = argv[0];
	if (terminal)
		terminal->lend(terminal->context);
	run(argv, &outcome);
	if (terminal)
		terminal->take_back(terminal->context);
	edited.error = outcome.failure;
	if (outcome.failure)
		edited.end = GROEI_EDIT_NOT_STARTED;
	else if (outcome.signal || !WIFEXITED(outcome.status) || WEXITSTATUS(outcome.status) != 0)
		edited.end = GROEI_EDIT_GIVEN_UP;
	else
		take_text(arena, &file, text, most, &edited);
done:
	edit_file_remove(&file);
	if (outcome.signal)
		(void)raise(outcome.signal);
	return edited;
}
