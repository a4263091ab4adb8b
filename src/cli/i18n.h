/* Translation of the front end's sentences. N_ marks a text of a const table, _ translates. */
#ifndef CLI_I18N_H
#define CLI_I18N_H

#include <libintl.h>

#define _(text) dgettext("groei", text)
#define N_(text) text

#endif
