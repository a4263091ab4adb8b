/* Memory that is there or ends the program: the one place that knows what "out of memory" means. */
#ifndef MEMORY_H
#define MEMORY_H

#include <stddef.h>

/* As realloc(NULL or block, size); never NULL. Without memory: one line to standard error, then
 * abort (the screens' signal handler puts the terminal right). */
void *memory_resize(void *block, size_t size);

/* What memory_resize does when there is none; for sums that would overflow. */
_Noreturn void memory_out(void);

#endif
