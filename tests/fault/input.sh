#!/usr/bin/env bash
# What cannot be is refused with its code, the field named, and not a byte of the store changed. S10:
# SQL and LIKE syntax in input is text.
. "${0%/*}/lib.sh"
need sql

fill_store
goal=$(id_of goal) action=$(id_of action)
cp "$GROEI_STORE" "$work/before.db"

turned_down() { # name code pattern command …
	refused "$@"
	cmp "$work/before.db" "$GROEI_STORE" >/dev/null && [ ! -e "$GROEI_STORE-journal" ]
	result $? "$1: nothing changed"
	cp "$work/before.db" "$GROEI_STORE"
}
from() { # file command …
	local file=$1
	shift
	"$@" <"$file"
}
g=$GROEI
turned_down 'an unknown handle' 3 'amir' "$g" action add amri 'x'
turned_down 'an unknown handle to read' 3 'amir' "$g" prep ami
turned_down 'an unknown handle of a lead' 3 'sanne' "$g" person edit amir --lead sane
turned_down 'an unknown asker' 3 'sanne' "$g" --as sane today
turned_down 'an unknown action' 3 'zzzz' "$g" action done zzzz
turned_down 'an unknown goal' 3 'zzzzz' "$g" goal show zzzzz
turned_down 'an id that is far too long' '3|4' '' "$g" goal show 99999999999999999999999999
turned_down 'a day that is not' 4 '[Dd]ue' "$g" action add amir x --due 2026-02-30
turned_down 'a day that is ambiguous' 4 '[Dd]ue.*' "$g" action add amir x --due 3/4
turned_down 'a day for a talk that is not' 4 '[Dd]ay' "$g" conversation plan bo 2027-13-01
turned_down 'a day far away' 4 '[Dd]ay' "$g" conversation plan bo 99999-01-01
turned_down 'a stage that is not' 4 '[Ss]tage.*practising|practising' "$g" goal move "$goal" levitating
turned_down 'a level off the scale' 4 '[Ll]evel' "$g" goal edit "$goal" --level_now 11
turned_down 'a level that is no number' 4 '[Ll]evel' "$g" goal edit "$goal" --level_now 7x
turned_down 'a level that overflows' 4 '[Ll]evel' "$g" goal edit "$goal" --level_now 4294967297
turned_down 'an energy off the scale' 4 '[Ee]nergy' "$g" conversation log amir --energy 11
turned_down 'a scale answer off the scale' 4 '' "$g" conversation answer amir energy-today 11
turned_down 'a scale answer that is none' 4 '' "$g" conversation answer amir energy-today much
turned_down 'an empty name' 4 '[Nn]ame' "$g" person edit amir --name ''
turned_down 'a blank name' 4 '[Nn]ame' "$g" person add noor --name '   '
turned_down 'an empty title' 4 '[Tt]itle' "$g" action edit "$action" --title ''
turned_down 'a handle that is none' 4 '[Hh]andle' "$g" person add 'No or' --name Noor
turned_down 'a handle that is taken' '4|5' 'amir' "$g" person add amir --name 'Another'
turned_down 'a cadence that is none' 4 '[Cc]adence|[Rr]hythm' "$g" person edit amir --cadence sometimes
turned_down 'two lines where one belongs' 4 '[Nn]ame' "$g" person edit amir --name $'two\nlines'
turned_down 'a name of a megabyte' 4 '[Nn]ame' "$g" person edit amir --name "$(printf '%0100000d' 0)"
head -c 10000000 /dev/zero | tr '\0' 'n' >"$work/note"
turned_down 'a note of 10 MB' 4 '[Nn]ote' from "$work/note" "$g" conversation hold amir --notes -
turned_down 'an answer of 10 MB' 4 '' from "$work/note" "$g" conversation answer amir energy-sources -
printf 'good \377 bad' >"$work/note"
turned_down 'invalid UTF-8 in a note' 4 '[Nn]ote' from "$work/note" "$g" conversation hold amir --notes -
turned_down 'invalid UTF-8 in a title' 4 '[Tt]itle' "$g" action add amir $'x \xc0\xaf y'
turned_down 'a surrogate in a name' 4 '[Nn]ame' "$g" person edit amir --name $'x \xed\xa0\x80'
turned_down 'invalid UTF-8 in a handle' '3|4' '' "$g" prep $'a\xffb'
printf 'good \0 bad' >"$work/note"
turned_down 'NUL in a note' 4 '[Nn]ote' from "$work/note" "$g" conversation hold amir --notes -
turned_down 'an option that is not' 2 'due' "$g" action add amir x --deu fri
turned_down 'a word too many' 2 '' "$g" today now
turned_down 'a verb that is not' 2 'add' "$g" action ad
turned_down 'a day for --today that is not' '2|4' '' "$g" --today 2026-02-30 action add amir x
turned_down 'a language that is not' '2|4' 'nl' "$g" --language xx action add amir x
turned_down 'holding a talk that lies ahead' 4 '[Dd]ay|day' "$g" conversation hold amir --day 2027-01-01
turned_down 'removing who others hang on' 5 '' "$g" person remove amir
"$g" team add south South --parent north >/dev/null
run timeout 10 "$g" team edit north --parent south
same 'a ring of teams is refused, or at least survived' 0 "$(for words in 'team list' 'prep amir' today \
	'person edit amir --team north' 'prep amir' 'conversation plan amir'; do
	# shellcheck disable=SC2086
	timeout 10 "$g" $words >/dev/null 2>&1 || [ $? -le 7 ] || echo "$words"
