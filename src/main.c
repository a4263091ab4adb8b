/* groei: words run a command, no words open the screens. Nothing else is decided here. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/cli.h"
#include "tui/tui.h"

/* A closed standard file would be opened again as the store, and then written to by mistake. */
static void open_standard_files(void)
{
	for (int file = STDIN_FILENO; file <= STDERR_FILENO; file++)
		if (fcntl(file, F_GETFD) < 0 && errno == EBADF && open("/dev/null", O_RDWR) < 0)
			_exit(GROEI_STORE);
}

int main(int argc, char **argv)
{
	static const struct rlimit no_core = {0, 0};
	struct cli_screen screen = {0};
	struct groei_arena *arena;
	int code;

	open_standard_files();
	if (argc == 2 && strcmp(argv[1], "--version") == 0)
		return output_write(NULL, "groei " GROEI_VERSION "\n", sizeof "groei " GROEI_VERSION) == 0
		           ? GROEI_OK
		           : GROEI_STORE;
	setrlimit(RLIMIT_CORE, &no_core);
	umask(077);
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN); /* a file that may not grow is an error of write */
	arena = groei_arena_open();
	code = cli_run(arena, argc, argv, &screen);
	if (code == CLI_SCREENS) {
		struct tui_settings settings = {.colour = screen.colour,
		                                .ascii = screen.ascii,
		                                .accessible = screen.accessible,
		                                .mouse = screen.mouse,
		                                .open = screen.open,
		                                .speak = locale_speak,
		                                .keep_language = config_keep_language};

		code = tui_run(&screen.options, &settings);
	}
	groei_arena_close(arena);
	return code;
}
