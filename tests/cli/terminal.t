What was stored cannot reach the terminal; a full output is an error, a closed one is not.

  $ groei init --me sanne --name Sanne >/dev/null && groei person add amir Amir >/dev/null
  $ evil=$(printf 'a\033[31mb\007c\302\233d\342\200\256e\342\201\246f\330\234')
  $ groei goal add amir "$evil" --why "$(printf 'x\033]0;pwned\007y')" | cut -c 17- | od -An -c | grep -c 033
  0
  [1]
  $ groei goal list | LC_ALL=C grep -c "$(printf '[\033\007]')"
  0
  [1]
  $ groei goal list | LC_ALL=C grep -c "$(printf '\302\233\|\342\200\256\|\342\201\246')"
  0
  [1]
  $ groei goal list --json | jq -r '.[0].title' | od -An -tx1 | tr -d '\n'; echo
   61 1b 5b 33 31 6d 62 07 63 c2 9b 64 e2 80 ae 65 e2 81 a6 66 d8 9c 0a
  $ groei goal list --json | LC_ALL=C grep -c "$(printf '[\033\007\302\342]')"
  0
  [1]
  $ groei goal list --json | grep -o '\\u[0-9a-f]*' | tr '\n' ' '; echo
  \u001b \u0007c \u009bd \u202ee \u2066f \u061c \u001b \u0007 (eol)
  $ groei goal show "$(groei goal list --json | jq -r '.[0].id')" | LC_ALL=C grep -c "$(printf '\033')"
  0
  [1]
  $ groei "$evil" 2>&1 | LC_ALL=C grep -c "$(printf '\033')"
  0
  [1]
  $ groei goal list --person "$evil" 2>&1 | LC_ALL=C grep -c "$(printf '\033')"
  0
  [1]
  $ groei history | LC_ALL=C grep -c "$(printf '\033')"
  0
  [1]
  $ groei today | LC_ALL=C grep -c "$(printf '\033')"
  0
  [1]
  $ groei prep amir | LC_ALL=C grep -c "$(printf '\033')"
  0
  [1]
  $ printf 'id: "\033[31m"\n' > evil.yaml; groei template check evil.yaml 2>&1 | LC_ALL=C grep -c "$(printf '\033')"
  0
  [1]

Colours only when asked for or on a terminal.

  $ groei --color always goal list | LC_ALL=C grep -c "$(printf '\033')"
  1
  $ groei --color never goal list | LC_ALL=C grep -c "$(printf '\033')"
  0
  [1]

Full: every verb that prints says so.

  $ for verb in today "prep amir" "person list" "goal list --json" history help paths "template list" "template show growth" "completion bash" "help --man" --version; do groei $verb > /dev/full 2>/dev/null; echo "$? $verb"; done
  6 today
  6 prep amir
  6 person list
  6 goal list --json
  6 history
  6 help
  6 paths
  6 template list
  6 template show growth
  6 completion bash
  6 help --man
  6 --version
  $ groei today > /dev/full
  groei: output: No space left on device, make room or choose another place
  [6]

Closed: quiet.

  $ set -o pipefail; groei help | head -n 1; echo "${PIPESTATUS[0]}"
  groei keeps track of 1-on-1 development conversations.
  0
  $ for i in 1 2 3 4 5 6 7 8; do groei history --json; groei help --man; done | head -c 1
  [ (no-eol)

Closed standard files never become the store.

  $ groei action add amir "from the dark" <&- >&- 2>&-; groei action list --json | jq -r '.[].title'
  from the dark
  $ head -c 15 data/groei/groei.db; echo
  SQLite format 3
  $ stat -c '%a %n' data/groei data/groei/groei.db
  700 data/groei
  600 data/groei/groei.db

An empty file that lay there open to all becomes a store for oneself only.

  $ mkdir there && : > there/empty.db && chmod 666 there/empty.db && groei --store there/empty.db init --me x --name X >/dev/null
  $ stat -c %a there/empty.db
  600
  $ groei --store "" today
  groei: --store: has no value, write it behind the option
  [2]
