Goals from need to confident, promises of both sides, buddies, profiles and objectives.

  $ export GROEI_TODAY=2026-03-02
  $ groei init --me sanne --name "Sanne de Wit" >/dev/null
  $ groei person add amir Amir Haddad >/dev/null && groei person add noor Noor Peeters >/dev/null
  $ mask() { sed -E 's/\b[bcdfghjkmnpqrstv]{4,16}(  ) */CODE\1/g; s/\b[bcdfghjkmnpqrstv]{4,16}\b/CODE/g'; }
  $ goal=$(groei goal add amir "SQL" --why "joy" --purpose energy --step "ask Noor" --step-by fri --level-from 3 --level-to 8 --hours-agreed 40 --json | jq -r .id)
  $ groei goal show "$goal" --json | jq -c '[.owner, .origin, .purpose, .step_by, .hours_agreed]'
  ["amir","self","energy","2026-03-06",40]

Closing needs an application and the employee's confidence; a refusal names both ways to go on.

  $ groei goal move "$goal" confident 2>&1 | mask
  groei: Goal, Stage: “confident” needs something that was applied at work; add --evidence TEXT, or first: groei evidence add CODE TITLE
  $ groei goal move "$goal" confident >/dev/null 2>&1
  [4]
  $ groei goal move "$goal" confident --evidence "the monthly report" 2>&1 | mask
  groei: Goal, Stage: “confident” needs the employee's own confidence of 7 or more, not asked yet; add --confidence N, or go on and later: groei goal check CODE --confidence N
  $ groei goal check "$goal"  2>&1
  groei: Progress, Level: say at least one thing: a level, motivation, confidence, commitment, wheel, course or note
  [4]
  $ groei goal check "$goal" --level 5 --motivation 4 --confidence 4 --commitment 5 --side employee --course on-track | mask
  Checked goal CODE: SQL (employee).
  $ groei --today 2026-03-09 goal check "$goal" --level 6 --confidence 6 --side employee | mask
  Checked goal CODE: SQL (employee).
  $ groei --today 2026-03-09 goal check "$goal" --level 5 --course attention --note "needs practice" | mask
  Checked goal CODE: SQL (lead).
  $ groei goal move "$goal" confident --evidence "the monthly report" 2>&1 | mask
  groei: Goal, Stage: “confident” needs the employee's own confidence of 7 or more, now 6; add --confidence N, or go on and later: groei goal check CODE --confidence N
  $ groei goal move "$goal" confident --evidence "x" --confidence 11 2>&1
  groei: Progress, Confidence: “11” does not fit, it is a whole number from 0 to 10
  [4]
  $ groei evidence list --json
  []
  $ groei --today 2026-03-20 goal need "$goal" "half a day a week by 1 apr" --kind time | mask
  Promised by @sanne: action CODE: half a day a week.
  $ groei --today 2026-03-31 action done "$(groei action list --json | jq -r '.[0].id')" | mask
  Done: action CODE: half a day a week.
  $ groei --today 2026-04-02 goal move "$goal" confident --evidence "the monthly report" --confidence 8 | mask
  Moved to confident: goal CODE: SQL.
  $ groei --today 2026-04-03 goal show "$goal" | mask
  goal CODE: SQL
    Employee        Amir Haddad
    Title           SQL
    Stage           confident
    Why           (eol)
      joy
    Next step       ask Noor
    Step by         Fri 6 Mar
    Level at start  3
    Level now       6
    Level wanted    8
    Made            Mon 2 Mar
    Moved           Thu 2 Apr
    Owner           Amir Haddad
    Kind            development
    Origin          the employee
    For             energy
    Hours agreed    40
    Seen by         Amir Haddad, Sanne de Wit
  (eol)
  Progress
                  employee                        lead
    Level         ▄▄  5 6                         ▄  5
    Motivation    ▅  4
    Confidence    ▃▄▅  4 6 8
    Commitment    ▇  5
    Course        on track, Mon 2 Mar             needs attention, Mon 9 Mar
  (eol)
  Support: 1 promised, 1 given
    CODE  half a day a week, done Tue 31 Mar
  (eol)
  Evidence
    CODE  Thu 2 Apr        the monthly report
  (eol)
  Timeline
    Mon 2 Mar        made
    Mon 2 Mar        checked (employee)
    Mon 9 Mar        checked (employee)
    Mon 9 Mar        checked (lead): needs practice
    Tue 31 Mar       given: half a day a week
    Thu 2 Apr        need → confident (sanne)
    Thu 2 Apr        checked (employee)
    Thu 2 Apr        applied: the monthly report
  $ groei --today 2026-04-03 goal show "$goal" --json | jq -c '[.movement, (.progress.employee | map([.level, .confidence])), (.progress.lead | map(.course)), .promised.made, .promised.given, (.evidence | map(.title))]'
  ["2026-04-02",[[5,4],[6,6],[null,8]],["attention"],1,1,["the monthly report"]]

