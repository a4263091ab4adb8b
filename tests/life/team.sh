#!/usr/bin/env bash
# Three years in the life of a team of eight, 2024 to 2026, by shell commands alone: joins, a change of
# lead, a long absence, postponements, two trainings followed through their 90 days, a dropped goal, a failed
# experiment, peer feedback through mailed forms. Fills the store that GROEI_STORE names; stops at the first
# command that fails. Everything happens on fixed days; with a day as argument it ends before the next one.
set -euo pipefail
until=${1:-9999-12-31}
unset GROEI_TODAY GROEI_AS
folder=$(mktemp -d "${TMPDIR:-/tmp}/groei-life-XXXXXX")
trap 'rm -rf "$folder"' EXIT
day=2024-01-02

on() {
	day=$1
	[[ $day < $until || $day == "$until" ]] || exit 0
}
# A command on the day, as the lead who owns the store; prints nothing unless it fails.
g() {
	if ! groei --today "$day" "$@" >"$folder/out" 2>&1; then
		printf 'on %s: groei %s\n' "$day" "$*" >&2
		cat "$folder/out" >&2
		exit 1
	fi
}
# The same in somebody's name.
as() { local who=$1; shift; g --as "$who" "$@"; }
# The id of the record that a command makes or changes.
id() { groei --today "$day" "$@" --json | jq -r .id; }
# The first record of a list for which the jq condition holds.
first() { groei --today "$day" "$1" list --all --json | jq -r "[.[] | select($2)][0].id"; }
# A talk that is recorded on its day, by the lead that is named first.
talk() {
	local lead=$1 who=$2 energy=$3
	shift 3
	as "$lead" conversation log "$who" --day "$day" --energy "$energy" "$@"
}
# A week day so many weeks after a Monday.
weeks() { date -u -d "$1 + $2 weeks" +%F; }

# 2024: a team of six begins ------------------------------------------------------------------------
on 2024-01-02
g init --me sanne --name "Sanne de Wit"
g person add els "Els Verstraete" --role "head of data" --starts 2018-03-01
g person move els --lead "" --from 2018-03-01
g person edit sanne --lead els
g person add hilde "Hilde Maes" --role "HR adviser" --hr yes --lead els
g team add data "Data team" --cadence 6w
g objective add "Every report within a day" --team data --ends 2025-12-31
g person edit sanne --talks-a-day 3
for row in "amir:Amir Haddad:data engineer" "noor:Noor Bakker:senior analyst" "bram:Bram Hendriks:analyst" \
	"lotte:Lotte Vermeulen:data engineer" "jef:Jef Peeters:database administrator" "fien:Fien Claes:junior analyst"; do
	IFS=: read -r handle name role <<<"$row"
	g person add "$handle" "$name" --role "$role" --team data --starts 2023-01-02
done
g person edit noor --cadence 8w
g direction add noor "lead a small team" --kind upward
g direction add jef "pass on what I know" --kind sideways
as bram direction add bram "perhaps teach, one day" --kind outside --secret yes
as noor skill add noor "SQL" --own 9 --wanted 9 --helps yes
g skill add amir "SQL" --own 5 --view 6 --wanted 9
g skill add amir "stays calm in outages" --kind strength --own 7 --view 9

on 2024-01-08
talk sanne amir 6 --template growth --answer "good-at=Finding out why something is slow" \
	--answer "grow-towards=Designing a model myself" --lead-answer "good-at=You stay calm when all others run" \
	--notes "[ ] @sanne find a course on query plans by 19 jan
[ ] @amir ask Noor to look along by 26 jan
? the on-call rota
! explained the slow report to the whole team"
sql=$(id goal add amir "SQL to the bone" --why "the ground under what I want to design" --level-from 5 --level-now 5 --level-to 9)
g goal edit "$sql" --objective "$(first objective true)" --buddy noor --purpose energy
on 2024-01-18
g action done "$(first action '.title | startswith("find a course")')"
g goal move "$sql" planned
course=$(id learning add amir "Query plans" --kind course --form online --starts 2024-02-05 --ends 2024-02-29 --goal "$sql" --cost 900 --hours 24)
on 2024-01-25
as amir action done "$(first action '.title | startswith("ask Noor")')"

