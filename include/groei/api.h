/* What every public header needs: which symbols the shared library shows, and printf checking. */
#ifndef GROEI_API_H
#define GROEI_API_H

#define GROEI_API __attribute__((visibility("default")))
#define GROEI_PRINTF(at, first) __attribute__((format(printf, at, first)))

#define GROEI_VERSION "0.1.0"

#endif
