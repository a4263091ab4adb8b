/* The fixed words of the statuses. Knows nothing about why a call failed. */
#include <groei/status.h>

static const char *const words[GROEI_STATUSES] = {
	[GROEI_OK] = "ok",
	[GROEI_NO] = "no",
	[GROEI_USAGE] = "usage",
	[GROEI_NOT_FOUND] = "not-found",
	[GROEI_INVALID] = "invalid",
	[GROEI_CONFLICT] = "conflict",
	[GROEI_STORE] = "store",
	[GROEI_DENIED] = "denied",
};

const char *groei_status_word(enum groei_status status)
{
	if ((unsigned)status >= GROEI_STATUSES)
		return "unknown";
	return words[status];
}
