/* The drivers: each fills every member of its row, so that db.c never asks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "store/db_private.h"

static const struct db_driver *const drivers[] = {&sqlite_driver, &postgres_driver};

static void drivers_are_whole(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof drivers / sizeof *drivers; i++) {
		const struct db_driver *d = drivers[i];

		assert_true(d->engine && d->token_id && d->token_strict && d->token_wr && d->parameter);
		assert_true(d->open && d->close && d->prepare && d->finalise && d->step && d->reset);
		assert_true(d->column_int && d->column_text && d->column_null && d->run);
		assert_true(d->begin && d->commit && d->rollback);
		assert_true(d->backup && d->claim && d->discard);
	}
}

int main(void)
{
	cmocka_set_message_output(CM_OUTPUT_TAP);
	const struct CMUnitTest tests[] = {cmocka_unit_test(drivers_are_whole)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
