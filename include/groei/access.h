/* Who may read a record. */
#ifndef GROEI_ACCESS_H
#define GROEI_ACCESS_H

#include <groei/groei.h>

/* "Amir Haddad, Sanne de Wit, HR without the words": who sees a record that was read from the store, by the
 * table of who may see what (docs/access.md). "" when who asks sees it in outline only. Translated, in the
 * arena; names not sanitised. */
GROEI_API enum groei_status groei_seen_by(struct groei *groei, struct groei_arena *arena,
                                          enum groei_entity entity, const void *record,
                                          const char **words_out);

#endif
