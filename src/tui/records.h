/* What the lists of goals and actions share: rows of one entity, filter, detail when wide. */
#ifndef TUI_RECORDS_H
#define TUI_RECORDS_H

#include "rows.h"
#include "screen.h"

struct records {
	enum groei_entity entity;
	struct rows *rows;
	struct list list;
	struct list_rows view;
	int64_t person;      /* only of this person; 0: everybody's */
	const char *none;    /* when there are none, translated */
	int64_t last;        /* record in focus, found again after a change */
	int64_t gone;        /* the one in focus that a change took away: an undo brings it back */
	int all;             /* 1: also what is closed */
	struct groei_arena *readers_of; /* of `readers`; NULL: nobody looked yet */
	const char *readers;            /* who may read the record `looked_at`, at that revision */
	int64_t looked_at, looked_revision;
	/* Draws the record beside a wide list; NULL: its fields. */
	void (*beside)(struct screen *screen, const struct area *area, const void *record);
};

/* Functions for the kind's table; its state begins with a struct records. */
enum groei_status records_open(struct screen *screen, enum groei_entity entity,
                               void (*draw)(void *context, size_t index, const struct area *area,
                                            attr_t attr));
enum groei_status records_reload(struct screen *screen);
struct spot records_draw(struct screen *screen, const struct area *body);
struct list *records_list(struct screen *screen, const struct list_rows **rows_out);
void records_selected(struct screen *screen, struct selection *selection_out);
void records_filtered(struct screen *screen);
void records_close(struct screen *screen);
enum screen_answer records_show_all(struct screen *screen);
/* Enter: what can be done with the record, in its form. */
enum screen_answer records_chosen(struct screen *screen);

/* The nouns that the screen "records" lists ("records learning"); NULL behind the last. */
const struct groei_table *records_listed(size_t index);

/* The record at a row; NULL when there is none. */
const void *records_at(struct screen *screen, size_t index);

#endif
