#!/usr/bin/env bash
# R6: whatever call for memory fails, exit 0 means saved (or read to the end), and anything else is told in
# one line; no signal, nothing by halves. FAULT_ROUNDS=2 fails each call of each verb, once and for good.
. "${0%/*}/lib.sh"
FAULT_ROUNDS=${FAULT_ROUNDS:-1}
need sql starve drive
cc -O1 -shared -fPIC -o "$work/no_memory.so" "$here/no_memory.c" || exit 1
export NO_MEMORY=$work/no_memory.so BEFORE=$work/before.db

fill_store
"$GROEI" conversation plan amir 2026-03-02 >/dev/null
result $? 'a talk can be planned'
goal=$(id_of goal)
cp "$GROEI_STORE" "$BEFORE"

fail_each() { # every part for words …
	local every=$1 part=$2 for=$3 tried
	shift 3
	[ "$FAULT_ROUNDS" = 1 ] || every=1000000
	starve "$GROEI_STORE" "$every" "$part" "$for" "$GROEI" "$@" >"$work/said" 2>&1
	same "${*:1:2}: memory that fails is taken well" '' "$(grep -v '^tried' "$work/said")"
	tried=$(sed -n 's/^tried \([0-9]*\) .* told [1-9].*/\1/p' "$work/said")
	[ "${tried:-0}" -ge 50 ]
	result $? "${*:1:2}: $(tail -n 1 "$work/said")"
}

verbs() { # every part for
	fail_each "$@" conversation plan bo 2026-03-20
	fail_each "$@" conversation log amir --notes $'Good\n[ ] call Noor by fri' --energy 7
	fail_each "$@" conversation hold amir --notes $'Good\n[ ] call Noor by fri' --next none
	fail_each "$@" goal show "$goal"
	fail_each "$@" today
	fail_each "$@" action list --json
	fail_each "$@" prep amir
	fail_each "$@" history
	fail_each "$@" search room
	fail_each "$@" undo
	fail_each "$@" template check "$here/../../data/templates/growth.yaml"
}

fail_each 300 20 1 action add amir 'a promise'
fail_each 20 10 0 action add amir 'a promise'
verbs 30 10 1
[ "$FAULT_ROUNDS" = 1 ] || verbs 30 10 0

# The screens: an answer is typed and saved. Without memory they give the terminal back, and say it.
printf '#!/bin/sh\nLD_PRELOAD=%s NO_MEMORY_TELL=9 exec %s 2>%s 9>%s\n' "$NO_MEMORY" "$GROEI" \
	"$work/err" "$work/fired" >"$work/screens"
chmod +x "$work/screens"
session() { # call that fails
	cp "$BEFORE" "$GROEI_STORE"
	rm -f "$GROEI_STORE-journal"
	NO_MEMORY_AT=$1 NO_MEMORY_FOR=1 drive "$work/log" "$work/screens" >"$work/said" <<-'END'
		idle
		send 2
		send s
		send \r
		send kept
		send \e
		send \x11
		end 5000
	END
	said=$(sed '/^cpu/d' "$work/said")
	saved=$(count answer "text = 'kept'")
}
session 0
same 'an answer is typed and saved' 'ended 0 1' "$said $saved"
wrong='' told=0
for ((n = 1; ; n += n / (FAULT_ROUNDS > 1 ? 60 : 6) + 1)); do
	session $n
	[ -s "$work/fired" ] || break
	case $said in
	'ended 0')
		[ "$saved" = 1 ] || wrong+="$n: ended well, but nothing was saved"$'\n'
		;;
	'ended 6')
		told=$((told + 1))
		grep -q '^groei: ' "$work/err" || wrong+="$n: without a word"$'\n'
		! grep -q '1049h' "$work/log" || grep -q '1049l' "$work/log" || wrong+="$n: the terminal is not given back"$'\n'
		;;
	*) wrong+="$n: $said"$'\n' ;;
	esac
	[ "$(sql "$GROEI_STORE" 'PRAGMA integrity_check')" = ok ] || wrong+="$n: damaged"$'\n'
done
same 'screens: memory that fails is taken well' '' "$wrong"
[ $told -ge 20 ]
result $? "screens: it was told $told times"
finish
