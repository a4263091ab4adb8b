#!/usr/bin/env bash
# Measures groei against its bars and prints one table; usage: run.sh BUILD [N]
#
# BUILD is the folder of the program, N the number of conversations (100000; the bars are meant
# for 1000000). Every figure is a ratio within this run, a count, or a size: what a figure means
# stands in docs/benchmarks.md. Generated stores are kept in BUILD/bench. Exits 1 when one is short.
set -u
cd "$(dirname "$0")/../.." || exit 1
build=$PWD/${1:?usage: run.sh BUILD [N]} n=${2:-100000} small=10000
bench=$build/bench groei=$build/groei
export LC_ALL=C.UTF-8 TZ=UTC LANGUAGE=en TERM=xterm-256color GROEI_TODAY=2026-11-18
unset GROEI_STORE GROEI_AS NO_COLOR XDG_DATA_HOME XDG_CONFIG_HOME
work=$(mktemp -d "${TMPDIR:-/tmp}/groei-bench-XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
export HOME=$work
short=0

die() {
	echo "bench: $*" >&2
	exit 1
}

# Stores are made once; a change of the schema or of the generator makes them anew.
stamp=$(cat src/core/fields_*.c src/store/migrate.c src/store/query.c tests/bench/generate*.[ch] tests/bench/phrases.c |
	cksum | cut -d ' ' -f 1)
store_of() { # N: prints the path
	local path=$bench/$1-$stamp.db
	if [ ! -e "$path" ]; then
		rm -f "$bench/$1"-*.db
		"$bench/generate" "$work/new.db" "$1" >&2 || die "the generator failed"
		mv "$work/new.db" "$path" || die "$path cannot be written"
	fi
	echo "$path"
}

# Instructions of a command, its programs' start included.
count() {
	valgrind --tool=callgrind --callgrind-out-file="$work/callgrind" "$@" >"$work/out" \
		2>"$work/err" </dev/null
	[ $? -le 1 ] || die "failed: $* $(tail -n 3 "$work/err")"
	sed -n 's/^\(summary\|totals\): //p' "$work/callgrind" | tail -n 1
}
count_frame() { # function, program …: from start until it waits in that function for the first key
	local wait=$1
	shift
	rm -f "$work"/frame*
	"$bench/screen" quit valgrind --tool=callgrind --dump-before="$wait" \
		--callgrind-out-file="$work/frame" "$@" >/dev/null || die "failed on a screen: $*"
	[ -s "$work/frame.1" ] || die "$1 does not wait in $wait"
	sed -n 's/^\(summary\|totals\): //p' "$work/frame.1" | tail -n 1
}
ratio() { awk -v a="$1" -v b="$2" 'BEGIN {printf "%.3f", a / b}'; }
syncs() { # command …: calls that wait for the disk
	strace -f -o "$work/strace" -e trace=fsync,fdatasync "$@" >/dev/null 2>"$work/err" </dev/null ||
		die "failed under strace: $* $(tail -n 3 "$work/err")"
	grep -c -E '^[0-9]+ +f(data)?sync\(' "$work/strace"
}
line() { # figure, what, value, bar, unit: pass when value <= bar
	local verdict=pass
	if awk -v v="$3" -v b="$4" 'BEGIN {exit !(v > b)}'; then
		verdict=SHORT short=1
	fi
	printf '%-4s %-58s %9s %8s %-5s %s\n' "$1" "$2" "$3" "$4" "${5:-}" "$verdict"
}

large=$(store_of "$n") && little=$(store_of "$small") || exit 1
[ -s "$large" ] && [ -s "$little" ] || die "no store"
printf '%-4s %-58s %9s %8s %-5s %s\n' '' "N = $n conversations" value bar '' verdict

line P1 'version / an empty program, instructions' \
	"$(ratio "$(count "$groei" --version)" "$(count "$bench/empty")")" 1.10

"$bench/sql" today "$large" "$GROEI_TODAY" >"$work/today.sql" || die "no SQL"
today_large=$(count "$groei" --store "$large" today)
line P2 'today / sqlite3 with the same SQL, instructions' \
	"$(ratio "$today_large" "$(count sqlite3 -readonly "$large" ".read $work/today.sql")")" 1.10
wall=$("$bench/wall" 61 "$groei" --store "$large" today -- \
	sqlite3 -readonly "$large" ".read $work/today.sql") || die "no wall time"
line P2 'the same, wall' "${wall##* }" 1.10

middle() { # how often, then a command: the median of its counts
	local times=$1
	shift
	for ((i = 0; i < times; i++)); do count "$@"; done | sort -n | sed -n "$(((times + 1) / 2))p"
}
flat() { # how often, name, command …: instructions at N / at the small size
	local times=$1 name=$2 store counts=()
	shift 2
	for store in "$large" "$little"; do
		counts+=("$(middle "$times" "$groei" --store "$store" "$@")")
	done
	line P3 "$name, instructions at $n / at $small" "$(ratio "${counts[@]}")" 1.05
}
line P3 "today, instructions at $n / at $small" \
	"$(ratio "$today_large" "$(count "$groei" --store "$little" today)")" 1.05
handle=$(sqlite3 -readonly "$large" "SELECT p.handle FROM person p JOIN person o ON
	o.id = p.lead_id WHERE o.handle = 'sanne' ORDER BY p.handle LIMIT 1")
# Ids are random, so one add splits a page and another does not: the median of several.
flat 9 'add an action' action add "$handle" 'book the course' --due 2027-10-01
flat 1 'person page' person show "$handle"
flat 1 'brief' prep "$handle"
flat 1 'search in one person'\''s talks' conversation list --person "$handle" --match 'kwetsbaarheid'
flat 1 'search in all about one person' search bijenhotel --person "$handle"

# A word of most records, and one of a talk in five hundred.
common_large=$(count "$groei" --store "$large" search de)
common_little=$(count "$groei" --store "$little" search de)
rare_large=$(count "$groei" --store "$large" search bijenhotel)
rare_little=$(count "$groei" --store "$little" search bijenhotel)
line P4 'search, the most common word / a rare one, instructions' \
	"$(ratio "$common_large" "$rare_large")" 3
line P4 "search for the most common word, at $n / at $small" \
	"$(ratio "$common_large" "$common_little")" 1.2
line P4 "search for a rare word, at $n / at $small" "$(ratio "$rare_large" "$rare_little")" 1.2

cp "$little" "$work/syncs.db"
"$bench/sql" add "$work/syncs.db" "$GROEI_TODAY" >"$work/add.sql" || die "no SQL"
mine=$(syncs "$groei" --store "$work/syncs.db" action add "$handle" 'book the course')
theirs=$(syncs sqlite3 "$work/syncs.db" ".read $work/add.sql")
line P5 "add an action, file syncs ($mine) / SQLite's own ($theirs)" "$(ratio "$mine" "$theirs")" 1

frame_large=$(count_frame input_wait "$groei" --store "$large")
frame_small=$(count_frame input_wait "$groei" --store "$little")
frame_list=$(count_frame wgetch "$bench/list")
line P8 "first frame, instructions at $n / at $small" "$(ratio "$frame_large" "$frame_small")" 1.10
line P8 'first frame / the smallest list program, instructions' \
	"$(ratio "$frame_large" "$frame_list")" 2.0

keys() { "$bench/screen" keys 300 "$@" || die "no keys: $*"; }
read -r key_large bytes_large most_large < <(keys "$groei" --store "$large")
read -r key_small bytes_small _ < <(keys "$groei" --store "$little")
read -r key_list _ _ < <(keys "$bench/list")
read -r again _ _ < <(keys "$groei" --store "$large")
[ "$again" -ge "$key_large" ] || key_large=$again
line P9 'key to last byte / the smallest list program, median wall' \
	"$(ratio "$key_large" "$key_list")" 2
line P9 "key to last byte at $n / at $small, median wall" "$(ratio "$key_large" "$key_small")" 1.25
line P9 "bytes of one cursor move, median (most: $most_large)" "$bytes_large" 250
line P9 "the same at $n / at $small" "$(ratio "$bytes_large" "$bytes_small")" 1.05

line P10 'memory of a command (today)' \
	"$("$bench/wall" memory "$groei" --store "$large" today)" 8192 KiB
line P10 'memory of the screens' "$("$bench/screen" memory "$groei" --store "$large")" 16384 KiB

escape=$("$bench/screen" escape "$groei" --store "$little") || die "no Esc"
line P11 'a lone Esc answers, the slowest of 15' "$(ratio "$escape" 1000)" 60 ms

tasks=$(store_of 5300) && [ -s "$tasks" ] || exit 1
export TASKRC=$work/taskrc TASKDATA=$bench/task-$stamp
printf 'confirmation=no\nverbose=nothing\ngc=off\nhooks=off\n' >"$TASKRC"
if [ ! -e "$TASKDATA/done" ]; then
	rm -rf "$bench"/task-*
	mkdir -p "$TASKDATA"
	sqlite3 -readonly -json "$tasks" "SELECT title AS description,
		CASE state WHEN 'open' THEN 'pending' ELSE 'completed' END AS status,
		strftime('%Y%m%dT000000Z', due * 86400, 'unixepoch') AS due,
		strftime('%Y%m%dT000000Z', made * 86400, 'unixepoch') AS entry,
		CASE WHEN state <> 'open' THEN strftime('%Y%m%dT000000Z', coalesce(done, due) * 86400,
		'unixepoch') END AS \"end\" FROM action" | sed 's/,"end":null//' >"$work/tasks.json"
	task import "$work/tasks.json" >/dev/null 2>"$work/err" || die "task: $(tail -n 1 "$work/err")"
	touch "$TASKDATA/done"
fi
wall=$("$bench/wall" 21 "$groei" --store "$tasks" today -- task due.before:2026-11-26 list) ||
	die "no wall time"
line P13 'today at 10 k actions / taskwarrior'\''s due list, wall' "${wall##* }" 0.06
exit "$short"
