engines: sqlite postgresql
Both sides prepare a talk, each alone; feedback of colleagues; nothing unpublished shows to anybody else.

  $ set -o pipefail; mask() { sed -E 's/\b[bcdfghjkmnpqrstv]{4,16}(  ) */CODE\1/g; s/\b[bcdfghjkmnpqrstv]{4,16}\b/CODE/g'; }
  $ groei init --me sanne --name "Sanne de Wit" >/dev/null && groei person add amir Amir Haddad >/dev/null && groei person add noor Noor Peeters >/dev/null && groei person add lies Lies Maes --lead noor >/dev/null
  $ groei conversation log amir --day 2026-02-02 --template checkin --answer energy-today=6 --answer how-are-you="Well rested." --next 2026-03-06 >/dev/null

My prompts: what was answered last time stands beside them; a draft is begun by the first answer.

  $ groei --as amir reflect
  Check-in, for Fri 6 Mar with Sanne de Wit
  draft · 0 of 6 questions answered
  Only you see this. Once published: Sanne de Wit.
  (eol)
  How it is going
    energy-today
      How much energy do you have today?
      Last time, Mon 2 Feb: 6 of 10
    how-are-you
      How are you doing?
      Last time, Mon 2 Feb: Well rested.
  (eol)
  The learning
    learning-progress
      How is the learning going?
    practice-room
      Do you have enough room in the week to practise and explore?
  (eol)
  Ahead
    anything-needed
      Is there anything else you need?
    next-step
      What do we agree on until next time?
  $ groei reflection list
  None open. Begin one: groei reflect
  $ groei --as amir reflect --answer energy-today=8 --answer how-are-you="Secretly worried about the move."
  Kept 2 answers for your eyes only; --publish shows them.
  $ groei --as amir reflect --answer energy-today=eleven
  groei: Answer, Value: “eleven” does not fit “energy-today”, it is a whole number from 1 to 10
  [4]
  $ groei --as amir reflect --answer nonsense=1
  groei: Answer: the template does not ask “nonsense”; it asks energy-today, how-are-you, learning-progress, practice-room, anything-needed, next-step
  [3]
  $ groei --as amir reflect --answer energy-today
  groei: --answer: “energy-today” names no question, write --answer QUESTION=TEXT
  [2]
  $ groei --as amir reflect --answer energy-today=9 --json | jq -c '.questions[0]'
  {"question":"energy-today","text":null,"number":9,"earlier":{"text":null,"day":"2026-02-02","trend":[6]}}
  $ groei --as amir today | tail -n 3 | mask
  (eol)
  Reflections (1)
                                                CODE  Check-in, for Fri 6 Mar with Sanne de Wit

The lead, who owns the store, is shown nothing of it.

  $ groei reflection list --all
  None open. Begin one: groei reflect
  $ groei reflection list --all --json
  []
  $ groei reflection list --all --match worried
  Nothing like that. “groei reflection list --all” shows all.
  $ groei search worried
  Nothing like that about you and the people you lead; --everybody looks further.
  [1]
  $ groei history --json | grep -c worried
  0
  [1]
  $ groei history | grep -i -e reflection -e check-in -e worried
  [1]
  $ groei conversation show amir --json | grep -c worried
  0
  [1]
  $ groei prep amir | grep -c worried
  0
  [1]
  $ groei reflect --about amir --json | grep -c worried
  0
  [1]
  $ id=$(groei --as amir reflection list --json | jq -r '.[0].id'); groei reflection show $id 2>&1 | mask
  groei: Reflection: there is none with the code “CODE”, look at the list
  [3]
  $ groei reflection remove $id 2>&1 | mask
  groei: Reflection: there is none with the code “CODE”, look at the list
  [3]
  $ groei reflect $id --publish 2>&1 | mask
  groei: Reflection: there is none with the code “CODE”, look at the list
  [3]
  $ groei today --json | jq -c .reflections
  []

