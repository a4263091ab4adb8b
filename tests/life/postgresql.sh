#!/usr/bin/env bash
# The life of the team in a PostgreSQL database of its own, on the server of GROEI_TEST_POSTGRESQL.
#
#   postgresql.sh make           makes and fills the database; its URI lands in $HOME/uri
#   postgresql.sh run ARGS…      runs groei on it
#   postgresql.sh drop           takes it away
set -euo pipefail
: "${HOME:?}"

sql() { psql -qX -d "$GROEI_TEST_POSTGRESQL" -v ON_ERROR_STOP=1 -c "$1"; }

case $1 in
make)
	: "${GROEI_TEST_POSTGRESQL:?start a server with tests/server.sh and put its URI there}"
	name=groei_life_$$
	sql "CREATE DATABASE $name TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'"
	echo "$name" >"$HOME/database"
	sed "s#^\(postgres[a-z]*://[^/?]*\)\(/[^?]*\)\{0,1\}#\1/$name#" <<<"$GROEI_TEST_POSTGRESQL" >"$HOME/uri"
	GROEI_STORE=$(cat "$HOME/uri") "$(dirname "$0")/team.sh"
	;;
run)
	shift
	GROEI_STORE=$(cat "$HOME/uri") exec groei "$@"
	;;
drop) sql "DROP DATABASE $(cat "$HOME/database") WITH (FORCE)" ;;
esac
