The form goes by mail and comes back, whatever mail programs did to it.

  $ set -o pipefail; mask() { sed -E 's/\b[bcdfghjkmnpqrstv]{4,16}(  ) */CODE\1/g; s/\b[bcdfghjkmnpqrstv]{4,16}\b/CODE/g'; }
  $ groei init --me sanne --name "Sanne de Wit" >/dev/null && groei person add amir Amir Haddad --language nl >/dev/null && groei person add noor Noor Peeters >/dev/null
  $ groei conversation plan amir fri --template checkin >/dev/null; groei objective add "Data voor iedereen" >/dev/null
  $ talk=$(groei conversation list --json | jq -r '.[0].id')

It speaks the language of who fills it in.

  $ groei reflect --conversation $talk --for amir --form form.md
  Wrote form.md. Mail it to Amir Haddad; “groei reflect --read FILE” reads the answer.
  $ mask <form.md | head -n 36
  # Check-in · Amir Haddad
  (eol)
  Dag Amir,
  (eol)
  Op vrijdag 6 maart 2026 praat je met Sanne de Wit. Deze vragen helpen
  je om dat voor te bereiden: in je eigen woorden, in je eigen tempo.
  (eol)
  Schrijf onder elke vraag; laat leeg waar je niets over te zeggen hebt.
  Zet een x tussen de haken van wat je kiest. Stuur daarna de hele tekst
  terug, als bijlage of in je antwoord.
  (eol)
  Sanne de Wit leest het zodra je het hebt verstuurd.
  (eol)
  Laat deze regel staan, ze zegt waar de antwoorden thuishoren:
  (eol)
  [groei checkin/1 person=amir author=amir side=employee talk=CODE]
  (eol)
  ## Het grotere geheel
  (eol)
  Waar de organisatie naartoe wil; misschien raakt het aan wat jij wilt
  leren.
  (eol)
  - Data voor iedereen
  (eol)
  ## Hoe het nu gaat
  (eol)
  ### 1. Hoeveel energie heb je vandaag? [energy-today]
  (eol)
  _Ga op je eerste gevoel af. Is het anders dan de vorige keer, waar komt
  dat dan door?_
  (eol)
  _1 = helemaal leeg · 10 = vol energie_
  (eol)
  1 … 10:
  (eol)
  (eol)
  $ tail -n 1 form.md
  [groei end] Einde van het formulier. Dank je wel!
  $ groei reflect --conversation $talk --for amir --form form.md
  groei: form.md: it is there already, remove it or choose another name
  [5]
  $ groei reflect --conversation $talk --for amir --form - | cmp - form.md

Reading shows what it understood and asks; nothing is saved without a yes.

  $ groei reflect --read form.md
  Check-in, for Fri 6 Mar with Sanne de Wit · from Amir Haddad
  Nothing to save.
  $ sed "s/talk=[a-z]*/talk=$talk/" "$TESTDIR/../data/forms/remarks.md" >back.md
  $ groei reflect --read back.md
  groei: form: add --yes to save what it says, or --dry-run to only look
  [2]
  $ groei reflect --read back.md --dry-run | tail -n 7
  Not understood, and not saved:
    line 1: Hoi Sanne, hierbij mijn formulier!
    line 29: het gaat vooruit
    line 82: Groeten, Amir
    line 84: ### Iets anders [of-course]
    line 86: Blabla
  Nothing was saved (--dry-run).
  $ groei reflection list --all
  None open. Begin one: groei reflect
  $ groei reflect --read back.md --yes | tail -n 1
  Published 5 answers, readable for Sanne de Wit.
  $ groei reflect --read - --yes <back.md | tail -n 1
  Nothing to save.
  $ groei --as amir conversation show amir --json | jq -c '[.answers[] | [.question, .text, .number, .side]]'
  [["energy-today",null,8,"employee"],["how-are-you","Goed, al is het druk — “lekker druk”, zeg maar.",null,"employee"],["learning-progress","Ik heb twee rapporten met SQL gemaakt en daarbij veel geleerd over vensterfuncties; de rest komt volgende maand aan de beurt.",null,"employee"],["practice-room","short",null,"employee"],["anything-needed","- een tweede scherm\n- een uur per week",null,"employee"]]
  $ for form in plain crlf-bom quoted wrapped reordered escaped word; do sed "s/talk=[a-z]*/talk=$talk/" "$TESTDIR/../data/forms/$form.md" | groei reflect --read - --json --dry-run | jq -c "[\"$form\", ([.answers[].fate] | unique), (.lost | length), .saved]"; done
  ["plain",["same"],0,false]
  ["crlf-bom",["same"],0,false]
  ["quoted",["same"],0,false]
  ["wrapped",["same"],0,false]
  ["reordered",["same"],0,false]
  ["escaped",["same"],0,false]
  ["word",["same"],0,false]

A newer or another answer is never written over silently.

  $ sed -i 's/1 … 10: 8.*/1 … 10: 5/; s/lekker druk/te druk/' back.md
  $ groei reflect --read back.md --yes | grep -A5 -e energy-today -e how-are
    energy-today  How much energy do you have today?
      5 of 10
      ! another answer stands there and stays; --replace takes this one:
        8 of 10
    how-are-you  How are you doing?
      Goed, al is het druk — “te druk”, zeg maar.
      ! another answer stands there and stays; --replace takes this one:
        Goed, al is het druk — “lekker druk”, zeg maar.
    learning-progress  How is the learning going?
      Ik heb twee rapporten met SQL gemaakt en daarbij veel geleerd over
  $ groei --as amir conversation show amir --json | jq -c '[.answers[].number] | max'
  8
  $ groei reflect --read back.md --yes --replace | grep -e Saved -e Published -e "goes over"
      ! goes over what stands there:
      ! goes over what stands there:
  Saved 2 answers.
  $ groei --as amir conversation show amir --json | jq -c '[.answers[].number] | max'
  5

