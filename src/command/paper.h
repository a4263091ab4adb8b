/* A talk on paper: what the printed form and the taking in share. */
#ifndef PAPER_H
#define PAPER_H

#include "command/call.h"

#include <groei/moments.h>

struct paper {
	struct conversation talk; /* the open one; id 0: one that is added when the form is taken in */
	struct question_template *template;
	struct asked *asked;      /* question i of the template has the code A<i + 1> */
	size_t count;
	struct agenda agenda;     /* point i has the code P<i + 1> */
};

/* The talk with a person that a form is about. */
enum groei_status paper_read(struct groei_command_call *call, int64_t person,
                             struct paper *paper_out);

#endif
