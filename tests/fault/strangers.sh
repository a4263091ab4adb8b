#!/usr/bin/env bash
# R10: what is not a store of this version is refused with one sentence that names it and says what
# to do; it stays as it is, and nothing appears beside it. Also: a store that may only be read, and
# one that another program holds.
. "${0%/*}/lib.sh"
need sql

new_store
good=$GROEI_STORE
cp "$good" "$work/held.db"
{
	sql -h "$work/held.db" timeout 60 "$GROEI" --store "$work/held.db" action add amir x \
		>"$work/held.said" 2>&1
	echo $? >"$work/held.code"
} &
holder=$!
folder=$work/strange
mkdir -m 700 "$folder"

# What is in a folder: names, kinds, modes, sizes, times of change, contents of files.
picture() {
	find "$1" -printf '%p %y %m %s %T@ %l\n' | sort
	find "$1" -type f -exec cat {} + | cksum
}

# Every kind of command meets the store: reading, writing, making one, screens.
meets() { # name codes pattern path
	local before
	before=$(picture "$folder")
	export GROEI_STORE=$4
	refused "$1: reading is refused" "$2" "$3" "$GROEI" today
	refused "$1: reading as JSON is refused" "$2" "$3" "$GROEI" --json action list 2>&1
	refused "$1: writing is refused" "$2" "$3" "$GROEI" action add amir 'a promise'
	refused "$1: making a store there is refused" "$2" "$3" "$GROEI" init --me sanne --name Sanne
	run timeout 20 script -qec "'$GROEI'" "$work/typescript"
	[[ $code =~ ^($2)$ ]]
	result $? "$1: the screens do not open" "$code: $out"
	same "$1: it stays as it is, alone" "$before" "$(picture "$folder")"
}

sql "$folder/foreign.db" "CREATE TABLE note (text); INSERT INTO note VALUES ('mine');
	PRAGMA application_id = 4711" new >/dev/null
