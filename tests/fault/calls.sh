#!/usr/bin/env bash
# R3 for every verb: whatever system call fails with an input/output error or for want of space, exit 0 means
# saved (or all that there is to read), and anything else is told and changed nothing. Here a sample of the
# calls of each verb; FAULT_ROUNDS=2 goes through all of them, FAULT_VERBS='action add' of some verbs only.
. "${0%/*}/lib.sh"
. "$here/verbs.sh"
need sql

sample=2
[ "${FAULT_ROUNDS:-1}" = 1 ] || sample=1000000
RANDOM=7
kinds='read|write|close|lseek|pread64|pwrite64|access|fcntl|fdatasync|fsync|ftruncate|unlink|readlink|fchown'
kinds+='|fchmod|openat|newfstatat|getrandom|mkdir'

fill_store
learn_ids
collect_verbs
cp "$GROEI_STORE" "$work/before.db"
entries=$(count change)

again() {
	cp "$work/before.db" "$GROEI_STORE"
	rm -rf "$GROEI_STORE-journal" "$work/other" "$work/form.md" "$HOME/.config"
}

judge() { # what failed: after a run; adds to $wrong
	local made=0 whole=ok
	if ! cmp -s "$work/before.db" "$GROEI_STORE" || [ -e "$GROEI_STORE-journal" ]; then
		whole=$(sql "$GROEI_STORE" 'PRAGMA integrity_check')
		made=$(($(count change) - entries))
	fi
	[ "$whole" = ok ] || wrong+="$1: damaged"$'\n'
	[ "$code" -lt 126 ] || grep -q 'shared librar' "$work/err" || wrong+="$1: ended with $code"$'\n'
	if [ "$code" = "$usual" ]; then
		[ "$made" = "$writes" ] || wrong+="$1: said done, but saved $made"$'\n'
		# groei paths does without a store that cannot be read; init makes another one; a list says so itself.
		[ "$writes" = 1 ] || [[ $1 =~ ^(paths|init) ]] || grep -q 'left out: .*cannot be read' "$work/out" || cmp -s "$work/out" "$work/usual" || wrong+="$1: said done, but the answer is another one"$'\n'
	else
		told=$((told + 1))
		[ -s "$work/err" ] || grep -qE 'write\(2.*INJECTED' "$work/trace" || wrong+="$1: $code without a word"$'\n'
		[ "$made" = 0 ] || grep -qE 'saved, but|^groei: out of memory' "$work/err" || wrong+="$1: $code, but saved"$'\n'
	fi
}

runs=0 told=0 wrong=
for words in "${verbs[@]}"; do
	[[ $words == ${FAULT_VERBS:-}* ]] || continue
	again
	# shellcheck disable=SC2086
	strace -f -o "$work/trace" "$GROEI" $words >"$work/usual" 2>/dev/null </dev/null
	usual=$? writes=$(($(count change) - entries))
	# Each call of each kind by its number, from where the loader is done, which is where libc asks for
	# random numbers.
	awk -v kinds="^($kinds)\$" '{sub(/\(.*/, ""); kind = $NF} kind == "getrandom" {begun = 1}
		kind ~ kinds {n[kind]++; if (begun) print kind, n[kind]}' "$work/trace" >"$work/calls"
	while read -r kind at; do
		errors='EIO ENOSPC'
		[ "$sample" -gt 1000 ] || errors=$([ $((at % 2)) = 0 ] && echo EIO || echo ENOSPC)
		for error in $errors; do
			again
			# shellcheck disable=SC2086
			strace -f -o "$work/trace" -e "trace=$kind" -e "inject=$kind:error=$error:when=$at" "$GROEI" $words \
				>"$work/out" 2>"$work/err" </dev/null
			code=$?
			runs=$((runs + 1))
			judge "$words: $kind $at $error"
		done
	done < <(shuf -n "$sample" --random-source=<(yes "$RANDOM") "$work/calls")
done
same 'each call that fails is taken well' '' "$wrong"
[ $runs -ge 250 ] && [ $told -ge 100 ] || [ -n "${FAULT_VERBS:-}" ]
result $? "calls that failed: $runs; it was told $told times"
finish
