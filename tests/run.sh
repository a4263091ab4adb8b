#!/usr/bin/env bash
# Builds and runs the tests; usage: tests/run.sh [check|unit|store|cli|tui|fault|fuzz …]
#
# Without words everything runs: source checks, unit and store tests with gcc and clang under the
# sanitizers, command line and screen tests on a sanitizer build and on the release build, fault
# tests, a short run of every fuzz target. Every test prints TAP; shown are only failures, a line
# per group, and at the very end "N passed, N failed, N skipped". Two things run at a time.
# UPDATE=1 rewrites expected output and screens (release build only).
set -um # -m: each job is a process group, so that all of it can be ended
cd "$(dirname "$0")/.." || exit 1
unset MAKEFLAGS MFLAGS MAKELEVEL CC VARIANT
for name in $(compgen -e GROEI_); do
	[ "$name" = GROEI_TEST_POSTGRESQL ] || unset "$name"
done
export LC_ALL=C.UTF-8 TZ=UTC LANGUAGE=en TERM=xterm-256color
export ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1:detect_stack_use_after_return=1
export LSAN_OPTIONS=suppressions=$PWD/tests/leaks.supp:print_suppressions=0
export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
jobs=2 fuzz_seconds=${FUZZ_SECONDS:-5}
passed=0 failed=0 skipped=0
out=$(mktemp -d "${TMPDIR:-/tmp}/groei-tests-XXXXXX") || exit 1
server=$(mktemp -d "${TMPDIR:-/tmp}/groei-server-XXXXXX") || exit 1
# others run as this user's tests do; a home of its own keeps them away from real records
mkdir -p "$out/home" && export HOME="$out/home"
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME XDG_CACHE_HOME XDG_RUNTIME_DIR

finish() {
	status=$?
	trap - EXIT
	trap '' INT TERM HUP
	local job
	for job in $(jobs -p); do kill -TERM -- "-$job" 2>/dev/null; done
	[ ! -e "$out/server-started" ] || sh tests/server.sh stop "$server" >/dev/null 2>&1
	chmod -R u+rwX "$out" 2>/dev/null
	rm -rf "$out" "$server"
	exit "$status"
}
trap finish EXIT
trap 'exit 130' INT TERM HUP

