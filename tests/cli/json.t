engines: sqlite postgresql
Lists and JSON: keys are the fields, absent values are null, nothing depends on the language.

  $ groei init --me sanne --name Sanne --json | jq -c 'del(.id)'
  {"name":"Sanne","handle":"sanne","role":null,"lead":null,"team":null,"cadence":null,"starts":null,"ends":null,"language":"en","made":"2026-03-02","hr":"no","talks_a_day":null}
  $ groei person list --match nobody
  Nothing like that. “groei person list --all” shows all.
  $ groei goal list
  None open. Add one: groei goal add HANDLE TITLE
  $ groei action list
  None open. Add one: groei action add HANDLE TITLE
  $ groei conversation list
  None yet. Plan one: groei conversation plan HANDLE
  $ groei goal list --json
  []
  $ groei team add data Data team --cadence 4w --json | jq -c 'del(.id)'
  {"name":"Data team","handle":"data","parent":null,"lead":"sanne","cadence":"4w"}
  $ groei person add amir "Amir Haddad" --team data --language en --json | jq -c 'del(.id)'
  {"name":"Amir Haddad","handle":"amir","role":null,"lead":"sanne","team":"data","cadence":null,"starts":null,"ends":null,"language":"en","made":"2026-03-02","hr":"no","talks_a_day":null}
  $ groei goal add amir "SQL" --json | jq -c 'keys_unsorted'
  ["id","person","title","stage","why","step","step_by","level_from","level_now","level_to","support","conversation","made","moved","owner","kind","origin","purpose","direction","way","sign","buddy","supporters","hours_agreed","hours_used","budget_agreed","budget_used","success","conditions","risks","objective","theme","learned","impact","reason","stepped"]
  $ groei goal add amir --title "Python" --stage learning --level-from 3 --json | jq -c '[.stage, .level_from, .level_to, (.id | length)]'
  ["learning",3,null,16]
  $ groei --language nl goal list --json | jq -c 'map(.stage) | sort'
  ["learning","need"]
  $ groei goal list --stage learning --json | jq -r '.[].title'
  Python
  $ groei goal list --match "pYTH" --json | jq -r '.[].title'
  Python
  $ groei goal list --match "100%" --json
  []
  $ groei goal list --limit 1 --json | jq length
  1
  $ groei goal list --limit 0
  groei: limit: “0” is no number from 1 to 2147483647, write such a number
  [4]
  $ groei goal list --stage dropped
  Nothing like that. “groei goal list --all” shows all.
  $ groei goal show "$(groei goal list --match SQL --json | jq -r '.[0].id' | cut -c 1-8)" --json | jq -r .title
  SQL
  $ groei goal edit "$(groei goal list --match SQL --json | jq -r '.[0].id')" --stage dropped --json | jq -r .stage
  dropped
  $ groei goal list --json | jq length; groei goal list --all --json | jq length
  1
  2

More than one window of 200: all are there, once, in order.

  $ for i in $(seq 1000 1249); do echo "action add amir n$i --due 2026-04-01"; done | while read -r line; do groei $line >/dev/null || echo failed; done
  $ groei action list --json | jq -c '[length, (map(.id) | unique | length), .[0].due]'
  [250,250,"2026-04-01"]
  $ groei action list --limit 210 --json | jq length
  210
  $ groei action list | tail -n +2 | wc -l
  250
  $ groei history --json | jq 'length > 250'
  true

A conversation shows its answers and actions.

  $ groei conversation log amir --day 2026-02-27 --answer energy-today=7 --lead-answer others-say=Kind --notes '[ ] @amir call' --json | jq -c '[.state, .day, .energy, .actions_made, .next.day]'
  ["held","2026-02-27",7,1,"2026-03-27"]
  $ groei conversation show "$(groei conversation list --state held --json | jq -r '.[0].id')" --json | jq -c '[.person, .template, (.answers | map([.question, .side, .text, .number])), (.actions | map(.title))]'
  ["amir","growth",[["energy-today","employee",null,7],["others-say","lead","Kind",null]],["call"]]
  $ groei today --json | jq -c 'keys_unsorted'
  ["today","due","talks","actions","goals","stalled","learning","heard","reflections","watch","drafts","more","behind"]
  $ groei today --json | jq -c '.talks | map([.person, .day, .overdue])'
  []
  $ groei template list --json | jq -r '.[].id' | xargs
  career checkin debrief evc growth hr-framework informal job-crafting lead-mirror lesson micro peer-feedback progress reflection review stalled start stay team-needs team-retro training-before transfer-14 transfer-30 transfer-60 transfer-90 workload
  $ groei template show growth --json | jq -c '[.id, .format, (.questions | length > 5)]'
  ["growth","growth",true]
  $ groei paths --json | jq -r 'has("store")'
  true
  $ groei help --json | jq 'length > 30'
  true
