/* Opens the place of a draft with its text put back; text that has no place any more (its talk was held before
 * it was part of it, its record or question is gone) is offered as a private note. */
#include <string.h>

#include "conversation.h"
#include "kept.h"
#include "screens.h"

/* A draft's place in its parts: "form/goal/CODE" is form, goal, CODE; the last two may be NULL. */
struct place {
	const char *kind, *noun, *rest;
};

static struct place place_of(struct groei_arena *arena, const char *text)
{
	char *kind = groei_arena_text(arena, text), *noun = strchr(kind, '/');
	char *rest = noun ? strchr(noun + 1, '/') : NULL;

	if (noun)
		*noun++ = '\0';
	if (rest)
		*rest++ = '\0';
	return (struct place){kind, noun, rest};
}

static bool open_form(struct tui *tui, struct groei_arena *arena, const struct place *place)
{
	const char *line;

	if (strcmp(place->rest, "new") == 0)
		line = groei_arena_print(arena, "form %s add", place->noun);
	else if (strncmp(place->rest, "new/", 4) == 0)
		line = groei_arena_print(arena, "form %s add %s", place->noun, place->rest + 4);
	else
		line = groei_arena_print(arena, "form %s edit %s", place->noun, place->rest);
	return tui_line(tui, line) == GROEI_OK;
}

/* Whether what is typed into a reflection is saved: not into one that was skipped. */
static bool is_refused(const struct screen *screen)
{
	const struct reflection *reflection = &((const struct talk *)screen->state)->reflection;

	return screen->kind == &reflecting_screen && reflection->state != REFLECTION_DRAFT &&
	       reflection->state != REFLECTION_PUBLISHED;
}

/* Whether the text lies in its field now. */
static bool go_back(struct tui *tui, struct groei_arena *arena, const struct draft *draft)
{
	const struct place place = place_of(arena, draft->place);

	if (strcmp(place.kind, "form") == 0 && place.rest)
		return open_form(tui, arena, &place);
	if (!place.noun || !tui_open(tui, place.kind, place.noun)) {
		if (strcmp(place.kind, "conversation") == 0)
			tui_failed(tui, _("The talk in which this was typed is gone"));
		return false;
	}
	if (tui->top->kind != &conversation_screen && tui->top->kind != &reflecting_screen)
		return true;
	if (is_refused(tui->top)) {
		tui_back(tui);
		return false;
	}
	if (text_is_back(tui->top, draft->place))
		return true;
	tui_failed(tui, _("The question is not asked any more"));
	return false;
}

/* Private notes ------------------------------------------------------------------------------- */

/* Whom the text is about, as far as its place tells; 0. */
static int64_t person_of(struct tui *tui, struct groei_arena *arena, const char *text)
{
	const struct place place = place_of(arena, text);
	const char *noun = place.noun ? place.noun : "", *person = NULL;
	struct conversation talk;
	struct reflection reflection;
	int64_t id;

	if (strcmp(place.kind, "jotting") == 0)
		person = noun;
	else if (place.rest && strncmp(place.rest, "new/", 4) == 0)
		person = place.rest + 4;
	if (person)
		return groei_find(tui->groei, GROEI_PERSON, person, &id) == GROEI_OK ? id : 0;
	if (strncmp(noun, "alone-", 6) == 0)
		return groei_who(tui->groei);
	if (strncmp(noun, "talk-", 5) == 0)
		noun += 5;
	else if (strcmp(place.kind, "reflecting") == 0)
		return groei_find(tui->groei, GROEI_REFLECTION, noun, &id) == GROEI_OK &&
		               groei_get(tui->groei, arena, GROEI_REFLECTION, id, &reflection) == GROEI_OK
		           ? reflection.person
		           : 0;
	return groei_find(tui->groei, GROEI_CONVERSATION, noun, &id) == GROEI_OK &&
	               groei_get(tui->groei, arena, GROEI_CONVERSATION, id, &talk) == GROEI_OK
	           ? talk.person
	           : 0;
}

static bool holds(const char *note, const char *text)
{
	size_t length = strlen(text);

	while (length && strchr(" \t\r\n", text[length - 1]))
		length--;
	return note && strncmp(note, text, length) == 0;
}

/* The note was saved: a draft that it begins with is no longer needed. `at` is that draft's. */
static void noted(struct screen *asker, int64_t at, int64_t id)
{
	struct tui *tui = asker->tui;
	struct groei_arena *arena = groei_arena_open();
	struct draft *drafts = NULL;
	struct note note;
	size_t count = 0;

	if (groei_get(tui->groei, arena, GROEI_NOTE, id, &note) == GROEI_OK &&
	    groei_drafts(tui->groei, arena, &drafts, &count) == GROEI_OK) {
		for (size_t i = 0; i < count; i++) {
			if (drafts[i].at == at && holds(note.text, drafts[i].text))
				groei_draft_forget(tui->groei, &drafts[i]);
		}
	}
	asker->stale = 1;
	groei_arena_close(arena);
}

static void offer_note(struct tui *tui, struct groei_arena *arena, const struct draft *draft)
{
	struct note note;

	groei_record_clear(groei_table(GROEI_NOTE), &note);
	note.person = person_of(tui, arena, draft->place);
	note.day = groei_today(tui->groei);
	note.text = draft->text;
	tui_form(tui, GROEI_NOTE, &note, _("Keep it as a private note"), noted, draft->at);
}

void kept_open(struct tui *tui, const struct draft *draft)
{
	struct groei_arena *arena = groei_arena_open();

	if (groei_draft_take(tui->groei, draft) != GROEI_OK)
		tui_why(tui);
	else if (!go_back(tui, arena, draft))
		offer_note(tui, arena, draft);
	groei_arena_close(arena);
}
