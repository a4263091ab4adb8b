/* Prints the SQL that makes the agenda of all records anew. */
#include <stdio.h>

#include "core/schema.h"
#include "store/query.h"

int main(void)
{
	struct groei_buffer sql = {0};

	query_agenda_all(&schema, &sql);
	puts(sql.data);
	groei_buffer_free(&sql);
	return 0;
}
