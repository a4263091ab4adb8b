/* Drafts that go back into the field in which they were typed. Knows no screen. */
#include "kept.h"

#include <string.h>

bool kept_take(struct tui *tui, struct groei_arena *arena, const char *place,
               struct draft *draft_out)
{
	struct draft draft;
	enum groei_status status = groei_draft_get(tui->groei, arena, place, &draft);

	if (status == GROEI_NO)
		return false;
	if (status == GROEI_OK && !draft.own)
		status = groei_draft_take(tui->groei, &draft);
	if (status == GROEI_OK)
		*draft_out = draft;
	else if (status != GROEI_NOT_FOUND)
		tui_why(tui);
	return status == GROEI_OK;
}

static bool lies_in(const char *place, const char *in)
{
	size_t length = strlen(in);

	return length > 0 && in[length - 1] == '/' ? strncmp(place, in, length) == 0
	                                           : strcmp(place, in) == 0;
}

size_t kept_left(struct tui *tui, const char *place)
{
	struct groei_arena *arena = groei_arena_open();
	struct draft *drafts = NULL;
	size_t count = 0, left = 0;

	if (groei_drafts(tui->groei, arena, &drafts, &count) != GROEI_OK)
		count = 0;
	for (size_t i = 0; i < count; i++)
		left += !drafts[i].own && lies_in(drafts[i].place, place);
	groei_arena_close(arena);
	return left;
}
