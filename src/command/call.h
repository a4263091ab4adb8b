/* One running command: its words, its output, its reason for failing. Shared by the functions of the
 * command table; front ends see only <groei/command.h>. */
#ifndef CALL_H
#define CALL_H

#include <groei/buffer.h>
#include <groei/command.h>
#include <groei/overview.h>

/* A value given on the command line: a word in its place, or an option. */
struct call_value {
	const char *name;
	const char *text;                /* "" for an option without a value */
	const struct groei_field *field; /* of the command's noun; NULL when it is none */
};

enum { CALL_JSON_DEPTH = 8 };

struct groei_command_call {
	struct groei *groei; /* NULL only for commands that run without a store */
	struct groei_arena *arena;
	const struct groei_command *command;
	const struct groei_table *table; /* of the noun; NULL when it is no record */
	struct call_value *values;
	size_t value_count;
	const char *const *words; /* those that are no options, in order */
	int word_count;
	const struct groei_output *output;
	const struct groei_input *input;
	struct groei_buffer out;
	int error;       /* errno of a failed write; EPIPE counts as done */
	int64_t made;    /* record that was made or changed */
	const char *why; /* sentence of the failure; NULL: the handle knows */
	const char *warning; /* sentence about what was done all the same; NULL: none */
	int answered;    /* GROEI_NO is the answer, not a failure */
	int looked;      /* 1: this call changed nothing, though its command can */
	int input_read;  /* "-" was used */
	int json_depth;
	int json_count[CALL_JSON_DEPTH]; /* members so far */
	int json_lines[CALL_JSON_DEPTH]; /* 1: one member a line */
};

/* Words and options (call.c) --------------------------------------------------------------------- */

/* The last value of this name, NULL when it was not given. */
const char *call_value(const struct groei_command_call *call, const char *name);
/* The text of the value `name`, with "-" read from standard input. */
enum groei_status call_value_read(struct groei_command_call *call, const char *name,
                                  const char *text, const char **text_out);

/* Puts every given value that is a field of the noun into the record; *count_out (may be NULL) is how
 * many. */
enum groei_status call_fill(struct groei_command_call *call, void *record, size_t *count_out);

/* The record that the word `name` means. For a conversation a handle means the open one with that
 * person, else the last. */
enum groei_status call_find(struct groei_command_call *call, const char *name, int64_t *id_out);
/* The conversation that a text names so. */
enum groei_status call_find_talk(struct groei_command_call *call, const char *text,
                                 int64_t *id_out);
/* Whether a screen can open in place of the answer; opens it. */
bool call_has_screens(const struct groei_command_call *call);
void call_open(struct groei_command_call *call, const char *screen);
/* The person that the word "person" means. */
enum groei_status call_person(struct groei_command_call *call, int64_t *person_out);
/* The value of an option that is a day; `absent` when it was not given. */
enum groei_status call_day(struct groei_command_call *call, const char *name, int32_t absent,
                           int32_t *day_out);
/* The value of an option that is a whole number from low to high. */
enum groei_status call_number(struct groei_command_call *call, const char *name, int low, int high,
                              int *number_out);

/* What is wrong with a file, as a compiler shows it: place and text, the line, a caret below it. In the
 * arena. */
const char *call_error_lines(struct groei_command_call *call, const struct template_error *errors,
                             size_t count);

/* "growth.yaml:3:9", or the file alone where a whole file is wrong. In the arena. */
const char *call_error_place(struct groei_command_call *call, const struct template_error *error);
/* Says which files were passed over. */
void call_left_out(struct groei_command_call *call, const struct template_error *errors,
                   size_t count);

/* Sets the sentence and returns the status. */
enum groei_status call_fail(struct groei_command_call *call, enum groei_status status,
                            const char *format, ...) GROEI_PRINTF(3, 4);

/* Says after a success what speaks against it; NULL is fine. */
void call_warn(struct groei_command_call *call, const char *warning);

/* "goal add", "today". In the arena. */
const char *command_name(struct groei_arena *arena, const struct groei_command *command);

/* Options of a row, walked one by one. */
struct command_option {
	const char *name;
	size_t length;                   /* of the name */
	int has_value;
	const struct groei_field *field; /* of the noun, NULL for another */
};
struct command_option_walk {
	const char *at;
	size_t field;
};
/* False at the end. Start with {command->options, 0}. */
bool command_option_next(const struct groei_command *command, struct command_option_walk *walk,
                         struct command_option *option_out);
