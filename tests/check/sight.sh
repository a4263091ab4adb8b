#!/bin/sh
# Nobody reads past the table of who may see what (src/store/sight.c): every noun has a row there, and every
# hand-written query that reads a guarded table has its "{see …}". Prints TAP.
set -u
cd "$(dirname "$0")/../.." || exit 1
failed=0

entities=$(sed -n '/^enum groei_entity/,/^}/s/^\t\(GROEI_[A-Z_]*\),$/\1/p' include/groei/schema.h)
missing=
for entity in $entities; do
	grep -q "\[$entity\] *=" src/store/sight.c || missing="$missing $entity"
done
if [ -n "$entities" ] && [ -z "$missing" ]; then
	echo "ok 1 - sight: every noun has a row"
else
	failed=1
	echo "not ok 1 - sight: no row for:$missing"
fi

# Guarded are the nouns whose row hides rows: all but teams, objectives (for everybody) and people (everybody
# sees that they are there). The agenda holds ids and days alone; what they lead to is read like the rest.
queries=$(mktemp "${TMPDIR:-/tmp}/groei-sight-XXXXXX") || exit 1
trap 'rm -f "$queries"' EXIT
grep -v '^#include' src/store/query.c | "${CC:-cc}" -E -P - | sed 's/\[QUERY_[A-Z_]*\] *=/\n&\n/g' >"$queries"
found=$(awk '
	FNR == NR {
		if (match($0, /^\t\[GROEI_[A-Z]+\]|^    \[GROEI_[A-Z]+\]/)) {
			name = tolower($0); sub(/^[ \t]*\[groei_/, "", name); sub(/\].*/, "", name)
			if (name != "team" && name != "objective" && name != "person") guarded[name] = 1
		}
		next
	}
	/^\[QUERY_[A-Z_]+\] *=/ {judge(); query = $0; sub(/^ *\[/, "", query); sub(/\].*/, "", query); text = ""; next}
	query != "" {
		line = $0
		while (match(line, /"[^"]*"/)) {
			text = text substr(line, RSTART + 1, RLENGTH - 2)
			line = substr(line, RSTART + RLENGTH)
		}
		text = text " "
	}
	/^ *};/ {judge(); query = ""}
	function judge(    left, word, n, words, i, seen, want) {
		if (query == "") return
		queries++
		gsub(/[ \t]+/, " ", text)
		if (text ~ /^ ?INSERT INTO agenda /) return
		n = split(text, words, /[ ,()]+/)
		for (i = 1; i < n; i++) {
			if ((words[i] == "FROM" || words[i] == "JOIN") && words[i + 1] in guarded)
				want[words[i + 1] " " substr(words[i + 2], 1, 1)]++
			else if (words[i] in guarded && words[i - 1] !~ /[{]/ && words[i + 2] == "WHERE" &&
			         words[i - 1] !~ /^(FROM|JOIN)$/)
				want[words[i] " " substr(words[i + 1], 1, 1)]++
		}
		for (word in want) {
			left = text; seen = gsub("[{](see|own|wait) " word "[}]", "", left)
			if (seen < want[word]) print query ": reads " word " " want[word] " times, has {see " word "} " seen " times"
		}
	}
	END {if (queries < 30) print "found only " queries + 0 " queries"}
' src/store/sight.c "$queries")
if [ -z "$found" ]; then
	echo "ok 2 - sight: every query shows only what may be seen"
else
	failed=1
	echo "not ok 2 - sight: queries without their {see …} (src/store/query.h)"
	echo "$found" | sed 's/^/# /'
fi
echo 1..2
exit $failed
