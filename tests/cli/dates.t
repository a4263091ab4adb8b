Dates in both languages, everywhere the same.

  $ groei init --me sanne --name Sanne >/dev/null && groei person add amir Amir --cadence 1m >/dev/null
  $ for day in today tomorrow fri vr "next mon" +3d "in 2w" vandaag morgen overmorgen "volgende week" "1 dec" "1 december 2027" 2026-12-01; do printf '%s: ' "$day"; groei action add amir x --due "$day" --json | jq -r .due; done
  today: 2026-03-02
  tomorrow: 2026-03-03
  fri: 2026-03-06
  vr: 2026-03-06
  next mon: 2026-03-09
  +3d: 2026-03-05
  in 2w: 2026-03-16
  vandaag: 2026-03-02
  morgen: 2026-03-03
  overmorgen: 2026-03-04
  volgende week: 2026-03-09
  1 dec: 2026-12-01
  1 december 2027: 2027-12-01
  2026-12-01: 2026-12-01
  $ for day in 30-2-2026 "30 feb" 3/4 never 2026-1 1899-12-31 2201-01-01 ""; do groei action add amir x --due "$day" --json 2>&1 | jq -c '[.error.status, .error.field, .due]'; done
  ["invalid","due",null]
  ["invalid","due",null]
  ["invalid","due",null]
  ["invalid","due",null]
  ["invalid","due",null]
  ["invalid","due",null]
  ["invalid","due",null]
  [null,null,null]

A month from the last day of a month stays in its month.

  $ groei --today 2027-01-31 conversation log amir --day 2027-01-31 --notes x --json | jq -r .next.day
  2027-03-01
  $ for zone in UTC Pacific/Kiritimati America/Adak Asia/Kathmandu; do TZ=$zone groei today --json | jq -r .today; done
  2026-03-02
  2026-03-02
  2026-03-02
  2026-03-02
  $ groei --today 2028-02-29 today | head -n 1
  Today, Tue 29 Feb
