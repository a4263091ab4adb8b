/* Reads the exchange form back: finds its identity and its questions by their ids, wherever mail programs and
 * editors moved them. Writes nothing; what stands below a question is read by form_answer.c. */
#include "core/form.h"

#include <stdlib.h>
#include <string.h>

#include "core/reflection.h"

/* Lines ------------------------------------------------------------------------------------------ */

/* Blanks that are no space become one; what has no width goes. Appends the line. */
static void add_plain(struct groei_buffer *out, const char *text, size_t length)
{
	static const struct {
		const char *bytes, *plain;
	} odd[] = {{"\xC2\xA0", " "}, {"\xE2\x80\xAF", " "}, {"\xE2\x80\x8B", ""}, {"\xEF\xBB\xBF", ""},
	           {"\xC2\xAD", ""}, {"\t", " "}, {"\r", ""}};
	size_t at = 0;

	while (at < length) {
		size_t i = 0, count = sizeof odd / sizeof *odd;

		while (i < count && (strlen(odd[i].bytes) > length - at ||
		                     memcmp(text + at, odd[i].bytes, strlen(odd[i].bytes)) != 0))
			i++;
		if (i < count) {
			groei_buffer_text(out, odd[i].plain);
			at += strlen(odd[i].bytes);
		} else {
			groei_buffer_char(out, text[at++]);
		}
	}
}

/* Without the marks of quoting: "> ", "> > ", ">>". */
static const char *unquoted(const char *line)
{
	const char *at = line + strspn(line, " ");

	while (*at == '>') {
		line = at + 1;
		line += *line == ' ';
		at = line + strspn(line, " ");
	}
	return line;
}

/* Into lines, each without what surrounds it. */
static size_t split(struct groei_arena *arena, const char *text, struct form_line **lines_out)
{
	struct groei_buffer plain = {0};
	struct form_line *lines;
	size_t count = 1, number = 0;

	for (const char *c = text; *c != '\0'; c++)
		count += *c == '\n' || *c == '\r';
	lines = groei_arena_take(arena, count * sizeof *lines);
	while (*text != '\0') {
		size_t length = strcspn(text, "\r\n");
		const char *line;
		size_t end;

		groei_buffer_clear(&plain);
		add_plain(&plain, text, length);
		line = unquoted(plain.data == NULL ? "" : plain.data);
		lines[number].indented = *line == ' ';
		line += strspn(line, " ");
		for (end = strlen(line); end > 0 && line[end - 1] == ' ';)
			end--;
		lines[number].text = groei_arena_copy(arena, line, end);
		lines[number].number = number + 1;
		number++;
		text += length;
		text += text[0] == '\r' && text[1] == '\n' ? 2 : *text != '\0';
	}
	groei_buffer_free(&plain);
	*lines_out = lines;
	return number;
}

const char *form_key(struct groei_arena *arena, const char *text)
{
	const char *key = groei_text_key(arena, text);
	char *plain = groei_arena_text(arena, key), *to = plain;

	for (const char *c = key; *c != '\0'; c++) {
		if (strchr("*_#\\`\"'", *c) != NULL)
			continue;
		if (*c == ' ' && (to == plain || to[-1] == ' '))
			continue;
		*to++ = *c;
	}
	while (to > plain && to[-1] == ' ')
		to--;
	*to = '\0';
	return plain;
}

/* The text with the dashes that editors make of hyphens turned back. In the arena. */
static const char *hyphens(struct groei_arena *arena, const char *text)
{
	static const char *const dashes[] = {"\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x80\x92",
	                                     "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x88\x92"};
	char *plain = groei_arena_text(arena, text), *to = plain;

	for (const char *c = text; *c != '\0';) {
		size_t i = 0, count = sizeof dashes / sizeof *dashes;

		while (i < count && strncmp(c, dashes[i], 3) != 0)
			i++;
		*to++ = i < count ? '-' : *c;
		c += i < count ? 3 : 1;
	}
	*to = '\0';
	return plain;
}

/* Identity --------------------------------------------------------------------------------------- */

