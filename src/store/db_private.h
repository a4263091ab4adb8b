/* What db.c, db_text.c and the drivers share: the handle, a statement with its bindings, the driver
 * table. Nobody outside src/store/db*.c includes this. */
#ifndef DB_PRIVATE_H
#define DB_PRIVATE_H

#include "base/memory.h"
#include "store/db.h"

enum { DB_REASON_SIZE = 1024, DB_BUCKETS = 256, DB_PARAMETERS = 999 };

enum db_transaction { DB_NONE, DB_WRITING, DB_READING };

enum db_kind { DB_NULL, DB_INT, DB_TEXT };

struct db_value {
	enum db_kind kind;
	int64_t number;
	char *text;      /* owned, NUL-terminated, kept for the next binding */
	size_t length;   /* bytes of text */
	size_t capacity; /* bytes held */
};

struct db_statement {
	struct db *db;
	struct db_statement *next; /* in its bucket */
	char *key;                 /* the text as the caller wrote it */
	char *sql;                 /* the text for this engine */
	uint64_t hash;             /* of key */
	uint64_t used;             /* when it was last prepared, by db->clock */
	int count;                 /* parameters */
	int refused;               /* the first parameter whose text is no text, or 0 */
	bool running;              /* a row is there, more may come */
	struct db_value *values;   /* [count] */
	void *handle;              /* the driver's; NULL when the engine does not hold it now */
};

struct db {
	const struct db_driver *driver;
	void *engine; /* the driver's; NULL when not open */
	enum db_transaction transaction;
	enum db_result failed; /* DB_OK, or the error that spoilt the transaction */
	bool closing; /* the engine forgets everything at once in a moment */
	int deadline; /* milliseconds to wait for a lock */
	uint64_t clock;
	size_t prepared; /* statements that the engine holds */
	struct db_statement *buckets[DB_BUCKETS];
	char reason[DB_REASON_SIZE];
};

/* A driver. db.c sees to parameters, tokens, bindings and the state of the transaction; a driver
 * may trust that calls come in order. Functions that fail leave a reason. */
struct db_driver {
	const char *engine;
	const char *token_id;     /* what @ID becomes */
	const char *token_strict; /* what @STRICT becomes */
	const char *token_wr;     /* what @WR becomes */
	char parameter;           /* what the $ of $n becomes */
	enum db_result (*open)(const char *name, int flags, struct db *db);
	void (*close)(struct db *db); /* also after a failed open */
	enum db_result (*prepare)(struct db *db, struct db_statement *statement);
	void (*finalise)(struct db_statement *statement); /* sets handle to NULL */
	/* Not running yet: binds values and starts. */
	enum db_result (*step)(struct db_statement *statement);
	void (*reset)(struct db_statement *statement);
	int64_t (*column_int)(struct db_statement *statement, int column);
	const char *(*column_text)(struct db_statement *statement, int column);
	bool (*column_null)(struct db_statement *statement, int column);
	enum db_result (*run)(struct db *db, const char *sql);
	enum db_result (*begin)(struct db *db, enum db_transaction kind);
	enum db_result (*commit)(struct db *db);
	void (*rollback)(struct db *db);
	int64_t (*changes_elsewhere)(struct db *db); /* NULL: the engine cannot tell */
	enum db_result (*backup)(struct db *db, const char *path);
	enum db_result (*claim)(struct db *db);
	void (*discard)(struct db *db, const char *found);
};

extern const struct db_driver sqlite_driver;
extern const struct db_driver postgres_driver;

/* Sets the reason, on one line, and gives `result` back. */
enum db_result db_fail(struct db *db, enum db_result result, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* A copy; the caller frees it. */
char *db_copy(const char *text);

enum db_statements { DB_ONE, DB_SEVERAL };
/* Makes the engine's text of sql (db_text.c), which the caller frees, and counts its parameters;
 * several statements have none. DB_ERROR, with the reason set, for one against the rules of db.h. */
enum db_result db_translate(struct db *db, const char *sql, enum db_statements statements,
                            char **text_out, int *count_out);

#endif
