engines: sqlite postgresql
From nothing to a held conversation, by the shell alone. Codes are random, so they are masked.

  $ set -o pipefail; mask() { sed -E 's/\b[bcdfghjkmnpqrstv]{4,16}(  ) */CODE\1/g; s/\b[bcdfghjkmnpqrstv]{4,16}\b/CODE/g'; }

Without a store there is one sentence that says what to do.

  $ groei today 2>&1 | sed -E 's/store .*: there/store: there/'
  groei: store: there is none yet, run “groei init --me HANDLE --name NAME” or open the screens with “groei”
  [3]
  $ groei init --me sanne --name "Sanne de Wit" | head -n 1
  Made the store of person sanne: Sanne de Wit.
  $ groei init --me other
  groei: store: it has an owner already; name another with --store
  [5]
  $ groei person add amir Amir Haddad --role "data engineer" --cadence 2w
  Added person amir: Amir Haddad.
  $ groei person add noor --name "Noor Peeters" --lead sanne
  Added person noor: Noor Peeters.
  $ groei person list
  Name          Handle  Role           Lead          Team  Rhythm
  Amir Haddad   amir    data engineer  Sanne de Wit        every 2 weeks
  Noor Peeters  noor                   Sanne de Wit
  Sanne de Wit  sanne

Planning: on a day, and by the rhythm.

  $ groei conversation plan amir fri | mask
  Planned conversation CODE: Amir Haddad, Fri 6 Mar.
  $ groei conversation plan noor | mask
  Planned conversation CODE: Noor Peeters, Mon 2 Mar.
  $ groei conversation list | mask
  Code  Employee      Day        Format  State    Energy  Postponed
  CODE  Amir Haddad   Fri 6 Mar  growth  planned
  CODE  Noor Peeters  Mon 2 Mar  growth  planned
  $ groei today
  Today, Mon 2 Mar
  (eol)
  Talks (2)
    > Mon 2 Mar    today                        noor  Noor Peeters, planned
      Fri 6 Mar    in 4 days                    amir  Amir Haddad, planned

The questions, and an answer; a unique start of the question's id is enough.

  $ groei conversation answer amir energy-sources "Explaining things"
  Answered energy-sources.
  $ groei conversation answer amir energy-to 8
  Answered energy-today.
  $ groei conversation answer amir good-at "Listening first" --side lead
  Answered good-at.
  $ groei conversation answer amir energy-today eleven
  groei: Answer, Value: “eleven” does not fit “energy-today”, it is a whole number from 1 to 10
  [4]
  $ groei conversation show amir | mask | head -n 12
  Fri 6 Mar: growth with Amir Haddad
  CODE · planned · lead Sanne de Wit
  Seen by Amir Haddad, Sanne de Wit
  (eol)
  Energy
    How much energy do you have today?
      Amir Haddad: 8 of 10
    What gives you energy?
      Amir Haddad: Explaining things
    Which passion deserves more room?
  (eol)
  Strengths

A goal and actions.

  $ groei goal add amir SQL for reporting --step "book the course" --step-by "next mon" | mask
  Added goal CODE: SQL for reporting.
  $ groei action add amir "@sanne ask Noor about mentoring by fri" | mask
  Added action CODE: ask Noor about mentoring.
  $ groei action add "[ ] @amir try the course by 2026-02-27" | mask
  Added action CODE: try the course.
  $ groei action list | mask
  Code  Title                     Owner         Due         State
  CODE  try the course            Amir Haddad   Fri 27 Feb  open
  CODE  ask Noor about mentoring  Sanne de Wit  Fri 6 Mar   open
  $ goal=$(groei goal list --person amir --json | jq -r '.[0].id')
  $ groei goal move "$goal" learning | mask
  Moved to learning: goal CODE: SQL for reporting.
  $ groei goal move "$goal" learning
  groei: Goal, Stage: it is at “learning” already
  [4]

An action for nobody is refused with the line and the nearest names, and nothing changes.

  $ groei history --json >history; printf '%s\n' 'Good talk.' '[ ] @amri read it by fri' | groei conversation hold amir --notes -
  groei: Notes, line 2: nobody is called “amri”, did you mean amir?
  [3]
  $ groei conversation log amir --notes '[ ] @x-files read it'
  groei: Notes, line 1: nobody is called “x-files”, did you mean amir, sanne, noor?
  [3]
  $ groei conversation hold amir --notes '[ ] @amri read it' --json
  {"error": {"status": "not-found", "field": "notes", "message": "Notes, line 1: nobody is called “amri”, did you mean amir?"}}
  [3]
  $ groei history --json | diff history - && groei conversation list --person amir --all --json | jq -c 'map([.state, .notes])'
  [["planned",null]]

