Prefixes, options anywhere, configuration, help and completion.

  $ groei --version
  groei 0.1.0
  $ groei init --me sanne --name Sanne >/dev/null && groei person add amir "Amir Haddad" >/dev/null
  $ groei g a amir Learn SQL --sta need | sed 's/goal [a-z]*/goal CODE/'
  Added goal CODE: Learn SQL.
  $ groei goal --json list | jq length
  1
  $ groei goal list --json | jq length
  1
  $ groei --json goal list | jq length
  1
  $ groei goal add amir -- --json | sed 's/goal [a-z]*/goal CODE/'
  Added goal CODE: --json.
  $ groei goal add amir --title --json | sed 's/goal [a-z]*/goal CODE/'
  Added goal CODE: --json.

--language before the noun is that of messages, behind person add that of the person.

  $ groei person add jef Jef --language en --json | jq -r .language
  en
  $ groei person edit jef --language nl --json | jq -r .language
  nl

Help comes from the tables, and every option that it names is taken.

  $ for name in $(groei help | sed -n 's/^  --\([a-z]*\).*/\1/p'); do groei "--$name=x" help 2>&1 | grep 'no such option'; done; groei help | grep -c '^  --'
  11

  $ groei help goal
    groei goal add HANDLE [TITLE…] [--option …]         Adds a learning goal.
    groei goal list [--option …]                        Lists goals that are open.
    groei goal show ID                                  Shows a goal with progress of both sides, support, evidence and its timeline.
    groei goal edit ID [--option …]                     Changes a goal.
    groei goal remove ID                                Removes a goal nothing hangs on.
    groei goal move ID STAGE [--option …]               Moves a goal to another stage; “confident” needs evidence and the employee's confidence.
    groei goal check ID [--option …]                    Records how a goal stands, for your own side.
    groei goal need ID SUPPORT… [--option …]            Records what is needed for a goal: it becomes a promise of the lead.
  $ groei goal move --help | head -n 8
  groei goal move ID STAGE [--option …]
    Moves a goal to another stage; “confident” needs evidence and the employee's confidence.
  (eol)
  Words
    ID              the code of a record, or its first four letters and more
    STAGE           need|planned|learning|practising|applying|confident|stalled|dropped|lesson
  (eol)
  Options
  $ groei help team add | sed -n '/^Options$/,/^$/p'
  Options
    --name TEXT                 Name of the team
    --handle HANDLE             Short unique name to type: small letters, digits, . _ -
    --parent HANDLE             Handle of the team it belongs to
    --lead HANDLE               Handle of the person who leads it
    --cadence 2w|1m|…           How often its people have a conversation: 2w, 1m, 10d
  (eol)
  $ groei help nothing
  groei: nothing: no such command, “groei help” lists them
  [2]
  $ groei help --man | head -n 3
  .TH GROEI 1 "" "groei 0.1.0"
  .SH NAME
  groei \- track 1\-on\-1 development conversations

Completion.

  $ complete_last() { groei complete -- "$@" | cut -f 1 | tr '\n' ' '; echo; }
  $ complete_last g
  goal (eol)
  $ complete_last goal ""
  add list show edit remove move check need (eol)
  $ complete_last goal add a
  amir (eol)
  $ complete_last goal add amir x --st
  --stage --step --step-by --store (eol)
  $ complete_last goal add amir x --stage c
  confident (eol)
  $ complete_last conversation plan amir --template g
  growth (eol)
  $ complete_last prep ""
  amir jef sanne (eol)
  $ complete_last --la
  --language (eol)
  $ eval "$(groei completion bash)"; COMP_WORDS=(groei goal mo); COMP_CWORD=2; _groei; echo "${COMPREPLY[@]}"
  move
  $ GROEI_STORE=none.db groei complete -- person show ""

The configuration file.

  $ mkdir -p config/groei; printf '# mine\nstore = ~/second.db\nlanguage = en\n\n' > config/groei/config
  $ groei init --me jan >/dev/null; groei paths --json | jq -r .store | sed 's/.*home/~/'
  ~/second.db
  $ groei --store data/groei/groei.db person list --json | jq length
  3
  $ printf 'language = en\ncolour = never\n' > config/groei/config; groei today 2>&1 | sed 's/.*home/~/'
  ~/config/groei/config:2: unknown key “colour”, known are store, as, language, color, mouse
  $ printf 'language = klingon\n' > config/groei/config; groei today 2>&1 | sed 's/.*home/~/'
  ~/config/groei/config:1: language = klingon: expected nl|en
  $ printf 'nonsense\n' > config/groei/config; groei today 2>&1 | sed 's/.*home/~/'; groei --version
  ~/config/groei/config:1: no “=” here, write lines such as: language = nl
  groei 0.1.0
  $ rm config/groei/config

  $ groei help configuration | head -4
  The file $XDG_CONFIG_HOME/groei/config, else ~/.config/groei/config, holds lines
  such as “language = nl”; # begins a comment. Options and the environment go
  before it.
  (eol)
  $ groei help config --json | jq -r '.[].key' | xargs
  store as language color mouse
  $ mkdir -p config/groei; printf 'mouse = sometimes\n' > config/groei/config; groei --language nl today 2>&1 | sed 's/.*home/~/'; rm config/groei/config
  ~/config/groei/config:1: mouse = sometimes: verwacht on|off

A report that cannot be written: what was saved is saved, what only looks has failed.

  $ groei action add amir "Ask the works council" > /dev/full; echo $?; groei action list --match council --json | jq length
  groei: action add: saved, but the report of it could not be written: No space left on device
  0
  1
  $ groei --json action add amir "Ask once more" > /dev/full
  {"warning": {"message": "action add: saved, but the report of it could not be written: No space left on device"}}
  $ groei action list > /dev/full
  groei: output: No space left on device, make room or choose another place
  [6]

A store in a place of its own, by option and by environment.

  $ groei --store here.db init --me els >/dev/null; GROEI_STORE=here.db groei person list --json | jq -r '.[].handle'
  els
  $ GROEI_STORE=here.db groei --store data/groei/groei.db person list --json | jq length
  3

The sample team.

  $ groei demo sample | sed 's/ in .*//'
  The sample team is
  $ groei --store sample/groei.db person list --json | jq length
  9
  $ groei demo sample >/dev/null && groei --store sample/groei.db person list --json | jq length
  9

Templates are checked with line and column.

  $ cat > mine.yaml <<'END'
  > id: mine
  > version: one
  > knid: x
  > END
  $ groei template check mine.yaml 2>&1 | grep -E '^(groei: )?mine.yaml:[0-9]+:[0-9]+: ' | grep -o 'mine.yaml:[23]:[0-9]*'
  mine.yaml:2:10
  mine.yaml:3:1
  $ groei template check mine.yaml --json 2>/dev/null | jq -c '[.valid, (.errors | length > 1)]'
  [false,true]
  $ groei template check none.yaml
  groei: none.yaml: cannot be read: No such file or directory
  [3]
