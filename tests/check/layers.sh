#!/bin/sh
# Each layer includes only what the table in docs/architecture.md allows. Prints TAP.
set -u
cd "$(dirname "$0")/../.." || exit 1
n=0 failed=0

# check LAYER FOLDERS HEADERS: regular expressions for "…" and for <groei/…> of its files. Other names in
# <…> are the system's: with a folder before them only those of sys/.
check() {
	[ -d "src/$1" ] || return 0
	n=$((n + 1))
	found=$(find "src/$1" -name '*.[ch]' -exec awk -v own="$2" -v public="$3" '
		/^[ \t]*#[ \t]*include/ {
			name = $0
			sub(/^[^"<]*["<]/, "", name); sub(/[">].*/, "", name)
			if (index($0, "\"")) wrong = name !~ own
			else if (name ~ /^groei\//) wrong = name !~ public
			else wrong = name !~ /^(sys\/)?[a-z0-9_-]+[.]h$/
			if (wrong) print FILENAME ":" FNR ": " name
		}' {} +)
	if [ -z "$found" ]; then
		echo "ok $n - layers: src/$1"
	else
		failed=1
		echo "not ok $n - layers: src/$1 includes what its layer may not know"
		echo "$found" | sed 's/^/# /'
	fi
}

check base    '^(base/)?[a-z0-9_]+[.]h$'                          '^groei/(api|status|arena|buffer|text|date|editor)[.]h$'
check store   '^((base|store)/)?[a-z0-9_]+[.]h$'                  '^groei/'
check core    '^((base|store|core)/)?[a-z0-9_]+[.]h$'             '^groei/'
check export  '^((base|export)/)?[a-z0-9_]+[.]h$'                 '^groei/'
check import  '^((base|import)/)?[a-z0-9_]+[.]h$'                 '^groei/'
check command '^((base|core|export|import|command)/)?[a-z0-9_]+[.]h$' '^groei/'
check cli     '^(cli/)?[a-z0-9_]+[.]h$'                           '^groei/'
check tui     '^(tui/)?[a-z0-9_]+[.]h$'                           '^groei/'

n=$((n + 1))
found=$(grep -n '^[ 	]*#[ 	]*include[ 	]*["<]' src/main.c | grep -v -E '"(cli/cli|tui/tui)[.]h"|<(sys/)?[a-z]+[.]h>')
if [ -z "$found" ]; then echo "ok $n - layers: src/main.c"
else failed=1; echo "not ok $n - layers: src/main.c includes more than its front ends"
	echo "$found" | sed 's/^/# /'; fi

# The public headers know only each other; SQL and its libraries live in the store alone.
n=$((n + 1))
found=$(grep -n '^[ 	]*#[ 	]*include' include/groei/*.h |
	grep -v -E '<groei/|<(std[a-z]+|string|limits|inttypes|time)[.]h>')
if [ -z "$found" ]; then echo "ok $n - layers: public headers"
else failed=1; echo "not ok $n - layers: public headers include more than C and each other"
	echo "$found" | sed 's/^/# /'; fi

n=$((n + 1))
found=$(grep -rn -E '#[ 	]*include[ 	]*[<"](sqlite3|libpq-fe)' src --include='*.[ch]' | grep -v '^src/store/')
if [ -z "$found" ]; then echo "ok $n - layers: databases only in src/store"
else failed=1; echo "not ok $n - layers: databases only in src/store"; echo "$found" | sed 's/^/# /'; fi

n=$((n + 1))
found=$(grep -rn -E '#[ 	]*include[ 	]*[<"](curses|ncurses|ncursesw/)' src --include='*.[ch]' | grep -v '^src/tui/')
if [ -z "$found" ]; then echo "ok $n - layers: curses only in src/tui"
else failed=1; echo "not ok $n - layers: curses only in src/tui"; echo "$found" | sed 's/^/# /'; fi

n=$((n + 1))
found=$(grep -rn -E '"[^"]*(SELECT .* FROM|INSERT INTO|UPDATE .* SET|DELETE FROM|CREATE TABLE) ' src --include='*.[ch]' |
	grep -v '^src/store/')
if [ -z "$found" ]; then echo "ok $n - layers: SQL only in src/store"
else failed=1; echo "not ok $n - layers: SQL only in src/store"; echo "$found" | sed 's/^/# /'; fi

echo "1..$n"
exit $failed
