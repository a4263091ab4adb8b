/* killer ROUNDS SEED COMMAND…: runs the command again and again, "@" in its words being the number
 * of the round, and kills it with signal 9 at a random moment. Prints a line for each round:
 * "done N", "killed N" or "failed N CODE". The moments spread over the time that three undisturbed
 * runs took (rounds 1 to 3). */
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec * 1000000L + time.tv_nsec / 1000;
}

static char *with_number(const char *word, const char *number)
{
	const char *at = strchr(word, '@');
	char *made = NULL;

	if (!at || asprintf(&made, "%.*s%s%s", (int)(at - word), word, number, at + 1) < 0)
		return strdup(word);
	return made;
}

static pid_t start(char **command, int round)
{
	char number[16];
	pid_t child = fork();

	if (child != 0)
		return child;
	snprintf(number, sizeof number, "%d", round);
	for (char **word = command; *word; word++)
		*word = with_number(*word, number);
	int nowhere = open("/dev/null", O_RDWR);
	dup2(nowhere, 0);
	dup2(nowhere, 1);
	dup2(nowhere, 2);
	execv(command[0], command);
	_exit(127);
}

int main(int argc, char **argv)
{
	const int rounds = argc > 3 ? atoi(argv[1]) : 0;
	long longest = 1;

	if (rounds < 4)
		return 2;
	srand48(atol(argv[2]));
	for (int round = 1; round <= rounds; round++) {
		const long from = now();
		pid_t child = start(argv + 3, round);
		int status = 0;

		if (round > 3) {
			const long wait = (long)(drand48() * 1.3 * (double)longest);
			const struct timespec time = {wait / 1000000, wait % 1000000 * 1000};

			nanosleep(&time, NULL); /* the moment is the test */
			kill(child, SIGKILL);
		}
		waitpid(child, &status, 0);
		if (round <= 3 && now() - from > longest)
			longest = now() - from;
		if (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL)
			printf("killed %d\n", round);
		else if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
			printf("done %d\n", round);
		else
			printf("failed %d %d\n", round, status);
	}
	return 0;
}