# Reads the TAP of one program: counts, prints failures. A plan that is missing or not kept, or a
# bad exit code without a failed test, is a failure of its own.
judge() { # label exit-code log
	local counts
	counts=$(awk -v label="$1" -v code="$2" -v show="$out/failures" '
		/^ERROR: / {reason = reason "# " substr($0, 8) "\n"}
		/^1\.\.[0-9]+/ {plan += substr($1, 4); plans++; showing = 0}
		/^ok / {if (tolower($0) ~ /# *skip/) skip++; else pass++; showing = 0; reason = ""}
		/^not ok / {
			if (tolower($0) ~ /# *skip/) {skip++; showing = 0; next}
			fail++; showing = 1; printf "%s: %s\n%s", label, $0, reason > show; reason = ""; next
		}
		showing && /^#/ {print > show} # not what leaks when a test breaks off
		{if (!/^ok /) last[++n % 40] = $0}
		END {
			why = ""
			if (!plans) why = "died without a plan"
			else if (plan != pass + fail + skip) why = "planned " plan ", ran " pass + fail + skip ", ended with code " code
			else if (code != 0 && !fail) why = "ended with code " code
			if (why != "") {
				fail++
				print label ": " why > show
				for (i = n - 39; i <= n; i++) if (i > 0) print "    " last[i % 40] > show
			}
			print pass + 0, fail + 0, skip + 0
		}' "$3")
	[ ! -s "$out/failures" ] || cat "$out/failures"
	rm -f "$out/failures"
	# shellcheck disable=SC2086
	set -- $counts
	group_passed=$((group_passed + $1)) group_failed=$((group_failed + $2))
	group_skipped=$((group_skipped + $3))
}

queue=()
add() { queue+=("$(printf '%q ' "$@")"); } # label command …

# Runs what was added, a few at a time, in order of adding; prints the group's line.
run_group() { # title
	local title=$1 start=$SECONDS i label running=0
	group_passed=0 group_failed=0 group_skipped=0
	for i in "${!queue[@]}"; do
		[ "$running" -lt "$jobs" ] || { wait -n; running=$((running - 1)); }
		(
			eval "set -- ${queue[i]}"
			shift
			"$@" >"$out/log.$i" 2>&1 </dev/null
			echo "$?" >"$out/code.$i"
		) 2>/dev/null &
		running=$((running + 1))
	done
	wait
	for i in "${!queue[@]}"; do
		eval "set -- ${queue[i]}"
		label=$1
		tr -d '\000' <"$out/log.$i" >"$out/log"
		judge "$label" "$(cat "$out/code.$i" 2>/dev/null || echo 1)" "$out/log"
	done
	rm -f "$out"/log* "$out"/code*
	queue=()
	account "$title" $((SECONDS - start))
}

account() { # title seconds
	passed=$((passed + group_passed)) failed=$((failed + group_failed))
	skipped=$((skipped + group_skipped))
	printf '%-28s %5d passed %3d failed %3d skipped %4d s\n' "$1" "$group_passed" \
		"$group_failed" "$group_skipped" "$2"
}

# A build is a test as well: one that fails is shown and counted.
build() { # title make-words …
	local title=$1 start=$SECONDS
	shift
	group_passed=0 group_failed=0 group_skipped=0
	if make -s -j "$jobs" "$@" >"$out/build" 2>&1; then
		group_passed=1
	else
		group_failed=1
		echo "make $*:"
		grep -E -A 6 'error|undefined|\*\*\*' "$out/build" | head -n 60 | sed 's/^/    /'
	fi
	account "$title" $((SECONDS - start))
	[ "$group_failed" = 0 ]
}

start_server() {
	[ -z "${GROEI_TEST_POSTGRESQL:-}" ] || return 0
	touch "$out/server-started"
	if GROEI_TEST_POSTGRESQL=$(sh tests/server.sh start "$server" 2>"$out/server" | tail -n 1) &&
		[ -n "$GROEI_TEST_POSTGRESQL" ]; then
		export GROEI_TEST_POSTGRESQL
		return 0
	fi
	unset GROEI_TEST_POSTGRESQL
	failed=$((failed + 1))
	echo 'PostgreSQL for the tests did not start:'
	tail -n 20 "$out/server" | sed 's/^/    /'
}

sources() { # pattern: the existing files
	compgen -G "$1" | LC_ALL=C sort
}

program_tests() { # unit|store compiler
	local source name
	for source in $(sources "tests/$1/test_*.c"); do
		name=$(basename "$source" .c)
		add "$name ($2)" "build/asan-$2/tests/$1/$name"
	done
	run_group "$1 tests, $2 sanitizers"
}

run_cli() { # title build-folder turn
	local file
	for file in $(sources 'tests/cli/*.t'); do
		add "$(basename "$file")" env GROEI="$2/groei" TURN="$3" tests/cli/run.sh "$file"
	done
	run_group "command line, $1"
}

run_tui() {
	local file
	[ "$2" != build ] || add selftest tests/tui/selftest.sh build/tests/tui/harness
	for file in $(sources 'tests/tui/*.tui'); do
		add "$(basename "$file")" env GROEI="$2/groei" build/tests/tui/harness "$file"
	done
	run_group "screens, $1"
}

run_check() {
	local file
	for file in tests/check/*.sh; do
		add "$(basename "$file")" "$file"
	done
	run_group 'source checks'
}

run_fault() {
	local file
	for file in $(sources 'tests/fault/*.sh'); do
		case ${file##*/} in lib.sh | verbs.sh) continue ;; esac # read by the others
		add "$(basename "$file")" env GROEI="$PWD/build/groei" BUILD="$PWD/build" "$file"
	done
	run_group 'faults'
}

fuzz_one() { # name
	local name=$1 corpus=tests/fuzz/corpus/${1#fuzz_}
	mkdir -p "$out/fuzz/$name"
	[ -d "$corpus" ] || corpus=
	if build/fuzz-clang/tests/fuzz/"$name" -max_total_time="$fuzz_seconds" -seed=1 -timeout=10 \
		-rss_limit_mb=1024 -verbosity=0 -artifact_prefix="$out/fuzz/$name-" \
		"$out/fuzz/$name" ${corpus:+"$corpus"} >"$out/fuzz/$name.log" 2>&1; then
		echo "ok 1 - $name: nothing found in $fuzz_seconds seconds"
	else
		echo "not ok 1 - $name"
		grep -v '^#' "$out/fuzz/$name.log" | tail -n 40 | sed 's/^/# /'
		for found in "$out/fuzz/$name"-*; do
			[ -f "$found" ] && echo "# input, base64: $(head -c 3000 "$found" | base64 -w 0)"
		done
	fi
	echo 1..1
}

run_fuzz() {
	local source
	for source in $(sources 'tests/fuzz/fuzz_*.c'); do
		add "$(basename "$source")" fuzz_one "$(basename "$source" .c)"
	done
	run_group 'fuzzing'
}

[ $# -gt 0 ] || set -- check unit store cli tui fault fuzz
wants() {
	local word
	for word in $kinds; do [ "$word" != "$1" ] || return 0; done
	return 1
}
kinds=$*
for kind in $kinds; do
	case $kind in
	check | unit | store | cli | tui | fault | fuzz) ;;
	*)
		echo 'usage: tests/run.sh [check|unit|store|cli|tui|fault|fuzz …]' >&2
		exit 2
		;;
	esac
done

if wants check || wants cli || wants tui || wants fault; then
	build 'build, release' all build/tests/tui/harness build/tests/fault/power
fi
wants check && run_check
if wants unit || wants store || wants cli || wants tui || wants fault; then
	start_server
fi
if wants unit || wants store; then
	for compiler in gcc clang; do
		build "build, $compiler sanitizers" CC=$compiler VARIANT=asan tests
		wants unit && program_tests unit $compiler
		wants store && program_tests store $compiler
	done
fi
if { wants cli || wants tui; } && [ -z "${UPDATE:-}" ]; then
	build 'build, program to test' CC=gcc VARIANT=asan build/asan-gcc/groei \
		build/asan-gcc/locale/nl/LC_MESSAGES/groei.mo
	wants cli && run_cli 'sanitizers' build/asan-gcc 1
	wants tui && run_tui 'sanitizers' build/asan-gcc
fi
wants cli && run_cli 'release' build 2
wants tui && run_tui 'release' build
wants fault && run_fault
if wants fuzz; then
	build 'build, fuzzing' CC=clang VARIANT=fuzz fuzz
	run_fuzz
fi

printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
[ "$failed" = 0 ]
