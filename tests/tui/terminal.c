/* A program in a pseudo-terminal, its screen in libvterm; see terminal.h. */
#include "terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

struct terminal {
	VTerm *vterm;
	VTermScreen *screen;
	int master, slave;  /* -1 when closed; the slave is open only to ask how much input waits */
	int report;         /* the guardian writes pid, then wait statuses */
	pid_t guardian, program;
	int status;         /* wait status when ended */
	bool ended, stopped, hung;
	bool alternate, cursor_visible, mouse;
	char *out;          /* input for the program, not written yet */
	size_t out_length, out_size;
	unsigned markers;   /* since the last input */
	size_t marker_at;   /* bytes of a marker matched so far */
	size_t bytes;       /* since the last input */
	size_t held;        /* bytes counted of a marker that is not complete */
	bool drawing;       /* output came that no marker has followed yet */
	bool timed;         /* the marker being matched is "drawn" */
	char left[256];
};

static const char marker_start[] = "\033]7770;"; /* then idle=N or drawn, ESC \ */

static long long now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (long long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void collect(const char *bytes, size_t length, void *user)
{
	struct terminal *t = user;
	if (t->out_length + length > t->out_size) {
		t->out_size = (t->out_length + length) * 2;
		t->out = realloc(t->out, t->out_size);
		if (!t->out)
			abort();
	}
	memcpy(t->out + t->out_length, bytes, length);
	t->out_length += length;
}

static int on_property(VTermProp property, VTermValue *value, void *user)
{
	struct terminal *t = user;
	switch (property) {
	case VTERM_PROP_ALTSCREEN:
		t->alternate = value->boolean;
		break;
	case VTERM_PROP_CURSORVISIBLE:
		t->cursor_visible = value->boolean;
		break;
	case VTERM_PROP_MOUSE:
		t->mouse = value->number != VTERM_PROP_MOUSE_NONE;
		break;
	default:
		break;
	}
	return 1;
}

static const VTermScreenCallbacks callbacks = {.settermprop = on_property};

static void run_program(char *const argv[], int slave, int ignored)
{
	static const int standard[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGTTIN,
	                               SIGTTOU, SIGPIPE};
	sigset_t none;
	setpgid(0, 0);
	tcsetpgrp(slave, getpid());
	for (size_t i = 0; i < sizeof standard / sizeof *standard; i++)
		signal(standard[i], SIG_DFL);
	if (ignored)
		signal(ignored, SIG_IGN);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	for (int fd = 0; fd < 3; fd++)
		dup2(slave, fd);
	execvp(argv[0], argv);
	fprintf(stderr, "%s: %s\r\n", argv[0], strerror(errno));
	_exit(127);
}

/* The guardian: leader of the session, as a shell is. It tells what becomes of the program, and
 * passes a hang-up on to it. */
static void guard(char *const argv[], const char *device, int report, int ignored)
{
	sigset_t news;
	setsid();
	int slave = open(device, O_RDWR | O_CLOEXEC);
	if (slave < 0 || ioctl(slave, TIOCSCTTY, 0) < 0)
		_exit(126);
	signal(SIGTTOU, SIG_IGN);
	signal(SIGPIPE, SIG_IGN);
	signal(SIGHUP, SIG_DFL);
	signal(SIGCHLD, SIG_DFL);
	sigemptyset(&news);
	sigaddset(&news, SIGHUP);
	sigaddset(&news, SIGCHLD);
	sigprocmask(SIG_BLOCK, &news, NULL);
	const pid_t program = fork();
	if (program == 0)
		run_program(argv, slave, ignored);
	setpgid(program, program);
	tcsetpgrp(slave, program);
	close(slave);
	int word = (int)program;
	if (write(report, &word, sizeof word) < 0)
		_exit(126);
	for (;;) {
		if (sigwaitinfo(&news, NULL) == SIGHUP)
			kill(-program, SIGHUP);
		while (waitpid(program, &word, WNOHANG | WUNTRACED | WCONTINUED) > 0)
			if (write(report, &word, sizeof word) < 0 || WIFEXITED(word) || WIFSIGNALED(word))
				_exit(0);
	}
}

static bool read_report(struct terminal *t)
{
	int word;
	ssize_t n = read(t->report, &word, sizeof word);
	if (n != (ssize_t)sizeof word) {
		t->status = 126 << 8;
		t->ended = true;
		return false;
	}
	if (t->program == 0)
		t->program = word;
	else if (WIFSTOPPED(word))
		t->stopped = true;
	else if (WIFCONTINUED(word))
		t->stopped = false;
	else {
		t->status = word;
		t->ended = true;
		t->stopped = false;
	}
	return true;
}

struct terminal *terminal_open(char *const argv[], int rows, int cols, int ignored)
{
	int pipes[2] = {-1, -1};
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};
	struct terminal *t = calloc(1, sizeof *t);
	if (!t)
		return NULL;
	t->slave = t->report = -1;
	t->cursor_visible = true;
	t->master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
	const char *device = NULL;
	if (t->master < 0 || grantpt(t->master) || unlockpt(t->master) || !(device = ptsname(t->master)) ||
	    (t->slave = open(device, O_RDWR | O_NOCTTY | O_CLOEXEC)) < 0 || pipe2(pipes, O_CLOEXEC))
		goto failed;
	ioctl(t->master, TIOCSWINSZ, &size);
	t->vterm = vterm_new(rows, cols);
	vterm_set_utf8(t->vterm, 1);
	vterm_output_set_callback(t->vterm, collect, t);
	t->screen = vterm_obtain_screen(t->vterm);
	vterm_screen_set_callbacks(t->screen, &callbacks, t);
	vterm_screen_enable_altscreen(t->screen, 1);
	vterm_screen_reset(t->screen, 1);
	t->report = pipes[0];
	fflush(NULL);
	t->guardian = fork();
	if (t->guardian == 0) {
		close(t->master);
		guard(argv, device, pipes[1], ignored);
	}
	close(pipes[1]);
	if (t->guardian < 0 || !read_report(t))
		goto failed;
	return t;
failed:
	terminal_close(t);
	return NULL;
}

