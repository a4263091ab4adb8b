engines: sqlite postgresql
Small things that the sources ask for and that have no test of their own elsewhere; docs/practices.md says
which.

  $ mask() { sed -E 's/\b[bcdfghjkmnpqrstv]{4,16}(  ) */CODE\1/g; s/\b[bcdfghjkmnpqrstv]{4,16}\b/CODE/g'; }
  $ groei init --me sanne --name "Sanne de Wit" >/dev/null && groei team add data Data >/dev/null
  $ groei person add amir Amir Haddad --team data >/dev/null && groei person add noor Noor Peeters >/dev/null && groei person add hanna Hanna Claes --hr yes >/dev/null
  $ code() { groei "$1" list --all --match "$2" --json | jq -r '.[0].id'; }

A talk keeps what the lead was in it, how long it took and what both came to see.

  $ talk=$(groei conversation plan amir today --template micro --json | jq -r .id)
  $ groei conversation edit "$talk" --hat coach --minutes 45 --insight "Asking works better than telling" >/dev/null
  $ groei conversation show "$talk" | mask | sed -n '1,3p;/^Insight/,/^$/p'
  Mon 2 Mar: check-in with Amir Haddad
  CODE · planned · lead Sanne de Wit · as a coach · 45 minutes
  Seen by Amir Haddad, Sanne de Wit, HR without the words
  Insight
    Asking works better than telling

The brief says how long ago ambitions were spoken of, whichever template asked.

  $ groei prep amir | grep Ambitions
  [1]
  $ groei conversation log amir --day 2025-08-04 --template growth --answer grow-towards="Lead a project" --next none >/dev/null
  $ groei prep amir | grep Ambitions
  Ambitions: last spoken of Mon 4 Aug 2025, 7 months ago
  $ groei prep amir --json | jq -r .ambitions
  2025-08-04
  $ groei --as hanna prep amir | grep Ambitions
  [1]

Who may read a record stands below it, for everybody who may read all of it.

  $ groei jot amir "calm in the outage review" >/dev/null; groei moment show "$(code moment calm)" | grep "Seen by"
    Seen by       Amir Haddad, Sanne de Wit
  $ groei moment edit "$(code moment calm)" --shared no >/dev/null; groei moment show "$(code moment calm)" | grep "Seen by"
    Seen by       Sanne de Wit
  $ groei note add amir "ask about the move" >/dev/null; groei note show "$(code note move)" | grep "Seen by"
    Seen by  Sanne de Wit
  $ goal=$(groei goal add amir "SQL" --json | jq -r .id); groei --as amir goal show "$goal" | grep "Seen by"
    Seen by         Amir Haddad, Sanne de Wit, HR without the words
  $ groei --as hanna goal show "$goal" | grep "Seen by"
  [1]
  $ groei skill add noor "SQL" --helps yes >/dev/null; groei skill show "$(code skill SQL)" | grep "Seen by"
    Seen by       Noor Peeters, Sanne de Wit, everybody in outline
  $ groei goal edit "$goal" --buddy noor >/dev/null; groei --language nl goal show "$goal" | grep Leesbaar
    Leesbaar voor    Amir Haddad, Sanne de Wit, Noor Peeters, HR zonder de woorden
  $ groei objective add "One truth in our figures" >/dev/null; groei team show data | grep "Seen by"
    Seen by  everybody

Time is freed in hours, and asked of whoever can give it.

  $ groei action add amir "friday mornings free of meetings" --kind time --hours 4 --owner sanne --goal "$goal" --json | jq -c '[.kind, .hours, .owner]'
  ["time",4,"sanne"]
  $ groei goal show "$goal" | grep Support
  Support: 1 promised, 0 given
  $ for kind in arrange introduce share practise ask budget buddy task; do groei action add amir "x $kind" --kind "$kind" --json | jq -r .kind; done | xargs
  arrange introduce share practise ask budget buddy task

