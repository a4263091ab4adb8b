/* From bytes of a terminal to keys, and keys by name. Contracts in key.h.
 *
 *   ESC [ parameters final      CSI: cursor and function keys, mouse, paste
 *   ESC O letter                SS3: the same keys in application mode
 *   ESC ] … BEL or ESC \        OSC and its kin (P X ^ _): answers of the terminal, swallowed
 *   ESC character               the character with Alt
 *
 * Whatever is not understood is swallowed whole, so that it is never typed. */
#include "key.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { ESC = 0x1B, BEL = 0x07, DEL = 0x7F };

/* Bytes being decoded. */
struct bytes {
	const unsigned char *at;
	size_t length;
	enum decode_end end;
};

static enum decode_result found(struct key *key_out, size_t *used_out, struct key key,
                                size_t used)
{
	*key_out = key;
	*used_out = used;
	return DECODE_KEY;
}

static enum decode_result skip(size_t *used_out, size_t used)
{
	*used_out = used;
	return DECODE_SKIP;
}

/* The sequence has not ended: wait, or swallow what is there. */
static enum decode_result unfinished(const struct bytes *in, size_t *used_out)
{
	return in->end == DECODE_OPEN ? DECODE_MORE : skip(used_out, in->length);
}

static struct key control(unsigned char c)
{
	switch (c) {
	case 0:
		return (struct key){.code = K_CHAR, .rune = ' ', .modifiers = K_CTRL};
	case '\t':
		return (struct key){.code = K_TAB};
	case '\r':
	case '\n':
		return (struct key){.code = K_ENTER};
	case '\b':
	case DEL:
		return (struct key){.code = K_BACKSPACE};
	case ESC:
		return (struct key){.code = K_ESCAPE};
	default:
		return (struct key){.code = K_CHAR,
		                    .rune = c <= 26 ? (uint32_t)c + 'a' - 1 : (uint32_t)c + '@',
		                    .modifiers = K_CTRL};
	}
}

/* One character, or DECODE_MORE; invalid bytes are skipped. */
static enum decode_result character(const struct bytes *in, struct key *key_out,
                                    size_t *used_out)
{
	unsigned char first = in->at[0];
	size_t need = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3
	              : first < 0xF5 ? 4 : 0;
	uint32_t rune = need == 1 ? first : (uint32_t)first & (0x7Fu >> need);

	if (first < 0x20 || first == DEL) {
		return found(key_out, used_out, control(first), 1);
	}
	for (size_t i = 1; i < need; i++) {
		if (i == in->length) {
			return unfinished(in, used_out);
		}
		if ((in->at[i] & 0xC0) != 0x80) {
			return skip(used_out, i);
		}
		rune = rune << 6 | (in->at[i] & 0x3Fu);
	}
	bool valid = need > 0 && rune <= 0x10FFFF && (rune < 0xD800 || rune > 0xDFFF) &&
	             (need != 3 || rune >= 0x800) && (need != 4 || rune >= 0x10000) &&
	             (rune < 0x80 || rune > 0x9F);
	return valid ? found(key_out, used_out, (struct key){.code = K_CHAR, .rune = rune}, need)
	             : skip(used_out, need > 0 ? need : 1);
}

/* The modifiers that xterm counts from 1: 2 is Shift, 3 Alt, 5 Ctrl, 9 Meta. */
static unsigned modifiers(unsigned parameter)
{
	unsigned bits = parameter > 0 ? parameter - 1 : 0;

	return (bits & 1 ? K_SHIFT : 0u) | (bits & 10 ? K_ALT : 0u) | (bits & 4 ? K_CTRL : 0u);
}

static enum key_code by_letter(unsigned char letter)
{
	switch (letter) {
	case 'A':
		return K_UP;
	case 'B':
		return K_DOWN;
	case 'C':
		return K_RIGHT;
	case 'D':
		return K_LEFT;
	case 'H':
		return K_HOME;
	case 'F':
		return K_END;
	case 'Z':
		return K_TAB;
	case 'M':
		return K_ENTER;
	case 'P':
	case 'Q':
	case 'R':
	case 'S':
		return K_F1 + (letter - 'P');
	default:
		return K_NONE;
	}
}

