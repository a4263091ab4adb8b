# What the fault tests share; read by them with ". lib.sh", not a test of its own.
#
# Each script prints TAP. It gets GROEI (the program) and BUILD (its folder) and works in a private
# folder, $work, with a home of its own and a frozen day. What must be awaited is polled with a
# deadline; nothing sleeps.
set -u
here=$(cd "${BASH_SOURCE[0]%/*}" && pwd)
GROEI=$(realpath -e "${GROEI:-$here/../../build/groei}") || exit 1
BUILD=$(realpath "${BUILD:-${GROEI%/*}}") || exit 1
work=$(mktemp -d "${TMPDIR:-/tmp}/groei-fault-XXXXXX") || exit 1
for name in $(compgen -e GROEI_) VISUAL EDITOR NO_COLOR; do
	unset "$name"
done
export GROEI BUILD HOME="$work/home" XDG_RUNTIME_DIR="$work/run" LC_ALL=C.UTF-8 LANGUAGE=en TZ=UTC
export TERM=xterm-256color GROEI_TODAY=2026-03-02 GROEI_STORE="$work/data/store.db"
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME XDG_CACHE_HOME
mkdir -m 700 "$HOME" "$XDG_RUNTIME_DIR"
tests=0 failed=0

clean_up() {
	local job
	for job in $(jobs -p); do kill "$job" 2>/dev/null; done
	chmod -R u+rwX "$work" 2>/dev/null
	rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 130' INT TERM HUP

say() { # text: as TAP comments, cut, control characters shown
	printf '%s\n' "$1" | head -n 20 | cut -c 1-300 | cat -v | sed 's/^/# /'
}

result() { # code name [detail]
	tests=$((tests + 1))
	if [ "$1" = 0 ]; then
		echo "ok $tests - $2"
	else
		failed=$((failed + 1))
		echo "not ok $tests - $2"
		[ -z "${3:-}" ] || say "$3"
	fi
}

check() { # name command …: succeeds
	local name=$1 output
	shift
	output=$("$@" 2>&1 </dev/null)
	result $? "$name" "$output"
}

same() { # name wanted got
	[ "$2" = "$3" ]
	result $? "$1" "wanted: $2"$'\n'"got: $3"
}

finish() {
	echo "1..$tests"
	[ "$failed" = 0 ]
	exit
}

# Runs a command; its exit code is in $code, what it wrote in $out and $err.
run() {
	"$@" >"$work/out" 2>"$work/err" </dev/null
	code=$?
	out=$(tr -d '\000' <"$work/out") err=$(tr -d '\000' <"$work/err")
}

# The command fails with this code, says nothing on standard output and one line on standard error
# that matches the extended pattern. A second pattern of codes ("5|6") is possible.
refused() { # name code pattern command …
	local name=$1 wanted=$2 pattern=$3
	shift 3
	run "$@"
	[[ $code =~ ^($wanted)$ ]] && [ -z "$out" ] && [ "$(wc -l <"$work/err")" = 1 ] &&
		[[ $err == 'groei: '* || $err == '{"error": '*'}' ]] && grep -qE -- "$pattern" "$work/err"
	result $? "$name" "wanted $wanted and one line like: $pattern"$'\n'"got $code: $err"$'\n'"$out"
}

# Builds the C helpers named, as $work/bin/NAME.
need() {
	local name
	mkdir -p "$work/bin"
	for name in "$@"; do
		cc -O1 -D_GNU_SOURCE -std=c11 -Wall -Wextra -o "$work/bin/$name" "$here/$name.c" -lsqlite3 \
			-lutil || exit 1
	done
	PATH=$work/bin:$PATH
}

# A store with Sanne, who asks, and Amir.
new_store() {
	rm -rf "$work/data"
	"$GROEI" init --me sanne --name 'Sanne de Vries' >/dev/null &&
		"$GROEI" person add amir --name 'Amir Haddad' >/dev/null || {
		result 1 'a store can be made'
		finish
	}
}

# Records of every kind, so that every verb has something to say.
fill_store() {
	new_store
	{
		"$GROEI" person add bo Bo
		"$GROEI" team add north Team North
		"$GROEI" goal add amir SQL for reports
		"$GROEI" action add amir Ask Noor by fri
		"$GROEI" conversation log amir --template growth --notes $'Went well\n[ ] @sanne book a room by fri' \
			--answer 'energy-sources=Solving outages' --energy 7 --day 2026-02-02
		"$GROEI" action add sanne Call Noor by tomorrow
	} >/dev/null || result 1 'the store can be filled'
}

id_of() { # noun: of its first record
	"$GROEI" "$1" list --json | grep -oE '"id": ?"[a-z0-9]+"' | cut -d '"' -f 4 | head -n 1
}

count() { # table [condition]
	sql "$GROEI_STORE" "SELECT count(*) FROM $1 WHERE ${2:-1}"
}

sound() { # name: the store is whole, and groei reads it
	local said
	said=$(sql "$GROEI_STORE" 'PRAGMA integrity_check; PRAGMA foreign_key_check')
	run "$GROEI" person list
	[ "$said" = ok ] && [ "$code" = 0 ]
	result $? "$1" "$said"$'\n'"$code $err"
}

await() { # seconds command …: until it succeeds
	local deadline=$((SECONDS + $1))
	shift
	until "$@" >/dev/null 2>&1; do
		[ "$SECONDS" -lt "$deadline" ] || return 1
	done
}
