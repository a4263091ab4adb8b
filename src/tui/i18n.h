/* Translation of the screens' sentences. N_ marks a text of a const table, _ translates. */
#ifndef TUI_I18N_H
#define TUI_I18N_H

#include <libintl.h>

#define _(text) dgettext("groei", text)
#define N_(text) text
#define P_(one, many, n) dngettext("groei", one, many, (unsigned long)(n))

#endif
