#!/usr/bin/env bash
# "groei undo" after every verb that writes, and after what its options write beside it, leaves every
# record and every standing exactly as it was; what was published stays. After every verb the agenda, which is
# kept beside the records, is what they make when it is made anew. The verbs come from the help: a new one without words in
# verbs.sh fails here; an option that makes records of its own belongs in the list below.
. "${0%/*}/lib.sh"
. "$here/verbs.sh"
need sql
cc -std=c11 -D_GNU_SOURCE -I"$here/../../src" -I"$here/../../include" -o "$work/bin/agenda" "$here/agenda.c" \
	 "$BUILD/libgroei.a" -lsqlite3 -lyaml -lunistring -ldl ||
	exit 1
texts=$("$work/bin/agenda")

# Every row of every record and of what is derived from them, but for the count of its changes.
dump() { sql "$GROEI_STORE" "$everything" | sort; }

agenda() { sql "$1" 'SELECT * FROM agenda ORDER BY 1, 2, 3'; }

# Adds to wrong what the agenda says otherwise than the records do.
check_agenda() { # command words …
	cp "$GROEI_STORE" "$work/anew.db"
	sql "$work/anew.db" "DELETE FROM agenda; $texts"
	cmp -s <(agenda "$GROEI_STORE") <(agenda "$work/anew.db") ||
		wrong+="$*: agenda"$'\n'"$(diff <(agenda "$GROEI_STORE") <(agenda "$work/anew.db"))"$'\n'
}

again() { cp "$work/before.db" "$GROEI_STORE" && rm -rf "$work/other" "$work/form.md" "$HOME/.config"; }

# Adds to wrong what differs once the command was taken back; nothing when it wrote nothing.
take_back() { # command words …
	local as=()
	[ "$1" != --as ] || as=(--as "$2")
	again
	"$GROEI" "$@" >"$work/out" 2>"$work/err" <"${input:-/dev/null}"
	code=$?
	[[ $code =~ ^[01]$ ]] || wrong+="$*: $code $(cat "$work/err")"$'\n'
	dump >"$work/changed"
	cmp -s "$work/was" "$work/changed" && return
	changed=$((changed + 1))
	check_agenda "$@"
	run "$GROEI" "${as[@]}" undo
	dump >"$work/now"
	case " $* " in
	*' --publish '* | *' feedback send '* | *' feedback read '*) # others may have read it
		[ "$code" = 5 ] && cmp -s "$work/changed" "$work/now" || wrong+="$*: published, undo $code $err"$'\n'
		return
		;;
	esac
	[ "$code" = 0 ] || wrong+="$*: undo $code $err"$'\n'
	cmp -s "$work/was" "$work/now" || wrong+="$*:"$'\n'"$(diff "$work/was" "$work/now")"$'\n'
}

fill_store
learn_ids
collect_verbs
goal=${ids[goal.below]}
{
	"$GROEI" evidence add "$goal" Wrote the report
	"$GROEI" person add els Els
	"$GROEI" feedback ask amir --from els
	"$GROEI" feedback ask els --from amir
	"$GROEI" person edit cas --lead bo
	"$GROEI" --as els feedback consent "$(sql "$GROEI_STORE" "SELECT id FROM reflection WHERE state =
		'waiting' AND person_id = (SELECT id FROM person WHERE handle = 'els')")"
	"$GROEI" --as cas reflect --about bo --template checkin --answer how-are-you=well
} >/dev/null 2>"$work/err"
result $? 'more records can be made' "$(cat "$work/err")"
talk=$(sql "$GROEI_STORE" "SELECT max(id) FROM conversation WHERE state = 'planned' AND person_id =
	(SELECT id FROM person WHERE handle = 'amir')")
everything=$(sql "$GROEI_STORE" "SELECT group_concat('SELECT ''' || name || ''', ' || (SELECT
	group_concat('quote(' || c.name || ')', ' || ''|'' || ') FROM pragma_table_info(m.name) c
	WHERE c.name <> 'revision') || ' FROM ' || name, ' UNION ALL ') FROM sqlite_master m WHERE type =
	'table' AND name NOT IN ('change', 'change_field', 'draft', 'store_setting')")