/* As it is shown and typed: step-by. In the arena. */
const char *command_option_name(struct groei_arena *arena, const struct command_option *option);
/* Words in their place, likewise. */
struct command_argument {
	const char *name;
	size_t length;
	int optional, rest;
};
bool command_argument_next(const char **at, struct command_argument *argument_out);

/* What is nearest to a word among the names added, for "did you mean". */
struct nearest {
	const char *word;
	const char *name; /* NULL: nothing near */
	int distance;
};
void nearest_add(struct nearest *nearest, const char *name);

/* Hints for options and words that are no field (commands.c). NULL when there is none. */
const struct groei_option *command_hint(const char *name, size_t length);

/* Output (print.c) ------------------------------------------------------------------------------ */

/* Text for people: sanitised. */
void call_print(struct groei_command_call *call, const char *format, ...) GROEI_PRINTF(2, 3);
/* Text made by groei itself, as it is. */
void call_raw(struct groei_command_call *call, const char *text);
enum call_style { STYLE_PLAIN, STYLE_BOLD, STYLE_DIM, STYLE_ALERT, STYLE_GOOD };
/* Sanitised text in a style, where colours are on. */
void call_styled(struct groei_command_call *call, enum call_style style, const char *text);
/* A heading in bold behind an empty line. */
void call_head(struct groei_command_call *call, const char *text);
/* Text of any length, wrapped, each line with `indent` blanks before it. */
void call_wrapped(struct groei_command_call *call, const char *text, int indent);
/* The width to wrap at. */
int call_width(const struct groei_command_call *call);
/* Sends what was printed; nothing more is written after a failure. */
void call_flush(struct groei_command_call *call);
/* Whether writing goes on at all. */
bool call_writes(const struct groei_command_call *call);

enum { CALL_COLUMNS = 16 };
struct call_table {
	const char *titles[CALL_COLUMNS]; /* translated */
	int widths[CALL_COLUMNS];         /* found with the first rows */
	int flexible[CALL_COLUMNS];       /* 1: may be cut before others */
	size_t columns;
	size_t shown; /* the first so many; the others do not fit */
	int started;
};
/* Prints rows (count × columns cells) below a head that comes once. */
void call_rows(struct groei_command_call *call, struct call_table *table, const char *const *cells,
               size_t count);

/* The line below a list that was cut: how many more there are, and the command that shows all of it
 * (NULL: none does). Nothing for 0. */
void call_more(struct groei_command_call *call, size_t more, const char *command);

/* Sanitised for one line; NULL gives "". In the arena. */
const char *call_safe(struct groei_command_call *call, const char *text);
/* A person's name and handle, sanitised likewise. */
const char *call_name(struct groei_command_call *call, int64_t person);
const char *call_handle(struct groei_command_call *call, int64_t person);
/* "goal kmpq: SQL for reporting", in the language of messages. In the arena. */
const char *call_record_name(struct groei_command_call *call, const struct groei_table *table,
                             const void *record);
const char *call_day_text(struct groei_command_call *call, int32_t day);
const char *call_distance(struct groei_command_call *call, int32_t day);
/* "▁▃▇ 3 5 9" */
const char *call_sparkline(struct groei_command_call *call, const int32_t *values, int count,
                           int low, int high);
/* The translated label of a value of a choice field. */
const char *call_choice(const struct groei_field *field, int32_t value);

/* The words of an answer as people read them: labels for choices and yes/no, "7 of 10" for a scale. */
const char *call_answer(struct groei_command_call *call, const struct question *question,
                        const char *text, int32_t number);

/* JSON (json.c): in arrays the key is NULL -------------------------------------------------------- */

/* Opens an object '{' or an array '[', at most CALL_JSON_DEPTH within each other; closes it with '}'
 * or ']'. */
void json_begin(struct groei_command_call *call, const char *key, char bracket);
void json_end(struct groei_command_call *call, char bracket);
/* Members: what is absent (text NULL, GROEI_NONE, GROEI_NO_DAY, GROEI_NO_INSTANT) is null; a flag is
 * true or false; days and instants in ISO 8601. */
