/* Writes the exchange form. Its sentences stand here in both languages, as it speaks the language of who
 * fills it in and not of who makes it. */
#include "core/form.h"

#include <stdio.h>
#include <string.h>

#include "core/reflection.h"

#define BOTH(en, nl) {{[GROEI_ENGLISH] = en, [GROEI_DUTCH] = nl}}

const struct template_text form_answer_label = BOTH("Answer:", "Antwoord:");

static const struct template_text
	hello = BOTH("Hello %s,", "Dag %s,"),
	for_talk = BOTH("On %s you talk with %s. These questions help you to prepare: your own words, at "
	                "your own pace.",
	                "Op %s praat je met %s. Deze vragen helpen je om dat voor te bereiden: in je "
	                "eigen woorden, in je eigen tempo."),
	for_peer = BOTH("%s would like to learn from what you see. You help most with something you saw "
	                "yourself, told as it was.",
	                "%s wil graag leren van wat jij ziet. Je helpt het meest met iets wat je zelf zag, "
	                "verteld zoals het was."),
	for_self = BOTH("These questions are for yourself: your own words, at your own pace.",
	                "Deze vragen zijn voor jezelf: in je eigen woorden, in je eigen tempo."),
	how = BOTH("Write below each question; leave empty what you have nothing to say about. Put an x "
	           "between the brackets of what you choose. Then send the whole text back, as an attachment "
	           "or in your reply.",
	           "Schrijf onder elke vraag; laat leeg waar je niets over te zeggen hebt. Zet een x tussen "
	           "de haken van wat je kiest. Stuur daarna de hele tekst terug, als bijlage of in je "
	           "antwoord."),
	by = BOTH("Please send it back by %s.", "Stuur het liefst terug voor %s."),
	seen = BOTH("%s reads it once you sent it.", "%s leest het zodra je het hebt verstuurd."),
	keep = BOTH("Leave this line in, it tells where the answers belong:",
	            "Laat deze regel staan, ze zegt waar de antwoorden thuishoren:"),
	bigger = BOTH("The bigger picture", "Het grotere geheel"),
	bigger_why = BOTH("Where the organisation is heading; perhaps it touches what you want to learn.",
	                  "Waar de organisatie naartoe wil; misschien raakt het aan wat jij wilt leren."),
	end = BOTH("End of the form. Thank you!", "Einde van het formulier. Dank je wel!"),
	yes = BOTH("yes", "ja"), no = BOTH("no", "nee");

struct writing {
	struct groei *groei;
	struct groei_arena *arena;
	const struct reflection *reflection;
	struct groei_buffer out;
	enum groei_language language;
	struct person author, person;
	struct conversation talk; /* id 0: none */
};

static const char *in(const struct writing *w, const struct template_text *text)
{
	return groei_template_text(text, w->language);
}

/* One line of it, made of a sentence with at most two gaps. */
static const char *filled(const struct writing *w, const struct template_text *sentence,
                          const char *first, const char *second)
{
	const char *values[] = {first, second}, *at = in(w, sentence), *gap;
	const char *text = "";

	for (int i = 0; i < 2 && (gap = strstr(at, "%s")) != NULL; i++) {
		text = groei_arena_print(w->arena, "%s%.*s%s", text, (int)(gap - at), at, values[i]);
		at = gap + 2;
	}
	return groei_arena_print(w->arena, "%s%s", text, at);
}

/* A paragraph of at most 72 cells a line, so that no mail program wraps it again. */
static void paragraph(struct writing *w, const char *before, const char *text, const char *behind)
{
	const char *whole = groei_arena_print(w->arena, "%s%s", before, text);
	struct groei_line *lines;
	size_t count = groei_text_wrap(w->arena, whole, strlen(whole), 71, &lines);

	for (size_t i = 0; i < count; i++) {
		groei_buffer_text(&w->out, i == 0 ? "" : "\n");
		groei_buffer_add(&w->out, whole + lines[i].start, lines[i].length);
	}
	groei_buffer_print(&w->out, "%s\n\n", behind);
}

static const char *first_name(const struct writing *w, const char *name)
{
	return groei_arena_copy(w->arena, name, strcspn(name, " "));
}

