engines in turn: sqlite postgresql
Three years in the life of a team of eight, then what each of the three users sees of it.

  $ "$TESTDIR/../life/team.sh"
  $ unset GROEI_TODAY; g() { groei --today 2026-12-07 "$@"; }
  $ id() { g "$1" list --all --json | jq -r "[.[] | select($2)][0].id"; }
  $ plain() { sed -E 's/(^|[ >])[b-df-hj-np-tv-z]{4,16}  +/\1CODE  /g'; }

People over time: who led whom, and who was there, on any day.

  $ g assignment list --json | jq -r '.[] | select(.person | IN("bram", "fien", "jef", "kim")) | "\(.person) \(.lead) \(.starts) \(.ends)"' | sort
  bram noor 2025-01-01 null
  bram sanne 2023-01-02 2024-12-31
  fien noor 2025-01-01 null
  fien sanne 2023-01-02 2024-12-31
  jef sanne 2023-01-02 2026-06-30
  kim sanne 2025-02-03 null
  $ groei --today 2024-12-31 person list --json | jq -r '[.[] | select(.lead == "sanne") | .handle] | sort | join(" ")'
  amir jef joris kim lotte noor
  $ g person list --json | jq -r '.[] | "\(.handle) \(.lead)"' | sort
  amir sanne
  bram noor
  els null
  fien noor
  hilde els
  joris sanne
  kim sanne
  lotte sanne
  noor sanne
  sanne els
  $ g --as noor person list --json | jq -r '[.[] | select(.lead == "noor") | .handle] | sort | join(" ")'
  bram fien

The rhythm rested while Lotte was away; it went on the day after.

  $ mkdir early && XDG_DATA_HOME=$PWD/early GROEI_STORE= "$TESTDIR/../life/team.sh" 2025-02-28
  $ early() { XDG_DATA_HOME=$PWD/early GROEI_STORE= groei "$@"; }
  $ early --today 2025-02-26 today --json | jq -c '[.talks[] | select(.person == "lotte") | [.due, .away, .away_until]]'
  [["2025-03-01",true,"2025-02-28"]]
  $ early --today 2025-02-26 prep lotte | sed -n 2,4p
  Next: none planned; by the rhythm on Sat 1 Mar, in 3 days
  Last: Mon 29 Jul 2024, 7 months ago (check-in)
  Talks: away until Fri 28 Feb, 0 of 2 formal talks this year
  $ early --today 2025-03-01 today --json | jq -c '[.talks[] | select(.person == "lotte") | [.due, .away, .away_until]]'
  [["2025-03-01",false,null]]
  $ g prep lotte | sed -n 2,5p
  Next: none planned; by the rhythm on Mon 23 Nov, 2 weeks ago
  Last: Mon 12 Oct, 8 weeks ago (check-in)
  Talks: 2 of 2 formal talks this year
  Rhythm: every 6 weeks

Postponed three times, each with its reason.

  $ g postponement list --json | jq -r '.[] | "\(.was) \(.until) \(.reason)"'
  2024-07-08 2024-07-15 holidays
  2024-06-24 2024-07-08 many people ill at once in the call team
  2024-06-17 2024-06-24 release week
  $ g conversation list --person bram --all --json | jq -r '.[] | select(.postponed != null) | "\(.day) \(.state) \(.postponed)"'
  2024-07-15 held 3

A course followed until it worked: checkpoints, evidence, confidence.

  $ g checkpoint list --all --json | jq -r '.[] | "\(.person) \(.day) \(.kind) \(.state) \(.done)"'
  amir 2024-02-02 before done 2024-02-02
  amir 2024-03-14 day-14 done 2024-03-14
  amir 2024-03-30 day-30 done 2024-03-30
  amir 2024-04-29 day-60 done 2024-04-29
  amir 2024-05-29 day-90 done 2024-05-29
  kim 2025-10-31 before done 2025-10-31
  kim 2025-12-26 day-14 done 2025-12-26
  kim 2026-01-11 day-30 done 2026-01-11
  kim 2026-02-10 day-60 done 2026-02-10
  kim 2026-03-12 day-90 skipped 2026-03-12
  $ g goal list --all --json | jq -r '.[] | "\(.person) \(.stage) \(.title)"' | sort
  amir confident SQL to the bone
  bram dropped Talk with customers in French
  kim practising Design a data model
  noor lesson A week without tickets
  $ g goal show "$(id goal '.person == "amir"')" | sed -n '/^Progress/,$p' | plain
  Progress
                  employee                        lead
    Level         ▆  9
    Motivation    ▇  5
    Confidence    ▅  8
  (eol)
  Evidence
    CODE  Mon 10 Jun 2024  The monthly report from forty minutes to three
  (eol)
  Learning activities
    CODE  Thu 29 Feb 2024  Query plans
    1 learning activity for it: 22 of 24 hours used, cost 900
  (eol)
  Timeline
    Mon 8 Jan 2024   made
    Thu 18 Jan 2024  need → planned (sanne)
    Mon 5 Feb 2024   planned → learning (sanne)
    Mon 5 Feb 2024   begins: Query plans
    Thu 29 Feb 2024  learning → practising (sanne)
    Thu 29 Feb 2024  ends: Query plans
    Mon 29 Apr 2024  practising → applying (sanne)
    Mon 10 Jun 2024  applying → confident (sanne)
    Mon 10 Jun 2024  checked (employee)
    Mon 10 Jun 2024  applied: The monthly report from forty minutes to three
  $ g portfolio amir --json | jq -c '[.goals[0].title, .goals[0].stage, (.evidence | length)]'
  ["SQL to the bone","confident",1]