void json_string(struct groei_command_call *call, const char *key, const char *text);
void json_int(struct groei_command_call *call, const char *key, int64_t number);
void json_flag(struct groei_command_call *call, const char *key, int on);
void json_day_value(struct groei_command_call *call, const char *key, int32_t day);
void json_instant(struct groei_command_call *call, const char *key, int64_t instant);
/* A full code, null for 0; the handle for a person. */
void json_id(struct groei_command_call *call, const char *key, int64_t id);
void json_person(struct groei_command_call *call, const char *key, int64_t person);
/* "id" and every field, as members of the open object. */
void json_fields(struct groei_command_call *call, const struct groei_table *table,
                 const void *record);
/* An object of a record. */
void json_record(struct groei_command_call *call, const char *key, enum groei_entity entity,
                 const void *record);
/* An array of records, one behind the other in memory. */
void json_records(struct groei_command_call *call, const char *key, enum groei_entity entity,
                  const void *records, size_t count);
/* Appends a quoted string in which nothing can act on a terminal. */
void json_quote(struct groei_buffer *out, const char *text);

/* Shared between command functions ------------------------------------------------------------ */

/* One line on how a pair stands: "Talks: away until …, 1 of 2 formal talks this year"; nothing where there
 * is nothing to say (run_people.c). */
void call_standing(struct groei_command_call *call, const struct standing *standing);
/* Says what happened to a record: JSON the object, else "<done> goal kmpq: SQL." */
void call_tell(struct groei_command_call *call, const char *done, enum groei_entity entity,
               const void *record);
/* After a verb that changed a record: unless it failed, reads the record anew and says what
 * happened to it, as call_tell. */
enum groei_status call_tell_anew(struct groei_command_call *call, enum groei_status status,
                                 const char *done, enum groei_entity entity, int64_t id);
/* Reads a record by its code, handle … of the word "id". */
enum groei_status call_get(struct groei_command_call *call, enum groei_entity entity,
                           const char *name, void *record_out);
/* The template that the option names, NULL when it was not given. */
enum groei_status call_template(struct groei_command_call *call, const char *id,
                                struct question_template **template_out);
/* The language of templates. */
enum groei_language call_language(const struct groei_command_call *call);
/* Where templates are looked for, also without a store. */
const struct template_folders *call_folders(struct groei_command_call *call);
/* The conditions that options of a list give; *closed_out: a state was asked for, so closed ones may
 * show. */
enum groei_status call_conditions(struct groei_command_call *call, struct groei_query *query,
                                  int *closed_out);
/* A long text from the option, standard input, or the editor when it is missing. */
enum groei_status call_long_text(struct groei_command_call *call, const char *name,
                                 const char *before, const char **text_out);

/* Settles template and format of a talk that is added: as the options say, else those of the last one. */
enum groei_status call_choose_form(struct groei_command_call *call, struct conversation *talk);
/* Says what closing a talk made. */
void call_tell_closed(struct groei_command_call *call, const struct closed *closed);
/* A talk on paper (run_paper_form.c, run_paper.c): the form, and what was written on it. */
enum groei_status run_prep_paper(struct groei_command_call *call, int64_t person);
enum groei_status run_from_paper(struct groei_command_call *call, int64_t person);
/* Below a goal: what the learning for it takes, added up here and kept nowhere. Nothing without any. */
enum groei_status call_learning_sum(struct groei_command_call *call, int64_t goal);

/* The functions of the table --------------------------------------------------------------------- */

/* Each does what the help of its row in commands.c says. Not GROEI_OK: the reason stands in
 * call->why or in the handle; or GROEI_NO with call->answered set: it printed that the answer is no. */

