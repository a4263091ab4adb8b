#!/usr/bin/env bash
# R3, R6 for every verb that writes: when the disk, the file size, the descriptors or the memory fail,
# exit 0 means saved, and anything else is told and changed nothing. inject.sh goes through every system
# call of one verb; here every verb meets the calls of the store.
. "${0%/*}/lib.sh"
. "$here/verbs.sh"
need sql

fill_store
learn_ids
collect_verbs
cp "$GROEI_STORE" "$work/before.db"
entries=$(count change)

again() {
	cp "$work/before.db" "$GROEI_STORE"
	rm -f "$GROEI_STORE-journal"
}

# Those that leave an entry in the journal; one command, one entry.
writers=() wrong=
for words in "${verbs[@]}"; do
	case $words in init*) continue ;; esac
	again
	# shellcheck disable=SC2086
	run "$GROEI" $words
	made=$(($(count change) - entries))
	[ $made = 0 ] && cmp -s "$work/before.db" "$GROEI_STORE" && continue
	writers+=("$words")
	[ "$code" = 0 ] && [ $made = 1 ] || wrong+="$words: $code, $made entries"$'\n'
done
same 'a verb that writes makes one entry in the journal' '' "$wrong"
[ ${#writers[@]} -ge 40 ]
result $? "verbs that write: ${#writers[@]}"

judge() { # what failed; after run: adds to $wrong
	local made
	made=$(($(count change) - entries))
	[ "$code" -lt 126 ] || grep -qE 'shared librar|memory' "$work/err" || [ "$made$code" = 0137 ] ||
		wrong+="$1: $words: ended with $code"$'\n'
	if [ "$code" = 0 ]; then
		[ $made = 1 ] || wrong+="$1: $words: said done, not saved"$'\n'
	else
		told=$((told + 1))
		# Memory that ends after the commit is like a kill: whole, though not acknowledged.
		[ $made = 0 ] || grep -q 'saved, but' "$work/err" || grep -q '^groei: out of memory' "$work/err" || wrong+="$1: $words: $code, but saved"$'\n'
		[ -s "$work/err" ] || [ "$code" -ge 126 ] || wrong+="$1: $words: $code without a word"$'\n'
	fi
	[ "$(sql "$GROEI_STORE" 'PRAGMA integrity_check')" = ok ] || wrong+="$1: $words: damaged"$'\n'
}

for fault in pwrite64:ENOSPC:2 pwrite64:EIO:4 fdatasync:EIO:1 fdatasync:EIO:3 unlink:EIO:1 fcntl:ENOLCK:9 \
	pread64:EIO:6; do
	IFS=: read -r call error at <<<"$fault"
	wrong='' told=0
	for words in "${writers[@]}"; do
		again
		# shellcheck disable=SC2086
		run strace -f -o "$work/trace" -e "trace=$call" -e "inject=$call:error=$error:when=$at" "$GROEI" $words
		judge "$fault"
	done
	same "$call $at failing with $error is taken well by every verb" '' "$wrong"
	# A lock that is refused once is asked for again.
	[ $told -ge $((${#writers[@]} / 2)) ] || [ "$call" = fcntl ]
	result $? "it was told by $told verbs"
done

limited() { # name limit words-of-ulimit …
	local name=$1
	shift
	wrong='' told=0
	for words in "${writers[@]}"; do
		for limit in $2; do
			again
			# shellcheck disable=SC2086
			run bash -c 'ulimit "$1" "$2" && shift 2 && exec "$@"' bash "$1" "$limit" "$GROEI" $words
			judge "$name $limit"
		done
	done
	same "$name: saved, or told, by every verb" '' "$wrong"
	[ $told -ge ${#writers[@]} ]
	result $? "$name: it was told $told times"
}
limited 'files of few KiB' -f '4 24'
limited 'few descriptors' -n '3 4 5'
# From what the loader needs to what the shortest command needs, and a little more.
for ((least = 2000; least < 60000; least += 100)); do
	bash -c 'ulimit -v "$1"; exec "$2" --version' bash $least "$GROEI" >/dev/null 2>&1 && break
done
limited 'little memory' -v "$least $((least + 200)) $((least + 500))"
finish
