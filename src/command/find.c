/* From words to a row of the command table: unique starts and nearest names. Knows nothing about
 * stores. */
#include "command/call.h"

#include <string.h>

#include "base/i18n.h"
#include "base/words.h"
#include <groei/text.h>

const char *command_name(struct groei_arena *arena, const struct groei_command *command)
{
	if (command->noun == NULL)
		return command->verb;
	return groei_arena_print(arena, "%s %s", command->noun, command->verb);
}

void nearest_add(struct nearest *nearest, const char *name)
{
	int distance = groei_text_distance(nearest->word, name);
	size_t length = strlen(nearest->word);
	int bound = length < 4 ? 1 : length < 7 ? 2 : 3;

	if (distance > bound || (nearest->name != NULL && distance >= nearest->distance))
		return;
	nearest->name = name;
	nearest->distance = distance;
}

/* Words of one place in the grammar: those that start as typed, and the nearest. */
struct choice_of {
	struct groei_arena *arena;
	const char *typed;
	size_t length;
	const char *found;
	const char *last;    /* considered last: a noun comes once for each of its verbs */
	const char *several; /* "add, answer" when more than one starts so */
	int exact;
	struct nearest nearest;
};

static void consider(struct choice_of *choice, const char *name)
{
	if (choice->exact || (choice->last != NULL && strcmp(choice->last, name) == 0))
		return;
	choice->last = name;
	if (strcmp(name, choice->typed) == 0) {
		choice->found = name;
		choice->several = NULL;
		choice->exact = 1;
	} else if (choice->length > 0 && strncmp(name, choice->typed, choice->length) == 0) {
		if (choice->found == NULL)
			choice->found = name;
		else
			choice->several = groei_arena_print(
			    choice->arena, "%s, %s",
			    choice->several == NULL ? choice->found : choice->several, name);
	}
	nearest_add(&choice->nearest, name);
}

static struct choice_of choose(struct groei_arena *arena, const char *typed)
{
	return (struct choice_of){.arena = arena,
	                          .typed = typed,
	                          .length = strlen(typed),
	                          .nearest = {.word = typed}};
}

/* A sentence about what was typed, or NULL when it was clear. */
static const char *objection(const struct choice_of *choice, const char *before)
{
	if (choice->several != NULL)
		return groei_arena_print(choice->arena,
		                         _("%s%s: could be %s, write more letters"), before,
		                         choice->typed, choice->several);
	if (choice->found != NULL)
		return NULL;
	if (choice->nearest.name != NULL)
		return groei_arena_print(choice->arena,
		                         _("%s%s: no such command, did you mean “%s%s”?"), before,
		                         choice->typed, before, choice->nearest.name);
	return groei_arena_print(choice->arena,
	                         _("%s%s: no such command, “groei help” lists them"), before,
	                         choice->typed);
}

static const char *verbs_of(struct groei_arena *arena, const char *noun)
{
	const char *verbs = NULL;

	for (const struct groei_command *row = groei_commands(); row->verb != NULL; row++)
		if (row->noun != NULL && strcmp(row->noun, noun) == 0)
			verbs = verbs == NULL ? row->verb
			                      : groei_arena_print(arena, "%s, %s", verbs, row->verb);
	return verbs;
}

static enum groei_status find_verb(struct groei_arena *arena, const char *noun, const char *verb,
                                   const struct groei_command **command_out, const char **why_out)
{
	struct choice_of choice = choose(arena, verb);

	for (const struct groei_command *row = groei_commands(); row->verb != NULL; row++)
		if (row->noun != NULL && strcmp(row->noun, noun) == 0)
			consider(&choice, row->verb);
	*why_out = objection(&choice, groei_arena_print(arena, "%s ", noun));
	if (*why_out != NULL) {
		if (choice.several == NULL && choice.nearest.name == NULL)
			*why_out = groei_arena_print(arena,
			                             _("%s %s: no such command, use one of: %s"), noun,
			                             verb, verbs_of(arena, noun));
		return GROEI_USAGE;
	}
	for (const struct groei_command *row = groei_commands(); row->verb != NULL; row++)
		if (row->noun != NULL && strcmp(row->noun, noun) == 0 &&
		    strcmp(row->verb, choice.found) == 0)
			*command_out = row;
	return GROEI_OK;
}

enum groei_status groei_command_find(struct groei_arena *arena, int argc, const char *const *argv,
                                     const struct groei_command **command_out, int *words_out,
                                     const char **why_out)
{
	const char *why;
	struct choice_of choice;
	enum groei_status status;

	if (argc < 1) {
		*why_out = _("groei: no command given, “groei help” lists them");
		return GROEI_USAGE;
	}
	choice = choose(arena, argv[0]);
	for (const struct groei_command *row = groei_commands(); row->verb != NULL; row++) {
		const char *name = row->noun != NULL ? row->noun : row->verb;

		if (!(row->flags & COMMAND_HIDDEN) || strcmp(name, argv[0]) == 0)
			consider(&choice, name);
	}
	why = objection(&choice, "");
	if (why != NULL) {
		*why_out = why;
		return GROEI_USAGE;
	}
	for (const struct groei_command *row = groei_commands(); row->verb != NULL; row++) {
		if (row->noun == NULL && strcmp(row->verb, choice.found) == 0) {
			*command_out = row;
			*words_out = 1;
			return GROEI_OK;
		}
	}
	if (argc < 2 || argv[1][0] == '-') {
		*why_out = groei_arena_print(arena, _("%s: what to do is missing, use one of: %s"),
		                             choice.found, verbs_of(arena, choice.found));
		return GROEI_USAGE;
	}
	status = find_verb(arena, choice.found, argv[1], command_out, why_out);
	if (status == GROEI_OK)
		*words_out = 2;
	return status;
}

enum groei_status groei_command_split(struct groei_arena *arena, const char *line, int *argc_out,
                                      const char ***argv_out)
{
	return words_split(arena, line, argc_out, argv_out) ? GROEI_OK : GROEI_USAGE;
}
