/* Searching everything one may see. */
#include <string.h>

#include <groei/search.h>

#include "base/i18n.h"
#include "command/call.h"

/* The snippet with its marks: in bold, or between « and » where there are no colours. */
static void print_snippet(struct groei_command_call *call, const struct search_hit *hit)
{
	size_t at = 0;

	call_raw(call, "    ");
	for (size_t i = 0; i < hit->mark_count; i++) {
		const struct search_mark *mark = &hit->marks[i];
		const char *word = groei_arena_copy(call->arena, hit->snippet + mark->at, mark->length);

		call_print(call, "%.*s", (int)(mark->at - at), hit->snippet + at);
		if (call->output->colour)
			call_styled(call, STYLE_BOLD, word);
		else
			call_print(call, "«%s»", word);
		at = mark->at + mark->length;
	}
	call_print(call, "%s\n", hit->snippet + at);
}

static void print_hit(struct groei_command_call *call, const struct search_hit *hit)
{
	const struct groei_table *table = groei_table(hit->entity);
	char code[GROEI_CODE_SIZE];

	groei_short_code(call->groei, hit->entity, hit->id, code);
	call_styled(call, STYLE_DIM, code);
	call_print(call, "  %s", _(table->label));
	if (hit->person != 0 && hit->entity != GROEI_PERSON)
		call_print(call, " · %s", groei_person_name(call->groei, call->arena, hit->person));
	if (hit->day != GROEI_NO_DAY)
		call_print(call, " · %s", call_day_text(call, hit->day));
	if (strcmp(hit->field->name, table->title) != 0)
		call_print(call, " · %s", _(hit->field->label));
	call_raw(call, "\n");
	print_snippet(call, hit);
}

static void json_hit(struct groei_command_call *call, const struct search_hit *hit)
{
	char code[GROEI_CODE_SIZE];

	json_begin(call, NULL, '{');
	json_string(call, "noun", groei_table(hit->entity)->name);
	json_string(call, "id", groei_code(hit->id, code));
	json_string(call, "person", hit->person == 0 ? NULL
	                                              : groei_person_handle(call->groei, call->arena,
	                                                                    hit->person));
	json_day_value(call, "day", hit->day);
	json_string(call, "field", hit->field->name);
	json_string(call, "snippet", hit->snippet);
	json_begin(call, "marks", '[');
	for (size_t i = 0; i < hit->mark_count; i++)
		json_string(call, NULL,
		            groei_arena_copy(call->arena, hit->snippet + hit->marks[i].at,
		                             hit->marks[i].length));
	json_end(call, ']');
	json_end(call, '}');
}

enum groei_status run_search(struct groei_command_call *call)
{
	struct search search = {.words = call_value(call, "words"), .noun = call_value(call, "in"),
	                        .scope = call_value(call, "everybody") != NULL ? SEARCH_EVERY
	                                                                       : SEARCH_MINE};
	struct search_hit *hits = NULL;
	size_t count = 0;
	int more = 0, limit = 20;
	enum groei_status status = call_number(call, "limit", 1, SEARCH_MOST, &limit);

	if (status == GROEI_OK && call_value(call, "person") != NULL)
		status = call_person(call, &search.person);
	search.limit = (size_t)limit;
	if (status == GROEI_OK)
		status = groei_search(call->groei, call->arena, &search, &hits, &count, &more);
	if (status != GROEI_OK)
		return status;
	if (call->output->json) {
		json_begin(call, NULL, '[');
		for (size_t i = 0; i < count; i++)
			json_hit(call, &hits[i]);
		json_end(call, ']');
	}
	for (size_t i = 0; !call->output->json && i < count; i++)
		print_hit(call, &hits[i]);
	if (!call->output->json && more)
		call_print(call, _("There is more; add a word, --in NOUN, --person HANDLE or --limit N.\n"));
	if (count > 0)
		return GROEI_OK;
	if (!call->output->json)
		call_print(call, "%s", search.scope == SEARCH_MINE && search.person == 0
		                           ? _("Nothing like that about you and the people you lead; --everybody looks further.\n")
		                           : _("Nothing like that.\n"));
	call->answered = 1;
	return GROEI_NO;
}
