#!/bin/sh
# No source file over 800 lines, nine functions in ten within 60. Prints TAP; files over 600 lines
# and functions over 60 lines as comments.
set -u
cd "$(dirname "$0")/../.." || exit 1
failed=0
find src include tests \( -name '*.[ch]' -o -name '*.sh' \) | sort | xargs wc -l |
	awk '$2 != "total" && $1 > 600 {print "# " $1 " lines: " $2; if ($1 > 800) over = 1} END {exit over}'
if [ $? = 0 ]; then echo "ok 1 - sizes: files within 800 lines"
else failed=1; echo "not ok 1 - sizes: files within 800 lines"; fi

# A function opens with "{" in the first column and closes with "}" there.
find src include -name '*.[ch]' | sort | xargs awk '
	FNR == 1 {start = 0}
	/^[A-Za-z_].*\(/ {name = $0; sub(/\(.*/, "", name); sub(/.*[ *]/, "", name)}
	/^\{/ {start = FNR}
	/^\}/ && start {
		all++
		if (FNR - start - 1 > 60) {
			long++
			print "# " FNR - start - 1 " lines: " FILENAME ":" start ": " name
		}
		start = 0
	}
	END {exit long * 10 > all}'
if [ $? = 0 ]; then echo "ok 2 - sizes: nine functions in ten within 60 lines"
else failed=1; echo "not ok 2 - sizes: nine functions in ten within 60 lines"; fi
echo 1..2
exit $failed
