#!/bin/sh
# A private PostgreSQL server for the tests, reachable only through a socket in its own folder.
#
#   server.sh start DIR   makes the cluster in DIR, starts it, prints the URI of its database groei
#   server.sh stop DIR    stops it and removes DIR
#
# Runs as the user postgres when started by root, else as the caller. DIR must be new or empty,
# short (a socket's path has at most 107 bytes) and made of plain characters.
set -eu

say() {
	echo "server.sh: $*" >&2
	exit 1
}

usage="usage: server.sh start|stop DIR"
[ $# -eq 2 ] || say "$usage"
case $2 in
/*) dir=$2 ;;
*) dir=$PWD/$2 ;;
esac
case $dir in
*[!A-Za-z0-9/._-]*) say "$dir: plain characters only" ;;
esac
[ ${#dir} -le 85 ] || say "$dir: too long for a socket"

find_programs() {
	for bin in "$(pg_config --bindir 2>/dev/null || true)" $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null |
		sort -t / -k 5 -n -r) "$(dirname "$(command -v initdb || echo /none/initdb)")"; do
		[ -x "$bin/initdb" ] && [ -x "$bin/pg_ctl" ] && return
	done
	say "no PostgreSQL server found, install the package postgresql"
}

as_server() {
	if [ "$(id -u)" -eq 0 ]; then
		(cd / && HOME=$dir exec setpriv --reuid=postgres --regid=postgres --clear-groups "$@")
	else
		"$@"
	fi
}

start() {
	[ -z "$(ls -A "$dir" 2>/dev/null)" ] || say "$dir is not empty"
	mkdir -p "$dir"
	chmod 755 "$dir"
	[ "$(id -u)" -ne 0 ] || chown postgres "$dir"
	as_server test -w "$dir" || say "$dir: the user of the server may not write there"
	as_server "$bin/initdb" -D "$dir/data" -U groei -A trust -E UTF8 --locale=C --no-sync \
		>"$dir/initdb.log" 2>&1 || { cat "$dir/initdb.log" >&2; say "initdb failed"; }
	as_server sh -c 'cat >>"$1"' sh "$dir/data/postgresql.conf" <<CONF
listen_addresses = ''
unix_socket_directories = '$dir'
unix_socket_permissions = 0700
fsync = off
full_page_writes = off
synchronous_commit = off
wal_level = minimal
max_wal_senders = 0
wal_retrieve_retry_interval = '100ms'
shared_buffers = '16MB'
max_connections = 50
max_locks_per_transaction = 256
max_pred_locks_per_transaction = 512
CONF
	as_server "$bin/pg_ctl" -D "$dir/data" -l "$dir/server.log" -s -w start </dev/null >&2 ||
		{ cat "$dir/server.log" >&2; say "the server did not start"; }
	as_server "$bin/createdb" -h "$dir" -U groei groei || { stop; say "no database was made"; }
	echo "postgresql:///groei?host=$dir&user=groei"
}

stop() {
	[ -f "$dir/data/PG_VERSION" ] || say "$dir holds no server"
	if [ -f "$dir/data/postmaster.pid" ]; then
		as_server "$bin/pg_ctl" -D "$dir/data" -s -m immediate -w stop >&2
	fi
	rm -rf "$dir"
}

find_programs
case $1 in
start) start ;;
stop) stop ;;
*) say "$usage" ;;
esac
