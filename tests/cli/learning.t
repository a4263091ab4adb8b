engines: sqlite postgresql
Learning: proposed and answered, its five checkpoints, finishing without closing the goal, debrief,
certificate, evidence and the portfolio of a person.

  $ groei init --me sanne --name "Sanne Vermeer" >init
  $ groei person add amir "Amir Haddad" --lead sanne >person
  $ code() { sed -E 's/\b(activity|checkpoint|evidence|goal) [a-z]{4,16}:/\1 CODE:/; s/^([ >!]+[A-Z][a-z]+ .*  )[a-z]{4,16}  +/\1CODE  /'; }
  $ id() { groei "$1" list --all --json | jq -r ".[] | select($2) | .id"; }
  $ points() { groei checkpoint list --all --json | jq -r '.[] | [.day, .kind, .state] | join(" ")'; }
  $ groei goal add amir "SQL for reporting" >goal
  $ goal=$(id goal true)

A proposal waits for the other side; "not now" keeps it, and needs no reason of the employee.

  $ groei learning propose amir "SQL course" --kind course --form online --goal $goal --cost 1200 --hours 24 --hours-at-work 16 --starts 2027-12-01 --ends 2027-12-10 | code
  Proposed learning activity CODE: SQL course.
  $ points
  $ course=$(id learning true)
  $ groei learning answer $course maybe
  groei: learning answer: “maybe” is none of yes, no, later
  [4]
  $ groei learning answer $course later | code
  Not now, it stays proposed: learning activity CODE: SQL course.
  $ groei learning list --json | jq -c '.[] | [.state, .answered, .reply]'
  ["proposed","2026-03-02",null]
  $ groei learning answer $course yes --reason "budget is there" | code
  Agreed, planned: learning activity CODE: SQL course.
  $ points
  2027-11-28 before open
  2027-12-24 day-14 open
  2028-01-09 day-30 open
  2028-02-08 day-60 open
  2028-03-09 day-90 open
  $ groei learning answer $course no
  groei: Learning activity, State: it is “planned”, so that cannot be
  [4]

Dates that move take the open checkpoints along, over a year end and a leap day; what is done stays.

  $ groei checkpoint done $(id checkpoint '.kind=="before"') --note "We know why" | code
  Done: checkpoint CODE: before.
  $ groei checkpoint done $(id checkpoint '.kind=="before"')
  groei: Checkpoint, State: it is “done” already
  [4]
  $ groei learning edit $course --starts 2027-12-20 --ends 2028-01-30 | code
  Changed learning activity CODE: SQL course.
  $ points
  2027-11-28 before done
  2028-02-13 day-14 open
  2028-02-29 day-30 open
  2028-03-30 day-60 open
  2028-04-29 day-90 open
  $ groei learning edit $course --ends 2027-12-01
  groei: Learning activity, Ends: it lies before the first day
  [4]
  $ groei undo >undone
  $ points | head -2
  2027-11-28 before done
  2027-12-24 day-14 open

Stopping skips what is open; undo opens it again. Removing takes the open ones with it.

  $ groei learning stop $course
  groei: learning stop: reason is missing, write: groei learning stop ID TEXT… [--option …]
  [2]
  $ groei learning stop $course --reason "no time now" | code
  Stopped: learning activity CODE: SQL course.
  $ points
  2027-11-28 before done
  2027-12-24 day-14 skipped
  2028-01-09 day-30 skipped
  2028-02-08 day-60 skipped
  2028-03-09 day-90 skipped
  $ groei undo >undone
  $ groei learning remove $course
  groei: Learning activity: it stands under “Learning” in Checkpoints, remove or change those first
  [5]
  $ groei learning add amir "Reading" --kind self-study --starts 2028-06-02 >added
  $ groei learning remove $(id learning '.title=="Reading"') >removed
  $ points | wc -l
  5
  $ groei undo >undone
  $ points | wc -l
  10

Under way, finished: the goal stays, a debrief is proposed until one is planned or put aside.

  $ export GROEI_TODAY=2027-12-11
  $ groei today | grep -A1 Learning | code
  Learning activities (1)
    ! Fri 10 Dec   overdue, yesterday           CODE  Debrief with Amir Haddad about “SQL course”
  $ groei learning begin $course 2027-12-02 | code
  Under way: learning activity CODE: SQL course.
  $ groei learning finish $course 2027-12-10 --exam passed --certificate "SQL-1" --valid-until 2028-02-01 --hours-used 20 | code
  Finished: learning activity CODE: SQL course.
  Next: apply it. The goal “SQL for reporting” is at need.
  Passed: worth a small celebration together.
  Talk it over: groei conversation plan amir --format debrief
  $ groei goal list --json | jq -r '.[].stage'
  need
  $ groei prep amir | sed -n '/^Learning/,/^$/p' | sed -E 's,^    [a-z]+  ,    CODE  ,'
  Learning activities
      CODE  Reading: planned
            before: Tue 30 May 2028, in 6 months
      CODE  SQL course: finished, Fri 10 Dec
            14 days after: Fri 24 Dec, in 13 days
  (eol)
  $ groei prep amir --json | jq -c '.learning[] | [.title, .state, .checkpoint.kind, .checkpoint.day]'; groei prep sanne --json | jq -c .learning; groei prep sanne | grep -c Learning
  ["Reading","planned","before","2028-05-30"]
  ["SQL course","finished","day-14","2027-12-24"]
  []
  0
  [1]
  $ groei goal show $goal | grep "for it"
    1 learning activity for it: 20 of 24 hours used, cost 1200
  $ groei learning finish $course
  groei: Learning activity, State: it is “finished”, so that cannot be
  [4]
  $ groei today --json | jq -c '.learning[] | [.need, .title, .day, .kind]'
  ["debrief","SQL course","2027-12-10",null]
  ["certificate","SQL course","2028-02-01",null]
  $ groei conversation plan amir 2027-12-13 --format debrief >planned
  $ groei today --json | jq -c '.learning[] | [.need, .title]'
  ["certificate","SQL course"]
  $ groei conversation cancel amir >cancelled
  $ groei today --json | jq -c '.learning[] | [.need, .title]' | grep debrief
  ["debrief","SQL course"]
  $ groei learning debrief $course | code
  Talked over: learning activity CODE: SQL course.
  $ groei today --json | jq -c '.learning[] | [.need, .title]' | grep debrief
  [1]
  $ GROEI_TODAY=2027-12-24 groei today | grep "14 days" | code
    > Fri 24 Dec   today                        CODE  14 days after “SQL course” (@amir)
  $ groei checkpoint skip $(id checkpoint '.kind=="day-14" and .state=="open" and .learning=="'$course'"') --reason "holiday" | code
  Skipped: checkpoint CODE: 14 days after.
  $ GROEI_TODAY=2028-03-02 groei today --json | jq -c '.learning[] | [.need, .kind, .day]'
  ["checkpoint","day-30","2028-01-09"]
  ["checkpoint","day-60","2028-02-08"]
  ["checkpoint","day-90","2028-03-09"]

