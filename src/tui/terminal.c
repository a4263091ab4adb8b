/* Takes the terminal and gives it back on every way out. Contracts in terminal.h.
 *
 *     terminal_open ──► taken ──(editor, Ctrl-Z: terminal_leave … terminal_enter)──► taken
 *                         ├─ terminal_close, terminal_die: given back by curses
 *                         └─ crash, quick_exit: given back by one write of a prepared string
 *
 * Must not know keys (input.c) or what is drawn. */
#include "terminal_private.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/select.h>
#include <term.h>
#include <unistd.h>

#include "room.h"
#include "theme.h"

enum { CRASH_STACK = 64 * 1024, RESTORE = 512 };

static const int crashes[] = {SIGSEGV, SIGBUS, SIGABRT, SIGILL, SIGFPE};
static const int watched[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGHUP, SIGINT, SIGQUIT};
enum {
	CRASHES = sizeof crashes / sizeof *crashes,
	WATCHED = sizeof watched / sizeof *watched
};
_Static_assert(CRASHES + WATCHED + 1 == TERMINAL_HANDLED, "one old action for each signal");

/* The one place with data that changes at file scope: a signal handler can see nothing else. */
static struct {
	volatile sig_atomic_t resize, stop, resumed, end;
	volatile sig_atomic_t taken; /* the rest is valid */
	char restore[RESTORE];
	size_t restore_length;
	struct termios modes;
	struct sigaction old[CRASHES];
} shared;

static void on_signal(int number)
{
	switch (number) {
	case SIGWINCH:
		shared.resize = 1;
		break;
	case SIGTSTP:
		shared.stop = 1;
		break;
	case SIGCONT:
		shared.resumed = 1;
		break;
	default:
		shared.end = number;
	}
}

static bool give_back(void)
{
	if (!shared.taken) {
		return false;
	}
	shared.taken = 0;
	(void)!write(STDOUT_FILENO, shared.restore, shared.restore_length);
	(void)tcsetattr(STDIN_FILENO, TCSANOW, &shared.modes);
	return true;
}

/* Without memory nothing can go on. What the library said about it went away with the screens. */
static void on_quick_exit(void)
{
	static const char line[] = "groei: out of memory: what was saved is safe, what was being typed is "
				   "offered at the next start\n";

	if (give_back()) {
		(void)!write(STDERR_FILENO, line, sizeof line - 1);
	}
}

static void on_crash(int number)
{
	(void)give_back();
	for (size_t i = 0; i < CRASHES; i++) {
		if (crashes[i] == number) {
			(void)sigaction(number, &shared.old[i], NULL);
		}
	}
	(void)raise(number); /* held back until this handler returns */
}

void terminal_write(const char *bytes, size_t length)
{
	while (length > 0) {
		ssize_t count = write(STDOUT_FILENO, bytes, length);
		if (count < 0 && (errno == EINTR || errno == EAGAIN)) {
			struct pollfd ready = {.fd = STDOUT_FILENO, .events = POLLOUT};
			(void)poll(&ready, 1, 100);
			continue;
		}
		if (count <= 0) {
			return;
		}
		bytes += count;
		length -= (size_t)count;
	}
}

/* Appends a terminfo string without its padding; nothing when the terminal has none or it is too
 * long. */
static void append(char *string, size_t size, const char *more)
{
	size_t length = strlen(string);

	if (more == NULL || more == (const char *)-1 || length + strlen(more) >= size) {
		return;
	}
	while (*more != '\0') {
		const char *end = strncmp(more, "$<", 2) == 0 ? strchr(more, '>') : NULL;
		if (end != NULL) {
			more = end + 1;
		} else {
			string[length++] = *more++;
		}
	}
	string[length] = '\0';
}

static void append_capability(char *string, size_t size, const char *name)
{
	append(string, size, tigetstr(name));
}

#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"
#define MOUSE_ON "\033[?1000h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1000l"

static void prepare_strings(struct terminal *terminal)
{
	append_capability(terminal->enter, TERMINAL_STRING, "smkx");
	append(terminal->enter, TERMINAL_STRING, PASTE_ON);
	append(terminal->leave, TERMINAL_STRING, MOUSE_OFF PASTE_OFF);
	append_capability(terminal->leave, TERMINAL_STRING, "rmkx");
	append_capability(terminal->leave, TERMINAL_STRING, "cnorm");
	char *alternate = tigetstr("rmcup");
	bool has_alternate = alternate != NULL && alternate != (char *)-1 && *alternate != '\0';
	if (!has_alternate) {
		append_capability(terminal->clear, TERMINAL_STRING, "clear");
	}

	shared.restore[0] = '\0';
	append(shared.restore, RESTORE, terminal->leave);
	append_capability(shared.restore, RESTORE, "sgr0");
	append_capability(shared.restore, RESTORE, has_alternate ? "rmcup" : "clear");
	shared.restore_length = strlen(shared.restore);
	shared.modes = terminal->modes;
}

