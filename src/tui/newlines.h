/* Text from outside: newlines of all kinds (CR, CR LF, LF) become \n. Appends to out. */
#ifndef TUI_NEWLINES_H
#define TUI_NEWLINES_H

#include <groei/buffer.h>

void newlines_fix(struct groei_buffer *out, const char *text, size_t length);

#endif
