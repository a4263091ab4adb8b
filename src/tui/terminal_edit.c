/* Runs the user's editor on a text. Contracts in terminal.h; the file is edit_file.c's, the command
 * edit_command.c's. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <groei/text.h>

#include "edit_command.h"
#include "edit_file.h"
#include "editor.h"
#include "i18n.h"
#include "newlines.h"
#include "terminal_private.h"

enum { GRACE_S = 1 }; /* for an editor that is told to end */

/* How the editor went. */
struct outcome {
	int status;  /* as waitpid gives it */
	int failure; /* errno when it could not be started, or 0 */
	int signal;  /* that asked us to end meanwhile, or 0 */
};

static void on_child(int number)
{
	(void)number; /* only there so that the signal is not thrown away while it is blocked */
}

static noreturn void become(char **command, const sigset_t *mask, int report)
{
	static const int standard[] = {SIGINT,  SIGQUIT, SIGPIPE, SIGTSTP,
	                               SIGCONT, SIGCHLD, SIGALRM};
	const struct sigaction action = {.sa_handler = SIG_DFL};

	for (size_t i = 0; i < sizeof standard / sizeof *standard; i++) {
		sigaction(standard[i], &action, NULL);
	}
	sigprocmask(SIG_SETMASK, mask, NULL);
	execvp(command[0], command);
	int failure = errno;
	(void)!write(report, &failure, sizeof failure);
	_exit(127);
}

/* Waits for the editor with the signals of `set` blocked. A request to end is passed on; an editor
 * that does not follow it in time is killed. */
static void wait_for(pid_t child, const sigset_t *set, struct outcome *outcome)
{
	while (waitpid(child, &outcome->status, WNOHANG) == 0) {
		int number;
		if (sigwait(set, &number) != 0) {
			continue;
		}
		if (number == SIGTERM || number == SIGHUP) {
			outcome->signal = number;
			(void)kill(child, number);
			(void)alarm(GRACE_S);
		} else if (number == SIGALRM) {
			(void)kill(child, SIGKILL);
		}
	}
	(void)alarm(0);
}

/* Starts the command and waits. `mask` is the child's. */
static int start(char **command, const sigset_t *mask, const sigset_t *set,
                 struct outcome *outcome)
{
	int ends[2];
	if (pipe(ends) != 0) {
		return -1;
	}
	(void)fcntl(ends[0], F_SETFD, FD_CLOEXEC);
	(void)fcntl(ends[1], F_SETFD, FD_CLOEXEC);
	pid_t child = fork();
	if (child == 0) {
		become(command, mask, ends[1]);
	}
	close(ends[1]);
	if (child > 0) {
		while (read(ends[0], &outcome->failure, sizeof outcome->failure) < 0 &&
		       errno == EINTR) {
		}
		wait_for(child, set, outcome);
	}
	close(ends[0]);
	return child > 0 ? 0 : -1;
}

/* Runs the command in the foreground, as a shell would: keys that interrupt or stop are for the
 * editor. A signal that asks us to end comes back after the editor has ended. */
static int run(char **command, const sigset_t *child_mask, struct outcome *outcome)
{
	static const int meant[] = {SIGCHLD, SIGTERM, SIGHUP,  SIGALRM,
	                            SIGINT,  SIGQUIT, SIGTSTP, SIGCONT};
	enum { MEANT = sizeof meant / sizeof *meant, WAITED = 4 };
	struct sigaction old[MEANT];
	sigset_t set;
	sigset_t job;
	sigset_t mask;

	sigemptyset(&set);
	sigemptyset(&job);
	sigaddset(&job, SIGTSTP);
	sigaddset(&job, SIGCONT);
	for (int i = 0; i < WAITED; i++) {
		sigaddset(&set, meant[i]);
	}
	sigprocmask(SIG_BLOCK, &set, &mask);
	for (int i = 0; i < MEANT; i++) {
		struct sigaction action = {.sa_handler = SIG_DFL};
		if (meant[i] == SIGCHLD || meant[i] == SIGALRM) {
			action.sa_handler = on_child;
		} else if (meant[i] == SIGINT || meant[i] == SIGQUIT) {
			action.sa_handler = SIG_IGN;
		}
		sigaction(meant[i], NULL, &old[i]);
		if (meant[i] != SIGTERM && meant[i] != SIGHUP) {
			sigaction(meant[i], &action, NULL);
		}
	}
	sigprocmask(SIG_UNBLOCK, &job, NULL);
	int result = start(command, child_mask == NULL ? &mask : child_mask, &set, outcome);
	int reason = errno;
	for (int i = 0; i < MEANT; i++) {
		sigaction(meant[i], &old[i], NULL);
	}
	sigprocmask(SIG_SETMASK, &mask, NULL);
	errno = reason;
	return result;
}