/* From "[groei " to "]", over line ends, without escapes. NULL: there is none. */
static const char *identity_text(struct groei_arena *arena, const struct form_line *lines,
                                 size_t count, size_t *line_out)
{
	static const char mark[] = "[groei ";

	for (size_t i = 0; i < count; i++) {
		const char *start = strstr(lines[i].text, mark), *whole = start, *end;
		char *plain, *to;

		if (start == NULL || strncmp(start, "[groei end", 10) == 0)
			continue;
		for (size_t next = i + 1; strchr(whole, ']') == NULL && next < count && next < i + 6; next++)
			whole = groei_arena_print(arena, "%s %s", whole, lines[next].text);
		end = strchr(whole, ']');
		if (end == NULL)
			continue;
		plain = to = groei_arena_copy(arena, whole + sizeof mark - 1,
		                              (size_t)(end - whole) - (sizeof mark - 1));
		for (const char *c = plain; *c != '\0'; c++) {
			if (*c != '\\' && *c != '*')
				*to++ = *c;
		}
		*to = '\0';
		*line_out = i;
		return hyphens(arena, plain);
	}
	return NULL;
}

static bool set_part(struct groei_arena *arena, struct form_head *head, const char *name,
                     size_t length, const char *value)
{
	static const char *const sides[] = {"employee", "lead", "peer"};
	const struct {
		const char *name;
		const char **place;
	} parts[] = {{"person", &head->person}, {"author", &head->author},
	             {"talk", &head->conversation}, {"reflection", &head->reflection}};

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		if (strlen(parts[i].name) == length && memcmp(parts[i].name, name, length) == 0)
			*parts[i].place = groei_arena_text(arena, value);
	}
	if (length != 4 || memcmp(name, "side", 4) != 0)
		return true;
	for (int i = 0; i < 3; i++) {
		if (strcmp(sides[i], value) == 0) {
			head->side = (enum answer_side)i;
			return true;
		}
	}
	return false;
}

/* "growth/1 person=amir …" */
static bool identity_read(struct groei_arena *arena, const char *text, struct form_head *head)
{
	size_t length = strcspn(text, "/ ");

	if (text[length] != '/')
		return false;
	head->template = groei_arena_copy(arena, text, length);
	head->version = (int)strtol(text + length + 1, NULL, 10);
	text += strcspn(text, " ");
	while (*(text += strspn(text, " ")) != '\0') {
		const char *word = groei_arena_copy(arena, text, strcspn(text, " "));
		const char *equals = strchr(word, '=');

		if (equals == NULL ||
		    !set_part(arena, head, word, (size_t)(equals - word), equals + 1))
			return false;
		text += strlen(word);
	}
	return head->person != NULL && head->author != NULL && head->version > 0;
}

/* Questions -------------------------------------------------------------------------------------- */

bool form_is_rule(const char *line)
{
	return strlen(line) >= 3 && strspn(line, "-_*=.… ") == strlen(line);
}

/* A line on which a heading can start: "### 3. …", "3. …", "**3. …**". */
static bool may_start(const char *line)
{
	const char *at = line + strspn(line, "*\\ ");
	size_t digits = strspn(at, "0123456789");

	return *at == '#' || (digits > 0 && digits < 4 &&
	                      (at[digits] == '.' || at[digits] == ')' || at[digits] == '\\'));
}

/* The question whose id stands in brackets on the line; *unknown_out: brackets with another id. */
static const struct question *id_on(struct groei_arena *arena,
                                    const struct question_template *template, const char *line,
                                    bool *unknown_out)
{
	for (const char *open = strchr(line, '['); open != NULL; open = strchr(open + 1, '[')) {
		char *id = groei_arena_copy(arena, open + 1, strcspn(open + 1, "]")), *to = id;

		if (open[1 + strlen(id)] != ']')
			return NULL;
		for (const char *c = id; *c != '\0'; c++) {
			if (*c != '\\' && *c != ' ')
				*to++ = *c;
		}
		*to = '\0';
		id = groei_arena_text(arena, hyphens(arena, id));
		for (size_t i = 0; i < template->question_count; i++) {
			if (strcmp(template->questions[i].id, id) == 0)
				return &template->questions[i];
		}
		*unknown_out = strlen(id) > 1 && strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-") ==
		                                     strlen(id);
	}
	return NULL;
}

/* A part of the form: its lines from, until. */
struct part {
	const struct question *question; /* NULL: asked by no template of ours */
	size_t heading, from, until;
};

