Searching: parts of words, phrases and accents; where, and how much.

  $ groei init --me sanne --name Sanne >/dev/null && groei person add amir "Amir Haddad" >/dev/null
  $ groei goal add amir "Presenteren voor de directie" --why "meer plezier in het werk" >/dev/null
  $ groei conversation log amir --notes "Hij wil leren présenteren; vraag Noor." --next none >/dev/null
  $ groei search presenteren | sed 's/^[a-z]*  //'
  Conversation · Amir Haddad · Mon 2 Mar · Notes
    Hij wil leren «présenteren»; vraag Noor.
  Goal · Amir Haddad · Mon 2 Mar
    «Presenteren» voor de directie
  $ groei search présent --in goal --json | jq -c '.[0] | [.noun, .person, .field, .snippet, .marks]'
  ["goal","amir","title","Presenteren voor de directie",["Present"]]
  $ groei search '"de directie"' --person amir --language nl | sed 's/^[a-z]*  //'
  Leerdoel · Amir Haddad · ma 2 mrt
    Presenteren voor «de directie»
  $ groei search '"directie de"'
  Nothing like that about you and the people you lead; --everybody looks further.
  [1]
  $ groei search plezier --everybody --limit 1 | sed 's/^[a-z]*  //'
  Goal · Amir Haddad · Mon 2 Mar · Why
    meer «plezier» in het werk
  $ groei action add sanne "Ask Amir about the board" >/dev/null && groei search amir | sed -n 's/^[a-z]*  //p'
  Person
    «Amir» Haddad
  Action · Sanne
    Ask «Amir» about the board
  $ groei team add zuid "Zuid aan zee" --lead sanne >/dev/null && groei team add noord "Noord aan zee" --lead amir >/dev/null
  $ groei search "aan zee" --in team | sed 's/^[a-z]*  //'
  Team
    Zuid «aan» «zee»
  $ groei search "aan zee" --in team --everybody --json | jq -r '.[].snippet' | sort
  Noord aan zee
  Zuid aan zee
  $ groei search x --in gaol
  groei: search: “gaol” is no kind of record, write goal, action, moment
  [4]
  $ groei search x --person amri
  groei: Person: nobody is called “amri”, did you mean amir?
  [3]
  $ groei search nietshiervan --json
  []
  [1]
