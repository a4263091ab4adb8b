/* The handle on a store: opening it in somebody's name, and what it remembers. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/random.h"
#include "core/core.h"

const char *groei_default_store(struct groei_arena *arena)
{
	return file_xdg(arena, "XDG_DATA_HOME", ".local/share", "groei/groei.db");
}

static bool is_uri(const char *name)
{
	return strncmp(name, "postgresql://", 13) == 0 || strncmp(name, "postgres://", 11) == 0;
}

static void find_folders(struct groei *groei, const char *name)
{
	const char *slash = strrchr(name, '/');

	groei->folders.folder[LAYER_SYSTEM] = GROEI_DATADIR "/templates";
	groei->folders.folder[LAYER_ORGANISATION] = "/etc/groei/templates";
	if (!is_uri(name))
		groei->folders.folder[LAYER_ORGANISATION] =
		    slash == NULL ? "templates"
		                  : groei_arena_print(groei->arena, "%.*s/templates",
		                                      (int)(slash - name), name);
	groei->folders.folder[LAYER_USER] =
	    file_xdg(groei->arena, "XDG_CONFIG_HOME", ".config", "groei/templates");
}

/* Whoever is in the store may ask, until their last day. */
static enum groei_status find_other(struct groei *groei, const char *as)
{
	struct person person;
	int64_t who = 0;
	char day[GROEI_DATE_SIZE];
	enum groei_status status = groei_find(groei, GROEI_PERSON, as, &who);

	if (status == GROEI_OK)
		status = record_get(groei->store, groei->store->scratch, groei_table(GROEI_PERSON), who,
		                    &person);
	if (status != GROEI_OK)
		return status;
	if (who != groei->owner && person.ends != GROEI_NO_DAY && person.ends < groei_today(groei))
		return fault_set(&groei->fault, GROEI_DENIED, NULL,
		                 _("access: the last day of %s here was %s, leave out --as"),
		                 person.name, groei_day_iso(person.ends, day));
	groei->who = who;
	return GROEI_OK;
}

static enum groei_status find_who(struct groei *groei, const char *as)
{
	const char *owner;
	enum groei_status status = store_setting(groei->store, groei->arena, "owner", &owner);

	if (status == GROEI_NO)
		return GROEI_OK;
	if (status != GROEI_OK)
		return status;
	groei->owner = groei->who = strtoll(owner, NULL, 10);
	if (as != NULL)
		status = find_other(groei, as);
	access_begin(groei);
	return status;
}

enum groei_status groei_open(const struct groei_options *options, struct groei **groei_out)
{
	struct groei_arena *arena = groei_arena_open();
	struct groei *groei = groei_arena_take(arena, sizeof *groei);
	const char *name = options->store;
	enum groei_status status;

	groei->arena = arena;
	groei->today = options->today;
	groei->language = options->language;
	groei->session = random_id();
	groei->from = GROEI_NO_DAY;
	*groei_out = groei;
	if (name == NULL)
		name = groei_default_store(arena);
	if (name == NULL)
		return fault_set(&groei->fault, GROEI_STORE, NULL,
		                 _("store: there is no home folder, name a store with --store"));
	groei->store_name = store_shown_name(arena, name);
	find_folders(groei, name);
	status = store_open(&schema, name, options->flags & GROEI_OPEN_CREATE ? DB_CREATE : 0,
	                    &groei->fault, &groei->store);
	if (status != GROEI_OK)
		return status;
	if (options->patience > 0)
		db_set_deadline(groei->store->db, options->patience);
	groei->store->access = access_check;
	groei->store->access_context = groei;
	return find_who(groei, options->as);
}

void groei_close(struct groei *groei)
{
	if (groei == NULL)
		return;
	if (groei->store != NULL && groei->owner == 0)
		store_unmake(groei->store);
	store_close(groei->store);
	groei_arena_close(groei->names.arena);
	groei_arena_close(groei->arena);
}

struct groei_reason groei_why(const struct groei *groei)
{
	return (struct groei_reason){groei->fault.status, groei->fault.field, groei->fault.text};
}

int groei_missed(struct groei *groei)
{
	const int missed = groei->store != NULL && groei->store->missed;

	if (groei->store != NULL)
		groei->store->missed = false;
	return missed;
}

int64_t groei_saves(const struct groei *groei)
{
	return groei->store != NULL ? groei->store->writes : 0;
}

int64_t groei_who(const struct groei *groei) { return groei->who; }

int64_t groei_owner(const struct groei *groei) { return groei->owner; }

int32_t groei_today(const struct groei *groei)
{
	return groei->today != GROEI_NO_DAY ? groei->today : groei_instant_day(groei_instant_now());
}

const char *groei_followed(struct groei *groei, struct groei_arena *arena)
{
	const char *followed = groei_arena_text(arena, groei->followed);

	groei->followed = NULL;
	return followed;
}

enum groei_language groei_language(const struct groei *groei) { return groei->language; }

const char *groei_store_name(const struct groei *groei) { return groei->store_name; }

const char *groei_views(struct groei *groei, struct groei_arena *arena)
{
	struct groei_buffer sql = {0};
	const char *text;

	store_views(groei->store->schema,
	            strcmp(db_engine(groei->store->db), "sqlite") == 0 ? VIEWS_FOR_SQLITE
	                                                               : VIEWS_FOR_POSTGRESQL,
	            &sql);
	text = groei_arena_text(arena, sql.data);
	groei_buffer_free(&sql);
	return text;
}

const struct template_folders *groei_folders(const struct groei *groei) { return &groei->folders; }

int64_t groei_revision(struct groei *groei)
{
	int64_t revision = store_revision(groei->store);

	if (revision != groei->revision)
		names_forget(groei);
	groei->revision = revision;
	return revision;
}

enum groei_status groei_look_begin(struct groei *groei) { return store_look_begin(groei->store); }

void groei_look_end(struct groei *groei) { store_look_end(groei->store); }

struct first_person {
	struct groei *groei;
	struct person person;
};

static enum groei_status init_body(void *context)
{
	struct first_person *first = context;
	struct groei *groei = first->groei;
	const char *owner;
	enum groei_status status =
	    store_setting(groei->store, groei->store->scratch, "owner", &owner);

	if (status == GROEI_OK)
		return fault_set(&groei->fault, GROEI_CONFLICT, NULL,
		                 _("store: it has an owner already; name another with --store"));
	if (status != GROEI_NO)
		return status;
	status = records_add(groei, GROEI_PERSON, &first->person);
	if (status != GROEI_OK)
		return status;
	return store_set(groei->store, "owner",
	                 groei_arena_print(groei->store->scratch, "%lld",
	                                   (long long)first->person.id));
}

enum groei_status groei_init(struct groei *groei, const char *handle, const char *name)
{
	struct first_person first = {.groei = groei};
	enum groei_status status;

	groei_record_clear(groei_table(GROEI_PERSON), &first.person);
	first.person.handle = handle;
	first.person.name = name;
	first.person.language = groei->language == GROEI_DUTCH ? PERSON_NL : PERSON_EN;
	status = store_transact(groei->store, "init", init_body, &first);
	if (status == GROEI_OK) {
		groei->owner = groei->who = first.person.id;
		access_begin(groei);
	}
	return status;
}
