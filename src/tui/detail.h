/* What stands beside a list in a wide terminal: a person's brief, the fields of a record. */
#ifndef TUI_DETAIL_H
#define TUI_DETAIL_H

#include <groei/overview.h>

#include "screen.h"

/* The brief of one person, read again only when the person or the store changed. */
struct detail {
	struct groei_arena *arena; /* NULL: nothing read yet */
	int64_t person, revision;
	enum groei_status status;
	struct brief brief;
};

/* Draws the brief of a person (0: nothing). */
void detail_person(struct detail *detail, struct tui *tui, const struct area *area, int64_t person);
void detail_close(struct detail *detail);

/* Draws a record: its title, then a line for every field that is there. NULL: nothing. Returns the rows
 * it took. */
int detail_record(struct tui *tui, const struct area *area, enum groei_entity entity,
                   const void *record);

/* A line of label and value; nothing when the value is "" or NULL. Returns the rows it took. */
int detail_line(const struct area *area, int row, const char *label, enum theme_role role,
                const char *value);

/* "I promised", or by first name; of somebody without a lead (0) the other side is who is asking. In the arena. */
const char *detail_promised(struct tui *tui, struct groei_arena *arena, int64_t person);

#endif
