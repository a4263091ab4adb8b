#!/usr/bin/env bash
# S6, S7: the user's own editor gets a private copy that never outlives it, no shell stands between,
# and no word of a record is in arguments or environment.
. "${0%/*}/lib.sh"
need sql drive

fill_store
sql "$GROEI_STORE" "UPDATE person SET name = 'Amir \$(touch $work/name)' WHERE handle = 'amir'"
for question in energy-sources others-say; do
	"$GROEI" conversation answer amir $question 'topsecret answer' >/dev/null
done
cp "$GROEI_STORE" "$work/before.db"

# An editor that writes down how it was called, does what $EDIT says, and ends with $EDIT's code.
mkdir "$work/editors"
mkfifo "$work/never"
cat >"$work/editors/pen" <<'END'
#!/bin/bash
file=${!#}
{
	echo "count $#"
	echo "file $file"
	echo "modes $(stat -c %a "${file%/*}") $(stat -c %a "$file") $(umask)"
	echo "owner $(stat -c %u "${file%/*}")"
	printf 'argument %s\n' "$@"
} >"$EDIT_LOG"
cat "/proc/$$/environ" "/proc/$$/cmdline" "/proc/$PPID/environ" "/proc/$PPID/cmdline" |
	tr '\0' '\n' >"$EDIT_LOG.seen"
cp "$file" "$EDIT_LOG.text"
eval "$EDIT"
END
chmod +x "$work/editors/pen"
export EDIT_LOG=$work/edited EDITOR=$work/editors/pen EDIT='echo written by hand >"$file"'
to_answer=$'idle\nsend 2\nsend s\nsend \\e\nsend g\nsend \\r\nsend \\x0e'

copies() { # what is left of the copies anywhere
	grep -rlE --exclude='kept-*' 'topsecret|written by hand' "$HOME" "$XDG_RUNTIME_DIR" "$work/shared" 2>/dev/null
	find "$HOME" "$XDG_RUNTIME_DIR" -name '*.md' ! -name 'kept-*' -o -name 'edit-*'
}
reset() {
	cp "$work/before.db" "$GROEI_STORE"
	rm -rf "$EDIT_LOG" "$EDIT_LOG.seen" "$EDIT_LOG.text" "$HOME" "$work/shared"
	mkdir -m 700 "$HOME"
}
shell() { # the command that asks for notes, in a terminal; then the lines on standard input
	drive "$work/log" "$GROEI" conversation answer amir others-say >"$work/said"
}
screen() {
	drive "$work/log" "$GROEI" >"$work/said"
}
edit_once() { # front end
	if [ "$1" = shell ]; then
		shell <<<'end 5000'
	else
		screen <<END
$to_answer
send \\x0f
until test -e $EDIT_LOG.text
send \\x13
send \\x11
end 5000
END
	fi
}
looked_after() { # front end, place
	grep -q '^count 1$' "$EDIT_LOG"
	result $? "$1, $2: the editor gets the file and nothing else" "$(cat "$EDIT_LOG" "$work/said")"
	same "$1, $2: the copy is 0600 in 0700" "modes 700 600 0077" "$(grep ^modes "$EDIT_LOG")"
	[ -s "$EDIT_LOG.seen" ] && ! grep -E 'topsecret|Amir \$' "$EDIT_LOG.seen" >"$work/scan"
	result $? "$1, $2: no record is in arguments or environment" "$(cat "$work/scan")"
	same "$1, $2: no copy is left" '' "$(copies)"
	same "$1, $2: what was written is in the store" 1 "$(sql "$GROEI_STORE" \
		"SELECT count(*) FROM answer WHERE text = 'written by hand'")"
}

for front in shell screen; do
	reset
	edit_once $front
	looked_after $front 'runtime folder'
	grep -q "^file $XDG_RUNTIME_DIR/" "$EDIT_LOG"
	result $? "$front: the copy is in the runtime folder" "$(cat "$EDIT_LOG")"

	reset
	mkdir -m 1777 "$work/shared"
	XDG_RUNTIME_DIR=$work/shared edit_once $front
	grep -q "^file $work/shared/[^/]*/[^/]*\$" "$EDIT_LOG"
	same "$front: a folder of everybody is not used" 1 $?
	looked_after $front 'no runtime folder'

	reset
	EDIT='printf "by way of another file\n" >"$file.new"; mv "$file.new" "$file"; touch "${file%/*}/.text.swp"
		echo written by hand >"$file"' edit_once $front
	looked_after $front 'an editor that leaves things'

	for wrong in 'exit 3' 'kill -9 $$' 'rm "$file"' 'ln -sf /etc/passwd "$file"' 'rm "$file"; mkfifo "$file"' \
		'head -c 3000000 /dev/zero | tr "\0" x >"$file"' 'rm "$file"; mkdir "$file"'; do
		reset
		EDIT=$wrong edit_once $front
		same "$front: $wrong: nothing changed" '2 0' "$(sql "$GROEI_STORE" \
			"SELECT count(*) || ' ' || (SELECT count(*) FROM draft) FROM answer
			WHERE text = 'topsecret answer'")"
		same "$front: $wrong: no copy is left" '' "$(copies)"
	done

	# Ends while the editor is open, one of them deaf to it.
	for signal in 15 1; do
		for ears in '' 'trap "" TERM HUP;'; do
			reset
			begin=
			[ $front = shell ] || begin="$to_answer"$'\nput \\x0f'
			EDIT="$ears exec 3<>$work/never; read -u 3 line; read -u 3 line" $front <<END
$begin
until test -e $EDIT_LOG.text
signal $signal
end 4000
END
			grep -q '^ended' "$work/said"
			result $? "$front: signal $signal ends it beside an editor${ears:+ that is deaf}" \
				"$(cat "$work/said")"
			same "$front: signal $signal: no copy is left${ears:+ by a deaf editor}" '' "$(copies)"
		done
	done

	# Killed with its editor: the next start of the screens clears up.
	reset
	EDIT='kill -9 $PPID; kill -9 $$' edit_once $front
	screen <<'END'
idle
send \x11
end 5000
END
	same "$front: after kill -9 the next start leaves no copy" '' "$(copies)"
done

# No shell between.
reset
for command in "touch $work/x;" "\$(touch $work/x)" "\`touch $work/x\`" "true; touch $work/x" \
	"true && touch $work/x" "true|touch $work/x" "true>$work/x" "~/x" "\"open quote" ''; do
	for variable in EDITOR VISUAL; do
		env "$variable=$command" PATH="$work/bin:$PATH" timeout 20 \
			drive "$work/log" "$GROEI" conversation answer amir others-say >"$work/said" <<'END'
until true
signal 15
end 4000
END
	done
done
same 'no command in $EDITOR or $VISUAL is run by a shell' '' "$(ls "$work/x" "$work/name" 2>/dev/null)"
reset
mkdir -p "$work/with blank"
cp "$work/editors/pen" "$work/with blank/pen"
EDITOR="'$work/with blank/pen' --wait" shell <<<'end 5000'
grep -qx 'argument --wait' "$EDIT_LOG" && grep -q '^count 2' "$EDIT_LOG"
result $? 'quoted words and options of the editor are kept' "$(cat "$EDIT_LOG" "$work/said")"

# A vim is told to keep nothing.
for front in shell screen; do
	for name in vim vi nvim; do
		reset
		if [ $name = vi ]; then
			cp "$work/editors/pen" "$work/editors/vim.basic" && ln -sf vim.basic "$work/editors/vi"
		else
			cp "$work/editors/pen" "$work/editors/$name"
		fi
		EDITOR=$work/editors/$name edit_once $front
		grep -qx 'argument -n' "$EDIT_LOG" && grep -q 'nobackup.*noundofile' "$EDIT_LOG" &&
			grep -qx 'argument NONE' "$EDIT_LOG"
		result $? "$front: $name leaves no swap, backup, undo, viminfo" "$(cat "$EDIT_LOG")"
	done
done
finish
