#!/usr/bin/env bash
# Runs command line tests, tests/cli/*.t (or the files given), and prints TAP.
#
#   GROEI=build/groei tests/cli/run.sh [FILE.t …]        UPDATE=1 rewrites what is expected
#
# A file is prose with commands ("  $ …", continued by "  > …") and their expected output, both
# indented by two blanks; "  [3]" is a non-zero exit code. Standard error is merged. Endings of an
# expected line: " (re)" a regular expression for the whole line; "(eol)" after a line that is empty
# or ends in a blank; " (esc)" the line has \xNN for control characters; " (no-eol)" the last line
# has no newline. A file is one bash process in a private HOME with frozen day, zone and locale; each
# command is one test. First line "engines: sqlite postgresql": once per engine, $ENGINE names it,
# GROEI_STORE points to a fresh store (PostgreSQL: a database of its own on the server of
# GROEI_TEST_POSTGRESQL, or on one started for the run). "engines in turn: sqlite postgresql", for long
# ones: only the first with TURN=1, the second with TURN=2, each without TURN.
set -u
here=$(cd "$(dirname "$0")" && pwd)
groei=$(realpath "${GROEI:-build/groei}") || exit 1
tests=0 failed=0 server=
base=$(mktemp -d "${TMPDIR:-/tmp}/groei-cli-XXXXXX") || exit 1

finish() {
	[ -z "$server" ] || sh "$here/../server.sh" stop "$server" >/dev/null 2>&1
	chmod -R u+rwX "$base" 2>/dev/null
	rm -rf "$base"
}
trap finish EXIT
trap 'exit 130' INT TERM HUP

ok() { tests=$((tests + 1)); printf 'ok %d - %s\n' "$tests" "${1//#/.}"; }
not_ok() { tests=$((tests + 1)) failed=$((failed + 1)); printf 'not ok %d - %s\n' "$tests" "${1//#/.}"; }

# The server that all PostgreSQL runs share; sets GROEI_TEST_POSTGRESQL.
need_server() {
	[ -z "${GROEI_TEST_POSTGRESQL:-}" ] || return 0
	server=$(mktemp -d "${TMPDIR:-/tmp}/groei-server-XXXXXX") || return 1
	GROEI_TEST_POSTGRESQL=$(sh "$here/../server.sh" start "$server" | tail -n 1)
	[ -n "$GROEI_TEST_POSTGRESQL" ] && export GROEI_TEST_POSTGRESQL
}

# The URI of another database on the same server.
database_uri() {
	sed "s#^\(postgres[a-z]*://[^/?]*\)\(/[^?]*\)\{0,1\}#\1/$1#" <<<"$GROEI_TEST_POSTGRESQL"
}

# Reads a file into arrays: kind[i] prose|command; text[i]; for commands also at[i] (line) and
# wanted[i] (expected lines, each ended by a newline).
read_file() {
	kind=() text=() at=() wanted=()
	local line n=-1 number=0
	while IFS= read -r line || [ -n "$line" ]; do
		number=$((number + 1))
		case $line in
		'  $ '*)
			n=$((n + 1)) kind[n]=command text[n]=${line#'  $ '} at[n]=$number wanted[n]= ;;
		'  > '* | '  >')
			text[n]+=$'\n'${line:4} ;;
		'  '*)
			if [ "$n" -ge 0 ] && [ "${kind[n]}" = command ]; then
				wanted[n]+=${line:2}$'\n'
			else
				n=$((n + 1)) kind[n]=prose text[n]=$line
			fi ;;
		*)
			n=$((n + 1)) kind[n]=prose text[n]=$line ;;
		esac
	done <"$1"
}

# One bash script of all commands; after each, a line with the mark, the index and the exit code.
write_script() {
	local i
	for i in "${!kind[@]}"; do
		[ "${kind[i]}" = command ] || continue
		printf '%s\n' "${text[i]}"
		printf "printf '%%s %d %%d\\\\n' '%s' \"\$?\"\n" "$i" "$mark"
	done
}

# Splits the output at the marks into got[i], in the form in which it is expected.
split_output() {
	got=()
	local line part block= i code
	while IFS= read -r line || [ -n "$line" ]; do
		part=${line%%"$mark"*}
		if [ "$part" = "$line" ]; then
			block+=$(shown "$line")$'\n'
			continue
		fi
		[ -z "$part" ] || block+="$(shown "$part") (no-eol)"$'\n'
		read -r i code <<<"${line##*"$mark "}"
		[ "$code" = 0 ] || block+="[$code]"$'\n'
		got[i]=$block block=
	done
	rest=$block
}

shown() {
	local line=$1 out= c i
	if [[ $line == *[$'\001'-$'\010'$'\013'-$'\037'$'\177']* ]]; then
		for ((i = 0; i < ${#line}; i++)); do
			c=${line:i:1}
			case $c in
			[$'\001'-$'\010'$'\013'-$'\037'$'\177']) printf -v c '\\x%02x' "'$c" ;;
			\\) c='\\' ;;
			esac
			out+=$c
		done
		line="$out (esc)"
	fi
	case $line in '' | *[[:blank:]] | *'(eol)') line+='(eol)' ;; esac
	printf '%s' "$line"
}

line_matches() { # expected found
	[ "$1" = "$2" ] && return 0
	[[ $1 == *' (re)' ]] || return 1
	local pattern="^(${1% (re)})\$"
	[[ $2 =~ $pattern ]]
}

