/* Inside of the person screen: what its files share. Only person_*.c and screen_person.c include it.
 *
 *     head: who they are, how they stand      screen_person.c, person_head.c
 *     sections of what is open                person_sections.c (reads, arranges), person_rows.c (draws)
 *     timeline                                person_timeline.c
 *     beside, when wide: the selected row     person_beside.c; or answers over time, person_answers.c */
#ifndef TUI_PERSON_H
#define TUI_PERSON_H

#include <groei/followup.h>
#include <groei/people.h>

#include "goal_pane.h"
#include "person_answers.h"
#include "rows.h"

enum person_section {
	SECTION_MINE,   /* promises of who looks, else of the lead */
	SECTION_THEIRS,
	SECTION_DONE,
	SECTION_POINTS,
	SECTION_GOALS,
	SECTION_STRENGTHS,
	SECTION_SKILLS,
	SECTION_LEARNING,
	SECTION_DIRECTIONS,
	SECTION_MOMENTS,
	SECTION_WISHES,
	SECTION_REFLECTIONS,
	SECTION_FEEDBACK,
	SECTION_EVIDENCE,
	SECTION_HEARD,
	SECTION_NOTES,
	SECTION_TIMELINE,
	SECTIONS
};

enum person_part {
	PART_BLANK,
	PART_HEADING,
	PART_REMARK, /* faint, below a row or instead of rows */
	PART_RECORD
};

struct person_row {
	enum person_section section;
	enum person_part part;
	enum groei_entity entity;
	const void *record;           /* of RECORD; of a REMARK that belongs to one */
	const char *text;             /* of HEADING and REMARK */
	size_t count;                 /* of a heading: rows below it */
};

/* Lists that the brief does not hold. */
enum person_list {
	LIST_LEARNING,
	LIST_CHECKPOINTS,
	LIST_SKILLS,
	LIST_DIRECTIONS,
	LIST_REFLECTIONS,
	LIST_EVIDENCE,
	PERSON_LISTS
};

struct person_screen {
	int64_t id;
	enum groei_viewer viewer;   /* as whom who is asking looks */
	struct brief brief;         /* this and the next ones in screen->arena */
	struct {
		void *records;
		size_t count;
	} lists[PERSON_LISTS];
	struct goal_view *views;    /* of the brief's first goals */
	size_t view_count;
	struct person_row *row;     /* the fixed part of the list; the timeline follows behind */
	size_t rows;
	struct rows *timeline;
	struct person_answers answers;
	unsigned folded;            /* bit per section: only its heading shows */
	int reading;                /* 1: answers over time are shown */
	int narrow;                 /* 1: the last frame had one column */
	struct list list;
	struct list_rows view;
	struct goal_pane pane;      /* beside the list */
	struct groei_arena *beside; /* a record read for it; NULL: none yet */
	struct selection shown;     /* what that record is */
	int64_t shown_at;           /* revision it was read at */
	void *shown_record;         /* NULL: it could not be read */
};

/* person_sections.c: reads what the brief does not hold; makes the rows that fit the filter. */
enum groei_status person_sections_read(struct screen *screen);
void person_sections_arrange(struct screen *screen);
/* Whether a text has every word of the filter. */
bool person_fits(struct screen *screen, const char *text);
/* Whether who is asking sees days and stages, but no words. */
bool person_wordless(const struct person_screen *state);

/* person_rows.c: one row in an area of height 1. */
void person_row_draw(struct screen *screen, const struct person_row *row, const struct area *area,
                     attr_t attr);
/* A goal's second line: levels, what both sides said last, support. "" when there is nothing. */
const char *person_goal_words(struct screen *screen, const struct goal_view *view);
/* The day of the next open checkpoint of a learning activity, and its kind; GROEI_NO_DAY: none. */
int32_t person_next_checkpoint(const struct person_screen *state, int64_t learning,
                               int32_t *kind_out);
/* What a row of a record says; in the frame arena. */
const char *person_row_words(struct screen *screen, const struct person_row *row);

/* person_timeline.c */
struct rows *person_timeline_open(struct screen *screen);
void person_timeline_draw(struct screen *screen, const struct timeline_item *item,
                          const struct area *area, attr_t attr);
/* The noun whose record an item is about. */
enum groei_entity person_timeline_entity(const struct timeline_item *item);

/* person_head.c: who they are and how they stand. Returns the rows used. */
int person_head_draw(struct screen *screen, const struct area *area);

/* person_beside.c: what is selected, right of the list. */
void person_beside_draw(struct screen *screen, const struct area *area,
                        const struct selection *selection);
void person_beside_close(struct person_screen *state);

/* person_add.c: asks what to add and opens its form. */
enum screen_answer person_add(struct screen *screen);

#endif
