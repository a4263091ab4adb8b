/* Verbs of learning activities, checkpoints and evidence; the sums of learning below a goal. */
#include "command/call.h"

#include <string.h>

#include "base/i18n.h"
#include <groei/learning.h>
#include <groei/text.h>

enum groei_status run_learning_propose(struct groei_command_call *call)
{
	struct learning learning;
	enum groei_status status;

	groei_record_clear(call->table, &learning);
	status = call_fill(call, &learning, NULL);
	if (status == GROEI_OK)
		status = groei_learning_propose(call->groei, &learning);
	if (status == GROEI_OK)
		call_tell(call, _("Proposed"), GROEI_LEARNING, &learning);
	return status;
}

enum groei_status run_learning_answer(struct groei_command_call *call)
{
	static const char *const words[] = {"yes", "no", "later"};
	static const char *const done[] = {N_("Agreed, planned:"), N_("Declined:"),
	                                   N_("Not now, it stays proposed:")};
	const char *said = call_value(call, "decision");
	size_t answer = 0;
	int64_t id = 0;
	enum groei_status status = call_find(call, "id", &id);

	while (answer < 3 && strcmp(words[answer], said) != 0)
		answer++;
	if (status == GROEI_OK && answer == 3)
		return call_fail(call, GROEI_INVALID,
		                 _("learning answer: “%.40s” is none of yes, no, later"), said);
	if (status == GROEI_OK)
		status = groei_learning_answer(call->groei, id, (enum learning_answer)answer,
		                               call_value(call, "reason"));
	return call_tell_anew(call, status, _(done[answer]), call->table->entity, id);
}

enum groei_status run_learning_begin(struct groei_command_call *call)
{
	int32_t day;
	int64_t id = 0;
	enum groei_status status = call_find(call, "id", &id);

	if (status == GROEI_OK)
		status = call_day(call, "day", GROEI_NO_DAY, &day);
	if (status == GROEI_OK)
		status = groei_learning_begin(call->groei, id, day);
	return call_tell_anew(call, status, _("Under way:"), call->table->entity, id);
}

/* What comes after the training: applying it, talking it over, and a small celebration. */
static enum groei_status say_next(struct groei_command_call *call, const struct learning *learning)
{
	const char *handle = groei_person_handle(call->groei, call->arena, learning->person);
	struct goal goal;
	enum groei_status status = GROEI_OK;

	if (learning->goal != 0)
		status = groei_get(call->groei, call->arena, GROEI_GOAL, learning->goal, &goal);
	if (status != GROEI_OK)
		return status;
	if (learning->goal != 0 && goal.stage < GOAL_APPLYING)
		call_print(call, _("Next: apply it. The goal “%s” is at %s.\n"),
		           groei_text_safe_line(call->arena, goal.title),
		           call_choice(groei_field(groei_table(GROEI_GOAL), "stage"), goal.stage));
	if (learning->exam == EXAM_PASSED)
		call_print(call, _("Passed: worth a small celebration together.\n"));
	status = groei_learning_debrief_open(call->groei, learning);
	if (status == GROEI_OK)
		call_print(call, _("Talk it over: groei conversation plan %s --format debrief\n"), handle);
	return status == GROEI_NO ? GROEI_OK : status;
}

enum groei_status run_learning_finish(struct groei_command_call *call)
{
	struct learning learning;
	struct learning_end end;
	int64_t id = 0;
	enum groei_status status = call_find(call, "id", &id);

	groei_record_clear(call->table, &learning);
	if (status == GROEI_OK)
		status = call_fill(call, &learning, NULL);
	if (status == GROEI_OK)
		status = call_day(call, "day", GROEI_NO_DAY, &end.day);
	end.exam = learning.exam;
	end.certificate = learning.certificate;
	end.valid_until = learning.valid_until;
	end.hours_used = learning.hours_used;
	if (status == GROEI_OK)
		status = groei_learning_finish(call->groei, id, &end);
	if (status == GROEI_OK)
		status = groei_get(call->groei, call->arena, GROEI_LEARNING, id, &learning);
	if (status != GROEI_OK)
		return status;
	call_tell(call, _("Finished:"), GROEI_LEARNING, &learning);
	return call->output->json ? GROEI_OK : say_next(call, &learning);
}

enum groei_status run_learning_stop(struct groei_command_call *call)
{
	int64_t id = 0;
	enum groei_status status = call_find(call, "id", &id);

	if (status == GROEI_OK)
		status = groei_learning_stop(call->groei, id, call_value(call, "reason"));
	return call_tell_anew(call, status, _("Stopped:"), call->table->entity, id);
}

enum groei_status run_learning_debrief(struct groei_command_call *call)
{
	int64_t id = 0;
	enum groei_status status = call_find(call, "id", &id);

	if (status == GROEI_OK)
		status = groei_learning_debriefed(call->groei, id);
	return call_tell_anew(call, status, _("Talked over:"), call->table->entity, id);
}

enum groei_status run_checkpoint_done(struct groei_command_call *call)
{
	const char *note = NULL;
	int64_t id = 0;
	enum groei_status status = call_find(call, "id", &id);

	if (status == GROEI_OK)
		status = call_value_read(call, "note", call_value(call, "note"), &note);
	if (status == GROEI_OK)
		status = groei_checkpoint_done(call->groei, id, note);
	return call_tell_anew(call, status, _("Done:"), call->table->entity, id);
}

enum groei_status run_checkpoint_skip(struct groei_command_call *call)
{
	int64_t id = 0;
	enum groei_status status = call_find(call, "id", &id);

	if (status == GROEI_OK)
		status = groei_checkpoint_skip(call->groei, id, call_value(call, "reason"));
	return call_tell_anew(call, status, _("Skipped:"), call->table->entity, id);
}

enum groei_status run_evidence_confirm(struct groei_command_call *call)
{
	struct evidence evidence;
	enum groei_status status = call_get(call, GROEI_EVIDENCE, "id", &evidence);

	if (status == GROEI_OK)
		status = groei_evidence_confirm(call->groei, evidence.id);
	if (status != GROEI_OK)
		return status;
	return call_tell_anew(call, status,
	                      groei_who(call->groei) == evidence.person
	                          ? _("Confirmed:")
	                          : _("Confirmed on your word, as this store is one person's:"),
	                      GROEI_EVIDENCE, evidence.id);
}

enum groei_status call_learning_sum(struct groei_command_call *call, int64_t goal)
{
	struct learning_sum sum = {0};
	enum groei_status status = groei_learning_sum(call->groei, goal, &sum);

	if (status == GROEI_OK && sum.count > 0)
		call_print(call,
		           P_("  %d learning activity for it: %lld of %lld hours used, cost %lld\n",
		              "  %d learning activities for it: %lld of %lld hours used, cost %lld\n",
		              sum.count),
		           sum.count, (long long)sum.hours_used, (long long)sum.hours,
		           (long long)sum.cost);
	return status;
}
