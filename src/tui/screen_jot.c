/* A moment in one line, from any screen: the text, and by Tab its kind; the last kind is a private note.
 * What is typed is kept as a draft until it is saved. */
#include <string.h>

#include <groei/guard.h>

#include "frame.h"
#include "kept.h"
#include "screens.h"

struct jotting {
	int64_t person;
	char code[GROEI_CODE_SIZE];
	int kind;  /* index of a moment's kind; one more: private note */
	int kinds; /* of a moment */
	int kept;  /* 1: a draft is saved */
	struct field field;
};

static const char *draft_place(struct screen *screen)
{
	const struct jotting *jot = screen->state;

	return groei_arena_print(screen->tui->frame, "jotting/%s", jot->code);
}

static const struct groei_field *kind_field(void)
{
	return groei_field(groei_table(GROEI_MOMENT), "kind");
}

static const char *kind_word(const struct jotting *jot)
{
	return jot->kind < jot->kinds ? screen_choice(kind_field(), jot->kind)
	                              : _("private note, for your eyes only");
}

static enum groei_status jot_open(struct screen *screen, const char *argument)
{
	struct jotting *jot = screen->state;
	struct groei_arena *arena = groei_arena_open();
	struct draft draft;
	enum groei_status status = groei_find(screen->tui->groei, GROEI_PERSON,
	                                      argument ? argument : "", &jot->person);

	if (status == GROEI_OK) {
		while (kind_field()->choices[jot->kinds].code)
			jot->kinds++;
		groei_code(jot->person, jot->code);
		jot->field.editor =
		    editor_open(EDITOR_ONE_LINE, GROEI_TEXT_MAX, &screen->tui->clipboard);
		if (kept_take(screen->tui, arena, draft_place(screen), &draft)) {
			editor_load(jot->field.editor, draft.text, strlen(draft.text));
			jot->kept = 1;
		}
	}
	groei_arena_close(arena);
	return status;
}

static struct spot jot_draw(struct screen *screen, const struct area *body)
{
	struct jotting *jot = screen->state;
	const char *name =
	    groei_person_name(screen->tui->groei, screen->tui->frame, jot->person);
	struct area inner = screen_box(body, 2, 72, name);
	int used = draw_text(&inner, 1, 1, inner.width - 2, theme_attr(THEME_ACCENT), kind_word(jot));

	draw_text(&inner, 1, used + 3, inner.width - used - 4, theme_attr(THEME_DIM),
	          _("Tab: another kind"));
	return field_draw(&jot->field, &inner, 0, 1, inner.width - 2, NULL);
}

static bool keep(struct screen *screen)
{
	struct jotting *jot = screen->state;
	const char *text = editor_text(jot->field.editor, NULL);

	groei_guard_typed(screen->tui->groei, text);
	if (!*text) {
		if (jot->kept)
			groei_draft_drop(screen->tui->groei, draft_place(screen));
		jot->kept = 0;
		return true;
	}
	if (groei_draft_save(screen->tui->groei, draft_place(screen), 0, text) != GROEI_OK)
		return false;
	jot->kept = 1;
	return true;
}

static enum groei_status add(struct screen *screen, const char *text)
{
	const struct jotting *jot = screen->state;
	struct moment moment;
	struct note note;

	if (jot->kind == jot->kinds) {
		groei_record_clear(groei_table(GROEI_NOTE), &note);
		note.person = jot->person;
		note.text = text;
		return groei_add(screen->tui->groei, GROEI_NOTE, &note);
	}
	groei_record_clear(groei_table(GROEI_MOMENT), &moment);
	moment.person = jot->person;
	moment.title = text;
	moment.kind = jot->kind;
	return groei_add(screen->tui->groei, GROEI_MOMENT, &moment);
}

static enum screen_answer save(struct screen *screen)
{
	struct jotting *jot = screen->state;
	struct tui *tui = screen->tui;
	const char *text = groei_arena_text(tui->frame, editor_text(jot->field.editor, NULL));
	const char *kind = kind_word(jot);

	if (text[strspn(text, " ")] == '\0') {
		tui_back(tui);
		return SCREEN_USED;
	}
	if (add(screen, text) != GROEI_OK) {
		tui_why(tui);
		return SCREEN_USED;
	}
	groei_draft_drop(tui->groei, draft_place(screen));
	editor_load(jot->field.editor, "", 0);
	jot->kept = 0;
	tui_back(tui);
	tui_message(tui, _("Noted: %s. u takes it back"), kind);
	return SCREEN_USED;
}

static enum screen_answer next_kind(struct screen *screen)
{
	struct jotting *jot = screen->state;

	jot->kind = (jot->kind + 1) % (jot->kinds + 1);
	return SCREEN_USED;
}

static enum screen_answer previous_kind(struct screen *screen)
{
	struct jotting *jot = screen->state;

	jot->kind = (jot->kind + jot->kinds) % (jot->kinds + 1);
	return SCREEN_USED;
}

static enum screen_answer jot_key(struct screen *screen, const struct key *key)
{
	struct jotting *jot = screen->state;

	if (key->code == K_ESCAPE || key->code == K_ENTER || key->code == K_TAB ||
	    tui_typed(screen->tui, field_key(&jot->field, key)) == EDITOR_IGNORED)
		return SCREEN_IGNORED;
	return SCREEN_USED;
}

static enum screen_answer jot_paste(struct screen *screen, const char *text, size_t length)
{
	struct jotting *jot = screen->state;

	tui_typed(screen->tui, field_paste(&jot->field, text, length));
	return SCREEN_USED;
}

static int jot_idle(struct screen *screen)
{
	if (keep(screen))
		return -1;
	tui_why(screen->tui);
	return KEEP_AGAIN;
}

static void jot_leave(struct screen *screen)
{
	keep(screen);
}

static enum screen_answer jot_back(struct screen *screen)
{
	const struct jotting *jot = screen->state;

	if (*editor_text(jot->field.editor, NULL) && !stack_may_leave(screen->tui))
		return SCREEN_USED;
	if (*editor_text(jot->field.editor, NULL) && jot->kept)
		tui_message(screen->tui, _("Kept; the same key goes on with it"));
	return SCREEN_IGNORED;
}

static bool jot_writing(struct screen *screen)
{
	(void)screen;
	return true;
}

static void jot_close(struct screen *screen)
{
	struct jotting *jot = screen->state;

	editor_close(jot->field.editor);
}

static const struct operation operations[] = {
	{"save", N_("Keep it as a moment or a private note."), save},
	{"next kind", N_("Another kind: praise, feedback, a lesson … at the end a private note."), next_kind},
	{"previous kind", N_("The kind before."), previous_kind},
	{NULL, NULL, NULL},
};

const struct screen_kind jot_screen = {
	.name = "jotting",
	.title = N_("Moment"),
	.flags = SCREEN_OVERLAY | SCREEN_HIDDEN,
	.size = sizeof(struct jotting),
	.operations = operations,
	.open = jot_open,
	.draw = jot_draw,
	.key = jot_key,
	.paste = jot_paste,
	.writing = jot_writing,
	.idle = jot_idle,
	.keep = keep,
	.leave = jot_leave,
	.back = jot_back,
	.close = jot_close,
};