static void close_slave(struct terminal *t)
{
	if (t->slave >= 0)
		close(t->slave);
	t->slave = -1;
}

void terminal_close(struct terminal *t)
{
	if (!t)
		return;
	if (t->program > 0 && !t->ended) {
		kill(-t->program, SIGKILL);
		kill(t->program, SIGKILL);
	}
	close_slave(t);
	if (t->master >= 0)
		close(t->master);
	if (t->guardian > 0)
		waitpid(t->guardian, NULL, 0);
	if (t->report >= 0)
		close(t->report);
	if (t->vterm)
		vterm_free(t->vterm);
	free(t->out);
	free(t);
}

static bool marker_byte(struct terminal *t, char c)
{
	const size_t start = sizeof marker_start - 1;
	if (t->marker_at < start)
		return c == marker_start[t->marker_at];
	if (t->marker_at == start)
		return c == '=' || c == '\033' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
	return t->marker_at == start + 1 && c == '\\';
}

/* Counts markers and the other bytes. marker_at stays at the word until ESC, then waits for \. */
static void scan(struct terminal *t, const char *bytes, size_t length)
{
	const size_t start = sizeof marker_start - 1;
	for (size_t i = 0; i < length; i++) {
		t->bytes++;
		if (!marker_byte(t, bytes[i])) {
			t->marker_at = 0;
			t->held = 0;
			t->drawing = true;
			if (!marker_byte(t, bytes[i]))
				continue;
		}
		t->held++;
		if (t->marker_at < start)
			t->timed = true;
		else if (bytes[i] == '=')
			t->timed = false;
		if (t->marker_at == start + 1) {
			t->markers += t->timed ? 0 : 1;
			t->drawing = false;
			t->bytes -= t->held < t->bytes ? t->held : t->bytes;
			t->marker_at = 0;
			t->held = 0;
		} else if (t->marker_at < start || bytes[i] == '\033') {
			t->marker_at++;
		}
	}
}

/* Reads what is there; false at the end of the line (no writer is left). */
static bool drain(struct terminal *t)
{
	char bytes[16384];
	while (t->master >= 0) {
		ssize_t n = read(t->master, bytes, sizeof bytes);
		if (n <= 0)
			return n < 0 && (errno == EAGAIN || errno == EINTR);
		scan(t, bytes, (size_t)n);
		vterm_input_write(t->vterm, bytes, (size_t)n);
	}
	return false;
}

static void flush_input(struct terminal *t)
{
	while (t->out_length && t->master >= 0) {
		ssize_t n = write(t->master, t->out, t->out_length);
		if (n <= 0)
			return;
		t->out_length -= (size_t)n;
		memmove(t->out, t->out + n, t->out_length);
	}
}

