/* Searching everything that who is asking may see. Each noun answers from an index range of the people that
 * are looked at, so that it costs the same at any size of the store. */
#include <groei/search.h>

#include <stdlib.h>
#include <string.h>

#include "core/core.h"

enum { SNIPPET = 76, LEAD_IN = 24 }; /* cells, and of them before the first mark */

struct found {
	struct search_hit hit;
	enum groei_text_place place;
	size_t turn; /* as the list of its noun has it */
};

struct searching {
	struct groei *groei;
	struct groei_arena *arena;
	const struct search *search;
	const char *key; /* of the words */
	struct found *found;
	size_t count, room;
	int more;
};

/* Snippets ----------------------------------------------------------------------------------------- */

static int by_place(const void *a, const void *b)
{
	const struct search_mark *one = a, *other = b;

	return one->at < other->at ? -1 : one->at > other->at;
}

/* Where the words stand in a text; how many of them do. *best is raised to the start of a word. */
static size_t marks_of(const char *text, const char *key, struct search_mark marks[SEARCH_MARKS],
                       enum groei_text_place *best)
{
	size_t count = 0, length;

	while (count < SEARCH_MARKS) {
		const char *word = groei_text_word(&key, &length);
		enum groei_text_place place;

		if (length == 0)
			break;
		if (!groei_text_find(text, word, length, &marks[count].at, &marks[count].length, &place))
			continue;
		if (place == GROEI_START_OF_WORD)
			*best = place;
		count++;
	}
	qsort(marks, count, sizeof *marks, by_place);
	return count;
}

/* Back from `at` to a blank, not further than so many bytes. */
static size_t back_to_blank(const char *text, size_t at)
{
	size_t start = at > LEAD_IN ? at - LEAD_IN : 0;

	while (start > 0 && ((unsigned char)text[start] & 0xC0) == 0x80)
		start--;
	if (start > 0) {
		size_t blank = start + strcspn(text + start, " \t\n");

		if (blank < at)
			start = blank + 1;
	}
	return start;
}

static void write_snippet(struct searching *s, const char *text, struct search_hit *hit)
{
	size_t start = back_to_blank(text, hit->mark_count > 0 ? hit->marks[0].at : 0);
	size_t length = groei_text_fit(text + start, strlen(text + start), SNIPPET);
	const char *before = start > 0 ? "… " : "";
	const char *after = text[start + length] != '\0' ? " …" : "";
	size_t shift = strlen(before), kept = 0;
	char *line = groei_arena_copy(s->arena, text + start, length);

	for (char *c = line; *c != '\0'; c++) {
		if (*c == '\n' || *c == '\t' || *c == '\r')
			*c = ' ';
	}
	for (size_t i = 0; i < hit->mark_count; i++) {
		struct search_mark mark = hit->marks[i];

		if (mark.at < start || mark.at + mark.length > start + length)
			continue;
		mark.at = mark.at - start + shift;
		/* Words that overlap are one mark. */
		if (kept > 0 && mark.at < hit->marks[kept - 1].at + hit->marks[kept - 1].length) {
			size_t end = mark.at + mark.length;
			struct search_mark *last = &hit->marks[kept - 1];

			if (end > last->at + last->length)
				last->length = end - last->at;
			continue;
		}
		hit->marks[kept++] = mark;
	}
	hit->mark_count = kept;
	hit->snippet = groei_arena_print(s->arena, "%s%s%s", before, line, after);
}

/* Collecting ---------------------------------------------------------------------------------------- */

/* The field in which most of the words stand, the first among equals. */
static bool best_field(struct searching *s, const struct groei_table *table, const void *record,
                       struct found *found)
{
	const char *best = NULL;

	for (size_t i = 0; i < table->field_count; i++) {
		const struct groei_field *field = &table->fields[i];
		struct search_mark marks[SEARCH_MARKS];
		enum groei_text_place place = GROEI_INSIDE_WORD;
		const char *text;
		size_t count;

		if (!(field->flags & FIELD_FILTER) || value_absent(field, record))
			continue;
		text = value_get_text(field, record);
		count = marks_of(text, s->key, marks, &place);
		if (place > found->place)
			found->place = place;
		if (count <= found->hit.mark_count && best != NULL)
			continue;
		best = text;
		found->hit.field = field;
		found->hit.mark_count = count;
		memcpy(found->hit.marks, marks, count * sizeof *marks);
	}
	if (best != NULL)
		write_snippet(s, best, &found->hit);
	return best != NULL;
}

static struct found *next_found(struct searching *s)
{
	s->found = groei_arena_grow(s->arena, s->found, s->count, &s->room, sizeof *s->found);
	s->found[s->count] = (struct found){.place = GROEI_INSIDE_WORD};
	return &s->found[s->count];
}

