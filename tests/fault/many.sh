#!/usr/bin/env bash
# R7: many writers at once beside busy loops lose nothing; thirty programs of all kinds on one store
# get along.
. "${0%/*}/lib.sh"
need sql drive
others=()

new_store
burners=()
for _ in 1 2 3 4 5 6 7 8; do
	timeout 60 sh -c 'while :; do :; done' &
	burners+=($!)
done
writers=()
for writer in 1 2 3 4 5 6 7 8; do
	for i in $(seq 50); do
		"$GROEI" action add amir "promise $writer $i" >/dev/null 2>>"$work/errors.$writer" ||
			echo "$writer $i: $?" >>"$work/errors.$writer"
	done &
	writers+=($!)
done
wait "${writers[@]}"
kill "${burners[@]}"
wait "${burners[@]}" 2>/dev/null
same 'no add of 400 fails beside eight busy loops' '' "$(cat "$work"/errors.*)"
same 'all 400 are there' 400 "$(count action)"
same 'each has its entry in the history' 400 "$(count change "command = 'action add'")"
sound 'the store is whole'

# Eight make the same store at once, fifteen times: one does, the others are told so.
wrong=''
for round in $(seq 15); do
	export GROEI_STORE=$work/made/$round.db
	for i in 1 2 3 4 5 6 7 8; do
		{
			"$GROEI" init --me "person$i" --name Person >/dev/null 2>&1
			echo $? >"$work/init.$i"
		} &
		others[i]=$!
	done
	wait "${others[@]}"
	said="$(sort "$work"/init.? | tr -d '\n') $("$GROEI" today >/dev/null 2>&1 && count person)"
	[ "$said" = '05555555 1' ] || wrong+="$round: $said"$'\n'
done
same 'of eight who make a store at once one does' '' "$wrong"
export GROEI_STORE=$work/data/store.db

fill_store
goal=$(id_of goal) action=$(id_of action)
readers=('today' 'prep amir' '--json person list' 'conversation list' 'goal list' 'history'
	'--json action list' 'conversation show amir' 'template list' 'complete action do')
writes=('action add amir one' 'goal add amir two' 'person add noor Noor' 'team add south South'
	"goal move $goal practising" "action edit $action --title three" "action done $action"
	"goal edit $goal --why because" 'person edit amir --role engineer' 'conversation plan bo fri'
	'conversation edit amir --energy 5' 'action add sanne four' 'person add di Di'
	'goal add sanne five' 'conversation answer amir energy-sources six' 'action add amir seven'
	'person edit amir --cadence 3w')
screens=()
for i in 1 2 3; do
	drive "$work/screen.$i" "$GROEI" >"$work/ended.$i" <<-END &
		idle
		until test -e $work/over
		send q
		end 5000
	END
	screens+=($!)
done
others=()
for words in "${readers[@]}" "${writes[@]}"; do
	# shellcheck disable=SC2086
	{ "$GROEI" $words >/dev/null 2>"$work/said.${#others[@]}" </dev/null; echo "$? $words" \
		>"$work/code.${#others[@]}"; } &
	others+=($!)
done
wait "${others[@]}"
touch "$work/over"
wait "${screens[@]}"
same 'of thirty programs at once none fails but with an honest "try again"' '' \
	"$(for i in "${!others[@]}"; do
		grep -qE '^[05] ' "$work/code.$i" || cat "$work/code.$i" "$work/said.$i"
	done)"
same 'the screens stay usable and end' $'ended 0\nended 0\nended 0' \
	"$(grep -ho '^ended [^ ]*' "$work"/ended.*)"
same 'what was acknowledged is there' '' "$(for title in one four seven; do
	grep -q "^0 action add [a-z]* $title" "$work"/code.* && [ "$(count action "title = '$title'")" != 1 ] &&
		echo "$title"; done)"
sound 'the store is whole after that'
finish
