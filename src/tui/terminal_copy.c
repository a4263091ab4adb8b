/* The system's clipboard: a desktop's helper, else the terminal. Contracts in terminal.h.
 *
 * The text goes to the helper by a pipe, never as an argument. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <groei/buffer.h>

#include "i18n.h"
#include "terminal_private.h"

enum { PATIENCE_MS = 500, OSC52_LIMIT = 74994 /* of base64: what xterm takes */ };

static bool is_set(const char *name)
{
	const char *value = getenv(name);

	return value != NULL && *value != '\0';
}

/* Writes all of the text; false when the helper does not take it in time. */
static bool feed(int pipe_end, const char *text, size_t length)
{
	while (length > 0) {
		struct pollfd ready = {.fd = pipe_end, .events = POLLOUT};
		if (poll(&ready, 1, PATIENCE_MS) <= 0) {
			return false;
		}
		ssize_t count = write(pipe_end, text, length);
		if (count < 0 && errno != EAGAIN && errno != EINTR) {
			return false;
		}
		if (count > 0) {
			text += count;
			length -= (size_t)count;
		}
	}
	return true;
}

/* Both helpers go on in the background; what is waited for is their first process. */
static bool ended_well(pid_t child)
{
	const struct timespec pause = {.tv_nsec = 2000000};
	int status = 0;

	for (int waited = 0; waited < PATIENCE_MS; waited += 2) {
		pid_t ended = waitpid(child, &status, WNOHANG);
		if (ended == child) {
			return WIFEXITED(status) && WEXITSTATUS(status) == 0;
		}
		if (ended < 0 && errno != EINTR) {
			return false;
		}
		nanosleep(&pause, NULL);
	}
	(void)kill(child, SIGKILL);
	(void)waitpid(child, &status, 0);
	return false;
}

static noreturn void become(const struct terminal *terminal, const char *const *command,
                            int input)
{
	const struct sigaction standard = {.sa_handler = SIG_DFL};
	int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);

	if (nowhere < 0 || dup2(input, STDIN_FILENO) < 0 || dup2(nowhere, STDOUT_FILENO) < 0 ||
	    dup2(nowhere, STDERR_FILENO) < 0) {
		_exit(127);
	}
	sigaction(SIGPIPE, &standard, NULL);
	sigprocmask(SIG_SETMASK, &terminal->mask, NULL);
	union {
		const char *const *given;
		char *const *wanted; /* execvp does not change them */
	} arguments = {command};
	execvp(command[0], arguments.wanted);
	_exit(127);
}

static bool run(const struct terminal *terminal, const char *const *command, const char *text,
                size_t length)
{
	int ends[2];
	if (pipe(ends) != 0) {
		return false;
	}
	for (int i = 0; i < 2; i++) {
		(void)fcntl(ends[i], F_SETFD, FD_CLOEXEC);
	}
	(void)fcntl(ends[1], F_SETFL, O_NONBLOCK);
	pid_t child = fork();
	if (child == 0) {
		become(terminal, command, ends[0]);
	}
	close(ends[0]);
	bool fed = child > 0 && feed(ends[1], text, length);
	close(ends[1]);
	return child > 0 && ended_well(child) && fed;
}

static void add_base64(struct groei_buffer *out, const char *text, size_t length)
{
	static const char digits[] =
	        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t at = 0; at < length; at += 3) {
		size_t count = length - at < 3 ? length - at : 3;
		unsigned bits = 0;
		for (size_t i = 0; i < 3; i++) {
			bits = bits << 8 | (i < count ? (unsigned char)text[at + i] : 0u);
		}
		for (size_t i = 0; i < 4; i++) {
			char digit = digits[bits >> (18 - 6 * i) & 63];
			groei_buffer_char(out, i <= count ? digit : '=');
		}
	}
}

const char *terminal_copy(struct terminal *terminal, const char *text, size_t length)
{
	static const char *const wayland[] = {"wl-copy", NULL};
	static const char *const x11[] = {"xclip", "-selection", "clipboard", NULL};
	struct groei_buffer sequence = {0};

	if (is_set("WAYLAND_DISPLAY") && run(terminal, wayland, text, length)) {
		return _("Copied to the clipboard (wl-copy).");
	}
	if (is_set("DISPLAY") && run(terminal, x11, text, length)) {
		return _("Copied to the clipboard (xclip).");
	}
	if (length / 3 * 4 > OSC52_LIMIT) {
		return _("Too long for the terminal's clipboard; copied within groei only.");
	}
	groei_buffer_text(&sequence, "\033]52;c;");
	add_base64(&sequence, text, length);
	groei_buffer_text(&sequence, "\033\\");
	terminal_write(sequence.data, sequence.length);
	groei_buffer_free(&sequence);
	return _("Sent to the terminal's clipboard (OSC 52).");
}
