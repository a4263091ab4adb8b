/* What needs me: text by sections, JSON by kind. */
#include "command/reflect.h"

#include <string.h>

#include "base/i18n.h"
#include <groei/followup.h>
#include <groei/text.h>

/* A day in a column; of another year without its weekday. */
static const char *day_cell(struct groei_command_call *call, int32_t day)
{
	enum { WIDTH = 11 };
	const char *text = day == GROEI_NO_DAY ? "" : call_day_text(call, day);
	const char *blank = strchr(text, ' ');

	if (groei_text_cells(text, strlen(text)) > WIDTH && blank != NULL)
		text = blank + 1;
	return groei_text_pad(call->arena, text, WIDTH);
}

/* "! Thu 19 Nov  overdue, 3 days ago  ": state by sign and word first, by colour second. */
static void show_neutral_day(struct groei_command_call *call, int32_t day)
{
	call_print(call, "    %s  %s  ", day_cell(call, day),
	           groei_text_pad(call->arena, "", 27));
}

static void show_day(struct groei_command_call *call, int32_t day)
{
	int32_t today = groei_today(call->groei);
	const char *distance = day == GROEI_NO_DAY ? "" : call_distance(call, day);

	if (day == GROEI_NO_DAY || day > today) {
		call_print(call, "    %s  %s  ", day_cell(call, day),
		           groei_text_pad(call->arena, distance, 27));
		return;
	}
	call_raw(call, "  ");
	if (day < today)
		distance = groei_arena_print(call->arena, _("overdue, %s"), distance);
	call_styled(call, day < today ? STYLE_ALERT : STYLE_BOLD,
	            groei_arena_print(call->arena, "%s %s  %s  ", day < today ? "!" : ">",
	                              day_cell(call, day),
	                              groei_text_pad(call->arena, distance, 27)));
}

static void show_talk(struct groei_command_call *call, const struct today_item *item)
{
	const struct standing *talk = &item->talk;
	const char *words = groei_standing_words(call->groei, call->arena, talk, ", ");

	call_print(call, "%s  %s", call_safe(call, talk->handle), call_safe(call, talk->name));
	if (talk->person == groei_who(call->groei))
		call_print(call, _(", your own talk"));
	if (talk->planned != 0)
		call_print(call, _(", planned"));
	else if (talk->last_day == GROEI_NO_DAY)
		call_print(call, _(", no talk yet, none planned"));
	else
		call_print(call, _(", last talk %s, none planned"), call_distance(call, talk->last_day));
	if (*words != '\0')
		call_print(call, ", %s", words);
}

/* Under the sections: who is behind on formal talks, and a rhythm that cannot be kept. */
static void show_foot(struct groei_command_call *call, const struct today *today)
{
	const char *warning = groei_lead_rhythm_warning(call->arena, &today->rhythm);

	if (today->behind_count > 0) {
		call_head(call, _("Fewer formal talks this year than agreed"));
	}
	for (size_t i = 0; i < today->behind_count; i++)
		call_print(call, "    %s  %s: %s\n", call_safe(call, today->behind[i].handle),
		           call_safe(call, today->behind[i].name),
		           groei_formal_words(call->arena, &today->behind[i]));
	if (warning != NULL)
		call_print(call, "\n%s\n", warning);
}

static void show_action(struct groei_command_call *call, const struct action *action)
{
	char code[GROEI_CODE_SIZE];
	int64_t whom = action->owner == groei_who(call->groei) ? action->person : action->owner;

	call_print(call, "%s  %s",
	           groei_short_code(call->groei, GROEI_ACTION, action->id, code),
	           call_safe(call, action->title));
	call_print(call, action->owner == groei_who(call->groei) && whom != action->owner
	                     ? _(" (for %s)")
	                     : " (@%s)",
	           call_handle(call, whom));
}

static void show_goal(struct groei_command_call *call, const struct goal *goal)
{
	char code[GROEI_CODE_SIZE];

	call_print(call, "%s  %s (@%s)", groei_short_code(call->groei, GROEI_GOAL, goal->id, code),
	           call_safe(call, goal->title),
	           call_handle(call, goal->person));
	if (goal->step != NULL)
		call_print(call, ": %s", call_safe(call, goal->step));
}

