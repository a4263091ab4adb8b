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
  {"cadence":null,"ends":null,"handle":"amir","id":"…","language":"en","lead":"sanne","made":"2026-03-02","name":"Amir Haddad","role":null,"starts":null,"team":null}
  {"cadence":null,"ends":null,"handle":"sanne","id":"…","language":"en","lead":null,"made":"2026-03-02","name":"Sanne de Wit","role":null,"starts":null,"team":null}
  {"day":"2026-03-27","energy":null,"format":"growth","id":"…","lead":"sanne","notes":null,"person":"amir","previous":"…","state":"planned","template":"growth"}
  {"day":"2026-03-02","energy":7,"format":"growth","id":"…","lead":"sanne","notes":"He sounded calm.\n[ ] @amir ask Noor about mentoring by fri\n[ ] @sanne book the SQL course in 2w","person":"amir","previous":null,"state":"held","template":"growth"}
  {"conversation":null,"id":"…","level_from":null,"level_now":null,"level_to":null,"made":"2026-03-02","moved":"2026-03-02","person":"amir","stage":"need","step":null,"step_by":null,"support":null,"title":"SQL for reporting","why":null}
  {"carried":0,"conversation":"…","done":null,"due":"2026-03-06","goal":null,"id":"…","made":"2026-03-02","owner":"amir","person":"amir","state":"open","title":"ask Noor about mentoring"}
  {"carried":0,"conversation":"…","done":null,"due":"2026-03-16","goal":null,"id":"…","made":"2026-03-02","owner":"sanne","person":"amir","state":"open","title":"book the SQL course"}
  {"actions":[{"carried":0,"conversation":"…","done":null,"due":"2026-03-06","goal":null,"id":"…","made":"2026-03-02","owner":"amir","person":"amir","state":"open","title":"ask Noor about mentoring"},{"carried":0,"conversation":"…","done":null,"due":"2026-03-16","goal":null,"id":"…","made":"2026-03-02","owner":"sanne","person":"amir","state":"open","title":"book the SQL course"}],"answers":[{"conversation":"…","day":"2026-03-02","earlier":null,"id":"…","number":7,"person":"amir","question":"energy-today","side":"employee","template":"growth","text":null,"version":1,"wording":"f73fbc0fb47626ab"},{"conversation":"…","day":"2026-03-02","earlier":null,"id":"…","number":null,"person":"amir","question":"energy-sources","side":"employee","template":"growth","text":"Explaining things","version":1,"wording":"9ec474c970c080b1"}],"day":"2026-03-02","energy":7,"format":"growth","id":"…","lead":"sanne","notes":"He sounded calm.\n[ ] @amir ask Noor about mentoring by fri\n[ ] @sanne book the SQL course in 2w","person":"amir","previous":null,"state":"held","template":"growth"}