/* Finds the headings: an id in brackets at the end of a line that starts one, or of the lines that it was
 * wrapped into. */
static size_t find_parts(struct groei_arena *arena, const struct question_template *template,
                         const struct form_line *lines, size_t from, size_t count,
                         struct part *parts)
{
	size_t found = 0;

	for (size_t i = from; i < count; i++) {
		bool unknown = false;
		const struct question *question = id_on(arena, template, lines[i].text, &unknown);
		size_t start = i;

		if (question == NULL && !(unknown && lines[i].text[0] == '#'))
			continue;
		while (!may_start(lines[start].text) && start > from && i - start < 4 &&
		       lines[start - 1].text[0] != '\0')
			start--;
		if (!may_start(lines[start].text))
			continue;
		if (found > 0)
			parts[found - 1].until = start;
		parts[found++] = (struct part){question, start, i + 1, count};
	}
	return found;
}

static bool is_section(struct groei_arena *arena, const struct question_template *template,
                       const char *line)
{
	const char *key = form_key(arena, line);

	for (size_t i = 0; *key != '\0' && i < template->section_count; i++) {
		for (int language = 0; language < GROEI_LANGUAGES; language++) {
			const char *title = template->sections[i].title.in[language];

			if (title != NULL && strcmp(form_key(arena, title), key) == 0)
				return true;
		}
	}
	return false;
}

/* Where the answer ends: before a signature, the end of the form, the heading of the next section. */
static size_t part_end(struct groei_arena *arena, const struct question_template *template,
                       const struct form_line *lines, const struct part *part)
{
	size_t end = part->from, last;

	while (end < part->until && strcmp(lines[end].text, "--") != 0 &&
	       strcmp(lines[end].text, "\xE2\x80\x93") != 0 && strcmp(lines[end].text, "\xE2\x80\x94") != 0 &&
	       strstr(lines[end].text, "[groei end") == NULL &&
	       !(lines[end].text[0] == '#' && is_section(arena, template, lines[end].text)))
		end++;
	for (last = end; last > part->from && (lines[last - 1].text[0] == '\0' ||
	                                       form_is_rule(lines[last - 1].text));)
		last--;
	if (last > part->from && end == part->until && is_section(arena, template, lines[last - 1].text))
		last--;
	return last;
}

/* What stands before the form: headers of a mail and "… wrote:" are no loss. */
static bool is_mail(const char *line)
{
	size_t name = strcspn(line, ": ");
	size_t length = strlen(line);

	return *line == '\0' || form_is_rule(line) || (line[name] == ':' && name > 1) ||
	       line[0] == '#' || (length > 1 && line[length - 1] == ':');
}

void form_lose(struct form *form, const struct form_line *line)
{
	form->lost[form->lost_count++] = (struct form_lost){line->number, line->text};
}

/* What was written behind the end of the form, up to a signature or a second copy of it. */
static void lose_behind(struct form *form, const struct form_line *lines, size_t count)
{
	size_t at = 0;

	while (at < count && strstr(lines[at].text, "[groei end") == NULL)
		at++;
	for (at++; at < count && strcmp(lines[at].text, "--") != 0 && lines[at].text[0] != '#' &&
	           strstr(lines[at].text, "[groei ") == NULL;
	     at++) {
		if (!is_mail(lines[at].text))
			form_lose(form, &lines[at]);
	}
}

/* Takes an answer: the first that says something; another one that says the same is no loss. */
static void take(struct groei_arena *arena, struct form *form, const struct form_answer *answer,
                 const struct form_line *lines, const struct part *part, size_t end)
{
	for (size_t i = 0; i < form->answer_count; i++) {
		const struct form_answer *there = &form->answers[i];

		if (there->question != answer->question)
			continue;
		if (there->text != NULL && answer->text != NULL &&
		    strcmp(form_key(arena, there->text), form_key(arena, answer->text)) == 0)
			return;
		for (size_t at = part->from; at < end; at++) {
			if (lines[at].text[0] != '\0')
				form_lose(form, &lines[at]);
		}
		return;
	}
	form->answers[form->answer_count++] = *answer;
}

static int by_question(const void *a, const void *b)
{
	const struct form_answer *one = a, *other = b;

	return one->question < other->question ? -1 : one->question > other->question;
}

