A talk on paper: a form with codes on one page, and what was written on it taken in at once.

  $ groei init --me sanne --name Sanne >/dev/null && groei person add amir "Amir Haddad" >/dev/null
  $ groei conversation plan amir fri --template checkin >/dev/null; groei point add amir Salary >/dev/null
  $ groei prep amir --paper | sed 's/^>/+>/'
  Amir Haddad · Sanne · Check-in · Fri 6 Mar
  D ____________ day   M _____ minutes
  (eol)
  A1   How much energy do you have today?
       [1] [2] [3] [4] [5] [6] [7] [8] [9] [10]
  A2   How are you doing?
       ___________________________________________________________________________
       ___________________________________________________________________________
       ___________________________________________________________________________
       ___________________________________________________________________________
  A3   How is the learning going?
       ___________________________________________________________________________
       ___________________________________________________________________________
       ___________________________________________________________________________
       ___________________________________________________________________________
  A4   Do you have enough room in the week to practise and explore?
       [ ] Yes, plenty  [ ] Just enough  [ ] No, too little
  A5   Is there anything else you need?
       ___________________________________________________________________________
       ___________________________________________________________________________
       ___________________________________________________________________________
       ___________________________________________________________________________
  A6   What do we agree on until next time?
       ___________________________________________________________________________
       ___________________________________________________________________________
       ___________________________________________________________________________
       ___________________________________________________________________________
  (eol)
  P1   [ ] Salary (Sanne)
  [ ] @________ __________________________________________________ by ____________
  [ ] @________ __________________________________________________ by ____________
  [ ] @________ __________________________________________________ by ____________
  ?    ___________________________________________________________________________
  !    ___________________________________________________________________________
  +>    ___________________________________________________________________________
  N    ________________ next talk
  (eol)
  [ ] action  ? point for next time  ! moment  !! praise  > heard  - note
  A1L: the lead's own answer. Take it in: groei start amir --from-paper
  $ groei --language nl prep amir --paper | sed -n '1,6p;/^\[ \] @/,$p' | sed 's/^>/+>/'
  Amir Haddad · Sanne · Check-in · vr 6 mrt
  D ____________ dag   M _____ minuten
  (eol)
  A1   Hoeveel energie heb je vandaag?
       [1] [2] [3] [4] [5] [6] [7] [8] [9] [10]
  A2   Hoe gaat het?
  [ ] @________ _______________________________________________ tegen ____________
  [ ] @________ _______________________________________________ tegen ____________
  [ ] @________ _______________________________________________ tegen ____________
  ?    ___________________________________________________________________________
  !    ___________________________________________________________________________
  +>    ___________________________________________________________________________
  N    ________________ volgend gesprek
  (eol)
  [ ] actiepunt  ? punt volgende keer  ! moment  !! compliment  > gehoord  - notitie
  A1L: het eigen antwoord van de leidinggevende. Overnemen: groei start amir --from-paper

Every template fits on a page of 60 lines of 80 columns.

  $ groei template list --json | jq -r '.[].id' | while read -r id; do groei conversation edit amir --template "$id" >/dev/null; groei prep amir --paper | awk -v id="$id" '{ gsub(/[^ -~]/, "") } length > 80 { print id, "wide", NR } END { if (NR > 60) print id, NR }'; done
  $ groei conversation edit amir --template checkin >/dev/null

Without a terminal the same lines come from standard input. A dry run shows what is understood.

  $ cat >form <<'END'
  > A1 7
  > a2: The team,
  >    and the coffee
  > A2L Sees it too
  > 
  > P1
  > E 8
  > M 35
  > D today
  > N in 2w
  > I less is more
  > S I talked too much
  > [ ] @amir call Noor by fri
  > ? the rota
  > !! explained it well
  > > would like to teach
  > - just a note
  > END
  $ groei start amir --from-paper --dry-run <form
  A1  How much energy do you have today?
      7
  A2  How are you doing?
      The team,
      and the coffee
  A2L  How are you doing?
      Sees it too
  Discussed: Salary
  Held on: Mon 2 Mar
  Energy: 8
  Minutes: 35
  Next: Mon 16 Mar, in 2 weeks.
  Insight: less is more
  My own part, private: I talked too much
  Notes
      [ ] @amir call Noor by fri
      ? the rota
      !! explained it well
      > would like to teach
      just a note
      → call Noor, by Fri 6 Mar
  Nothing was saved: that is what it would be.
  $ groei start amir --from-paper --dry-run --json <form | jq -c '[.energy, (.answers | length), (.discussed | length)]'
  [8,3,1]
  $ groei conversation list --open --json | jq length
  1
  $ groei start amir --from-paper --json <form | jq -c '[.state, .day, .energy, .minutes, .insight, .actions_made, .points_made, .moments_made, .heard_made, .next.day]'
  ["held","2026-03-02",8,35,"less is more",1,1,1,1,"2026-03-16"]
  $ groei point list --all --json | jq -c 'sort_by(.title)[] | [.title, .state]'
  ["Salary","discussed"]
  ["the rota","open"]
  $ groei note list --json | jq -r '.[].text'
  I talked too much
  $ groei undo >/dev/null; groei point list --all --json | jq -c '.[] | [.title, .state]'; groei conversation list --open --json | jq length
  ["Salary","open"]
  1

