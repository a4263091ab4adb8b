/* libFuzzer target: any bytes are a configuration file, or one line of it is wrong by number. */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/cli.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char folder[] = "/tmp/groei-fuzz-XXXXXX", sub[64], path[80];
	struct groei_arena *arena = groei_arena_open();
	struct groei_config config = {0};
	struct cli_error error = {0};
	enum groei_status status;
	int file;

	require(mkdtemp(folder) != NULL && setenv("XDG_CONFIG_HOME", folder, 1) == 0);
	snprintf(sub, sizeof sub, "%s/groei", folder);
	snprintf(path, sizeof path, "%s/config", sub);
	require(mkdir(sub, 0700) == 0);
	file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0600);
	require(file >= 0 && write(file, data, size) == (ssize_t)size && close(file) == 0);
	status = config_read(arena, &config, &error);
	require(unlink(path) == 0 && rmdir(sub) == 0 && rmdir(folder) == 0);
	if (status == GROEI_OK) {
		enum groei_language language;

		require(error.text == NULL);
		require(config.language == NULL || groei_language_parse(config.language, &language));
	} else {
		require(status == GROEI_INVALID && strncmp(error.text, path, strlen(path)) == 0);
		require(error.text[strlen(path)] == ':' && atoi(error.text + strlen(path) + 1) >= 1);
		require(config.store == NULL && config.language == NULL);
	}
	groei_arena_close(arena);
	return 0;
}
