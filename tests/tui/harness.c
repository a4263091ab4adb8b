/* Runs one screen script: drives a program in a pseudo-terminal and compares its screens.
 *
 *   GROEI=build/groei harness tests/tui/first.tui        prints TAP; UPDATE=1 rewrites screens
 *
 * The script language is in README.md beside this file. The environment is frozen: own HOME and XDG
 * folders, UTC, UTF-8, a fixed day. No command sleeps: after each input the harness waits for the
 * program's idle marker. This file knows nothing about groei but the names of its variables. */
#include "terminal.h"

#include <ctype.h>
#include <errno.h>
#include <ftw.h>
#include <glob.h>
#include <libgen.h>
#include <limits.h>
#include <locale.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { DEADLINE = 10000, MAX_WORDS = 64, TEXT = 8192 };

struct script {
	const char *path;
	char name[256];         /* file name without its ending */
	char folder[PATH_MAX];  /* where the script lies */
	char base[PATH_MAX];    /* private folder, removed at the end */
	struct terminal *terminal;
	struct terminal *other; /* the terminal that is not looked at */
	int rows, cols, ignored;
	int line, tests, failed;
	bool broken;            /* the script cannot go on */
	const char *command;    /* the line as written */
};

struct command {
	const char *name;
	void (*run)(struct script *s, char *rest);
	bool needs_program;
};

static void say(const char *prefix, const char *text)
{
	while (*text) {
		const size_t n = strcspn(text, "\n");
		printf("%s%.*s\n", prefix, (int)n, text);
		text += n + (text[n] == '\n');
	}
}

static bool result(struct script *s, bool ok)
{
	s->tests++;
	s->failed += !ok;
	printf("%sok %d - %s: line %d: %s\n", ok ? "" : "not ", s->tests, s->name, s->line, s->command);
	return ok;
}

static void show_screen(struct script *s)
{
	int row, col;
	bool visible;
	if (!s->terminal)
		return;
	char *text = terminal_screen(s->terminal);
	terminal_cursor(s->terminal, &row, &col, &visible);
	printf("# screen, cursor %d,%d%s:\n", row, col, visible ? "" : " hidden");
	say("#   |", text);
	free(text);
}

