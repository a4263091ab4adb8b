engines: sqlite postgresql
People over time: moves, absences, postponements, a lead's days, formal talks.

  $ mask() { sed -E 's/\b[bcdfghjkmnpqrstv]{4,16}(  ) */CODE\1/g; s/\b[bcdfghjkmnpqrstv]{4,16}\b/CODE/g'; }
  $ groei --today 2026-01-05 init --me sanne --name "Sanne de Wit" >/dev/null
  $ groei --today 2026-01-05 person add noor Noor Peeters >/dev/null
  $ groei --today 2026-01-05 person add amir Amir Haddad --starts 2025-02-01 >/dev/null
  $ groei --today 2026-01-05 team add data Data >/dev/null
  $ groei --today 2026-01-05 team add reports Reports --parent data >/dev/null
  $ groei --today 2026-01-05 person edit amir --team reports >/dev/null

A move counts from a day; the history has no overlap and no gap.

  $ groei --today 2026-01-05 person move amir --lead noor --from 2025-06-01
  Moved person amir: Amir Haddad.
  $ groei --today 2026-01-05 person show amir | tail -4
  Talks: 0 of 2 formal talks this year
    Sat 1 Feb 2025 – Sat 31 May 2025, lead Sanne de Wit, every 4 weeks
    Sun 1 Jun 2025 – Sun 4 Jan, lead Noor Peeters, every 4 weeks
    Mon 5 Jan – now, lead Noor Peeters, team Reports, every 4 weeks
  $ groei --today 2026-01-05 person move amir --lead sanne --from 2026-01-06
  groei: person move: Tue 6 Jan lies ahead, and a move is recorded when it takes place; come back on that day
  [4]
  $ groei --today 2026-01-05 person move amir --lead sanne --from 2024-01-01
  groei: person move: they came on Sat 1 Feb 2025 only, give a day from then on
  [4]
  $ groei --today 2026-01-05 person move amir
  groei: person move: nothing to change is given, add --lead, --team or --cadence
  [2]
  $ groei --today 2026-01-05 undo
  Took back: Person “Amir Haddad”: Lead: Sanne de Wit → Noor Peeters
  $ groei --today 2026-01-05 assignment list --person amir --json | jq -c '.[] | [.lead, .team, .starts, .ends]'
  ["sanne","reports","2026-01-05",null]
  ["sanne",null,"2025-02-01","2026-01-04"]
  $ groei --today 2026-01-05 team list
  Name       Handle   Lead          Rhythm
  Data       data     Sanne de Wit
    Reports  reports  Sanne de Wit
  $ groei --today 2026-01-05 team show reports
  team reports: Reports
    Name     Reports
    Handle   reports
    Part of  Data
    Lead     Sanne de Wit
    Seen by  everybody
  People
    amir  Amir Haddad

Postponing asks a day and a reason.

  $ groei --today 2026-01-05 conversation plan amir fri | mask
  Planned conversation CODE: Amir Haddad, Fri 9 Jan.
  $ groei --today 2026-01-05 conversation postpone amir straks --reason druk
  groei: conversation postpone: “straks” is no day, agree on one, such as 2026-01-12
  [4]
  $ groei --today 2026-01-05 conversation postpone amir 2026-01-09 --reason druk
  groei: Postponement, New day: it must lie after Fri 9 Jan; for example 2026-01-16
  [4]
  $ groei --today 2026-01-05 conversation postpone amir 2026-01-16
  groei: conversation postpone: reason is missing, write: groei conversation postpone HANDLE|ID DATE TEXT… [--option …]
  [2]
  $ groei --today 2026-01-05 conversation postpone amir 2026-01-16 --reason "on the road" | mask
  1× postponed, now: conversation CODE: Amir Haddad, Fri 16 Jan.
  $ groei --today 2026-01-05 conversation postpone amir 2026-01-23 --reason "a release" --json | jq -c '[.day, .postponed]'
  ["2026-01-23",2]
  $ groei --today 2026-01-05 conversation edit amir --day 2026-02-01 2>&1 | mask
  groei: Conversation, Day: a later day is postponing, which asks a reason: “groei postponement add HANDLE 2026-02-01 WHY”
  $ groei --today 2026-01-05 postponement list --json | jq -c '.[] | [.was, .until, .reason]' | sort
  ["2026-01-09","2026-01-16","on the road"]
  ["2026-01-16","2026-01-23","a release"]
  $ groei --today 2026-01-05 today
  Today, Mon 5 Jan
  (eol)
  Talks (1)
    > Mon 5 Jan    today                        noor  Noor Peeters, no talk yet, none planned
  $ groei --today 2026-01-19 --language nl today | grep amir
      vr 23 jan    over 4 dagen                 amir  Amir Haddad, gepland, 2× uitgesteld

