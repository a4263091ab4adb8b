/* Why a call failed: set once, by the lowest function that knows, read by whoever shows it. */
#ifndef FAULT_H
#define FAULT_H

#include <groei/status.h>

struct fault {
	enum groei_status status;
	const char *field; /* static name of the field at fault, or NULL */
	char text[1024];   /* translated, "what: why, what to do" */
};

/* Fills in the fault and returns its status, so that "return fault_set(…)" reads well. */
enum groei_status fault_set(struct fault *fault, enum groei_status status, const char *field,
                            const char *format, ...) GROEI_PRINTF(4, 5);

#endif
