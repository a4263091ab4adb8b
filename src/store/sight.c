/* The table of who may see what, and its way into SQL texts. Knows columns, not what is done with them. */
#include "store/sight.h"

#include <stdio.h>
#include <string.h>

#include "store/store.h"

/* Leads the person of the row now; the lead of its conversation; works for HR. Inner tables have names of
 * their own, so that a prefix always means the row. */
#define LEADS                                                                                      \
	"#person_id IN (SELECT seen_s.person_id FROM person_state seen_s WHERE seen_s.lead_id = $w)"
#define LED_TALK                                                                                   \
	"EXISTS (SELECT 1 FROM conversation seen_c WHERE seen_c.id = #conversation_id"                 \
	" AND seen_c.lead_id = $w)"
#define HR "EXISTS (SELECT 1 FROM person seen_h WHERE seen_h.id = $w AND seen_h.hr = 'yes')"
/* Nobody reads how the other prepares before they published or skipped their own, or the talk is over. */
#define OVER                                                                                   \
	"#conversation_id IS NULL OR EXISTS (SELECT 1 FROM conversation seen_t WHERE seen_t.id ="    \
	" #conversation_id AND seen_t.state NOT IN ('planned', 'prepared')) OR EXISTS (SELECT 1 FROM" \
	" reflection seen_o WHERE seen_o.conversation_id = #conversation_id AND seen_o.author_id = $w" \
	" AND seen_o.state IN ('published', 'skipped'))"
/* What a colleague wrote is for whom it is about, until they share it. */
#define NOT_PEER                                                                                   \
	"(#side <> 'peer' OR EXISTS (SELECT 1 FROM reflection seen_r WHERE seen_r.id ="               \
	" #reflection_id AND seen_r.shared = 'yes'))"
#define PERSON "#person_id = $w"
#define AUTHOR "#author_id = $w"

static const struct sight_rule rules[GROEI_ENTITIES] = {
    [GROEI_PERSON] = {.related = "#id = $w OR #lead_id = $w OR " HR,
                      .outline = "1 = 1",
                      .shown = "handle name"},
    [GROEI_TEAM] = {.always = NULL},
    [GROEI_OBJECTIVE] = {.always = NULL},
    /* Who leads somebody now has what is still to come, too. */
    [GROEI_CONVERSATION] = {.related = PERSON " OR #lead_id = $w OR (#state IN ('planned', 'prepared')"
                                              " AND " LEADS ")",
                            .outline = HR,
                            .hidden = "energy"},
    [GROEI_ANSWER] = {.always = AUTHOR " OR (#published = 'yes' AND (#reflection_id IS NULL"
                                       " OR " PERSON " OR " NOT_PEER "))",
                      .waits = AUTHOR " OR #reflection_id IS NULL OR " OVER,
                      .related = AUTHOR " OR " PERSON " OR " LED_TALK
                                        " OR (#conversation_id IS NULL AND " LEADS ")",
                      .gate = "published",
                      .shut = "no"},
    /* That a colleague was asked is known to whom it is about and to who asked. */
    [GROEI_REFLECTION] = {.always = AUTHOR " OR #asked_by_id = $w OR (#side = 'peer' AND " PERSON ")"
                                    " OR (#state = 'published' AND (#side <> 'peer'"
                                    " OR #shared = 'yes'))",
                          .related = AUTHOR " OR " PERSON " OR #asked_by_id = $w OR " LED_TALK
                                            " OR " LEADS,
                          .gate = "state",
                          .shut = "draft"},
    [GROEI_GOAL] = {.related = PERSON " OR #buddy_id = $w OR " LEADS,
                    .outline = HR,
                    .hidden = "level_from level_now level_to"},
    [GROEI_ACTION] = {.related = PERSON " OR #owner_id = $w OR " LEADS},
    [GROEI_ASSIGNMENT] = {.related = PERSON " OR " LEADS " OR " HR},
    [GROEI_ABSENCE] = {.related = PERSON " OR " LEADS " OR " HR},
    [GROEI_SKILL] = {.related = PERSON " OR " LEADS,
                     .outline = "#helps = 'yes'",
                     .shown = "person title kind helps"},
    [GROEI_DIRECTION] = {.always = "#secret = 'no' OR " PERSON,
                         .related = PERSON " OR " LEADS,
                         .gate = "secret",
                         .shut = "yes"},
    [GROEI_POSTPONEMENT] = {.related = PERSON " OR " AUTHOR " OR " LEADS, .outline = HR},
    [GROEI_POINT] = {.related = PERSON " OR " AUTHOR " OR " LEADS},
    [GROEI_MOMENT] = {.always = "#shared = 'yes' OR " AUTHOR,
                      .related = AUTHOR " OR " PERSON " OR " LEADS
                                        " OR (#kind = 'lesson' AND #team = 'yes')",
                      .gate = "shared",
                      .shut = "no"},
    [GROEI_NOTE] = {.always = AUTHOR},
    [GROEI_HEARD] = {.always = AUTHOR},
    [GROEI_LEARNING] = {.related = PERSON " OR " LEADS, .outline = HR},
    [GROEI_CHECKPOINT] = {.related = PERSON " OR " LEADS},
    [GROEI_PROGRESS] = {.related = PERSON " OR " LEADS},
    [GROEI_EVIDENCE] = {.related = PERSON " OR " LEADS},
};

