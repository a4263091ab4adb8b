#!/usr/bin/env bash
# R5: every verb tells when its output cannot be written, and is quiet when nobody listens any more. One
# that has changed the store is done nonetheless (0); one that only looks has failed (6).
. "${0%/*}/lib.sh"
. "$here/verbs.sh"
need sql

fill_store
learn_ids
collect_verbs
cp "$GROEI_STORE" "$work/before.db"
loud='' silent='' failing='' writers=0
for words in "${verbs[@]}"; do
	for format in '' --json; do
		# shellcheck disable=SC2086
		set -- "$GROEI" $format $words
		again() { cp "$work/before.db" "$GROEI_STORE" && rm -rf "$work/other" "$work/form.md" "$HOME/.config"; }
		again
		run "$@"
		[[ $code =~ ^[01]$ ]] && [ -n "$out" ] && [ -z "$err" ] || failing+="$format $words: $code $err"$'\n'
		again
		"$@" </dev/null >/dev/full 2>"$work/err"
		code=$? due=6
		if ! cmp -s "$work/before.db" "$GROEI_STORE" || [ -e "$work/other/store.db" ]; then
			due=0 writers=$((writers + 1))
			grep -qE 'saved, but .* could not be written' "$work/err" || silent+="$words: not saved? "
		fi
		[ "$code" = $due ] && [ "$(wc -l <"$work/err")" = 1 ] && grep -qiE 'space|full' "$work/err" ||
			silent+="$format $words: $code $(cat "$work/err")"$'\n'
		again
		{
			"$@" </dev/null 2>"$work/err"
			echo $? >"$work/code"
		} | true
		grep -qxE '0|1|141' "$work/code" && [ ! -s "$work/err" ] ||
			loud+="$format $words: $(cat "$work/code" "$work/err")"$'\n'
	done
done
same 'every verb answers something' '' "$failing"
same 'a full device behind the output is told, and whether something was saved' '' "$silent"
[ $writers -ge 30 ]
result $? "verbs that write, as text and JSON: $writers"
same 'a closed pipe behind the output is not' '' "$loud"

# More than a pipe holds.
fill_store
for i in $(seq 400); do
	printf '[ ] a promise of some length, so that the list is long, number %d\n' "$i"
done >"$work/notes"
"$GROEI" conversation log amir --notes - <"$work/notes" >/dev/null
result $? 'notes with 400 actions are taken'
for words in 'action list --limit 400' 'history --limit 1000' '--json action list --limit 400'; do
	# shellcheck disable=SC2086
	{ "$GROEI" $words 2>"$work/err"; echo $? >"$work/code"; } | head -n 1 >"$work/line"
	[ -s "$work/line" ] && [ ! -s "$work/err" ] && grep -qxE '0|141' "$work/code"
	result $? "$words | head -1 is quiet" "$(cat "$work/code" "$work/err")"
done
finish