/* One round of the world: input out, output in, news of the program. */
static bool pump(struct terminal *t, int milliseconds)
{
	struct pollfd fds[2] = {{.fd = t->ended ? -1 : t->report, .events = POLLIN},
	                        {.fd = t->master, .events = POLLIN}};
	flush_input(t);
	if (t->out_length && !t->ended)
		fds[1].events |= POLLOUT;
	if (poll(fds, 2, milliseconds) <= 0)
		return false;
	if (fds[1].revents & (POLLIN | POLLHUP | POLLERR))
		drain(t);
	if (fds[0].revents)
		read_report(t);
	return true;
}

/* After the end: all that was written is read before anything is judged. */
static void drain_rest(struct terminal *t, long long deadline)
{
	close_slave(t);
	while (t->master >= 0 && drain(t)) {
		struct pollfd fd = {.fd = t->master, .events = POLLIN};
		if (now() >= deadline || poll(&fd, 1, (int)(deadline - now())) <= 0)
			return;
	}
}

static bool input_waits(const struct terminal *t)
{
	int n = 0;
	return t->out_length || (t->slave >= 0 && ioctl(t->slave, FIONREAD, &n) == 0 && n > 0);
}

enum terminal_state terminal_settle(struct terminal *t, int milliseconds)
{
	const long long deadline = now() + milliseconds;
	unsigned judged = 0;
	for (;;) {
		if (t->ended) {
			drain_rest(t, deadline);
			return TERMINAL_ENDED;
		}
		if (t->stopped) {
			drain(t);
			return TERMINAL_STOPPED;
		}
		if (t->markers > judged) {
			judged = t->markers;
			if (!input_waits(t))
				return TERMINAL_IDLE;
		}
		const long long left = deadline - now();
		if (left <= 0)
			return TERMINAL_LATE;
		pump(t, (int)left);
	}
}

bool terminal_step(struct terminal *t, int milliseconds)
{
	if (t->ended)
		return false;
	return pump(t, milliseconds);
}

bool terminal_drawing(const struct terminal *t)
{
	return t->drawing;
}

bool terminal_finish(struct terminal *t, int milliseconds, int *status_out)
{
	const long long deadline = now() + milliseconds;
	while (!t->ended && now() < deadline)
		pump(t, (int)(deadline - now()));
	if (!t->ended)
		return false;
	drain_rest(t, now() + 2000);
	*status_out = t->status;
	return true;
}

bool terminal_stopped(const struct terminal *t)
{
	return t->stopped;
}

/* What the program wrote by itself before this input belongs to the past. */
static void begin_input(struct terminal *t)
{
	drain(t);
	t->markers = 0;
	t->bytes = 0;
	t->held = 0;
}

static uint32_t decode(const char **text)
{
	const unsigned char *p = (const unsigned char *)*text;
	int more = p[0] >= 0xf0 ? 3 : p[0] >= 0xe0 ? 2 : p[0] >= 0xc0 ? 1 : 0;
	uint32_t c = more ? (uint32_t)p[0] & (0x3fu >> more) : p[0];
	for (p++; more && (*p & 0xc0) == 0x80; more--, p++)
		c = c << 6 | (*p & 0x3fu);
	*text = (const char *)p;
	return c;
}

static size_t encode(uint32_t c, char out[4])
{
	if (c < 0x80)
		return out[0] = (char)c, 1;
	if (c < 0x800)
		return out[0] = (char)(0xc0 | c >> 6), out[1] = (char)(0x80 | (c & 0x3f)), 2;
	if (c < 0x10000) {
		out[0] = (char)(0xe0 | c >> 12);
		out[1] = (char)(0x80 | (c >> 6 & 0x3f));
		return out[2] = (char)(0x80 | (c & 0x3f)), 3;
	}
	out[0] = (char)(0xf0 | c >> 18);
	out[1] = (char)(0x80 | (c >> 12 & 0x3f));
	out[2] = (char)(0x80 | (c >> 6 & 0x3f));
	return out[3] = (char)(0x80 | (c & 0x3f)), 4;
}

static const struct {
	const char *name;
	VTermKey key;
} keys[] = {
	{"Enter", VTERM_KEY_ENTER}, {"Esc", VTERM_KEY_ESCAPE}, {"Tab", VTERM_KEY_TAB},
	{"Backspace", VTERM_KEY_BACKSPACE}, {"Up", VTERM_KEY_UP}, {"Down", VTERM_KEY_DOWN},
	{"Left", VTERM_KEY_LEFT}, {"Right", VTERM_KEY_RIGHT}, {"Home", VTERM_KEY_HOME},
	{"End", VTERM_KEY_END}, {"PgUp", VTERM_KEY_PAGEUP}, {"PgDn", VTERM_KEY_PAGEDOWN},
	{"Insert", VTERM_KEY_INS}, {"Delete", VTERM_KEY_DEL},
};