static enum key_code by_number(unsigned number)
{
	static const struct {
		unsigned char number;
		enum key_code code;
	} table[] = {
		{1, K_HOME},      {2, K_INSERT},    {3, K_DELETE},    {4, K_END},
		{5, K_PAGE_UP},   {6, K_PAGE_DOWN}, {7, K_HOME},      {8, K_END},
		{11, K_F1},       {12, K_F1 + 1},   {13, K_F1 + 2},   {14, K_F1 + 3},
		{15, K_F1 + 4},   {17, K_F1 + 5},   {18, K_F1 + 6},   {19, K_F1 + 7},
		{20, K_F1 + 8},   {21, K_F1 + 9},   {23, K_F1 + 10},  {24, K_F12},
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		if (table[i].number == number) {
			return table[i].code;
		}
	}
	return K_NONE;
}

/* A key sent as its code point (CSI u and modifyOtherKeys). */
static struct key by_rune(unsigned rune, unsigned bits)
{
	struct key key = {.code = K_CHAR, .rune = rune, .modifiers = bits & ~(unsigned)K_SHIFT};

	if (rune == 0 || rune > 0x10FFFF || (rune >= 0xD800 && rune <= 0xDFFF) ||
	    (rune >= 0x80 && rune <= 0x9F)) {
		return (struct key){.code = K_NONE};
	}
	if (rune < 0x20 || rune == DEL) {
		key = control((unsigned char)rune);
		key.modifiers |= bits;
	} else if ((bits & K_CTRL) != 0 && rune >= 'A' && rune <= 'Z') {
		key.rune = rune + 'a' - 'A';
	}
	return key;
}

static struct key mouse(unsigned button, unsigned column, unsigned row)
{
	struct key key = {.row = row > 0 ? (int)row - 1 : 0,
	                  .column = column > 0 ? (int)column - 1 : 0};

	key.modifiers = (button & 4 ? K_SHIFT : 0u) | (button & 8 ? K_ALT : 0u) |
	                (button & 16 ? K_CTRL : 0u);
	switch (button & ~28u) {
	case 0:
		key.code = K_CLICK;
		break;
	case 64:
		key.code = K_WHEEL_UP;
		break;
	case 65:
		key.code = K_WHEEL_DOWN;
		break;
	default:
		break;
	}
	return key;
}

enum { PARAMETERS = 3, LARGEST = 0x10FFFF };

/* A control sequence, taken apart. */
struct sequence {
	unsigned char prefix; /* < = > ? or 0 */
	unsigned value[PARAMETERS];
	unsigned count;
	unsigned char final;
};

static struct key meaning(const struct sequence *sequence)
{
	unsigned bits = modifiers(sequence->value[1]);
	struct key key = {.code = K_NONE};

	if (sequence->prefix == '<' && sequence->final == 'M') {
		return mouse(sequence->value[0], sequence->value[1], sequence->value[2]);
	}
	if (sequence->prefix != 0) {
		return key;
	}
	switch (sequence->final) {
	case '~':
		if (sequence->value[0] == 27 && sequence->count == 3) {
			return by_rune(sequence->value[2], bits);
		}
		key.code = by_number(sequence->value[0]);
		key.modifiers = bits;
		return key;
	case '$': /* rxvt's way to say Shift, Ctrl, both */
	case '^':
	case '@':
		key.code = by_number(sequence->value[0]);
		key.modifiers = (sequence->final != '^' ? K_SHIFT : 0u) |
		                (sequence->final != '$' ? K_CTRL : 0u);
		return key;
	case 'u':
		return by_rune(sequence->value[0], bits);
	case 'a':
	case 'b':
	case 'c':
	case 'd':
		key.code = by_letter((unsigned char)(sequence->final - 'a' + 'A'));
		key.modifiers = K_SHIFT;
		return key;
	default:
		/* "CSI row ; column R" is also the answer to a question for the cursor. */
		if (sequence->final == 'M' || (sequence->final == 'R' && sequence->value[0] != 1)) {
			return key;
		}
		key.code = by_letter(sequence->final);
		key.modifiers = sequence->final == 'Z' ? K_SHIFT : bits;
		return key;
	}
}

