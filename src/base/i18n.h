/* Translation of the library's own sentences. N_ marks a text of a const table, _ translates. */
#ifndef I18N_H
#define I18N_H

#include <libintl.h>

#define GROEI_DOMAIN "groei"
#define _(text) dgettext(GROEI_DOMAIN, text)
#define N_(text) text
#define P_(one, many, n) dngettext(GROEI_DOMAIN, one, many, (unsigned long)(n))

#endif
