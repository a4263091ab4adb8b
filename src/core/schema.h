/* The field table as the store is opened with it. */
#ifndef CORE_SCHEMA_H
#define CORE_SCHEMA_H

#include "store/store.h"

extern const struct store_schema schema;

#endif