static int by_line(const void *a, const void *b)
{
	const struct form_lost *one = a, *other = b;

	return one->line < other->line ? -1 : one->line > other->line;
}

static void read_parts(struct groei_arena *arena, struct form *form, const struct form_line *lines,
                       const struct part *parts, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct form_answer answer = {.question = parts[i].question,
		                             .line = lines[parts[i].heading].number};
		size_t end = part_end(arena, form->template, lines, &parts[i]);

		if (parts[i].question == NULL) {
			for (size_t at = parts[i].heading; at < end; at++) {
				if (lines[at].text[0] != '\0')
					form_lose(form, &lines[at]);
			}
			continue;
		}
		form_answer_read(arena, parts[i].question, lines + parts[i].from, end - parts[i].from,
		                 form, &answer);
		if (answer.text != NULL || answer.why != NULL)
			take(arena, form, &answer, lines, &parts[i], end);
	}
	qsort(form->answers, form->answer_count, sizeof *form->answers, by_question);
}

/* The text -------------------------------------------------------------------------------------- */

static const char *refuse(struct groei_arena *arena, const char *bytes, size_t length)
{
	size_t bad = 0;

	if (length > FORM_LONGEST)
		return groei_arena_print(arena, _("form: it is longer than %d bytes, so it is no form; name "
		                                  "another file"), FORM_LONGEST);
	if (length >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0))
		return _("form: it is UTF-16, save it as UTF-8 and try again");
	if (memchr(bytes, '\0', length) != NULL)
		return _("form: it is no text; save it as plain text and try again");
	if (!groei_text_valid(bytes, length, &bad))
		return groei_arena_print(arena,
		                         _("form: not valid UTF-8 at byte %zu, perhaps Windows-1252; save it as "
		                           "UTF-8 and try again"), bad + 1);
	return NULL;
}

enum groei_status groei_form_parse(struct groei_arena *arena,
                                   const struct template_folders *folders, const char *bytes,
                                   size_t length, struct form *form_out, const char **why_out)
{
	struct form form = {.answer_count = 0};
	struct form_line *lines;
	struct part *parts;
	const char *why = refuse(arena, bytes, length), *identity;
	size_t count, found, at = 0, title = 0;

	if (why != NULL) {
		*why_out = why;
		return GROEI_INVALID;
	}
	count = split(arena, groei_arena_copy(arena, bytes, length), &lines);
	identity = identity_text(arena, lines, count, &at);
	if (identity == NULL || !identity_read(arena, identity, &form.head)) {
		*why_out = _("form: the line “[groei …]” is missing or broken, it tells where the answers "
		             "belong; put it back from the form that was sent");
		return GROEI_INVALID;
	}
	if (groei_template_find(arena, folders, form.head.template, &form.template, NULL, NULL) !=
	    GROEI_OK) {
		*why_out = groei_arena_print(arena, _("form: it asks the questions of “%.60s”, which are not "
		                                      "here; see “groei template list”"),
		                             form.head.template);
		return GROEI_INVALID;
	}
	parts = groei_arena_take(arena, (count + 1) * sizeof *parts);
	form.answers = groei_arena_take(arena, (count + 1) * sizeof *form.answers);
	/* A line is lost once at most, and a question's twice: as it is read and when it is a second one. */
	form.lost = groei_arena_take(arena, (2 * count + 1) * sizeof *form.lost);
	while (title < at && lines[title].text[0] != '#')
		title++;
	for (size_t i = 0; title < at && i < title; i++) {
		if (!is_mail(lines[i].text))
			form_lose(&form, &lines[i]);
	}
	lose_behind(&form, lines, count);
	found = find_parts(arena, form.template, lines, 0, count, parts);
	read_parts(arena, &form, lines, parts, found);
	qsort(form.lost, form.lost_count, sizeof *form.lost, by_line);
	*form_out = form;
	return GROEI_OK;
}

/* Whose it is ------------------------------------------------------------------------------------ */

static enum groei_status not_here(struct groei *groei, const char *what)
{
	return fault_set(&groei->fault, GROEI_INVALID, NULL,
	                 _("form: it names “%.60s”, which is not in this store"), what);
}

