/* A screen program in a pseudo-terminal, measured from outside:
 *
 *     screen first COMMAND …      microseconds from its start to its first whole frame
 *     screen keys KEYS COMMAND …  of that many cursor moves: median microseconds from key to last
 *                                 byte, median and most bytes written for one
 *     screen escape COMMAND …     the most microseconds that a lone Esc took to leave the help
 *     screen memory COMMAND …     KiB that it held at most, after a walk down its list
 *     screen quit COMMAND …       starts it, waits for its first frame, leaves it
 *
 * The program must write the idle marker of terminal.h and leave on q. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "../tui/terminal.h"

enum { ROWS = 24, COLS = 80, DEADLINE = 60000, ESCAPES = 15 };

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static void fail(struct terminal *t, const char *what)
{
	char *screen = t ? terminal_screen(t) : NULL;

	fprintf(stderr, "screen: %s\n%s", what, screen ? screen : "");
	free(screen);
	terminal_close(t);
	exit(1);
}

static void settle(struct terminal *t, const char *what)
{
	if (terminal_settle(t, DEADLINE) != TERMINAL_IDLE)
		fail(t, what);
}

static struct terminal *start(char *const argv[])
{
	struct terminal *t = terminal_open(argv, ROWS, COLS, 0);

	if (!t)
		fail(t, "no pseudo-terminal");
	settle(t, "no first frame");
	return t;
}

static void leave(struct terminal *t)
{
	int status;

	for (int tries = 0; tries < 5; tries++) {
		terminal_text(t, "q");
		if (terminal_finish(t, tries < 4 ? 1000 : DEADLINE, &status)) {
			terminal_close(t);
			return;
		}
	}
	fail(t, "it does not leave");
}

static int by_size(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* Down and up in turns, a few at a time, so that the list scrolls as well as the cursor moves. */
static const char *step(int i)
{
	return i % 8 < 5 ? "Down" : "Up";
}

static void keys(char *const argv[], int count)
{
	struct terminal *t = start(argv);
	double *times = calloc((size_t)count, sizeof *times), *bytes = calloc((size_t)count, sizeof *bytes);

	if (!times || !bytes)
		fail(t, "no memory");
	for (int i = 0; i < count; i++) {
		double from = now();

		terminal_key(t, step(i));
		settle(t, "no frame after a key");
		times[i] = now() - from;
		bytes[i] = (double)terminal_bytes(t);
	}
	qsort(times, (size_t)count, sizeof *times, by_size);
	qsort(bytes, (size_t)count, sizeof *bytes, by_size);
	printf("%.0f %.0f %.0f\n", times[count / 2], bytes[count / 2], bytes[count - 1]);
	free(times);
	free(bytes);
	leave(t);
}

static bool same_screen(const struct terminal *t, const char *before)
{
	char *screen = terminal_screen(t);
	bool same = strcmp(screen, before) == 0;

	free(screen);
	return same;
}

/* Opens the help and leaves it by Esc alone, until the screen from before stands there again. */
static void escape(char *const argv[])
{
	struct terminal *t = start(argv);
	double most = 0;

	for (int i = 0; i < ESCAPES; i++) {
		char *before = terminal_screen(t);
		double from;

		terminal_text(t, "?");
		settle(t, "no frame after ?");
		if (same_screen(t, before))
			fail(t, "? shows nothing");
		from = now();
		terminal_raw(t, "\033", 1);
		while (!same_screen(t, before)) {
			if (!terminal_step(t, 5000))
				fail(t, "Esc does not leave the help");
		}
		if (now() - from > most)
			most = now() - from;
		settle(t, "no frame after Esc");
		free(before);
	}
	printf("%.0f\n", most);
	leave(t);
}

static void memory(char *const argv[])
{
	struct terminal *t = start(argv);
	struct rusage usage;

	for (int i = 0; i < 200; i++) {
		terminal_key(t, "Down");
		settle(t, "no frame after a key");
	}
	leave(t);
	while (wait(NULL) > 0)
		;
	getrusage(RUSAGE_CHILDREN, &usage);
	printf("%ld\n", usage.ru_maxrss);
}

int main(int argc, char **argv)
{
	setenv("GROEI_TEST_SYNC", "1", 1);
	setenv("TERM", "xterm-256color", 1);
	if (argc > 2 && strcmp(argv[1], "first") == 0) {
		double from = now();
		struct terminal *t = start(argv + 2);

		printf("%.0f\n", now() - from);
		leave(t);
	} else if (argc > 3 && strcmp(argv[1], "keys") == 0) {
		keys(argv + 3, atoi(argv[2]));
	} else if (argc > 2 && strcmp(argv[1], "escape") == 0) {
		escape(argv + 2);
	} else if (argc > 2 && strcmp(argv[1], "memory") == 0) {
		memory(argv + 2);
	} else if (argc > 2 && strcmp(argv[1], "quit") == 0) {
		leave(start(argv + 2));
	} else {
		fprintf(stderr, "usage: screen first|keys N|escape|memory|quit COMMAND …\n");
		return 2;
	}
	return 0;
}