An experiment that failed and taught is completed; what is dropped may say why, and opens again.

  $ try=$(groei goal add amir "No meetings on Friday" --kind experiment --json | jq -r .id)
  $ groei goal move "$try" lesson 2>&1
  groei: Goal, Stage: an experiment that failed is completed with what it taught; add --learned TEXT
  [4]
  $ groei goal move "$try" lesson --learned "people phoned instead" | mask
  Moved to failed and learned: goal CODE: No meetings on Friday.
  $ drop=$(groei goal add amir "French" --json | jq -r .id)
  $ groei goal move "$drop" lesson --learned x 2>&1
  groei: Goal, Stage: only an experiment can fail and teach; set --kind experiment first, or choose “dropped”
  [4]
  $ groei goal move "$drop" dropped --reason "it suits the team, not him" | mask
  Moved to dropped: goal CODE: French.
  $ groei goal list
  None open. Add one: groei goal add HANDLE TITLE
  $ groei goal move "$drop" need | mask
  Moved to need: goal CODE: French.
  $ groei history goal "$drop" --limit 2 | mask | sed -E 's/^.*(Goal|goal)/goal/'
  goal “French · Amir Haddad”: Stage: dropped → need
  goal “French · Amir Haddad”: Stage: need → dropped; Why it stopped: – → it suits the team, not him

The safety net asks, neutrally, and is no duty; the answer is a promise.

  $ groei --today 2026-05-01 today --json | jq -c '[(.stalled | map([.title, .since])), .due]'
  [[["French","2026-03-02"]],2]
  $ groei --today 2026-05-01 today | mask | grep -A1 "stand still"
  Goals that stand still (1)
      Mon 2 Mar    last moved 2 months ago      CODE  What does Amir need for “French”?
  $ groei --today 2026-05-01 goal need "$drop" "a conversation partner" >/dev/null; groei --today 2026-05-01 today --json | jq -c .stalled
  []

A new day is agreed with a reason and counted; both sides' promises are counted alike.

  $ act=$(groei action add amir "#share what you learned by 10 mar" --json | jq -r .id)
  $ groei action show "$act" --json | jq -c '[.title, .kind, .due, .first_due, .reagreed]'
  ["what you learned","share","2026-03-10","2026-03-10",0]
  $ groei action reagree "$act" 2026-03-20 2>&1
  groei: Action, Reason: a new day comes with a reason, add --reason TEXT
  [4]
  $ groei action reagree "$act" 2026-03-20 --reason "the team meets later" | mask
  Agreed anew, by Fri 20 Mar: action CODE: what you learned.
  $ groei action edit "$act" --due 2026-03-27 | mask
  Changed action CODE: what you learned.
  $ groei action show "$act" --json | jq -c '[.due, .first_due, .reagreed, .reason]'
  ["2026-03-27","2026-03-10",2,"the team meets later"]
  $ groei prep amir | grep -c "agreed anew 2 times"
  1
  $ groei action drop "$(groei action add amir "old idea" --json | jq -r .id)" | mask
  Dropped: action CODE: old idea.
  $ groei action list --kind share --owner amir --json | jq length
  1
  $ groei --today 2026-05-02 promises amir | mask
  Promised to Amir Haddad
    made 2 · kept on time 1 · kept late 0 · agreed anew 0 · open 1 · overdue 0 · dropped 0
      CODE  a conversation partner: open
      CODE  half a day a week: kept, Tue 31 Mar
  Amir Haddad promised
    made 2 · kept on time 0 · kept late 0 · agreed anew 1 · open 1 · overdue 1 · dropped 1
      CODE  what you learned: overdue, 5 weeks ago, agreed anew 2 times
      CODE  old idea: dropped
  $ groei --today 2026-05-02 promises amir --json | jq -c '[.from, .to, (.lead | del(.actions)), (.employee | del(.actions)), (.lead.actions | length)]'
  [null,"2026-05-02",{"made":2,"on_time":1,"late":0,"reagreed":0,"open":1,"overdue":0,"dropped":0},{"made":2,"on_time":0,"late":0,"reagreed":1,"open":1,"overdue":1,"dropped":1},2]
  $ groei promises amir --from 2026-03-09 --to 2026-03-08 2>&1
  groei: promises: the last day lies before the first, swap --from and --to
  [4]
  $ groei promises nobody 2>&1
  groei: Person: nobody is called “nobody”, did you mean noor?
  [3]

