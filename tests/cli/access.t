engines: sqlite postgresql
Who may see and do what, for every person of the store. What is not theirs is not there for them; what they
may see but not do is refused with who may.

  $ export GROEI_TODAY=2026-12-01
  $ groei init --me sanne --name "Sanne Vermeer" >out
  $ groei person add amir "Amir Haddad" --role "data engineer" >out; groei person add noor "Noor Peeters" --role analyst >out; groei person add hanna "Hanna Claes" --hr yes >out
  $ groei conversation plan amir 2026-12-03 >out; groei goal add amir "SQL for reporting" --why "the board asks" --hours-agreed 20 >out; groei goal add noor "Presenting" >out; groei note add amir "worried about the deadline" >out
  $ goal=$(groei goal list --json | jq -r '.[] | select(.person == "amir") | .id')

An employee has Today, goals and talks of their own; of colleagues only the name.

  $ groei --as amir today
  Today, Tue 1 Dec
  (eol)
  Talks (1)
      Thu 3 Dec    in 2 days                    amir  Amir Haddad, your own talk, planned
  $ groei --as amir goal list --json | jq -c '.[] | [.person, .title]'
  ["amir","SQL for reporting"]
  $ groei --as amir person list --json | jq -c '.[] | [.handle, .role, .lead]'
  ["amir","data engineer","sanne"]
  ["hanna",null,null]
  ["noor",null,null]
  ["sanne",null,null]
  $ groei --as amir note list; groei --as sanne note list --json | jq -r '.[].text'
  None open. Add one: groei note add HANDLE TEXT
  worried about the deadline
  $ groei --as amir goal add amir "Stand up for a model" >out; groei --as amir goal move $goal planned >out; groei goal list --json | jq -c '.[] | [.title, .stage]' | sort
  ["Presenting","need"]
  ["SQL for reporting","planned"]
  ["Stand up for a model","need"]

Noor has nothing to do with Amir.

  $ groei --as noor goal show $goal 2>&1 | sed "s/$goal/CODE/"
  groei: Goal: there is none with the code “CODE”, look at the list
  $ groei --as noor goal move $goal learning 2>&1 | sed "s/$goal/CODE/"
  groei: Goal: there is none with the code “CODE”, look at the list
  $ groei --as noor prep amir
  groei: Amir Haddad: only they, their lead and HR see how they develop, ask them
  [7]
  $ groei --as noor portfolio amir; groei --as noor absence end amir # nor whether they are away
  groei: Amir Haddad: only they, their lead and HR see how they develop, ask them
  groei: Amir Haddad: only they, their lead and HR see how they develop, ask them
  [7]
  $ groei --as noor person edit amir --role boss
  groei: Person, Role: only the employee or HR may change it, ask them
  [7]
  $ groei --as noor person edit noor --hr yes
  groei: Person, HR: only HR may change it, ask them
  [7]
  $ groei --as noor history | grep Amir | cut -c 14-
  sanne     Person “Amir Haddad” added

HR sees rhythm, stages and figures, never words, also not by looking for them.

  $ groei --as hanna goal list --json | jq -c '.[] | [.person, .title, .why, .stage, .hours_agreed]' | sort
  ["amir","—",null,"need",null]
  ["amir","—",null,"planned",20]
  ["noor","—",null,"need",null]
  $ groei goal edit $goal --level-from 4 --level-now 6 --level-to 8 >out; groei --as hanna goal show $goal --json | jq -c '[.level_from, .level_now, .level_to]'
  [null,null,null]
  $ groei --as hanna goal list --match board
  Nothing like that. “groei goal list --all” shows all.
  $ groei --as hanna goal move $goal learning
  groei: Goal: only the employee or their lead may do this, ask them
  [7]
  $ groei --as hanna person edit amir --team none 2>&1 | head -1; groei --as hanna absence add noor 2026-12-05 2026-12-06 | sed -E 's/ [a-z]{4,16}:/ CODE:/'
  groei: Team: nobody is called “none”, add them first
  Added absence CODE: Sat 5 Dec.

What HR cannot read is not shown as nothing either.

  $ groei --as hanna promises amir
  groei: Amir Haddad: only they and their lead see what was promised, ask them
  [7]
  $ groei --as hanna prep amir | grep -A1 Longest
  [1]

An answer that stands there already is not said to have come between: HR may not answer at all.

  $ groei conversation answer amir energy 7
  groei: energy: several questions start so, write one of: energy-today, energy-sources
  [4]
  $ groei conversation answer amir energy-sources "Puzzles" >out; groei --as hanna conversation answer amir energy-sources "Mine"
  groei: Answer: only who wrote it, the two who talk or who asked for it may do this, ask them
  [7]

Who has left asks nothing any more.

  $ groei person edit noor --ends 2026-11-30 >out; groei --as noor today
  groei: access: the last day of Noor Peeters here was 2026-11-30, leave out --as
  [7]
