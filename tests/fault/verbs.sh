# Every verb of the program's help with words that work, for tests that go through all of them; read
# with ". verbs.sh" after lib.sh. Nouns, verbs, their words and options come from the help, so a new row
# of the tables is found by itself; what the rules below do not cover is reported by its name.

declare -A ids

usage() { # the lines of the help: "groei noun verb WORDS"
	GROEI_STORE=$work/none "$GROEI" help | sed -nE 's/^  groei ([a-z].*)$/\1/p' | sed -E 's/ {2,}.*//'
}

# What a record must be for a verb, as options of its add; about whoever asks where it starts with "mine".
kind_for() { # noun verb
	case "$1 $2" in
	'moment share') echo '--shared no' ;;
	'moment team') echo 'mine --kind lesson' ;;
	'moment outcome') echo '--kind experiment' ;;
	'moment reply') echo '--kind wish' ;;
	*) return 1 ;;
	esac
}

# Records of every noun that can be added, two of each: one for its verbs, one for what hangs on it; one
# more for a verb that wants a kind of its own, and a closed one for the verb that opens again. Needs the
# records of fill_store.
learn_ids() {
	local noun verb kind missing=
	times=('2026-02-02 2026-02-04' '2026-02-09 2026-02-11')
	ids=()
	for noun in $(usage | sed -nE 's/^([a-z]+) add .*/\1/p'); do
		case $noun in
		person | team) continue ;; # found by their handles
		conversation) ids[$noun]=$(sql "$GROEI_STORE" "SELECT id FROM conversation WHERE state = 'planned'") ;;
		*)
			ids[$noun.below]=$(sample "$noun")
			ids[$noun]=$(sample "$noun")
			;;
		esac
		[ -n "${ids[$noun]}" ] || missing+="$noun add"$'\n'
		for verb in $(usage | sed -nE "s/^$noun ([a-z]+) .*/\1/p"); do
			if kind=$(kind_for "$noun" "$verb"); then
				ids[$noun:$verb]=$(sample "$noun" "$kind")
			elif [ "$verb" = reopen ]; then
				ids[$noun:$verb]=$(sample "$noun")
				"$GROEI" "$noun" done "${ids[$noun:$verb]}" >/dev/null || missing+="$noun done"$'\n'
			fi
		done
	done
	times=('2026-01-12 2026-01-13')
	sed 's/^id: growth$/id: mine/' "$here/../../data/templates/growth.yaml" >"$work/mine.yaml"
	same 'there are records of every noun to use the verbs on' '' "$missing"
}

sample() { # noun [options]: adds one, prints its id; runs in a shell of its own
	local line words=() whose=amir options=${2:-}
	[[ $options != mine* ]] || whose=sanne options=${options#mine}
	read -r -a line < <(usage | grep "^$1 add ")
	[ -z "${ids[$1.below]:-}" ] || times=("${times[1]}")
	fill_words "$1" add "${line[@]:2}" || return
	# shellcheck disable=SC2086
	run "$GROEI" --json "${words[@]}" $options
	grep -oE '"id": ?"[a-z0-9]+"' <<<"$out" | cut -d '"' -f 4 | head -n 1
}

stands_for() { # noun verb placeholder: prints the words
	local day=${times[0]% *} end=${times[0]#* }
	case $1:$2:$3 in
	person:add:HANDLE) echo noor ;;
	person:remove:HANDLE) echo bo ;;
	team:add:HANDLE) echo south ;;
	team:*:HANDLE | team:*:'HANDLE|ID') echo north ;;
	conversation:*:'[DAY…]') echo 2026-03-09 ;;
	conversation:*:'HANDLE|ID') echo "${ids[conversation]}" ;;
	template:*:ID | *:TEMPLATE) echo growth ;;
	template:*:FILE) echo "$work/mine.yaml" ;;
	*:GOAL | *:'[GOAL]') echo "${ids[goal.below]}" ;;
	history:*:'[ID]' | :history:'[ID]') echo "${ids[goal]}" ;;
	*:ID | *:'[ID]') grep . <<<"${ids[$1:$2]:-${ids[$1]:-}}" ;;
	*:HANDLE | *:'HANDLE|ID' | *:'[HANDLE]') echo "${whose:-amir}" ;;
	*:STARTS | *:'[STARTS]') echo "$day" ;;
	*:ENDS | *:'[ENDS]') echo "$end" ;;
	*:DAY | *:DATE | *:'[DAY…]' | *:'[DATE…]' | *:'[DUE…]' | *:'[WHEN…]') echo 2026-03-20 ;;
	*:QUESTION) echo energy-sources ;;
	*:'[NAME…]' | *:NAME) echo 'Some Name' ;;
	*:*TITLE* | *:*TEXT* | *:*WORDS* | *:*REASON*) echo 'some words' ;;
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
	'assignment add') echo "--starts ${times[0]% *}" ;;
	'conversation edit') echo '--energy 6' ;;
	'init ') echo "--store $work/other/store.db --me sanne --name Sanne" ;;
	*' edit')
		for option in title name text ends starts; do
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