# Every talk of three years that is only a talk: lead, who, first Monday, weeks between, how many. Every fifth is
# a formal growth talk.
rhythm() {
	local lead=$1 who=$2 first=$3 every=$4 count=$5 i levels=(6 7 5 8 7 6 8) template
	for ((i = 0; i < count; i++)); do
		on "$(weeks "$first" $((i * every)))"
		template=checkin
		((i % 5 != 2)) || template=growth
		talk "$lead" "$who" "${levels[(i + ${#who}) % 7]}" --template "$template" --next none \
			--notes "Talked about work and more."
	done
}
rhythm sanne noor 2024-01-15 8 6
rhythm sanne jef 2024-01-22 6 8
rhythm sanne fien 2024-01-29 6 8
rhythm sanne lotte 2024-02-12 6 5
rhythm sanne bram 2024-02-05 6 3

# Amir's course, followed until it works ------------------------------------------------------------
on 2024-02-02
g checkpoint done "$(first checkpoint '.kind == "before"')" --note "wants to understand plans, not only read them"
on 2024-02-05
g learning begin "$course"
g goal move "$sql" learning
on 2024-02-29
g learning finish "$course" --exam passed --certificate "Query plans 2024" --valid-until 2027-02-28 --hours-used 22
g goal move "$sql" practising
on 2024-03-04
debrief=$(id conversation plan amir 2024-03-04 --format debrief)
g conversation answer "$debrief" learned-what "How to read a plan before I change a query"
g conversation hold "$debrief" --next 2024-04-15 --next-template checkin --notes "[ ] @amir show the team one plan a month by 29 mar
[ ] @sanne keep Friday mornings free of meetings for Amir by 15 mar"
g conversation edit "$debrief" --hat coach --minutes 35
for kind in 14 30 60 90; do
	on "$(date -u -d "2024-02-29 + $kind days" +%F)"
	as amir checkpoint done "$(first checkpoint ".kind == \"day-$kind\"")" --note "after $kind days"
	case $kind in
	14) g action done "$(first action '.title | startswith("keep Friday")')" ;;
	30) as amir action reagree "$(first action '.title | startswith("show the team")')" 2024-04-30 --reason "the release came first" ;;
	60) as amir action done "$(first action '.title | startswith("show the team")')" && g goal move "$sql" applying ;;
	esac
done
on 2024-06-10
as amir evidence add "$sql" "The monthly report from forty minutes to three" --situation "The report was late each month" \
	--task "Make it faster" --did "Read the plan and added one index" --result "Three minutes" --reflection "Plans first"
as amir goal check "$sql" --level 9 --confidence 8 --motivation 5
g goal move "$sql" confident

on 2024-04-12
g point done "$(first point '.title == "the on-call rota"')"
rhythm sanne amir 2024-04-15 6 6

# Bram: three times postponed, a goal honestly dropped ------------------------------------------------
on 2024-03-25
french=$(id goal add bram "Talk with customers in French" --origin organisation)
on 2024-05-27
bramtalk=$(id conversation plan bram 2024-06-17 --template checkin)
on 2024-06-17
g conversation postpone "$bramtalk" 2024-06-24 --reason "release week"
on 2024-06-24
g conversation postpone "$bramtalk" 2024-07-08 --reason "many people ill at once in the call team"
on 2024-07-08
g conversation postpone "$bramtalk" 2024-07-15 --reason "holidays"
on 2024-07-15
g conversation hold "$bramtalk" --energy 4 --next 2024-09-02 --notes "Does what suits the team, not what suits him.
[ ] ask Noor whether Bram can shadow her by 26 jul"
on 2024-08-12
g goal move "$french" dropped --learned "It was the team's wish, not his"
g action done "$(first action '.title | startswith("ask Noor whether")')"
rhythm sanne bram 2024-09-02 6 3

# Joris joins; Lotte is away for half a year ------------------------------------------------------------
on 2024-06-03
g person add joris "Joris Smit" --role "data engineer" --team data --starts 2024-06-03
g conversation plan joris 2024-06-03 --format start
g conversation hold joris --energy 8 --next 2024-07-15 --next-template checkin
rhythm sanne joris 2024-07-15 6 4
on 2024-08-30
g absence add lotte 2024-09-02 2025-02-28

# Noor experiments, fails and learns --------------------------------------------------------------------
on 2024-09-09
trial=$(id goal add noor "A week without tickets" --kind experiment --why "room to think")
g goal move "$trial" learning
as noor jot noor "A week without tickets" --kind experiment
on 2024-10-14
as noor moment outcome "$(first moment '.kind == "experiment"')" learned --note "The tickets came back double"
as noor goal move "$trial" lesson --learned "Half a day works, a week does not"
lesson=$(groei --today "$day" --as noor jot noor "Half a day without tickets works, a week does not" --kind lesson --json | jq -r .id)
as noor moment team "$lesson"

