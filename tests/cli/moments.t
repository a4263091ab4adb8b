Moments, talking points, what was heard, and the lessons of a team; a code is whatever comes first.

  $ groei init --me sanne --name Sanne >/dev/null && groei team add data Data >/dev/null && groei person add amir Amir --team data >/dev/null
  $ code() { groei "$1" list --all --match "$2" --json | jq -r '.[0].id'; }

A moment is one line; the day is today, it is shared, and it is an observation unless said otherwise.

  $ groei jot amir calm in the outage review --json | jq -c '[.title, .kind, .day, .shared, .author, .source]'
  ["calm in the outage review","observation","2026-03-02","yes","sanne",null]
  $ groei jot amir explained the cache --kind praise --source team-meeting --said-by sanne --day 2026-02-20 --json | jq -c '[.kind, .day, .source, .said_by]'
  ["praise","2026-02-20","team-meeting","sanne"]
  $ printf 'from a pipe\n' | groei jot amir - --kind feedback --json | jq -r .title
  from a pipe
  $ groei jot amir too late --day 2026-03-03
  groei: Moment, Day: a moment cannot lie ahead
  [4]
  $ groei jot amir x --kind gossip
  groei: Moment, Kind: “gossip” is none of observation, praise, feedback, lesson, experiment, wish
  [4]
  $ groei jot amri x
  groei: Person: nobody is called “amri”, did you mean amir?
  [3]
  $ groei moment list --json | jq length
  3

A private one is a note, which no list of moments has.

  $ groei jot amir he seems tired --private --json | jq -c '[.text, .day]'
  ["he seems tired","2026-03-02"]
  $ groei jot amir x --private --kind praise
  groei: jot: --private is a note for yourself, leave --kind out
  [2]
  $ groei moment list --match tired
  Nothing like that. “groei moment list --all” shows all.
  $ groei note list --json | jq -c '[.[].text]'
  ["he seems tired"]

Shared, taken back, shared again.

  $ groei moment edit "$(code moment calm)" --shared no --json | jq -r .shared
  no
  $ groei moment share "$(code moment calm)" --json | jq -r .shared
  yes
  $ groei moment share "$(code moment calm)"
  groei: Moment, Shared: it is so already
  [4]

An experiment that failed taught something: it is completed.

  $ groei jot amir "pairing on fridays" --kind experiment --json | jq -r .outcome
  running
  $ groei moment outcome "$(code moment pairing)" learned --note "an hour is enough" | sed 's/moment [a-z]*/moment CODE/'
  Completed, failed and learned: moment CODE: pairing on fridays.
  $ groei moment show "$(code moment pairing)" --json | jq -c '[.outcome, .note]'
  ["learned","an hour is enough"]
  $ groei moment outcome "$(code moment calm)" learned
  groei: Moment, Outcome: only an experiment has one
  [4]
  $ groei moment outcome "$(code moment pairing)" won
  groei: Moment, Outcome: “won” is none of running, succeeded, learned, stopped
  [4]

A wish stays in the brief until it has an answer.

  $ groei jot amir "teach the new ones" --kind wish >/dev/null; groei prep amir --json | jq -c '[.wishes[].title]'
  ["teach the new ones"]
  $ groei moment reply "$(code moment teach)" he starts in april --json | jq -r .reply
  he starts in april
  $ groei prep amir --json | jq -c '[.wishes[].title]'
  []

A lesson goes on the team's list when its owner says so.

  $ groei jot amir "small steps win" --kind lesson >/dev/null; groei moment team "$(code moment small)"
  groei: Moment, For the team: whose lesson it is decides, ask them
  [7]
  $ groei moment team "$(code moment calm)"
  groei: Moment, For the team: only a lesson goes on the team's list
  [4]
  $ groei lessons; groei lessons --weeks 0
  No lessons in these weeks; --weeks N looks further back. groei jot HANDLE TEXT --kind lesson notes one, “moment team” shares it.
  groei: weeks: “0” is no number from 1 to 520, write such a number
  [4]

Your own lessons you put there yourself; a list of a team has those of the teams in it.

  $ groei team add all All >/dev/null && groei team edit data --parent all >/dev/null && groei team add other Other >/dev/null && groei person edit sanne --team data >/dev/null
  $ groei jot sanne "say no earlier" --kind lesson >/dev/null; groei jot sanne "retro before lunch" --kind lesson --day 2026-02-26 >/dev/null; groei jot sanne "long ago" --kind lesson --day 2026-02-02 >/dev/null
  $ for word in earlier retro ago; do groei moment team "$(code moment "$word")" | sed 's/moment [a-z]*/moment CODE/'; done; groei moment team "$(code moment earlier)"
  On the team's list: moment CODE: say no earlier.
  On the team's list: moment CODE: retro before lunch.
  On the team's list: moment CODE: long ago.
  groei: Moment, For the team: it is so already
  [4]
  $ groei lessons | sed -E 's/^  [a-z]{4,16}  +/  CODE  /'
  The lesson of this week
    CODE  say no earlier (@sanne)
  (eol)
  Week of Mon 23 Feb
    CODE  retro before lunch (@sanne)
  $ groei --language nl lessons --weeks 1 | head -n 1
  De geleerde les van deze week
  $ groei lessons --team all --weeks 5 --json | jq -c '[.[].title]'; groei lessons --team other --json
  ["say no earlier","retro before lunch","long ago"]
  []
  $ groei moment edit "$(code moment earlier)" --team no --json | jq -r .team; groei lessons --weeks 1
  no
  No lessons in these weeks; --weeks N looks further back. groei jot HANDLE TEXT --kind lesson notes one, “moment team” shares it.