done; echo 0)"
cp "$work/before.db" "$GROEI_STORE"

# S10
evil="x'; DROP TABLE person; --"
run "$g" action add amir "$evil"
same 'a title may look like SQL' "0 1" "$code $(sql "$GROEI_STORE" \
	'SELECT count(*) FROM action WHERE title LIKE '"'x''; DROP TABLE person; --'")"
for title in '100% sure' 'under_score' 'back\slash' "it's" 'plain words'; do
	"$g" action add amir "$title" >/dev/null || result 1 "the title $title is taken"
done
matches() { # pattern titles
	"$g" --json action list --match "$1" | grep -oE '"title": ?"([^"\\]|\\.)*"' | cut -d '"' -f 4- |
		sed 's/"$//' | sort | tr '\n' ';'
}
same 'a percent sign matches itself' '100% sure;' "$(matches '%')"
same 'an underscore matches itself' 'under_score;' "$(matches '_')"
same 'a backslash matches itself' 'back\\slash;' "$(matches '\')"
same 'a quote matches itself' "it's;x'; DROP TABLE person; --;" "$(matches "'")"
same 'wildcards do not reach across words' '' "$(matches 'pl%ds')"
for noun in person team conversation goal action; do
	for words in "' OR 1=1 --" '%' '_' '"' ';' '\' '$1' "$(printf '%05000d' 0)" '   '; do
		run "$g" "$noun" list --match "$words"
		[ "$code" = 0 ] || [ "$code" = 1 ] || [ "$code" = 4 ]
		result $? "$noun list --match ${words:0:20}" "$code $err"
	done
done
for filter in "person list --lead" "goal list --person" "goal list --stage" "action list --owner" \
	"history person" "prep" "team show" "conversation show" "template show"; do
	# shellcheck disable=SC2086
	refused "$filter with SQL in it" '3|4' '' "$g" $filter "amir' OR '1'='1"
done
refused 'SQL in who is asking' 3 '' "$g" --as "sanne' --" today
refused 'a path in the name of a template' '3|4' '' "$g" template show ../../../etc/passwd
cp "$work/before.db" "$GROEI_STORE"
for limit in 0 -1 many 99999999999999999999 2.5 ''; do
	turned_down "a limit of '$limit'" '[24]' 'limit' "$g" action list --limit "$limit"
done
turned_down 'words to match that are far too long' 4 'match' "$g" action list --match \
	"$(printf '%0100000d' 0)"
turned_down 'a word with a line break in it stays on one line' 2 'no such command' "$g" $'no\nsuch'
turned_down 'an option with a line break, too' '[24]' '' "$g" --language $'x\ny' today
turned_down 'a folder as standard input' '[46]' '' from / "$g" conversation hold amir --notes -
sound 'the store is whole after all that'
finish
