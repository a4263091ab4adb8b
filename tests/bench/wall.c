/* Wall time of two commands, run in turns; prints the median of each in microseconds and their ratio.
 *
 *     wall RUNS COMMAND … -- COMMAND …
 *     wall memory COMMAND …               KiB that one command held at most
 *
 * Their output goes to /dev/null. The ratio is the median of the ratios of neighbouring runs, which
 * a busy machine moves least. */
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static double run(char *const argv[])
{
	posix_spawn_file_actions_t files;
	struct timespec start, end;
	pid_t pid;
	int status;

	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
	posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
	clock_gettime(CLOCK_MONOTONIC, &start);
	if (posix_spawnp(&pid, argv[0], &files, NULL, argv, environ) != 0 ||
	    waitpid(pid, &status, 0) != pid || !WIFEXITED(status) || WEXITSTATUS(status) > 1) {
		fprintf(stderr, "wall: %s failed\n", argv[0]);
		exit(1);
	}
	clock_gettime(CLOCK_MONOTONIC, &end);
	posix_spawn_file_actions_destroy(&files);
	return (double)(end.tv_sec - start.tv_sec) * 1e6 + (double)(end.tv_nsec - start.tv_nsec) / 1e3;
}

static int by_size(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static double median(double *values, size_t count)
{
	qsort(values, count, sizeof *values, by_size);
	return values[count / 2];
}

int main(int argc, char **argv)
{
	struct rusage usage;
	size_t runs = argc > 1 ? strtoul(argv[1], NULL, 10) : 0;
	double *first, *second, *ratio;
	int at = 2;

	if (argc > 2 && strcmp(argv[1], "memory") == 0) {
		run(argv + 2);
		getrusage(RUSAGE_CHILDREN, &usage);
		printf("%ld\n", usage.ru_maxrss);
		return 0;
	}
	while (at < argc && strcmp(argv[at], "--") != 0)
		at++;
	if (runs < 1 || at < 3 || at + 1 >= argc) {
		fprintf(stderr, "usage: wall RUNS COMMAND … -- COMMAND …, or wall memory COMMAND …\n");
		return 2;
	}
	argv[at] = NULL;
	first = calloc(runs, sizeof *first);
	second = calloc(runs, sizeof *second);
	ratio = calloc(runs, sizeof *ratio);
	if (!first || !second || !ratio)
		return 1;
	run(argv + 2);
	run(argv + at + 1);
	for (size_t i = 0; i < runs; i++) {
		first[i] = run(argv + 2);
		second[i] = run(argv + at + 1);
		ratio[i] = first[i] / second[i];
	}
	printf("%.0f %.0f %.4f\n", median(first, runs), median(second, runs), median(ratio, runs));
	free(first);
	free(second);
	free(ratio);
	return 0;
}