static void prepare_sequences(struct terminal *terminal)
{
	/* By their macros: a name is looked for among four hundred. */
	const struct key_sequence table[] = {
		{key_up, {.code = K_UP}},
		{key_down, {.code = K_DOWN}},
		{key_left, {.code = K_LEFT}},
		{key_right, {.code = K_RIGHT}},
		{key_home, {.code = K_HOME}},
		{key_end, {.code = K_END}},
		{key_ppage, {.code = K_PAGE_UP}},
		{key_npage, {.code = K_PAGE_DOWN}},
		{key_dc, {.code = K_DELETE}},
		{key_ic, {.code = K_INSERT}},
		{key_backspace, {.code = K_BACKSPACE}},
		{key_btab, {.code = K_TAB, .modifiers = K_SHIFT}},
		{key_sleft, {.code = K_LEFT, .modifiers = K_SHIFT}},
		{key_sright, {.code = K_RIGHT, .modifiers = K_SHIFT}},
		{key_sr, {.code = K_UP, .modifiers = K_SHIFT}},
		{key_sf, {.code = K_DOWN, .modifiers = K_SHIFT}},
		{tigetstr("kLFT5"), {.code = K_LEFT, .modifiers = K_CTRL}},
		{tigetstr("kRIT5"), {.code = K_RIGHT, .modifiers = K_CTRL}},
		{tigetstr("kHOM5"), {.code = K_HOME, .modifiers = K_CTRL}},
		{tigetstr("kEND5"), {.code = K_END, .modifiers = K_CTRL}},
		{key_f1, {.code = K_F1}},
		{key_f2, {.code = K_F1 + 1}},
		{key_f3, {.code = K_F1 + 2}},
		{key_f4, {.code = K_F1 + 3}},
		{key_f5, {.code = K_F1 + 4}},
		{key_f6, {.code = K_F1 + 5}},
		{key_f7, {.code = K_F1 + 6}},
		{key_f8, {.code = K_F1 + 7}},
		{key_f9, {.code = K_F1 + 8}},
		{key_f10, {.code = K_F1 + 9}},
		{key_f11, {.code = K_F1 + 10}},
		{key_f12, {.code = K_F12}},
	};
	_Static_assert(sizeof table / sizeof *table < TERMINAL_SEQUENCES, "and the end");
	size_t count = 0;

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		const char *bytes = table[i].bytes;
		if (bytes != NULL && bytes != (const char *)-1 &&
		    ((unsigned char)bytes[0] < 0x20 || bytes[0] == 0x7F)) {
			terminal->sequence[count++] = table[i];
		}
	}
}

static void catch_signals(struct terminal *terminal)
{
	struct sigaction action = {.sa_handler = on_signal};
	struct sigaction ignore = {.sa_handler = SIG_IGN};
	sigset_t block;

	sigemptyset(&block);
	for (size_t i = 0; i < WATCHED; i++) {
		sigaddset(&block, watched[i]);
	}
	sigfillset(&action.sa_mask);
	sigprocmask(SIG_BLOCK, &block, &terminal->mask);
	terminal->open_mask = terminal->mask;
	shared.resize = shared.stop = shared.resumed = shared.end = 0;
	for (size_t i = 0; i < WATCHED; i++) {
		sigdelset(&terminal->open_mask, watched[i]);
		sigaction(watched[i], &action, &terminal->old[i]);
		if (terminal->old[i].sa_handler == SIG_IGN && watched[i] != SIGWINCH &&
		    watched[i] != SIGCONT) {
			sigaction(watched[i], &ignore, NULL); /* nohup stays nohup */
		}
	}
	sigaction(SIGPIPE, &ignore, &terminal->old[WATCHED]);
}

static void catch_crashes(struct terminal *terminal)
{
	struct sigaction action = {.sa_handler = on_crash, .sa_flags = SA_ONSTACK};
	stack_t stack = {.ss_size = CRASH_STACK};

	terminal->crash_stack = malloc(CRASH_STACK);
	stack.ss_sp = terminal->crash_stack;
	if (stack.ss_sp != NULL) {
		sigaltstack(&stack, &terminal->old_stack);
	}
	sigfillset(&action.sa_mask);
	(void)at_quick_exit(on_quick_exit);
	shared.taken = 1;
	for (size_t i = 0; i < CRASHES; i++) {
		sigaction(crashes[i], &action, &shared.old[i]);
		terminal->old[WATCHED + 1 + i] = shared.old[i];
	}
}

