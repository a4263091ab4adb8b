/* What the lines below a question of a form say: words, a number on its scale, a box that is ticked. */
#include "core/form.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

/* Bytes between which the longest line lies where a mail program wrapped them. */
enum { WRAPPED_LEAST = 50, WRAPPED_MOST = 110 };

struct reading {
	struct groei_arena *arena;
	const struct question *question;
	const struct form_line *lines;
	size_t at, count;
	struct form *form;
};

/* Steps over lines that together are this text, however they were wrapped. */
static void skip_text(struct reading *r, const char *text)
{
	const char *wanted = text == NULL ? "" : form_key(r->arena, text), *have = "";

	for (size_t at = r->at; *wanted != '\0' && at < r->count; at++) {
		const char *key = form_key(r->arena, r->lines[at].text);

		if (*key == '\0')
			continue;
		have = groei_arena_print(r->arena, "%s%s%s", have, *have == '\0' ? "" : " ", key);
		if (strcmp(have, wanted) == 0) {
			r->at = at + 1;
			return;
		}
		if (strncmp(have, wanted, strlen(have)) != 0)
			return;
	}
}

/* The hint and the ends of the scale, as they were sent. */
static void skip_ours(struct reading *r)
{
	const struct question *question = r->question;

	for (int i = 0; i < GROEI_LANGUAGES; i++)
		skip_text(r, question->help.in[i]);
	for (int i = 0; i < GROEI_LANGUAGES; i++) {
		if (question->low_label.in[i] != NULL && question->high_label.in[i] != NULL)
			skip_text(r, groei_arena_print(r->arena, "%d = %s · %d = %s", question->low,
			                               question->low_label.in[i], question->high,
			                               question->high_label.in[i]));
	}
}

/* Words ------------------------------------------------------------------------------------------ */

/* Behind "Antwoord:", with whatever marks around it. */
static const char *behind_label(struct groei_arena *arena, const char *line)
{
	const char *colon = strchr(line, ':');
	const char *key;

	if (colon == NULL || colon - line > 20)
		return line;
	key = form_key(arena, groei_arena_copy(arena, line, (size_t)(colon + 1 - line)));
	for (int i = 0; i < GROEI_LANGUAGES; i++) {
		if (strcmp(key, form_key(arena, form_answer_label.in[i])) == 0)
			return colon + 1 + strspn(colon + 1, "*_ ");
	}
	return line;
}

/* Markdown's escapes: a backslash before a sign stands for the sign. */
static const char *unescaped(struct groei_arena *arena, const char *line)
{
	char *plain = groei_arena_text(arena, line), *to = plain;

	for (const char *c = line; *c != '\0'; c++) {
		if (*c == '\\' && ispunct((unsigned char)c[1]))
			c++;
		*to++ = *c;
	}
	*to = '\0';
	return plain;
}

static bool begins_item(const char *line)
{
	size_t digits = strspn(line, "0123456789");

	return ((*line == '-' || *line == '*' || *line == '+') && line[1] == ' ') ||
	       (digits > 0 && (line[digits] == '.' || line[digits] == ')')) || *line == '[';
}

/* Puts lines together that a mail program may have wrapped. */
static void add_line(struct groei_buffer *out, size_t last, size_t longest, const char *line)
{
	/* Wrapped where its first word did not fit behind the line before. */
	bool wrapped = last > 0 && *line != '\0' && !begins_item(line) && longest >= WRAPPED_LEAST &&
	               longest <= WRAPPED_MOST && last + 1 + strcspn(line, " ") > longest;

	if (out->length > 0)
		groei_buffer_char(out, wrapped ? ' ' : '\n');
	groei_buffer_text(out, line);
}

static const char *finished(struct groei_arena *arena, struct groei_buffer *out)
{
	const char *text = out->data == NULL ? "" : out->data;
	size_t start = strspn(text, "\n "), end = strlen(text);

	while (end > start && strchr("\n ", text[end - 1]) != NULL)
		end--;
	text = end > start ? groei_arena_copy(arena, text + start, end - start) : NULL;
	groei_buffer_free(out);
	return text;
}