# Peer feedback through the mail --------------------------------------------------------------------------
on 2024-11-04
as amir feedback ask amir --from noor --due 2024-11-22 --context "the new customer model"
on 2024-11-05
as amir feedback ask amir --from jef --due 2024-11-22 --context "the new customer model"
for peer in noor jef; do
	on "$(date -u -d "$day + 3 days" +%F)"
	request=$(groei --today "$day" --as "$peer" feedback list --json | jq -r '[.[] | select(.author == "'$peer'")][0].id')
	as "$peer" feedback form "$request" "$folder/$peer.md"
	# Filled in by hand, then quoted and wrapped by a mail program.
	sed -e "s/^Answer:\$/Answer: you think before you build, says $peer./" "$folder/$peer.md" | sed -e 's/^/> /' -e 's/$/\r/' >"$folder/$peer.mail"
	as amir --yes feedback read "$folder/$peer.mail"
done
on 2024-11-25
as amir feedback share "$(groei --today "$day" --as amir feedback list --all --json | jq -r '[.[] | select(.author == "noor")][0].id')"

# 2025: Noor leads Bram and Fien; Kim joins; Lotte is back --------------------------------------------------
on 2025-01-06
g person move bram --lead noor --from 2025-01-01
g person move fien --lead noor --from 2025-01-01
as noor conversation log bram --day 2025-01-06 --energy 7 --template checkin --next none --notes "First talk with Noor."
on 2025-02-03
g person add kim "Kim Jansen" --role "analyst" --team data --starts 2025-02-03
g conversation plan kim 2025-02-03 --format start
g conversation hold kim --energy 7 --next 2025-03-17 --next-template checkin
on 2025-03-03
talk sanne lotte 6 --template checkin --notes "Back again, glad to be here." --next none
rhythm sanne amir 2025-01-13 6 17
rhythm sanne noor 2025-01-20 8 12
rhythm sanne lotte 2025-04-14 6 14
rhythm sanne jef 2025-01-20 6 12
rhythm sanne joris 2025-01-27 6 15
rhythm sanne kim 2025-03-17 6 14
rhythm noor bram 2025-02-17 6 16
rhythm noor fien 2025-02-10 6 10

# Kim's training, over the turn of the year ------------------------------------------------------------------
on 2025-09-15
model=$(id goal add kim "Design a data model" --why "what I want to be good at" --purpose future)
as kim learning propose kim "Dimensional modelling" --kind training --form classroom --starts 2025-11-03 --ends 2025-12-12 --goal "$model" --cost 1800
g learning answer "$(first learning '.title == "Dimensional modelling"')" yes --reason "fits where the team is heading"
modelling=$(first learning '.title == "Dimensional modelling"')
g goal move "$model" planned
on 2025-10-31
as kim checkpoint done "$(first checkpoint '.kind == "before" and .person == "kim"')"
on 2025-11-03
g learning begin "$modelling"
g goal move "$model" learning
on 2025-12-12
as kim learning finish "$modelling"
g goal move "$model" practising
for kind in 14 30 60; do
	on "$(date -u -d "2025-12-12 + $kind days" +%F)"
	as kim checkpoint done "$(first checkpoint ".kind == \"day-$kind\" and .person == \"kim\"")"
done
on 2026-03-12
g checkpoint skip "$(first checkpoint '.kind == "day-90" and .person == "kim"')" --reason "Kim is on another project"

# 2026: both sides prepare; something heard, something private; Jef leaves ------------------------------------
on 2026-05-04
rhythm sanne joris 2026-10-26 6 1
on 2026-05-11
growth=$(id conversation plan amir 2026-12-14 --template growth)
as amir point add amir "half a day a week to design"
g point add amir "mentoring Kim"
g heard add amir "said in passing that the rota eats his evenings"
g note add amir "think about his pay before the summer"
on 2026-06-15
g person leave jef 2026-06-30
on 2026-11-30
as amir reflect --conversation "$growth" --answer "energy-sources=Explaining what I found" --publish
g reflect --conversation "$growth" --answer "good-at=He makes others better" --publish
on 2026-12-07
as lotte reflect --template reflection --answer "good-at-current=Yes, but I could do more"
