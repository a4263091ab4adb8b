/* Waits for what happens next. Contracts in input.h.
 *
 * Bytes are read as they come (curses' get_wch reads one a time and translates within a paste) and
 * decoded by key.c. Signals come in only while waiting, so none is lost between two looks. */
#include "input.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include <groei/buffer.h>
#include <groei/text.h>

#include "clock.h"
#include "newlines.h"
#include "room.h"

enum {
	BYTES = 4096,
	ESCAPE_MS = 25,    /* after a lone Esc, unless ESCDELAY says otherwise */
	SEQUENCE_MS = 100, /* within a sequence, which a slow line may split */
	PASTE_MS = 1000,   /* within a paste */
};
#define PASTE_LIMIT ((size_t)2 << 20) /* twice a text: its lines may end in two bytes */

struct input {
	struct terminal *terminal;
	unsigned char bytes[BYTES];
	size_t length;
	struct groei_buffer paste;
	bool large; /* the last paste was more than PASTE_LIMIT */
	int escape_ms;
	int signal; /* to end by */
	bool gone;  /* the terminal is */
	bool busy;  /* something happened since the last idle marker */
	bool timed; /* time passed, and what it draws has no marker yet */
};

struct input *input_open(struct terminal *terminal)
{
	const char *delay = getenv("ESCDELAY");
	struct input *input = room_take(1, sizeof *input);
	input->terminal = terminal;
	input->signal = SIGHUP;
	input->busy = true;
	long milliseconds = delay != NULL && *delay != '\0' ? strtol(delay, NULL, 10) : ESCAPE_MS;
	input->escape_ms = milliseconds >= 0 && milliseconds <= 10000 ? (int)milliseconds
	                                                              : ESCAPE_MS;
	return input;
}

void input_close(struct input *input)
{
	if (input != NULL) {
		groei_buffer_free(&input->paste);
		free(input);
	}
}

static void drop(struct input *input, size_t count)
{
	input->length -= count;
	memmove(input->bytes, input->bytes + count, input->length);
}

/* Reads what waits now. Whether there was any. */
static bool fill(struct input *input)
{
	if (input->gone || input->length == BYTES) {
		return false;
	}
	long count = terminal_read(input->terminal, input->bytes + input->length,
	                           BYTES - input->length);
	if (count < 0) {
		input->gone = true;
		return false;
	}
	input->length += (size_t)count;
	return count > 0;
}

static const char *find_mark(const struct groei_buffer *raw, size_t from, const char *mark,
                             size_t length)
{
	const char *at = raw->length < length ? NULL : raw->data + from;

	while (at != NULL) {
		size_t left = raw->length - (size_t)(at - raw->data);
		at = left < length ? NULL : memchr(at, mark[0], left - length + 1);
		if (at != NULL && memcmp(at, mark, length) == 0) {
			return at;
		}
		at = at == NULL ? NULL : at + 1;
	}
	return NULL;
}

/* Collects until the end of the paste, or until nothing more comes. */
static void read_paste(struct input *input)
{
	static const char end_mark[] = "\033[201~";
	const size_t mark = sizeof end_mark - 1;
	struct groei_buffer raw = {0};
	struct groei_buffer lines = {0};
	const char *end = NULL;

	while (end == NULL) {
		size_t old = raw.length;
		groei_buffer_add(&raw, (const char *)input->bytes, input->length);
		end = find_mark(&raw, old > mark ? old - mark : 0, end_mark, mark);
		if (end != NULL) {
			drop(input, (size_t)(end - raw.data) + mark - old);
			break;
		}
		input->length = 0;
		if (raw.length > PASTE_LIMIT + BYTES) {
			groei_buffer_splice(&raw, PASTE_LIMIT + mark,
			                    raw.length - PASTE_LIMIT - 2 * mark, "", 0);
		}
		if (!fill(input) &&
		    (input->gone || terminal_wait(input->terminal, PASTE_MS) == 0)) {
			break;
		}
	}
	size_t length = end == NULL ? raw.length : (size_t)(end - raw.data);
	groei_buffer_clear(&input->paste);
	input->large = length > PASTE_LIMIT;
	newlines_fix(&lines, raw.data, input->large ? 0 : length);
	groei_text_clean(&input->paste, lines.data, lines.length);
	groei_buffer_free(&lines);
	groei_buffer_free(&raw);
}

/* A sequence longer than all bytes: only its beginning is kept, so that it goes on being one. */
static void shorten(struct input *input)
{
	if (input->length == BYTES) {
		unsigned char last = input->bytes[BYTES - 1];
		input->length = 2;
		if (last == 0x1B) {
			input->bytes[input->length++] = last;
		}
	}
}

