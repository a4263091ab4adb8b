# Every verb of the program's help with words that work, for tests that go through all of them; read
# with ". verbs.sh" after lib.sh. A new verb is found by itself; a placeholder that nothing here
# stands for is reported by the tests, so that no verb is left out in silence.

# Values for the placeholders of the help; needs the records of fill_store.
learn_ids() {
	goal=$(id_of goal) action=$(id_of action)
	ended=$("$GROEI" --json action add amir 'done already' | grep -oE '"id": ?"[a-z0-9]+"' | cut -d '"' -f 4)
	"$GROEI" action done "$ended" >/dev/null
	conversation=$(sql "$GROEI_STORE" "SELECT id FROM conversation WHERE state = 'planned'")
	sed 's/^id: growth$/id: mine/' "$here/../../data/templates/growth.yaml" >"$work/mine.yaml"
	[ -n "$goal" ] && [ -n "$action" ] && [ -n "$conversation" ]
	result $? 'there are records to use the verbs on'
}

stands_for() { # noun verb placeholder: prints the words
	case $1:$2:$3 in
	person:add:HANDLE) echo noor ;;
	team:add:HANDLE) echo south ;;
	team:*:HANDLE | team:*:'HANDLE|ID') echo north ;;
	conversation:plan:'[DAY…]' | conversation:add:'[DAY…]') echo 2026-03-09 ;;
	*:plan:HANDLE | *:log:HANDLE | *:start:HANDLE | *:prep:HANDLE) echo amir ;;
	conversation:*:'HANDLE|ID' | conversation:*:ID) echo "$conversation" ;;
	goal:*:ID) echo "$goal" ;;
	action:reopen:ID) echo "$ended" ;;
	action:*:ID) echo "$action" ;;
	template:*:ID) echo growth ;;
	template:*:FILE) echo "$work/mine.yaml" ;;
	person:remove:HANDLE) echo bo ;;
	*:HANDLE | *:'HANDLE|ID') echo amir ;;
	*:STAGE | *:'[STAGE]') echo practising ;;
	*:QUESTION) echo energy-sources ;;
	*:'[NAME…]' | *:NAME) echo 'Some Name' ;;
	*:'[TITLE…]' | *:'[TEXT…]' | *:TITLE | *:TEXT) echo 'some words' ;;
	*:'bash|zsh|fish') echo bash ;;
	*:'[NOUN]') echo goal ;;
	*:'[ID]') echo "$goal" ;;
	*:'[COMMAND…]') echo 'action add' ;;
	*:'[DIR]') echo "$work/demo" ;;
	*) return 1 ;;
	esac
}

# Options without which a verb has nothing to do.
also() { # words of the verb
	case $1 in
	'person edit' | 'team edit') echo '--name Other' ;;
	'goal edit' | 'action edit') echo '--title other' ;;
	'conversation edit') echo '--energy 6' ;;
	'init') echo "--store $work/other/store.db --me sanne --name Sanne" ;;
	esac
}

# Sets verbs: one command line for each verb. Those that open screens are left to the screen tests.
collect_verbs() {
	local line word words noun verb unknown=
	verbs=()
	while read -r -a line; do
		words= noun= verb=
		for word in "${line[@]:1}"; do
			case $word in
			'[--option'*) break ;;
			*[[:upper:]]* | bash\|zsh\|fish)
				word=$(stands_for "$noun" "$verb" "$word") || unknown+="${line[*]}"$'\n'
				words+=" $word"
				;;
			*)
				if [ -z "$noun$verb" ]; then noun=$word; else verb=$word; fi
				words+=" $word"
				;;
			esac
		done
		case " $words " in *' start '* | *' demo '*) continue ;; esac
		words=${words# }
		verbs+=("$words $(also "$(cut -d ' ' -f 1,2 <<<"$words")")")
	done < <(GROEI_STORE=$work/none "$GROEI" help | sed -nE 's/^  (groei [a-z].*)$/\1/p' |
		sed -E 's/ {2,}.*//')
	same 'the tests know how to use every verb' '' "$unknown"
	[ "${#verbs[@]}" -ge 30 ]
	result $? "verbs are found in the help: ${#verbs[@]}"
}