Who helps is who said so; a skill is confirmed by side.

  $ skill=$(groei skill add noor "SQL reports" --kind strength --own 8 --wanted 9 --json | jq -r .id)
  $ groei buddy sql
  Nobody said they help with that. Somebody who does says so with: groei skill edit ID --helps yes
  [1]
  $ groei skill edit "$skill" --helps yes >/dev/null; groei buddy sql --for amir
  ▮▮▮▮▮▮▮▮▯▯  8   noor          Noor Peeters: SQL reports
  $ groei buddy sql --for noor
  Nobody said they help with that. Somebody who does says so with: groei skill edit ID --helps yes
  [1]
  $ groei goal edit "$drop" --buddy noor 2>&1 >/dev/null; groei goal edit "$drop" --buddy sanne 2>&1 >/dev/null
  groei: buddy: @sanne did not say yet that they help others, ask them first
  $ groei --today 2026-04-01 skill confirm "$skill" --view 7 --json | jq -c '[.own, .view, .confirmed]'
  [8,7,"2026-04-01"]
  $ groei skill add noor "Says yes too often" --kind pitfall >/dev/null; groei direction add noor "Architect" --kind sideways >/dev/null
  $ groei profile noor
  Noor Peeters
  (eol)
  Strengths
                              Own view        Lead's view     Wanted
    SQL reports               ▮▮▮▮▮▮▮▮▯▯  8   ▮▮▮▮▮▮▮▯▯▯  7   ▮▮▮▮▮▮▮▮▮▯  9   helps others
  (eol)
  Pitfalls
                              Own view        Lead's view     Wanted
    Says yes too often
  (eol)
  Directions
    Architect (sideways)
  $ groei profile noor --json | jq -c '[.person, (.strengths | map(.title)), (.skills | length), (.pitfalls | map(.title)), (.directions | map(.title))]'
  ["noor",["SQL reports"],0,["Says yes too often"],["Architect"]]

An objective shows which goals serve it; a goal without one is fine.

  $ groei objective list
  None open. Add one: groei objective add TITLE
  $ objective=$(groei objective add "One truth in our figures" --json | jq -r .id); groei goal edit "$drop" --objective "$objective" >/dev/null
  $ groei objective list | mask
  Code  Goals  Title                     Team  State
  CODE  1      One truth in our figures        open
  0 open goals stand on their own.
  $ groei objective list --json | jq -c 'map([.title, .goals])'
  [["One truth in our figures",1]]
  $ groei objective show "$objective" --json | jq -c '[.title, (.goals | map(.title))]'
  ["One truth in our figures",["French"]]

Each side speaks for itself: who leads cannot answer for the employee, nor the other way round, and nobody
else is told.

  $ groei person add lotte Lotte --lead noor >/dev/null; mine=$(groei --as lotte goal add lotte "Speak up" --json | jq -r .id)
  $ groei --as lotte goal check "$mine" --level 4 --json | jq -r .side
  employee
  $ groei --as noor goal check "$mine" --level 3 --json | jq -r .side
  lead
  $ groei --as noor goal check "$mine" --level 9 --side employee 2>&1
  groei: Progress: only Lotte says how it stands for the employee, leave out --side
  [7]
  $ groei --as lotte goal check "$mine" --level 9 --side lead 2>&1
  groei: Progress: Lotte speaks for the employee, not for the lead; leave out --side
  [7]
  $ groei --as noor goal move "$mine" confident --evidence "a talk" --confidence 9 2>&1
  groei: Progress: only Lotte says how it stands for the employee, leave out --side
  [7]
  $ groei --as lotte goal need "$mine" "a stage" --json | jq -r .owner
  noor
  $ groei --as lotte goal move "$mine" confident --evidence "a talk" --confidence 9 --json | jq -r .stage
  confident
  $ groei --as amir promises lotte 2>&1
  groei: Lotte: only they, their lead and HR see how they develop, ask them
  [7]

The page of a goal tells every change of its stage with its day and who made it; what was taken back is none.

  $ path=$(groei goal add amir "Present" --json | jq -r .id); for move in "03 planned" "10 learning" "10 practising" "24 stalled"; do groei --today 2026-03-${move% *} goal move "$path" ${move#* } >/dev/null; done; groei undo >/dev/null
  $ groei --as amir --today 2026-04-12 goal move "$path" applying >/dev/null; groei goal edit "$path" --why joy >/dev/null
  $ groei goal show "$path" | sed -n '/^Timeline/,$p'
  Timeline
    Mon 2 Mar        made
    Tue 3 Mar        need → planned (sanne)
    Tue 10 Mar       planned → learning (sanne)
    Tue 10 Mar       learning → practising (sanne)
    Sun 12 Apr       practising → applying (amir)
  $ groei goal show "$path" --json | jq -c '.stages[] | [.day, .before, .after, .who]'
  ["2026-03-02",null,"need","sanne"]
  ["2026-03-03","need","planned","sanne"]
  ["2026-03-10","planned","learning","sanne"]
  ["2026-03-10","learning","practising","sanne"]
  ["2026-04-12","practising","applying","amir"]