Promises of both sides count alike; one was agreed anew.

  $ g promises amir | plain
  Promised to Amir Haddad
    made 2 · kept on time 2 · kept late 0 · agreed anew 0 · open 0 · overdue 0 · dropped 0
      CODE  find a course on query plans: kept, Thu 18 Jan 2024
      CODE  keep Friday mornings free of meetings for Amir: kept, Thu 14 Mar 2024
  Amir Haddad promised
    made 2 · kept on time 2 · kept late 0 · agreed anew 1 · open 0 · overdue 0 · dropped 0
      CODE  ask Noor to look along: kept, Thu 25 Jan 2024
      CODE  show the team one plan a month: kept, Mon 29 Apr 2024, agreed anew once

Peer feedback came back by mail; Amir reads both, Sanne only the one that he shared.

  $ g --as amir feedback list --all --json | jq -r '.[] | "\(.author) \(.state) \(.shared)"' | sort
  jef published no
  noor published yes
  $ g feedback list --all --json | jq -r '.[] | "\(.author) \(.state) \(.shared)"' | sort
  noor published yes
  $ g --as amir search "think before" --json | jq -r '.[].snippet' | sort | uniq -c | sed 's/^ *//'
  5 you think before you build, says jef.
  5 you think before you build, says noor.
  $ g search "think before" --json | jq -r '.[].snippet' | sort | uniq -c | sed 's/^ *//'
  1 think about his pay before the summer
  5 you think before you build, says noor.

An experiment failed and taught; its lesson is the team's.

  $ g moment list --json | jq -r '.[] | select(.kind == "experiment") | "\(.person) \(.outcome) \(.title)"'
  noor learned A week without tickets
  $ g lessons --weeks 200 | plain
  Week of Mon 14 Oct 2024
    CODE  Half a day without tickets works, a week does not (@noor)

The lead prepares the next talk with Amir.

  $ g prep amir | plain
  Amir Haddad, data engineer
  Next: Mon 14 Dec, in 7 days (growth)
  Last: Mon 16 Nov, 3 weeks ago (check-in)
  Talks: 1 of 2 formal talks this year
  Rhythm: every 6 weeks
  Ambitions: last spoken of Mon 8 Jan 2024, 3 years ago
  Energy: ▃▅▅▄▅▄▅▃▅▅▄▅  5 8 7 6 8 6 7 5 8 7 6 8
  (eol)
  Talking points
      CODE  half a day a week to design (Amir Haddad)
      CODE  mentoring Kim (Sanne de Wit)
      agenda: 1 of 2 points from Amir Haddad
  (eol)
  Prepared for this talk
    What gives you energy?
      Amir Haddad: Explaining what I found
    What are you good at?
      Sanne de Wit: He makes others better
  (eol)
  Heard, to decide about
      CODE  Mon 11 May  said in passing that the rota eats his evenings
  (eol)
  Last time
    Notes
      Talked about work and more.
  (eol)
  Longest not asked
    Which passion deserves more room? (never)
    What does it take to turn a 7 into a 9? (never)
    Do you know what you are good at? (never)
  $ g today | plain
  Today, Mon 7 Dec
  (eol)
  Talks (5)
    ! Mon 26 Oct   overdue, 6 weeks ago         kim  Kim Jansen, last talk 3 months ago, none planned, 84 days since a talk
    ! Mon 23 Nov   overdue, 2 weeks ago         lotte  Lotte Vermeulen, last talk 8 weeks ago, none planned
    ! Mon 23 Nov   overdue, 2 weeks ago         noor  Noor Bakker, last talk 2 months ago, none planned, 70 days since a talk
    > Mon 7 Dec    today                        joris  Joris Smit, last talk 6 weeks ago, none planned
      Mon 14 Dec   in 7 days                    amir  Amir Haddad, planned
  (eol)
  Goals that stand still (1)
      12 Dec 2025  last moved 12 months ago     CODE  What does Kim need for “Design a data model”?
  (eol)
  Heard, to decide about (1)
      Mon 11 May   CODE  said in passing that the rota eats his evenings (@amir)
  (eol)
  Fewer formal talks this year than agreed
      amir  Amir Haddad: 1 of 2 formal talks this year
      joris  Joris Smit: 1 of 2 formal talks this year
      noor  Noor Bakker: 1 of 2 formal talks this year

