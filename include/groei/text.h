/* Text as people see it: UTF-8, grapheme clusters and terminal cells.
 *
 * Width is the sum of wcwidth() of what is drawn, as curses counts it; call setlocale(LC_CTYPE)
 * with a UTF-8 locale first. All functions take length in bytes and never read beyond it. */
#ifndef GROEI_TEXT_H
#define GROEI_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include <groei/api.h>
#include <groei/arena.h>
#include <groei/buffer.h>

/* Whether the bytes are UTF-8 without NUL. If not, *bad_out (may be NULL) is the first bad byte. */
GROEI_API bool groei_text_valid(const char *text, size_t length, size_t *bad_out);

/* Appends text that is safe to send to a terminal: newline and tab stay, every other control
 * character (C0, DEL, C1) and every bidirectional override (U+202A–E, U+2066–9), line separator
 * and invalid byte becomes U+FFFD. The one sanitiser of the program. */
GROEI_API void groei_text_clean(struct groei_buffer *out, const char *text, size_t length);
/* The same for one line: newlines and tabs become one space. */
GROEI_API void groei_text_clean_line(struct groei_buffer *out, const char *text, size_t length);
/* The same as a copy in the arena; text must be NUL-terminated; NULL gives "". */
GROEI_API const char *groei_text_safe(struct groei_arena *arena, const char *text);
GROEI_API const char *groei_text_safe_line(struct groei_arena *arena, const char *text);

/* Boundaries of grapheme clusters (UAX #29): the next one after `at`, the one before `at`. */
GROEI_API size_t groei_text_next(const char *text, size_t length, size_t at);
GROEI_API size_t groei_text_previous(const char *text, size_t length, size_t at);
/* Word boundaries for Ctrl-arrows: start of the next word, start of the word before. */
GROEI_API size_t groei_text_next_word(const char *text, size_t length, size_t at);
GROEI_API size_t groei_text_previous_word(const char *text, size_t length, size_t at);

/* The form in which clusters are drawn: of each, the base and its marks, without joiner tails,
 * variation selectors and skin tones, on which terminals disagree. Appends to out; text must be
 * clean. The stored text stays whole. */
GROEI_API void groei_text_reduce(struct groei_buffer *out, const char *text, size_t length);

/* Cells that the reduced form of the text takes. A tab counts as one. */
GROEI_API int groei_text_cells(const char *text, size_t length);
/* Bytes of the longest start of the text (whole clusters) that fits in `cells`. */
GROEI_API size_t groei_text_fit(const char *text, size_t length, int cells);
/* The reduced form cut to `cells`, ending in "…" where something was cut off. */
GROEI_API const char *groei_text_cut(struct groei_arena *arena, const char *text, int cells);
/* The same, filled with blanks to exactly that width. */
GROEI_API const char *groei_text_pad(struct groei_arena *arena, const char *text, int cells);

struct groei_line {
	size_t start;  /* byte offset in the text */
	size_t length; /* bytes, without the line break or the blanks at which it was broken */
	size_t next;   /* where the next line starts; equals start + length + what was left out */
	bool hard;     /* ends at a newline of the text (or at its end), not at a soft wrap */
};

/* Wraps text to `width` cells (at least 1) by UAX #14; words wider than a line are split between
 * clusters. A text always has at least one line; a final newline opens one more empty line.
 * Lines go into the arena; the count is returned. */
GROEI_API size_t groei_text_wrap(struct groei_arena *arena, const char *text, size_t length,
                                 int width, struct groei_line **lines_out);

/* The key by which names sort and are searched: decomposed, marks stripped, lower case, ø→o, ß→ss,
 * æ→ae, ij ligature→ij, runs of white space to one blank. Same order on both engines (bytewise). */
GROEI_API const char *groei_text_key(struct groei_arena *arena, const char *text);

/* The next word of what somebody looks for (a key): up to a blank, or all between two quotes. *length_out 0
 * at the end. Moves *words behind it. */
GROEI_API const char *groei_text_word(const char **words, size_t *length_out);

/* Whether every word of `words` (already a key) occurs somewhere in `text` (already a key). */
GROEI_API bool groei_text_matches(const char *text, const char *words);

/* Where a word (a key) stands in a text, in bytes of the text: rather at the start of a word than inside one.
 * False when it does not occur. */
enum groei_text_place { GROEI_INSIDE_WORD, GROEI_START_OF_WORD };
GROEI_API bool groei_text_find(const char *text, const char *word, size_t length, size_t *at_out,
                               size_t *length_out, enum groei_text_place *place_out);

/* How far two words are apart, counted in edits (insert, delete, replace, swap of neighbours) over
 * their keys; for "did you mean". */
GROEI_API int groei_text_distance(const char *a, const char *b);

#endif