Who is away owes no talk.

  $ groei --today 2026-01-20 absence add amir 2026-01-20 2026-02-15 | mask
  Added absence CODE: Tue 20 Jan.
  $ groei --today 2026-01-20 absence add amir 2026-02-01 2>&1 | mask
  groei: Absence, From: they are away from Tue 20 Jan to Sun 15 Feb already; change that one with “groei absence edit CODE”
  $ groei --today 2026-01-26 today
  Today, Mon 26 Jan
  (eol)
  Talks (2)
    ! Mon 5 Jan    overdue, 3 weeks ago         noor  Noor Peeters, no talk yet, none planned
      Fri 23 Jan                                amir  Amir Haddad, planned, away until Sun 15 Feb, 2× postponed
  $ groei --today 2026-01-26 absence end noor
  groei: absence end: Noor Peeters is not away; “groei absence list --person noor” shows when they were
  [3]
  $ groei --today 2026-01-26 absence end amir
  Amir Haddad was away from Tue 20 Jan to Sun 25 Jan.
  $ groei --today 2026-01-26 conversation miss amir | mask
  Missed: conversation CODE: Amir Haddad, Fri 23 Jan.
  $ groei --today 2026-01-26 conversation plan amir | mask
  Planned conversation CODE: Amir Haddad, Mon 26 Jan.

A lead's day holds what they set, never more; today is told only.

  $ groei --today 2026-01-26 person edit sanne --talks-a-day 1 >/dev/null
  $ groei --today 2026-01-26 conversation plan noor | mask
  Planned conversation CODE: Noor Peeters, Tue 27 Jan.
  $ groei --today 2026-01-26 conversation plan noor today | mask
  groei: Mon 26 Jan: Sanne de Wit has 2 talks that day and wants 1 at most; choose another day, or set --talks-a-day
  Planned conversation CODE: Noor Peeters, Mon 26 Jan.
  $ groei --today 2026-01-26 person edit noor --cadence 1d >/dev/null
  $ groei --today 2026-01-26 person list | tail -1
  The rhythms ask 87 talks in 12 weeks, your days hold 60: talk less often, lead fewer people, or have more talks a day
  $ groei --today 2026-01-26 undo >/dev/null

Formal talks count beside the rhythm; the longest silence comes first.

  $ groei --today 2026-01-27 conversation hold amir --next none | mask
  Held conversation CODE: Amir Haddad, Mon 26 Jan.
  No next one planned.
  $ groei --today 2026-01-27 prep amir | grep Talks
  Talks: 1 of 2 formal talks this year
  $ groei --today 2026-12-01 today | tail -3
  Fewer formal talks this year than agreed
      amir  Amir Haddad: 1 of 2 formal talks this year
      noor  Noor Peeters: 0 of 2 formal talks this year
  $ groei --today 2026-12-01 person list --silent
  Name          Handle  Last talk
  Noor Peeters  noor    no talk yet
  Amir Haddad   amir    Mon 26 Jan, 309 days since
  $ groei --today 2026-12-01 person leave amir 2026-12-31
  Last day Thu 31 Dec: person amir: Amir Haddad.
  $ groei --today 2027-01-01 person list --silent --json | jq -c 'map(.handle)'
  ["noor"]
