/* Who may do what. A store on one machine belongs to the person who made it: the file is the boundary,
 * and its owner is granted everything. Anybody else is refused, which is the safe end to start from. */
#include "core/core.h"

enum groei_status access_read(struct groei *groei)
{
	const struct groei_table *person = groei_table(GROEI_PERSON);
	const char *owner = "";

	if (groei->owner == 0 || groei->who == groei->owner)
		return GROEI_OK;
	record_text(groei->store, groei->store->scratch, person, groei_field(person, "handle"),
	            groei->owner, &owner);
	return fault_set(&groei->fault, GROEI_DENIED, NULL,
	                 _("access: this store belongs to %s, only they may use it; leave out --as"),
	                 owner);
}

enum groei_status access_check(void *context, enum store_act act, const struct groei_table *table,
                               const void *record)
{
	(void)act;
	(void)table;
	(void)record;
	return access_read(context);
}
