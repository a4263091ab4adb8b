#!/bin/sh
# Writes C source that holds the given files; usage: embed.sh FILE … > embedded.c
# The names are those below data/: "templates/growth.yaml".
set -eu
printf '#include "core/embedded.h"\n\n'
n=0
for file in "$@"; do
	printf 'static const unsigned char file_%d[] = {\n' "$n"
	od -An -v -tx1 "$file" | sed 's/ \([0-9a-f][0-9a-f]\)/0x\1,/g'
	printf '0};\n'
	n=$((n + 1))
done
printf '\nconst struct embedded_file embedded_files[] = {\n'
n=0
for file in "$@"; do
	printf '\t{"%s", (const char *)file_%d, sizeof file_%d - 1},\n' "${file#data/}" "$n" "$n"
	n=$((n + 1))
done
printf '\t{0, 0, 0},\n};\n'
