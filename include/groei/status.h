/* The answers a call can give. The numbers are the exit codes of the command line. */
#ifndef GROEI_STATUS_H
#define GROEI_STATUS_H

#include <groei/api.h>

enum groei_status {
	GROEI_OK = 0,        /* done */
	GROEI_NO = 1,        /* answered "no": nothing found, something is due */
	GROEI_USAGE = 2,     /* the call's words are off */
	GROEI_NOT_FOUND = 3, /* no such person, conversation, file … */
	GROEI_INVALID = 4,   /* a value that cannot be */
	GROEI_CONFLICT = 5,  /* somebody else was there; try again */
	GROEI_STORE = 6,     /* the store or a file failed */
	GROEI_DENIED = 7,    /* not allowed for who is asking */
	GROEI_STATUSES
};

/* The fixed English word for a status ("not-found"), as it stands in JSON errors. Static. */
GROEI_API const char *groei_status_word(enum groei_status status);

#endif
