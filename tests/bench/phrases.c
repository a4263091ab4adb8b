/* See phrases.h. */
#include "bench/phrases.h"

#include <groei/text.h>

static const char *const first[] = {
	"Amir", "Noor", "Jef", "Lotte", "Bram", "Fien", "Els", "Daan", "Emma", "Youssef", "Sofie",
	"Thijs", "Fatima", "Ruben", "Marieke", "Pieter", "Zoë", "Koen", "Ilse", "Mehmet", "Anke",
	"Wout", "Nadia", "Joris", "Femke", "Karim", "Hanne", "Sven", "Lien", "Ward", NULL,
};

static const char *const last[] = {
	"Peeters", "de Wit", "Haddad", "Claes", "Vermeulen", "Hendriks", "Jacobs", "Bakker",
	"Van den Broeck", "Yılmaz", "Smit", "Maes", "El Amrani", "Janssens", "Visser", "Wouters",
	"De Smet", "van Dijk", "Mertens", "Özdemir", "Kuipers", "Goossens", "Meijer", NULL,
};

static const char *const role[] = {
	"data engineer", "nurse", "teacher", "planner", "account manager", "analist", "team lead",
	"verpleegkundige", "projectleider", "developer", "HR adviser", "monteur", NULL,
};

static const char *const note[] = {
	"Calm in the outage review; colleagues noticed.",
	"Wil meer ruimte om te ontwerpen, minder losse verzoeken.",
	"The Tuesday afternoon without meetings works, keep it.",
	"Energie zakt weg bij overleg zonder besluit.",
	"Explained the new process to two newcomers without being asked.",
	"Twijfelt of een leidende rol past; eerst een project proberen.",
	"Presentation to the board went well, wants a harder audience next.",
	"Avonden zijn te vol, rooster voor bereikbaarheid afspreken.",
	"Feedback from Finance: clear, friendly, sometimes too modest.",
	"Leerdoel verschoven, want het project schoof ook op.",
	"Would like to shadow another department for a day.",
	"Heeft de cursus af en past het al toe in het maandrapport.",
	"Asked what I could do differently: give context earlier.",
	"Samen gekeken wat van de lijst af kan.",
	"Proud of the migration, tired of the nights around it.",
	"Zoekt een maatje om mee te oefenen.",
	"Said no for the first time and nothing broke.",
	"Kan goed uitleggen, merkt dat zelf nauwelijks.",
	"Needs a decision on budget before the summer.",
	"Volgende keer terugkomen op de balans tussen werk en thuis.",
	"Quarterly figures told as a story, the room was silent.",
	"Vastgelopen op de rechten in het systeem, dat pak ik op.",
	"Wants to know how others see the cooperation.",
	"Rustige periode, goed moment om te verdiepen.",
	"Sceptical about the new tool but willing to try.",
	"Mist waardering voor het onderhoudswerk.",
	"Mentoring gives more energy than expected.",
	"De intervisiegroep helpt, ook met kleine dingen.",
	"Wrote the guide that everybody now uses.",
	"Kwetsbaarheid in het team besproken; dat vroeg moed.",
	NULL,
};

static const char *const action[] = {
	"ask for budget for the course",
	"meelopen met een ervaren collega regelen",
	"write down the first version",
	"dinsdagmiddag vrijhouden",
	"introduce to the architecture group",
	"rooster voor bereikbaarheid afspreken",
	"collect feedback from three colleagues",
	"presentatie oefenen met publiek",
	"plan the handover",
	"leestoegang tot de tabellen geven",
	"compare two courses",
	"bespreken met de directie",
	"share what was learned in the team meeting",
	"eerste tien oefeningen maken",
	NULL,
};

static const char *const goal[] = {
	"Present with calm",
	"Zelf een model ontwerpen",
	"Guide a junior colleague",
	"Coachend leidinggeven",
	"Learn SQL with real questions",
	"Grenzen aangeven zonder schuldgevoel",
	"Lead a project from start to end",
	"Kennis overdragen",
	NULL,
};

static const char *const rare[] = {"Bijenhotel op het dak besproken.", NULL};

static const char *const *const lists[PHRASE_KINDS] = {
	[PHRASE_FIRST] = first, [PHRASE_LAST] = last,     [PHRASE_ROLE] = role,
	[PHRASE_NOTE] = note,   [PHRASE_ACTION] = action, [PHRASE_GOAL] = goal,
	[PHRASE_RARE] = rare,
};

size_t phrase_count(enum phrase_kind kind)
{
	size_t count = 0;

	while (lists[kind][count])
		count++;
	return count;
}

struct phrase *phrases_fold(struct groei_arena *arena, enum phrase_kind kind)
{
	size_t count = phrase_count(kind);
	struct phrase *phrases = groei_arena_take(arena, count * sizeof *phrases);

	for (size_t i = 0; i < count; i++)
		phrases[i] = (struct phrase){lists[kind][i], groei_text_key(arena, lists[kind][i])};
	return phrases;
}
