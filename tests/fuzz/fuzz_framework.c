/* libFuzzer target: any bytes are a framework whose values hold together, or a list of errors that is fit to
 * be shown. */
#include <string.h>

#include <groei/text.h>

#include "core/core.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct groei_arena *arena = groei_arena_open();
	struct framework framework;
	struct template_error *errors = NULL;
	size_t count = 0;

	if (framework_read(arena, "fuzz.yaml", (const char *)data, size, &framework, &errors, &count) ==
	    GROEI_OK) {
		require(framework.people_to_show >= 3 && framework.retention_months >= 0);
	} else {
		require(count > 0 && count <= 20);
		for (size_t i = 0; i < count; i++) {
			require(errors[i].line >= 1 && errors[i].column >= 1);
			require(!strpbrk(errors[i].text, "\n\r\t\033"));
			require(groei_text_valid(errors[i].text, strlen(errors[i].text), NULL));
		}
	}
	groei_arena_close(arena);
	return 0;
}