static void explain(struct script *s, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static void explain(struct script *s, const char *format, ...)
{
	va_list values;
	char text[TEXT];
	va_start(values, format);
	vsnprintf(text, sizeof text, format, values);
	va_end(values);
	say("# ", text);
	show_screen(s);
}

/* For what must work before anything can be judged: the script ends here. */
static void give_up(struct script *s, const char *why)
{
	result(s, false);
	explain(s, "%s", why);
	s->broken = true;
}

static void settle(struct script *s)
{
	if (terminal_settle(s->terminal, DEADLINE) == TERMINAL_LATE)
		give_up(s, "no idle marker within 10 seconds");
}

/* Text as written, or between double quotes with \n \t \e \r \s \" \\ \xNN. Changes it in place. */
static size_t unquote(char *text)
{
	const size_t length = strlen(text);
	if (length < 2 || text[0] != '"' || text[length - 1] != '"')
		return length;
	static const char from[] = "ntersa\\\"", to[] = "\n\t\033\r \a\\\"";
	char *out = text;
	text[length - 1] = '\0';
	for (const char *p = text + 1; *p; p++) {
		const char *at;
		if (*p == '\\' && p[1] == 'x' && isxdigit((unsigned char)p[2]) && isxdigit((unsigned char)p[3])) {
			const char digits[3] = {p[2], p[3], '\0'};
			*out++ = (char)strtol(digits, NULL, 16);
			p += 3;
		} else if (*p == '\\' && p[1] && (at = strchr(from, p[1]))) {
			*out++ = to[at - from];
			p++;
		} else {
			*out++ = *p;
		}
	}
	*out = '\0';
	return (size_t)(out - text);
}

/* $NAME at *p: its value, *p after it. */
static const char *variable(const char **p)
{
	char name[64];
	size_t n = 0;
	while (n + 1 < sizeof name && (isalnum((unsigned char)(*p)[1 + n]) || (*p)[1 + n] == '_')) {
		name[n] = (*p)[1 + n];
		n++;
	}
	name[n] = '\0';
	*p += n;
	const char *value = getenv(name);
	return value ? value : "";
}

/* Shell-like words: blanks part them, '…' and "…" hold them, \ takes the next character, $NAME is
 * replaced outside '…'. Words land in store; the list ends with NULL. */
static int split(const char *text, char store[TEXT], char *words[MAX_WORDS + 1])
{
	int count = 0;
	char *out = store, *const end = store + TEXT - 1;
	char quote = '\0';
	bool in_word = false;
	for (const char *p = text; *p && out < end; p++) {
		if (!quote && (*p == ' ' || *p == '\t')) {
			if (in_word)
				*out++ = '\0';
			in_word = false;
			continue;
		}
		if (!in_word) {
			if (count == MAX_WORDS)
				break;
			words[count++] = out;
			in_word = true;
		}
		if (quote ? *p == quote : *p == '\'' || *p == '"')
			quote = quote ? '\0' : *p;
		else if (*p == '$' && quote != '\'')
			for (const char *value = variable(&p); *value && out < end; value++)
				*out++ = *value;
		else
			*out++ = *p == '\\' && quote != '\'' && p[1] ? *++p : *p;
	}
	*out = '\0';
	words[count] = NULL;
	return count;
}

static int signal_number(const char *name)
{
	static const struct {
		const char *name;
		int number;
	} signals[] = {{"HUP", SIGHUP}, {"INT", SIGINT}, {"QUIT", SIGQUIT}, {"KILL", SIGKILL},
	               {"TERM", SIGTERM}, {"STOP", SIGSTOP}, {"TSTP", SIGTSTP}, {"CONT", SIGCONT},
	               {"SEGV", SIGSEGV}, {"ABRT", SIGABRT}, {"BUS", SIGBUS}, {"FPE", SIGFPE},
	               {"ILL", SIGILL}, {"PIPE", SIGPIPE}, {"WINCH", SIGWINCH}, {"USR1", SIGUSR1}};
	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
		if (!strcmp(name, signals[i].name))
			return signals[i].number;
	return 0;
}

static void do_env(struct script *s, char *rest)
{
	char store[TEXT], *words[MAX_WORDS + 1];
	const int count = split(rest, store, words);
	for (int i = 0; i < count; i++) {
		char *value = strchr(words[i], '=');
		if (value) {
			*value = '\0';
			setenv(words[i], value + 1, 1);
		} else {
			unsetenv(words[i]);
		}
	}
	if (!count)
		give_up(s, "env needs NAME=VALUE");
}

static void do_run(struct script *s, char *rest)
{
	char store[TEXT], *words[MAX_WORDS + 1];
	if (!split(rest, store, words)) {
		give_up(s, "run needs a program");
		return;
	}
	terminal_close(s->terminal);
	s->terminal = terminal_open(words, s->rows, s->cols, s->ignored);
	if (s->terminal)
		settle(s);
	else
		give_up(s, "the program could not be started");
}

/* To the other terminal, with a program of its own, and back. */
static void do_other(struct script *s, char *rest)
{
	struct terminal *now = s->other;
	(void)rest;
	s->other = s->terminal;
	s->terminal = now;
}

/* True when the shell command succeeded; otherwise output_out holds what it said. */
static bool shell(struct script *s, const char *text, char output_out[TEXT])
{
	char file[PATH_MAX + 16];
	snprintf(file, sizeof file, "%s/sh", s->base);
	fflush(NULL);
	const pid_t child = fork();
	if (child == 0) {
		if (!freopen("/dev/null", "r", stdin) || !freopen(file, "w", stdout) ||
		    dup2(STDOUT_FILENO, STDERR_FILENO) < 0)
			_exit(126);
		execl("/bin/sh", "sh", "-c", text, (char *)NULL);
		_exit(127);
	}
	int status = -1;
	waitpid(child, &status, 0);
	FILE *in = fopen(file, "r");
	const size_t n = in ? fread(output_out, 1, TEXT - 1, in) : 0;
	output_out[n] = '\0';
	if (in)
		fclose(in);
	return status == 0;
}

static void do_sh(struct script *s, char *rest)
{
	char output[TEXT];
	if (!shell(s, rest, output))
		give_up(s, output[0] ? output : "the command failed");
}

static void do_check(struct script *s, char *rest)
{
	char output[TEXT];
	if (!result(s, shell(s, rest, output)))
		explain(s, "the command failed\n%s", output);
}

/* For what a program does by itself and no screen shows; between two tries its output is taken. */
static void do_until(struct script *s, char *rest)
{
	enum { BETWEEN = 50 };
	char output[TEXT];
	bool done = shell(s, rest, output);

	for (int waited = 0; !done && waited < DEADLINE; waited += BETWEEN) {
		terminal_step(s->terminal, BETWEEN);
		done = shell(s, rest, output);
	}
	if (!result(s, done))
		explain(s, "the command never succeeded\n%s", output);
}

static void do_size(struct script *s, char *rest)
{
	int cols = 0, rows = 0;
	if (sscanf(rest, "%dx%d", &cols, &rows) != 2 || rows < 1 || cols < 1) {
		give_up(s, "size needs COLSxROWS");
		return;
	}
	s->rows = rows;
	s->cols = cols;
	if (s->terminal && terminal_resize(s->terminal, rows, cols))
		settle(s);
}

static void do_key(struct script *s, char *rest)
{
	char name[64];
	int times = 1;
	if (sscanf(rest, "%63s %d", name, &times) < 1) {
		give_up(s, "key needs a name");
		return;
	}
	for (; times > 0 && !s->broken; times--) {
		if (!terminal_key(s->terminal, name)) {
			give_up(s, "no such key");
			return;
		}
		settle(s);
	}
}

static void do_keys(struct script *s, char *rest)
{
	char one[5];
	unquote(rest);
	for (char *p = rest; *p && !s->broken;) {
		size_t n = 1;
		while (((unsigned char)p[n] & 0xc0) == 0x80 && n < 4)
			n++;
		memcpy(one, p, n);
		one[n] = '\0';
		terminal_text(s->terminal, one);
		settle(s);
		p += n;
	}
}

static void do_type(struct script *s, char *rest)
{
	unquote(rest);
	terminal_text(s->terminal, rest);
	settle(s);
}

static void do_paste(struct script *s, char *rest)
{
	unquote(rest);
	terminal_paste(s->terminal, rest);
	settle(s);
}

static void do_flood(struct script *s, char *rest)
{
	char *text = rest;
	const size_t times = strtoul(rest, &text, 10);
	text += *text == ' ';
	unquote(text);
	const size_t length = strlen(text);
	char *all = calloc(times * length + 1, 1);
	if (!all)
		abort();
	for (size_t i = 0; i < times; i++)
		memcpy(all + i * length, text, length);
	terminal_paste(s->terminal, all);
	settle(s);
	free(all);
}

static void do_raw(struct script *s, char *rest)
{
	char quoted[TEXT + 2];
	snprintf(quoted, sizeof quoted, rest[0] == '"' ? "%s" : "\"%s\"", rest);
	terminal_raw(s->terminal, quoted, unquote(quoted));
	settle(s);
}

static void do_mouse(struct script *s, char *rest)
{
	char what[16];
	int row, col;
	if (strcmp(rest, "on") == 0 || strcmp(rest, "off") == 0)
		result(s, terminal_wants_mouse(s->terminal) == (strcmp(rest, "on") == 0));
	else if (sscanf(rest, "%15s %d %d", what, &row, &col) != 3)
		give_up(s, "mouse needs on|off or click|wheel-up|wheel-down ROW COL");
	else if (terminal_mouse(s->terminal, what, row, col))
		settle(s);
	else
		give_up(s, "the program did not ask for the mouse");
}

static bool contains(struct script *s, const char *text)
{
	int row, col;
	return terminal_find(s->terminal, text, &row, &col);
}

static void do_see(struct script *s, char *rest)
{
	const bool wanted = strncmp(rest, "not ", 4) != 0;
	char *text = wanted ? rest : rest + 4;
	unquote(text);
	if (!result(s, contains(s, text) == wanted))
		explain(s, wanted ? "not on the screen: %s" : "on the screen, and should not be: %s", text);
}

/* For what the program does by itself, such as saving a draft after a pause. */
static void do_wait(struct script *s, char *rest)
{
	unquote(rest);
	while ((!contains(s, rest) || terminal_drawing(s->terminal)) &&
	       terminal_step(s->terminal, DEADLINE))
		;
	if (!result(s, contains(s, rest)))
		explain(s, "did not come: %s", rest);
}

static void do_cursor(struct script *s, char *rest)
{
	int row, col, wanted_row, wanted_col;
	bool visible;
	terminal_cursor(s->terminal, &row, &col, &visible);
	bool ok;
	if (!strcmp(rest, "visible"))
		ok = visible;
	else if (!strcmp(rest, "hidden"))
		ok = !visible;
	else
		ok = sscanf(rest, "%d %d", &wanted_row, &wanted_col) == 2 && row == wanted_row &&
		     col == wanted_col;
	if (!result(s, ok))
		explain(s, "the cursor is at %d %d%s", row, col, visible ? "" : ", hidden");
}

static void do_attr(struct script *s, char *rest)
{
	static const struct {
		const char *name;
		unsigned look;
	} looks[] = {{"bold", LOOK_BOLD}, {"underline", LOOK_UNDERLINE}, {"reverse", LOOK_REVERSE},
	             {"color", LOOK_COLOR}, {"italic", LOOK_ITALIC}};
	char store[TEXT], *words[MAX_WORDS + 1], found[64] = "";
	int row = 0, col = 0, rows, cols;
	const int count = split(rest, store, words);
	bool ok = count == 3 || count == 2;
	if (count == 3) {
		row = atoi(words[0]);
		col = atoi(words[1]);
	} else if (count == 2) {
		ok = terminal_find(s->terminal, words[0], &row, &col);
	}
	terminal_size(s->terminal, &rows, &cols);
	ok = ok && row >= 0 && row < rows && col >= 0 && col < cols;
	const unsigned look = ok ? terminal_look(s->terminal, row, col) : 0;
	bool known = ok && !strcmp(words[count - 1], "plain");
	bool match = known && !look;
	for (size_t i = 0; i < sizeof looks / sizeof *looks; i++) {
		if (ok && !strcmp(words[count - 1], looks[i].name)) {
			known = true;
			match = look & looks[i].look;
		}
		if (look & looks[i].look)
			snprintf(found + strlen(found), sizeof found - strlen(found), " %s", looks[i].name);
	}
	if (!result(s, match))
		explain(s, !ok ? "no such place or text" : !known ? "no such attribute" : "the cell is%s",
		        found[0] ? found : " plain");
}

static void do_bytes(struct script *s, char *rest)
{
	const size_t bytes = terminal_bytes(s->terminal);
	if (!result(s, bytes <= strtoul(rest, NULL, 10)))
		explain(s, "%zu bytes were written", bytes);
}

static void do_kill(struct script *s, char *rest)
{
	const int number = signal_number(rest);
	if (!number) {
		give_up(s, "no such signal");
		return;
	}
	terminal_signal(s->terminal, number);
	settle(s);
}

static void do_hangup(struct script *s, char *rest)
{
	(void)rest;
	terminal_hangup(s->terminal);
}

static void do_ignore(struct script *s, char *rest)
{
	s->ignored = signal_number(rest);
	if (!s->ignored)
		give_up(s, "no such signal");
}

static void do_stopped(struct script *s, char *rest)
{
	(void)rest;
	if (!result(s, terminal_stopped(s->terminal)))
		explain(s, "the program has not suspended itself");
}

/* Whether the end is one of the words: codes, names of signals, or "any". */
static bool one_of(const char *end, const char *rest)
{
	char store[TEXT], *words[MAX_WORDS + 1], wanted[64];
	const int count = split(rest, store, words);
	bool found = false;
	for (int i = 0; i < count; i++) {
		const int number = signal_number(words[i]);
		snprintf(wanted, sizeof wanted, number ? "signal %d" : "code %d",
		         number ? number : atoi(words[i]));
		if (!strcmp(end, wanted) || (!strcmp(words[i], "any") && strcmp(end, "still running") != 0))
			found = true;
	}
	return found;
}

static void do_exit(struct script *s, char *rest)
{
	int status;
	char end[64] = "still running";
	if (terminal_finish(s->terminal, DEADLINE, &status)) {
		if (WIFSIGNALED(status))
			snprintf(end, sizeof end, "signal %d", WTERMSIG(status));
		else
			snprintf(end, sizeof end, "code %d", WEXITSTATUS(status));
	} else {
		s->broken = true;
	}
	if (!result(s, one_of(end, rest)))
		explain(s, "wanted %s, got: %s", rest, end);
}

static void do_restored(struct script *s, char *rest)
{
	(void)rest;
	int status;
	const bool ended = terminal_stopped(s->terminal) ||
	                   terminal_finish(s->terminal, DEADLINE, &status);
	const char *left = terminal_leftover(s->terminal);
	if (!result(s, ended && !left))
		explain(s, "left behind: %s", ended ? left : "a running program");
}

static char *read_file(const char *path)
{
	FILE *in = fopen(path, "r");
	char *text = in ? calloc(1, 1 << 20) : NULL;
	if (text)
		text[fread(text, 1, (1 << 20) - 1, in)] = '\0';
	if (in)
		fclose(in);
	return text;
}

/* Row by row: "-" as expected, "+" as it is. */
static void show_difference(const char *expected, const char *found)
{
	while (*expected || *found) {
		const size_t a = strcspn(expected, "\n"), b = strcspn(found, "\n");
		const bool same = *expected && *found && a == b && !memcmp(expected, found, a);
		if (*expected)
			printf("# %c|%.*s\n", same ? ' ' : '-', (int)a, expected);
		if (*found && !same)
			printf("# +|%.*s\n", (int)b, found);
		expected += a + (expected[a] == '\n');
		found += b + (found[b] == '\n');
	}
}

/* The code of a record is random, and as long as it must be to be unique: "Code            ....". */
static void mask_codes(char *found)
{
	for (char *at = found; (at = strstr(at, " Code ")); at++) {
		char *code = at + 6 + strspn(at + 6, " ");

		size_t length = strcspn(code, " \n");

		if (code - at != 17 || length < 4)
			continue;
		memset(code, '.', 4);
		memmove(code + 4, code + length, strlen(code + length) + 1);
	}
}

static void do_expect(struct script *s, char *rest)
{
	char path[PATH_MAX * 2];
	int rows, cols, row, col;
	bool visible;
	char *text = terminal_screen(s->terminal), *found = malloc(strlen(text) + 64);
	if (!found)
		abort();
	terminal_size(s->terminal, &rows, &cols);
	terminal_cursor(s->terminal, &row, &col, &visible);
	sprintf(found, "%dx%d cursor %d,%d%s\n%s", cols, rows, row, col, visible ? "" : " hidden", text);
	mask_codes(found);
	snprintf(path, sizeof path, "%s/expected/%s.%s.txt", s->folder, s->name, rest);
	if (getenv("UPDATE")) {
		FILE *out = fopen(path, "w");
		if (!out || fputs(found, out) < 0 || fclose(out))
			give_up(s, "the expected screen cannot be written");
	}
	char *expected = read_file(path);
	if (!expected) {
		give_up(s, "there is no such expected screen; UPDATE=1 makes it");
	} else if (!result(s, !strcmp(expected, found))) {
		printf("# %s (- expected, + found)\n", strrchr(path, '/') + 1);
		show_difference(expected, found);
	}
	free(expected);
	free(found);
	free(text);
}

static const struct command commands[] = {
	{"env", do_env, false},       {"run", do_run, false},       {"sh", do_sh, false},
	{"other", do_other, false},
	{"check", do_check, false},   {"size", do_size, false},     {"ignore", do_ignore, false},
	{"key", do_key, true},        {"keys", do_keys, true},      {"type", do_type, true},
	{"paste", do_paste, true},    {"raw", do_raw, true},        {"mouse", do_mouse, true},
	{"flood", do_flood, true},    {"until", do_until, true},
	{"expect", do_expect, true},  {"see", do_see, true},        {"wait", do_wait, true},
	{"cursor", do_cursor, true},  {"attr", do_attr, true},      {"bytes", do_bytes, true},
	{"kill", do_kill, true},      {"hangup", do_hangup, true},  {"stopped", do_stopped, true},
	{"exit", do_exit, true},      {"restored", do_restored, true},
};

static void run_line(struct script *s, char *line)
{
	line[strcspn(line, "\n")] = '\0';
	line += strspn(line, " \t");
	if (!*line || *line == '#')
		return;
	char shown[TEXT];
	snprintf(shown, sizeof shown, "%s", line);
	for (char *p = shown; (p = strchr(p, '#')); p++) /* TAP reads "# SKIP" there */
		*p = '.';
	s->command = shown;
	const size_t n = strcspn(line, " \t");
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
		if (strlen(commands[i].name) != n || memcmp(line, commands[i].name, n) != 0)
			continue;
		if (commands[i].needs_program && !s->terminal)
			give_up(s, "no program has been run");
		else
			commands[i].run(s, line + n + (line[n] != '\0'));
		return;
	}
	give_up(s, "no such command");
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *at)
{
	(void)info, (void)kind, (void)at;
	return remove(path);
}

