engines: sqlite postgresql
Every class of failure has its exit code and its one line, and changes nothing.

  $ groei init --me sanne --name Sanne >/dev/null && groei person add amir Amir >/dev/null && groei person add noor Noor >/dev/null

Wrong usage: 2.

  $ groei gaol add
  groei: gaol: no such command, did you mean “goal”?
  [2]
  $ groei goal addd
  groei: goal addd: no such command, did you mean “goal add”?
  [2]
  $ groei goal
  groei: goal: what to do is missing, use one of: add, list, show, edit, remove, move, check, need
  [2]
  $ groei t
  groei: t: could be today, team, template, write more letters
  [2]
  $ groei --frob
  groei: --frob: no such option, “groei help” lists them
  [2]
  $ groei goal list --frob
  groei: goal list: there is no --frob, “groei help goal list” shows the options
  [2]
  $ groei goal add amir x --stgae need
  groei: goal add: there is no --stgae, did you mean --stage?
  [2]
  $ groei goal add amir x --level 3
  groei: goal add: --level could be --level-from, --level-now, --level-to, write more letters
  [2]
  $ groei goal add amir x --why
  groei: goal add: --why has no value, write it behind the option
  [2]
  $ groei goal move abcd
  groei: goal move: stage is missing, write: groei goal move ID STAGE [--option …]
  [2]
  $ groei goal move abcd need more
  groei: goal move: “more” is one word too many, write: groei goal move ID STAGE [--option …]
  [2]
  $ groei goal move -x need
  groei: goal move: “-x” is no option, write -- before words that start so
  [2]
  $ groei goal list --all=yes
  groei: goal list: --all takes no value, leave “yes” out
  [2]
  $ groei --json=1 today
  groei: --json: takes no value, leave it out
  [2]
  $ groei today --store
  groei: --store: has no value, write it behind the option
  [2]
  $ groei --color blue today
  groei: --color: “blue”, write auto, always or never
  [2]
  $ groei --language xx today
  groei: --language: “xx” is not spoken here, write nl or en
  [2]
  $ groei start amir
  groei: start: needs a terminal, elsewhere use groei conversation log
  [2]
  $ groei
  groei: screens: they need a terminal, “groei help” lists the commands
  [2]
  $ groei completion tcsh
  groei: completion: no script for “tcsh”, there are bash, zsh and fish
  [2]
  $ groei goal edit amir
  groei: Goal: “amir” is no code, copy four letters or more from a list
  [3]

Not found: 3, with the nearest.

  $ groei goal add amri x
  groei: Person: nobody is called “amri”, did you mean amir?
  [3]
  $ groei --as nor today
  groei: Person: nobody is called “nor”, did you mean noor, .* (re)
  [3]
  $ groei goal show zzzz
  groei: Goal: “zzzz” is no code, copy four letters or more from a list
  [3]
  $ groei conversation show amir
  groei: amir: no conversation yet, plan one with “groei conversation plan amir”
  [3]
  $ groei conversation plan amir --template grwth
  groei: grwth: no such template, did you mean “growth”?
  [3]
  $ groei template show grwth
  groei: grwth: no such template, did you mean “growth”?
  [3]
  $ groei conversation plan amir >/dev/null; groei conversation answer amir energy-tody 3
  groei: energy-tody: no such question, did you mean “energy-today”?
  [3]