/* The safety net, neutrally: since when nothing moved, and the question. */
static void show_stalled(struct groei_command_call *call, const struct today_item *item)
{
	char code[GROEI_CODE_SIZE];

	call_print(call, "    %s  %s  %s  %s\n",
	           day_cell(call, item->since),
	           groei_text_pad(call->arena,
	                          groei_arena_print(call->arena, _("last moved %s"),
	                                            call_distance(call, item->since)),
	                          27),
	           groei_short_code(call->groei, GROEI_GOAL, item->goal.id, code),
	           call_safe(call, groei_goal_question(call->groei, call->arena, &item->goal)));
}

static void show_heard(struct groei_command_call *call, const struct heard *heard)
{
	char code[GROEI_CODE_SIZE];

	call_print(call, "    %s  %s  %s (@%s)\n",
	           day_cell(call, heard->day),
	           groei_short_code(call->groei, GROEI_HEARD, heard->id, code),
	           call_safe(call, heard->title),
	           call_handle(call, heard->person));
}

/* "14 days after “SQL course” (@amir)". */
static void show_learning(struct groei_command_call *call, const struct today_learning *need)
{
	const struct groei_field *kind = groei_field(groei_table(GROEI_CHECKPOINT), "kind");
	int checkpoint = need->need == NEED_CHECKPOINT;
	char code[GROEI_CODE_SIZE];

	call_print(call, "%s  ",
	           groei_short_code(call->groei, checkpoint ? GROEI_CHECKPOINT : GROEI_LEARNING,
	                            checkpoint ? need->checkpoint : need->learning, code));
	if (checkpoint)
		call_print(call, "%s “%s”", call_choice(kind, need->kind),
		           call_safe(call, need->title));
	else if (need->need == NEED_DEBRIEF)
		call_print(call, _("Debrief with %s about “%s”"),
		           call_name(call, need->person),
		           call_safe(call, need->title));
	else
		call_print(call,
		           need->need == NEED_CERTIFICATE ? _("Certificate of “%s” ends")
		                                          : _("Proposed: “%s”, what do you say?"),
		           call_safe(call, need->title));
	if (need->need != NEED_DEBRIEF)
		call_print(call, " (@%s)",
		           call_handle(call, need->person));
}

static void json_learning(struct groei_command_call *call, const struct today_item *item)
{
	static const char *const needs[] = {"checkpoint", "debrief", "certificate", "answer"};
	const struct today_learning *need = &item->learning;

	json_begin(call, NULL, '{');
	json_string(call, "need", needs[need->need]);
	json_person(call, "person", need->person);
	json_day_value(call, "day", item->day);
	json_id(call, "learning", need->learning);
	json_string(call, "title", need->title);
	json_id(call, "checkpoint", need->checkpoint);
	json_string(call, "kind",
	            need->need == NEED_CHECKPOINT
	                ? groei_field(groei_table(GROEI_CHECKPOINT), "kind")->choices[need->kind].code
	                : NULL);
	json_flag(call, "overdue", item->day != GROEI_NO_DAY && item->day < groei_today(call->groei));
	json_end(call, '}');
}

/* "kmpq  Growth talk, for Fri 6 Mar with Amir". */
static void show_reflection(struct groei_command_call *call, const struct reflection *reflection)
{
	struct question_template *template = NULL;
	char code[GROEI_CODE_SIZE];

	if (groei_template_find(call->arena, groei_folders(call->groei), reflection->template,
	                        &template, NULL, NULL) != GROEI_OK)
		template = NULL;
	call_print(call, "%s  ",
	           groei_short_code(call->groei, GROEI_REFLECTION, reflection->id, code));
	if (reflection->state == REFLECTION_WAITING)
		call_print(call, _("May %s be asked for feedback about you? “groei feedback consent %s”"),
		           call_name(call, reflection->author), code);
	else
		call_print(call, "%s", call_safe(call, reflect_title(call, reflection, template)));
}

/* "amir  Amir Haddad, with Sanne Vermeer: 130 days since a talk": for HR. */
static void show_watch(struct groei_command_call *call, const struct today_item *item)
{
	call_print(call, _("    %s  %s, with %s: %s\n"), call_safe(call, item->talk.handle),
	           call_safe(call, item->talk.name), call_name(call, item->lead),
	           groei_watch_words(call->groei, call->arena, &item->talk));
}

static void json_watch(struct groei_command_call *call, const struct today_item *item)
{
	const struct standing *pair = &item->talk;

	json_begin(call, NULL, '{');
	json_string(call, "person", pair->handle);
	json_person(call, "lead", item->lead);
	json_day_value(call, "last", pair->last_day);
	json_int(call, "silent", pair->silent);
	json_flag(call, "away", pair->away);
	json_day_value(call, "away_until", pair->away_until);
	json_int(call, "formal", pair->formal);
	json_int(call, "formal_wanted", pair->formal_wanted);
	json_end(call, '}');
}