/* "Friday 6 March 2026" in the language of the form. */
static const char *day_words(const struct writing *w, int32_t day)
{
	static const char *const weekdays[GROEI_LANGUAGES][7] = {
		[GROEI_ENGLISH] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
		                   "Sunday"},
		[GROEI_DUTCH] = {"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag",
		                 "zondag"}};
	static const char *const months[GROEI_LANGUAGES][12] = {
		[GROEI_ENGLISH] = {"January", "February", "March", "April", "May", "June", "July", "August",
		                   "September", "October", "November", "December"},
		[GROEI_DUTCH] = {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus",
		                 "september", "oktober", "november", "december"}};
	struct groei_civil civil = groei_day_civil(day);

	return groei_arena_print(w->arena, "%s %d %s %d", weekdays[w->language][civil.weekday - 1],
	                         civil.day, months[w->language][civil.month - 1], civil.year);
}

/* Head ----------------------------------------------------------------------------------------- */

static void write_identity(struct writing *w, const struct question_template *template)
{
	static const char *const sides[] = {"employee", "lead", "peer"};
	const struct reflection *reflection = w->reflection;
	char code[GROEI_CODE_SIZE];

	groei_buffer_print(&w->out, "[groei %s/%d person=%s author=%s side=%s", template->id,
	                   template->version, w->person.handle, w->author.handle,
	                   sides[reflection->side]);
	if (reflection->conversation != 0)
		groei_buffer_print(&w->out, " talk=%s", groei_code(reflection->conversation, code));
	if (reflection->id != 0)
		groei_buffer_print(&w->out, " reflection=%s", groei_code(reflection->id, code));
	groei_buffer_text(&w->out, "]\n\n");
}

static int64_t reader(const struct writing *w)
{
	if (w->reflection->side == SIDE_PEER)
		return w->person.id;
	if (w->talk.id != 0)
		return w->reflection->side == SIDE_LEAD ? w->talk.person : w->talk.lead;
	return w->person.lead;
}

static void write_head(struct writing *w, const struct question_template *template)
{
	const struct reflection *reflection = w->reflection;
	const char *other = groei_person_name(w->groei, w->arena, reader(w));
	const char *about = reflection->side == SIDE_PEER || reflection->side == SIDE_LEAD
	                        ? w->person.name
	                        : w->author.name;

	groei_buffer_print(&w->out, "# %s · %s\n\n", in(w, &template->title), about);
	paragraph(w, "", filled(w, &hello, first_name(w, w->author.name), ""), "");
	if (reflection->side == SIDE_PEER)
		paragraph(w, "", filled(w, &for_peer, first_name(w, w->person.name), ""), "");
	else if (w->talk.id != 0)
		paragraph(w, "", filled(w, &for_talk, day_words(w, w->talk.day), other), "");
	else
		paragraph(w, "", in(w, &for_self), "");
	if (reflection->context != NULL)
		paragraph(w, "", reflection->context, "");
	paragraph(w, "", in(w, &how), "");
	if (reflection->due != GROEI_NO_DAY)
		paragraph(w, "", filled(w, &by, day_words(w, reflection->due), ""), "");
	if (*other != '\0')
		paragraph(w, "", filled(w, &seen, other, ""), "");
	groei_buffer_print(&w->out, "%s\n\n", in(w, &keep));
	write_identity(w, template);
}

/* The open objectives that the person may know: the organisation's and those of their team. */
static enum groei_status write_objectives(struct writing *w)
{
	const struct groei_query query = {.scope = GROEI_OPEN, .limit = 100};
	const struct objective *objectives;
	void *records = NULL;
	size_t count = 0, told = 0;
	enum groei_status status = groei_list(w->groei, w->arena, GROEI_OBJECTIVE, &query, &records,
	                                      &count);

	objectives = records;
	for (size_t i = 0; status == GROEI_OK && i < count && told < 5; i++) {
		if (objectives[i].team != 0 && objectives[i].team != w->person.team)
			continue;
		if (told++ == 0) {
			groei_buffer_print(&w->out, "## %s\n\n", in(w, &bigger));
			paragraph(w, "", in(w, &bigger_why), "");
		}
		groei_buffer_print(&w->out, "- %s\n",
		                   groei_text_safe_line(w->arena, objectives[i].title));
	}
	if (told > 0)
		groei_buffer_char(&w->out, '\n');
	return status == GROEI_NO ? GROEI_OK : status;
}

/* Questions ------------------------------------------------------------------------------------ */

static void write_box(struct writing *w, int ticked, const char *label)
{
	groei_buffer_print(&w->out, "- [%s] %s\n", ticked ? "x" : " ", label);
}

