#!/bin/sh
# No mutable state outside handles: the objects hold no variables of their own, but for the signal flags of
# the terminal. Prints TAP.
set -u
cd "$(dirname "$0")/../.." || exit 1
objects=${1:-build/obj}
found=$(find "$objects" -name '*.o' | LC_ALL=C sort | while read -r object; do
	objdump -t "$object" | awk -v object="${object#"$objects"/}" '
		/ O [.](data|bss|tdata|tbss|data[.]rel|data[.]rel[.]local)[ \t]/ {print object ": " $NF}'
done | grep -v -E '^tui/terminal[.]o: shared$')
count=$(find "$objects" -name '*.o' | wc -l)
if [ "$count" -gt 0 ] && [ -z "$found" ]; then
	echo "ok 1 - state: no variables at file scope"
	code=0
else
	echo "not ok 1 - state: no variables at file scope ($count objects)"
	echo "$found" | sed 's/^/# /'
	code=1
fi
echo 1..1
exit $code
