# Every verb of the program's help with words that work, for tests that go through all of them; read
# with ". verbs.sh" after lib.sh. Nouns, verbs, their words and options come from the help, so a new row
# of the tables is found by itself; what the rules below do not cover is reported by its name.

declare -A ids

usage() { # a line for each verb: "noun verb WORDS"
	GROEI_STORE=$work/none "$GROEI" --json help | sed -nE 's/.*"usage": "groei ([^"]*)".*/\1/p'
}

# How a record comes about on which a verb can be used, where adding one is not enough: command lines, {}
# stands for its id. "sql": what only somebody else could do.
recipe() { # noun verb
	case "$1 $2" in
	'moment share') echo 'moment add amir words --shared no' ;;
	'moment team') echo 'moment add sanne words --kind lesson' ;;
	'moment outcome') echo 'moment add amir words --kind experiment' ;;
	'moment reply') echo 'moment add amir words --kind wish' ;;
	'learning answer')
		echo 'learning propose amir words'
		echo "sql UPDATE learning SET proposed_by_id = (SELECT id FROM person WHERE handle = 'amir') WHERE id = {}"
		;;
	'learning finish' | 'learning stop' | 'learning debrief')
		echo 'learning add amir words --starts 2026-02-02'
		echo 'learning begin {} 2026-02-02'
		[ "$2" != debrief ] || echo 'learning finish {} 2026-02-20'
		;;
	'conversation miss')
		echo '--today 2026-02-10 conversation plan cas 2026-02-17'
		;;
	'conversation acknowledge') echo 'conversation log bo --day 2026-02-20 --next none' ;;
	'absence end') echo 'absence add bo 2026-02-27' ;;
	'checkpoint '*) echo 'learning add amir words --starts 2026-03-16 --ends 2026-03-20' ;;
	'reflection remove') echo 'reflect --template checkin --answer how-are-you=fine' ;;
	'feedback read') return 1 ;;
	'feedback '*)
		echo "person add ${2}er Colleague"
		case $2 in
		decline)
			echo 'feedback ask bo --from sanne'
			echo "sql UPDATE reflection SET state = 'draft' WHERE id = {}"
			;;
		send)
			echo 'feedback ask amir --from sanne'
			echo "sql UPDATE reflection SET state = 'draft' WHERE id = {}"
			echo 'reflect {} --answer peer-strength=calm'
			;;
		*) echo "feedback ask sanne --from ${2}er" ;;
		esac
		case $2 in
		consent) echo "sql UPDATE reflection SET state = 'waiting' WHERE id = {}" ;;
		share) echo "sql UPDATE reflection SET state = 'published' WHERE id = {}" ;;
		esac
		;;
	*' reopen')
		echo "$1 add amir words"
		echo "$1 done {}"
		;;
	*) return 1 ;;
	esac
}

# Makes a record by command lines on standard input; prints its id. False when one of them fails.
make() { # noun
	local table=$1 line id='' before
	[ "$table" != feedback ] || table=reflection
	before=$(sql "$GROEI_STORE" "SELECT id FROM $table" | paste -s -d ,)
	while read -r line; do
		line=${line//\{\}/$id}
		case $line in
		'sql '*) sql "$GROEI_STORE" "${line#sql }" || return ;;
		*)
			# shellcheck disable=SC2086
			"$GROEI" $line >/dev/null 2>"$work/err" </dev/null || return
			;;
		esac
		[ -n "$id" ] ||
			id=$(sql "$GROEI_STORE" "SELECT id FROM $table WHERE id NOT IN (${before:-0}) ORDER BY id LIMIT 1")
	done
	grep . <<<"$id"
}

# Records on which every verb can be used: two of each noun that can be added, one for its verbs and one
# for what hangs on it, and those of the recipes. Needs the records of fill_store.
learn_ids() {
	local line noun verb missing=
	ids=()
	"$GROEI" person add cas Cas >/dev/null && "$GROEI" person add dora Dora >/dev/null
	while read -r -a line; do
		noun=${line[0]} verb=${line[1]:-}
		if recipe "$noun" "$verb" >"$work/recipe"; then
			ids[$noun:$verb]=$(make "$noun" <"$work/recipe") || missing+="$noun $verb: $(cat "$work/err")"$'\n'
			continue
		fi
		case $noun:$verb in
		person:add | team:add) ;; # found by their handles
		conversation:add) ids[conversation]=$(sql "$GROEI_STORE" "SELECT id FROM conversation WHERE state = 'planned'") ;;
		*:add)
			for place in "$noun.below" "$noun"; do
				times=(2026-02-02 2026-02-04 2026-03-20)
				[ "$place" != "$noun" ] || times=(2026-02-09 2026-02-11 2026-03-27)
				fill_words "$noun" add "${line[@]:2}" || continue
				ids[$place]=$(make "$noun" <<<"${words[*]}") || missing+="$noun add: $(cat "$work/err")"$'\n'
			done
			;;
		esac
	done < <(usage | sort -k 2,2 -s) # add before what needs it
	times=(2026-01-12 2026-01-13 2026-04-03)
	if [ -n "${ids[feedback:form]:-}" ]; then
		"$GROEI" feedback form "${ids[feedback:form]}" "$work/filled.md" >/dev/null
		sed -i 's/^Answer:$/Answer: calm/' "$work/filled.md"
	fi
	sed 's/^id: growth$/id: mine/' "$here/../../data/templates/growth.yaml" >"$work/mine.yaml"
	same 'there are records of every noun to use the verbs on' '' "$missing"
}

