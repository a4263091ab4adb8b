/* Who may see what: one row of SQL predicates per entity. Every read that any entity can answer
 * (record*.c) and every hand-written one (query.c) puts them behind its own conditions; a database that
 * enforces access by itself can make its policies of the same texts.
 *
 * In a predicate "#" stands for the prefix of the row's columns and "$w" for who asks, which goes into the
 * text as a whole number: nothing that a person typed ever does, and a handle asks in one name, so its
 * statements are still prepared once. */
#ifndef SIGHT_H
#define SIGHT_H

#include <stdbool.h>

#include <groei/buffer.h>
#include <groei/schema.h>

enum sight_of {
	SIGHT_WHOLE, /* everything: rules that are being kept, and a store that nobody owns yet */
	SIGHT_OWNER, /* the store's owner: everything but others' drafts and private things */
	SIGHT_OTHER  /* anybody else */
};

/* Through whose eyes a store is read. */
struct sight {
	enum sight_of of;
	int64_t who;
};

/*     the row is seen by         whole               in outline
 *     the owner                  always              –
 *     anybody else               always, related     always, outline and not related
 */
struct sight_rule {
	const char *always;  /* holds for everybody, the owner too; NULL: nothing is asked */
	const char *waits;   /* besides always, for a while, where who reads has no better rule; or NULL */
	const char *related; /* who sees all of it; NULL: everybody */
	const char *outline; /* who else sees that it is there; NULL: nobody */
	const char *shown;   /* the fields that an outline shows; NULL: all but content and `hidden` */
	const char *hidden;  /* names with blanks between; NULL: none but content */
	const char *gate;    /* the choice by which a draft comes out; NULL: there is none */
	const char *shut;    /* its code before */
};

/* The row of an entity; there is one for each. */
const struct sight_rule *sight_rule(enum groei_entity entity);
/* Whether an outline of the record leaves this field out. */
bool sight_hides(const struct groei_table *table, const struct groei_field *field);

/* Appends " AND (…)": the rows that may be seen; nothing when all may. The prefix is "g." or "". */
void sight_rows(struct groei_buffer *sql, const struct sight *sight, const struct groei_table *table,
                const char *prefix);
/* The same without `waits`: for a reading that keeps back by itself what must wait. */
void sight_rows_waiting(struct groei_buffer *sql, const struct sight *sight,
                        const struct groei_table *table, const char *prefix);
/* Appends " AND …" for the rows that who asks wrote: a part of what sight_rows lets through, and cheaper. */
void sight_own(struct groei_buffer *sql, const struct sight *sight, const char *prefix);
/* Appends the field's column, or an expression that is empty ("—" where there must be a text) in rows
 * that are seen in outline only. */
void sight_column(struct groei_buffer *sql, const struct sight *sight,
                  const struct groei_table *table, const struct groei_field *field,
                  const char *prefix);
/* Appends the condition that a row is seen whole, without " AND "; false, and nothing appended, when
 * every row that is seen is. */
bool sight_whole(struct groei_buffer *sql, const struct sight *sight,
                 const struct groei_table *table, const char *prefix);
/* Appends " AND (…)" for rows of person_state: those of oneself, of the people one leads, all for HR. */
void sight_standing(struct groei_buffer *sql, const struct sight *sight, const char *prefix);

#endif
