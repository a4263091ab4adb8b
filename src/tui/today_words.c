/* What a row of Today says: sign, who, what, when. Reads; knows no list and no keys. */
#include "today_words.h"

#include <groei/followup.h>

static const char *day_words(struct tui *tui, int32_t day, const char *late, const char *ahead)
{
	char text[GROEI_DATE_SIZE];

	if (day == GROEI_NO_DAY)
		return "";
	if (day == groei_today(tui->groei))
		return _("today");
	groei_day_text(day, groei_today(tui->groei), text);
	return groei_arena_print(tui->frame, day < groei_today(tui->groei) ? late : ahead, text);
}

/* The name of who leads the one that is asking. */
static const char *lead_name(struct tui *tui)
{
	struct person me;

	if (groei_get(tui->groei, tui->frame, GROEI_PERSON, groei_who(tui->groei), &me) != GROEI_OK ||
	    me.lead == 0)
		return _("you");
	return groei_person_name(tui->groei, tui->frame, me.lead);
}

/* Who the row of a reflection is about: of a question for consent, the colleague. */
static int64_t reflection_other(const struct reflection *reflection)
{
	return reflection->state == REFLECTION_WAITING ? reflection->author : reflection->person;
}

void today_words_shorten(struct tui *tui, const struct today_item *item,
                         struct today_words *words)
{
	int64_t person = item->kind == TODAY_TALK     ? item->talk.person
	                 : item->kind == TODAY_GOAL   ? item->goal.person
	                 : item->kind == TODAY_ACTION ? item->action.person
	                 : item->kind == TODAY_STALLED ? item->goal.person
	                 : item->kind == TODAY_HEARD  ? item->heard.person
	                 : item->kind == TODAY_REFLECTION ? reflection_other(&item->reflection)
	                 : item->kind == TODAY_LEARNING ? item->learning.person
	                                              : 0;

	if (item->kind == TODAY_DRAFT)
		return;
	if (item->kind == TODAY_ACTION && item->action.owner != groei_who(tui->groei))
		person = item->action.owner;
	if (item->kind == TODAY_STALLED) {
		words->what = item->goal.title;
		words->when = day_words(tui, item->since, "%s", "%s");
	} else if (item->kind != TODAY_HEARD && !(item->kind == TODAY_TALK && item->talk.away))
		words->when = day_words(tui, item->day, "! %s", "%s");
	if (item->kind != TODAY_TALK || person != groei_who(tui->groei))
		words->who = groei_person_handle(tui->groei, tui->frame, person);
}

static const char *learning_words(struct tui *tui, const struct today_learning *need)
{
	switch (need->need) {
	case NEED_CHECKPOINT:
		return groei_arena_print(tui->frame, "%s “%s”",
		                         screen_choice(groei_field(groei_table(GROEI_CHECKPOINT), "kind"),
		                                       need->kind),
		                         need->title);
	case NEED_DEBRIEF:
		return groei_arena_print(tui->frame, _("Debrief about “%s”"), need->title);
	case NEED_CERTIFICATE:
		return groei_arena_print(tui->frame, _("Certificate of “%s” ends"), need->title);
	case NEED_ANSWER:
		return groei_arena_print(tui->frame, _("Proposed: “%s”, what do you say?"), need->title);
	}
	return need->title;
}

/* Who is away owes nothing; what else there is to say comes before the role. */
static void words_of_pair(struct tui *tui, const struct standing *talk, struct today_words *words)
{
	struct standing pause = {.away = talk->away, .away_until = talk->away_until}, rest = *talk;
	const char *more;

	rest.away = 0;
	rest.planned_away = talk->planned_away && !talk->away;
	more = groei_standing_words(tui->groei, tui->frame, &rest, " · ");
	if (talk->away) {
		words->role = THEME_DIM;
		words->when = groei_standing_words(tui->groei, tui->frame, &pause, "");
	}
	if (*more)
		words->what = words->what ? groei_arena_print(tui->frame, "%s · %s", more, words->what)
		                          : more;
}

static const char *reflection_words(struct tui *tui, const struct reflection *reflection)
{
	struct question_template *template;

	if (reflection->state == REFLECTION_WAITING)
		return _("may they be asked for feedback about you?");
	if (groei_template_find(tui->frame, groei_folders(tui->groei), reflection->template, &template,
	                        NULL, NULL) != GROEI_OK)
		return reflection->template;
	return groei_template_text(&template->title, groei_language(tui->groei));
}