static void release_signals(struct terminal *terminal)
{
	shared.taken = 0;
	for (size_t i = 0; i < CRASHES; i++) {
		sigaction(crashes[i], &terminal->old[WATCHED + 1 + i], NULL);
	}
	if (terminal->crash_stack != NULL) {
		sigaltstack(&terminal->old_stack, NULL);
		free(terminal->crash_stack);
	}
	for (size_t i = 0; i < WATCHED; i++) {
		sigaction(watched[i], &terminal->old[i], NULL);
	}
	sigaction(SIGPIPE, &terminal->old[WATCHED], NULL);
	sigprocmask(SIG_SETMASK, &terminal->mask, NULL);
}

/* The screen of this terminal under its own name, or under that of one like it where curses does not know it.
 * NULL when it cannot place a cursor. */
static SCREEN *open_screen(void)
{
	const char *const types[] = {getenv("TERM"), "xterm-256color", "xterm", "vt100"};
	SCREEN *screen = NULL;

	if (types[0] == NULL || *types[0] == '\0' || strcmp(types[0], "dumb") == 0) {
		return NULL;
	}
	for (size_t i = 0; screen == NULL && i < sizeof types / sizeof *types; i++) {
		screen = newterm(types[i], stdout, stdin);
	}
	if (screen != NULL) {
		const char *move_cursor = tigetstr("cup");

		if (move_cursor == NULL || move_cursor == (const char *)-1) {
			endwin();
			delscreen(screen);
			screen = NULL;
		}
	}
	return screen;
}

static bool wants_color(enum terminal_color color)
{
	const char *refused = getenv("NO_COLOR");

	return color == TERMINAL_COLOR_ALWAYS ||
	       (color == TERMINAL_COLOR_AUTO && (refused == NULL || *refused == '\0'));
}

static void start_curses(struct terminal *terminal, const struct terminal_options *options)
{
	raw();
	noecho();
	nonl();
	typeahead(-1);
	scrollok(stdscr, FALSE);
	prepare_strings(terminal);
	prepare_sequences(terminal);
	if (wants_color(options->color) && has_colors()) {
		theme_start(terminal_find_background(terminal, options->background));
	}
	terminal_write(terminal->enter, strlen(terminal->enter));
}

enum terminal_status terminal_open(const struct terminal_options *options,
                                   struct terminal **terminal_out)
{
	const struct rlimit no_core = {0, 0};
	const char *sync = getenv("GROEI_TEST_SYNC");
	struct termios modes;

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO) ||
	    tcgetattr(STDIN_FILENO, &modes) != 0) {
		return TERMINAL_NONE;
	}
	struct terminal *terminal = room_take(1, sizeof *terminal);
	terminal->modes = modes;
	terminal->sync = sync != NULL && strcmp(sync, "1") == 0;
	setrlimit(RLIMIT_CORE, &no_core);
	catch_signals(terminal);
	use_tioctl(TRUE);
	terminal->screen = open_screen();
	if (terminal->screen == NULL) {
		release_signals(terminal);
		free(terminal);
		return TERMINAL_DUMB;
	}
	start_curses(terminal, options);
	catch_crashes(terminal);
	*terminal_out = terminal;
	return TERMINAL_OK;
}

void terminal_close(struct terminal *terminal)
{
	if (terminal == NULL) {
		return;
	}
	endwin();
	terminal_write(terminal->leave, strlen(terminal->leave));
	terminal_write(terminal->clear, strlen(terminal->clear));
	(void)tcsetattr(STDIN_FILENO, TCSADRAIN, &terminal->modes);
	release_signals(terminal);
	delscreen(terminal->screen);
	free(terminal);
}

noreturn void terminal_die(struct terminal *terminal, int number)
{
	struct sigaction action = {.sa_handler = SIG_DFL};
	sigset_t open;

	terminal_close(terminal);
	sigemptyset(&open);
	sigaddset(&open, number);
	sigaction(number, &action, NULL);
	sigprocmask(SIG_UNBLOCK, &open, NULL);
	(void)raise(number);
	_exit(128 + number);
}

void terminal_leave(struct terminal *terminal)
{
	endwin();
	terminal_write(terminal->leave, strlen(terminal->leave));
	shared.taken = 0;
}

void terminal_enter(struct terminal *terminal)
{
	shared.taken = 1;
	reset_prog_mode();
	terminal_write(terminal->enter, strlen(terminal->enter));
	if (terminal->mouse) {
		terminal_write(MOUSE_ON, sizeof MOUSE_ON - 1);
	}
	terminal_resize(terminal);
	clearok(curscr, TRUE);
	doupdate();
}