bool terminal_key(struct terminal *t, const char *name)
{
	VTermModifier mod = VTERM_MOD_NONE;
	begin_input(t);
	while (name[0] && name[1] == '-' && name[2] && strchr("CSM", name[0])) {
		mod |= name[0] == 'C' ? VTERM_MOD_CTRL : name[0] == 'S' ? VTERM_MOD_SHIFT : VTERM_MOD_ALT;
		name += 2;
	}
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (!strcmp(name, keys[i].name)) {
			vterm_keyboard_key(t->vterm, keys[i].key, mod);
			return true;
		}
	if (name[0] == 'F' && name[1] >= '1' && name[1] <= '9') {
		vterm_keyboard_key(t->vterm, (VTermKey)VTERM_KEY_FUNCTION(atoi(name + 1)), mod);
		return true;
	}
	if (!strcmp(name, "Space"))
		name = " ";
	const uint32_t c = decode(&name);
	if (*name || !c)
		return false;
	if (mod & VTERM_MOD_CTRL) { /* as xterm: one byte, also for C-i and C-m */
		char bytes[2] = {'\033', (char)(c & 0x1f)};
		const size_t skip = mod & VTERM_MOD_ALT ? 0 : 1;
		collect(bytes + skip, 2 - skip, t);
	} else {
		vterm_keyboard_unichar(t->vterm, c, mod);
	}
	return true;
}

void terminal_raw(struct terminal *t, const char *bytes, size_t length)
{
	begin_input(t);
	collect(bytes, length, t);
}

void terminal_text(struct terminal *t, const char *text)
{
	begin_input(t);
	while (*text)
		vterm_keyboard_unichar(t->vterm, decode(&text), VTERM_MOD_NONE);
}

void terminal_paste(struct terminal *t, const char *text)
{
	begin_input(t);
	vterm_keyboard_start_paste(t->vterm);
	for (; *text; text++) /* terminals send a line's end as the Enter key does */
		collect(*text == '\n' ? "\r" : text, 1, t);
	vterm_keyboard_end_paste(t->vterm);
}

bool terminal_wants_mouse(const struct terminal *t)
{
	return t->mouse;
}

bool terminal_mouse(struct terminal *t, const char *what, int row, int col)
{
	const int button = !strcmp(what, "click") ? 1 : !strcmp(what, "wheel-up") ? 4 : 5;
	if (!t->mouse)
		return false;
	begin_input(t);
	const size_t before = t->out_length;
	vterm_mouse_move(t->vterm, row, col, VTERM_MOD_NONE);
	vterm_mouse_button(t->vterm, button, true, VTERM_MOD_NONE);
	if (button == 1)
		vterm_mouse_button(t->vterm, button, false, VTERM_MOD_NONE);
	return t->out_length > before;
}

bool terminal_resize(struct terminal *t, int rows, int cols)
{
	int old_rows, old_cols;
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};
	vterm_get_size(t->vterm, &old_rows, &old_cols);
	if (old_rows == rows && old_cols == cols)
		return false;
	begin_input(t);
	vterm_set_size(t->vterm, rows, cols);
	ioctl(t->master, TIOCSWINSZ, &size);
	return true;
}

void terminal_signal(struct terminal *t, int signal)
{
	begin_input(t);
	kill(t->program, signal);
	if (signal == SIGCONT)
		t->stopped = false;
}

void terminal_hangup(struct terminal *t)
{
	close_slave(t);
	drain(t);
	close(t->master);
	t->master = -1;
	t->hung = true;
}

size_t terminal_bytes(const struct terminal *t)
{
	return t->bytes;
}

void terminal_size(const struct terminal *t, int *rows_out, int *cols_out)
{
	vterm_get_size(t->vterm, rows_out, cols_out);
}

void terminal_cursor(const struct terminal *t, int *row_out, int *col_out, bool *visible_out)
{
	VTermPos at;
	vterm_state_get_cursorpos(vterm_obtain_state(t->vterm), &at);
	*row_out = at.row;
	*col_out = at.col;
	*visible_out = t->cursor_visible;
}

/* One row as text. A wide character is there once: its second cell holds (uint32_t)-1. With
 * columns_out (length + 1 entries), the cell of each byte. */