Answers and publishing are one command: all of it, or nothing. Publishing goes one way.

  $ groei --as lies reflect --template checkin --publish
  groei: Reflection, State: nothing is answered yet; answer something, or skip it
  [4]
  $ groei --as lies reflect --template checkin --answer how-are-you=Fine --answer nonsense=1 --publish; groei --as lies reflection list --all
  groei: Answer: the template does not ask “nonsense”; it asks energy-today, how-are-you, learning-progress, practice-room, anything-needed, next-step
  None open. Begin one: groei reflect
  $ groei --as lies reflect --template checkin --answer how-are-you=Fine --publish; groei --as lies undo; groei --as lies reflection list --all --json | jq length
  Published 1 answer, readable for Noor Peeters.
  groei: undo: what was published stays, others may have read it; correct the answers instead
  1
  $ groei --as lies reflect $(groei --as lies --json reflection list --all | jq -r '.[0].id') --answer how-are-you=Better --publish; groei --as lies --json reflect $(groei --as lies --json reflection list --all | jq -r '.[0].id') | jq -c '[.questions[].text]'
  groei: Reflection, State: it is “published” already
  [null,"Fine",null,null,null,null]

Published, the other side still sees nothing that is asked of both before it published or skipped its own.

  $ groei --as amir reflect --publish
  Published 2 answers, readable for Sanne de Wit.
  $ groei --as amir reflect $id --publish
  groei: Reflection, State: it is “published” already
  [4]
  $ groei conversation show amir | grep -A2 "energy do you"
    How much energy do you have today?
      Amir Haddad: 9 of 10
      Amir Haddad, Mon 2 Feb: 6 of 10
  $ groei conversation show amir | grep -c worried
  0
  [1]
  $ groei search worried
  Nothing like that about you and the people you lead; --everybody looks further.
  [1]
  $ groei reflect --about amir --answer how-are-you="He smiles more." --publish
  Published 1 answer, readable for Amir Haddad.
  Both sides are ready for the conversation.
  $ groei conversation show amir | grep -A2 "How are you"
    How are you doing?
      Amir Haddad: Secretly worried about the move.
      Amir Haddad, Mon 2 Feb: Well rested.
  $ groei conversation list --open | mask
  Code  Employee     Day        Format    State     Energy  Postponed
  CODE  Amir Haddad  Fri 6 Mar  check-in  prepared
  $ groei conversation answer amir how-are-you "Fine" 2>&1
  groei: Answer: Amir Haddad wrote it before the talk, only they change it
  [7]
  $ groei --as amir reflect $id --answer how-are-you="A bit worried."
  Corrected 1 answer; the history shows it.
  $ groei history --json | grep -c Secretly
  1
  $ groei undo
  groei: undo: what was published stays, others may have read it; correct the answers instead
  [5]
  $ groei conversation list --open | mask
  Code  Employee     Day        Format    State     Energy  Postponed
  CODE  Amir Haddad  Fri 6 Mar  check-in  prepared

Skipping, and what cannot go together.

  $ groei person add tess Tess >/dev/null; groei conversation plan tess "in 1w" --template checkin >/dev/null
  $ groei reflect --conversation tess | head -n 1; groei --as tess reflect --conversation tess | head -n 1
  Check-in, for Mon 9 Mar with Tess
  Check-in, for Mon 9 Mar with Sanne de Wit
  $ groei reflect --conversation lies
  groei: lies: no conversation yet, plan one with “groei conversation plan lies”
  [3]
  $ groei reflect --conversation tes
  groei: Person: nobody is called “tes”, did you mean tess, lies?
  [3]
  $ groei reflect --about tess --skip | mask
  Skipped reflection CODE: checkin.
  $ groei reflect --about tess --answer how-are-you=x
  groei: Reflection, State: it was skipped; “groei undo” takes that back
  [4]
  $ groei reflect --about tess --skip --publish
  groei: reflect: answering, --skip, --form and --read do not go together, give one
  [2]
  $ groei reflect --about noor
  groei: Reflection: no talk is planned with Noor Peeters and no feedback about them was asked of you
  [3]
  $ groei reflect --conversation amir --about amir
  groei: reflect: --conversation and --about are two ways to say it, give one
  [2]
  $ groei --as noor reflect --conversation $(groei conversation list --open --json | jq -r '.[0].id') 2>&1 | mask
  groei: Conversation: there is none with the code “CODE”, look at the list
  [3]

