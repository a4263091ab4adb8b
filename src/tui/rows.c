/* Windows over a long list: each page remembers behind which record it starts, so that a page whose
 * memory was given back can be read again. Knows nothing about drawing. */
#include "rows.h"
#include "room.h"

#include <stdlib.h>
#include <string.h>

enum { PAGE = 64, FAR_PAGE = 1000, LOADED = 8 };

struct page {
	const void *after; /* in rows->keys */
	size_t first, count;
	struct groei_arena *arena; /* NULL: not loaded */
	void *record;
	unsigned long used;
};

struct rows {
	struct rows_source source;
	struct groei_arena *keys; /* page table and the records pages start behind */
	struct page *page;
	size_t pages, room;
	size_t known;      /* records in the pages */
	int ended;         /* there are no more */
	unsigned long now; /* counts the looks */
};

struct rows *rows_open(const struct rows_source *source)
{
	struct rows *rows = room_take(1, sizeof *rows);

	rows->source = *source;
	rows->keys = groei_arena_open();
	return rows;
}

void rows_reset(struct rows *rows)
{
	for (size_t i = 0; i < rows->pages; i++)
		groei_arena_close(rows->page[i].arena);
	groei_arena_reset(rows->keys);
	rows->page = NULL;
	rows->pages = rows->room = rows->known = 0;
	rows->ended = 0;
}

void rows_close(struct rows *rows)
{
	if (!rows)
		return;
	rows_reset(rows);
	groei_arena_close(rows->keys);
	free(rows);
}

/* Gives back the page that was not looked at for the longest time when too many are loaded. */
static void make_room(struct rows *rows)
{
	struct page *oldest = NULL;
	size_t loaded = 0;

	for (size_t i = 0; i < rows->pages; i++) {
		struct page *page = &rows->page[i];

		if (!page->arena)
			continue;
		loaded++;
		if (!oldest || page->used < oldest->used)
			oldest = page;
	}
	if (loaded >= LOADED) {
		groei_arena_close(oldest->arena);
		oldest->arena = NULL;
		oldest->record = NULL;
	}
}

static int load(struct rows *rows, struct page *page, int limit)
{
	struct groei_arena *arena;
	size_t count = 0;
	void *record = NULL;

	make_room(rows);
	arena = groei_arena_open();
	if (rows->source.read(rows->source.context, arena, page->after, limit, &record, &count) !=
	    GROEI_OK) {
		groei_arena_close(arena);
		return -1;
	}
	page->arena = arena;
	page->record = record;
	page->count = count;
	page->used = ++rows->now;
	return 0;
}

static void add_page(struct rows *rows, int limit)
{
	struct page *last = rows->pages ? &rows->page[rows->pages - 1] : NULL;
	struct page page = {.first = rows->known};

	if (last) {
		const char *records;

		if (!last->arena && load(rows, last, (int)last->count) != 0) {
			rows->ended = 1;
			return;
		}
		records = last->record;
		page.after = rows->source.after(rows->source.context, rows->keys,
		                                records + (last->count - 1) * rows->source.size);
	}
	if (load(rows, &page, limit) != 0 || page.count == 0) {
		groei_arena_close(page.arena);
		rows->ended = 1;
		return;
	}
	rows->page = groei_arena_grow(rows->keys, rows->page, rows->pages, &rows->room,
	                              sizeof *rows->page);
	rows->page[rows->pages++] = page;
	rows->known += page.count;
	rows->ended = page.count < (size_t)limit;
}

size_t rows_count(struct rows *rows, size_t until)
{
	while (!rows->ended && rows->known < until)
		add_page(rows, until - rows->known > FAR_PAGE ? FAR_PAGE : PAGE);
	return rows->known;
}

const void *rows_at(struct rows *rows, size_t index)
{
	size_t low = 0, high;
	struct page *page;

	if (rows_count(rows, index + 1) <= index)
		return NULL;
	high = rows->pages;
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (rows->page[middle].first <= index)
			low = middle;
		else
			high = middle;
	}
	page = &rows->page[low];
	if (!page->arena && load(rows, page, (int)page->count) != 0)
		return NULL;
	page->used = ++rows->now;
	if (index - page->first >= page->count)
		return NULL;
	return (const char *)page->record + (index - page->first) * rows->source.size;
}

size_t rows_find(struct rows *rows, int64_t id, size_t until)
{
	for (size_t i = 0; i < until; i++) {
		const void *record = rows_at(rows, i);
		int64_t here;

		if (!record)
			break;
		memcpy(&here, record, sizeof here);
		if (here == id)
			return i;
	}
	return SIZE_MAX;
}

size_t rows_refind(struct rows *rows, int64_t last, int64_t *gone, size_t until)
{
	size_t found = *gone ? rows_find(rows, *gone, until) : SIZE_MAX;

	if (found != SIZE_MAX) {
		*gone = 0;
		return found;
	}
	if (last)
		found = rows_find(rows, last, until);
	if (last && found == SIZE_MAX)
		*gone = last;
	return found;
}

const void *rows_copy(struct groei_arena *arena, const struct groei_table *table,
                      const void *record)
{
	char *copy = groei_arena_take(arena, table->size);

	memcpy(copy, record, table->size);
	for (size_t i = 0; i < table->field_count; i++) {
		const struct groei_field *field = &table->fields[i];
		const char *text;

		if (field->storage != GROEI_STORED_TEXT)
			continue;
		memcpy(&text, copy + field->offset, sizeof text);
		text = groei_arena_text(arena, text);
		memcpy(copy + field->offset, &text, sizeof text);
	}
	return copy;
}