static void write_scale(struct writing *w, const struct question *question,
                        const struct answer *answer)
{
	const char *low = in(w, &question->low_label), *high = in(w, &question->high_label);

	if (*low != '\0' && *high != '\0')
		paragraph(w, "_",
		          groei_arena_print(w->arena, "%d = %s · %d = %s", question->low, low,
		                            question->high, high),
		          "_");
	groei_buffer_print(&w->out, "%d … %d:", question->low, question->high);
	if (answer->id != 0 && answer->number != GROEI_NONE)
		groei_buffer_print(&w->out, " %d", (int)answer->number);
	groei_buffer_char(&w->out, '\n');
}

/* Words that were there already; a line of theirs that looks like one of ours is set apart by a blank. */
static void write_words(struct writing *w, const char *text)
{
	for (; *text != '\0'; text += strspn(text, "\n") > 0) {
		size_t length = strcspn(text, "\n");

		if (*text == '#' || *text == '[' || *text == '>' || strncmp(text, "--", 2) == 0)
			groei_buffer_char(&w->out, '\\');
		groei_buffer_add(&w->out, text, length);
		groei_buffer_char(&w->out, '\n');
		text += length;
	}
}

static void write_place(struct writing *w, const struct question *question,
                        const struct answer *answer)
{
	const char *text = answer->id != 0 && answer->text != NULL ? answer->text : "";

	switch (question->kind) {
	case QUESTION_SCALE:
		write_scale(w, question, answer);
		break;
	case QUESTION_YESNO:
		write_box(w, strcmp(text, "yes") == 0, in(w, &yes));
		write_box(w, strcmp(text, "no") == 0, in(w, &no));
		break;
	case QUESTION_CHOICE:
		for (size_t i = 0; i < question->choice_count; i++)
			write_box(w, strcmp(text, question->choices[i].id) == 0,
			          in(w, &question->choices[i].label));
		break;
	default:
		groei_buffer_print(&w->out, "%s\n", in(w, &form_answer_label));
		write_words(w, text);
	}
	groei_buffer_text(&w->out, "\n\n");
}

static void write_questions(struct writing *w, const struct question_template *template,
                            const struct asked *asked, size_t count)
{
	size_t section = (size_t)-1, number = 0;
	int slot = (int)groei_reflection_slot(w->reflection);

	for (size_t i = 0; i < count; i++) {
		const struct question *question = asked[i].question;

		if (question == NULL)
			continue;
		if (question->section != section) {
			section = question->section;
			groei_buffer_print(&w->out, "## %s\n\n", in(w, &template->sections[section].title));
		}
		groei_buffer_print(&w->out, "### %zu. %s [%s]\n\n", ++number, in(w, &question->text),
		                   question->id);
		if (*in(w, &question->help) != '\0')
			paragraph(w, "_", in(w, &question->help), "_");
		write_place(w, question, &asked[i].answer[slot]);
	}
}

/* The language of who fills it in, whom somebody else may know by name only. */
static enum groei_status read_language(void *context)
{
	struct writing *w = context;
	struct person author;
	enum groei_status status =
	    records_get(w->groei, GROEI_PERSON, w->reflection->author, &author);

	if (status == GROEI_OK)
		w->language = author.language == PERSON_NL ? GROEI_DUTCH : GROEI_ENGLISH;
	return status;
}

enum groei_status groei_form_write(struct groei *groei, struct groei_arena *arena,
                                   const struct reflection *reflection, const char **text_out)
{
	struct writing w = {.groei = groei, .arena = arena, .reflection = reflection};
	struct question_template *template = NULL;
	struct asked *asked = NULL;
	size_t count = 0;
	enum groei_status status =
	    groei_get(groei, arena, GROEI_PERSON, reflection->author, &w.author);

	if (status == GROEI_OK)
		status = groei_get(groei, arena, GROEI_PERSON, reflection->person, &w.person);
	if (status == GROEI_OK && reflection->conversation != 0)
		status = groei_get(groei, arena, GROEI_CONVERSATION, reflection->conversation, &w.talk);
	if (status == GROEI_OK)
		status = groei_reflection_asked(groei, arena, reflection, &template, &asked, &count);
	if (status != GROEI_OK)
		return status;
	if (template == NULL)
		return fault_field(groei, groei_table(GROEI_REFLECTION), "template",
		                   _("there is no template “%s”, see “groei template list”"),
		                   reflection->template);
	status = store_transact(groei->store, "form", read_language, &w);
	if (status != GROEI_OK)
		return status;
	write_head(&w, template);
	status = write_objectives(&w);
	if (status == GROEI_OK) {
		write_questions(&w, template, asked, count);
		groei_buffer_print(&w.out, "[groei end] %s\n", in(&w, &end));
		*text_out = groei_arena_copy(arena, w.out.data, w.out.length);
	}
	groei_buffer_free(&w.out);
	return status;
}
