#!/bin/bash
# docs/practices.md is held to what it names: every row of the list once, each with a test, a reason or the part it
# follows with; and every test, file, field, question, key and command in it is there. Prints TAP.
set -u
cd "$(dirname "$0")/../.." || exit 1
page=docs/practices.md
number=0 failed=0

report() { # what, findings
	number=$((number + 1))
	if [ -z "$2" ]; then
		echo "ok $number - practices: $1"
	else
		failed=1
		echo "not ok $number - practices: $1"
		printf '%s\n' "$2" | sed 's/^/# /'
	fi
}

# Every row of the list, once: part and number of its last row.
wanted=$(for part in 0:21 1:50 2:45 3:26 4:40; do
	for ((row = 1; row <= ${part#*:}; row++)); do printf '%d.%02d\n' "${part%:*}" "$row"; done
done)
rows=$(sed -n 's/^| \([0-4]\.[0-9][0-9]\) |.*/\1/p' "$page")
report 'every row stands there once' "$(diff <(printf '%s\n' "$wanted" | sort) <(printf '%s\n' "$rows" | sort))"

# The last cell names a test, or says why there is none.
report 'every row is shown, declined or follows' "$(awk -F ' [|] ' '/^[|] [0-4][.][0-9]/ {
	last = $4; sub(/ [|]$/, "", last)
	if (NF != 4) print "not four cells: " $1
	else if (last !~ /^`(cli|store|unit|tui)\// && last !~ /^(declined: |follows with )/) print $1 ": " last
}' "$page")"

# One thing in backquotes: what it is follows from its form.
there() {
	local name=$1 file template question
	case $name in
	cli/*.t:\ * | store/*.c:\ * | unit/*.c:\ * | tui/*.tui:\ *)
		file=tests/${name%%: *}
		[ -f "$file" ] && grep -qF -e "${name#*: }" "$file" ;;
	tests/*/*) [ -f "$name" ] ;;
	framework:\ *) grep -q "^${name#*: }:" data/framework.yaml ;;
	framework.yaml) [ -f data/framework.yaml ] ;;
	*.yaml) [ -f "data/templates/$name" ] ;;
	groei\ *) command_there "$name" ;;
	*/*)
		template=data/templates/${name%%/*}.yaml question=${name#*/}
		[ -f "$template" ] && grep -q -- "- id: $question\$" "$template" ;;
	*.*) grep -q "FIELD(${name%%.*}, ${name#*.}," src/core/fields_*.c ;;
	*) # a key, or a word of the document itself
		[ "${#name}" -le 4 ] ;;
	esac
}

command_there() {
	local words
	read -ra words <<<"$1"
	grep -q "{NULL, \"${words[1]}\"," src/command/commands.c && return 0
	grep -q "{\"${words[1]}\", \"${words[2]:-}\"," src/command/commands.c && return 0
	case ${words[2]:-} in
	add | list | show | edit | remove) grep -q "ROWS_OF(\"${words[1]}\"" src/command/commands.c ;;
	*) return 1 ;;
	esac
}

missing=$(grep '^|' "$page" | grep -o '`[^`]*`' | sort -u | while IFS= read -r quoted; do
	name=${quoted//\`/}
	[ "$name" = help ] || there "$name" || echo "$name"
done)
report 'all that it names is there' "$missing"

# A test that is named in a C file is one that is run.
unrun=$(grep -o '`\(store\|unit\)/[a-z_]*\.c: [a-z_0-9]*`' "$page" | tr -d '`' | sort -u | while IFS= read -r name; do
	test=${name#*: }
	case $test in *_*_*) ;; *) continue ;; esac
	[ "$(grep -cw -- "$test" "tests/${name%%: *}")" -ge 2 ] || echo "$name" # written and listed
done)
report 'every test it names is run' "$unrun"
echo "1..$number"
exit $failed