/* Takes the parameters apart; answers where the final byte is (length: not there yet). */
static size_t take_apart(const struct bytes *in, struct sequence *sequence)
{
	size_t at = 2;

	if (at < in->length && in->at[at] >= '<' && in->at[at] <= '?') {
		sequence->prefix = in->at[at++];
	}
	for (unsigned field = 0; at < in->length; at++) {
		unsigned char c = in->at[at];
		if (c >= '0' && c <= '9') {
			unsigned *value = &sequence->value[field < PARAMETERS ? field : 0];
			if (field < PARAMETERS && *value <= LARGEST) {
				*value = *value * 10 + c - '0';
			}
			sequence->count = field + 1;
		} else if (c == ';' || c == ':') {
			field++;
			sequence->count = field + 1;
		} else if (c == '$' && sequence->prefix == 0 && sequence->count == 1) {
			break;
		} else if (c < 0x20 || c > 0x2F) {
			break;
		}
	}
	return at;
}

static enum decode_result control_sequence(const struct bytes *in, struct key *key_out,
                                           size_t *used_out)
{
	struct sequence sequence = {0};
	size_t at = take_apart(in, &sequence);

	if (at == in->length) {
		return unfinished(in, used_out);
	}
	sequence.final = in->at[at];
	if (sequence.final < 0x20 || sequence.final > 0x7E) {
		return skip(used_out, at); /* broken off: what follows is read on its own */
	}
	if (at == 2 && (sequence.final == 'M' || sequence.final == '[')) {
		size_t need = sequence.final == 'M' ? 6 : 4;
		if (in->length < need) {
			return unfinished(in, used_out);
		}
		struct key key = {.code = K_NONE};
		if (sequence.final == 'M') {
			key = mouse(in->at[3] - 32u, in->at[4] - 32u, in->at[5] - 32u);
		} else if (in->at[3] >= 'A' && in->at[3] <= 'E') { /* the Linux console */
			key.code = K_F1 + (in->at[3] - 'A');
		}
		return key.code == K_NONE ? skip(used_out, need)
		                          : found(key_out, used_out, key, need);
	}
	if (sequence.prefix == 0 && sequence.final == '~' && sequence.value[0] == 200) {
		*used_out = at + 1;
		return DECODE_PASTE;
	}
	struct key key = meaning(&sequence);
	return key.code == K_NONE ? skip(used_out, at + 1)
	                          : found(key_out, used_out, key, at + 1);
}

static enum decode_result application_key(const struct bytes *in, struct key *key_out,
                                          size_t *used_out)
{
	struct key key = {.code = K_NONE};
	size_t at = 2;
	unsigned bits = 0;

	while (at < in->length && in->at[at] >= '0' && in->at[at] <= '9') {
		bits = modifiers((unsigned)(in->at[at] - '0'));
		at++;
	}
	if (at == in->length) {
		return unfinished(in, used_out);
	}
	unsigned char letter = in->at[at];
	if (letter < 0x20 || letter > 0x7E) {
		return skip(used_out, at);
	}
	if (letter >= 'a' && letter <= 'd') { /* rxvt with Ctrl */
		key.code = by_letter((unsigned char)(letter - 'a' + 'A'));
		bits |= K_CTRL;
	} else if (letter >= 'j' && letter <= 'y') { /* the number pad: * + , - . / 0 … 9 */
		key = (struct key){.code = K_CHAR, .rune = (uint32_t)letter - 'j' + '*'};
	} else {
		key.code = by_letter(letter);
	}
	key.modifiers = bits;
	return key.code == K_NONE ? skip(used_out, at + 1)
	                          : found(key_out, used_out, key, at + 1);
}

/* Up to BEL (of an OSC) or ESC \. */
static enum decode_result string_sequence(const struct bytes *in, size_t *used_out)
{
	for (size_t at = 2; at < in->length; at++) {
		if (in->at[at] == BEL && in->at[1] == ']') {
			return skip(used_out, at + 1);
		}
		if (in->at[at] == ESC && at + 1 < in->length) {
			return skip(used_out, in->at[at + 1] == '\\' ? at + 2 : at);
		}
	}
	return unfinished(in, used_out);
}

