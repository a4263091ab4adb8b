#!/usr/bin/env bash
# R1: after a power cut at any moment what was acknowledged is there, and nothing by halves (power.c tells
# how). With less syncing than groei asks for the same test finds losses and damage, so it has teeth.
# FAULT_ROUNDS=20 looks at every state, and at far more of them.
. "${0%/*}/lib.sh"

rounds=${FAULT_ROUNDS:-1}
power=$BUILD/tests/fault/power # made by make

cut_power() { # mode rounds share: leaves what it said in $work/MODE.said
	mkdir "$work/$1"
	"$power" "$work/$1" "$@" 1 >"$work/$1.said" 2>&1
	code=$?
	rm -rf "${work:?}/$1"
	[ "$code" = 0 ] || echo "wrong: ended with $code" >>"$work/$1.said"
}

sound_after() { # mode states name
	local states
	same "$3" '' "$(grep -v '^cuts' "$work/$1.said")"
	states=$(sed -nE 's/^cuts [0-9]+ states ([0-9]+) .*/\1/p' "$work/$1.said")
	[ "${states:-0}" -ge "$2" ]
	result $? "$3: $(tail -n 1 "$work/$1.said")"
}

share=$((rounds > 1 ? 1 : 2))
cut_power extra "$rounds" $share
sound_after extra 1000 'commands survive a power cut'
cut_power init $((rounds - 1)) $((2 * share))
sound_after init 100 'the making of a store survives it'
cut_power upgrade $((rounds - 1)) $((share > 1 ? 10 : 1))
sound_after upgrade 20 'an upgrade survives it'

cut_power full 0 1
grep -q '^wrong: .* lost: ' "$work/full.said"
result $? 'without the folder synced (FULL) an acknowledged command is lost' "$(cat "$work/full.said")"
cut_power off 0 1
grep -q '^wrong: .*\(damaged\|half saved\)' "$work/off.said"
result $? 'without any sync (OFF) the store is damaged' "$(cat "$work/off.said")"
finish