Invalid: 4, naming the field.

  $ groei goal add amir ""
  groei: Goal, Title: it may not be empty; What they want to learn, in a few words
  [4]
  $ groei goal add amir x --stage later
  groei: Goal, Stage: “later” is none of need, planned, learning, practising, applying, confident, stalled, dropped, lesson
  [4]
  $ groei goal add amir x --level-now 11
  groei: Goal, Level now: “11” does not fit, it is a whole number from 0 to 10
  [4]
  $ groei goal add amir x --step-by 2026-02-30
  groei: Goal, Step by: “2026-02-30”: there is no such day, write for instance 2026-12-01
  [4]
  $ groei goal add amir x --step-by 3/4
  groei: Goal, Step by: “3/4”: which is the day and which the month? write 2026-12-01 or 1 dec
  [4]
  $ groei person add "Amir H" x
  groei: Person, Handle: a handle is a small letter, then letters, digits, . _ or -, 32 at most
  [4]
  $ groei person add amir Again
  groei: Person, Handle: “amir” is somebody's already, choose another
  [4]
  $ groei person edit amir --cadence sometimes
  groei: Person, Rhythm: “sometimes” is no rhythm, say 10d, 2w or 1m
  [4]
  $ groei conversation plan amir 2026-13-01
  groei: Conversation, Day: “2026-13-01”: there is no such day, write for instance 2026-12-01
  [4]
  $ groei conversation log amir --day tomorrow --notes x
  groei: Conversation, Day: a talk that was held cannot lie ahead; give the day it was
  [4]
  $ groei conversation log noor --energy 11 --notes x
  groei: Conversation, Energy: “11” does not fit, it is a whole number from 1 to 10
  [4]
  $ printf 'caf\xe9' | groei goal add amir x --why -
  groei: Goal, Why: not valid UTF-8 at byte 4, save it as UTF-8 and try again
  [4]
  $ head -c 10000000 /dev/zero | tr '\0' a | groei goal add amir x --why -
  groei: Goal, Why: 1048577 bytes are too many, at most 1048576 fit
  [4]
  $ printf 'a\0b' | groei goal add amir x --why -
  groei: why: standard input is no text, it holds zero bytes
  [4]
  $ groei --today 2026-02-30 today
  groei: --today: “2026-02-30”: there is no such day, write for instance 2026-12-01
  [4]
  $ groei goal list --all --json
  []

Conflict: 5. Nothing to undo: 1.

  $ groei init --me again
  groei: store: it has an owner already; name another with --store
  [5]
  $ HOME=$PWD/other GROEI_STORE=$PWD/other.db groei init --me x >/dev/null; GROEI_STORE=$PWD/other.db groei undo >/dev/null 2>&1; GROEI_STORE=$PWD/other.db groei undo
  groei: undo: there is nothing to undo
  [1]

Store and file errors: 6, untouched.

  $ echo hello > not-a-store; groei --store not-a-store today 2>&1 | sed 's/(.*)/(…)/'; cat not-a-store
  groei: store not-a-store: not a groei store, or damaged (…), restore a backup or name another with --store
  hello
  $ ln -s other.db link.db; groei --store link.db today >/dev/null 2>&1
  [6]
  $ groei --store /proc/none/groei.db init --me x >/dev/null 2>&1
  [6]
  $ groei --store missing.db today; ls | grep missing
  groei: store missing.db: there is none yet, run “groei init --me HANDLE --name NAME” or open the screens with “groei”
  [1]
  $ groei --store bad.db init --me "Not A Handle"; ls | grep bad
  groei: Person, Handle: a handle is a small letter, then letters, digits, . _ or -, 32 at most
  [1]

Under --json an error is an object.

  $ groei goal add amir x --step-by 2026-02-30 --json
  {"error": {"status": "invalid", "field": "step_by", "message": "Goal, Step by: “2026-02-30”: there is no such day, write for instance 2026-12-01"}}
  [4]
  $ groei --json goal add amri x
  {"error": {"status": "not-found", "field": "person", "message": "Person: nobody is called “amri”, did you mean amir?"}}
  [3]
  $ groei gaol --json
  {"error": {"status": "usage", "field": null, "message": "gaol: no such command, did you mean “goal”?"}}
  [2]

A word that is empty is no word.

  $ groei goal add amir Presenting --json | jq -r .id > goal; groei goal move $(cat goal) learning >/dev/null; groei goal move $(cat goal) ""
  groei: Goal, Stage: it is none of the choices
  [4]
  $ groei goal show $(cat goal) --json | jq -r .stage
  learning
  $ groei goal list --stage ""
  groei: goal list: --stage has no value, write it behind the option
  [2]

The password of a store stands in no sentence.

  $ groei --store 'postgresql://me:secret@127.0.0.1:1/x?password=secret&sslpassword=secret' today 2>&1 | sed 's/(.*)/(…)/'
  groei: store postgresql://me@127.0.0.1:1/x: the database cannot be reached (…), check the address and the server
  $ groei --store 'postgresql://me:secret@127.0.0.1:1/x?password=secret' paths --json | jq -r .store
  postgresql://me@127.0.0.1:1/x