Alone, without a talk.

  $ groei --as noor reflect --template micro | head -n 3
  Three questions
  draft · 0 of 3 questions answered
  Only you see this. Once published: Sanne de Wit.
  $ groei --as noor reflect --template micr
  groei: micr: no such template, did you mean “micro”?
  [3]

Feedback: the person asks at once, their lead waits for consent; the lead reads it when it is shared.

  $ groei --as amir feedback ask amir --from noor --due "in 2w" --context "The outage review" | mask
  CODE  Asked Noor Peeters for feedback about Amir Haddad.
  $ groei feedback ask amir --from lies --due "in 2w" | mask
  CODE  Lies Maes is asked once Amir Haddad agrees.
  $ groei feedback ask amir --from lies
  groei: Reflection, Author: Lies Maes was asked already and did not answer yet
  [4]
  $ groei --as amir feedback ask amir --from noor,lies
  groei: Reflection, Author: Noor Peeters was asked already and did not answer yet
  [4]
  $ groei --as lies feedback ask amir --from noor
  groei: Feedback: only Amir Haddad and their lead ask for it
  [7]
  $ groei feedback ask amir --from amir
  groei: Reflection, Author: feedback comes from colleagues; name others than the person
  [4]
  $ groei feedback ask amir
  groei: feedback ask: whom to ask is missing, write --from noor,lies
  [2]
  $ lies=$(groei feedback list --json | jq -r '.[] | select(.author == "lies") | .id'); noor=$(groei --as amir feedback list --json | jq -r '.[] | select(.author == "noor") | .id')
  $ groei feedback consent $lies
  groei: Feedback: only Amir Haddad decides about it
  [7]
  $ groei --as amir today | grep -A1 Reflections | mask
  Reflections (1)
      Mon 16 Mar   in 2 weeks                   CODE  May Lies Maes be asked for feedback about you? “groei feedback consent CODE”
  $ groei --as amir feedback consent $lies | mask
  Agreed; they are asked now: reflection CODE: peer-feedback.
  $ groei --as lies feedback decline $lies | mask
  Declined reflection CODE: peer-feedback.
  $ groei --as noor today | grep -A1 Reflections | mask
  Reflections (1)
      Mon 16 Mar   in 2 weeks                   CODE  Feedback from a colleague, about Amir Haddad
  $ groei --as noor reflect | head -n 4
  Feedback from a colleague, about Amir Haddad
  draft · 0 of 5 questions answered · by Mon 16 Mar
  The outage review
  Only you see this. Once published: Amir Haddad.
  $ q=$(groei --as noor reflect --json | jq -r '[.questions[].question][0]')
  $ groei --as noor reflect --answer "$q=Explains calmly under pressure."
  Kept 1 answer for your eyes only; --publish shows it.
  $ groei --as amir feedback show $noor | grep -c calmly
  0
  [1]
  $ groei --as amir feedback share $noor
  groei: Reflection, State: it was not sent yet, there is nothing to share
  [4]
  $ groei --as noor feedback send $noor
  Published 1 answer, readable for Amir Haddad.
  $ groei --as amir feedback show $noor | grep calmly
      Answer: Explains calmly under pressure.
  $ groei feedback show $noor 2>&1 | mask
  groei: Reflection: there is none with the code “CODE”, look at the list
  [3]
  $ groei search calmly
  Nothing like that about you and the people you lead; --everybody looks further.
  [1]
  $ groei --as amir feedback share $noor | mask
  Your lead may read it now: reflection CODE: peer-feedback.
  $ groei feedback show $noor | grep calmly
      Answer: Explains calmly under pressure.
  $ groei conversation show amir | grep -c calmly
  0
  [1]
  $ groei --as amir feedback list --all | mask | sort
  CODE  Amir Haddad  Lies Maes     skipped    Mon 16 Mar
  CODE  Amir Haddad  Noor Peeters  published  Mon 16 Mar  shared with the lead
  Code  About        From          State      Due         Shared