/* Finds what a part of the identity names. */
static enum groei_status named(struct groei *groei, enum groei_entity entity, const char *text,
                               int64_t *id_out)
{
	enum groei_status status;

	if (text == NULL)
		return GROEI_OK;
	status = groei_find(groei, entity, text, id_out);
	return status == GROEI_NOT_FOUND || status == GROEI_INVALID ? not_here(groei, text) : status;
}

/* Whether all that the form answers stands in a reflection. */
static bool says_all(struct groei_arena *arena, const struct form *form,
                     const struct answer *answers, size_t count)
{
	for (size_t i = 0; i < form->answer_count; i++) {
		const struct form_answer *said = &form->answers[i];
		size_t at = 0;
		const char *text;

		while (at < count && strcmp(answers[at].question, said->question->id) != 0)
			at++;
		if (at == count || said->text == NULL)
			return false;
		text = answers[at].text != NULL
		           ? answers[at].text
		           : groei_arena_print(arena, "%d", (int)answers[at].number);
		if (strcmp(groei_text_key(arena, text), groei_text_key(arena, said->text)) != 0)
			return false;
	}
	return form->answer_count > 0;
}

/* Without a conversation only its words tell a form that comes a second time from a new one. */
static enum groei_status come_before(struct groei *groei, struct groei_arena *arena,
                                     const struct form *form, struct reflection *found)
{
	const struct groei_query wanted = {
	    .scope = GROEI_ALL,
	    .condition = {{"author", found->author}, {"person", found->person}},
	    .limit = 100};
	void *records = NULL;
	struct reflection *earlier;
	size_t count = 0;
	enum groei_status status;

	if (found->id != 0 || found->conversation != 0)
		return GROEI_OK;
	status = groei_list(groei, arena, GROEI_REFLECTION, &wanted, &records, &count);
	earlier = records;
	for (size_t i = 0; status == GROEI_OK && i < count; i++) {
		struct answer *answers = NULL;
		size_t answered = 0;

		if (earlier[i].state != REFLECTION_PUBLISHED || earlier[i].conversation != 0 ||
		    earlier[i].side != found->side || strcmp(earlier[i].template, found->template) != 0)
			continue;
		status = reflection_answers(groei, arena, earlier[i].id, &answers, &answered);
		if (status == GROEI_OK && says_all(arena, form, answers, answered)) {
			*found = earlier[i];
			return GROEI_OK;
		}
	}
	return status == GROEI_NO ? GROEI_OK : status;
}

enum groei_status groei_form_find(struct groei *groei, struct groei_arena *arena,
                                  const struct form *form, struct reflection *out)
{
	struct reflection_wish wish = {.template = form->head.template};
	struct reflection found;
	int64_t person = 0;
	enum groei_status status = named(groei, GROEI_PERSON, form->head.person, &person);

	if (status == GROEI_OK)
		status = named(groei, GROEI_PERSON, form->head.author, &wish.author);
	if (status == GROEI_OK)
		status = named(groei, GROEI_CONVERSATION, form->head.conversation, &wish.conversation);
	if (status == GROEI_OK && (form->head.side == SIDE_PEER || wish.conversation == 0))
		status = named(groei, GROEI_REFLECTION, form->head.reflection, &wish.reflection);
	if (status == GROEI_OK && form->head.side == SIDE_PEER && wish.reflection == 0)
		return not_here(groei, form->head.template);
	if (status == GROEI_OK)
		status = groei_reflection_find(groei, arena, &wish, &found);
	if (status == GROEI_NOT_FOUND)
		return not_here(groei, form->head.author);
	if (status != GROEI_OK && status != GROEI_DENIED) /* denied: the author is none of the two */
		return status;
	if (status == GROEI_DENIED || found.person != person || found.author != wish.author ||
	    found.side != (int32_t)form->head.side || strcmp(found.template, form->head.template) != 0)
		return fault_set(&groei->fault, GROEI_INVALID, NULL,
		                 _("form: it belongs to another reflection than the one that is here; write "
		                   "a new form"));
	if (found.author != groei->who && !reflection_receives(groei, &found))
		return fault_set(&groei->fault, GROEI_INVALID, NULL,
		                 _("form: it is %s's and not for you to read"),
		                 groei_person_name(groei, arena, found.author));
	status = come_before(groei, arena, form, &found);
	if (status == GROEI_OK)
		*out = found;
	return status;
}