sql "$GROEI_STORE" "DELETE FROM agenda; $texts" # some records were brought into their state by hand
cp "$GROEI_STORE" "$work/before.db"
dump >"$work/was"
[ "$(wc -l <"$work/was")" -ge 60 ]
result $? 'all records are compared' "$(cat "$work/was")"

changed=0 wrong=
for words in "${verbs[@]}"; do
	case $words in undo | 'init '*) continue ;; esac
	# shellcheck disable=SC2086
	take_back $words
done
same 'undo leaves nothing behind of any verb' '' "$wrong"
[ "$changed" -ge 70 ]
result $? "verbs that changed something: $changed"

notes=$'talked\n[ ] @amir first by fri\n[ ] @sanne second\n? the rota\n! saw it\n!! praise\n> heard it\n[x] done'
printf 'A1 7\nA2 fine\nA1L 5\nE 8\nM 35\nD today\nN in 2w\nI insight\nS my part\n[ ] @amir call by fri\n? rota\n!! well\n> heard\n- note\n' >"$work/paper"
changed=0 wrong=
take_back goal move "$goal" confident --evidence 'Did it alone' --confidence 8
take_back goal move "$goal" dropped --reason 'other things'
take_back goal check "$goal" --level 6 --motivation 4 --confidence 5 --note going
take_back goal need "$goal" more time --kind time --by fri
take_back goal edit "$goal" --stage applying --step 'one more' --step-by fri
take_back jot amir mine alone --private
take_back jot amir well done --kind praise
take_back jot sanne lesson of mine --kind lesson
take_back reflect --template checkin --answer how-are-you=better --publish
take_back reflect --conversation "$talk" --answer energy-sources=outages
take_back reflect --conversation "$talk" --answer energy-sources=outages --publish
take_back reflect --conversation "$talk" --skip
take_back --as amir reflect --conversation "$talk" --answer energy-sources=outages --publish
take_back --as amir reflect --about els --answer peer-strength=calm --publish
take_back --as amir reflect --about els --skip
take_back reflect --template checkin --publish
take_back feedback ask amir --from bo,cas --due fri --context 'the move'
take_back conversation hold "$talk" --notes "$notes" --energy 7 --minutes 40 --insight less --mirror mine --next 'in 3w'
take_back conversation hold "$talk" --notes "$notes" --next none
take_back conversation log bo --template checkin --notes "$notes" --answer how-are-you=well --lead-answer how-are-you=so --next 'in 3w'
take_back conversation log bo --day 2026-01-05 --notes "$notes"
take_back conversation postpone "$talk" 2026-04-20 --reason ill
take_back conversation edit "$talk" --day 2026-03-10 --template checkin
input=$work/paper take_back start amir --from-paper
take_back person move amir --lead bo --cadence 4w
take_back person move cas --lead amir --team north --from 2026-03-02
take_back person edit amir --lead bo --team north --starts 2025-01-01
take_back person leave amir
take_back person leave bo 2026-02-10
take_back person leave bo 2026-06-30
take_back absence add amir 2026-03-01 2026-04-20
take_back absence add cas 2026-02-01
take_back learning add amir Course --starts 2026-01-05 --ends 2026-01-09 --goal "$goal"
take_back learning finish "${ids[learning:finish]}" 2026-02-27 --exam passed --certificate 'A 1' --valid-until 2029-02-27 --hours-used 12
take_back learning edit "${ids[learning:finish]}" --ends 2026-04-01
take_back learning stop "${ids[learning:stop]}" --reason 'no time'
take_back learning answer "${ids[learning:answer]}" no --reason 'no budget'
take_back heard become "${ids[heard]}" action --title 'do it' --owner amir --by fri
take_back heard become "${ids[heard]}" point
take_back heard become "${ids[heard]}" nothing
take_back action reagree "${ids[action]}" 2026-04-30 --reason busy
take_back team edit north --lead bo --cadence 6w
take_back conversation plan els
take_back conversation plan amir 2026-04-02 --format debrief
same 'nor of what their options make' '' "$wrong"
[ "$changed" = 44 ]
result $? "those changed something too: $changed"
finish