static const char *read_words(struct reading *r)
{
	struct groei_buffer out = {0};
	size_t last = 0, longest = 0;

	for (size_t i = r->at; i < r->count; i++) {
		if (strlen(r->lines[i].text) > longest)
			longest = strlen(r->lines[i].text);
	}
	for (size_t i = r->at; i < r->count; i++) {
		const char *line = behind_label(r->arena, r->lines[i].text);

		if (form_is_rule(line) || (*line != '\0' && *form_key(r->arena, line) == '\0'))
			continue;
		add_line(&out, last, longest, unescaped(r->arena, line));
		last = strlen(line);
	}
	return finished(r->arena, &out);
}

/* Scales ----------------------------------------------------------------------------------------- */

/* Behind "1 … 10:", "(1...10)", "1 - 10 :" and the like; the text itself when it does not begin so. */
static const char *behind_range(const struct question *question, const char *text)
{
	const char *at = text + strspn(text, "*_(\\ ");
	char *end;
	long low = strtol(at, &end, 10), high;

	if (end == at || low != question->low)
		return text;
	at = end;
	while (*at != '\0' && !isdigit((unsigned char)*at) && *at != ':' && *at != '\n')
		at++;
	high = strtol(at, &end, 10);
	if (end == at || high != question->high)
		return text;
	end += strspn(end, "*_)\\ ");
	return *end == ':' ? end + 1 + strspn(end + 1, "*_ ") : text;
}

/* "/10", "of 10", "van de 10", "op 10" behind the number; what follows it. */
static const char *behind_whole(const struct question *question, const char *text, bool *unsure)
{
	const char *at = text + strspn(text, " ");
	char *end;
	long whole;

	if (*at == '/' || strncmp(at, "of ", 3) == 0 || strncmp(at, "van ", 4) == 0 ||
	    strncmp(at, "op ", 3) == 0 || strncmp(at, "out of ", 7) == 0) {
		while (*at != '\0' && !isdigit((unsigned char)*at))
			at++;
		whole = strtol(at, &end, 10);
		if (end != at && whole == question->high)
			return end;
		*unsure = end != at;
	}
	return text;
}

static void read_scale(struct reading *r, struct form_answer *answer)
{
	for (size_t i = r->at; i < r->count; i++) {
		const char *text = unescaped(r->arena, r->lines[i].text), *rest, *at;
		bool unsure = false;
		char *end;
		long number;

		if (form_is_rule(text))
			continue;
		text = behind_range(r->question, behind_label(r->arena, text));
		at = text + strspn(text, "*_[]( ");
		if (*at == '\0')
			continue;
		number = strtol(at, &end, 10);
		if (answer->text != NULL || answer->why != NULL) {
			form_lose(r->form, &r->lines[i]);
			continue;
		}
		rest = end == at ? end : behind_whole(r->question, end, &unsure);
		rest += strspn(rest, "*_]) ");
		if (end == at || unsure || number < r->question->low || number > r->question->high ||
		    ((*end == ',' || *end == '.') && isdigit((unsigned char)end[1]))) {
			answer->why = groei_arena_print(r->arena, _("“%.40s” is no whole number from %d to %d"),
			                                at, r->question->low, r->question->high);
			continue;
		}
		answer->text = groei_arena_print(r->arena, "%ld", number);
		rest += strspn(rest, " -–—:,.;(");
		if (*rest != '\0') /* a scale keeps no words */
			r->form->lost[r->form->lost_count++] =
			    (struct form_lost){r->lines[i].number, rest};
	}
}

/* Boxes ------------------------------------------------------------------------------------------ */

/* "- [x] label": 1 ticked, 0 not, -1 no box; *label_out what stands behind it. */
static int box_of(const char *line, const char **label_out)
{
	static const char *const whole[] = {"☑", "☒", "✓", "✔", "☐"};
	static const char *const bullets[] = {"•", "·", "◦", "–", "—"};
	const char *at = line + strspn(line, "-*+ \\");
	size_t inside;

	for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++) {
		if (strncmp(at, bullets[i], strlen(bullets[i])) == 0) {
			at += strlen(bullets[i]);
			at += strspn(at, " \\");
			break;
		}
	}

	for (size_t i = 0; i < sizeof whole / sizeof *whole; i++) {
		if (strncmp(at, whole[i], strlen(whole[i])) == 0) {
			*label_out = at + strlen(whole[i]);
			return i < 4;
		}
	}
	if (*at != '[' && *at != '(')
		return -1;
	inside = strcspn(at + 1, "])");
	if (at[1 + inside] == '\0' || inside > 5)
		return -1;
	*label_out = at + 2 + inside;
	for (size_t i = 1; i <= inside; i++) {
		if (strchr(" \\_*.", at[i]) == NULL)
			return 1;
	}
	return 0;
}