void terminal_suspend(struct terminal *terminal)
{
	struct sigaction action = {.sa_handler = SIG_DFL};
	struct sigaction old;
	sigset_t set;
	int number;

	terminal_leave(terminal);
	sigemptyset(&set);
	sigaddset(&set, SIGTSTP);
	sigaction(SIGTSTP, &action, &old);
	(void)kill(0, SIGTSTP); /* the whole job, as the key does */
	sigprocmask(SIG_UNBLOCK, &set, NULL);
	sigprocmask(SIG_BLOCK, &set, NULL);
	sigaction(SIGTSTP, &old, NULL);
	if (sigpending(&set) == 0 && sigismember(&set, SIGCONT) == 1) {
		sigemptyset(&set);
		sigaddset(&set, SIGCONT);
		(void)sigwait(&set, &number);
	}
	terminal_enter(terminal);
}

void terminal_repaint(struct terminal *terminal)
{
	(void)terminal;
	clearok(curscr, TRUE);
}

void terminal_mouse_on(struct terminal *terminal)
{
	if (!terminal->mouse) {
		terminal->mouse = true;
		terminal_write(MOUSE_ON, sizeof MOUSE_ON - 1);
	}
}

void terminal_mouse_off(struct terminal *terminal)
{
	if (terminal->mouse) {
		terminal->mouse = false;
		terminal_write(MOUSE_OFF, sizeof MOUSE_OFF - 1);
	}
}

unsigned terminal_signals(struct terminal *terminal, int *end_out)
{
	unsigned bits = (shared.resize ? TERMINAL_SIGNAL_RESIZE : 0u) |
	                (shared.stop ? TERMINAL_SIGNAL_STOP : 0u) |
	                (shared.resumed ? TERMINAL_SIGNAL_CONTINUE : 0u) |
	                (shared.end ? TERMINAL_SIGNAL_END : 0u);

	(void)terminal; /* signals are let in by terminal_wait only, so none is lost here */
	if (shared.end) {
		*end_out = shared.end;
	}
	shared.resize = shared.stop = shared.resumed = shared.end = 0;
	return bits;
}

int terminal_wait(struct terminal *terminal, int timeout_ms)
{
	struct timespec time = {.tv_sec = timeout_ms / 1000,
	                        .tv_nsec = (long)(timeout_ms % 1000) * 1000000};
	fd_set input;

	if (terminal->early_length > 0) {
		return 1;
	}
	FD_ZERO(&input);
	FD_SET(STDIN_FILENO, &input);
	int ready = pselect(STDIN_FILENO + 1, &input, NULL, NULL, timeout_ms < 0 ? NULL : &time,
	                    &terminal->open_mask);
	/* An error other than a signal shows itself when bytes are read. */
	return ready < 0 && errno != EINTR ? 1 : ready;
}

long terminal_read(struct terminal *terminal, unsigned char *bytes, size_t size)
{
	struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};

	if (terminal->early_length > 0) {
		size_t count = terminal->early_length < size ? terminal->early_length : size;
		memcpy(bytes, terminal->early, count);
		terminal->early_length -= count;
		memmove(terminal->early, terminal->early + count, terminal->early_length);
		return (long)count;
	}
	int ready = poll(&input, 1, 0);
	if (ready == 0 || (ready < 0 && errno == EINTR)) {
		return 0;
	}
	if (ready < 0 || (input.revents & POLLNVAL) != 0) {
		return -1;
	}
	ssize_t count = read(STDIN_FILENO, bytes, size);
	if (count > 0) {
		return (long)count;
	}
	return count < 0 && (errno == EAGAIN || errno == EINTR) ? 0 : -1;
}

void terminal_resize(struct terminal *terminal)
{
	struct winsize size;

	(void)terminal;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0 &&
	    is_term_resized(size.ws_row, size.ws_col)) {
		resizeterm(size.ws_row, size.ws_col);
	}
}

void terminal_resume(struct terminal *terminal)
{
	raw();
	noecho();
	nonl();
	terminal_enter(terminal);
}

void terminal_idle(struct terminal *terminal)
{
	char marker[48];

	if (terminal->sync) {
		terminal->idle++;
		int length = snprintf(marker, sizeof marker, "\033]7770;idle=%lu\033\\",
		                      terminal->idle);
		terminal_write(marker, (size_t)length);
	}
}

void terminal_drawn(struct terminal *terminal)
{
	static const char marker[] = "\033]7770;drawn\033\\";

	if (terminal->sync)
		terminal_write(marker, sizeof marker - 1);
}

const struct key_sequence *terminal_sequences(const struct terminal *terminal)
{
	return terminal->sequence;
}
