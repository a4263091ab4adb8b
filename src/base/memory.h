/* Memory that is there or ends the program: the one place that knows what "out of memory" means. */
#ifndef MEMORY_H
#define MEMORY_H

#include <stddef.h>

#include <groei/arena.h>

/* As realloc(NULL or block, size); never NULL. Without memory: groei_out_of_memory. */
void *memory_resize(void *block, size_t size);

/* Ends the program where nothing can go on: the line to standard error, then quick_exit(GROEI_STORE) (the
 * screens give the terminal back by at_quick_exit). A transaction under way is rolled back by whoever
 * opens the store next. */
_Noreturn void memory_end(const char *line);

#endif