static void make_folder(struct script *s, const char *name, const char *below)
{
	char path[PATH_MAX * 2];
	snprintf(path, sizeof path, "%s/%s", s->base, below);
	mkdir(path, 0700);
	setenv(name, path, 1);
}

/* Sanitizers write here, so that their words neither mix with a screen nor get lost. */
static void set_log(struct script *s, const char *name, const char *options)
{
	char value[PATH_MAX * 2];
	snprintf(value, sizeof value, "%s:log_path=%s/sanitizer", options ? options : "", s->base);
	setenv(name, value, 1);
}

static void freeze(struct script *s)
{
	static const char *const kept[] = {"UPDATE", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS",
	                                   "GROEI_TEST_POSTGRESQL"};
	char *values[sizeof kept / sizeof *kept], program[PATH_MAX], path[PATH_MAX * 4];
	const char *given = getenv("GROEI"), *old = getenv("PATH"), *temporary = getenv("TMPDIR");
	snprintf(s->base, sizeof s->base, "%s/groei-tui-XXXXXX", temporary ? temporary : "/tmp");
	if (!mkdtemp(s->base) || !realpath(given ? given : "build/groei", program)) {
		printf("Bail out! no program or no temporary folder: %s\n", strerror(errno));
		exit(1);
	}
	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
		values[i] = getenv(kept[i]) ? strdup(getenv(kept[i])) : NULL;
	char folder[PATH_MAX];
	snprintf(folder, sizeof folder, "%s", program);
	snprintf(path, sizeof path, "%s:%s", dirname(folder), old ? old : "/usr/bin:/bin");
	clearenv();
	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
		if (values[i])
			setenv(kept[i], values[i], 1);
		free(values[i]);
	}
	static const char *const fixed[][2] = {
		{"TZ", "UTC"}, {"LC_ALL", "C.UTF-8"}, {"LANGUAGE", "en"}, {"TERM", "xterm-256color"},
		{"GROEI_TODAY", "2026-03-02"}, {"GROEI_TEST_SYNC", "1"}};
	for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
		setenv(fixed[i][0], fixed[i][1], 1);
	setenv("PATH", path, 1);
	setenv("GROEI", program, 1);
	make_folder(s, "HOME", "home");
	make_folder(s, "XDG_DATA_HOME", "home/data");
	make_folder(s, "XDG_CONFIG_HOME", "home/config");
	make_folder(s, "XDG_STATE_HOME", "home/state");
	make_folder(s, "XDG_CACHE_HOME", "home/cache");
	make_folder(s, "XDG_RUNTIME_DIR", "runtime");
	make_folder(s, "TMPDIR", "tmp");
	set_log(s, "ASAN_OPTIONS", getenv("ASAN_OPTIONS"));
	set_log(s, "UBSAN_OPTIONS", getenv("UBSAN_OPTIONS"));
}

