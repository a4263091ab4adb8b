engines: sqlite postgresql
Days that cannot be, and people who are not there yet or any more: refused in one line, and nothing changes.

  $ mask() { sed -E 's/\b[bcdfghjkmnpqrstv]{4}([bcdfghjkmnpqrstv]{12})?\b/CODE/g'; }
  $ export GROEI_TODAY=2026-03-02; groei init --me sanne --name Sanne >/dev/null; groei person add amir Amir --starts 2026-01-15 >/dev/null; groei person add noor Noor >/dev/null; groei person add bas Bas >/dev/null; groei person leave bas 2026-02-10 >/dev/null
  $ groei history --json | jq length >before

Talks and absences lie within the time that somebody is here.

  $ groei conversation log amir --day 2026-01-14
  groei: Conversation, Day: Amir came on Thu 15 Jan only; give a day from then on
  [4]
  $ groei conversation plan bas fri
  groei: Conversation, Day: the last day of Bas here is Tue 10 Feb; give a day until then
  [4]
  $ groei conversation log bas --day 2026-02-11
  groei: Conversation, Day: the last day of Bas here is Tue 10 Feb; give a day until then
  [4]
  $ groei absence add amir 2026-01-01 2026-01-20
  groei: Absence, From: Amir came on Thu 15 Jan only; give a day from then on
  [4]
  $ groei absence add bas 2026-02-11
  groei: Absence, From: the last day of Bas here is Tue 10 Feb; give a day until then
  [4]

A moment lies there too; what one notes for oneself may come later.

  $ groei jot bas "He waved"
  groei: Moment, Day: the last day of Bas here is Tue 10 Feb; give a day until then
  [4]
  $ groei moment add amir "First day" --day 2026-01-14
  groei: Moment, Day: Amir came on Thu 15 Jan only; give a day from then on
  [4]
  $ groei history --json | jq length | diff before - && groei jot bas "He waved" --day 2026-02-10 | mask; groei jot bas "I miss him" --private | mask
  Noted moment CODE: He waved.
  Kept for your eyes only: private note CODE: Mon 2 Mar.
  $ groei undo >/dev/null; groei undo >/dev/null; groei history --json | jq length >before

Who has left leads nobody, and is asked nothing.

  $ groei person move amir --lead bas
  groei: Person, Lead: the last day of Bas here was Tue 10 Feb, name somebody else
  [4]
  $ groei person add lies Lies --lead bas
  groei: Person, Lead: the last day of Bas here was Tue 10 Feb, name somebody else
  [4]
  $ groei feedback ask amir --from bas
  groei: Reflection, Author: the last day of Bas here was Tue 10 Feb, name somebody else
  [4]

Nor does an objective end before it begins.

  $ groei objective add "One truth" --starts 2026-05-01 --ends 2026-04-30
  groei: Objective, Until: the last day lies before the first
  [4]
  $ groei history --json | jq length | diff before - && echo same
  same

An absence may reach over the last day; the last talk before it plans none after it.

  $ groei absence add noor 2026-03-01 2026-12-31 | mask; groei person leave noor 2026-03-20; groei absence end noor 2026-03-05 | mask
  Added absence CODE: Sun 1 Mar.
  Last day Fri 20 Mar: person noor: Noor.
  Noor was away from Sun 1 Mar to Thu 5 Mar.
  $ groei conversation log noor --next 2026-04-01
  groei: Conversation, Day: the last day of Noor here is Fri 20 Mar; give a day until then
  [4]
  $ groei conversation log noor | mask
  Held conversation CODE: Noor, Mon 2 Mar.
  No next one planned.
  $ groei conversation list --open
  None yet. Plan one: groei conversation plan HANDLE

Talks after the last day are cancelled with it, and come back with it; none is planned after it.

  $ groei person add kim Kim >/dev/null; for day in 2026-03-10 2026-03-20 2026-03-23 2026-04-20; do groei conversation plan kim $day >/dev/null; done
  $ groei person leave kim 2026-03-20; groei conversation list --person kim --all --json | jq -c '.[] | [.day, .state]'
  Last day Fri 20 Mar: person kim: Kim.
  groei: the talks with Kim up to Mon 20 Apr lie after their last day and were cancelled
  ["2026-04-20","cancelled"]
  ["2026-03-23","cancelled"]
  ["2026-03-20","planned"]
  ["2026-03-10","planned"]
  $ groei person edit kim --ends 2026-03-15 --json | jq -c .ends
  {"warning": {"message": "the talk with Kim on Fri 20 Mar lies after their last day and was cancelled"}}
  "2026-03-15"
  $ groei undo; groei undo; groei conversation list --person kim --all --json | jq -c '.[] | [.day, .state]'
  Took back: Person “Kim”: Ends: Fri 20 Mar → Sun 15 Mar
  Took back: Person “Kim”: Ends: – → Fri 20 Mar
  ["2026-04-20","planned"]
  ["2026-03-23","planned"]
  ["2026-03-20","planned"]
  ["2026-03-10","planned"]
  $ groei person edit kim --ends 2026-04-20 && groei conversation plan kim 2026-04-21
  Changed person kim: Kim.
  groei: Conversation, Day: the last day of Kim here is Mon 20 Apr; give a day until then
  [4]
  $ groei conversation postpone kim 2026-04-21 later
  groei: Conversation, Day: the last day of Kim here is Mon 20 Apr; give a day until then
  [4]
  $ groei person leave kim today >/dev/null; groei conversation log kim --next 2026-03-30
  groei: the talks with Kim up to Mon 20 Apr lie after their last day and were cancelled
  groei: Conversation, Day: the last day of Kim here is Mon 2 Mar; give a day until then
  [4]

A point that was dropped is not discussed.

  $ point=$(groei point add amir Rota --json | jq -r .id); groei point drop $point >/dev/null; groei point done $point
  groei: Talking point, State: it is “dropped” already; add it again to talk about it
  [4]

A rhythm of months from the 31st keeps to the ends of months; the leap day counts as one.

  $ groei person add eef Eef --cadence 1m --starts 2028-01-01 >/dev/null; groei --today 2028-01-31 conversation log eef --next none >/dev/null; groei --today 2028-02-28 today | grep eef; groei --today 2028-03-01 today | grep eef
      Tue 29 Feb   tomorrow                     eef  Eef, last talk 4 weeks ago, none planned
    ! Tue 29 Feb   overdue, yesterday           eef  Eef, last talk 4 weeks ago, none planned
  $ groei --today 2028-02-29 conversation log eef | mask; groei --today 2028-02-29 absence add eef 2028-02-29 2028-02-29 | mask; groei --today 2028-02-29 person leave eef 2028-02-29
  Held conversation CODE: Eef, Tue 29 Feb.
  Next: Wed 29 Mar, in 4 weeks.
  Added absence CODE: Tue 29 Feb.
  Last day Tue 29 Feb: person eef: Eef.
  groei: the talk with Eef on Wed 29 Mar lies after their last day and was cancelled
