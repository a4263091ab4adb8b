/* Records of a long list, read in windows as they are looked at: never all of them are in memory.
 * Knows nothing about drawing. */
#ifndef TUI_ROWS_H
#define TUI_ROWS_H

#include <stddef.h>

#include <groei/groei.h>

struct rows;

struct rows_source {
	void *context;
	size_t size; /* of one record */
	/* Reads at most `limit` records behind `after` (NULL: from the start) into the arena. */
	enum groei_status (*read)(void *context, struct groei_arena *arena, const void *after,
	                          int limit, void **records_out, size_t *count_out);
	/* What `after` must be to go on behind a record; lives in the arena. */
	const void *(*after)(void *context, struct groei_arena *arena, const void *record);
};

/* The source is copied; its context must outlive the rows. */
struct rows *rows_open(const struct rows_source *source);
void rows_close(struct rows *rows);
/* Forgets all that was read. */
void rows_reset(struct rows *rows);

/* How many there are, looking no further than the first `until`. */
size_t rows_count(struct rows *rows, size_t until);
/* Record `index`; NULL when there are fewer. Good until eight other windows were looked at. */
const void *rows_at(struct rows *rows, size_t index);
/* The index of the record with this id among the first `until`; SIZE_MAX when it is not there.
 * Every record must begin with its int64_t id. */
size_t rows_find(struct rows *rows, int64_t id, size_t until);
/* The row for the cursor after a change: of the record that an earlier change took away, when it is
 * back (*gone is then 0), else of `last`, where the cursor was (0: nowhere). SIZE_MAX: `last` is not
 * there; *gone is then `last`. */
size_t rows_refind(struct rows *rows, int64_t last, int64_t *gone, size_t until);

/* A copy of a record with its texts, for rows_source.after. */
const void *rows_copy(struct groei_arena *arena, const struct groei_table *table,
                      const void *record);

#endif
