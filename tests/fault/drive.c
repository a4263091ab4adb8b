/* drive LOG PROGRAM ARGS…: runs a program in a pseudo-terminal of 80x24 and does what the lines on
 * standard input say. All that the program writes goes into the file LOG, byte by byte.
 *
 *   idle              waits for the program's idle marker (see tests/tui/README.md)
 *   send TEXT         \r \n \t \e \\ \xNN; then waits for the next marker or the end
 *   put TEXT          the same without waiting; both do nothing once the program has ended
 *   until COMMAND     runs a shell command again and again until it succeeds
 *   signal NUMBER     to the program ($PID in commands is its number)
 *   ignore NUMBER     the program starts with it ignored; before anything else
 *   hangup            the line drops
 *   end MILLISECONDS  waits for the end: "ended CODE" or "ended SIGNAL-N", and its time on the
 *                     processor: "cpu MS"
 *
 * What does not happen within ten seconds prints "late: LINE" and ends with 1. */
#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { DEADLINE = 10000 };

static const char marker[] = "\033]7770;idle=";

struct run {
	char **command;
	int line, log; /* descriptors; line -1: hung up */
	pid_t child;   /* 0: not started, -1: ended */
	int ignored, status;
	size_t matched; /* of the marker */
	long markers;
};

static long now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec * 1000L + time.tv_nsec / 1000000;
}

static void start(struct run *run)
{
	struct winsize size = {.ws_row = 24, .ws_col = 80};
	char number[16];

	if (run->child != 0)
		return;
	run->child = forkpty(&run->line, NULL, NULL, &size);
	if (run->child == 0) {
		if (run->ignored)
			signal(run->ignored, SIG_IGN);
		setenv("GROEI_TEST_SYNC", "1", 1);
		execv(run->command[0], run->command);
		_exit(127);
	}
	fcntl(run->line, F_SETFD, FD_CLOEXEC);
	snprintf(number, sizeof number, "%d", (int)run->child);
	setenv("PID", number, 1);
}

static void take(struct run *run, const char *bytes, ssize_t count)
{
	(void)!write(run->log, bytes, (size_t)count);
	for (ssize_t i = 0; i < count; i++) {
		run->matched = bytes[i] == marker[run->matched] ? run->matched + 1 : bytes[i] == marker[0];
		if (run->matched == sizeof marker - 1) {
			run->markers++;
			run->matched = 0;
		}
	}
}

/* Reads what there is, waiting for it a little; notices the end. */
static void step(struct run *run, int milliseconds)
{
	struct pollfd input = {.fd = run->line, .events = POLLIN};
	char bytes[4096];
	ssize_t count = 0;

	if (poll(&input, run->line >= 0, milliseconds) > 0)
		count = read(run->line, bytes, sizeof bytes);
	if (count > 0)
		take(run, bytes, count);
	else if (run->child > 0 && waitpid(run->child, &run->status, WNOHANG) == run->child)
		run->child = -1;
}

static int settle(struct run *run, long markers)
{
	const long limit = now() + DEADLINE;

	while (run->markers <= markers && run->child > 0 && now() < limit)
		step(run, 50);
	return run->markers > markers || run->child < 0;
}

static size_t unquote(char *text)
{
	static const char from[] = "rnte\\", to[] = "\r\n\t\033\\";
	char *out = text;

	for (char *in = text; *in; in++) {
		const char *at = *in == '\\' && in[1] ? strchr(from, in[1]) : NULL;
		char digits[3] = {0};

		if (at) {
			*out++ = to[at - from];
			in++;
		} else if (*in == '\\' && in[1] == 'x' && isxdigit((unsigned char)in[2]) &&
		           isxdigit((unsigned char)in[3])) {
			memcpy(digits, in + 2, 2);
			*out++ = (char)strtol(digits, NULL, 16);
			in += 3;
		} else {
			*out++ = *in;
		}
	}
	return (size_t)(out - text);
}

static int run_until(struct run *run, const char *command)
{
	const long limit = now() + DEADLINE;
	char *quiet;
	int failed;

	if (asprintf(&quiet, "{ %s; } >/dev/null 2>&1", command) < 0)
		return 0;
	while ((failed = system(quiet) != 0) && now() < limit)
		step(run, 20);
	free(quiet);
	return !failed;
}

static int report_end(struct run *run, long milliseconds)
{
	const long limit = now() + milliseconds;
	struct rusage used;

	while (run->child > 0 && now() < limit)
		step(run, run->line < 0 ? 5 : 50);
	if (run->child > 0)
		return 0;
	if (WIFSIGNALED(run->status))
		printf("ended SIGNAL-%d\n", WTERMSIG(run->status));
	else
		printf("ended %d\n", WEXITSTATUS(run->status));
	getrusage(RUSAGE_CHILDREN, &used);
	printf("cpu %ld\n", (long)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1000 +
	                        (long)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1000);
	return 1;
}

static int obey(struct run *run, const char *word, char *rest)
{
	if (!strcmp(word, "ignore")) {
		run->ignored = atoi(rest);
		return 1;
	}
	start(run);
	const long markers = run->markers;
	if (!strcmp(word, "idle"))
		return settle(run, 0);
	if (run->child < 0 && (!strcmp(word, "send") || !strcmp(word, "put")))
		return 1; /* there is nobody left to read it; "end" tells why */
	if (!strcmp(word, "send")) {
		size_t length = unquote(rest);
		return write(run->line, rest, length) == (ssize_t)length && settle(run, markers);
	}
	if (!strcmp(word, "put")) {
		size_t length = unquote(rest);
		return write(run->line, rest, length) == (ssize_t)length;
	}
	if (!strcmp(word, "until"))
		return run_until(run, rest);
	if (!strcmp(word, "signal"))
		return kill(run->child, atoi(rest)) == 0;
	if (!strcmp(word, "end"))
		return report_end(run, atol(rest));
	if (strcmp(word, "hangup") != 0)
		return 0;
	close(run->line);
	run->line = -1;
	return 1;
}

int main(int argc, char **argv)
{
	struct run run = {.command = argv + 2, .line = -1};
	char *text = NULL;
	size_t size = 0;
	ssize_t length;
	int result = 0;

	if (argc < 3 || (run.log = open(argv[1], O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)) < 0)
		return 2;
	while (result == 0 && (length = getline(&text, &size, stdin)) > 0) {
		text[strcspn(text, "\n")] = '\0';
		char *rest = text + strcspn(text, " ");
		char line[256];
		snprintf(line, sizeof line, "%s", text);
		if (*rest)
			*rest++ = '\0';
		if (*text && !obey(&run, text, rest)) {
			printf("late: %s\n", line);
			result = 1;
		}
	}
	if (run.child > 0)
		kill(-run.child, SIGKILL); /* with its editor */
	free(text);
	return result;
}