What is wrong has one line, and changes nothing.

  $ groei reflect --read nowhere.md
  groei: nowhere.md: No such file or directory, name the form that came back
  [3]
  $ printf 'no form\n' | groei reflect --read - --yes
  groei: form: the line “[groei …]” is missing or broken, it tells where the answers belong; put it back from the form that was sent
  [4]
  $ printf 'caf\351\n' >latin1.md; groei reflect --read latin1.md --yes
  groei: form: not valid UTF-8 at byte 4, perhaps Windows-1252; save it as UTF-8 and try again
  [4]
  $ printf '\377\376a\0' >utf16.md; groei reflect --read utf16.md --yes
  groei: form: it is UTF-16, save it as UTF-8 and try again
  [4]
  $ head -c 10000000 /dev/zero | tr '\0' x >large.md; groei reflect --read large.md --yes
  groei: form: it is longer than 1048576 bytes, so it is no form; name another file
  [4]
  $ head -c 3000 /dev/zero >zero.md; groei reflect --read zero.md --yes
  groei: form: it is no text; save it as plain text and try again
  [4]
  $ sed 's/amir/piet/g' back.md | groei reflect --read - --yes
  groei: form: it names “piet”, which is not in this store
  [4]
  $ sed 's/groei checkin/groei growth/' back.md | groei reflect --read - --yes
  groei: form: it belongs to another reflection than the one that is here; write a new form
  [4]
  $ sed 's/groei checkin/groei unknown/' back.md | groei reflect --read - --yes
  groei: form: it asks the questions of “unknown”, which are not here; see “groei template list”
  [4]
  $ sed 's/side=employee/side=lead/' back.md | groei reflect --read - --yes
  groei: form: it belongs to another reflection than the one that is here; write a new form
  [4]
  $ sed 's/talk=[a-z]*/talk=bcdfghjkmnpqrstv/' back.md | groei reflect --read - --yes 2>&1 | mask
  groei: form: it names “CODE”, which is not in this store
  [4]
  $ sed 's/author=amir/author=noor/' back.md | groei reflect --read - --yes
  groei: form: it belongs to another reflection than the one that is here; write a new form
  [4]
  $ groei --as noor reflect --read back.md --yes 2>&1 | mask
  groei: form: it names “CODE”, which is not in this store
  [4]
  $ sed 's/1 … 10: 5/1 … 10: acht/' back.md | groei reflect --read - --dry-run | grep -A1 energy-today
    energy-today  How much energy do you have today?
      ! line 22: “acht” is no whole number from 1 to 10

Who has begun a draft here reads the form in themselves.

  $ groei conversation plan noor fri --template checkin >/dev/null; other=$(groei conversation list --person noor --json | jq -r '.[0].id')
  $ groei --as noor reflect --answer how-are-you=Fine >/dev/null
  $ groei reflect --conversation $other --for noor --form noor.md >/dev/null && grep -c Fine noor.md
  0
  [1]
  $ sed -i 's/1 … 10:/1 … 10: 9/' noor.md
  $ groei reflect --read noor.md --yes 2>&1 | tail -n 1
  groei: Reflection: Noor Peeters has begun a draft here; let them read the form in
  [7]
  $ groei --as noor reflect --read noor.md --yes | tail -n 1
  Saved 1 answer.
  $ groei --as noor reflection list --all --json | jq -c '[.[].state]'
  ["draft"]

Feedback of a colleague goes the same way: it is the person's to read.

  $ groei --as amir feedback ask amir --from noor --due "in 2w" >/dev/null
  $ feedback=$(groei --as amir feedback list --json | jq -r '.[0].id')
  $ groei --as amir feedback form $feedback feedback.md
  Wrote feedback.md. Mail it to Noor Peeters; “groei reflect --read FILE” reads the answer.
  $ sed -n 1,8p feedback.md
  # Feedback from a colleague · Amir Haddad
  (eol)
  Hello Noor,
  (eol)
  Amir would like to learn from what you see. You help most with
  something you saw yourself, told as it was.
  (eol)
  Write below each question; leave empty what you have nothing to say
  $ sed -i '0,/^Answer:/s//Answer: You explain well./' feedback.md
  $ groei feedback read feedback.md --yes 2>&1 | mask
  groei: form: it names “CODE”, which is not in this store
  [4]
  $ groei --as amir feedback read feedback.md --yes | tail -n 1
  Published 1 answer, readable for Amir Haddad.
  $ groei --as amir feedback show $feedback | grep -c "You explain well"
  1
  $ groei search explain
  Nothing like that about you and the people you lead; --everybody looks further.
  [1]

Without a conversation, a form that comes twice is saved once; another one of the same template is new.

  $ groei reflect --template checkin --for amir --form own.md >/dev/null; sed 's/^1 … 10:/1 … 10: 5/' own.md >one.md; groei reflect --read one.md --yes | tail -n 1; groei reflect --read one.md --yes | tail -n 1; groei --as amir reflect --read one.md --yes | tail -n 1
  Published 1 answer, readable for Sanne de Wit.
  Nothing to save.
  Nothing to save.
  $ sed 's/^1 … 10:/1 … 10: 6/' own.md | groei reflect --read - --yes | tail -n 1; groei --as amir --json reflection list --all | jq -c '[.[] | select(.conversation == null and .person == "amir" and .side == "employee") | .state]'
  Published 1 answer, readable for Sanne de Wit.
  ["published","published"]
