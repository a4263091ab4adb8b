#!/bin/sh
# Each public header compiles alone, in plain C11, with gcc and with clang. Prints TAP.
set -u
cd "$(dirname "$0")/../.." || exit 1
n=0 failed=0
for compiler in gcc clang; do
	for header in include/groei/*.h; do
		n=$((n + 1))
		name=${header#include/}
		if said=$(printf '#include <%s>\n#include <%s>\nextern int unused;\n' "$name" "$name" |
			$compiler -std=c11 -pedantic -Wall -Wextra -Wconversion -Wshadow -Wstrict-prototypes \
				-Werror -Iinclude -fsyntax-only -x c - 2>&1); then
			echo "ok $n - headers: $name alone with $compiler"
		else
			failed=1
			echo "not ok $n - headers: $name alone with $compiler"
			echo "$said" | sed 's/^/# /'
		fi
	done
done
echo "1..$n"
exit $failed