const struct sight_rule *sight_rule(enum groei_entity entity)
{
	return &rules[entity];
}

static bool names(const char *words, const char *name)
{
	size_t length = strlen(name);

	for (const char *at = words; at != NULL && *at != '\0'; at += strspn(at, " ")) {
		size_t word = strcspn(at, " ");

		if (word == length && memcmp(at, name, length) == 0)
			return true;
		at += word;
	}
	return false;
}

bool sight_hides(const struct groei_table *table, const struct groei_field *field)
{
	const struct sight_rule *rule = &rules[table->entity];

	if (rule->outline == NULL)
		return false;
	if (rule->shown != NULL)
		return !names(rule->shown, field->name);
	return (field->flags & FIELD_CONTENT) || names(rule->hidden, field->name);
}

static void expand(struct groei_buffer *sql, const struct sight *sight, const char *table,
                   const char *prefix, const char *text)
{
	char who[24];

	snprintf(who, sizeof who, "%lld", (long long)sight->who);
	for (;;) {
		size_t plain = strcspn(text, "#$");

		groei_buffer_add(sql, text, plain);
		text += plain;
		if (*text == '\0')
			return;
		if (*text == '$') {
			groei_buffer_text(sql, who);
			text += 2;
			continue;
		}
		groei_buffer_text(sql, *prefix == '\0' ? table : prefix);
		groei_buffer_text(sql, *prefix == '\0' ? "." : "");
		text++;
	}
}

void sight_rows(struct groei_buffer *sql, const struct sight *sight, const struct groei_table *table,
                const char *prefix)
{
	const char *waits = rules[table->entity].waits;

	if (sight->of != SIGHT_WHOLE && waits != NULL) {
		groei_buffer_text(sql, " AND (");
		expand(sql, sight, table->name, prefix, waits);
		groei_buffer_text(sql, ")");
	}
	sight_rows_waiting(sql, sight, table, prefix);
}

void sight_rows_waiting(struct groei_buffer *sql, const struct sight *sight,
                        const struct groei_table *table, const char *prefix)
{
	const struct sight_rule *rule = &rules[table->entity];

	if (sight->of == SIGHT_WHOLE)
		return;
	if (rule->always != NULL) {
		groei_buffer_text(sql, " AND (");
		expand(sql, sight, table->name, prefix, rule->always);
		groei_buffer_text(sql, ")");
	}
	if (sight->of == SIGHT_OWNER || rule->related == NULL)
		return;
	groei_buffer_text(sql, " AND (");
	expand(sql, sight, table->name, prefix, rule->related);
	if (rule->outline != NULL) {
		groei_buffer_text(sql, " OR ");
		expand(sql, sight, table->name, prefix, rule->outline);
	}
	groei_buffer_text(sql, ")");
}

void sight_own(struct groei_buffer *sql, const struct sight *sight, const char *prefix)
{
	if (sight->of == SIGHT_WHOLE)
		return;
	groei_buffer_text(sql, " AND ");
	expand(sql, sight, "", prefix, AUTHOR);
}

bool sight_whole(struct groei_buffer *sql, const struct sight *sight,
                 const struct groei_table *table, const char *prefix)
{
	const struct sight_rule *rule = &rules[table->entity];

	if (sight->of != SIGHT_OTHER || rule->outline == NULL)
		return false;
	groei_buffer_text(sql, "(");
	expand(sql, sight, table->name, prefix, rule->related);
	groei_buffer_text(sql, ")");
	return true;
}

void sight_column(struct groei_buffer *sql, const struct sight *sight,
                  const struct groei_table *table, const struct groei_field *field,
                  const char *prefix)
{
	char column[64];
	bool masked = sight->of == SIGHT_OTHER && sight_hides(table, field);

	if (masked) {
		groei_buffer_text(sql, "CASE WHEN ");
		sight_whole(sql, sight, table, prefix);
		groei_buffer_text(sql, " THEN ");
	}
	groei_buffer_text(sql, prefix);
	groei_buffer_text(sql, value_column(field, column));
	if (masked)
		groei_buffer_text(sql, field->storage == GROEI_STORED_TEXT &&
		                               (field->flags & FIELD_REQUIRED)
		                           ? " ELSE '—' END"
		                           : " END");
}

void sight_standing(struct groei_buffer *sql, const struct sight *sight, const char *prefix)
{
	if (sight->of != SIGHT_OTHER)
		return;
	groei_buffer_text(sql, " AND (");
	expand(sql, sight, "person_state", prefix, PERSON " OR #lead_id = $w OR " HR);
	groei_buffer_text(sql, ")");
}