/* What the editor wrote, as a text of groei: clean, and with the final newline that editors add
 * only if the text had one before. */
static void tidy(const struct groei_buffer *written, const struct groei_buffer *before,
                 struct groei_buffer *tidy_out)
{
	struct groei_buffer lines = {0};
	bool had_newline = before->length > 0 && before->data[before->length - 1] == '\n';

	newlines_fix(&lines, written->data, written->length);
	size_t length = lines.length;
	if (length > 0 && lines.data[length - 1] == '\n' && !had_newline) {
		length--;
	}
	groei_text_clean(tidy_out, lines.data, length);
	groei_buffer_free(&lines);
}

static enum edit_result take_back(const struct edit_file *file, struct groei_arena *arena,
                                  struct groei_buffer *text, const char **message_out)
{
	struct groei_buffer written = {0};
	struct groei_buffer clean = {0};
	enum edit_result result = EDIT_FAILED;

	if (edit_file_read(file, EDITOR_LIMIT, &written) != 0) {
		int reason = errno;
		*message_out = groei_arena_print(
		        arena, _("The text cannot be read back (%s); nothing was changed."),
		        strerror(reason));
		if (reason == EFBIG) {
			*message_out =
			        _("The editor's text is longer than 1 MiB; nothing was changed.");
		}
		goto done;
	}
	tidy(&written, text, &clean);
	if (clean.length == text->length &&
	    (clean.length == 0 || memcmp(clean.data, text->data, clean.length) == 0)) {
		result = EDIT_SAME;
	} else {
		groei_buffer_clear(text);
		groei_buffer_add(text, clean.data, clean.length);
		result = EDIT_CHANGED;
	}
done:
	groei_buffer_free(&written);
	groei_buffer_free(&clean);
	return result;
}

static enum edit_result edit(struct terminal *terminal, struct groei_arena *arena,
                             struct groei_buffer *text, const char **message_out)
{
	struct outcome outcome = {0};
	struct edit_file file;
	enum edit_result result = EDIT_FAILED;

	if (edit_file_make(arena, text->data, text->length, &file) != 0) {
		*message_out = groei_arena_print(arena, _("No private file for the editor (%s)."),
		                                 strerror(errno));
		return result;
	}
	char **command = edit_command(arena, file.path);
	if (command == NULL) {
		*message_out = _("The command in $VISUAL or $EDITOR has an open quote or no word.");
		goto done;
	}
	if (terminal != NULL) {
		terminal_leave(terminal);
	}
	int started = run(command, terminal == NULL ? NULL : &terminal->mask, &outcome);
	int reason = started == 0 ? outcome.failure : errno;
	if (terminal != NULL) {
		terminal_enter(terminal);
	}
	if (reason != 0) {
		*message_out = groei_arena_print(
		        arena, _("The editor %s cannot be started (%s); set $VISUAL or $EDITOR."),
		        groei_text_safe_line(arena, command[0]), strerror(reason));
	} else if (outcome.signal == 0 &&
	           (!WIFEXITED(outcome.status) || WEXITSTATUS(outcome.status) != 0)) {
		*message_out = _("The editor ended with an error; nothing was changed.");
	} else {
		result = take_back(&file, arena, text, message_out);
	}
done:
	edit_file_remove(&file);
	if (outcome.signal != 0) {
		(void)raise(outcome.signal); /* held back by an open terminal until input_wait */
	}
	return result;
}

enum edit_result terminal_edit(struct terminal *terminal, struct groei_arena *arena,
                               struct groei_buffer *text, const char **message_out)
{
	return edit(terminal, arena, text, message_out);
}

enum edit_result terminal_edit_plain(struct groei_arena *arena, struct groei_buffer *text,
                                     const char **message_out)
{
	return edit(NULL, arena, text, message_out);
}
