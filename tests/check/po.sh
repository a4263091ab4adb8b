#!/bin/sh
# The Dutch translation is complete: no missing, fuzzy or obsolete sentence, formats alike. Prints
# TAP. "po.sh merge" instead brings data/po/nl.po up to date with the source (make po).
set -u
cd "$(dirname "$0")/../.." || exit 1
failed=0
po=data/po/nl.po
folder=$(mktemp -d "${TMPDIR:-/tmp}/groei-po-XXXXXX") || exit 1
trap 'rm -rf "$folder"' EXIT
pot=$folder/groei.pot

find src include -name '*.[ch]' | LC_ALL=C sort >"$folder/files"
xgettext --from-code=UTF-8 --language=C --keyword --keyword=_ --keyword=N_ --keyword=P_:1,2 \
	--flag=P_:1:pass-c-format --flag=P_:2:pass-c-format --flag=_:1:pass-c-format \
	--add-comments=Translators --sort-by-file --add-location=file --no-wrap \
	--package-name=groei --output="$pot" --files-from="$folder/files" || exit 1
[ -f "$pot" ] || printf 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n' >"$pot"
sed -i 's/charset=CHARSET/charset=UTF-8/' "$pot"

# The labels of keys are sentences too.
sed -n 's/^[^#].*[[:space:]]#[[:space:]]*\(.*\)$/_("\1")/p' data/keys.conf |
	xgettext --from-code=UTF-8 --language=C --keyword=_ --no-location --output="$folder/keys.pot" - &&
	msgcat --use-first --no-wrap --output-file="$folder/both.pot" "$pot" "$folder/keys.pot" &&
	mv "$folder/both.pot" "$pot" || exit 1

if [ "${1:-}" = merge ]; then
	[ -f "$po" ] || msginit --no-translator --locale=nl --input="$pot" --output-file="$po"
	msgmerge --quiet --no-fuzzy-matching --no-wrap --add-location=file --sort-by-file \
		--output-file="$folder/nl.po" "$po" "$pot" || exit 1
	msgattrib --no-obsolete --no-wrap --add-location=file \
		--output-file="$folder/new.po" "$folder/nl.po" || exit 1
	sed '/^"POT-Creation-Date:/d' "$folder/new.po" >"$po"
	msgfmt --statistics --output-file=/dev/null "$po"
	exit
fi

result() { # number label file with what is wrong
	if [ -s "$3" ]; then
		failed=1
		echo "not ok $1 - po: $2"
		head -n 60 "$3" | sed 's/^/# /'
	else
		echo "ok $1 - po: $2"
	fi
}

sentences() { # prints the msgids of a catalogue; those of several lines by their first
	msgcat --no-wrap --no-location "$1" 2>/dev/null | awk '
		pending && /^"/ {print "msgid " $0}
		{pending = 0}
		/^msgid ""$/ {pending = 1; next}
		/^msgid/'
}

if [ ! -f "$po" ]; then
	echo "not ok 1 - po: there is no $po"
	echo 1..1
	exit 1
fi
msgmerge --quiet --no-fuzzy-matching --no-wrap --output-file="$folder/merged.po" "$po" "$pot" \
	2>"$folder/merge" || exit 1
msgattrib --no-wrap --untranslated --no-obsolete "$folder/merged.po" >"$folder/untranslated.po"
sentences "$folder/untranslated.po" >"$folder/missing"
result 1 'every sentence is there in Dutch' "$folder/missing"
msgattrib --no-wrap --only-fuzzy --no-obsolete "$po" >"$folder/fuzzy.po"
sentences "$folder/fuzzy.po" >"$folder/fuzzy"
result 2 'no fuzzy sentence' "$folder/fuzzy"
msgattrib --no-wrap --only-obsolete "$folder/merged.po" | sed -n 's/^#~ msgid/msgid/p' >"$folder/obsolete"
result 3 'no sentence that the program lost' "$folder/obsolete"
msgfmt --check --output-file=/dev/null "$po" 2>"$folder/format" && : >"$folder/format"
result 4 'formats and header are right' "$folder/format"
echo 1..4
exit $failed