Amir: his own side, nothing of Sanne's private notes, nothing of Bram.

  $ g --as amir today | plain
  Today, Mon 7 Dec
  (eol)
  Talks (1)
      Mon 14 Dec   in 7 days                    amir  Amir Haddad, your own talk, planned
  $ g --as amir prep amir | plain
  Amir Haddad, data engineer
  Next: Mon 14 Dec, in 7 days (growth)
  Last: Mon 16 Nov, 3 weeks ago (check-in)
  Talks: 1 of 2 formal talks this year
  Rhythm: every 6 weeks
  Ambitions: last spoken of Mon 8 Jan 2024, 3 years ago
  Energy: ▃▅▅▄▅▄▅▃▅▅▄▅  5 8 7 6 8 6 7 5 8 7 6 8
  (eol)
  Talking points
      CODE  half a day a week to design (Amir Haddad)
      CODE  mentoring Kim (Sanne de Wit)
      agenda: 1 of 2 points from Amir Haddad
  (eol)
  Prepared for this talk
    What gives you energy?
      Amir Haddad: Explaining what I found
    What are you good at?
      Sanne de Wit: He makes others better
  (eol)
  Last time
    Notes
      Talked about work and more.
  (eol)
  Longest not asked
    Which passion deserves more room? (never)
    What does it take to turn a 7 into a 9? (never)
    Do you know what you are good at? (never)
  $ g --as amir note list
  None open. Add one: groei note add HANDLE TEXT
  $ g --as amir search pay
  Nothing like that about you and the people you lead; --everybody looks further.
  [1]
  $ g --as amir goal list --all --json | jq -r '.[].title'
  SQL to the bone
  $ g --as amir goal show "$(id goal '.person == "bram"')" 2>&1 | sed -E 's/“[a-z]+”/CODE/'
  groei: Goal: there is none with the code CODE, look at the list
  $ g --as lotte reflection list --json | jq -r '.[] | "\(.author) \(.state)"'
  lotte draft
  $ g reflection list --all --json | jq -r '.[] | select(.author == "lotte")'

Noor, who leads since 2025: the goals and open actions of her people, not what Sanne wrote before.

  $ g --as noor goal list --all --json | jq -r '.[] | "\(.person) \(.title)"' | sort
  amir SQL to the bone
  bram Talk with customers in French
  noor A week without tickets
  $ g --as noor conversation list --person bram --json | jq -r '[.[].lead] | unique | join(" ")'
  noor
  $ g --as noor search "suits him"
  Nothing like that about you and the people you lead; --everybody looks further.
  [1]

Hilde of HR: dates, stages and figures; no words.

  $ g --as hilde conversation list --json | jq -r '[.[] | .notes, .insight, .energy] | unique | @json'
  [null]
  $ g --as hilde conversation list --json | jq 'length > 150'
  true
  $ g --as hilde goal list --all --json | jq -r '.[] | "\(.person) \(.stage) \(.title) \(.why)"' | sort
  amir confident — null
  bram dropped — null
  kim practising — null
  noor lesson — null
  $ g --as hilde action list --all --json | jq length; g --as hilde moment list --json | jq length; g --as hilde note list --json | jq length
  0
  1
  0
  $ g --as hilde search SQL
  Nothing like that about you and the people you lead; --everybody looks further.
  [1]

The journal can tell all of it, and the store is whole.

  $ g history goal "$(id goal '.person == "bram"')" | sed -E 's/^[^ ]+ +[^ ]+ +//' | head -5
  Nov   sanne     Goal “Talk with customers in French · Bram Hendriks”: Stage: need → dropped; Moved: Mon 25 Mar 2024 → Mon 12 Aug 2024; Learned: – → It was the team's wish, not his
  Nov   sanne     Goal “Talk with customers in French · Bram Hendriks” added
  $ g framework --json | jq -r .cadence
  4w