stands_for() { # noun verb placeholder: prints the words
	case $1:$2:$3 in
	person:add:HANDLE) echo noor ;;
	person:remove:HANDLE | person:leave:HANDLE) echo dora ;; # nothing is planned with her
	team:add:HANDLE) echo south ;;
	team:*:HANDLE | team:*:'HANDLE|ID') echo north ;;
	conversation:*:'[DAY…]') echo 2026-03-09 ;;
	conversation:*:'HANDLE|ID') grep . <<<"${ids[conversation:$2]:-${ids[conversation]:-}}" ;;
	conversation:postpone:DATE) echo "${times[2]}" ;;
	absence:end:HANDLE) echo bo ;;
	absence:end:*) echo 2026-03-01 ;;
	template:*:ID | *:TEMPLATE) echo growth ;;
	template:*:FILE) echo "$work/mine.yaml" ;;
	*:GOAL | *:'[GOAL]') grep . <<<"${ids[goal.below]:-}" ;;
	history:*:'[ID]') grep . <<<"${ids[goal]:-}" ;;
	reflect:*:'[ID]' | reflection:*:ID) grep . <<<"${ids[reflection:remove]:-}" ;;
	learning:answer:*) [ "$3" = ID ] && echo "${ids[learning:answer]:-}" || echo yes ;;
	learning:*:'[DATE…]') echo 2026-02-27 ;;
	feedback:form:FILE) echo "$work/form.md" ;;
	feedback:read:FILE) echo "$work/filled.md" ;;
	*:ID | *:'[ID]') grep . <<<"${ids[$1:$2]:-${ids[$1]:-}}" ;;
	*:HANDLE | *:'HANDLE|ID' | *:'[HANDLE]') echo amir ;;
	*:STARTS | *:'[STARTS]') echo "${times[0]}" ;;
	*:ENDS | *:'[ENDS]') echo "${times[1]}" ;;
	*:DAY | *:DATE | *:'[DAY…]' | *:'[DATE…]' | *:'[DUE…]' | *:'[WHEN…]') echo 2026-03-20 ;;
	*:QUESTION) echo energy-sources ;;
	*:'[NAME…]' | *:NAME) echo 'Some Name' ;;
	*:'[UNTIL]') echo "${times[2]}" ;;
	*:*TITLE* | *:*TEXT* | *:*WORDS* | *:*REASON* | *:*SUPPORT*) echo 'some words' ;;
	*:STAGE) echo practising ;;
	moment:outcome:OUTCOME) echo learned ;;
	heard:become:OUTCOME) echo note ;;
	*:'[NOUN]') echo goal ;;
	*:'[COMMAND…]') echo 'action add' ;;
	*:'[DIR]') echo "$work/demo" ;;
	*) return 1 ;;
	esac
}

# The first that the completion offers for a word: a stage, an outcome, a shell.
offered() { # the words before it
	"$GROEI" complete "$@" '' | head -n 1 | cut -f 1 | grep .
}

# Options without which a verb has nothing to do: for edit, the first field that all texts or days fit.
also() { # noun verb
	local option
	case "$1 $2" in
	'assignment add') echo "--starts ${times[0]}" ;;
	'feedback ask') echo '--from bo' ;;
	'feedback read') echo '--yes' ;;
	'progress add' | 'goal check') echo '--level 5' ;;
	'action reagree') echo '--reason late' ;;
	'person move') echo '--cadence 3w' ;;
	'conversation edit') echo '--energy 6' ;;
	'init ') echo "--store $work/other/store.db --me sanne --name Sanne" ;;
	*' edit')
		for option in title name text note ends starts; do
			if "$GROEI" --json help "$1" edit | grep -q "\"$option\""; then
				case $option in
				ends) echo '--ends 2026-02-12' ;;
				starts) echo '--starts 2026-02-01' ;;
				*) echo "--$option Other" ;;
				esac
				return
			fi
		done
		return 1
		;;
	esac
}

# Sets words: the command line of a verb. False when nothing here stands for one of its words.
fill_words() { # noun verb placeholder …
	local noun=$1 verb=$2 word
	shift 2
	words=(${noun:+"$noun"} ${verb:+"$verb"})
	for word; do
		[ "$word" != '[--option' ] || break
		# shellcheck disable=SC2207
		words+=($(stands_for "$noun" "$verb" "$word" || offered "${words[@]}")) || return
	done
	# shellcheck disable=SC2207
	words+=($(also "$noun" "$verb")) || return
}

# Sets verbs: one command line for each verb. Those that open screens are left to the screen tests.
collect_verbs() {
	local line words noun verb unknown=
	verbs=()
	while read -r -a line; do
		noun=${line[0]} verb=
		case $noun in start | demo) continue ;; esac
		set -- "${line[@]:1}"
		if [[ ${1:-} =~ ^[a-z]+$ ]]; then
			verb=$1
			shift
		fi
		fill_words "$noun" "$verb" "$@" || unknown+="${line[*]}"$'\n'
		verbs+=("${words[*]}")
	done < <(usage)
	same 'the tests know how to use every verb' '' "$unknown"
	[ "${#verbs[@]}" -ge 90 ]
	result $? "verbs are found in the help: ${#verbs[@]}"
}
