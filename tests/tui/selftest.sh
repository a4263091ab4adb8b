#!/bin/sh
# The screen harness itself: what is right passes, and what is wrong is caught. The program under
# test is a few lines of shell. Usage: selftest.sh HARNESS. Prints TAP.
set -u
harness=$(realpath "$1") || exit 1
folder=$(mktemp -d "${TMPDIR:-/tmp}/groei-selftest-XXXXXX") || exit 1
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1
mkdir expected

cat >program <<'END'
#!/bin/sh
stty raw -echo
idle() { printf '\033]7770;idle=1\033\\'; }
printf '\033[?1049h\033[?2004h\033[?1h\033[1mbold\033[m plain \346\274\242\345\255\227|\r\n'
idle
while :; do
	c=$(dd bs=1 count=1 2>/dev/null)
	case $c in
	q) printf '\033[?1l\033[?2004l\033[?1049l'; stty sane; exit 3 ;;
	x) exit 4 ;;
	esac
	printf '%s' "$c" | tr '\033' '^'
	idle
done
END
chmod +x program

cat >right.tui <<'END'
size 30x4
run $GROEI
see bold plain 漢字|
see not missing
cursor 1 0
cursor visible
attr bold bold
attr 0 5 plain
expect first
keys abc
see abc
bytes 1
key Up
wait ^OA
paste one
wait [200~one
check test "$GROEI_TODAY" = 2026-03-02
key q
exit 3
restored
run $GROEI
kill STOP
stopped
kill KILL
exit KILL
run $GROEI
hangup
exit any
END

cat >wrong.tui <<'END'
size 30x4
run $GROEI
see missing
see not bold
cursor 0 0
cursor hidden
attr bold plain
attr plain bold
attr missing bold
keys ab
bytes 0
stopped
check false
expect first
key x
exit 3
restored
END

n=0 failed=0
result() { # label status
	n=$((n + 1))
	if [ "$2" = 0 ]; then
		echo "ok $n - selftest: $1"
	else
		failed=1
		echo "not ok $n - selftest: $1"
		sed 's/^/# /' tap
	fi
}
run() { GROEI=./program "$harness" "$1" >tap 2>&1; }
count() { grep -c "^$1" tap; }

UPDATE=1 run right.tui
result 'screens can be written' $?
printf '30x4 cursor 1,0\nbold plain 漢字|\n\n\n\n' | cmp -s - expected/right.first.txt
result 'a screen is text, wide characters once, blanks trimmed' $?
unset UPDATE
run right.tui
result 'what is right passes' $?
[ "$(count 'ok ')" = 17 ] && [ "$(count '1\.\.17$')" = 1 ]
result 'every expectation is counted' $?
echo other >expected/wrong.first.txt
run wrong.tui
[ $? = 1 ] && [ "$(count 'not ok ')" = 13 ] && [ "$(count 'ok ')" = 0 ]
result 'what is wrong fails, each by itself' $?
grep -q '^# left behind: alternate screen on, bracketed paste on, cursor keys' tap
result 'what a program leaves behind is named' $?
printf 'sh exit 1\nsee x\n' >broken.tui
run broken.tui
[ "$(count 'not ok ')" = 1 ] && [ "$(count '1\.\.1$')" = 1 ]
result 'a script that cannot go on fails' $?
echo "1..$n"
exit $failed
