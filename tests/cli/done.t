engines: sqlite postgresql
The main job in one script: from no store to a held conversation with two actions, a goal and a next
date, every step answered in JSON. tests/tui/done.tui does the same by hand and compares the records.

  $ set -e -o pipefail
  $ (
  > groei --json init --me sanne --name "Sanne de Wit"
  > groei --json person add amir "Amir Haddad"
  > groei --json conversation plan amir today --template growth
  > groei --json conversation answer amir energy-today 7
  > groei --json conversation answer amir energy-sources "Explaining things"
  > groei --json goal add amir "SQL for reporting"
  > printf '%s\n' "He sounded calm." "[ ] @amir ask Noor about mentoring by fri" "[ ] @sanne book the SQL course in 2w" |
  >   groei --json conversation hold amir --energy 7 --notes - --next 2026-03-27
  > ) >all.json
  $ jq -s -c 'map(type) | unique, length' all.json
  ["object"]
  7
  $ . "$TESTDIR/records.sh" && records
  {"cadence":null,"ends":null,"handle":"amir","hr":"no","id":"…","language":"en","lead":"sanne","made":"2026-03-02","name":"Amir Haddad","role":null,"starts":null,"talks_a_day":null,"team":null}
  {"cadence":null,"ends":null,"handle":"sanne","hr":"no","id":"…","language":"en","lead":null,"made":"2026-03-02","name":"Sanne de Wit","role":null,"starts":null,"talks_a_day":null,"team":null}
  {"acknowledged":null,"day":"2026-03-27","energy":null,"formal":"yes","format":"growth","hat":null,"id":"…","insight":null,"lead":"sanne","minutes":null,"notes":null,"person":"amir","postponed":null,"previous":"…","state":"planned","template":"growth"}
  {"acknowledged":null,"day":"2026-03-02","energy":7,"formal":"yes","format":"growth","hat":null,"id":"…","insight":null,"lead":"sanne","minutes":null,"notes":"He sounded calm.\n[ ] @amir ask Noor about mentoring by fri\n[ ] @sanne book the SQL course in 2w","person":"amir","postponed":null,"previous":null,"state":"held","template":"growth"}
  {"buddy":null,"budget_agreed":null,"budget_used":null,"conditions":null,"conversation":null,"direction":null,"hours_agreed":null,"hours_used":null,"id":"…","impact":null,"kind":"development","learned":null,"level_from":null,"level_now":null,"level_to":null,"made":"2026-03-02","moved":"2026-03-02","objective":null,"origin":"self","owner":"amir","person":"amir","purpose":null,"reason":null,"risks":null,"sign":null,"stage":"need","step":null,"step_by":null,"stepped":null,"success":null,"support":null,"supporters":null,"theme":null,"title":"SQL for reporting","way":null,"why":null}
  {"carried":0,"conversation":"…","done":null,"due":"2026-03-06","first_due":"2026-03-06","goal":null,"hours":null,"id":"…","kind":"do","made":"2026-03-02","owner":"amir","person":"amir","reagreed":0,"reason":null,"state":"open","title":"ask Noor about mentoring"}
  {"carried":0,"conversation":"…","done":null,"due":"2026-03-16","first_due":"2026-03-16","goal":null,"hours":null,"id":"…","kind":"do","made":"2026-03-02","owner":"sanne","person":"amir","reagreed":0,"reason":null,"state":"open","title":"book the SQL course"}
  {"acknowledged":null,"actions":[{"carried":0,"conversation":"…","done":null,"due":"2026-03-06","first_due":"2026-03-06","goal":null,"hours":null,"id":"…","kind":"do","made":"2026-03-02","owner":"amir","person":"amir","reagreed":0,"reason":null,"state":"open","title":"ask Noor about mentoring"},{"carried":0,"conversation":"…","done":null,"due":"2026-03-16","first_due":"2026-03-16","goal":null,"hours":null,"id":"…","kind":"do","made":"2026-03-02","owner":"sanne","person":"amir","reagreed":0,"reason":null,"state":"open","title":"book the SQL course"}],"answers":[{"author":"sanne","conversation":"…","day":"2026-03-02","earlier":null,"id":"…","number":7,"person":"amir","published":"yes","question":"energy-today","reflection":null,"side":"employee","template":"growth","text":null,"version":1,"wording":"f73fbc0fb47626ab"},{"author":"sanne","conversation":"…","day":"2026-03-02","earlier":null,"id":"…","number":null,"person":"amir","published":"yes","question":"energy-sources","reflection":null,"side":"employee","template":"growth","text":"Explaining things","version":1,"wording":"9ec474c970c080b1"}],"day":"2026-03-02","energy":7,"formal":"yes","format":"growth","hat":null,"id":"…","insight":null,"lead":"sanne","minutes":null,"notes":"He sounded calm.\n[ ] @amir ask Noor about mentoring by fri\n[ ] @sanne book the SQL course in 2w","person":"amir","postponed":null,"previous":null,"state":"held","template":"growth"}
