/* Newlines of text from outside. */
#ifndef TUI_NEWLINES_H
#define TUI_NEWLINES_H

#include <groei/buffer.h>

/* Appends the text with newlines of all kinds (CR, CR LF, LF) as \n. */
void newlines_fix(struct groei_buffer *out, const char *text, size_t length);

#endif
