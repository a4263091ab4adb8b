#!/bin/sh
# The shared library shows exactly what the public headers declare. Prints TAP.
set -u
cd "$(dirname "$0")/../.." || exit 1
library=${1:-build/libgroei.so}
folder=$(mktemp -d "${TMPDIR:-/tmp}/groei-symbols-XXXXXX") || exit 1
trap 'rm -rf "$folder"' EXIT
failed=0

# One declaration may span lines; its name stands before the first "(" or at the ";" or "[".
cat include/groei/*.h | awk '
	/^#/ {next}
	/GROEI_API/ {text = ""; taking = 1}
	taking {
		text = text " " $0
		if (text ~ /[;{]/) {
			sub(/.*GROEI_API/, "", text)
			sub(/[;{].*/, "", text)
			sub(/[(\[=].*/, "", text)
			sub(/[ \t]+$/, "", text)
			sub(/.*[ \t*]/, "", text)
			print text
			taking = 0
		}
	}' | LC_ALL=C sort -u >"$folder/declared"
nm -D --defined-only "$library" 2>"$folder/error" | awk '$2 ~ /^[A-Z]$/ {print $3}' |
	LC_ALL=C sort -u >"$folder/exported"

result() { # number label file
	if [ -s "$3" ]; then
		failed=1
		echo "not ok $1 - symbols: $2"
		head -n 60 "$3" | sed 's/^/# /'
	else
		echo "ok $1 - symbols: $2"
	fi
}
result 1 'the library is there' "$folder/error"
LC_ALL=C comm -23 "$folder/declared" "$folder/exported" >"$folder/missing"
result 2 'what the headers declare is exported' "$folder/missing"
LC_ALL=C comm -13 "$folder/declared" "$folder/exported" >"$folder/extra"
result 3 'what is exported is declared' "$folder/extra"
echo 1..3
exit $failed
