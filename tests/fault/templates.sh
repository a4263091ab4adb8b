#!/usr/bin/env bash
# S4, S5: template files made to choke a reader are refused in the space and time of a small one,
# with the place of the fault; nothing but regular files of that folder is read.
. "${0%/*}/lib.sh"

mkdir "$work/t"
cp "$here/../../data/templates/growth.yaml" "$work/t/fine.yaml"
sed -i 's/^id: .*/id: fine/' "$work/t/fine.yaml"
head='id: x
version: 1
format: growth
'
make_bombs() {
	cd "$work/t" || exit 1
	{
		printf '%sa0: &a0 [x, x, x, x, x, x, x, x, x]\n' "$head"
		for i in 1 2 3 4 5 6 7 8 9; do
			echo "a$i: &a$i [*a$((i - 1)), *a$((i - 1)), *a$((i - 1)), *a$((i - 1)), *a$((i - 1))]"
		done
	} >aliases.yaml
	{ printf '%stitle: ' "$head" && head -c 100000 /dev/zero | tr '\0' '['; } >brackets.yaml
	{ printf '%stitle: ' "$head" && head -c 100000 /dev/zero | tr '\0' '{'; } >braces.yaml
	{ printf '%stitle:\n' "$head" && for i in $(seq 1 600); do printf '%*s- \n' "$i" ''; done; } >steps.yaml
	{ printf '%stitle: ' "$head" && yes -- '- ' | head -n 60000 | tr -d '\n'; } >dashes.yaml
	{ printf '%s' "$head" && for i in $(seq 12000); do echo "k$i: &a$i v"; done; } >anchors.yaml
	{ printf '%s' "$head" && for i in $(seq 20000); do echo "k$i: v"; done; } >keys.yaml
	{ printf '%s' "$head" && yes -- '---' | head -n 50000; } >documents.yaml
	{ printf '%s? ' "$head" && yes -- '? ' | head -n 60000 | tr -d '\n'; } >questions.yaml
	{ printf '%stitle: "' "$head" && head -c 250000 /dev/zero | tr '\0' '\\'; } >escapes.yaml
	{ printf '%stitle: !!' "$head" && head -c 200000 /dev/zero | tr '\0' 't'; } >tag.yaml
	{ printf '%s' '%TAG ! ' && head -c 200000 /dev/zero | tr '\0' 't'; } >directive.yaml
	{ printf '%s' "$head" && head -c 200000 /dev/zero | tr '\0' '#'; } >comment.yaml
	{ printf '%s' "$head" && head -c 200000 /dev/zero; } >nuls.yaml
	{ printf '%s' "$head" && head -c 200000 /dev/urandom; } >noise.yaml
	printf '\377\376i\0d\0:\0 \0x\0\n\0' >utf16.yaml
	truncate -s 100M sparse.yaml
	{ cat fine.yaml && yes '# padding that goes on and on' | head -c 100000000; } >large.yaml
	cd - >/dev/null || exit 1
}
make_bombs
run "$GROEI" template check "$work/t/fine.yaml"
same 'a fine template is fine' 0 "$code"

# What a fine one takes, the limits allow plus 8 MiB; a second of the processor bounds the time.
within() { # KiB command …
	(
		ulimit -v "$1" && ulimit -t 2 && shift
		exec "$@"
	)
}
low=4096 high=1048576
while [ $((high - low)) -gt 512 ]; do
	middle=$(((low + high) / 2))
	if within "$middle" "$GROEI" template check "$work/t/fine.yaml" >/dev/null 2>&1; then
		high=$middle
	else
		low=$middle
	fi
done
for file in "$work"/t/*.yaml; do
	name=${file##*/}
	[ "$name" != fine.yaml ] || continue
	run within $((high + 8192)) "$GROEI" template check "$file"
	[ "$code" = 4 ] && [ "$(cat "$work/out" "$work/err" | wc -l)" -lt 120 ] &&
		grep -qE "$name(:[0-9]+:[0-9]+)?: " "$work/out" "$work/err"
	result $? "$name is refused within $((high + 8192)) KiB" \
		"$code"$'\n'"$(head -c 2000 "$work/err" "$work/out")"
done

# In a folder of templates they do not hide the good ones.
export XDG_CONFIG_HOME=$work/config
mkdir -p "$work/config/groei"
cp -r "$work/t" "$work/config/groei/templates"
rm "$work/config/groei/templates/large.yaml"
ln -s /etc/passwd "$work/config/groei/templates/link.yaml"
mkfifo "$work/config/groei/templates/pipe.yaml"
mkdir "$work/config/groei/templates/folder.yaml"
ln -s /dev/zero "$work/config/groei/templates/zero.yaml"
run timeout 20 "$GROEI" template list
[ "$code" = 0 ] && grep -q growth "$work/out" && grep -q fine "$work/out"
result $? 'the good ones are listed beside them' "$code $err"
run timeout 20 "$GROEI" template show fine
same 'and shown' 0 "$code"
for name in link zero; do
	refused "the link $name.yaml is not followed" '3|4|6' '' timeout 20 "$GROEI" template show $name
done
for name in ../../../etc/passwd /etc/passwd .. . '' 'a/b' '%2e%2e' "$(printf '%0300d' 0)"; do
	refused "a template called ${name:0:30}" '[234]' '' "$GROEI" template show "$name"
done
for file in "$work/config/groei/templates/pipe.yaml" "$work/config/groei/templates/folder.yaml" \
	/dev/zero /nonexistent/x.yaml "$work/config/groei/templates/link.yaml"; do
	run timeout 20 "$GROEI" template check "$file"
	[[ $code =~ ^[346]$ ]] && [ -n "$err$out" ]
	result $? "checking ${file##*/} is refused" "$code: $err $out"
done
finish