static int section_of(const struct groei_command_call *call, const struct today_item *item)
{
	switch (item->kind) {
	case TODAY_TALK:
		return TODAY_LIST_TALKS;
	case TODAY_ACTION:
		return item->action.owner == groei_who(call->groei) ? TODAY_LIST_MINE : TODAY_LIST_OTHERS;
	case TODAY_GOAL:
		return TODAY_LIST_GOALS;
	case TODAY_STALLED:
		return TODAY_LIST_STALLED;
	case TODAY_HEARD:
		return TODAY_LIST_HEARD;
	case TODAY_REFLECTION:
		return TODAY_LIST_REFLECTIONS;
	case TODAY_WATCH:
		return TODAY_LIST_WATCH;
	case TODAY_LEARNING:
		return TODAY_LIST_LEARNING;
	default:
		return TODAY_LIST_DRAFTS;
	}
}

static void show_section(struct groei_command_call *call, const struct today *today, int section)
{
	static const char *const heads[TODAY_LISTS] = {N_("Talks"), N_("My actions"),
	                                            N_("Overdue actions of others"), N_("Goals"),
	                                            N_("Goals that stand still"),
	                                            N_("Learning activities"),
	                                            N_("Heard, to decide about"),
	                                            N_("Reflections"),
	                                            N_("Away, silent or behind, by lead"),
	                                            N_("Drafts left behind")};
	size_t count = 0;

	for (size_t i = 0; i < today->count; i++)
		count += section_of(call, &today->items[i]) == section;
	if (count == 0)
		return;
	call_head(call, groei_arena_print(call->arena, "%s (%zu)", _(heads[section]),
	                                  count + today->more[section]));
	for (size_t i = 0; i < today->count; i++) {
		const struct today_item *item = &today->items[i];

		if (section_of(call, item) != section)
			continue;
		if (item->kind == TODAY_DRAFT) {
			const char *name = groei_draft_name(call->groei, call->arena, item->draft);
			const char *words = groei_draft_words(call->arena, item->draft);

			call_print(call, "    %s: %s\n", call_safe(call, name),
			           groei_text_cut(call->arena, call_safe(call, words), 50));
			continue;
		}
		if (item->kind == TODAY_STALLED) {
			show_stalled(call, item);
			continue;
		}
		if (item->kind == TODAY_WATCH) {
			show_watch(call, item);
			continue;
		}
		if (item->kind == TODAY_HEARD) {
			show_heard(call, &item->heard);
			continue;
		}
		if (item->kind == TODAY_TALK && item->talk.away)
			show_neutral_day(call, item->day);
		else
			show_day(call, item->day);
		if (item->kind == TODAY_TALK)
			show_talk(call, item);
		else if (item->kind == TODAY_ACTION)
			show_action(call, &item->action);
		else if (item->kind == TODAY_LEARNING)
			show_learning(call, &item->learning);
		else if (item->kind == TODAY_REFLECTION)
			show_reflection(call, &item->reflection);
		else
			show_goal(call, &item->goal);
		call_raw(call, "\n");
	}
	call_more(call, today->more[section], section == TODAY_LIST_DRAFTS ? NULL : "today --full");
}

static void json_talk(struct groei_command_call *call, const struct today_item *item)
{
	const struct standing *talk = &item->talk;

	json_begin(call, NULL, '{');
	json_string(call, "person", talk->handle);
	json_string(call, "name", talk->name);
	json_day_value(call, "day", item->day);
	json_day_value(call, "last", talk->last_day);
	json_day_value(call, "due", talk->due);
	json_id(call, "conversation", talk->planned);
	json_flag(call, "overdue",
	          item->day != GROEI_NO_DAY && item->day < groei_today(call->groei) && !talk->away);
	json_flag(call, "away", talk->away);
	json_day_value(call, "away_until", talk->away_until);
	json_int(call, "postponed", talk->postponed);
	json_end(call, '}');
}

/* The whole record: an item holds only what lists show. */
static void json_whole(struct groei_command_call *call, enum groei_entity entity, const void *item)
{
	const struct groei_table *table = groei_table(entity);
	const struct groei_record *listed = item;
	void *record = groei_arena_take(call->arena, table->size);

	if (groei_get(call->groei, call->arena, entity, listed->id, record) == GROEI_OK)
		json_fields(call, table, record);
	else /* gone since */
		json_fields(call, table, item);
}

