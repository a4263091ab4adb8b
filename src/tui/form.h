/* Inside of forms: the form on the screen, and one entry per field. Shared by form*.c, run.c,
 * setup.c and accessible.c only. */
#ifndef TUI_FORM_H
#define TUI_FORM_H

#include "screen.h"

enum { ENTRY_OFFERS = 5, FORM_FIELDS = 32 };

struct entry {
	const struct groei_field *field;
	struct field input;     /* what is typed; a choice has none */
	struct editor_view view; /* the same for a long text */
	unsigned long loaded;   /* changes of the editor when the value was loaded */
	char *wrong;            /* why the value cannot be; NULL: it can */
	char *theirs;           /* what somebody else made it meanwhile; NULL: nothing */
	char *offer[ENTRY_OFFERS]; /* records that match what was typed in a reference */
	char *offer_name[ENTRY_OFFERS];
	size_t offers, offered; /* how many; which one is chosen */
};

struct form {
	enum groei_entity entity;
	const void *given;  /* only until open */
	const char *title;
	void (*done)(struct screen *asker, int64_t context, int64_t id);
	int64_t context;

	struct groei_arena *texts; /* of the records; lives as long as the form */
	const char *place;         /* of the draft; stays when saving gives the record its id */
	void *before, *record;
	struct entry entry[FORM_FIELDS];
	size_t count, focus, top;
	int chosen;  /* a choice was changed */
	int warned;  /* Esc was pressed once */
	int kept;    /* a draft is saved */
};

/* Whether anything was typed or chosen since it was opened. */
bool form_changed(const struct form *form);

/* form_draft.c: "form/goal/CODE"; of a new one "form/goal/new", or with whom it is for
 * "form/goal/new/CODE". In form->texts. */
const char *form_draft_place(const struct form *form);
/* Saves what was typed as draft. False when that failed. */
bool form_draft_keep(struct screen *screen);
void form_draft_drop(struct screen *screen);
/* Puts a draft of the same place back into the form and says so. */
void form_draft_offer(struct screen *screen);

/* Whether a form of this entity shows the field; id 0: the record is new (form_rules.c). */
bool form_shows(enum groei_entity entity, const struct groei_field *field, int64_t id);
/* What a new record starts as, beside what was given. */
void form_presets(struct tui *tui, struct groei_arena *arena, enum groei_entity entity,
                  void *record);

/* What speaks against a record that was saved all the same; NULL: nothing. In the frame arena. */
const char *form_warning(struct tui *tui, enum groei_entity entity, const void *record);

#define HANDLE_SIZE 33
/* "Sanne de Vries" gives "sanne": the first word, in the letters a handle may have. */
void handle_from_name(const char *name, char handle_out[HANDLE_SIZE]);

/* Makes the entry show the record's value. */
void entry_open(struct entry *entry, struct tui *tui, const struct groei_field *field,
                const void *record);
void entry_close(struct entry *entry);
/* Shows another value. */
void entry_load(struct entry *entry, struct tui *tui, const void *record);

/* A key in the entry; changes of a choice go straight into the record. */
enum screen_answer entry_key(struct entry *entry, struct tui *tui, const struct key *key,
                             void *record);
bool entry_changed(const struct entry *entry);
/* Reads what was typed into the record (texts in the arena). False: entry->wrong says why. */
bool entry_read(struct entry *entry, struct tui *tui, struct groei_arena *arena, void *record);
/* Says what is wrong with it. */
void entry_fault(struct entry *entry, const char *text);
/* Takes the chosen offer into the input. False when there is none to take. */
bool entry_take_offer(struct entry *entry);
/* Rows the entry takes in an area so wide. */
int entry_rows(const struct entry *entry, int focused, int width);
/* Draws the entry from the area's first row on; returns the cursor's place. */
struct spot entry_draw(struct entry *entry, struct tui *tui, const struct area *area, int focused,
                       const void *record);

#endif