block_matches() {
	local -a a b
	local i
	mapfile -t a < <(printf '%s' "$1")
	mapfile -t b < <(printf '%s' "$2")
	[ "${#a[@]}" = "${#b[@]}" ] || return 1
	for i in "${!a[@]}"; do
		line_matches "${a[i]}" "${b[i]}" || return 1
	done
}

# What was found, with the regular expressions that still hold where they stood.
merged() {
	local -a a b
	local i
	mapfile -t a < <(printf '%s' "$1")
	mapfile -t b < <(printf '%s' "$2")
	for i in "${!b[@]}"; do
		if [ "$i" -lt "${#a[@]}" ] && line_matches "${a[i]}" "${b[i]}"; then
			printf '  %s\n' "${a[i]}"
		else
			printf '  %s\n' "${b[i]}"
		fi
	done
}

rewrite() {
	local i
	for i in "${!kind[@]}"; do
		if [ "${kind[i]}" = prose ]; then
			printf '%s\n' "${text[i]}"
			continue
		fi
		printf '  $ %s\n' "${text[i]//$'\n'/$'\n'  > }"
		merged "${wanted[i]}" "${got[i]-}"
	done
}

run_file() { # file engine
	local file=$1 engine=$2 name i label home=$base/$tests uri= database=
	name=$(basename "$file")${engine:+ ($engine)}
	mark="@@groei-$$-$RANDOM@@"
	local -a settings=(PATH="$(dirname "$groei"):$PATH" HOME="$home/home" TMPDIR="$home/tmp"
		XDG_DATA_HOME="$home/home/data" XDG_CONFIG_HOME="$home/home/config"
		XDG_STATE_HOME="$home/home/state" XDG_CACHE_HOME="$home/home/cache"
		XDG_RUNTIME_DIR="$home/run" LC_ALL=C.UTF-8 TZ=UTC TERM=dumb LANGUAGE=en
		GROEI_TODAY=2026-03-02 TESTDIR="$here"
		ASAN_OPTIONS="${ASAN_OPTIONS:-}:log_path=$home/sanitizer"
		UBSAN_OPTIONS="${UBSAN_OPTIONS:-}:log_path=$home/sanitizer"
		LSAN_OPTIONS="${LSAN_OPTIONS:-}")
	mkdir -p "$home/home" "$home/tmp" && mkdir -m 700 "$home/run"
	case $engine in
	sqlite) settings+=(GROEI_STORE="$home/home/groei.db" ENGINE=sqlite) ;;
	postgresql)
		database=groei_cli_$$_$tests
		if ! need_server || ! psql -qX -d "$GROEI_TEST_POSTGRESQL" -v ON_ERROR_STOP=1 -c \
			"CREATE DATABASE $database TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'" \
			>"$home/psql" 2>&1; then
			not_ok "$name: a database for the test"
			sed 's/^/# /' "$home/psql" 2>/dev/null
			return
		fi
		settings+=(GROEI_STORE="$(database_uri "$database")" ENGINE=postgresql) ;;
	esac
	read_file "$file"
	write_script >"$home/script"
	(cd "$home/home" && exec env -i "${settings[@]}" bash "$home/script" </dev/null) 2>&1 |
		tr '\000' '\001' >"$home/output"
	split_output <"$home/output"
	[ -z "$database" ] ||
		psql -qX -d "$GROEI_TEST_POSTGRESQL" -c "DROP DATABASE $database WITH (FORCE)" >/dev/null 2>&1
	if [ -n "${UPDATE:-}" ]; then
		rewrite >"$home/new"
		cmp -s "$home/new" "$file" || cat "$home/new" >"$file"
		read_file "$file"
	fi
	for i in "${!kind[@]}"; do
		[ "${kind[i]}" = command ] || continue
		label="$name: line ${at[i]}: ${text[i]%%$'\n'*}"
		if [ -n "${got[i]+set}" ] && block_matches "${wanted[i]}" "${got[i]}"; then
			ok "$label"
			continue
		fi
		not_ok "$label"
		if [ -z "${got[i]+set}" ]; then
			printf '# not reached\n%s' "$rest" | sed '2,$s/^/# /'
			continue
		fi
		diff -U 3 <(printf '%s' "${wanted[i]}") <(printf '%s' "${got[i]}") | sed -e 1,2d -e 's/^/# /'
	done
	if compgen -G "$home/sanitizer*" >/dev/null; then
		not_ok "$name: no sanitizer report"
		sed 's/^/# /' "$home"/sanitizer*
	fi
}

export LC_ALL=C.UTF-8
[ $# -gt 0 ] || set -- "$here"/*.t
for file in "$@"; do
	if [ ! -r "$file" ]; then
		not_ok "$file: cannot be read"
		continue
	fi
	IFS= read -r first <"$file"
	case $first in
	'engines in turn:'*)
		read -ra engines <<<"${first#*:}"
		[ -z "${TURN:-}" ] || engines=("${engines[TURN - 1]}")
		for engine in "${engines[@]}"; do run_file "$file" "$engine"; done
		;;
	engines:*) for engine in ${first#engines:}; do run_file "$file" "$engine"; done ;;
	*) run_file "$file" "" ;;
	esac
done
printf '1..%d\n' "$tests"
[ "$failed" = 0 ]
