#!/bin/sh
# What must not stand in any file of the project: notes for later, paths of somebody's machine,
# blanks at the end of a line, lines that end in CR. Prints TAP.
set -u
cd "$(dirname "$0")/../.." || exit 1
n=0 failed=0
files=$(git ls-files -co --exclude-standard 2>/dev/null) || files=
[ -n "$files" ] || files=$(find . -path ./build -prune -o -path ./.git -prune -o -type f -print | sed 's,^./,,')
files=$(for file in $files; do
	case $file in
	*.png | *.pdf | *.db | tests/fuzz/corpus/* | tests/data/*) ;;
	*) [ -f "$file" ] && echo "$file" ;;
	esac
done)

check() { # label pattern [files left out]
	n=$((n + 1))
	found=$(echo "$files" | grep -v -E "^(\./)?(${3:-//})" | xargs grep -n -I -E -e "$2" -- /dev/null)
	if [ -z "$found" ]; then
		echo "ok $n - words: $1"
	else
		failed=1
		echo "not ok $n - words: $1"
		echo "$found" | head -n 20 | cut -c 1-160 | sed 's/^/# /'
	fi
}

later='TO''DO|FIX''ME|XX''X([^X]|$)'
check 'nothing is left for later' "(^|[^A-Za-z])($later)" 'LICENSE|tests/.*XXXX'
check 'no path of a machine' '(^|[ "=(<:])/(home|root|work|Users|private|var/tmp)/[A-Za-z0-9_.]|/tmp/[A-Za-z0-9_.]+/[A-Za-z]'
check 'no blanks at the end of a line' '[ 	]+$' 'tests/(cli|tui/expected)/'
check 'no line ends in CR' "$(printf '\r')\$"
echo "1..$n"
exit $failed
