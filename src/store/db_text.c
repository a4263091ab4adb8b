/* The SQL text: the one text of db.h becomes the engine's, its tokens and parameters replaced; a text that
 * breaks the writing rules is refused. Knows the engine by its driver's tokens alone. */
#include "store/db_private.h"

#include <stdlib.h>
#include <string.h>

enum { SEEN_WORDS = DB_PARAMETERS / 64 + 1 };

struct scan {
	struct db *db;
	const char *at;    /* next byte to read */
	char *out;         /* next byte to write */
	bool single;       /* one statement only */
	bool ended;        /* its semicolon was seen */
	bool any;          /* there is more than blanks and comments */
	bool word;         /* the byte before belongs to a word */
	int highest;       /* parameter */
	uint64_t seen[SEEN_WORDS];
};

static bool is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '_' || (unsigned char)c >= 0x80;
}

static bool copy_quoted(struct scan *scan)
{
	char quote = *scan->at;
	do
		*scan->out++ = *scan->at++;
	while (*scan->at && *scan->at != quote);
	if (!*scan->at)
		return false;
	*scan->out++ = *scan->at++;
	return true;
}

/* Comments become one blank. */
static bool skip_comment(struct scan *scan)
{
	*scan->out++ = ' ';
	if (*scan->at == '-') {
		while (*scan->at && *scan->at != '\n')
			scan->at++;
		return true;
	}
	const char *end = strstr(scan->at + 2, "*/");
	const char *nested = strstr(scan->at + 2, "/*");
	if (!end || (nested && nested < end))
		return false;
	scan->at = end + 2;
	return true;
}

static bool copy_parameter(struct scan *scan)
{
	int n = 0;
	const char *digit = scan->at + 1;
	while (*digit >= '0' && *digit <= '9' && n <= DB_PARAMETERS)
		n = n * 10 + (*digit++ - '0');
	if (scan->word || n < 1 || n > DB_PARAMETERS || scan->at[1] == '0' || is_word(*digit))
		return false;
	scan->seen[n / 64] |= UINT64_C(1) << (n % 64);
	if (n > scan->highest)
		scan->highest = n;
	*scan->out++ = scan->db->driver->parameter;
	while (++scan->at < digit)
		*scan->out++ = *scan->at;
	return true;
}

static bool copy_token(struct scan *scan)
{
	const struct db_driver *driver = scan->db->driver;
	const struct {
		const char *name, *text;
	} tokens[] = {{"@ID", driver->token_id},
	              {"@STRICT", driver->token_strict},
	              {"@WR", driver->token_wr}};
	for (size_t i = 0; i < sizeof tokens / sizeof *tokens; i++) {
		size_t length = strlen(tokens[i].name);
		if (strncmp(scan->at, tokens[i].name, length) || is_word(scan->at[length]))
			continue;
		size_t size = strlen(tokens[i].text);
		memcpy(scan->out, tokens[i].text, size);
		scan->out += size;
		scan->at += length;
		return true;
	}
	return false;
}

/* Copies what stands at scan->at. NULL, or what is wrong with it. */
static const char *copy_next(struct scan *scan)
{
	char c = *scan->at;
	if ((c == '-' && scan->at[1] == '-') || (c == '/' && scan->at[1] == '*'))
		return skip_comment(scan) ? NULL : "a comment that is not closed, or nested";
	if (strchr(" \t\r\n;", c)) {
		scan->ended = scan->ended || c == ';';
		*scan->out++ = *scan->at++;
		return NULL;
	}
	if (scan->single && scan->ended)
		return "more than one statement";
	scan->any = true;
	switch (c) {
	case '\'':
	case '"':
		if (scan->word)
			return "a letter right before a quote";
		return copy_quoted(scan) ? NULL : "a quote that is not closed";
	case '$':
		return copy_parameter(scan) ? NULL : "a parameter that is not $1 to $999";
	case '@':
		return copy_token(scan) ? NULL : "an @ that is not @ID, @STRICT or @WR";
	case '?':
	case ':':
	case '[':
	case '`':
		return "one of the signs ? : [ `";
	default:
		while (is_word(c) && is_word(scan->at[1]))
			*scan->out++ = *scan->at++;
		*scan->out++ = *scan->at++;
		return NULL;
	}
}

static size_t longest_token(const struct db_driver *driver)
{
	return strlen(driver->token_id) + strlen(driver->token_strict) + strlen(driver->token_wr) + 2;
}

/* From a word on, as far as nothing needs a closer look. */
static size_t plain_run(const struct scan *scan)
{
	return !scan->ended && is_word(*scan->at) ? strcspn(scan->at, "\t\r\n;'\"$@?:[`-/") : 0;
}

enum db_result db_translate(struct db *db, const char *sql, enum db_statements statements,
                            char **text_out, int *count_out)
{
	struct scan scan = {.db = db, .at = sql, .single = statements == DB_ONE};
	size_t tokens = 0;
	for (const char *at = sql; *at; at++)
		tokens += *at == '@';
	char *text = memory_resize(NULL, strlen(sql) + tokens * longest_token(db->driver) + 1);
	scan.out = text;
	const char *wrong = NULL;
	while (*scan.at && !wrong) {
		size_t run = plain_run(&scan);
		char before = run > 0 ? scan.at[run - 1] : *scan.at;
		if (run > 0) {
			memcpy(scan.out, scan.at, run);
			scan.out += run;
			scan.at += run;
			scan.any = true;
		} else {
			wrong = copy_next(&scan);
		}
		scan.word = is_word(before);
	}
	*scan.out = 0;
	if (!wrong && !scan.any)
		wrong = "nothing to do";
	if (!wrong && !scan.single && scan.highest)
		wrong = "a parameter where none can be bound";
	for (int n = 1; n < scan.highest && !wrong; n++)
		if (!(scan.seen[n / 64] >> (n % 64) & 1))
			wrong = "a gap in the parameter numbers";
	if (wrong) {
		free(text);
		return db_fail(db, DB_ERROR, "SQL text refused: %s", wrong);
	}
	*text_out = text;
	*count_out = scan.highest;
	return DB_OK;
}
