#!/usr/bin/env bash
# R4: on a full disk commands fail with one sentence, nothing is lost or half saved, and the screens
# keep the text and save it as soon as there is room.
if [ -z "${FAULT_MOUNTS:-}" ]; then
	# In a space of its own a small disk can be mounted, and is gone with the last process.
	export FAULT_MOUNTS=own
	unshare -m true 2>/dev/null && exec unshare -m "$0"
	unshare -rm true 2>/dev/null && exec unshare -rm "$0"
	# Neither works (below a changed root, say): then right here, where the end unmounts it.
fi
. "${0%/*}/lib.sh"
need sql drive

disk=$work/disk
mkdir "$disk"
mount -t tmpfs -o size=4000k,mode=700 tmpfs "$disk"
result $? 'a small disk is there'
trap 'umount -l "$disk"; clean_up' EXIT
export GROEI_STORE=$disk/groei/store.db

fill() { # KiB that stay free
	dd if=/dev/zero of="$disk/filler" bs=1k 2>/dev/null
	truncate -s "-${1}k" "$disk/filler"
}

fill 0
refused 'a store is not made on a full disk' 6 'full|space' "$GROEI" init --me sanne --name Sanne
same 'and nothing is left of it' '' "$(find "$disk/groei" -type f 2>/dev/null)"

left='' made=0 told=0
for room in 0 40 200 400 3600; do
	rm -rf "$disk/filler" "$disk/demo"
	mkdir -m 700 "$disk/demo"
	fill "$room"
	run "$GROEI" demo "$disk/demo"
	case $code in
	0) made=$((made + 1)) ;;
	6) told=$((told + 1)) left+=$(find "$disk/demo" -type f) ;;
	*) left+="$room: $code $err"$'\n' ;;
	esac
done
same 'of a sample that does not fit nothing is left' '' "$left"
[ $made -ge 1 ] && [ $told -ge 3 ]
result $? "both happened: $made made, $told told"
rm -rf "$disk/filler" "$disk/demo"

"$GROEI" init --me sanne --name Sanne >/dev/null && "$GROEI" person add amir --name Amir >/dev/null &&
	"$GROEI" conversation plan amir >/dev/null
result $? 'with room it is made'
fill 0
before=$(cksum <"$GROEI_STORE")
refused 'an action is not saved on a full disk' 6 'full|space' "$GROEI" action add amir 'a promise'
same 'and nothing changed' "$before" "$(cksum <"$GROEI_STORE")"
run "$GROEI" today
same 'reading goes on' 0 "$code"
same 'nothing new lies beside the store' "$GROEI_STORE" "$(find "$disk/groei" -type f)"

printf 'a note of some length %030000d\n[ ] one\n[ ] two\n' 0 >"$work/note"
wrong='' saved=0 told=0
for room in $(seq 0 24 480); do
	rm -f "$disk/filler"
	fill "$room"
	run bash -c 'exec "$0" conversation log sanne --as amir --notes - <"$1"' "$GROEI" "$work/note"
	run bash -c 'exec "$0" conversation log amir --notes - --next none <"$1"' "$GROEI" "$work/note"
	case $code in
	0) saved=$((saved + 1)) ;;
	6) told=$((told + 1)) ;;
	*) wrong+="$room: $code $err"$'\n' ;;
	esac
	[ "$(sql "$GROEI_STORE" 'PRAGMA integrity_check')" = ok ] || wrong+="$room: damaged"$'\n'
	[ "$(count conversation "state = 'held'")" = "$saved" ] &&
		[ "$(count action)" = $((2 * saved)) ] || wrong+="$room: not what was said"$'\n'
done
same 'with ever more room: saved whole, or told and not at all' '' "$wrong"
[ "$saved" -gt 2 ] && [ "$told" -gt 2 ]
result $? "both happened: $saved saved, $told told"
rm -f "$disk/filler"
sound 'the store is whole'
rm -r "$disk/groei"

"$GROEI" init --me sanne --name Sanne >/dev/null && "$GROEI" person add amir --name Amir >/dev/null &&
	"$GROEI" conversation plan amir >/dev/null
full="until dd if=/dev/zero of=$disk/filler bs=1k 2>/dev/null; test -s $disk/filler"
room="until rm $disk/filler"
drive "$work/log" "$GROEI" >"$work/said" <<END
idle
send 2
send s
send \\r
$full
send kept through it
until grep -qE 'full|space' $work/log
send  and more
$room
until sql $GROEI_STORE "SELECT text FROM draft" | grep -q "kept through it and more"
$full
send \\e
until test \$(grep -oE 'full' $work/log | wc -l) -ge 2
send \\r
send  to the end
$room
send \\e
until sql $GROEI_STORE "SELECT text FROM answer" | grep -q "kept through it and more to the end"
send \\x11
end 5000
END
same 'the screens keep the text on a full disk and save it later' 'ended 0' "$(grep -v '^cpu' "$work/said")"
same 'as answer, and the draft is gone' '1 0' "$(count answer) $(count draft)"

# The same for a form that is saved: it stays open with what was typed.
drive "$work/log" "$GROEI" >"$work/said" <<END
idle
send 2
send t
send call Noor
$full
send \\x13
until grep -qE 'full|space' $work/log
$room
send \\x13
until test "\$(sql $GROEI_STORE 'SELECT title FROM action')" = 'call Noor'
send \\x11
end 5000
END
same 'a form stays open on a full disk and is saved later' 'ended 0' "$(grep -v '^cpu' "$work/said")"

sound 'the store is whole after the screens'
finish
