The framework of an organisation: what groei brings, an own file, a wrong one.

  $ groei init --me sanne --name Sanne >/dev/null
  $ groei framework
  The framework of the organisation (as groei brings it)
  (eol)
    Rhythm, unless said otherwise       every 4 weeks
    Formal conversations a year         2
    Conversations a day for a lead      4
    Days until a goal counts as still   60
    Days until a silence is named       60
    Confidence to close a goal, of 10   7
    Fewest people behind a figure       5
    Months kept after somebody left     24
    Moments, unless said otherwise      shared with the employee
  (eol)
  Format    Template  Formal  Minutes
  growth    growth    yes     60
  start     start     yes     60
  check-in  checkin   no      30
  progress  progress  yes     45
  review    review    yes     60
  debrief   debrief   no      30
  stay      stay      no      45
  informal  informal  no      15
  $ groei framework --json
  {
    "file": null,
    "cadence": "4w",
    "formal-a-year": 2,
    "talks-a-day": 4,
    "stalled-after-days": 60,
    "silent-after-days": 60,
    "confidence-to-close": 7,
    "people-to-show": 5,
    "retention-months": 24,
    "moments": "shared",
    "formats": {"growth": {"template": "growth", "formal": true, "minutes": 60}, "start": {"template": "start", "formal": true, "minutes": 60}, "check-in": {"template": "checkin", "formal": false, "minutes": 30}, "progress": {"template": "progress", "formal": true, "minutes": 45}, "review": {"template": "review", "formal": true, "minutes": 60}, "debrief": {"template": "debrief", "formal": false, "minutes": 30}, "stay": {"template": "stay", "formal": false, "minutes": 45}, "moment": {"template": "informal", "formal": false, "minutes": 15}}
  }
  $ cd "$HOME" && groei framework --new >own.yaml && groei framework --file own.yaml --language nl
  Het kader van de organisatie (own.yaml)
  (eol)
    Ontwikkelen is bij ons geen jaarlijks agendapunt, maar een doorlopend gesprek.
    De medewerker heeft de regie; de leidinggevende luistert, vraagt door en maakt
    waar wat is toegezegd.
  (eol)
    Ritme, tenzij anders gezegd         elke 4 weken
    Formele gesprekken per jaar         2
    Gesprekken per dag voor wie leidt   4
    Dagen tot een doel stil heet te s…  60
    Dagen tot een stilte genoemd wordt  60
    Vertrouwen om een doel af te rond…  7
    Minste mensen achter een cijfer     5
    Maanden bewaard na vertrek          24
    Momenten, tenzij anders gezegd      gedeeld met de medewerker
  (eol)
  Vorm          Vragenlijst  Formeel  Minuten
  groei         growth       ja       60
  start         start        ja       60
  check-in      checkin      nee      30
  voortgang     progress     ja       45
  evaluatie     review       ja       60
  nabespreking  debrief      nee      30
  blijven       stay         nee      45
  informeel     informal     nee      15
  $ printf 'cadence: 2w\nmoments: private\n' >"$(dirname "$(groei paths --json | jq -r .store)")/framework.yaml"
  $ groei framework --json | jq -c '[.cadence, .moments, ."talks-a-day"]'
  ["2w","private",4]

The rhythm of a pair follows.

  $ groei person add amir Amir >/dev/null && groei conversation log amir --day 2026-02-28 >/dev/null
  $ groei conversation list --person amir --open --json | jq -r '.[0].day'
  2026-03-16

A file that is wrong stops nobody, but is told.

  $ printf 'cadense: 2w\n' >"$(dirname "$(groei paths --json | jq -r .store)")/framework.yaml"
  $ groei framework 2>&1 | sed 's,/.*/,,'
  groei: framework.yaml:1:1: unknown key "cadense" in the framework; did you mean "cadence"?
      cadense: 2w
      ^
  $ groei framework >/dev/null 2>&1
  [4]
  $ groei team list 2>&1 | sed 's,/.*/,,'
  None yet. Add one: groei team add HANDLE NAME
  groei: framework.yaml:1:1: unknown key "cadense" in the framework; did you mean "cadence"? (passed over until it is mended)
  $ groei framework --file none.yaml
  groei: none.yaml: cannot be read: No such file or directory
  [3]
  $ groei framework --file /dev/null
  groei: /dev/null: found a folder or device, expected a regular file
  [4]
