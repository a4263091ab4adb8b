/* Who may do what. A store on one machine belongs to the person who made it: the file is the boundary,
 * and its owner is granted everything. Anybody else is refused, which is the safe end to start from. */
#include "core/core.h"

enum groei_status
access_read(struct groei *groei)
{
	if (groei->owner == 0 || groei->who == groei->owner)
		return GROEI_OK;
	return fault_set(&groei->fault, GROEI_DENIED, NULL,
	                 _("access: this store belongs to %s, only they may use it; leave out --as"),
	                 groei_person_handle(groei, groei->store->scratch, groei->owner));
}

enum groei_status
access_check(void *context, enum store_act act, const struct groei_table *table, const void *record)
{
	(void)act;
	(void)table;
	(void)record;
	return access_read(context);
}