Goals say where they lead, whose wheel it is and what they need; lists filter by it.

  $ groei goal edit "$goal" --kind passion --origin together --direction sideways --theme "sustainable employability" --way shadowing --supporters "the finance team" --success "a real case" --conditions "one day a week" --risks "the release" --hours-agreed 40 --budget-agreed 900 >/dev/null
  $ groei goal show "$goal" --json | jq -c '[.kind, .origin, .direction, .theme, .way, .supporters, .success, .conditions, .risks, .budget_agreed]'
  ["passion","together","sideways","sustainable employability","shadowing","the finance team","a real case","one day a week","the release",900]
  $ groei goal list --direction sideways --kind passion --json | jq -c '[.[].title]'
  ["SQL"]
  $ groei goal list --match "employability" --json | jq -c '[.[].title]'
  ["SQL"]
  $ groei goal list --objective none --json | jq -c '[.[].title]'
  ["SQL"]
  $ groei goal edit "$goal" --objective "$(code objective truth)" >/dev/null; groei goal list --objective none; groei objective list | mask
  Nothing like that. “groei goal list --all” shows all.
  Code  Goals  Title                     Team  State
  CODE  1      One truth in our figures        open
  0 open goals stand on their own.
  $ groei goal edit "$goal" --owner sanne >/dev/null; groei goal edit "$goal" --owner amir >/dev/null; groei history goal "$goal" --limit 2 | grep -o 'Owner.*'
  Owner: Sanne de Wit → Amir Haddad
  Owner: Amir Haddad → Sanne de Wit
  $ groei goal add amir "Speak up" >/dev/null; groei goal list --stage need --person amir --json | jq length
  2

A check is asked of each side in its own words: who steers, and with what heart.

  $ groei --as amir goal check "$goal" --wheel 4 --motivation 5 --commitment 5 >/dev/null; groei --as sanne goal check "$goal" --wheel 2 --commitment 4 --side lead >/dev/null
  $ groei goal show "$goal" | grep -E 'Wheel|Commitment|Motivation'
    Motivation    ▇  5
    Commitment    ▇  5                            ▅  4
    Wheel         ▅  4                            ▂  2

Ways to learn stand beside each other before one is chosen; every kind and form there is can be.

  $ groei learning propose amir "SQL academy" --kind course --form mixed --cost 1200 --hours 40 --provider Academy --goal "$goal" >/dev/null; groei learning propose amir "Days beside Noor" --kind shadowing --form on-the-job --hours 16 --goal "$goal" >/dev/null
  $ groei learning list --state proposed --json | jq -c 'sort_by(.title)[] | [.title, .kind, .form, .hours, .cost, .provider]'
  ["Days beside Noor","shadowing","on-the-job",16,null,null]
  ["SQL academy","course","mixed",40,1200,"Academy"]
  $ for kind in training course coaching shadowing intervision job-crafting self-study assignment evc mentoring; do groei learning add amir "y $kind" --kind "$kind" --json | jq -r .kind; done | xargs
  training course coaching shadowing intervision job-crafting self-study assignment evc mentoring
  $ for form in home online classroom mixed on-the-job; do groei learning add amir "z $form" --form "$form" --mandatory yes --json | jq -r .form; done | xargs
  home online classroom mixed on-the-job

The plan of a person on one page: goals with their next step, ways, learning that is planned.

  $ groei goal edit "$goal" --step "ask Noor" --step-by 2026-03-13 >/dev/null; groei learning answer "$(code learning academy)" yes >/dev/null
  $ groei portfolio amir | sed -n '1,/^Speak/p'
  Portfolio of Amir Haddad
  (eol)
  Speak up · need

Directions may lie outside, and may be for one's own eyes.

  $ groei --as amir direction add amir "teach, one day" --kind outside --secret yes >/dev/null; groei --as amir direction list --json | jq -c '.[] | [.kind, .secret]'; groei direction list --json
  ["outside","yes"]
  []

A lead is somebody's employee too, with goals of their own, and is thanked as others are.

  $ groei person add els "Els Verstraete" >/dev/null; groei person edit els --lead "" >/dev/null; groei person edit sanne --lead els >/dev/null
  $ groei goal add sanne "Listen longer" --json | jq -c '[.person, .owner]'
  ["sanne","sanne"]
  $ groei --as amir jot sanne "made room for the course" --kind praise --json | jq -c '[.person, .author, .shared]'
  ["sanne","amir","yes"]
  $ groei --as els moment list --person sanne --json | jq -c '[.[].title]'
  ["made room for the course"]