/* What a choice is called: its id, or its label in a language. NULL: not there. */
static const char *choice_name(const struct question *question, size_t index, int language)
{
	static const char *const yes_no[2][GROEI_LANGUAGES] = {
		{[GROEI_ENGLISH] = "yes", [GROEI_DUTCH] = "ja"},
		{[GROEI_ENGLISH] = "no", [GROEI_DUTCH] = "nee"}};

	if (language < 0)
		return groei_question_choice(question, index);
	return question->kind == QUESTION_YESNO ? yes_no[index][language]
	                                        : question->choices[index].label.in[language];
}

/* The choice that the words name in full; `count` when none does. Words that are only the start of a
 * label count when a box stands before them, as the rest was wrapped. */
static size_t choice_of(struct reading *r, const char *words, bool start_will_do)
{
	size_t count = groei_question_choices(r->question), starting = count;
	const char *key = form_key(r->arena, words);
	size_t length = strlen(key);
	bool several = false;

	while (length > 0 && strchr(".,;!", key[length - 1]) != NULL)
		length--;
	for (size_t i = 0; length > 0 && i < count; i++) {
		for (int language = -1; language < GROEI_LANGUAGES; language++) {
			const char *name = choice_name(r->question, i, language);

			if (name == NULL)
				continue;
			name = form_key(r->arena, name);
			if (strncmp(name, key, length) != 0)
				continue;
			if (name[length] == '\0')
				return i;
			several = several || (starting != count && starting != i);
			starting = i;
		}
	}
	return start_will_do && !several ? starting : count;
}

/* Whether the line is the end of a label that was wrapped. */
static bool ends_label(struct reading *r, const char *line)
{
	const char *key = form_key(r->arena, line);

	for (size_t i = 0; i < groei_question_choices(r->question); i++) {
		for (int language = 0; language < GROEI_LANGUAGES; language++) {
			const char *name = choice_name(r->question, i, language), *end;

			if (name == NULL)
				continue;
			name = form_key(r->arena, name);
			end = strlen(name) > strlen(key) ? name + strlen(name) - strlen(key) : "";
			if (*key != '\0' && strcmp(end, key) == 0)
				return true;
		}
	}
	return false;
}

static void tick(struct reading *r, struct form_answer *answer, size_t choice)
{
	const char *id = groei_question_choice(r->question, choice);

	if (answer->text != NULL && strcmp(answer->text, id) != 0) {
		answer->text = NULL;
		answer->why = _("two boxes are ticked, choose one");
	} else if (answer->why == NULL) {
		answer->text = id;
	}
}

static void read_boxes(struct reading *r, struct form_answer *answer)
{
	size_t count = groei_question_choices(r->question);

	for (size_t i = r->at; i < r->count; i++) {
		const char *line = unescaped(r->arena, behind_label(r->arena, r->lines[i].text));
		const char *label = line;
		int ticked = box_of(line, &label);
		size_t choice = choice_of(r, label, ticked >= 0);

		if (*line == '\0' || form_is_rule(line))
			continue;
		if (choice < count && ticked != 0)
			tick(r, answer, choice);
		else if (choice == count && !(ticked < 0 && i > r->at && ends_label(r, line)))
			form_lose(r->form, &r->lines[i]);
	}
}

void form_answer_read(struct groei_arena *arena, const struct question *question,
                      const struct form_line *lines, size_t count, struct form *form,
                      struct form_answer *answer_out)
{
	struct reading r = {.arena = arena, .question = question, .lines = lines, .count = count,
	                    .form = form};

	skip_ours(&r);
	switch (question->kind) {
	case QUESTION_SCALE:
		read_scale(&r, answer_out);
		break;
	case QUESTION_CHOICE:
	case QUESTION_YESNO:
		read_boxes(&r, answer_out);
		break;
	default:
		answer_out->text = read_words(&r);
	}
}