/* Decodes one key or paste of the bytes that came. DECODE_MORE: they hold none (yet). */
static enum decode_result take(struct input *input, enum decode_end end, struct key *key_out)
{
	while (input->length > 0) {
		size_t used;
		enum decode_result result =
		        key_decode(input->bytes, input->length, end,
		                   terminal_sequences(input->terminal), key_out, &used);
		if (result == DECODE_MORE) {
			shorten(input);
			return result;
		}
		drop(input, used);
		if (result == DECODE_PASTE) {
			read_paste(input);
		}
		if (result != DECODE_SKIP) {
			return result;
		}
	}
	return DECODE_MORE;
}

static bool signalled(struct input *input, enum input_event *event_out)
{
	unsigned bits = terminal_signals(input->terminal, &input->signal);

	if ((bits & TERMINAL_SIGNAL_END) != 0) {
		*event_out = INPUT_TERMINATE;
	} else if ((bits & TERMINAL_SIGNAL_STOP) != 0) {
		terminal_suspend(input->terminal);
		*event_out = INPUT_RESUMED;
	} else if ((bits & TERMINAL_SIGNAL_CONTINUE) != 0) {
		terminal_resume(input->terminal);
		*event_out = INPUT_RESUMED;
	} else if ((bits & TERMINAL_SIGNAL_RESIZE) != 0) {
		terminal_resize(input->terminal);
		*event_out = INPUT_RESIZE;
	}
	return bits != 0;
}

/* Waits for bytes, a signal or the deadline (< 0: none); false when it has passed. */
static bool pause_until(struct input *input, int64_t deadline)
{
	int left = -1;

	if (input->busy) {
		terminal_idle(input->terminal);
	} else if (input->timed) {
		terminal_drawn(input->terminal);
	}
	input->busy = false;
	input->timed = false;
	if (deadline >= 0) {
		int64_t rest = deadline - clock_ms();
		left = rest > 0 ? (int)rest : 0;
	}
	return terminal_wait(input->terminal, left) != 0;
}

static enum input_event next(struct input *input, int64_t deadline, struct key *key_out)
{
	enum decode_end end = DECODE_OPEN;
	enum input_event event = INPUT_RESIZE;

	for (;;) {
		if (signalled(input, &event)) {
			return event;
		}
		switch (take(input, end, key_out)) {
		case DECODE_KEY:
			return INPUT_KEY;
		case DECODE_PASTE:
			return INPUT_PASTE;
		default:
			break;
		}
		end = DECODE_OPEN;
		if (fill(input)) {
			continue;
		}
		if (input->gone && input->length == 0) {
			return INPUT_TERMINATE;
		}
		if (input->gone) {
			end = DECODE_CLOSED;
		} else if (input->length > 0) {
			int patience = input->length == 1 || input->bytes[1] == 0x1B
			                       ? input->escape_ms
			                       : SEQUENCE_MS;
			if (terminal_wait(input->terminal, patience) == 0) {
				end = DECODE_CLOSED;
			}
		} else if (!pause_until(input, deadline)) {
			return INPUT_TIMEOUT;
		}
	}
}

enum input_event input_wait(struct input *input, int timeout_ms, struct key *key_out)
{
	int64_t deadline = timeout_ms < 0 ? -1 : clock_ms() + timeout_ms;
	struct key key;
	enum input_event event = next(input, deadline, &key);

	if (event == INPUT_KEY) {
		*key_out = key;
	}
	input->busy = input->busy || event != INPUT_TIMEOUT;
	input->timed = event == INPUT_TIMEOUT;
	return event;
}

/* What means nothing (a released button, an unknown sequence) is dropped here: behind it nothing may
 * come, and then the frame must be drawn. */
bool input_pending(struct input *input)
{
	while (input->length > 0 || fill(input)) {
		struct key key;
		size_t used;
		enum decode_result result =
		        key_decode(input->bytes, input->length, DECODE_OPEN,
		                   terminal_sequences(input->terminal), &key, &used);

		if (result == DECODE_MORE && fill(input)) {
			continue;
		}
		if (result != DECODE_SKIP) {
			return result != DECODE_MORE;
		}
		drop(input, used);
	}
	return false;
}

const char *input_paste(const struct input *input, size_t *length_out)
{
	*length_out = input->large ? 0 : input->paste.length;
	return input->large ? NULL : input->paste.data == NULL ? "" : input->paste.data;
}

int input_signal(const struct input *input)
{
	return input->signal;
}