static void words_of_talk(struct tui *tui, const struct today_item *item, struct today_words *words)
{
	words->who = item->talk.name;
	words->what = item->talk.role;
	if (item->talk.person == groei_who(tui->groei)) {
		words->who = lead_name(tui);
		words->what = _("your own talk");
	}
	words->when = item->talk.planned && item->talk.planned_day == item->day
	                  ? day_words(tui, item->day, _("planned %s, overdue"), _("planned %s"))
	                  : day_words(tui, item->day, _("overdue since %s"), _("due %s"));
	words->sign = item->talk.planned ? "●" : "○";
	words->ascii = item->talk.planned ? "*" : "o";
	words_of_pair(tui, &item->talk, words);
}

static void words_of_learning(struct tui *tui, const struct today_item *item,
                              struct today_words *words)
{
	words->who = groei_person_name(tui->groei, tui->frame, item->learning.person);
	words->what = learning_words(tui, &item->learning);
	words->when = day_words(tui, item->day,
	                        item->learning.need == NEED_CERTIFICATE  ? _("ended %s")
	                        : item->learning.need == NEED_CHECKPOINT ? _("overdue %s")
	                                                                 : _("since %s"),
	                        "%s");
	if (item->learning.need != NEED_CHECKPOINT && item->day < groei_today(tui->groei))
		words->role = THEME_WARN;
}

struct today_words today_words_of(struct tui *tui, const struct today_item *item)
{
	struct today_words words = {.sign = "○", .ascii = "o", .who = "", .what = "", .when = ""};

	words.role = screen_due_role(tui, item->day);
	switch (item->kind) {
	case TODAY_TALK:
		words_of_talk(tui, item, &words);
		break;
	case TODAY_ACTION:
		words.who = groei_person_name(tui->groei, tui->frame,
		                              item->action.owner == groei_who(tui->groei)
		                                  ? item->action.person
		                                  : item->action.owner);
		words.what = item->action.title;
		words.when = day_words(tui, item->day, _("overdue %s"), "%s");
		break;
	case TODAY_GOAL:
		words.who = groei_person_name(tui->groei, tui->frame, item->goal.person);
		words.what = item->goal.step ? item->goal.step : item->goal.title;
		words.when = day_words(tui, item->day, _("overdue %s"), "%s");
		words.sign = "↑";
		words.ascii = "^";
		break;
	case TODAY_STALLED:
		words.who = groei_person_name(tui->groei, tui->frame, item->goal.person);
		words.what = groei_goal_question(tui->groei, tui->frame, &item->goal);
		words.when = day_words(tui, item->since, _("since %s"), "%s");
		words.role = THEME_DIM;
		words.sign = "?";
		words.ascii = "?";
		break;
	case TODAY_REFLECTION:
		words.who = groei_person_name(tui->groei, tui->frame, reflection_other(&item->reflection));
		words.what = reflection_words(tui, &item->reflection);
		words.when = item->day == GROEI_NO_DAY ? _("only for you")
		                                       : day_words(tui, item->day, _("overdue %s"), "%s");
		words.sign = "✎";
		words.ascii = "~";
		break;
	case TODAY_HEARD:
		words.who = groei_person_name(tui->groei, tui->frame, item->heard.person);
		words.what = item->heard.title;
		words.when = day_words(tui, item->day, "%s", "%s");
		words.role = THEME_DIM;
		words.sign = "»";
		words.ascii = ">";
		break;
	case TODAY_LEARNING:
		words_of_learning(tui, item, &words);
		break;
	case TODAY_WATCH:
		words.who = item->talk.name;
		words.what = groei_watch_words(tui->groei, tui->frame, &item->talk);
		words.when = groei_arena_print(tui->frame, _("with %s"),
		                               groei_person_handle(tui->groei, tui->frame, item->lead));
		words.role = THEME_DIM;
		break;
	case TODAY_DRAFT:
		words.who = groei_draft_name(tui->groei, tui->frame, item->draft);
		words.what = groei_draft_words(tui->frame, item->draft);
		words.when = _("Enter goes on");
		words.role = THEME_WARN;
		words.sign = "…";
		words.ascii = "~";
		break;
	}
	return words;
}

