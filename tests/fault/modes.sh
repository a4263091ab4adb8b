#!/usr/bin/env bash
# S8, S9: whatever the umask, the store is for its owner alone, and so is all that is made beside it;
# no core is dumped; standard files that are closed at the start are never mistaken for the store.
. "${0%/*}/lib.sh"
need sql

modes() { find "$1" -printf '%P %m\n' | sort | tr '\n' ';'; }

for mask in 000 022 077 777; do
	export XDG_DATA_HOME=$work/$mask
	unset GROEI_STORE
	(
		umask "$mask"
		"$GROEI" init --me sanne --name Sanne >/dev/null
		"$GROEI" action add sanne 'a promise' >/dev/null
	)
	same "under umask $mask the store is 0600 in 0700" ' 700;groei 700;groei/groei.db 600;' \
		"$(modes "$XDG_DATA_HOME")"
done
unset XDG_DATA_HOME
export GROEI_STORE=$work/data/store.db

new_store
chmod 600 "$GROEI_STORE"
before=$(cksum <"$GROEI_STORE")
ln -s store.db "$work/data/link.db"
refused 'a store behind a link is not opened' 6 'link' "$GROEI" --store "$work/data/link.db" \
	action add amir x
ln -s made.db "$work/data/dangling.db"
refused 'nor made behind one' 6 'link' "$GROEI" --store "$work/data/dangling.db" init --me x --name y
[ ! -e "$work/data/made.db" ]
result $? 'so nothing is made there'
same 'and nothing changed' "$before" "$(cksum <"$GROEI_STORE")"
rm "$work/data/link.db" "$work/data/dangling.db"

# While a transaction runs there is a journal with the old pages.
strace -f -e trace=openat -o "$work/trace" bash -c 'umask 000; exec "$0" action add amir x' "$GROEI" \
	>/dev/null
same 'the journal is made 0600' '0600' "$(grep -oE 'journal", [A-Z_|]*O_CREAT[A-Z_|]*, [0-7]+' \
	"$work/trace" | grep -oE '[0-7]+$' | sort -u)"
same 'nothing is written outside the folder of the store' '' \
	"$(grep -E 'O_(WRONLY|RDWR|CREAT)' "$work/trace" | grep -vE "\"$work/data/|\"/dev/|ENOENT" || :)"

# Reads its text from a pipe that stays open: time to look at it.
mkfifo "$work/pipe"
"$GROEI" conversation log amir --notes - <"$work/pipe" >/dev/null 2>&1 &
child=$!
exec 8>"$work/pipe"
core() { grep -qE '^Max core file size +0 +0 ' "/proc/$child/limits"; }
await 10 core
result $? 'a command that holds notes cannot dump core' "$(grep core "/proc/$child/limits")"
grep -q 'Seccomp\|State' "/proc/$child/status"
result $? 'it is alive meanwhile'
echo 'a secret' >&8
exec 8>&-
wait "$child"
same 'and ends well' 0 $?

# What fails to make a store leaves none.
export GROEI_STORE=$work/new/store.db
refused 'a store whose first person cannot be is not made' 4 '[Hh]andle' "$GROEI" init --me 'No body' --name x
same 'and leaves no file' '' "$(find "$work/new" -type f 2>/dev/null)"
export GROEI_STORE=$work/data/store.db

# Closed standard files, each combination, for reading and writing commands.
before=$(count action)
odd=''
for closed in '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
	for words in 'action add amir promise' 'action list' 'today' 'goal show nothing' 'nonsense' \
		'conversation log amir --notes -' '--version' 'help' 'init'; do
		bash -c "exec \"\$@\" $closed" bash "$GROEI" $words >/dev/null 2>&1 </dev/null
		code=$?
		[ "$code" -le 7 ] || odd+="$words $closed: $code"$'\n'
		[ "$(sql "$GROEI_STORE" 'PRAGMA integrity_check')" = ok ] || odd+="$words $closed: damaged"$'\n'
	done
done
same 'closed standard files end no command by a signal and damage nothing' '' "$odd"
[ "$(count action)" -ge "$before" ]
result $? 'no record went away'
grep -qaE 'groei: |Added action' "$GROEI_STORE"
same 'no message went into the store' 1 $?
sound 'the store is whole'
finish