static void report_sanitizer(struct script *s)
{
	char pattern[PATH_MAX + 32];
	glob_t found;
	snprintf(pattern, sizeof pattern, "%s/sanitizer*", s->base);
	if (glob(pattern, 0, NULL, &found) == 0) {
		s->command = "no sanitizer report";
		result(s, false);
		for (size_t i = 0; i < found.gl_pathc; i++) {
			char *text = read_file(found.gl_pathv[i]);
			say("# ", text ? text : "(unreadable)");
			free(text);
		}
		globfree(&found);
	}
}

int main(int argc, char **argv)
{
	struct script s = {.rows = 24, .cols = 80, .command = "read"};
	char line[TEXT], copy[PATH_MAX];
	FILE *in = argc == 2 ? fopen(argv[1], "r") : NULL;
	setvbuf(stdout, NULL, _IOLBF, 0);
	if (!in) {
		fprintf(stderr, "usage: GROEI=PROGRAM harness SCRIPT\n");
		return 2;
	}
	snprintf(copy, sizeof copy, "%s", argv[1]);
	snprintf(s.folder, sizeof s.folder, "%s", dirname(copy));
	snprintf(copy, sizeof copy, "%s", argv[1]);
	snprintf(s.name, sizeof s.name, "%s", basename(copy));
	if (strrchr(s.name, '.'))
		*strrchr(s.name, '.') = '\0';
	setlocale(LC_CTYPE, "C.UTF-8");
	signal(SIGPIPE, SIG_IGN);
	freeze(&s);
	if (realpath(s.folder, copy))
		setenv("TESTDIR", copy, 1);
	while (!s.broken && fgets(line, sizeof line, in)) {
		s.line++;
		run_line(&s, line);
	}
	fclose(in);
	terminal_close(s.terminal);
	terminal_close(s.other);
	report_sanitizer(&s);
	nftw(s.base, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	printf("1..%d\n", s.tests);
	return s.failed ? 1 : 0;
}
