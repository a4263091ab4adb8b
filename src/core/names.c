/* Names and handles of people, which stand in every row of every list: read once per person and kept in the
 * handle until somebody writes. */
#include "core/core.h"

#include <string.h>

enum { BYTES_KNOWN = 64 * 1024 }; /* of texts, before all are read anew */

/* Forgets the names when this handle wrote, or when groei_revision saw that another did. */
static void names_refresh(struct groei *groei)
{
	struct name_cache *cache = &groei->names;

	if (cache->arena == NULL)
		cache->arena = groei_arena_open();
	if (cache->writes == groei->store->writes && !groei->store->writing &&
	    groei_arena_size(cache->arena) <= BYTES_KNOWN)
		return;
	memset(cache->known, 0, sizeof cache->known);
	groei_arena_reset(cache->arena);
	cache->writes = groei->store->writing ? -1 : groei->store->writes; /* it may be taken back */
}

void names_forget(struct groei *groei) { groei->names.writes = -1; }

void names_know(struct groei *groei, int64_t id, const char *handle, const char *name)
{
	struct name_cache *cache = &groei->names;

	names_refresh(groei);
	cache->known[(uint64_t)id % NAMES_KNOWN] =
	    (struct known_name){.id = id,
	                        .handle = groei_arena_text(cache->arena, handle),
	                        .name = groei_arena_text(cache->arena, name)};
}

static const struct known_name *known(struct groei *groei, int64_t id)
{
	struct name_cache *cache = &groei->names;
	struct known_name *slot;
	struct db_statement *row;
	enum db_result result;

	names_refresh(groei);
	slot = &cache->known[(uint64_t)id % NAMES_KNOWN];
	if (slot->id == id)
		return slot;
	if (query(groei->store, QUERY_PERSON_NAME, &row) != GROEI_OK)
		return NULL;
	db_bind_int(row, 1, id);
	result = db_step(row);
	if (result != DB_ROW) {
		(void)store_result(groei->store, result);
		return NULL;
	}
	slot->id = id;
	slot->handle = groei_arena_text(cache->arena, db_text(row, 0));
	slot->name = groei_arena_text(cache->arena, db_text(row, 1));
	db_reset(row);
	return slot;
}

const char *groei_person_name(struct groei *groei, struct groei_arena *arena, int64_t id)
{
	const struct known_name *found = id == 0 ? NULL : known(groei, id);

	return found == NULL ? "" : groei_arena_text(arena, found->name);
}

const char *groei_person_handle(struct groei *groei, struct groei_arena *arena, int64_t id)
{
	const struct known_name *found = id == 0 ? NULL : known(groei, id);

	return found == NULL ? "" : groei_arena_text(arena, found->handle);
}