static void collect(struct searching *s, const struct groei_table *table, const void *record)
{
	const struct groei_field *day = table->order == NULL ? NULL : groei_field(table, table->order);
	const struct groei_field *talk = groei_field(table, "conversation");
	struct found *found = next_found(s);

	if (!best_field(s, table, record, found))
		return;
	found->hit.entity = table->entity;
	found->hit.id = ((const struct groei_record *)record)->id;
	found->hit.person = groei_record_person(table, record);
	found->hit.day = day == NULL ? GROEI_NO_DAY : value_get_int(day, record);
	if (table->entity == GROEI_ANSWER)
		found->hit.conversation = value_get_ref(talk, record);
	found->turn = s->count++;
}

static bool has_filter(const struct groei_table *table)
{
	for (size_t i = 0; i < table->field_count; i++) {
		if (table->fields[i].flags & FIELD_FILTER)
			return true;
	}
	return false;
}

static enum groei_status look_in(struct searching *s, const struct groei_table *table)
{
	struct groei_query query = {.words = s->search->words, .limit = SEARCH_MOST};
	const char *records;
	void *list;
	size_t count = 0;
	enum groei_status status;

	if (!has_filter(table))
		return GROEI_OK;
	if (s->search->person != 0 && table->entity == GROEI_PERSON)
		return GROEI_OK;
	if (s->search->person != 0 && groei_field(table, "person") == NULL)
		return GROEI_OK;
	if (s->search->person != 0)
		query.condition[0] = (struct groei_condition){"person", s->search->person};
	else if (s->search->scope == SEARCH_MINE)
		query.among = s->groei->who;
	status = groei_list(s->groei, s->arena, table->entity, &query, &list, &count);
	records = list;
	for (size_t i = 0; status == GROEI_OK && i < count; i++)
		collect(s, table, records + i * table->size);
	if (status == GROEI_OK && count == SEARCH_MOST)
		s->more = 1;
	return status;
}

/* Whoever types a name looks for that person first. */
static bool is_named(const struct found *found)
{
	return found->hit.entity == GROEI_PERSON && found->place == GROEI_START_OF_WORD &&
	       strcmp(found->hit.field->name, groei_table(GROEI_PERSON)->title) == 0;
}

static int by_worth(const void *a, const void *b)
{
	const struct found *one = a, *other = b;

	if (one->place != other->place)
		return one->place > other->place ? -1 : 1;
	if (is_named(one) != is_named(other))
		return is_named(one) ? -1 : 1;
	if (one->hit.day != other->hit.day)
		return one->hit.day > other->hit.day ? -1 : 1;
	if (one->hit.entity != other->hit.entity)
		return one->hit.entity < other->hit.entity ? -1 : 1;
	return one->turn < other->turn ? -1 : one->turn > other->turn;
}

static enum groei_status look(struct searching *s)
{
	enum groei_status status = GROEI_OK;

	for (int i = 0; status == GROEI_OK && i < GROEI_ENTITIES; i++) {
		const struct groei_table *table = groei_table((enum groei_entity)i);

		if (s->search->noun == NULL || strcmp(s->search->noun, table->name) == 0)
			status = look_in(s, table);
	}
	return status;
}

enum groei_status groei_search(struct groei *groei, struct groei_arena *arena,
                               const struct search *search, struct search_hit **hits_out,
                               size_t *count_out, int *more_out)
{
	struct searching s = {.groei = groei, .arena = arena, .search = search};
	struct search_hit *hits;
	const char *rest;
	size_t length = 0;
	enum groei_status status = groei_look_begin(groei);

	if (status != GROEI_OK)
		return status;
	if (search->noun != NULL && groei_table_named(search->noun) == NULL) {
		status = fault_set(&groei->fault, GROEI_INVALID, "noun",
		                   _("search: “%.40s” is no kind of record, write goal, action, moment"),
		                   search->noun);
		goto done;
	}
	rest = s.key = groei_text_key(arena, search->words);
	groei_text_word(&rest, &length);
	if (length > 0)
		status = look(&s);
	if (status != GROEI_OK)
		goto done;
	if (s.count > 1)
		qsort(s.found, s.count, sizeof *s.found, by_worth);
	*more_out = s.more || s.count > search->limit;
	*count_out = s.count < search->limit ? s.count : search->limit;
	hits = groei_arena_take(arena, *count_out * sizeof *hits);
	for (size_t i = 0; i < *count_out; i++)
		hits[i] = s.found[i].hit;
	*hits_out = hits;
done:
	groei_look_end(groei);
	return status;
}