Holding it: the noted actions are made, the open ones carried over, the next one planned.

  $ printf '%s\n' 'Good talk.' '[ ] @amir read the report by 9 mar' '[x] done already' | groei conversation hold amir --notes - | mask
  Held conversation CODE: Amir Haddad, Mon 2 Mar.
  1 action made.
  2 open actions carried over.
  Next: Mon 16 Mar, in 2 weeks.
  $ groei conversation list --person amir | mask
  Code  Employee     Day         Format  State    Energy  Postponed
  CODE  Amir Haddad  Mon 16 Mar  growth  planned
  CODE  Amir Haddad  Mon 2 Mar   growth  held     8
  $ groei conversation list --person amir --all --json | jq -c 'map(.state)'; groei conversation list --person amir --open --json | jq -c 'map(.state)'
  ["planned","held"]
  ["planned"]
  $ groei action list --json | jq -r '.[] | [.owner, .title, .due, .carried] | @tsv'
  amir	try the course	2026-02-27	1
  sanne	ask Noor about mentoring	2026-03-06	1
  amir	read the report	2026-03-09	0
  $ groei prep amir | mask
  Amir Haddad, data engineer
  Next: Mon 16 Mar, in 2 weeks (growth)
  Last: Mon 2 Mar, today (growth)
  Talks: 1 of 2 formal talks this year
  Rhythm: every 2 weeks
  Ambitions: not spoken of yet
  Energy: ▅  8
  (eol)
  You promised
      CODE  ask Noor about mentoring, by Fri 6 Mar, carried over once
  (eol)
  Amir Haddad promised
    ! CODE  try the course, overdue, 3 days ago, carried over once
      CODE  read the report, by Mon 9 Mar
  (eol)
  Goals
      CODE  SQL for reporting: learning, moved today
            next step: book the course, by Mon 9 Mar
  (eol)
  Last time
    How much energy do you have today?
      Amir Haddad: 8 of 10
    What gives you energy?
      Amir Haddad: Explaining things
    What are you good at?
      Sanne de Wit: Listening first
    Notes
      Good talk.
      [ ] @amir read the report by 9 mar
      [x] done already
  (eol)
  Longest not asked
    Which passion deserves more room? (never)
    What does it take to turn a 7 into a 9? (never)
    Do you know what you are good at? (never)
  $ groei today --check | mask
  Today, Mon 2 Mar
  (eol)
  Talks (1)
    > Mon 2 Mar    today                        noor  Noor Peeters, planned
  (eol)
  My actions (1)
      Fri 6 Mar    in 4 days                    CODE  ask Noor about mentoring (for amir)
  (eol)
  Overdue actions of others (1)
    ! Fri 27 Feb   overdue, 3 days ago          CODE  try the course (@amir)
  (eol)
  Goals (1)
      Mon 9 Mar    in 7 days                    CODE  SQL for reporting (@amir): book the course
  [1]
  $ groei action done "$(groei action list --json | jq -r '.[0].id')" | mask
  Done: action CODE: try the course.
  $ groei prep amir --json | jq -c '[.cadence, .last.state, .next.day, .energy, (.promised | length), (.theirs | length), (.done | length)]'
  ["2w","held","2026-03-16",[8],1,1,1]

Everything is in the journal, and can be taken back.

  $ groei history --limit 2 | cut -c 14- | mask
  sanne     Action “try the course · Amir Haddad”: State: open → done; Done on: – → Mon 2 Mar
  sanne     Conversation “Mon 2 Mar · Amir Haddad”: Day: Fri 6 Mar → Mon 2 Mar; State: planned → held; Energy: – → 8
  $ groei history goal "$goal" --json | jq -r '.[].fields[] | select(.field == "stage") | [.operation, .before, .after] | @tsv'
  edit	need	learning
  add		need
  $ groei history goal "$goal" --json | jq -r '.[].fields[] | select(.field == "person" or .field == "conversation") | .after' | mask
  amir
  $ groei undo | mask
  Took back: Action “try the course · Amir Haddad”: State: open → done; Done on: – → Mon 2 Mar
  $ groei undo | sed 's/:.*//'
  Took back
  $ groei conversation list --person amir | mask
  Code  Employee     Day        Format  State    Energy  Postponed
  CODE  Amir Haddad  Fri 6 Mar  growth  planned
  $ groei action list --json | jq length
  2

A talk that was not planned is logged in one go.

  $ groei conversation log noor --day yesterday --energy 6 --notes "Short one" --answer grow-towards="Board meetings" --next none | mask
  Held conversation CODE: Noor Peeters, Sun 1 Mar.
  No next one planned.
  $ groei conversation show "$(groei conversation list --person noor --state held --json | jq -r '.[0].id')" | mask
  Sun 1 Mar: growth with Noor Peeters
  CODE · held · lead Sanne de Wit · energy 6
  Seen by Noor Peeters, Sanne de Wit
  (eol)
  Where to grow
    Where do you want to grow towards?
      Noor Peeters: Board meetings
  (eol)
  Notes
    Short one
  $ groei conversation cancel noor | mask
  Cancelled conversation CODE: Noor Peeters, Mon 2 Mar.
  $ groei conversation cancel amir | mask
  Cancelled conversation CODE: Amir Haddad, Fri 6 Mar.
  $ groei person remove amir
  groei: Person: it stands under “Employee” in Conversations, remove or change those first
  [5]
  $ groei person remove nobody
  groei: Person: nobody is called “nobody”, did you mean noor?
  [3]
