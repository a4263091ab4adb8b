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
	/* Moving a goal may ask for more: it has a key of its own. */
	return !(entity == GROEI_GOAL && id && field->flags & FIELD_STATE);
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

/* What the core would fill in by the field table, shown before it is saved: the day, and the person of
 * the record that the new one hangs on. */
static void start_record(struct tui *tui, struct groei_arena *arena, enum groei_entity entity,
                         char *record)
{
	const struct groei_table *table = groei_table(entity);
	const struct groei_field *person = groei_field(table, "person");
	int32_t day, today = groei_today(tui->groei);

	for (size_t i = 0; i < table->field_count; i++) {
		const struct groei_field *field = &table->fields[i];
		const struct groei_table *target = groei_table(field->target);
		int64_t id = 0, of = 0;

		if (field->kind == GROEI_DAY && field->flags & FIELD_NOW) {
			memcpy(&day, record + field->offset, sizeof day);
			if (day == GROEI_NO_DAY)
				memcpy(record + field->offset, &today, sizeof today);
		}
		if (field->kind != GROEI_REF || !person || field == person ||
		    !groei_field(target, "person"))
			continue;
		memcpy(&id, record + field->offset, sizeof id);
		memcpy(&of, record + person->offset, sizeof of);
		if (id && !of) {
			char *found = groei_arena_take(arena, target->size);

			if (groei_get(tui->groei, arena, target->entity, id, found) != GROEI_OK)
				continue;
			of = groei_record_person(target, found);
			memcpy(record + person->offset, &of, sizeof of);
		}
	}
}

void form_presets(struct tui *tui, struct groei_arena *arena, enum groei_entity entity,
                  void *record)
{
	struct person *person = record;
	struct action *action = record;

	start_record(tui, arena, entity, record);
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