static size_t row_text(const struct terminal *t, int row, char *out, int *columns_out)
{
	int rows, cols;
	size_t length = 0;
	vterm_get_size(t->vterm, &rows, &cols);
	for (int col = 0; col < cols; col++) {
		VTermScreenCell cell = {0};
		vterm_screen_get_cell(t->screen, (VTermPos){row, col}, &cell);
		if (cell.chars[0] == (uint32_t)-1)
			continue;
		if (!cell.chars[0])
			cell.chars[0] = ' ';
		for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i]; i++) {
			size_t n = encode(cell.chars[i], out + length);
			for (size_t k = 0; columns_out && k < n; k++)
				columns_out[length + k] = col;
			length += n;
		}
	}
	while (length && out[length - 1] == ' ')
		length--;
	out[length] = '\0';
	return length;
}

char *terminal_screen(const struct terminal *t)
{
	int rows, cols;
	vterm_get_size(t->vterm, &rows, &cols);
	const size_t row_size = (size_t)cols * VTERM_MAX_CHARS_PER_CELL * 4 + 2;
	char *text = malloc((size_t)rows * row_size + 1);
	size_t length = 0;
	if (!text)
		abort();
	for (int row = 0; row < rows; row++) {
		length += row_text(t, row, text + length, NULL);
		text[length++] = '\n';
	}
	text[length] = '\0';
	return text;
}

bool terminal_find(const struct terminal *t, const char *text, int *row_out, int *col_out)
{
	int rows, cols;
	bool found = false;
	vterm_get_size(t->vterm, &rows, &cols);
	const size_t row_size = (size_t)cols * VTERM_MAX_CHARS_PER_CELL * 4 + 2;
	char *line = malloc(row_size);
	int *columns = malloc(row_size * sizeof *columns);
	if (!line || !columns)
		abort();
	for (int row = 0; row < rows && !found; row++) {
		row_text(t, row, line, columns);
		const char *at = strstr(line, text);
		if (at) {
			found = true;
			*row_out = row;
			*col_out = columns[at - line];
		}
	}
	free(columns);
	free(line);
	return found;
}

unsigned terminal_look(const struct terminal *t, int row, int col)
{
	VTermScreenCell cell;
	vterm_screen_get_cell(t->screen, (VTermPos){row, col}, &cell);
	return (cell.attrs.bold ? LOOK_BOLD : 0u) | (cell.attrs.underline ? LOOK_UNDERLINE : 0u) |
	       (cell.attrs.reverse ? LOOK_REVERSE : 0u) | (cell.attrs.italic ? LOOK_ITALIC : 0u) |
	       (VTERM_COLOR_IS_DEFAULT_FG(&cell.fg) && VTERM_COLOR_IS_DEFAULT_BG(&cell.bg)
	            ? 0u
	            : LOOK_COLOR);
}

static void leftover(struct terminal *t, const char *what)
{
	const size_t length = strlen(t->left);
	snprintf(t->left + length, sizeof t->left - length, "%s%s", length ? ", " : "", what);
}

const char *terminal_leftover(struct terminal *t)
{
	struct termios modes;
	VTermValue value;
	VTermState *state = vterm_obtain_state(t->vterm);
	t->left[0] = '\0';
	if (t->alternate)
		leftover(t, "alternate screen on");
	if (!t->cursor_visible)
		leftover(t, "cursor hidden");
	if (t->mouse)
		leftover(t, "mouse on");
	/* libvterm tells these modes only by what it would send */
	t->out_length = 0;
	vterm_keyboard_start_paste(t->vterm);
	if (t->out_length)
		leftover(t, "bracketed paste on");
	t->out_length = 0;
	vterm_keyboard_key(t->vterm, VTERM_KEY_UP, VTERM_MOD_NONE);
	if (t->out_length == 3 && t->out[1] == 'O')
		leftover(t, "cursor keys in application mode");
	t->out_length = 0;
	static const VTermAttr attributes[] = {VTERM_ATTR_BOLD, VTERM_ATTR_REVERSE, VTERM_ATTR_UNDERLINE};
	for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++)
		if (vterm_state_get_penattr(state, attributes[i], &value) && value.number)
			leftover(t, "attributes on");
	if (t->master >= 0 && tcgetattr(t->master, &modes) == 0 &&
	    (modes.c_lflag & (ECHO | ICANON)) != (ECHO | ICANON))
		leftover(t, "keyboard not restored");
	return t->left[0] ? t->left : NULL;
}
