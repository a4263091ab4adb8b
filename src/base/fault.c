/* Keeps the reason of a failure. Knows nothing of what failed. */
#include "base/fault.h"

#include <stdarg.h>
#include <stdio.h>

enum groei_status fault_set(struct fault *fault, enum groei_status status, const char *field,
                            const char *format, ...)
{
	va_list values;

	fault->status = status;
	fault->field = field;
	va_start(values, format);
	vsnprintf(fault->text, sizeof fault->text, format, values);
	va_end(values);
	return status;
}