Evidence at work, confirmed by the employee; the portfolio in three forms.

  $ groei evidence add $goal "Query review" --situation "Finance waited for figures" --did "Wrote the *join*" --result "Same day" --learning $course | code
  Added evidence CODE: Query review.
  $ groei evidence confirm $(id evidence true) | code; groei history --limit 1 | grep -o 'Confirmed.*'; groei undo >/dev/null
  Confirmed on your word, as this store is one person's: evidence CODE: Query review.
  Confirmed: – → Sat 11 Dec, on behalf of Amir Haddad
  $ groei --as amir evidence confirm $(id evidence true) | code; groei history --limit 1 | grep -o 'Confirmed.*'
  Confirmed: evidence CODE: Query review.
  Confirmed: – → Sat 11 Dec
  $ groei evidence confirm $(id evidence true)
  groei: Evidence, Confirmed: that was said already
  [4]
  $ groei skill add amir "SQL" --own 6 --view 7 >skill
  $ groei portfolio amir
  Portfolio of Amir Haddad
  (eol)
  SQL for reporting · need
    SQL course: course, finished, Fri 10 Dec 2027, 20 hours, passed, certificate “SQL-1”, valid until Tue 1 Feb 2028
    Query review, Sat 11 Dec 2027 (confirmed Sat 11 Dec 2027)
      Situation
        Finance waited for figures
      Action
        Wrote the *join*
      Result
        Same day
  (eol)
  Other learning
    Reading: self-study, planned
  (eol)
  Skills
    SQL, own view 6, lead's view 7
  $ groei portfolio amir --markdown
  # Portfolio of Amir Haddad
  (eol)
  (eol)
  ## SQL for reporting · need
  (eol)
  - SQL course: course, finished, Fri 10 Dec 2027, 20 hours, passed, certificate “SQL-1”, valid until Tue 1 Feb 2028
  (eol)
  ### Query review, Sat 11 Dec 2027 (confirmed Sat 11 Dec 2027)
  (eol)
  **Situation.** Finance waited for figures
  (eol)
  **Action.** Wrote the \*join\*
  (eol)
  **Result.** Same day
  (eol)
  (eol)
  ## Other learning
  (eol)
  - Reading: self-study, planned
  (eol)
  ## Skills
  (eol)
  - SQL, own view 6, lead's view 7
  $ groei portfolio amir --json | jq -c '[.person, (.goals|length), (.evidence|length), (.learning|length), (.skills|length)]'
  ["amir",1,1,2,1]
  $ groei portfolio sanne
  Portfolio of Sanne Vermeer
  Nothing here yet. “groei goal add HANDLE TITLE” begins a plan, “groei evidence add GOAL TITLE” notes how something learned was applied.
  $ groei portfolio nobody
  groei: Person: nobody is called “nobody”, did you mean amir, sanne?
  [3]

Who learns answers the questions for a checkpoint; what is published settles it.

  $ export GROEI_TODAY=2028-01-10; groei person add lies Lies >/dev/null; groei learning add lies "Writing" --starts 2028-02-01 --ends 2028-02-04 >/dev/null
  $ point=$(groei checkpoint list --person lies --json | jq -r '.[] | select(.kind == "day-60").id'); export GROEI_TODAY=2028-04-04
  $ groei reflect --checkpoint $point
  groei: Reflection: Lies answers the questions of this checkpoint
  [7]
  $ groei --as lies reflect --checkpoint $point --about sanne
  groei: reflect: --checkpoint says it all, leave --conversation and --about out
  [2]
  $ groei --as lies reflect --checkpoint $point | head -n 1
  Sixty days after the training
  $ groei --as lies reflect --checkpoint $point --answer transfer-routine="Two reports"
  Kept 1 answer for your eyes only; --publish shows it.
  $ groei checkpoint show $point --json | jq -c '[.state, .done]'
  ["open",null]
  $ groei --as lies reflect --checkpoint $point --publish
  Published 1 answer, readable for Sanne Vermeer.
  $ groei checkpoint show $point --json | jq -c '[.state, .done]'
  ["done","2028-04-04"]