What is no code, or not what its question asks, is refused with its line; nothing is saved.

  $ printf 'A1 7\n\nQ7 x\n' | groei start amir --from-paper
  groei: start: line 3: “Q7” is no code of the form; start a note with “-”
  [4]
  $ printf 'A99 x\n' | groei start amir --from-paper
  groei: start: line 1: “A99” is no question of this talk, they are A1 to A6
  [4]
  $ printf 'A0 x\n' | groei start amir --from-paper
  groei: start: line 1: “A0” is no question of this talk, they are A1 to A6
  [4]
  $ printf 'A1 eleven\n' | groei start amir --from-paper
  groei: start: line 1: a number from 1 to 10 is expected
  [4]
  $ printf 'A2 x\nA2 y\n' | groei start amir --from-paper
  groei: start: line 2: A2 stands in line 1 already
  [4]
  $ printf 'P2\n' | groei start amir --from-paper
  groei: start: line 1: “P2” is no point of the agenda
  [4]
  $ printf 'E 11\n' | groei start amir --from-paper
  groei: start: line 1: a number from 1 to 10 is expected
  [4]
  $ printf 'E 7\nN someday\n' | groei start amir --from-paper
  groei: start: line 2: not a date, write for instance 2026-12-01, 1 dec, fri or +3d
  [4]
  $ printf 'just words\n' | groei start amir --from-paper
  groei: start: line 1: “just” is no code of the form; start a note with “-”
  [4]
  $ printf '[ ] @nobody call\n' | groei start amir --from-paper
  groei: Notes, line 1: nobody is called “nobody”, did you mean amir, sanne?
  [3]
  $ printf '\n\nA1\nE\n' | groei start amir --from-paper
  groei: start: the form is empty, nothing was saved
  [4]
  $ groei conversation list --open --json | jq length
  1

Without a conversation that is planned, the talk is recorded as of today.

  $ groei conversation cancel amir >/dev/null; printf 'A1 6\r\nN none\r\n' | groei start amir --from-paper --template checkin | sed 's/conversation [a-z]*/conversation CODE/'
  A1  How much energy do you have today?
      6
  Held conversation CODE: Amir Haddad, Mon 2 Mar.
  1 talking point carried over.
  No next one planned.
  $ groei conversation list --state held --json | jq -c '.[] | [.day, .template, .energy]'
  ["2026-03-02","checkin",6]

The screens still want a terminal.

  $ groei start amir
  groei: start: needs a terminal, elsewhere use groei conversation log
  [2]

A terminal is asked line by line; what does not fit is asked again.

  $ groei point add amir Rota >/dev/null; groei conversation plan amir today --template micro >/dev/null
  $ printf 'all is well\n\nmore time\nP1\nnonsense\n[ ] @amir call by fri\n\neleven\n8\n\n\n\n\ny\n' >typed
  $ script -qec 'groei start amir --from-paper' said <typed >/dev/null 2>&1; tr -d '\r' <said | grep -o -e '“nonsense” is no code.*' -e 'E> a number from.*' -e '→ call, by.*' -e 'Hold this conversation? .y/n.' -e 'Held .*' -e '1 action made.' | sed 's/conversation [a-z]*:/conversation CODE:/'
  “nonsense” is no code of the form; start a note with “-”
  E> a number from 1 to 10 is expected
  → call, by Fri 6 Mar
  Hold this conversation? [y/n]
  Held conversation CODE: Amir Haddad, Mon 2 Mar.
  1 action made.
  $ groei conversation list --state held --json | jq -c '[.[] | select(.template == "micro") | .energy]'; groei point list --all --json | jq -c 'sort_by(.title)[] | [.title, .state]'
  [8]
  ["Rota","open"]
  ["Salary","discussed"]
  $ groei undo >/dev/null; printf 'x\n\n\n\n\n\n\n\n\nn\n' >typed; script -qec 'groei start amir --from-paper' said <typed >/dev/null 2>&1; grep -c 'nothing was changed' said; groei conversation list --open --json | jq length
  1
  1