meets 'a file of another program' 6 "foreign.db.*(--store|backup)" "$folder/foreign.db"
rm "$folder"/*

sql "$folder/plain.db" "CREATE TABLE note (text); INSERT INTO note VALUES ('mine')" new >/dev/null
meets 'an SQLite file of nobody' 6 "plain.db.*(--store|backup)" "$folder/plain.db"
rm "$folder"/*

cp "$good" "$folder/newer.db"
sql "$folder/newer.db" "UPDATE store_setting SET value = '999' WHERE name = 'schema'" >/dev/null
meets 'a store from a newer groei' 6 'newer.db.*999.*(upgrade|update|newer)' "$folder/newer.db"
rm "$folder"/*

for bytes in 1 15 100 4096 40000; do
	head -c "$bytes" "$good" >"$folder/cut.db"
	meets "a store cut off at $bytes bytes" 6 "cut.db.*(--store|backup)" "$folder/cut.db"
	rm "$folder"/*
done

head -c 20000 /dev/zero | tr '\0' '\377' >"$folder/noise.db"
meets 'a file of noise' 6 "noise.db.*(--store|backup)" "$folder/noise.db"
printf 'Dear diary\n' >"$folder/noise.db"
meets 'a text' 6 "noise.db.*(--store|backup)" "$folder/noise.db"
rm "$folder"/*

mkdir "$folder/folder.db"
meets 'a folder' 6 'folder.db.*folder' "$folder/folder.db"
rmdir "$folder/folder.db"

cp "$good" "$folder/real.db"
ln -s real.db "$folder/link.db"
meets 'a symbolic link' 6 'link.db.*link' "$folder/link.db"
rm "$folder"/*
ln -s nowhere.db "$folder/link.db"
meets 'a link to nothing' 6 'link.db.*link' "$folder/link.db"
rm "$folder"/*

mkfifo "$folder/pipe.db"
meets 'a named pipe' 6 'pipe.db' "$folder/pipe.db"
rm "$folder"/*

: >"$folder/empty.db"
before=$(picture "$folder")
GROEI_STORE=$folder/empty.db
refused 'an empty file is no store' '3|6' 'init' "$GROEI" today
refused 'an empty file is not written to' '3|6' 'init' "$GROEI" action add amir 'a promise'
same 'an empty file stays empty' "$before" "$(picture "$folder")"
rm "$folder"/*

GROEI_STORE=$folder/absent/store.db
refused 'where there is no store reading says how to make one' 3 'init' "$GROEI" today
refused 'where there is no store writing says how to make one' 3 'init' \
	"$GROEI" action add amir 'a promise'
same 'nothing was made' '' "$(ls -A "$folder")"

# Damage behind a sound beginning: an answer of some kind, but no signal and no rewriting.
cp "$good" "$folder/hurt.db"
size=$(stat -c %s "$good")
GROEI_STORE=$folder/hurt.db
hurt=
for at in $(seq 4096 8192 $((size - 1))); do
	cp "$good" "$folder/hurt.db"
	tail -c "+$at" "$GROEI" | head -c 3000 | dd of="$folder/hurt.db" bs=1 seek="$at" conv=notrunc status=none
	for words in 'today' 'person list' 'action list' 'history' 'action add amir x' 'undo'; do
		# shellcheck disable=SC2086
		run timeout 20 "$GROEI" $words
		[ "$code" -le 7 ] || hurt+="$at $words: $code $err"$'\n'
	done
done
same 'a damaged store never crashes groei' '' "$hurt"
rm -rf "${folder:?}"/*

# What lies beside the store under the names that SQLite uses is not followed.
for ending in journal wal shm; do
	cp "$good" "$folder/beside.db"
	echo 'not yours' >"$work/victim"
	ln -s "$work/victim" "$folder/beside.db-$ending"
	GROEI_STORE=$folder/beside.db run "$GROEI" action add amir x
	same "a link named -$ending is not written through" 'not yours' "$(cat "$work/victim")"
	[ "$code" = 0 ] || [ "$code" = 6 ]
	result $? "a link named -$ending: saved, or told" "$code $err"
	rm -f "$folder"/*
done

# As somebody without rights to it. Tests often run as root, for whom every file is open.
if [ "$(id -u)" = 0 ]; then
	chmod 755 "$work" && chmod 777 "$folder"
	other=(setpriv --reuid 65534 --regid 65534 --clear-groups env HOME=/nonexistent
		XDG_RUNTIME_DIR=/nonexistent)
	give() { chown -R 65534:65534 "$@"; }
	cp "$GROEI" "$work/groei" && GROEI=$work/groei # the checkout may be closed to others
else
	other=(env)
	give() { :; }
fi
cp "$good" "$folder/store.db"
export GROEI_STORE=$folder/store.db
give "$folder"
chmod 000 "$folder/store.db"
before=$(cksum <"$good")
refused 'an unreadable store is refused' 6 'store.db.*[Pp]ermission' "${other[@]}" "$GROEI" today
chmod 400 "$folder/store.db" && chmod 500 "$folder"
run "${other[@]}" "$GROEI" person list
same 'a store that may only be read is read' 0 "$code"
refused 'a store that may only be read is not written' 6 'store.db.*([Pp]ermission|only be read)' \
	"${other[@]}" "$GROEI" action add amir 'a promise'
chmod 700 "$folder" && chmod 600 "$folder/store.db"
same 'neither changed it' "$before" "$(cksum <"$folder/store.db")"
same 'and nothing is beside it' store.db "$(ls -A "$folder")"

wait "$holder"
same 'a store that another program holds: try again' 5 "$(cat "$work/held.code")"
same 'which is said in one line that names it' 1 "$(grep -c 'held.db.*try again' "$work/held.said")"
same 'and afterwards it is as before' "$(cksum <"$good")" "$(cksum <"$work/held.db")"
finish