/* Whether the bytes are one of the terminal's own sequences, or the start of one. */
static enum decode_result own(const struct bytes *in, const struct key_sequence *more,
                              struct key *key_out, size_t *used_out)
{
	bool begun = false;

	for (; more != NULL && more->bytes != NULL; more++) {
		size_t size = strlen(more->bytes);
		size_t common = size < in->length ? size : in->length;
		if (memcmp(more->bytes, in->at, common) == 0) {
			if (common == size) {
				return found(key_out, used_out, more->key, size);
			}
			begun = true;
		}
	}
	return begun && in->end == DECODE_OPEN ? DECODE_MORE : DECODE_SKIP;
}

static enum decode_result with_alt(const struct bytes *in, const struct key_sequence *more,
                                   struct key *key_out, size_t *used_out)
{
	struct key key;
	size_t used;

	if (in->at[1] == ESC && in->length == 2 && in->end == DECODE_OPEN) {
		return DECODE_MORE;
	}
	if (in->at[1] == ESC && in->length == 2) { /* Esc twice: one now, one next */
		return found(key_out, used_out, (struct key){.code = K_ESCAPE}, 1);
	}
	enum decode_result result =
	        key_decode(in->at + 1, in->length - 1, in->end, more, &key, &used);
	if (result == DECODE_PASTE || (result == DECODE_KEY && key.code == K_ESCAPE)) {
		return found(key_out, used_out, (struct key){.code = K_ESCAPE}, 1);
	}
	if (result == DECODE_KEY) {
		key.modifiers |= K_ALT;
		return found(key_out, used_out, key, used + 1);
	}
	return result == DECODE_MORE ? DECODE_MORE : skip(used_out, used + 1);
}

enum decode_result key_decode(const unsigned char *bytes, size_t length, enum decode_end end,
                              const struct key_sequence *more, struct key *key_out,
                              size_t *used_out)
{
	struct bytes in = {bytes, length, end};
	enum decode_result result = own(&in, more, key_out, used_out);

	if (result != DECODE_SKIP) {
		return result;
	}
	if (bytes[0] != ESC) {
		return character(&in, key_out, used_out);
	}
	if (length == 1) {
		return end == DECODE_OPEN
		               ? DECODE_MORE
		               : found(key_out, used_out, (struct key){.code = K_ESCAPE}, 1);
	}
	if (length == 2 && end == DECODE_CLOSED && strchr("[]OPX^_", bytes[1]) != NULL) {
		return found(key_out, used_out,
		             (struct key){.code = K_CHAR, .rune = bytes[1], .modifiers = K_ALT}, 2);
	}
	switch (bytes[1]) {
	case '[':
		return control_sequence(&in, key_out, used_out);
	case 'O':
		return application_key(&in, key_out, used_out);
	case ']':
	case 'P':
	case 'X':
	case '^':
	case '_':
		return string_sequence(&in, used_out);
	default:
		return with_alt(&in, more, key_out, used_out);
	}
}

bool key_is(const struct key *key, uint32_t rune, unsigned bits)
{
	return key->code == K_CHAR && key->rune == rune && key->modifiers == bits;
}

bool key_same(const struct key *a, const struct key *b)
{
	return a->code == b->code && a->rune == b->rune && a->modifiers == b->modifiers;
}

size_t key_text(const struct key *key, char text_out[5])
{
	uint32_t rune = key->rune;
	size_t length = rune < 0x80 ? 1 : rune < 0x800 ? 2 : rune < 0x10000 ? 3 : 4;

	if (key->code != K_CHAR || (key->modifiers & (K_CTRL | K_ALT)) != 0) {
		return 0;
	}
	for (size_t i = length - 1; i > 0; i--, rune >>= 6) {
		text_out[i] = (char)(0x80 | (rune & 0x3F));
	}
	text_out[0] = (char)(length == 1 ? rune : rune | (0xF00u >> length & 0xFFu));
	text_out[length] = '\0';
	return length;
}
