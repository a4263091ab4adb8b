A long text that is missing opens the user's own editor on a terminal, in a private file, without a shell.

  $ groei init --me sanne --name Sanne >/dev/null && groei person add amir Amir >/dev/null
  $ cat > edit.sh <<'END'
  > #!/bin/sh
  > for last; do :; done
  > stat -c '%a' "$last" "$(dirname "$last")" > seen
  > echo "$#" >> seen
  > printf 'Went well.\n[ ] @amir call Noor by fri\n' > "$last"
  > END
  $ chmod +x edit.sh
  $ on_terminal() { script -qec "$1" /dev/null < /dev/null | tr -d '\r' | sed -E 's/conversation [a-z]{4,16}/conversation CODE/'; }
  $ EDITOR="$PWD/edit.sh --wait 'one word'" on_terminal "groei conversation log amir"
  Held conversation CODE: Amir, Mon 2 Mar.
  1 action made.
  Next: Mon 30 Mar, in 4 weeks.
  $ cat seen
  600
  700
  3
  $ groei action list --json | jq -r '.[].title'
  call Noor
  $ find run state /run/user/0/groei -name 'edit-*' 2>/dev/null; ls "$XDG_RUNTIME_DIR"/groei 2>/dev/null
  $ EDITOR=false on_terminal "groei conversation log amir"
  groei: notes: the editor failed, nothing was changed
  $ EDITOR=./none on_terminal "groei conversation log amir"
  groei: editor: No such file or directory, set EDITOR to one that works

When saving fails the text is kept, and the message says where.

  $ EDITOR=$PWD/edit.sh on_terminal "groei conversation log amir --day tomorrow" | sed 's/kept in .*/kept in PATH/'
  groei: Conversation, Day: a talk that was held cannot lie ahead; give the day it was
  groei: what you wrote is kept in PATH
  $ cat state/groei/kept-*.md
  Went well.
  [ ] @amir call Noor by fri (no-eol)
  $ stat -c %a state/groei/kept-*.md
  600

A private note is long text too.

  $ EDITOR=$PWD/edit.sh on_terminal "groei note add amir" | sed -E 's/note [a-z]{4,16}/note CODE/'
  Added private note CODE: Mon 2 Mar.
  $ groei note list --json | jq -r '.[].text'
  Went well.
  [ ] @amir call Noor by fri

Without a terminal no editor opens.

  $ EDITOR=$PWD/edit.sh groei note add amir
  groei: Private note, Text: it may not be empty; For your own eyes only
  [4]

  $ EDITOR=$PWD/edit.sh groei conversation answer amir good-at
  groei: conversation answer: the text is missing, write it behind the question
  [2]