enum groei_status run_init(struct groei_command_call *call);
enum groei_status run_today(struct groei_command_call *call);
enum groei_status run_prep(struct groei_command_call *call);
enum groei_status run_start(struct groei_command_call *call);
enum groei_status run_add(struct groei_command_call *call);
enum groei_status run_list(struct groei_command_call *call);
enum groei_status run_show(struct groei_command_call *call);
enum groei_status run_edit(struct groei_command_call *call);
enum groei_status run_remove(struct groei_command_call *call);
enum groei_status run_conversation_plan(struct groei_command_call *call);
enum groei_status run_conversation_log(struct groei_command_call *call);
enum groei_status run_conversation_hold(struct groei_command_call *call);
enum groei_status run_conversation_answer(struct groei_command_call *call);
enum groei_status run_conversation_cancel(struct groei_command_call *call);
enum groei_status run_conversation_postpone(struct groei_command_call *call);
enum groei_status run_conversation_miss(struct groei_command_call *call);
enum groei_status run_conversation_acknowledge(struct groei_command_call *call);
enum groei_status run_person_list(struct groei_command_call *call);
enum groei_status run_person_show(struct groei_command_call *call);
enum groei_status run_person_move(struct groei_command_call *call);
enum groei_status run_person_leave(struct groei_command_call *call);
enum groei_status run_team_list(struct groei_command_call *call);
enum groei_status run_team_show(struct groei_command_call *call);
enum groei_status run_absence_end(struct groei_command_call *call);
enum groei_status run_conversation_show(struct groei_command_call *call);
enum groei_status run_goal_add(struct groei_command_call *call);
enum groei_status run_goal_edit(struct groei_command_call *call);
enum groei_status run_goal_show(struct groei_command_call *call);
enum groei_status run_goal_move(struct groei_command_call *call);
enum groei_status run_goal_check(struct groei_command_call *call);
enum groei_status run_goal_need(struct groei_command_call *call);
enum groei_status run_skill_confirm(struct groei_command_call *call);
enum groei_status run_buddy(struct groei_command_call *call);
enum groei_status run_profile(struct groei_command_call *call);
enum groei_status run_objective_list(struct groei_command_call *call);
enum groei_status run_objective_show(struct groei_command_call *call);
enum groei_status run_action_add(struct groei_command_call *call);
enum groei_status run_action_done(struct groei_command_call *call);
enum groei_status run_action_reopen(struct groei_command_call *call);
enum groei_status run_jot(struct groei_command_call *call);
enum groei_status run_moment_share(struct groei_command_call *call);
enum groei_status run_moment_team(struct groei_command_call *call);
enum groei_status run_moment_outcome(struct groei_command_call *call);
enum groei_status run_moment_reply(struct groei_command_call *call);
enum groei_status run_lessons(struct groei_command_call *call);
enum groei_status run_point_done(struct groei_command_call *call);
enum groei_status run_point_drop(struct groei_command_call *call);
enum groei_status run_heard_become(struct groei_command_call *call);
enum groei_status run_learning_propose(struct groei_command_call *call);
enum groei_status run_learning_answer(struct groei_command_call *call);
enum groei_status run_learning_begin(struct groei_command_call *call);
enum groei_status run_learning_finish(struct groei_command_call *call);
enum groei_status run_learning_stop(struct groei_command_call *call);
enum groei_status run_learning_debrief(struct groei_command_call *call);
enum groei_status run_checkpoint_done(struct groei_command_call *call);
enum groei_status run_checkpoint_skip(struct groei_command_call *call);
enum groei_status run_evidence_confirm(struct groei_command_call *call);
enum groei_status run_portfolio(struct groei_command_call *call);
enum groei_status run_reflect(struct groei_command_call *call);
enum groei_status run_reflection_show(struct groei_command_call *call);
enum groei_status run_reflection_remove(struct groei_command_call *call);
enum groei_status run_feedback_ask(struct groei_command_call *call);
enum groei_status run_feedback_list(struct groei_command_call *call);
enum groei_status run_feedback_show(struct groei_command_call *call);
enum groei_status run_feedback_consent(struct groei_command_call *call);
enum groei_status run_feedback_decline(struct groei_command_call *call);
enum groei_status run_feedback_send(struct groei_command_call *call);
enum groei_status run_feedback_share(struct groei_command_call *call);
enum groei_status run_feedback_form(struct groei_command_call *call);
enum groei_status run_feedback_read(struct groei_command_call *call);
enum groei_status run_action_drop(struct groei_command_call *call);
enum groei_status run_action_reagree(struct groei_command_call *call);
enum groei_status run_promises(struct groei_command_call *call);
enum groei_status run_template_list(struct groei_command_call *call);
enum groei_status run_template_show(struct groei_command_call *call);
enum groei_status run_template_check(struct groei_command_call *call);
enum groei_status run_template_new(struct groei_command_call *call);
enum groei_status run_words(struct groei_command_call *call);
enum groei_status run_framework(struct groei_command_call *call);
enum groei_status run_search(struct groei_command_call *call);
enum groei_status run_undo(struct groei_command_call *call);
enum groei_status run_history(struct groei_command_call *call);
enum groei_status run_views(struct groei_command_call *call);
enum groei_status run_paths(struct groei_command_call *call);
enum groei_status run_demo(struct groei_command_call *call);
enum groei_status run_completion(struct groei_command_call *call);
enum groei_status run_complete(struct groei_command_call *call);
enum groei_status run_help(struct groei_command_call *call);
enum groei_status run_manual(struct groei_command_call *call);

#endif