Points of a pair; what is not discussed goes over.

  $ groei point add amir Salary >/dev/null; groei point add amir Rota >/dev/null; groei point add amir Office >/dev/null
  $ groei point drop "$(code point Office)" --json | jq -r .state
  dropped
  $ groei conversation plan amir today >/dev/null; groei point done "$(code point Rota)" --json | jq -r .state
  discussed
  $ groei point done "$(code point Rota)"
  groei: Talking point, State: it is “discussed” already
  [4]
  $ groei prep amir --json | jq -c '[.agenda.points, .agenda.theirs, [.points[].title]]'
  [2,0,["Salary"]]

Holding the talk makes what its notes hold.

  $ groei conversation hold amir --mirror "I talked too much" --minutes 40 --insight "less is more" --notes '[ ] @amir call Noor by fri
  > ? the office again
  > ! listened well
  > !! asked the right question
  > > would like to go abroad' | sed 's/conversation [a-z]*/conversation CODE/'
  Held conversation CODE: Amir, Mon 2 Mar.
  1 action made.
  1 point for next time.
  2 moments kept.
  1 thing heard, to decide about: groei heard list
  1 talking point carried over.
  Next: Mon 30 Mar, in 4 weeks.
  $ groei conversation list --json | jq -c '.[] | select(.state == "held") | [.minutes, .insight]'
  [40,"less is more"]
  $ groei point list --json | jq -c 'sort_by(.title)[] | [.title, .carried]'
  ["Salary",1]
  ["the office again",0]
  $ groei moment list --json | jq -c '[.[] | select(.conversation != null) | [.title, .kind, .source]] | sort'
  [["asked the right question","praise","one-on-one"],["listened well","observation","one-on-one"]]
  $ groei note list --match talked --json | jq -r '.[0].text'
  I talked too much
  $ groei prep amir | sed -n '/^Talking/,/^Last time/p' | sed -E 's/^    [a-z]{4,16}  +/    CODE  /' | grep . | sort
      CODE  Mon 2 Mar  experiment: pairing on fridays, failed and learned
      CODE  Mon 2 Mar  feedback: from a pipe
      CODE  Mon 2 Mar  lesson: small steps win
      CODE  Mon 2 Mar  observation: calm in the outage review
      CODE  Mon 2 Mar  observation: listened well
      CODE  Mon 2 Mar  praise: asked the right question
      CODE  Mon 2 Mar  wish: teach the new ones
      CODE  Mon 2 Mar  would like to go abroad
      CODE  Salary (Sanne), carried over 1×
      CODE  the office again (Sanne)
      Mon 2 Mar: I talked too much
      Mon 2 Mar: he seems tired
      agenda: 0 of 2 points from Amir
  Heard, to decide about
  Last time
  Moments since the last talk
  Talking points
  Your private notes since the last talk

What was heard waits until it is decided about; undo takes back both.

  $ groei today | sed -E 's/ [bcdfghjkmnpqrstv]{4,16}  +/ CODE  /'
  Today, Mon 2 Mar
  (eol)
  Heard, to decide about (1)
      Mon 2 Mar    CODE  would like to go abroad (@amir)
  $ groei today --check >/dev/null; echo $?
  0
  $ groei heard become "$(code heard abroad)" maybe
  groei: heard become: “maybe” is no outcome, write action, point, note or nothing
  [4]
  $ groei heard become "$(code heard abroad)" note --by fri
  groei: heard become: only an action has an owner and a date, leave them out
  [2]
  $ groei heard become "$(code heard abroad)" action --title "ask HR about Lisbon" --by fri --json | jq -c '[.state, .made.title, .made.due, .made.owner]'
  ["action","ask HR about Lisbon","2026-03-06","sanne"]
  $ groei heard become "$(code heard abroad)" nothing
  groei: Heard, State: it is “became an action” already
  [4]
  $ groei undo >/dev/null; groei heard list --json | jq -c '[.[].state]'; groei action list --match Lisbon
  ["open"]
  Nothing like that. “groei action list --all” shows all.
  $ groei heard become "$(code heard abroad)" nothing | sed 's/heard [a-z]*/heard CODE/'; groei heard list
  Nothing to do: heard CODE: would like to go abroad.
  None open. Add one: groei heard add HANDLE TITLE
