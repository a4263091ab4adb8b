#!/usr/bin/env bash
# R2: commands killed with signal 9 at random moments lose nothing that was acknowledged, and save
# nothing by halves.
. "${0%/*}/lib.sh"
need sql killer

judge() { # name file: what happened is a mixture, and nothing failed by itself
	local completed killed
	completed=$(grep -c '^done' "$2") killed=$(grep -c '^killed' "$2")
	! grep -q '^failed' "$2" && [ "$completed" -ge 5 ] && [ "$killed" -ge 5 ]
	result $? "$1: $((completed + killed)) rounds" \
		"$completed done, $killed killed"$'\n'"$(grep '^failed' "$2")"
}

missing() { # file column: rounds done that are not in the list on standard input, or twice
	sort >"$work/found"
	sort -u "$work/found" | comm -23 <(sed -n 's/^done //p' "$1" | sort) -
	uniq -d "$work/found" | sed 's/^/twice: /'
}

new_store
killer 1000 1 "$GROEI" action add amir 'promise @' >"$work/adds"
judge 'adding actions, killed' "$work/adds"
same 'every acknowledged action is there, once' '' \
	"$(sql "$GROEI_STORE" 'SELECT title FROM action' | sed 's/promise //' | missing "$work/adds")"
same 'no action is there by halves' 0 "$(count action "id NOT IN
	(SELECT record_id FROM change_field WHERE entity = 'action')" 2>&1)"
sound 'the store is whole'

new_store
killer 150 2 "$GROEI" conversation log amir --day 2026-03-01 --notes \
	$'round @\n[ ] first\n[ ] second\n[ ] third' >"$work/logs"
judge 'recording talks, killed' "$work/logs"
same 'every acknowledged talk is there, once' '' "$(sql "$GROEI_STORE" \
	"SELECT notes FROM conversation WHERE state = 'held'" | sed -n 's/^round //p' | missing "$work/logs")"
same 'every talk has its three actions' '' "$(sql "$GROEI_STORE" "SELECT id, n FROM (SELECT c.id,
	(SELECT count(*) FROM action a WHERE a.conversation_id = c.id) AS n FROM conversation c
	WHERE c.state = 'held') WHERE n <> 3")"
sound 'the store is whole after that, too'

# Each round makes a store of its own; whatever is left, the next try makes or opens it.
mkdir -m 700 "$work/made"
killer 80 3 "$GROEI" init --store "$work/made/@.db" --me sanne --name Sanne >"$work/inits"
judge 'making stores, killed' "$work/inits"
broken=
for round in $(seq 80); do
	export GROEI_STORE=$work/made/$round.db
	"$GROEI" init --me sanne --name Sanne >/dev/null 2>&1
	run "$GROEI" person show sanne
	[ "$code" = 0 ] && [ "$(sql "$GROEI_STORE" 'PRAGMA integrity_check')" = ok ] ||
		broken+="$round: $code $err"$'\n'
done
same 'a store whose making was killed can be made' '' "$broken"
finish
