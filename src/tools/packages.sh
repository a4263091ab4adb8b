#!/bin/sh
# Installs the Debian packages that are missing; usage: packages.sh build|test|bench
# Says nothing when all are there. Elsewhere than on Debian it names what is needed and goes on.
set -u

build='gcc libc6-dev pkg-config gettext libncurses-dev libsqlite3-dev libyaml-dev
	libunistring-dev libpq-dev'
test="$build clang libclang-rt-dev llvm libcmocka-dev libvterm-dev postgresql strace jq"
bench="$build valgrind strace sqlite3 taskwarrior libvterm-dev"

case ${1:-} in
build) wanted=$build ;;
test) wanted=$test ;;
bench) wanted=$bench ;;
*)
	echo 'usage: packages.sh build|test|bench' >&2
	exit 2
	;;
esac

if ! command -v apt-get >/dev/null 2>&1; then
	for tool in cc pkg-config msgfmt; do
		command -v "$tool" >/dev/null 2>&1 || echo "groei: needed and not found: $tool" >&2
	done
	for library in ncursesw sqlite3 yaml-0.1; do
		pkg-config --exists "$library" 2>/dev/null || {
			echo "groei: this system has no apt-get; install with headers: ncursesw, sqlite3," \
				'libyaml, libunistring, libpq, gettext' >&2
			break
		}
	done
	exit 0
fi

missing=
for package in $wanted; do
	[ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] ||
		missing="$missing $package"
done
[ -n "$missing" ] || exit 0

root=
if [ "$(id -u)" != 0 ]; then
	root=sudo
	if ! command -v sudo >/dev/null 2>&1; then
		echo "groei: packages are missing; as root: apt-get install$missing" >&2
		exit 0
	fi
fi
echo "groei: installing$missing" >&2

install_missing() {
	# shellcheck disable=SC2086
	said=$($root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends \
		-o Dpkg::Use-Pty=0 $missing </dev/null 2>&1)
}
update() { $root apt-get update -qq </dev/null; }

# The server package would make and start a database cluster of its own; the tests need only its
# programs. This setting stands only while it is installed for the first time.
setting=/etc/postgresql-common/createcluster.d/groei.conf
case $missing in
*postgresql*)
	if [ -e /etc/postgresql-common/createcluster.conf ]; then
		setting=
	else
		$root mkdir -p "${setting%/*}"
		echo 'create_main_cluster = false' | $root tee "$setting" >/dev/null
	fi
	;;
*) setting= ;;
esac
forget_setting() {
	[ -z "$setting" ] || { $root rm -f "$setting" && $root rmdir "${setting%/*}" 2>/dev/null; }
}
trap forget_setting EXIT

# shellcheck disable=SC2086
apt-cache show $missing >/dev/null 2>&1 || update
install_missing || { update && install_missing; } || {
	echo "$said" >&2
	echo "groei: could not install$missing" >&2
	exit 1
}
