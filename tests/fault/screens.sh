#!/usr/bin/env bash
# R2, R9: what is typed in the screens outlives kill -9, signals and a line that drops; the program
# ends at once and does not spin; the next start offers the text. S9: no core.
. "${0%/*}/lib.sh"
need sql drive scan

new_store
"$GROEI" conversation plan amir >/dev/null
good=$work/data

# How each session gets to a text and what ends it. "before" is in the store as a draft when the
# end comes; "after" was typed in the last moment.
to_answer=$'send 2\nsend s\nsend \\r'
to_notes=$'send 2\nsend s\nsend \\e\nsend G\nsend k\nsend \\r'
to_form=$'send 2\nsend t'
drafted='until sql $GROEI_STORE "SELECT text FROM draft" | grep -q before'
session() { # name beginning steps ending: both starts, in a store of their own
	mkdir "$work/$1"
	cp -r "$good" "$work/$1/data"
	GROEI_STORE=$work/$1/data/store.db drive "$work/$1/log" "$GROEI" >"$work/$1/said" <<-END
		$4
		idle
		$2
		send before
		$3
		end 1500
	END
	sql "$work/$1/data/store.db" 'PRAGMA integrity_check; SELECT text FROM draft' >"$work/$1/draft" 2>&1
	GROEI_STORE=$work/$1/data/store.db drive "$work/$1/log2" "$GROEI" >"$work/$1/said2" <<-END
		idle
		until cp $work/$1/log2 $work/$1/first
		$2
		until cp $work/$1/log2 $work/$1/opened
		signal 15
		end 5000
	END
}

names=() endings=()
start() { # name ending-wanted beginning steps [first]
	names+=("$1") endings+=("$2")
	session "${#names[@]}" "$3" "$4" "${5:-}" &
}
kill9="$drafted"$'\nsend  after\nsignal 9'
start 'an answer, killed' SIGNAL-9 "$to_answer" "$kill9"
start 'notes, killed' SIGNAL-9 "$to_notes" "$kill9"
start 'a form, killed' SIGNAL-9 "$to_form" "$kill9"
wait
start 'an answer, crashed' SIGNAL-11 "$to_answer" "$drafted"$'\nsignal 11'
start 'an answer, SIGTERM' SIGNAL-15 "$to_answer" $'send  after\nsignal 15'
start 'notes, SIGHUP' SIGNAL-1 "$to_notes" $'send  after\nsignal 1'
start 'a form, SIGTERM' SIGNAL-15 "$to_form" $'send  after\nsignal 15'
wait
start 'an answer, the line drops' 'SIGNAL-1|0|6' "$to_answer" $'send  after\nhangup'
start 'notes, the line drops' 'SIGNAL-1|0|6' "$to_notes" $'send  after\nhangup'
start 'an answer, the line drops with SIGHUP ignored' '.*' "$to_answer" $'send  after\nhangup' 'ignore 1'
start 'a form, the line drops with SIGHUP ignored' '.*' "$to_form" $'send  after\nhangup' 'ignore 1'
wait
typing=''
for i in $(seq 120); do typing+="send x$i "$'\n'; done
start 'typing without a pause, killed' SIGNAL-9 "$to_answer" "$typing$drafted"$'\nsignal 9'
wait

for i in "${!names[@]}"; do
	name=${names[i]} folder=$work/$((i + 1))
	grep -qxE "ended (${endings[i]})" "$folder/said"
	result $? "$name: ends at once" "$(cat "$folder/said")"
	[ "$(sed -n 's/^cpu //p' "$folder/said")" -lt 1000 ]
	result $? "$name: does not spin" "$(cat "$folder/said")"
	[ "$(head -n 1 "$folder/draft")" = ok ] && grep -q before "$folder/draft"
	result $? "$name: the text is in the store" "$(cat "$folder/draft")"
	case $name in
	*killed | *crashed) ;;
	*)
		grep -q 'before after' "$folder/draft"
		result $? "$name: to the last letter" "$(cat "$folder/draft")"
		;;
	esac
	grep -q 'earlier session' "$folder/first"
	result $? "$name: the next start says so" "$(cat "$folder/said2")"
	grep -q before "$folder/opened"
	result $? "$name: and has it where it was typed" "$(tail -c 1500 "$folder/opened")"
done

# Killed at many other moments of typing: what is kept is a beginning of what was typed.
odd=''
for i in $(seq 12); do
	mkdir "$work/typing.$i"
	cp -r "$good" "$work/typing.$i/data"
	{
		printf 'idle\n%s\n' "$to_answer"
		echo 'send start '
		echo 'until sql $GROEI_STORE "SELECT text FROM draft" | grep -q start'
		for n in $(seq $((i * 25))); do echo "put w$n "; [ $((n % 5)) != 0 ] || echo 'send  '; done
		printf 'signal 9\nend 4000\n'
	} >"$work/typing.$i/lines"
	GROEI_STORE=$work/typing.$i/data/store.db drive "$work/typing.$i/log" "$GROEI" \
		<"$work/typing.$i/lines" >"$work/typing.$i/said" &
	[ $((i % 3)) != 0 ] || wait
done
for i in $(seq 12); do
	store=$work/typing.$i/data/store.db
	typed=$(sed -nE 's,^(put|send) ((start|w| ).*),\2,p' "$work/typing.$i/lines" | tr -d '\n')
	draft=$(sql "$store" 'SELECT text FROM draft')
	[ "$(sql "$store" 'PRAGMA integrity_check')" = ok ] && grep -q 'ended SIGNAL-9' "$work/typing.$i/said" &&
		[[ $draft == start* ]] && [[ $typed == "$draft"* ]] || odd+="$i: $draft"$'\n'
	run "$GROEI" --store "$store" today
	[ "$code" -le 1 ] || odd+="$i: $code $err"$'\n'
done
same 'killed at twelve other moments of typing: a beginning of the text is kept, and the store is whole' '' "$odd"

# Nothing is typed: an end leaves no draft, and no core is possible.
GROEI_STORE=$good/store.db drive "$work/log" "$GROEI" >"$work/said" <<'END'
idle
until grep -qE '^Max core file size +0 +0 ' /proc/$PID/limits
send 2
send s
hangup
end 1500
END
grep -q '^ended' "$work/said"
result $? 'a session without text ends as well, and could not have dumped core' "$(cat "$work/said")"
same 'and leaves no draft' 0 "$(GROEI_STORE=$good/store.db count draft)"
finish
