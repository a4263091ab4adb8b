/* What was heard and is no action, point, note or nothing yet. Its author decides, once. */
#include <groei/moments.h>

#include "core/core.h"

static enum groei_status heard_check(struct groei *groei, const void *before, void *after)
{
	const struct heard *heard = after;

	if (before == NULL && heard->day != GROEI_NO_DAY && heard->day > groei_today(groei))
		return fault_field(groei, groei_table(GROEI_HEARD), "day",
		                   _("what was heard cannot lie ahead"));
	return GROEI_OK;
}

const struct noun heard_noun = {.check = heard_check};

struct deciding {
	struct groei *groei;
	const struct becoming *becoming;
	int64_t made;
};

static enum groei_status make_action(struct deciding *d, const struct heard *heard,
                                     const char *title)
{
	struct action action;
	enum groei_status status;

	groei_record_clear(groei_table(GROEI_ACTION), &action);
	action.person = heard->person;
	action.owner = d->becoming->owner != 0 ? d->becoming->owner : d->groei->who;
	action.title = title;
	action.due = d->becoming->by;
	action.conversation = heard->conversation;
	status = records_add(d->groei, GROEI_ACTION, &action);
	d->made = action.id;
	return status;
}

static enum groei_status make_point(struct deciding *d, const struct heard *heard,
                                    const char *title)
{
	struct point point;
	enum groei_status status;

	groei_record_clear(groei_table(GROEI_POINT), &point);
	point.person = heard->person;
	point.title = title;
	status = records_add(d->groei, GROEI_POINT, &point);
	d->made = point.id;
	return status;
}

static enum groei_status make_note(struct deciding *d, const struct heard *heard, const char *title)
{
	struct note note;
	enum groei_status status;

	groei_record_clear(groei_table(GROEI_NOTE), &note);
	note.person = heard->person;
	note.day = heard->day;
	note.text = title;
	status = records_add(d->groei, GROEI_NOTE, &note);
	d->made = note.id;
	return status;
}

static enum groei_status become_body(void *context)
{
	struct deciding *d = context;
	const struct groei_table *table = groei_table(GROEI_HEARD);
	struct heard before, after;
	const char *title;
	enum groei_status status = records_get(d->groei, GROEI_HEARD, d->becoming->heard, &before);

	if (status != GROEI_OK)
		return status;
	if (before.state != HEARD_OPEN)
		return fault_field(d->groei, table, "state", _("it is “%s” already"),
		                   _(groei_field(table, "state")->choices[before.state].label));
	d->made = 0;
	title = d->becoming->title != NULL ? d->becoming->title : before.title;
	if (d->becoming->state == HEARD_ACTION)
		status = make_action(d, &before, title);
	else if (d->becoming->state == HEARD_POINT)
		status = make_point(d, &before, title);
	else if (d->becoming->state == HEARD_KEPT)
		status = make_note(d, &before, title);
	after = before;
	after.state = (int32_t)d->becoming->state;
	return status == GROEI_OK ? records_edit(d->groei, GROEI_HEARD, &before, &after) : status;
}

enum groei_status groei_heard_become(struct groei *groei, const struct becoming *becoming,
                                     int64_t *made_out)
{
	struct deciding d = {.groei = groei, .becoming = becoming};
	enum groei_status status = store_transact(groei->store, "heard become", become_body, &d);

	if (status == GROEI_OK)
		*made_out = d.made;
	return status;
}
