/* What forms know about single records: fields that are filled in elsewhere, and what a new record
 * starts as. All else comes from the field table. */
#include "form.h"

#include <string.h>

#include <groei/conversation.h>
#include <groei/people.h>

/* Left out of forms: settled by another field, by a rule of the core, or on a screen of its own. */
static const struct {
	enum groei_entity entity;
	const char *names;
} elsewhere[] = {
	{GROEI_CONVERSATION, " lead format energy notes "},
	{GROEI_GOAL, " conversation "},
	{GROEI_ACTION, " conversation "},
	{GROEI_POSTPONEMENT, " conversation "},
};

bool form_shows(enum groei_entity entity, const struct groei_field *field, int64_t id)
{
	char name[64] = " ";

	if (field->flags & FIELD_DERIVED || field->flags & (id ? FIELD_FIXED : FIELD_LATER) ||
	    strlen(field->name) > 60)
		return false;
	strcat(name, field->name);
	strcat(name, " ");
	for (size_t i = 0; i < sizeof elsewhere / sizeof elsewhere[0]; i++) {
		if (elsewhere[i].entity == entity && strstr(elsewhere[i].names, name))
			return false;
	}
	return true;
}

static void start_conversation(struct tui *tui, struct groei_arena *arena,
                               struct conversation *conversation)
{
	int32_t day = groei_today(tui->groei);
	struct conversation last;
	enum groei_status held = GROEI_NO;

	if (conversation->person) {
		groei_plan_day(tui->groei, conversation->person, GROEI_NO_DAY, &day);
		held = groei_conversation_last(tui->groei, arena, conversation->person, GROEI_NO_DAY, &last);
	}
	if (conversation->day == GROEI_NO_DAY)
		conversation->day = day;
	if (!conversation->template)
		conversation->template = held == GROEI_OK ? "checkin" : "growth";
}

void form_presets(struct tui *tui, struct groei_arena *arena, enum groei_entity entity,
                  void *record)
{
	struct person *person = record;
	struct action *action = record;

	switch (entity) {
	case GROEI_PERSON:
		person->language = groei_language(tui->groei) == GROEI_DUTCH ? PERSON_NL : PERSON_EN;
		if (!person->lead)
			person->lead = groei_who(tui->groei);
		break;
	case GROEI_CONVERSATION:
		start_conversation(tui, arena, record);
		break;
	case GROEI_ACTION:
		if (!action->owner)
			action->owner = groei_who(tui->groei);
		break;
	default:
		break;
	}
}

const char *form_warning(struct tui *tui, enum groei_entity entity, const void *record)
{
	const struct conversation *talk = record;
	const struct postponement *postponement = record;
	struct conversation moved;

	if (entity == GROEI_POSTPONEMENT &&
	    groei_get(tui->groei, tui->frame, GROEI_CONVERSATION, postponement->conversation, &moved) ==
	        GROEI_OK)
		talk = &moved;
	else if (entity != GROEI_CONVERSATION || talk->state > CONVERSATION_PREPARED)
		return NULL;
	return groei_lead_day_warning(tui->groei, tui->frame, talk->lead, talk->day);
}

void handle_from_name(const char *name, char handle_out[HANDLE_SIZE])
{
	struct groei_arena *arena = groei_arena_open();
	const char *key = groei_text_key(arena, name);
	size_t length = 0;

	for (; *key && *key != ' ' && length + 1 < HANDLE_SIZE; key++) {
		bool letter = *key >= 'a' && *key <= 'z';

		if (letter || (length && ((*key >= '0' && *key <= '9') || strchr("._-", *key))))
			handle_out[length++] = *key;
	}
	handle_out[length] = '\0';
	groei_arena_close(arena);
}
