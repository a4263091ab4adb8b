/* Days for people, in the language of the messages. Must not depend on the system's own names. */
#include <groei/date.h>

#include <stdio.h>

#include "base/date_rules.h"
#include "base/i18n.h"

static const char *const weekdays[] = {
	N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"),
};

static const char *const months[] = {
	N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"),
	N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec"),
};

const char *groei_day_text(int32_t day, int32_t today, char text_out[GROEI_DATE_SIZE])
{
	struct groei_civil civil = groei_day_civil(day);
	const char *weekday = _(weekdays[civil.weekday - 1]), *month = _(months[civil.month - 1]);

	if (day == GROEI_NO_DAY)
		text_out[0] = '\0';
	else if (civil.year == groei_day_civil(today).year)
		snprintf(text_out, GROEI_DATE_SIZE, "%s %d %s", weekday, civil.day, month);
	else
		snprintf(text_out, GROEI_DATE_SIZE, "%s %d %s %d", weekday, civil.day, month,
		         civil.year);
	return text_out;
}

enum unit { DAYS, WEEKS, MONTHS, YEARS };

/* The unit in which people think of such a distance; *count_out is rounded to it. */
static enum unit unit_of(int64_t days, int *count_out)
{
	if (days < 14) {
		*count_out = (int)days;
		return DAYS;
	}
	if (days < 60) {
		*count_out = (int)((days + 3) / 7);
		return WEEKS;
	}
	if (days < 730) {
		*count_out = (int)((days * 12 + 182) / 365);
		return MONTHS;
	}
	*count_out = (int)((days * 100 + 18262) / 36525);
	return YEARS;
}

static const char *ahead(enum unit unit, int n)
{
	switch (unit) {
	case DAYS:
		return P_("in %d day", "in %d days", n);
	case WEEKS:
		return P_("in %d week", "in %d weeks", n);
	case MONTHS:
		return P_("in %d month", "in %d months", n);
	default:
		return P_("in %d year", "in %d years", n);
	}
}

static const char *behind(enum unit unit, int n)
{
	switch (unit) {
	case DAYS:
		return P_("%d day ago", "%d days ago", n);
	case WEEKS:
		return P_("%d week ago", "%d weeks ago", n);
	case MONTHS:
		return P_("%d month ago", "%d months ago", n);
	default:
		return P_("%d year ago", "%d years ago", n);
	}
}

const char *groei_day_distance(int32_t day, int32_t today, char text_out[GROEI_DATE_SIZE])
{
	int64_t days = (int64_t)day - today;
	enum unit unit;
	int count;

	text_out[0] = '\0';
	if (day == GROEI_NO_DAY || today == GROEI_NO_DAY)
		return text_out;
	if (days == 0)
		snprintf(text_out, GROEI_DATE_SIZE, "%s", _("today"));
	else if (days == 1)
		snprintf(text_out, GROEI_DATE_SIZE, "%s", _("tomorrow"));
	else if (days == -1)
		snprintf(text_out, GROEI_DATE_SIZE, "%s", _("yesterday"));
	if (text_out[0])
		return text_out;
	unit = unit_of(days > 0 ? days : -days, &count);
	snprintf(text_out, GROEI_DATE_SIZE, days > 0 ? ahead(unit, count) : behind(unit, count),
	         count);
	return text_out;
}
