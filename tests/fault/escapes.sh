#!/usr/bin/env bash
# S1: nothing that is stored, typed, named or set in the environment sends a control character to
# the terminal, in text, JSON, messages and screens.
. "${0%/*}/lib.sh"
. "$here/verbs.sh"
need sql scan drive

# A window title, a colour, a mark of ours, 8-bit controls, an override, all of C0 and DEL.
evil=$'\e]0;PWNED\a\e[31m\e[6;66z\eP1;2|x\e\\\xc2\x9b31m\xc2\x9d0;PWNED\xc2\x9c\xe2\x80\xaetxt\xe2\x81\xa6\xe2\x80\xa8'
for code in 01 02 03 04 05 06 07 08 0b 0c 0d 0e 0f 10 11 12 13 14 15 16 17 18 19 1a 1c 1d 1e 1f 7f; do
	evil+=$(printf "\\x$code")
done
evil+=end

# The tests' own teeth.
printf '%s' "$evil" | scan >/dev/null
same 'the scanner finds what is wrong' 1 $?
printf 'fine \xe2\x82\xac\n\ttoo\n' | scan
same 'and only that' 0 $?
printf '\e[1mbold\e]0;title\a' | scan -t >/dev/null
same 'a window title is found among drawing' 1 $?

clean() { # name of the offence list; uses $words
	local file
	for file in "$work/out" "$work/err"; do
		scan <"$file" >"$work/scan" || offences+="$1: ${file##*/}: $(cat "$work/scan")"$'\n'
	done
}

