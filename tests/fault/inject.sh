#!/usr/bin/env bash
# R3, R6: whatever system call fails, exit 0 means saved, and anything else is told. Each call of each
# kind fails once, one after the other, until there is none left to fail.
. "${0%/*}/lib.sh"
need sql

new_store
cp "$GROEI_STORE" "$work/before.db"
limit=$((SECONDS + 100)) runs=0

sweep() { # system-call error
	local n title wrong=
	for n in $(seq 400); do
		title="promise $1 $2 $n"
		cp "$work/before.db" "$GROEI_STORE"
		rm -f "$GROEI_STORE-journal"
		# The standard outputs are not injected: what is refused must be sayable.
		strace -f -o "$work/trace" -e "trace=$1" -e "inject=$1:error=$2:when=$n" \
			"$GROEI" action add amir "$title" >"$work/out" 2>"$work/err" </dev/null
		code=$?
		runs=$((runs + 1))
		grep -q INJECTED "$work/trace" || break
		[ "$code" -lt 126 ] || grep -q 'shared librar' "$work/err" || wrong+="$n: ended with $code"$'\n'
		if [ "$code" = 0 ]; then
			[ "$(count action "title = '$title'")" = 1 ] || wrong+="$n: said done, not saved"$'\n'
		else
			[ -s "$work/err" ] || grep -qE 'write\(2.*INJECTED' "$work/trace" || wrong+="$n: $code without a word"$'\n'
		fi
		[ "$(sql "$GROEI_STORE" 'PRAGMA integrity_check')" = ok ] || wrong+="$n: damaged"$'\n'
		[ "$SECONDS" -lt "$limit" ] || wrong+="$n: not through in time"$'\n'
		[ "$SECONDS" -lt "$limit" ] || break
	done
	[ "$n" -gt 1 ]
	result $? "$1 is called: $((n - 1)) times"
	same "each $1 failing with $2 is taken well" '' "$wrong"
}

for error in EIO ENOSPC; do
	sweep pwrite64 "$error"
	sweep write "$error"
	sweep fdatasync "$error"
	sweep openat "$error"
done
sweep openat EMFILE
sweep pread64 EIO
sweep fcntl ENOLCK
sweep unlink EIO
sweep newfstatat EIO

# A limit on the size of files, instead of a full disk.
for blocks in 1 8 64 200; do
	cp "$work/before.db" "$GROEI_STORE"
	rm -f "$GROEI_STORE-journal"
	printf 'note %0200000d' 0 >"$work/long"
	run bash -c 'ulimit -f "$1"; exec "$2" conversation log amir --notes - <"$3"' bash "$blocks" \
		"$GROEI" "$work/long"
	if [ "$code" = 0 ]; then
		[ "$(count conversation "state = 'held'")" = 1 ]
	else
		[ "$code" = 6 ] && [ "$(wc -l <<<"$err")" = 1 ] && [[ $err == 'groei: '* ]]
	fi
	result $? "files limited to $blocks KiB: saved, or told" "$code: $err"
	same "files limited to $blocks KiB: nothing by halves" "ok $((code == 0))" \
		"$(sql "$GROEI_STORE" 'PRAGMA integrity_check') $(count conversation "state = 'held'")"
done

# Few descriptors, little memory.
wrong=''
for files in $(seq 0 14); do
	cp "$work/before.db" "$GROEI_STORE"
	run bash -c 'ulimit -n "$1"; exec "$2" action add amir "few files"' bash "$files" "$GROEI"
	saved=$(count action "title = 'few files'")
	[ "$code" -le 127 ] && [ "$((code == 0))" = "$saved" ] && [ -n "$out$err" ] ||
		[ "$files" -lt 3 ] && [ "$code" -le 127 ] || wrong+="$files: $code $saved $err"$'\n'
done
same 'few descriptors: saved, or told' '' "$wrong"
wrong='' saved=0 told=0
for memory in $(seq 2000 500 40000); do
	cp "$work/before.db" "$GROEI_STORE"
	run bash -c 'ulimit -v "$1"; exec "$2" action add amir "little memory"' bash "$memory" "$GROEI"
	found=$(count action "title = 'little memory'")
	if [ "$code" = 0 ] && [ "$found" = 1 ]; then
		saved=$((saved + 1))
	elif [ "$code" != 0 ] && [ "$found" = 0 ] && [ "$code" != 139 ]; then
		told=$((told + 1))
		[ -n "$err" ] || [ "$code" = 137 ] || wrong+="$memory: $code without a word"$'\n'
	else
		wrong+="$memory: $code $found $err"$'\n'
	fi
done
same 'little memory: saved, or told' '' "$wrong"
[ "$saved" -gt 3 ] && [ "$told" -gt 3 ]
result $? "both happened: $saved saved, $told told"
finish
