/* What asks for attention, from which day until which: rows that are kept beside the records, in the
 * transaction of whatever changes them, so that Today is one index range a person. The rules are the texts
 * of QUERY_AGENDA_… in the store. */
#ifndef CORE_AGENDA_H
#define CORE_AGENDA_H

#include "core/core.h"
#include "store/query.h"

enum agenda_kind {
	AGENDA_ACTION,      /* open action with a day, of its owner; other: whom it is about */
	AGENDA_PROMISED,    /* the same, of whom it is about; other: its owner, somebody else */
	AGENDA_STEP,        /* open goal with a next step */
	AGENDA_STILL,       /* open goal, day: its last movement of any kind; other: day of the next step */
	AGENDA_LED,         /* person who has somebody for a lead, of that lead; own */
	AGENDA_AWAY,        /* absence, of who is away */
	AGENDA_ANSWER,      /* proposed learning, day: when it asks again; other: who proposed it */
	AGENDA_DEBRIEF,     /* learning that ended and was not looked back on */
	AGENDA_CERTIFICATE, /* learning whose certificate ends */
	AGENDA_CHECKPOINT,  /* open checkpoint; other: its learning */
	AGENDA_HEARD,       /* what somebody heard and did not decide about; own */
	AGENDA_DRAFT,       /* reflection, of its author; own */
	AGENDA_CONSENT,     /* reflection that waits, of whom it is about; own */
	AGENDA_KINDS
};

/* Its word in the store (a text may put "-" and more behind it), the noun that it comes from, and the text
 * that makes its rows. */
struct agenda_source {
	const char *word;
	enum groei_entity entity;
	enum query query;
};
const struct agenda_source *agenda_source(enum agenda_kind kind);

/* The day until which something asks that has no end. */
enum { AGENDA_FOREVER = INT32_MAX };

struct agenda_row {
	enum agenda_kind kind;
	int32_t day, until; /* it asks from the one until the other */
	int64_t record;
	int64_t other;      /* GROEI_NONE: none */
	const char *rest;   /* of the word behind "-": of a checkpoint the code of its kind; else "" */
};

/* Whose business a row is: that of the person and who leads them, or of the person alone. */
enum agenda_side { AGENDA_SHARED, AGENDA_OWN };

/* The rows of a person that ask today or begin to ask until `horizon`, in the arena; statement: of
 * QUERY_AGENDA. Ids only: who may see the records is decided where they are read. */
enum groei_status agenda_read(struct groei *groei, struct groei_arena *arena,
                              struct db_statement *statement, int64_t person, enum agenda_side side,
                              int32_t horizon, struct agenda_row **rows_out, size_t *count_out);

/* After a write of a record: makes its rows anew, and those of the records that they hang on. Before or
 * after may be NULL. */
enum groei_status agenda_keep(struct groei *groei, enum groei_entity entity, const void *before,
                              const void *after);

#endif