fill_store
learn_ids
collect_verbs
for table in $(sql "$GROEI_STORE" "SELECT name FROM sqlite_schema WHERE type = 'table'
	AND name NOT LIKE 'sqlite%' AND name NOT IN ('store_setting', 'person_state', 'change')"); do
	sql "$GROEI_STORE" "SELECT name FROM pragma_table_info('$table') WHERE type = 'TEXT'
		AND name NOT IN ('handle', 'question', 'side', 'place', 'state', 'stage', 'entity',
		'operation', 'field', 'cadence', 'template', 'folded', 'language')" >"$work/columns"
	while read -r column; do
		# A choice is a word of a list that the completion knows.
		[ -z "$("$GROEI" complete "$table" add amir "--${column//_/-}" '')" ] || continue
		sql "$GROEI_STORE" "UPDATE $table SET \"$column\" = '$evil' || char(10) || '$evil'"
	done <"$work/columns"
done
sql "$GROEI_STORE" "INSERT INTO draft SELECT id, 'action:new', 1, 0, 0, 'title=$evil' FROM person
	WHERE handle = 'sanne'"
same 'evil is in the store' 0 "$(count person "name NOT LIKE '%PWNED%'")"
cp "$GROEI_STORE" "$work/before.db"

offences='' ran=0
for words in "${verbs[@]}"; do
	for format in '' --json '--language nl'; do
		cp "$work/before.db" "$GROEI_STORE"
		# shellcheck disable=SC2086
		run "$GROEI" $format $words
		ran=$((ran + ($code < 2)))
		clean "$format $words"
	done
done
same 'what is stored reaches no output of any verb' '' "$offences"
[ "$ran" -gt "${#verbs[@]}" ]
result $? "most of them had something to say: $ran runs"

# Identities that people do not type, set behind groei's back.
sql "$GROEI_STORE" "UPDATE person SET handle = 'a' || '$evil' WHERE handle = 'amir';
	UPDATE goal SET stage = '$evil'; UPDATE action SET state = '$evil';
	UPDATE conversation SET template = '$evil', state = '$evil', format = '$evil';
	UPDATE change SET command = '$evil'; UPDATE change_field SET entity = '$evil', field = '$evil';
	UPDATE answer SET question = '$evil' || rowid, side = '$evil'; UPDATE person SET cadence = '$evil'"
offences=''
for words in today 'prep sanne' 'person list' 'team list' 'goal list --all' 'action list --all' \
	'conversation list' history 'person show sanne' "goal show ${ids[goal]}" "action show ${ids[action]}" \
	"conversation show ${ids[conversation]}" 'complete person show' 'action add a x' undo; do
	for format in '' --json; do
		# shellcheck disable=SC2086
		run "$GROEI" $format $words
		[ "$code" -le 7 ] || offences+="$format $words: $code"$'\n'
		clean "$format $words"
	done
done
same 'nor do damaged handles, stages, states and names of commands' '' "$offences"

# Words, options, environment, paths, standard input.
fill_store
offences=''
said() { # name command …
	local name=$1
	shift
	run "$@"
	[ -n "$out$err" ] || offences+="$name: said nothing"$'\n'
	clean "$name"
}
for format in '' --json; do
	g=("$GROEI" $format)
	said "$format a verb" "${g[@]}" "$evil"
	said "$format a noun's verb" "${g[@]}" action "$evil"
	said "$format an option" "${g[@]}" action add amir x "--$evil" y
	said "$format a value" "${g[@]}" action add amir x --due "$evil"
	said "$format a handle" "${g[@]}" prep "$evil"
	said "$format a title" "${g[@]}" action add amir "$evil"
	said "$format a title with a day" "${g[@]}" action add amir "$evil by fri"
	said "$format a new handle" "${g[@]}" person add "$evil" --name "$evil"
	said "$format a new name" "${g[@]}" person add noor --name "$evil"
	said "$format an id" "${g[@]}" goal show "$evil"
	said "$format a stage" "${g[@]}" goal move "$evil" "$evil"
	said "$format a filter" "${g[@]}" goal list --stage "$evil"
	said "$format words to match" "${g[@]}" action list --match "$evil"
	said "$format an asker" "${g[@]}" --as "$evil" today
	said "$format a store" "${g[@]}" --store "$work/$evil.db" today
	said "$format a new store" "${g[@]}" --store "$work/${evil//\//}.db" init --me sanne --name x
	said "$format a day" "${g[@]}" --today "$evil" today
	said "$format a language" "${g[@]}" --language "$evil" today
	said "$format a colour" "${g[@]}" --color "$evil" today
	said "$format a template" "${g[@]}" template show "$evil"
	said "$format a shell" "${g[@]}" completion "$evil"
	said "$format help" "${g[@]}" help "$evil"
	said "$format history" "${g[@]}" history "$evil"
	said "$format a place for the store" env GROEI_STORE="$work/$evil" "${g[@]}" paths
	said "$format an asker in the environment" env GROEI_AS="$evil" "${g[@]}" today
	said "$format a day in the environment" env GROEI_TODAY="$evil" "${g[@]}" today
	said "$format a home" env HOME="/$evil" GROEI_STORE= XDG_CONFIG_HOME="/$evil" "${g[@]}" paths
	said "$format a name of the program" bash -c 'exec -a "$0" "$@"' "$evil" "${g[@]}" nonsense
	mkdir -p "$work/t/$evil"
	printf 'id: x\n%s: y\n' "$evil" >"$work/t/$evil/$evil.yaml"
	said "$format a template file" "${g[@]}" template check "$work/t/$evil/$evil.yaml"
	said "$format a template file that is none" "${g[@]}" template check "$work/t/$evil/none"
	sed "s/Wat geeft/$(printf '%s' "$evil" | tr -d '\000-\037\177')Wat geeft/" \
		"$here/../../data/templates/growth.yaml" >"$work/t/growth.yaml"
	said "$format a template with evil words" "${g[@]}" template check "$work/t/growth.yaml"
	mkdir -p "$work/data/templates"
	cp "$work/t/growth.yaml" "$work/data/templates/"
	said "$format the list with a broken one" "${g[@]}" template list
	said "$format one that is broken" "${g[@]}" template show growth
	rm -r "$work/data/templates"
done
same 'neither do words, options, environment and files' '' "$offences"

# Files of configuration.
mkdir -p "$work/config/groei"
for file in config keys.conf; do
	printf '%s\n%s = %s\nany %s %s # %s\nlanguage = %s\n' "$evil" "$evil" "$evil" "$evil" "$evil" "$evil" \
		"$evil" >"$work/config/groei/$file"
done
offences=''
export XDG_CONFIG_HOME=$work/config
for words in today '--json today' paths help; do
	# shellcheck disable=SC2086
	said "$words with evil configuration" "$GROEI" $words
done
same 'nor does configuration' '' "$offences"
rm "$work/config/groei/config"
drive "$work/log" "$GROEI" >"$work/driven" <<'END'
idle
send ?
send \e
send \x11
end 5000
END
scan -t <"$work/log" >"$work/scan"
result $? 'nor the keys of the screens' "$(cat "$work/scan" "$work/driven")"
unset XDG_CONFIG_HOME

# Prompts line by line.
cp "$work/before.db" "$GROEI_STORE"
printf '%s\n' 1 1 1 2 2 3 3 "$evil" 4 q 0 '' '' 1 2 1 "$evil" | timeout 20 "$GROEI" --accessible \
	>"$work/out" 2>"$work/err"
same 'prompts line by line end with their input' 0 $((PIPESTATUS[1] > 7))
offences=''
clean 'line by line'
same 'and send nothing either' '' "$offences"
grep -q PWNED "$work/out"
result $? 'though evil was there' "$(cat "$work/out")"

# The screens, over the store with evil in it: every screen, the detail beside it, filter, palette.
cp "$work/before.db" "$GROEI_STORE"
for language in en nl; do
	drive "$work/log" "$GROEI" --language "$language" >"$work/driven" <<-'END'
		idle
		send \x0c
		send 2
		send j
		send \r
		send j
		send \r
		send \e
		send \e
		send 3
		send j
		send \r
		send \e
		send 4
		send j
		send \r
		send \e
		send 1
		send j
		send j
		send \r
		send \e
		send /
		send P
		send W
		send \r
		send \e
		send :
		send history
		send \r
		send \e
		send :
		send today
		send \r
		send ?
		send \e
		send \x11
		end 5000
	END
	same "the screens ($language) can be walked through" 'ended 0' "$(grep -v '^cpu' "$work/driven")"
	grep -q 'txt' "$work/log"
	result $? "the records are on them ($language)"
	scan -t <"$work/log" >"$work/scan"
	result $? "and no escape sequence of theirs ($language)" "$(cat "$work/scan")"
done

# What keeps the screens from opening is told with paths and names in it.
mkdir -p "$work/t/$evil"
echo 'no store' >"$work/t/$evil/x.db"
for words in "--store=$work/t/$evil/x.db" "--as=$evil"; do
	drive "$work/log" "$GROEI" "$words" >"$work/driven" <<<'end 5000'
	grep -q PWNED "$work/log" && scan -t <"$work/log" >"$work/scan"
	result $? "screens that do not open say so cleanly (${words%%=*})" "$(cat "$work/scan" "$work/driven")"
done
finish