static void json_item(struct groei_command_call *call, enum groei_entity entity,
                      const void *record, int32_t day)
{
	json_begin(call, NULL, '{');
	json_whole(call, entity, record);
	json_flag(call, "overdue", day != GROEI_NO_DAY && day < groei_today(call->groei));
	json_end(call, '}');
}

static void show_json(struct groei_command_call *call, const struct today *today)
{
	static const char *const keys[] = {"talks",    "actions", "goals",       "stalled",
	                                   "learning", "heard",   "reflections", "watch",
	                                   "drafts"};

	json_begin(call, NULL, '{');
	json_day_value(call, "today", groei_today(call->groei));
	json_int(call, "due", (int64_t)today->due);
	for (int kind = TODAY_TALK; kind <= TODAY_DRAFT; kind++) {
		json_begin(call, keys[kind], '[');
		for (size_t i = 0; i < today->count; i++) {
			const struct today_item *item = &today->items[i];

			if ((int)item->kind != kind)
				continue;
			if (kind == TODAY_TALK) {
				json_talk(call, item);
			} else if (kind == TODAY_ACTION) {
				json_item(call, GROEI_ACTION, &item->action, item->day);
			} else if (kind == TODAY_GOAL) {
				json_item(call, GROEI_GOAL, &item->goal, item->day);
			} else if (kind == TODAY_STALLED) {
				json_begin(call, NULL, '{');
				json_whole(call, GROEI_GOAL, &item->goal);
				json_day_value(call, "since", item->since);
				json_end(call, '}');
			} else if (kind == TODAY_HEARD) {
				json_begin(call, NULL, '{');
				json_whole(call, GROEI_HEARD, &item->heard);
				json_end(call, '}');
			} else if (kind == TODAY_REFLECTION) {
				json_item(call, GROEI_REFLECTION, &item->reflection, item->day);
			} else if (kind == TODAY_LEARNING) {
				json_learning(call, item);
			} else if (kind == TODAY_WATCH) {
				json_watch(call, item);
			} else {
				json_begin(call, NULL, '{');
				json_string(call, "place", item->draft->place);
				json_id(call, "session", item->draft->session);
				json_instant(call, "at", item->draft->at);
				json_end(call, '}');
			}
		}
		json_end(call, ']');
	}
	json_begin(call, "more", '{');
	json_int(call, "talks", (int64_t)today->more[TODAY_LIST_TALKS]);
	json_int(call, "actions",
	         (int64_t)(today->more[TODAY_LIST_MINE] + today->more[TODAY_LIST_OTHERS]));
	json_int(call, "goals", (int64_t)today->more[TODAY_LIST_GOALS]);
	json_int(call, "stalled", (int64_t)today->more[TODAY_LIST_STALLED]);
	json_int(call, "learning", (int64_t)today->more[TODAY_LIST_LEARNING]);
	json_int(call, "heard", (int64_t)today->more[TODAY_LIST_HEARD]);
	json_int(call, "watch", (int64_t)today->more[TODAY_LIST_WATCH]);
	json_int(call, "drafts", (int64_t)today->more[TODAY_LIST_DRAFTS]);
	json_end(call, '}');
	json_begin(call, "behind", '[');
	for (size_t i = 0; i < today->behind_count; i++) {
		json_begin(call, NULL, '{');
		json_string(call, "person", today->behind[i].handle);
		json_int(call, "formal", today->behind[i].formal);
		json_int(call, "formal_wanted", today->behind[i].formal_wanted);
		json_end(call, '}');
	}
	json_end(call, ']');
	json_end(call, '}');
}

enum groei_status run_today(struct groei_command_call *call)
{
	struct today today = {0};
	enum groei_status status = call_value(call, "full") != NULL
	                               ? groei_today_full(call->groei, call->arena, &today)
	                               : groei_today_read(call->groei, call->arena, &today);

	if (status != GROEI_OK)
		return status;
	if (call->output->json) {
		show_json(call, &today);
	} else {
		call_styled(call, STYLE_BOLD,
		            groei_arena_print(call->arena, _("Today, %s"),
		                              call_day_text(call, groei_today(call->groei))));
		call_raw(call, "\n");
		for (int section = 0; section < TODAY_LISTS; section++)
			show_section(call, &today, section);
		if (today.count == 0)
			call_raw(call, _("Nothing needs you before the week is over.\n"));
		show_foot(call, &today);
	}
	if (call_value(call, "check") != NULL && today.due > 0) {
		call->answered = 1;
		return GROEI_NO;
	}
	return GROEI_OK;
}
